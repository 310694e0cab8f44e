"""Stage 2: the number expressions of a sentence, with the range that their words allow (CODEBOOK.md, qualifier)."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from analysis.extraction.lexicon import Lexicon
from analysis.extraction.sentences import Sentence
from analysis.extraction.terms import Terms

Kind = Literal["count", "share"]
NUMERAL = re.compile(r"\d{1,3}(?:[, \u00a0\u202f]\d{3})+|\d+(?:\.\d+)?")
NUMERIC_DATE = re.compile(r"\d{1,4}([-/.])\d{1,2}\1\d{2,4}\b")
YEAR = re.compile(r"(?:19|20)\d\d")
MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun "
    "jul aug sep sept oct nov dec".split()
)
PERCENT = ("percent", "%", "pct")
HEDGE_REACH = 8  # words of a noun's complement before the hedge behind it
BEFORE_YEARS = frozenset("in since year of until from late early mid - , to and before after by during through".split())
ARTICLES = ("a", "an", "half")
DASHES = ("-", "–", "—", "‑")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number expression: the words ``first`` up to ``last`` of its sentence, hedges included.

    ``value`` is the number as stated or None for a vague word; ``low`` and ``high`` the range, None where open.
    A share is 0 to 1. ``whole`` is true for "all".
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


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: str
    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class _Number:
    last: int
    value: float | None
    low: float | None
    high: float | None
    kind: Kind


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
        Terms((r["term"], _Entry(r["kind"], number(r["value"]), number(r["low"]), number(r["high"]))) for r in lexicon.rows("numbers")),
        Terms((r["term"], r["qualifier"]) for r in hedges if r["position"] == "before"),
        Terms((r["term"], r["qualifier"]) for r in hedges if r["position"] == "behind"),
    )


def find_quantities(sentence: Sentence) -> list[Quantity]:
    """Every number expression from left to right; dates, years, ordinals and clock times are none."""
    words, before, behind = _vocabulary(sentence.document.lexicon)
    tokens, found, i = sentence.tokens, [], 0
    while i < len(tokens):
        if not (
            tokens[i].lower[0].isdigit()
            or words.can_begin(tokens[i].lower)
            or before.can_begin(tokens[i].lower)
            or tokens[i].lower in ARTICLES
        ):
            i += 1
            continue
        if date := NUMERIC_DATE.match(sentence.document.text, tokens[i].start):
            while i < len(tokens) and tokens[i].start < date.end():
                i += 1
            continue
        at, hedge, number = i, None, _number(sentence, i, words)
        if number is None and (hedge := before.at(sentence, i)) and hedge.last < len(tokens):
            at, number = hedge.last, _number(sentence, hedge.last, words)
        if number is None or _is_date(sentence, at, number):
            i = number.last if number else i + 1
            continue
        first, last = at, number.last
        qualifier, value, low, high = ("vague", None, number.low, number.high) if number.value is None else ("exact", number.value, 0, 0)
        second = _second_of_range(sentence, at, number, words)
        if second is not None and qualifier == "exact":
            qualifier, value, low, high, last = "between", None, number.value, second.value, second.last
            first -= at > 0 and tokens[at - 1].lower == "between"
            if second.kind == "share" and number.kind == "count":
                number, low = second, low / 100
        else:
            tail = behind.at(sentence, last)
            if hedge and qualifier != "vague":
                first, qualifier = hedge.first, hedge.entry
            elif tail and qualifier != "vague":
                qualifier, last = tail.entry, tail.last
            if qualifier != "vague":
                low, high = bounds(value, qualifier)
        if qualifier == "between" and low > high:
            i = number.last
            continue
        found.append(Quantity(sentence, first, last, value, qualifier, low, high, number.kind, qualifier == "vague"))
        i = max(last, number.last)
    return found


def _number(sentence: Sentence, i: int, words: Terms[_Entry]) -> _Number | None:
    """The number that begins at word ``i``: numerals, number words, vague words, shares."""
    tokens = sentence.tokens
    word = tokens[i].lower
    if word[0].isdigit():
        if not NUMERAL.fullmatch(word):
            return None
        value, j = float(re.sub(r"[,\s]", "", word)), i + 1
        return _scaled(sentence, j, value, words)
    match = words.at(sentence, i)
    if match is None:
        if word in ("a", "an", "half") and (scale := words.at(sentence, i + 1)) and scale.entry.kind == "scale":
            return _scaled(sentence, i + 1, 1.0, words)
        return None
    entry, j = match.entry, match.last
    if entry.kind in ("share", "vague_share", "all_share"):
        j += j < len(tokens) and tokens[j].lower == "of" and entry.kind == "share"
        if entry.kind == "share" and j < len(tokens) and tokens[j].lower in ("a", "an") and (scale := words.at(sentence, j + 1)):
            if scale.entry.kind == "scale":
                return _scaled(sentence, j + 1, entry.value, words)
        j = match.last
        return _Number(j, entry.value, entry.low, entry.high, "share")
    if entry.kind == "vague":
        scale = words.at(sentence, j)
        if scale and scale.entry.kind == "scale" and entry.low:
            return _Number(scale.last, None, entry.low * scale.entry.value, entry.high * scale.entry.value, "count")
        return _Number(j, None, entry.low, entry.high, "count")
    if entry.kind == "scale":
        return None
    value = entry.value
    if entry.kind == "ten":
        k = j + 1 if j < len(tokens) and tokens[j].lower in DASHES else j
        unit = words.at(sentence, k)
        if unit and unit.entry.kind == "unit" and unit.entry.value < 10:
            value, j = value + unit.entry.value, unit.last
    return _scaled(sentence, j, value, words)


def _scaled(sentence: Sentence, j: int, value: float, words: Terms[_Entry]) -> _Number:
    """``value`` times the scales that follow ("three dozen", "1.2 million", "two hundred and five"), or a percentage."""
    tokens = sentence.tokens
    total, scale = value, words.at(sentence, j)
    while scale and scale.entry.kind == "scale":
        total, j = total * scale.entry.value, scale.last
        k = j + 1 if j < len(tokens) and tokens[j].lower == "and" else j
        rest = words.at(sentence, k)
        if rest and rest.entry.kind in ("unit", "ten") and scale.entry.value in (100, 1000):
            tail = _number(sentence, k, words)
            if tail and tail.value is not None and tail.value < scale.entry.value:
                return _Number(tail.last, total + tail.value, None, None, "count")
        scale = words.at(sentence, j)
    if j < len(tokens) and tokens[j].lower in PERCENT:
        return _Number(j + 1, total / 100, None, None, "share")
    if j + 1 < len(tokens) and tokens[j].lower == "per" and tokens[j + 1].lower == "cent":
        return _Number(j + 2, total / 100, None, None, "share")
    return _Number(j, total, None, None, "count")


def _second_of_range(sentence: Sentence, i: int, number: _Number, words: Terms[_Entry]) -> _Number | None:
    """The upper end of "between 300 and 400", "300 to 400", "300-400", "two or three"."""
    tokens, j = sentence.tokens, number.last
    if j + 1 >= len(tokens) or number.value is None:
        return None
    link, opened = tokens[j].lower, tokens[i - 1].lower if i else ""
    if not (link in ("to", "or", *DASHES) and opened != "from") and not (link == "and" and opened == "between"):
        return None
    second = _number(sentence, j + 1, words)
    if second is None or second.value is None or tokens[j + 1].lower in ("a", "one"):
        return None
    if link == "or" and second.value != number.value + 1:
        return None
    return second if second.value >= number.value or second.kind != number.kind else None


def _is_date(sentence: Sentence, i: int, number: _Number) -> bool:
    """Part of a date, a clock time, an age, or a number that names something."""
    tokens, j = sentence.tokens, number.last
    previous = tokens[i - 1].lower if i else ""
    if previous in ("latter", "former"):
        return True
    if not tokens[i].lower[0].isdigit():
        return False
    following = tokens[j].lower if j < len(tokens) else ""
    if previous in MONTHS and not (previous == "may" and number.value > 31) and (number.value <= 31 or YEAR.fullmatch(tokens[i].lower)):
        return True
    if number.value <= 31 and (following in MONTHS or (following == "of" and j + 1 < len(tokens) and tokens[j + 1].lower in MONTHS)):
        return True
    if YEAR.fullmatch(tokens[i].lower) and (previous in BEFORE_YEARS or i == 0 or previous in MONTHS or _is_day_of_month(sentence, i - 1)):
        return True
    if previous in ("$", "€", "£", "aged", "age", "#", "no") or following == "$":
        return True
    if following in ("/", ":") and j + 1 < len(tokens) and tokens[j + 1].lower[0].isdigit() and tokens[j + 1].start == tokens[j].end:
        return True
    if previous in ("/", ":") and tokens[i - 1].end == tokens[i].start:
        return True
    if previous in DASHES and i >= 2 and tokens[i - 2].end == tokens[i - 1].start and tokens[i - 1].end == tokens[i].start:
        return tokens[i - 2].lower[0].isalpha()  # F-16, covid-19
    return i > 0 and tokens[i - 1].end == tokens[i].start and previous[-1].isalnum()


def _is_day_of_month(sentence: Sentence, i: int) -> bool:
    """Word ``i`` of "April 19" or "19 April"."""
    words = [t.lower for t in sentence.tokens[max(0, i - 1) : i + 1]]
    return len(words) == 2 and any(w in MONTHS for w in words) and any(w[0].isdigit() for w in words)


def looks_like_year(quantity: Quantity) -> bool:
    """Whether a bare numeral may as well be a year ("AFP 2018 ..."): it is a count only where a noun beside it says so."""
    return (
        quantity.qualifier == "exact"
        and (quantity.value or 0) % 100 > 0
        and YEAR.fullmatch(quantity.sentence.document.text, quantity.start, quantity.end) is not None
    )


def hedge_behind(sentence: Sentence, i: int) -> str | None:
    """The qualifier of a hedge behind a noun that ends before word ``i``, its "of the ..." passed over."""
    words, _, behind = _vocabulary(sentence.document.lexicon)
    tokens = sentence.tokens
    for j in range(i, min(i + HEDGE_REACH, len(tokens))):
        found = behind.at(sentence, j)
        if found and (found.last == len(tokens) or _number(sentence, found.last, words) is None):
            return found.entry
        if tokens[j].lower in (",", ".", ";", "and", "were", "was", "have", "had", "including", "in"):
            return None
    return None
