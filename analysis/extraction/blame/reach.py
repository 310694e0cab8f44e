"""Which of the actors that do something in a sentence did what a number of it tells: whose act reaches the number, who is nearest."""

import re
from collections.abc import Callable

from analysis.extraction.blame.actors import Agent, Tie
from analysis.extraction.sentences import Sentence

BATTLE = re.compile(r"\b(?:clash(?:es|ed)?|fighting|battles?|firefights?|gunbattles?|infighting)\b", re.IGNORECASE)
BARRIER = re.compile(r";|,\s+(?:while|but|as|where)\b|\bwhile\b|\b(?:adding|saying|said)\s+that\b", re.IGNORECASE)
EARLIER = re.compile(r"\bafter\b", re.IGNORECASE)
KILLING = re.compile(r"\b(?:killing|wounding|injuring|and\s+(?:killed|wounded|injured))\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
BEHIND = re.compile(r"[,.]|\b(?:by|in|when|after|as)\b")
PAST_DEED = re.compile(
    r"\b(?:hours|days?|weeks?|months?)\s+after\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,2}?(?:air)?(?:strikes?|raids?|attacks?|bombings?|blasts?)\b"
)
AFTER_DEED = re.compile(r"\b(?:hours|days|weeks|months)\s+after\s+(?:\w+\s+){0,4}$", re.IGNORECASE)
AFTER_REACH = 60
SINCE = re.compile(r"\bsince\s+(?:(?:the|a|an|its|their)\s+)?(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
BEGAN = re.compile(r"[^,;.]{0,50}?\b(?:began|started|opened|erupted|(?:was|were)\s+(?:launched|unleashed))\b")
STRIKES_KILL = re.compile(r"\b(?:strikes?|raids?|attacks?|bombings?|shelling|blasts?)\s+kill(?:s|ed)?\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
STRIKES_REACH = 60
THEN = re.compile(r"\s(?:hours\s+|a\s+day\s+)?after\s")
LED_TO = re.compile(r"\b(?:sparked|sparking|triggered|triggering|prompted|prompting|provoked|provoking|drew|drawing)\s+(?:\w+\s+){0,3}$")
NEXT_NUMBER = re.compile(r",\s+(?:and|while)\s+(?:[a-z]+\s+){0,3}\d[\d,]*\s+(?:[\w-]+\s+){0,3}?(?:have|has|had|were|was|died)\b")
JOIN_REACH = 40  # characters between two actors that "and" or "or" joins


def reaches(agent: Agent, text: str, start: int, end: int) -> bool:
    """Whether what an actor does can be what befell those counted at ``start`` to ``end``."""
    if any(other(agent, text, start, end) for other in OTHER_DEEDS):
        return False
    if agent.tie >= Tie.OWNER:
        return True
    if agent.end <= start:
        return BATTLE.search(text, agent.end, start) is None or KILLING.search(text, agent.end, start) is not None
    between = text[end : agent.start]  # a subject of a clause of its own, and not one of them ("12 IS fighters")
    return BARRIER.search(between) is None and BEHIND.search(between) is not None


def _of_another_day(agent: Agent, text: str, start: int, end: int) -> bool:
    """ "Regime raids hit the town a day after strikes there left 40 dead": another attack than the one that the sentence tells."""
    return agent.end <= start and PAST_DEED.search(text, agent.end, start) is not None


def _days_before(agent: Agent, text: str, start: int, end: int) -> bool:
    """ "Days after a deadly regime attack a woman was killed"."""
    before = agent.tie == Tie.OWNER and agent.end <= start
    return before and AFTER_DEED.search(text, max(0, agent.start - AFTER_REACH), agent.start) is not None


def _in_answer(agent: Agent, text: str, start: int, end: int) -> bool:
    """ "An attack that killed 12 and prompted a US strike": what the attack led to."""
    return agent.start >= end and LED_TO.search(text, end, agent.start) is not None


def _that_was_answered(agent: Agent, text: str, start: int, end: int) -> bool:
    """ "Strikes kill 45 after rebel fire": what came before it."""
    if agent.start < end or not THEN.search(text, end, agent.start):
        return False
    return STRIKES_KILL.search(text, max(0, start - STRIKES_REACH), start) is not None


def _that_began_it(agent: Agent, text: str, start: int, end: int) -> bool:
    """ "Killed since the rebel assault began": when, and not by whom."""
    return SINCE.search(text, 0, agent.start) is not None and BEGAN.match(text, agent.end) is not None


def _of_the_next_number(agent: Agent, text: str, start: int, end: int) -> bool:
    """ "415 have been killed since the assault began, and 130 have died in rebel shelling": of the next number, which has a verb."""
    return agent.start > end and NEXT_NUMBER.search(text, end, agent.start) is not None


OTHER_DEEDS: tuple[Callable[[Agent, str, int, int], bool], ...] = (
    _of_another_day,
    _days_before,
    _in_answer,
    _that_was_answered,
    _that_began_it,
    _of_the_next_number,
)


def best_of(agents: list[Agent], sentence: Sentence, start: int) -> str | None:
    """The actor of the firmest construction near the number; two that "and" joins are joined, two that "or" joins are nobody."""
    if not agents:
        return None
    text = sentence.document.text

    def rank(agent: Agent) -> tuple[bool, int, int]:
        between = text[agent.end : start] if agent.end <= start else text[start : agent.start]
        return (
            BARRIER.search(between) is not None or (agent.start > start and EARLIER.search(between) is not None),
            -min(agent.tie, Tie.OWNER),
            abs(agent.start - start),
        )

    best = min(agents, key=rank)
    joined = [best]
    for other in agents:
        first, second = sorted((best, other), key=lambda a: a.start)
        between = text[first.end : second.start].lower()
        if other.actor != best.actor and len(between) < JOIN_REACH:
            if re.search(r"\bor\b", between):
                return "unknown"
            if re.search(r"\band\b", between) and other.tie == best.tie:
                joined.append(other)
    return ";".join(dict.fromkeys(a.actor for a in sorted(joined, key=lambda a: a.start)))
