"""Every chart at every width: words apart and inside, colours told apart by everyone, a source line, sizes in millimetres."""

import re
from collections.abc import Callable
from itertools import combinations, pairwise
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from colorspacious import cspace_convert, deltaE
from matplotlib.axes import Axes
from matplotlib.axis import Axis, Tick
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from analysis import charts, explorer, style
from analysis.charts.agreement import HEDGES
from analysis.charts.marks import sign, told
from analysis.charts.places import NO_TOWNS
from analysis.session import drawn, slide

CHARTS = (
    charts.deaths_by_event,
    charts.running_totals,
    charts.held_and_released,
    charts.remaining_fighters,
    charts.parts_of_totals,
    charts.flight,
    charts.displacement_rates,
    charts.territory,
    charts.territory_shares,
    charts.hedging,
    charts.quoted_on,
    charts.overview,
    charts.claims_map,
    charts.by_source,
)
SIGHTS = {"normal": None, "deuteranopia": "deuteranomaly", "protanopia": "protanomaly"}
TOLD_APART = 15.0  # CAM02-UCS distance that no two groups may fall below; their shapes differ as well
GROUPS = [group for group in style.COLOURS if group]


FigureOf = Callable[..., Figure]
Tables = dict[str, pd.DataFrame]
TablesOf = Callable[[str], Tables]
FramesOf = Callable[..., list[pd.DataFrame]]


@pytest.fixture
def seeds(tables_of: TablesOf) -> pd.DataFrame:
    return tables_of("seeds")["claims"]


