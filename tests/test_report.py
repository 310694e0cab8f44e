"""The report: parameters are checked first, a failure keeps what it has, and only a report is replaced."""

import re
from pathlib import Path

import nbformat
import pandas as pd
import pytest

from analysis import report as report_of
from analysis import style
from analysis.__main__ import PARAMETERS
from analysis.pages import index_page
from analysis.report import PROVIDED, ParameterError, ReportError, check_parameters, notebook_parameters, run_report
from analysis.schema import TABLES, conform
from analysis.session import slide

ARTICLE = " date 2017-03-07 AMMAN -- Air strikes killed at least 14 civilians in Raqqa on Monday, a monitor said."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A source of one article."""
    source = tmp_path / "articles"
    source.mkdir()
    (source / "one.txt").write_text(ARTICLE)
    return source


@pytest.fixture
def two_cells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One notebook in place of the project's; a test writes its second cell."""
    notebooks = tmp_path / "notebooks"
    notebooks.mkdir()
    monkeypatch.setattr(report_of, "NOTEBOOKS", notebooks)
    cells = [
        nbformat.v4.new_markdown_cell("# Title"),
        nbformat.v4.new_code_cell('articles = ""  # source\nfigures = ""\nstart = ""', metadata={"tags": ["parameters"]}),
        nbformat.v4.new_code_cell("1 / 0"),
    ]
    metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=metadata), notebooks / "1-x.ipynb")
    return notebooks


def test_the_notebooks_take_the_same_parameters(repository: Path) -> None:
    kinds = {str(notebook_parameters(path)) for path in (repository / "notebooks").glob("*.ipynb")}
    assert len(kinds) == 1


def test_the_help_names_every_parameter(repository: Path) -> None:
    assert set(PARAMETERS) == set(notebook_parameters(repository / "notebooks" / "1-claims.ipynb")) - set(PROVIDED)


@pytest.mark.parametrize(
    ("raw", "typed"),
    [
        ({}, {}),
        ({"start": "2018-06-01", "end": "2018-06-01"}, {"start": "2018-06-01", "end": "2018-06-01"}),
        ({"groups": "civilians, people"}, {"groups": ["civilians", "people"]}),
        ({"speakers": '["sohr", "un"]'}, {"speakers": ["sohr", "un"]}),
        ({"speakers": ""}, {"speakers": []}),
        ({"vague": "midpoint", "formats": "png"}, {"vague": "midpoint", "formats": ["png"]}),
        ({"household": "5, 5.5"}, {"household": [5.0, 5.5]}),
    ],
)
def test_parameters_are_typed_by_the_notebooks(raw: dict[str, str], typed: dict[str, object]) -> None:
    assert check_parameters(raw) == typed


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ({"begin": "2018-06-01"}, "unknown parameter begin; known: start, end"),
        ({"articles": "x"}, "unknown parameter articles"),
        ({"start": "2018-02-30"}, "start '2018-02-30' is no day"),
        ({"end": "June 2018"}, "is no day; write it as 2018-06-01"),
        ({"end": "20180601"}, "is no day"),
        ({"start": "2018-06-02", "end": "2018-06-01"}, "start 2018-06-02 is after end 2018-06-01"),
        ({"groups": "civilians,soldiers"}, "groups: 'soldiers' is none of civilians"),
        ({"speakers": "nasa"}, "speakers: 'nasa' is none of aid_agency, coalition, government, iraq, is, kurdish_officials, other, rebels"),
        ({"speakers": "press"}, "speakers: 'press' is none of"),
        ({"vague": "mean"}, "vague: 'mean' is none of interval"),
        ({"formats": "gif"}, "formats: 'gif' is none of svg"),
        ({"household": "5"}, "household: give two numbers"),
        ({"household": "6,5"}, "the smaller first"),
        ({"household": "many,more"}, "household: give two numbers"),
    ],
)
def test_wrong_parameters_are_named(raw: dict[str, str], message: str) -> None:
    with pytest.raises(ParameterError, match=re.escape(message)):
        check_parameters(raw)


@pytest.mark.parametrize(("height", "width"), [(1.2, style.SMALLEST_SLIDE), (3.6, 3.6 * 16 / 9), (6.0, 6.0 * 16 / 9)])
def test_a_slide_is_as_small_as_its_chart_allows(height: float, width: float) -> None:
    fig = slide(lambda inches: style.figure(inches, height))
    assert tuple(fig.get_size_inches()) == pytest.approx((width, width * 9 / 16))


def test_a_slide_holds_what_needs_more_lines_when_it_is_narrow() -> None:
    fig = slide(lambda inches: style.figure(inches, 2.0 + 4.0 / inches))
    assert fig.get_figwidth() / fig.get_figheight() == pytest.approx(16 / 9)
    assert fig.get_figheight() >= 2.0 + 4.0 / fig.get_figwidth() - 0.1


def test_only_a_report_is_replaced(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "diary.txt").write_text("dear diary")
    with pytest.raises(ReportError, match="mine exists and is no report"):
        run_report(folder, tmp_path / "mine", {})
    assert (tmp_path / "mine" / "diary.txt").exists()


def test_a_run_says_how_far_it_is(folder: Path, two_cells: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ReportError):
        run_report(folder, tmp_path / "out", {})
    assert capsys.readouterr().out.startswith(f"reading {folder}, then running the notebooks on it")


def test_a_failing_notebook_is_named_and_kept(folder: Path, two_cells: Path, tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"1-x\.ipynb, cell 3: ZeroDivisionError: division by zero; .*out-failed"):
        run_report(folder, tmp_path / "out", {})
    assert "ZeroDivisionError" in (tmp_path / "out-failed" / "1-x.ipynb").read_text()
    assert not (tmp_path / "out").exists()


def test_a_figure_that_is_pdf_alone_is_told_and_linked(tmp_path: Path) -> None:
    nb = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_markdown_cell("# X"), nbformat.v4.new_code_cell("run.draw(charts.flight, claims)")]
    )
    nbformat.write(nb, tmp_path / "1-x.ipynb")
    for name, text in (("caption.txt", "Title\nAbout.\nHow to read."), ("txt", "900 people fled."), ("pdf", "")):
        (tmp_path / "figures").mkdir(exist_ok=True)
        (tmp_path / "figures" / f"flight.{name}").write_text(text)
    (tmp_path / "tables").mkdir()
    (tmp_path / "evidence.html").touch()
    index = index_page(tmp_path, "x", "", {}, [], conform(pd.DataFrame(columns=[c.name for c in TABLES["events"]]), "events"))
    assert '<p>900 people fled.</p><figcaption>About. <span class="screen"><a href="figures/flight.pdf">PDF</a></span>' in index
    assert "<img" not in index
