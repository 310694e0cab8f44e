"""Who says it: the attributions of an article, and the one that a number stands under (CODEBOOK.md, speaker)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from analysis.extraction.lexicon import Lexicon
from analysis.extraction.sentences import Document, Sentence
from analysis.extraction.terms import Match, Terms

SOURCES = frozenset(("name", "people", "role", "state", "same"))
QUOTES = "\"“”"
SUBJECT_REACH = 24  # words between a source and its verb: an apposition, a place, a relative clause
PHRASE_REACH = 8  # words between two names of one source
LEAD_REACH = 2  # sentences in which a lead names its source
CARRY_REACH = 2  # sentences over which an account is still the same source's
# A rank without an owner is of the side that was quoted last.
RANKS = frozenset("commander commanders fighter fighters soldier soldiers officer officers".split())
SIDES = frozenset(("sdf", "rebels", "iraq", "government", "coalition"))
STATE_OUTLETS = {"sana": "state_media", "ikhbariya": "state_media"}
STATE_SLUG = re.compile(r"\bSANA\s*[-–—]")
# A source behind one of these is a place or a partner of what is told, not the one who tells it.
OBLIQUE = frozenset("on near into against inside outside by to than".split())
LINKS = frozenset("the a an of for at in from with and or , ( ) ' ’ s - its his her who which that speaks heads runs leads another both as".split())
DETERMINERS = frozenset(("the", "a", "an"))
BREAKS = frozenset(
    "was were had has have is are been be killed wounded killing wounding died after when while before since because but including among left".split()
)
# What may stand between a subject and its verb without being part of it.
ADVERBS = frozenset(
    "also later earlier has have had on in a an the its statement monday tuesday wednesday thursday friday saturday sunday today yesterday"
    " late early separately meanwhile , ( ) then again further likewise previously already however at first would could written".split()
)
POSTMODIFIERS = frozenset(
    ", ( in at from of for on with near who which that whose based contacted interviewed reached quoted named close told via operating loyal".split()
)
# The state of the war as the article itself recalls it: totals of the whole war, the caliphate's rise and its losses.
BACKGROUND = re.compile(
    r"\bsince\s+(?:the\s+|syria[’']?s\s+|an?\s+)?(?:\w+\s+){0,4}?(?:war|conflict|uprising|revolt|revolution|crisis|protests)\b"
    r"|\b(?:war|conflict|uprising|revolt|violence)\b.{0,80}\b(?:has|have)\s+(?:\w+\s+)?(?:killed|claimed|cost|left|displaced|forced|driven|uprooted)\b"
    r"|\b(?:swept|overran|seized|captured|conquered|occupied|controlled|ruled|proclaimed|declared|grabbed|took)\b.{0,80}"
    r"(?:\bin\s+(?:\w+\s+)?20\d\d\b|\bcaliphate\b|\bswathes?\b)"
    r"|\b(?:in|since)\s+20\d\d\b.{0,60}\b(?:swept|overran|seized|captured|conquered|occupied|controlled|took|grabbed)\b"
    r"|\b(?:\d{3}[, ]?\d{3}|hundreds\s+of\s+thousands|half\s+a\s+million)\b.{0,60}\b(?:killed|died|dead|lives|deaths)\b"
    r"|^\W*(?:in|back\s+in)\s+(?:\w+\s+)?20\d\d\b|^\W*(?:it|which)\s+has\s+(?:since\s+)?(?:killed|cost|claimed|left|driven)\b"
    r"|\bat\s+(?:its|their|the)\s+(?:height|peak|strongest)|\bonce\s+(?:held|controlled|ruled|master)\b",
    re.IGNORECASE,
)
OPPOSITION_COALITION = re.compile(r"\b(?:Syrian|National|[Oo]pposition)\s+Coalition\b|\bEtilaf\b")
# A sentence that opens so goes on about what the one before has told.
TAKEN_UP = re.compile(
    r"\W*(?:among\s+(?:them|those|the\s+(?:dead|victims))|(?:\w+\s+)?of\s+(?:them|these|those|the\s+(?:dead|victims|wounded))|they|these|those|th(?:at|is)\s+"
    r"(?:figure|number|toll|total)|the\s+(?:dead|victims|toll|death\s+toll|casualties|figure))\b",
    re.IGNORECASE,
)
LAND = re.compile(
    r"\b(?:most|all|much|parts|swathes|percent|per\s+cent|third|half|bulk)\s+of\b.{0,60}\b(?:land|territory|caliphate|province|ground|country)\b"
    r"|\b(?:controls?|holds?)\s+(?:\w+\s+){0,2}(?:third|half|quarter|most|percent|much|large)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """What the vocabulary says of a term: its kind, and the speaker it stands for if it stands for one."""

    kind: str
    speaker: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source and its verb at ``start`` to ``end``. ``leads``: what is said follows; else it went before."""

    start: int
    end: int
    speaker: str
    leads: bool


