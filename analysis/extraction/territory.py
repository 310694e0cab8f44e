"""Stage 4 for land: areas, lengths, shares and comparisons that say how much Islamic State holds or has lost."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from analysis.extraction.land.land_sides import SAYING, is_about_is, land_side, side_that_says
from analysis.extraction.lexicon import Lexicon
from analysis.extraction.quantities import Quantity, bounds
from analysis.extraction.sentences import DASHES, Sentence
from analysis.extraction.terms import Match, Terms
from analysis.extraction.what.auxiliaries import BE, HAVE
from analysis.extraction.when.stocks import SERIES
from analysis.extraction.where.mentions import mentions
from analysis.extraction.who.sides import is_about, named_sides, names_is, vocabulary

SHARE_REACH = 9  # words between a share and the land it is of
BRACKET_REACH = 5  # words of "(25 miles)"
RELATIVE_REACH = 3  # words of "that it once" before "held"
PIECE_REACH = 6  # words between "pocket" and what it measures
VERB_REACH = 16  # words between a share and the verb that tells held or lost
# Behind a length these make it a distance, not a stretch of land held.
DISTANCE = frozenset(
    "from away north south east west northeast northwest southeast southwest off outside inside wide deep "
    "apart high north-east long".split()
)
END_TO_END = ["from", "end", "to", "end"]
TRAVELLING = frozenset("travel travels travelled traveled walk walked drove driven marched advanced advancing moved pushed pushing".split())
COMPARISONS = frozenset((("the", "size", "of"), ("as", "big", "as"), ("as", "large", "as"), ("the", "area", "of"), ("same", "size", "as")))
RETAKING = frozenset("retaken retook retaking recaptured recapturing".split())  # from whom they name before
RETAKEN_REACH = 2  # sentences back to the one from which land is retaken
TAKING = frozenset("captured capturing seized seizing taken took conquered conquering".split())
UNREAL = frozenset(("will", "would", "could", "may", "might", "to", "not", "never"))
# "Half of Syria, although much of that area is empty steppe": what the land is like, not how much of it is held
BARREN = re.compile(
    r" of (?:that|this|it|the)\b[^,.;]{0,40}\b(?:is|are|being|consists of)\b[^,.;]{0,40}"
    r"\b(?:desert|steppe|empty|uninhabited|unpopulated|barren)\b"
)
# What follows a share that leaves its land out: "holds five percent now"
BARE = ([], ["."], [","], [";"], *([word] for word in "according and at now today but in when two three four years".split()))
COMPARED = (["country", "from"], ["territory", "from"], ["compared", "with"], ["compared", "to"], ["down", "from"], ["up", "from"])
STEPS = frozenset(("from", "to", "and", "against", "with"))  # before the figures of a series
STEP_ENDS = ([], ["."], [","], [";"], ["to"], *([word] for word in "in at by a this last two three one early late".split()))
CLOSING_QUOTES, OPENING_QUOTES = (['"'], ["”"]), (['"'], ["“"])
# A share with its land, which a share without one goes on from
OF_LAND = re.compile(
    r"\b(?:half|third|thirds|quarter|quarters|fifth|tenth|percent|per cent|most|parts|swathes) of"
    r" (?:the |its |what |both )?(?:country|land|territory|province|area|city|syria|iraq|it |is |[a-z]+ province)"
)
HEDGES = frozenset("roughly about around approximately nearly almost".split())


@dataclass(frozen=True, slots=True)
class Word:
    kind: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Land:
    """A statement about land: the quantity (evidence and range, in ``unit``) and territory_held or territory_lost."""

    quantity: Quantity
    measure: str
    unit: str


@lru_cache(maxsize=8)
def _words(lexicon: Lexicon) -> dict[str, Terms[Word]]:
    rows = lexicon.rows("land")
    return {
        kind: Terms(lexicon, ((r["term"], Word(r["kind"], float(r["low"] or 0), float(r["high"] or 0))) for r in rows if r["kind"] == kind))
        for kind in ("held", "lost", "land", "area", "unit", "piece")
    }


def find_lands(sentence: Sentence, quantities: list[Quantity]) -> list[Land]:
    """The statements about land of a sentence. ``quantities`` are all its number expressions."""
    found: list[Land] = []
    words = _words(sentence.document.lexicon)
    skip = -1
    for n, quantity in enumerate(quantities):
        if n == skip:
            continue
        if quantity.kind == "share":
            land = _share(quantity, found, words) or _bare_share(quantity, found, words)
        else:
            following = quantities[n + 1] if n + 1 < len(quantities) else None
            measured = _dimensions(quantity, following, words)
            if measured:
                skip = n + 1
            land = _extent(sentence, *(measured or _area(quantity, words) or (None, "")), words)
        if land:
            found.append(land)
    if any(land.unit == "km2" for land in found) and sentence.says(SERIES):
        found += _of_series(sentence, quantities, {land.quantity.first for land in found}, words)
    if any(word in sentence.lower for word in ("size", "as big as", "as large as")):
        found += _comparisons(sentence, words)
    return sorted(found, key=lambda land: land.quantity.first)


def _of_series(sentence: Sentence, quantities: list[Quantity], known: set[int], words: dict[str, Terms[Word]]) -> list[Land]:
    """The figures of "shrank to 400 square km from 700 in May and 900 in 2015" that leave the unit out."""
    scale = next((unit.entry.low for unit in words["unit"].all(sentence) if unit.entry.high == 2), None)
    if scale is None:
        return []  # "shrank to 700 metres by 700 metres"
    bare = [q for q in quantities if q.kind == "count" and q.first not in known and not measured(sentence, q)]
    bare = [q for q in bare if sentence.word(q.first - 1) in STEPS and sentence.words[q.last : q.last + 1] in STEP_ENDS]
    return [Land(_sized(q, scale), "territory_held", "km2") for q in bare]


def _sized(quantity: Quantity, scale: float) -> Quantity:
    """The quantity in km or km2."""
    return replace(quantity, **{k: None if (v := getattr(quantity, k)) is None else round(v * scale, 6) for k in ("value", "low", "high")})


def measured(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a unit of length or area follows: such a number counts no people, claim or not."""
    return _words(sentence.document.lexicon)["unit"].at(sentence, _skip_dash(sentence, quantity.last)) is not None


