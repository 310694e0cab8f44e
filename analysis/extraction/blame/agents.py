"""The actors of a sentence that do something in it: owners of weapons, subjects of acts, those who are blamed or claim."""

import re

from analysis.extraction.blame.actors import (
    DETERMINERS,
    ISRAEL,
    NOBODY,
    POSSESSIVES,
    TARGET,
    TERROR,
    Agent,
    is_oblique,
    mentions_of,
    owned_by,
    possessor,
    settled,
    vocabulary,
)
from analysis.extraction.sentences import Sentence, kept
from analysis.extraction.speech.marks import is_hyphened
from analysis.extraction.terms import Match, Terms
from analysis.extraction.uncounted import YEAR
from analysis.extraction.what.auxiliaries import BE, HOLD

WEAPON_REACH = 4  # words between an owner and the weapon ("Russian and regime air strikes")
ACT_REACH = 18  # words between a subject and its verb
AND = frozenset(("and", "the"))
# "the regime stronghold" tells where, not who.
PLACES = frozenset(
    "stronghold strongholds area areas territory bastion bastions town city district districts neighbourhood province enclave"
    " enclaves pocket suburb suburbs region village villages positions".split()
)
# "held by X" tells who holds a place, not who killed in it.
HOLDING = frozenset(
    "held controlled backed led supported besieged run seized captured ruled loyal carried denied said reported announced guarded"
    " protected defended manned patrolled surrounded report claim account statement"
    " used trained armed equipped brokered sponsored negotiated arranged mediated overseen supervised monitored hosted attended"
    " convened signed guaranteed requested".split()
)
MODIFIERS = frozenset(
    "air artillery heavy intense rocket mortar suicide car double deadly suspected alleged army military ground fighter forces"
    " fighters militants militant jihadist group terrorist terrorists regime and - ' ’ s ( ) / government allied night overnight"
    " repeated random aerial surprise coordinated fierce new own attack helicopter drone sniper or naval cluster barrel chemical"
    " missile cruise guided ballistic precision long day week month year syria iraq".split()
)
USED_AS = re.compile(r"\b(?:used|serving) as an? ")
USED_REACH = 5
NUMBER = re.compile(
    r"^(?!(?:\d+\.\d+\.)?(?:19|20)\d\d$)\d|^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|dozen|dozens|scores|hundreds|thousands|several|some|many|another|other)$"
)
BEING = ("was", "were")
# "A Russian helicopter was shot down", "its planes had not operated": no act of the weapon's owner.
LOST = re.compile(
    r"(?:(?:that|which) )?(?:(?:was|were|had been|has been|is) )?(?:\w+ly )?(?:shot down|downed|brought down)\b"
    r"|(?:had|has|have|did|was|were) (?:not|never)\b"
)
# "Syria air strikes kill 20": a headline's short name of the state
STATES_STRIKES = re.compile(
    r"(syria|iraq)\s+(?:(?:air\s*)?(?:strikes?|raids?)|shelling|barrel\s+bombs?|(?:army\s+)?(?:jets?|helicopters?|warplanes?))\b"
)
STATES = {"syria": "government", "iraq": "iraq"}
BACKING = frozenset(("backed", "supported", "aided", "funded"))
REBELS = frozenset("rebel rebels opposition insurgent insurgents".split())
# "Militants of the Islamic State group": who does it, told before whose they are.
MEN = frozenset("militants fighters members gunmen forces troops soldiers men unit units brigade battalion terrorists jihadists".split())
BELONGING = frozenset(("belong", "belonging", "linked", "affiliated"))
POSSIBLE = frozenset("possible potential imminent looming threatened feared planned".split())  # "bracing for a possible US attack"
# "Air raids in response to rebel fire": what others had done before
ANSWERING = frozenset("response responded responding reply retaliation retaliated retaliating reaction revenge".split())
ANSWER_REACH = 6  # words of "responded with air raids to"
UNDERGONE = ("in", "by", "during")  # "houses destroyed in a strike", which their subject did not destroy
UNDONE = frozenset("killed wounded injured destroyed damaged flattened levelled leveled".split())
LANDMARK_REACH = 6  # words of "near the research centre affiliated to"
SAYING = frozenset(("said", "says", "told", "announced", "reported"))
CLAUSE = SAYING | {"claims", "alleges", "who", "that", ";", "after"}  # behind one of these a verb is another's
LED = frozenset("led backed sponsored supported funded trained".split())
DISGUISED = frozenset("disguised dressed posing posed masquerading known described".split())
BLAME_REACH = 6  # words between "blamed" and whom
TAKING_UP = frozenset("has have had also later then first once reportedly".split())
TAKEN_UP_REACH = 3  # words of "it has also" before what it did
OWN_WORDS = frozenset(("it", "they", "its", "their"))


