"""Places by construction, and the gazetteer's own soundness."""

import datetime as dt

import pytest

from analysis.extraction.claims import extract
from analysis.extraction.lexicon import built_in
from analysis.extraction.places import place_of
from analysis.extraction.sentences import Document
from analysis.extraction.where.gazetteer import Place, gazetteer
from analysis.spellings import FIXED

BOXES = {"Syria": (32.2, 37.4, 35.6, 42.5), "Iraq": (29.0, 37.5, 38.7, 48.8)}  # south, north, west, east, in degrees
CASES = {
    "a quarter that is hit": ("Rockets hit al-Zamra neighborhood killing 12 people. Homs was quiet.", "al-Zamra"),
    "a position that is hit": ("Rockets hit Ahrar positions in Homs killing 12 people.", "Homs"),
    "whose residents speak": (
        "Residents of Tal al-Shayir, a village in northeastern Syria, said a strike killed 12 people.",
        "Tal al-Shayir",
    ),
    "whose residents speak of another": ("Residents of Hajin, a town in eastern Syria, said a strike on Susah killed 12 people.", "Susah"),
    "a battle of last year": (
        "The violence is the worst since the battle for Aleppo last year and has killed 12 people. Hajin was hit. Hajin fell.",
        "Hajin",
    ),
    "since a battle began": ("Since the battle for Aleppo began it has killed 12 people. Hajin was hit.", "Aleppo"),
    "towns of a country": ("Air strikes on Syria's towns and cities killed 12 people. Aleppo was hit.", "Syria"),
    "across the Arab country": ("In operations across the Arab country 12 men were killed in Syria. Aleppo was hit.", "Syria"),
    "a headline's country": ("Air raid kills 12 at Syria market\n\nA raid hit Hajin.", "Syria"),
    "a headline's town": ("Air raid kills 12 in Syria's Hajin\n\nA raid hit Susah.", "Hajin"),
    "a town and the villages around it": ("Raids on Tasil and the villages around it killed 12 people.", "Tasil"),
    "towns and the villages named": ("Raids on Tasil, Nawa and the Kafr Shams villages killed 12 people.", "Daraa"),
    "a doctor of a town's hospital": ("A raid on Tikrit left 12 dead, according to a doctor at Samarra hospital.", "Tikrit"),
    "a town's hospital that is hit": ("A raid on Samarra hospital left 12 dead.", "Samarra"),
    "the seat of an office": ("The head of the high court in Aleppo, Omar Said, said 12 people died in Atareb.", "Atareb"),
    "where a bomb killed the head of a court": ("A bomb killed the head of the court in Aleppo and 12 people.", "Aleppo"),
    "an officer who tells it": ("A police colonel in Haditha has given a toll of 12 for the raid on Hit in Anbar.", "Hit"),
    "according to a worker elsewhere": ("Fighting in Tal Afar killed 12 people, according to an aid worker at Hammam al-Alil.", "Tal Afar"),
    "parts of the capital": ("Car bombs killed 12 people in mainly Shi'ite districts of the capital. Iraq condemned it.", "Baghdad"),
    "the Syrian side": ("Some 12 people were killed on the Syrian side, one of them near Ras al-Ain.", "Syria"),
    "the Syrian side, of a town": ("In Ras al-Ain 12 people were killed, on the Syrian side of the border.", "Ras al-Ain"),
    "a name with its article": ("The monitor put the toll in al-Museifra at 12 people.", "al-Museifra"),
    "a name with its article, of a square": ("Shelling of Homs hit a school in al-Rashid street, killing 12 people.", "Homs"),
    "two countries": ("Strikes killed 12 people in Iraq and Syria in March.", "Syria and Iraq"),
    "a name of two countries": ("Strikes on the Islamic State of Iraq and Syria killed 12 people in Hajin.", "Hajin"),
    "a toll that rises in its place": ("Raids hit Hajin, bringing the toll in Deir ez-Zor province to 12 people.", "Deir ez-Zor"),
    "in a town": ("Shelling killed 12 people in Saraqeb.", "Saraqib"),
    "village of a province": ("Shelling killed 12 people in the town of Kafranbel in Idlib province.", "Kafranbel"),
    "near a town": ("A mine killed 12 people near Manbij.", "Manbij"),
    "south of the town of": ("A strike killed 12 people south of the town of Shadadi.", "Shaddadi"),
    "spelled otherwise": ("Shelling killed 12 people in Deir el-Zour.", "Deir ez-Zor"),
    "possessive without its apostrophe": ("Shelling killed 12 people in Syrias Hasakeh city.", "Hasakah"),
    "unknown village": ("Shelling killed 12 people in the village of Umm Rejim.", "Umm Rejim"),
    "dateline": ("BEIRUT — Shelling killed 12 people in Homs.", "Homs"),
    "capital that speaks": ("Damascus said shelling killed 12 people in Daraa.", "Daraa"),
    "only the country": ("Shelling killed 12 people in Syria.", "Syria"),
    "a spelling by sound": ("Shelling killed 12 people in Saraqueeb.", "Saraqib"),
    "a group that sounds like a place": ("Hamas said that 12 people were killed in Azaz.", "Azaz"),
    "a council of a place": ("The Manbij Military Council said a mine killed 12 people in Jarablus.", "Jarablus"),
    "a short name that is a word": ("Hit by shells, 12 people died in Homs.", "Homs"),
    "a surname like a town": ("Activist Omar Dana said 12 people died in Douma.", "Douma"),
    "distance from a city": ("A raid killed 12 people in Sukhnah, 200 km from Damascus.", "Sukhna"),
    "journalists in a convoy": ("Shells hit a convoy of journalists in Saraqeb and killed 12 people.", "Saraqib"),
    "another country's capital": ("Bombs killed 12 people in the Iraqi capital. Syria condemned it, and so did Syria's allies.", "Baghdad"),
    "its own country's capital": ("A bomb killed 12 people in the capital. Syria condemned the bombing.", "Damascus"),
    "a city's quarter": ("A bomb killed 12 people in Baghdad's Shaab district.", "Shaab"),
    "a city's own market": ("A bomb killed 12 people in Baghdad's market area.", "Baghdad"),
    "an unknown quarter": ("A bomb killed 12 people in the northern district of Shaab. It is in Baghdad.", "Shaab"),
    "the village that a town tells": ("Shelling of the Afrin village of Maabatli killed 12 people.", "Maabatli"),
    "a quarter of a city": ("Shelling of the Kashkul district of Damascus killed 12 people.", "Kashkoul"),
    "near a village in a country": ("A strike near Al-Jurdhi in eastern Syria killed 12 people.", "Al-Jurdhi"),
    "near a hall in a village": ("A strike near Sanabel Hall in Manbij killed 12 people.", "Manbij"),
    "further east": ("A strike killed 12 people in Raqqa; another hit a fuel stall in Dibsi Faraj, further east.", "Raqqa"),
    "just south of the city": ("A strike on cars that left Raqqa killed 12 people near Al-Kasrat, just south of the city.", "Al-Kasrat"),
    "hospitals in a province abroad": (
        "A bomb killed 12 people in Azaz and 20 were taken to hospitals in the Turkish province of Kilis.",
        "Azaz",
    ),
    "armed groups in another place that fire": (
        "Armed groups in Eastern Ghouta fired shells at the town of Jaramana, killing 12 people.",
        "Jaramana",
    ),
    "armed groups that are hit": ("Raids on armed groups in Eastern Ghouta killed 12 people.", "Eastern Ghouta"),
    "where it was said": ("He told journalists in Qamishli that 12 people had died in Syria.", "Syria"),
    "clause of its own": ("Shelling killed 30 people in Aleppo, and 12 died in Idlib.", "Idlib"),
    "clause before": ("Shelling killed 12 people in Aleppo, and 30 died in Idlib.", "Aleppo"),
    "a place told by its province": ("Shelling killed 12 people in Umm Rejim, in the north of Idlib province.", "Umm Rejim"),
    "a place told by what it is": ("Shelling killed 12 people at Umm Rejim, a village near Raqqa.", "Umm Rejim"),
    "a day is no place": ("Shelling killed 12 people on Friday, in Idlib.", "Idlib"),
    "two towns under one number": ("Shelling killed 12 people in the towns of Susah and Hajin.", "Deir ez-Zor"),
    "near two towns": ("A strike killed 12 people near the towns of Susah and Hajin.", "Susah"),
    "the quarters of one town": ("Shelling killed 12 people in the northern quarters of Kobani.", "Kobani"),
    "quarters that the gazetteer lacks": (
        "Shelling killed 12 people in the neighborhoods of al-Neel Street and Mogambo in Aleppo.",
        "Aleppo",
    ),
    "nationwide": ("Across the country, 12 people died. Hajin was quiet.\n\nSyria is at war.", "Syria"),
    "a person named like a town": ("Baghuz is under siege, and Adnan Afrin said 12 people died.", "Baghuz"),
    "a quarter that shares its name": ("A raid killed 12 people in the Jadida district of the Iraqi city of Mosul.", "Jadida"),
    "a quarter of the city that is named": ("A bomb killed 12 people in the Zahra district of Homs.", "Zahra"),
    "a quarter of an unnamed city": ("A bomb killed 12 people in the Midan district.", "Midan"),
    "provinces, one with a namesake": ("Graves in Nineveh, Kirkuk and Salah al-Din provinces held 12 bodies.", "Iraq"),
    "a name that goes on without an article": ("A bomb killed 12 people in the village of Tal Tawil in Hasakah.", "Tal Tawil"),
    "the town by itself": ("A bomb killed 12 people in al-Tal on Monday.", "Al-Tal"),
    "a name that begins as a village's": ("Shelling killed 12 people in Kafr Tufaha.", "Kafr Tufaha"),
    "a woman named like a village": ("Shelling killed 12 people in Hajin and at Umm Ahmad's home.", "Hajin"),
    "the second part of a name": ("A raid killed 12 people in Hosh Qara, a village in Hama.", "Hosh Qara"),
    "the first word spelled otherwise": ("A raid killed 12 people in Kafar Hamra.", "Kafr Hamra"),
    "at a town of a province": ("At Khan Sheikhun in the province of Idlib 12 people were killed.", "Khan Sheikhoun"),
    "near a town in its province": ("A drone killed 12 people near the town of Sukhna (in Homs province).", "Sukhna"),
    "an area known by a name": ("A bomb killed 12 people in an area known as Umm Rejim near Hajin.", "Umm Rejim"),
    "a place told by a town": ("Mines killed 12 people in Umm Rejim, south of Tikrit.", "Umm Rejim"),
    "where those sit who fire": ("Rebels positioned in Binnish shelled Saraqib, killing 12 people.", "Saraqib"),
    "where those sit who are hit": ("Rockets killed 12 rebels positioned in Binnish.", "Binnish"),
    "a highway by its ends": ("A mine killed 12 people in Daquq on the highway between Baghdad and Kirkuk.", "Daquq"),
    "the whole of a town": ("Shelling killed 12 people in Susah, in the south of the province.", "Susah"),
    "a suburb told by its city": ("A bomb killed 12 people in the Damascus suburb of Jaramana.", "Jaramana"),
    "a region in a province": ("Shelling killed 12 people in Eastern Ghouta in Damascus province.", "Eastern Ghouta"),
    "a border": ("Raids killed 12 people in Hader by the fence with the occupied Golan.", "Hader"),
    "a group in capitals": ("Shelling killed 12 civilians in an IS town in Syria.", "Syria"),
    "a name that goes on": ("A raid killed 12 people around the village of Tal al-Shayer in Hasakah.", "Tal al-Shayer"),
    "quarters of a page that has lost its commas": (
        "Rockets that hit Bab al-Faraj al-Midan al-Muhafaza Saif al-Dawla and al-Neel street killed 12 people. Homs was hit.",
        "Aleppo",
    ),
    "a street in a quarter": ("Rockets that hit al-Neel street in Bab al-Faraj killed 12 people. Homs was hit.", "Bab al-Faraj"),
    "a quarter, and another in which they died": (
        "Rockets hit Bab al-Faraj before shells killed 12 people in Bab al-Nayrab. Homs was hit.",
        "Bab al-Nayrab",
    ),
    "dead in the worst month since a battle": ("Syria had its deadliest month since the fall of Aleppo, with 12 people killed.", "Syria"),
    "since a battle that goes on": ("Some 12 people have been killed since the battle for Aleppo began.", "Aleppo"),
    "several quarters": ("Rockets killed 12 people in the Jobar, Barzeh and Qaboun districts.", "Damascus"),
    "several provinces": ("Rockets killed 12 people in Homs, Hama and Idlib.", "Syria"),
    "several villages of a province": ("Rockets killed 12 people in the villages of Suran, Morek and Halfaya.", "Hama"),
    "the desert": ("An ambush killed 12 soldiers in the central desert.", "Badiya"),
    "the name of a group": ("The Islamic State of Iraq and the Levant killed 12 people in Palmyra.", "Palmyra"),
    "hospital": ("Shelling killed 12 people in Hajin, and others were taken to hospitals in Hasakah.", "Hajin"),
    "a road by its ends": ("A mine killed 12 people in Hajin on the Hasakah-Qamishli road.", "Hajin"),
    "a person's name": ("A raid killed 12 people and Abu Omar al-Ansari in Mosul.", "Mosul"),
    "keywords": ("Tags Syria Homs raid Russia A raid killed 12 people in Hajin on Monday.", "Hajin"),
    "near is less than in": ("A raid killed 12 people in Susah, near Hajin.", "Susah"),
    "a river and the article's town": ("Clashes in Baghuz go on. Boats carried 12 dead over the Euphrates from Baghuz.", "Baghuz"),
    "near is no list": ("Air strikes on the opposition-held area of Eastern Ghouta near Damascus killed 12 people.", "Eastern Ghouta"),
    "part of a longer name": ("Soldiers killed 12 people in Wadi al-Ward in Rif Dimashq.", "Rif Dimashq"),
    "the seat of a source": (
        "Raids hit Susah. A security official in Anbar province told Reuters that 12 people were killed in Susah.",
        "Susah",
    ),
    "hospitals of towns": ("Shelling of Hajin killed 12 people, and hospitals of Shahba took in others.", "Hajin"),
    "the whole of a part elsewhere": ("Raids on Raqqa killed 12 people, seven of them in Mansoura.", "Raqqa"),
    "a part of its own place": ("Raids on Raqqa killed 300 people, 12 of them in Mansoura.", "Mansoura"),
    "parts told by what they were": ("Raids killed 12 people, seven of them women, in Mansoura.", "Mansoura"),
    "fewer than": ("Raids killed fewer than 12 rebels in Mansoura.", "Mansoura"),
    "a quarter that opens the sentence": ("In al-Sukkari, 12 people were killed.", "Al-Sukkari"),
    "officers killed in a town": ("A bomb killed 12 rebel officers in Aleppo.", "Aleppo"),
    "the worst hit": ("Baghdad was the worst affected governorate, with 12 dead.\n\nNineveh is poor. Nineveh is cold.", "Baghdad"),
    "nowhere harder": ("Nowhere was hit harder than Aleppo, with 12 dead. Idlib is near. Idlib is cold.", "Aleppo"),
    "a month of the country, far behind": (
        "A total of 12 civilians were killed in acts of terrorism and armed conflict in Iraq in October. Nineveh is poor.",
        "Iraq",
    ),
    "a war with its country": ("It counted 12 reporters killed in Syria’s long war. Idlib is poor.", "Syria"),
    "over the north": ("Planes bombed Tal Hamis in a day of raids across the north that left 12 dead.", "Syria"),
    "over the north of a province": ("Planes bombed Tal Hamis in a day of raids across the north of Hasakah that left 12 dead.", "Hasakah"),
    "elsewhere in the country": ("Raids hit Idlib, and 12 people died in raids elsewhere in Syria.", "Syria"),
    "a town elsewhere": ("Elsewhere in Syria a monitor said 12 people died in Rastan.", "Rastan"),
    "towns of several holders": ("Blasts shook regime-held Tartus and Homs and YPG-held Hasakah, killing 12.", "Syria"),
    "where those went who left mines": ("Troops took Susah as the group withdrew towards Hajin, leaving mines that killed 12.", "Susah"),
    "people in a town of a neighbour": ("Some 12 people in Kilis have been killed. Rockets fly. Azaz is near. Azaz is cold.", "Kilis"),
    "a campaign of the coalition": (
        "The coalition acknowledged that 12 civilians died since the start of the campaign. Raqqa is poor.",
        "Syria and Iraq",
    ),
    "a campaign of somebody": ("Activists said that raids killed 12 civilians since the start of the campaign. Raqqa is poor.", "Raqqa"),
    "dead in the battle for a town": ("They left 12 people dead in the battle for Raqqa.", "Raqqa"),
    "a place of the next number": ("Some 12 people died in Hajin, and at Susah six were pulled out.", "Hajin"),
    "there, where officials sit": ("Officials in Manbij said gunmen killed 12 farmers there.", "Manbij"),
    "the worst since another was lost": (
        '"It is the bloodiest raid since the group was driven from Mayadin," said a monitor in Palmyra, adding that 12 had died in Susah.',
        "Susah",
    ),
}


