"""Who is said to have caused deaths and wounds (CODEBOOK.md, perpetrator)."""

import re
from dataclasses import dataclass
from functools import lru_cache

from analysis.extraction.lexicon import Lexicon
from analysis.extraction.marks import is_hyphened
from analysis.extraction.periods import is_war_total
from analysis.extraction.sentences import Document, Sentence, kept
from analysis.extraction.speakers import about_iraq, is_background, speaker_of
from analysis.extraction.terms import Match, Terms

HARM = frozenset(("killed", "injured", "casualties"))
OWN = {
    "is_fighters": ("is",),
    "sdf_fighters": ("sdf", "coalition"),
    "government_fighters": ("government", "russia"),
    "other_fighters": ("other",),
}
WEAPON_REACH = 4  # words between an owner and the weapon ("Russian and regime air strikes")
ACT_REACH = 18  # words between a subject and its verb
CARRY_REACH = 6  # sentences over which an attack is still being told
# Behind one of these an actor is the target, the foe or the place.
TARGET = frozenset(
    "on against targeting targeted at from hit hitting killed kills killing fight fighting fought battle battling between with"
    " among wounded injured captured drove toward towards over supporting near struck inside ambushed attacked of for to".split()
)
AND = frozenset(("and", "the"))
# "the regime stronghold" tells where, not who.
PLACES = frozenset(
    "stronghold strongholds area areas territory bastion bastions town city district districts neighbourhood province".split()
)
DETERMINERS = frozenset("the a an its their".split())
# "held by X" tells who holds a place, not who killed in it.
HOLDING = frozenset(
    "held controlled backed led supported besieged run seized captured ruled loyal carried denied said reported announced".split()
)
MODIFIERS = frozenset(
    "air artillery heavy intense rocket mortar suicide car double deadly suspected alleged army military ground fighter forces"
    " fighters militants militant jihadist group terrorist terrorists regime and - ' ’ s ( ) / government allied night overnight"
    " repeated random aerial surprise coordinated fierce new own attack helicopter drone sniper or naval cluster barrel chemical"
    " missile and".split()
)
AUXILIARIES = frozenset("was were been being be is are".split())
NUMBER = re.compile(
    r"^(?!(?:19|20)\d\d$)\d|^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|dozen|dozens|scores|hundreds|thousands|several|some|many|another|other)$"
)
UNCLEAR = re.compile(
    r"\b(?:not|un)\s*(?:immediately\s+|yet\s+)?(?:clear|known)\b|\bunclear\b|\bcould\s+not\s+(?:immediately\s+)?(?:say|tell|determine|confirm)\s+(?:whether|who|if)"
    r"|\bunidentified\b|\bunknown\s+(?:gunmen|aircraft|warplanes|assailants|planes)\b|\bdid\s+not\s+(?:say|specify)\s+(?:whether|who|which)|\bno\s+(?:group|one)\s+(?:has\s+)?(?:immediately\s+)?claimed",
    re.IGNORECASE,
)
NATURAL = re.compile(
    r"\b(?:hypothermia|cold|freezing|frost|hunger|starvation|starved|malnutrition|disease|cholera|polio|measles|drowned|drowning|traffic|road\s+accident"
    r"|crash(?:ed)?|accident(?:al)?|earthquake|shortages?|lack\s+of\s+(?:food|medicine|medical))\b",
    re.IGNORECASE,
)
BATTLE = re.compile(r"\b(?:clash(?:es|ed)?|fighting|battles?|firefights?|gunbattles?|infighting)\b", re.IGNORECASE)
BETWEEN = re.compile(r"\b(?:clashes|fighting|battles?|firefights?|gunbattles?|infighting)\s+(?:\w+\s+){0,3}between\b", re.IGNORECASE)
CLAIMED = re.compile(r"\bclaim(?:ed|s|ing)?\s+(?:responsibility|the\s+(?:\w+\s+)?(?:attacks?|bombings?|blasts?|assault))\b", re.IGNORECASE)
BACKING = frozenset(("backed", "supported", "aided", "funded"))
SAYING = frozenset(("said", "says", "told", "announced", "reported"))
OWN_WORDS = frozenset(("it", "they", "its", "their"))
BY = re.compile(r"(?:\s+\w+){0,2}\s+by\s+(?:the\s+)?")  # between a number and who did it
CLAIM_REACH = 3  # sentences behind in which somebody claims the attack
ELSEWHERE = re.compile(r"^\W*(?:elsewhere|separately|meanwhile|in\s+(?:another|a\s+separate)\b|in\s+other\b)", re.IGNORECASE)
CLAUSE = re.compile(r";|,\s+(?:and|while|but|as|where|when)\b|\bwhile\b")
BEHIND = re.compile(r"[,.]|\b(?:by|in|when|after)\b")
BARRIER = re.compile(r";|,\s+(?:while|but|as|where)\b|\bwhile\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Agent:
    """An actor that a sentence makes the author of something; the firmer the construction, the higher ``weight``."""

    start: int
    end: int
    actor: str
    weight: int


@lru_cache(maxsize=8)
def _vocabulary(lexicon: Lexicon) -> tuple[Terms[str], Terms[str], Terms[str]]:
    """Actors, weapons, and verbs; an actor's genitive is the actor, also where a text has lost its apostrophes."""
    rows = lexicon.rows("actors")
    actors = [(r["term"] + ending, r["actor"]) for ending in ("", "'s", "’s") for r in rows]
    actors += [(r["term"] + "s", r["actor"]) for r in rows if len(r["term"]) > 3 and not r["term"].endswith("s")]
    known = {r["term"]: r["actor"] for r in rows}
    attacks = lexicon.rows("attacks")
    return (
        Terms(lexicon, actors + list(known.items())),
        Terms(lexicon, ((r["term"], r["role"]) for r in attacks if r["role"] == "weapon")),
        Terms(lexicon, ((r["term"], r["role"]) for r in attacks if r["role"] != "weapon")),
    )


def perpetrator_of(document: Document, sentence: Sentence, start: int, end: int, measure: str, group: str | None) -> str | None:
    """The perpetrator of the deaths or wounds counted at ``start`` to ``end``, ``unknown`` where none is named.

    None for measures that are no harm, and for cold, hunger and accidents.
    """
    if measure not in HARM or sentence.says(NATURAL):
        return None
    if is_background(sentence) or is_war_total(document, sentence, start, end):
        return "unknown"
    if BETWEEN.search(_clause(sentence, start)):
        return "unknown"
    own = OWN.get(group or "", ())
    agents = [a for a in _agents(sentence) if a.actor not in own and _reaches(a, document.text, start, end)]
    if behind := next((a.actor for a in agents if a.start > end and BY.fullmatch(document.text, end, a.start)), None):
        return behind  # "1,200 by regime forces, 300 by the rebels"
    if found := _best(agents, sentence, start):
        return found
    if sentence.says(UNCLEAR) or BATTLE.search(_clause(sentence, start)):
        return "unknown"
    found = _carried(document, sentence, start, end, own) or _claimed(document, sentence, own)
    if found is None and group == "civilians" and speaker_of(document, sentence, start, end) == "coalition":
        return "coalition"
    return found or "unknown"


def alternative_author(sentence: Sentence) -> str | None:
    """Whom an answer names beside its speaker: the actor behind "or" ("it or partner forces may have struck the area")."""
    named = _vocabulary(sentence.document.lexicon)[0].all(sentence)
    return next((m.entry for m in named if "or" in sentence.words[max(0, m.first - 2) : m.first] and m.entry != "-"), None)


def _reaches(agent: Agent, text: str, start: int, end: int) -> bool:
    """Whether a subject's act can be what befell those counted: in one clause with them, and not one of them ("12 IS fighters")."""
    if agent.weight > 2:
        return True
    if agent.end <= start:
        return BATTLE.search(text, agent.end, start) is None
    between = text[end : agent.start]
    return BARRIER.search(between) is None and BEHIND.search(between) is not None


def _clause(sentence: Sentence, start: int) -> str:
    """The clause around the number."""
    at = start - sentence.start
    left = max((m.end() for m in CLAUSE.finditer(sentence.text, 0, at)), default=0)
    right = CLAUSE.search(sentence.text, at)
    return sentence.text[left : right.start() if right else None]


def _best(agents: list[Agent], sentence: Sentence, start: int) -> str | None:
    """The actor of the firmest construction near the number; two that "and" joins are joined, two that "or" joins are nobody."""
    if not agents:
        return None
    text = sentence.document.text

    def rank(agent: Agent) -> tuple[bool, int, int]:
        between = text[agent.end : start] if agent.end <= start else text[start : agent.start]
        return (BARRIER.search(between) is not None, -min(agent.weight, 3), abs(agent.start - start))

    best = min(agents, key=rank)
    joined = [best]
    for other in agents:
        first, second = sorted((best, other), key=lambda a: a.start)
        between = text[first.end : second.start].lower()
        if other.actor != best.actor and len(between) < 40:
            if re.search(r"\bor\b", between):
                return "unknown"
            if re.search(r"\band\b", between) and other.weight == best.weight:
                joined.append(other)
    return ";".join(dict.fromkeys(a.actor for a in sorted(joined, key=lambda a: a.start)))


def _carried(document: Document, sentence: Sentence, start: int, end: int, own: tuple[str, ...]) -> str | None:
    """The author of the attack that the sentences before tell, where this one goes on with it."""
    if sentence.says(ELSEWHERE):
        return None
    speaker = None
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - CARRY_REACH), -1):
        earlier = document.sentences[index]
        if earlier.says(UNCLEAR):
            return None
        agents = [a for a in _agents(earlier) if a.actor not in own]
        if any(a.weight > 3 for a in agents):
            speaker = speaker or speaker_of(document, sentence, start, end)
            agents = [a for a in agents if a.weight <= 3 or speaker == speaker_of(document, earlier, a.start, a.end)]
        if agents and not is_background(earlier):
            return _best(agents, earlier, earlier.end)
        if earlier.says(ELSEWHERE):
            return None
    return None


