"""Answers of the accused: a text, and the answers in it as (speaker, kind, evidence)."""

import pytest

from analysis.extraction.responses import find_responses
from analysis.extraction.sentences import Document

STRIKE = "A strike killed 14 civilians on Monday, a monitor said. "

CASES = {
    "no rockets fired": (
        "The government accused the rebels of the attack. A rebel spokesman said its fighters did not fire any rockets at the city.",
        [("rebels", "denied")],
    ),
    "rockets fired": ("Residents said the rebels did fire rockets at the city.", []),
    "an attack claimed": ("The Islamic State group claimed a suicide bombing that struck the city.", [("is", "acknowledged")]),
    "an attack that another is said to have made": ("The Islamic State group claimed a coalition strike killed 12 people.", []),
    "a force named in full before": (
        "Turkey's military said its jets killed 26 fighters. The military denied that any civilians had been hit.",
        [("other", "denied")],
    ),
    "denied": ("Russia's defence ministry denied that its jets had struck the town.", [("government", "denied")]),
    "will assess": ("The coalition said it would assess the report.", [("coalition", "will_assess")]),
    "no comment": ("The Pentagon declined to comment on the strike.", [("us_government", "no_comment")]),
    "acknowledged": ("The Islamic State group claimed responsibility for the attack.", [("is", "acknowledged")]),
    "general": ("The SDF said it does not target civilians.", [("sdf", "general")]),
    "general, allegations": (
        "The coalition takes all allegations of civilian casualties seriously, a spokesman said.",
        [("coalition", "general")],
    ),
    "claimed an attack": ("The Islamic State group claimed the attack.", [("is", "acknowledged")]),
    "its own strike confirmed": ("The US-led coalition confirmed that it carried out the strike.", [("coalition", "acknowledged")]),
    "not ruled out": ("The coalition did not rule out that its strike had killed civilians.", [("coalition", "will_assess")]),
    "no comment from": ("There was no immediate comment from the US-led coalition on the strike.", [("coalition", "no_comment")]),
    "behind the attack": ("The Islamic State group said in a statement that it was behind the attack.", [("is", "acknowledged")]),
    "had carried out the bombings": ("Islamic State said that it had carried out the bombings.", [("is", "acknowledged")]),
    "one of its fighters": ("Islamic State said one of its fighters carried out the attack.", [("is", "acknowledged")]),
    "claimed by": ("The attack was claimed by the Islamic State group.", [("is", "acknowledged")]),
    "took responsibility": ("Islamic State took responsibility for the bombing.", [("is", "acknowledged")]),
    "its aircraft bombed": ("The coalition confirmed Monday that its aircraft bombed the town.", [("coalition", "acknowledged")]),
    "regretted": ("The coalition said it had struck a building and regretted the loss of life.", [("coalition", "acknowledged")]),
    "conducted no strikes": ('"We conducted no strikes in Manbij that day," a coalition spokesman said.', [("coalition", "denied")]),
    "had conducted no strikes": ("The coalition said it had conducted no strikes in the area.", [("coalition", "denied")]),
    "none of its aircraft": ("The coalition said none of its aircraft were in the area.", [("coalition", "denied")]),
    "the report was false": ("The coalition said the report was false.", [("coalition", "denied")]),
    "a report of harm": ("Russia's defence ministry rejected a report that its jets had killed villagers.", [("government", "denied")]),
    "an accusation, which it denied": ("SANA spoke of a massacre, a charge that the coalition denied.", [("coalition", "denied")]),
    "a capital": ("Syria has denied using chemical weapons.", [("government", "denied")]),
    "could not be reached": ("A coalition spokesman could not immediately be reached for comment.", [("coalition", "no_comment")]),
    "could not reach": ("Reuters could not reach the coalition for comment.", [("coalition", "no_comment")]),
    "aware": ("The Pentagon said it was aware of the reports.", [("us_government", "will_assess")]),
    "seriously": ('"We take all allegations of civilian casualties seriously," Sean Ryan said.', [("coalition", "general")]),
    "every precaution": ("The coalition said it takes every precaution to avoid harming civilians.", [("coalition", "general")]),
    "populated areas": (
        '"Russian aircraft do not strike populated areas," a defence ministry spokesman said.',
        [("government", "general")],
    ),
    "a formal investigation": (
        "The coalition said it had opened a formal investigation to determine whether its strikes had killed civilians.",
        [("coalition", "will_assess")],
    ),
    "an assessment to come": ("The coalition said it would conduct an assessment of the strike.", [("coalition", "will_assess")]),
    "aware and investigating": (
        "A coalition spokesman said it was aware of the reports and was investigating.",
        [("coalition", "will_assess")],
    ),
    "an attack claimed by": ("A bomb blast claimed by the Islamic State group killed 44 people on Wednesday.", [("is", "acknowledged")]),
    "claimed by the group": (
        "IS holds the hills. Police officials said a roadside bomb claimed by the jihadist group wounded two farmers.",
        [("is", "acknowledged")],
    ),
    "claimed by a group": ("Police officials said a roadside bomb claimed by a small tribal group wounded two farmers.", []),
    "who dismisses the other's count": (
        "The YPG claims to have killed 40 soldiers, a number that Ankara dismisses as propaganda.",
        [("other", "denied")],
    ),
    "whose count is dismissed": ("The SDF dismissed as propaganda the claims of Ankara that it had lost 40 men.", [("sdf", "denied")]),
    "later claimed by": ("The attack was later claimed by IS.", [("is", "acknowledged")]),
    "for which responsibility": ("The attack, for which Islamic State claimed responsibility, hit a market.", [("is", "acknowledged")]),
    "the attacker one of its own": (
        "Islamic State's news agency said the attacker was one of the group's fighters.",
        [("is", "acknowledged")],
    ),
    "an accusation dismissed by": (
        "The opposition spoke of 1,000 dead in a gas attack, an accusation dismissed by the government.",
        [("government", "denied")],
    ),
    "reporting dismissed": ("Russia dismisses the monitor's reporting as biased.", [("government", "denied")]),
    "a verdict on reports": ("Syria described the reports that its army had struck the town as untrue.", [("government", "denied")]),
    "its planes not there": ("The coalition denied its planes were active in the area at the time.", [("coalition", "denied")]),
    "no record": ("The coalition said it had no record of any strikes in the area.", [("coalition", "denied")]),
    "two deny": ("Government and opposition forces have both denied using chemical weapons.", [("government;rebels", "denied")]),
    "an army without its country": ("The army again denied using chemical weapons on Tuesday.", [("government", "denied")]),
    "a source quoted by": ("A military source quoted by SANA dismissed the allegation of a chemical attack.", [("government", "denied")]),
    "interviewed on": (
        "Assad, in an interview on the U.S. CBS television network, denied his forces were behind the gas attack.",
        [("government", "denied")],
    ),
    "killed by mistake": ("The coalition said its strike had inadvertently killed civilians.", [("coalition", "acknowledged")]),
    "not commented": ("The Syrian government has not commented on the bombing.", [("government", "no_comment")]),
    "declined to say": ("A Pentagon spokesman declined to say whether U.S. aircraft had hit the town.", [("us_government", "no_comment")]),
    "only militants": ("Russia says it only targets militants.", [("government", "general")]),
    "its own jets, possibly": ("The coalition said its jets may have struck the building.", [("coalition", "will_assess")]),
    "its partners, possibly": ("The coalition wrote back that its partners might have hit the house.", [("coalition", "will_assess")]),
    "great lengths": ("The coalition says it goes to great lengths to avoid civilian casualties.", [("coalition", "general")]),
    "the coalition named last": (
        "The opposition National Coalition met. A US-led coalition raid followed. The coalition acknowledged killing civilians.",
        [("coalition", "acknowledged")],
    ),
    "no civilians were there": ("The Syrian army said no civilians had been present in the building.", [("government", "denied")]),
    "the houses empty": ("The Turkish military said the houses were empty at the time.", [("other", "denied")]),
    "only fighters struck": ("The coalition said it had struck only militants.", [("coalition", "denied")]),
    "the place was hit": ("The coalition said its planes had hit the building.", [("coalition", "acknowledged")]),
    "did confirm": ("The coalition did confirm that it carried out the strike.", [("coalition", "acknowledged")]),
    "behind the bomb": ("Islamic State said one of its cells was behind the bomb.", [("is", "acknowledged")]),
    "would not discuss": ("The Pentagon would not discuss the bombing.", [("us_government", "no_comment")]),
    "yet to comment": ("Russia's defence ministry has yet to comment.", [("government", "no_comment")]),
    "of another country": ("The Israeli army declined to comment.", [("other", "no_comment")]),
    "a committee set up": ("The SDF said a committee had been set up to establish what had happened.", [("sdf", "will_assess")]),
    "a begun inquiry": ("The coalition said it had begun a formal inquiry.", [("coalition", "will_assess")]),
    "to spare bystanders": ("The coalition says it does everything it can to spare bystanders.", [("coalition", "general")]),
    "every report": ("The coalition says it investigates every credible report.", [("coalition", "general")]),
    "a goal": ("The coalition said its goal is zero civilian casualties.", [("coalition", "general")]),
    "no markets": ('"We do not target markets," a coalition spokesman said.', [("coalition", "general")]),
    "a coalition that fights": (
        "A report called the strike a crime. The US-led coalition fighting the Islamic State group declined to comment.",
        [("coalition", "no_comment")],
    ),
    "unfounded reports from": ("The Syrian army dismissed as unfounded the reports from activists.", [("government", "denied")]),
    "forbidden weapons": ("The Syrian army denied having used any such weapons.", [("government", "denied")]),
    "a source quoted on television": (
        "Syrian state television quoted a source as saying there was no truth to the reports.",
        [("government", "denied")],
    ),
    "an accusation of no harm": ("The SDF rejected accusations that it had let militants escape.", [("sdf", "denied")]),
    "an accusation, which the force denied": (
        "Rebels say the SDF works with Damascus, an accusation the SDF has denied.",
        [("sdf", "denied")],
    ),
    "reports of talks from": ("The SDF dismissed reports from Ankara of talks over a buffer zone.", []),
    "a court's charges": ("A mayor denied charges of corruption after the strike.", []),
    "state media on others": ("State media said the militants claimed responsibility for the attack.", []),
    "had not operated": ("Russia's defence ministry said its planes had not operated near the town.", [("government", "denied")]),
    "an outright lie": ("The Russian foreign ministry called the report an outright lie.", [("government", "denied")]),
    "its men stormed a base": ("The Islamic State group said its men had stormed the base.", [("is", "acknowledged")]),
    "no word from": ("There was no word from Ankara on the deaths.", [("other", "no_comment")]),
    "no statement": ("The Turkish military made no statement about the shelling.", [("other", "no_comment")]),
    "to be assessed by": ("The coalition said the strike would be assessed by its casualty team.", [("coalition", "will_assess")]),
    "standards": ("The coalition says it holds itself to the highest standards in protecting civilians.", [("coalition", "general")]),
    "self-defence": ("The Pentagon said its forces would always defend themselves.", [("us_government", "general")]),
    "planes that had not flown": ("Russia's defence ministry denied that its planes had flown over the town.", [("government", "denied")]),
    "an army spokesman": ("An army spokesman denied the bombing of the town.", [("government", "denied")]),
    "a quotation on the reports": (
        '"The claims are untrue," Igor Konashenkov, a spokesman for the Russian defence ministry, said of the reports.',
        [("government", "denied")],
    ),
    "a ministry in its capital": ("The defence ministry in Ankara called the report an outright lie.", [("other", "denied")]),
    "an inaccurate report": (
        "The SDF denied having let Islamic State militants leave, calling a report of the strike inaccurate.",
        [("sdf", "denied")],
    ),
    "its own army's care": ("Turkey says its army takes care not to harm civilians.", [("other", "general")]),
    "a policy on the neighbour": ("Israel says it will not let Iran entrench itself in Syria.", [("other", "general")]),
    "foes struck": ("The coalition said it had struck pro-government forces in the area.", [("coalition", "acknowledged")]),
    "strikes on positions": (
        '"The coalition conducted strikes on known ISIS positions," Colonel Joe Scrocca said.',
        [("coalition", "acknowledged")],
    ),
    "its own news agency": (
        "Amaq, the agency of Islamic State, said the militant group had carried out the bombing.",
        [("is", "acknowledged")],
    ),
    "passed to a team": ("The coalition said the allegations had been passed to its casualty team.", [("coalition", "will_assess")]),
    "he": (
        "A coalition spokesman declined to comment on the strike. He would not discuss a bombing of Thursday.",
        [("coalition", "no_comment"), ("coalition", "no_comment")],
    ),
    "an act of another party": ("Rebels denied that Turkish jets had struck the town.", []),
    "an act of the state whose media speak": ("State media denied that regime jets had struck the town.", [("government", "denied")]),
    "the group of another": ("The SDF said the group had carried out the bombing.", []),
    "only foes": (
        "The coalition said its jets target only militants and had struck only fighters.",
        [("coalition", "general"), ("coalition", "denied")],
    ),
    "killed in a battle": ("The SDF said it had killed 30 militants in the raid.", []),
    "other reports": ("The coalition did not comment on other reports from the area.", []),
    "a letter passed on": ("The coalition said the letter had been passed to its lawyers after the strike.", []),
    "planes that had landed": ("Russia's defence ministry denied that its planes had landed in Cyprus.", []),
    "a policy on partners": ("Turkey said it would not allow cooperation with terrorists.", []),
    "it deemed": (
        "The government denied the strike. It deemed such claims as rebel propaganda.",
        [("government", "denied"), ("government", "denied")],
    ),
    "a town that will not let": ("Residents said they would not let fighters into the town after the strike.", []),
    "to examine": ("The coalition said it would examine the reports of the raid.", [("coalition", "will_assess")]),
    "checking": ("The coalition said it was checking the reports of the raid.", [("coalition", "will_assess")]),
    "a bomber of the group": (
        "Islamic State said a suicide bomber with an explosive vest had carried out the attack.",
        [("is", "acknowledged")],
    ),
    "had fired on": ("A spokesman for the rebel group Faylaq al-Rahman denied it had fired on the town.", [("rebels", "denied")]),
    "the ministry of a capital": ("The defence ministry in Ankara did not comment.", [("other", "no_comment")]),
    "to examine the wounded": ("The army said doctors would examine the wounded of the raid.", []),
    "a bomber told of by a monitor": ("The Observatory said a suicide bomber had carried out the attack.", []),
    "a fired minister": ("A ministry in Ankara denied that the minister had resigned.", []),
    "false claims in passing": ('The strike "exposes the false claims of the coalition about its war", the army said.', []),
    "in charge of propaganda": ("The Iraqi army said the strike killed a man in charge of propaganda.", []),
    "no word of": ("There was no word of a truce after the strike.", []),
    "another's men": ("The monitor said Islamic State's men had stormed a base.", []),
    "the army's men": ("The Syrian army said its men had stormed a base.", []),
    "no policy denied": ("The coalition has repeatedly said it did not target non-combatants.", [("coalition", "general")]),
    "no town hit": ("The coalition said it did not target the town that day.", [("coalition", "denied")]),
    "a committee of others": ("Residents said a committee had been set up to help the wounded.", []),
    "no civilians by a monitor's count": ("The Observatory said no civilians had been present in the building.", []),
    "a question of targets": ("The senator asked why airstrikes do not target the army.", []),
    "empty houses seen": ("Residents said the houses were empty at the time.", []),
    "a withdrawal denied": ("Separately, the coalition denied that its forces had begun to leave Syria after the strike.", []),
    "reports of talks denied": ("The U.S. denied reports of talks with Turkey over a buffer zone.", []),
    "a plea rejected": ("The Kremlin rejected a call for an inquiry into the strike.", []),
    "a loss confirmed": ("The Pentagon confirmed that two soldiers had been killed.", []),
    "did not say whether": ("The coalition did not say whether its aircraft had carried out the strike.", []),
    "has yet to claim": ("Islamic State has yet to claim the attack.", []),
    "no group of a kind": ("No extremist group has claimed responsibility for the attack.", []),
    "others' attacks": ("The Islamic State group has claimed similar attacks in the past.", []),
    "the attacks are": ("The United States claims the attacks are meant to help the Kurds.", []),
    "a new attack": ("The SDF said it had launched an assault on the town.", []),
    "no reports yet": ("The coalition said there were no immediate reports of casualties.", []),
    "a critic": ("Human Rights Watch said U.S. forces failed to take precautions to avoid harming civilians.", []),
    "another's denial": ("The monitor said the Russian military had not carried out the strike.", []),
    "not denied": ("The coalition did not deny the strike.", []),
    "a third party denies": ("Residents denied that fighters had been in the house that was hit.", []),
    "a monitor confirms": ("The Observatory confirmed that the strike killed civilians.", []),
    "a loss that is no harm": ("The SDF acknowledged that the road was closed.", []),
    "nobody claimed": ("No group claimed responsibility for the attack.", []),
    "an acknowledged loss": ("A helicopter was lost in the biggest officially acknowledged loss of life for Russian forces.", []),
    "the loss of its own": ("Russia's Defense Ministry acknowledged that four of its servicemen had died in the attack.", []),
    "attacks of the past": ("The city has been hit by bomb attacks, many of which have been claimed by Islamic State.", []),
    "another's raids denied": ("A Kurdish commander denied Syrian government bombings of the rebels.", []),
    "another's raids admitted": ("The U.S. admitted that the rebels had used gas in an attack.", []),
    "an inquiry thought of": ("France raised the prospect of investigating Russia for war crimes over the strike.", []),
    "a team in the country": ("A U.N. team is in Syria investigating allegations that both sides have used poison gas.", []),
    "an inquiry demanded": ("The opposition National Coalition urged the council to meet and open an immediate investigation.", []),
    "an inquiry by others": ("The United Nations has launched an investigation into the attack.", []),
    "what others hold possible": ("Residents said Russian jets may have been responsible for the strike.", []),
    "no person or group": ("No individual or group claimed responsibility for the attack.", []),
    "measures demanded": ("The rebels said the crime requires taking concrete measures to protect civilians.", []),
    "an operation's aim": ("Turkey says its operation targets only militants.", []),
    "could not confirm": ("The coalition said it could not confirm the reports.", [("coalition", "no_comment")]),
    "unable to verify": ("The U.S. military was unable to verify the claim of the deaths.", [("us_government", "no_comment")]),
    "neither confirms nor denies": (
        "The Pentagon would neither confirm nor deny that its jets had hit the town.",
        [("us_government", "no_comment")],
    ),
    "an agency that could not verify": ("In the town, where the coalition has bombed for weeks, Reuters could not verify the toll.", []),
    "a monitor that could not confirm": ("The Observatory said it could not confirm the coalition's account of the raid.", []),
    "no men lost": ("The Syrian army denied losing any men.", [("government", "denied")]),
    "losses denied": ("Islamic State denied that it had suffered losses.", [("is", "denied")]),
    "none of its men hurt": ("The SDF said none of its fighters had been hurt.", [("sdf", "denied")]),
    "no casualties among its troops": ("The Syrian army said there were no casualties among its troops.", [("government", "denied")]),
    "losses admitted": ("The Syrian army admitted losing nine men in the attack.", []),
    "a battle lost": ("The Syrian army denied losing the town.", []),
    "no fire opened": ('"Our forces did not open fire on the town," an SDF spokesman said.', [("sdf", "denied")]),
    "civilians harmed": ("The coalition denied that any civilians had been harmed.", [("coalition", "denied")]),
    "we regret": ('"We regret the loss of civilian lives," a coalition spokesman said.', [("coalition", "acknowledged")]),
    "taken seriously": ("The coalition said reports of civilian deaths are taken seriously.", [("coalition", "general")]),
    "examining this one": ("The coalition said it was examining this one.", [("coalition", "will_assess")]),
    "investigators that look": ("The coalition said its investigators would look at the strike.", [("coalition", "will_assess")]),
    "the local population": (
        "The Turkish military denied the raid. It said the army takes every care to spare the local population.",
        [("other", "denied"), ("other", "general")],
    ),
    "from an office": (
        "There was no comment from the office of Prime Minister Haider al-Abadi.",
        [("iraq", "no_comment")],
    ),
    "planes that struck only militants": ("Russia's defence ministry said its planes struck only militants.", [("government", "denied")]),
    "striking denied": ("The coalition denied striking the town.", [("coalition", "denied")]),
    "its partners may have done it": (
        "The coalition said it or its partners may have carried out the strike.",
        [("coalition", "will_assess")],
    ),
    "hits only": ("Damascus says it hits only militants.", [("government", "general")]),
    "not over the town": ("The coalition insisted that its aircraft had not been over the town.", [("coalition", "denied")]),
    "no missions flown": ("Russia said its planes had flown no missions over the town.", [("government", "denied")]),
    "no evidence of civilians killed": ("The army said it had found no evidence that civilians had died.", [("government", "denied")]),
    "brushed aside": ("Damascus brushed aside the report.", [("government", "denied")]),
    "silent": ("Russia has kept silent about the bombing.", [("government", "no_comment")]),
    "nothing to say": ("The Pentagon had nothing to say about the raid.", [("us_government", "no_comment")]),
    "a promise to look": ("The coalition promised to look into the deaths.", [("coalition", "will_assess")]),
    "a pledged inquiry": ("The SDF pledged an independent investigation.", [("sdf", "will_assess")]),
    "an inquiry into": ("The coalition said an inquiry into the strike was under way.", [("coalition", "will_assess")]),
    "the blame taken": ("The coalition took the blame for the strike.", [("coalition", "acknowledged")]),
    "owned up": ("The coalition owned up to the raid.", [("coalition", "acknowledged")]),
    "a member of the group": (
        "An Islamic State statement said a member of the group had blown himself up at the market.",
        [("is", "acknowledged")],
    ),
    "boasted of": ("Islamic State boasted of the attack.", [("is", "acknowledged")]),
    "from harm": ("The coalition says its strikes are planned so as to keep civilians from harm.", [("coalition", "general")]),
    "another's men blown up": ("The SDF said two militants blew themselves up as it advanced.", []),
    "no evidence of a warning": ("The Observatory said there was no evidence that civilians had been warned.", []),
    "an inquiry of the U.N.": ("The United Nations announced an inquiry into the strike.", []),
    "a promise of a mayor": ("The mayor promised to look into the reports.", []),
    "a review of rules": ("The SDF agreed to review its rules on beards.", []),
    "in the air force": ("The army said its planes had not been in the air force for long.", []),
    "silent about its plans": ("The coalition kept silent about its plans for the border.", []),
    "silent about its raid": ("The coalition kept silent about its raid.", [("coalition", "no_comment")]),
    "nothing said": ("The strike hit a market.", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_responses(text: str, expected: list[tuple[str, str]]) -> None:
    document = Document(STRIKE + text)
    found = find_responses(document)
    assert [(r.speaker, r.kind) for r in found] == expected
    assert all(document.text[r.start_char : r.end_char] == r.evidence for r in found)


def test_each_clause_is_a_row() -> None:
    text = STRIKE + "The coalition had no immediate comment, but said it was looking into the reports of the strike."
    found = find_responses(Document(text))
    assert [(r.kind, r.evidence) for r in found] == [
        ("no_comment", "The coalition had no immediate comment"),
        ("will_assess", "said it was looking into the reports of the strike"),
    ]


def test_an_answer_joined_to_another_by_and() -> None:
    text = STRIKE + "The coalition said it takes all allegations seriously and was looking into the report of the strike."
    assert [(r.kind, r.evidence) for r in find_responses(Document(text))] == [
        ("general", "The coalition said it takes all allegations seriously"),
        ("will_assess", "was looking into the report of the strike"),
    ]


def test_to_what_was_told_a_paragraph_before() -> None:
    far = "A strike killed 14 civilians on Monday.\n\nThe village is close to the border. The coalition had no comment."
    gone = (
        "A strike killed 14 civilians on Monday.\n\nThe village is old.\n\nBread is scarce there.\n\nThe coalition had no comment on bread."
    )
    assert [len(find_responses(Document(text))) for text in (far, gone)] == [1, 0]


AWAY = "A strike killed 14 civilians on Monday.\n\nThe village is old.\n\nBread is scarce there.\n\nThe roads are bad.\n\n"


@pytest.mark.parametrize(
    ("answer", "kinds"),
    [
        ("The coalition did not immediately respond to AFP's questions.", ["no_comment"]),
        ("A coalition spokesman in Baghdad said it was looking into the reports.", ["will_assess"]),
        ("Russia's defence ministry denied the report.", ["denied"]),
        ("There was no immediate comment from the Syrian army.", ["no_comment"]),
        ("The coalition did not respond to questions on the price of bread.", []),
        ("The coalition declined to comment on the elections.", []),
        ("State media reported that families had fled. Rebels dismissed the reports as lies.", []),
    ],
)
def test_far_from_the_accusation_an_answer_says_of_nothing_else(answer: str, kinds: list[str]) -> None:
    assert [r.kind for r in find_responses(Document(AWAY + answer))] == kinds


def test_before_the_accusation() -> None:
    text = "The Turkish military denied on Saturday that it had struck a hospital in Afrin. The Observatory said 16 civilians were killed."
    found = find_responses(Document(text))
    assert [(r.speaker, r.kind) for r in found] == [("other", "denied")]


def test_a_quotation_is_a_clause() -> None:
    found = find_responses(Document(STRIKE + 'The Russian defence ministry said: "The reports are totally false."'))
    assert [r.evidence for r in found] == ["The reports are totally false"]
