"""Stage 3: the noun phrase behind a number: who is counted, and in which unit."""

import re
from dataclasses import dataclass, replace

from analysis.extraction.quantities import PERCENT, Quantity, begins_number, find_quantities
from analysis.extraction.sentences import DASHES, GENITIVES, QUOTES, Sentence
from analysis.extraction.terms import Match
from analysis.extraction.uncounted import OLDEST, looks_like_year
from analysis.extraction.who.companions import all_of_them, apposed, are_insurgents, company_of, is_armed
from analysis.extraction.who.memberships import class_inside, complement, group_of
from analysis.extraction.who.noun_phrases import NounPhrase, befell, is_other_noun, scan
from analysis.extraction.who.predicates import IS, PREPOSITIONS, Said, accounted_for, said_at, said_of_those
from analysis.extraction.who.sides import MARKS, STOPS, Entry, former_or_latter, is_complete, opens_compound, side_before, vocabulary

SPEECH = frozenset("said says told tells added".split())
OFFICES = frozenset("officials officers sources spokesmen diplomats".split())
AGED = frozenset(("them", "those", "whom", "aged", "cent", *PERCENT))  # behind which "under five" is an age
AGE_HEDGES = ("more_than", "less_than")
OF_THAT_NUMBER = (("that", "number"), ("that", "figure"), ("that", "total"), ("their", "number"), ("its", "number"))
DEFINITE = frozenset("the them these those whom which".split())
HARMING = frozenset("killed killing kills wounded wounding wounds injured injuring injures murdered executed beheaded".split())
SPANS = frozenset("times seconds minutes hours days nights weeks months years decades metres meters kilometres kilometers miles".split())
UNKNOWN_REACH = 3  # words of "local taxi touts"
PASSIVE_REACH = 4  # words of "have also been killed"
HARMED = frozenset(("dead", "wounded", "injured", "victims"))
COMPLEMENT_REACH = 5  # words of "from the Syrian army"
WHOSE_REACH = 5  # words of "of this year's dead"
WHOLE_REACH = 5  # words of "600 displaced residents"
VERSUS_REACH = 4  # words of "against at least 90" and of "the Islamic State group"
PARTICLES = frozenset(("out", "up", "off", "down"))
INHABITANTS = frozenset("inhabitants residents people citizens".split())
SHARE_OF = re.compile(
    r"\b(?:half|thirds?|quarters?|fifths?|tenths?|percent|per cent)\s+of\s+(?:the|its|their|[\w-]+['’]s)\s+(?:[\w’'-]+\s+){0,3}$"
)
# What tells before a number that it counts nobody harmed, held or gone: "Hajin, a town of 60,000", "$27 million, of which 31 percent"
OTHERS_BEFORE = (
    re.compile(r"\ba (?:[\w-]+ ){0,3}(?:town|city|village|hamlet|suburb|quarter|neighbou?rhood|country|nation|province) of $"),
    re.compile(r"(?:[$€£]|\b(?:dollars|euros|pounds)\b)[^;.]{0,40}, of which $"),
)
# ... and behind it: "three children in every bed", "found six of them credible"
OTHERS_BEHIND = (
    re.compile(r" (?:[\w-]+ ){0,2}(?:in|to|on) (?:every|each) (?!of )"),
    re.compile(r"(?: of (?:them|these|those|which))?(?: (?:was|were|to be|as))? (?:\w+ )?(?:credible|unsubstantiated|well-founded)\b"),
)
FORCES = frozenset("force forces group garrison contingent unit militants fighters jihadists".split())
NATIONALITY = frozenset(("nationality", "origin", "descent", "citizenship"))
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


def read_counted(quantity: Quantity) -> Counted | None:
    """The noun phrase behind ``quantity``; None where what is counted is no people ("25 reports", "two months")."""
    counted = _behind(quantity)
    of_them = counted is not None and counted.definite and counted.noun != "population"
    subject = accounted_for(quantity.sentence, quantity.first, of_them) if counted else None
    if counted is None or subject is None:
        return counted
    return replace(counted, group=subject.group or counted.group, detail=subject.detail, predicate=True)


