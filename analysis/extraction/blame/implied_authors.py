"""Who is meant to have killed where no construction names him: the foe that counts its dead, whose offensive it is, whose graves."""

import re

from analysis.extraction.blame.actors import TERROR, actors_named, named
from analysis.extraction.blame.agents import agents_of
from analysis.extraction.blame.victims import Victims
from analysis.extraction.parties import foes_of, speaks_for
from analysis.extraction.sentences import Document, Sentence, kept
from analysis.extraction.speech.marks import about_iraq
from analysis.extraction.when.tallies import GRAVES

# "The ministry said 14 militants were killed": who says so of its foes
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
# "Some 84 terrorists were neutralised": Turkey's word
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
AIR = re.compile(r"\b(?:air\s?strikes?|air\s+raids?|war\s?planes?|jets?|helicopters?|planes?|aerial)\b")


def offender(victims: Victims) -> str | None:
    """ "Civilians killed since the army launched its assault": whose it is."""
    actors = {a.actor for a in actors_named(victims.sentence) if OFFENSIVE.match(victims.text, a.end)} - victims.own
    return actors.pop() if victims.group == "civilians" and len(actors) == 1 else None


def foe_that_says(victims: Victims) -> str | None:
    """ "The police said 17 militants were killed": the party to the fighting that counts its foes' dead."""
    document, sentence, group = victims.document, victims.sentence, victims.group
    if agents_of(sentence) or sentence.says(ITS_OWN) or sentence.says(BLOWN_UP) or OF_ITS.match(victims.text, victims.end):
        return None  # its own
    recent = document.sentences[max(0, sentence.index - STRUCK_REACH) : sentence.index + 1]
    if group != "is_fighters" and victims.speaker == "is" and not any(s.says(STRUCK) for s in recent):
        return "is"  # "Amaq said a bomber had killed 12 apostates"
    if sentence.says(NEUTRALISED) and group != "civilians" and "turkey" in _named(document):
        return "turkey"
    told = [a.actor for a in actors_named(sentence) if a.end <= victims.start and SPEAKS.match(victims.text, a.end, victims.start)]
    by_speaker = None if group == "other_fighters" else speaks_for(victims.speaker)
    actor = told[0] if told else by_speaker
    if not told and actor == "government" and "russia" in _named(document):
        return None  # whose ministry it is, is not told
    flies = not sentence.says(AIR) or actor not in ("is", "sdf", "other")
    return actor if actor in foes_of(group) and flies else None


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
