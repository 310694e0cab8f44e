"""The sides and classes of people that a sentence names."""

from dataclasses import dataclass
from functools import lru_cache

from analysis.extraction.lexicon import Lexicon
from analysis.extraction.sentences import DASHES, Document, Sentence, kept
from analysis.extraction.terms import Match, Terms

MARKS = frozenset('.,;:()[]"“”!?…•–—')
# Words at which a phrase for people ends.
STOPS = frozenset(
    "a an in on at by from to for with near against after before during since as when while where who whom which that than and or"
    " but if was were is are be been being has have had do did said says told will would could may might can must it they he she we"
    " i because there elsewhere reported feared presumed including among between under into out off up down across outside inside around"
    " about this monday tuesday wednesday thursday friday saturday sunday today yesterday overnight later earlier included includes"
    " include comprised still now already alone amid according adding saying citing noting bringing number fought came belonged"
    " remained survived returned managed come comes hail hailed late early last next initially previously"
    " followed wearing carrying also over within throughout through despite following towards toward &".split()
)
POSSESSIVE = frozenset(("its", "their", "his"))
OWN = POSSESSIVE | {"our"}
LAND = frozenset(
    "territory territories sliver pocket enclave area areas town towns village villages city camp stronghold bastion district districts"
    " neighbourhood neighborhood quarter province region market hospital school".split()
)
WEAPONS = frozenset("missile missiles rocket rockets shell shells barrel plane planes jet jets warplane warplanes aircraft".split())
ESTIMATING = frozenset("estimates estimated believes believed thinks reckons puts".split())  # "the coalition estimates 500 fighters remain"
ACCORDING = ("according", "to")
HOSPITALS = frozenset("hospital hospitals clinic clinics".split())
STATE = frozenset(("army", "military", "government", "regime"))
PERSONS = ("noun", "force", "citizens")  # kinds of words of which the singular counts one person
SPEAKERS = frozenset("spokesman spokeswoman spokesperson official officials statement media source sources".split())
PLURALS = frozenset(("people", "men", "women", "children", "police", "elderly", "staff", "personnel", "population"))
ARMED_GROUPS = frozenset(("is_fighters", "sdf_fighters", "other_fighters"))  # which "the group" can stand for
GROUP_BACK = 2  # sentences back to which "it" and "the group" point
OF_REACH = 8  # words in which "members of ..." names its side
VERB_WORDS = 2  # words of the longest verb of which a class is the subject: "accounted for"


@dataclass(frozen=True, slots=True)
class Entry:
    kind: str
    group: str | None
    detail: str | None


@lru_cache(maxsize=8)
def vocabulary(lexicon: Lexicon) -> Terms[Entry]:
    """The words for people and sides; a faction and a nation are owners as any other, citizens people."""
    return Terms(lexicon, ((row["term"], _entry(row)) for row in lexicon.rows("groups") if row["kind"] != "state"))


@lru_cache(maxsize=8)
def singulars(lexicon: Lexicon) -> Terms[Entry]:
    """The words for one person that go with the plurals of the vocabulary: "(one) driver", "(one) serviceman"."""
    rows = [row for row in lexicon.rows("groups") if row["kind"] in PERSONS]
    return Terms(lexicon, ((one, _entry(row)) for row in rows if (one := _singular(row["term"])) is not None))


def _entry(row: dict[str, str]) -> Entry:
    if row["kind"] == "citizens":
        return Entry("noun", "people", None)
    kinds = {"faction": "owner", "nation": "owner"}
    return Entry(kinds.get(row["kind"], row["kind"]), row["group"] or None, row["detail"] or None)


def _singular(plural: str) -> str | None:
    if plural.endswith("men"):
        return plural[:-2] + "an"
    return plural[:-1] if plural.endswith("s") and not plural.endswith(("ss", "ies", "is", "us", "households")) else None


@lru_cache(maxsize=8)
def words_of_kind(lexicon: Lexicon, kind: str) -> Terms[str]:
    """The words of one kind, such as nations or factions, with their sides."""
    return Terms(lexicon, ((r["term"], r["group"]) for r in lexicon.rows("groups") if r["kind"] == kind))


def opens_compound(sentence: Sentence, i: int) -> bool:
    """ "off-road", "up-armoured"."""
    tokens = sentence.tokens
    return i + 1 < len(tokens) and tokens[i + 1].lower in DASHES and tokens[i + 1].start == tokens[i].end


def nation_of(sentence: Sentence, start: int) -> str | None:
    """The side for which the citizens named right behind the character ``start`` would fight: "(four) Americans"."""
    behind = next((i for i, token in enumerate(sentence.tokens) if token.start > start), len(sentence.tokens))
    citizens = words_of_kind(sentence.document.lexicon, "citizens").at(sentence, behind)
    return citizens.entry if citizens else None


def means_is(sentence: Sentence, among: frozenset[str] | None = None) -> bool:
    """Whether "it" or "the group" is Islamic State: one of the sides, of those in ``among``, that the nearest sentence before names,
    or where the sentences before name none, the one that the article is about."""
    sentences, index = sentence.document.sentences, sentence.index
    for before in reversed(sentences[max(0, index - GROUP_BACK) : index]):
        named = {m.entry.group for m in named_sides(before)} - {"civilians"}
        if found := named & among if among else named:
            return "is_fighters" in found
    return is_about(sentence.document, "is_fighters")


def state_ends(sentence: Sentence, i: int) -> bool:
    """Whether the name of a state ends right before word ``i``."""
    return any(m.last == i for m in words_of_kind(sentence.document.lexicon, "state").all(sentence))


