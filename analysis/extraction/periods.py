"""When a claim is about: the period that its number covers, and whether it is an event, a running total or a stock."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.extraction import calendar_words
from analysis.extraction.calendar_words import (
    DAY,
    IS_PEAK,
    MONTH,
    MONTHS,
    NUMBER,
    UNITS,
    WAR,
    WAR_START,
    WEEKDAYS,
    Days,
    count,
    dateline,
    has_year,
)

__all__ = ["Inference", "Period", "anchor_of", "dateline", "infer_published", "is_war_total", "names_a_day", "period_of"]

from analysis.extraction.sentences import Document, Sentence, kept

SINCE = re.compile(
    r"\bsince\b[^,.;:]{0,60}$"
    r"|\b(?:from|starting|dating (?:back )?to)"
    r"(?: (?:the|last|late|early|at least|around|dawn of|beginning of|start of|morning of|end of|mid|about|a|on))*[- ]*$"
)
# "the bloodiest day since 2011", "for the first time since May": the day compares, and tells nothing of the number.
COMPARES = re.compile(
    r"\b(?:the|its|their) (?:single |second |third )?(?:first|worst|most|only|\w{3,}[iglhtnrd]est|\w+(?:th|rd|nd))\b"
    r"[^,.;:]{0,60}\b(?:since\b[^,.;:]{0,40}|in (?:the )?[^,.;:]{0,20}|this (?:week|month|year))\.?$"
)
UNTIL = re.compile(r"\b(?:to|until|by|through)(?: the end of)?\s*$")
WHEN = re.compile(r",? (?:when|that|which)\b")
GOES_ON = re.compile(
    r"^\W*(?:that (?:figure|total|number|toll)|among (?:them|those)|of (?:them|those|these|the)|they include|this includes"
    r"|the (?:figure|total|number|toll|dead|tally)|(?:a |an )?(?:further|additional|another)(?= \d))\b"
)
HUGE = re.compile(r"\d{6,}|\d{3},\d{3}|million|hundreds of thousands", re.IGNORECASE)  # a figure of that size is a war's total
POPULATION = re.compile(r"\W+(?:of )?(?:\w+[’']?s? ){0,3}(?:population|inhabitants)\b")  # and so is a share of the country's people
ASIDE = re.compile(r"\b(?:which|where)\b")
TALLY = re.compile(
    rf"\b(?:from|between) (?P<m1>{MONTH}) (?P<y1>(?:19|20)\d\d) (?:to|and|until|through) (?:the end of )?"
    rf"(?P<m2>{MONTH}) (?P<y2>(?:19|20)\d\d)"
)
SAYS = re.compile(
    r"\b(?:said|says|told \w+(?: \w+)?|reported|announced|revealed|acknowledged|confirmed|added|noted|declared|statement|report|made public"
    r"|warned|monitored|documented)$|\btold\b|\bgave (?:a|an|the|its|another)\b"
)
CLAUSE = re.compile(r"[,;:.“”\"]| that | who | which ")
BEFORE_DAY = re.compile(r"\b(?:on|late|early|earlier|in a statement|issued|at)$")
SAYS_AFTER = re.compile(r"[’'s]*\s+(?:that|said|told)\b")
BREAKS = re.compile(r"[;:]|, (?:bringing|raising|taking|pushing|lifting)\b| while | but | after | when | before |, and |\.")
TURNS = re.compile(
    r"[;:]| while | but |, and | and has | (?:what|that|which) (?:it|the group|they) |\b(?:down|compared|shrunk|reduced) (?:from|with|to)\b"
)
IS_STATE = re.compile(
    r"\b(?:living|lives|live|guarding|housing|houses|hosting|shelter(?:s|ing)|home to|camp of|live in|stands at|are still|still held"
    r"|is holding|are holding|continues? to hold|remain(?:s|ed)?|stranded|have gathered|have settled|in captivity|holding"
    r"|population (?:to|of|at|stands)|have yet to|trapped|uprooted inside|in custody|behind bars|being held"
    r"|(?:now|still|currently) holds?|camps?\b[^,.;]{0,40} holds?)\b"
)
ONCE = re.compile(r"\b(?:once|at (?:its|their|the) (?:strongest|peak|height))\b")
CAMPAIGN = re.compile(r"offensive|campaign|operation|battle|assault|push|drive|fight")
STARTS = re.compile(r"launch|open|beg[au]n|start|flared|since")
# "The offensive, launched on September 10, has left ..."
LAUNCHED = re.compile(r"\b(?:launched|began|begun|started|erupted|opened|under way)(?: (?:on|in|late|early))*\s*$")
WERE = re.compile(r"\b(?:were|was|had)\b")
THAT_DAY = re.compile(r"\bthat (?:same |very )?day\b")
# "Coalition strikes have left hundreds dead": a running total of many, where no day is named.
STRIKES = re.compile(
    r"\b(?:strikes|raids|attacks|clashes|bombardments|offensive|campaign|siege|battle|fighting)\b[^.;,]{0,60}"
    r"\b(?:have|has) (?:\w+ )?(?:killed|left|claimed|wounded|injured|displaced|forced|driven|cost)\b"
)
IN_RAID = re.compile(r"\b(?:in|by|during) (?:\w+ )?\w+day[’']s$")  # "killed in Thursday's raid"
WHOSE = re.compile(r"\b(?:whom|which|where)\b")
PERFECT = re.compile(r"\b(?:has|have)\b")
ONE_ATTACK = re.compile(
    r"\b(?:an?|the|one|single) (?:[\w-]+ ){0,3}(?:attack|bomb(?:ing|er)?|(?:air)?strike|raid|blast|explosion|massacre|ambush)\b",
    re.IGNORECASE,
)
FEW = 3  # days of action that are still one event
NEWS = 45 * DAY  # a day earlier than that is background, and not what the sentences around are about
PAST_REACH = 2  # sentences over which an earlier day is still being told
CARRY_REACH = 60  # sentences back to which a day is carried; keeps the work linear
FINENESS = {"date": 0, "weekday": 1, "weekday_week": 1, "start_of": 2, "month": 2}  # of a campaign's start, the finest first
FRONTED = 3  # characters before a day that opens its sentence ("In September the coalition acknowledged ...")
SAID = re.compile(r"\b(?:said|acknowledged|reported|announced|documented|counted|put|confirmed|admitted)\b")
LASTED = re.compile(
    rf"\b(?P<hedge>almost|nearly|about|around|more than|over)?\s*(?P<n>{NUMBER}) (?P<unit>week|month)s? (?:of|into|after)\b"
)
BEGAN = re.compile(rf"\b(?:since|on|began|launched)\b[^.\n]{{0,80}}?\b(?P<month>{MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b")
NIGHTS = frozenset(("overnight", "last night", "yesterday", "the weekend", "over the weekend"))
# Words without which the day of a sentence is not one of harm or flight.
EVENTFUL = re.compile(
    r"\b(?:kill|wound|injur|hurt|die[ds]?\b|dead|death|toll|attack|strike|struck|raid|bomb|shell|rocket|missile|mortar|clash|fight|fought|explo|blast|ambush|assault"
    r"|storm|offensive|fled|flee|left|leave|displac|evacuat|captur|surrender|detain|arrest|seiz|releas|freed|execut|behead|massacre|fire|advance|batt|hit\b)"
)
# "April 7th Street", the date of a photograph
NO_DAY = re.compile(
    r"\s*(?:street|square|avenue|bridge|brigade|revolution)\b|[.,]?\s*\([^)]{0,40}\b(?:photo|agenc(?:y|ies)|getty|file|reuters|afp|ap)\b",
    re.IGNORECASE,
)
DAYS_NAMED = ("weekday", "date", "weekday_week")


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a claim is about; both ends None where the text does not fix them. scope: event, cumulative or stock."""

    date_start: dt.date | None
    date_end: dt.date | None
    precision: str
    scope: str


