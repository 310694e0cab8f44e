"""The kinds of time expressions: how each is worded, what days it fixes, and what the rules of dating ask of it."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from enum import Flag, auto

from analysis.extraction.when import fixed_days
from analysis.extraction.when.calendar_days import IS_PEAK, UNKNOWN, Days
from analysis.extraction.when.calendar_words import (
    DATE,
    DAY_OF_MONTH,
    FIGHTING,
    IN_YEAR,
    MONTH,
    NUMBER,
    ORDINAL,
    THE_WAR,
    TO,
    WEEKDAY,
    YEAR,
)


class Trait(Flag):
    """What the rules of dating ask of a kind."""

    NONE = 0
    NAMES_A_DAY = auto()  # a day of the calendar or of the week
    SEVERAL_DAYS = auto()
    CARRIED_ON = auto()  # of days that the next sentence may still be about
    LENGTH = auto()  # says how long, and not since when
    OPENS = auto()  # a period that runs on
    NAMES_A_START = auto()  # may name the day on which a campaign began
    FROM_A_START = auto()  # counts from a start that is named elsewhere in the article
    LOOKS_BACK = auto()  # at how things once stood
    POINTS_BACK = auto()  # at a day or a period told before
    NEEDS_A_DAY = auto()  # says nothing where no day was told before
    AHEAD = auto()  # what follows it is of that day, and not what stands before
    WEAK = auto()  # says less than a day beside it


class Kind:
    """A kind of time expression, with the days that it fixes, or how its match and the day of writing tell them."""

    def __init__(self, name: str, days: Days | Callable[[re.Match[str], dt.date], Days], traits: Trait, *patterns: str) -> None:
        self.name, self.days, self.traits, self.patterns = name, days, traits, patterns


# The first whose pattern matches at a place wins; all patterns begin at a word's edge.
KINDS = (
    Kind(
        "ago",
        fixed_days.before,
        Trait.LOOKS_BACK,
        rf"(?:(?:about|around|some|nearly|almost) )?(?P<n>{NUMBER}) (?P<unit>day|week|month|year)s? ago\b",
    ),
    Kind(
        "earlier",
        fixed_days.before,
        Trait.NONE,
        rf"(?P<n>{NUMBER}) (?P<unit>day|week|month|year)s? (?:earlier|before)\b(?! that)|the previous (?:day|night|evening)\b"
        r"|the (?:day|night|evening) before\b",
    ),
    Kind(
        "into",
        fixed_days.before,
        Trait.OPENS | Trait.NAMES_A_START,
        rf"(?P<n>{NUMBER}) (?P<unit>day|week|month)s? (?:into|after the (?:start|beginning|launch|outbreak) of)"
        rf" (?:the |its |their |an? )?(?:[\w-]+ ){{0,3}}?(?:{THE_WAR}|assault|siege)\b",
        rf"(?P<n>{NUMBER})-(?P<unit>day|week|month)-old (?:[\w-]+ ){{0,2}}?(?:{THE_WAR}|assault|siege)\b",
    ),
    Kind(
        "after",
        fixed_days.before,
        Trait.AHEAD | Trait.POINTS_BACK,
        rf"(?<!for )(?:(?:just|only|less than|about|some) )?(?P<n>{NUMBER}) (?P<unit>hour|day|week|month)s? after\b",
    ),
    Kind(
        "part_of",
        fixed_days.part_of,
        Trait.SEVERAL_DAYS | Trait.CARRIED_ON,
        r"(?:(?:in|during|over) )?(?:the )?(?P<nth>first|opening|second|third|last|final|closing) "
        rf"(?:(?P<n>{NUMBER}) )?(?P<unit>days?|weeks?|half) of (?:the )?"
        rf"(?:(?P<month>{MONTH}){IN_YEAR}|(?P<this>this |last )?(?P<whole>month|week)\b)",
    ),
    Kind(
        "span",
        fixed_days.span,
        Trait.SEVERAL_DAYS | Trait.CARRIED_ON | Trait.LENGTH,
        r"(?!in (?:a|one) (?!week\b|month\b)|in (?:just|only) one day\b|for (?!the (?:past|last|previous)))"
        r"(?:in|over|during|for|within|of) (?:the )?"
        r"(?:(?:past|last|previous|preceding) )?"
        r"(?:(?:almost|nearly|about|more than|less than|just over|just|only|barely|under|over|some|around) )?"
        rf"(?P<n>{NUMBER})[- ](?P<unit>hour|day|week|month|year)s?\b(?! ago|[- ]old| (?:civil )?war\b)",
        rf"(?P<n>{NUMBER}) (?P<unit>day|week|month)s? of (?=(?:[\w-]+ ){{0,4}}{FIGHTING}\b)",
        rf"(?:lasted|lasting|went on for|raged for) (?:(?:almost|nearly|about|some) )?(?P<n>{NUMBER}) (?P<unit>day|week|month)s?\b",
        rf"(?:for )?(?P<n>{NUMBER}) "
        r"(?:(?:straight|consecutive|successive) (?P<unit>day|week|month)s\b|(?P<unit2>day|week|month)s (?:running|in a row)\b)",
        rf"(?:the )?(?:past|last) (?P<n>{NUMBER}) (?P<unit>hour|day|week|month|year)s?\b",
    ),
    Kind(
        "long",
        fixed_days.long,
        Trait.SEVERAL_DAYS | Trait.LENGTH | Trait.FROM_A_START,
        rf"(?P<n>{NUMBER})-(?P<unit>week|month|year)s?(?:-long)? (?:\w+[- ]){{0,3}}"
        r"(?:offensive|campaign|battle|siege|war|operation|assault)\b",
        r"(?P<n>)(?P<unit>week|month|year)-long (?:\w+[- ]){0,3}(?:offensive|campaign|battle|siege|operation|assault)\b",
    ),
    Kind(
        "opening",
        fixed_days.opening,
        Trait.SEVERAL_DAYS | Trait.CARRIED_ON | Trait.FROM_A_START,
        rf"(?:in|over|during|for) (?:its|the|their) first (?:(?P<n>{NUMBER}) )?(?P<unit>day|week|month)s?\b(?! of)",
    ),
    Kind(
        "nth",
        fixed_days.nth,
        Trait.NAMES_A_START | Trait.FROM_A_START,
        rf"(?<!past )(?:the|its|their|a|an) (?!first)(?P<nth>{ORDINAL}) (?:straight |consecutive |successive )?(?P<unit>day|week|month)\b"
        rf"(?:(?! of\b)|(?= of (?:[\w-]+ ){{0,4}}(?:{THE_WAR}|{FIGHTING}|assault|siege)\b))",
    ),
    Kind(
        "months_of",
        fixed_days.months_of,
        Trait.SEVERAL_DAYS,
        rf"the first (?P<n>{NUMBER}) months of (?:(?:the|this) year|(?P<year>{YEAR}|last year))\b",
    ),
    Kind(
        "half",
        fixed_days.half,
        Trait.SEVERAL_DAYS,
        rf"the (?P<nth>first|second) half of (?:the year|this year|(?P<year>{YEAR}|last year))\b",
    ),
    Kind(
        "recent",
        fixed_days.recent,
        Trait.SEVERAL_DAYS | Trait.LENGTH,
        r"(?:in|over|during) (?:the )?(?:past|last|recent) (?P<span>few hours|few days|few weeks|hours|days|weeks|months)\b",
    ),
    Kind(
        "past",
        fixed_days.past,
        Trait.SEVERAL_DAYS | Trait.LENGTH,
        r"(?:(?:in|over|during) (?:(?:the|this) (?:past|last)|past)|this (?:past|last)) (?P<unit>day|week|month|year)\b"
        r"|(?:during|over) the week\b(?! (?:of|to|end))",
    ),
    Kind("day_of", fixed_days.day_of, Trait.NONE, rf"(?:on )?the (?P<nth>{ORDINAL}) of (?P<this>this|last) month\b"),
    Kind(
        "up_to",
        fixed_days.up_to,
        Trait.NONE,
        rf"(?:in|during|over) the (?P<unit>week|month|year) (?:to|ending|ended|until)(?: on)? (?:{DATE})",
    ),
    Kind(
        "months",
        fixed_days.months,
        Trait.SEVERAL_DAYS,
        rf"(?:between|from|in) (?:(?P<part>early|late|mid)[- ])?(?P<month>{MONTH})(?: (?P<year1>{YEAR}))? (?:and|to|until|through)"
        rf" (?:(?P<part2>early|late|mid)[- ])?(?P<month2>{MONTH}){IN_YEAR}(?! (?:have|be)\b)",
    ),
    Kind(
        "weekdays",
        fixed_days.weekdays,
        Trait.SEVERAL_DAYS | Trait.CARRIED_ON,
        rf"(?:overnight )?(?:(?:between|from) )?(?P<day>{WEEKDAY})(?: night)? (?:and|to|until|through)"
        rf" (?:(?:early|late) )?(?P<day2>{WEEKDAY})\b(?![’'])",
    ),
    Kind(
        "start_of",
        fixed_days.month,
        Trait.OPENS | Trait.NAMES_A_START,
        r"(?:since|(?<!dates )(?<!dated )from) (?:the |last )?"
        rf"(?:(?P<part>early|late|mid|beginning of|start of|middle of|end of)[- ]?)?(?P<month>{MONTH}){IN_YEAR}",
    ),
    Kind(
        "days",
        fixed_days.days,
        Trait.SEVERAL_DAYS | Trait.CARRIED_ON,
        rf"(?:(?:between|from) )?(?:the )?(?:(?P<from>{DAY_OF_MONTH}){TO}(?P<to>{DAY_OF_MONTH})(?: of)? (?P<month>{MONTH})"
        rf"|(?:(?<=between )|(?!{MONTH} {DAY_OF_MONTH} and ))(?P<month2>{MONTH}) (?P<from2>{DAY_OF_MONTH}){TO}(?P<to2>{DAY_OF_MONTH})\b)"
        rf"{IN_YEAR}",
    ),
    Kind("date", fixed_days.date, Trait.NAMES_A_DAY | Trait.NAMES_A_START, rf"(?:{WEEKDAY},? (?:the )?)?(?:{DATE})"),
    Kind(
        "month",
        fixed_days.month,
        Trait.NAMES_A_START | Trait.LOOKS_BACK,
        r"(?:in|of|during|throughout|this|last|by|from) (?P<part>early|late|mid|the (?:beginning|start|end|middle) of)?[- ]?"
        rf"(?P<month>{MONTH}){IN_YEAR}",
        rf"(?:the|an?) (?P<part>early |late )?(?P<month>{MONTH})(?: (?P<year>{YEAR}))?"
        r"(?= (?:[^\W\d][\w-]* ){0,2}(?:bombing|attack|strike|raid|massacre|assault|offensive|blast|ambush)s?\b)",
        rf"(?P<part>early|late|mid|the middle of|the end of|the start of|the beginning of|end of)[- ](?P<month>{MONTH}){IN_YEAR}",
        rf"(?P<month>{MONTH})(?P<part>)(?: (?P<year>{YEAR}))?"
        r"(?= (?:was|is|has been) (?:by far )?the (?:second |third )?(?:\w+est|worst|most \w+) month\b)",
    ),
    Kind(
        "weekday_week",
        fixed_days.weekday_week,
        Trait.NAMES_A_DAY | Trait.NAMES_A_START,
        rf"(?P<day>{WEEKDAY})s?(?:,| of| last)? (?:of )?last week\b|last week'?s? (?P<day2>{WEEKDAY})s?\b",
    ),
    Kind(
        "weekday",
        fixed_days.weekday,
        Trait.NAMES_A_DAY | Trait.NAMES_A_START,
        rf"(?:(?:late|early) )?(?:last )?(?P<day>{WEEKDAY})s?\b(?:[’'](?:s\b)?)?",
    ),
    Kind(
        "relative",
        fixed_days.relative,
        Trait.NONE,
        r"(?:yesterday|today|overnight|tonight|this morning|this evening|last night|hours earlier"
        r"|earlier in the (?:day|week)|earlier this (?:week|month|year)"
        r"|(?:(?:early|late) )?(?:last|this) (?:week|month|year)|the (?:previous|preceding) (?:week|month|year)|since (?:dawn|midnight)"
        r"|(?:(?:over|at) )?the weekend|last weekend"
        r"|(?:since )?the (?:start|beginning|turn) of (?:the|this) (?:week|month|year)|since the (?:week|month|year) began)\b",
    ),
    Kind(
        "season",
        fixed_days.season,
        Trait.LOOKS_BACK,
        r"(?:in|since|over|during|this|last|from) (?:the )?(?:(?:early|late) )?"
        rf"(?P<season>spring|summer|autumn|winter|fall(?= (?:of )?20))\b(?: (?:of )?(?P<year>{YEAR}|last year|this year))?",
    ),
    Kind(
        "peak",
        IS_PEAK,
        Trait.LOOKS_BACK,
        r"at (?:its|their|the) (?:peak|height|strongest|zenith)\b|once (?:master|controlled|ruled|held)\b",
    ),
    Kind(
        "years",
        fixed_days.years,
        Trait.SEVERAL_DAYS | Trait.LOOKS_BACK,
        rf"(?:in|between|from|during) (?P<year>{YEAR}) (?:and|to|until) (?P<year2>{YEAR})\b",
    ),
    Kind("year", fixed_days.year, Trait.LOOKS_BACK, rf"(?:in|since|of|from|during|late|early|by|until|mid-)\s*(?P<year>{YEAR})\b"),
    Kind(
        "saga",
        UNKNOWN,
        Trait.OPENS | Trait.FROM_A_START,
        rf"since (?!then\b|(?:last |late |early |mid-?)?(?:{WEEKDAY}|{MONTH}))(?:the )?"
        r"(?:(?:start|beginning|outbreak|launch|onset) of )?(?:the |its |their |syria[’']?s? |a )?(?:(?!to\b)\w+[- ]){0,3}?"
        r"(?:offensive|campaign|operation|battle|assault|war|conflict|fighting|uprising|crisis|push|revolution|truce|ceasefire)\b"
        rf"|since (?!then\b|(?:{WEEKDAY}|{MONTH}) )(?:(?!when\b)[^\W\d][\w’'-]* ){{1,5}}?"
        r"(?:entered|invaded|launched|took|captured|seized|fell|tightened|broke|collapsed|retook|lost|reopened"
        r"|imposed|began|started|erupted|flared|escalated|intensified|resumed)\b"
        rf"|after (?:it|they|the {THE_WAR}) (?:began|started|erupted|broke out|flared|was launched|got under way)\b"
        r"|the start of the (?:offensive|campaign|operation|war|conflict)\b",
    ),
    Kind("so_far", UNKNOWN, Trait.WEAK | Trait.OPENS | Trait.FROM_A_START, r"(?:so far|to date|thus far|until now|up to now)\b"),
    Kind(
        "campaign",
        UNKNOWN,
        Trait.WEAK | Trait.OPENS | Trait.FROM_A_START,
        r"(?:during|(?P<all>throughout|in the course of|in(?= the whole))) (?:(?:the|its|their|this) )?(?:[\w-]+ ){0,2}?"
        r"(?:offensive|campaign|operation|battle|siege|fight)\b"
        r"|in the (?P<war>war|fight|battle|campaign) (?:on|against)\b"
        r"|in (?:the|its|their|this) (?:[\w-]+ ){0,2}?(?:offensive|campaign|operation|battle|siege|fight)\b",
    ),
    Kind(
        "since_then",
        UNKNOWN,
        Trait.OPENS | Trait.POINTS_BACK,
        r"since (?:then|that (?:day|date|time))\b|(?:(?<=have )|(?<=has ))since (?=been (?!found)|died|killed|left|fled|lost|dug"
        r"|spread|spilled)",
    ),
    Kind(
        "that_day", UNKNOWN, Trait.POINTS_BACK | Trait.NEEDS_A_DAY, r"(?:that|the same) (?:(?:same|very) )?(?:day|night|morning|evening)\b"
    ),
    Kind("that_month", UNKNOWN, Trait.POINTS_BACK | Trait.NEEDS_A_DAY, r"(?:that|the same) month\b|(?:in|during|over) the month\b"),
    Kind(
        "later",
        fixed_days.after,
        Trait.POINTS_BACK | Trait.NEEDS_A_DAY,
        rf"the (?:next|following) (?:day|night|morning)\b|(?P<n>{NUMBER}) (?P<unit>day|week|month)s? (?:later|afterwards)\b"
        rf"|(?:in|over|during) the (?:next|following) (?P<n2>{NUMBER}) (?P<unit2>day|week|month)s\b",
    ),
    Kind("before_that", fixed_days.before, Trait.AHEAD | Trait.POINTS_BACK, rf"(?P<n>{NUMBER}) (?P<unit>day|week|month)s? before that\b"),
    Kind(
        "that_period",
        UNKNOWN,
        Trait.OPENS | Trait.POINTS_BACK,
        r"(?:(?:in|over|during|within) )?the same (?:period|span|(?:\w+ )?(?:days|weeks|months))\b"
        r"|(?:in|over|during|within) (?:that (?:period|time|span)|those (?:\w+ )?(?:days|weeks|months))\b",
    ),
    Kind("range", UNKNOWN, Trait.SEVERAL_DAYS),  # two that are joined: "from 6 June to 17 October"
)


def _having(trait: Trait) -> frozenset[str]:
    return frozenset(kind.name for kind in KINDS if trait in kind.traits)


NAMES_A_DAY = _having(Trait.NAMES_A_DAY)
SEVERAL_DAYS = _having(Trait.SEVERAL_DAYS)
CARRIED_ON = _having(Trait.CARRIED_ON)
LENGTH = _having(Trait.LENGTH)
OPENS = _having(Trait.OPENS)
NAMES_A_START = _having(Trait.NAMES_A_START)
FROM_A_START = _having(Trait.FROM_A_START)
LOOKS_BACK = _having(Trait.LOOKS_BACK)
POINTS_BACK = _having(Trait.POINTS_BACK)
NEEDS_A_DAY = _having(Trait.NEEDS_A_DAY)
AHEAD = _having(Trait.AHEAD)
WEAK = _having(Trait.WEAK)
DAYS = {kind.name: kind.days for kind in KINDS}
READERS = [(kind.name, re.compile(pattern)) for kind in KINDS for pattern in kind.patterns]
# An empty group behind each tells which it was; around it, it would be opened at every word.
FINDER = re.compile(r"\b(?=\w)(?:" + "|".join("(?:" + re.sub(r"\?P<\w+>", "?:", reader.pattern) + ")()" for _, reader in READERS) + ")")


def find(lower: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Kind and match of every time expression of a text in lower case, from left to right."""
    for found in FINDER.finditer(lower):
        kind, reader = READERS[(found.lastindex or 1) - 1]
        if match := reader.match(lower, found.start()):
            yield kind, match


def resolve(kind: str, match: re.Match[str], anchor: dt.date | None) -> Days:
    """First and last day of an expression written on ``anchor``, and how finely it fixes them (CODEBOOK.md, dates)."""
    days = DAYS[kind]
    if isinstance(days, Days):
        return days
    anchor = anchor or _end_of_year_named(match)
    try:
        return days(match, anchor) if anchor else UNKNOWN
    except OverflowError:  # "99999 years ago"
        return UNKNOWN


def _end_of_year_named(match: re.Match[str]) -> dt.date | None:
    """The last day of the year that an expression names, which fixes it in an article without a date."""
    groups = match.groupdict()
    named = (groups.get(name) or "" for name in ("year", "y1", "y2", "iso", "y3"))
    year = next((year[:4] for year in named if year[:4].isdigit()), None)
    return dt.date(int(year), 12, 31) if year else None
