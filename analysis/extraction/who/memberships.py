"""The side or class that a noun phrase belongs to: its owner's, its complement's ("members of the ...") or its noun's own."""

from analysis.extraction.quantities import begins_number
from analysis.extraction.sentences import Document, Sentence, kept
from analysis.extraction.terms import Match
from analysis.extraction.who.sides import LAND, MARKS, OF_REACH, STATE, Entry, is_about, named_sides, names_is, vocabulary, words_of_kind

LOYAL = (["loyal", "to"], ["allied", "to"], ["allied", "with"], ["aligned", "with"], ["affiliated", "with"])
LORD_REACH = 6  # words in which the side follows to which somebody is loyal: "President Bashar al-Assad"
GROUPS = (["group"], ["organisation"], ["organization"])
TURKEY = frozenset(("turkey", "turkish", "ankara", "erdogan"))
COMMUNITIES = frozenset("minority community tribe clan sect faith congregation".split())
RELATIVE = frozenset(("where", "who", "whom", "which", "when", "after"))  # of somebody else: "people from a hole where IS threw them"
BODIES_REACH = 4  # words of "of dead IS fighters"
COMMUNITY_REACH = 5  # words of "a large Sunni Arab tribe"


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
    kinds = ("owner", "noun", "militant") if is_about(sentence.document, "is_fighters") else ("owner", "noun")
    owners = [m.entry.group for m in found[:-1] if m.entry.group is not None and m.entry.kind in kinds]
    owner = owners[-1] if owners else None
    if backed := [m.entry.group for m in found[:-1] if m.entry.kind == "owner" and sentence.word(m.last - 1) == "backed"]:
        owner = backed[0]  # "Turkish-backed Syrian fighters"
    members = head.entry.kind == "force" and sentence.word(head.last - 1) == "members"
    if members and not (owner and sentence.word(head.last) == "from") and (side := complement(sentence, head.last)):
        return side  # "Syrian members of Islamic State", not "Islamic State members from the Kurds"
    of_the_group = sentence.words[head.last : head.last + 2] == ["of", "the"] and sentence.words[head.last + 2 : head.last + 3] in GROUPS
    if of_the_group and owner:
        return "is_fighters" if is_about(sentence.document, "is_fighters") else None  # "Syrian members of the group"
    if head.entry.kind == "force" and owner:
        return owner
    if head.entry.kind == "casualty" and owner:
        return head.entry.group if _is_nation(sentence, head.first) else owner  # "six Lebanese martyrs"
    if head.entry.kind == "militant":
        if named := complement(sentence, head.last):
            return named
        if owner in ("other_fighters", "sdf_fighters") and not _is_nation(sentence, head.first):
            return owner
        if owner is None and _are_turkeys(sentence, head):
            return "sdf_fighters"
        is_named = owner == "is_fighters" or is_about(sentence.document, "is_fighters")
        of_a_faction = owner is None and _is_of_a_faction(sentence)
        return "is_fighters" if is_named and not of_a_faction else "other_fighters"
    if sentence.word(head.last - 1) == "members" and _of_civilians(sentence, head.last):
        return "civilians"
    if sentence.word(head.last - 1) == "members" and _of_a_community(sentence, head.last):
        return "people"
    if sentence.word(head.last - 1) == "men" and _of_a_community(sentence, head.last, "from"):
        return "civilians"
    if head.entry.kind == "force" or sentence.tokens[head.last - 1].lower in ("men", "people", "deaths", "casualties", "leaders", "dead"):
        named = complement(sentence, head.last)
        if named:
            return named
    if sentence.word(head.last - 1) in ("bodies", "corpses") and (named := complement(sentence, head.last, BODIES_REACH)):
        return named
    if owner and owner != "civilians" and sentence.tokens[head.last - 1].lower == "men":
        return owner
    return head.entry.group


