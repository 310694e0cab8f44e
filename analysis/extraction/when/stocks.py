"""How many there are, how much is held at one time: the words that say so, and the day."""

import datetime as dt
import re

from analysis.extraction.sentences import Sentence
from analysis.extraction.when.calendar_days import IS_PEAK, Days
from analysis.extraction.when.expression import Expression
from analysis.extraction.when.expressions import anchor_of, asides, expressions, start_of_campaign
from analysis.extraction.when.kinds import LOOKS_BACK
from analysis.extraction.when.own_days import BREAKS, FRONTED, PHRASE_END, day_of_part, said_on

IS_STATE = re.compile(
    r"\b(?:living|(?<!the )(?<!of )(?<!their )lives|guarding|housing|houses|hosting|shelter(?:s|ing)|home to"
    r"|(?<!who )(?<!that )(?<!had )lived?|camp of|stands at|are still"
    r"|still held|is holding|are holding|continues? to hold|remain(?:ed)?|(?<![’'] )remains|stranded"
    r"|(?:are|were) (?:packed|crammed|crowded|squeezed) (?:into|in)|have gathered"
    r"|(?:are|were) (?:now |still )?(?:sitting|languishing) in|(?:have|had) ended up in"
    r"|in (?:(?:its|their|his|the|some|about|[\w-]+) ){0,2}(?:prisons|jails)"
    r"|have settled|have been registered (?:in|at)|in captivity"
    r"|hold(?:ing|s)?(?! (?:(?:its|their|his) )?(?:fire|talks|elections?|out|back|off)\b)"
    r"|(?<!prewar )(?<!pre-war )population (?:to(?! flee| leave)|of|at|stands|in excess|exceeds|(?:has )?reached)|have yet to"
    r"|trapped|uprooted inside|in (?:the )?custody|custody of|are (?:being )?kept|behind bars"
    r"|(?:being|are) (?:held|detained)|held(?= (?:[a-z]+ ){0,2}\d)|(?:have|has) not (?:yet )?(?:come|gone|returned)"
    r"|are (?:now |still |also )?(?:refugees|homeless|displaced)"
    r"|(?:are|were) (?:now |still |also )?"
    r"(?:in(?! need| their (?:teens|twenties|thirties|forties|late|early|mid|dozens|hundreds|thousands))|at|close to))\b"
)
# Words that say so only right before the number, with what must stand behind it
BESIDE = (
    (re.compile(r"\b(?:hosts?|housed|sheltered|makes? up|(?:it|who|which) guards?|camp for) (?:[a-z]+ ){0,3}$"), re.compile("")),
    (re.compile(r"\b(?:has|have) taken in (?:[a-z]+ ){0,3}$"), re.compile("")),
    (re.compile(r"\bnumber of (?:its )?(?:residents|inhabitants) (?:there )?at (?:[a-z]+ ){0,3}$"), re.compile("")),
    (re.compile(r"\bthere (?:are|were) (?:[a-z]+ ){0,3}$"), re.compile(r"\S+ (?:(?!\w+ed )[\w-]+ ){1,3}(?:in|at) ")),
    (
        re.compile(r"\b(?:camp|prison|jail|settlement|shelter|site) (?:now |then |once )?ha[sd] (?:[a-z]+ ){0,3}$"),
        re.compile(r"\S++(?! (?:[\w-]+ ){0,2}(?:arriv|leav|left|com(?:e|ing)\b|flee|fled))"),
    ),
    (re.compile(r"\b(?:ha[sd]|with its) (?:[a-z]+ ){0,3}$"), re.compile(r"\S+ (?:[\w,-]+ ){0,2}(?:residents|inhabitants)\b")),
    (re.compile(r"\b(?:it ha[sd]|there had been) (?:(?:only|just|barely|still|now) )*$"), re.compile("")),
)
# "Families trapped in the town got out"
NO_LONGER = re.compile(
    r"(?:trapped|stranded)\b[^,.;]{0,60}\b(?:got|left|fled|escaped|crossed|reached|arrived"
    r"|(?:were|was|have been|had been) (?:brought|moved|taken|led|freed))\b"
)
WHAT_THEY = re.compile(r"\b(?:that|which) (?:the )?[\w-]+ (?:still |now )?$")  # "fleeing the patch that the jihadists still (hold)"
BESIDE_REACH = 60  # characters of "hosts an estimated"
# "5,000 of the 6,200 who were living there have left", "920,000 fled, of whom 700,000 have not come home"
OF_OTHERS = re.compile(
    r" of the [\w,]+ (?:\w+ ){0,2}(?:who|that) (?:were|are|had|have)(?: \w+)? $|, of (?:whom|them|which)\b|, which\b"
    r"|(?<!\d), (?:a|an|the) [^,;.]{0,60}\b(?:that|which|where|who)\b[^,;.]*$"
)
AS_OF = re.compile(r"\bas (?:(?:of|at) (?:late |early |last )?)?$|\b(?:count|census|survey|tally|figures?) (?:of|from|on|dated) (?:the )?$")
OUTSET = re.compile(r"\b(?:start|beginning)\b")
OUTSET_REACH = 17  # characters of "the beginning of"
WERE = re.compile(r"\b(?:were|was|had|held|housed|stood)\b")
PUT = re.compile(r" (?:put|estimated) ")  # "which in October put the number at 3,500"
HELD = re.compile(r"\b(?:held|controlled|ruled|had) (?:[a-z]+ ){0,3}$")
ONCE = re.compile(
    r"\b(?:once|used to (?:be|hold|rule|control)|overran|swept (?:across|over|through)|at (?:its|their|the) (?:strongest|peak|height))\b"
)
BEFORE_BATTLE = re.compile(
    r"\b(?:when the (?:\w+ )?(?:battle|offensive|attack|assault|operation|campaign)(?: (?:on|for|against) [^,.;:]{2,30})?"
    r" (?:began|started|was launched|opened)"
    r"|before the (?:\w+ )?(?:battle|offensive|attack|assault|operation|campaign))\b"
)
OTHERS_THEN = re.compile(r"[,;:](?!\d)| of the \d")  # "1,000 left, out of 2,400 when the battle began"
TURNS = re.compile(
    r"[;:]| while | but |, and | and (?:has|still|now) |, is |, (?:\w+ )?\w+ after | (?:what|that|which) (?:it|the group|they) "
    r"|(?:territory|land|area) (?:it|the group|they) "
    r"|\b(?:down|compared|shrunk|reduced) (?:from|with|to)\b"
)

