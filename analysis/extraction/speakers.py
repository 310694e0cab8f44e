"""Who says it: the attributions of an article, and the one that a number stands under (CODEBOOK.md, speaker)."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.extraction.quantities import find_quantities
from analysis.extraction.sentences import Document, Sentence, kept
from analysis.extraction.speech.attributions import phrases_of
from analysis.extraction.speech.coreference import COMMANDING, RANKS, Discourse
from analysis.extraction.speech.marks import PRESS, RELAYS, marks_of, party_before, vocabulary
from analysis.extraction.speech.quotations import quotation_of
from analysis.extraction.when.calendar_words import WAR
from analysis.extraction.when.expressions import anchor_of, expressions

LEAD_REACH = 2  # sentences in which a lead names its source
CARRY_REACH = 2  # sentences over which an account is still the same source's
RECENT, LONG_AGO = dt.timedelta(days=7), dt.timedelta(days=180)
RECALLS = re.compile(
    r"\bincluding (?:on|in|during|an?)\b|\b(?:second|third|latest) (?:\w+ )?(?:time|such|attack|bombing)\b|\bmore than once\b"
    r"|\b(?:regularly|repeatedly|frequently) (?:been )?(?:targeted|hit|struck|bombed|attacked)\b|\bmultiple (?:\w+ )?attacks\b"
)
HEAD = 300  # characters of an article that may say whose paper it is
RUNS_ON = 8  # sentences that an editor would have parted into paragraphs
STATE_SLUG = re.compile(r"\bSANA\s*[-–—]")
UN_REPORT = re.compile(r"\b(?:flash\s+update|situation\s+report|humanitarian\s+(?:bulletin|update))\s+(?:no\b|#|\d)", re.IGNORECASE)
# The heads of its papers, which any agency may write too
REPORT_HEAD = re.compile(
    r"^\W*(?:highlights|situation overview|key (?:points|figures|messages|developments)|flash update|situation report)\b"
    r"|\bsummary of what was said by\b",
    re.IGNORECASE | re.MULTILINE,
)
# The monitor's own bulletins head their paragraphs with a province.
BULLETIN = re.compile(r"^\s*[A-Z][\w’' -]{2,30} Province ?[:–-]", re.MULTILINE)
MONITOR = re.compile(r"\bObservatory\b|\bSOHR\b")
# The state of the war as the article itself recalls it: totals of the whole war, the caliphate's rise and its losses.
BACKGROUND = re.compile(
    r"^\W*(?:(?:back\s+)?in\s+(?:\w+\s+)?20\d\d|(?:it|which)\s+has\s+(?:since\s+)?(?:killed|cost|claimed|left|driven))\b"
    r"|\b(?:since\s+(?:the\s+|syria[’']?s\s+|an?\s+)?(?:\w+\s+){0,4}?(?:war|conflict|uprising|revolt|revolution|crisis|protests)\b"
    r"|(?:war(?!\s+planes?\b)|conflict|uprising|revolt|violence)\b.{0,100}\b(?:has|have)\s+(?:\w+\s+)?(?:killed|claimed|cost|left|displaced|forced|driven|uprooted)\b"
    r"|(?:swept|overran|seized|captured|conquered|occupied|controlled|ruled|proclaimed|declared|grabbed|took)\b.{0,80}"
    r"(?:\bin\s+(?:(?:the\s+)?\w+\s+(?:of\s+)?)?20\d\d\b|\bcaliphate\b|\bswathes?\b)"
    r"|(?:in|since)\s+20\d\d\b.{0,60}\b(?:swept|overran|seized|captured|conquered|occupied|controlled|took|grabbed)\b"
    r"|(?:\d{3}[, ]?\d{3}|hundreds\s+of\s+thousands\s+of|half\s+a\s+million)\s+"
    r"(?:lives|deaths|dead|(?:people|civilians|syrians)\s+(?:\w+\s+){0,4}(?:killed|died|dead))\b"
    r"|(?:has|have)\s+(?:regularly|repeatedly|often|frequently|routinely)\b(?!\s+(?:said|denied|called|urged|warned|accused))"
    r"|(?:the\s+)?whole\s+(?:war|conflict)|at\s+(?:its|their|the)\s+(?:height|peak|strongest)|once\s+(?:held|controlled|ruled|master)\b)"
)
# "Turkey hosts some 3.5 million refugees", "the SDF guard about 12,000 suspects": as it is known
KNOWN = re.compile(
    r"^\W*(?:(?:the|separately|meanwhile),?\s+)*(?:[\w-]+,?\s+){1,3}?(?:(?:which|who|still|also|now|already|currently)\s+)*"
    r"(?<!the\s)(?:holds?|guards?|hosts?|has\s+taken\s+in)\s+(?:(?!and\b)[a-z]+\s+){0,3}\d"
)
WITHIN = re.compile(r"\b(?:that|which|who|whom)\s+(?:the\s+)?$")  # "houses that residents say a raid flattened"
OF_THEM = re.compile(r"(?:it|they|he|she) (?:accuse[sd]?|suspect(?:s|ed)?|said|says?|described?) (?:of|as|were|was|are|had|have|to)\b")
CLAUSE_END = re.compile(r"[,;:.“”\"]")
SINCE_THEN = re.compile(r"^\W*since\s+then\b")
# A sentence that opens so goes on about what the one before has told.
TAKEN_UP = re.compile(
    r"\W*(?:among\s+(?:them|those|the\s+(?:dead|victims))|(?:[\w-]+\s+){0,3}of\s+(?:them|these|those|the\s+(?:dead|victims|wounded))|they|its|their|these|those|th(?:at|is)\s+"
    r"(?:figure|number|toll|total)|the\s+(?:dead|victims|toll|death\s+toll|casualties|figure))\b",
    re.IGNORECASE,
)
REPORTS = re.compile(r"\breports\b")
# Who claims an attack, reports or does not comment is the one that "it said" goes on with.
HEARD = re.compile(
    r"\b(?:claim(?:ed|s)\s+(?:responsibility|the\s+(?:\w+\s+)?(?:attacks?|bombings?|blasts?|assault))"
    r"|in\s+an?\s+(?:\w+\s+)?(?:report|statement|letter|briefing)|made\s+no\s+(?:mention|comment)"
    r"|(?:denied|rejected|dismissed|disputed)\s+(?!by\b)(?:\w+\s+)?(?:\w+|[.,])"
    r"|(?:did\s+not|declined\s+to|has\s+not|would\s+not)\s+(?:\w+\s+)?(?:comment|respond|answer|reply))\b"
)
# Those who publish counts go on in the next paragraph, unless it turns to another day or place.
REPORTERS = frozenset(("sohr", "rights_group", "un", "aid_agency"))
MONTHS = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
ELSEWHERE = re.compile(
    rf"^\W*(?:in|on|at|before|after|another|elsewhere|meanwhile|earlier|last|since|separately)\b|\b(?:on|in|since)\s+{MONTHS}\b"
    r"|\bsquare\s+(?:kilomet|mile)"
)
# Who fights or has seen it adds to a lead what it says itself; that is no source of the lead.
WITNESSES = frozenset(("is", "government", "residents", "sdf", "rebels"))
# An event of another time, which the article recalls beside what it reports.
EARLIER = re.compile(
    rf"^\W*(?:last\s+(?:week|month|year|spring|summer|autumn|fall|winter)\b|earlier\s+this\s+(?:week|month|year)\b"
    rf"|(?:an?\s+{MONTHS}|(?:in|on)\s+(?:(?:early|mid|late)[\s-])?{MONTHS})\b|(?:a|two|three|four|five|six|several)\s+(?:days|weeks?|months?|years?)\s+(?:earlier|ago|before)\b"
    r"|(?:the|it|that|this|\w+day[’']?s)\s+(?:\w+\s+){0,4}?(?:comes?|came)\s+(?:\w+\s+){0,3}after\b"
    r"|.{0,80}\b(?:home\s+to|before\s+(?:the\s+(?:war|conflict|uprising)|20\d\d))\b"
    r"|(?:in\s+)?(?:the|an?)\s+(?:last|previous|similar|earlier)\s+(?!\d|few\b|two\b|three\b|several\b|hours?\b|days?\b|weeks?\b|months?\b))"
)
# "... days after a bombing in which 14 died": what stands behind it is recalled.
AFTER = re.compile(
    r"\b(?:hours|days|weeks|months|a\s+(?:day|week|month|year))\s+after\s+an?\s+(?:\w+\s+){0,3}(?:attack|bombing|strike|raid|blast|massacre|airstrike)\b",
    re.IGNORECASE,
)
QUOTE = re.compile(r"[“”\"]")
OWNS_UP = re.compile(r"\b(?:said|says)\s+(?:it|they)\s+(?:had\s+)?(?:done\s+(?:it|this)|did\s+it|carried\s+(?:it\s+)?out|was\s+behind)")
# "IS says it carried out the bombing that killed 32": it owns to the attack, whose dead others have counted.
OWNED_TO = re.compile(
    r"\s+(?:that\s+)?(?:it|they|its\s+\w+)\s+(?:had\s+|has\s+|have\s+)?(?:carried\s+out|w(?:as|ere)\s+(?:behind|responsible)|staged|did)\b"
    r"[^,;.]{0,80}\b(?:that|which|in\s+which)\s+"
)
LAND = re.compile(
    r"\b(?:(?:most|all|much|parts|swathes|sliver|scrap|strip|percent|per\s+cent|third|half|bulk)\s+of\b(?!\s+(?:them|these|those)\b).{0,60}\b(?:land|territory|caliphate|province|ground|country|city|town)\b"
    r"|(?:large|vast|wide|big)\s+(?:areas|parts|swathes|stretches|tracts|chunks)\s+of\b"
    r"|(?:lost|robbed|stripped)\s+(?:\w+\s+){0,2}(?:most|all|much|bulk)\s+of\b"
    r"|(?:controls?|holds?|held|ruled|controlled)\s+(?:\w+\s+){0,2}(?:third|half|quarter|most|percent|much|large)\b"
    r"|(?:controls?|holds?|held|controlled)\s+(?:\w+\s+){1,4}square\b)"
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source and its verb at ``start`` to ``end``. ``leads``: what is said follows; else it went before."""

    start: int
    end: int
    speaker: str
    leads: bool


