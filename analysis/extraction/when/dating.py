"""The publication date of an undated article, worked out from its own words."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.extraction.sentences import Document
from analysis.extraction.when.calendar_days import DAY, count, length
from analysis.extraction.when.calendar_words import MONTH, MONTHS, NUMBER, WEEKDAYS

LASTED = re.compile(
    rf"\b(?P<hedge>almost|nearly|about|around|more than|over)?\s*(?P<n>{NUMBER}) (?P<unit>week|month)s? (?:of|into|after)\b"
)
BEGAN = re.compile(rf"\b(?:since|on|began|launched)\b[^.\n]{{0,80}}?\b(?P<month>{MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b")


@dataclass(frozen=True, slots=True)
class Inference:
    """A publication date worked out from an article's own words, and how; None with the reason why not."""

    date: dt.date | None
    reasoning: str


def infer_published(document: Document, others: Sequence[dt.date]) -> Inference:
    """Date an undated article from its own words: a campaign's stated start, how long ago that is, and the weekday of the day told.

    ``others`` are the dates of the other articles of the run; they give the year. The reasoning names each step.
    """
    if not others:
        return Inference(None, "no date in the text, and no other article of the run tells the year")
    text = document.text.lower()
    lasted = LASTED.search(text)
    began = BEGAN.search(text)
    named = [m[0] for m in re.finditer("|".join(WEEKDAYS), text)]
    if not (lasted and began and named):
        return Inference(None, "no date in the text, and no stated start with a duration and a weekday to work it out from")
    weekday = max(named, key=named.count)  # the first named among those named most
    week = range(-6, 1) if lasted["hedge"] in ("almost", "nearly") else range(-3, 4)
    fitting = []
    for year in range(min(others).year - 1, max(others).year + 1):
        try:
            start = dt.date(year, MONTHS[began["month"].rstrip(".")], int(began["day"]))
            told = start + length(count(lasted["n"]), lasted["unit"])
        except (ValueError, OverflowError):  # February 30, 99999 weeks
            continue
        days = (told + n * DAY for n in week)
        fitting += [d for d in days if d.weekday() == WEEKDAYS[weekday] and min(others) <= d <= max(others)]
    start_named = f"{began['month'].title()} {began['day']}"
    words = f"a start ({start_named}), a duration since then (“{lasted[0].strip()}”) and the day ({weekday.title()})"
    if len(fitting) != 1:
        fit = " and ".join(d.isoformat() for d in fitting) or "no day"
        return Inference(None, f"the text names {words}; between the run's first and last article {fit} fits")
    return Inference(fitting[0], f"the text names {words}; between the run's first and last article only {fitting[0]} fits")
