"""The time expressions of a sentence, resolved against the day of the article."""

import datetime as dt
import re
from dataclasses import dataclass

from analysis.extraction import calendar_days, calendar_words
from analysis.extraction.calendar_days import WAR_START, Days, has_year
from analysis.extraction.calendar_words import MONTH, WAR
from analysis.extraction.datelines import agency_line, dateline
from analysis.extraction.sentences import Document, Sentence, kept

SINCE = re.compile(
    r"\bsince\b[^,.;:]{0,90}$"
    r"|\b(?:from|starting|dating (?:back )?to)"
    r"(?: (?:the|last|late|early|at least|around|dawn of|beginning of|start of|morning of|end of|mid|about|a|on))*[- ]*$"
)
# "the bloodiest day since 2011", "for the first time since May": the day compares, and tells nothing of the number.
COMPARES = re.compile(
    r"\b(?:the|its|their) (?:single |second |third )?(?:first|worst|most|only|\w{3,}[iglhtnrd]est|\w+(?:th|rd|nd))\b"
    r"[^,.;:]{0,60}\b(?:since\b[^,.;:]{0,40}|in (?:the )?[^,.;:]{0,20}|this (?:week|month|year))\.?$"
)
TALLY = re.compile(
    rf"\b(?:from|between) (?P<m1>{MONTH}) (?P<y1>(?:19|20)\d\d) (?:to|and|until|through) (?:the end of )?"
    rf"(?P<m2>{MONTH}) (?P<y2>(?:19|20)\d\d)"
)
SAYS = re.compile(
    r"\b(?:said|says|told \w+(?: \w+)?|reported|announced|revealed|acknowledged|confirmed|added|noted|declared|statement|report|made public"
    r"|warned|monitored|documented)$|\btold\b|\bgave (?:a|an|the|its|another)\b"
)
BETWEEN = re.compile(r"between [^,;]{3,20} (?:and|to) ")
PUBLISHED = re.compile(r"(?<!been )(?<!were )\b(?:released|published|issued|made public)\s*$")  # "a report released in April"
CLAUSE = re.compile(r"[,;:.“”\"]| that | who | which ")
BEFORE_DAY = re.compile(r"\b(?:on|late|early|earlier|in a statement|issued|at)$")
SAYS_AFTER = re.compile(r"[’'s]*\s+(?:that|said|told)\b")
CAMPAIGN = re.compile(r"offensive|campaign|operation|battle|assault|push|drive|fight")
STARTS = re.compile(r"launch|open|beg[au]n|start|flared|since")
# "The offensive, launched on September 10, has left ..."
LAUNCHED = re.compile(r"\b(?:launched|began|begun|started|erupted|opened|under way)(?: (?:on|in|late|early))*\s*$")
DRAWN_OUT = re.compile(r"\b(?:offensive|campaign|battle|siege|phase|stage)\b")  # takes weeks, whenever it is told of
WEEK = dt.timedelta(days=7)  # an operation begun longer ago goes on
PERFECT = re.compile(r"\b(?:has|have)\b")
FINENESS = {"date": 0, "weekday": 1, "weekday_week": 1, "start_of": 2, "month": 2}  # of a campaign's start, the finest first
# "April 7th Street", the day of a photograph
NO_DAY = re.compile(r"\s*(?:street|square|avenue|bridge|brigade|revolution)\b|[.,]?\s*\([^)]{0,40}\b(?:photo|agenc(?:y|ies)|getty|file)\b")
SIGNED = re.compile(r"[.,]?\s*\([^)]{0,40}\b(?:reuters|afp|ap)\b")  # "July 3, 2018. (Reuters)": under a photograph


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression of a sentence, resolved. ``since``: it opens a period that runs on; ``speech``: the day of saying so."""

    start: int
    end: int
    kind: str
    first: dt.date | None
    last: dt.date | None
    precision: str
    since: bool
    speech: bool


@kept
def anchor_of(document: Document) -> dt.date | None:
    """The day against which relative words are resolved: a dateline in the text before the metadata."""
    line = agency_line(document.text, document.published)
    return dateline(document.text) or (line[0] if line else document.published)


@kept
def expressions(sentence: Sentence) -> list[Expression]:
    """The time expressions of a sentence from left to right, resolved against the article's date."""
    document = sentence.document
    anchor = anchor_of(document)
    lower = sentence.lower
    found: list[Expression] = []
    line = agency_line(document.text, document.published)
    for kind, match in _found(sentence):
        if line and sentence.start + match.end() <= line[1]:
            continue
        days = _resolve(document, kind, match, anchor)
        if kind == "date" and sentence.index <= 1 and not found and days.first == dateline(document.text) and has_year(match):
            continue  # the article's own date
        before = lower[max(0, match.start() - 110) : match.start()]
        since = kind in ("start_of", "saga") or match[0].startswith("since") or SINCE.search(before) is not None
        weeks = anchor is not None and days.first is not None and anchor - days.first > WEEK
        goes_on = PERFECT.search(lower, match.end()) is not None or DRAWN_OUT.search(before) is not None
        goes_on = goes_on or (weeks and CAMPAIGN.search(before) is not None)
        since = since or (LAUNCHED.search(before) is not None and goes_on)
        if (since or kind in ("relative", "span", "past")) and COMPARES.search(before + match[0]):
            continue
        named = kind in ("date", "weekday") and NO_DAY.match(lower, match.end())
        if named or (kind == "date" and SIGNED.match(lower, match.end())):
            continue
        speech = not since and (
            (kind in ("weekday", "relative", "date") and _is_of_speech(lower, match))
            or (kind == "month" and PUBLISHED.search(before) is not None)
        )
        if found and kind == found[-1].kind == "date" and BETWEEN.fullmatch(lower, found[-1].start - len("between "), match.start()):
            days = days._replace(first=found.pop().first)  # "between Nov. 14 and Nov. 17"
        found.append(Expression(match.start(), match.end(), kind, *days, since, speech))
    return found


