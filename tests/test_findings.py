"""Findings are sentences made of claims: every number with its place, days, speaker and id; article text is no markup."""

from datetime import date

import pandas as pd
import pytest

from analysis import findings, wording
from analysis.articles import Article, Articles
from analysis.extraction.lexicon import Lexicon
from analysis.tables import build_tables

CASES = {
    "a count": ("Shelling killed at least 12 civilians in Homs, a monitor said.", "**At least 12** civilians were killed in Homs"),
    "a vague word": ("Shelling killed dozens of civilians in Homs, a monitor said.", "**Dozens** of civilians were killed in Homs"),
    "families": ("Dozens of families have fled Homs.", "**Dozens** of families fled"),
    "an area": ("Islamic State now holds just nine square kilometers.", "IS is said to have held **nine** square kilometres"),
    "a length": ("IS holds a 12 km stretch along the river.", "IS is said to have held a stretch of **12** km"),
    "a comparison": (
        "IS once held territory roughly the size of Britain.",
        "IS is said to have held an area **roughly the size of Britain**",
    ),
    "a share held": ("IS holds a third of Iraq.", "IS is said to have held **a third** of the land in Iraq"),
    "most of it": (
        "IS has lost most of its territory in Syria.",
        "IS is said to have lost **most** of the land in Syria by 7 Mar 2017",
    ),
    "the bulk of it": (
        "IS has lost the vast bulk of its territory in Syria.",
        "IS is said to have lost the **vast bulk** of the land in Syria by 7 Mar 2017",
    ),
    "the suspected": ("The force detained 30 suspected IS fighters on Monday.", "**30** suspected IS fighters were held"),
    "children": ("Shelling killed 12 children in Homs, a monitor said.", "**12** children were killed in Homs"),
    "a hedge behind": ("Shelling killed 1500 people at least in Homs, a monitor said.", "**At least 1,500** people were killed in Homs"),
    "a share": ("IS has lost 60 percent of its territory in Syria.", "IS is said to have lost **60 percent** of the land in Syria"),
    "the detained": ("The force detained 30 IS fighters near Homs on Monday.", "**30** IS fighters were held"),
}


def claims_of(text: str, lexicon: Lexicon, article: str = "a") -> pd.DataFrame:
    return build_tables(Articles([Article(article, text, date(2017, 3, 7), "stated")]), lexicon)["claims"]


@pytest.mark.parametrize(("text", "told"), CASES.values(), ids=CASES)
def test_a_claim_in_words(text: str, told: str, lexicon: Lexicon) -> None:
    claims = claims_of(text, lexicon)
    assert len(claims) == 1
    sentence = findings.sentence(claims.iloc[0])
    assert sentence.startswith(told)
    assert f"(`{claims['claim_id'][0]}`)." in sentence


@pytest.mark.parametrize(
    ("parts", "verdict"),
    [
        ("five children and seven women", "the parts add up in 1"),
        ("five children", "the parts leave a rest in 1"),
        ("nine children and seven women", "the parts exceed the total in 1"),
    ],
)
def test_sums_are_checked_and_said(parts: str, verdict: str, lexicon: Lexicon) -> None:
    claims = claims_of(f"Air strikes killed 12 civilians, including {parts}, in Homs on Monday, a monitor said.", lexicon)
    assert f"- **1** total of the dead is broken down; {verdict}." in findings.of_casualties(claims)


def test_no_claims_are_said_in_words(lexicon: Lexicon) -> None:
    claims = claims_of("Nothing happened.", lexicon)
    for tell in (findings.of_casualties, findings.of_displacement, findings.of_territory):
        assert tell(claims).count("there is no statement in these articles") == 2


def test_land_held_as_a_share_is_a_statement_on_land_held(lexicon: Lexicon) -> None:
    told = findings.of_territory(claims_of("IS holds a third of Iraq.", lexicon))
    assert "On land held there is no statement" not in told
    assert "On land lost there is no statement" in told


def test_one_of_each_is_singular(lexicon: Lexicon) -> None:
    tables = build_tables(Articles([Article("a", "Shelling killed 12 people in Homs.", date(2017, 3, 7), "stated")]), lexicon)
    lines = findings.of_claims(tables["articles"], tables["claims"]).split("\n")
    assert lines[0] == "- **1 article**, published on 7 Mar 2017, holds **1 claim** about people and land."


