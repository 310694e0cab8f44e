"""How a sentence ties an actor to a deed: it is blamed for it or claims it, owns the weapon, or is the subject of the act.

A name is tied by the firmest of TIES that one of its rules finds, unless one of VETOES says that it only tells of something else.
"""

import re
from collections.abc import Callable

from analysis.extraction.blame.actors import NOBODY, OPENERS, TARGET, Tie, is_oblique, mentions_of
from analysis.extraction.blame.names import NUMBER, Name, acts_of, is_apposed, weapons_of
from analysis.extraction.sentences import GENITIVES, Sentence
from analysis.extraction.speech import marks
from analysis.extraction.terms import Match
from analysis.extraction.uncounted import YEAR
from analysis.extraction.what.auxiliaries import BE, HOLD

ACT_REACH = 18  # words between a subject and its verb
BLAME_REACH = 6  # words between "blamed" and whom
CLAIM_REACH = 4  # words between who claims and "claimed"
# "the regime stronghold" tells where, not who.
PLACES = frozenset(
    "stronghold strongholds area areas territory bastion bastions town city district districts neighbourhood province enclave"
    " enclaves pocket suburb suburbs region village villages positions".split()
)
POINTING = (["pointed"], ["points"])
ENDS = frozenset(("", ".", ",", ";", ":", "and", "or", "as", "for", "forces", "fighters", "militants"))
HELD = (["-", "held"], ["-", "controlled"])
# "held by X" tells who holds a place, not who killed in it.
HOLDING = frozenset(
    "held controlled dominated backed led supported besieged run seized captured ruled loyal carried denied said reported announced guarded"
    " protected defended manned patrolled surrounded report claim account statement"
    " used trained armed equipped brokered sponsored negotiated arranged mediated overseen supervised monitored hosted attended"
    " convened signed guaranteed requested".split()
)
BACKING = frozenset(("backed", "supported", "aided", "funded"))
USED_AS = re.compile(r"\b(?:used|serving) as an? ")
USED_REACH = 5
BEING = ("was", "were")
BOMBARDING = frozenset("bombing bombardment shelling targeting".split())
BELONGING = frozenset(("belong", "belonging", "linked", "affiliated"))
LANDMARK_REACH = 6  # words of "near the research centre affiliated to"
POSSIBLE = frozenset("possible potential imminent looming threatened feared planned".split())
ANSWERING = frozenset("response responded responding reply retaliation retaliated retaliating reaction revenge".split())
ANSWER_REACH = 6  # words of "responded with air raids to"
UNDERGONE = ("in", "by", "during")  # "houses destroyed in a strike", which their subject did not destroy
UNDONE = frozenset("killed wounded injured destroyed damaged flattened levelled leveled".split())
SAYING = frozenset(("said", "says", "told", "announced", "reported"))
CLAUSE = SAYING | {"claims", "alleges", "who", "that", ";", "after"}  # behind one of these a verb is another's
DISGUISED = frozenset("disguised dressed posing posed masquerading known described".split())
OBJECT_REACH = 4  # words of "at least 11" and the article before a name
HEDGES = frozenset("at least about around nearly almost more than up to".split())
OWN_WORDS = frozenset(("it", "they", "its", "their"))

Rule = Callable[[Name], bool]


def tie_of(sentence: Sentence, mention: Match[str]) -> Tie:
    """The firmest tie between a deed and an actor that the sentence names."""
    name = Name(sentence, mention)
    if any(veto(name) for veto in VETOES):
        return Tie.NONE
    return next((tie for tie, rules in TIES.items() if any(rule(name) for rule in rules)), Tie.NONE)


def _is_possible(name: Name) -> bool:
    """ "Bracing for a possible US attack"."""
    return name.word in POSSIBLE


def _is_answered(name: Name) -> bool:
    """ "Air raids in response to rebel fire": what others had done before."""
    return name.word in ("to", "for") and not ANSWERING.isdisjoint(name.words_before(ANSWER_REACH))


