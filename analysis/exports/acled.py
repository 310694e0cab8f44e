"""Events as ACLED rows (ACLED codebook; columns and order as EXPORTS.md gives them): one row for each event and day.

``fatalities`` is the lowest figure reported, vague words by ACLED's rule; a toll over several days is split evenly, the remainder to the
first. An unknown number is 0, which the loss report names row by row.
"""

import re

import pandas as pd

from analysis import style
from analysis.events.geography import level
from analysis.exports.deaths import COUNTRIES, GUESSED, Deaths, deaths_of, lose_all_but_deaths
from analysis.exports.losses import Losses
from analysis.exports.ucdp import PARTY_OF
from analysis.extraction.lexicon import Lexicon

COLUMNS = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 assoc_actor_2"
    " inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude geo_precision source"
    " source_scale notes fatalities tags timestamp"
).split()
EXTERNAL, CIVILIANS = "External/Other forces", "Civilians"
# An actor's name, where the country of the event stands for {}, and its kind; a state's own forces are "State forces" at home.
ACTORS = {
    "government": ("Military Forces of Syria", EXTERNAL),
    "iraq": ("Military Forces of Iraq", EXTERNAL),
    "russia": ("Military Forces of Russia", EXTERNAL),
    "coalition": ("Global Coalition Against Daesh", EXTERNAL),
    "turkey": ("Military Forces of Turkey", EXTERNAL),
    "is": ("Islamic State ({})", "Rebel group"),
    "sdf": ("SDF: Syrian Democratic Forces", "Political militia"),
    "other": ("Unidentified Armed Group ({})", "Political militia"),
    "civilians": ("Civilians ({})", CIVILIANS),
}
HOME = {"government": "Syria", "iraq": "Iraq", "turkey": "Turkey", "russia": "Russia"}
REBELS = ("Opposition Rebels (Syria)", "Rebel group")  # the other fighters of Syria
# What the sentences say of the means, the most telling first: sub-event type and its event type.
MEANS = (
    (re.compile(r"\b(?:gas|chemical|chlorine|sarin)\b", re.IGNORECASE), "Chemical weapon"),
    (
        re.compile(r"\bair ?(?:strike|raid)|\bair (?:strike|raid)|\bwarplane|\bjets?\b|\bdrone|\bbarrel bomb", re.IGNORECASE),
        "Air/drone strike",
    ),
    (re.compile(r"\bsuicide\b", re.IGNORECASE), "Suicide bomb"),
    (re.compile(r"\b(?:land ?)?mines?\b|\bcar bomb|\btruck bomb|\bblast|\bexplo", re.IGNORECASE), "Remote explosive/landmine/IED"),
    (re.compile(r"\bshell(?:ing|ed|s)?\b|\bartillery|\brocket|\bmortar|\bmissile", re.IGNORECASE), "Shelling/artillery/missile attack"),
)
REMOTE, BATTLE, AGAINST_CIVILIANS = "Explosions/Remote violence", "Battles", "Violence against civilians"
MOST_DAYS = 31
WEEK = 7


def acled_rows(tables: dict[str, pd.DataFrame], lexicon: Lexicon) -> tuple[pd.DataFrame, Losses]:
    """The frame of 31 columns, one row an event and day, and what was lost."""
    losses = Losses("ACLED")
    _declare(losses, tables)
    rows: list[dict[str, object]] = []
    for deaths in deaths_of(tables, lexicon):
        if deaths.start is None:
            losses.row("events", deaths.event_id, "no date: ACLED wants one")
        else:
            rows += _rows(deaths, losses)
            if deaths.guessed:
                losses.row("events", deaths.event_id, GUESSED)
    return pd.DataFrame(rows, columns=COLUMNS), losses


def _rows(deaths: Deaths, losses: Losses) -> list[dict[str, object]]:
    tolls = [deaths.total] if deaths.total else list(deaths.groups.values())
    fatalities = sum(toll.acled for toll in tolls)
    if fatalities == 0:
        losses.row("events", deaths.event_id, "number unknown: written as 0, which ACLED's users cannot tell from none")
    if any(toll.high != toll.low for toll in tolls):
        losses.row("events", deaths.event_id, "a range: only its lowest figure is written")
    precision = time_precision(deaths)
    days = [deaths.start + pd.Timedelta(days=n) for n in range(deaths.days)] if precision == 1 else [_middle(deaths)]
    share, rest = divmod(fatalities, len(days))
    if len(days) > 1:
        losses.row("events", deaths.event_id, f"split over {len(days)} days by ACLED's rule")
    return [_row(deaths, n, day, share + (rest if n == 0 else 0), precision) for n, day in enumerate(days)]


