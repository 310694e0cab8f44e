"""The charts of agreement: what they count, whom they show, and that they say where there is nothing."""

import datetime as dt

import pandas as pd
import pytest
from matplotlib.axes import Axes

from analysis import charts, style
from analysis.articles import Article, Articles
from analysis.charts.marks import shown
from analysis.tables import build_tables

SOHR = "the Syrian Observatory for Human Rights said"
SANA = "state news agency SANA said"
ARTICLES = [
    f"A coalition strike on Hajin on Tuesday killed 12 civilians, {SOHR}. The coalition denied that it had struck Hajin.",
    f"A strike on Hajin on Tuesday killed 15 civilians, {SANA}.",
    f"Shelling in Raqqa on Monday killed at least three people and wounded dozens, {SOHR}.",
]
TOWNS = (  # twelve
    "Hajin", "Manbij", "Palmyra", "Tabqa", "Kobani", "Mosul", "Mayadin", "Afrin", "Saraqib", "Qamishli", "Shaddadi", "Khan Sheikhoun",
)  # fmt: skip


@pytest.fixture(scope="module")
def tables() -> dict[str, pd.DataFrame]:
    day = dt.date(2018, 11, 14)  # a Wednesday
    return build_tables(Articles([Article(chr(97 + n), text, day, "stated") for n, text in enumerate(ARTICLES)], []))


def axes(width: str = "double") -> Axes:
    return style.figure(width, 2.8).subplots()


def texts(ax: Axes) -> list[str]:
    return [" ".join(t.get_text().split()) for t in ax.texts if t.get_text()]


def test_who_is_quoted_on_what(tables: dict[str, pd.DataFrame]) -> None:
    ax = charts.quoted_on(tables["claims"], axes())
    assert [t.get_text() for t in ax.get_yticklabels()] == ["Syrian Observatory", "state media"]
    assert [t.get_text().replace("\n", " ") for t in ax.get_xticklabels()] == ["civilians killed", "people killed", "wounded"]
    assert "3 of 4 statements come from the Syrian Observatory" in texts(ax)


@pytest.mark.parametrize("width", ["double", "single"])
def test_a_dispute_has_its_statements_and_answers(width: str, tables: dict[str, pd.DataFrame]) -> None:
    ax = charts.disputes(tables["events"], tables["responses"], tables["claims"], axes(width))
    names = [" ".join(t.get_text().split()) for t in ax.get_yticklabels()]
    assert names == [
        "Hajin, 13 Nov 2018: disputed (numbers differ; denied by the US-led coalition)",
        "Syrian Observatory",
        "state media",
        "US-led coalition",
    ]  # Raqqa is told by one source
    told = texts(ax)
    assert "1 of 2 events with dead or wounded is disputed" in told
    assert "15 civilians killed" in told
    (answer,) = [t for t in ax.texts if t.get_text().startswith("– says it was not so: ")]
    assert answer.get_fontstyle() == "italic"
    assert "12 civilians killed by the US-led coalition" in told  # whom the dispute is about, at any width


def test_in_words_a_dispute_has_its_statements_and_who_denies(tables: dict[str, pd.DataFrame]) -> None:
    told, _ = shown(charts.disputes(tables["events"], tables["responses"], tables["claims"], axes()).figure) or ("", [])
    assert told == (
        "Hajin, 13 Nov 2018: disputed (numbers differ; denied by the US-led coalition)."
        " Syrian Observatory: 12 civilians killed by the US-led coalition;"
        " state media: 15 civilians killed; US-led coalition: says it was not so"
    )


