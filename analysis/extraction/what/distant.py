"""What befell people told from afar: by a verb or a toll that stands in their clause, but not beside them."""

from analysis.extraction.counted import Counted
from analysis.extraction.sentences import QUOTES
from analysis.extraction.terms import Match
from analysis.extraction.what.auxiliaries import MODALS
from analysis.extraction.what.clauses import BREAKS, SPEECH
from analysis.extraction.what.fates import Fates
from analysis.extraction.what.governed import Governed
from analysis.extraction.what.numbers_of import HEARSAY
from analysis.extraction.what.senses import Sense

RISEN = frozenset(("risen", "rose", "rises", "climbed", "increased", "jumped", "doubled", "tripled"))
DEPICTIONS = frozenset("pictures picture images image photos photographs footage video videos names list".split())
COPULAS = (["are"], ["were"], ["is"], ["was"])
LISTS = frozenset(("list", "lists", "register", "names"))
SENT = frozenset("sent met led had saw".split())
SPEECH_REACH = 6  # words between those who speak and their verb
NAME_REACH = 5  # words of "said Khalil Abu Omar,"
LIST_REACH = 14  # words of "a list of captives from the village of X" before a colon
COLON_REACH = 8  # words of "in the raid as well" before a colon
FAR_RIGHT, FAR_LEFT, FAR_TOLL, FAR_SUM = 30, 14, 24, 45


