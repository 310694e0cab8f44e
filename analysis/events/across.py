"""Incidents of several articles joined, where place, days and what is counted fit.

Near linear in the number of claims: incidents meet only where their days and places do, and a cluster is compared by what it has
become, not claim by claim.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby

from analysis.events.cues import Cues
from analysis.events.geography import inside
from analysis.events.incidents import Incident, agreeing, days_meet, joins, nearness
from analysis.events.statements import Statement, fits
from analysis.events.widening import MOST_DAYS, by_day, widen
from analysis.events.within import within_article
from analysis.extraction.claim import OF_THE_LIVING


def find_incidents(statements: Iterable[Statement], cues: Cues) -> list[Incident]:
    """The incidents, in the order of the first statement of each; totals over several incidents are left out."""
    told: list[list[Incident]] = []
    for _, group in groupby(statements, key=lambda s: s.article):
        told.append(within_article(list(group), cues))
    joined = _across_articles(told)
    widen(joined, lambda wide, narrow: not wide.articles & narrow.articles and joins(wide, narrow), within_article=False)
    left = [i for i in joined if i.members and not _is_a_flow(i)]
    days = by_day(left)
    return [i for i in left if not _is_a_total(i, days)]


def _is_a_flow(incident: Incident) -> bool:
    """People who moved, or were taken, in the course of a month: no incident."""
    return incident.days is not None and incident.coarse and all(m.key[0] in OF_THE_LIVING for m in incident.members)


def _is_a_total(incident: Incident, days: dict[int, list[Incident]]) -> bool:
    """Whether an incident is the sum of what other articles tell of places inside its own, or of the towns that its sentence joins."""
    totals = [m for m in incident.members if m.part_of is None]
    total = totals[0] if len(totals) == 1 else None
    if total is None or not total.numeric or incident.days is None or incident.place is None:
        return False
    near = {id(i): i for day in range(incident.days[0], min(incident.days[1], incident.days[0] + MOST_DAYS) + 1) for i in days.get(day, ())}
    parts = [
        (i.place.name, m)
        for i in near.values()
        if i is not incident and i.place and not i.articles & incident.articles
        and (i.place.name in total.towns if total.towns else inside(i.place, incident.place))
        for m in i.members
        if m.numeric and m.part_of is None and fits(m.key, total.key) and m.days and days_meet(m.days, incident.days)
    ]  # fmt: skip
    figures = {place: {m.figure or 0 for p, m in parts if p == place} for place, _ in parts}
    if total.towns:
        return len(figures) == len(total.towns)
    return len(figures) > 1 and total.figure in _sums(figures.values(), total.figure or 0)


def _sums(figures: Iterable[set[float]], most: float) -> set[float]:
    """What one figure of each set add up to, where that is no more than ``most``: sources may differ about a part."""
    sums = {0.0}
    for each in figures:
        sums = {total + figure for total in sums for figure in each if total + figure <= most}
    return sums


def _across_articles(told: list[list[Incident]]) -> list[Incident]:
    """Incidents of the same place and days joined, article by article; no two of one article ever are."""
    found: list[Incident] = []
    at: dict[tuple[str, int], list[Incident]] = defaultdict(list)
    for incidents in told:
        pairs = []
        for number, incident in enumerate(incidents):
            seen: set[int] = set()
            for known in (k for key in _keys(incident, 1) for k in at.get(key, ())):
                if id(known) not in seen and joins(incident, known):
                    likeness = -nearness(incident, known), -agreeing(incident, known), incident.days != known.days
                    pairs.append((likeness, number, len(seen), incident, known))
                seen.add(id(known))
        joined: set[int] = set()
        for _, number, _, incident, known in sorted(pairs, key=lambda p: p[:3]):
            if number not in joined and not incident.articles & known.articles and joins(incident, known):
                joined.add(number)
                known.take(incident)
                incident.members = []
        for incident in incidents:
            if incident.members:
                found.append(incident)
                for key in _keys(incident):
                    at[key].append(incident)
    return found


def _keys(incident: Incident, reach: int = 0) -> list[tuple[str, int]]:
    """Place and day, for each day on which an incident may be met; place and month for one that has no day."""
    if incident.place is None or incident.days is None:
        return []
    first, last = incident.days
    if incident.coarse:
        return [(incident.place.name, -last)]
    return [(incident.place.name, day) for day in range(first - reach, min(last, first + MOST_DAYS) + reach + 1)]
