"""The time expressions of a sentence, resolved against the day of the article."""

import datetime as dt
import re
from dataclasses import replace

from analysis.extraction.sentences import Document, Sentence, kept
from analysis.extraction.when.calendar_days import WAR_START, Days, has_year, in_time_for, in_year_of, month_named
from analysis.extraction.when.calendar_words import MONTH, ORDINAL, WAR
from analysis.extraction.when.datelines import agency_line, dateline
from analysis.extraction.when.expression import Expression
from analysis.extraction.when.kinds import AHEAD, FROM_A_START, NAMES_A_START, OPENS, POINTS_BACK, WEAK, find, resolve
from analysis.extraction.when.pointing import point_back

SINCE = re.compile(
    r"\bsince\b(?:[^,.;:]|(?<=[.\s]\w)\.|, (?:with|backed|supported|helped)\b[^,.;:]{3,50},){0,125}$"
    r"|\bfrom the (?:launch|start|beginning|outbreak) of [^,.;:]{0,60}$"
    r"|\b(?:from|starting|dating (?:back )?to)"
    r"(?: (?:the|last|late|early|at least|around|(?:dawn|beginning|start|morning|end)(?: of)?|mid|about|a|on))*[- ]*$"
)
# "the bloodiest day since 2011", "for the first time since May": the day compares, and tells nothing of the number.
COMPARES = re.compile(
    rf"(?:\b(?:the|its|their)|\w[’']s?) (?:single |second |third )?(?:first|worst|most|only|\w{{3,}}[iglhtnrd]est|{ORDINAL})\b"
    r"(?:[^,.;:]|(?<=[.\s]\w)\.){0,80}\b(?:since\b[^,.;:]{0,90}|in (?:the )?[^,.;:]{0,20}|this (?:week|month|year))\.?$"
)
MONTH_OF = re.compile(
    r"\bthe (?:second |third )?(?:\w+est|worst|most \w+) month of (?:19|20)\d\d$"
)  # "September was the deadliest month of 2017"
COMPARED = re.compile(r"\b(?:compared (?:with|to)|(?:up|down) from)\b[^,.;:]{0,40}$")  # "41, compared with 19 in May"
TALLY = re.compile(
    rf"\b(?:from|between) (?P<m1>{MONTH}) (?P<y1>(?:19|20)\d\d) (?:to|and|until|through) (?:the end of )?"
    rf"(?P<m2>{MONTH}) (?P<y2>(?:19|20)\d\d)"
)
ANSWERED = "described|acknowledged|admitted|confirmed|denied|rejected|dismissed|refuted"
CLAIMED = r"claimed (?:responsibility|(?:the|an?) (?:[\w-]+ ){0,3}(?:attack|bombing|assault|strike|blast|killing|shooting)s?)"  # not lives
SAYS = re.compile(
    rf"\b(?:said|says|stated|told \w+(?: \w+)?|reported|announced|revealed|{ANSWERED}|added|noted|declared|statement|report"
    r"|made public|warned|monitored|documented|claimed(?: responsibility)?|speaking(?: to [\w ]{2,20})?)$"
    r"|\b(?:statement|briefing|(?:news|press) conference|tweet|message|post|speech|interview|bulletin|spoke|speaking)"
    r"(?: (?:issued|posted|published|online|held))*(?: (?:in|at|to) [\w -]{2,20})?$|\btold\b|\bgave (?:a|an|the|its|another)\b"
)
FROM_TO = re.compile(r",? (?:to|until|till|through)(?: the)? ")
BETWEEN = re.compile(r"between [^,;]{3,20} (?:and|to) ")
PUBLISHED = re.compile(r"(?<!been )(?<!were )\b(?:released|published|issued|made public)\s*$")  # "a report released in April"
CLAUSE = re.compile(r"[,;:.“”\"]| that | who | which ")
BEFORE_DAY = re.compile(r"\b(?:on|late|early|earlier|in a statement|issued|at)$")
SAID_NEXT = re.compile(r"\s+(?:said|announced|reported|estimated)\b")  # "the UN in August said"
# not "a raid on Sunday that killed"
SAYS_AFTER = re.compile(
    rf"[’'s]*\s+(?:said|told|blamed|condemned|{ANSWERED}|{CLAIMED}|(?:[\w-]+ ){{1,4}}(?:was|were) (?:{ANSWERED}|announced) by"
    rf"|that(?! (?:\w+ed|left|hit|struck|has|had|was|were|came|took|sent|saw|drove|set|tore)\b))\b"
)
CAMPAIGN = re.compile(r"\b(?:offensives?|campaigns?|operations?|battles?|assaults?|push|drive|fight(?:ing)?)\b")
STARTS = re.compile(r"launch|open|beg[au]n|start|flared|since")
# "The offensive, launched on September 10, has left ..."
LAUNCHED = re.compile(
    r"\b(?:launched|began|begun|started|erupted|opened|under way)(?: in [^,.;:]{3,40}?)?(?: (?:on|in|late|early|the))*\s*$"
)
DRAWN_OUT = re.compile(r"\b(?:offensive|campaign|battle|siege|phase|stage)\b")  # takes weeks, whenever it is told of
RAN = re.compile(r"\b(?:battle|offensive|campaign|siege)\b[^.;]{0,20}\b(?:lasted|ran|raged|went on|was fought) $")
YEAR = dt.timedelta(days=366)
WEEK = dt.timedelta(days=7)  # an operation begun longer ago goes on
CLAUSE_END = re.compile(r"[,.;:]")
ADDED = re.compile(r";|, (?:adding|saying|noting) (?:also )?that\b")
COUNTS = re.compile(r"\b(?:has|have|had)\b")
NEAR = 135  # characters before an expression that may say what begins or ends with it
OF_THEN = re.compile(r"(?: of)?(?: (?!which|that|when)[\w-]+){1,4} $")  # "(four months) of fighting (in 2017)"
BACK_REACH = 3  # sentences back to the period that "since then" points to
# "Besieged by rebels since 2013", "wanted since then": how things stand, and no period in which people were counted
STANDING = re.compile(
    r"\b(?:wanted|besieged|held|ruled|occupied|controlled|divided|run|encircled|in power|under siege|in place"
    r"|had (?:captured|seized|taken|won|gained))"
    r"(?: (?:by|in|between|under|into)\b[^,.;:]{0,30})? (?:since|from)\b[^,.;:]{0,40}$"
)
PERFECT = re.compile(r"\b(?:has|have)\b")
FINENESS = ("day", "week", "month")  # the precision of a start, the finest first
THAT_YEAR = re.compile(r" (?:of )?(?:that|the same) year\b")
# "April 7th Street", the day of a photograph
NO_DAY = re.compile(
    r"\s*(?:street|square|avenue|bridge|brigade|revolution|polls?|elections?|votes?|referendum|deadline|cease-?fire|truce|deal|agreement)\b"
    r"|[.,]?\s*\([^)]{0,40}\b(?:photo|agenc(?:y|ies)|getty|file)\b"
)
SIGNED = re.compile(r"[.,]?\s*\([^)]{0,40}\b(?:reuters|afp|ap)\b")  # "July 3, 2018. (Reuters)": under a photograph


