"""Where land lies that is held or lost: the country that a share is of, the pocket that an area is in.

RULES are asked in their order, as those of places.py are.
"""

import re

from analysis.extraction.where.asked import Asked, Rule
from analysis.extraction.where.carried_places import carried_place
from analysis.extraction.where.focus import BOTH_COUNTRIES, best_of_article, both_countries, country_of, focus_of, is_of_both
from analysis.extraction.where.gazetteer import BOTH, Place
from analysis.extraction.where.mentions import Mention
from analysis.extraction.where.nations import of_a_people, peoples
from analysis.extraction.where.neighbours import at_the_border_with_iraq
from analysis.extraction.where.ranking import are_joined

OWNED = re.compile(r"[^,;]* of (?:the )?(?:(?:what|the land that) it (?:once |had )?(?:held|controlled|ruled) in )?")
OF_A_TOWN = re.compile(
    r"[^,;.]{1,30}? of (?:the|that) (?:[\w-]+ ){0,3}(?:city|town|village|camp|district|province|governorate|neighbou?rhood)\b"
)
SURFACE = re.compile(r"(?:\b|\d)(?:square|sq|k(?:ilo)?m|mile|metre|meter|hectare)")
VAST = re.compile(r"\d{2,3}[,\s]?\d{3}")  # square kilometres of no town's surroundings
RESTATED = re.compile(r"(?:,? or|,) (?:[\w-]+ ){0,3}$")
WHERE = re.compile(r"(?: (?:camp|city|town|district|province|quarter|area|region))?,? where [^,;.]{1,40}")
LEFT_IT = re.compile(r"\b(?:ousted|driven|expelled|forced|pushed) (?:from|out of)\b")  # "lost most of its land and were ousted from Raqqa"
OF_ITS_LAND = re.compile(r" of (?:its (?:territory|land|area|surface)|the country)\b")
OF_IT = re.compile(r" of it\b")
THE_COUNTRY = re.compile(r"the country")
UNIT_REACH = 14  # characters behind a number in which its unit begins
OWNER_REACH = 60  # characters from a number in which those begin whose land it is


def of_its_owner(asked: Asked) -> Place | None:
    """ "A third of Iraq and almost half of Syria", "two square km of Iraq", but "a third of Iraq and Syria" is of both."""
    sentence = asked.sentence
    owned = (m for m in asked.here if OWNED.fullmatch(sentence.lower, asked.behind, max(asked.behind, _begin(asked, m))))
    owner = next(owned, None)
    if owner is None or (_is_surface(asked) and owner.place.kind != "country"):
        return None
    return None if any(are_joined(sentence, owner, m) for m in asked.here if m.first > owner.first) else owner.place


def of_a_town(asked: Asked) -> Place | None:
    """ "Half of the town": the one that is told of."""
    return _told(asked) if not _is_surface(asked) and OF_A_TOWN.match(asked.sentence.lower, asked.at) else None


def of_where(asked: Asked) -> Place | None:
    """ "Yarmouk camp, where IS holds 70 percent of the ground": the place right before the clause."""
    text = asked.sentence.lower
    told = (
        m for m in reversed(_before(asked)) if WHERE.fullmatch(text, asked.sentence.tokens[m.last - 1].end - asked.sentence.start, asked.at)
    )
    return next((m.place for m in told), None)


def restated(asked: Asked) -> Place | None:
    """ "40,000 square km of Iraq, or a tenth of its territory", "a third of Iraq and Syria, some 88,000 square km"."""
    before, text = _before(asked), asked.sentence.lower
    if not before or before[-1].place.kind != "country" or RESTATED.search(text, _end(asked, before[-1]), asked.at) is None:
        return None
    if OF_ITS_LAND.match(text, asked.behind):
        return before[-1].place
    again = _is_surface(asked) and RESTATED.fullmatch(text, _end(asked, before[-1]), asked.at)
    both = again and len(before) > 1 and are_joined(asked.sentence, before[-2], before[-1])
    return asked.known(BOTH) if both else before[-1].place if again else None


def of_both(asked: Asked) -> Place | None:
    """Both countries, where both are named, for an area right behind it: "40 percent of Iraq and Syria", "of both countries"."""
    both, is_surface = both_countries(asked.document, asked.here), _is_surface(asked)
    if both and (not is_surface or any(m.place.kind == "country" for m in _owners(asked))):
        return both
    return asked.known(BOTH) if asked.sentence.says(BOTH_COUNTRIES) and not is_surface else None


def vast(asked: Asked) -> Place | None:
    """Tens of thousands of square kilometres are a country's."""
    return of_the_whole(asked) if _is_surface(asked) and VAST.search(asked.sentence.lower, asked.at, asked.behind) else None


def of_it(asked: Asked) -> Place | None:
    """ "Overran most of Anbar and still holds half of it"; "half of it", of what was told before."""
    if not OF_IT.match(asked.sentence.lower, asked.behind):
        return None
    before = _before(asked)
    return before[-1].place if before else None if asked.here else _told(asked)


def of_a_surface(asked: Asked) -> Place | None:
    """The pocket that an area or a stretch is in."""
    return _told(asked) if _is_surface(asked) else None


def of_who_is_behind(asked: Asked) -> Place | None:
    """ "A third of the territory in Anbar", "of Syrian territory"."""
    if owners := _owners(asked):
        return owners[0].place
    lexicon = asked.document.lexicon
    people = of_a_people("PEOPLE", lexicon).search(asked.sentence.lower, asked.at, asked.at + OWNER_REACH)
    return peoples(lexicon)[people[0]] if people else None


def of_the_whole(asked: Asked) -> Place | None:
    """The country that the sentence or else the article tells of; both for one that speaks of both."""
    one = asked.sentence.says(THE_COUNTRY) or any(m.place.kind == "country" for m in asked.here)
    return asked.known(BOTH) if is_of_both(asked.document) and not one else country_of(asked.document, asked.here)


RULES: tuple[Rule, ...] = (
    of_its_owner,
    of_a_town,
    of_where,
    restated,
    of_both,
    vast,
    of_it,
    at_the_border_with_iraq,
    of_a_surface,
    of_who_is_behind,
    of_the_whole,
)


def _told(asked: Asked) -> Place | None:
    """The place inside a country that the sentence names, or the telling or the article is about, or else the country."""
    document, sentence = asked.document, asked.sentence
    if asked.inside:
        return best_of_article(document, sentence, asked.inside, asked.start, asked.measure)
    return carried_place(document, sentence, asked.measure) or focus_of(document) or country_of(document, asked.here)


def _is_surface(asked: Asked) -> bool:
    """Whether it is an area or a length, and no share."""
    return SURFACE.search(asked.sentence.lower, asked.at, asked.behind + UNIT_REACH) is not None


def _begin(asked: Asked, mention: Mention) -> int:
    """Where a mention begins in the sentence."""
    return asked.sentence.tokens[mention.first].start - asked.sentence.start


def _end(asked: Asked, mention: Mention) -> int:
    """Where a mention ends in the sentence."""
    return asked.sentence.tokens[mention.last - 1].end - asked.sentence.start


def _before(asked: Asked) -> list[Mention]:
    """The places named before the number."""
    return [m for m in asked.here if _begin(asked, m) < asked.at]


def _owners(asked: Asked) -> list[Mention]:
    """The places named so near behind the number that it may be their land."""
    behind = [m for m in asked.here if asked.at < _begin(asked, m) < asked.at + OWNER_REACH]
    return [m for m in behind if LEFT_IT.search(asked.sentence.lower, asked.behind, _begin(asked, m)) is None]
