"""The days that a time expression fixes, given the day of writing."""

import datetime as dt
import re
from typing import NamedTuple

from analysis.extraction.when.calendar_words import MONTHS, NUMBERS, ORDINALS, SEASONS, UNITS, WEEKDAYS

DAY = dt.timedelta(days=1)
WAR_START = dt.date(2011, 3, 15)  # of the war in Syria
IS_PEAK = (dt.date(2014, 1, 1), dt.date(2014, 12, 31))  # CODEBOOK.md: "at its peak" is 2014
LAST = ("last", "final", "closing")
LIVING_MEMORY = 100 * UNITS["year"]


class Days(NamedTuple):
    """The days that an expression fixes, ends included; precision: day, week, month, year or unknown."""

    first: dt.date | None
    last: dt.date | None
    precision: str


UNKNOWN = Days(None, None, "unknown")


def resolve(kind: str, match: re.Match[str], anchor: dt.date | None) -> Days:
    """First and last day of an expression written on ``anchor``, and how finely it fixes them (CODEBOOK.md, dates)."""
    try:
        return _fixed(kind, match, anchor)
    except OverflowError:  # "99999 years ago"
        return UNKNOWN


def length(number: float, unit: str) -> dt.timedelta:
    """How long so many units are; OverflowError where that reaches to no day of this war or of living memory."""
    days = number * UNITS[unit]
    if days > LIVING_MEMORY:
        raise OverflowError(f"{number} {unit}s")
    return round(days) * DAY


def _fixed(kind: str, match: re.Match[str], anchor: dt.date | None) -> Days:
    g = match.groupdict()
    if kind == "date":
        day = explicit(match, anchor)
        return Days(day, day, "day")
    if kind == "peak":
        return Days(*IS_PEAK, "year")
    if kind == "year":
        return year_of(int(g["year"]))
    if kind == "years":
        return Days(year_of(int(g["year"])).first, year_of(int(g["year2"])).last, "year")
    anchor = anchor or _end_of_year_named(kind, g)
    if anchor is None:
        return UNKNOWN
    if kind == "days":
        return _days_of_month(g, anchor)
    if kind == "months":
        _, last = month(g["month2"], g["part2"] or "", g["year"], anchor)
        return Days(month(g["month"], g["part"] or "", g["year1"], last)[0], last, "month")
    if kind == "weekdays":
        last = _latest(g["day2"], anchor)
        return Days(_latest(g["day"], last), last, "day")
    if kind in ("month", "start_of"):
        return Days(*month(g["month"], g["part"] or "", g["year"], anchor), "month")
    if kind == "part_of":
        return _part_of(g, anchor)
    if kind == "half":
        year = _year(g["year"], 1, anchor)
        first, last = ((1, 1), (6, 30)) if g["nth"] == "first" else ((7, 1), (12, 31))
        return Days(dt.date(year, *first), dt.date(year, *last), "month")
    if kind == "months_of":
        year, number = _year(g["year"], 1, anchor), int(min(max(count(g["n"]), 1), 12))
        return Days(dt.date(year, 1, 1), (dt.date(year, number, 1) + 31 * DAY).replace(day=1) - DAY, "month")
    if kind == "season":
        return _season(g["season"], g["year"], anchor)
    if kind == "weekday":
        day = _latest(g["day"], anchor - DAY if "last " in match[0] else anchor)
        return Days(day, day, "day")
    if kind == "weekday_week":
        day = anchor - (anchor.weekday() + 7 - WEEKDAYS[g["day"] or g["day2"]]) * DAY
        return Days(day, day, "day")
    if kind in ("earlier", "after", "before_that"):
        unit = g["unit"] or "day"
        day = anchor - length(count(g["n"]), unit)
        return Days(day, day, "day" if unit == "hour" else unit)
    if kind in ("ago", "long", "opening"):
        day = anchor - length(count(g["n"]), g["unit"])
        return Days(day, day if kind == "ago" else anchor, "month" if kind == "long" else g["unit"])
    if kind == "span":
        unit = g["unit"] or g["unit2"]
        return Days(anchor - length(count(g["n"]), unit), anchor, {"hour": "day", "day": "day", "week": "week"}.get(unit, "month"))
    if kind == "recent":
        reach = {"few hours": 1, "hours": 1, "few days": 3, "days": 3, "few weeks": 21, "weeks": 21, "months": 90}[g["span"]]
        return Days(anchor - reach * DAY, anchor, "week" if reach < 10 else "month")
    if kind == "past":
        unit = g["unit"] or "week"
        return Days(anchor - length(1, unit), anchor, unit)
    if kind == "day_of":
        return _day_of_month(count(g["nth"]), _named_month({**g, "month": None}, anchor)[0])
    if kind == "up_to":
        last = explicit(match, anchor)
        return Days(last - length(1, g["unit"]) + DAY, last, "day") if last else UNKNOWN
    if kind == "later":  # as if it began on the anchor
        later = length(count(g["n"] or g["n2"]), g["unit"] or g["unit2"] or "day")
        return Days(anchor + (DAY if g["n2"] else later), anchor + later, "day")
    if kind == "nth":  # "its third day": from the first to the anchor, which is the third
        return Days(anchor - length(max(count(g["nth"]) - 1, 0), g["unit"]), anchor, g["unit"])
    return _relative(match[0], anchor) if kind == "relative" else UNKNOWN


