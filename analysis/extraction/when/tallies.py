"""Running totals whose sentence states no start: of a war, of a campaign, of those who died on the way or lie in mass graves."""

import datetime as dt
import re

from analysis.extraction.sentences import Document, Sentence, kept
from analysis.extraction.when.calendar_days import DAY, WAR_START, Days
from analysis.extraction.when.calendar_words import WAR
from analysis.extraction.when.carried_days import FEW, HARM_GOES_ON, PAST_REACH, carried_day, running
from analysis.extraction.when.expression import Expression
from analysis.extraction.when.expressions import anchor_of, expressions, start_of_campaign
from analysis.extraction.when.own_days import BY, said_on
from analysis.extraction.when.stocks import says_as_of

# "The largest displacement of the war" tells of one part of it.
WORST_OF_WAR = re.compile(rf"\b(?:\w{{3,}}est|most|worst|first)\b[^,.;:]{{0,40}} (?:of|in) (?:the|its) (?:\w+ )?{WAR.pattern}")
HUGE = re.compile(r"\d{6,}|\d{3},\d{3}|million|hundreds of thousands", re.IGNORECASE)  # a figure of that size is a war's total
# and so is a share of the country's people
POPULATION = re.compile(r"\W+(?:of )?(?:[\w-]+[’']?s? ){0,3}(?:population|inhabitants|all syrians)\b")
THOUSANDS = re.compile(r"\d,\d{3}|\d{4,}|thousands|million", re.IGNORECASE)
# "1,600 jihadists and 750 soldiers were killed": of one count
BESIDE_THOUSANDS = re.compile(r"\d,\d{3} [^\d.;,]{1,40}(?: and| against|,) (?:(?:at least|some|about|more than|nearly|over) )?$")
ONE_ATTACK = re.compile(
    r"\b(?:an?|the|one|single|that) (?:[\w-]+ ){0,3}(?:attack|bomb(?:ing|er)?|(?:air)?strike|raid|blast|explosion|massacre|ambush)\b"
)
GAS = re.compile(r"\b(?:chemical|sarin|nerve gas|poison gas)\b")
# "Coalition strikes have left hundreds dead": a running total of many, where no day is named.
STRIKES = re.compile(
    r"\b(?:strikes|raids|attacks|clashes|bombardments|offensive|assault|onslaught|campaign|siege|battle|fighting)\b[^.;,]{0,60}"
    r"\b(?:have|has) (?:\w+ )?(?:killed|left|claimed|wounded|injured|displaced|uprooted|forced|driven|cost|prompted|caused)\b"
    r"|(?<!in )(?<!of )(?<!for )(?<!during )\bthe (?:[\w-]+ )?(?:battle|offensive|campaign|siege)"
    r" (?:killed|left|claimed|cost|displaced|uprooted)\b"
)
# "Turkish bombing has killed over 200", "the battle has displaced 45,000": since the operation began, where the article tells when that was
_CAMPAIGN = (
    r"(?:bombing|bombardment|shelling|(?:artillery|mortar|rocket|sniper) fire|invasion|incursion|rockets|shells|mortars|mortar rounds"
    r"|battle|offensive|campaign|operation|siege|fighting)"
)
CAMPAIGN_HAS = re.compile(
    rf"(?<!suicide )(?<!car )\b{_CAMPAIGN}\b[^.;,]{{0,80}}"
    r"\b(?:have|has) (?:\w+ )?(?:killed|left|claimed|wounded|injured|displaced|uprooted|forced|driven|cost|caused|taken)\b"
    r"|\b(?:have|has) been (?:killed|wounded|injured|displaced|uprooted)\b[^.;,]{0,20}"
    rf" (?:by|in) (?:[\w-]+ ){{0,3}}{_CAMPAIGN}\b"
    rf"|\bnumber of [^.;,]{{3,40}} (?:killed|wounded|injured|displaced|uprooted) (?:by|in|during) the (?:[\w-]+ ){{0,2}}{_CAMPAIGN}\b"
)
# "The latest deaths bring to 54 the number of troops killed in the campaign", "brought the toll of troops killed in the war to 54"
_OF_ALL = (
    r"[^,.;]{0,60}\b(?:in|during|since|over) (?:the|this|its|their)"
    r" (?:\w+ ){0,2}(?:operation|offensive|campaign|war|conflict|battle|fighting|month|year|province|country|start)\b"
)
RAISED = re.compile(
    r"\b(?:bring|brings|bringing|brought|raise|raises|raising|raised|tak(?:es|ing)|took|lift(?:s|ing|ed))"
    rf" (?:(?:to [^,.;]{{1,30}} )?the (?:total )?number of {_OF_ALL}|the (?:death |total )?toll {_OF_ALL} to [a-z ]{{0,20}}\d[\d,]*)"
)
# "It says it has lost 45", "acknowledged losing 71 soldiers", "gave its own losses as 248": a side's in the whole of a campaign
LOSSES = re.compile(
    r"\b(?:(?:has|have) (?:\w+ )?lost|(?:acknowledge[sd]?|admit(?:s|ted)|concede[sd]?) (?:losing|the loss of)"
    r"|(?:its|their) (?:own )?(?:losses|dead)(?: since [^,.;]{2,30})? (?:at|as)|own losses)\b"
)
# "The coalition admits to 620 deaths": what it owns up to in all
OWNED = re.compile(
    r"\b(?:coalition|pentagon|military|it)"
    r" (?:itself )?(?:(?:has|have) (?:so far )?(?:acknowledged|admitted|conceded|accepted)|acknowledges|admits|concedes)\b[^.;]*\bdeaths\b"
)
# "At least 62 have died on the way to the camp": over weeks
ON_THE_WAY = re.compile(
    r"\b(?:(?:have|has)|(?P<past>had)) (?:\w+ )?(?:died|perished)\b[^.]{0,30}\b(?:on (?:the|their) (?:way|road|journey)|en route)\b"
    r"(?(past) to)"
)
# "After weeks of fighting in which (more than 900 died)"
AFTER_BATTLE = re.compile(
    r"\bafter (?:several |many |two |three |four |a few )?(?:weeks|months|years) of (?:[\w-]+ ){0,3}(?:fighting|battles?|clashes|bombing"
    r"|bombardment|siege|combat)[^.;]{0,30}? (?:in which|during which|that (?:killed|left|cost)) [^.;]*$"
)
# "Have now been killed since the force launched its offensive", whose day the article tells elsewhere
SINCE_IT_BEGAN = re.compile(
    r"\bsince (?:the )?(?:[\w-]+ ){1,4}(?:launched|began|started|opened) (?:its|their|the|an?) (?:[\w-]+ ){0,2}"
    r"(?:offensive|assault|operation|campaign)\b"
)
# "Were killed in the battle"
OF_THE_BATTLE = re.compile(r"[^.;:]{0,90}?\b(?:in|during|by) the (?:whole of the )?(?:[\w-]+ )?(?:battle|operation|offensive|campaign)\b")
GRAVES = re.compile(r"\bmass graves?\b")
REMAINS = re.compile(r"\b(?:bodies|remains|corpses|skeletons|victims)\b")
HARM = frozenset(("killed", "injured", "displaced"))


