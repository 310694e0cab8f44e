"""When a claim is about: the period that its number covers, and whether it is an event, a running total or a stock."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from analysis.extraction.sentences import Document, Sentence

DAY = dt.timedelta(days=1)
MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec".split("|"), 1
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {name: n for n, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
NUMBERS = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())} | {"a": 1, "an": 1, "few": 3, "several": 3, "couple": 2, "recent": 3}
UNITS = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30.4, "year": 365.25}

_M = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_W = "(?:" + "|".join(WEEKDAYS) + ")s?"
_N = "(?:" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r"|\d+)"
_D = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = rf"(?P<m1>{_M})\s+(?P<d1>{_D})(?:,?\s*(?P<y1>(?:19|20)\d\d))?(?!\d)|(?P<d2>{_D})(?:\s+of)?\s+(?P<m2>{_M})(?:,?\s*(?P<y2>(?:19|20)\d\d))?|(?P<iso>(?:19|20)\d\d-\d\d-\d\d)"
EXPRESSIONS = [
    ("ago", rf"(?:a|about|around|some|nearly|almost)?\s*\b(?P<ago_n>{_N}) (?P<ago_u>day|week|month|year)s? (?:ago|earlier|before)\b"),
    ("span", rf"\b(?:in|over|during|for|within|of) (?:the )?(?:(?:past|last|previous|preceding) )?(?:(?:almost|nearly|about|more than|over|some|around) )?(?P<span_n>{_N})[- ](?P<span_u>hour|day|week|month|year)s?\b(?! ago| old)"),
    ("span", rf"\b(?:the )?(?:past|last) (?P<span2_n>{_N}) (?P<span2_u>hour|day|week|month|year)s?\b"),
    ("long", rf"\b(?P<long_n>{_N})-(?P<long_u>week|month|year)s?(?:-long)? (?:\w+[- ]){{0,3}}(?:offensive|campaign|battle|siege|war|operation|assault)\b"),
    ("recent", r"\b(?:in|over|during) (?:the )?(?:past|last|recent) (?P<recent>few days|few weeks|days|weeks|months)\b"),
    ("past", r"\b(?:in|over|during) the (?:past|last) (?P<past>day|week|month|year)\b"),
    ("start_of", rf"\b(?:since|from) (?:the )?(?:(?P<sincepart>early|late|mid|beginning of|start of|end of)[- ]?)?(?P<sincemonth>{_M})(?:,? (?:of )?(?P<sinceyear>(?:19|20)\d\d|last year|this year))?(?!\s*\d)"),
    ("date", DATE),
    ("month_in", rf"\b(?:in|of|during|throughout|this|by) (?P<part>early|late|mid|the (?:beginning|start|end|middle) of)?[- ]?(?P<month>{_M})(?:,? (?:of )?(?P<year>(?:19|20)\d\d|last year|this year))?(?!\s*\d)"),
    ("month_part", rf"\b(?P<mpart>early|late|mid|the end of|the start of|the beginning of|end of)[- ](?P<mmonth>{_M})(?:,? (?P<myear>(?:19|20)\d\d|last year|this year))?(?!\s*\d)"),
    ("weekday_week", rf"\b(?P<lastweekday>{_W})(?:,| of| last)? (?:of )?last week\b|\blast week'?s? (?P<lastweekday2>{_W})\b"),
    ("weekday", rf"\b(?:(?:late|early) )?(?:last )?(?P<weekday>{_W})\b(?:[’'](?:s\b)?)?"),
    ("relative", r"\b(?P<relative>yesterday|today|overnight|tonight|this morning|this evening|last night|(?:the )?previous (?:day|night)|(?:a|the|one) day (?:earlier|before)|hours earlier|earlier in the day|earlier this month|earlier this year|earlier this week|earlier in the week|last week|last month|last year|this week|this month|this year|(?:over )?the weekend|that day|the same day|the day before)\b"),
    ("peak", r"\bat (?:its|their|the) (?:peak|height|strongest|zenith)\b|\bat the (?:peak|height|zenith) of\b|\bonce (?:master|controlled|ruled|held)\b"),
    ("year", r"\b(?:in|since|of|from|during|late|early|by|until|mid-)\s*(?P<plainyear>(?:19|20)\d\d)\b"),
    ("saga", r"\bsince (?:the )?(?:(?:start|beginning|outbreak|launch|onset) of )?(?:the |its |their |syria[’']?s? |a )?(?:\w+[- ]){0,3}?(?P<saga>offensive|campaign|operation|battle|assault|war|conflict|fighting|uprising|crisis|push|revolution|truce|ceasefire)\b|\b(?:since|after) (?:it|they|the (?:war|conflict|fighting|campaign|offensive|operation|battle)) (?:began|started|erupted|broke out|flared|was launched|got under way)\b|\bthe start of the (?P<saga2>offensive|campaign|operation|war|conflict)\b|\b(?:so far|in that period|since then|to date)\b"),
]  # fmt: skip
PATTERN = re.compile("|".join(f"(?P<k{n}_{kind}>{pattern})" for n, (kind, pattern) in enumerate(EXPRESSIONS)))
SINCE = re.compile(r"\bsince\b[^,.;:]{0,60}$|\b(?:from|starting|dating (?:back )?to)(?: (?:the|last|late|early|at least|around|dawn of|beginning of|start of|morning of|end of|mid|about|a|on))*[- ]*$")
GOES_ON = re.compile(r"^\W*(?:that (?:figure|total|number|toll)|among (?:them|those)|of (?:them|those|these|the)|they include|this includes|the (?:figure|total|number|toll|dead|tally))\b")
HUGE = re.compile(r"\d{6,}|\d{3},\d{3}|million")  # a figure of that size is a war's total
WAR = re.compile(r"war|conflict|uprising|crisis|revolution")
TALLY = re.compile(rf"\b(?:from|between) (?P<m1>{_M}) (?P<y1>(?:19|20)\d\d) (?:to|and|until|through) (?:the end of )?(?P<m2>{_M}) (?P<y2>(?:19|20)\d\d)")
SPEECH = re.compile(r"\b(?:said|says|told|reported|announced|statement|according to|adding|added|declared|confirmed|acknowledged|reports?|noted|claimed|revealed|made public|put out|overview|casualty report|wrote|warned|documented|published)\b[^.;]{0,60}$|\b(?:afp|reuters|sana|ap|sputnik|rudaw|agency|journalists|reporters)(?: \w+){0,2} (?:on|late|early)? ?$")
STILL_CUMULATIVE = re.compile(r"\b(?:bring(?:s|ing)?(?: the)? (?:total|number|toll)|in all since|so far|to date|in total since|running total|total number)\b")
NOUN_STATE = re.compile(r"\b(?:living|lives|housing|houses|hosting|shelter(?:s|ing)|home to|camp of|live in|stands at|are still|still held|is holding|are holding|continues? to hold|remain|stranded|have gathered|have settled|in captivity|holding)\b")
WAR_START = dt.date(2011, 3, 15)  # of the war in Syria
IS_PEAK = (dt.date(2014, 1, 1), dt.date(2014, 12, 31))
STARTED = re.compile(r"\b(?:offensive|campaign|operation|battle|assault|push|fighting|operations?|drive|attack)\b|\b(?:launch|open|began|begin|start|under way)")


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
    named: bool


def dateline(text: str) -> dt.date | None:
    """An explicit date, with its year, that the text's opening states; None where there is none."""
    opening = text[:400]
    for found in re.finditer(rf"\b(?:{DATE})", opening.lower()):
        day = _explicit(found, None)
        before = opening[max(0, found.start() - 25) : found.start()].lower()
        if day is None or not (found.group("y1") or found.group("y2") or found.group("iso")):
            continue
        stated = re.search(r"(?:date|published|updated(?: at)?|publication|afp|reuters|ap)\s*$|^\s*\W*$", before) or (
            re.search(r"\b(?:mon|tue|tues|wed|thu|thurs|fri|sat|sun)\w*,?\s*$", before) and found.start() < 250
        )
        if stated and not re.search(r"\b(?:since|until|in|by|from|between)\s*$", before) and found.start() < 250:
            return day
    return None


