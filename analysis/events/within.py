"""Which claims of one article are about one incident (CODEBOOK.md, Events)."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from analysis.events.cues import Cues, preceding
from analysis.events.geography import TOWN, apart, far, inside, level
from analysis.events.incidents import Incident, agreeing, days_meet, fitting, one_night, told_of_others
from analysis.events.statements import Key, Statement, fits, meet
from analysis.events.widening import widen
from analysis.extraction.claim import HARMS
from analysis.extraction.where.gazetteer import Place

NEARBY = 400  # characters: other groups and measures are of the same incident where they are told together
LEAVING = frozenset(("displaced", "detained"))  # of those who come out some are taken
RECENT = 100  # incidents and statements of an article among which one looks for more of the same; keeps the work linear


def within_article(said: list[Statement], cues: Cues) -> list[Incident]:
    """The incidents that one article tells apart."""
    before = preceding(said)
    found: list[Incident] = []
    told: set[Key] = set()
    for members in _linked(_without_sums(said, cues), cues):
        unit = Incident(members, cues.apart(members[0], before.get(members[0].id), told))
        told |= {m.key for m in members}
        fitting = [i for i in found[-RECENT:] if not unit.apart and _same_told(unit, i, cues)]
        if fitting:
            max(fitting, key=lambda i: (agreeing(unit, i), -_gap(unit, i))).take(unit)
        else:
            found.append(unit)
    widen(found, lambda wide, narrow: _goes_on(wide, narrow, cues), within_article=True)
    return [i for i in found if i.members]


def _linked(said: Sequence[Statement], cues: Cues) -> list[list[Statement]]:
    """Statements joined by ``part_of`` and ``same_as``, or as the dead and the wounded of one sentence, in the order of the text.

    What is told of far places is not one.
    """
    trees = {s.id: [s] for s in said}

    def join(one: Statement, other: Statement) -> None:
        rest, whole = sorted((trees[one.id], trees[other.id]), key=len)
        if whole is not rest:
            whole += rest
            trees.update((s.id, whole) for s in rest)

    by_id = {s.id: s for s in said}
    for s in said:
        for link in (s.part_of, s.same_as):
            if link in by_id and not far(s.place, by_id[link].place):
                join(by_id[link], s)
    for one, other in pairwise(said):
        if _of_one_sentence(one, other) and not cues.apart(other, one):
            if not any(_contradict(a, b, cues) for a in trees[one.id][-RECENT:] for b in trees[other.id][-RECENT:]):
                join(one, other)
    unique = {id(tree): sorted(tree, key=lambda s: s.start) for tree in trees.values()}
    return sorted(unique.values(), key=lambda tree: tree[0].start)


def _of_one_sentence(one: Statement, other: Statement) -> bool:
    """Whether a sentence tells of the dead and the wounded of one place and time: "killed 16 people and wounded 40"."""
    told = (one.days, one.perpetrators) == (other.days, other.perpetrators) and not apart(one.place, other.place)
    return told and one.sentence == other.sentence and one.key[0] != other.key[0] and {one.key[0], other.key[0]} <= set(HARMS)


def _without_sums(said: list[Statement], cues: Cues) -> list[Statement]:
    """Without totals over several incidents that have their parts beside them, and without what breaks such a total down."""
    parts: dict[str, list[Statement]] = defaultdict(list)
    for s in said:
        if s.part_of:
            parts[s.part_of].append(s)
    sums = {s.id: s for n, s in enumerate(said) if _several_sites(parts[s.id]) or _sums_up(s, said[max(0, n - RECENT) : n + RECENT], cues)}
    sums |= {s.id: s for s in said if s.same_as in sums}
    return [s for s in said if s.id not in sums and (s.part_of not in sums or _has_own_site(s, sums[s.part_of]))]


def _has_own_site(part: Statement, total: Statement) -> bool:
    """Whether a part is of a place or of days of its own within its total's, or of those whom the total counts in one of the places."""
    own_place = part.place is not None and (total.place is None or inside(part.place, total.place) or apart(part.place, total.place))
    return own_place or (part.place is not None and part.key == total.key) or (part.days is not None and part.days != total.days)


