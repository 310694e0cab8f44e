"""The author of deaths or wounds by the words of the sentence that counts them. A rule takes the victims and gives who did it, or None."""

import re

from analysis.extraction.blame.actors import Tie, actors_named, possessor
from analysis.extraction.blame.agents import agents_of, subject_taken_up
from analysis.extraction.blame.implied_authors import among_rebels, of_bombers
from analysis.extraction.blame.reach import BATTLE, best_of
from analysis.extraction.blame.victims import Rule, Victims
from analysis.extraction.parties import speaks_for

BETWEEN = re.compile(r"\b(?:clashes|fighting|battles?|firefights?|gunbattles?|infighting)\s+(?:\w+\s+){0,3}between\b", re.IGNORECASE)
BY = re.compile(r"(?:\s+\w+){0,2}\s+by\s+(?:the\s+)?")  # between a number and who did it
ATTRIBUTED = re.compile(r"\b(?:attribut|ascrib)(?:e|es|ed|ing)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
TO = re.compile(r"\bto\s+(?:\w+\s+){0,7}$")
ITSELF = re.compile(
    r"\b(?:said|says|announced|claimed|claims|declared)\s+(?:(?:on|late|early)\s+)?(?:\w+day\s+)?(?:that\s+)?(?:it|they|we)\s+(?:(?:had|have|has)\s+)?(?:\w+ly\s+)?"
    r"(?:killed|shot\s+dead|wounded|injured|eliminated)\W+(?:\w+\W+){0,4}$",
    re.IGNORECASE,
)
MEN_KILLED = (
    r"\s+(?:\w+\s+)?(?:men|troops|forces|fighters|units|soldiers|jets|planes)\s+(?:(?:had|have)\s+)?(?:\w+ly\s+)?"
    r"(?:killed|shot\s+dead|wounded|injured|eliminated)\W+(?:\w+\W+){0,4}$"
)
OURS = re.compile(rf"\b(?:his|her|our|my){MEN_KILLED}", re.IGNORECASE)
THEIRS = re.compile(rf"\b(?:its|their){MEN_KILLED}", re.IGNORECASE)
OURS_REACH = 90
ADMITTED = re.compile(r"\b(?:acknowledg|admit|conced)\w*\s+(?:to\s+)?(?:\w+\s+){0,4}$", re.IGNORECASE)
FIGHTING = r"(?:in|during)\s+(?:\w+\s+){0,3}?(?:clash(?:es)?|fighting|battles?|firefights?|gunbattles?)\s+(?:with|against)\s+(?:the\s+)?"
AGAINST = re.compile(
    rf"[^.;,]{{0,60}}?\b(?:killed|dead|died|injured|wounded|slain)\s+(?:on\s+\w+day\s+)?(?:{FIGHTING}"
    r"|(?:as|when|in|during)\s+(?=[^.;,]{0,60}?\badvanc(?:ed?|es)\b))",
    re.IGNORECASE,
)
LOST_AGAINST = re.compile(rf"[^.;,]{{0,40}}?\b{FIGHTING}", re.IGNORECASE)
FOE_REACH = 25


def infighting(victims: Victims) -> str | None:
    """ "Clashes between rebel factions killed 14"."""
    return "other" if victims.fought and among_rebels(victims.sentence) else None


def battle_between(victims: Victims) -> str | None:
    """ "Fighting between the army and rebels killed 14": nobody knows which of the two."""
    return "unknown" if BETWEEN.search(victims.fought) else None


def killed_by(victims: Victims) -> bool:
    """ "17 were shot by border guards, and others died of hunger": whoever did it stands right behind those counted."""
    owners = (a for a in agents_of(victims.sentence) if a.tie >= Tie.OWNER and a.start > victims.end)
    return any(BY.fullmatch(victims.text, victims.end, a.start) for a in owners)


def right_behind(victims: Victims) -> str | None:
    """ "1,200 by regime forces, 300 by the rebels"."""
    behind = (a.actor for a in victims.agents if a.start > victims.end and BY.fullmatch(victims.text, victims.end, a.start))
    return next(behind, None)


def attributed(victims: Victims) -> str | None:
    """ "It attributed 14 of the deaths to Russian forces"."""
    if not victims.preceded_by(ATTRIBUTED):
        return None
    end = victims.end
    blamed = (a.actor for a in actors_named(victims.sentence) if a.start > end and TO.search(victims.text, end, a.start))
    return next(blamed, "unknown")


def itself(victims: Victims) -> str | None:
    """ "It said it had killed 14 of them": the side that speaks."""
    return speaks_for(victims.speaker) if victims.preceded_by(ITSELF, OURS_REACH) else None


def named(victims: Victims) -> str | None:
    """ "Russian air strikes killed 14", "14 were shot by the army": who is told to have done it."""
    return best_of(victims.agents, victims.sentence, victims.start)


def taken_up(victims: Victims) -> str | None:
    """ "Islamic State took the town. It shot 14 men"."""
    subject = subject_taken_up(victims.sentence)
    return subject if subject not in victims.own else None


def his_men(victims: Victims) -> str | None:
    """ "His men had killed 14": the side that speaks, if it is one."""
    return (speaks_for(victims.speaker) or "unknown") if victims.preceded_by(OURS, OURS_REACH) else None


def its_men(victims: Victims) -> str | None:
    """ "Islamic State took captives on the day on which its fighters killed 14": whose "its" is."""
    sentence = victims.sentence
    theirs = THEIRS.search(victims.text, max(sentence.start, victims.start - OURS_REACH), victims.start)
    return possessor(sentence, sum(t.start < theirs.start() for t in sentence.tokens)) if theirs else None


def admitted(victims: Victims) -> str | None:
    """ "It acknowledged the deaths of 14 civilians"."""
    return "coalition" if victims.preceded_by(ADMITTED) and victims.speaker == "coalition" else None


def foe(victims: Victims) -> str | None:
    """ "14 militants were killed in clashes with the army", "rebels lost 14 men in battles with": against whom they fell."""
    against = LOST_AGAINST if victims.lost else AGAINST
    fallen = against.match(victims.text, victims.end, victims.sentence.end) if victims.own else None
    if fallen is None:
        return None
    foes = (a for a in actors_named(victims.sentence) if a.actor not in victims.own)
    return next((a.actor for a in foes if 0 <= a.start - fallen.end() < FOE_REACH), None)


def lost_to_bombers(victims: Victims) -> str | None:
    """ "The SDF lost three fighters to mines"."""
    return of_bombers(victims) if victims.lost and not victims.unclear else None


def untold(victims: Victims) -> str | None:
    """ "It was not clear who killed the 14", "14 died in clashes", "the army lost 14 men": the sentence leaves it open."""
    return "unknown" if victims.unclear or BATTLE.search(victims.fought) or victims.lost else None


RULES: tuple[Rule, ...] = (
    infighting,
    battle_between,
    right_behind,
    attributed,
    itself,
    named,
    taken_up,
    his_men,
    its_men,
    admitted,
    foe,
    lost_to_bombers,
    untold,
)
