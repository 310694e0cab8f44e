"""What a party to the fighting says about what it is accused of (CODEBOOK.md, Responses)."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from analysis.extraction.agents import actor_before
from analysis.extraction.answer_words import ADVERBS, VERBS, AnswerWords
from analysis.extraction.lexicon import Lexicon
from analysis.extraction.marks import Mark, about_iraq, marks_of, named_speaker, party_before, vocabulary
from analysis.extraction.sentences import Document, Sentence
from analysis.extraction.speakers import speaker_of
from analysis.extraction.terms import Match

PARTIES = frozenset(("coalition", "us_government", "sdf", "kurdish_officials", "government", "is", "iraq", "rebels"))
# The speaker that an actor is, where the vocabulary of speakers does not know it.
SPEAKS_AS = {"coalition": "coalition", "sdf": "sdf", "government": "government", "russia": "government", "is": "is", "iraq": "iraq"}
ACCUSERS = frozenset(("residents", "sohr", "rights_group", "aid_agency", "un"))
# The category that answers for the acts of another.
ANSWERS_FOR = {"us_government": "coalition", "kurdish_officials": "sdf", "rebels": "other"}
ANSWERS_AS = {"state_media": "government"}  # who passes on the answer of its state
STATES = {"syria": "government", "iraq": "iraq"}
STANCES = frozenset(("denied", "acknowledged"))
# Behind one of these the verb has no party for its subject, or says the contrary, or what may come.
CALLING = frozenset("called calls described describes branded labelled labeled said says insisted insists".split())
UNASSERTED = frozenset("to no not nobody never none will would could should may might if whether n't cannot".split())
# "The biggest acknowledged loss", "attacks, many of which were claimed by IS": no answer to one accusation.
ATTRIBUTIVE = re.compile(r"\b(?:the|an?|first|only|most|\w+est)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
SEVERAL_OF = re.compile(r"\b(?:many|most|some|several|few|number)\s+of\s+(?:which|them|those)\b[^,;]*$", re.IGNORECASE)
PASSIVE = frozenset("was were been be being is are".split())
PREPOSITIONS = frozenset("in of on to from over near inside across against with by".split())
NO_ONE = re.compile(r"\b(?:no\s+(?:\w+\s+){0,3}?(?:group|one|party|faction|side|organi[sz]ation)|nobody|neither|none)\b", re.IGNORECASE)
# Acts and harm: what an answer has to be about.
HARM = re.compile(
    r"\b(?:kill|death|dead|die|casualt|strike|struck|airstrike|raid|shell|bomb|attack|massacre|responsib|involve|target|hit|blast|explosion"
    r"|victim|wound|chemical|gas|sarin|chlorine|napalm|phosphorus|weapon|execut|behead|storm|loss\s+of)\w*",
    re.IGNORECASE,
)
RECALLED = 3  # sentences, of its own paragraph and the one before, to which an answer may be
REACH = 110  # characters behind a verb in which its object begins; some texts have no commas
ADJUNCT = re.compile(r"[;“”\"]|\b(?:after|amid|while|despite|when|following|but)\b")
CONTENT = re.compile(r"(?:\s+(?:from|by)\s+(?:[\w’'-]+\s+){0,3}?[\w’'-]+)?\s+(?:of|that|about|over|it|its|in|to)\b")
IT = re.compile(r"\s+(?:it|this|that|them)\s*(?:$|[.,])")
OPEN = re.compile(r"(?<![A-Za-z])(?:whether|if|accus\w+|blam\w+|den(?:y|ie[sd]|ying)|reject\w*|dismiss\w*)\b", re.IGNORECASE)
FUTURE = re.compile(r"\b(?:would|will)\b", re.IGNORECASE)
NEAR = 5  # words in which the noun of what is denied stands
FROM = re.compile(r"\s+(?:from|by)\s+(?:\w+\s+){0,2}")
NEXT = re.compile(r"\s+(?:\w+\s+){0,2}")
BY = re.compile(r"\s+by\s+(?:\w+\s+){0,3}")
QUOTED = re.compile(r"[“\"]\s*([^“”\"]+?)[\s.,]*[”\"]")
CLAUSE_END = re.compile(r"(?:,\s+(?:but|and|while|although|though|which|saying\s+that\s+the|as)\b|;|\s+but\s|[“\"]?\s*$)")
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


@lru_cache(maxsize=8)
def _words(lexicon: Lexicon) -> AnswerWords:
    return AnswerWords(lexicon)


def find_responses(document: Document) -> list[Response]:
    """The answers of an article in order, one for each clause; a number's denial by a third party is none."""
    found: list[Response] = []
    for sentence in document.sentences:
        answers = sorted(_answers(sentence))
        policies = [(start, end) for start, end, _, kind in answers if kind == "general"]
        for start, end, speaker, kind in answers:
            if kind == "denied" and any(start < last and first < end for first, last in policies):
                continue  # "did not target civilians"
            start, end = _clause(sentence, start, end)
            if not any(r.end_char > start and (r.kind == kind or {r.kind, kind} <= STANCES) for r in found):
                found.append(Response(start, end, document.text[start:end], speaker, kind, document.published))
    return found


