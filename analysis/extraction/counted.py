"""Stage 3: the noun phrase behind a number: who is counted, and in which unit."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from analysis.extraction.lexicon import Lexicon
from analysis.extraction.quantities import PERCENT, Quantity, begins_number
from analysis.extraction.sentences import DASHES, GENITIVES, Sentence
from analysis.extraction.speech import marks
from analysis.extraction.terms import Match, Terms
from analysis.extraction.uncounted import OLDEST, looks_like_year
from analysis.extraction.who.companions import all_of_them, apposed, are_insurgents, company_of, is_armed
from analysis.extraction.who.memberships import class_inside, complement, group_of
from analysis.extraction.who.predicates import IS, PREPOSITIONS, Said, accounted_for, said_at, said_of_those
from analysis.extraction.who.sides import MARKS, STOPS, Entry, former_or_latter, is_complete, opens_compound, vocabulary

SPEECH = frozenset("said says told tells added".split())
SOURCE_NOUNS = frozenset("tv television media agency monitor ngo observatory source sources sana governor watchdog".split())
TAKEN = frozenset(("captured", "seized"))
OFFICES = frozenset("officials officers sources spokesmen diplomats".split())
AGED = frozenset(("them", "those", "whom", "aged", "cent", *PERCENT))  # behind which "under five" is an age
AGE_HEDGES = ("more_than", "less_than")
LONGEST_PHRASE = 10  # words between a number and the end of the noun it counts
# Before the noun these open the phrase counted ("dozens of families", "four of the women", "two more people").
OPENERS = frozenset("more other additional another further new the its their his our own these those of or so such".split())
OF_THAT_NUMBER = (("that", "number"), ("that", "figure"), ("that", "total"), ("their", "number"), ("its", "number"))
DEFINITE = frozenset("the them these those whom which".split())
QUOTES = frozenset("\"“”‘’'")
HARMED = frozenset(("dead", "wounded", "injured", "victims"))
WHOSE_REACH = 5  # words of "of this year's dead"
WHOLE_REACH = 5  # words of "600 displaced residents"
ASIDE = frozenset(("most", "some", "many"))  # "wounding 22 most of them women"
THEM_REACH = 5  # words of "from the Syrian army"
VERSUS_REACH = 4  # words of "against at least 90" and of "the Islamic State group"
PARTICLES = frozenset(("out", "up", "off", "down"))
PARTICIPLES = {"state": 1, "both": 2}
INHABITANTS = frozenset("inhabitants residents people citizens".split())
SHARE_OF = re.compile(
    r"\b(?:half|thirds?|quarters?|fifths?|tenths?|percent|per cent)\s+of\s+(?:the|its|their|[\w-]+['’]s)\s+(?:[\w’'-]+\s+){0,3}$"
)
LOST_APOSTROPHE = re.compile(r"[^aeiou]ys$")
OFFICIAL = frozenset("state government official public different international legal judicial religious regional aid un".split())


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts. ``last`` is the word behind the phrase; ``noun`` its head, or None where it is left out.

    ``group`` is None where the words do not tell it ("25 were wounded", "20 others"). ``modifier`` is the index of a
    participle before the noun ("12 wounded soldiers"). ``definite``: counted out of a known whole ("four of the women").
    ``predicate``: the noun is said of the number ("62 were civilians"), so that the number breaks down a total.
    """

    quantity: Quantity
    last: int
    noun: str | None = None
    kind: str | None = None
    group: str | None = None
    detail: str | None = None
    modifier: int | None = None
    definite: bool = False
    predicate: bool = False

    @property
    def first(self) -> int:
        return self.quantity.first

    @property
    def unit(self) -> str:
        if self.quantity.kind == "share":
            return "share"
        households = self.noun in ("families", "family", "households") and not self.predicate  # "16 were members of one family"
        return "families" if households else "people"


@lru_cache(maxsize=8)
def _befell(lexicon: Lexicon) -> Terms[str]:
    rows = sorted(lexicon.rows("measures"), key=lambda row: PARTICIPLES.get(row["form"], 0))  # of two forms a participle's counts
    return Terms(lexicon, ((r["term"].partition(" ... ")[0], r["form"]) for r in rows if r["form"] != "head"))


def read_counted(quantity: Quantity) -> Counted | None:
    """The noun phrase behind ``quantity``; None where what is counted is no people ("25 reports", "two months")."""
    counted = _behind(quantity)
    of_them = counted is not None and counted.definite and counted.noun != "population"
    subject = accounted_for(quantity.sentence, quantity.first, of_them) if counted else None
    if counted is None or subject is None:
        return counted
    return replace(counted, group=subject.group or counted.group, detail=subject.detail, predicate=True)