def period_of(document: Document, sentence: Sentence, start: int, end: int, measure: str) -> Period:
    """Period and scope of the claim whose evidence is ``text[start:end]`` (CODEBOOK.md, dates and scope)."""
    anchor = anchor_of(document)
    at = start - sentence.start
    found = expressions(document, sentence)
    if measure.startswith("territory") or measure == "remaining":
        return _stock(document, sentence, found, anchor, at, measure)
    stock = measure in ("displaced", "detained") and NOUN_STATE.search(sentence.lower) is not None
    own = _nearest([e for e in found if not e.speech and e.kind != "peak"], at, sentence)
    if measure in ("killed", "displaced") and is_war_total(document, sentence, start, end) and not (own and own.since):
        return Period(WAR_START, anchor, "year", "cumulative")
    dated = [e for e in found if e.kind == "date" and not e.since and not e.speech]
    if stock and (dated or not (own and own.since)):
        said = dated[0] if dated else None
        day = (said.last if said else None) or _said_on(document, sentence, anchor)
        return Period(day, day, "day" if day else "unknown", "stock")
    if own is None:
        own = _carried(document, sentence)
    if own is None:
        day = dateline(document.text) if sentence.index <= 1 else None
        return Period(day, day, "day" if day else "unknown", "event")
    return _period(document, sentence, own, anchor)


