"""The vocabulary is the user's to extend: another war in a folder of the same files."""

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from analysis.extraction.claims import extract
from analysis.extraction.lexicon import HERE, Lexicon, LexiconError, built_in
from analysis.extraction.sentences import Document
from analysis.extraction.where.gazetteer import gazetteer
from analysis.extraction.where.nations import peoples

TEXT = "Shelling near Loikaw on Monday killed 14 Karenni fighters, the Karenni Rights Desk said."


@pytest.fixture
def another_war(tmp_path: Path) -> Path:
    (tmp_path / "groups.csv").write_text(
        "# the sides of another war\nterm,kind,group,detail\nkarenni,owner,other_fighters,\n", encoding="utf-8"
    )
    (tmp_path / "places.csv").write_text(
        "name,variants,lat,lon,admin1,country,kind\nLoikaw,Loi-kaw,19.68,97.21,Kayah,Myanmar,town\n", encoding="utf-8"
    )
    return tmp_path


def test_words_of_another_war(another_war: Path) -> None:
    (claim,) = extract(Document(TEXT, dt.date(2023, 11, 15), lexicon=Lexicon(another_war)))
    assert (claim.measure, claim.group, claim.value, claim.place) == ("killed", "other_fighters", 14, "Loikaw")


@pytest.mark.parametrize("country", ["Yemen", "Sudan"])  # the first of them is abroad to the built-in vocabulary
def test_the_war_of_another_country(country: str, tmp_path: Path) -> None:
    (tmp_path / "places.csv").write_text(
        f"name,variants,lat,lon,admin1,country,kind\n{country},,,,,{country},country\nHodeidah,,14.8,42.95,,{country},town\n",
        encoding="utf-8",
    )
    text = "Air strikes on Hodeidah killed 14 people on Monday, medics said."
    (claim,) = extract(Document(text, dt.date(2018, 6, 13), lexicon=Lexicon(tmp_path)))
    assert claim.place == "Hodeidah"


# what is told of Myanmar by the two files below, and where the 14 died
OF_A_COUNTRY = {
    "the capital": ("Shelling killed 14 people in the capital on Monday. Myanmar mourns.", "Naypyidaw"),
    "its capital, for its government": ("Shelling killed 14 people near Loikaw on Monday, Naypyidaw said. Naypyidaw mourns.", "Loikaw"),
    "its side": ("Shelling killed 14 people on the Burmese side of the border on Monday.", "Myanmar"),
    "the country that is named most": (
        "Shelling killed 14 people across the country on Monday. Myanmar mourns, as Syria does. Myanmar!",
        "Myanmar",
    ),
    "a newsroom": ("TAUNGGYI, Myanmar - Shelling hit Loikaw on Monday.\n\nIt killed 14 people.", "Loikaw"),
}


@pytest.mark.parametrize(("text", "place"), OF_A_COUNTRY.values(), ids=OF_A_COUNTRY)
def test_what_is_told_of_a_country_of_ones_own(text: str, place: str, tmp_path: Path) -> None:
    (tmp_path / "countries.csv").write_text("country,people,capital,newsrooms\nMyanmar,Burmese,Naypyidaw,Taunggyi\n", encoding="utf-8")
    (tmp_path / "places.csv").write_text(
        "name,variants,lat,lon,admin1,country,kind\n"
        "Myanmar,Burma,21,96,,Myanmar,country\n"
        "Naypyidaw,,19.75,96.1,,Myanmar,town\n"
        "Taunggyi,,20.78,97.04,Shan,Myanmar,town\n"
        "Loikaw,,19.68,97.21,Kayah,Myanmar,town\n",
        encoding="utf-8",
    )
    (claim,) = extract(Document(text, dt.date(2023, 11, 15), lexicon=Lexicon(tmp_path)))
    assert claim.place == place


def test_an_outlet_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "outlets.csv").write_text("outlet,kind\nThe Friend,friend\n", encoding="utf-8")
    text = "A terrorist attack killed 14 people in Homs."
    (claim,) = extract(Document(text, outlet="the friend", lexicon=Lexicon(tmp_path)))
    assert claim.perpetrator == "other"


def test_a_country_of_no_gazetteer_is_named(tmp_path: Path) -> None:
    (tmp_path / "countries.csv").write_text("country,people,capital,newsrooms\nMyanmer,Burmese,,\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="Myanmer"):
        peoples(Lexicon(tmp_path))


def test_a_vocabulary_of_ones_own_changes_no_other(another_war: Path) -> None:
    own = Document(TEXT, dt.date(2023, 11, 15), lexicon=Lexicon(another_war))
    assert [claim.place for claim in extract(own)] == ["Loikaw"]
    assert "Loikaw" not in gazetteer(built_in())


def test_the_built_in_vocabulary_is_read_once() -> None:
    assert Document("One.").lexicon is Document("Two.").lexicon


@pytest.mark.parametrize("path", sorted(HERE.glob("*.csv")), ids=lambda path: path.stem)
def test_no_row_stands_twice(path: Path) -> None:
    rows = [tuple(row.values()) for row in built_in().rows(path.stem)]
    assert [row for row, times in Counter(rows).items() if times > 1] == []


def test_an_unknown_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "gropus.csv").write_text("term\nx\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"gropus\.csv"):
        Lexicon(tmp_path)


def test_a_short_row_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "groups.csv").write_text("term,kind,group,detail\nkarenni,owner\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="line 2"):
        Lexicon(tmp_path).rows("groups")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no such folder"):
        Lexicon(tmp_path / "none")
