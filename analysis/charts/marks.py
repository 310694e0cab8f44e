"""One glyph for each kind of statement, used by every chart.

Filled marker: the figure as stated. Hollow: the figure itself is excluded ("more than"). Arrow: that end is open, of a fixed
length, never in data units. Pale band with end ticks: a range that the words allow ("dozens"). Halo: "about".
"""

import matplotlib.dates as mdates
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter
from matplotlib.transforms import blended_transform_factory

from analysis import style, wording
from analysis.charts.labels import wrap
from analysis.conventions import Vague, amount

ARROW = 13  # points: a direction, not a length
SIZE = 4.2
START_UNSURE = {"week": 6, "month": 30, "year": 364}  # days, by date_precision
FADES = 24
TICK = 30  # points that a month's name takes on an axis


def statement(ax: Axes, x: float, y: float, row: pd.Series, vague: Vague = "interval", horizontal: bool = True) -> None:
    """Draw one claim. ``horizontal``: its amount runs along x, and ``y`` is its place; else its amount runs along y, and ``x`` is."""
    group = row["group"] if isinstance(row["group"], str) else None
    colour, tint, marker = style.COLOURS[group], style.TINTS[group], style.MARKERS[group]
    point = amount(row, vague)
    low, high = row["low"], row["high"]
    if row["qualifier"] in ("vague", "between") and vague == "interval" and pd.notna(low) and pd.notna(high):
        xs, ys = ([low, high], [y, y]) if horizontal else ([x, x], [low, high])
        ax.plot(xs, ys, color=tint, lw=5.5, solid_capstyle="butt", zorder=2, clip_on=False)
        ax.plot(xs, ys, ls="none", marker="|" if horizontal else "_", color=colour, ms=6, mew=1, zorder=3, clip_on=False)
        return
    if point is None:
        return
    px, py = (point, y) if horizontal else (x, point)
    if row["qualifier"] == "about":
        ax.plot([px], [py], ls="none", marker=marker, ms=SIZE + 4, mfc=tint, mec="none", zorder=2, clip_on=False)
    hollow = row["qualifier"] in ("more_than", "less_than", "nearly")
    face = "white" if hollow else colour
    ax.plot([px], [py], ls="none", marker=marker, ms=SIZE, mfc=face, mec=colour, mew=0.9, zorder=4, clip_on=False)
    direction = opens(row)
    if direction:
        arrow(ax, px, py, (direction * ARROW, 0) if horizontal else (0, direction * ARROW), colour)


def arrow(ax: Axes, x: float, y: float, shift: tuple[float, float], colour: str) -> None:
    """An open end: an arrow from the mark, ``shift`` in points and never in data units."""
    ax.annotate(
        "", xy=(x, y), xytext=shift, textcoords="offset points", zorder=3, annotation_clip=False,
        arrowprops={"arrowstyle": "<-", "color": colour, "lw": 0.9, "shrinkA": 0, "shrinkB": SIZE / 2, "mutation_scale": 6},
    )  # fmt: skip


def period_bar(ax: Axes, row: pd.Series, y: float, colour: str, width: float = 3.2) -> None:
    """The period of a claim as a bar at its size; it fades in over the days on which it may have started."""
    start, end = mdates.date2num(row["date_start"]), mdates.date2num(row["date_end"])
    known = min(start + START_UNSURE.get(row["date_precision"], 0), end)
    edges = np.linspace(start, known, FADES + 1) if known > start else np.array([])
    pale = np.array(to_rgb("white"))
    shades = [pale + (np.array(to_rgb(colour)) - pale) * (k + 1) / (FADES + 1) for k in range(len(edges) - 1)]
    pieces = [[(edge, y), (end, y)] for edge in (*edges[:-1], known)]  # each over the one before: no seams
    ax.add_collection(LineCollection(pieces, colors=[*shades, to_rgb(colour)], linewidths=width, capstyle="butt", zorder=1), autolim=False)


def opens(row: pd.Series) -> int:
    """1 where the claim has no upper end, -1 where it has no lower one, 0 where both are stated."""
    if row["qualifier"] == "vague":
        return 0
    return int(pd.isna(row["high"])) - int(pd.isna(row["low"]))


def words(row: pd.Series) -> str:
    """The claim's own words, for a label; those that give no number are quoted."""
    evidence = wording.words(str(row["evidence"]), str(row["qualifier"]))
    return f"“{evidence}”" if row["qualifier"] == "vague" else evidence


def who(row: pd.Series) -> str:
    """Who is counted, in words: "suicide bombers", "civilians", "families"; empty for land."""
    if row["unit"] == "families":
        return "families"
    if isinstance(row["detail"], str):
        detail = row["detail"].replace("elderly", "elderly people").replace("_", " ")
        return detail if detail != "suspected" else f"suspected {style.GROUP_NAMES.get(row['group'], '')}".strip()
    return style.GROUP_NAMES.get(row["group"], "") if isinstance(row["group"], str) else ""


def stated(row: pd.Series) -> str:
    """The claim's words with who is counted: at least 23 civilians; “dozens” of families."""
    counted_by = "of " if row["qualifier"] == "vague" and str(row["evidence"]).lower().endswith("s") else ""
    return f"{words(row)} {counted_by}{who(row)}".rstrip() if who(row) else words(row)


