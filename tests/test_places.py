"""Places by construction, and the gazetteer's own soundness."""

import datetime as dt

import pytest

from analysis.extraction.lexicon import Lexicon
from analysis.extraction.places import gazetteer, place_of
from analysis.extraction.sentences import Document

# The canonical names of CODEBOOK.md
CANONICAL = """Abu Badran, Afrin, Al-Hol, Al-Qaim, Aleppo, Badiya, Baghuz, Bukamal, Damascus, Daraa, Dashisha, Deir ez-Zor, Eastern Ghouta,
Euphrates, Hajin, Hama, Hasakah, Homs, Idlib, Iraq, Khan Sheikhoun, Kobani, Latakia, Manbij, Marashidah, Markada, Mayadin, Mosul,
Omar oil field, Palmyra, Qamishli, Quneitra, Raqqa, Saraqib, Shaddadi, Shafah, Susah, Suwayda, Syria, Syria and Iraq, Tabqa, Tanf,
Tulul al-Safa, Yarmouk, Yarmouk Basin"""
BOXES = {"Syria": (32.2, 37.4, 35.6, 42.5), "Iraq": (29.0, 37.5, 38.7, 48.8)}  # south, north, west, east, in degrees
CASES = {
    "in a town": ("Shelling killed 12 people in Saraqeb.", "Saraqib"),
    "village of a province": ("Shelling killed 12 people in the town of Kafranbel in Idlib province.", "Kafranbel"),
    "near a town": ("A mine killed 12 people near Manbij.", "Manbij"),
    "south of the town of": ("A strike killed 12 people south of the town of Shadadi.", "Shaddadi"),
    "spelled otherwise": ("Shelling killed 12 people in Deir el-Zour.", "Deir ez-Zor"),
    "possessive without its apostrophe": ("Shelling killed 12 people in Syrias Hasakeh city.", "Hasakah"),
    "unknown village": ("Shelling killed 12 people in the village of Umm Rejim.", "Umm Rejim"),
    "dateline": ("BEIRUT — Shelling killed 12 people in Homs.", "Homs"),
    "capital that speaks": ("Damascus said shelling killed 12 people in Daraa.", "Daraa"),
    "only the country": ("Shelling killed 12 people in Syria.", "Syria"),
    "the name of a group": ("The Islamic State of Iraq and the Levant killed 12 people in Palmyra.", "Palmyra"),
}


@pytest.mark.parametrize(("text", "name"), CASES.values(), ids=CASES.keys())
def test_place(text: str, name: str) -> None:
    document = Document(text, dt.date(2017, 3, 1))
    at = text.index("12")
    place = place_of(document, document.sentences[0], at, at + 2, "killed")
    assert place is not None
    assert place.name == name


def test_place_is_carried_on() -> None:
    text = "A bomb went off in Azaz. It killed 12 people."
    document = Document(text, dt.date(2017, 3, 1))
    place = place_of(document, document.sentences[1], text.index("12"), text.index("12") + 2, "killed")
    assert place is not None
    assert place.name == "Azaz"


def test_the_gazetteer_holds_the_canonical_names() -> None:
    known = gazetteer(Lexicon())
    assert [name for name in " ".join(CANONICAL.split()).split(", ") if name not in known] == []
    assert sum(place.lat is not None for place in known.values()) >= 150


def test_coordinates_lie_in_their_country() -> None:
    for place in gazetteer(Lexicon()).values():
        if place.country in BOXES and place.lat is not None and place.lon is not None:
            south, north, west, east = BOXES[place.country]
            assert south <= place.lat <= north and west <= place.lon <= east, place.name
