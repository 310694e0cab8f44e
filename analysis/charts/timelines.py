"""Statements on a time axis, at their size. Log scales, named as such; nothing is joined by a line."""

from collections.abc import Callable

import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis import style, wording
from analysis.charts.dotplot import narrow
from analysis.charts.labels import Label, place
from analysis.charts.marks import (
    ABOVE,
    START_UNSURE,
    drawn_ends,
    group_key,
    headline,
    is_band,
    key,
    nothing,
    period_bar,
    shows,
    statement,
    words_and_who,
)
from analysis.charts.rows import first_mentions, in_people, when_where
from analysis.charts.scales import amount_axis, counted, date_axis
from analysis.conventions import Vague
from analysis.estimates.land import REFERENCE

MOST_MARKS = 18  # above this only the largest are drawn in full
NAMED = 7
DODGE = 5.5  # points between marks of one day, which nearer would cover each other
MOST_ASIDE = 30  # days that a mark may stand aside from its own
NAMED_NARROW = 9  # marks in one column, above which only the largest are drawn in full
EARLIER, THIN = "<", 0.8  # the mark of a bar that began before the time shown, and its width: many such are no block
LONGEST_BAR = 400  # days that the axis reaches back before the first statement for the start of a period


def flight(claims: pd.DataFrame, ax: Axes | None = None, vague: Vague = "interval") -> Axes:
    """People reported to have fled: each statement as a bar over the period it is about, at its size. Periods overlap: do not add.

    IDMC's distinction: a flow has a bar, a stock (a camp's residents) only a mark; families are a unit of their own, told in the note.
    """
    ax = ax or plt.gca()
    rows = first_mentions(claims)
    rows, families = in_people(rows[(rows["measure"] == "displaced") & rows["date_end"].notna()])
    rows = rows.assign(size=lambda f: sizes(f, vague))
    rows, parts = rows[(rows["size"] > 0) & rows["part_of"].isna()], int(rows["part_of"].notna().sum())
    most = NAMED_NARROW if narrow(ax) else MOST_MARKS
    labels = on_time(ax, rows, vague, most=most)
    if not labels:
        return nothing(ax, "people who fled, with a day")
    shows(ax, rows)
    drawn = full(rows, most)
    note = f"{bars_key(ax, drawn, vague)}Periods overlap: do not add. {aside_key(ax, drawn, vague)}{key(drawn, vague)} Log scale."
    note += crowded(len(rows), most)
    note += f" {f'{parts} parts of totals' if parts > 1 else 'One part of a total'} left out." if parts else ""
    note += families
    labels += _camps(ax, rows)
    note += " Grey: published camp figures." if any(label.colour == style.SECONDARY for label in labels) else ""
    first = rows.iloc[0]
    span = time_span(rows["date_end"])
    title = f"{len(rows)} statements on people who fled or were displaced, {span}"
    one = f"{words_and_who(first)} said to have fled or to live displaced ({when_where(first)})"
    above = group_key(ax, rows) if len(drawn) < len(rows) else ABOVE
    label_or_say(ax, title if len(rows) > 1 else wording.capital(one), note, labels, above)
    return ax


def time_span(days: pd.Series) -> str:
    """The months of days: "May 2018 to Feb 2019"."""
    first, last = f"{days.min():%b %Y}", f"{days.max():%b %Y}"
    return first if first == last else f"{first} to {last}"


