"""Findings in words, computed from the claims; every figure with its speaker, day, place and claim_id."""

import html
import re

import pandas as pd

from analysis import style
from analysis.charts import first_mentions

MOST = 4
MARKUP = re.compile(r"[\\`*\[\]{}#|]")


def of_claims(articles: pd.DataFrame, claims: pd.DataFrame) -> str:
    """How much was read and what was found, as Markdown."""
    known = articles["published"].dropna()
    lines = [
        f"- **{len(articles)} articles** hold **{len(claims)} claims**"
        + (f", published {_day(known.min())} to {_day(known.max())}." if len(known) else ".")
    ]
    counts = claims["measure"].value_counts()
    lines.append("- By measure: " + ", ".join(f"{str(m).replace('_', ' ')} {n}" for m, n in counts[counts > 0].items()) + ".")
    inferred = articles[articles["published_basis"] == "inferred"]
    lines += [
        f"- Article `{_plain(r['article_id'])}` states no date; {_day(r['published'])} is inferred: {_plain(r['published_reasoning'])}."
        for _, r in inferred.iterrows()
    ][:MOST]
    undated = articles[articles["published"].isna()]
    if len(undated):
        lines.append(f"- {len(undated)} articles have no date; what they call “Tuesday” is not resolved.")
    return "\n".join(lines)


def of_casualties(claims: pd.DataFrame) -> str:
    """The largest events and running totals, as Markdown."""
    rows = first_mentions(claims)
    killed = rows[(rows["measure"] == "killed") & (rows["unit"] == "people")]
    events = killed[(killed["scope"] == "event") & killed["part_of"].isna()]
    totals = killed[(killed["scope"] == "cumulative") & killed["part_of"].isna()]
    return _lines(events, "Deaths in one event", totals, "Running totals")


def of_displacement(claims: pd.DataFrame) -> str:
    """The largest statements on flight and captivity, as Markdown."""
    rows = first_mentions(claims)
    fled = rows[(rows["measure"] == "displaced") & rows["part_of"].isna()]
    held = rows[rows["measure"].isin(("detained", "released", "remaining"))]
    return _lines(fled, "Fled or displaced", held, "Held, freed or remaining")


def of_territory(claims: pd.DataFrame) -> str:
    """The areas and shares stated, as Markdown."""
    rows = first_mentions(claims)
    held = rows[(rows["measure"] == "territory_held") & rows["unit"].isin(("km2", "km"))]
    lost = rows[(rows["measure"] == "territory_lost")]
    return _lines(held, "Land said to be held", lost, "Land said to be lost")


def _lines(first: pd.DataFrame, first_name: str, second: pd.DataFrame, second_name: str) -> str:
    lines = []
    for rows, name in ((first, first_name), (second, second_name)):
        if rows.empty:
            lines.append(f"- {name}: no statement in these articles.")
            continue
        size = rows[["value", "low", "high"]].max(axis=1)
        kept = rows.loc[size.sort_values(ascending=False, kind="stable").index[:MOST]]
        lines += [f"- {name}: {sentence(row)}" for _, row in kept.iterrows()]
        if len(rows) > MOST:
            lines.append(f"- ({len(rows) - MOST} further statements: {name.lower()}.)")
    return "\n".join(lines)


def sentence(row: pd.Series) -> str:
    """One claim in words: evidence, who is counted, place, period, speaker and id."""
    who = "" if not isinstance(row["group"], str) else f" {style.GROUP_NAMES[row['group']]}"
    unit = {"families": " families", "km2": " (km²)", "km": " (km)", "share": " of the land"}.get(str(row["unit"]), who)
    place = f", {_plain(row['place'])}" if isinstance(row["place"], str) else ""
    of = (
        " of" if row["qualifier"] == "vague" and row["evidence"].endswith("s") and row["unit"] in ("people", "families") else ""
    )  # dozens of, hundreds of
    words = f"**{_plain(row['evidence'])}**{of}{unit}, {str(row['measure']).replace('_', ' ')}{place}{_period(row)}"
    return f"{words}, says {style.speaker_name(row['speaker'])} (`{_plain(row['claim_id'])}`)"


def _period(row: pd.Series) -> str:
    if pd.isna(row["date_end"]):
        return ""
    if pd.isna(row["date_start"]) or row["date_start"] == row["date_end"]:
        return f", {_day(row['date_end'])}"
    return f", {_day(row['date_start'])} to {_day(row['date_end'])}"


def _day(day: pd.Timestamp) -> str:
    return f"{day.day} {day:%b %Y}"


def _plain(text: object) -> str:
    """Article text inside Markdown: nothing of it may become markup."""
    return html.escape(MARKUP.sub("", " ".join(str(text).split())), quote=False)
