"""The last stage: what the stages found becomes claims, one number said by somebody each (CODEBOOK.md)."""

import datetime as dt
import re
from dataclasses import dataclass, replace
from itertools import pairwise

from analysis.extraction import marks
from analysis.extraction.candidates import candidates, inside_a_country
from analysis.extraction.counted import QUOTES, Counted, read_counted
from analysis.extraction.links import link
from analysis.extraction.measures import Governed, govern, is_rate, triggers
from analysis.extraction.periods import names_a_day, period_of
from analysis.extraction.perpetrators import perpetrator_of
from analysis.extraction.places import place_of
from analysis.extraction.quantities import Quantity, bounds, find_quantities, hedge_behind
from analysis.extraction.sentences import Document, Sentence
from analysis.extraction.sides import Entry, class_before, class_inside, group_of, is_about, named_sides, people_named, side_before
from analysis.extraction.speakers import about_iraq, speaker_of
from analysis.extraction.terms import Match
from analysis.extraction.territory import find_lands, measured

HARMS = ("killed", "injured", "casualties")
CONTEXT = 40  # claims before that may tell who is meant; keeps the work linear
TOPIC_REACH = 2  # sentences back to which "36 were taken" goes on about the same people
LOSING = ("lost", "losing", "loses")
GAPPING = frozenset(("and", ",", "while", "against", "but"))
COSTING = ("cost", "costs", "costing")
SURRENDERING = frozenset("transferred transferring delivered transported walked came emerged brought".split())
FIGURES = frozenset(("figure", "number", "count", "total", "tally"))
RISING = ("to", "at", "of", "reached")  # "the toll rises to 11 44 injured"
CONCEDING = frozenset("conceded concedes acknowledged acknowledges admitted admits reported reports confirmed confirms alleged".split())
NO_TOLL = frozenset("put puts putting interviewed called calls expects supplied found finds saw identified published".split())
REVISED = frozenset(("updated", "revised", "raised", "lowered", "corrected"))
FIGURE_REACH = 4  # words in which "the figure at" stands before a number
AGENT_REACH = 3  # words before a verb in which its subject is looked for
OTHERS_REACH = 8  # words back to the people of whom "others" are the rest
OWNER_REACH = 4  # words before "death toll" in which its side is named
MAKE_UP = ("accounted for", "account for", "accounting for", "made up", "make up", "making up", "represented", "represent", "constitute")
BESIDE_MEN = re.compile(r"\b(?:women|children|boys|wives)\b")
COMPARED = re.compile(r"\b(?:up|down) from (?:the |an? (?:earlier|previous) )?$")  # "19 dead, up from the 16 that it gave earlier"
COMPARED_REACH = 30  # characters before a figure in which it is said to be an earlier one
WHOLE_REACH = 4  # sentences back to the whole of "fifteen of the wounded"


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
        if quantities or "size of" in sentence.lower or " as big as " in sentence.lower or " as large as " in sentence.lower:
            claims += _read_sentence(document, sentence, quantities, claims[-CONTEXT:])
    link(document, claims)
    return claims


def _read_sentence(document: Document, sentence: Sentence, quantities: list[Quantity], before: list[Claim]) -> list[Claim]:
    lands = find_lands(sentence, quantities)
    found = {land.quantity.first: _claim(document, sentence, land.quantity, land.measure, None, None, land.unit) for land in lands}
    told = {match.last for match in triggers(sentence)}
    beside = {  # "short URL 9427 At least 10 civilians": the page's, not a count
        a.first for a, b in pairwise(quantities) if a.last == b.first and a.first not in told and sentence.words[a.first - 1] not in RISING
    }
    people = [
        q
        for q in quantities
        if q.first not in found and q.first not in beside and not measured(sentence, q) and (q.kind == "count" or _is_fraction(q))
    ]
    counted = [c for q in people if (c := read_counted(q)) is not None and not is_rate(c)]
    governed = govern(sentence, counted)
    made: list[Claim | None] = []
    for item in governed:
        claim = _people_claim(document, sentence, item, made, [*before, *(m for m in made if m)])
        made.append(claim)
        if claim:
            found[item.counted.first] = claim
    for part, item in zip(made, governed, strict=True):
        if part and item.part is not None and item.part > made.index(part) and (total := made[item.part]):
            _share_with_total(sentence, part, total, item)  # "nine of the 14 dead"
    return [found[first] for first in sorted(found)]


