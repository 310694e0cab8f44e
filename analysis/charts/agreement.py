"""How far the sources agree: who is quoted on what, the events that they tell differently with the answers of the accused, and hedges."""

import matplotlib.pyplot as plt
import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.transforms import blended_transform_factory

from analysis import style, wording
from analysis.charts.dotplot import Scale, beside, name_rows, narrow
from analysis.charts.labels import shorten, width_of
from analysis.charts.marks import ARROW, fit, headline, nothing, opens, stated, statement
from analysis.charts.rows import first_mentions
from analysis.conventions import Vague, amount, convention

HARMS = ("killed", "injured", "casualties")
DONE = {"killed": "killed", "injured": "wounded", "casualties": "dead or wounded"}
TOPICS = {"injured": "wounded", "casualties": "wounded", "displaced": "fled", "detained": "held or freed", "released": "held or freed"}
MOST_ROWS = 30
MOST_SPEAKERS = 16
HEDGES = {  # from the surest to the loosest words: name, shade, qualifiers
    "a number": ("#08519C", ("exact",)),
    "about": ("#6BAED6", ("about",)),
    "one end open": ("#C6DBEF", ("at_least", "more_than", "at_most", "less_than", "nearly", "between")),
    "a vague word": ("#EDEDED", ("vague",)),
}
DARK = ("a number",)


