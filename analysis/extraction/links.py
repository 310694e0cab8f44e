"""The stage after the clauses: which claims are parts of a total, and which say again what was said before."""

import re
from collections.abc import Sequence

from analysis.extraction.claim import Claim
from analysis.extraction.completion import complete_repeats, share_authors, share_starts
from analysis.extraction.sentences import Document
from analysis.extraction.totals import compared_with
from analysis.extraction.what.clauses import HARM_VERBS
from analysis.extraction.where.gazetteer import COUNTRIES

PART_SENTENCES = 14  # how far behind its total a breakdown may stand
REACH = 60  # claims before and behind in which a repeat or a part is looked for; keeps the work linear
MANY_DEAD = 100  # so many do not add up by chance
SIDES = 3  # of a war
MOST_PARTS = 8  # figures looked at for a sum
ROUNDED = 0.05  # "nearly 5,000" says "around 4,900" again; "more than 170" and "at least 346" make up "more than 500"
THEY_ARE_AMONG = re.compile(r"\W*(?:They|These|Those|The \w+) (?:were|are) among \S")
BRINGING = re.compile(r"\b(?:bringing|brings|brought|raising|raises|taking|takes)\b[^.;]* to(?: at least| more than| nearly| about)? ?$")
# "The heaviest losses in a day of raids that left 39 dead"
SUM_REACH = 3  # sentences from two figures to the total that they bring about
RISE = 120  # characters of "bringing the number of people killed in the campaign to"
LEAD = 2  # sentences of headline and lead, which the body says again wherever it happened
DAYS_APART = 2
# Behind "five" in "eight civilians were killed, five in one village and three in another": no noun
NAMES_NOBODY = re.compile(r" (?:died|were|was|had|have|in|on|at|by|near)\b")
NARROW = ("suicide_bombers", "children")
NEXT_PLACE = 2  # sentences in which "... and 26 in the next village" may still be of a town's total
OPEN = frozenset(("at_least", "more_than", "about", "nearly"))


def link(document: Document, claims: Sequence[Claim]) -> None:
    """Fill ``part_of`` and ``same_as`` of the claims of one document, in the order of the text."""
    sentences = {claim.start_char: document.sentence_at(claim.start_char) for claim in claims}
    index = {start: sentence.index for start, sentence in sentences.items()}
    earlier = compared_with(document)  # tolls that newer ones replace, and no parts of them
    for k, claim in enumerate(claims):
        claim.same_as = _repeat(claim, claims[max(0, k - REACH) : k], index)
    complete_repeats(document, claims, index)
    for k, total in enumerate(claims):
        sentence = sentences[total.start_char]
        if THEY_ARE_AMONG.match(document.text, sentence.start):
            _take_up(total, claims[max(0, k - REACH) : k], index)
        start = max(sentence.start, total.start_char - RISE)
        if bringing := BRINGING.search(document.text, start, total.start_char):
            _bring_to(total, claims[max(0, k - REACH) : k], index, bringing.start())
        if _may_have_parts(total):
            _break_down(total, [c for c in claims[max(0, k - REACH) : k + REACH] if c.start_char not in earlier], index)
    for k, total in enumerate(claims):
        if _may_have_parts(total) and index[total.start_char] < LEAD:
            _take_the_day(total, claims[k : k + REACH])
    for k, total in enumerate(claims):
        if total.measure == "killed":
            _take_the_wounded(total, claims[max(0, k - REACH) : k + REACH], index)
    share_authors(claims)
    share_starts(document, claims)


def _may_have_parts(claim: Claim) -> bool:
    """Whether a claim is a number of people, told for the first time."""
    return claim.value is not None and claim.unit == "people" and claim.same_as is None


def _take_up(total: Claim, before: Sequence[Claim], index: dict[int, int]) -> None:
    """ "They were among 19 people killed": what the sentence before has told is a part of it."""
    told = [c for c in before if index[c.start_char] == index[total.start_char] - 1 and c.part_of is None and c.unit == "people"]
    for claim in [c for c in told if c.value is None or total.value is None or c.value < total.value]:
        claim.part_of = total.start_char


def _bring_to(total: Claim, before: Sequence[Claim], index: dict[int, int], at: int) -> None:
    """ "12 were killed, bringing to 45 the number ...": what was told right before is a part of the running total."""
    told = [c for c in before if c.start_char < at and c.measure == total.measure and c.part_of is None and c.unit == "people"]
    near = [c for c in told if index[c.start_char] == index[told[-1].start_char] and index[total.start_char] - index[c.start_char] <= 1]
    near = [c for c in near if c.start_char not in {later.same_as for later in near}]  # of two mentions the last
    summed = [c for c in told[-2:] if index[total.start_char] - index[c.start_char] <= SUM_REACH]
    told = summed if sum(c.value or 0 for c in summed) == total.value else near
    parts = told if sum(c.value or 0 for c in told) <= (total.value or 0) else told[-1:]
    for part in parts:
        if (part.value or part.low or 0) < (total.value or 0):
            part.part_of = total.start_char


