"""When a claim is about: the period that its number covers, and whether it is an event, a running total or a stock."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.extraction.calendar_days import DAY, IS_PEAK, WAR_START
from analysis.extraction.calendar_words import NUMBER, WAR
from analysis.extraction.datelines import dateline
from analysis.extraction.expressions import (
    AHEAD,
    CAMPAIGN,
    CLAUSE_END,
    LAUNCHED,
    PERFECT,
    Expression,
    anchor_of,
    asides,
    expressions,
    start_of_campaign,
)
from analysis.extraction.sentences import Document, Sentence, kept

UNTIL = re.compile(r"\b(?:to|until|by|through)(?: the end of)?\s*$")
AS_OF = re.compile(r"\bas of (?:late |early |last )?$")
AND_THAT = re.compile(r";| and that ")  # behind it somebody tells of something else
# "Rebels opened an offensive towards the city on 21 March"
OPENED = re.compile(
    r"\b(?:launched|opened|began|started) (?:an?|its|their|the) (?:[\w-]+ ){0,3}(?:offensive|campaign|operation|battle|assault|push|drive)\b"
    r"[^.;]{0,60}$"
)
BY = re.compile(r"\bby (?:late |early |noon on |the end of )?$")
WHEN = re.compile(r",? (?:(?:the day )?(?:when|that|on which)|which)\b")
COUNT = rf"(?:\d[\d,]*|{NUMBER}|\w+(?:ty|teen)(?:-\w+)?|dozens|scores|hundreds)"
GOES_ON = re.compile(
    r"^\W*(?:that (?:figure|total|number|toll)|among (?:them|those)|of (?:them|those|these|the)|they include|this includes"
    r"|the (?:figure|total|number|toll|dead|tally)|(?:a |an )?(?:further|additional|another)(?= \d)"
    rf"|(?:(?:more than|at least|some|about|nearly|almost|over|around|up to|a further|another) )?{COUNT}\b[^,.;:]{{0,30}} (?:were|was|have|has|had))\b"
)
# "The largest displacement of the war" tells of one part of it.
WORST_OF_WAR = re.compile(rf"\b(?:\w{{3,}}est|most|worst|first)\b[^,.;:]{{0,40}} (?:of|in) (?:the|its) (?:\w+ )?{WAR.pattern}")
SINCE_WORD = re.compile(r"\bsince\b[^,.;:]*$")  # "the deadliest raid since shells killed (40 there in 2013)"
HUGE = re.compile(r"\d{6,}|\d{3},\d{3}|million|hundreds of thousands", re.IGNORECASE)  # a figure of that size is a war's total
THOUSANDS = re.compile(r"\d,\d{3}|\d{4,}|thousands|million", re.IGNORECASE)
POPULATION = re.compile(r"\W+(?:of )?(?:\w+[’']?s? ){0,3}(?:population|inhabitants)\b")  # and so is a share of the country's people
ASIDE = re.compile(
    r"\b(?:whom|where|which(?! (?:was )?(?:launched|began|started|erupted|opened)\b))\b"
)  # a clause of its own, with days of its own
A_PART = re.compile(r"\b(?:including|among (?:them|whom)|of (?:them|whom|which)|(?:up|down) from|compared (?:with|to))\W+(?:\w+ ){0,2}$")
A_PART_BEHIND = re.compile(r"[\w-]+(?:[ ,][\w-]+){0,4} of (?:them|whom|these|those)\b")
PART_FOLLOWS = re.compile(r", (?:[\w-]+ ){1,3}of (?:them|whom)\b[^,.;:]*$")
PART_REACH = 40  # characters before a part's number in which it is said to be one
PHRASE_END = re.compile(r"[,.;:](?!\d)")
UNTIL_REACH = 22  # characters before the end of a period in which "until" stands
IN_ASIDE = re.compile(r"(?P<comma>, (?:\w+ )?)?\b(?:whom|which|where)\b[^,.;:]{0,90}$")
BREAKS = re.compile(r"[;:]|, (?:bringing|raising|taking|pushing|lifting)\b| while | but | after | when | before |, and |\.")
TURNS = re.compile(
    r"[;:]| while | but |, and | and has |, is |, (?:\w+ )?\w+ after | (?:what|that|which) (?:it|the group|they) |\b(?:down|compared|shrunk|reduced) (?:from|with|to)\b"
)
IS_STATE = re.compile(
    r"\b(?:living|(?<!the )lives|live|guarding|housing|houses|hosting|shelter(?:s|ing)|home to|camp of|stands at|are still|still held"
    r"|is holding|are holding|continues? to hold|remain(?:s|ed)?|stranded|have gathered|have settled|in captivity|holding"
    r"|population (?:to|of|at|stands)|have yet to|trapped|uprooted inside|in (?:the )?custody|are (?:being )?kept|behind bars"
    r"|(?:being|are) (?:held|detained)"
    r"|holds?|held(?= (?:[a-z]+ ){0,2}\d)|(?:have|has) not (?:yet )?(?:come|gone|returned)|are (?:now |still |also )?(?:in(?! need| their)|at|close to))\b"
)
OUTSET = re.compile(r"\b(?:start|beginning)\b")
OF_ALL = re.compile(
    r" of the [\w,]+ (?:\w+ ){0,2}(?:who|that) (?:were|are|had|have)(?: \w+)? $|, of (?:whom|them|which)\b"
)  # "5,000 of the 6,200 who were living there have left"
ONCE = re.compile(r"\b(?:once|swept (?:across|over|through)|at (?:its|their|the) (?:strongest|peak|height))\b")
AT_OUTSET = re.compile(
    r"\b(?:when the (?:\w+ )?(?:battle|offensive|attack|assault|operation|campaign) (?:began|started|was launched|opened)"
    r"|before the (?:\w+ )?(?:battle|offensive|attack|assault|operation|campaign))\b"
)
OTHERS_THEN = re.compile(r"[,;:](?!\d)| of the \d")  # "1,000 left, out of 2,400 when the battle began"
WERE = re.compile(r"\b(?:were|was|had)\b")
# "At least 31 have been killed", "it has counted 60": told of what goes on.
HARM_GOES_ON = re.compile(
    r"(?<!to )\b(?:have|has) (?:\w+ )?(?:been (?:killed|wounded|injured|displaced|uprooted|detained|arrested|captured)"
    r"|died|killed|executed|left|lost|fled|counted|recorded|documented|perished|fallen|(?:risen|climbed|grown|increased) to|reached)\b"
    r"|\b(?:rises|climbs|increases) to\b"
)
# "At least 62 have died on the way to the camp": over weeks, from a start that nobody tells
ON_THE_WAY = re.compile(
    r"\b(?:(?:have|has)|(?P<past>had)) (?:\w+ )?(?:died|perished)\b[^.]{0,30}\b(?:on (?:the|their) (?:way|road|journey)|en route)\b(?(past) to)"
)
GRAVES = re.compile(r"\bmass graves?\b")
REMAINS = re.compile(r"\b(?:bodies|remains|corpses|skeletons|victims)\b")
AT_THE_TIME = re.compile(r"\b(?:said|say|announced|estimated|put) at the time\b")
# "Coalition strikes have left hundreds dead": a running total of many, where no day is named.
STRIKES = re.compile(
    r"\b(?:strikes|raids|attacks|clashes|bombardments|offensive|campaign|siege|battle|fighting)\b[^.;,]{0,60}"
    r"\b(?:have|has) (?:\w+ )?(?:killed|left|claimed|wounded|injured|displaced|forced|driven|cost)\b"
)
IN_RAID = re.compile(r"\b(?:in|by|during) (?:\w+ )?\w+day[’']s$")  # "killed in Thursday's raid"
ONE_ATTACK = re.compile(
    r"\b(?:an?|the|one|single) (?:[\w-]+ ){0,3}(?:attack|bomb(?:ing|er)?|(?:air)?strike|raid|blast|explosion|massacre|ambush)\b"
)
FEW = 3  # days of action that are still one event
NEWS = 45 * DAY  # a day earlier than that is background, and not what the sentences around are about
PAST_REACH = 2  # sentences over which an earlier day is still being told
CARRY_REACH = 60  # sentences back to which a day is carried; keeps the work linear
FRONTED = 3  # characters before a day that opens its sentence ("In September the coalition acknowledged ...")
SINCE_FRONTED = 8  # the same with a "since" before it
SAID = re.compile(r"\b(?:said|acknowledged|reported|announced|documented|counted|put|confirmed|admitted)\b")
NIGHTS = frozenset(("overnight", "last night", "yesterday", "the weekend", "over the weekend", "at the weekend"))
# Words without which the day of a sentence is not one of harm or flight.
EVENTFUL = re.compile(
    r"\b(?:kill|wound|injur|hurt|die[ds]?\b|dead|death|toll|attack|strike|struck|raid|bomb|shell|rocket|missile|mortar|clash|fight|fought|explo|blast|ambush|assault"
    r"|storm|offensive|fled|flee|left|leave|displac|evacuat|captur|surrender|detain|arrest|seiz|releas|freed|execut|behead|massacre|fire|advance|batt|hit\b)"
)
OVER_DAYS = ("opening", "span", "days", "weekdays")
MONTHS_NAMED = ("month", "relative", "that_month")
THESE = re.compile(
    r"^\W*(?:a further|another)\b|\b(?:these|those|(?<!all )(?<!most )of (?:them|which|whom)|such)\b"
)  # goes on about what was just told
DAYS_NAMED = ("weekday", "date", "weekday_week")


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a claim is about; both ends None where the text does not fix them. scope: event, cumulative or stock."""

    date_start: dt.date | None
    date_end: dt.date | None
    precision: str
    scope: str


