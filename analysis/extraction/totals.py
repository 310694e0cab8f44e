"""The total that a figure breaks down: one of its own sentence, or one told before."""

import re

from analysis.extraction.claim import Claim
from analysis.extraction.counted import QUOTES, Counted
from analysis.extraction.sentences import Document, Sentence, kept
from analysis.extraction.speech import marks
from analysis.extraction.what.clauses import HARM_VERBS
from analysis.extraction.what.governed import Governed
from analysis.extraction.what.parts import HARMED, INCLUDING
from analysis.extraction.when.calendar_words import MONTHS
from analysis.extraction.when.own_days import day_of_part, names_a_day
from analysis.extraction.when.tallies import GRAVES
from analysis.extraction.where.candidates import OF_A_PART, candidates, inside_a_country
from analysis.extraction.where.gazetteer import ARTICLES, SPECIFIC
from analysis.extraction.where.governing import LOCATIVES
from analysis.extraction.who.sides import class_before

CONCEDING = frozenset("conceded concedes acknowledged acknowledges admitted admits reported reports confirmed confirms alleged".split())
SPEAKING = frozenset("spoke speaks speak spoken knows knew".split())  # of so many
ESTABLISHING = frozenset(("confirm", "verify", "identify", "document"))
NO_TOLL = frozenset("put puts putting interviewed called calls expects supplied found finds saw identified published".split())
ABLE_REACH = 6  # words of "has not been able to confirm"
TOPIC_REACH = 2  # sentences back to which "36 were taken" goes on about the same people
ALONE = re.compile(rf"(?:day|morning|night|week|month|weekend|{'|'.join(MONTHS)})\b[^,.;]{{0,20}} alone\b")
RUNNING_REACH = 6  # claims before "on Monday alone"
# "19 dead, up from the 16 that it gave earlier", "revising an earlier toll of 16"
COMPARED = re.compile(
    r"\b(?P<from>(?:(?:up|down) from|to \d[\d,]*(?: [a-z]+)?,? from|compared (?:with|to)"
    r"|had (?:first|earlier|initially|previously) (?:spoken of|reported|counted)"
    r"|(?:its|the|an?) (?:first|earlier|initial|previous) (?:count|toll|figure|tally)\b[^.;]{0,40} (?:was|had been|stood at)"
    r"|had (?:(?:first|earlier|initially|previously) )?put the (?:death )?toll at|revising|correcting) )"
    r"(?:(?:the |an? )?(?:(?:earlier|previous|first|initial) )?(?:(?:death )?(?:toll|count|figure) of )?)?"
)
OF_THE_TOLD = re.compile(r" of (?:the|those) ")  # "374 of the dead were rebels, 268 were soldiers": parts of one total
FATES = frozenset(("killed", "displaced", "detained", "released"))
DISPLACED = frozenset(("displaced",))
BEING = frozenset("are were have had come came live".split())  # what breaks a total down: "900 of them are from Homs"
KILLING = frozenset(("killing", "injuring", "wounding"))
REST = (["the", "other"], ["the", "remaining"])
SHARE_BEHIND = re.compile(r" (?:of them )?(?:on|in|over|during) [^,.;]{3,40} alone\b")
LINE = re.compile(r"\W*\d")
LONGEST_BREAKDOWN = 12  # lines
WHOLE_REACH = 4  # sentences back to the whole of "fifteen of the fighters"
HARMED_REACH = 8  # ... and of "fifteen of the dead"


@kept
def compared_with(document: Document) -> frozenset[int]:
    """Where a figure would begin that is said to be an earlier one."""
    return frozenset(end for found in COMPARED.finditer(document.lower) for end in (found.end("from"), found.end()))


