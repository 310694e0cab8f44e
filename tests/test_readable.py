"""Tables in words: every code has its words, ranges and shares read as a person would say them."""

import datetime as dt

import pandas as pd
import pytest

from analysis import readable, schema
from analysis.articles import Article, Articles
from analysis.tables import build_tables

SOHR = "the Syrian Observatory for Human Rights said"
ARTICLES = [
    (dt.date(2018, 11, 14), f"A strike on Hajin on Tuesday killed 40 people, including 12 civilians and 28 IS fighters, {SOHR}."),
    (dt.date(2018, 12, 3), f"The battle for Hajin has killed 820 IS fighters since September 10, 2018, {SOHR}."),
    (
        dt.date(2018, 12, 14),
        f"The battle for Hajin has killed 790 IS fighters since September 10, 2018, {SOHR}. Dozens of families fled Hajin on Tuesday.",
    ),
    (
        dt.date(2018, 12, 15),
        "IS once held territory roughly the size of Britain. IS has lost 99 percent of its territory in Syria and Iraq.",
    ),
]


@pytest.fixture(scope="module")
def tables() -> dict[str, pd.DataFrame]:
    return build_tables(Articles([Article(chr(97 + n), text, day, "stated") for n, (day, text) in enumerate(ARTICLES)], []))


def test_every_code_has_its_words() -> None:
    assert tuple(readable.SCOPES) == schema.SCOPES
    assert tuple(readable.ANSWERS) == schema.KINDS
    assert tuple(readable.GRADES) == schema.HARM_GRADES
    assert tuple(readable.ATTRIBUTIONS) == schema.ATTRIBUTION_GRADES
    assert tuple(readable.CHANGES) == schema.CHANGES
    assert tuple(readable.ACCOUNTS) == schema.ACCOUNTS
    assert tuple(readable.VERDICTS) == schema.VERDICTS


@pytest.mark.parametrize("name", readable.WORDED)
def test_an_empty_table_stays_empty(name: str, tables: dict[str, pd.DataFrame]) -> None:
    assert readable.WORDED[name](tables[name].iloc[:0]).empty


def test_a_running_total_in_words(tables: dict[str, pd.DataFrame]) -> None:
    told = readable.running_totals(tables["running_totals"])
    assert told["against the one before"].tolist() == ["", "revised: -30"]
    assert told["events inside"].tolist() == ["1: 28", "1: 28"]
    assert told["they account for"].tolist() == ["a part of it (3%)", "a part of it (4%)"]  # 28 of 820, 28 of 790
    assert told.index.tolist() == tables["running_totals"]["claim_id"].tolist()


def test_a_sum_in_words(tables: dict[str, pd.DataFrame]) -> None:
    assert readable.sums(tables["sums"])[["total", "parts", "sum", "verdict"]].values.tolist() == [
        ["40 people", "12 civilians; 28 IS fighters", "40", "adds up"]
    ]


def test_families_and_land_in_words(tables: dict[str, pd.DataFrame]) -> None:
    assert readable.flight(tables["flight"])[["words", "of", "people"]].values.tolist() == [["Dozens", "families", "83 to 359"]]
    lost = readable.land(tables["land"]).set_index("words").loc["99 percent"]
    assert lost["how"].endswith("less 99 percent")


def test_an_open_area_is_less_and_not_fewer(tables: dict[str, pd.DataFrame]) -> None:
    assert readable.land(tables["land"].head(1).assign(km2_low=None, km2_high=0.5))["km²"].tolist() == ["0.5 or less"]


def test_who_answers_is_told_by_name(tables: dict[str, pd.DataFrame]) -> None:
    answer = {"event_id": "a:1", "speaker": "government", "kind": "denied", "evidence": "Moscow denied it", "date": pd.NaT}
    frame = pd.DataFrame([answer])
    assert readable.responses(frame, tables["events"])["who"].tolist() == ["Russia"]
    assert readable.responses(frame)["who"].tolist() == ["Damascus or Moscow"]


def test_an_event_in_words(tables: dict[str, pd.DataFrame]) -> None:
    told = readable.events(tables["events"])
    assert told[["where", "when", "of", "range"]].values.tolist()[0] == ["Hajin", "13 Nov 2018", "people", "40"]


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(0.04, 0.04, "4%"), (None, 0.04, "at most 4%"), (0.1, None, "at least 10%"), (0.1, 0.2, "10% to 20%"), (None, None, "")],
)
def test_shares_in_words(low: float | None, high: float | None, words: str) -> None:
    frame = pd.DataFrame({"share_low": [low], "share_high": [high]}, dtype=float)
    assert [readable._share(*row) for row in frame.itertuples(index=False)] == [words]


def test_published_figures_are_told_in_words() -> None:
    day = pd.Timestamp("2018-12-15")
    frame = pd.DataFrame(
        {"as_of": [day, day], "since": [pd.Timestamp("2018-09-10"), None], "people": [35000, None], "qualifier": ["more_than", None]}
    )
    assert readable.published(frame).values.tolist() == [["10 Sep 2018", "35,000", "more than"], ["", "", ""]]