def period_of(document: Document, sentence: Sentence, start: int, end: int, measure: str) -> Period:
    """Period and scope of the claim whose evidence is ``text[start:end]`` (CODEBOOK.md, dates and scope); never a start behind its end."""
    period = _told(document, sentence, start, end, measure)
    if period.date_start and period.date_end and period.date_start > period.date_end:
        return replace(period, date_start=None, precision="unknown")  # words that contradict each other fix no start
    return period


def _told(document: Document, sentence: Sentence, start: int, end: int, measure: str) -> Period:
    """The period as the words around the number have it."""
    anchor = anchor_of(document)
    at = start - sentence.start
    found = expressions(sentence)
    if measure.startswith("territory") or measure == "remaining":
        return _land_or_force(sentence, found, measure, at)
    told = [e for e in found if not e.speech and e.kind != "peak" and not _is_of_others(sentence, e, at)]
    told += [e for e in _told_of(sentence) if e.end < at and not (e.start <= FRONTED and "," not in sentence.lower[at:])]
    told += [replace(e, since=False) for e in asides(sentence) if e.start > at and SINCE_WORD.search(sentence.lower, 0, at)]
    own = day_of_part(sentence, at) or _nearest(told, at, sentence)
    state = _state(sentence, at) if measure in ("displaced", "detained") else None
    if state and (then := _as_of(sentence, at, state)):
        day = then.first if OUTSET.search(sentence.lower, then.start, then.end) else then.last
        return Period(day, day, then.precision, "stock")
    if measure in ("killed", "injured", "displaced") and is_war_total(document, sentence, start, end):
        if own is None or not own.since or own.kind == "since_then":
            return Period(WAR_START, anchor, "year", "cumulative")
    if own and not state and (began := _reached_by(sentence, own)):
        return Period(
            began.first,
            own.last,
            began.precision,
            "cumulative" if own.last and began.first and own.last - began.first > FEW * DAY else "event",
        )
    if state and not (own and own.since and not ASIDE.search(sentence.lower, at, max(at, own.start))):
        day = _said_on(sentence)
        return Period(day, day, "day" if day else "unknown", "stock")
    if own is None and measure == "killed" and (sentence.says(ON_THE_WAY) or _of_graves(sentence)):
        return Period(None, _said_on(sentence), "unknown", "cumulative")
    if (
        own is None
        and measure in ("killed", "injured", "displaced")
        and THOUSANDS.search(document.text, start, end)
        and sentence.says(HARM_GOES_ON)
        and not sentence.says(ONE_ATTACK)
    ):
        if not _carried(sentence) or not _carried(sentence).since:
            return Period(start_of_campaign(document), _said_on(sentence), "unknown", "cumulative")
    if own is None and sentence.index and sentence.says(STRIKES):
        own = _running(sentence)
        return Period(own.first if own else None, _said_on(sentence), own.precision if own else "unknown", "cumulative")
    own = own or _carried(sentence)
    if own is None:
        day = dateline(document.text)
        return Period(day, day, "day" if day else "unknown", "event")
    return _period(document, sentence, own, anchor, at)


