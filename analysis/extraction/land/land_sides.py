"""Whose land a sentence tells of: the side that holds it or lost it, in the sentence or the ones right before."""

from analysis.extraction.sentences import Sentence, kept
from analysis.extraction.terms import Match
from analysis.extraction.what.auxiliaries import HAVE
from analysis.extraction.where.focus import OPENING
from analysis.extraction.who.sides import ARMED_GROUPS, Entry, means_is, named_sides, names_is, words_of_kind

SUBJECT_REACH = 3  # sentences back to which "it" and "its" may refer
FAR_BACK = 20  # sentences over which "the jihadists" are still those named
SAYING_REACH = 3  # words between a side and the verb of what it says
SAYING = frozenset("said says say announced estimates reported puts".split())
BEHIND_GROUP = HAVE | frozenset("was is ran governed once still now holds held controls controlled lost ruled 's ’s".split())
GROUP_REACH = 5  # words of "the ultra-hardline Sunni" before "group"
IT = frozenset(("it", "they"))


def land_side(sentence: Sentence, i: int) -> str | None:
    """The last side named before word ``i``; where there is none, in the sentence or the nearest one before it."""
    goes_on = _goes_on(sentence) or not IT.isdisjoint(sentence.words[max(0, i - 1) : i])  # "at that time it controlled"
    side = _last_side(sentence, i) or (None if goes_on else _first_side(sentence))
    for back in range(1, SUBJECT_REACH + 1):
        if side is None and sentence.index >= back:
            side = _first_side(sentence.document.sentences[sentence.index - back])
    return side


def _sides_of(sentence: Sentence) -> list[Match[Entry]]:
    """The sides that a sentence names, but for a country whose land is told of ("5 percent of Syrian territory") and for militants who
    are another group's."""
    named = [m for m in named_sides(sentence) if sentence.word(m.last) not in ("territory", "soil")]
    return [m for m in named if m.entry.kind != "militant" or _are_of_is(sentence)]


@kept
def _are_of_is(sentence: Sentence) -> bool:
    """Whether "the jihadists" are Islamic State's: of it and the factions of al-Qaeda the one that was named last, or in a lead is next."""
    sentences, index = sentence.document.sentences, sentence.index
    ahead = sentences[index + 1 : index + 1 + OPENING] if index < OPENING else []
    for other in (*reversed(sentences[: index + 1][-FAR_BACK:]), *ahead):
        if "caliphate" in other.lower or names_is(other):
            return True
        if "qaeda" in other.lower or "qaida" in other.lower or words_of_kind(sentence.document.lexicon, "faction").all(other):
            return False
    return False


def _last_side(sentence: Sentence, i: int) -> str | None:
    """The last side named before word ``i``; "the group has", "the group once" is IS where the sentences before mean it."""
    told = [m for m in _sides_of(sentence) if m.last <= i and sentence.word(m.last) not in SAYING]  # not "which the coalition says are"
    sides = [m.entry.group for m in told if m.entry.group != "civilians"]
    groups = [n for n in range(i) if sentence.words[n] == "group" and "the" in sentence.words[max(0, n - GROUP_REACH) : n]]
    behind = [word for n in groups for word in sentence.words[n + 1 + 2 * (sentence.words[n + 1 : n + 3] == [",", "which"]) :][:1]]
    if not BEHIND_GROUP.isdisjoint(behind) and means_is(sentence, ARMED_GROUPS):
        return "is_fighters"
    return "is_fighters" if "is_fighters" in sides[-2:] else (sides[-1] if sides else None)


def _first_side(sentence: Sentence) -> str | None:
    """The first side that a sentence names, other than one that only says it: ", the coalition said"."""
    told = [m for m in _sides_of(sentence) if SAYING.isdisjoint(sentence.words[m.last : m.last + SAYING_REACH])]
    sides = [m.entry.group for m in told if m.entry.group != "civilians"]
    return "is_fighters" if "is_fighters" in sides else (sides[0] if sides else None)


def _goes_on(sentence: Sentence) -> bool:
    """Whether it is told of the subject before: "It has lost a third of the city to the army"."""
    return bool(sentence.index) and not IT.isdisjoint(sentence.words[:1])


def is_about_is(sentence: Sentence, i: int) -> bool:
    """IS, its fighters or its caliphate is the subject here or in the sentence before."""
    if "caliphate" in sentence.lower:
        return True
    if any(side == "is_fighters" for side in (_last_side(sentence, i), None if _goes_on(sentence) else _first_side(sentence))):
        return True
    return land_side(sentence, i) == "is_fighters"


def side_that_says(sentence: Sentence, i: int) -> str | None:
    """The side that holds where it says so itself: "the army says it now (controls) two thirds of it"."""
    words = sentence.words
    i -= words[i - 1 : i] in (["now"], ["already"], ["still"])
    if words[i - 1 : i] not in (["it"], ["they"]) or words[i - 2] not in ("says", "said"):
        return None
    named = next((m for m in named_sides(sentence) if m.last == i - 2), None)
    return named.entry.group if named else None
