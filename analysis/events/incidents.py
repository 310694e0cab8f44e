"""An incident: statements about one strike, battle or move of people, and how two such groups compare."""

from dataclasses import dataclass, field

from analysis.events.geography import TOWN, level
from analysis.events.statements import Days, Statement, agree, close, fits
from analysis.extraction.where.gazetteer import Place

ALIKE = 1.5  # how many times as large one of two disputed tolls of one incident may be where the sources name other authors
MOST_TIMES = 20  # how many times as large as another's a source's figure of one incident may be


@dataclass(slots=True)
class Incident:
    """Statements about one incident. ``days`` are those that all its dated statements allow; ``stretched`` where two a day apart met;
    ``faces`` holds one statement of each kind, for comparing."""

    members: list[Statement]
    apart: bool = False
    articles: set[str] = field(default_factory=set)
    place: Place | None = None
    days: Days | None = None
    coarse: bool = True
    stretched: bool = False
    faces: dict[tuple[object, ...], Statement] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.faces = {(m.key, m.figure, m.low, m.high, m.place, m.speakers): m for m in self.members}
        self.articles = {m.article for m in self.members}
        self.place = max((m.place for m in self.members), key=level)
        dated = [m for m in self.members if m.days]
        sure = [m for m in dated if not m.coarse] or dated
        if sure:
            self.days = min((m.days for m in sure if m.days), key=lambda d: (d[1] - d[0], d))
            self.coarse = all(m.coarse for m in sure)

    @property
    def authors(self) -> frozenset[str]:
        """Those whom its statements name as perpetrators."""
        return frozenset().union(*(m.perpetrators for m in self.faces.values()))

    def take(self, other: "Incident") -> None:
        """Make the other incident's statements this one's."""
        self.members += other.members
        self.faces |= other.faces
        self.articles |= other.articles
        self.place = max(self.place, other.place, key=level)
        if self.days and other.days and not (self.coarse or other.coarse):
            (first, last), (other_first, other_last) = self.days, other.days
            apart = max(first, other_first) > min(last, other_last)
            self.stretched = self.stretched or other.stretched or apart
            self.days = (min(first, other_first), max(last, other_last)) if apart else (max(first, other_first), min(last, other_last))
        elif other.days and (self.days is None or self.coarse):
            self.days, self.coarse = other.days, other.coarse


def fitting(one: Incident, other: Incident) -> bool:
    """Whether any two statements may count the same people."""
    return any(_may_be_one(a, b) for a in one.faces.values() for b in other.faces.values())


def _may_be_one(one: Statement, other: Statement) -> bool:
    """Measure and group fit; or two sources count one number of dead as civilians here, as fighters there."""
    if fits(one.key, other.key):
        return not _of_another_size(one, other) and not _of_more_days(one, other)
    if _families_and_people(one, other):
        return not _of_more_days(one, other)
    same_kind = (one.key[0], *one.key[2:]) == (other.key[0], *other.key[2:])
    return same_kind and opposed(one, other)


def _of_another_size(one: Statement, other: Statement) -> bool:
    """Two numbers so far apart that no dispute over one incident explains them."""
    low, high = sorted((one.figure or 0, other.figure or 0))
    return one.numeric and other.numeric and high > low * MOST_TIMES


def _of_more_days(one: Statement, other: Statement) -> bool:
    """Whether one counts what several days brought and the other one of those days, with figures that are not near."""
    if one.coarse or other.coarse or one.days is None or other.days is None or close(one, other):
        return False
    shorter, longer = sorted((one, other), key=_length)
    return longer.summed and _length(longer) >= 2 * _length(shorter)


def _length(statement: Statement) -> int:
    first, last = statement.days
    return last - first + 1


def _families_and_people(one: Statement, other: Statement) -> bool:
    """Whether one counts the families and the other the people that moved."""
    return one.key[0] == other.key[0] and {one.key[3], other.key[3]} == {"families", "people"}


def opposed(one: Statement, other: Statement) -> bool:
    """The same exact number, civilians to one source and fighters to another."""
    classes = {"civilians" if s.key[1] == "civilians" else "fighters" for s in (one, other) if s.key[1] != "people"}
    same = one.numeric and one.figure == other.figure and (one.place and one.place.name) == (other.place and other.place.name)
    return len(classes) == 2 and same and not one.speakers & other.speakers


