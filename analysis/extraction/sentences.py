"""Stage 1: a text into sentences and words, with character offsets into the text as loaded."""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial, wraps
from itertools import accumulate
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from analysis.extraction.furniture import COUNTERS, CREDIT, KEYWORDS, byline_end, is_caption, title_end
from analysis.extraction.lexicon import Lexicon, built_in

Part = TypeVar("Part", "Sentence", "Document")
Found = TypeVar("Found")

# A plain word first: most are. A word may be broken over lines ("Septem-", blank lines, "ber"); a number may hold commas, points or
# thin groups ("23 000"). The branches begin with letters, digits and marks, so that no character is tried twice.
TOKEN = re.compile(
    r"[a-z]+(?=[ ,])|[\u00bc-\u00be]|[A-Za-z]\.(?:[A-Za-z]\.)+|[^\W\d_]+(?:-[ \t]*\n\s*[a-z]+|[^\W_]*(?:[’'](?!s\b)[^\W_]+)?)"
    r"|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d|[,.]\d)|\d[\d,.]*\d(?:st|nd|rd|th)?\b|\d+(?:st|nd|rd|th)?|[’']s\b|\S"
)
WORDS = re.compile(f"({TOKEN.pattern})")  # splits a text into gaps and words by turns
DASHES = ("-", "–", "—", "‑")
QUOTES = frozenset("\"“”‘’'")
GENITIVES = ("'s", "’s")  # "members of the people's party": no form of "be"
# The words whose full stop ends no sentence.
ABBREVIATIONS = frozenset(
    "mr mrs ms dr st gen lt col maj sgt capt brig sen rep gov prof rev hon jr sr no vs inc dept est approx jan feb mar apr jun jul"
    " aug sep sept oct nov dec mon tue wed thu fri sat sun km sq u.s u.n u.k e.g i.e a.m p.m op".split()
)
# A full stop, a blank line, a line that ends in none; and what a page puts between its sentences.
STOP = re.compile(
    r"[.!?…][\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-Z0-9]|\s*$)|\n\s*\n|(?<=[^\s,;:-])\n(?=\s*[A-Z•\"“])"
    rf"|{CREDIT}|(?P<furniture>{KEYWORDS}|{COUNTERS})"
)
LONGEST = 2000  # characters; what has no full stop for longer is cut at white space, so that no input is read in more than linear time
LAST_WORD = re.compile(r"([^\s(\"“]+)$")


class Token(NamedTuple):
    """A word, number or mark. ``lower`` is its normal form: lower case, a broken word joined; offsets are into the text."""

    lower: str
    start: int
    end: int


_token = partial(tuple.__new__, Token)  # of which a text has thousands: without Token's own keyword handling


@dataclass(eq=False)
class Sentence:
    """A stretch of the text. ``index`` counts sentences, ``paragraph`` counts the blank-line separated blocks."""

    document: "Document"
    start: int
    end: int
    index: int
    paragraph: int
    _firsts: dict[int, re.Match[str] | None] = field(default_factory=dict, init=False, repr=False)
    found: tuple[object, dict[int, Any]] = field(default=(None, {}), init=False, repr=False)  # the terms in it, kept by terms.py

    @cached_property
    def text(self) -> str:
        return self.document.text[self.start : self.end]

    @cached_property
    def lower(self) -> str:
        """The text in lower case, of the same length, so that offsets agree."""
        return self.document.lower[self.start : self.end]

    @cached_property
    def is_caption(self) -> bool:
        """Whether it stands under a photograph, which may be of another day than the news."""
        return self.index > 0 and is_caption(self.lower)

    @cached_property
    def words(self) -> list[str]:
        """The words in order, in their normal form: lower case, a broken word joined."""
        words = self._pieces[1::2]
        if "\n" in self.lower:
            words = ["".join(word.split()).replace("-", "") if "\n" in word else word for word in words]
        return words

    def word(self, i: int) -> str:
        """The word at ``i``; nothing before the first and behind the last."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    @cached_property
    def tokens(self) -> list[Token]:
        """The words in order, with their offsets."""
        edges = list(accumulate(map(len, self._pieces), initial=self.start))
        return list(map(_token, zip(self.words, edges[1:-1:2], edges[2::2], strict=True)))

    def first(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first match in the text, in lower case; looked for once, since every number of a sentence asks."""
        key = id(pattern)  # patterns are constants of modules, and their own hash reads all of them
        if key not in self._firsts:
            self._firsts[key] = pattern.search(self.lower)
        return self._firsts[key]

    def says(self, pattern: re.Pattern[str]) -> bool:
        """Whether the text, in lower case, holds a match."""
        return self.first(pattern) is not None

    def joined(self, i: int) -> bool:
        """Whether word ``i`` follows the one before it without a gap."""
        return 0 < i < len(self.words) and not self._pieces[2 * i]

    @cached_property
    def _pieces(self) -> list[str]:
        return WORDS.split(self.lower)


