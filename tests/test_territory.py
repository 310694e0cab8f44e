"""Statements about land that Islamic State holds or has lost."""

import datetime as dt

import pytest

from analysis.extraction.claims import extract
from analysis.extraction.sentences import Document

CASES = {
    "from one area to the next": (
        "The IS pocket shrank last week from 110 to 70 square km.",
        [("110", "territory_held", 110, "km2"), ("70", "territory_held", 70, "km2")],
    ),
    "from one strength to the next": ("The IS pocket lost men, from 110 to 70.", []),
    "jihadists of another group": (
        "Raids hit al-Qaeda's former affiliate in Syria. The jihadists control nearly all of Idlib province.",
        [],
    ),
    "jihadists of Islamic State": (
        "Raids hit Islamic State. The jihadists control nearly all of Raqqa province.",
        [("nearly all", "territory_held", None, "share")],
    ),
    "jihadists whom the next sentence names": (
        "Jihadists control nearly all of Raqqa province. Islamic State took it in 2014.",
        [("nearly all", "territory_held", None, "share")],
    ),
    "land that it controlled, as another says": (
        "IS once held Mosul. At that time it controlled 40 percent of Iraq, an army spokesman said.",
        [("40 percent", "territory_held", 0.4, "share")],
    ),
    "as well as a third of another": (
        "IS controls half of Syria, as well as a third of Iraq.",
        [("half", "territory_held", 0.5, "share"), ("a third", "territory_held", 0.3333, "share")],
    ),
    "parts of provinces": (
        "IS seized Mosul in June and holds large parts of five provinces.",
        [("large parts", "territory_held", None, "share")],
    ),
    "a size that the group ran": (
        "IS has fallen. In its best year the group ran an area the size of Belgium.",
        [("the size of Belgium", "territory_held", 30689, "km2")],
    ),
    "a size that nobody ran": ("At its height the flood was the size of Belgium, the SDF said.", []),
    "all but a sliver": ("IS gave up all but a sliver of the province.", [("all but a sliver", "territory_lost", None, "share")]),
    "all but a few villages": (
        "IS gave up all but a few villages of the province.",
        [("all but a few villages", "territory_lost", None, "share")],
    ),
    "all but a few of many": ("IS has lost all but a few of its leaders.", []),
    "all but lost": ("IS has all but lost a town of the province.", []),
    "all but two": ("IS has lost all but two of its leaders.", []),
    "of a country's territory": (
        "IS is weak. It rules some 8 percent of Iraqi territory.",
        [("some 8 percent", "territory_held", 0.08, "share")],
    ),
    "of a country's army": ("IS is weak. The Syrian army controls 5 percent of the province.", []),
    "what a pocket measures": (
        "IS is weak. The pocket now measures some three square kilometres, an SDF man said.",
        [("some three", "territory_held", 3, "km2")],
    ),
    "what an airport measures": ("IS is weak. The airport of the SDF measures some three square kilometres.", []),
    "the group, of an article about IS": (
        "IS is beaten. The SDF, whose men took part, thinks the group has lost 90 percent of the land that it once held.",
        [("90 percent", "territory_lost", 0.9, "share")],
    ),
    "another group": ("The SDF, whose men took part, thinks the group has lost 90 percent of the land that it once held.", []),
    "area": ("Islamic State is down to a pocket of 15 square kilometres.", [("15", "territory_held", 15, "km2")]),
    "square miles": ("IS still holds 10 square miles near the river.", [("10", "territory_held", 25.89988, "km2")]),
    "conversion in brackets": ("IS still holds 10 square km (3.9 square miles).", [("10", "territory_held", 10, "km2")]),
    "dimensions": (
        "The militants are cornered in a pocket of 700 metres by 700 metres. IS denied it.",
        [("700 metres by 700 metres", "territory_held", 0.49, "km2")],
    ),
    "one, by its article": ("IS is confined to less than a square kilometre.", [("less than a", "territory_held", 1, "km2")]),
    "a half": ("IS holds just half a square mile of land.", [("half a", "territory_held", 1.294994, "km2")]),
    "length": ("Jihadists of IS still had a 9 km stretch along the river.", [("9", "territory_held", 9, "km")]),
    "share lost": ("IS has lost 98 percent of the territory it once held.", [("98 percent", "territory_lost", 0.98, "share")]),
    "lost control of": ("IS has lost control of 95 percent of Syria.", [("95 percent", "territory_lost", 0.95, "share")]),
    "share lost, passive": ("Most of the land of IS has been retaken.", [("Most", "territory_lost", None, "share")]),
    "share held": ("IS controls about a third of Syria.", [("about a third", "territory_held", 0.3333, "share")]),
    "vague share held": ("IS overran large parts of Iraq.", [("large parts", "territory_held", None, "share")]),
    "has": ("IS has large parts of the province.", [("large parts", "territory_held", None, "share")]),
    "of a place, in hands": ("A quarter of Deir ez-Zor is still in IS's hands.", [("A quarter", "territory_held", 0.25, "share")]),
    "held in its hands": (
        "IS is not gone: some 1,200 square kilometers are still in its hands.",
        [("some 1,200", "territory_held", 1200, "km2")],
    ),
    "long and wide": (
        "IS controls nothing but a strip of tents 700 metres long and 450 metres wide.",
        [("700 metres long and 450 metres wide", "territory_held", 0.315, "km2")],
    ),
    "what the caliphate stretched across": (
        'The IS "caliphate" stretched across a third of Iraq.',
        [("a third", "territory_held", 0.3333, "share")],
    ),
    "what it was holding has been retaken": (
        "About a third of the territory that IS was holding has been retaken.",
        [("About a third", "territory_lost", 0.3333, "share")],
    ),
    "boxed into": (
        "Fighters of IS are boxed into less than half a square kilometre.",
        [("less than half a", "territory_held", 0.5, "km2")],
    ),
    "given up": ("IS was forced to give up a third of the territory it held.", [("a third", "territory_lost", 0.3333, "share")]),
    "changed hands": (
        "A third of the territory that IS was holding has changed hands.",
        [("A third", "territory_lost", 0.3333, "share")],
    ),
    "the land it held is lost": ("Half of the land that IS held in Syria is now lost.", [("Half", "territory_lost", 0.5, "share")]),
    "what it held before": ("IS held a third of the land that it lost.", [("a third", "territory_held", 0.3333, "share")]),
    "who says so holds nothing": (
        "IS is weak. All of the land it held is now lost, the Kurdish forces said.",
        [("All", "territory_lost", 1, "share")],
    ),
    "stripped of that": ("IS grew. It has been stripped of 80 percent of that.", [("80 percent", "territory_lost", 0.8, "share")]),
    "almost the entire": (
        "IS is left with a town. It once held almost the entire province.",
        [("almost the entire", "territory_held", None, "share")],
    ),
    "beaten out of": (
        "IS has been beaten out of 95 percent of the province.",
        [("95 percent", "territory_lost", 0.95, "share")],
    ),
    "no longer in its hands": (
        "IS is on the run. About 90 percent of Raqqa is no longer in its hands.",
        [("About 90 percent", "territory_lost", 0.9, "share")],
    ),
    "still in its hands": (
        "IS is on the run. About 40 percent of Raqqa is still in its hands.",
        [("About 40 percent", "territory_held", 0.4, "share")],
    ),
    "a share of a town": ("IS has lost 80 percent of Raqqa.", [("80 percent", "territory_lost", 0.8, "share")]),
    "a space of": ("IS fighters stayed behind in a space of four hectares.", [("four", "territory_held", 0.04, "km2")]),
    "no bigger than": (
        "IS is confined to a camp no bigger than two square kilometres.",
        [("no bigger than two", "territory_held", 2, "km2")],
    ),
    "a country in full": (
        "IS ruled a territory the size of the United Kingdom.",
        [("the size of the United Kingdom", "territory_held", 242495, "km2")],
    ),
    "comparison": ("IS ruled an area roughly the size of Britain.", [("roughly the size of Britain", "territory_held", 209331, "km2")]),
    "a share without its land": (
        "IS held half of the country at its peak. Today it holds six percent, said an expert.",
        [("half", "territory_held", 0.5, "share"), ("six percent", "territory_held", 0.06, "share")],
    ),
    "shares that others give": (
        "IS, which held a third of Syria a year ago, is left with about 15 percent, according to a monitor, though others say a fifth.",
        [
            ("a third", "territory_held", 0.3333, "share"),
            ("about 15 percent", "territory_held", 0.15, "share"),
            ("a fifth", "territory_held", 0.2, "share"),
        ],
    ),
    "a share in quotes": ('IS is beaten. It has lost "95 percent" of its land.', [("95 percent", "territory_lost", 0.95, "share")]),
    "metres by a number": (
        "IS is left with a rectangle 300 metres by 60 on the river.",
        [("300 metres by 60", "territory_held", 0.018, "km2")],
    ),
    "long and wide, with one unit": (
        "IS is left with a strip 300 metres long and 60 wide.",
        [("300 metres long and 60 wide", "territory_held", 0.018, "km2")],
    ),
    "a second share, of what it had": (
        "IS has lost 14 percent of its land in Syria since March, analysts in London have said, and 60 percent of what it had in Iraq.",
        [("14 percent", "territory_lost", 0.14, "share"), ("60 percent", "territory_lost", 0.6, "share")],
    ),
    "a share that is barren": (
        "IS holds half of Syria, although much of that area is empty steppe.",
        [("half", "territory_held", 0.5, "share")],
    ),
    "a series, each with its unit": (
        "IS is in retreat. The area it controls shrank from 900 square km in May to 400 square km by July.",
        [("900", "territory_held", 900, "km2"), ("400", "territory_held", 400, "km2")],
    ),
    "a series that leaves the unit out": (
        "IS is in retreat. The area it controls shrank to about 300 square miles from 500 in May and 800 at the start of 2016.",
        [
            ("about 300", "territory_held", 776.9964, "km2"),
            ("500", "territory_held", 1294.994, "km2"),
            ("800", "territory_held", 2071.9904, "km2"),
        ],
    ),
    "no step of a series": (
        "IS is in retreat. The area it controls shrank to 300 square km from 500 houses in May.",
        [("300", "territory_held", 300, "km2")],
    ),
    "compared with another year": (
        "IS is in retreat. It now holds 6 percent of the country, compared with 31 percent in 2015.",
        [("6 percent", "territory_held", 0.06, "share"), ("31 percent", "territory_held", 0.31, "share")],
    ),
    "the group, which once held": (
        "IS took part. The hardline group, which once held about a fifth of Iraq, was beaten by Iraqi forces.",
        [("about a fifth", "territory_held", 0.2, "share")],
    ),
    "it, lost to others": (
        "IS fights on. It has also lost some 40 percent of Raqqa to Kurdish fighters.",
        [("some 40 percent", "territory_lost", 0.4, "share")],
    ),
    "a proto-state": ("IS ran a proto-state across large parts of Syria.", [("large parts", "territory_held", None, "share")]),
    "what it runs": ("IS runs a third of the country.", [("a third", "territory_held", 0.3333, "share")]),
    "from end to end": ("IS holds a strip that is 7 km from end to end.", [("7", "territory_held", 7, "km")]),
    "taken from it": ("IS fell back. The SDF has taken 60 percent of Raqqa from IS.", [("60 percent", "territory_lost", 0.6, "share")]),
    "taken by it": ("IS has captured 60 percent of Raqqa from rebels.", [("60 percent", "territory_held", 0.6, "share")]),
    "what hamlets amount to": (
        "IS clings to a few hamlets on the bank of the river, which the U.S.-led coalition says amount to 1 percent of its caliphate.",
        [("1 percent", "territory_held", 0.01, "share")],
    ),
    "down to a share": (
        "IS fights on. The group was down to 14 percent of the country.",
        [("14 percent", "territory_held", 0.14, "share")],
    ),
    "down to a share, in a headline": ("Islamic State down to seven percent of Iraq", [("seven percent", "territory_held", 0.07, "share")]),
    "compared with when": (
        "The Islamic State group controls seven percent of Iraq, compared with 40 percent when it was at its strongest.",
        [("seven percent", "territory_held", 0.07, "share"), ("40 percent", "territory_held", 0.4, "share")],
    ),
    "retaken from those named before": (
        "IS fights on. Iraqi forces have retaken 70 percent of the city.",
        [("70 percent", "territory_lost", 0.7, "share")],
    ),
}
NO_CLAIM = [
    "It is the last IS stronghold and lies 40 kilometers (25 miles) away from Raqqa.",
    "IS attacked. The SDF fights on. It has lost some 40 percent of Raqqa to IS fighters.",
    "IS fell. The lira lost six percent, said an expert.",
    "IS fighters left the city, and the army says it now controls two thirds of it.",
    "IS holds towns. Its foe now holds six percent of the seats, having held nine percent, said an expert.",
    "IS is left with a rectangle 300 metres from 60 houses.",
    "IS came. Its foes hold the south, although much of that area is empty steppe.",
    "IS attacked. Half of Raqqa is in rebel hands.",
    "IS lost Raqqa. Jaish al-Islam still holds Douma. The coalition says the group has lost 90 percent of its land.",
    "IS fighters were beaten in half of their fights.",
    "IS has destroyed half of the city.",
    "IS has half of its men in Raqqa.",
    "IS lost its towns. Most of Idlib province has been under the control of al-Nusra.",
    "IS holds the valley, all of it barren desert.",
    "Some 2,900 people, the majority of them relatives of IS jihadists, surrendered in the territory it holds.",
    "IS fighters gathered in a square in the town they hold.",
    "The SDF controls most of the province.",
    "Rebels have lost most of the territory they held in Ghouta.",
    "The camp lies 40 kilometers south of an IS pocket.",
    "IS will have lost all of its territory within weeks.",
    "Most of the IS fighters are foreigners.",
    "The desert covers 1200 square kilometres.",
    "IS holds the east, much of it desert.",
    "IS has killed half of Raqqa's doctors.",
    "IS fell. The day will come when all Raqqa is free of its rule.",
    "IS held the village. Troops are advancing for 3 km along the river.",
    "IS fights on. The SDF wants to take half of Raqqa from IS.",
    "IS fell back. The SDF has taken about 500 square km of land from IS.",
    "Rebels fight on. The army has retaken 70 percent of the city. IS is far.",
]


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_land(text: str, expected: list[tuple[str, str, float | None, str]]) -> None:
    found = extract(Document(text, dt.date(2019, 1, 20)))
    assert [(c.evidence, c.measure, c.value if c.value is None else pytest.approx(c.value), c.unit) for c in found] == expected


@pytest.mark.parametrize("text", NO_CLAIM)
def test_what_is_no_claim(text: str) -> None:
    assert [c for c in extract(Document(text, dt.date(2019, 1, 20))) if c.measure.startswith("territory")] == []
