"""Statements on a time axis, at their size. Log scales, named as such; nothing is joined by a line."""

from collections.abc import Callable
from pathlib import Path

import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis import style, wording
from analysis.charts.dotplot import narrow
from analysis.charts.labels import Label, place
from analysis.charts.marks import counted, date_axis, headline, nothing, period_bar, shows, stated, statement
from analysis.charts.rows import first_mentions
from analysis.conventions import Vague, amount, convention

MOST_MARKS = 18  # above this only the largest are drawn in full
NAMED = 7
DODGE = 5.5  # points between marks of one day
NEAR_SIZE = 0.25  # decades: marks nearer than this would cover each other
RATED = (2, 120)  # days of a period over which a rate is worth printing
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
    sized = rows[np.array(sizes(rows, vague)) > 0]
    shows(ax, sized)
    drawn = len(sized)
    note += f" {'One statement counts' if families == 1 else f'{families} statements count'} families." if families else ""
    note += crowded(drawn)
    labels += _camps(ax)
    note += " Grey: published camp figures." if any(label.colour == style.SECONDARY for label in labels) else ""
    people = rows[rows["unit"] == "people"]
    most = people[["value", "low", "high"]].max(axis=1)
    largest = f"; the largest: {stated(people.loc[most.idxmax()])}" if most.notna().any() else ""
    title = f"{drawn} count{'s' if drawn != 1 else ''} of people who fled or live displaced{largest}"
    label_or_say(ax, title, note, labels)
    return ax


