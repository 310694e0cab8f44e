"""The displaced: flow and stock, families as people."""

import pandas as pd
import pytest

from analysis.estimates import Household, HouseholdError, flight

FIELDS = ("measure", "scope", "unit", "low", "high")
# scope, unit, low, high of the claim; then kind, people_low, people_high with households of 3.45 to 3.63
CASES = {
    "people": (("event", "people", 1000, None), ("flow", 1000, None)),
    "a running total is a flow": (("cumulative", "people", 37000, None), ("flow", 37000, None)),
    "a camp": (("stock", "people", 46000, 46000), ("stock", 46000, 46000)),
    "dozens of families": (("event", "families", 24, 99), ("flow", 83, 359)),  # 82.8, 359.37
    "families in a camp": (("stock", "families", 200, 200), ("stock", 690, 726)),
    "up to 100 families": (("event", "families", None, 100), ("flow", None, 363)),
}


@pytest.mark.parametrize(("claim", "expected"), CASES.values(), ids=CASES)
def test_people(claim: tuple[object, ...], expected: tuple[object, ...]) -> None:
    made = flight(pd.DataFrame([("displaced", *claim)], columns=FIELDS).astype({"low": float, "high": float}))
    row = made.astype(object).where(made.notna(), None).iloc[0]
    assert (row["kind"], row["people_low"], row["people_high"]) == expected
    assert (row["unit"], row["low"], row["high"]) == claim[1:], "what was stated stays"
    assert row["derivation"].startswith("families times 3.45 to 3.63 people" if claim[1] == "families" else "people as stated")


def test_the_household_is_a_choice() -> None:
    made = flight(pd.DataFrame([("displaced", "event", "families", 10.0, 10.0)], columns=FIELDS), Household(5, 5, "survey of 2017"))
    assert made[["people_low", "people_high"]].values.tolist() == [[50, 50]]
    assert made["derivation"].tolist() == ["families times 5 people a household (survey of 2017)"]


@pytest.mark.parametrize("size", [(0, 3), (-1, 2), (4, 3)])
def test_no_household_of_nobody(size: tuple[float, float]) -> None:
    with pytest.raises(HouseholdError):
        Household(*size)


def test_only_the_displaced() -> None:
    rows = [("killed", "event", "people", 10.0, 10.0), ("displaced", "event", "share", 0.5, 0.5)]
    assert flight(pd.DataFrame(rows, columns=FIELDS)).empty


def test_the_household_of_the_project_is_the_published_one(repository: object) -> None:
    published = pd.read_csv(repository / "data" / "reference" / "households.csv")  # type: ignore[operator]
    assert published[["low", "high"]].values.tolist() == [[3.45, 3.63]]
