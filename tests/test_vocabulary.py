"""A vocabulary of one's own: what no rule would know is an error that names the file, the row, and what is known."""

from pathlib import Path

import pytest

from analysis.extraction.lexicon import LexiconError, built_in
from analysis.vocabulary import CLOSED, DEGREES, open_vocabulary

PLACES = "name,variants,lat,lon,admin1,country,kind\n"

# file, what it holds, what the error says
UNKNOWN = [
    ("groups.csv", "term,kind,group,detail\nkarenni,owner,peasants,\n", "groups.csv: karenni: group 'peasants' is none of civilians, gov"),
    ("groups.csv", "term,kind,group,detail\nkarenni,chief,other_fighters,\n", "kind 'chief' is none of casualty"),
    ("places.csv", f"{PLACES}Loikaw,,19.68,97.21,Kayah,Myanmar,hamlet\n", "places.csv: Loikaw: kind 'hamlet' is none of"),
    ("places.csv", f"{PLACES}Loikaw,,97.21,19.68,Kayah,Myanmar,town\n", "lat '97.21' is no degree from -90 to 90"),
    ("places.csv", f"{PLACES}Loikaw,,19.68,east,Kayah,Myanmar,town\n", "lon 'east' is no degree"),
    ("notes.txt", "", "no vocabulary in it; it may hold actors.csv"),
]


@pytest.mark.parametrize(("name", "text", "message"), UNKNOWN)
def test_what_no_rule_knows_is_named(tmp_path: Path, name: str, text: str, message: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as error:
        open_vocabulary(tmp_path)
    assert message in str(error.value) and str(tmp_path) in str(error.value)


def test_a_place_may_have_no_coordinates_and_a_second_folder_adds_to_the_first(tmp_path: Path) -> None:
    for name in ("Loikaw", "Demoso"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "places.csv").write_text(f"{PLACES}{name},,,,Kayah,Myanmar,town\n", encoding="utf-8")
    lexicon = open_vocabulary(tmp_path / "Loikaw", tmp_path / "Demoso")
    assert [row["name"] for row in lexicon.rows("places")[-2:]] == ["Loikaw", "Demoso"]


def test_without_a_folder_it_is_the_built_in_one() -> None:
    assert open_vocabulary() is built_in()


def test_the_checked_columns_exist() -> None:
    columns = {column for name in built_in().names for column in built_in().rows(name.removesuffix(".csv"))[0]}
    assert columns >= {*CLOSED, *DEGREES}
