"""What a page that has lost its lines leaves among its sentences: byline, title, keywords, counters and credits of photographs."""

import re

from analysis.extraction.when.calendar_words import DAY_OF_MONTH, MONTH, YEAR

# "Air raids kill 18 in Aleppo Monitor AFP Saturday 16 Jul 2016 Air raids on ..."
BYLINE = re.compile(
    r"\b(?:AFP|AP|Reuters|Xinhua|dpa|DPA|Agencies)(?: and Agencies)?"
    r" (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d{1,2} [A-Z][a-z]{2,8} (?:19|20)\d\d\b"
)
OPENING = 300  # characters in which a byline and a title stand
# Not a title that is only the beginning of the first sentence, or of one that names its source: "(: state) TV".
TITLE_END = re.compile(r"[.!?]*(?=\s+[\"“‘'(\[]?(?!TV\b|NGO\b)[A-Z0-9])")
# "Tags Syria Aleppo siege SOHR An air raid on ...": up to what opens a sentence
_OPENS = (
    r"(?:An?|The|In|On|At|As|By|It|More|Some|Nearly|Up|Around|About|Over|Dozens|Scores|Hundreds|Thousands|One|Two|Three|Four|Five|Six|Seven"
    r"|Eight|Nine|Ten|Eleven|Twelve|[A-Z][a-z]+teen|Twenty|\d+)\s"
)
_TELLS = r"(?:has|have|had|was|were|is|are|on|in|by|at|from|to|that|who|which|said|says|say)\b"
KEYWORDS = (
    rf"\bTags\s+(?:(?!{_OPENS}|{_TELLS})[\w’'.&-]+\s+){{1,30}}?"
    rf"(?={_OPENS}|[A-Z][\w’'-]*(?:\s+(?!{_TELLS})[a-z][\w’'-]*){{0,4}}\s+{_TELLS}\s)"
)
# "Get short URL 0 54", "Get short URL Topic War in Syria (180) 1730", "Print Tweet Views 729": how often a page was shared and read
COUNTERS = r"(?:Get short URL(?: Topic [^()]{1,100}\(\d+\))?(?: 0)*|\b(?:Views|Shares?)) \d[\d,]*"
# "(Reuters Photo)", "(TRT World and Agencies)": a credit that ends its caption
CREDIT = r"\((?:[A-Z][\w. ]{1,30} and Agencies|[A-Z]\w{1,15} Photo|Photo [A-Z]\w{1,15}|[A-Z]\w{1,15} Archive)\)(?=\s+[A-Z])"

# "Men walk near a damaged building in Aleppo May 26 2016.": when a photograph was taken, without the preposition of a sentence
TAKEN_ON = re.compile(rf"(?P<before>[\w’'-]+),?\s+(?:{MONTH} {DAY_OF_MONTH},? |{DAY_OF_MONTH} {MONTH} ){YEAR}\W*$")
_DATED = re.compile(r"(?:on|in|of|by|from|to|and|since|until|before|after|beyond|dated|published|updated|\w+day)")


def is_caption(text: str) -> bool:
    """Whether a sentence, in lower case, is what stands under a photograph: it ends with a day that nothing leads up to."""
    taken = TAKEN_ON.search(text, max(0, len(text) - 60))
    return taken is not None and _DATED.fullmatch(taken["before"]) is None


def byline_end(text: str) -> int:
    """Where the byline ends that parts the headline of a text from its lead; 0 where there is none."""
    byline = BYLINE.search(text, 0, OPENING)
    return byline.end() if byline else 0


def title_end(text: str, title: str | None) -> int:
    """Where the title ends with which a text opens; 0 where it opens with none."""
    at = text.find(title, 0, OPENING) if title else -1
    end = TITLE_END.match(text, at + len(title or "")) if at >= 0 else None
    return end.end() if end else 0
