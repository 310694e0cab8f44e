"""The places of a sentence that a claim may be about: no dateline, no capital that acts, no border or measure of distance."""

import re

from analysis.extraction.sentences import Document, Sentence, kept
from analysis.extraction.where.bearings import is_bearing
from analysis.extraction.where.gazetteer import Place
from analysis.extraction.where.governing import LOCATIVES, SINGULAR, word_before
from analysis.extraction.where.mentions import Mention, mentions
from analysis.extraction.where.namesakes import is_surname
from analysis.extraction.where.nations import seats

SPEECH = frozenset(
    "said says blamed denied accused announced denounced condemned insisted believes told reported saying wants rejected called".split()
)
SOURCES = frozenset(
    "police health directorate media based branch university government regime authorities council governor court today news tv"
    " network coordination coordinating civil brigade brigades battalion tribe tribes tribal tribesmen clan clans clansmen".split()
)
SPOKEN_IN = re.compile(
    r"\b(?:told|speaking|spoke|interview(?:ed)?|meeting|funeral|conference|briefing|ceremony|rally|to (?:\w+ )?(?:reporters|journalists))\b"
    r"[^,;]{0,40}$"
)
WORST = re.compile(
    r" (?:was|were|is|are|remain(?:s|ed)) (?:by far )?the (?:\w+est|worst|most|hardest)\b"
)  # "Baghdad was the worst affected"
FLED = re.compile(r"\b(?:fled|flee|fleeing|evacuat\w+|displaced|bused|left|leave|leaving|driven|out)\b[^,;]{0,50}$")
# "Driven from X", "came from X"; else a place behind "from" is where somebody is at home: "a woman from X", "supplies from X"
REMOVED = re.compile(
    r"\b(?:fle[de]|escap|evacu|displac|bused|left|leav|dr[io]v|out\b|came|com[ei]|expel|oust|push|forc"
    r"|flush|clear|purg|abduct|kidnap|hostage|captiv|seiz|tak|took|brought in"
    r"|withdr|retreat|depart|board|set (?:off|out)|pull|remov|rescu|fre[ei]|releas|retriev|recover"
    r"|exodus|arriv|stream|pour|emerg|report|transfer|mov|scene|pictur|imag|footage|video)[^;]{0,60}$"
)
BRACKETED = re.compile(
    r"(?:, [A-Z]\w{2,20})?(?:(?: ?\([^)\n]{1,30}\)){1,2}|, [A-Z]{3,6}) ?[-–—_]+ ?(?=[A-Z])"
)  # "Hajin (Syria) (AFP) - ", "Homs, SANA - "
# "200 of them in a single village", "four of them by landmines in ...": where only a part was
OF_A_PART = re.compile(
    r"[,;–—(-] ?among (?:them|these|those|whom) (?:(?:at least|some|about|more than|up to|nearly) )?[\w,-]+ (?:\w+ )?"
    r"(?:in|at|near|inside|around|from)\b"
    r"|(?<!most )(?<!all )(?<!many )(?<!both )\bof (?:them|whom|these) (?:by \w+ |(?:had |were |have )?(?:died|killed|been killed) |\w+ )?"
    r"(?:in|at|near|by|inside|around|from)\b"
)
# "Families sleep in schools in X": where the displaced have found room
SHELTERED = re.compile(
    r"\b(?:displaced|famil(?:y|ies)|refugees|people|they|many|those)\b[^;.,]{0,40}"
    r"\b(?:(?:shelter(?:s|ed|ing)?|refuge|room)|(?:sleep(?:s|ing)?|slept|camp(?:ed|ing)|housed|packed into|living in) [^;,.]{0,20}"
    r"(?:schools?|mosques?|buildings?|tents?|open|parks|homes|relatives))\b[^;.,]{0,30} in (?:[\w-]+ ){0,6}?(?:al-)?$"
)
JOINED_REACH = 3  # words between "A" and B
ASIDE = re.compile(r"(?<!village)(?<!town)(?<!city)(?<!camp)[,;]")
BESIDE_A_REGION = re.compile(
    r"\b(?:near|next to|close to|by|beside|along|opposite|facing|border(?:s|ing)?|adjoin(?:s|ing)|abut(?:s|ting)|adjacent to|across"
    r"|meeting point of)"
    r"(?: (?:[\w-]+,? ){0,4}and)? (?:the )?(?:[\w-]*occupied )?$"
)


@kept
def candidates(sentence: Sentence) -> list[Mention]:
    """The mentions that may be a claim's place: no dateline, no capital that acts, no seat, border or measure of distance."""
    named = mentions(sentence)
    found = [
        m for m in named if not any(is_other(sentence, m) for is_other in (is_dateline, _is_actor, is_bearing, _is_origin, is_surname))
    ]
    bearings = {m.last for m in named if m not in found and is_bearing(sentence, m)}
    return [m for m in found if not (sentence.word(m.first - 1) == "and" and m.first - 1 in bearings)]  # "left the town for A and B"