@kept
def anchor_of(document: Document) -> dt.date | None:
    """The day against which relative words are resolved: a dateline in the text before the metadata."""
    line = agency_line(document.text, document.published)
    return dateline(document.text) or (line[0] if line else document.published)


@kept
def expressions(sentence: Sentence) -> list[Expression]:
    """The time expressions of a sentence from left to right, resolved against the article's date and what was told before."""
    return [e for e in _settled(sentence) if not e.aside]


@kept
def asides(sentence: Sentence) -> list[Expression]:
    """The other days to which a sentence compares its own: "the deadliest raid since February, when ..."."""
    return [e for e in _settled(sentence) if e.aside]


@kept
def _settled(sentence: Sentence) -> list[Expression]:
    """All of them, with what those that point back point to."""
    found = _expressions(sentence)
    if not any(e.kind in POINTS_BACK for e in found):
        return found
    sentences, anchor = sentence.document.sentences, anchor_of(sentence.document)
    before = [e for other in sentences[max(0, sentence.index - BACK_REACH) : sentence.index] for e in _expressions(other)]
    settled: list[Expression] = []
    for e in found:  # from left to right: "since then ... in the same period"
        if told := point_back(e, settled, before, anchor) if e.kind in POINTS_BACK else e:
            settled.append(told)
    return settled


