"""Findings in words, computed from the claims; every figure with its speaker, day, place and claim_id."""

import html
import re

import pandas as pd

from analysis import style, wording
from analysis.charts import first_mentions

MOST = 4
MARKUP = re.compile(r"[\\`*\[\]{}#|]")
WHOLE_PHRASE = re.compile(r"\b(?:size|big|large|area|met(?:er|re)s?)\b")  # evidence that holds its unit or needs none


def of_claims(articles: pd.DataFrame, claims: pd.DataFrame) -> str:
    """How much was read and what was found, as Markdown."""
    known = articles["published"].dropna()
    lines = [
        f"- **{len(articles)} articles** hold **{len(claims)} claims**"
        + (f", published {wording.day(known.min())} to {wording.day(known.max())}." if len(known) else ".")
    ]
    counts = claims["measure"].value_counts()
    lines.append("- By measure: " + ", ".join(f"{str(m).replace('_', ' ')} {n}" for m, n in counts[counts > 0].items()) + ".")
    inferred = articles[articles["published_basis"] == "inferred"]
    lines += [
        f"- Article `{_plain(r['article_id'])}` states no date; {wording.day(r['published'])} is inferred:"
        f" {_plain(r['published_reasoning'])}."
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
    return "\n".join(filter(None, (_lines(events, "Deaths in one event", totals, "Running totals"), _sums(killed))))


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
            lines.append(f"- {name}: {len(rows) - MOST} more in the table.")
    return "\n".join(lines)


def sentence(row: pd.Series) -> str:
    """One claim in words: evidence, who or what is counted, place, period, speaker and id."""
    told = (_counted(row), _plain(row["place"]) if isinstance(row["place"], str) else "", wording.period(row))
    return f"{', '.join(filter(None, told))} ({style.speaker_name(row['speaker'])}; `{_plain(row['claim_id'])}`)"


def _counted(row: pd.Series) -> str:
    evidence, unit = _plain(row["evidence"]), str(row["unit"])
    if unit in ("km2", "km"):
        what = "" if WHOLE_PHRASE.search(evidence) else "km²" if unit == "km2" else "km"
    elif unit == "share":
        what = "of the land" if row["measure"] in ("territory_held", "territory_lost") else "of them"
    else:
        vague = row["qualifier"] == "vague" and evidence.endswith("s")  # dozens of, hundreds of
        who = "families" if unit == "families" else style.GROUP_NAMES.get(row["group"], "people")
        what = ("of " if vague else "") + who
    done = {"detained": "detained", "released": "released", "remaining": "said to remain"}.get(str(row["measure"]), "")
    return " ".join(filter(None, (f"**{evidence}**", what, done)))


def _sums(rows: pd.DataFrame) -> str:
    """How many totals are broken down, and whether the parts fit; a sum that does not is reported, not mended."""
    stated = rows.set_index("claim_id")["value"]
    parts = rows[rows["part_of"].isin(stated.index[stated.notna()])].groupby("part_of")["value"].sum()
    if parts.empty:
        return ""
    rest = stated.loc[parts.index] - parts
    verdicts = (((rest == 0).sum(), "add up in"), ((rest > 0).sum(), "leave a rest in"), ((rest < 0).sum(), "exceed the total in"))
    said = ", ".join(f"{verdict} {count}" for count, verdict in verdicts if count)
    return f"- Totals broken down: **{len(parts)}**; their parts {said}."


def _plain(text: object) -> str:
    """Article text inside Markdown: nothing of it may become markup."""
    return html.escape(MARKUP.sub("", " ".join(str(text).split())), quote=False)