def _claimed(document: Document, sentence: Sentence, own: tuple[str, ...]) -> str | None:
    """Who claims the attack in the sentences behind ("IS claimed responsibility for the bombing")."""
    for later in document.sentences[sentence.index + 1 : sentence.index + 1 + CLAIM_REACH]:
        if later.says(ELSEWHERE):
            return None
        if later.says(CLAIMED) and not later.says(UNCLEAR):
            return _best([a for a in _agents(later) if a.actor not in own], later, later.start)
    return None


@kept
def _agents(sentence: Sentence) -> tuple[Agent, ...]:
    """The actors of the sentence that do something in it, in order."""
    actors, weapons, verbs = _vocabulary(sentence.document.lexicon)
    tokens = sentence.tokens
    acts = verbs.all(sentence)
    found = []
    mentions = actors.all(sentence)
    weight = last = 0
    for mention in mentions:
        if mention.entry == "-":
            continue
        joined = weight > 2 and {t.lower for t in tokens[last : mention.first]} <= AND
        weight, last = weight if joined else _weight(sentence, mention, weapons, acts, mentions), mention.last
        if weight:
            actor = _settled(sentence.document, mention.entry)
            found.append(Agent(tokens[mention.first].start, tokens[mention.last - 1].end, actor, weight))
    return tuple(found)


