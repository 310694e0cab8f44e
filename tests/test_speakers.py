"""Who says it: each case is a text, the number asked for, and the speaker read by hand."""

import pytest

from analysis.extraction.sentences import Document
from analysis.extraction.speakers import speaker_of


def speaker(text: str, evidence: str, outlet: str | None = None) -> str:
    document = Document(text, outlet=outlet)
    start = text.index(evidence)
    return speaker_of(document, document.sentence_at(start), start)


CASES = {
    "before": ("The Syrian Observatory for Human Rights said 14 people died in the raid.", "14", "sohr"),
    "behind": ("A raid killed 14 people, the Observatory said on Friday.", "14", "sohr"),
    "inverted": ("“The raid killed 14 people,” said Mustafa Bali, a spokesman for the force.", "14", "sdf"),
    "inverted, no commas": ('"The raid killed 14 people" said Rami Abdel Rahman.', "14", "sohr"),
    "according to": ("According to medics at two clinics, 14 people were hurt.", "14", "other"),
    "according to, behind": ("Some 14 people were hurt, according to residents of IS-held villages.", "Some 14", "residents"),
    "no apostrophes": ("A raid on a market killed 14 people a monitor said.", "14", "sohr"),
    "apposition": ("The Observatory, a Britain-based war monitor, said the SDF lost 14 men.", "14", "sohr"),
    "owner of a role": ("An SDF commander told reporters that 14 jihadists were dead.", "14", "sdf"),
    "role of an owner": ("A spokesman for the U.S.-led coalition said 14 militants were dead.", "14", "coalition"),
    "count": ("The Syrian Network for Human Rights has documented 14 deaths.", "14", "rights_group"),
    "toll": ("The White Helmets put the toll at 14 dead.", "14", "aid_agency"),
    "genitive": ("By the Observatory's count 14 people have died.", "14", "sohr"),
    "citing": ("Reuters reported 14 deaths, citing the Iraqi military.", "14", "iraq"),
    "two side by side": ("A strike killed 14 people, state media and a monitoring group said.", "14", "state_media;sohr"),
    "adjective": ("The anti-Assad Syrian Observatory said 14 people were hurt.", "14", "sohr"),
    "a body of any kind": (
        "Surgeons of Médecins Sans Frontières saw it. The medical organisation said 14 people died.",
        "14",
        "aid_agency",
    ),
    "a passive is no source": ("IS lost the town. It was reported that 14 people died.", "14", "reporter"),
    "a name that looks like a verb": ("IS said 14 people died in the raid.", "14", "is"),
    "whose alliance": ("The SDF took the town. The alliance said 14 people died.", "14", "sdf"),
    "another alliance": ("The coalition struck the town. The alliance said 14 people died.", "14", "coalition"),
    "claims the attack, then it": ("The UN said it was quiet. IS claimed the attack. It said 14 people died.", "14", "is"),
    "does not comment, then it": (
        "A monitor said jets hit a school. The Pentagon declined to comment. In a report it said 14 people died.",
        "14",
        "us_government",
    ),
    "for comparison": ("Some 14 people died, twice as many as the coalition has acknowledged, residents said.", "14", "residents"),
    "a relative clause of the source": ("The Observatory, which monitors the war from Britain, gave a toll of 14 dead.", "14", "sohr"),
    "the object of a participle": ("State news agency SANA, blaming IS, gave a figure of 14 dead.", "14", "state_media"),
    "the military of before": ("The Turkish military said tanks had gone in. The military said 14 militants were dead.", "14", "other"),
    "told to a monitor": ("Reliable sources told the Observatory that 14 people died.", "14", "sohr"),
    "the police of the country named": ("A bomb near Mosul in Iraq killed 14 people, police said.", "14", "iraq"),
    "a neighbour by his trade": ("“The raid killed 14 people,” said Khalil, 31, a tailor.", "14", "residents"),
    "attribute": ("The raid killed 14 people, the opposition Syrian Observatory claimed.", "14", "sohr"),
    "subject of what is said": ("According to the Observatory Daesh has lost 14 fighters.", "14", "sohr"),
    "a name and a clause of its own": ("Activist Omar Ali who lives abroad but has friends there said 14 people died.", "14", "residents"),
    "an object before the source": ("They fear a US attack the official Syrian news agency said, and 14 people fled.", "14", "state_media"),
    "claims the attack": ("IS claimed the attack, which a monitor said killed 14 people.", "14", "sohr"),
    "capitals": ("Some 14 people are stranded, WHO said, and nobody knows who is to blame.", "14", "un"),
    "is, the verb": ("The town is quiet, a witness said, and 14 people are home.", "14", "residents"),
    "two in one sentence": ("SANA said 14 people were killed, while the Observatory said 21 were.", "14", "state_media"),
    "two in one sentence, second": ("SANA said 14 people were killed, while the Observatory said 21 were.", "21", "sohr"),
    "accused, not quoted": ("SANA accused the coalition of killing 14 people.", "14", "state_media"),
    "pronoun": ("The Observatory said jets hit a school. It said 14 pupils were killed.", "14", "sohr"),
    "surname": ("Redur Khalil spoke for the SDF. Khalil said 14 fighters were killed.", "14", "sdf"),
    "goes on": ("The Observatory said jets hit a school. Another 14 people were wounded.", "14", "sohr"),
    "lead": ("Fourteen people died on Monday. The Observatory said the raid hit a market.", "Fourteen", "sohr"),
    "headline": ("14 dead in raid on market: monitor\n\nA raid hit a market on Monday.", "14", "sohr"),
    "background": (
        "The raid was heavy, a monitor said. More than 360,000 people have been killed since the war began.",
        "More than 360,000",
        "reporter",
    ),
    "after background": (
        "The raid was heavy, residents said. War has driven half of all Syrians from home since 2011. Some 14 people live in tents.",
        "14",
        "reporter",
    ),
    "an earlier event": ("The raid was heavy, residents said. Last month a raid on the town killed 14 people.", "14", "reporter"),
    "it came after": ("The raid was heavy, residents said. It came a day after a strike killed 14 people.", "14", "reporter"),
    "an earlier event of a source": ("The raid was heavy, residents said. In May 14 people had died, they said.", "14", "residents"),
    "the same event": ("The raid was heavy, residents said. The strike killed 14 people.", "14", "residents"),
    "a witness of the lead": ("A bomb killed 14 people on Monday. A witness said he saw smoke.", "14", "reporter"),
    "a party to the lead": ("A bomb killed 14 people on Monday. IS said its man had hit a wedding.", "14", "reporter"),
    "a party and its figure": ("A bomb killed fourteen people on Monday. IS said its man had killed 14.", "fourteen", "is"),
    "a party's headline": ("14 die in blast\n\nA bomb went off on Monday, the SDF said. It hit a market.", "14", "sdf"),
    "land": ("The raid was heavy, a monitor said.\n\nIS seized large parts of Syria in 2014.", "large parts", "reporter"),
    "nobody": ("A raid killed 14 people on Monday.", "14", "reporter"),
    "the army of the article": ("Iraq lost men in Mosul. Troops in Iraq killed 14 militants, the military said.", "14", "iraq"),
    "the opposition's coalition": ("The Syrian Coalition met. The Coalition said 14 people were killed.", "14", "rebels"),
    "an insert": ("IS, in a statement released by Amaq, said its men killed 14 soldiers.", "14", "is"),
    "an apposed body for whom": ("UNRWA, the United Nations agency for Palestinian refugees, said 14 people died.", "14", "un"),
    "a post in a force": ("Some 14 men gave up, a commander in the U.S.-backed force besieging it said.", "14", "sdf"),
    "its officials": (
        "The Kurdish-led administration holds 14 men, Ali Omar, one of its foreign affairs officials, told AFP.",
        "14",
        "kurdish_officials",
    ),
    "a compound body counts": ("The UN mission has recorded the killing of 14 people.", "14", "un"),
    "admits": ("The coalition has so far accepted responsibility for 14 deaths.", "14", "coalition"),
    "confirmed to a monitor": ("Trusted sources confirmed to the Observatory that 14 people died.", "14", "sohr"),
    "told a paper": ("Trusted sources told the paper that 14 people died.", "14", "other"),
    "a report, and then it": ("The Pentagon's inspector spoke up in a report. Some 14 people died, it said.", "14", "us_government"),
    "the commander of before": (
        "An SDF commander said 3 died, though the Observatory put it at 5. The commander said 14 were hurt.",
        "14",
        "sdf",
    ),
    "a surname of nobody known": ("IS lost the town. Some 14 people died, according to Hamdan.", "14", "other"),
    "declared a state": ('The group lost the land it declared a "state", and 14 men, the coalition said.', "14", "coalition"),
    "accounts by": ("The army rejected accounts by activists that 14 people died.", "14", "residents"),
    "the object of a relative": ("The body which backs the rebels said 14 people died.", "14", "reporter"),
    "left by one, counted by another": (
        "The United Nations counted graves left by IS in a report. They hold 14 bodies, it estimated.",
        "14",
        "un",
    ),
    "quoted as saying": ("Reuters quoted residents as saying 14 people died.", "14", "residents"),
    "a post before a name": ("UNICEF Director Ali Lane said 14 teachers died.", "14", "un"),
    "an announced deal": ("The United States announced a deal. It was said that raids killed 14 people.", "14", "reporter"),
    "an announced toll": ("The United States announced 14 deaths.", "14", "us_government"),
    "an official of Iraq's": ("Clashes hit Mosul in Iraq. A local official said 14 men died.", "14", "iraq"),
    "an official of nobody's": ("Clashes hit Hajin in Syria. A local official said 14 men died.", "14", "other"),
    "a town's namesake": ("Mazloum Kobani, an SDF chief, was there. Kobani said 14 men died.", "14", "sdf"),
    "who would not be named": ("An SDF officer, who asked not to be named, said 14 men died.", "14", "sdf"),
    "figures are no sources": ("According to the Observatory, 425 jihadists and 14 soldiers died.", "14", "sohr"),
    "its count, of the one before": ("The Observatory said five died. By its count 14 were hurt.", "14", "sohr"),
    "says a group, without a comma": ("Raids have killed 14 people says the Observatory.", "14", "sohr"),
    "a warning": ("The raids drew a UN warning. They killed 14 people, the Observatory said.", "14", "sohr"),
    "opponents": ("Opponents of Bashar al-Assad said 14 people died.", "14", "rebels"),
    "a state's media": ("Fourteen men and 14 women died Syrian media reported.", "14", "state_media"),
    "researchers of a group": ("Airwars researchers recorded 14 deaths.", "14", "rights_group"),
    "which also reported": ("It was so according to the Observatory, which also reported 14 dead.", "14", "sohr"),
    "who counts inside a statement": ("SANA said that troops had found 14 bodies.", "14", "state_media"),
    "an official in a place of Iraq's": ("A security official in Anbar told Reuters that 14 men died in Syria.", "14", "iraq"),
    "itself": ("The Observatory counted 20. The coalition itself has admitted 14 deaths.", "14", "coalition"),
    "another's figure": ("The SDF said 40 died. The Observatory had a lower figure, 14.", "14", "sohr"),
    "behind a name": ("They beat the jihadists, Mazloum Kobani, the force's commander, said, and 14 men died.", "14", "sdf"),
    "the report": ("Airwars counted 40 dead. According to the report, the army was responsible for 14 of them.", "14", "rights_group"),
    "an evening": ("On Monday evening SANA said 14 people had died.", "14", "state_media"),
    "the force's": ("The SDF arrested 14 men of the Islamic State, the force's media center said.", "14", "sdf"),
    "a group is no ministry": (
        "MSF saw it. The Iraqi ministry of health denied it. The medical group said 14 people died.",
        "14",
        "aid_agency",
    ),
    "a ministry is no group": ("The Iraqi army left. The Observatory said 3 died. The ministry said 14 men died.", "14", "iraq"),
    "it is not the residents": ("The Observatory said residents told of 3 dead. By Friday, it said, 14 had died.", "14", "sohr"),
    "the network of a name": ("The Deir Ezzor 24 monitoring group said 14 people died.", "14", "residents"),
    "a monitor of no name": ("The opposition monitoring group said 14 people died.", "14", "sohr"),
    "adding": ("Raids by the regime hit a town, the Observatory said, adding that 14 men died.", "14", "sohr"),
    "a percentage of them": ("The Observatory said 50 fled.\n\nSome 14 percent of them are in Idlib province.", "14", "sohr"),
    "the bulletin of an office": ("According to the daily bulletin of the SDF press office, 14 men died.", "14", "sdf"),
    "went on, of no speech": ("The Observatory gave no toll. Since the SDF went on the offensive, it said, 14 men died.", "14", "sohr"),
    "somebody with an age": ("Noura, 34, who fled on Monday, said 14 people were left.", "14", "residents"),
    "said somebody with an age": ("“We were 14 people,” said Noura, 34.", "14", "residents"),
    "somebody of whom more is told": ("The UN is there. Hassan Ali, who leads a team, says it dug up 14 bodies.", "14", "other"),
    "a clause is nobody": ("The UN said so of Raqqa, Hajin, where it was calm, and said 14 people died.", "14", "un"),
    "quoted over sentences": ("The UN knew. “It was bad. We buried 14 men. It was hot,” said Mustafa Bali of the SDF.", "14", "sdf"),
    "quoted over paragraphs": ("“It was bad.\n\n“We buried 14 men.\n\n“It was hot,” said Mustafa Bali.", "14", "sdf"),
    "quoted behind a colon": ("Mustafa Bali said: “It was bad. We buried 14 men.” The UN said it knew.", "14", "sdf"),
    "no quotation": ("The “state” is gone, residents said. Some 14 men died. The UN said it wants “peace”.", "14", "residents"),
    "a Britain-based group": ("Raids have killed 14 people says a Britain-based monitoring group.", "14", "sohr"),
    "a town before the verb": ("Battles raged in Ratyan said the Observatory which counted 14 dead.", "14", "sohr"),
    "a confirmed figure": ("According to the Syrian military the air force killed a confirmed 14 militants.", "14", "government"),
    "a woman of 40": ("IS is near. An Iraqi woman of 40 with a child on her arm said 14 people were left.", "14", "residents"),
    "a joint statement": ("A statement by the UN and the Red Crescent said 14 children died.", "14", "un;aid_agency"),
    "the television": ("The Observatory counted 3. State television did not. The television said 14 men died.", "14", "state_media"),
    "the ministry of another state": ("The French justice ministry says 3 died. The justice ministry counts 14 men.", "14", "other"),
    "a minister of another state": ("French Foreign Minister Jean-Paul Le Blanc said 14 men were left.", "14", "other"),
    "of a people, not of a state": ("The head of the Syrian Catholics said 14 men were left.", "14", "other"),
    "a report behind a name": ("They fight Islamic State extremists a report from the UN says and 14 died.", "14", "un"),
    "the news agency": ("SANA was there. The Observatory said 3. A raid killed 14, the news agency said.", "14", "state_media"),
    "a brigade": ("The Sham Eagles Brigade said it had killed 14 soldiers.", "14", "rebels"),
    "in the next paragraph": (
        "The Observatory counts 30.\n\nIt was heavy, residents said.\n\nSome 14 were hurt.",
        "14",
        "reporter",
    ),
    "a monitor in the next paragraph": ("SANA said 9, the Observatory said 30.\n\nSome 14 of them were women.", "14", "sohr"),
    "another day in the next paragraph": ("SANA said 9, the Observatory said 30.\n\nOn Sunday a raid killed 14.", "14", "reporter"),
    "the group that is told of": ("14 of the Hashd al-Shaabi were killed in an IS attack, the group said.", "14", "iraq"),
    "and then it": ("The SDF lost men in an IS attack, the force said in a statement. It said 14 had died.", "14", "sdf"),
    "a rank and a surname": (
        "Police Capt. Omar Hadi told AFP so in Iraq. According to Hadi, IS men killed 14 people.",
        "14",
        "iraq",
    ),
    "a woman of 21": ("“We were 14,” said Um Omar, a Tunisian of 21 who fled.", "14", "residents"),
    "sources such as": ("Local sources including Raqqa 24 said 14 people died.", "14", "residents"),
    "experts estimate": ("The army is near, and experts estimate that 14 men are left.", "14", "other"),
    "a health directorate in Iraq": ("An official at the Nineveh health directorate said 14 people died.", "14", "iraq"),
    "a health directorate in Syria": ("An official at the Idlib health directorate said 14 people died.", "14", "other"),
    "according to report": ("Airwars came. According to report ISIS has killed 14 people.", "14", "rights_group"),
    "they are": ("The Observatory was cautious. Residents said 3 had died. By Friday, they said, 14 had died.", "14", "residents"),
}


@pytest.mark.parametrize(("text", "evidence", "expected"), CASES.values(), ids=CASES.keys())
def test_speaker(text: str, evidence: str, expected: str) -> None:
    assert speaker(text, evidence) == expected


def test_state_outlet_speaks_for_the_state() -> None:
    text = "Terrorists fired a shell at the square, and 4 people were hurt."
    assert speaker(text, "4", outlet="sana") == "state_media"
    assert speaker("Homs, SANA – " + text, "4") == "state_media"
    assert speaker(text, "4", outlet="wire") == "reporter"


@pytest.mark.parametrize(
    ("outlet", "expected"),
    [("UN OCHA", "un"), ("Airwars", "rights_group"), ("Reuters", "reporter"), ("a village paper", "reporter")],
)
def test_an_outlet_that_is_itself_a_body_speaks_for_itself(outlet: str, expected: str) -> None:
    assert speaker("Shelling killed 14 people on Monday.", "14", outlet=outlet) == expected
