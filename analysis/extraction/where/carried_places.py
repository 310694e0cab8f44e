"""Where the telling is, for a sentence that names no place: what the sentences around carry over."""

import re
from bisect import bisect_right

from analysis.extraction.claim import HARMS
from analysis.extraction.sentences import Document, Sentence, kept
from analysis.extraction.when.carried_days import NEWS
from analysis.extraction.when.expressions import anchor_of, expressions
from analysis.extraction.where.asked import Asked
from analysis.extraction.where.candidates import FLED, inside_a_country, places_told
from analysis.extraction.where.focus import OPENING, WIDE, enclave_of, focus_of, headlined, mentions_of, national, reported_from, told_then
from analysis.extraction.where.gazetteer import SPECIFIC, Place, gazetteer, holds
from analysis.extraction.where.governing import word_before
from analysis.extraction.where.mentions import Mention, mentions
from analysis.extraction.where.named_before import ARRIVING, KINDS, NAMED_BEFORE, last_so_called
from analysis.extraction.where.ranking import best_place, clause_bounds
from analysis.extraction.where.whole_war import is_of_the_war

BACK, AHEAD = 3, 2  # sentences to look behind and before for the place that a sentence leaves out
MUCH_NAMED = 2  # times that an article names its own place
ANAPHOR = re.compile(
    r"\b(?:the|that|this|same) (?:\w+ )?(village|town|city|province|governorate|camp|base|region|enclave|pocket)\b|\bthere\b"
)
TAKES = re.compile(r"attacked|entered|seized|overran|stormed|lost|(?:re)?(?:took|taken|captured)")
ATTACK = re.compile(  # where the fighting goes, not where people go
    r"\b(?:offensive|assault|advanc|push|attack|battle|drive|supply lines)\w*\b[^,;.]{0,60}$"
)
HERE = re.compile(r"\bhere\b")  # where the dateline has the reporter
ITS_PEOPLE = re.compile(r"\W*its (?:\w+ )?(?:population|inhabitants|residents|people)\b")  # of the place named last
HOLDS = ("pocket", "enclave")  # what the article is about, whichever town in it was named last
TAKEN_THERE = ("displaced", "released", "detained")  # of these a camp on the way is the place
UNNAMED = re.compile(
    r"\b(?:a|an|one) (?:[\w-]+ ){0,2}(?:village|town|city|neighbou?rhood|market|hospital|school|base|outpost|camp|pocket|area"
    r"|province|region)\b"
)
EMPTIED = re.compile(r"\b(?:evacuat\w+|evacuees|transferr\w+|buss?ed|arriv\w+|displaced|had come)\b[^.;]*$")
HEADED = frozenset("to towards toward reach reached reaching".split())
# Another part of the city than the quarter told before.
ANOTHER = re.compile(
    r"\banother (?:[\w-]+ ){0,2}(?:neighbou?rhood|district|quarter|area)\b"
    r"|\b(?:north|south|east|west)(?:ern)? (?:half|side|part|sector|districts|neighbou?rhoods|quarters|suburbs)\b"
    r"|\b(?:government|regime|army|rebel|opposition|militant|jihadist)(?:-(?:held|controlled|run))?"
    r" (?:north|south|east|west|half|side|sector"
    r"|districts|neighbou?rhoods|quarters|areas)\b"
)
WAY_REACH = 2  # sentences in which a camp was named to which people are on the way
STAYING = re.compile(r"\b(?:living|live|lives|there|camp|newcomers|sheltering|sleep|housing|houses|hosts|hosting)\b")


def carried_place(document: Document, sentence: Sentence, measure: str) -> Place | None:
    """The place of the sentences before, nearest first, then of those behind; behind first for a lead."""
    before = [*range(sentence.index - 1, max(-1, sentence.index - BACK - 1), -1)]
    behind = [*range(sentence.index + 1, min(len(document.sentences), sentence.index + AHEAD + 1))]
    told = any(places_told(document.sentences[i]) for i in before)
    ahead_first = (sentence.index < OPENING and not told) or sentence.says(UNNAMED)
    if sentence.says(HERE) and (place := reported_from(document)):
        return place
    anaphor = sentence.first(ANAPHOR)
    if anaphor and anaphor[1] in HOLDS and (enclave := enclave_of(document)):
        return enclave
    if ITS_PEOPLE.match(sentence.lower) and sentence.index:
        before_it = document.sentences[sentence.index - 1]
        if told := places_told(before_it) or inside_a_country(mentions(before_it)):  # "sent on to Al-Hol. Its population ..."
            return told[-1].place
    kinds = KINDS.get(anaphor[1] or "") if anaphor else None
    if sentence.index <= BACK and not told and (country := next(filter(None, (national(document.sentences[i]) for i in before)), None)):
        return country
    for i in behind + before if ahead_first else before + (behind if sentence.index <= 3 else []):
        other = document.sentences[i]
        found = places_told(other)
        if i < sentence.index and other.index < OPENING and is_of_the_war(other) and headlined(document) is None:
            continue
        if other.paragraph != sentence.paragraph and _looks_back(other) and not anaphor:
            continue
        if i < sentence.index and (again := other.first(NAMED_BEFORE)) and not any(m.place.kind in SPECIFIC for m in found):
            place = last_so_called(document, other, again)
            if place and (again.start() == 0 or again[2] or (TAKES.match(again[0]) and all(holds(m.place, place) for m in found))):
                return place
        if sentence.says(STAYING):
            found = [m for m in found if word_before(other, m) != "from"]
        if i > sentence.index:
            found = [m for m in found if m.place not in told_then(document)]
        else:
            if measure not in TAKEN_THERE:
                found = [m for m in found if not is_emptied(other, m)]
            found = [m for m in found if (m.place.kind == "camp" and measure in TAKEN_THERE) or not _is_headed_for(other, m)]
        there = anaphor is not None and anaphor[1] is None
        if found and all(m.place.kind in WIDE for m in found) and not there and (focus := focus_of(document)):
            return focus
        if kinds and i < sentence.index:
            found = [m for m in found if m.place.kind in kinds] or found
        if i < sentence.index and not anaphor and (whole := _whole_of_tolls(document, other, found)):
            return whole
        place = (_province_of_several(found) or best_place(other, found, None, measure)) if found else None
        if place and place.kind == "quarter" and (sentence.says(ANOTHER) or (not anaphor and abs(i - sentence.index) > 1)):
            place = gazetteer(document.lexicon).get(place.admin1 or "")  # further off it is the city that is still spoken of
        if place:
            return _held_by_the_article(document, sentence, other, place) if i < sentence.index and not anaphor else place
    return None