def _people_claim(document: Document, sentence: Sentence, item: Governed, made: list[Claim | None], before: list[Claim]) -> Claim | None:
    counted, quantity = item.counted, item.counted.quantity
    totals = [c for c in before if not COMPARED.search(document.text, max(0, c.start_char - COMPARED_REACH), c.start_char)]
    definite = counted.definite and item.part is None
    total = made[item.part] if item.part is not None and 0 <= item.part < len(made) else None
    if item.part == -1:
        total = _told_before(sentence, item, totals)
    share_of_them = quantity.kind == "share" and _says_them(sentence, item)
    of_that_number = sentence.words[quantity.last : quantity.last + 2] == ["of", "that"]
    if definite and (item.measure or counted.detail or share_of_them or of_that_number or _is_reported(sentence, counted.first)):
        total = _whole(document, sentence, item, totals)
    restated = None if item.measure or total else _restated(document, sentence, counted, before)
    told = total or restated
    measure = item.measure or (told.measure if told else None)
    if measure is None or quantity.value == 0:
        return None
    if counted.noun == "victims" and item.relation == "head" and before and before[-1].measure in ("killed", "injured"):
        measure = before[-1].measure
    group = counted.group or (restated.group if restated else _context_group(document, sentence, item, total, before))
    if total and counted.definite and counted.kind == "casualty":
        group = total.group  # "38 of the deaths"
    here = bool(before) and before[-1].start_char >= sentence.start
    if here and counted.noun is None and not total and (side := _side_beside(sentence, counted.first)):
        group = side
    if group == "people" and (side := _losing_side(sentence, item)):
        group = side
    if group == "government_fighters" and about_iraq(document) and not _names_syrians(sentence):
        group = "other_fighters"  # soldiers in an article about Iraq are Iraq's
    if group == "people" and total and total.group and total.group.endswith("fighters") and total.measure == measure:
        group = total.group  # "24 jihadists, among them eight foreigners"
    if (
        measure == "released"
        and group == "is_fighters"
        and item.trigger
        and "repatriated" in sentence.words[item.trigger.first : item.trigger.last]
    ):
        measure = "detained"  # fighters sent home are tried there
    if measure == "displaced" and group == "is_fighters" and item.trigger and sentence.words[item.trigger.first] in SURRENDERING:
        measure = "detained"  # fighters who come out surrender (CODEBOOK.md, measure)
    gives_up = measure == "detained" and group == "people" and counted.noun is None and _gives_up(sentence, item)
    if (gives_up or (measure == "remaining" and counted.noun == "men")) and is_about(document, "is_fighters"):
        group = "is_fighters"  # "they have 1,000 men left", "60 gave themselves up"
    if measure == "remaining" and group != "is_fighters" and (item.relation == "there" or not is_about(document, "is_fighters")):
        return None
    detail = counted.detail
    if quantity.kind == "share" and (subject := class_before(sentence, quantity.first, MAKE_UP)):
        group, detail = subject.group or group, subject.detail
    if detail == "men" and group.endswith("fighters") and not BESIDE_MEN.search(sentence.lower):
        detail = None  # soldiers
    claim = _claim(document, sentence, _hedged_behind(item, quantity), measure, group, detail, counted.unit)
    if total is not None:
        _share_with_total(sentence, claim, total, item)
    return claim


def _gives_up(sentence: Sentence, item: Governed) -> bool:
    """ "60 had surrendered": who gives himself up has fought."""
    verb = sentence.words[item.trigger.first : item.trigger.last] if item.trigger else []
    return bool(verb) and (verb[0].startswith("surrender") or verb[-1] in ("themselves", "up", "in"))


