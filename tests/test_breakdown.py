"""Totals with their parts, articles by name, tables of counts, titles in the right number: what is drawn of it, and in which words."""

from datetime import date

import pandas as pd
import pytest
from matplotlib.axes import Axes

from analysis import charts, schema, style
from analysis.articles import Article, Articles
from analysis.charts.marks import some_of
from analysis.charts.scales import date_axis
from analysis.charts.sources import article_names
from analysis.tables import build_tables

NO_EVENTS = pd.DataFrame(columns=[column.name for column in schema.EVENT])


def axes(width: str = "double") -> Axes:
    return style.figure(width, 2.8).subplots()


def said(ax: Axes) -> list[str]:
    return [" ".join(t.get_text().split()) for t in ax.texts if t.get_text().strip()]


def breakdown(*trees: tuple[str, float, str, list[tuple[float, str]]]) -> pd.DataFrame:
    """Claims of totals (qualifier, number, group) and their parts."""
    one = build_tables(Articles([Article("a", "Shelling killed ten people in Hajin on Tuesday.", date(2018, 11, 14), "stated")], []))[
        "claims"
    ]
    rows = []
    for number, (qualifier, value, group, parts) in enumerate(trees):
        high = None if qualifier != "exact" else value
        evidence = f"{'more than ' if qualifier == 'more_than' else ''}{value:.0f}"
        row = one.iloc[0].to_dict() | {
            "value": value,
            "low": value,
            "high": high,
            "qualifier": qualifier,
            "evidence": evidence,
            "group": group,
        }
        rows.append(row | {"claim_id": f"t{number}"})
        for part, (count, of) in enumerate(parts):
            mine = {"value": count, "low": count, "high": count, "qualifier": "exact", "evidence": f"{count:.0f}", "group": of}
            rows.append(row | mine | {"claim_id": f"t{number}p{part}", "part_of": f"t{number}"})
    return pd.DataFrame(rows).astype({"part_of": "string"})


def test_what_does_not_fit_is_drawn_first() -> None:
    whole = [("exact", 1000.0 + n, "people", [(500.0, "civilians"), (500.0 + n, "is_fighters")]) for n in range(9)]
    ax = charts.parts_of_totals(
        NO_EVENTS, breakdown(*whole, ("exact", 20.0, "people", [(15.0, "civilians"), (9.0, "is_fighters")])), axes()
    )
    told = said(ax)
    assert "1 of 10 totals of the dead or wounded does not agree with its parts" in told
    assert "20 people killed: 15 + 9 = 24, stated 20" in told
    sums = [text for text in told if " people killed: " in text]
    assert sums[0].startswith("20 people")


def test_an_open_total_may_be_all_of_its_parts() -> None:
    ax = charts.parts_of_totals(
        NO_EVENTS, breakdown(("more_than", 500.0, "people", [(346.0, "is_fighters"), (170.0, "government_fighters")])), axes()
    )
    assert "more than 500 people killed: 346 + 170 of more than 500; may add up" in said(ax)
    assert "A total of the dead or wounded and its parts, which may add up" in said(ax)


def test_fighters_are_no_part_of_civilians() -> None:
    ax = charts.parts_of_totals(NO_EVENTS, breakdown(("exact", 28.0, "civilians", [(27.0, "is_fighters")])), axes())
    assert said(ax)[0].startswith("No statement about")


def test_an_article_is_named_by_its_day_and_only_then_by_more() -> None:
    day, other = pd.Timestamp("2018-05-02"), pd.Timestamp("2018-05-03")
    articles = pd.DataFrame(
        {
            "article_id": ["000_712a1b7bdda785f2", "b", "c", "d", "e"],
            "published": [other, day, day, day, pd.NaT],
            "outlet": ["Reuters", "Reuters", "Reuters", "SANA", None],
            "title": [None, "Army says it has taken Hajin", "Raid in the desert", None, None],
        }
    )
    assert list(article_names(articles).values()) == [
        "3 May 2018",
        "2 May 2018, Reuters, “Army says it…”",
        "2 May 2018, Reuters, “Raid in the…”",
        "2 May 2018, SANA",
        "",
    ]


@pytest.mark.parametrize("width", ["double", "single"])
def test_the_heads_of_a_table_are_upright(width: str) -> None:
    told = "Shelling on Hajin on Tuesday killed 12 civilians and wounded 30. Some 500 people fled. SDF fighters detained nine men."
    claims = build_tables(Articles([Article("a", told, date(2018, 11, 14), "stated")], []))["claims"]
    ax = charts.quoted_on(claims, axes(width))
    assert {t.get_rotation() for t in ax.get_xticklabels()} == {0.0}


