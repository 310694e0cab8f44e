"""Who is said to have caused deaths and wounds (CODEBOOK.md, perpetrator)."""

import re

from analysis.extraction.blame.actors import ISRAEL, Agent, actors_named
from analysis.extraction.blame.agents import agents_of, subject_taken_up
from analysis.extraction.blame.implied_authors import AIR, SIDES, foe_that_says, of_its_graves, offender
from analysis.extraction.claim import HARMS
from analysis.extraction.quantities import begins_number
from analysis.extraction.sentences import Document, Sentence, kept
from analysis.extraction.speakers import MONTHS, is_background, speaker_of
from analysis.extraction.speech.marks import about_iraq
from analysis.extraction.when.tallies import is_war_total
from analysis.extraction.who.sides import named_sides, people_named

OWN = {
    "is_fighters": ("is",),
    "sdf_fighters": ("sdf", "coalition"),
    "government_fighters": ("government", "russia"),
    "other_fighters": ("other",),
}
STATES = ("turkey", "iraq", "coalition")  # whose forces are in the group other_fighters
OPENING = 2  # sentences that tell what an article is about
CARRY_REACH = 6  # sentences over which an attack is still being told
UNCLEAR = re.compile(
    r"\b(?:(?:not|un)\s*(?:immediately\s+|yet\s+)?(?:clear|known)\b|unclear\b|could\s+not\s+(?:immediately\s+)?(?:say|tell|determine|confirm)\s+(?:whether|who|if)"
    r"|unidentified\b|unknown\s+(?:gunmen|aircraft|warplanes|assailants|planes)\b|did\s+not\s+(?:say|specify)\s+(?:whether|who|which)"
    r"|no\s+(?:group|one)\s+(?:has\s+)?(?:immediately\s+)?claimed|(?:accused|blamed)\s+each\s+other|traded\s+(?:blame|accusations))"
)
NATURAL = re.compile(
    r"\b(?:hypothermia|cold|freezing|frost|hunger|starvation|starved|malnutrition|disease|cholera|polio|measles|drowned|drowning|traffic|road\s+accident"
    r"|crash(?:ed)?|(?<!by )accident(?:al)?|earthquake|untreated|died\s+(?:\w+\s+){0,3}on\s+(?:the|their)\s+(?:way|journey|road)"
    r"|shortages?|lack\s+of\s+(?:food|medicine|medical))\b"
)
BATTLE = re.compile(r"\b(?:clash(?:es|ed)?|fighting|battles?|firefights?|gunbattles?|infighting)\b", re.IGNORECASE)
BETWEEN = re.compile(r"\b(?:clashes|fighting|battles?|firefights?|gunbattles?|infighting)\s+(?:\w+\s+){0,3}between\b", re.IGNORECASE)
# The attack of the sentences before: "the strike", "Thursday's deadly raid".
DEED = re.compile(
    r"\b(?:the|this|that|these|those|\w+day[’']?s)\s+(?P<own>(?:[\w.-]+\s+){0,3}?)(?:air\s?)?(?:strike|raid|attack|bombing|shelling|bombardment|blast|explosion"
    r"|assault|killing|shooting|massacre|ambush)s?\b",
    re.IGNORECASE,
)
RESPONSIBILITY = re.compile(
    r"\b(?:(?:claim|took|tak|accept)\w*\s+(?:responsibility|credit(?!\s+for\s+(?:an?|the|its|his)\s+(?:truce|deal|victory|defeat|success|release|ceasefire|agreement)))|sa(?:id|ys)\s+(?:that\s+)?it\s+had\s+(?:done\s+(?:it|this|so)|carried\s+(?:it|this)\s+out)\b|sa(?:id|ys)\s+(?:that\s+)?it\s+(?:was|is)\s+behind\s+(?:the|this|that|those|these)\b|sa(?:id|ys)\s+(?:that\s+)?one\s+of\s+its\s+(?:own\s+)?(?:men|fighters|members|militants|soldiers|bombers?))\b",
    re.IGNORECASE,
)
DOING = re.compile(
    r"\b(?:(?:carr(?:ied|ying)\s+out|conduct(?:ed|ing)|launch(?:ed|ing)|stag(?:ed|ing)|mount(?:ed|ing)|perpetrat(?:ed|ing)|behind|claim(?:ed|s|ing)"
    r"|responsible\s+for)|(?P<blamed>for|of))\s*$",
    re.IGNORECASE,
)
NONE_OF = re.compile(r"\b(?:no|neither)\s+(?:\w+\s+)?$", re.IGNORECASE)
DONE_BY = re.compile(
    r",?\s+(?:(?:was|were|had\s+been|has\s+been)\s+)?(?:(?:carried\s+out|conducted|launched|staged|mounted|claimed|committed|perpetrated)\s+)?"
    r"by\s+(?:[\w-]+\s+){0,2}",
    re.IGNORECASE,
)
BLAMED = re.compile(r"\b(?:blam|accus)\w*\W+(?:\w+\W+){0,2}$", re.IGNORECASE)
DOUBTED = re.compile(r"\b(?:den(?:y|ie[sd]|ying)|not|never|no|nobody|whether|if|or)\b", re.IGNORECASE)
BY = re.compile(r"(?:\s+\w+){0,2}\s+by\s+(?:the\s+)?")  # between a number and who did it
KILLING = re.compile(r"\b(?:killing|wounding|injuring|and\s+(?:killed|wounded|injured))\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
ATTRIBUTED = re.compile(r"\b(?:attribut|ascrib)(?:e|es|ed|ing)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
TO = re.compile(r"\bto\s+(?:\w+\s+){0,7}$")
# "His men had killed 14 of them": the side that speaks.
OURS = re.compile(
    r"\b(?:his|her|our|my)\s+(?:\w+\s+)?(?:men|troops|forces|fighters|units|soldiers|jets|planes)\s+(?:(?:had|have)\s+)?(?:\w+ly\s+)?"
    r"(?:killed|shot\s+dead|wounded|injured|eliminated)\W+(?:\w+\W+){0,4}$",
    re.IGNORECASE,
)
ADMITTED = re.compile(r"\b(?:acknowledg|admit|conced)\w*\s+(?:to\s+)?(?:\w+\s+){0,4}$", re.IGNORECASE)
OURS_REACH = 90
SOLDIERS_OF = {
    "turkey": re.compile(r"\bturkish (?:soldiers|troops)\b"),
    "coalition": re.compile(r"\b(?:american|u\.s\.|us) (?:soldiers|troops|marines)\b"),
}
SOLDIERS_BACK = 2  # sentences over which a state's soldiers are still being told of
SOLDIERS = re.compile(r"\w+\s+(?:soldiers|troops|servicemen|policemen)\b[^.;]*\band\s+(?:[\w-]+\s+){0,3}")
BOMBING = re.compile(r"\b(?:bomb(?:ing|er|s|ings|ers)?|blasts?|explosions?)\b")
# "The SDF has lost 14 fighters": a side's own losses, whoever caused them.
LOSS = re.compile(r"\b(?:los(?:t|es|ing)|loss\s+of)\W+(?:\w+\W+){0,6}$", re.IGNORECASE)
LOSS_REACH = 50
AGAINST = re.compile(
    r"[^.;,]{0,60}?\b(?:killed|dead|died|injured|wounded|slain)\s+(?:on\s+\w+day\s+)?(?:in|during)\s+(?:\w+\s+){0,3}?"
    r"(?:clash(?:es)?|fighting|battles?|firefights?|gunbattles?)\s+(?:with|against)\s+(?:the\s+)?",
    re.IGNORECASE,
)
FOE_REACH = 25
SUICIDE = re.compile(r"\b(?:suicide|car\s+bomb\w*|explosive\s+(?:belts?|vests?)|(?:land)?mines?|booby[\s-]traps?)\b")
CLAIM_REACH = 3  # sentences behind in which somebody claims the attack, or is named for it
AUTHOR_REACH = 110  # characters between an author and the attack
ELSEWHERE = re.compile(r"^\W*(?:elsewhere|separately|meanwhile|in\s+(?:another|a\s+separate)\b|in\s+other\b)")
CLAUSE = re.compile(r";|,\s+(?:and|while|but|as|where|when)\b|\bwhile\b")
BEHIND = re.compile(r"[,.]|\b(?:by|in|when|after|as)\b")
BARRIER = re.compile(r";|,\s+(?:while|but|as|where)\b|\bwhile\b|\b(?:adding|saying|said)\s+that\b", re.IGNORECASE)
# "Regime raids hit the town a day after strikes there left 40 dead": another attack than the one that the sentence tells.
PAST_DEED = re.compile(
    r"\b(?:hours|days?|weeks?|months?)\s+after\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,2}?(?:air)?(?:strikes?|raids?|attacks?|bombings?|blasts?)\b"
)
EARLIER = re.compile(r"\bafter\b", re.IGNORECASE)
# "An attack that killed 12 and prompted a US strike": what the attack led to.
LED_TO = re.compile(r"\b(?:sparked|sparking|triggered|triggering|prompted|prompting|provoked|provoking|drew|drawing)\s+(?:\w+\s+){0,3}$")
# "IS has executed 12 of its own fighters"
PUT_TO_DEATH = re.compile(r"\b(?:execut|kill|behead|shot|slaughter|hang|purg|put\s+to\s+death)\w*\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
OF_ITS_OWN = re.compile(r"\s+of\s+(?:its|their)\s+own\b")
# "The UN counted 1,200 Iraqis killed in June": what all sides did in a country.
OF_A_COUNTRY = re.compile(
    r"\b(?:(?:iraqis|syrians)\s+(?:(?:were|had\s+been|have\s+been)\s+)?(?:killed|dead|died)"
    r"|(?:killed|died|dead|wounded|injured|deaths|casualties)\s+(?:\w+\s+){0,3}(?:nationwide|(?:across|throughout)\s+(?:iraq|syria|the\s+country)))\b"
)
OF_A_MONTH = re.compile(rf"\b(?:in|during|for|of)\s+(?:{MONTHS}|20\d\d|last\s+(?:month|year)|the\s+(?:month|year|first))\b")
# "Shells killed 19 people on the Turkish side": nothing that Turkey did.
IN_TURKEY = re.compile(r"\bturkish\s+(?:border|frontier|side|towns?|territory|soil)\b|\bin(?:side)?\s+turkey\b")
COUNT_REACH = 2  # words of "452 SDF" before "fighters"
# "It was not known whose aircraft it was", said of the strike of the sentence before.
NOT_KNOWN_WHO = re.compile(r"\b(?:not|un)\s*(?:immediately\s+|yet\s+)?(?:clear|known)\s+(?:who|whose|which)\b")


def perpetrator_of(document: Document, sentence: Sentence, start: int, end: int, measure: str, group: str | None) -> str | None:
    """The perpetrator of the deaths or wounds counted at ``start`` to ``end``, ``unknown`` where none is named.

    None for measures that are no harm, and for cold, hunger and accidents.
    """
    found = _perpetrator(document, sentence, start, end, measure, group)
    return found and found.replace(ISRAEL, "other")


def _perpetrator(document: Document, sentence: Sentence, start: int, end: int, measure: str, group: str | None) -> str | None:
    if measure not in HARMS or (sentence.says(NATURAL) and not _is_done_by(sentence, end)):
        return None
    if is_war_total(document, sentence, start, end):
        return "unknown"
    if is_background(sentence) and not any(a.weight > 3 for a in agents_of(sentence)):
        its_graves = group != "is_fighters" and measure == "killed" and of_its_graves(sentence)
        return "is" if its_graves else offender(sentence, OWN.get(group or "", ()), group) or "unknown"
    fought = _clause(sentence, start) if sentence.says(BATTLE) else ""
    if fought and BETWEEN.search(fought):
        return "unknown"
    own = (*OWN.get(group or "", ()), *_own_state(sentence, start, end, group))
    purged = OF_ITS_OWN.match(sentence.lower, end - sentence.start) and PUT_TO_DEATH.search(document.text, sentence.start, start)
    agents = [a for a in agents_of(sentence) if (purged or not _is_of(a, own, sentence, group)) and _reaches(a, document.text, start, end)]
    if unclear := sentence.first(UNCLEAR):
        agents = [a for a in agents if a.start < sentence.start + unclear.start()]  # "could not say whether the planes were Iraqi"
    if behind := next((a.actor for a in agents if a.start > end and BY.fullmatch(document.text, end, a.start)), None):
        return behind  # "1,200 by regime forces, 300 by the rebels"
    if ATTRIBUTED.search(document.text, sentence.start, start):
        blamed = [a.actor for a in actors_named(sentence) if a.start > end and TO.search(document.text, end, a.start)]
        return blamed[0] if blamed else "unknown"
    if found := _best(agents, sentence, start):
        return found
    if (taken_up := subject_taken_up(sentence)) and taken_up not in own:
        return taken_up
    if OURS.search(document.text, max(sentence.start, start - OURS_REACH), start):
        speaker = speaker_of(document, sentence, start)
        return SIDES.get(speaker, "unknown")
    if ADMITTED.search(document.text, sentence.start, start) and speaker_of(document, sentence, start) == "coalition":
        return "coalition"
    if foe := _foe(sentence, end, own):
        return foe
    lost = group != "civilians" and LOSS.search(document.text, max(sentence.start, start - LOSS_REACH), start)
    if lost and not unclear and _is_a_bombers(sentence, group, own):
        return "is"  # "lost three fighters to mines"
    if unclear or BATTLE.search(fought) or lost:
        return "unknown"
    found = _carried(document, sentence, start, own, group) or _named_for_it(document, sentence, start, own) or _claimant(sentence, own)
    if found is None and group == "civilians" and speaker_of(document, sentence, start) == "coalition":
        return "coalition"
    if found is None and measure == "killed" and group != "is_fighters" and of_its_graves(sentence):
        return "is"
    if found is None and _is_a_bombers(sentence, group, own):
        return "is"
    return found or offender(sentence, own, group) or foe_that_says(document, sentence, start, end, group) or "unknown"


def _is_of(agent: Agent, own: tuple[str, ...], sentence: Sentence, group: str | None) -> bool:
    """Whether an actor is of the side that has been killed, as in "repelled a terrorist attack, killing 12 terrorists"."""
    terror = sentence.document.text.startswith(("terror", "Terror"), agent.start)
    return agent.actor in own or (terror and group == "is_fighters")


def _is_done_by(sentence: Sentence, end: int) -> bool:
    """ "17 were shot by border guards, and others died of hunger": whoever did it stands right behind those counted."""
    return any(a.start > end and a.weight > 2 and BY.fullmatch(sentence.document.text, end, a.start) for a in agents_of(sentence))


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


def _reaches(agent: Agent, text: str, start: int, end: int) -> bool:
    """Whether a subject's act can be what befell those counted: in one clause with them, and not one of them ("12 IS fighters")."""
    if agent.end <= start and PAST_DEED.search(text, agent.end, start):
        return False
    if agent.start >= end and LED_TO.search(text, end, agent.start):
        return False
    if agent.weight > 2:
        return True
    if agent.end <= start:
        return BATTLE.search(text, agent.end, start) is None or KILLING.search(text, agent.end, start) is not None
    between = text[end : agent.start]
    return BARRIER.search(between) is None and BEHIND.search(between) is not None


def _foe(sentence: Sentence, end: int, own: tuple[str, ...]) -> str | None:
    """Against whom those counted fell: "14 militants were killed in clashes with the army"."""
    fallen = AGAINST.match(sentence.document.text, end, sentence.end) if own else None
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


def _best(agents: list[Agent], sentence: Sentence, start: int) -> str | None:
    """The actor of the firmest construction near the number; two that "and" joins are joined, two that "or" joins are nobody."""
    if not agents:
        return None
    text = sentence.document.text

    def rank(agent: Agent) -> tuple[bool, int, int]:
        between = text[agent.end : start] if agent.end <= start else text[start : agent.start]
        return (
            BARRIER.search(between) is not None or (agent.start > start and EARLIER.search(between) is not None),
            -min(agent.weight, 3),
            abs(agent.start - start),
        )

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


def _carried(document: Document, sentence: Sentence, start: int, own: tuple[str, ...], group: str | None) -> str | None:
    """The author of the attack that the sentences before tell, where this one goes on with it."""
    following = document.sentences[sentence.index + 1 : sentence.index + 2]
    if sentence.says(ELSEWHERE) or _is_of_a_country(sentence) or any(s.says(NOT_KNOWN_WHO) for s in following):
        return None
    speaker = None
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - CARRY_REACH), -1):
        earlier = document.sentences[index]
        if earlier.says(UNCLEAR) or _is_of_a_country(earlier):
            return None
        agents = [a for a in agents_of(earlier) if a.actor not in own]
        if any(a.weight > 3 for a in agents):
            speaker = speaker or speaker_of(document, sentence, start)
            agents = [a for a in agents if a.weight <= 3 or speaker == speaker_of(document, earlier, a.start)]
        if agents and not is_background(earlier):
            found = _best(agents, earlier, earlier.end)
            spared = _spared(sentence, group)
            return found if _can(found, sentence) and spared.isdisjoint((found or "").split(";")) else None
        if earlier.says(ELSEWHERE):
            return None
    return None


def _spared(sentence: Sentence, group: str | None) -> set[str]:
    """Who cannot have killed those counted unless the sentence says so: Iraq's allies its men, Turkey those in its own towns, and of a
    battle whose dead of two sides are counted ("452 SDF fighters, 739 jihadists and 262 civilians") either side."""
    sides = {m.entry.group for m in (*named_sides(sentence), *people_named(sentence)) if _is_counted(sentence, m.first)} & OWN.keys()
    friends = {actor for side in sides for actor in OWN[side]} if len(sides) > 1 else set[str]()
    friends |= {"iraq", "coalition"} if group == "other_fighters" and about_iraq(sentence.document) else set()
    return friends | ({"turkey"} if sentence.says(IN_TURKEY) else set())


def _is_counted(sentence: Sentence, i: int) -> bool:
    """Whether a number stands right before word ``i``: "452 SDF (fighters)"."""
    return any(begins_number(sentence, n) for n in range(max(0, i - COUNT_REACH), i))


def _is_of_a_country(sentence: Sentence) -> bool:
    """ "Across Iraq 1,200 were killed in June": a count of what all sides did."""
    return sentence.says(OF_A_COUNTRY) and sentence.says(OF_A_MONTH)


def _can(actor: str | None, sentence: Sentence) -> bool:
    """Whether the actor has what the sentence tells of: no militia has jets, no state suicide bombers or booby traps."""
    unfit = (sentence.says(AIR) and actor in ("is", "sdf", "other")) or (
        not sentence.says(AIR) and sentence.says(SUICIDE) and actor not in ("is", "other")
    )
    return actor is not None and not unfit


def _named_for_it(document: Document, sentence: Sentence, start: int, own: tuple[str, ...]) -> str | None:
    """Whom the sentences behind name for "the attack": the toll's own source, the author itself, or whoever, where nobody else is named."""
    speaker = None
    following = document.sentences[sentence.index + 1 : sentence.index + 1 + CLAIM_REACH]
    for later in following:
        if later.says(ELSEWHERE) or later.says(UNCLEAR):
            return None
        if authors := [a for a in _authors(later) if a.actor not in own]:
            speaker = speaker or speaker_of(document, sentence, start)
            others = {a.actor for s in following for a in agents_of(s)} - {a.actor for a in authors} - set(own)
            same = any(a.weight > 3 or speaker == speaker_of(document, later, a.start) for a in authors)
            return _best(authors, later, later.start) if same or not others else None
    return None


def _claimant(sentence: Sentence, own: tuple[str, ...]) -> str | None:
    """Who alone claims the bombing that the sentence tells of, further on in the article."""
    if not (sentence.says(SUICIDE) or sentence.says(BOMBING)):
        return None
    claimants = {actor for index, actor in _claims(sentence.document) if index > sentence.index} - set(own)
    return claimants.pop() if len(claimants) == 1 else None


@kept
def _claims(document: Document) -> list[tuple[int, str]]:
    """The sentences in which somebody claims an attack, and who."""
    return [(s.index, a.actor) for s in document.sentences if not s.says(ELSEWHERE) for a in _authors(s) if a.weight > 3]


@kept
def _authors(sentence: Sentence) -> list[Agent]:
    """The actors that a sentence makes the authors of "the attack"; of ``weight`` 4 those that claim it."""
    found: list[Agent] = []
    text, actors = sentence.document.text, actors_named(sentence)
    if not actors:
        return found
    deeds = [(m.start() + sentence.start, m.end() + sentence.start, m.span("own")) for m in DEED.finditer(sentence.text)]
    claims = [m.start() + sentence.start for m in RESPONSIBILITY.finditer(sentence.text)]
    for actor in actors if deeds or claims else ():
        for first, last, (own_first, own_last) in deeds:
            between = text[actor.end : first]
            doing = DOING.search(between) if actor.end <= first else None
            blamed = doing is not None and (doing["blamed"] is None or BLAMED.search(text[sentence.start : actor.start]) is not None)
            owner = sentence.start + own_first <= actor.start < sentence.start + own_last
            by = actor.start >= last and DONE_BY.fullmatch(text, last, actor.start) is not None
            if (owner or by or (blamed and len(between) < AUTHOR_REACH)) and not DOUBTED.search(between):
                found.append(Agent(actor.start, actor.end, actor.actor, 3))
        if NONE_OF.search(text, sentence.start, actor.start):
            continue
        if any(0 <= first - actor.end < AUTHOR_REACH and not DOUBTED.search(text[actor.end : first]) for first in claims):
            found.append(Agent(actor.start, actor.end, actor.actor, 4))
    return found
