"""The word that governs a place's name, past what may stand between them: "in" of "in the eastern town of X"."""

from functools import lru_cache

from analysis.extraction.sentences import Sentence
from analysis.extraction.where.gazetteer import ARTICLES
from analysis.extraction.where.mentions import PREPOSITIONS, Mention, mentions

LOCATIVES = frozenset(
    "in near at inside outside around of on into across toward towards against between over throughout linking connecting "
    "targeting hit hitting struck bombed shelled pounded stormed seized".split()
)
SINGULAR = frozenset(
    "village town city district neighbourhood neighborhood quarter suburb camp hamlet province governorate "
    "countryside area region desert".split()
)
SITES = frozenset(
    "air airbase airfield airport base military international dam national central university hospital prison crossing highway road".split()
)
TOWNS = frozenset("villages towns cities provinces governorates".split())
QUARTERS = frozenset("districts neighbourhoods neighborhoods quarters suburbs areas".split())
PLURAL = TOWNS | QUARTERS
PASSED_OVER = ARTICLES | SINGULAR | PLURAL | frozenset(
    "- the a nearby neighbouring neighboring rural eastern northern southern western central northeastern northwestern southeastern "
    "southwestern east north south west"
    " known called named held rebel government opposition besieged syrian iraqi kurdish city’s border".split()
)  # fmt: skip
JOINTS = frozenset((",", "and", "or", "’s", "'s"))
SIDES = frozenset("south north east west northeast northwest southeast southwest".split())
PARTS = (
    SINGULAR
    | PLURAL
    | frozenset(
        "south north east west northeast northwest southeast southwest outskirts edge edges centre center part "
        "parts side suburbs half bastion stronghold".split()
    )
)


@lru_cache(maxsize=256)
def word_before(sentence: Sentence, mention: Mention) -> str:
    """The word that governs a name: "in" for "in the eastern town of X", "the south of X", "in Y, X" and "in Y and X"."""
    tokens, i = sentence.tokens, mention.first - 1
    earlier = {m.last - 1: m.first for m in mentions(sentence) if m.first < mention.first}
    side = ""
    while i >= 0:
        joined = i - 1 if tokens[i].lower in JOINTS else i
        if joined in earlier:
            i = earlier[joined] - 1
        elif tokens[i].lower in PASSED_OVER and not _is_preposition(sentence, i):
            i -= 1
        elif i and tokens[i].lower == "of" and tokens[i - 1].lower in PARTS:
            side = side or tokens[i - 1].lower
            if side in SIDES and (i == 1 or tokens[i - 2].lower != "the"):
                return "near"  # "a shrine south of Damascus"
            i -= 2
        else:
            break
    if i >= 1 and tokens[i].lower == "to" and tokens[i - 1].lower in ("close", "next"):
        return "near"
    word = sentence.word(i)
    return "in" if side and (word not in PREPOSITIONS or (word == "to" and side in SIDES)) else word


def _is_preposition(sentence: Sentence, i: int) -> bool:
    """Whether "at" and "as" are no articles: "at Tanf", not "at-Tanf"; nor "known as Tanf"."""
    words = sentence.words
    return words[i] in ("at", "as") and words[i + 1] != "-" and words[i - 1] != "known"