def _told_before(sentence: Sentence, item: Governed, before: list[Claim]) -> Claim | None:
    """The total that "they include ..." or "among the dead were ..." breaks down: the last that may hold it."""
    subject = class_before(sentence, item.counted.first, ("included", "include", "includes"))
    people = [c for c in before if c.unit == "people" and not c.measure.startswith("territory")]
    told = [c for c in people if c.measure == (item.measure or c.measure)] or (people if item.relation != "part" else [])
    value = item.counted.quantity.value
    if subject and (same := [c for c in told if c.group == subject.group and c.detail is None]):
        return same[-1]
    earlier = [c for c in told if c.start_char < sentence.start]
    may_hold = [c for c in earlier if value is None or c.value is None or c.value > value]
    holding = [c for c in may_hold if c.part_of is None or (item.counted.predicate and c.detail is None)]
    return (holding or earlier or [None])[-1]


def _share_with_total(sentence: Sentence, part: Claim, total: Claim, item: Governed) -> None:
    """A part is about its total's days and place, unless a verb of its own tells of others."""
    part.part_of = total.start_char
    own_day = names_a_day(sentence)
    of_the_whole = item.counted.definite and not own_day  # "1,400 of those deaths"
    if total.start_char < sentence.start and own_day and part.date_end:
        return  # "76 children were among those killed over the last 15 days"
    if item.relation in ("part", "list") or item.counted.predicate or part.date_end is None or of_the_whole:
        part.scope, part.date_precision = total.scope, total.date_precision
        part.date_start, part.date_end = total.date_start, total.date_end
        if part.measure == "displaced" and total.start_char < sentence.start and inside_a_country(candidates(sentence)):
            return  # "2,900 of them have been brought to Al-Hol"
        part.place, part.lat, part.lon, part.admin1 = total.place, total.lat, total.lon, total.admin1


def _is_fraction(quantity: Quantity) -> bool:
    """A share that counts people: exact, and not "all"."""
    return not quantity.vague and quantity.value != 1


def _hedged_behind(item: Governed, quantity: Quantity) -> Quantity:
    """ "8 members of the group at the minimum": the hedge behind the noun sets the qualifier, the number alone is the evidence."""
    if quantity.qualifier != "exact" or quantity.value is None:
        return quantity
    hedge = hedge_behind(quantity.sentence, item.counted.last)
    if hedge is None:
        return quantity
    low, high = bounds(quantity.value, hedge)
    return replace(quantity, qualifier=hedge, low=low, high=high)


def _context_group(document: Document, sentence: Sentence, item: Governed, total: Claim | None, before: list[Claim]) -> str:
    """Who "25", "20 others" or "12 fighters" are, where the phrase does not say."""
    counted: Counted = item.counted
    here = [
        c for c in before if c.start_char >= sentence.start and c.group and c.unit != "share" and (c.part_of is None or not counted.noun)
    ]
    if counted.kind == "force":
        fighters = [c.group for c in here or before if c.group and c.group.endswith("fighters")]
        about_is = item.measure in ("detained", "remaining") and is_about(document, "is_fighters")
        side = side_before(sentence, counted.first, _behind_the_agent(sentence, item))
        return side or ("is_fighters" if about_is else fighters[-1] if fighters else "other_fighters")
    if total and total.group:
        return total.group
    if item.relation == "toll" and item.trigger is not None and item.trigger.entry[0].form == "toll":
        if named := class_inside(sentence, item.trigger.first - 1, item.trigger.last):
            return named
        if item.measure in HARMS and sentence.words[item.trigger.first - 1] in ("their", "its") and before and before[-1].group:
            return before[-1].group
        if item.measure in HARMS and (side := side_before(sentence, counted.first, item.trigger.first - OWNER_REACH)):
            return side
    if counted.noun == "others" and (rest := _rest_of(document, sentence, counted.first, before)):
        return rest
    if counted.noun is None and (apposed := _apposed(sentence, counted.first)):
        return apposed
    same = [c for c in before if c.measure == item.measure and c.group and c.value is not None and c.value == counted.quantity.value]
    if same and counted.noun is None:
        return same[-1].group or "people"
    whole = [c for c in here if c.part_of is None] or here
    if whole:
        mixed = item.measure != whole[-1].measure and len({c.group for c in whole if c.measure == whole[-1].measure}) > 1
        return "people" if mixed else whole[-1].group or "people"
    if counted.definite and _says_them(sentence, item) and (meant := _antecedent(document, sentence, item, before)):
        return meant
    if counted.definite and (item.measure not in HARMS or any(c.measure == item.measure for c in before)):
        return side_before(document.sentences[max(0, sentence.index - 1)], 10**6) or "people"
    topic = [
        c
        for c in before
        if c.measure == item.measure not in HARMS
        and c.part_of is None
        and sentence.index - document.sentence_at(c.start_char).index <= TOPIC_REACH
    ]
    return (topic[-1].group if topic and counted.noun is None else None) or "people"


