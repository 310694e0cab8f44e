"""Who is counted and what befell them, by construction of English; invented sentences, read by hand."""

import datetime as dt

import pytest

from analysis.extraction.claims import extract
from analysis.extraction.sentences import Document

IS = "Islamic State fighters held the town. "
CASES = {
    "active": ("Shelling killed 12 civilians.", [("12", "killed", "civilians")]),
    "active, present, headline": ("Blast kills nine in market", [("nine", "killed", "people")]),
    "gerund and gapping": (
        "A mine blew up, killing 12 rebels and wounding seven others.",
        [("12", "killed", "other_fighters"), ("seven", "injured", "other_fighters")],
    ),
    "passive": ("Twelve people were killed.", [("Twelve", "killed", "people")]),
    "passive with adverbs": ("Some 40 villagers have reportedly been wounded.", [("Some 40", "injured", "civilians")]),
    "bare participle": (
        "Six soldiers killed, 15 wounded in ambush",
        [("Six", "killed", "government_fighters"), ("15", "injured", "government_fighters")],
    ),
    "intransitive": ("At least four children died of cold.", [("At least four", "killed", "civilians")]),
    "left dead": ("The raid left five policemen dead.", [("five", "killed", "government_fighters")]),
    "deaths of": ("It documented the deaths of 27 women.", [("27", "killed", "civilians")]),
    "noun is the measure": (
        "It reported 30 civilian deaths and 12 injuries.",
        [("30", "killed", "civilians"), ("12", "injured", "people")],
    ),
    "toll": ("The death toll rose to 44.", [("44", "killed", "people")]),
    "toll put at": ("The monitor put the toll at no fewer than 19.", [("no fewer than 19", "killed", "people")]),
    "lives": ("The battle claimed the lives of 16 SDF members.", [("16", "killed", "sdf_fighters")]),
    "cost lives": ("The fighting cost more than 200 lives.", [("more than 200", "killed", "people")]),
    "one verb for a list": (
        "31 jihadists and 14 SDF fighters have been killed in the fighting. Islamic State said nothing.",
        [("31", "killed", "is_fighters"), ("14", "killed", "sdf_fighters")],
    ),
    "insert before the verb": ("More than 900 people, mostly women, have fled the camp.", [("More than 900", "displaced", "people")]),
    "killed with others": ("A colonel was killed with 3 other soldiers.", [("3", "killed", "government_fighters")]),
    "of a group": (IS + "Nine members of the group were killed.", [("Nine", "killed", "other_fighters")]),
    "side in complement": ("Nine members of the Syrian army were killed.", [("Nine", "killed", "government_fighters")]),
    "participle before the noun": ("They treated 12 wounded soldiers.", [("12", "injured", "government_fighters")]),
    "hostages": ("The militants released 20 hostages.", [("20", "released", "people")]),
    "detained": ("The SDF captured 63 Islamic State militants.", [("63", "detained", "is_fighters")]),
    "surrendered": ("Around 100 IS fighters surrendered.", [("Around 100", "detained", "is_fighters")]),
    "allowed to flee": ("A corridor allowed 300 families to flee.", [("300", "displaced", "civilians")]),
    "remain": ("Up to 80 IS fighters remain in the tunnels.", [("Up to 80", "remaining", "is_fighters")]),
    "number of": ("This brings to 71 the number of civilians killed.", [("71", "killed", "civilians")]),
    "hedge behind the noun": ("Ten soldiers at least were killed.", [("Ten", "killed", "government_fighters")]),
}
NO_CLAIM = [
    "The army destroyed 12 trucks and three tanks.",
    "Jets carried out 40 air strikes on the town.",
    "He is 75 years old.",
    "The operation lasted 48 hours.",
    "Some 2,000 U.S. troops are deployed there.",
    "The group threatened to kill 10 hostages.",
    "Dozens a day were killed.",
    "The panel examined 25 reports of abuse.",
    "The town lies 12 kilometers from the border.",
    "No civilians were killed.",
    "Senators voted 56-41 for the bill.",
]


def read(text: str) -> list[tuple[str, str, str | None]]:
    return [(c.evidence, c.measure, c.group) for c in extract(Document(text, dt.date(2018, 11, 5)))]


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_measure_and_group(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize("text", NO_CLAIM)
def test_what_is_no_claim(text: str) -> None:
    assert read(text) == []
