"""Figures of more than a town: thousands told in passing, flights from a region, running totals whose sentence names no place."""

import re

from analysis.extraction.claim import HARMS
from analysis.extraction.sentences import Document, Sentence, kept
from analysis.extraction.when.tallies import THOUSANDS
from analysis.extraction.where.candidates import candidates, inside_a_country, places_told, region_told
from analysis.extraction.where.focus import OPENING, focus_of, headlined, is_partly, mentions_of
from analysis.extraction.where.gazetteer import SPECIFIC, Place, gazetteer, holds
from analysis.extraction.where.mentions import mentions
from analysis.extraction.where.named_before import ARRIVING, NAMED_BEFORE, THERE

POINTED_AT = re.compile(rf"{THERE.pattern}|\b(?:in|from|on|around|across) (?:the|that|this) (?:area|district|front|vicinity)\b")
ENCLAVE = re.compile(r"\b(?:the|that|this) (?:\w+ )?(?:pocket|enclave)\b")
COUNTED_UP = re.compile(  # a total over several days, however short
    r"\bsince\b|\b(?:has|have) (?:\w+ )?(?:counted|documented|recorded|registered|tallied)\b"
    r"|\bso far\b|\b(?:in|over|during) (?:the )?(?:past |last )?(?:\w+ )?(?:days|weeks|months)\b"
)
CAMPAIGN = re.compile(r"\b(?:offensive|invasion|operation|incursion|campaign|escalation)\b")
CAMPAIGN_IN_PART = re.compile(
    rf"{CAMPAIGN.pattern}[^,;.]{{0,40}}\b(?:in|into|across|on) (?:the )?[\w-]*(?:north|south|east|west)[\w-]* (?:of )?(?:syria|iraq)\b"
)
# "That brought to 117 the number killed since the army began its assault": more than what was told just before
RISEN = re.compile(
    r"\b(?:br(?:ings?|ought|inging)|tak(?:es|ing)|took|rais(?:es|ed|ing)|push(?:es|ed|ing))\b[^.;]{0,60}\bsince\b"
    r"|\b(?:has|have) also (?:counted|documented|recorded|registered|tallied)\b"
)
OFTEN = 3  # times that an article names the town that it is about
FLOOD = re.compile(r"[3-9]\d,\d{3}|\d{3},\d{3}|[3-9]\d{4}|\d{6}|million|tens of thousands|hundreds of thousands", re.IGNORECASE)
POPULATION = re.compile(r"\bpopulation\b|^\W*(?:it|the camp) (?:now |already |currently )?(?:holds|houses|hosts|shelters|has)\b")
MULTITUDE = re.compile(r"\d{3},\d{3}|\d{6}|million|hundreds of thousands", re.IGNORECASE)
FLIGHT = re.compile(r"\b(?:fle[de]|flee\w*|left|leav\w+|displac\w+|uproot\w+|evacuat\w+|exodus|stream\w+|pour\w+|escap\w+|c[oa]me out)\b")


def whole_of_thousands(document: Document, start: int, end: int, measure: str, carried: Place) -> Place:
    """Where a place is named only in passing, thousands of dead are the country's, others the province's around a village."""
    thousands = carried.kind in SPECIFIC and THOUSANDS.search(document.text, start, end)
    if not thousands or mentions_of(document)[carried] != 1:
        return carried
    focus = focus_of(document)
    if focus and focus.kind == "region" and focus.admin1 == carried.admin1:
        return focus
    whole = carried.country if measure in HARMS else carried.admin1 if carried.kind == "village" else None
    return gazetteer(document.lexicon).get(whole or "") or carried


def place_of_total(document: Document, sentence: Sentence, place: Place, is_long: bool) -> Place:
    """Where a total is about whose sentence names no place: the country of the offensive that the article opens with, the region that it
    is about, where that holds the place of the last event, and the city around a quarter; for one of the dead that ``is_long`` the town
    that the article is about or the province around a town, village or camp. Not where the sentence points at it ("in the area")."""
    if inside_a_country(candidates(sentence)) or any(sentence.says(pointer) for pointer in (NAMED_BEFORE, POINTED_AT, ARRIVING)):
        return place
    campaign = None if sentence.says(ENCLAVE) else _opening_campaign(document)
    if place.kind != "country" and (whole := campaign or region_told(document, place.admin1 or place.name)):
        return whole
    in_passing = place.kind in SPECIFIC and not is_article_of(document, place)
    if focus := focus_of(document):
        if in_passing and sentence.says(RISEN) and focus.kind == "province" and (holds(focus, place) or place.country is None):
            return focus
        near = focus.kind in SPECIFIC and (focus.admin1 == place.admin1 or holds(place, focus))
        if near and (is_long or place.kind == "quarter") and is_article_of(document, focus):
            return focus
    if place.kind != "quarter" and not (is_long and in_passing):
        return place
    return gazetteer(document.lexicon).get(place.admin1 or "") or place


@kept
def _opening_campaign(document: Document) -> Place | None:
    """The country of the offensive that the first sentences tell of: "a Turkish offensive in northeastern Syria"."""
    for sentence in document.sentences[:OPENING] if headlined(document) is None else ():
        parts = [m.place for m in candidates(sentence) if is_partly(sentence, m)]
        if parts and sentence.says(CAMPAIGN if not places_told(sentence) else CAMPAIGN_IN_PART):
            return parts[0]
    return None


def is_flood(document: Document, start: int, end: int) -> bool:
    """A figure of tens of thousands, who leave a whole region."""
    return FLOOD.search(document.text, start, end) is not None


def is_fled(sentence: Sentence, start: int, end: int, place: Place) -> bool:
    """Whether the article is about a town, or tells of flight where it names it, of fewer than whole cities hold; a wider place is as
    good as told."""
    document = sentence.document
    told = place in _fled(document) and not MULTITUDE.search(document.text, start, end)
    told = told or sentence.says(POINTED_AT) or sentence.says(POPULATION if place.kind == "camp" else ENCLAVE)
    return told or place.kind not in SPECIFIC or is_article_of(document, place)


@kept
def _fled(document: Document) -> set[Place]:
    return {m.place for s in document.sentences if s.says(FLIGHT) for m in mentions(s)}


def is_article_of(document: Document, place: Place) -> bool:
    """Whether the article is about a town, and does not only name it."""
    return mentions_of(document)[place] >= OFTEN or headlined(document) == place
