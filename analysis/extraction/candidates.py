"""The places of a sentence that a claim may be about: no dateline, no capital that acts, no border or measure of distance."""

import re

from analysis.extraction.gazetteer import ABROAD, Place
from analysis.extraction.governing import LOCATIVES, SINGULAR, word_before
from analysis.extraction.mentions import Mention, mentions
from analysis.extraction.namesakes import is_surname
from analysis.extraction.sentences import Document, Sentence, kept

SPEECH = frozenset(
    "said says blamed denied accused announced denounced condemned insisted believes told reported saying wants rejected called".split()
)
SOURCES = frozenset(
    "police health directorate media based branch university government regime authorities council governor court today news tv"
    " network coordination coordinating civil brigade brigades battalion tribe tribes tribal tribesmen clan clans clansmen".split()
)
CAPITALS = frozenset("Damascus Baghdad Ankara Amman Beirut Tehran".split())
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
DISTANCE = re.compile(
    r"\b(?:km|kilomet(?:re|er)s?|miles?|metres|meters|hours)(?: \([^)]{0,14}\))?(?: (?:to the )?(?:north|south|east|west|away|outside)\w*)?(?: of| from)?(?: the)?(?: capital)?,? $"  # noqa: E501
)
ROAD = re.compile(r"(?:\s?[-–]\s?(?:[A-Z][\w’']+[- ]?){1,3})?\s(?:road|highway|motorway)\b")
# "A security official in Anbar said", "left the town for Idlib": where a source sits, where people go
SEAT = re.compile(
    r"\b(?:officials?|sources?|media|spokes\w+|officers?|authorit(?:y|ies)|directorate|administration|ministry|command|military|army"
    r"|cent(?:er|re)|aid workers?|diplomats?|colonel|captain|lieutenant|brigadier)\b[^,;.]{0,15}"
    r" (?:in|at) (?:the )?$"
)
# "According to an aid worker at the X screening site"
ACCORDING = re.compile(
    r"\b(?:according to|quoted|citing) [^,;.]{0,40}\b(?:officials?|sources?|officers?|workers?|diplomats?|colonel|captain"
    r"|commander|reporter|correspondent|activists?)\b[^,;.]{0,15} (?:in|at) (?:the )?(?:al-)?$"
)
OFFICE_OF = re.compile(r"\b(?:chief|governor|mayor|head|director|council) of (?:the )?(?:[a-z]+ ){0,2}(?:of )?$")
OFFICE_SPOKE = re.compile(r"(?: (?:province|governorate|city|district|camp|hospital))?,?(?: [A-Z][\w’'-]+){0,3},? (?:said|says|told)\b")
SPOKE = re.compile(
    r"(?: (?:[a-z]+ ){0,2}|, (?:who|which) [^,;.]{0,60},? |, (?:speaking|citing|asking|quoted)\b[^;.]{0,80}, |,? )"
    r"(?:said|says|told|gave|(?:has|have|had) (?:given|put)|put|puts|stat|confirm|report|announc|add|speak|spoke|den|estimat|count)"
)
TELLER = re.compile(r"\bwho (?:runs|heads|leads|commands|directs|represents|works|is based|coordinates)\b[^,;.]{0,50}$")
REACHED = re.compile(r", (?:who was )?(?:reached|contacted|interviewed|speaking) (?:by|on|over|via|to)\b")
# "Rebels positioned in X fired rockets at Y": where those sit who fire
BRACKETED = re.compile(
    r"(?:, [A-Z]\w{2,20})?(?:(?: ?\([^)\n]{1,30}\)){1,2}|, [A-Z]{3,6}) ?[-–—_]+ ?(?=[A-Z])"
)  # "Hajin (Syria) (AFP) - ", "Homs, SANA - "
POSITION = re.compile(
    r"\b(?:positioned|stationed|entrenched|located|deployed|dug|holed up|based"
    r"|(?:armed|terrorist) (?:groups|organi[sz]ations)) (?:in|at|inside|around)\b"
    r"(?: (?!fir|target|shell|launch|attack)[^\s,;.]+){0,6} (?:al-)?$"
)
FIRED = re.compile(r"[^;.]{0,60}\b(?:fir(?:ed|ing)|target(?:ed|ing)|shell(?:ed|ing)|launch(?:ed|ing)|attack(?:ed|ing)|lobb|shot)")
BOUND = re.compile(
    r"\bsaid in $|\b(?:(?:left|leave|leaving|fled|bound|departed|headed|heading|made|making|buses|convoys?)(?: [\w-]+){0,3} for"
    r"|on (?:its|his|her|their) way to) (?:the )?(?:neighbou?ring )?"
    r"(?:camps? (?:at|in|of|near) )?(?:[\w-]+(?: [\w-]+)? and )?(?:al-)?$"
)
ROAD_TO = re.compile(
    r"\bthe (?:main )?(?:road|highway) (?:to|towards?|into) (?:the )?(?:[a-z]+ ){0,2}(?:of )?$"
    r"|\bfrom the direction of\b[^,;]{0,60}$"
)
HOSPITAL = re.compile(
    r"\b(?:hospitals? of|hospitali[sz]ed in|treat(?:ed|ment) in|intensive care in"
    r"|to (?:an? |the |\w+ )?(?:hospitals?|clinics?)(?: \w+)? in)"
    r" (?:the |nearby )?(?:[\w-]+ and |(?:[\w-]+ )?(?:province|town|city) of )?$"
    r"|\b(?:wounded|injured|casualties|patients|bodies)\b[^,;.]{0,40}\bto (?:the )?(?:[a-z]+ ){0,2}(?:of )?(?:al-)?$"
)  # where the wounded are taken
HOSPITALS = re.compile(r"[’']?s[’']? (?:\w+ )?hospitals?\b")  # "lie wounded in Idlib's hospitals"
# "A doctor at X hospital", "according to medics in the X clinic": whose staff tells it, wherever it was.
STAFF = re.compile(
    r"\b(?:doctors?|medics?|nurses?|physicians?|surgeons?|officials?|sources?|directors?|paramedics?)"
    r" (?:at|in|of|from) (?:the |an? )?(?:al-)?$"
)
WARD_BEHIND = re.compile(r"[’']?s?(?: (?:general|main|central|public|field|national|university))? (?:hospital|clinic|morgue)\b")
# "The head of the judiciary in X, Khaled al-Sayed": the seat of somebody who bears a name.
OFFICE_IN = re.compile(
    r"\b(?:head|chief|leader|commander|emir|president|director) of (?:the |an? |its )?(?:[\w-]+ ){1,4}"
    r"(?:in|for) (?:the )?(?:[\w-]+ ){0,2}(?:al-)?$"
)
NAMED_HOLDER = re.compile(r"(?:[’']s?(?: [a-z-]+){1,3})?, (?:[A-Z][\w’'-]+ ){0,2}(?:al-)?[A-Z]")
# "A hospital in X said it had received ...", "doctors in X treated ..."
WARD = re.compile(r"\b(?:hospitals?|clinics?|medics|doctors|surgeons)\b[^,;.]{0,20} (?:in|at) (?:the )?(?:[a-z]+ ){0,3}(?:of )?(?:al-)?$")
RECEIVED = re.compile(r"[^;.]{0,50}\b(?:receiv(?:ed|ing)|treat(?:ed|ing)|admitted|took in|taken in)\b")
THAN = re.compile(
    r"\b(?!fewer\b|rather\b|other\b)(?:\w+er|worse) than (?:in |at )?(?:the )?(?:[a-z]+ ){0,2}(?:of |in )?$"
)  # "worse than the old city of Mosul"
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
BORDER = re.compile(
    r"\b(?:border(?:s|line)?|frontiers?|fence|boundary)\b (?:with|of|between|into|to)[\w\s]{0,16}(?:-occupied )?$"
    r"|\bborder(?:ing|s) (?:the )?(?:[\w-]*occupied )?$|\bside of the (?:[\w-]*occupied )?$"
)
BESIDE_A_REGION = re.compile(
    r"\b(?:near|next to|close to|by|beside|along|opposite|facing|border(?:s|ing)?|adjoin(?:s|ing)|abut(?:s|ting)|adjacent to|across"
    r"|meeting point of)"
    r"(?: (?:[\w-]+,? ){0,4}and)? (?:the )?(?:[\w-]*occupied )?$"
)
AFTER_BORDER = re.compile(r"[-\s]*(?:border|frontier|s border)\b")


