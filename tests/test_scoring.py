"""Scores: counted by hand on one small article, and each field's notion of agreement."""

import json
from pathlib import Path
from typing import Any

import pytest

from analysis.scoring import FIELDS, Score, ScoreError, is_right, pair, read_claims, read_gold, score

TEXT = "Nine people died: four women and five men. Two fled."


def claim(word: str, **more: Any) -> dict[str, Any]:
    """A claim on a word of TEXT, exact, with nothing else known."""
    start = TEXT.index(word)
    row = dict.fromkeys(("detail", "date_start", "date_end", "place", "perpetrator", "part_of"))
    row |= {"article_id": "a", "claim_id": f"a:{start}", "start_char": start, "end_char": start + len(word), "measure": "killed"}
    row |= {"group": "people", "value": 1, "low": 1, "high": 1, "qualifier": "exact", "unit": "people", "scope": "event", "speaker": "un"}
    return row | more


GOLD = [
    claim("Nine"),
    claim("four", group="civilians", part_of=0),
    claim("five", part_of=0),
    claim("Two", measure="displaced", optional=True),
]


def article(gold: list[dict[str, Any]]) -> dict[str, Any]:
    return {"id": "a", "text": TEXT, "claims": gold}


def test_full_marks() -> None:
    nine, four, five, two = GOLD
    links = {"part_of": nine["claim_id"]}
    found = score([article(GOLD)], [nine, four | links, five | links, two])
    assert (found.articles, found.gold, found.claims) == (1, 3, 3)  # the optional one counts nowhere
    assert found.found == found.core == found.full == found.part_of == Score(1, 1, 1)
    assert set(found.fields.values()) == {1}
    assert found.misses == []


def test_each_level_and_field_is_counted() -> None:
    nine, four, _, _ = GOLD
    # nine is right; four has the wrong group and no link; five is missed; "died" is a false alarm
    found = score([article(GOLD)], [nine, four | {"group": "people", "part_of": None}, claim("died")])
    assert found.found == Score(2 / 3, 2 / 3, 2 / 3)
    assert found.core == found.full == Score(1 / 3, 1 / 3, 1 / 3)
    assert found.part_of == Score(0, 0, 0)
    assert found.fields == {name: 0.5 if name == "group" else 1 for name in FIELDS}
    assert [(m.kind, m.want, m.got) for m in found.misses] == [
        ("group", "civilians", "people"),
        ("missed", "killed", ""),
        ("false alarm", "", "killed"),
    ]
    assert found.misses[0].snippet == "Nine people died: [four] women and five men. Two fled."


def test_a_link_to_a_repeated_total_is_a_link_to_the_total() -> None:
    gold = [claim("Nine"), claim("people", same_as=0), claim("four", part_of=1)]
    got = [gold[0], gold[1], gold[2] | {"part_of": gold[0]["claim_id"]}]
    assert score([article(gold)], got).part_of == Score(1, 1, 1)


def test_a_link_to_a_false_alarm_is_wrong_and_a_tolerated_one_is_neither() -> None:
    gold = [claim("Nine"), claim("four", part_of=0), claim("five", part_of_also=[0])]
    got = [gold[0], gold[1] | {"part_of": "a:99"}, gold[2] | {"part_of": gold[0]["claim_id"]}]
    assert score([article(gold)], got).part_of == Score(0, 0, 0)


def test_nothing_found_scores_nothing() -> None:
    assert score([article(GOLD)], []).found == Score(0, 0, 0)


# field, gold, claim, agree
AGREEMENT = [
    ("measure", {"measure": ["killed", "casualties"]}, {"measure": "casualties"}, True),
    ("measure", {"measure": "killed"}, {"measure": "injured"}, False),
    ("detail", {"detail": None}, {"detail": "nan"}, True),
    ("detail", {"detail": None}, {"detail": float("nan")}, True),
    ("amount", {"value": 100, "low": 100, "high": 100}, {"value": "101", "low": "101.0", "high": 99}, True),
    ("amount", {"value": 100, "low": 100, "high": None}, {"value": 100, "low": 100, "high": 100}, False),
    ("amount", {"value": None, "low": [24, 20], "high": 99}, {"value": "", "low": 20, "high": 99}, True),
    ("date_end", {"date_end": "2017-03-04"}, {"date_end": "2017-03-05T00:00:00"}, True),
    ("date_end", {"date_end": "2017-03-04"}, {"date_end": "2017-03-06"}, False),
    ("date_end", {"date_end": "2017-03-04"}, {"date_end": None}, False),
    ("date_end", {"date_end": ["2017-03-04", None]}, {"date_end": ""}, True),
    ("date_start", {"date_start": "2017-03-01", "date_precision": "month"}, {"date_start": "2017-04-01"}, True),
    ("date_start", {"date_start": "2017-03-01", "date_precision": "day"}, {"date_start": "2017-03-03"}, False),
    ("place", {"place": "Al-Hol"}, {"place": "hol"}, True),
    ("place", {"place": "Raqqa"}, {"place": "Homs"}, False),
    ("speaker", {"speaker": "un;sohr"}, {"speaker": "sohr;un"}, True),
    ("speaker", {"speaker": "un;sohr"}, {"speaker": "sohr"}, False),
    ("perpetrator", {"perpetrator": "russia;government"}, {"perpetrator": "russia"}, True),
    ("perpetrator", {"perpetrator": None}, {"perpetrator": "unknown"}, True),
    ("perpetrator", {"perpetrator": None}, {"perpetrator": "is"}, False),
]


@pytest.mark.parametrize(("name", "gold", "said", "agree"), AGREEMENT)
def test_agreement(name: str, gold: dict[str, Any], said: dict[str, Any], agree: bool) -> None:
    assert is_right(said, gold, name) is agree


def test_pairs_are_one_to_one_and_prefer_the_right_measure() -> None:
    gold = [claim("Nine people"), claim("people", measure="injured")]
    assert pair(gold, [claim("people"), claim("people", measure="injured")]) == {0: 0, 1: 1}
    assert pair(gold, [claim("fled")]) == {}


def test_claims_are_read_from_csv_and_lines(tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_text("article_id,start_char,end_char,measure\na,0.0,4,killed\n")
    (tmp_path / "c.jsonl").write_text(json.dumps(claim("Nine")) + "\n\n")
    for name in ("c.csv", "c.jsonl"):
        (row,) = read_claims(tmp_path / name)
        assert (row["start_char"], row["end_char"]) == (0, 4)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("c.csv", "a,b\n1,2\n", "no column article_id"),
        ("c.jsonl", "{\n", "line 1: broken JSON"),
        ("c.jsonl", "{}\n", "line 1: no “article_id”"),
        ("c.xlsx", "", "unknown kind of file"),
        ("none.csv", None, "No such file"),
    ],
)
def test_a_bad_file_is_named(tmp_path: Path, name: str, text: str | None, message: str) -> None:
    if text is not None:
        (tmp_path / name).write_text(text)
    with pytest.raises(ScoreError, match=message) as error:
        read_claims(tmp_path / name)
    assert name in str(error.value)


@pytest.mark.parametrize("link", [2, -1, [0, 1], "a:12"])
def test_a_link_to_no_claim_is_named(tmp_path: Path, link: object) -> None:
    path = tmp_path / "gold.jsonl"
    article = {"id": "x", "text": "4 of 12 died.", "claims": [{"start_char": 0, "part_of": link}, {"start_char": 5, "part_of": None}]}
    path.write_text(json.dumps(article))
    with pytest.raises(ScoreError, match=r"article x, claim 0: part_of .* is no claim of the article"):
        read_gold(path)
