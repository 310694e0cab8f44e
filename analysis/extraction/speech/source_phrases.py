"""A source as a sentence words it: its names and roles, and the words that may stand inside or around it."""

from dataclasses import dataclass

from analysis.extraction.sentences import Sentence
from analysis.extraction.speech.marks import Mark
from analysis.extraction.terms import Match

QUOTES = '"“”'
PHRASE_REACH = 8  # words between two names of one source
LINKS = frozenset(
    "the a an of for at in from with and or , ( ) ' ’ s - its his her who which that speaks heads runs leads another both as however al el"
    " bin ibn abu".split()
)
BREAKS = frozenset(
    "was were had has have is are been be killed wounded killing wounding died after when while before since because but including"
    " among left".split()
)
# What may stand between a subject and its verb without being part of it.
ADVERBS = frozenset(
    "also later earlier has have had on in a an the its statement monday tuesday wednesday thursday friday saturday sunday today"
    " yesterday late early separately meanwhile , ( ) then again further likewise previously already however at first would could"
    " written tv channel agency news television newspaper website network radio group organisation organization"
    " recently repeatedly just now so far ground scene itself themselves".split()
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source as the words have it: the marks of each of the sources joined, the words of its names and roles, the form of its verb."""

    sentence: Sentence
    start: int
    end: int
    sources: list[list[Match[Mark]]]
    words: frozenset[str]
    leads: bool
    form: str


def phrase_of(sentence: Sentence, first: int, last: int, sources: list[list[Match[Mark]]], verb: Match[Mark]) -> Phrase:
    """The source in words ``first`` up to ``last``, said with ``verb``: its marks as read, and the words that name it."""
    tokens = sentence.tokens
    inner = {i for source in sources for m in source if m.entry.kind not in ("role", "state") for i in range(m.first, m.last - 1)}
    roles = {i for source in sources for m in source if m.entry.kind in ("role", "state") for i in range(m.first, m.last)}
    words = frozenset(
        tokens[i].lower
        for i in range(first, last)
        if i not in inner and not verb.first <= i < verb.last and (i in roles or (is_capital(sentence, i) and len(tokens[i].lower) > 3))
    )
    rest = [t.lower for t in tokens[last : last + 2]]
    leads = (bool(rest) and rest[0] not in (",", ";", ".", ")", "”", '"')) or first <= 1
    return Phrase(sentence, tokens[first].start, tokens[min(last, len(tokens)) - 1].end, sources, words, leads, verb.entry.kind)


def is_capital(sentence: Sentence, i: int) -> bool:
    """Whether word ``i`` is written with a capital."""
    token = sentence.tokens[i]
    return sentence.document.text[token.start].isupper()
