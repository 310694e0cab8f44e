"""The last stage: what the stages found becomes claims, one number said by somebody each (CODEBOOK.md)."""

import re
from dataclasses import replace

from analysis.extraction.claim import HARMS, Claim
from analysis.extraction.counted import read_counted
from analysis.extraction.links import link
from analysis.extraction.measures import govern
from analysis.extraction.periods import period_of
from analysis.extraction.perpetrators import perpetrator_of
from analysis.extraction.places import place_of
from analysis.extraction.quantities import Quantity, bounds, find_quantities, hedge_behind
from analysis.extraction.restatements import conceded, listed, replaced, restated
from analysis.extraction.sentences import Document, Sentence
from analysis.extraction.speakers import speaker_of
from analysis.extraction.speech import marks
from analysis.extraction.territory import find_lands, measured
from analysis.extraction.totals import (
    are_in_graves,
    counts_victims,
    share_days,
    share_place,
    share_with_total,
    total_of,
)
from analysis.extraction.what.governed import Governed
from analysis.extraction.what.other_wars import is_of_another_war
from analysis.extraction.what.rates import is_rate
from analysis.extraction.when.own_days import names_a_day
from analysis.extraction.where.candidates import candidates
from analysis.extraction.where.located import located
from analysis.extraction.where.wide_places import COUNTED_UP, place_of_total
from analysis.extraction.who.referents import who_is_meant
from analysis.extraction.who.sides import OWN, is_about

CONTEXT = 40  # claims before that may tell who is meant; keeps the work linear
SURRENDERING = frozenset("transferred transferring delivered transported walked came emerged brought".split())
DETAINED = re.compile(r"\band (?:were|had been|have been) (?:\w+ )?(?:detained|arrested|taken into custody)\b")
MOVED = frozenset(("transferred", "moved", "delivered"))
SAME_PERIOD = re.compile(r"\b(?:over|in|during) (?:the same|that) period\b")
CAPTIVITY = 3  # claims back to those who were taken
BESIDE = 60  # characters in which "and 20 women" stands beside men
BOMBERS = re.compile(
    r"(?: of (?:them|whom|these))?,?(?: who| while)?(?: were| had| was)? ?(?:wearing (?:explosive|suicide)|blew themselves up|detonat)"
)
BESIDE_MEN = re.compile(r"\b(?:women|children|boys|wives)\b")


def extract(document: Document) -> list[Claim]:
    """Every claim of a document, in the order of the text."""
    claims: list[Claim] = []
    for sentence in document.sentences:
        quantities = find_quantities(sentence)
        if quantities or "size of" in sentence.lower or " as big as " in sentence.lower or " as large as " in sentence.lower:
            claims += _read_sentence(document, sentence, quantities, claims[-CONTEXT:])
    link(document, claims)
    return claims


def _read_sentence(document: Document, sentence: Sentence, quantities: list[Quantity], before: list[Claim]) -> list[Claim]:
    lands = find_lands(sentence, quantities)
    found = {land.quantity.first: _claim(document, sentence, land.quantity, land.measure, None, None, land.unit) for land in lands}
    names = [m for m in marks.vocabulary(document.lexicon).all(sentence) if m.entry.kind == "name"]
    quantities = [q for q in quantities if not any(m.first < q.first and q.last <= m.last for m in names)]  # "Kurdistan 24"
    people = [
        q
        for q in quantities
        if q.first not in found
        and not measured(sentence, q)
        and (q.kind == "count" or _is_fraction(q))
        and not is_of_another_war(sentence, q.start - sentence.start)
    ]
    counted = [c for q in people if (c := read_counted(q)) is not None and not is_rate(c)]
    governed = govern(sentence, counted)
    made: list[Claim | None] = []
    for item in governed:
        beside = listed(sentence, item, governed[len(made) - 1], made[-1]) if made else None
        told = (m for m, other in zip(made, governed, strict=False) if m and other.part != len(made))  # not the "nine" of "nine of the 14"
        claim = _people_claim(document, sentence, item, made, [*before, *told], beside)
        made.append(claim or _figure_told(sentence, item, before))
        if claim:
            found[item.counted.first] = claim
    for part, item in zip(made, governed, strict=True):
        if part and item.part is not None and item.part > made.index(part) and (total := made[item.part]):
            share_with_total(sentence, part, total, item)  # "nine of the 14 dead"
    return [found[first] for first in sorted(found)]


