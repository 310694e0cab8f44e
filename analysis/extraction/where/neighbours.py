"""Places in a neighbour of the countries at war: a town across the border, a country that hosts those who are counted."""

import re

from analysis.extraction.sentences import Sentence
from analysis.extraction.where.bearings import SPOKE
from analysis.extraction.where.candidates import CAPITALS
from analysis.extraction.where.gazetteer import ABROAD, Place, gazetteer
from analysis.extraction.where.governing import LOCATIVES, word_before
from analysis.extraction.where.mentions import Mention, mentions

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


def across_the_border(sentence: Sentence, found: list[Mention]) -> Place | None:
    """ "Rockets at the Turkish border town of Kilis": a town of a neighbour that the sentence tells to be one."""
    for mention in found:
        if mention.place.country in ABROAD and mention.place.kind != "country" and word_before(sentence, mention) in LOCATIVES:
            at, end = sentence.tokens[mention.first].start - sentence.start, sentence.tokens[mention.last - 1].end - sentence.start
            if TOLD_A_TOWN.search(sentence.lower, 0, at) and not SPOKE.match(sentence.lower, end):
                return mention.place
    return None


def side_of_the_border(sentence: Sentence) -> Place | None:
    """ "On the Turkish side of the border", "mortar fire on Turkish towns"."""
    side = sentence.first(BORDER_SIDE)
    return gazetteer(sentence.document.lexicon).get(NEIGHBOURS[side[1] or side[2]]) if side else None


def host(sentence: Sentence, start: int, end: int) -> Place | None:
    """ "Jordan shelters 650,000", "20 people in Kilis": a neighbour, or a town of it, that has those who are counted."""
    for mention in (m for m in mentions(sentence) if m.place.country in ABROAD):
        at, behind = sentence.tokens[mention.first].start, sentence.tokens[mention.last - 1].end
        if behind < start and SHELTERS.fullmatch(sentence.lower, behind - sentence.start, start - sentence.start):
            capital = mention.place.name in CAPITALS  # "Amman already hosts ..."
            return gazetteer(sentence.document.lexicon).get(mention.place.country or "") if capital else mention.place
        if end < at and IN_IT.fullmatch(sentence.lower, end - sentence.start, at - sentence.start):
            return mention.place
    return None
