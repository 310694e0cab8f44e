"""Sets of invented articles in which the events, the ranges and the disputes are known: one set a line of ``data/event_sets.jsonl``.

A set names the claims that each row of its events holds, the values of that row, and the answers of the accused with the event that
they answer (null: none; left out: either way). Nothing else may come out of it.
"""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analysis.articles import Article, Articles
from analysis.tables import build_tables

SETS = [json.loads(line) for line in (Path(__file__).parent / "data" / "event_sets.jsonl").read_text(encoding="utf-8").splitlines()]


def read(articles: list[dict[str, str]]) -> dict[str, list[dict[str, Any]]]:
    """Events and responses of the articles, as dicts with None for what is missing."""
    found = [
        Article(a["id"], a["text"], dt.date.fromisoformat(a["published"]) if a.get("published") else None, "stated", outlet=a["outlet"])
        for a in articles
    ]
    tables = build_tables(Articles(found, []))
    frames = {name: tables[name].astype(object) for name in ("events", "responses")}
    return {name: frame.where(frame.notna(), None).to_dict("records") for name, frame in frames.items()}


def value(row: dict[str, Any], column: str) -> Any:
    """A cell in the form of the sets: dates as text, lists of claims as lists."""
    cell = row[column]
    if column in ("claims", "revises"):
        return sorted(filter(None, (cell or "").split(";")))
    return f"{cell:%Y-%m-%d}" if isinstance(cell, (dt.date, pd.Timestamp)) else cell


@pytest.mark.parametrize("known", SETS, ids=[s["name"] for s in SETS])
def test_events_and_answers(known: dict[str, Any]) -> None:
    found = read(known["articles"])
    rows = found["events"]
    ids: dict[str, str] = {}
    for wanted in known["events"]:
        row = next(r for r in rows if set(wanted["claims"]) & set(value(r, "claims")))
        rows.remove(row)
        held = [c for c in value(row, "claims") if c not in wanted.get("may_hold", ())]
        assert held == sorted(wanted["claims"])
        columns = wanted.keys() - {"event", "claims", "may_hold"}
        assert {c: value(row, c) for c in columns} == {c: wanted[c] for c in columns}
        assert ids.setdefault(wanted["event"], row["event_id"]) == row["event_id"]
    assert len(set(ids.values())) == len(ids)
    assert not rows
    answers = found["responses"]
    texts = {a["id"]: a["text"] for a in known["articles"]}
    for wanted in known["responses"]:
        at = texts[wanted["article"]].index(wanted["evidence"])
        answer = next(r for r in answers if r["article_id"] == wanted["article"] and r["start_char"] <= at + 2 < r["end_char"])
        answers.remove(answer)
        assert (answer["speaker"], answer["kind"]) == (wanted["speaker"], wanted["kind"])
        if "answers" in wanted:
            assert answer["event_id"] == ids.get(wanted["answers"])
    assert not answers
