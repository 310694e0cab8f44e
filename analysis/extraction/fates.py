"""What befell people where no verb tells it, or where the verb's surroundings make it another: camps, captives handed on, both harms."""

import re
from dataclasses import dataclass, replace

from analysis.extraction.auxiliaries import HAVE, PASSIVE
from analysis.extraction.claim import HARMS, MOVED
from analysis.extraction.clauses import ADVERBS, AUXILIARIES, BREAKS, CAMP, CAMPS, DETERMINERS, HARM_VERBS, HEARSAY
from analysis.extraction.counted import Counted
from analysis.extraction.parts import FRONTED, Parts
from analysis.extraction.senses import Sense
from analysis.extraction.sides import ARMED_GROUPS, HOSPITALS, means_is, named_sides
from analysis.extraction.terms import Match

PLACED_IN = frozenset("in inside on at around near among".split())
HOMELESS_NOUNS = frozenset("idps refugees evacuees arrivals newcomers".split())
CARE = frozenset("treated treatment hospitalised hospitalized hospital hospitals condition care".split())
SICK = re.compile(r"\b(?:malnourish|malnutrition|sick|ill\b|illness|disease|cholera|measles|polio|pneumonia|diarrh)")
WOUNDED = frozenset(("wounded", "injured"))
BROUGHT = frozenset("taken brought rushed flown ferried carried".split())
HOSPITAL_REACH = 5  # words of "to a nearby field hospital"
RULE = frozenset("rule control oppression tyranny grip yoke clutches occupation territory".split())
RULE_REACH = 7
LEAVING = re.compile(r"\b(?:bus(?:es)?|convoys?|evacuat\w+|evacuees)\b")
INHABITANTS = frozenset(("inhabitants", "residents", "occupants"))
WANTING = frozenset("hungry without unpaid untreated unpunished".split())
GONE = WANTING | frozenset("missing home abroad to through on into back".split())
CROWDED = frozenset("crammed packed crowded squeezed".split())
PRISONS = frozenset("prison prisons jail jails detention custody".split())
PRISON_REACH = 4
RUINS = frozenset("rubble debris ruins wreckage collapsed".split())
RUIN_REACH = 6
ARRIVING = frozenset("cross crossed crossing crosses reach reached received receives receiving home".split())
VISITORS = frozenset("workers journalists reporters inspectors observers monitors diplomats medics doctors".split())
POCKETS = frozenset(("pocket", "enclave", "redoubt"))
BEFORE_IN = AUXILIARIES | HEARSAY | frozenset("may might could still believed thought to".split())  # "may still be", "are believed to be"
HOLDING = frozenset(("hold", "holds", "holding", "held"))

GROUP_NOUNS = frozenset("group organisation organization branch affiliate".split())  # before "has 2,000 fighters"
STANDING = ([], ["."], [","], ["in"], ["inside"], ["across"], ["at"], ["on"], ["under"], ["and"], ["there"])  # behind it
EXCHANGING = frozenset("exchange exchanged exchanging trade traded trading swap swapped swapping".split())
WHOM_REACH = 6  # words of "whom the group had" before its verb
BUILT = frozenset("built planned meant designed intended room space capacity prepared ready".split())
HOUSING = frozenset("hold house shelter accommodate host receive".split())
KIN = frozenset(
    "relative relatives father mother parent parents uncle aunt brother sister cousin wife widow husband son daughter"
    " grandfather grandmother".split()
)


@dataclass(frozen=True, slots=True)
class Governed:
    """A counted phrase with its measure. ``trigger`` is the word that tells it; ``part`` the index in the sentence's list of the
    total it breaks down, -1 where the total is in a sentence before; ``relation`` says which relation told it."""

    counted: Counted
    measure: str | None
    relation: str
    trigger: Match[tuple[Sense, ...]] | None = None
    part: int | None = None


