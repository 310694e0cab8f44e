"""Statements on a time axis: flight, territory, and the overview of all three. Log scales, named as such; nothing is joined by a line."""

from pathlib import Path

import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import style
from analysis.charts.marks import Vague, amount, convention, counted, date_axis, headline, nothing, spread, statement, words
from analysis.charts.rows import first_mentions

MOST_LABELS = 14
REFERENCE_BEFORE = 600  # days of published figures drawn before the first statement
BRITAIN = (209331, 242495)  # km2: Great Britain, the United Kingdom (CODEBOOK.md)
CAMPS_REFERENCE = Path(__file__).parents[2] / "data" / "reference" / "camps.csv"
TERRITORY_REFERENCE = Path(__file__).parents[2] / "data" / "reference" / "territory.csv"


def flight(claims: pd.DataFrame, ax: Axes | None = None, vague: Vague = "interval") -> Axes:
    """People reported to have fled: each statement as a bar over the period it is about, at its size. Periods overlap: do not add."""
    ax = ax or plt.gca()
    rows = first_mentions(claims)
    rows = rows[(rows["measure"] == "displaced") & rows["unit"].isin(("people", "families")) & rows["date_end"].notna()]
    if _on_time(ax, rows, vague, periods=True) is None:
        return nothing(ax, "people who fled, with a day")
    _camps(ax)
    families = int((rows["unit"] == "families").sum())
    note = "A bar spans the period that the number is about; a mark without one is one day. Periods overlap: do not add."
    note += " Log scale. Grey: published camp figures."
    note += f" {families} of the statements count families." if families else ""
    headline(ax, "People reported to have fled, or to live displaced", note)
    return ax


def _camps(ax: Axes) -> None:
    """Published camp figures in grey, those inside the days drawn; context, never joined to the statements."""
    camps = pd.read_csv(CAMPS_REFERENCE, parse_dates=["as_of"])
    first, last = (pd.Timestamp(mdates.num2date(x)).tz_localize(None) for x in ax.get_xlim())
    camps = camps[camps["as_of"].between(first, last)]
    if len(camps):
        ax.plot(camps["as_of"], camps["people"], ls="none", marker="o", ms=2.8, color=style.REFERENCE, zorder=1)
        low, high = ax.get_ylim()
        ax.set_ylim(low, max(high, 2 * float(camps["people"].max())))
        newest = camps.iloc[-1]
        ax.annotate(
            f"{newest['camp']} camp, {newest['who']}",
            (newest["as_of"], newest["people"]),
            xytext=(-2, -11),
            textcoords="offset points",
            ha="right",
            fontsize=style.LABEL,
            color=style.SECONDARY,
        )