def total_of(document: Document, sentence: Sentence, item: Governed, made: list[Claim | None], before: list[Claim]) -> Claim | None:
    """The claim that a counted phrase is a part of: one of its sentence's own, ``made``, or one told ``before``."""
    counted, quantity = item.counted, item.counted.quantity
    if quantity.start in compared_with(document):
        return None
    totals = [c for c in before if c.start_char not in compared_with(document)]
    total = made[item.part] if item.part is not None and 0 <= item.part < len(made) else None
    if total and item.counted.predicate and not says_them(sentence, item) and OF_THE_TOLD.match(document.text, total.end_char):
        total = next((c for c in before if c.start_char == total.part_of), total)
    if item.part == -1:
        total = _told_before(sentence, item, totals)
    if item.part in (None, -1) and (rest := _shared_by_the_rest(sentence, item, totals)):
        total = rest
    if total is None and item.measure and ALONE.search(sentence.lower, 0, max(0, quantity.start - sentence.start)):
        total = _running(item, totals)
    share_of_them = quantity.kind == "share" and says_them(sentence, item)
    of_that_number = sentence.words[quantity.last : quantity.last + 2] == ["of", "that"]
    definite = counted.definite and item.part is None and not _is_of_others(sentence, item) and not _are_killed_anew(sentence, item)
    of_the_told = item.measure is None and says_them(sentence, item) and _are_told(sentence, item, totals)
    if item.measure is None and total is None and _are_in_a_place(sentence, counted) and _are_told(sentence, item, totals[-1:], DISPLACED):
        return totals[-1]
    if item.measure is None and total is None and _is_share_of_a_time(sentence, counted, totals[-1:]):
        return totals[-1]
    if item.measure is None and total is None and (broken_down := _broken_down(sentence, item, totals)):
        return broken_down
    if item.measure is None and total is None and _are_from_a_place(sentence, counted) and _are_told(sentence, item, totals[-1:]):
        return totals[-1]
    if definite and (
        of_the_told or item.measure or counted.detail or share_of_them or of_that_number or is_reported(sentence, counted.first)
    ):
        total = _whole(document, sentence, item, totals)
    at_odds = total is not None and item.measure in HARM_VERBS and total.measure in HARM_VERBS and total.measure != item.measure
    return None if at_odds else total  # the dead are no part of the wounded


def _is_of_others(sentence: Sentence, item: Governed) -> bool:
    """ "One in three of the children whom its staff examined": a share of people told by a clause of their own."""
    restricted = sentence.word(item.counted.last) in ("whom", "who", "that")
    return item.counted.unit == "share" and item.measure is None and restricted


def _are_killed_anew(sentence: Sentence, item: Governed) -> bool:
    """ "Shelled terrorists, killing several of them", "killing 68 of the fighters": living people, and no part of the dead told before."""
    verb, counted = item.trigger, item.counted
    dead = not says_them(sentence, item) and not HARMED.isdisjoint(sentence.words[counted.quantity.last : counted.last])
    return verb is not None and not dead and verb.last <= counted.first and sentence.word(verb.last - 1) in KILLING


def _are_in_a_place(sentence: Sentence, counted: Counted) -> bool:
    """ "Four million are refugees. Some 900,000 are in Lebanon": a bare figure of those who are somewhere."""
    return counted.noun is None and sentence.words[counted.last : counted.last + 2] in (["are", "in"], ["are", "now"], ["live", "in"])


def _is_share_of_a_time(sentence: Sentence, counted: Counted, last: list[Claim]) -> bool:
    """ "Some 3,700 have been received since Monday, 734 on Wednesday alone": a share of the figure told right before."""
    apart = counted.noun is None and sentence.word(counted.first - 1) in (",", "and", "(")
    here = apart and last and last[0].start_char >= sentence.start
    return bool(here) and SHARE_BEHIND.match(sentence.lower, counted.quantity.end - sentence.start) is not None


