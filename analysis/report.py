"""The whole report of one source: notebooks run with papermill, pages, figures, tables, and an index to send to an editor."""

import ast
import contextlib
import os
import re
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import nbformat
import papermill
from nbformat import NotebookNode

from analysis import citations, conventions, evidence, explorer, notebook_pages, pages, style
from analysis.articles import read_articles
from analysis.estimates import household_of, made_with
from analysis.pdf import find_browser, print_pdf
from analysis.schema import GROUPS
from analysis.session import FORMATS, PROJECT, day_of, find_source, parts
from analysis.tables import build_tables, write_tables
from analysis.vocabulary import open_vocabulary, speakers_of

NOTEBOOKS = PROJECT / "notebooks"
PROVIDED = ("articles", "figures")  # parameters that the report itself gives
CHOICES = {"vague": conventions.NAMES, "formats": FORMATS, "groups": GROUPS, "widths": tuple(style.WIDTHS)}
MARKERS = ("papermill-error-cell-tag", "injected-parameters")  # cells that papermill adds
WORKERS = 2
SHOWN = 2  # findings of each notebook in the summary


class ReportError(ValueError):
    """A report cannot be made as asked, or a notebook failed; the message names which and what to do."""


class ParameterError(ReportError):
    """A parameter is unknown, of the wrong type, or contradicts another."""


def run_report(source: str | Path, out: str | Path, parameters: dict[str, str], pdf: bool = False, strict: bool = False) -> None:
    """Run every notebook on ``source`` and write the report into the folder ``out``, replacing an earlier report; print a summary.

    ``parameters`` holds raw text for any parameter of the notebooks but articles and figures; lists are parted by commas. All is
    made in a folder beside ``out`` and renamed at the end. Raises ParameterError before anything runs; ReportError where ``out``
    holds something else, or where a notebook fails: what was made by then is kept beside ``out``, named so. ``pdf``: print the index
    too; PdfError where no browser is there, which is asked first. ``strict``: SourceError at the first article with a problem.
    """
    given = check_parameters(parameters)
    if pdf:
        find_browser()
    source, out = find_source(str(source)), Path(out)
    if out.exists() and not _replaceable(out):
        raise ReportError(f"{out} exists and is no report of this program; name another folder, or empty it")
    print(f"reading {source}, then running the notebooks on it, which takes some minutes", flush=True)
    lexicon = open_vocabulary(*_folder(given))
    articles = read_articles(source, strict=strict, lexicon=lexicon)
    vague, household = given.get("vague", "interval"), household_of(given.get("household", ()))
    tables = build_tables(articles, lexicon, vague, household)
    problems = [str(problem).replace(str(source), source.name) for problem in articles.problems]
    for problem in articles.problems:
        print(f"warning: {problem}", file=sys.stderr)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{out.name}.", dir=out.parent) as workshop:
        made = Path(workshop, "report")
        write_tables(tables, made / "tables", note=made_with(vague, household))
        try:
            _run_notebooks(source, made, given)
        except ReportError as error:
            failed = out.with_name(f"{out.name}-failed")
            _replace(made, failed)
            raise ReportError(f"{error}; what was made by then is in {failed}") from error
        named = {claim.rpartition(":")[0] for claim in notebook_pages.cited(made)}
        (made / "evidence.html").write_text(evidence.page(articles, tables["claims"], named), encoding="utf-8")
        known = citations.anchors(made)
        for path in sorted(made.glob("*.ipynb")):
            nb = nbformat.read(path, as_version=4)
            made_page = notebook_pages.page(nb, path.stem, made / "figures", known)
            path.with_suffix(".html").write_text(made_page, encoding="utf-8")
        (made / "explore.html").write_text(explorer.page(articles, tables, f"Claims: {source.name}"), encoding="utf-8")
        index = pages.index_page(made, source.name, articles.fingerprint, given, problems, tables["events"])
        (made / "index.html").write_text(index, encoding="utf-8")
        if pdf:
            print_pdf(made / "index.html", made / "index.pdf")
        _replace(made, out)
    figures = len(list((out / "figures").glob("*.caption.txt")))
    print(f"articles {len(articles)}, claims {len(tables['claims'])}, figures {figures}: open {out / 'index.html'}")
    print(f"beside it: notebooks and their pages, explore.html, evidence.html (the words), figures/, tables/ ({', '.join(tables)})")
    told = set[str]()
    for path in sorted(out.glob("*.ipynb")):
        lines = [line for line in notebook_pages.findings(nbformat.read(path, as_version=4)) if line not in told][:SHOWN]
        told.update(lines)
        for line in lines:
            print(f"  {path.stem}: {re.sub(r'[*`]', '', citations.NAMED.sub('', line))}")


def notebook_parameters(notebook: Path) -> dict[str, object]:
    """The parameters of a notebook and their defaults, read from its tagged cell; only literals stand there."""
    nb = nbformat.read(notebook, as_version=4)
    cell = next((c for c in nb.cells if "parameters" in c.metadata.get("tags", [])), None)
    if cell is None:
        raise ReportError(f"{notebook.name}: no cell is tagged parameters")
    assigned = (node for node in ast.parse(cell.source).body if isinstance(node, ast.Assign))
    return {ast.unparse(node.targets[0]): ast.literal_eval(node.value) for node in assigned}


