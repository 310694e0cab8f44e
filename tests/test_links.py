"""Parts and totals, and the same statement said again."""

import datetime as dt

import pytest

from analysis.extraction.claims import extract
from analysis.extraction.sentences import Document

# text, then the links from the evidence of a part to that of its total
PARTS = {
    "a part behind an insert and the verb": (
        "Twenty-one people, 17 of them civilians, were killed in Manbij, including four Americans.",
        {"17": "Twenty-one", "four": "Twenty-one"},
    ),
    "a part of the insert": ("A raid killed 21 people, 17 of them civilians, including four children.", {"17": "21", "four": "17"}),
    "bombers and their victim": (
        "Three suicide bombers blew themselves up in Damascus killing at least one person. Two of the bombers struck the police.",
        {"Two": "Three"},
    ),
    "a sum of other towns, further on": (
        "It was a day of fire. Shops closed. In Binnish 17 people were wounded. Roads closed. Markets closed. In Foua four people were"
        " wounded. In Ariha 13 people were wounded.",
        {},
    ),
    "a sum of a town and the next village": (
        "It was a day of fire. Shops closed. In Binnish 17 people died. Four died in the town itself. In the village of Foua 13 died.",
        {"Four": "17", "13": "17"},
    ),
    "whom the one class included": (
        "Strikes killed 50 militants and eight civilians. Most of the 50 fighters were foreign and the civilians included three children.",
        {"three": "eight"},
    ),
    "an earlier toll and a part make no total": (
        "The toll in Hajin has risen to 16 civilians. The dead included five women. The monitor had put the toll at 11 civilians.",
        {"five": "16"},
    ),
    "a part with a part of its own, without commas": (
        "A raid killed 50 jihadists. At least five of those killed were suicide bombers two of them foreign.",
        {"At least five": "50", "two": "At least five"},
    ),
    "of a whole without an article": ("Of 1,800 fighters captured by the SDF, about 800 come from Europe.", {"about 800": "1,800"}),
    "a whole without an article inside": ("It told of 1,800 fighters captured and about 800 killed.", {}),
    "an earlier toll is no part": (
        "At least 17 civilians, seven of them children, lost their lives, up from the 12 reported earlier.",
        {"seven": "At least 17"},
    ),
    "a part of a part of the counted": (
        "Twelve of the 14 people killed in the raid were civilians, including three children.",
        {"Twelve": "14", "three": "Twelve"},
    ),
    "the dead listed, of no total": ("The dead were 63 civilians, 32 rebels and 11 soldiers, the Observatory said.", {}),
    "those killed, of no total": ("Those killed in two attacks include 14 children and four women.", {}),
    "the dead listed, of a total": (
        "The raid killed 106 people. The dead were 63 civilians, 32 rebels and 11 soldiers.",
        {"63": "106", "32": "106", "11": "106"},
    ),
    "of those by their noun": ("The group counted 107 civilians killed. Of the civilians, 30 were killed by strikes.", {"30": "107"}),
    "of others by their noun": ("Strikes killed 54 people. Of the women in the camp, 12 had fled the city.", {}),
    "of a toll that stands, not of the one withdrawn": (
        "Strikes killed 39 people, the monitor said, revising an earlier toll of 31. Five children were among those killed.",
        {"Five": "39"},
    ),
    "those whom nobody counts, and fighters": (
        "A convoy brought out 500 people including civilians and 90 fighters.",
        {"90": "500"},
    ),
    "nobody counted, and others": ("A convoy brought out 500 people, and civilians and 90 fighters left on foot.", {}),
    "others of whom the sentence tells": (
        "The army killed 28 militants in Hama. In Idlib a unit shelled two dens of militants, killing seven of them.",
        {},
    ),
    "wounded of whom the sentence tells": (
        "Strikes wounded 28 rebels in Hama. A day later jets hit rebels in Idlib, wounding seven of them.",
        {},
    ),
    "of those just told": ("The army killed 28 militants in Hama. Officials said seven of them were foreigners.", {"seven": "28"}),
    "killed of those just told": ("The army killed 28 militants in Hama. It said seven of them were killed by mines.", {"seven": "28"}),
    "among those counted": (
        "A strike killed 23 people. He said that among the 23 killed was a family of 10 people.",
        {"10": "23"},
    ),
    "the rest of the dead": (
        "In the fighting 17 people were killed. Four soldiers and 11 rebels made up the rest of the dead.",
        {"Four": "17", "11": "17"},
    ),
    "the rest of the guard": ("In the fighting 17 people were killed. Four soldiers made up the rest of the guard.", {}),
    "the wounded of several attacks": (
        "Rockets killed 14 people and wounded dozens on Sunday. In Homs shells killed nine people and wounded 21 others."
        " In Hama five people were killed and 12 wounded.",
        {"nine": "14", "five": "14", "21": "dozens", "12": "dozens"},
    ),
    "more wounded than there were": (
        "Rockets killed 14 people and wounded 20 on Sunday. In Homs shells killed nine people and wounded 21 others."
        " In Hama five people were killed and 12 wounded.",
        {"nine": "14", "five": "14"},
    ),
    "the attacks of a day": (
        "Shelling wounded 35 people in Aleppo on Monday. A rocket wounded 13 in Salah al-Din. Mortar rounds wounded four in Sukkari.",
        {"13": "35", "four": "35"},
    ),
    "more than the day's": (
        "Shelling wounded 15 people in Aleppo on Monday. A rocket wounded 13 in Salah al-Din. Mortar rounds wounded four in Sukkari.",
        {},
    ),
    "attacks elsewhere": (
        "Shelling wounded 35 people in Aleppo on Monday. A rocket wounded 13 in Hajin. Mortar rounds wounded four in Susah.",
        {},
    ),
    "figures of several quarters": (
        "Shells wounded 35 people in Aleppo. Four were wounded in one street, 26 were wounded in another and five were wounded in a third.",
        {"Four": "35", "26": "35", "five": "35"},
    ),
    "small figures around a large one": (
        "Shells wounded three people in Homs. One was wounded in Daraa, 26 were wounded in Idlib and two were wounded in Hama.",
        {},
    ),
    "figures that add up by chance": (
        "Raids killed 21 people in Hama on Monday. Others killed five in Homs, nine in Daraa and 16 in Susah.",
        {},
    ),
    "those hurt worse": ("A blast killed 11 people and left 37 wounded, five critically.", {"five": "37"}),
    "members of one family": ("A raid killed 20 people, 16 of them members of one family.", {"16": "20"}),
    "of those killed in a town": (
        "Raids killed 28 people in Saraqib and 13 in Raqqa. Eight of those killed in Saraqib were children.",
        {"Eight": "28"},
    ),
    "of those killed, the last": (
        "Raids killed 28 people in Saraqib and 13 in Raqqa. Eight of those killed were children.",
        {"Eight": "13"},
    ),
    "what an open part leaves": (
        "A raid killed nine people in Susah. At least five of them were civilians. Another raid on Baghuz killed four civilians.",
        {"At least five": "nine"},
    ),
    "among whom it counts": ("The war killed 3,000 civilians, among whom it counts 500 children.", {"500": "3,000"}),
    "it counts": ("The war killed 3,000 civilians. It counts 500 dead rebels.", {}),
    "the other eight": (
        "The blast killed 18 people. Ten of the dead were soldiers. The other eight were farmers.",
        {"Ten": "18", "eight": "18"},
    ),
    "dead and wounded of casualties": ("Basra had 80 civilian casualties (30 killed, 50 injured).", {"30": "80", "50": "80"}),
    "dead and wounded of other casualties": ("Basra had 90 civilian casualties. In Mosul 30 were killed and 50 injured.", {}),
    "an attack and a week": ("A raid killed 12 people. It rained for a week. Clashes left 30 dead.", {}),
    "two figures that a third adds up": (
        "In one month eight children died. The road killed seven children. That brings to 15 the number of children who have died.",
        {"eight": "15", "seven": "15"},
    ),
    "the next of those of the dead": (
        "Raids killed 662 people. It said 374 of the dead were rebels, 268 were soldiers.",
        {"374": "662", "268": "662"},
    ),
    "the children of those of the dead": (
        "Raids killed 30 people. Thirteen of the dead, five of them children, hid.",
        {"Thirteen": "30", "five": "Thirteen"},
    ),
    "counted among the victims": (
        "The battle killed 1,000 civilians, according to the group, which counts 250 children among the victims.",
        {"250": "1,000"},
    ),
    "several of them counted among the victims": (
        "The battle killed 1,000 civilians, according to the group, which counts 250 children and 40 women among the victims.",
        {"250": "1,000", "40": "1,000"},
    ),
    "an earlier toll has no parts": (
        "A bomb killed 115 people. Police had first spoken of about 80 dead. Fifteen children were among the dead.",
        {"Fifteen": "115"},
    ),
    "the rest, apposed": (
        "Some 12,000 people left. Of these, around 7,000 were taken on buses to Idlib; the rest, about 5,000, made their way to Homs.",
        {"around 7,000": "Some 12,000", "about 5,000": "Some 12,000"},
    ),
    "the other that is no rest": (
        "A raid killed 21 people. Twelve of the dead were women. Of the other four raids nothing is known.",
        {"Twelve": "21"},
    ),
    "including": ("Shelling killed 54 people including 28 civilians as well as 26 rebels.", {"28": "54", "26": "54"}),
    "a second clause is no part": ("34 rebels including three commanders, and 17 soldiers were killed.", {"three": "34"}),
    "later sentence that adds up": (
        "Strikes killed 23 civilians on Monday. The strikes killed 10 children, six women and seven elderly people.",
        {"10": "23", "six": "23", "seven": "23"},
    ),
    "colon": ("Thirty people died: 18 rebels and 12 soldiers.", {"18": "Thirty", "12": "Thirty"}),
    "of them": ("The blast wounded 20 people, four of them critically.", {"four": "20"}),
    "nested": ("It counted 248 people killed, including 87 civilians, of whom 50 were children.", {"87": "248", "50": "87"}),
    "fronted": ("Shelling killed 40 people. Among the dead were 5 women and 11 children.", {"5": "40", "11": "40"}),
    "among the dead, behind": ("Shelling killed 40 people. Seventeen children were among the dead.", {"Seventeen": "40"}),
    "among a following total": ("Six girls and five boys were among 22 people killed there.", {"Six": "22", "five": "22"}),
    "among a following total, with an insert": ("Six people including a child were among 22 people killed.", {"Six": "22"}),
    "among, with no verb": ("2 medics among 31 dead in army raid", {"2": "31"}),
    "among the, behind": ("Four children are among the 28 dead in the raids.", {"Four": "28"}),
    "among them, of the nearest": (
        "Raids killed 19 people including six children in one town and another 23 people among them 10 children in the other.",
        {"six": "19", "10": "23"},
    ),
    "said of the nearest total": (
        "Strikes killed 47 civilians. It said 35 of them died in the mosque. Nine were children.",
        {"35": "47", "Nine": "35"},
    ),
    "the rest of a total": (
        "Clashes killed 31 fighters. Fourteen of the fighters died in the villages. Another 17 fighters were killed in raids.",
        {"Fourteen": "31", "17": "31"},
    ),
    "identified among": ("Shelling killed 40 people. It said 31 civilians were identified among those killed.", {"31": "40"}),
    "one more before the number": (
        "A raid killed nine people including a pregnant woman and three children.",
        {"three": "nine"},
    ),
    "an insert closed before the next class": ("A blast killed nine soldiers, including an officer, and six rebels died.", {}),
    "of these": (
        "The battle has taken 567 lives. Of these 302 were rebels and the remaining 265 were soldiers.",
        {"302": "567", "265": "567"},
    ),
    "of that number": ("Some 25,000 people were brought out. Monday alone accounted for 15,000 of that number.", {"15,000": "Some 25,000"}),
    "a share of them": ("Mines wounded 412 people. Sixty-five percent of them came from Raqqa.", {"Sixty-five percent": "412"}),
    "of the deaths": ("Clashes killed 95 civilians. Homs was the worst hit, with 38 of the deaths.", {"38": "95"}),
    "class as subject": (
        "It counted 47 people killed, 26 of them civilians. The civilians included nine children.",
        {"26": "47", "nine": "26"},
    ),
    "out of a following whole": ("Nine of the 14 dead were from one family.", {"Nine": "14"}),
    "a second class is no part of the first": (
        "Raids killed 90 people. The victims were 50 civilians, including 22 children, and 40 rebels.",
        {"50": "90", "22": "50", "40": "90"},
    ),
    "a share of the dead": ("Children accounted for a third of the 93 dead.", {"a third": "93"}),
    "that does not add up": ("Strikes killed 23 civilians on Monday. Clashes killed 9 soldiers and 8 rebels.", {}),
    "two sums of one total": (
        "Raids killed 42 people, including 16 children. One raid killed 19 people in one town and another 23 in the next.",
        {"16": "42", "19": "42", "23": "42"},
    ),
    "a day apart": (
        "Raids killed 32 people on Monday. A raid killed 18 people on Sunday. Shelling killed 14 people on Monday.",
        {"18": "32", "14": "32"},
    ),
    "a month apart": ("Raids killed 32 people on Monday. A raid killed 18 people on April 1. Shelling killed 14 people on April 3.", {}),
    "among so many": ("Among 25 people wounded, eight were children.", {"eight": "25"}),
    "they were among": ("Raids killed 10 people. They were among 19 people killed there.", {"10": "19"}),
    "of those who died, two classes": (
        "A raid killed 43 people. Seventeen of those who died in the village were children and twelve were women.",
        {"Seventeen": "43", "twelve": "43"},
    ),
    "of them, two classes": (
        "A bomb killed 19 people. Nine of them were civilians and five were policemen.",
        {"Nine": "19", "five": "19"},
    ),
    "of whom, two classes": ("It counted 54 dead, of whom 28 were civilians and 26 were rebels.", {"28": "54", "26": "54"}),
    "a class that is broken down": (
        "Raids killed 120 people. Sixty of the victims were civilians, among them 14 children.",
        {"Sixty": "120", "14": "Sixty"},
    ),
    "of the victims, far behind": (
        "Raids killed 19 people. It was noon. The market was full. Smoke rose. Some fled. Fourteen of the victims died in the market.",
        {"Fourteen": "19"},
    ),
    "no part is larger": ("Raids killed six children. Fourteen of the victims died in the market.", {}),
    "bringing to": ("Some 12 civilians were killed on Monday, bringing to 45 the number killed since Friday.", {"Some 12": "45"}),
    "brings to": ("Another 12 civilians were killed on Monday. It brings the toll to 45.", {"12": "45"}),
    "bringing, of others": ("Some 12 civilians were wounded on Monday, bringing to 45 the number killed since Friday.", {}),
    "brought to a place": ("Some 12 civilians were displaced. They were brought to 45 tents.", {}),
    "on one day alone": (
        "Some 63,000 people have arrived. On 18 March alone, 1,140 people were brought to the camp.",
        {"1,140": "Some 63,000"},
    ),
    "on one day": ("Some 63,000 people have arrived. On 18 March, 1,140 people were brought to the camp.", {}),
    "one day's alone, of its side": (
        "Some 30 soldiers died against 51 rebels. Monday's clashes alone killed six on the government side.",
        {"six": "Some 30"},
    ),
    "of these, of the nearest": (
        "Of the 300 deaths, at least 132 were due to shelling, 95 of these in four days.",
        {"at least 132": "300", "95": "at least 132"},
    ),
    "two narrow classes with a verb": (
        "At least 18 civilians including five children and two women were killed.",
        {"five": "At least 18", "two": "At least 18"},
    ),
    "as well as another side": (
        "It saw the deaths of 58 civilians, including 16 children, as well as 79 jihadists and 23 rebels.",
        {"16": "58"},
    ),
    "classes of a part": (
        "The toll rose to 43 dead. They are 28 civilians, of whom 9 are children and 7 women, and 15 rebels.",
        {"28": "43", "9": "28", "7": "28", "15": "43"},
    ),
    "of the civilians, not of their children": (
        "Raids killed 46 civilians. It counted 17 children among the dead. A first raid killed 15 of the civilians.",
        {"17": "46", "15": "46"},
    ),
    "the dead, of the same sentence": (
        "Troops killed 12 rebels. Raids killed 21 people, it said, adding that the dead included five children.",
        {"five": "21"},
    ),
    "of so many": ("A raid killed 22 people. Of the 22, nine were children.", {"nine": "22"}),
    "bringing to a total of two": ("A raid killed 21 civilians and eight rebels, bringing the total to 29.", {"21": "29", "eight": "29"}),
    "account for": (
        "The monitor puts the dead at 1,400. Children account for 320 of them and women for upwards of 240.",
        {"320": "1,400", "upwards of 240": "1,400"},
    ),
    "of that number, of other people": (
        "Some 25,000 people were brought out. Three people were killed. Monday alone accounted for 15,000 of that number.",
        {"15,000": "Some 25,000"},
    ),
    "two days are two figures": ("Some 3,000 people left the town on Monday and a further 3,500 on Tuesday.", {}),
    "up from": ("The raid killed 19 people, up from the 16 it gave earlier. Nine of them were civilians.", {"Nine": "19"}),
    "included, behind its number": ("Some 6,000 people came out, 90 fighters included.", {"90": "Some 6,000"}),
    "a share of a time": ("Some 3,700 people have fled since Monday, 734 on Wednesday alone.", {"734": "Some 3,700"}),
    "lines behind a colon": (
        "The raids killed 12 people:\n- 7 civilians in Hajin\n- 5 fighters in Susah\n\nThree policemen died in Homs.",
        {"7": "12", "5": "12"},
    ),
    "of these, one class": ("The raids killed 124 civilians; of these civilians 73 were shot.", {"73": "124"}),
    "a list behind a dash": ("The strike left 15 dead - nine civilians and six rebels.", {"nine": "15", "six": "15"}),
    "a list of places": ("Fifteen people died, nine in Homs and six in Hama.", {"nine": "Fifteen", "six": "Fifteen"}),
    "a list of other places": ("Fifteen people died, eight more in Homs and six others in Hama.", {}),
    "killing so many of the living": ("Dozens of people died. They attacked the base, killing at least 68 of the fighters there.", {}),
    "the dead of all sides": (
        "Raids have killed 1,125 people since 2014. Islamic State lost 820 fighters, and rebels lost 18. Ten soldiers died by mistake. "
        "The remaining 277 dead are civilians.",
        {"820": "1,125", "18": "1,125", "Ten": "1,125", "277": "1,125"},
    ),
    "the dead of some sides": (
        "Raids have killed 1,125 people since 2014. Islamic State lost 820 fighters, and rebels lost 18. Ten soldiers died by mistake.",
        {},
    ),
    "the rest of the whole, behind a part of a part": (
        "A truck killed 31 people. Nineteen of the dead were civilians. Four children were among them. The other 12 were policemen.",
        {"Nineteen": "31", "Four": "Nineteen", "12": "31"},
    ),
}
SAME = {
    "headline and lead": ("Blast kills 12 soldiers\n\nA blast killed 12 soldiers on Monday.", 1),
    "another figure": ("Blast kills 12 soldiers\n\nA blast killed 14 soldiers on Monday.", 0),
    "another group": ("Blast kills 12 soldiers\n\nA blast killed 12 civilians on Monday.", 0),
    "another measure": ("Blast kills 12 soldiers\n\nA blast wounded 12 soldiers on Monday.", 0),
    "another place": (
        "Rain fell. Tanks came. A blast killed 12 soldiers in Hajin on Monday. A blast killed 12 soldiers in Idlib on Monday.",
        0,
    ),
    "the same place": (
        "Rain fell. Tanks came. A blast killed 12 soldiers in Hajin on Monday. The blast killed 12 soldiers in Hajin.",
        1,
    ),
}


