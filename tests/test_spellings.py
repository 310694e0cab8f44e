"""One spelling for a place in all tables: that of the articles, where CODEBOOK.md fixes none; events know it whichever is used."""

import pandas as pd
import pytest

from analysis.articles import Article, Articles
from analysis.extraction.lexicon import Lexicon
from analysis.extraction.sentences import Document
from analysis.spellings import Spellings, known_as, place_called
from analysis.tables import build_tables

CASES = {
    "another spelling": (["Shelling hit Kafr Nabuda."], {"Kafr Nabudah": "Kafr Nabuda"}),
    "the one used most": (
        ["They left Kafr Nabuda for Kafr Nabuda.", "They left Kafr Nabouda.", "They saw Kafr Nabouda."],
        {"Kafr Nabudah": "Kafr Nabouda"},
    ),
    "a tie is the gazetteer's": (["They left Kafr Nabuda for Kafr Nabudah."], {}),
    "a tie of two others is the gazetteer's": (["They left Kafr Nabuda.", "They left Kafr Nabouda."], {}),
    "capitals and hyphens are no spelling": (
        ["They left Kafr Nabuda.", *["They left Kafr-Nabuda."] * 2, *["They left Kafr Nabouda."] * 2],
        {"Kafr Nabudah": "Kafr-Nabuda"},
    ),
    "a name that the codebook fixes": (["They left Deir el-Zour for Kobane and Saraqeb."], {}),
    "a city whose English name is settled": (["They left Falluja and Shingal."], {}),
    "a town that a city is named in": (["They left Kafr Nabuda for Falluja."], {"Kafr Nabudah": "Kafr Nabuda"}),
    "a province or a country": (["They left Ninewa province."], {}),
    "an article of the name's own": (["Shelling hit al-Sukari in Aleppo."], {"Al-Sukkari": "Al-Sukari"}),
    "in capitals": (["KAFR NABUDA: Shelling hit it."], {}),
    "typographic and plain apostrophes": (
        ["They left Ma'aret al-Numan.", "They left Ma’aret al-Numan.", "They left Maarat al-Nuaman."],
        {"Maarat al-Numan": "Ma’aret al-Numan"},
    ),
    "the name of another place": (["Shelling hit Zahra in Aleppo."], {}),
    "no mere spelling": (["Children live in the Rukban camp."], {}),
}


@pytest.mark.parametrize(("texts", "expected"), CASES.values(), ids=CASES.keys())
def test_common_spellings(texts: list[str], expected: dict[str, str], lexicon: Lexicon) -> None:
    spellings = Spellings()
    for text in texts:
        spellings.read(Document(text, lexicon=lexicon))
    assert spellings.common() == expected


def test_one_event_whichever_way_its_place_is_spelled(lexicon: Lexicon) -> None:
    """Three articles spell a village in two ways; claims and events bear the one that most use, and the event is one."""
    texts = {
        "a": "A strike on Kafr Nabuda killed 12 people on Monday, the Observatory said.",
        "b": "A strike on Kafr Nabuda killed 12 people on Monday, residents said.",
        "c": "A strike on Kafr Nabudah killed 12 people on Monday, SANA said.",
    }
    articles = Articles([Article(id=name, text=f"date 2019-05-21 {text}") for name, text in texts.items()], [])
    tables = build_tables(articles, lexicon)
    assert set(tables["claims"]["place"]) == {"Kafr Nabuda"}
    assert list(tables["events"]["place"]) == ["Kafr Nabuda"]
    assert tables["events"]["n_claims"].tolist() == [3]
    assert tables["events"]["lat"].notna().all()


def test_a_place_of_no_province_keeps_its_name(lexicon: Lexicon) -> None:
    assert known_as(pd.DataFrame({"place": ["Kafr Nabuda"], "admin1": [pd.NA]}, dtype="string"), lexicon) == {}


def test_a_name_finds_its_place(lexicon: Lexicon) -> None:
    known = place_called("Kafr Nabuda", "Hama", lexicon)
    assert known is not None
    assert known.name == "Kafr Nabudah"
    assert place_called("Kafr Nabuda", "Homs", lexicon) is None
    assert place_called("Nowhere", "Hama", lexicon) is None
