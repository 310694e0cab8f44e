"""Where a claim is about: the gazetteer's names in the text, and the most specific one that fits the claim."""

import re
from dataclasses import dataclass
from functools import lru_cache

from analysis.extraction.lexicon import Lexicon
from analysis.extraction.periods import is_war_total
from analysis.extraction.sentences import TOKEN, Document, Sentence
from analysis.extraction.terms import Match, Terms

SPECIFIC = frozenset(("town", "village", "quarter", "camp", "oilfield", "airbase", "crossing"))
RANKS = dict.fromkeys(SPECIFIC, 3.0) | {"quarter": 3.2, "province": 2.6, "region": 2.2, "river": 2.0, "desert": 2.0, "country": 1.0}
ARTICLES = frozenset("al el as ar ad at an ash az es ed".split())
NEARBY = frozenset("in near at inside outside around of on into across toward towards against between".split())
PROVINCE_WORDS = frozenset("province governorate countryside provinces region".split())
SPEECH = frozenset("said says blamed denied accused announced denounced condemned insisted believes told reported saying".split())
SOURCES = frozenset("police governorate health directorate media based branch today university".split())
FORCES = frozenset("forces army military democratic observatory government state network".split())
BACK, AHEAD = 2, 2  # sentences to look behind and before for the place that a sentence leaves out
NAMED = re.compile(
    r"\b(?:villages?|towns?|city|district|neighbou?rhood|quarter|suburb|camp|hamlet)s? of ((?:[Aa]l[- ]|[Ee]l[- ])?[A-Z][\w’']+(?:[- ](?:al|el|as)-?[A-Z]?\w+|[- ][A-Z][\w’']+)?)"
    r"|\b((?:[Aa]l[- ]|[Ee]l[- ])?[A-Z][\w’']+(?:[ -][A-Z][\w’']+)?) (?:village|neighbou?rhood|quarter|district)\b"
)  # fmt: skip
WHOLE_WAR = re.compile(r"\b(?:syria'?s?|syrian|the|its|a)\b[^.]{0,25}\b(?:war|conflict|uprising|crisis|revolution)\b(?! monitor)|\bsyria\b[^.]{0,40}\bsince\b")
STAYING = re.compile(r"\b(?:living|live|there|camp|newcomers|sheltering|sleep)\b")
ELSEWHERE = re.compile(r"\W*elsewhere\b")
UNNAMED = re.compile(r"\b(?:a|an|one|two) (?:\w+ )?(?:village|villages|town|city|neighbou?rhood|market|hospital|school|base|outpost)\b")
BOTH = "Syria and Iraq"


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer, or one that the text alone names (no coordinates). lat and lon in degrees."""

    name: str
    lat: float | None
    lon: float | None
    admin1: str | None
    kind: str
    country: str | None = None


@lru_cache(maxsize=8)
def gazetteer(lexicon: Lexicon) -> dict[str, Place]:
    """Canonical name -> place."""

    def number(text: str) -> float | None:
        return float(text) if text else None

    found = {
        r["name"]: Place(r["name"], number(r["lat"]), number(r["lon"]), r["admin1"] or None, r["kind"], r["country"] or None)
        for r in lexicon.rows("places")
    }
    found[BOTH] = Place(BOTH, None, None, None, "country", None)
    return found


def _stem(name: str) -> str:
    """A name without its leading article, apostrophes dropped: "Al-Hol" and "Dar'a" are "hol" and "dara"."""
    words = TOKEN.findall(name.lower().replace("'", "").replace("’", ""))
    while len(words) > 1 and (words[0] in ARTICLES or words[0] == "-"):
        words = words[1:]
    return " ".join(words)


@lru_cache(maxsize=8)
def _names(lexicon: Lexicon) -> Terms[Place]:
    known = gazetteer(lexicon)
    terms: list[tuple[str, Place]] = []
    for row in lexicon.rows("places"):
        for name in (row["name"], *filter(None, row["variants"].split("|"))):
            for spelled in {name, name.replace("'", ""), name.replace("-", " ")}:
                stem = _stem(spelled)
                if stem:
                    terms += [(stem, known[row["name"]]), (stem + "s", known[row["name"]])]
    terms.sort(key=lambda term: term[1].kind == "country")
    return Terms(terms)


@lru_cache(maxsize=512)
def places_in(sentence: Sentence) -> list[Match[Place]]:
    """The places that a sentence names, from left to right; datelines, agencies and capitals that speak are left out."""
    text, tokens = sentence.document.text, sentence.tokens
    found = []
    for match in _names(sentence.document.lexicon).all(sentence):
        if not text[tokens[match.first].start].isupper() or _is_no_place(sentence, match):
            continue
        found.append(match)
    known = {(sentence.tokens[m.first].start) for m in found}
    for name in NAMED.finditer(sentence.text):
        start = sentence.start + name.start(1 if name[1] else 2)
        first = next((i for i, t in enumerate(tokens) if t.start >= start), None)
        span = range(start, start + len(name[1] or name[2]))
        if first is None or any(s in span for s in known) or (name[1] or name[2]).isupper() or (name[1] or name[2]).split()[0].lower() in ("the", "a", "rebel", "mostly"):
            continue
        admin1 = next((m.entry.admin1 for m in found if m.entry.kind == "province"), None)
        country = next((m.entry.country for m in found), None)
        last = first + len(TOKEN.findall(name[1] or name[2]))
        found.append(Match(first, last, Place(" ".join((name[1] or name[2]).split()), None, None, admin1, "village", country)))
    return sorted(found, key=lambda m: m.first)


def _is_no_place(sentence: Sentence, match: Match[Place]) -> bool:
    words = sentence.tokens
    if sentence.index <= 2 and match.entry.kind != "quarter" and _is_shouted(sentence, match):
        return True  # "ERBIL, Kurdistan Region": a dateline
    following = [t.lower for t in words[match.last : match.last + 3]]
    before = [t.lower for t in words[max(0, match.first - 4) : match.first]]
    if match.first <= 10 and sentence.index <= 1 and following[:1] and following[0] in ("–", "—", ":", "(") and match.entry.kind != "quarter":
        return sentence.start < 400 and not (NEARBY & set(before))  # a dateline
    if following[:2] == ["-", "-"] or (following[:1] == [","] and sentence.index == 0 and match.first <= 3 and match.entry.country not in ("Syria", "Iraq")):
        return True
    if following[:1] and following[0] in SPEECH:
        return not (before and before[-1] in NEARBY)
    if match.entry.kind == "country" and (before[-2:] in (["state", "of"], ["state", "in"]) or before[-3:] == ["of", "iraq", "and"]):
        return True
    return following[:2] == ["-", "based"] or (match.entry.kind == "country" and bool(following) and following[0] in FORCES)


def _is_shouted(sentence: Sentence, match: Match[Place]) -> bool:
    text = sentence.document.text
    name = text[sentence.tokens[match.first].start : sentence.tokens[match.last - 1].end]
    return name.isupper() and len(name) > 3 and not sentence.text.isupper()


def place_of(document: Document, sentence: Sentence, start: int, end: int, measure: str) -> Place | None:
    """The place of the claim whose evidence is ``text[start:end]``: its own sentence's, or that of the sentences around."""
    if measure.startswith("territory"):
        return _of_land(document, sentence, start)
    here = places_in(sentence)
    if measure in ("killed", "displaced") and is_war_total(document, sentence, start, end):
        return _both(document, here) or _country(document)
    if measure in ("killed", "displaced", "casualties") and WHOLE_WAR.search(sentence.lower) and not any(m.entry.kind != "country" for m in here):
        if " since " in sentence.lower or " began " in sentence.lower:
            return _both(document, here) or gazetteer(document.lexicon)["Syria"]
    best = _best(sentence, here, start, measure)
    if best and best.kind != "country":
        return _narrowed(document, sentence, best)
    if measure == "remaining" and (both := _both(document, here)):
        return both
    if ELSEWHERE.match(sentence.lower):
        return best or _country(document)
    ahead_first = sentence.index <= 1 or UNNAMED.search(sentence.lower) is not None
    return _around(document, sentence, measure, ahead_first) or _focus(document) or best or _country(document)


