"""Which counted phrase of a sentence is a part of which: "including", "among them", "of whom", "of these", "were among"."""

from analysis.extraction.counted import Counted
from analysis.extraction.sentences import DASHES
from analysis.extraction.terms import Match
from analysis.extraction.what.auxiliaries import PASSIVE
from analysis.extraction.what.clauses import BREAKS
from analysis.extraction.what.lists import Lists
from analysis.extraction.what.senses import Sense
from analysis.extraction.where.governing import LOCATIVES
from analysis.extraction.who.sides import POSSESSIVE, class_before
from analysis.extraction.who.sides import vocabulary as side_words

PART_OPENERS = frozenset(
    tuple(opener.split())
    for opener in (
        "including|include|includes|included|among them|amongst them|among whom|of whom|of them|of which|most recently|most of them"
        "|comprising|namely|:|among those|among them those of|including those of|made up of|consisting of|them"
    ).split("|")
)
LONGEST_OPENER = max(map(len, PART_OPENERS))  # words
OF_THEM = frozenset(("of", word) for word in ("them", "whom", "which", "these"))
HOMELESS = frozenset("camp camps arrivals newcomers evacuees refugees idps".split())
WHOLES = frozenset(("the", "those", "victims"))
HARMED = frozenset("dead killed wounded injured victims casualties toll".split())
ONE_MORE_REACH = 5  # words of "a pregnant woman" before "and two children"
OF_THESE_REACH = 4  # words before the first number of "of these, ..."
BEFORE_PARTS = POSSESSIVE | frozenset("her were are was is also a total at another it counts counted the only just".split())
SEVERELY = (["critically"], ["seriously"], ["severely"], ["gravely"], ["badly"])
INCLUDING = ("included", "include", "includes")
AMONG = frozenset(("among", "amongst"))
AMONG_REACH = 10  # words between a number's noun and "were among"
WHOLE_REACH = 4  # words of "of the Islamic State fighters" before "killed"
FRONTED = 14  # words between "among those killed" and the number it is said of


