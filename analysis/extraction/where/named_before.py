"""Places that a sentence points back to: "in the town", "the capital", "the operation"."""

import re
from bisect import bisect_right

from analysis.extraction.sentences import Document, Sentence, kept
from analysis.extraction.where.asked import Asked
from analysis.extraction.where.bearings import HOSPITAL
from analysis.extraction.where.candidates import places_told
from analysis.extraction.where.focus import OPENING, WIDE, country_of, focus_of, headlined, mentions_of, reported_from
from analysis.extraction.where.gazetteer import SPECIFIC, Place, gazetteer, holds
from analysis.extraction.where.mentions import CALENDAR, Mention, mentions
from analysis.extraction.where.nations import capitals, peoples
from analysis.extraction.where.ranking import BOUNDARY, best_place, clause_bounds

BARE_HALVES = frozenset(("east", "west"))
HALVES = BARE_HALVES | {"eastern", "western"}
RURAL = frozenset("province countryside governorate region".split())
# "On the government-controlled west", "in the western neighbourhoods": of a city
SIDE = re.compile(
    r"\b(?:in|on|across|of|to|hit|from) the (?:[\w-]+[- ](?:held|controlled|run) )?(?:other )?(?:east|west)\b(?!-| of| and| coast| bank)"
    r"|\bin the (?:[\w-]+[- ](?:held|controlled|run) )?(?:eastern|western)"
    r" (?:neighbou?rhoods|districts|quarters|half|side|part|sector)\b(?! of)"
)
NAMED_THROUGHOUT = 4  # times that an article names the city that it is about, beside which a town named in passing is no "the city"
FAR_BACK = 20  # sentences over which "the town" may mean one
KINDS = {
    "district": ("quarter", "town"), "neighborhood": ("quarter",), "neighbourhood": ("quarter",), "quarter": ("quarter",), "suburb": ("town", "quarter"),  # noqa: E501
    "village": ("village", "town"), "town": ("town", "village"), "city": ("town", "province"), "province": ("province",), "governorate": ("province",),  # noqa: E501
    "camp": ("camp",), "countryside": ("province",), "enclave": ("region",), "base": ("airbase", "town"),
}  # fmt: skip
# "Killed near the capital", not "a stronghold near the capital", which is a place of its own
_NEAR = "".join(f"(?<!{kind} )" for kind in "stronghold region area enclave suburb suburbs district town village base and".split())
# "Killed 12 in the town": a place named before by its kind, in the clause of the number
NAMED_BEFORE = re.compile(
    r"(?:\b(?:in|into|on|at|of|from|inside|around|across|outside|near|throughout|fled|left|leaving|hit|shelled|bombed|struck|stormed"
    r"|(?:way|road|journey) to|lost|attacked|entered|seized|overran|(?:re)?took|(?:re)?taken|(?:re)?captured)|^)"
    r" ?(?:the|that|this|the same) (?:[\w-]+ ){0,2}?"
    r"(village|town|city|province|governorate|camp|district|neighbou?rhood|quarter|suburb|enclave|countryside)"
    r"(?:\b(?! of\b|[’']s? )|[’']?s (?=(?:far )?(?:north|south|east|west)\b))"
    rf"|\b(?:in|on|at|inside|{_NEAR}(?:near|outside|around)(?= the (?:syrian|iraqi) )"
    r"|shelling of|bombardment of|attacks? on|hit|shell(?:ed)?|rocked|struck"
    r"|(?:districts?|neighbou?rhoods?|quarters?|areas|parts|streets|suburbs?|heart|cent(?:re|er)|outskirts) of"
    r"|bomb(?:ed)?) the (?:syrian |iraqi )?(capital)\b(?! of\b)"
)
IN_THE_CAMPAIGN = re.compile(r"\b(?:in|since|during) the (operation|offensive|campaign|battle|siege)\b(?! (?:for|on|of|in|to|against)\b)")
BEARING = re.compile(r"(?<!the )\b(?:north|south|east|west)\w* of (?:the|that|this)(?: [\w-]+)?$")  # "north of the city" is outside it
THERE = re.compile(r"\bthere\b(?! (?:also |still )?(?:were|was|are|is|have|has|had)\b)")  # not "there were 12 dead"
# "Have died on the way or soon after they arrived": where people come to, told before.
ARRIVING = re.compile(
    r"\b(?:on the (?:way|road|journey)|en route)\b(?: there\b| to (?:it|the camp)\b|,? or\b)"
    r"|\b(?:soon|shortly|just) after (?:(?:they|their) )?(?:arriv|reaching)"
)
CAPITALISED = re.compile(r"\s+([A-Z]\w+)")
BESIDE = 40  # characters between a place and the whole that it is in: "in Susah, in the south of the province"