def _behind(quantity: Quantity) -> Counted | None:
    i = quantity.last + (quantity.sentence.word(quantity.last) in QUOTES)
    if _counts_nobody(quantity, i):
        return None
    if quantity.sentence.word(i) == "strong" and quantity.sentence.word(quantity.first - 1) in IS:
        return _force_of(quantity, i)
    if counted := _of_whole(quantity, i) or _all_said(quantity, i) or _called(quantity, i):
        return counted
    phrase = scan(quantity, _opening(quantity.sentence, i))
    if _may_be_year(quantity) and not (phrase and phrase.found and phrase.found[0].first == quantity.last):
        return None
    if phrase is None or (phrase.unknown and not phrase.found):
        return _harmed(quantity, i)
    definite = _is_definite(quantity.sentence, i)
    return _with_noun(quantity, phrase, definite) if phrase.found else _without_noun(quantity, phrase, definite)


def _force_of(quantity: Quantity, i: int) -> Counted | None:
    """ "The force is (3,000) strong", "the militants there are (300) strong"; not "the crowd was (3,000) strong"."""
    sentence = quantity.sentence
    side = side_before(sentence, quantity.first)
    armed = side or not FORCES.isdisjoint(sentence.words[: quantity.first])
    return Counted(quantity, i, kind="force", group=side) if armed else None


def _counts_nobody(quantity: Quantity, i: int) -> bool:
    """Whether the words beside the number tell that it is an age, the size of a whole, or of things."""
    sentence = quantity.sentence
    if quantity.kind == "count" and SHARE_OF.search(sentence.lower, 0, quantity.start - sentence.start) and _inhabitants_at(sentence, i):
        return True  # "a third of the town's (50,000) inhabitants"
    if sentence.words[: quantity.first] in (["of", "its"], ["of", "their"]):
        return True  # "Of its 2.5 million inhabitants, a million are displaced"
    at, end = quantity.start - sentence.start, quantity.end - sentence.start
    if any(before.search(sentence.lower, 0, at) for before in OTHERS_BEFORE) or any(b.match(sentence.lower, end) for b in OTHERS_BEHIND):
        return True
    if quantity.value == 1 and _is_definite(sentence, i) and _stands_aside(sentence, quantity.first, i + 2):
        return True
    if sentence.words[i : i + 2] == ["of", "which"] and said_at(quantity, i + 2) is None:
        return True
    return quantity.qualifier in AGE_HEDGES and quantity.kind == "count" and _is_age(quantity)


def _is_definite(sentence: Sentence, i: int) -> bool:
    """Whether the number before word ``i`` is counted out of a known whole: "of the women", "of this year's dead"."""
    return (sentence.word(i) == "of" and sentence.word(i + 1) in DEFINITE) or _harmed_whose(sentence, i) is not None


def _of_whole(quantity: Quantity, i: int) -> Counted | None:
    """What is counted out of a whole: "of that number", "of the former", "12 of them from the SDF", "of those killed were women"."""
    sentence = quantity.sentence
    if quantity.kind == "share" and (people := _inhabitants(sentence, i)):
        return Counted(quantity, people.last, "inhabitants", "noun", "people", definite=True)
    if sentence.word(i) == "of" and tuple(sentence.words[i + 1 : i + 3]) in OF_THAT_NUMBER:
        return Counted(quantity, i + 3, definite=True)
    if sentence.word(i) == "of" and not NATIONALITY.isdisjoint(sentence.words[i + 2 : i + 4]) and sentence.word(quantity.first - 1) == ",":
        return Counted(quantity, i + 3, definite=True, predicate=True)  # "21 militants died, nine of Iraqi nationality"
    if not _is_definite(sentence, i):
        return None
    if sentence.word(i + 2) in ("former", "latter"):
        return Counted(quantity, i + 3, group=former_or_latter(sentence, quantity.first, sentence.words[i + 2]), definite=True)
    if sentence.word(i + 1) in ("them", "which") and _are_things(quantity):
        return None
    if sentence.word(i + 1) in ("them", "whom", "which"):
        if said := said_at(quantity, i + 2):
            return _predicated(quantity, said)
        if everyone := all_of_them(sentence, i + 2):
            return Counted(quantity, i + 2, group=everyone.entry.group, detail=everyone.entry.detail, definite=True)
        side = complement(sentence, i + 2, COMPLEMENT_REACH) if sentence.word(i + 2) == "from" else None
        return Counted(quantity, i + 2, group=side, definite=True)
    whole = next((q.last for q in find_quantities(sentence) if q.first == i + 2), i + 2)  # "two of the 14 killed were children"
    said = said_of_those(quantity, _harmed_whose(sentence, i) or whole, befell(sentence.document.lexicon))
    return _predicated(quantity, said) if said else None


