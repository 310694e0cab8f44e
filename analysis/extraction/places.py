"""Where a claim is about: of the places named in its clause, its sentence or the telling around it, the most specific that fits."""

import re
from itertools import pairwise

from analysis.extraction.claim import HARMS
from analysis.extraction.land.land_places import BOTH_COUNTRIES, place_of_land
from analysis.extraction.sentences import Document, Sentence, kept
from analysis.extraction.when.calendar_words import MONTH, WEEKDAY
from analysis.extraction.when.tallies import is_huge, is_war_total
from analysis.extraction.where.candidates import candidates, inside_a_country, of_a_part
from analysis.extraction.where.carried_places import carried_place, is_emptied
from analysis.extraction.where.focus import (
    LEAD,
    best_of_article,
    both_countries,
    country_of,
    focus_inside,
    focus_of,
    headlined,
    is_partly,
    national,
)
from analysis.extraction.where.gazetteer import ABROAD, BOTH, COUNTRY_OF, Place, gazetteer
from analysis.extraction.where.governing import LOCATIVES, word_before
from analysis.extraction.where.mentions import Mention, mentions
from analysis.extraction.where.named_before import NAMED_BEFORE, THERE, named_before, of_the_campaign, side_of_the_city
from analysis.extraction.where.neighbours import across_the_border, host, side_of_the_border
from analysis.extraction.where.ranking import BOUNDARY, WITHIN, are_joined
from analysis.extraction.where.whole_war import goes_on_with_the_war, is_of_the_war
from analysis.extraction.where.wide_places import COUNTED_UP, is_fled, is_flood, whole_of_thousands

FRONT = 8  # words before a place with which a sentence opens
CONTROLS = re.compile(
    r"(?:\b(?:that|which|who) [^;.]{0,60}?\b(?:controls?|holds?|rules?|runs?)|\bcontrolling|\bin control of)"
    r"(?: [\w-]+){0,3} (?:al-)?$"
)
TOLD = re.compile(r"[^;.]{0,80}\b(?:said|says|told|recalls?|recalled)\b")
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
HOLDS = re.compile(
    r"\b(?:hold(?:s|ing)?|held|kept|custody|guard(?:s|ing)?|in the hands of|in prisons"
    r"|detain(?:s|ing)|ha(?:s|ve) detained|jailed|imprisoned|behind bars)\b"
)
ASIDE = re.compile(r", (?:when|after|before) [^,;]{0,80}$")
HOLDERS = re.compile(
    r"\b(?:sdf|syrian democratic forces|ypg|kurdish(?! officials?\b[^;.]{0,30} said)|autonomous administration"
    r"|foreign(?:ers)?|countries|nationalit(?:y|ies)"
    r"|prisons|jails|camps|(?:are|still|being|remain) held by the (?:syrian |iraqi )?(?:government|state|regime|authorities))\b"
)
PRISONS = re.compile(r"\b(?:prisons|jails|detention cent(?:er|re)s|lockups)\b")
HOSTAGE = re.compile(r"\bhostages?\b")
OF_SYRIA = re.compile(r"\b(?:sdf|syrian democratic forces|ypg|kurdish-led|kurdish administration|autonomous administration)\b")
CAMPS = re.compile(r"\bin (?:[\w-]+ ){0,2}camps\b")
WITHDREW = re.compile(r"\b(?:withdr[ae]w\w*|retreat\w*|pull\w* (?:back|out)|fled|fleeing|withdrawal)\b[^,;]{0,50}$")
BROUGHT = re.compile(r"\b(?:moved|flown|rushed|airlifted|transferred) (?:[\w-]+ )?to (?:the )?(?:[a-z]+ ){0,3}(?:of )?$")
NOWHERE = Place("", None, None, None, "")
THEY = frozenset("they it its their these those".split())
OF_THEM_FROM = re.compile(r" of (?:them|whom|these|those)(?: \w+){0,2} from ")
FROM_WHERE = re.compile(r"(?:the )?(?:[a-z]+ (?:of )?){0,3}(?:[Aa]l-)?")  # "the nearby town of"
ITS_STRIKES = re.compile(
    r"\W*(?:its|their|these|those) (?:[\w-]+ ){0,2}(?:strikes|airstrikes|raids|bombing|bombardment|campaign|attacks)\b"
)
OWN_SIDE = re.compile(r"\bon the (syrian|iraqi) side\b")
SOIL = re.compile(r"\bon (syrian|iraqi) (?:soil|territory|ground)\b")
IN_THE_COUNTRY = re.compile(r"\b(?:in|across|around) the country\b(?! of|[’'])")
ALSO_HARMED = re.compile(r"\balso (?:died|killed|wounded|injured|been killed|been displaced)\b")
HOSTS = re.compile(r"\b(?:home to|hosts?|houses|shelters)\b")
NATIONALS = re.compile(r"[\s\w-]{0,12}\b(iraqi|syrian)s\b")
SEVERAL = re.compile(
    r"(?<!from )\b(?:two|three|four|five|six|several|many|various|different|other|main) (?:\w+ ){0,2}(?:villages|towns|cities|districts|provinces|governorates|areas|regions|battlegrounds|fronts|incidents|camps|prisons)\b"  # noqa: E501
    r"|\b(?:in|of) the country\b"
    r"|\b(?:(?:series|string|wave|spate) of|separate) (?:[\w-]+ ){0,3}(?:strikes|airstrikes|raids|attacks|bombings|explosions|blasts)\b"
)  # fmt: skip
WHO_FIGHT = re.compile(r"\b(?:fight(?:s|ing)?|battl(?:es|ing)|combat(?:s|ing)|controls?|holds?)\b[^,;.]{0,40}$")
COALITION = re.compile(r"\bcoalition\b")
OVER_IT = re.compile(
    r"\b(?:across|throughout|all over|elsewhere in) "
    r"(?:the (?:country|(?:north|south|east|west)(?:-?east|-?west)?)|syria|iraq)\b(?![’']s| of (?!the country))"
)
ELSEWHERE = re.compile(r"\W*elsewhere\b")
FRONTED = re.compile(
    r"\W*(?:meanwhile,? |and )?(?:(?:across|over|on the other side of) the (?:border|frontier),? )?(?:in|across|inside) "
    r"(?:neighbou?ring |the \w+ of |[\w-]*(?:north|south|east|west)[\w-]* )?"
)


