"""Inside a sentence: who is named as the source of what is said, before the verb of speech or behind it."""

from dataclasses import dataclass, replace

from analysis.extraction.candidates import CAPITALS
from analysis.extraction.gazetteer import SPECIFIC, mentions
from analysis.extraction.marks import SOURCES, Mark, is_oblique
from analysis.extraction.sentences import Sentence
from analysis.extraction.sides import POSSESSIVE
from analysis.extraction.terms import Match

QUOTES = '"“”'
SUBJECT_REACH = 24  # words between a source and its verb: an apposition, a place, a relative clause
COMPOUND = 2  # nouns behind a name that make one of it: "the UN mission said", "the council envoy told"
PHRASE_REACH = 8  # words between two names of one source
LINKS = frozenset(
    "the a an of for at in from with and or , ( ) ' ’ s - its his her who which that speaks heads runs leads another both as".split()
)
DETERMINERS = frozenset(("the", "a", "an", "one", "another"))
BREAKS = frozenset(
    "was were had has have is are been be killed wounded killing wounding died after when while before since because but including"
    " among left".split()
)
PASSIVE = frozenset("was were been is are be being".split())  # "it was reported"
AGED = ("year", "years", "old")
PASSING_ON = ("sohr", "state_media")
SOURCE_WORDS = frozenset(("source", "sources"))
BODIES = frozenset(
    "organisation organization agency group charity monitor watchdog network office body centre center mission programme program"
    " ministry statement report spokesman spokeswoman spokesperson official officer commander".split()
)
SIDE_BY_SIDE = (("name", "name"), ("name", "people"))
# What may stand between a subject and its verb without being part of it.
ADVERBS = frozenset(
    "also later earlier has have had on in a an the its statement monday tuesday wednesday thursday friday saturday sunday today"
    " yesterday late early separately meanwhile , ( ) then again further likewise previously already however at first would could"
    " written tv channel agency news television newspaper website network radio group organisation organization"
    " so far ground scene itself themselves".split()
)
POSTMODIFIERS = frozenset(
    ", ( in at from of for on with near who which that whose based contacted interviewed reached quoted named close told via"
    " operating loyal".split()
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source as the words have it: the marks of each of the sources joined, and the words of its names and roles."""

    sentence: Sentence
    start: int
    end: int
    sources: list[list[Match[Mark]]]
    words: frozenset[str]
    leads: bool


def phrases_of(sentence: Sentence, marks: list[Match[Mark]]) -> list[Phrase]:
    """The attributions of a sentence as its words have them, in order."""
    found: list[Phrase] = []
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
        elif kind in ("say", "tell") and not _is_passive(sentence, mark.first):
            phrase = _told_to_a_monitor(sentence, marks, k) or (_inverted(sentence, marks, k) if kind == "say" else None)
            phrase = phrase or _before(sentence, marks, k, close=False) or _definite(sentence, mark) or _participle(sentence, marks, k)
            if phrase is None and kind == "say":
                phrase = _behind(sentence, marks, k)
        if phrase and not _compares(phrase) and not (kind == "count" and _is_told_of(phrase, found)):
            found.append(phrase)
    return found or _headline(sentence, marks)


def _is_passive(sentence: Sentence, i: int) -> bool:
    """Whether a form of "be" stands right before word ``i``; "IS said" is no passive."""
    return i > 0 and sentence.words[i - 1] in PASSIVE and not _is_capital(sentence, i - 1)


def _is_told_of(phrase: Phrase, found: list[Phrase]) -> bool:
    """ "SANA said that troops had found 12 bodies": who counts without a name, inside what another says, is told of."""
    kinds = {m.entry.kind for source in phrase.sources for m in source}
    return bool(found) and found[-1].leads and kinds <= {"state", "role"}


def _compares(phrase: Phrase) -> bool:
    """ "Ten times as many as the alliance has acknowledged": another's figure, told for comparison."""
    before = phrase.sentence.document.text[phrase.sentence.start : phrase.start].lower().split()[-2:]
    return before[-1:] in (["as"], ["than"]) or before in (["as", "the"], ["than", "the"], ["than", "what"])


def _inverted(sentence: Sentence, marks: list[Match[Mark]], k: int) -> Phrase | None:
    """The source of "..., said X" and "..." said X": behind a quotation, or where X ends its clause."""
    before = sentence.tokens[marks[k].first - 1].lower if marks[k].first else ""
    if not before:
        return None
    if before not in QUOTES + ",":  # "... 23 people says a monitoring group.", in a text that has lost its commas
        last = _behind(sentence, marks, k) if sentence.words[marks[k].first] in ("says", "said") and "," not in sentence.words else None
        ends = last is not None and last.sources and not sentence.document.text[last.end : sentence.end].strip(" .\n")
        return last if ends else None
    phrase = _behind(sentence, marks, k)
    if phrase is None and before in QUOTES + "," and _is_named(sentence, marks[k].last):
        phrase = _phrase(sentence, marks[k].first, marks[k].last + 2, [], marks[k])  # said somebody of whom no more is told
    if phrase is None or before in QUOTES:
        return phrase
    rest = sentence.document.text[phrase.end : sentence.end].lstrip()
    return phrase if not rest or rest[0] in ".,;:—–-" or rest.startswith(("in ", "on ")) else None


def _is_named(sentence: Sentence, i: int) -> bool:
    """Whether a first name and a surname, or the like, stand at word ``i``."""
    return i + 1 < len(sentence.tokens) and _is_capital(sentence, i) and _is_capital(sentence, i + 1)


def _gap(sentence: Sentence, first: int, last: int) -> list[str]:
    return [t.lower for t in sentence.tokens[first:last]]


def _is_capital(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    return sentence.document.text[token.start].isupper()


def _before(sentence: Sentence, marks: list[Match[Mark]], k: int, *, close: bool) -> Phrase | None:
    """The subject before the verb ``marks[k]``: the nearest source that can be its subject, with its apposition."""
    verb = marks[k]
    for n in range(k - 1, -1, -1):
        source = marks[n]
        named = source.last
        while source.entry.kind != "same" and named < verb.first and _is_capital(sentence, named):
            named += 1  # "activist Omar Abu Laila, who ..."
        gap = _gap(sentence, named, verb.first)
        gap = gap[:-1] if gap[-1:] == ["as"] else gap  # "quoted residents as saying"
        if source.entry.kind == "noun":
            continue  # "IS, in a statement released by Amaq, said"
        if source.entry.kind not in SOURCES or len(gap) > SUBJECT_REACH or any(w in QUOTES or w == ";" for w in gap):
            break
        if is_oblique(sentence, source, marks[n - 1] if n else None):
            continue
        direct = all(w in ADVERBS for w in gap) or (verb.entry.kind != "tell" and _is_compound(sentence, source.first, gap))
        definite = sentence.words[source.first] in ("the", "its")
        if not direct and source.entry.kind == "same" and not (definite and _is_postmodified(gap, close=close)):
            continue
        if not direct and not _is_postmodified(gap, close=close):
            break
        if sentence.words[verb.first] == "warning" and sentence.words[max(0, source.first - 1)] in ("a", "an"):
            break  # "a UN warning"
        first, sources = _leftwards(sentence, marks, n, closed="," in gap)
        return _phrase(sentence, first, verb.last, sources, verb)
    i = verb.first - 1
    if close or i < 0 or not _is_capital(sentence, i):
        return None
    surname = sentence.words[i]
    is_name = surname.isalpha() and len(surname) > 2 and not surname.endswith("day") and not sentence.words[verb.first].endswith("ing")
    return _phrase(sentence, i, verb.last, [], verb) if is_name and not _is_of_a_place(sentence, i) else None


def _told_to_a_monitor(sentence: Sentence, marks: list[Match[Mark]], k: int) -> Phrase | None:
    """ "Reliable sources told the Observatory", "confirmed to the Observatory": nobody by name, and the monitor passes it on as its own."""
    verb, heard = marks[k], marks[k + 1] if k + 1 < len(marks) else None
    if heard is None or heard.entry.speaker not in PASSING_ON:
        return None
    if heard.entry.speaker == "state_media":
        said = _before(sentence, marks, k, close=False)
        unnamed = said is not None and SOURCE_WORDS & said.words and {m.entry.kind for s in said.sources for m in s} <= {"role"}
        return replace(said, sources=[[*said.sources[0], heard]]) if said and unnamed else None  # "a source at the province told SANA"
    if not sentence.words[verb.first - 1].endswith("sources"):
        return None
    between = sentence.words[verb.last : heard.first]
    if between[verb.entry.kind == "say" and between[:1] == ["to"] :] not in ([], ["the"]):
        return None
    return _phrase(sentence, verb.first, heard.last, [[heard]], verb)


def _definite(sentence: Sentence, verb: Match[Mark]) -> Phrase | None:
    """ "The medical organisation said": a body of any kind, which is the source quoted last."""
    words = sentence.words
    if verb.first < 2 or words[verb.first - 1] not in BODIES:
        return None
    the = next((i for i in range(verb.first - 2, max(-1, verb.first - 2 - COMPOUND - 1), -1) if words[i] in ("the", "its")), None)
    return None if the is None else _phrase(sentence, the, verb.last, [[]], verb)


def _is_of_a_place(sentence: Sentence, i: int) -> bool:
    """Whether word ``i`` names a place; a town's namesake who opens a clause is a person ("Kobani said")."""
    place = next((m.place for m in mentions(sentence) if m.first <= i < m.last), None)
    opens = i == 0 or sentence.words[i - 1] in (*QUOTES, ",")
    return place is not None and (not opens or place.kind not in SPECIFIC or place.name in CAPITALS)


def _is_compound(sentence: Sentence, first: int, gap: list[str]) -> bool:
    """ "The UN mission said": the name is part of a longer one, behind an article or at a start."""
    before = sentence.tokens[first - 1].lower if first else ","
    return len(gap) <= COMPOUND and before in (*DETERMINERS, ",") and all(w.isalpha() and w not in BREAKS for w in gap)


def _is_postmodified(gap: list[str], *, close: bool) -> bool:
    """Between a source and its verb stands an apposition, a place, or a relative clause of whose verb it is the subject."""
    gap = gap[next((i for i, w in enumerate(gap) if w not in BODIES), 0) :]  # "UNRWA, the United Nations agency for refugees, said"
    core = [w for w in gap if w == "," or w not in ADVERBS]
    if core[-1:] in (["which"], ["who"], ["that"]):
        return not close or core[:1] == [","]
    if gap[0] not in POSTMODIFIERS or (close and gap[-1] != ","):
        return False
    return gap[0] != "," or gap[-1] in ADVERBS or "," in gap[1:]


def _leftwards(sentence: Sentence, marks: list[Match[Mark]], n: int, *, closed: bool) -> tuple[int, list[list[Match[Mark]]]]:
    """The source that ends at mark ``n`` with what names it further left; joined sources apart."""
    sources, first = [[marks[n]]], marks[n].first
    while n > 0 and marks[n - 1].entry.kind in SOURCES:
        left, gap = marks[n - 1], _gap(sentence, marks[n - 1].last, marks[n].first)
        if len(gap) > PHRASE_REACH or any(w in BREAKS or w in QUOTES for w in gap) or ("," in gap and not closed):
            break
        if gap == [","] and left.entry.kind == marks[n].entry.kind == "name":
            break  # "... beat the jihadists, Mazloum Kobani said"
        if is_oblique(sentence, left, None):
            break  # "mass graves left by IS in a report"
        if (
            len(gap) > 1
            and gap[0] not in LINKS - DETERMINERS
            and not all(_is_capital(sentence, i) for i in range(left.last, marks[n].first))
        ):
            break
        apposed = left.entry.kind == "name" and marks[n].entry.kind == "role"
        opened = [*gap, sentence.words[marks[n].first]]  # up to the article, which a mark such as "the official" holds itself
        opened = opened if opened[-1] in DETERMINERS else gap
        if opened and opened[-1] in DETERMINERS and not apposed and (len(opened) == 1 or opened[-2] not in LINKS):
            break
        if "and" in gap:
            sources.insert(0, [left])
        elif gap or marks[n].entry.speaker == "reporter" or (left.entry.kind, marks[n].entry.kind) not in SIDE_BY_SIDE:
            sources[0].insert(0, left)
        n -= 1  # of two side by side the last is the source: "the opposition Syrian Observatory", "in Turkey local sources said"
        first = left.first
    while first > 0 and _is_capital(sentence, first - 1) and sentence.tokens[first - 1].lower.isalpha():
        first -= 1
    return first, sources


def _behind(sentence: Sentence, marks: list[Match[Mark]], k: int) -> Phrase | None:
    """The source behind a verb or preposition: "said X, the head of Y", "according to X"."""
    verb, tokens = marks[k], sentence.tokens
    prepositional = verb.entry.kind == "to"
    n, last = k + 1, verb.last
    sources: list[list[Match[Mark]]] = []
    while n < len(marks) and marks[n].entry.kind in SOURCES:
        gap = _gap(sentence, last, marks[n].first)
        plain = all(
            w in LINKS or w in ADVERBS or _is_capital(sentence, last + i) or "-" in w or w.isdigit() or w in AGED for i, w in enumerate(gap)
        )
        length = sum(w not in AGED and w != "-" and not w.isdigit() for w in gap)
        if sources and gap[:1] == [","] and gap[1:2] in ([], ["the"]) and sources[-1][-1].entry.kind == "same":
            break  # "according to the report, the army ..."
        if length > PHRASE_REACH or any(w in BREAKS or w in QUOTES or w == "that" for w in gap):
            break
        if not sources and not plain and not (prepositional and len(gap) <= 4):
            break
        if sources and (not (plain or len(gap) <= 2) or (any(w.isdigit() for w in gap) and not set(AGED) & set(gap))):
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
    while not sources and last < len(tokens) and (_is_capital(sentence, last) or last == verb.last) and tokens[last].lower.isalpha():
        last += 1  # a surname alone: "according to Abdullah"
    if (
        not prepositional
        and sources
        and sources[0][0].entry.kind == "same"
        and tokens[sources[0][0].first].lower in ("it", "he", "she", "they", "its")
    ):
        return None
    return _phrase(sentence, verb.first, max(last, verb.last), sources, verb)


def _capital_soon(sentence: Sentence, i: int) -> bool:
    return any(_is_capital(sentence, j) for j in range(i, min(i + 3, len(sentence.tokens))))


def _owned(sentence: Sentence, marks: list[Match[Mark]], k: int) -> Phrase | None:
    """ "the Observatory's count": a source right before the noun, in the genitive."""
    if k and marks[k - 1].last == marks[k].first and sentence.words[marks[k - 1].first] in POSSESSIVE:
        return _phrase(sentence, marks[k - 1].first, marks[k].last, [[marks[k - 1]]], marks[k])  # "by its account"
    if k == 0 or marks[k - 1].entry.kind != "name" or marks[k - 1].last != marks[k].first:
        return None
    owner = sentence.tokens[marks[k].first - 1].lower
    return _phrase(sentence, marks[k - 1].first, marks[k].last, [[marks[k - 1]]], marks[k]) if owner.endswith("s") else None


def _participle(sentence: Sentence, marks: list[Match[Mark]], k: int) -> Phrase | None:
    """The subject of the clause before: "the monitor could not confirm ..., saying 12", "they dated it ... and said 12"."""
    verb = marks[k]
    joined = verb.first > 0 and sentence.tokens[verb.first - 1].lower in ("and", "but", "also")
    if not joined and not sentence.tokens[verb.first].lower.endswith("ing"):
        return None
    subject = next((m for m in marks[:k] if m.entry.kind in SOURCES), None)
    if subject is None or (subject.entry.kind in ("same", "role") and subject.first > 2) or (joined and subject.first > 4):
        return None
    return _phrase(sentence, verb.first, verb.last, [[subject]], verb)


def _headline(sentence: Sentence, marks: list[Match[Mark]]) -> list[Phrase]:
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


def _phrase(sentence: Sentence, first: int, last: int, sources: list[list[Match[Mark]]], verb: Match[Mark]) -> Phrase:
    tokens = sentence.tokens
    inner = {i for source in sources for m in source if m.entry.kind not in ("role", "state") for i in range(m.first, m.last - 1)}
    roles = {i for source in sources for m in source if m.entry.kind in ("role", "state") for i in range(m.first, m.last)}
    words = frozenset(
        tokens[i].lower
        for i in range(first, last)
        if i not in inner and not verb.first <= i < verb.last and (i in roles or (_is_capital(sentence, i) and len(tokens[i].lower) > 3))
    )
    rest = [t.lower for t in tokens[last : last + 2]]
    leads = (bool(rest) and rest[0] not in (",", ".", ")", "”", '"')) or first <= 1
    return Phrase(sentence, tokens[first].start, tokens[min(last, len(tokens)) - 1].end, sources, words, leads)
