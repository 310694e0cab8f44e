"""Estimates: what the claims imply when they are put side by side; nothing is added that no source said (CODEBOOK.md, DESIGN.md).

Running totals against each other and against the events, parts against their totals, land as areas, families as people. Each is a
frame as declared in the schema, each row led back to its claim by ``claim_id``.
"""

import pandas as pd

from analysis import conventions, schema
from analysis.conventions import Vague
from analysis.estimates.flight import HOUSEHOLD, Household, HouseholdError, flight, household_of
from analysis.estimates.land import land
from analysis.estimates.running_totals import running_totals
from analysis.estimates.sums import sums
from analysis.extraction.lexicon import Lexicon

__all__ = [
    "HOUSEHOLD",
    "NAMES",
    "Household",
    "HouseholdError",
    "build_estimates",
    "flight",
    "household_of",
    "land",
    "made_with",
    "running_totals",
    "sums",
]
NAMES = ("running_totals", "sums", "land", "flight")


def build_estimates(
    claims: pd.DataFrame, events: pd.DataFrame, lexicon: Lexicon, vague: Vague = "interval", household: Household = HOUSEHOLD
) -> dict[str, pd.DataFrame]:
    """The tables running_totals, sums, land and flight from the claims and events tables.

    ``vague`` names the convention for "dozens" and the like; ``household`` is people a family, smallest and largest.
    """
    said = conventions.apply(claims, vague)
    said = said[said["same_as"].isna()]  # what says an earlier claim again counts once
    made = {
        "running_totals": running_totals(said, events, lexicon),
        "sums": sums(claims=conventions.apply(claims, vague)),
        "land": land(said, lexicon),
        "flight": flight(said, household),
    }
    return {name: schema.conform(made[name], name) for name in NAMES}


def made_with(vague: Vague, household: Household) -> str:
    """The convention and the household size that tables were made with, in words."""
    return f"{conventions.IN_TABLES[vague]} Families count {household}."
