"""Captions and alternative texts: whose words a figure shows, of where and when, each statement a sentence."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from analysis import captions, charts
from analysis.articles import Article, Articles
from analysis.extraction.lexicon import Lexicon
from analysis.session import Session
from analysis.tables import build_tables

DAY = date(2018, 11, 14)
OBSERVATORY = "the Syrian Observatory for Human Rights said"


def claims_of(text: str, lexicon: Lexicon) -> pd.DataFrame:
    return build_tables(Articles([Article("a", text, DAY, "stated")]), lexicon)["claims"]


def test_a_caption_names_sources_places_and_days(lexicon: Lexicon) -> None:
    text = f"Shelling killed 12 people in Homs on Monday, {OBSERVATORY}. A mine killed nine people in Raqqa on Tuesday, {OBSERVATORY}."
    told = captions.about(claims_of(f"{text} Some 900 people fled from Homs on Tuesday, the UN said.", lexicon))
    assert told == "3 statements by the Syrian Observatory (2) and the UN (1) on Homs and Raqqa, 12 to 13 Nov 2018."


def test_of_many_places_the_first_are_named(lexicon: Lexicon) -> None:
    towns = ("Homs", "Raqqa", "Hajin", "Baghuz", "Aleppo")
    said = [f"Shelling killed {n} people in {town} on Monday, {OBSERVATORY}." for n, town in enumerate(towns, 12)]
    told = captions.about(claims_of(" ".join(said), lexicon))
    assert told == "5 statements by the Syrian Observatory on Homs, Raqqa, Hajin and 2 other places, 12 Nov 2018."


def test_an_alternative_text_tells_each_statement_by_day(lexicon: Lexicon) -> None:
    text = f"A mine killed at least nine people in Raqqa on Tuesday, {OBSERVATORY}. IS holds four square kilometers."
    claims = claims_of(f"{text} Some 900 people fled from Homs on Monday, the UN said.", lexicon)
    assert captions.alternative("A title", claims[claims["unit"] == "people"]) == (
        "A title. Some 900 people fled Homs on 12 Nov 2018, according to the UN."
        " At least nine people were killed in Raqqa on 13 Nov 2018, according to the Syrian Observatory."
    )
    assert "IS is said to have held four square kilometres" in captions.alternative("A title", claims)


def test_a_part_is_told_with_its_total(lexicon: Lexicon) -> None:
    claims = claims_of(f"A strike on Homs on Monday killed 12 civilians, among them five children, {OBSERVATORY}.", lexicon)
    assert captions.alternative("A title", claims) == (
        "A title. 12 civilians (of these five children) were killed in Homs on 12 Nov 2018, according to the Syrian Observatory."
    )


def test_land_is_told_beside_many_people(lexicon: Lexicon) -> None:
    said = " ".join(f"Shelling killed {n} people in Homs on Monday, {OBSERVATORY}." for n in range(20, 33))
    assert "four square kilometres" in captions.alternative("A title", claims_of(f"{said} IS holds four square kilometers.", lexicon))


def test_the_days_of_a_caption_are_no_finer_than_the_text(lexicon: Lexicon) -> None:
    claims = claims_of(f"IS held large parts of Iraq in 2014. Shelling killed 12 people in Homs on Monday, {OBSERVATORY}.", lexicon)
    assert captions.about(claims).endswith(", 2014 to 12 Nov 2018.")


def test_articles_are_told_by_month() -> None:
    days = pd.to_datetime(["2018-05-02", "2018-05-20", "2018-07-13", None])
    articles = pd.DataFrame({"published": days, "claims": [6, 3, 1, 2]}).astype({"claims": "Int64"})
    assert captions.by_month(articles) == "May 2018: 2 articles, 9 claims; Jul 2018: 1 article, 1 claim"


def test_of_many_statements_the_largest_are_told(lexicon: Lexicon) -> None:
    claims = claims_of(" ".join(f"Shelling killed {n} people in Homs on Monday, {OBSERVATORY}." for n in range(20, 33)), lexicon)
    told = captions.alternative("A title", claims)
    assert "32 people were killed" in told and "22 people" not in told
    assert told.endswith(" 3 smaller statements are left out here.")


CHARTS = [charts.deaths_by_event, charts.flight, charts.territory, charts.overview, charts.by_source, charts.claims_map, charts.hedging]


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.__name__)
def test_a_chart_of_nothing_is_a_line_and_no_file(chart: object, frames_of: Callable[..., list[pd.DataFrame]], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("date 2018-11-14 Nothing happened.", encoding="utf-8")
    run = Session(str(tmp_path), figures=str(tmp_path / "figures"))
    said: list[str] = []
    run.say = said.append  # type: ignore[method-assign]
    run.draw(chart, *frames_of(chart, run.tables))  # type: ignore[arg-type]
    assert [text.split()[0] for text in said] == ["No"]
    assert not (tmp_path / "figures").exists()
