"""The actors of a sentence that do something in it: owners of weapons, subjects of acts, those who are blamed or claim."""

import re
from dataclasses import dataclass
from functools import lru_cache

from analysis.extraction.auxiliaries import BE
from analysis.extraction.lexicon import Lexicon
from analysis.extraction.marks import about_iraq, coalition_at, is_hyphened
from analysis.extraction.sentences import Document, Sentence, kept
from analysis.extraction.speakers import own_voice
from analysis.extraction.terms import Match, Terms
from analysis.extraction.uncounted import YEAR

NOBODY = "-"  # the entry of a term that only looks like an actor
ISRAEL = "israel"  # told apart from rebels, who are "other" too, and whose own fighters it kills
TERROR = "terror"  # and that of one that names attack and author at once
# Outlets to which a "terrorist attack" is one by the enemies of the Syrian state, beside the state's own.
FRIENDS = frozenset(("alalam", "manar", "fars", "presstv", "tasnim"))
WEAPON_REACH = 4  # words between an owner and the weapon ("Russian and regime air strikes")
ACT_REACH = 18  # words between a subject and its verb
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
DETERMINERS = frozenset('the a an its their so - called " “ ”'.split())
# "held by X" tells who holds a place, not who killed in it.
HOLDING = frozenset(
    "held controlled backed led supported besieged run seized captured ruled loyal carried denied said reported announced guarded"
    " protected defended manned patrolled surrounded report claim account statement".split()
)
MODIFIERS = frozenset(
    "air artillery heavy intense rocket mortar suicide car double deadly suspected alleged army military ground fighter forces"
    " fighters militants militant jihadist group terrorist terrorists regime and - ' ’ s ( ) / government allied night overnight"
    " repeated random aerial surprise coordinated fierce new own attack helicopter drone sniper or naval cluster barrel chemical"
    " missile cruise guided ballistic precision and".split()
)
USED_AS = re.compile(r"\b(?:used|serving) as an? ")
USED_REACH = 5
LOYAL = (["loyal", "to"], ["aligned", "with"])
LORD_REACH = 4  # words between "forces" and the side to which they are loyal
NUMBER = re.compile(
    r"^(?!(?:19|20)\d\d$)\d|^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|dozen|dozens|scores|hundreds|thousands|several|some|many|another|other)$"
)
HELD = ("held", "hold", "holds", "holding")
BEING = ("was", "were")
# "A Russian helicopter was shot down", "its planes had not operated": no act of the weapon's owner.
LOST = re.compile(
    r"(?:was|were|had been|has been|is) (?:\w+ly )?(?:shot down|downed|brought down)\b|(?:had|has|have|did|was|were) (?:not|never)\b"
)
BACKING = frozenset(("backed", "supported", "aided", "funded"))
REBELS = frozenset("rebel rebels opposition insurgent insurgents".split())
# "Militants of the Islamic State group": who does it, told before whose they are.
MEN = frozenset("militants fighters members gunmen forces troops soldiers men units terrorists jihadists".split())
POSSESSIVES = ("its", "their")
SAYING = frozenset(("said", "says", "told", "announced", "reported"))
OWN_WORDS = frozenset(("it", "they", "its", "their"))


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


def alternative_author(sentence: Sentence) -> str | None:
    """Whom an answer names beside its speaker: the actor behind "or" ("it or partner forces may have struck the area")."""
    return next((m.entry for m in _named(sentence) if "or" in sentence.words[max(0, m.first - 2) : m.first]), None)


def actor_before(sentence: Sentence, offset: int, start: int = 0) -> str | None:
    """The actor named nearest before ``offset``, and not before ``start``, that may be a subject, whatever it does there."""
    tokens = sentence.tokens
    named = [
        m
        for m in _named(sentence)
        if start <= tokens[m.first].start and tokens[m.last - 1].end <= offset and not _is_oblique(sentence, m.first)
    ]
    return _owned_by(sentence, named[-1]) if named else None


def _owned_by(sentence: Sentence, mention: Match[str]) -> str:
    """The actor of a name; of "its army" whose it is, of "security forces loyal to X" X."""
    if sentence.words[mention.last - 1] == "forces" and sentence.words[mention.last : mention.last + 2] in LOYAL:
        lord = next((m for m in _mentions(sentence) if 2 <= m.first - mention.last <= LORD_REACH), None)
        return _settled(sentence.document, lord.entry if lord else mention.entry)
    owner = _possessor(sentence, mention.first) if mention.entry == "army" and sentence.words[mention.first - 1] in POSSESSIVES else None
    return owner or _settled(sentence.document, mention.entry)


