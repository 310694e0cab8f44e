"""Where an event was that the opening of an article tells of with a province or a country alone: what its body says of the same event."""

import re

from analysis.extraction.sentences import Document, Sentence
from analysis.extraction.where.candidates import candidates, inside_a_country
from analysis.extraction.where.gazetteer import SPECIFIC, Place, holds

TOP = 3  # first sentences whose event the body tells again
AHEAD = 4  # sentences in which it does
EVENT = (
    r"(?:(?:air ?)?strikes?|(?:air )?raids?|attacks?|attackers?|bombings?|bombardment|shelling|blasts?|explosions?|(?:car )?bombs?|bombers?"
    r"|assault|massacre|ambush|rockets?|missiles?|shells)"
)
# "The strikes hit the town of X", "the blast took place outside X": the event told before, and where it was.
TOLD_AGAIN = re.compile(
    rf"\b(?:the|both|those|these) (?!(?:first|second|previous|earlier|latest|most|worst|heaviest|deadliest)\b)"
    rf"(?:[\w-]+ ){{0,2}}?{EVENT} "
    r"(?:(?:that|which) )?(?:(?:had|was|were|also|have|has) ){0,2}"
    r"(?:hit|struck|targeted|rocked|slammed into|tore through|ripped through|took place|occurred|happened|went off|exploded|detonated"
    r"|carried out|landed|fell|on|in|at|near|outside)\b"
)
# "Carried out nine raids on Douma", "died in the town of Binnish": behind an opening that leaves out the name.
A_PLACE = re.compile(
    rf"\b{EVENT} (?:on|in|at)\b|\b(?:in|on|at|hit|struck) the (?:[\w-]+ ){{0,3}}(?:town|village|city|district|neighbou?rhood) of\b"
)
A_VILLAGE = re.compile(r"\b(?:villages?|towns?|cit(?:y|ies)|districts?) of\b")
NEXT = 2  # sentences in which a place without a name is named
SOMEWHERE = re.compile(
    r"\b(?:an?|one) (?:[\w-]+ ){0,3}(?:village|town|city|neighbou?rhood|district|quarter|suburb|area|market|marketplace|hospital"
    r"|school|mosque|base"
    r"|checkpoint|outpost|camp|pocket|building|house|restaurant|bakery|square|convoy|bus|prison|position|site)\b"
)
# "A market north of Baghdad": in no Baghdad
BESIDE = re.compile(
    rf"{SOMEWHERE.pattern} (?:just )?"
    r"(?:(?:to the )?(?:north|south|east|west)(?:-?east|-?west)? of|near|outside|close to) "
)
# "Another strike targeted a settlement": one of several, which were not all where the first was.
ANOTHER = re.compile(rf"\b(?:another|an? (?:second|third|separate|similar)) (?:[\w-]+ ){{0,2}}{EVENT}\b")
RECALLED = re.compile(
    rf"\b(?:comes?|came) (?:\w+ ){{0,4}}after\b|\b(?:ago|last (?:week|month|year))\b|\b(?:earlier|previous|similar) (?:\w+ )?{EVENT}\b"
)


def located(document: Document, sentence: Sentence, place: Place | None) -> Place | None:
    """The one town inside ``place`` where the body says that the event of an opening sentence was; None where it says none or several.

    In a quarter of a city, somewhere in a country or beside a town only where the opening leaves out the name ("a market", "a town
    in the north", "a village south of Mosul").
    """
    unnamed = sentence.says(SOMEWHERE)
    if unnamed and sentence.says(BESIDE):
        place = None
    if sentence.index >= TOP or (place and place.kind in SPECIFIC):
        return None
    told: set[Place] = set()
    for other in document.sentences[sentence.index + 1 : TOP + AHEAD]:
        if other.says(ANOTHER) and not unnamed:
            return None
        again = other.first(TOLD_AGAIN) or (other.first(A_PLACE) if unnamed and other.index - sentence.index <= NEXT else None)
        if again is None or other.says(RECALLED):
            continue
        if len(A_VILLAGE.findall(other.lower)) > 1:
            return None  # two, of which the gazetteer may lack one
        told |= {
            m.place
            for m in inside_a_country(candidates(other))
            if m.place.kind in SPECIFIC
            and other.tokens[m.first].start >= other.start + again.end()
            and _is_in(m.place, place)
            and (unnamed or (place is not None and place.kind == "province" and m.place.kind != "quarter"))
        }
    return told.pop() if len(told) == 1 else None


def _is_in(town: Place, place: Place | None) -> bool:
    return place is None or holds(place, town) or (place.kind == "country" and town.country == place.name)
