"""Where a claim is about: of the places named in its clause, its sentence or the telling around it, the most specific that fits."""

import re
from bisect import bisect_right
from collections import Counter
from itertools import pairwise

from analysis.extraction.candidates import CAPITALS, LOCATIVES, QUARTERS, TOWNS, candidates, inside_a_country, is_dateline, word_before
from analysis.extraction.gazetteer import ABROAD, ARTICLES, BOTH, SPECIFIC, Mention, Place, gazetteer, mentions
from analysis.extraction.periods import is_war_total
from analysis.extraction.sentences import Document, Sentence, kept

__all__ = ["Place", "gazetteer", "place_of"]
RANKS = dict.fromkeys(SPECIFIC, 3.0) | {"quarter": 3.2, "province": 2.6, "region": 2.2, "river": 2.0, "desert": 2.0, "country": 1.0}
WIDE = frozenset(("river", "desert", "region"))
NEWSROOMS = CAPITALS | {"Qamishli", "Erbil", "Istanbul"}  # whence reports are filed that are about elsewhere
DATELINE = 3  # what a dateline weighs, of a reporter who is there
BACK, AHEAD = 3, 2  # sentences to look behind and before for the place that a sentence leaves out
MUCH_NAMED = 2  # times that an article names its own place
COUNTRY_REACH = 5  # words between a number and the country it is of
LEAD = 1  # the last sentence that counts as the lead
HEADING = 4  # the words at most before the colon of "Homs Province: ..."
BOUNDARY = re.compile(
    r";|\s[–—]\s|\s--\s|, (?:and|but|while|whereas|though|with)\b"
    r"|\b(?:and|while|whereas) (?=(?:\d|an?other|at least|about|around|some|more than|up to|over|nearly|a maximum|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds)\b)"  # noqa: E501
)  # fmt: skip
ANAPHOR = re.compile(
    r"\b(?:the|that|this|same) (?:\w+ )?(village|town|city|province|governorate|camp|base|region|enclave|pocket)\b|\bthere\b"
)
KINDS = {
    "village": ("village", "town"), "town": ("town", "village"), "city": ("town", "province"), "province": ("province",), "governorate": ("province",),  # noqa: E501
    "camp": ("camp",), "base": ("airbase", "town"),
}  # fmt: skip
HOLDS = ("pocket", "enclave")  # what the article is about, whichever town in it was named last
FOREIGN = re.compile(r"\bforeign(?:ers)?\b|\bcountries\b|\bnationalit(?:y|ies)\b")  # who is held is held by a side, in no one town
CAMPS = re.compile(r"\bin (?:[\w-]+ ){0,2}camps\b")
MOVED = ("displaced", "released", "detained")
THERE = re.compile(r"\bthere\b")
BY_THE_TOWNS = re.compile(r"\b(?:near|between|outside|around|by) the (?:\w+ )?(?:towns|villages|cities) of\b")  # one spot by two of them
JOINING = frozenset(", and or as well in the - ’ s ' neighboring neighbouring".split()) | ARTICLES
NATIONWIDE = re.compile(r"\b(?:across|around|throughout) the country\b|\bnationwide\b")
NATIONALS = re.compile(r"[\s\w-]{0,12}\b(iraqi|syrian)s\b")
SEVERAL = re.compile(
    r"\b(?:two|three|four|five|six|several|many|various|different|other|main) (?:\w+ ){0,2}(?:villages|towns|cities|districts|provinces|governorates|areas|regions|battlegrounds|fronts|incidents|camps|prisons)\b"  # noqa: E501
    r"|\b(?:in|of) the country\b"
)  # fmt: skip
RISES_TO = frozenset(("to", "at", "reached"))  # "the toll in Idlib province to 21"
UNNAMED = re.compile(
    r"\b(?:a|an|one) (?:[\w-]+ ){0,2}(?:village|town|city|neighbou?rhood|market|hospital|school|base|outpost|camp|pocket|area)\b"
)
WAR_BEGAN = re.compile(
    r"\b(?:(?:since|start of|beginning of|outbreak of) (?:the |an? |its |their )?(?:\S+ ){0,3}"
    r"(?:war|conflict|uprising|crisis|revolution)\b(?! monitor)"
    r"|(?:war|conflict|uprising|crisis|revolution|(?:battle|fight|campaign) against\b[^,;.]{0,40})\b[^,;.]{0,30}"
    r"\b(?:since|began|erupted|broke out)\b)"
)
INHABITANTS = re.compile(r"\b(?:countr(?:y|ys|y[’']s)|syria[’']?s|iraq[’']?s) (?:pre-?war )?(?:population|people|inhabitants)\b")
STAYING = re.compile(r"\b(?:living|live|lives|there|camp|newcomers|sheltering|sleep|housing|houses|hosts|hosting)\b")
ELSEWHERE = re.compile(r"\W*elsewhere\b")
BOTH_COUNTRIES = re.compile(r"\b(?:both|two) countries\b")
OF_A_TOWN = re.compile(r"[^,;.]{1,30}? of (?:the|that) (?:\w+ )?(?:city|town|village|camp|district|province|governorate|neighbou?rhood)\b")
SURFACE_REACH = 60  # characters behind an area in which the countries it lay in are named
SURFACE = re.compile(r"[-\s]*(?:square|sq|k(?:ilo)?m|mile|metre|meter|hectare)")


