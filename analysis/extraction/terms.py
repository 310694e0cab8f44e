"""Vocabulary found in a run of words: the longest term that begins at a word wins."""

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from analysis.extraction.sentences import TOKEN, Sentence, Token

T = TypeVar("T")


class Match(NamedTuple, Generic[T]):
    """A term found: words ``first`` up to but without ``last``, and what the vocabulary says of it."""

    first: int
    last: int
    entry: T


class Terms(Generic[T]):
    """Terms of one or more words, each with an entry. A short term in capitals ("IS", "US") matches only in capitals."""

    def __init__(self, terms: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], bool, T]]] = {}
        known: dict[tuple[tuple[str, ...], bool], T] = {}
        for term, entry in terms:
            known[tuple(TOKEN.findall(term.lower())), term.isupper() and len(term) <= 3] = entry
        for (words, capitals), entry in known.items():
            self._by_first.setdefault(words[0], []).append((words, capitals, entry))
        for options in self._by_first.values():
            options.sort(key=lambda option: -len(option[0]))

    def can_begin(self, word: str) -> bool:
        """Whether any term begins with this word."""
        return word in self._by_first

    def at(self, sentence: Sentence, i: int) -> Match[T] | None:
        """The longest term that begins at word ``i``, or None."""
        tokens = sentence.tokens
        if not 0 <= i < len(tokens):
            return None
        options = self._by_first.get(tokens[i].lower)
        if options is None:
            return None
        for words, capitals, entry in options:
            n = len(words)
            if n > 1 and (len(tokens) < i + n or tokens[i + 1].lower != words[1] or not _same(tokens, i, words)):
                continue
            if capitals and not sentence.document.text[tokens[i].start : tokens[i].end].isupper():
                continue
            return Match(i, i + n, entry)
        return None

    def before(self, sentence: Sentence, i: int, longest: int = 5) -> Match[T] | None:
        """The longest term that ends just before word ``i``, or None."""
        for first in range(max(0, i - longest), i):
            found = self.at(sentence, first)
            if found and found.last == i:
                return found
        return None

    def all(self, sentence: Sentence) -> list[Match[T]]:
        """Every term of the sentence from left to right, none inside another."""
        found: list[Match[T]] = []
        end = 0
        for i, token in enumerate(sentence.tokens):
            if i >= end and token.lower in self._by_first and (match := self.at(sentence, i)):
                found.append(match)
                end = match.last
        return found


def _same(tokens: Sequence[Token], i: int, words: tuple[str, ...]) -> bool:
    return all(tokens[i + k].lower == word for k, word in enumerate(words))