def subject_taken_up(sentence: Sentence) -> str | None:
    """ "Islamic State took the town. It shot 12 men": whoever the sentence before is about."""
    acts = vocabulary(sentence.document.lexicon)[2].all(sentence)
    verb = next((act for act in acts if act.entry == "act" and 1 <= act.first <= TAKEN_UP_REACH), None)
    opens = sentence.words[:1] in (["it"], ["they"])
    told = verb is not None and opens and TAKING_UP.issuperset(sentence.words[1 : verb.first])
    return possessor(sentence, 0) if told else None


@kept
def agents_of(sentence: Sentence) -> tuple[Agent, ...]:
    """The actors of the sentence that do something in it, in order."""
    _, weapons, verbs = vocabulary(sentence.document.lexicon)
    tokens = sentence.tokens
    acts = verbs.all(sentence)
    found = [*_states_strikes(sentence), *_owners(sentence, weapons)]
    mentions = mentions_of(sentence)
    firsts = {m.first for m in mentions}
    weight = last = 0
    for mention in mentions:
        actor = ISRAEL if mention.entry == ISRAEL else owned_by(sentence, mention)
        theirs = mention.last in firsts and sentence.words[mention.last] in REBELS
        if actor == NOBODY or (mention.entry not in (TERROR, "is") and theirs):
            continue  # "Syrian rebel shelling"
        if _is_named(sentence, last, mention.first) or (mention.entry == TERROR and _is_told(sentence, mention.first)):
            continue  # "ISIS terrorists" are ISIS's, "the terrorist attack" is that of the sentence before
        joined = mention.entry == TERROR or (weight > 2 and {t.lower for t in tokens[last : mention.first]} <= AND)
        weight, last = max(weight, 3) if joined else _weight(sentence, mention, weapons, acts, mentions), mention.last
        if weight:
            found.append(Agent(tokens[mention.first].start, tokens[mention.last - 1].end, actor, weight))
    return tuple(sorted(found, key=lambda a: a.start))


def _is_named(sentence: Sentence, last: int, first: int) -> bool:
    """Whether word ``first`` tells what the name before it is: "Islamic State (IS) terrorists", "al-Qaeda loyalists", "IS insurgents"."""
    return (
        sentence.words[first].startswith(("terror", "loyal", "insurgent"))
        and 0 < last <= first
        and all(w == ")" for w in sentence.words[last:first])
    )


def _is_told(sentence: Sentence, i: int) -> bool:
    """Whether "the terrorist attack" at word ``i`` is one whose author the sentence before names."""
    if sentence.words[max(0, i - 1)] != "the" or not sentence.index:
        return False
    earlier = sentence.document.sentences[sentence.index - 1]
    _, weapons, verbs = vocabulary(sentence.document.lexicon)
    acts, mentions = verbs.all(earlier), mentions_of(earlier)
    return any(
        settled(earlier.document, m.entry) not in (NOBODY, "other") and _weight(earlier, m, weapons, acts, mentions) for m in mentions
    )


def _owners(sentence: Sentence, weapons: Terms[str]) -> list[Agent]:
    """ "its air strikes", "their heavy shelling": whoever the sentence, or the one before it, is about."""
    found = []
    for i, word in enumerate(sentence.words):
        if word in POSSESSIVES and _weapon_behind(sentence, Match(i, i + 1, NOBODY), weapons, []):
            if owner := possessor(sentence, i):
                found.append(Agent(sentence.tokens[i].start, sentence.tokens[i].end, owner, 3))
    return found


