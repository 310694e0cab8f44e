"""People who bear the name of a place: "Colonel Rabia", "Mohammed Jassim, a taxi driver"."""

import re

from analysis.extraction.sentences import Document, Sentence, kept
from analysis.extraction.where.gazetteer import ARTICLES, SPECIFIC
from analysis.extraction.where.governing import LOCATIVES, PLURAL, SINGULAR, SITES, word_before
from analysis.extraction.where.mentions import ADJECTIVES, CALENDAR, PREPOSITIONS, Mention, mentions

RANKS = frozenset(
    "colonel general lieutenant captain major sergeant brigadier commander doctor professor judge mr mrs ms dr col gen lt".split()
)
APPOSED = 6  # words of ", a small town"


# "Adnan Afrin, a commander", "spokesman Adnan Afrin said"
INTRODUCED_BY_NAME = re.compile(
    r"\b(?P<first>[A-Z][a-z]+) (?P<last>[A-Z][a-z]+)(?:, (?:an?|the|its|their|who|one of|head)\b| (?:said|says|told|added)\b)"
)
NO_FIRST_NAMES = ADJECTIVES | frozenset("in near at inside outside around of on from to for by as and but while when with of the".split())


def is_surname(sentence: Sentence, mention: Mention) -> bool:
    """ "Abdul-Rahman al-Ansari", "Colonel Rabia": a name with an article right behind a name that is no place's; behind a rank."""
    i = mention.first - 1
    if i >= 0 and sentence.tokens[i].lower in RANKS:
        return True
    if _is_first_name(sentence, mention) or _is_apposed_person(sentence, mention) or _is_known_by_surname(sentence, mention):
        return True
    while i > 0 and sentence.tokens[i].lower in ("-", *ARTICLES):
        i -= 1
    if i < 0 or i == mention.first - 1 or mention.place.kind not in ("quarter", "village", "town", "oilfield", "airbase"):
        return False
    word = sentence.tokens[i].lower
    named = sentence.document.text[sentence.tokens[i].start].isupper() and word not in CALENDAR | ADJECTIVES | PREPOSITIONS | {"the"}
    return named and not any(m.first <= i < m.last for m in mentions(sentence))


def _is_known_by_surname(sentence: Sentence, mention: Mention) -> bool:
    """ "Adnan Afrin, a commander, ... Afrin said": somebody of whom the article tells by both names."""
    word = sentence.words[mention.first]
    return (
        mention.last == mention.first + 1 and word in _surnames(sentence.document) and sentence.word(mention.first - 1) not in PREPOSITIONS
    )


@kept
def _surnames(document: Document) -> frozenset[str]:
    """The last names of those who are introduced with a post, or say something."""
    named = (m for m in INTRODUCED_BY_NAME.finditer(document.text) if m["first"].lower() not in NO_FIRST_NAMES)
    return frozenset(m["last"].lower() for m in named)


def _is_apposed_person(sentence: Sentence, mention: Mention) -> bool:
    """ "Mohammed Jassim, a taxi driver", "Omar Dana, 34, said": a name before it, and who that is behind it."""
    i, behind = mention.first - 1, sentence.words[mention.last : mention.last + 2]
    if i < 0 or mention.place.kind not in SPECIFIC or behind[:1] != [","] or behind[1:] == []:
        return False
    word = sentence.words[i]
    named = (
        sentence.document.text[sentence.tokens[i].start].isupper() and word.isalpha() and word not in CALENDAR | ADJECTIVES | PREPOSITIONS
    )
    told = behind[1] in ("a", "an", "who") or behind[1].isdigit()
    placed = not (SINGULAR | PLURAL).isdisjoint(sentence.words[mention.last : mention.last + APPOSED])  # "Hajin, a small town"
    return named and told and not placed and not any(m.first <= i < m.last for m in mentions(sentence))


def _is_first_name(sentence: Sentence, mention: Mention) -> bool:
    """ "Their captain, Rabia Ibrahim": a small town's namesake before a surname, with no word of place beside it."""
    if mention.place.kind not in SPECIFIC or mention.last - mention.first > 1 or mention.last >= len(sentence.tokens):
        return False
    behind = sentence.tokens[mention.last]
    named = (
        sentence.document.text[behind.start].isupper()
        and behind.lower.isalpha()
        and behind.lower not in CALENDAR | ADJECTIVES | SINGULAR | SITES
    )
    governed = word_before(sentence, mention) in LOCATIVES | PREPOSITIONS | {"of"}
    return named and not governed and not any(m.first == mention.last for m in mentions(sentence))