def nothing(ax: Axes, what: str) -> Axes:
    """An empty chart that says so in words."""
    ax.set_axis_off()
    ax.text(
        0.5, 0.5, f"No statement about {what} in these articles.", ha="center", va="center", transform=ax.transAxes, color=style.SECONDARY
    )
    return ax


def headline(ax: Axes, title: str, note: str, above: float = 7.0) -> None:
    """The title that states what is shown, and the note under it on how to read it, ``above`` points over the axes."""
    for earlier in [t for t in ax.texts if t.get_gid() in ("headline", "note")]:
        earlier.remove()
    width = ax.figure.get_figwidth() * 72 * 0.98 - 4
    lines, title_lines = wrap(note, width, style.NOTE), wrap(title, width, style.TITLE, bold=True)
    over_note = above + len(lines) * style.NOTE * 1.35 + 3
    ax.set_title(" ", pad=over_note + (len(title_lines) - 1) * style.TITLE * 1.3 + 2)  # room for the two texts, from the figure's edge on
    edge = blended_transform_factory(ax.figure.transFigure, ax.transAxes)
    for text, height, size, weight, colour, gid in (
        ("\n".join(lines), above, style.NOTE, "normal", style.SECONDARY, "note"),
        ("\n".join(title_lines), over_note, style.TITLE, "bold", style.TEXT, "headline"),
    ):
        written = ax.annotate(
            text, (0.008, 1), xycoords=edge, xytext=(0, height), textcoords="offset points", fontsize=size, fontweight=weight, color=colour,
            va="bottom", ha="left", linespacing=1.2, annotation_clip=False, gid=gid,
        )  # fmt: skip
        written.set_in_layout(False)


def shows(ax: Axes, rows: pd.DataFrame, told: str = "") -> None:
    """Keep with the figure which claims it shows, for its source line, data and alternative text; ``told``: what it shows of them, if
    not each one."""
    ax.get_figure(root=True).set_label("\n".join([told, *rows["claim_id"]]))


def shown(fig: Figure) -> tuple[str, list[str]] | None:
    """What ``shows`` kept: the words, and the ids of the claims; None where a chart shows articles, or nothing."""
    told, *ids = fig.get_label().split("\n")
    return (told, ids) if ids else None


def told(fig: Figure) -> tuple[str, str]:
    """The title of a figure and the note on how to read it, as they stand on it."""
    found = {t.get_gid(): " ".join(t.get_text().split()) for ax in reversed(fig.axes) for t in ax.texts if t.get_text()}
    return found.get("headline", found.get(None, "")), found.get("note", "")


def sign(fig: Figure, source: str) -> None:
    """The source line at the figure's foot. The figure grows by its height: nothing that is drawn moves against anything else."""
    lines = wrap(f"Source: {source}", fig.get_figwidth() * 72 * 0.98, style.NOTE)
    height, added = fig.get_figheight(), (len(lines) * style.NOTE * 1.35 + 6) / 72
    fig.set_figheight(height + added)
    foot = added / (height + added)
    fig.get_layout_engine().set(rect=(0, foot, 1, 1 - foot))
    fig.text(
        0.008, 3 / 72 / (height + added), "\n".join(lines), fontsize=style.NOTE, color=style.SECONDARY, va="bottom", linespacing=1.2,
        gid="source",
    )  # fmt: skip


def fit(ax: Axes, rows: float, fixed: float = 0.75) -> None:
    """Make a figure of one chart as high as its rows need; ``fixed`` inches go to titles and axis."""
    if len(ax.figure.axes) == 1:
        ax.figure.set_figheight(fixed + 0.165 * rows)


def counted(value: float) -> str:
    """A number as a tick: 1,000 and not 10^3; 0.49 as it is."""
    return f"{value:,.0f}" if value >= 1 or value == 0 else f"{value:g}"


def date_axis(ax: Axes, dates: pd.Series) -> None:
    """Months along x, the year under the first month of each."""
    known = dates.dropna()
    first, last = known.min(), known.max()
    span = max((last - first).days, 20)
    pad = pd.Timedelta(days=max(3, span * 0.06))
    ax.set_xlim(first - pad, last + pad)
    ticks = max(2, int(ax.get_window_extent().width / ax.figure.dpi * 72 // TICK))
    months = -(-span // (30 * ticks))
    if span > 365 * 4 or months > 6:
        ax.xaxis.set_major_locator(mdates.YearLocator(-(-span // (365 * ticks))))
        ax.xaxis.set_major_formatter(mdates.DateFormatter("%Y"))
        return
    ax.xaxis.set_major_locator(mdates.MonthLocator(interval=months))
    ax.xaxis.set_major_formatter(_months())


def _months() -> FuncFormatter:
    """ "May 2018", "Jun", ... "Jan 2019" on two lines; matplotlib's concise formatter leaves out the first year."""
    years: list[int] = []

    def label(x: float, position: int | None) -> str:
        day = mdates.num2date(x)
        if not position:
            years.clear()
        new = day.year not in years
        years.append(day.year)
        return f"{day:%b}\n{day.year}" if new else f"{day:%b}"

    return FuncFormatter(label)
