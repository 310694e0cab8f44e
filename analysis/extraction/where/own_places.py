"""Places of the number's own sentence, without those that are only of another part, of who tells it or of where people are brought."""

import re

from analysis.extraction.claim import HARMS
from analysis.extraction.quantities import begins_number, find_quantities
from analysis.extraction.sentences import DASHES, Sentence
from analysis.extraction.where.asked import Asked
from analysis.extraction.where.candidates import of_a_part
from analysis.extraction.where.carried_places import is_emptied
from analysis.extraction.where.focus import best_of_article
from analysis.extraction.where.gazetteer import ARTICLES, Place
from analysis.extraction.where.governing import LOCATIVES, word_before
from analysis.extraction.where.mentions import Mention, mentions
from analysis.extraction.where.named_before import THERE
from analysis.extraction.where.ranking import BOUNDARY

FRONT = 8  # words before a place with which a sentence opens
CONTROLS = re.compile(
    r"(?:\b(?:that|which|who) [^;.]{0,60}?\b(?:controls?|holds?|rules?|runs?)|\bcontrolling|\bin control of)"
    r"(?: [\w-]+){0,3} (?:al-)?$"
)
LEFT = re.compile(r"\b(?:left|fled|abandoned|leaving|fleeing) (?:\w+ )?(?:homes?|villages?|houses|towns?|neighbou?rhoods?)\b")
WHITHER = re.compile(r"\b(?:for|to|towards?) (?:[\w’'-]+ ){0,6}$")
TOLD = re.compile(r"[^;.]{0,80}\b(?:said|says|told|recalls?|recalled)\b")
ASIDE = re.compile(r", (?:when|after|before) [^,;]{0,80}$")
WITHDREW = re.compile(r"\b(?:withdr[ae]w\w*|retreat\w*|pull\w* (?:back|out)|fled|fleeing|withdrawal)\b[^,;]{0,50}$")
BROUGHT = re.compile(r"\b(?:moved|flown|rushed|airlifted|transferred) (?:[\w-]+ )?to (?:the )?(?:[a-z]+ ){0,3}(?:of )?$")
OF_THEM_FROM = re.compile(r" of (?:them|whom|these|those)(?: \w+){0,2} from ")
FROM_WHERE = re.compile(r"(?:the )?(?:[a-z]+ (?:of )?){0,3}(?:[Aa]l-)?")  # "the nearby town of"


def home_of_a_part(asked: Asked) -> Place | None:
    """ "Of the displaced 114,000 are from Ramadi", "half a million of them from Anbar": whence a part has come."""
    if asked.measure != "displaced":
        return None
    sentence = asked.sentence
    behind = OF_THEM_FROM.match(sentence.lower, asked.behind)
    if behind is None:
        return None
    named = ((sentence.tokens[m.first].start - sentence.start, m.place) for m in mentions(sentence))
    at, place = next(((at, place) for at, place in named if at >= behind.end()), (0, None))
    told = place and place.kind != "country" and FROM_WHERE.fullmatch(sentence.text, behind.end(), at)
    return place if told else None


def named(asked: Asked) -> Place | None:
    """The place that the sentence itself names for the number."""
    found = [m for m in asked.inside if not any(other(asked, m) for other in OF_OTHERS)]
    if asked.measure == "displaced" and asked.sentence.says(LEFT):
        found = [m for m in found if not _is_where_they_went(asked.sentence, m)]
    if asked.measure in HARMS:
        found = [m for m in found if not _is_of_something_else(asked, m)]
    return best_of_article(asked.document, asked.sentence, found, asked.start, asked.measure) if found else None


def _is_where_they_went(sentence: Sentence, mention: Mention) -> bool:
    """ "Left their villages, most of them for a camp at X", "fled their homes for X and Y": whither, not whence."""
    at = sentence.tokens[mention.first].start - sentence.start
    left = sentence.first(LEFT)
    return left is not None and left.end() < at and WHITHER.search(sentence.lower, left.end(), at) is not None


