"""How a total breaks down, with the sum checked (FT Visual Vocabulary: part to whole only where the whole matters)."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb

from analysis import style
from analysis.charts.labels import shorten, width_of
from analysis.charts.marks import fit, headline, nothing, opens, shows, stated, who

MOST_TREES = 8
HEIGHT = 0.3
PALER = (0.0, 0.38, 0.62)  # the second and third part of one group are mixed with white by this much


def parts_of_totals(claims: pd.DataFrame, ax: Axes | None = None, measures: tuple[str, ...] = ("killed", "injured", "casualties")) -> Axes:
    """One bar for each total that the articles break down: its parts at their share, what is not broken down left white.

    An open total ("at least 23") has a ragged end. A sum that does not fit its total is printed, never rescaled.
    """
    ax = ax or plt.gca()
    of_people = claims[claims["measure"].isin(measures) & (claims["unit"] == "people")]
    by_id = of_people.set_index("claim_id")
    parts = of_people[of_people["part_of"].isin(by_id.index) & of_people["value"].notna()]
    totals = [t for t in dict.fromkeys(parts["part_of"]) if pd.notna(by_id.loc[t, "value"])]
    if not totals:
        return nothing(ax, "parts of a total")
    totals.sort(key=lambda t: -by_id.loc[t, "value"])
    shown = totals[:MOST_TREES]
    room = ax.figure.get_figwidth() * 72 - 12
    for y, total in enumerate(shown):
        _bar(ax, y, by_id.loc[total], parts[parts["part_of"] == total], room)
    ax.set_ylim(len(shown) - 0.7, -0.8)
    ax.set_xlim(0, 1.0)
    ax.set_axis_off()
    fit(ax, 3.1 * len(shown))
    shows(ax, of_people[of_people["claim_id"].isin(shown) | of_people["part_of"].isin(shown)])
    left_out = f" The {len(shown)} largest of {len(totals)}." if len(totals) > len(shown) else ""
    note = "Bar: the stated total, each to its own scale. White: not broken down. Ragged end: the total is a lower bound."
    headline(ax, _title(totals, by_id, parts), f"{note} A sum that does not fit is printed, not mended.{left_out}")
    return ax


def _title(totals: list[str], by_id: pd.DataFrame, parts: pd.DataFrame) -> str:
    sums = parts.groupby("part_of")["value"].sum()
    whole = [t for t in totals if sums[t] == by_id.loc[t, "value"]]
    over = [t for t in totals if sums[t] > by_id.loc[t, "value"] and opens(by_id.loc[t]) <= 0]
    if over:
        return f"{len(over)} of {len(totals)} totals do not agree with their parts"
    if len(whole) == len(totals):
        return "The parts add up to their totals"
    return f"Of {len(totals)} totals that are broken down, {len(whole)} {'is' if len(whole) == 1 else 'are'} accounted for in full"


def _bar(ax: Axes, y: int, total: pd.Series, parts: pd.DataFrame, room: float) -> None:
    value, found = float(total["value"]), float(parts["value"].sum())
    width = max(value, found)
    ax.barh(y, value / width, height=HEIGHT, facecolor="white", edgecolor=style.RULE, lw=0.6)
    left, seen = 0.0, dict[str, int]()
    unnamed = []
    for _, part in parts.iterrows():
        group = part["group"] if isinstance(part["group"], str) else None
        share = float(part["value"]) / width
        paler = PALER[min(seen.get(str(group), 0), len(PALER) - 1)]
        seen[str(group)] = seen.get(str(group), 0) + 1
        colour = tuple(np.array(to_rgb(style.COLOURS[group])) * (1 - paler) + paler)
        ax.barh(y, share, left=left, height=HEIGHT, facecolor=colour, edgecolor="white", lw=0.8, zorder=2)
        name = f"{part['value']:,.0f} {who(part)}"
        if width_of(name) + 6 <= share * room:
            ink = style.TEXT if paler else "white"
            ax.text(left + share / 2, y, name, ha="center", va="center", color=ink, fontsize=style.LABEL, zorder=3)
        else:
            unnamed.append(stated(part))
        left += share
    rest = f"{', '.join(unnamed)}{'; ' if unnamed and found < value else ''}"
    rest += f"{value - found:,.0f} not broken down" if found < value else ""
    if rest and found < value and width_of(rest) + 12 <= (1 - left) * room:
        ax.annotate(rest, (left, y), xytext=(6, 0), textcoords="offset points", va="center", fontsize=style.LABEL)
        rest = ""
    if opens(total) > 0:
        edge = np.linspace(y - HEIGHT / 2, y + HEIGHT / 2, 9)
        ax.fill_betweenx(edge, 1 - 0.008 * (np.arange(9) % 2), 1.01, color="white", lw=0, zorder=3)
    event, sums = _heading(total), _sum(total, parts, value, found)
    lines = ((0.5, event, True), (0.27, f"{sums}; {rest}" if rest else sums, False))
    for up, text, bold in lines:
        text = shorten(text, room, bold=bold)
        written = ax.text(0, y - up, text, fontsize=style.LABEL, va="center", fontweight="bold" if bold else "normal")
        written.set_in_layout(False)


def _heading(total: pd.Series) -> str:
    place = total["place"] if isinstance(total["place"], str) else "Place not stated"
    day = "" if pd.isna(total["date_end"]) else f", {total['date_end'].day} {total['date_end']:%b %Y}"
    return f"{place}{day} ({style.speaker_name(total['speaker'])})"


def _sum(total: pd.Series, parts: pd.DataFrame, value: float, found: float) -> str:
    terms = " + ".join(f"{v:,.0f}" for v in parts["value"])
    said = f"{stated(total)} {total['measure']}"
    if found == value:
        return f"{said}: {terms} = {value:,.0f}, adds up" if len(parts) > 1 else f"{said}: {terms} of {value:,.0f}"
    if found < value:
        return f"{said}: {terms} of {value:,.0f}"
    return f"{said}: {terms} = {found:,.0f}, stated {value:,.0f}"
