"""Where the statements come from: articles on a timeline, what was found in each, and what each source says."""

import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import style
from analysis.charts.labels import Label, shorten, width_of
from analysis.charts.marks import day_words, fit, headline, key, nothing, shows, stated, words
from analysis.charts.rows import first_mentions
from analysis.charts.scales import amount_axis, date_axis
from analysis.charts.timelines import full, label_or_say, on_time, sizes, time_span
from analysis.conventions import Vague

MOST_ARTICLES = 30
MOST_LABELLED = 12
MOST_PANELS = 6
EARLIEST = 0.01  # share of the statements, by day, that may be left out at the left of the time axis
COUNTED = ("killed", "injured", "casualties", "displaced", "detained", "released", "remaining")
NAME = 52  # points for an article's id


def article_timeline(articles: pd.DataFrame, claims: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """The articles by day of publication, each at its number of claims, hollow where the day is inferred; many as a count by month."""
    ax = ax or plt.gca()
    known = articles[articles["published"].notna()].sort_values("published")
    if known.empty:
        return nothing(ax, "a day of publication")
    undated = f" {len(articles) - len(known)} without a day left out." if len(known) < len(articles) else ""
    title = f"{len(articles)} articles of {time_span(known['published'])} make {int(articles['claims'].sum()):,} claims"
    if len(known) > MOST_ARTICLES:
        ax.hist(known["published"], bins=_months(known["published"]), color=style.TINTS[None], ec="white", lw=0.4)
        date_axis(ax, known["published"])
        ax.set_ylabel("articles a month")
        headline(ax, title, f"Articles in each month of publication.{undated}")
        return ax
    for inferred, rows in known.groupby(known["published_basis"].eq("inferred")):
        face = "white" if inferred else style.TEXT
        ax.plot(rows["published"], rows["claims"], ls="none", marker="o", ms=4.2, mfc=face, mec=style.TEXT, mew=0.9)
    ax.vlines(known["published"], 0, known["claims"], color=style.RULE, lw=0.6, zorder=0)
    date_axis(ax, known["published"])
    ax.set_ylim(0, max(float(known["claims"].max()) * 1.25, 1))
    ax.set_ylabel("claims found")
    labels = []
    for _, row in known.iterrows():
        name = row["outlet"] if isinstance(row["outlet"], str) else shorten(str(row["article_id"]), NAME)
        day = f"{row['published'].day} {row['published']:%b}"
        labels.append(Label(f"{name}, {day}", mdates.date2num(row["published"]), float(row["claims"])))
    note = f"Height: claims found in an article. Hollow: the day is inferred from the text.{undated}"
    label_or_say(ax, title, note, labels if len(labels) <= MOST_LABELLED else [])
    return ax


def _months(days: pd.Series) -> pd.DatetimeIndex:
    """The first of each month, from that of the first day to the one after the last."""
    return pd.date_range(days.min().to_period("M").start_time, days.max() + pd.DateOffset(months=1), freq="MS")


def claims_by_article(claims: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """What was found in each article: the number of claims of each measure, as a table that is shaded (seaborn's heat map)."""
    ax = ax or plt.gca()
    if claims.empty:
        return nothing(ax, "people or land")
    counts = claims.groupby(["article_id", "measure"], observed=True).size().unstack(fill_value=0)
    published = claims.groupby("article_id")["published"].min().sort_values(kind="stable")
    totals = counts.sum(axis=1).sort_values(ascending=False, kind="stable")
    shown = counts.loc[[article for article in published.index if article in set(totals.index[:MOST_ARTICLES])]]
    sns.heatmap(
        shown, ax=ax, cmap="Blues", annot=True, fmt="d", cbar=False, linewidths=0.6, linecolor="white", mask=shown == 0,
        annot_kws={"size": style.LABEL}, xticklabels=True, yticklabels=True,
    )  # fmt: skip
    shows(ax, claims[claims["article_id"].isin(shown.index)], "; ".join(f"{_day(published[a]) or a}: {totals[a]}" for a in shown.index))
    ax.set(xlabel="", ylabel="")
    heads = [style.MEASURE_NAMES[str(m)].replace(" ", "\n") for m in shown.columns]
    column = ax.figure.get_figwidth() * 72 * 0.72 / len(heads)
    upright = max(width_of(part) for head in heads for part in head.split("\n")) > column
    ax.set_xticklabels([head.replace("\n", " ") if upright else head for head in heads], rotation=90 if upright else 0)
    ax.set_yticklabels([" ".join(filter(None, (_day(published[a]), shorten(str(a), NAME)))) for a in shown.index], rotation=0)
    ax.tick_params(length=0)
    fit(ax, 1.25 * len(shown) + 1 + (4 if upright else 0))
    more = f" The {len(shown)} with most of {len(counts)}." if len(counts) > len(shown) else ""
    day = _day(published[totals.index[0]])
    title = f"{totals.iloc[0]} of {len(claims)} claims are in one article{f', of {day}' if day else ''}"
    headline(ax, title, f"Number of claims in each article, by measure; empty: none.{more}")
    return ax


def by_source(claims: pd.DataFrame, width: str | float = "double", vague: Vague = "interval") -> Figure:
    """Small multiples: the counts of people that each source gives, all others' behind them in grey (after the FT's panels)."""
    fig = style.figure(width, 3.6 if width != "single" else 4.6)
    rows = first_mentions(claims)
    rows = rows[rows["measure"].isin(COUNTED) & (rows["unit"] == "people") & rows["part_of"].isna() & rows["date_end"].notna()]
    rows = rows[rows["date_precision"] != "year"]
    rows = rows.assign(size=sizes(rows, vague), speaker=rows["speaker"].str.split(";"))
    rows = rows[rows["size"] > 0]
    if rows.empty:
        nothing(fig.subplots(), "people, with a day")
        return fig
    known, rows = len(rows), rows[rows["date_end"] >= rows["date_end"].quantile(EARLIEST, interpolation="lower")]
    spoken = rows.explode("speaker")
    counts = spoken["speaker"].value_counts().sort_index().sort_values(ascending=False, kind="stable")
    shown = counts.index[:MOST_PANELS]
    columns = 2 if width == "single" else 3
    axes = fig.subplots(-(-len(shown) // columns), columns, sharex=True, sharey=True, squeeze=False).ravel()
    for ax in axes[len(shown) :]:
        ax.set_axis_off()
    for ax in axes[columns:]:
        ax.set_title(" ", fontsize=7, pad=13)  # room for the panel's name, under the axis above
    drawn = []
    for ax, speaker in zip(axes, shown, strict=False):
        own = spoken[spoken["speaker"] == speaker]
        ax.plot(rows["date_end"], rows["size"], ls="none", marker="o", ms=1.6, color=style.RULE, mew=0, zorder=0)
        on_time(ax, own, vague, rows["date_end"], bars=False, dodge=True)
        drawn.append(full(own))
        room = fig.get_figwidth() * 72 * 0.8 / columns
        most = own.loc[own["size"].idxmax()]
        largest = stated(most) if width_of(stated(most)) <= room else words(most)
        for name, up, size, weight in ((f"{style.speaker_name(speaker)}, {len(own)}", 12, 7, "bold"), (largest, 3, style.LABEL, "normal")):
            ax.annotate(
                shorten(name, room, size=size, bold=weight == "bold"), (0, 1), xycoords="axes fraction", xytext=(0, up),
                textcoords="offset points", fontsize=size, fontweight=weight, gid="panel" if weight == "bold" else "largest",
            ).set_in_layout(False)  # a long name makes no panel narrower  # fmt: skip
    shows(axes[0], rows.drop_duplicates("claim_id"))
    decades = np.log10(rows["size"].max() / rows["size"].min())
    axes[0].set_ylim(rows["size"].min() / 2.5, rows["size"].max() * 10 ** (0.1 * decades + 0.5))
    amount_axis(axes[0].yaxis)
    for ax in axes[max(0, len(shown) - columns) : len(shown)]:
        ax.tick_params(labelbottom=True)
    note = (
        "Each mark is one statement on the dead, the wounded, the displaced or the held, at its day and size (log scale); in grey those of "
    )
    note += f"all other sources. Under its name the largest figure of a source. Marks of one day and like size stand side by side. {key(pd.concat(drawn), vague)}"
    more = f" The {len(shown)} quoted most of {len(counts)} sources." if len(counts) > len(shown) else ""
    more += f" {known - len(rows)} of much earlier days left out." if len(rows) < known else ""
    come = "comes" if counts.iloc[0] == 1 else "come"
    title = f"{counts.iloc[0]} of {len(rows)} counts of people {come} from {style.with_article(shown[0])}"
    headline(axes[0], title, f"{note}{more}", 27)
    return fig
