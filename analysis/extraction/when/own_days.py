"""The day that a number has in its own sentence, and the day on which the sentence was said."""

import datetime as dt
import re
from dataclasses import replace

from analysis.extraction.sentences import Sentence, kept
from analysis.extraction.when.expression import Expression
from analysis.extraction.when.expressions import anchor_of, asides, expressions
from analysis.extraction.when.kinds import AHEAD

UNTIL = re.compile(r"\b(?:to|until|by|through)(?: the end of)?\s*$")
UNTIL_REACH = 22  # characters before the end of a period in which "until" stands
BY = re.compile(r"\b(?:by|up to|until) (?:late |early |noon on |the end of )?$")  # "the toll had reached 45 by Sunday"
WHEN = re.compile(r",? (?:(?:the day )?(?:when|that|on which)|which)\b")
SINCE_WORD = re.compile(r"\bsince\b[^,.;:]{0,90}$")  # "the deadliest raid since shells killed (40 there in 2013)"
AND_THAT = re.compile(
    r";| and that | and (?:said|says|added) (?:that )?(?:it|its|another|some|\d[\d,]*)\b"
)  # behind it somebody tells of something else
# A clause of its own, with days of its own; but "an offensive which began in May"
ASIDE = re.compile(r"\b(?:whom|where|which(?! (?:was )?(?:launched|began|started|erupted|opened)\b))\b")
IN_ASIDE = re.compile(r"(?P<comma>, (?:\w+ )?)?\b(?:whom|which|where)\b[^,.;:]{0,90}$")
# "..., which was retaken in May"; but "the battle, which lasted from May to July"
COMMA_ASIDE = re.compile(
    r", an? (?:[\w-]+ ){1,4}that\b[^,.;:]{0,90}$"
    r"|, (?:\w+ )?(?:whom|where|which(?! (?:lasted|ran|went on|raged|took place|began|started|was (?:launched|fought))\b))\b"
    r"[^,.;:]{0,90}$"
)
NUMBER_OF = re.compile(r"[^,.;:]{0,30} the (?:total )?number of [^,.;:]{1,50}? (?:whom|which|that|who)\b")
A_PART = re.compile(r"\b(?:including|among (?:them|whom)|of (?:them|whom|which)|(?:up|down) from|compared (?:with|to))\W+(?:\w+ ){0,2}$")
A_PART_BEHIND = re.compile(r"[\w-]+(?:[ ,][\w-]+){0,4} of (?:them|whom|these|those)\b")
PART_REACH = 40  # characters before a part's number in which it is said to be one
PART_ALONE = re.compile(r", (?:including|among them) (?:[a-z]+ ){0,3}[\d,]+ ")
PART_FOLLOWS = re.compile(r", (?:(?:[\w-]+ ){1,3}of (?:them|whom|these|those)|among (?:them|whom|these|those))\b[^,.;:]{0,90}$")
# "Freed 20 of the women it had seized in May"
CONTACT = re.compile(
    r"\b(?!(?:as|when|while|after|before|until|since|once|because|if|than|that|and|but|or|where|which|whom|said|says|if|although|though)\b)[a-z]+"
    r" (?:it|they|he|she) (?:had |has |have )?(?:took|\w+ed|taken|held)\b[^,.;:]{0,60}$"
)
FRONTED_PLACE = re.compile(
    r"(?:in|around|near) [^;:]{3,80}, (?:where|which) [^,.;:]{0,60}"
    r"\b(?:captur|seiz|enter|attack|storm|invad|overr[au]n|took|launch)[^,.;:]*?(?: on)? ?"
)
LED_ON = re.compile(r", (?:(?:at least|about|some|more than|nearly|around|over|almost|an estimated|up to) )?")
GOES_ON = re.compile(r"(?:[^,.;:]|(?<=\d),(?=\d)){2,50} (?:have|has) (?:\w+ )?(?:fled|left|been|died|escaped)\b")
PHRASE_END = re.compile(r"[,.;:](?!\d)")
BREAKS = re.compile(
    r"[;:]|, (?:bringing|raising|taking|pushing|lifting)\b| and that | while | but | after | when | before |, and |\.(?!\d)"
)
HAPPENED_WHEN = re.compile(r"[^,.;:]* when [^,.;:]*")  # "hit the town this week, killing 57 when it dropped bombs on Monday"
IN_RAID = re.compile(r"\b(?:in|by|during|from|of) (?:\w+ )?\w+day[’']s$")  # "killed in Thursday's raid"
SAID = re.compile(r"\b(?:said|acknowledged|reported|announced|documented|counted|put|confirmed|admitted)\b")
AT_THE_TIME = re.compile(r"\b(?:said|say|announced|estimated|put) at the time\b")
FRONTED = 3  # characters before a day that opens its sentence ("In September the coalition acknowledged ...")


