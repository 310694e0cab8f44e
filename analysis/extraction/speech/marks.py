"""The words of a sentence that may be a source or a verb of speech, and the speaker that a name stands for."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from analysis.extraction.lexicon import Lexicon
from analysis.extraction.quantities import begins_number
from analysis.extraction.sentences import Document, Sentence, kept
from analysis.extraction.terms import Match, Terms
from analysis.extraction.where.focus import theatres

PRESS = "press"  # of the vocabulary: media of no party
RELAYS = ("reporter", PRESS)  # who names a source is not the source
NAME_REACH = 8  # words of ", the Syrian Observatory for Human Rights" before its verb
SOURCES = frozenset(("name", "people", "role", "state", "same"))
NATION = "nation"  # of an adjective that tells whose a post or force is, and is no source itself
OPPOSITION_COALITION = re.compile(r"\b(?:Syrian|National|[Oo]pposition)\s+Coalition\b|\bEtilaf\b")
COALITIONS = re.compile(OPPOSITION_COALITION.pattern + r"|(?:-led|\b[Ii]nternational|\b[Gg]lobal)\s+(?:\w+\s+)?[Cc]oalition\b")
ALLIANCES = re.compile(r"\bSDF\b|\bSyrian Democratic Forces\b|\bKurdish\b|\b[Cc]oalition\b")
ABOUT = frozenset("for about among with".split())  # people behind one of these are what is told of
# A source behind one of these is a place or a partner of what is told, not the one who tells it.
OBLIQUE = frozenset("on near into against inside outside by to than from".split())
NO_PARTICIPLES = frozenset("morning evening during building".split())
PATIENTS = frozenset("wounded injured patients people".split())
BEFORE_ADJECTIVES = frozenset("the a an of some several other many".split())
LIVES = frozenset(("life", "lives"))
OF_A_CLAUSE = frozenset("that it they he she to".split())
LIVES_REACH = 7  # words of "at least five civilian lives"
PATIENTS_REACH = 5  # words of "at least 14 seriously wounded"
OF_A_PARTY = frozenset("linked affiliated aligned allied run owned".split())  # "an IS-linked page"
RELATIVE = ("which", "who", "that")  # "which monitors the war": the verb


@dataclass(frozen=True, slots=True)
class Mark:
    """What the vocabulary says of a term: its kind, and the speaker it stands for if it stands for one."""

    kind: str
    speaker: str


COUNTING = Mark("count", "")
SAYING = Mark("say", "")
ALLEGED = re.compile(
    r"claim(?:ed|s) the (?!lives\b|life\b)(?:(?! that | which )[^,.;:]){3,60}?"
    r" (?:killed|had|has|have|hit|struck|left|wounded|was|were)\b(?! in which)"
)


@lru_cache(maxsize=8)
def vocabulary(lexicon: Lexicon) -> Terms[Mark]:
    """Sources and verbs of speech. A name's genitive is the name, also where a text has lost its apostrophes."""
    terms = [(r["term"], Mark(r["form"], "")) for r in lexicon.rows("speech")]
    for row in lexicon.rows("speakers"):
        if row["kind"] == NATION:
            continue
        mark = Mark(row["kind"], row["speaker"])
        terms.append((row["term"], mark))
        if row["kind"] != "same" and not row["term"].endswith("s"):
            terms += [(row["term"] + ending, mark) for ending in ("'s", "’s")]
            if row["kind"] == "name" and len(row["term"]) > 3:
                terms.append((row["term"] + "s", mark))
    return Terms(lexicon, terms)


@lru_cache(maxsize=8)
def nations(lexicon: Lexicon) -> dict[str, str]:
    """Adjectives of nations, and the speaker that a nation's officials are."""
    return {r["term"].lower(): r["speaker"] for r in lexicon.rows("speakers") if r["kind"] == NATION}