def named_before(asked: Asked) -> Place | None:
    """The town that "in the town" means, where that stands nearer to the number than any place of the sentence."""
    sentence, found, at = asked.sentence, asked.inside, asked.at
    if not sentence.says(NAMED_BEFORE):
        return None
    bounds = clause_bounds(sentence)
    own = bisect_right(bounds, asked.start)
    joined = own > 0 and sentence.document.lower.startswith("and ", bounds[own - 1])  # "75 dead in the province and another 150 wounded"
    spans = [(sentence.tokens[m.first].start - sentence.start, sentence.tokens[m.last - 1].end - sentence.start) for m in found]
    again = [
        m
        for m in NAMED_BEFORE.finditer(sentence.lower)
        if own - joined <= bisect_right(bounds, sentence.start + m.start()) <= own
        and (m[2] or not _is_named(sentence, m))
        and not BEARING.search(sentence.lower, 0, m.start(m.lastindex or 0) - 1)
        and not HOSPITAL.search(sentence.lower, 0, m.start(m.lastindex or 0))
        and not any(
            0 <= m.start() - end <= BESIDE and not BOUNDARY.search(sentence.lower, end, m.start()) for _, end in spans
        )  # "in Susah, in the south of the province"
    ]
    nearest = min(again, key=lambda m: abs(m.start() - at), default=None)
    if nearest is None:
        return None
    place = last_so_called(asked.document, sentence, nearest)
    nearer = (
        m.place
        for m, (first, _) in zip(found, spans, strict=True)
        if abs(first - at) < abs(nearest.start() - at) or nearest.start() < at < first
    )
    return place if place and all(holds(p, place) and p.kind == "province" for p in nearer) else None


def side_of_the_city(asked: Asked) -> Place | None:
    """The city whose halves the article tells apart ("rebel-held east Aleppo"), for "the government-held west" and "in the east"."""
    return _halved(asked.document) if asked.sentence.says(SIDE) and not asked.inside else None


@kept
def _halved(document: Document) -> Place | None:
    """The one town that the opening of an article names by a half: "east Aleppo", "the west of Mosul", "western Mosul"."""
    towns = {m.place for s in document.sentences[:OPENING] for m in places_told(s) if _is_half(s, m)}
    return towns.pop() if len(towns) == 1 else None


def _is_half(sentence: Sentence, mention: Mention) -> bool:
    """ "East Aleppo", "western Mosul"; of a name that is also a province's only "east" or "west", and not of its countryside."""
    before = sentence.word(mention.first - 1)
    rural = not RURAL.isdisjoint(sentence.words[mention.last : mention.last + 1])
    return not rural and before in (HALVES if mention.place.kind == "town" else BARE_HALVES) and mention.place.kind in ("town", "province")


def _is_named(sentence: Sentence, words: re.Match[str]) -> bool:
    """ "In the Jobar district", "in the district Jobar": the one that bears the name, not the one told before."""
    name = CAPITALISED.match(sentence.text, words.end())
    return not sentence.text[words.start() + 1 : words.end()].islower() or (name is not None and name[1].lower() not in CALENDAR)


def last_so_called(document: Document, sentence: Sentence, words: re.Match[str]) -> Place | None:
    """The last town named before "the town", the capital of the country for "the capital"."""
    if words[2]:
        about = focus_of(document) or country_of(document)
        nations = (place.country for people, place in peoples(document.lexicon).items() if people in words[0])
        nation = next(nations, about.country if about else None)
        return gazetteer(document.lexicon).get(capitals(document.lexicon).get(nation or "", ""))
    kinds = KINDS[words[1]]
    for i in range(sentence.index, max(-1, sentence.index - FAR_BACK), -1):
        other = document.sentences[i]
        told = [m for m in places_told(other) if m.place.kind in kinds]
        if i == sentence.index:  # also of "sources in Idlib said raids had hit the province"
            told = told or [m for m in mentions(other) if kinds == (m.place.kind,) == ("province",)]
            told = [m for m in told if other.tokens[m.first].start < other.start + words.start()]
        if told:
            place, focus = best_place(other, told, None, "killed"), focus_of(document)
            passing = words[1] == "city" and i < sentence.index and mentions_of(document)[place] == 1
            return focus if passing and focus and focus.kind in kinds and mentions_of(document)[focus] >= NAMED_THROUGHOUT else place
        if words[1] == "city" and i == sentence.index - 1 and (capital := other.first(NAMED_BEFORE)) and capital[2]:
            return last_so_called(document, other, capital)
    place = reported_from(document) if words[0].split()[-2:-1] == ["this"] else None
    return place if place and place.kind in (*kinds, *SPECIFIC) else None


def of_the_campaign(asked: Asked) -> Place | None:
    """Where "the operation" is that the title or the lead tells of, where that stands nearer to the number than any of the places."""
    document, sentence = asked.document, asked.sentence
    campaign = sentence.first(IN_THE_CAMPAIGN)
    if campaign is None:
        return None
    at = abs(campaign.start() - asked.at)
    if any(abs(sentence.tokens[m.first].start - asked.start) < at for m in asked.inside):
        return None
    if campaign[1] in (document.title or "").lower() and (heading := headlined(document)):
        return heading
    lead = next((s for s in document.sentences[:OPENING] if campaign[1] in s.lower), sentence)
    told = [m for m in places_told(lead) if m.place.kind not in WIDE]
    return best_place(lead, told, None, "killed") if told and lead is not sentence else None
