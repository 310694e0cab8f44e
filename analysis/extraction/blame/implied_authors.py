"""Who is meant to have killed where no construction names him: the foe that counts its dead, whose offensive it is, whose graves."""

import re

from analysis.extraction.blame.actors import TERROR, actors_named, named
from analysis.extraction.blame.agents import agents_of
from analysis.extraction.parties import foes_of, speaks_for
from analysis.extraction.sentences import Document, Sentence, kept
from analysis.extraction.speakers import speaker_of
from analysis.extraction.when.tallies import GRAVES

# "The ministry said 14 militants were killed": who says so of its foes
SPEAKS = re.compile(r"(?:[’']s)?(?:\s+(?:[\w-]+\s+){0,4}?(?:said|says|announced|reported|claimed|tweeted)\b|(?:\s+[\w-]+){0,3}:\s)")
# "Civilians killed since the army launched its assault"
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
AIR = re.compile(r"\b(?:air\s?strikes?|air\s+raids?|war\s?planes?|jets?|helicopters?|planes?|aerial)\b")


def offender(sentence: Sentence, own: tuple[str, ...], group: str | None) -> str | None:
    """Whose offensive it is since which civilians have died."""
    text = sentence.document.text
    actors = [a.actor for a in actors_named(sentence) if a.actor not in own and OFFENSIVE.match(text, a.end)]
    return actors[0] if group == "civilians" and len(set(actors)) == 1 else None


def foe_that_says(document: Document, sentence: Sentence, start: int, end: int, group: str | None) -> str | None:
    """ "The police said 17 militants were killed": the party to the fighting that counts its foes' dead."""
    if agents_of(sentence) or sentence.says(ITS_OWN) or sentence.says(BLOWN_UP) or OF_ITS.match(document.text, end):
        return None  # its own
    recent = document.sentences[max(0, sentence.index - STRUCK_REACH) : sentence.index + 1]
    if group != "is_fighters" and speaker_of(document, sentence, start) == "is" and not any(s.says(STRUCK) for s in recent):
        return "is"  # "Amaq said a bomber had killed 12 apostates"
    if sentence.says(NEUTRALISED) and group != "civilians" and "turkey" in _named(document):
        return "turkey"
    told = [a.actor for a in actors_named(sentence) if a.end <= start and SPEAKS.match(document.text, a.end, start)]
    by_speaker = None if group == "other_fighters" else speaks_for(speaker_of(document, sentence, start))
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


def of_its_graves(sentence: Sentence) -> bool:
    """Whether the dead lie in mass graves of which only Islamic State's rule is told."""
    near = sentence.document.sentences[max(0, sentence.index - GRAVES_REACH) : sentence.index + 1]
    graves = next((s for s in near if s.says(GRAVES)), None)
    if graves is None or not sentence.says(LYING):
        return False
    around = sentence.document.sentences[max(0, graves.index - 1) : graves.index + 2]
    return any(a.actor == "is" for s in around for a in actors_named(s))