def test_a_long_answer_is_broken_into_lines(tables: dict[str, pd.DataFrame]) -> None:
    """Who says it stands at the left; what is said is not cut, or between words."""
    said = "In an email, the coalition said it had not struck the village at all and would look into any report of harm to its people there"
    responses = tables["responses"].assign(evidence=said)
    ax = charts.disputes(tables["events"], responses, tables["claims"], axes("single"))
    (answer,) = [t for t in ax.texts if t.get_text().startswith("– says it was not so: ")]
    assert " ".join(answer.get_text().split()) == (
        "– says it was not so: it had not struck the village at all and would look into any report of harm to its people there"
    )
    assert answer.get_text().count("\n") >= 2


@pytest.mark.parametrize(
    ("perpetrators", "named"),
    [
        ("coalition", "the US-led coalition"),
        ("iraq", "Iraq"),
        ("is;sdf", "IS and the SDF"),
        ("government;russia", "the Syrian government and Russia"),
        ("unknown", ""),
        ("other;turkey", "Turkey"),
    ],
)
def test_who_did_it_is_no_speaker(perpetrators: str, named: str) -> None:
    assert style.actors(perpetrators) == named


def test_many_disputes_have_a_row_each() -> None:
    """Twelve towns, two sources each that do not meet, and one event on which they agree: three rows each are too many for one chart."""
    told = [
        f"A strike on {town} on Tuesday killed {said}." for town in TOWNS for said in (f"12 civilians, {SOHR}", f"40 civilians, {SANA}")
    ]
    told += [f"Shelling in Daraa on Monday killed 7 people, {said}." for said in (SOHR, SANA)]
    read = [Article(f"m{n}", text, dt.date(2018, 11, 14), "stated") for n, text in enumerate(told)]
    many = build_tables(Articles(read, []))
    ax = charts.disputes(many["events"], many["responses"], many["claims"], axes())
    assert {t.get_text() for t in ax.get_yticklabels()} == {f"{town}, 13 Nov 2018" for town in TOWNS}
    assert texts(ax).count("12 to 40 civilians killed (Syrian Observatory and state media); numbers differ") == len(TOWNS)
    assert "12 of 13 events with dead or wounded are disputed" in texts(ax)


def test_an_event_whose_claims_are_left_out_has_no_heading(tables: dict[str, pd.DataFrame]) -> None:
    raqqa = tables["claims"][tables["claims"]["place"] != "Hajin"]
    ax = charts.disputes(tables["events"], tables["responses"], raqqa, axes())
    assert texts(ax)[0].startswith("No statement about")


def test_how_hedged_each_source_is(tables: dict[str, pd.DataFrame]) -> None:
    ax = charts.hedging(tables["claims"], axes())
    assert [t.get_text() for t in ax.get_yticklabels()] == ["Syrian Observatory (3)", "state media (1)"]
    counts = [[bar.get_width() for bar in of] for of in ax.containers]
    assert counts == [[1, 1], [0, 0], [1, 0], [1, 0]]  # 12; at least three; dozens: to one scale, one statement is no 100 percent
    assert "2 of 4 statements are bare numbers" in texts(ax)


def test_nothing_is_said_in_words(tables: dict[str, pd.DataFrame]) -> None:
    none = tables["claims"].iloc[:0]
    for ax in (
        charts.quoted_on(none, axes()),
        charts.hedging(none, axes()),
        charts.disputes(tables["events"].iloc[:0], tables["responses"].iloc[:0], none, axes()),
    ):
        assert texts(ax)[0].startswith("No statement about")


def test_a_row_of_one_figure_says_why_it_is_disputed() -> None:
    """Thirteen strikes that one source reports and the accused denies: too many for answers in full. One toll is a part of a wider one."""
    told = [
        f"A coalition strike on {town} on Tuesday killed 12 civilians, {SOHR}. The coalition denied that it had struck {town}."
        for town in TOWNS
    ]
    told.append(
        f"Coalition strikes killed at least 30 civilians in Aleppo province on Tuesday, {SOHR}. The strikes hit the village of Anadan,"
        " where 20 people died, and the town of Atarib, where 10 died. The coalition denied that it had struck Anadan."
    )
    many = build_tables(Articles([Article(f"m{n}", text, dt.date(2018, 11, 14), "stated") for n, text in enumerate(told)], []))
    ax = charts.disputes(many["events"], many["responses"], many["claims"], axes())
    assert texts(ax).count("12 civilians killed (Syrian Observatory); denied by the US-led coalition") == len(TOWNS)
    assert "20 people killed (Syrian Observatory); denied by the US-led coalition" in texts(ax)