def own_day(sentence: Sentence, at: int) -> Expression | None:
    """The expression that belongs to the number at ``at``; None where its sentence gives it none."""
    return day_of_part(sentence, at) or _nearest(sentence, at)


def day_of_part(sentence: Sentence, at: int) -> Expression | None:
    """The day that a part has to itself: "500 since May, including 40 last week", "up from 27 on Friday", "9 on Monday alone"."""
    lower = sentence.lower
    told = (*expressions(sentence), *asides(sentence))
    end = PHRASE_END.search(lower, at) if told else None
    last = end.start() if end else len(lower)
    if not told or not (
        A_PART.search(lower, max(0, at - PART_REACH), at) or A_PART_BEHIND.match(lower, at) or lower.endswith(" alone", at, last)
    ):
        return None
    return next((e for e in told if e.first and not e.speech and at < e.start < last), None)


def goes_with(sentence: Sentence, e: Expression, at: int) -> bool:
    """Whether a day stands in the clause of the number at ``at``."""
    left, right = (e.end, at) if e.end <= at else (at, e.start)
    return BREAKS.search(sentence.lower, left, right) is None and ASIDE.search(sentence.lower, left, right) is None


def names_a_day(sentence: Sentence) -> bool:
    """Whether the sentence says when, other than the day of saying so."""
    return any(e.first is not None and not e.speech for e in (*expressions(sentence), *_told_of(sentence)))


@kept
def said_on(sentence: Sentence) -> dt.date | None:
    """The day on which the sentence says that it was said, else the article's."""
    found = expressions(sentence)
    said = [e.last for e in found if e.speech and e.last]
    if sentence.index and sentence.says(AT_THE_TIME):
        before = sentence.document.sentences[sentence.index - 1]
        said += [e.last for e in (*expressions(before), *asides(before)) if e.last and e.precision == "day"]
    fronted = [e.last for e in found[:1] if e.start <= FRONTED and not e.since and e.last and SAID.search(sentence.lower, e.end)]
    return (said or fronted or [anchor_of(sentence.document)])[0]


def end_of(sentence: Sentence, opened: Expression) -> Expression | None:
    """The expression that ends the period which another opens: "from 4 March to 20 March"."""
    behind = (e for e in expressions(sentence) if e.start > opened.end and e.first)
    return next((e for e in behind if _says_until(sentence, e)), None)


def _nearest(sentence: Sentence, at: int) -> Expression | None:
    """One that opens a period, else the nearest in its clause.

    The weights are characters of distance: a clause's end is worth 40, a day behind the number comes 25 nearer.
    """
    lower = sentence.lower

    def distance(e: Expression) -> float:
        when = None if e.since else WHEN.match(lower, e.end, at)  # "on June 12, when shells killed ..."
        left, right = (when.end() if when else e.end, at) if e.end <= at else (at, e.start)
        between = lower[left:right]
        far = (
            len(between)
            + 40 * len(BREAKS.findall(between))
            + 60 * (e.first is None)
            + 30 * (e.kind in ("ago", "year"))
            + 23 * (e.kind == "later")
        )
        far -= 40 * (IN_RAID.search(lower, 0, e.end) is not None)
        far += 50 * (e.start > at and not e.since and (" who " in between or ASIDE.search(between) is not None))
        return far - 25 * (e.start > at) - 30 * e.since

    told = [e for e in expressions(sentence) if not e.speech and e.kind != "peak" and not _is_of_others(sentence, e, at)]
    told = [e for e in told if not _is_of_a_part_alone(lower, e, at)]
    nearest = min(told + _of_clause(sentence, at), key=distance, default=None)
    if nearest is None or nearest.since or nearest.end > at:
        return nearest
    happened = (e for e in told if e.start > at and HAPPENED_WHEN.fullmatch(lower, at, e.start) and _is_within(e, nearest))
    return next(happened, nearest)


