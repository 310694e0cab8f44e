"""Time expressions that point to a day or a period told before: "since then", "the same week", "two days later"."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from analysis.extraction.when.expression import Expression
from analysis.extraction.when.kinds import AHEAD, LENGTH, NEEDS_A_DAY, SEVERAL_DAYS


def point_back(pointing: Expression, own: Sequence[Expression], before: Sequence[Expression], anchor: dt.date | None) -> Expression | None:
    """The expression with the days that it points to, those told last in its ``own`` sentence or in the ones ``before``."""
    told = _told(own) if pointing.kind == "after" else _told([*before, *own])
    days = [e for e in told if e.precision == "day"]
    if pointing.kind in AHEAD:
        return _moved(pointing, days[-1].first, anchor) if days else pointing
    if pointing.kind == "later":
        days = [e for e in days if not e.since]
        return _moved(pointing, days[-1].last, anchor) if days else None
    if pointing.kind == "since_then":
        began = next((e for e in reversed(told) if e.kind not in LENGTH), pointing)
        return replace(pointing, first=began.first, last=anchor, precision=began.precision)
    if pointing.kind == "that_day":
        fits = [replace(e, last=e.first, since=False) for e in days]
    elif pointing.kind == "that_month":
        fits = [e for e in told if e.precision == "month" and not e.since]
    else:
        fits = [e for e in told if e.since or e.kind in SEVERAL_DAYS]
    if not fits:
        return None if pointing.kind in NEEDS_A_DAY else pointing
    return replace(fits[-1], start=pointing.start, end=pointing.end)


def _told(found: Sequence[Expression]) -> list[Expression]:
    return [e for e in found if e.first and not e.speech and not e.aside]


def _moved(pointing: Expression, day: dt.date | None, anchor: dt.date | None) -> Expression:
    """An expression counted from the article's day, counted from another."""
    if not (day and anchor and pointing.first and pointing.last):
        return pointing
    return replace(pointing, first=pointing.first + (day - anchor), last=pointing.last + (day - anchor))
