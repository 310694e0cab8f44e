"""How places of the gazetteer lie to one another."""

import math

from analysis.extraction.where.gazetteer import BOTH, Place

# km: how far a place of that kind reaches, or lies from its town
SPREAD = {"quarter": 15.0, "region": 30.0, "river": 150.0, "desert": 150.0}
LEVELS = {"country": 0, "province": 1, "river": 2, "desert": 2, "region": 3, "quarter": 5}
TOWN = 4
FAR = 40.0  # km


def level(place: Place | None) -> int:
    """How specific a place is: -1 for none, 0 a country, 1 a province, up to a quarter of a town."""
    return -1 if place is None else LEVELS.get(place.kind, TOWN)


def inside(place: Place, other: Place) -> bool:
    """Whether the first place lies inside the second."""
    if place.name == other.name or level(place) <= level(other):
        return other.name == BOTH and place.name in BOTH.split(" and ")
    if other.kind == "country":
        return place.country in (None, other.name) or (other.name == BOTH and place.country in BOTH.split(" and "))
    if other.kind == "province" or place.admin1 == other.name:  # a quarter that only the text names is in its town
        return place.admin1 == other.name
    reach = SPREAD.get(other.kind, SPREAD["quarter"] if place.kind == "quarter" else 0.0)
    return kilometres(place, other) <= reach


def kilometres(one: Place, other: Place) -> float:
    """Distance on the ground; infinite where a coordinate is missing."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    north = (one.lat - other.lat) * 111.2
    east = (one.lon - other.lon) * 111.2 * math.cos(math.radians((one.lat + other.lat) / 2))
    return math.hypot(north, east)


def far(one: Place | None, other: Place | None) -> bool:
    """Whether two places are known to be different ones, and farther from each other than a town is from its suburbs."""
    return one is not None and other is not None and apart(one, other) and FAR < kilometres(one, other) < math.inf


def apart(one: Place | None, other: Place | None) -> bool:
    """Whether two places are known to be different ones, neither inside the other."""
    if one is None or other is None or one.name == other.name:
        return False
    return not inside(one, other) and not inside(other, one)
