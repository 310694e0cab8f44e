"""Who is said to have caused deaths and wounds (CODEBOOK.md, perpetrator)."""

import re
from bisect import bisect_left
from itertools import pairwise

from analysis.extraction.blame.actors import ISRAEL, Agent, Tie, actors_named
from analysis.extraction.blame.agents import agents_of, subject_taken_up
from analysis.extraction.blame.authors_told import BARRIER, SUICIDE, UNCLEAR, best_of, carried_author, claimant, named_for_it
from analysis.extraction.blame.implied_authors import among_rebels, foe_that_says, of_its_graves, offender
from analysis.extraction.claim import HARMS
from analysis.extraction.parties import MANY, PARTIES, own_of, speaks_for
from analysis.extraction.sentences import Document, Sentence
from analysis.extraction.speakers import is_background, speaker_of
from analysis.extraction.speech.marks import about_iraq
from analysis.extraction.when.tallies import is_war_total
from analysis.extraction.who.sides import named_sides, people_named

STATES = frozenset(p.perpetrator for p in PARTIES if p.fighters == "other_fighters") - {MANY}
OPENING = 2  # sentences that tell what an article is about
NATURAL = re.compile(
    r"\b(?:hypothermia|cold|freezing|frost|hunger|starvation|starved|malnutrition|disease|cholera|polio|measles|drowned|drowning|traffic|road\s+accident"
    r"|crash(?:ed)?|(?<!by )accident(?:al)?|earthquake|untreated|died\s+(?:\w+\s+){0,3}on\s+(?:the|their)\s+(?:way|journey|road)"
    r"|shortages?|lack\s+of\s+(?:food|medicine|medical))\b"
)
WEAPONS = re.compile(r"\b(?:bombard\w+|shelling|air\s?strikes?|raids?|rockets?|missiles?|barrel\s+bombs?|mortars?)\b")
BATTLE = re.compile(r"\b(?:clash(?:es|ed)?|fighting|battles?|firefights?|gunbattles?|infighting)\b", re.IGNORECASE)
BETWEEN = re.compile(r"\b(?:clashes|fighting|battles?|firefights?|gunbattles?|infighting)\s+(?:\w+\s+){0,3}between\b", re.IGNORECASE)
BY = re.compile(r"(?:\s+\w+){0,2}\s+by\s+(?:the\s+)?")  # between a number and who did it
HAS_KILLED = re.compile(r"\s+(?:has|have|had)\s+(?:\w+ly\s+)?(?:killed|executed|wounded|injured)\s+(?:\w+\s+){0,2}", re.IGNORECASE)
KILLING = re.compile(r"\b(?:killing|wounding|injuring|and\s+(?:killed|wounded|injured))\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
ATTRIBUTED = re.compile(r"\b(?:attribut|ascrib)(?:e|es|ed|ing)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
TO = re.compile(r"\bto\s+(?:\w+\s+){0,7}$")
# "It said it had killed 14 of them", "his men had killed 14": the side that speaks.
ITSELF = re.compile(
    r"\b(?:said|says|announced|claimed|claims|declared)\s+(?:(?:on|late|early)\s+)?(?:\w+day\s+)?(?:that\s+)?(?:it|they|we)\s+(?:(?:had|have|has)\s+)?(?:\w+ly\s+)?"
    r"(?:killed|shot\s+dead|wounded|injured|eliminated)\W+(?:\w+\W+){0,4}$",
    re.IGNORECASE,
)
OURS = re.compile(
    r"\b(?:his|her|our|my)\s+(?:\w+\s+)?(?:men|troops|forces|fighters|units|soldiers|jets|planes)\s+(?:(?:had|have)\s+)?(?:\w+ly\s+)?"
    r"(?:killed|shot\s+dead|wounded|injured|eliminated)\W+(?:\w+\W+){0,4}$",
    re.IGNORECASE,
)
ADMITTED = re.compile(r"\b(?:acknowledg|admit|conced)\w*\s+(?:to\s+)?(?:\w+\s+){0,4}$", re.IGNORECASE)
OURS_REACH = 90
SIDES_REACH = 3  # words of "regime and"
GAP = 2  # words of "regime and" behind "Syrian"
SOLDIERS_OF = {
    "turkey": re.compile(r"\bturkish (?:soldiers|troops)\b"),
    "coalition": re.compile(r"\b(?:american|u\.s\.|us) (?:soldiers|troops|marines)\b"),
}
SOLDIERS_BACK = 2  # sentences over which a state's soldiers are still being told of
SOLDIERS = re.compile(r"\w+\s+(?:soldiers|troops|servicemen|policemen)\b[^.;]*\band\s+(?:[\w-]+\s+){0,3}")
# "The SDF has lost 14 fighters": a side's own losses, whoever caused them.
LOSS = re.compile(r"\b(?:los(?:t|es|ing)|loss\s+of)\W+(?:\w+\W+){0,6}$", re.IGNORECASE)
LOSS_REACH = 50
# "14 militants were killed in clashes with the army", "as the army advanced on their town"; "rebels lost 14 men in battles with"
FIGHTING = r"(?:in|during)\s+(?:\w+\s+){0,3}?(?:clash(?:es)?|fighting|battles?|firefights?|gunbattles?)\s+(?:with|against)\s+(?:the\s+)?"
AGAINST = re.compile(
    rf"[^.;,]{{0,60}}?\b(?:killed|dead|died|injured|wounded|slain)\s+(?:on\s+\w+day\s+)?(?:{FIGHTING}"
    r"|(?:as|when|in|during)\s+(?=[^.;,]{0,60}?\badvanc(?:ed?|es)\b))",
    re.IGNORECASE,
)
LOST_AGAINST = re.compile(rf"[^.;,]{{0,40}}?\b{FIGHTING}", re.IGNORECASE)
FOE_REACH = 25
CLAUSE = re.compile(r";|,\s+(?:and|while|but|as|where|when)\b|\bwhile\b")
BEHIND = re.compile(r"[,.]|\b(?:by|in|when|after|as)\b")
# "Regime raids hit the town a day after strikes there left 40 dead": another attack than the one that the sentence tells.
PAST_DEED = re.compile(
    r"\b(?:hours|days?|weeks?|months?)\s+after\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,2}?(?:air)?(?:strikes?|raids?|attacks?|bombings?|blasts?)\b"
)
# "Days after a deadly regime attack a woman was killed": another attack too
AFTER_DEED = re.compile(r"\b(?:hours|days|weeks|months)\s+after\s+(?:\w+\s+){0,4}$", re.IGNORECASE)
AFTER_REACH = 60
# "Killed since the rebel assault began": when, and not by whom.
SINCE = re.compile(r"\bsince\s+(?:(?:the|a|an|its|their)\s+)?(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
BEGAN = re.compile(r"[^,;.]{0,50}?\b(?:began|started|opened|erupted|(?:was|were)\s+(?:launched|unleashed))\b")
# "Strikes kill 45 after rebel fire": what came before it
STRIKES_KILL = re.compile(r"\b(?:strikes?|raids?|attacks?|bombings?|shelling|blasts?)\s+kill(?:s|ed)?\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
STRIKES_REACH = 60
THEN = re.compile(r"\s(?:hours\s+|a\s+day\s+)?after\s")
# "An attack that killed 12 and prompted a US strike": what the attack led to.
LED_TO = re.compile(r"\b(?:sparked|sparking|triggered|triggering|prompted|prompting|provoked|provoking|drew|drawing)\s+(?:\w+\s+){0,3}$")
# "IS has executed 12 of its own fighters"
PUT_TO_DEATH = re.compile(r"\b(?:execut|kill|behead|shot|slaughter|hang|purg|put\s+to\s+death)\w*\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
OF_ITS_OWN = re.compile(r"\s+of\s+(?:its|their)\s+own\b")


def perpetrator_of(document: Document, sentence: Sentence, start: int, end: int, measure: str, group: str | None) -> str | None:
    """The perpetrator of the deaths or wounds counted at ``start`` to ``end``, ``unknown`` where none is named.

    None for measures that are no harm, and for cold, hunger and accidents.
    """
    found = _perpetrator(document, sentence, start, end, measure, group)
    return found and found.replace(ISRAEL, "other")


def _perpetrator(document: Document, sentence: Sentence, start: int, end: int, measure: str, group: str | None) -> str | None:
    if measure not in HARMS or (_is_natural(sentence, start) and not _is_done_by(sentence, end)):
        return None
    if is_war_total(document, sentence, start, end):
        return "unknown"
    if is_background(sentence) and not any(
        a.tie == Tie.CLAIMED or HAS_KILLED.fullmatch(document.text, a.end, start) for a in agents_of(sentence)
    ):
        its_graves = group != "is_fighters" and measure == "killed" and of_its_graves(sentence)
        return "is" if its_graves else offender(sentence, own_of(group), group) or "unknown"
    fought = _clause(sentence, start) if sentence.says(BATTLE) else ""
    if fought and among_rebels(sentence):
        return "other"
    if fought and BETWEEN.search(fought):
        return "unknown"
    own = (*own_of(group), *_own_state(sentence, start, end, group), *_both_sides(sentence, end))
    purged = OF_ITS_OWN.match(sentence.lower, end - sentence.start) and PUT_TO_DEATH.search(document.text, sentence.start, start)
    agents = [a for a in agents_of(sentence) if (purged or not _is_of(a, own, sentence, group)) and _reaches(a, document.text, start, end)]
    if unclear := sentence.first(UNCLEAR):
        agents = [a for a in agents if a.start < sentence.start + unclear.start()]  # "could not say whether the planes were Iraqi"
    if behind := next((a.actor for a in agents if a.start > end and BY.fullmatch(document.text, end, a.start)), None):
        return behind  # "1,200 by regime forces, 300 by the rebels"
    if ATTRIBUTED.search(document.text, sentence.start, start):
        blamed = [a.actor for a in actors_named(sentence) if a.start > end and TO.search(document.text, end, a.start)]
        return blamed[0] if blamed else "unknown"
    if ITSELF.search(document.text, max(sentence.start, start - OURS_REACH), start) and (
        itself := speaks_for(speaker_of(document, sentence, start))
    ):
        return itself
    if found := best_of(agents, sentence, start):
        return found
    if (taken_up := subject_taken_up(sentence)) and taken_up not in own:
        return taken_up
    if OURS.search(document.text, max(sentence.start, start - OURS_REACH), start):
        return speaks_for(speaker_of(document, sentence, start)) or "unknown"
    if ADMITTED.search(document.text, sentence.start, start) and speaker_of(document, sentence, start) == "coalition":
        return "coalition"
    lost = group != "civilians" and LOSS.search(document.text, max(sentence.start, start - LOSS_REACH), start) is not None
    if foe := _foe(sentence, end, own, lost):
        return foe
    if lost and not unclear and _is_a_bombers(sentence, group, own):
        return "is"  # "lost three fighters to mines"
    if unclear or BATTLE.search(fought) or lost:
        return "unknown"
    found = carried_author(document, sentence, start, own, group) or named_for_it(document, sentence, start, own) or claimant(sentence, own)
    if found is None and group == "civilians" and speaker_of(document, sentence, start) == "coalition":
        return "coalition"
    if found is None and measure == "killed" and group != "is_fighters" and of_its_graves(sentence):
        return "is"
    if found is None and _is_a_bombers(sentence, group, own):
        return "is"
    return found or offender(sentence, own, group) or foe_that_says(document, sentence, start, end, group) or "unknown"


def _is_natural(sentence: Sentence, start: int) -> bool:
    """Whether cold, hunger or an accident stands nearer to the number than any weapon."""
    if not sentence.says(NATURAL):
        return False
    at = start - sentence.start
    nearest = min(abs(m.start() - at) for m in NATURAL.finditer(sentence.lower))
    return all(abs(m.start() - at) > nearest for m in WEAPONS.finditer(sentence.lower))


def _is_of(agent: Agent, own: tuple[str, ...], sentence: Sentence, group: str | None) -> bool:
    """Whether an actor is of the side that has been killed, as in "repelled a terrorist attack, killing 12 terrorists"."""
    terror = sentence.document.text.startswith(("terror", "Terror"), agent.start)
    return agent.actor in own or (terror and group == "is_fighters")


def _is_done_by(sentence: Sentence, end: int) -> bool:
    """ "17 were shot by border guards, and others died of hunger": whoever did it stands right behind those counted."""
    return any(a.start > end and a.tie >= Tie.OWNER and BY.fullmatch(sentence.document.text, end, a.start) for a in agents_of(sentence))


def _own_state(sentence: Sentence, start: int, end: int, group: str | None) -> list[str]:
    """The state whose soldiers are counted, "54 Turkish soldiers ... and five wounded": not the one that killed them."""
    if group != "other_fighters":
        return []
    text = sentence.document.text
    states = [a for a in actors_named(sentence) if a.actor in STATES]
    named = [a.actor for a in states if a.start >= end and not text[end : a.start].strip()]
    near = sentence.document.sentences[max(0, sentence.index - SOLDIERS_BACK) : sentence.index + 1]
    named += [state for state, soldiers in SOLDIERS_OF.items() if any(s.says(soldiers) for s in near)]
    return named or [a.actor for a in states if a.end <= start and SOLDIERS.fullmatch(text, a.start, start)]


def _both_sides(sentence: Sentence, end: int) -> list[str]:
    """The sides of "70 regime and rebel fighters", who have killed each other."""
    first = bisect_left(sentence.tokens, end, key=lambda token: token.start)
    named = sorted((*named_sides(sentence), *people_named(sentence)), key=lambda m: m.first)
    named = [m for m in named if first <= m.first <= first + SIDES_REACH and own_of(m.entry.group)]
    gaps = ((a, b, sentence.words[a.last : b.first]) for a, b in pairwise(named))
    joined = [(a, b) for a, b, gap in gaps if gap[-1:] in (["and"], ["or"]) and len(gap) <= GAP]
    return [actor for a, b in joined[:1] if a.first == first for side in (a, b) for actor in own_of(side.entry.group)]


def _reaches(agent: Agent, text: str, start: int, end: int) -> bool:
    """Whether a subject's act can be what befell those counted: in one clause with them, and not one of them ("12 IS fighters")."""
    if agent.end <= start and PAST_DEED.search(text, agent.end, start):
        return False
    if agent.tie == Tie.OWNER and agent.end <= start and AFTER_DEED.search(text, max(0, agent.start - AFTER_REACH), agent.start):
        return False
    if agent.start >= end and LED_TO.search(text, end, agent.start):
        return False
    if agent.start >= end and THEN.search(text, end, agent.start) and STRIKES_KILL.search(text, max(0, start - STRIKES_REACH), start):
        return False
    if SINCE.search(text, 0, agent.start) and BEGAN.match(text, agent.end):
        return False
    if agent.tie >= Tie.OWNER:
        return True
    if agent.end <= start:
        return BATTLE.search(text, agent.end, start) is None or KILLING.search(text, agent.end, start) is not None
    between = text[end : agent.start]
    return BARRIER.search(between) is None and BEHIND.search(between) is not None


def _foe(sentence: Sentence, end: int, own: tuple[str, ...], lost: bool) -> str | None:
    """Against whom those counted fell: "14 militants were killed in clashes with the army"; ``lost`` where their own side lost them."""
    fallen = (LOST_AGAINST if lost else AGAINST).match(sentence.document.text, end, sentence.end) if own else None
    if fallen is None:
        return None
    foes = [a.actor for a in actors_named(sentence) if a.actor not in own and 0 <= a.start - fallen.end() < FOE_REACH]
    return foes[0] if foes else None


def _clause(sentence: Sentence, start: int) -> str:
    """The clause around the number."""
    at = start - sentence.start
    left = max((m.end() for m in CLAUSE.finditer(sentence.text, 0, at)), default=0)
    right = CLAUSE.search(sentence.text, at)
    return sentence.text[left : right.start() if right else None]


def _is_a_bombers(sentence: Sentence, group: str | None, own: tuple[str, ...]) -> bool:
    """A bomber or a trap that kills fighters of the SDF or Iraq's soldiers in an article that opens with IS and names no other foe."""
    foes = group == "sdf_fighters" or (group == "other_fighters" and about_iraq(sentence.document))
    if not foes or "is" in own or not sentence.says(SUICIDE):
        return False
    sentences = sentence.document.sentences
    named = {a.actor for s in sentences for a in actors_named(s)}
    return any(a.actor == "is" for s in sentences[:OPENING] for a in actors_named(s)) and not named & {"other", "turkey"}