def is_war_total(document: Document, sentence: Sentence, start: int, end: int) -> bool:
    """A figure of six digits or more, where this sentence or the one before speaks of the war."""
    if not HUGE.search(document.text, start, end):
        return False
    before = document.sentences[sentence.index - 1].lower if sentence.index else ""
    return WAR.search(sentence.lower) is not None or WAR.search(before) is not None


def anchor_of(document: Document) -> dt.date | None:
    """The day against which relative words are resolved: a dateline in the text before the metadata."""
    return _anchor(document.text, document.published)


@lru_cache(maxsize=256)
def _anchor(text: str, published: dt.date | None) -> dt.date | None:
    return dateline(text) or published


@lru_cache(maxsize=2048)
def expressions(document: Document, sentence: Sentence) -> list[_Expression]:
    """The time expressions of a sentence from left to right, resolved against the article's date."""
    anchor = anchor_of(document)
    found = []
    lower = sentence.lower
    for match in PATTERN.finditer(lower):
        kind = _kind(match)
        first, last, precision = _resolve(match, kind, anchor, document)
        if kind == "date" and sentence.index <= 1 and not found and (match["y1"] or match["y2"] or match["iso"]) and first == dateline(document.text):
            continue  # the article's own date
        before = lower[max(0, match.start() - 90) : match.start()]
        since = kind == "start_of" or bool(SINCE.search(before)) or lower[match.start() : match.start() + 5] == "since" or kind == "saga"
        speech = kind in ("weekday", "relative", "date") and not since and _is_speech(lower, match)
        found.append(_Expression(match.start(), match.end(), kind, first, last, precision, since, speech, kind in ("date", "weekday", "weekday_week")))
    return found


def _kind(match: re.Match[str]) -> str:
    """The kind of expression that matched: the outermost group closes last."""
    return (match.lastgroup or "_").split("_", 1)[1]


