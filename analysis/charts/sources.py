"""Where the statements come from: articles on a timeline, what was found in each, and who is quoted on what."""

import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes

from analysis import style
from analysis.charts.labels import Label, shorten, width_of
from analysis.charts.marks import date_axis, fit, headline, nothing
from analysis.charts.rows import first_mentions
from analysis.charts.timelines import label_or_say

MOST_ARTICLES = 30
MOST_LABELLED = 12
NAME = 52  # points for an article's id


def article_timeline(articles: pd.DataFrame, claims: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """The articles by day of publication, each at its number of claims; hollow where the date is inferred."""
    ax = ax or plt.gca()
    known = articles[articles["published"].notna()].sort_values("published")
    if known.empty:
        return nothing(ax, "a day of publication")
    for inferred, rows in known.groupby(known["published_basis"].eq("inferred")):
        ax.plot(
            rows["published"],
            rows["claims"],
            ls="none",
            marker="o",
            ms=4.2,
            mfc="white" if inferred else style.TEXT,
            mec=style.TEXT,
            mew=0.9,
        )
    ax.vlines(known["published"], 0, known["claims"], color=style.RULE, lw=0.6, zorder=0)
    date_axis(ax, known["published"])
    ax.set_ylim(0, max(float(known["claims"].max()) * 1.25, 1))
    ax.set_ylabel("claims found")
    undated = len(articles) - len(known)
    note = "Hollow: the day is inferred from the text." + (f" {undated} without a date left out." if undated else "")
    labels = []
    for _, row in known.iterrows():
        name = row["outlet"] if isinstance(row["outlet"], str) else shorten(str(row["article_id"]), NAME)
        day = f"{row['published'].day} {row['published']:%b}"
        labels.append(Label(f"{name}, {day}", mdates.date2num(row["published"]), float(row["claims"])))
    title = f"{len(articles)} articles, {int(articles['claims'].sum())} claims"
    label_or_say(ax, title, f"Height: claims found in an article. {note}", labels if len(labels) <= MOST_LABELLED else [])
    return ax


def claims_by_article(claims: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """What was found in each article: the number of claims of each measure."""
    names = {
        row["article_id"]: " ".join(filter(None, (_day(row["published"]), shorten(str(row["article_id"]), NAME))))
        for _, row in claims.drop_duplicates("article_id").iterrows()
    }
    first = claims.groupby("article_id")["published"].min().sort_values(kind="stable")
    order = [names[article] for article in first.index]
    return _matrix(claims.assign(article=claims["article_id"].map(names)), "article", ax, "Claims found, by article and measure", order)


def speakers_by_measure(claims: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Who is quoted on what: the number of statements of each speaker, repeats left out."""
    rows = first_mentions(claims).assign(speaker=lambda f: f["speaker"].str.split(";")).explode("speaker")
    return _matrix(rows.assign(speaker=rows["speaker"].map(style.speaker_name)), "speaker", ax, "Who is quoted on what")


def _matrix(claims: pd.DataFrame, by: str, ax: Axes | None, title: str, order: list[str] | None = None) -> Axes:
    """Claims counted by ``by`` and measure, the rows with most claims; in ``order``, or else those with most first."""
    ax = ax or plt.gca()
    if claims.empty:
        return nothing(ax, "people or land")
    counts = claims.groupby([by, "measure"], observed=True).size().unstack(fill_value=0)
    most = counts.sum(axis=1).sort_values(ascending=False, kind="stable").index[:MOST_ARTICLES]
    shown = counts.loc[[row for row in order if row in set(most)] if order else most]
    sns.heatmap(
        shown,
        ax=ax,
        cmap="Blues",
        annot=True,
        fmt="d",
        cbar=False,
        linewidths=0.6,
        linecolor="white",
        annot_kws={"size": style.LABEL},
        mask=shown == 0,
        xticklabels=True,
        yticklabels=True,
    )
    ax.set_xlabel("")
    ax.set_ylabel("")
    heads = [str(m).replace("_", "\n") for m in shown.columns]
    column = ax.figure.get_figwidth() * 72 * 0.72 / len(heads)
    upright = max(width_of(part) for head in heads for part in head.split("\n")) > column
    heads = [head.replace("\n", " ") for head in heads] if upright else heads
    ax.set_xticklabels(heads, rotation=90 if upright else 0)
    ax.set_yticklabels([str(a) for a in shown.index], rotation=0)
    ax.tick_params(length=0)
    fit(ax, 1.25 * len(shown) + 1 + (4 if upright else 0))
    more = f" The {len(shown)} with most of {len(counts)}." if len(counts) > len(shown) else ""
    headline(ax, title, f"Number of claims; empty: none.{more}")
    return ax


def _day(day: pd.Timestamp) -> str:
    return "" if pd.isna(day) else f"{day.day} {day:%b %Y}"
