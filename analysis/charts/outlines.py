"""The land behind a map: borders, provinces, rivers and cities, from data/outlines; no network."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.path import Path as Polygon

from analysis import style
from analysis.charts.labels import OUTLINE, Label, width_of

LATITUDE = 35.0  # degrees, the middle of the map: a degree of longitude there is cos(35°) of one of latitude
DEGREE = 111.2  # km in a degree of latitude
SCALE_ROOM = (0.34, 0.1)  # share of the map, in a lower corner, that stays free for the bar of kilometres
NO_NAME = (0.48, 0.14)  # and that no neighbour's name is written in, which is wide itself
OUTLINES = Path(__file__).parents[2] / "data" / "outlines" / "outlines.geojson"
UNDER = 0.03  # degrees from a town, within which the circle of a city would be under its dot
RING = "ring"  # what the circle of a city for orientation is known by
RIVER, WATER = "#6FA8CF", "#2A6592"  # a river, and its name in italics
RIVER_NAMES = (0.33, 0.5, 0.2, 0.65, 0.8, 0.1)  # where along its course a river may be named, the best first
LINES: dict[str, dict[str, Any]] = {
    "province lines": {"color": "#D5D5D5", "lw": 0.5, "zorder": 0.8},
    "border": {"color": style.SECONDARY, "lw": 0.8, "ls": (0, (4, 2)), "zorder": 1},
}


@dataclass(frozen=True, slots=True)
class Box:
    """A stretch of land in degrees."""

    left: float
    right: float
    bottom: float
    top: float

    @classmethod
    def around(cls, lon: float, lat: float, wide: float, tall: float) -> "Box":
        return cls(lon - wide / 2, lon + wide / 2, lat - tall / 2, lat + tall / 2)

    def part(self, left: float, bottom: float, wide: float, tall: float) -> "Box":
        """A part of it, given as shares of its width and height."""
        x, y = self.left + left * (self.right - self.left), self.bottom + bottom * (self.top - self.bottom)
        return Box(x, x + wide * (self.right - self.left), y, y + tall * (self.top - self.bottom))

    def corner(self, right: bool, wide: float, tall: float) -> "Box":
        """Its lower left or lower right corner, given as shares of its width and height."""
        return self.part(1 - wide if right else 0.0, 0.0, wide, tall)

    def holds(self, lon: Any, lat: Any) -> Any:
        """Whether points are inside, for numbers and for whole columns."""
        return (lon > self.left) & (lon < self.right) & (lat > self.bottom) & (lat < self.top)

    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    def outline(self, points: int = 2) -> np.ndarray:
        """Its edge as a closed line, ``points`` on each side."""
        along = np.linspace(0, 1, points)
        x, y = self.left + along * (self.right - self.left), self.bottom + along * (self.top - self.bottom)
        sides = ((x, self.bottom), (self.right, y), (x[::-1], self.top), (self.left, y[::-1]))
        return np.vstack([np.column_stack(np.broadcast_arrays(*side)) for side in sides])

    def show(self, ax: Axes) -> "Box":
        """Make axes show this land, without ticks."""
        ax.set(xlim=(self.left, self.right), ylim=(self.bottom, self.top), xticks=[], yticks=[])
        for spine in ax.spines.values():
            spine.set(visible=True, color=style.RULE)
        return self


def square() -> float:
    """A degree of longitude in degrees of latitude."""
    return float(np.cos(np.radians(LATITUDE)))


def draw_land(ax: Axes, frame: Box, blocked: Box | None) -> list[list[Label]]:
    """Borders dashed, provinces thin, rivers blue; returns for each river its name at several places along it, one of which to write.

    ``blocked``: under an inset.
    """
    for kind, look in LINES.items():
        for _, lines in _features(kind):
            for line in lines:
                ax.plot(*np.array(line).T, gid="land", **look)
    names = []
    for name, coordinates in _features("river"):
        path = np.array(coordinates)
        ax.plot(*path.T, color=RIVER, lw=1.2, zorder=2, gid="land")
        inside = path[_free(path, frame, blocked)]
        if len(inside):
            along = [inside[int(len(inside) * share)] for share in RIVER_NAMES]
            names.append([Label(name, *at, colour=WATER, italic=True, near=True, lead=False) for at in along])
    return names


def scale_at_right(frame: Box, towns: pd.DataFrame) -> bool:
    """Whether the bar of kilometres stands at the lower right, where fewer towns are than at the left."""
    left, right = (int(frame.corner(side, *SCALE_ROOM).holds(towns["lon"], towns["lat"]).sum()) for side in (False, True))
    return right < left


def name_land(ax: Axes, frame: Box, towns: pd.DataFrame, blocked: Box | None, boxes: Sequence[Box] = ()) -> list[Label]:
    """Countries and provinces named away from the ``towns`` and the edges of ``boxes``, other cities as rings; returns the cities' names,
    to place."""
    at_right = scale_at_right(frame, towns)
    bar = frame.corner(at_right, *SCALE_ROOM)
    drawn = [*(path for _, path in _features("river")), *(box.outline(9) for box in boxes)]
    rivers = np.vstack([*drawn, towns[["lon", "lat"]].to_numpy()])
    for name, (ring,) in _features("country"):
        _name(ax, name, _inner(np.array(ring), rivers, frame, bar, blocked), bold=True)
    for name, at in _features("neighbour"):
        free = frame.part(0.06, 0.04, 0.88, 0.92).holds(*at) and not frame.corner(at_right, *NO_NAME).holds(*at)
        _name(ax, name, at if free and (blocked is None or not blocked.holds(*at)) else None, bold=True)
    for name, (ring,) in _features("province"):
        _name(ax, name, _inner(np.array(ring), rivers, frame, bar, blocked, room=(frame.right - frame.left) / 24), bold=False)
    names = []
    for name, at in _features("city"):
        elsewhere = np.hypot(towns["lon"] - at[0], towns["lat"] - at[1]).min() > UNDER
        if name not in towns.index and elsewhere and _free(np.array([at]), frame, blocked)[0]:
            ax.plot(*at, ls="none", marker="o", ms=2.8, mfc="white", mec=style.SECONDARY, mew=0.7, zorder=3, gid=RING)
            names.append(Label(name, *at, colour=style.SECONDARY, near=True, lead=False))
    return names


@cache
def _outlines() -> list[tuple[str, str, Any]]:
    features = json.loads(OUTLINES.read_text(encoding="utf-8"))["features"]
    return [(f["properties"]["kind"], f["properties"]["name"], f["geometry"]["coordinates"]) for f in features]


def _features(kind: str) -> list[tuple[str, Any]]:
    """Name and coordinates of each feature of a kind."""
    return [(name, coordinates) for of, name, coordinates in _outlines() if of == kind]


def _free(points: np.ndarray, frame: Box, blocked: Box | None) -> np.ndarray:
    inside = frame.holds(points[:, 0], points[:, 1])
    return inside if blocked is None else inside & ~blocked.holds(points[:, 0], points[:, 1])


def _name(ax: Axes, name: str, at: tuple[float, float] | None, bold: bool) -> None:
    """The name of a country or a province in its middle, where no other name is."""
    if at is None:
        return
    (x0, x1), (y0, y1) = ax.get_xlim(), ax.get_ylim()
    near = [
        t
        for t in ax.texts
        if t.get_text() == name.upper()
        or (abs(t.get_position()[0] - at[0]) < (x1 - x0) / 7 and abs(t.get_position()[1] - at[1]) < (y1 - y0) / 14)
    ]
    if near:
        return
    ax.text(
        *at, name.upper(), ha="center", va="center", zorder=3, path_effects=OUTLINE, color=style.SECONDARY,
        fontsize=style.LABEL if bold else style.NOTE, fontweight="bold" if bold else "normal", gid="land",
    )  # fmt: skip


def _inner(
    border: np.ndarray, rivers: np.ndarray, frame: Box, bar: Box, blocked: Box | None, room: float = 0.0
) -> tuple[float, float] | None:
    """Where a name is put: inside its land and the frame, off the ``bar`` of kilometres, as far as can be from border and rivers; None
    with less than ``room`` around."""
    xs, ys = np.meshgrid(np.linspace(frame.left, frame.right, 33)[3:-3], np.linspace(frame.bottom, frame.top, 33)[2:-2])
    points = np.column_stack([xs.ravel(), ys.ravel()])
    on_scale = bar.holds(points[:, 0], points[:, 1])
    inside = points[Polygon(border).contains_points(points) & _free(points, frame, blocked) & ~on_scale]
    if not len(inside):
        return None
    lines = np.vstack([border, rivers, *([] if blocked is None else [blocked.outline(9)])])
    depth = np.sqrt(((inside[:, None, :] - lines[None, :, :]) ** 2).sum(axis=2)).min(axis=1)
    edge = np.min([inside[:, 0] - frame.left, frame.right - inside[:, 0]], axis=0)
    depth = np.minimum(depth, edge)
    return tuple(inside[int(depth.argmax())].tolist()) if depth.max() >= room else None


def scale_bar(ax: Axes, km: int, at_right: bool) -> None:
    """A bar of so many kilometres in a lower corner, its length behind it."""
    (left, right), (bottom, top) = ax.get_xlim(), ax.get_ylim()
    told, long = f"{km} km", km / (DEGREE * square())
    point = (right - left) / (ax.get_window_extent().width / ax.figure.dpi * 72)
    x, y = right - (width_of(told) + 10) * point - long if at_right else left + (right - left) * 0.03, bottom + (top - bottom) * 0.05
    ax.plot([x, x + long], [y, y], color=style.TEXT, lw=1.6, solid_capstyle="butt", zorder=3)
    ax.annotate(told, (x + long, y), xytext=(4, 0), textcoords="offset points", va="center", fontsize=style.LABEL)
