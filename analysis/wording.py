"""Parts of a claim in words, as findings, tables and marks write them: its period and its range."""

import calendar
import re
from collections.abc import Sequence

import pandas as pd

RIVERS = ("Euphrates", "Khabur", "Tigris", "Orontes")
DESERTS = ("Badiya",)
LONG_NUMBER = re.compile(r"(?<![\d.,])(?:\d{1,3}(?: \d{3})+|\d{4,})(?![\d.,]*\d)")
HEDGES = {"at_least": "at least", "more_than": "more than", "at_most": "up to", "less_than": "fewer than", "about": "about"}
WITH_UNIT = re.compile(r"\b(?:size|big|large|area|met(?:er|re)s?)\b")  # evidence of land that holds its unit or needs none
THIRDS = {11: "mid-", 21: "late "}  # of a month, by their first days (CODEBOOK.md); the first day may be that of the month as well
BARE = re.compile(r"[\d.,]+|(?!.*plus$)[A-Za-z]+(?:-[A-Za-z]+)?")  # one number and no word beside it
HEDGE_BEHIND = re.compile(r"(.+?),? (at (?:the |a )?(?:least|most|minimum|maximum))")


def words(evidence: str, qualifier: str = "exact") -> str:
    """A number expression as it reads before its noun: "156 at least" is "at least 156"; 5000 and 5 000 are 5,000; no capital.

    A ``qualifier`` that stood apart from its number ("ten fighters at least") is put before it.
    """
    told = " ".join(evidence.split())
    told = f"{HEDGES[qualifier]} {told}" if qualifier in HEDGES and BARE.fullmatch(told) else told
    behind = HEDGE_BEHIND.fullmatch(told)
    told = f"{behind[2]} {behind[1]}" if behind else told
    told = LONG_NUMBER.sub(lambda found: f"{int(found[0].replace(' ', '')):,}", told)
    return told[:1].lower() + told[1:]


def period(row: pd.Series) -> str:
    """The period of a claim, no finer than its ``date_precision``: "12 Jul 2018", "4 to 6 Dec 2018", "Sep 2018", "2014",
    "Dec 2018 to 10 Feb 2019", "until 10 Feb 2019"; "" where unknown."""
    start, end = row["date_start"], row["date_end"]
    if pd.isna(start):
        return "" if pd.isna(end) else f"until {day(end)}"
    precision = row.get("date_precision", "day")
    if pd.isna(end):
        return f"since {_begun(start, precision)}"
    if start == end:
        return {"year": str(end.year), "month": f"{end:%b %Y}"}.get(precision, day(end))
    if start.year == end.year and (precision == "year" or (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)):
        return str(end.year)
    if (start.year, start.month) == (end.year, end.month):
        whole = start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]
        return f"{end:%b %Y}" if whole or precision == "month" else f"{start.day} to {day(end)}"
    begun = _begun(start, precision)
    return f"{begun.removesuffix(f' {end.year}')} to {day(end)}"


def _begun(start: pd.Timestamp, precision: str) -> str:
    """The start of a period as finely as the text fixes it: "2011", "Dec 2018", "late Apr 2019", "about 6 Dec 2018", "10 Sep 2018"."""
    if precision in ("year", "month"):
        third = THIRDS.get(start.day, "")
        return f"{start:%Y}" if precision == "year" else f"{third}{start:%b %Y}"
    return f"about {day(start)}" if precision == "week" else day(start)


def when(row: pd.Series) -> str:
    """The period of a claim inside a sentence: "on 12 Jul 2018", "from 4 to 6 Dec 2018", "in 2014", "until 10 Feb 2019"."""
    told = period(row)
    if not told or told.startswith(("until", "since")):
        return told
    return f"from {told}" if " to " in told else f"on {told}" if told == day(row["date_end"]) else f"in {told}"


def by(row: pd.Series) -> str:
    """The day by which something has come about, inside a sentence: "by 10 Feb 2019", "by 2017"; "" where unknown."""
    told = period(row)
    return f"by {told if told == str(row['date_end'].year) else day(row['date_end'])}" if told and pd.notna(row["date_end"]) else ""


def where(place: str) -> str:
    """A place inside a sentence: "in Susah", "on the Euphrates"."""
    return f"{'on' if place in RIVERS else 'in'} {named(place)}"


def named(place: str) -> str:
    """A place as a sentence names it: "Susah", "the Euphrates"."""
    return f"{'the ' * (place in RIVERS or place in DESERTS)}{place}"


def capital(told: str) -> str:
    """A sentence with a capital, also where it opens with a quotation mark or with markup."""
    return re.sub("[a-zA-Z0-9]", lambda found: found[0].upper(), told, count=1)


def listed(names: Sequence[str]) -> str:
    """ "a, b and c"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def day(date: pd.Timestamp) -> str:
    """ "6 Dec 2018"."""
    return f"{date.day} {date:%b %Y}"


def bounds(row: pd.Series) -> str:
    """The range that the words allow: "23", "24 to 99", "820 or more", "600 or fewer", "50% to 100%"; "" where they name none."""
    low, high = row["low"], row["high"]
    counted = percent if row.get("unit") == "share" else number
    fewer = "less" if row.get("unit") in ("share", "km2", "km") else "fewer"
    if pd.isna(low):
        return "" if pd.isna(high) else f"{counted(high)} or {fewer}"
    if pd.isna(high):
        return f"{counted(low)} or more"
    return " to ".join(dict.fromkeys((counted(low), counted(high))))


def number(value: float) -> str:
    """ "37,000", "0.98"; from a hundred up without decimals, which say nothing there."""
    return f"{value:,.0f}" if value == int(value) or abs(value) >= 100 else f"{value:,.3g}"


def percent(share: float) -> str:
    """ "50%", "99.5%"."""
    return f"{share * 100:.3g}%"