def _is_oblique(sentence: Sentence, i: int) -> bool:
    before = [w for w in sentence.words[max(0, i - 2) : i] if w not in DETERMINERS]
    return bool(before) and before[-1] in TARGET


@kept
def actors_named(sentence: Sentence) -> list[Agent]:
    """Every actor that the sentence names, in order, as authors of nothing yet (``weight`` 0)."""
    tokens, document = sentence.tokens, sentence.document
    return [Agent(tokens[m.first].start, tokens[m.last - 1].end, _settled(document, m.entry), 0) for m in _named(sentence)]


@kept
def _named(sentence: Sentence) -> list[Match[str]]:
    return [m for m in _mentions(sentence) if _settled(sentence.document, m.entry) != NOBODY]


@kept
def _mentions(sentence: Sentence) -> list[Match[str]]:
    """The terms for actors; "the Coalition" is none where the article is about the opposition's."""
    found = _vocabulary(sentence.document.lexicon)[0].all(sentence)
    words, tokens, document = sentence.words, sentence.tokens, sentence.document
    return [m for m in found if words[m.first : m.last] != ["coalition"] or coalition_at(document, tokens[m.first].start) == "coalition"]


@kept
def agents_of(sentence: Sentence) -> tuple[Agent, ...]:
    """The actors of the sentence that do something in it, in order."""
    _, weapons, verbs = _vocabulary(sentence.document.lexicon)
    tokens = sentence.tokens
    acts = verbs.all(sentence)
    found = _owners(sentence, weapons)
    mentions = _mentions(sentence)
    firsts = {m.first for m in mentions}
    weight = last = 0
    for mention in mentions:
        actor = ISRAEL if mention.entry == ISRAEL else _owned_by(sentence, mention)
        if actor == NOBODY or (mention.entry != TERROR and mention.last in firsts and sentence.words[mention.last] in REBELS):
            continue  # "Syrian rebel shelling"
        if _is_named(sentence, last, mention.first) or (mention.entry == TERROR and _is_told(sentence, mention.first)):
            continue  # "ISIS terrorists" are ISIS's, "the terrorist attack" is that of the sentence before
        joined = mention.entry == TERROR or (weight > 2 and {t.lower for t in tokens[last : mention.first]} <= AND)
        weight, last = max(weight, 3) if joined else _weight(sentence, mention, weapons, acts, mentions), mention.last
        if weight:
            found.append(Agent(tokens[mention.first].start, tokens[mention.last - 1].end, actor, weight))
    return tuple(sorted(found, key=lambda a: a.start))


def _is_named(sentence: Sentence, last: int, first: int) -> bool:
    """Whether word ``first`` tells what the name before it is: "Islamic State (IS) terrorists", "al-Qaeda loyalists"."""
    return sentence.words[first].startswith(("terror", "loyal")) and 0 < last <= first and all(w == ")" for w in sentence.words[last:first])


def _is_told(sentence: Sentence, i: int) -> bool:
    """Whether "the terrorist attack" at word ``i`` is one whose author the sentence before names."""
    if sentence.words[max(0, i - 1)] != "the" or not sentence.index:
        return False
    earlier = sentence.document.sentences[sentence.index - 1]
    actors, weapons, verbs = _vocabulary(sentence.document.lexicon)
    acts, mentions = verbs.all(earlier), actors.all(earlier)
    return any(
        _settled(earlier.document, m.entry) not in (NOBODY, "other") and _weight(earlier, m, weapons, acts, mentions) for m in mentions
    )


def _owners(sentence: Sentence, weapons: Terms[str]) -> list[Agent]:
    """ "its air strikes", "their heavy shelling": whoever the sentence, or the one before it, is about."""
    found = []
    for i, word in enumerate(sentence.words):
        if word in POSSESSIVES and _weapon_behind(sentence, Match(i, i + 1, NOBODY), weapons, []):
            if owner := _possessor(sentence, i):
                found.append(Agent(sentence.tokens[i].start, sentence.tokens[i].end, owner, 3))
    return found


def _possessor(sentence: Sentence, i: int) -> str | None:
    """Whose "its" at word ``i`` is: the first actor before it in the sentence, or else the first of the sentence before."""
    here = [m for m in _named(sentence) if m.last <= i and sentence.words[m.first - 1] not in TARGET]
    earlier = sentence.document.sentences[sentence.index - 1] if sentence.index else None
    first = (here or (_named(earlier) if earlier else []))[:1]
    return _settled(sentence.document, first[0].entry) if first else None