@pytest.fixture(params=["seeds", "wire"])
def source(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def tables(source: str, tables_of: TablesOf) -> Tables:
    return tables_of(source)


@pytest.fixture
def claims(tables: Tables) -> pd.DataFrame:
    return tables["claims"]


def texts(fig: Figure) -> list[Text]:
    axes = [*fig.axes, *(child for ax in fig.axes for child in ax.child_axes)]
    return [t for t in (*fig.texts, *(t for ax in axes for t in (*ax.texts, *ticks(ax)))) if t.get_text().strip() and t.get_visible()]


def ticks(ax: Axes) -> list[Text]:
    """The words at the ticks that are seen."""
    shown = (ax.xaxis, ax.yaxis) if ax.axison else ()
    return [t.label1 for axis in shown for t in axis.get_major_ticks() if t.label1.get_visible() and _seen(axis, t)]


def _seen(axis: Axis, tick: Tick) -> bool:
    low, high = sorted(axis.get_view_interval())
    return bool(low <= tick.get_loc() <= high)


def box(text: Text) -> Bbox:
    """Where the words themselves stand, without the thin line to their mark."""
    return words_in(Text.get_window_extent(text))


def words_in(extent: Bbox) -> Bbox:
    """The extent of a text without the font's inner leading."""
    return extent.shrunk(0.98, 0.8)


@pytest.mark.parametrize("width", ["double", "single"])
@pytest.mark.parametrize("chart", CHARTS, ids=lambda c: c.__name__)
def test_words_stay_apart_and_inside(chart: object, width: str, source: str, figure_of: FigureOf) -> None:
    fig = figure_of(chart, source, width)
    found = [t for t in texts(fig) if t.get_gid() != "land"]
    around = [(t.get_text(), Text.get_window_extent(t)) for t in found]
    boxes = [(text, words_in(extent)) for text, extent in around]
    clashes = [(one, other) for (one, a), (other, b) in combinations(boxes, 2) if a.overlaps(b)]
    assert clashes == []
    page = fig.bbox.padded(2)
    outside = [text for text, extent in around if not (page.x0 <= extent.x0 and extent.x1 <= page.x1)]
    assert outside == []
    assert min(t.get_fontsize() for t in found) >= style.NOTE


def leaders(fig: Figure) -> list[tuple[Text, np.ndarray]]:
    """Each label with a thin line to its mark, and that line in pixels, its last piece at the mark left out."""
    found = []
    for ax in fig.axes:
        for text in (t for t in ax.texts if t.get_gid() == "label" and t.arrow_patch):
            (x0, y0), *_, (x1, y1) = text.arrow_patch.get_path().vertices
            along = np.linspace(0, 0.95, 60)
            found.append((text, np.column_stack([x0 + (x1 - x0) * along, y0 + (y1 - y0) * along])))
    return found


@pytest.mark.parametrize("width", ["double", "single"])
@pytest.mark.parametrize("chart", [charts.overview, charts.flight, charts.territory], ids=lambda c: c.__name__)
def test_no_leader_crosses_other_words(chart: object, width: str, source: str, figure_of: FigureOf) -> None:
    fig = figure_of(chart, source, width)
    words = [t for t in texts(fig) if t.get_gid() not in ("headline", "note", "source")]
    crossed = [
        (text.get_text(), other.get_text())
        for text, line in leaders(fig)
        for other in words
        if other is not text and box(other).count_contains(line)
    ]
    assert crossed == []


@pytest.mark.parametrize("width", ["double", "single"])
def test_a_town_is_named_at_its_dot(width: str, source: str, claims: pd.DataFrame, figure_of: FigureOf) -> None:
    """The words begin no more than 2 mm from what they name, or a line leads to it; a dot without a name is admitted."""
    fig = figure_of(charts.claims_map, source, width)
    axes = [*fig.axes, *fig.axes[0].child_axes]
    named = [(ax, t) for ax in axes for t in ax.texts if t.get_gid() == "label"]
    away = {}
    for ax, text in named:
        x, y = ax.transData.transform(text.xy)
        around = Text.get_window_extent(text)
        if text.arrow_patch:
            continue
        away[text.get_text()] = np.hypot(x - np.clip(x, around.x0, around.x1), y - np.clip(y, around.y0, around.y1)) / fig.dpi * 25.4
    assert max(away.values()) <= 2
    towns = {t.get_text() for _, t in named if t.get_text().endswith(")")}
    placed = claims[claims["lat"].notna() & ~claims["place"].isin(NO_TOWNS) & (claims["place"] != claims["admin1"])]["place"].nunique()
    assert (f"Named: {len(towns)} of {placed} dots" in told(fig)[1]) == (len(towns) < placed)


@pytest.mark.parametrize("chart", [charts.deaths_by_event, charts.running_totals, charts.flight, charts.overview], ids=lambda c: c.__name__)
def test_the_key_names_what_is_drawn(chart: object, source: str, figure_of: FigureOf) -> None:
    fig = figure_of(chart, source)
    lines = [line for ax in fig.axes for line in ax.lines]
    hollow = [line for line in lines if line.get_marker() in style.MARKERS.values() and line.get_markerfacecolor() == "white"]
    arrows = [t for ax in fig.axes[:2] for t in ax.texts if not t.get_text() and t.arrow_patch]
    bars = [line for ax in fig.axes[:2] for line in ax.lines if line.get_linewidth() == 5.5 and line.get_linestyle() == "-"]
    note = told(fig)[1]
    assert (("Hollow:" in note), ("Arrow:" in note), ("Pale bars:" in note)) == (bool(hollow), bool(arrows), bool(bars))


@pytest.mark.parametrize("chart", [charts.held_and_released, charts.quoted_on, charts.overview], ids=lambda c: c.__name__)
def test_a_slide_is_read_from_afar(chart: Callable[..., Axes | Figure], tables: Tables, frames_of: FramesOf) -> None:
    """On a slide of 13.33 inches labels have 12 points and notes 10."""

    def at(width: float) -> Figure:
        fig = drawn(chart, *frames_of(chart, tables), width=width)
        sign(fig, "a source")
        return fig

    assert style.LABEL * 13.33 / slide(at).get_figwidth() >= 12


@pytest.mark.parametrize("width", ["double", "single"])
def test_each_panel_names_its_largest_figure(width: str, source: str, figure_of: FigureOf) -> None:
    fig = figure_of(charts.by_source, source, width)
    assert [len([t for t in ax.texts if t.get_gid() == "largest" and "…" not in t.get_text()]) for ax in fig.axes if ax.lines] == [1] * 6


def test_nothing_to_draw_is_one_line_of_words(tables_of: TablesOf, frames_of: FramesOf) -> None:
    none = {name: frame.iloc[:0] for name, frame in tables_of("seeds").items()}
    for chart in CHARTS:
        fig = drawn(chart, *frames_of(chart, none), width="double")
        sign(fig, "a source")
        assert fig.get_figheight() < 0.6
        assert told(fig)[0].startswith("No statement about")


def test_what_the_overview_leaves_out(seeds: pd.DataFrame, tables_of: TablesOf) -> None:
    """Statements of years before are counted; a running total says from which year it counts."""
    total = seeds[(seeds["scope"] == "cumulative") & (seeds["measure"] == "killed")].head(1)
    old = seeds[seeds["measure"] == "killed"].head(2)
    early = pd.Timestamp("2014-08-01")
    more = [old.assign(claim_id=["x1", "x2"], date_start=early, date_end=early, part_of=pd.NA, same_as=pd.NA)]
    more.append(total.assign(claim_id="x3", date_start=early, date_precision="month"))
    years = pd.concat([seeds, *more], ignore_index=True)
    fig = charts.overview(tables_of("seeds")["events"], years)
    title, note = told(fig)
    assert "2 statements before " in note
    assert title.startswith("Since Sep 2017: ")
    labels = [t.get_text() for ax in fig.axes for t in ax.texts]
    assert [label for label in labels if label.endswith("IS fighters since Aug 2014")]


@pytest.mark.parametrize("colours", [style.COLOURS, explorer.DARK], ids=["light", "dark"])
@pytest.mark.parametrize("sight", SIGHTS)
def test_groups_are_told_apart(sight: str, colours: dict[str | None, str]) -> None:
    space = {"name": "sRGB1+CVD", "cvd_type": SIGHTS[sight], "severity": 100} if SIGHTS[sight] else "sRGB1"
    seen = {g: np.clip(cspace_convert(plt.matplotlib.colors.to_rgb(colours[g]), space, "sRGB1"), 0, 1) for g in GROUPS}
    near = {(a, b): float(deltaE(seen[a], seen[b], input_space="sRGB1")) for a, b in combinations(GROUPS, 2)}
    assert {pair: round(d, 1) for pair, d in near.items() if d < TOLD_APART} == {}


def test_groups_have_shapes_of_their_own() -> None:
    """In grey print the shape tells them apart."""
    assert len({style.MARKERS[group] for group in GROUPS}) == len(GROUPS)


@pytest.mark.parametrize("colour", [*style.COLOURS.values(), style.TEXT, style.SECONDARY])
def test_colours_are_seen_on_white(colour: str) -> None:
    assert 1.05 / brightness(colour) >= (4.5 if colour in (style.TEXT, style.SECONDARY) else 3.0)


@pytest.mark.parametrize("colour", explorer.DARK.values())
def test_colours_of_the_dark_are_seen_on_it(colour: str) -> None:
    assert brightness(colour) / brightness("#16181b") >= 3.0


def brightness(colour: str) -> float:
    """Relative luminance and the flare of a screen, as contrast is reckoned."""
    channels = np.array(plt.matplotlib.colors.to_rgb(colour))
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722]) + 0.05


