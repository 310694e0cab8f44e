"""The days that a time expression of each kind fixes, given the day of writing (CODEBOOK.md, dates)."""

import datetime as dt
import re

from analysis.extraction.when.calendar_days import (
    DAY,
    UNKNOWN,
    Days,
    count,
    end_of_month,
    explicit,
    length,
    month_named,
    part_of_month,
    year_named,
    year_of,
)
from analysis.extraction.when.calendar_words import SEASONS, WEEKDAYS

LAST = ("last", "final", "closing")
RECENT = {"few hours": 1, "hours": 1, "few days": 3, "days": 3, "few weeks": 21, "weeks": 21, "months": 90}  # days


def date(m: re.Match[str], anchor: dt.date) -> Days:
    """ "On May 3", "03.05.2018"."""
    day = explicit(m, anchor)
    return Days(day, day, "day")


def days(m: re.Match[str], anchor: dt.date) -> Days:
    """ "Between 1 and 5 February", "March 3-9"; unknown where the month has no such days, or they run backwards."""
    start, _ = month_named(m["month"] or m["month2"], "", m["year"], anchor)
    try:
        first, last = (start.replace(day=int((m[d] or m[d + "2"]).rstrip("stndrh"))) for d in ("from", "to"))
    except ValueError:
        return UNKNOWN
    return Days(first, last, "day") if first <= last else UNKNOWN


def day_of(m: re.Match[str], anchor: dt.date) -> Days:
    """ "The 23rd of last month"; unknown where it has no such day."""
    first, last = _this_month(m, anchor)
    day = first + (count(m["nth"]) - 1) * DAY
    return Days(day, day, "day") if first <= day <= last else UNKNOWN


def weekday(m: re.Match[str], anchor: dt.date) -> Days:
    """ "On Friday", "last Friday": the latest one."""
    day = _latest(m["day"], anchor - DAY if "last " in m[0] else anchor)
    return Days(day, day, "day")


def weekday_week(m: re.Match[str], anchor: dt.date) -> Days:
    """ "Friday of last week"."""
    day = anchor - (anchor.weekday() + 7 - WEEKDAYS[m["day"] or m["day2"]]) * DAY
    return Days(day, day, "day")


def weekdays(m: re.Match[str], anchor: dt.date) -> Days:
    """ "From Friday to Sunday"."""
    last = _latest(m["day2"], anchor)
    return Days(_latest(m["day"], last), last, "day")


def month(m: re.Match[str], anchor: dt.date) -> Days:
    """ "In May", "late May 2017"."""
    return Days(*month_named(m["month"], m["part"], m["year"], anchor), "month")


def months(m: re.Match[str], anchor: dt.date) -> Days:
    """ "From late May to July 2017"."""
    _, last = month_named(m["month2"], m["part2"], m["year"], anchor)
    return Days(month_named(m["month"], m["part"], m["year1"], last)[0], last, "month")


def months_of(m: re.Match[str], anchor: dt.date) -> Days:
    """ "The first four months of 2017"."""
    year, number = year_named(m["year"], 1, anchor), int(min(max(count(m["n"]), 1), 12))
    return Days(dt.date(year, 1, 1), end_of_month(dt.date(year, number, 1)), "month")


def half(m: re.Match[str], anchor: dt.date) -> Days:
    """ "The first half of 2017"."""
    year = year_named(m["year"], 1, anchor)
    first, last = ((1, 1), (6, 30)) if m["nth"] == "first" else ((7, 1), (12, 31))
    return Days(dt.date(year, *first), dt.date(year, *last), "month")


def season(m: re.Match[str], anchor: dt.date) -> Days:
    """ "In the summer of 2017"."""
    number = SEASONS[m["season"]]
    first = dt.date(year_named(m["year"], number, anchor), number, 1)
    return Days(first, (first + 93 * DAY).replace(day=1) - DAY, "month")


def year(m: re.Match[str], anchor: dt.date) -> Days:
    """ "In 2017"."""
    return year_of(int(m["year"]))


def years(m: re.Match[str], anchor: dt.date) -> Days:
    """ "Between 2015 and 2017"."""
    return Days(year_of(int(m["year"])).first, year_of(int(m["year2"])).last, "year")


