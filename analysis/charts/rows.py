"""Statements as rows: one row for each statement under a heading, the amount along x. Dot plots after Cleveland; Airwars' stated ranges."""

from collections.abc import Callable

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import LogLocator

from analysis import style
from analysis.charts.marks import Vague, amount, convention, counted, fit, headline, nothing, statement, words

MOST_HEADINGS = 12  # events or places in one chart; the largest are kept, and the note says how many are left out
MOST_ROWS = 26


def deaths_by_event(claims: pd.DataFrame, ax: Axes | None = None, vague: Vague = "interval", speakers: bool = True) -> Axes:
    """Deaths by event: claims of scope event, grouped by day and place; a row for each statement, parts marked as such.

    Events are grouped by their last day and place only; nothing is added up. ``speakers``: name them on each row.
    """
    rows = first_mentions(claims)
    rows = rows[(rows["measure"] == "killed") & (rows["scope"] == "event") & (rows["unit"] == "people")]
    return _rows(rows, ax, _event, "people reported killed, event by event", "killed", vague, speakers)


def held_and_released(claims: pd.DataFrame, ax: Axes | None = None, vague: Vague = "interval") -> Axes:
    """People detained and released, as the articles state it."""
    rows = first_mentions(claims)
    rows = rows[rows["measure"].isin(("detained", "released"))]
    return _rows(rows, ax, lambda r: f"{str(r['measure']).capitalize()}, {_event(r)}", "people reported detained or released", "", vague)


def remaining_fighters(claims: pd.DataFrame, ax: Axes | None = None, vague: Vague = "interval") -> Axes:
    """Fighters and civilians said to remain in IS-held land; a stock as of each statement."""
    rows = first_mentions(claims)
    rows = rows[rows["measure"] == "remaining"]
    return _rows(rows, ax, _event, "people said to remain in IS-held land", "", vague)


def running_totals(claims: pd.DataFrame, ax: Axes | None = None, vague: Vague = "interval") -> Axes:
    """Running totals of the dead, by speaker and start; a total is never joined to another, nor added to events."""
    rows = first_mentions(claims)
    rows = rows[(rows["measure"].isin(("killed", "casualties"))) & (rows["scope"] == "cumulative") & (rows["unit"] == "people")]

    def since(row: pd.Series) -> str:
        start = f"since {_day(row['date_start'], row['date_precision'])}" if pd.notna(row["date_start"]) else "start not stated"
        return f"{style.speaker_name(row['speaker'])}, {start} (to {_day(row['date_end'], 'day')})"

    return _rows(rows, ax, since, "running totals of the dead", "", vague, speakers=False)


def first_mentions(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims without those that only say an earlier one again."""
    return claims[claims["same_as"].isna()]


def _rows(
    rows: pd.DataFrame, ax: Axes | None, heading: Callable[[pd.Series], str], what: str, verb: str, vague: Vague, speakers: bool = True
) -> Axes:
    ax = ax or plt.gca()
    rows = rows[rows["low"].notna() | rows["high"].notna()]
    if rows.empty:
        return nothing(ax, what)
    rows = rows.sort_values(["date_end", "article_id", "start_char"], na_position="last").assign(heading=rows.apply(heading, axis=1))
    size = (
        rows.assign(size=rows[["value", "low", "high"]].max(axis=1))
        .groupby("heading")["size"]
        .max()
        .sort_values(ascending=False, kind="stable")
    )
    kept: set[str] = set()
    for name in size.index[:MOST_HEADINGS]:
        if (rows["heading"].isin(kept | {name})).sum() + len(kept) + 1 <= MOST_ROWS or not kept:
            kept.add(name)
    left_out = len(size) - len(kept)
    rows = rows[rows["heading"].isin(kept)]
    y, ticks = 0.0, []
    largest = float(rows[["value", "low", "high"]].max(axis=1).max())
    smallest = float(rows[["value", "low", "high"]].min(axis=1).min())
    logarithmic = smallest > 0 and largest / smallest > 150
    left = smallest / 2 if logarithmic else 0.0
    for name in dict.fromkeys(rows["heading"]):
        ticks.append((y, name, True))
        for _, row in rows[rows["heading"] == name].iterrows():
            y += 1
            point = amount(row, vague) or row["high"]
            ends = [v for v in (point, row["low"], row["high"] if row["qualifier"] in ("vague", "between") else None) if pd.notna(v)]
            ax.plot([left, min(ends)], [y, y], ls=":", lw=0.4, color=style.RULE, zorder=1)
            statement(ax, 0, y, row, vague)
            arrow = 16 if pd.isna(row["high"]) and row["qualifier"] != "vague" else 6
            ax.annotate(_label(row, verb), (max(ends), y), xytext=(arrow, 0), textcoords="offset points", va="center", fontsize=style.LABEL)
            ticks.append((y, _row_name(row, speakers), False))
        y += 1.3
    ax.set_yticks([t[0] for t in ticks], [t[1] for t in ticks])
    for text, (_, _, bold) in zip(ax.get_yticklabels(), ticks, strict=True):
        text.set_fontweight("bold" if bold else "normal")
        text.set_color(style.TEXT if bold else style.SECONDARY)
    ax.tick_params(axis="y", length=0)
    ax.set_ylim(y - 0.5, -0.9)
    fit(ax, y)
    if logarithmic:
        ax.set_xscale("log")
        ax.set_xlim(left, largest * (largest / smallest) ** 0.75)
        ax.xaxis.set_major_locator(LogLocator(numticks=6))
    else:
        ax.set_xlim(0, largest * 1.9)
        ax.set_xticks([t for t in ax.get_xticks() if 0 <= t <= largest * 1.05])
    ax.xaxis.set_major_formatter(lambda v, _: counted(v))
    ax.minorticks_off()
    ax.spines["left"].set_visible(False)
    note = f"One row is one statement. Arrow: no upper or lower end stated. Hollow: the figure itself excluded. {convention(vague)}."
    note += " Log scale." if logarithmic else ""
    if left_out:
        note += f" The {len(kept)} largest of {len(size)}; {left_out} left out."
    headline(ax, what[0].upper() + what[1:], note)
    return ax


def _event(row: pd.Series) -> str:
    place = row["place"] if isinstance(row["place"], str) else "place not stated"
    return f"{place}, {_day(row['date_end'], row['date_precision'])}"


def _day(day: pd.Timestamp, precision: str) -> str:
    if pd.isna(day):
        return "day not stated"
    return f"{day:%b %Y}" if precision == "month" else f"{day:%Y}" if precision == "year" else f"{day.day} {day:%b %Y}"


def _row_name(row: pd.Series, speakers: bool) -> str:
    part = "part: " if isinstance(row["part_of"], str) else ""
    return part + (style.speaker_name(row["speaker"]) if speakers else (style.GROUP_NAMES.get(row["group"], "")))


def _label(row: pd.Series, verb: str) -> str:
    group = row["group"] if isinstance(row["group"], str) else ""
    who = str(row["detail"]).replace("_", " ") if isinstance(row["detail"], str) else style.GROUP_NAMES.get(group, "")
    return " ".join(filter(None, (words(row), who, verb)))