def _row(deaths: Deaths, number: int, day: pd.Timestamp, fatalities: int, precision: int) -> dict[str, object]:
    event_type, sub_type = _type(deaths)
    actors = [_actor(p, deaths.country) for p in deaths.perpetrators if p in ACTORS]
    hit = [_actor(PARTY_OF[g], deaths.country) for g in deaths.groups if g in PARTY_OF]
    if "civilians" in deaths.groups or (not hit and actors):
        hit.append(_actor("civilians", deaths.country))
    one = (actors or [("Unidentified Military Forces", EXTERNAL)])[0]
    others = [h for h in hit if h != one]
    two = (others or [(None, None)])[0]
    place = deaths.place
    return dict.fromkeys(COLUMNS) | {
        "event_id_cnty": f"{deaths.event_id}.{number + 1}",
        "event_date": f"{day:%Y-%m-%d}",
        "year": day.year,
        "time_precision": precision,
        "disorder_type": "Political violence",
        "event_type": event_type,
        "sub_event_type": sub_type,
        "actor1": one[0],
        "assoc_actor_1": "; ".join(name for name, _ in actors[1:]) or None,
        "inter1": one[1],
        "actor2": two[0],
        "assoc_actor_2": "; ".join(name for name, _ in others[1:]) or None,
        "inter2": two[1],
        "interaction": "-".join(filter(None, (one[1], two[1]))),
        "civilian_targeting": "Civilian targeting" if two[1] == CIVILIANS else None,
        "iso": COUNTRIES[deaths.country][0] if deaths.country in COUNTRIES else None,
        "region": "Middle East" if deaths.country in COUNTRIES else None,
        "country": deaths.country,
        "admin1": deaths.admin1,
        "location": place.name if place else None,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "geo_precision": geo_precision(deaths),
        "source": "; ".join(deaths.outlets) or None,
        "notes": _notes(deaths),
        "fatalities": fatalities,
    }


def _actor(party: str, country: str | None) -> tuple[str, str]:
    """Name and kind of a party to the fighting, or of civilians, in a country; without brackets where that is unknown."""
    if party == "other" and country == "Syria":
        return REBELS
    name, kind = ACTORS[party]
    at_home = HOME.get(party) == country
    return (name.format(country) if country else name.removesuffix(" ({})")), "State forces" if at_home else kind


def _type(deaths: Deaths) -> tuple[str, str]:
    text = " ".join(deaths.sentences)
    means = next((name for pattern, name in MEANS if pattern.search(text)), None)
    if means:
        return REMOTE, means
    fighters = any(g in PARTY_OF for g in deaths.groups)
    return (BATTLE, "Armed clash") if fighters or "civilians" not in deaths.groups else (AGAINST_CIVILIANS, "Attack")


def time_precision(deaths: Deaths) -> int:
    """1 the day (a few days are split), 2 the week, 3 the month or longer."""
    if deaths.precision in ("month", "year") or deaths.days > MOST_DAYS:
        return 3
    return 2 if deaths.precision == "week" or deaths.days > WEEK else 1


def _middle(deaths: Deaths) -> pd.Timestamp:
    return deaths.start + pd.Timedelta(days=deaths.days // 2)


def geo_precision(deaths: Deaths) -> int | None:
    """1 a town, 2 a part of a region, 3 a province or larger; None without a place."""
    if deaths.place is None:
        return None
    return {0: 3, 1: 3, 2: 3, 3: 2}.get(level(deaths.place), 1)


def _notes(deaths: Deaths) -> str:
    """What the sources say, in our words: the figures by class, who says so, and whether it is disputed."""
    tolls = ([("people", deaths.total)] if deaths.total else []) + list(deaths.groups.items())
    counted = ", ".join(f"{_range(t.low, t.high)} {style.GROUP_NAMES[g]} killed" for g, t in tolls)
    grade = f"attribution {deaths.attribution}{'; disputed' if deaths.contested else ''}"
    return f"{counted}; said by {', '.join(map(style.speaker_name, deaths.speakers))}; {grade}; articles {', '.join(deaths.articles)}"


def _range(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return f"at least {low:.0f}" if low is not None else f"up to {high:.0f}" if high is not None else "an unknown number of"
    return f"{low:.0f}" if low == high else f"{low:.0f} to {high:.0f}"


def _declare(losses: Losses, tables: dict[str, pd.DataFrame]) -> None:
    losses.column("events", ("high",), "ACLED writes one number, the lowest")
    losses.column("events", ("contested", "harm", "attribution", "perpetrators"), "in the notes only")
    losses.column("events", ("detail", "part_of", "revises", "unit"), "no column")
    lose_all_but_deaths(losses, tables)