@kept
def _expressions(sentence: Sentence) -> list[Expression]:
    """The time expressions, those that point back to a period told before as yet without one."""
    document, lower = sentence.document, sentence.lower
    line = agency_line(document.text, document.published)
    found: list[Expression] = []
    dated = 0  # the end of the last day: a "since" before it is not that of the next
    for kind, match in _found(sentence):
        if line and sentence.start + match.end() <= line[1]:
            continue
        said = [e.last for e in found if e.speech and e.last] if kind == "earlier" else []  # "said on Wednesday that a raid a day earlier"
        days = _resolve(sentence, kind, match, said[-1] if said else anchor_of(document))
        if kind == "date" and days.first and not has_year(match):
            days = _within(found, days.first) or days
        if kind == "month" and THAT_YEAR.match(lower, match.end()):
            days = _in_year_told(sentence, found, match) or days
        if kind == "date" and sentence.index <= 1 and not found and days.first == dateline(document.text) and has_year(match):
            continue  # the article's own date
        e = _read(sentence, kind, match, days, dated)
        dated = dated if kind == "saga" else match.end()
        if e is not None:
            _join(found, e, lower)
    dated = [e for e in found if e.first and not e.speech and not e.aside and e.kind not in WEAK]
    return [e for e in found if e.kind not in WEAK or not any(_says_more(lower, e, day) for day in dated)]


def _says_more(lower: str, weak: Expression, day: Expression) -> bool:
    """Whether a day stands beside "so far", and not in what is added to its clause."""
    return day.start > weak.start or ADDED.search(lower, day.end, weak.start) is None


def _within(found: list[Expression], day: dt.date) -> Days | None:
    """A day without a year inside the month or season told before it: "in the summer of 2017: on June 12"."""
    periods = ((e.first, e.last) for e in found if e.kind in ("season", "month", "half") and not (e.speech or e.since))
    days = (in_year_of(day, first, last) for first, last in periods if first and last)
    return next((Days(inside, inside, "day") for inside in days if inside), None)


def _in_year_told(sentence: Sentence, found: list[Expression], month: re.Match[str]) -> Days | None:
    """ "In June of that year": the year told last, in this sentence or one of the two before."""
    before = sentence.document.sentences[max(0, sentence.index - 2) : sentence.index]
    told = [*(e for other in before for e in _expressions(other)), *found]
    year = next((e.first.year for e in reversed(told) if e.first and e.kind in ("year", "month", "date")), None)
    return resolve("month", month, dt.date(year, 12, 31)) if year else None


def _read(sentence: Sentence, kind: str, match: re.Match[str], days: Days, dated: int) -> Expression | None:
    """One expression by itself; None for a name with a day in it, or a day that says how things stand."""
    document, lower, anchor = sentence.document, sentence.lower, anchor_of(sentence.document)
    if kind == "campaign" and not _is_drawn_out(match, days, anchor):
        return None
    signed = kind == "date" and SIGNED.match(document.lower, sentence.start + match.end())
    if signed or (kind in ("date", "weekday") and NO_DAY.match(lower, match.end())):
        return None
    before = lower[max(0, match.start() - NEAR) : match.start()]
    since = _opens(sentence, kind, match, days, dated)
    if since and STANDING.search(before + match[0]):
        return None
    compares = (since or kind in ("relative", "span", "past")) and COMPARES.search(before + match[0])
    of_a_year = kind == "year" and MONTH_OF.search(before + match[0])
    aside = bool(compares or of_a_year) or kind in AHEAD or COMPARED.search(before) is not None
    speech = kind in ("weekday", "relative", "date") and _is_of_speech(lower, match)
    speech = speech or (kind in ("month", "weekday", "date") and PUBLISHED.search(BEFORE_DAY.sub("", before.rstrip())) is not None)
    speech = speech or (kind == "month" and SAID_NEXT.match(lower, match.end()) is not None)
    return Expression(match.start(), match.end(), kind, *days, since and not speech, speech, aside)


