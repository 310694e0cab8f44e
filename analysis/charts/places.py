"""Where the claims are, on a map drawn offline."""

import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.path import Path as Polygon

from analysis import style
from analysis.charts.labels import OUTLINE, Label
from analysis.charts.marks import nothing
from analysis.charts.timelines import label_or_say

MOST_PLACES = 18
LATITUDE = 35.5  # degrees, the middle of the map: a degree of longitude there is cos(35.5°) of one of latitude
DEGREE = 111.2  # km in a degree of latitude
NO_TOWNS = ("Syria", "Iraq", "Syria and Iraq", "Badiya", "Euphrates")
OUTLINES = Path(__file__).parents[2] / "data" / "outlines" / "outlines.geojson"
RIVER = "#6FA8CF"
SMALLEST = 3.0  # degrees of latitude that the map shows at least


def claims_map(claims: pd.DataFrame, width: str = "single") -> Figure:
    """Where the claims are: towns as dots by the number of claims, provinces and countries not drawn as points (ACCORD's caution)."""
    fig = style.figure(width, 3.9)
    ax = fig.subplots()
    rows = claims[claims["lat"].notna() & claims["lon"].notna() & ~claims["place"].isin(NO_TOWNS)]
    rows = rows[rows["place"] != rows["admin1"]]
    if rows.empty:
        nothing(ax, "a town with known coordinates")
        return fig
    towns = rows.groupby("place").agg(lat=("lat", "first"), lon=("lon", "first"), claims=("claim_id", "size"))
    towns = towns.sort_values(["claims", "lat"], ascending=False, kind="stable")
    _frame(ax, towns)
    names = _outlines(ax)
    ax.scatter(
        towns["lon"],
        towns["lat"],
        s=10 + 9 * np.sqrt(towns["claims"]),
        color=style.COLOURS["civilians"],
        edgecolor="white",
        lw=0.5,
        zorder=4,
    )
    _scale_bar(ax)
    labels = [Label(f"{name} ({row['claims']:.0f})", row["lon"], row["lat"]) for name, row in towns.head(MOST_PLACES).iterrows()] + names
    note = f"Dot and number: claims about that town. {len(claims) - len(rows)} of {len(claims)} claims, about a province, a country or no "
    note += "place, are left out. Borders and rivers are sketched, good to some 10 km."
    label_or_say(ax, f"{len(rows)} claims name a town or village, most of them {towns.index[0]}", note, labels)
    return fig


def _frame(ax: Axes, towns: pd.DataFrame) -> None:
    """An extent that holds all towns and their names, in the figure's own proportions."""
    middle_lat, middle_lon = (towns[c].agg(["min", "max"]).mean() for c in ("lat", "lon"))
    stretch = np.cos(np.radians(LATITUDE))
    shape = ax.figure.get_figwidth() / (ax.figure.get_figheight() - 0.7)
    tall = max(np.ptp(towns["lat"]) + 0.8, (np.ptp(towns["lon"]) + 1.6) * stretch / shape, SMALLEST)
    wide = tall * shape / stretch
    ax.set_xlim(middle_lon - wide / 2, middle_lon + wide / 2)
    ax.set_ylim(middle_lat - tall / 2, middle_lat + tall / 2)
    ax.set_aspect(1 / stretch)
    ax.set_xticks([])
    ax.set_yticks([])
    for spine in ax.spines.values():
        spine.set(visible=True, color=style.RULE)


def _outlines(ax: Axes) -> list[Label]:
    """Borders dashed, rivers in blue, the names of countries; returns the rivers' names, to place where there is room."""
    if not OUTLINES.exists():
        return []
    (left, right), (bottom, top) = ax.get_xlim(), ax.get_ylim()
    features = json.loads(OUTLINES.read_text(encoding="utf-8"))["features"]
    rivers = {f["properties"]["name"]: np.array(f["geometry"]["coordinates"]) for f in features if f["properties"]["kind"] == "river"}
    names = []
    for name, path in rivers.items():
        ax.plot(path[:, 0], path[:, 1], color=RIVER, lw=1.3, zorder=2)
        inside = path[(path[:, 0] > left) & (path[:, 0] < right) & (path[:, 1] > bottom) & (path[:, 1] < top)]
        if len(inside):
            names.append(Label(name, *inside[len(inside) // 2], colour=style.SECONDARY))
    drawn: set[frozenset[tuple[float, float]]] = set()
    for feature in features:
        if feature["properties"]["kind"] != "country":
            continue
        border = np.array(feature["geometry"]["coordinates"][0])
        for run in _runs([tuple(point) for point in border], drawn):
            ax.plot(*zip(*run, strict=True), color=style.SECONDARY, lw=0.8, ls=(0, (4, 2)), zorder=1)
        at = _inner(border, np.vstack(list(rivers.values())), (left, right, bottom, top))
        if at is not None:
            ax.text(
                *at, feature["properties"]["name"].upper(), ha="center", va="center", zorder=3, fontsize=style.LABEL,
                color=style.SECONDARY, path_effects=OUTLINE,
            )  # fmt: skip
    return names


def _runs(points: list[tuple[float, float]], drawn: set[frozenset[tuple[float, float]]]) -> list[list[tuple[float, float]]]:
    """The stretches of a border that no neighbour has drawn yet: two dashed lines over each other look like a whole one."""
    runs: list[list[tuple[float, float]]] = [[]]
    for one, other in pairwise(points):
        if frozenset((one, other)) in drawn:
            runs.append([])
            continue
        drawn.add(frozenset((one, other)))
        runs[-1] += [one, other] if not runs[-1] else [other]
    return [run for run in runs if run]


def _inner(border: np.ndarray, rivers: np.ndarray, frame: tuple[float, float, float, float]) -> tuple[float, float] | None:
    """Where a country's name is put: inside it and the frame, as far as can be from its border and the rivers; None outside."""
    left, right, bottom, top = frame
    xs, ys = np.meshgrid(np.linspace(left, right, 25)[3:-3], np.linspace(bottom, top, 25)[3:-3])
    points = np.column_stack([xs.ravel(), ys.ravel()])
    inside = points[Polygon(border).contains_points(points)]
    if not len(inside):
        return None
    lines = np.vstack([border, rivers])
    depth = np.sqrt(((inside[:, None, :] - lines[None, :, :]) ** 2).sum(axis=2)).min(axis=1)
    deepest = inside[int(depth.argmax())]
    return float(deepest[0]), float(deepest[1])


def _scale_bar(ax: Axes, km: int = 50) -> None:
    (left, right), (bottom, top) = ax.get_xlim(), ax.get_ylim()
    length = km / (DEGREE * np.cos(np.radians(LATITUDE)))
    x, y = left + (right - left) * 0.03, bottom + (top - bottom) * 0.04
    ax.plot([x, x + length], [y, y], color=style.TEXT, lw=1.6, solid_capstyle="butt", zorder=3)
    ax.annotate(f"{km} km", (x + length, y), xytext=(4, 0), textcoords="offset points", va="center", fontsize=style.LABEL)