def _weight(sentence: Sentence, mention: Match[str], weapons: Terms[str], acts: list[Match[str]], mentions: list[Match[str]]) -> int:
    """4 blamed or claiming, 3 owner of the weapon or behind "by", 2 subject of the act, 0 nothing of these."""
    tokens = sentence.tokens
    before = mention.first - 1
    while before >= 0 and tokens[before].lower in DETERMINERS:
        before -= 1
    word = tokens[before].lower if before >= 0 else ""
    owner_of = _weapon_behind(sentence, mention, weapons, mentions)
    place = mention.last < len(tokens) and tokens[mention.last].lower in PLACES
    if place or is_hyphened(sentence, mention.last) or (word == "in" and not owner_of):
        return 0
    for act in acts:
        if act.entry == "blame" and 0 <= mention.first - act.last <= 6 and not any(act.last <= m.first < mention.first for m in mentions):
            return 4
        if act.entry == "claim" and 0 <= act.first - mention.last <= 4:
            return 4
    if word == "by" and before and tokens[before - 1].lower in BACKING:
        return 0
    if owner_of:
        return 3
    if word == "by" or (before > 0 and tokens[before - 1].lower == "by" and not NUMBER.search(word)):
        at = before if word == "by" else before - 1
        return 0 if tokens[at - 1].lower in HOLDING else 3
    if word == "to" and before and tokens[before - 1].lower == "belonging":
        return 3
    if word in ("of", "from") and any(weapons.before(sentence, i) for i in range(max(0, before - 1), before + 1)):
        return 3
    if any(act.last - 1 == before for act in acts):
        return 0
    if word in TARGET or NUMBER.search(word) or (before > 0 and NUMBER.search(tokens[before - 1].lower)):
        return 0
    for act in acts:
        if act.entry != "act" or not 0 <= act.first - mention.last <= ACT_REACH:
            continue
        between = [t.lower for t in tokens[mention.last : act.first]]
        others = [m for m in mentions if mention.last <= m.first < act.first and m.entry not in ("-", mention.entry)]
        if any(BACKING.isdisjoint(t.lower for t in tokens[m.first - 2 : m.first]) for m in others):
            return 0
        said = next((n + 1 for n, w in enumerate(between) if w in SAYING), 0)
        rest = [w for w in between[said:] if w != "that"]
        if said and rest and rest[0] in OWN_WORDS:
            between = rest  # "the army said it had killed", "said its jets killed"
        if not any(w in AUXILIARIES or w in (*SAYING, "who", "that", ";", "after") for w in between):
            return 2
        return 0
    return 0


def _weapon_behind(sentence: Sentence, mention: Match[str], weapons: Terms[str], mentions: list[Match[str]]) -> bool:
    """ "Russian air strikes", "the regime's heavy shelling", "Syrian and Russian jets"."""
    tokens = sentence.tokens
    joined = {i for m in mentions for i in range(m.first, m.last)}
    for i in range(mention.last, min(mention.last + WEAPON_REACH, len(tokens))):
        if weapons.at(sentence, i):
            return True
        if tokens[i].lower not in MODIFIERS and i not in joined:
            return False
    return False


def _settled(document: Document, actor: str) -> str:
    """The actor that a general word means in this article."""
    if actor == "militants":
        return "is" if _names_is(document) else "other"
    if actor == "army":
        return "iraq" if about_iraq(document) else "government"
    return actor


@kept
def _names_is(document: Document) -> bool:
    return re.search(r"\bISI[SL]\b|\bIS\b|Islamic State|\bDa[ei]sh\b|\bDAESH\b", document.text) is not None