def marks_of(terms: Terms[Mark], sentence: Sentence) -> list[Match[Mark]]:
    """Sources and verbs, without masks, and without names that are only part of an adjective ("IS-held", "anti-Assad")."""
    found = terms.all(sentence)
    names = {m.last: m.entry for m in found if m.entry.kind == "name"}
    return [
        m._replace(entry=_meant(sentence, m, names))
        for m in found
        if (m.entry.kind != "mask" or _is_alleged(sentence, m))
        and not (m.entry.kind == "name" and sentence.word(m.first - 1) in RELATIVE and _is_lower(sentence, m.first))
        and not _is_admission(sentence, m)
        and sentence.words[m.first : m.last + 1] != ["accused", "of"]  # "men accused of theft"
        and not _takes_lives(sentence, m)
        and not _is_adjective(sentence, m)
        and not (m.entry.kind in SOURCES and (is_hyphened(sentence, m.last) or is_hyphened(sentence, m.first - 1)))
    ]


def _meant(sentence: Sentence, mark: Match[Mark], names: dict[int, Mark]) -> Mark:
    """What a mark is by the words around it: a verb that looks like a noun, the outlet of a party ("an IS-linked page")."""
    if _is_verb(sentence, mark):
        return COUNTING
    if _is_alleged(sentence, mark):
        return SAYING
    i = mark.first - 2
    linked = sentence.word(i + 1) in OF_A_PARTY and is_hyphened(sentence, i)
    return names.get(i, mark.entry) if linked and (mark.entry.kind == "people" or mark.entry.speaker == PRESS) else mark.entry


def _is_verb(sentence: Sentence, mark: Match[Mark]) -> bool:
    """The "reports" of "the Observatory reports 14 dead", "14 have died, the Observatory reports", not of "reports said"."""
    if sentence.words[mark.first] != "reports" or mark.last != mark.first + 1:
        return False
    ends = sentence.words[mark.last :] in ([], ["."]) and "," in sentence.words[max(0, mark.first - NAME_REACH) : mark.first]
    return ends or begins_number(sentence, mark.last)


def _is_admission(sentence: Sentence, mark: Match[Mark]) -> bool:
    """The "admitted" of "the hospital admitted 14 wounded", which tells nothing."""
    if sentence.words[mark.first] != "admitted" or PATIENTS.isdisjoint(sentence.words[mark.last : mark.last + PATIENTS_REACH]):
        return False
    return begins_number(sentence, mark.last)


def _is_adjective(sentence: Sentence, mark: Match[Mark]) -> bool:
    """The "alleged" of "five alleged rebels", "the reported deaths", which tells nothing."""
    one, last = mark.last == mark.first + 1, sentence.word(mark.last)
    if not one or mark.entry.kind not in ("say", "count") or not sentence.words[mark.first].endswith("ed"):
        return False
    if sentence.word(mark.first - 1) in BEFORE_ADJECTIVES:
        return True
    noun = last.isalpha() and last not in BEFORE_ADJECTIVES and _is_lower(sentence, mark.last)  # not "killed 14 reported SANA"
    return noun and begins_number(sentence, mark.first - 1)


def _takes_lives(sentence: Sentence, mark: Match[Mark]) -> bool:
    """The "claimed" of "the bombing claimed at least five civilian lives", which tells nothing."""
    between = sentence.words[mark.last : mark.last + LIVES_REACH]
    taken = sentence.words[mark.first].startswith("claim") and mark.entry == COUNTING
    return taken and next((w in LIVES for w in between if w in LIVES | OF_A_CLAUSE), False)


def _is_alleged(sentence: Sentence, mark: Match[Mark]) -> bool:
    """The "claimed" of "claimed the strike killed 23", not of "claimed the strike"."""
    return mark.entry.kind == "mask" and ALLEGED.match(sentence.lower, sentence.tokens[mark.first].start - sentence.start) is not None


def _is_lower(sentence: Sentence, i: int) -> bool:
    """Whether word ``i`` is written small, as no name of a party is."""
    return sentence.document.text[sentence.tokens[i].start].islower()


def is_hyphened(sentence: Sentence, i: int) -> bool:
    """Whether word ``i`` is a hyphen on the word before it."""
    return sentence.joined(i) and sentence.words[i] == "-"


