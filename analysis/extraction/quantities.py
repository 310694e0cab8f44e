"""Stage 2: the number expressions of a sentence, with the range that their words allow (CODEBOOK.md, qualifier)."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from analysis.extraction.lexicon import Lexicon
from analysis.extraction.sentences import DASHES, Sentence
from analysis.extraction.terms import Match, Terms
from analysis.extraction.uncounted import date_end, is_uncounted

Kind = Literal["count", "share"]
NUMERAL = re.compile(r"\d{1,3}(?:[, \u00a0\u202f]\d{3})+|\d+(?:\.\d+)?")
NUMERALS = re.compile(r"\d")
PERCENT = ("percent", "%", "pct")
HEDGE_REACH = 8  # words of a noun's complement before the hedge behind it
EXCEPTION_REACH = 5  # words of "a very small pocket of"
OUT_OF = 10  # the largest whole of "nine out of ten"
RANGING = frozenset("range ranges ranged ranging vary varies varied run runs ran running anywhere".split())
# Behind these "over" is no hedge: "stretched over 88,000 km2", "handed over 17 prisoners"
OUTWARD = frozenset(
    "stretched stretching stretches swept spread extended control caliphate rule hand handed handing hands turn turned turning".split()
)
# Behind these "up to" is no hedge: "had gone up to 17", "they add up to 40", "owned up to 12 deaths"
GOING = frozenset("go goes going gone went add adds added adding own owns owned owning".split())
ARTICLES = ("a", "an")
AND_A_HALF = (["and", "a", "half"], ["-", "and", "-", "a", "-", "half"])
# Before "thousand" these stand as an article would: "another thousand", "more than hundred"
BEFORE_SCALES = frozenset("another further other than over about around nearly almost least".split())
WIDEST = 1.5  # the second number of "20 or 30" by the first
# Behind "one in five" these tell that it is a share of people: "one in five lives in a tent"
SHARED = frozenset("of is are was were has have had lives live lived people residents syrians iraqis children families civilians".split())


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number expression: the words ``first`` up to ``last`` of its sentence, hedges included.

    ``value`` is the number as stated or None for a vague word; ``low`` and ``high`` the range, None where open.
    A share is 0 to 1.
    """

    sentence: Sentence
    first: int
    last: int
    value: float | None
    qualifier: str
    low: float | None
    high: float | None
    kind: Kind = "count"
    vague: bool = False

    @property
    def start(self) -> int:
        return self.sentence.tokens[self.first].start

    @property
    def end(self) -> int:
        return self.sentence.tokens[self.last - 1].end


class _Entry(NamedTuple):
    kind: str
    value: float | None
    low: float | None
    high: float | None


class _Number(NamedTuple):
    """A number without its hedges, up to word ``last``. ``scale`` is what "hundred", "million" or "percent" make of one."""

    last: int
    value: float | None
    low: float | None
    high: float | None
    kind: Kind
    scale: float = 1


def bounds(value: float, qualifier: str) -> tuple[float | None, float | None]:
    """low and high of a hedged number, by the table in CODEBOOK.md."""
    return (
        None if qualifier in ("at_most", "less_than", "nearly") else value,
        None if qualifier in ("at_least", "more_than") else value,
    )


@lru_cache(maxsize=8)
def _vocabulary(lexicon: Lexicon) -> tuple[Terms[_Entry], Terms[str], Terms[str]]:
    def number(text: str) -> float | None:
        return float(text) if text else None

    hedges = lexicon.rows("hedges")
    return (
        Terms(
            lexicon,
            ((r["term"], _Entry(r["kind"], number(r["value"]), number(r["low"]), number(r["high"]))) for r in lexicon.rows("numbers")),
        ),
        Terms(lexicon, ((r["term"], r["qualifier"]) for r in hedges if r["position"] == "before")),
        Terms(lexicon, ((r["term"], r["qualifier"]) for r in hedges if r["position"] == "behind")),
    )


def find_quantities(sentence: Sentence) -> list[Quantity]:
    """Every number expression from left to right; dates, years, ordinals and clock times are none."""
    found, end = [], 0
    for i in _beginnings(sentence):
        if i >= end:
            quantity, end = _read(sentence, i)
            if quantity is not None:
                found.append(quantity)
    return found


def _beginnings(sentence: Sentence) -> list[int]:
    """The words at which a number expression may begin; none without a numeral or a word for a number."""
    numbers, before, _ = _vocabulary(sentence.document.lexicon)
    known, words = numbers.found(sentence), sentence.words
    numerals = [i for i, word in enumerate(words) if word[0].isdigit()] if NUMERALS.search(sentence.lower) else []
    if not known and not numerals:
        return []
    scaled = [i - 1 for i in known if i and words[i - 1] in ARTICLES]
    return sorted({*known, *before.found(sentence), *numerals, *scaled})