def _states_strikes(sentence: Sentence) -> list[Agent]:
    """ "Syria air strikes kill 20", where a sentence begins with them."""
    state = STATES_STRIKES.match(sentence.lower)
    return [Agent(sentence.start, sentence.start + state.end(1), STATES[state[1]], 3)] if state else []


def _weight(sentence: Sentence, mention: Match[str], weapons: Terms[str], acts: list[Match[str]], mentions: list[Match[str]]) -> int:
    """4 blamed or claiming, 3 owner of the weapon or behind "by", 2 subject of the act, 0 nothing of these."""
    tokens = sentence.tokens
    before = _governor(sentence, mention.first)
    word = tokens[before].lower if before >= 0 else ""
    if word == "and" and sentence.word(before - 2) == "of":
        before, word = before - 2, "of"  # "a patrol of American and Kurdish forces"
    answered = word in ("to", "for") and not ANSWERING.isdisjoint(sentence.words[max(0, before - ANSWER_REACH) : before])
    if word in POSSIBLE or answered:
        return 0
    theirs = word == "of" and sentence.word(before - 1) in MEN
    if theirs and sentence.words[_governor(sentence, before - 1)] == "by":
        before, word = _governor(sentence, before - 1), "by"  # "killed by the forces of"
    owner_of = _weapon_behind(sentence, mention, weapons, mentions)
    held = sentence.words[mention.last : mention.last + 2] in (["-", "held"], ["-", "controlled"])
    place = not PLACES.isdisjoint(sentence.words[mention.last : mention.last + 1])
    if (held or place) and word == "from" and any(weapons.before(sentence, i) for i in range(max(0, before - 1), before + 1)):
        return 3  # "rockets fired from rebel-held districts", "shells from rebel areas"
    if (
        place
        or is_hyphened(sentence, mention.last)
        or (word == "as" and sentence.word(before - 1) in DISGUISED)
        or (word == "in" and not owner_of)
    ):
        return 0
    for act in acts:
        told = [m for m in mentions if act.last <= m.first < mention.first]
        linked = [m for m in told if is_hyphened(sentence, m.last)]  # "blamed members of the al-Qaeda-linked Nusra Front"
        near = 0 <= mention.first - act.last <= BLAME_REACH + 3 * len(linked)
        if act.entry == "blame" and near and told == linked:
            return 4
        if act.entry == "claim" and 0 <= act.first - mention.last <= 4:
            return 4
    if word in HOLD and mention.last < len(tokens) and tokens[mention.last].lower == "responsible":
        return 4  # "held the army responsible"
    if word == "by" and before and tokens[before - 1].lower in BACKING:
        return 0
    if owner_of:
        return 3
    if word == "by" or (before > 0 and tokens[before - 1].lower == "by" and not NUMBER.search(word)):
        at = before if word == "by" else before - 1
        used = USED_AS.search(" ".join(sentence.words[max(0, at - USED_REACH) : at]))  # "used as a prison by"
        return 0 if used or tokens[at - 1].lower in HOLDING else 3
    if word == "to" and before and tokens[before - 1].lower in BELONGING:
        return 0 if "near" in sentence.words[max(0, before - LANDMARK_REACH) : before] else 3
    if word in BEING and weapons.before(sentence, before):
        return 3  # "the planes were Russian"
    if word in ("of", "from") and any(weapons.before(sentence, i) for i in range(max(0, before - 1), before + 1)):
        return 3
    if any(act.last - 1 == before for act in acts):
        return 0
    counted = not YEAR.fullmatch(word) and word != "," and any(NUMBER.search(w) for w in sentence.words[max(0, before - 1) : before + 1])
    theirs = theirs and not any(NUMBER.search(w) for w in sentence.words[max(0, before - 3) : before])  # not "14 members of"
    attacked = word == "pro" and _is_object(sentence, before)  # "stormed a pro-regime post"
    if (word in TARGET and not theirs) or counted or attacked:
        return 0
    for act in acts:
        if act.entry != "act" or not 0 <= act.first - mention.last <= ACT_REACH or _is_noun(sentence, act, weapons, mention.last):
            continue
        if sentence.word(act.last) in UNDERGONE and sentence.word(act.last - 1) in UNDONE and act.first - mention.last > 1:
            continue
        between = [t.lower for t in tokens[mention.last : act.first]]
        if between[-2:] in (["claims", "to"], ["alleges", "to"]):
            between = between[:-2]  # "claims to (have killed)"
        others = [m for m in mentions if mention.last <= m.first < act.first and m.entry not in (NOBODY, mention.entry)]
        others = [m for m in others if not _is_named(sentence, mention.last, m.first) and not is_oblique(sentence, m.first)]
        others = [m for m in others if sentence.word(m.first - 1) != "as"]  # "disguised as rebels"
        if "alongside" in between:
            others = []  # "the army, alongside a militia, has killed"
        if tokens[act.first - 1].lower == "and":
            if _is_object(sentence, mention.first):
                return 0
            others = [m for m in others if not _is_object(sentence, m.first)]  # "surrounded the rebels and killed"
        if any(BACKING.isdisjoint(t.lower for t in tokens[m.first - 3 : m.first]) for m in others):
            return 0
        if said := _own_words(between):
            between = said
        elif weapons.before(sentence, act.first) and {"by", "with"}.isdisjoint(between):
            return 0  # "rebels say the attack hit ...": the attack does it
        barriers = CLAUSE if "able" in between else CLAUSE | BE  # "the army was able to kill"
        if barriers.isdisjoint(between):
            return 2
        return 0
    return 0


