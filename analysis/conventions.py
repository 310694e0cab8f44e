"""Vague words as single numbers, by conventions that have a name.

``interval`` makes none: the range that the words allow stays a range. ``acled`` is the rule of ACLED's codebook (a few and several
3, dozens 12, hundreds 100); ``midpoint`` and ``low`` take the middle and the lower end of our range.
"""

from typing import Literal, get_args

import pandas as pd

Vague = Literal["interval", "acled", "midpoint", "low"]
NAMES: tuple[Vague, ...] = get_args(Vague)
ACLED = {"tens": 10, "dozens": 12, "scores": 12, "hundreds": 100, "thousands": 1000}
ACLED_FEW = 3  # several, many, a few
SENTENCES: dict[Vague, str] = {
    "interval": "Pale bars: the range that a vague word allows",
    "acled": "Vague words by ACLED's rule (dozens is 12, hundreds 100)",
    "midpoint": "Vague words at the middle of their range",
    "low": "Vague words at the low end of their range",
}


def amount(row: pd.Series, vague: Vague = "interval") -> float | None:
    """One number for a claim: as stated, or for a vague word or a range by the named convention; None where there is none.

    Under ``interval`` a range is given by its low end, beside which a chart draws the band.
    """
    if pd.notna(row["value"]):
        return float(row["value"])
    if vague == "acled" and row["qualifier"] == "vague" and (pd.notna(row["low"]) or "many" in str(row["evidence"]).lower()):
        return float(acled(str(row["evidence"])))
    if pd.isna(row["low"]):
        return None
    if vague == "midpoint" and pd.notna(row["high"]):
        return float(row["low"] + row["high"]) / 2
    return float(row["low"])


def acled(evidence: str) -> int:
    """ACLED's number for a vague word: of "tens of thousands" both count, of "several hundred" the hundred."""
    found = 1
    for word in evidence.lower().replace(",", "").split():
        plural = word if word.endswith("s") else word + "s"
        found *= ACLED.get(plural, 1)
    return found if found > 1 else ACLED_FEW


def convention(vague: Vague) -> str:
    """How vague words were drawn, for a chart's note."""
    return SENTENCES[vague]
