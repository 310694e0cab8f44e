"""The whole report of one source: notebooks run with papermill, pages, figures, tables, and an index to send to an editor."""

import ast
import contextlib
import hashlib
import html
import json
import os
import re
import shutil
import tempfile
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path

import nbformat
from nbconvert import HTMLExporter
from nbformat import NotebookNode
from tqdm import tqdm

from analysis.articles import read_articles
from analysis.extraction.lexicon import Lexicon
from analysis.schema import GROUPS
from analysis.session import PROJECT, find_source
from analysis.tables import build_tables, write_tables

NOTEBOOKS = PROJECT / "notebooks"
PROVIDED = ("articles", "figures")  # parameters that the report itself gives
CHOICES = {"vague": ("interval", "acled", "midpoint", "low"), "formats": ("svg", "pdf", "png"), "groups": GROUPS}
DAY = re.compile(r"\d{4}-\d\d-\d\d")
WORKERS = 2


class ReportError(ValueError):
    """A report cannot be made as asked, or a notebook failed; the message names which and what to do."""


def run_report(source: str | Path, out: str | Path, parameters: dict[str, str]) -> None:
    """Run every notebook on ``source`` and write the report into the folder ``out``, replacing an earlier one.

    ``parameters`` holds raw text for any parameter of the notebooks but articles and figures; lists are parted by commas. All is
    made in a folder beside ``out`` and renamed at the end. Raises ReportError for a wrong parameter or a failed notebook.
    """
    given = check_parameters(parameters)
    source, out = find_source(str(source)), Path(out)
    lexicon = Lexicon(str(given["lexicon"])) if given.get("lexicon") else Lexicon()
    articles = read_articles(source, lexicon=lexicon)
    tables = build_tables(articles, lexicon)
    out.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.parent))
    try:
        write_tables(tables, beside / "tables")
        run_notebooks(source, beside, given)
        (beside / "index.html").write_text(index_page(source, beside, given), encoding="utf-8")
        _replace(beside, out)
    except ReportError:
        failed = out.with_name(f"{out.name}-failed")
        _replace(beside, failed)
        raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    figures = len(list((out / "figures").glob("*.csv")))
    print(f"{len(articles)} articles, {len(tables['claims'])} claims, {figures} figures; read {out / 'index.html'}")
    for notebook in sorted(out.glob("*.ipynb")):
        for line in _findings(nbformat.read(notebook, as_version=4))[:2]:
            print(f"  {notebook.stem}: {re.sub(r'[*`]', '', line)}")


def notebook_parameters(notebook: Path) -> dict[str, object]:
    """The parameters of a notebook and their defaults, read from its tagged cell; only literals stand there."""
    nb = nbformat.read(notebook, as_version=4)
    cell = next((c for c in nb.cells if "parameters" in c.metadata.get("tags", [])), None)
    if cell is None:
        raise ReportError(f"{notebook.name}: no cell is tagged parameters")
    return {node.targets[0].id: ast.literal_eval(node.value) for node in ast.parse(cell.source).body if isinstance(node, ast.Assign)}  # type: ignore[attr-defined]


def check_parameters(raw: dict[str, str]) -> dict[str, object]:
    """Raw text into typed values, by the defaults of the notebooks; raises ReportError for an unknown name, a wrong type or order."""
    known: dict[str, object] = {}
    for notebook in sorted(NOTEBOOKS.glob("*.ipynb")):
        known |= notebook_parameters(notebook)
    typed: dict[str, object] = {}
    for name, text in raw.items():
        if name not in known or name in PROVIDED:
            raise ReportError(f"unknown parameter {name}; known: {', '.join(k for k in known if k not in PROVIDED)}")
        value: object = [part.strip() for part in text.strip("[]").replace('"', "").replace("'", "").split(",") if part.strip()] if isinstance(known[name], list) else text
        for part in value if isinstance(value, list) else [value]:
            if name in CHOICES and part not in CHOICES[name]:
                raise ReportError(f"parameter {name}: {part!r} is none of {', '.join(CHOICES[name])}")
        if name in ("start", "end") and text and not (DAY.fullmatch(text) and _is_day(text)):
            raise ReportError(f"parameter {name}: {text!r} is no day; write it as 2018-06-01")
        typed[name] = value
    if typed.get("start") and typed.get("end") and str(typed["start"]) > str(typed["end"]):
        raise ReportError(f"start {typed['start']} is after end {typed['end']}; give the earlier day as start")
    return typed