@pytest.mark.parametrize(("text", "name"), CASES.values(), ids=CASES.keys())
def test_place(text: str, name: str) -> None:
    document = Document(text, dt.date(2017, 3, 1))
    at = text.rindex("12")
    place = place_of(document, document.sentences[0], at, at + 2, "killed")
    assert place is not None
    assert place.name == name


def test_place_is_carried_on() -> None:
    text = "A bomb went off in Azaz. It killed 12 people."
    document = Document(text, dt.date(2017, 3, 1))
    place = place_of(document, document.sentences[1], text.index("12"), text.index("12") + 2, "killed")
    assert place is not None
    assert place.name == "Azaz"


@pytest.mark.parametrize(
    ("text", "evidence", "name"),
    [
        ("The group overran a third of Syria and Iraq.", "a third", "Syria and Iraq"),
        ("The group is left with 3 percent of Syria.", "3 percent", "Syria"),
        ("The group overran a third of Iraq and half of Syria.", "a third", "Iraq"),
        ("The group overran a third of Iraq and half of Syria.", "half", "Syria"),
        ("It holds four square kilometres near Baghouz.", "four", "Baghuz"),
        ("Baghouz is besieged. Baghouz has no bread. It holds four hectares on the Euphrates.", "four", "Baghuz"),
        ("Baghouz is besieged. It once held 88,000 square kilometres. Iraq is free.", "88,000", "Syria and Iraq"),
        ("Iraq mourns. It once held 88,000 square kilometres.", "88,000", "Iraq"),
        ("Iraq says the militants still control 14 percent.", "14 percent", "Iraq"),
        ("Iraq mourns. Raids hit Hajin. The militants still control 14 percent.", "14 percent", "Syria and Iraq"),
        ("ERBIL, Iraq - Raids hit Hajin. They lost half of Syrian territory.", "half", "Syria"),
        ("Raids hit Hajin. They lost half of it.", "half", "Hajin"),
        ("Troops shelled Yarmouk. The group holds 80 percent of it.", "80 percent", "Yarmouk"),
        ("It holds a city in Raqqa and most of the oil-rich eastern province, part of its land in Syria and Iraq.", "most", "Raqqa"),
        ("It rules half of Syria, or 95,000 square kilometres.", "half", "Syria"),
        ("With Hit, it rules 41,000 square km of Iraq, or a tenth of its territory, and half of Syria.", "41,000", "Iraq"),
        ("With Hit, it rules 41,000 square km of Iraq, or a tenth of its territory, and half of Syria.", "a tenth", "Iraq"),
        ("With Hit, it rules 41,000 square km of Iraq, or a tenth of its territory, and half of Syria.", "half", "Syria"),
        ("It rules 88,000 sq km of Syria and Iraq.", "88,000", "Syria and Iraq"),
        ("It rules four square km in Syria, 20 km from Hajin.", "four", "Syria"),
        ("It ruled a third of Iraq and Syria, some 88,000 square kilometres.", "88,000", "Syria and Iraq"),
        ("Raids hit Hajin. Jets hit Yarmouk camp, where IS holds 70 percent of the ground.", "70 percent", "Yarmouk"),
        ("Syria is at war. They have lost most of the land they held and were ousted from Raqqa.", "most", "Syria"),
    ],
)
def test_place_of_land(text: str, evidence: str, name: str) -> None:
    document = Document(text, dt.date(2019, 2, 1))
    start = text.index(evidence)
    place = place_of(document, document.sentence_at(start), start, start + len(evidence), "territory_held")
    assert place is not None
    assert place.name == name


