"""The country that the sentences before have told of, for a sentence that names no place in it."""

import re

from analysis.extraction.claim import HARMS
from analysis.extraction.where.asked import Asked
from analysis.extraction.where.candidates import candidates, inside_a_country, is_at_war
from analysis.extraction.where.countries import opens_with
from analysis.extraction.where.focus import OPENING, both_countries, national, theatre
from analysis.extraction.where.gazetteer import Place
from analysis.extraction.where.mentions import mentions
from analysis.extraction.where.named_before import NAMED_BEFORE, THERE
from analysis.extraction.where.nations import of_a_people, peoples
from analysis.extraction.where.wide_places import COUNTED_UP

THEY = frozenset("they it its their these those".split())
ITS_STRIKES = re.compile(
    r"\W*(?:its|their|these|those) (?:[\w-]+ ){0,2}(?:strikes|airstrikes|raids|bombing|bombardment|campaign|attacks)\b"
)
SOIL = r"\bon (PEOPLE) (?:soil|territory|ground)\b"
# What is counted of a campaign, and of no one attack
REPORTED = re.compile(r"\b(?:allegations|monthly report|civilian (?:death )?(?:toll|deaths|casualties)|assessed|credible)\b")
IN_THE_COUNTRY = re.compile(r"\b(?:in|across|around) the country\b(?! of|[’'])")
ALSO_HARMED = re.compile(r"\balso (?:died|killed|wounded|injured|been killed|been displaced)\b")


def of_the_opening(asked: Asked) -> Place | None:
    """The country that the sentence before opens with, or is about for "there": "Iraq's jails are crowded. ... held there"."""
    sentence = asked.sentence
    if not sentence.index:
        return None
    before = asked.document.sentences[sentence.index - 1]
    if not sentence.says(THERE):
        goes_on = sentence.words[0] in THEY and before.paragraph == sentence.paragraph
        return (opens_with(before) or (national(before) if sentence.says(ITS_STRIKES) else None)) if goes_on else None
    here = candidates(before)
    return here[0].place if here and not inside_a_country(here) and not here[0].place.abroad else None


def of_both_in_the_opening(asked: Asked) -> Place | None:
    """ "It has killed 1,257 civilians in Iraq and Syria. ... It found six of 50 allegations credible, resulting in 67 deaths": both
    countries, of which a running total in the opening of the article is."""
    if asked.measure not in HARMS or asked.inside or not asked.sentence.says(REPORTED):
        return None
    opening = (s for s in asked.document.sentences[:OPENING] if s.index < asked.sentence.index)
    return next((both for s in opening if (both := both_countries(asked.document, candidates(s)))), None)


def in_the_country(asked: Asked) -> Place | None:
    """ "On Iraqi soil", and "Iraq declared victory. It still has 3,000 fighters in the country": of a force."""
    sentence = asked.sentence
    if asked.measure != "remaining":
        return None
    lexicon = asked.document.lexicon
    if soil := of_a_people(SOIL, lexicon).search(sentence.lower):
        return peoples(lexicon)[soil[1]]
    near = asked.document.sentences[max(0, sentence.index - 1) : sentence.index + 1] if sentence.says(IN_THE_COUNTRY) else []
    told = [m.place for s in near for m in mentions(s) if is_at_war(m)]
    return told[-1] if len(set(told)) == 1 else theatre(asked.document) if near and not told else None


def of_the_nation(asked: Asked) -> Place | None:
    """ "Violence killed 2,417 Iraqis in June. More than a million have been uprooted since January": of the whole country too."""
    sentence = asked.sentence
    if asked.measure not in (*HARMS, "displaced") or not sentence.index or asked.inside:
        return None
    if sentence.says(THERE) or sentence.says(NAMED_BEFORE):
        return None
    before = asked.document.sentences[sentence.index - 1]
    same = before.paragraph == sentence.paragraph and sentence.says(COUNTED_UP)
    return national(before) if same or sentence.says(ALSO_HARMED) else None