@kept
def candidates(sentence: Sentence) -> list[Mention]:
    """The mentions that may be a claim's place: no dateline, no capital that acts, no seat, border or measure of distance."""
    return [
        m
        for m in mentions(sentence)
        if not any(is_other(sentence, m) for is_other in (is_dateline, _is_actor, _is_bearing, _is_origin, is_surname, _is_keyword))
    ]


def inside_a_country(found: list[Mention]) -> list[Mention]:
    """The places inside a country of the wars."""
    return [m for m in found if m.place.kind != "country" and m.place.country not in ABROAD]


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
    return is_bare and mention.first <= 12 and (dash or (mention.place.country in ABROAD and mention.place.kind != "country"))


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
    if mention.place.name in CAPITALS:
        if WORST.match(sentence.lower, sentence.tokens[mention.last - 1].end - sentence.start):
            return False
        return (
            word not in LOCATIVES - {"between"}
            and not (word == "from" and FLED.search(before))
            and not (behind[:1] and behind[0] in SINGULAR)
        )
    return mention.place.kind == "country" and mention.place.country in ABROAD and word not in ("in", "inside", "across")


def _is_origin(sentence: Sentence, mention: Mention) -> bool:
    """ "A farmer from Khattab": where somebody is at home, or sets out from; not what people are driven from."""
    if word_before(sentence, mention) != "from":
        return False
    at = sentence.tokens[mention.first].start - sentence.start
    return REMOVED.search(sentence.lower, max(0, at - 80), at) is None