def test_place_of_a_flight_is_where_it_began() -> None:
    text = "Some 12 people fled from Hajin to Hasakah."
    document = Document(text, dt.date(2019, 2, 1))
    place = place_of(document, document.sentences[0], text.index("12"), text.index("12") + 2, "displaced")
    assert place is not None
    assert place.name == "Hajin"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Some 12 people left Afrin for Nubl and Zahraa.", "Afrin"),
        ("Some 12 people fled Hajin in the past week to the camp at Al-Hol.", "Hajin"),
        ("Some 12 people came to the camp at Al-Hol on Monday, having fled Hajin.", "Al-Hol"),
        ("Some 12 families who had fled Palmyra live in a school in Tabqa.", "Tabqa"),
    ],
)
def test_place_of_a_flight_to_a_camp(text: str, name: str) -> None:
    document = Document(text, dt.date(2019, 2, 1))
    place = place_of(document, document.sentences[0], text.index("12"), text.index("12") + 2, "displaced")
    assert place is not None
    assert place.name == name


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Raids on Syria began weeks after those in neighbouring Iraq. They have killed 12 people.", ["Syria"]),
        ("IS killed 12 men near Iraq. The assault began around Susah.", ["Susah"]),
        ("Some 12 people have died in raids in the two countries, and the battle for Mosul goes on.", ["Syria and Iraq"]),
        ("The campaign that Washington began over Syria has killed 12 people. Raids hit Hajin.", ["Syria"]),
        ("Raids on Syria killed 15 people, nine in Homs and six in Hama.", ["Syria", "Homs", "Hama"]),
        ("Raids killed 12 people, wounding nine in Homs.", ["Homs", "Homs"]),
        ("Raids killed 12 in Homs and nine in Hama.", ["Homs", "Hama"]),
        ("Raids hit Raqqa. The coalition admits to 801 unintentional civilian deaths.", ["Syria and Iraq"]),
        ("Raids hit Raqqa. The coalition says it has inadvertently killed 801 civilians.", ["Syria and Iraq"]),
        ("The coalition says a strike on Hajin unintentionally killed 12 civilians.", ["Hajin"]),
        ("Raids hit Raqqa. The coalition says that strike inadvertently killed 12 civilians.", ["Raqqa"]),
        ("The coalition says it has unintentionally killed 801 civilians in Iraq.", ["Iraq"]),
    ],
)
def test_a_bare_number_before_a_place_is_of_that_place(text: str, places: list[str]) -> None:
    assert [c.place for c in extract(Document(text, dt.date(2019, 2, 1)))] == places


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Raids hit Raqqa in Syria. The SDF is holding 12 foreign fighters.", "Syria"),
        ("Raids hit Raqqa in Syria. Another 12 men are kept in prisons.", "Syria"),
        ("Raids hit Raqqa in Syria. Gunmen seized 12 foreigners.", "Raqqa"),
        ("Raids hit Raqqa in Syria. Some 12 people are being held by the government.", "Syria"),
        ("Raids hit Raqqa in Syria. Some 12 people held by the government walked across the bridge.", "Raqqa"),
        ("Raids hit Raqqa in Syria. A Kurdish official in Raqqa, Omar Said, said gunmen were holding 12 men.", "Raqqa"),
    ],
)
def test_place_of_those_held(text: str, name: str) -> None:
    document = Document(text, dt.date(2019, 2, 1))
    at = text.index("12")
    place = place_of(document, document.sentence_at(at), at, at + 2, "detained")
    assert place is not None
    assert place.name == name


