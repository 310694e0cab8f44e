"""Vocabulary found in a run of words: the longest term that begins at a word wins.

All vocabularies of a lexicon share one trie, so that a sentence is searched once for the terms of every stage.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache, partial
from typing import Any, Generic, NamedTuple, TypeVar

from analysis.extraction.lexicon import Lexicon
from analysis.extraction.sentences import TOKEN, Sentence

T = TypeVar("T")
NONE: Mapping[int, Any] = {}


class Match(NamedTuple, Generic[T]):
    """A term found: words ``first`` up to but without ``last``, and what the vocabulary says of it."""

    first: int
    last: int
    entry: T


_match = partial(tuple.__new__, Match)  # of which a sentence has dozens: without Match's own keyword handling


class Terms(Generic[T]):
    """Terms of one or more words, each with an entry. A short term in capitals ("IS", "US") matches only in capitals."""

    def __init__(self, lexicon: Lexicon, terms: Iterable[tuple[str, T]]) -> None:
        self._trie = _trie(lexicon)
        self._number = self._trie.add(terms)

    def found(self, sentence: Sentence) -> Mapping[int, Match[T]]:
        """By the word at which a term begins, in order: the longest such term."""
        age, found = sentence.found
        if age is not self._trie.age:
            found = self._trie.search(sentence)
            sentence.found = self._trie.age, found
        return found.get(self._number, NONE)

    def at(self, sentence: Sentence, i: int) -> Match[T] | None:
        """The longest term that begins at word ``i``, or None."""
        return self.found(sentence).get(i)

    def before(self, sentence: Sentence, i: int, longest: int = 5) -> Match[T] | None:
        """The longest term that ends just before word ``i``, or None."""
        found = self.found(sentence)
        for first in range(max(0, i - longest), i):
            if first in found and found[first].last == i:
                return found[first]
        return None

    def all(self, sentence: Sentence) -> list[Match[T]]:
        """Every term of the sentence from left to right, none inside another."""
        found: list[Match[T]] = []
        end = 0
        for match in self.found(sentence).values():
            if match.first >= end:
                end = match.last
                found.append(match)
        return found


class _Node:
    """A run of words that begins terms; ``ends`` holds those it is itself: vocabulary, only in capitals, and entry."""

    __slots__ = ("ends", "following")

    def __init__(self) -> None:
        self.following: dict[str, _Node] = {}
        self.ends: list[tuple[int, bool, Any]] = []


class _Trie:
    """The terms of several vocabularies, which are told apart by number. ``age`` is another object after each one added."""

    def __init__(self) -> None:
        self.root = _Node()
        self.age = object()
        self.vocabularies = 0

    def add(self, terms: Iterable[tuple[str, Any]]) -> int:
        """Add a vocabulary, of two entries for a term the last; its number."""
        known = {(tuple(TOKEN.findall(term.lower())), term.isupper() and len(term) <= 3): entry for term, entry in terms}
        for (words, capitals), entry in sorted(known.items(), key=lambda term: term[0][1]):
            node = self.root
            for word in words:
                node = node.following.setdefault(word, _Node())
            node.ends.append((self.vocabularies, capitals, entry))
        self.age = object()
        self.vocabularies += 1
        return self.vocabularies - 1

    def search(self, sentence: Sentence) -> dict[int, dict[int, Match[Any]]]:
        """By vocabulary and first word the longest term."""
        found: dict[int, dict[int, Match[Any]]] = {}
        words, firsts = sentence.words, self.root.following
        for i in [i for i, word in enumerate(words) if word in firsts]:
            node: _Node | None = firsts[words[i]]
            last = i + 1
            while node is not None:
                for number, capitals, entry in node.ends:
                    if not capitals or _in_capitals(sentence, i, last):
                        found.setdefault(number, {})[i] = _match((i, last, entry))
                if not node.following or last == len(words):
                    break
                node = node.following.get(words[last])
                last += 1
        return found


@lru_cache(maxsize=8)
def _trie(lexicon: Lexicon) -> _Trie:
    return _Trie()


def _in_capitals(sentence: Sentence, first: int, last: int) -> bool:
    if sentence.words[first].upper() not in sentence.text:
        return False
    tokens = sentence.tokens
    return sentence.document.text[tokens[first].start : tokens[last - 1].end].isupper()