def _is_noun(sentence: Sentence, act: Match[str], weapons: Terms[str], last: int) -> bool:
    """Whether "attack" or "strike" is one, and not what a subject in the plural does."""
    before = sentence.word(act.first - 1)
    return act.first > last and weapons.at(sentence, act.first) is not None and before != "to" and not before.endswith("s")


def _is_object(sentence: Sentence, i: int) -> bool:
    """Whether a verb's past or participle stands right before the name at word ``i``."""
    before = [w for w in sentence.words[max(0, i - 2) : i] if w not in DETERMINERS]
    return bool(before) and before[-1].endswith(("ed", "ing"))


def _own_words(between: list[str]) -> list[str]:
    """What a subject says of itself: "the army said it had killed", "said on Saturday in a statement that its jets killed"."""
    said = next((n + 1 for n, w in enumerate(between) if w in SAYING), 0)
    rest = between[said:]
    if "that" in rest:
        rest = rest[len(rest) - rest[::-1].index("that") :]
    while rest and (rest[0] == "on" or rest[0].endswith("day")):
        rest = rest[1:]
    return rest if said and rest and rest[0] in OWN_WORDS else []


def _governor(sentence: Sentence, i: int) -> int:
    """The word before word ``i`` that is no article, and none of "Kurdish-led"."""
    i -= 1
    while i >= 0 and sentence.words[i] in DETERMINERS:
        i -= 1
    led = i > 1 and sentence.words[i] in LED and sentence.word(i - 1) == "-"
    return _governor(sentence, i - 2) if led else i


def _weapon_behind(sentence: Sentence, mention: Match[str], weapons: Terms[str], mentions: list[Match[str]]) -> bool:
    """ "Russian air strikes", "the regime's heavy shelling", "Syrian and Russian jets"."""
    tokens = sentence.tokens
    joined = {i for m in mentions for i in range(m.first, m.last)}
    for i in range(mention.last, min(mention.last + WEAPON_REACH, len(tokens))):
        if weapon := weapons.at(sentence, i):
            return LOST.match(" ".join(sentence.words[weapon.last : weapon.last + 5])) is None
        if tokens[i].lower not in MODIFIERS and i not in joined:
            return False
    return False
