"""The displaced: people who left (flow) and people displaced on a day (stock) kept apart; families as people by a stated household size."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd


class HouseholdError(ValueError):
    """A household size that is none."""


@dataclass(frozen=True, slots=True)
class Household:
    """People in a household, the smallest and the largest mean size, and whose figure that is; HouseholdError unless 0 < low <= high."""

    low: float
    high: float
    source: str = "as given"

    def __post_init__(self) -> None:
        if not 0 < self.low <= self.high:
            raise HouseholdError(f"household {self.low:g} to {self.high:g}: give the smaller size first, above 0")

    def __str__(self) -> str:
        size = f"{self.low:g}" if self.low == self.high else f"{self.low:g} to {self.high:g}"
        return f"{size} people a household ({self.source})"


HOUSEHOLD = Household(3.45, 3.63, "Al-Hol camp, 2019")  # data/reference/households.csv


def flight(claims: pd.DataFrame, household: Household = HOUSEHOLD) -> pd.DataFrame:
    """One row for each claim about the displaced, as the schema's ``flight``; ``claims`` without repeats.

    ``low``, ``high`` and ``unit`` stay as stated; ``people_low`` and ``people_high`` are people. A share counts none.
    """
    displaced = claims[(claims["measure"] == "displaced") & claims["unit"].isin(("people", "families"))]
    families = displaced["unit"] == "families"
    return displaced.assign(
        kind=["stock" if scope == "stock" else "flow" for scope in displaced["scope"]],
        people_low=displaced["low"].where(~families, (displaced["low"] * household.low).round()),
        people_high=displaced["high"].where(~families, (displaced["high"] * household.high).round()),
        derivation=[f"families times {household}" if is_family else "people as stated" for is_family in families],
    )


def household_of(sizes: Sequence[float]) -> Household:
    """The household of a parameter: smallest and largest size; the project's where none, or its own, is given."""
    given = Household(*sizes) if sizes else HOUSEHOLD
    return HOUSEHOLD if (given.low, given.high) == (HOUSEHOLD.low, HOUSEHOLD.high) else given
