"""Running totals: what successive ones add, and how much of each the events account for. They are never added to events."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from analysis.estimates.ranges import Row, reach
from analysis.estimates.tolls import Tolls, blamed
from analysis.events.geography import inside, level
from analysis.events.rows import SEVERAL_VOICES
from analysis.extraction.lexicon import Lexicon
from analysis.extraction.where.gazetteer import Place, gazetteer

MIDDLE = 11  # first day of the second third of a month; the last third ends with the month
PROVINCE = 1  # level of the widest place whose total may be that of a town in it
Window = tuple[pd.Timestamp, pd.Timestamp] | None


@dataclass(slots=True)
class Series:
    """The totals of one count, in the order of their days; ``start`` is where its first day may lie, ``blamed`` who is named for it."""

    start: Window
    places: list[Place | None]
    blamed: frozenset[str]
    rows: list[dict[str, Any]] = field(default_factory=list)


def running_totals(claims: pd.DataFrame, events: pd.DataFrame, lexicon: Lexicon) -> pd.DataFrame:
    """One row for each claim of scope ``cumulative`` about people, with its series, its change, and the events inside it.

    ``claims`` without repeats. A series is one speaker's count of one measure, group and detail, of one place (or a town and its
    province) since one start, by one perpetrator where two totals name any; two totals that one article gives as of one day belong to two.
    """
    totals = claims[(claims["scope"] == "cumulative") & claims["unit"].isin(("people", "families"))]
    columns = [*claims.columns, "series", "previous", "change", "change_low", "change_high", *Tolls.COLUMNS]
    if totals.empty:
        return pd.DataFrame(columns=columns)
    tolls = Tolls(events, lexicon)
    made = [
        row | {"series": series.rows[0]["claim_id"]} | _change(row, before) | tolls.inside(row)
        for series in _series(totals, lexicon)
        for row, before in zip(series.rows, [None, *series.rows], strict=False)
    ]
    return pd.DataFrame(made, columns=columns)


def _series(totals: pd.DataFrame, lexicon: Lexicon) -> Iterator[Series]:
    places = gazetteer(lexicon)
    ordered = totals.sort_values(["date_end", "published", "article_id", "start_char"], kind="stable")
    found: dict[tuple[object, ...], list[Series]] = {}
    for row in ordered.to_dict("records"):
        alike = found.setdefault(_key(row), [])
        start, place, named = window(row), _place(row, places), blamed(row)
        fitting = (
            s
            for s in alike
            if _meets(s.start, start)
            and all(_one_area(p, place, start) for p in s.places)
            and (not s.blamed or not named or s.blamed == named)
        )
        series = next((s for s in fitting if not _told_apart(s.rows[-1], row)), None)
        if series is None:
            alike.append(series := Series(start, [place], named))
        elif start and series.start:
            series.start = (max(start[0], series.start[0]), min(start[1], series.start[1]))
        series.rows.append(row)
        series.blamed = series.blamed or named
        if place not in series.places:
            series.places.append(place)
    for alike in found.values():
        yield from alike


def _key(row: Row) -> tuple[object, ...]:
    """Who counts what; an article's own voice and residents are not one source from article to article. The dead of hunger, cold or
    prison, whom nobody is said to have killed, are others than those killed."""
    voice = row["article_id"] if set(row["speaker"].split(";")) & SEVERAL_VOICES else ""
    counted = tuple("" if pd.isna(row[name]) else row[name] for name in ("measure", "group", "detail", "unit"))
    return (row["speaker"], voice, *counted, pd.notna(row["part_of"]), pd.isna(row["perpetrator"]))


def window(row: Row) -> Window:
    """The days on which the count may have started: the day, or the week, month, year or third of a month that the words name."""
    start = row["date_start"]
    if pd.isna(start):
        return None
    if row["date_precision"] == "month" and (start.day == MIDDLE or (start.day == 1 and _early(start).search(row["sentence"]))):
        return start, start + pd.DateOffset(days=9)
    units = {"week": pd.DateOffset(days=6), "month": pd.offsets.MonthEnd(0), "year": pd.offsets.YearEnd(0)}
    return start, start + units.get(row["date_precision"], pd.DateOffset(0))


def _early(start: pd.Timestamp) -> re.Pattern[str]:
    """ "Early December": its first third has the first day of the whole month, and only the words tell them apart."""
    return re.compile(rf"\b(?:early(?: in)?|(?:beginning|start) of) {start:%b}", re.IGNORECASE)


def _meets(one: Window, other: Window) -> bool:
    if one is None or other is None:
        return one is other
    return one[0] <= other[1] and other[0] <= one[1]


def _place(row: Row, places: dict[str, Place]) -> Place | None:
    name = row["place"]
    return None if pd.isna(name) else places.get(name) or Place(name, None, None, None, "town")


def _one_area(one: Place | None, other: Place | None, start: Window) -> bool:
    """The same place; or, where the start is known, a town and the province around it: a country's count is another."""
    if one is None or other is None or one.name == other.name:
        return one is other or (one is not None and other is not None)
    return start is not None and min(level(one), level(other)) >= PROVINCE and (inside(one, other) or inside(other, one))


def _told_apart(before: Row, row: Row) -> bool:
    """Whether one article gives both as of one day: it counts two things."""
    return before["article_id"] == row["article_id"] and before["date_end"] == row["date_end"]


def _change(row: Row, before: Row | None) -> dict[str, object]:
    """What a total adds to the one before, as a range; a total wholly below it is a revision."""
    if before is None:
        return {"previous": None, "change": "first", "change_low": None, "change_high": None}
    low, high = row["low"] - before["high"], row["high"] - before["low"]
    named = {"previous": before["claim_id"]}
    if reach(row)[1] < reach(before)[0]:
        return named | {"change": "revision", "change_low": low, "change_high": high}
    if _figure(row) < _figure(before):
        return named | {"change": "looser", "change_low": None, "change_high": None}
    change = "same" if _figure(row) == _figure(before) else "rise"
    return named | {"change": change, "change_low": max(low, 0.0) if pd.notna(low) else None, "change_high": high}


def _figure(row: Row) -> float:
    return next((float(row[name]) for name in ("value", "high", "low") if pd.notna(row[name])), float("nan"))