def is_huge(document: Document, start: int, end: int) -> bool:
    """A figure of six digits or more."""
    return HUGE.search(document.text, start, end) is not None


def is_war_total(document: Document, sentence: Sentence, start: int, end: int) -> bool:
    """A figure of six digits or more, or a share of the population, where this sentence or the one before speaks of the war."""
    if not (HUGE.search(document.text, start, end) or POPULATION.match(sentence.lower, end - sentence.start)):
        return False
    near = document.sentences[max(0, sentence.index - 1) : sentence.index + 1]
    return any(map(_speaks_of_the_war, near))


@kept
def _speaks_of_the_war(sentence: Sentence) -> bool:
    return sentence.says(WAR) and WAR.search(WORST_OF_WAR.sub("", sentence.lower)) is not None


def is_of_war(sentence: Sentence, own: Expression | None, start: int, end: int, measure: str) -> bool:
    """Whether a figure is a total of the whole war, and its sentence names no other start."""
    started = own is not None and own.since and own.kind != "since_then"
    span = own is not None and own.kind in ("date", "range") and own.first != own.last  # "between 29 April and 9 May"
    return measure in HARM and not started and not span and is_war_total(sentence.document, sentence, start, end)


def running_total(sentence: Sentence, own: Expression | None, start: int, end: int, measure: str) -> Days | None:
    """The days of a running total that says not since when; ``own`` is the expression of its sentence. None for any other claim."""
    document = sentence.document
    raised = sentence.first(RAISED) if measure == "killed" else None
    if raised and raised.start() <= start - sentence.start < raised.end() and not (own and own.since and own.first):
        return _counted_from(start_of_campaign(document), sentence)
    of_a_campaign = measure in HARM and own is None and _is_of_a_campaign(sentence, start)
    if of_a_campaign and (began := _start_of_long_campaign(document)):
        return Days(began, said_on(sentence), "day")
    if measure in HARM and (battle := AFTER_BATTLE.search(sentence.lower, 0, start - sentence.start)):
        until = own if own and not own.since and own.end <= battle.start() else None  # "took it on Dec. 14 after weeks of fighting"
        return Days(None, until.last if until else said_on(sentence), "unknown")
    if own:
        thousands = (measure == "killed" and THOUSANDS.search(document.text, start, end) is not None) or (
            measure == "displaced" and is_huge(document, start, end)
        )
        return _reached_by(sentence, own, thousands)
    if measure == "killed" and _of_graves(sentence):
        return Days(None, None, "unknown")
    if measure == "killed" and sentence.says(ON_THE_WAY):
        return Days(None, said_on(sentence), "unknown")
    big = THOUSANDS.search(document.text, start, end) or BESIDE_THOUSANDS.search(sentence.lower, 0, start - sentence.start)
    many = (measure == "killed" and not sentence.says(GAS)) or (measure == "displaced" and is_huge(document, start, end))
    goes_on = many or sentence.says(HARM_GOES_ON)
    if measure in HARM and big and goes_on and not sentence.says(ONE_ATTACK):
        carried = carried_day(sentence)
        return None if carried and carried.since else _counted_from(start_of_campaign(document) or _start_told(sentence), sentence)
    if (sentence.index and sentence.says(STRIKES)) or (measure == "killed" and not sentence.says(ONE_ATTACK) and sentence.says(OWNED)):
        began = running(sentence)
        return Days(began.first, said_on(sentence), began.precision) if began else Days(None, said_on(sentence), "unknown")
    return None