@pytest.mark.parametrize(("width", "mm"), [("single", 89), ("double", 183)])
def test_a_figure_is_as_wide_as_its_name_says(width: str, mm: int, seeds: pd.DataFrame, figure_of: FigureOf, tmp_path: Path) -> None:
    fig = figure_of(charts.overview, "seeds", width)
    style.save_figure(fig, "x", tmp_path, source="a source", data=seeds, alt="words", title="T", note="How to read.", formats=("pdf",))
    found = re.search(rb"/MediaBox \[ 0 0 ([\d.]+)", (tmp_path / "x.pdf").read_bytes())
    assert found and float(found[1]) == pytest.approx(mm / 25.4 * 72, abs=0.5)
    assert (tmp_path / "x.caption.txt").read_text() == "T.\nHow to read. Source: a source.\n"


def test_the_source_line_moves_nothing(tables: Tables) -> None:
    fig = charts.overview(tables["events"], tables["claims"])
    fig.draw_without_rendering()
    before = [ax.get_window_extent().height for ax in fig.axes]
    sign(fig, "a source")
    fig.draw_without_rendering()
    assert [ax.get_window_extent().height for ax in fig.axes] == pytest.approx(before, abs=1)
    assert fig.texts[-1].get_text() == "Source: a source"


def test_the_overview_states_its_finding(figure_of: FigureOf) -> None:
    title = told(figure_of(charts.overview, "seeds"))[0]
    assert title.startswith("54 people killed in one event (Susah), more than 37,000 people displaced (")
    assert title.endswith("), four km² held (Deir ez-Zor)")