def _is_speech(lower: str, match: re.Match[str]) -> bool:
    """The day is that of saying so: it follows the verb of speech in its clause, or stands right behind it."""
    before = re.sub(r"\b(?:on|late|early|in a statement|issued|at)\s*$", "", lower[max(0, match.start() - 80) : match.start()].rstrip()).rstrip()
    tail = re.split(r"[,;:.“”\"]| that | who | which ", before)[-1]
    if re.search(r"\b(?:said|says|told \w+(?: \w+)?|reported|announced|revealed|acknowledged|confirmed|added|noted|declared|statement|report|made public|warned|monitored|documented)$", tail.strip()):
        return True
    if re.search(r"\b(?:told|gave)\b", tail):
        return True
    return re.match(r"[’'s]*\s+(?:that|said|told)\b", lower[match.end() : match.end() + 8]) is not None


def _resolve(match: re.Match[str], kind: str, anchor: dt.date | None, document: Document) -> tuple[dt.date | None, dt.date | None, str]:
    """First and last day of an expression, and how finely it fixes them."""
    g = match.groupdict()
    if kind == "date":
        day = _explicit(match, anchor)
        return day, day, "day"
    if kind == "peak":
        return *IS_PEAK, "year"
    if kind == "year":
        year = int(g["plainyear"])
        return dt.date(year, 1, 1), dt.date(year, 12, 31), "year"
    if anchor is None:
        return None, None, "unknown"
    if kind in ("month_in", "month_part", "start_of"):
        part = g.get("part") or g.get("mpart") or g.get("sincepart") or ""
        name = g.get("month") or g.get("mmonth") or g.get("sincemonth") or ""
        return *_month(name, part, g.get("year") or g.get("myear") or g.get("sinceyear"), anchor), "month"
    if kind == "weekday":
        day = _weekday(g["weekday"], anchor)
        return day, day, "day"
    if kind == "weekday_week":
        monday = anchor - (anchor.weekday() + 7) * DAY
        day = monday + WEEKDAYS[(g["lastweekday"] or g["lastweekday2"] or "").rstrip("s") if (g["lastweekday"] or g["lastweekday2"]) not in WEEKDAYS else (g["lastweekday"] or g["lastweekday2"])] * DAY
        return day, day, "day"
    if kind == "ago":
        days = round(_count(g["ago_n"]) * UNITS[g["ago_u"]])
        day = anchor - days * DAY
        return day, day, {"day": "day", "week": "week", "month": "month", "year": "year"}[g["ago_u"]]
    if kind == "span":
        n, unit = (g["span_n"], g["span_u"]) if g["span_n"] else (g["span2_n"], g["span2_u"])
        days = _count(n) * UNITS[unit]
        return anchor - round(days) * DAY, anchor, "day" if unit in ("hour", "day") else ("week" if unit == "week" else "month")
    if kind == "long":
        return start_of_campaign(document) or anchor - round(_count(g["long_n"]) * UNITS[g["long_u"]]) * DAY, anchor, "month"
    if kind == "recent":
        days = {"few days": 3, "days": 3, "few weeks": 21, "weeks": 21, "months": 90}[g["recent"]]
        return anchor - days * DAY, anchor, "week" if days < 10 else "month"
    if kind == "past":
        return anchor - round(UNITS[g["past"]]) * DAY, anchor, {"day": "day", "week": "week", "month": "month", "year": "year"}[g["past"]]
    if kind == "relative":
        return _relative(g["relative"], anchor)
    if kind == "saga":
        if WAR.search(match.string[max(0, match.start() - 60) : match.end()]) and "so far" not in match.group(0):
            return WAR_START, anchor, "year"
        if tally := TALLY.search(document.text.lower()):
            return _month(tally["m1"], "", tally["y1"], anchor)[0], _month(tally["m2"], "", tally["y2"], anchor)[1], "month"
        began = start_of_campaign(document)
        return began, anchor, "day" if began else "unknown"
    return None, None, "unknown"