def _reached_by(sentence: Sentence, own: Expression) -> Expression | None:
    """Where a total stands "as of Tuesday", "by Tuesday": the start from which the sentences before count."""
    until = AS_OF.search(sentence.lower, 0, own.start) or BY.search(sentence.lower, 0, own.start)
    return _running(sentence) if until and not own.since and own.precision == "day" else None


def _of_graves(sentence: Sentence) -> bool:
    """Whether the dead of a sentence are those of mass graves, who died over years."""
    before = sentence.document.sentences[max(0, sentence.index - PAST_REACH) : sentence.index + 1]
    return sentence.says(REMAINS) and any(near.says(GRAVES) for near in before)


def _state(sentence: Sentence, at: int) -> re.Match[str] | None:
    """The words by which the number at ``at`` is of how many there are at one time, and not of what happened to them."""
    lower = sentence.lower
    for state in IS_STATE.finditer(lower):
        left, right = sorted((at, state.start()))
        if BREAKS.search(lower, left, right) is None and not (state.start() > at and OF_ALL.search(lower, left, right)):
            return state
    return None


def _as_of(sentence: Sentence, at: int, state: re.Match[str]) -> Expression | None:
    """The day of a stock that is not that of saying so: "as of 3 May", "home to 9,000 people at the start of May"."""
    lower = sentence.lower
    if part := day_of_part(sentence, at):
        return part
    for e in expressions(sentence):
        if e.last is None or e.since:
            continue
        if AS_OF.search(lower, 0, e.start):
            return e
        near = PHRASE_END.search(lower, *((e.end, at) if e.end <= at else (max(at, state.end()), e.start))) is None
        if not e.speech and (near or e.start <= FRONTED) and (e.kind == "date" or (e.kind == "month" and WERE.search(lower))):
            return e
    return None


