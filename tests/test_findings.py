"""Findings are sentences made of claims: every number with its place, days, speaker and id; article text is no markup."""

import re
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from analysis import charts, citations, findings, style, wording
from analysis.articles import Article, Articles, read_articles
from analysis.charts.marks import told
from analysis.extraction.lexicon import Lexicon
from analysis.findings.sentences import ANOTHER
from analysis.tables import build_tables

CASES = {
    "a count": ("Shelling killed at least 12 civilians in Homs, a monitor said.", "**At least 12** civilians were killed in Homs"),
    "a vague word": ("Shelling killed dozens of civilians in Homs, a monitor said.", "**Dozens** of civilians were killed in Homs"),
    "families": ("Dozens of families have fled Homs.", "**Dozens** of families fled Homs"),
    "those who left": ("Some 900 people fled from Homs on Monday.", "**Some 900** people fled Homs on 6 Mar 2017"),
    "those who came": ("Some 900 people fled to Homs on Monday.", "**Some 900** people were displaced in Homs on 6 Mar 2017"),
    "one": ("Shelling killed one child in Homs on Monday, a monitor said.", "**One** child was killed in Homs on 6 Mar 2017"),
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
    "the suspected": ("The force detained 30 suspected IS fighters on Monday.", "**30** suspected IS fighters were detained"),
    "those said to be there": ("Up to 600 IS fighters remain in Baghuz.", "**Up to 600** IS fighters were said to be in Baghuz"),
    "children": ("Shelling killed 12 children in Homs, a monitor said.", "**12** children were killed in Homs"),
    "a hedge behind": ("Shelling killed 1500 people at least in Homs, a monitor said.", "**At least 1,500** people were killed in Homs"),
    "a share": ("IS has lost 60 percent of its territory in Syria.", "IS is said to have lost **60 percent** of the land in Syria"),
    "the detained": ("The force detained 30 IS fighters near Homs on Monday.", "**30** IS fighters were detained"),
}


def claims_of(text: str, lexicon: Lexicon, article: str = "a") -> pd.DataFrame:
    return build_tables(Articles([Article(article, text, date(2017, 3, 7), "stated")]), lexicon)["claims"]


@pytest.mark.parametrize(("text", "told"), CASES.values(), ids=CASES)
def test_a_claim_in_words(text: str, told: str, lexicon: Lexicon) -> None:
    claims = claims_of(text, lexicon)
    assert len(claims) == 1
    told_of = findings.land if claims["measure"][0].startswith("territory") else findings.sentence
    sentence = told_of(claims)
    assert sentence.startswith(told)
    assert f"(`{claims['claim_id'][0]}`)." in sentence


def tables_of(lexicon: Lexicon, *texts: str) -> dict[str, pd.DataFrame]:
    read = [Article(name, text, date(2017, 3, 7), "stated") for name, text in zip("abc", texts, strict=False)]
    return build_tables(Articles(read), lexicon)


def casualties(tables: dict[str, pd.DataFrame]) -> list[str]:
    return findings.of_casualties(tables["claims"], tables["events"]).split("\n")


@pytest.mark.parametrize(
    ("parts", "verdict"),
    [
        ("five children and seven women", "the parts add up in 1"),
        ("five children", "the parts leave a rest in 1"),
        ("nine children and seven women", "the parts do not fit in 1"),
    ],
)
def test_sums_are_checked_and_said(parts: str, verdict: str, lexicon: Lexicon) -> None:
    tables = tables_of(lexicon, f"Air strikes killed 12 civilians, including {parts}, in Homs on Monday, a monitor said.")
    assert f"- **1** total of the dead or wounded is broken down; {verdict}." in casualties(tables)


def test_finding_and_chart_count_the_same_totals(repository: Path) -> None:
    """Parts of other people than their total count are none for either."""
    tables = build_tables(read_articles(repository / "data" / "gold" / "gold_wire.jsonl"))
    title = told(charts.parts_of_totals(tables["events"], tables["claims"], style.figure("double", 3).subplots()).figure)[0]
    (line,) = [line for line in casualties(tables) if "broken down" in line]
    told_of = re.findall(r"\*\*(\d+)\*\* totals .*(?<!may) add up in (\d+)", line)
    assert told_of == re.findall(r"Of (\d+) totals .* broken down, (\d+) ", title)


