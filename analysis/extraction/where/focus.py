"""What an article is about: the place that it names most or opens with, that its title or its dateline tells, the country of its war."""

import datetime as dt
import re
from bisect import bisect_right
from collections import Counter

from analysis.extraction.sentences import Document, Sentence, kept
from analysis.extraction.when.calendar_words import MONTH, YEAR
from analysis.extraction.when.carried_days import NEWS
from analysis.extraction.when.expressions import anchor_of, expressions
from analysis.extraction.where.candidates import candidates, inside_a_country, is_at_war, is_dateline, places_told
from analysis.extraction.where.gazetteer import BOTH, COUNTRIES, SPECIFIC, Place, gazetteer, holds
from analysis.extraction.where.governing import word_before
from analysis.extraction.where.mentions import Mention, mentions
from analysis.extraction.where.nations import newsrooms, of_a_people, peoples
from analysis.extraction.where.ranking import best_place, clause_bounds

WIDE = frozenset(("river", "desert"))
DATELINE = 3  # what a dateline weighs, of a reporter who is there
HEADLINE = 3  # what a place in the title weighs
ELSEWHEN = frozenset(("since", "after", "to", "from"))
OPENING = 2  # sentences of headline and lead
NATIONWIDE = re.compile(r"\b(?:across|around|throughout) the country\b|\bnationwide\b")
BOTH_COUNTRIES = re.compile(r"\b(?:both|two) countries\b")
LONG_AGO = re.compile(rf"\b(?:{YEAR}|last (?:year|month)|ago|{MONTH})")  # without such a word no day of a sentence is long past
OVER = frozenset("across throughout around".split())
AIR_CAMPAIGN = re.compile(r"\b(?:campaign|bombing|strikes|raids)\b[^.;]{0,60} over ")
COUNTED_NATIONALS = r"\d (?:\w+ )?(PEOPLE)s\b"  # "killed 2,100 Iraqis in June"


@kept
def national(sentence: Sentence) -> Place | None:
    """The country that a sentence without a place in it counts for: "across Syria", "nationwide", "in Iraq in October"."""
    here = candidates(sentence)
    if inside_a_country(here):
        return None
    if sentence.says(NATIONWIDE):
        return country_of(sentence.document, here)
    of_a_month = any((e.kind == "month" or e.since) and not e.speech for e in expressions(sentence))
    lexicon = sentence.document.lexicon
    if of_a_month and (people := of_a_people(COUNTED_NATIONALS, lexicon).search(sentence.lower)):
        return peoples(lexicon)[people[1]]
    return next((m.place for m in here if _is_whole(sentence, m) and (of_a_month or word_before(sentence, m) in OVER | {"over"})), None)


def _is_whole(sentence: Sentence, mention: Mention) -> bool:
    """ "In Syria", not "in eastern Syria" or "in neighbouring Iraq"."""
    if sentence.word(mention.first - 1).startswith("neighb"):
        return False
    word = word_before(sentence, mention)
    flown = word == "over" and sentence.says(AIR_CAMPAIGN)  # "the air campaign over Syria", not "shot down over Syria"
    return is_at_war(mention) and not is_partly(sentence, mention) and (flown or word in OVER | {"in"})


def is_partly(sentence: Sentence, mention: Mention) -> bool:
    """ "In northern Syria" is somewhere, told before."""
    return mention.place.kind == "country" and sentence.word(mention.first - 1).endswith("ern")


@kept
def reported_from(document: Document) -> Place | None:
    """The town or camp of the dateline, where a reporter is there and no newsroom is."""
    told = ((s, m) for s in document.sentences[:OPENING] for m in mentions(s) if is_dateline(s, m))
    places = [m.place for _, m in told if m.place.name not in newsrooms(document.lexicon) and not m.place.abroad]
    return next((place for place in places if place.kind in SPECIFIC or place.kind == "province"), None)


def best_of_article(document: Document, sentence: Sentence, found: list[Mention], start: int, measure: str) -> Place:
    """The place named that stands best; where that is a river, the town on it that the article is about."""
    on_a_river = all(m.place.kind == "river" for m in found)
    return (focus_of(document) if on_a_river else None) or best_place(sentence, found, start, measure)


def focus_inside(document: Document) -> Place | None:
    """The town that the article is about, which is more than the river that it lies on."""
    focus = focus_of(document)
    return focus if focus and focus.kind in SPECIFIC else None