def place_of(document: Document, sentence: Sentence, start: int, end: int, measure: str) -> Place | None:
    """The place of the claim whose evidence is ``text[start:end]``: its clause's, its sentence's, or that of the sentences around."""
    if measure.startswith("territory"):
        return _of_land(document, sentence, start)
    here = candidates(sentence)
    if measure in ("killed", "displaced", "casualties", "injured") and (
        (is_war_total(document, sentence, start, end) and not (measure == "displaced" and _is_left(sentence, here)))
        or (not inside_a_country(here) and _is_of_the_war(sentence))
    ):
        return _both(document, here) or _country(document, here)
    if here and here[0].place.kind == "country" and ELSEWHERE.match(sentence.lower):
        return here[0].place
    if here and here[0].first == 1 and sentence.words[0] == "in" and here[0].place.kind == "country" and not inside_a_country(here):
        return here[0].place  # "In Iraq meanwhile, ..."
    if found := inside_a_country(here):
        on_a_river = all(m.place.kind == "river" for m in found)
        return (_focus_inside(document) if on_a_river else None) or _best(sentence, found, start, measure)
    if (both := _both(document, here)) and (measure == "remaining" or _in_both(sentence, here)):
        return both
    if sentence.says(NATIONWIDE) or (sentence.index <= LEAD and sentence.says(SEVERAL)):
        return _country(document, here)
    if (measure == "detained" and sentence.says(FOREIGN)) or (measure == "displaced" and sentence.says(CAMPS)):
        return _country(document, here)
    if sentence.index > LEAD and (country := _right_behind(sentence, here, end)):
        return country
    if measure == "remaining" and (named := next((m.place for m in here if word_before(sentence, m) in ("in", "across", "inside")), None)):
        return named
    if measure == "remaining" and sentence.says(BOTH_COUNTRIES):
        return gazetteer(document.lexicon)[BOTH]
    if sentence.says(THERE) and (before := _country_before(document, sentence)):
        return before
    if measure == "displaced" and (people := NATIONALS.match(sentence.lower, end - sentence.start)):
        return gazetteer(document.lexicon)["Iraq" if people[1] == "iraqi" else "Syria"]
    if carried := _carried(document, sentence, measure):
        return carried
    return _focus(document) or _country(document, here)


@kept
def _is_of_the_war(sentence: Sentence) -> bool:
    """ "since the conflict began", "half the country's population"; not "which monitors the war"."""
    return sentence.says(WAR_BEGAN) or sentence.says(INHABITANTS)


