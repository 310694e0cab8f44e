"""Of several places that a sentence names the one that stands best, or the whole that a list of them lies in."""

import re
from bisect import bisect_right

from analysis.extraction.sentences import Sentence, kept
from analysis.extraction.where.candidates import region_told
from analysis.extraction.where.gazetteer import ARTICLES, SPECIFIC, Place, gazetteer
from analysis.extraction.where.governing import LOCATIVES, PASSED_OVER, QUARTERS, TOWNS, word_before
from analysis.extraction.where.mentions import Mention

STREETS = frozenset("street streets square suburb quarter neighborhood neighbourhood district area".split())
NAMES_JOINED_BY = frozenset("and , - the".split()) | ARTICLES
RANKS = dict.fromkeys(SPECIFIC, 3.0) | {"quarter": 3.2, "region": 2.65, "province": 2.6, "river": 2.0, "desert": 2.0, "country": 1.0}
HEADING = 4  # the words at most before the colon of "Homs Province: ..."
BOUNDARY = re.compile(
    r";|\s[–—]\s|\s--\s|, (?:and|but|though|with)\b|\b(?:while|whereas)\b"
    r"|(?<!\d )\band (?=(?:\d|an?other|at least|(?:about|around|over)(?! the\b)|some|more than|up to|nearly|a maximum|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds)\b)"  # noqa: E501
)  # fmt: skip
BY_THE_TOWNS = re.compile(r"\b(?:near|between|outside|around|by) the (?:\w+ )?(?:towns|villages|cities) of\b")  # one spot by two of them
JOINING = (
    frozenset(", and or to with as well in the - ’ s ' neighboring neighbouring held regime government rebel ypg sdf".split()) | ARTICLES
)
WITHIN = frozenset(("in", "on", "at", "inside"))
NEAR_BY = re.compile(
    r"(?:, )?(?:(?:a|an|the) )?(?:[\w-]+ ){0,2}?(?:(?:town|village|city|camp|enclave|district|suburb|area|region|pocket) )?"
    r"(?:near|outside|(?:just )?(?:north|south|east|west)(?:east|west)? of)"
    r"(?: the)?(?: \w+)?(?: (?:city|town|capital)(?: of)?)?(?: (?:al|el|as|ar) -)?"
)
AROUND = frozenset("and the nearby surrounding neighbouring neighboring".split())
NO_APPOSITION = frozenset("and on in at is was were where who".split())
NEARBY_REACH = 4  # words of "the nearby town of"
WHOLE_REACH = 4  # words between a region and a town told by it
RISING = frozenset("rise rises rose risen climbed climbs climb".split())
LEAVING = frozenset("fled flee fleeing left leave leaving quit quitting abandoned escaped escaping".split())
RELATIVE_REACH = 4  # words of "who had fled" and an article
RISES_TO = frozenset(("to", "at", "reached"))  # "the toll in Idlib province to 21"


@kept
def clause_bounds(sentence: Sentence) -> list[int]:
    """The offsets in the text at which one clause of a sentence ends and the next begins."""
    return [sentence.start + m.start() for m in BOUNDARY.finditer(sentence.lower)]


def best_place(sentence: Sentence, found: list[Mention], start: int | None, measure: str) -> Place:
    """The mention that stands best: specific, in the claim's clause, behind a word of place, near the number at ``start``."""
    if len(found) == 1 and start is None:
        return _whole_of_list(sentence, found, found[0]) or found[0].place
    tokens = sentence.tokens
    at = next((i for i, t in enumerate(tokens) if start is None or t.start >= start), 0)
    bounds = [] if start is None else clause_bounds(sentence)
    own = bisect_right(bounds, start or 0)

    words = {m: word_before(sentence, m) for m in found}
    clauses = {m: bisect_right(bounds, tokens[m.first].start) - own for m in found}
    next_in = next((m for m in found if start is not None and m.first > at and words[m] in LOCATIVES and not clauses[m]), None)

    left = measure == "displaced" and any(_is_left(sentence, m) for m in found)
    inside = any(words[m] in WITHIN and not clauses[m] and (m.place.kind in SPECIFIC or m.place.kind == "region") for m in found)

    def score(mention: Mention) -> float:
        word, clause, place = words[mention], clauses[mention], mention.place
        far = (0.1 if start is None else 0.5) * min(abs(mention.first - at), 30)
        points = 10 * RANKS.get(place.kind, 2.0) - far + 4 * (word in LOCATIVES)
        points -= 6 * min(abs(clause), 2) + 2 * (clause > 0)
        points += 7 * (
            next_in is not None and (mention == next_in or next_in.place.name == place.admin1 or _is_told_by(sentence, mention, next_in))
        )
        points += 6 * (place.kind == "camp" and measure == "displaced" and word != "from" and not left)
        points += 8 * (left and _is_left(sentence, mention))
        points += 25 * (start is not None and _rises_there(sentence, mention, at) and word in LOCATIVES)
        points -= 6 * (word == "from" and measure != "displaced") + (10 * inside or 4 * (place.kind == "province")) * (word == "near")
        points -= 8 * _is_nearby(sentence, mention)
        points -= 8 * (word == "to" and measure == "displaced" and place.kind != "camp")
        return points - 15 * _is_heading(sentence, mention)

    told = [m for m in found if not any(_lies_near(sentence, other, m) for other in found)]
    best = max(told or found, key=score)
    return _whole_of_list(sentence, found, best) or _first_of_two(sentence, found, best).place


