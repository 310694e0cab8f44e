"""Tables of counts, shaded (seaborn's heat map): their heads stand upright and are broken into lines, never turned."""

from collections.abc import Sequence

import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes

from analysis import style
from analysis.charts.labels import wrap
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
    heads = [str(column).replace(" ", "\n") for column in counts.columns]
    ax.set_xticklabels(heads, rotation=0, fontsize=style.NOTE)
    room = ax.figure.get_figwidth() * 72 * NAMES
    ax.set_yticklabels(["\n".join(wrap(name, room, style.LABEL)) for name in names], rotation=0, linespacing=1.0)
    ax.tick_params(length=0)
    fit(ax, ROW * len(counts) + max(head.count("\n") for head in heads) * 0.7 + 0.5)