def begins_number(sentence: Sentence, i: int) -> bool:
    """Whether word ``i`` is a numeral or begins a word for a number."""
    if i >= len(sentence.words):
        return False
    return sentence.words[i][0].isdigit() or i in _vocabulary(sentence.document.lexicon)[0].found(sentence)


def number_at(sentence: Sentence, i: int) -> float | None:
    """The number that begins at word ``i``, without its hedges; None where there is none."""
    number = _number(sentence, i, _vocabulary(sentence.document.lexicon)[0]) if i < len(sentence.words) else None
    return number.value if number else None


def _read(sentence: Sentence, i: int) -> tuple[Quantity | None, int]:
    """The number expression that begins at word ``i``, or None; and the first word behind what was read."""
    numbers, before, behind = _vocabulary(sentence.document.lexicon)
    words = sentence.words
    if end := date_end(sentence, i):
        return None, end
    at, hedge, number = i, None, _number(sentence, i, numbers)
    spread = words[i] == "over" and sentence.word(i - 1) in OUTWARD
    spread = spread or (words[i] == "up" and sentence.word(i - 1) in GOING)
    if number is None and not spread and (hedge := before.at(sentence, i)) and hedge.last < len(words):
        at, number = hedge.last, _number(sentence, hedge.last, numbers)
    if number is None or is_uncounted(sentence, at, number.last, number.value):
        return None, number.last if number else i + 1
    first, last = at, number.last
    qualifier, value, low, high = ("vague", None, number.low, number.high) if number.value is None else ("exact", number.value, 0, 0)
    if ends := _range(sentence, at, number, numbers, before):
        qualifier, value, low, high = "between", None, ends[0].value, ends[1].value
        number, last = ends[1], ends[1].last
        first -= at > 0 and words[at - 1] == "between"  # "from", of a range, is left outside
    elif qualifier != "vague":
        if hedge:
            first, qualifier = hedge.first, hedge.entry
        elif (tail := behind.at(sentence, last)) and (tail.last == len(words) or _number(sentence, tail.last, numbers) is None):
            qualifier, last = tail.entry, tail.last
        low, high = bounds(value, qualifier)
    quantity = Quantity(sentence, first, last, value, qualifier, low, high, number.kind, qualifier == "vague")
    return quantity, max(last, number.last)


def _number(sentence: Sentence, i: int, numbers: Terms[_Entry]) -> _Number | None:
    """The number that begins at word ``i``: numerals, number words, vague words, shares."""
    word, match = sentence.words[i], numbers.at(sentence, i)
    if word[0].isdigit():
        return _scaled(sentence, i + 1, float(re.sub(r"[,\s]", "", word)), numbers) if NUMERAL.fullmatch(word) else None
    if match is None:
        scale = numbers.at(sentence, i + 1) if word in ARTICLES else None
        if scale and scale.entry.kind == "area":
            return _Number(i + 1, 1.0, None, None, "count")
        return _scaled(sentence, i + 1, 1.0, numbers) if scale and scale.entry.kind == "scale" else None
    kind = match.entry.kind
    if kind in ("share", "vague_share", "all_share"):
        return _share(sentence, match, numbers)
    if kind == "vague":
        return _vague(sentence, match, numbers)
    if kind in ("scale", "area"):
        return _scaled(sentence, i, 1.0, numbers) if kind == "scale" and sentence.word(i - 1) in BEFORE_SCALES else None
    value, j = match.entry.value, match.last
    if word == "a":  # "a couple of hundred"
        scale = numbers.at(sentence, j + 1) if sentence.word(j) == "of" else None
        j += scale is not None and scale.entry.kind == "scale"
    if kind == "ten":
        unit = numbers.at(sentence, j + (sentence.word(j) in DASHES))
        if unit and unit.entry.kind == "unit" and unit.entry.value < 10:
            value, j = value + unit.entry.value, unit.last
    return _scaled(sentence, j, value, numbers)


def _share(sentence: Sentence, match: Match[_Entry], numbers: Terms[_Entry]) -> _Number:
    """ "A third", "most"; of a scale a number: "half a million", "a quarter of a million", "half-dozen"; "all but a small pocket"."""
    words, entry, j = sentence.words, match.entry, match.last
    if entry.kind == "share":
        k = j + (sentence.word(j) == "of")
        k += sentence.word(k) in (*ARTICLES, *DASHES)
        scale = numbers.at(sentence, k)
        if scale and scale.entry.kind == "scale":
            return _scaled(sentence, k, entry.value, numbers)
        if scale and scale.entry.kind == "area":
            return _Number(k, entry.value, None, None, "count")
    if words[match.first : j] == ["all", "but"] and sentence.word(j) in ARTICLES:
        j = next((k for k in range(j + 2, min(j + EXCEPTION_REACH, len(words))) if words[k] == "of"), j)
    return _Number(j, entry.value, entry.low, entry.high, "share")