class Parts(Lists):
    """The relation of part and whole between the phrases of a clause; the reader fills ``parts`` in their order."""

    def fronted(self, k: int) -> Match[tuple[Sense, ...]] | None:
        """ "Among those killed in the raid were 12 children", "The dead included two officers": the word that tells the whole's fate."""
        i = self.items[k].first
        if k and self.linked(k - 1, k):
            return self.fronted(k - 1)
        if self.word(0) in AMONG and self.word(i - 1) == "including" and not k:
            opened = next((m for m in self.triggers if m.first <= 2 and m.last < i), None)
            return opened if opened and BREAKS.isdisjoint(self.words[:i]) else None  # "among the dead are guards, including 12 cadets"
        i = self._before_one_more(i - (self.word(i - 1) in POSSESSIVE))
        if not i or self.word(i - 1) not in (*PASSIVE, "include", "includes", "included"):
            return None
        floor = max(0, i - FRONTED, *(m for m in range(max(0, i - FRONTED), i) if self.words[m] in BREAKS or self.words[m] == ","))
        opener = next((m for m in range(floor, i - 1) if self.words[m] in AMONG | {"the", "those"}), None)
        if opener is None:
            return None
        whole = next((m for m in self.triggers if opener <= m.first <= opener + 2 and m.last < i), None)
        named = next((m for m in range(opener, min(opener + 3, i)) if self.words[m] in self.heads), None)
        if whole is None and named is not None:
            whole = Match(named, named + 1, (Sense(self.heads[self.words[named]], "head", False),))  # "among the martyrs were"
        if self.word(i - 1) in PASSIVE and self.words[opener] not in AMONG:
            return whole if whole and whole.last == i - 1 and any(s.form in ("toll", "state") for s in whole.entry) else None
        return whole

    def is_whole(self, k: int) -> bool:
        """The 30 of "twelve of the 30 hostages"; not the two of "five of the dead were bombers two of them foreign"."""
        part, first = self.items[k - 1] if k else None, self.items[k].first
        if part is None or not part.definite or first > part.last:
            return False
        return first < part.last or not part.predicate or self.word(first - 1) in ("of", "the")

    def part_of(self, k: int) -> int | None:
        """The phrase that this one breaks down: opened by "including", "among them", "of whom" and the like."""
        c = self.items[k]
        if k + 1 < len(self.items) and self.is_whole(k + 1):
            return k + 1
        if self.fronted(k):
            return 0 if k and self.items[0].first < 4 and not self.fronted(0) else -1
        if (whole := self._among(k)) is not None:
            return whole
        if (whole := self._summed(k)) is not None:
            return whole
        if (whole := self._of_these_told(k)) is not None:
            return whole
        if self._makes_up_the_rest(k):
            return -1
        if k and self._are_the_worst(c):
            return k - 1
        i = self.opening(c)
        while self.word(i - 1) in BEFORE_PARTS:
            i -= 1
        bracketed = bool(k) and self.word(i - 1) == "(" and self.items[k - 1].last == i - 1 and c.unit == "people" and c.noun is not None
        opened = bracketed or self._is_opened(i) or self._is_opened(self._before_one_more(i))
        them = tuple(self.words[c.quantity.last : c.quantity.last + 2]) in OF_THEM
        if self._ends_among_them(k):
            return k - 1
        if self._of_these() and not them and not opened:
            listed = self.part_of_the_list(k)
            return -1 if listed is None else listed
        if k and self._out_of_the_whole() and not opened and not (them and k > 1):
            return 0
        if not opened and not c.predicate and not (them and k):
            return None
        if self.word(i - 1) == ":" and not k:
            return None
        subject = class_before(self.sentence, c.first, INCLUDING) if k else None
        before = self.items[k - 1]
        if subject and (before.kind == "force" or before.group not in (None, "people", subject.group)):
            return -1  # "most of the 50 fighters were foreign, and the civilians included three children"
        in_list = bool(k) and ":" in self.words[: before.first] and self.parts[k - 1] is not None
        nested = (c.first and self.word(i - 1) in ("whom", "including", ":")) or them or (opened and in_list)
        return self._told_last(k) if nested or not k else self._whole_before(k, opened)

    def _told_last(self, k: int) -> int:
        """The phrase before; of "12 of the 14 killed were civilians, including ..." the 12, of whom more is said; and the whole of an
        insert that the verb has closed: "21 people, 17 of them civilians, were killed, including four Americans"."""
        if k > 1 and self.items[k - 2].predicate and self.parts[k - 2] == k - 1:
            return k - 2
        whole, last = (self.parts[k - 1], self.items[k - 1].last) if k else (None, 0)
        closed = self.word(last) == "," and any(last < m.first < self.items[k].first for m in self.triggers)
        return whole if whole is not None and whole >= 0 and closed else k - 1

    def _summed(self, k: int) -> int | None:
        """ "12 fighters died in the raid, five soldiers and seven rebels", "- five in Homs and seven in Hama": the total before a list of
        just so many."""
        first = last = k
        while first > 1 and self._are_listed_together(first - 1, first):
            first -= 1
        while last + 1 < len(self.items) and self._are_listed_together(last, last + 1):
            last += 1
        listed, total = self.items[first : last + 1], self.items[first - 1] if first else None
        if total is None or len(listed) < 2 or self.word(listed[0].first - 1) not in (",", *DASHES):
            return None
        told = all((c.noun is not None or self.word(c.last) in LOCATIVES) and c.unit == "people" for c in listed)
        return first - 1 if told and sum(c.quantity.value or 0 for c in listed) == total.quantity.value else None

    def _are_listed_together(self, a: int, b: int) -> bool:
        return self.linked(a, b) or (self.items[a].noun is None and self.gapped(a, b))

    def _of_these_told(self, k: int) -> int | None:
        """ "124 civilians died; of these civilians 73 were shot, and 13 fell in raids": the last of that class told in the sentence."""
        first = self.items[k].first
        goes_on = k > 1 and self.items[k].noun is None and BREAKS.isdisjoint(self.words[self.items[k - 1].last : first])
        if goes_on and (whole := self._of_these_told(k - 1)) is not None:
            return whole
        opener = next((i for i in range(first - 1, max(0, first - OF_THESE_REACH - 1), -1) if self.words[i] == "of"), None)
        if (
            opener is None
            or not k
            or self.word(opener - 1) not in (";", ",", "-")
            or self.word(opener + 1) not in ("these", "those", "them")
        ):
            return None
        named = side_words(self.sentence.document.lexicon).before(self.sentence, first)
        alike = [j for j in range(k) if self.items[j].group == (named.entry.group if named else self.items[j].group)]
        alike = [j for j in alike if self.items[j].detail is None and self.items[j].last <= opener]
        return alike[-1] if alike else None

    def _makes_up_the_rest(self, k: int) -> bool:
        """ "Four soldiers and 11 rebels made up the rest of the dead", which were told before."""
        while k + 1 < len(self.items) and self.linked(k, k + 1):
            k += 1
        last = self.items[k].last
        told = self.words[last : last + 6] == ["made", "up", "the", "rest", "of", "the"]
        return told and not HARMED.isdisjoint(self.words[last + 6 : last + 7])

    def part_of_the_list(self, k: int) -> int | None:
        """What the phrase right before in a list is a part of, or else that of which its whole is a part."""
        whole = self.parts[k - 1] if k and (self.linked(k - 1, k) or self._behind_wounded(k)) else None
        return whole if whole is None or self.may_hold(whole, k) else self.parts[whole]

    def _behind_wounded(self, k: int) -> bool:
        """The 300 of "including 40 wounded and 300 rebels"."""
        gap = self.words[self.items[k - 1].last : self.items[k].first]
        return gap in (["wounded", "and"], ["injured", "and"], ["wounded", ","], ["injured", ","])

    def of_one_class(self, k: int) -> bool:
        """ "(18 civilians including) five children and two women were killed": two narrower classes with nothing but "and" between."""
        if not k or self.words[self.items[k - 1].last : self.items[k].first] != ["and"]:
            return False
        left, right = self.items[k - 1], self.items[k]
        return left.detail is not None and right.detail is not None and left.group == right.group

    def may_hold(self, whole: int, k: int) -> bool:
        """Whether one phrase can be a part of another: "50 civilians, including 22 children, and 40 rebels" is two of one kind."""
        if whole < 0:
            return True
        groups = (self.items[whole].group, self.items[k].group)
        return "people" in groups or None in groups or groups[0] == groups[1]

    def _among(self, k: int) -> int | None:
        """ "Six children were among 22 people killed": the total behind; -1 for one told before ("were also among the dead")."""
        if AMONG.isdisjoint(self.words):
            return None
        last = k
        while last + 1 < len(self.items) and self.linked(last, last + 1):
            last += 1
        i = self.items[last].last
        end = self.items[last + 1].first if last + 1 < len(self.items) else len(self.words)
        among = next((j for j in range(i, min(i + AMONG_REACH, end)) if self.words[j] in AMONG), None)
        if among is None or not BREAKS.isdisjoint(self.words[i:among]):
            return None
        beside = among == i  # "2 medics among 31 dead" needs no verb
        if not beside and set(PASSIVE).isdisjoint(self.words[i:among]):
            return None
        if end < len(self.words) and end - among - 1 <= (self.words[among + 1] == "the"):
            return last + 1
        opens = all(self.linked(n, n + 1) for n in range(k))
        if not WHOLES & set(self.words[among : among + 4]):
            return None
        return -1 if opens else self._held_by(k) if beside else None

    def _held_by(self, k: int) -> int | None:
        """The total in "killed 1,000 civilians, according to the group, which counts 250 children among the victims"."""
        figure = self.items[k].quantity.value or 0
        held = (j for j in range(k - 1, -1, -1) if self.parts[j] is None and self.may_hold(j, k))
        return next((j for j in held if (self.items[j].quantity.value or 0) > figure), None)

    def fate_of_the_whole(self, k: int) -> tuple[str | None, Match[tuple[Sense, ...]] | None]:
        """The "dead" of "were among the dead"; victims are of what the sentences before tell."""
        last = self.items[k].last
        if not HOMELESS.isdisjoint(self.words[self.items[k].quantity.last : last]):
            return "displaced", None  # "women make up 92 percent of the camp's residents"
        for match in self.triggers:
            if last <= match.first <= last + AMONG_REACH and WHOLES & set(self.words[match.first - 2 : match.first]):
                return (None if match.entry[0].measure == "casualties" else match.entry[0].measure), match
        whole = next((m for m in self.triggers if 2 <= m.first <= WHOLE_REACH and m.last < self.items[k].first), None)
        if whole and self.words[:2] in (["of", "those"], ["of", "the"]) and BREAKS.isdisjoint(self.words[: whole.first]):
            return whole.entry[0].measure, whole  # "of those killed, 28 were civilians", "of the rebels killed, four were foreigners"
        return self._fate_of_uncounted(k)

    def _fate_of_uncounted(self, k: int) -> tuple[str | None, Match[tuple[Sense, ...]] | None]:
        """ "Killing civilians including three children": the verb of a whole that nobody counts."""
        i = self.items[k].first - 1
        whole = side_words(self.sentence.document.lexicon).before(self.sentence, i) if self.word(i) == "including" else None
        if whole is None or whole.entry.kind not in ("noun", "force", "militant"):
            return None, None
        verb = next((m for m in self.triggers if 0 <= whole.first - m.last <= 1 and not self.is_passive(m.first)), None)
        told = verb is not None and any(s.form in ("object", "both") for s in verb.entry) and not self.unreal(verb.first, verb.entry[0])
        return (verb.entry[0].measure, verb) if verb and told else (None, None)

    def _are_the_worst(self, c: Counted) -> bool:
        """ "(Wounded 37 people), five critically": those hurt worse."""
        alone = c.noun is None and self.word(c.first - 1) == "," and self.words[c.last : c.last + 1] in SEVERELY
        return alone and self.trigger_at(c.last + 1) is None

    def _whole_before(self, k: int, opened: bool) -> int:
        """The nearest phrase before that is no part; where all are, the first, or its own whole: "12 of them were women and 20 men"."""
        whole = next((j for j in range(k - 1, -1, -1) if self.parts[j] is None), None)
        first = 0 if opened else self.parts[0] or 0
        return first if whole is None else whole

    def _out_of_the_whole(self) -> bool:
        """ "Of the 4,900 who came, 470 were fighters", "Among 25 wounded, eight were children": the first number is the whole."""
        first = self.items[0].first
        the = self.word(first - 1) == "the"
        opener = first - 1 - the
        if opener < 0 or not (self.words[opener] in AMONG or ((the or not opener) and self.words[opener] == "of")):
            return False
        return opener == 0 or self.word(opener - 1) in (":", ",", "that", "said")

    def is_of_whom(self, k: int) -> bool:
        """Whether a phrase is a part with a verb of its own: "four of whom (died)"."""
        last = self.items[k].quantity.last
        return self.words[last : last + 2] == ["of", "whom"]

    def _is_opened(self, i: int) -> bool:
        """Whether a word that opens a part ends before word ``i``."""
        opened = any(tuple(self.words[max(0, i - n) : i]) in PART_OPENERS for n in range(1, LONGEST_OPENER + 1))
        return opened and self.words[max(0, i - 2) : i] != ["with", "them"]

    def _before_one_more(self, i: int) -> int:
        """Of "including a child and two women" or "including civilians and 40 rebels" the word at which the list begins: a single one, or
        those whom nobody counts, go before the number at ``i``."""
        if i < 2 or self.word(i - 1) != "and" or self.word(i - 2) == ",":
            return i
        if uncounted := side_words(self.sentence.document.lexicon).before(self.sentence, i - 1):
            if uncounted.entry.kind == "noun" and self._is_opened(uncounted.first):
                return uncounted.first
        article = next((j for j in range(i - 2, max(-1, i - 2 - ONE_MORE_REACH), -1) if self.words[j] in ("a", "an", "his", "her")), i)
        between = self.words[article:i]
        return i if BREAKS & set(between) or any(article <= m.first < i for m in self.triggers) else article

    def _of_these(self) -> bool:
        """ "Of these, 302 were fighters, 29 had fled and the remaining 36 were civilians": parts of what was told before."""
        if self.words[:2] in (["they", "are"], ["they", "were"]) and self.items[0].first == 2:
            return True  # "They are 28 civilians and 15 fighters."
        if self.word(0) != "of" or self.items[0].first > OF_THESE_REACH:
            return False
        named = self.items[0].first == OF_THESE_REACH and self.word(3) == ","
        named = named and side_words(self.sentence.document.lexicon).at(self.sentence, 2) is not None
        return self.word(1) in ("these", "those", "them") or (self.word(1) == "the" and named)  # "of the civilians, 3,051"

    def _ends_among_them(self, k: int) -> bool:
        """ "62 civilians, 9 women among them": the phrase behind tells that it is a part of the one before."""
        last = self.items[k].last
        end = self.items[k + 1].first if k + 1 < len(self.items) else len(self.words)
        tail = self.words[last : min(last + 6, end)]
        if tail[:1] == ["included"] and self.word(last + 1) in ("", ",", ".", ";"):
            return True  # "6,000 people came out, 90 fighters included"
        if tail[-2:] == ["among", "them"] and last + len(tail) == end < len(self.words):
            return False  # it opens the next one: "23 people among them 10 children"
        return any(tail[n : n + 2] == ["among", "them"] for n in range(len(tail))) and "," not in tail[: tail.index("among")]