def state_before(sentence: Sentence, i: int) -> str | None:
    """The side of the state named last before word ``i``: "Turkey said four of its soldiers ..."."""
    states = [m.entry for m in words_of_kind(sentence.document.lexicon, "state").all(sentence) if m.last <= i]
    return states[-1] if states else None


def is_about(document: Document, group: str) -> bool:
    """Whether the article names the side ``group`` at all."""
    return group in _sides(document)


@kept
def _sides(document: Document) -> frozenset[str]:
    named = {m.entry.group for s in document.sentences for m in named_sides(s) if m.entry.kind == "owner" and m.entry.group}
    return frozenset(named | ({"is_fighters"} if "caliphate" in document.lower else set()))


@kept
def names_is(sentence: Sentence) -> bool:
    """Whether a sentence names Islamic State."""
    return any(m.entry.group == "is_fighters" and m.entry.kind == "owner" for m in named_sides(sentence))


@kept
def named_sides(sentence: Sentence) -> list[Match[Entry]]:
    """The words of a sentence that name a side; of "the Turkish army" the first, which says whose army it is."""
    named = [m for m in vocabulary(sentence.document.lexicon).all(sentence) if m.entry.kind in ("owner", "militant") and m.entry.group]
    ends = {m.last for m in named}
    return [m for m in named if not (m.first in ends and sentence.word(m.last - 1) in STATE)]


@kept
def people_named(sentence: Sentence) -> list[Match[Entry]]:
    """The plural nouns for people of a sentence."""
    named = vocabulary(sentence.document.lexicon).all(sentence)
    return [m for m in named if m.entry.kind in ("noun", "force", "militant") and is_plural(sentence.word(m.last - 1))]


def former_or_latter(sentence: Sentence, i: int, which: str) -> str | None:
    """Of the two classes of people named last before word ``i``, here or in the sentence before, the first or the second."""
    before = sentence.document.sentences[max(0, sentence.index - 1) : sentence.index]
    named = [(s, m) for s in (*before, sentence) for m in (*named_sides(s), *people_named(s)) if s is not sentence or m.last <= i]
    named.sort(key=lambda found: (found[0].index, found[1].first))
    groups = list(dict.fromkeys(m.entry.group for _, m in reversed(named) if m.entry.group))
    return groups[0 if which == "latter" else 1] if len(groups) > 1 else None


def is_plural(word: str) -> bool:
    """Whether a noun for people is a plural: it ends in s or men, or is one of the few that do not."""
    return word.endswith(("s", "men")) or word in PLURALS


def is_complete(sentence: Sentence, match: Match[Entry]) -> bool:
    """The noun can end the phrase: a plural, not an attribute ("militant deaths")."""
    plural = is_plural(sentence.word(match.last - 1)) or sentence.words[match.first] == "members"  # "members of one family"
    return match.entry.kind in ("noun", "militant", "force", "casualty") and plural


def side_before(sentence: Sentence, i: int, floor: int = 0) -> str | None:
    """The side named last between words ``floor`` and ``i``, for a force without an owner; not the holder in "rebel-held", nor
    the speaker in "an SDF spokesman", unless he speaks of "his forces"."""
    own = bool(OWN & set(sentence.words[max(floor, i - OF_REACH) : i]))
    sides = [
        _rebels_of(sentence, m) or m.entry.group
        for m in named_sides(sentence)
        if floor <= m.first
        and m.last <= i
        and m.entry.kind == "owner"
        and not opens_compound(sentence, m.last - 1)
        and LAND.isdisjoint(sentence.words[m.last : m.last + 1])  # "a Syrian village"
        and WEAPONS.isdisjoint(sentence.words[m.last : m.last + 1])  # "a government missile"
        and (own or ESTIMATING.isdisjoint(sentence.words[m.last : m.last + 1]))
        and (own or SPEAKERS.isdisjoint(sentence.words[max(0, m.first - 3) : m.last + 2]))
        and ACCORDING not in (tuple(sentence.words[max(0, m.first - n - 2) : m.first - n]) for n in (0, 1))  # "according to the SDF"
    ]
    return sides[-1] if sides and sides[-1] != "civilians" else None


def _rebels_of(sentence: Sentence, nation: Match[Entry]) -> str | None:
    """The side of "Syrian rebels", who are not their nation's."""
    noun = vocabulary(sentence.document.lexicon).at(sentence, nation.last)
    return noun.entry.group if noun and noun.entry.kind == "noun" and (noun.entry.group or "").endswith("fighters") else None


def before_allies(words: list[str], i: int) -> int:
    """The word behind "the army" in "the army and its allies" or "the army, allied with X", where these end at word ``i``; else ``i``."""
    allied = words[max(0, i - 3) : i - 1] in (["allied", "with"], ["loyal", "to"], ["allied", "to"])
    return i - 3 if allied or words[max(0, i - 3) : i] == ["and", "its", "allies"] else i


def class_before(sentence: Sentence, i: int, verbs: tuple[str, ...]) -> Entry | None:
    """The noun that is the subject of one of ``verbs`` before word ``i`` ("The civilians included ...", "children under five are ...")."""
    if not " ".join(sentence.words[max(0, i - VERB_WORDS) : i]).endswith(verbs):
        return None
    verb = next((v for v in verbs if sentence.words[max(0, i - len(v.split())) : i] == v.split()), None)
    end = i - len(verb.split()) if verb else 0
    end -= 2 if sentence.word(end - 2) in ("under", "below", "over") else 0
    noun = vocabulary(sentence.document.lexicon).before(sentence, end) if verb else None
    return noun.entry if noun and noun.entry.kind in ("noun", "militant", "force") else None
