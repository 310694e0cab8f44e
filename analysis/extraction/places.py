"""Where a claim is about: of the places named in its clause, its sentence or the telling around it, the most specific that fits.

RULES are asked in their order; the first that knows a place has the say. A rule takes what is asked (``Asked``) and gives a place or None.
"""

from analysis.extraction.land import land_places
from analysis.extraction.sentences import Document, Sentence
from analysis.extraction.where import countries, countries_told, neighbours, own_places
from analysis.extraction.where.asked import Asked, Rule
from analysis.extraction.where.candidates import candidates
from analysis.extraction.where.carried_places import carried_place, on_the_way
from analysis.extraction.where.focus import OPENING, country_of, focus_of, headlined, is_partly, national
from analysis.extraction.where.gazetteer import Place
from analysis.extraction.where.mentions import mentions
from analysis.extraction.where.named_before import named_before, of_the_campaign, side_of_the_city
from analysis.extraction.where.whole_war import is_of_the_war
from analysis.extraction.where.wide_places import is_fled, is_flood, whole_of_thousands


def place_of(document: Document, sentence: Sentence, start: int, end: int, measure: str) -> Place | None:
    """The place of the claim whose evidence is ``text[start:end]``: its clause's, its sentence's, or that of the sentences around."""
    asked = Asked(sentence, start, end, measure)
    rules = land_places.RULES if measure.startswith("territory") else RULES
    return next((place for rule in rules if (place := rule(asked))), None)


def _carried(asked: Asked) -> Place | None:
    """Where the telling is that the sentence goes on with, or else what the article is about."""
    carried = carried_place(asked.document, asked.sentence, asked.measure)
    if carried is None:
        place = _of_the_article(asked)
    else:
        if part := countries.of_another_country(asked, carried):
            return part
        place = whole_of_thousands(asked.document, asked.start, asked.end, asked.measure, carried)
    flood = place and asked.measure == "displaced" and is_flood(asked.document, asked.start, asked.end)
    return place if place and not (flood and not is_fled(asked.sentence, asked.start, asked.end, place)) else None


def _of_the_article(asked: Asked) -> Place | None:
    """What the article is about, but for a town that it names only in passing where its opening speaks of a whole country, or where
    the sentence of the opening itself speaks of a part of one ("in northern Syria")."""
    document, sentence = asked.document, asked.sentence
    opening = document.sentences[:OPENING]
    if headlined(document) is None and is_of_the_war(opening[0]):
        return None
    whole = any(national(s) for s in opening) or (sentence.index < OPENING and any(is_partly(sentence, m) for m in candidates(sentence)))
    focus = focus_of(document)
    return focus if not whole or any(m.place == focus for s in opening for m in mentions(s)) else None


def _country(asked: Asked) -> Place | None:
    """The country that the sentence names, or else the one that the article is about."""
    return country_of(asked.document, asked.here)


RULES: tuple[Rule, ...] = (
    own_places.home_of_a_part,
    neighbours.host_of_the_displaced,
    countries.of_the_war,
    countries.fronted,
    countries.in_both,
    countries.of_the_coalition_s_count,
    named_before,
    of_the_campaign,
    countries.on_its_side,
    side_of_the_city,
    countries.all_over,
    own_places.named,
    on_the_way,
    neighbours.across_the_border,
    neighbours.host,
    neighbours.side_of_the_border,
    neighbours.at_the_border_with_iraq,
    countries.somewhere,
    countries.of_the_huge,
    countries.both,
    countries.nationwide,
    countries.of_the_headline,
    countries.of_who_holds,
    countries.in_camps,
    countries.right_behind,
    countries.of_a_force,
    countries_told.of_the_opening,
    countries_told.of_both_in_the_opening,
    countries.of_nationals,
    countries.of_a_campaign,
    countries_told.in_the_country,
    countries_told.of_the_nation,
    _carried,
    _country,
)