def _best(sentence: Sentence, found: list[Mention], start: int | None, measure: str) -> Place:
    """The mention that stands best: specific, in the claim's clause, behind a word of place, near the number at ``start``."""
    if len(found) == 1 and start is None:
        return _whole_of_list(sentence, found, found[0]) or found[0].place
    tokens = sentence.tokens
    at = next((i for i, t in enumerate(tokens) if start is None or t.start >= start), 0)
    bounds = [] if start is None else [sentence.start + m.start() for m in BOUNDARY.finditer(sentence.lower)]
    own = bisect_right(bounds, start or 0)

    words = {m: word_before(sentence, m) for m in found}
    clauses = {m: bisect_right(bounds, tokens[m.first].start) - own for m in found}
    next_in = next((m for m in found if start is not None and m.first > at and words[m] in LOCATIVES and not clauses[m]), None)

    inside = any(words[m] == "in" and not clauses[m] and (m.place.kind in SPECIFIC or m.place.kind == "region") for m in found)

    def score(mention: Mention) -> float:
        word, clause, place = words[mention], clauses[mention], mention.place
        far = (0.1 if start is None else 0.5) * min(abs(mention.first - at), 30)
        points = 10 * RANKS.get(place.kind, 2.0) - far + 4 * (word in LOCATIVES)
        points -= 6 * min(abs(clause), 2) + 2 * (clause > 0)
        points += 7 * (next_in is not None and (mention == next_in or next_in.place.name == place.admin1))
        points += 6 * (place.kind == "camp" and measure == "displaced" and word != "from")
        points += 25 * (start is not None and 0 < at - mention.last <= 3 and sentence.words[at - 1] in RISES_TO and word in LOCATIVES)
        points -= 6 * (word == "from" and measure != "displaced") + (10 if inside else 3) * (word == "near")
        points -= 8 * (word == "to" and measure == "displaced" and place.kind != "camp")
        return points - 15 * _is_heading(sentence, mention)

    best = max(found, key=score)
    return _whole_of_list(sentence, found, best) or best.place


def _is_heading(sentence: Sentence, mention: Mention) -> bool:
    """ "Homs Province: ..." names the page, not the spot."""
    return mention.first < HEADING and any(t.lower == ":" for t in sentence.tokens[mention.last : mention.last + 2])


def _whole_of_list(sentence: Sentence, found: list[Mention], best: Mention) -> Place | None:
    """For "the A, B and C quarters" the city that they are in, for several towns or provinces the whole that holds them."""
    members = [
        m
        for m in found
        if (m.place.kind == "quarter") == (best.place.kind == "quarter") and (m.place.kind in SPECIFIC) == (best.place.kind in SPECIFIC)
    ]
    at = members.index(best)
    first = last = at
    while first > 0 and _are_joined(sentence, members[first - 1], members[first]):
        first -= 1
    while last + 1 < len(members) and _are_joined(sentence, members[last], members[last + 1]):
        last += 1
    joined = list(dict.fromkeys(m.place for m in members[first : last + 1]))
    plural = _has_plural(sentence, members[first], members[last], QUARTERS if best.place.kind == "quarter" else TOWNS)
    known = gazetteer(sentence.document.lexicon)
    if best.place.kind == "quarter" and (len(joined) > 1 or plural):
        return known.get(joined[0].admin1 or "")
    if best.place.kind in SPECIFIC and (len(joined) > 2 or (plural and (len(joined) == 1 or not sentence.says(BY_THE_TOWNS)))):
        named = next((m.place.name for m in found if m.place.kind == "province"), None)
        provinces = {named} if named else {p.admin1 for p in joined if p.admin1}
        return known.get(provinces.pop() or "") if len(provinces) == 1 else None
    if best.place.kind == "province" and len(joined) > 1:
        return known.get(best.place.country or "")
    return None


def _are_joined(sentence: Sentence, left: Mention, right: Mention) -> bool:
    between = [t.lower for t in sentence.tokens[left.last : right.first]]
    return bool(between) and set(between) <= JOINING


def _has_plural(sentence: Sentence, first: Mention, last: Mention, plurals: frozenset[str]) -> bool:
    """ "the villages of A", "A, B and the unknown C neighbourhoods"."""
    text, tokens = sentence.document.text, sentence.tokens
    i = first.first - 1
    while i > 0 and (text[tokens[i].start].isupper() or tokens[i].lower in ARTICLES or tokens[i].lower in ("and", ",", "-", "the")):
        i -= 1  # names that the gazetteer lacks
    if i > 0 and tokens[i].lower == "them" and tokens[i - 1].lower == "among":
        i -= 1
    opens = i > 0 and tokens[i].lower in ("of", "among", "including")
    comma = opens and tokens[i].lower != "of" and tokens[i - 1].lower == ","
    if opens and tokens[i - 1 - comma].lower in plurals:
        return True
    for token in tokens[last.last : last.last + 12]:
        if token.lower in plurals:
            return True
        if not (text[token.start].isupper() or token.lower in ARTICLES or token.lower in ("and", ",", "-", "the")):
            return False
    return False


