"""The frame of a dot plot (after Cleveland): an axis of amounts, a column of names at the left headings in bold, words beside marks."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, LogLocator, MaxNLocator

from analysis import style
from analysis.charts.labels import shorten, width_of
from analysis.charts.marks import counted, fit

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
            last = FixedLocator([10 ** np.floor(np.log10(self.largest))])
            self.ax.xaxis.set_major_locator(last if narrow(self.ax) else LogLocator(numticks=7))
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
    names = [
        (at, shorten(name, room * 0.95 if bold else room * (0.34 if narrow(ax) else 0.42), bold=bold), bold) for at, name, bold in ticks
    ]
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


def beside(ax: Axes, x: float, y: float, label: str, points: float) -> None:
    """Words at the right of a mark, ``points`` away from it; in one column they are cut rather than the axis."""
    label = shorten(label, ax.figure.get_figwidth() * 72 * 0.47) if narrow(ax) else label
    ax.annotate(label, (x, y), xytext=(points, 0), textcoords="offset points", va="center", fontsize=style.LABEL, annotation_clip=False)
