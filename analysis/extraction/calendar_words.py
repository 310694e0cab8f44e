"""Words for days: the time expressions of English news prose and the days that they fix, given the day of writing."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

DAY = dt.timedelta(days=1)
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
WEEKDAYS = {"monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # the first month
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "couple": 2, "few": 3, "several": 3, "recent": 3,
}  # fmt: skip
UNITS = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30.4, "year": 365.25}  # days
WAR = re.compile(r"\b(?:war|conflict|uprising|crisis|revolution)\b")
WAR_START = dt.date(2011, 3, 15)  # of the war in Syria
IS_PEAK = (dt.date(2014, 1, 1), dt.date(2014, 12, 31))  # CODEBOOK.md: "at its peak" is 2014


def _either(words: dict[str, int]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


MONTH = _either(MONTHS) + r"\b\.?"
WEEKDAY = _either(WEEKDAYS)
NUMBER = rf"(?:{_either(NUMBERS)}|\d+)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_TO = r"(?: (?:and|to|until) (?:the )?|\s?[-–]\s?)"
_YEAR = r"(?:19|20)\d\d"
_IN_YEAR = rf"(?:,? (?:of )?(?P<year>{_YEAR}|last year|this year))?(?!\s*[0-3]?\d\b(?!,\d))"  # "early December 44,000 fled"
_THE_WAR = r"(?:war|conflict|fighting|campaign|offensive|operation|battle)"
_FIGHTING = r"(?:fighting|clashes|bombardment|bombing|shelling|(?:air )?strikes|airstrikes|battles?|violence|attacks|raids)"
DATE = (
    rf"(?P<m1>{MONTH})\s+(?P<d1>{_DAY})(?:,?\s*(?P<y1>{_YEAR})|,? (?:of )?(?P<back1>last year)\b)?(?!\d)"
    rf"|(?P<d2>{_DAY})(?:\s+of)?\s+(?P<m2>{MONTH})(?:,?\s*(?P<y2>{_YEAR})|,? (?:of )?(?P<back2>last year)\b)?"
    rf"|(?P<iso>{_YEAR}-\d\d-\d\d)|(?P<d3>\d{{1,2}})[.-](?P<m3>\d{{1,2}})[.-](?P<y3>{_YEAR})"
)
# Kind and pattern, the first that matches at a place wins; all begin at a word's edge.
EXPRESSIONS = (
    ("ago", rf"(?:(?:about|around|some|nearly|almost) )?(?P<n>{NUMBER}) (?P<unit>day|week|month|year)s? (?:ago|earlier|before)\b"),
    (
        "span",
        r"(?!in (?:a|one) |for (?!the (?:past|last|previous)))(?:in|over|during|for|within|of) (?:the )?"
        r"(?:(?:past|last|previous|preceding) )?"
        r"(?:(?:almost|nearly|about|more than|less than|just over|under|over|some|around) )?"
        rf"(?P<n>{NUMBER})[- ](?P<unit>hour|day|week|month|year)s?\b(?! ago| old)",
    ),
    ("span", rf"(?P<n>{NUMBER}) (?P<unit>day|week|month)s of (?=(?:[\w-]+ ){{0,4}}{_FIGHTING}\b)"),
    ("span", rf"(?:the )?(?:past|last) (?P<n>{NUMBER}) (?P<unit>hour|day|week|month|year)s?\b"),
    (
        "long",
        rf"(?P<n>{NUMBER})-(?P<unit>week|month|year)s?(?:-long)? (?:\w+[- ]){{0,3}}"
        r"(?:offensive|campaign|battle|siege|war|operation|assault)\b",
    ),
    (
        "week_of",
        r"(?:(?:in|during) )?(?:the )?(?P<nth>first|second|third|last) week of "
        rf"(?:(?P<month>{MONTH}){_IN_YEAR}|(?P<this>this|last|the) month\b)",
    ),
    ("opening", rf"(?:in|over|during|for) (?:its|the|their) first (?:(?P<n>{NUMBER}) )?(?P<unit>day|week|month)s?\b(?! of)"),
    ("months_of", rf"the first (?P<n>{NUMBER}) months of (?:(?:the|this) year|(?P<year>{_YEAR}|last year))\b"),
    ("half", rf"the (?P<nth>first|second) half of (?:the year|this year|(?P<year>{_YEAR}|last year))\b"),
    ("recent", r"(?:in|over|during) (?:the )?(?:past|last|recent) (?P<span>few hours|few days|few weeks|hours|days|weeks|months)\b"),
    ("past", r"(?:in|over|during) the (?:past|last) (?P<unit>day|week|month|year)\b"),
    (
        "months",
        rf"(?:between|from|in) (?:(?P<part>early|late|mid)[- ])?(?P<month>{MONTH})(?: (?P<year1>{_YEAR}))? (?:and|to|until|through)"
        rf" (?:(?P<part2>early|late|mid)[- ])?(?P<month2>{MONTH}){_IN_YEAR}(?! (?:have|be)\b)",
    ),
    (
        "weekdays",
        rf"(?:overnight )?(?:(?:between|from) )?(?P<day>{WEEKDAY})(?: night)? (?:and|to|until|through)"
        rf" (?:(?:early|late) )?(?P<day2>{WEEKDAY})\b(?![’'])",
    ),
    (
        "start_of",
        rf"(?:since|from) (?:the )?(?:(?P<part>early|late|mid|beginning of|start of|end of)[- ]?)?(?P<month>{MONTH}){_IN_YEAR}",
    ),
    (
        "days",
        rf"(?:(?:between|from) )?(?:the )?(?:(?P<from>{_DAY}){_TO}(?P<to>{_DAY})(?: of)? (?P<month>{MONTH})"
        rf"|(?P<month2>{MONTH}) (?P<from2>{_DAY}){_TO}(?P<to2>{_DAY})\b){_IN_YEAR}",
    ),
    ("date", rf"(?:{WEEKDAY},? (?:the )?)?(?:{DATE})"),
    (
        "month",
        r"(?:in|of|during|throughout|this|by) (?P<part>early|late|mid|the (?:beginning|start|end|middle) of)?[- ]?"
        rf"(?P<month>{MONTH}){_IN_YEAR}",
    ),
    (
        "month",
        rf"the (?P<part>early |late )?(?P<month>{MONTH})(?: (?P<year>{_YEAR}))?"
        r"(?= (?:[\w-]+ )?(?:bombing|attack|strike|raid|massacre|assault|offensive|blast|ambush)s?\b)",
    ),
    ("month", rf"(?P<part>early|late|mid|the end of|the start of|the beginning of|end of)[- ](?P<month>{MONTH}){_IN_YEAR}"),
    ("weekday_week", rf"(?P<day>{WEEKDAY})s?(?:,| of| last)? (?:of )?last week\b|last week'?s? (?P<day2>{WEEKDAY})s?\b"),
    ("weekday", rf"(?:(?:late|early) )?(?:last )?(?P<day>{WEEKDAY})s?\b(?:[’'](?:s\b)?)?"),
    (
        "relative",
        r"(?:yesterday|today|overnight|tonight|this morning|this evening|last night|(?:the )?previous (?:day|night)"
        r"|(?:a|the|one) day (?:earlier|before)|hours earlier|earlier in the (?:day|week)|earlier this (?:week|month|year)"
        r"|(?:last|this) (?:week|month|year)|(?:(?:over|at) )?the weekend|last weekend"
        r"|(?:since )?the (?:start|beginning) of (?:the|this) (?:week|month|year))\b",
    ),
    (
        "season",
        r"(?:in|since|over|during|this|last|from) (?:the )?(?:(?:early|late) )?"
        rf"(?P<season>spring|summer|autumn|winter|fall(?= (?:of )?20))\b(?: (?:of )?(?P<year>{_YEAR}|last year|this year))?",
    ),
    (
        "peak",
        r"at (?:its|their|the) (?:peak|height|strongest|zenith)\b|once (?:master|controlled|ruled|held)\b",
    ),
    ("year", rf"(?:in|since|of|from|during|late|early|by|until|mid-)\s*(?P<year>{_YEAR})\b"),
    (
        "saga",
        r"since (?:the )?(?:(?:start|beginning|outbreak|launch|onset) of )?(?:the |its |their |syria[’']?s? |a )?(?:\w+[- ]){0,3}?"
        r"(?:offensive|campaign|operation|battle|assault|war|conflict|fighting|uprising|crisis|push|revolution|truce|ceasefire)\b"
        r"|since (?:[\w’'-]+ ){1,5}?(?:entered|took|captured|seized|fell|tightened|broke|collapsed|retook|lost|reopened|imposed)\b"
        r"|(?:in|over|during) the same (?:period|time|\w+ (?:days|weeks|months))\b"
        rf"|(?:since|after) (?:it|they|the {_THE_WAR}) (?:began|started|erupted|broke out|flared|was launched|got under way)\b"
        r"|the start of the (?:offensive|campaign|operation|war|conflict)\b|(?:so far|in that period|since then|to date)\b",
    ),
)
FINDER = re.compile(r"\b(?=\w)(?:" + "|".join("(" + re.sub(r"\?P<\w+>", "?:", pattern) + ")" for _, pattern in EXPRESSIONS) + ")")
READERS = [re.compile(pattern) for _, pattern in EXPRESSIONS]
DATES = re.compile(rf"\b(?:{DATE})")
STATED = re.compile(
    r"(?:date|published|updated(?: at)?|publication|afp|reuters|ap)\s*$|^\s*\W*$|\b(?:mon|tue|tues|wed|thu|thurs|fri|sat|sun)\w*,?\s*$"
)
# "BEIRUT, Feb 21 (AFP) - ", at the start of a line: a date without its year
AGENCY_LINE = re.compile(
    rf"^\W*[a-z][a-z .'’/-]{{1,40}},? (?:{WEEKDAY},? )?(?:{DATE})\s*(?:\([^)\n]{{2,25}}\)\s*)?(?:--?|–|—)\s", re.MULTILINE
)
OPENING = 250  # characters in which a dateline stands


class Days(NamedTuple):
    """The days that an expression fixes, ends included; precision: day, week, month, year or unknown."""

    first: dt.date | None
    last: dt.date | None
    precision: str


UNKNOWN = Days(None, None, "unknown")


def find(lower: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Kind and match of every time expression of a text in lower case, from left to right."""
    for found in FINDER.finditer(lower):
        index = (found.lastindex or 1) - 1
        match = READERS[index].match(lower, found.start())
        if match:
            yield EXPRESSIONS[index][0], match


