"""Where the statements come from: articles on a timeline, what was found in each, and what each source says."""

import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import style
from analysis.charts.labels import Label, shorten, width_of
from analysis.charts.marks import day_words, group_key, headline, key, nothing, shows, some_of, words, words_and_who
from analysis.charts.rows import first_mentions
from analysis.charts.scales import amount_axis, date_axis
from analysis.charts.shading import count_table, topic
from analysis.charts.timelines import aside_key, full, label_or_say, on_time, sizes, time_span
from analysis.conventions import Vague

MOST_ARTICLES = 30
MOST_LABELLED = 12
CLAIMS = ("claim", "claims")
MOST_PANELS = 6
EARLIEST = 0.01  # share of the statements, by day, that may be left out at the left of the time axis
COUNTED = ("killed", "injured", "casualties", "displaced", "detained", "released", "remaining")
PANEL_NAMES = 27.0  # points over a panel that its name takes
TITLE_WORDS = 3  # of a title in an article's name


def article_timeline(articles: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """The articles by day of publication, each at its number of claims, hollow where the day is inferred; many as a count by month."""
    ax = ax or plt.gca()
    known = articles[articles["published"].notna()].sort_values("published")
    if known.empty:
        return nothing(ax, "a day of publication")
    undated = f" {len(articles) - len(known)} without a day left out." if len(known) < len(articles) else ""
    many = f"{len(articles)} article{'s' if len(articles) > 1 else ''} of {time_span(known['published'])}"
    if len(known) > MOST_ARTICLES:
        ax.hist(known["published"], bins=_months(known["published"]), color=style.TINTS[None], ec="white", lw=0.4)
        date_axis(ax, known["published"])
        amount_axis(ax.yaxis, logarithmic=False)
        ax.set_ylabel("articles a month")
        headline(ax, many, f"Articles in each month of publication.{undated}")
        return ax
    inferred = known["published_basis"].eq("inferred")
    for hollow, rows in known.groupby(inferred):
        face = "white" if hollow else style.TEXT
        ax.plot(rows["published"], rows["claims"], ls="none", marker="o", ms=4.2, mfc=face, mec=style.TEXT, mew=0.9)
    ax.vlines(known["published"], 0, known["claims"], color=style.RULE, lw=0.6, zorder=0)
    date_axis(ax, known["published"])
    ax.set_ylim(0, max(float(known["claims"].max()) * 1.25, 1))
    amount_axis(ax.yaxis, logarithmic=False)
    ax.set_ylabel("claims found")
    names = article_names(known)
    middle = sum(ax.get_xlim()) / 2
    named = {row["article_id"]: names[row["article_id"]].replace(f" {row['published'].year}", "", 1) for _, row in known.iterrows()}
    points = [(named[row["article_id"]], mdates.date2num(row["published"]), float(row["claims"])) for _, row in known.iterrows()]
    labels = [Label(name, x, y, left=x > middle) for name, x, y in points]
    made = int(articles["claims"].sum())
    title = f"{many} make{'s' if len(articles) == 1 else ''} {made:,} claim{'s' if made != 1 else ''}"
    key = " Hollow: the day is inferred from the text." if inferred.any() else ""
    label_or_say(ax, title, f"Height: claims found in an article.{key}{undated}", labels if len(labels) <= MOST_LABELLED else [])
    return ax


def article_names(articles: pd.DataFrame) -> dict[str, str]:
    """A name for each article, by its id: its day, where several share that also its outlet, then the first words of its title."""
    day = articles["published"].map(lambda day: "" if pd.isna(day) else day_words(day))
    outlet = articles["outlet"].astype(object).where(articles["outlet"].notna(), "")
    titles = articles["title"].astype(object).where(articles["title"].notna(), "")
    words = titles.map(lambda title: f"“{' '.join(title.split()[:TITLE_WORDS])}…”" if len(title.split()) > TITLE_WORDS else title)
    names = day.copy()
    for more in (outlet, words):
        same = more.ne("") & (more.groupby(names).transform("nunique") > 1)
        names = names.where(~same, (names + ", " + more).str.removeprefix(", "))
    number = names.groupby(names).cumcount() + 1
    names = names.where(~names.duplicated(keep=False), names + " (" + number.astype(str) + ")")
    return dict(zip(articles["article_id"], names.str.strip(), strict=True))


def _months(days: pd.Series) -> pd.DatetimeIndex:
    """The first of each month, from that of the first day to the one after the last."""
    return pd.date_range(days.min().to_period("M").start_time, days.max() + pd.DateOffset(months=1), freq="MS")


def claims_by_article(articles: pd.DataFrame, claims: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """What was found in each article: the number of claims on each subject, as a table that is shaded."""
    ax = ax or plt.gca()
    if claims.empty:
        return nothing(ax, "people or land")
    counts = claims.groupby(["article_id", claims["measure"].astype(str).map(topic)]).size().unstack(fill_value=0)
    counts = counts[counts.sum().sort_values(ascending=False, kind="stable").index]
    totals = counts.sum(axis=1).sort_values(ascending=False, kind="stable")
    kept = set(totals.index[: style.rows_for(ax.figure, MOST_ARTICLES)])
    known = articles[articles["article_id"].isin(counts.index)].sort_values("published", kind="stable")
    names = article_names(known)
    shown = counts.loc[[article for article in known["article_id"] if article in kept]]
    count_table(ax, shown, [names[article] for article in shown.index])
    told = "; ".join(f"{names[article]}: {totals[article]}" for article in shown.index)
    shows(ax, claims[claims["article_id"].isin(shown.index)], told)
    more = f" The {len(shown)} with most of {len(counts)}." if len(counts) > len(shown) else ""
    without = len(articles) - len(counts)
    more += f" {without} article{'s' if without > 1 else ''} without a claim left out." if without else ""
    title = f"{some_of(int(totals.iloc[0]), len(claims), CLAIMS, ('is', 'are'))} in one article, {names[totals.index[0]]}"
    headline(ax, title, f"Number of claims in each article, by subject; empty: none.{more}")
    return ax


def by_source(claims: pd.DataFrame, width: str | float = "double", vague: Vague = "interval") -> Figure:
    """Small multiples: the counts of people that each source gives, all others' behind them in grey (after the FT's panels)."""
    fig = style.figure(width, 3.6 if width != "single" else 4.6)
    rows = first_mentions(claims)
    told = len(rows)
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
    drawn, aside = [], ""
    for ax, speaker in zip(axes, shown, strict=False):
        own = spoken[spoken["speaker"] == speaker]
        ax.plot(rows["date_end"], rows["size"], ls="none", marker="o", ms=1.6, color=style.RULE, mew=0, zorder=0)
        on_time(ax, own, vague, rows["date_end"], bars=False)
        drawn.append(full(own))
        aside = aside or aside_key(ax, drawn[-1], vague)
        room = fig.get_figwidth() * 72 * 0.8 / columns
        most = own.loc[own["size"].idxmax()]
        largest = words_and_who(most) if width_of(words_and_who(most)) <= room else words(most)
        for name, up, size, weight in ((f"{style.speaker_name(speaker)}, {len(own)}", 12, 7, "bold"), (largest, 3, style.LABEL, "normal")):
            ax.annotate(
                shorten(name, room, size=size, bold=weight == "bold"), (0, 1), xycoords="axes fraction", xytext=(0, up),
                textcoords="offset points", fontsize=size, fontweight=weight, gid="panel" if weight == "bold" else "largest",
            ).set_in_layout(False)  # a long name makes no panel narrower  # fmt: skip
    shows(axes[0], rows.drop_duplicates("claim_id"))
    decades = np.log10(rows["size"].max() / rows["size"].min())
    axes[0].set_ylim(rows["size"].min() / 2.5, rows["size"].max() * 10 ** (0.2 * decades + 0.3))
    amount_axis(axes[0].yaxis)
    for ax in axes[max(0, len(shown) - columns) : len(shown)]:
        ax.tick_params(labelbottom=True)
    note = "Each mark is one statement on the dead, the wounded, the displaced, the detained, the released or those said to remain, at its "
    note += "day and size (log scale); one of two sources counts for both; in grey those of all other sources. Under its name the largest "
    note += "figure drawn of a source. "
    note += aside + key(pd.concat(drawn), vague)
    more = f" The {len(shown)} quoted most of {len(counts)} sources." if len(counts) > len(shown) else ""
    apart = f" {told - known} of {told} statements left out: parts of totals, families, land, whole years, and what has no day or number."
    more += apart if known < told else ""
    more += f" {known - len(rows)} of much earlier days left out." if len(rows) < known else ""
    share = some_of(int(counts.iloc[0]), len(rows), ("count of people", "counts of people"), ("comes", "come"))
    title = f"{share} from {style.with_article(shown[0])}"
    headline(axes[0], title, f"{note}{more}", group_key(axes[0], rows, PANEL_NAMES))
    return fig
