"""What the vocabulary tells of countries: whose people they are of, their capitals, and where reports on them are filed."""

import re
from functools import lru_cache

from analysis.extraction.lexicon import Lexicon, LexiconError
from analysis.extraction.where.gazetteer import Place, gazetteer


@lru_cache(maxsize=8)
def capitals(lexicon: Lexicon) -> dict[str, str]:
    """Country -> the name of its capital."""
    return {r["country"]: r["capital"] for r in lexicon.rows("countries") if r["capital"]}


@lru_cache(maxsize=8)
def seats(lexicon: Lexicon) -> frozenset[str]:
    """The names of the capitals, which stand for their governments."""
    return frozenset(capitals(lexicon).values())


@lru_cache(maxsize=8)
def newsrooms(lexicon: Lexicon) -> frozenset[str]:
    """Whence reports are filed that are about elsewhere: the capitals and some other towns."""
    return seats(lexicon).union(*(filter(None, r["newsrooms"].split("|")) for r in lexicon.rows("countries")))


@lru_cache(maxsize=8)
def peoples(lexicon: Lexicon, abroad: bool = False) -> dict[str, Place]:
    """The adjective of a people, in lower case -> its country, of those at war or of those ``abroad``. LexiconError for one unknown."""
    known, found = gazetteer(lexicon), {}
    for row in lexicon.rows("countries"):
        if row["country"] not in known:
            raise LexiconError(f"countries.csv: {row['country']}: places.csv has no such country")
        if row["people"] and known[row["country"]].abroad == abroad:
            found[row["people"].lower()] = known[row["country"]]
    return found


@lru_cache(maxsize=64)
def of_a_people(template: str, lexicon: Lexicon, abroad: bool = False) -> re.Pattern[str]:
    """The pattern in which PEOPLE stands for one of ``peoples``: "on (PEOPLE) soil"."""
    return re.compile(template.replace("PEOPLE", "|".join(map(re.escape, peoples(lexicon, abroad)))))
