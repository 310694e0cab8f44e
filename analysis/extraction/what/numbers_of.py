"""The toll that "the number of ..." is: of civilians killed, of dead attackers, of families who have fled, of those who died."""

from collections.abc import Callable
from dataclasses import dataclass

from analysis.extraction.sentences import Sentence
from analysis.extraction.terms import Match, Terms
from analysis.extraction.what.senses import Sense
from analysis.extraction.who.sides import vocabulary as side_words

COUNTS = frozenset(("number", "count", "tally"))  # "the number of those killed"
LINKING = frozenset("the those who that have has had been were was may might so far to".split())  # "of the families who have"
HEARSAY = frozenset("reported known feared presumed understood estimated able managed allowed".split())  # "were reported to have died"
LOYAL = frozenset("loyal allied close".split())
BELONGING = frozenset("from belonging loyal".split())
COMPLEMENT_REACH = 14  # words of "of the Iranian-backed Hashd al-Shaabi force"
FIGHTERS = frozenset("fighters militants jihadists extremists gunmen insurgents".split())
GIVEN = frozenset(("at", "as"))  # before the figure
INSIDE = frozenset("in inside at around still there".split())
HOMELESS_NOUNS = frozenset("idps refugees evacuees arrivals newcomers".split())


@dataclass(slots=True)
class NumberOf:
    """What of the phrase behind "the number of" has been read up to word ``at``."""

    sentence: Sentence
    words: list[str]
    terms: Terms[tuple[Sense, ...]]
    heads: dict[str, str]
    at: int
    measure: str | None = None
    named: bool = False  # people have been named
    homeless: bool = False  # ... as refugees or evacuees
    held: bool = False  # ... as inmates or hostages
    fighting: bool = False  # ... as fighters
    of_is: bool = False  # ... as Islamic State's

    def read(self) -> None:
        """Go on to the end of the phrase."""
        while self.at < len(self.words) and self._step():
            pass

    def _step(self) -> bool:
        """Read one word or term; False where the phrase ends."""
        word = self.words[self.at]
        if self.measure is None and (fate := self.terms.at(self.sentence, self.at)):
            left = self.named and word == "left" and self.at == fate.last - 1 and self.sentence.word(self.at - 1) not in LINKING
            self.measure, self.at = "remaining" if left else fate.entry[0].measure, fate.last  # "the number of fighters left"
        elif noun := side_words(self.sentence.document.lexicon).at(self.sentence, self.at):
            head = self.sentence.word(noun.last - 1)
            told = self.heads.get(head) if noun.entry.kind == "casualty" else None
            self.homeless = self.homeless or head in HOMELESS_NOUNS
            self.of_is = self.of_is or noun.entry.group == "is_fighters"
            self.held = self.held or told == "detained"
            self.fighting = self.fighting or head in FIGHTERS
            self.measure = self.measure or (None if self.held else told)  # "the number of martyrs"
            self.named, self.at = True, noun.last
        elif word in LINKING or (self.named and (word in HEARSAY or word in LOYAL or word in ("and", "or"))):
            self.named = self.named or word == "those"
            self.at += 1
        elif self.named and self.measure is None and word in BELONGING:
            return self._skip(lambda k: self.terms.at(self.sentence, k) is not None)  # "fighters from X's militias killed"
        elif self.measure is None and (
            (self.of_is and word in INSIDE) or (self.fighting and word in GIVEN) or (self.named and word == "with")
        ):
            self.measure = "remaining"  # "the number of IS fighters in the city", "of fighters at 900", "of civilians with them"
            return False
        elif self.named and word == "of":
            if not self._skip(lambda k: self.words[k] == "who"):
                self.at = len(self.words)
        else:
            return False
        return True

    def _skip(self, is_end: Callable[[int], bool]) -> bool:
        """Go on to the next word that ends a complement; False where none is near."""
        reach = range(self.at + 1, min(self.at + COMPLEMENT_REACH, len(self.words)))
        end = next((k for k in reach if is_end(k)), None)
        self.at = self.at if end is None else end
        return end is not None


def _puts_those(words: list[str], i: int) -> bool:
    """ "Puts those who may have been killed at 900": the toll of "those" at word ``i``."""
    return words[i] == "those" and words[i - 1] in ("put", "puts", "putting")


def number_of(
    sentence: Sentence, words: list[str], i: int, terms: Terms[tuple[Sense, ...]], heads: dict[str, str], in_camp: Callable[[int], bool]
) -> Match[tuple[Sense, ...]] | None:
    """The toll that begins at word ``i``; None where the phrase counts nobody, or tells nothing of them.

    ``terms`` and ``heads`` are those of ``senses.vocabulary``; ``in_camp`` tells whether "in the camp" stands at a word.
    """
    those = _puts_those(words, i)
    if not those and (words[i] not in COUNTS or words[i - 1] == "a" or words[i + 1 : i + 2] == ["transferred"]):
        return None  # "number transferred" is a term of its own, of those detained
    if words[i + 1 : i + 2] != ["of"] and not those:
        fate = terms.at(sentence, i + 1)  # "the number repatriated"
        told = next((s for s in fate.entry if s.form == "both"), None) if fate else None
        return Match(i, fate.last, (Sense(told.measure, "toll", False),)) if fate and told else None
    phrase = NumberOf(sentence, words, terms, heads, i + (1 if those else 2), named=those)
    phrase.read()
    if not phrase.named:
        return None
    measure = phrase.measure or ("detained" if phrase.held else None)  # "the number of inmates"
    if measure is None and (phrase.homeless or in_camp(phrase.at)):
        measure = "displaced"  # "the number of refugees", "the number of people in the camp"
    return Match(i, phrase.at, (Sense(measure, "toll", False),)) if measure else None
