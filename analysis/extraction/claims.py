"""The last stage: what the stages found becomes claims, one number said by somebody each (CODEBOOK.md)."""

import datetime as dt
from dataclasses import dataclass

from analysis.extraction.counted import Counted, is_about, read_counted, side_before
from analysis.extraction.links import link
from analysis.extraction.measures import Governed, govern, is_rate
from analysis.extraction.periods import period_of
from analysis.extraction.perpetrators import perpetrator_of
from analysis.extraction.places import place_of
from analysis.extraction.quantities import Quantity, find_quantities
from analysis.extraction.sentences import Document, Sentence
from analysis.extraction.speakers import speaker_of
from analysis.extraction.territory import find_lands, measured


@dataclass(slots=True)
class Claim:
    """One row of the claims table; the columns and their categories are the codebook's.

    ``start_char``/``end_char`` span the evidence in the article's text. ``part_of`` and ``same_as`` are start offsets
    of other claims of the same article (ids are made where articles have ids).
    """

    start_char: int
    end_char: int
    evidence: str
    sentence: str
    measure: str
    group: str | None
    detail: str | None
    value: float | None
    qualifier: str
    low: float | None
    high: float | None
    unit: str
    scope: str | None = None
    date_start: dt.date | None = None
    date_end: dt.date | None = None
    date_precision: str = "unknown"
    place: str | None = None
    lat: float | None = None
    lon: float | None = None
    admin1: str | None = None
    speaker: str = "reporter"
    perpetrator: str | None = None
    part_of: int | None = None
    same_as: int | None = None


def extract(document: Document) -> list[Claim]:
    """Every claim of a document, in the order of the text."""
    claims: list[Claim] = []
    for sentence in document.sentences:
        quantities = find_quantities(sentence)
        if quantities or "size of" in sentence.lower:
            claims += _read_sentence(document, sentence, quantities, claims)
    link(document, claims)
    return claims


def _read_sentence(document: Document, sentence: Sentence, quantities: list[Quantity], before: list[Claim]) -> list[Claim]:
    lands = find_lands(sentence, quantities)
    found = {land.quantity.first: _claim(document, sentence, land.quantity, land.measure, None, None, land.unit) for land in lands}
    people = [q for q in quantities if q.first not in found and not measured(sentence, q)]
    counted = [c for q in people if (c := read_counted(q)) is not None and not is_rate(c)]
    governed = govern(sentence, counted)
    made: list[Claim | None] = []
    for item in governed:
        claim = _people_claim(document, sentence, item, made, [*before, *(m for m in made if m)])
        made.append(claim)
        if claim:
            found[item.counted.first] = claim
    return [found[first] for first in sorted(found)]


def _people_claim(
    document: Document, sentence: Sentence, item: Governed, made: list[Claim | None], before: list[Claim]
) -> Claim | None:
    counted, quantity = item.counted, item.counted.quantity
    total = made[item.part] if item.part is not None and 0 <= item.part < len(made) else None
    if item.part == -1 and before and before[-1].measure not in ("territory_held", "territory_lost"):
        total = before[-1]
    measure = item.measure or (total.measure if total else None)
    if measure is None or quantity.value == 0 or (quantity.kind == "share" and (quantity.vague or quantity.value == 1)):
        return None
    group = counted.group or _context_group(document, sentence, item, total, before)
    if measure == "remaining" and not (group == "is_fighters" or is_about(document, "is_fighters")):
        return None
    claim = _claim(document, sentence, quantity, measure, group, counted.detail, counted.unit)
    claim.part_of = total.start_char if total else None
    return claim


def _context_group(document: Document, sentence: Sentence, item: Governed, total: Claim | None, before: list[Claim]) -> str:
    """Who "25", "20 others" or "12 fighters" are, where the phrase does not say."""
    counted: Counted = item.counted
    here = [claim for claim in before if claim.start_char >= sentence.start and claim.group]
    if counted.kind == "force":
        fighters = [c.group for c in here or before if c.group and c.group.endswith("fighters")]
        return side_before(sentence, counted.first) or (fighters[-1] if fighters else "other_fighters")
    if total and total.group:
        return total.group
    if item.relation == "toll" and item.trigger is not None and (side := side_before(sentence, item.trigger.first)):
        return side
    return here[-1].group if here and here[-1].group else "people"


def _claim(
    document: Document, sentence: Sentence, quantity: Quantity, measure: str, group: str | None, detail: str | None, unit: str
) -> Claim:
    start, end = quantity.start, quantity.end
    period = period_of(document, sentence, start, end, measure)
    place = place_of(document, sentence, start, end, measure)
    return Claim(
        start_char=start,
        end_char=end,
        evidence=document.text[start:end],
        sentence=sentence.text,
        measure=measure,
        group=group,
        detail=detail,
        value=quantity.value,
        qualifier=quantity.qualifier,
        low=quantity.low,
        high=quantity.high,
        unit=unit,
        scope=period.scope,
        date_start=period.date_start,
        date_end=period.date_end,
        date_precision=period.precision,
        place=place.name if place else None,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        admin1=place.admin1 if place else None,
        speaker=speaker_of(document, sentence, start, end),
        perpetrator=perpetrator_of(document, sentence, start, end, measure, group),
    )
