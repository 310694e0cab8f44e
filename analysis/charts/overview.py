"""Deaths, flight and land over one time axis: the whole in one look."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import style, wording
from analysis.charts.dotplot import narrow
from analysis.charts.labels import Label, place
from analysis.charts.marks import day_words, group_key, headline, key, nothing, shows, sized, words, words_and_who
from analysis.charts.rows import COUNTRIES, at_their_events, first_mentions
from analysis.charts.scales import date_axis
from analysis.charts.territory import BRITAIN, draw_land, land, like_britain, locality
from analysis.charts.timelines import MOST_MARKS, NAMED, aside_key, bars_key, full, on_time, sizes
from analysis.conventions import Vague

SPAN = pd.Timedelta(days=500)  # the least time shown, back from the last statement
EARLIEST = 0.15  # of the statements may lie before the time shown
HEIGHT, SLIDE_HEIGHT = 5.2, 3.5
HEAD = 0.9  # inches of it that go to title, note and time axis
DEAD, FLED, LAND = "People reported killed", "People who fled or were displaced", "Land held by Islamic State, km²"
PANELS = {DEAD: 1.35, FLED: 1.0, LAND: 1.0}  # and their shares of the height
SUBJECTS = {DEAD: "deaths", FLED: "flight", LAND: "land in km²"}
PANEL_NAME = 20.0  # points over the first panel that its own title takes


def overview(events: pd.DataFrame, claims: pd.DataFrame, width: str | float = "double", vague: Vague = "interval") -> Figure:
    """Deaths, flight and land over one time axis, one mark for each statement; a subject without any has no panel.

    Aligned panels after Our World in Data, the few named marks among pale ones after the FT, stated ranges after Airwars.
    """
    rows = first_mentions(claims)
    rows = rows[rows["part_of"].isna() & rows["date_end"].notna()]
    peak = land(rows)[0].loc[like_britain]
    of_a_year = rows["date_precision"] == "year"
    yearly = int((of_a_year & rows["measure"].isin(("killed", "displaced")) & rows[["low", "high"]].notna().any(axis=1)).sum())
    rows = rows[~of_a_year]
    since = min(rows["date_end"].max() - SPAN, rows["date_end"].quantile(EARLIEST))
    earlier, rows = int((rows["date_end"] < since).sum()), rows[rows["date_end"] >= since]
    killed = rows[(rows["measure"] == "killed") & (rows["unit"] == "people") & rows[["low", "high"]].notna().any(axis=1)]
    killed = at_their_events(killed, events)
    fled = rows[(rows["measure"] == "displaced") & (rows["unit"] == "people") & rows[["low", "high"]].notna().any(axis=1)]
    areas, shares = land(rows)
    told = {name: found for name, found in zip(PANELS, (killed, fled, pd.concat([areas, shares])), strict=True) if len(found)}
    heights = [PANELS[name] for name in told] or [1.0]
    height = HEIGHT if isinstance(width, str) else SLIDE_HEIGHT
    fig = style.figure(width, HEAD + (height - HEAD) * sum(heights) / sum(PANELS.values()))
    axes = fig.subplots(len(heights), 1, sharex=True, height_ratios=heights, squeeze=False)[:, 0]
    if not told:
        nothing(axes[0], "deaths, flight or land, with a day")
        return fig
    shows(axes[0], pd.concat(told.values()))
    days = pd.concat([found["date_end"] for found in told.values()])
    say = words_and_who if narrow(axes[0]) else _placed
    labels, drawn, keys = list[list[Label]](), list[pd.DataFrame](), dict[str, None]()
    for letter, ax, (name, found) in zip("abc", axes, told.items(), strict=False):
        if name == LAND:
            labels.append([label for named in draw_land(ax, areas, shares, days) for label in named])
        else:
            drawn.append(full(found.assign(size=sizes(found, vague))))
            labels.append(on_time(ax, found, vague, days, say, bars=name == FLED))
            keys[aside_key(ax, drawn[-1], vague)] = None
            keys[bars_key(ax, drawn[-1], vague) if name == FLED else ""] = None
        title = f"{letter}  {name}" if len(told) > 1 else name
        ax.annotate(
            title, (0, 1), xycoords="axes fraction", xytext=(0, 5), textcoords="offset points", fontsize=7, fontweight="bold", gid="panel"
        )
        ax.tick_params(labelbottom=ax is axes[-1])
    date_axis(axes[-1], days)
    if LAND in told and len(peak):
        labels[-1].insert(0, _peak(axes[-1], peak.sort_values("date_end", kind="stable").iloc[0]))  # a rule without its name says nothing
    crowded = [found for name, found in told.items() if name != LAND and len(found) > MOST_MARKS]
    marks = [*drawn, areas] if len(areas) else drawn
    note = f"One mark is one statement; parts of totals left out. Log scales. {key(pd.concat(marks), vague) if marks else ''} "
    note += f"{''.join(keys)}"
    note += f"{earlier} statement{'s' if earlier > 1 else ''} before {day_words(since)} left out. " if earlier else ""
    note += f"{yearly} on people, of a whole year, left out. " if yearly else ""
    note += "Land: a share lost as what it leaves of a peak of Britain’s size. " if len(shares) else ""
    note += f"Of more than {MOST_MARKS} marks in a panel the {NAMED} largest are named. " if crowded else ""
    missing = [SUBJECTS[name] for name in PANELS if name not in told]
    note += f"No dated statement on {' or '.join(missing)}. " if missing else ""
    note += "Blank time: no statement, not calm."
    title = _title(killed, fled, areas)
    title = f"Since {since:%b %Y}: {title[0].lower()}{title[1:]}" if earlier else title
    above = group_key(axes[0], pd.concat(crowded), PANEL_NAME) if crowded else PANEL_NAME
    headline(axes[0], title, note, above)
    left_out = place(zip(axes, labels, strict=True))
    if left_out:
        headline(axes[0], title, f"{note} {left_out} label{'s' if left_out > 1 else ''} left out for want of room.", above)
    return fig


def _placed(row: pd.Series) -> str:
    """A statement with its place, or with the start that a running total counts from, or the month or year that it is of."""
    if row["scope"] == "cumulative" and row["measure"] == "killed" and pd.notna(row["date_start"]):
        if (whole := wording.period(row)) in (f"{row['date_end']:%b %Y}", f"{row['date_end']:%Y}"):
            return f"{words_and_who(row)} in {whole}"
        since = day_words(row["date_start"], row["date_precision"])
        return f"{words_and_who(row)} since {since.removesuffix(f' {row.date_end.year}')}"
    return f"{words_and_who(row)}, {row['place']}" if isinstance(row["place"], str) and row["scope"] == "event" else words_and_who(row)


def _peak(ax: Axes, row: pd.Series) -> Label:
    """The peak that the articles state, years before the time shown: a rule across the panel, and its name."""
    first, last = ax.get_xlim()
    ax.plot([first, last], [sum(BRITAIN) / 2] * 2, color=style.RULE, lw=0.6, zorder=0)
    return Label(
        f"{row['date_end']:%Y}: “{words(row)}”", first, sum(BRITAIN) / 2, colour=style.SECONDARY, near=True, radius=1.9, lead=False,
        of_line=True,
    )  # fmt: skip


def _title(killed: pd.DataFrame, fled: pd.DataFrame, areas: pd.DataFrame) -> str:
    """The largest death toll of one event and the largest flight with their places, and the last area stated, in one line."""
    parts = []
    one = killed[(killed["scope"] == "event") & ~killed["place"].isin(COUNTRIES)]
    for rows, done in ((one, "killed in one event"), (fled, "displaced")):
        size = rows["value"].dropna()
        if len(size):
            row = rows.loc[size.idxmax()]
            parts.append(f"{words_and_who(row)} {done}{f' ({row.place})' if isinstance(row['place'], str) else ''}")
    if len(areas):
        last = areas.sort_values("date_end", kind="stable").iloc[-1]
        parts.append(" ".join([f"{sized(last)} held", *(f"({place})" for place in locality(last))]))
    told = ", ".join(parts) or "What the articles say of deaths, flight and land"
    return wording.capital(told)
