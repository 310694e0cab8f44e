"""Tables of counts, shaded (seaborn's heat map): their heads stand upright and are broken into lines, never turned."""

from collections.abc import Sequence

import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes

from analysis import style
from analysis.charts.labels import shorten, width_of, wrap
from analysis.charts.marks import fit

TOPICS = {
    "injured": "wounded",
    "casualties": "wounded",
    "detained": "detained or released",
    "released": "detained or released",
    "remaining": "said to remain",
    "territory_held": "land",
    "territory_lost": "land",
}
NAMES = 0.36  # most of the figure's width that names take
ROW = 1.25  # of the height that a line of a chart takes
APART = 3.0  # points between the heads of two columns


def topic(measure: str) -> str:
    """What a statement is about, in a word or two."""
    return TOPICS.get(measure, measure)


def count_table(ax: Axes, counts: pd.DataFrame, names: Sequence[str]) -> None:
    """Draw ``counts`` with a line for each of ``names``; its columns are topics. No count is no square."""
    sns.heatmap(
        counts, ax=ax, cmap="Blues", annot=True, fmt="d", cbar=False, linewidths=0.6, linecolor="white", mask=counts == 0,
        annot_kws={"size": style.LABEL}, xticklabels=True, yticklabels=True,
    )  # fmt: skip
    ax.set(xlabel="", ylabel="")
    width = ax.figure.get_figwidth() * 72
    told = [_two_lines(name, width * NAMES) for name in names]
    column = (width - max(width_of(line) for lines in told for line in lines)) / len(counts.columns)
    heads = _heads([str(column) for column in counts.columns], column)
    ax.set_xticklabels(heads, rotation=0, fontsize=style.NOTE)
    ax.set_yticklabels(["\n".join(lines) for lines in told], rotation=0, linespacing=1.0)
    ax.tick_params(length=0)
    fit(ax, ROW * len(counts) + max(head.count("\n") for head in heads) * 0.7 + 0.5)


def _two_lines(name: str, room: float) -> list[str]:
    """A name in the lines that a row has room for, cut where it needs more."""
    lines = wrap(name, room, style.LABEL)
    return lines if len(lines) < 3 else [lines[0], shorten(" ".join(lines[1:]), room)]


def _heads(names: Sequence[str], column: float) -> list[str]:
    """Heads of columns ``column`` points wide, a word a line; every second a line lower where they would touch."""
    widest = max(width_of(word, style.NOTE) for name in names for word in name.split())
    lower = bool(widest + APART > column)
    return ["\n" * (lower and at % 2) + name.replace(" ", "\n") for at, name in enumerate(names)]
