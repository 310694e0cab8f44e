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
IN_TABLES: dict[Vague, str] = {
    "interval": "Vague words keep the range that they allow.",
    "acled": "In events and estimates vague words count by ACLED's rule (dozens is 12, hundreds 100); claims keep their range.",
    "midpoint": "In events and estimates vague words count at the middle of their range; claims keep their range.",
    "low": "In events and estimates vague words count at the low end of their range; claims keep their range.",
}


def amount(row: pd.Series, vague: Vague = "interval") -> float | None:
    """One number for a claim: as stated, or for a vague word or a range by the named convention; None where there is none.

    Under ``interval`` a range is given by its low end, beside which a chart draws the band.
    """
    if pd.notna(row["value"]):
        return float(row["value"])
    counts = row["unit"] in ("people", "families")  # ACLED has no rule for "most of the land"
    if vague == "acled" and counts and row["qualifier"] == "vague" and (pd.notna(row["low"]) or "many" in str(row["evidence"]).lower()):
        return float(acled(str(row["evidence"])))
    if pd.isna(row["low"]):
        return None
    if vague == "midpoint" and pd.notna(row["high"]):
        return float(row["low"] + row["high"]) / 2
    return float(row["low"])


def apply(claims: pd.DataFrame, vague: Vague) -> pd.DataFrame:
    """The claims with ``low`` and ``high`` of vague words and ranges ("dozens", "300 to 400") at the convention's number.

    Under ``interval`` they are left as they are; so is every claim whose words hold one number.
    """
    if vague == "interval":
        return claims
    worded = claims["qualifier"].isin(("vague", "between")) & claims["value"].isna()
    numbers = [amount(row, vague) for _, row in claims[worded].iterrows()]
    chosen = pd.Series(numbers, index=claims.index[worded], dtype=float)
    return claims.assign(**{end: claims[end].where(~worded, chosen.reindex(claims.index)) for end in ("low", "high")})


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
