"""What befell people where no verb tells it, or where the verb's surroundings make it another: camps, captives handed on, both harms."""

import re

from analysis.extraction.claim import HARMS
from analysis.extraction.counted import Counted
from analysis.extraction.what.auxiliaries import HAVE, PASSIVE
from analysis.extraction.what.clauses import ADVERBS, AUXILIARIES, BEFORE_THE_WAR, BREAKS, CAMP, CAMPS, DETERMINERS, SPEECH
from analysis.extraction.what.governed import Governed
from analysis.extraction.what.meanings import WOUNDED, Meanings
from analysis.extraction.what.numbers_of import HEARSAY, HOMELESS_NOUNS
from analysis.extraction.what.parts import FRONTED
from analysis.extraction.who.sides import ARMED_GROUPS, means_is, named_sides, people_named

PLACED_IN = frozenset("in inside on at around near among".split())
LEAVING = re.compile(r"\b(?:bus(?:es)?|convoys?|evacuat\w+|evacuees)\b")
INHABITANTS = frozenset(("inhabitants", "residents", "occupants"))
CROWDED = frozenset("crammed packed crowded squeezed".split())
PRISONS = frozenset("prison prisons jail jails detention custody".split())
PRISON_REACH = 4
RELATIVE_REACH = 14  # words of "suspected of having fought for the Islamic State group"
SAID_REACH = 3  # words of "the town" before "said"
BOARD_REACH = 8  # words of "aboard one of the green buses when"
EXISTING = frozenset("are were be may might could to have been".split())
RECKONING = frozenset("estimates estimate estimated counts counted reckons reckoned".split())
SPEAKING = frozenset("spoke speaks speak speaking spoken talked talks talk told tells warned warns".split())
TO_COME = (["are", "to"], ["were", "to"], ["will", "be"], ["would", "be"])  # "502 detainees are to be transferred"
COVERING = frozenset("cover covers covering provides envisages".split())  # "a deal that covers 500 prisoners"
INSIDE_REACH = 8  # words of "inside the shrinking pocket on the river are"
LIVING_REACH = 8  # words of "are thought to be still" before "living"
UNDER_REACH = 14  # words of "in the city, the largest" before "under the group's control"
POCKETS = frozenset(("pocket", "enclave", "redoubt"))
BEFORE_IN = AUXILIARIES | HEARSAY | frozenset("may might could still believed thought to".split())  # "may still be", "are believed to be"

GROUP_NOUNS = frozenset("group organisation organization branch affiliate".split())  # before "has 2,000 fighters"
STANDING = ([], ["."], [","], ["in"], ["inside"], ["across"], ["at"], ["on"], ["under"], ["and"], ["there"])  # behind it
EXCHANGING = frozenset("exchange exchanged exchanging return trade traded trading swap swapped swapping".split())
FREED = re.compile(r"\b(?:freed|freeing|releas\w+|handed over|let go)\b")
WHOM_REACH = 6  # words of "whom the group had" before its verb
BUILT = frozenset("built planned meant designed intended room space capacity prepared ready".split())
JUDGED = (["were", "judged"], ["were", "deemed"], ["were", "assessed"])
SETTLING = frozenset(("settle", "resettle", "rehouse"))
SERVING = frozenset("serve serves served serving".split())  # "a clinic serving thousands"
HOUSING = frozenset("hold house shelter accommodate host receive".split())
KIN = frozenset(
    "relative relatives father mother parent parents uncle aunt brother sister cousin wife widow husband son daughter"
    " grandfather grandmother fathers mothers brothers sisters wives widows sons daughters".split()
)


