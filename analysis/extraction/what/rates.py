"""Numbers of people by the day, the week or the month, which are no claims."""

from analysis.extraction.counted import Counted
from analysis.extraction.what.clauses import BREAKS

SPANS = ("day", "night", "week", "month")
RATES = frozenset((*((word, span) for span in SPANS for word in ("a", "per", "each", "every")), ("a", "year"), ("daily",), ("times",)))
SPANNING = ("in", "over", "within", "for", "after", "about", "under", "than")  # "killed in a week of bombing", "infants under a year old"
EACH_REACH = 10  # ... and "each day"
RATE_REACH = 6  # words behind a number's noun in which a rate shows
EARLIER = (["after"], ["before"], ["earlier"], ["later"], ["ago"])


def is_rate(counted: Counted) -> bool:
    """ "Dozens a day", "20 leave per week", "in groups of ten": no claim; "a day earlier" is no rate."""
    words = counted.quantity.sentence.words
    if words[max(0, counted.first - 2) : counted.first] in (["groups", "of"], ["batches", "of"]):
        return True
    for i in range(counted.last, min(counted.last + EACH_REACH, len(words))):
        if words[i] in BREAKS or words[i] in (",", "who", "that", "which", "growing", "rising"):
            return False
        for end in (i + 1, i + 2):
            near = i < counted.last + RATE_REACH or words[i] in ("each", "every", "per")
            if tuple(words[i:end]) in RATES and near and (i == counted.last or (words[i] != "times" and words[i - 1] not in SPANNING)):
                return words[end : end + 1] not in EARLIER
    return False