def _weight(sentence: Sentence, mention: Match[str], weapons: Terms[str], acts: list[Match[str]], mentions: list[Match[str]]) -> int:
    """4 blamed or claiming, 3 owner of the weapon or behind "by", 2 subject of the act, 0 nothing of these."""
    tokens = sentence.tokens
    before = _governor(sentence, mention.first)
    word = tokens[before].lower if before >= 0 else ""
    if word == "and" and before > 1 and sentence.words[before - 2] == "of":
        before, word = before - 2, "of"  # "a patrol of American and Kurdish forces"
    theirs = word == "of" and sentence.words[before - 1] in MEN
    if theirs and sentence.words[_governor(sentence, before - 1)] == "by":
        before, word = _governor(sentence, before - 1), "by"  # "killed by the forces of"
    owner_of = _weapon_behind(sentence, mention, weapons, mentions)
    held = sentence.words[mention.last : mention.last + 2] in (["-", "held"], ["-", "controlled"])
    if held and word == "from" and any(weapons.before(sentence, i) for i in range(max(0, before - 1), before + 1)):
        return 3  # "rockets fired from rebel-held districts"
    place = mention.last < len(tokens) and tokens[mention.last].lower in PLACES
    if place or is_hyphened(sentence, mention.last) or (word == "in" and not owner_of):
        return 0
    for act in acts:
        if act.entry == "blame" and 0 <= mention.first - act.last <= 6 and not any(act.last <= m.first < mention.first for m in mentions):
            return 4
        if act.entry == "claim" and 0 <= act.first - mention.last <= 4:
            return 4
    if word in HELD and mention.last < len(tokens) and tokens[mention.last].lower == "responsible":
        return 4  # "held the army responsible"
    if word == "by" and before and tokens[before - 1].lower in BACKING:
        return 0
    if owner_of:
        return 3
    if word == "by" or (before > 0 and tokens[before - 1].lower == "by" and not NUMBER.search(word)):
        at = before if word == "by" else before - 1
        used = USED_AS.search(" ".join(sentence.words[max(0, at - USED_REACH) : at]))  # "used as a prison by"
        return 0 if used or tokens[at - 1].lower in HOLDING else 3
    if word == "to" and before and tokens[before - 1].lower == "belonging":
        return 3
    if word in BEING and weapons.before(sentence, before):
        return 3  # "the planes were Russian"
    if word in ("of", "from") and any(weapons.before(sentence, i) for i in range(max(0, before - 1), before + 1)):
        return 3
    if any(act.last - 1 == before for act in acts):
        return 0
    counted = not YEAR.fullmatch(word) and word != "," and any(NUMBER.search(w) for w in sentence.words[max(0, before - 1) : before + 1])
    theirs = theirs and not any(NUMBER.search(w) for w in sentence.words[max(0, before - 3) : before])  # not "14 members of"
    if (word in TARGET and not theirs) or counted:
        return 0
    for act in acts:
        if act.entry != "act" or not 0 <= act.first - mention.last <= ACT_REACH or _is_noun(sentence, act, weapons, mention.last):
            continue
        between = [t.lower for t in tokens[mention.last : act.first]]
        others = [m for m in mentions if mention.last <= m.first < act.first and m.entry not in (NOBODY, mention.entry)]
        others = [m for m in others if not _is_named(sentence, mention.last, m.first) and not _is_oblique(sentence, m.first)]
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
        if not any(w in BE or w in (*SAYING, "who", "that", ";", "after") for w in between):
            return 2
        return 0
    return 0


def _is_noun(sentence: Sentence, act: Match[str], weapons: Terms[str], last: int) -> bool:
    """Whether "attack" or "strike" is one, and not what a subject in the plural does."""
    before = sentence.words[act.first - 1]
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
    """The word before word ``i`` that is no article."""
    i -= 1
    while i >= 0 and sentence.words[i] in DETERMINERS:
        i -= 1
    return i


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


def _settled(document: Document, actor: str) -> str:
    """The actor that a general word means in this article."""
    if actor == "militants":
        return "is" if _names_is(document) else "other"
    if actor == TERROR:
        return "other" if own_voice(document) == "state_media" or (document.outlet or "").lower() in FRIENDS else NOBODY
    if actor == ISRAEL:
        return "other"
    if actor == "army":
        return "iraq" if about_iraq(document) else "government"
    return actor


@kept
def _names_is(document: Document) -> bool:
    return re.search(r"\bISI[SL]\b|\bIS\b|Islamic State|\bDa[ei]sh\b|\bDAESH\b", document.text) is not None
