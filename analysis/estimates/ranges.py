"""The ends of a claim as numbers, and how far its words reach when two are compared."""

import math
from collections.abc import Mapping
from typing import Any

import pandas as pd

from analysis.events.statements import ABOUT

Row = Mapping[str, Any]  # of a table, by column

AGE_AND_SEX = ("children", "women", "women_and_children", "elderly", "men")  # details that tell people apart; others overlap


def ends_of(row: Row) -> tuple[float, float]:
    """Low and high of a claim: an open low is 0, an open high infinity."""
    return 0.0 if pd.isna(row["low"]) else float(row["low"]), math.inf if pd.isna(row["high"]) else float(row["high"])


def reach(row: Row) -> tuple[float, float]:
    """The same, and "about" reaches 10 percent either way (CODEBOOK.md)."""
    low, high = ends_of(row)
    return (low * (1 - ABOUT), high * (1 + ABOUT)) if row["qualifier"] == "about" else (low, high)
