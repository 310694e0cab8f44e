"""Widgets for JupyterLab: filter, sort and search claims, see chart and table change, and open a claim in its article."""

import html
from collections.abc import Iterable, Mapping

import ipywidgets
import pandas as pd
from matplotlib import pyplot as plt

from analysis import charts, evidence, style, wording
from analysis.articles import Article, Articles
from analysis.charts.marks import who
from analysis.findings.sentences import bare
from analysis.style import picture

ALL = "all"
ROWS = 200  # rows of the list; a search narrows it
SORTS = {"day": "date_end", "number": "high", "measure": "measure", "speaker": "speaker", "place": "place"}
LAND = {"share": "of the land", "km2": "(km²)", "km": "(km)"}
WIDEST = (24, 17, 34, 18, 22)  # letters of a cell
SPACE = "\u00a0"  # one that a browser keeps
GAP = 2 * SPACE
TABLE = "claims-as-lines"
LOOK = f"<style>.{TABLE} select {{ font-family: var(--jp-code-font-family, monospace) }}</style>"  # letters of one width make columns
WIDE = ipywidgets.Layout(width="auto", flex="1 1 12rem", min_width="10rem")


def explorer(articles: Articles, claims: pd.DataFrame, events: pd.DataFrame) -> ipywidgets.Widget:
    """Filters, a chart, the list of claims, and the article of the claim chosen in the list, in one widget."""
    return _Explorer({a.id: a for a in articles}, claims, events).box


class _Explorer:
    """The widgets and what joins them; ``kept`` are the claims that the filters leave."""

    def __init__(self, articles: dict[str, Article], claims: pd.DataFrame, events: pd.DataFrame) -> None:
        self.articles, self.claims, self.kept, self.events = articles, claims, claims, events
        self.article = _choice("Article", claims["article_id"], {i: evidence.name(a) for i, a in articles.items()})
        self.measure = _choice("Measure", claims["measure"].astype("string"), style.MEASURE_NAMES)
        self.group = _choice("Group", claims["group"].astype("string"), style.GROUP_NAMES)
        self.speaker = _choice("Speaker", claims["speaker"].str.split(";").explode(), style.SPEAKER_NAMES)
        self.place = _choice("Place", claims["place"])
        self.first, self.last = (ipywidgets.DatePicker(description=name, layout=WIDE) for name in ("From", "To"))
        self.search = ipywidgets.Text(description="Search", placeholder="words of the sentence", layout=WIDE)
        self.sort = ipywidgets.Dropdown(description="Sort by", options=list(SORTS), layout=WIDE)
        self.chart = ipywidgets.Image(format="png", layout=ipywidgets.Layout(max_width="100%", height="auto"))
        self.list = ipywidgets.Select(rows=8, layout=ipywidgets.Layout(width="100%")).add_class(TABLE)
        self.count = ipywidgets.HTML()
        self.text = ipywidgets.HTML(layout=ipywidgets.Layout(max_height="36rem", overflow="auto", flex="1 1 20rem", min_width="0"))
        filters = [self.article, self.measure, self.group, self.speaker, self.place, self.first, self.last, self.search, self.sort]
        for widget in filters:
            widget.observe(lambda _: self.filter(), "value")
        self.list.observe(lambda _: self.show(), "value")
        flow = ipywidgets.Layout(flex_flow="row wrap", align_items="flex-start")
        below = ipywidgets.Box([self.chart, self.text], layout=flow)
        self.box = ipywidgets.VBox([ipywidgets.Box(filters, layout=flow), self.count, self.list, below])
        self.filter()

    def filter(self) -> None:
        """Take the filters' values, and draw what they leave."""
        kept = self.claims
        for widget, column in ((self.article, "article_id"), (self.measure, "measure"), (self.group, "group"), (self.place, "place")):
            if widget.value != ALL:
                kept = kept[kept[column].astype("string") == widget.value]
        if self.speaker.value != ALL:
            kept = kept[kept["speaker"].str.split(";").map(lambda names: self.speaker.value in names)]
        if self.first.value:
            kept = kept[kept["date_end"] >= pd.Timestamp(self.first.value)]
        if self.last.value:
            kept = kept[kept["date_start"].fillna(kept["date_end"]) <= pd.Timestamp(self.last.value)]
        if self.search.value:
            kept = kept[kept["sentence"].str.contains(self.search.value, case=False, regex=False)]
        kept = kept.sort_values(SORTS[self.sort.value], kind="stable")
        wordy = kept[["low", "high"]].isna().all(axis=1)
        self.kept = pd.concat([kept[~wordy], kept[wordy]])  # words without any number last
        self.count.value = f"{LOOK}<b>{len(kept)}</b> of {len(self.claims)} claims. Choose one to see it in its article."
        figure = charts.overview(self.events, self.kept, width="single")
        self.chart.value, self.chart.alt = picture(figure), f"{len(kept)} claims over time, as in the list"
        plt.close(figure)
        shown = self.kept.head(ROWS)
        self.list.options = list(zip(lines(shown), shown["claim_id"], strict=True))
        self.list.index = 0 if len(shown) else None

    def show(self) -> None:
        """The article of the chosen claim, with that claim framed."""
        chosen = self.kept[self.kept["claim_id"] == self.list.value]
        if chosen.empty:
            self.text.value = ""
            return
        row = chosen.iloc[0]
        told = f"<p>{html.escape(bare(row))}</p>"
        self.text.value = told + evidence.marked(self.articles[row["article_id"]], self.claims, row["claim_id"])


def lines(claims: pd.DataFrame) -> list[str]:
    """Claims as lines of a table: when, what befell whom, where, who says so; a column is as wide as its longest cell, up to a limit."""
    cells = [[" ".join(cell.split()) for cell in _cells(row)] for _, row in claims.iterrows()]
    cut = [[text if len(text) <= most else f"{text[: most - 1]}…" for text, most in zip(row, WIDEST, strict=True)] for row in cells]
    wide = [max(map(len, column)) for column in zip(*cut, strict=True)]
    return [GAP.join(text.ljust(width).replace(" ", SPACE) for text, width in zip(row, wide, strict=True)).rstrip(SPACE) for row in cut]


def _cells(row: pd.Series) -> tuple[str, ...]:
    counted = f"{row['evidence']} {who(row) or LAND[str(row['unit'])]}"
    where = "" if pd.isna(row["place"]) else str(row["place"])
    return (
        wording.period(row) or "day unknown",
        style.MEASURE_NAMES[str(row["measure"])],
        counted,
        where,
        style.speaker_name(row["speaker"]),
    )


def _choice(label: str, values: Iterable[str], names: Mapping[str, str] | None = None) -> ipywidgets.Dropdown:
    found = {str(value) for value in values if pd.notna(value)}
    options = [(ALL, ALL), *sorted(((names or {}).get(value, value), value) for value in found)]
    return ipywidgets.Dropdown(description=label, options=options, value=ALL, layout=WIDE)
