"""Places in a neighbour of the countries at war: a town across the border, a country that hosts those who are counted."""

import re

from analysis.extraction.where.asked import Asked
from analysis.extraction.where.bearings import SPOKE
from analysis.extraction.where.gazetteer import Place, gazetteer
from analysis.extraction.where.governing import LOCATIVES, word_before
from analysis.extraction.where.mentions import mentions
from analysis.extraction.where.nations import of_a_people, peoples, seats

TOLD_A_TOWN = re.compile(r"\b(?:town|city|village|province|district) of $")
SHELTERS = re.compile(
    r"(?:,? (?:which|who|already|now|alone|itself|says it|\w+ly)){0,3}"
    r" (?:is home to|hosts?|is (?:already )?(?:hosting|sheltering)|shelters|has taken in|houses)\b[^,;.]{0,25}"
)
BORDER_SIDE = (
    r"\b(?:on|from) the (PEOPLE) side\b"
    r"|\b(?:on|in|at) (?:the |two |several )?(PEOPLE) (?:border )?(?:towns|villages|cities)\b"
)
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