def _answers(sentence: Sentence) -> Iterator[tuple[int, int, str, str]]:
    """Where the words of an answer stand, who answers, and how."""
    words, document = _words(sentence.document.lexicon), sentence.document
    for match in words.terms.all(sentence):
        start, end = sentence.tokens[match.first].start, sentence.tokens[match.last - 1].end
        kind = _kind(sentence, match, words)
        speaker = kind and _speaker(sentence, match, kind)
        if kind and speaker and not (match.entry in ("deny", "admit") and _is_of_another(sentence, end, speaker, words)):
            yield start, end, speaker, kind
    for kind, pattern in words.stated.items():
        if kind != "general" and not _speaks_of_harm(sentence):
            continue
        for stated in pattern.finditer(sentence.text):
            start, end = sentence.start + stated.start(), sentence.start + stated.end()
            subject = party_before(sentence, start) if kind == "will_assess" else None
            speaker = subject or speaker_of(document, sentence, start)
            if kind == "general" and (not _is_party(speaker) or not _says(sentence)):
                speaker = party_before(sentence, start) or speaker
            party = _party(sentence, speaker, start)
            if kind == "claimed":  # others' own acts are told as deeds, not as an answer
                kind, party = "acknowledged", party if party == "is" else None
            if party and not _is_open(sentence, start, OPEN) and (kind == "will_assess" or not _is_open(sentence, start, FUTURE)):
                yield start, end, party, kind


def _kind(sentence: Sentence, match: Match[str], words: AnswerWords) -> str | None:
    """The codebook's kind of an answering word, where its construction is an answer to an accusation of harm."""
    if match.entry in VERBS:
        return VERBS[match.entry] if _is_of_harm(sentence, match, words) else None
    if not _speaks_of_harm(sentence) or (match.entry == "verdict" and not _is_verdict(sentence, match, words)):
        return None
    if match.entry == "will_assess" and sentence.words[match.first].endswith("ing") and not _goes_on(sentence, match.first):
        return None
    return {"verdict": "denied", "asked": "no_comment"}.get(match.entry, match.entry)


def _is_of_harm(sentence: Sentence, match: Match[str], words: AnswerWords) -> bool:
    """Whether a verb is asserted, and what it denies, admits or claims is an act of harm; in the passive what stands before it."""
    end = sentence.tokens[match.last - 1].end
    before, behind = _word_before(sentence, match.first), _object(sentence, end)
    told = sentence.text[: end - sentence.start]
    so_far = sentence.text[: sentence.tokens[match.first].start - sentence.start]
    if before in UNASSERTED or NO_ONE.search(told) or ATTRIBUTIVE.search(so_far) or SEVERAL_OF.search(so_far):
        return False
    if before in PASSIVE or (BY.match(behind) and words.undergone.search(so_far)):
        return BY.match(behind) is not None and (HARM.search(told) is not None or words.told.search(so_far) is not None)
    if match.entry == "admit" and words.own_loss.search(behind):
        return False
    if match.entry in ("deny", "dismiss"):
        return _denies_harm(sentence, told, behind, words, match.entry)
    wanted = {"admit": HARM, "confirm": words.own_act, "claim": words.deed, "take": HARM}[match.entry]
    return wanted.search(told + behind if match.entry == "take" else behind) is not None


