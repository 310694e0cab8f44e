"""Words beside marks: measured, wrapped, and placed where they meet no mark, bar, arrow or other words.

Placing is greedy and repeats itself: the same chart has the same labels at the same places.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from matplotlib import patheffects
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.textpath import text_to_path
from matplotlib.transforms import Bbox

from analysis import style

GAP = 7.0  # points from a mark to its words
STEP = 4.5  # points by which a label is moved to find room
STEPS = 13
FAR = 9.0  # points: beyond this a thin line leads from the label to its mark
IN_LINE = 7  # times SURE, within which a mark in a line with words is taken for theirs
SURE = 2.0  # points by which a label is nearer to its own mark than to any other; else a line leads to it
AT_MARK = 6.0  # points around a mark in which its leader may meet other marks
CLEAR = 1.6  # points that stay free between two texts
RADIUS = 2.8  # points of a mark
MEASURED = 100.0  # points at which a word is measured, once for all sizes
RANGE = "range"  # what the ends of a range are known by: its words stand at its middle
OUTLINE = [patheffects.withStroke(linewidth=1.6, foreground="white")]


@dataclass(frozen=True, slots=True)
class Label:
    """Words for the mark at ``x``, ``y`` (data units, dates as numbers); ``left``: rather to the left of it; ``near``: rather touching
    it, whose radius is ``radius`` points; ``lead``: a line may lead to it from farther away; ``of_line``: it names a line, for which no
    mark can be taken."""

    text: str
    x: float
    y: float
    left: bool = False
    colour: str = style.TEXT
    italic: bool = False
    near: bool = False
    radius: float = RADIUS
    lead: bool = True
    of_line: bool = False


def width_of(text: str, size: float = style.LABEL, bold: bool = False) -> float:
    """Width of one line of the house font, in points: that of its words, which come again and again, and of the spaces between them.

    A number before a quotation at the start of a line is drawn a third of a point wider.
    """
    words = text.split(" ")
    return (sum(_width(word, bold) for word in words) + (len(words) - 1) * _width(" ", bold)) * (size / MEASURED)


@lru_cache(maxsize=4096)
def _width(word: str, bold: bool) -> float:
    """Width of a word at the size ``MEASURED``."""
    font = FontProperties(family="DejaVu Sans", weight="bold" if bold else "normal", size=MEASURED)
    return float(text_to_path.get_text_width_height_descent(word, font, ismath=False)[0]) if word else 0.0


def wrap(text: str, width: float, size: float, bold: bool = False) -> list[str]:
    """The text in lines no wider than ``width`` points; a single word may be wider."""
    lines: list[str] = []
    for word in text.split():
        if lines and width_of(f"{lines[-1]} {word}", size, bold) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def shorten(text: str, width: float, size: float = style.LABEL, bold: bool = False) -> str:
    """The text cut to ``width`` points, an ellipsis where something is cut."""
    if width_of(text, size, bold) <= width:
        return text
    kept = bisect_left(range(len(text)), True, key=lambda length: width_of(f"{text[: length + 1]}…", size, bold) > width)
    return f"{text[:kept].rstrip()}…"


def lay_out(fig: Figure) -> None:
    """Give all axes of a figure their place, for less than it takes to draw it."""
    if (engine := fig.get_layout_engine()) is not None:
        engine.execute(fig)


def place(panels: Iterable[tuple[Axes, list[Label]]]) -> int:
    """Write the labels of each panel of a figure where there is room, the first ones first; returns how many found none and are left out.

    Call it last: it lays the figure out, once, and reads where everything is.
    """
    panels = list(panels)
    panels[0][0].get_figure(root=True).draw_without_rendering()
    return sum(place_more(ax, labels) for ax, labels in panels)


def place_more(ax: Axes, labels: Iterable[Label]) -> int:
    """``place`` for one panel of a figure that is laid out already."""
    point = ax.get_figure(root=True).dpi / 72
    inside = ax.get_window_extent()
    marks = np.array([*marks_of(ax, point)]).reshape(-1, 3)
    taken = np.array([box.extents for box in _obstacles(ax, point)]).reshape(-1, 4)
    left_out = 0
    for label in labels:
        mark = ax.transData.transform((label.x, label.y))
        for leads, dx, dy, align, box in sorted(_options(label, mark, marks, point), key=lambda option: option[0]):
            room = inside.x0 <= box.x0 and box.x1 <= inside.x1 and inside.y0 <= box.y0 and box.y1 <= inside.y1
            clear = box.padded(CLEAR * point / 2)
            if not room or _meets(clear.extents[None, :], taken):
                continue
            leader = _leader(mark, clear, point) if leads else np.empty((0, 4))
            if _meets(leader, taken):
                continue
            taken = np.vstack([taken, clear.extents, leader])
            _write(ax, label, dx, dy, align, _nearest(mark, box) if leads else None)
            break
        else:
            left_out += 1
    return left_out


def _options(label: Label, mark: np.ndarray, marks: np.ndarray, point: float) -> Iterator[tuple[bool, float, float, str, Bbox]]:
    """Where the words may stand: whether a line has to lead from there, the shift in points, and the box in pixels."""
    size = (width_of(label.text) * point, style.LABEL * 1.15 * point)
    places = [(False, place) for place in _around(label.radius)] if label.near else []
    places += [(label.near or _far(*place[:2]), place) for place in _candidates(label.left)] if label.lead else []
    for far, (dx, dy, align) in places:
        box = _box(mark, dx * point, dy * point, align, size)
        leads = not label.of_line and (far or _unsure(box, mark, label.radius * point, marks, SURE * point))
        if label.lead or not leads:
            yield leads, dx, dy, align, box


def _meets(boxes: np.ndarray, others: np.ndarray) -> bool:
    """Whether any of the boxes (x0, y0, x1, y1) overlaps any of the others."""
    one, two = boxes[:, None, :], others[None, :, :]
    return bool(((one[..., :2] < two[..., 2:]) & (two[..., :2] < one[..., 2:])).all(axis=2).any())


def _unsure(box: Bbox, mark: np.ndarray, radius: float, marks: np.ndarray, least: float) -> bool:
    """Whether words in a box may be taken for those of another of the ``marks`` (x, y, radius): it is not ``least`` farther than theirs,
    or they stand in a line with it and not with theirs."""
    own = _distance(box, mark[None, :])[0] - radius
    others = marks[np.hypot(*(marks[:, :2] - mark).T) > 1]
    away = _distance(box, others[:, :2]) - others[:, 2]
    in_line = (box.y0 < others[:, 1]) & (others[:, 1] < box.y1) & (not box.y0 < mark[1] < box.y1)
    return bool((away < np.where(in_line, IN_LINE * least, own + least)).any())


def _distance(box: Bbox, points: np.ndarray) -> np.ndarray:
    """How far each of the points is from a box."""
    return np.hypot(*(points - np.clip(points, box.p0, box.p1)).T)


def _far(dx: float, dy: float) -> bool:
    return bool(np.hypot(max(abs(dx) - GAP, 0), dy) > FAR)


def _leader(mark: np.ndarray, box: Bbox, point: float) -> np.ndarray:
    """The thin line from a label to its mark, in small boxes that touch; what is at the mark left out, and at the label."""
    start = box.p0 + _nearest(mark, box) * box.size
    away = np.arange(point, np.hypot(*(mark - start)) - AT_MARK * point, point)
    points = start + (mark - start) / max(np.hypot(*(mark - start)), 1) * away[:, None]
    return np.hstack([points - point / 2, points + point / 2])


def _nearest(mark: np.ndarray, box: Bbox) -> np.ndarray:
    """The point of a box that is nearest to a mark, as shares of its width and height."""
    return np.clip((mark - box.p0) / box.size, 0, 1)


def _write(ax: Axes, label: Label, dx: float, dy: float, align: str, start: np.ndarray | None) -> None:
    """The words, with a thin line from ``start`` (shares of their box) to their mark."""
    line = {"arrowstyle": "-", "lw": 0.5, "color": style.REFERENCE, "shrinkA": 0, "shrinkB": 3}
    leader = None if start is None else line | {"relpos": tuple(start)}
    on_land = any(line.get_gid() == "land" for line in ax.lines)  # only there may words cross a line; outlined, they are no text in SVG
    outline = OUTLINE if on_land else None
    written = ax.annotate(
        label.text, (label.x, label.y), xytext=(dx, dy), textcoords="offset points", ha=align, va="center", fontsize=style.LABEL,
        fontstyle="italic" if label.italic else "normal", color=label.colour, zorder=6, path_effects=outline, arrowprops=leader,
        annotation_clip=False, gid="label",
    )  # fmt: skip
    written.set_in_layout(False)


def _around(radius: float) -> Iterator[tuple[float, float, str]]:
    """Where a word may stand that touches a mark of ``radius`` points, the best first: at its sides, over and under it."""
    yield from ((radius + 2, 0.0, "left"), (-radius - 2, 0.0, "right"))
    for dx, beyond in ((2.5, 4.6), (0.0, 4.6), (-7.0, 4.6), (-14.0, 4.6), (-21.0, 4.6)):
        for dy in (radius + beyond, -radius - beyond):
            yield from ((dx, dy, "left"), (-dx, dy, "right")) if dx else ((dx, dy, "center"),)


def _candidates(left: bool) -> Iterator[tuple[float, float, str]]:
    sides = ((-GAP, "right"), (GAP, "left")) if left else ((GAP, "left"), (-GAP, "right"))
    for step in range(STEPS):
        for sign in (1, -1) if step else (1,):
            for dx, align in sides:
                yield dx, sign * step * STEP, align
            if step == 0:
                yield from ((2 * dx, 0.0, align) for dx, align in sides)
            if step >= 2:
                yield 0.0, sign * step * STEP, "center"


def _box(mark: np.ndarray, dx: float, dy: float, align: str, size: tuple[float, float]) -> Bbox:
    width, height = size
    left = mark[0] + dx - {"left": 0.0, "center": width / 2, "right": width}[align]
    return Bbox.from_bounds(left, mark[1] + dy - height / 2, width, height)


def marks_of(ax: Axes, point: float) -> Iterator[tuple[float, float, float]]:
    """Where the marks are and how large: x, y and half their width, in pixels; of a range its middle."""
    for line in ax.lines:
        if line.get_marker() not in ("None", "", None):
            path = _path(ax, line)
            places = path.mean(axis=0, keepdims=True) if line.get_gid() == RANGE else path
            yield from ((x, y, line.get_markersize() / 2 * point) for x, y in places)
    for collection in ax.collections:
        if not isinstance(collection, LineCollection) and len(collection.get_sizes()):
            places = collection.get_offset_transform().transform(collection.get_offsets())
            halves = np.resize(np.sqrt(collection.get_sizes()) / 2 * point, len(places))
            yield from ((x, y, half) for (x, y), half in zip(places, halves, strict=True))


def _path(ax: Axes, line: Line2D) -> np.ndarray:
    """The points of a line, in pixels."""
    return ax.transData.transform(np.column_stack([line.get_xdata(orig=False), line.get_ydata(orig=False)]).astype(float))


def _obstacles(ax: Axes, point: float) -> Iterator[Bbox]:
    """Where marks, lines, arrows and words already are, in pixels."""
    for x, y, half in marks_of(ax, point):
        around = half + 0.6 * point
        yield Bbox.from_extents(x - around, y - around, x + around, y + around)
    for line in ax.lines:
        if line.get_gid() != "land" and line.get_linestyle() not in ("None", ""):  # outlined words are legible on a river
            yield from _along(_path(ax, line), line.get_linewidth() * point)
    for collection in ax.collections:
        if isinstance(collection, LineCollection):
            for segment in collection.get_segments():
                yield from _along(ax.transData.transform(segment), float(collection.get_linewidth()[0]) * point)
    yield from (child.get_window_extent() for child in ax.child_axes)
    for text in ax.texts:
        arrow = getattr(text, "arrow_patch", None)
        if arrow is not None and not text.get_text():
            yield arrow.get_window_extent().padded(point)
        elif text.get_text() and text.get_visible() and text.get_gid() != "land":  # the name of a province gives way to a town's
            yield text.get_window_extent()


def _along(path: np.ndarray, width: float) -> Iterator[Bbox]:
    """Small boxes that cover a line; straight ones in one box."""
    half = width / 2 + 0.5
    for (x0, y0), (x1, y1) in pairwise(path):
        pieces = 1 if min(abs(x1 - x0), abs(y1 - y0)) < 2 * half else 24
        for k in range(pieces):
            xs = [x0 + (x1 - x0) * (k + e) / pieces for e in (0, 1)]
            ys = [y0 + (y1 - y0) * (k + e) / pieces for e in (0, 1)]
            yield Bbox.from_extents(min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half)