def _end_of_year_named(kind: str, groups: dict[str, str | None]) -> dt.date | None:
    """The last day of the year that a month or season names, which fixes it in an article without a date."""
    year = (groups.get("year") or "") if kind in ("days", "half", "month", "months", "months_of", "season", "start_of") else ""
    return dt.date(int(year), 12, 31) if year.isdigit() else None


def _day_of_month(number: float, first: dt.date) -> Days:
    """A day of the month that begins on ``first``; unknown where it has no such day."""
    day = first + (number - 1) * DAY
    return Days(day, day, "day") if (day.year, day.month) == (first.year, first.month) else UNKNOWN


def _days_of_month(groups: dict[str, str | None], anchor: dt.date) -> Days:
    """ "Between 1 and 5 February", "March 3-9"; unknown where the month has no such days, or they run backwards."""
    start, _ = month(groups["month"] or groups["month2"] or "", "", groups["year"], anchor)
    try:
        first, last = (start.replace(day=int((groups[d] or groups[d + "2"] or "").rstrip("stndrh"))) for d in ("from", "to"))
    except ValueError:
        return UNKNOWN
    return Days(first, last, "day") if first <= last else UNKNOWN


def _latest(weekday: str, anchor: dt.date) -> dt.date:
    """The latest such day on or before the anchor."""
    return anchor - ((anchor.weekday() - WEEKDAYS[weekday]) % 7) * DAY


def in_time_for(day: dt.date, end: dt.date) -> dt.date:
    """A start without a year, in the year of its end ("from 6 June to 17 October 2017"); never behind that end."""
    return min(end, day - round(365.25 * (day.year - end.year)) * DAY) if day > end else day


def in_year_of(day: dt.date, first: dt.date, last: dt.date) -> dt.date | None:
    """A day without a year, in the year that puts it between two days; None where none does."""
    years = range(first.year, last.year + 1)
    return next((d for year in years if (day.month, day.day) != (2, 29) and first <= (d := day.replace(year=year)) <= last), None)


def has_year(match: re.Match[str]) -> bool:
    """Whether a match of ``DATE`` names its year."""
    return any(match[group] for group in ("y1", "y2", "iso", "y3"))


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


def month(name: str, part: str, year: str | None, anchor: dt.date) -> tuple[dt.date, dt.date]:
    """A month, or its early (1-10), mid (11-20) or late (21 on) part; without a year the latest that began by the anchor."""
    number = MONTHS[name.rstrip(".")]
    first = dt.date(_year(year, number, anchor), number, 1)
    return _part_of_month(first, part)


def _part_of_month(first: dt.date, part: str) -> tuple[dt.date, dt.date]:
    last = (first + 31 * DAY).replace(day=1) - DAY
    if "early" in part or "start" in part or "beginning" in part:
        return first, first + 9 * DAY
    if "mid" in part:
        return first + 10 * DAY, first + 19 * DAY
    if "late" in part:
        return first + 20 * DAY, last
    if "end" in part:
        return last, last
    return first, last


