"""Where the telling is, for a sentence that names no place: what the sentences around carry over, and what the article is about."""

import re
from bisect import bisect_right
from collections import Counter

from analysis.extraction.candidates import CAPITALS, FLED, HOSPITAL, candidates, inside_a_country, is_dateline, places_told, word_before
from analysis.extraction.carried_days import NEWS
from analysis.extraction.expressions import anchor_of, expressions
from analysis.extraction.gazetteer import ABROAD, BOTH, SPECIFIC, Place, gazetteer, holds
from analysis.extraction.mentions import CALENDAR, Mention, mentions
from analysis.extraction.ranking import BOUNDARY, best_place, clause_bounds
from analysis.extraction.sentences import Document, Sentence, kept

WIDE = frozenset(("river", "desert"))
NEWSROOMS = CAPITALS | {"Qamishli", "Erbil", "Istanbul", "Ain Issa"}  # whence reports are filed that are about elsewhere
DATELINE = 3  # what a dateline weighs, of a reporter who is there
FAR_BACK = 20  # sentences over which "the town" may mean one
BACK, AHEAD = 3, 2  # sentences to look behind and before for the place that a sentence leaves out
HEADLINE = 3  # what a place in the title weighs
ELSEWHEN = frozenset(("since", "after", "to", "from"))
MUCH_NAMED = 2  # times that an article names its own place
LEAD = 1  # the last sentence that counts as the lead
NATIONWIDE = re.compile(r"\b(?:across|around|throughout) the country\b|\bnationwide\b")
OVER = frozenset("across throughout around".split())
ANAPHOR = re.compile(
    r"\b(?:the|that|this|same) (?:\w+ )?(village|town|city|province|governorate|camp|base|region|enclave|pocket)\b|\bthere\b"
)
KINDS = {
    "district": ("quarter", "town"), "neighborhood": ("quarter",), "neighbourhood": ("quarter",), "quarter": ("quarter",), "suburb": ("town", "quarter"),  # noqa: E501
    "village": ("village", "town"), "town": ("town", "village"), "city": ("town", "province"), "province": ("province",), "governorate": ("province",),  # noqa: E501
    "camp": ("camp",), "countryside": ("province",), "enclave": ("region",), "base": ("airbase", "town"),
}  # fmt: skip
# "Killed 12 in the town": a place named before by its kind, in the clause of the number
NAMED_BEFORE = re.compile(
    r"(?:\b(?:in|into|on|at|of|from|inside|around|across|outside|near|throughout|fled|left|leaving|hit|shelled|bombed|struck|stormed"
    r"|attacked|entered|seized|overran|(?:re)?took|(?:re)?taken|(?:re)?captured)|^)"
    r" ?(?:the|that|this|the same) (?:[\w-]+ ){0,2}?"
    r"(village|town|city|province|governorate|camp|district|neighbou?rhood|quarter|suburb|enclave|countryside)\b(?! of\b|[’']s? )"
    r"|\b(?:in|on|at|inside|shelling of|bombardment of|attacks? on|hit|shelled|rocked|struck"
    r"|bombed) the (?:syrian |iraqi )?(capital)\b(?! of\b)"
)
TAKES = re.compile(r"attacked|entered|seized|overran|stormed|(?:re)?(?:took|taken|captured)")
IN_THE_CAMPAIGN = re.compile(r"\b(?:in|since|during) the (operation|offensive|campaign|battle|siege)\b(?! (?:for|on|of|in|to|against)\b)")
BEARING = re.compile(r"(?<!the )\b(?:north|south|east|west)\w* of (?:the|that|this)(?: [\w-]+)?$")  # "north of the city" is outside it
CAPITALISED = re.compile(r"\s+([A-Z]\w+)")
BESIDE = 40  # characters between a place and the whole that it is in: "in Susah, in the south of the province"
ATTACK = re.compile(  # where the fighting goes, not where people go
    r"\b(?:offensive|assault|advanc|push|attack|battle|drive|supply lines)\w*\b[^,;.]{0,60}$"
)
COUNTED_NATIONALS = re.compile(r"\d (?:\w+ )?(iraqi|syrian)s\b")  # "killed 2,100 Iraqis in June"
HERE = re.compile(r"\bhere\b")  # where the dateline has the reporter
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
STAYING = re.compile(r"\b(?:living|live|lives|there|camp|newcomers|sheltering|sleep|housing|houses|hosts|hosting)\b")


