"""Who is meant where a phrase does not say: "25", "20 others", "12 fighters", by the words around and the claims before."""

import re

from analysis.extraction.allegiances import (
    AGENT_REACH,
    behind_the_agent,
    fronted_side,
    in_iraq,
    losing_side,
    losing_state,
    of_both_sides,
    own_side,
    paying_side,
    side_beside,
    side_of_ranks,
    side_of_toll,
)
from analysis.extraction.claim import HARMS, Claim
from analysis.extraction.clauses import SPEECH
from analysis.extraction.governed import Governed
from analysis.extraction.meanings import HANDS_UP
from analysis.extraction.restatements import FIGURES
from analysis.extraction.sentences import Document, Sentence
from analysis.extraction.sides import (
    POSSESSIVE,
    TURKEY,
    Entry,
    class_inside,
    group_of,
    is_about,
    named_sides,
    nation_of,
    people_named,
    side_before,
    state_before,
)
from analysis.extraction.terms import Match
from analysis.extraction.totals import TOPIC_REACH, says_them

MIXED = frozenset(("people", "persons"))  # "the number of people killed"
BRINGING = re.compile(r"\W*(?:that|this|it)(?:'s| would| will| has)? (?:brings?|brought|raises?|raised|takes?|took)\b")  # the toll to
FORCES = frozenset("fighters garrison strength holdouts".split())  # of which "300 remain" is told
LEFT_BEHIND = (["left", "behind"], ["leaving", "behind"])
OF_TURKEY = re.compile(r"\s+Turkish (?:soldiers|troops)\b")
EARLIER = frozenset(("previously", "earlier", "initially"))
FIGURE_REACH = 7  # words of "for the Islamic State dead, at least"
CARRIED_REACH = 3  # words of "government soldiers" behind "carrying"
FOUGHT_REACH = 5  # words of "who are said to have fought"
OTHERS_REACH = 8  # words back to the people of whom "others" are the rest


