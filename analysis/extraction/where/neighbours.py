"""Places in a neighbour of the countries at war: a town across the border, a country that hosts those who are counted."""

import re

from analysis.extraction.where.asked import Asked
from analysis.extraction.where.bearings import SPOKE
from analysis.extraction.where.candidates import CAPITALS
from analysis.extraction.where.gazetteer import ABROAD, Place, gazetteer
from analysis.extraction.where.governing import LOCATIVES, word_before
from analysis.extraction.where.mentions import mentions

TOLD_A_TOWN = re.compile(r"\b(?:town|city|village|province|district) of $")
SHELTERS = re.compile(
    r"(?:,? (?:which|who|already|now|alone|itself|says it|\w+ly)){0,3}"
    r" (?:is home to|hosts?|is (?:already )?(?:hosting|sheltering)|shelters|has taken in|houses)\b[^,;.]{0,25}"
)
NEIGHBOURS = {"turkish": "Turkey", "lebanese": "Lebanon", "jordanian": "Jordan"}
BORDER_SIDE = re.compile(
    rf"\b(?:on|from) the ({'|'.join(NEIGHBOURS)}) side\b"
    rf"|\b(?:on|in|at) (?:the |two |several )?({'|'.join(NEIGHBOURS)}) (?:border )?(?:towns|villages|cities)\b"
)
IN_IT = re.compile(r" (?:[\w-]+ )?(?!of\b|\w+ed\b)[\w-]+ (?:in|at) (?:neighbou?ring )?")


def across_the_border(asked: Asked) -> Place | None:
    """ "Rockets at the Turkish border town of Kilis": a town of a neighbour that the sentence tells to be one."""
    sentence = asked.sentence
    for mention in asked.here:
        if mention.place.country in ABROAD and mention.place.kind != "country" and word_before(sentence, mention) in LOCATIVES:
            at, end = sentence.tokens[mention.first].start - sentence.start, sentence.tokens[mention.last - 1].end - sentence.start
            if TOLD_A_TOWN.search(sentence.lower, 0, at) and not SPOKE.match(sentence.lower, end):
                return mention.place
    return None


def side_of_the_border(asked: Asked) -> Place | None:
    """ "On the Turkish side of the border", "mortar fire on Turkish towns"."""
    side = asked.sentence.first(BORDER_SIDE)
    return asked.known(NEIGHBOURS[side[1] or side[2]]) if side else None


def host_of_the_displaced(asked: Asked) -> Place | None:
    """The neighbour that has taken in those who have fled, whatever else the sentence names."""
    return host(asked) if asked.measure == "displaced" else None


def host(asked: Asked) -> Place | None:
    """ "Jordan shelters 650,000", "20 people in Kilis": a neighbour, or a town of it, that has those who are counted."""
    sentence = asked.sentence
    for mention in (m for m in mentions(sentence) if m.place.country in ABROAD):
        at, behind = sentence.tokens[mention.first].start, sentence.tokens[mention.last - 1].end
        if behind < asked.start and SHELTERS.fullmatch(sentence.lower, behind - sentence.start, asked.at):
            capital = mention.place.name in CAPITALS  # "Amman already hosts ..."
            return gazetteer(sentence.document.lexicon).get(mention.place.country or "") if capital else mention.place
        if asked.end < at and IN_IT.fullmatch(sentence.lower, asked.behind, at - sentence.start):
            return mention.place
    return None
