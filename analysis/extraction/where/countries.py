"""Whole countries that a sentence means by its own words: "on the Syrian side", "across the north", "29,000 civilians in Iraq"."""

import re
from itertools import pairwise

from analysis.extraction.claim import HARMS
from analysis.extraction.sentences import Sentence, kept
from analysis.extraction.when.calendar_words import MONTH, WEEKDAY
from analysis.extraction.when.tallies import ONE_ATTACK, is_huge, is_war_total
from analysis.extraction.where.asked import Asked
from analysis.extraction.where.candidates import candidates, inside_a_country, is_at_war, places_told
from analysis.extraction.where.focus import BOTH_COUNTRIES, OPENING, both_countries, country_of, focus_inside, focus_of, is_partly, national
from analysis.extraction.where.gazetteer import BOTH, COUNTRIES, SPECIFIC, Place
from analysis.extraction.where.governing import LOCATIVES, word_before
from analysis.extraction.where.mentions import Mention
from analysis.extraction.where.named_before import THERE
from analysis.extraction.where.nations import of_a_people, peoples
from analysis.extraction.where.ranking import BOUNDARY, WITHIN, are_joined
from analysis.extraction.where.whole_war import goes_on_with_the_war, is_of_the_war
from analysis.extraction.where.wide_places import is_article_of

UNINTENDED = re.compile(r"\b(?:unintentional(?:ly)?|inadvertent(?:ly)?|unintended)\b")
NEXT_CLAUSE = re.compile(r";|, (?:and|while|but|where|which)\b")
COUNTRY_REACH = 9  # words between a number and the country it is of
# Whom a side holds, or several prisons hold, is held in no one town.
SIDE_OF_COUNTRY = re.compile(r"\bin the (?:far )?(?:north|south|east|west)(?:-?east|-?west)?\b(?!-| of| the| countryside)")
# "Since Turkey opened its offensive": a state's campaign is in no one town, unless the sentence tells in which.
OFFENSIVE_OF_A_STATE = re.compile(
    r"\bsince (?:turkey|ankara|russia|moscow|the turkish army|the (?:u\.?s\.?-led )?coalition)\b[^,.;]{0,30}"
    r"\b(?:intervened|entered the (?:war|conflict)|(?:launched|opened|began|started)\b"
    r"[^,.;]{0,25}\b(?:offensive|operation|assault|campaign|incursion|strikes|raids|bombing)\b"
    rf"(?! (?:on|against|in|to) (?!{WEEKDAY}|{MONTH}|\d)))"
    r"|\b(?:russian|turkish|coalition|us-led|u\.s\.-led) (?:[\w-]+ ){0,2}(?:strikes|airstrikes|raids|bombing)\b[^,;.]{0,40}"
    r"\bsince (?:they|it|the (?:campaign|strikes|raids|bombing)) (?:began|started)\b"
)
STATE_LAUNCHED = re.compile(
    r"^\W*(?:turkey|ankara|russia|moscow|the coalition)\b[^,.;]{0,30}\b(?:launched|opened|began|started)\b[^,.;]{0,25}"
    r"\b(?:offensive|operation|assault|campaign|incursion)\b"
)
HOLDS = re.compile(
    r"\b(?:hold(?:s|ing)?|held|kept|custody|guard(?:s|ing)?|in the hands of|in (?:[\w-]+ )?(?:prisons|jails)"
    r"|detain(?:s|ing)|ha(?:s|ve) detained|jailed|imprisoned|behind bars)\b"
)
HOLDERS = re.compile(
    r"\b(?:sdf|syrian democratic forces|ypg|kurdish(?! officials?\b[^;.]{0,30} said)|autonomous administration"
    r"|foreign(?:ers)?|countries|nationalit(?:y|ies)"
    r"|prisons|jails|camps|(?:are|still|being|remain) held by the (?:syrian |iraqi )?(?:government|state|regime|authorities))\b"
)
FROM_PRISONS = re.compile(r"\bfrom (?:its|their|government|state|regime|the government[’']s) (?:prisons|jails)\b")
MANY_DEAD = re.compile(r"[2-9]\d,\d{3}|[2-9]\d{4}")  # more than any one town has
MONITORS_OF_IRAQ = re.compile(r"\b(?:mission in iraq|unami|iraq body count)\b")
LEFT_COUNTRY = re.compile(r"\b(?:left|leaving|fled|fleeing) (syria|iraq)\b(?![’']|s\b)")
PRISONS = re.compile(r"\b(?:prisons|jails|detention cent(?:er|re)s|lockups)\b")
HOSTAGE = re.compile(r"\bhostages?\b")
OF_SYRIA = re.compile(r"\b(?:sdf|syrian democratic forces|ypg|kurdish-led|kurdish administration|autonomous administration)\b")
CAMPS = re.compile(r"\bin (?:[\w-]+ ){0,2}camps\b")
OWN_SIDE = r"\bon the (PEOPLE) side\b"
HOSTS = re.compile(r"\b(?:home to|hosts?|houses|shelters)\b")
NATIONALS = r"[\s\w-]{0,12}\b(PEOPLE)s\b"
SEVERAL = re.compile(
    r"(?<!from )\b(?:two|three|four|five|six|several|many|various|different|other|main) (?:\w+ ){0,2}(?:villages|towns|cities|districts|provinces|governorates|areas|regions|battlegrounds|fronts|incidents|camps|prisons)\b"  # noqa: E501
    r"|(?<!contacts )(?<!activists )(?<!sources )\b(?:in|of) the country\b"
    r"|\b(?:on|in|across|of) (?:syria|iraq)[’']?s (?:\w+ )?(?:towns|cities|villages|provinces|governorates)\b"
    r"|\b(?:(?:series|string|wave|spate) of|separate) (?:[\w-]+ ){0,3}(?:strikes|airstrikes|raids|attacks|bombings|explosions|blasts)\b"
)  # fmt: skip
WHO_FIGHT = re.compile(r"\b(?:fight(?:s|ing)?|battl(?:es|ing)|combat(?:s|ing)|controls?|holds?)\b[^,;.]{0,40}$")
NAMED_LATER = 2  # sentences in which "a town" may be named
SOMEWHERE = re.compile(
    r"\b(?:in|on|at|hit|struck) an? (?:[\w-]+ ){0,2}(?:village|town|city|district|area) in (?:the )?\w*(?:north|south|east|west|centr)\w*"
)
COALITION = re.compile(r"\bcoalition\b")
OVER_IT = re.compile(
    r"\b(?:across|throughout|all over|elsewhere in) "
    r"(?:(?:the (?:arab )?)?country|the (?:north|south|east|west)(?:-?east|-?west)?|syria|iraq)\b(?![’']s| of (?!the country))"
)
ELSEWHERE = re.compile(r"\W*elsewhere\b")
FRONTED = re.compile(
    r"\W*(?:meanwhile,? |and )?(?:(?:across|over|on the other side of) the (?:border|frontier),? )?(?:in|across|inside) "
    r"(?:neighbou?ring |the \w+ of |[\w-]*(?:north|south|east|west)[\w-]* )?"
)
INSIDE = frozenset(("in", "across", "inside"))