def _are_things(quantity: Quantity) -> bool:
    """Whether "them" are what opens the sentence, and no people: "five hospitals were hit, and three of them closed"."""
    sentence = quantity.sentence
    first = next((q for q in find_quantities(sentence) if q.first == 0), None)
    if first is None or first.last >= quantity.first:
        return False
    return is_other_noun(sentence, first.last) and read_counted(first) is None


def _all_said(quantity: Quantity, i: int) -> Counted | None:
    """What "the 14 killed", "the 14 others killed on Monday" are said to have been."""
    told = quantity.sentence.word(quantity.first - 1) == "the" and quantity.sentence.word(quantity.first - 2) not in ("whether", "if", "of")
    said = said_of_those(quantity, i, befell(quantity.sentence.document.lexicon)) if told else None
    return _predicated(quantity, said) if said else None


def _called(quantity: Quantity, i: int) -> Counted | None:
    """ "(Killed 80) “apostates”": between quotation marks a word that somebody else uses for people."""
    sentence = quantity.sentence
    quoted = i > quantity.last and not QUOTES.isdisjoint(sentence.words[i + 1 : i + 3]) and is_other_noun(sentence, i)
    befallen = quoted and befell(sentence.document.lexicon).at(sentence, quantity.first - 1)
    return Counted(quantity, i + 2, "people", "noun", "people") if befallen else None


def _harmed(quantity: Quantity, i: int) -> Counted | None:
    """ "Killed 12 (plumbers)", "12 (plumbers) were killed": a noun of which nothing is known but that those it counts were harmed."""
    sentence = quantity.sentence
    last = next((j for j in range(i, min(i + UNKNOWN_REACH, len(sentence.words))) if _ends_phrase(sentence, j + 1)), None)
    if quantity.kind != "count" or last is None or sentence.word(last) in SPANS or not is_other_noun(sentence, last):
        return None
    if not all(word.isalpha() for word in sentence.words[i : last + 1]) or not STOPS.isdisjoint(sentence.words[i:last]):
        return None
    verb = sentence.words[last + 1 : last + 1 + PASSIVE_REACH]
    undergo = verb[:1] == ["died"] or (not IS.isdisjoint(verb) and not HARMING.isdisjoint(verb))
    harmed = sentence.word(quantity.first - 1) in HARMING or undergo
    return Counted(quantity, last + 1, "people", "noun", "people") if harmed else None


def _opening(sentence: Sentence, i: int) -> int:
    """Where the noun phrase begins behind "the number of", "of what it calls" or "-strong group of" at word ``i``."""
    behind = i + (sentence.word(i) == ",")
    if sentence.words[behind : behind + 3] == ["the", "number", "of"]:
        return behind + 3
    if sentence.words[i : i + 2] == ["of", "what"] and sentence.word(i + 3) in ("calls", "call", "called"):
        return i + 4
    if sentence.word(i) in DASHES and sentence.word(i + 1) == "strong":
        return next((j + 1 for j in (i + 3, i + 4) if sentence.word(j) == "of"), i + 2)
    return i


