"""Statements as rows: one row for each statement under a heading, the amount along x. Dot plots after Cleveland; Airwars' stated ranges."""

from collections.abc import Callable, Iterator

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes

from analysis import style
from analysis.charts.dotplot import Scale, beside, name_rows, narrow, range_row
from analysis.charts.marks import ARROW, headline, nothing, opens, shows, stated, statement, who, words
from analysis.conventions import Vague, amount, convention

MOST_ROWS = 30  # rows and headings in one chart; beyond them the largest are kept, and the note says how many are left out
MOST_EVENTS = 24
COUNTRIES = ("Syria", "Iraq", "Syria and Iraq")  # a toll of a whole country is hardly one of a single event


def deaths_by_event(claims: pd.DataFrame, ax: Axes | None = None, vague: Vague = "interval", speakers: bool = True) -> Axes:
    """Deaths by event: claims of scope event, grouped by day and place; a row for each statement, parts below their total.

    Nothing is added up. A claim about a province joins the one place in it that has deaths on that day. Too many statements:
    one row for each event and group, from the smallest to the largest figure. ``speakers``: name them on each row.
    """
    rows = first_mentions(claims)
    rows = rows[(rows["measure"] == "killed") & (rows["scope"] == "event") & (rows["unit"] == "people")]
    rows = rows[rows["low"].notna() | rows["high"].notna()]
    rows = rows.assign(event=_events(rows))
    if len(rows) + rows["event"].nunique() > MOST_ROWS:
        return _event_ranges(rows, ax or plt.gca(), vague)
    return _rows(rows, ax, lambda r: str(r["event"]), "people reported killed, event by event", _dispute(rows), "killed", vague, speakers)


def held_and_released(claims: pd.DataFrame, ax: Axes | None = None, vague: Vague = "interval") -> Axes:
    """People detained and released, as the articles state it."""
    rows = first_mentions(claims)
    rows = rows[rows["measure"].isin(("detained", "released"))]

    def heading(row: pd.Series) -> str:
        return f"{str(row['measure']).capitalize()}, {_event(row)}"

    return _rows(rows, ax, heading, "people reported detained or released", _largest(rows, lambda r: str(r["measure"])), "", vague)


def remaining_fighters(claims: pd.DataFrame, ax: Axes | None = None, vague: Vague = "interval") -> Axes:
    """Fighters and civilians said to remain in IS-held land; a stock as of each statement."""
    rows = first_mentions(claims)
    rows = rows[rows["measure"] == "remaining"]
    return _rows(rows, ax, _event, "people said to remain in IS-held land", _largest(rows, lambda r: "said to remain"), "", vague)


def running_totals(claims: pd.DataFrame, ax: Axes | None = None, vague: Vague = "interval") -> Axes:
    """Running totals of the dead, by speaker and start; a total is never joined to another, nor added to events."""
    rows = first_mentions(claims)
    rows = rows[(rows["measure"].isin(("killed", "casualties"))) & (rows["scope"] == "cumulative") & (rows["unit"] == "people")]

    def since(row: pd.Series) -> str:
        start = f"since {_day(row['date_start'], row['date_precision'])}" if pd.notna(row["date_start"]) else "start not stated"
        return f"{style.speaker_name(row['speaker'])}, {start} (to {_day(row['date_end'], 'day')})"

    def verb(row: pd.Series) -> str:
        return "dead or wounded" if row["measure"] == "casualties" else "killed"

    return _rows(rows, ax, since, "running totals of the dead", _largest(rows, verb), verb, vague, speakers=False)


