"""The index page of a report, to send to an editor; nothing in it is loaded from elsewhere."""

import html
import json
import platform
from collections.abc import Collection, Iterable, Sequence
from importlib.metadata import version
from pathlib import Path

import nbformat
import pandas as pd

from analysis import citations, gold, readable, style, wording
from analysis.notebook_pages import DRAWN, figure_file, lists

GENERATOR = '<meta name="generator" content="analysis report">'  # by it a later run knows a report that it may replace
PACKAGES = ("analysis", "pandas", "numpy", "matplotlib", "seaborn", "papermill", "nbconvert")
FIGURE_FILES = (".svg", ".png", ".pdf", ".csv")
LEAD = "overview"  # the figure that the index begins with
INDEX = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">{generator}
<title>What was said: {source}</title>
<style>
:root {{ color-scheme: light dark }}
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
  color: light-dark(#222, #e8e8e8); background: light-dark(#fff, #16181b) }}
table {{ border-collapse: collapse; font-size: .9rem }} th, td {{ text-align: left; padding: .25rem .6rem; border-bottom: 1px solid #8888 }}
th, td {{ vertical-align: top; line-height: 1.3 }} td[data-key] {{ white-space: nowrap }}
.wide {{ overflow-x: auto; /* a shade at the edge behind which it goes on */
  background: linear-gradient(to left, light-dark(#fff, #16181b) 30%, transparent) right / 3rem 100% no-repeat local,
    linear-gradient(to left, #8889, transparent) right / 1rem 100% no-repeat scroll }}
th button {{ font: inherit; font-weight: 600; color: inherit; background: none; border: 0; padding: 0; cursor: pointer }}
a {{ color: light-dark(#005a8f, #7cc4f0) }}
h2 {{ margin-top: 2.5rem; border-top: 1px solid #8888; padding-top: 1rem }}
figure {{ margin: 1.5rem 0 }} figure img {{ width: 100%; background: #fff }}
figcaption {{ font-size: .8rem; color: light-dark(#555, #aaa) }}
code {{ font-size: .8rem; overflow-wrap: anywhere }} li strong {{ font-weight: 650 }}
@media (max-width: 40rem) {{
  th, td {{ padding: .2rem .35rem }} table.sortable td:nth-child(5) {{ min-width: 15rem }} /* a row stays short: it scrolls sideways */
}}
@media (prefers-color-scheme: dark) {{ figure img {{ filter: brightness(.88) }} }}
@page {{ size: A4; margin: 16mm 15mm;
  @bottom-left {{ content: {running}; font: 8pt sans-serif }}
  @bottom-right {{ content: counter(page) " / " counter(pages); font: 8pt sans-serif }} }}
@media print {{
  body {{ max-width: none; margin: 0; font-size: 10pt }} .screen {{ display: none }} .wide {{ overflow: visible; background: none }}
  figure, li, tr, .whole {{ break-inside: avoid }} h2, h2 + p {{ break-after: avoid }} h2 {{ margin-top: 1rem; padding-top: .6rem }}
  figure {{ margin: .6rem 0 }} ul {{ margin: .5rem 0; padding-left: 1.2rem }} li, p {{ line-height: 1.35 }}
  figure img {{ width: auto; max-width: 100%; max-height: 225mm }} /* as large as it was drawn: its type is small enough */
  main > figure:first-of-type img {{ max-height: 95mm }} /* it has room under what is told in short */
  figcaption {{ font-size: 8pt }}
  table {{ width: 100%; font-size: 8pt }} th, td {{ padding: .1rem .4rem .1rem 0 }} .whole {{ font-size: 8.5pt }}
  tbody tr:nth-child(-n + 4) {{ break-after: avoid }}
  th button {{ display: contents }} /* as a box of its own it would keep the heads from being repeated */
  li[data-ids]::after {{ content: " [" attr(data-ids) "]"; font-size: 7pt; color: #555; overflow-wrap: anywhere }}
}}
</style></head><body><main>
<h1>What was said about the dead, the displaced and the land</h1>
<p>Source: {source}. Every figure is what a source said, not what happened. <span class="screen">A number in bold leads to
<a href="evidence.html">its words in the article</a>. <a href="explore.html">Search and filter all claims.</a></span></p>
{problems}{short}{lead}{sections}
<h2>Events with dead</h2><p>Claims of all sources about one incident, and the range over them: from the least that one states to the
most. {whole}<span class="screen">A heading sorts.</span></p>{events}{reading}
<section class="whole"><h2>Method and limits</h2>
<p>A rule-based reading of English agency prose, which makes mistakes: look at the words before you print a number.
A total is never added to its parts, nor one source’s figure to another’s. A vague word keeps its range.</p>
<p>How far the reading, as it is today, agrees with articles coded by hand (F1, from 0 to 1). Rules were added after reading these sets,
so their scores flatter. What most of the sets scored before anybody had read them, which is less, stands in the project’s README. Found:
the number and what it measures; core: who is counted and how many as well; full: day, place and speaker too; part of: which total it
breaks down.</p>{scores}
<p>Parameters: <code>{parameters}</code>; they choose what the figures show, the tables hold every claim. Input (SHA-256):
<code>{fingerprint}</code>. Versions: {versions}.</p></section>
<section class="screen"><h2>Files</h2><ul>{pages}</ul><p>Tables: {tables}.</p></section>
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
MOST_EVENTS = 40
NARROWING = frozenset(("start", "end", "speakers", "groups"))  # parameters that leave claims out of the figures
EVENT_COLUMNS = ("When", "Where", "Range", "Who died", "Who did it", "Sources", "Disputed")


def index_page(
    folder: Path, source: str, fingerprint: str, parameters: dict[str, object], problems: Sequence[str], events: pd.DataFrame
) -> str:
    """The page to send to an editor: a lead figure, findings and figures by subject, events, method, links to all files of ``folder``."""
    known = citations.anchors(folder)
    sections, pages, short, first = [], [], "", set[str]()
    for path in sorted(folder.glob("*.ipynb")):
        nb = nbformat.read(path, as_version=4)
        name = html.escape(nb.cells[0].source.splitlines()[0].lstrip("# "))
        told = lists(nb)
        drawn = [chart for cell in nb.cells for chart in DRAWN.findall(cell.source)]
        figures = "".join(_figure(folder / "figures", chart) for chart in drawn if chart != LEAD)
        told = [[line for line in part if line not in first] for part in told]
        if LEAD in drawn:  # the notebook of all claims: what it found stands first, and not again; how much was read stands last
            first, short, told = set(told[0]), f"<h2>What the articles say</h2>{_findings(told[:1], known)}", told[1:]
        sections.append((LEAD in drawn, f"<h2>{name}</h2>{_findings(told, known)}{figures}"))
        pages.append(f'<li><a href="{path.stem}.html">{name}</a> (<a href="{path.name}">notebook</a>)</li>')
    left_out = f"<h2>Not read as it should be</h2>{_items(html.escape(p) for p in problems)}" if problems else ""
    return INDEX.format(
        generator=GENERATOR,
        source=html.escape(source),
        problems=left_out,
        short=short,
        running=json.dumps(f"What was said: {source}").replace("<", ""),
        whole="The parameters narrow the figures, not this table. " if not NARROWING.isdisjoint(parameters) else "",
        events=_events(events, known),
        reading="".join(section for last, section in sections if last),
        scores=_scores(),
        script=SORTING,
        lead=_figure(folder / "figures", LEAD),
        sections="".join(section for last, section in sections if not last),
        pages="".join(pages),
        tables=", ".join(f'<a href="tables/{p.name}">{p.name}</a>' for p in sorted((folder / "tables").iterdir())),
        parameters=html.escape(json.dumps(parameters, sort_keys=True)) if parameters else "the defaults",
        fingerprint=fingerprint,
        versions=", ".join([f"Python {platform.python_version()}", *(f"{name} {version(name)}" for name in PACKAGES)]),
    )


def _findings(told: Iterable[list[str]], known: Collection[str]) -> str:
    """Lists of findings; on paper, where no link leads anywhere, each with its ids."""
    lines = [(html.escape(", ".join(citations.cited(line))), citations.inline(line, known)) for part in told for line in part]
    items = "".join(f'<li data-ids="{ids}">{line}</li>' if ids else f"<li>{line}</li>" for ids, line in lines)
    return f"<ul>{items}</ul>"


def _events(events: pd.DataFrame, known: Collection[str]) -> str:
    """The events with dead, largest first, as a table that sorts; each leads to the words of its first claim."""
    killed = events[(events["measure"] == "killed") & events["detail"].isna() & (events["unit"] == "people")]
    order = killed[["low", "high"]].max(axis=1).sort_values(ascending=False, kind="stable").index
    rows = []
    for _, row in killed.loc[order].head(MOST_EVENTS).iterrows():
        first = str(row["claims"]).split(";")[0]
        blamed = (
            ", ".join(style.ACTOR_NAMES.get(p, p) for p in str(row["perpetrators"]).split(";")) if pd.notna(row["perpetrators"]) else ""
        )
        reach = row["high"] if pd.notna(row["high"]) else row["low"]
        cells = (
            (wording.period(row), "" if pd.isna(row["date_end"]) else f"{row['date_end']:%Y-%m-%d}"),
            (html.escape(str(row["place"])) if pd.notna(row["place"]) else "", None),
            (citations.link(html.escape(first, quote=True), wording.bounds(row) or "no number", known), 0 if pd.isna(reach) else reach),
            (style.GROUP_NAMES[row["group"]], None),
            (": ".join(filter(None, (readable.ATTRIBUTIONS[str(row["attribution"])], html.escape(blamed)))), None),
            (str(row["n_speakers"]), row["n_speakers"]),
            ("yes" if row["contested"] else "no", None),
        )
        rows.append("<tr>" + "".join(f"<td{'' if key is None else f' data-key={key}'}>{text}</td>" for text, key in cells) + "</tr>")
    if not rows:
        return "<p>No event with a number of dead.</p>"
    heads = [f'<button type="button">{name}</button>' for name in EVENT_COLUMNS]
    more = f"<p>The {len(rows)} largest of {len(killed)} rows; all are in tables/events.csv.</p>" if len(killed) > len(rows) else ""
    return _table("Events", heads, rows, "sortable") + more


def _scores() -> str:
    """How well the built-in reading agrees with the articles coded by hand that the project holds."""
    rows = [
        f"<tr><td>{gold.DESCRIPTIONS.get(row['set'], row['set'])}</td><td>{row['articles']}</td><td>{row['claims']}</td>"
        + "".join(f"<td>{row[level]:.2f}</td>" for level in gold.LEVELS)
        + "</tr>"
        for row in gold.measured().to_dict("records")
    ]
    if not rows:
        return "<p>Not measured here: “make data” reads and scores the coded sets.</p>"
    return _table("Scores", ("coded set", "articles", "claims", "found", "core", "full", "part of"), rows)


def _table(label: str, heads: Iterable[str], rows: Iterable[str], kind: str = "") -> str:
    """Rows under their heads, in a frame that scrolls where the window is narrow."""
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    table = f'<table class="{kind}"><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'
    return f'<div class="wide" role="region" aria-label="{label}" tabindex="0">{table}</div>'


def _figure(folder: Path, name: str) -> str:
    """A figure with its caption and files, or as PDF alone its alternative text in its place. Empty where it was not saved."""
    caption = folder / f"{name}.caption.txt"
    if not caption.exists():
        return ""
    files = sorted(p for p in folder.glob(f"{name}.*") if p.suffix in FIGURE_FILES)
    alt = html.escape((folder / f"{name}.txt").read_text(encoding="utf-8").strip())
    picture = figure_file(folder, name)
    image = f"<p>{alt}</p>" if picture is None else _picture(picture, alt)
    links = " · ".join(f'<a href="figures/{p.name}">{p.suffix[1:].upper()}</a>' for p in files)
    _, *about, legend = caption.read_text(encoding="utf-8").strip().split("\n")  # the figure bears the title
    reading = f'<details class="screen"><summary>How to read it</summary>{html.escape(legend)}</details>'
    return f'<figure>{image}<figcaption>{html.escape(" ".join(about))} <span class="screen">{links}</span>{reading}</figcaption></figure>'


def _picture(picture: Path, alt: str) -> str:
    """A saved figure; narrow windows get the one of a single column."""
    narrow = picture.with_stem(f"{picture.stem}_single")
    source = f'<source media="(max-width: 40rem)" srcset="figures/{narrow.name}">' if narrow.exists() else ""
    return f'<picture>{source}<img src="figures/{picture.name}" alt="{alt}"></picture>'


def _items(lines: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"