def _repeat(claim: Claim, before: Sequence[Claim], index: dict[int, int]) -> int | None:
    """The first mention of the same statement: same measure, unit and figure, the group, day and place not at odds."""
    for other in before:
        same_sentence = index[other.start_char] == index[claim.start_char]
        if other.same_as is not None or claim.part_of == other.start_char or (same_sentence and index[claim.start_char] > 0):
            continue
        alike = (
            other.measure == claim.measure
            and other.unit == claim.unit
            and other.detail == claim.detail
            and _agree(other.group, claim.group, "people")
            and _agree(other.date_end, claim.date_end, None)
            and (other.scope == claim.scope or "stock" not in (other.scope, claim.scope))
            and _same_figure(other, claim)
            and (index[other.start_char] < LEAD or _same_place(other, claim))
            and (_same_speaker(other, claim))
        )
        if alike:
            return other.start_char
    return None


def _same_place(a: Claim, b: Claim) -> bool:
    """Whether two places are not at odds: the same, one unknown, or one the other's province or country."""
    if a.place == b.place or None in (a.place, b.place):
        return True
    return a.place == b.admin1 or b.place == a.admin1 or None in (a.admin1, b.admin1)


def _agree(a: object, b: object, open_value: object) -> bool:
    return a == b or a is None or b is None or open_value in (a, b)


def _same_speaker(a: Claim, b: Claim) -> bool:
    first, second = (set(c.speaker.replace("state_media", "government").split(";")) for c in (a, b))  # who the state's media quote
    return bool(first & second) or "reporter" in (a.speaker, b.speaker)


def _same_figure(a: Claim, b: Claim) -> bool:
    if a.value is None or b.value is None:
        return (a.low, a.high) == (b.low, b.high) and a.low is not None
    if a.value == b.value:
        return True
    return (
        max(a.value, b.value) >= 20
        and abs(a.value - b.value) <= ROUNDED * max(a.value, b.value)
        and (a.qualifier in OPEN or b.qualifier in OPEN)
    )


def _break_down(total: Claim, claims: Sequence[Claim], index: dict[int, int]) -> None:
    """Figures told one after another, behind a total or right before it in its sentence, that add up to it, or to what its known parts
    leave, are its parts; figures with others between them add up by chance."""
    mentions = {total.start_char} | {c.start_char for c in claims if c.same_as == total.start_char}
    known = [c for c in claims if c.part_of in mentions and c.unit == "people"]
    here = index[total.start_char]
    free = [c for c in claims if c is not total and _can_be_part(c, total) and here <= index[c.start_char] <= here + PART_SENTENCES]
    free = [c for c in free if here < LEAD or not _elsewhere(c, total) or index[c.start_char] - here <= NEXT_PLACE]
    free = [c for c in free if c.start_char > total.start_char or index[c.start_char] == here][:MOST_PARTS]
    if known:
        rest = (total.value or 0) - sum(c.value or 0 for c in known if c.same_as is None)
        closed = all(c.qualifier not in OPEN for c in known)  # "at least five of the nine" leaves nobody knows how many
        last = [c for c in free if closed and c.value == rest < (total.value or 0) and _agree(c.group, known[0].group, "people")]
        if len(known) == 1 and last:
            _share(last[0], total)
        if last or any(c.detail is None for c in known):
            return
        free = [c for c in free if c.detail is None]  # "42 dead, 16 of them children": 19 in one town and 23 in another
    if not known and (sides := _sides_of(total, claims, index)):
        for part in sides:
            _share(part, total)
        return
    for size in range(len(free), 1, -1):
        for chosen in (free[i : i + size] for i in range(len(free) - size + 1)):
            if max(c.value or 0 for c in chosen) < (total.value or 0) and _adds_up(total, chosen, index):
                for part in chosen:
                    _share(part, total)
                return


