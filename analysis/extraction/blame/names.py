"""The name of an actor in its sentence, and the words around it that may tie it to a deed."""

import re
from dataclasses import dataclass
from functools import cached_property

from analysis.extraction.blame.actors import OPENERS, mentions_of, vocabulary
from analysis.extraction.sentences import Sentence, kept
from analysis.extraction.terms import Match, Terms

WEAPON_REACH = 4  # words between an owner and the weapon ("Russian and regime air strikes")
MODIFIERS = frozenset(
    "air artillery heavy intense rocket mortar suicide car double deadly suspected alleged army military ground fighter forces"
    " fighters militants militant jihadist group terrorist terrorists regime and - ' ’ s ( ) / \" ” government allied night overnight"
    " repeated random aerial surprise coordinated fierce new own attack helicopter drone sniper or naval cluster barrel chemical"
    " missile cruise guided ballistic precision long day week month year syria iraq".split()
)
NUMBER = re.compile(
    r"^(?!(?:\d+\.\d+\.)?(?:19|20)\d\d$)\d|^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|dozen|dozens|scores|hundreds|thousands|several|some|many|another|other)$"
)
# "A Russian helicopter was shot down", "its planes had not operated": no act of the weapon's owner.
LOST = re.compile(
    r"(?:(?:that|which) )?(?:(?:was|were|had been|has been|is) )?(?:\w+ly )?(?:shot down|downed|brought down)\b"
    r"|(?:had|has|have|did|was|were) (?:not|never)\b"
)
# "Militants of the Islamic State group": who does it, told before whose they are.
MEN = frozenset("militants fighters members gunmen forces troops soldiers men unit units brigade battalion terrorists jihadists".split())
LED = frozenset("led backed sponsored supported funded trained".split())


@dataclass(frozen=True)
class Name:
    """The name of an actor in its sentence, and what the rules ask of the words around it."""

    sentence: Sentence
    mention: Match[str]

    @cached_property
    def governor(self) -> int:
        """The word that governs the name: the nearest before it that is no article, or the "by" of "killed by the forces of"."""
        sentence, at = self.sentence, _governor(self.sentence, self.mention.first)
        if sentence.word(at) == "and" and sentence.word(at - 2) == "of":
            at -= 2  # "a patrol of American and Kurdish forces"
        men = _governor(sentence, at - 1) if sentence.word(at) == "of" and sentence.word(at - 1) in MEN else -1
        return men if sentence.word(men) == "by" else at

    @property
    def word(self) -> str:
        """The governing word; none where a sentence opens with the name."""
        return self.sentence.word(self.governor)

    @property
    def by(self) -> int | None:
        """Where the "by" stands that governs the name."""
        if self.word == "by":
            return self.governor
        return self.governor - 1 if self.sentence.word(self.governor - 1) == "by" and not NUMBER.search(self.word) else None

    @property
    def behind(self) -> list[str]:
        """The words behind the name."""
        return self.sentence.words[self.mention.last :]

    def words_before(self, reach: int, at: int | None = None) -> list[str]:
        """The words before the governing one, or before word ``at``."""
        at = self.governor if at is None else at
        return self.sentence.words[max(0, at - reach) : max(0, at)]

    @cached_property
    def owns_weapon(self) -> bool:
        """Whether a weapon behind the name is the actor's."""
        return owns_weapon(self.sentence, self.mention.last, mentions_of(self.sentence))

    @cached_property
    def weapon_before(self) -> bool:
        """Whether a weapon stands right before the governing word, or with one word between them: "shells fired from"."""
        return any(weapons_of(self.sentence).before(self.sentence, i) for i in range(max(0, self.governor - 1), self.governor + 1))

    @cached_property
    def is_of_men(self) -> bool:
        """Whether men whom nobody counts are the actor's: "militants of (the Islamic State group)", not "14 members of"."""
        return self.word == "of" and self.sentence.word(self.governor - 1) in MEN and not any(map(NUMBER.search, self.words_before(3)))


def _governor(sentence: Sentence, i: int) -> int:
    """The word before word ``i`` that is no article, and none of "Kurdish-led"."""
    i -= 1
    while i >= 0 and sentence.words[i] in OPENERS:
        i -= 1
    led = i > 1 and sentence.words[i] in LED and sentence.word(i - 1) == "-"
    return _governor(sentence, i - 2) if led else i


def is_apposed(sentence: Sentence, last: int, first: int) -> bool:
    """Whether word ``first`` tells what the name before it is: "Islamic State (IS) terrorists", "al-Qaeda loyalists", "IS insurgents"."""
    return (
        sentence.words[first].startswith(("terror", "loyal", "insurgent"))
        and 0 < last <= first
        and all(w == ")" for w in sentence.words[last:first])
    )


def owns_weapon(sentence: Sentence, last: int, mentions: list[Match[str]]) -> bool:
    """Whether a weapon is of the name that ends at word ``last``: "Russian air strikes", "the regime's heavy shelling", "Syrian and
    Russian jets"; ``mentions`` are the names that may stand between."""
    joined = {i for m in mentions for i in range(m.first, m.last)}
    for i in range(last, min(last + WEAPON_REACH, len(sentence.words))):
        if weapon := weapons_of(sentence).at(sentence, i):
            return LOST.match(" ".join(sentence.words[weapon.last : weapon.last + 5])) is None
        if sentence.words[i] not in MODIFIERS and i not in joined:
            return False
    return False


def weapons_of(sentence: Sentence) -> Terms[str]:
    """The vocabulary of weapons and what is done with them ("shelling")."""
    return vocabulary(sentence.document.lexicon)[1]


@kept
def acts_of(sentence: Sentence) -> list[Match[str]]:
    """The verbs of the sentence that tell what somebody does."""
    return vocabulary(sentence.document.lexicon)[2].all(sentence)