@pytest.mark.parametrize(
    ("text", "evidence", "measure", "name"),
    [
        ("Jordan already shelters 650,000 refugees. Daraa is near. Daraa is cold.", "650,000", "displaced", "Jordan"),
        ("Turkey hosts 2,700,000 Syrians who have fled the war. Raids hit Idlib.", "2,700,000", "displaced", "Turkey"),
        ("The war has driven 2,700,000 Syrians from their homes. Raids hit Idlib.", "2,700,000", "displaced", "Syria"),
        ("Trucks brought them to Al-Hol, a camp for 20,000. It now holds 31,412.", "31,412", "displaced", "Al-Hol"),
        ("Trucks passed Al-Hol. Raids hit Baghuz. It has sent 41,412 people into flight.", "41,412", "displaced", "Deir ez-Zor"),
        ("Some 650,000 refugees in Lebanon wait. Daraa is near. Daraa is cold.", "650,000", "displaced", "Lebanon"),
        ("Turkey says it is already sheltering 650,000 Syrians. Daraa is near. Daraa is cold.", "650,000", "displaced", "Turkey"),
        ("Amman, which already hosts 650,000 refugees, fears more. Daraa is near. Daraa is cold.", "650,000", "displaced", "Jordan"),
        ("Jordan said it feared for 650,000 people. Daraa is near. Daraa is cold.", "650,000", "displaced", "Daraa"),
        ("Raids hit Raqqa in Syria. Raqqa is cold. It believes that 118,000 people are held.", "118,000", "detained", "Syria"),
        ("Raids hit Raqqa in Syria. Raqqa is cold. It believes that 118 people are held there.", "118", "detained", "Raqqa"),
        ("Raids hit Sabha in Deir el-Zour in Syria. Sieges have killed thousands.", "thousands", "killed", "Syria"),
        ("Raids hit Sabha in Deir el-Zour in Syria. Clashes have displaced thousands.", "thousands", "displaced", "Deir ez-Zor"),
        ("Raids hit Sabha in Deir el-Zour in Syria. Clashes have displaced 40 people.", "40", "displaced", "Al-Sabha"),
        ("Raids hit Raqqa in Syria. Raqqa is cold. Sieges have killed thousands.", "thousands", "killed", "Raqqa"),
        (
            "Atareb has been a target for years. Thousands of Syrians live there.",
            "Thousands",
            "displaced",
            "Atareb",
        ),
        ("Baghuz fell. It praised the force in Syria for guarding dozens of foreign fighters.", "dozens", "detained", "Syria"),
        ("The group took hostages from Susah. Omar wept. It holds 27 people, a monitor said.", "27", "detained", "Susah"),
        (
            "Rebels killed three men in Homs. The UN says aid fell by half in Idlib. At the same time, 12 died on Friday.",
            "12",
            "killed",
            "Idlib",
        ),
        ("Fighting hit Saraqib. The UN says 40,000 people have been displaced from there.", "40,000", "displaced", "Saraqib"),
        ("Hajin is poor. Buses departed from Foua with 300 people.", "300", "displaced", "Foua"),
        (
            "Raids hit Eastern Ghouta. Eastern Ghouta burns. A hospital in Arbin is full. Another 1,500 people are hurt.",
            "1,500",
            "injured",
            "Eastern Ghouta",
        ),
        ("Raids hit Eastern Ghouta. Eastern Ghouta burns. A hospital in Arbin was hit. Another 15 died.", "15", "killed", "Arbin"),
        ("Iraq has 90,000 displaced. Some 12,000 of them from Ramadi fled in April.", "12,000", "displaced", "Ramadi"),
        ("Iraq has 90,000 displaced. Some 12,000 of them are from Iraq itself.", "12,000", "displaced", "Iraq"),
        ("Some 12,000 people fled Mosul, most of them from Tal Afar.", "12,000", "displaced", "Mosul"),
        ("Gunmen killed men in Hatra. Iraq declared victory. It still has 3,000 fighters in the country.", "3,000", "remaining", "Iraq"),
        ("Raids hit Barisha. The group still has 2,500 men on Iraqi soil.", "2,500", "remaining", "Iraq"),
        ("Raids hit Hajin in Syria. The group still has 2,500 men.", "2,500", "remaining", "Hajin"),
        ("Raids hit Daraa. A convoy took 900 fighters and relatives from Quneitra.", "900", "displaced", "Quneitra"),
        ("Raids hit Daraa. A convoy of 900 people met a farmer from Quneitra.", "900", "displaced", "Daraa"),
    ],
)
def test_place_of_a_figure(text: str, evidence: str, measure: str, name: str) -> None:
    document = Document(text, dt.date(2019, 2, 1))
    at = text.rindex(evidence)
    place = place_of(document, document.sentence_at(at), at, at + len(evidence), measure)
    assert place is not None
    assert place.name == name


TOTALS = {
    "tens of thousands of dead": ("Protests began in Daraa. Some 46,012 rebels were also killed.", "Syria"),
    "hundreds of dead": ("Raids hit Daraa. Some 412 rebels were killed.", "Daraa"),
    "a flight from the pocket": ("Raids hit Baghuz. Baghuz burns. It puts those who left the pocket since May at 66,012.", "Baghuz"),
    "a camp's population": ("Women are in Al-Hol camp. Its population has reached 46,012 people, the UN said.", "Al-Hol"),
    "whither they fled": ("Raids hit Susah. Some 312 people have fled their homes for Hajin and Mayadin, it said.", "Susah"),
    "whence they fled": ("Raids hit Susah. Some 312 people have fled their homes in Hajin, it said.", "Hajin"),
    "of a campaign, the article's own town": (
        "Afrin burns. Jets hit Afrin and shells hit Afrin. A bomb killed two in Rajo. Since September 10, 12 rebels have been killed.",
        "Afrin",
    ),
    "of a campaign, no town's own": (
        "The north is under attack. Jets hit Afrin. A bomb killed two in Rajo. Since September 10, 12 rebels have been killed.",
        "Aleppo",
    ),
    "a toll brought up since an assault began": (
        "Daraa burns. Raids hit Daraa. Raids on the town of Jasim killed 10. That brought to 12 the number killed since the assault began.",
        "Daraa",
    ),
    "a toll of the town since an assault began": (
        "Jasim burns. Raids hit Jasim. Strikes on Jasim in Daraa killed 10. That brought to 12 the number killed since the assault began.",
        "Jasim",
    ),
    "a town of the last event, in the area": (
        "Raids hit the town of Hajin. Since September, 415 people have been killed in the area.",
        "Hajin",
    ),
    "a village of the last event": (
        "Raids hit Susah on Monday, killing 3. Since the offensive began on September 10, 12 civilians have been killed, it said.",
        "Deir ez-Zor",
    ),
    "a town that the article is about": (
        "Raids hit Susah on Monday. Troops entered Susah. IS held Susah. Since September 10, 12 civilians have been killed, it said.",
        "Susah",
    ),
    "there": ("Raids hit Susah on Monday. Since September 10, 12 civilians have been killed there, it said.", "Susah"),
    "an enclave that the article is about": (
        "Raids hit Eastern Ghouta on Monday. A shell fell on Douma. Since Sunday 12 civilians have been killed, it said.",
        "Eastern Ghouta",
    ),
    "one attack in an enclave": ("Raids hit Eastern Ghouta on Monday. A shell fell on Douma. It killed 12 civilians.", "Douma"),
    "an offensive in part of a country": (
        "Turkey opened an offensive in northeastern Syria. Shells fell on Suluk. The monitor has counted 12 dead.",
        "Syria",
    ),
    "an offensive on a town": ("Troops opened an offensive on Hajin. Shells fell on it. The monitor has counted 12 dead.", "Hajin"),
    "a quarter, since": ("Raids hit Aleppo. A shell fell on Sakhur. Since Sunday 12 civilians have been killed.", "Aleppo"),
    "the operation that the lead tells of": (
        "The operation in Afrin goes on. A mine in Rajo on Sunday killed two men, raising to 12 the number of men lost in the operation.",
        "Afrin",
    ),
    "an operation that the lead does not tell of": ("Raids hit Afrin. Troops stormed a house in Rajo; 12 died in the operation.", "Rajo"),
    "nationals in a month": ("Bombs hit Baghdad in Iraq. In October, violence killed 12 Iraqis, the UN said.", "Iraq"),
    "nationals on a day": ("Bombs hit Baghdad in Iraq. On Monday, violence killed 12 Iraqis, the UN said.", "Baghdad"),
    "a town of its own": ("Raids hit Hajin on Monday. Since September 10, 12 civilians have been killed in Susah.", "Susah"),
    "of a day": ("Raids hit Susah on Monday. Some 12 civilians were killed, it said.", "Susah"),
    "a flight from a region": ("Jets hit Saraqib on Monday. The UN says 330,012 people have been displaced.", "Syria"),
    "a flight from a town": ("People are leaving Saraqib. The UN says 33,012 people have been displaced.", "Saraqib"),
    "a flight of more than a town holds": ("People are leaving Saraqib. The UN says 330,012 people have been displaced.", "Syria"),
    "a few who fled": ("Jets hit Saraqib on Monday. The UN says 312 people have been displaced.", "Saraqib"),
}


@pytest.mark.parametrize(("text", "name"), TOTALS.values(), ids=TOTALS.keys())
def test_place_of_a_running_total(text: str, name: str) -> None:
    claims = extract(Document("Syria is at war. " + text, dt.date(2019, 2, 1)))
    assert claims[-1].place == name


def test_an_offensive_in_part_of_a_country_is_where_the_title_has_it() -> None:
    text = "An operation in northern Syria goes on. A mine went off in Rajo. Since January 10, 12 men have died."
    for title, name in [("Turkey presses on in Afrin", "Aleppo"), ("Turkey presses on", "Syria")]:
        assert extract(Document(text, dt.date(2018, 2, 1), title))[-1].place == name


