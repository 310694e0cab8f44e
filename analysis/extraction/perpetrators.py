"""Who is said to have caused deaths and wounds (CODEBOOK.md, perpetrator).

RULES are asked in their order; the first that gives an answer has the say, be it "unknown". A rule takes the victims (``Victims``).
"""

import re

from analysis.extraction.blame import authors_here, authors_told, implied_authors
from analysis.extraction.blame.actors import ISRAEL, Tie
from analysis.extraction.blame.agents import agents_of
from analysis.extraction.blame.victims import Rule, Victims
from analysis.extraction.claim import HARMS
from analysis.extraction.sentences import Document, Sentence
from analysis.extraction.speakers import is_background
from analysis.extraction.when.tallies import is_war_total

NATURAL = re.compile(
    r"\b(?:hypothermia|cold|freezing|frost|hunger|starvation|starved|malnutrition|disease|cholera|polio|measles|drowned|drowning|traffic|road\s+accident"
    r"|crash(?:ed)?|(?<!by )accident(?:al)?|earthquake|untreated|died\s+(?:\w+\s+){0,3}on\s+(?:the|their)\s+(?:way|journey|road)"
    r"|shortages?|lack\s+of\s+(?:food|medicine|medical))\b"
)
WEAPONS = re.compile(r"\b(?:bombard\w+|shelling|air\s?strikes?|raids?|rockets?|missiles?|barrel\s+bombs?|mortars?)\b")
HAS_KILLED = re.compile(r"\s+(?:has|have|had)\s+(?:\w+ly\s+)?(?:killed|executed|wounded|injured)\s+(?:\w+\s+){0,2}", re.IGNORECASE)


def perpetrator_of(document: Document, sentence: Sentence, start: int, end: int, measure: str, group: str | None) -> str | None:
    """The perpetrator of the deaths or wounds counted at ``start`` to ``end``, ``unknown`` where none is named.

    None for measures that are no harm, and for cold, hunger and accidents.
    """
    victims = Victims(sentence, start, end, measure, group)
    if measure not in HARMS or (_is_natural(victims) and not authors_here.killed_by(victims)):
        return None
    found = next((author for rule in RULES if (author := rule(victims))), "unknown")
    return found.replace(ISRAEL, "other")


def _is_natural(victims: Victims) -> bool:
    """Whether cold, hunger or an accident stands nearer to the number than any weapon."""
    sentence = victims.sentence
    if not sentence.says(NATURAL):
        return False
    at = victims.start - sentence.start
    nearest = min(abs(m.start() - at) for m in NATURAL.finditer(sentence.lower))
    return all(abs(m.start() - at) > nearest for m in WEAPONS.finditer(sentence.lower))


def _of_the_war(victims: Victims) -> str | None:
    """ "The war has killed 400,000": what all sides did."""
    return "unknown" if is_war_total(victims.document, victims.sentence, victims.start, victims.end) else None


def _of_the_background(victims: Victims) -> str | None:
    """ "It has killed 14,000 since 2011": of what an article only recalls, who is blamed for it, whose graves or whose offensive it is."""
    if not is_background(victims.sentence) or any(
        a.tie == Tie.CLAIMED or HAS_KILLED.fullmatch(victims.text, a.end, victims.start) for a in agents_of(victims.sentence)
    ):
        return None
    return implied_authors.of_its_graves(victims) or implied_authors.offender(victims) or "unknown"


RULES: tuple[Rule, ...] = (
    _of_the_war,
    _of_the_background,
    *authors_here.RULES,
    authors_told.carried_author,
    authors_told.named_for_it,
    authors_told.claimant,
    implied_authors.that_counts_civilians,
    implied_authors.of_its_graves,
    implied_authors.of_bombers,
    implied_authors.offender,
    implied_authors.bombers_side,
    implied_authors.that_neutralises,
    implied_authors.foe_that_says,
)
