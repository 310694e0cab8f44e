"""The tolls of events, ready to be summed inside the period and place of a running total."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

import pandas as pd

from analysis.estimates.ranges import AGE_AND_SEX, Row
from analysis.events.geography import inside
from analysis.extraction.lexicon import Lexicon
from analysis.extraction.where.gazetteer import gazetteer


class Toll(NamedTuple):
    """What the sources say together about one event and group; an open high is None. Sorted by its first day."""

    first: pd.Timestamp
    last: pd.Timestamp
    event: str
    place: str
    perpetrators: frozenset[str]
    low: float
    high: float | None


class Tolls:
    """The dated and placed events of a table, by what they count."""

    COLUMNS = ("n_events", "events_low", "events_high", "share_low", "share_high", "accounts", "events")

    def __init__(self, events: pd.DataFrame, lexicon: Lexicon) -> None:
        self.tolls: dict[tuple[str, ...], list[Toll]] = defaultdict(list)
        known = events[events["date_start"].notna() & events["place"].notna()]
        told = known.astype(object).where(known.notna(), None)
        for (_, measure, unit), rows in told.groupby(["event_id", "measure", "unit"], sort=False):
            for (group, detail), toll in _by_class(list(rows.itertuples(index=False))).items():
                self.tolls[measure, unit, group, detail].append(toll)
        for tolls in self.tolls.values():
            tolls.sort(key=lambda t: (t.first, t.last, t.event))
        places = gazetteer(lexicon)

        @cache
        def holds(wide: str, narrow: str) -> bool:
            return wide == narrow or (wide in places and narrow in places and inside(places[narrow], places[wide]))

        self._holds = holds

    def inside(self, total: Row) -> dict[str, object]:
        """The events wholly inside the period and place of a running total, their sum, and its share of the total.

        All null where the total's period or place is unknown. An event by others than the one blamed for the total is left out.
        """
        if any(pd.isna(total[name]) for name in ("date_start", "date_end", "place")):
            return dict.fromkeys(self.COLUMNS)
        detail = "" if pd.isna(total["detail"]) else total["detail"]
        tolls = self.tolls.get((total["measure"], total["unit"], total["group"], detail), [])
        named = blamed(total)
        found = [
            toll
            for toll in tolls[bisect_left(tolls, total["date_start"], key=lambda t: t.first) :]
            if toll.last <= total["date_end"]
            and self._holds(total["place"], toll.place)
            and not (named and toll.perpetrators and not named & toll.perpetrators)
        ]
        low, high = _sum(found)
        most, least = total["high"], total["low"]
        return {
            "n_events": len(found),
            "events_low": low if found else None,
            "events_high": high if found else None,
            "share_low": low / most if found and pd.notna(most) and most else None,
            "share_high": high / least if found and high is not None and pd.notna(least) and least else None,
            "accounts": _accounts(low, high, least, most) if found else "nothing",
            "events": ";".join(toll.event for toll in found) or None,
        }


def blamed(row: Row) -> frozenset[str]:
    """Who is named for what a claim counts."""
    return frozenset(() if pd.isna(row["perpetrator"]) else row["perpetrator"].split(";")) - {"unknown"}


def _by_class(rows: list[Any]) -> dict[tuple[str, str], Toll]:
    """One toll for each group and detail of an event; where a group has no row of its own, what its details tell of it, and for
    "people" the sum of the groups that are no part of one another."""
    found = {(row.group, row.detail or ""): _toll(row) for row in rows}
    whole = found.get(("people", ""))
    groups = [group for group in dict.fromkeys(row.group for row in rows) if group != "people"]
    for group in groups:
        if (group, "") not in found:
            found[group, ""] = _of_details([row for row in rows if row.group == group], whole)
    if whole is None:
        inner = {row.group for row in rows if (row.part_of or "").split("/")[0] in set(groups) - {row.group}}
        apart = [found[group, ""] for group in groups if group not in inner]
        found["people", ""] = _joined(apart) if apart else _of_details(rows, None)
    return found


def _of_details(rows: list[Any], whole: Toll | None) -> Toll:
    """What the details of a group tell of it: ages and sexes are told apart, but "17 children" may be among "36 relatives"; no more
    than the event's total."""
    tops = [row for row in rows if (row.part_of or "").split("/")[0] != row.group] or rows
    kinds: dict[str, list[Toll]] = defaultdict(list)
    for row in tops:
        kinds["age and sex" if row.detail in AGE_AND_SEX else row.detail].append(_toll(row))
    joined = _joined([toll for tolls in kinds.values() for toll in tolls])
    high = joined.high if whole is None or whole.high is None or joined.high is None else min(joined.high, whole.high)
    low = max(_sum(tolls)[0] for tolls in kinds.values())
    return joined._replace(low=low if high is None else min(low, high), high=high)


def _toll(row: Any) -> Toll:
    perpetrators = frozenset((row.perpetrators or "").split(";")) - {""}
    return Toll(row.date_start, row.date_end, row.event_id, row.place, perpetrators, row.low or 0.0, row.high)


def _joined(tolls: list[Toll]) -> Toll:
    low, high = _sum(tolls)
    return tolls[0]._replace(low=low, high=high, perpetrators=frozenset().union(*(t.perpetrators for t in tolls)))


def _sum(tolls: Iterable[Toll]) -> tuple[float, float | None]:
    highs = [t.high for t in tolls]
    return sum(t.low for t in tolls), None if None in highs else sum(highs)


def _accounts(low: float, high: float | None, least: float, most: float) -> str:
    if low > most:
        return "more"
    reached = low if high is None else high  # what an open figure leaves unsaid accounts for nothing
    return "part" if reached < least else "may_be_all"
