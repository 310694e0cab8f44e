"""The coded sets that the project holds, and how far the built-in reading agrees with them."""

from pathlib import Path

import pandas as pd

from analysis.articles import read_articles
from analysis.extraction.lexicon import built_in
from analysis.scoring import Scores, read_gold, score
from analysis.tables import coded

GOLD = Path(__file__).parents[1] / "data" / "gold"
MEASURED = GOLD / "scores.csv"  # written by "make data"
LEVELS = ("found", "core", "full", "part_of")
DESCRIPTIONS = {
    "seeds": "the five seed articles",
    "wire": "agency-style texts",
    "agency": "invented agency texts",
    "agency_2": "invented agency texts, by another hand",
    "agency_3": "invented agency texts of 2018 and 2019",
    "agency_4": "invented agency texts of 2012 to 2021",
    "agency_5": "invented agency texts of 2014 to 2019",
    "agency_6": "invented agency texts of 2013 to 2020",
    "agency_7": "invented agency texts of 2013 to 2020, long kept apart; three late rules follow what they showed",
    "agency_8": "invented agency texts of 2013 to 2022, long and dense",
    "agency_9": "invented agency texts of 2015 to 2020, plain wire copy",
    "agency_10": "invented agency texts of 2015 to 2019, plain wire copy by another hand",
}


def score_reading(gold: Path) -> Scores:
    """How well the built-in vocabulary reads the articles of a gold file, done now. Raises ScoreError and SourceError."""
    claims = coded(read_articles(gold), built_in())[0].astype(object)
    return score(read_gold(gold), claims.where(claims.notna(), None).to_dict("records"))


def measure(most: int | None = None) -> pd.DataFrame:
    """One row a coded set, read and scored now: set, articles, claims, and the F1 of each of LEVELS, to three decimals.

    ``most`` leaves out the sets of more articles than that.
    """
    rows = []
    for path in sorted(GOLD.glob("gold_*.jsonl")):
        if most is not None and len(read_gold(path)) > most:
            continue
        scores = score_reading(path)
        f1 = {level: round(getattr(scores, level).f1, 3) for level in LEVELS}
        rows.append({"set": path.stem.removeprefix("gold_"), "articles": scores.articles, "claims": scores.gold, **f1})
    return pd.DataFrame(rows)


def measured() -> pd.DataFrame:
    """What ``measure`` gave when the data were last built; no row where they were not."""
    return pd.read_csv(MEASURED) if MEASURED.exists() else pd.DataFrame(columns=["set", "articles", "claims", *LEVELS])