def of_the_war(asked: Asked) -> Place | None:
    """The country of the war, for those whom the whole war has harmed or driven out; the coalition's war is in two."""
    document, sentence, here = asked.document, asked.sentence, asked.here
    if asked.measure not in (*HARMS, "displaced"):
        return None
    if not is_war_total(document, sentence, asked.start, asked.end):
        if asked.inside or not (is_of_the_war(sentence) or goes_on_with_the_war(document, sentence)):
            return None
    if not here and sentence.index and goes_on_with_the_war(document, sentence):
        here = candidates(document.sentences[sentence.index - 1])
    if not here and sentence.says(COALITION):
        return asked.known(BOTH)
    return both_countries(document, here) or country_of(document, here)


def fronted(asked: Asked) -> Place | None:
    """ "In neighbouring Iraq meanwhile, ...", "Elsewhere in Syria ...": a country that opens a sentence, where no place in it follows."""
    return opens_with(asked.sentence)


@kept
def opens_with(sentence: Sentence) -> Place | None:
    """The country that a sentence opens with."""
    here = candidates(sentence)
    within = any(word_before(sentence, m) in WITHIN and m.place.kind != "river" for m in inside_a_country(here))
    if not here or here[0].place.kind != "country" or within:
        return None
    opens = ELSEWHERE.match(sentence.lower) or FRONTED.fullmatch(sentence.lower, 0, sentence.tokens[here[0].first].start - sentence.start)
    return here[0].place if opens else None


