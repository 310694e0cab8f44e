"""Words for days: months, weekdays, seasons, numbers and units, and the patterns of them."""

import re

from analysis.extraction.lexicon import built_in

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
TENS, ONES = ({r["term"]: int(r["value"]) for r in built_in().rows("numbers") if r["kind"] == kind} for kind in ("ten", "unit"))
NUMBERS = {**TENS, **ONES, "a": 1, "an": 1, "couple": 2, "couple of": 2, "few": 3, "several": 3, "recent": 3}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12,
}  # fmt: skip
UNITS = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30.4, "year": 365.25}  # days
WAR = re.compile(r"\b(?:war|conflict|uprising|crisis|revolution)\b")


def _either(words: dict[str, int]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


MONTH = _either(MONTHS) + r"\b\.?+"
WEEKDAY = _either(WEEKDAYS)
_FIRST = "".join(sorted({word[0] for word in NUMBERS}))  # the letters of which a number can begin, looked at before its many words
NUMBER = rf"(?=[{_FIRST}\d])(?:\d+|{_either(TENS)}[- ]{_either(ONES)}|{_either(NUMBERS)})"
ORDINAL = rf"(?:{_either(ORDINALS)}|\d+(?:st|nd|rd|th))"
DAY_OF_MONTH = r"\d{1,2}(?:st|nd|rd|th)?"
TO = r"(?: (?:and|to|until) (?:the )?|\s?[-–]\s?)"
YEAR = r"(?:19|20)\d\d"
IN_YEAR = rf"(?:,? (?:of )?(?P<year>{YEAR}|last year|this year))?(?!\s*[0-3]?\d\b(?!,\d))"  # "early December 44,000 fled"
THE_WAR = r"(?:war|conflict|fighting|campaign|offensive|operation|battle)"
FIGHTING = r"(?:fighting|clashes|bombardment|bombing|shelling|(?:air )?strikes|airstrikes|battles?|violence|attacks|raids)"
DATE = (
    rf"(?P<m1>{MONTH})\s+(?P<d1>{DAY_OF_MONTH})(?:,?\s*(?P<y1>{YEAR})|,? (?:of )?(?P<back1>last year)\b)?(?!\d)"
    rf"|(?P<d2>{DAY_OF_MONTH})(?:\s+of)?\s+(?P<m2>{MONTH})(?:,?\s*(?P<y2>{YEAR})|,? (?:of )?(?P<back2>last year)\b)?"
    rf"|(?P<iso>{YEAR}-\d\d-\d\d)|(?P<d3>\d{{1,2}})[./-](?P<m3>\d{{1,2}})[./-](?P<y3>{YEAR})"
)