# "Shrank from 900 square km in May to 400 by July": figures of one thing at several times, each with its own day behind it
SERIES = re.compile(
    r"\b(?:shr[aiu]nk|fell|fallen|dropped|declined|dwindled|decreased|reduced|gone|went|down|grew|grown|risen|rose)\b"
    r"[^.;]{0,60} (?:from|to) (?:[a-z]+ ){0,3}\d"
)
NEXT_FIGURE = re.compile(r" (?:from|to|and|against|with) (?:[a-z]+ ){0,3}\d")
NOW = re.compile(r"\b(?:now|still|currently|today)\b[^,;.]{0,30}$")  # "who overran it in 2014, now hold (60 percent)"


def state_of(sentence: Sentence, at: int) -> re.Match[str] | None:
    """The words by which the number at ``at`` is of how many there are at one time, and not of what happened to them."""
    lower = sentence.lower
    for state in IS_STATE.finditer(lower):
        if NO_LONGER.match(lower, state.start()) or (state.start() > at and WHAT_THEY.search(lower, 0, state.start())):
            continue
        left, right = sorted((at, state.start()))
        if BREAKS.search(lower, left, right) is None and not (state.start() > at and OF_OTHERS.search(lower, left, right)):
            return state
    told = ((before.search(lower, max(0, at - BESIDE_REACH), at), behind) for before, behind in BESIDE)
    return next((before for before, behind in told if before and behind.match(lower, at)), None)


def day_of_stock(sentence: Sentence, at: int, state: re.Match[str]) -> Days | None:
    """The day of a stock that is not that of saying so: "as of 3 May", "home to 9,000 people at the start of May"."""
    then = day_of_part(sentence, at) or next((e for e in expressions(sentence) if _is_as_of(sentence, e, at, state)), None)
    if then is None:
        return None
    day = then.first if OUTSET.search(sentence.lower, then.start, then.end) else then.last
    anchor = anchor_of(sentence.document)
    day = min(day, anchor) if day and anchor else day  # "in November", of a report of November 9
    return Days(day, day, then.precision)