def on_its_side(asked: Asked) -> Place | None:
    """ "60 killed on the Syrian side of the border", "on the Syrian side 11 died": in the clause of the number and before any place."""
    sentence, at, lexicon = asked.sentence, asked.at, asked.document.lexicon
    for side in of_a_people(OWN_SIDE, lexicon).finditer(sentence.lower):
        if (side.start() > at or not side.start()) and not _are_apart(sentence, at, side.start()):
            named = (sentence.tokens[m.first].start - sentence.start for m in asked.inside)
            if not any(i < side.start() and not _are_apart(sentence, i, at) for i in named):
                return peoples(lexicon)[side[1]]
    return None


def all_over(asked: Asked) -> Place | None:
    """The country that "across the north" and "elsewhere in Syria" mean, where that stands nearer to the number than any place."""
    sentence, at = asked.sentence, asked.at
    if not sentence.says(OVER_IT):
        return None
    told = (m for m in OVER_IT.finditer(sentence.lower, 1) if m.start() > at or not m[0].startswith("elsewhere"))
    over = min(told, key=lambda m: abs(m.start() - at), default=None)
    if over is None or _are_apart(sentence, over.start(), at):
        return None
    named = (sentence.tokens[m.first].start - sentence.start for m in asked.inside)
    nearest = min((abs(i - at) for i in named if not _are_apart(sentence, i, at)), default=sentence.end)
    return country_of(asked.document, asked.here) if abs(over.start() - at) < nearest else None


def somewhere(asked: Asked) -> Place | None:
    """ "On a town in eastern Syria": behind the lead a town that the sentences behind do not name, and not the one told before."""
    sentence = asked.sentence
    if sentence.index < OPENING or not sentence.says(SOMEWHERE):
        return None
    behind = asked.document.sentences[sentence.index + 1 : sentence.index + 1 + NAMED_LATER]
    if any(m.place.kind in SPECIFIC for other in behind for m in places_told(other)):
        return None
    return next((m.place for m in asked.here if is_at_war(m) and is_partly(sentence, m)), None)


def of_the_huge(asked: Asked) -> Place | None:
    """The country, for more dead or prisoners than any one town has."""
    huge = is_huge(asked.document, asked.start, asked.end)
    huge = huge or (asked.measure in HARMS and MANY_DEAD.search(asked.document.text, asked.start, asked.end) is not None)
    return country_of(asked.document, asked.here) if huge and asked.measure in (*HARMS, "detained") else None


def both(asked: Asked) -> Place | None:
    """ "In Iraq and Syria", not "Islamic State of Iraq and Syria", nor "who fight the group in Iraq and Syria"; of a force, both named."""
    both = both_countries(asked.document, asked.here)
    return both if asked.measure == "remaining" or _in_both(asked.sentence, asked.here) else None


def in_both(asked: Asked) -> Place | None:
    """ "Have died in raids in the two countries, and the raids on Mosul go on": both, which the clause of the number names."""
    clause = NEXT_CLAUSE.split(asked.sentence.lower[asked.behind :], maxsplit=1)[0]
    end = asked.end + len(clause)
    inside = any(asked.end < asked.sentence.tokens[m.first].start < end for m in asked.inside)
    return asked.known(BOTH) if asked.measure in HARMS and not inside and BOTH_COUNTRIES.search(clause) else None


def of_the_coalition_s_count(asked: Asked) -> Place | None:
    """ "It has unintentionally killed at least 801 civilians": what the coalition owns to of its campaign in both countries."""
    sentence = asked.sentence
    if asked.measure != "killed" or asked.inside or any(m.place.kind == "country" for m in asked.here):
        return None
    return asked.known(BOTH) if sentence.says(UNINTENDED) and not sentence.says(ONE_ATTACK) else None


def nationwide(asked: Asked) -> Place | None:
    """ "Across Syria", "nationwide", "in Iraq in October", "left Iraq for good", by the count of who counts for all Iraq; a lead that
    tells of several towns or strikes."""
    sentence = asked.sentence
    if country := national(sentence):
        return country
    if sentence.says(MONITORS_OF_IRAQ):
        return asked.known("Iraq")
    if asked.measure == "displaced" and (left := sentence.first(LEFT_COUNTRY)):
        return asked.known(left[1].capitalize())
    return country_of(asked.document, asked.here) if sentence.index < OPENING and sentence.says(SEVERAL) else None


def of_the_headline(asked: Asked) -> Place | None:
    """ "Air raid kills 21 at Syria market": the country that a headline names alone."""
    sentence = asked.sentence
    if sentence.index or len(sentence.words) > 20:
        return None
    named = {m.place for m in asked.here if is_at_war(m)}
    return named.pop() if len(named) == 1 else None