def quoted_on(claims: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Who is quoted on what: statements of each speaker on whose dead, the wounded, the displaced, the held and the land."""
    ax = ax or plt.gca()
    rows = first_mentions(claims)
    if rows.empty:
        return nothing(ax, "people or land")
    spoken = rows.assign(topic=[_topic(row) for _, row in rows.iterrows()], speaker=rows["speaker"].str.split(";")).explode("speaker")
    counts = spoken.groupby(["speaker", "topic"]).size().unstack(fill_value=0)
    counts = counts.loc[counts.sum(axis=1).sort_values(ascending=False, kind="stable").index]
    counts = counts[counts.sum().sort_values(ascending=False, kind="stable").index]
    shown = counts.head(MOST_SPEAKERS)
    sns.heatmap(
        shown, ax=ax, cmap="Blues", annot=True, fmt="d", cbar=False, linewidths=0.6, linecolor="white", mask=shown == 0,
        annot_kws={"size": style.LABEL}, xticklabels=True, yticklabels=True,
    )  # fmt: skip
    ax.set(xlabel="", ylabel="")
    column = ax.figure.get_figwidth() * 72 * 0.75 / len(shown.columns)
    upright = max(width_of(word) for topic in shown.columns for word in topic.split()) > column
    ax.set_xticklabels([topic if upright else topic.replace(" ", "\n") for topic in shown.columns], rotation=90 if upright else 0)
    ax.set_yticklabels([style.speaker_name(s) for s in shown.index], rotation=0)
    ax.tick_params(length=0)
    fit(ax, 1.25 * len(shown) + (6 if upright else 2.5))
    first = shown.iloc[0]
    more = f" The {len(shown)} quoted most of {len(counts)}." if len(counts) > len(shown) else ""
    headline(
        ax,
        f"{first.sum()} of {len(rows)} statements {'comes' if first.sum() == 1 else 'come'} from {style.with_article(shown.index[0])}",
        f"Number of statements, repeats left out; a statement of two sources counts for both. Empty: none.{more}",
    )
    return ax


def disputes(
    events: pd.DataFrame, responses: pd.DataFrame, claims: pd.DataFrame, ax: Axes | None = None, vague: Vague = "interval"
) -> Axes:
    """Events that sources tell differently or that the accused answers: a row for each source’s latest, and the answers in grey.

    Parts of totals are left out. Too many: the disputed events that most sources tell, and the note says how many are left out.
    """
    ax = ax or plt.gca()
    harm = events[events["measure"].isin(HARMS) & events["part_of"].isna() & (events["unit"] == "people")]
    told = harm[harm["contested"] | (harm["n_speakers"] > 1) | harm["event_id"].isin(responses["event_id"].dropna())]
    said = first_mentions(claims).set_index("claim_id", drop=False)
    known = told.groupby("event_id").agg({"contested": "max", "n_speakers": "max", "n_claims": "max"})
    blocks = {}
    for event in known.sort_values(list(known.columns), ascending=False, kind="stable").index:
        rows = told[told["event_id"] == event]
        ids = [claim for claims_of in rows["claims"] for claim in claims_of.split(";") if claim in said.index]
        answers = responses[responses["event_id"] == event].drop_duplicates(["speaker", "kind"])
        block = (rows.iloc[0], _latest(said.loc[ids]), answers)
        if not ids or (blocks and sum(1 + len(b[1]) + len(b[2]) for b in (*blocks.values(), block)) > MOST_ROWS):
            continue
        blocks[event] = block
    if not blocks:
        return nothing(ax, "the same event by several sources")
    _draw_blocks(ax, sorted(blocks.values(), key=lambda b: b[0]["date_start"] if pd.notna(b[0]["date_start"]) else pd.Timestamp.max), vague)
    disputed = int(told.groupby("event_id")["contested"].any().sum())
    left_out = f" Shown: {len(blocks)} of {len(known)} events, those of most sources first." if len(blocks) < len(known) else ""
    headline(
        ax,
        f"{disputed or 'None'} of {harm['event_id'].nunique()} events with dead or wounded {'is' if disputed < 2 else 'are'} disputed",
        "Events of several sources, or that the accused answers; a row is a source’s latest statement, in grey an answer. Disputed:"
        " the ranges of two sources do not meet, they blame different sides, or the accused denies it. Arrow: no upper or lower end stated."
        f" {convention(vague)}.{left_out}",
    )
    return ax


def _latest(said: pd.DataFrame) -> pd.DataFrame:
    """The latest figure of each source and class, the dead before the wounded."""
    told = said.sort_values(["published", "article_id", "start_char"], kind="stable")
    return told.drop_duplicates(["speaker", "measure", "group", "detail"], keep="last").sort_values("measure", kind="stable")


def _draw_blocks(ax: Axes, blocks: list[tuple[pd.Series, pd.DataFrame, pd.DataFrame]], vague: Vague) -> None:
    numbers = pd.concat([said[["value", "low", "high"]] for _, said, _ in blocks])
    scale = Scale(ax, numbers)
    names = [style.speaker_name(s) for _, said, answers in blocks for s in (*said["speaker"], *answers["speaker"])]
    room = ax.figure.get_figwidth() * 72 * 0.94 - min(max(map(width_of, names)), ax.figure.get_figwidth() * 72 * 0.42)
    y, ticks = 0.0, []
    for event, said, answers in blocks:
        place = event["place"] if isinstance(event["place"], str) else "place not stated"
        ticks.append((y, ", ".join(filter(None, (place, wording.period(event)))), True))
        for _, row in said.iterrows():
            y += 1
            ticks.append((y, style.speaker_name(row["speaker"]), False))
            _statement(ax, y, row, scale, vague)
        for _, answer in answers.iterrows():
            y += 1
            ticks.append((y, style.speaker_name(answer["speaker"]), False))
            words = f"– {str(answer['kind']).replace('_', ' ')}: {' '.join(str(answer['evidence']).split())}"
            ax.annotate(
                shorten(words, room), (scale.left, y), xytext=(4, 0), textcoords="offset points", va="center", fontsize=style.LABEL,
                fontstyle="italic", color=style.SECONDARY, annotation_clip=False,
            ).set_in_layout(False)  # fmt: skip
        y += 1.3
    name_rows(ax, y, ticks, scale)


def _statement(ax: Axes, y: float, row: pd.Series, scale: Scale, vague: Vague) -> None:
    point = amount(row, vague) or row["high"]
    band = row["high"] if row["qualifier"] in ("vague", "between") and vague == "interval" else None
    ends = [v for v in (point, band) if pd.notna(v)]
    if not ends:
        return
    ax.plot([scale.left, min(ends)], [y, y], ls=":", lw=0.4, color=style.RULE, zorder=1)
    statement(ax, 0, y, row, vague)
    label = stated(row) if narrow(ax) and row["measure"] == "killed" else f"{stated(row)} {DONE[row['measure']]}"
    if pd.notna(row["perpetrator"]) and not narrow(ax):
        by = style.actors(str(row["perpetrator"]))
        label += f" by {by}" if by else ""
    beside(ax, max(ends), y, label, ARROW + 3 if opens(row) > 0 else 6)


def hedging(claims: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """How surely each source speaks: its statements by kind of words, from a bare number to a vague one."""
    ax = ax or plt.gca()
    rows = first_mentions(claims)
    if rows.empty:
        return nothing(ax, "people or land")
    spoken = rows.assign(speaker=rows["speaker"].str.split(";")).explode("speaker")
    counts = spoken.groupby(["speaker", spoken["qualifier"].astype(str)]).size().unstack(fill_value=0)
    counts = counts.loc[counts.sum(axis=1).sort_values(ascending=False, kind="stable").index]
    shown = counts.head(MOST_SPEAKERS)
    room = ax.figure.get_figwidth() * 72 * 0.68
    left = pd.Series(0.0, index=shown.index)
    for name, (shade, qualifiers) in HEDGES.items():
        found = shown.reindex(columns=list(qualifiers), fill_value=0).sum(axis=1)
        share = found / shown.sum(axis=1)
        ax.barh(range(len(shown)), share, left=left, height=0.62, color=shade, edgecolor="white", lw=0.8)
        for y, (speaker, count) in enumerate(found.items()):
            if count and width_of(str(count)) + 4 <= share[speaker] * room:
                ink = "white" if name in DARK else style.TEXT
                ax.text(left[speaker] + share[speaker] / 2, y, str(count), ha="center", va="center", color=ink, fontsize=style.LABEL)
        left += share
    _key(ax)
    ax.set_yticks(range(len(shown)), [f"{style.speaker_name(s)} ({n})" for s, n in shown.sum(axis=1).items()])
    ax.set_ylim(len(shown) - 0.4, -1.3)
    ax.set_xlim(0, 1)
    ax.xaxis.set_major_formatter(lambda v, _: f"{v:.0%}")
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)
    fit(ax, 1.35 * len(shown) + 1.5)
    bare = rows["qualifier"].eq("exact").sum()
    more = f" The {len(shown)} quoted most of {len(counts)}." if len(counts) > len(shown) else ""
    headline(
        ax,
        f"{bare} of {len(rows)} statements are bare numbers",
        "Statements of each source (how many in brackets, repeats left out) by their words. A bare number is not a surer one: it may only"
        f" be a barer report.{more}",
    )
    return ax


def _key(ax: Axes) -> None:
    """The four kinds of words over the bars, as a row of patches from the figure's left edge."""
    handles = [plt.Rectangle((0, 0), 1, 1, color=shade, ec=style.RULE, lw=0.4) for shade, _ in HEDGES.values()]
    above = blended_transform_factory(ax.figure.transFigure, ax.transData)
    ax.legend(
        handles, list(HEDGES), ncols=len(HEDGES), loc="upper left", bbox_to_anchor=(0.008, -1.3), bbox_transform=above, frameon=False,
        fontsize=style.LABEL, handlelength=1, handleheight=0.8, borderpad=0, borderaxespad=0, columnspacing=1.2, handletextpad=0.5,
    ).set_in_layout(False)  # fmt: skip


def _topic(row: pd.Series) -> str:
    measure = str(row["measure"])
    if measure == "killed":
        return f"{style.GROUP_NAMES.get(row['group'], 'people')} killed"
    return "land" if measure.startswith("territory") else TOPICS.get(measure, measure)