def _is_verdict(sentence: Sentence, match: Match[str], words: AnswerWords) -> bool:
    """Whether a report is said to be so; "the false claims of the coalition", "a campaign of lies" are said in passing."""
    if sentence.words[match.first - 1] == "of":
        return False
    behind = sentence.document.text[sentence.tokens[match.last - 1].end : sentence.end].lstrip()
    return sentence.says(words.told) and words.told.match(behind) is None


def _goes_on(sentence: Sentence, i: int) -> bool:
    """Whether the participle at word ``i`` is a verb's: "is still investigating"; not "the prospect of investigating"."""
    words = (sentence.words[j] for j in _back(sentence, i))
    before = next((w for w in words if w != "still" and not w.endswith("ly")), "")
    return before in PASSIVE or before == "and" or before.endswith("re")


def _object(sentence: Sentence, end: int) -> str:
    """What stands behind a verb that ends at ``end``, without adjuncts."""
    return ADJUNCT.split(sentence.document.text[end : min(end + REACH, sentence.end)], maxsplit=1)[0]


def _back(sentence: Sentence, i: int) -> list[int]:
    """The three words before word ``i``, the nearest first, but for adverbs."""
    return [j for j in range(i - 1, max(-1, i - 4), -1) if sentence.words[j] not in ADVERBS]


def _word_before(sentence: Sentence, i: int) -> str:
    """The word before word ``i``, adverbs passed over; "IS" is a name."""
    at = next(iter(_back(sentence, i)), None)
    if at is None or sentence.document.text[sentence.tokens[at].start : sentence.tokens[at].end] == "IS":
        return ""
    return sentence.words[at]


def _denies_harm(sentence: Sentence, told: str, behind: str, words: AnswerWords, verb: str) -> bool:
    """Whether what is denied is an accusation, an act of harm, or a report: one of harm, or one that goes on from before."""
    noun = words.report.search(behind)
    if noun and len(behind[: noun.start()].split()) < NEAR:
        if words.accusation.fullmatch(noun[0]):
            return True
        content = behind[noun.end() :]
        return HARM.search(content) is not None if CONTENT.match(content) else _speaks_of_harm(sentence)
    if not behind.strip(' .,”"'):
        so_far = told.rpartition(" ")[0] + " "
        return HARM.search(told) is not None or words.accused.search(so_far) is not None  # "a charge that Moscow denied"
    if IT.match(behind) or (verb == "deny" and words.present.search(behind)):
        return _speaks_of_harm(sentence)
    return verb == "deny" and HARM.search(behind) is not None


def _is_of_another(sentence: Sentence, end: int, speaker: str, words: AnswerWords) -> bool:
    """Whether what is denied or admitted behind ``end`` is the act of one for whom the speaker does not answer: "denied Russian raids"."""
    behind = _object(sentence, end)
    harm = HARM.search(behind)
    actor = actor_before(sentence, end + harm.start(), end) if harm and not words.report.search(behind, 0, harm.start()) else None
    answering = {ANSWERS_FOR.get(s, s) for s in speaker.split(";")}
    return actor is not None and SPEAKS_AS.get(actor, "other") not in answering


def _speaks_of_harm(sentence: Sentence) -> bool:
    """Whether this sentence, or one shortly before it, speaks of an act of harm."""
    recent = sentence.document.sentences[max(0, sentence.index - RECALLED) : sentence.index + 1]
    return any(s.says(HARM) for s in recent if s.index >= sentence.index - 1 or s.paragraph >= sentence.paragraph - 1)


def _is_open(sentence: Sentence, at: int, words: re.Pattern[str]) -> bool:
    """Whether a clause is asked, denied or held against somebody, not stated: "did not say whether it", "accused of", "denied that it"."""
    return words.search(sentence.text, max(0, at - sentence.start - REACH), at - sentence.start) is not None


def _speaker(sentence: Sentence, match: Match[str], kind: str) -> str | None:
    """The party that answers; None where it is none."""
    document, at, end = sentence.document, sentence.tokens[match.first].start, sentence.tokens[match.last - 1].end
    if match.entry in ("general", "verdict", "denied"):
        speaker: str | None = _state_calling(sentence, match.first) or speaker_of(document, sentence, at)
        passed_on = speaker in ("reporter", "other") or (kind == "general" and not _is_party(speaker))
        speaker = (party_before(sentence, at) or speaker) if passed_on else speaker
        speaker = ANSWERS_AS.get(speaker or "", speaker)
    elif sentence.words[match.first] in ("may", "might") and _says(sentence) and speaker_of(document, sentence, at) in ACCUSERS:
        return None
    else:
        named = _named_behind(sentence, end, match) if match.entry in (*VERBS, "asked", "no_comment") else None
        if named == "other":
            return named
        speaker = ANSWERS_AS.get(named or "", named)
        speaker = speaker or _state_before(sentence, match.first) or _both(sentence, at) or party_before(sentence, at)
        speaker = speaker or _own_force(sentence, match.first)
        if speaker == "other":  # a name that the vocabulary knows for nobody's, "Israel's army"
            return speaker if actor_before(sentence, at) else None
        speaker = speaker or speaker_of(document, sentence, at)
    return _party(sentence, speaker, at)