def test_each_source_has_its_panel(figure_of: FigureOf) -> None:
    """Dated counts of people in the five articles that are no part of another: nine by the Observatory."""
    panels = [t.get_text() for ax in figure_of(charts.by_source, "seeds").axes for t in ax.texts if t.get_gid() == "panel"]
    assert panels[0].startswith("Syrian Observatory, ")
    assert len(panels) == 6


@pytest.mark.parametrize("width", ["double", "single"])
def test_a_panel_has_its_name_to_itself(width: str, figure_of: FigureOf) -> None:
    """The name of a panel is clear of the panel above and of that one's axis."""
    fig = figure_of(charts.by_source, "seeds", width)
    names = [(ax, box(t)) for ax in fig.axes for t in ax.texts if t.get_gid() == "panel"]
    assert len(names) == 6
    for ax, name in names:
        assert [other for other in fig.axes if other is not ax and other.get_window_extent().padded(3).overlaps(name)] == []


def test_a_river_is_no_town(figure_of: FigureOf) -> None:
    """Italic and blue, as on any map; and no province is named beside the bar of kilometres."""
    for width in ("double", "single"):
        ax = figure_of(charts.claims_map, "seeds", width).axes[0]
        style_of = {t.get_text(): t.get_fontstyle() for t in ax.texts}
        assert style_of["Euphrates"] == "italic"
        assert style_of["Deir ez-Zor"] == "normal"
        (bar,) = [t.get_window_extent() for t in ax.texts if t.get_text() == "50 km"]
        provinces = [t for t in ax.texts if t.get_gid() == "land"]
        beside = bar.expanded(3, 1)
        assert [t.get_text() for t in provinces if t.get_window_extent().overlaps(beside)] == []


