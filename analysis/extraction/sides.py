"""The sides and classes of people that a sentence names, and the one that a noun phrase belongs to."""

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
    " about monday tuesday wednesday thursday friday saturday sunday today yesterday overnight later earlier included includes"
    " include comprised still now already alone amid according adding saying citing noting bringing number fought came belonged"
    " remained survived returned managed late early last next"
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
SPEAKERS = frozenset("spokesman spokeswoman spokesperson official officials statement media source sources".split())
PLURALS = frozenset(("people", "men", "women", "children", "police", "elderly", "staff", "personnel", "population"))
LOYAL = (["loyal", "to"], ["allied", "to"], ["allied", "with"], ["aligned", "with"], ["affiliated", "with"])
LORD_REACH = 4  # words in which the side follows to which somebody is loyal
GROUPS = (["group"], ["organisation"], ["organization"])
ARMED_GROUPS = frozenset(("is_fighters", "sdf_fighters", "other_fighters"))  # which "the group" can stand for
GROUP_BACK = 2  # sentences back to which "it" and "the group" point
TURKEY = frozenset(("turkey", "turkish", "ankara", "erdogan"))
COMMUNITIES = frozenset("minority community tribe clan sect faith congregation".split())
BODIES_REACH = 4  # words of "of dead IS fighters"
COMMUNITY_REACH = 5  # words of "a large Sunni Arab tribe"
OF_REACH = 8  # words in which "members of ..." names its side


@dataclass(frozen=True, slots=True)
class Entry:
    kind: str
    group: str | None
    detail: str | None


@lru_cache(maxsize=8)
def vocabulary(lexicon: Lexicon) -> Terms[Entry]:
    """The words for people and sides; a faction and a nation are owners as any other, citizens people."""
    kinds = {"faction": "owner", "nation": "owner"}

    def entry(row: dict[str, str]) -> Entry:
        if row["kind"] == "citizens":
            return Entry("noun", "people", None)
        return Entry(kinds.get(row["kind"], row["kind"]), row["group"] or None, row["detail"] or None)

    return Terms(lexicon, ((row["term"], entry(row)) for row in lexicon.rows("groups") if row["kind"] != "state"))


@lru_cache(maxsize=8)
def _owners(lexicon: Lexicon, kind: str) -> Terms[str]:
    return Terms(lexicon, ((r["term"], r["group"]) for r in lexicon.rows("groups") if r["kind"] == kind))


def opens_compound(sentence: Sentence, i: int) -> bool:
    """ "off-road", "up-armoured"."""
    tokens = sentence.tokens
    return i + 1 < len(tokens) and tokens[i + 1].lower in DASHES and tokens[i + 1].start == tokens[i].end


def nation_of(sentence: Sentence, start: int) -> str | None:
    """The side for which the citizens named right behind the character ``start`` would fight: "(four) Americans"."""
    behind = next((i for i, token in enumerate(sentence.tokens) if token.start > start), len(sentence.tokens))
    citizens = _owners(sentence.document.lexicon, "citizens").at(sentence, behind)
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
    return any(m.last == i for m in _owners(sentence.document.lexicon, "state").all(sentence))


def state_before(sentence: Sentence, i: int) -> str | None:
    """The side of the state named last before word ``i``: "Turkey said four of its soldiers ..."."""
    states = [m.entry for m in _owners(sentence.document.lexicon, "state").all(sentence) if m.last <= i]
    return states[-1] if states else None


def is_about(document: Document, group: str) -> bool:
    """Whether the article names the side ``group`` at all."""
    return group in _sides(document)


@kept
def _sides(document: Document) -> frozenset[str]:
    named = {m.entry.group for s in document.sentences for m in named_sides(s) if m.entry.kind == "owner" and m.entry.group}
    return frozenset(named | ({"is_fighters"} if "caliphate" in document.lower else set()))


@kept
def named_sides(sentence: Sentence) -> list[Match[Entry]]:
    """The words of a sentence that name a side; of "the Turkish army" the first, which says whose army it is."""
    named = [m for m in vocabulary(sentence.document.lexicon).all(sentence) if m.entry.kind in ("owner", "militant") and m.entry.group]
    ends = {m.last for m in named}
    return [m for m in named if not (m.first in ends and sentence.words[m.last - 1] in STATE)]


