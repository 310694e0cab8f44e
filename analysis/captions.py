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
    told = f"{len(rows):,} statement{'s' * (len(rows) != 1)} by {wording.listed(said)}{f' on {wording.listed(where)}' if where else ''}"
    return f"{', '.join(filter(None, (told, _days(rows))))}."


def by_month(articles: pd.DataFrame) -> str:
    """Articles and the claims in them by month of publication: "May 2018: 2 articles, 9 claims; ..."; of many months the fullest."""
    months = articles.dropna(subset="published").groupby(articles["published"].dt.to_period("M"))["claims"].agg(["size", "sum"])
    kept = months.sort_values("size", ascending=False, kind="stable").head(TOLD).sort_index()
    told = [
        f"{month.start_time:%b %Y}: {_several(int(n), 'article')}, {_several(int(found), 'claim')}" for month, n, found in kept.itertuples()
    ]
    return "; ".join(told + ([f"{_several(len(months) - len(kept), 'other month')} left out here"] if len(months) > len(kept) else []))


def alternative(title: str, shown: str | pd.DataFrame) -> str:
    """The alternative text of a figure: its title, and what it shows in words, or the claims that it shows as sentences by day."""
    return " ".join(f"{part.rstrip('.')}." for part in (title, shown if isinstance(shown, str) else _statements(shown)) if part)


def _statements(claims: pd.DataFrame) -> str:
    """The claims as sentences, by day, a total with its parts; of many the largest of each unit."""
    rows = first_mentions(claims)
    within = rows["part_of"].isin(rows["claim_id"])
    wholes, parts = rows[~within], rows[within]
    size = wholes[["value", "low", "high"]].max(axis=1)
    rank = size.groupby(wholes["unit"], observed=True).rank(ascending=False, method="first", na_option="bottom")
    kept = wholes.loc[rank.sort_values(kind="stable").index[:TOLD]].sort_values("date_end", kind="stable")
    more = len(wholes) - len(kept)
    rest = f" {'One smaller statement is' if more == 1 else f'{more:,} smaller statements are'} left out here." if more else ""
    return f"{' '.join(bare(row, parts[parts['part_of'] == row['claim_id']]) for _, row in kept.iterrows())}{rest}"


def _days(rows: pd.DataFrame) -> str:
    """From the day of the first statement to that of the last, no finer than the first is fixed."""
    dated = rows[rows["date_end"].notna()].sort_values("date_end", kind="stable")
    if dated.empty:
        return ""
    first, last = dated.iloc[0], dated.iloc[-1]
    if first["date_end"] == last["date_end"]:
        return wording.period(last)
    return wording.period(pd.Series({**first, "date_start": first["date_end"], "date_end": last["date_end"]}))


def _others(count: int, noun: str) -> str:
    more = count - NAMED
    return f"{'one' if more == 1 else more} other {noun}{'s' * (more != 1)}"


def _several(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'s' * (count != 1)}"
