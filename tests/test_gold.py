"""The coded sets of the project: their scores are those that the reading gives today."""

import pandas as pd
import pytest

from analysis import gold


def test_the_published_scores_are_what_the_reading_gives() -> None:
    pd.testing.assert_frame_equal(gold.measure(), gold.measured())


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