def _rest_of(document: Document, sentence: Sentence, i: int, before: list[Claim]) -> str | None:
    """ "Eight soldiers were killed and 20 others injured", "... Three others were wounded.": of the people told right before."""
    last = next((c for c in reversed(before) if c.part_of is None), None)
    if last is None or last.measure not in HARMS or last.group in (None, "people"):
        return None
    near = last.start_char >= sentence.tokens[max(0, i - OTHERS_REACH)].start
    told = [c for c in before if document.sentence_at(c.start_char).index == sentence.index - 1]
    opens = i <= 1 and bool(told) and len({c.group for c in told if c.measure in HARMS}) == 1
    return last.group if near or opens else None


def _apposed(sentence: Sentence, i: int) -> str | None:
    """ "The remaining jihadists, 200 at most, were cornered": the people right before the comma before word ``i``."""
    if i < 2 or sentence.words[i - 1] != ",":
        return None
    noun = next((m for m in people_named(sentence) if m.last == i - 1), None)
    group = _group_named(sentence, noun) if noun else None
    return None if group == "people" else group


def _antecedent(document: Document, sentence: Sentence, item: Governed, told: list[Claim]) -> str | None:
    """Whom "killed 30 of them" means: the people named last in the sentence, but for its verb's subject, or a side of the one before."""
    verb = item.trigger if item.trigger and item.trigger.last <= item.counted.first else None
    joined = verb is not None and verb.first > 0 and sentence.words[verb.first - 1] in ("and", "then", ",")  # its subject is further off
    until = verb.first - (0 if joined else AGENT_REACH) if verb else item.counted.first
    if here := [m for m in people_named(sentence) if m.last <= until]:
        return _group_named(sentence, here[-1])
    counted = {c.group for c in told if document.sentence_at(c.start_char).index == sentence.index - 1 and c.group != "people"}
    if len(counted) == 1:
        return counted.pop()
    before = document.sentences[sentence.index - 1] if sentence.index else None
    there = _groups_of(before, people_named(before)) if before else []
    return next((group for group in reversed(there) if group.endswith("fighters")), there[-1] if there else None)


def _groups_of(sentence: Sentence, named: list[Match[Entry]]) -> list[str]:
    """The groups of nouns for people, in their order, of those that tell one."""
    return [group for m in named if (group := _group_named(sentence, m)) not in (None, "people")]


def _group_named(sentence: Sentence, noun: Match[Entry]) -> str | None:
    """The group of a noun for people with the side right before it ("al-Nusra terrorists")."""
    return group_of(sentence, [*(m for m in named_sides(sentence) if m.last == noun.first), noun])


def _behind_the_agent(sentence: Sentence, item: Governed) -> int:
    """The first word behind "The SDF captured" in "The SDF captured 63 fighters": who does it is not who it is done to."""
    verb = item.trigger
    if verb is None or verb.last > item.counted.first or item.relation not in ("beside", "far") or item.measure not in (*HARMS, "detained"):
        return 0
    subject = sentence.words[max(0, verb.first - AGENT_REACH) : verb.first]
    near = not {",", *LOSING} & {*subject, sentence.words[verb.first]} and side_before(sentence, verb.first, verb.first - AGENT_REACH)
    return verb.last if near and any(s.form in ("object", "both") for s in verb.entry) else 0


def _names_syrians(sentence: Sentence) -> bool:
    """Whether the sentence says that these are Syria's: "the Syrian army", "Assad's troops"."""
    return any(word.startswith(("syria", "assad")) for word in sentence.words)