def _is_a_place(name: Name) -> bool:
    """ "The regime stronghold", "in rebel-held districts"; not where weapons are fired from: "rockets from rebel-held districts"."""
    place, held = name.sentence.word(name.mention.last) in PLACES, name.behind[:2] in HELD
    fired = (place or held) and name.word == "from" and name.weapon_before
    return not fired and (place or marks.is_hyphened(name.sentence, name.mention.last))


def _is_a_disguise(name: Name) -> bool:
    """ "Bombers disguised as rebels"."""
    return name.word == "as" and name.sentence.word(name.governor - 1) in DISGUISED


def _is_inside(name: Name) -> bool:
    """ "In Turkey"; not "in Syrian air strikes"."""
    return name.word == "in" and not name.owns_weapon


def _is_a_backer(name: Name) -> bool:
    """ "Fighters backed by Turkish air strikes"."""
    return name.word == "by" and name.sentence.word(name.governor - 1) in BACKING


VETOES: tuple[Rule, ...] = (_is_possible, _is_answered, _is_a_place, _is_a_disguise, _is_inside, _is_a_backer)


def _is_blamed(name: Name) -> bool:
    """ "They blamed the army", "blamed members of the al-Qaeda-linked Nusra Front"."""
    for act in acts_of(name.sentence):
        told = [m for m in mentions_of(name.sentence) if act.last <= m.first < name.mention.first]
        linked = [m for m in told if marks.is_hyphened(name.sentence, m.last)]
        near = 0 <= name.mention.first - act.last <= BLAME_REACH + 3 * len(linked)
        if act.entry == "blame" and near and told == linked:
            shown = name.sentence.words[act.first : act.first + 1] in POINTING
            return not shown or name.owns_weapon or name.sentence.word(name.mention.last) in ENDS  # not "pointed to a coalition map"
    return False


def _claims(name: Name) -> bool:
    """ "The group has claimed the attack"."""
    return any(act.entry == "claim" and 0 <= act.first - name.mention.last <= CLAIM_REACH for act in acts_of(name.sentence))


def _is_held_responsible(name: Name) -> bool:
    """ "They held the army responsible"."""
    return name.word in HOLD and name.behind[:1] == ["responsible"]


def _owns_weapon(name: Name) -> bool:
    """ "Russian air strikes"."""
    return name.owns_weapon


def _did_it(name: Name) -> bool:
    """ "Killed by the army"; not "held by the army", "used as a base by the army", "by the army's count"."""
    if name.by is None or name.sentence.word(name.by - 1) in HOLDING or _owns_a_count(name):
        return False
    return USED_AS.search(" ".join(name.words_before(USED_REACH, name.by))) is None


def _owns_a_count(name: Name) -> bool:
    """ "By the army's count"."""
    sentence, i = name.sentence, name.mention.last
    return sentence.word(i) in GENITIVES and marks.vocabulary(sentence.document.lexicon).at(sentence, i + 1) is not None


def _has_members(name: Name) -> bool:
    """ "Gunmen belonging to the group"; not "near the centre affiliated to"."""
    belongs = name.word == "to" and name.sentence.word(name.governor - 1) in BELONGING
    return belongs and "near" not in name.words_before(LANDMARK_REACH)


def _flew_them(name: Name) -> bool:
    """ "The planes were Russian"."""
    return name.word in BEING and weapons_of(name.sentence).before(name.sentence, name.governor) is not None


def _fired_them(name: Name) -> bool:
    """ "Warplanes of the army", "rockets fired from rebel areas"; whom "the bombing of" and "shelling of" name is the target."""
    told = name.word == "from" or (name.word == "of" and BOMBARDING.isdisjoint(name.words_before(1)))
    return told and name.weapon_before


def _does_it(name: Name) -> bool:
    """ "The army has shelled the town": the subject of the act, where it is not told of as what others act on."""
    act = None if any(veto(name) for veto in OBJECTS) else _first_act(name)
    return act is not None and _is_its_act(name, act)


TIES: dict[Tie, tuple[Rule, ...]] = {
    Tie.CLAIMED: (_is_blamed, _claims, _is_held_responsible),
    Tie.OWNER: (_owns_weapon, _did_it, _has_members, _flew_them, _fired_them),
    Tie.SUBJECT: (_does_it,),
}


