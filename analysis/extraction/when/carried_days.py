"""The day that the sentences around a number's own are about, where that sentence says none."""

import datetime as dt
import re
from dataclasses import replace

from analysis.extraction.sentences import Sentence, kept
from analysis.extraction.when.calendar_days import DAY
from analysis.extraction.when.calendar_words import NUMBER, WAR
from analysis.extraction.when.expression import Expression
from analysis.extraction.when.expressions import CAMPAIGN, LAUNCHED, WEEK, anchor_of, expressions
from analysis.extraction.when.kinds import CARRIED_ON, LENGTH, NAMES_A_DAY
from analysis.extraction.when.own_days import BY, FRONTED, IN_ASIDE, PART_FOLLOWS

HEDGE = r"(?:more than|at least|some|about|nearly|almost|over|around|up to)"
COUNT = rf"(?:{HEDGE} )?(?:\d[\d,]*|{NUMBER}|dozens|hundreds)"
GOES_ON = re.compile(
    r"^\W*(?:that (?:figure|total|number|toll)|among (?:them|those|the (?:dead|wounded|victims))|of (?:them|those|these|the)"
    r"|they include|this includes"
    r"|(?:it|this|that) (?:is|was) (?:the|one of the|\w+(?: \w+)?[’']s?) (?:\w{3,}[iglhtnrd]est|worst|most|first)"
    r"|the (?:figure|total|number|toll|dead|tally)|(?:a |an )?(?:further|additional|another)(?= \d))\b"
    r"|\balso (?:been )?(?:killed|wounded|injured|died)\b|\b(?:killed|wounded|injured|died) as well\b"
)
COUNTS_ON = re.compile(
    rf"^\W*(?:(?:[io]n [\w' ]{{2,30}}? )?(?:a further |another )?{COUNT}\b[^,.;:]{{0,30}} (?:were|was|have|has|had|died)"
    r"|[\w ]{2,30} (?:has |have |had )?lost)\b"
)
# Goes on about what was just told
THESE = re.compile(
    r"^\W*(?:a further|another)\b|\b(?:(?:worst|hardest)[- ](?:hit|affected)|these|those|(?<!all )(?<!most )of (?:them|which|whom)|such)\b"
)
# "At least 31 have been killed", "it has counted 60": told of what goes on.
HARM_GOES_ON = re.compile(
    r"(?<!to )\b(?:have|has) (?:\w+ )?(?:been (?:killed|wounded|injured|displaced|uprooted|detained|arrested|captured)"
    r"|died|killed|executed|left|lost|fled|counted|recorded|documented|perished|fallen|(?:taken|claimed) the lives|cost"
    r"|(?:risen|climbed|grown|increased) to|reached)\b"
    r"|\b(?:rises|climbs|increases) to\b|\bhad (?:\w+ )?(?:verified|documented|recorded|counted)\b"
)
# "Rebels opened an offensive towards the city on 21 March"
OPENED = re.compile(
    r"\b(?:launched|opened|began|started) (?:an?|its|their|the) (?:[\w-]+ ){0,4}"
    r"(?:offensive|campaign|operation|battle|assault|push|drive)\b[^.;]{0,60}$"
)
# "On Tuesday rebels launched an attack on the base"
OPENED_THEN = re.compile(
    r"[^.;:]{3,80}? (?:launched|opened|began|started) (?:an?|its|their|the) (?:[\w-]+ ){0,4}?"
    r"(?:offensive|campaign|operation|battle|assault|attack)\b"
)
# Words without which the day of a sentence is not one of harm or flight.
EVENTFUL = re.compile(
    r"\b(?:kill|wound|injur|hurt|die[ds]?\b|dead|death|toll|attack|strike|struck|raid|bomb|shell|rocket|missile|mortar|clash|fight|fought|explo|blast|ambush|assault"
    r"|hand(?:ed|ing) over|swap|exchang"
    r"|storm|offensive|fled|flee|left|leave|displac|evacuat|captur|surrender|detain|arrest|seiz|abduct|kidnap|releas|freed|execut|behead|massacre|fire|advance|batt|hit\b)"
)
# "Some 300 were inside when the assault began last Tuesday": what the sentence tells is of another day
BEGAN_THEN = re.compile(
    r"\b(?:when|after|since|before) (?:the|its|their|an?) [^,.;:]{0,50}"
    r"\b(?:began|started|opened|was launched|got under way)(?: (?:on|in))? ?$"
)
THAT_ATTACK = re.compile(r"\bthat (?:\w+ )?(?:attack|strike|raid|bombing|blast|massacre|assault|incident|explosion)\b")
# "Last week's air strike on a school ... 24 people were killed in the attack"
_ATTACK = r"(?:[\w-]+ ){0,2}?(?:attacks?|strikes?|airstrikes?|raids?|bombings?|blasts?|massacre|assault|explosions?)\b"
WEEKS_ATTACK = re.compile(rf"\b(?:last|this) (?:week|month|weekend)[’']?s {_ATTACK}")
THE_ATTACK = re.compile(rf"\b(?:in|by|of) the {_ATTACK}")
HARM = re.compile(r"\b(?:kill|wound|injur|died|dead|death|slain|massacre)")
# "Kobani, which IS entered on Monday"
TAKEN = re.compile(r"\b(?:which|that) [^,;.]{0,40}\b(?:captur|recaptur|seiz|retook|took|enter|overr[au]n|lost)")
TAKEN_THEN = re.compile(r"\b(?:which|that) [^,;.]{0,60}\b(?:captured|recaptured|seized|retook|took|entered|overran|lost) (?:on )?$")
RIVAL = re.compile(r"\b(?:said|says|put|puts|spoke of|counts?|counted|acknowledge[ds]|gives|admits|reported|documented|gave|admitted)\b")
GIVES_A_TOLL = re.compile(
    r"\b(?:gave|gives|had|has|offered|put|puts) (?:an?|its own|the|other|different)? ?(?:\w+ )?"
    r"(?:tolls?|counts?|numbers?|figures?|tall(?:y|ies)|losses)\b"
)
# "The Observatory gave a far lower figure. It said ...": of the days of the first
OTHER_FIGURE = re.compile(
    r"\b(?:gave|gives|had|has|offered|reported|put out) (?:an?|its own) (?:\w+ )?"
    r"(?:lower|higher|different|smaller) (?:figure|toll|count|number|tally)\b"
)
ONE_RAID = re.compile(
    r"\b(?:an?|one|two|three|single) (?:[\w-]+ ){0,3}"
    r"(?:attack|bomb(?:ing|er)?|(?:air)?strike|raid|blast|explosion|ambush|mine|shell|rocket)s?\b"
)
FIGHTING_BEGAN = re.compile(
    r"\b(?:fight|fighting|battle|clashes|assault|offensive)\b[^.;]{0,60}\b(?:began|started|erupted|broke out)(?: (?:on|late|early))* $"
)
NIGHTS = frozenset(("overnight", "last night", "yesterday", "the weekend", "over the weekend", "at the weekend"))
FEW = 3  # days of action that are still one event
# A sum of several attacks
BRINGS_TO = re.compile(r"\b(?:bring|brings|bringing|brought|raises?|raising|raised) [^.;]{0,40}\bto (?:[a-z]+ ){0,3}\d")
NEWS = 45 * DAY  # a day earlier than that is background, and not what the sentences around are about
PAST_REACH = 2  # sentences over which an earlier day is still being told
START_REACH = 3  # sentences back to the start of what goes on
CARRY_REACH = 60  # sentences back to which a day is carried; keeps the work linear
LEAD = 2  # sentences of headline and lead
OPENING = 3  # sentences of headline, lead and what comes right behind, of which those behind them may tell the day
BEHIND_REACH = 3  # sentences behind one of the opening


