"""What the charts draw, without pixels: marks for statements, open ends, words in place of nothing, texts that stay apart."""

from collections.abc import Callable
from datetime import date
from itertools import combinations
from pathlib import Path

import matplotlib.dates as mdates
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from analysis import charts, style, wording
from analysis.articles import Article, Articles
from analysis.charts.labels import Label, place, width_of
from analysis.charts.marks import SIZE, key, opens, told, words_and_who
from analysis.charts.rows import at_their_events
from analysis.charts.territory import BRITAIN
from analysis.session import Session, drawn
from analysis.tables import build_tables


@pytest.fixture
def claims(tables_of: Callable[[str], dict[str, pd.DataFrame]]) -> pd.DataFrame:
    return tables_of("seeds")["claims"]


def tables_from(*told: tuple[str, date]) -> dict[str, pd.DataFrame]:
    """The tables of articles that were published on a day each."""
    return build_tables(Articles([Article(f"a{n}", text, day, "stated") for n, (text, day) in enumerate(told)], []))


@pytest.mark.parametrize("chart", [charts.deaths_by_event, charts.running_totals, charts.flight], ids=lambda c: c.__name__)
def test_labels_stay_apart(chart: object, figure_of: Callable[..., Figure]) -> None:
    boxes = [t.get_window_extent().shrunk(0.98, 0.8) for t in figure_of(chart, "seeds").axes[0].texts if t.get_text()]
    assert not [1 for a, b in combinations(boxes, 2) if a.overlaps(b)]


def test_every_death_has_its_row(figure_of: Callable[..., Figure]) -> None:
    """Read off the five articles: 23, 10, 6, 7, 25; 54, 28, 26; 34, 3, 17."""
    (ax,) = figure_of(charts.deaths_by_event, "seeds").axes
    shown = sorted(float(line.get_xdata()[0]) for line in ax.lines if line.get_marker() in style.MARKERS.values())
    assert shown == [3, 6, 7, 10, 17, 23, 25, 26, 28, 34, 54]


def test_a_vague_word_among_many_events_has_no_point() -> None:
    """Thirty towns with three dead each, and one with dozens: a bar from 24 to 99, and no mark at either."""
    towns = ("Hajin", "Raqqa", "Manbij", "Idlib", "Homs", "Hama", "Palmyra", "Tabqa", "Kobani", "Mosul", "Mayadin", "Afrin", "Susah")
    told = [f"Shelling killed three people in {town} on {day}." for town in towns for day in ("Monday", "Tuesday")]
    told.append("Shelling killed dozens of people in Daraa on Monday.")
    ax = events_chart(*((text, date(2018, 11, 14)) for text in told))
    (row,) = [t.get_position()[1] for t in ax.get_yticklabels() if t.get_text() == "Daraa, 12 Nov 2018"]
    on_it = [line for line in ax.lines if list(line.get_ydata()) in ([row], [row, row])]
    assert [line for line in on_it if line.get_marker() in style.MARKERS.values()] == []
    assert [list(line.get_xdata()) for line in on_it if line.get_marker() == "|"] == [[24, 99]]


