"""An article with its claims marked in the text, as escaped HTML."""

import html

import pandas as pd

from analysis import style
from analysis.articles import Article

COLOURS = {
    "killed": "#f3c6c6",
    "injured": "#f6dcc0",
    "casualties": "#f6dcc0",
    "displaced": "#cfe3f3",
    "detained": "#dcd3ea",
    "released": "#d3ead8",
}


def marked(article: Article, claims: pd.DataFrame) -> str:
    """The article as HTML, each claim's evidence in a <mark> whose title tells measure, range, speaker and period."""
    here = claims[claims["article_id"] == article.id].sort_values("start_char")
    out, at = [], 0
    for _, row in here.iterrows():
        start, end = int(row["start_char"]), int(row["end_char"])
        if start < at:
            continue
        out.append(html.escape(article.text[at:start]))
        colour = COLOURS.get(str(row["measure"]), "#e6e6c8")
        out.append(
            f'<mark id="{html.escape(str(row["claim_id"]), quote=True)}" style="background:{colour};color:#222" '
            f'title="{html.escape(tooltip(row), quote=True)}">{html.escape(article.text[start:end])}</mark>'
        )
        at = end
    out.append(html.escape(article.text[at:]))
    apart = article.title and article.title not in article.text  # a headline in the text is not shown twice
    title = html.escape(article.title if apart else article.id)
    return (
        f'<article><h3>{title}</h3><div style="white-space:pre-wrap;max-width:42em;line-height:1.5">{"".join(out).strip()}</div></article>'
    )


def tooltip(row: pd.Series) -> str:
    """A claim in one line: what, how many, when, who says so."""
    bounds = " to ".join("open" if pd.isna(row[k]) else f"{row[k]:,g}" for k in ("low", "high"))
    who = row["group"].replace("_", " ") if isinstance(row["group"], str) else "land"
    when = "" if pd.isna(row["date_end"]) else f"; until {row['date_end']:%Y-%m-%d}"
    return f"{str(row['measure']).replace('_', ' ')}, {who}: {bounds} {row['unit']}; {style.speaker_name(row['speaker'])}{when}"