def _broken_down(sentence: Sentence, item: Governed, before: list[Claim]) -> Claim | None:
    """The total of a sentence that ends with a colon, of which the lines behind it, each opened by its number, list the parts."""
    document, index = sentence.document, sentence.index
    if item.counted.noun is None or item.part is not None:
        return None
    while index and _is_line(document.sentences[index]) and not document.sentences[index - 1].text.rstrip().endswith(":"):
        index -= 1
    opener = document.sentences[index - 1] if index and _is_line(document.sentences[index]) else None
    if opener is None or sentence.index - opener.index > LONGEST_BREAKDOWN or not opener.text.rstrip().endswith(":"):
        return None
    told = [c for c in before if opener.start <= c.start_char < opener.end and c.part_of is None and c.unit == "people"]
    return told[-1] if told else None


def _is_line(sentence: Sentence) -> bool:
    """Whether a sentence is a line of a list: a number opens it, behind a bullet or none."""
    return LINE.match(sentence.text) is not None


def _are_from_a_place(sentence: Sentence, counted: Counted) -> bool:
    """ "Thirty died. Eleven were from one village": a bare figure that opens its sentence, of those just told."""
    opens = counted.noun is None and counted.first == 0
    return opens and sentence.words[counted.last : counted.last + 2] in (["were", "from"], ["are", "from"], ["came", "from"])


def _are_told(sentence: Sentence, item: Governed, before: list[Claim], measures: frozenset[str] = FATES) -> bool:
    """ "They counted 300 bodies. At least 42 of them lay in a cellar": whatever else is told of part of those just told."""
    last = before[-1] if before else None
    if last and last.measure != "killed" and BEING.isdisjoint(sentence.words[item.counted.last : item.counted.last + 1]):
        return False  # "300 refugees. At least 42 of them lay in a cellar"
    figure = item.counted.quantity.value or item.counted.quantity.low or 0
    near = last is not None and sentence.index - sentence.document.sentence_at(last.start_char).index <= 1
    return bool(near and last and last.measure in measures and last.unit == "people" and 1 < figure < (last.value or 0))


def _shared_by_the_rest(sentence: Sentence, item: Governed, before: list[Claim]) -> Claim | None:
    """The total of "Twelve of the 21 were officers ... the other nine", "the rest, about 90,000, ...": what its parts told leave of it."""
    i = item.counted.first
    if sentence.words[max(0, i - 2) : i] not in REST and sentence.words[max(0, i - 3) : i] != ["the", "rest", ","]:
        return None
    last = before[-1] if before else None
    if last is None or sentence.index - sentence.document.sentence_at(last.start_char).index > 1:
        return None
    told = {c.start_char: c for c in before}
    total = told.get(last.part_of if last.part_of is not None else -1)
    while total is not None:  # of the parts that nest the one that leaves just so many
        rest = (total.value or 0) - sum(c.value or 0 for c in before if c.part_of == total.start_char)
        if rest == item.counted.quantity.value and item.measure in (None, total.measure):
            return total
        total = told.get(total.part_of if total.part_of is not None else -1)
    return None


def _running(item: Governed, before: list[Claim]) -> Claim | None:
    """The larger figure of one of the last claims that "on Monday alone 12 were killed" is a share of."""
    figure, group = item.counted.quantity.value, item.counted.group or "people"
    for claim in reversed(before[-RUNNING_REACH:]):
        alike = claim.measure == item.measure and claim.unit == "people" and claim.part_of is None
        if alike and figure and (claim.value or 0) > figure and ("people" in (group, claim.group) or group == claim.group):
            return claim
    return None


