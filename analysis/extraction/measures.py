"""Stage 4: what befell the people counted: the word that governs each number in its clause.

The relations, the closest first: a participle inside the phrase ("12 wounded soldiers"), a noun that is the measure
itself ("12 deaths"), a verb beside it ("12 were killed", "killing 12"), a part that shares its total's fate ("including
12 children"), a list that shares one verb ("34 of these and 17 of those have been killed"), and last a verb farther off.
"""

from collections.abc import Iterator

from analysis.extraction.claim import HARMS, OF_THE_LIVING
from analysis.extraction.counted import QUOTES, Counted
from analysis.extraction.sentences import Sentence
from analysis.extraction.terms import Match
from analysis.extraction.what.auxiliaries import HAVE, PASSIVE
from analysis.extraction.what.clauses import ADVERBS, CAMPS, DETERMINERS
from analysis.extraction.what.distant import Distant
from analysis.extraction.what.governed import Governed
from analysis.extraction.what.meanings import WOUNDED
from analysis.extraction.what.numbers_of import HEARSAY
from analysis.extraction.what.relatives import main_fate
from analysis.extraction.what.senses import Sense, vocabulary
from analysis.extraction.who.sides import HOSPITALS

DEATHS = frozenset(("deaths", "fatalities"))  # "twelve of these deaths were registered" tells nothing else
TAKING = frozenset("took takes take taken taking".split())  # lives
DEAD_NOUNS = frozenset("lives bodies corpses".split())
GRAVES_HOLD = frozenset("hold holds held holding contain contains contained".split())
STUCK = frozenset(("trapped", "stranded", "besieged"))
UNCOUNTED_REACH = 9  # words of "hostages of their own, among them"
LOSING = frozenset(("lost", "lose", "loses", "losing"))
# The subjects of verbs that tell something of people only where these do it
SUBJECTS = {
    "carried": frozenset("bus buses convoy convoys truck trucks coach coaches minibuses train boats".split()),
    "camp": CAMPS,
    "hospital": HOSPITALS | {"medics", "doctors", "nurses", "surgeons", "paramedics"},
}


def govern(sentence: Sentence, items: list[Counted]) -> list[Governed]:
    """The measure of each counted phrase of a sentence, in their order; measure None where nothing tells it."""
    if not items:
        return []
    return _Reader(sentence, items).read()


