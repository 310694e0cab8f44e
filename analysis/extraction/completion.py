"""What linked claims tell of each other: who did it, where it was and who says so."""

from collections.abc import Sequence

from analysis.extraction.claim import Claim
from analysis.extraction.parties import own_of
from analysis.extraction.sentences import Document
from analysis.extraction.when.own_days import own_day
from analysis.extraction.where.gazetteer import BOTH, COUNTRIES, gazetteer
from analysis.extraction.where.mentions import mentions

LEAD = 2  # the last sentence that may be the lead of a headline


def complete_repeats(document: Document, claims: Sequence[Claim], index: dict[int, int]) -> None:
    """Who did it, where one mention of an event leaves that out and another tells; and of a headline what its lead tells of it."""
    first = {claim.start_char: claim for claim in claims}
    pairs = [(first[claim.same_as], claim) for claim in claims if claim.same_as is not None and claim.scope == "event"]
    for one, other in [*pairs, *((b, a) for a, b in pairs)]:
        if one.perpetrator == "unknown" and other.perpetrator:
            one.perpetrator = other.perpetrator
    for one, other in pairs:
        if index[one.start_char] < index[other.start_char] <= LEAD:
            _complete_headline(document, one, other)
        elif one.place and one.place not in (other.admin1, *COUNTRIES, BOTH) and not mentions(document.sentence_at(other.start_char)):
            other.place, other.lat, other.lon, other.admin1 = one.place, one.lat, one.lon, one.admin1


def _complete_headline(document: Document, headline: Claim, lead: Claim) -> None:
    """Where it was, of a headline that names only the country, and who says so, of one that names nobody."""
    known = gazetteer(document.lexicon)
    wide, narrow = known.get(headline.place or ""), known.get(lead.place or "")
    if narrow and (wide is None or (wide.kind == "country" and narrow.country == wide.name)):
        headline.place, headline.lat, headline.lon, headline.admin1 = lead.place, lead.lat, lead.lon, lead.admin1
    if headline.speaker == "reporter":
        headline.speaker = lead.speaker


def share_authors(claims: Sequence[Claim]) -> None:
    """A part of which nobody says who did it is its total's author's, unless it counts that author's own fighters."""
    by_start = {claim.start_char: claim for claim in claims}
    for part in claims:
        total = by_start.get(part.part_of) if part.part_of is not None else None
        if total and part.perpetrator == "unknown" and total.perpetrator and total.scope == part.scope == "event":
            if not any(author in own_of(part.group) for author in total.perpetrator.split(";")):
                part.perpetrator = total.perpetrator


def share_starts(document: Document, claims: Sequence[Claim]) -> None:
    """A part of a running total that names no day runs from the same start: "37,000 have left since May, of whom 3,200 were arrested"."""
    by_start = {claim.start_char: claim for claim in claims}
    for part in claims:
        total = by_start.get(part.part_of) if part.part_of is not None else None
        if total is None or total.scope != "cumulative" or total.date_start is None or total.date_end is None:
            continue
        of_that_day = part.date_start == part.date_end == total.date_end
        if of_that_day and part.scope == "event":
            sentence = document.sentence_at(part.start_char)
            own = own_day(sentence, part.start_char - sentence.start)
            if own is None or own.since or own.speech:
                part.date_start, part.date_precision, part.scope = total.date_start, total.date_precision, total.scope
