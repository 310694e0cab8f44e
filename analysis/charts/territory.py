"""Land that Islamic State held: from a country to a village on one log scale. Areas are never shaded as outlines (ISW's caution)."""

import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis import style, wording
from analysis.charts.labels import Label
from analysis.charts.marks import ARROW, arrow, nothing, opens, period_bar, shows, sized, statement, words
from analysis.charts.rows import COUNTRIES, first_mentions
from analysis.charts.scales import amount_axis, counted, date_axis
from analysis.charts.timelines import label_or_say
from analysis.estimates.land import REFERENCE, is_of_a_time

REFERENCE_BEFORE = 600  # days of published figures drawn before the first statement
BRITAIN = (209331, 242495)  # km2: Great Britain, the United Kingdom (CODEBOOK.md)
WIDEST = "Syria and Iraq"
FLOOR, CEILING = 0.3, 2_500_000  # km2 on the axis, if nothing is smaller
CAP = 6.0  # points that the mark of a share is wide
DEEPEST, HIGHEST = 2.0, 1.5  # most decades of an axis under the least area and over the peak
LAID_OUT = 0.85  # of the height of axes that is left to them once titles are laid out
OVER = 11.0  # points over the peak, for its words
PLOT = 0.7  # of a figure's width that the axis of days takes
INK, PALE = style.COLOURS["is_fighters"], style.TINTS["is_fighters"]


def territory(claims: pd.DataFrame, ax: Axes | None = None, reference: bool = True) -> Axes:
    """Land held by Islamic State in km2, log scale; shares lost as what they leave of the peak; published figures in grey.

    The peak is "the size of Britain", a range: Great Britain or the United Kingdom. A length is no area and is not drawn. After Our
    World in Data: places that a reader knows beside the axis, and reference in grey.
    """
    ax = ax or plt.gca()
    areas, shares = land(claims)
    if areas.empty and shares.empty:
        return nothing(ax, "land in km²")
    shows(ax, pd.concat([areas, shares]))
    dates = pd.concat([areas["date_end"], areas["date_start"], shares["date_end"]])
    known = pd.read_csv(REFERENCE / "territory.csv", parse_dates=["as_of"]) if reference else pd.DataFrame({"as_of": [], "area_km2": []})
    known = known[(known["area_km2"] > 0) & (known["as_of"] >= dates.min() - pd.Timedelta(days=REFERENCE_BEFORE))]
    known = known[known["as_of"] <= dates.max() + pd.Timedelta(days=60)]
    areas_named, shares_named = draw_land(ax, areas, shares, pd.concat([dates, known["as_of"]]))
    published, sources = (_published(ax, known), ", ".join(dict.fromkeys(known["who"]))) if len(known) else ([], "")
    ax.set_ylabel("km²")
    _for_scale(ax)
    note = "Area held by Islamic State, log scale: each step down is ten times less."
    if len(shares):
        note += (
            " Bar: what a stated share leaves of a peak of Britain’s size (Great Britain 209,331 km², the United Kingdom 242,495 km²); with"
        )
        note += " an arrow, at most that."
    local = int((_lost_share(claims) & _local(claims)).sum())
    note += f" {local} share{'s' * (local > 1)} of a province or a town left out." if local else ""
    note += f" Grey: published figures ({sources}), of another area, never joined to the statements." if sources else ""
    label_or_say(ax, _title(areas, shares), note, [*areas_named, *published, *shares_named])
    return ax


