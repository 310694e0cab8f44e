"""Where a claim is about: of the places named in its clause, its sentence or the telling around it, the most specific that fits."""

import re
from itertools import pairwise

from analysis.extraction.candidates import LOCATIVES, candidates, inside_a_country, of_a_part, word_before
from analysis.extraction.expressions import expressions
from analysis.extraction.focus import LEAD, both_countries, carried_place, country_of, focus_inside, focus_of
from analysis.extraction.gazetteer import ABROAD, BOTH, Mention, Place, gazetteer
from analysis.extraction.land_places import BOTH_COUNTRIES, place_of_land
from analysis.extraction.ranking import are_joined, best_place
from analysis.extraction.sentences import Document, Sentence, kept
from analysis.extraction.tallies import is_war_total

COUNTRY_REACH = 5  # words between a number and the country it is of
FOREIGN = re.compile(r"\bforeign(?:ers)?\b|\bcountries\b|\bnationalit(?:y|ies)\b")  # who is held is held by a side, in no one town
CAMPS = re.compile(r"\bin (?:[\w-]+ ){0,2}camps\b")
THERE = re.compile(r"\bthere\b")
NATIONWIDE = re.compile(r"\b(?:across|around|throughout) the country\b|\bnationwide\b")
NATIONALS = re.compile(r"[\s\w-]{0,12}\b(iraqi|syrian)s\b")
SEVERAL = re.compile(
    r"\b(?:two|three|four|five|six|several|many|various|different|other|main) (?:\w+ ){0,2}(?:villages|towns|cities|districts|provinces|governorates|areas|regions|battlegrounds|fronts|incidents|camps|prisons)\b"  # noqa: E501
    r"|\b(?:in|of) the country\b"
)  # fmt: skip
WAR_BEGAN = re.compile(
    r"\b(?:(?:since|start of|beginning of|outbreak of) (?:the |an? |its |their )?(?:\S+ ){0,3}"
    r"(?:war|conflict|uprising|crisis|revolution)\b(?! monitor)"
    r"|(?:war|conflict|uprising|crisis|revolution|(?:battle|fight|campaign) against\b[^,;.]{0,40})\b[^,;.]{0,30}"
    r"\b(?:since|began|erupted|broke out)\b)"
)
COMPARED = re.compile(r"\b(?:worst|deadliest|bloodiest|heaviest|highest|biggest|first)\b[^,;.]{0,80}\bsince\b")
INHABITANTS = re.compile(r"\b(?:countr(?:y|ys|y[’']s)|syria[’']?s|iraq[’']?s) (?:pre-?war )?(?:population|people|inhabitants)\b")
ELSEWHERE = re.compile(r"\W*elsewhere\b")


def place_of(document: Document, sentence: Sentence, start: int, end: int, measure: str) -> Place | None:
    """The place of the claim whose evidence is ``text[start:end]``: its clause's, its sentence's, or that of the sentences around."""
    if measure.startswith("territory"):
        return place_of_land(document, sentence, start)
    here = candidates(sentence)
    if measure in ("killed", "displaced", "casualties", "injured") and (
        (is_war_total(document, sentence, start, end) and not (measure == "displaced" and _is_left(sentence, here)))
        or (not inside_a_country(here) and _is_of_the_war(sentence))
    ):
        return both_countries(document, here) or country_of(document, here)
    if here and here[0].place.kind == "country" and ELSEWHERE.match(sentence.lower):
        return here[0].place
    if here and here[0].first == 1 and sentence.words[0] == "in" and here[0].place.kind == "country" and not inside_a_country(here):
        return here[0].place  # "In Iraq meanwhile, ..."
    if found := [m for m in inside_a_country(here) if not _is_only_of_a_part(sentence, m, end)]:
        on_a_river = all(m.place.kind == "river" for m in found)
        return (focus_inside(document) if on_a_river else None) or best_place(sentence, found, start, measure)
    if (both := both_countries(document, here)) and (measure == "remaining" or _in_both(sentence, here)):
        return both
    if sentence.says(NATIONWIDE) or (sentence.index <= LEAD and sentence.says(SEVERAL)):
        return country_of(document, here)
    if (measure == "detained" and sentence.says(FOREIGN)) or (measure == "displaced" and sentence.says(CAMPS)):
        return country_of(document, here)
    if (sentence.index > LEAD or _is_of_a_month(sentence)) and (country := _right_behind(sentence, here, end)):
        return country
    if measure == "remaining" and (named := next((m.place for m in here if word_before(sentence, m) in ("in", "across", "inside")), None)):
        return named
    if measure == "remaining" and sentence.says(BOTH_COUNTRIES):
        return gazetteer(document.lexicon)[BOTH]
    if sentence.says(THERE) and (before := _country_before(document, sentence)):
        return before
    if measure == "displaced" and (people := NATIONALS.match(sentence.lower, end - sentence.start)):
        return gazetteer(document.lexicon)["Iraq" if people[1] == "iraqi" else "Syria"]
    if carried := carried_place(document, sentence, measure):
        return carried
    return focus_of(document) or country_of(document, here)


def _is_only_of_a_part(sentence: Sentence, mention: Mention, end: int) -> bool:
    """Whether a place behind the claim that ends at ``end`` is only that of a part: "300 deaths, 200 of them in Mansoura"."""
    part = of_a_part(sentence, mention)
    return part is not None and end < sentence.start + part and bool(sentence.lower[end - sentence.start : part].strip())


@kept
def _is_of_the_war(sentence: Sentence) -> bool:
    """ "since the conflict began", "half the country's population"; not "which monitors the war"."""
    return (sentence.says(WAR_BEGAN) and not sentence.says(COMPARED)) or sentence.says(INHABITANTS)


def _is_left(sentence: Sentence, found: list[Mention]) -> bool:
    """ "Have fled into Turkey from Kobani": a place that people come from."""
    return any(word_before(sentence, m) == "from" for m in inside_a_country(found))


def _right_behind(sentence: Sentence, found: list[Mention], end: int) -> Place | None:
    """ "29,000 civilians in Iraq": the country that stands right behind what is counted."""
    behind = [m for m in found if m.place.kind == "country" and m.place.country not in ABROAD and sentence.tokens[m.first].start >= end]
    near = behind and sum(end <= t.start < sentence.tokens[behind[0].first].start for t in sentence.tokens) <= COUNTRY_REACH
    return behind[0].place if near and word_before(sentence, behind[0]) in ("in", "across", "inside") else None


@kept
def _is_of_a_month(sentence: Sentence) -> bool:
    """ "394 civilians were killed in Syria in May": a lead that counts for the country, not for a place told below."""
    return any(e.kind == "month" and not e.speech for e in expressions(sentence))


def _country_before(document: Document, sentence: Sentence) -> Place | None:
    """The country that the sentence before is about, where it names no place in it: "Iraq's jails are crowded. ... held there"."""
    if not sentence.index:
        return None
    here = candidates(document.sentences[sentence.index - 1])
    return here[0].place if here and not inside_a_country(here) and here[0].place.country not in ABROAD else None


def _in_both(sentence: Sentence, found: list[Mention]) -> bool:
    """ "in Iraq and Syria", not the name "Islamic State of Iraq and Syria"."""
    pairs = [(a, b) for a, b in pairwise(found) if are_joined(sentence, a, b)]
    return any({a.place.name, b.place.name} == set(BOTH.split(" and ")) and word_before(sentence, a) in LOCATIVES for a, b in pairs)