class Distant(Fates):
    """The measures of a clause's phrases that words farther off tell."""

    def speaks(self, k: int) -> bool:
        """ "..., three people with knowledge of the raid said": those who tell, not those told of."""
        tail = self.words[self.items[k].last : self.items[k].last + SPEECH_REACH]
        verb = next((i for i, word in enumerate(tail) if word in SPEECH), None)
        before = self.words[max(0, self.items[k].first - NAME_REACH) : self.items[k].first]
        if self.items[k].quantity.value == 1 and before[-1:] == [","] == tail[:1] and not SPEECH.isdisjoint(before):
            return True  # "said Adnan Afrin, one of its commanders,"
        if self.items[k].quantity.value == 1 and len(before) > 1 and before[-1] in SPEECH and before[-2] in QUOTES:
            return True  # "..., said one of the freed women, 22"
        if self.items[k].noun is None or verb is None:
            return False
        source = self.sentence.tokens[self.items[k].last + verb + 1 :][:1]
        if source and self.sentence.document.text[source[0].start].isupper():
            return False  # "... and two soldiers said Observatory director Abdel Rahman"
        apposed = self.items[k].quantity.value == 1 and self.words[max(0, self.items[k].first - 1)] == "," == tail[0]
        if apposed and verb == 1:
            return True  # "Khalil, one of their officials, said"
        return verb == 0 or tail[0] in ("with", "close", "familiar", "who")

    def far(self, k: int) -> Governed | None:
        """A verb farther off in the same clause: behind the number's inserts, or before it."""
        c = self.items[k]
        if c.quantity.value == 1:
            return None
        if c.predicate or self.speaks(k) or self.is_whole(k) or self.are_missing(k) or self.words[c.last : c.last + 2] == ["took", "part"]:
            return None
        i = c.quantity.last + (self.word(c.quantity.last) == ",")
        if self.word(i) == "the" and (toll := next((m for m in self.triggers if m.first == i + 1), None)):
            return Governed(c, toll.entry[0].measure, "toll", toll) if toll.entry[0].form == "toll" else None  # "to 49 the number killed"
        if c.noun is None and self.word(c.first - 1) == ":" and (told := self._before_colon(c.first - 1)):
            return Governed(c, told.entry[0].measure, "far", told)
        if self.word(c.first - 1) == ":" and (measure := self._listed_before_colon(c.first - 1)):
            return Governed(c, measure, "far")
        if c.noun is None and (asked := self._asked_how_many(c.first)):
            return Governed(c, asked.entry[0].measure, "toll", asked)
        if killed := self.killed_as_them(c):
            return Governed(c, "killed", "far", killed)
        for match in self.triggers:
            if match.first < c.last:
                continue
            following = self.items[k + 1] if k + 1 < len(self.items) and self.items[k + 1].first < match.first else None
            if following and (self.is_of_whom(k + 1) or "which" in self.words[c.last : following.first]):
                break  # "had treated 200 people, four of whom died", "tried ten for the massacre, in which 90 were shot"
            between = self.words[c.last : match.first]
            if match.first - c.last > FAR_RIGHT or any(w in BREAKS for w in between) or (between[:1] in COPULAS and "," in between):
                break  # "where 45,000 people are in tents, 62 have died"
            for sense in match.entry:
                fits = sense.form == "subject" or (sense.form == "both" and self.is_passive(match.first)) or sense.form == "state"
                reaches = (not sense.near or self.leaves_a_place(match)) and self.reaches(c.last, match.first)
                if fits and reaches and not self.unreal(match.first, sense) and not self.is_feared(c, match.first, sense):
                    return Governed(c, sense.measure, "far", match)
        for match in reversed(self.triggers):
            if match.last > c.first:
                continue
            if self.is_attribute(match):
                continue
            counts_up = self.word(c.first - 1) in ("reaching", "totalling", "totaling")
            risen = self.word(c.first - 1) == "to" and self.word(c.first - 2) in RISEN
            far = FAR_SUM if counts_up or risen else FAR_TOLL if match.entry[0].form == "toll" else FAR_LEFT
            if c.first - match.last > far or any(w in BREAKS for w in self.words[match.last : c.first]):
                break
            for sense in match.entry:
                toll = (
                    (sense.form == "toll" or (sense.form == "of" and counts_up)) and self.is_toll(match.last, c.first) and c.kind != "crowd"
                )
                verb = (
                    c.noun is not None
                    and not sense.near
                    and DEPICTIONS.isdisjoint(self.words[match.last : c.first])  # "released pictures of four workers"
                    and not self._has_its_own_verb(c)
                    and (
                        sense.form == "object"
                        or (sense.form == "both" and not self.is_passive(match.first))
                        or (sense.form == "fighters" and self.is_joined_fighters(c) and not self.is_passive(match.first))
                    )
                )
                supposed = toll and self.is_supposed(match.last, c.first)
                if (toll or verb) and not supposed and not self.unreal(match.first, sense):
                    return Governed(c, sense.measure, "toll" if toll else "far", match)
        return None

    def _has_its_own_verb(self, c: Counted) -> bool:
        """ "Killed 12 civilians, and the army sent (300 soldiers)": the number is what another verb, right before it, is about."""
        verb = self.word(c.first - 1)
        return verb in SENT or (verb.endswith("ed") and verb not in HEARSAY and self.trigger_at(c.first - 1) is None)

    def _before_colon(self, i: int) -> Match[tuple[Sense, ...]] | None:
        """ "Civilians are dying as well: 52, ...": what the clause before the colon at word ``i`` tells of those whom it does not count."""
        told = [m for m in self.triggers if m.last <= i and i - m.last <= COLON_REACH and BREAKS.isdisjoint(self.words[m.last : i])]
        fits = told and any(s.form == "subject" or (s.form == "both" and self.is_passive(told[-1].first)) for s in told[-1].entry)
        counted = any(c.first < i for c in self.items)
        return told[-1] if fits and not counted and not self.unreal(told[-1].first, told[-1].entry[0]) else None

    def _listed_before_colon(self, i: int) -> str | None:
        """ "A list of captives from the village: 20 women, ...": what befell those whom the list before the colon at word ``i`` is of."""
        listed = next((n for n in range(i - 1, max(0, i - LIST_REACH), -1) if self.words[n] in LISTS), None)
        head = self.words[listed + 2] if listed is not None and self.word(listed + 1) == "of" and listed + 2 < i else ""
        return self.heads.get(head)

    def _asked_how_many(self, i: int) -> Match[tuple[Sense, ...]] | None:
        """ "It does not say how many it is holding; others put the number at 900": what the question before word ``i`` asks."""
        asked = next((n for n in range(i - 1) if self.words[n : n + 2] == ["how", "many"]), None)
        if asked is None or self.words[i - 2 : i] != ["number", "at"]:
            return None
        return next((m for m in self.triggers if asked < m.first < i - 2 and not m.entry[0].tail), None)

    def is_joined_fighters(self, c: Counted) -> bool:
        """The fighters of "destroyed a post and 80 fighters", not of "destroyed a base used by 80 fighters"."""
        return (c.group or "").endswith("fighters") and self.word(c.first - 1) in ("and", ",")

    def is_supposed(self, i: int, j: int) -> bool:
        """ "The number could rise to (200)"; "may be as high as (200)" is an estimate."""
        return any(self.words[n] in MODALS and not self._is_may(n) and self.words[n + 1] != "be" for n in range(i, j))

    def toll_before(self, i: int) -> Match[tuple[Sense, ...]] | None:
        """The toll of "put the number of civilians killed at" before word ``i``, where it is the last that tells anything."""
        told = [m for m in self.triggers if m.last <= i and not self.is_attribute(m) and self.words[m.first] != "reached"]
        last = told[-1] if told else None
        near = last is not None and i - last.last <= FAR_TOLL and BREAKS.isdisjoint(self.words[last.last : i])
        near = near and last is not None and not self.is_supposed(last.last, i)
        return last if near and last.entry[0].form == "toll" and not self.unreal(last.first, last.entry[0]) else None
