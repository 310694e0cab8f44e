"""How a total breaks down, with the sum checked (FT Visual Vocabulary: part to whole only where the whole matters)."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb

from analysis import style, wording
from analysis.charts.dotplot import LINE
from analysis.charts.labels import width_of, wrap
from analysis.charts.marks import fit, headline, nothing, opens, shows, who, words, words_and_who
from analysis.charts.rows import at_their_events
from analysis.estimates.ranges import AGE_AND_SEX
from analysis.estimates.sums import sums
from analysis.extraction.claim import HARMS

MOST_TREES = 8
LINES_OF_TREE = 3  # heading, sum and bar
BAR = 0.9  # of a line's height
BETWEEN = 0.8
PALER = (0.0, 0.38, 0.62)  # the second and third part of one group are mixed with white by this much
FAULT = "does_not_fit"
ALONE = {
    "adds_up": " and its parts, which add up",
    "may_add_up": " and its parts, which may add up",
    "leaves_rest": ", part of it broken down",
}
ENDS = {"may_add_up": "; may add up", "overlaps": "; the parts overlap"}


def parts_of_totals(events: pd.DataFrame, claims: pd.DataFrame, ax: Axes | None = None, measures: tuple[str, ...] = HARMS) -> Axes:
    """One bar for each total that the articles break down: its parts at their share, what is not broken down left white.

    An open total ("at least 23") has a ragged end. A sum that does not fit its total is printed, never rescaled; those come first. The
    verdicts are those of the table ``sums``. A part of other people than its total counts is no part of it.
    """
    ax = ax or plt.gca()
    of_people = claims[claims["measure"].isin(measures) & (claims["unit"] == "people")]
    checked = at_their_events(broken_down(claims, measures), events)
    if checked.empty:
        return nothing(ax, "parts of a total")
    known = len(checked)
    order = checked.assign(fits=checked["verdict"] != FAULT).sort_values(["fits", "value"], ascending=[True, False], kind="stable")
    most = min(MOST_TREES, style.rows_for(ax.figure, MOST_TREES * LINES_OF_TREE) // LINES_OF_TREE)
    by_id = of_people.set_index("claim_id", drop=False)
    y, drawn = 0.0, []
    for _, total in order.head(most).iterrows():
        parts = by_id.loc[total["parts"].split(";")]
        parts = parts[parts["value"].notna()]
        if len(parts):
            apart, inside = _apart(parts)
            y = _tree(ax, y, total, apart, inside) + BETWEEN
            drawn += [total["claim_id"], *parts["claim_id"]]
    ax.set_ylim(y, -0.1)
    ax.set_xlim(0, 1.0)
    ax.set_axis_off()
    fit(ax, y)
    shows(ax, of_people[of_people["claim_id"].isin(drawn)])
    note = "Bar: the stated total, each to its own scale. White: not broken down. "
    note += "Ragged end: the total is a lower bound. " if any(opens(row) > 0 for _, row in order.head(most).iterrows()) else ""
    note += "A sum that does not fit is printed, not mended." if order["verdict"].eq(FAULT).any() else ""
    first = "those that do not fit, then the largest" if order["verdict"].eq(FAULT).any() else "the largest"
    headline(ax, _title(checked["verdict"]), f"{note}{f' {most} of {known}, {first}.' if known > most else ''}".strip())
    return ax


def broken_down(claims: pd.DataFrame, measures: tuple[str, ...] = HARMS) -> pd.DataFrame:
    """The totals of people that have parts which can be added up, as the table ``sums``."""
    people = claims[claims["measure"].isin(measures) & (claims["unit"] == "people")]
    checked = sums(people[~_strangers(people)])
    return checked[checked["value"].notna() & (checked["verdict"] != "not_comparable")]


def _strangers(rows: pd.DataFrame) -> pd.Series:
    """Parts of another side than the one that their total counts: 27 fighters are no part of 28 civilians."""
    group = rows["group"].astype(object)
    of = rows["part_of"].map(dict(zip(rows["claim_id"], group, strict=True)))
    return of.notna() & of.ne("people") & group.ne("people") & group.ne(of)


def _title(verdicts: pd.Series) -> str:
    faults, whole, known = int(verdicts.eq(FAULT).sum()), int(verdicts.eq("adds_up").sum()), len(verdicts)
    if faults:
        agree = "does not agree with its parts" if faults == 1 else "do not agree with their parts"
        return f"{faults} of {known} totals of the dead or wounded {agree}"
    if known == 1:
        return f"A total of the dead or wounded{ALONE.get(verdicts.iloc[0], ' and its parts')}"
    return f"Of {known} totals of the dead or wounded that are broken down, {whole} {'is' if whole == 1 else 'are'} accounted for in full"


def _apart(parts: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The parts that hold nobody of one another, and those of an age or a sex, who may be among the civilians or the people told beside
    them: 270 children among 1,087 civilians."""
    narrow = parts["detail"].isin(AGE_AND_SEX)
    wide = ~narrow & parts["group"].isin(("civilians", "people"))
    return (parts[~narrow], parts[narrow]) if wide.any() else (parts, parts.iloc[:0])