@kept
def _found(sentence: Sentence) -> list[tuple[str, re.Match[str]]]:
    return list(calendar_words.find(sentence.lower))


def _resolve(document: Document, kind: str, match: re.Match[str], anchor: dt.date | None) -> Days:
    """What an expression fixes; those that point to a start named elsewhere in the article take it from there."""
    if anchor is None or kind not in ("saga", "long", "opening"):
        return calendar_days.resolve(kind, match, anchor)
    if kind == "opening":
        days, began = calendar_days.resolve(kind, match, anchor), start_of_campaign(document)
        return Days(began, min(began + (days.last - days.first), anchor), days.precision) if began and days.first and days.last else days
    if kind == "long":
        days = calendar_days.resolve(kind, match, anchor)
        return days._replace(first=start_of_campaign(document) or days.first)
    if WAR.search(match.string[max(0, match.start() - 60) : match.end()]) and "so far" not in match[0]:
        return Days(WAR_START, anchor, "year")
    if tally := TALLY.search(document.text.lower()):
        first, _ = calendar_days.month(tally["m1"], "", tally["y1"], anchor)
        return Days(first, calendar_days.month(tally["m2"], "", tally["y2"], anchor)[1], "month")
    began = start_of_campaign(document)
    return Days(began, anchor, "day" if began else "unknown")


def _is_of_speech(lower: str, match: re.Match[str]) -> bool:
    """The day is that of saying so: it follows the verb of speech in its clause, or stands right before it."""
    before = BEFORE_DAY.sub("", lower[max(0, match.start() - 80) : match.start()].rstrip()).rstrip()
    return SAYS.search(CLAUSE.split(before)[-1].strip()) is not None or SAYS_AFTER.match(lower, match.end()) is not None


@kept
def start_of_campaign(document: Document) -> dt.date | None:
    """The day on which the article says that its offensive or campaign began; None where it does not."""
    anchor = anchor_of(document)
    starts: list[tuple[int, dt.date]] = []
    for sentence in document.sentences:
        lower = sentence.lower
        if not CAMPAIGN.search(lower):
            continue
        for kind, match in _found(sentence):
            if kind not in FINENESS:
                continue
            near = lower[max(0, match.start() - 90) : match.end() + 50]
            day = calendar_days.resolve(kind, match, anchor).first
            if day and CAMPAIGN.search(near) and STARTS.search(near):
                starts.append((FINENESS[kind], day))
    return min(starts, key=lambda start: start[0])[1] if starts else None