def carried_place(document: Document, sentence: Sentence, measure: str) -> Place | None:
    """The place of the sentences before, nearest first, then of those behind; behind first for a lead."""
    before = [*range(sentence.index - 1, max(-1, sentence.index - BACK - 1), -1)]
    behind = [*range(sentence.index + 1, min(len(document.sentences), sentence.index + AHEAD + 1))]
    told = any(places_told(document.sentences[i]) for i in before)
    ahead_first = (sentence.index <= LEAD and not told) or sentence.says(UNNAMED)
    if sentence.says(HERE) and (place := reported_from(document)):
        return place
    anaphor = sentence.first(ANAPHOR)
    if anaphor and anaphor[1] in HOLDS and (focus := focus_inside(document)):
        return focus
    kinds = KINDS.get(anaphor[1] or "") if anaphor else None
    if sentence.index <= BACK and not told and (country := next(filter(None, (national(document.sentences[i]) for i in before)), None)):
        return country
    for i in behind + before if ahead_first else before + (behind if sentence.index <= 3 else []):
        other = document.sentences[i]
        found = places_told(other)
        if other.paragraph != sentence.paragraph and _looks_back(other) and not anaphor:
            continue
        if i < sentence.index and (again := other.first(NAMED_BEFORE)) and not any(m.place.kind in SPECIFIC for m in found):
            place = _last_so_called(document, other, again)
            if place and (again.start() == 0 or again[2] or (TAKES.match(again[0]) and all(holds(m.place, place) for m in found))):
                return place
        if sentence.says(STAYING):
            found = [m for m in found if word_before(other, m) != "from"]
        if i < sentence.index:
            if measure not in TAKEN_THERE:
                found = [m for m in found if not is_emptied(other, m)]
            found = [m for m in found if (m.place.kind == "camp" and measure in TAKEN_THERE) or not _is_headed_for(other, m)]
        there = anaphor is not None and anaphor[1] is None
        if found and all(m.place.kind in WIDE for m in found) and not there and (focus := focus_of(document)):
            return focus
        if kinds and i < sentence.index:
            found = [m for m in found if m.place.kind in kinds] or found
        place = (_province_of_several(found) or best_place(other, found, None, measure)) if found else None
        if place and place.kind == "quarter" and (sentence.says(ANOTHER) or (not anaphor and abs(i - sentence.index) > 1)):
            place = gazetteer(document.lexicon).get(place.admin1 or "")  # further off it is the city that is still spoken of
        if place:
            return _held_by_the_article(document, sentence, other, place) if i < sentence.index and not anaphor else place
    return None


@kept
def national(sentence: Sentence) -> Place | None:
    """The country that a sentence without a place in it counts for: "across Syria", "nationwide", "in Iraq in October"."""
    here = candidates(sentence)
    if inside_a_country(here):
        return None
    if sentence.says(NATIONWIDE):
        return country_of(sentence.document, here)
    of_a_month = any((e.kind == "month" or e.since) and not e.speech for e in expressions(sentence))
    if of_a_month and (people := sentence.first(COUNTED_NATIONALS)):
        return gazetteer(sentence.document.lexicon)["Iraq" if people[1] == "iraqi" else "Syria"]
    return next((m.place for m in here if _is_whole(sentence, m) and (of_a_month or word_before(sentence, m) in OVER)), None)


def _is_whole(sentence: Sentence, mention: Mention) -> bool:
    """ "In Syria", not "in eastern Syria"."""
    word = word_before(sentence, mention)
    named = mention.place.kind == "country" and mention.place.country not in ABROAD
    return named and not is_partly(sentence, mention) and word in OVER | {"in"}


def is_partly(sentence: Sentence, mention: Mention) -> bool:
    """ "In northern Syria" is somewhere, told before."""
    return mention.place.kind == "country" and mention.first > 0 and sentence.words[mention.first - 1].endswith("ern")


@kept
def _looks_back(sentence: Sentence) -> bool:
    """Whether a sentence tells of days long past, which the paragraphs around it are not about."""
    anchor = anchor_of(sentence.document)
    days = [e.last for e in expressions(sentence) if e.last and not e.since and not e.speech]
    return anchor is not None and bool(days) and max(days) < anchor - NEWS


