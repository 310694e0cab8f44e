"""Where the statements come from: articles on a timeline, what was found in each, who is quoted on what, and where the claims are."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import style
from analysis.charts.marks import date_axis, fit, headline, nothing
from analysis.charts.rows import first_mentions

MOST_ARTICLES = 30
MOST_PLACES = 14
LATITUDE = 35.5  # degrees, the middle of the map: a degree of longitude there is cos(35.5°) of one of latitude


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
    if len(known) <= 12:
        for k, (_, row) in enumerate(known.iterrows()):
            name = row["outlet"] if isinstance(row["outlet"], str) else str(row["article_id"])[:12]
            ax.annotate(
                f"{name}, {row['published'].day} {row['published']:%b}",
                (row["published"], row["claims"]),
                xytext=(0, 5 + 9 * (k % 2)),
                textcoords="offset points",
                ha="center",
                fontsize=style.LABEL,
            )
    date_axis(ax, known["published"])
    ax.set_ylim(0, max(float(known["claims"].max()) * 1.25, 1))
    ax.set_ylabel("claims found")
    undated = len(articles) - len(known)
    note = "Hollow: the day is inferred from the text." + (f" {undated} without a date left out." if undated else "")
    headline(ax, f"{len(articles)} articles, {int(articles['claims'].sum())} claims", note)
    return ax


def claims_by_article(claims: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """What was found in each article: the number of claims of each measure."""
    return _matrix(claims, "article_id", ax, "Claims found, by article and measure")


def speakers_by_measure(claims: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Who is quoted on what: the number of statements of each speaker, repeats left out."""
    rows = first_mentions(claims).assign(speaker=lambda f: f["speaker"].str.split(";")).explode("speaker")
    return _matrix(rows.assign(speaker=rows["speaker"].map(style.speaker_name)), "speaker", ax, "Who is quoted on what")


def _matrix(claims: pd.DataFrame, by: str, ax: Axes | None, title: str) -> Axes:
    ax = ax or plt.gca()
    if claims.empty:
        return nothing(ax, "people or land")
    counts = claims.groupby([by, "measure"], observed=True).size().unstack(fill_value=0)
    order = counts.sum(axis=1).sort_values(ascending=False, kind="stable").index
    shown = counts.loc[order[:MOST_ARTICLES]]
    sns.heatmap(
        shown,
        ax=ax,
        cmap="Blues",
        annot=len(shown) <= 20,
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
    ax.set_xticklabels([str(m).replace("_", " ") for m in shown.columns], rotation=0)
    ax.set_yticklabels([str(a)[:24] for a in shown.index], rotation=0)
    ax.tick_params(length=0)
    fit(ax, 1.6 * len(shown))
    more = f" The {len(shown)} with most of {len(counts)}." if len(counts) > len(shown) else ""
    headline(ax, title, f"Number of claims; empty: none.{more}")
    return ax


def claims_map(claims: pd.DataFrame, width: str = "single") -> Figure:
    """Where the claims are: towns as dots by the number of claims, provinces and countries not drawn as points (ACCORD's caution)."""
    fig = style.figure(width, 3.6)
    ax = fig.subplots()
    rows = claims[claims["lat"].notna() & claims["lon"].notna() & ~claims["place"].isin(("Syria", "Iraq", "Badiya", "Euphrates"))]
    rows = rows[(rows["place"] != rows["admin1"])]
    if rows.empty:
        nothing(ax, "a town with known coordinates")
        return fig
    towns = (
        rows.groupby("place")
        .agg(lat=("lat", "first"), lon=("lon", "first"), claims=("claim_id", "size"))
        .sort_values("claims", ascending=False)
    )
    ax.scatter(
        towns["lon"],
        towns["lat"],
        s=10 + 8 * np.sqrt(towns["claims"]),
        color=style.COLOURS["civilians"],
        edgecolor="white",
        lw=0.5,
        zorder=3,
    )
    label_towns(ax, towns.head(MOST_PLACES))
    ax.set_aspect(1 / np.cos(np.radians(LATITUDE)))
    pad = 0.6
    ax.set_xlim(towns["lon"].min() - pad, towns["lon"].max() + 2 * pad)
    ax.set_ylim(towns["lat"].min() - pad, towns["lat"].max() + pad)
    ax.set_xlabel("degrees east")
    ax.set_ylabel("degrees north")
    left_out = len(claims) - len(rows)
    headline(ax, "Where the claims are", f"Dot area: number of claims. {left_out} claims about a province, a country or no place left out.")
    return fig


def label_towns(ax: Axes, towns: pd.DataFrame) -> None:
    """Names beside the dots, moved apart in height where towns are close."""
    step = 0.17
    used: list[tuple[float, float]] = []
    for name, row in towns.sort_values("lat").iterrows():
        y = float(row["lat"])
        while any(abs(y - uy) < step and abs(row["lon"] - ux) < 1.6 for ux, uy in used):
            y += step / 2
        used.append((float(row["lon"]), y))
        ax.annotate(
            str(name),
            (row["lon"], row["lat"]),
            xytext=(row["lon"] + 0.12, y),
            va="center",
            fontsize=style.LABEL,
            arrowprops={"arrowstyle": "-", "lw": 0.3, "color": style.RULE},
        )
