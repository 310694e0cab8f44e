"""The words for people behind a number, one behind another: "dozens of | suspected | Islamic State | fighters"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from analysis.extraction.lexicon import Lexicon
from analysis.extraction.quantities import Quantity, begins_number
from analysis.extraction.sentences import DASHES, QUOTES, Sentence
from analysis.extraction.speech import marks
from analysis.extraction.terms import Match, Terms
from analysis.extraction.who.sides import MARKS, STOPS, Entry, is_complete, opens_compound, singulars, vocabulary

LONGEST_PHRASE = 10  # words between a number and the end of the noun it counts
# Before the noun these open the phrase counted ("dozens of families", "four of the women", "two more people").
OPENERS = frozenset("more other additional another further new the its their his our own these those of or so such".split())
SOURCE_NOUNS = frozenset("tv television media agency monitor ngo observatory source sources sana governor watchdog".split())
TAKEN = frozenset(("captured", "seized"))
ASIDE = frozenset(("most", "some", "many"))  # "wounding 22 most of them women"
MAINLY = frozenset("mostly mainly largely chiefly predominantly".split())  # "wounding dozens more mostly women"
PARTICIPLES = {"state": 1, "both": 2}
LOST_APOSTROPHE = re.compile(r"[^aeiou]ys$")


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """The words for people ``found`` behind a number, and ``last``, the word behind them.

    ``modifier`` is the index of a participle before the noun; ``unknown`` counts the words behind those found of which nothing is known.
    """

    found: list[Match[Entry]]
    unknown: int
    modifier: int | None
    last: int


@lru_cache(maxsize=8)
def befell(lexicon: Lexicon) -> Terms[str]:
    """The words for what befell people, with their form."""
    rows = sorted(lexicon.rows("measures"), key=lambda row: PARTICIPLES.get(row["form"], 0))  # of two forms a participle's counts
    return Terms(lexicon, ((r["term"].partition(" ... ")[0], r["form"]) for r in rows if r["form"] != "head"))


def scan(quantity: Quantity, i: int) -> NounPhrase | None:
    """The words for people from word ``i`` on; None where they name something else."""
    sentence = quantity.sentence
    lexicon = sentence.document.lexicon
    terms, single, fates = vocabulary(lexicon), singulars(lexicon), befell(lexicon)
    found: list[Match[Entry]] = []
    unknown, modifier = 0, None
    limit = i if _begins_clause(quantity, i) else min(len(sentence.words), i + LONGEST_PHRASE)
    while i < limit:
        word = sentence.words[i]
        source = _is_source(sentence, i)
        named = [m for m in (terms.at(sentence, i), single.at(sentence, i) if quantity.value == 1 else None) if m and not source]
        match = max(named, key=lambda m: m.last, default=None)
        complete = bool(found) and not unknown and (is_complete(sentence, found[-1]) or _is_person(quantity, found[-1]))
        if match and not (complete and match.entry.kind in ("casualty", "describes", "owner")):
            found.append(match)
            unknown, i = 0, match.last
        elif (
            (word in DASHES and sentence.joined(i))
            or (word in QUOTES and not complete)
            or (word == "/" and found and not unknown)  # "the PKK/PYD"
        ):
            i += 1
        elif source and found and found[-1].last == i and found[-1].entry.kind in ("owner", "nation", "state"):
            return None  # "two Iraqi military sources"
        elif complete or source:
            break
        elif word == "(" and found and (close := _bracket(sentence, i)) < limit and terms.at(sentence, close):
            i = close
        elif event := fates.at(sentence, i):
            if word in TAKEN and not found and is_other_noun(sentence, event.last):
                return None  # "30 captured tanks"
            if modifier is not None or event.entry not in ("both", "state", "object") or not terms.at(sentence, event.last):
                break
            modifier, i = i, event.last
        elif _is_behind_phrase(sentence, i) or (word == "of" and (found or unknown)):
            break
        elif is_other_noun(sentence, i) and not terms.at(sentence, i + 1):
            return None
        else:
            unknown += word not in OPENERS
            i += 1
    return NounPhrase(found, unknown, modifier, i)


def _begins_clause(quantity: Quantity, i: int) -> bool:
    """ "Wounding dozens | the Observatory said", in a text that has lost its commas; not "puts at 900 the fighters killed"."""
    put = quantity.sentence.word(quantity.first - 1) in ("at", "to")
    return quantity.kind == "count" and not put and quantity.sentence.word(i) in ("the", "a", "an")


def _is_behind_phrase(sentence: Sentence, i: int) -> bool:
    """Whether word ``i`` can be in no noun phrase: a mark, a function word, "last week", "most of", another number."""
    word, following = sentence.words[i], sentence.word(i + 1)
    return (
        word in MARKS
        or (word in DASHES and not sentence.joined(i))  # "kill 39 - monitor"
        or (word in STOPS and not opens_compound(sentence, i))
        or (word == "last" and following in ("week", "month", "year", "night"))
        or (word in ASIDE and (following in STOPS or following == "of"))
        or (word in MAINLY and sentence.word(i - 1) != "of" and _is_noun_alone(sentence, i + 1))
        or begins_number(sentence, i)
    )


def _is_noun_alone(sentence: Sentence, i: int) -> bool:
    """ "(Mostly) women", which are not all, and not "(mostly) elderly civilians", who are."""
    terms = vocabulary(sentence.document.lexicon)
    noun = terms.at(sentence, i)
    return noun is not None and terms.at(sentence, noun.last) is None


def _is_person(quantity: Quantity, match: Match[Entry]) -> bool:
    """ "One person | the ministry said"."""
    return quantity.value == 1 and quantity.sentence.word(match.last - 1) in ("person", "child", "civilian", "woman", "man")


def _is_source(sentence: Sentence, i: int) -> bool:
    """Whether a source follows without a comma, as in headlines: "kills six | Syrian state TV"."""
    named = sentence.word(i).removesuffix("s") in marks.nations(sentence.document.lexicon)  # "Syrias state news agency"
    i += named and sentence.word(i).endswith("s")
    mark = marks.vocabulary(sentence.document.lexicon).at(sentence, i)
    return mark is not None and sentence.word(mark.last - 1) in SOURCE_NOUNS


def is_other_noun(sentence: Sentence, i: int) -> bool:
    """A plural that counts no people ("reports alleging ..."): a small word that ends in a lone s, and no genitive without its
    apostrophe ("half of the countrys population")."""
    if i >= len(sentence.tokens) or vocabulary(sentence.document.lexicon).at(sentence, i):
        return False
    token = sentence.tokens[i]
    return (
        token.lower.endswith("s")
        and token.lower[-2:] not in ("ss", "us", "is")
        and len(token.lower) > 3
        and LOST_APOSTROPHE.search(token.lower) is None
        and sentence.document.text[token.start].islower()
    )


def _bracket(sentence: Sentence, i: int) -> int:
    """The word behind the bracket that opens at word ``i``."""
    for j in range(i + 1, min(i + 6, len(sentence.tokens))):
        if sentence.tokens[j].lower == ")":
            return j + 1
    return len(sentence.tokens)