def test_a_title_tells_what_the_article_is_about() -> None:
    text = "The group freed women.\n\nState TV filmed them. The army came. The men wept. Some 12 people died."
    for title, name in [("Fighting in Suwayda", "Suwayda"), ("Buses to Suwayda", None)]:
        document = Document(text, dt.date(2019, 2, 1), title=title)
        at = text.index("12")
        place = place_of(document, document.sentence_at(at), at, at + 2, "killed")
        assert (place and place.name) == name


def test_an_unknown_village_takes_its_province() -> None:
    text = "Shelling killed 12 people in the village of Umm Rejim in Daraa province."
    document = Document(text)
    place = place_of(document, document.sentences[0], text.index("12"), text.index("12") + 2, "killed")
    assert place == Place("Umm Rejim", None, None, "Daraa", "village", "Syria")


def test_the_gazetteer_holds_the_canonical_names() -> None:
    known = gazetteer(built_in())
    assert known.keys() >= FIXED
    assert sum(place.lat is not None for place in known.values()) >= 150


def test_coordinates_lie_in_their_country() -> None:
    for place in gazetteer(built_in()).values():
        if place.country in BOXES and place.lat is not None and place.lon is not None:
            south, north, west, east = BOXES[place.country]
            assert south <= place.lat <= north and west <= place.lon <= east, place.name


