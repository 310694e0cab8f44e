"""What stands beside a figure in words: the caption says what it shows, whose words they are, of where and when; the alternative text
says the statements themselves."""

import pandas as pd

from analysis import style, wording
from analysis.charts import first_mentions
from analysis.findings.sentences import bare

NAMED = 3  # sources and places that a caption names
TOLD = 10  # statements that an alternative text tells


def about(claims: pd.DataFrame) -> str:
    """Who says what a figure shows, of where and when: "9 statements by the UN (6) and the SDF (3) on Hajin, 4 to 6 Dec 2018."."""
    rows = first_mentions(claims)
    if rows.empty:
        return ""
    voices = rows["speaker"].str.split(";").explode().value_counts()
    places = rows["place"].dropna().value_counts()
    said = [style.with_article(name) for name in voices.index[:NAMED]]
    if len(voices) > 1:
        said = [f"{name} ({count:,})" for name, count in zip(said, voices, strict=False)]
    said += [_others(len(voices), "source")] if len(voices) > NAMED else []
    where = [wording.named(str(name)) for name in places.index[:NAMED]]
    where += [_others(len(places), "place")] if len(places) > NAMED else []
    days = pd.Series({"date_start": rows["date_end"].min(), "date_end": rows["date_end"].max()})
    told = f"{len(rows):,} statement{'s' * (len(rows) != 1)} by {wording.listed(said)}{f' on {wording.listed(where)}' if where else ''}"
    return f"{', '.join(filter(None, (told, wording.period(days))))}."


def alternative(title: str, shown: str | pd.DataFrame) -> str:
    """The alternative text of a figure: its title, and what it shows in words, or the claims that it shows as sentences by day."""
    return " ".join(f"{part.rstrip('.')}." for part in (title, shown if isinstance(shown, str) else _statements(shown)) if part)


def _statements(claims: pd.DataFrame) -> str:
    """The claims as sentences, by day; of many the largest."""
    rows = first_mentions(claims)
    size = rows[["value", "low", "high"]].max(axis=1).sort_values(ascending=False, kind="stable")
    kept = rows.loc[size.index[:TOLD]].sort_values("date_end", kind="stable")
    more = len(rows) - len(kept)
    rest = f" {'One smaller statement is' if more == 1 else f'{more:,} smaller statements are'} left out here." if more else ""
    return f"{' '.join(bare(row) for _, row in kept.iterrows())}{rest}"


def _others(count: int, noun: str) -> str:
    more = count - NAMED
    return f"{'one' if more == 1 else more} other {noun}{'s' * (more != 1)}"