def agreeing(one: Incident, other: Incident) -> int:
    """How many statements of the two count alike."""
    return sum(agree(a, b) or (not fits(a.key, b.key) and opposed(a, b)) for a in one.faces.values() for b in other.faces.values())


def nearness(one: Incident, other: Incident) -> int:
    """How many statements of the two tell numbers that agree and are near."""
    return sum(close(a, b) for a in one.faces.values() for b in other.faces.values())


def share_a_figure(one: Incident, other: Incident) -> bool:
    """Whether both tell one number of the same measure, group and detail."""
    figures = {(m.key, m.figure) for m in one.faces.values() if m.numeric}
    return any(m.numeric and (m.key, m.figure) in figures for m in other.faces.values())


def _name_others(one: Incident, other: Incident) -> bool:
    """Whether both name an author of what both count, and never the same; in a battle each side has its own."""
    named = [
        a.perpetrators & b.perpetrators
        for a in one.faces.values()
        for b in other.faces.values()
        if a.perpetrators and b.perpetrators and fits(a.key, b.key)
    ]
    return bool(named) and not any(named)


def told_of_others(one: Incident, other: Incident) -> bool:
    """Whether the two name other authors, and no figures are alike: two attacks on one town."""
    return (
        _name_others(one, other)
        and not agreeing(one, other)
        and not any(_alike(a, b) for a in one.faces.values() for b in other.faces.values())
    )


def _alike(one: Statement, other: Statement) -> bool:
    low, high = sorted((one.figure or 0, other.figure or 0))
    return one.key == other.key and one.numeric and other.numeric and high <= low * ALIKE


def _counts_several(one: Incident, other: Incident) -> bool:
    """Whether one tells a total of several towns of which the other tells one, with another figure."""
    towns = frozenset().union(*(m.towns for m in (*one.faces.values(), *other.faces.values())))
    told = {i.place.name for i in (one, other) if i.place and not any(m.towns for m in i.faces.values())}
    return bool(told & towns) and not share_a_figure(one, other)


def unlike(one: Incident, other: Incident) -> bool:
    """Whether the two give figures of one class, of the dead where both count them, and none that are alike: a village and its province."""
    pairs = [(a, b) for a in one.faces.values() for b in other.faces.values() if a.key == b.key and a.numeric and b.numeric]
    pairs = [(a, b) for a, b in pairs if a.key[0] == "killed"] or pairs
    return bool(pairs) and not any(_alike(a, b) for a, b in pairs)


def days_meet(one: Days, other: Days) -> bool:
    """Whether two periods have a day in common."""
    return one[0] <= other[1] and other[0] <= one[1]


def one_night(one: Incident, other: Incident) -> bool:
    """Whether two periods are a day apart ("late on Monday", "on Tuesday") and figures meet."""
    if one.days is None or other.days is None or 1 not in (one.days[0] - other.days[1], other.days[0] - one.days[1]):
        return False
    wholes = [[m for m in i.faces.values() if m.part_of is None] for i in (one, other)]
    met = any(close(a, b) and (a.figure == b.figure or a.place == b.place) for a in wholes[0] for b in wholes[1])
    return met and not _name_others(one, other)


def _one_attack(one: Incident, other: Incident) -> bool:
    """Whether both name one author, town and day, so that one counts the civilians and the other the fighters of one attack."""
    if not one.authors or one.authors != other.authors or one.place is None or other.place is None or one.days != other.days:
        return False
    dead = all(any(m.key[0] == "killed" for m in i.faces.values()) for i in (one, other))
    return dead and not (one.coarse or other.coarse) and level(one.place) >= TOWN and one.place.name == other.place.name


def joins(incident: Incident, known: Incident) -> bool:
    """Whether incidents of two articles may be one: what is counted fits and days meet, or figures agree a day apart.

    A country sees many incidents a day: two that are told of no narrower place must have a figure in common.
    """
    if incident.days is None or known.days is None or _counts_several(incident, known):
        return False
    if not fitting(incident, known):
        return _one_attack(incident, known)
    if told_of_others(incident, known):
        return False
    if incident.coarse and known.coarse:
        return incident.days == known.days and agreeing(incident, known) > 0
    if level(incident.place) == level(known.place) == 0:
        return days_meet(incident.days, known.days) and share_a_figure(incident, known)
    if days_meet(incident.days, known.days):
        return True
    stretched = incident.stretched or known.stretched
    return not stretched and one_night(incident, known)