def test_one_event_is_one_sentence_with_its_sources_side_by_side(lexicon: Lexicon) -> None:
    tables = tables_of(
        lexicon,
        "A strike on Hajin on Monday killed at least 12 civilians, among them five children, the Syrian Observatory for Human Rights said.",
        "A strike on Hajin on Monday killed 15 civilians, state news agency SANA said.",
    )
    told = [line for line in casualties(tables) if "Hajin" in line]
    assert len(told) == 1
    assert told[0].startswith(
        "- **At least 12** civilians (of these **five** children) were killed in Hajin on 6 Mar 2017, according to the Syrian Observatory;"
        " **15** civilians, according to state media (`a:"
    )
    assert told[0].count("**") == 2 * told[0].count("`") / 2  # each number has its id, in order


def test_parts_stand_behind_the_figure_that_they_break_down(lexicon: Lexicon) -> None:
    told = "Shelling killed 12 civilians in Homs, a monitor said. Five of them were children. It killed 15 civilians there, a monitor said."
    claims = claims_of(told, lexicon)
    whole, part = claims.iloc[[0, 2]], claims.iloc[[1]].assign(part_of=claims["claim_id"][0])
    whole = whole.assign(published=pd.to_datetime(["2017-03-06", "2017-03-07"]))
    said = findings.sentence(whole, parts=part)
    assert said.startswith("**12** (of these **five** children), then **15** civilians were killed in Homs")
    assert citations.cited(said) == claims["claim_id"].tolist()


def test_sources_that_say_the_same_are_named_together(lexicon: Lexicon) -> None:
    told = "Shelling killed dozens of civilians in Homs, the UN said. It killed dozens of civilians in Homs, state news agency SANA said."
    assert findings.sentence(claims_of(told, lexicon)).startswith(
        "**Dozens** of civilians were killed in Homs, according to the UN and state media (`"
    )


def test_no_part_of_a_class_that_its_total_excludes(lexicon: Lexicon) -> None:
    claims = claims_of("Shelling killed 28 civilians in Homs, a monitor said. It killed 27 IS fighters, a monitor said.", lexicon)
    whole, part = claims.iloc[[0]], claims.iloc[[1]].assign(part_of=claims["claim_id"][0])
    assert "27" not in findings.sentence(whole, parts=part)


def test_the_toll_of_a_country_is_no_event(lexicon: Lexicon) -> None:
    tables = tables_of(
        lexicon, "Air strikes killed 250,000 people in Syria on Monday, the UN said.", "Shelling killed nine people in Homs."
    )
    assert casualties(tables)[0].startswith("- **Nine** people were killed in Homs")


def test_in_short_the_larger_matters_stand_first(lexicon: Lexicon) -> None:
    tables = tables_of(
        lexicon,
        "Shelling in Homs on Monday killed nine people, a monitor said. Some 900 people fled from Homs on Monday, the UN said.",
        "IS once held territory roughly the size of Britain in 2014. IS now holds four square kilometers.",
    )
    told = findings.in_short(tables["claims"], tables["events"]).split("\n")
    starts = (
        "**Nine** people were killed in Homs",
        "**Some 900** people fled Homs",
        "IS is said to have held an area",
        "IS is said to have held **four**",
    )
    for line, start in zip(told, starts, strict=False):
        assert line.startswith(f"- {start}")
    assert told[4] == "- The **one event** with dead or wounded rests on a single source and is not disputed."


def test_no_claims_are_said_in_words(lexicon: Lexicon) -> None:
    tables = tables_of(lexicon, "Nothing happened.")
    told = (casualties(tables), *(tell(tables["claims"]).split("\n") for tell in (findings.of_displacement, findings.of_territory)))
    for lines in told:
        assert sum("there is no statement in these articles" in line for line in lines) == 2
    assert findings.in_short(tables["claims"], tables["events"]) == "- No statement in these articles."


def test_land_held_as_a_share_is_a_statement_on_land_held(lexicon: Lexicon) -> None:
    told = findings.of_territory(claims_of("IS holds a third of Iraq.", lexicon))
    assert "On land held there is no statement" not in told
    assert "On land lost there is no statement" in told


