"""What is read from a pattern holds for every match of it."""

import importlib
import pkgutil
import re
from itertools import islice

import pytest

from analysis import extraction
from analysis.articles import read_articles
from analysis.extraction import calendar_words
from analysis.extraction.lexicon import Lexicon
from analysis.extraction.literals import letter_by_letter, needed_runs, openings
from analysis.extraction.sentences import Document, Sentence
from analysis.gold import GOLD

MODULES = [importlib.import_module(f"{extraction.__name__}.{module.name}") for module in pkgutil.iter_modules(extraction.__path__)]
PATTERNS = {id(p): p for module in MODULES for p in vars(module).values() if isinstance(p, re.Pattern)}
EVERY_EXPRESSION = re.compile(
    r"\b(?=\w)(?:" + "|".join(re.sub(r"\?P<\w+>", "?:", pattern) for _, pattern in calendar_words.EXPRESSIONS) + ")"
)


@pytest.fixture(scope="module")
def sentences(lexicon: Lexicon) -> list[Sentence]:
    texts = (article.text for article in read_articles(GOLD / "gold_agency_4.jsonl").articles)
    return [s for text in islice(texts, 40) for s in Document(text, lexicon=lexicon).sentences]


def test_no_pattern_matches_without_its_literals(sentences: list[Sentence]) -> None:
    assert len(PATTERNS) > 300
    for pattern in PATTERNS.values():
        for sentence in sentences:
            found = pattern.search(sentence.lower) or pattern.search(sentence.text)
            assert found is None or sentence.may_hold(pattern), (pattern.pattern, found)


def test_most_patterns_need_not_be_tried(sentences: list[Sentence]) -> None:
    known = [pattern for pattern in PATTERNS.values() if needed_runs(pattern)]
    tried = sum(sentence.may_hold(pattern) for pattern in known for sentence in sentences[:50])
    assert len(known) > 200
    assert tried < len(known) * 50 * 0.4


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\bkilled\b", ["killed"]),
        (r"\b(?:hold|held)\b", ["hold", "held"]),
        (r"\bair ?strikes?\b", ["airstrike", "air strike"]),
        (r"\bmass graves?\b[^.]*", ["mass grave"]),
        (r"\w+ (?:they|it)\b(?=[^.]*\bfled\b)", ["fled"]),
    ],
)
def test_a_pattern_needs_a_run_of_its_words(pattern: str, words: list[str]) -> None:
    needed = {"".join(run) for run in needed_runs(re.compile(pattern)) or ()}
    assert all(any(run in word for run in needed) for word in words)
    assert all(any(run in word for word in words) for run in needed)


@pytest.mark.parametrize("text", ["Kılled", "KILLED", "maſſacre", "Massacre"])
def test_case_may_be_ignored(text: str) -> None:
    pattern = re.compile("killed|massacre", re.IGNORECASE)
    assert pattern.search(text) and Document(text).sentences[0].may_hold(pattern)


@pytest.mark.parametrize("pattern", [r"\bin\b|\bkilled\b", r"\b(?!killed)\w+", r"(?:killed)?\w*", r"\ba b\b"])
def test_of_some_patterns_nothing_is_known(pattern: str) -> None:
    assert needed_runs(re.compile(pattern)) is None


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"(?:in|over) (?:the )?past\b", {"in ", "over "}),
        (r"(?:about )?(?:two|\d+) days", {"about ", "two ", "0"}),
        (r"mid[- ]may", {"mid-", "mid "}),
        (r"fridays?\b", {"friday", "fridays"}),
        (r"\w+ ago", {""}),
    ],
)
def test_what_a_match_begins_with(pattern: str, words: set[str]) -> None:
    assert openings(pattern) == words


def test_words_letter_by_letter() -> None:
    pattern = re.compile(letter_by_letter(("in ", "its ", "over ", "0")))
    assert [found[0] for found in pattern.finditer("in its 7 overs, over it")] == ["in ", "its ", "7", "over "]


def test_every_time_expression_begins_with_an_opening(sentences: list[Sentence]) -> None:
    for sentence in sentences:
        found = [match.span() for _, match in calendar_words.find(sentence.lower)]
        assert found == [match.span() for match in EVERY_EXPRESSION.finditer(sentence.lower)]