def place_of(document: Document, sentence: Sentence, start: int, end: int, measure: str) -> Place | None:
    """The place of the claim whose evidence is ``text[start:end]``: its clause's, its sentence's, or that of the sentences around."""
    if measure.startswith("territory"):
        return place_of_land(document, sentence, start, end)
    here = candidates(sentence)
    if measure == "displaced" and (home := _home_of_a_part(sentence, end)):
        return home
    if measure in (*HARMS, "displaced") and (
        is_war_total(document, sentence, start, end)
        or (not inside_a_country(here) and (is_of_the_war(sentence) or goes_on_with_the_war(document, sentence)))
    ):
        goes_on = not here and sentence.index and goes_on_with_the_war(document, sentence)
        return _whole(document, sentence, candidates(document.sentences[sentence.index - 1]) if goes_on else here)
    if country := _fronted(sentence):
        return country
    for before in (named_before, of_the_campaign):
        if again := before(document, sentence, start, inside_a_country(here)):
            return again
    if country := _side_of_the_border(sentence, start):
        return country
    if city := side_of_the_city(document, sentence, inside_a_country(here)):
        return city
    if country := _over_it(document, sentence, start, here):
        return country
    if measure == "displaced" and (country := host(sentence, start, end)):
        return country
    inside = [m for m in inside_a_country(here) if not _is_only_of_a_part(sentence, m, start, end)]
    if found := [
        m
        for m in inside
        if measure not in HARMS
        or not (
            _is_taken_to(sentence, m)
            or _is_in_an_aside(sentence, m, start)
            or _is_of_who_tells(sentence, m)
            or is_emptied(sentence, m)
            or _is_left_for(sentence, m)
        )
    ]:
        return best_of_article(document, sentence, found, start, measure)
    if abroad := across_the_border(sentence, here) or host(sentence, start, end) or side_of_the_border(sentence):
        return abroad
    if measure in (*HARMS, "detained") and is_huge(document, start, end):
        return country_of(document, here)
    if (both := both_countries(document, here)) and (measure == "remaining" or _in_both(sentence, here)):
        return both
    if country := national(sentence):
        return country
    if sentence.index <= LEAD and sentence.says(SEVERAL):
        return country_of(document, here)
    if measure == "detained" and _are_held_by_a_side(document, sentence):
        return gazetteer(document.lexicon)["Syria"] if sentence.says(OF_SYRIA) else country_of(document, here)
    if measure == "displaced" and sentence.says(CAMPS):
        return country_of(document, here)
    if sentence.index > LEAD and (country := _right_behind(sentence, here, end)):
        return country
    whole = (m for m in here if word_before(sentence, m) in ("in", "across", "inside"))
    if measure == "remaining" and (named := next((m for m in whole if not (is_partly(sentence, m) and focus_inside(document))), None)):
        return named.place
    if measure == "remaining" and sentence.says(BOTH_COUNTRIES):
        return gazetteer(document.lexicon)[BOTH]
    if before := _country_before(document, sentence):
        return before
    if (
        measure == "displaced"
        and not sentence.says(HOSTS)
        and not sentence.says(THERE)
        and (people := NATIONALS.match(sentence.lower, end - sentence.start))
    ):
        return gazetteer(document.lexicon)[COUNTRY_OF[people[1]]]
    if sentence.says(OFFENSIVE_OF_A_STATE) or (sentence.index > LEAD and sentence.says(SIDE_OF_COUNTRY)):
        return country_of(document, here)
    if measure == "remaining" and (country := _whole_told(document, sentence)):
        return country
    if measure in (*HARMS, "displaced") and (country := _goes_on_with_the_nation(document, sentence, here)):
        return country
    carried = carried_place(document, sentence, measure)
    if carried and (part := _part_of_another_country(here, carried, sentence)):
        return part
    place = whole_of_thousands(document, start, end, measure, carried) if carried else _article_place(document, sentence)
    if place and measure == "displaced" and is_flood(document, start, end) and not is_fled(sentence, place):
        return country_of(document, here)
    return place or country_of(document, here)


