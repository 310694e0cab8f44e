"""The actors of a sentence that do something in it: owners of weapons, subjects of acts, those who are blamed or claim."""

import re

from analysis.extraction.blame.actors import (
    ISRAEL,
    NOBODY,
    POSSESSIVES,
    TERROR,
    Agent,
    Tie,
    mentions_of,
    owned_by,
    possessor,
    settled,
)
from analysis.extraction.blame.names import Name, acts_of, is_apposed, owns_weapon
from analysis.extraction.blame.ties import tie_of
from analysis.extraction.parties import STATE_OF
from analysis.extraction.sentences import Sentence, kept
from analysis.extraction.terms import Match

AND = frozenset(("and", "the"))
# "Syria air strikes kill 20": a headline's short name of the state
STRIKES_OF_A_STATE = re.compile(
    rf"({'|'.join(STATE_OF)})\s+(?:(?:air\s*)?(?:strikes?|raids?)|shelling|barrel\s+bombs?|(?:army\s+)?(?:jets?|helicopters?|warplanes?))\b"
)
FELLOWS = frozenset("and the its their allied forces fighters troops soldiers jets planes warplanes aircraft allies army military".split())
OBLIQUE = frozenset("between of on in from to with for against by at near".split())
REBELS = frozenset("rebel rebels opposition insurgent insurgents".split())
TAKING_UP = frozenset("has have had also later then first once reportedly".split())
TAKEN_UP_REACH = 3  # words of "it has also" before what it did


def subject_taken_up(sentence: Sentence) -> str | None:
    """ "Islamic State took the town. It shot 12 men": whoever the sentence before is about."""
    acts = acts_of(sentence)
    verb = next((act for act in acts if act.entry == "act" and 1 <= act.first <= TAKEN_UP_REACH), None)
    opens = sentence.words[:1] in (["it"], ["they"])
    told = verb is not None and opens and TAKING_UP.issuperset(sentence.words[1 : verb.first])
    return possessor(sentence, 0) if told else None


def _are_joined(sentence: Sentence, one: Match[str], other: Match[str]) -> bool:
    """ "Turkish forces and allied rebels (killed 12)", "the army and its Russian allies": subjects of one verb; not "clashes between the
    army and rebels"."""
    gap = sentence.words[one.last : other.first]
    return "and" in gap and FELLOWS.issuperset(gap) and Name(sentence, one).word not in OBLIQUE


@kept
def agents_of(sentence: Sentence) -> tuple[Agent, ...]:
    """The actors of the sentence that do something in it, in order."""
    tokens = sentence.tokens
    found = [*_strikes_of_a_state(sentence), *_owners(sentence)]
    mentions = mentions_of(sentence)
    firsts = {m.first for m in mentions}
    tie, last, partner = Tie.NONE, 0, None
    for mention in mentions:
        actor = ISRAEL if mention.entry == ISRAEL else owned_by(sentence, mention)
        theirs = mention.last in firsts and sentence.words[mention.last] in REBELS
        if actor == NOBODY or (mention.entry not in (TERROR, "is") and theirs):
            continue  # "Syrian rebel shelling"
        if is_apposed(sentence, last, mention.first) or (mention.entry == TERROR and _is_told(sentence, mention.first)):
            continue  # "ISIS terrorists" are ISIS's, "the terrorist attack" is that of the sentence before
        joined = mention.entry == TERROR or (tie >= Tie.OWNER and AND.issuperset(sentence.words[last : mention.first]))
        tie, last = max(tie, Tie.OWNER) if joined else tie_of(sentence, mention), mention.last
        if tie == Tie.SUBJECT and partner and _are_joined(sentence, partner[0], mention):
            found.append(Agent(tokens[partner[0].first].start, tokens[partner[0].last - 1].end, partner[1], tie))
        if tie:
            found.append(Agent(tokens[mention.first].start, tokens[mention.last - 1].end, actor, tie))
        partner = None if tie else (mention, actor)
    return tuple(sorted(found, key=lambda a: a.start))


def _is_told(sentence: Sentence, i: int) -> bool:
    """Whether "the terrorist attack" at word ``i`` is one whose author the sentence before names."""
    if sentence.word(i - 1) != "the" or not sentence.index:
        return False
    earlier = sentence.document.sentences[sentence.index - 1]
    return any(settled(earlier.document, m.entry) not in (NOBODY, "other") and tie_of(earlier, m) for m in mentions_of(earlier))


def _owners(sentence: Sentence) -> list[Agent]:
    """ "its air strikes", "their heavy shelling": whoever the sentence, or the one before it, is about."""
    found = []
    for i, word in enumerate(sentence.words):
        if word in POSSESSIVES and owns_weapon(sentence, i + 1, []) and (owner := possessor(sentence, i)):
            found.append(Agent(sentence.tokens[i].start, sentence.tokens[i].end, owner, Tie.OWNER))
    return found


def _strikes_of_a_state(sentence: Sentence) -> list[Agent]:
    """ "Syria air strikes kill 20", where a sentence begins with them."""
    state = STRIKES_OF_A_STATE.match(sentence.lower)
    return [Agent(sentence.start, sentence.start + state.end(1), STATE_OF[state[1]], Tie.OWNER)] if state else []