def _named_month(groups: dict[str, str | None], anchor: dt.date) -> tuple[dt.date, dt.date]:
    """The month named, or this or last month."""
    if groups["month"]:
        return month(groups["month"], "", groups["year"], anchor)
    first = anchor.replace(day=1)
    first = (first - DAY).replace(day=1) if groups["this"] and "last" in groups["this"] else first
    return first, (first + 31 * DAY).replace(day=1) - DAY


def _part_of(g: dict[str, str | None], anchor: dt.date) -> Days:
    """ "The first ten days of May", "the last week of last month", "the second half of June"."""
    if g["whole"] == "week":
        first = anchor - (anchor.weekday() + (7 if g["this"] == "last " else 0)) * DAY
        last = first + 6 * DAY
    else:
        first, last = _named_month(g, anchor)
        if g["whole"] and not g["this"] and g["nth"] in LAST and last > anchor:  # "the last ten days of the month", of a report of May 5
            first, last = (first - DAY).replace(day=1), first - DAY
    if g["unit"] == "half":
        middle = first + 14 * DAY
        return Days(first, middle, "week") if g["nth"] in ("first", "opening") else Days(middle + DAY, last, "week")
    unit = (g["unit"] or "day").rstrip("s")
    long = length(count(g["n"] or ("few" if g["unit"] == "days" else "one")), unit) - DAY
    if g["nth"] in LAST:
        return Days(max(first, last - long), last, "week")
    start = first + ("first", "second", "third").index((g["nth"] or "").replace("opening", "first")) * length(1, unit)
    return Days(start, min(start + long, last), "week")


def count(word: str | None) -> float:
    """The number of "three", "forty-two", "23", "third" or "23rd", and 1 where none is told; vague words by their least."""
    if not word:
        return 1
    if word[0].isdigit():
        return float(word.rstrip("stndrh"))
    if word in ORDINALS:
        return ORDINALS[word]
    return NUMBERS[word] if word in NUMBERS else sum(NUMBERS[part] for part in re.split("[- ]", word))


def year_of(year: int) -> Days:
    """A calendar year."""
    return Days(dt.date(year, 1, 1), dt.date(year, 12, 31), "year")


def _year(year: str | None, number: int, anchor: dt.date) -> int:
    """The year that is named or, for none, that of the latest month ``number`` that began by the anchor."""
    if year and year.isdigit():
        return int(year)
    if year:
        return anchor.year - (year == "last year")
    return anchor.year - (number > anchor.month)


def _season(name: str, year: str | None, anchor: dt.date) -> Days:
    number = SEASONS[name]
    first = dt.date(_year(year, number, anchor), number, 1)
    return Days(first, (first + 93 * DAY).replace(day=1) - DAY, "month")


def _relative(word: str, anchor: dt.date) -> Days:
    if word.startswith(("early ", "late ")):
        part, word = word.split(" ", 1)
        whole = _relative(word, anchor)
        return Days(*_part_of_month(whole.first, part), "month") if whole.precision == "month" and whole.first else whole
    word = word.replace("the previous", "last").replace("the preceding", "last").removesuffix(" began")
    monday = anchor - anchor.weekday() * DAY
    if word.endswith("week"):
        return Days(monday - 7 * DAY, monday - DAY, "week") if word == "last week" else Days(monday, anchor, "week")
    if word.endswith("month"):
        first = anchor.replace(day=1)
        return Days((first - DAY).replace(day=1), first - DAY, "month") if word == "last month" else Days(first, anchor, "month")
    if word.endswith("year"):
        return year_of(anchor.year - 1) if word == "last year" else Days(dt.date(anchor.year, 1, 1), anchor, "year")
    if word.endswith("weekend"):
        saturday = monday + (-2 if anchor.weekday() < 5 else 5) * DAY
        return Days(saturday, min(saturday + DAY, anchor), "day")
    if word == "overnight":
        return Days(anchor - DAY, anchor, "day")
    if word in ("last night", "yesterday"):
        return Days(anchor - DAY, anchor - DAY, "day")
    return Days(anchor, anchor, "day")
