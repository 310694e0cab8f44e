"""What the literals of a pattern say of its matches, read from the pattern itself: a text that lacks them need not be searched.

Most patterns look for a rare word, so most searches of a sentence can be told to fail by the runs of three characters it holds.
"""

import re
from collections.abc import Iterable
from functools import lru_cache, reduce
from re import _constants as op  # type: ignore[attr-defined]  # the parser of the standard library: no public one exists
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

RUN = 3  # characters
MOST = 64  # strings followed at once
LETTERS = " etaoinsrhldcumfpgwybvkxjqz"  # the most frequent first; other characters are rarer still
REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
FOLDED = str.maketrans("ſıİ", "sii")  # to a pattern that ignores case they are the same
EMPTY = frozenset(("",))
DIGIT = "0"
DIGITS = [(op.CATEGORY, op.CATEGORY_DIGIT)]

Strings = frozenset[str]

# By the identity of a pattern, whose own hash reads all of it; kept with it, so that no other takes its place.
KNOWN: dict[int, tuple[re.Pattern[str], Strings | None]] = {}


class _Part(NamedTuple):
    """Of a part of a pattern: every string that it matches, None where they are too many; strings of which each match holds one."""

    all: Strings | None
    needed: Strings | None


def runs(text: str) -> set[str]:
    """The runs of a text in lower case that ``needed_runs`` may ask for: of each word, with a space before and behind it."""
    return set().union(*map(_runs_of, text.split()))


@lru_cache(maxsize=2**15)
def _runs_of(word: str) -> list[str]:
    folded = word.translate(FOLDED)
    return _runs_in(f" {word} ") + (_runs_in(f" {folded} ") if folded != word else [])


def _runs_in(text: str) -> list[str]:
    return [text[i : i + RUN] for i in range(len(text) - RUN + 1)]


def needed_runs(pattern: re.Pattern[str]) -> Strings | None:
    """Runs of which every text that ``pattern`` matches in holds one, in lower case; None where nothing is known of them."""
    known = KNOWN.get(id(pattern))
    if known is None:
        parsed = _sequence(_parser.parse(pattern.pattern, pattern.flags)).needed
        known = KNOWN[id(pattern)] = pattern, frozenset(map(_rarest, parsed)) if parsed else None
    return known[1]


def openings(pattern: str) -> Strings:
    """What a match of ``pattern`` may begin with, up to the end of its first word, where known; DIGIT stands for any digit."""
    begun, closed = _first_words(_parser.parse(pattern), EMPTY)
    return begun | closed


def letter_by_letter(words: Iterable[str]) -> str:
    """A pattern of any of some words, none of which begins with another; DIGIT stands for any digit."""
    behind: dict[str, list[str]] = {}
    for word in words:
        behind.setdefault(word[0], []).append(word[1:])
    letters = (
        (r"\d" if letter == DIGIT else re.escape(letter)) + (letter_by_letter(rest) if all(rest) else "")
        for letter, rest in sorted(behind.items())
    )
    return f"(?:{'|'.join(letters)})"


def _sequence(items: Iterable[tuple[Any, Any]]) -> _Part:
    run: Strings = EMPTY
    whole, needed = True, None
    for item in items:
        part = _item(*item)
        needed = _rarer(needed, part.needed)
        if part.all is not None and len(run) * len(part.all) <= MOST:
            run = frozenset(a + b for a in run for b in part.all)
        else:
            needed, run, whole = _rarer(needed, run), part.all or EMPTY, False
    return _Part(run if whole else None, _rarer(needed, run))


def _item(kind: Any, value: Any) -> _Part:
    if kind is op.LITERAL:
        return _Part(frozenset(chr(value).lower()), None)
    if kind is op.IN and all(k is op.LITERAL for k, _ in value):
        return _Part(frozenset(chr(v).lower() for _, v in value), None)
    if kind is op.SUBPATTERN:
        return _sequence(value[3])
    if kind is op.ATOMIC_GROUP:
        return _sequence(value)
    if kind is op.BRANCH:
        return reduce(_either, map(_sequence, value[1]))
    if kind in REPEATS:
        least, most, inside = value[0], value[1], _sequence(value[2])
        if most == 1 and inside.all is not None:
            return inside if least else _Part(inside.all | EMPTY, None)
        return _Part(None, inside.needed if least else None)
    if kind is op.ASSERT:
        return _Part(EMPTY, _sequence(value[1]).needed)
    return _Part(EMPTY if kind in (op.AT, op.ASSERT_NOT) else None, None)


def _either(one: _Part, other: _Part) -> _Part:
    return _Part(
        one.all | other.all if one.all is not None and other.all is not None else None,
        one.needed | other.needed if one.needed and other.needed else None,
    )


def _rarer(one: Strings | None, other: Strings | None) -> Strings | None:
    """Of two sets of strings the one that fewer texts hold; a string without a run inside a word says nothing."""
    if not other or not all(map(_words_runs, other)):
        return one
    return min(one or other, other, key=lambda strings: sum(_frequency(_rarest(s)) for s in strings))


def _rarest(string: str) -> str:
    return min(_words_runs(string), key=lambda run: (_frequency(run), run))


def _words_runs(string: str) -> list[str]:
    """The runs in a string that a single word holds, with a space before or behind it."""
    return [run for run in _runs_in(string) if not any(map(str.isspace, run.strip(" ") or " "))]


def _frequency(run: str) -> float:
    """How often a run is met, by its letters."""
    return reduce(lambda product, letter: product / (3 + LETTERS.find(letter) % 40), run, 1.0)


def _first_words(items: Iterable[tuple[Any, Any]], begun: Strings) -> tuple[Strings, Strings]:
    """What a match may begin with, behind what it has ``begun`` with: what may go on as a word, and what is complete or unknown."""
    closed: Strings = frozenset()
    for kind, value in items:
        ended: Strings = frozenset()
        if (letters := _item(kind, value).all) and kind in (op.LITERAL, op.IN):
            begun = frozenset(word + (DIGIT if letter.isdigit() else letter) for word in begun for letter in letters)
            ended = frozenset(word for word in begun if not word[-1].isalpha())
        elif kind is op.IN and value == DIGITS:
            begun = ended = frozenset(word + DIGIT for word in begun)
        elif kind is op.SUBPATTERN:
            begun, ended = _first_words(value[3], begun)
        elif kind is op.BRANCH:
            read = [_first_words(branch, begun) for branch in value[1]]
            begun, ended = (frozenset[str]().union(*found) for found in zip(*read, strict=True))
        elif kind in REPEATS:
            once, ended = _first_words(value[2], begun)
            ended |= once if value[1] > 1 else frozenset()
            begun = (begun if value[0] == 0 else frozenset()) | (once if value[1] == 1 else frozenset())
        elif kind not in (op.AT, op.ASSERT, op.ASSERT_NOT):
            ended = begun
        closed |= ended
        begun -= ended
        if not begun:
            break
    return begun, closed