def named_speaker(sentence: Sentence, mark: Match[Mark]) -> str:
    """The speaker of a name; "the Coalition" is the opposition's where the article is about that one."""
    if mark.entry.speaker == "coalition" and sentence.words[mark.first + 1 : mark.last] in ([], ["'s"], ["’s"]):
        if sentence.words[mark.first] == "alliance":
            return _alliance(sentence.document, sentence.tokens[mark.first].start)
        return coalition_at(sentence.document, sentence.tokens[mark.first].start)
    if mark.entry.speaker == "aid_agency" and sentence.words[mark.first] == "civil" and about_iraq(sentence.document):
        return "iraq"  # its civil defence is the state's
    return mark.entry.speaker


def coalition_at(document: Document, offset: int) -> str:
    """Whose coalition is meant: in an article on the opposition's the one that the text named in full last before, if any."""
    if not _is_about_opposition(document):
        return "coalition"
    k = bisect_left(_coalitions(document), (offset,))
    return "coalition" if k and not OPPOSITION_COALITION.fullmatch(_coalitions(document)[k - 1][1]) else "rebels"


@kept
def _coalitions(document: Document) -> list[tuple[int, str]]:
    """Where the text names a coalition in full, ends first."""
    return [(m.end(), m[0]) for m in COALITIONS.finditer(document.text)]


def _alliance(document: Document, offset: int) -> str:
    """Whose alliance one is that the text only calls so: the one of the two named last before."""
    named = [m[0] for m in ALLIANCES.finditer(document.text, 0, offset)]
    return "sdf" if named and not named[-1].lower().endswith("coalition") else "coalition"


@kept
def _is_about_opposition(document: Document) -> bool:
    return OPPOSITION_COALITION.search(document.text) is not None


@kept
def about_iraq(document: Document) -> bool:
    """Whether the article names Iraq more than any other country at war, so that "the army" is the Iraqi one."""
    return [place.name for place, _ in theatres(document).most_common(1)] == ["Iraq"]


def party_before(sentence: Sentence, offset: int, marks: list[Match[Mark]] | None = None) -> str | None:
    """The speaker whose name stands nearest before ``offset`` in the sentence, whether it speaks there or not."""
    found = None
    oblique_end = -1
    for mark in marks_of(vocabulary(sentence.document.lexicon), sentence) if marks is None else marks:
        if mark.entry.kind == "name" and sentence.tokens[mark.last - 1].end <= offset:
            if mark.first == oblique_end or is_oblique(sentence, mark, None) or sentence.word(mark.first - 1) == "with":
                oblique_end = mark.last  # "on the U.S. CBS network"
            elif mark.entry.speaker != "reporter":
                found = named_speaker(sentence, mark)
    return found


def is_oblique(sentence: Sentence, source: Match[Mark], previous: Match[Mark] | None) -> bool:
    """Behind a preposition that makes it a place or an object."""
    i = source.first - 1
    if "whose" in sentence.words[max(0, i - 1) : i + 1]:
        return True  # "Russia's military, whose forces were not there, said"
    verb = i - (i >= 0 and sentence.words[i] in ("the", "a", "an"))
    object_ = source.entry.kind == "name" or sentence.words[source.first] in ("it", "the")
    participle = (
        verb > 0
        and sentence.words[verb].endswith("ing")
        and sentence.words[verb] not in NO_PARTICIPLES
        and sentence.word(verb - 1) not in ("the", "a", "an")
    )
    if i >= 0 and (sentence.words[i] == "in" or (participle and object_)):
        return True  # "SANA, blaming IS, gave", "the force besieging it said"
    if source.entry.kind == "name" and sentence.word(verb - 1) in RELATIVE and sentence.words[verb] not in RELATIVE:
        return True  # "the group which advocates the opposition said"
    before = sentence.words[max(0, i - 1) : i + 1]
    looks = "after" in before and any(w.startswith("look") for w in sentence.words[max(0, i - 2) : i])
    if source.entry.kind == "people" and (looks or ABOUT & set(before)):
        return True  # "the agency that looks after Palestinian refugees"
    article = i > 0 and sentence.tokens[i].lower in ("the", "a", "an")
    i -= article
    if previous is not None and previous.entry.kind == "role" and previous.last == i:
        return False  # "a statement by the UN"
    if article and sentence.words[i] == "in" and source.entry.kind == "role":
        return True  # "IS, in a statement, said"
    if sentence.words[max(0, i - 1) : i + 1] == ["according", "to"]:
        return False
    return i >= 0 and sentence.tokens[i].lower in OBLIQUE
