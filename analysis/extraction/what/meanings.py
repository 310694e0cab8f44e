"""What a verb means where its surroundings make it another: camps that hold, captives handed on, the wounded brought out, both harms."""

import re
from dataclasses import replace

from analysis.extraction.claim import OF_THE_LIVING
from analysis.extraction.counted import Counted
from analysis.extraction.terms import Match
from analysis.extraction.what.auxiliaries import HOLD
from analysis.extraction.what.clauses import BREAKS, CAMPS, HARM_VERBS
from analysis.extraction.what.governed import Governed
from analysis.extraction.what.numbers_of import HOMELESS_NOUNS
from analysis.extraction.what.parts import FRONTED, Parts
from analysis.extraction.what.senses import Sense
from analysis.extraction.where.mentions import mentions
from analysis.extraction.who.sides import HOSPITALS

CARE = frozenset("treated treatment hospitalised hospitalized hospital hospitals condition care".split())
ESCAPING = frozenset("escaped escape escaping fled flee fleeing broke broken walked got".split())
SICK = re.compile(r"\b(?:malnourish|malnutrition|sick|ill\b|illness|disease|cholera|measles|polio|pneumonia|diarrh)")
WOUNDED = frozenset(("wounded", "injured"))
BROUGHT = frozenset("taken brought rushed flown ferried carried".split())
HOSPITAL_REACH = 5  # words of "to a nearby field hospital"
CAMP_REACH = 7  # words of "by truck to the sprawling Al-Hol camp"
PRISONS = frozenset("detention prison labour labor internment".split())
RULE = frozenset("rule control oppression tyranny grip yoke clutches occupation territory".split())
RULE_REACH = 7
WANTING = frozenset("hungry without unpaid untreated unpunished".split())
GONE = WANTING | frozenset("missing home abroad to through on into back".split())
RUINS = frozenset("rubble debris ruins wreckage collapsed".split())
RUIN_REACH = 6
ARRIVING = frozenset("cross crossed crossing crosses reach reached received receives receiving home".split())
VISITORS = frozenset("workers journalists reporters inspectors observers monitors diplomats medics doctors".split())
TROOPS = frozenset("troops soldiers servicemen personnel".split())
WITHDRAWN = frozenset("left leave leaving gone departed withdrew withdrawn returned".split())
KIN = frozenset("relatives family families husbands parents kin".split())
OPENING_REACH = 2  # words of "it now"
JOINING_REACH = 7  # words of "Germany and France for Syria to join"
HANDS_UP = re.compile(
    r"[^.;]{0,60}\b(?:with (?:their )?hands (?:up|raised|in the air|above|over|on)|(?:carrying|waving) (?:a )?white flags?)\b"
)
CATCHING = frozenset("took caught found brought led held drove".split())
KILLED_REACH = 10  # words of "from a truck and then" between "taken" and "shot"
POISONED = frozenset(("ill", "sickened", "sickening"))
POISON_BACK = 4  # sentences
POISON = re.compile(r"\b(?:gas|chemical|chlorine|mustard|sarin|toxic|poison\w*)\b")


