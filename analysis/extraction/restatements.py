"""The claim that a figure with no verb of its own says again or otherwise: "put the figure at 45", "SANA spoke of 40", "conceded 12"."""

import re

from analysis.extraction.claim import Claim
from analysis.extraction.counted import QUOTES, Counted
from analysis.extraction.sentences import Document, Sentence
from analysis.extraction.totals import TOPIC_REACH, WHOLE_REACH, compared_with, is_reported
from analysis.extraction.what.auxiliaries import MODALS
from analysis.extraction.what.governed import Governed
from analysis.extraction.when.calendar_words import WEEKDAY
from analysis.extraction.when.own_days import names_a_day

FIGURES = frozenset(("figure", "number", "count", "total", "tally", "minimum", "estimate"))
CONCEDED = re.compile(
    r"\b(?:acknowledge[sd]?|admit(?:s|ted)|concede[sd]?|accept(?:s|ed)?|own(?:s|ed) up to)"
    r"(?: (?:responsibility|blame) for| (?:to )?(?:killing|causing)| the deaths of)?(?: just| only)?\s+$"
)
# "SANA gave a lower figure, 12", "the Observatory had other totals: 40 fighters and 12 civilians"
OTHER_FIGURE = re.compile(
    r"\b(?:smaller|lower|higher|larger|bigger|different|other|similar|own)\s+(?:lists?|figures?|numbers?|totals?|tolls?|counts?|tall(?:y|ies)|estimates?)\b"
    r"(?:,|:| of| for)[^;.]{0,80}$"
)
LOSSES = re.compile(r"\b(?:losses|dead|deaths)\b")
STAYING = frozenset("there still left remaining inside holed".split())
SUPPOSING = frozenset(("thought", "thinks", "believed", "believes", "reckoned", "reckons"))
SAYING = frozenset(("said", "says"))
REVISED = frozenset(("updated", "revised", "raised", "lowered", "corrected", "amended"))
TELLING = frozenset("at as to of was is been reached".split())  # behind "the figure"
BLAMING = (["blamed"], ["blames"])
INSERT_REACH = 12  # words of ", on the night of the attack, was"
FIGURE_REACH = 4  # words in which "the figure at" stands before a number
RECOVERED = re.compile(
    r" (?:more )?(?:were|had been|have been) (?:later |since |also )?"
    r"(?:recovered|retrieved|exhumed|unearthed|dug (?:up|out)|pulled out|found|identified)\b"
)
BODIES = re.compile(r"\b(?:bodies|corpses|remains)\b")
TIME_BEHIND = re.compile(
    rf" (?:on (?:{WEEKDAY})\b|(?:over|in|during) the (?:\w+ )?(?:days?|weeks?|months?) (?:before|earlier)\b"
    r"|(?:the|a) (?:day|week|month) (?:before|earlier)\b)"
)
FEW = 4  # people whom one sentence and the next may count without meaning the same
POINTING = frozenset("the those these all both".split())
LISTING = frozenset((",", ";", "and"))


def restated(document: Document, sentence: Sentence, counted: Counted, before: list[Claim]) -> Claim | None:
    """The claim that a figure with no verb of its own says again or otherwise."""
    if not before:
        return None
    other = OTHER_FIGURE.search(sentence.lower, 0, counted.quantity.start - sentence.start)
    if not before[-1].measure.startswith("territory") and (other or _is_given(sentence, counted)):
        near = [c for c in before if sentence.index - document.sentence_at(c.start_char).index <= TOPIC_REACH]
        near = [c for c in near if c.measure == "killed"] if other and LOSSES.search(other[0]) else near
        if not STAYING.isdisjoint(sentence.words[counted.last : counted.last + 1]):
            return None  # "(killed 12 civilians.) He spoke of 300 rebels there"
        if counted.kind in ("force", "militant") and counted.group:
            near = [c for c in near if c.group in ("people", counted.group)]
        return next((c for c in reversed(near) if c.part_of is None), near[-1] if near else None)
    if counted.noun is None and (
        CONCEDED.search(document.lower, sentence.start, counted.quantity.start)
        or _is_earlier(document, sentence, counted, before[-1])
        or _did_the_same(sentence, counted)
        or _at_another_time(document, sentence, counted, before[-1])
        or _are_bodies(document, sentence, counted, before)
    ):
        return before[-1]
    return _same_figure(document, sentence, counted, before)


def _is_given(sentence: Sentence, counted: Counted) -> bool:
    """Whether somebody gives a figure: "put the figure at 45", "SANA spoke of 40", "acknowledged 24", "blamed 40 on IS"."""
    last = _before_insert(sentence, counted.first)
    words = [w for w in sentence.words[max(0, last - FIGURE_REACH - 1) : last] if w not in QUOTES]
    words = [*words, *sentence.words[counted.first - 1 : counted.first]][-FIGURE_REACH:] if last < counted.first else words[-FIGURE_REACH:]
    figure = not (FIGURES | REVISED).isdisjoint(words) and not TELLING.isdisjoint(words[-1:]) and MODALS.isdisjoint(words)
    figure = figure and counted.noun is None and counted.quantity.kind == "count"
    blamed = words[-1:] in BLAMING and counted.noun is None and sentence.word(counted.last) == "on"
    supposed = words[-2:] in (["it", "was"], ["it", "is"]) and not (SUPPOSING | SAYING).isdisjoint(words) and counted.noun is None
    supposed = supposed or (words[-3:] == ["it", "had", "been"] and counted.noun is None)  # "It had been 119 on Sunday night"
    supposed = supposed or (words[-1:] == ["it"] and not SUPPOSING.isdisjoint(words[-2:-1]))
    return figure or supposed or blamed or is_reported(sentence, counted.first)


