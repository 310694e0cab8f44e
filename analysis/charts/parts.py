"""How a total breaks down, with the sum checked (FT Visual Vocabulary: part to whole only where the whole matters)."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes

from analysis import style
from analysis.charts.marks import fit, headline, nothing

MOST_TREES = 8
INSIDE = 0.16  # a part narrower than this share of the bar is labelled below it


def parts_of_totals(claims: pd.DataFrame, ax: Axes | None = None, measures: tuple[str, ...] = ("killed", "injured", "casualties")) -> Axes:
    """One bar for each total that the articles break down: its parts at their share, what is not broken down left white."""
    ax = ax or plt.gca()
    of_people = claims[claims["measure"].isin(measures) & (claims["unit"] == "people")]
    by_id = of_people.set_index("claim_id")
    parts = of_people[of_people["part_of"].isin(by_id.index) & of_people["value"].notna()]
    totals = [t for t in dict.fromkeys(parts["part_of"]) if pd.notna(by_id.loc[t, "value"])]
    if not totals:
        return nothing(ax, "parts of a total")
    totals.sort(key=lambda t: -by_id.loc[t, "value"])
    shown = totals[:MOST_TREES]
    for y, total in enumerate(shown):
        row = by_id.loc[total]
        _bar(ax, y, row, parts[parts["part_of"] == total])
    ax.set_ylim(len(shown) - 0.35, -0.75)
    ax.set_xlim(0, 1.0)
    ax.set_axis_off()
    fit(ax, 3.4 * len(shown))
    left_out = f" The {len(shown)} largest of {len(totals)}." if len(totals) > len(shown) else ""
    headline(
        ax,
        "How the totals break down",
        f"Bar: the stated total. White: not broken down. A sum that does not fit is printed, not mended.{left_out}",
    )
    return ax


def _bar(ax: Axes, y: int, total: pd.Series, parts: pd.DataFrame) -> None:
    stated, found = float(total["value"]), float(parts["value"].sum())
    width = max(stated, found)
    ax.barh(y, stated / width, height=0.34, facecolor="white", edgecolor=style.RULE, lw=0.6)
    left = 0.0
    for _, part in parts.iterrows():
        share = float(part["value"]) / width
        colour = style.COLOURS[part["group"] if isinstance(part["group"], str) else None]
        ax.barh(y, share, left=left, height=0.34, facecolor=colour, edgecolor="white", lw=0.8, zorder=2)
        name = str(part["detail"]).replace("_", " ") if isinstance(part["detail"], str) else style.GROUP_NAMES.get(part["group"], "")
        if share >= INSIDE:
            ax.text(
                left + share / 2, y, f"{part['value']:,.0f} {name}", ha="center", va="center", color="white", fontsize=style.LABEL, zorder=3
            )
        left += share
    ax.text(0, y - 0.25, _sum(total, parts, stated, found), fontsize=style.LABEL, va="bottom", ha="left")


def _sum(total: pd.Series, parts: pd.DataFrame, stated: float, found: float) -> str:
    place = total["place"] if isinstance(total["place"], str) else "place not stated"
    day = "" if pd.isna(total["date_end"]) else f", {total['date_end'].day} {total['date_end']:%b %Y}"
    terms = " + ".join(f"{v:,.0f}" for v in parts["value"])
    if found == stated:
        verdict = f"{terms} = {stated:,.0f}: adds up" if len(parts) > 1 else f"{terms} of {stated:,.0f}"
    elif found < stated:
        verdict = f"{terms} of {stated:,.0f}; {stated - found:,.0f} not broken down"
    else:
        verdict = f"{terms} = {found:,.0f}, stated {stated:,.0f}: does not add up"
    return f"{place}{day} ({style.speaker_name(total['speaker'])}): “{total['evidence']}” {total['measure']}; {verdict}"
