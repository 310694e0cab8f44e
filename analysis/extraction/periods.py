"""When a claim is about: the period that its number covers, and whether it is an event, a running total or a stock."""

import datetime as dt
import re
from dataclasses import dataclass, replace

from analysis.extraction.quantities import find_quantities
from analysis.extraction.sentences import Document, Sentence
from analysis.extraction.what.clauses import HARM_VERBS
from analysis.extraction.when.calendar_days import DAY, WAR_START, in_time_for
from analysis.extraction.when.calendar_words import THE_WAR
from analysis.extraction.when.carried_days import FEW, PAST_REACH, carried_day, running
from analysis.extraction.when.datelines import dateline
from analysis.extraction.when.expression import Expression
from analysis.extraction.when.expressions import CLAUSE_END, PERFECT, anchor_of, expressions, start_of_campaign
from analysis.extraction.when.kinds import LENGTH, NAMES_A_DAY
from analysis.extraction.when.own_days import BREAKS, WHEN, end_of, goes_with, own_day, said_on
from analysis.extraction.when.stocks import day_of_land_or_force, day_of_stock, state_of
from analysis.extraction.when.tallies import ONE_ATTACK, is_of_war, is_reached_by, running_total

SINCE_FRONTED = 8  # characters before a day that opens its sentence, a "since" included
# "An earlier raid": on no day that is told
EARLIER = re.compile(
    r"\b(?:an|the) (?:earlier|previous) (?:[\w-]+ ){0,2}?(?:attack|raid|strike|bombing|blast|massacre|explosion)\b"
    r"|\b(?:days|weeks|months|years) after an? (?:[\w-]+ ){0,2}?(?:attack|raid|strike|bombing|blast|massacre|explosion)\b"
)
WHICH = re.compile(r" (?:(?:in which|which|that) )?[^,.;:]{0,40}")
OF_A_BATTLE = re.compile(
    r" (?:of (?:[\w-]+ ){0,2}?(?:fighting|battles?|clashes|bombing|bombardment)"
    r"|(?:of the )?(?:battle|siege|offensive|campaign|operation))\b"
)
# "The U.N. counted 1,466 Iraqis killed in June", "killed across the country in November": one month's total
TALLIED = re.compile(
    r"\b(?:counted|documented|recorded|registered|verified|tallied|assessing|monthly|month alone|deadliest month"
    r"|across (?:the country|iraq|syria)|nationwide|(?:worst|hardest)[- ](?:hit|affected)"
    r"|acts of (?:violence|terrorism)|violence (?:has )?(?:killed|claimed))\b"
)
WEEK = 7 * DAY
# "The battle, which ended in October 2017, cost the force 655 men"
ENDED = re.compile(
    rf"\b(?:{THE_WAR}|siege|assault)\b(?: for [^,.;]{{2,30}})?,? (?:which|that) (?:had )?(?:ended|finished|concluded)"
    r"(?: (?:in|on|at the end of|late|early))* $"
)
# "Before Wednesday two had been killed", "only two had been killed in combat before this week"
UNTIL_THEN = re.compile(r"(?:^\W*|\bonly [^.;,]{3,60} had (?:been )?[^.;,]{3,60} )(?:before|prior to|until) $")
SINCE_A_WEEKDAY = 5  # days that "since Friday" may reach back and still tell of one action
MONTH = 31 * DAY
OVERRAN = re.compile(r"\b(?:attacked|overran|stormed|invaded|seized|captured|entered|took) [^,.;:]{2,40} on $")
SUNDAY = 6
WEEK_REACH = 4  # sentences behind a lead that may name the day of its attack


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a claim is about; both ends None where the text does not fix them. scope: event, cumulative or stock."""

    date_start: dt.date | None
    date_end: dt.date | None
    precision: str
    scope: str

    @property
    def is_long(self) -> bool:
        """A running total over a week or more."""
        days = self.date_end - self.date_start if self.date_start and self.date_end else None
        return self.scope == "cumulative" and (days is None or days >= WEEK)


def period_of(document: Document, sentence: Sentence, start: int, end: int, measure: str) -> Period:
    """Period and scope of the claim whose evidence is ``text[start:end]`` (CODEBOOK.md, dates and scope); never a start behind its end."""
    period = _told(document, sentence, start, end, measure)
    if period.date_start and period.date_end and period.date_start > period.date_end:
        return replace(period, date_start=None, precision="unknown")  # words that contradict each other fix no start
    return period


def _told(document: Document, sentence: Sentence, start: int, end: int, measure: str) -> Period:
    """The period as the words around the number have it."""
    at = start - sentence.start
    if measure.startswith("territory") or measure == "remaining":
        return Period(*day_of_land_or_force(sentence, measure, at), "stock")
    own = own_day(sentence, at)
    state = state_of(sentence, at) if measure in ("displaced", "detained") else None
    if state and (then := day_of_stock(sentence, at, state)):
        return Period(*then, "stock")
    if state and not (own and own.since and goes_with(sentence, own, at) and not _is_of_the_next(sentence, own, start)):
        day = said_on(sentence)
        return Period(day, day, "day" if day else "unknown", "stock")
    if is_of_war(sentence, own, start, end, measure):
        return Period(WAR_START, said_on(sentence), "year", "cumulative")
    if total := running_total(sentence, own, start, end, measure):
        return Period(*total, _scope(total.first, total.last, FEW * DAY))
    if _is_of_an_earlier(sentence, own, at):
        return Period(None, None, "unknown", "event")
    if own and own.first and UNTIL_THEN.search(sentence.lower, 0, own.start):
        began = next((e for e in expressions(sentence) if e.since and e.first), None)
        return Period(began.first if began else None, own.first - DAY, began.precision if began else "unknown", "cumulative")
    if own is None and measure in HARM_VERBS and (ended := _end_of_battle(sentence)):
        return Period(None, ended, "unknown", "cumulative")
    own = _attack_counted(sentence, own, measure) or own or carried_day(sentence)
    if own is None:
        day = dateline(document.text)
        return Period(day, day, "day" if day else "unknown", "event")
    return _period(sentence, own, at)


def _end_of_battle(sentence: Sentence) -> dt.date | None:
    """The day on which the campaign ended of whose dead the sentence tells."""
    return next((e.last for e in expressions(sentence) if e.last and ENDED.search(sentence.lower, 0, e.start)), None)


def _is_of_the_next(sentence: Sentence, own: Expression, start: int) -> bool:
    """ "Where 45,000 are packed into tents, 62 have died since December": a period behind another number, which a comma sets apart."""
    behind = (q for q in find_quantities(sentence) if start < q.start < sentence.start + own.start)
    return any(sentence.word(q.first - 1) == "," for q in behind)


def _attack_counted(sentence: Sentence, own: Expression | None, measure: str) -> Expression | None:
    """ "The strike hit on May 17. ... They had by Saturday recovered 136 bodies": the day of the attack whose dead are counted by then."""
    if own is None or own.since or own.precision != "day" or measure not in HARM_VERBS or not is_reached_by(sentence, own):
        return None
    told = carried_day(sentence)
    return told if told and told.first and not (told.speech or told.since) and own.last and told.first < own.last else None


def _is_of_an_earlier(sentence: Sentence, own: Expression | None, at: int) -> bool:
    """Whether a number is of an attack before the one told, whose day nothing names: "days after a raid in which 40 died"."""
    earlier = sentence.first(EARLIER)
    if earlier is None:
        return False
    if own is None:
        return BREAKS.search(sentence.lower, *sorted((at, earlier.start()))) is None
    return own.end < earlier.start() and WHICH.fullmatch(sentence.lower, earlier.end(), at) is not None


def _period(sentence: Sentence, own: Expression, at: int) -> Period:
    """The period that its own or carried expression gives the number at ``at``."""
    if _is_when(sentence, own, at):
        return Period(own.first, own.last, own.precision, "event")
    if own.since or own.kind == "long":
        return _since(sentence, own)
    if own.kind == "span":
        own = _days_named_behind(sentence, own) or own
    own = _day_of_week_behind(sentence, own) or own
    if own.kind in LENGTH and own.first and own.last:
        period = _back_from(sentence, own, own.first, own.last)
        vague = "recent" in sentence.lower[own.start : own.end]  # "in recent days" fixes no start
        return replace(period, date_start=None, precision="unknown") if vague else period
    if own.kind == "nth" and own.last:
        return Period(own.last, own.last, "day", "event")
    anchor, last = anchor_of(sentence.document), own.last
    if last and anchor and own.first and own.first <= anchor:
        last = min(last, anchor)  # "in August", of a report of August 13
    limit = None if sentence.says(ONE_ATTACK) else WEEK if sentence.says(TALLIED) else MONTH
    scope = _scope(own.first, own.last, limit) if limit and own.first and own.last else "event"
    return Period(own.first, last, own.precision if own.first else "unknown", scope)


def _is_when(sentence: Sentence, own: Expression, at: int) -> bool:
    """Whether the number is of what happened on the day that opens a period: "since July 25, when its men killed ..."."""
    when = WHEN.match(sentence.lower, own.end) if own.since else None
    if when is None or when.end() >= at or PERFECT.search(sentence.lower, when.end(), at):
        return False
    goes_on = "," in sentence.lower[when.end() : at] or PERFECT.search(CLAUSE_END.split(sentence.lower[at:], 1)[0])
    return not (own.start <= SINCE_FRONTED and goes_on)


def _since(sentence: Sentence, own: Expression) -> Period:
    """From a start to the day that the sentence names as the end, or that of saying so; a few days are one event."""
    if own.kind == "so_far" and own.first is None and (began := running(sentence) or _attack_told(sentence)):
        own = replace(own, first=began.first, precision=began.precision)
    ended = own.kind == "range" or (own.kind in ("saga", "long") and own.last != anchor_of(sentence.document))
    end = own.last if ended else said_on(sentence)
    if until := end_of(sentence, own):
        end = until.last
    first = in_time_for(own.first, end) if own.first and end else own.first
    scope = _scope(first, end, SINCE_A_WEEKDAY * DAY if own.kind == "weekday" else FEW * DAY)
    return Period(first, end, own.precision if first else "unknown", scope)


def _attack_told(sentence: Sentence) -> Expression | None:
    """ "The group overran Sinjar on August 3, 2014. ... So far 3,000 have been freed": the day of that attack, from which they count."""
    for before in reversed(sentence.document.sentences[max(0, sentence.index - PAST_REACH) : sentence.index]):
        for e in expressions(before):
            if e.kind == "date" and e.first and not (e.speech or e.since) and OVERRAN.search(before.lower, 0, e.start):
                return e
    return None


def _back_from(sentence: Sentence, own: Expression, first: dt.date, last: dt.date) -> Period:
    """ "In three weeks": so long, up to the day of saying so; of a campaign begun about then, since it began."""
    end = said_on(sentence) or last
    if _is_over(sentence, own):
        return Period(None, None, "unknown", "cumulative")
    began = start_of_campaign(sentence.document) if own.kind == "span" and own.precision == "month" else None
    if began and abs(began - first) <= max(WEEK, (last - first) / 3):
        return Period(began, end, "day", "cumulative")
    return Period(end - (last - first), end, own.precision, _scope(first, last, WEEK))


def _is_over(sentence: Sentence, own: Expression) -> bool:
    """Whether months are those of a battle of which nothing says that it goes on: "died in the four-month siege"."""
    lower = sentence.lower
    whole = own.kind == "span" and own.precision == "month" and lower.startswith("in the ", own.start) and OF_A_BATTLE.match(lower, own.end)
    return bool(whole) and PERFECT.search(lower, 0, own.start) is None and start_of_campaign(sentence.document) is None


def _days_named_behind(sentence: Sentence, span: Expression) -> Expression | None:
    """ "46 died in two days. ... The bombs fell on Thursday and Friday": the days of a lead's duration, as the next sentences name them."""
    behind = sentence.document.sentences[sentence.index + 1 : sentence.index + 1 + PAST_REACH] if sentence.index <= 1 else []
    named = next((e for other in behind for e in expressions(other) if e.kind in ("weekdays", "days") and e.first and e.last), None)
    if named and named.first and named.last and span.first and span.last and named.last - named.first <= span.last - span.first:
        return named
    return None


def _day_of_week_behind(sentence: Sentence, week: Expression) -> Expression | None:
    """ "An attack last week killed 12. ... The shells fell on Wednesday": the day of a lead's week, as the next sentences name it."""
    if sentence.index > 1 or week.precision != "week" or week.kind != "relative" or not sentence.says(ONE_ATTACK):
        return None
    behind = sentence.document.sentences[sentence.index + 1 : sentence.index + 1 + WEEK_REACH]
    named = (e for other in behind for e in expressions(other) if e.kind in NAMES_A_DAY and not (e.speech or e.since))
    return next(
        (e for e in named if e.first and week.first and week.last and week.first <= e.first <= _end_of_week(sentence, week.last)), None
    )


def _end_of_week(sentence: Sentence, last: dt.date) -> dt.date:
    """The end of "last week", which in a report of a Sunday is the one that ends on that day."""
    anchor = anchor_of(sentence.document)
    return anchor if anchor and anchor.weekday() == SUNDAY else last


def _scope(first: dt.date | None, last: dt.date | None, longest: dt.timedelta) -> str:
    """A running total, or the event of a few days."""
    return "event" if first and last and last - first <= longest else "cumulative"