def speaker_of(document: Document, sentence: Sentence, start: int) -> str:
    """The speaker of what stands at ``start``, as the codebook names it; two are joined with ``;``."""
    named = ("other" if name == PRESS else name for name in _speaker(document, sentence, start).split(";"))
    return ";".join(dict.fromkeys(named))


def _speaker(document: Document, sentence: Sentence, start: int) -> str:
    found = _covering(_attributions(document)[sentence.index], sentence, start)
    if found and not OWNED_TO.match(document.text, found.end, start):
        voice = own_voice(document)
        by_name = voice != "state_media" or found.speaker not in ("other", *RELAYS)  # nobody by name, in the state's words
        return found.speaker if by_name else voice
    if quoted := _quoted(sentence):
        return quoted
    voice = own_voice(document)
    if voice not in ("reporter", "rebels") or is_background(sentence) or sentence.says(LAND) or sentence.says(KNOWN):
        return voice
    if AFTER.search(document.text, sentence.start, start):
        return voice
    near = _near(sentence)
    return voice if near is None or (voice == "rebels" and near == "other") else near


@kept
def own_voice(document: Document) -> str:
    """The speaker of what an article says itself: ``state_media`` in an outlet of the state, else ``reporter``."""
    if document.outlet and (body := _body(document)):
        return body
    if UN_REPORT.search(document.text, 0, HEAD) or (REPORT_HEAD.search(document.text, 0, HEAD) and _names_the_un(document)):
        return "un"
    if BULLETIN.search(document.text) and MONITOR.search(document.text):
        return "sohr"
    return "state_media" if STATE_SLUG.search(document.text, 0, HEAD) else "reporter"