@lru_cache(maxsize=8)
def _vocabulary(lexicon: Lexicon) -> Terms[Mark]:
    """Sources and verbs of speech. A name's genitive is the name, also where a text has lost its apostrophes."""
    terms = [(r["term"], Mark(r["form"], "")) for r in lexicon.rows("speech")]
    for row in lexicon.rows("speakers"):
        mark = Mark(row["kind"], row["speaker"])
        terms.append((row["term"], mark))
        if row["kind"] != "same" and not row["term"].endswith("s"):
            terms += [(row["term"] + ending, mark) for ending in ("'s", "’s")]
            if row["kind"] == "name" and len(row["term"]) > 3:
                terms.append((row["term"] + "s", mark))
    return Terms(terms)


def speaker_of(document: Document, sentence: Sentence, start: int, end: int) -> str:
    """The speaker of the number at ``start`` to ``end``, as the codebook names it; two are joined with ``;``."""
    told = _attributions(document)
    here = told[sentence.index]
    found = _covering(here, sentence, start, end)
    if found:
        return found.speaker
    voice = own_voice(document)
    if voice != "reporter" or is_background(sentence) or LAND.search(sentence.text):
        return voice
    near = _near(document, told, sentence)
    return near or voice


def own_voice(document: Document) -> str:
    """The speaker of what an article says itself: ``state_media`` in an outlet of the state, else ``reporter``."""
    if (document.outlet or "").lower() in STATE_OUTLETS:
        return STATE_OUTLETS[(document.outlet or "").lower()]
    return "state_media" if STATE_SLUG.search(document.text, 0, 300) else "reporter"


def is_background(sentence: Sentence) -> bool:
    """Whether the sentence recalls the war so far, in the article's own voice."""
    return BACKGROUND.search(sentence.text) is not None


@lru_cache(maxsize=64)
def about_iraq(document: Document) -> bool:
    """Whether the article speaks of Iraq more than of Syria, so that "the army" is the Iraqi one."""
    return document.text.count("Iraq") > document.text.count("Syria")


def _near(document: Document, told: Sequence[list[Attribution]], sentence: Sentence) -> str | None:
    """The source that the sentences around go on quoting, for a sentence that names none."""
    before = next((i for i in range(sentence.index - 1, -1, -1) if told[i]), None)
    behind = next((i for i in range(sentence.index + 1, min(sentence.index + 1 + LEAD_REACH, len(told))) if told[i]), None)
    sentences = document.sentences
    if before is not None and sentence.index - before <= CARRY_REACH and TAKEN_UP.match(sentence.text):
        return told[before][-1].speaker
    if before is None:
        return told[behind][0].speaker if behind is not None else None
    if behind == sentence.index + 1 and sentences[behind].paragraph == sentence.paragraph != sentences[before].paragraph:
        return told[behind][0].speaker
    if sentence.index - before <= CARRY_REACH and sentences[before].paragraph == sentence.paragraph:
        return told[before][-1].speaker
    speakers = {a.speaker for some in told for a in some}
    return next(iter(speakers)) if len(speakers) == 1 else None


def _covering(attributions: Sequence[Attribution], sentence: Sentence, start: int, end: int) -> Attribution | None:
    """The attribution of this sentence that the span stands under."""
    if len(attributions) > 1:
        attributions = [a for a in attributions if a.speaker != "reporter"] or attributions
    before = [a for a in attributions if a.start <= start]
    behind = [a for a in attributions if a.start > start]
    if before and behind:
        last, following = before[-1], behind[0]
        between = sentence.document.text[last.end : start]
        if following.leads or (last.leads and not re.search(r";|,\s+(?:while|but|and)\b", between)):
            return last
        return following
    return before[-1] if before else behind[0] if behind else None