def _relative(word: str, anchor: dt.date) -> tuple[dt.date | None, dt.date | None, str]:
    monday = anchor - anchor.weekday() * DAY
    if word in ("today", "this morning", "this evening", "tonight", "earlier in the day", "hours earlier"):
        return anchor, anchor, "day"
    if word in ("overnight", "last night", "yesterday") or re.search(r"day (?:earlier|before)|previous", word):
        return anchor - DAY, anchor - (0 if word == "overnight" else 1) * DAY, "day"
    if "weekend" in word:
        saturday = monday - 2 * DAY if anchor.weekday() < 5 else monday + 5 * DAY
        return saturday, min(saturday + DAY, anchor), "day"
    if word == "last week":
        return monday - 7 * DAY, monday - DAY, "week"
    if word in ("this week", "earlier this week", "earlier in the week"):
        return monday, anchor, "week"
    if word == "last month":
        end = anchor.replace(day=1) - DAY
        return end.replace(day=1), end, "month"
    if word in ("this month", "earlier this month"):
        return anchor.replace(day=1), anchor, "month"
    if word == "last year":
        return dt.date(anchor.year - 1, 1, 1), dt.date(anchor.year - 1, 12, 31), "year"
    if word in ("this year", "earlier this year"):
        return dt.date(anchor.year, 1, 1), anchor, "year"
    return None, None, "unknown"


def _explicit(match: re.Match[str], anchor: dt.date | None) -> dt.date | None:
    """The day of an explicit date; without a year the latest such day on or before the anchor."""
    if match.group("iso"):
        try:
            return dt.date.fromisoformat(match.group("iso"))
        except ValueError:
            return None
    month = MONTHS[(match.group("m1") or match.group("m2")).rstrip(".")]
    day = int(re.sub(r"\D", "", match.group("d1") or match.group("d2")))
    year = match.group("y1") or match.group("y2")
    if year is None and anchor is None:
        return None
    try:
        if year:
            return dt.date(int(year), month, day)
        this = dt.date(anchor.year, month, day)  # type: ignore[union-attr]
        return this if this <= anchor + DAY else dt.date(anchor.year - 1, month, day)  # type: ignore[union-attr, operator]
    except ValueError:
        return None


def _month(name: str, part: str, year: str | None, anchor: dt.date) -> tuple[dt.date, dt.date]:
    """A month, or its early (1-10), mid (11-20) or late (21 on) part; without a year the latest on or before the anchor."""
    month = MONTHS[name.rstrip(".")]
    if year and year.isdigit():
        number = int(year)
    elif year == "last year":
        number = anchor.year - 1
    else:
        number = anchor.year if month <= anchor.month else anchor.year - 1
    first = dt.date(number, month, 1)
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


def _weekday(word: str, anchor: dt.date) -> dt.date:
    """The latest such weekday on or before the anchor."""
    name = word if word in WEEKDAYS else word.rstrip("s")
    return anchor - ((anchor.weekday() - WEEKDAYS[name]) % 7) * DAY


def _count(word: str) -> int:
    return NUMBERS.get(word, int(word) if word.isdigit() else 1)


def _nearest(found: Sequence[_Expression], at: int, sentence: Sentence) -> _Expression | None:
    """The expression that belongs to the number at ``at``: one that opens a period, else the nearest in its clause."""
    if not found:
        return None
    lower = sentence.lower

    def cost(e: _Expression) -> float:
        left, right = (e.end, at) if e.end <= at else (at, e.start)
        between = lower[left:right]
        clauses = len(re.findall(r"[;:]| while | but | after | when | before |, and |\.", between))
        return len(between) + 40 * clauses - (25 if e.start > at else 0) + (60 if e.first is None else 0) + (30 if e.kind in ("ago", "year") else 0) - (30 if e.since else 0)

    return min(found, key=cost)


