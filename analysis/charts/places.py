"""Where the claims are, on a map drawn offline: the land behind it is in outlines.py."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import style
from analysis.charts.labels import Label, place, place_more
from analysis.charts.marks import headline, nothing, shows, some_of
from analysis.charts.outlines import RING, Box, draw_land, name_land, scale_bar, square

MOST_PLACES = 32
HEIGHTS: dict[str | float, float] = {"single": 3.7, "double": 4.1}  # inches
SLIDE_HEIGHT = 3.5
NO_TOWNS = ("Syria", "Iraq", "Syria and Iraq", "Badiya", "Euphrates")
SMALLEST = 2.6  # degrees of latitude that the map shows at least
CLOSE = (0.75, 0.45)  # degrees of longitude and latitude that the inset shows
FEWEST = 3  # towns that make an inset worth its room
MOST_HIDDEN = 0.02  # share of the claims that the inset may cover
INSET = (0.34, 0.5)  # share of the map that the inset takes
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
    """Where the claims are: a dot for each town, as large as the claims about it are many; the most crowded corner again, enlarged.

    No dot for a province or a country (ACCORD's caution about ACLED's maps), no shaded control (ISW's); provinces only in outline.
    """
    fig = style.figure(width, HEIGHTS.get(width, SLIDE_HEIGHT))
    ax = fig.subplots()
    rows = claims[claims["lat"].notna() & claims["lon"].notna() & ~claims["place"].isin(NO_TOWNS)]
    rows = rows[rows["place"] != rows["admin1"]]
    if rows.empty:
        nothing(ax, "a town with known coordinates")
        return fig
    towns = rows.groupby("place").agg(lat=("lat", "first"), lon=("lon", "first"), claims=("claim_id", "size"))
    towns = towns.sort_values(["claims", "lat"], ascending=False, kind="stable")
    note = f"Dot and number: claims about that town. {len(claims) - len(rows)} of {len(claims)} claims, about a province, a country or no "
    note += (
        "place, are left out. Thin lines: provinces. Rings: cities, for orientation. No territory is shaded: articles state no outlines."
    )
    told = some_of(len(rows), len(claims), ("claim", "claims"), ("is", "are"))
    title = f"{told} about a town or village, {'most often ' if len(towns) > 1 else ''}{towns.index[0]}"
    headline(ax, title, f"{note} {_named(len(towns), len(towns))}")
    shows(ax, rows, "; ".join(f"{name}: {n}" for name, n in towns["claims"].items()))
    frame = _frame(ax, towns)
    named = towns.head(MOST_PLACES)
    inset = _inset(frame, towns, named)
    inside = pd.Series(False, index=towns.index) if inset is None else inset.shown.holds(towns["lon"], towns["lat"])
    close = None if inset is None else _enlarge(ax, inset, towns)
    blocked = None if inset is None else frame.part(inset.left, inset.bottom, inset.wide, inset.tall)
    land = draw_land(ax, frame, blocked)
    names = name_land(ax, frame, towns, blocked)
    _dots(ax, towns)
    scale_bar(ax, 50 if frame.top - frame.bottom < 5 else 100)
    panels = [(ax, _labels(towns[~inside].head(MOST_PLACES)))] + ([] if close is None else [(close, _labels(towns[inside]))])
    left_out = place(panels)
    headline(ax, title, f"{note} {_named(sum(len(labels) for _, labels in panels) - left_out, len(towns))}")
    for course in land:
        next((at for at in course if not place_more(ax, [at])), None)
    place_more(ax, names)
    _give_way(ax)
    return fig


def _named(some: int, of: int) -> str:
    return f"Named: {some} of {of} dots, those of most claims where a name has room." if some < of else ""


def _give_way(ax: Axes) -> None:
    """Take away rings whose name found no room, which help nobody, and names of land where a town is."""
    labels = [text for text in ax.texts if text.get_gid() == "label"]
    named = {tuple(text.xy) for text in labels}
    for ring in [line for line in ax.lines if line.get_gid() == RING and (line.get_xdata()[0], line.get_ydata()[0]) not in named]:
        ring.remove()
    dots = ax.transData.transform(np.vstack([found.get_offsets() for found in ax.collections]))
    for text in [text for text in ax.texts if text.get_gid() == "land"]:
        around = text.get_window_extent()
        if around.padded(2).count_contains(dots) or around.count_overlaps([label.get_window_extent() for label in labels]):
            text.remove()


def _labels(towns: pd.DataFrame) -> list[Label]:
    return [Label(f"{name} ({row['claims']:.0f})", row["lon"], row["lat"], near=True) for name, row in towns.iterrows()]


def _dots(ax: Axes, towns: pd.DataFrame) -> None:
    ax.scatter(towns["lon"], towns["lat"], s=8 + 6 * np.sqrt(towns["claims"]), color=DOT, edgecolor="white", lw=0.5, zorder=4)


def _frame(ax: Axes, towns: pd.DataFrame) -> Box:
    """An extent that holds all towns and their names, in the proportions that the layout leaves to the map."""
    middle_lat, middle_lon = (towns[c].agg(["min", "max"]).mean() for c in ("lat", "lon"))
    shape = _shape(ax)
    tall = max(np.ptp(towns["lat"]) + 0.8, (np.ptp(towns["lon"]) + 1.6) / shape, SMALLEST)
    return Box.around(middle_lon, middle_lat, tall * shape, tall).show(ax)


def _shape(ax: Axes) -> float:
    """Degrees of longitude for each degree of latitude that the axes have room for."""
    ax.set(xticks=[], yticks=[])
    ax.figure.draw_without_rendering()
    room = ax.get_window_extent()
    return float(room.width / room.height / square())


def _inset(frame: Box, towns: pd.DataFrame, named: pd.DataFrame) -> Inset | None:
    """The window with most of the named towns, and the corner that hides least; None where the towns stand apart anyway."""
    windows = [Box.around(lon, lat, *CLOSE) for lon, lat in zip(named["lon"], named["lat"], strict=True)]
    full = max(windows, key=lambda box: int(box.holds(named["lon"], named["lat"]).sum()))
    found = named[full.holds(named["lon"], named["lat"])]
    if len(found) < FEWEST:
        return None
    shown = Box.around(found["lon"].agg(["min", "max"]).mean(), found["lat"].agg(["min", "max"]).mean(), *CLOSE)
    wide, tall = INSET
    corners = [Inset(shown, left, bottom, wide, tall) for left, bottom in ((0.99 - wide, 0.48), (0.99 - wide, 0.02), (0.01, 0.48))]
    hidden = [
        int(towns["claims"][frame.part(c.left - 0.02, c.bottom - 0.05, wide + 0.04, tall + 0.1).holds(towns["lon"], towns["lat"])].sum())
        for c in corners
    ]
    return corners[int(np.argmin(hidden))] if min(hidden) <= MOST_HIDDEN * towns["claims"].sum() else None


def _enlarge(ax: Axes, inset: Inset, towns: pd.DataFrame) -> Axes:
    """The inset, without labels yet, and on the map the box that it enlarges."""
    close = ax.inset_axes((inset.left, inset.bottom, inset.wide, inset.tall), zorder=8)
    shape = _shape(close)
    tall = max(CLOSE[1], CLOSE[0] / shape)
    shown = Box.around(*inset.shown.middle(), tall * shape, tall).show(close)
    draw_land(close, shown, None)
    _dots(close, towns[shown.holds(towns["lon"], towns["lat"])])
    scale_bar(close, 10)
    for spine in close.spines.values():
        spine.set(color=style.TEXT, lw=0.6)
    ax.plot(*shown.outline().T, color=style.TEXT, lw=0.6, zorder=5, gid="land")
    return close