def test_families_are_not_drawn_as_people() -> None:
    told = "About 5,000 people fled Hajin on Tuesday. Dozens of families fled Baghuz on Tuesday."
    claims = build_tables(Articles([Article("a", told, date(2018, 11, 14), "stated")], []))["claims"]
    ax = charts.flight(claims, axes())
    assert [list(line.get_ydata()) for line in ax.lines if line.get_marker() in style.MARKERS.values() and line.get_markersize() < 5] == [
        [5000]
    ]
    assert [text for text in said(ax) if "Counted in families, not drawn: “dozens” of families (Baghuz, 13 Nov 2018)." in text]


def test_a_bar_that_began_before_the_time_shown_says_so() -> None:
    told = "About 5,000 people fled Hajin on Tuesday. Since January 2014 about 2,000,000 people have fled Baghuz."
    claims = build_tables(Articles([Article("a", told, date(2018, 11, 14), "stated")], []))["claims"]
    ax = charts.flight(claims, axes())
    assert [line.get_marker() for line in ax.lines].count("<") == 1
    assert any("began before the time shown" in text for text in said(ax))
    late = charts.flight(claims[claims["value"] == 5000], axes())
    assert not any("arrowhead" in text for text in said(late))


@pytest.mark.parametrize(
    ("some", "of", "told"),
    [
        (9, 16, "9 of 16 claims are"),
        (1, 3, "1 of 3 claims is"),
        (3, 3, "All 3 claims are"),
        (1, 1, "The one claim is"),
        (0, 7, "None of 7 claims is"),
    ],
)
def test_titles_in_the_right_number(some: int, of: int, told: str) -> None:
    assert some_of(some, of, ("claim", "claims"), ("is", "are")) == told


@pytest.mark.parametrize(
    ("last", "ticks"),
    [
        ("2014-08-24", ["21 Aug\n2014", "22 Aug", "23 Aug"]),
        ("2014-10-05", ["21 Aug\n2014", "26 Aug", "1 Sep"]),
        ("2015-02-01", ["Sep\n2014", "Oct", "Nov", "Dec", "Jan\n2015", "Feb"]),
        ("2021-01-01", ["2015", "2016", "2017"]),
    ],
)
def test_a_short_time_has_days_and_a_long_one_years(last: str, ticks: list[str]) -> None:
    ax = axes()
    date_axis(ax, pd.Series(pd.to_datetime(["2014-08-24", last])))
    ax.figure.draw_without_rendering()
    assert [t.get_text() for t in ax.get_xticklabels()][: len(ticks)] == ticks


@pytest.mark.parametrize(
    ("total", "part", "rest"),
    [
        ("exact", "exact", "14 not broken down"),
        ("at_least", "exact", "14 or more not broken down"),
        ("exact", "at_least", "14 or fewer not broken down"),
        ("at_least", "at_least", "the rest not broken down"),
        ("about", "exact", "about 14 not broken down"),
    ],
)
def test_the_rest_is_as_open_as_total_and_parts(total: str, part: str, rest: str) -> None:
    claims = breakdown(("exact", 20.0, "people", [(6.0, "civilians")])).assign(qualifier=[total, part])
    claims.loc[claims["qualifier"] == "at_least", "high"] = float("nan")
    assert rest in " ".join(said(charts.parts_of_totals(NO_EVENTS, claims, axes())))


def test_heads_and_names_of_a_table_have_room_in_one_column() -> None:
    """Six subjects beside long names: no head touches the next, and no name takes the row above."""
    told = "Shelling on Hajin on Tuesday killed 12 civilians and wounded 30. Some 500 people fled. SDF fighters detained nine men."
    told += " Some 40 fighters remain in Baghuz. IS holds four square kilometres."
    day = date(2018, 11, 14)
    titles = ("Incomprehensibilities of reconstruction everywhere at once", "Incomprehensibilities of administration everywhere at once")
    read = [Article(f"a{n}", told, day, "stated", title=title, outlet="A wire of many words") for n, title in enumerate(titles)]
    tables = build_tables(Articles(read, []))
    ax = charts.claims_by_article(tables["articles"], tables["claims"], axes("single"))
    ax.figure.draw_without_rendering()
    for words in (ax.get_xticklabels(), ax.get_yticklabels()):
        boxes = [t.get_window_extent().shrunk(1, 0.9) for t in words]
        assert len(boxes) >= 2
        assert not [1 for n, one in enumerate(boxes) for other in boxes[n + 1 :] if one.overlaps(other)]