@dataclass(frozen=True, slots=True)
class Inference:
    """A publication date worked out from an article's own words, and how; None with the reason why not."""

    date: dt.date | None
    reasoning: str


@dataclass(frozen=True, slots=True)
class _Expression:
    """A time expression of a sentence, resolved. ``since``: it opens a period that runs on; ``speech``: the day of saying so."""

    start: int
    end: int
    kind: str
    first: dt.date | None
    last: dt.date | None
    precision: str
    since: bool
    speech: bool


def period_of(document: Document, sentence: Sentence, start: int, end: int, measure: str) -> Period:
    """Period and scope of the claim whose evidence is ``text[start:end]`` (CODEBOOK.md, dates and scope)."""
    anchor = anchor_of(document)
    at = start - sentence.start
    found = _expressions(sentence)
    if measure.startswith("territory") or measure == "remaining":
        return _land_or_force(document, sentence, found, anchor, measure, at)
    told = [e for e in found if not e.speech and e.kind != "peak" and not (e.since and WHOSE.search(sentence.lower, at, max(at, e.start)))]
    own = _nearest(told, at, sentence)
    dated = [e for e in found if e.kind == "date" and not e.since and not e.speech]
    states = IS_STATE.finditer(sentence.lower) if measure in ("displaced", "detained") else ()
    stock = any(BREAKS.search(sentence.lower, *sorted((at, state.start()))) is None for state in states)
    if stock and dated:
        return Period(dated[0].last, dated[0].last, "day", "stock")
    if measure in ("killed", "displaced") and is_war_total(document, sentence, start, end) and not (own and own.since):
        return Period(WAR_START, anchor, "year", "cumulative")
    if stock and not (own and own.since and not ASIDE.search(sentence.lower, at, max(at, own.start))):
        day = _said_on(document, sentence, anchor)
        return Period(day, day, "day" if day else "unknown", "stock")
    if own is None and sentence.index and STRIKES.search(sentence.lower):
        own = _running(document, sentence)
        return Period(own.first if own else None, _said_on(document, sentence, anchor), own.precision if own else "unknown", "cumulative")
    own = own or _carried(document, sentence)
    if own is None:
        day = dateline(document.text) if sentence.index <= 1 else None
        return Period(day, day, "day" if day else "unknown", "event")
    return _period(document, sentence, own, anchor)