@lru_cache(maxsize=64)
def _attributions(document: Document) -> list[list[Attribution]]:
    """The attributions of each sentence in order, pronouns and surnames resolved to the sources they stand for."""
    terms = _vocabulary(document.lexicon)
    marked = [_marks(terms, s) for s in document.sentences]
    phrases = [_phrases(s, m) for s, m in zip(document.sentences, marked, strict=True)]
    known = _acquainted(phrases)
    last: str | None = None
    told: list[list[Attribution]] = []
    for some in phrases:
        told.append([])
        for phrase in some:
            speaker = phrase.speaker(known, last)
            if speaker is None:
                continue
            told[-1].append(Attribution(phrase.start, phrase.end, speaker, phrase.leads))
            if speaker != "reporter":
                last = speaker
    return told


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A source as the words have it: the marks of each of the sources joined, and the words of its names and roles."""

    sentence: Sentence
    start: int
    end: int
    sources: list[list[Match[Mark]]]
    words: frozenset[str]
    leads: bool

    def speaker(self, known: dict[str, str], last: str | None) -> str | None:
        """The speakers, joined; None where nothing tells who the pronoun is."""
        found: list[str] = []
        for source in self.sources or [[]]:
            one = self._one(source, known, last)
            if one and one not in found:
                found.append(one)
        if len(found) > 1 and "reporter" in found:
            found.remove("reporter")
        return ";".join(found) or None

    def _one(self, source: list[Match[Mark]], known: dict[str, str], last: str | None) -> str | None:
        for kind in ("name", "people"):
            named = [self._settled(m) for m in source if m.entry.kind == kind]
            if named:
                return next((s for s in named if s != "reporter"), named[0])
        for word in self.words:
            if word in known:
                return known[word]
        if not source and not self.words or any(m.entry.kind == "same" for m in source):
            return last
        if any(m.entry.kind == "state" for m in source):
            return "iraq" if about_iraq(self.sentence.document) else "government"
        if self.words & RANKS and last in SIDES:
            return last
        return "other"


    def _settled(self, mark: Match[Mark]) -> str:
        """The speaker of a name; "the Coalition" is the opposition's where the article is about that one."""
        if mark.entry.speaker == "coalition" and mark.last - mark.first == 1 and OPPOSITION_COALITION.search(self.sentence.document.text):
            return "rebels"
        return mark.entry.speaker


def _acquainted(phrases: list[list[_Phrase]]) -> dict[str, str]:
    """Surnames and roles that some phrase of the article ties to a speaker ("Omar", "commander")."""
    known: dict[str, str] = {}
    for some in phrases:
        for phrase in some:
            if len(phrase.sources) == 1 and any(m.entry.kind == "name" for m in phrase.sources[0]):
                speaker = phrase.speaker({}, None)
                if speaker and speaker != "reporter":
                    for word in phrase.words:
                        known.setdefault(word, speaker)
    return known


def _marks(terms: Terms[Mark], sentence: Sentence) -> list[Match[Mark]]:
    """Sources and verbs, without masks, and without names that are only part of an adjective ("IS-held")."""
    tokens = sentence.tokens
    found = []
    for m in terms.all(sentence):
        hyphened = m.last < len(tokens) and tokens[m.last].lower == "-" and tokens[m.last].start == tokens[m.last - 1].end
        if m.entry.kind == "mask" or (hyphened and m.entry.kind in SOURCES):
            continue
        found.append(m)
    return found


def _phrases(sentence: Sentence, marks: list[Match[Mark]]) -> list[_Phrase]:
    found: list[_Phrase] = []
    tokens = sentence.tokens
    for k, mark in enumerate(marks):
        kind = mark.entry.kind
        phrase = None
        if kind == "to":
            phrase = _behind(sentence, marks, k)
        elif kind == "noun":
            phrase = _owned(sentence, marks, k)
        elif kind == "count":
            phrase = _before(sentence, marks, k, close=True)
        elif kind == "again":
            phrase = _phrase(sentence, mark.first, mark.last, [[]], mark)
        elif kind in ("say", "tell"):
            phrase = _inverted(sentence, marks, k) if kind == "say" else None
            phrase = phrase or _before(sentence, marks, k, close=False) or _participle(sentence, marks, k)
            if phrase is None and kind == "say":
                phrase = _behind(sentence, marks, k)
        if phrase:
            found.append(phrase)
    return found or _headline(sentence, marks)