def _is_of_a_part_alone(lower: str, e: Expression, at: int) -> bool:
    """The month of "350,000 have fled, including 250,000 in October alone", which is not the whole's."""
    return e.start > at and lower.startswith(" alone", e.end) and PART_ALONE.search(lower, at, e.start) is not None


def _is_within(day: Expression, period: Expression) -> bool:
    """Whether a day is one of a longer period: the Monday of "this week", the weekend of "in recent days"."""
    if not (day.first and day.last and period.first and period.last):
        return False
    return period.first <= day.last <= period.last and day.last - day.first < period.last - period.first


def _of_clause(sentence: Sentence, at: int) -> list[Expression]:
    """The days to which the sentence compares its own, where the number is of them."""
    lower = sentence.lower
    told = [e for e in _told_of(sentence) if e.end < at and not (e.kind == "after" and _is_past_the_clause(lower, e, at))]
    told += [replace(e, since=True) for e in expressions(sentence) if _opens_in_aside(lower, e, at)]
    return told + [replace(e, since=False) for e in asides(sentence) if e.start > at and SINCE_WORD.search(lower, 0, at)]


def _opens_in_aside(lower: str, e: Expression, at: int) -> bool:
    """ "In the city, where fighters captured a quarter on Thursday, 60 have fled": whether a day opens what goes on."""
    if e.since or e.speech or e.precision != "day" or e.end >= at or FRONTED_PLACE.fullmatch(lower, 0, e.start) is None:
        return False
    return LED_ON.fullmatch(lower, e.end, at) is not None and GOES_ON.match(lower, at) is not None


def _is_past_the_clause(lower: str, e: Expression, at: int) -> bool:
    """Whether the number is told of behind the clause of "two days after ...": "On May 2, two days after they came, 12 died"."""
    return "," not in lower[at:] if e.start <= FRONTED else "," in lower[e.end : at]


@kept
def _told_of(sentence: Sentence) -> list[Expression]:
    """The other days of which a clause of their own tells: "the deadliest raid since February, when shells killed 40"."""
    return [e for e in asides(sentence) if e.kind in AHEAD or WHEN.match(sentence.lower, e.end)]


def _is_of_others(sentence: Sentence, e: Expression, at: int) -> bool:
    """Whether a day is that of a clause or a part in which the number at ``at`` is not, or the end of a period that another opens."""
    lower = sentence.lower
    if _says_until(sentence, e) and any(o.since and o.start < e.start for o in expressions(sentence)):
        return True
    if e.start < at:
        if e.since or "," not in lower[e.end : at] or WHEN.match(lower, e.end):
            return False  # "whom it seized on Monday, when it killed 90"
        return IN_ASIDE.search(lower, 0, e.start) is not None
    number_of = NUMBER_OF.match(lower, at)  # "takes to 740 the number of those whom it has killed since August"
    aside = (ASIDE if e.since else COMMA_ASIDE).search(lower, number_of.end() if number_of else at, e.start) is not None
    aside = aside or (not e.since and CONTACT.search(lower, at, e.start) is not None)
    return aside or AND_THAT.search(lower, at, e.start) is not None or PART_FOLLOWS.search(lower, at, e.start) is not None


def _says_until(sentence: Sentence, e: Expression) -> bool:
    return UNTIL.search(sentence.lower, max(0, e.start - UNTIL_REACH), e.start) is not None
