"""How an article was read: each number of it, what every stage made of it, and why it did not become a claim."""

import re
from collections.abc import Iterator

from analysis.extraction.claim import Claim
from analysis.extraction.claims import extract
from analysis.extraction.counted import Counted, read_counted
from analysis.extraction.measures import govern
from analysis.extraction.quantities import Quantity, find_quantities
from analysis.extraction.sentences import Document, Sentence
from analysis.extraction.territory import measured
from analysis.extraction.what.other_wars import is_of_another_war
from analysis.extraction.what.rates import is_rate

SHARE = "a share, but neither of people with a word for what befell them nor of land that Islamic State holds or lost"
BREAK = re.compile(r"[\n:;]|[-–—•*] ")


def explain(document: Document) -> Iterator[str]:
    """Lines of text: every sentence that holds a number, and below it a block for each number.

    A block for a claim names the stage's findings; one for a number left out names the stage that left it out.
    """
    claims = {claim.start_char: claim for claim in extract(document)}
    for sentence in document.sentences:
        quantities = find_quantities(sentence)
        here = [c for c in claims.values() if sentence.start <= c.start_char < sentence.end]
        if not quantities and not here:
            continue
        yield f"[{sentence.start}-{sentence.end}] {' '.join(sentence.text.split())}"
        starts = {q.start: q for q in quantities}
        for start in sorted({*starts, *(c.start_char for c in here)}):
            if start in claims:
                yield from _claim_lines(claims[start])
            else:
                quantity = starts[start]
                yield f"  - {_evidence(document, quantity)}: no claim; {why_not(sentence, quantities, quantity)}"
        yield ""


def why_not(sentence: Sentence, quantities: list[Quantity], quantity: Quantity) -> str:
    """The reason for which a number of ``sentence`` is no claim, in words."""
    if measured(sentence, quantity):
        return "a length or an area, but nothing says that it is land which Islamic State holds"
    if quantity.kind == "share" and (quantity.vague or quantity.value == 1):
        return "a share, but not of land with a word for holding or losing it, and vague shares of people are not coded"
    counted = read_counted(quantity)
    if counted is None:
        return SHARE if quantity.kind == "share" else "what it counts is no people (lexicon/groups.csv)"
    if is_of_another_war(sentence, quantity.start - sentence.start):
        return "of another war"
    if is_rate(counted):
        return "a rate, not a number of people"
    phrases = [c for q in quantities if not measured(sentence, q) and (c := read_counted(q)) is not None and not is_rate(c)]
    for item in govern(sentence, phrases):
        if item.counted.quantity.start != quantity.start:
            continue
        if item.relation == "unreal":
            return "planned, threatened, possible or denied"
        if item.measure is None:
            return _without_fate(counted)
        return f"{item.measure}, but not of people that the article tells of"
    return "not read as a count of people"


def _without_fate(counted: Counted) -> str:
    """What is said of a number that no word for a fate governs; a noun behind a break, as in the next line of a list, is not its own."""
    quantity, tokens = counted.quantity, counted.quantity.sentence.tokens
    between = quantity.sentence.document.text[quantity.end : tokens[min(counted.last, len(tokens)) - 1].end]
    if counted.noun is None or BREAK.search(between):
        return SHARE if quantity.kind == "share" else "nothing behind it says whom it counts, nor what befell them"
    return f"counts {counted.noun}, but no word tells what befell them (lexicon/measures.csv)"


def _claim_lines(claim: Claim) -> Iterator[str]:
    figure = f"{claim.qualifier}, {_number(claim.low)} to {_number(claim.high)} {claim.unit}"
    yield f"  + “{claim.evidence}”: {claim.measure}, {claim.group or 'land'}{f' ({claim.detail})' if claim.detail else ''}; {figure}"
    period = f"{claim.date_start or '?'} to {claim.date_end or '?'} ({claim.date_precision})"
    yield f"      {claim.scope}, {period}, {claim.place or 'place unknown'}; said by {claim.speaker}; by {claim.perpetrator or 'nobody named'}"  # noqa: E501
    for word, link in (("part of", claim.part_of), ("says again", claim.same_as)):
        if link is not None:
            yield f"      {word} the claim at {link}"


def _evidence(document: Document, quantity: Quantity) -> str:
    return f"“{document.text[quantity.start : quantity.end]}”"


def _number(value: float | None) -> str:
    return "open" if value is None else f"{value:,.10g}"