CARRIED = {
    "the province of those who speak": (
        "Shelling hit Aleppo. Local sources in Deir Ezzor said raids had hit bridges in the province, adding that 12 people were killed.",
        "Deir ez-Zor",
    ),
    "the city, told of elsewhere": ("Raids hit Manbij. A general told reporters in Baghdad that 12 people had died in the city.", "Manbij"),
    "by who counts for Iraq": ("Raids hit Mosul. Some 12 people were killed, according to Iraq Body Count.", "Iraq"),
    "by who counts in Mosul": ("Raids hit Mosul. Some 12 people were killed, according to a body in the city.", "Mosul"),
    "on the way to a camp": ("Families left Baghuz for the camp of Al-Hol. Some 12 have died on the way there.", "Al-Hol"),
    "on the way home": (
        "Families left Baghuz for the camp of Al-Hol. Some 12 have died in Susah on the way home.",
        "Susah",
    ),
    "a state's offensive, told right before": (
        "Relatives fled a camp at Ain Issa. Turkey launched its offensive on Wednesday. By Sunday it had killed at least 12 civilians.",
        "Syria",
    ),
    "a state's offensive on the article's town": (
        "Jets hit Afrin. Shells hit Afrin. Afrin burns. Turkey launched its offensive on Wednesday. By Sunday it had killed 12 civilians.",
        "Afrin",
    ),
    "a town that nothing names": (
        "Shells hit Aleppo. A child was hurt. Two fled. On Thursday 12 civilians died in raids on a town in eastern Syria held by IS.",
        "Syria",
    ),
    "a town that is named next": (
        "Shells hit Aleppo. A child was hurt. Two fled. Another 12 died in a town in eastern Syria. The bomb went off in Mayadin.",
        "Mayadin",
    ),
    "the east of the province": (
        "Raids hit Mayadin in Deir ez-Zor province and killed five. Another raid hit a house in the province's east and killed 12.",
        "Deir ez-Zor",
    ),
    "the war in both countries": (
        "Raids hit Raqqa. It killed 484 civilians in Syria and Iraq since 2014. A group believes that 12 have died.",
        "Syria and Iraq",
    ),
    "the war in one of them": (
        "Raids hit Raqqa. It killed 484 civilians in Syria since 2014. A group believes that 12 have died.",
        "Syria",
    ),
    "the largest of the villages": ("Hama burns. At dawn 12 men died in the largest of the villages, Deir Fardis, he said.", "Deir Fardis"),
    "one of the villages": ("Hama burns. At dawn 12 men died in one of the villages, Monday, he said.", "Hama"),
    "the nation's month, and since": ("Raids hit Mosul. Violence killed 2,417 Iraqis in June. Some 12 have died since January.", "Iraq"),
    "a town's month, and since": ("Raids hit Mosul. Violence killed 2,417 men in Mosul in June. Some 12 have died since January.", "Mosul"),
    "also died": ("Raids hit Mosul. Violence killed 2,417 soldiers in Iraq in June.\n\nSome 12 civilians also died.", "Iraq"),
    "brought in from a town": ("On the Turkish side of the border a doctor said 12 had been brought in from Kobani.", "Kobani"),
    "aid from a town": ("Raids hit Susah. A truck with aid from Kobani was hit and 12 people died.", "Susah"),
    "south of a town, at the start": ("South of Mosul the army made no headway in Tikrit. It left behind 12 dead.", "Tikrit"),
    "families' shelter": ("Raids hit Susah. Families have found shelter in schools in Hasakah and Tal Tamr. Some 12 people died.", "Susah"),
    "a shelter that is hit": ("Raids hit Susah. A shell hit a school in Hasakah. Some 12 people died.", "Hasakah"),
    "a war that the lead tells": (
        "Years after a slogan appeared on a wall in Daraa in Syria, the conflict that followed has killed thousands. It counts 12 rebels.",
        "Syria",
    ),
    "a town that the lead tells": ("A battle for Daraa in Syria has killed thousands. It counts 12 rebels.", "Daraa"),
    "its strikes": (
        "Raids hit Susah. A coalition has been bombing the group in Syria since September. Its strikes have killed 12 people.",
        "Syria",
    ),
    "the west of a city": ("Shells killed many in rebel-held east Aleppo. Rockets on the government-held west killed 12 people.", "Aleppo"),
    "the west, of no city": ("Shells killed many in Susah in Syria. Rockets hit the west of it. Some 12 died.", "Susah"),
    "tolls of two towns": (
        "Raids hit Idlib. Idlib burns. Three died near Binnish and another at Ariha. Some 12 people were wounded.",
        "Idlib",
    ),
    "the toll of one town": ("Raids hit Idlib. Idlib burns. Three died near Binnish. Some 12 people were wounded.", "Binnish"),
    "the town that they lost": ("Rebels attacked Kafr Zita. They had lost the town, in Hama province, in May. Some 12 died.", "Kafr Zita"),
    "sent on to a camp": ("Raids hit Baghuz. They are sent on to Al-Hol, six hours away. Its population rose as 12 people died.", "Al-Hol"),
    "a state's offensive": (
        "Shells fell near Ain Issa. The monitor says 12 have died since Turkey opened its offensive on Monday.",
        "Syria",
    ),
    "a state's offensive on a town": (
        "Shells fell near Afrin. It says 12 have died since Turkey opened its offensive on the town.",
        "Afrin",
    ),
    "there, behind an aside": ("Raids go on in Palmyra. Since May, when it lost Hajin, 12 soldiers have died there.", "Palmyra"),
    "there, in a desert": ("Baghuz fell. Raids go on in the Badiya. The Observatory says 12 soldiers died there.", "Badiya"),
    "a deal with a capital's government": ("Raids hit Susah. Under a deal between Damascus and the rebels 12 died.", "Susah"),
    "a river beside a toll": ("The toll of raids on Susah, on the bank of the Euphrates, rose to 12.", "Susah"),
    "where some of them died": (
        "Raids on Susah have killed 60 people, among them 20 in the village of Hajin. It also counted 12 rebels dead.",
        "Susah",
    ),
    "in a town's hospitals": ("Raids hit Susah. Some 12 people died, and many lie wounded in Idlib's hospitals.", "Susah"),
    "the north-east of the province": ("Raids hit Daraa. They killed 12 men in the north-east of the province.", "Daraa"),
    "the north-east": ("Raids hit Daraa. The war has killed 12 men in the north-east.", "Syria"),
    "of two towns the first": ("Some 5,000 left Fuaa and Kefraya on Friday, and 12 died.", "Foua"),
    "an opening about the country": (
        "Violence in Syria claimed 90 lives in March. Nothing else is known. Jets flew over Hajin. Rockets too. Shells too. Mines too. "
        "In all 12 rebels died.",
        "Syria",
    ),
    "evacuees from two towns": ("A bomb killed 12 evacuees from two besieged towns.\n\nIt went off in Rashidin.", "Rashidin"),
    "on the other side of the border": ("Raids hit Tal Abyad. On the Turkish side of the border shells have killed 12 people.", "Turkey"),
    "a town's namesake": ("Raids hit Susah. They dug out 12 bodies, said their captain, Salma Ibrahim.", "Susah"),
    "a heading in capitals": ("- MOSUL: Nothing new.\n\n- AL-BAB: Jets killed 12 militants.", "Al-Bab"),
    "on their way to": ("A bomb hit Susah where people on their way to camps in Hasakah had gathered. In all 12 died.", "Susah"),
    "a committee of a town": ("A bomb hit Susah. The Palmyra Coordination Committee counted 12 dead.", "Susah"),
    "in a part of the other country": ("They took Hajin. They also pushed across northern Iraq, killing 12 villagers.", "Iraq"),
    "in a part of the same country": ("They took Hajin. They pushed across northern Syria, killing 12 villagers.", "Hajin"),
    "the neighbourhood by its name": (
        "Raids hit the neighborhood of Bab Alnairab in Aleppo. Raids on Aleppo killed 12 people, nine in the neighborhood Alsaliheen.",
        "Aleppo",
    ),
    "the neighbourhood told before": (
        "Raids hit the neighborhood of Bab Alnairab in Aleppo. It was dark. Raids killed 12 people in the neighborhood.",
        "Bab Alnairab",
    ),
    "to is where they went": ("Hajin fell. Buses went to Tabqa. In all 12 people died.", "Hajin"),
    "a river gives way to the town of the article": (
        "Baghuz is besieged. Baghuz has no bread. Mines line the Euphrates. Some 12 people died.",
        "Baghuz",
    ),
    "where a reporter is": ("RAQQA, Syria — The earth was red. Some 12 people died.", "Raqqa"),
    "a newsroom": ("QAMISHLI, Syria — Hajin is besieged. Nobody moved. Some 12 people died.", "Hajin"),
    "there, a country": ("Iraq's jails are crowded. Some 12 people died there.", "Iraq"),
    "a country right behind": ("Clashes went on in Hajin. Tanks came. The mission counted 12 civilians in Iraq killed since May.", "Iraq"),
    "who monitors the war": (
        "Rebels stormed Palmyra. The Observatory, which monitors the war from Britain, said 12 people were killed since then.",
        "Palmyra",
    ),
    "the war itself": (
        "Rebels stormed Palmyra. The Observatory said 12 people in Syria were killed since the war began.",
        "Syria",
    ),
    "a place in passing": (
        "Raids hit Raqqa. Raqqa is besieged.\n\nA bomb fell in Mansoura.\n\nThe monitor said 12 people were killed in all.",
        "Raqqa",
    ),
    "where a source sits is not where it was": (
        "Raids hit Susah on Monday. An official in Anbar told Reuters that 12 people were killed.",
        "Susah",
    ),
    "a place of a part": ("Raids hit Raqqa. It has 300 dead, 200 of them in Mansoura. Some 12 people died.", "Raqqa"),
    "most of them": ("Raids hit Raqqa. It has 300 dead, most of them in Mansoura. Some 12 people died.", "Mansoura"),
    "a month of the country": ("The network said 12 people were killed in Syria in February. Four died in Raqqa.", "Syria"),
    "worst since": ("Raids hit Raqqa. It said 12 people died in the deadliest attack since the war began.", "Raqqa"),
    "compared with a town": ("Troops entered Tal Afar. It was worse than the old city of Mosul. Some 12 people died.", "Tal Afar"),
    "hospitals in two towns": (
        "A bomb went off in Shaddadi. It moved them to hospitals in Hasakah and Qamishli. In all 12 died.",
        "Shaddadi",
    ),
    "bused to a camp": ("People walked out of Hajin and were bused to al-Hol camp in Hasakah. Some 12 people died.", "Hajin"),
    "the pocket": ("Hajin is besieged. Hajin has no bread.\n\nA bomb fell in Susah. In the pocket 12 people died.", "Hajin"),
    "among them two villages": ("They hold villages, among them Susah and Shaafa, in Deir el-Zour. Some 12 people died.", "Deir ez-Zor"),
    "where somebody is from": ("Raids hit Morek. Omar, a farmer from Khattab, wept. Some 12 people died.", "Morek"),
    "what people are driven from": ("Troops drove the group from Hajin. Some 12 people died.", "Hajin"),
    "a road to a town": ("Raids hit Morek. Tents line the road to Suran. Some 12 people died.", "Morek"),
    "a person with a rank": ("Raids hit Homs. Colonel Rabia came. Some 12 people died.", "Homs"),
    "a quarter of a city of another country": ("Troops entered Mosul. A mine killed 12 people in the Maidan district.", "Maidan"),
    "the village": ("Raids hit Susah. Homs province was quiet. In the village 12 people died.", "Susah"),
    "the province": ("Raids hit Susah. Homs province is poor. Rebels hold Morek. In the province 12 people died.", "Homs"),
    "the village, and another that is nearer": ("Raids hit Susah. They killed 12 people in Hajin, north of the village.", "Hajin"),
    "the capital": ("Troops entered Douma in Syria. Mortars at the capital killed 12 people.", "Damascus"),
    "near the capital": ("Raids hit Douma in Syria. Shells killed 12 people near the capital.", "Douma"),
    "years of the coalition": ("Raids hit Raqqa in Syria. The coalition has admitted 12 deaths since 2014.", "Syria and Iraq"),
    "years of a team": ("Raids hit Raqqa in Syria. The team has found 12 bodies since it began in 2014.", "Raqqa"),
    "wanted for years": ("Raids hit Raqqa in Syria. They killed 12 men wanted since 2014.", "Raqqa"),
    "lost in the war": ("Raids hit Raqqa in Syria. Russia has lost 12 soldiers in the war.", "Syria"),
    "what goes on with years": ("Raids hit Raqqa in Syria. Mines killed 300 people since 2011. Another 12 were wounded.", "Syria"),
    "a ceremony": ("Baghuz fell. He told a ceremony at the Omar oil field that 12 men died.", "Baghuz"),
    "a centre that states": ("Raids hit Susah. The centre at Hmeimim stated that 12 people died.", "Susah"),
    "towards a bastion": ("Raids hit Atmeh. They rode towards the rebel bastion of Azaz. Some 12 people died.", "Atmeh"),
    "an offensive towards a town": ("Rebels opened an offensive towards Hama. Some 12 people died.", "Hama"),
    "meanwhile in a country": ("Kobani is besieged. In Iraq meanwhile a bomb on the Tigris killed 12 people.", "Iraq"),
    "behind a country that opens": ("Raqqa has graves. In neighbouring Iraq, more were found. They held 12 bodies.", "Iraq"),
    "a number joined to one of a country": (
        "Raids hit Mosul. Troops came. It counted 300 dead in Iraq, and injuries to 12 others.",
        "Iraq",
    ),
    "part of a country": ("Raids hit Hajin. Troops came. They killed 12 people in eastern Syria.", "Hajin"),
    "the direction": ("Raids hit Palmyra. The gunmen came from the direction of Tanf. Some 12 people died.", "Palmyra"),
    "a ward": ("Raids hit Morek. Others were moved to intensive care in Idlib. Some 12 people died.", "Morek"),
    "years ago": ("Raids hit Baghuz.\n\nThey were seized in Sinjar in 2014.\n\nSome 12 people died.", "Baghuz"),
    "the numbers behind a part": (
        "Raids hit Raqqa. The group killed 300, four of them by mines in Mansoura, and the army killed 12 others.",
        "Raqqa",
    ),
    "who fight in two countries": ("Raids hit Atmeh. Some 12 died, allies of those who fight the group in Iraq and Syria.", "Atmeh"),
    "another quarter": ("Rockets hit Jobar in Damascus. Shells on another district killed 12 people.", "Damascus"),
    "a name behind a name": ("Raids hit Homs. The men met at Sahel al-Halfaya. Some 12 people died.", "Homs"),
    "a village with the name of a quarter": ("Raids hit Idlib. They hit the village of Midan. Some 12 people died.", "Midan"),
    "a dateline with brackets": ("Qayyarah (Iraq) - Mosul is besieged. Troops halted there. Some 12 people died.", "Mosul"),
    "a dateline with an agency": ("Homs, SANA - Raids hit Morek. Troops came. Some 12 people died.", "Morek"),
    "what those control who tell it": ("Raids hit Zayzoun. A group that controls the Yarmouk Basin said it killed 12.", "Zayzoun"),
    "what those control who are hit": ("Raids hit Nawa. Some 12 people died in Zayzoun, which the group controls.", "Zayzoun"),
    "a woman in a camp": ("Raids hit Raqqa. In the camp of Ain Issa, a woman said 12 neighbours had died.", "Raqqa"),
    "the dead of a camp": ("Raids hit Raqqa. In the camp of Ain Issa 12 people died.", "Ain Issa"),
    "the camp as a subject": ("Al-Hol shelters many. Hajin fell. The camp, in Hasakah province, has buried 12 people.", "Al-Hol"),
    "behind a sentence on the camp": ("Al-Hol shelters many. Hajin fell. The camp is in Hasakah province. Some 12 people died.", "Al-Hol"),
    "deaths near the capital": ("A gas attack hit Khan Sheikhoun. Some 12 people died near the Syrian capital hours later.", "Damascus"),
    "a drive near the Syrian capital": (
        "Raids hit Eastern Ghouta. A drive into the enclave near the Syrian capital killed 12.",
        "Eastern Ghouta",
    ),
    "a town in the mountains": ("The toll of the raid on the town of Salma in Jabal al-Akrad rose to 12.", "Salma"),
    "a town beyond the border": ("Clashes went on in Afrin. Rockets at the Turkish border town of Kilis killed 12 people.", "Kilis"),
    "who speaks beyond the border": ("Clashes went on in Afrin. An activist in the Turkish town of Kilis said 12 people died.", "Afrin"),
    "a shrine south of a city": (
        "A bomb hit buses on the way to the Sayyida Zeinab shrine south of Damascus, killing 12.",
        "Sayyida Zeinab",
    ),
    "hospitals in the capital": ("Raids hit Douma in Syria. They took 12 wounded to hospitals in the capital.", "Douma"),
    "camps people make for": ("Raids hit Mosul. People are leaving it for camps at Khazer. In all 12 died.", "Mosul"),
    "the district": ("Rockets hit Jobar in Damascus. Homs was quiet. In the district 12 people died.", "Jobar"),
    "the named district": ("Rockets hit Jobar in Damascus. In the Qaboun district 12 people died.", "Qaboun"),
    "a commander by telephone": ("Raids hit Tafas. A commander in Nawa, reached by phone, said that 12 people died.", "Tafas"),
    "a group controlling a place": ("Raids hit Zayzoun. A group controlling the Yarmouk Basin said it killed 12.", "Zayzoun"),
    "across the border": ("Raids hit Hajin. Across the border in Iraq, a bomb killed 12 people.", "Iraq"),
    "what the war has done": ("Raids hit Hajin in Syria. The war has killed 12 journalists.", "Syria"),
    "where the wounded are carried": (
        "Raids hit Khasham. Men carried the wounded across the river to Mayadin. Some 12 people died.",
        "Khasham",
    ),
    "where they went and what goes on there": (
        "Many fled Hajin. They went to Ain Issa, where tents stand. Some 12 people died.",
        "Ain Issa",
    ),
    "what they walked to reach": ("Many fled Hajin. They walked for days to reach Tabqa. Some 12 people died.", "Hajin"),
    "a hospital that receives": ("Raids hit Mosul. A hospital in Erbil said it had received 12 wounded.", "Mosul"),
    "a hospital that is hit": ("Raids hit Mosul. A strike on a hospital in Tikrit killed 12 people.", "Tikrit"),
    "a town people are evacuated from": (
        "The army came to Binnish. Buses evacuated people from Foua. A bomb killed 12 of them.",
        "Binnish",
    ),
    "a number joined to one in the province": (
        "Raids hit Idlib. In the province they left 300 dead and another 12 missing limbs in all.",
        "Idlib",
    ),
    "who fled the province": (
        "Raids hit Hajin in Deir ez-Zor province. Susah is quiet. Some 12 people fled the poor province.",
        "Deir ez-Zor",
    ),
    "those who arrive from a town": ("People live in al-Hol. It counted 12 dead, as others arrived from Baghuz.", "Al-Hol"),
    "an outlet": ("Raids hit Morek. Ariha Today wrote that 12 people died.", "Morek"),
    "there were": ("Raids hit Hajin.\n\nSyria is at war.\n\nThere were 12 dead.", "Hajin"),
    "a tribe": ("Raids hit Hajin. Sheikhs of the Shaitat tribesmen came. Some 12 people died.", "Hajin"),
    "who runs a centre": ("Raids hit Hajin. Omar, who runs a relief centre in Dohuk, wept. Some 12 people died.", "Hajin"),
    "who ran a town": ("Raids hit Hajin. They found Omar, who ran the group's affairs in Susah. Some 12 people died.", "Susah"),
    "where the dead had lived": (
        "A bomb went off in Sarmada. Most were fighters who had come there from Homs. Some 12 people died.",
        "Sarmada",
    ),
    "behind a headline on the country": ("Week of raids across Syria\n\nPlanes killed 12 people.\n\nIdlib was hit too.", "Syria"),
    "behind a headline on a country's part": ("Week of raids in eastern Syria\n\nPlanes killed 12 people.\n\nHajin was hit.", "Hajin"),
    "a place of another province in passing": (
        "Strikes hit Hajin.\n\nPlanes flew over a base in Palmyra too.\n\nSome 12 people died.",
        "Hajin",
    ),
    "a place of the same province": ("Strikes hit Susah.\n\nThen they hit Hajin.\n\nSome 12 people died.", "Hajin"),
    "the enclave": ("Rockets hit Eastern Ghouta. Planes bombed Harasta; shells elsewhere in the enclave killed 12.", "Eastern Ghouta"),
    "the countryside": ("Latakia Province: clashes go on around Kinsabba. In the northern countryside 12 people died.", "Latakia"),
    "the province with two words": (
        "Gunmen came to Suwayda. Troops are in Homs. They killed 12 people in the mainly Druze province.",
        "Homs",
    ),
    "another part of the city": ("Bombs hit Aleppo. One fell on Sakhur. Rockets on the rebel-held east killed 12 people.", "Aleppo"),
    "this part of the city": ("Bombs hit Aleppo. One fell on Sakhur. Some 12 people died.", "Al-Sakhour"),
    "the command in a capital": ("A strike hit Mosul, in Iraq. The command in Baghdad gave its own account: 12 people died.", "Mosul"),
    "an official quoted by an agency": ("A strike hit Douma. An official in Damascus, quoted by SANA, said 12 died.", "Douma"),
    "the chief of a province's police": ("Troops took Fallujah. The police chief of Anbar province said 12 people died.", "Fallujah"),
    "where the reporter is": ("AL-HOL, Syria — Tents stand in mud. Some 12 children have died here.", "Al-Hol"),
    "this camp": ("AL-HOL, Syria — Tents stand in mud. Some 12 people died in this camp in the north of Syria.", "Al-Hol"),
    "here, of a newsroom": ("BEIRUT — Raids hit Hajin. The news came here late. Some 12 people died.", "Hajin"),
    "a region that tells where an enclave is": (
        "Raids hit Tasil. It lies next to the Golan Heights. In the town of Nawa all is quiet. Some 12 people died.",
        "Nawa",
    ),
    "a town retaken": ("Rebels hit Morek in Hama. The army had retaken the town in Hama province. Some 12 men died.", "Morek"),
    "a person in apposition": ("Raids hit Mosul. Omar Jassim, a taxi driver, lost 12 relatives.", "Mosul"),
    "a town in apposition": ("Raids hit Mosul. Shells fell on Sinjar, a town in the west, and killed 12 people.", "Sinjar"),
    "and the nearby town": ("IS attacked Tal Abyad, which the SDF hold, and the nearby town of Suluk. Some 12 people died.", "Tal Abyad"),
    "in an unnamed province": ("Raids hit Idlib. In clashes in an eastern province 12 men died. They fought near Mayadin.", "Mayadin"),
    "a clause with while": ("Raids on Mesraba killed 12 people while shells on Douma killed three.", "Mesraba"),
    "since a state intervened": ("Raids hit Aleppo in Syria. They have killed 12 aid workers since Moscow intervened.", "Syria"),
    "the capital that rockets hit": ("Raids hit Douma in Syria. Rebels fired rockets at the capital. Some 12 people died.", "Damascus"),
    "villages of a province named": (
        "IS came from Tulul al-Safa. Gunmen stormed villages in Suwayda province. Some 12 people died.",
        "Suwayda",
    ),
    "towns of an enclave": ("Raids hit Eastern Ghouta. People left the towns of Arbin, Zamalka and Ain Tarma; 12 died.", "Eastern Ghouta"),
    "a town near the capital": ("Raids hit Idlib in Syria. Shells on Madaya, a town near Damascus, killed 12 people.", "Madaya"),
    "an enclave near the capital": ("Raids on the rebel-held Eastern Ghouta enclave near Damascus killed 12 people.", "Eastern Ghouta"),
    "a quarter that a people names": ("A bomb in the Armenian quarter of the city of Homs killed 12 people.", "Homs"),
    "where the wounded are moved": ("Mortars hit Gogjali in Iraq. Some 12 people died before they could be moved to Erbil.", "Gogjali"),
    "on the way to the camp": ("Many go to Al-Hol. Raids hit Baghuz. Some 12 people died on the way to the camp.", "Al-Hol"),
    "in and around the city": ("Raids hit Raqqa. A shell fell on the Sinaa district. In and around the city 12 people died.", "Raqqa"),
    "the Turkish side": ("Raids hit Ras al-Ain in Syria. On the Turkish side, mortars killed 12 people.", "Turkey"),
    "Turkish towns": ("Raids hit Ras al-Ain in Syria. Mortar fire on Turkish border towns killed 12 people.", "Turkey"),
    "a Turkish attack": ("Raids hit Ras al-Ain in Syria. Turkish mortar fire killed 12 people.", "Ras al-Ain"),
    "the pocket, of a camp's dateline": (
        "AL-HOL, Syria — Trucks stop at Al-Hol. Al-Hol is full. Raids hit Susah. Fighters left the pocket; 12 died.",
        "Susah",
    ),
    "its population": ("Raids hit Baghuz. Many are sent on to Al-Hol. Its population has shrunk: 12 people died.", "Al-Hol"),
    "the city that is the capital": ("Raids hit Douma in Syria. Rebels shell the capital. In the city 12 people died.", "Damascus"),
    "a region's council that says so": (
        "Troops took Sinjar in Iraq. The fight left 12 dead, the Kurdistan Region Security Council said.",
        "Sinjar",
    ),
    "bound for a desert": ("Fighters left Yarmouk. They boarded buses for the eastern desert. Some 12 people died.", "Yarmouk"),
    "a war's year": ("Syria's war killed 12,000 people in 2016. Some 12 were women. It rained. Snow fell in Manbij.", "Syria"),
    "a prisoner of war": ("Raids hit Hajin in Syria. Guards over prisoners of war killed 12 men.", "Hajin"),
    "a hospital that a quarter names": ("Raids hit Hajin. A doctor in Damascus's Yarmouk hospital told of 12 dead.", "Hajin"),
    "a hospital of a town": ("Raids hit Hajin. Shells on a Douma hospital killed 12 people.", "Douma"),
    "a report from the neighbour": (
        "SURUC, Turkey (AP) — A blast in Kobani killed 32, Turkish officials said. Some 12 were women.",
        "Kobani",
    ),
    "the neighbour's airport": ("Raids hit Hajin. Bombers killed 12 people at Istanbul's main airport.", "Istanbul"),
    "set off for a town": ("Raids hit Yarmouk. A convoy with 12 wounded set off at dusk for Mayadin.", "Yarmouk"),
    "set off a bomb": ("Raids hit Yarmouk. Men set off a bomb in Mayadin that killed 12 people.", "Mayadin"),
    "on the Syrian side first": ("Raids hit Hajin. IS left for Iraq. On the Syrian side 12 men died.", "Syria"),
    "a quarter, of no newsroom": ("AIN ISSA, Syria — Raids hit Raqqa. They took the district of Barid. It rained. Some 12 died.", "Raqqa"),
    "the city, of a village in passing": (
        "Raids hit Mosul. Mosul is besieged. Mosul has no water. Raids hit Hammam al-Alil, near Mosul. In the city 12 men died.",
        "Mosul",
    ),
    "the town, of a town in passing": (
        "Raids hit Mosul. Mosul is besieged. Mosul has no water. Mosul burns. Raids hit Hammam al-Alil. In the town 12 men died.",
        "Hammam al-Alil",
    ),
    "a place of another year": (
        "A minister said the rebels had such arms in Aleppo in 2016. Experts came to Idlib. It rained. It rained. It rained. Some 12 died.",
        "Idlib",
    ),
    "a place of another year, told next": (
        "A chemical attack killed 12 people. A minister said the rebels used such arms in Aleppo in 2016. Experts came to Idlib.",
        "Idlib",
    ),
    "a place of this month, told next": (
        "A chemical attack killed 12 people. A minister said the rebels used such arms in Aleppo on Friday. Experts came to Idlib.",
        "Aleppo",
    ),
    "a place of another year that is hit again": (
        "Raids hit Aleppo. They hit Aleppo in 2016. Experts came to Idlib. It rained. It rained. It rained. Some 12 died.",
        "Aleppo",
    ),
    "a place of another year, and no other": (
        "A minister said the rebels had such arms in Aleppo in 2016. It rained. It rained. It rained. Some 12 died.",
        "Aleppo",
    ),
    "said in a capital": ("Raids hit Susah on Monday. Some 12 people were killed, the ministry said in Baghdad.", "Susah"),
}


