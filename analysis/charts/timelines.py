"""Statements on a time axis, at their size. Log scales, named as such; nothing is joined by a line."""

from collections.abc import Callable
from pathlib import Path

import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis import style
from analysis.charts.labels import Label, place
from analysis.charts.marks import counted, date_axis, headline, nothing, period_bar, stated, statement
from analysis.charts.rows import first_mentions
from analysis.conventions import Vague, amount, convention

MOST_LABELS = 24
DODGE = 5.5  # points between marks of one day
NEAR_SIZE = 0.25  # decades: marks nearer than this would cover each other
LONGEST_BAR = 400  # days that the axis reaches back before the first statement for the start of a period
CAMPS_REFERENCE = Path(__file__).parents[2] / "data" / "reference" / "camps.csv"


def flight(claims: pd.DataFrame, ax: Axes | None = None, vague: Vague = "interval") -> Axes:
    """People reported to have fled: each statement as a bar over the period it is about, at its size. Periods overlap: do not add.

    IDMC's distinction: a flow has a bar, a stock (a camp's residents) only a mark; families are a unit of their own.
    """
    ax = ax or plt.gca()
    rows = first_mentions(claims)
    rows = rows[(rows["measure"] == "displaced") & rows["unit"].isin(("people", "families")) & rows["date_end"].notna()]
    labels = on_time(ax, rows, vague)
    if not labels:
        return nothing(ax, "people who fled, with a day")
    families = int((rows["unit"] == "families").sum())
    note = (
        "People reported to have fled, or to live displaced. A bar spans the period that a number is about, and fades in where its start "
    )
    note += f"is not fixed. Periods overlap: do not add. {convention(vague)}. Log scale."
    note += f" {families} of the statements count{'s' if families == 1 else ''} families." if families else ""
    labels += _camps(ax)
    note += " Grey: published camp figures." if any(label.colour == style.SECONDARY for label in labels) else ""
    people = rows[rows["unit"] == "people"]
    most = people[["value", "low", "high"]].max(axis=1)
    largest = f"; the largest: {stated(people.loc[most.idxmax()])}" if most.notna().any() else ""
    drawn = int(pd.Series(sizes(rows, vague)).notna().sum())
    title = f"{drawn} count{'s' if drawn != 1 else ''} of people who fled or live displaced{largest}"
    label_or_say(ax, title, note, labels)
    return ax


