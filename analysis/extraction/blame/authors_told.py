"""The author of an attack whom the sentences around name: the attack that they go on telling, who claims it, who is blamed for it."""

import re

from analysis.extraction.blame.actors import Agent, Tie, actors_named
from analysis.extraction.blame.agents import agents_of
from analysis.extraction.blame.implied_authors import AIR, SUICIDE, WITHOUT_AIRCRAFT
from analysis.extraction.blame.reach import best_of
from analysis.extraction.blame.victims import UNCLEAR, Victims
from analysis.extraction.parties import own_of, speaks_for
from analysis.extraction.quantities import begins_number, find_quantities
from analysis.extraction.sentences import Document, Sentence, kept
from analysis.extraction.speakers import MONTHS, is_background, speaker_of
from analysis.extraction.speech.marks import about_iraq
from analysis.extraction.who.sides import named_sides, people_named

CARRY_REACH = 6  # sentences over which an attack is still being told
# The attack of the sentences before: "the strike", "Thursday's deadly raid".
DEED = re.compile(
    r"\b(?:the|this|that|these|those|\w+day[’']?s)\s+(?P<own>(?:[\w.-]+\s+){0,3}?)(?:air\s?)?(?:strike|raid|attack|bombing|shelling|bombardment|blast|explosion"
    r"|assault|killing|shooting|massacre|ambush)s?\b",
    re.IGNORECASE,
)
RESPONSIBILITY = re.compile(
    r"\b(?:(?:claim|took|tak|accept)\w*\s+(?:responsibility"
    r"|credit(?!\s+for\s+(?:an?|the|its|his)\s+(?:truce|deal|victory|defeat|success|release|ceasefire|agreement)))"
    r"|sa(?:id|ys)\s+(?:that\s+)?it\s+had\s+(?:done\s+(?:it|this|so)|carried\s+(?:it|this)\s+out)\b"
    r"|sa(?:id|ys)\s+(?:that\s+)?it\s+(?:was|is)\s+behind\s+(?:the|this|that|those|these)\b"
    r"|sa(?:id|ys)\s+(?:[^,.;:]{1,45}\s)?(?:that\s+)?one\s+of\s+its\s+(?:\w+\s+)?(?:men|fighters|members|militants|soldiers|bombers?)"
    r"|sa(?:id|ys)\s+[^.;:]{1,60}\bthat\s+(?:an?|one)\s+[\"“”'‘]?(?:martyrdom[\s-]seeker|suicide\s+bomber|suicide\s+attacker|fighter))\b",
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
BLAMED = re.compile(r"\b(?:(?:blam|accus)\w*|point(?:ed|s)\s+(?:the\s+finger\s+)?(?:at|to))\W+(?:\w+\W+){0,2}$", re.IGNORECASE)
THEY_BLAMED = re.compile(
    r"^\W*(?:they|he|she|it|the\s+\w+|activists|residents|officials)\s+(?:all\s+|also\s+|both\s+)?"
    r"(?:blamed|accused|pointed\s+(?:the\s+finger\s+)?(?:at|to))\b"
)
BOAST = re.compile(
    r"\bsa(?:id|ys) (?:that )?(?:it|they|its (?:men|fighters|forces|troops)) (?:had |have |has )?"
    r"(?:killed|neutrali[sz]ed|eliminated|destroyed)\b"
)
DOUBTED = re.compile(r"\b(?:den(?:y|ie[sd]|ying)|not|never|no|nobody|whether|if|or)\b", re.IGNORECASE)
BOMBING = re.compile(r"\b(?:bomb(?:ing|er|s|ings|ers)?|blasts?|explosions?)\b")
# "Coalition aircraft attacked the vehicles", behind "a strike on a convoy killed 47"
HIT_IT = re.compile(r"\s+(?:\w+\s+){0,3}?(?:attacked|hit|struck|bombed|targeted)\s+(?:the|them|it)\b")
CLAIM_REACH = 3  # sentences behind in which somebody claims the attack, or is named for it
AUTHOR_REACH = 110  # characters between an author and the attack
OPENING = 3  # sentences of headline, lead and what comes right behind, which tell of one attack
ELSEWHERE = re.compile(r"^\W*(?:elsewhere|separately|meanwhile|in\s+(?:another|a\s+separate)\b|in\s+other\b)")
# "Another strike hit a village": nothing is told of who flew it
ANOTHER = re.compile(r"^\W*(?:(?:in\s+)?another|a\s+separate)\s+(?:[\w-]+\s+){0,2}?(?:air\s?)?(?:strike|raid|attack|bombing|blast)\b")
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


def carried_author(victims: Victims) -> str | None:
    """The author of the attack that the sentences before tell, where this one goes on with it."""
    document, sentence = victims.document, victims.sentence
    following = document.sentences[sentence.index + 1 : sentence.index + 2]
    if sentence.says(ELSEWHERE) or sentence.says(ANOTHER) or _is_of_a_country(sentence) or any(s.says(NOT_KNOWN_WHO) for s in following):
        return None
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - CARRY_REACH), -1):
        earlier = document.sentences[index]
        if earlier.says(UNCLEAR) or _is_of_a_country(earlier):
            return None
        agents = [a for a in agents_of(earlier) if a.actor not in victims.own]
        agents = [a for a in agents if not _is_its_own_report(victims, earlier, a)]
        if agents and not is_background(earlier):
            found = best_of(agents, earlier, earlier.end)
            spared = _spared(sentence, victims.group)
            return found if _can(found, sentence) and spared.isdisjoint((found or "").split(";")) else None
        if earlier.says(ELSEWHERE):
            return None
    return None