def on_the_way(asked: Asked) -> Place | None:
    """ "138 have died on the way there or soon after they arrived": the camp of the sentences right before, to which people come."""
    sentence = asked.sentence
    if asked.measure not in HARMS or not sentence.says(ARRIVING):
        return None
    before = asked.document.sentences[max(0, sentence.index - WAY_REACH) : sentence.index]
    camps = [m.place for other in before for m in mentions(other) if m.place.kind == "camp"]
    return camps[-1] if camps else None


@kept
def _looks_back(sentence: Sentence) -> bool:
    """Whether a sentence tells of days long past, which the paragraphs around it are not about."""
    anchor = anchor_of(sentence.document)
    days = [e.last for e in expressions(sentence) if e.last and not e.since and not e.speech]
    return anchor is not None and bool(days) and max(days) < anchor - NEWS


def is_emptied(sentence: Sentence, mention: Mention) -> bool:
    """ "Evacuated from X": harm that is told next came on the way."""
    at = sentence.tokens[mention.first].start - sentence.start
    return word_before(sentence, mention) == "from" and EMPTIED.search(sentence.lower, max(0, at - 70), at) is not None


def _is_headed_for(sentence: Sentence, mention: Mention) -> bool:
    """ "To X", "towards X", and the Y of "to the X camp in Y": where people are on the way to, which the text leaves again."""
    if word_before(sentence, mention) in HEADED:
        if sentence.words[mention.last : mention.last + 2] == [",", "where"]:
            return False  # "to Ain Issa, where a camp ..." goes on about it
        at = sentence.tokens[mention.first].start - sentence.start
        before = sentence.lower[max(0, at - 90) : at]
        return ATTACK.search(before) is None or FLED.search(before) is not None
    inside = sentence.word(mention.first - 1) == "in" if mention.first else False
    outer = next((m for m in mentions(sentence) if inside and 0 <= mention.first - 1 - m.last <= 1), None)
    return outer is not None and _is_headed_for(sentence, outer)


def _held_by_the_article(document: Document, sentence: Sentence, other: Sentence, place: Place) -> Place:
    """A place that the article names only in passing is left again with the paragraph: what goes on is about the article's own place."""
    if other.paragraph == sentence.paragraph:
        return place
    focus, named = focus_of(document), mentions_of(document)
    is_whole = focus is not None and place.kind == "province" and holds(place, focus)
    if focus is None or is_whole or named[place] > 1:
        return place
    if named[focus] >= MUCH_NAMED:
        return focus
    opening = ([m.place for m in places_told(s) if m.place.kind not in WIDE] for s in document.sentences[: min(BACK, other.index)])
    lead = next(filter(None, opening), [])
    return lead[0] if lead and place.admin1 not in {p.admin1 for p in lead} else place


def _whole_of_tolls(document: Document, sentence: Sentence, found: list[Mention]) -> Place | None:
    """ "Three were killed near A and another at B": what goes on is about the place of the article that holds both."""
    if len(found) < 2:
        return None
    bounds = clause_bounds(sentence)
    towns = {m.place: bisect_right(bounds, sentence.tokens[m.first].start) for m in found if m.place.kind in SPECIFIC}
    focus = focus_of(document) if len(towns) > 1 and len(set(towns.values())) == len(towns) else None
    return focus if focus and all(p != focus and (holds(focus, p) or p.admin1 == focus.admin1) for p in towns) else None


def _province_of_several(found: list[Mention]) -> Place | None:
    """Where a sentence lists several towns of a province that it names, what goes on about them is about the province."""
    towns = {m.place for m in found if m.place.kind in SPECIFIC}
    provinces = [m.place for m in found if m.place.kind == "province"]
    return provinces[0] if len(towns) > 1 and provinces else None
