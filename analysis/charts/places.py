"""Where the claims are, on a map drawn offline: the land behind it is in outlines.py."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import style, wording
from analysis.charts.dotplot import NARROW
from analysis.charts.labels import OUTLINE, Label, lay_out, marks_of, place, place_more
from analysis.charts.marks import headline, nothing, shows, some_of
from analysis.charts.outlines import RING, Box, draw_land, name_land, scale_at_right, scale_bar, square

MOST_PLACES = 32
HEIGHTS: dict[str | float, float] = {"single": 3.7, "double": 4.1}  # inches
SLIDE_HEIGHT = 3.5
HEAD = 0.55  # inches of it that go to title and note
NO_TOWNS = ("Syria", "Iraq", "Syria and Iraq", "Badiya", "Euphrates")
SMALLEST = 2.6  # degrees of latitude that the map shows at least
MARGIN = (1.6, 0.8)  # degrees of longitude and latitude around the towns, for their names
CLOSE = (0.75, 0.45)  # degrees of longitude and latitude that an enlargement shows at least
FEWEST = 3  # towns that make an enlargement worth its room
CROWDED = 14.0  # points between two dots, below which neither has room for its name
ENLARGED = 0.17  # share of the map's width that an enlargement shows at most
LETTERS = "ab"  # of enlargements, at most so many
MOST_HIDDEN = 0.02  # share of the claims that an inset may cover
INSET = (0.34, 0.5)  # share of the map that an inset takes
ROOM = 1.5  # times the stretch that its towns take, an enlargement shows
WIDE_ENOUGH = 1.2  # degrees of an enlargement, above which its bar is of 20 km
BELOW, BESIDE = 1.35, 0.42  # enlargements: inches of height under a narrow map, share of a wide one's width beside it
LETTER: dict[str, Any] = {
    "textcoords": "offset points", "fontsize": style.LABEL, "fontweight": "bold", "path_effects": OUTLINE, "gid": "panel",
}  # fmt: skip
CORNERS = ((0, 1), (1, 1), (0, 0), (1, 0))  # of a box, at which its letter stands, the best first
FRAME = "frame"  # what the box of an enlargement is known by
DOT = style.COLOURS["civilians"]


@dataclass(frozen=True, slots=True)
class Inset:
    """What a second, larger map shows, and in which corner of the first it stands (shares of its axes)."""

    shown: Box
    left: float
    bottom: float
    wide: float
    tall: float


def claims_map(claims: pd.DataFrame, width: str | float = "single") -> Figure:
    """Where the claims are: a dot for each town, as large as the claims about it are many; the most crowded stretches again, enlarged.

    One crowded stretch is enlarged in a free corner, more of them under the map or beside it. No dot for a province or a country
    (ACCORD's caution about ACLED's maps), no shaded control (ISW's); provinces only in outline.
    """
    fig = style.figure(width, HEIGHTS.get(width, SLIDE_HEIGHT))
    rows = claims[claims["lat"].notna() & claims["lon"].notna() & ~claims["place"].isin(NO_TOWNS)]
    rows = rows[rows["place"] != rows["admin1"]]
    if rows.empty:
        nothing(fig.subplots(), "a town with known coordinates")
        return fig
    towns = rows.groupby("place").agg(lat=("lat", "first"), lon=("lon", "first"), claims=("claim_id", "size"))
    towns = towns.sort_values(["claims", "lat"], ascending=False, kind="stable")
    crowds = _crowds(towns, fig.get_figwidth() * 72)
    inset = _inset(_extent(towns, fig.get_figwidth() / (fig.get_figheight() - HEAD) / square()), towns, crowds)
    letters = LETTERS[: len(crowds)] if inset is None else ""
    ax, *panels = _panels(fig, towns, letters)
    note = f"Dot and number: claims about that town. {len(claims) - len(rows)} of {len(claims)} claims, about a province, a country or no "
    note += (
        "place, are left out. Thin lines: provinces. Rings: cities, for orientation. No territory is shaded: articles state no outlines."
    )
    note += f" {wording.listed(list(letters))}: crowded stretches, enlarged." if letters else ""
    told = some_of(len(rows), len(claims), ("claim", "claims"), ("is", "are"))
    title = f"{told} about a town or village, {'most often ' if len(towns) > 1 else ''}{towns.index[0]}"
    headline(ax, title, f"{note} {_named(len(towns), len(towns))}")
    shows(ax, rows, "; ".join(f"{name}: {n}" for name, n in towns["claims"].items()))
    frame = _extent(towns, _shape(ax)).show(ax)
    blocked = None if inset is None else frame.part(inset.left, inset.bottom, inset.wide, inset.tall)
    if inset is not None:
        panels = [ax.inset_axes((inset.left, inset.bottom, inset.wide, inset.tall), zorder=8)]
    enlarged = [
        _enlarge(ax, close, crowd, towns, letter)
        for close, crowd, letter in zip(panels, crowds, letters or [""] * len(crowds), strict=True)
    ]
    land = draw_land(ax, frame, blocked)
    names = name_land(ax, frame, towns, blocked, enlarged if letters else [])
    _dots(ax, towns)
    for shown, letter in zip(enlarged, letters, strict=False):
        _letter(ax, shown, letter)
    scale_bar(ax, 50 if frame.top - frame.bottom < 5 else 100, scale_at_right(frame, towns))
    named, left = list[tuple[Axes, list[Label]]](), towns
    for close, shown in zip(panels, enlarged, strict=True):
        inside = shown.holds(left["lon"], left["lat"])
        named.append((close, _labels(left[inside])))
        left = left[~inside]
    named.append((ax, _labels(left.head(MOST_PLACES))))
    left_out = place(named)
    headline(ax, title, f"{note} {_named(sum(len(labels) for _, labels in named) - left_out, len(towns))}")
    for course in land:
        next((at for at in course if not place_more(ax, [at])), None)
    place_more(ax, names)
    _give_way(ax)
    return fig


def _panels(fig: Figure, towns: pd.DataFrame, names: str) -> list[Axes]:
    """The axes of the map and of enlargements: under a narrow map, which is then as high as its towns need, or beside a wide one."""
    if not names:
        return [fig.subplots()]
    if fig.get_figwidth() < NARROW:
        wide, tall = np.ptp(towns["lon"]) + MARGIN[0], np.ptp(towns["lat"]) + MARGIN[1]
        height = min(fig.get_figheight() - HEAD, fig.get_figwidth() * tall / wide / square())
        fig.set_figheight(HEAD + height + BELOW)
        found = fig.subplot_mosaic([["map"] * len(names), list(names)], height_ratios=[height, BELOW])
    else:
        found = fig.subplot_mosaic([["map", name] for name in names], width_ratios=[1, BESIDE])
    return [found["map"], *(found[name] for name in names)]


def _named(some: int, of: int) -> str:
    return f"Named: {some} of {of} dots, those of most claims where a name has room." if some < of else ""


def _give_way(ax: Axes) -> None:
    """Take away rings whose name found no room, which help nobody, and names of land where a town or the box of an enlargement is."""
    words = [text.get_window_extent() for text in ax.texts if text.get_gid() in ("label", "panel")]
    labels = [text for text in ax.texts if text.get_gid() == "label"]
    named = {tuple(text.xy) for text in labels}
    for ring in [line for line in ax.lines if line.get_gid() == RING and (line.get_xdata()[0], line.get_ydata()[0]) not in named]:
        ring.remove()
    frames = [line.get_path().transformed(line.get_transform()) for line in ax.lines if line.get_gid() == FRAME]
    dots = ax.transData.transform(np.vstack([found.get_offsets() for found in ax.collections]))
    for text in [text for text in ax.texts if text.get_gid() == "land"]:
        around = text.get_window_extent()
        met = around.padded(2).count_contains(dots) or around.count_overlaps(words)
        if met or any(frame.intersects_bbox(around, filled=False) for frame in frames):
            text.remove()


def _labels(towns: pd.DataFrame) -> list[Label]:
    radii = np.sqrt(_area(towns)) / 2
    return [Label(f"{name} ({row['claims']:.0f})", row["lon"], row["lat"], near=True, radius=radii[name]) for name, row in towns.iterrows()]


def _dots(ax: Axes, towns: pd.DataFrame) -> None:
    ax.scatter(towns["lon"], towns["lat"], s=_area(towns), color=DOT, edgecolor="white", lw=0.5, zorder=4)


def _area(towns: pd.DataFrame) -> pd.Series:
    """The area of each dot, in square points."""
    return 8 + 6 * np.sqrt(towns["claims"])


def _extent(towns: pd.DataFrame, shape: float) -> Box:
    """The land that holds all towns and their names; ``shape``: degrees of longitude for each degree of latitude."""
    middle_lat, middle_lon = (towns[c].agg(["min", "max"]).mean() for c in ("lat", "lon"))
    tall = max(np.ptp(towns["lat"]) + MARGIN[1], (np.ptp(towns["lon"]) + MARGIN[0]) / shape, SMALLEST)
    return Box.around(middle_lon, middle_lat, tall * shape, tall)


def _shape(ax: Axes) -> float:
    """Degrees of longitude for each degree of latitude that the axes have room for."""
    ax.set(xticks=[], yticks=[])
    lay_out(ax.figure)
    room = ax.get_window_extent()
    return float(room.width / room.height / square())


def _crowds(towns: pd.DataFrame, width: float) -> list[Box]:
    """The stretches of land with most towns that stand too close for their names on a map ``width`` points wide; of as many, those of most
    claims."""
    degrees = max(float(np.ptp(towns["lon"])) + MARGIN[0], SMALLEST / square())
    points = towns[["lon", "lat"]].to_numpy() * (width / degrees) * (1, 1 / square())
    apart = np.hypot(*(points[:, None, :] - points[None, :, :]).transpose(2, 0, 1)) + np.diag([np.inf] * len(points))
    left = towns[apart.min(axis=1) < CROWDED] if len(towns) > 1 else towns.iloc[:0]
    size = max(CLOSE[0], ENLARGED * degrees)
    found = list[Box]()
    while len(left) and len(found) < len(LETTERS):
        windows = [Box.around(lon, lat, size, size * CLOSE[1] / CLOSE[0]) for lon, lat in zip(left["lon"], left["lat"], strict=True)]
        held = [left["claims"][box.holds(left["lon"], left["lat"])] for box in windows]
        most = max(range(len(held)), key=lambda at: (len(held[at]), int(held[at].sum())))
        inside = towns[windows[most].holds(towns["lon"], towns["lat"])]
        if len(inside) >= FEWEST:
            lon, lat = (inside[name].agg(["min", "max"]) for name in ("lon", "lat"))
            wide, tall = max(CLOSE[0], np.ptp(lon) * ROOM), max(CLOSE[1], np.ptp(lat) * ROOM)
            found.append(Box.around(lon.mean(), lat.mean(), wide, tall))
        left = left.drop(inside.index, errors="ignore")
    return found


def _inset(frame: Box, towns: pd.DataFrame, crowds: list[Box]) -> Inset | None:
    """The only crowd in the corner of the map that hides least; None where each hides too much, or there are more crowds or none."""
    if len(crowds) != 1:
        return None
    wide, tall = INSET
    corners = [Inset(crowds[0], left, bottom, wide, tall) for left, bottom in ((0.99 - wide, 0.48), (0.99 - wide, 0.02), (0.01, 0.48))]
    hidden = [
        int(towns["claims"][frame.part(c.left - 0.02, c.bottom - 0.05, wide + 0.04, tall + 0.1).holds(towns["lon"], towns["lat"])].sum())
        for c in corners
    ]
    return corners[int(np.argmin(hidden))] if min(hidden) <= MOST_HIDDEN * towns["claims"].sum() else None


def _enlarge(ax: Axes, close: Axes, crowd: Box, towns: pd.DataFrame, letter: str) -> Box:
    """Draw an enlargement, without labels yet, and on the map the box that it shows, with its letter; returns what it shows."""
    shape = _shape(close)
    tall = max(crowd.top - crowd.bottom, (crowd.right - crowd.left) / shape)
    shown = Box.around(*crowd.middle(), tall * shape, tall).show(close)
    draw_land(close, shown, None)
    _dots(close, towns[shown.holds(towns["lon"], towns["lat"])])
    scale_bar(close, 10 if shown.right - shown.left < WIDE_ENOUGH else 20, scale_at_right(shown, towns))
    for spine in close.spines.values():
        spine.set(color=style.TEXT, lw=0.6)
    ax.plot(*shown.outline().T, color=style.TEXT, lw=0.6, zorder=5, gid=FRAME)
    if letter:
        close.annotate(letter, (0, 1), xycoords="axes fraction", xytext=(3, -3), va="top", **LETTER)
    return shown


def _letter(ax: Axes, shown: Box, letter: str) -> None:
    """The letter of an enlargement over or under a corner of its box on the map, where no dot or ring is."""
    point = ax.figure.dpi / 72
    marks = np.array([*marks_of(ax, point)])[:, :2]
    for right, over in CORNERS:
        at = shown.right if right else shown.left, shown.top if over else shown.bottom
        written = ax.annotate(
            letter, at, xytext=(-3 if right else 3, 2 if over else -2), ha="right" if right else "left", va="bottom" if over else "top",
            **LETTER,
        )  # fmt: skip
        around = written.get_window_extent().padded(2 * point)
        if not around.count_contains(marks) and ax.get_window_extent().count_contains(around.corners()) == len(CORNERS):
            return
        written.remove()
