"""How many people a day the figures on flight come to: each over its own period, as the range that its words and its days allow."""

import re

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis import wording
from analysis.charts.dotplot import narrow
from analysis.charts.marks import ABOVE, group_key, key, nothing, shows, words_and_who
from analysis.charts.rows import COUNTRIES, first_mentions
from analysis.charts.scales import counted
from analysis.charts.timelines import crowded, full, label_or_say, on_time, sizes, time_span
from analysis.estimates.running_totals import window

RATED = (2, 120)  # days of a period over which a rate is worth printing
HOURS = re.compile(r"\b(\d+)[- ]hours?\b")


def displacement_rates(claims: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """People fleeing a day, as the range that each statement's words and period allow (IDMC's flows, over their own days).

    Nothing is ranked: a lower bound may be more than a higher one. A few days' flight of a whole country is a misreading, and left out.
    """
    ax = ax or plt.gca()
    rows = first_mentions(claims)
    rows = rows[(rows["measure"] == "displaced") & (rows["unit"] == "people") & (rows["scope"] != "stock")]
    rows = rows[rows["date_start"].notna() & rows["date_end"].notna() & rows["part_of"].isna()]
    known = len(rows)
    rows = rows[~(rows["place"].isin(COUNTRIES) & (rows["scope"] == "event"))]
    spans = np.array([_days(row) for _, row in rows.iterrows()]).reshape(-1, 2)
    rows = rows.assign(least=spans[:, 0], most=spans[:, 1])
    rows = rows[(rows["least"] >= RATED[0]) & (rows["most"] <= RATED[1])]
    rows = rows.assign(told=[words_and_who(row) for _, row in rows.iterrows()])
    rates = rows.assign(low=rows["low"] / rows["most"], high=rows["high"] / rows["least"])
    rates["value"] = rates["low"].fillna(rates["high"])
    ranged = rates["low"].notna() & rates["high"].notna() & (rates["low"] < rates["high"])
    rates.loc[ranged, "value"] = np.nan
    rates["qualifier"] = rates["qualifier"].astype(object).where(~ranged, "between")
    rates = rates.assign(size=sizes(rates, "interval"))
    labels = on_time(ax, rates, "interval", words=lambda row: f"{_day_rate(row)} a day" if narrow(ax) else _rate(row))
    if not labels:
        return nothing(ax, "flight over a stated period of days or weeks")
    shows(ax, rows)
    note = "The stated number over the days of its period, both ends counted, to two digits; an open number gives an open rate, so that a "
    note += "lower mark may stand for more. Nobody says that it was even. "
    note += f"{key(full(rates), 'interval')} Log scale.{crowded(len(rates))}"
    left_out = known - len(rows)
    note += f" {left_out} of one day, of more than {RATED[1]} days or of a whole country left out." if left_out else ""
    title = f"What {len(rows)} counts of people who fled come to a day, {time_span(rows['date_end'])}"
    label_or_say(
        ax,
        title if len(rows) > 1 else wording.capital(_rate(rates.iloc[0])),
        note,
        labels,
        group_key(ax, rates) if crowded(len(rates)) else ABOVE,
    )
    return ax


def _days(row: pd.Series) -> tuple[float, float]:
    """The fewest and the most days that a period may have: its start may be any day of the month, or of the third of it, that is named;
    "48 hours" are two days."""
    _, latest = window(row) or (None, row["date_start"])
    most = (row["date_end"] - row["date_start"]).days + 1
    for hours in HOURS.findall(str(row["sentence"])):
        if most - 1 <= (days := int(hours) / 24) <= most:
            return days, days
    return max((row["date_end"] - latest).days + 1, 1), most


def _rate(row: pd.Series) -> str:
    days = " to ".join(dict.fromkeys(f"{days:g}" for days in (row["least"], row["most"])))
    return f"{row['told']} in {days} days: {_day_rate(row)} a day"


def _day_rate(row: pd.Series) -> str:
    """The rate with the openness of its number, to two digits: "more than 510", "16,000 to 18,000"."""
    if pd.isna(row["value"]):
        return " to ".join(_two_digits(end) for end in (row["low"], row["high"]) if pd.notna(end))
    hedges = wording.HEDGES | {"at_most": "at most", "nearly": "nearly"}
    return f"{hedges.get(str(row['qualifier']), '')} {_two_digits(row['value'])}".lstrip()


def _two_digits(number: float) -> str:
    return counted(float(f"{number:.2g}"))