def _names_the_un(document: Document) -> bool:
    """Whether an article names the United Nations or one of its agencies."""
    named = (m.entry for s in document.sentences for m in vocabulary(document.lexicon).all(s))
    return any(mark.kind == "name" and mark.speaker == "un" for mark in named)


@kept
def _body(document: Document) -> str | None:
    """The speaker that the article's outlet is itself: a monitor, a UN agency, a state's media, an army that publishes its own reports."""
    outlet = Document(document.outlet or "", lexicon=document.lexicon).sentences
    marks = marks_of(vocabulary(document.lexicon), outlet[0]) if outlet else []
    named = [m.entry.speaker for m in marks if m.entry.kind == "name" and m.entry.speaker not in ("reporter", "other")]
    return named[0] if named else None


def is_background(sentence: Sentence) -> bool:
    """Whether the sentence recalls the war so far, in the article's own voice."""
    return sentence.says(BACKGROUND) or (
        sentence.says(SINCE_THEN) and _tells_of_war(sentence.document.sentences[max(0, sentence.index - 1)])
    )


def _tells_of_war(sentence: Sentence) -> bool:
    """ "Syria has been locked in a civil war since 2011": from which "since then" counts on."""
    return sentence.says(WAR)


@kept
def _quoted(sentence: Sentence) -> str | None:
    """Who says the quotation in which the sentence stands: named behind it, or else before it, or with the quotation before it."""
    document = sentence.document
    quotation = quotation_of(sentence)
    if quotation is None:
        return None
    told = _attributions(document)
    first = document.sentence_at(quotation[0])
    behind = [a for a in told[document.sentence_at(quotation[1] - 1).index] if a.start >= quotation[1] - 1]
    before = [a for a in told[first.index] if a.end <= quotation[0]]
    earlier = told[first.index - 1] if first.index and QUOTE.search(document.sentences[first.index - 1].text) else []  # he goes on
    return next((a.speaker for a in (*behind[:1], *before[-1:], *earlier[-1:])), None)