class _Reader(Distant):
    """The relations between a clause's phrases and its triggers, the closest first."""

    def read(self) -> list[Governed]:
        found: list[Governed | None] = [self._own(k) for k in range(len(self.items))]
        for k in range(len(self.items)):
            shares = found[k] is None or found[k].relation in ("head", "part") or self.of_one_class(k)
            part = self.part_of(k)
            if part is None and (shares or self._are_moved_too(found, k)):
                part = self.part_of_the_list(k)
            self.parts.append(part)
        for k, part in enumerate(self.parts):
            total = found[part] if part is not None and part >= 0 else None
            if part is not None and found[k] is None:
                if part >= 0 and total is None:
                    total = found[part] = self.far(part)
                measure, trigger = (total.measure, total.trigger) if total else self.fate_of_the_whole(k)
                if measure is None and part == -1 and k and self.parts[k - 1] == -1 and found[k - 1]:
                    measure = found[k - 1].measure  # "90 percent of the arrivals are women, 43 percent are under five"
                found[k] = Governed(self.items[k], measure, "part", trigger, part)
            elif part is not None and found[k] is not None:
                among = found[k].relation == "modifier" or self.are_wounded(found[k])
                told = total if total and among and total.measure in OF_THE_LIVING else found[k]
                found[k] = Governed(self.items[k], told.measure, found[k].relation, told.trigger, part)
        self._share_in_lists(found)
        found = [f or self.far(k) for k, f in enumerate(found)]
        self._share_in_lists(found)
        found = [self.settled(f) if f else self.by_name(k) for k, f in enumerate(found)]
        for k, part in enumerate(self.parts):
            whole = found[part] if part is not None and part >= 0 else None
            if whole and whole.measure and whole.relation == "head" and (found[k] is None or not found[k].measure):
                found[k] = Governed(self.items[k], whole.measure, "part", whole.trigger, part)  # "9,000 refugees, of whom half are women"
        self._share_in_lists(found)
        return [f or Governed(c, None, "none") for f, c in zip(found, self.items, strict=True)]

    def _are_moved_too(self, found: list[Governed | None], k: int) -> bool:
        """The 40 of "900 left, including 300 rebels and 40 wounded"."""
        one, whole = found[k], self.part_of_the_list(k)
        total = found[whole] if whole is not None and whole >= 0 else None
        return one is not None and total is not None and total.measure in OF_THE_LIVING and self.are_wounded(one)

    def _share_in_lists(self, found: list[Governed | None]) -> None:
        """The members of a list that have no verb of their own take that of their neighbour, the one before first."""
        for order in (range(1, len(self.items)), range(len(self.items) - 2, -1, -1)):
            for k in order:
                step = k - order.step
                near = found[step]
                if (
                    found[k] is None
                    and near is not None
                    and near.measure
                    and not self.speaks(k)
                    and not self.are_missing(k)
                    and self.share_verb(min(k, step), max(k, step))
                ):
                    if order.step == -1 and (near.relation == "part" or near.part == k):
                        continue
                    part = near.part if order.step == 1 and near.part is not None and self.may_hold(near.part, k) else None
                    found[k] = Governed(self.items[k], near.measure, "list", near.trigger, part)

    def _own(self, k: int) -> Governed | None:
        """The measure told by the phrase itself or by a word beside it."""
        c = self.items[k]
        if self.word(c.first - 1) == "for" and self.was_exchanged(k):
            return Governed(c, "released", "head")
        if c.quantity.value == 1 and self.speaks(k):
            return Governed(c, None, "unreal")
        left = self._beside_left(k)
        if c.modifier is not None and (match := self.terms.at(self.sentence, c.modifier)):
            if match.entry[0].measure in OF_THE_LIVING and (fate := self._beside_right(k) or left) and fate.measure:
                return fate  # "four captive fighters were freed", "killing dozens of displaced people"
            if self.words[c.modifier] in WOUNDED and (fate := self._beside_right(k)) and fate.measure == "displaced":
                return fate  # "40 wounded people left the town"
            # "captured hundreds of wounded militants", not "took 12 wounded people away"
            moved = left and left.measure in OF_THE_LIVING and left.trigger and left.trigger.entry[0].form != "around"
            return left if moved else Governed(c, match.entry[0].measure, "modifier", match)
        if (whole := self.fronted(k)) and not self.trigger_at(c.last) and not (k and self._beside_right(k)):
            measure = whole.entry[0].measure
            return Governed(c, None if measure == "casualties" else measure, "part", whole)
        if c.noun in DEAD_NOUNS:
            taken = left is not None or self.word(c.first - 1) in TAKING
            return Governed(c, "killed", "head") if taken or c.noun != "lives" else None
        if self.befell_nothing(c):
            return Governed(c, None, "unreal")
        of_the_dead = self.words[c.quantity.last : c.quantity.last + 3] == ["of", "the", "dead"]
        if c.definite and of_the_dead and not {"and", "or"} & set(self.words[c.last : c.last + 1]):
            return Governed(c, "killed", "part")  # "twelve of the dead had taken refuge in a cellar"
        if k and self._holds_as_well(k):
            return Governed(c, "killed", "head")
        if self.is_strength(c):
            return Governed(c, "remaining", "there")
        if not k and (fate := self._of_uncounted(c)):
            return Governed(c, fate, "head")
        if self.has_in_prison(c):
            return Governed(c, "detained", "head")
        if (main := main_fate(self, c)) and not self.is_whole(k):
            return Governed(c, main.entry[0].measure, "beside", main)
        if left and left.measure == "killed" and not DEAD_NOUNS.isdisjoint(self.words[left.trigger.first : left.trigger.last]):
            return left  # "the bodies of 12 fighters were left in the street"
        end = self.complement_end(c)
        right = None if c.noun in DEATHS else self._beside_right(k) or self._behind_the_whole(k)
        freed = left is not None and left.measure == "released" and right is not None and right.measure == "detained"
        reduced = right is not None and self.is_reduced(c, right)
        harmed = reduced and left is not None and left.measure in HARMS
        if right and not freed and not harmed and not (left and left.measure and self.word(end) in ("who", "that", "whom")):
            return None if reduced and self.word(c.first - 1) == "including" else right
        if self.word(c.first - 1) in ("with", "alongside") and (match := self.passive_before(c)):
            return Governed(c, match.entry[0].measure, "beside", match)
        told_by_noun = self.heads.get(c.noun or "") if c.kind == "casualty" else None
        if left and (not told_by_noun or left.measure != "killed" or told_by_noun == "detained" or left.trigger.entry[0].form == "of"):
            return left
        if told_by_noun:
            return Governed(c, told_by_noun, "head")
        if fate := self.fate_of_those_whom(c):
            return fate
        if c.noun is None and (measure := self._elided_number(c.first)):
            return Governed(c, measure, "toll")
        told = c.kind in ("noun", None) and self.word(c.first - 1) in ("at", "to", "reached", "become")
        toll = self.toll_before(c.first) if told else None
        if toll:
            return Governed(c, toll.entry[0].measure, "toll", toll)
        return Governed(c, "remaining", "beside") if self.is_in_a_pocket(c) else None

    def _elided_number(self, i: int) -> str | None:
        """ "Put the number of dead at 50 and of the wounded at (78)" before word ``i``: what befell those whose number the second is."""
        j = i - 2
        of = j - 1 - (self.word(j - 1) == "the")
        elided = self.word(i - 1) == "at" and self.word(of) == "of" and self.word(of - 1) in ("and", ",") and "number" in self.words[:of]
        fate = self.terms.at(self.sentence, j) if elided else None
        return fate.entry[0].measure if fate else None

    def _of_uncounted(self, c: Counted) -> str | None:
        """ "The rebels have hostages of their own, among them 300 soldiers": what befell those whose number nobody tells."""
        among = self.words[max(0, c.first - 2) : c.first] == ["among", "them"] or self.word(c.first - 1) == "including"
        before = self.words[max(0, c.first - UNCOUNTED_REACH) : c.first] if among and c.noun is not None else []
        heads = [self.heads[word] for word in before if word in self.heads]
        told = any(c.first - UNCOUNTED_REACH <= m.first < c.first for m in self.triggers)
        return heads[-1] if heads and not told else None

    def _holds_as_well(self, k: int) -> bool:
        """ "One grave held eight bodies, another may hold 400": bodies, told of before."""
        c = self.items[k]
        verb = self.word(c.first - 1) in GRAVES_HOLD
        return verb and c.noun is None and c.last == c.quantity.last and self.items[k - 1].noun in DEAD_NOUNS

    def _behind_apposition(self, c: Counted) -> int:
        """The verb's place behind "the last jihadists, 200 at most, were ..."; else the end of the phrase."""
        i = self.complement_end(c)
        apposed = i == c.last and self.word(c.first - 1) == "," and self.word(i) == ","
        verb = self.trigger_at(i + 1) if apposed else None
        finite = verb is not None and not self.words[verb.first].endswith("ing")
        return i + 1 if apposed and (finite or self.word(i + 1) in ("were", "are", "have")) else i

    def _beside_right(self, k: int) -> Governed | None:
        c, i = self.items[k], self._behind_apposition(self.items[k])
        i += self.word(i) in ("reported", "feared", "presumed") and self.trigger_at(i + 1) is not None
        passive = have = relative = False
        served = self.word(c.first - 1) == "for"  # "supplies for 400 people were delivered"
        if c.predicate and self.word(c.last) != "who":
            return None
        for _ in range(8):
            match = self.trigger_at(i)
            if match and self.words[i] in PASSIVE and self.trigger_at(match.last):
                match, i, passive = self.trigger_at(match.last), match.last, True  # "were left wounded"
            if match and c.definite and i == c.last and (later := self._fate_since(match.last)):
                return Governed(c, later.entry[0].measure, "beside", later)
            if match:
                if served and not relative and (passive or have or match.entry[0].form == "subject"):
                    return None
                for sense in match.entry:
                    if sense.form == "captives" and not self.are_captives(c):
                        continue
                    fell = sense.form == "fighters" and (c.group or "").endswith("fighters")
                    if (
                        fell
                        or sense.form in ("subject", "state", "captives")
                        or (sense.form == "both" and (passive or not (have or self.has_object(match.last, k))))
                    ):
                        if not self.unreal(i, sense) and not self.is_feared(c, i, sense):
                            stuck = sense.measure == "remaining" and self.words[i] in STUCK
                            bare = (sense.form == "both" or stuck) and (relative or not passive) and not self.is_whole(k)
                            later = self.main_verb(match.last, k, stuck) if bare else None
                            return Governed(c, (later or match).entry[0].measure if later else sense.measure, "beside", later or match)
            if i >= len(self.words):
                return None
            word = self.words[i]
            opens = word in ("mostly", "mainly", "including") or self.words[i + 1 : i + 3] == ["of", "them"]
            insert = i == c.last and opens and c.kind != "casualty" and self._beside_left(k) is None
            if insert and (end := self.bare_insert_end(i)):
                i = end
                continue
            if word == "(" or (word in (",", "including") and i == c.last and self.insert_end(i)):
                i = self.close(i) if word == "(" else self.insert_end(i)
                continue
            relative = relative or word in ("who", "that", "which")
            if word in PASSIVE:
                passive = True
            elif word in HAVE:
                have = True
            elif not self._may_stand_between(word, passive, have):
                return None
            i += 1
        return None

    def _may_stand_between(self, word: str, passive: bool, have: bool) -> bool:
        """Between a noun and its verb: adverbs, quotes, "could", and "reported to" or "able to" behind a form of "be"."""
        if word in ADVERBS or word in QUOTES or word in ("could", "may", "might", "managed"):
            return True
        return (passive and word in (*HEARSAY, "as")) or ((passive or have) and word.endswith("ly"))

    def _fate_since(self, i: int) -> Match[tuple[Sense, ...]] | None:
        """The "died" of "four of the wounded have since died"."""
        while i < len(self.words) and (self.words[i] in ADVERBS or self.words[i] in HAVE):
            i += 1
        match = self.trigger_at(i)
        return match if match and any(s.form == "subject" for s in match.entry) else None

    def _behind_the_whole(self, k: int) -> Governed | None:
        """ "Twelve of the 30 hostages seized in July have been freed": the verb behind the whole is the part's."""
        c, whole = self.items[k], self.items[k + 1] if k + 1 < len(self.items) else None
        if not c.definite or whole is None or whole.first > c.last:
            return None
        harmed = self.trigger_at(whole.last)  # "three of the 15 wounded later died"
        verb = (
            self.main_verb(whole.last, k + 1) or self.perfect_verb(whole.last, k + 1) or (self._fate_since(harmed.last) if harmed else None)
        )
        return Governed(c, verb.entry[0].measure, "beside", verb) if verb else None

    def _beside_left(self, k: int) -> Governed | None:
        c = self.items[k]
        floor = self.items[k - 1].last if k else 0
        for match in reversed(self.triggers):
            if match.last > c.first:
                continue
            if match.first < floor:
                return None
            gap = [w for w in self.words[match.last : self.opening(c)] if w not in QUOTES]
            if len(gap) > 4 or any(w not in DETERMINERS and w not in ADVERBS for w in gap):
                return None
            if c.unit == "share" and c.noun is None and self.words[match.first] in LOSING:
                return None  # "the lira lost 0.4 percent"
            for sense in match.entry:
                ends = (self.complement_end(c), c.last + 2 if self.word(c.last) == "from" else c.last)  # "300 die-hards from abroad"
                if all(sense.tail != tuple(self.words[end : end + len(sense.tail)]) for end in ends):
                    continue
                if sense.form == "captives" and not (self.are_captives(c) or (sense.measure == "detained" and self.are_suspects(c))):
                    continue
                destroyed = sense.form == "fighters" and (c.group or "").endswith("fighters")
                if (
                    destroyed
                    or sense.form in ("object", "of", "around", "captives")
                    or (sense.form in SUBJECTS and self.is_done_by(match.first, SUBJECTS[sense.form]))
                    or (sense.form == "both" and not self.is_passive(match.first))
                ):
                    unreal = self.unreal(match.first, sense)
                    return Governed(c, None if unreal else sense.measure, "unreal" if unreal else "beside", match)
            return None
        return None


def triggers(sentence: Sentence) -> Iterator[Match[tuple[Sense, ...]]]:
    """The words of a sentence that tell what befell people."""
    yield from vocabulary(sentence.document.lexicon)[0].all(sentence)