def test_one_of_each_is_singular(lexicon: Lexicon) -> None:
    tables = build_tables(Articles([Article("a", "Shelling killed 12 people in Homs.", date(2017, 3, 7), "stated")]), lexicon)
    lines = findings.of_claims(tables["articles"], tables["claims"]).split("\n")
    assert lines[0] == "- **1 article**, published on 7 Mar 2017, holds **1 claim** about people and land."


def test_claims_that_the_parameters_leave_out_are_counted(lexicon: Lexicon) -> None:
    text = "Shelling killed 12 people in Homs and wounded 20."
    tables = build_tables(Articles([Article("a", text, date(2017, 3, 7), "stated")]), lexicon)
    lines = findings.of_claims(tables["articles"], tables["claims"].head(1)).split("\n")
    assert lines[0].endswith("holds **2 claims** about people and land; the parameters of this run keep **1**.")


def test_an_id_cannot_become_markup(lexicon: Lexicon) -> None:
    claims = claims_of("Shelling killed 12 people in Homs, a monitor said.", lexicon, "<i>`x`</i>")
    assert "according to the Syrian Observatory (`&lt;i&gt;x&lt;/i&gt;:16`)." in findings.sentence(claims)


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        ("2018-07-12", "2018-07-12", "day", "12 Jul 2018"),
        ("2018-12-04", "2018-12-06", "day", "4 to 6 Dec 2018"),
        ("2018-11-28", "2018-12-06", "day", "28 Nov to 6 Dec 2018"),
        ("2018-12-01", "2019-02-10", "day", "1 Dec 2018 to 10 Feb 2019"),
        ("2018-12-01", "2019-02-10", "month", "Dec 2018 to 10 Feb 2019"),
        ("2018-01-01", "2018-06-30", "month", "Jan to 30 Jun 2018"),
        ("2018-12-06", "2019-01-31", "week", "about 6 Dec 2018 to 31 Jan 2019"),
        ("2011-03-15", "2018-11-04", "year", "2011 to 4 Nov 2018"),
        ("2018-02-01", "2018-02-28", "day", "Feb 2018"),
        ("2018-08-01", "2018-08-25", "month", "Aug 2018"),
        ("2018-02-28", "2018-02-28", "month", "Feb 2018"),
        ("2017-12-31", "2017-12-31", "year", "2017"),
        ("2014-01-01", "2014-12-31", "year", "2014"),
        (None, "2018-12-06", "unknown", "until 6 Dec 2018"),
        ("2018-12-06", None, "day", "since 6 Dec 2018"),
        ("2018-12-01", None, "month", "since Dec 2018"),
        ("2019-04-21", "2019-07-22", "month", "late Apr to 22 Jul 2019"),
        ("2018-11-11", "2019-07-22", "month", "mid-Nov 2018 to 22 Jul 2019"),
        ("2019-04-21", "2019-07-22", "day", "21 Apr to 22 Jul 2019"),
        (None, None, "unknown", ""),
    ],
)
def test_a_period_in_words_is_no_finer_than_the_text(start: str | None, end: str | None, precision: str, words: str) -> None:
    row = {"date_start": pd.to_datetime(start), "date_end": pd.to_datetime(end), "date_precision": precision}
    assert wording.period(pd.Series(row)) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (23, 23, "23"),
        (24, 99, "24 to 99"),
        (37_000, None, "37,000 or more"),
        (None, 600, "600 or fewer"),
        (0.5, 1, "0.5 to 1"),
        (41_995.8, None, "41,996 or more"),
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
    [
        (0.5, 1, "share", "50% to 100%"),
        (0.995, None, "share", "99.5% or more"),
        (None, 0.03, "share", "3% or less"),
        (4, 4, "km2", "4"),
        (None, 0.5, "km2", "0.5 or less"),
    ],
)
def test_a_share_is_told_in_percent(low: float | None, high: float | None, unit: str, words: str) -> None:
    assert wording.bounds(pd.Series({"low": low, "high": high, "unit": unit})) == words


