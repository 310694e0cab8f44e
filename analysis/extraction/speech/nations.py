"""Whose state an official, ministry or army without a name of its own is: by an adjective, a place, troops, or the sentence before."""

from analysis.extraction.sentences import GENITIVES, Sentence
from analysis.extraction.speech.marks import Mark, nations
from analysis.extraction.speech.source_phrases import Phrase
from analysis.extraction.terms import Match
from analysis.extraction.where.mentions import mentions

TROOPS = frozenset(
    "border guards police forces soldier soldiers troops servicemen jets warplanes aircraft tanks artillery nationals citizens"
    " people".split()
)
HELD = frozenset("held controlled run ruled administered".split())
HELD_REACH = 6  # words of "in the long rebel-held"
HOLDERS = {"rebel": "other", "opposition": "other", "insurgent": "other", "jihadist": "other", "kurdish": "kurdish_officials"}


def official_of_nation(sentence: Sentence, mark: Match[Mark]) -> str | None:
    """Whose "Kurdish health officials" are, who are nobody's without the adjective."""
    if mark.entry != Mark("people", "other") or not sentence.word(mark.last - 1).startswith("official") or not mark.first:
        return None
    return nations(sentence.document.lexicon).get(sentence.word(mark.first - 1))


def nation_of_source(sentence: Sentence, source: list[Match[Mark]]) -> str | None:
    """Whose official, ministry or force speaks: "the French justice ministry", "Belgium's minister", "the army of Iraq"."""
    known, words = nations(sentence.document.lexicon), sentence.words
    for mark in source:
        if mark.entry.kind not in ("role", "state"):
            continue
        behind = words[mark.last : mark.last + 3]
        near = [w for w in words[max(0, mark.first - 2) : mark.first] if w not in GENITIVES]
        near = near if "," not in near else []
        near += [w for w in behind[1:] if w != "the"][:1] if behind[:1] == ["of"] and mark.entry.kind == "state" else []
        for word in reversed(near):
            if found := known.get(word) or known.get(word.removesuffix("s")):  # "Belgiums", in a text that has lost its apostrophes
                return found
    return None


def nation_of_place(phrase: Phrase, source: list[Match[Mark]]) -> str | None:
    """Whose state it is by its place: "the ministry in Moscow", "the governor of Hatay"."""
    behind = {mark.last + n for mark in source for n in (1, 2)}
    places = [m.place for m in mentions(phrase.sentence) if m.first in behind and phrase.sentence.word(m.first - 1) in ("in", "of", "the")]
    known = nations(phrase.sentence.document.lexicon)
    return next((known[p.country.lower()] for p in places if p.country and p.country.lower() in known), None)


def holder_of_place(phrase: Phrase, source: list[Match[Mark]]) -> str | None:
    """Whose authority it is by who holds the place: "health authorities in rebel-held Idlib", "the opposition-run ministry"."""
    words, tokens = phrase.sentence.words, phrase.sentence.tokens
    for mark in source:
        for i in range(max(1, mark.first - HELD_REACH), min(mark.last + HELD_REACH, len(words) - 1)):
            held = words[i] == "-" and words[i + 1] in HELD and tokens[i].start < phrase.end
            if held and (holder := HOLDERS.get(words[i - 1])):
                return holder
    return None


def whose_troops(phrase: Phrase) -> str | None:
    """Another state, whose soldiers or citizens the sentence tells of before "the military said"."""
    known, words = nations(phrase.sentence.document.lexicon), phrase.sentence.words
    told = [i for i, t in enumerate(phrase.sentence.tokens) if t.end <= phrase.start and t.lower in known]
    return next((known[words[i]] for i in told if words[i + 1] in TROOPS and known[words[i]] not in ("government", "iraq")), None)


def nation_told(sentence: Sentence) -> str | None:
    """Another state with which the sentence before opens: "Ankara's figures differ. The ministry claims ...", which is its own."""
    before = sentence.document.sentences[max(0, sentence.index - 1)]
    if before.paragraph != sentence.paragraph or before is sentence:
        return None
    told = nations(sentence.document.lexicon).get(before.words[0])
    return told if told not in ("government", "iraq") else None