def _area(quantity: Quantity, words: dict[str, Terms[Word]]) -> tuple[Quantity, str] | None:
    """A number with its unit behind it, in km or km2."""
    sentence = quantity.sentence
    unit = words["unit"].at(sentence, _skip_dash(sentence, quantity.last))
    if unit is None:
        return None
    tokens = sentence.tokens
    if quantity.first and tokens[quantity.first - 1].lower == "(" and unit.last < len(tokens) and tokens[unit.last].lower == ")":
        return None  # a conversion in brackets
    scale = unit.entry.low
    behind = unit.last
    if sentence.word(behind) == "(":  # "40 kilometers (25 miles) away"
        behind = next((i + 1 for i in range(behind, min(behind + BRACKET_REACH, len(tokens))) if sentence.words[i] == ")"), behind)
    if unit.entry.high == 1 and (
        (behind < len(tokens) and tokens[behind].lower in DISTANCE and sentence.words[behind : behind + 4] != END_TO_END)
        or sentence.word(quantity.first - 1 - (sentence.word(quantity.first - 1) in ("for", "by"))) in TRAVELLING
        or (scale < 1 and not words["piece"].all(sentence))
    ):
        return None
    return _sized(quantity, scale), "km2" if unit.entry.high == 2 else "km"


def _dimensions(quantity: Quantity, following: Quantity | None, words: dict[str, Terms[Word]]) -> tuple[Quantity, str] | None:
    """ "700 metres by 700 metres": one area over the whole phrase."""
    sentence, tokens = quantity.sentence, quantity.sentence.tokens
    if following is None or quantity.value is None or following.value is None or following.kind == "share":
        return None
    first = words["unit"].at(sentence, _skip_dash(sentence, quantity.last))
    by = first.last if first else quantity.last
    long = sentence.word(by) == "long"  # "700 metres long and 450 metres wide"
    by += long
    joints = ("by", "and", ",") if long else ("by", "x", "×")
    if by >= len(tokens) or tokens[by].lower not in joints or following.first != by + 1:
        return None
    second = words["unit"].at(sentence, _skip_dash(sentence, following.last))
    last = second.last if second else following.last
    wide = sentence.word(last) == "wide"
    of_length = first is not None and first.entry.high == 1  # "200 metres by 50"
    if (second is None and not of_length) or (long and not wide):
        return None
    units = [unit.entry.low for unit in (first or second, second or first) if unit]
    value = round(quantity.value * units[0] * following.value * units[1], 6)
    low, high = bounds(value, quantity.qualifier)
    return replace(quantity, last=last + wide, value=value, low=low, high=high), "km2"


def _extent(sentence: Sentence, quantity: Quantity | None, unit: str, words: dict[str, Terms[Word]]) -> Land | None:
    """An area or a length is a claim where the words around say that it is what IS holds."""
    if quantity is None or not is_about(sentence.document, "is_fighters"):
        return None
    pieces = words["piece"].all(sentence)
    behind = any(0 <= m.first - quantity.last <= 4 for m in pieces)
    before = [m for m in pieces if 0 <= quantity.first - m.last <= PIECE_REACH and sentence.word(m.first - 1) in ("the", "this")]
    if not is_about_is(sentence, quantity.first) and not behind and not before:  # "the pocket now measures 3 km2"
        return None
    holds = [m for m in words["held"].all(sentence) if m.entry.kind == "held" and not _is_taken_from_is(sentence, m)]
    if unit == "km" and not any(-3 <= m.first - quantity.last <= 4 or 0 <= quantity.first - m.last <= 6 for m in pieces):
        return None
    series = sentence.says(SERIES) and any(m.last <= quantity.first for m in words["land"].all(sentence))
    if not pieces and not holds and not series:
        return None
    if not pieces and any(0 <= quantity.first - m.last < 4 for m in words["lost"].all(sentence)):
        return None  # "recaptured 20 square kilometres": what changed hands, not what is held
    return Land(quantity, "territory_held", unit)


