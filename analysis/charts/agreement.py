"""How far the sources agree: who is quoted on what, the events that they tell differently with the answers of the accused, and hedges."""

import re
from dataclasses import dataclass

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.transforms import blended_transform_factory

from analysis import style, wording
from analysis.answerers import answerers
from analysis.charts.dotplot import Rows, narrow, range_label
from analysis.charts.labels import width_of
from analysis.charts.marks import fit, headline, nothing, shows, some_of, words_and_who
from analysis.charts.rows import first_mentions
from analysis.charts.scales import amount_axis
from analysis.charts.shading import count_table, topic
from analysis.conventions import Vague
from analysis.estimates.ranges import reach
from analysis.events.rows import differ, disjoint
from analysis.extraction.claim import HARMS

MOST_ROWS = 30
MOST_RANGES = {True: 16, False: 24}  # in one column, and in two
MOST_SPEAKERS = 16
MOST_TOPICS = 9
MOST_TOLD = 10  # events in an alternative text
STATEMENTS, DISPUTED = ("statement", "statements"), ("is disputed", "are disputed")
LONGEST = 40  # words of an answer that a chart quotes
ANSWERED = {
    "denied": "says it was not so",
    "will_assess": "will look into it",
    "acknowledged": "acknowledges it",
    "no_comment": "no comment",
    "general": "in general",
}
SAYS = re.compile(r"^[^\"“]{0,90}?\b(?:said|says|replied|told (?:reporters|[A-Z]\w*))(?: in \w+)?(?: that)?,? (?=(?:\S+ ){3})")
GROUNDS = (
    "Disputed: the numbers of two sources do not meet, one counts civilians and another fighters, they name different authors, or the"
    " accused denies it or names another author."
)
HEDGES = {  # from the surest to the loosest words: name, shade, qualifiers
    "a number": ("#08519C", ("exact",)),
    "about": ("#5BA3CF", ("about",)),
    "one end open": ("#A9CCE3", ("at_least", "more_than", "at_most", "less_than", "nearly", "between")),
    "a vague word": ("#FFFFFF", ("vague",)),  # white: in grey print a pale shade would be that of an open end
}


