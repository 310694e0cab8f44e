"""An article with its claims marked in the text, as escaped HTML."""

import html
from collections.abc import Iterable

import pandas as pd

from analysis import style, wording
from analysis.articles import Article

COLOURS = {
    "killed": "#f3c6c6",
    "injured": "#f6dcc0",
    "casualties": "#f6dcc0",
    "displaced": "#cfe3f3",
    "detained": "#dcd3ea",
    "released": "#d3ead8",
}
FRAME, LINKED = ";outline:3px solid #0072b2", ";outline:2px dashed #0072b2"
MOST_ARTICLES = 200
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>The words</title>
<style>
:root {{ color-scheme: light dark }}
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: light-dark(#222, #e8e8e8);
  background: light-dark(#fff, #16181b) }}
a {{ color: light-dark(#005a8f, #7cc4f0) }}
article {{ border-top: 1px solid #bdbdbd }} mark:target {{ outline: 3px solid #0072b2 }}
</style></head><body><main>
<h1>The words</h1>
<p>The articles with every claim marked where it stands; hover over a mark for measure, range, speaker and day. {count}
<a href="index.html">Back to the report</a></p>
{articles}
</main></body></html>
"""


def page(articles: Iterable[Article], claims: pd.DataFrame, cited: Iterable[str] = ()) -> str:
    """Articles with claims on one page, each claim an anchor by its id; the ``cited`` articles are kept first where there are many."""
    first = set(cited)
    of = dict(tuple(claims.groupby("article_id", observed=True)))
    able = [a for a in articles if a.id in of]
    kept = {a.id for a in sorted(able, key=lambda a: a.id not in first)[:MOST_ARTICLES]}
    shown = "".join(marked(a, of[a.id]) for a in able if a.id in kept)
    count = f"{len(kept)} of {len(able)} articles, those that the findings name among them." if len(kept) < len(able) else ""
    return PAGE.format(count=count, articles=shown)


def marked(article: Article, claims: pd.DataFrame, chosen: str | None = None) -> str:
    """The article as HTML, each claim's evidence in a <mark> whose title tells measure, range, speaker and period.

    The claim with the id ``chosen`` has a frame, its total and its parts a broken one.
    """
    here = claims[claims["article_id"] == article.id].sort_values("start_char")
    whole = here.loc[here["claim_id"] == chosen, "part_of"]
    linked = {*whole.dropna(), *here.loc[(here["part_of"] == chosen).fillna(False), "claim_id"]}
    out, at = [], 0
    for _, row in here.iterrows():
        start, end = int(row["start_char"]), int(row["end_char"])
        if start < at:
            continue
        out.append(html.escape(article.text[at:start]))
        colour = COLOURS.get(str(row["measure"]), "#e6e6c8")
        frame = FRAME if row["claim_id"] == chosen else LINKED if row["claim_id"] in linked else ""
        out.append(
            f'<mark id="{html.escape(str(row["claim_id"]), quote=True)}" style="background:{colour};color:#222{frame}" '
            f'title="{html.escape(tooltip(row), quote=True)}">{html.escape(article.text[start:end])}</mark>'
        )
        at = end
    out.append(html.escape(article.text[at:]))
    words = f'<div style="white-space:pre-wrap;max-width:42em;line-height:1.5">{"".join(out).strip()}</div>'
    heading = html.escape(name(article, apart=True))
    return f'<article id="{html.escape(article.id, quote=True)}"><h3>{heading}</h3>{words}</article>'


def name(article: Article, apart: bool = False) -> str:
    """What a reader calls an article: its title, or else its day, or its id; ``apart``: not by a title that its text repeats."""
    if article.title and not (apart and article.title in article.text):
        return article.title
    return f"Article of {wording.day(pd.Timestamp(article.published))}" if article.published else article.id


def tooltip(row: pd.Series) -> str:
    """A claim in one line: what, how many, who says so, when."""
    who = f", {style.GROUP_NAMES[row['group']]}" if isinstance(row["group"], str) else ""
    known, unit = wording.bounds(row), str(row["unit"])
    amount = f"{known} {'km²' if unit == 'km2' else unit}" if known and unit != "share" else known or "no number"
    told = (amount, style.speaker_name(row["speaker"]), wording.period(row))
    return f"{style.MEASURE_NAMES[str(row['measure'])]}{who}: {'; '.join(filter(None, told))}"
