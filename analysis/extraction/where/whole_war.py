"""Whether a sentence tells of the whole war, so that its dead are of no one town."""

import datetime as dt
import re

from analysis.extraction.sentences import Document, Sentence, kept
from analysis.extraction.when.expressions import anchor_of, expressions
from analysis.extraction.where.candidates import places_told
from analysis.extraction.where.named_before import NAMED_BEFORE, THERE

WAR_BEGAN = re.compile(
    r"\b(?:(?:since|start of|beginning of|outbreak of) (?:the |an? |its |their )?(?:\S+ ){0,3}"
    r"(?:war|conflict|uprising|crisis|revolution)\b(?! monitor)"
    r"|(?:war|conflict|uprising|crisis|revolution|(?:battle|fight|campaign) against\b[^,;.]{0,40})\b[^,;.]{0,30}"
    r"\b(?:since|began|erupted|broke out)\b"
    r"|\b(?:cjtf|inherent resolve|coalition (?:has )?(?:assess|acknowledg|admit|conced|confirm)\w*)\b[^;.]{0,100}"
    r"\bsince the (?:start|beginning|launch) of (?:the|its) (?:air |anti-is )?(?:operation|campaign)s?\b(?! in\b))"
)
IN_THE_WAR = re.compile(
    r"\b(?:killed|lost|died|fallen|fell|perished|deaths|dead|wounded|casualties|losses|lives)\b"
    r"(?:[^,;.]|,\d){0,40}\bin (?:the|its|syria[’']?s|iraq[’']?s|\w+ years of) (?:[\w-]+ )?(?:war|conflict)\b"
    r"|\b(?:ongoing|civil) (?:war|conflict) (?:killing|claimed|claiming)\b"
    r"|(?<!of )\b(?:war|conflict) (?:killed|claimed|displaced|uprooted)\b"
    r"|\b(?:war|conflict)\b[^;.]{0,30}\b(?:has|have) (?:\w+ )?(?:killed|claimed|cost|left|displaced|uprooted|driven|forced)\b"
)
LONG = dt.timedelta(days=500)
ATTRIBUTE = re.compile(r"\b(?:wanted|held|missing|divided|besieged|siege|control\w*|who|which|that|since (?:it|they)) [^;.]{0,40}$")
COMPARED = re.compile(r"\b(?:worst|deadliest|bloodiest|heaviest|highest|biggest|first)\b[^,;.]{0,80}\bsince\b")
INHABITANTS = re.compile(r"\b(?:countr(?:y|ys|y[’']s)|syria[’']?s|iraq[’']?s) (?:pre-?war )?(?:population|people|inhabitants)\b")


@kept
def is_of_the_war(sentence: Sentence) -> bool:
    """ "Since the conflict began", "since 2014", "lost in the war", "half the country's population"; not "which monitors the war"."""
    if sentence.says(INHABITANTS):
        return True
    return not sentence.says(COMPARED) and (sentence.says(WAR_BEGAN) or sentence.says(IN_THE_WAR) or _is_of_years(sentence))


def _is_of_years(sentence: Sentence) -> bool:
    """ "Since 2014": a total over so long is no town's, where none is meant; not "wanted since 2014"."""
    anchor = anchor_of(sentence.document)
    if anchor is None or sentence.says(NAMED_BEFORE) or sentence.says(THERE):
        return False
    long = [e for e in expressions(sentence) if e.since and e.first and e.kind != "saga" and anchor - e.first > LONG]
    return any(not ATTRIBUTE.search(sentence.lower, 0, e.start) for e in long)


def goes_on_with_the_war(document: Document, sentence: Sentence) -> bool:
    """ "Some 11,000 have been killed since 2014. More than 21,000 were wounded": without a place or a day of its own."""
    if not sentence.index or any(not e.speech for e in expressions(sentence)):
        return False
    before = document.sentences[sentence.index - 1]
    return before.paragraph == sentence.paragraph and not places_told(before) and is_of_the_war(before)