def test_two_sources_that_count_other_classes_are_two(lexicon: Lexicon) -> None:
    told = [
        "Strikes on Hajin on Monday killed 17 civilians, the Syrian Observatory for Human Rights said.",
        "State news agency SANA said that 21 people were killed in Hajin on Monday.",
    ]
    read = [Article(name, text, date(2017, 3, 7), "stated") for name, text in zip("ab", told, strict=True)]
    tables = build_tables(Articles(read), lexicon)
    assert list(tables["events"]["n_speakers"]) == [1, 1]
    lines = findings.of_sources(tables["claims"], tables["events"], tables["responses"]).split("\n")
    assert lines[1] == "- The **one event** with dead or wounded rests on several sources and is not disputed."


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
    assert lines[2].startswith(
        "- Disputed: **12** civilians were killed in Hajin on 6 Mar 2017, according to the Syrian Observatory; **15** civ"
    )
    assert lines[2].endswith("Denied by the US-led coalition.")
    assert lines[3] == "- The accused deny it once."
    assert lines[4] == "- Of 3 statements, 2 give a bare number and 1 a vague word such as “dozens”; the rest are hedged."


@pytest.mark.parametrize(
    ("told", "end"),
    [
        (
            "A Russian strike on Hajin on Monday killed 12 civilians, residents said."
            "¶A coalition strike on Hajin on Monday killed 12 civilians, state news agency SANA said.",
            "Who did it is disputed.",
        ),
        (
            "A strike on Hajin on Monday killed 12 civilians, the Syrian Observatory for Human Rights said."
            "¶A strike on Hajin on Monday killed 15 civilians, state news agency SANA said.",
            "according to state media (`a0:35`, `a1:35`).",
        ),
        (
            "Russian strikes killed at least 30 civilians in Aleppo province on Monday, the Syrian Observatory for Human Rights said."
            " The raids hit the village of Anadan, where 20 people died, and the town of Atarib, where 10 died."
            " Moscow denied any strikes on Anadan.",
            "according to the Syrian Observatory (`a0:164`). Denied by Russia.",
        ),
    ],
    ids=["two authors", "two tolls and no author", "a part of the toll of many places"],
)
def test_why_an_event_is_disputed(told: str, end: str, lexicon: Lexicon) -> None:
    read = [Article(f"a{n}", text, date(2017, 3, 7), "stated") for n, text in enumerate(told.split("¶"))]
    tables = build_tables(Articles(read), lexicon)
    disputed = [
        line for line in findings.of_sources(tables["claims"], tables["events"], tables["responses"]).split("\n") if "Disputed" in line
    ]
    assert [line.endswith(end) for line in disputed] == [True], disputed


def test_no_sources_are_said_in_words(lexicon: Lexicon) -> None:
    tables = build_tables(Articles([Article("a", "Nothing happened.", date(2017, 3, 7), "stated")]), lexicon)
    assert findings.of_sources(tables["claims"], tables["events"], tables["responses"]) == "- No statement in these articles."


def test_a_vague_word_says_nothing_beside_a_number(lexicon: Lexicon) -> None:
    text = "Dozens of people were killed in a strike on Hajin on Monday, a monitor said. The strike killed 40 people, a monitor said."
    told = [line for line in casualties(tables_of(lexicon, text)) if "Hajin" in line]
    assert told[0].startswith("- **40** people were killed in Hajin") and "ozens" not in "".join(told)


def test_families_are_no_further_people(lexicon: Lexicon) -> None:
    """The same people in two units are not joined with "and"."""
    claims = claims_of("Some 900 people and 200 families fled from Homs on Monday, the UN said.", lexicon)
    told = findings.of_displacement(claims).split("\n")
    assert [line.split(" fled")[0] for line in told if "fled" in line] == ["- **Some 900** people", "- **200** families"]


def test_land_is_told_from_the_first_day_to_the_last(lexicon: Lexicon) -> None:
    years = " ".join(
        f"IS held {n} square kilometers in {year}." for n, year in ((900, 2011), (700, 2012), (500, 2013), (300, 2014), (100, 2015))
    )
    told = findings.of_territory(claims_of(years, lexicon)).split("\n")
    assert [line.split("**")[1] for line in told[:4]] == ["900", "500", "300", "100"]
    assert told[4] == "- One more statement on land held below."