@pytest.mark.parametrize(("text", "expected"), PARTS.values(), ids=PARTS.keys())
def test_parts(text: str, expected: dict[str, str]) -> None:
    claims = extract(Document(text, dt.date(2018, 11, 5)))
    evidence = {c.start_char: c.evidence for c in claims}
    assert {c.evidence: evidence[c.part_of] for c in claims if c.part_of is not None} == expected


@pytest.mark.parametrize(("text", "repeats"), SAME.values(), ids=SAME.keys())
def test_repeats(text: str, repeats: int) -> None:
    claims = extract(Document(text, dt.date(2018, 11, 5)))
    assert len(claims) == 2
    assert sum(c.same_as is not None for c in claims) == repeats


@pytest.mark.parametrize(
    ("text", "perpetrators"),
    [
        ("Raid kills 14 in town\n\nSyrian army jets killed 14 people in Douma on Monday.", ["government", "government"]),
        ("Raid kills 14 in town\n\nSyrian army jets killed 9 people in Douma on Monday.", ["unknown", "government"]),
        ("Russian jets killed 14 people on Monday.\n\nSyrian army jets killed 14 people in Douma, he said.", ["russia", "government"]),
    ],
)
def test_mentions_of_one_event_share_who_did_it(text: str, perpetrators: list[str]) -> None:
    claims = extract(Document("In Syria it is war. " + text, dt.date(2019, 2, 1)))
    assert [claim.perpetrator for claim in claims] == perpetrators


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (  # a headline that names the country only, and nobody who says so
            "Blast kills 12 in Syria\n\nA blast killed 12 people in Manbij on Monday, the Syrian Observatory for Human Rights said.",
            [("Manbij", "sohr"), ("Manbij", "sohr")],
        ),
        (  # one that names a town and a source
            "Blast kills 12 in Aleppo: residents\n\nA blast killed 12 people in Manbij, the Syrian Observatory for Human Rights said.",
            [("Aleppo", "residents"), ("Manbij", "sohr")],
        ),
        (  # of another number
            "Blast kills 12 in Syria\n\nA blast killed 15 people in Manbij on Monday, the Syrian Observatory for Human Rights said.",
            [("Syria", "sohr"), ("Manbij", "sohr")],
        ),
    ],
)
def test_a_headline_is_told_by_its_lead(text: str, told: list[tuple[str, str]]) -> None:
    assert [(c.place, c.speaker) for c in extract(Document(text, dt.date(2019, 2, 1)))] == told


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Shelling hit Hama too. Shops closed there. At least 27 people were killed, the Observatory said.", "Ariha"),
        ("Shelling hit Hama too. In Hama at least 27 people were killed, the Observatory said.", "Hama"),
    ],
)
def test_a_repeat_that_names_no_place_is_where_the_first_was(text: str, place: str) -> None:
    first = "A raid killed 27 people in Ariha on Monday, the Observatory said. Its market burned."
    assert extract(Document(f"{first} {text}", dt.date(2019, 2, 1)))[-1].place == place