def before(m: re.Match[str], anchor: dt.date) -> Days:
    """ "Three weeks ago", "the day before"."""
    unit = m["unit"] or "day"
    day = anchor - length(count(m["n"]), unit)
    return Days(day, day, "day" if unit == "hour" else unit)


def after(m: re.Match[str], anchor: dt.date) -> Days:
    """ "Three weeks later", "in the following three weeks", as if they began on the anchor."""
    reach = length(count(m["n"] or m["n2"]), m["unit"] or m["unit2"] or "day")
    return Days(anchor + (DAY if m["n2"] else reach), anchor + reach, "day")


def opening(m: re.Match[str], anchor: dt.date) -> Days:
    """ "In its first three weeks", as if they ended on the anchor."""
    return Days(anchor - length(count(m["n"]), m["unit"]), anchor, m["unit"])


def long(m: re.Match[str], anchor: dt.date) -> Days:
    """ "The four-month siege"."""
    return opening(m, anchor)._replace(precision="month")


def span(m: re.Match[str], anchor: dt.date) -> Days:
    """ "In three weeks", up to the anchor."""
    unit = m["unit"] or m["unit2"]
    return Days(anchor - length(count(m["n"]), unit), anchor, {"hour": "day", "day": "day", "week": "week"}.get(unit, "month"))


def recent(m: re.Match[str], anchor: dt.date) -> Days:
    """ "In recent days"."""
    reach = RECENT[m["span"]]
    return Days(anchor - reach * DAY, anchor, "week" if reach < 10 else "month")


def past(m: re.Match[str], anchor: dt.date) -> Days:
    """ "In the past week"."""
    unit = m["unit"] or "week"
    return Days(anchor - length(1, unit), anchor, unit)


def up_to(m: re.Match[str], anchor: dt.date) -> Days:
    """ "In the week to May 3"."""
    last = explicit(m, anchor)
    return Days(last - length(1, m["unit"]) + DAY, last, "day") if last else UNKNOWN


def nth(m: re.Match[str], anchor: dt.date) -> Days:
    """ "Its third day": from the first to the anchor, which is the third."""
    return Days(anchor - length(max(count(m["nth"]) - 1, 0), m["unit"]), anchor, m["unit"])


def part_of(m: re.Match[str], anchor: dt.date) -> Days:
    """ "The first ten days of May", "the last week of last month", "the second half of June"."""
    if m["whole"] == "week":
        first = anchor - (anchor.weekday() + (7 if m["this"] == "last " else 0)) * DAY
        last = first + 6 * DAY
    else:
        first, last = month_named(m["month"], "", m["year"], anchor) if m["month"] else _this_month(m, anchor)
        if m["whole"] and not m["this"] and m["nth"] in LAST and last > anchor:  # "the last ten days of the month", of a report of May 5
            first, last = (first - DAY).replace(day=1), first - DAY
    if m["unit"] == "half":
        middle = first + 14 * DAY
        return Days(first, middle, "week") if m["nth"] in ("first", "opening") else Days(middle + DAY, last, "week")
    unit = m["unit"].rstrip("s")
    reach = length(count(m["n"] or ("few" if m["unit"] == "days" else "one")), unit) - DAY
    if m["nth"] in LAST:
        return Days(max(first, last - reach), last, "week")
    start = first + ("first", "second", "third").index(m["nth"].replace("opening", "first")) * length(1, unit)
    return Days(start, min(start + reach, last), "week")


def relative(m: re.Match[str], anchor: dt.date) -> Days:
    """ "Yesterday", "last week", "early this year"."""
    return _relative(m[0], anchor)


def _relative(word: str, anchor: dt.date) -> Days:
    if word.startswith(("early ", "late ")):
        part, word = word.split(" ", 1)
        whole = _relative(word, anchor)
        return Days(*part_of_month(whole.first, part), "month") if whole.precision == "month" and whole.first else whole
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


def _latest(weekday: str, anchor: dt.date) -> dt.date:
    """The latest such day on or before the anchor."""
    return anchor - ((anchor.weekday() - WEEKDAYS[weekday]) % 7) * DAY


def _this_month(m: re.Match[str], anchor: dt.date) -> tuple[dt.date, dt.date]:
    """This month, or last month."""
    first = anchor.replace(day=1)
    first = (first - DAY).replace(day=1) if m["this"] and "last" in m["this"] else first
    return first, end_of_month(first)