def test_an_id_cannot_become_markup(lexicon: Lexicon) -> None:
    claims = claims_of("Shelling killed 12 people in Homs, a monitor said.", lexicon, "<i>`x`</i>")
    assert "according to the Syrian Observatory (`&lt;i&gt;x&lt;/i&gt;:16`)." in findings.sentence(claims.iloc[0])


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2018-07-12", "2018-07-12", "12 Jul 2018"),
        ("2018-12-04", "2018-12-06", "4 to 6 Dec 2018"),
        ("2018-11-28", "2018-12-06", "28 Nov to 6 Dec 2018"),
        ("2018-12-01", "2019-02-10", "1 Dec 2018 to 10 Feb 2019"),
        ("2018-02-01", "2018-02-28", "Feb 2018"),
        ("2014-01-01", "2014-12-31", "2014"),
        (None, "2018-12-06", "until 6 Dec 2018"),
        ("2018-12-06", None, "since 6 Dec 2018"),
        (None, None, ""),
    ],
)
def test_a_period_in_words(start: str | None, end: str | None, words: str) -> None:
    assert wording.period(pd.Series({"date_start": pd.to_datetime(start), "date_end": pd.to_datetime(end)})) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (23, 23, "23"),
        (24, 99, "24 to 99"),
        (37_000, None, "37,000 or more"),
        (None, 600, "600 or fewer"),
        (0.5, 1, "0.5 to 1"),
        (None, None, ""),
    ],
)
def test_a_range_in_words(low: float | None, high: float | None, words: str) -> None:
    assert wording.bounds(pd.Series({"low": low, "high": high}, dtype=float)) == words


@pytest.mark.parametrize(
    ("evidence", "qualifier", "words"),
    [
        ("156 at least", "at_least", "at least 156"),
        ("a dozen at the most", "at_most", "at the most a dozen"),
        ("27 or more", "at_least", "27 or more"),
        ("More than 230000", "more_than", "more than 230,000"),
        ("about 23 000", "about", "about 23,000"),
        ("ten", "at_least", "at least ten"),
        ("37,000-plus", "more_than", "37,000-plus"),
        ("5812", "exact", "5,812"),
        ("37,000", "exact", "37,000"),
        ("4-6", "between", "4-6"),
        ("99.5 percent", "exact", "99.5 percent"),
        ("between 300 and\n 400", "between", "between 300 and 400"),
    ],
)
def test_words_as_they_read_before_their_noun(evidence: str, qualifier: str, words: str) -> None:
    assert wording.words(evidence, qualifier) == words


@pytest.mark.parametrize(
    ("low", "high", "unit", "words"),
    [(0.5, 1, "share", "50% to 100%"), (0.995, None, "share", "99.5% or more"), (None, 0.03, "share", "3% or less"), (4, 4, "km2", "4")],
)
def test_a_share_is_told_in_percent(low: float | None, high: float | None, unit: str, words: str) -> None:
    assert wording.bounds(pd.Series({"low": low, "high": high, "unit": unit})) == words


def test_sources_disputes_and_answers_are_counted(lexicon: Lexicon) -> None:
    told = [
        "A coalition strike on Hajin on Monday killed 12 civilians, the Syrian Observatory for Human Rights said."
        " The coalition denied that it had struck Hajin.",
        "A strike on Hajin on Monday killed 15 civilians, state news agency SANA said.",
        "Shelling in Raqqa on Monday killed dozens of people, the Syrian Observatory for Human Rights said.",
    ]
    read = [Article(name, text, date(2017, 3, 7), "stated") for name, text in zip("abc", told, strict=True)]
    tables = build_tables(Articles(read), lexicon)
    lines = findings.of_sources(tables["claims"], tables["events"], tables["responses"]).split("\n")
    assert lines[0] == "- **3 statements** of 2 sources; quoted most: Syrian Observatory 2, state media 1."
    assert lines[1] == "- Of **2 events** with dead or wounded, 1 rests on a single source, and **1** is disputed."
    assert lines[2].startswith("- Disputed: **12 to 15** civilians killed, Hajin, 6 Mar 2017 (`a:")
    assert lines[3] == "- The accused deny it once."
    assert lines[4] == "- Of 3 statements, 2 give a bare number and 1 a vague word such as “dozens”; the rest are hedged."


def test_no_sources_are_said_in_words(lexicon: Lexicon) -> None:
    tables = build_tables(Articles([Article("a", "Nothing happened.", date(2017, 3, 7), "stated")]), lexicon)
    assert findings.of_sources(tables["claims"], tables["events"], tables["responses"]) == "- No statement in these articles."