def _without_noun(quantity: Quantity, phrase: NounPhrase, definite: bool) -> Counted | None:
    """Whose number it is where no noun says who: "45 dead on the army's side", "dozens of wounded", "(500 of the) 600 residents"."""
    if phrase.unknown:
        return None
    sentence, i = quantity.sentence, phrase.last
    fates = befell(sentence.document.lexicon)
    if i > quantity.last and sentence.word(i - 1) == "of" and (fate := fates.at(sentence, i)) and _ends_phrase(sentence, fate.last):
        return Counted(quantity, fate.last, group=_side_behind(sentence, fate.last), modifier=i, definite=definite)
    last = i if definite or sentence.word(i - 1) in ("own", "other") else quantity.last
    fate = fates.at(sentence, last)
    end = fate.last if fate else last
    side = _side_behind(sentence, end) or (None if fate else complement(sentence, last, COMPLEMENT_REACH))
    if definite and (whole := next((q for q in find_quantities(sentence) if q.first == i), None)):
        if is_other_noun(sentence, whole.last) and not fates.at(sentence, whole.last):
            return None  # "two of the three incidents"
        side = side or _whole_named(sentence, whole.last - 1)
    if sentence.words[max(0, quantity.first - 2) : quantity.first] == ["family", "of"]:
        side = "civilians"
    if everyone := all_of_them(sentence, end):
        return Counted(quantity, last, group=everyone.entry.group, detail=everyone.entry.detail, definite=definite)
    if said := said_at(quantity, quantity.last):
        return _predicated(quantity, said)
    rest = fate is not None and sentence.word(quantity.first - 1) in ("remaining", "other") and sentence.word(end) in IS
    told = said_at(quantity, end) if rest else None
    side = side or (told.group if told else None)  # "the remaining 2,838 dead are civilians"
    killed_share = quantity.kind == "share" and fate is None and sentence.word(last) in ("were", "was")
    return Counted(quantity, last, group=side, definite=definite or killed_share)


def _with_noun(quantity: Quantity, phrase: NounPhrase, definite: bool) -> Counted | None:
    """Whom the words found before and at the noun name, and those told of behind it ("men of the army", "people, all civilians")."""
    if not _is_of_people(quantity, phrase):
        return None
    sentence, found = quantity.sentence, phrase.found
    head = found[-1]
    noun = sentence.words[head.first if sentence.words[head.first : head.first + 2] == ["members", "of"] else head.last - 1]
    if noun == "others":
        side = complement(sentence, head.last, COMPLEMENT_REACH)
        return Counted(quantity, head.last, "others", "noun", side, definite=definite)
    group = group_of(sentence, found)
    details = [m.entry.detail for m in found if m.entry.detail]
    detail, last = details[-1] if details else None, head.last
    if said := apposed(sentence, head):
        group, detail = said.entry.group, said.entry.detail
    elif company := company_of(sentence, quantity, head, befell(sentence.document.lexicon)):
        last = company.last
        if head.entry.kind == "force" and (named := complement(sentence, last)):
            group = named
        elif are_insurgents(sentence, head.entry, company.entry):
            group = "other_fighters"
        elif company.entry.group != group and not (is_armed(company.entry) and is_armed(head.entry)):
            group, detail = "people", None
    return Counted(quantity, last, noun, head.entry.kind, group, detail, phrase.modifier, definite)


def _is_of_people(quantity: Quantity, phrase: NounPhrase) -> bool:
    """Whether the last word found is the head of the phrase, and counts people who are told of."""
    sentence, head = quantity.sentence, phrase.found[-1]
    noun = sentence.word(head.last - 1)
    if noun in OFFICES and not SPEECH.isdisjoint(sentence.words[head.last : head.last + 2]):
        return False  # "two Iraqi security officials said"
    if head.entry.kind == "owner" and opens_compound(sentence, head.last - 1):
        return False  # "two rebel-held neighbourhoods"
    if noun == "bodies" and not OFFICIAL.isdisjoint(sentence.words[quantity.last : head.last]):
        return False  # "five state bodies"
    one_family = noun == "family" and quantity.value == 1
    return not one_family and head.entry.kind != "crowd" and (not phrase.unknown or is_complete(sentence, head))


def _may_be_year(quantity: Quantity) -> bool:
    return looks_like_year(quantity.sentence.document.text[quantity.start : quantity.end])


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
