"""Executed notebooks: the findings that they tell, and each as a page without code, from which every number leads to its words."""

import html
import re
from collections.abc import Collection
from pathlib import Path

import nbformat
from nbconvert import HTMLExporter
from nbconvert.preprocessors import TagRemovePreprocessor
from nbformat import NotebookNode

from analysis import citations

ADDRESSES = ("require_js_url", "mathjax_url", "mermaid_js_url", "mermaid_layout_elk_js_url", "jquery_url", "jupyter_widgets_base_url")
DRAWN = re.compile(r"\bdraw\(charts\.(\w+)")  # a figure bears the name of its chart
PICTURES = (".svg", ".png")  # what a page can show, the better first
NONE = "No "  # an output of one line that begins so has nothing to show
WAY = (
    '<nav aria-label="Report" class="way"><a href="index.html">The report</a> · <a href="evidence.html">The words</a> ·'
    ' <a href="explore.html">Search and filter</a></nav>'
)
# Over nbconvert's own: a width that reads well, dark where the reader's screen is, no gap where an input is hidden, whole tables on paper.
LOOK = """<style>
:root { color-scheme: light dark }
@media (prefers-color-scheme: dark) {
  body { --jp-layout-color0: #16181b; --jp-layout-color1: #16181b; --jp-layout-color2: #2a2d31;
    --jp-rendermime-table-row-background: #202327;
    --jp-content-font-color0: #fff; --jp-content-font-color1: #e8e8e8; --jp-content-font-color2: #c8c8c8;
    --jp-content-link-color: #7cc4f0;
    --jp-ui-font-color0: #fff; --jp-ui-font-color1: #e8e8e8; --jp-border-color1: #555; --jp-border-color2: #444;
    --jp-rendermime-table-row-hover-background: #2a3340; --jp-cell-editor-background: #202327; background: #16181b; color: #e8e8e8 }
  picture img { filter: brightness(.88) }
}
body main { max-width: 64rem; margin: 0 auto } .way { margin: 1rem 0 0 1rem; font-family: var(--jp-content-font-family) }
.way a { color: var(--jp-content-link-color) }
.jp-Cell.jp-mod-noOutputs.jp-mod-noInput { display: none }
picture img { background: #fff; max-width: 100%; height: auto }
.jp-RenderedHTMLCommon :is(th, td) { text-align: left !important }
@media (max-width: 40rem) { .jp-RenderedHTMLCommon table { width: max-content } .jp-RenderedHTMLCommon td { max-width: 16rem } }
@media print {
  .way { display: none } .jp-Cell, tr, img { break-inside: avoid }
  .jp-OutputArea-output { overflow: visible !important } table { font-size: 7pt !important }
}
</style>"""


def page(nb: NotebookNode, title: str, figures: Path, known: Collection[str]) -> str:
    """An executed notebook as one HTML page, pictures inside it; narrow windows get those of a single column in the folder ``figures``.

    ``known``: the ids of claims to which links may lead.
    """
    exporter = HTMLExporter(template_name="lab", exclude_input=True, exclude_input_prompt=True, exclude_output_prompt=True)
    for name in ADDRESSES:
        setattr(exporter, name, "")
    exporter.register_preprocessor(TagRemovePreprocessor(remove_cell_tags={"interactive"}), enabled=True)
    nb = _without_remarks_on_nothing(nb)
    for cell in nb.cells:
        drawn = DRAWN.search(cell.source)
        for output in cell.get("outputs", []):
            if "data" in output:
                _lead(output, drawn[1] if drawn else "", figures, known)
    made: str = exporter.from_notebook_node(nb, resources={"metadata": {"name": title}})[0]
    return made.replace("</head>", f"{LOOK}</head>", 1).replace("<main>", f"<main>{WAY}", 1)


def lists(nb: NotebookNode) -> list[list[str]]:
    """The Markdown lists that the code cells of an executed notebook emit, as lines without their dashes."""
    texts = [output.get("data", {}).get("text/markdown", "") for cell in nb.cells for output in cell.get("outputs", [])]
    return [[line.removeprefix("- ") for line in text.splitlines()] for text in texts if text.startswith("- ")]


def findings(nb: NotebookNode) -> list[str]:
    """The first of these lists: what the notebook found."""
    return next(iter(lists(nb)), [])


def cited(folder: Path) -> list[str]:
    """The ids that the findings of the executed notebooks in ``folder`` name, in order."""
    notebooks = (nbformat.read(path, as_version=4) for path in sorted(folder.glob("*.ipynb")))
    return [name for nb in notebooks for told in lists(nb) for line in told for name in citations.cited(line)]


def figure_file(folder: Path, name: str) -> Path | None:
    """The picture of a figure that a page shows; None where it was not saved."""
    return next((path for ending in PICTURES if (path := folder / f"{name}{ending}").exists()), None)


def _without_remarks_on_nothing(nb: NotebookNode) -> NotebookNode:
    """The notebook without the sentences on figures and tables that have nothing to show."""
    kept: list[NotebookNode] = []
    for cell in nb.cells:
        if not (cell.cell_type == "markdown" and not cell.source.startswith("#") and kept and _shows_nothing(kept[-1])):
            kept.append(cell)
    return NotebookNode(nb | {"cells": kept})


def _shows_nothing(cell: NotebookNode) -> bool:
    outputs = [output.get("data", {}) for output in cell.get("outputs", [])]
    return len(outputs) == 1 and outputs[0].get("text/markdown", "").startswith(NONE)


def _lead(output: NotebookNode, chart: str, figures: Path, known: Collection[str]) -> None:
    """Make an output's ids links, and a figure one that fits a phone."""
    data = output["data"]
    text = data.get("text/markdown", "")
    if text.startswith("- "):
        data["text/markdown"] = "\n".join(f"- {citations.inline(line.removeprefix('- '), known)}" for line in text.splitlines())
    elif "text/html" in data:
        data["text/html"] = citations.rows(data["text/html"], known)
    elif "image/png" in data:
        narrow = figure_file(figures, f"{chart}_single")
        source = f'<source media="(max-width: 40rem)" srcset="{figures.name}/{narrow.name}">' if narrow else ""
        alt = html.escape(output["metadata"].get("image/png", {}).get("alt", ""))
        png = "".join(data.pop("image/png").split())
        data["text/html"] = f'<picture>{source}<img src="data:image/png;base64,{png}" alt="{alt}"></picture>'
