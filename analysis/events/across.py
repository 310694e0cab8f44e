"""Incidents of several articles joined, where place, days and what is counted fit.

Near linear in the number of claims: incidents meet only where their days and places do, and a cluster is compared by what it has
become, not claim by claim.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby

from analysis.events.cues import Cues
from analysis.events.incidents import Incident, agreeing, joins
from analysis.events.statements import Statement
from analysis.events.widening import MOST_DAYS, widen
from analysis.events.within import within_article


def find_incidents(statements: Iterable[Statement], cues: Cues) -> list[Incident]:
    """The incidents, in the order of the first statement of each; totals over several incidents are left out."""
    told: list[list[Incident]] = []
    for _, group in groupby(statements, key=lambda s: s.article):
        told.append(within_article(list(group), cues))
    joined = _across_articles(told)
    widen(joined, lambda wide, narrow: not wide.articles & narrow.articles and joins(wide, narrow), within_article=False)
    return [i for i in joined if i.members]


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
                    pairs.append((-agreeing(incident, known), incident.days != known.days, number, len(seen), incident, known))
                seen.add(id(known))
        joined: set[int] = set()
        for *_, number, _, incident, known in sorted(pairs, key=lambda p: p[:4]):
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
    """Place and day, for each day on which an incident may be met."""
    if incident.place is None or incident.days is None or incident.coarse:
        return []
    first, last = incident.days
    return [(incident.place.name, day) for day in range(first - reach, min(last, first + MOST_DAYS) + reach + 1)]