def _carried(document: Document, sentence: Sentence, measure: str) -> Place | None:
    """The place of the sentences before, nearest first, then of those behind; behind first for a lead."""
    before = [*range(sentence.index - 1, max(-1, sentence.index - BACK - 1), -1)]
    behind = [*range(sentence.index + 1, min(len(document.sentences), sentence.index + AHEAD + 1))]
    told = any(inside_a_country(candidates(document.sentences[i])) for i in before)
    ahead_first = (sentence.index <= LEAD and not told) or sentence.says(UNNAMED)
    anaphor = ANAPHOR.search(sentence.lower)
    if anaphor and anaphor[1] in HOLDS and (focus := _focus_inside(document)):
        return focus
    kinds = KINDS.get(anaphor[1] or "") if anaphor else None
    for i in behind + before if ahead_first else before + (behind if sentence.index <= 3 else []):
        other = document.sentences[i]
        found = inside_a_country(candidates(other))
        if sentence.says(STAYING):
            found = [m for m in found if word_before(other, m) != "from"]
        if i < sentence.index:
            found = [m for m in found if (m.place.kind == "camp" and measure in MOVED) or not _is_headed_for(other, m)]
        if found and all(m.place.kind in WIDE for m in found) and (focus := _focus_inside(document)):
            return focus
        if kinds and i < sentence.index:
            found = [m for m in found if m.place.kind in kinds] or found
        place = (_province_of_several(found) or _best(other, found, None, measure)) if found else None
        if place and place.kind == "quarter" and not anaphor and abs(i - sentence.index) > 1:
            place = gazetteer(document.lexicon).get(place.admin1 or "")  # further off it is the city that is still spoken of
        if place:
            return _held_by_the_article(document, sentence, other, place) if i < sentence.index and not anaphor else place
    return None


def _is_headed_for(sentence: Sentence, mention: Mention) -> bool:
    """ "To X", "towards X", and the Y of "to the X camp in Y": where people are on the way to, which the text leaves again."""
    if word_before(sentence, mention) in ("to", "towards", "toward"):
        return True
    inside = sentence.words[mention.first - 1] == "in" if mention.first else False
    outer = next((m for m in mentions(sentence) if inside and 0 <= mention.first - 1 - m.last <= 1), None)
    return outer is not None and _is_headed_for(sentence, outer)


def _focus_inside(document: Document) -> Place | None:
    """The town that the article is about, which is more than the river that it lies on."""
    focus = _focus(document)
    return focus if focus and focus.kind in SPECIFIC else None


def _held_by_the_article(document: Document, sentence: Sentence, other: Sentence, place: Place) -> Place:
    """A place that the article names only in passing is left again with the paragraph: what goes on is about the article's own place."""
    focus, named = _focus(document), _mentions_of(document)
    if focus is None or other.paragraph == sentence.paragraph or place.kind not in (*SPECIFIC, "quarter"):
        return place
    return focus if named[place] == 1 and named[focus] >= MUCH_NAMED else place


@kept
def _mentions_of(document: Document) -> Counter[Place]:
    """How often the article names each place."""
    return Counter(m.place for sentence in document.sentences for m in mentions(sentence))


def _is_left(sentence: Sentence, found: list[Mention]) -> bool:
    """ "Have fled into Turkey from Kobani": a place that people come from."""
    return any(word_before(sentence, m) == "from" for m in inside_a_country(found))


def _right_behind(sentence: Sentence, found: list[Mention], end: int) -> Place | None:
    """ "29,000 civilians in Iraq": the country that stands right behind what is counted."""
    behind = [m for m in found if m.place.kind == "country" and m.place.country not in ABROAD and sentence.tokens[m.first].start >= end]
    near = behind and sum(end <= t.start < sentence.tokens[behind[0].first].start for t in sentence.tokens) <= COUNTRY_REACH
    return behind[0].place if near and word_before(sentence, behind[0]) in ("in", "across", "inside") else None


def _country_before(document: Document, sentence: Sentence) -> Place | None:
    """The country that the sentence before is about, where it names no place in it: "Iraq's jails are crowded. ... held there"."""
    if not sentence.index:
        return None
    here = candidates(document.sentences[sentence.index - 1])
    return here[0].place if here and not inside_a_country(here) and here[0].place.country not in ABROAD else None