def _before_insert(sentence: Sentence, i: int) -> int:
    """The word behind "its count" in "its count, on the night of the attack, was (16)" before word ``i``; else ``i``."""
    if sentence.words[max(0, i - 2) : i][:1] != [","] or sentence.word(i - 1) not in TELLING:
        return i
    return next((j for j in range(i - 3, max(0, i - INSERT_REACH), -1) if sentence.words[j] == ","), i)


def _is_earlier(document: Document, sentence: Sentence, counted: Counted, last: Claim) -> bool:
    """ "Raised the toll to 20, from 18 initially": the figure that the one right before replaces."""
    return counted.quantity.start in compared_with(document) and last.start_char >= sentence.start


def _did_the_same(sentence: Sentence, counted: Counted) -> bool:
    """ "Thousands fled ... 700 had done so since Friday", "another 500 followed"."""
    behind = sentence.words[counted.last : counted.last + 3]
    followed = behind[:1] == ["followed"] and sentence.word(counted.first - 1) in ("another", "further")
    return followed or behind[1:] == ["done", "so"]


def _at_another_time(document: Document, sentence: Sentence, counted: Counted, last: Claim) -> bool:
    """ "2,000 came out on Wednesday and 6,500 over the two days before", "handed over 150, after 130 on Thursday", "That followed 300 on
    Monday": a figure that only its time parts from the one told right before."""
    if not TIME_BEHIND.match(sentence.lower, counted.quantity.end - sentence.start):
        return False
    if sentence.words[: counted.first][-2:] == ["that", "followed"]:
        return sentence.index - document.sentence_at(last.start_char).index == 1
    joined = sentence.word(counted.first - 1) in ("and", "after", "following")
    between = document.text[last.end_char : counted.quantity.start]
    return joined and last.start_char >= sentence.start and not any(mark.isdigit() for mark in between)


def _same_figure(document: Document, sentence: Sentence, counted: Counted, before: list[Claim]) -> Claim | None:
    """The claim shortly before with the same figure, of the same group or of "of the 21, nine were children"; of a few only "the two"."""
    of_the = counted.noun is None and sentence.words[: counted.first] == ["of", "the"]
    if (counted.quantity.value or 0) <= FEW and sentence.word(counted.first - 1) not in POINTING:
        return None
    for claim in reversed(before):
        if sentence.index - document.sentence_at(claim.start_char).index > WHOLE_REACH:
            return None
        alike = of_the or (counted.group and claim.group == counted.group)
        if alike and claim.value is not None and claim.value == counted.quantity.value:
            return claim
    return None


def listed(sentence: Sentence, item: Governed, previous: Governed, told: Claim | None) -> Claim | None:
    """ "It counts 300 rebels and 400 soldiers; 60 men of Hezbollah": the claim before in a list of figures that no verb of harm governs."""
    if told is None or previous.measure or item.measure or told.start_char < sentence.start or item.counted.group is None:
        return None
    gap = sentence.words[previous.counted.last : item.counted.first]
    if gap[:1] in (["of"], ["from"]):
        gap = gap[next((i for i, word in enumerate(gap) if word in LISTING), len(gap)) :]
    return told if gap and LISTING.issuperset(gap) and told.part_of is None else None


def _are_bodies(document: Document, sentence: Sentence, counted: Counted, before: list[Claim]) -> bool:
    """ "240 bodies had been dug out. ... 61 had been recovered from one house": what is recovered where bodies were told of."""
    if not before or not RECOVERED.match(sentence.lower, counted.quantity.end - sentence.start):
        return False
    told = document.sentence_at(before[-1].start_char)
    return before[-1].measure == "killed" and sentence.index - told.index <= TOPIC_REACH and told.says(BODIES)


def replaced(document: Document, sentence: Sentence, counted: Counted, measure: str, before: list[Claim]) -> Claim | None:
    """The newer toll of "... has risen to 16. It had put the toll at 11": of one incident, where no day is named from there on."""
    start = counted.quantity.start
    older = start in compared_with(document)
    told = next((c for c in reversed(before) if older and c.measure == measure and c.part_of is None and c.scope == "event"), None)
    since = document.sentence_at(told.start_char).index if told else 0
    later = document.sentences[since + 1 : sentence.index + 1]
    return told if told and 0 < len(later) <= TOPIC_REACH and not any(map(names_a_day, later)) else None


def conceded(document: Document, sentence: Sentence, counted: Counted, measure: str, before: list[Claim]) -> Claim | None:
    """The claim that "has acknowledged 104 such deaths", "accepts responsibility for 12" answers: the last of that measure."""
    if not CONCEDED.search(document.lower, sentence.start, counted.quantity.start):
        return None
    told = [c for c in before[-1:] if c.measure == measure and sentence.index - document.sentence_at(c.start_char).index <= TOPIC_REACH]
    return told[0] if told else None
