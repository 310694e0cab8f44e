"""A wider place, or wider days, with the one incident inside it that fits."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from analysis.events.geography import TOWN, inside, level
from analysis.events.incidents import Incident, agreeing, nearness, share_a_figure, unlike
from analysis.extraction.claim import OF_THE_LIVING

MOST_DAYS = 10  # days of an incident that are looked up one by one
REACH = 200  # incidents of one article between two that may be one; keeps the work linear
MOST_SPAN = 366  # and days of the wide period in which it is looked for


def widen(incidents: list[Incident], may_be_one: Callable[[Incident, Incident], bool], within_article: bool) -> None:
    """Join each incident told of a province, a country or a month with the only one inside it that fits.

    Incidents that were joined are left without members. ``within_article``: those without a day or a place join too.
    """
    days = by_day(incidents)
    place_in_text = {id(incident): n for n, incident in enumerate(incidents)}
    undated = [i for i in incidents if i.days is None] if within_article else []
    for wide in sorted(incidents, key=lambda i: (not i.coarse, level(i.place)), reverse=True):
        if not wide.members or (wide.days is None and not within_article):
            continue
        near = undated if wide.days is None else [i for day in _look_up(wide) for i in days.get(day, ())]
        fitting = [
            i
            for i in {id(i): i for i in near}.values()
            if not (within_article and abs(place_in_text[id(i)] - place_in_text[id(wide)]) > REACH)
            and i is not wide
            and i.members
            and _lies_in(i, wide, within_article)
            and may_be_one(wide, i)
        ]
        if len(fitting) > 1:
            fitting = [i for i in fitting if agreeing(wide, i)]
        sure = (within_article and (wide.days is None or not wide.coarse)) or not _is_vague(wide)
        agreed = nearness if wide.coarse else agreeing
        same_town = level(wide.place) >= TOWN  # a quarter of it
        if len(fitting) == 1 and (sure or agreed(wide, fitting[0])) and (within_article or same_town or not unlike(wide, fitting[0])):
            fitting[0].take(wide)
            wide.members = []


def by_day(incidents: list[Incident]) -> dict[int, list[Incident]]:
    """The incidents of each day, those without one left out."""
    found: dict[int, list[Incident]] = defaultdict(list)
    for incident in incidents:
        if incident.days and not incident.coarse:
            for day in range(incident.days[0], min(incident.days[1], incident.days[0] + MOST_DAYS) + 1):
                found[day].append(incident)
    return found


def _look_up(wide: Incident) -> Iterable[int]:
    first, last = wide.days or (0, -1)
    return range(first - 1, min(last, first + MOST_SPAN) + 2)


def _is_vague(wide: Incident) -> bool:
    """A country, or a month: too wide to join without a figure that agrees."""
    return wide.coarse or level(wide.place) < 1


def _lies_in(narrow: Incident, wide: Incident, within_article: bool) -> bool:
    """Whether the narrower incident's place and days are inside the wider's, or the same people were brought from there to a country."""
    if narrow.coarse and not wide.coarse:
        return False
    if wide.place is None or narrow.place is None:
        return within_article
    same = wide.place.name == narrow.place.name
    handed_over = level(wide.place) == 0 and all(m.key[0] in OF_THE_LIVING for m in wide.members) and share_a_figure(wide, narrow)
    return inside(narrow.place, wide.place) or (same and _is_vague(wide)) or handed_over
