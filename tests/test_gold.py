"""The coded sets of the project: their scores are those that the reading gives today."""

import pandas as pd
import pytest

from analysis import gold

SMALL = 30  # articles of a set that is read here; "make data" reads them all


def test_the_published_scores_are_what_the_reading_gives() -> None:
    published = gold.measured()
    small = published[published["articles"] <= SMALL].reset_index(drop=True)
    pd.testing.assert_frame_equal(gold.measure(most=SMALL), small)


def test_every_set_is_told_of() -> None:
    told = (gold.GOLD / "README.md").read_text(encoding="utf-8")
    for path in gold.GOLD.glob("gold_*.jsonl"):
        assert path.name in told
        assert path.stem.removeprefix("gold_") in gold.DESCRIPTIONS


@pytest.mark.parametrize("level", gold.LEVELS)
def test_the_seeds_are_read(level: str) -> None:
    """The five articles the project is built around are read all but without an error."""
    seeds = gold.measured().set_index("set").loc["seeds"]
    assert seeds[level] >= 0.97