def who_is_meant(
    document: Document, sentence: Sentence, item: Governed, measure: str, total: Claim | None, restated: Claim | None, before: list[Claim]
) -> str | None:
    """The group of a counted phrase: its noun's own, or else the one that its total, its verb or the telling before gives it."""
    counted = item.counted
    told = {c.group for c in before if restated and c.measure == measure and c.start_char >= sentence.start}
    context = "people" if len(told) > 1 else restated.group if restated else _context_group(document, sentence, item, total, before)
    if restated and counted.noun is None and (side := _whose_figure(sentence, counted.first)):
        context = side
    group = counted.group or context
    if group == "people" and "such" in sentence.words[counted.quantity.last : counted.last]:
        group = next((c.group for c in reversed(before) if c.measure == measure), group)  # "conceded 104 such deaths"
    if total and counted.definite and counted.kind == "casualty" and not counted.predicate:
        group = total.group  # "38 of the deaths"
    here = bool(before) and before[-1].start_char >= sentence.start
    if here and counted.noun is None and not total and (side := side_beside(sentence, counted.first)):
        group = side
    if (group == "people" or (counted.noun is None and item.relation == "beside")) and (side := losing_side(sentence, item)):
        group = side
    if group == "people" and item.part == -1 and total is None and sentence.words[:2] == ["of", "the"]:
        named = _groups_of(sentence, [m for m in people_named(sentence) if m.last <= counted.first])
        group = next(iter(named), group)  # "of the rebels killed, four were foreigners"
    if measure == "detained" and group == "people" and _are_nationals(sentence, item):
        taken = next((c.group for c in reversed(before) if c.measure == measure and c.part_of is None), None)
        group = taken if taken and taken.endswith("fighters") else group  # "arrested 24 jihadists ... handed over 130 Iraqis"
    if group == "people" and sentence.words[max(0, counted.first - 2) : counted.first] in LEFT_BEHIND:
        losers = _groups_of(sentence, [m for m in people_named(sentence) if m.last <= counted.first])
        group = next(iter(losers[-1:]), side_before(sentence, counted.first)) or group  # "the jihadists left behind scores of dead"
    if group == "people" and counted.noun is None and (side := side_of_ranks(sentence, counted.last)):
        group = side
    if side := losing_state(sentence, item) or paying_side(sentence, item) or own_side(document, sentence, item):
        group = side
    if group == "government_fighters" and total and nation_of(document.sentence_at(total.start_char), total.end_char) == "other_fighters":
        group = "other_fighters"  # "four Americans ... Two of them were soldiers"
    if group == "government_fighters" and counted.noun == "soldiers" and _are_of_turkey(document, sentence, counted.last, before):
        group = "other_fighters"
    group = in_iraq(sentence, counted.noun, group)
    if group == "people" and total and total.group and total.group.endswith("fighters") and total.measure == measure:
        group = total.group  # "24 jihadists, among them eight foreigners"
    captors = counted.predicate or (counted.group is None and item.trigger is not None and item.trigger.first < counted.last)
    if group == "sdf_fighters" and measure in ("displaced", "detained") and captors and is_about(document, "is_fighters"):
        group = "is_fighters"  # "the SDF said 63,000 had come out, 5,000 of whom were fighters", "the SDF holds 800 fighters"
    if measure == "detained" and not (group or "").endswith("fighters") and _have_fought(sentence, counted.last):
        group = "is_fighters" if is_about(document, "is_fighters") else group
    if measure == "detained" and counted.noun == "men" and is_about(document, "is_fighters") and _are_suspects(sentence, item):
        group = "is_fighters"
    gives_up = measure == "detained" and group == "people" and counted.noun in (None, "men", "boys") and _gives_up(sentence, item)
    gives_up = gives_up or (measure == "killed" and group == "people" and counted.noun is None and _blows_himself_up(sentence, item))
    told = sentence.words[item.trigger.first : item.trigger.last] if item.trigger else []
    left = measure == "remaining" and (not FORCES.isdisjoint(told) or (item.relation == "there" and says_them(sentence, item)))
    if measure == "remaining" and counted.noun is None and told[-1:] in (["numbered"], ["number"]):
        men = {m.entry.group for m in people_named(sentence) if m.last <= counted.first}
        left = left or (
            side_before(sentence, counted.first) in ("is_fighters", None) and "civilians" not in men
        )  # "its men, said to number 40"
    if (gives_up or left or (measure == "remaining" and counted.noun == "men")) and is_about(document, "is_fighters"):
        group = "is_fighters"  # "they have 1,000 men left", "60 gave themselves up"
    return group


