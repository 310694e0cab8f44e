"""The noun that is said of a number: "62 were civilians", "half of those killed were children", "women account for 240 of them"."""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.extraction.quantities import Quantity, number_at
from analysis.extraction.sentences import Sentence
from analysis.extraction.terms import Match, Terms
from analysis.extraction.what.auxiliaries import BE, HAVE
from analysis.extraction.who.memberships import class_inside, complement, group_of
from analysis.extraction.who.sides import MARKS, STOPS, Entry, class_before, is_complete, is_plural, vocabulary

IS = BE - {"be", "been"}
BEING = [[word] for word in sorted(IS)]
PREPOSITIONS = frozenset("in on at near from by to with".split())
WHEN_WORDS = PREPOSITIONS | {"during", "since"}
WHEN_REACH = 7  # words of "on Thursday" or "in the air strike" behind "of those killed"
BELIEVED = frozenset("believed thought known reported understood".split())
CLOSING = MARKS | {"and", "but"}
OF_AGE = 18  # years
NOBODY = Entry("noun", None, None)  # "... and hunger for 19"
NOUN_REACH = 7  # words between a form of "be" and the noun
ACCOUNTING = ("accounted for", "account for", "accounts for", "accounting for")
MAKING_UP = (*ACCOUNTING, *"made up|make up|makes up|making up|represented|represent|represents|constitute|constituted".split("|"))
BELONGING = (["fought", "for"], ["belonged", "to"], ["belong", "to"], ["served", "in"], ["came", "from"])
SIDE_REACH = 5  # words of "the Kurdish People's Protection Units"
ACCOUNTING_REACH = 12  # words between "account for" and a second "for"


class Said(NamedTuple):
    """What is said of a number. ``last`` is the word behind it; ``modifier`` the index of the word that tells what befell them."""

    last: int
    noun: str
    kind: str
    group: str | None
    detail: str | None
    modifier: int | None = None


def said_of_those(quantity: Quantity, i: int, befell: Terms[str]) -> Said | None:
    """ "Half of those killed were children", "60 percent of the displaced are women", "ten of those who died were women", "40 of those were
    civilians": the noun said of the number, and the word that tells what befell them."""
    words = quantity.sentence.words
    aboard = i + 2 * (words[i : i + 2] == ["on", "board"]) + (words[i : i + 1] in (["aboard"], ["inside"]))
    if words[i - 1] in ("those", "these") and aboard < len(words) and words[aboard] in IS:
        return said_at(quantity, aboard)  # "some of those on board were jihadists"
    noun = i + (words[i : i + 1] == ["new"])
    whole = vocabulary(quantity.sentence.document.lexicon).at(quantity.sentence, noun)
    is_whole = whole is not None and whole.entry.kind in ("casualty", "noun") and is_plural(words[whole.last - 1])
    if (
        whole
        and is_whole
        and (
            words[whole.last : whole.last + 2] in BELONGING
            or (words[whole.last : whole.last + 1] in BEING and befell.at(quantity.sentence, whole.last + 1) is None)
        )
    ):
        return said_at(quantity, whole.last)  # "127 of the victims were civilians", "half of the new arrivals are women"
    if whole and is_whole and befell.at(quantity.sentence, whole.last):
        i = whole.last  # "two of the 14 people killed were children"
    who = words[i : i + 1] == ["who"]
    i += who
    while who and i < len(words) and words[i] in BE | HAVE:
        i += 1
    fate = befell.at(quantity.sentence, i)
    if fate is None or fate.entry not in (("both", "state", "subject", "around") if who else ("both", "state")):
        return None
    end = _behind_when(words, fate.last)
    if words[end : end + 2] not in BELONGING and (words[end : end + 1] == [] or words[end] not in IS | HAVE):
        return None
    said = said_at(quantity, end)
    return said._replace(modifier=i) if said else None


def _behind_when(words: Sequence[str], i: int) -> int:
    """The word behind "on Thursday" or "in the strike" at word ``i``, where a form of "be" follows soon; else ``i``."""
    if i >= len(words) or words[i] not in WHEN_WORDS:
        return i
    return next((j for j in range(i + 1, min(i + WHEN_REACH, len(words))) if words[j] in IS), i)


