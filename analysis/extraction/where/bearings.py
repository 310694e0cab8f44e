"""Places that a sentence names only to say where something else is, who speaks or where people are going: "40 km east of Damascus"."""

import re

from analysis.extraction.sentences import Sentence
from analysis.extraction.where.mentions import Mention

DISTANCE = re.compile(
    r"(?<!square )(?<!sq )(?<!sq\. )\b(?:km|kilomet(?:re|er)s?|miles?|metres|meters|hours)(?: \([^)]{0,14}\))?(?: (?:to the )?(?:north|south|east|west|away|outside)\w*)?(?: of| from)?(?: the)?(?: capital)?,? $"  # noqa: E501
)
ROAD = re.compile(r"(?:\s?[-–]\s?(?:[A-Z][\w’']+[- ]?){1,3})?\s(?:road|highway|motorway)\b")
# "A security official in Anbar said": where a source sits
SEAT = re.compile(
    r"\b(?:officials?|sources?|media|spokes\w+|officers?|authorit(?:y|ies)|directorate|administration|ministry|command|military|army"
    r"|cent(?:er|re)|aid workers?|diplomats?|colonel|captain|lieutenant|brigadier"
    r"|(?:doctor|nurse|medic|surgeon)s? at an? \w+)\b[^,;.]{0,15}"
    r" (?:in|at) (?:the )?$"
)
THERE = re.compile(r"[^;.]{0,90}\bthere(?=[,.;]|$| (?:last|on|this|since|in|during|over|late|early)\b)")
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
POSITION = re.compile(
    r"\b(?:positioned|stationed|entrenched|located|deployed|dug|holed up|based"
    r"|(?:armed|terrorist) (?:groups|organi[sz]ations)) (?:in|at|inside|around)\b"
    r"(?: (?!fir|target|shell|launch|attack)[^\s,;.]+){0,6} (?:al-)?$"
)
FIRED = re.compile(r"[^;.]{0,60}\b(?:fir(?:ed|ing)|target(?:ed|ing)|shell(?:ed|ing)|launch(?:ed|ing)|attack(?:ed|ing)|lobb|shot)")
# "Left the town for Idlib": where people go
BOUND = re.compile(
    r"\bsaid in $|\b(?:(?:left|leave|leaving|fled|bound|departed|headed|heading|made|making|set(?:s|ting)? (?:off|out)"
    r"|buses|convoys?)(?: [\w-]+){0,3} for"
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
OWNER = re.compile(r"\w[’']s? $")  # "Baghdad's Yarmouk hospital" is in no Yarmouk
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
# "The deadliest month since the fall of Aleppo"
WORST_SINCE = re.compile(
    r"\b(?:worst|deadliest|bloodiest|heaviest|highest|fiercest|biggest|largest|first)\b[^,;.]{0,50}"
    r"\bsince (?:(?:the )?(?:battles?|siege|fall|offensive|assault) (?:for|of|on|in|against)"
    r"|(?:[a-z]+ ){1,4}(?:driven|ousted|expelled|forced|pushed) (?:from|out of)|(?:[a-z]+ ){1,4}(?:lost|took|captured|retook|seized))"
    r" (?:the )?(?:[a-z]+ ){0,2}$"
)
BORDER = re.compile(
    r"\b(?:border(?:s|line)?|frontiers?|fence|boundary)\b (?:with|of|between|into|to)[\w\s]{0,16}(?:-occupied )?$"
    r"|\bborder(?:ing|s) (?:the )?(?:[\w-]*occupied )?$|\bside of the (?:[\w-]*occupied )?$"
)
AFTER_BORDER = re.compile(r"[-\s]*(?:border|frontier|s border)\b|['’]s (?:[\w-]+ )?(?:minority|community|faith)\b")
ANYWHERE = re.compile("")
# What stands right before such a place, and what right behind it, in lower case
BEARINGS = (
    (SEAT, SPOKE),
    (ANYWHERE, REACHED),
    (ACCORDING, ANYWHERE),
    (STAFF, WARD_BEHIND),
    (TELLER, ANYWHERE),
    (DISTANCE, ANYWHERE),
    (BOUND, ANYWHERE),
    (HOSPITAL, ANYWHERE),
    (ANYWHERE, HOSPITALS),
    (OWNER, WARD_BEHIND),
    (ROAD_TO, ANYWHERE),
    (WARD, RECEIVED),
    (POSITION, FIRED),
    (WORST_SINCE, ANYWHERE),
)
NAMED_BEARINGS = ((OFFICE_OF, OFFICE_SPOKE), (OFFICE_IN, NAMED_HOLDER), (ANYWHERE, ROAD))  # a name stands behind, as written
BORDERS = ((BORDER, ANYWHERE), (ANYWHERE, AFTER_BORDER))
REACH = 90  # characters before a place


def is_bearing(sentence: Sentence, mention: Mention) -> bool:
    """ "40 km east of Damascus", "to hospitals in Hasakah", "on the Homs-Palmyra road", "the border with Iraq": of another place."""
    at, end = sentence.tokens[mention.first].start - sentence.start, sentence.tokens[mention.last - 1].end - sentence.start
    before = sentence.lower[max(0, at - REACH) : at]
    if (than := THAN.search(before)) and "nowhere" not in before[: than.start()]:
        return True
    if SEAT.search(before) and THERE.match(sentence.lower, end):
        return False  # "Officials in X said gunmen killed 12 farmers there"
    if mention.place.kind == "country" and before.endswith("near "):
        return True
    pairs = BEARINGS + (BORDERS if mention.place.kind in ("country", "region") else ())
    return any(behind.match(sentence.lower, end) and ahead.search(before) for ahead, behind in pairs) or any(
        behind.match(sentence.text, end) and ahead.search(before) for ahead, behind in NAMED_BEARINGS
    )
