"""A second noun beside the one that a number counts: who they all are, who is counted with them."""

from analysis.extraction.quantities import Quantity, begins_number
from analysis.extraction.sentences import Sentence
from analysis.extraction.terms import Match, Terms
from analysis.extraction.who.predicates import IS
from analysis.extraction.who.sides import MARKS, STOPS, Entry, is_complete, names_is, vocabulary

APPOSED_REACH = 8  # words of "were killed" before ", all civilians"
ALLIED = frozenset(("allied", "aligned", "loyal", "backed"))
OWN_NUMBER_REACH = 5  # words of "allied with Turkey" before a number
COMPANY_REACH = 4  # words between "and" and the second noun that a number counts


def is_armed(entry: Entry) -> bool:
    """A word for people under arms that is no side's own: "Kurdish militiamen and police" are of one side."""
    return entry.kind == "force" or entry.detail == "police"


def are_insurgents(sentence: Sentence, one: Entry, other: Entry) -> bool:
    """ "855 jihadists and rebels", all of them insurgents where the sentence does not name Islamic State."""
    return not names_is(sentence) and {one.kind, other.kind} == {"militant", "noun"} and "other_fighters" in (one.group, other.group)


def apposed(sentence: Sentence, head: Match[Entry]) -> Match[Entry] | None:
    """ "21 people, all of them civilians", "19 abductees, women and children, ...", "11 people died, all civilians": who they all are."""
    words, i = sentence.words, head.last
    beside = vocabulary(sentence.document.lexicon).at(sentence, i + 1) if words[i : i + 1] == [","] else None
    if head.entry.group == "people" and beside and beside.entry.detail == "women_and_children":
        return beside
    if head.entry.group != "people":
        return None
    i = next((j for j in range(i, min(i + APPOSED_REACH, len(words))) if words[j] == "," or begins_number(sentence, j)), i)
    return all_of_them(sentence, i)


def all_of_them(sentence: Sentence, i: int) -> Match[Entry] | None:
    """Who ", all civilians" or ", all of them children" at word ``i`` says that they are."""
    words = sentence.words
    if words[i : i + 2] != [",", "all"]:
        return None
    i += 4 if words[i + 2 : i + 4] == ["of", "them"] else 2
    terms = vocabulary(sentence.document.lexicon)
    match = terms.at(sentence, i)
    if match is None or match.entry.group is None:
        return None
    noun = terms.at(sentence, match.last) if match.entry.kind == "owner" else match  # "six, all of them SDF", "all of them SDF fighters"
    ends = noun is None and sentence.word(match.last) in ("", ".", ",")
    return match if ends or (noun is not None and is_complete(sentence, noun)) else None


def _behind_second(sentence: Sentence, head: Match[Entry]) -> int:
    """The "and" of "soldiers, policemen and civilians were killed", or the word behind the first noun."""
    second = vocabulary(sentence.document.lexicon).at(sentence, head.last + 1) if sentence.word(head.last) == "," else None
    third = (
        vocabulary(sentence.document.lexicon).at(sentence, second.last + 1) if second and second.last + 1 < len(sentence.words) else None
    )
    listed = second and third and is_complete(sentence, second) and sentence.words[second.last] == "and"
    return second.last if listed and second and third and sentence.word(third.last) in ("were", "have", "had") else head.last


def _has_its_number(sentence: Sentence, i: int) -> bool:
    """Whether a number of its own stands behind the noun that ends before word ``i``: "and rebels allied with Turkey (94)"."""
    near = range(i, min(i + OWN_NUMBER_REACH, len(sentence.words)))
    number = next((j for j in near if begins_number(sentence, j)), None)
    return number is not None and (number == i or sentence.words[i] in ALLIED)


def company_of(sentence: Sentence, quantity: Quantity, head: Match[Entry], befell: Terms[str]) -> Match[Entry] | None:
    """ "600 fighters and their families": the second noun of one number, unless a clause begins ("killed 20 rebels and civilians fled").

    ``befell`` are the words that tell what befell people.
    """
    words, joint = sentence.words, _behind_second(sentence, head)
    if joint + 1 >= len(words) or words[joint] not in ("and", "or"):
        return None
    if words[joint + 1].endswith("ing"):
        return None  # "killing 40 soldiers and expelling others"
    for i in range(joint + 1, min(joint + 1 + COMPANY_REACH, len(words))):
        match = vocabulary(sentence.document.lexicon).at(sentence, i)
        if match and match.entry.kind != "casualty" and is_complete(sentence, match):
            verb_behind = befell.at(sentence, match.last) or not {*IS, "had", "have"}.isdisjoint(words[match.last : match.last + 1])
            numbered = _has_its_number(sentence, match.last)  # "cost the army 17 men and the rebels 22"
            return None if numbered or (verb_behind and befell.before(sentence, quantity.first)) else match
        if words[i] in STOPS or words[i] in MARKS or begins_number(sentence, i) or befell.at(sentence, i):
            return None
    return None
