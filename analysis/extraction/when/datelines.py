"""The day that the opening of an article states: a full date, or an agency's line that leaves out the year."""

import datetime as dt
import re
from functools import lru_cache

from analysis.extraction.when.calendar_days import explicit, has_year
from analysis.extraction.when.calendar_words import DATE, WEEKDAY

DATES = re.compile(rf"\b(?:{DATE})")
STATED = re.compile(
    r"(?:date|published|posted|updated(?: at)?|publication|afp|reuters|ap)\s*:?\s*$"
    r"|^\s*\W*$|\b(?:mon|tue|tues|wed|thu|thurs|fri|sat|sun)\w*,?\s*$"
)
# "BEIRUT, Feb 21 (AFP) - ", "Amman, Jordan, 3 May 2018 — ", "(Beirut, May 3, 2018) – ", "MOSCOW, May 3. /TASS/. ", at the start of a line
AGENCY_LINE = re.compile(
    r"^\W*(?:[a-z][a-z .'’/-]{1,40}(?:, [a-z .-]{3,30})?(?:,? |\.? |,? ?\(| [–—-] ))?"
    rf"(?:{WEEKDAY},? )?(?:{DATE})\)?\s*(?:\([^)\n]{{2,25}}\)\s*)?(?:(?:--?|–|—)\s|\. (?:/[a-z]{{2,15}}/\.?|[a-z]{{2,15}} [-–—])\s)",
    re.MULTILINE,
)
LISTED = re.compile(rf"^\W*(?:{DATE})\s*(?:--?|–|—)\s", re.MULTILINE)  # "Feb. 28 - A bomb": one of a list of attacks, where others follow
OPENING = 250  # characters in which a dateline stands


@lru_cache(maxsize=256)
def dateline(text: str) -> dt.date | None:
    """An explicit date, with its year, that the text's opening states; None where there is none."""
    opening = text[: OPENING + 30].lower()
    for match in DATES.finditer(opening):
        day = explicit(match, None) if has_year(match) and match.start() < OPENING else None
        if day and STATED.search(opening[max(0, match.start() - 25) : match.start()]):
            return day
    line = _agency_line(text)
    return explicit(line, None) if line and has_year(line) else None


def _agency_line(text: str) -> re.Match[str] | None:
    """An agency's line in the opening; the first line of a list of dated items is none."""
    match = AGENCY_LINE.search(text[:OPENING].lower())
    listed = match is not None and LISTED.match(match[0]) and len(LISTED.findall(text.lower())) > 1
    return None if listed else match


@lru_cache(maxsize=256)
def agency_line(text: str, published: dt.date | None) -> tuple[dt.date, int] | None:
    """The day of a dateline that leaves its year to the publication date, and the offset behind it; None where there is none."""
    match = _agency_line(text)
    day = explicit(match, published) if match and not has_year(match) else None
    return (day, match.end()) if match and day else None