@pytest.mark.parametrize(
    ("told", "start"),
    [
        (
            "A strike on Homs killed 31 people, {by}. It killed 22 civilians in Homs, {by}.",
            "**31** people (of these **22** civilians) were",
        ),
        (
            "A strike on Homs killed 9 civilians, {by}. It killed 22 IS fighters in Homs, {by}.",
            "**9** civilians and **22** IS fighters were",
        ),
        (
            "A strike on Homs killed 9 civilians, {by}. It killed four children in Homs, {by}.",
            "**9** civilians (of these **four** children) were",
        ),
        (
            "A strike on Homs killed 22 civilians, {by}. It killed 31 people in Homs, {by}.",
            "**22** civilians (in another count **31** people) were",
        ),
        ("A strike on Homs killed six women, {by}. It killed four children in Homs, {by}.", "**Six** women and **four** children were"),
        ("A strike on Homs killed 40 people, {by}. It killed 43 people in Homs, {by}.", "**40** (in another count **43**) people were"),
    ],
    ids=["people and civilians", "two sides", "civilians and children", "civilians and people", "two classes", "two figures"],
)
def test_a_count_beside_another_is_no_sum(told: str, start: str, lexicon: Lexicon) -> None:
    """Only those who cannot be the same people are joined with "and"."""
    claims = claims_of(told.format(by="a monitor said"), lexicon).assign(part_of=pd.NA)
    assert findings.sentence(claims).startswith(f"{start} killed in Homs")
    assert findings.sentence(claims).count("`") == 4


def test_two_running_totals_of_one_article_are_of_two_counts(lexicon: Lexicon) -> None:
    told = "Since 2011, {n} soldiers have been killed in Syria, a monitor said."
    claims = claims_of(f"{told.format(n='46,000')} {told.format(n='674')}", lexicon).assign(part_of=pd.NA)
    said = findings.of_casualties(claims, tables_of(lexicon, "Nothing happened.")["events"])
    assert "- **46,000** government fighters were killed in Syria" in said and "- **674** government fighters were killed in Syria" in said
    assert ANOTHER not in said


def test_one_count_split_by_who_is_blamed_is_one_sentence(lexicon: Lexicon) -> None:
    text = (
        "In 2016, 900 civilians were killed by the Syrian army in Syria, 400 civilians were killed by Russian strikes in Syria and 200"
        " civilians were killed by the US-led coalition in Syria, the Syrian Observatory for Human Rights said."
    )
    claims = claims_of(text, lexicon).assign(
        scope="cumulative", speaker="sohr", part_of=pd.NA, perpetrator=["government", "russia", "coalition"]
    )
    assert findings.sentence(claims).startswith(
        "**900** civilians were killed by the Syrian government, **400** by Russia and **200** by the US-led coalition in Syria in 2016,"
        " according to the Syrian Observatory (`a:"
    )
    other = claims.assign(perpetrator="unknown")
    assert [len(rows) for rows in findings.told_apart(claims)] == [3]
    assert [len(rows) for rows in findings.told_apart(other)] == [1, 1, 1]


def test_the_later_totals_of_one_count_are_one_sentence(lexicon: Lexicon) -> None:
    said = "Since 10 September 2016, {n} IS fighters have been killed in Raqqa, the Syrian Observatory for Human Rights said."
    days = ((400, date(2017, 3, 7)), (820, date(2017, 5, 9)))
    read = [Article(f"a{n}", said.format(n=n), day, "stated") for n, day in days]
    tables = build_tables(Articles(read), lexicon)
    told = [line for line in casualties(tables) if "Raqqa" in line]
    assert len(told) == 1
    assert told[0].startswith(
        "- **400**, then **820** IS fighters were killed in Raqqa from 10 Sep 2016 to 9 May 2017, according to the Syrian Observatory ("
    )


def test_several_articles_have_accounts_of_their_own(lexicon: Lexicon) -> None:
    read = [
        Article(name, f"Shelling killed {n} people in Homs on Monday.", date(2017, 3, 7), "stated") for name, n in (("a", 12), ("b", 13))
    ]
    claims = build_tables(Articles(read), lexicon)["claims"]
    assert "by the articles’ own accounts" in findings.sentence(claims)
    assert "by the article’s own account" in findings.sentence(claims.iloc[[0]])


def test_less_than_one_is_singular(lexicon: Lexicon) -> None:
    claims = claims_of("IS fighters are boxed into less than half a square kilometre. IS is weak.", lexicon)
    assert findings.land(claims).startswith("IS is said to have held **less than half a** square kilometre")
