"""How a place's name is spelled: CODEBOOK.md fixes some names; any other goes by the spelling that most of the articles read use.

The gazetteer knows a place under one name of its own, by which events and estimates tell that two articles mean the same place.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

import pandas as pd

from analysis.extraction.lexicon import Lexicon
from analysis.extraction.sentences import Document
from analysis.extraction.where.gazetteer import SPECIFIC, Place, gazetteer, heard, names_of
from analysis.extraction.where.mentions import mentions

FIXED = frozenset(
    "Abu Badran|Afrin|Al-Hol|Al-Qaim|Aleppo|Badiya|Baghuz|Bukamal|Damascus|Daraa|Dashisha|Deir ez-Zor|Eastern Ghouta|Euphrates|Hajin|Hama"
    "|Hasakah|Homs|Idlib|Iraq|Khan Sheikhoun|Kobani|Latakia|Manbij|Marashidah|Markada|Mayadin|Mosul|Omar oil field|Palmyra|Qamishli"
    "|Quneitra|Raqqa|Saraqib|Shaddadi|Shafah|Susah|Suwayda|Syria|Syria and Iraq|Tabqa|Tanf|Tulul al-Safa|Yarmouk|Yarmouk Basin".split("|")
)  # CODEBOOK.md, place
SETTLED = frozenset("Baghdad|Fallujah|Karbala|Kirkuk|Najaf|Ramadi|Sinjar|Sirte|Tal Afar|Tikrit".split("|"))  # cities: one English spelling
ONE_APOSTROPHE = str.maketrans("'‘`ʿʾ", "’’’’’")  # which of them an agency sets is no spelling
ARTICLE = re.compile(r"^(?:[Aa]l|[Ee]l|[Aa]s|[Aa]sh|[Aa]t|[Aa]d|[Aa]r|[Aa]n|[Aa]z)-")


class Spellings:
    """What articles call the places of the gazetteer, counted one article at a time."""

    def __init__(self) -> None:
        self._used: dict[str, Counter[str]] = defaultdict(Counter)

    def read(self, document: Document) -> None:
        """Count the spellings of an article, each once."""
        here: set[tuple[str, str]] = set()
        for sentence in document.sentences:
            for first, last, place in mentions(sentence):
                if _is_free(place, document.lexicon):
                    name = document.text[sentence.tokens[first].start : sentence.tokens[last - 1].end]
                    spelled = _spelled(" ".join(name.split()).translate(ONE_APOSTROPHE), place.name, document.lexicon)
                    if spelled and (spelled == place.name or spelled not in gazetteer(document.lexicon)):
                        here.add((place.name, spelled))
        for name, spelled in sorted(here):
            self._used[name][spelled] += 1

    def common(self) -> dict[str, str]:
        """The gazetteer's name of a place and the spelling that most articles use, where it is another; a tie is the gazetteer's.

        Two places that would bear one spelling keep the gazetteer's names.
        """
        found = {name: _most_used(used) or name for name, used in self._used.items()}
        borne = Counter(found.values())
        return {name: spelled for name, spelled in found.items() if spelled != name and borne[spelled] == 1}


def _most_used(used: Counter[str]) -> str | None:
    """The spelling used more than any other, capitals and hyphens being none of it; None for a tie."""
    alike: Counter[str] = Counter()
    for spelled, articles in used.items():
        alike[_plain(spelled)] += articles
    (most, articles), *others = alike.most_common(2)
    tie = bool(others) and others[0][1] == articles
    return None if tie else max((spelled for spelled in used if _plain(spelled) == most), key=lambda spelled: used[spelled])


def _plain(spelled: str) -> str:
    return spelled.lower().replace("-", " ")


def _is_free(place: Place, lexicon: Lexicon) -> bool:
    return place.kind in SPECIFIC and place.name not in FIXED | SETTLED and gazetteer(lexicon).get(place.name) == place


def _spelled(text: str, name: str, lexicon: Lexicon) -> str | None:
    """A name as an article has it, with the article of the gazetteer's; None where it is no mere spelling of it ("the Rukban camp")."""
    known = names_of(lexicon).sounding
    if heard(text) not in known and text.endswith("s") and heard(text[:-1]) in known:
        text = text[:-1]  # a genitive that has lost its apostrophe
    if text.isupper() or len(heard(text)) != len(heard(name)) or not text.replace(" ", "").replace("-", "").replace("’", "").isalpha():
        return None
    article = ARTICLE.match(name)
    return article[0] + text if article and not ARTICLE.match(text) else text


def respelled(frame: pd.DataFrame, spellings: Mapping[str, str]) -> pd.DataFrame:
    """A frame whose places bear other spellings."""
    return frame.assign(place=frame["place"].replace(dict(spellings))) if "place" in frame else frame


def known_as(claims: pd.DataFrame, lexicon: Lexicon) -> dict[str, str]:
    """The spellings of the claims' places, and the gazetteer's name for each, where that is another."""
    places = claims[["place", "admin1"]].dropna(subset="place").drop_duplicates().astype(object)
    found = {n: place_called(n, None if pd.isna(admin1) else admin1, lexicon) for n, admin1 in places.itertuples(index=False)}
    return {name: place.name for name, place in found.items() if place and place.name != name}


def place_called(name: str, admin1: str | None, lexicon: Lexicon) -> Place | None:
    """The place of the gazetteer that a name spells, in the province ``admin1`` where several bear it; None for one that it lacks."""
    if place := gazetteer(lexicon).get(name):
        return place
    namesakes = [p for p in names_of(lexicon).sounding.get(heard(name), ()) if p and p.kind in SPECIFIC]
    return next((p for p in namesakes if p.admin1 == admin1), None)
