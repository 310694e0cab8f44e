"""Who is meant to have killed where no construction names him: the foe that counts its dead, whose offensive it is, whose graves."""

import re

from analysis.extraction.blame.actors import TERROR, actors_named, named
from analysis.extraction.blame.agents import agents_of
from analysis.extraction.blame.victims import Victims
from analysis.extraction.parties import foes_of, speaks_for
from analysis.extraction.sentences import Document, Sentence, kept
from analysis.extraction.speech.marks import about_iraq
from analysis.extraction.when.tallies import GRAVES

SPEAKS = re.compile(r"(?:[’']s)?(?:\s+(?:[\w-]+\s+){0,4}?(?:said|says|announced|reported|claimed|tweeted)\b|(?:\s+[\w-]+){0,3}:\s)")
OFFENSIVE = re.compile(
    r"\s+(?:and\s+(?:[\w’']+\s+){1,3})?(?:launched|began|started|resumed|stepped\s+up|intensified)\s+(?:its|their|an?|the)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:offensive|bombardment|bombing|assault|campaign|air\s?strikes)\b"
)
BLOWN_UP = re.compile(r"\b(?:bl[eo]w(?:n|ing)?\s+(?:themselves|himself|herself)\s+up|detonated\s+(?:their|his|her))\b")
OF_ITS = re.compile(r"\s+of\s+(?:its|their|his|our)\b")
ITS_OWN = re.compile(r"\b(?:its|their|his|our)\s+(?:own\s+)?(?:\w+\s+)?(?:dead|losses|casualties|death)\b")
LYING = re.compile(r"\b(?:bodies|remains|corpses|skeletons|dead|victims|cadavers|graves?)\b")
GRAVES_REACH = 5  # sentences over which mass graves are still being told
NEUTRALISED = re.compile(r"\bneutrali[sz]ed\b")
STRUCK_REACH = 3  # sentences over which strikes are still being told
# What others do to those of whom Islamic State tells
STRUCK = re.compile(r"\b(?:air|strikes?|raids?|jets?|planes?|shelling|bombardment)\b")
# "Infighting among rebels", "clashes between the groups": one side's factions at each other
FACTIONS = r"(?:rebels?|insurgents?|terrorists?|militants?|islamists?|jihadists?|opposition|armed)"
INFIGHTING = re.compile(
    rf"\binfighting\b|\b(?:clash(?:es|ed)?|fighting|battles?)\s+(?:among|between)\s+(?:[\w-]+,?\s+){{0,9}}?{FACTIONS}\s+(?:groups|factions|militias)\b"
)
REBEL_ENTRIES = frozenset(("other", "terrorists", "militants", TERROR))
PLACED = ("in", "near", "around", "outside")  # "near Damascus" names no government
SUICIDE = re.compile(r"\b(?:suicide|car\s+bomb\w*|explosive\s+(?:belts?|vests?)|(?:land)?mines?|booby[\s-]traps?)\b")
OPENING = 2  # sentences that tell what an article is about
WITHOUT_AIRCRAFT = ("is", "sdf", "other")
AIR = re.compile(r"\b(?:air\s?strikes?|air\s+raids?|war\s?planes?|jets?|helicopters?|planes?|aerial)\b")


def offender(victims: Victims) -> str | None:
    """ "Civilians killed since the army launched its assault": whose it is."""
    actors = {a.actor for a in actors_named(victims.sentence) if OFFENSIVE.match(victims.text, a.end)} - victims.own
    return actors.pop() if victims.group == "civilians" and len(actors) == 1 else None


def bombers_side(victims: Victims) -> str | None:
    """ "Amaq said a bomber had killed 12 apostates": what Islamic State tells is its own, unless strikes are being told."""
    sentence = victims.sentence
    if victims.group == "is_fighters" or victims.speaker != "is" or _is_settled(victims):
        return None
    recent = victims.document.sentences[max(0, sentence.index - STRUCK_REACH) : sentence.index + 1]
    return None if any(s.says(STRUCK) for s in recent) else "is"


def that_neutralises(victims: Victims) -> str | None:
    """ "The ministry said 84 terrorists were neutralised": Turkey's word."""
    if not victims.sentence.says(NEUTRALISED) or victims.group == "civilians" or _is_settled(victims):
        return None
    return "turkey" if "turkey" in _named(victims.document) else None


def foe_that_says(victims: Victims) -> str | None:
    """ "The police said 17 militants were killed": the party to the fighting that counts its foes' dead."""
    if _is_settled(victims):
        return None
    sentence, start = victims.sentence, victims.start
    told = [a.actor for a in actors_named(sentence) if a.end <= start and SPEAKS.match(victims.text, a.end, start)]
    by_speaker = None if victims.group == "other_fighters" else speaks_for(victims.speaker)
    actor = told[0] if told else by_speaker
    if not told and actor == "government" and "russia" in _named(victims.document):
        return None  # whose ministry it is, is not told
    flies = not sentence.says(AIR) or actor not in WITHOUT_AIRCRAFT
    return actor if actor in foes_of(victims.group) and flies else None


def _is_settled(victims: Victims) -> bool:
    """Whether the sentence says of somebody what he did, or that these are the speaker's own dead, or those who blew themselves up."""
    sentence = victims.sentence
    its_own = sentence.says(ITS_OWN) or OF_ITS.match(victims.text, victims.end) is not None
    return its_own or sentence.says(BLOWN_UP) or bool(agents_of(sentence))


def among_rebels(sentence: Sentence) -> bool:
    """Whether the sentence tells of rebels that fight each other, and of no other party."""
    if not sentence.says(INFIGHTING):
        return False
    sides = [m for m in named(sentence) if sentence.word(m.first - 1) not in PLACED]
    return REBEL_ENTRIES.issuperset(m.entry for m in sides)


@kept
def _named(document: Document) -> frozenset[str]:
    """The actors that the article names."""
    return frozenset(a.actor for s in document.sentences for a in actors_named(s))


def of_its_graves(victims: Victims) -> str | None:
    """ "200 bodies lay in the mass graves": Islamic State, where only its rule is told of the graves."""
    sentence = victims.sentence
    if victims.measure != "killed" or victims.group == "is_fighters" or not sentence.says(LYING):
        return None
    near = sentence.document.sentences[max(0, sentence.index - GRAVES_REACH) : sentence.index + 1]
    graves = next((s for s in near if s.says(GRAVES)), None)
    around = sentence.document.sentences[max(0, graves.index - 1) : graves.index + 2] if graves else []
    return "is" if any(a.actor == "is" for s in around for a in actors_named(s)) else None


def of_bombers(victims: Victims) -> str | None:
    """A bomber or a trap that kills fighters of the SDF or Iraq's soldiers in an article that opens with IS and names no other foe."""
    document = victims.document
    foes = victims.group == "sdf_fighters" or (victims.group == "other_fighters" and about_iraq(document))
    others = not _named(document).isdisjoint(("other", "turkey"))
    if not foes or others or "is" in victims.own or not victims.sentence.says(SUICIDE):
        return None
    return "is" if any(a.actor == "is" for s in document.sentences[:OPENING] for a in actors_named(s)) else None


def that_counts_civilians(victims: Victims) -> str | None:
    """ "The coalition said 14 civilians had been killed": its own doing, as it counts no others."""
    return "coalition" if victims.group == "civilians" and victims.speaker == "coalition" else None