def _join(found: list[Expression], e: Expression, lower: str) -> None:
    """Add an expression to those before it, of which the last may be one with it, or say less."""
    last = found[-1] if found else None
    if last is None:
        pass
    elif last.kind == "date" and e.kind in ("date", "month") and BETWEEN.fullmatch(lower, last.start - len("between "), e.start):
        e = replace(e, first=found.pop().first)  # "between Nov. 14 and Nov. 17", "and mid-December"
    elif last.kind == "date" and e.kind in ("date", "month") and last.since and FROM_TO.fullmatch(lower, last.end, e.start):
        e = _range(found.pop(), e)
    elif e.since and _names_start(lower, last, e):
        found.pop()  # "since the offensive began in September"
    elif e.since and e.kind == "saga" and last.kind == "span" and not lower[last.end : e.start].strip():
        found.pop()  # "in the two months since the assault began"
        e = e if e.first else replace(e, first=last.first, precision=last.precision)
    elif _is_over(lower, last, e):
        found.pop()  # "in the four months of fighting in 2017"
    found.append(e)


def _range(opened: Expression, closed: Expression) -> Expression:
    """ "From 6 June to 17 October 2017": one period."""
    first = in_time_for(opened.first, closed.last) if opened.first and closed.last else opened.first
    return replace(opened, end=closed.end, kind="range", first=first, last=closed.last)


def _is_drawn_out(match: re.Match[str], days: Days, anchor: dt.date | None) -> bool:
    """Whether "in the battle" tells of all the weeks of it: of one long begun, in a tense that counts."""
    if match["war"]:
        return COUNTS.search(match.string, max(0, match.start() - NEAR), match.start()) is not None
    if days.first is None or anchor is None:
        return match["all"] is not None
    said = match[0].startswith("during") or match["all"] or COUNTS.search(match.string, max(0, match.start() - NEAR), match.start())
    return bool(said) and anchor - days.first > WEEK


def _opens(sentence: Sentence, kind: str, match: re.Match[str], days: Days, dated: int) -> bool:
    """Whether an expression opens a period that runs on ("since", "launched on ... has"); a "since" before ``dated`` is another's."""
    start, anchor = match.start(), anchor_of(sentence.document)
    left = max(0, start - NEAR)
    if kind in OPENS or match[0].startswith("since"):
        return True
    if SINCE.search(sentence.lower, max(left, dated), start) and not match[0].endswith(("'s", "’s")):
        return True  # but not "the dead from Monday's raid"
    goes_on = PERFECT.search(sentence.lower, match.end()) is not None
    if kind == "nth":
        return goes_on
    weeks = anchor is not None and days.first is not None and anchor - days.first > WEEK
    goes_on = goes_on or DRAWN_OUT.search(sentence.lower, left, start) is not None
    goes_on = goes_on or (weeks and CAMPAIGN.search(sentence.lower, left, start) is not None)
    return goes_on and LAUNCHED.search(sentence.lower, left, start) is not None


def _names_start(lower: str, opened: Expression, e: Expression) -> bool:
    """Whether a day is that of the event from which the expression before counts, and says more than is known of it."""
    if opened.kind != "saga" or e.first is None or CLAUSE_END.search(lower, opened.end, e.start):
        return False
    return opened.first is None or not e.first <= opened.first <= (e.last or e.first)


