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
    "an adverb between": ("Some 40 villagers have been unintentionally killed.", [("Some 40", "killed", "civilians")]),
    "somebody gives another figure": (
        'The strike killed 43 people. State media spoke of 40 civilians; an activist gave the number as "at least 20".',
        [("43", "killed", "people"), ("40", "killed", "civilians"), ("at least 20", "killed", "civilians")],
    ),
    "somebody concedes a figure": (
        "The bombing killed 234 civilians. The coalition has so far acknowledged only 24.",
        [("234", "killed", "civilians"), ("24", "killed", "civilians")],
    ),
    "brought out": ("Buses brought about 3,200 people out of the town.", [("about 3,200", "displaced", "people")]),
    "bodies of the abducted": ("Police found the bodies of eight people who had been abducted.", [("eight", "killed", "people")]),
    "cost in men": ("The battle cost the Iraqi army 774 men.", [("774", "killed", "other_fighters")]),
    "the wounded who died": ("Six of the wounded have since died.", [("Six", "killed", "people")]),
    "wounded men captured": ("The rebels captured 60 wounded soldiers.", [("60", "detained", "government_fighters")]),
    "left wounded": (
        "The blast killed 83 rebels while 100 soldiers were left wounded.",
        [("83", "killed", "other_fighters"), ("100", "injured", "government_fighters")],
    ),
    "displaced people by name": ("Partners have registered 36,000 displaced people.", [("36,000", "displaced", "people")]),
    "down from": (
        "In the camps, about 28,000 displaced people live at present, down from a peak of 41,000.",
        [("about 28,000", "displaced", "people"), ("41,000", "displaced", "people")],
    ),
    "a number in a range from to": ("The death toll ranges from 1,500 to 4,000.", [("1,500 to 4,000", "killed", "people")]),
    "a state's television behind, no comma": ("Blast kills six Syrian state TV", [("six", "killed", "people")]),
    "a source behind, no comma": ("Rebel fire kills 3 Aleppo schoolchildren state media", [("3", "killed", "civilians")]),
    "lost their lives behind a side": (
        "The opposition said six more people lost their lives.",
        [("six", "killed", "people")],
    ),
    "members of a staff": ("A raid killed 15 members of the medical staff.", [("15", "killed", "civilians")]),
    "members of a side, of another country": (
        IS + "Some 75 Syrian members of Islamic State surrendered.",
        [("Some 75", "detained", "is_fighters")],
    ),
    "captives freed": ("Troops rescued 12 hostages.", [("12", "released", "people")]),
    "in a camp": ("Nearly 9,000 women and children are in Al-Hol.", [("Nearly 9,000", "displaced", "civilians")]),
    "the rest is no remaining": (
        "The blast killed 30 people. The remaining 12 were wounded.",
        [("30", "killed", "people"), ("12", "injured", "people")],
    ),
    "hearsay between": ("At least two boys are reported to have died of cold.", [("At least two", "killed", "civilians")]),
    "managed to": ("Some 90 villagers managed to escape.", [("Some 90", "displaced", "civilians")]),
    "were able to": ("Some 90 villagers were able to leave the area.", [("Some 90", "displaced", "civilians")]),
    "among the dead, no total told": ("A nurse and two soldiers were also among the dead.", [("two", "killed", "government_fighters")]),
    "a toll whose noun has a long complement": (
        "The death toll from Monday's attack on a crowded bus convoy in a suburb of the city has risen to 31.",
        [("31", "killed", "people")],
    ),
    "toll and wounded, no comma": ("Death toll in city rises to 11 44 wounded", [("11", "killed", "people"), ("44", "injured", "people")]),
    "as, behind a toll": ("The attack raised the death toll to 61 as rescue workers dug.", [("61", "killed", "people")]),
    "gapping without commas": (
        "Twelve bodies were counted in Homs nine in Hama and three in Idlib.",
        [("Twelve", "killed", "people"), ("nine", "killed", "people"), ("three", "killed", "people")],
    ),
    "a figure revised": (
        "It gave a death toll of 47. This was later updated to 82.",
        [("47", "killed", "people"), ("82", "killed", "people")],
    ),
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
    "put the figure at": (
        "Activists said 42 people died. A doctor put the figure at 45.",
        [("42", "killed", "people"), ("45", "killed", "people")],
    ),
    "gapping by doer": (
        "It said 900 civilians were killed: 600 by the regime, 200 by rebels and 100 by the coalition.",
        [("900", "killed", "civilians"), ("600", "killed", "civilians"), ("200", "killed", "civilians"), ("100", "killed", "civilians")],
    ),
    "of those": ("It counted 90 dead. It said 40 of those were civilians.", [("90", "killed", "people"), ("40", "killed", "civilians")]),
    "rebels lose": (
        "The rebels lost 13 men while 22 soldiers were slain.",
        [("13", "killed", "other_fighters"), ("22", "killed", "government_fighters")],
    ),
    "soldiers in Iraq": ("In Iraq a mine hurt three soldiers.", [("three", "injured", "other_fighters")]),
    "soldiers of Syria in Iraq": ("In Iraq a mine hurt three Syrian soldiers.", [("three", "injured", "government_fighters")]),
    "of the victims": (
        "An attack killed 221 people. At least 127 of the victims were civilians.",
        [("221", "killed", "people"), ("At least 127", "killed", "civilians")],
    ),
    "of a service": ("Gunmen killed two members of the security forces.", [("two", "killed", "government_fighters")]),
    "his own": ("An SDF official said his forces lost ten fighters.", [("ten", "killed", "sdf_fighters")]),
    "said of the number": (
        IS + "Shelling killed 90 people; 50 were IS fighters.",
        [("90", "killed", "people"), ("50", "killed", "is_fighters")],
    ),
    "from land": ("They evacuated 900 people from the last sliver of Islamic State territory.", [("900", "displaced", "people")]),
    "from a force": (IS + "A raid killed nine men from the Syrian army.", [("nine", "killed", "government_fighters")]),
    "the number who have": ("That takes the number who have fled to over 3,000.", [("over 3,000", "displaced", "people")]),
    "who had been held": ("Eight women who had been held by IS were freed.", [("Eight", "released", "civilians")]),
    "who are held": ("Eight women who had been held by IS spoke.", [("Eight", "detained", "civilians")]),
    "a number of the page before it": ("Share 9427 At least ten civilians were killed.", [("At least ten", "killed", "civilians")]),
    "killed captives": ("The jihadists executed ten prisoners.", [("ten", "killed", "people")]),
    "whose army": ("The Turkish army said 31 of its soldiers had been killed.", [("31", "killed", "other_fighters")]),
    "living in a camp": ("About 4,000 people live in tents near the border.", [("About 4,000", "displaced", "people")]),
    "population of a camp": ("Arrivals raised Al-Hol's population to 41,000.", [("41,000", "displaced", "people")]),
    "a camp holds": ("The camp at Al-Hol now holds over 73,000 people.", [("over 73,000", "displaced", "people")]),
    "a group holds": ("The rebels hold 300 captives near the camp.", [("300", "detained", "people")]),
    "hostages": ("The militants released 20 hostages.", [("20", "released", "people")]),
    "detained": ("The SDF captured 63 Islamic State militants.", [("63", "detained", "is_fighters")]),
    "surrendered": ("Around 100 IS fighters surrendered.", [("Around 100", "detained", "is_fighters")]),
    "allowed to flee": ("A corridor allowed 300 families to flee.", [("300", "displaced", "civilians")]),
    "remain": ("Up to 80 IS fighters remain in the tunnels.", [("Up to 80", "remaining", "is_fighters")]),
    "number of": ("This brings to 71 the number of civilians killed.", [("71", "killed", "civilians")]),
    "killed and wounded together": ("Mines have killed and wounded 40 farmers.", [("40", "casualties", "civilians")]),
    "dead or wounded": ("The raid left 70 people dead or wounded.", [("70", "casualties", "people")]),
    "killed these, wounded those": (
        "The blast killed and wounded 12 soldiers and killed 5 villagers.",
        [("12", "casualties", "government_fighters"), ("5", "killed", "civilians")],
    ),
    "fronted whole": (
        "Shelling killed 40 people. Among the dead were 5 women and 11 children.",
        [("40", "killed", "people"), ("5", "killed", "civilians"), ("11", "killed", "civilians")],
    ),
    "the dead included": (
        "A bomb killed 30 people. The dead included 13 policemen.",
        [("30", "killed", "people"), ("13", "killed", "government_fighters")],
    ),
    "gapping by place": (
        "It said 18 had been killed in Douma, eight in Harasta and five in Arbin.",
        [("18", "killed", "people"), ("eight", "killed", "people"), ("five", "killed", "people")],
    ),
    "N-strong": (IS + "A 40-strong group of militants surrendered.", [("40", "detained", "is_fighters")]),
    "half of those": ("Half of those killed were children.", [("Half", "killed", "civilians")]),
    "family of": ("The strike killed a family of seven.", [("seven", "killed", "people")]),
    "IS is no verb": ("IS beheaded four men.", [("four", "killed", "people")]),
    "who loses": ("The army lost 12 men in the ambush.", [("12", "killed", "government_fighters")]),
    "who captures": (IS + "The SDF captured 63 fighters.", [("63", "detained", "is_fighters")]),
    "who says so": (IS + "An SDF spokesman said 20 fighters had surrendered.", [("20", "detained", "is_fighters")]),
    "left a place": ("More than 900 people in 24 buses left Harasta.", [("More than 900", "displaced", "people")]),
    "from their homes": ("Fighting forced up to 3,000 people from their homes.", [("up to 3,000", "displaced", "people")]),
    "two nouns of one number": (
        "Some 600 rebels and their families were evacuated, and 50 rebels and civilians died.",
        [("Some 600", "displaced", "other_fighters"), ("50", "killed", "people")],
    ),
    "two numbers, two nouns": (
        "Two women and two soldiers died.",
        [("Two", "killed", "civilians"), ("two", "killed", "government_fighters")],
    ),
    "two nouns, two clauses": ("Jets killed 20 rebels and civilians fled.", [("20", "killed", "other_fighters")]),
    "apposition of all": ("Twelve people, all of them civilians, died.", [("Twelve", "killed", "civilians")]),
    "civilian toll": ("The civilian toll rose to 41.", [("41", "killed", "civilians")]),
    "verb behind the whole": (
        "Twelve of the 30 hostages seized in July have been freed.",
        [("Twelve", "released", "people"), ("30", "detained", "people")],
    ),
    "account for": (
        "The dead number 1,400. Children under five account for 320 of these deaths and women for 240.",
        [("1,400", "killed", "people"), ("320", "killed", "civilians"), ("240", "killed", "civilians")],
    ),
    "a share of a camp": (
        "The camp shelters 73,400 people. Women and children account for 92 percent of its population.",
        [("73,400", "displaced", "people"), ("92 percent", "displaced", "civilians")],
    ),
    "a share of a country": (
        "A strike killed 20 people. Sunnis make up 60 percent of the population.",
        [("20", "killed", "people")],
    ),
    "days with their own numbers": (
        "Some 3,000 people left the town on Monday and a further 3,500 on Tuesday.",
        [("Some 3,000", "displaced", "people"), ("3,500", "displaced", "people")],
    ),
    "days with another verb": (
        "Some 3,000 people left the town, on Monday, and troops fired 50 on Tuesday.",
        [("Some 3,000", "displaced", "people")],
    ),
    "on that of": (
        "It reported 37 dead on the side of the SDF and 58 on that of Islamic State.",
        [("37", "killed", "sdf_fighters"), ("58", "killed", "is_fighters")],
    ),
    "among its foes": (
        "There were 15 dead among the ranks of the rebels and 23 among their foes.",
        [("15", "killed", "other_fighters"), ("23", "killed", "other_fighters")],
    ),
    "in the ranks of": (
        "It has counted 1,372 dead on the jihadist side and 655 in the ranks of the SDF.",
        [("1,372", "killed", "is_fighters"), ("655", "killed", "sdf_fighters")],
    ),
    "their men": (
        "The SDF broke off its advance after Turkish guns had killed four of their men.",
        [("four", "killed", "sdf_fighters")],
    ),
    "its men": ("The SDF acknowledged the loss of two of its men.", [("two", "killed", "sdf_fighters")]),
    "of its own": (
        "The SDF said that 90 jihadists were killed, for a loss of 82 of its own.",
        [("90", "killed", "other_fighters"), ("82", "killed", "sdf_fighters")],
    ),
    "our heroes": ('"Two of our heroes were martyred," the Syrian army said.', [("Two", "killed", "government_fighters")]),
    "his fighters, of the one who speaks": (
        "Nine jihadists were killed, an SDF commander said. Thirteen of his fighters were wounded, he said.",
        [("Nine", "killed", "other_fighters"), ("Thirteen", "injured", "sdf_fighters")],
    ),
    "his comrades, of the one told of": (
        "An FSA commander and three of his comrades were killed, state media said.",
        [("three", "killed", "other_fighters")],
    ),
    "its members of a nation": (
        f"{IS}The convoy of Islamic State carried 40 of its Syrian members out of the town.",
        [("40", "displaced", "is_fighters")],
    ),
    "their children": ("The SDF said that Turkish guns had killed four of their children.", [("four", "killed", "civilians")]),
    "the rebels had lost men": (
        "The army said that the rebels had lost 120 men, including eight Chechens.",
        [("120", "killed", "other_fighters"), ("eight", "killed", "other_fighters")],
    ),
    "fighters told right before": (
        "Some 11,000 members of the SDF have been killed. More than 21,000 were wounded.",
        [("Some 11,000", "killed", "sdf_fighters"), ("More than 21,000", "injured", "sdf_fighters")],
    ),
    "civilians told right before": (
        "A blast killed 11 rebels and 5 civilians. More than 20 were wounded.",
        [("11", "killed", "other_fighters"), ("5", "killed", "civilians"), ("More than 20", "injured", "people")],
    ),
    "of them, not those who tell": (
        f"{IS}The police said its snipers had killed 62 of them.",
        [("62", "killed", "is_fighters")],
    ),
    "of them, as many as of others before": (
        f"{IS}A raid killed 12 women. The coalition said the extremists had a base there and that 12 of them were killed.",
        [("12", "killed", "civilians"), ("12", "killed", "is_fighters")],
    ),
    "the number repatriated": (
        f"{IS}A group of jihadists was flown home, bringing to 280 the number repatriated.",
        [("280", "detained", "is_fighters")],
    ),
    "jihadists of a nation": (f"{IS}The SDF handed over 150 Iraqi jihadists to Baghdad.", [("150", "detained", "is_fighters")]),
    "soldiers of a nation": (f"{IS}A bomb killed three Iraqi soldiers.", [("three", "killed", "other_fighters")]),
    "nationals among captives": (
        f"{IS}Troops arrested 24 jihadists. A group of 130 Iraqis had been delivered to the police.",
        [("24", "detained", "is_fighters"), ("130", "detained", "is_fighters")],
    ),
    "nationals, with no captives before": ("Police arrested 130 Iraqis.", [("130", "detained", "people")]),
    "what is delivered for people": ("Supplies for 40,000 people were delivered to the camp.", []),
    "what arrives for people": ("Food for 40,000 people has arrived in the camp.", []),
    "sought and taken": ("Police searched for 12 people who were kidnapped.", [("12", "detained", "people")]),
    "an apposition before the verb": ("The first, 130 men, arrived on Thursday.", [("130", "displaced", "people")]),
    "an apposition before a participle": (
        "In the town, 130 people, fleeing the battle, were arrested.",
        [("130", "detained", "people")],
    ),
    "rescued captives": (
        "Eleven children kidnapped by the jihadists were rescued on Tuesday.",
        [("Eleven", "released", "civilians")],
    ),
    "rescued from ruins": ("Eleven children were rescued from the rubble on Tuesday.", []),
    "driven off": ("Gunmen drove off between 90 and 130 families.", [("between 90 and 130", "detained", "civilians")]),
    "attackers driven off": ("Troops drove off the attackers, killing 12.", [("12", "killed", "people")]),
    "a nation said of a number": (
        f"{IS}Troops arrested 130 jihadists. An official said 14 were French.",
        [("130", "detained", "is_fighters"), ("14", "detained", "is_fighters")],
    ),
    "a nation before a noun": (
        f"{IS}Troops arrested 130 jihadists. An official said 14 were French vehicles.",
        [("130", "detained", "is_fighters")],
    ),
    "civilians still there": (f"{IS}No more than a few hundred civilians were still there.", [("a few hundred", "remaining", "civilians")]),
    "could still be trapped": (f"{IS}Up to 78,000 could still be trapped.", [("Up to 78,000", "remaining", "people")]),
    "trapped under ruins": (f"{IS}Dozens of people are still trapped under the rubble.", []),
    "civilians in the pocket": (f"{IS}Officials spoke of 1,000 civilians in the pocket.", [("1,000", "remaining", "civilians")]),
    "civilians in the pocket, killed": (f"{IS}Some 20 civilians in the pocket were killed.", [("Some 20", "killed", "civilians")]),
    "households in brackets": (
        "The population of the camp has risen to 38,174 people (11,020 households).",
        [("38,174", "displaced", "people"), ("11,020", "displaced", "civilians")],
    ),
    "tents in brackets": ("The population of the camp has risen to 38,174 people (11,020 tents).", [("38,174", "displaced", "people")]),
    "remain uprooted": (
        "Some 440,000 have gone home, though 6.3 million remain uprooted inside the country.",
        [("6.3 million", "displaced", "people")],
    ),
    "a share of the arrivals": (
        "Some 3,300 people arrived in the camp. Nine out of ten of the new arrivals are women and children.",
        [("Some 3,300", "displaced", "people"), ("Nine out of ten", "displaced", "civilians")],
    ),
    "a share of a people": ("In Syria, half of the people are Sunnis.", []),
    "under an age": (
        "A raid killed 32 people, 20 of whom were under 18.",
        [("32", "killed", "people"), ("20", "killed", "civilians")],
    ),
    "of them under the age": (
        "A raid killed 32 people, 20 of them under the age of 16.",
        [("32", "killed", "people"), ("20", "killed", "civilians")],
    ),
    "over an age": ("A raid killed 32 people. Twenty of them were over 60.", [("32", "killed", "people")]),
    "a share below an age": (
        "The camp holds 36,000 people. Half are women; 27 percent are below the age of five.",
        [("36,000", "displaced", "people"), ("Half", "displaced", "civilians"), ("27 percent", "displaced", "civilians")],
    ),
    "a share of who lived there": (
        "A third of the 200,000 people who lived in the city may have fled.",
        [("A third", "displaced", "people")],
    ),
    "so many of those left": (
        f"{IS}About 500 of the 600 residents who were left in the town had fled.",
        [("About 500", "displaced", "civilians"), ("600", "remaining", "civilians")],
    ),
    "account for, and what is no person": (
        "The monitor counted 411 deaths. Bombs account for 357 of them, hunger for 19.",
        [("411", "killed", "people"), ("357", "killed", "people"), ("19", "killed", "people")],
    ),
    "that accounts for": ("The raid killed 40 people. That accounts for 45 percent of the population.", [("40", "killed", "people")]),
    "Kurds in Iraq": (
        f"{IS}In Iraq a peshmerga officer said 25 Kurdish fighters had died.",
        [("25", "killed", "other_fighters")],
    ),
    "Kurds in Syria": ("In Syria a YPG officer said 25 Kurdish fighters had died.", [("25", "killed", "sdf_fighters")]),
    "insurgents in Iraq": (f"{IS}In Iraq 302 insurgents were killed.", [("302", "killed", "is_fighters")]),
    "insurgents in Syria": (f"{IS}In Syria 302 insurgents were killed.", [("302", "killed", "other_fighters")]),
    "fired from the Syrian side": (
        "Iraq said two border guards were wounded in Iraq by a shell from the Syrian side.",
        [("two", "injured", "other_fighters")],
    ),
    "on that side": (
        "On the government side there were 104 killed and 431 wounded.",
        [("104", "killed", "government_fighters"), ("431", "injured", "government_fighters")],
    ),
    "on the other bank": ("On the far side of the river there were 104 killed.", [("104", "killed", "people")]),
    "such deaths": (
        "Raids killed hundreds of civilians. The coalition has acknowledged 104 such deaths.",
        [("hundreds", "killed", "civilians"), ("104", "killed", "civilians")],
    ),
    "a minimum": (
        "The coalition has conceded 1,061 civilian deaths. A monitor puts the likely minimum at 6,500.",
        [("1,061", "killed", "civilians"), ("6,500", "killed", "civilians")],
    ),
    "apostates": ('The group said it had killed 14 "apostates" on the road.', [("14", "killed", "people")]),
    "buried": ("Among those buried on Friday were 12 members of one family.", [("12", "killed", "civilians")]),
    "buried in ruins": ("Dozens of people were buried under the rubble.", []),
    "brought in with wounds": ("Fifteen people had been brought in with shrapnel wounds.", [("Fifteen", "injured", "people")]),
    "in hospital": (
        "A raid killed three workers. Two more are in hospital.",
        [("three", "killed", "civilians"), ("Two", "injured", "people")],
    ),
    "martyrs and wounded": ("Dozens fell between martyrs and wounded.", [("Dozens", "casualties", "people")]),
    "tens of them in quotes": (
        'The army said a store of the rebels had blown up, killing "tens" of them.',
        [("tens", "killed", "other_fighters")],
    ),
    "made up a share": ("Children accounted for a third of the 93 dead.", [("a third", "killed", "civilians"), ("93", "killed", "people")]),
    "in custody": ("Some 120 IS members are in Kurdish custody.", [("Some 120", "detained", "is_fighters")]),
    "hedge behind the noun": ("Ten soldiers at least were killed.", [("Ten", "killed", "government_fighters")]),
    "number of whoever": ("SANA put the number of civilians killed at 62.", [("62", "killed", "civilians")]),
    "number of the dead of a side": (IS + "He put the number of dead attackers at 74.", [("74", "killed", "is_fighters")]),
    "number of whoever, and then more": (
        "It put the number of soldiers killed at 62 and said that nine families fled.",
        [("62", "killed", "government_fighters"), ("nine", "displaced", "civilians")],
    ),
    "the figure before its toll": ("The blast brought to 49 the number killed in the town.", [("49", "killed", "people")]),
    "of them, of a side before": (
        "Dozens of rebels were hiding there. Soldiers killed 30 of them.",
        [("30", "killed", "other_fighters")],
    ),
    "of them, not the subject": ("The gunmen stopped the villagers and shot dead 12 of them.", [("12", "killed", "civilians")]),
    "of them, in a clause of its own": (
        IS + "He said the militants used a mosque and that a dozen of them had been killed.",
        [("a dozen", "killed", "is_fighters")],
    ),
    "dead on a side": ("It knew of 45 dead on the rebel side.", [("45", "killed", "other_fighters")]),
    "dead in ranks": ("There were 15 dead among the ranks of the rebels.", [("15", "killed", "other_fighters")]),
    "evacuated from a side's land": ("Some 2,200 evacuated from rebel-held towns arrived.", [("Some 2,200", "displaced", "people")]),
    "gapping with its side": (
        IS + "The SDF has lost 40 fighters and Islamic State 90.",
        [("40", "killed", "sdf_fighters"), ("90", "killed", "is_fighters")],
    ),
    "another that has lost": (
        IS + "Islamic State has lost 463 fighters and the SDF has lost at least 89.",
        [("463", "killed", "is_fighters"), ("at least 89", "killed", "sdf_fighters")],
    ),
    "a coalition before a headline's number is no side of it": (
        "Raid Delivered by US-Led Coalition Dozens Killed",
        [("Dozens", "killed", "people")],
    ),
    "participle for a noun": ("Ambulances rushed dozens of injured to a clinic.", [("dozens", "injured", "people")]),
    "reported as": ("Some 466 patients were reported as wounded.", [("Some 466", "injured", "people")]),
    "treated": ("A doctor said 21 people had been treated there.", [("21", "injured", "people")]),
    "brought to hospital": ("Nine soldiers were taken to hospital.", [("Nine", "injured", "government_fighters")]),
    "brought to a place": ("Some 1,140 people were brought to the reception area.", [("Some 1,140", "displaced", "people")]),
    "registered": ("The agency said 20,700 people had registered at its tents.", [("20,700", "displaced", "people")]),
    "have registered": ("Its staff have registered 2,600 villagers.", [("2,600", "displaced", "civilians")]),
    "led out": ("Soldiers led out 20 civilians.", [("20", "displaced", "civilians")]),
    "taken to safety": ("Some 80 villagers were taken to safety.", [("Some 80", "displaced", "civilians")]),
    "are believed to be there": (
        IS + "Some 1,000 IS fighters are believed to be in the hills.",
        [("Some 1,000", "remaining", "is_fighters")],
    ),
    "were there": (IS + "He said 4,000 militants were still in the area.", [("4,000", "remaining", "is_fighters")]),
    "there are": (IS + "There are some 1,200 IS fighters in the pocket.", [("some 1,200", "remaining", "is_fighters")]),
    "positioned": (IS + "Hundreds of militants were positioned in the tunnels.", [("Hundreds", "remaining", "is_fighters")]),
    "what they have left": (IS + "The jihadists had 1,000 men left on the bank.", [("1,000", "remaining", "is_fighters")]),
    "who numbers": (IS + "The faction, which numbers 1,500 militants, is theirs.", [("1,500", "remaining", "is_fighters")]),
    "prevented from leaving": (
        IS + "Some 200 families are being prevented from leaving the village.",
        [("Some 200", "remaining", "civilians")],
    ),
    "apposed people": (IS + "The last jihadists, 200 at most, were killed.", [("200 at most", "killed", "is_fighters")]),
    "foreigners among fighters": (
        IS + "They hold 6,000 jihadists, including 1,000 foreigners.",
        [("6,000", "detained", "is_fighters"), ("1,000", "detained", "is_fighters")],
    ),
    "foreigners among people": (
        "The raid killed 60 people, including 10 foreigners.",
        [("60", "killed", "people"), ("10", "killed", "people")],
    ),
    "handed over": ("The kidnappers handed over 17 prisoners on Sunday.", [("17", "released", "people")]),
    "handed over to a state": ("They handed over 17 prisoners to Iraq.", [("17", "detained", "people")]),
    "fighters who come out": (IS + "Some 500 jihadists had walked out of the village.", [("Some 500", "detained", "is_fighters")]),
    "civilians who come out": (IS + "Some 500 civilians had walked out of the village.", [("Some 500", "displaced", "civilians")]),
    "a long complement": (
        "Ten members of the Iranian-backed Hashd al-Shaabi force in Iraq were killed and four wounded.",
        [("Ten", "killed", "other_fighters"), ("four", "injured", "other_fighters")],
    ),
    "comrades": ("The commander and nine of his comrades were killed.", [("nine", "killed", "other_fighters")]),
    "may have been": ("As many as 33 people may have been killed.", [("As many as 33", "killed", "people")]),
    "a headline of two numbers": (
        "Forty civilians 25 rebels killed in raid",
        [("Forty", "killed", "civilians"), ("25", "killed", "other_fighters")],
    ),
    "of them, of a side by its name": (
        IS + "Soldiers met al-Nusra terrorists on the road, killing several of them.",
        [("several", "killed", "other_fighters")],
    ),
    "a faction's militants": (
        IS + "The army met al-Nusra Front on the road. It killed 12 militants.",
        [("12", "killed", "other_fighters")],
    ),
    "IS militants, a faction named before": (
        "The army met al-Nusra Front. Islamic State lost 12 militants.",
        [("12", "killed", "is_fighters")],
    ),
    "found refuge": ("More than three million have found refuge abroad.", [("More than three million", "displaced", "people")]),
    "beheads": ("Extremists behead eight men", [("eight", "killed", "people")]),
    "dead among a side": (
        "It counted 250 dead among government troops and 233 among the rebels.",
        [("250", "killed", "government_fighters"), ("233", "killed", "other_fighters")],
    ),
    "others of those right before": (
        IS + "He put the number of slain IS attackers at 46 and said eight soldiers were killed and 20 others injured.",
        [("46", "killed", "is_fighters"), ("eight", "killed", "government_fighters"), ("20", "injured", "government_fighters")],
    ),
    "others, in a sentence of their own": (
        "The blast killed seven soldiers. Three others were wounded.",
        [("seven", "killed", "government_fighters"), ("Three", "injured", "government_fighters")],
    ),
    "others, of two sides": (
        "The blast killed seven soldiers and two farmers. Three others were wounded.",
        [("seven", "killed", "government_fighters"), ("two", "killed", "civilians"), ("Three", "injured", "people")],
    ),
    "number of martyrs": ("The number of martyrs has risen to 215.", [("215", "killed", "people")]),
    "under treatment": (
        "The raid wounded 180 people. Forty of them remain under treatment.",
        [("180", "injured", "people"), ("Forty", "injured", "people")],
    ),
    "were among the people killed": ("Four Americans are among the people killed in the blast.", [("Four", "killed", "people")]),
    "captive fighters freed": ("Four captive SDF fighters were freed.", [("Four", "released", "sdf_fighters")]),
    "the last of them": (
        "Rebels held 30 women. The army freed the last 19 of them.",
        [("30", "detained", "civilians"), ("19", "released", "civilians")],
    ),
    "an insert before a verb": (
        "Around 3,000 people, many of them tired, came out of the village.",
        [("Around 3,000", "displaced", "people")],
    ),
    "and those of": (
        "It cost the lives of 82 soldiers, the army said, and those of 306 rebels.",
        [("82", "killed", "government_fighters"), ("306", "killed", "other_fighters")],
    ),
    "deaths registered": ("Twelve deaths were registered in the camp.", [("Twelve", "killed", "people")]),
    "a camp that was meant for fewer holds": (
        "The camp, which was meant for fewer people when it was built, now holds 41,000.",
        [("41,000", "displaced", "people")],
    ),
    "they are": (
        "The toll has risen to 43 people. They are 28 civilians and 15 rebels.",
        [("43", "killed", "people"), ("28", "killed", "civilians"), ("15", "killed", "other_fighters")],
    ),
    "a toll that has risen, far off": (
        "The death toll of the raids that the warplanes carried out on Thursday and on Friday on the town, in the hills at the eastern"
        " banks of the great river, has risen to 43 persons.",
        [("43", "killed", "people")],
    ),
    "number of families": (
        'Gunmen abducted 130 families. An official gave the number as "around 100".',
        [("130", "detained", "civilians"), ("around 100", "detained", "civilians")],
    ),
    "in the custody of": ("Nearly 600 foreign fighters were in the custody of the SDF.", [("Nearly 600", "detained", "other_fighters")]),
    "fell victim to": ("Twelve villagers fell victim to the bombing.", [("Twelve", "killed", "civilians")]),
    "whom somebody killed": ("Troops buried dozens of people whom the group had executed.", [("dozens", "killed", "people")]),
    "dislodged": (IS + "Troops have tried to dislodge some 700 militants from the hills.", [("some 700", "remaining", "is_fighters")]),
    "an army numbers": (IS + "The group numbers about 700 fighters.", [("about 700", "remaining", "is_fighters")]),
    "gave themselves up": (IS + "A monitor said 60 had given themselves up.", [("60", "detained", "is_fighters")]),
    "those freed on a day": ("Ten of those freed on Thursday were children.", [("Ten", "released", "civilians")]),
    "those killed in a strike": ("Nine of those killed in the strike were women.", [("Nine", "killed", "civilians")]),
    "brought to court": (IS + "Twelve militants were brought to court in Baghdad.", [("Twelve", "detained", "is_fighters")]),
    "lives taken": ("The raids have taken over 300 lives.", [("over 300", "killed", "people")]),
}
NO_CLAIM = [
    "The city had a population of 200,000 before the war.",
    "Shelling killed many. He put the number of shells at 45.",
    "About 4,000 people live in the enclave.",
    "Posted on April 19 2017 by a reader who was wounded.",
    "The town has been killed off by war since 2011.",
    "AFP 2018. Men were killed.",
    "The 40 years of war left farmers poor.",
    "The soldiers left 20 minutes later.",
    "Some 200 fighters will be able to leave the town.",
    "Troops rescued 12 tourists from the snow.",
    "Nearly 9,000 pupils are in school.",
    "The town fell under siege, putting thousands of people at risk.",
    "Around 300 people leave for home each day.",
    "The town was one of the busiest; one of them told reporters so.",
    "The army brought 300 tonnes of flour into the town.",
    "The militants have about 30 captured tanks.",
    "Children under 12 were among the crowd.",
    "It was a breach of resolution 2118.",
    "The trade route is home to 40,000 people.",
    "A total of 40 families were among the audience.",
    "Page 9427 At least seven pages were printed.",
    "Of the 14 trucks, nine were destroyed.",
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
    "Three soldiers were in the town.",
    "The party has registered 40 lorries.",
    "Dozens of burned out cars stood there.",
    "Doctors treated 30 patients for malnutrition.",
    "Camps built for 4,000 were full.",
    "The town was home to 160,000 people before the war, and has a camp.",
    "Some 500 fighters are to be delivered to the court.",
    "Fighters seized the town, three people with knowledge of it said.",
    IS + "People driven from its last pocket travel up to 300 km.",
    "A raid may kill 12 people.",
    "The raid hit two rebel-held districts and killed nobody.",
    "Views 371 Residents leave town",
    IS + "The village is all that remains of the caliphate.",
    "The hospital has treated 30 malnourished children.",
    "Doctors met dozens of people whom the group had taxed.",
    "The bomb could have killed 200 people.",
    "The army's numbers fell, and 20 officers were praised.",
    "Ten of those who spoke on Thursday were children.",
]


def read(text: str) -> list[tuple[str, str, str | None]]:
    return [(c.evidence, c.measure, c.group) for c in extract(Document(text, dt.date(2018, 11, 5)))]


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_measure_and_group(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize("text", NO_CLAIM)
def test_what_is_no_claim(text: str) -> None:
    assert read(text) == []