def _carried(document: Document, sentence: Sentence) -> _Expression | None:
    """The day that the sentences before are about, the nearest first; for a lead the day of the next sentence, or of saying so."""
    previous = document.sentences[sentence.index - 1] if sentence.index else None
    running = [e for e in expressions(document, previous) if e.first and (e.since or e.kind in ("span", "recent", "long"))] if previous else []
    if running and GOES_ON.search(sentence.lower):
        return running[0]
    for i in range(sentence.index - 1, max(-1, sentence.index - 7), -1):
        other = document.sentences[i]
        found = [e for e in expressions(document, other) if not e.speech and e.first and e.kind in ("weekday", "date", "weekday_week", "relative") and not e.since]
        found = [e for e in found if e.precision == "day"]
        if found:
            return found[0]
    for i in range(sentence.index + 1, min(sentence.index + 4, len(document.sentences))):
        found = [e for e in expressions(document, document.sentences[i]) if not e.speech and e.first and e.kind in ("weekday", "date", "weekday_week") and not e.since]
        if found and sentence.index <= 2:
            return found[0]
    said = [e for e in expressions(document, sentence) if e.speech and e.first]
    if said and sentence.index <= 2:
        return said[0]
    for i in [*range(sentence.index - 1, max(-1, sentence.index - 4), -1), sentence.index + 1]:
        if 0 <= i < len(document.sentences) and (i < sentence.index or sentence.index == 0):
            running = running or [e for e in expressions(document, document.sentences[i]) if e.first and e.since and e.kind != "saga"]
    return running[0] if running else None


def _period(document: Document, sentence: Sentence, own: _Expression, anchor: dt.date | None) -> Period:
    if own.since and re.match(r",? when\b", sentence.lower[own.end : own.end + 7]):
        return Period(own.first, own.first, own.precision, "event")  # "since July 25, when its men killed ..."
    if own.since or own.kind in ("start_of", "long"):
        end = own.last if own.kind == "saga" and own.last != anchor else _said_on(document, sentence, anchor)
        until = [e for e in expressions(document, sentence) if e.start > own.end and e.first and re.search(r"\b(?:to|until|by|through)(?: the end of)?\s*$", sentence.lower[max(0, e.start - 22) : e.start])]
        if until:
            end = until[0].last
        short = own.precision == "day" and own.first and end and (end - own.first).days <= 6 and own.kind != "saga"
        precision = {"week": "week", "month": "month", "year": "year"}.get(own.precision, "day") if own.first else "unknown"
        return Period(own.first, end if own.first or end else None, precision, "event" if short and own.kind == "weekday" else "cumulative")
    if own.kind in ("span", "recent", "past"):
        end = _said_on(document, sentence, anchor)
        began = start_of_campaign(document) if own.kind == "span" and own.precision == "month" else None
        first = began if began and own.first and abs((began - own.first).days) <= 31 else own.first
        if own.first and own.last and end and first is own.first:
            first = end - (own.last - own.first)
        days = (end - first).days if end and first else 0
        return Period(first, end, "day" if began and first == began else own.precision, "event" if days <= 7 else "cumulative")
    if STILL_CUMULATIVE.search(sentence.lower) and own.kind in ("saga",):
        return Period(own.first, own.last, own.precision, "cumulative")
    return Period(own.first, own.last, own.precision if own.first else "unknown", "event")


def _said_on(document: Document, sentence: Sentence, anchor: dt.date | None) -> dt.date | None:
    """The day on which it was said: named in the sentence or, for the lead's speaker, right after; else the article's."""
    said = [e.last for e in expressions(document, sentence) if e.speech and e.last]
    return said[0] if said else anchor


def _stock(document: Document, sentence: Sentence, found: Sequence[_Expression], anchor: dt.date | None, at: int, measure: str) -> Period:
    """Land held and people remaining are as of the statement, unless the sentence speaks of a year or the peak of IS rule."""
    past = [e for e in found if e.kind in ("year", "peak", "month_in") and not e.since and e.first]
    if measure == "territory_held" and (past or re.search(r"\b(?:once|at (?:its|their|the) (?:strongest|peak|height))\b", sentence.lower)):
        first, last = (past[0].first, past[0].last) if past else IS_PEAK
        return Period(first, last, "year", "stock")
    yearly = [e for e in found if e.kind == "relative" and e.precision == "year" and e.first]
    if measure == "territory_lost" and yearly:
        return Period(yearly[0].first, yearly[0].last, "year", "stock")
    day = _said_on(document, sentence, anchor)
    return Period(day, day, "day" if day else "unknown", "stock")