def _are_held_by_a_side(document: Document, sentence: Sentence) -> bool:
    """Whether those detained are held by a side or a state, and not in the camp that the article is about."""
    if not (sentence.says(HOLDS) and sentence.says(HOLDERS)) or sentence.says(HOSTAGE):
        return False
    return sentence.says(OF_SYRIA) or sentence.says(PRISONS) or (focus_of(document) or NOWHERE).kind != "camp"


def _article_place(document: Document, sentence: Sentence) -> Place | None:
    """What the article is about, but for a town that it names only in passing where its opening speaks of a whole country, or where
    the sentence of the opening itself speaks of a part of one ("in northern Syria")."""
    opening = document.sentences[: LEAD + 1]
    if headlined(document) is None and is_of_the_war(opening[0]):
        return None
    whole = any(national(s) for s in opening) or (sentence.index <= LEAD and any(is_partly(sentence, m) for m in candidates(sentence)))
    focus = focus_of(document)
    return focus if not whole or any(m.place == focus for s in opening for m in mentions(s)) else None


def _is_only_of_a_part(sentence: Sentence, mention: Mention, start: int, end: int) -> bool:
    """Whether a place is only that of a part that ``text[start:end]`` is not: "300 deaths, 200 of them in Mansoura, and 50 wounded"."""
    part = of_a_part(sentence, mention)
    if part is None:
        return False
    if end < sentence.start + part:
        return bool(sentence.lower[end - sentence.start : part].strip())
    return (
        BOUNDARY.search(sentence.lower, sentence.tokens[mention.last - 1].end - sentence.start, max(0, start - sentence.start)) is not None
    )


