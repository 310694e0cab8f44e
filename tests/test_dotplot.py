"""Rows of statements: their words whole and apart, an axis that can be read, ends as they were told."""

from datetime import date
from itertools import combinations

import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.text import Text

from analysis import charts, style
from analysis.articles import Article, Articles
from analysis.charts.dotplot import Rows, range_label
from analysis.charts.marks import sign
from analysis.tables import build_tables

SOHR = "the Syrian Observatory for Human Rights said"


def tables(*told: str) -> dict[str, pd.DataFrame]:
    """The tables of articles of one Wednesday."""
    return build_tables(Articles([Article(f"a{n}", text, date(2018, 11, 14), "stated") for n, text in enumerate(told)], []))


def claims(*told: str) -> pd.DataFrame:
    return tables(*told)["claims"]


def deaths(width: str, *told: str) -> Axes:
    read = tables(*told)
    ax = charts.deaths_by_event(read["events"], read["claims"], style.figure(width, 2.8).subplots())
    sign(ax.figure, "a source")
    ax.figure.draw_without_rendering()
    return ax


def ticks(ax: Axes) -> list[str]:
    first, last = ax.get_xlim()
    return [t.get_text() for t in ax.get_xticklabels() if first <= t.get_position()[0] <= last]


@pytest.mark.parametrize("width", ["double", "single"])
@pytest.mark.parametrize(
    "told",
    [
        [f"Shelling killed two children in Aleppo on Tuesday, {SOHR}."],
        [f"Shelling killed one man in Aleppo on Tuesday, {SOHR}.", f"Strikes killed 100,000 people in Homs on Tuesday, {SOHR}."],
        [f"Shelling killed {n} people in {town} on Tuesday, {SOHR}." for n, town in ((150, "Hajin"), (230, "Raqqa"))],
    ],
)
def test_an_axis_has_whole_numbers_that_stand_apart(width: str, told: list[str]) -> None:
    ax = deaths(width, *told)
    shown = ticks(ax)
    assert len(shown) >= 3
    assert len(set(shown)) == len(shown)
    assert all(float(tick.replace(",", "")).is_integer() for tick in shown)
    boxes = [t.get_window_extent() for t in ax.get_xticklabels() if t.get_text() in shown and t.get_window_extent().width]
    assert not [1 for one, other in combinations(boxes, 2) if one.padded(2).overlaps(other)]


@pytest.mark.parametrize("width", ["double", "single"])
def test_a_chart_of_one_row_has_room_for_its_heading(width: str) -> None:
    ax = deaths(width, f"Shelling in Tabqa on Tuesday killed around 150 government fighters, {SOHR}.")
    boxes = [Text.get_window_extent(t).shrunk(0.98, 0.8) for t in (*ax.get_yticklabels(), *ax.texts) if t.get_text().strip()]
    assert len(boxes) >= 5
    assert not [1 for one, other in combinations(boxes, 2) if one.overlaps(other)]


def test_words_are_broken_and_never_cut() -> None:
    long = "no fewer than twenty-six suspected government fighters were killed in Deir ez-Zor on Tuesday"
    ax = deaths("single", f"{long[0].upper()}{long[1:]}, {SOHR}.")
    label = next(" ".join(t.get_text().split()) for t in ax.texts if t.get_text().startswith("no fewer"))
    assert label.startswith("no fewer than twenty-six ")
    assert label.endswith(" fighters")
    assert not [t for t in (*ax.texts, *ax.get_yticklabels()) if "…" in t.get_text()]


@pytest.mark.parametrize(
    ("told", "label"),
    [
        (["at least 156", "more than 250"], "at least 156 to more than 250 people"),
        (["28", "more than 28"], "28 to more than 28 people"),
        (["at least 15", "at least 17"], "at least 15 to at least 17 people"),
        (["at least 15", "17"], "at least 15 to 17 people"),
        (["dozens of", "83"], "“dozens” to 83 people"),
        (["15", "17"], "15 to 17 people"),
        (["nine", "dozens of"], "9 to “dozens” of people"),
        (["15", "15"], "15 people"),
    ],
)
def test_the_ends_of_a_range_stay_as_open_as_they_were_told(told: list[str], label: str) -> None:
    said = claims(*(f"{number[0].upper()}{number[1:]} people were killed in Hajin on Tuesday, {SOHR}." for number in told))
    assert range_label(said, "interval") == label


@pytest.mark.parametrize("numbers", [("more than 40 people", "40 people"), ("40 people", "more than 40 people")])
def test_a_hollow_mark_is_not_painted_over(numbers: tuple[str, str]) -> None:
    said = [f"A strike on Hajin on Tuesday killed {number}, {SOHR}." for number in numbers]
    towns, days = ("Raqqa", "Manbij", "Idlib", "Homs", "Hama", "Palmyra"), ("Monday", "Sunday", "Saturday")
    many = [f"Shelling killed three people in {town} on {day}." for town in towns for day in days]
    ax = deaths("double", *said, *many)
    marks = [line for line in ax.lines if line.get_marker() in style.MARKERS.values() and list(line.get_xdata()) == [40]]
    assert [line.get_markerfacecolor() == "white" for line in marks] == [False, True]


def test_a_toll_of_a_whole_country_is_no_event() -> None:
    ax = deaths("double", f"Shelling in Hajin on Tuesday killed 20 people, {SOHR}.", "Strikes in Syria on Tuesday killed 90 people.")
    assert not [t for t in ax.get_yticklabels() if t.get_text().startswith("Syria,")]
    assert [t for t in ax.texts if "1 about a whole country left out." in " ".join(t.get_text().split())]


def test_running_totals_of_one_source_share_a_row() -> None:
    """By place and start; who says so and when beside it, the words from the first to the last figure."""
    told = [f"Since 10 September, {n} IS fighters have been killed in Hajin, {SOHR}." for n in ("more than 400", "more than 820")]
    ax = charts.running_totals(claims(*told), style.figure("double", 2.8).subplots())
    assert [t.get_text() for t in ax.get_yticklabels()] == ["Hajin, since 10 Sep 2018", "Syrian Observatory, to 14 Nov 2018"]
    assert "more than 400 to more than 820 IS fighters killed" in [t.get_text() for t in ax.texts]
    title = next(" ".join(t.get_text().split()) for t in ax.texts if t.get_gid() == "headline")
    assert title == "Hajin, since 10 Sep 2018: more than 820 IS fighters killed, according to the Syrian Observatory"


def test_long_words_at_a_mark_short_of_the_end_stay_inside() -> None:
    """As the axes give way, such a mark and its words move by less than their end."""
    said = claims(*(f"Shelling killed {number} people in Homs on Tuesday, {SOHR}." for number in ("two", "300", "9,000")))
    ax = style.figure("double", 3).subplots()
    plot = Rows(ax, said, "interval")
    for number in range(3):
        plot.add(
            "a name as long as the column holds",
            said.iloc[[number]],
            "at least eight to hundreds of people or more, of several sources" if number == 1 else "some",
        )
    plot.finish()
    ax.figure.draw_without_rendering()
    assert max(Text.get_window_extent(text).x1 for text in ax.texts if text.get_text()) <= ax.figure.bbox.x1