def named_before(document: Document, sentence: Sentence, start: int, found: list[Mention]) -> Place | None:
    """The town that "in the town" means, where that stands nearer to the number at ``start`` than any of the places ``found``."""
    if not sentence.says(NAMED_BEFORE):
        return None
    at = start - sentence.start
    bounds = clause_bounds(sentence)
    own = bisect_right(bounds, start)
    joined = own > 0 and sentence.document.lower.startswith("and ", bounds[own - 1])  # "75 dead in the province and another 150 wounded"
    spans = [(sentence.tokens[m.first].start - sentence.start, sentence.tokens[m.last - 1].end - sentence.start) for m in found]
    again = [
        m
        for m in NAMED_BEFORE.finditer(sentence.lower)
        if own - joined <= bisect_right(bounds, sentence.start + m.start()) <= own
        and (m[2] or not _is_named(sentence, m))
        and not BEARING.search(sentence.lower, 0, m.start(m.lastindex or 0) - 1)
        and not HOSPITAL.search(sentence.lower, 0, m.start(m.lastindex or 0))
        and not any(
            0 <= m.start() - end <= BESIDE and not BOUNDARY.search(sentence.lower, end, m.start()) for _, end in spans
        )  # "in Susah, in the south of the province"
    ]
    nearest = min(again, key=lambda m: abs(m.start() - at), default=None)
    if nearest is None:
        return None
    place = _last_so_called(document, sentence, nearest)
    nearer = (
        m.place
        for m, (first, _) in zip(found, spans, strict=True)
        if abs(first - at) < abs(nearest.start() - at) or nearest.start() < at < first
    )
    return place if place and all(holds(p, place) and p.kind == "province" for p in nearer) else None


def _is_named(sentence: Sentence, words: re.Match[str]) -> bool:
    """ "In the Jobar district", "in the district Jobar": the one that bears the name, not the one told before."""
    name = CAPITALISED.match(sentence.text, words.end())
    return not sentence.text[words.start() + 1 : words.end()].islower() or (name is not None and name[1].lower() not in CALENDAR)


def _last_so_called(document: Document, sentence: Sentence, words: re.Match[str]) -> Place | None:
    """The last town named before "the town", the capital of the country for "the capital"."""
    if words[2]:
        about = focus_of(document) or country_of(document)
        nation = next((n for n in ("syria", "iraq") if n in words[0]), about and (about.country or "").lower())
        return gazetteer(document.lexicon)["Baghdad" if nation == "iraq" else "Damascus"]
    kinds = KINDS[words[1]]
    for i in range(sentence.index, max(-1, sentence.index - FAR_BACK), -1):
        other = document.sentences[i]
        told = [m for m in places_told(other) if m.place.kind in kinds]
        if i == sentence.index:
            told = [m for m in told if other.tokens[m.first].start < other.start + words.start()]
        if told:
            return best_place(other, told, None, "killed")
    place = reported_from(document) if words[0].split()[-2:-1] == ["this"] else None
    return place if place and place.kind in (*kinds, *SPECIFIC) else None


def of_the_campaign(document: Document, sentence: Sentence, start: int, found: list[Mention]) -> Place | None:
    """Where "the operation" is that the title or the lead tells of, where that stands nearer to the number than any of the places."""
    campaign = sentence.first(IN_THE_CAMPAIGN)
    if campaign is None:
        return None
    at = abs(campaign.start() - (start - sentence.start))
    if any(abs(sentence.tokens[m.first].start - start) < at for m in found):
        return None
    if campaign[1] in (document.title or "").lower() and (heading := headlined(document)):
        return heading
    lead = next((s for s in document.sentences[: LEAD + 1] if campaign[1] in s.lower), sentence)
    told = [m for m in places_told(lead) if m.place.kind not in WIDE]
    return best_place(lead, told, None, "killed") if told and lead is not sentence else None


@kept
def reported_from(document: Document) -> Place | None:
    """The town or camp of the dateline, where a reporter is there and no newsroom is."""
    told = ((s, m) for s in document.sentences[: LEAD + 1] for m in mentions(s) if is_dateline(s, m))
    places = [m.place for _, m in told if m.place.name not in NEWSROOMS and m.place.country not in ABROAD]
    return next((place for place in places if place.kind in SPECIFIC or place.kind == "province"), None)


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
    inside = sentence.words[mention.first - 1] == "in" if mention.first else False
    outer = next((m for m in mentions(sentence) if inside and 0 <= mention.first - 1 - m.last <= 1), None)
    return outer is not None and _is_headed_for(sentence, outer)