def _province_of_several(found: list[Mention]) -> Place | None:
    """Where a sentence lists several towns of a province that it names, what goes on about them is about the province."""
    towns = {m.place for m in found if m.place.kind in SPECIFIC}
    provinces = [m.place for m in found if m.place.kind == "province"]
    return provinces[0] if len(towns) > 1 and provinces else None


@kept
def _focus(document: Document) -> Place | None:
    """The town, or else the province, that the article names most; of several named once the province or the one that it opens with."""
    counts: Counter[Place] = Counter()
    for sentence in document.sentences:
        if sentence.index <= LEAD:
            reported = [m.place for m in mentions(sentence) if is_dateline(sentence, m) and m.place.name not in NEWSROOMS]
            counts.update({place: DATELINE for place in reported if place.kind in SPECIFIC or place.kind == "province"})
        for mention in inside_a_country(candidates(sentence)):
            counts[mention.place] += (2 if mention.place.kind in SPECIFIC else 1) * (1 + (sentence.index <= LEAD))
    if not counts:
        return None
    most = max(counts, key=lambda place: counts[place])
    once = [place for place in counts if place.kind in SPECIFIC and counts[place] == counts[most] <= 4]
    if len(once) > 1:
        opening = {m.place for s in document.sentences[: LEAD + 2] for m in mentions(s)}
        return next((place for place in counts if place.kind == "province"), most if most in opening else None)
    return most


def _both(document: Document, found: list[Mention]) -> Place | None:
    return gazetteer(document.lexicon)[BOTH] if {"Syria", "Iraq"} <= {m.place.name for m in found} else None


def _in_both(sentence: Sentence, found: list[Mention]) -> bool:
    """ "in Iraq and Syria", not the name "Islamic State of Iraq and Syria"."""
    pairs = [(a, b) for a, b in pairwise(found) if _are_joined(sentence, a, b)]
    return any({a.place.name, b.place.name} == set(BOTH.split(" and ")) and word_before(sentence, a) in LOCATIVES for a, b in pairs)


def _country(document: Document, here: list[Mention] = ()) -> Place | None:
    """The country that the sentence names, or else the one that the article is about."""
    named = next((m.place for m in here if m.place.kind == "country" and m.place.country not in ABROAD), None)
    return named or _theatre(document)


@kept
def _theatre(document: Document) -> Place | None:
    text = document.text.lower()
    syria, iraq = text.count("syria"), text.count("iraq")
    if not syria + iraq:
        return None
    return gazetteer(document.lexicon)["Iraq" if iraq > syria else "Syria"]


def _of_land(document: Document, sentence: Sentence, start: int) -> Place | None:
    """Of a share or a country's size the countries; of an area or a stretch the pocket it is in."""
    here = candidates(sentence)
    known = gazetteer(document.lexicon)
    at = start - sentence.start
    is_surface = any(SURFACE.match(document.text[t.end : t.end + 20]) for t in sentence.tokens if start <= t.start < start + 30)
    owned = [m for m in here if document.text[start : sentence.tokens[m.first].start].lower().endswith((" of ", " of the "))]
    if owned and not is_surface and not any(_are_joined(sentence, owned[0], m) for m in here if m.first > owned[0].first):
        return owned[0].place  # "a third of Iraq and almost half of Syria"
    both = _both(document, here)
    if both and (
        not is_surface or any(start < sentence.tokens[m.first].start < start + SURFACE_REACH for m in here if m.place.kind == "country")
    ):
        return both
    if not is_surface and OF_A_TOWN.match(sentence.lower, at):
        found = inside_a_country(here)
        named = _best(sentence, found, start, "territory_held") if found else _carried(document, sentence, "territory_held")
        return named or _focus(document) or _country(document, here)
    if sentence.says(BOTH_COUNTRIES) and not is_surface:
        return known[BOTH]
    if is_surface:
        found = inside_a_country(here)
        if found:
            return _best(sentence, found, start, "territory_held")
        return _carried(document, sentence, "territory_held") or _focus(document) or _country(document, here)
    behind = next((m for m in here if start < sentence.tokens[m.first].start < start + 60), None)
    if behind:
        return behind.place
    for adjective, country in (("syrian", "Syria"), ("iraqi", "Iraq")):
        if adjective in sentence.lower[at : at + 60]:
            return known[country]
    if found := [m for m in here if m.place.kind == "country"]:
        return found[0].place
    if "the country" in sentence.lower or "iraq" not in document.text.lower():
        return _country(document)
    return known[BOTH]