def said_at(quantity: Quantity, i: int) -> Said | None:
    """The noun of "(62) were civilians" or "(16 of them) are children", where its verb would stand at word ``i``."""
    sentence = quantity.sentence
    words, terms = sentence.words, vocabulary(sentence.document.lexicon)
    i += i < len(words) and words[i] in HAVE | {"of"}  # "nine bodies, three of them of children"
    if words[i : i + 2] in BELONGING and (side := class_inside(sentence, i + 2, i + 2 + SIDE_REACH)):
        return Said(i + 2, "members", "force", side, None)  # "(14 of them) belonged to the police", "(229) fought for the YPG"
    if i < len(words) and words[i] in IS and words[i + 1 : i + 2] == ["from"] and (side := complement(sentence, i + 1)):
        return Said(i + 2, "members", "force", side, None)  # "(374 of the dead) were from Islamic State"
    if minors := _minors(sentence, i + (i < len(words) and words[i] in IS)):
        return minors
    single = quantity.value == 1 or words[quantity.first : quantity.first + 2] == ["one", "in"]
    i += single and words[i : i + 1] in (["a"], ["an"])  # "one of them a woman"
    if i >= len(words) or words[i] not in (*IS, "been", "as") or sentence.text[sentence.tokens[i].start - sentence.start :][:2] == "IS":
        phrase = _phrase_at(sentence, i) if i > quantity.last else []
        beside = phrase and (is_complete(sentence, phrase[-1]) or (single and phrase[-1].entry.kind == "noun"))
        return _said_of(sentence, phrase) if beside else None
    found: list[Match[Entry]] = []
    for j in range(i + 1, min(i + NOUN_REACH, len(words))):
        match = terms.at(sentence, j)
        found += [match] if match else []
        if match and (is_complete(sentence, match) or (single and match.entry.kind == "noun")):
            if words[i] == "as" and match.last < len(words) and words[match.last] not in (*MARKS, "and"):
                return None  # "the toll to 61 as rescue workers dug"
            return _said_of(sentence, found)
        if match and match.entry.kind == "owner" and j == i + 1 and (match.last == len(words) or words[match.last] in CLOSING):
            return _said(words, match, "people")  # "14 were French"
        if words[j] in BELIEVED or (words[j] in ("to", "be") and not BELIEVED.isdisjoint(words[i:j])):
            continue  # "were believed to be civilians"
        if words[j] == "by" and words[j + 1 : j + 2] != ["his"]:
            return None  # "a third were killed by the militants"
        if match is None and words[j] in STOPS | MARKS and words[j] not in ("been", "as", "by", "his", *(("a", "an") if single else ())):
            return None
    return None


def _minors(sentence: Sentence, i: int) -> Said | None:
    """ "(20 of them) under the age of 16", "(82) were under 18"."""
    words = sentence.words
    if words[i : i + 1] not in (["under"], ["below"], ["aged"]):
        return None
    i += 1 + (words[i : i + 2] == ["aged", "under"])
    i += 3 * (words[i : i + 3] == ["the", "age", "of"])
    age = number_at(sentence, i)
    return Said(i + 1, "children", "noun", "civilians", "children") if age and age <= OF_AGE else None


def accounted_for(sentence: Sentence, i: int, definite: bool) -> Entry | None:
    """Who make up the number at word ``i``: "children account for 320 of them and women for 240"; ``definite``: so many "of them"."""
    if subject := class_before(sentence, i, MAKING_UP):
        return subject
    if definite and " ".join(sentence.words[max(0, i - 2) : i]) in ACCOUNTING:
        return NOBODY  # "bombs account for 357 of them"
    before = " ".join(sentence.words[max(0, i - ACCOUNTING_REACH) : max(0, i - 2)])
    gapped = sentence.word(i - 1) == "for" and any(verb in before for verb in ACCOUNTING)
    return class_before(sentence, i, ("for",)) or NOBODY if gapped else None


def _phrase_at(sentence: Sentence, i: int) -> list[Match[Entry]]:
    """The words for people one behind another from word ``i`` up to a noun: "Islamic State fighters", "suspected jihadists"."""
    terms, found = vocabulary(sentence.document.lexicon), list[Match[Entry]]()
    while (match := terms.at(sentence, i)) and not (found and is_complete(sentence, found[-1])):
        found.append(match)
        i = match.last
    return found


def _said_of(sentence: Sentence, phrase: list[Match[Entry]]) -> Said:
    """What a phrase for people says, by its last noun."""
    detail = next((m.entry.detail for m in reversed(phrase) if m.entry.detail), None)
    said = _said(sentence.words, phrase[-1], group_of(sentence, phrase))._replace(detail=detail)
    return said._replace(kind="noun") if len(phrase) > 1 and said.kind == "casualty" else said  # killed, not detained for being detainees


def _said(words: Sequence[str], match: Match[Entry], group: str | None) -> Said:
    return Said(match.last, words[match.last - 1], match.entry.kind, group, match.entry.detail)
