"""A dot plot (after Cleveland) filled row by row: a column of names at the left, headings in bold, marks along an axis of amounts, words
beside them. A row is as high as its words need: they are broken into lines, never cut."""

import pandas as pd
from matplotlib.axes import Axes

from analysis import style
from analysis.charts.labels import lay_out, width_of, wrap
from analysis.charts.marks import ARROW, HOLLOW, drawn_ends, fit, key, opens, statement, who, words, words_and_who
from analysis.charts.scales import amount_axis, counted
from analysis.conventions import Vague

NARROW = 4.0  # inches: below this a label leaves out its verb
NAMES, WORDS = {True: 0.27, False: 0.3}, {True: 0.34, False: 0.42}  # most of a narrow and of a wide figure that names and words take
LINE = 0.66  # of a row's height
INDENT = "\u00a0" * 4  # plain spaces at the start of a line are lost in SVG
BETWEEN = 0.3  # rows left free over a heading
LEAST_RANGE = 100  # times that the largest amount is the smallest: from here on the axis is logarithmic


def narrow(ax: Axes) -> bool:
    """Whether the figure is of one column: its labels are shorter."""
    return bool(ax.figure.get_figwidth() < NARROW)


class Rows:
    """Rows of a dot plot of claims with these ``amounts`` (value, low, high), from the top down; ``finish`` writes names and axis."""

    def __init__(self, ax: Axes, claims: pd.DataFrame, vague: Vague) -> None:
        self.ax, self.vague, self.claims = ax, vague, claims
        amounts = claims[["value", "low", "high"]]
        self.largest, smallest = float(amounts.max(axis=None)), float(amounts.min(axis=None))
        self.logarithmic = smallest > 0 and self.largest / smallest > LEAST_RANGE
        self.left = smallest / 2 if self.logarithmic else 0.0
        self.end = 0.0
        self.names: list[tuple[float, str, bool]] = []
        self.width = ax.figure.get_figwidth() * 72

    def heading(self, name: str) -> None:
        """A line in bold that runs on over the plot."""
        self.end += BETWEEN if self.names else 0.0
        told = wrap(name, self.width * 0.95, style.LABEL, bold=True)
        self.names.append((self._next(len(told)), "\n".join(told), True))

    def add(self, name: str, said: pd.DataFrame, label: str, indent: int = 0) -> None:
        """The statements of one row, a thin line from the lowest to the highest, and words beside them."""
        told = wrap(label, self.width * WORDS[narrow(self.ax)], style.LABEL)
        y = self._named(name, len(told), indent)
        rows = [row for _, row in said.iterrows()]
        ends = [drawn_ends(row, self.vague) for row in rows]
        first, last = min(low for low, _ in ends), max(high for _, high in ends)
        self.ax.plot([self.left, first], [y, y], ls=":", lw=0.4, color=style.RULE, zorder=1)
        self.ax.plot([first, last], [y, y], lw=1, color=style.RULE, zorder=1)
        for row in sorted(rows, key=lambda row: row["qualifier"] in HOLLOW):  # a full mark would cover a hollow one
            statement(self.ax, 0, y, row, self.vague)
        away = ARROW + 3 if any(opens(row) > 0 for row in rows) else 6
        self.ax.annotate(
            "\n".join(told), (last, y), xytext=(away, 0), textcoords="offset points", va="center", fontsize=style.LABEL,
            annotation_clip=False,
        )  # fmt: skip

    def quote(self, name: str, text: str) -> None:
        """Words in place of marks, in grey italics."""
        told = wrap(text, self.width * (0.94 - NAMES[narrow(self.ax)]) - 12, style.LABEL)
        y = self._named(name, len(told), 0)
        self.ax.annotate(
            "\n".join(told), (self.left, y), xytext=(4, 0), textcoords="offset points", va="center", fontsize=style.LABEL,
            fontstyle="italic", color=style.SECONDARY, annotation_clip=False,
        ).set_in_layout(False)  # fmt: skip

    def finish(self) -> None:
        """Write the column of names, as wide as its longest, and the axis."""
        ax, column = self.ax, max((width_of(line) for _, name, bold in self.names if not bold for line in name.split("\n")), default=0.0)
        ax.set_yticks([y for y, _, _ in self.names], [name for _, name, _ in self.names])
        for text, (_, _, bold) in zip(ax.get_yticklabels(), self.names, strict=True):
            text.set(fontweight="bold" if bold else "normal", color=style.TEXT if bold else style.SECONDARY, ha="left")
            text.set_in_layout(not bold)
        ax.tick_params(axis="y", length=0, pad=column + 5)
        ax.set_ylim(self.end + 0.2, -0.2)
        ax.spines["left"].set_visible(False)
        if self.logarithmic:
            ax.set_xscale("log")
        ax.set_xlim(self.left, self.largest * (1.1 if self.logarithmic else 1.04))
        amount_axis(ax.xaxis, self.logarithmic)
        fit(ax, self.end + 0.4)
        lay_out(ax.figure)  # words move as the axes give way to them: what one layout leaves outside, the next takes in

    def note(self) -> str:
        """How to read the marks and the axis."""
        return f"{key(self.claims, self.vague)}{' Log scale.' if self.logarithmic else ''}"

    def _named(self, name: str, lines: int, indent: int) -> float:
        """The name of a row of at least so many lines; returns where its marks stand."""
        room = self.width * NAMES[narrow(self.ax)]
        parts = [name] if width_of(name) <= room else name.replace(", ", ",\n").split("\n")  # the place, and under it the day
        told = [line for part in parts for line in wrap(part, room, style.LABEL)]
        y = self._next(max(len(told), lines))
        self.names.append((y, "\n".join(INDENT * indent + line for line in told), False))
        return y

    def _next(self, lines: int) -> float:
        """The middle of the next row."""
        tall = max(1.0, 0.35 + LINE * lines)
        self.end += tall
        return self.end - tall / 2


def range_label(said: pd.DataFrame, vague: Vague, done: str = "") -> str:
    """The statements on one event in words: the lowest and the highest as they are told, "at least 156 to more than 250 people killed".

    As in the events table, a vague word beside numbers gives its low end only (CODEBOOK.md, Events).
    """
    rows = [row for _, row in said.iterrows()]
    numbers = any(row["qualifier"] != "vague" for row in rows)
    least = min(rows, key=lambda row: (drawn_ends(row, vague)[0], opens(row)))
    most = max(rows, key=lambda row: (drawn_ends(row, vague)[0 if numbers and row["qualifier"] == "vague" else 1], opens(row)))
    figures = list(dict.fromkeys(_figure(row) for row in (least, most)))
    told = words_and_who(most) if most["qualifier"] == "vague" or len(figures) == 1 else f"{figures[-1]} {who(most)}".rstrip()
    told = f"{figures[0]} to {told}" if len(figures) > 1 else told
    return f"{told} {done}".rstrip()


def _figure(row: pd.Series) -> str:
    return counted(row["value"]) if row["qualifier"] == "exact" and pd.notna(row["value"]) else words(row)