@kept
def people_named(sentence: Sentence) -> list[Match[Entry]]:
    """The plural nouns for people of a sentence."""
    named = vocabulary(sentence.document.lexicon).all(sentence)
    return [m for m in named if m.entry.kind in ("noun", "force", "militant") and is_plural(sentence.words[m.last - 1])]


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
    plural = is_plural(sentence.words[match.last - 1]) or sentence.words[match.first] == "members"  # "members of one family"
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
        and not ESTIMATING & set(sentence.words[m.last : m.last + 1])
        and (own or not SPEAKERS & set(sentence.words[max(0, m.first - 3) : m.last + 2]))
        and ACCORDING not in (tuple(sentence.words[max(0, m.first - n - 2) : m.first - n]) for n in (0, 1))  # "according to the SDF"
    ]
    return sides[-1] if sides and sides[-1] != "civilians" else None


def _rebels_of(sentence: Sentence, nation: Match[Entry]) -> str | None:
    """The side of "Syrian rebels", who are not their nation's."""
    noun = vocabulary(sentence.document.lexicon).at(sentence, nation.last)
    return noun.entry.group if noun and noun.entry.kind == "noun" and (noun.entry.group or "").endswith("fighters") else None


def class_before(sentence: Sentence, i: int, verbs: tuple[str, ...]) -> Entry | None:
    """The noun that is the subject of one of ``verbs`` before word ``i`` ("The civilians included ...", "children under five are ...")."""
    verb = next((v for v in verbs if sentence.words[max(0, i - len(v.split())) : i] == v.split()), None)
    end = i - len(verb.split()) if verb else 0
    end -= 2 if sentence.words[max(0, end - 2) : end - 1] in (["under"], ["below"], ["over"]) else 0
    noun = vocabulary(sentence.document.lexicon).before(sentence, end) if verb else None
    return noun.entry if noun and noun.entry.kind in ("noun", "militant", "force") else None


def class_inside(sentence: Sentence, first: int, last: int) -> str | None:
    """The side or class of people that words ``first`` up to ``last`` name: "civilian death toll", "the number of dead attackers"."""
    terms = vocabulary(sentence.document.lexicon)
    found = [
        m
        for i in range(max(0, first), last)
        if (m := terms.at(sentence, i)) and m.last <= last and m.entry.kind not in ("casualty", "crowd")
    ]
    group = group_of(sentence, found) if found else None
    return None if group == "people" else group


def group_of(sentence: Sentence, found: list[Match[Entry]]) -> str | None:
    """The side or class that the phrase names, or its complement does ("members of the ...")."""
    head = found[-1]
    owners = [m.entry.group for m in found[:-1] if m.entry.group is not None and m.entry.kind in ("owner", "militant", "noun")]
    owner = owners[-1] if owners else None
    if backed := [m.entry.group for m in found[:-1] if m.entry.kind == "owner" and sentence.words[m.last - 1] == "backed"]:
        owner = backed[0]  # "Turkish-backed Syrian fighters"
    if head.entry.kind == "force" and sentence.words[head.last - 1] == "members" and (side := complement(sentence, head.last)):
        return side  # "Syrian members of Islamic State"
    of_the_group = sentence.words[head.last : head.last + 2] == ["of", "the"] and sentence.words[head.last + 2 : head.last + 3] in GROUPS
    if of_the_group and owner:
        return "is_fighters" if is_about(sentence.document, "is_fighters") else None  # "Syrian members of the group"
    if head.entry.kind in ("force", "casualty") and owner:
        return owner
    if head.entry.kind == "militant":
        if named := complement(sentence, head.last):
            return named
        is_nation = owner is not None and _owners(sentence.document.lexicon, "nation").before(sentence, head.first) is not None
        if owner in ("other_fighters", "sdf_fighters") and not is_nation:
            return owner
        if owner is None and _are_turkeys(sentence, head):
            return "sdf_fighters"
        is_named = owner == "is_fighters" or is_about(sentence.document, "is_fighters")
        return "is_fighters" if is_named and not (owner is None and _is_of_a_faction(sentence)) else "other_fighters"
    if sentence.words[head.last - 1] == "members" and _of_civilians(sentence, head.last):
        return "civilians"
    if sentence.words[head.last - 1] == "members" and _of_a_community(sentence, head.last):
        return "people"
    if sentence.words[head.last - 1] == "men" and _of_a_community(sentence, head.last, "from"):
        return "civilians"
    if head.entry.kind == "force" or sentence.tokens[head.last - 1].lower in ("men", "people", "deaths", "casualties", "leaders", "dead"):
        named = complement(sentence, head.last)
        if named:
            return named
    if sentence.words[head.last - 1] in ("bodies", "corpses") and (named := complement(sentence, head.last, BODIES_REACH)):
        return named
    if owner and owner != "civilians" and sentence.tokens[head.last - 1].lower == "men":
        return owner
    return head.entry.group


