"""What a party to the fighting says about what it is accused of (CODEBOOK.md, Responses)."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.extraction.answers.accusations import REACH, is_of_another, kind_of, speaks_of_harm
from analysis.extraction.answers.answer_words import answer_words
from analysis.extraction.answers.answerers import answerer, is_party, meant, party_of, says_so, speaks_of_itself
from analysis.extraction.sentences import Document, Sentence
from analysis.extraction.speakers import speaker_of
from analysis.extraction.speech.marks import party_before

STANCES = frozenset(("denied", "acknowledged"))
OPEN = re.compile(r"(?<![A-Za-z])(?:whether|if|accus\w+|blam\w+|den(?:y|ie[sd]|ying)|reject\w*|dismiss\w*)\b", re.IGNORECASE)
FUTURE = re.compile(r"\b(?:would|will)\b", re.IGNORECASE)
QUOTED = re.compile(r"[“\"]\s*([^“”\"]+?)[\s.,]*[”\"]")
CLAUSE_END = re.compile(r"(?:,\s+(?:but|and|while|although|though|which|saying\s+that\s+the|as)\b|;|\s+but\s|[“\"]?\s*$)")
AND = re.compile(r",?\s+(?:and|adding)\s+(?:that\s+)?")
CLAUSE_START = re.compile(r"(?:;\s+|,\s+(?:but|and|while|although|though|as)\s+|:\s+|\s+but\s+)")


@dataclass(frozen=True, slots=True)
class Response:
    """One answer; ``evidence`` is the clause, exactly ``text[start_char:end_char]``; kinds are the codebook's."""

    start_char: int
    end_char: int
    evidence: str
    speaker: str
    kind: str
    date: dt.date | None


def find_responses(document: Document) -> list[Response]:
    """The answers of an article in order, one for each clause; a number's denial by a third party is none."""
    found: list[Response] = []
    for sentence in document.sentences:
        answers = sorted(_answers(sentence))
        policies = [(start, end) for start, end, _, kind in answers if kind == "general"]
        for start, end, speaker, kind in answers:
            if kind == "denied" and any(start < last and first < end for first, last in policies):
                continue  # "did not target civilians"
            others = [(first, last) for first, last, _, other in answers if other != kind and not {other, kind} <= STANCES]
            start, end = _apart(sentence, *_clause(sentence, start, end), (start, end), others)
            if not any(r.end_char > start and (r.kind == kind or {r.kind, kind} <= STANCES) for r in found):
                found.append(Response(start, end, document.text[start:end], speaker, kind, document.published))
    return found


def _answers(sentence: Sentence) -> Iterator[tuple[int, int, str, str]]:
    """Where the words of an answer stand, who answers, and how."""
    words, document = answer_words(sentence.document.lexicon), sentence.document
    for match in words.terms.all(sentence):
        start, end = sentence.tokens[match.first].start, sentence.tokens[match.last - 1].end
        if "who" in sentence.words[max(0, match.first - 2) : match.first]:
            continue  # "a general who was not involved"
        kind = kind_of(sentence, match, words)
        speaker = kind and answerer(sentence, match, kind)
        if kind and speaker and not (match.entry in ("deny", "admit") and is_of_another(sentence, end, speaker, words)):
            yield start, end, speaker, kind
    for kind, pattern in words.stated.items():
        for stated in pattern.finditer(sentence.lower):
            if kind != "general" and not speaks_of_harm(sentence):
                break
            start, end = sentence.start + stated.start(), sentence.start + stated.end()
            speaker = speaker_of(document, sentence, start)
            going_on = meant(sentence, 0) if speaker == "other" else None
            if kind in ("general", "will_assess") and (not is_party(speaker) or not says_so(sentence)):
                speaker = party_before(sentence, start) or speaker
            party = going_on or party_of(sentence, speaker, start)
            if kind == "claimed":  # others' own acts are told as deeds, not as an answer
                kind, party = "acknowledged", party if party == "is" else None
            if party and kind == "acknowledged" and not speaks_of_itself(stated[0], party):
                continue
            if party and not _is_open(sentence, start, OPEN) and (kind == "will_assess" or not _is_open(sentence, start, FUTURE)):
                yield start, end, party, kind


def _is_open(sentence: Sentence, at: int, words: re.Pattern[str]) -> bool:
    """Whether a clause is asked, denied or held against somebody, not stated: "did not say whether it", "accused of", "denied that it"."""
    return words.search(sentence.text, max(0, at - sentence.start - REACH), at - sentence.start) is not None


def _apart(sentence: Sentence, start: int, end: int, words: tuple[int, int], others: list[tuple[int, int]]) -> tuple[int, int]:
    """A clause from ``start`` to ``end`` without the answers of another kind that "and" or "adding" joins to its own ``words``."""
    text = sentence.document.text
    before = [m.end() for _, last in others if last <= words[0] for m in AND.finditer(text, max(start, last), words[0])]
    behind = [m.start() for first, _ in others if first >= words[1] for m in AND.finditer(text, words[1], min(end, first))]
    return max(before, default=start), max(behind, default=end)


def _clause(sentence: Sentence, at: int, end: int) -> tuple[int, int]:
    """The clause that holds the words from ``at`` to ``end``: the quotation, or between the coordinations around, without the full stop."""
    text, left = sentence.text, at - sentence.start
    for quoted in QUOTED.finditer(text):
        if quoted.start() < left and end - sentence.start < quoted.end() and quoted[1][0].isupper():
            return sentence.start + quoted.start(1), sentence.start + quoted.end(1)
    starts = [m.end() for m in CLAUSE_START.finditer(text, 0, left)]
    stop = CLAUSE_END.search(text, end - sentence.start)
    start = sentence.start + (starts[-1] if starts else 0)
    last = sentence.start + (stop.start() if stop else len(text))
    trimmed = sentence.document.text[start:last].rstrip(" .\n")
    return start, start + len(trimmed)