def _context_group(document: Document, sentence: Sentence, item: Governed, total: Claim | None, before: list[Claim]) -> str:
    """Who "25", "20 others" or "12 fighters" are, where the phrase does not say."""
    counted = item.counted
    here = [
        c for c in before if c.start_char >= sentence.start and c.group and c.unit != "share" and (c.part_of is None or not counted.noun)
    ]
    if counted.kind == "force":
        fighters = [c.group for c in here or before if c.group and c.group.endswith("fighters")]
        about_is = (item.measure in ("detained", "remaining") or counted.detail == "suspected") and is_about(document, "is_fighters")
        if item.measure in HARMS and of_both_sides(sentence, counted.first):
            return "people"
        side = side_beside(sentence, counted.first) or side_before(sentence, counted.first, behind_the_agent(sentence, item))
        struck = item.measure == "remaining" or (item.measure in HARMS and not fighters)
        struck = struck and "coalition" in sentence.words and is_about(document, "is_fighters")
        if struck and side in (None, "other_fighters"):
            return "is_fighters"  # "the coalition said it had killed 40 fighters"
        if counted.noun == "combatants" and side is None and item.measure in HARMS:
            return "people"  # of both sides
        return side or ("is_fighters" if about_is else fighters[-1] if fighters else "other_fighters")
    if total and total.group:
        return total.group
    if item.relation == "toll" and item.trigger is not None and item.trigger.entry[0].form == "toll":
        if named := class_inside(sentence, item.trigger.first - 1, item.trigger.last):
            return named
        if sentence.words[item.trigger.first] in POSSESSIVE and (side := side_before(sentence, item.trigger.first)):
            return side  # "the force put its dead at 110"
        if MIXED & set(sentence.words[item.trigger.first : item.trigger.last]):
            return "people"
        owned = item.measure in HARMS and sentence.words[item.trigger.first - 1] in POSSESSIVE
        if owned and (side := side_before(sentence, item.trigger.first) or state_before(sentence, item.trigger.first)):
            return side  # "Iraq's ministry put its losses at 18"
        if item.measure in HARMS and sentence.words[item.trigger.first - 1] in ("their", "its", "that") and before and before[-1].group:
            return before[-1].group
        if EARLIER & set(sentence.words) and (told := [c for c in before if c.measure == item.measure and c.part_of is None]):
            return told[-1].group or "people"  # "it had previously put the toll at 15"
        if item.measure in HARMS and not here and (told := _of_toll_before(document, sentence, item, before)):
            return told
        if sentence.words[item.trigger.first] == "those":
            return "people"  # "puts those killed by the army at 90"
        if item.measure in HARMS and (side := side_of_toll(sentence, item.trigger, counted.first)):
            return side
    if counted.definite and says_them(sentence, item) and (meant := _antecedent(document, sentence, item, before)):
        return meant
    if item.relation == "toll" and not here and sentence.says(BRINGING):
        told = {c.group for c in before if document.sentence_at(c.start_char).index == sentence.index - 1 and c.measure == item.measure}
        if len(told) == 1 and (group := told.pop()):
            return group
    named = (
        _groups_of(sentence, [m for m in people_named(sentence) if m.last <= counted.first]) if item.relation == "toll" and not here else []
    )
    if item.measure in ("released", "detained", "remaining") and named:
        return named[-1]  # "militants were handed over, bringing to 280 the number repatriated"
    if counted.noun is None and sentence.words[max(0, counted.first - 2) : counted.first] in (["the", "remaining"], ["the", "other"]):
        rest = next((c.group for c in reversed(before) if c.measure == item.measure and c.part_of is None), None)
        return rest or "people"
    if counted.noun is None and item.part is None and sentence.words[max(0, counted.first - 2) : counted.first] == ["among", "the"]:
        return "people"  # "two policemen were among the nine killed"
    if counted.noun is None and item.measure in HARMS and (carried := _carried(sentence, counted.first)):
        return carried
    if counted.noun is None and (fronted := fronted_side(sentence, counted.first)):
        return fronted
    if counted.noun is None and sentence.words[counted.first - 1 : counted.first] == [":"] and not here:
        subject = _groups_of(sentence, [m for m in people_named(sentence) if m.last < counted.first])
        return subject[-1] if subject else "people"  # "Civilians are dying: 52"
    if counted.noun in ("others", None) and (rest := _rest_of(document, sentence, item, before)):
        return rest
    if counted.noun is None and (apposed := _apposed(sentence, counted.first)):
        return apposed
    same = [c for c in before if c.measure == item.measure and c.group and c.value is not None and c.value == counted.quantity.value]
    if same and counted.noun is None:
        return same[-1].group or "people"
    whole = [c for c in here if c.part_of is None] or here
    whole = [c for c in whole if item.measure not in HARMS or c.measure != "remaining"]  # who fights on is not whom they killed
    if item.trigger is not None and item.trigger.last <= counted.first:
        whole = [c for c in whole if c.detail != "suicide_bombers"]  # "two bombers blew themselves up, killing 30"
    if whole:
        mixed = item.measure != whole[-1].measure or item.relation == "toll"  # "killed 21 civilians and 8 rebels, bringing the total to 29"
        mixed = mixed and len({c.group for c in whole if c.measure == whole[-1].measure}) > 1
        return "people" if mixed else whole[-1].group or "people"
    if counted.definite and (item.measure not in HARMS or any(c.measure == item.measure for c in before)):
        return side_before(document.sentences[max(0, sentence.index - 1)], 10**6) or "people"
    if item.measure == "remaining" and counted.noun is None:
        lived = [m for m in people_named(sentence) if m.last <= counted.first]  # "where 200,000 people once lived; 20,000 remained"
        if lived:
            return _group_named(sentence, lived[-1]) or "people"
    topic = [
        c
        for c in before
        if c.measure == item.measure not in HARMS
        and c.part_of is None
        and sentence.index - document.sentence_at(c.start_char).index <= TOPIC_REACH
    ]
    return (topic[-1].group if topic and counted.noun is None else None) or "people"