def _is_day(text: str) -> bool:
    import datetime as dt

    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def run_notebooks(source: Path, folder: Path, parameters: dict[str, object]) -> None:
    """Execute every notebook into ``folder``, with a page of each and the figures; a progress bar on a terminal."""
    settings = folder / ".settings"
    environment = {"IPYTHONDIR": str(settings / "ipython"), "MPLCONFIGDIR": str(settings / "matplotlib"), "JUPYTER_PLATFORM_DIRS": "1", "PYTHONHASHSEED": "0"}
    os.environ |= environment
    (settings / "ipython" / "profile_default").mkdir(parents=True)
    (settings / "ipython" / "profile_default" / "ipython_kernel_config.py").write_text("c.IPKernelApp.log_level = 50\n", encoding="utf-8")
    notebooks = sorted(NOTEBOOKS.glob("*.ipynb"))
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("fork")) as pool:
        jobs = {pool.submit(_run, notebook, source, folder, parameters): notebook for notebook in notebooks}
        for job in tqdm(as_completed(jobs), total=len(jobs), desc="notebooks", disable=None):
            job.result()
    shutil.rmtree(settings, ignore_errors=True)


def _run(notebook: Path, source: Path, folder: Path, parameters: dict[str, object]) -> None:
    import papermill

    done = folder / notebook.name
    figures = folder / "figures"
    own = {name: value for name, value in parameters.items() if name in notebook_parameters(notebook)}
    try:
        with open(os.devnull, "w", encoding="utf-8") as quiet, contextlib.redirect_stderr(quiet):
            papermill.execute_notebook(
                str(notebook), str(done), {**own, "articles": str(source.resolve()), "figures": str(figures.resolve())},
                kernel_name="python3", progress_bar=False, log_output=False,
            )  # fmt: skip
    except papermill.PapermillExecutionError as error:
        raise ReportError(f"{notebook.name}, cell {error.cell_index}: {error.ename}: {error.evalue}; the failed notebook is kept beside the report") from None
    nb = nbformat.read(done, as_version=4)
    normalise(nb, {str(source.resolve()): str(source), str(figures.resolve()): "figures"})
    nbformat.write(nb, done)
    (folder / f"{notebook.stem}.html").write_text(page(nb, notebook.stem), encoding="utf-8")


def normalise(nb: NotebookNode, paths: dict[str, str]) -> None:
    """Take out of an executed notebook what differs from run to run: times, ids, and the paths of this machine."""
    nb.metadata = NotebookNode({k: nb.metadata[k] for k in ("kernelspec", "language_info") if k in nb.metadata})
    for number, cell in enumerate(nb.cells):
        cell["id"] = f"cell-{number:02d}"
        tags = cell.metadata.get("tags", [])
        cell.metadata = NotebookNode({"tags": tags} if tags else {})
        if "injected-parameters" in tags:
            for path, shown in paths.items():
                cell.source = cell.source.replace(path, shown)


def page(nb: NotebookNode, title: str) -> str:
    """An executed notebook as one HTML page without code and without any outside address."""
    exporter = HTMLExporter(template_name="lab", exclude_input=True, exclude_input_prompt=True, exclude_output_prompt=True)
    for name in ("require_js_url", "mathjax_url", "mermaid_js_url", "jquery_url"):
        setattr(exporter, name, "")
    body, _ = exporter.from_notebook_node(nb, resources={"metadata": {"name": title}})
    return body