def _side_beside(sentence: Sentence, i: int) -> str | None:
    """The side of a clause without a noun: "the SDF has lost 40 fighters and Islamic State 90", "... and the SDF has lost at least 89"."""
    while i and (sentence.words[i - 1] in LOSING or sentence.words[i - 1] in ("has", "have", "had")):
        i -= 1
    named = next((m for m in named_sides(sentence) if m.last == i and m.entry.kind == "owner"), None)
    joined = named is not None and GAPPING & set(sentence.words[max(0, named.first - 2) : named.first])
    return named.entry.group if named and joined else None


def _losing_side(sentence: Sentence, item: Governed) -> str | None:
    """ "The army lost 12 men", "it cost the army 12 men": the side that the verb's subject or its other object names."""
    verb = item.trigger
    if verb is not None and sentence.words[verb.first] in COSTING:
        sides = [m.entry.group for m in named_sides(sentence) if verb.last <= m.first and m.last <= item.counted.first]
        return sides[-1] if sides else None
    if verb is None or sentence.words[verb.first] not in LOSING or verb.last > item.counted.first:
        return None
    subject = class_before(sentence, verb.last, LOSING)
    return (subject.group if subject else None) or side_before(sentence, verb.first)


def _whole(document: Document, sentence: Sentence, item: Governed, before: list[Claim]) -> Claim | None:
    """The claim that "four of the women" or "fifteen of the wounded" is a part of; "of them" reaches one sentence back."""
    reach = 1 if item.counted.noun is None and item.relation != "state" and _says_them(sentence, item) else WHOLE_REACH
    for claim in reversed(before):
        if sentence.index - document.sentence_at(claim.start_char).index > reach:
            return None
        fits = item.counted.group in (None, claim.group) or claim.group == "people" or item.counted.kind == "casualty"
        fits = fits and (item.measure is not None or claim.detail == item.counted.detail)
        if (
            claim.measure == (item.measure or claim.measure)
            and claim.unit == "people"
            and fits
            and claim.value != item.counted.quantity.value
        ):
            return claim
    return None


def _says_them(sentence: Sentence, item: Governed) -> bool:
    last = item.counted.quantity.last
    return [t.lower for t in sentence.tokens[last : last + 2]] in (["of", "them"], ["of", "whom"])


def _restated(document: Document, sentence: Sentence, counted: Counted, before: list[Claim]) -> Claim | None:
    """What a figure with no verb of its own says again or otherwise: the last claim for one that somebody gives ("put the figure at 45",
    "SANA spoke of 40", "acknowledged 24"), or the same number of the same group shortly before."""
    words = [w for w in sentence.words[max(0, counted.first - FIGURE_REACH - 1) : counted.first] if w not in QUOTES][-FIGURE_REACH:]
    figure = (FIGURES | REVISED) & set(words) and words[-1:] in (["at"], ["as"], ["to"], ["of"]) and counted.noun is None
    figure = figure and counted.quantity.kind == "count"
    if before and not before[-1].measure.startswith("territory") and (figure or _is_reported(sentence, counted.first)):
        return before[-1] if sentence.index - document.sentence_at(before[-1].start_char).index <= TOPIC_REACH else None
    for claim in reversed(before):
        if sentence.index - document.sentence_at(claim.start_char).index > WHOLE_REACH:
            return None
        if counted.group and (claim.group, claim.value) == (counted.group, counted.quantity.value) and claim.value is not None:
            return claim
    return None


def _is_reported(sentence: Sentence, first: int) -> bool:
    """Whether a verb of counting or conceding stands right before the number at word ``first``."""
    while first and sentence.words[first - 1] in ("only", "just", "a", "total", "of"):
        first -= 1
    verb = marks.vocabulary(sentence.document.lexicon).before(sentence, first)
    said = sentence.words[first - 1] if first else ""
    spoken = sentence.words[max(0, first - 1) : first + 1] in (["spoke", "of"], ["speaks", "of"], ["spoken", "of"])
    return spoken or (verb is not None and ((verb.entry.kind == "count" and said not in NO_TOLL) or said in CONCEDING))


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
