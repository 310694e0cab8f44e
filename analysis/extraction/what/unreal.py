"""What a clause only plans, fears, supposes or denies: its words tell of nothing that happened."""

from analysis.extraction.counted import Counted
from analysis.extraction.sentences import Sentence
from analysis.extraction.what.auxiliaries import FINITE, PASSIVE
from analysis.extraction.what.senses import Sense

PLANS = frozenset(
    "want wants wanted plan plans planned planning expect expects expected expecting threatened threatens threatening hope hopes hoped "
    "due set try tried trying attempt attempted"
    " intended intends aims aimed seek seeks ready preparing prepared likely vowed agreed refused"
    " unable failed order ordered prevented".split()
)
UNREAL = frozenset("would will could may might should shall cannot can't won't not never no without if wouldn't didn't neither".split())
SUPPOSING = frozenset(("may", "might"))


class Unreal:
    """The grammar of what did not happen, of one sentence's words."""

    sentence: Sentence
    words: list[str]

    def word(self, i: int) -> str:
        """The word at ``i``; nothing before the first and behind the last."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def unreal(self, i: int, sense: Sense) -> bool:
        """Planned, threatened, possible or denied; "who may remain" is said of those who do."""
        return sense.measure != "remaining" and self.is_unreal_at(i)

    def is_unreal_at(self, i: int) -> bool:
        """Whether the words before word ``i`` make it a plan, a threat, a possibility or a denial."""
        first = i if self.word(i - 1) == "," and self.words[i].endswith("ing") else max(0, i - 3)  # "those who tried to flee, killing"
        before = [self.words[j] for j in range(first, i) if not self._is_may(j)]
        if "to" in self.words[i : i + 1]:
            before = [*before, "to"]
        begun = FINITE.isdisjoint(before[before.index("to") :]) if "to" in before else False  # not "who tried to flee were shot"
        if begun and any(w in PLANS for w in self.words[max(0, i - 4) : i]):
            return True
        if "but" in before:
            before = before[before.index("but") :]  # "caused no deaths but injured 20"
        if before[-1:] == ["have"] or before[-2:] == ["have", "been"] or self.words[i] in ("remains", "bodies"):
            before = [w for w in before if w not in SUPPOSING]  # "may have been killed", "may hold the bodies of"
        if before[-1:] == ["to"] and before[:-1] and before[-2] in PASSIVE:
            return True  # "another 400 are to leave"
        if before[-2:] == ["to", "be"] and before[:-2] and before[-3] in PASSIVE:
            return True  # "500 are to be delivered"
        return any(w in UNREAL for w in before)

    def is_feared(self, c: Counted, i: int, sense: Sense) -> bool:
        """ "(Could force) 800,000 from their homes", "(is set to see) 500 evacuated": the verb before the number, which words at ``i``
        complete, tells nothing real."""
        seen = self.word(c.first - 1) == "see"
        return (self.words[i] in ("from", "out") or seen) and self.unreal(c.first - seen, sense)

    def _is_may(self, i: int) -> bool:
        """The month, by its capital letter."""
        return self.words[i] == "may" and i > 0 and self.sentence.document.text[self.sentence.tokens[i].start].isupper()