def _share(quantity: Quantity, found: list[Land], words: dict[str, Terms[Word]]) -> Land | None:
    """A share of land, with the verb that says whether it is held or lost."""
    sentence, tokens = quantity.sentence, quantity.sentence.tokens
    i, land = _behind_quote(quantity), None
    if sentence.word(i) == "that":
        return None  # "all that remains of the caliphate"
    if sentence.words[i : i + 2] == ["of", "it"] and (sentence.word(quantity.first - 1) == "," or sentence.word(i + 2) == "desert"):
        return None  # "less than 2 percent, all of it desert"
    if BARREN.match(sentence.lower, quantity.end - sentence.start):
        return None  # "half of Syria, though much of that area is empty steppe"
    people = vocabulary(sentence.document.lexicon)
    named = {m.first for m in mentions(sentence) if sentence.word(m.last) not in ("'s", "’s")}  # not "half of Raqqa's people"
    for j in range(i, min(i + SHARE_REACH, len(tokens))):
        word = tokens[j].lower
        if word in (".", ";", ",", ":") and land is None:
            break
        if (match := people.at(sentence, j)) and match.entry.kind in ("noun", "casualty", "force", "militant"):
            break
        if (j > i and j in named) or words["land"].at(sentence, j):
            land = j
            break
        if j == i + 1 and tokens[i].lower == "of" and word in ("it", "them", "that", "what", "both"):
            land = j if word != "them" or not _counts_people_before(quantity) else None
            break
    if land is None or (tokens[i].lower not in ("of", "the", "its", "their", "that", "territory") and land != i):
        return None
    verb = _governing(sentence, quantity, words)
    if verb is None and sentence.words[max(0, quantity.first - 2) : quantity.first] == ["down", "to"]:
        verb = Match(quantity.first - 2, quantity.first, Word("held", 0, 0))  # "the group was down to 14 percent of the country"
    before = sentence.words[max(0, quantity.first - 3) : quantity.first]
    joined = before[-1:] == ["and"] or before[-2:] == ["and", "of"] or before == ["as", "well", "as"]
    if verb is None and joined and found and found[-1].unit == "share":
        return Land(quantity, found[-1].measure, "share")  # "lost a tenth of its land, he said, and half of what it had in Iraq"
    if verb is not None and _is_taken_from_is(sentence, verb):
        return Land(quantity, "territory_lost", "share")
    if verb is None or not _is_held_by_is(sentence, quantity, verb):
        return None
    return Land(quantity, "territory_held" if verb.entry.kind == "held" else "territory_lost", "share")


def _is_taken_from_is(sentence: Sentence, verb: Match[Word]) -> bool:
    """ "The SDF has captured (half) of the city from IS", "in the battle against IS": the taker is no longer IS."""
    if TAKING.isdisjoint(sentence.words[verb.first : verb.last]):
        return False
    taker = land_side(sentence, verb.first)
    beaten = any(m.first > verb.last and m.entry.group == "is_fighters" for m in named_sides(sentence))
    return beaten and taker is not None and taker != "is_fighters"


def _behind_quote(quantity: Quantity) -> int:
    """The word behind a share, its closing quote passed over: '"99 percent" of the land'."""
    return quantity.last + (quantity.sentence.words[quantity.last : quantity.last + 1] in CLOSING_QUOTES)


def _bare_share(quantity: Quantity, found: list[Land], words: dict[str, Terms[Word]]) -> Land | None:
    """ "It held a third of Syria. Today it holds five percent", "is left with a tenth, though others say a fifth": of land told before."""
    sentence, i = quantity.sentence, _behind_quote(quantity)
    if sentence.words[i : i + 1] not in BARE:
        return None
    first = quantity.first - (sentence.words[quantity.first - 1 : quantity.first] in OPENING_QUOTES)
    verb = next((m for kind in ("lost", "held") for m in words[kind].all(sentence) if m.last == first), None)
    shares = [land for land in found if land.unit == "share"]
    if verb is None:
        said = not SAYING.isdisjoint(sentence.words[max(0, first - 1) : first]) or sentence.words[first - 2 : first] in COMPARED
        said = said and shares
        return Land(quantity, shares[-1].measure, "share") if said else None
    before = sentence.document.sentences[sentence.index - 1] if sentence.index else None
    of_land = bool(shares) or (before is not None and before.says(OF_LAND)) or sentence.says(OF_LAND)
    told = of_land and UNREAL.isdisjoint(sentence.words[max(0, verb.first - 2) : verb.first])
    if not told or not _is_held_by_is(sentence, quantity, verb):
        return None
    return Land(quantity, "territory_held" if verb.entry.kind == "held" else "territory_lost", "share")