@kept
def carried_day(sentence: Sentence) -> Expression | None:
    """The day that the sentences before are about, the nearest first; for a lead the day of the next sentence, or of saying so."""
    found = _of_that_attack(sentence) or _period_going_on(sentence) or _period_before(sentence) or _day_before(sentence)
    if found is None and sentence.index < OPENING:
        found = _day_behind(sentence)
    return found or _start_behind_headline(sentence) or _month_of_report(sentence) or _day_of_saying(sentence) or _day_of_lead(sentence)


def _of_that_attack(sentence: Sentence) -> Expression | None:
    """ "Gas was used there in 2013. Many blamed the army for that attack, which killed 14": the time of which the sentence before tells."""
    before = sentence.document.sentences[sentence.index - 1] if sentence.index else None
    if before and sentence.says(THE_ATTACK) and (weeks := before.first(WEEKS_ATTACK)):
        return next((e for e in expressions(before) if e.first and e.start <= weeks.start() < e.end), None)
    if before is None or not sentence.says(THAT_ATTACK):
        return None
    told = [e for e in expressions(before) if e.first and not e.speech and not e.since]
    return told[-1] if told else None


def running(sentence: Sentence) -> Expression | None:
    """The start that the sentences right before count from."""
    for other in reversed(sentence.document.sentences[max(0, sentence.index - START_REACH) : sentence.index]):
        for e in expressions(other):
            then = e.start <= FRONTED and OPENED_THEN.match(other.lower, e.end) is not None
            if e.first and (e.since or then or _begins(other, e)) and e.precision != "year":
                return replace(e, since=True)
    return None