def inside_a_country(found: list[Mention]) -> list[Mention]:
    """The places inside a country of the wars."""
    return [m for m in found if m.place.kind != "country" and not m.place.abroad]


def of_a_part(sentence: Sentence, mention: Mention) -> int | None:
    """The offset in the sentence of the "of them" behind whose number the place stands, so that it is of that part alone."""
    if not sentence.says(OF_A_PART):
        return None
    at = sentence.tokens[mention.first].start - sentence.start
    part = next(OF_A_PART.finditer(sentence.lower, 0, at), None)
    return part.start() if part and not ASIDE.search(sentence.lower, part.end(), at) else None


def region_told(document: Document, province: str | None) -> Place | None:
    """The only region of a province that an article is about, such as an enclave; None where it tells of none or of several."""
    regions = {m.place for s in document.sentences for m in places_told(s) if m.place.kind == "region"} if province else set()
    inside = [place for place in regions if place.admin1 == province]
    return inside[0] if len(inside) == 1 else None


@kept
def places_told(sentence: Sentence) -> list[Mention]:
    """The places inside a country that the sentence as a whole is about."""
    return [
        m
        for m in inside_a_country(candidates(sentence))
        if of_a_part(sentence, m) is None and not _is_beside(sentence, m) and not _is_shelter(sentence, m)
    ]


def _is_beside(sentence: Sentence, mention: Mention) -> bool:
    """ "Next to the Golan Heights": a region that only tells where the place told lies."""
    at = sentence.tokens[mention.first].start - sentence.start
    return mention.place.kind == "region" and BESIDE_A_REGION.search(sentence.lower, max(0, at - 60), at) is not None


def _is_shelter(sentence: Sentence, mention: Mention) -> bool:
    """ "Have found shelter in schools in X and Y": where those are who have fled from what the article is about."""
    if mention.place.kind == "camp":
        return False
    joined = [m for m in mentions(sentence) if m == mention or (m.last < mention.first and sentence.words[m.last] == "and")]
    starts = [sentence.tokens[m.first].start - sentence.start for m in joined if mention.first - m.last <= JOINED_REACH]
    return any(SHELTERED.search(sentence.lower, max(0, at - 140), at) is not None for at in starts)


def is_dateline(sentence: Sentence, mention: Mention) -> bool:
    """ "ERBIL, Kurdistan Region -", "QAMISHLI: ", "(Beirut) -", "Beirut Syrian warplanes ...": where the article was written."""
    if sentence.index > 2:
        return False
    text, tokens = sentence.document.text, sentence.tokens
    name = text[tokens[mention.first].start : tokens[mention.last - 1].end]
    if name.isupper() and len(name) > 3 and not sentence.text.isupper():
        return True
    behind = [t.lower for t in tokens[mention.last : mention.last + 2]]
    is_bare = word_before(sentence, mention) not in LOCATIVES
    dash = behind[:1] in (["–"], ["—"]) or behind == ["-", "-"] or behind[:1] == [")"]
    dash = dash or BRACKETED.match(text, tokens[mention.last - 1].end) is not None
    return is_bare and mention.first <= 12 and (dash or (mention.place.abroad and mention.place.kind != "country"))


def _is_actor(sentence: Sentence, mention: Mention) -> bool:
    """A capital that stands for its government, a country that speaks, the seat of an office."""
    behind = [t.lower for t in sentence.tokens[mention.last : mention.last + 3]]
    word = word_before(sentence, mention)
    if behind and (behind[0] in SPEECH or (behind[0] == "," and behind[1:2] and behind[1] in SPEECH)):
        return word not in LOCATIVES
    if behind[:2] in (["-", "based"], ["security", "council"]) or (behind and behind[0] in SOURCES and word not in ("in", "near")):
        return True
    at = sentence.tokens[mention.first].start - sentence.start
    before = sentence.lower[max(0, at - 70) : at]
    if word in ("in", "from", "at") and SPOKEN_IN.search(before):
        return True
    if mention.place.name in seats(sentence.document.lexicon):
        if WORST.match(sentence.lower, sentence.tokens[mention.last - 1].end - sentence.start):
            return False
        return (
            word not in LOCATIVES - {"between"}
            and not (word == "from" and FLED.search(before))
            and not (behind[:1] and behind[0] in SINGULAR)
        )
    return mention.place.kind == "country" and mention.place.abroad and word not in ("in", "inside", "across")


def _is_origin(sentence: Sentence, mention: Mention) -> bool:
    """ "A farmer from Khattab": where somebody is at home, or sets out from; not what people are driven from."""
    if word_before(sentence, mention) != "from":
        return False
    at = sentence.tokens[mention.first].start - sentence.start
    return REMOVED.search(sentence.lower, max(0, at - 80), at) is None


def is_at_war(mention: Mention) -> bool:
    """Whether a country is named, and none of the neighbours."""
    return mention.place.kind == "country" and not mention.place.abroad
