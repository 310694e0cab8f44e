"""Where land lies that is held or lost: the country that a share is of, the pocket that an area is in."""

import re

from analysis.extraction.sentences import Document, Sentence
from analysis.extraction.where.candidates import candidates, inside_a_country
from analysis.extraction.where.carried_places import carried_place
from analysis.extraction.where.focus import BOTH_COUNTRIES, best_of_article, both_countries, country_of, focus_of
from analysis.extraction.where.gazetteer import BOTH, Place, gazetteer
from analysis.extraction.where.nations import peoples
from analysis.extraction.where.ranking import are_joined

OWNED = re.compile(r"[^,;]* of (?:the )?")
OF_A_TOWN = re.compile(
    r"[^,;.]{1,30}? of (?:the|that) (?:[\w-]+ ){0,3}(?:city|town|village|camp|district|province|governorate|neighbou?rhood)\b"
)
SURFACE_REACH = 60  # characters behind an area in which the countries it lay in are named
SURFACE = re.compile(r"(?:\b|\d)(?:square|sq|k(?:ilo)?m|mile|metre|meter|hectare)")
VAST = re.compile(r"\d{2,3}[,\s]?\d{3}")  # square kilometres of no town's surroundings
RESTATED = re.compile(r"\bor (?:[\w-]+ ){0,3}$")
OF_ITS_LAND = re.compile(r" of (?:its (?:territory|land|area|surface)|the country)\b")
OF_IT = re.compile(r" of it\b")
UNIT_REACH = 14  # characters behind a number in which its unit begins


def place_of_land(document: Document, sentence: Sentence, start: int, end: int) -> Place | None:
    """Of a share or a country's size the countries; of an area or a stretch the pocket it is in."""
    here = candidates(sentence)
    known = gazetteer(document.lexicon)
    at = start - sentence.start
    is_surface = SURFACE.search(sentence.lower, at, end - sentence.start + UNIT_REACH) is not None
    owned = [m for m in here if OWNED.fullmatch(document.text, end, max(end, sentence.tokens[m.first].start))]
    if (
        owned
        and (owned[0].place.kind == "country" or not is_surface)
        and not any(are_joined(sentence, owned[0], m) for m in here if m.first > owned[0].first)
    ):
        return owned[0].place  # "a third of Iraq and almost half of Syria"
    if not is_surface and OF_A_TOWN.match(sentence.lower, at):
        found = inside_a_country(here)
        named = (
            best_of_article(document, sentence, found, start, "territory_held")
            if found
            else carried_place(document, sentence, "territory_held")
        )
        return named or focus_of(document) or country_of(document, here)
    told = [m for m in here if sentence.tokens[m.first].start < start]
    if (
        told
        and told[-1].place.kind == "country"
        and OF_ITS_LAND.match(sentence.lower, end - sentence.start)
        and RESTATED.search(sentence.lower, 0, at)
    ):
        return told[-1].place  # "40,000 square km of Iraq, or a tenth of its territory"
    both = both_countries(document, here)
    if both and (
        not is_surface or any(start < sentence.tokens[m.first].start < start + SURFACE_REACH for m in here if m.place.kind == "country")
    ):
        return both
    if sentence.says(BOTH_COUNTRIES) and not is_surface:
        return known[BOTH]
    if is_surface and VAST.search(sentence.lower, at, end - sentence.start):
        return country_of(document, here) if any(m.place.kind == "country" for m in here) or "iraq" not in document.lower else known[BOTH]
    if OF_IT.match(sentence.lower, end - sentence.start) and told:
        return told[-1].place  # "overran most of Anbar and still holds half of it"
    if OF_IT.match(sentence.lower, end - sentence.start) and not here:
        return carried_place(document, sentence, "territory_held") or focus_of(document) or country_of(document)
    if is_surface:
        found = inside_a_country(here)
        if found:
            return best_of_article(document, sentence, found, start, "territory_held")
        return carried_place(document, sentence, "territory_held") or focus_of(document) or country_of(document, here)
    behind = next((m for m in here if start < sentence.tokens[m.first].start < start + 60), None)
    if behind:
        return behind.place
    for adjective, country in peoples(document.lexicon).items():
        if adjective in sentence.lower[at : at + 60]:
            return country
    if found := [m for m in here if m.place.kind == "country"]:
        return found[0].place
    if "the country" in sentence.lower or "iraq" not in document.text.lower():
        return country_of(document)
    return known[BOTH]