def of_who_holds(asked: Asked) -> Place | None:
    """Whom a side or a state holds or lets go, and not the camp that the article is about, is held in no one town."""
    sentence = asked.sentence
    if asked.measure == "released":
        return country_of(asked.document, asked.here) if sentence.says(FROM_PRISONS) else None
    if asked.measure != "detained" or not (sentence.says(HOLDS) and sentence.says(HOLDERS)) or sentence.says(HOSTAGE):
        return None
    if sentence.says(OF_SYRIA):
        return asked.known("Syria")
    focus = focus_of(asked.document)
    in_a_camp = focus is not None and focus.kind == "camp" and not sentence.says(PRISONS)
    return None if in_a_camp else country_of(asked.document, asked.here)


def in_camps(asked: Asked) -> Place | None:
    """Those displaced who live "in camps"."""
    return country_of(asked.document, asked.here) if asked.measure == "displaced" and asked.sentence.says(CAMPS) else None


def right_behind(asked: Asked) -> Place | None:
    """ "29,000 civilians in Iraq, and injuries to 55,000": the country right behind what is counted, or behind a number before it."""
    sentence = asked.sentence
    for mention in (m for m in asked.here if sentence.index >= OPENING and is_at_war(m)):
        near = sentence.tokens[max(0, mention.first - COUNTRY_REACH - 1) : mention.first]
        behind = any(t.start < asked.end <= t.end or t.lower[0].isdigit() for t in near)
        if behind and not is_partly(sentence, mention) and word_before(sentence, mention) in INSIDE:
            return mention.place
    return None


def of_a_force(asked: Asked) -> Place | None:
    """A force that is said to exist in a country, not in a part of it that the article tells of."""
    sentence = asked.sentence
    if asked.measure != "remaining":
        return None
    whole = (m for m in asked.here if word_before(sentence, m) in INSIDE)
    if named := next((m for m in whole if not (is_partly(sentence, m) and focus_inside(asked.document))), None):
        return named.place
    return asked.known(BOTH) if sentence.says(BOTH_COUNTRIES) else None


def of_nationals(asked: Asked) -> Place | None:
    """ "300,000 Iraqis have fled": from their country, where no host and no "there" is told of."""
    sentence = asked.sentence
    if asked.measure != "displaced" or sentence.says(HOSTS) or sentence.says(THERE):
        return None
    lexicon = asked.document.lexicon
    people = of_a_people(NATIONALS, lexicon).match(sentence.lower, asked.behind)
    return peoples(lexicon)[people[1]] if people else None


def of_a_campaign(asked: Asked) -> Place | None:
    """ "Since Turkey opened its offensive", "in the northeast": a state's campaign is in no one town."""
    sentence = asked.sentence
    wide = sentence.says(OFFENSIVE_OF_A_STATE) or (sentence.index >= OPENING and sentence.says(SIDE_OF_COUNTRY))
    wide = wide or (sentence.index > 0 and _launched_before(sentence))
    return country_of(asked.document, asked.here) if wide else None


def _launched_before(sentence: Sentence) -> bool:
    """ "Turkey launched its offensive on Wednesday. By Sunday night it had killed 60": told right before, of no town."""
    before = sentence.document.sentences[sentence.index - 1]
    if before.paragraph != sentence.paragraph or not before.says(STATE_LAUNCHED) or inside_a_country(candidates(before)):
        return False
    town = focus_inside(sentence.document)
    return town is None or not is_article_of(sentence.document, town)


def of_another_country(asked: Asked, carried: Place) -> Place | None:
    """The Iraq of "across northern Iraq" in a telling about Syria: no town of the other country told before is meant."""
    sentence = asked.sentence
    named = [m.place for m in asked.here if is_at_war(m) and word_before(sentence, m) in LOCATIVES]
    return named[0] if len(named) == 1 and carried.country not in (None, named[0].name) else None


def _are_apart(sentence: Sentence, a: int, b: int) -> bool:
    """Whether a clause ends between two offsets in the sentence."""
    return BOUNDARY.search(sentence.lower, min(a, b), max(a, b)) is not None


def _in_both(sentence: Sentence, found: list[Mention]) -> bool:
    for a, b in pairwise(found):
        if {a.place.name, b.place.name} != COUNTRIES or not are_joined(sentence, a, b):
            continue
        at = sentence.tokens[a.first].start - sentence.start
        if word_before(sentence, a) in LOCATIVES - {"outside"} and not WHO_FIGHT.search(sentence.lower, 0, at):
            return True
    return False