@lru_cache(maxsize=256)
def dateline(text: str) -> dt.date | None:
    """An explicit date, with its year, that the text's opening states; None where there is none."""
    opening = text[: OPENING + 30].lower()
    for match in DATES.finditer(opening):
        day = explicit(match, None) if has_year(match) and match.start() < OPENING else None
        if day and STATED.search(opening[max(0, match.start() - 25) : match.start()]):
            return day
    return None


@lru_cache(maxsize=256)
def agency_line(text: str, published: dt.date | None) -> tuple[dt.date, int] | None:
    """The day of a dateline that leaves its year to the publication date, and the offset behind it; None where there is none."""
    match = AGENCY_LINE.search(text[:OPENING].lower())
    day = explicit(match, published) if match and not has_year(match) else None
    return (day, match.end()) if match and day else None


def resolve(kind: str, match: re.Match[str], anchor: dt.date | None) -> Days:
    """First and last day of an expression written on ``anchor``, and how finely it fixes them (CODEBOOK.md, dates)."""
    g = match.groupdict()
    if kind == "date":
        day = explicit(match, anchor)
        return Days(day, day, "day")
    if kind == "peak":
        return Days(*IS_PEAK, "year")
    if kind == "year":
        return year_of(int(g["year"]))
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
    if kind == "week_of":
        return _week_of(g["nth"], *_named_month(g, anchor))
    if kind == "half":
        year = _year(g["year"], 1, anchor)
        first, last = ((1, 1), (6, 30)) if g["nth"] == "first" else ((7, 1), (12, 31))
        return Days(dt.date(year, *first), dt.date(year, *last), "month")
    if kind == "months_of":
        year, number = _year(g["year"], 1, anchor), min(max(count(g["n"]), 1), 12)
        return Days(dt.date(year, 1, 1), (dt.date(year, number, 1) + 31 * DAY).replace(day=1) - DAY, "month")
    if kind == "season":
        return _season(g["season"], g["year"], anchor)
    if kind == "weekday":
        day = _latest(g["day"], anchor)
        return Days(day, day, "day")
    if kind == "weekday_week":
        day = anchor - (anchor.weekday() + 7 - WEEKDAYS[g["day"] or g["day2"]]) * DAY
        return Days(day, day, "day")
    if kind in ("ago", "long", "opening"):
        day = _earlier(anchor, count(g["n"] or "one") * UNITS[g["unit"]])
        return Days(day, day if kind == "ago" else anchor, "month" if kind == "long" else g["unit"])
    if kind == "span":
        first = _earlier(anchor, count(g["n"]) * UNITS[g["unit"]])
        return Days(first, anchor, {"hour": "day", "day": "day", "week": "week"}.get(g["unit"], "month"))
    if kind == "recent":
        length = {"few hours": 1, "hours": 1, "few days": 3, "days": 3, "few weeks": 21, "weeks": 21, "months": 90}[g["span"]]
        return Days(anchor - length * DAY, anchor, "week" if length < 10 else "month")
    if kind == "past":
        return Days(anchor - round(UNITS[g["unit"]]) * DAY, anchor, g["unit"])
    return _relative(match[0], anchor) if kind == "relative" else UNKNOWN


def _earlier(anchor: dt.date, days: float) -> dt.date:
    """``days`` before the anchor, or the first day that a calendar can tell ("99999 years ago")."""
    return anchor - min(round(days), (anchor - dt.date.min).days) * DAY


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
    first = (first - DAY).replace(day=1) if groups["this"] == "last" else first
    return first, (first + 31 * DAY).replace(day=1) - DAY


def _week_of(nth: str, first: dt.date, last: dt.date) -> Days:
    """The first, second, third or last seven days of a month."""
    start = last - 6 * DAY if nth == "last" else first + 7 * ("first", "second", "third").index(nth) * DAY
    return Days(start, start + 6 * DAY, "week")


def count(word: str) -> int:
    """The number that a word or numeral of a duration says; vague words by their least."""
    return int(word) if word.isdigit() else NUMBERS[word]


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
    if word in ("last night", "yesterday") or re.search(r"day (?:earlier|before)|previous", word):
        return Days(anchor - DAY, anchor - DAY, "day")
    return Days(anchor, anchor, "day")