def _home_of_a_part(sentence: Sentence, end: int) -> Place | None:
    """ "Of the displaced 114,000 are from Ramadi", "half a million of them from Anbar": whence a part has come."""
    behind = OF_THEM_FROM.match(sentence.lower, end - sentence.start)
    if behind is None:
        return None
    named = ((sentence.tokens[m.first].start - sentence.start, m.place) for m in mentions(sentence))
    at, place = next(((at, place) for at, place in named if at >= behind.end()), (0, None))
    told = place and place.kind != "country" and FROM_WHERE.fullmatch(sentence.text, behind.end(), at)
    return place if told else None


def _is_of_who_tells(sentence: Sentence, mention: Mention) -> bool:
    """ "A faction that controls X said it killed ...", "in the camp of X a woman said ...": of those who tell it, not of what they tell."""
    at, end = sentence.tokens[mention.first].start - sentence.start, sentence.tokens[mention.last - 1].end - sentence.start
    if CONTROLS.search(sentence.lower, max(0, at - 110), at):
        return True
    camp = mention.place.kind == "camp" or "camp" in sentence.words[max(0, mention.first - 3) : mention.first]
    return camp and mention.first < FRONT and TOLD.match(sentence.lower, end) is not None


def _is_in_an_aside(sentence: Sentence, mention: Mention, start: int) -> bool:
    """ "Since May, when it lost X, 12 have died there": of the aside, where "there" is somewhere told before."""
    at, end = sentence.tokens[mention.first].start - sentence.start, sentence.tokens[mention.last - 1].end - sentence.start
    aside = ASIDE.search(sentence.lower, max(0, at - 90), at)
    return aside is not None and "," in sentence.lower[end : max(end, start - sentence.start)] and sentence.says(THERE)


def _is_taken_to(sentence: Sentence, mention: Mention) -> bool:
    """ "Died before they could be moved to X", "were flown to X": where the harmed are brought."""
    at = sentence.tokens[mention.first].start - sentence.start
    return BROUGHT.search(sentence.lower, max(0, at - 40), at) is not None


def _is_left_for(sentence: Sentence, mention: Mention) -> bool:
    """ "Withdrew towards X, leaving mines that killed three": where those went whom the harm is not of."""
    at = sentence.tokens[mention.first].start - sentence.start
    return word_before(sentence, mention) in ("towards", "toward") and WITHDREW.search(sentence.lower, max(0, at - 70), at) is not None


def _whole(document: Document, sentence: Sentence, here: list[Mention]) -> Place | None:
    """The country of the war; the coalition's war is in two."""
    if both := both_countries(document, here):
        return both
    if not here and sentence.says(COALITION):
        return gazetteer(document.lexicon)[BOTH]
    return country_of(document, here)


def _right_behind(sentence: Sentence, found: list[Mention], end: int) -> Place | None:
    """ "29,000 civilians in Iraq, and injuries to 55,000": the country right behind what is counted, or behind a number before it."""
    for mention in (m for m in found if m.place.kind == "country" and m.place.country not in ABROAD):
        near = sentence.tokens[max(0, mention.first - COUNTRY_REACH - 1) : mention.first]
        behind = any(t.start < end <= t.end or t.lower[0].isdigit() for t in near)
        if behind and not is_partly(sentence, mention) and word_before(sentence, mention) in ("in", "across", "inside"):
            return mention.place
    return None


def _over_it(document: Document, sentence: Sentence, start: int, here: list[Mention]) -> Place | None:
    """The country that "across the north" and "elsewhere in Syria" mean, where that stands nearer to the number than any place."""
    if not sentence.says(OVER_IT):
        return None
    at = start - sentence.start
    told = (m for m in OVER_IT.finditer(sentence.lower, 1) if m.start() > at or not m[0].startswith("elsewhere"))
    over = min(told, key=lambda m: abs(m.start() - at), default=None)
    if over is None or _are_apart(sentence, over.start(), at):
        return None
    named = (sentence.tokens[m.first].start - sentence.start for m in inside_a_country(here))
    nearest = min((abs(i - at) for i in named if not _are_apart(sentence, i, at)), default=sentence.end)
    return country_of(document, here) if abs(over.start() - at) < nearest else None


def _part_of_another_country(here: list[Mention], carried: Place, sentence: Sentence) -> Place | None:
    """The Iraq of "across northern Iraq" in a telling about Syria: no town of the other country told before is meant."""
    named = [m.place for m in here if m.place.kind == "country" and m.place.country not in ABROAD and word_before(sentence, m) in LOCATIVES]
    return named[0] if len(named) == 1 and carried.country not in (None, named[0].name) else None


