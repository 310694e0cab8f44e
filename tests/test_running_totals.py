"""Running totals: series, what successive totals add, revisions, and the events inside them."""

import datetime as dt

import pandas as pd
import pytest

from analysis.articles import Article, Articles
from analysis.estimates.running_totals import window
from analysis.tables import build_tables

SOHR = "the Syrian Observatory for Human Rights said"
START = "since September 10, 2018"


def totals(*articles: tuple[dt.date, str]) -> pd.DataFrame:
    """The running totals of invented articles a, b, c ...; nulls as None."""
    read = [Article(chr(97 + n), text, day, "stated") for n, (day, text) in enumerate(articles)]
    made = build_tables(Articles(read, []))["running_totals"].astype(object)
    return made.where(made.notna(), None)


def total(day: int, words: str, who: str = "IS fighters", since: str = START, speaker: str = SOHR) -> tuple[dt.date, str]:
    return dt.date(2018, 12, day), f"The battle for Hajin has killed {words} {who} {since}, {speaker}."


# the earlier and the later total; then change, change_low, change_high by hand
CHANGES = {
    "exact figures": ("820", "932", ("rise", 112, 112)),
    "an open total before": ("more than 820", "932", ("rise", None, 112)),
    "an open total behind": ("820", "at least 932", ("rise", 112, None)),
    "both open": ("more than 820", "more than 900", ("rise", None, None)),
    "the same figure": ("820", "820", ("same", 0, 0)),
    "the same words, open": ("more than 820", "more than 820", ("same", None, None)),
    "a fall": ("820", "790", ("revision", -30, -30)),
    "below an open total": ("more than 820", "790", ("revision", None, -30)),
    "looser words are no fall": ("820", "more than 800", ("looser", None, None)),
    "about reaches ten percent": ("about 820", "790", ("looser", None, None)),
    "a vague word before": ("hundreds of", "1,000", ("rise", 1, 800)),
}


@pytest.mark.parametrize(("earlier", "later", "expected"), CHANGES.values(), ids=CHANGES)
def test_what_a_total_adds_to_the_one_before(earlier: str, later: str, expected: tuple[object, ...]) -> None:
    made = totals(total(3, earlier), total(14, later))
    assert made["change"].tolist()[0] == "first"
    assert tuple(made.loc[1, ["change", "change_low", "change_high"]]) == expected
    assert made.loc[1, "previous"] == made.loc[0, "claim_id"] == made.loc[1, "series"]


# what sets the later total apart from the earlier one
APART = {
    "another speaker": total(14, "900", speaker="the SDF said"),
    "another group": total(14, "900", who="civilians"),
    "another start": total(14, "900", since="since November 20, 2018"),
    "another place": (dt.date(2018, 12, 14), f"The battle for Raqqa has killed 900 IS fighters {START}, {SOHR}."),
}


# what is said of 900 and of 300 civilians, and whether that is one count
AUTHORS = {
    "two authors": (
        "US-led coalition strikes have killed {n} civilians in Raqqa",
        "Russian strikes have killed {n} civilians in Raqqa",
        False,
    ),
    "one author": ("Russian strikes have killed {n} civilians in Raqqa", "Russian strikes have killed {n} civilians in Raqqa", True),
    "one named": ("Russian strikes have killed {n} civilians in Raqqa", "The battle for Raqqa has killed {n} civilians", True),
    "nobody's doing": ("The battle for Raqqa has killed {n} civilians", "Cold and hunger have killed {n} civilians in Raqqa", False),
}


@pytest.mark.parametrize(("earlier", "later", "one"), AUTHORS.values(), ids=AUTHORS)
def test_a_count_is_of_one_author(earlier: str, later: str, one: bool) -> None:
    made = totals(
        *((dt.date(2018, 12, day), f"{told.format(n=n)} {START}, {SOHR}.") for day, told, n in ((3, earlier, 300), (14, later, 900)))
    )
    assert made["change"].tolist() == ["first", "rise" if one else "first"]