def displacement_rates(claims: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """People fleeing a day, as the range that each statement's words and period allow."""
    ax = ax or plt.gca()
    rows = first_mentions(claims)
    rows = rows[(rows["measure"] == "displaced") & (rows["unit"] == "people") & (rows["scope"] != "stock")]
    rows = rows[rows["date_start"].notna() & rows["date_end"].notna()]
    days = (rows["date_end"] - rows["date_start"]).dt.days + 1
    rows = rows.assign(low=rows["low"] / days, high=rows["high"] / days, value=rows["value"] / days)
    if _on_time(ax, rows, "interval", periods=True) is None:
        return nothing(ax, "flight over a stated period")
    headline(
        ax,
        "Fleeing a day, over the period of each statement",
        "The stated number over the days of its period; an open number gives an open rate. Log scale.",
    )
    return ax


def territory(claims: pd.DataFrame, ax: Axes | None = None, reference: bool = True) -> Axes:
    """Land held by Islamic State in km2, log scale; shares lost as what they imply of the peak; published figures in grey.

    The peak is "the size of Britain", a range: Great Britain or the United Kingdom. A length is no area and is not drawn.
    """
    ax = ax or plt.gca()
    rows = first_mentions(claims)
    areas = rows[(rows["measure"] == "territory_held") & (rows["unit"] == "km2") & rows["value"].notna()]
    shares = rows[(rows["measure"] == "territory_lost") & (rows["unit"] == "share") & rows["low"].notna() & rows["date_end"].notna()]
    dates = [areas["date_end"], shares["date_end"]]
    known = pd.read_csv(TERRITORY_REFERENCE, parse_dates=["as_of"]) if reference else pd.DataFrame(columns=["as_of", "area_km2"])
    known = known[known["area_km2"] > 0]
    if areas.empty and shares.empty:
        return nothing(ax, "land")
    if reference:
        stated = pd.concat([areas["date_end"][areas["value"] < BRITAIN[0]], shares["date_end"]]).dropna()
        if len(stated):
            known = known[known["as_of"] >= stated.min() - pd.Timedelta(days=REFERENCE_BEFORE)]
        dates.append(known["as_of"])
        wide = known[known["area_covered"] == "Syria and Iraq"]
        ax.plot(wide["as_of"], wide["area_km2"], color=style.REFERENCE, lw=0.8, marker="o", ms=2.8, zorder=1)
        small = known[known["area_covered"] != "Syria and Iraq"]
        ax.plot(small["as_of"], small["area_km2"], ls="none", marker="o", color=style.REFERENCE, ms=2.8, zorder=1)
        if len(wide):
            first = wide.iloc[0]
            ax.annotate(
                "published",
                (first["as_of"], first["area_km2"]),
                xytext=(0, -9),
                textcoords="offset points",
                color=style.SECONDARY,
                fontsize=style.LABEL,
            )
    ax.set_yscale("log")
    ax.set_ylim(0.3, 1_000_000)
    for when, group in areas.groupby("date_end"):
        for _, row in group.iterrows():
            if str(row["evidence"]).lower().endswith(("britain", "kingdom", "uk")):
                ax.axhspan(*BRITAIN, color=style.TINTS["is_fighters"], zorder=0, lw=0)
                ax.annotate(
                    f"{words(row)}: the peak",
                    (0.01, BRITAIN[1]),
                    xycoords=("axes fraction", "data"),
                    xytext=(0, 3),
                    textcoords="offset points",
                    fontsize=style.LABEL,
                )
                continue
            statement(ax, mdates.date2num(when), 0, row, horizontal=False)
            ax.annotate(
                f"{words(row)} km²",
                (when, row["value"]),
                xytext=(-6, 0),
                textcoords="offset points",
                ha="right",
                va="center",
                fontsize=style.LABEL,
            )
    placed: list[tuple[float, int]] = []
    for when, group in shares.groupby("date_end"):
        row = group.loc[group["low"].idxmax()]
        low = max((1 - row["high"]) * BRITAIN[0], 0.3) if pd.notna(row["high"]) else 0.3
        high = (1 - row["low"]) * BRITAIN[1]
        x = mdates.date2num(when)
        ax.plot([when, when], [max(low, 0.3), max(high, 0.4)], color=style.TINTS["is_fighters"], lw=5.5, solid_capstyle="butt", zorder=2)
        ax.plot([when], [max(high, 0.4)], marker="_", ms=6, mew=1, color=style.COLOURS["is_fighters"], zorder=3)
        level = 0
        while any(abs(x - px) < 150 and level == py for px, py in placed):
            level += 1
        placed.append((x, level))
        ax.annotate(
            f"lost {words(row)}", (x, max(high, 0.4) / 4**level), xytext=(-6, -7), textcoords="offset points", ha="right", va="center",
            fontsize=style.LABEL,
        )  # fmt: skip
    every = pd.concat([d for d in dates if len(d)]).dropna()
    date_axis(ax, every[every >= known["as_of"].min()] if len(known) else every)
    ax.yaxis.set_major_formatter(lambda v, _: counted(v))
    ax.minorticks_off()
    ax.set_ylabel("km²")
    headline(
        ax,
        "Land held by Islamic State",
        "Log scale. Pale bars: what a stated share leaves of a peak of Britain's size. Grey: published figures, of another area, not joined.",  # noqa: E501
    )
    return ax


def territory_shares(claims: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Shares of its former land that Islamic State is said to have lost, as the range that the words allow."""
    ax = ax or plt.gca()
    rows = first_mentions(claims)
    rows = (
        rows[(rows["measure"] == "territory_lost") & (rows["unit"] == "share") & rows["low"].notna()]
        .sort_values(["date_end", "start_char"])
        .tail(20)
    )
    if rows.empty:
        return nothing(ax, "the share of land lost")
    for y, (_, row) in enumerate(rows.iterrows()):
        high = row["high"] if pd.notna(row["high"]) else 1.0
        ax.plot([row["low"], max(high, row["low"] + 0.004)], [y, y], color=style.TINTS["is_fighters"], lw=5.5, solid_capstyle="butt")
        ax.plot([row["low"], high], [y, y], ls="none", marker="|", ms=6, mew=1, color=style.COLOURS["is_fighters"])
        ax.annotate(words(row), (row["low"], y), xytext=(-6, 0), textcoords="offset points", ha="right", va="center", fontsize=style.LABEL)
    names = [
        f"{'' if pd.isna(r['published']) else f'{r.published:%d %b %Y}, '}{style.speaker_name(r['speaker'])}" for _, r in rows.iterrows()
    ]
    ax.set_yticks(range(len(rows)), names)
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)
    ax.set_xlim(0, 1.02)
    ax.set_ylim(len(rows) - 0.5, -0.5)
    ax.xaxis.set_major_formatter(lambda v, _: f"{v:.0%}")
    headline(
        ax,
        "Share of its former land that Islamic State is said to have lost",
        "By the date of the article. Bar: the range that the words allow; “most” is more than half.",
    )
    return ax


def overview(claims: pd.DataFrame, width: str = "double", vague: Vague = "interval") -> Figure:
    """Deaths, flight and land over one time axis, one mark for each statement; small-multiple panels after Our World in Data."""
    fig = style.figure(width, 4.9)
    axes = fig.subplots(3, 1, sharex=True)
    rows = first_mentions(claims)
    rows = rows[rows["part_of"].isna() & rows["date_end"].notna() & (rows["date_end"] >= rows["date_end"].max() - pd.Timedelta(days=500))]
    panels = {
        "a  People reported killed": rows[(rows["measure"] == "killed") & (rows["unit"] == "people")],
        "b  People reported to have fled": rows[(rows["measure"] == "displaced") & (rows["unit"] == "people")],
        "c  Land held by Islamic State, km²": rows[
            (rows["measure"] == "territory_held") & (rows["unit"] == "km2") & (rows["value"] < 100_000)
        ],
    }
    drawn = [p["date_end"] for p in panels.values() if len(p)]
    for ax, (title, panel) in zip(axes, panels.items(), strict=True):
        if _on_time(ax, panel, vague, periods=True, dates=pd.concat(drawn) if drawn else None) is None:
            nothing(ax, title[3:].lower())
        ax.set_title(title, fontsize=7, fontweight="bold", loc="left", pad=3)
        ax.tick_params(labelbottom=ax is axes[-1])
    articles = claims["article_id"].nunique()
    fig.suptitle(
        f"Deaths, flight and land: what {articles} article{'s' if articles != 1 else ''} state",
        x=0.01,
        ha="left",
        fontsize=style.TITLE,
        fontweight="bold",
    )
    note = f"One mark is one statement; parts of totals are left out. Log scales. {convention(vague)}. Blank time is time without a statement, not calm."  # noqa: E501
    fig.supxlabel(note, x=0.01, ha="left", fontsize=style.NOTE, color=style.SECONDARY)
    return fig


def _on_time(ax: Axes, rows: pd.DataFrame, vague: Vague, periods: bool, dates: pd.Series | None = None) -> Axes | None:
    """Claims at their day and size, log y; labels beside the marks where there are few enough. None where there is nothing to draw."""
    rows = rows.assign(size=[amount(r, vague) or (r["high"] if pd.notna(r["high"]) else np.nan) for _, r in rows.iterrows()])
    rows = rows[rows["size"] > 0].sort_values(["date_end", "size"])
    if rows.empty:
        return None
    ax.set_yscale("log")
    low, high = float(rows[["size", "low"]].min(axis=1).min()), float(rows[["size", "high"]].max(axis=1).max())
    ax.set_ylim(10 ** np.floor(np.log10(low) - 0.4), 10 ** np.ceil(np.log10(high) + 0.25))
    starts = rows["date_start"].where(rows["date_start"] > rows["date_end"].min() - pd.Timedelta(days=400))
    date_axis(ax, pd.concat([rows["date_end"], starts]) if dates is None else pd.concat([dates, starts]))
    for _, row in rows.iterrows():
        group = row["group"] if isinstance(row["group"], str) else None
        if periods and pd.notna(row["date_start"]) and row["date_start"] < row["date_end"]:
            ax.plot(
                [row["date_start"], row["date_end"]], [row["size"]] * 2, color=style.TINTS[group], lw=3.2, solid_capstyle="butt", zorder=1
            )
        statement(ax, mdates.date2num(row["date_end"]), row["size"], row, vague, horizontal=False)
    if len(rows) <= MOST_LABELS:
        _labels(ax, rows)
    ax.yaxis.set_major_formatter(lambda v, _: counted(v))
    ax.minorticks_off()
    return ax


def _labels(ax: Axes, rows: pd.DataFrame) -> None:
    """The words of each statement beside its mark: right of it in the left half, left of it in the right, moved apart in height."""
    left, right = ax.get_xlim()
    bottom, top = np.log10(ax.get_ylim())
    height = ax.get_position().height * ax.figure.get_figheight() * 72 or 100
    gap = 9.5 / height * (top - bottom)
    x = mdates.date2num(rows["date_end"])
    side = (x - left) / (right - left) > 0.5
    y = np.log10(rows["size"].to_numpy(dtype=float))
    for half in (False, True):
        chosen = np.flatnonzero(side == half)
        if not len(chosen):
            continue
        moved = np.clip(spread(y[chosen], gap), bottom, top)
        for i, target in zip(chosen, moved, strict=True):
            row = rows.iloc[i]
            who = style.GROUP_NAMES.get(row["group"], "") if isinstance(row["group"], str) else ""
            label = f"{words(row)} {who if row['unit'] == 'people' else ('families' if row['unit'] == 'families' else 'km²')}".strip()
            start = mdates.date2num(row["date_start"]) if row["date_start"] < row["date_end"] else x[i]
            beside = half and (start - left) / (right - left) > 0.3  # left of the bar of its period, or else above it
            over = 6 if half and not beside else 0
            ax.annotate(
                label, (start if beside else x[i], 10 ** y[i]), xytext=(-9 if half else 9, (target - y[i]) / (top - bottom) * height + over), textcoords="offset points",  # noqa: E501
                ha="right" if half else "left", va="center", fontsize=style.LABEL, zorder=5,
            )  # fmt: skip