@pytest.mark.parametrize("width", ["double", "single"])
def test_panels_keep_their_width(width: str, claims: pd.DataFrame, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(style, "SPEAKER_NAMES", dict.fromkeys(style.SPEAKER_NAMES, "a source with a name of very many words indeed"))
    fig = drawn(charts.by_source, claims, width=width)
    fig.draw_without_rendering()
    assert sum({round(ax.get_window_extent().x0): ax.get_window_extent().width for ax in fig.axes}.values()) > 0.6 * fig.bbox.width


def test_the_crowded_corner_of_the_map_is_enlarged(figure_of: FigureOf) -> None:
    (inset,) = figure_of(charts.claims_map, "seeds").axes[0].child_axes
    assert [t.get_text() for t in inset.texts if t.get_gid() == "label"][:1] == ["Hajin (8)"]


def towns(seeds: pd.DataFrame, *places: tuple[str, int, float, float]) -> pd.DataFrame:
    """Claims about made-up towns: name, how many claims, longitude and latitude."""
    one = seeds.iloc[[0]]
    return pd.concat(
        [
            one.assign(claim_id=f"{name}{n}", place=name, admin1="A province", lon=lon, lat=lat)
            for name, often, lon, lat in places
            for n in range(often)
        ],
        ignore_index=True,
    )


@pytest.mark.parametrize("width", ["double", "single"])
def test_the_town_named_most_often_is_named_in_any_crowd(width: str, seeds: pd.DataFrame) -> None:
    """Two crowds far apart, each with a large dot among small ones: both are enlarged, and no dot hides its own name."""
    east = [(f"East{n}", 1, 40.9 + 0.02 * (n % 3), 34.4 + 0.03 * n) for n in range(7)]
    west = [(f"West{n}", 2, 36.6 + 0.03 * (n % 4), 35.6 + 0.03 * n) for n in range(7)]
    fig = drawn(charts.claims_map, towns(seeds, ("Largest", 60, 40.93, 34.5), *east, ("Second", 30, 36.65, 35.7), *west), width=width)
    named = [{t.get_text() for t in ax.texts if t.get_gid() == "label"} for ax in fig.axes]
    assert len(fig.axes) == 3
    assert "Largest (60)" in named[1] and "Second (30)" in named[2]
    letters = [sorted(t.get_text() for t in ax.texts if t.get_gid() == "panel") for ax in fig.axes]
    assert letters == [["a", "b"], ["a"], ["b"]]


@pytest.mark.parametrize("width", ["double", "single"])
def test_what_is_enlarged_are_the_towns_that_have_no_room(width: str, seeds: pd.DataFrame) -> None:
    """Not a large dot with two beside it, though more is said of that."""
    crowds = [
        (f"{name}{n}", 1, lon + 0.02 * (n % 3), lat + 0.03 * n)
        for name, lon, lat in (("East", 40.9, 34.4), ("West", 36.6, 35.6))
        for n in range(7)
    ]
    large = [("Largest", 60, 43.1, 36.3), ("Beside", 1, 43.14, 36.3), ("Over", 1, 43.1, 36.34)]
    _, *panels = drawn(charts.claims_map, towns(seeds, *large, *crowds), width=width).axes
    named = [{t.get_text()[:4] for t in ax.texts if t.get_gid() == "label"} for ax in panels]
    assert sorted(named, key=str) == [{"East"}, {"West"}]


@pytest.mark.parametrize("width", ["double", "single"])
def test_a_town_is_named_at_no_other_dot(width: str, seeds: pd.DataFrame, figure_of: FigureOf) -> None:
    """Words without a line to their dot are nearer to it than to any other."""
    close = [(f"Town number {n}", 1, 40.5 + 0.13 * (n % 3), 34.4 + 0.1 * (n // 3)) for n in range(9)]
    for fig in (drawn(charts.claims_map, towns(seeds, *close), width=width), figure_of(charts.claims_map, "wire", width)):
        fig.draw_without_rendering()
        for ax in (*fig.axes, *fig.axes[0].child_axes):
            dots = ax.transData.transform(np.vstack([found.get_offsets() for found in ax.collections]))
            for text in (t for t in ax.texts if t.get_gid() == "label" and t.get_text().endswith(")") and not t.arrow_patch):
                around, own = Text.get_window_extent(text), ax.transData.transform(text.xy)
                away = np.hypot(*(dots - np.clip(dots, around.p0, around.p1)).T)
                assert np.hypot(*(dots[away.argmin()] - own)) < 1, text.get_text()


@pytest.mark.parametrize("width", ["double", "single"])
def test_no_name_of_land_is_struck_through(width: str, seeds: pd.DataFrame, figure_of: FigureOf) -> None:
    """The boxes of enlargements cross none, and their letters stand on no ring."""
    lebanon = [(f"Town{n}", 1, 36.0 + 0.02 * (n % 3), 33.9 + 0.03 * n) for n in range(7)]
    iraq = [(f"More{n}", 1, 42.6 + 0.02 * (n % 3), 33.0 + 0.03 * n) for n in range(7)]
    for fig in (drawn(charts.claims_map, towns(seeds, *lebanon, *iraq), width=width), figure_of(charts.claims_map, "wire", width)):
        fig.draw_without_rendering()
        ax = fig.axes[0]
        frames = [line.get_path().transformed(line.get_transform()) for line in ax.lines if line.get_gid() == "frame"]
        names = [t for t in ax.texts if t.get_gid() == "land"]
        assert len(frames) == 2 and names
        assert [t.get_text() for t in names for frame in frames if frame.intersects_bbox(box(t), filled=False)] == []
        rings = ax.transData.transform(
            np.array([(line.get_xdata()[0], line.get_ydata()[0]) for line in ax.lines if line.get_gid() == "ring"])
        )
        letters = [t for t in ax.texts if t.get_gid() == "panel"]
        assert len(letters) == 2
        assert [t.get_text() for t in letters if t.get_window_extent().padded(2).count_contains(rings)] == []


def test_the_bar_of_kilometres_gives_way_to_towns(seeds: pd.DataFrame) -> None:
    corner = [(f"Town{n}", 1, 36.0 + 0.3 * n, 30.0) for n in range(4)]
    fig = drawn(charts.claims_map, towns(seeds, *corner, ("Far", 1, 44.0, 38.0)), width="single")
    (bar,) = [t.get_window_extent() for t in fig.axes[0].texts if t.get_text().endswith(" km")]
    assert bar.x0 > fig.bbox.width / 2


@pytest.mark.parametrize("width", ["double", "single"])
def test_marks_without_words_have_a_key_of_their_groups(width: str, source: str, claims: pd.DataFrame, figure_of: FigureOf) -> None:
    """Each panel of a source holds marks alone; of an overview only many do (the thirty articles have more than eighteen dead)."""
    key = figure_of(charts.by_source, source, width).axes[0].get_legend()
    told = {t.get_text() for t in key.get_texts()}
    assert {"civilians", "IS fighters", "SDF fighters", "people"} <= told <= set(style.GROUP_NAMES.values())
    assert bool(figure_of(charts.overview, source, width).axes[0].get_legend()) == (source == "wire")
    around = key.get_window_extent()
    words = [t for t in texts(figure_of(charts.by_source, source, width)) if box(t).overlaps(around)]
    assert [t.get_text() for t in words] == []
    assert around.x1 <= key.figure.bbox.x1


def test_kinds_of_words_are_told_apart_in_grey() -> None:
    shades = [brightness(shade) for shade, _ in HEDGES.values()]
    assert min(lighter - darker for darker, lighter in pairwise(shades)) >= 0.1


@pytest.mark.parametrize("width", ["double", "single"])
def test_without_a_crowd_nothing_is_enlarged(width: str, seeds: pd.DataFrame) -> None:
    for places in ((("Alone", 3, 40.9, 34.5),), (("One", 2, 37.0, 36.0), ("Other", 1, 41.0, 34.0))):
        fig = drawn(charts.claims_map, towns(seeds, *places), width=width)
        assert len(fig.axes) == 1 and fig.axes[0].child_axes == []
        assert f"{places[0][0]} ({places[0][1]})" in [t.get_text() for t in fig.axes[0].texts]


@pytest.mark.parametrize("colour", [*style.COLOURS.values(), *(shade for shade, _ in HEDGES.values())])
def test_words_in_a_bar_are_read(colour: str) -> None:
    ground, ink = brightness(colour), brightness(style.ink_on(colour))
    assert max(ground, ink) / min(ground, ink) >= 4.5


def test_a_city_under_the_dot_of_a_town_has_no_name(seeds: pd.DataFrame) -> None:
    """Hasakah lies at 36.50 N, 40.75 E: its name would be taken for that of the town."""
    for lon, named in ((40.75, False), (41.2, True)):
        ax = drawn(charts.claims_map, towns(seeds, ("Its quarter", 2, lon, 36.5), ("Other", 1, 40.0, 35.0)), width="double").axes[0]
        assert ("Hasakah" in [t.get_text() for t in ax.texts if t.get_gid() == "label"]) is named
