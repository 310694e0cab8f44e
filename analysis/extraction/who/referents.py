"""Who is meant where a phrase does not say: "25", "20 others", "12 fighters", by the words around and the claims before."""

import re

from analysis.extraction.claim import HARMS, Claim
from analysis.extraction.counted import Counted
from analysis.extraction.restatements import FIGURES
from analysis.extraction.sentences import Document, Sentence
from analysis.extraction.totals import TOPIC_REACH, says_them
from analysis.extraction.what.clauses import SPEECH
from analysis.extraction.what.governed import Governed
from analysis.extraction.what.meanings import HANDS_UP
from analysis.extraction.who.allegiances import (
    in_iraq,
    losing_side,
    losing_state,
    own_side,
    paying_side,
    side_beside,
)
from analysis.extraction.who.antecedents import group_by_context, groups_of
from analysis.extraction.who.memberships import TURKEY, class_inside
from analysis.extraction.who.sides import ESTIMATING, is_about, named_sides, nation_of, people_named, side_before

FORCES = frozenset("fighters garrison strength holdouts".split())  # of which "300 remain" is told
LEFT_BEHIND = (["left", "behind"], ["leaving", "behind"])
OF_A_STATE = re.compile(r"\s+(?:[A-Z][\w.-]* ){1,2}(?:soldiers|troops|servicemen|service members)\b")  # "American soldiers"
SOLDIERY = frozenset(("soldiers", "troops"))  # of whichever state was told of
FIGURE_REACH = 7  # words of "for the Islamic State dead, at least"


def who_is_meant(
    document: Document, sentence: Sentence, item: Governed, measure: str, total: Claim | None, restated: Claim | None, before: list[Claim]
) -> str | None:
    """The group of a counted phrase: its noun's own, or else the one that its total, its verb or the telling before gives it."""
    counted = item.counted
    told = {c.group for c in before if restated and c.measure == measure and c.start_char >= sentence.start}
    context = "people" if len(told) > 1 else restated.group if restated else group_by_context(document, sentence, item, total, before)
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
    if group == "people":
        group = _side_of_people(sentence, item, measure, total, before) or group
    if side := losing_state(sentence, item) or paying_side(sentence, item) or own_side(document, sentence, item):
        group = side
    if group == "government_fighters" and total and nation_of(document.sentence_at(total.start_char), total.end_char) == "other_fighters":
        group = "other_fighters"  # "four Americans ... Two of them were soldiers"
    if group == "government_fighters" and counted.noun in SOLDIERY and _are_foreign(document, sentence, counted.last, before):
        group = "other_fighters"
    group = in_iraq(sentence, counted.noun, group)
    nationals = counted.noun in ("citizens", "nationals", "passport")
    if (group == "people" or nationals) and total and total.group and total.group.endswith("fighters") and total.measure == measure:
        group = total.group  # "24 jihadists, among them eight foreigners"
    if group == "people" and counted.noun is None and total and total.group == "civilians" and total.measure == measure:
        group = total.group  # "Eight civilians were killed. Five died in one village, three in another"
    batch = sentence.words[max(0, counted.first - 2) : counted.first] == ["batch", "of"]
    if group == "people" and counted.noun is None and batch and before and before[-1].measure == measure:
        group = before[-1].group  # "It handed over 280 jihadists. A first batch of 130 crossed the border"
    if group == "people" and counted.noun is None and not total and before and _is_rival_total(sentence, measure, before[-1]):
        group = before[-1].group  # "has killed 1,114 civilians since 2014. Airwars believes that at least 6,500 have died"
    return "is_fighters" if _are_taken_or_left(sentence, item, measure, group) and is_about(document, "is_fighters") else group


def _is_rival_total(sentence: Sentence, measure: str, last: Claim) -> bool:
    """Whether a sentence gives another's figure for the running total that the one before told."""
    near = sentence.index - sentence.document.sentence_at(last.start_char).index <= 1
    return near and last.measure == measure and last.scope == "cumulative" and not ESTIMATING.isdisjoint(sentence.words)


