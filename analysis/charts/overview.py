"""Deaths, flight and land over one time axis: the whole in one look."""

import pandas as pd
from matplotlib.figure import Figure

from analysis import style
from analysis.charts.labels import place, wrap
from analysis.charts.marks import date_axis, nothing
from analysis.charts.rows import first_mentions
from analysis.charts.territory import draw_land, land
from analysis.charts.timelines import on_time
from analysis.conventions import Vague, convention

SPAN = pd.Timedelta(days=500)  # the time shown, back from the last statement
MOST_LABELLED = 14  # above this a panel shows marks alone


def overview(claims: pd.DataFrame, width: str = "double", vague: Vague = "interval") -> Figure:
    """Deaths, flight and land over one time axis, one mark for each statement; small-multiple panels after Our World in Data."""
    fig = style.figure(width, 4.9)
    axes = fig.subplots(3, 1, sharex=True)
    rows = first_mentions(claims)
    rows = rows[rows["part_of"].isna() & rows["date_end"].notna() & (rows["date_precision"] != "year")]
    rows = rows[rows["date_end"] >= rows["date_end"].max() - SPAN]
    killed = rows[(rows["measure"] == "killed") & (rows["unit"] == "people")]
    fled = rows[(rows["measure"] == "displaced") & (rows["unit"] == "people")]
    areas, shares = land(rows)
    days = pd.concat([killed["date_end"], fled["date_end"], areas["date_end"], shares["date_end"]])
    titles = ("a  People reported killed", "b  People who fled or live displaced", "c  Land held by Islamic State, km²")
    labels = [on_time(axes[0], killed, vague, days, dodge=True), on_time(axes[1], fled, vague, days), []]
    if len(areas) + len(shares):
        labels[2] = [label for named in draw_land(axes[2], areas, shares) for label in named]
    for ax, title, found in zip(axes, titles, labels, strict=True):
        if not found:
            nothing(ax, title[3].lower() + title[4:])
        ax.set_title(title, fontsize=7, fontweight="bold", loc="left", pad=3)
        ax.tick_params(labelbottom=ax is axes[-1])
    if len(days):
        date_axis(axes[-1], days)
    articles = claims["article_id"].nunique()
    title = f"Deaths, flight and land: what {articles} article{'s' if articles != 1 else ''} state{'s' if articles == 1 else ''}"
    fig.suptitle(title, x=0.01, ha="left", fontsize=style.TITLE, fontweight="bold")
    note = (
        f"One mark is one statement; parts of totals are left out; deaths of one day stand side by side. Log scales. {convention(vague)}. "
    )
    note += "Arrow: no upper or lower end stated. Hollow: the figure itself excluded. In c, shares lost as what they leave of a peak of "
    note += "Britain's size. Statements fixed only to a year are left out. Blank time is time without a statement, not calm."
    lines = wrap(note, fig.get_figwidth() * 72 * 0.97, style.NOTE)
    fig.supxlabel("\n".join(lines), x=0.01, ha="left", fontsize=style.NOTE, color=style.SECONDARY)
    for ax, found in zip(axes, labels, strict=True):
        if len(found) <= MOST_LABELLED:
            place(ax, found)
    return fig