def day_of_part(sentence: Sentence, at: int) -> Expression | None:
    """The day that a part of a total has to itself: "500 since May, including 40 last week", "41, up from 27 on Wednesday"."""
    lower = sentence.lower
    if not (A_PART.search(lower, max(0, at - PART_REACH), at) or A_PART_BEHIND.match(lower, at)):
        return None
    end = PHRASE_END.search(lower, at)
    own = [
        e
        for e in (*expressions(sentence), *asides(sentence))
        if e.first and not e.speech and at < e.start < (end.start() if end else len(lower))
    ]
    return own[0] if own else None


def _is_of_others(sentence: Sentence, e: Expression, at: int) -> bool:
    """Whether a day behind the number at ``at`` is that of a clause or a part of its own, or the end of a period that another opens."""
    lower = sentence.lower
    if UNTIL.search(lower, max(0, e.start - UNTIL_REACH), e.start) and any(o.since and o.start < e.start for o in expressions(sentence)):
        return True
    if e.start < at:
        return not e.since and IN_ASIDE.search(lower, 0, e.start) is not None and "," in lower[e.end : at]
    return (
        AND_THAT.search(lower, at, e.start) is not None
        or (e.since and ASIDE.search(lower, at, e.start) is not None)
        or PART_FOLLOWS.search(lower, at, e.start) is not None
    )


def names_a_day(sentence: Sentence) -> bool:
    """Whether the sentence says when, other than the day of saying so."""
    return any(e.first is not None and not e.speech for e in (*expressions(sentence), *_told_of(sentence)))


def _told_of(sentence: Sentence) -> list[Expression]:
    """The other days of which a clause of their own tells: "the deadliest raid since February, when shells killed 40"."""
    return [e for e in asides(sentence) if e.kind in AHEAD or WHEN.match(sentence.lower, e.end)]