def _is_of_something_else(asked: Asked, mention: Mention) -> bool:
    """Whether the sentence tells with the place not where people were harmed, but something around it."""
    sentence = asked.sentence
    return (
        _is_taken_to(sentence, mention)
        or _is_in_an_aside(asked, mention)
        or _is_of_who_tells(sentence, mention)
        or is_emptied(sentence, mention)
        or _is_left_for(sentence, mention)
    )


def _is_only_of_a_part(asked: Asked, mention: Mention) -> bool:
    """Whether a place is only that of a part that the number is not: "300 deaths, 200 of them in Mansoura, and 50 wounded"."""
    sentence = asked.sentence
    part = of_a_part(sentence, mention)
    if part is None:
        return False
    if asked.behind < part:
        return bool(sentence.lower[asked.behind : part].strip())
    return BOUNDARY.search(sentence.lower, sentence.tokens[mention.last - 1].end - sentence.start, max(0, asked.at)) is not None


def _is_of_the_next(asked: Asked, mention: Mention) -> bool:
    """ "Thirteen died in the first village, and at X six more were pulled out": behind the number a place with a number of its own."""
    sentence, i = asked.sentence, mention.first - 1
    i -= sentence.word(i) in ARTICLES
    joined = sentence.word(i) in LOCATIVES and sentence.word(i - 1) in ("and", ";")
    return joined and sentence.tokens[mention.first].start > asked.start and begins_number(sentence, mention.last)


def _is_of_its_own_number(asked: Asked, mention: Mention) -> bool:
    """ "Fifteen died, nine in X and six in Y": behind a bare number that no verb comes before, and that is not the one asked about."""
    sentence, i = asked.sentence, mention.first - 1
    i -= sentence.word(i) in ARTICLES
    if sentence.word(i) not in LOCATIVES:
        return False
    number = next((q for q in find_quantities(sentence) if q.last == i), None)
    return number is not None and number.start != asked.start and sentence.word(number.first - 1) in (",", "and", ":", ";", *DASHES)


OF_OTHERS = (_is_only_of_a_part, _is_of_the_next, _is_of_its_own_number)


def _is_of_who_tells(sentence: Sentence, mention: Mention) -> bool:
    """ "A faction that controls X said it killed ...", "in the camp of X a woman said ...": of those who tell it, not of what they tell."""
    at, end = sentence.tokens[mention.first].start - sentence.start, sentence.tokens[mention.last - 1].end - sentence.start
    if CONTROLS.search(sentence.lower, max(0, at - 110), at):
        return True
    camp = mention.place.kind == "camp" or "camp" in sentence.words[max(0, mention.first - 3) : mention.first]
    return camp and mention.first < FRONT and TOLD.match(sentence.lower, end) is not None


def _is_in_an_aside(asked: Asked, mention: Mention) -> bool:
    """ "Since May, when it lost X, 12 have died there": of the aside, where "there" is somewhere told before."""
    sentence = asked.sentence
    at, end = sentence.tokens[mention.first].start - sentence.start, sentence.tokens[mention.last - 1].end - sentence.start
    aside = ASIDE.search(sentence.lower, max(0, at - 90), at)
    return aside is not None and "," in sentence.lower[end : max(end, asked.at)] and sentence.says(THERE)


def _is_taken_to(sentence: Sentence, mention: Mention) -> bool:
    """ "Died before they could be moved to X", "were flown to X": where the harmed are brought."""
    at = sentence.tokens[mention.first].start - sentence.start
    return BROUGHT.search(sentence.lower, max(0, at - 40), at) is not None


def _is_left_for(sentence: Sentence, mention: Mention) -> bool:
    """ "Withdrew towards X, leaving mines that killed three": where those went whom the harm is not of."""
    at = sentence.tokens[mention.first].start - sentence.start
    return word_before(sentence, mention) in ("towards", "toward") and WITHDREW.search(sentence.lower, max(0, at - 70), at) is not None