def _vague(sentence: Sentence, match: Match[_Entry], numbers: Terms[_Entry]) -> _Number | None:
    """ "Dozens", "several hundred"; not "30, a number that nobody confirmed"."""
    entry, scale = match.entry, numbers.at(sentence, match.last)
    if sentence.word(match.last - 1) == "number" and sentence.word(match.last) in ("that", "which"):
        return None
    if scale and scale.entry.kind == "scale" and entry.low:
        return _Number(scale.last, None, entry.low * scale.entry.value, entry.high * scale.entry.value, "count")
    return _Number(match.last, None, entry.low, entry.high, "count")


def _scaled(sentence: Sentence, j: int, value: float, numbers: Terms[_Entry]) -> _Number:
    """``value`` times the scales that follow ("three dozen", "two and a half million", "two hundred and five"), or a percentage."""
    words = sentence.words
    half = next((half for half in AND_A_HALF if words[j : j + len(half)] == half), [])
    if half and sentence.word(j + len(half)) != "of":
        value, j = value + 0.5, j + len(half)
    total, product, scale = value, 1.0, numbers.at(sentence, j)
    while scale and scale.entry.kind == "scale":
        total, product, j = total * scale.entry.value, product * scale.entry.value, scale.last
        k = j + 1 if j < len(words) and words[j] == "and" else j
        rest = numbers.at(sentence, k)
        if rest and rest.entry.kind in ("unit", "ten") and scale.entry.value in (100, 1000):
            tail = _number(sentence, k, numbers)
            if tail and tail.value is not None and tail.value < scale.entry.value:
                return _Number(tail.last, total + tail.value, None, None, "count", product)
        scale = numbers.at(sentence, j)
    if whole := _out_of(sentence, j, total, numbers):
        return whole
    if j < len(words) and words[j] in PERCENT:
        return _Number(j + 1, total / 100, None, None, "share", product / 100)
    if j + 1 < len(words) and words[j] == "per" and words[j + 1] == "cent":
        return _Number(j + 2, total / 100, None, None, "share", product / 100)
    return _Number(j, total, None, None, "count", product)


def _out_of(sentence: Sentence, j: int, part: float, numbers: Terms[_Entry]) -> _Number | None:
    """The share that "four out of five" and "nine in ten of them" say."""
    words = sentence.words
    at = j + 2 if words[j : j + 2] == ["out", "of"] else j + 1 if words[j : j + 1] == ["in"] else None
    whole = _number(sentence, at, numbers) if at and at < len(words) else None
    if whole is None or not 0 < part < (whole.value or 0) <= OUT_OF:
        return None
    said = at == j + 2 or not SHARED.isdisjoint(words[whole.last : whole.last + 1])
    return _Number(whole.last, part / whole.value, None, None, "share") if said else None


def _range(sentence: Sentence, i: int, number: _Number, numbers: Terms[_Entry], before: Terms[str]) -> tuple[_Number, _Number] | None:
    """Both ends of "between 300 and 400", "300 to 400", "300-400", "two or three", "a fifth to a quarter", "two to three hundred"."""
    words, j = sentence.words, number.last
    if j + 1 >= len(words) or number.value is None:
        return None
    link, opened = words[j], sentence.word(i - 1)
    opened = "between" if opened == "from" and words[i - 2] in RANGING else opened
    if not (link in ("to", "or", *DASHES) and opened != "from") and not (link == "and" and opened == "between"):
        return None
    hedge = before.at(sentence, j + 1) if opened == "between" else None  # "between 20 and more than 30"
    at = hedge.last if hedge else j + 1
    second = _number(sentence, at, numbers) if at < len(words) else None
    if second is None or second.value is None or (words[at] in ("a", "one") and (number.kind, second.kind) != ("share", "share")):
        return None
    first = _at_scale_of(second, number)
    if link == "or" and not (second.value == first.value + first.scale or first.value < second.value <= WIDEST * first.value):
        return None
    return (first, second) if first.kind == second.kind and first.value <= second.value else None


def _at_scale_of(second: _Number, first: _Number) -> _Number:
    """The "two" of "two to three hundred", the "30" of "30 to 40 percent": where only the second number has a scale, it is of both."""
    value = first.value * second.scale
    shared = first.kind == "count" and first.scale == 1 != second.scale and value < second.value
    return second._replace(last=first.last, value=value) if shared else first


def hedge_behind(sentence: Sentence, i: int) -> str | None:
    """The qualifier of a hedge behind a noun that ends before word ``i``, its "of the ..." passed over."""
    numbers, _, behind = _vocabulary(sentence.document.lexicon)
    words = sentence.words
    for j in range(i, min(i + HEDGE_REACH, len(words))):
        found = behind.at(sentence, j)
        if found and (found.last == len(words) or _number(sentence, found.last, numbers) is None):
            return found.entry
        if words[j] in (",", ".", ";", "and", "were", "was", "have", "had", "including", "in") or numbers.at(sentence, j):
            return None
    return None