def best_of_article(document: Document, sentence: Sentence, found: list[Mention], start: int, measure: str) -> Place:
    """The place named that stands best; where that is a river, the town on it that the article is about."""
    on_a_river = all(m.place.kind == "river" for m in found)
    return (focus_of(document) if on_a_river else None) or best_place(sentence, found, start, measure)


def focus_inside(document: Document) -> Place | None:
    """The town that the article is about, which is more than the river that it lies on."""
    focus = focus_of(document)
    return focus if focus and focus.kind in SPECIFIC else None


def _held_by_the_article(document: Document, sentence: Sentence, other: Sentence, place: Place) -> Place:
    """A place that the article names only in passing is left again with the paragraph: what goes on is about the article's own place."""
    focus, named = focus_of(document), mentions_of(document)
    is_whole = focus is not None and place.kind == "province" and holds(place, focus)
    if focus is None or is_whole or other.paragraph == sentence.paragraph or named[place] > 1:
        return place
    if named[focus] >= MUCH_NAMED:
        return focus
    opening = ([m.place for m in places_told(s) if m.place.kind not in WIDE] for s in document.sentences[: min(BACK, other.index)])
    lead = next(filter(None, opening), [])
    return lead[0] if lead and place.admin1 not in {p.admin1 for p in lead} else place


@kept
def mentions_of(document: Document) -> Counter[Place]:
    """How often the article names each place."""
    return Counter(m.place for sentence in document.sentences for m in mentions(sentence))


def _province_of_several(found: list[Mention]) -> Place | None:
    """Where a sentence lists several towns of a province that it names, what goes on about them is about the province."""
    towns = {m.place for m in found if m.place.kind in SPECIFIC}
    provinces = [m.place for m in found if m.place.kind == "province"]
    return provinces[0] if len(towns) > 1 and provinces else None


@kept
def focus_of(document: Document) -> Place | None:
    """The town, or else the province, that the article names most; of several named once the province or the one that it opens with."""
    counts: Counter[Place] = Counter()
    if reported := reported_from(document):
        counts[reported] = DATELINE
    for sentence in document.sentences:
        for mention in places_told(sentence):
            counts[mention.place] += (2 if mention.place.kind in SPECIFIC else 1) * (1 + (sentence.index <= LEAD))
    most_told = max(counts, key=lambda place: counts[place], default=None)
    if (heading := headlined(document)) and not (most_told and holds(heading, most_told)):
        counts[heading] += HEADLINE
    if not counts:
        return None
    most = max(counts, key=lambda place: counts[place])
    inside = [p for p in counts if p.kind in SPECIFIC and holds(most, p) and 2 * counts[p] >= counts[most]]
    if most.kind == "province" and len(inside) == 1 and any(m.place == inside[0] for m in mentions(document.sentences[0])):
        return inside[0]
    once = [place for place in counts if place.kind in SPECIFIC and counts[place] == counts[most] <= 4]
    if len(once) > 1:
        opening = {m.place for s in document.sentences[: LEAD + 2] for m in mentions(s)}
        return next((place for place in counts if place.kind == "province"), most if most in opening else None)
    return most


@kept
def headlined(document: Document) -> Place | None:
    """The first town or province that the title of an article is about."""
    title = Document(document.title or "", lexicon=document.lexicon)
    told = ((s, m) for s in title.sentences for m in places_told(s) if m.place.kind not in WIDE)
    return next((m.place for s, m in told if word_before(s, m) not in ELSEWHEN), None)


def both_countries(document: Document, found: list[Mention]) -> Place | None:
    """Syria and Iraq together, where both are named."""
    return gazetteer(document.lexicon)[BOTH] if {"Syria", "Iraq"} <= {m.place.name for m in found} else None


def country_of(document: Document, here: list[Mention] = ()) -> Place | None:
    """The country that the sentence names, or else the one that the article is about."""
    named = next((m.place for m in here if m.place.kind == "country" and m.place.country not in ABROAD), None)
    return named or _theatre(document)


@kept
def _theatre(document: Document) -> Place | None:
    text = document.lower
    syria, iraq = text.count("syria"), text.count("iraq")
    known = gazetteer(document.lexicon)
    if not syria + iraq:
        focus = focus_of(document)
        return known.get(focus.country or "") if focus else None
    return known["Iraq" if iraq > syria else "Syria"]
