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
from matplotlib.lines import Line2D
from matplotlib.transforms import ScaledTranslation, blended_transform_factory

from analysis import style, wording
from analysis.charts.labels import RANGE, width_of, wrap
from analysis.conventions import Vague, amount, convention
from analysis.estimates.running_totals import window

ARROW = 13  # points: a direction, not a length
SIZE = 4.2
START_UNSURE = ("week", "month", "year")  # date_precision of a period that may start on any day of it
FADES = 24
ABOVE = 7.0  # points from the axes to the note
KEY_SIGN = 18.0  # points that the sign of a group in a key takes with the gaps around it
HEADER = 30.0  # points over the axes that the heights of figures allow for title and note
SINGULAR = {
    "people": "person", "children": "child", "women": "woman", "men": "man", "families": "family", "elderly people": "elderly person",
}  # fmt: skip
OF = ("s", "a number", "a handful", "a couple")  # how vague words end that need an "of" before whom they count
HOLLOW = ("more_than", "less_than", "nearly")  # the stated figure itself is left out


def statement(ax: Axes, x: float, y: float, row: pd.Series, vague: Vague = "interval", horizontal: bool = True) -> None:
    """Draw one claim. ``horizontal``: its amount runs along x, and ``y`` is its place; else its amount runs along y, and ``x`` is."""
    group = row["group"] if isinstance(row["group"], str) else None
    colour, tint, marker = style.COLOURS[group], style.TINTS[group], style.MARKERS[group]
    point = amount(row, vague)
    low, high = row["low"], row["high"]
    if is_band(row, vague):
        xs, ys = ([low, high], [y, y]) if horizontal else ([x, x], [low, high])
        ax.plot(xs, ys, color=tint, lw=5.5, solid_capstyle="butt", zorder=2, clip_on=False)
        ax.plot(xs, ys, ls="none", marker="|" if horizontal else "_", color=colour, ms=6, mew=1, zorder=3, clip_on=False, gid=RANGE)
        return
    if point is None:
        return
    px, py = (point, y) if horizontal else (x, point)
    if row["qualifier"] == "about":
        ax.plot([px], [py], ls="none", marker=marker, ms=SIZE + 4, mfc=tint, mec="none", zorder=2, clip_on=False)
    face = "white" if row["qualifier"] in HOLLOW else colour
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


def period_bar(ax: Axes, row: pd.Series, y: float, colour: str, width: float = 3.2, shift: float = 0) -> None:
    """The period of a claim as a bar at its size, up to its mark, which stands ``shift`` days aside; it fades in over the days on which it
    may have started. One day is a square."""
    start, end = mdates.date2num(row["date_start"]), mdates.date2num(row["date_end"]) + shift
    if not start < end:
        ax.plot([end], [y], ls="none", marker="s", ms=width, color=colour, mec="none", zorder=1)
        return
    _, latest = window(row) or (None, row["date_start"])
    known = min(mdates.date2num(latest), end)
    edges = np.linspace(start, known, FADES + 1) if known > start else np.array([])
    pale = np.array(to_rgb("white"))
    shades = [pale + (np.array(to_rgb(colour)) - pale) * (k + 1) / (FADES + 1) for k in range(len(edges) - 1)]
    pieces = [[(edge, y), (end, y)] for edge in (*edges[:-1], known)]  # each over the one before: no seams
    ax.add_collection(LineCollection(pieces, colors=[*shades, to_rgb(colour)], linewidths=width, capstyle="butt", zorder=1), autolim=False)


def is_band(row: pd.Series, vague: Vague = "interval") -> bool:
    """Whether a claim is drawn as a range without a point: "dozens", "20 to 30"."""
    return bool(vague == "interval" and row["qualifier"] in ("vague", "between") and pd.notna(row["low"]) and pd.notna(row["high"]))


def drawn_ends(row: pd.Series, vague: Vague = "interval") -> tuple[float, float]:
    """The ends between which a claim is drawn: its one number twice, or those of its range; nan where its words give none."""
    if is_band(row, vague):
        return float(row["low"]), float(row["high"])
    point = amount(row, vague)
    at = float(row["high"]) if point is None else point
    return at, at


