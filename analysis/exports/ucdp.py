"""Events as UCDP GED rows (UCDP Georeferenced Event Dataset codebook; columns and order as EXPORTS.md gives them).

Deaths only. ``best`` is the lowest figure reported and ``low`` the same, since we average nothing; ``high`` is the largest figure named.
Side a is the state, or else the first party by name; who died on neither side and is no civilian is ``deaths_unknown``, as is what a total
holds beyond its classes. A dyad needs parties: the perpetrators, and the sides of the fighters who died.
"""

import math

import pandas as pd

from analysis.events.geography import level
from analysis.exports.deaths import COUNTRIES, FIGHTERS, GUESSED, Deaths, deaths_of, lose_all_but_deaths
from analysis.exports.losses import Losses
from analysis.extraction.lexicon import Lexicon
from analysis.extraction.parties import own_of

COLUMNS = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name "
    "dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b "
    "number_of_sources source_article source_office source_date source_headline source_original where_prec "
    "where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id "
    "region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high "
    "low gwnoa gwnob"
).split()
# party -> UCDP's name, and Gleditsch and Ward's number of a state
PARTIES: dict[str, tuple[str, int | None]] = {
    "government": ("Government of Syria", 652),
    "iraq": ("Government of Iraq", 645),
    "russia": ("Government of Russia (Soviet Union)", 365),
    "coalition": ("Government of United States of America", 2),
    "turkey": ("Government of Turkey", 640),
    "is": ("IS", None),
    "sdf": ("SDF", None),
    "other": ("Other armed group", None),
}
PARTY_OF = {group: own_of(group)[0] for group in FIGHTERS}  # whose fighters a group is
STATE, NON_STATE, ONE_SIDED = 1, 2, 3
WEEK = 7


def ucdp(tables: dict[str, pd.DataFrame], lexicon: Lexicon) -> tuple[pd.DataFrame, Losses]:
    """The frame of 49 columns, one row an event, and what was lost."""
    losses = Losses("UCDP GED")
    _declare(losses, tables)
    rows = [_row(number, deaths, losses) for number, deaths in enumerate(_usable(tables, lexicon, losses), start=1)]
    return pd.DataFrame(rows, columns=COLUMNS), losses


def _usable(tables: dict[str, pd.DataFrame], lexicon: Lexicon, losses: Losses) -> list[Deaths]:
    found = []
    for deaths in deaths_of(tables, lexicon):
        if deaths.start is None:
            losses.row("events", deaths.event_id, "no date: UCDP wants one")
        elif not _counted(deaths):
            losses.row("events", deaths.event_id, "no number of dead at all")
        else:
            found.append(deaths)
            if deaths.guessed:
                losses.row("events", deaths.event_id, GUESSED)
    return found


def _counted(deaths: Deaths) -> bool:
    return any(toll and toll.least is not None for toll in (deaths.total, *deaths.groups.values()))