@lru_cache(maxsize=128)
def start_of_campaign(document: Document) -> dt.date | None:
    """The day on which the article says that its offensive or campaign began; None where it does not."""
    best: tuple[int, dt.date] | None = None
    order = {"date": 0, "weekday": 1, "weekday_week": 1, "start_of": 2, "month_in": 2, "month_part": 2}
    for sentence in document.sentences:
        if not STARTED.search(sentence.lower):
            continue
        for e in expressions_without_sagas(document, sentence):
            near = sentence.lower[max(0, e.start - 90) : e.end + 50]
            if e.first and e.kind in order and re.search(r"offensive|campaign|operation|battle|assault|push|drive|fight", near) and (e.since or re.search(r"launch|open|beg[au]n|start|flared|since", near)):
                if best is None or order[e.kind] < best[0]:
                    best = (order[e.kind], e.first)
    return best[1] if best else None


def expressions_without_sagas(document: Document, sentence: Sentence) -> list[_Expression]:
    """The expressions that do not themselves need the campaign's start."""
    anchor = anchor_of(document)
    found = []
    for match in PATTERN.finditer(sentence.lower):
        kind = _kind(match)
        if kind in ("saga", "long"):
            continue
        first, last, precision = _resolve(match, kind, anchor, document)
        since = kind == "start_of" or bool(SINCE.search(sentence.lower[max(0, match.start() - 40) : match.start()]))
        found.append(_Expression(match.start(), match.end(), kind, first, last, precision, since, False, True))
    return found


def infer_published(document: Document, others: Sequence[dt.date]) -> Inference:
    """Date an undated article from its own words: a campaign's stated start, how long ago that is, and the weekday of the day told.

    ``others`` are the dates of the other articles of the run; they give the year. The reasoning names each step.
    """
    if not others:
        return Inference(None, "no date in the text, and no other article of the run tells the year")
    text = document.text.lower()
    lasted = re.search(rf"\b(?P<hedge>almost|nearly|about|around|more than|over)?\s*(?P<n>{_N}) (?P<unit>week|month)s? (?:of|into|after)\b", text)
    began = re.search(rf"\b(?:since|on|began|launched)\b[^.\n]{{0,80}}?\b(?P<month>{_M}) (?P<day>{_D})\b", text)
    days = [m.group(0).rstrip("s") for m in re.finditer(rf"\b(?:{'|'.join(WEEKDAYS)})\b", text)]
    if not (lasted and began and days):
        return Inference(None, "no date in the text, and no stated start with a duration and a weekday to work it out from")
    month, day = MONTHS[began["month"].rstrip(".")], int(re.sub(r"\D", "", began["day"]))
    years = sorted({d.year for d in others} | {min(others).year - 1, max(others).year})
    weekday = max(set(days), key=lambda name: (days.count(name), -days.index(name)))
    length = _count(lasted["n"]) * UNITS[lasted["unit"]]
    options = []
    for year in years:
        try:
            start = dt.date(year, month, day)
        except ValueError:
            continue
        around = start + round(length) * DAY
        shorter = lasted["hedge"] in ("almost", "nearly")
        candidates = [around + n * DAY for n in (range(-7, 1) if shorter else range(-3, 5))]
        options += [d for d in candidates if d.weekday() == WEEKDAYS[weekday] and min(others) <= d <= max(others)]
    if not options:
        return Inference(None, f"the start ({began['month']} {day}) and the duration ({lasted.group(0).strip()}) fit no {weekday.title()} between the other articles")
    chosen = options[0]
    return Inference(
        chosen,
        f"the text names a start ({began['month'].title()} {day}), a duration since then (“{lasted.group(0).strip()}”) and the day ({weekday.title()}); "
        f"between the run's first and last article only {chosen.isoformat()} fits",
    )