def _is_over(lower: str, span: Expression, e: Expression) -> bool:
    """Whether a duration right before is one of the days told, long before those on which it would end if it ended now."""
    over = span.kind in ("span", "long") and span.first is not None and e.last is not None and e.last < span.first
    return over and OF_THEN.match(lower, span.end, e.start) is not None


@kept
def _found(sentence: Sentence) -> list[tuple[str, re.Match[str]]]:
    return list(find(sentence.lower))


def _resolve(sentence: Sentence, kind: str, match: re.Match[str], anchor: dt.date | None) -> Days:
    """What an expression fixes; those that point to a start named elsewhere in the article take it from there."""
    document = sentence.document
    if anchor is None or kind not in FROM_A_START:
        return resolve(kind, match, anchor)
    if kind == "opening":
        days, began = resolve(kind, match, anchor), start_of_campaign(document)
        return Days(began, min(began + (days.last - days.first), anchor), days.precision) if began and days.first and days.last else days
    if kind == "long" and (lasted := _days_of_battle(document)):
        return lasted
    if kind == "long":
        days = resolve(kind, match, anchor)
        if WAR.search(match[0]) and days.first and abs(days.first - WAR_START) <= YEAR:
            return Days(WAR_START, anchor, "year")
        return days._replace(first=start_of_campaign(document) or days.first)
    if kind == "nth":
        named = next((resolve(k, m, anchor).first for k, m in _found(sentence) if k in ("weekday", "date")), None)
        return resolve(kind, match, named or anchor)
    if kind == "saga" and WAR.search(match.string[max(0, match.start() - 60) : match.end()]):
        return Days(WAR_START, anchor, "year")
    if tally := _tally(document):
        first, _ = month_named(tally["m1"], "", tally["y1"], anchor)
        return Days(first, month_named(tally["m2"], "", tally["y2"], anchor)[1], "month")
    began = None if kind == "campaign" and match["war"] else start_of_campaign(document)
    return Days(began, anchor, "day" if began else "unknown")


@kept
def _days_of_battle(document: Document) -> Days | None:
    """The months over which the article says that its battle lasted: "the battle, which lasted from May to July"."""
    anchor = anchor_of(document)
    told = ((s, kind, m) for s in document.sentences if s.says(DRAWN_OUT) for kind, m in _found(s) if kind == "months")
    days = (resolve(kind, m, anchor) for s, kind, m in told if RAN.search(s.lower, 0, m.start()))
    return next((d for d in days if d.first), None)


@kept
def _tally(document: Document) -> re.Match[str] | None:
    return TALLY.search(document.lower)


def _is_of_speech(lower: str, match: re.Match[str]) -> bool:
    """The day is that of saying so: it follows the verb of speech in its clause, or stands right before it; not "said Sunday's raid"."""
    if match[0].endswith(("'s", "’s")):
        return False
    before = BEFORE_DAY.sub("", lower[max(0, match.start() - 80) : match.start()].rstrip()).rstrip()
    return SAYS.search(CLAUSE.split(before)[-1].strip()) is not None or SAYS_AFTER.match(lower, match.end()) is not None


@kept
def start_of_campaign(document: Document) -> dt.date | None:
    """The day on which the article says that its offensive or campaign began; None where it does not."""
    anchor = anchor_of(document)
    starts: list[tuple[int, bool, dt.date]] = []
    for sentence in document.sentences:
        lower = sentence.lower
        if not sentence.says(CAMPAIGN):
            continue
        for kind, match in _found(sentence):
            if kind not in NAMES_A_START:
                continue
            near = lower[max(0, match.start() - 90) : match.end() + 50]
            day, _, precision = _resolve(sentence, kind, match, anchor)
            if day and CAMPAIGN.search(near) and (kind == "nth" or (STARTS.search(near) and not _is_of_speech(lower, match))):
                starts.append((FINENESS.index(precision), kind != "date", day))
    return min(starts, key=lambda start: start[:2])[2] if starts else None