def _row(number: int, deaths: Deaths, losses: Losses) -> dict[str, object]:
    side_a, side_b = _sides(deaths)
    fighters = {PARTY_OF[g]: toll.least or 0 for g, toll in deaths.groups.items() if g in FIGHTERS}
    civilians = deaths.groups["civilians"].least or 0 if "civilians" in deaths.groups else 0
    on_sides = {side: fighters.get(side, 0) if side else 0 for side in (side_a, side_b)}
    of_classes = civilians + sum(fighters.values())
    total = (deaths.total.least or 0) if deaths.total else of_classes
    if total < of_classes:
        losses.row("events", deaths.event_id, "classes add up to more than the lowest total: best is their sum")
    best = max(total, of_classes)
    high = max(best, round(deaths.total.figure if deaths.total and deaths.total.figure else 0), _sum_of_figures(deaths))
    if any(toll.high is None for toll in (deaths.total, *deaths.groups.values()) if toll):
        losses.row("events", deaths.event_id, "the upper end is open (“at least”): high is the largest figure named")
    place = deaths.place
    return dict.fromkeys(COLUMNS) | {
        "id": number,
        "relid": deaths.event_id,
        "year": deaths.start.year,
        "type_of_violence": _type(side_a, side_b, civilians),
        "dyad_name": f"{_name(side_a)} - {_name(side_b) or 'Civilians'}" if side_a else None,
        "side_a": _name(side_a),
        "side_b": _name(side_b) if side_b else ("Civilians" if side_a and civilians else None),
        "number_of_sources": len(deaths.articles),
        "source_article": ";".join(deaths.articles),
        "source_office": ";".join(deaths.outlets),
        "source_date": ";".join(deaths.published),
        "source_headline": ";".join(deaths.titles),
        "source_original": ";".join(deaths.speakers),
        "where_prec": where_precision(deaths),
        "where_coordinates": place.name if place else None,
        "where_description": ", ".join(dict.fromkeys(filter(None, (place.name, deaths.admin1, deaths.country)))) if place else None,
        "adm_1": deaths.admin1,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "geom_wkt": f"POINT ({place.lon} {place.lat})" if place and place.lat is not None else None,
        "priogrid_gid": priogrid(place.lat, place.lon) if place and place.lat is not None and place.lon is not None else None,
        "country": deaths.country,
        "country_id": COUNTRIES[deaths.country][1] if deaths.country in COUNTRIES else None,
        "region": "Middle East" if deaths.country in COUNTRIES else None,
        "event_clarity": 1 if deaths.days == 1 and deaths.precision == "day" else 2,
        "date_prec": date_precision(deaths),
        "date_start": f"{deaths.start:%Y-%m-%d}",
        "date_end": f"{deaths.end or deaths.start:%Y-%m-%d}",
        "deaths_a": on_sides[side_a],
        "deaths_b": on_sides[side_b],
        "deaths_civilians": civilians,
        "deaths_unknown": best - civilians - sum(on_sides[side] for side in {side_a, side_b}),
        "best": best,
        "high": high,
        "low": best,
        "gwnoa": PARTIES[side_a][1] if side_a else None,
        "gwnob": PARTIES[side_b][1] if side_b else None,
    }


def _sides(deaths: Deaths) -> tuple[str | None, str | None]:
    """The two parties: states first, then in the order of PARTIES; side a is None where nobody is named and one side died."""
    named = {p for p in deaths.perpetrators if p in PARTIES}
    died = {PARTY_OF[g] for g in deaths.groups if g in FIGHTERS}
    parties = sorted(named | died, key=list(PARTIES).index)
    if not named and len(parties) == 1:
        return None, parties[0]
    return (*parties, None, None)[0], (*parties, None, None)[1]


def _name(party: str | None) -> str | None:
    return None if party is None else PARTIES[party][0]


def _type(side_a: str | None, side_b: str | None, civilians: int) -> int | None:
    """1 where a state is party and fights another, 2 between two groups, 3 where a group kills civilians.

    None where a side is unknown, and where a state killed civilians: whether it meant to is not ours to say.
    """
    if side_a is None:
        return None
    is_state = PARTIES[side_a][1] is not None
    if side_b is None:
        return ONE_SIDED if civilians and not is_state else None
    return STATE if is_state else NON_STATE


def _sum_of_figures(deaths: Deaths) -> int:
    return round(sum(toll.figure or toll.high or toll.low or 0 for toll in deaths.groups.values()))


def where_precision(deaths: Deaths) -> int | None:
    """1 a town, 4 a province, 5 a region, river or desert, 6 a country; None without a place."""
    if deaths.place is None:
        return None
    return {0: 6, 1: 4, 2: 5, 3: 5}.get(level(deaths.place), 1)


def date_precision(deaths: Deaths) -> int:
    """1 a day, 2 some days, 3 a week, 4 a month, 5 a year."""
    if deaths.precision in ("month", "year"):
        return {"month": 4, "year": 5}[deaths.precision]
    return 1 if deaths.days == 1 else 2 if deaths.days < WEEK else 3 if deaths.days == WEEK else 4 if deaths.days <= 31 else 5


def priogrid(lat: float, lon: float) -> int:
    """The PRIO-GRID cell (half a degree, numbered from the south-west, 720 a row) of a point in degrees."""
    return math.floor((lat + 90) * 2) * 720 + math.floor((lon + 180) * 2) + 1


def _declare(losses: Losses, tables: dict[str, pd.DataFrame]) -> None:
    losses.column("events", ("contested", "harm", "attribution", "revises"), "UCDP grades neither dispute nor proof")
    losses.column("events", ("detail",), "children, women and the elderly are civilians")
    losses.column("events", ("unit",), "families are no number of people")
    lose_all_but_deaths(losses, tables)