def says_as_of(lower: str, e: Expression) -> bool:
    """Whether a figure is as of a day: "as of 3 May", "as of the end of May"."""
    before = AS_OF.search(lower, 0, e.start)
    return before is not None and (before[0] != "as " or lower.startswith("of ", e.start))


def _is_as_of(sentence: Sentence, e: Expression, at: int, state: re.Match[str]) -> bool:
    lower = sentence.lower
    if e.last is None or e.since:
        return False
    if says_as_of(lower, e):
        return True
    left, right = (e.end, at) if e.end <= at else (max(at, state.end()), e.start)
    near = e.start <= FRONTED or (PHRASE_END.search(lower, left, right) is None and BREAKS.search(lower, left, right) is None)
    named = e.kind == "date" or (e.kind == "month" and (sentence.says(WERE) or OUTSET.search(lower, e.start, e.end) is not None))
    return named and near and not e.speech


def day_of_land_or_force(sentence: Sentence, measure: str, at: int) -> Days:
    """Land held and people remaining are as of the statement, unless the sentence speaks of a year or the peak of IS rule."""
    found = expressions(sentence)
    if sentence.says(SERIES):
        return _day_of_figure(sentence, at) or _day(said_on(sentence))
    if part := day_of_part(sentence, at):
        return Days(part.first, part.last, part.precision)  # "down from 25,000 in 2015"
    outset = [e for e in found if e.kind == "relative" and not e.since and e.first and OUTSET.search(sentence.lower, e.start, e.end)]
    if outset and outset[0].start > at and HELD.search(sentence.lower, 0, at) and _in_clause(sentence, at, outset[0].start):
        return Days(outset[0].first, outset[0].first, "day")  # "having held seven percent at the start of the month"
    past = [e for e in found if e.kind in LOOKS_BACK and not e.since and e.first]
    past = [e for e in past if _in_clause(sentence, at, e.start) or (e.kind == "peak" and e.start <= FRONTED)]
    if NOW.search(sentence.lower, 0, at) and not any(e.start > at for e in past):
        return _day(said_on(sentence))
    once = sentence.first(ONCE)
    is_past = once is not None and _in_clause(sentence, at, once.start()) and "," not in sentence.lower[once.start() : at]
    if measure == "territory_held" and is_past and all("," in sentence.lower[at : e.start] for e in past):
        return IS_PEAK
    if measure == "territory_held" and past:
        return Days(past[0].first, past[0].last, "year")
    if measure == "remaining":
        before = sentence.first(BEFORE_BATTLE)
        if before and OTHERS_THEN.search(sentence.lower, at, max(at, before.start())) is None:
            return _day(start_of_campaign(sentence.document))
        then = [e for e in found if e.kind in ("month", "date") and not e.since and not e.speech and e.last]
        then = [e for e in then if _in_clause(sentence, at, e.start)]
        then = [e for e in then if sentence.says(WERE) or (e.end < at and PUT.match(sentence.lower, e.end))]
        if then:
            return Days(then[0].last, then[0].last, then[0].precision)
    yearly = [e for e in found if e.kind == "relative" and e.precision == "year" and e.first]
    if measure == "territory_lost" and yearly:
        return Days(yearly[0].first, yearly[0].last, "year")
    return _day(said_on(sentence))


def _day_of_figure(sentence: Sentence, at: int) -> Days | None:
    """The day that stands between one figure of a series and the next."""
    following = NEXT_FIGURE.search(sentence.lower, at)
    last = following.start() if following else len(sentence.lower)
    told = (*expressions(sentence), *asides(sentence))
    own = next((e for e in sorted(told, key=lambda e: e.start) if e.first and not e.speech and at < e.start < last), None)
    if own is None:
        return None
    outset = OUTSET.search(sentence.lower, max(at, own.start - OUTSET_REACH), own.end)
    return Days(own.first, own.first if outset else own.last, own.precision)


def _day(day: dt.date | None) -> Days:
    return Days(day, day, "day" if day else "unknown")


def _in_clause(sentence: Sentence, at: int, other: int) -> bool:
    """Whether no clause ends between two places of a sentence."""
    left, right = sorted((at, other))
    return TURNS.search(sentence.lower, left, right) is None