def _people_claim(
    document: Document, sentence: Sentence, item: Governed, made: list[Claim | None], before: list[Claim], beside: Claim | None
) -> Claim | None:
    counted, quantity = item.counted, item.counted.quantity
    total = total_of(document, sentence, item, made, before)
    again = None if item.measure or total else beside or restated(document, sentence, counted, before)
    measure = _measure_told(item, total or again, before)
    if measure is None or quantity.value == 0:
        return None
    group = who_is_meant(document, sentence, item, measure, total, again, before)
    if group.endswith("fighters") and _is_taken(sentence, item, measure):
        measure = "detained"
    if measure == "remaining" and group != "is_fighters" and (item.relation == "there" or not is_about(document, "is_fighters")):
        return None
    detail = counted.detail
    near = sentence.lower[max(0, quantity.start - sentence.start - BESIDE) : quantity.end - sentence.start + BESIDE]
    own = not OWN.isdisjoint(sentence.words[quantity.last : counted.last])
    if detail == "men" and group.endswith("fighters") and (own or not BESIDE_MEN.search(near)):
        detail = None  # soldiers
    if detail == "foreign_fighters" and not group.endswith("fighters"):
        detail = None  # "30 foreign journalists"
    if detail is None and group.endswith("fighters"):
        detail = _kind_of_fighter(sentence, item)
    unit = counted.unit
    if total and total.unit == "families" and (counted.noun is None or counted.predicate):
        group, detail, unit = total.group or group, total.detail, total.unit  # "of the 230 families 60 were Iraqi"
    claim = _claim(document, sentence, _hedged_behind(item, quantity), measure, group, detail, unit)
    if total is not None:
        share_with_total(sentence, claim, total, item)
    elif sentence.says(SAME_PERIOD) and _of_paragraph(sentence, before) and not candidates(sentence):
        share_place(claim, before[-1])
    elif older := replaced(document, sentence, counted, measure, before):
        share_days(claim, older)
    elif told := again or conceded(document, sentence, counted, measure, before):
        if not names_a_day(sentence):
            share_days(claim, told)
        if again and not candidates(sentence):
            share_place(claim, told)
    return claim


def _of_paragraph(sentence: Sentence, before: list[Claim]) -> bool:
    """Whether the last claim before stands in the sentence's paragraph."""
    return bool(before) and sentence.document.sentence_at(before[-1].start_char).paragraph == sentence.paragraph


def _figure_told(sentence: Sentence, item: Governed, before: list[Claim]) -> Claim | None:
    """The claim that "the 217" of "the 217 included 67 civilians" takes up, whose parts are then told."""
    counted = item.counted
    takes_up = counted.noun is None and sentence.word(counted.first - 1) == "the" and item.measure is None
    return next((c for c in reversed(before) if takes_up and c.value and c.value == counted.quantity.value), None)


def _measure_told(item: Governed, told: Claim | None, before: list[Claim]) -> str | None:
    """What befell them, by the phrase or else by the claim ``told`` that it belongs to; victims are of what was told last."""
    measure = item.measure or (told.measure if told else None)
    if measure == "casualties" and counts_victims(item) and are_in_graves(item.counted.quantity.sentence):
        return "killed"
    whole = told if item.part is not None else before[-1] if before and before[-1].measure == "detained" else None
    if measure == "displaced" and whole and whole.measure in ("detained", "injured") and _are_moved_on(item, whole):
        return whole.measure
    if measure in ("displaced", "detained") and before and before[-1].measure == "released" and _are_freed(item, before[-1]):
        return "released"
    if measure == "displaced" and _escape(item, before[-CAPTIVITY:]):
        return "released"
    if measure and counts_victims(item) and before and before[-1].measure in ("killed", "injured"):
        return before[-1].measure
    return measure