def _behind(quantity: Quantity) -> Counted | None:
    sentence = quantity.sentence
    terms, befell = vocabulary(sentence.document.lexicon), _befell(sentence.document.lexicon)
    tokens = sentence.tokens
    i = quantity.last
    i += i < len(tokens) and tokens[i].lower in QUOTES
    harmed = _harmed_whose(sentence, i)
    definite = harmed is not None or (i + 1 < len(tokens) and tokens[i].lower == "of" and tokens[i + 1].lower in DEFINITE)
    comma = i < len(tokens) and tokens[i].lower == ","
    if quantity.kind == "share" and (people := _inhabitants(sentence, i)):
        return Counted(quantity, people.last, "inhabitants", "noun", "people", definite=True)
    if quantity.kind == "count" and SHARE_OF.search(sentence.lower, 0, quantity.start - sentence.start) and _inhabitants_at(sentence, i):
        return None  # "a third of the town's (50,000) inhabitants"
    if sentence.words[i + comma : i + comma + 3] == ["the", "number", "of"]:
        i += comma + 3
    elif sentence.word(i) == "of" and tuple(sentence.words[i + 1 : i + 3]) in OF_THAT_NUMBER:
        return Counted(quantity, i + 3, definite=True)
    elif sentence.words[i : i + 2] == ["of", "what"] and sentence.word(i + 3) in ("calls", "call", "called"):
        i += 4  # "20 of what it calls terrorists"
    elif definite and sentence.word(i + 2) in ("former", "latter"):
        return Counted(quantity, i + 3, group=former_or_latter(sentence, quantity.first, sentence.words[i + 2]), definite=True)
    elif definite and quantity.value == 1 and _stands_aside(sentence, quantity.first, i + 2):
        return None
    elif definite and tokens[i + 1].lower in ("them", "whom", "which"):
        if said := said_at(quantity, i + 2):
            return _predicated(quantity, said)
        side = complement(sentence, i + 2, THEM_REACH) if sentence.word(i + 2) == "from" else None  # "12 of them from the SDF"
        return None if tokens[i + 1].lower == "which" else Counted(quantity, i + 2, group=side, definite=True)
    elif definite and (said := said_of_those(quantity, harmed or i + 2, befell)):
        return _predicated(quantity, said)
    elif [t.lower for t in tokens[i + 1 : i + 2]] == ["strong"] and tokens[i].lower in DASHES:
        i = next((j + 1 for j in range(i + 3, min(i + 5, len(tokens))) if tokens[j].lower == "of"), i + 2)  # "a 60-strong group of"
    if quantity.qualifier in AGE_HEDGES and quantity.kind == "count" and _is_age(quantity):
        return None
    found: list[Match[Entry]] = []
    unknown, modifier = 0, None
    is_year, limit = looks_like_year(sentence.document.text[quantity.start : quantity.end]), min(len(tokens), i + LONGEST_PHRASE)
    put = sentence.words[max(0, quantity.first - 1)] in ("at", "to")  # "puts at 900 the fighters killed"
    if quantity.kind == "count" and not put and sentence.word(i) in ("the", "a", "an"):
        limit = i  # "wounding dozens the Observatory said", in a text that has lost its commas
    while i < limit:
        word = tokens[i].lower
        source = _is_source(sentence, i)
        match = None if source else terms.at(sentence, i)
        complete = bool(found) and not unknown and (is_complete(sentence, found[-1]) or _is_person(quantity, found[-1]))
        if match and not (complete and match.entry.kind in ("casualty", "describes", "owner")):
            found.append(match)
            unknown, i = 0, match.last
        elif (word in DASHES and tokens[i - 1].end == tokens[i].start) or (word in QUOTES and not complete):
            i += 1
        elif word == "/" and found and not unknown:
            i += 1  # "the PKK/PYD"
        elif complete or source:
            if source and found and found[-1].last == i and found[-1].entry.kind in ("owner", "nation", "state"):
                return None  # "two Iraqi military sources"
            break
        elif word == "(" and found and (close := _bracket(sentence, i)) < limit and terms.at(sentence, close):
            i = close
        elif event := befell.at(sentence, i):
            taken = word in TAKEN and event.last < len(tokens)
            if taken and not found and _is_other_noun(sentence, event.last) and not terms.at(sentence, event.last):
                return None  # "30 captured tanks"
            if modifier is not None or event.entry not in ("both", "state", "object") or not terms.at(sentence, event.last):
                break
            modifier, i = i, event.last
        elif (
            word in MARKS
            or (word in STOPS and not opens_compound(sentence, i))
            or (word == "of" and (found or unknown))
            or (word == "last" and i + 1 < len(tokens) and tokens[i + 1].lower in ("week", "month", "year", "night"))
            or (word in ASIDE and i + 1 < len(tokens) and tokens[i + 1].lower in STOPS | {"of"})
            or begins_number(sentence, i)
        ):
            break
        elif _is_other_noun(sentence, i) and not terms.at(sentence, i + 1):
            called = _is_quoted(sentence, i) and i == quantity.last + 1 and befell.at(sentence, quantity.first - 1)
            return Counted(quantity, i + 2, "people", "noun", "people") if called else None
        else:
            unknown += word not in OPENERS
            i += 1
    if not found:
        if unknown or is_year:
            return None
        if i > quantity.last and tokens[i - 1].lower == "of" and (fate := befell.at(sentence, i)) and _ends_phrase(sentence, fate.last):
            return Counted(
                quantity, fate.last, group=_side_behind(sentence, fate.last), modifier=i, definite=definite
            )  # "dozens of wounded"
        last = i if definite or tokens[i - 1].lower == "own" else quantity.last
        fate = befell.at(sentence, last)  # "45 dead on the army's side"
        side = _side_behind(sentence, fate.last if fate else last) or (None if fate else complement(sentence, last, 5))
        if definite and begins_number(sentence, i):
            if i + 1 < len(tokens) and _is_other_noun(sentence, i + 1) and not terms.at(sentence, i + 1) and not befell.at(sentence, i + 1):
                return None  # "two of the three incidents"
            side = side or _whole_named(sentence, i)
        if sentence.words[max(0, quantity.first - 2) : quantity.first] == ["family", "of"]:
            side = "civilians"
        said = said_at(quantity, quantity.last)
        if everyone := all_of_them(sentence, fate.last if fate else last):
            return Counted(quantity, last, group=everyone.entry.group, detail=everyone.entry.detail, definite=definite)
        killed_share = quantity.kind == "share" and fate is None and sentence.word(last) in ("were", "was")
        return _predicated(quantity, said) if said else Counted(quantity, last, group=side, definite=definite or killed_share)
    head = found[-1]
    if sentence.word(head.last - 1) in OFFICES and not SPEECH.isdisjoint(sentence.words[head.last : head.last + 2]):
        return None  # "two Iraqi security officials said"
    if is_year and found[0].first > quantity.last:
        return None
    if head.entry.kind == "owner" and opens_compound(sentence, head.last - 1):
        return None  # "two rebel-held neighbourhoods"
    singular = sentence.word(head.last - 1) == "family" and quantity.value == 1
    if singular or head.entry.kind == "crowd" or (unknown and not is_complete(sentence, head)):
        return None
    if sentence.word(head.last - 1) == "bodies" and not OFFICIAL.isdisjoint(sentence.words[quantity.last : head.last]):
        return None  # "five state bodies"
    noun = tokens[head.first if sentence.words[head.first : head.first + 2] == ["members", "of"] else head.last - 1].lower
    if noun == "others":
        return Counted(quantity, head.last, "others", "noun", complement(sentence, head.last, 5), definite=definite)
    group = group_of(sentence, found)
    details = [m.entry.detail for m in found if m.entry.detail]
    detail, last = details[-1] if details else None, head.last
    if said := apposed(sentence, head):
        group, detail = said.entry.group, said.entry.detail
    elif company := company_of(sentence, quantity, head, befell):
        last = company.last
        if head.entry.kind == "force" and (named := complement(sentence, last)):
            group = named
        elif are_insurgents(sentence, head.entry, company.entry):
            group = "other_fighters"
        elif company.entry.group != group and not (is_armed(company.entry) and is_armed(head.entry)):
            group, detail = "people", None
    return Counted(quantity, last, noun, head.entry.kind, group, detail, modifier, definite)