def _told_before(sentence: Sentence, item: Governed, before: list[Claim]) -> Claim | None:
    """The total that "they include ..." or "among the dead were ..." breaks down: the last that may hold it."""
    subject = class_before(sentence, item.counted.first, INCLUDING)
    living = item.counted.noun == "population"  # of a camp
    people = [c for c in before if c.unit == "people" and not c.measure.startswith("territory")]
    people = [c for c in people if c.measure == "displaced" or not living]
    told = [c for c in people if c.measure == (item.measure or c.measure)] or (people if item.relation != "part" else [])
    value = item.counted.quantity.value
    if subject and (same := [c for c in told if c.group == subject.group and c.detail is None]):
        return same[-1]
    verb = item.trigger if item.trigger and item.trigger.last <= item.counted.first else None
    here = [c for c in told if c.start_char >= sentence.start and c.part_of is None and value and (c.value or 0) > value]
    if verb and here and here[-1].start_char < sentence.tokens[verb.first].start:
        return here[-1]  # "killed 21, saying that the dead included five children"
    earlier = [c for c in told if c.start_char < sentence.start]
    may_hold = [c for c in earlier if value is None or c.value is None or c.value > value]
    holding = [c for c in may_hold if c.part_of is None or (item.counted.predicate and c.detail is None)]
    near = [c for c in may_hold if sentence.document.sentence_at(c.start_char).index == sentence.index - 1 and c.measure in HARM_VERBS]
    if near and "them" in sentence.words:
        holding = near  # "Nineteen of the dead were civilians. Four children were among them"
    fitting = [c for c in holding or may_hold if item.counted.group in (None, "people", c.group) or c.group == "people"]
    if item.measure is None and "victims" in sentence.words:
        fitting = [c for c in fitting if c.measure == "killed"] or fitting  # of "killed 12 and wounded 30" the dead
    return _of_its_place(sentence, [*reversed(fitting or holding or may_hold)])


def _whole(document: Document, sentence: Sentence, item: Governed, before: list[Claim]) -> Claim | None:
    """The claim that "four of the women" or "fifteen of the wounded" is a part of; "of them" reaches one sentence back."""
    figure = item.counted.quantity.value or item.counted.quantity.low or 0
    possible: list[Claim] = []
    measure = None if counts_victims(item) else item.measure
    them = item.counted.noun is None and item.relation != "state" and says_them(sentence, item)
    reach = 1 if them else HARMED_REACH if item.counted.noun is None or item.counted.kind == "casualty" else WHOLE_REACH
    for claim in reversed(before):
        if sentence.index - document.sentence_at(claim.start_char).index > reach:
            break
        fits = item.counted.group in (None, claim.group) or claim.group == "people" or item.counted.kind == "casualty"
        fits = fits and (claim.detail == item.counted.detail or (item.measure is not None and (claim.detail is None or them)))
        most = claim.value or claim.high
        holds = item.counted.quantity.kind == "share" or most is None or most > figure
        if fits and holds and claim.measure == (measure or claim.measure) and claim.unit == "people":
            possible.append(claim)
    return _of_its_place(sentence, possible)


def _of_its_place(sentence: Sentence, possible: list[Claim]) -> Claim | None:
    """Of totals, the nearest first, the one of a place that the part's sentence names: "eight of those killed in Susah"."""
    told = {m.place.name for m in inside_a_country(candidates(sentence))} if len(possible) > 1 else ()
    return next((c for c in possible if c.place in told), possible[0] if possible else None)


def counts_victims(item: Governed) -> bool:
    """Whether only the word "victims" tells what befell those counted: "13 victims", "13 of the victims"."""
    words = item.counted.quantity.sentence.words
    told = item.counted.noun if item.relation == "head" else words[item.trigger.last - 1] if item.trigger else None
    return told == "victims"


def are_in_graves(sentence: Sentence) -> bool:
    """Whether the victims of a sentence lie in the mass graves that it or the one before tells of."""
    return any(s.says(GRAVES) for s in sentence.document.sentences[max(0, sentence.index - 1) : sentence.index + 1])