def _is_behind_by(name: Name) -> bool:
    """ "A town held by rebels"."""
    return name.by is not None


def _is_behind_the_act(name: Name) -> bool:
    """ "Shelled the army"."""
    return any(act.last - 1 == name.governor for act in acts_of(name.sentence))


def _is_a_target(name: Name) -> bool:
    """ "Fighting against the army"; not "militants of the group"."""
    return name.word in TARGET and not name.is_of_men


def _is_counted(name: Name) -> bool:
    """ "Some 14 rebel (fighters)"."""
    number = any(map(NUMBER.search, name.words_before(2, name.governor + 1)))
    return number and not YEAR.fullmatch(name.word) and name.word != ","


def _is_stormed(name: Name) -> bool:
    """ "They stormed a pro-regime post"."""
    return name.word == "pro" and _is_object(name.sentence, name.governor)


OBJECTS: tuple[Rule, ...] = (_is_behind_by, _is_behind_the_act, _is_a_target, _is_counted, _is_stormed)


def _first_act(name: Name) -> Match[str] | None:
    """The first act behind the name that is a verb, and is not told in passing as undergone."""
    sentence, last = name.sentence, name.mention.last
    near = (act for act in acts_of(sentence) if act.entry == "act" and 0 <= act.first - last <= ACT_REACH)
    return next((act for act in near if not _is_noun(sentence, act, last) and not _is_undergone(sentence, act, last)), None)


def _is_its_act(name: Name, act: Match[str]) -> bool:
    """Whether nothing between a name and a verb makes another the verb's subject."""
    sentence, mention = name.sentence, name.mention
    if sentence.word(act.first - 1) == "and" and _is_object(sentence, mention.first):
        return False
    between = sentence.words[mention.last : act.first]
    if between[-2:] in (["claims", "to"], ["alleges", "to"]):
        between = between[:-2]  # "claims to (have killed)"
    if "alongside" not in between and any(_is_another(name, m, act) for m in mentions_of(sentence)):
        return False  # but "the army, alongside a militia, has killed"
    if said := _own_words(between):
        between = said
    elif weapons_of(sentence).before(sentence, act.first) and {"by", "with"}.isdisjoint(between):
        return False  # "rebels say the attack hit ...": the attack does it
    return (CLAUSE if "able" in between else CLAUSE | BE).isdisjoint(between)  # "the army was able to kill"


def _is_another(name: Name, other: Match[str], act: Match[str]) -> bool:
    """Whether ``other`` is named between a name and a verb as one that may be the verb's subject."""
    sentence, mention = name.sentence, name.mention
    if not mention.last <= other.first < act.first or other.entry in (NOBODY, mention.entry):
        return False
    if is_apposed(sentence, mention.last, other.first) or is_oblique(sentence, other.first) or sentence.word(other.first - 1) == "as":
        return False
    if sentence.word(act.first - 1) == "and" and _is_object(sentence, other.first):
        return False  # "surrounded the rebels and killed"
    return BACKING.isdisjoint(sentence.words[max(0, other.first - 3) : other.first])


def _is_noun(sentence: Sentence, act: Match[str], last: int) -> bool:
    """Whether "attack" or "strike" is one, and not what a subject in the plural does."""
    before = sentence.word(act.first - 1)
    return act.first > last and weapons_of(sentence).at(sentence, act.first) is not None and before != "to" and not before.endswith("s")


def _is_undergone(sentence: Sentence, act: Match[str], last: int) -> bool:
    """Whether a participle tells what befell others: "(the army found) houses destroyed in a strike"."""
    return sentence.word(act.last) in UNDERGONE and sentence.word(act.last - 1) in UNDONE and act.first - last > 1


def _is_object(sentence: Sentence, i: int) -> bool:
    """Whether a verb's past or participle stands right before the name at word ``i``, or before its number: "captured at least 11 YPG"."""
    before = [w for w in sentence.words[max(0, i - OBJECT_REACH) : i] if w not in OPENERS | HEDGES and not NUMBER.search(w)]
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