def _is_of_a_faction(sentence: Sentence) -> bool:
    """Whether this sentence, or else the one before, names a faction and not Islamic State, so that its "militants" are the faction's."""
    document = sentence.document
    for one in (sentence, *document.sentences[max(0, sentence.index - 1) : sentence.index]):
        if any(m.entry.group == "is_fighters" and m.entry.kind == "owner" for m in named_sides(one)):
            return False
        if _owners(document.lexicon, "faction").all(one):
            return True
    return False


def _of_civilians(sentence: Sentence, i: int) -> bool:
    """ "Members of the medical staff", "of one family"."""
    terms = vocabulary(sentence.document.lexicon)
    named = [m for j in range(i + 1, min(i + OF_REACH // 2, len(sentence.words))) if (m := terms.at(sentence, j))]
    return sentence.words[i : i + 1] == ["of"] and bool(named) and named[0].entry.kind == "noun" and named[0].entry.group == "civilians"


def _are_turkeys(sentence: Sentence, head: Match[Entry]) -> bool:
    """Whether Turkey calls them terrorists, in an article on the Kurdish forces: "Ankara said 40 terrorists had been neutralised"."""
    named = is_about(sentence.document, "sdf_fighters") and sentence.words[head.last - 1] == "terrorists"
    is_named = any(m.entry.group == "is_fighters" and m.entry.kind == "owner" for m in named_sides(sentence))
    before = sentence.document.sentences[max(0, sentence.index - 1) : sentence.index]
    said = not TURKEY.isdisjoint(sentence.words[: head.first])
    neutralised = "neutralis" in sentence.lower or "neutraliz" in sentence.lower
    return named and not is_named and (said or (neutralised and any(not TURKEY.isdisjoint(s.words) for s in before)))


def _of_a_community(sentence: Sentence, i: int, joint: str = "of") -> bool:
    """ "Members of the Yazidi minority", "from a tribe": of those who do not fight for a side."""
    behind = sentence.words[i + 1 : i + 1 + COMMUNITY_REACH]
    end = next((n for n, word in enumerate(behind) if word in MARKS or word in ("who", "that", "and", "in")), len(behind))
    return sentence.words[i : i + 1] == [joint] and not COMMUNITIES.isdisjoint(behind[:end])


def complement(sentence: Sentence, i: int, reach: int = OF_REACH) -> str | None:
    """The side in "of the", "from", "loyal to", "on the ... side", "on that of", "in the ranks of" and a name behind a noun."""
    tokens = sentence.tokens
    if [t.lower for t in tokens[i : i + 2]] == ["at", "least"]:
        i += 2
    if [t.lower for t in tokens[i : i + 2]] in LOYAL:
        return _lord(sentence, i + 2)
    if i < len(tokens) and tokens[i].lower == "belonging":
        i += 1
    if i >= len(tokens) or tokens[i].lower not in ("of", "from", "to", "on", "in", "among"):
        return None
    if tokens[i].lower == "in" and "ranks" not in [t.lower for t in tokens[i : i + 6]]:
        return None
    if tokens[i].lower == "on" and not {"side", "that"} & {t.lower for t in tokens[i : i + 6]}:
        return None
    terms = vocabulary(sentence.document.lexicon)
    for j in range(i + 1, min(i + reach, len(tokens))):
        if tokens[j].lower in MARKS and tokens[j].lower not in '"“”(':
            return None
        match = terms.at(sentence, j)
        if tokens[i].lower == "from" and LAND & {t.lower for t in tokens[i + 1 : (match.last if match else j) + 1]}:
            return None  # "from the last sliver of IS territory": where they were, not who they are
        if match and match.entry.group not in (None, "civilians", "people") and match.entry.kind in ("owner", "militant", "noun"):
            return _of_the_nation(sentence, match) or match.entry.group
    return None


def _lord(sentence: Sentence, i: int) -> str | None:
    """The side or state named at word ``i``, to which somebody is loyal: "the Syrian president Bashar al-Assad", "Damascus"."""
    lexicon = sentence.document.lexicon
    for j in range(i, min(i + LORD_REACH, len(sentence.words))):
        named = vocabulary(lexicon).at(sentence, j)
        if named and named.entry.kind == "owner":
            return named.entry.group
        if state := _owners(lexicon, "state").at(sentence, j):
            return state.entry
        if sentence.words[j] in MARKS:
            return None
    return None


def _of_the_nation(sentence: Sentence, nation: Match[Entry]) -> str | None:
    """The side of "the Lebanese Hezbollah", which is not the nation's own."""
    if _owners(sentence.document.lexicon, "nation").at(sentence, nation.first) is None:
        return None
    behind = nation.last + (sentence.words[nation.last : nation.last + 1] in (['"'], ["“"]))
    named = vocabulary(sentence.document.lexicon).at(sentence, behind)
    return named.entry.group if named and named.entry.kind == "owner" and sentence.words[behind] not in STATE else None