def is_reached_by(sentence: Sentence, own: Expression) -> bool:
    """Whether a figure stands so high "by Tuesday", "as of Tuesday"."""
    return says_as_of(sentence.lower, own) or BY.search(sentence.lower, 0, own.start) is not None


def _reached_by(sentence: Sentence, own: Expression, big: bool) -> Days | None:
    """Where a total stands "as of Tuesday", "by Tuesday", from the start from which the sentences before count, a ``big`` one from any."""
    until = is_reached_by(sentence, own)
    if until and big and not own.since:
        return Days(start_of_campaign(sentence.document), own.last, "unknown")
    began = running(sentence) if until and not own.since and own.precision == "day" else None
    return Days(began.first, own.last, began.precision) if began else None


def _is_of_a_campaign(sentence: Sentence, start: int) -> bool:
    """Whether a number is of a campaign in all: "900 have fled during the operation", "the battle has killed 900", a side's losses."""
    losses = sentence.says(LOSSES) and not sentence.says(ONE_ATTACK)
    told = losses or sentence.says(CAMPAIGN_HAS) or sentence.says(SINCE_IT_BEGAN)
    return told or OF_THE_BATTLE.match(sentence.lower, start - sentence.start) is not None


def _start_of_long_campaign(document: Document) -> dt.date | None:
    """The day on which the article says that its campaign began, if that is more than a few days ago."""
    began, anchor = start_of_campaign(document), anchor_of(document)
    return began if began and anchor and anchor - began > FEW * DAY else None  # not of a battle of the day


def _start_told(sentence: Sentence) -> dt.date | None:
    """The start, be it a year's, from which the sentence before counts: "has killed 90 since 2014. Others believe that 1,800 died"."""
    if not sentence.index:
        return None
    before = sentence.document.sentences[sentence.index - 1]
    since = next((e.first for e in expressions(before) if e.since and e.first), None)
    of_the_war = HUGE.search(before.text) and _speaks_of_the_war(before)
    began = None if since else running(sentence)  # "55,219 died since Jan. 1. ... Some 7,800 rebels also died"
    return since or (WAR_START if of_the_war else began and began.first)


def _counted_from(began: dt.date | None, sentence: Sentence) -> Days:
    return Days(began, said_on(sentence), "day" if began else "unknown")


def _of_graves(sentence: Sentence) -> bool:
    """Whether the dead of a sentence are those of mass graves, who died over years."""
    before = sentence.document.sentences[max(0, sentence.index - PAST_REACH) : sentence.index + 1]
    return sentence.says(REMAINS) and any(near.says(GRAVES) for near in before)