def _best(sentence: Sentence, found: list[Match[Place]], start: int, measure: str) -> Place | None:
    """The place that stands best: specific, near the number, behind a word of place."""
    at = next((i for i, t in enumerate(sentence.tokens) if t.start >= start), 0)
    best: tuple[float, Place] | None = None
    for match in found:
        word = _word_before(sentence, match)
        rank = _rank(sentence, match)
        score = 10 * rank - 0.6 * min(abs(match.first - at), 30) + (4 if word in NEARBY else 0)
        if match.entry.country not in ("Syria", "Iraq", None) and (word not in NEARBY or match.entry.kind == "country"):
            continue
        if match.entry.name == "Damascus" and word not in NEARBY and word != "from":
            continue  # the government
        score -= 12 * (match.entry.country not in ("Syria", "Iraq", None))
        score += 6 * (match.entry.kind == "camp" and measure == "displaced" and word != "from")
        score -= 6 * (word == "from" and measure != "displaced") + 8 * (word == "to" and measure == "displaced")
        score -= 5 * _is_source(sentence, match)
        score -= 6 * any(t.lower == ";" for t in sentence.tokens[min(at, match.first) : max(at, match.first)])
        if best is None or score > best[0]:
            best = (score, match.entry)
    quarters = {m.entry for m in found if m.entry.kind == "quarter"}
    if best and best[1].kind == "quarter" and len(quarters) > 1:
        city = next((m.entry.admin1 for m in found if m.entry.kind == "quarter"), None)
        return gazetteer(sentence.document.lexicon).get(city or "", best[1])  # several quarters: their city
    return best[1] if best else None