def _are_moved_on(item: Governed, last: Claim) -> bool:
    """ "Iraq has received 150 captives. The 130 who were transferred ...", "12 wounded, two of whom were ...": told right before."""
    sentence, verb = item.counted.quantity.sentence, item.trigger
    near = sentence.index - sentence.document.sentence_at(last.start_char).index <= 1
    batch = item.counted.noun is None and sentence.words[max(0, item.counted.first - 2) : item.counted.first] == ["batch", "of"]
    batch = batch or (item.relation == "list" and last.start_char >= sentence.start)  # "and the other 150 on Sunday"
    return near and verb is not None and (batch or not MOVED.isdisjoint(sentence.words[verb.first : verb.last]))


def _are_freed(item: Governed, last: Claim) -> bool:
    """ "It freed 19 captives. Sixteen arrived safely in Homs", "... were handed over on Monday": those whose release was told last."""
    sentence, verb = item.counted.quantity.sentence, item.trigger
    if verb is None or sentence.index - sentence.document.sentence_at(last.start_char).index > 1:
        return False
    told, behind = sentence.words[verb.first : verb.last], sentence.words[verb.last : verb.last + 1]
    others = item.counted.noun in (None, "others") and told[:1] in (["reached"], ["arrived"])  # "Eleven others reached SDF lines last week"
    return others or behind == ["safely"] or (told[-2:] == ["handed", "over"] and behind != ["to"])


def _escape(item: Governed, before: list[Claim]) -> bool:
    """ "Militants seized 36 women ... Four of the women have got away": of captives, who have not fled but are free."""
    sentence, verb = item.counted.quantity.sentence, item.trigger.first if item.trigger else 0
    away = sentence.words[verb : verb + 2] == ["got", "away"] or sentence.word(verb) == "escaped"
    return away and item.counted.definite and any(c.measure == "detained" for c in before)


def _is_taken(sentence: Sentence, item: Governed, measure: str) -> bool:
    """Fighters who come out surrender, and those sent home are tried there (CODEBOOK.md, measure)."""
    verb = sentence.words[item.trigger.first : item.trigger.last] if item.trigger else []
    screened = measure == "displaced" and sentence.says(DETAINED)
    return (
        screened or (measure == "released" and "repatriated" in verb) or (measure == "displaced" and bool(verb) and verb[0] in SURRENDERING)
    )


def _is_fraction(quantity: Quantity) -> bool:
    """A share that counts people: exact, and not "all"."""
    return not quantity.vague and quantity.value != 1


def _kind_of_fighter(sentence: Sentence, item: Governed) -> str | None:
    """Suicide bombers by what they did ("13 blew themselves up"), foreign fighters by their nation ("2,000 foreigners")."""
    counted = item.counted
    if BOMBERS.match(sentence.lower, counted.quantity.end - sentence.start):
        return "suicide_bombers"
    return "foreign_fighters" if counted.noun == "foreigners" else None


def _hedged_behind(item: Governed, quantity: Quantity) -> Quantity:
    """ "8 members of the group at the minimum": the hedge behind the noun sets the qualifier, the number alone is the evidence."""
    if quantity.qualifier != "exact" or quantity.value is None:
        return quantity
    hedge = hedge_behind(quantity.sentence, item.counted.last)
    if hedge is None:
        return quantity
    low, high = bounds(quantity.value, hedge)
    return replace(quantity, qualifier=hedge, low=low, high=high)


def _claim(
    document: Document, sentence: Sentence, quantity: Quantity, measure: str, group: str | None, detail: str | None, unit: str
) -> Claim:
    start, end = quantity.start, quantity.end
    period = period_of(document, sentence, start, end, measure)
    place = place_of(document, sentence, start, end, measure)
    counted_up = measure in (*HARMS, "displaced", "remaining")
    if place and counted_up and (period.is_long or period.scope != "event" or sentence.says(COUNTED_UP)):
        place = place_of_total(document, sentence, place, measure in HARMS and period.is_long)
    elif measure in HARMS and period.scope == "event":
        place = located(document, sentence, place) or place
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
        speaker=speaker_of(document, sentence, start),
        perpetrator=perpetrator_of(document, sentence, start, end, measure, group),
    )