def _is_left(sentence: Sentence, mention: Mention) -> bool:
    """ "Fled Hajin", whither they went or not; not "who had fled Palmyra", which was before."""
    before = sentence.words[max(0, mention.first - RELATIVE_REACH) : mention.first]
    return not LEAVING.isdisjoint(before[-1:]) and "who" not in before and mention.place.kind in SPECIFIC


def _is_nearby(sentence: Sentence, mention: Mention) -> bool:
    """The second of "A and the nearby town of B"."""
    return "nearby" in sentence.words[max(0, mention.first - NEARBY_REACH) : mention.first] and "and" in sentence.words[: mention.first]


def _rises_there(sentence: Sentence, mention: Mention, at: int) -> bool:
    """ "The toll in Idlib province to (21)": the place of what rises, right before the number at word ``at``."""
    between = sentence.words[mention.last : at]
    return between[-1:] != [] and between[-1] in RISES_TO and set(between[:-1]) <= PASSED_OVER | RISING


def _first_of_two(sentence: Sentence, found: list[Mention], best: Mention) -> Mention:
    """Of "A and B" the first, which is as good as the second: "left A and B on Friday, among them 300 fighters"."""
    i = found.index(best)
    if i and {found[i - 1].place.kind, best.place.kind} <= set(SPECIFIC) and sentence.words[found[i - 1].last : best.first] == ["and"]:
        return found[i - 1]
    return best


def _lies_near(sentence: Sentence, mention: Mention, landmark: Mention) -> bool:
    """ "Madaya near Damascus", "Salma in the mountains", "Saqlawiyah, a town northwest of Fallujah": it tells where the one before lies."""
    between = sentence.words[mention.last : landmark.first]
    if between in (["in"], ["in", "the"]):
        return mention.place.kind in SPECIFIC and landmark.place.kind == "region"
    towns = mention.place.kind in (*SPECIFIC, "region") and NO_APPOSITION.isdisjoint(between)
    return towns and NEAR_BY.fullmatch(" ".join(between)) is not None


def _is_told_by(sentence: Sentence, mention: Mention, whole: Mention) -> bool:
    """ "The Ghouta town of Hammuriyeh": a town behind the region that tells where it is."""
    between = sentence.words[whole.last : mention.first]
    return whole.place.kind not in SPECIFIC and "of" in between[:WHOLE_REACH] and set(between) <= PASSED_OVER | {"of"}


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
    while first > 0 and _are_listed(sentence, members[first - 1], members[first]):
        first -= 1
    while last + 1 < len(members) and _are_listed(sentence, members[last], members[last + 1]):
        last += 1
    joined = list(dict.fromkeys(m.place for m in members[first : last + 1]))
    plural = _has_plural(sentence, members[first], members[last], QUARTERS if best.place.kind == "quarter" else TOWNS)
    known = gazetteer(sentence.document.lexicon)
    if best.place.kind == "quarter" and (len(joined) > 1 or plural):
        return known.get(joined[0].admin1 or "")
    if best.place.kind in SPECIFIC and (len(joined) > 2 or (plural and (len(joined) == 1 or not sentence.says(BY_THE_TOWNS)))):
        named = next((m.place.name for m in found if m.place.kind == "province"), None)
        provinces = {named} if named else {p.admin1 for p in joined if p.admin1}
        province = provinces.pop() if len(provinces) == 1 else None
        return known.get(named or "") or region_told(sentence.document, province) or known.get(province or "")
    if best.place.kind == "province" and sum(p.kind == "province" for p in joined) > 1:
        return known.get(best.place.country or "")
    return None


def _are_listed(sentence: Sentence, left: Mention, right: Mention) -> bool:
    """Whether two places are of one list; of quarters also where the page has lost its commas, or names another between them."""
    quarters = left.place.kind == right.place.kind == "quarter" and left.place.admin1 == right.place.admin1
    return are_joined(sentence, left, right) or (quarters and _are_names(sentence, left.last, right.first))


def _are_names(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the words from ``first`` to ``last`` are names, streets and what joins them: "Bab al-Faraj al-Neel street and al-Midan"."""
    return all(_is_of_a_list(sentence, i) or sentence.words[i] in STREETS for i in range(first, last))


def _is_of_a_list(sentence: Sentence, i: int) -> bool:
    """Whether word ``i`` is a name, which the gazetteer may lack, or what joins names."""
    return sentence.document.text[sentence.tokens[i].start].isupper() or sentence.words[i] in NAMES_JOINED_BY


def are_joined(sentence: Sentence, left: Mention, right: Mention) -> bool:
    """Whether nothing stands between two places but what joins the members of a list."""
    between = [t.lower for t in sentence.tokens[left.last : right.first]]
    return bool(between) and set(between) <= JOINING


def _has_plural(sentence: Sentence, first: Mention, last: Mention, plurals: frozenset[str]) -> bool:
    """ "the villages of A", "A, B and the unknown C neighbourhoods"."""
    tokens = sentence.tokens
    i = first.first - 1
    while i > 0 and _is_of_a_list(sentence, i):
        i -= 1
    if i > 0 and tokens[i].lower == "them" and tokens[i - 1].lower == "among":
        i -= 1
    opens = i > 0 and tokens[i].lower in ("of", "among", "including")
    comma = opens and tokens[i].lower != "of" and tokens[i - 1].lower == ","
    if opens and tokens[i - 1 - comma].lower in plurals:
        return True
    for i in range(last.last, min(last.last + 12, len(tokens))):
        if sentence.words[i] in plurals:
            between = sentence.words[last.last : i]
            return between[:1] != ["and"] or not set(between) <= AROUND  # not "Sinjar and the villages around it"
        if not _is_of_a_list(sentence, i):
            return False
    return False