def _side_of_people(sentence: Sentence, item: Governed, measure: str, total: Claim | None, before: list[Claim]) -> str | None:
    """The side of people whom neither their noun nor the context gives one."""
    counted, words = item.counted, sentence.words
    named = groups_of(sentence, [m for m in people_named(sentence) if m.last <= counted.first])
    if item.part == -1 and total is None and words[:2] == ["of", "the"] and named:
        return named[0]  # "of the rebels killed, four were foreigners"
    if measure == "detained" and _are_nationals(sentence, item):
        taken = next((c.group for c in reversed(before) if c.measure == measure and c.part_of is None), None)
        if taken and taken.endswith("fighters"):
            return taken  # "arrested 24 jihadists ... handed over 130 Iraqis"
    if words[max(0, counted.first - 2) : counted.first] in LEFT_BEHIND:
        if side := named[-1] if named else side_before(sentence, counted.first):
            return side  # "the jihadists left behind scores of dead"
    return None


def _are_taken_or_left(sentence: Sentence, item: Governed, measure: str, group: str | None) -> bool:
    """Whether those who were caught or stay behind can only be of the side that the article is about."""
    counted, trigger = item.counted, item.trigger
    captors = counted.predicate or (counted.group is None and trigger is not None and trigger.first < counted.last)
    if group == "sdf_fighters" and measure in ("displaced", "detained") and captors:
        return True  # "the SDF said 63,000 had come out, 5,000 of whom were fighters", "the SDF holds 800 fighters"
    if measure == "killed":
        return group == "people" and counted.noun is None and _blows_himself_up(sentence, item)
    if measure == "detained":
        gives_up = group == "people" and counted.noun in (None, "men", "boys") and _gives_up(sentence, item)
        return gives_up or (counted.noun == "men" and _are_suspects(sentence, item))
    if measure != "remaining":
        return False
    told = sentence.words[trigger.first : trigger.last] if trigger else []
    there = item.relation == "there" and says_them(sentence, item)
    unowned = counted.kind == "force" and counted.group in (None, *(("other_fighters",) if counted.noun == "gunmen" else ()))
    return counted.noun == "men" or there or unowned or not FORCES.isdisjoint(told) or _number_so_many(sentence, counted, told)


def _are_foreign(document: Document, sentence: Sentence, i: int, before: list[Claim]) -> bool:
    """The soldiers of "Turkey says 31 soldiers were killed", or told of right after those of another state: "two American soldiers"."""
    if sentence.words[0] in TURKEY and not SPEECH.isdisjoint(sentence.words[1:i]) and not any(m.last <= i for m in named_sides(sentence)):
        return True
    last = next((c for c in reversed(before) if c.measure in HARMS and c.part_of is None), None)
    near = last is not None and sentence.index - document.sentence_at(last.start_char).index <= TOPIC_REACH
    if last is None or not near:
        return False
    nationals = nation_of(document.sentence_at(last.start_char), last.end_char) == "other_fighters"
    return nationals or (last.group == "other_fighters" and OF_A_STATE.match(document.text, last.end_char) is not None)


def _number_so_many(sentence: Sentence, counted: Counted, told: list[str]) -> bool:
    """The 40 of "its men, said to number 40"."""
    if counted.noun is not None or told[-1:] not in (["numbered"], ["number"]):
        return False
    men = {m.entry.group for m in people_named(sentence) if m.last <= counted.first}
    return side_before(sentence, counted.first) in ("is_fighters", None) and "civilians" not in men


def _whose_figure(sentence: Sentence, i: int) -> str | None:
    """The side of "a lower figure for the rebel dead, 24" before word ``i``."""
    near = range(i - 1, max(0, i - FIGURE_REACH), -1)
    told = next((n for n in near if sentence.words[n] == "for" and sentence.word(n - 1) in FIGURES), None)
    return class_inside(sentence, told + 1, i) if told else None


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
    said = sentence.words[counted.last : counted.last + 2] in (["suspected", "of"], ["accused", "of"])
    return guarded or said or behind == ["on", "suspicion", "of"]


def _gives_up(sentence: Sentence, item: Governed) -> bool:
    """ "60 had surrendered": who gives himself up has fought."""
    verb = sentence.words[item.trigger.first : item.trigger.last] if item.trigger else []
    taken = bool(verb) and verb[0] in ("rounded", "picked", "locked", "held")
    told = bool(verb) and not taken and (verb[0].startswith("surrender") or verb[-1] in ("themselves", "up", "in"))
    return told or sentence.says(HANDS_UP)


def _blows_himself_up(sentence: Sentence, item: Governed) -> bool:
    """ "A handful blew themselves up": what only its men do."""
    return item.trigger is not None and sentence.words[item.trigger.first : item.trigger.last] == ["blew", "themselves", "up"]