def _begins(sentence: Sentence, e: Expression) -> bool:
    """Whether a day is that on which an offensive or the war began."""
    opens = e.kind in ("date", "month", "weekday") and LAUNCHED.search(sentence.lower, 0, e.start) is not None
    return (opens and (sentence.says(CAMPAIGN) or sentence.says(WAR))) or OPENED.search(sentence.lower, 0, e.start) is not None


def _period_going_on(sentence: Sentence) -> Expression | None:
    """The period of a count that goes on: "that figure", "another 12", "has now killed 40"."""
    for back in range(sentence.index, max(0, sentence.index - PAST_REACH), -1):
        other, before = sentence.document.sentences[back], sentence.document.sentences[back - 1]
        if not (other.says(GOES_ON) or (other.says(COUNTS_ON) and other.paragraph == before.paragraph)):
            break
        if told := [e for e in expressions(before) if e.first and (e.since or e.kind in LENGTH)]:
            return told[0]
        if began := next((e for e in expressions(before) if e.first and _fighting_began(before, e)), None):
            return replace(began, since=True)
    differs = sentence.index > 1 and sentence.document.sentences[sentence.index - 1].says(OTHER_FIGURE) and not sentence.says(ONE_RAID)
    if differs and (began := running(sentence.document.sentences[sentence.index - 1])):
        return began
    return (running(sentence) or _start_of_lead(sentence)) if sentence.says(HARM_GOES_ON) else None


def _fighting_began(sentence: Sentence, e: Expression) -> bool:
    """ "They fell in the fighting for the base, which began on Thursday": whether a day is that beginning."""
    return FIGHTING_BEGAN.search(sentence.lower, 0, e.start) is not None and BEGAN_THEN.search(sentence.lower, 0, e.start) is None


def _start_of_lead(sentence: Sentence) -> Expression | None:
    """The start from which the lead counts, of the offensive that the article is about."""
    opening = [s for s in sentence.document.sentences[: min(LEAD, sentence.index)] if s.says(CAMPAIGN)]
    return next((e for s in opening for e in expressions(s) if e.first and e.since and e.precision != "year"), None)