def _is_nation(sentence: Sentence, i: int) -> bool:
    """Whether a nation's name ends before word ``i``."""
    return words_of_kind(sentence.document.lexicon, "nation").before(sentence, i) is not None


def _is_of_a_faction(sentence: Sentence) -> bool:
    """Whether this sentence, or else the one before, names a faction and not Islamic State, so that its "militants" are the faction's;
    where they name neither, whether the article names factions more often."""
    document = sentence.document
    for one in (sentence, *document.sentences[max(0, sentence.index - 1) : sentence.index]):
        if names_is(one):
            return False
        if words_of_kind(document.lexicon, "faction").all(one):
            return True
    return _names_factions(document)


@kept
def _names_factions(document: Document) -> bool:
    """Whether an article names other factions more often than Islamic State."""
    named = [m for s in document.sentences for m in named_sides(s) if m.entry.kind == "owner" and m.entry.group == "is_fighters"]
    factions = [m for s in document.sentences for m in words_of_kind(document.lexicon, "faction").all(s)]
    return len(factions) > len(named)


def _of_civilians(sentence: Sentence, i: int) -> bool:
    """ "Members of the medical staff", "of one family"."""
    terms = vocabulary(sentence.document.lexicon)
    named = [m for j in range(i + 1, min(i + OF_REACH // 2, len(sentence.words))) if (m := terms.at(sentence, j))]
    return sentence.word(i) == "of" and bool(named) and named[0].entry.kind == "noun" and named[0].entry.group == "civilians"


def _are_turkeys(sentence: Sentence, head: Match[Entry]) -> bool:
    """Whether Turkey calls them terrorists, in an article on the Kurdish forces: "Ankara said 40 terrorists had been neutralised"."""
    named = is_about(sentence.document, "sdf_fighters") and sentence.word(head.last - 1) == "terrorists"
    before = sentence.document.sentences[max(0, sentence.index - 1) : sentence.index]
    said = not TURKEY.isdisjoint(sentence.words[: head.first])
    neutralised = "neutralis" in sentence.lower or "neutraliz" in sentence.lower
    return named and not names_is(sentence) and (said or (neutralised and any(not TURKEY.isdisjoint(s.words) for s in before)))


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
    if i >= len(tokens) or tokens[i].lower not in ("of", "from", "to", "on", "in", "among"):
        return None
    if tokens[i].lower == "in" and "ranks" not in [t.lower for t in tokens[i : i + 6]]:
        return None
    if tokens[i].lower == "from" and _of_a_community(sentence, i, "from"):
        return None  # "people from a Syrian tribe"
    borne = sentence.word(i - 1) in ("casualties", "losses")  # "inflicted 40 casualties on the militants"
    if tokens[i].lower == "on" and not borne and not {"side", "that"} & {t.lower for t in tokens[i : i + 6]}:
        return None
    if sentence.words[i : i + 2] in (["among", "them"], ["among", "whom"]) and begins_number(sentence, i + 2):
        return None  # "65 people, among them 22 children, in rebel fire"
    terms = vocabulary(sentence.document.lexicon)
    for j in range(i + 1, min(i + reach, len(tokens))):
        if (tokens[j].lower in MARKS and tokens[j].lower not in '"“”(') or tokens[j].lower in RELATIVE:
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
        if state := words_of_kind(lexicon, "state").at(sentence, j):
            return state.entry
        if sentence.words[j] in MARKS:
            return None
    return None


def _of_the_nation(sentence: Sentence, nation: Match[Entry]) -> str | None:
    """The side of "the Lebanese Hezbollah", which is not the nation's own."""
    if words_of_kind(sentence.document.lexicon, "nation").at(sentence, nation.first) is None:
        return None
    behind = nation.last + (sentence.words[nation.last : nation.last + 1] in (['"'], ["“"]))
    named = vocabulary(sentence.document.lexicon).at(sentence, behind)
    return named.entry.group if named and named.entry.kind == "owner" and sentence.words[behind] not in STATE else None