def check_parameters(raw: dict[str, str]) -> dict[str, Any]:
    """Raw text into typed values, by the defaults of the notebooks.

    Raises ParameterError for an unknown name, a value that is none of those known, a day that is none, or a start after the end.
    """
    known: dict[str, object] = {}
    for notebook in sorted(NOTEBOOKS.glob("*.ipynb")):
        known |= notebook_parameters(notebook)
    choices = CHOICES | {"speakers": tuple(sorted(speakers_of(open_vocabulary(*_folder(raw)))))}
    typed: dict[str, Any] = {}
    for name, text in raw.items():
        if name not in known or name in PROVIDED:
            raise ParameterError(f"unknown parameter {name}; known: {', '.join(k for k in known if k not in PROVIDED)}")
        value = parts(text) if isinstance(known[name], list) else text
        for part in value if isinstance(value, list) else [value]:
            if name in choices and part not in choices[name]:
                raise ParameterError(f"parameter {name}: {part!r} is none of {', '.join(choices[name])}")
        if name in ("start", "end"):
            _check_day(name, text)
        typed[name] = _household(value) if name == "household" and isinstance(value, list) else value
    if typed.get("start") and typed.get("end") and str(typed["start"]) > str(typed["end"]):
        raise ParameterError(f"start {typed['start']} is after end {typed['end']}; give the earlier day as start")
    return typed


def _household(sizes: list[str]) -> list[float]:
    try:
        numbers = [float(size) for size in sizes]
        household_of(numbers)
    except (ValueError, TypeError) as error:
        raise ParameterError(f"parameter household: give two numbers above 0, the smaller first, as 3.45,3.63 ({error})") from error
    return numbers


def normalise(nb: NotebookNode, shown: dict[str, str]) -> None:
    """Take out of an executed notebook what differs from run to run: papermill's metadata, times, ids, and the run's own parameters.

    ``shown``: what stands for the value of a parameter in the published notebook.
    """
    nb.metadata = NotebookNode({k: nb.metadata[k] for k in ("kernelspec", "language_info") if k in nb.metadata})
    for number, cell in enumerate(nb.cells):
        cell["id"] = f"cell-{number:02d}"
        tags = cell.metadata.get("tags", [])
        cell.metadata = NotebookNode({"tags": tags} if tags else {})
        if "interactive" in tags and cell.cell_type == "code":
            cell.outputs = []  # a widget lives only while its kernel does
        if "injected-parameters" in tags:
            for name, value in shown.items():
                cell.source = re.sub(rf"(?m)^{name} = .*$", lambda _, n=name, v=value: f"{n} = {v!r}", cell.source)


def _run_notebooks(source: Path, folder: Path, parameters: dict[str, object]) -> None:
    """Execute every notebook into ``folder``, with its figures; a line for each that is done."""
    settings = folder.with_name("settings")  # a user's own start-up files and styles stay out
    profile = settings / "ipython" / "profile_default"
    profile.mkdir(parents=True)
    (profile / "ipython_kernel_config.py").write_text("c.IPKernelApp.log_level = 50\n", encoding="utf-8")
    environment = {"MPLCONFIGDIR": str(settings.resolve() / "matplotlib")} | dict(os.environ)
    environment |= {"IPYTHONDIR": str(settings.resolve() / "ipython"), "JUPYTER_PLATFORM_DIRS": "1", "PYTHONHASHSEED": "0"}
    notebooks = sorted(NOTEBOOKS.glob("*.ipynb"))
    with ProcessPoolExecutor(WORKERS, get_context("fork"), os.environ.update, (environment,)) as pool:
        jobs = [pool.submit(_run, notebook, source, folder, parameters) for notebook in notebooks]
        for notebook, job in zip(notebooks, jobs, strict=True):
            job.result()
            print(f"{notebook.stem} is done", flush=True)


def _run(notebook: Path, source: Path, folder: Path, parameters: dict[str, object]) -> None:
    done, figures = folder / notebook.name, folder / "figures"
    own = {name: value for name, value in parameters.items() if name in notebook_parameters(notebook)}
    own |= {"articles": str(source.resolve()), "figures": str(figures.resolve())}
    try:
        with Path(os.devnull).open("w", encoding="utf-8") as quiet, contextlib.redirect_stderr(quiet):
            papermill.execute_notebook(notebook, done, own, kernel_name="python3", progress_bar=False)
    except papermill.PapermillExecutionError as error:
        cell = _failed_cell(nbformat.read(done, as_version=4))
        raise ReportError(f"{notebook.name}, cell {cell}: {error.ename}: {error.evalue}") from None
    nb = nbformat.read(done, as_version=4)
    normalise(nb, {"articles": source.name if source.is_absolute() else source.as_posix(), "figures": "figures"})
    nbformat.write(nb, done)


def _failed_cell(nb: NotebookNode) -> int:
    """The place of the cell that failed in the notebook as committed, from 1; papermill's own cells do not count."""
    cells = [c for c in nb.cells if not set(MARKERS) & set(c.metadata.get("tags", []))]
    return next((i for i, c in enumerate(cells, 1) if any(o.output_type == "error" for o in c.get("outputs", []))), 0)


def _folder(given: dict[str, Any]) -> list[str]:
    """The folder of a vocabulary of one's own, if there is one."""
    return [given["lexicon"]] if given.get("lexicon") else []


def _check_day(name: str, text: str) -> None:
    try:
        day_of(name, text)
    except ValueError as error:
        raise ParameterError(f"parameter {error}") from None


def _replaceable(out: Path) -> bool:
    """An empty folder, or a report of an earlier run."""
    index = out / "index.html"
    return out.is_dir() and (not any(out.iterdir()) or (index.is_file() and pages.GENERATOR in index.read_text(encoding="utf-8")))


def _replace(made: Path, place: Path) -> None:
    """Put a finished folder in the place of an older one."""
    old = made.with_name("old")
    if place.exists():
        place.rename(old)
    made.rename(place)
