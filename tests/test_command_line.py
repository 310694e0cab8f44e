"""The command line: exit codes, what is printed where, and the files written."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from analysis import __main__
from analysis.__main__ import main
from analysis.conventions import NAMES

INTO_FOLDERS = [[*command, "seeds", "--out", __file__] for command in (["tables"], ["export", "acled"], ["report"])]
LEAD = "AMMAN -- Air strikes killed at least 14 civilians in Raqqa on Monday, a monitor said."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles: one with a date, one without."""
    source = tmp_path / "articles"
    source.mkdir()
    (source / "dated.txt").write_text(f" date 2017-03-07 {LEAD}")
    (source / "undated.txt").write_text("A monitor said that 30 people were wounded.")
    return source


def test_claims_are_written_and_summed_up(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "new" / "claims.csv"
    assert main(["claims", str(folder), "--out", str(out)]) == 0
    printed = capsys.readouterr()
    assert "2 articles read, 2 claims found" in printed.out
    hint = "state it in an articles.csv, or in the column published"
    assert f"1 article with no date (its claims stay undated; {hint}): undated" in printed.out
    assert printed.err == ""
    with out.open(newline="") as lines:
        dated, undated = csv.DictReader(lines)
    start = f" date 2017-03-07 {LEAD}".index("at least 14")
    assert (dated["claim_id"], dated["article_id"], dated["published"]) == (f"dated:{start}", "dated", "2017-03-07")
    assert (dated["evidence"], dated["measure"], dated["date_end"]) == ("at least 14", "killed", "2017-03-06")
    assert (undated["published"], undated["date_end"]) == ("", "")
    assert [path.name for path in out.parent.iterdir()] == ["claims.csv"]


def test_several_undated_articles_have_their_claims(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "another.txt").write_text("A monitor said that 20 people were wounded.")
    assert main(["claims", str(folder), "--out", str(tmp_path / "claims.csv")]) == 0
    assert "2 articles with no date (their claims stay undated; " in capsys.readouterr().out


def test_every_kind_of_claims_file_scores_alike(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = tmp_path / "gold.jsonl"
    text = (folder / "dated.txt").read_text()
    start = text.index("at least 14")
    coded = {"start_char": start, "end_char": start + 11, "measure": "killed", "group": "civilians", "value": 14, "low": 14, "high": None}
    gold.write_text(json.dumps({"id": "dated", "text": text, "claims": [coded | {"qualifier": "at_least", "unit": "people"}]}))
    scores = []
    for suffix in ("csv", "jsonl", "parquet"):
        out = tmp_path / f"claims.{suffix}"
        assert main(["claims", str(folder), "--out", str(out)]) == 0
        capsys.readouterr()
        assert main(["score", str(gold), str(out), "--json"]) == 0
        scores.append(json.loads(capsys.readouterr().out))
    assert scores[0]["core"] == {"precision": 1, "recall": 1, "f1": 1}
    assert scores[0] == scores[1] == scores[2]
    assert main(["score", str(gold), str(out), "--misses"]) == 0
    assert "found    precision 1.000  recall 1.000  F1 1.000" in capsys.readouterr().out


def test_tables_are_written_in_each_format(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "tables"
    assert main(["tables", str(folder), "--out", str(out), "--format", "csv", "--format", "parquet"]) == 0
    names = {path.name for path in out.iterdir()}
    assert {f"{table}.{form}" for table in ("articles", "claims", "casualties") for form in ("csv", "parquet")} <= names


def test_a_bad_article_is_a_warning_and_an_error_where_strict(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "empty.txt").touch()
    command = ["claims", str(folder), "--out", str(tmp_path / "claims.csv")]
    assert main(command) == 0
    assert capsys.readouterr().err == f"warning: {folder}/empty.txt: empty: left out; fill it or remove it\n"
    assert main([*command, "--strict"]) == 1
    assert capsys.readouterr().err == f"error: {folder}/empty.txt: empty: left out; fill it or remove it\n"


def test_explain_reads_one_article_as_in_its_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(folder / "dated.txt")]) == 0
    alone = capsys.readouterr().out
    assert alone.startswith("dated: published 2017-03-07 (stated)")
    assert "at least 14" in alone
    assert main(["explain", str(folder), "--id", "dated"]) == 0
    assert capsys.readouterr().out == alone


def test_explain_warns_of_its_own_article_only(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "empty.txt").touch()
    (folder / "old.txt").write_bytes("Shells killed three in the “old” town.".encode("cp1252"))
    assert main(["explain", str(folder / "dated.txt")]) == 0
    assert capsys.readouterr().err == ""
    assert main(["explain", str(folder / "old.txt")]) == 0
    assert capsys.readouterr().err.startswith(f"warning: {folder}/old.txt: not UTF-8, read as cp1252")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["claims", "no/such", "--out", "x.csv"], "no/such: no such file or folder"),
        (["tables", "no/such", "--out", "x"], "no/such: no such file or folder"),
        (["score", "no.jsonl", "no.csv"], "no.jsonl: No such file"),
        (["explain", "tests", "--id", "x"], "no articles"),
        (["explain", "seeds/none.txt"], "seeds/none.txt: no such file"),
        (["claims", "seeds", "--out", "x.csv", "--lexicon", "no/words"], "no/words: no such folder"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_exit_1(
    arguments: list[str], message: str, repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(repository)
    assert main(arguments) == 1
    error = capsys.readouterr().err
    assert error.startswith("error: ") and error.count("\n") == 1
    assert message in error


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "COMMAND"),
        (["sing"], "invalid choice"),
        (["claims", "seeds"], "--out"),
        (["claims", "seeds", "--out", "claims.xlsx"], "must end in .csv, .jsonl, .parquet"),
        (["tables", "seeds", "--out", "x", "--format", "xlsx"], "invalid choice"),
        *((call, f"{__file__} is a file; name a folder to write to") for call in INTO_FOLDERS),
        (["report", "--out", "x", "-p", "start"], "-p"),
    ],
)
def test_a_wrong_call_is_one_line_and_exit_2(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    error = capsys.readouterr().err
    assert error.startswith("error: ") and error.count("\n") == 1
    assert message in error


def test_claims_of_other_articles_are_not_scored(
    folder: Path, tmp_path: Path, repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "claims.csv"
    assert main(["claims", str(folder), "--out", str(out)]) == 0
    assert main(["score", str(repository / "data" / "gold" / "gold_seeds.jsonl"), str(out)]) == 1
    assert "claims.csv: no claim is of an article of" in capsys.readouterr().err


def test_a_strict_report_stops_at_a_bad_article(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "empty.txt").touch()
    assert main(["report", str(folder), "--out", str(tmp_path / "report"), "--strict"]) == 1
    assert capsys.readouterr().err == f"error: {folder}/empty.txt: empty: left out; fill it or remove it\n"
    assert not (tmp_path / "report").exists()


@pytest.mark.parametrize("command", ["claims", "tables", "export", "show", "report", "score", "scores", "explain"])
def test_help_tells_each_argument(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main([command, "--help"])
    assert stop.value.code == 0
    assert "usage: python -m analysis" in capsys.readouterr().out


def test_help_is_quick_to_import() -> None:
    heavy = "sorted({'pandas', 'matplotlib', 'pyarrow', 'papermill'} & sys.modules.keys())"
    code = f"import sys, analysis.__main__; print({heavy})"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_vague_words_and_households_are_choices_of_the_tables(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "dated.txt").write_text(" date 2017-03-07 AMMAN -- Dozens of families fled Raqqa on Monday, a monitor said.")
    out = tmp_path / "tables"
    assert main(["tables", str(folder), "--out", str(out), "--vague", "acled", "--household", "5", "6"]) == 0
    with (out / "flight.csv").open(newline="") as lines:
        (row,) = csv.DictReader(lines)
    assert (row["low"], row["people_low"], row["people_high"]) == ("12.0", "60.0", "72.0")
    with (out / "claims.csv").open(newline="") as lines:
        assert next(csv.DictReader(lines))["low"] == "24.0"
    assert "ACLED's rule" in (out / "README.md").read_text()
    capsys.readouterr()
    assert main(["tables", str(folder), "--out", str(out), "--household", "6", "5"]) == 1
    assert "error: household 6 to 5" in capsys.readouterr().err


def test_the_conventions_are_those_of_the_package() -> None:
    assert __main__.VAGUE == NAMES