def _several_sites(parts: Sequence[Statement]) -> bool:
    """Whether the parts of one total are of different places or days."""
    return any(
        one.key[0] == other.key[0] and (apart(one.place, other.place) or (one.days and other.days and not days_meet(one.days, other.days)))
        for n, one in enumerate(parts)
        for other in parts[max(0, n - RECENT) : n]
    )  # fmt: skip


def _sums_up(total: Statement, said: Sequence[Statement], cues: Cues) -> bool:
    """Whether a figure is the sum of others that its article gives for places inside its own, or, told of several attacks, may be."""
    if not total.numeric or total.place is None or total.part_of:
        return False
    rest = [
        s for s in said
        if s is not total and s.numeric and s.place and s.part_of in (None, total.id) and not s.same_as and fits(s.key, total.key)
        and inside(s.place, total.place) and s.days and total.days and days_meet(s.days, total.days)
    ]  # fmt: skip
    summed = sum(s.figure or 0 for s in rest)
    may_be = summed == total.figure or (cues.several(total) and summed <= (total.figure or 0))
    return len(rest) > 1 and may_be and _several_sites(rest)


def _goes_on(one: Incident, other: Incident, cues: Cues) -> bool:
    """Whether what is told of a wider place or of no day may be the incident told of a narrower one."""
    later = max(one, other, key=lambda i: i.members[0].start)
    wide, narrow = sorted((one.place, other.place), key=level)
    of_one_town = _is_quarter(narrow, wide) and _gap(one, other) <= NEARBY and _of_other_harm(one, other)
    return not later.apart and (fitting(one, other) or of_one_town) and _compatible(one, other, cues)


def _is_quarter(place: Place | None, town: Place | None) -> bool:
    """Whether a place may be a quarter of a town: one of the gazetteer's, or one that the text alone puts in it."""
    if place is None or level(town) <= 0:
        return False
    return level(place) > TOWN or (town is not None and place.lat is None and place.admin1 == town.name)


def _same_told(unit: Incident, incident: Incident, cues: Cues) -> bool:
    """Whether an article goes on about an incident: the same place (or none said), days that meet, and figures it does not tell apart."""
    if not (unit.place is None or incident.place is None or unit.place.name == incident.place.name):
        return False
    return _compatible(unit, incident, cues)


def _compatible(unit: Incident, incident: Incident, cues: Cues) -> bool:
    if told_of_others(unit, incident) or any(_contradict(a, b, cues) for a in unit.members for b in incident.members):
        return False
    if unit.days and incident.days and not days_meet(unit.days, incident.days):
        return one_night(unit, incident)
    if fitting(unit, incident):
        return True
    here, there = _measures(unit), _measures(incident)
    one_time = unit.days == incident.days or unit.days is None or incident.days is None
    near = _gap(unit, incident) <= NEARBY
    if _of_other_harm(unit, incident):
        return one_time and (near or unit.place == incident.place)  # "dozens more were wounded in the strike", further down
    return near and one_time and (len(here | there) == 1 or here | there <= {*HARMS, "detained"} or here | there <= LEAVING)


def _of_other_harm(unit: Incident, incident: Incident) -> bool:
    """Whether one tells of the dead and the other of the wounded."""
    here, there = _measures(unit), _measures(incident)
    return not here & there and here | there <= set(HARMS)


def _measures(incident: Incident) -> set[str]:
    return {m.key[0] for m in incident.members}


def _contradict(one: Statement, other: Statement, cues: Cues) -> bool:
    """One source in one article giving two figures, or two authors, for what would be one toll: two incidents, unless it revises."""
    if not one.speakers & other.speakers or not fits(one.key, other.key) or one.part_of == other.id or other.part_of == one.id:
        return False
    if one.key == other.key:
        authors = one.perpetrators and other.perpetrators and not one.perpetrators & other.perpetrators
        return bool(authors) or (not meet(one, other) and not cues.newer(one, other) and not one.part_of and not other.part_of)
    whole, part = sorted((one, other), key=lambda s: (s.key[1] != "people") + bool(s.key[2]))
    return part.reach[0] > whole.reach[1]


def _gap(unit: Incident, incident: Incident) -> int:
    return min(abs(a.start - b.start) for a in unit.members for b in incident.members)