@kept
def enclave_of(document: Document) -> Place | None:
    """What "the pocket" is: the town or region that the article is about, but no camp that people go to and no mere dateline; of several
    towns named alike the province."""
    told = Counter(m.place for s in document.sentences for m in places_told(s) if m.place.kind != "camp")
    if (focus := focus_of(document)) in told and focus and focus.kind in (*SPECIFIC, "region"):
        return focus
    region = next((place for place in told if place.kind == "region"), None)
    towns = [place for place in told if place.kind in SPECIFIC]
    most = [place for place in towns if told[place] == max(told[p] for p in towns)]
    province = gazetteer(document.lexicon).get(most[0].admin1 or "") if most else None
    return region or (most[0] if len(most) == 1 else province)


@kept
def mentions_of(document: Document) -> Counter[Place]:
    """How often the article names each place."""
    return Counter(m.place for sentence in document.sentences for m in mentions(sentence))


@kept
def focus_of(document: Document) -> Place | None:
    """The town, or else the province, that the article names most; of several named once the province or the one that it opens with."""
    counts: Counter[Place] = Counter()
    if reported := reported_from(document):
        counts[reported] = DATELINE
    told = [(s, m) for s in document.sentences for m in places_told(s)]
    now = [(s, m) for s, m in told if m.place not in told_then(document)]
    for sentence, mention in told if all(m.place.kind in WIDE for _, m in now) else now:
        counts[mention.place] += (2 if mention.place.kind in SPECIFIC else 1) * (1 + (sentence.index < OPENING))
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
        opening = {m.place for s in document.sentences[: OPENING + 1] for m in mentions(s)}
        return next((place for place in counts if place.kind == "province"), most if most in opening else None)
    return most


@kept
def told_then(document: Document) -> set[Place]:
    """The places that an article names only in clauses about days long past: "the rebels had used such weapons in Aleppo last year"."""
    then = {m.place for s in document.sentences for m in _long_past(s)}
    return then - {m.place for s in document.sentences for m in mentions(s) if m not in _long_past(s)}


@kept
def _long_past(sentence: Sentence) -> list[Mention]:
    if not mentions(sentence) or not sentence.says(LONG_AGO):
        return []
    anchor, bounds = anchor_of(sentence.document), clause_bounds(sentence)
    days: dict[int, dt.date] = {}
    for e in expressions(sentence):
        if e.last and not e.since and not e.speech:
            clause = bisect_right(bounds, sentence.start + e.start)
            days[clause] = max(e.last, days.get(clause, e.last))
    clauses = ((m, bisect_right(bounds, sentence.tokens[m.first].start)) for m in mentions(sentence))
    return [m for m, clause in clauses if anchor and clause in days and anchor - days[clause] > NEWS]


@kept
def headlined(document: Document) -> Place | None:
    """The first town or province that the title of an article is about."""
    title = Document(document.title or "", lexicon=document.lexicon)
    told = ((s, m) for s in title.sentences for m in places_told(s) if m.place.kind not in WIDE)
    return next((m.place for s, m in told if word_before(s, m) not in ELSEWHEN), None)


def both_countries(document: Document, found: list[Mention]) -> Place | None:
    """Syria and Iraq together, where both are named."""
    return gazetteer(document.lexicon)[BOTH] if {m.place.name for m in found} >= COUNTRIES else None


def country_of(document: Document, here: list[Mention] = ()) -> Place | None:
    """The country that the sentence names, or else the one that the article is about."""
    named = next((m.place for m in here if is_at_war(m)), None)
    return named or theatre(document)


@kept
def theatres(document: Document) -> Counter[Place]:
    """How often an article names each country at war that it names ("Syria", "Syrian")."""
    at_war = (p for p in gazetteer(document.lexicon).values() if p.kind == "country" and not p.abroad)
    return +Counter({place: document.text.count(place.name) for place in at_war if place.name != BOTH})


@kept
def is_of_both(document: Document) -> bool:
    """Whether an article speaks of Syria and of Iraq, or of places there."""
    told = {m.place.country for s in document.sentences for m in places_told(s)}
    return told.union(place.name for place in theatres(document)) >= COUNTRIES


@kept
def theatre(document: Document) -> Place | None:
    """The country at war that an article speaks of most, or else the one that its place is in."""
    if told := theatres(document):
        return told.most_common(1)[0][0]
    focus = focus_of(document)
    return gazetteer(document.lexicon).get(focus.country or "") if focus else None