def _are_of_turkey(document: Document, sentence: Sentence, i: int, before: list[Claim]) -> bool:
    """The soldiers of "Turkey says 31 soldiers were killed", or told of right after Turkish ones."""
    if sentence.words[0] in TURKEY and not SPEECH.isdisjoint(sentence.words[1:i]) and not any(m.last <= i for m in named_sides(sentence)):
        return True
    last = next((c for c in reversed(before) if c.measure in HARMS and c.part_of is None), None)
    near = last is not None and sentence.index - document.sentence_at(last.start_char).index <= TOPIC_REACH
    return near and last is not None and last.group == "other_fighters" and OF_TURKEY.match(document.text, last.end_char) is not None


def _rest_of(document: Document, sentence: Sentence, item: Governed, before: list[Claim]) -> str | None:
    """ "Eight soldiers were killed and 20 others injured", "... Three others were wounded.", "... Thirty were wounded.": those told right
    before."""
    i, others = item.counted.first, item.counted.noun == "others"
    last = next((c for c in reversed(before) if c.part_of is None), None)
    if last is None or last.measure not in HARMS or last.group in (None, "people"):
        return None
    others = others or (sentence.words[max(0, i - 1) : i] in (["another"], ["further"]) and not named_sides(sentence))
    near = others and last.start_char >= sentence.tokens[max(0, i - OTHERS_REACH)].start
    told = [c for c in before if document.sentence_at(c.start_char).index == sentence.index - 1]
    opens = i <= 1 + others and bool(told) and len({c.group for c in told if c.measure in HARMS}) == 1
    opens = opens and (others or (item.measure == "injured" != last.measure and last.group.endswith("fighters")))
    return last.group if near or opens else None


def _whose_figure(sentence: Sentence, i: int) -> str | None:
    """The side of "a lower figure for the rebel dead, 24" before word ``i``."""
    near = range(i - 1, max(0, i - FIGURE_REACH), -1)
    told = next((n for n in near if sentence.words[n] == "for" and sentence.words[n - 1] in FIGURES), None)
    return class_inside(sentence, told + 1, i) if told else None


def _carried(sentence: Sentence, i: int) -> str | None:
    """The soldiers of "attacked a bus carrying soldiers and killed 13", struck before word ``i``."""
    verb = next((n for n in range(i - 1, -1, -1) if sentence.words[n] in ("carrying", "transporting")), None)
    named = next((m for m in people_named(sentence) if verb is not None and 0 < m.first - verb <= CARRIED_REACH and m.last <= i), None)
    return _group_named(sentence, named) if named else None


def _of_toll_before(document: Document, sentence: Sentence, item: Governed, before: list[Claim]) -> str | None:
    """ "Thirty Turkish soldiers were killed ... Earlier he had put the dead at 22": the one side whose dead the lines before count."""
    told = [c for c in before if c.measure == item.measure and sentence.index - document.sentence_at(c.start_char).index <= TOPIC_REACH]
    groups = {c.group for c in told if c.part_of is None}
    group = groups.pop() if len(groups) == 1 else None
    the_dead = item.trigger is not None and sentence.words[item.trigger.first] == "the"
    return group if the_dead and group and group.endswith("fighters") and not named_sides(sentence) else None


def _apposed(sentence: Sentence, i: int) -> str | None:
    """ "The remaining jihadists, 200 at most, were cornered": the people right before the comma before word ``i``."""
    if i < 2 or sentence.words[i - 1] != ",":
        return None
    noun = next((m for m in people_named(sentence) if m.last == i - 1), None)
    group = _group_named(sentence, noun) if noun else None
    return None if group == "people" else group


