"""Shares of land that Islamic State is said to have lost or to hold, as the range that the words allow."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes

from analysis import style, wording
from analysis.charts.dotplot import narrow
from analysis.charts.labels import lay_out, width_of
from analysis.charts.marks import day_words, fit, headline, nothing, shows, words
from analysis.charts.rows import COUNTRIES, first_mentions
from analysis.estimates.land import is_of_a_time

DONE = {"territory_lost": "have lost", "territory_held": "hold"}
WHOLE = "Syria and Iraq"  # of which nobody need say that it is meant
LONG_PAST = pd.Timedelta(days=120)  # before the article, of which its day says nothing
AWAY = 6.0  # points from a share to its words
BEHIND = 0.4  # a share below this rather has them behind its bar
INK, PALE = style.COLOURS["is_fighters"], style.TINTS["is_fighters"]


def territory_shares(claims: pd.DataFrame, ax: Axes | None = None, most: int = 20) -> Axes:
    """Shares of land that Islamic State is said to have lost or to hold, as the range that the words allow; the latest ``most``."""
    ax = ax or plt.gca()
    rows = first_mentions(claims)
    rows = rows[rows["measure"].isin(DONE) & (rows["unit"] == "share") & rows["low"].notna()]
    known, most = len(rows), style.rows_for(ax.figure, most)
    rows = rows.sort_values(["date_end", "published", "start_char"], kind="stable").tail(most)
    if rows.empty:
        return nothing(ax, "the share of land lost or held")
    shows(ax, rows)
    for y, (_, row) in enumerate(rows.iterrows()):
        high = row["high"] if pd.notna(row["high"]) else 1.0
        ax.plot([row["low"], max(high, row["low"] + 0.004)], [y, y], color=PALE, lw=5.5, solid_capstyle="butt", clip_on=False)
        ax.plot([row["low"], high], [y, y], ls="none", marker="|", ms=6, mew=1, color=INK, clip_on=False)
    between = ",\n" if narrow(ax) else ", "
    ax.set_yticks(
        range(len(rows)),
        [between.join(filter(None, (_day_of(row), style.speaker_name(row["speaker"])))) for _, row in rows.iterrows()],
    )
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)
    ax.set_xlim(0, 1)
    ax.set_ylim(len(rows) - 0.4, -0.6)
    ax.xaxis.set_major_formatter(lambda v, _: f"{v:.0%}")
    fit(ax, (1.6 if narrow(ax) else 1.1) * len(rows))
    left_out = f" The latest {most} of {known}." if known > len(rows) else ""
    note = "Share of its former land lost, or of a country held, by day and speaker. Bar: what the words allow"
    note += f"{'; “most” is more than half' if rows['evidence'].str.lower().str.contains('most').any() else ''}.{left_out}"
    headline(ax, _share_title(rows), note)
    _name_shares(ax, rows)
    return ax


def _name_shares(ax: Axes, rows: pd.DataFrame) -> None:
    """The words of each share: before its bar, or behind it, or where neither side has room for them, over it."""
    lay_out(ax.figure)
    width = ax.get_window_extent().width / ax.figure.dpi * 72
    both = rows["measure"].nunique() > 1
    for y, (_, row) in enumerate(rows.iterrows()):
        said = f"{row['measure'].removeprefix('territory_')} {words(row)}" if both else words(row)
        said += f" {_of(row['place'])}" if pd.notna(row["place"]) and row["place"] != WHOLE else ""
        high = row["high"] if pd.notna(row["high"]) else 1.0
        needed = (width_of(said) + AWAY) / width
        before, behind, over = (row["low"], -AWAY, 0.0, "right"), (high, AWAY, 0.0, "left"), (1.0, 0.0, style.LABEL, "right")
        room = [place for place, free in ((before, row["low"]), (behind, 1 - high)) if free >= needed]
        x, dx, dy, align = over if not room else room[-1] if row["low"] < BEHIND else room[0]
        ax.annotate(said, (x, y), xytext=(dx, dy), textcoords="offset points", ha=align, va="center", fontsize=style.LABEL)


def _of(place: str) -> str:
    """The land of a place, or along a river."""
    return wording.where(place) if place in wording.RIVERS else f"of {wording.named(place)}"


def _day_of(row: pd.Series) -> str:
    """The day of a share, and that of the article where it tells of a time long past: "2014 (told 5 Mar 2019)"."""
    told = "" if pd.isna(row["published"]) else day_words(row["published"])
    if pd.isna(row["date_end"]) or pd.isna(row["published"]) or row["published"] - row["date_end"] < LONG_PAST:
        return told
    return f"{day_words(row['date_end'], row['date_precision'])} (told {told})"


def _share_title(rows: pd.DataFrame) -> str:
    """The loosest and the strongest share lost of all its land or of a country; or else the largest that is told, with its place."""
    lost = rows[(rows["measure"] == "territory_lost") & (rows["place"].isna() | rows["place"].isin(COUNTRIES))]
    lost = lost[[not is_of_a_time(row) for row in lost.to_dict("records")]]
    if len(lost):
        least, strongest = lost.loc[lost["low"].idxmin()], lost.loc[lost["low"].idxmax()]
        figures = words(strongest) if strongest["low"] == least["low"] else f"from {words(least)} to {words(strongest)}"
        return f"Islamic State is said to {DONE['territory_lost']} {figures} of its land"
    row = rows.loc[rows["low"].idxmax()]
    where = f" {wording.where(row['place'])}" if pd.notna(row["place"]) else ""
    return f"Islamic State is said to {DONE[str(row['measure'])]} {words(row)} of the land{where}"
