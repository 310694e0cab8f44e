"""Days of the calendar: what a date, a month or a number of units comes to."""

import datetime as dt
import re
from typing import NamedTuple

from analysis.extraction.when.calendar_words import MONTHS, NUMBERS, ORDINALS, UNITS

DAY = dt.timedelta(days=1)
WAR_START = dt.date(2011, 3, 15)  # of the war in Syria
LIVING_MEMORY = 100 * UNITS["year"]


class Days(NamedTuple):
    """The days that an expression fixes, ends included; precision: day, week, month, year or unknown."""

    first: dt.date | None
    last: dt.date | None
    precision: str


UNKNOWN = Days(None, None, "unknown")
IS_PEAK = Days(dt.date(2014, 1, 1), dt.date(2014, 12, 31), "year")  # CODEBOOK.md: "at its peak" is 2014


def length(number: float, unit: str) -> dt.timedelta:
    """How long so many units are; OverflowError where that reaches to no day of this war or of living memory."""
    days = number * UNITS[unit]
    if days > LIVING_MEMORY:
        raise OverflowError(f"{number} {unit}s")
    return round(days) * DAY


def count(word: str | None) -> float:
    """The number of "three", "forty-two", "23", "third" or "23rd", and 1 where none is told; vague words by their least."""
    if not word:
        return 1
    if word[0].isdigit():
        return float(word.rstrip("stndrh"))
    if word in ORDINALS:
        return ORDINALS[word]
    return NUMBERS[word] if word in NUMBERS else sum(NUMBERS[part] for part in re.split("[- ]", word))


def explicit(match: re.Match[str], anchor: dt.date | None) -> dt.date | None:
    """The day of a match of ``DATE``; without a year the latest such day on or before the anchor; None for 31 February."""
    try:
        if match["iso"]:
            return dt.date.fromisoformat(match["iso"])
        if match["y3"]:
            return dt.date(int(match["y3"]), int(match["m3"]), int(match["d3"]))
        number = MONTHS[(match["m1"] or match["m2"]).rstrip(".")]
        day = int((match["d1"] or match["d2"]).rstrip("stndrh"))
        if year := match["y1"] or match["y2"]:
            return dt.date(int(year), number, day)
        if anchor is None:
            return None
        if match["back1"] or match["back2"]:
            return dt.date(anchor.year - 1, number, day)
        found = dt.date(anchor.year, number, day)
        return found if found <= anchor + DAY else dt.date(anchor.year - 1, number, day)
    except ValueError:
        return None


def has_year(match: re.Match[str]) -> bool:
    """Whether a match of ``DATE`` names its year."""
    return any(match[group] for group in ("y1", "y2", "iso", "y3"))


def month_named(name: str, part: str | None, year: str | None, anchor: dt.date) -> tuple[dt.date, dt.date]:
    """A month, or its early (1-10), mid (11-20) or late (21 on) part; without a year the latest that began by the anchor."""
    number = MONTHS[name.rstrip(".")]
    return part_of_month(dt.date(year_named(year, number, anchor), number, 1), part or "")


def part_of_month(first: dt.date, part: str) -> tuple[dt.date, dt.date]:
    """The part of the month that begins on ``first``; all of it where none is named."""
    last = end_of_month(first)
    if "early" in part or "start" in part or "beginning" in part:
        return first, first + 9 * DAY
    if "mid" in part:
        return first + 10 * DAY, first + 19 * DAY
    if "late" in part:
        return first + 20 * DAY, last
    if "end" in part:
        return last, last
    return first, last


def end_of_month(first: dt.date) -> dt.date:
    """The last day of the month that begins on ``first``."""
    return (first + 31 * DAY).replace(day=1) - DAY


def year_of(year: int) -> Days:
    """A calendar year."""
    return Days(dt.date(year, 1, 1), dt.date(year, 12, 31), "year")


def year_named(year: str | None, number: int, anchor: dt.date) -> int:
    """The year that is named or, for none, that of the latest month ``number`` that began by the anchor."""
    if year and year.isdigit():
        return int(year)
    if year:
        return anchor.year - (year == "last year")
    return anchor.year - (number > anchor.month)


def in_time_for(day: dt.date, end: dt.date) -> dt.date:
    """A start without a year, in the year of its end ("from 6 June to 17 October 2017"); never behind that end."""
    return min(end, day - round(365.25 * (day.year - end.year)) * DAY) if day > end else day


def in_year_of(day: dt.date, first: dt.date, last: dt.date) -> dt.date | None:
    """A day without a year, in the year that puts it between two days; None where none does."""
    years = range(first.year, last.year + 1)
    return next((d for year in years if (day.month, day.day) != (2, 29) and first <= (d := day.replace(year=year)) <= last), None)