def _is_keyword(sentence: Sentence, mention: Mention) -> bool:
    """ "Tags Syria Idlib airstrike": a keyword of a page whose text has lost its lines."""
    return "tags" in sentence.words[: mention.first] and word_before(sentence, mention) not in LOCATIVES


def _is_bearing(sentence: Sentence, mention: Mention) -> bool:
    """ "40 km east of Damascus", "to hospitals in Hasakah", "on the Homs-Palmyra road", "the border with Iraq": of another place."""
    at, end = sentence.tokens[mention.first].start - sentence.start, sentence.tokens[mention.last - 1].end - sentence.start
    before = sentence.lower[max(0, at - 90) : at]
    seated = (SEAT.search(before) and SPOKE.match(sentence.lower, end)) or REACHED.match(sentence.lower, end)
    seated = seated or (OFFICE_OF.search(before) and OFFICE_SPOKE.match(sentence.text, end))
    seated = seated or ACCORDING.search(before) or (STAFF.search(before) and WARD_BEHIND.match(sentence.lower, end))
    seated = seated or (OFFICE_IN.search(before) and NAMED_HOLDER.match(sentence.text, end))
    if (than := THAN.search(before)) and "nowhere" not in before[: than.start()]:
        return True
    if (
        seated
        or TELLER.search(before)
        or DISTANCE.search(before)
        or BOUND.search(before)
        or HOSPITAL.search(before)
        or HOSPITALS.match(sentence.lower, end)
        or ROAD_TO.search(before)
        or ROAD.match(sentence.text, end)
    ):
        return True
    if WARD.search(before) and RECEIVED.match(sentence.lower, end):
        return True
    if POSITION.search(before) and FIRED.match(sentence.lower, end):
        return True
    return mention.place.kind in ("country", "region") and (
        BORDER.search(before) is not None or AFTER_BORDER.match(sentence.lower, end) is not None
    )
