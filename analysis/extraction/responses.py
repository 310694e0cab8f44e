"""What a party to the fighting says about what it is accused of (CODEBOOK.md, Responses)."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from analysis.extraction.lexicon import Lexicon
from analysis.extraction.marks import marks_of, named_speaker, party_before, vocabulary
from analysis.extraction.sentences import Document, Sentence
from analysis.extraction.speakers import speaker_of
from analysis.extraction.terms import Match, Terms

PARTIES = frozenset(("coalition", "us_government", "sdf", "kurdish_officials", "government", "is", "iraq", "rebels"))
# Behind one of these the verb has no party for its subject, or says the contrary.
UNASSERTED = frozenset("to no not nobody was were been be being none never".split())
NO_ONE = re.compile(r"^\W*(?:no|nobody|neither|none)\b", re.IGNORECASE)
# Acts and harm: what an answer has to be about, in its sentence or the one before.
HARM = re.compile(
    r"\b(?:kill|death|dead|casualt|civilian|strike|airstrike|raid|shell|bomb|attack|massacre|responsib|target|blast|explosion|allegation|accus|victim|wound)\w*",
    re.IGNORECASE,
)
FROM = re.compile(r"\s+from\s+(?:\w+\s+){0,2}")
CLAUSE_END = re.compile(r"(?:,\s+(?:but|and|while|although|though|which|saying\s+that\s+the|as)\b|;|[“\"]?\s*$)")
CLAUSE_START = re.compile(r"(?:;\s+|,\s+(?:but|and|while|although|though|as)\s+|:\s+)")


@dataclass(frozen=True, slots=True)
class Response:
    """One answer; ``evidence`` is the clause, exactly ``text[start_char:end_char]``; kinds are the codebook's."""

    start_char: int
    end_char: int
    evidence: str
    speaker: str
    kind: str
    date: dt.date | None


@lru_cache(maxsize=8)
def _vocabulary(lexicon: Lexicon) -> Terms[str]:
    return Terms(lexicon, ((r["term"], r["kind"]) for r in lexicon.rows("answers")))


def find_responses(document: Document) -> list[Response]:
    """The answers of an article in order, one for each clause; a number's denial by a third party is none."""
    found: list[Response] = []
    for sentence in document.sentences:
        for match in _vocabulary(document.lexicon).all(sentence):
            response = _response(document, sentence, match)
            if response and not (found and found[-1].end_char > response.start_char and found[-1].kind == response.kind):
                found.append(response)
    return found


def _response(document: Document, sentence: Sentence, match: Match[str]) -> Response | None:
    """The clause around an answering word, where a party to the fighting speaks and harm is what is spoken of."""
    tokens = sentence.tokens
    at, end = tokens[match.first].start, tokens[match.last - 1].end
    before = document.sentences[sentence.index - 1].text if sentence.index else ""
    if not HARM.search(sentence.text) and not HARM.search(before):
        return None
    start, stop = _clause(sentence, at, end)
    verbal = match.entry in ("denied", "acknowledged")
    if verbal and match.first and tokens[match.first - 1].lower in UNASSERTED:
        return None
    if match.entry == "acknowledged" and (NO_ONE.search(document.text[start:stop]) or not HARM.search(document.text, at, stop)):
        return None
    asked = _asked(sentence, end) if match.entry == "no_comment" else None
    speaker = asked or party_before(sentence, at) or speaker_of(document, sentence, at, end)
    if not PARTIES.intersection(speaker.split(";")) and speaker != "other":
        return None
    return Response(start, stop, document.text[start:stop], speaker, match.entry, document.published)


def _asked(sentence: Sentence, end: int) -> str | None:
    """Whose answer is missing, where the text says so behind the words that end at ``end``: "no comment from the army"."""
    for mark in marks_of(vocabulary(sentence.document.lexicon), sentence):
        if mark.entry.kind == "name" and FROM.fullmatch(sentence.document.text, end, sentence.tokens[mark.first].start):
            return named_speaker(sentence, mark)
    return None


def _clause(sentence: Sentence, at: int, end: int) -> tuple[int, int]:
    """The clause that holds the words from ``at`` to ``end``: between the coordinations around it, without the full stop."""
    text, left = sentence.text, at - sentence.start
    starts = [m.end() for m in CLAUSE_START.finditer(text, 0, left)]
    stop = CLAUSE_END.search(text, end - sentence.start)
    start = sentence.start + (starts[-1] if starts else 0)
    last = sentence.start + (stop.start() if stop else len(text))
    trimmed = sentence.document.text[start:last].rstrip(" .\n")
    return start, start + len(trimmed)