@kept
def _near(sentence: Sentence) -> str | None:
    """The source that the sentences around go on quoting, for a sentence that names none."""
    document = sentence.document
    told, sentences = _attributions(document), document.sentences
    before = _told_before(document)[sentence.index]
    behind = next((i for i in range(sentence.index + 1, min(sentence.index + 1 + LEAD_REACH, len(told))) if told[i]), None)
    if before is not None and sentence.index - before <= CARRY_REACH and TAKEN_UP.match(sentence.text):
        return told[before][-1].speaker
    if sentence.says(EARLIER) or _is_of_long_ago(sentence):
        return None
    counting = before is not None and told[before][-1].speaker in REPORTERS and sentences[before].paragraph == sentence.paragraph
    if any(is_background(s) for s in sentences[(before or 0) + counting : sentence.index]):
        return None
    if before is None:
        return _of_lead(sentence, behind) if behind is not None else None
    if behind == sentence.index + 1 and sentences[behind].paragraph == sentence.paragraph != sentences[before].paragraph:
        speaker = told[behind][0].speaker  # a paragraph that opens without a source goes on with the last one only
        return speaker if speaker == told[before][-1].speaker and not sentences[behind].says(OWNS_UP) else None
    reach = 1 if _has_lost_its_paragraphs(document) else CARRY_REACH
    if sentence.index - before <= reach and sentences[before].paragraph == sentence.paragraph:
        return told[before][-1].speaker
    last = told[before][-1].speaker
    if last in REPORTERS and sentences[before].paragraph == sentence.paragraph - 1 and not sentence.says(ELSEWHERE):
        return last
    return _only_source(document)


def _is_of_long_ago(sentence: Sentence) -> bool:
    """Whether a sentence tells of days long before the news, or of such days as it calls to mind: "including on June 19"."""
    anchor = anchor_of(sentence.document)
    days = [e.last for e in expressions(sentence) if e.last and not e.since and not e.speech]
    return anchor is not None and bool(days) and max(days) < anchor - (RECENT if sentence.says(RECALLS) else LONG_AGO)


def _of_lead(sentence: Sentence, behind: int) -> str | None:
    """The source that the sentence ``behind`` names, for an unattributed lead; a party's for a headline or its own figure only."""
    later = sentence.document.sentences[behind]
    speaker = _attributions(sentence.document)[behind][0].speaker
    if speaker == PRESS and len({a.speaker for some in _attributions(sentence.document)[behind : behind + 2] for a in some}) > 1:
        return None  # of media of no party and another source behind a lead neither is its own
    is_headline = sentence.index < behind < LEAD_REACH and later.paragraph > sentence.paragraph
    return None if speaker in WITNESSES and not is_headline and not _figures(sentence) & _figures(later) else speaker