def key(rows: pd.DataFrame, vague: Vague = "interval") -> str:
    """What the marks of these claims mean, for a chart's note: only those that are drawn."""
    bands = rows.apply(is_band, axis=1, vague=vague).astype(bool)
    marks = rows[~bands & rows[["low", "high"]].notna().any(axis=1)]
    ends = {opens(row) for _, row in marks.iterrows()} - {0}
    named = {frozenset({1}): "upper", frozenset({-1}): "lower", frozenset({1, -1}): "upper or lower"}
    told = [f"Arrow: no {named[frozenset(ends)]} end stated." if ends else ""]
    told.append("Hollow: the figure itself excluded." if marks["qualifier"].isin(HOLLOW).any() else "")
    told.append("Pale halo: about." if marks["qualifier"].eq("about").any() else "")
    worded = rows["qualifier"].eq("vague")
    meant = [convention(vague)] if (bands & worded if vague == "interval" else worded).any() else []
    if (bands & ~worded).any():
        meant.append("from the least to the most" if meant else "Pale bars: from the least to the most")
    told.append(f"{', or '.join(meant)}." if meant else "")
    return " ".join(filter(None, told))


def group_key(ax: Axes, rows: pd.DataFrame, above: float = ABOVE) -> float:
    """The shapes and colours of the groups of these claims, where there are several, ``above`` points over the axes; returns where the
    note may begin over it."""
    counted = rows["group"].dropna()
    groups = [group for group in style.GROUP_NAMES if counted.eq(group).any()]
    if len(groups) < 2:
        return above
    room = ax.figure.get_figwidth() * 72 * 0.98
    wide = [width_of(style.GROUP_NAMES[group]) + KEY_SIGN for group in groups]
    columns = next((n for n in range(len(groups), 1, -1) if sum(max(part) for part in np.array_split(wide, n)) <= room), 1)
    signs = [Line2D([], [], ls="none", marker=style.MARKERS[g], ms=SIZE, mfc=style.COLOURS[g], mec=style.COLOURS[g]) for g in groups]
    edge = blended_transform_factory(ax.figure.transFigure, ax.transAxes)
    drawn = ax.legend(
        signs, [style.GROUP_NAMES[group] for group in groups], ncols=columns, loc="lower left", bbox_to_anchor=(0.008, 1), frameon=False,
        bbox_transform=edge + ScaledTranslation(0, above / 72, ax.figure.dpi_scale_trans), fontsize=style.LABEL, borderpad=0,
        borderaxespad=0, handlelength=0.8, handletextpad=0.5, columnspacing=1.2, labelspacing=0.3,
    )  # fmt: skip
    drawn.set_in_layout(False)
    return above + -(-len(groups) // columns) * style.LABEL * 1.5 + 3


def opens(row: pd.Series) -> int:
    """1 where the claim has no upper end, -1 where it has no lower one, 0 where both are stated."""
    if row["qualifier"] == "vague":
        return 0
    return int(pd.isna(row["high"])) - int(pd.isna(row["low"]))


def words(row: pd.Series) -> str:
    """The claim's own words, for a label; those that give no number are quoted."""
    evidence = wording.words(str(row["evidence"]), str(row["qualifier"]))
    return f"“{evidence}”" if row["qualifier"] == "vague" else evidence


def sized(row: pd.Series) -> str:
    """An area's words with their unit, "four km²"; those that hold one as they are: "200 metres by 50"."""
    return words(row) if wording.WITH_UNIT.search(row["evidence"]) else f"{words(row)} km²"


def who(row: pd.Series) -> str:
    """Who is counted, in words and in number: "suicide bombers", "civilians", "families", "one child"; empty for land."""
    named = _whom(row)
    return SINGULAR.get(named, named.removesuffix("s")) if row.get("value") == 1 else named


def _whom(row: pd.Series) -> str:
    if row["unit"] == "families":
        return "families"
    if isinstance(row["detail"], str):
        detail = row["detail"].replace("families", "relatives").replace("elderly", "elderly people").replace("_", " ")
        return detail if detail != "suspected" else f"suspected {style.GROUP_NAMES.get(row['group'], '')}".strip()
    return style.GROUP_NAMES.get(row["group"], "") if isinstance(row["group"], str) else ""


def words_and_who(row: pd.Series) -> str:
    """The claim's words with who is counted: at least 23 civilians; “dozens” of families."""
    counted_by = "of " if row["qualifier"] == "vague" and str(row["evidence"]).lower().endswith(OF) else ""
    return f"{words(row)} {counted_by}{who(row)}".rstrip() if who(row) else words(row)


def some_of(some: int, of: int, nouns: tuple[str, str], verbs: tuple[str, str]) -> str:
    """The start of a title, in the right number: "9 of 16 claims are", "All 3 claims are", "None of 7 claims is", "The one claim is"."""
    if some == of:
        return f"The one {nouns[0]} {verbs[0]}" if of == 1 else f"All {of} {nouns[1]} {verbs[1]}"
    return f"{some or 'None'} of {of} {nouns[1]} {verbs[some > 1]}"


def day_words(day: pd.Timestamp, precision: str = "day") -> str:
    """A day as finely as it is known: "1 Aug 2014", "Aug 2014", "2014"."""
    if pd.isna(day):
        return "day not stated"
    return f"{day:%b %Y}" if precision == "month" else f"{day:%Y}" if precision == "year" else f"{day.day} {day:%b %Y}"


def nothing(ax: Axes, what: str) -> Axes:
    """In place of a chart a line that says that there is nothing to draw, in a figure of its height."""
    ax.set_axis_off()
    said = wrap(f"No statement about {what} in these articles.", ax.figure.get_figwidth() * 72 - 12, style.LABEL)
    ax.figure.set_figheight((len(said) + 1) * style.LABEL * 1.35 / 72)
    ax.text(0, 0.5, "\n".join(said), va="center", transform=ax.transAxes, color=style.SECONDARY)
    return ax


def headline(ax: Axes, title: str, note: str, above: float = ABOVE) -> None:
    """The title that states what is shown, and the note under it on how to read it, ``above`` points over the axes.

    The figure grows where they take more lines than its height allows for: no line of theirs is taken from what is drawn.
    """
    earlier = [t for t in ax.texts if t.get_gid() in ("headline", "note")]
    before = sum(_tall(t.get_text(), t.get_fontsize()) for t in earlier)
    for text in earlier:
        text.remove()
    width = ax.figure.get_figwidth() * 72 * 0.98 - 4
    told = "\n".join(wrap(note, width, style.NOTE))
    name = "\n".join(wrap(title, width, style.TITLE, bold=True))
    over_note = above + _tall(told, style.NOTE) + 3
    ax.set_title(" ", pad=over_note + name.count("\n") * style.TITLE * 1.3 + 2)  # room for the two texts, from the figure's edge on
    edge = blended_transform_factory(ax.figure.transFigure, ax.transAxes)
    for words, height, size, weight, colour, gid in (
        (told, above, style.NOTE, "normal", style.SECONDARY, "note"),
        (name, over_note, style.TITLE, "bold", style.TEXT, "headline"),
    ):
        written = ax.annotate(
            words, (0.008, 1), xycoords=edge, xytext=(0, height), textcoords="offset points", fontsize=size, fontweight=weight,
            color=colour, va="bottom", ha="left", linespacing=1.2, annotation_clip=False, gid=gid,
        )  # fmt: skip
        written.set_in_layout(False)
    taller = max(_tall(told, style.NOTE) + _tall(name, style.TITLE), HEADER) - max(before, HEADER)
    ax.figure.set_figheight(ax.figure.get_figheight() + taller / 72)


def _tall(text: str, size: float) -> float:
    """Points that lines of text take."""
    return (text.count("\n") + 1) * size * 1.35 if text else 0.0


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