def _antecedent(document: Document, sentence: Sentence, item: Governed, told: list[Claim]) -> str | None:
    """Whom "killed 30 of them" means: the people named last in the sentence, but for its verb's subject, or a side of the one before."""
    verb = item.trigger if item.trigger and item.trigger.last <= item.counted.first else None
    joined = verb is not None and verb.first > 0 and sentence.words[verb.first - 1] in ("and", "then", ",")  # its subject is further off
    until = verb.first - (0 if joined else AGENT_REACH) if verb else item.counted.first
    words = sentence.words
    told_by = next((i for i, word in enumerate(words[:until]) if word in SPEECH), 0)  # who speaks is not spoken of
    if here := [m for m in people_named(sentence) if told_by <= m.first and m.last <= until and words[m.first - 1] not in POSSESSIVE]:
        return _group_named(sentence, here[-1])
    if item.measure in HARMS and (mine := [c for c in told if c.start_char >= sentence.start and c.measure in HARMS]):
        return mine[-1].group  # "eight of the wounded were flown out, and one of them died"
    counted = {c.group for c in told if document.sentence_at(c.start_char).index == sentence.index - 1}
    if counted == {"people"} and item.measure in HARMS:
        return "people"  # "medics tended to 14 wounded. Two of them died"
    counted -= {"people"}
    if len(counted) == 1:
        return counted.pop()
    before = document.sentences[sentence.index - 1] if sentence.index else None
    named = [m for m in people_named(before) if "against" not in before.words[max(0, m.first - 2) : m.first]] if before else []
    there = _groups_of(before, named) if before else []
    return next((group for group in reversed(there) if group.endswith("fighters")), there[-1] if there else None)


def _groups_of(sentence: Sentence, named: list[Match[Entry]]) -> list[str]:
    """The groups of nouns for people, in their order, of those that tell one."""
    return [group for m in named if (group := _group_named(sentence, m)) not in (None, "people")]


def _group_named(sentence: Sentence, noun: Match[Entry]) -> str | None:
    """The group of a noun for people with the side right before it ("al-Nusra terrorists")."""
    return group_of(sentence, [*(m for m in named_sides(sentence) if m.last == noun.first), noun])


def _are_nationals(sentence: Sentence, item: Governed) -> bool:
    """Whether people are counted by their nation: "130 Iraqis", "13 French nationals", "two foreigners"."""
    noun = sentence.tokens[item.counted.last - 1]
    return item.counted.noun in ("nationals", "foreigners") or (
        item.counted.noun == noun.lower and sentence.document.text[noun.start].isupper()
    )


def _are_suspects(sentence: Sentence, item: Governed) -> bool:
    """ "900 men suspected of ties to the group", "the Kurds are guarding 9,000 men"."""
    counted = item.counted
    guarded = item.trigger is not None and sentence.words[item.trigger.first] == "guarding"
    behind = sentence.words[item.trigger.last : item.trigger.last + 3] if item.trigger else []
    return (
        guarded
        or behind == ["on", "suspicion", "of"]
        or sentence.words[counted.last : counted.last + 2] in (["suspected", "of"], ["accused", "of"])
    )


def _have_fought(sentence: Sentence, i: int) -> bool:
    """ "(280 of its citizens) who had fought for the group": those who did not only live there."""
    behind = sentence.words[i : i + FOUGHT_REACH]
    return behind[:1] == ["who"] and ("fought" in behind or "joined" in behind)


def _gives_up(sentence: Sentence, item: Governed) -> bool:
    """ "60 had surrendered": who gives himself up has fought."""
    verb = sentence.words[item.trigger.first : item.trigger.last] if item.trigger else []
    taken = bool(verb) and verb[0] in ("rounded", "picked", "locked", "held")
    told = bool(verb) and not taken and (verb[0].startswith("surrender") or verb[-1] in ("themselves", "up", "in"))
    return told or sentence.says(HANDS_UP)


def _blows_himself_up(sentence: Sentence, item: Governed) -> bool:
    """ "A handful blew themselves up": what only its men do."""
    return item.trigger is not None and sentence.words[item.trigger.first : item.trigger.last] == ["blew", "themselves", "up"]