@pytest.mark.parametrize(
    ("chart", "people", "families", "words"),
    [
        (
            charts.held_and_released,
            "IS released 40 captives in Suwayda on Monday.",
            "IS freed 12 families in Suwayda on Monday.",
            "12 families",
        ),
        (
            charts.remaining_fighters,
            "Now 600 civilians remain in the IS pocket at Baghuz.",
            "Up to 90 families remain in the IS pocket at Baghuz.",
            "up to 90 families",
        ),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_families_are_told_and_not_drawn(chart: Callable[..., Axes], people: str, families: str, words: str) -> None:
    claims = tables_from((people, date(2018, 11, 14)), (families, date(2018, 11, 14)))["claims"]
    ax = chart(claims, style.figure("double", 3).subplots())
    marks = [line for line in ax.lines if line.get_marker() in style.MARKERS.values()]
    assert [float(line.get_xdata()[0]) for line in marks] == [40 if "40" in people else 600]
    assert any(f"Counted in families, not drawn: {words} (" in t.get_text().replace("\n", " ") for t in ax.texts)


@pytest.mark.parametrize(("place", "drawn_too"), [("Baghuz", True), ("Al-Hol", True), ("Afrin", False), ("Syria", False)])
def test_a_camp_is_drawn_beside_those_who_fled_to_it(place: str, drawn_too: bool) -> None:
    told = [
        (f"Some {n},000 people fled {place} on Monday, the UN said.", day) for n, day in ((3, date(2019, 2, 6)), (7, date(2019, 3, 13)))
    ]
    ax = charts.flight(tables_from(*told)["claims"], style.figure("double", 3).subplots())
    assert any("Al-Hol camp" in t.get_text() for t in ax.texts) == drawn_too


def events_chart(*articles: tuple[str, date]) -> Axes:
    """The chart of deaths by event of articles that were published on a day each."""
    tables = tables_from(*articles)
    return charts.deaths_by_event(tables["events"], tables["claims"], style.figure("double", 3).subplots())


def test_a_raid_told_a_day_apart_is_one_event() -> None:
    ax = events_chart(
        ("A raid killed 41 people in Hajin late on Friday, SANA said.", date(2018, 10, 27)),
        ("A raid killed 41 people in Hajin overnight, the Observatory said.", date(2018, 10, 27)),
    )
    headings = [t.get_text() for t in ax.get_yticklabels() if t.get_text().startswith("Hajin")]
    assert headings == ["Hajin, 26 Oct 2018"]


def test_two_incidents_of_one_day_and_town_stay_two() -> None:
    ax = events_chart(
        ("A raid killed 41 people in Hajin on Friday. Separately a mine killed 30 people in Hajin on Friday.", date(2018, 10, 27)),
    )
    headings = [t.get_text() for t in ax.get_yticklabels() if t.get_text().startswith("Hajin")]
    assert headings == ["Hajin, 26 Oct 2018", "Hajin, 26 Oct 2018 (another)"]


def test_a_dispute_over_who_the_dead_are_is_the_title() -> None:
    ax = events_chart(
        ("A raid killed 22 people in Hajin on Friday, SANA said.", date(2018, 10, 27)),
        ("A raid killed at least 17 civilians in Hajin on Friday, the Observatory said.", date(2018, 10, 27)),
    )
    assert told(ax.figure)[0] == "Hajin, 26 Oct 2018: at least 17 civilians or 22 people killed"


def test_an_overview_has_a_panel_for_what_is_stated(
    tables_of: Callable[[str], dict[str, pd.DataFrame]], figure_of: Callable[..., Figure]
) -> None:
    events, claims = (tables_of("seeds")[name] for name in ("events", "claims"))
    fig = charts.overview(events, claims[claims["measure"] == "killed"])
    assert len(fig.axes) == 1
    assert [t.get_text() for t in fig.axes[0].texts if t.get_gid() == "panel"] == ["People reported killed"]
    assert "No dated statement on flight or land in km²." in told(fig)[1]
    assert len(figure_of(charts.overview, "seeds").axes) == 3


@pytest.mark.parametrize(("early", "said"), [(12, False), (1, True)])
def test_an_overview_shows_all_but_a_few_of_long_ago(early: int, said: bool) -> None:
    """Of 37 statements with twelve of 2014 all are shown, the only one of 2014 among 26 is left out and said to be."""
    days = [date(2014, 3, n + 1) for n in range(early)] + [date(2018, 11, n + 1) for n in range(25)]
    tables = tables_from(*(("Shelling killed three people in Hajin on Monday.", day) for day in days))
    fig = charts.overview(tables["events"], tables["claims"])
    assert ("1 statement before" in told(fig)[1]) is said
    assert (mdates.num2date(fig.axes[0].get_xlim()[0]).year == 2018) is said


def test_a_statement_on_a_province_is_named_by_the_place_of_its_event() -> None:
    """A toll of the province and one of its village, alike and of one day, are of one event; what is counted over months is of none."""
    told = [
        "Air strikes killed at least 23 civilians, including 10 children, in Hasakah province on Tuesday, the Syrian Observatory said.",
        "Air strikes on Shaddadi killed 25 civilians on Tuesday, state news agency SANA said.",
        "The battle for Hasakah has killed 24 civilians since May 2018, a monitor said.",
    ]
    tables = tables_from(*((text, date(2018, 11, 14)) for text in told))
    events, claims = tables["events"], tables["claims"]
    assert at_their_events(claims, events)["place"].tolist() == ["Shaddadi", "Shaddadi", "Shaddadi", "Hasakah"]
    assert "at least 23 civilians, Shaddadi" in [t.get_text() for t in charts.overview(events, claims).axes[0].texts]
    parts = drawn(charts.parts_of_totals, events, claims, width="double").axes[0]
    assert "Shaddadi, 13 Nov 2018 (Syrian Observatory)" in [t.get_text() for t in parts.texts]


@pytest.mark.parametrize(
    ("people", "rate"),
    [("Between 3,000 and 4,000", "1,500 to 2,000"), ("More than 1,111", "more than 560"), ("Exactly 1,111", "560")],
)
def test_flight_by_the_day(people: str, rate: str) -> None:
    """Over two days, both counted, to two digits; the other flight is of 150 people a day."""
    told = ["Some 300 people fled Hajin from Monday to Tuesday.", f"{people} people fled Baghuz from Monday to Tuesday."]
    read = [Article(f"a{n}", text, date(2018, 11, 14), "stated") for n, text in enumerate(told)]
    ax = charts.displacement_rates(build_tables(Articles(read, []))["claims"], style.figure("double", 3).subplots())
    said = [t.get_text() for t in ax.texts]
    assert [text for text in said if text.endswith(f"people in 2 days: {rate} a day")]
    assert "What 2 counts of people who fled come to a day, Nov 2018" in said  # no rank: a lower bound may be the more


def test_the_days_of_a_rate() -> None:
    """48 hours are two days, whatever days they touch; a start in December is any of its days; a whole country flees in no four days."""
    told = [
        "In the past 48 hours at least 1,000 people fled Baghuz.",
        "More than 37,000 people have fled Hajin since December.",
        "Some 10 million people were displaced in Syria from Monday to Thursday.",
    ]
    read = [Article(f"a{n}", text, date(2019, 2, 10), "stated") for n, text in enumerate(told)]
    ax = charts.displacement_rates(build_tables(Articles(read, []))["claims"], style.figure("double", 3).subplots())
    said = [t.get_text() for t in ax.texts if " a day" in t.get_text() and " days: " in t.get_text()]
    assert sorted(said) == [
        "at least 1,000 people in 2 days: at least 500 a day",
        "more than 37,000 people in 42 to 72 days: more than 510 a day",
    ]


@pytest.mark.parametrize(
    ("text", "title", "label"),
    [
        ("Islamic State now holds 50 square kilometers in Mosul.", "50 km² in Mosul", "50 km², Mosul"),
        ("Islamic State now holds 4,000 square kilometers in Syria.", "4,000 km²", "4,000 km²"),
        ("Islamic State now holds an area of 700 metres by 400 in Mosul.", "700 metres by 400 in Mosul", "700 metres by 400, Mosul"),
    ],
)
def test_an_area_of_less_than_a_country_names_its_place(text: str, title: str, label: str) -> None:
    claims = build_tables(Articles([Article("a", text, date(2017, 3, 7), "stated")]))["claims"]
    said = [t.get_text() for t in charts.territory(claims, style.figure("double", 3).subplots()).texts]
    assert f"The land that Islamic State is said to hold: {title}" in said
    assert label in said


@pytest.mark.parametrize(
    ("qualifier", "value", "low", "high", "direction"),
    [
        ("exact", 23, 23, 23, 0),
        ("at_least", 23, 23, None, 1),
        ("at_most", 600, None, 600, -1),
        ("vague", None, 24, 99, 0),
        ("about", 45, 45, 45, 0),
    ],
)
def test_open_ends(qualifier: str, value: float | None, low: float | None, high: float | None, direction: int) -> None:
    assert opens(pd.Series({"qualifier": qualifier, "value": value, "low": low, "high": high})) == direction


def test_the_same_figure_is_the_same_bytes(claims: pd.DataFrame, tmp_path: Path) -> None:
    written = []
    for name in ("first", "second"):
        fig = drawn(charts.flight, claims, width="double")
        paths = style.save_figure(fig, "flight", tmp_path / name, source="a source", data=claims, alt="text")
        written.append({p.name: p.read_bytes() for p in paths})
    assert written[0] == written[1]
    assert {"flight.svg", "flight.pdf", "flight.png", "flight.csv", "flight.txt"} <= set(written[0])
    assert b"/Type3" not in written[0]["flight.pdf"]


def test_a_figure_is_described_by_what_it_shows(repository: Path, tmp_path: Path) -> None:
    """The articles state one number of fighters who remain: up to 600, by the SDF."""
    run = Session(str(repository / "seeds"), figures=str(tmp_path), formats=["svg"])
    run.draw(charts.remaining_fighters, run.view("displacement"))
    place = run.claims.loc[run.claims["measure"] == "remaining", "place"].iloc[0]
    title = f"{place}, 10 Feb 2019: up to 600 IS fighters said to remain, according to the SDF."
    assert (tmp_path / "remaining_fighters.txt").read_text() == (
        f"{title} Up to 600 IS fighters were said to be {wording.where(place)} on 10 Feb 2019, according to the SDF.\n"
    )
    caption = (tmp_path / "remaining_fighters.caption.txt").read_text().split("\n")
    assert caption[0] == title
    assert caption[1] == f"1 statement by the SDF on {wording.named(place)}, 10 Feb 2019."
    assert "Source: 1 of 35 claims in 1 of 5 articles" in caption[2]
    assert list(pd.read_csv(tmp_path / "remaining_fighters.csv")["evidence"]) == ["Up to 600"]
    run.draw(charts.claims_map, run.claims)
    towns = run.claims[run.claims["lat"].notna()]["place"].value_counts()
    told = (tmp_path / "claims_map.txt").read_text()
    assert all(f"{town}: {towns[town]}" in told for town in ("Hajin", "Susah", "Shaddadi", "Baghuz"))


@pytest.mark.parametrize(("name", "source"), [("../flight", "a source"), ("flight", " "), ("a/b", "a source")])
def test_a_figure_without_source_or_with_a_wandering_name_is_refused(name: str, source: str, claims: pd.DataFrame, tmp_path: Path) -> None:
    with pytest.raises(style.FigureError):
        style.save_figure(drawn(charts.flight, claims, width="double"), name, tmp_path, source=source, data=claims, alt="text")


def land(*told: tuple[str, date]) -> pd.DataFrame:
    return tables_from(*told)["claims"]


@pytest.mark.parametrize("width", ["double", "single"])
def test_shares_whose_marks_would_touch_are_one_mark(width: str) -> None:
    """Two days apart on an axis of five years; the third, of another size, stands alone."""
    claims = land(
        ("IS held an area the size of Britain in 2014. IS has lost nearly all of its territory in Syria.", date(2019, 1, 10)),
        ("IS has lost the vast bulk of its territory in Syria.", date(2019, 1, 12)),
        ("IS has lost most of its territory in Syria.", date(2017, 1, 12)),
    )
    ax = drawn(charts.territory, claims, width=width).axes[0]
    arrows = [t for t in ax.texts if t.arrow_patch and not t.get_text()]
    assert len(arrows) == 2
    assert {"lost “nearly all” and “vast bulk”", "lost “most”"} <= {t.get_text() for t in ax.texts}


@pytest.mark.parametrize("width", ["double", "single"])
def test_an_arrow_stays_off_the_days(width: str, frames_of: Callable[..., list[pd.DataFrame]]) -> None:
    """What may be less than a square kilometre points down, above the axis."""
    tables = tables_from(
        ("IS held an area the size of Britain in 2014.", date(2019, 1, 10)),
        ("IS is confined to less than a square kilometre.", date(2019, 2, 12)),
    )
    for chart in (charts.territory, charts.overview):
        fig = drawn(chart, *frames_of(chart, tables), width=width)
        fig.draw_without_rendering()
        ax = fig.axes[-1]
        arrows = [t.arrow_patch.get_window_extent() for t in ax.texts if t.arrow_patch and not t.get_text()]
        assert arrows and min(arrow.y0 for arrow in arrows) >= ax.get_window_extent().y0


@pytest.mark.parametrize("width", ["double", "single"])
def test_the_words_of_a_share_meet_no_name_and_no_bar(width: str) -> None:
    said = (
        "IS controls more than 60 percent of Deir ez-Zor.",
        "IS has lost most of its territory in Syria.",
        "IS holds at least 45 percent of Raqqa.",
    )
    ax = drawn(charts.territory_shares, land(*((text, date(2018, 11, 14)) for text in said)), width=width).axes[0]
    ax.figure.draw_without_rendering()
    words = [t.get_window_extent() for t in ax.texts if t.get_text().startswith(("held ", "lost "))]
    others = [t.get_window_extent() for t in ax.get_yticklabels()] + [line.get_window_extent() for line in ax.lines]
    assert len(words) == 3
    assert [1 for one in words for other in others if one.shrunk(0.98, 0.6).overlaps(other)] == []
    assert max(one.x1 for one in words) <= ax.figure.bbox.x1


def test_many_articles_are_counted_in_whole_numbers() -> None:
    days = [date(2018, month, day + 1) for month in range(1, 5) for day in range(9)]
    tables = build_tables(Articles([Article(f"a{n}", "Nothing happened.", day, "stated") for n, day in enumerate(days)], []))
    ax = drawn(charts.article_timeline, tables["articles"], width="single", height=2.2).axes[0]
    ax.figure.draw_without_rendering()
    assert all(t.get_text().isdigit() for t in ax.get_yticklabels())


def test_one_is_singular_beside_a_mark() -> None:
    claims = build_tables(Articles([Article("a", "Shelling killed one child in Hajin on Tuesday.", date(2018, 11, 14), "stated")], []))[
        "claims"
    ]
    assert words_and_who(claims.iloc[0]) == "one child"


def test_parts_keep_their_indent_in_svg(figure_of: Callable[..., Figure]) -> None:
    """Plain spaces at the start of a text are dropped there."""
    names = [t.get_text() for t in figure_of(charts.deaths_by_event, "seeds").axes[0].get_yticklabels()]
    assert [name for name in names if name.strip() == "of these"]
    assert not [name for name in names if name.startswith(" ")]


@pytest.mark.parametrize(
    ("told", "title"),
    [
        (["IS has lost most of its territory in Syria.", "IS has lost 90 percent of Raqqa."], "have lost “most” of its land"),
        (["IS has lost 90 percent of Raqqa."], "have lost 90 percent of the land in Raqqa"),
        (["IS controls about a third of Syria.", "IS holds 80 percent of Raqqa."], "hold 80 percent of the land in Raqqa"),
    ],
    ids=["a country first", "a town", "held"],
)
def test_the_share_of_a_town_is_none_of_all_its_land(told: list[str], title: str) -> None:
    claims = land(*((text, date(2018, 11, 14)) for text in told))
    ax = drawn(charts.territory_shares, claims, width="double").axes[0]
    said = [t.get_text() for t in ax.texts]
    assert f"Islamic State is said to {title}" in said
    assert [text for text in said if text.endswith(" percent of Raqqa")]
    area = drawn(charts.territory, claims, width="double").axes[0]
    assert not [t for t in area.texts if "percent" in t.get_text()]


def counted_since(*people: str) -> Axes:
    """Flight of a Wednesday that is counted since 2011."""
    told = [f"{number} people have fled Syria since March 2011." for number in people]
    read = [Article(f"a{n}", text, date(2018, 11, 14), "stated") for n, text in enumerate(told)]
    return charts.flight(build_tables(Articles(read, []))["claims"], style.figure("double", 3).subplots())


def test_counts_of_many_years_are_thin_lines() -> None:
    """Four counts of nearly one size that began before the time shown: lines of 0.8 points, and no block; what began within is a bar."""
    said = ("Some 4 million", "Some 5 million", "Some 6 million", "Some 10 million")
    ax = counted_since(*said)
    assert [float(bar.get_linewidth()[0]) for bar in ax.collections] == [0.8] * 4
    assert len([line for line in ax.lines if line.get_marker() == "<"]) == 4
    assert "a thin one from an arrowhead began before the time shown, in 2011. " in told(ax.figure)[1]
    fled = build_tables(Articles([Article("a", "Some 300 people fled Hajin from Monday to Tuesday.", date(2018, 11, 14), "stated")], []))
    (bar,) = charts.flight(fled["claims"], style.figure("double", 3).subplots()).collections
    assert float(bar.get_linewidth()[0]) == 3.2


def test_a_vague_word_has_no_bar_of_its_period() -> None:
    """Its bar would stand at the low end of its range, as if that had been said."""
    ax = counted_since("Millions of", "Exactly 2,002,986")
    assert [list(segment[:, 1]) for bar in ax.collections for segment in bar.get_segments()[-1:]] == [[2_002_986, 2_002_986]]


@pytest.mark.parametrize("chart", [charts.flight, charts.overview], ids=lambda c: c.__name__)
def test_marks_of_one_day_and_size_stand_side_by_side(
    chart: Callable[..., Axes | Figure], frames_of: Callable[..., list[pd.DataFrame]]
) -> None:
    """Among many too: each of the two largest of forty is seen."""
    towns = ("Hajin", "Raqqa", "Manbij", "Idlib", "Homs", "Hama", "Palmyra", "Tabqa", "Kobani", "Mosul", "Mayadin", "Afrin", "Susah")
    verb = {charts.flight: "fled", charts.overview: "were killed in"}[chart]
    said = [f"{number} people {verb} {town} on {day}." for town in towns for number, day in (("Three", "Monday"), ("Four", "Tuesday"))]
    said += [f"{number} people {verb} {town} on Sunday." for number, town in (("More than 250", "Suwayda"), ("Some 250", "Daraa"))]
    tables = tables_from(*((text, date(2018, 11, 14)) for text in said))
    fig = drawn(chart, *frames_of(chart, tables), width="double")
    days = [
        mdates.date2num(line.get_xdata()[0]) if isinstance(line.get_xdata()[0], pd.Timestamp) else float(line.get_xdata()[0])
        for line in fig.axes[0].lines
        if line.get_marker() == style.MARKERS["people"] and list(line.get_ydata()) == [250] and line.get_markersize() == SIZE
    ]
    assert len(days) == 2 and days[0] != days[1]
    assert "Marks of one day stand side by side." in told(fig)[1]


@pytest.mark.parametrize(
    ("others", "leads"),
    [([], False), ([(60.0, 50.0)], False), ([(24.0, 54.0)], False), ([(24.0, 54.0), (16.0, 54.0), (24.0, 46.0), (16.0, 46.0)], True)],
    ids=["alone", "far from others", "another as near at one side", "others as near at each side"],
)
def test_a_line_leads_where_words_may_be_taken_for_those_of_another_mark(others: list[tuple[float, float]], leads: bool) -> None:
    """Marks on a page of a hundred by a hundred millimetres, the words' own one at (20, 50)."""
    fig = style.figure(100 / 25.4, 100 / 25.4)
    fig.set_layout_engine("none")
    ax = fig.add_axes((0, 0, 1, 1))
    ax.set(xlim=(0, 100), ylim=(0, 100))
    for x, y in [(20.0, 50.0), *others]:
        ax.plot([x], [y], ls="none", marker="o", ms=SIZE)
    assert place([(ax, [Label("12 people", 20, 50)])]) == 0
    (label,) = [t for t in ax.texts if t.get_gid() == "label"]
    assert bool(label.arrow_patch) is leads


def test_the_rule_of_the_peak_is_of_its_first_year() -> None:
    """Not of the article that is read first."""
    tables = tables_from(
        ("IS held an area the size of Britain in 2016. IS holds four square kilometres.", date(2019, 1, 10)),
        ("IS held an area the size of Britain in 2014. IS holds two square kilometres.", date(2019, 1, 12)),
    )
    said = [t.get_text() for t in drawn(charts.overview, tables["events"], tables["claims"], width="double").axes[0].texts]
    assert [text for text in said if "Britain" in text] == ["2014: “the size of Britain”"]


def test_an_area_compared_on_one_day_has_a_mark() -> None:
    ax = drawn(charts.territory, land(("IS holds an area the size of Britain.", date(2015, 1, 10))), width="double").axes[0]
    assert [line.get_marker() for line in ax.lines if list(line.get_ydata()) == [sum(BRITAIN) / 2]] == ["s"]


@pytest.mark.parametrize(
    ("evidence", "qualifier", "detail", "unit", "said"),
    [
        ("a number", "vague", None, "people", "“a number” of civilians"),
        ("A handful", "vague", None, "people", "“a handful” of civilians"),
        ("dozens", "vague", None, "people", "“dozens” of civilians"),
        ("several", "vague", None, "people", "“several” civilians"),
        ("500", "exact", "families", "people", "500 relatives"),
        ("500", "exact", "families", "families", "500 families"),
        ("12", "exact", None, "people", "12 civilians"),
    ],
)
def test_who_is_counted_beside_a_number(evidence: str, qualifier: str, detail: str | None, unit: str, said: str) -> None:
    row = {"evidence": evidence, "qualifier": qualifier, "group": "civilians", "detail": detail, "unit": unit, "value": None}
    assert words_and_who(pd.Series(row)) == said


@pytest.mark.parametrize(
    ("people", "bars"),
    [
        (["Dozens of", "Between 300 and 400"], "Pale bars: the range that a vague word allows, or from the least to the most."),
        (["Dozens of"], "Pale bars: the range that a vague word allows."),
        (["Between 300 and 400"], "Pale bars: from the least to the most."),
        (["12"], ""),
    ],
    ids=["both", "a word", "a range", "a number"],
)
def test_the_key_tells_the_range_of_a_word_from_one_that_is_stated(people: list[str], bars: str) -> None:
    said = land(*((f"{number} people fled Hajin on Tuesday.", date(2018, 11, 14)) for number in people))
    assert key(said) == bars


def test_counts_by_source_say_what_they_leave_out() -> None:
    """Of five statements a part and a number of square kilometres; a count of two sources is one of each."""
    claims = land(
        (
            "Shelling killed 12 people, including three children, in Hajin on Tuesday, the Syrian Observatory and the UN said."
            " Some 600 fighters remain in Hajin. Some 900 people fled Baghuz on Monday, the UN said. IS holds four square kilometres.",
            date(2018, 11, 14),
        )
    )
    note = told(drawn(charts.by_source, claims, width="double"))[1]
    assert "2 of 5 statements left out: parts of totals, families, land, whole years, and what has no day or number." in note
    assert "those said to remain" in note and "one of two sources counts for both" in note
    assert (
        "(how many in brackets, repeats left out; one of two sources counts for both)"
        in told(drawn(charts.hedging, claims, width="double"))[1]
    )


def test_a_mark_within_the_range_of_a_word_stands_beside_it() -> None:
    """ "Hundreds" reach from 200 to 999: 500 of the same day would stand on it, four not."""
    said = ("Hundreds of people fled Hajin on Tuesday.", "Some 500 people fled Raqqa on Tuesday.", "Four people fled Homs on Tuesday.")
    ax = charts.flight(land(*((text, date(2018, 11, 14)) for text in said)), style.figure("double", 3).subplots())
    days = {float(line.get_ydata()[0]): float(line.get_xdata()[0]) for line in ax.lines if line.get_markersize() in (SIZE, 6)}
    day = mdates.date2num(date(2018, 11, 13))
    assert days[4] == day
    assert sorted(at == day for at in (days[200], days[500])) == [False, True]


@pytest.mark.parametrize("bold", [False, True], ids=["plain", "bold"])
@pytest.mark.parametrize(
    "text", ["", "54", "at least 1,200 people, “dozens” of families (Ayn AV To. Ty)", "Source: 35 claims – 12+7 = 19; “most”"]
)
def test_a_line_is_as_wide_as_its_words_and_spaces(text: str, bold: bool) -> None:
    font = FontProperties(family="DejaVu Sans", weight="bold" if bold else "normal", size=style.NOTE)
    whole = text_to_path.get_text_width_height_descent(text, font, ismath=False)[0] if text else 0.0
    assert width_of(text, style.NOTE, bold) == pytest.approx(whole)


def test_words_under_their_mark_are_led_to_it_beside_another() -> None:
    """There is no room at the sides of their mark, nor over it; under it they stand in a line with the mark at (18, 46.8)."""
    fig = style.figure(100 / 25.4, 100 / 25.4)
    fig.set_layout_engine("none")
    ax = fig.add_axes((0, 0, 1, 1))
    ax.set(xlim=(0, 100), ylim=(0, 100))
    for x, y in ((30.0, 50.0), (18.0, 46.8)):
        ax.plot([x], [y], ls="none", marker="o", ms=SIZE)
    for wall in (([20, 20], [45, 90]), ([40, 40], [45, 90]), ([22, 38], [53, 53])):
        ax.plot(*wall, lw=1)
    place([(ax, [Label("twelve people", 30, 50)])])
    (label,) = [t for t in ax.texts if t.get_gid() == "label"]
    assert (label.xyann, label.get_ha()) == ((0, -9), "center")
    assert label.arrow_patch


def test_what_was_lost_in_a_year_leaves_nothing_of_the_peak() -> None:
    said = "Islamic State lost 23 percent of its territory in Iraq and Syria last year, analysts said."
    claims = land((said, date(2017, 1, 19)), ("IS has lost 80 percent of its territory in Iraq and Syria.", date(2018, 1, 19)))
    area = charts.territory(claims, style.figure("double", 3).subplots())
    assert [t.get_text() for t in area.texts if t.get_text().startswith("lost")] == ["lost 80 percent"]
    shares = charts.territory_shares(claims, style.figure("double", 3).subplots())
    assert told(shares.figure)[0] == "Islamic State is said to have lost 80 percent of its land"


@pytest.mark.parametrize("whole", ["the territory it once held", "the territory it controlled", "its former territory"])
def test_a_share_of_the_former_land_lost_last_year_is_of_the_peak(whole: str) -> None:
    claims = land((f"Islamic State lost 90 percent of {whole} in Iraq and Syria last year, analysts said.", date(2018, 1, 19)))
    shares = charts.territory_shares(claims, style.figure("double", 3).subplots())
    assert told(shares.figure)[0] == "Islamic State is said to have lost 90 percent of its land"


def test_a_share_of_the_peak_bears_the_year_of_the_peak() -> None:
    claims = land(("At its peak in 2014 IS held a third of Syria.", date(2019, 3, 5)), ("IS holds one percent of Syria.", date(2019, 3, 5)))
    ax = charts.territory_shares(claims, style.figure("double", 3).subplots())
    assert [t.get_text() for t in ax.get_yticklabels()] == ["2014 (told 5 Mar 2019), the article itself", "5 Mar 2019, the article itself"]


def test_the_title_of_the_land_ends_with_the_last_area() -> None:
    claims = land(
        ("IS was cornered in a pocket of 10,000 square metres in Mosul.", date(2017, 7, 9)),
        ("IS holds an area of 300 square kilometres in Syria.", date(2018, 7, 9)),
        ("IS holds an area of 30,000 square kilometres in Syria.", date(2017, 1, 9)),
    )
    ax = charts.territory(claims, style.figure("double", 3).subplots())
    assert told(ax.figure)[0].startswith("From 30,000 km² to 300 km²:")


def test_children_are_inside_the_civilians_beside_them() -> None:
    text = "Raids killed 3,100 people in Raqqa, including 1,087 civilians and 270 children."
    tables = tables_from((text, date(2018, 11, 14)))
    ax = charts.parts_of_totals(tables["events"], tables["claims"], style.figure("double", 3).subplots())
    said = [t.get_text() for t in ax.texts]
    assert "3,100 people killed: 1,087 of 3,100; among them 270 children" in said
    assert "2,013 not broken down" in said


def fled_on(*told: str, earlier: str = "") -> Axes:
    """Flight as articles of one Wednesday tell of it, and one of five years before."""
    read = [Article(f"a{n}", text, date(2018, 11, 14), "stated") for n, text in enumerate(told)]
    read += [Article("e", earlier, date(2013, 11, 14), "stated")] if earlier else []
    return charts.flight(build_tables(Articles(read, []))["claims"], style.figure("double", 3).subplots())


def test_a_bar_ends_at_its_own_mark() -> None:
    """Two like counts of one day stand side by side, and the bar of one goes with it."""
    ax = fled_on("Some 62,000 people fled Hajin on Wednesday.", "Some 60,000 people fled Susah from Monday to Wednesday.")
    marks = {y: x for line in ax.lines if line.get_marker() == "D" and line.get_markersize() == SIZE for x, y in [line.get_xydata()[0]]}
    assert marks[60_000.0] != marks[62_000.0]
    (bar,) = ax.collections
    assert {piece[-1][0] for piece in bar.get_segments()} == {marks[60_000.0]}


def test_no_mark_stands_aside_by_more_than_a_month() -> None:
    told = [
        f"Some {number} people fled {town} on Wednesday."
        for number, town in ((600, "Hajin"), (610, "Susah"), (620, "Raqqa"), (630, "Homs"))
    ]
    ax = fled_on(*told, earlier="Some 500 people fled Aleppo on Wednesday.")
    days = [line.get_xydata()[0][0] for line in ax.lines if line.get_marker() == "D" and line.get_markersize() == SIZE]
    late = [day for day in days if day > mdates.date2num(date(2018, 1, 1))]
    assert len(set(late)) == 4
    assert max(late) - mdates.date2num(date(2018, 11, 14)) <= 30


def test_a_start_in_a_third_of_a_month_is_no_whole_month_unsure() -> None:
    """From 21 to 30 April to 25 July are 87 to 96 days."""
    text = "Some 960 people have fled Idlib since late April."
    rates = charts.displacement_rates(
        build_tables(Articles([Article("a", text, date(2018, 7, 25), "stated")], []))["claims"], style.figure("double", 3).subplots()
    )
    assert any("in 87 to 96 days" in words for words in (*told(rates.figure), *(t.get_text() for t in rates.texts)))


def test_figures_of_a_whole_year_are_counted_where_they_are_not_drawn() -> None:
    read = [
        Article("a", "Shelling killed 12 people in Homs on Wednesday.", date(2018, 11, 14), "stated"),
        Article("b", "In 2017 the war killed 33,425 people in Syria.", date(2018, 11, 14), "stated"),
    ]
    tables = build_tables(Articles(read, []))
    assert "1 on people, of a whole year, left out. " in told(charts.overview(tables["events"], tables["claims"]))[1]


def test_another_event_comes_behind_the_first_shown() -> None:
    """Of two strikes on one town and day the one of which too little is told to be shown leaves the other its name."""
    told = [f"Shelling killed {100 + n} people in Homs on {date(2018, 10, 1 + n):%B %-d}, the Observatory said." for n in range(30)]
    told.append("A strike killed two people in Susah on Tuesday, a monitor said. A separate strike killed 400 people in Susah on Tuesday.")
    read = [Article(f"a{n}", text, date(2018, 11, 14), "stated") for n, text in enumerate(told)]
    tables = build_tables(Articles(read, []))
    ax = charts.deaths_by_event(tables["events"], tables["claims"], style.figure("double", 3).subplots())
    names = [tick.get_text() for tick in ax.get_yticklabels()]
    assert [name for name in names if name.startswith("Susah")] == ["Susah, 13 Nov 2018"]