def _inverted(sentence: Sentence, marks: list[Match[Mark]], k: int) -> _Phrase | None:
    """The source of "..., said X" and "..." said X": behind a quotation, or where X ends its clause."""
    before = sentence.tokens[marks[k].first - 1].lower if marks[k].first else ""
    if not before or before not in QUOTES + ",":
        return None
    phrase = _behind(sentence, marks, k)
    if phrase is None or before in QUOTES:
        return phrase
    rest = sentence.document.text[phrase.end : sentence.end].lstrip()
    return phrase if not rest or rest[0] in ".,;:—–-" or rest.startswith(("in ", "on ")) else None


def _gap(sentence: Sentence, first: int, last: int) -> list[str]:
    return [t.lower for t in sentence.tokens[first:last]]


def _is_capital(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    return sentence.document.text[token.start].isupper()


def _before(sentence: Sentence, marks: list[Match[Mark]], k: int, *, close: bool) -> _Phrase | None:
    """The subject before the verb ``marks[k]``: the nearest source that can be its subject, with its apposition."""
    verb = marks[k]
    for n in range(k - 1, -1, -1):
        source = marks[n]
        gap = _gap(sentence, source.last, verb.first)
        if source.entry.kind not in SOURCES or len(gap) > SUBJECT_REACH or any(w in QUOTES or w == ";" for w in gap):
            break
        if _is_oblique(sentence, source, marks[n - 1] if n else None):
            continue
        direct = all(w in ADVERBS for w in gap)
        if not direct and source.entry.kind == "same":
            continue
        if not direct and not _is_postmodified(gap, close=close):
            break
        first, sources = _leftwards(sentence, marks, n, closed="," in gap)
        return _phrase(sentence, first, verb.last, sources, verb)
    i = verb.first - 1
    if not close and i >= 0 and _is_capital(sentence, i) and sentence.tokens[i].lower.isalpha() and len(sentence.tokens[i].lower) > 2:
        if i > 0 or verb.last < len(sentence.tokens):
            return _phrase(sentence, i, verb.last, [], verb)
    return None


def _is_postmodified(gap: list[str], *, close: bool) -> bool:
    """Between a source and its verb stands an apposition, a place, or a relative clause of whose verb it is the subject."""
    if gap[-1] in ("which", "who", "that"):
        return not close
    if gap[0] not in POSTMODIFIERS or (close and gap[-1] != ","):
        return False
    return gap[0] != "," or gap[-1] in ADVERBS or "," in gap[1:]


def _is_oblique(sentence: Sentence, source: Match[Mark], previous: Match[Mark] | None) -> bool:
    """Behind a preposition that makes it a place or an object."""
    i = source.first - 1
    if i >= 0 and sentence.tokens[i].lower == "in":
        return True
    if i > 0 and sentence.tokens[i].lower in ("the", "a", "an"):
        i -= 1
        if previous is not None and previous.entry.kind == "role" and previous.last == i:
            return False
    return i >= 0 and sentence.tokens[i].lower in OBLIQUE


def _leftwards(sentence: Sentence, marks: list[Match[Mark]], n: int, *, closed: bool) -> tuple[int, list[list[Match[Mark]]]]:
    """The source that ends at mark ``n`` with what names it further left; joined sources apart."""
    sources, first = [[marks[n]]], marks[n].first
    while n > 0 and marks[n - 1].entry.kind in SOURCES:
        left, gap = marks[n - 1], _gap(sentence, marks[n - 1].last, marks[n].first)
        if len(gap) > PHRASE_REACH or any(w in BREAKS or w in QUOTES for w in gap) or ("," in gap and not closed):
            break
        if len(gap) > 1 and gap[0] not in LINKS - DETERMINERS and not all(_is_capital(sentence, i) for i in range(left.last, marks[n].first)):
            break
        apposed = left.entry.kind == "name" and marks[n].entry.kind == "role"
        if gap and gap[-1] in DETERMINERS and not apposed and (len(gap) == 1 or gap[-2] not in LINKS):
            break
        if "and" in gap:
            sources.insert(0, [left])
        else:
            sources[0].insert(0, left)
        n -= 1
        first = left.first
    while first > 0 and _is_capital(sentence, first - 1) and sentence.tokens[first - 1].lower.isalpha():
        first -= 1
    return first, sources


def _behind(sentence: Sentence, marks: list[Match[Mark]], k: int) -> _Phrase | None:
    """The source behind a verb or preposition: "said X, the head of Y", "according to X"."""
    verb, tokens = marks[k], sentence.tokens
    prepositional = verb.entry.kind == "to"
    n, last = k + 1, verb.last
    sources: list[list[Match[Mark]]] = []
    while n < len(marks) and marks[n].entry.kind in SOURCES:
        gap = _gap(sentence, last, marks[n].first)
        plain = all(w in LINKS or w in ADVERBS or _is_capital(sentence, last + i) or "-" in w for i, w in enumerate(gap))
        if len(gap) > PHRASE_REACH or any(w in BREAKS or w in QUOTES or w == "that" for w in gap):
            break
        if not sources and not plain and not (prepositional and len(gap) <= 4):
            break
        if sources and not (plain or len(gap) <= 2):
            break
        if not sources and not prepositional and ("," in gap[:1] or "in" in gap[:1] or "on" in gap[:1]):
            break
        if "and" in gap and sources:
            sources.append([])
        if not sources:
            sources.append([])
        sources[-1].append(marks[n])
        last = marks[n].last
        n += 1
    if not sources and not (prepositional and last < len(tokens) and _capital_soon(sentence, last)):
        return None
    if not prepositional and sources and sources[0][0].entry.kind == "same" and tokens[sources[0][0].first].lower in ("it", "he", "she", "they", "its"):
        return None
    return _phrase(sentence, verb.first, max(last, verb.last), sources, verb)


def _capital_soon(sentence: Sentence, i: int) -> bool:
    return any(_is_capital(sentence, j) for j in range(i, min(i + 3, len(sentence.tokens))))


def _owned(sentence: Sentence, marks: list[Match[Mark]], k: int) -> _Phrase | None:
    """ "the Observatory's count": a source right before the noun, in the genitive."""
    if k == 0 or marks[k - 1].entry.kind != "name" or marks[k - 1].last != marks[k].first:
        return None
    owner = sentence.tokens[marks[k].first - 1].lower
    return _phrase(sentence, marks[k - 1].first, marks[k].last, [[marks[k - 1]]], marks[k]) if owner.endswith("s") else None


def _participle(sentence: Sentence, marks: list[Match[Mark]], k: int) -> _Phrase | None:
    """The subject of the clause before: "the monitor could not confirm ..., saying 12", "they dated it ... and said 12"."""
    verb = marks[k]
    joined = verb.first > 0 and sentence.tokens[verb.first - 1].lower in ("and", "but", "also")
    if not joined and not sentence.tokens[verb.first].lower.endswith("ing"):
        return None
    subject = next((m for m in marks[:k] if m.entry.kind in SOURCES), None)
    if subject is None or (subject.entry.kind in ("same", "role") and subject.first > 2) or (joined and subject.first > 4):
        return None
    return _phrase(sentence, verb.first, verb.last, [[subject]], verb)


def _headline(sentence: Sentence, marks: list[Match[Mark]]) -> list[_Phrase]:
    """ "12 killed in raid: monitor", "Monitor: 12 killed"."""
    tokens = sentence.tokens
    for m in marks:
        if m.entry.kind not in ("name", "people"):
            continue
        before = tokens[m.first - 1].lower if m.first else ""
        behind = tokens[m.last].lower if m.last < len(tokens) else ""
        if (before in (":", "-", "–", "—") and m.last == len(tokens)) or (m.first <= 1 and behind == ":"):
            return [_phrase(sentence, m.first, m.last, [[m]], m)]
    return []


def _phrase(sentence: Sentence, first: int, last: int, sources: list[list[Match[Mark]]], verb: Match[Mark]) -> _Phrase:
    tokens = sentence.tokens
    inner = {i for source in sources for m in source if m.entry.kind not in ("role", "state") for i in range(m.first, m.last - 1)}
    roles = {i for source in sources for m in source if m.entry.kind in ("role", "state") for i in range(m.first, m.last)}
    words = frozenset(
        tokens[i].lower
        for i in range(first, last)
        if i not in inner and not verb.first <= i < verb.last and (i in roles or (_is_capital(sentence, i) and len(tokens[i].lower) > 3))
    )
    rest = [t.lower for t in tokens[last : last + 2]]
    leads = bool(rest) and rest[0] not in (",", ".", ")", "”", '"') or first <= 1
    return _Phrase(sentence, tokens[first].start, tokens[min(last, len(tokens)) - 1].end, sources, words, leads)
