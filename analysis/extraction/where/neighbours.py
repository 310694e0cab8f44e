"""Places in a neighbour of the countries at war: a town across the border, a country that hosts those who are counted."""

import re

from analysis.extraction.where.asked import Asked
from analysis.extraction.where.bearings import SPOKE
from analysis.extraction.where.carried_places import carried_place
from analysis.extraction.where.focus import focus_of
from analysis.extraction.where.gazetteer import Place, gazetteer
from analysis.extraction.where.governing import LOCATIVES, word_before
from analysis.extraction.where.mentions import mentions
from analysis.extraction.where.nations import of_a_people, peoples, seats
from analysis.extraction.who.sides import is_about

TOLD_A_TOWN = re.compile(r"\b(?:town|city|village|province|district) of $")
SHELTERS = re.compile(
    r"(?:,? (?:which|who|already|now|alone|itself|says it|\w+ly)){0,3}"
    r" (?:is home to|hosts?|(?:already|now) has|is (?:already )?(?:hosting|sheltering)|shelters|has taken in|houses)\b[^,;.]{0,25}"
)
BORDER_SIDE = (
    r"\b(?:on|from) the (PEOPLE) side\b"
    r"|\b(?:on|in|at) (?:the |two |several )?(PEOPLE) (?:border )?(?:towns|villages|cities)\b"
)
BORDER_WITH_IRAQ = re.compile(
    r"\b(?:pocket|enclave|cornered|holed up|last|remaining|final|hemmed in)\b[^.;]{0,80}"
    r"\b(?:iraqi (?:border|frontier)|(?:border|frontier) with (?:neighbou?ring )?iraq)\b"
)
AT_IT = frozenset(("Deir ez-Zor", "Hasakah"))  # the provinces of Syria that lie at the border with Iraq and that Islamic State held
IN_IT = re.compile(r" (?:[\w-]+ )?(?!of\b|\w+ed\b)[\w-]+ (?:in|at) (?:neighbou?ring )?")


def across_the_border(asked: Asked) -> Place | None:
    """ "Rockets at the Turkish border town of Kilis": a town of a neighbour that the sentence tells to be one."""
    sentence = asked.sentence
    for mention in asked.here:
        if mention.place.abroad and mention.place.kind != "country" and word_before(sentence, mention) in LOCATIVES:
            at, end = sentence.tokens[mention.first].start - sentence.start, sentence.tokens[mention.last - 1].end - sentence.start
            if TOLD_A_TOWN.search(sentence.lower, 0, at) and not SPOKE.match(sentence.lower, end):
                return mention.place
    return None


def side_of_the_border(asked: Asked) -> Place | None:
    """ "On the Turkish side of the border", "mortar fire on Turkish towns"."""
    lexicon = asked.document.lexicon
    side = of_a_people(BORDER_SIDE, lexicon, abroad=True).search(asked.sentence.lower)
    return peoples(lexicon, abroad=True)[side[1] or side[2]] if side else None


def at_the_border_with_iraq(asked: Asked) -> Place | None:
    """ "Cornered in a pocket near the Iraqi border", of an article that tells of a town elsewhere: Deir ez-Zor, the last to be taken from
    Islamic State in Syria."""
    if asked.inside or not asked.sentence.says(BORDER_WITH_IRAQ) or not is_about(asked.document, "is_fighters"):
        return None
    told = carried_place(asked.document, asked.sentence, asked.measure) or focus_of(asked.document)
    there = told is None or told.country == "Iraq" or told.kind == "country" or not AT_IT.isdisjoint((told.name, told.admin1))
    return None if there else asked.known("Deir ez-Zor")


def host_of_the_displaced(asked: Asked) -> Place | None:
    """The neighbour that has taken in those who have fled, whatever else the sentence names."""
    return host(asked) if asked.measure == "displaced" else None


def host(asked: Asked) -> Place | None:
    """ "Jordan shelters 650,000", "20 people in Kilis": a neighbour, or a town of it, that has those who are counted."""
    sentence = asked.sentence
    for mention in (m for m in mentions(sentence) if m.place.abroad):
        at, behind = sentence.tokens[mention.first].start, sentence.tokens[mention.last - 1].end
        if behind < asked.start and SHELTERS.fullmatch(sentence.lower, behind - sentence.start, asked.at):
            capital = mention.place.name in seats(asked.document.lexicon)  # "Amman already hosts ..."
            return gazetteer(asked.document.lexicon).get(mention.place.country or "") if capital else mention.place
        if asked.end < at and IN_IT.fullmatch(sentence.lower, asked.behind, at - sentence.start):
            return mention.place
    return None