def _word_before(sentence: Sentence, match: Match[Place]) -> str:
    """The word of place before a name, "the town of" and an article passed over."""
    i = match.first - 1
    tokens = sentence.tokens
    while i >= 0 and (tokens[i].lower in ARTICLES or tokens[i].lower in ("-", "the", "city", "town", "village", "towns", "villages", "province", "eastern", "northern", "southern", "western", "rural", "nearby", "northwestern", "northeastern", "southeastern", "southwestern", "held", "rebel", "government", "neighbourhood", "neighborhood", "district")):  # fmt: skip
        i -= 1
    if i >= 1 and tokens[i].lower == "of" and tokens[i - 1].lower in ("town", "city", "village", "district", "south", "north", "east", "west", "outskirts", "neighbourhood", "neighborhood", "province", "camp", "area", "suburb", "part", "parts", "villages", "towns"):  # fmt: skip
        return "in"
    return tokens[i].lower if i >= 0 else ""


def _rank(sentence: Sentence, match: Match[Place]) -> float:
    rank = RANKS.get(match.entry.kind, 2.0)
    if match.entry.kind == "province":
        words = [t.lower for t in sentence.tokens[match.last : match.last + 1]] + [t.lower for t in sentence.tokens[max(0, match.first - 2) : match.first]]
        return 2.3 if PROVINCE_WORDS & set(words) else rank
    return rank


def _is_source(sentence: Sentence, match: Match[Place]) -> bool:
    """The place in a source's name ("Aleppo Police Command") or of its seat."""
    following = [t.lower for t in sentence.tokens[match.last : match.last + 1]]
    return bool(following) and following[0] in SOURCES


def _narrowed(document: Document, sentence: Sentence, place: Place) -> Place:
    """A province that the lead names may be narrowed by the next sentence to a town in it."""
    if place.kind != "province":
        return place
    later = document.sentences[sentence.index + 1 : sentence.index + 2]
    towns = [m.entry for s in later for m in places_in(s) if m.entry.kind in SPECIFIC and m.entry.admin1 == place.admin1]
    return towns[0] if len(towns) == 1 and sentence.index == 0 else place


