"""The frame of a dot plot (after Cleveland): an axis of amounts, a column of names at the left headings in bold, words beside marks."""

import re

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, LogLocator, MaxNLocator

from analysis import style
from analysis.charts.labels import shorten, width_of
from analysis.charts.marks import ARROW, counted, fit, opens, stated, statement, who, words
from analysis.conventions import Vague, amount

LONG_YEAR = re.compile(r" 20(\d\d)$")
NARROW = 4.0  # inches: below this a label leaves out its verb


def narrow(ax: Axes) -> bool:
    """Whether the figure is of one column: its labels are shorter."""
    return bool(ax.figure.get_figwidth() < NARROW)


class Scale:
    """The axis of amounts: linear from 0, or logarithmic where the amounts are too far apart for that."""

    def __init__(self, ax: Axes, amounts: pd.DataFrame, ratio: float = 150) -> None:
        self.largest, smallest = float(amounts.max(axis=None)), float(amounts.min(axis=None))
        self.logarithmic = smallest > 0 and self.largest / smallest > ratio
        self.left = smallest / 2 if self.logarithmic else 0.0
        self.ax = ax

    def apply(self) -> None:
        if self.logarithmic:
            self.ax.set_xscale("log")
            self.ax.set_xlim(self.left, self.largest * 1.1)
            first, last = np.ceil(np.log10(self.left)), np.floor(np.log10(self.largest))
            ends = FixedLocator(sorted({10.0**first, 10.0**last}))  # of one tick alone nobody reads a scale
            self.ax.xaxis.set_major_locator(ends if narrow(self.ax) else LogLocator(numticks=7))
        else:
            self.ax.set_xlim(0, self.largest * 1.04)
            self.ax.xaxis.set_major_locator(MaxNLocator(2 if narrow(self.ax) else 5, steps=[1, 2, 5, 10]))
        self.ax.xaxis.set_major_formatter(lambda v, _: counted(v))
        self.ax.minorticks_off()

    def note(self) -> str:
        return " Log scale." if self.logarithmic else ""


def name_rows(ax: Axes, y: float, ticks: list[tuple[float, str, bool]], scale: Scale) -> None:
    """The column of names at the left, as wide as its longest; headings in bold run on over the plot."""
    room = ax.figure.get_figwidth() * 72
    column = room * (0.38 if narrow(ax) else 0.42)
    names = [(at, shorten(name, room * 0.95, bold=True) if bold else _fitted(name, column), bold) for at, name, bold in ticks]
    ax.set_yticks([t[0] for t in names], [t[1] for t in names])
    column = max(width_of(name) for _, name, bold in names if not bold)
    for text, (_, _, bold) in zip(ax.get_yticklabels(), names, strict=True):
        text.set(fontweight="bold" if bold else "normal", color=style.TEXT if bold else style.SECONDARY, ha="left")
        text.set_in_layout(not bold)
    ax.tick_params(axis="y", length=0, pad=column + 5)
    ax.set_ylim(y - 0.5, -0.9)
    ax.spines["left"].set_visible(False)
    scale.apply()
    fit(ax, y)


def _fitted(name: str, room: float) -> str:
    """A name in its column: a long one with its year in two digits, "24–25 Nov ’18", before anything is cut."""
    return name if width_of(name) <= room else shorten(LONG_YEAR.sub(r" ’\1", name.replace(" – ", "–")), room)


def range_row(ax: Axes, y: float, said: pd.DataFrame, scale: Scale, vague: Vague, done: str) -> None:
    """All statements on one event in one row: a thin line from the lowest to the highest, a mark for each, and their range in words."""
    points = pd.Series([amount(row, vague) or row["high"] for _, row in said.iterrows()], index=said.index, dtype=float)
    ranges = said["qualifier"].isin(("vague", "between")) & (vague == "interval")
    ends = [*points, *said["high"].where(ranges).dropna()]
    ax.plot([scale.left, min(ends)], [y, y], ls=":", lw=0.4, color=style.RULE, zorder=1)
    ax.plot([min(ends), max(ends)], [y, y], lw=1, color=style.RULE, zorder=1)
    for _, row in said.iterrows():
        statement(ax, 0, y, row, vague)
    least, most = said.loc[points.idxmin()], said.loc[points.idxmax()]
    figures = [words(row) if pd.isna(row["value"]) else counted(row["value"]) for row in (least, most)]
    same = said.apply(words, axis=1).nunique() == 1 or figures[0] == figures[1]
    label = stated(most) if same else f"{' to '.join(figures)} {who(least)}"
    label = label if narrow(ax) else f"{label} {done}".rstrip() + (f"; {len(said)} statements" if len(said) > 1 else "")
    beside(ax, max(ends), y, label, ARROW + 3 if any(opens(row) > 0 for _, row in said.iterrows()) else 6)


def beside(ax: Axes, x: float, y: float, label: str, points: float) -> None:
    """Words at the right of a mark, ``points`` away from it; in one column they are cut rather than the axis."""
    label = shorten(label, ax.figure.get_figwidth() * 72 * 0.47) if narrow(ax) else label
    ax.annotate(label, (x, y), xytext=(points, 0), textcoords="offset points", va="center", fontsize=style.LABEL, annotation_clip=False)