class Fates(Parts):
    """The measures of a clause's phrases that their nouns, their place or a second verb tell."""

    def is_reduced(self, c: Counted, told: Governed) -> bool:
        """ "(Killing 12) people evacuated from the town", "(14 people including three) children fleeing": said of them besides."""
        verb = told.trigger
        if verb is None or verb.first < c.last or told.measure in HARMS or verb.entry[0].form not in ("both", "subject"):
            return False
        bare = not any(word in AUXILIARIES for word in self.words[c.last : verb.first])
        return bare and (verb.entry[0].form == "both" or self.words[verb.first].endswith("ing"))

    def fate_of_those_whom(self, c: Counted) -> Governed | None:
        """ "Scores of people whom the group had executed": the verb of the clause whose object they are."""
        i = self.complement_end(c)
        if self.words[i : i + 1] != ["whom"]:
            return None
        verb = next((m for m in self.triggers if 1 < m.first - i <= WHOM_REACH and m.entry[0].form == "both"), None)
        return Governed(c, verb.entry[0].measure, "beside", verb) if verb else None

    def is_source(self, c: Counted) -> bool:
        """ "According to three residents": those who tell."""
        return self.words[max(0, c.first - 2) : c.first] == ["according", "to"] and c.noun is not None

    def is_capacity(self, c: Counted) -> bool:
        """ "Camps built for 4,000", "room for 60,000", "designed to hold 20,000"."""
        if self.words[max(0, c.first - 2) : max(0, c.first - 1)] == ["to"] and self.words[c.first - 1] in HOUSING:
            return not BUILT.isdisjoint(self.words[max(0, c.first - 3) : c.first - 2])
        return c.first > 1 and self.words[c.first - 1] == "for" and self.words[c.first - 2] in BUILT

    def are_judged(self, c: Counted) -> bool:
        """ "Completed the assessment of 24 (reports). Of these, 14 were judged not credible"."""
        judged = self.words[c.last : c.last + 1] == ["were"] and self.words[c.last + 1 : c.last + 2] in (
            ["judged"],
            ["deemed"],
            ["assessed"],
        )
        return c.noun is None and (judged or self.words[max(0, c.first - 2) : c.first] == ["assessment", "of"])

    def are_patients(self, c: Counted, sense: Sense) -> bool:
        """ "The hospital received 40 patients": the sick as well as the wounded."""
        return sense.form == "hospital" and c.noun == "patients"

    def are_wounded(self, one: Governed) -> bool:
        """The 30 of "900 left, 30 of them wounded", which tells of no attack."""
        alone = one.trigger is not None and one.trigger.first <= one.counted.last + 1
        return one.trigger is not None and alone and self.words[one.trigger.first] in WOUNDED

    def is_of_kin(self, c: Counted) -> bool:
        """ "The uncle of two of the captives", "a mother of three": those of whom somebody is the kin."""
        return c.first > 1 and self.words[c.first - 1] == "of" and self.words[c.first - 2] in KIN

    def is_strength(self, c: Counted) -> bool:
        """ "The group has between 14,000 and 18,000 members", "is believed to have 300 men", "they had no more than 1,000 men left"."""
        has = c.first > 0 and self.words[c.first - 1] in HAVE and (c.kind in ("force", "militant") or c.noun == "men")
        supposed = self.words[max(0, c.first - 4) : c.first - 1]
        held = len(supposed) == 3 and supposed[0] in PASSIVE and supposed[1] in BEFORE_IN and supposed[2] == "to"
        left = self.words[c.last : c.last + 1] == ["left"]
        return has and (left or (self.words[c.last : c.last + 1] in STANDING and self._is_of_is(c.first - (4 if held else 1))))

    def _is_of_is(self, i: int) -> bool:
        """Whether the noun before word ``i`` is Islamic State or stands for it."""
        if any(m.last == i and m.entry.group == "is_fighters" for m in named_sides(self.sentence)):
            return True
        noun = self.words[max(0, i - 1)]
        return noun in ("it", *GROUP_NOUNS) and means_is(self.sentence, ARMED_GROUPS if noun in GROUP_NOUNS else None)

    def by_name(self, k: int) -> Governed | None:
        """ "36,000 displaced people", "9,000 refugees", with no verb that tells more."""
        c = self.items[k]
        if self.words[c.first - 1 : c.first] == ["for"] and self._was_exchanged(k):
            return Governed(c, "released", "head")
        refugees = self.words[c.last : c.last + 1] in (["are"], ["were"]) and not HOMELESS_NOUNS.isdisjoint(
            self.words[c.last + 1 : c.last + 3]
        )
        if refugees or c.noun in HOMELESS_NOUNS or "displaced" in self.words[c.quantity.last : c.last] or self._is_in_a_camp(c.last):
            return Governed(c, "displaced", "head")
        if c.noun is None and self._camp_had(c.first):
            return Governed(c, "displaced", "head")
        if c.noun in INHABITANTS and self.is_about_a_camp(CAMP):
            return Governed(c, "displaced", "head")
        if self._is_on_board(self.complement_end(c)):
            return Governed(c, "displaced", "head")
        if self._is_in_prison(self.complement_end(c)):
            return Governed(c, "detained", "head")
        if c.kind in ("noun", None) and self.in_camp(c.last):
            return Governed(c, "displaced", "head")  # "of the 73,000 in the camp"
        told = self.words[max(0, c.first - 3) : c.first]
        there = (told[:-1] if told[-1:] == ["still"] else told)[-2:] in (["there", "are"], ["there", "were"])
        if (c.kind in ("force", "militant") or (c.kind is None and c.definite)) and (
            self._is_there(c.last) or (there and not PLACED_IN.isdisjoint(self.words[c.last : c.last + 1]))
        ):
            return Governed(c, "remaining", "there")
        return None

    def settled(self, one: Governed) -> Governed:
        """The phrase with what its verb means here."""
        meanings = (
            self._both_harms,
            self._camp_holds,
            self._handed_on,
            self._buried,
            self._sick,
            self._to_hospital,
            self._freed_land,
            self._on_the_march,
            self._homeless,
            self._alive,
            self._gone,
            self._let_go,
            self._left_over,
            self._under_siege,
        )
        for meaning in meanings:
            one = meaning(one)
        return one

    def _was_exchanged(self, k: int) -> bool:
        """The 30 of "exchanged 12 soldiers for 30 prisoners", "six were traded in October for 17 women"."""
        c, before = self.items[k], self.items[k - 1] if k else None
        if before is None or not self.are_captives(before):
            return False
        floor = max(0, before.first - 2)
        return not EXCHANGING.isdisjoint(self.words[floor : c.first]) and BREAKS.isdisjoint(self.words[floor : c.first])

    def _is_there(self, i: int) -> bool:
        """ "... were in the area", "... are still on the plateau", "... are believed to be inside the town"."""
        been = self.words[i : i + 2] == ["had", "been"]
        if self.words[i : i + 1] not in (["are"], ["were"]) and not been:
            return False
        i += 1 + been
        first = i
        while i < len(self.words) and (self.words[i] in ADVERBS or self.words[i] in HEARSAY or self.words[i] == "be"):
            i += 1
        return i < len(self.words) and self.words[i] in PLACED_IN and "found" not in self.words[first:i]

    def is_in_a_pocket(self, c: Counted) -> bool:
        """ "They spoke of 1,000 civilians in the pocket", "15,000 may be in the enclave"."""
        i = c.last
        while self.words[i : i + 1] and self.words[i] in BEFORE_IN:
            i += 1
        inside = self.words[i : i + 2] in (["in", "the"], ["inside", "the"])
        return inside and c.kind == "noun" and not POCKETS.isdisjoint(self.words[i + 2 : i + 3])

    def _is_in_a_camp(self, i: int) -> bool:
        """ "... are in Al-Hol", "... are now at two camps"."""
        now = i + 1 + (self.words[i + 1 : i + 2] in (["now"], ["still"], ["already"], ["currently"]))
        now += not CROWDED.isdisjoint(self.words[now : now + 1])
        return self.words[i : i + 1] in (["are"], ["were"]) and self.in_camp(now)

    def _is_on_board(self, i: int) -> bool:
        """ "Ten buses left. Some 500 people were on board": who rides in an evacuation."""
        while self.words[i : i + 1] and self.words[i] in AUXILIARIES:
            i += 1
        aboard = self.words[i : i + 2] in (["on", "board"], ["aboard", "."], ["aboard", ","]) or (
            self.words[i : i + 1] in (["on"], ["in"]) and {"bus", "buses", "convoy"} & set(self.words[i + 1 : i + 4])
        )
        if not aboard or self.words[i - 1] not in PASSIVE:
            return False
        sentences, index = self.sentence.document.sentences, self.sentence.index
        return any(s.says(LEAVING) for s in sentences[max(0, index - 1) : index + 1])

    def _camp_had(self, i: int) -> bool:
        """ "In May the camp had barely (10,000)", "the camp, built for 20,000, now has (72,000)"."""
        while i and self.words[i - 1] in DETERMINERS:
            i -= 1
        if i < 2 or self.words[i - 1] not in HAVE:
            return False
        i -= 1 + (self.words[i - 2] in ADVERBS)
        return self.words[i - 1] in CAMPS or (self.words[i - 1] == "," and not CAMPS.isdisjoint(self.words[max(0, i - FRONTED) : i]))

    def _is_in_prison(self, i: int) -> bool:
        """ "... are sitting in SDF jails", "... remain in the prisons of the north"."""
        if self.words[i : i + 1] not in (["are"], ["were"], ["remain"], ["remained"], ["sit"], ["languish"]):
            return False
        i += 1 + (self.words[i + 1 : i + 2] in (["sitting"], ["languishing"], ["still"], ["now"], ["being"], ["kept"]))
        return self.words[i : i + 1] == ["in"] and not PRISONS.isdisjoint(self.words[i + 1 : i + 1 + PRISON_REACH])

    def _camp_holds(self, one: Governed) -> Governed:
        """ "The camp now holds 73,000": a camp houses, it does not detain."""
        held = one.trigger is not None and self.words[one.trigger.first] in HOLDING and one.measure == "detained"
        subject = self.words[max(0, one.trigger.first - FRONTED) : one.trigger.first] if held and one.trigger else []
        a_camp = CAMPS & set(subject) or self.words[:2] == ["the", "camp"]
        return replace(one, measure="displaced") if held and a_camp else one

    def _handed_on(self, one: Governed) -> Governed:
        """ "Handed over 150 fighters to Iraq": captives who stay captives (CODEBOOK.md, measure)."""
        handed = one.trigger is not None and one.measure == "released" and self.words[one.trigger.first] in ("handed", "handing")
        behind = self.words[one.counted.last : one.counted.last + FRONTED] if handed else []
        return replace(one, measure="detained") if "to" in behind else one

    def _alive(self, one: Governed) -> Governed:
        """ "Pulled five people alive from the wreckage"."""
        return replace(one, measure=None) if one.measure == "killed" and self.words[one.counted.last :][:1] == ["alive"] else one

    def _gone(self, one: Governed) -> Governed:
        """ "Have gone missing", "had gone to the front": not those who have left for good."""
        gone = one.trigger is not None and self.words[one.trigger.last - 1] == "gone"
        return replace(one, measure=None) if gone and one.trigger and not GONE.isdisjoint(self.words[one.trigger.last :][:1]) else one

    def _let_go(self, one: Governed) -> Governed:
        """ "The siege lets 3,000 people go hungry": nobody was released."""
        i = one.counted.last
        wanting = self.words[i : i + 1] == ["go"] and not WANTING.isdisjoint(self.words[i + 1 : i + 2])
        return replace(one, measure=None) if one.measure == "released" and wanting else one

    def _under_siege(self, one: Governed) -> Governed:
        """ "Some 9,000 people live under siege": the besieged in general (CODEBOOK.md, not claims)."""
        i = one.trigger.last if one.trigger else len(self.words)
        return replace(one, measure=None) if self.words[i : i + 2] == ["under", "siege"] else one

    def _left_over(self, one: Governed) -> Governed:
        """ "There are perhaps 30 of them left": nobody went."""
        told = one.trigger is not None and self.words[one.trigger.first] == "left" and one.trigger.first == one.counted.last
        there = {"there"} & set(self.words[max(0, one.counted.first - 3) : one.counted.first])
        return replace(one, measure="remaining", relation="there") if told and there and one.measure == "displaced" else one

    def _homeless(self, one: Governed) -> Governed:
        """ "Thousands of evacuees are stuck at the border": who has fled has not remained."""
        return replace(one, measure="displaced") if one.measure == "remaining" and one.counted.noun in HOMELESS_NOUNS else one

    def _buried(self, one: Governed) -> Governed:
        """ "Dozens are trapped under the rubble", "buried in the ruins": missing, neither dead nor in a place that anybody holds."""
        held = one.trigger is not None and (one.measure == "remaining" or self.words[one.trigger.first] == "buried")
        behind = self.words[one.trigger.last : one.trigger.last + RUIN_REACH] if one.trigger and held else []
        return one if RUINS.isdisjoint(behind) else replace(one, measure=None)

    def _sick(self, one: Governed) -> Governed:
        """ "Of the malnourished children treated, 20 are in critical condition": the sick are not the wounded."""
        told_by = self.words[one.trigger.first : one.trigger.last] if one.trigger and one.measure == "injured" else []
        return one if CARE.isdisjoint(told_by) or not self.sentence.says(SICK) else replace(one, measure=None)

    def _to_hospital(self, one: Governed) -> Governed:
        """ "Five wounded were driven to a clinic", "20 were taken over the border for treatment": no flight, and no arrest."""
        verb = one.trigger if one.measure in MOVED else None
        wounded = verb is not None and not WOUNDED.isdisjoint(self.words[one.counted.first : verb.first])
        behind = self.words[verb.last : verb.last + HOSPITAL_REACH] if verb else []
        brought = verb is not None and not BROUGHT.isdisjoint(self.words[verb.first : verb.last])
        treated = brought and ("treatment" in behind or not HOSPITALS.isdisjoint(behind))
        return replace(one, measure="injured") if treated or (wounded and not HOSPITALS.isdisjoint(behind)) else one

    def _on_the_march(self, one: Governed) -> Governed:
        """ "150 gunmen have crossed the river", "40 journalists reached the town", "two commanders were taken out": nobody fled."""
        verb = set(self.words[one.trigger.first : one.trigger.last]) if one.trigger and one.measure in ("displaced", "released") else set()
        fighters = (one.counted.group or "").endswith("fighters") or one.counted.kind in ("force", "militant")
        travellers = fighters or not VISITORS.isdisjoint(self.words[one.counted.first : one.counted.last])
        gone = fighters and {"taken", "out"} <= verb and self.words[one.trigger.last : one.trigger.last + 1] != ["of"]
        return replace(one, measure=None) if gone or (travellers and not verb.isdisjoint(ARRIVING)) else one

    def _freed_land(self, one: Governed) -> Governed:
        """ "Five million people were freed from its rule": the land they live on changed hands, and nobody was released."""
        behind = self.words[one.trigger.last : one.trigger.last + RULE_REACH] if one.trigger and one.measure == "released" else []
        return one if behind[:1] != ["from"] or RULE.isdisjoint(behind) else replace(one, measure=None)

    def _both_harms(self, one: Governed) -> Governed:
        """ "killed and wounded 12", "12 dead or wounded", "12 were killed or injured": dead and wounded not told apart."""
        if one.measure not in HARM_VERBS or (one.trigger is None and one.relation != "head"):
            return one
        first, last = (one.trigger.first, one.trigger.last) if one.trigger else (one.counted.last, one.counted.last)
        before, behind = self.harm_joined(first - 1, -1), self.harm_joined(last, 1)
        if before and before.entry[0].measure != one.measure and one.counted.first >= last and not self.is_passive(before.first):
            return replace(one, measure="casualties")
        if behind and behind.entry[0].measure != one.measure and not any(0 <= c.first - behind.last <= 1 for c in self.items):
            return replace(one, measure="casualties")
        return one
