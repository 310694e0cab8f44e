"""Executed notebooks as pages without code, and the index page of a report; nothing in them is loaded from elsewhere."""

import html
import json
import platform
import re
from collections.abc import Collection, Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from urllib.parse import quote

import nbformat
from nbconvert import HTMLExporter
from nbconvert.preprocessors import TagRemovePreprocessor
from nbformat import NotebookNode

ADDRESSES = ("require_js_url", "mathjax_url", "mermaid_js_url", "mermaid_layout_elk_js_url", "jquery_url", "jupyter_widgets_base_url")
GENERATOR = '<meta name="generator" content="analysis report">'  # by it a later run knows a report that it may replace
PACKAGES = ("analysis", "pandas", "numpy", "matplotlib", "seaborn", "papermill", "nbconvert")
PICTURES = (".svg", ".png")  # what a page can show, the better first
FIGURE_FILES = (*PICTURES, ".pdf", ".csv")
CODE = re.compile(r"`([^`]+)`")
ANCHOR = re.compile(r'<mark id="([^"]*)"')
DRAWN = re.compile(r"\bdraw\(charts\.(\w+)")  # a figure bears the name of its chart
INDEX = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">{generator}
<title>What was said: {source}</title>
<style>
:root {{ color-scheme: light dark }}
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }}
figure {{ margin: 2rem 0 }} figure img {{ max-width: 100%; background: #fff }} figcaption {{ font-size: .85rem }}
code {{ font-size: .8rem; overflow-wrap: anywhere }}
@media print {{ figure {{ break-inside: avoid }} }}
</style></head><body><main>
<h1>What was said about the dead, the displaced and the land</h1>
<p>Source: {source}. Every figure is what a source said. The mark in brackets is the claim's id: it leads to <a href="evidence.html">the
words in the article</a>, and names the row of <a href="tables/claims.csv">claims.csv</a>.</p>
{problems}<h2>Findings</h2>{findings}
<h2>Pages</h2><ul>{pages}</ul>
<h2>Figures</h2>{figures}
<h2>Tables</h2><ul>{tables}</ul>
<h2>How it was made</h2><p>Parameters: <code>{parameters}</code>; they choose what the notebooks show, the tables hold every claim. Input
(SHA-256): <code>{fingerprint}</code>. Versions: {versions}. A rule-based reading of English agency prose, which makes mistakes: look at the
words before you print a number.</p>
</main></body></html>
"""


def page(nb: NotebookNode, title: str) -> str:
    """An executed notebook as one HTML page, pictures inside it."""
    exporter = HTMLExporter(template_name="lab", exclude_input=True, exclude_input_prompt=True, exclude_output_prompt=True)
    for name in ADDRESSES:
        setattr(exporter, name, "")
    exporter.register_preprocessor(TagRemovePreprocessor(remove_cell_tags={"interactive"}), enabled=True)
    return exporter.from_notebook_node(nb, resources={"metadata": {"name": title}})[0]


def findings(nb: NotebookNode) -> list[str]:
    """The lines of the first Markdown list that a code cell of an executed notebook emits."""
    for cell in nb.cells:
        for output in cell.get("outputs", []):
            text = output.get("data", {}).get("text/markdown", "")
            if text.startswith("- "):
                return [line.removeprefix("- ") for line in text.splitlines()]
    return []


def cited(folder: Path) -> list[str]:
    """The ids that the findings of the executed notebooks in ``folder`` name, in order."""
    notebooks = (nbformat.read(path, as_version=4) for path in sorted(folder.glob("*.ipynb")))
    return [name for nb in notebooks for line in findings(nb) for name in CODE.findall(line)]


def index_page(folder: Path, source: str, fingerprint: str, parameters: dict[str, object], problems: Sequence[str]) -> str:
    """The page to begin with: findings, figures with captions, links to all files of ``folder``, and how they were made."""
    anchors = set(ANCHOR.findall((folder / "evidence.html").read_text(encoding="utf-8")))
    sections, pages, figures = [], [], []
    for path in sorted(folder.glob("*.ipynb")):
        nb = nbformat.read(path, as_version=4)
        name = html.escape(nb.cells[0].source.splitlines()[0].lstrip("# "))
        sections.append(f"<h3>{name}</h3>{_items(_inline(line, anchors) for line in findings(nb))}")
        figures += [folder / "figures" / f"{chart}.caption.txt" for cell in nb.cells for chart in DRAWN.findall(cell.source)]
        pages.append(f'<li><a href="{path.stem}.html">{name}</a> (<a href="{path.name}">notebook</a>)</li>')
    left_out = f"<h2>Not read as it should be</h2>{_items(html.escape(p) for p in problems)}" if problems else ""
    return INDEX.format(
        generator=GENERATOR,
        source=html.escape(source),
        problems=left_out,
        findings="".join(sections),
        pages="".join(pages),
        figures="".join(_figure(path) for path in figures if path.exists()),
        tables="".join(f'<li><a href="tables/{p.name}">{p.name}</a></li>' for p in sorted((folder / "tables").iterdir())),
        parameters=html.escape(json.dumps(parameters, sort_keys=True)) if parameters else "the defaults",
        fingerprint=fingerprint,
        versions=", ".join([f"Python {platform.python_version()}", *(f"{name} {version(name)}" for name in PACKAGES)]),
    )


def _figure(caption: Path) -> str:
    name = caption.name.removesuffix(".caption.txt")
    files = sorted(p for p in caption.parent.glob(f"{name}.*") if p.suffix in FIGURE_FILES)
    picture = next((p.name for ending in PICTURES for p in files if p.suffix == ending), None)
    alt = html.escape(caption.with_name(f"{name}.txt").read_text(encoding="utf-8").strip())
    image = f'<img src="figures/{picture}" alt="{alt}">' if picture else ""
    links = " · ".join(f'<a href="figures/{p.name}">{p.suffix[1:].upper()}</a>' for p in files)
    source = html.escape(caption.read_text(encoding="utf-8").strip().rsplit(" Source: ", 1)[-1])
    return f"<figure>{image}<figcaption>Source: {source}. {links}</figcaption></figure>"


def _items(lines: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"


def _inline(line: str, anchors: Collection[str]) -> str:
    """Bold and code of a finding as HTML, a claim's id as a link to its words; the article's words in it are escaped already."""

    def code(found: re.Match[str]) -> str:
        shown = f"<code>{found[1]}</code>"
        return f'<a href="evidence.html#{quote(html.unescape(found[1]), safe=":")}">{shown}</a>' if found[1] in anchors else shown

    return CODE.sub(code, re.sub(r"\*\*([^*]+)\*\*", r"<strong>\1</strong>", line))