@pytest.mark.parametrize(("text", "name"), CARRIED.values(), ids=CARRIED.keys())
def test_place_carried_over_sentences(text: str, name: str) -> None:
    document = Document(text, dt.date(2019, 2, 1))
    at = text.rindex("12")
    place = place_of(document, document.sentence_at(at), at, at + 2, "killed")
    assert place is not None
    assert place.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A blast hit Manbij. IS is cornered in a pocket near the Iraqi border, where 12 men died.", "Deir ez-Zor"),
        ("A blast hit Hajin. IS is cornered in a pocket near the Iraqi border, where 12 men died.", "Hajin"),
        ("A blast hit Manbij. Smugglers live near the Iraqi border. Some 12 men died.", "Manbij"),
    ],
)
def test_the_last_pocket_at_the_border_with_iraq(text: str, name: str) -> None:
    document = Document(text, dt.date(2019, 2, 1))
    at = text.rindex("12")
    place = place_of(document, document.sentence_at(at), at, at + 2, "killed")
    assert place is not None
    assert place.name == name


LOCATED = {
    "one strike of several": (
        "Raids killed 12 people in Deir ez-Zor province. The strikes hit the town of Mayadin. Another strike hit a village.",
        "Deir ez-Zor",
    ),
    "the worst of the strikes": ("Raids killed 12 people in Idlib province. The heaviest raids hit the town of Binnish.", "Idlib"),
    "a strike told again": ("A strike killed 12 people in Idlib province. The strike hit the town of Binnish.", "Binnish"),
    "a town without its name": ("Raids on a town in northern Syria killed 12 people. The raids targeted Binnish in Idlib.", "Binnish"),
    "a town without its name, named next": ("Raids on a town east of Damascus killed 12. Jets flew nine raids on Douma, he said.", "Douma"),
    "a town without its name, never named": ("Raids on a town in Idlib killed 12. Jets flew nine raids, he said.", "Idlib"),
    "a quarter, of a market": ("A bomb killed 12 people in a market in Aleppo. The blast took place in Sukkari.", "Al-Sukkari"),
    "a quarter, of a city": ("A bomb killed 12 people in Aleppo. The blast took place in Sukkari.", "Aleppo"),
    "a market beside a city": ("A bomb killed 12 people in a market south of Mosul. The blast hit Qayyara.", "Qayyarah"),
    "a market beside a city, and no more": ("A bomb killed 12 people in a market south of Mosul. The blast was loud.", "Mosul"),
    "two towns": ("Raids killed 12 people in Idlib. The raids hit the village of Binnish, where 7 died, and Ariha.", "Idlib"),
    "two villages, one of no gazetteer": (
        "Raids killed 12 people in Idlib. The raids hit the village of Binnish, where 7 died, and the village of Kafr Lopin.",
        "Idlib",
    ),
    "several towns": ("Raids killed 12 people in Idlib. The raids hit Binnish. The strikes also hit Ariha.", "Idlib"),
    "another town's earlier attack": ("A strike killed 12 people in Idlib. The attack on Binnish came a day after another.", "Idlib"),
    "an attack not yet told": ("A strike killed 12 people in Idlib. A bomb went off in Binnish.", "Idlib"),
    "a town of another province": ("A strike killed 12 people in Idlib. The strike hit Manbij too.", "Idlib"),
    "several strikes": ("A series of strikes in Syria killed 12 people. Planes hit Mayadin. They hit it twice.", "Syria"),
    "part of a country": (
        "Some 12 men were killed in northern Syria. It was Sunday. It rained. Snow fell. Troops hold Manbij. Manbij is big.",
        "Syria",
    ),
    "a whole country": ("Raids killed 12 people across Syria. The raids hit Binnish.", "Syria"),
    "a town named at once": ("A strike killed 12 people in Saraqeb. The strike hit a school near Binnish.", "Saraqib"),
}


@pytest.mark.parametrize(("text", "name"), LOCATED.values(), ids=LOCATED.keys())
def test_where_the_event_of_an_opening_was(text: str, name: str) -> None:
    assert extract(Document(text, dt.date(2019, 2, 1)))[0].place == name
