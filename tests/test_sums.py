"""Parts against totals: the verdict of every tree."""

import pandas as pd
import pytest

from analysis.estimates import sums

FIELDS = ("claim_id", "part_of", "same_as", "group", "detail", "evidence", "value", "qualifier", "low", "high", "unit", "sentence")
# how a number is said -> qualifier, low, high
SAID = {
    "": lambda n: ("exact", n, n),
    "at least": lambda n: ("at_least", n, None),
    "up to": lambda n: ("at_most", None, n),
    "about": lambda n: ("about", n, n),
}


def said(
    name: str,
    words: str,
    part_of: str | None = None,
    group: str = "people",
    detail: str | None = None,
    unit: str = "people",
    same: str | None = None,
) -> tuple[object, ...]:
    hedge, _, number = words.rpartition(" ")
    if words == "dozens":
        return name, part_of, same, group, detail, words, None, "vague", 24, 99, unit, f"Sentence of {name}."
    value = float(number)
    return name, part_of, same, group, detail, words, value, *SAID[hedge](value), unit, f"Sentence of {name}."


def checked(*rows: tuple[object, ...]) -> pd.DataFrame:
    return sums(pd.DataFrame(rows, columns=FIELDS))


# the total, its parts (words, group, detail); then sum_low, sum_high and the verdict by hand
VERDICTS = {
    "adds up": ("23", [("10", "civilians", "children"), ("6", "civilians", "women"), ("7", "civilians", "elderly")], (23, 23, "adds_up")),
    "adds up to an open total": ("at least 23", [("10", "civilians", None), ("13", "is_fighters", None)], (23, 23, "adds_up")),
    "leaves a rest": ("34", [("3", "is_fighters", "suicide_bombers")], (3, 3, "leaves_rest")),
    "leaves a rest of an open total": ("at least 54", [("28", "civilians", None)], (28, 28, "leaves_rest")),
    "too many": ("23", [("10", "civilians", None), ("20", "is_fighters", None)], (30, 30, "does_not_fit")),
    "one more": ("23", [("10", "civilians", None), ("14", "is_fighters", None)], (24, 24, "does_not_fit")),
    "above an open total": ("at least 23", [("30", "civilians", None)], (30, 30, "may_add_up")),
    "an open part": ("54", [("at least 28", "civilians", None)], (28, None, "may_add_up")),
    "an open low counts nothing": ("54", [("up to 60", "civilians", None)], (0, 60, "may_add_up")),
    "a vague part": ("54", [("dozens", "civilians", None)], (24, 99, "may_add_up")),
    "about reaches ten percent": ("about 100", [("108", "civilians", None)], (108, 108, "may_add_up")),
    "about reaches no farther": ("about 100", [("112", "civilians", None)], (112, 112, "does_not_fit")),
    "sides and ages overlap": (
        "54",
        [("28", "civilians", None), ("26", "is_fighters", None), ("10", "civilians", "children")],
        (64, 64, "overlaps"),
    ),
    "one kind alone is too much": ("54", [("60", "civilians", None), ("10", "civilians", "children")], (70, 70, "does_not_fit")),
}


@pytest.mark.parametrize(("total", "parts", "expected"), VERDICTS.values(), ids=VERDICTS)
def test_the_sum_of_the_parts(total: str, parts: list[tuple[str, str, str | None]], expected: tuple[object, ...]) -> None:
    rows = [said(f"p{n}", words, "t", group, detail) for n, (words, group, detail) in enumerate(parts)]
    made = checked(said("t", total), *rows)
    assert len(made) == 1
    row = made.astype(object).where(made.notna(), None).iloc[0]
    assert (row["sum_low"], row["sum_high"], row["verdict"]) == expected
    assert row["n_parts"] == len(parts)


def test_a_share_is_taken_of_its_total() -> None:
    made = checked(said("t", "54"), said("p", "0.5", "t", unit="share"), said("q", "27", "t", "civilians"))
    assert made[["sum_low", "sum_high", "verdict"]].values.tolist() == [[54, 54, "may_add_up"]]


def test_families_are_not_compared_with_people() -> None:
    made = checked(said("t", "54"), said("p", "12", "t", unit="families"))
    assert made["verdict"].tolist() == ["not_comparable"]
    assert made["sum_low"].isna().all()


def test_each_node_of_a_tree_has_its_own_parts() -> None:
    made = checked(said("t", "248"), said("p", "120", "t"), said("q", "50", "p", "civilians", "children"))
    assert dict(zip(made["claim_id"], made["parts"], strict=True)) == {"t": "p", "p": "q"}


def test_a_repeat_counts_once() -> None:
    rows = [said("t", "54"), said("u", "54", same="t"), said("p", "28", "t", "civilians"), said("q", "28", "u", "civilians", same="p")]
    made = checked(*rows, said("r", "26", "u", "is_fighters"))
    assert made[["claim_id", "parts", "verdict"]].values.tolist() == [["t", "p;r", "adds_up"]]


def test_both_texts_are_told() -> None:
    row = checked(said("t", "23"), said("p", "10", "t", "civilians", "children"), said("q", "13", "t", "is_fighters")).iloc[0]
    assert (row["sentence"], row["part_sentences"]) == ("Sentence of t.", "Sentence of p. | Sentence of q.")
    assert row["part_words"] == "10 children; 13 is_fighters"


def test_a_part_of_nothing_known_is_no_tree() -> None:
    assert checked(said("p", "10", "gone")).empty