def first_mentions(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims without those that only say an earlier one again."""
    return claims[claims["same_as"].isna()]


def _rows(
    rows: pd.DataFrame, ax: Axes | None, heading: Callable[[pd.Series], str], what: str, title: str,
    verb: str | Callable[[pd.Series], str], vague: Vague, speakers: bool = True,
) -> Axes:  # fmt: skip
    ax = ax or plt.gca()
    rows = rows[rows["low"].notna() | rows["high"].notna()]
    if rows.empty:
        return nothing(ax, what)
    rows = rows.sort_values(["date_end", "article_id", "start_char"], na_position="last").assign(heading=rows.apply(heading, axis=1))
    rows, kept, known = _largest_headings(rows)
    shows(ax, rows)
    scale = Scale(ax, rows[["value", "low", "high"]])
    y, ticks = 0.0, []
    for name in dict.fromkeys(rows["heading"]):
        ticks.append((y, name, True))
        for row, depth in _with_parts(rows[rows["heading"] == name]):
            y += 1
            point = amount(row, vague) or row["high"]
            band = row["high"] if row["qualifier"] in ("vague", "between") and vague == "interval" else None
            ends = [v for v in (point, band) if pd.notna(v)]
            ax.plot([scale.left, min(ends)], [y, y], ls=":", lw=0.4, color=style.RULE, zorder=1)
            statement(ax, 0, y, row, vague)
            done = verb(row) if callable(verb) else verb
            label = " ".join(filter(None, (stated(row), "" if narrow(ax) and done == "killed" else done)))
            beside(ax, max(ends), y, label, ARROW + 3 if opens(row) > 0 else 6)
            ticks.append((y, _row_name(row, depth, speakers), False))
        y += 1.3
    name_rows(ax, y, ticks, scale)
    note = (
        f"{what[0].upper()}{what[1:]}. One row is one statement. Arrow: no upper or lower end stated. Hollow: the figure itself excluded. "
    )
    note += f"{convention(vague)}.{scale.note()}"
    note += f" The {kept} largest of {known}; {known - kept} left out." if kept < known else ""
    headline(ax, title, note)
    return ax


def _event_ranges(rows: pd.DataFrame, ax: Axes, vague: Vague) -> Axes:
    """One row for each event and group: what anyone states, from the smallest to the largest figure (parts left out)."""
    tops = rows[rows["part_of"].isna()].assign(group=lambda f: f["group"].astype(object))
    whole = tops["detail"].isna()
    tops = tops[whole | ~tops.set_index(["event", "group"]).index.isin(tops[whole].set_index(["event", "group"]).index)]
    told = [said for _, said in tops.groupby(["event", "group"], sort=False, observed=True)]
    told.sort(key=_most, reverse=True)
    shown = sorted(told[:MOST_EVENTS], key=lambda said: said["date_end"].fillna(pd.Timestamp.max).max())
    shows(ax, pd.concat(shown))
    scale = Scale(ax, pd.concat(shown)[["value", "low", "high"]], ratio=40)
    for y, said in enumerate(shown):
        range_row(ax, y, said, scale, vague, "")
    name_rows(ax, len(shown), [(float(y), said["event"].iloc[0], False) for y, said in enumerate(shown)], scale)
    note = (
        "One row is one event and group: each mark a statement, from the smallest to the largest, parts of totals left out. Arrow: someone "
    )
    note += f"says “at least” or “more than”. {convention(vague)}.{scale.note()}"
    note += f" The {len(shown)} largest of {len(told)} rows; {len(told) - len(shown)} left out." if len(shown) < len(told) else ""
    located = [said for said in told if said["place"].iloc[0] not in COUNTRIES] or told
    top = located[0].loc[located[0][["value", "low", "high"]].max(axis=1).idxmax()]
    headline(ax, f"{tops['event'].nunique()} events with deaths; the largest figure: {stated(top)}, {top['event']}", note)
    return ax


def _with_parts(rows: pd.DataFrame) -> Iterator[tuple[pd.Series, int]]:
    """Each statement followed by its parts, and how deep it is: 0 a total, 1 its part."""
    here = set(rows["claim_id"])

    def walk(parent: str | None, depth: int) -> Iterator[tuple[pd.Series, int]]:
        for _, row in rows.iterrows():
            if (row["part_of"] if row["part_of"] in here else None) == parent:
                yield row, depth
                yield from walk(row["claim_id"], depth + 1)

    yield from walk(None, 0)


def _largest_headings(rows: pd.DataFrame) -> tuple[pd.DataFrame, int, int]:
    """The rows of the largest headings that fit into one chart, how many those are, and of how many."""
    size = rows.assign(size=rows[["value", "low", "high"]].max(axis=1)).groupby("heading")["size"].max()
    size = size.sort_values(ascending=False, kind="stable")
    kept: set[str] = set()
    for name in size.index:
        if rows["heading"].isin(kept | {name}).sum() + len(kept) + 1 <= MOST_ROWS or not kept:
            kept.add(name)
    return rows[rows["heading"].isin(kept)], len(kept), len(size)


def _events(rows: pd.DataFrame) -> pd.Series:
    """The event of each claim in words: place and days. A province stands for the one place in it with a like figure that day."""
    places = rows["place"].astype(object).where(rows["place"].notna(), "place not stated")
    for at, row in rows.iterrows():
        if isinstance(row["admin1"], str) and row["place"] == row["admin1"]:
            near = rows[(rows["date_end"] == row["date_end"]) & (rows["admin1"] == row["admin1"]) & (rows["place"] != row["place"])]
            here = rows[(rows["date_end"] == row["date_end"]) & (rows["place"] == row["place"])]
            if near["place"].nunique() == 1 and _alike(_most(here), _most(near)):
                places[at] = near["place"].iloc[0]
    days = [_days(row) for _, row in rows.iterrows()]
    return pd.Series([f"{place}, {day}" for place, day in zip(places, days, strict=True)], index=rows.index, dtype=object)


def _most(rows: pd.DataFrame) -> float:
    return float(rows[["value", "low", "high"]].max(axis=None))


def _alike(one: float, other: float) -> bool:
    """May be figures of one event: within a factor of two (23 and 25 are, 57 in a village and 250 in its province are not)."""
    return max(one, other) <= 2 * min(one, other)


def _dispute(rows: pd.DataFrame) -> str:
    """The finding of the deaths chart: where two speakers differ, or else the largest figure."""
    tops = rows[rows["part_of"].isna() & rows["value"].notna() & rows["detail"].isna()]
    for event, statements in tops.groupby(["event", "group"], observed=True, sort=False):
        first = statements.drop_duplicates("speaker").sort_values("value")
        if len(first) > 1 and first["value"].nunique() > 1:
            figures = " or ".join(words(row) for _, row in first.iterrows())
            return f"{event[0]}: {figures} {style.GROUP_NAMES[event[1]]} killed"
    return _largest(rows, lambda r: "killed")


def _largest(rows: pd.DataFrame, verb: Callable[[pd.Series], str]) -> str:
    """The largest figure as a title: "Syrian Observatory: more than 820 IS fighters killed"."""
    size = rows["value"].fillna(rows["low"]).fillna(rows["high"])
    if not size.notna().any():
        return ""
    row = rows.loc[size.idxmax()]
    said = stated(row)
    title = f"{style.speaker_name(row['speaker'])}: {said[0].lower()}{said[1:]} {verb(row)}"
    return title[0].upper() + title[1:]


def _event(row: pd.Series) -> str:
    place = row["place"] if isinstance(row["place"], str) else "place not stated"
    return f"{place}, {_days(row)}"


def _days(row: pd.Series) -> str:
    start, end = row["date_start"], row["date_end"]
    if row["date_precision"] == "day" and pd.notna(start) and pd.notna(end) and 0 < (end - start).days <= 14:
        return f"{start.day}{'' if start.month == end.month else f' {start:%b}'} – {_day(end, 'day')}"
    return _day(end, row["date_precision"])


def _day(day: pd.Timestamp, precision: str) -> str:
    if pd.isna(day):
        return "day not stated"
    return f"{day:%b %Y}" if precision == "month" else f"{day:%Y}" if precision == "year" else f"{day.day} {day:%b %Y}"


def _row_name(row: pd.Series, depth: int, speakers: bool) -> str:
    if depth:
        return "    " * depth + "of these"
    name = style.speaker_name(row["speaker"]) if speakers else who(row)
    return f"{name}, part" if isinstance(row["part_of"], str) else name
