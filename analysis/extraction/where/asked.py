"""What is asked of the stage of places: where the number is about that stands at an offset and counts something."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from analysis.extraction.sentences import Document, Sentence
from analysis.extraction.where.candidates import candidates, inside_a_country
from analysis.extraction.where.gazetteer import Place, gazetteer
from analysis.extraction.where.mentions import Mention


@dataclass(frozen=True)
class Asked:
    """The number ``text[start:end]``, which stands in ``sentence`` and is of a ``measure``."""

    sentence: Sentence
    start: int
    end: int
    measure: str

    @property
    def document(self) -> Document:
        """The article."""
        return self.sentence.document

    @property
    def at(self) -> int:
        """Where the number begins in its sentence."""
        return self.start - self.sentence.start

    @property
    def behind(self) -> int:
        """Where the number ends in its sentence."""
        return self.end - self.sentence.start

    @cached_property
    def here(self) -> list[Mention]:
        """The places of the sentence that a claim may be about."""
        return candidates(self.sentence)

    @cached_property
    def inside(self) -> list[Mention]:
        """Those of them that lie inside a country."""
        return inside_a_country(self.here)

    def known(self, name: str) -> Place:
        """The place of that name in the gazetteer."""
        return gazetteer(self.document.lexicon)[name]


Rule = Callable[[Asked], Place | None]