def displacement_rates(claims: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """People fleeing a day, as the range that each statement's words and period allow."""
    ax = ax or plt.gca()
    rows = first_mentions(claims)
    rows = rows[(rows["measure"] == "displaced") & (rows["unit"] == "people") & (rows["scope"] != "stock")]
    rows = rows[rows["date_start"].notna() & rows["date_end"].notna()]
    days = (rows["date_end"] - rows["date_start"]).dt.days + 1
    rows = rows.assign(low=rows["low"] / days, high=rows["high"] / days, value=rows["value"] / days, days=days)
    labels = on_time(ax, rows, "interval", words=_rate)
    if not labels:
        return nothing(ax, "flight over a stated period")
    note = "The stated number over the days of its period, both ends counted; an open number gives an open rate. "
    label_or_say(ax, "Fleeing a day, over the period of each statement", f"{note}Nobody says that it was even. Log scale.", labels)
    return ax


def on_time(
    ax: Axes, rows: pd.DataFrame, vague: Vague, dates: pd.Series | None = None, words: Callable[[pd.Series], str] = stated,
    dodge: bool = False,
) -> list[Label]:  # fmt: skip
    """Draw claims at their day and size, log y; returns the labels to place once the figure is laid out, none where nothing is drawn.

    ``dates``: what the axis must hold, if not only these rows. ``dodge``: marks of one day stand side by side.
    """
    rows = rows.assign(size=sizes(rows, vague))
    rows = rows[rows["size"] > 0].sort_values(["date_end", "size"], kind="stable")
    if rows.empty:
        return []
    ax.set_yscale("log")
    low, high = float(rows[["size", "low"]].min(axis=1).min()), float(rows[["size", "high"]].max(axis=1).max())
    ax.set_ylim(10 ** np.floor(np.log10(low) - 0.3), 10 ** np.ceil(np.log10(high) + 0.25))
    starts = rows["date_start"].where(rows["date_start"] > rows["date_end"].min() - pd.Timedelta(days=LONGEST_BAR))
    date_axis(ax, pd.concat([rows["date_end"], starts]) if dates is None else dates)
    first, last = ax.get_xlim()
    aside = _aside(ax, rows) if dodge else np.zeros(len(rows))
    labels = []
    for (_, row), shift in zip(rows.iterrows(), aside, strict=True):
        group = row["group"] if isinstance(row["group"], str) else None
        x = mdates.date2num(row["date_end"]) + shift
        lasting = row["scope"] != "stock" and pd.notna(row["date_start"]) and row["date_start"] < row["date_end"]
        if lasting and not dodge:
            period_bar(ax, row, row["size"], style.COLOURS[group] if len(rows) <= MOST_LABELS else style.TINTS[group])
        statement(ax, x, row["size"], row, vague, horizontal=False)
        vague_range = row["qualifier"] in ("vague", "between") and vague == "interval" and pd.notna(row["low"]) and pd.notna(row["high"])
        middle = float(np.sqrt(row["low"] * row["high"])) if vague_range and row["low"] > 0 else row["size"]
        labels.append((row["size"], Label(words(row), x, middle, left=x > (first + last) / 2)))
    ax.yaxis.set_major_formatter(lambda v, _: counted(v))
    ax.minorticks_off()
    return [label for _, label in sorted(labels, key=lambda pair: -pair[0])[:MOST_LABELS]]


def sizes(rows: pd.DataFrame, vague: Vague) -> list[float]:
    """Where each claim stands on the axis; nan where its words give no number."""
    return [amount(r, vague) or (r["high"] if pd.notna(r["high"]) else np.nan) for _, r in rows.iterrows()]


def label_or_say(ax: Axes, title: str, note: str, labels: list[Label]) -> None:
    """Headline and labels; the note says how many labels found no room."""
    headline(ax, title, note)
    left_out = place(ax, labels)
    if left_out:
        headline(ax, title, f"{note} {left_out} label{'s' if left_out > 1 else ''} left out for want of room.")


def _rate(row: pd.Series) -> str:
    if pd.isna(row["value"]):
        return f"{stated(row)} in {row['days']:.0f} days"
    return f"{counted(round(row['value']))} a day: {stated(row)} in {row['days']:.0f} day{'s' if row['days'] > 1 else ''}"


def _aside(ax: Axes, rows: pd.DataFrame) -> np.ndarray:
    """Days by which marks of one day and nearly one size are moved apart: DODGE points each."""
    first, last = ax.get_xlim()
    day = (last - first) / (ax.figure.get_figwidth() * 72 * 0.85)
    near = rows.groupby("date_end")["size"].transform(lambda s: (np.log10(s.sort_values()).diff().fillna(9) > NEAR_SIZE).cumsum())
    order = rows.groupby([rows["date_end"], near]).cumcount()
    return (order * DODGE * day).to_numpy()


def _camps(ax: Axes) -> list[Label]:
    """Published camp figures in grey, those inside the days drawn; context, never joined to the statements."""
    camps = pd.read_csv(CAMPS_REFERENCE, parse_dates=["as_of"])
    first, last = (pd.Timestamp(mdates.num2date(x)).tz_localize(None) for x in ax.get_xlim())
    camps = camps[camps["as_of"].between(first, last)]
    if camps.empty:
        return []
    ax.plot(camps["as_of"], camps["people"], ls="none", marker="o", ms=2.8, color=style.REFERENCE, zorder=1)
    low, high = ax.get_ylim()
    ax.set_ylim(low, max(high, 2 * float(camps["people"].max())))
    newest = camps.iloc[-1]
    text = f"{newest['camp']} camp, {newest['who']}"
    return [Label(text, mdates.date2num(newest["as_of"]), newest["people"], left=True, colour=style.SECONDARY)]