def is_war_total(document: Document, sentence: Sentence, start: int, end: int) -> bool:
    """A figure of six digits or more, or a share of the population, where this sentence or the one before speaks of the war."""
    if not any(
        WAR.search(WORST_OF_WAR.sub("", near.lower)) for near in document.sentences[max(0, sentence.index - 1) : sentence.index + 1]
    ):
        return False
    return HUGE.search(document.text, start, end) is not None or POPULATION.match(sentence.lower, end - sentence.start) is not None


def _nearest(found: Sequence[Expression], at: int, sentence: Sentence) -> Expression | None:
    """The expression that belongs to the number at ``at``: one that opens a period, else the nearest in its clause.

    The weights are characters of distance: a clause's end is worth 40, a day behind the number comes 25 nearer.
    """

    def distance(e: Expression) -> float:
        left, right = (e.end, at) if e.end <= at else (at, e.start)
        between = sentence.lower[left:right]
        far = len(between) + 40 * len(BREAKS.findall(between)) + 60 * (e.first is None) + 30 * (e.kind in ("ago", "year"))
        far -= 40 * (IN_RAID.search(sentence.lower, 0, e.end) is not None)
        far += 50 * (e.start > at and not e.since and (" who " in between or ASIDE.search(between) is not None))
        return far - 25 * (e.start > at) - 30 * e.since

    return min(found, key=distance, default=None)


@kept
def _carried(sentence: Sentence) -> Expression | None:
    """The day that the sentences before are about, the nearest first; for a lead the day of the next sentence, or of saying so."""
    sentences, index = sentence.document.sentences, sentence.index
    for back in range(index, max(0, index - PAST_REACH), -1):
        if not sentences[back].says(GOES_ON):
            break
        if running := [e for e in expressions(sentences[back - 1]) if e.first and (e.since or e.kind in ("span", "recent", "long"))]:
            return running[0]
    anchor = anchor_of(sentence.document)
    if sentence.says(HARM_GOES_ON) and (counted := _running(sentence) or _of_the_lead(sentence)):
        return counted
    if index and (over := _period_before(sentence)):
        return over
    said = next((e for e in expressions(sentence) if e.speech and e.first and e.precision == "day"), None)
    for back in range(index - 1, max(-1, index - 1 - CARRY_REACH), -1):
        if said and sentences[back].paragraph < sentence.paragraph and index > 2:
            return said
        for e in expressions(sentences[back]):
            if e.precision == "day" and not e.speech and not e.since and e.kind in (*DAYS_NAMED, "relative", "earlier"):
                told = (back == index - 1 and sentences[back].paragraph == sentence.paragraph) or sentences[back].says(EVENTFUL)
                aside = IN_ASIDE.search(sentences[back].lower, 0, e.start)
                told = told and not (aside and aside["comma"] and not EVENTFUL.search(aside[0]))
                if e.first and told and (index - back <= PAST_REACH or not _is_long_past(e, anchor)):
                    return e
    if index <= 2:
        for other in sentences[index + 1 : index + 4]:
            for e in expressions(other):
                named = e.kind in DAYS_NAMED or (e.kind == "relative" and other.lower[e.start : e.end] in NIGHTS)
                if named and not e.speech and not e.since and e.first and not _is_long_past(e, anchor):
                    return e
        for said_in in sentences[index : index + 2]:
            for e in expressions(said_in):
                if e.speech and e.first and e.precision == "day":
                    return e
    if (heading := _of_the_heading(sentence)) is not None:
        return heading
    headline = (
        [e for e in expressions(sentences[1]) if e.first and e.since and e.precision != "year"] if index == 0 and sentences[1:] else []
    )
    lead = [e for e in expressions(sentences[0]) if e.kind in (*DAYS_NAMED, "relative") and e.first and not e.since]
    return next((e for e in (*headline, _day_of_saying(sentence), *lead) if e), None)


