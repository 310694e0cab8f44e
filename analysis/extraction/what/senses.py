"""What the vocabulary says of a term: what befell people, and where the number stands."""

from functools import lru_cache
from typing import NamedTuple

from analysis.extraction.lexicon import Lexicon
from analysis.extraction.terms import Terms


class Sense(NamedTuple):
    """A reading of a term: what befell people, and where the number stands; ``tail`` are the term's words behind it."""

    measure: str
    form: str
    near: bool
    tail: tuple[str, ...] = ()


@lru_cache(maxsize=8)
def vocabulary(lexicon: Lexicon) -> tuple[Terms[tuple[Sense, ...]], dict[str, str]]:
    """The terms of ``measures.csv`` with their senses, and the nouns that tell a measure by themselves."""
    senses: dict[str, list[Sense]] = {}
    heads: dict[str, str] = {}
    for row in lexicon.rows("measures"):
        if row["form"] == "head":
            heads[row["term"].split()[-1]] = row["measure"]
        else:
            term, _, tail = row["term"].partition(" ... ")
            senses.setdefault(term, []).append(Sense(row["measure"], row["form"], row["reach"] == "near", tuple(tail.split())))
    return Terms(lexicon, ((term, tuple(found)) for term, found in senses.items())), heads