def quoted_on(claims: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Who is quoted on what: statements of each speaker on whose dead, the wounded, the displaced, the held and the land."""
    ax = ax or plt.gca()
    rows = first_mentions(claims)
    if rows.empty:
        return nothing(ax, "people or land")
    topics = [_topic(row, whose=not narrow(ax)) for _, row in rows.iterrows()]
    spoken = rows.assign(topic=topics, speaker=rows["speaker"].str.split(";")).explode("speaker")
    counts = spoken.groupby(["speaker", "topic"]).size().unstack(fill_value=0)
    counts = counts.loc[counts.sum(axis=1).sort_values(ascending=False, kind="stable").index]
    counts = counts[counts.sum().sort_values(ascending=False, kind="stable").index]
    if len(counts.columns) > MOST_TOPICS:
        rare = counts.columns[MOST_TOPICS - 1 :]
        counts = counts.drop(columns=rare).assign(**{"other subjects": counts[rare].sum(axis=1)})
    shown = counts.head(style.rows_for(ax.figure, MOST_SPEAKERS))
    count_table(ax, shown, [style.speaker_name(s) for s in shown.index])
    first = shown.iloc[0]
    shows(ax, rows, "; ".join(f"{style.speaker_name(s)}: {n}" for s, n in shown.sum(axis=1).items()))
    more = f" The {len(shown)} quoted most of {len(counts)}." if len(counts) > len(shown) else ""
    headline(
        ax,
        f"{some_of(int(first.sum()), len(rows), STATEMENTS, ('comes', 'come'))} from {style.with_article(shown.index[0])}",
        f"Number of statements, repeats left out; a statement of two sources counts for both. Empty: none.{more}",
    )
    return ax


def disputes(
    events: pd.DataFrame, responses: pd.DataFrame, claims: pd.DataFrame, ax: Axes | None = None, vague: Vague = "interval"
) -> Axes:
    """Events that sources tell differently or that the accused answers: a row for each source’s latest, and the answers in grey.

    Of a disputed event only the classes that are disputed, and why; parts of totals are left out. Too many: one row for each of these
    classes, all sources’ figures on it, those of most sources first; the note says how many are left out.
    """
    ax = ax or plt.gca()
    responses = responses.assign(who=answerers(responses, events))
    harm = events[events["measure"].isin(HARMS) & events["part_of"].isna() & (events["unit"] == "people")]
    told = harm[harm["contested"] | (harm["n_speakers"] > 1) | harm["event_id"].isin(responses["event_id"].dropna())]
    known = told.groupby("event_id").agg({"contested": "max", "n_speakers": "max", "n_claims": "max"})
    blocks = []
    for event in known.sort_values(list(known.columns), ascending=False, kind="stable").index:
        rows = told[told["event_id"] == event]
        rows = rows[rows["contested"] == rows["contested"].max()]
        answers = responses[responses["event_id"] == event].drop_duplicates(["who", "kind"])
        classes = [_class(row, claims, answers) for _, row in rows.iterrows()]
        if classes := [found for found in classes if len(found.said)]:
            blocks.append(Block(rows.iloc[0], classes, answers))
    if not blocks:
        return nothing(ax, "the same event by several sources")
    disputed = int(known["contested"].sum())
    title = some_of(disputed, harm["event_id"].nunique(), ("event with dead or wounded", "events with dead or wounded"), DISPUTED)
    if sum(map(len, blocks)) <= style.rows_for(ax.figure, MOST_ROWS):
        shows(ax, pd.concat([block.said for block in blocks]), _in_words(blocks))
        plot = _draw_blocks(ax, sorted(blocks, key=Block.day), vague)
        note = "Events of several sources, or that the accused answers; a row is a source’s latest statement, in grey an answer."
        headline(ax, title, f"{note} {GROUNDS} {plot.note()}")
        return ax
    rows = [(block, found) for block in blocks if block.event["contested"] for found in block.classes if found.numbered()]
    shown = sorted(rows[: style.rows_for(ax.figure, MOST_RANGES[narrow(ax)])], key=lambda row: row[0].day())
    shows(ax, pd.concat([found.said for _, found in shown]), _in_words([block for block, _ in shown]))
    plot = _draw_ranges(ax, shown, vague)
    left_out = f" The {len(shown)} rows of most sources, of {len(rows)}." if len(rows) > len(shown) else ""
    agreed = known["contested"].eq(False).sum()
    left_out += f" {agreed} events of several sources, or answered, that nobody disputes are left out." if agreed else ""
    note = "A row is one disputed count: each mark the latest figure of a source, beside it the lowest and the highest, whose, and why."
    headline(ax, title, f"{note} {GROUNDS} {plot.note()}{left_out}")
    return ax


@dataclass(frozen=True, slots=True)
class Class:
    """What the sources say last of one measure and group of an event, and why that is disputed, if it is."""

    said: pd.DataFrame
    why: list[str]

    def numbered(self) -> bool:
        return bool(self.said[["low", "high"]].notna().any(axis=None))


@dataclass(frozen=True, slots=True)
class Block:
    """One event, what its sources say last, and the answers of the accused."""

    event: pd.Series
    classes: list[Class]
    answers: pd.DataFrame

    @property
    def said(self) -> pd.DataFrame:
        """The latest figures, the dead before the wounded."""
        return pd.concat([found.said for found in self.classes]).sort_values("measure", kind="stable")

    def __len__(self) -> int:
        """The rows that it takes, with its heading."""
        return 1 + len(self.said) + len(self.answers)

    def told(self) -> str:
        """The event in words: who says what of it, and who answers how."""
        said = [f"{style.speaker_name(row['speaker'])}: {_says(row)}" for _, row in self.said.iterrows()]
        answers = [f"{row['who'].removeprefix('the ')}: {ANSWERED[row['kind']]}" for _, row in self.answers.iterrows()]
        return f"{self.title()}. {'; '.join([*said, *answers])}"

    def title(self) -> str:
        if not self.event["contested"]:
            return f"{self.name()}: not disputed"
        return f"{self.name()}: disputed ({'; '.join(dict.fromkeys(ground for found in self.classes for ground in found.why))})"

    def day(self) -> pd.Timestamp:
        return self.event["date_start"] if pd.notna(self.event["date_start"]) else pd.Timestamp.max

    def name(self) -> str:
        place = self.event["place"] if isinstance(self.event["place"], str) else "place not stated"
        return ", ".join(filter(None, (place, wording.period(self.event))))


def _class(row: pd.Series, claims: pd.DataFrame, answers: pd.DataFrame) -> Class:
    """One row of the events table: the latest figure of each source, without those replaced, parts and repeats of others of the row."""
    ids = row["claims"].split(";")
    replaced = row["revises"].split(";") if isinstance(row["revises"], str) else []
    said = claims[claims["claim_id"].isin(ids) & ~claims["claim_id"].isin(replaced)]
    said = said[~(said["part_of"].isin(ids) | said["same_as"].isin(ids))].sort_values(
        ["published", "article_id", "start_char"], kind="stable"
    )
    return Class(said.drop_duplicates("speaker", keep="last"), _grounds(row, said, answers) if row["contested"] else [])


def _grounds(event: pd.Series, said: pd.DataFrame, answers: pd.DataFrame) -> list[str]:
    """Why a row of the events table is disputed."""
    rows = [row for _, row in said.iterrows()]
    grounds = ["numbers differ"] if differ((_parts(row, "speaker"), reach(row)) for row in rows) else []
    denied = _by(answers, "denied", "denied by")
    if event["attribution"] == "disputed":
        authors = [named for one in rows if (named := _parts(one, "perpetrator") - {"unknown"})]
        apart = ["authors differ"] if disjoint(authors) else []
        grounds += [*apart, *denied] or _by(answers, "will_assess", "another author named by")
    return grounds or denied or ["whom it counts differs"]


def _parts(row: pd.Series, column: str) -> set[str]:
    return set(row[column].split(";")) if isinstance(row[column], str) else set()


def _by(answers: pd.DataFrame, kind: str, words: str) -> list[str]:
    """Who answers so, in words; of nobody nothing."""
    names = answers[answers["kind"] == kind]["who"].unique()
    return [f"{words} {wording.listed(list(names))}"] if len(names) else []


def _draw_ranges(ax: Axes, rows: list[tuple[Block, Class]], vague: Vague) -> Rows:
    """One row for each event and class: figures, whose they are, and why they are disputed."""
    plot = Rows(ax, pd.concat([found.said for _, found in rows]), vague)
    for block, found in rows:
        said = found.said[found.said[["low", "high"]].notna().any(axis=1)]
        speakers = [style.speaker_name(s) for s in dict.fromkeys(said["speaker"].str.split(";").explode())]
        whose = wording.listed(speakers if len(speakers) < 4 else [*speakers[:2], f"{len(speakers) - 2} more"])
        label = f"{range_label(said, vague, style.MEASURE_NAMES[str(said['measure'].iloc[0])])} ({whose})"
        plot.add(block.name(), said, "; ".join((label, *found.why)))
    plot.finish()
    return plot


def _draw_blocks(ax: Axes, blocks: list[Block], vague: Vague) -> Rows:
    plot = Rows(ax, pd.concat([block.said for block in blocks]), vague)
    for block in blocks:
        plot.heading(block.title())
        for _, row in block.said[block.said[["low", "high"]].notna().any(axis=1)].iterrows():
            plot.add(style.speaker_name(row["speaker"]), row.to_frame().T, _says(row))
        for _, answer in block.answers.iterrows():
            plot.quote(answer["who"].removeprefix("the "), f"– {ANSWERED[answer['kind']]}: {_answer(answer)}")
    plot.finish()
    return plot


def _says(row: pd.Series) -> str:
    """A statement with what befell them and by whom: "54 people killed by the US-led coalition"."""
    by = style.actors(str(row["perpetrator"])) if pd.notna(row["perpetrator"]) else ""
    return " ".join(filter(None, (words_and_who(row), style.MEASURE_NAMES[str(row["measure"])], f"by {by}" if by else "")))


def _in_words(blocks: list[Block]) -> str:
    """Events and the answers to them as an alternative text; of many the first."""
    told = list(dict.fromkeys(block.told() for block in blocks))
    more = len(told) - MOST_TOLD
    return ". ".join(told[:MOST_TOLD]) + (f". {more} more event{'s' * (more > 1)}" if more > 0 else "")


def _answer(answer: pd.Series) -> str:
    """The words of an answer without who says them, which its row names; a long one is cut between words."""
    said = SAYS.sub("", " ".join(str(answer["evidence"]).split())).split()
    return " ".join(said[:LONGEST]) + (" …" if len(said) > LONGEST else "")


def hedging(claims: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """How surely each source speaks: its statements by kind of words, from a bare number to a vague one."""
    ax = ax or plt.gca()
    rows = first_mentions(claims)
    if rows.empty:
        return nothing(ax, "people or land")
    spoken = rows.assign(speaker=rows["speaker"].str.split(";")).explode("speaker")
    counts = spoken.groupby(["speaker", spoken["qualifier"].astype(str)]).size().unstack(fill_value=0)
    counts = counts.loc[counts.sum(axis=1).sort_values(ascending=False, kind="stable").index]
    shown = counts.head(style.rows_for(ax.figure, MOST_SPEAKERS))
    most = int(shown.sum(axis=1).max())
    room = ax.figure.get_figwidth() * 72 * 0.68
    left = pd.Series(0.0, index=shown.index)
    for shade, qualifiers in HEDGES.values():
        found = shown.reindex(columns=list(qualifiers), fill_value=0).sum(axis=1)
        ax.barh(range(len(shown)), found, left=left, height=0.62, color=shade, edgecolor=_edge(shade), lw=0.6 * (found > 0))
        for y, (speaker, count) in enumerate(found.items()):
            if count and width_of(str(count)) + 4 <= count / most * room:
                ink = style.ink_on(shade)
                ax.text(left[speaker] + count / 2, y, str(count), ha="center", va="center", color=ink, fontsize=style.LABEL)
        left += found
    _key(ax)
    ax.set_yticks(range(len(shown)), [f"{style.speaker_name(s)} ({n})" for s, n in shown.sum(axis=1).items()])
    ax.set_ylim(len(shown) - 0.4, -1.3)
    ax.set_xlim(0, most * 1.02)
    amount_axis(ax.xaxis, logarithmic=False)
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)
    fit(ax, 1.35 * len(shown) + 1.5)
    bare = rows["qualifier"].eq("exact").sum()
    kinds = {name: counts.reindex(columns=list(of), fill_value=0).sum(axis=1) for name, (_, of) in HEDGES.items()}
    shows(
        ax, rows, "; ".join(f"{style.speaker_name(s)}: {', '.join(f'{n} {k[s]}' for n, k in kinds.items() if k[s])}" for s in shown.index)
    )
    more = f" The {len(shown)} quoted most of {len(counts)}." if len(counts) > len(shown) else ""
    headline(
        ax,
        some_of(int(bare), len(rows), STATEMENTS, ("is a bare number", "are bare numbers")),
        "Statements of each source (how many in brackets, repeats left out; one of two sources counts for both) by their words. A bare"
        f" number is not a surer one: it may only be a barer report.{more}",
    )
    return ax


def _edge(shade: str) -> str:
    return style.REFERENCE if shade == "#FFFFFF" else "white"


def _key(ax: Axes) -> None:
    """The four kinds of words over the bars, as a row of patches from the figure's left edge."""
    handles = [plt.Rectangle((0, 0), 1, 1, color=shade, ec=style.RULE, lw=0.4) for shade, _ in HEDGES.values()]
    above = blended_transform_factory(ax.figure.transFigure, ax.transData)
    ax.legend(
        handles, list(HEDGES), ncols=len(HEDGES), loc="upper left", bbox_to_anchor=(0.008, -1.3), bbox_transform=above, frameon=False,
        fontsize=style.LABEL, handlelength=1, handleheight=0.8, borderpad=0, borderaxespad=0, columnspacing=1.2, handletextpad=0.5,
    ).set_in_layout(False)  # fmt: skip


def _topic(row: pd.Series, whose: bool) -> str:
    """What a statement is about; ``whose``: also who the dead are."""
    measure = str(row["measure"])
    return f"{style.GROUP_NAMES.get(row['group'], 'people')} killed" if whose and measure == "killed" else topic(measure)
