"""Vague words as numbers, by name."""

import pandas as pd
import pytest

from analysis.conventions import NAMES, amount, apply, convention

# words; then value, qualifier, low, high of the claim; then the number by interval, acled, midpoint and low
CASES = [
    ("12", 12, "exact", 12, 12, (12, 12, 12, 12)),
    ("at least 12", 12, "at_least", 12, None, (12, 12, 12, 12)),
    ("dozens", None, "vague", 24, 99, (24, 12, 61.5, 24)),
    ("several", None, "vague", 3, 9, (3, 3, 6, 3)),
    ("several hundred", None, "vague", 300, 900, (300, 100, 600, 300)),
    ("Hundreds", None, "vague", 200, 999, (200, 100, 599.5, 200)),
    ("tens of thousands", None, "vague", 20000, 99999, (20000, 10000, 59999.5, 20000)),
    ("between 300 and 400", None, "between", 300, 400, (300, 300, 350, 300)),
    ("large parts", None, "vague", None, None, (None, None, None, None)),
    ("many", None, "vague", None, None, (None, 3, None, None)),
]


@pytest.mark.parametrize(("words", "value", "qualifier", "low", "high", "expected"), CASES)
def test_amounts(
    words: str, value: float | None, qualifier: str, low: float | None, high: float | None, expected: tuple[float | None, ...]
) -> None:
    row = pd.Series({"evidence": words, "value": value, "qualifier": qualifier, "low": low, "high": high, "unit": "people"})
    assert tuple(amount(row, name) for name in NAMES) == expected


def test_each_convention_says_what_it_is() -> None:
    assert len({convention(name) for name in NAMES}) == len(NAMES)


def test_a_share_of_land_has_no_rule_of_acled() -> None:
    row = pd.Series({"evidence": "most", "value": None, "qualifier": "vague", "low": 0.5, "high": 1.0, "unit": "share"})
    assert tuple(amount(row, name) for name in NAMES) == (0.5, 0.5, 0.75, 0.5)


def test_applying_a_convention_moves_vague_words_alone() -> None:
    claims = pd.DataFrame(
        [("at least 12", 12, "at_least", 12, None, "people"), ("dozens", None, "vague", 24, 99, "people")],
        columns=["evidence", "value", "qualifier", "low", "high", "unit"],
    )
    assert apply(claims, "interval") is claims
    applied = apply(claims, "acled")
    assert applied["low"].tolist() == [12, 12]
    assert applied["high"].isna().tolist() == [True, False]
    assert applied["high"][1] == 12