def _harmed_whose(sentence: Sentence, i: int) -> int | None:
    """The "dead" of "(13,249) of this year's dead", "(40) of Sunday's wounded" at word ``i``."""
    words = sentence.words
    behind = range(i + 2, min(i + WHOSE_REACH, len(words) - 1)) if words[i : i + 1] == ["of"] else ()
    genitive = next((j for j in behind if words[j] in GENITIVES), None)
    return genitive + 1 if genitive and words[genitive + 1] in HARMED else None


def _inhabitants(sentence: Sentence, i: int) -> Match[Entry] | None:
    """The people of "(a third) of the town's 50,000 inhabitants" at word ``i``."""
    numbered = range(i + 1, min(i + WHOLE_REACH, len(sentence.words))) if sentence.word(i) == "of" else ()
    number = next((j for j in numbered if begins_number(sentence, j)), None)
    if number is None or STOPS & set(sentence.words[i + 1 : number]):
        return None
    behind = range(number, min(number + WHOLE_REACH, len(sentence.words)))
    return _inhabitants_at(sentence, next((j for j in behind if sentence.words[j] in INHABITANTS), number))


def _inhabitants_at(sentence: Sentence, i: int) -> Match[Entry] | None:
    """The people at word ``i``, where they are those who live in a place."""
    people = vocabulary(sentence.document.lexicon).at(sentence, i) if sentence.words[i : i + 1] else None
    return people if people and sentence.word(people.last - 1) in INHABITANTS else None


