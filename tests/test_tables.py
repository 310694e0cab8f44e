"""Frames from claims: the declared schema, the links, the files."""

import csv
from pathlib import Path

import pandas as pd
import pytest

from analysis import schema
from analysis.articles import Article, Articles, read_articles
from analysis.exports import export
from analysis.extraction.lexicon import Lexicon
from analysis.schema import SchemaError
from analysis.tables import VIEWS, build_tables, spreadsheet_safe, write_frame, write_tables

TEXT = (
    "BEIRUT -- Air strikes killed 12 people including five children near Raqqa on Monday, a monitor said.\n\n"
    "More than 3,000 people have fled the town since Sunday. IS lost 60 percent of its territory."
)


@pytest.fixture(scope="module")
def tables(lexicon: Lexicon) -> dict[str, pd.DataFrame]:
    published = pd.Timestamp("2017-03-07").date()
    return build_tables(Articles([Article("a", TEXT, published, "stated", title="=1+1"), Article("b", "Nothing happened.")]), lexicon)


def test_every_claim_points_at_its_words(tables: dict[str, pd.DataFrame]) -> None:
    claims = tables["claims"]
    assert claims["evidence"].tolist() == ["12", "five", "More than 3,000", "60 percent"]
    assert [TEXT[a:b] for a, b in zip(claims["start_char"], claims["end_char"], strict=True)] == claims["evidence"].tolist()
    assert claims["claim_id"].tolist() == [f"a:{start}" for start in claims["start_char"]]


def test_a_part_names_its_total_by_id(tables: dict[str, pd.DataFrame]) -> None:
    claims = tables["claims"]
    assert claims["part_of"].fillna("").tolist() == ["", claims["claim_id"][0], "", ""]


def test_the_views_share_out_the_claims(tables: dict[str, pd.DataFrame]) -> None:
    assert {name: tables[name]["evidence"].tolist() for name in VIEWS} == {
        "casualties": ["12", "five"],
        "displacement": ["More than 3,000"],
        "territory": ["60 percent"],
    }


def test_an_article_without_claims_keeps_its_row(tables: dict[str, pd.DataFrame]) -> None:
    assert tables["articles"]["claims"].tolist() == [4, 0]
    assert tables["articles"]["published"].isna().tolist() == [False, True]


def test_no_article_gives_empty_tables_of_the_declared_types(lexicon: Lexicon) -> None:
    for name, frame in build_tables(Articles(), lexicon).items():
        assert frame.empty
        expected = [schema.DTYPES[column.type] for column in schema.TABLES[name]]
        assert [str(dtype) for dtype in frame.dtypes] == expected


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("measure", "lost", "column measure: lost not among killed"),
        ("evidence", None, "column evidence: null in row 0"),
        ("low", 13.0, "low is above high"),
        ("start_char", 10_000, "start_char is above end_char"),
        ("start_char", "x", "column start_char: not of type integer"),
        ("date_start", "2020-01-01", "date_start is above date_end"),
    ],
)
def test_a_frame_that_does_not_fit_says_where(tables: dict[str, pd.DataFrame], column: str, value: object, message: str) -> None:
    wrong = tables["claims"].astype(object)
    wrong.loc[0, column] = value
    with pytest.raises(SchemaError, match=message):
        schema.conform(wrong, "claims")


def test_a_missing_column_and_a_double_id_are_named(tables: dict[str, pd.DataFrame]) -> None:
    with pytest.raises(SchemaError, match="table claims: no column place, speaker"):
        schema.conform(tables["claims"].drop(columns=["place", "speaker"]), "claims")
    with pytest.raises(SchemaError, match="claim_id a:29 stands twice"):
        schema.conform(pd.concat([tables["claims"].iloc[[0]]] * 2, ignore_index=True), "claims")


def test_csv_is_plain_and_safe_in_a_spreadsheet(tables: dict[str, pd.DataFrame], tmp_path: Path) -> None:
    write_tables(tables, tmp_path)
    with (tmp_path / "claims.csv").open(newline="") as lines:
        row = next(csv.DictReader(lines))
    assert (row["start_char"], row["published"], row["date_end"], row["part_of"]) == ("29", "2017-03-07", "2017-03-06", "")
    with (tmp_path / "articles.csv").open(newline="") as lines:
        assert next(csv.DictReader(lines))["title"] == "'=1+1"


@pytest.mark.parametrize("text", ["=1+1", "+2", "-3", "@x", "\tx", "'=1", "'quoted'", "plain", "a=b"])
def test_what_a_spreadsheet_would_run_can_be_restored(text: str) -> None:
    (safe,) = spreadsheet_safe(pd.DataFrame({"title": pd.Series([text], dtype="string")}))["title"]
    assert not safe.startswith(("=", "+", "-", "@", "\t"))
    assert safe.removeprefix("'") == text


def test_files_of_each_kind_hold_the_same(tables: dict[str, pd.DataFrame], tmp_path: Path) -> None:
    claims = tables["claims"]
    paths = [write_frame(claims, tmp_path / f"claims.{suffix}") for suffix in ("csv", "jsonl", "parquet")]
    read = [pd.read_csv(paths[0]), pd.read_json(paths[1], lines=True, precise_float=True), pd.read_parquet(paths[2])]
    for frame in read:
        assert list(frame.columns) == list(claims.columns)
        assert frame["evidence"].tolist() == claims["evidence"].tolist()
        assert frame["low"].tolist() == claims["low"].tolist()
    assert not list(tmp_path.glob(".*"))
    with pytest.raises(ValueError, match="unknown ending"):
        write_frame(claims, tmp_path / "claims.xlsx")


def test_the_dictionary_names_every_column() -> None:
    text = schema.dictionary()
    for columns in schema.TABLES.values():
        assert all(f"| `{column.name}` |" in text for column in columns)


def test_the_published_data_set_is_what_the_seeds_give(repository: Path, lexicon: Lexicon, tmp_path: Path) -> None:
    export("datapackage", read_articles(repository / "seeds", lexicon=lexicon), tmp_path, lexicon)
    published = repository / "data" / "claims"
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(p.name for p in published.iterdir())
    for path in tmp_path.iterdir():
        assert path.read_text() == (published / path.name).read_text(), f"{path.name}: run make data"