def names_a_day(sentence: Sentence) -> bool:
    """Whether the sentence says when, other than the day of saying so."""
    return any(e.first is not None and not e.speech for e in _expressions(sentence))


def is_war_total(document: Document, sentence: Sentence, start: int, end: int) -> bool:
    """A figure of six digits or more, or a share of the population, where this sentence or the one before speaks of the war."""
    if not HUGE.search(document.text, start, end) and not POPULATION.match(sentence.lower, end - sentence.start):
        return False
    before = document.sentences[sentence.index - 1].lower if sentence.index else ""
    return WAR.search(sentence.lower) is not None or WAR.search(before) is not None


def anchor_of(document: Document) -> dt.date | None:
    """The day against which relative words are resolved: a dateline in the text before the metadata."""
    line = calendar_words.agency_line(document.text, document.published)
    return dateline(document.text) or (line[0] if line else document.published)


@kept
def _expressions(sentence: Sentence) -> list[_Expression]:
    """The time expressions of a sentence from left to right, resolved against the article's date."""
    document = sentence.document
    anchor = anchor_of(document)
    lower = sentence.lower
    found: list[_Expression] = []
    line = calendar_words.agency_line(document.text, document.published)
    for kind, match in calendar_words.find(lower):
        if line and sentence.start + match.end() <= line[1]:
            continue
        days = _resolve(document, kind, match, anchor)
        if kind == "date" and sentence.index <= 1 and not found and days.first == dateline(document.text) and has_year(match):
            continue  # the article's own date
        before = lower[max(0, match.start() - 90) : match.start()]
        since = kind in ("start_of", "saga") or match[0].startswith("since") or SINCE.search(before) is not None
        since = since or (LAUNCHED.search(before) is not None and PERFECT.search(lower, match.end()) is not None)
        if (since or kind in ("relative", "span", "past")) and COMPARES.search(before + match[0]):
            continue
        if kind == "date" and NO_DAY.match(lower, match.end()):
            continue
        speech = kind in ("weekday", "relative", "date") and not since and _is_of_speech(lower, match)
        found.append(_Expression(match.start(), match.end(), kind, *days, since, speech))
    return found


def _resolve(document: Document, kind: str, match: re.Match[str], anchor: dt.date | None) -> Days:
    """What an expression fixes; those that point to a start named elsewhere in the article take it from there."""
    if anchor is None or kind not in ("saga", "long"):
        return calendar_words.resolve(kind, match, anchor)
    if kind == "long":
        days = calendar_words.resolve(kind, match, anchor)
        return days._replace(first=start_of_campaign(document) or days.first)
    if WAR.search(match.string[max(0, match.start() - 60) : match.end()]) and "so far" not in match[0]:
        return Days(WAR_START, anchor, "year")
    if tally := TALLY.search(document.text.lower()):
        first, _ = calendar_words.month(tally["m1"], "", tally["y1"], anchor)
        return Days(first, calendar_words.month(tally["m2"], "", tally["y2"], anchor)[1], "month")
    began = start_of_campaign(document)
    return Days(began, anchor, "day" if began else "unknown")


def _is_of_speech(lower: str, match: re.Match[str]) -> bool:
    """The day is that of saying so: it follows the verb of speech in its clause, or stands right before it."""
    before = BEFORE_DAY.sub("", lower[max(0, match.start() - 80) : match.start()].rstrip()).rstrip()
    return SAYS.search(CLAUSE.split(before)[-1].strip()) is not None or SAYS_AFTER.match(lower, match.end()) is not None


