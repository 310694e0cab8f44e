"""The stage after the clauses: which claims are parts of a total, and which say again what was said before."""

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from analysis.extraction.sentences import Document

if TYPE_CHECKING:
    from analysis.extraction.claims import Claim

PART_SENTENCES = 4  # how far behind its total a breakdown may stand
ROUNDED = 0.05  # "nearly 5,000" says "around 4,900" again


def link(document: Document, claims: Sequence["Claim"]) -> None:
    """Fill ``part_of`` and ``same_as`` of the claims of one document, in the order of the text."""
    index = {claim.start_char: document.sentence_at(claim.start_char).index for claim in claims}
    for k, claim in enumerate(claims):
        claim.same_as = _repeat(claim, claims[:k], index)
    for number in sorted(set(index.values())):
        here = [c for c in claims if index[c.start_char] == number]
        _break_down(here, [c for c in claims if 0 <= number - index[c.start_char] <= PART_SENTENCES and c not in here], claims)


def _repeat(claim: "Claim", before: Sequence["Claim"], index: dict[int, int]) -> int | None:
    """The first mention of the same statement: same measure, unit and figure, the group, day and place not at odds."""
    for other in before:
        if index[other.start_char] == index[claim.start_char] or other.same_as is not None:
            continue
        alike = (
            other.measure == claim.measure
            and other.unit == claim.unit
            and other.detail == claim.detail
            and _agree(other.group, claim.group, "people")
            and _agree(other.date_end, claim.date_end, None)
            and (other.scope == claim.scope or "stock" not in (other.scope, claim.scope))
            and _same_figure(other, claim)
            and (_same_speaker(other, claim))
        )
        if alike:
            return other.start_char
    return None


def _agree(a: object, b: object, open_value: object) -> bool:
    return a == b or a is None or b is None or open_value in (a, b)


def _same_speaker(a: "Claim", b: "Claim") -> bool:
    first, second = set(a.speaker.split(";")), set(b.speaker.split(";"))
    return bool(first & second) or "reporter" in (a.speaker, b.speaker)


def _same_figure(a: "Claim", b: "Claim") -> bool:
    if a.value is None or b.value is None:
        return (a.low, a.high) == (b.low, b.high) and a.low is not None
    if a.value == b.value:
        return True
    return max(a.value, b.value) >= 100 and abs(a.value - b.value) <= ROUNDED * max(a.value, b.value) and "exact" not in (a.qualifier, b.qualifier)


def _break_down(here: list["Claim"], before: list["Claim"], claims: Sequence["Claim"]) -> None:
    """Figures of one sentence that add up to a total named shortly before, or in the same sentence, are its parts."""
    free = [c for c in here if c.part_of is None and c.same_as is None and c.value is not None and c.unit == "people"]
    for total in [*reversed(before), *here]:
        if total.value is None or total.unit != "people" or any(c.part_of == total.start_char for c in claims):
            continue
        parts = [c for c in free if c is not total and c.measure == total.measure and _is_narrower(c, total)]
        for size in range(len(parts), 1, -1):
            chosen = next((p for p in combinations(parts[:8], size) if sum(c.value or 0 for c in p) == total.value), None)
            if chosen:
                for part in chosen:
                    part.part_of = total.start_char
                return


def _is_narrower(part: "Claim", total: "Claim") -> bool:
    return (part.group == total.group or total.group == "people") and _agree(part.date_end, total.date_end, None) and part.part_of is None