class Meanings(Parts):
    """The measures of a clause's phrases by what stands around the verbs that told them."""

    def settled(self, one: Governed) -> Governed:
        """The phrase with what its verb means here."""
        meanings = (
            self._both_harms,
            self._camp_holds,
            self._handed_on,
            self._escaped,
            self._buried,
            self._sick,
            self._to_hospital,
            self._to_a_camp,
            self._in_that_camp,
            self._freed_land,
            self._on_the_march,
            self._goes_to_war,
            self._gives_in,
            self._taken_and_killed,
            self._captured_and_killed,
            self._homeless,
            self._alive,
            self._gone,
            self._let_go,
            self._left_over,
            self._under_siege,
            self._or_been,
        )
        for meaning in meanings:
            one = meaning(one)
        return one

    def _camp_holds(self, one: Governed) -> Governed:
        """ "The camp now holds 73,000": a camp houses, it does not detain."""
        if one.trigger is None or one.measure != "detained" or self.words[one.trigger.first] not in HOLD:
            return one
        verb = one.trigger.first
        subject = self.words[max(0, verb - FRONTED) : verb]
        named = any(m.place.kind == "camp" and m.last in (verb, verb - 1) for m in mentions(self.sentence))
        a_camp = named or not CAMPS.isdisjoint(subject) or self.words[:2] == ["the", "camp"]
        return replace(one, measure="displaced") if a_camp else one

    def _escaped(self, one: Governed) -> Governed:
        """ "Hundreds of inmates escaped", "dozens of captives walked out of the town": who was held is free."""
        held = self.heads.get(one.counted.noun or "") == "detained"
        verb = set(self.words[one.trigger.first : one.trigger.last]) if one.trigger and one.measure == "displaced" else set()
        return replace(one, measure="released") if held and not ESCAPING.isdisjoint(verb) else one

    def _handed_on(self, one: Governed) -> Governed:
        """ "Handed over 150 fighters to Iraq": captives who stay captives (CODEBOOK.md, measure)."""
        handed = one.trigger is not None and one.measure == "released" and self.words[one.trigger.first] in ("handed", "handing")
        behind = self.words[one.counted.last : one.counted.last + FRONTED] if handed else []
        of_is = handed and one.counted.group == "is_fighters"
        return replace(one, measure="detained") if of_is or "to" in behind else one

    def _alive(self, one: Governed) -> Governed:
        """ "Pulled five people alive from the wreckage"."""
        return replace(one, measure=None) if one.measure == "killed" and self.words[one.counted.last :][:1] == ["alive"] else one

    def _gone(self, one: Governed) -> Governed:
        """ "Have gone missing", "had gone to the front": not those who have left for good."""
        gone = one.trigger is not None and self.word(one.trigger.last - 1) == "gone"
        return replace(one, measure=None) if gone and one.trigger and not GONE.isdisjoint(self.words[one.trigger.last :][:1]) else one

    def _let_go(self, one: Governed) -> Governed:
        """ "The siege lets 3,000 people go hungry": nobody was released."""
        i = one.counted.last
        wanting = self.word(i) == "go" and not WANTING.isdisjoint(self.words[i + 1 : i + 2])
        return replace(one, measure=None) if one.measure == "released" and wanting else one

    def _under_siege(self, one: Governed) -> Governed:
        """ "Some 9,000 people live under siege": the besieged in general (CODEBOOK.md, not claims)."""
        i = one.trigger.last if one.trigger else len(self.words)
        return replace(one, measure=None) if self.words[i : i + 2] == ["under", "siege"] else one

    def _or_been(self, one: Governed) -> Governed:
        """ "Have escaped or been rescued", "have fled or been freed": what is told of the living by two verbs is what was done to them."""
        i = one.trigger.last if one.trigger and one.measure in OF_THE_LIVING else len(self.words)
        done = self.trigger_at(i + 2) if self.words[i : i + 2] in (["or", "been"], ["and", "been"]) else None
        return replace(one, measure=done.entry[0].measure, trigger=done) if done and done.entry[0].measure in OF_THE_LIVING else one

    def _left_over(self, one: Governed) -> Governed:
        """ "There are perhaps 30 of them left": nobody went."""
        told = one.trigger is not None and self.words[one.trigger.first] == "left" and one.trigger.first == one.counted.last
        there = {"there"} & set(self.words[max(0, one.counted.first - 3) : one.counted.first])
        be = one.trigger is not None and self.words[one.trigger.first - 1 : one.trigger.last] == ["be", "left"]  # "are believed to be left"
        return replace(one, measure="remaining", relation="there") if ((told and there) or be) and one.measure == "displaced" else one

    def _gives_in(self, one: Governed) -> Governed:
        """ "Some 20 men walked out with their hands up": who gives himself up does not flee."""
        verb = one.trigger if one.measure == "displaced" else None
        offset = self.sentence.tokens[verb.last - 1].end - self.sentence.start if verb else 0
        return replace(one, measure="detained") if verb and HANDS_UP.match(self.sentence.lower, offset) else one

    def _taken_and_killed(self, one: Governed) -> Governed:
        """ "Nine men were taken from a truck and shot": what befell them last."""
        taken = one.trigger if one.measure in ("detained", "displaced") and one.relation != "list" else None
        if taken is None or taken.first < one.counted.last:
            return one
        for verb in self.triggers:
            gap = self.words[taken.last : verb.first]
            joined = gap[-1:] == ["and"] or gap[-2:] in (["and", "then"], ["and", "later"])
            if 0 < len(gap) <= KILLED_REACH and joined and {",", "who", *BREAKS}.isdisjoint(gap) and self._is_killed(verb):
                return replace(one, measure="killed", trigger=verb)
        return one

    def _captured_and_killed(self, one: Governed) -> Governed:
        """ "Rounded up 12 men and shot them": what befell them last."""
        captured = one.trigger if one.measure in ("detained", "displaced") and one.relation != "list" else None
        verb = self.killed_as_them(one.counted) if captured and captured.last <= one.counted.first else None
        return replace(one, measure="killed", trigger=verb) if verb else one

    def killed_as_them(self, c: Counted) -> Match[tuple[Sense, ...]] | None:
        """ "Surrounded 40 militants and killed them": the verb of killing whose "them" are those whom the verb before them is about."""
        before = self.word(c.first - 1)
        if not (before.endswith("ed") or before in CATCHING or any(m.last == c.first for m in self.triggers)):
            return None
        for verb in self.triggers:
            gap = self.words[c.last : verb.first]
            joined = gap[-1:] == ["and"] or gap[-2:] in (["and", "then"], ["and", "later"], [",", "then"])
            if verb.first >= c.last and len(gap) <= KILLED_REACH and joined and self.word(verb.last) == "them":
                alone = BREAKS.isdisjoint(gap) and "who" not in gap and not any(c.last <= other.first < verb.first for other in self.items)
                return verb if alone and any(s.measure == "killed" and s.form in ("both", "object") for s in verb.entry) else None
        return None

    def _is_killed(self, verb: Match[tuple[Sense, ...]]) -> bool:
        """Whether a participle tells of those told of before, and not of others behind it."""
        told = verb.entry[0].measure == "killed" and any(s.form == "both" for s in verb.entry)
        return told and not any(0 <= c.first - verb.last <= 2 for c in self.items)

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
        near = self.sentence.document.sentences[max(0, self.sentence.index - POISON_BACK) : self.sentence.index + 1]
        if not POISONED.isdisjoint(told_by) and not any(s.says(POISON) for s in near):
            return replace(one, measure=None)
        return one if CARE.isdisjoint(told_by) or not self.sentence.says(SICK) else replace(one, measure=None)

    def _to_hospital(self, one: Governed) -> Governed:
        """ "Five wounded were driven to a clinic", "20 were taken over the border for treatment": no flight, and no arrest."""
        verb = one.trigger if one.measure in OF_THE_LIVING else None
        wounded = verb is not None and not WOUNDED.isdisjoint(self.words[one.counted.first : verb.first])
        behind = self.words[verb.last : verb.last + HOSPITAL_REACH] if verb else []
        brought = verb is not None and not BROUGHT.isdisjoint(self.words[verb.first : verb.last])
        treated = brought and ("treatment" in behind or not HOSPITALS.isdisjoint(behind))
        return replace(one, measure="injured") if treated or (wounded and not HOSPITALS.isdisjoint(behind)) else one

    def _to_a_camp(self, one: Governed) -> Governed:
        """ "15,000 have been taken to the Al-Hol camp": who comes to live there is not held, unless a fighter or a suspect."""
        verb = one.trigger if one.measure == "detained" and one.trigger else None
        fighters = (one.counted.group or "").endswith("fighters") or one.counted.kind in ("force", "militant")
        if verb is None or fighters or BROUGHT.isdisjoint(self.words[verb.first : verb.last]):
            return one
        to = next((i + 1 for i in range(verb.last, verb.last + CAMP_REACH) if self.word(i) == "to"), None)
        behind = self.words[to : verb.last + CAMP_REACH] if to else []
        camp = any(m.place.kind == "camp" and to <= m.first < verb.last + CAMP_REACH for m in mentions(self.sentence)) if to else False
        return replace(one, measure="displaced") if (camp or not CAMPS.isdisjoint(behind)) and PRISONS.isdisjoint(behind) else one

    def _in_that_camp(self, one: Governed) -> Governed:
        """ "... to Al-Hol, a camp built for 20,000. It now holds 31,400": who live there."""
        verb = one.trigger if one.measure == "detained" and one.counted.noun in (None, "people", "residents") else None
        holds = verb is not None and self.words[verb.first] in ("holds", "held") and self.word(0) == "it" and verb.first <= OPENING_REACH
        return replace(one, measure="displaced") if holds and self.follows_a_camp() else one

    def _on_the_march(self, one: Governed) -> Governed:
        """ "150 gunmen have crossed the river", "40 journalists reached the town", "two commanders were taken out": nobody fled."""
        verb = set(self.words[one.trigger.first : one.trigger.last]) if one.trigger and one.measure in ("displaced", "released") else set()
        fighters = (one.counted.group or "").endswith("fighters") or one.counted.kind in ("force", "militant")
        travellers = fighters or not VISITORS.isdisjoint(self.words[one.counted.first : one.counted.last])
        gone = fighters and {"taken", "out"} <= verb and self.word(one.trigger.last) != "of"
        return replace(one, measure=None) if gone or (travellers and not verb.isdisjoint(ARRIVING)) else one

    def _goes_to_war(self, one: Governed) -> Governed:
        """ "1,000 people left Germany to join the jihad", "half of the American troops have left": who goes to a war or is withdrawn."""
        verb = one.trigger if one.measure == "displaced" else None
        behind = self.words[verb.last : verb.last + JOINING_REACH] if verb else []
        joins = any(behind[n : n + 2] in (["to", "join"], ["to", "fight"]) for n in range(len(behind)))
        joins = joins and KIN.isdisjoint(self.words[verb.last :] if verb else [])
        told = self.words[verb.first : verb.last] if verb else []
        withdrawn = one.counted.noun in TROOPS and not WITHDRAWN.isdisjoint(told)
        return replace(one, measure=None) if joins or withdrawn else one

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
