"""Parts against their totals: every tree of ``part_of``, a verdict for each node. What does not fit is reported, not mended."""

import math
from collections.abc import Callable
from typing import Any

import pandas as pd

from analysis.estimates.ranges import AGE_AND_SEX, Row, ends_of, reach

Bounds = Callable[[Row], tuple[float, float]]
ADDED = ("n_parts", "parts", "part_words", "part_sentences", "sum_low", "sum_high", "verdict")


def sums(claims: pd.DataFrame) -> pd.DataFrame:
    """One row for each total with its own parts (those of a part stand in a row of their own), as the schema's ``sums``.

    ``claims`` with repeats: a part of a repeated total is a part of the total first told, and a part told twice counts once.
    """
    columns = [*claims.columns, *ADDED]
    if claims["part_of"].isna().all():
        return pd.DataFrame(columns=columns)
    first = {row.claim_id: row.claim_id if pd.isna(row.same_as) else row.same_as for row in claims.itertuples(index=False)}
    wholes = {first[whole] for whole in claims["part_of"].dropna() if whole in first}
    named = claims[claims["part_of"].notna() | claims["claim_id"].isin(wholes)]
    by_id: dict[str, dict[str, Any]] = {row["claim_id"]: row for row in named.to_dict("records")}
    parts: dict[str, dict[str, Row]] = {}
    for row in by_id.values():
        if pd.notna(row["part_of"]) and row["part_of"] in first:
            parts.setdefault(first[row["part_of"]], {}).setdefault(first[row["claim_id"]], row)
    made = [by_id[total] | _checked(by_id[total], list(of.values())) for total, of in parts.items() if total in by_id]
    return pd.DataFrame(made, columns=columns)


def _checked(total: Row, parts: list[Row]) -> dict[str, object]:
    counted = [part for part in parts if part["unit"] in (total["unit"], "share")]
    low, high = (sum(ends) for ends in zip((0.0, 0.0), *(_in_unit(part, total, ends_of) for part in counted), strict=True))
    return {
        "n_parts": len(parts),
        "parts": ";".join(part["claim_id"] for part in parts),
        "part_words": "; ".join(_words(part) for part in parts),
        "part_sentences": " | ".join(dict.fromkeys(part["sentence"] for part in parts)),
        "sum_low": low if counted else None,
        "sum_high": high if counted and math.isfinite(high) else None,
        "verdict": _verdict(total, counted),
    }


def _in_unit(part: Row, total: Row, bounds: Bounds) -> tuple[float, float]:
    """What a part may hold in the total's unit: a share ("half of the dead") is taken of the total's range."""
    low, high = bounds(part)
    if part["unit"] == total["unit"]:
        return low, high
    least, most = bounds(total)
    return low * least, min(high, 1.0) * most


def _verdict(total: Row, counted: list[Row]) -> str:
    if not counted:
        return "not_comparable"
    exact = [part["value"] for part in counted if part["unit"] == total["unit"] and part["qualifier"] == "exact"]
    if len(exact) == len(counted) and sum(exact) == total["value"]:
        return "adds_up"
    least, most = reach(total)
    lows, highs = zip(*(_in_unit(part, total, reach) for part in counted), strict=True)
    if sum(lows) > most:
        kinds: dict[str, float] = {}
        for part, low in zip(counted, lows, strict=True):
            kinds[_kind(part, total)] = kinds.get(_kind(part, total), 0.0) + low
        return "overlaps" if len(kinds) > 1 and max(kinds.values()) <= most else "does_not_fit"
    return "leaves_rest" if sum(highs) < least else "may_add_up"


def _kind(part: Row, total: Row) -> str:
    """By what a part is told from the rest: parts of different kinds may hold the same people."""
    if str(part["detail"]) in AGE_AND_SEX:
        return "age and sex"
    return "side" if part["group"] != total["group"] else "other"


def _words(part: Row) -> str:
    counted = next((part[name] for name in ("detail", "group") if pd.notna(part[name])), "")
    return f"{' '.join(part['evidence'].split())} {counted}".strip()