def on_time(
    ax: Axes, rows: pd.DataFrame, vague: Vague, dates: pd.Series | None = None, words: Callable[[pd.Series], str] = words_and_who,
    bars: bool = True, most: int = MOST_MARKS,
) -> list[Label]:  # fmt: skip
    """Draw claims at their day and size, log y; returns the labels to place once the figure is laid out, none where nothing is drawn.

    ``dates``: what the axis must hold, if not only these rows. ``bars``: draw periods. Marks of one day and like size stand side by
    side. Of more than ``most`` claims the largest are drawn in full and get labels, the others are pale dots.
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
    drawn = full(rows, most)
    _dots(ax, rows.drop(drawn.index))
    first, last = ax.get_xlim()
    aside = dict(zip(drawn.index, _aside(ax, drawn, vague), strict=True))
    if bars:
        for i, row in drawn[lasting(drawn, vague)].iterrows():
            colour, before = style.COLOURS[row["group"] if isinstance(row["group"], str) else None], _before(ax, row)
            period_bar(ax, row, row["size"], colour, shift=aside[i], **({"width": THIN} if before else {}))
            if before:
                ax.plot([first], [row["size"]], ls="none", marker=EARLIER, ms=3, color=colour, mec="none", clip_on=False, zorder=3)
    labels = dict[str, Label]()
    for i, row in reversed([*drawn.iterrows()]):
        x = mdates.date2num(row["date_end"]) + aside[i]
        statement(ax, x, row["size"], row, vague, horizontal=False)
        middle = float(np.sqrt(row["low"] * row["high"])) if is_band(row, vague) and row["low"] > 0 else row["size"]
        labels.setdefault(words(row), Label(words(row), x, middle, left=x > (first + last) / 2))
    amount_axis(ax.yaxis)
    return sorted(labels.values(), key=lambda label: -label.y)


def lasting(rows: pd.DataFrame, vague: Vague) -> pd.Series:
    """Which claims have a bar of their period: a flow of several days, but no vague word, whose bar would stand at one end of its range."""
    banded = [is_band(row, vague) for _, row in rows.iterrows()]
    return (rows["scope"] != "stock") & (rows["date_start"] < rows["date_end"]) & ~pd.Series(banded, rows.index, dtype=bool)


def _before(ax: Axes, row: pd.Series) -> bool:
    """Whether the period of a claim begins before the time shown."""
    return bool(mdates.date2num(row["date_start"]) < ax.get_xlim()[0])


def bars_key(ax: Axes, rows: pd.DataFrame, vague: Vague) -> str:
    """What the bars of the claims drawn in full mean, for a note; "" where there is none."""
    barred = rows[lasting(rows, vague)]
    if barred.empty:
        return ""
    early = pd.Series([_before(ax, row) for _, row in barred.iterrows()], barred.index, dtype=bool)
    fades = ", fading in where its start is not fixed" if barred[~early]["date_precision"].isin(START_UNSURE).any() else ""
    since = wording.listed([str(year) for year in sorted(barred[early]["date_start"].dt.year.unique())])
    before = f"; a thin one from an arrowhead began before the time shown, in {since}" if since else ""
    return f"Bar: the period of a number{fades}{before}. "


def aside_key(ax: Axes, rows: pd.DataFrame, vague: Vague) -> str:
    """A sentence for a note where some of the claims drawn in full stand beside others of their day; else ""."""
    return "Marks of one day stand side by side. " if _in_turn(ax, rows, vague).max() > 0 else ""


def full(rows: pd.DataFrame, most: int = MOST_MARKS) -> pd.DataFrame:
    """The rows that are drawn in full: all, or of more than ``most`` the largest."""
    if len(rows) <= most:
        return rows
    return rows[rows.index.isin(rows["size"].sort_values(ascending=False, kind="stable").index[:NAMED])]


def _dots(ax: Axes, rows: pd.DataFrame) -> None:
    for group, found in rows.groupby(rows["group"].astype(object), sort=True):
        ax.plot(
            found["date_end"], found["size"], ls="none", marker=style.MARKERS[group], ms=2.6, mfc=style.TINTS[group],
            mec=style.COLOURS[group], mew=0.3, alpha=0.7, zorder=1,
        )  # fmt: skip


def crowded(number: int, most: int = MOST_MARKS) -> str:
    """What a note says where not every mark of ``number`` is drawn in full."""
    return f" The {NAMED} largest of {number} are drawn in full; of the others a small mark only." if number > most else ""


def sizes(rows: pd.DataFrame, vague: Vague) -> list[float]:
    """Where each claim stands on the axis; nan where its words give no number."""
    return [drawn_ends(row, vague)[0] for _, row in rows.iterrows()]


def label_or_say(ax: Axes, title: str, note: str, labels: list[Label], above: float = ABOVE) -> None:
    """Headline and labels; the note, ``above`` points over the axes, says how many labels found no room."""
    headline(ax, title, note, above)
    left_out = place([(ax, labels)])
    if left_out:
        headline(ax, title, f"{note} {left_out} label{'s' if left_out > 1 else ''} left out for want of room.", above)


def _aside(ax: Axes, rows: pd.DataFrame, vague: Vague) -> np.ndarray:
    """Days by which marks of one day that would cover each other are moved apart: DODGE points each, and none by more than a month."""
    first, last = ax.get_xlim()
    day = (last - first) / (ax.figure.get_figwidth() * 72 * 0.85)
    turn = _in_turn(ax, rows, vague)
    return (turn * min(DODGE * day, MOST_ASIDE / max(turn.max(), 1))).to_numpy()


def _in_turn(ax: Axes, rows: pd.DataFrame, vague: Vague) -> pd.Series:
    """The place of each mark among those of its day that it would cover, from 0: the largest first, so that labels at its left stay in
    order."""
    low, high = ax.get_ylim()
    covered = (high / low) ** (DODGE / (ax.get_window_extent().height / ax.figure.dpi * 72))
    rows = rows.sort_values(["date_end", "size"], kind="stable")
    tops = pd.Series([drawn_ends(row, vague)[1] for _, row in rows.iterrows()], rows.index, dtype=float).groupby(rows["date_end"]).cummax()
    apart = rows["size"] > covered * tops.groupby(rows["date_end"]).shift(fill_value=0)
    return rows.groupby(["date_end", apart.groupby(rows["date_end"]).cumsum()]).cumcount(ascending=False)


def _camps(ax: Axes, rows: pd.DataFrame) -> list[Label]:
    """Published figures of camps to which people of the places told of fled, in grey, those inside the days drawn; context, never joined
    to the statements."""
    camps = pd.read_csv(REFERENCE / "camps.csv", parse_dates=["as_of"])
    first, last = (pd.Timestamp(mdates.num2date(x)).tz_localize(None) for x in ax.get_xlim())
    told = camps["places"].str.split("; ").map(lambda places: bool(rows["place"].isin(places).any()))
    camps = camps[told & camps["as_of"].between(first, last)]
    if camps.empty:
        return []
    ax.plot(camps["as_of"], camps["people"], ls="none", marker="o", ms=2.8, color=style.REFERENCE, zorder=0.5, clip_on=False)
    low, high = ax.get_ylim()
    ax.set_ylim(low, max(high, 2 * float(camps["people"].max())))
    newest = camps.iloc[-1]
    text = f"{newest['camp']} camp: {counted(newest['people'])} ({newest['who']})"
    return [Label(text, mdates.date2num(newest["as_of"]), newest["people"], left=True, colour=style.SECONDARY)]