def _state_before(sentence: Sentence, i: int) -> str | None:
    """The state that is the subject of the verb at word ``i``, auxiliaries passed over: "Syria has denied", not "a team in Syria"."""
    at = next((j for j in _back(sentence, i) if sentence.words[j] not in ("has", "have", "had")), None)
    if at is None or (at and sentence.words[at - 1] in PREPOSITIONS):
        return None
    return STATES.get(sentence.words[at])


def _state_calling(sentence: Sentence, i: int) -> str | None:
    """The state that says so of what word ``i`` is in: "Syria described the reports as untrue"."""
    calling = [j for j in range(1, i) if sentence.words[j] in CALLING]
    return _state_before(sentence, calling[-1]) if calling else None


def _both(sentence: Sentence, at: int) -> str | None:
    """The two parties that the subject before ``at`` joins: "government and opposition forces have both denied"."""
    marks = [m for m in marks_of(vocabulary(sentence.document.lexicon), sentence) if sentence.tokens[m.last - 1].end <= at]
    sources = [m for m in marks if m.entry.kind in ("name", "state")]
    if len(sources) < 2 or sentence.words[sources[-2].last : sources[-1].first] not in (["and"], ["and", "the"]):
        return None
    one, other = (_settled(sentence, m) for m in sources[-2:])
    return f"{one};{other}" if one != other and _is_party(one) and _is_party(other) else None


def _settled(sentence: Sentence, mark: Match[Mark]) -> str:
    """The speaker of a source; a force or post without an owner is of the state that the article is about."""
    return named_speaker(sentence, mark) or ("iraq" if about_iraq(sentence.document) else "government")


def _says(sentence: Sentence) -> bool:
    """Whether anybody is quoted in the sentence."""
    return any(m.entry.kind == "say" for m in marks_of(vocabulary(sentence.document.lexicon), sentence))


def _own_force(sentence: Sentence, i: int) -> str | None:
    """The army, ministry or "military source" of the state that the article is about, as the subject of the verb at word ``i``."""
    marks = [m for m in marks_of(vocabulary(sentence.document.lexicon), sentence) if m.last <= i]
    forces = [m for m in marks if m.entry.kind == "state" or (m.entry.kind == "people" and m.entry.speaker in PARTIES)]
    between = [w for w in sentence.words[forces[-1].last if forces else 0 : i] if w not in ADVERBS and w not in ("again", "has", "had")]
    if not forces or (between and between[0] not in ("quoted", "cited", "speaking")):
        return None
    return forces[-1].entry.speaker or _party(sentence, "other", sentence.tokens[i].start)


def _party(sentence: Sentence, speaker: str | None, at: int) -> str | None:
    """The speaker where it is a party to the fighting; one that the vocabulary does not know is the actor named before, if any."""
    if speaker in ("other", "reporter"):
        actor = actor_before(sentence, at)
        return SPEAKS_AS.get(actor, "other") if actor else None
    return speaker if speaker and _is_party(speaker) else None


def _is_party(speaker: str) -> bool:
    return not PARTIES.isdisjoint(speaker.split(";"))


def _named_behind(sentence: Sentence, end: int, match: Match[str]) -> str | None:
    """Who answers, where the text says so behind the words that end at ``end``: "no comment from the army", "claimed by the group"."""
    gap = NEXT if match.entry == "asked" else FROM if match.entry == "no_comment" else BY
    for mark in marks_of(vocabulary(sentence.document.lexicon), sentence):
        if mark.entry.kind in ("name", "state") and gap.fullmatch(sentence.document.text, end, sentence.tokens[mark.first].start):
            return _settled(sentence, mark)
    return None


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
