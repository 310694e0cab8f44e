"""What the stage of measures finds: a counted phrase, and what befell those whom it counts."""

from dataclasses import dataclass

from analysis.extraction.counted import Counted
from analysis.extraction.terms import Match
from analysis.extraction.what.senses import Sense


@dataclass(frozen=True, slots=True)
class Governed:
    """A counted phrase with its measure. ``trigger`` is the word that tells it; ``part`` the index in the sentence's list of the
    total it breaks down, -1 where the total is in a sentence before; ``relation`` says which relation told it."""

    counted: Counted
    measure: str | None
    relation: str
    trigger: Match[tuple[Sense, ...]] | None = None
    part: int | None = None