def _nearest(found: Sequence[_Expression], at: int, sentence: Sentence) -> _Expression | None:
    """The expression that belongs to the number at ``at``: one that opens a period, else the nearest in its clause.

    The weights are characters of distance: a clause's end is worth 40, a day behind the number comes 25 nearer.
    """

    def distance(e: _Expression) -> float:
        left, right = (e.end, at) if e.end <= at else (at, e.start)
        between = sentence.lower[left:right]
        far = len(between) + 40 * len(BREAKS.findall(between)) + 60 * (e.first is None) + 30 * (e.kind in ("ago", "year"))
        far -= 40 * (IN_RAID.search(sentence.lower, 0, e.end) is not None)
        far += 50 * (e.start > at and ASIDE.search(between) is not None)
        return far - 25 * (e.start > at) - 30 * e.since

    return min(found, key=distance, default=None)


def _carried(document: Document, sentence: Sentence) -> _Expression | None:
    """The day that the sentences before are about, the nearest first; for a lead the day of the next sentence, or of saying so."""
    sentences, index = document.sentences, sentence.index
    if index and GOES_ON.search(sentence.lower):
        running = [e for e in _expressions(sentences[index - 1]) if e.first and (e.since or e.kind in ("span", "recent", "long"))]
        if running:
            return running[0]
    anchor = anchor_of(document)
    if THAT_DAY.search(sentence.lower):
        for back in range(index - 1, max(-1, index - 1 - PAST_REACH), -1):
            if days := [e for e in _expressions(sentences[back]) if e.precision == "day" and e.first and not e.speech]:
                return replace(days[-1], last=days[-1].first, since=False)
    for back in range(index - 1, max(-1, index - 1 - CARRY_REACH), -1):
        for e in _expressions(sentences[back]):
            if e.precision == "day" and not e.speech and not e.since and e.kind in (*DAYS_NAMED, "relative"):
                told = (back == index - 1 and sentences[back].paragraph == sentence.paragraph) or EVENTFUL.search(sentences[back].lower)
                if e.first and told and (index - back <= PAST_REACH or not _is_long_past(e, anchor)):
                    return e
    if index <= 2:
        for other in sentences[index + 1 : index + 4]:
            for e in _expressions(other):
                named = e.kind in DAYS_NAMED or (e.kind == "relative" and other.lower[e.start : e.end] in NIGHTS)
                if named and not e.speech and not e.since and e.first and not _is_long_past(e, anchor):
                    return e
        for e in _expressions(sentence):
            if e.speech and e.first:
                return e
    around = [*reversed(sentences[max(0, index - 3) : index]), *(sentences[1:2] if index == 0 else [])]
    for other in around:
        for e in _expressions(other):
            if e.first and e.since and e.kind != "saga" and e.precision != "year":
                return e
    return None


def _running(document: Document, sentence: Sentence) -> _Expression | None:
    """The start that the sentences right before count from."""
    for other in reversed(document.sentences[max(0, sentence.index - 3) : sentence.index]):
        for e in _expressions(other):
            if e.first and e.since and e.precision != "year":
                return e
    return None


def _is_long_past(e: _Expression, anchor: dt.date | None) -> bool:
    """Whether a day is one that the news of the day looks back on."""
    return anchor is not None and e.first is not None and anchor - e.first > NEWS


def _period(document: Document, sentence: Sentence, own: _Expression, anchor: dt.date | None) -> Period:
    """The period that a number's own or carried expression gives it."""
    lower = sentence.lower
    if own.since and WHEN.match(lower, own.end):
        return Period(own.first, own.first, own.precision, "event")  # "since July 25, when its men killed ..."
    if own.since or own.kind == "long":
        end = own.last if own.kind == "saga" and own.last != anchor else _said_on(document, sentence, anchor)
        for e in _expressions(sentence):
            if e.start > own.end and e.first and UNTIL.search(lower[max(0, e.start - 22) : e.start]):
                end = e.last
                break
        own = _begun_by(own, end)
        length = (end - own.first).days if own.first and end else None
        short = length is not None and length <= (6 if own.kind == "weekday" else FEW)
        return Period(own.first, end, own.precision if own.first else "unknown", "event" if short else "cumulative")
    if own.kind in ("span", "recent", "past") and own.first and own.last:
        end = _said_on(document, sentence, anchor) or own.last
        began = start_of_campaign(document) if own.kind == "span" and own.precision == "month" else None
        if began and abs((began - own.first).days) <= 31:
            return Period(began, end, "day", "cumulative")
        return Period(end - (own.last - own.first), end, own.precision, "event" if own.last - own.first <= 7 * DAY else "cumulative")
    is_long = own.first is not None and own.last is not None and own.last - own.first > 31 * DAY and not sentence.says(ONE_ATTACK)
    return Period(own.first, own.last, own.precision if own.first else "unknown", "cumulative" if is_long else "event")