class Fates(Meanings):
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
        if self.word(i) != "whom":
            return None
        verb = next((m for m in self.triggers if 1 < m.first - i <= WHOM_REACH and m.entry[0].form == "both"), None)
        return Governed(c, verb.entry[0].measure, "beside", verb) if verb else None

    def befell_nothing(self, c: Counted) -> bool:
        """Whether a phrase counts those of whom nothing is told: who speak, could be housed, are described."""
        populous = self.words[max(0, c.first - 2) : c.first] == ["population", "of"] and self.is_compound(c.first - 2)
        unknown = self.words[max(0, c.first - 2) : c.first] == ["fate", "of"]
        described = c.unit == "families" and self.word(c.first - 1) == "from"  # "all the dead were from six families"
        told_of = self._is_capacity(c) or self._are_judged(c) or self._is_source(c) or self._is_of_kin(c)
        planned = c.kind == "casualty" and (self.words[c.last : c.last + 2] in TO_COME or self.word(c.first - 1) in COVERING)
        settled = self.word(c.first - 1) in SETTLING | SERVING  # "(wants to) settle two million refugees there"
        missing = self._is_missing(self.complement_end(c))
        return told_of or populous or unknown or described or planned or settled or missing

    def _is_source(self, c: Counted) -> bool:
        """ "According to three residents", "several of those who fled told Reuters": those who tell."""
        cited = self.words[max(0, c.first - 2) : c.first] == ["according", "to"] and c.noun is not None
        i = c.quantity.last
        who = self.words[i : i + 3] == ["of", "those", "who"]
        return cited or (who and not SPEECH.isdisjoint(self.words[i + 4 : i + 4 + SAID_REACH]))

    def _is_capacity(self, c: Counted) -> bool:
        """ "Camps built for 4,000", "room for 60,000", "designed to hold 20,000"."""
        if self.words[max(0, c.first - 2) : max(0, c.first - 1)] == ["to"] and self.word(c.first - 1) in HOUSING:
            return not BUILT.isdisjoint(self.words[max(0, c.first - 3) : c.first - 2])
        return self.word(c.first - 1) == "for" and self.word(c.first - 2) in BUILT

    def _are_judged(self, c: Counted) -> bool:
        """ "Completed the assessment of 24 (reports). Of these, 14 were judged not credible"."""
        behind, before = self.words[c.last : c.last + 2], self.words[max(0, c.first - 2) : c.first]
        judged = behind in JUDGED or behind[:1] == ["credible"]  # "found 11 of them credible"
        return c.noun is None and (judged or before == ["assessment", "of"])

    def are_missing(self, k: int) -> bool:
        """ "Killed 200 people, and 60 are missing", "36 residents of the block remain unaccounted for" (CODEBOOK.md, not claims)."""
        return self._is_missing(self.items[k].last)

    def _is_missing(self, i: int) -> bool:
        lost = self.words[i + 1 : i + 2] == ["missing"] or self.words[i + 1 : i + 3] == ["unaccounted", "for"]
        return lost and self.word(i) in ("are", "were", "remain", "remained")

    def are_wounded(self, one: Governed) -> bool:
        """The 30 of "900 left, 30 of them wounded", which tells of no attack."""
        alone = one.trigger is not None and one.trigger.first <= one.counted.last + 1
        return one.trigger is not None and alone and self.words[one.trigger.first] in WOUNDED

    def _is_of_kin(self, c: Counted) -> bool:
        """ "The uncle of two of the captives", "the families of the five rebels": those of whom somebody is the kin."""
        of = c.first - 1 - (self.word(c.first - 1) == "the")
        return self.word(of) == "of" and (self.word(of - 1) in KIN or self.words[max(0, of - 2) : of] == ["the", "families"])

    def is_strength(self, c: Counted) -> bool:
        """ "The group has between 14,000 and 18,000 members", "is believed to have 300 men", "they had no more than 1,000 men left"."""
        has = self.word(c.first - 1) in HAVE and (c.kind in ("force", "militant") or c.noun == "men")
        supposed = self.words[max(0, c.first - 4) : c.first - 1]
        held = len(supposed) == 3 and supposed[0] in PASSIVE and supposed[1] in BEFORE_IN and supposed[2] == "to"
        left = self.word(c.last) == "left"
        return has and (left or (self.words[c.last : c.last + 1] in STANDING and self._is_of_is(c.first - (4 if held else 1))))

    def _is_of_is(self, i: int) -> bool:
        """Whether the noun before word ``i`` is Islamic State or stands for it."""
        if any(m.last == i and m.entry.group == "is_fighters" for m in named_sides(self.sentence)):
            return True
        noun = self.word(i - 1)
        return noun in ("it", *GROUP_NOUNS) and means_is(self.sentence, ARMED_GROUPS if noun in GROUP_NOUNS else None)

    def by_name(self, k: int) -> Governed | None:
        """ "36,000 displaced people", "9,000 refugees", with no verb that tells more."""
        c = self.items[k]
        refugees = self.word(c.last) in ("are", "were") and not HOMELESS_NOUNS.isdisjoint(self.words[c.last + 1 : c.last + 3])
        end = (self.insert_end(c.last) if self.word(c.last) == "," else None) or c.last
        if (
            refugees
            or c.noun in HOMELESS_NOUNS
            or "displaced" in self.words[c.quantity.last : c.last]
            or (self._is_in_a_camp(end) or self._is_in_a_camp(self.complement_end(c)))
        ):
            return Governed(c, "displaced", "head")
        if c.noun in (None, "people", *INHABITANTS) and self._camp_had(c.first):
            return Governed(c, "displaced", "head")
        if c.noun in INHABITANTS and self.is_about_a_camp(CAMP) and not self.is_unreal_at(c.first):  # not "plans to move 90 residents"
            return Governed(c, "displaced", "head")
        if self._is_on_board(self.complement_end(c)):
            return Governed(c, "displaced", "head")
        if c.kind in ("noun", None) and self.lives_under_is(c):
            return Governed(c, "remaining", "beside")
        if self._is_in_prison(self.complement_end(c)):
            return Governed(c, "detained", "head")
        if c.kind in ("noun", None) and self.in_camp(c.last):
            return Governed(c, "displaced", "head")  # "of the 73,000 in the camp"
        if self.word(c.last) == "strong" and self.word(c.first - 1) in PASSIVE:
            return Governed(c, "remaining", "there")  # "the force is up to 3,000 strong"
        if self._opens_inside(c.first):
            return Governed(c, "remaining", "there" if c.kind in ("force", "militant") else "beside")
        there = self._said_to_exist(c.first)
        last = self.items[k + 1].last if there and k + 1 < len(self.items) and self.linked(k, k + 1) else c.last
        if there and self.word(last) == "inside":
            return Governed(c, "remaining", "beside")  # "there were 1,500 civilians inside"
        if (c.kind in ("force", "militant") or (c.kind is None and c.definite)) and (
            self._is_there(c.last) or ((there or self._is_reckoned(c.first)) and self.word(c.last) in PLACED_IN)
        ):
            return Governed(c, "remaining", "there")
        return None

    def _said_to_exist(self, i: int) -> bool:
        """ "There are", "there may still be", "there are believed to be" before the number at word ``i``."""
        while self.word(i - 1) != "there" and (self.word(i - 1) in EXISTING or self.word(i - 1) in HEARSAY or self.word(i - 1) in ADVERBS):
            i -= 1
        return self.word(i - 1) == "there"

    def _is_reckoned(self, i: int) -> bool:
        """ "Spoke of", "estimates", "counts" before the number at word ``i``."""
        return self.word(i - 1) in RECKONING or (self.word(i - 1) == "of" and self.word(i - 2) in SPEAKING)

    def _opens_inside(self, i: int) -> bool:
        """ "Inside it are (2,000 militants)", "Still inside the town were (900 civilians)", "Left behind are (300)": the place comes before
        the verb at ``i``."""
        if self.words[:i] in (["left", "behind", "are"], ["left", "behind", "were"]):
            return True
        if self.word(i - 1) not in ("are", "were") or "inside" not in self.words[:2]:
            return False
        at = self.words.index("inside")
        return i - at <= INSIDE_REACH and not any(at < m.first < i - 1 for m in self.triggers)

    def was_exchanged(self, k: int) -> bool:
        """The 30 of "exchanged 12 soldiers for 30 prisoners", "six were traded in October for 17 women", "freed in return for 30"."""
        c, before = self.items[k], self.items[k - 1] if k else None
        if before is None or not (self.are_captives(before) or self.sentence.says(FREED)):
            return False
        floor = max(0, before.first - 2)
        return not EXCHANGING.isdisjoint(self.words[floor : c.first]) and BREAKS.isdisjoint(self.words[floor : c.first])

    def _is_there(self, i: int) -> bool:
        """ "... were in the area", "... are still on the plateau", "... are believed to be inside the town"."""
        been = self.words[i : i + 2] == ["had", "been"]
        if self.word(i) not in ("are", "were") and not been:
            return False
        i += 1 + been
        if self.words[i : i + 2] in (["there"], ["there", "."], ["there", ","]):
            return True
        first = i
        while i < len(self.words) and (self.words[i] in ADVERBS or self.words[i] in HEARSAY or self.words[i] == "be"):
            i += 1
        return i < len(self.words) and self.words[i] in PLACED_IN and "found" not in self.words[first:i]

    def is_in_a_pocket(self, c: Counted) -> bool:
        """ "They spoke of 1,000 civilians in the pocket", "15,000 may be in the enclave"."""
        i = c.last
        while self.words[i : i + 1] and self.words[i] in BEFORE_IN:
            i += 1
        at = i + 1 + (self.word(i + 1) == "the")
        inside = self.word(i) in ("in", "inside") and c.kind == "noun"
        return inside and (not POCKETS.isdisjoint(self.words[at : at + 1]) or self._is_held_by_is(at))

    def _is_held_by_is(self, i: int) -> bool:
        """Whether "IS-held" or "jihadist-controlled" stands at word ``i``."""
        named = next((m for m in (*named_sides(self.sentence), *people_named(self.sentence)) if m.first == i), None)
        behind = self.words[named.last : named.last + 2] if named and named.entry.group == "is_fighters" else []
        return behind[:1] == ["-"] and behind[1:] in (["held"], ["controlled"])

    def lives_under_is(self, c: Counted) -> bool:
        """ "Some 900 people are thought to live in areas under IS", "... live in IS-held villages"."""
        near = range(c.last, min(c.last + LIVING_REACH, len(self.words)))
        verb = next((i for i in near if self.words[i] in ("live", "living", "lives")), None)
        if verb is None or any(self.words[i] not in BEFORE_IN | ADVERBS for i in range(c.last, verb)):
            return False
        for i in range(verb + 1, min(verb + UNDER_REACH, len(self.words))):
            if self.words[i] in BREAKS:
                break
            if self._is_held_by_is(i) or (self.words[i] == "under" and self._is_of_is_behind(i + 1)):
                return True
        return False

    def _is_of_is_behind(self, i: int) -> bool:
        """Whether "Islamic State", "the jihadists" or "the group's control" stands at word ``i``."""
        i += self.word(i) == "the"
        if any(m.first == i and m.entry.group == "is_fighters" for m in (*named_sides(self.sentence), *people_named(self.sentence))):
            return True
        return self.word(i) == "group" and means_is(self.sentence, ARMED_GROUPS)

    def _is_in_a_camp(self, i: int) -> bool:
        """ "... are in Al-Hol", "... are now at two camps"."""
        now = i + 1 + (self.word(i + 1) in ("now", "still", "already", "currently"))
        now += not CROWDED.isdisjoint(self.words[now : now + 1])
        crowded = not CROWDED.isdisjoint(self.words[i + 1 : now]) and self.word(now) == "into" and self.is_about_a_camp(CAMP)
        return self.word(i) in ("are", "were") and (self.in_camp(now) or crowded)

    def _is_on_board(self, i: int) -> bool:
        """ "Ten buses left. Some 500 people were on board": who rides in an evacuation."""
        while self.words[i : i + 1] and self.words[i] in AUXILIARIES:
            i += 1
        aboard = self.words[i : i + 2] in (["on", "board"], ["aboard", "."], ["aboard", ","]) or (
            self.word(i) in ("on", "in", "aboard") and {"bus", "buses", "convoy"} & set(self.words[i + 1 : i + 5])
        )
        if "when" in self.words[i : i + BOARD_REACH]:
            return False  # "were on the bus when a shell hit it"
        if not aboard or (
            self.word(i - 1) not in PASSIVE and self.words[i : i + 2] not in (["on", "board"], ["aboard", "."], ["aboard", ","])
        ):
            return False
        sentences, index = self.sentence.document.sentences, self.sentence.index
        return any(s.says(LEAVING) for s in sentences[max(0, index - 1) : index + 1])

    def _camp_had(self, i: int) -> bool:
        """ "In May the camp had barely (10,000)", "the camp, built for 20,000, now has (72,000)", and of the camp told right before "it
        had (9,000)", "there had been (9,000)"."""
        while self.word(i - 1) in DETERMINERS:
            i -= 1
        if self.words[max(0, i - 3) : i] == ["there", "had", "been"]:
            return self.follows_a_camp()
        if i < 2 or self.word(i - 1) not in HAVE:
            return False
        i -= 1 + (self.word(i - 2) in ADVERBS)
        if self.word(i - 1) == "it":
            return self.follows_a_camp() and not self.sentence.says(BEFORE_THE_WAR)
        return self.word(i - 1) in CAMPS or (self.word(i - 1) == "," and not CAMPS.isdisjoint(self.words[max(0, i - FRONTED) : i]))

    def has_in_prison(self, c: Counted) -> bool:
        """ "They had 800 foreign fighters from 50 countries in their prisons"."""
        behind = self.words[c.last : c.last + PRISON_REACH * 2]
        at = next((n for n, word in enumerate(behind) if word in PRISONS), 0)
        return self.word(c.first - 1) in HAVE and "in" in behind[:at] and BREAKS.isdisjoint(behind[:at]) and "," not in behind[:at]

    def _is_in_prison(self, i: int) -> bool:
        """ "... are sitting in SDF jails", "... suspected of having fought for IS remain in the prisons of the north"."""
        if self.word(i) in ("suspected", "accused", "who"):
            reach = range(i, min(i + RELATIVE_REACH, len(self.words)))
            i = next((j for j in reach if self.words[j] in ("are", "remain") and self.word(j - 1) not in ("who", "suspected")), i)
        if self.word(i) == "in" and not PRISONS.isdisjoint(self.words[i + 1 : i + 1 + PRISON_REACH]):
            return True  # "guard the 12,000 suspects in their prisons", "had 800 foreign fighters in jail"
        if self.word(i) not in ("are", "were", "remain", "remained", "sit", "languish"):
            return False
        i += 1 + (self.word(i + 1) in ("sitting", "languishing", "still", "now", "being", "kept"))
        return self.word(i) == "in" and not PRISONS.isdisjoint(self.words[i + 1 : i + 1 + PRISON_REACH])