def index_page(source: Path, folder: Path, parameters: dict[str, object]) -> str:
    """The page to begin with: findings, figures with their captions, links to everything, parameters and the input's hash."""
    sections, links = [], []
    for notebook in sorted(folder.glob("*.ipynb")):
        nb = nbformat.read(notebook, as_version=4)
        name = nb.cells[0].source.splitlines()[0].lstrip("# ")
        links.append(f'<li><a href="{notebook.stem}.html">{html.escape(name)}</a> (<a href="{notebook.name}">notebook</a>)</li>')
        items = "".join(f"<li>{_inline(line)}</li>" for line in _findings(nb))
        sections.append(f"<h3>{html.escape(name)}</h3><ul>{items}</ul>")
    figures = "".join(_figure(path) for path in sorted((folder / "figures").glob("*.caption.txt")))
    tables = "".join(f'<li><a href="tables/{p.name}">{p.name}</a></li>' for p in sorted((folder / "tables").iterdir()))
    used = html.escape(json.dumps(parameters, sort_keys=True)) if parameters else "the defaults"
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>What was said: {html.escape(source.name)}</title>
<style>
:root {{ color-scheme: light dark }}
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }}
figure {{ margin: 2rem 0 }} figure img {{ max-width: 100%; background: #fff }} figcaption {{ font-size: .85rem }}
code {{ font-size: .8rem; overflow-wrap: anywhere }}
@media print {{ figure {{ break-inside: avoid }} }}
</style></head><body><main>
<h1>What was said about the dead, the displaced and the land</h1>
<p>Source: {html.escape(source.name)}. Every figure is what a source said; the mark in brackets is the claim's id, the row of
<a href="tables/claims.csv">claims.csv</a> with its words and their place in the article.</p>
<h2>Findings</h2>{"".join(sections)}
<h2>Pages</h2><ul>{"".join(links)}</ul>
<h2>Figures</h2>{figures}
<h2>Tables</h2><ul>{tables}</ul>
<h2>How it was made</h2><p>Parameters: <code>{used}</code>. Input (SHA-256): <code>{fingerprint(source)}</code>. A rule-based reading of English agency prose,
which makes mistakes: look at the words before you print a number.</p>
</main></body></html>
"""


def fingerprint(source: Path) -> str:
    """SHA-256 over the names and bytes of a source."""
    digest = hashlib.sha256()
    for path in sorted(source.rglob("*")) if source.is_dir() else [source]:
        if path.is_file():
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _figure(caption: Path) -> str:
    name = caption.name.removesuffix(".caption.txt")
    files = sorted(p for p in caption.parent.glob(f"{name}.*") if p.suffix in (".svg", ".pdf", ".png", ".csv"))
    picture = next((p.name for ending in (".svg", ".png") for p in files if p.suffix == ending), None)
    alt = html.escape(caption.with_name(f"{name}.txt").read_text(encoding="utf-8").strip(), quote=True)
    image = f'<img src="figures/{picture}" alt="{alt}">' if picture else ""
    links = " · ".join(f'<a href="figures/{p.name}">{p.suffix[1:].upper()}</a>' for p in files)
    source = caption.read_text(encoding="utf-8").strip().rsplit(" Source: ", 1)[-1]
    return f"<figure>{image}<figcaption>Source: {html.escape(source)}. {links}</figcaption></figure>"


def _findings(nb: NotebookNode) -> list[str]:
    """The lines of the first Markdown that a code cell of the notebook emits."""
    for cell in nb.cells:
        for output in cell.get("outputs", []):
            text = output.get("data", {}).get("text/markdown", "")
            if text.startswith("- "):
                return [line.removeprefix("- ") for line in text.splitlines()]
    return []


def _inline(line: str) -> str:
    """Bold and code of a finding as HTML; the article's words in it are escaped already."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", re.sub(r"\*\*([^*]+)\*\*", r"<strong>\1</strong>", line))


def _replace(made: Path, place: Path) -> None:
    """Put a finished folder in the place of an older one."""
    old = place.with_name(f".{place.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if place.exists():
        place.rename(old)
    made.chmod(0o755)
    made.rename(place)
    shutil.rmtree(old, ignore_errors=True)