def _tree(ax: Axes, y: float, total: pd.Series, parts: pd.DataFrame, inside: pd.DataFrame) -> float:
    """A total with its parts from ``y`` down, and in words those ``inside`` them; returns where it ends."""
    room = ax.figure.get_figwidth() * 72 - 12
    value, found = float(total["value"]), float(parts["value"].sum())
    width = max(value, found)
    shares = parts["value"].astype(float) / width
    unnamed = [
        words_and_who(part) for (_, part), share in zip(parts.iterrows(), shares, strict=True) if width_of(_name(part)) + 6 > share * room
    ]
    rest = _rest(total, parts)
    beside = bool(rest) and width_of(rest) + 12 <= (1 - shares.sum()) * room
    more = [f"too narrow to name in the bar: {wording.listed(unnamed)}"] if unnamed else []
    more += [rest] if rest and not beside else []
    more += [f"among them {wording.listed([words_and_who(part) for _, part in inside.iterrows()])}"] if len(inside) else []
    for text, bold in ((_heading(total), True), ("; ".join([_sum(total, parts), *more]), False)):
        told = wrap(text, room, style.LABEL, bold)
        tall = max(1.0, 0.35 + LINE * len(told))
        written = ax.text(
            0, y + tall / 2, "\n".join(told), fontsize=style.LABEL, va="center", fontweight="bold" if bold else "normal", linespacing=1.2
        )
        written.set_in_layout(False)
        y += tall
    _bar(ax, y + BAR / 2, total, parts, shares, room)
    if beside:
        ax.annotate(rest, (float(shares.sum()), y + BAR / 2), xytext=(6, 0), textcoords="offset points", va="center", fontsize=style.LABEL)
    return y + BAR


def _bar(ax: Axes, y: float, total: pd.Series, parts: pd.DataFrame, shares: pd.Series, room: float) -> None:
    ax.barh(y, float(total["value"]) / max(float(total["value"]), float(parts["value"].sum())), height=BAR, facecolor="white",
            edgecolor=style.RULE, lw=0.6)  # fmt: skip
    left, seen = 0.0, dict[str, int]()
    for (_, part), share in zip(parts.iterrows(), shares, strict=True):
        group = part["group"] if isinstance(part["group"], str) else None
        paler = PALER[min(seen.get(str(group), 0), len(PALER) - 1)]
        seen[str(group)] = seen.get(str(group), 0) + 1
        colour = tuple(np.array(to_rgb(style.COLOURS[group])) * (1 - paler) + paler)
        ax.barh(y, share, left=left, height=BAR, facecolor=colour, edgecolor="white", lw=0.8, zorder=2)
        if width_of(_name(part)) + 6 <= share * room:
            ax.text(left + share / 2, y, _name(part), ha="center", va="center", color=style.ink_on(colour), fontsize=style.LABEL, zorder=3)
        left += share
    if opens(total) > 0:
        edge = np.linspace(y - BAR / 2, y + BAR / 2, 9)
        torn = 1 - 0.008 * (np.arange(9) % 2)
        ax.fill_betweenx(edge, torn, 1.01, color="white", lw=0, zorder=3)
        ax.plot(torn, edge, color=style.RULE, lw=0.6, zorder=4)


def _rest(total: pd.Series, parts: pd.DataFrame) -> str:
    """What is not broken down, as open as the total and its parts leave it; "" where nothing is."""
    rest = float(total["value"]) - float(parts["value"].sum())
    if rest <= 0:
        return ""
    more = {opens(total)} | {-opens(part) for _, part in parts.iterrows()}
    if {1, -1} <= more:
        return "the rest not broken down"
    about = "about " if "about" in {total["qualifier"], *parts["qualifier"]} else ""
    return f"{about}{rest:,.0f}{' or more' if 1 in more else ' or fewer' if -1 in more else ''} not broken down"


def _name(part: pd.Series) -> str:
    return f"{part['value']:,.0f} {who(part)}"


def _heading(total: pd.Series) -> str:
    place = total["place"] if isinstance(total["place"], str) else "Place not stated"
    return f"{', '.join(filter(None, (place, wording.period(total))))} ({style.speaker_name(total['speaker'])})"


def _sum(total: pd.Series, parts: pd.DataFrame) -> str:
    """The sum as it stands: "28 + 26 = 54, adds up"; "at least 346 + more than 170 of more than 500; may add up"."""
    terms = " + ".join(f"{part['value']:,.0f}" if part["qualifier"] == "exact" else words(part) for _, part in parts.iterrows())
    said = f"{words_and_who(total)} {style.MEASURE_NAMES[str(total['measure'])]}"
    value, found, verdict = float(total["value"]), float(parts["value"].sum()), total["verdict"]
    if verdict == "adds_up" and len(parts) > 1:
        return f"{said}: {terms} = {value:,.0f}, adds up"
    if verdict == FAULT:
        return f"{said}: {terms} = {found:,.0f}, stated {words(total)}"
    end = "" if verdict == "may_add_up" and len(parts) == 1 else ENDS.get(verdict, "")  # one part adds up to nothing
    return f"{said}: {terms} of {f'{value:,.0f}' if opens(total) <= 0 else words(total)}{end}"