def _is_its_own_report(victims: Victims, earlier: Sentence, agent: Agent) -> bool:
    """Whether an agent is what another source than that of the victims says: a claim, or of civilians a boast of enemies killed ("the YPG
    said it had killed 12 soldiers. The Observatory counted 28 civilians dead")."""
    if agent.tie < Tie.CLAIMED and not (victims.group == "civilians" and earlier.says(BOAST)):
        return False
    speaker = speaker_of(victims.document, earlier, agent.start)
    return speaker != victims.speaker and (agent.tie >= Tie.CLAIMED or speaks_for(speaker) == agent.actor)


def _spared(sentence: Sentence, group: str | None) -> set[str]:
    """Who cannot have killed those counted unless the sentence says so: Iraq's allies its men, Turkey those in its own towns, and of a
    battle whose dead of two sides are counted ("452 SDF fighters, 739 jihadists and 262 civilians") either side."""
    sides = {own_of(m.entry.group) for m in (*named_sides(sentence), *people_named(sentence)) if _is_counted(sentence, m.first)} - {()}
    friends = {actor for side in sides for actor in side} if len(sides) > 1 else set[str]()
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
    unfit = (sentence.says(AIR) and actor in WITHOUT_AIRCRAFT) or (
        not sentence.says(AIR) and sentence.says(SUICIDE) and actor not in ("is", "other")
    )
    return actor is not None and not unfit


def named_for_it(victims: Victims) -> str | None:
    """Whom the sentences behind name for "the attack": the toll's own source, the author itself, or whoever, where nobody else is named."""
    document, sentence, own = victims.document, victims.sentence, victims.own
    following = document.sentences[sentence.index + 1 : sentence.index + 1 + CLAIM_REACH]
    for later in following:
        if later.says(ELSEWHERE) or later.says(UNCLEAR):
            return None
        blamed = _blamed(later) if later is following[0] else []
        told = (*_authors(later), *blamed, *(_hitting(later) if later is following[0] else ()))
        if authors := [a for a in told if a.actor not in own and (a in blamed or _can(a.actor, sentence))]:
            others = {a.actor for s in following for a in agents_of(s)} - {a.actor for a in authors} - own
            same = any(a.tie == Tie.CLAIMED or victims.speaker == speaker_of(document, later, a.start) for a in authors)
            return best_of(authors, later, later.start) if same or not others else None
    return None


def claimant(victims: Victims) -> str | None:
    """Who alone claims the bombing that the sentence tells of, further on in the article."""
    sentence = victims.sentence
    opening = sentence.document.sentences[:OPENING] if sentence.index < OPENING else [sentence]
    if not any(s.says(SUICIDE) or s.says(BOMBING) for s in opening):
        return None
    claimants = {actor for index, actor in _claims(sentence.document) if index > sentence.index} - victims.own
    return claimants.pop() if len(claimants) == 1 else None


@kept
def _claims(document: Document) -> list[tuple[int, str]]:
    """The sentences in which somebody claims an attack, and who."""
    return [(s.index, a.actor) for s in document.sentences if not s.says(ELSEWHERE) for a in _authors(s) if a.tie == Tie.CLAIMED]


def _blamed(sentence: Sentence) -> list[Agent]:
    """ "They blamed the coalition", without a word for what: the attack of the sentence before."""
    return [a for a in agents_of(sentence) if a.tie == Tie.CLAIMED] if sentence.says(THEY_BLAMED) else []


def _hitting(sentence: Sentence) -> list[Agent]:
    """Who hit what the sentence before tells was hit."""
    return [a for a in agents_of(sentence) if HIT_IT.match(sentence.lower, a.end - sentence.start)]


@kept
def _authors(sentence: Sentence) -> list[Agent]:
    """The actors that a sentence makes the authors of "the attack", or that claim it."""
    found: list[Agent] = []
    text, actors = sentence.document.text, actors_named(sentence)
    if not actors:
        return found
    deeds = [(m.start() + sentence.start, m.end() + sentence.start, m.span("own")) for m in DEED.finditer(sentence.text)]
    if deeds:  # not the killing of "near a branch of the military intelligence killing at least five"
        counts = {q.start for q in find_quantities(sentence)}
        deeds = [deed for deed in deeds if deed[1] + 1 not in counts]
    claims = [m.start() + sentence.start for m in RESPONSIBILITY.finditer(sentence.text)]
    for actor in actors if deeds or claims else ():
        for first, last, (own_first, own_last) in deeds:
            between = text[actor.end : first]
            nearest = not any(actor.end <= other.start < first for other in actors)  # "rebels blamed Russian jets of carrying out"
            doing = DOING.search(between) if actor.end <= first and nearest else None
            blamed = doing is not None and (doing["blamed"] is None or BLAMED.search(text[sentence.start : actor.start]) is not None)
            owner = sentence.start + own_first <= actor.start < sentence.start + own_last
            by = actor.start >= last and DONE_BY.fullmatch(text, last, actor.start) is not None
            if (owner or by or (blamed and len(between) < AUTHOR_REACH)) and not DOUBTED.search(between):
                claimed = by and "claimed" in text[last : actor.start].lower()
                found.append(Agent(actor.start, actor.end, actor.actor, Tie.CLAIMED if claimed else Tie.OWNER))
        if NONE_OF.search(text, sentence.start, actor.start):
            continue
        if any(0 <= first - actor.end < AUTHOR_REACH and not DOUBTED.search(text[actor.end : first]) for first in claims):
            found.append(Agent(actor.start, actor.end, actor.actor, Tie.CLAIMED))
    return found
