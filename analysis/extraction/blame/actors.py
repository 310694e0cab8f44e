"""The actors that a sentence names: who they are in this article, and which of them is a subject or an owner."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from analysis.extraction.lexicon import Lexicon
from analysis.extraction.sentences import Document, Sentence, kept
from analysis.extraction.speakers import own_voice
from analysis.extraction.speech.marks import about_iraq, coalition_at
from analysis.extraction.terms import Match, Terms
from analysis.extraction.who.sides import is_about

NOBODY = "-"  # the entry of a term that only looks like an actor
ISRAEL = "israel"  # told apart from rebels, who are "other" too, and whose own fighters it kills
TERROR = "terror"  # and that of one that names attack and author at once
# Behind one of these an actor is the target, the foe or the place.
TARGET = frozenset(
    "on against targeting targeted at from hit hitting killed kills killing fight fighting fought battle battling between with"
    " among wounded injured captured drove toward towards over supporting near struck inside ambushed attacked of for to".split()
)
REBEL = frozenset("rebel opposition islamist jihadist insurgent".split())  # "an Islamist alliance"
OPENERS = frozenset('the a an its their so - called president " “ ”'.split())  # what may open a name, as "President" and "so-called" do
LOYAL = (["loyal", "to"], ["aligned", "with"])
LORD_REACH = 4  # words between "forces" and the side to which they are loyal
POSSESSIVES = ("its", "their")


class Tie(IntEnum):
    """How firmly a sentence ties an actor to a deed: not at all, as the subject of an act, as who owns the weapon or stands behind
    "by", or as who claims it or is blamed for it."""

    NONE = 0
    SUBJECT = 1
    OWNER = 2
    CLAIMED = 3


@dataclass(frozen=True, slots=True)
class Agent:
    """An actor that a sentence names, and how it ties it to a deed."""

    start: int
    end: int
    actor: str
    tie: Tie = Tie.NONE


@lru_cache(maxsize=8)
def vocabulary(lexicon: Lexicon) -> tuple[Terms[str], Terms[str], Terms[str]]:
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
    return next((m.entry for m in named(sentence) if "or" in sentence.words[max(0, m.first - 2) : m.first]), None)


def actor_before(sentence: Sentence, offset: int, start: int = 0) -> str | None:
    """The actor named nearest before ``offset``, and not before ``start``, that may be a subject, whatever it does there."""
    tokens = sentence.tokens
    before = [
        m
        for m in named(sentence)
        if start <= tokens[m.first].start and tokens[m.last - 1].end <= offset and not is_oblique(sentence, m.first)
    ]
    return owned_by(sentence, before[-1]) if before else None


def owned_by(sentence: Sentence, mention: Match[str]) -> str:
    """The actor of a name; of "its army" whose it is, of "security forces loyal to X" X."""
    if sentence.word(mention.last - 1) == "forces" and sentence.words[mention.last : mention.last + 2] in LOYAL:
        lord = next((m for m in mentions_of(sentence) if 2 <= m.first - mention.last <= LORD_REACH), None)
        return settled(sentence.document, lord.entry if lord else mention.entry)
    owner = possessor(sentence, mention.first) if mention.entry == "army" and sentence.word(mention.first - 1) in POSSESSIVES else None
    return owner or settled(sentence.document, mention.entry)


def is_oblique(sentence: Sentence, i: int) -> bool:
    """Whether the actor at word ``i`` is a target, a foe or a place."""
    before = [w for w in sentence.words[max(0, i - 2) : i] if w not in OPENERS]
    return bool(before) and before[-1] in TARGET


@kept
def actors_named(sentence: Sentence) -> list[Agent]:
    """Every actor that the sentence names, in order, tied to no deed as yet."""
    tokens, document = sentence.tokens, sentence.document
    return [Agent(tokens[m.first].start, tokens[m.last - 1].end, settled(document, m.entry)) for m in named(sentence)]


@kept
def named(sentence: Sentence) -> list[Match[str]]:
    """The terms of a sentence that are somebody in this article."""
    return [m for m in mentions_of(sentence) if settled(sentence.document, m.entry) != NOBODY]


@kept
def mentions_of(sentence: Sentence) -> list[Match[str]]:
    """The terms for actors; "the Coalition" is none where the article is about the opposition's, nor "an alliance of Kurds and Arabs"."""
    terms = vocabulary(sentence.document.lexicon)[0].all(sentence)
    foreign = {m.last for m in terms if m.entry not in ("army", NOBODY)}  # "American troops" are no army of the country at war
    found = [_alliance(sentence, m) for m in terms if not (m.entry == "army" and m.first in foreign)]
    return [m for m in found if m and (sentence.words[m.first : m.last] != ["coalition"] or _is_the_coalition(sentence, m))]


def _alliance(sentence: Sentence, mention: Match[str]) -> Match[str] | None:
    """What a term is: of "an Islamist alliance" the rebels', of "an alliance of Kurds and Arabs" nothing."""
    if sentence.words[mention.first : mention.last] != ["alliance"]:
        return mention
    if sentence.word(mention.first - 1) in REBEL:
        return mention._replace(entry="other")
    return None if sentence.word(mention.first - 1) == "an" and sentence.word(mention.last) == "of" else mention


def _is_the_coalition(sentence: Sentence, mention: Match[str]) -> bool:
    return coalition_at(sentence.document, sentence.tokens[mention.first].start) == "coalition"


def possessor(sentence: Sentence, i: int) -> str | None:
    """Whose "its" at word ``i`` is: the first actor before it in the sentence, or else the first of the sentence before."""
    here = [m for m in named(sentence) if m.last <= i and sentence.word(m.first - 1) not in TARGET]
    earlier = sentence.document.sentences[sentence.index - 1] if sentence.index else None
    first = (here or (named(earlier) if earlier else []))[:1]
    return settled(sentence.document, first[0].entry) if first else None


def settled(document: Document, actor: str) -> str:
    """The actor that a general word means in this article."""
    if actor == "militants" or (actor == "terrorists" and not _is_of_friends(document) and not _names_rebels(document)):
        return "is" if is_about(document, "is_fighters") else "other"
    if actor == TERROR:
        return "other" if _is_of_friends(document) else NOBODY
    if actor in (ISRAEL, "terrorists"):
        return "other"
    if actor == "army":
        return "iraq" if about_iraq(document) else "government"
    return actor


@kept
def _names_rebels(document: Document) -> bool:
    """Whether an article names rebels, so that the state's "terrorists" need not be Islamic State."""
    return re.search(r"\b(?:[Rr]ebels?|[Oo]pposition|[Ii]nsurgents?|Nusra|Free\s+Syrian\s+Army|FSA|Ahrar)\b", document.text) is not None


def _is_of_friends(document: Document) -> bool:
    """Whether the Syrian state, or an outlet of its friends, is the one who speaks of terrorists."""
    return own_voice(document) == "state_media" or (document.outlet or "").lower() in _friends(document.lexicon)


@lru_cache(maxsize=8)
def _friends(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(row["outlet"].lower() for row in lexicon.rows("outlets") if row["kind"] == "friend")