def _counts_people_before(quantity: Quantity) -> bool:
    """ "29,600 people, the majority of them relatives": "them" are people."""
    people = vocabulary(quantity.sentence.document.lexicon).all(quantity.sentence)
    return any(m.last <= quantity.first and m.entry.kind in ("noun", "casualty", "force") for m in people)


def _comparisons(sentence: Sentence, words: dict[str, Terms[Word]]) -> list[Land]:
    """ "roughly the size of Britain": the evidence is the whole comparison."""
    tokens, found = sentence.tokens, []
    for j in range(len(tokens) - 3):
        if tuple(t.lower for t in tokens[j : j + 3]) not in COMPARISONS:
            continue
        area = words["area"].at(sentence, j + 3)
        if area is None or not is_about_is(sentence, j):
            continue
        first = j - 1 if j and tokens[j - 1].lower in HEDGES else j
        size = area.entry.low
        found.append(Land(Quantity(sentence, first, area.last, size, "about", size, size), "territory_held", "km2"))
    return found


def _governing(sentence: Sentence, quantity: Quantity, words: dict[str, Terms[Word]]) -> Match[Word] | None:
    """The nearest verb of holding or losing: before the share, or else behind it."""
    lost = words["lost"].all(sentence)
    held = [m for m in words["held"].all(sentence) if not any(v.first <= m.first < v.last for v in lost)]  # "lost control of"
    verbs = sorted([*held, *lost], key=lambda m: m.first)
    tokens = sentence.tokens
    if sentence.word(quantity.first - 1) in ("has", "had", "have"):
        return Match(quantity.first - 1, quantity.first, Word("held", 0, 0))  # "it has most of the province"
    before = [m for m in verbs if m.last <= quantity.first and quantity.first - m.last <= VERB_REACH]
    if before:
        modal = sentence.words[max(0, before[-1].first - 2) : before[-1].first]
        return before[-1] if UNREAL.isdisjoint(modal) or modal == ["forced", "to"] else None
    after = [m for m in verbs if quantity.last <= m.first <= quantity.last + VERB_REACH]
    after = [m for m in after if not _is_relative(sentence, m, quantity.last)] or after
    passive = [
        m
        for m in after
        if not tokens[m.first].lower.endswith("ing")
        and any(tokens[k].lower in (BE | HAVE if m.entry.kind == "lost" else BE) for k in range(max(0, m.first - 3), m.first))
    ]
    return (passive or after or [None])[0]


def _is_relative(sentence: Sentence, verb: Match[Word], i: int) -> bool:
    """The "held" of "all of the land (that) it held is now lost": told of the land, not of the share before word ``i``."""
    subject = sentence.words[max(i, verb.first - RELATIVE_REACH) : verb.first]
    holder = any(i <= m.first and verb.first - m.last <= 1 for m in named_sides(sentence) if m.last <= verb.first)
    return holder or not {"that", "which", "it", "they"}.isdisjoint(subject)


def _is_held_by_is(sentence: Sentence, quantity: Quantity, verb: Match[Word]) -> bool:
    if verb.entry.kind == "held":
        under = verb.first > 1 and "under" in sentence.words[verb.first - 2 : verb.first]
        if sentence.words[verb.last : verb.last + 1] in (["by"], ["of"] if under else None):  # "under the control of X"
            owner = vocabulary(sentence.document.lexicon)
            named = [m.entry.group for m in owner.all(sentence) if m.first > verb.last and m.entry.group]
            return bool(named) and named[0] == "is_fighters"
        if (told := side_that_says(sentence, verb.first)) is not None:
            return told == "is_fighters"
        return land_side(sentence, verb.first) == "is_fighters" or "caliphate" in sentence.words[: verb.first]
    retaken = not RETAKING.isdisjoint(sentence.words[verb.first : verb.last]) and any(names_is(s) for s in _near(sentence))
    return retaken or is_about_is(sentence, quantity.first)


def _near(sentence: Sentence) -> list[Sentence]:
    """The sentence and the ones right before it."""
    return sentence.document.sentences[max(0, sentence.index - RETAKEN_REACH) : sentence.index + 1]


def _skip_dash(sentence: Sentence, i: int) -> int:
    return i + 1 if i < len(sentence.tokens) and sentence.tokens[i].lower in DASHES else i
