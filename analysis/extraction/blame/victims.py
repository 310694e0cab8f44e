"""Those whom a number counts as killed or wounded, and what the rules on who did it ask about them."""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from analysis.extraction.blame.actors import Agent, Tie, actors_named
from analysis.extraction.blame.agents import agents_of
from analysis.extraction.blame.reach import BATTLE, reaches
from analysis.extraction.parties import MANY, PARTIES, own_of
from analysis.extraction.sentences import Document, Sentence
from analysis.extraction.speakers import speaker_of
from analysis.extraction.who.sides import named_sides, people_named

STATES_AMONG_OTHERS = frozenset(p.perpetrator for p in PARTIES if p.fighters == "other_fighters") - {MANY}
UNCLEAR = re.compile(
    r"\b(?:(?:not|un)\s*(?:immediately\s+|yet\s+)?(?:clear|known)\b|unclear\b|could\s+not\s+(?:immediately\s+)?(?:say|tell|determine|confirm)\s+(?:whether|who|if)"
    r"|unidentified\b|unknown\s+(?:gunmen|aircraft|warplanes|assailants|planes)\b|did\s+not\s+(?:say|specify)\s+(?:whether|who|which)"
    r"|no\s+(?:group|one)\s+(?:has\s+)?(?:immediately\s+)?claimed|(?:accused|blamed)\s+each\s+other|traded\s+(?:blame|accusations))"
)
CLAUSE = re.compile(r";|,\s+(?:and|while|but|as|where|when)\b|\bwhile\b")
# "The SDF has lost 14 fighters": a side's own losses, whoever caused them.
LOSS = re.compile(r"\b(?:los(?:t|es|ing)|loss\s+of)\W+(?:\w+\W+){0,6}$", re.IGNORECASE)
LOSS_REACH = 50
PUT_TO_DEATH = re.compile(r"\b(?:execut|kill|behead|shot|slaughter|hang|purg|put\s+to\s+death)\w*\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
OF_ITS_OWN = re.compile(r"\s+of\s+(?:its|their)\s+own\b")
STRIKE_KILLED = re.compile(
    r"(?:\s+(?:air\s?)?(?:strikes?|raids?|jets?|warplanes?|aircraft|shelling|airstrikes?))?\s+(?:\w+ly\s+)?(?:kill|wound|injur)\w*\s+(?:\w+\s+){0,3}",
    re.IGNORECASE,
)
BY_MISTAKE = re.compile(r"\b(?:mistakenly|by mistake|accidentally|in error|inadvertently|friendly fire)\b")
SIDES_REACH = 3  # words of "regime and"
GAP_REACH = 2  # words of "regime and" behind "Syrian"
SOLDIERS_OF = {
    "turkey": re.compile(r"\bturkish (?:soldiers|troops)\b"),
    "coalition": re.compile(r"\b(?:american|u\.s\.|us) (?:soldiers|troops|marines)\b"),
}
SOLDIERS_BACK = 2  # sentences over which a state's soldiers are still being told of
SOLDIERS = re.compile(r"\w+\s+(?:soldiers|troops|servicemen|policemen)\b[^.;]*\band\s+(?:[\w-]+\s+){0,3}")


@dataclass(frozen=True)
class Victims:
    """Those counted at ``text[start:end]`` in ``sentence``, by their ``measure`` and ``group``."""

    sentence: Sentence
    start: int
    end: int
    measure: str
    group: str | None

    @property
    def document(self) -> Document:
        """The article."""
        return self.sentence.document

    @property
    def text(self) -> str:
        """The text of the article, in which ``start`` and ``end`` are offsets."""
        return self.document.text

    @cached_property
    def speaker(self) -> str:
        """Who says it."""
        return speaker_of(self.document, self.sentence, self.start)

    @cached_property
    def own(self) -> frozenset[str]:
        """The perpetrators of their own side, who did not kill them."""
        return frozenset((*own_of(self.group), *_own_state(self), *_both_sides(self.sentence, self.end)))

    @cached_property
    def agents(self) -> list[Agent]:
        """The actors of the sentence whose act may be what befell them."""
        until = self.sentence.start + self.unclear.start() if self.unclear else self.sentence.end
        able = (a for a in agents_of(self.sentence) if a.start < until and (self._purged or self._hit_by(a) or not self._is_of_them(a)))
        return [a for a in able if reaches(a, self.text, self.start, self.end)]

    @cached_property
    def unclear(self) -> re.Match[str] | None:
        """Where the sentence says that nobody knows who did it: "could not say whether the planes were Iraqi"."""
        return self.sentence.first(UNCLEAR)

    @cached_property
    def fought(self) -> str:
        """The clause around the number in a sentence that tells of a battle, else nothing."""
        if not self.sentence.says(BATTLE):
            return ""
        text, at = self.sentence.text, self.start - self.sentence.start
        left = max((m.end() for m in CLAUSE.finditer(text, 0, at)), default=0)
        right = CLAUSE.search(text, at)
        return text[left : right.start() if right else None]

    @cached_property
    def lost(self) -> bool:
        """Whether their own side is said to have lost them."""
        return self.group != "civilians" and self.preceded_by(LOSS, LOSS_REACH)

    @property
    def _purged(self) -> bool:
        """ "IS has executed 12 of its own fighters"."""
        return OF_ITS_OWN.match(self.sentence.lower, self.end - self.sentence.start) is not None and self.preceded_by(PUT_TO_DEATH)

    def _hit_by(self, agent: Agent) -> bool:
        """ "An air strike by the coalition killed 11 fighters of the SDF": its own side, by mistake."""
        if agent.tie != Tie.OWNER or agent.end > self.start:
            return False
        return self.sentence.says(BY_MISTAKE) or STRIKE_KILLED.fullmatch(self.text, agent.end, self.start) is not None

    def _is_of_them(self, agent: Agent) -> bool:
        """Whether an actor is of the side that has been killed, as in "repelled a terrorist attack, killing 12 terrorists"."""
        terror = self.text.startswith(("terror", "Terror"), agent.start)
        return agent.actor in self.own or (terror and self.group == "is_fighters")

    def preceded_by(self, words: re.Pattern[str], reach: int | None = None) -> bool:
        """Whether ``words`` stand before the number in its sentence, within ``reach`` characters."""
        first = self.sentence.start if reach is None else max(self.sentence.start, self.start - reach)
        return words.search(self.text, first, self.start) is not None


Rule = Callable[[Victims], str | None]


def _own_state(victims: Victims) -> list[str]:
    """The state whose soldiers are counted, "54 Turkish soldiers ... and five wounded": not the one that killed them."""
    if victims.group != "other_fighters":
        return []
    sentence, text, start, end = victims.sentence, victims.text, victims.start, victims.end
    states = [a for a in actors_named(sentence) if a.actor in STATES_AMONG_OTHERS]
    named = [a.actor for a in states if a.start >= end and not text[end : a.start].strip()]
    near = sentence.document.sentences[max(0, sentence.index - SOLDIERS_BACK) : sentence.index + 1]
    named += [state for state, soldiers in SOLDIERS_OF.items() if any(s.says(soldiers) for s in near)]
    return named or [a.actor for a in states if a.end <= start and SOLDIERS.fullmatch(text, a.start, start)]


def _both_sides(sentence: Sentence, end: int) -> list[str]:
    """The sides of "70 regime and rebel fighters", who have killed each other."""
    first = bisect_left(sentence.tokens, end, key=lambda token: token.start)
    named = sorted((*named_sides(sentence), *people_named(sentence)), key=lambda m: m.first)
    named = [m for m in named if first <= m.first <= first + SIDES_REACH and own_of(m.entry.group)]
    gaps = ((a, b, sentence.words[a.last : b.first]) for a, b in pairwise(named))
    joined = [(a, b) for a, b, gap in gaps if gap[-1:] in (["and"], ["or"]) and len(gap) <= GAP_REACH]
    return [actor for a, b in joined[:1] if a.first == first for side in (a, b) for actor in own_of(side.entry.group)]