def _sides_of(total: Claim, claims: Sequence[Claim], index: dict[int, int]) -> list[Claim]:
    """The dead of three sides or more, told one after another behind a large total that they add up to, whatever their days: "killed 11,235
    ... lost 8,204 fighters, other factions 183. Ten soldiers died ... The remaining 2,838 are civilians"."""
    told = [c for c in claims if total.start_char < c.start_char and index[c.start_char] <= index[total.start_char] + PART_SENTENCES]
    told = [c for c in told if c.measure == total.measure and c.unit == "people" and c.part_of is None and c.same_as is None and c.value]
    sides = told[:MOST_PARTS]
    if total.group != "people" or (total.value or 0) < MANY_DEAD:
        return []
    while len(sides) >= SIDES:
        if sum(c.value or 0 for c in sides) == total.value and len({c.group for c in sides}) == len(sides):
            return sides
        sides = sides[:-1]
    return []


def _take_the_day(total: Claim, claims: Sequence[Claim]) -> None:
    """The attacks of which the body tells, a place each, where the lead counts the dead of the day in all, and nothing breaks it down:
    of no more people than that, and of the same source and author."""
    mentions = {total.start_char} | {c.start_char for c in claims if c.same_as == total.start_char}
    if any(c.part_of in mentions for c in claims):
        return
    inside = [
        c
        for c in claims
        if c is not total
        and _can_be_part(c, total)
        and c.scope == total.scope == "event"
        and c.place not in (None, total.place)
        and total.place in (c.admin1, None, "Syria", "Iraq")
        and _same_speaker(c, total)
        and _agree(c.perpetrator, total.perpetrator, "unknown")
    ]
    if len({c.place for c in inside}) > 1 and sum(c.value or 0 for c in inside) <= (total.value or 0):
        for part in inside:
            _share(part, total)


def _take_the_wounded(total: Claim, claims: Sequence[Claim], index: dict[int, int]) -> None:
    """Where the dead of several attacks are parts of a total, the wounded told beside them are of those told beside it."""
    told = {index[c.start_char] for c in claims if total.start_char in (c.start_char, c.same_as)}
    hurt = [c for c in claims if c.measure == "injured" and c.unit == "people" and c.part_of is None and c.same_as is None]
    whole = next((c for c in hurt if index[c.start_char] in told), None)
    attacks = {index[c.start_char] for c in claims if c.part_of == total.start_char and c.detail is None} - told
    beside = [c for c in hurt if index[c.start_char] in attacks]
    if whole and len(attacks) > 1 and (whole.high is None or sum(c.low or 0 for c in beside) <= whole.high):
        for part in beside:
            part.part_of = whole.start_char


def _share(part: Claim, total: Claim) -> None:
    """A part of whom no more is told is of its total's side."""
    part.part_of = total.start_char
    told = part.sentence.partition(part.evidence)[2]
    if part.group == "people" and total.group and (total.group.endswith("fighters") or NAMES_NOBODY.match(told)):
        part.group = total.group


def _can_be_part(part: Claim, total: Claim) -> bool:
    return (
        part.part_of is None
        and part.same_as is None
        and part.value is not None
        and part.unit == "people"
        and (
            part.measure == total.measure or (total.measure == "casualties" and part.measure in HARM_VERBS)
        )  # "94 casualties, 36 dead and 58 hurt"
        and (part.group == total.group or "people" in (part.group, total.group))
        and (total.detail not in NARROW or part.detail == total.detail)  # no victim of three bombers is one of them
        and _meet(part, total)
    )


def _elsewhere(part: Claim, total: Claim) -> bool:
    """Whether a total is of one town or quarter, and a figure of another place that is neither in it nor around it."""
    of_one_town = total.place is not None and total.admin1 not in (None, total.place)
    return of_one_town and part.place not in (None, total.place, total.admin1, *COUNTRIES) and part.admin1 != total.place


def _meet(part: Claim, total: Claim) -> bool:
    """Whether days agree, or lie no further apart than the days of one event and of the report on it."""
    if part.date_end is None or total.date_end is None:
        return True
    return abs((part.date_end - total.date_end).days) <= (DAYS_APART if part.scope == total.scope == "event" else 0)


def _adds_up(total: Claim, parts: Sequence[Claim], index: dict[int, int]) -> bool:
    """The sum is the total; open figures of two sides, told in one sentence, may make up a round one."""
    stated, found = total.value or 0, sum(part.value or 0 for part in parts)
    measures = [part.measure for part in parts]
    if total.measure not in measures and (sorted(measures) != sorted(HARM_VERBS) or len({index[part.start_char] for part in parts}) > 1):
        return False
    if found == stated or (found == stated - 1 and stated >= 20 and total.qualifier in OPEN):  # "and another man"
        return True
    return (
        stated >= 100
        and total.qualifier in OPEN
        and all(part.qualifier in OPEN for part in parts)
        and len({part.group for part in parts}) == len(parts)
        and len({index[part.start_char] for part in parts}) == 1
        and abs(found - stated) <= ROUNDED * stated
    )