@dataclass(frozen=True, eq=False)
class Document:
    """An article as the extraction sees it: its text, what is known of it from outside, and the vocabulary to read it with."""

    text: str
    published: dt.date | None = None
    title: str | None = None
    outlet: str | None = None
    lexicon: Lexicon = field(default_factory=built_in)

    @cached_property
    def lower(self) -> str:
        """The text in lower case, of the same length, so that offsets agree (some capitals would grow)."""
        lowered = self.text.lower()
        return lowered if len(lowered) == len(self.text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in self.text)

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences in order; together they hold every character but white space, the keywords and the counters of a page."""
        found: list[Sentence] = []
        start = paragraph = 0
        if end := byline_end(self.text):
            start = self._add(found, start, end, paragraph)
            paragraph += 1
        elif end := title_end(self.text, self.title):
            start = self._add(found, start, end, paragraph)
        for stop in STOP.finditer(self.text, start):
            blank = stop[0].isspace() and stop[0].count("\n") > 1
            if blank and self._word_is_broken(stop.start()):
                continue
            if stop[0][0] == "." and self._is_abbreviation(stop.start()):
                continue
            if stop["furniture"]:
                self._add(found, start, stop.start(), paragraph)
                start = stop.end()
            else:
                start = self._add(found, start, stop.end(), paragraph)
            paragraph += blank
        self._add(found, start, len(self.text), paragraph)
        return found

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds the character at ``offset``."""
        return self.sentences[max(0, bisect_right(self.sentences, offset, key=attrgetter("start")) - 1)]

    def _add(self, found: list[Sentence], start: int, end: int, paragraph: int) -> int:
        while end - start > LONGEST:
            cut = self.text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            start = self._add(found, start, cut if cut > 0 else start + LONGEST, paragraph)
        stretch = self.text[start:end]
        if stretch.strip():
            left = start + len(stretch) - len(stretch.lstrip())
            found.append(Sentence(self, left, start + len(stretch.rstrip()), len(found), paragraph))
        return end

    def _word_is_broken(self, at: int) -> bool:
        """ "Septem-", blank lines, "ber": a hyphen before the gap and a small letter behind it."""
        return self.text[at - 1 : at] == "-" and self.text[at:].lstrip()[:1].islower()

    def _is_abbreviation(self, at: int) -> bool:
        word = LAST_WORD.search(self.text, max(0, at - 20), at)
        return word is not None and (word[1].lower() in ABBREVIATIONS or (len(word[1]) == 1 and word[1].isupper()))


def kept(find: Callable[[Part], Found]) -> Callable[[Part], Found]:
    """Find something of a sentence or a document once, and keep it there: it goes when its article goes.

    A cache beside the articles would hold on to those already read, and the garbage collector would walk them all again and again.
    """
    name = f"{find.__module__}.{find.__qualname__}"

    @wraps(find)
    def once(part: Part) -> Found:
        known = part.__dict__
        if name not in known:
            known[name] = find(part)
        return known[name]

    return once