@pytest.mark.parametrize(
    ("text", "perpetrators"),
    [
        (
            "Syrian army raids killed 20 people on Monday. At Douma 12 people died in strikes, and elsewhere a shell killed eight people.",
            ["government", "government", "government"],
        ),
        ("An air raid killed 20 people on Monday, among them 12 children.", ["unknown", "unknown"]),
    ],
)
def test_parts_share_who_did_it(text: str, perpetrators: list[str]) -> None:
    assert [claim.perpetrator for claim in extract(Document(text, dt.date(2019, 2, 1)))] == perpetrators


@pytest.mark.parametrize(
    ("later", "day"),
    [
        ("It had put the toll at 11 people on the day of the raids.", 3),
        ("The raids hit a market on Friday. It had first put the toll at 11 people.", 2),
    ],
)
def test_an_earlier_toll_is_of_the_same_days(later: str, day: int) -> None:
    text = f"The toll from raids on Hajin two days ago has risen to 16, it said on Sunday. {later}"
    assert extract(Document(text, dt.date(2018, 11, 5)))[-1].date_end == dt.date(2018, 11, day)


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Some 900 people have been killed since 10 April. Of these, 120 were children.", [(10, 4), (10, 4)]),
        ("The toll since 10 April includes 900 people, 120 of whom died on Sunday.", [(10, 4), (4, 11)]),
        ("Some 900 people have fled since 10 April, among them 120 fighters who were arrested.", [(10, 4), (10, 4)]),
        ("Some 900 people have fled since 10 April. On Sunday 120 were arrested.", [(10, 4), (4, 11)]),
    ],
)
def test_a_part_runs_from_the_start_of_its_total(text: str, starts: list[tuple[int, int]]) -> None:
    told = [claim.date_start for claim in extract(Document(text, dt.date(2018, 11, 5)))]
    assert [day and (day.day, day.month) for day in told] == starts