def _of_the_heading(sentence: Sentence) -> Expression | None:
    """ "What happened in July?": the days that the question over a paragraph names."""
    sentences = sentence.document.sentences
    first = sentence.index
    while first and sentences[first - 1].paragraph == sentence.paragraph and sentence.index - first < PAST_REACH:
        first -= 1
    if not first or not sentences[first - 1].text.endswith("?"):
        return None
    return next((e for e in expressions(sentences[first - 1]) if e.first and not e.since), None)


def _period_before(sentence: Sentence) -> Expression | None:
    """ "41 died in two days. Among the civilians ...": the few days over which the sentence before, of the same paragraph, tells."""
    before = sentence.document.sentences[sentence.index - 1]
    if before.paragraph != sentence.paragraph and before.index:
        return None
    own = [e for e in expressions(before) if e.first and e.last and not e.speech]
    if len(own) != 1 or own[0].since or not own[0].first or not own[0].last:
        return None
    few = own[0].kind in OVER_DAYS and own[0].last - own[0].first <= FEW * DAY
    month = own[0].precision == "month" and own[0].kind in MONTHS_NAMED and sentence.says(THESE)
    return own[0] if few or month or own[0].kind == "opening" else None


def _day_of_saying(sentence: Sentence) -> Expression | None:
    """The day on which this or a sentence before was said, of a report that names no other day."""
    for back in range(sentence.index, max(-1, sentence.index - CARRY_REACH), -1):
        for e in expressions(sentence.document.sentences[back]):
            if e.speech and e.first and e.precision == "day":
                return e
    return None


def _running(sentence: Sentence) -> Expression | None:
    """The start that the sentences right before count from."""
    for other in reversed(sentence.document.sentences[max(0, sentence.index - 3) : sentence.index]):
        for e in expressions(other):
            opens = e.kind in ("date", "month", "weekday") and LAUNCHED.search(other.lower, 0, e.start)
            opens = (opens and (other.says(CAMPAIGN) or other.says(WAR))) or OPENED.search(other.lower, 0, e.start)
            if e.first and (e.since or opens) and e.precision != "year":
                return replace(e, since=True)
    return None


def _of_the_lead(sentence: Sentence) -> Expression | None:
    """The start from which the lead counts, of the offensive that the article is about."""
    lead = sentence.document.sentences[0]
    starts = [e for e in expressions(lead) if e.first and e.since and e.precision != "year"] if sentence.index else []
    return starts[0] if starts and lead.says(CAMPAIGN) else None


def _is_long_past(e: Expression, anchor: dt.date | None) -> bool:
    """Whether a day is one that the news of the day looks back on."""
    return anchor is not None and e.first is not None and anchor - e.first > NEWS


def _period(document: Document, sentence: Sentence, own: Expression, anchor: dt.date | None, at: int) -> Period:
    """The period that its own or carried expression gives the number at ``at``."""
    lower = sentence.lower
    if (
        own.since
        and (when := WHEN.match(lower, own.end))
        and when.end() < at
        and not PERFECT.search(lower, when.end(), at)
        and not (own.start <= SINCE_FRONTED and ("," in lower[when.end() : at] or PERFECT.search(CLAUSE_END.split(lower[at:], 1)[0])))
    ):
        return Period(own.first, own.last, own.precision, "event")  # "since July 25, when its men killed ..."
    if own.since or own.kind == "long":
        end = own.last if own.kind == "saga" and own.last != anchor else _said_on(sentence)
        for e in expressions(sentence):
            if e.start > own.end and e.first and UNTIL.search(lower, max(0, e.start - UNTIL_REACH), e.start):
                end = e.last
                break
        own = _begun_by(own, end)
        length = (end - own.first).days if own.first and end else None
        short = length is not None and length <= (6 if own.kind == "weekday" else FEW)
        return Period(own.first, end, own.precision if own.first else "unknown", "event" if short else "cumulative")
    if own.kind == "span" and sentence.index <= 1 and (named := _days_named_below(sentence, own)):
        own = named
    if own.kind in ("span", "recent", "past") and own.first and own.last:
        end = _said_on(sentence) or own.last
        began = start_of_campaign(document) if own.kind == "span" and own.precision == "month" else None
        if began and abs((began - own.first).days) <= 31:
            return Period(began, end, "day", "cumulative")
        return Period(end - (own.last - own.first), end, own.precision, "event" if own.last - own.first <= 7 * DAY else "cumulative")
    if own.kind == "nth" and own.last:
        return Period(own.last, own.last, "day", "event")
    is_long = own.first is not None and own.last is not None and own.last - own.first > 31 * DAY and not sentence.says(ONE_ATTACK)
    last = (
        min(own.last, anchor) if own.last and anchor and own.first and own.first <= anchor else own.last
    )  # "in August", of a report of August 13
    return Period(own.first, last, own.precision if own.first else "unknown", "cumulative" if is_long else "event")