def _begun_by(own: _Expression, end: dt.date | None) -> _Expression:
    """ "From 6 June to 17 October 2017": a start without a year is the last such day before the end."""
    if own.first is None or end is None or own.first <= end:
        return own
    years = own.first.year - end.year
    first = own.first - round(365.25 * years) * DAY if years else end
    return replace(own, first=min(first, end))


def _said_on(document: Document, sentence: Sentence, anchor: dt.date | None) -> dt.date | None:
    """The day on which the sentence says that it was said, else the article's."""
    found = _expressions(sentence)
    said = [e.last for e in found if e.speech and e.last]
    fronted = [e.last for e in found[:1] if e.start <= FRONTED and not e.since and e.last and SAID.search(sentence.lower, e.end)]
    return (said or fronted or [anchor])[0]


def _land_or_force(
    document: Document, sentence: Sentence, found: Sequence[_Expression], anchor: dt.date | None, measure: str, at: int
) -> Period:
    """Land held and people remaining are as of the statement, unless the sentence speaks of a year or the peak of IS rule."""
    past = [
        e for e in found if e.kind in ("year", "peak", "month", "ago") and not e.since and e.first and _in_clause(sentence, at, e.start)
    ]
    once = ONCE.search(sentence.lower)
    is_past = once is not None and _in_clause(sentence, at, once.start()) and "," not in sentence.lower[once.start() : at]
    if measure == "territory_held" and (past or is_past):
        first, last = (past[0].first, past[0].last) if past else IS_PEAK
        return Period(first, last, "year", "stock")
    then = [
        e for e in found if e.kind in ("month", "date") and not e.since and not e.speech and e.last and _in_clause(sentence, at, e.start)
    ]
    if measure == "remaining" and then and WERE.search(sentence.lower):
        return Period(then[0].last, then[0].last, then[0].precision, "stock")
    yearly = [e for e in found if e.kind == "relative" and e.precision == "year" and e.first]
    if measure == "territory_lost" and yearly:
        return Period(yearly[0].first, yearly[0].last, "year", "stock")
    day = _said_on(document, sentence, anchor)
    return Period(day, day, "day" if day else "unknown", "stock")


def _in_clause(sentence: Sentence, at: int, other: int) -> bool:
    """Whether no clause ends between two places of a sentence."""
    left, right = sorted((at, other))
    return TURNS.search(sentence.lower, left, right) is None


@kept
def start_of_campaign(document: Document) -> dt.date | None:
    """The day on which the article says that its offensive or campaign began; None where it does not."""
    anchor = anchor_of(document)
    starts: list[tuple[int, dt.date]] = []
    for sentence in document.sentences:
        lower = sentence.lower
        if not CAMPAIGN.search(lower):
            continue
        for kind, match in calendar_words.find(lower):
            if kind not in FINENESS:
                continue
            near = lower[max(0, match.start() - 90) : match.end() + 50]
            day = calendar_words.resolve(kind, match, anchor).first
            if day and CAMPAIGN.search(near) and STARTS.search(near):
                starts.append((FINENESS[kind], day))
    return min(starts, key=lambda start: start[0])[1] if starts else None


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
    length = round(count(lasted["n"]) * UNITS[lasted["unit"]])
    week = range(length - 6, length + 1) if lasted["hedge"] in ("almost", "nearly") else range(length - 3, length + 4)
    fitting = []
    for year in range(min(others).year - 1, max(others).year + 1):
        try:
            start = dt.date(year, MONTHS[began["month"].rstrip(".")], int(began["day"]))
        except ValueError:
            continue
        days = (start + n * DAY for n in week)
        fitting += [d for d in days if d.weekday() == WEEKDAYS[weekday] and min(others) <= d <= max(others)]
    start_named = f"{began['month'].title()} {began['day']}"
    words = f"a start ({start_named}), a duration since then (“{lasted[0].strip()}”) and the day ({weekday.title()})"
    if len(fitting) != 1:
        fit = " and ".join(d.isoformat() for d in fitting) or "no day"
        return Inference(None, f"the text names {words}; between the run's first and last article {fit} fits")
    return Inference(fitting[0], f"the text names {words}; between the run's first and last article only {fitting[0]} fits")
