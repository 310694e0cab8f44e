"""Who is said to have done it: each case is a text, the number asked for, whom it counts, and the perpetrator read by hand."""

import pytest

from analysis.extraction.perpetrators import perpetrator_of
from analysis.extraction.sentences import Document


def perpetrator(text: str, evidence: str, group: str | None = "people", measure: str = "killed") -> str | None:
    document = Document(text)
    start = text.index(evidence)
    return perpetrator_of(document, document.sentence_at(start), start, start + len(evidence), measure, group)


CASES = {
    "held by somebody-led men": ("A blast in Raqqa, which is held by the Kurdish-led SDF, killed 4 people.", "4", "people", "unknown"),
    "somebody-led men who kill": ("In Raqqa, which IS holds, the Kurdish-led SDF killed 4 people.", "4", "people", "sdf"),
    "presumed to belong to": ("Gunmen presumed to belong to the Islamic State killed 4 shepherds.", "4", "civilians", "is"),
    "who belonged to": ("Shells killed 4 shepherds, who belonged to a tribe at odds with the Islamic State.", "4", "civilians", "unknown"),
    "shells from rebel areas": ("Mortar shells from rebel areas killed 4 people.", "4", "people", "other"),
    "shells in rebel areas": ("Mortar shells in rebel areas killed 4 people.", "4", "people", "unknown"),
    "in army uniforms": ("Islamic State militants in army uniforms killed 4 policemen.", "4", "people", "is"),
    "whose Syrian allies": ("In a town that Turkey and its Syrian allies captured a bomb killed 4 people.", "4", "people", "unknown"),
    "put to death": ("The Islamic State group put to death 12 men, the monitor said.", "12", "people", "is"),
    "slain by": ("Twelve men were slain by the army.", "Twelve", "people", "government"),
    "put an end": ("The Islamic State group put an end to talks and 12 men died.", "12", "people", "unknown"),
    "who it was could not be said": (
        "It counted 14 fighters among the dead, and could not say whether the aircraft were Iraqi or belonged to the coalition.",
        "14",
        "is_fighters",
        "unknown",
    ),
    "a helicopter shot down": ("A Russian helicopter was shot down near the town, killing five people.", "five", "people", "unknown"),
    "jets that shot": ("Russian jets shot up a market in the town, killing five people.", "five", "people", "russia"),
    "unclear if it was": ("A raid killed 14 people; it was not clear if Russian jets had struck the town.", "14", "people", "unknown"),
    "one named, another unclear": (
        "Russian jets killed 14 people, and it was not clear whether the regime had struck the town as well.",
        "14",
        "people",
        "russia",
    ),
    "acknowledged": ("Russian jets flew. The coalition has acknowledged 14 deaths.", "14", "people", "coalition"),
    "said that others": ("Its jets had not flown, Russia said, adding that rebels had killed 14 people.", "14", "people", "other"),
    "Israel and others": ("Israeli strikes on Syria killed 14 fighters.", "14", "other_fighters", "other"),
    "rebels and their own": ("Rebel shelling went on, and 14 fighters died.", "14", "other_fighters", "unknown"),
    "from the other side": ("Rockets fired from rebel-held districts killed 14 people.", "14", "people", "other"),
    "held by them": ("An air strike on rebel-held districts killed 14 people.", "14", "people", "unknown"),
    "loyal to al-Qaeda": ("An assault by al-Qaeda loyalists killed 14 people.", "14", "people", "other"),
    "loyal to Assad": ("An assault by loyalists killed 14 people.", "14", "people", "government"),
    "the opposition's coalition": ("The Syrian Coalition met. An attack, the Coalition said, killed 14 people.", "14", "people", "unknown"),
    "a side's losses": ("Turkish jets flew. The SDF has lost 14 fighters in the battle.", "14", "sdf_fighters", "unknown"),
    "losses to somebody": ("The SDF lost 14 fighters to Turkish air strikes.", "14", "sdf_fighters", "turkey"),
    "fell against": ("Some 14 jihadists were killed in clashes with the SDF.", "14", "is_fighters", "sdf"),
    "fell among others": ("Some 14 people were killed in clashes with the SDF.", "14", "people", "unknown"),
    "clashed and killed": ("An army unit clashed with militants in Syria, killing 14 of them.", "14", "is_fighters", "government"),
    "his men": ("A colonel of the Iraqi army said his men had killed 14 jihadists.", "14", "is_fighters", "iraq"),
    "his dead men": ("A colonel of the Iraqi army said 14 of his men had been killed.", "14", "people", "unknown"),
    "admits responsibility for": ("The coalition admits responsibility for 14 deaths.", "14", "civilians", "coalition"),
    "attributes to": ("IS killed three. The report attributes 14 deaths to the forces of the coalition.", "14", "civilians", "coalition"),
    "by the forces of": ("Some 14 people were shot by the forces of the regime.", "14", "people", "government"),
    "men of": ("Fighters of the Islamic State group shot dead 14 people.", "14", "people", "is"),
    "14 men of": ("Shells fell, and 14 fighters of the Islamic State group died.", "14", "is_fighters", "unknown"),
    "behind its brackets": ("Members of the Islamic State (IS) terrorist group shot 14 people.", "14", "people", "is"),
    "an adjective of the country": ("Syrian rebel shelling killed 14 people.", "14", "people", "other"),
    "a date is no figure": ("On July 25, Islamic State men stormed a village and shot 14 people.", "14", "people", "is"),
    "the noun of an attack": (
        "A bomber killed 14 people, four of them Americans, in the deadliest attack in years.",
        "14",
        "people",
        "unknown",
    ),
    "repelled": ("The Syrian army repelled an attack by Islamic State, killing 14 jihadists.", "14", "is_fighters", "government"),
    "no suicide bombers of a state": ("Turkish jets flew. A suicide bomber killed 14 people.", "14", "people", "unknown"),
    "no jets of a militia": ("IS shelled a village. An air strike killed 14 people.", "14", "people", "unknown"),
    "claimed far behind": (
        "A suicide bomber killed 14 people. It was noon. Shops shut. Smoke rose. A boy fled. IS said one of its men had done it.",
        "14",
        "people",
        "is",
    ),
    "subject": ("Islamic State fighters killed 14 farmers near Palmyra.", "14", "civilians", "is"),
    "by": ("In Homs 14 people were shot dead by rebels.", "14", "people", "other"),
    "owner of the weapon": ("Russian jets pounded the town and 14 people died.", "14", "people", "russia"),
    "weapon of its owner": ("Shells of the regime forces killed 14 people.", "14", "people", "government"),
    "strikes by": ("Air strikes by the US-led coalition killed 14 people.", "14", "people", "coalition"),
    "belonging to": ("A shell belonging to opposition forces killed 14 pupils.", "14", "civilians", "other"),
    "two owners": ("Syrian government and Russian air strikes killed 14 people.", "14", "people", "government;russia"),
    "its planes had not been there": (
        "Russia said its planes had not operated there, after residents reported that a raid had killed 14 people.",
        "14",
        "people",
        "unknown",
    ),
    "its planes had been there": ("Russia said its planes had operated there and had killed 14 people.", "14", "people", "russia"),
    "forces loyal to a side": ("Security forces loyal to the SDF shot dead 14 protesters.", "14", "civilians", "sdf"),
    "forces led by a side": ("Members of the Kurdish-led security forces killed 14 protesters.", "14", "civilians", "sdf"),
    "forces of the state": ("Security forces killed 14 protesters near the SDF's camp.", "14", "civilians", "government"),
    "a report by the accused's foe": (
        "The coalition rejected a report by Islamic State that a raid had killed 14 patients.",
        "14",
        "people",
        "unknown",
    ),
    "a day after others' raids": (
        "Regime raids hit the town a day after raids on a market left 14 people dead.",
        "14",
        "people",
        "unknown",
    ),
    "a day after a truce": ("Regime raids killed 14 people a day after a truce ended.", "14", "people", "government"),
    "booby-trapped": ("Soldiers found 14 bodies in a house that Islamic State had booby-trapped.", "14", "people", "is"),
    "blown up": ("Islamic State had blown up the house and 14 people were found dead under it.", "14", "people", "is"),
    "a patrol that is hit": (
        "A suicide bomber hit a patrol of American and Kurdish-led forces, killing 14 people. Islamic State claimed the attack.",
        "14",
        "people",
        "is",
    ),
    "forces of two": ("Jets of the Russian and Syrian air forces killed 14 people.", "14", "people", "russia;government"),
    "used as a prison by": (
        "A coalition strike on a house used as a prison by Islamic State killed 14 civilians.",
        "14",
        "civilians",
        "coalition",
    ),
    "beside a battle": (
        "Russian jets bombed a ferry as people fled fighting between the army and Islamic State, killing 14 people.",
        "14",
        "people",
        "russia",
    ),
    "in a battle": ("Fighting between the army and Islamic State spread to the town, killing 14 people.", "14", "people", "unknown"),
    "one or the other": ("Syrian government or Russian air strikes killed 14 people.", "14", "people", "unknown"),
    "blamed": ("SANA said 14 people were killed, blaming the U.S.-led coalition.", "14", "people", "coalition"),
    "claimed": ("A blast claimed by the Islamic State group killed 14 people.", "14", "people", "is"),
    "said it had killed": ("The Iraqi army said it had killed 14 militants in Iraq.", "14", "other_fighters", "iraq"),
    "said its jets killed": ("Turkey said its jets killed 14 militants.", "14", "other_fighters", "turkey"),
    "said others killed": ("Turkey said shelling killed 14 villagers.", "14", "civilians", "unknown"),
    "backed by": ("Syrian government forces backed by Russian air power have killed 14 people.", "14", "people", "government"),
    "by, behind the number": ("Of the dead, 14 by regime forces and 20 by the coalition were civilians.", "14", "civilians", "government"),
    "claimed in the next sentence": ("A blast killed 14 people. IS claimed responsibility for the attack.", "14", "people", "is"),
    "claimed elsewhere": ("A blast killed 14 people. Elsewhere, IS claimed responsibility for an attack.", "14", "people", "unknown"),
    "claimed by nobody": ("A blast killed 14 people. No group claimed responsibility for the attack.", "14", "people", "unknown"),
    "carried out, in the next sentence": (
        "A strike killed 14 people, the Observatory said. The Observatory said the coalition had carried out the strike.",
        "14",
        "people",
        "coalition",
    ),
    "passive, in the next sentence": (
        "A strike killed 14 people, SANA said. The raid was carried out by Turkish jets, SANA said.",
        "14",
        "people",
        "turkey",
    ),
    "blamed, in the next sentence": (
        "Shells killed 14 people, the Observatory said. The monitor blamed rebels for the shelling.",
        "14",
        "people",
        "other",
    ),
    "said it was behind it": (
        "A bomb killed 14 people. Islamic State said in a statement that it was behind the attack.",
        "14",
        "people",
        "is",
    ),
    "another strike, in the next sentence": (
        "A strike killed 14 people, the Observatory said. The coalition carried out a strike on an oil field on Monday.",
        "14",
        "people",
        "unknown",
    ),
    "denied, in the next sentence": (
        "A strike killed 14 people. The coalition denied it carried out the strike.",
        "14",
        "people",
        "unknown",
    ),
    "not known whether": (
        "A strike killed 14 people. The monitor could not say whether Russia carried out the strike.",
        "14",
        "people",
        "unknown",
    ),
    "of something else, by": ("A strike killed 14 people. The bombing of roads by Syrian jets goes on.", "14", "people", "unknown"),
    "its fighters, in a statement": (
        "The Islamic State group said on Saturday in a statement that its fighters killed 14 soldiers.",
        "14",
        "government_fighters",
        "is",
    ),
    "its strikes": ("The coalition is looking into a report that its strikes killed 14 villagers.", "14", "civilians", "coalition"),
    "its strikes, then the strikes": (
        "The coalition is looking into its air strikes. The Observatory said 14 villagers died in the strikes.",
        "14",
        "civilians",
        "coalition",
    ),
    "the attack acts, not who is named before": (
        "Rebels in the city said an attack hit a bus and 14 people died.",
        "14",
        "people",
        "unknown",
    ),
    "the planes were": ("The Observatory counted 14 dead and said the planes were Russian.", "14", "people", "russia"),
    "at the hands of": ("The army admits 14 deaths, all at the hands of Islamic State.", "14", "people", "is"),
    "held responsible": ("SANA spoke of 14 dead and held the US-led coalition responsible.", "14", "people", "coalition"),
    "its own soldiers": ("The drive, which Turkey launched, has cost 14 Turkish soldiers their lives.", "14", "other_fighters", "unknown"),
    "so-called": ("Daranj was hit: 14 people died in raids by the so-called “International Coalition”.", "14", "people", "coalition"),
    "after others were killed": (
        "The regime has killed 14 people in the town after a pilot was killed by rebels.",
        "14",
        "people",
        "government",
    ),
    "guarded by": ("The shrine is guarded by government forces. A blast there killed 14 people.", "14", "people", "unknown"),
    "battle of two sides": ("Clashes between IS and the SDF left 14 villagers dead.", "14", "civilians", "unknown"),
    "target": ("Air strikes on Islamic State killed 14 people.", "14", "people", "unknown"),
    "holder of the place": ("A raid on a town held by rebels killed 14 people.", "14", "people", "unknown"),
    "adjective of the place": ("A raid on an IS-held town killed 14 people.", "14", "people", "unknown"),
    "victims": ("The clashes killed 14 SDF fighters.", "14", "sdf_fighters", "unknown"),
    "own side": ("Daesh ambushed a patrol; 14 Daesh fighters died.", "14", "is_fighters", "unknown"),
    "not clear": ("It was not clear who bombed the market, where 14 people died.", "14", "people", "unknown"),
    "carried on": ("Turkish shells hit a village. Another 14 people were wounded.", "14", "people", "turkey"),
    "not carried on": ("Turkish shells hit a village. Elsewhere, 14 people were wounded.", "14", "people", "unknown"),
    "war total": (
        "Regime jets hit a village. More than 360,000 people have died since the war began.",
        "More than 360,000",
        "people",
        "unknown",
    ),
    "its own report": ("The coalition said a review found 14 civilians had died.", "14", "civilians", "coalition"),
    "cold": ("At least 14 children died of hypothermia in the camp.", "14", "civilians", None),
    "a date before the subject": ("Mon 18 Jul 2016 Syrian army kills 14 men near Hama.", "14", "people", "government"),
    "a number before the side": ("A raid hit 18 Syrian soldiers and killed 14 men.", "14", "people", "unknown"),
    "with a partner": ("The Syrian army alongside a militia has killed 14 men.", "14", "people", "government"),
    "a second verb": ("The Syrian army surrounded the rebels and killed 14 men.", "14", "people", "government"),
    "a second subject": ("The Syrian army withdrew and the rebels killed 14 men.", "14", "people", "other"),
    "the terrorist attack of the one before": (
        "ISIS terrorists fired shells at Homs. The terrorist attack killed 14 people.",
        "14",
        "people",
        "is",
    ),
    "their terrorists": ("ISIS terrorists killed 14 people.", "14", "people", "is"),
    "a rebel coalition": ("An assault by the rebel coalition killed 14 people.", "14", "people", "other"),
}


@pytest.mark.parametrize(("text", "evidence", "group", "expected"), CASES.values(), ids=CASES.keys())
def test_perpetrator(text: str, evidence: str, group: str, expected: str | None) -> None:
    assert perpetrator(text, evidence, group) == expected


def test_only_harm_has_a_perpetrator() -> None:
    assert perpetrator("Islamic State fighters took 14 farmers.", "14", measure="detained") is None


@pytest.mark.parametrize(("outlet", "expected"), [("sana", "other"), ("alalam", "other"), ("reuters", "unknown"), (None, "unknown")])
def test_whose_terrorists(outlet: str | None, expected: str) -> None:
    text = "A terrorist attack killed 14 people in Homs."
    document = Document(text, outlet=outlet)
    assert perpetrator_of(document, document.sentences[0], text.index("14"), text.index("14") + 2, "killed", "people") == expected