def _is_person(quantity: Quantity, match: Match[Entry]) -> bool:
    """ "One person | the ministry said"."""
    return quantity.value == 1 and quantity.sentence.word(match.last - 1) in ("person", "child", "civilian", "woman", "man")


def _predicated(quantity: Quantity, said: Said) -> Counted:
    """The number of which a noun is said."""
    return Counted(quantity, said.last, said.noun, said.kind, said.group, said.detail, said.modifier, True, True)


def _ends_phrase(sentence: Sentence, i: int) -> bool:
    """Whether no further noun can follow at word ``i``; "burned out vehicles" goes on."""
    return i == len(sentence.words) or (sentence.words[i] in STOPS | MARKS and sentence.words[i] not in PARTICLES)


def _side_behind(sentence: Sentence, i: int) -> str | None:
    """The side that "dead on the army's side" or "wounded among the ranks of the rebels" names at word ``i``."""
    if sentence.word(i) == "for" and not {"against", "and"}.isdisjoint(sentence.words[max(0, i - VERSUS_REACH) : i]):
        return class_inside(sentence, i + 1, i + 1 + VERSUS_REACH)  # "204, against 171 for Islamic State"
    if sentence.word(i) == "among" and sentence.word(i + 1) == "civilians":
        return "civilians"
    return complement(sentence, i) if sentence.word(i) in ("on", "in", "among") else None


def _whole_named(sentence: Sentence, i: int) -> str | None:
    """Who "(500 of the) 600 residents", "(eight of the) nine Lebanese soldiers" are, whose number begins at word ``i``."""
    terms, found = vocabulary(sentence.document.lexicon), list[Match[Entry]]()
    for j in range(i + 1, min(i + WHOLE_REACH, len(sentence.words))):
        if match := terms.at(sentence, j):
            found.append(match)
        if match and is_complete(sentence, match):
            return None if match.entry.group == "people" else group_of(sentence, found)
        if sentence.words[j] in STOPS | MARKS:
            return None
    return None


def _is_source(sentence: Sentence, i: int) -> bool:
    """Whether a source follows without a comma, as in headlines: "kills six | Syrian state TV"."""
    mark = marks.vocabulary(sentence.document.lexicon).at(sentence, i)
    return mark is not None and sentence.word(mark.last - 1) in SOURCE_NOUNS


def _stands_aside(sentence: Sentence, first: int, last: int) -> bool:
    """The one of "died in one of them", "the loss of one of them", "one of them told AFP"."""
    before, behind = sentence.words[max(0, first - 1) : first], sentence.words[last : last + 1]
    return bool(set(before) & (PREPOSITIONS | {"of", "as"}) or set(behind) & SPEECH)


def _is_age(quantity: Quantity) -> bool:
    """ "Children under five", "82 of them over 60", "the victims were under 18": a bound behind people, with nothing counted."""
    sentence, i = quantity.sentence, quantity.first
    i -= sentence.word(i - 1) in IS
    people = vocabulary(sentence.document.lexicon).before(sentence, i)
    bound = sentence.words[quantity.first] in ("under", "over", "above", "below") and (quantity.value or 0) < OLDEST
    return bound and (people is not None or not AGED.isdisjoint(sentence.words[max(0, i - 1) : i]))


def _is_other_noun(sentence: Sentence, i: int) -> bool:
    """A plural that counts no people ("reports alleging ..."): a small word that ends in a lone s, and no genitive without its
    apostrophe ("half of the countrys population")."""
    token = sentence.tokens[i]
    return (
        token.lower.endswith("s")
        and token.lower[-2:] not in ("ss", "us", "is")
        and len(token.lower) > 3
        and LOST_APOSTROPHE.search(token.lower) is None
        and sentence.document.text[token.start].islower()
    )


def _is_quoted(sentence: Sentence, i: int) -> bool:
    """ "(Killed 80) “apostates”": a word that somebody else uses, between quotation marks."""
    return sentence.word(i - 1) in QUOTES and any(word in QUOTES for word in sentence.words[i + 1 : i + 3])


def _bracket(sentence: Sentence, i: int) -> int:
    """The word behind the bracket that opens at word ``i``."""
    for j in range(i + 1, min(i + 6, len(sentence.tokens))):
        if sentence.tokens[j].lower == ")":
            return j + 1
    return len(sentence.tokens)