def _figures(sentence: Sentence) -> set[tuple[float | None, float | None]]:
    return {(q.low, q.high) if q.value is None else (q.value, None) for q in find_quantities(sentence)}


@kept
def _told_before(document: Document) -> list[int | None]:
    """For each sentence the index of the last one before it that names a source."""
    last, found = None, []
    for index, some in enumerate(_attributions(document)):
        found.append(last)
        last = index if some else last
    return found


@kept
def _has_lost_its_paragraphs(document: Document) -> bool:
    """Whether a text of some length runs on as one paragraph behind its headline, so that nothing tells where an account ends."""
    sentences = document.sentences
    return len(sentences) > RUNS_ON and sentences[1].paragraph == sentences[-1].paragraph


@kept
def _only_source(document: Document) -> str | None:
    """The source of an article that names no other."""
    speakers = {a.speaker for some in _attributions(document) for a in some} - {"other", *RELAYS}
    return next(iter(speakers)) if len(speakers) == 1 else None


def _covering(attributions: Sequence[Attribution], sentence: Sentence, start: int) -> Attribution | None:
    """The attribution of this sentence that the number at ``start`` stands under."""
    if len(attributions) > 1:
        attributions = [a for a in attributions if a.speaker not in RELAYS] or attributions
    before = [a for a in attributions if a.start <= start]
    behind = [a for a in attributions if a.start > start]
    behind = [a for a in behind if not (a.leads and _is_within(sentence, a, start))] or behind
    if before and behind:
        last, following = before[-1], behind[0]
        between = sentence.document.text[last.end : start]
        if not last.leads and ";" in between and ";" not in sentence.document.text[start : following.start]:
            return following  # "..., activists said; 14 choked in what rescuers described as"
        if following.leads or (last.leads and not re.search(r";|,\s+(?:while|but|and)\b", between)):
            return last
        return following
    if before or not behind:
        return before[-1] if before else None
    return None if ";" in sentence.document.text[start : behind[0].start] else behind[0]  # "hundreds died in 2013; the UN put ..."


def _is_within(sentence: Sentence, told: Attribution, start: int) -> bool:
    """Whether a source stands in a relative clause on those counted: "houses that residents say", "30 men it accused of spying"."""
    text = sentence.document.text
    reduced = OF_THEM.match(text, told.start) and not CLAUSE_END.search(text, start, told.start)
    return bool(reduced) or WITHIN.search(text, start, told.start) is not None


@kept
def _attributions(document: Document) -> list[list[Attribution]]:
    """The attributions of each sentence in order, pronouns and surnames resolved to the sources they stand for."""
    terms = vocabulary(document.lexicon)
    marked = [marks_of(terms, s) for s in document.sentences]
    phrases = [phrases_of(s, m) for s, m in zip(document.sentences, marked, strict=True)]
    discourse = Discourse(document.sentences, marked, phrases)
    told: list[list[Attribution]] = []
    for sentence, marks, some in zip(document.sentences, marked, phrases, strict=True):
        told.append([])
        for phrase in some:
            if speaker := discourse.resolve(phrase, marks):
                told[-1].append(Attribution(phrase.start, phrase.end, speaker, phrase.leads))
        heard = None if told[-1] else HEARD.search(sentence.text)
        if heard and (party := party_before(sentence, sentence.start + heard.start(), marks)):
            discourse.heard(party, sentence.paragraph)
    for index, some in enumerate(phrases[:LEAD_REACH]):
        following = [a.speaker for later in told[index + 1 : index + 1 + LEAD_REACH] for a in later][:1]
        if [a.speaker for a in told[index]] == ["other"] and following and following[0] in COMMANDING and some[0].words & RANKS:
            told[index] = [replace(told[index][0], speaker=following[0])]  # "a commander said. ... X of the SDF said"
        if [a.speaker for a in told[index]] == ["reporter"] and following and REPORTS.search(document.text, some[0].start, some[0].end):
            told[index] = []  # "reports say": whose, the next sentence tells
    return told