@pytest.mark.parametrize(
    ("day", "precision", "words", "last"),
    [
        (21, "month", "since late April", 30),
        (11, "month", "since mid-April", 20),
        (1, "month", "since early April", 10),
        (1, "month", "since the beginning of April", 10),
        (1, "month", "since April", 30),
        (1, "month", "since April, as in early March", 30),
        (1, "day", "since April 1, earlier", 1),
    ],
)
def test_the_days_on_which_a_count_may_have_started(day: int, precision: str, words: str, last: int) -> None:
    row = {"date_start": pd.Timestamp(2019, 4, day), "date_precision": precision, "sentence": f"Forty people died {words}."}
    assert window(row) == (pd.Timestamp(2019, 4, day), pd.Timestamp(2019, 4, last))


@pytest.mark.parametrize("later", APART.values(), ids=APART)
def test_another_count_is_another_series(later: tuple[dt.date, str]) -> None:
    made = totals(total(3, "820"), later)
    assert made["change"].tolist() == ["first", "first"]
    assert made["series"].tolist() == made["claim_id"].tolist()


def test_a_month_may_hold_the_day_on_which_a_count_began() -> None:
    made = totals(total(3, "820"), total(14, "932", since="since September"))
    assert made["change"].tolist() == ["first", "rise"]


def test_two_counts_of_one_article_are_no_revision() -> None:
    day, text = total(3, "820")
    made = totals((day, f"{text} In the villages around Hajin, 300 IS fighters have been killed {START}, {SOHR}."))
    assert made[["evidence", "change"]].values.tolist() == [["820", "first"], ["300", "first"]]


def test_articles_in_their_own_voice_are_not_one_source() -> None:
    texts = [f"The battle for Hajin has killed {n} IS fighters {START}." for n in (820, 790)]
    made = totals(*((dt.date(2018, 12, 3 + n), text) for n, text in enumerate(texts)))
    assert made["change"].tolist() == ["first", "first"]


STRIKE = (dt.date(2018, 11, 14), f"A strike on Hajin on Tuesday killed 40 IS fighters and 12 civilians, including five children, {SOHR}.")
KIN = (
    dt.date(2018, 11, 14),
    f"A strike on Hajin on Tuesday killed 43 people, including 36 relatives of IS fighters, and 17 children, {SOHR}.",
)
CLASH = (dt.date(2018, 11, 21), f"Clashes in Hajin on Tuesday killed at least ten IS fighters, {SOHR}.")
# articles with events; the total; then n_events, events_low, events_high, share_low, share_high, accounts by hand
ACCOUNTS = {
    "no event": ([], total(3, "820"), (0, None, None, None, None, "nothing")),
    "one event of one group": ([STRIKE], total(3, "820"), (1, 40, 40, 40 / 820, 40 / 820, "part")),
    "details that may overlap": ([KIN], total(3, "100", who="civilians"), (1, 36, 43, 0.36, 0.43, "part")),
    "an open total": ([STRIKE], total(3, "more than 820"), (1, 40, 40, None, 40 / 820, "part")),
    "an open event": ([STRIKE, CLASH], total(3, "820"), (2, 50, None, 50 / 820, None, "part")),
    "up to the total": ([STRIKE], total(3, "40"), (1, 40, 40, 1.0, 1.0, "may_be_all")),
    "all groups for people, no part twice": ([STRIKE], total(3, "100", who="people"), (1, 52, 52, 0.52, 0.52, "part")),
    "more than the total": ([STRIKE], total(3, "30"), (1, 40, 40, 40 / 30, 40 / 30, "more")),
    "before its start": ([STRIKE], total(3, "820", since="since November 20, 2018"), (0, None, None, None, None, "nothing")),
}


@pytest.mark.parametrize(("articles", "told", "expected"), ACCOUNTS.values(), ids=ACCOUNTS)
def test_how_much_of_a_total_the_events_account_for(
    articles: list[tuple[dt.date, str]], told: tuple[dt.date, str], expected: tuple[object, ...]
) -> None:
    made = totals(*articles, told)
    assert len(made) == 1
    found = made.loc[0, ["n_events", "events_low", "events_high", "share_low", "share_high", "accounts"]].tolist()
    assert found == [pytest.approx(v) if isinstance(v, float) else v for v in expected]
    assert len((made.loc[0, "events"] or "").split(";")) == max(expected[0], 1)


def test_an_event_elsewhere_is_not_inside() -> None:
    elsewhere = (dt.date(2018, 11, 14), f"A strike on Raqqa on Tuesday killed 40 IS fighters, {SOHR}.")
    assert totals(elsewhere, total(3, "820"))["n_events"].tolist() == [0]