def _side_of_the_border(sentence: Sentence, start: int) -> Place | None:
    """ "60 killed on the Syrian side of the border", "on the Syrian side 11 died": in the clause of the number and before any place."""
    at = start - sentence.start
    for side in OWN_SIDE.finditer(sentence.lower):
        if (side.start() > at or not side.start()) and not _are_apart(sentence, at, side.start()):
            named = (sentence.tokens[m.first].start - sentence.start for m in inside_a_country(candidates(sentence)))
            if not any(i < side.start() and not _are_apart(sentence, i, at) for i in named):
                return gazetteer(sentence.document.lexicon)[COUNTRY_OF[side[1]]]
    return None


def _are_apart(sentence: Sentence, a: int, b: int) -> bool:
    """Whether a clause ends between two offsets in the sentence."""
    return BOUNDARY.search(sentence.lower, min(a, b), max(a, b)) is not None


@kept
def _fronted(sentence: Sentence) -> Place | None:
    """ "In neighbouring Iraq meanwhile, ...", "Elsewhere in Syria ...": a country that opens a sentence, where no place in it follows."""
    here = candidates(sentence)
    within = any(word_before(sentence, m) in WITHIN and m.place.kind != "river" for m in inside_a_country(here))
    if not here or here[0].place.kind != "country" or within:
        return None
    opens = ELSEWHERE.match(sentence.lower) or FRONTED.fullmatch(sentence.lower, 0, sentence.tokens[here[0].first].start - sentence.start)
    return here[0].place if opens else None


def _country_before(document: Document, sentence: Sentence) -> Place | None:
    """The country that the sentence before opens with, or is about for "there": "Iraq's jails are crowded. ... held there"."""
    if not sentence.index:
        return None
    before = document.sentences[sentence.index - 1]
    if not sentence.says(THERE):
        goes_on = sentence.words[0] in THEY and before.paragraph == sentence.paragraph
        return (_fronted(before) or (national(before) if sentence.says(ITS_STRIKES) else None)) if goes_on else None
    here = candidates(before)
    return here[0].place if here and not inside_a_country(here) and here[0].place.country not in ABROAD else None


def _goes_on_with_the_nation(document: Document, sentence: Sentence, here: list[Mention]) -> Place | None:
    """ "Violence killed 2,417 Iraqis in June. More than a million have been uprooted since January": of the whole country too."""
    before = document.sentences[sentence.index - 1] if sentence.index else None
    if before is None or inside_a_country(here) or sentence.says(THERE) or sentence.says(NAMED_BEFORE):
        return None
    same = before.paragraph == sentence.paragraph and sentence.says(COUNTED_UP)
    return national(before) if same or sentence.says(ALSO_HARMED) else None


def _whole_told(document: Document, sentence: Sentence) -> Place | None:
    """ "On Iraqi soil", and "Iraq declared victory. It still has 3,000 fighters in the country": the country told before."""
    if soil := sentence.first(SOIL):
        return gazetteer(document.lexicon)[COUNTRY_OF[soil[1]]]
    near = document.sentences[max(0, sentence.index - 1) : sentence.index + 1] if sentence.says(IN_THE_COUNTRY) else []
    told = [m.place for s in near for m in mentions(s) if m.place.kind == "country" and m.place.country not in ABROAD]
    return told[-1] if len(set(told)) == 1 else None


def _in_both(sentence: Sentence, found: list[Mention]) -> bool:
    """ "in Iraq and Syria", not "Islamic State of Iraq and Syria", nor "who fight the group in Iraq and Syria"."""
    for a, b in pairwise(found):
        if {a.place.name, b.place.name} != set(BOTH.split(" and ")) or not are_joined(sentence, a, b):
            continue
        at = sentence.tokens[a.first].start - sentence.start
        if word_before(sentence, a) in LOCATIVES - {"outside"} and not WHO_FIGHT.search(sentence.lower, 0, at):
            return True
    return False
