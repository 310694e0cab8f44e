"""Words for days: the time expressions of English news prose."""

import re
from collections.abc import Iterator

from analysis.extraction.lexicon import built_in

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
WEEKDAYS = {"monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # the first month
TENS, ONES = ({r["term"]: int(r["value"]) for r in built_in().rows("numbers") if r["kind"] == kind} for kind in ("ten", "unit"))
NUMBERS = {**TENS, **ONES, "a": 1, "an": 1, "couple": 2, "couple of": 2, "few": 3, "several": 3, "recent": 3}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12,
}  # fmt: skip
UNITS = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30.4, "year": 365.25}  # days
WAR = re.compile(r"\b(?:war|conflict|uprising|crisis|revolution)\b")


def _either(words: dict[str, int]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


MONTH = _either(MONTHS) + r"\b\.?+"
WEEKDAY = _either(WEEKDAYS)
NUMBER = rf"(?:{_either(TENS)}[- ]{_either(ONES)}|{_either(NUMBERS)}|\d+)"
ORDINAL = rf"(?:{_either(ORDINALS)}|\d+(?:st|nd|rd|th))"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_TO = r"(?: (?:and|to|until) (?:the )?|\s?[-–]\s?)"
_YEAR = r"(?:19|20)\d\d"
_IN_YEAR = rf"(?:,? (?:of )?(?P<year>{_YEAR}|last year|this year))?(?!\s*[0-3]?\d\b(?!,\d))"  # "early December 44,000 fled"
_THE_WAR = r"(?:war|conflict|fighting|campaign|offensive|operation|battle)"
_FIGHTING = r"(?:fighting|clashes|bombardment|bombing|shelling|(?:air )?strikes|airstrikes|battles?|violence|attacks|raids)"
DATE = (
    rf"(?P<m1>{MONTH})\s+(?P<d1>{_DAY})(?:,?\s*(?P<y1>{_YEAR})|,? (?:of )?(?P<back1>last year)\b)?(?!\d)"
    rf"|(?P<d2>{_DAY})(?:\s+of)?\s+(?P<m2>{MONTH})(?:,?\s*(?P<y2>{_YEAR})|,? (?:of )?(?P<back2>last year)\b)?"
    rf"|(?P<iso>{_YEAR}-\d\d-\d\d)|(?P<d3>\d{{1,2}})[./-](?P<m3>\d{{1,2}})[./-](?P<y3>{_YEAR})"
)
# Kind and pattern, the first that matches at a place wins; all begin at a word's edge.
EXPRESSIONS = (
    ("ago", rf"(?:(?:about|around|some|nearly|almost) )?(?P<n>{NUMBER}) (?P<unit>day|week|month|year)s? ago\b"),
    (
        "earlier",
        rf"(?P<n>{NUMBER}) (?P<unit>day|week|month|year)s? (?:earlier|before)\b(?! that)|the previous (?:day|night|evening)\b"
        r"|the (?:day|night|evening) before\b",
    ),
    ("after", rf"(?<!for )(?:(?:just|only|less than|about|some) )?(?P<n>{NUMBER}) (?P<unit>hour|day|week|month)s? after\b"),
    (
        "part_of",
        r"(?:(?:in|during|over) )?(?:the )?(?P<nth>first|opening|second|third|last|final|closing) "
        rf"(?:(?P<n>{NUMBER}) )?(?P<unit>days?|weeks?|half) of (?:the )?"
        rf"(?:(?P<month>{MONTH}){_IN_YEAR}|(?P<this>this |last )?(?P<whole>month|week)\b)",
    ),
    (
        "span",
        r"(?!in (?:a|one) (?!week\b|month\b)|in (?:just|only) one day\b|for (?!the (?:past|last|previous)))"
        r"(?:in|over|during|for|within|of) (?:the )?"
        r"(?:(?:past|last|previous|preceding) )?"
        r"(?:(?:almost|nearly|about|more than|less than|just over|just|only|barely|under|over|some|around) )?"
        rf"(?P<n>{NUMBER})[- ](?P<unit>hour|day|week|month|year)s?\b(?! ago|[- ]old| (?:civil )?war\b)",
    ),
    ("span", rf"(?P<n>{NUMBER}) (?P<unit>day|week|month)s? of (?=(?:[\w-]+ ){{0,4}}{_FIGHTING}\b)"),
    ("span", rf"(?:lasted|lasting|went on for|raged for) (?:(?:almost|nearly|about|some) )?(?P<n>{NUMBER}) (?P<unit>day|week|month)s?\b"),
    (
        "span",
        rf"(?:for )?(?P<n>{NUMBER}) "
        r"(?:(?:straight|consecutive|successive) (?P<unit>day|week|month)s\b|(?P<unit2>day|week|month)s (?:running|in a row)\b)",
    ),
    ("span", rf"(?:the )?(?:past|last) (?P<n>{NUMBER}) (?P<unit>hour|day|week|month|year)s?\b"),
    (
        "long",
        rf"(?P<n>{NUMBER})-(?P<unit>week|month|year)s?(?:-long)? (?:\w+[- ]){{0,3}}"
        r"(?:offensive|campaign|battle|siege|war|operation|assault)\b",
    ),
    ("long", r"(?P<n>)(?P<unit>week|month|year)-long (?:\w+[- ]){0,3}(?:offensive|campaign|battle|siege|operation|assault)\b"),
    ("opening", rf"(?:in|over|during|for) (?:its|the|their) first (?:(?P<n>{NUMBER}) )?(?P<unit>day|week|month)s?\b(?! of)"),
    (
        "nth",
        rf"(?<!past )(?:the|its|their|a|an) (?!first)(?P<nth>{ORDINAL}) (?:straight |consecutive |successive )?(?P<unit>day|week|month)\b"
        rf"(?:(?! of\b)|(?= of (?:[\w-]+ ){{0,4}}(?:{_THE_WAR}|{_FIGHTING}|assault|siege)\b))",
    ),
    ("months_of", rf"the first (?P<n>{NUMBER}) months of (?:(?:the|this) year|(?P<year>{_YEAR}|last year))\b"),
    ("half", rf"the (?P<nth>first|second) half of (?:the year|this year|(?P<year>{_YEAR}|last year))\b"),
    ("recent", r"(?:in|over|during) (?:the )?(?:past|last|recent) (?P<span>few hours|few days|few weeks|hours|days|weeks|months)\b"),
    (
        "past",
        r"(?:(?:in|over|during) (?:(?:the|this) (?:past|last)|past)|this (?:past|last)) (?P<unit>day|week|month|year)\b"
        r"|(?:during|over) the week\b(?! (?:of|to|end))",
    ),
    ("day_of", rf"(?:on )?the (?P<nth>{ORDINAL}) of (?P<this>this|last) month\b"),
    ("up_to", rf"(?:in|during|over) the (?P<unit>week|month|year) (?:to|ending|ended|until)(?: on)? (?:{DATE})"),
    (
        "months",
        rf"(?:between|from|in) (?:(?P<part>early|late|mid)[- ])?(?P<month>{MONTH})(?: (?P<year1>{_YEAR}))? (?:and|to|until|through)"
        rf" (?:(?P<part2>early|late|mid)[- ])?(?P<month2>{MONTH}){_IN_YEAR}(?! (?:have|be)\b)",
    ),
    (
        "weekdays",
        rf"(?:overnight )?(?:(?:between|from) )?(?P<day>{WEEKDAY})(?: night)? (?:and|to|until|through)"
        rf" (?:(?:early|late) )?(?P<day2>{WEEKDAY})\b(?![’'])",
    ),
    (
        "start_of",
        r"(?:since|(?<!dates )(?<!dated )from) (?:the |last )?"
        rf"(?:(?P<part>early|late|mid|beginning of|start of|middle of|end of)[- ]?)?(?P<month>{MONTH}){_IN_YEAR}",
    ),
    (
        "days",
        rf"(?:(?:between|from) )?(?:the )?(?:(?P<from>{_DAY}){_TO}(?P<to>{_DAY})(?: of)? (?P<month>{MONTH})"
        rf"|(?:(?<=between )|(?!{MONTH} {_DAY} and ))(?P<month2>{MONTH}) (?P<from2>{_DAY}){_TO}(?P<to2>{_DAY})\b){_IN_YEAR}",
    ),
    ("date", rf"(?:{WEEKDAY},? (?:the )?)?(?:{DATE})"),
    (
        "month",
        r"(?:in|of|during|throughout|this|last|by|from) (?P<part>early|late|mid|the (?:beginning|start|end|middle) of)?[- ]?"
        rf"(?P<month>{MONTH}){_IN_YEAR}",
    ),
    (
        "month",
        rf"(?:the|an?) (?P<part>early |late )?(?P<month>{MONTH})(?: (?P<year>{_YEAR}))?"
        r"(?= (?:[^\W\d][\w-]* ){0,2}(?:bombing|attack|strike|raid|massacre|assault|offensive|blast|ambush)s?\b)",
    ),
    ("month", rf"(?P<part>early|late|mid|the middle of|the end of|the start of|the beginning of|end of)[- ](?P<month>{MONTH}){_IN_YEAR}"),
    (
        "month",
        rf"(?P<month>{MONTH})(?P<part>)(?: (?P<year>{_YEAR}))?"
        r"(?= (?:was|is|has been) (?:by far )?the (?:second |third )?(?:\w+est|worst|most \w+) month\b)",
    ),
    ("weekday_week", rf"(?P<day>{WEEKDAY})s?(?:,| of| last)? (?:of )?last week\b|last week'?s? (?P<day2>{WEEKDAY})s?\b"),
    ("weekday", rf"(?:(?:late|early) )?(?:last )?(?P<day>{WEEKDAY})s?\b(?:[’'](?:s\b)?)?"),
    (
        "relative",
        r"(?:yesterday|today|overnight|tonight|this morning|this evening|last night|hours earlier"
        r"|earlier in the (?:day|week)|earlier this (?:week|month|year)"
        r"|(?:(?:early|late) )?(?:last|this) (?:week|month|year)|the (?:previous|preceding) (?:week|month|year)|since (?:dawn|midnight)"
        r"|(?:(?:over|at) )?the weekend|last weekend"
        r"|(?:since )?the (?:start|beginning|turn) of (?:the|this) (?:week|month|year)|since the (?:week|month|year) began)\b",
    ),
    (
        "season",
        r"(?:in|since|over|during|this|last|from) (?:the )?(?:(?:early|late) )?"
        rf"(?P<season>spring|summer|autumn|winter|fall(?= (?:of )?20))\b(?: (?:of )?(?P<year>{_YEAR}|last year|this year))?",
    ),
    (
        "peak",
        r"at (?:its|their|the) (?:peak|height|strongest|zenith)\b|once (?:master|controlled|ruled|held)\b",
    ),
    ("years", rf"(?:in|between|from|during) (?P<year>{_YEAR}) (?:and|to|until) (?P<year2>{_YEAR})\b"),
    ("year", rf"(?:in|since|of|from|during|late|early|by|until|mid-)\s*(?P<year>{_YEAR})\b"),
    (
        "saga",
        rf"since (?!(?:last |late |early |mid-?)?(?:{WEEKDAY}|{MONTH}))(?:the )?"
        r"(?:(?:start|beginning|outbreak|launch|onset) of )?(?:the |its |their |syria[’']?s? |a )?(?:(?!to\b)\w+[- ]){0,3}?"
        r"(?:offensive|campaign|operation|battle|assault|war|conflict|fighting|uprising|crisis|push|revolution|truce|ceasefire)\b"
        rf"|since (?!(?:{WEEKDAY}|{MONTH}) )(?:(?!when\b)[^\W\d][\w’'-]* ){{1,5}}?"
        r"(?:entered|invaded|launched|took|captured|seized|fell|tightened|broke|collapsed|retook|lost|reopened"
        r"|imposed|began|started|erupted|flared|escalated|intensified|resumed)\b"
        rf"|after (?:it|they|the {_THE_WAR}) (?:began|started|erupted|broke out|flared|was launched|got under way)\b"
        r"|the start of the (?:offensive|campaign|operation|war|conflict)\b",
    ),
    ("so_far", r"(?:so far|to date|thus far|until now|up to now)\b"),
    (
        "campaign",
        r"(?:during|(?P<all>throughout|in the course of|in(?= the whole))) (?:(?:the|its|their|this) )?(?:[\w-]+ ){0,2}?"
        r"(?:offensive|campaign|operation|battle|siege|fight)\b"
        r"|in the (?P<war>war|fight|battle|campaign) (?:on|against)\b"
        r"|in (?:the|its|their|this) (?:[\w-]+ ){0,2}?(?:offensive|campaign|operation|battle|siege|fight)\b",
    ),
    (
        "since_then",
        r"since (?:then|that (?:day|date|time))\b|(?:(?<=have )|(?<=has ))since (?=been (?!found)|died|killed|left|fled|lost|dug"
        r"|spread|spilled)",
    ),
    ("that_day", r"(?:that|the same) (?:(?:same|very) )?(?:day|night|morning|evening)\b"),
    ("that_month", r"(?:that|the same) month\b|(?:in|during|over) the month\b"),
    (
        "later",
        rf"the (?:next|following) (?:day|night|morning)\b|(?P<n>{NUMBER}) (?P<unit>day|week|month)s? (?:later|afterwards)\b"
        rf"|(?:in|over|during) the (?:next|following) (?P<n2>{NUMBER}) (?P<unit2>day|week|month)s\b",
    ),
    ("before_that", rf"(?P<n>{NUMBER}) (?P<unit>day|week|month)s? before that\b"),
    (
        "that_period",
        r"(?:(?:in|over|during|within) )?the same (?:period|span|(?:\w+ )?(?:days|weeks|months))\b"
        r"|(?:in|over|during|within) (?:that (?:period|time|span)|those (?:\w+ )?(?:days|weeks|months))\b",
    ),
)
# An empty group behind each tells which it was; around it, it would be opened at every word.
FINDER = re.compile(r"\b(?=\w)(?:" + "|".join("(?:" + re.sub(r"\?P<\w+>", "?:", pattern) + ")()" for _, pattern in EXPRESSIONS) + ")")
READERS = [re.compile(pattern) for _, pattern in EXPRESSIONS]


def find(lower: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Kind and match of every time expression of a text in lower case, from left to right."""
    for found in FINDER.finditer(lower):
        index = (found.lastindex or 1) - 1
        match = READERS[index].match(lower, found.start())
        if match:
            yield EXPRESSIONS[index][0], match