@pytest.mark.parametrize(
    ("told", "heading", "rows"),
    [
        (
            [f"A strike on Hajin on Tuesday killed 12 civilians and wounded 30 people, {SOHR}.",
             f"A strike on Hajin on Tuesday killed 40 civilians and wounded 30 people, {SANA}."],
            "Hajin, 13 Nov 2018: disputed (numbers differ)",
            ["12 civilians killed", "40 civilians killed"],
        ),
        (
            [f"A coalition strike on Hajin on Tuesday killed 12 civilians, {SOHR}.",
             "A Russian strike on Hajin on Tuesday killed 12 civilians, residents said."],
            "Hajin, 13 Nov 2018: disputed (authors differ)",
            ["12 civilians killed by Russia", "12 civilians killed by the US-led coalition"],
        ),
        (
            [f"A coalition strike on Hajin on Tuesday killed 12 civilians, {SOHR}."
             " A coalition spokesman said that it or its partner forces may have conducted strikes in the vicinity."],
            "Hajin, 13 Nov 2018: disputed (another author named by the US-led coalition)",
            ["12 civilians killed by the US-led coalition"],
        ),
        (
            ["A strike on Hajin on Tuesday killed 34 civilians, residents said.",
             f"A strike on Hajin on Tuesday killed at least 53 civilians, {SOHR}."
             " The Observatory had initially given a toll of 34 civilians killed in Hajin on Tuesday, but more bodies were recovered."],
            "Hajin, 13 Nov 2018: disputed (numbers differ)",
            ["34 civilians killed", "at least 53 civilians killed"],
        ),
        (
            [f"A strike on Hajin on Tuesday killed 18 civilians, {SOHR}.", f"A strike on Hajin on Tuesday killed 18 IS fighters, {SANA}."],
            "Hajin, 13 Nov 2018: disputed (whom it counts differs)",
            ["18 IS fighters killed by the Syrian government", "18 civilians killed"],
        ),
    ],
    ids=["one class only", "authors", "another author", "a replaced figure", "civilians or fighters"],
)  # fmt: skip
def test_only_what_is_disputed_is_drawn_and_why(told: list[str], heading: str, rows: list[str]) -> None:
    """A row for the latest figure of each source on the class that is disputed."""
    read = [Article(f"m{n}", text, dt.date(2018, 11, 14), "stated") for n, text in enumerate(told)]
    found = build_tables(Articles(read, []))
    ax = charts.disputes(found["events"], found["responses"], found["claims"], axes())
    assert ax.get_yticklabels()[0].get_text() == heading
    assert sorted(text for text in texts(ax) if text.startswith(("1", "3", "4", "at least"))) == rows
    (note,) = [" ".join(t.get_text().split()) for t in ax.texts if t.get_gid() == "note"]
    assert all(
        ground in note for ground in ("do not meet", "civilians and another fighters", "different authors", "denies it", "another author.")
    )


def test_who_denies_is_named() -> None:
    """The speaker category of Ankara holds others too; its words name it."""
    text = f"A Turkish air strike on Hajin on Tuesday killed 18 civilians, {SOHR}. Turkey denied that it had bombed Hajin."
    found = build_tables(Articles([Article("m", text, dt.date(2018, 11, 14), "stated")], []))
    ax = charts.disputes(found["events"], found["responses"], found["claims"], axes())
    assert ax.get_yticklabels()[0].get_text() == "Hajin, 13 Nov 2018: disputed (denied by Turkey)"
