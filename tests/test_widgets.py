"""The widgets' logic without a browser: what the filters leave, what the list says, which claim is framed."""

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest

from analysis.session import Session, known_names
from analysis.widgets import explorer

TEXT = (
    "A strike on Hajin killed 54 people including 28 civilians on Tuesday, a monitor said. "
    "Some 900 people fled Raqqa on Monday, the UN said."
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    (folder / "a.txt").write_text(f"date 2018-11-14 {TEXT}", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def run(folder: Path) -> Session:
    return Session(str(folder))


@pytest.fixture
def parts(run: Session) -> dict[str, Any]:
    """The widgets by their label, the list as "list", the article as "text", the chart as "chart"."""
    filters, count, rows, below = explorer(run.read, run.claims, run.tables["events"]).children
    chart, text = below.children
    return {widget.description: widget for widget in filters.children} | {"count": count, "chart": chart, "list": rows, "text": text}


def listed(parts: dict[str, Any]) -> list[str]:
    return [": ".join(re.split("\u00a0{2,}", label)[1:3]).replace("\u00a0", " ") for label, _ in parts["list"].options]


def test_all_claims_are_listed_by_day(parts: dict[str, Any]) -> None:
    assert listed(parts) == ["displaced: Some 900 people", "killed: 54 people", "killed: 28 civilians"]
    assert "<b>3</b> of 3" in parts["count"].value


@pytest.mark.parametrize(
    ("widget", "value", "left"),
    [
        ("Measure", "displaced", ["displaced: Some 900 people"]),
        ("Group", "civilians", ["killed: 28 civilians"]),
        ("Speaker", "un", ["displaced: Some 900 people"]),
        ("Place", "Hajin", ["killed: 54 people", "killed: 28 civilians"]),
        ("Search", "MONITOR", ["killed: 54 people", "killed: 28 civilians"]),
        ("Search", "(", []),
        ("From", dt.date(2018, 11, 13), ["killed: 54 people", "killed: 28 civilians"]),
        ("To", dt.date(2018, 11, 12), ["displaced: Some 900 people"]),
        ("Sort by", "number", ["killed: 28 civilians", "killed: 54 people", "displaced: Some 900 people"]),
    ],
)
def test_a_filter_changes_list_and_chart(widget: str, value: object, left: list[str], parts: dict[str, Any]) -> None:
    before = parts["chart"].value
    parts[widget].value = value
    assert listed(parts) == left
    assert (parts["chart"].value == before) is (len(left) == 3)


def test_words_without_a_number_stand_last(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "date 2018-11-14 IS held large parts of Iraq in 2014. Shelling killed 12 people in Homs on Monday.", encoding="utf-8"
    )
    run = Session(str(tmp_path))
    options = explorer(run.read, run.claims, run.tables["events"]).children[2].options
    assert ["large" in label for label, _ in options] == [False, True]


def test_the_lines_are_columns(parts: dict[str, Any]) -> None:
    """Each cell begins where the cell above begins, and spaces are those that a browser keeps."""
    labels = [label for label, _ in parts["list"].options]
    assert not any(" " in label for label in labels)
    assert len({(label.index("killed"), label.index("Hajin"), label.index("Syrian")) for label in labels[1:]}) == 1
    assert labels[0].index("displaced") == labels[1].index("killed")


def test_a_chosen_line_frames_its_claim(parts: dict[str, Any]) -> None:
    parts["list"].value = next(key for label, key in parts["list"].options if "28" in label)
    framed = parts["text"].value.split("outline:3px")
    assert len(framed) == 2
    assert framed[1].split("</mark>")[0].endswith(">28")
    assert "outline:2px dashed" in framed[0]  # the 54 that it is a part of
    parts["Search"].value = "nothing like this"
    assert parts["text"].value == ""


def test_parameters_may_be_text_as_papermill_gives_them(folder: Path) -> None:
    run = Session(str(folder), groups="civilians", formats="pdf", widths="slide,single", household="4, 6", vague="low")
    assert (run.formats, run.widths, set(run.claims["group"])) == (["pdf"], ["slide", "single"], {"civilians"})


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({"start": "June"}, "start 'June' is no day; write it as 2018-06-01"),
        ({"end": 2018}, "end 2018 is no day"),
        ({"vague": "acle"}, "unknown convention of vague words 'acle'; known: acled"),
        ({"formats": "gif"}, "unknown format 'gif'; known: pdf, png, svg"),
        ({"widths": ["poster"]}, "unknown width 'poster'; known: double"),
    ],
)
def test_a_wrong_parameter_of_a_notebook_is_named(folder: Path, parameters: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Session(str(folder), **parameters)


@pytest.mark.parametrize(("name", "shown"), [("events", 2), ("responses", 0)])
def test_a_table_is_shown_in_words(name: str, shown: int, run: Session) -> None:
    told = run.show(name, rows=2)
    assert (0 if told is None else len(told)) == shown


def test_a_published_figure_is_shown_beside_claims_on_its_place(run: Session, tmp_path: Path) -> None:
    """The tolls of Hajin beside an article on Hajin; not beside one on Raqqa, nor on Hajin years before."""
    tolls = run.reference("tolls")
    assert tolls is not None and tolls["battle"].unique().tolist() == ["Hajin to Baghuz"]
    assert run.reference("camps") is not None  # those who fled the battle came there
    for name, text in (("raqqa", "date 2018-11-14 A strike on Raqqa"), ("before", "date 2016-11-14 A strike on Hajin")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(f"{text} on Tuesday killed 54 people.", encoding="utf-8")
        other = Session(str(tmp_path / name))
        assert other.reference("tolls") is other.reference("camps") is None


def test_names_of_a_parameter() -> None:
    assert known_names("speaker", "sohr, un", ["sohr", "un"]) == known_names("speaker", ["sohr", "un"], ["sohr", "un"]) == ["sohr", "un"]
    assert known_names("speaker", "", ["sohr"]) == []
    with pytest.raises(ValueError, match="unknown speaker 'observatory'; known: sohr, un"):
        known_names("speaker", "observatory", ["un", "sohr"])