def _period_before(sentence: Sentence) -> Expression | None:
    """ "41 died in two days. Among the civilians ...": the few days over which a sentence right before, of the same paragraph, tells."""
    sentences, index = sentence.document.sentences, sentence.index
    these = sentence.says(THESE)
    for before in reversed(sentences[max(0, index - (PAST_REACH if these else 1)) : index]):
        if before.paragraph != sentence.paragraph and before.index >= LEAD and not sentence.says(GIVES_A_TOLL):
            return None
        own = _periods(before)
        if own or not before.says(THESE):
            rival = len(own) == 1 and _is_running(own[0]) and _is_rival_count(before, sentence)
            if not own and index > 1 and before is sentences[index - 1] and _is_rival_count(before, sentence):
                return _start_of_counts(sentences[index - 2], sentence)
            return _as_of_saying(before, own[0]) if len(own) == 1 and (rival or _covers(own[0], these)) else None
    return None


def _as_of_saying(sentence: Sentence, e: Expression) -> Expression:
    """ "Killed 68 in two days, a monitor said on Saturday": the days that a duration reaches back from when it was said."""
    said = _said(sentence)
    if e.kind not in LENGTH or e.first is None or e.last is None or said is None or said.first is None or said.first >= e.last:
        return e
    return replace(e, first=said.first - (e.last - e.first), last=said.first, kind="days")


def _start_of_counts(before: Sentence, sentence: Sentence) -> Expression | None:
    """The start, some days ago, from which the first of three rival counts of one paragraph is."""
    own = _periods(before)
    return own[0] if len(own) == 1 and _is_running(own[0]) and _is_rival_count(before, sentence) else None


def _is_running(e: Expression) -> bool:
    """Whether a count is over some days up to that of the report: "since Wednesday", "in five days"."""
    return e.precision == "day" and (e.since or e.kind in LENGTH)


def _periods(sentence: Sentence) -> list[Expression]:
    """The days and periods that a sentence tells; "since it began on Monday" is one."""
    told = [e for e in expressions(sentence) if e.first and e.last and not e.speech]
    return list({(e.first, e.since): e for e in reversed(told)}.values())[::-1]


def _is_rival_count(before: Sentence, sentence: Sentence) -> bool:
    """ "It said 415 had been killed since Wednesday. The SDF spoke of 45 dead.": another's figure for the same days."""
    gives = RIVAL if before.paragraph == sentence.paragraph else GIVES_A_TOLL
    return sentence.says(gives) and not sentence.says(ONE_RAID) and not before.says(BRINGS_TO)


def _covers(e: Expression, these: bool) -> bool:
    """Whether a period is also that of the next sentence: one of a few days, or any where that goes on about the same people."""
    if e.since or e.first is None or e.last is None:
        return False
    few = e.kind in CARRIED_ON and e.last - e.first <= FEW * DAY
    month = e.precision == "month" and e.kind in ("month", "relative")
    return few or e.kind == "opening" or (these and (e.kind in CARRIED_ON or month))


def _day_before(sentence: Sentence) -> Expression | None:
    """The last day on which something is told to have happened; in a later paragraph the day of saying so comes first."""
    sentences, index, anchor = sentence.document.sentences, sentence.index, anchor_of(sentence.document)
    said = _said(sentence)
    for back in range(index - 1, max(-1, index - 1 - CARRY_REACH), -1):
        before = sentences[back]
        if before.is_caption:
            continue
        if said and before.paragraph < sentence.paragraph and index >= OPENING:
            return said
        for e in _nearest_to_harm(before):
            if e.first is None or e.precision != "day" or e.speech or e.since or e.kind not in (*NAMES_A_DAY, "relative", "earlier"):
                continue
            told = (back == index - 1 and before.paragraph == sentence.paragraph) or before.says(EVENTFUL) or _begins(before, e)
            recent = index - back <= PAST_REACH or not _is_long_past(e, anchor)
            aside = _is_mentioned(before, e) or BEGAN_THEN.search(before.lower, 0, e.start) is not None
            aside = aside or BY.search(before.lower, 0, e.start) is not None
            if told and recent and not aside and not PART_FOLLOWS.search(before.lower, 0, e.start):
                return replace(e, since=True) if _begins(before, e) and not _is_recent(e, anchor) else e
    return None


