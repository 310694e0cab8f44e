"""Axes that can be read: as many ticks as have room for their words; months, or days of a short time; a log scale in round numbers."""

from collections.abc import Iterable

import matplotlib.dates as mdates
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.ticker import FixedLocator, Formatter, FuncFormatter, Locator, MaxNLocator

from analysis import style
from analysis.charts.labels import width_of

APART = 6.0  # points between the words of two ticks
SHORT, LONG = 62, 4 * 365  # days: a shorter time has days on its axis, a longer one years
FEWEST = 3  # ticks without which nobody reads a scale


class Apart(Locator):
    """The ticks of the first of ``locators``, from the closest to the widest, whose words stay apart on the axis as it turns out."""

    def __init__(self, *locators: Locator) -> None:
        self.locators = locators
        self.found: tuple[tuple[float, ...], np.ndarray] | None = None  # a layout asks many times for the same ticks

    def set_axis(self, axis: Axis | None) -> None:
        super().set_axis(axis)
        for locator in self.locators:
            locator.set_axis(axis)

    def __call__(self) -> np.ndarray:
        low, high = sorted(self.axis.get_view_interval())
        view = (low, high, *self.axis.axes.bbox.bounds, self.axis.figure.dpi)
        if self.found is None or self.found[0] != view:
            self.found = view, self._ticks(low, high)
        return self.found[1]

    def _ticks(self, low: float, high: float) -> np.ndarray:
        ticks = np.array([])
        for locator in self.locators:
            ticks = np.array([tick for tick in locator() if low <= tick <= high])
            if self._clear(ticks):
                break
        return ticks

    def _clear(self, ticks: np.ndarray) -> bool:
        along = int(self.axis.axis_name == "y")
        points = np.column_stack([ticks, ticks]).astype(float)
        at = self.axis.axes.transData.transform(points)[:, along] / self.axis.figure.dpi * 72
        words = self.axis.major.formatter.format_ticks(ticks)
        sizes = np.array([style.LABEL if along else max(map(width_of, word.split("\n"))) for word in words])
        return bool((np.diff(at) >= (sizes[1:] + sizes[:-1]) / 2 + APART).all())


class Days(Formatter):
    """ "May 2018", "Jun", ... "Jan 2019" on two lines, or "24 Aug", or years; matplotlib's concise formatter leaves out the first year."""

    def __call__(self, x: float, pos: int | None = None) -> str:
        return self.format_ticks([x])[0]

    def format_ticks(self, values: Iterable[float]) -> list[str]:
        days = [mdates.num2date(x) for x in values]
        if len(days) > 1 and all((day.day, day.month) == (1, 1) for day in days):
            return [str(day.year) for day in days]
        months = len(days) > 1 and all(day.day == 1 for day in days)
        told = [f"{day:%b}" if months else f"{day.day} {day:%b}" for day in days]
        years = [day.year for day in days]
        return [f"{text}\n{year}" if year not in years[:at] else text for at, (text, year) in enumerate(zip(told, years, strict=True))]


def counted(value: float) -> str:
    """A number as a tick: 1,000 and not 10^3; 0.49 as it is."""
    return f"{value:,.0f}" if value == int(value) or value >= 100 else f"{value:g}"


def date_axis(ax: Axes, dates: pd.Series) -> None:
    """Months along x, the year under the first of each; days of a short time, years of a long one."""
    known = dates.dropna()
    first, last = known.min(), known.max()
    span = max((last - first).days, 20)
    pad = pd.Timedelta(days=max(3, span * 0.06))
    ax.set_xlim(first - pad, last + pad)
    days = (
        [mdates.DayLocator(of) for of in (range(1, 32), range(1, 31, 2), (1, 6, 11, 16, 21, 26), (1, 11, 21), (1, 15))]
        if span < SHORT
        else []
    )
    months = [mdates.MonthLocator(range(1, 13, every)) for every in (1, 2, 3, 4, 6)] if span < LONG else []
    years = [mdates.YearLocator(every) for every in (1, 2, 5, 10, 20)]
    ax.xaxis.set_major_formatter(Days())
    ax.xaxis.set_major_locator(Apart(*days, *months, *years))


def amount_axis(axis: Axis, logarithmic: bool = True) -> None:
    """Round numbers along an axis whose limits are set."""
    axis.set_major_formatter(FuncFormatter(lambda value, _: counted(value)))
    if logarithmic:
        axis.set_major_locator(Apart(*_log_ticks(*sorted(axis.get_view_interval()))))
    else:
        axis.set_major_locator(Apart(*(MaxNLocator(most, integer=True, steps=[1, 2, 5, 10]) for most in (6, 4, 3, 2))))
    axis.axes.minorticks_off()


def _log_ticks(low: float, high: float) -> list[Locator]:
    """Powers of ten, or where fewer than three are inside, steps between them."""
    powers = 10.0 ** np.arange(np.floor(np.log10(low)), np.ceil(np.log10(high)) + 1)
    inside = powers[(powers >= low) & (powers <= high)]
    if len(inside) >= FEWEST:
        return [FixedLocator(inside[::every]) for every in (1, 2, 3, 4)]
    steps = [np.outer(powers, of).ravel() for of in ((1, 2, 5), (1, 3))]
    finer = [ticks[(ticks >= low) & (ticks <= high) & ((ticks >= 1) | (high < FEWEST))] for ticks in steps]
    few = [MaxNLocator(4, integer=high > FEWEST)] if len(finer[0]) < FEWEST else []
    return [*few, *(FixedLocator(ticks) for ticks in finer if len(ticks)), FixedLocator(inside)]