def displacement_rates(claims: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """People fleeing a day, as the range that each statement's words and period allow (IDMC's flows, over their own days)."""
    ax = ax or plt.gca()
    rows = first_mentions(claims)
    rows = rows[(rows["measure"] == "displaced") & (rows["unit"] == "people") & (rows["scope"] != "stock")]
    rows = rows[rows["date_start"].notna() & rows["date_end"].notna()]
    days = (rows["date_end"] - rows["date_start"]).dt.days + 1
    known, rows, days = len(rows), rows[days.between(*RATED)], days[days.between(*RATED)]
    rows = rows.assign(low=rows["low"] / days, high=rows["high"] / days, value=rows["value"] / days, days=days)
    labels = on_time(ax, rows, "interval", words=lambda row: f"{_day_rate(row)} a day" if narrow(ax) else _rate(row))
    if not labels:
        return nothing(ax, "flight over a stated period of days or weeks")
    shows(ax, rows)
    note = "The stated number over the days of its period, both ends counted, to two digits; an open number gives an open rate. Nobody "
    note += f"says that it was even. Log scale.{crowded(len(rows))}"
    left_out = known - len(rows)
    note += f" {left_out} of one day, or of more than {RATED[1]} days, left out." if left_out else ""
    fastest = rows.loc[rows[["low", "high"]].max(axis=1).idxmax()]
    title = f"The fastest flight that the figures imply: {_day_rate(fastest)} people a day"
    label_or_say(ax, title, note, labels)
    return ax


def on_time(
    ax: Axes, rows: pd.DataFrame, vague: Vague, dates: pd.Series | None = None, words: Callable[[pd.Series], str] = stated,
    bars: bool = True, dodge: bool = False,
) -> list[Label]:  # fmt: skip
    """Draw claims at their day and size, log y; returns the labels to place once the figure is laid out, none where nothing is drawn.

    ``dates``: what the axis must hold, if not only these rows. ``bars``: draw periods. ``dodge``: marks of one day stand side by side.
    Of more than MOST_MARKS claims the NAMED largest are drawn in full and get labels, the others are pale dots.
    """
    rows = rows.assign(size=sizes(rows, vague))
    rows = rows[rows["size"] > 0].sort_values(["date_end", "size"], kind="stable")
    if rows.empty:
        return []
    ax.set_yscale("log")
    low, high = float(rows[["size", "low"]].min(axis=1).min()), float(rows[["size", "high"]].max(axis=1).max())
    decades = np.log10(high / low)
    ax.set_ylim(low / 10 ** (0.12 * decades + 0.2), high * 10 ** (0.2 * decades + 0.25))  # room for arrows and words
    starts = rows["date_start"].where(rows["date_start"] > rows["date_end"].min() - pd.Timedelta(days=LONGEST_BAR))
    date_axis(ax, pd.concat([rows["date_end"], starts]) if dates is None else dates)
    rows = _in_full(ax, rows)
    first, last = ax.get_xlim()
    aside = _aside(ax, rows) if dodge else np.zeros(len(rows))
    labels = dict[str, Label]()
    for (_, row), shift in reversed([*zip(rows.iterrows(), aside, strict=True)]):
        group = row["group"] if isinstance(row["group"], str) else None
        x = mdates.date2num(row["date_end"]) + shift
        lasting = row["scope"] != "stock" and pd.notna(row["date_start"]) and row["date_start"] < row["date_end"]
        if lasting and bars:
            period_bar(ax, row, row["size"], style.COLOURS[group])
        statement(ax, x, row["size"], row, vague, horizontal=False)
        vague_range = row["qualifier"] in ("vague", "between") and vague == "interval" and pd.notna(row["low"]) and pd.notna(row["high"])
        middle = float(np.sqrt(row["low"] * row["high"])) if vague_range and row["low"] > 0 else row["size"]
        labels.setdefault(words(row), Label(words(row), x, middle, left=x > (first + last) / 2))
    ax.yaxis.set_major_formatter(lambda v, _: counted(v))
    ax.minorticks_off()
    return sorted(labels.values(), key=lambda label: -label.y)


def _in_full(ax: Axes, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows to be drawn in full; where there are too many for that, the others become pale dots."""
    if len(rows) <= MOST_MARKS:
        return rows
    largest = rows["size"].sort_values(ascending=False, kind="stable").index[:NAMED]
    others = rows.drop(largest)
    for group, found in others.groupby(others["group"].astype(object), sort=True):
        ax.plot(
            found["date_end"], found["size"], ls="none", marker=style.MARKERS[group], ms=2.6, mfc=style.TINTS[group],
            mec=style.COLOURS[group], mew=0.3, alpha=0.7, zorder=1,
        )  # fmt: skip
    return rows.loc[rows.index.isin(largest)]


def crowded(number: int) -> str:
    """What a note says where not every mark of ``number`` is drawn in full."""
    return f" The {NAMED} largest of {number} are drawn in full; of the others a small mark only." if number > MOST_MARKS else ""


def sizes(rows: pd.DataFrame, vague: Vague) -> list[float]:
    """Where each claim stands on the axis; nan where its words give no number."""
    return [amount(r, vague) or (r["high"] if pd.notna(r["high"]) else np.nan) for _, r in rows.iterrows()]


def label_or_say(ax: Axes, title: str, note: str, labels: list[Label]) -> None:
    """Headline and labels; the note says how many labels found no room."""
    headline(ax, title, note)
    left_out = place([(ax, labels)])
    if left_out:
        headline(ax, title, f"{note} {left_out} label{'s' if left_out > 1 else ''} left out for want of room.")


def _rate(row: pd.Series) -> str:
    return f"{stated(row)} in {row['days']:.0f} days: {_day_rate(row)} a day"


def _day_rate(row: pd.Series) -> str:
    """The rate with the openness of its number, to two digits: "more than 510", "16,000 to 18,000"."""
    if pd.isna(row["value"]):
        return " to ".join(_two_digits(end) for end in (row["low"], row["high"]) if pd.notna(end))
    hedges = wording.HEDGES | {"at_most": "at most", "nearly": "nearly"}
    return f"{hedges.get(str(row['qualifier']), '')} {_two_digits(row['value'])}".lstrip()


def _two_digits(number: float) -> str:
    return counted(float(f"{number:.2g}"))


def _aside(ax: Axes, rows: pd.DataFrame) -> np.ndarray:
    """Days by which marks of one day and nearly one size are moved apart: DODGE points each."""
    first, last = ax.get_xlim()
    day = (last - first) / (ax.figure.get_figwidth() * 72 * 0.85)
    near = rows.groupby("date_end")["size"].transform(lambda s: (np.log10(s.sort_values()).diff().fillna(9) > NEAR_SIZE).cumsum())
    order = rows.groupby([rows["date_end"], near]).cumcount(ascending=False)  # the largest first: labels at its left stay in order
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
    text = f"{newest['camp']} camp: {counted(newest['people'])} ({newest['who']})"
    return [Label(text, mdates.date2num(newest["as_of"]), newest["people"], left=True, colour=style.SECONDARY)]