def _around(document: Document, sentence: Sentence, measure: str, ahead_first: bool = False) -> Place | None:
    """The place of the sentences before, nearest first, then of those behind; behind first for a lead."""
    before = [*range(sentence.index - 1, max(-1, sentence.index - BACK - 1), -1)]
    behind = [*range(sentence.index + 1, sentence.index + AHEAD + 1)]
    for i in behind + before if ahead_first else before + (behind if sentence.index <= 3 else []):
        if 0 <= i < len(document.sentences):
            other = document.sentences[i]
            found = [m for m in places_in(other) if m.entry.kind != "country" and m.entry.country in ("Syria", "Iraq", None)]
            if STAYING.search(sentence.lower):
                found = [m for m in found if _word_before(other, m) != "from"]
            if found and (place := _province_of_several(found) or _best(other, found, other.start, measure)):
                return place
    return None


def _province_of_several(found: list[Match[Place]]) -> Place | None:
    """Where a sentence lists several towns of a province that it names, what goes on about them is about the province."""
    towns = {m.entry for m in found if m.entry.kind in SPECIFIC}
    provinces = [m.entry for m in found if m.entry.kind == "province"]
    return provinces[0] if len(towns) > 1 and provinces else None


@lru_cache(maxsize=64)
def _focus(document: Document) -> Place | None:
    """The town, or else the province, that the article names most; the first of equals."""
    counts: dict[Place, float] = {}
    for sentence in document.sentences:
        for match in places_in(sentence):
            capital = match.entry.name == "Damascus" and _word_before(sentence, match) not in NEARBY
            if match.entry.kind != "country" and match.entry.country in ("Syria", "Iraq", None) and not capital:
                counts[match.entry] = counts.get(match.entry, 0) + (2 if match.entry.kind in SPECIFIC else 1)
    if not counts:
        return None
    most = max(counts, key=lambda place: counts[place])
    provinces = [place for place in counts if place.kind == "province"]
    once = [place for place in counts if place.kind in SPECIFIC and counts[place] == counts[most] == 2]
    return provinces[0] if provinces and len(once) > 1 else most


def _both(document: Document, found: list[Match[Place]]) -> Place | None:
    names = {m.entry.name for m in found}
    return gazetteer(document.lexicon)[BOTH] if {"Syria", "Iraq"} <= names else None


@lru_cache(maxsize=64)
def _country(document: Document) -> Place | None:
    """The country that the article is about: the one it names most."""
    text = document.text.lower()
    syria, iraq = text.count("syria"), text.count("iraq")
    if not syria + iraq:
        return None
    return gazetteer(document.lexicon)["Iraq" if iraq > syria else "Syria"]


def _of_land(document: Document, sentence: Sentence, start: int) -> Place | None:
    """Of a share or a country's size the countries; of an area or a stretch the pocket it is in."""
    here = places_in(sentence)
    if both := _both(document, here):
        return both
    if "both countries" in sentence.lower or "two countries" in sentence.lower:
        return gazetteer(document.lexicon)[BOTH]
    specific = [m for m in here if m.entry.kind != "country"]
    at = next((i for i, t in enumerate(sentence.tokens) if t.start >= start), 0)
    share = not any(re.match(r"[-\s]*(?:square|sq|k(?:ilo)?m|mile|metre|meter|hectare)", document.text[t.end : t.end + 20]) for t in sentence.tokens[at : at + 5])
    if share:
        near = [m for m in here if 0 <= m.first - at <= 9]
        countries = [m for m in here if m.entry.kind == "country"]
        if near or countries:
            return (near or countries)[0].entry
        if "the country" in sentence.lower or "iraq" not in document.text.lower():
            return _country(document)
        return gazetteer(document.lexicon)[BOTH]
    if specific:
        return _best(sentence, specific, start, "territory_held")
    around = _around(document, sentence, "territory_held", ahead_first=sentence.index <= 1)
    return around or _focus(document) or (here[0].entry if here else None)