def land(claims: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The claims that can be drawn in km2: areas, and shares lost (of one day only the one that says most). What is lost of a province or
    a town, or over some months, is no share of the peak."""
    dated = first_mentions(claims).dropna(subset="date_end")
    areas = dated[(dated["measure"] == "territory_held") & (dated["unit"] == "km2") & dated["value"].notna()]
    of_a_time = pd.Series([is_of_a_time(row) for row in dated.to_dict("records")], index=dated.index, dtype=bool)
    shares = dated[_lost_share(dated) & ~_local(dated) & ~of_a_time]
    return areas, shares.sort_values("low", kind="stable").drop_duplicates("date_end", keep="last").sort_values("date_end")


def _lost_share(rows: pd.DataFrame) -> pd.Series:
    return (rows["measure"] == "territory_lost") & (rows["unit"] == "share") & rows["low"].notna()


def _local(rows: pd.DataFrame) -> pd.Series:
    """Whether claims are about less than a country."""
    return rows["place"].notna() & ~rows["place"].isin(COUNTRIES)


def draw_land(ax: Axes, areas: pd.DataFrame, shares: pd.DataFrame, dates: pd.Series) -> tuple[list[Label], list[Label]]:
    """Areas as marks, the peak as a band over its days, shares as what they leave of it, on an axis that holds ``dates``; returns the
    labels of both, to place. Shares of one size whose marks would touch are one mark."""
    ax.set_yscale("log")
    date_axis(ax, dates)
    _limits(ax, areas)
    labels, lost = list[Label](), list[Label]()
    for (_, row), compared in zip(areas.iterrows(), like_britain(areas), strict=True):
        x = mdates.date2num(row["date_end"])
        if compared:
            period_bar(ax, row, sum(BRITAIN) / 2, style.SECONDARY, width=5.5)
            middle = x if pd.isna(row["date_start"]) else (mdates.date2num(row["date_start"]) + x) / 2
            labels.append(Label(f"“{words(row)}”", middle, BRITAIN[1] * 2.2))
        else:
            statement(ax, x, row["value"], row, horizontal=False)
            labels.append(Label(", ".join([sized(row), *locality(row)]), x, row["value"], left=True))
    alike = dict[str, list[pd.Series]]()
    for touching in _touching(ax, shares):
        _share(ax, touching)
        said = wording.listed(list(dict.fromkeys(words(row) for row in touching)))
        alike.setdefault(said, []).extend(touching)
    for said, times in alike.items():
        last = times[-1]
        often = f", said {len(times)} times" if len(times) > 1 and " and " not in said else ""
        lost.append(Label(f"lost {said}{often}", mdates.date2num(last["date_end"]), (1 - last["low"]) * BRITAIN[1], left=True))
    amount_axis(ax.yaxis)
    return labels, lost


def _limits(ax: Axes, areas: pd.DataFrame) -> None:
    """Limits that hold every area, with room for the arrow of one that may be smaller, and for words over the peak."""
    height = ax.get_window_extent().height / ax.figure.dpi * 72 * LAID_OUT
    floor, ceiling = FLOOR, CEILING
    for _, row in areas.iterrows():
        below = ARROW + 5 if opens(row) < 0 else CAP
        decades = np.log10(BRITAIN[1] / row["value"]) * height / max(height - below - OVER, 1)  # of the whole axis
        under, over = (min(decades * points / height, most) for points, most in ((below, DEEPEST), (OVER, HIGHEST)))
        floor, ceiling = min(floor, row["value"] / 10**under), max(ceiling, BRITAIN[1] * 10**over)
    ax.set_ylim(floor, ceiling)


def _touching(ax: Axes, shares: pd.DataFrame) -> list[list[pd.Series]]:
    """Shares in the order of their days, those of one size together whose marks would touch."""
    first, last = ax.get_xlim()
    day = ax.figure.get_figwidth() * 72 * PLOT / (last - first)
    found = list[list[pd.Series]]()
    for _, row in shares.iterrows():
        near = [
            group
            for group in found
            if (group[-1]["low"], group[-1]["high"]) == (row["low"], row["high"])
            and (row["date_end"] - group[-1]["date_end"]).days * day < 1.5 * CAP
        ]
        if near:
            near[0].append(row)
        else:
            found.append([row])
    return found


def _share(ax: Axes, rows: list[pd.Series]) -> None:
    """What a share that is lost leaves of the peak: at most that much, less where an arrow stands."""
    xs = [mdates.date2num(row["date_end"]) for row in rows]
    least, most = ((1 - rows[0]["low"]) * peak for peak in BRITAIN)
    for x in xs:
        ax.plot([x, x], [least, most], color=PALE, lw=5.5, solid_capstyle="butt", zorder=2)
    ax.plot(xs, [most] * len(xs), ls="-" if len(xs) > 1 else "none", lw=1, marker="_", ms=CAP, mew=1, color=INK, zorder=3)
    if rows[0]["high"] != rows[0]["low"]:
        arrow(ax, (xs[0] + xs[-1]) / 2, most, (0, -ARROW - 3), INK)


def _for_scale(ax: Axes) -> None:
    """Places of known size at the right of the axis: what a number of km2 means."""
    for _, row in pd.read_csv(REFERENCE / "scale.csv").iterrows():
        ax.annotate(
            f"– {row['name']}", (1, row["km2"]), xycoords=("axes fraction", "data"), xytext=(2, 0), textcoords="offset points", va="center",
            fontsize=style.NOTE, color=style.SECONDARY, gid="scale",
        )  # fmt: skip


def locality(row: pd.Series) -> list[str]:
    """The place of an area where it is less than a country, to be named: what is held there need not be all."""
    return [] if pd.isna(row["place"]) or row["place"] in COUNTRIES else [row["place"]]


def like_britain(rows: pd.DataFrame) -> pd.Series:
    """Which areas are said to be of the size of Britain."""
    return rows["evidence"].astype(str).str.lower().str.contains(r"(?:britain|kingdom|uk)$")


def _title(areas: pd.DataFrame, shares: pd.DataFrame) -> str:
    if areas.empty:
        lost = shares.iloc[-1]
        return f"Islamic State is said to have lost {words(lost)} of its land"
    areas = areas.assign(told=[_area(row, like) for (_, row), like in zip(areas.iterrows(), like_britain(areas), strict=True)])
    first, last = areas.loc[areas["value"].idxmax()], areas.sort_values("date_end", kind="stable").iloc[-1]
    if areas["value"].nunique() == 1 or first["told"] == last["told"]:
        return f"The land that Islamic State is said to hold: {first['told']}"
    return f"From {first['told']} to {last['told']}: the land that Islamic State is said to hold"


def _area(row: pd.Series, compared: bool) -> str:
    """An area in words: "four km² in Deir ez-Zor", "roughly the size of Britain"."""
    return words(row) if compared else " ".join([sized(row), *map(wording.where, locality(row))])


def _published(ax: Axes, known: pd.DataFrame) -> list[Label]:
    wide, small = known[known["area_covered"] == WIDEST], known[known["area_covered"] != WIDEST]
    ax.plot(wide["as_of"], wide["area_km2"], color=style.REFERENCE, lw=0.8, marker="o", ms=2.8, zorder=1)
    ax.plot(small["as_of"], small["area_km2"], ls="none", marker="o", color=style.REFERENCE, ms=2.8, zorder=1)
    ends = [(row, counted(row["area_km2"])) for _, row in (*wide.head(1).iterrows(), *small.tail(1).iterrows())]
    ends += [(row, counted(row["area_km2"])) for _, row in wide.iloc[1:].tail(1).iterrows()]
    return [Label(text, mdates.date2num(row["as_of"]), row["area_km2"], colour=style.SECONDARY) for row, text in ends]