@kept
def _nearest_to_harm(sentence: Sentence) -> list[Expression]:
    """The expressions of a sentence, first those that stand nearest to what happened: "mourned on Friday those killed two days before"."""
    found = expressions(sentence)
    harm = [m.start() for m in HARM.finditer(sentence.lower)] if len(found) > 1 else []
    return sorted(found, key=lambda e: min(abs(e.start - at) for at in harm)) if harm else found


def _is_mentioned(sentence: Sentence, e: Expression) -> bool:
    """Whether a day is one of which a clause only reminds: "a quarter, to which calm returned on Friday"."""
    if _is_of_a_seizure(sentence, e):
        return True
    clause = IN_ASIDE.search(sentence.lower, 0, e.start)
    if clause is None or clause["comma"] is None:
        return False
    return EVENTFUL.search(clause[0]) is None or (TAKEN.search(clause[0]) is not None and HARM.search(clause[0]) is None)


def _is_of_a_seizure(sentence: Sentence, e: Expression) -> bool:
    """Whether a date is that on which the place was taken of which a clause tells whose it is: "a hill that rebels seized on October 5"."""
    return e.kind == "date" and TAKEN_THEN.search(sentence.lower, 0, e.start) is not None


def _day_behind(sentence: Sentence) -> Expression | None:
    """The day of a headline or lead, as the sentences behind it tell, or else that of saying so."""
    sentences, index, anchor = sentence.document.sentences, sentence.index, anchor_of(sentence.document)
    for other in sentences[index + 1 : index + 1 + BEHIND_REACH]:
        for e in () if other.is_caption else expressions(other):
            turns = other.index > index + 1 and e.start == FRONTED and other.lower.startswith("on ")  # "On Saturday the force took ..."
            named = not turns and (
                e.kind in NAMES_A_DAY
                or (other.index == 1 and e.kind == "span")
                or (e.kind == "relative" and other.lower[e.start : e.end] in NIGHTS)
            )
            told = named and not e.speech and not e.since and e.first and not _is_long_past(e, anchor)
            if told and not _is_of_a_seizure(other, e) and (_is_recent(e, anchor) or not _begins(other, e)):
                return _as_of_saying(other, e)
    return next((said for other in sentences[index : index + 2] if (said := _said(other))), None)


def _start_behind_headline(sentence: Sentence) -> Expression | None:
    """The start from which the lead counts what its headline says."""
    lead = [] if sentence.index else sentence.document.sentences[1:2]
    return next((e for other in lead for e in expressions(other) if e.first and e.since and e.precision != "year"), None)


def _month_of_report(sentence: Sentence) -> Expression | None:
    """The month of which both the headline of a report and its lead tell."""
    opening = sentence.document.sentences[:LEAD]
    months = [{e.first: e for e in expressions(s) if e.kind == "month" and e.first and not e.since} for s in opening]
    return next((e for first, e in months[0].items() if first in months[-1]), None) if len(months) == LEAD else None


def _day_of_saying(sentence: Sentence) -> Expression | None:
    """The day on which this or a sentence before was said, of a report that names no other day."""
    before = sentence.document.sentences[max(0, sentence.index - CARRY_REACH + 1) : sentence.index + 1]
    return next((said for other in reversed(before) if (said := _said(other))), None)


def _day_of_lead(sentence: Sentence) -> Expression | None:
    """The day of headline or lead, whatever they tell."""
    lead = sentence.document.sentences[: min(OPENING, sentence.index + 1)]
    return next((e for s in lead for e in expressions(s) if e.kind in (*NAMES_A_DAY, "relative") and e.first and not e.since), None)


@kept
def _said(sentence: Sentence) -> Expression | None:
    """The day on which the sentence says that it was said."""
    return next((e for e in expressions(sentence) if e.speech and e.first and e.precision == "day"), None)


def _is_recent(e: Expression, anchor: dt.date | None) -> bool:
    return anchor is not None and e.first is not None and anchor - e.first <= WEEK


def _is_long_past(e: Expression, anchor: dt.date | None) -> bool:
    """Whether a day is one that the news of the day looks back on."""
    return anchor is not None and e.first is not None and anchor - e.first > NEWS
