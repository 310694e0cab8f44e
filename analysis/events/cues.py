"""Words by which one article tells two incidents apart, or corrects a toll."""

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from analysis.events.statements import Key, Statement, fits
from analysis.extraction.lexicon import Lexicon


class Cues:
    """The vocabulary of ``incidents.csv`` as patterns over sentences; nouns for attacks come from ``attacks.csv``."""

    def __init__(self, lexicon: Lexicon) -> None:
        rows = lexicon.rows("incidents")
        kinds = {
            kind: [r["term"] for r in rows if r["kind"] == kind] for kind in ("apart", "other", "noun", "revised", "lowered", "several")
        }
        nouns = kinds["noun"] + [r["term"] for r in lexicon.rows("attacks") if r["role"] == "weapon"]
        self._apart = re.compile(rf"\b(?:{_any(kinds['apart'])}|(?:{_any(kinds['other'])}) (?:[\w-]+ )?(?:{_any(nouns)}))\b", re.IGNORECASE)
        plural = _any(f"{n.removesuffix('s')}s" for n in nouns)
        self._several = re.compile(rf"\b(?:{_any(kinds['several'])})\s+(?:[\w-]+\s+){{0,2}}?(?:{plural})\b", re.IGNORECASE)
        self._more = re.compile(r"\b(?:another|a further)\s*$", re.IGNORECASE)
        self._too = re.compile(r"\W*(?:\w+\s+){0,3}?(?:also|others)\b", re.IGNORECASE)
        self._lowered = re.compile(rf"\b(?:{_any(kinds['lowered'])})\b", re.IGNORECASE)
        self._revised = re.compile(rf"\b(?:{_any(kinds['revised'])})\b", re.IGNORECASE)

    def several(self, statement: Statement) -> bool:
        """Whether the sentence tells of several attacks: "two bombings", "a series of raids"."""
        return self._several.search(statement.sentence) is not None

    def apart(self, statement: Statement, before: Statement | None, told: Collection[Key] = ()) -> bool:
        """Whether the words between a statement and the one before it in its sentence (or the sentence's start) begin another incident.

        So do "another five", where one of the keys ``told`` counts the same, and "six were also killed", where the one before does.
        """
        sentence, start, end = statement.sentence, 0, statement.sentence.find(statement.evidence)
        if before and before.sentence == sentence:
            start = max(0, sentence.find(before.evidence)) + len(before.evidence)
            end = start + statement.start - before.start - len(before.evidence)
        listed = before is not None and before.sentence == sentence and before.key != statement.key  # "killed 16 and wounded another 40"
        more = not listed and self._more.search(sentence[: max(start, end)]) and any(fits(key, statement.key) for key in told)
        too = self._too.match(sentence, max(start, end) + len(statement.evidence)) and before is not None and before.key == statement.key
        return bool(more or too or self._apart.search(sentence, start, max(start, end)))

    def newer(self, one: Statement, other: Statement) -> Statement | None:
        """Which of two figures of one source corrects the other; None where no word says that either does."""
        told = f"{one.sentence} {other.sentence}"
        smaller, larger = sorted((one, other), key=lambda s: s.figure or 0)
        if self._lowered.search(told):
            return smaller
        return larger if self._revised.search(told) else None


def preceding(said: Sequence[Statement]) -> dict[str, Statement]:
    """For each statement of an article the one before it, by id."""
    return {s.id: before for before, s in pairwise(said)}


def _any(terms: Iterable[str]) -> str:
    return "|".join(re.escape(term) for term in sorted(terms, key=len, reverse=True))