def _days_named_below(sentence: Sentence, span: Expression) -> Expression | None:
    """ "46 died in two days. ... The bombs fell on Thursday and Friday": the days of a lead's duration, as the sentences behind it name them."""
    for below in sentence.document.sentences[sentence.index + 1 : sentence.index + 1 + PAST_REACH]:
        for e in expressions(below):
            if e.kind in ("weekdays", "days") and e.first and e.last and span.first and span.last:
                return e if e.last - e.first <= span.last - span.first else None
    return None


def _begun_by(own: Expression, end: dt.date | None) -> Expression:
    """ "From 6 June to 17 October 2017": a start without a year is the last such day before the end."""
    if own.first is None or end is None or own.first <= end:
        return own
    years = own.first.year - end.year
    first = own.first - round(365.25 * years) * DAY if years else end
    return replace(own, first=min(first, end))


@kept
def _said_on(sentence: Sentence) -> dt.date | None:
    """The day on which the sentence says that it was said, else the article's."""
    found = expressions(sentence)
    said = [e.last for e in found if e.speech and e.last]
    if sentence.index and sentence.says(AT_THE_TIME):
        before = sentence.document.sentences[sentence.index - 1]
        said += [e.last for e in (*expressions(before), *asides(before)) if e.last and e.precision == "day"]
    fronted = [e.last for e in found[:1] if e.start <= FRONTED and not e.since and e.last and SAID.search(sentence.lower, e.end)]
    return (said or fronted or [anchor_of(sentence.document)])[0]


def _land_or_force(sentence: Sentence, found: Sequence[Expression], measure: str, at: int) -> Period:
    """Land held and people remaining are as of the statement, unless the sentence speaks of a year or the peak of IS rule."""
    past = [e for e in found if e.kind in ("year", "years", "peak", "month", "ago") and not e.since and e.first]
    past = [e for e in past if _in_clause(sentence, at, e.start) or (e.kind == "peak" and e.start <= FRONTED)]
    once = ONCE.search(sentence.lower)
    is_past = once is not None and _in_clause(sentence, at, once.start()) and "," not in sentence.lower[once.start() : at]
    if measure == "territory_held" and (past or is_past):
        first, last = IS_PEAK if is_past and all("," in sentence.lower[at : e.start] for e in past) else (past[0].first, past[0].last)
        return Period(first, last, "year", "stock")
    then = [
        e for e in found if e.kind in ("month", "date") and not e.since and not e.speech and e.last and _in_clause(sentence, at, e.start)
    ]
    outset = AT_OUTSET.search(sentence.lower)
    if measure == "remaining" and outset and OTHERS_THEN.search(sentence.lower, at, max(at, outset.start())) is None:
        day = start_of_campaign(sentence.document)
        return Period(day, day, "day" if day else "unknown", "stock")
    if measure == "remaining" and then and sentence.says(WERE):
        return Period(then[0].last, then[0].last, then[0].precision, "stock")
    yearly = [e for e in found if e.kind == "relative" and e.precision == "year" and e.first]
    if measure == "territory_lost" and yearly:
        return Period(yearly[0].first, yearly[0].last, "year", "stock")
    day = _said_on(sentence)
    return Period(day, day, "day" if day else "unknown", "stock")


def _in_clause(sentence: Sentence, at: int, other: int) -> bool:
    """Whether no clause ends between two places of a sentence."""
    left, right = sorted((at, other))
    return TURNS.search(sentence.lower, left, right) is None