def share_with_total(sentence: Sentence, part: Claim, total: Claim, item: Governed) -> None:
    """A part is about its total's days and place, unless a verb of its own tells of others."""
    part.part_of = total.start_char
    own_day = names_a_day(sentence)
    later_day = day_of_part(sentence, part.start_char - sentence.start) is not None
    of_the_whole = item.counted.definite and not own_day  # "1,400 of those deaths"
    of_the_whole = of_the_whole or (part.scope == total.scope == "cumulative" and part.date_start is None)
    if total.start_char < sentence.start and own_day and part.date_end:
        return  # "76 children were among those killed over the last 15 days"
    untold = item.measure is None and not candidates(sentence)
    shares = item.relation in ("part", "list") or untold or item.counted.predicate
    if shares or part.date_end is None or of_the_whole:
        of_a_stock = total.scope == "stock" and part.measure != total.measure  # "5,000 of the 6,000 left there have fled"
        of_a_stock = of_a_stock or (part.scope == "stock" != total.scope and part.measure == "displaced")  # "of them have yet to go back"
        if not of_a_stock and not later_day:
            share_days(part, total)
        if part.measure == "displaced" and total.start_char < sentence.start and inside_a_country(candidates(sentence)):
            return  # "2,900 of them have been brought to Al-Hol"
        if part.place and (OF_A_PART.match(sentence.lower, part.end_char - sentence.start + 1) or _has_its_place(sentence, item)):
            return  # "200 of them in Mansoura", "nine in Homs"
        if total.start_char < sentence.start and _is_narrower(sentence, part, total):
            return  # "fifteen of them died in the town of Mayadeen"
        share_place(part, total)
    elif total.start_char >= sentence.start and sentence.word(item.counted.first - 1) == "including" and not later_day:
        share_days(part, total)  # "2,000 left, including 500 who turned themselves in"


def _has_its_place(sentence: Sentence, item: Governed) -> bool:
    """ "Nine in Homs": a place right behind a number without a noun."""
    i = item.counted.last
    here = item.counted.noun is None and sentence.word(i) in LOCATIVES
    return here and any(m.first - (sentence.word(m.first - 1) in ARTICLES) == i + 1 for m in candidates(sentence))


def share_place(claim: Claim, told: Claim) -> None:
    """A claim is about the place of the one ``told`` before."""
    claim.place, claim.lat, claim.lon, claim.admin1 = told.place, told.lat, told.lon, told.admin1


def _is_narrower(sentence: Sentence, part: Claim, total: Claim) -> bool:
    """Whether the part's sentence names a town of its own inside the place of its total."""
    named = {m.place.name: m.place for m in inside_a_country(candidates(sentence))}
    place = named.get(part.place or "")
    return place is not None and place.kind in SPECIFIC and total.place in (place.admin1, place.country)


def share_days(claim: Claim, told: Claim) -> None:
    """A claim is about the days of the one ``told`` before."""
    claim.scope, claim.date_precision = told.scope, told.date_precision
    claim.date_start, claim.date_end = told.date_start, told.date_end


def says_them(sentence: Sentence, item: Governed) -> bool:
    """Whether the phrase is "... of them" or "... of whom"."""
    last = item.counted.quantity.last
    last += sentence.words[last : last + 1] == ['"']
    return [t.lower for t in sentence.tokens[last : last + 2]] in (["of", "them"], ["of", "whom"])


def is_reported(sentence: Sentence, first: int) -> bool:
    """Whether somebody counts, concedes, speaks of or was able to confirm the number at word ``first``, right before it."""
    while sentence.word(first - 1) in ("only", "just", "a", "total", "of", *QUOTES):
        first -= 1
    first -= sentence.words[max(0, first - 2) : first] in (["admitted", "to"], ["admits", "to"])
    verb = marks.vocabulary(sentence.document.lexicon).before(sentence, first)
    said = sentence.word(first - 1)
    spoken = said in SPEAKING and sentence.word(first) == "of"
    able = said in ESTABLISHING and sentence.words[max(0, first - 3) : first - 1] == ["able", "to"]
    established = able and "not" not in sentence.words[max(0, first - ABLE_REACH) : first]
    return spoken or established or (verb is not None and ((verb.entry.kind == "count" and said not in NO_TOLL) or said in CONCEDING))
