"""The gazetteer: its places, and their names as spelled and as they sound."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from analysis.extraction.lexicon import Lexicon, LexiconError
from analysis.extraction.sentences import TOKEN

BOTH = "Syria and Iraq"
COUNTRIES = frozenset(("Syria", "Iraq"))  # of BOTH
CAPITAL = {"Damascus", "Rif Dimashq"}
SPECIFIC = frozenset("town village quarter camp oilfield airbase crossing".split())
ABROAD = "abroad"  # the kind of a country that the reports come from and are not about
NO_PLACE = "none"  # the kind of a name that only looks like a place: "Hamas", "Manbij Military Council"
ARTICLES = frozenset("al el as ar ad at an ash az es ed ez il".split())
APOSTROPHES = str.maketrans("", "", "'’‘`ʿʾ")
VOWELS = [(re.compile(p), r) for p, r in [("[ea]h?$", "a"), ("a[iy]|e[iy]", "i"), ("[ey]", "i"), ("ou|oo|o", "u"), (r"(.)\1+", r"\1")]]
ALIKE = {"til": "tal", "kafar": "kafr", "kfar": "kafr", "kifr": "kafr", "jibil": "jabal", "marit": "marat"}  # Tell and Tal, by their sounds


class Place(NamedTuple):
    """A place of the gazetteer, or one that the text alone names (no coordinates). lat and lon in degrees.

    ``abroad`` is a country that the reports are not about, and what lies in one.
    """

    name: str
    lat: float | None
    lon: float | None
    admin1: str | None
    kind: str
    country: str | None = None
    abroad: bool = False


@lru_cache(maxsize=8)
def gazetteer(lexicon: Lexicon) -> dict[str, Place]:
    """Canonical name -> place. LexiconError where a coordinate is no number."""
    rows = [r for r in lexicon.rows("places") if r["kind"] != NO_PLACE]
    kinds = {r["name"]: r["kind"] for r in rows}
    found = {r["name"]: _place(r, kinds.get(r["country"]) == ABROAD) for r in rows}
    found[BOTH] = Place(BOTH, None, None, None, "country")
    return found


def _place(row: dict[str, str], abroad: bool) -> Place:
    try:
        lat, lon = (float(row[c]) if row[c] else None for c in ("lat", "lon"))
    except ValueError:
        raise LexiconError(f"places.csv: {row['name']}: lat and lon want degrees such as 35.34, or nothing") from None
    kind = "country" if row["kind"] == ABROAD else row["kind"]
    return Place(row["name"], lat, lon, row["admin1"] or None, kind, row["country"] or None, abroad)


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A word as its spellings share it: "Hassakeh", "Hasaka" and "Hasakah" are one, so are "Tell" and "Tal"."""
    plain = unicodedata.normalize("NFKD", word.lower().translate(APOSTROPHES))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    for pattern, spelled in VOWELS:
        plain = pattern.sub(spelled, plain)
    return ALIKE.get(plain, plain)


def heard(name: str) -> tuple[str, ...]:
    """A name as its spellings share it, articles passed over: "al-Badu" and "Badu" are one."""
    return tuple(map(sound, _words(name)))


def _words(name: str) -> tuple[str, ...]:
    """A name's words in lower case, articles, hyphens and apostrophes passed over."""
    words = [w for w in TOKEN.findall(name.lower().translate(APOSTROPHES)) if w != "-"]
    return tuple(w for w in words if w not in ARTICLES) or tuple(words)


Namesakes = tuple[Place | None, ...]  # in the order of their rows


class Names(NamedTuple):
    """Names by their words as spelled and as they sound, with the places so named; a place of None is what only looks like one.

    ``longest`` holds for the sound of a first word how many words the longest name has that begins so.
    """

    spelled: dict[tuple[str, ...], Namesakes]
    sounding: dict[tuple[str, ...], Namesakes]
    longest: dict[str, int]


@lru_cache(maxsize=8)
def names_of(lexicon: Lexicon) -> Names:
    """Every name and variant, with all the places that it may mean."""
    spelled: dict[tuple[str, ...], Namesakes] = {}
    sounding: dict[tuple[str, ...], Namesakes] = {}
    for row in lexicon.rows("places"):
        place = None if row["kind"] == NO_PLACE else gazetteer(lexicon)[row["name"]]
        for name in (row["name"], *filter(None, row["variants"].split("|"))):
            words = _words(name)
            for known, key in ((spelled, words), (sounding, tuple(map(sound, words)))):
                if place not in known.get(key, ()):
                    known[key] = (*known.get(key, ()), place)
    longest: dict[str, int] = {}
    for words in sounding:
        longest[words[0]] = max(len(words), longest.get(words[0], 0))
    return Names(spelled, sounding, longest)


def holds(whole: Place, part: Place) -> bool:
    """Whether ``whole`` is the town or the province of ``part``; the capital goes on into the province around it."""
    return whole.name == part.admin1 or {whole.admin1, part.admin1} == CAPITAL
