"""Numbers of wars that have nothing to do with this one (CODEBOOK.md, not claims): an uprising of 1982, an insurgency of 30 years."""

import re

from analysis.extraction.sentences import Sentence
from analysis.extraction.when.calendar_days import WAR_START
from analysis.extraction.when.expressions import expressions

SINCE_THEN = re.compile(r"[\d,]*[^,.;]{3,60} since (?:the )?19\d\d")  # "claimed 40,000 lives in Turkey since 1984"
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
OLD_CONFLICT = re.compile(
    r"\b(?:[2-9]0-year|(?:two|three|four)-decades?)(?:-(?:long|old))?(?: [\w-]+){0,2} (?:campaign|insurgency|rebellion|conflict|war)\b"
)


def is_of_another_war(sentence: Sentence, at: int) -> bool:
    """Whether what is counted at the offset ``at`` of a sentence that names no day of this war fell in one of the century before."""
    if OLD_CONFLICT.search(sentence.lower, 0, at) or SINCE_THEN.match(sentence.lower, at):
        return True
    years = YEAR.findall(sentence.lower, 0, at)
    old = bool(years) and years[-1].startswith("19")
    return old and not any(e.last and e.last >= WAR_START and not e.speech for e in expressions(sentence))
