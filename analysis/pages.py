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
import pandas as pd
from nbconvert import HTMLExporter
from nbconvert.preprocessors import TagRemovePreprocessor
from nbformat import NotebookNode

from analysis import style, wording
from analysis.scoring import score_reading
from analysis.session import PROJECT

ADDRESSES = ("require_js_url", "mathjax_url", "mermaid_js_url", "mermaid_layout_elk_js_url", "jquery_url", "jupyter_widgets_base_url")
GENERATOR = '<meta name="generator" content="analysis report">'  # by it a later run knows a report that it may replace
PACKAGES = ("analysis", "pandas", "numpy", "matplotlib", "seaborn", "papermill", "nbconvert")
PICTURES = (".svg", ".png")  # what a page can show, the better first
FIGURE_FILES = (*PICTURES, ".pdf", ".csv")
CODE, BOLD = re.compile(r"`([^`]+)`"), re.compile(r"\*\*([^*]+)\*\*")
LEAD = "overview"  # the figure that the index begins with
ANCHOR = re.compile(r'<mark id="([^"]*)"')
DRAWN = re.compile(r"\bdraw\(charts\.(\w+)")  # a figure bears the name of its chart
INDEX = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">{generator}
<title>What was said: {source}</title>
<style>
:root {{ color-scheme: light dark }}
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
  color: light-dark(#222, #e8e8e8); background: light-dark(#fff, #16181b) }}
table {{ border-collapse: collapse; font-size: .9rem }} th, td {{ text-align: left; padding: .25rem .6rem; border-bottom: 1px solid #8888 }}
.wide {{ overflow-x: auto }}
th button {{ font: inherit; font-weight: 600; color: inherit; background: none; border: 0; padding: 0; cursor: pointer }}
a {{ color: light-dark(#005a8f, #7cc4f0) }}
h2 {{ margin-top: 2.5rem; border-top: 1px solid #8888; padding-top: 1rem }}
figure {{ margin: 1.5rem 0 }} figure img {{ width: 100%; background: #fff }}
figcaption {{ font-size: .8rem; color: light-dark(#555, #aaa) }}
code {{ font-size: .8rem; overflow-wrap: anywhere }} li strong {{ font-weight: 650 }}
@media print {{
  body {{ max-width: none; margin: 0; font-size: 10.5pt }} .screen {{ display: none }}
  figure, li, tr {{ break-inside: avoid }} h2 {{ break-after: avoid }}
}}
</style></head><body><main>
<h1>What was said about the dead, the displaced and the land</h1>
<p>Source: {source}. Every figure is what a source said, not what happened. A number in bold leads to
<a href="evidence.html">its words in the article</a>. <a class="screen" href="explore.html">Search and filter all claims.</a></p>
{problems}{lead}{sections}
<h2>Events with dead</h2><p>Claims of all sources about one incident, and the range over them. A heading sorts.</p>{events}
<h2>Method and limits</h2><p>A rule-based reading of English agency prose, which makes mistakes: look at the words before you print
a number. A total is never added to its parts, nor one source’s figure to another’s. A vague word keeps its range. What the reading agrees
on with articles coded by hand (F1; these sets were read while its rules were written, so expect less on others):</p>{scores}
<p>Parameters: <code>{parameters}</code>; they choose what the figures show, the tables hold every claim. Input (SHA-256):
<code>{fingerprint}</code>. Versions: {versions}.</p>
<h2>Files</h2><ul>{pages}</ul><p>Tables: {tables}.</p>
</main><script>{script}</script></body></html>
"""


# A heading sorts its column; a cell's key wins over its text.
SORTING = """
for (const table of document.querySelectorAll("table.sortable")) {
  for (const [n, head] of [...table.tHead.rows[0].cells].entries()) {
    head.firstChild.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const key = (row) => {
        const cell = row.cells[n], given = cell.dataset.key;
        return given === undefined ? cell.textContent : isNaN(given) ? given : Number(given);
      };
      const rows = [...table.tBodies[0].rows].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0) * (down ? -1 : 1));
      table.tBodies[0].append(...rows);
    });
  }
}
"""
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
}
body main { max-width: 64rem; margin: 0 auto }
.jp-Cell.jp-mod-noOutputs.jp-mod-noInput { display: none }
.jp-RenderedImage img { background: #fff }
.jp-RenderedHTMLCommon :is(th, td) { text-align: left !important }
@media (max-width: 40rem) { .jp-RenderedImage { overflow-x: auto } .jp-RenderedImage img { min-width: 44rem; max-width: none } }
@media print {
  .jp-Cell, tr, img { break-inside: avoid } .jp-OutputArea-output { overflow: visible !important } table { font-size: 7pt !important }
}
</style>"""
GOLD = PROJECT / "data" / "gold"
MOST_EVENTS = 40
EVENT_COLUMNS = ("When", "Where", "Who died", "Range", "Sources", "Contested", "Attribution")


def page(nb: NotebookNode, title: str) -> str:
    """An executed notebook as one HTML page, pictures inside it."""
    exporter = HTMLExporter(template_name="lab", exclude_input=True, exclude_input_prompt=True, exclude_output_prompt=True)
    for name in ADDRESSES:
        setattr(exporter, name, "")
    exporter.register_preprocessor(TagRemovePreprocessor(remove_cell_tags={"interactive"}), enabled=True)
    made: str = exporter.from_notebook_node(nb, resources={"metadata": {"name": title}})[0]
    return made.replace("</head>", f"{LOOK}</head>", 1)


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


def index_page(
    folder: Path, source: str, fingerprint: str, parameters: dict[str, object], problems: Sequence[str], events: pd.DataFrame
) -> str:
    """The page to send to an editor: a lead figure, findings and figures by subject, events, method, links to all files of ``folder``."""
    anchors = set(ANCHOR.findall((folder / "evidence.html").read_text(encoding="utf-8")))
    sections, pages = [], []
    for path in sorted(folder.glob("*.ipynb")):
        nb = nbformat.read(path, as_version=4)
        name = html.escape(nb.cells[0].source.splitlines()[0].lstrip("# "))
        drawn = [chart for cell in nb.cells for chart in DRAWN.findall(cell.source) if chart != LEAD]
        figures = "".join(_figure(folder / "figures", chart) for chart in drawn)
        sections.append(f"<h2>{name}</h2>{_items(_inline(line, anchors) for line in findings(nb))}{figures}")
        pages.append(f'<li><a href="{path.stem}.html">{name}</a> (<a href="{path.name}">notebook</a>)</li>')
    left_out = f"<h2>Not read as it should be</h2>{_items(html.escape(p) for p in problems)}" if problems else ""
    return INDEX.format(
        generator=GENERATOR,
        source=html.escape(source),
        problems=left_out,
        events=_events(events, anchors),
        scores=_scores(),
        script=SORTING,
        lead=_figure(folder / "figures", LEAD),
        sections="".join(sections),
        pages="".join(pages),
        tables=", ".join(f'<a href="tables/{p.name}">{p.name}</a>' for p in sorted((folder / "tables").iterdir())),
        parameters=html.escape(json.dumps(parameters, sort_keys=True)) if parameters else "the defaults",
        fingerprint=fingerprint,
        versions=", ".join([f"Python {platform.python_version()}", *(f"{name} {version(name)}" for name in PACKAGES)]),
    )


def _events(events: pd.DataFrame, anchors: Collection[str]) -> str:
    """The events with dead, largest first, as a table that sorts; each leads to the words of its first claim."""
    killed = events[(events["measure"] == "killed") & events["detail"].isna() & (events["unit"] == "people")]
    order = killed[["low", "high"]].max(axis=1).sort_values(ascending=False, kind="stable").index
    rows = []
    for _, row in killed.loc[order].head(MOST_EVENTS).iterrows():
        first = str(row["claims"]).split(";")[0]
        link = f'<a href="evidence.html#{quote(first, safe=":")}">{style.GROUP_NAMES[row["group"]]}</a>'
        who = link if html.escape(first, quote=True) in anchors else style.GROUP_NAMES[row["group"]]
        blamed = (
            ", ".join(style.ACTOR_NAMES.get(p, p) for p in str(row["perpetrators"]).split(";")) if pd.notna(row["perpetrators"]) else ""
        )
        reach = row["high"] if pd.notna(row["high"]) else row["low"]
        cells = (
            (wording.period(row), "" if pd.isna(row["date_end"]) else f"{row['date_end']:%Y-%m-%d}"),
            (html.escape(str(row["place"])) if pd.notna(row["place"]) else "", None),
            (who, None),
            (wording.bounds(row), 0 if pd.isna(reach) else reach),
            (str(row["n_speakers"]), row["n_speakers"]),
            ("yes" if row["contested"] else "no", None),
            (" ".join(filter(None, (str(row["attribution"]), f"({html.escape(blamed)})" if blamed else ""))), None),
        )
        rows.append("<tr>" + "".join(f"<td{'' if key is None else f' data-key={key}'}>{text}</td>" for text, key in cells) + "</tr>")
    if not rows:
        return "<p>No event with a number of dead.</p>"
    heads = [f'<button type="button">{name}</button>' for name in EVENT_COLUMNS]
    more = f"<p>The {len(rows)} largest of {len(killed)} rows; all are in tables/events.csv.</p>" if len(killed) > len(rows) else ""
    return _table("Events", heads, rows, "sortable") + more


def _scores() -> str:
    """How well the extraction agrees with the articles coded by hand that the project holds, computed now."""
    rows = []
    for path in sorted(GOLD.glob("gold_*.jsonl")):
        scores = score_reading(path)
        f1 = "".join(f"<td>{getattr(scores, level).f1:.2f}</td>" for level in ("found", "core", "full", "part_of"))
        rows.append(f"<tr><td>{path.stem.removeprefix('gold_')}</td><td>{scores.articles}</td><td>{scores.gold}</td>{f1}</tr>")
    return _table("Scores", ("coded set", "articles", "claims", "found", "core", "full", "part of"), rows)


def _table(label: str, heads: Iterable[str], rows: Iterable[str], kind: str = "") -> str:
    """Rows under their heads, in a frame that scrolls where the window is narrow."""
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    table = f'<table class="{kind}"><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'
    return f'<div class="wide" role="region" aria-label="{label}" tabindex="0">{table}</div>'


def _figure(folder: Path, name: str) -> str:
    """A figure with its caption and files; narrow windows get the one of a single column. Empty where it was not saved."""
    files = sorted(p for p in folder.glob(f"{name}.*") if p.suffix in FIGURE_FILES)
    picture = next((p for ending in PICTURES for p in files if p.suffix == ending), None)
    if picture is None:
        return ""
    alt = html.escape((folder / f"{name}.txt").read_text(encoding="utf-8").strip())
    narrow = picture.with_stem(f"{name}_single")
    source = f'<source media="(max-width: 40rem)" srcset="figures/{narrow.name}">' if narrow.exists() else ""
    links = " · ".join(f'<a href="figures/{p.name}">{p.suffix[1:].upper()}</a>' for p in files)
    caption = html.escape((folder / f"{name}.caption.txt").read_text(encoding="utf-8").strip().split(". ", 1)[0])
    image = f'<picture>{source}<img src="figures/{picture.name}" alt="{alt}"></picture>'
    return f'<figure>{image}<figcaption>{caption}. <span class="screen">{links}</span></figcaption></figure>'


def _items(lines: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"


def _inline(line: str, anchors: Collection[str]) -> str:
    """A finding as HTML; the article's words in it are escaped already.

    The number of a finding about one claim is the link to its words; where there are several, each has a numbered link.
    """
    ids = [name for name in CODE.findall(line) if name in anchors]
    if len(ids) == 1:
        line = line.replace(f" (`{ids[0]}`)", "")
        return BOLD.sub(lambda found: f"<strong>{_link(ids[0], found[1])}</strong>", line, count=1)
    told = CODE.sub(lambda found: _link(found[1], str(ids.index(found[1]) + 1)) if found[1] in ids else f"<code>{found[1]}</code>", line)
    return BOLD.sub(r"<strong>\1</strong>", told)


def _link(claim: str, text: str) -> str:
    return f'<a href="evidence.html#{quote(html.unescape(claim), safe=":")}">{text}</a>'
