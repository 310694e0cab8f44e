"""Stage 4: what befell the people counted: the word that governs each number in its clause.

The relations, the closest first: a participle inside the phrase ("12 wounded soldiers"), a noun that is the measure
itself ("12 deaths"), a verb beside it ("12 were killed", "killing 12"), a part that shares its total's fate ("including
12 children"), a list that shares one verb ("34 of these and 17 of those have been killed"), and last a verb farther off.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from analysis.extraction.counted import Counted
from analysis.extraction.lexicon import Lexicon
from analysis.extraction.quantities import DASHES
from analysis.extraction.sentences import Sentence
from analysis.extraction.terms import Match, Terms

BE = frozenset("be been being is are was were 're 's get got getting".split())
HAVE = frozenset(("have", "has", "had", "having"))
# What may stand between a number's noun and its verb, or between a verb and its object.
ADVERBS = frozenset(
    "also reportedly already since so far still now then later there apparently allegedly together alone all "
    "both either themselves initially"
    " currently again just who that which more confirmed believed thought said to have found left fatally severely seriously critically"
    " badly lightly either overnight tuesday monday wednesday thursday friday saturday sunday today yesterday not".split()
)
DETERMINERS = frozenset(
    "the a an another other further additional its their his of total up some just only as well also these those for".split()
)
LINKS = frozenset(
    (
        ",",
        "and",
        "or",
        "&",
        "plus",
        "but",
        "also",
        "while",
        "another",
        "a",
        "further",
        "with",
        "against",
        "as",
        "well",
        "alongside",
        "along",
        "together",
        "the",
        "total",
        "of",
        "then",
        "some",
        "other",
        "in",
        "addition",
        "to",
    )
)
LINK_HEARTS = frozenset((",", "and", "or", "&", "plus", "well", "alongside", "along", "together", "against", "with", "addition"))
PART_OPENERS = (
    ("including",), ("include",), ("includes",), ("included",), ("among", "them"), ("amongst", "them"), ("among", "whom"), ("of", "whom"), ("of", "them"),  # noqa: E501
    ("of", "which"), ("most", "recently"), ("most", "of", "them"), ("comprising",), ("namely",), (":",), ("among", "those"), ("made", "up", "of"), ("consisting", "of"),  # noqa: E501
    ("them",),
)  # fmt: skip
PLANS = frozenset(
    "want wants wanted plan plans planned planning expected threatened threatens threatening hope hopes hoped "
    "due set try tried trying attempt attempted"
    " intended intends aims aimed seek seeks ready preparing prepared likely vowed agreed refused unable able failed order ordered".split()
)
UNREAL = frozenset("would will could may might should shall cannot can't won't not never no without if wouldn't didn't neither".split())
RATES = (
    ("a", "day"),
    ("per", "day"),
    ("each", "day"),
    ("every", "day"),
    ("daily",),
    ("a", "week"),
    ("per", "week"),
    ("a", "month"),
    ("per", "month"),
    ("a", "year"),
    ("times",),
)
LIVING = frozenset(("live", "living", "lives"))
HOMELESS = re.compile(
    r"\b(?:camps?|tents?|shelters?|displac\w+|refug\w+|makeshift|open air|in the open|settlements?|fled|homeless)\b", re.IGNORECASE
)
HOLDING = frozenset(("hold", "holds", "holding", "held"))
LEAVING = frozenset(("left", "leave", "leaving", "quit", "abandoned", "escaped", "exited"))
PLACED = (["in"], ["at"], ["near"], ["on"], ["around"], ["outside"], ["by"])
MOVED = ("displaced", "detained", "released", "remaining")  # of these "700 wounded fighters" may be a part
HARM_VERBS = ("killed", "injured")
FAR_RIGHT, FAR_LEFT, FAR_SUM, FRONTED = 30, 14, 45, 14
BREAKS = frozenset((";", ".", "?", "!"))


class Sense(NamedTuple):
    """A reading of a term: what befell people, and where the number stands."""

    measure: str
    form: str
    near: bool


@dataclass(frozen=True, slots=True)
class Governed:
    """A counted phrase with its measure. ``trigger`` is the word that tells it; ``part`` the index in the sentence's list of the
    total it breaks down, -1 where the total is in a sentence before; ``relation`` says which relation told it."""

    counted: Counted
    measure: str | None
    relation: str
    trigger: Match[tuple[Sense, ...]] | None = None
    part: int | None = None


@lru_cache(maxsize=8)
def _vocabulary(lexicon: Lexicon) -> tuple[Terms[tuple[Sense, ...]], dict[str, str]]:
    senses: dict[str, list[Sense]] = {}
    heads: dict[str, str] = {}
    for row in lexicon.rows("measures"):
        if row["form"] == "head":
            heads[row["term"].split()[-1]] = row["measure"]
        else:
            senses.setdefault(row["term"], []).append(Sense(row["measure"], row["form"], row["reach"] == "near"))
    return Terms(lexicon, ((term, tuple(found)) for term, found in senses.items())), heads


def govern(sentence: Sentence, items: list[Counted]) -> list[Governed]:
    """The measure of each counted phrase of a sentence, in their order; measure None where nothing tells it."""
    if not items:
        return []
    return _Clause(sentence, items).read()


class _Clause:
    """One sentence's phrases and triggers, and the relations between them."""

    def __init__(self, sentence: Sentence, items: list[Counted]) -> None:
        self.sentence, self.items = sentence, items
        self.words = ["IS" if t.lower == "is" and sentence.document.text[t.start : t.end] == "IS" else t.lower for t in sentence.tokens]
        terms, self.heads = _vocabulary(sentence.document.lexicon)
        inside = {k for c in items for k in range(c.first, c.last)}
        self.terms = terms
        self.parts: list[int | None] = []
        self.triggers = [m for m in terms.all(sentence) if m.first not in inside and not self._is_compound(m.first)]

    def read(self) -> list[Governed]:
        found: list[Governed | None] = [self._own(k) for k in range(len(self.items))]
        parts = self.parts
        for k in range(len(self.items)):
            parts.append(self._part_of(k))
        for k in range(len(self.items)):
            if (
                parts[k] is None
                and k
                and self._linked(k - 1, k)
                and parts[k - 1] is not None
                and (found[k] is None or found[k].relation in ("head", "part"))
            ):
                whole = parts[k - 1]
                parts[k] = whole if whole < 0 or self._may_hold(whole, k) else parts[whole]
        for k, part in enumerate(parts):
            total = found[part] if part is not None and part >= 0 else None
            if part is not None and found[k] is None:
                if part >= 0 and total is None:
                    total = found[part] = self._far(part)
                measure, trigger = (total.measure, total.trigger) if total else (None, None)
                found[k] = Governed(self.items[k], measure, "part", trigger, part)
            elif part is not None and found[k] is not None:
                told = total if total and found[k].relation == "modifier" and total.measure in MOVED else found[k]
                found[k] = Governed(self.items[k], told.measure, found[k].relation, told.trigger, part)
        self._share_in_lists(found)
        found = [f or self._far(k) for k, f in enumerate(found)]
        self._share_in_lists(found)
        return [self._in_camp(self._both_harms(f)) if f else Governed(self.items[k], None, "none") for k, f in enumerate(found)]

    def _in_camp(self, one: Governed) -> Governed:
        """ "The camp now holds 73,000": a camp houses, it does not detain."""
        held = one.trigger is not None and self.words[one.trigger.first] in HOLDING and one.measure == "detained"
        subject = self.words[max(0, one.trigger.first - FRONTED) : one.trigger.first] if held and one.trigger else []
        return replace(one, measure="displaced") if {"camp", "camps"} & set(subject) else one

    def _both_harms(self, one: Governed) -> Governed:
        """ "killed and wounded 12", "12 dead or wounded", "12 were killed or injured": dead and wounded not told apart."""
        if one.measure not in HARM_VERBS or (one.trigger is None and one.relation != "head"):
            return one
        first, last = (one.trigger.first, one.trigger.last) if one.trigger else (one.counted.last, one.counted.last)
        before, behind = self._harm_joined(first - 1, -1), self._harm_joined(last, 1)
        if before and before.entry[0].measure != one.measure and one.counted.first >= last and not self._is_passive(before.first):
            return replace(one, measure="casualties")
        if behind and behind.entry[0].measure != one.measure and not any(0 <= c.first - behind.last <= 1 for c in self.items):
            return replace(one, measure="casualties")
        return one

    def _harm_joined(self, i: int, step: int) -> Match[tuple[Sense, ...]] | None:
        """The word for dead or wounded that an "and" or "or" at word ``i`` joins, on the side of ``step``."""
        if not 0 <= i < len(self.words) or self.words[i] not in ("and", "or"):
            return None
        match = self.terms.at(self.sentence, i + step)
        return match if match and match.entry[0].measure in HARM_VERBS else None

    def _share_in_lists(self, found: list[Governed | None]) -> None:
        """The members of a list that have no verb of their own take that of their neighbour, the one before first."""
        for order in (range(1, len(self.items)), range(len(self.items) - 2, -1, -1)):
            for k in order:
                step = k - order.step
                near = found[step]
                if found[k] is None and near is not None and near.measure and self._share_verb(min(k, step), max(k, step)):
                    if near.relation == "part" and order.step == -1:
                        continue
                    found[k] = Governed(self.items[k], near.measure, "list", near.trigger, near.part if order.step == 1 else None)

    def _own(self, k: int) -> Governed | None:
        """The measure told by the phrase itself or by a word beside it."""
        c = self.items[k]
        if c.modifier is not None and (match := self.terms.at(self.sentence, c.modifier)):
            return Governed(c, match.entry[0].measure, "modifier", match)
        if (whole := self._fronted(k)) and not self._trigger_at(c.last):
            measure = whole.entry[0].measure
            return Governed(c, None if measure == "casualties" else measure, "part", whole)
        right = self._beside_right(k) or self._behind_the_whole(k)
        if right:
            return right
        if self.words[max(0, c.first - 1)] in ("with", "alongside") and (match := self._passive_before(c.first)):
            return Governed(c, match.entry[0].measure, "beside", match)
        left = self._beside_left(k)
        held = self.heads.get(c.noun or "") == "detained"
        if left and (c.kind != "casualty" or left.measure != "killed" or held or c.noun in ("lives", "bodies")):
            return left
        if c.kind == "casualty" and c.noun in self.heads and not (c.noun == "lives" and not left):
            return Governed(c, self.heads[c.noun], "head")
        return None

    def _fronted(self, k: int) -> Match[tuple[Sense, ...]] | None:
        """ "Among those killed in the raid were 12 children", "The dead included two officers": the word that tells the whole's fate."""
        i = self.items[k].first
        if k and self._linked(k - 1, k):
            return self._fronted(k - 1)
        if not i or self.words[i - 1] not in (*BE, "include", "includes", "included"):
            return None
        floor = max(0, i - FRONTED, *(m for m in range(max(0, i - FRONTED), i) if self.words[m] in BREAKS or self.words[m] == ","))
        opener = next((m for m in range(floor, i - 1) if self.words[m] in ("among", "amongst", "the", "those")), None)
        if opener is None:
            return None
        whole = next((m for m in self.triggers if opener <= m.first <= opener + 2 and m.last < i), None)
        if self.words[i - 1] in BE and self.words[opener] not in ("among", "amongst"):
            return whole if whole and whole.last == i - 1 and any(s.form in ("toll", "state") for s in whole.entry) else None
        return whole

    def _beside_right(self, k: int) -> Governed | None:
        c, i = self.items[k], self._complement_end(self.items[k])
        passive = have = False
        if c.predicate and self.words[c.last : c.last + 1] != ["who"]:
            return None
        for _ in range(8):
            match = self._trigger_at(i)
            if match:
                for sense in match.entry:
                    if sense.form in ("subject", "state") or (
                        sense.form == "both" and (passive or not (have or self._has_object(match.last, k)))
                    ):
                        if not self._unreal(i, sense):
                            later = None if passive or sense.form != "both" else self._main_verb(match.last, k)
                            return Governed(c, (later or match).entry[0].measure if later else sense.measure, "beside", later or match)
            if i >= len(self.words):
                return None
            word = self.words[i]
            if word == "(" or (word == "," and i == c.last and self._insert_end(i)):
                i = self._close(i) if word == "(" else self._insert_end(i)
                continue
            if word in BE:
                passive = True
            elif word in HAVE:
                have = True
            elif word not in ADVERBS and word not in ("could", "may", "might"):
                return None
            i += 1
        return None

    def _behind_the_whole(self, k: int) -> Governed | None:
        """ "Twelve of the 30 hostages seized in July have been freed": the verb behind the whole is the part's."""
        c, whole = self.items[k], self.items[k + 1] if k + 1 < len(self.items) else None
        if not c.definite or whole is None or whole.first > c.last:
            return None
        verb = self._main_verb(whole.last, k + 1)
        return Governed(c, verb.entry[0].measure, "beside", verb) if verb else None

    def _complement_end(self, c: Counted) -> int:
        """The word behind "of the ..." after a noun: "members of the group | killed by"; the noun's own end where no verb follows."""
        i = c.last
        if c.noun is None or i >= len(self.words) or self._trigger_at(i) or self.words[i] not in ("of", "from", "belonging", "in", "on"):
            return i
        for j in range(i + 1, min(i + 10, len(self.words))):
            if self.words[j] in BE or self.words[j] in HAVE or (self.words[i] in ("of", "from", "belonging") and self._trigger_at(j)):
                return j
            if self.words[j] in BREAKS or self.words[j] in (",", ":", "who", "which", "that", "and", "said"):
                break
        return i

    def _main_verb(self, i: int, k: int) -> Match[tuple[Sense, ...]] | None:
        """After a bare participle ("held for years by ...") the verb of the sentence: "were released"."""
        end = self.items[k + 1].first if k + 1 < len(self.items) else len(self.words)
        for match in self.triggers:
            if i <= match.first < min(end, i + 20) and not any(w in BREAKS or w == "," for w in self.words[i : match.first]):
                if self.words[match.first - 1] in BE and any(s.form == "both" for s in match.entry):
                    return match
        return None

    def _passive_before(self, i: int) -> Match[tuple[Sense, ...]] | None:
        """ "X was killed with 4 others": the passive right before "with"."""
        for match in self.triggers:
            if 0 <= i - match.last <= 2 and any(s.form == "both" for s in match.entry) and self._is_passive(match.first):
                return match
        return None

    def _beside_left(self, k: int) -> Governed | None:
        c = self.items[k]
        floor = self.items[k - 1].last if k else 0
        for match in reversed(self.triggers):
            if match.last > c.first:
                continue
            if match.first < floor:
                return None
            gap = self.words[match.last : c.first]
            if gap[-2:] == ["family", "of"]:
                gap = [w for w in gap[:-2] if w not in ("entire", "whole", "single")]
            if len(gap) > 4 or any(w not in DETERMINERS and w not in ADVERBS for w in gap):
                return None
            for sense in match.entry:
                if sense.form in ("object", "of") or (sense.form == "both" and not self._is_passive(match.first)):
                    unreal = self._unreal(match.first, sense)
                    return Governed(c, None if unreal else sense.measure, "unreal" if unreal else "beside", match)
            return None
        return None

    def _far(self, k: int) -> Governed | None:
        """A verb farther off in the same clause: behind the number's inserts, or before it."""
        c = self.items[k]
        if c.quantity.value == 1:
            return None
        if c.predicate:
            return None
        if self.words[c.quantity.last : c.quantity.last + 3] == ["the", "number", "of"]:
            match = next((m for m in self.triggers if m.first >= c.last and m.first - c.last <= 8), None)
            return Governed(c, match.entry[0].measure, "toll", match) if match else None
        for match in self.triggers:
            if match.first < c.last:
                continue
            if match.first - c.last > FAR_RIGHT or any(w in BREAKS for w in self.words[c.last : match.first]):
                break
            for sense in match.entry:
                fits = sense.form == "subject" or (sense.form == "both" and self._is_passive(match.first)) or sense.form == "state"
                reaches = (not sense.near or self._leaves_a_place(match)) and self._reaches(c.last, match.first)
                if fits and reaches and not self._unreal(match.first, sense):
                    return Governed(c, sense.measure, "far", match)
        for match in reversed(self.triggers):
            if match.last > c.first:
                continue
            counts_up = c.first and self.words[c.first - 1] in ("reaching", "totalling", "totaling")
            if c.first - match.last > (FAR_SUM if counts_up else FAR_LEFT) or any(w in BREAKS for w in self.words[match.last : c.first]):
                break
            for sense in match.entry:
                toll = (
                    (sense.form == "toll" or (sense.form == "of" and counts_up))
                    and self._is_toll(match.last, c.first)
                    and c.kind != "crowd"
                )
                verb = (
                    c.noun is not None
                    and not sense.near
                    and (sense.form == "object" or (sense.form == "both" and not self._is_passive(match.first)))
                )
                if (toll or verb) and not self._unreal(match.first, sense):
                    return Governed(c, sense.measure, "toll" if toll else "far", match)
        return None

    def _is_toll(self, i: int, j: int) -> bool:
        """Between a toll and its figure: "rose to", "stood at", "of", "reached", "at"; or the figure is left beside it."""
        gap = [w for w in self.words[i:j] if w not in ADVERBS or w == "to"]
        if self.words[j] in ("nears", "nearing", "exceeds", "exceeding", "exceeded", "approaching", "surpassing"):
            return True
        return not gap or gap[-1] in (
            "to",
            "at",
            "of",
            "is",
            "was",
            "reached",
            "reaching",
            "as",
            "from",
            "exceeded",
            "passed",
            "hit",
            ":",
            "than",
            "“",
            '"',
        )

    def _part_of(self, k: int) -> int | None:
        """The phrase that this one breaks down: opened by "including", "among them", "of whom" and the like."""
        c = self.items[k]
        if c.definite and k + 1 < len(self.items) and self.items[k + 1].first <= c.last:
            return k + 1
        if self._fronted(k):
            return 0 if k and self.items[0].first < 4 and not self._fronted(0) else -1
        i = c.first
        while i and self.words[i - 1] in ("were", "are", "was", "is", "also", "a", "total", "at", "another"):
            i -= 1
        opened = any(tuple(self.words[max(0, i - len(p)) : i]) == p for p in PART_OPENERS)
        them = self.words[c.quantity.last : c.quantity.last + 2] in (["of", "them"], ["of", "whom"], ["of", "which"])
        if self._ends_among_them(k):
            return k - 1
        if k and self._out_of_the_whole() and not opened:
            return 0
        if not opened and not c.predicate and not (them and k):
            return None
        if i and self.words[i - 1] == ":" and not k:
            return None
        nested = (c.first and self.words[i - 1] in ("whom", "including", ":")) or them
        return k - 1 if nested or not k else self._whole_before(k)

    def _may_hold(self, whole: int, k: int) -> bool:
        """Whether one phrase can be a part of another: "50 civilians, including 22 children, and 40 rebels" is two of one kind."""
        groups = (self.items[whole].group, self.items[k].group)
        return "people" in groups or None in groups or groups[0] == groups[1]

    def _whole_before(self, k: int) -> int:
        """The nearest phrase before that is no part itself."""
        return next((j for j in range(k - 1, 0, -1) if self.parts[j] is None), 0)

    def _out_of_the_whole(self) -> bool:
        """ "Of the 4,900 who came, 470 were fighters": the first number of the clause is the whole of the others."""
        first = self.items[0].first
        return (
            first >= 2
            and self.words[first - 2 : first] == ["of", "the"]
            and (first == 2 or self.words[first - 3] in (":", ",", "that", "said"))
        )

    def _ends_among_them(self, k: int) -> bool:
        """ "62 civilians, 9 women among them": the phrase behind tells that it is a part of the one before."""
        last = self.items[k].last
        end = self.items[k + 1].first if k + 1 < len(self.items) else len(self.words)
        tail = self.words[last : min(last + 6, end)]
        return any(tail[n : n + 2] == ["among", "them"] for n in range(len(tail))) and "," not in tail[: tail.index("among")]

    def _linked(self, a: int, b: int) -> bool:
        """Two phrases of one list: nothing between them but commas, "and", "as well as" and the like."""
        left, right = self.items[a], self.items[b]
        gap = self.words[left.last : right.first]
        if gap[-2:] in (["together", "with"], ["along", "with"], ["well", "as"]) or gap[-1:] in (["against"], ["alongside"]):
            return len(gap) <= FAR_RIGHT
        if "(" in gap and ")" in gap:
            gap = gap[: gap.index("(")] + gap[gap.index(")") + 1 :]
        if left.kind == "force" and len(gap) > 1 and gap[0] in ("of", "from"):
            gap = gap[next((n for n, w in enumerate(gap) if w in (",", "and", "against")), 0) :]
        if len(gap) > 7 or not LINK_HEARTS & set(gap):
            return False
        return all(w in LINKS or w in ADVERBS for w in gap)

    def _share_verb(self, a: int, b: int) -> bool:
        return self._linked(a, b) or self._gapped(a, b)

    def _gapped(self, a: int, b: int) -> bool:
        """ "18 were killed in one town, eight in another and five in a third": a number with its own place or doer shares the verb."""
        left, right = self.items[a], self.items[b]
        gap = self.words[left.last : right.first]
        if self.words[right.last : right.last + 1] not in PLACED or len(gap) > 16:
            return False
        if gap[-1:] == ["another"]:
            gap = gap[:-1]
        verbs = [m for m in self.triggers if left.last <= m.first < right.first]
        alike = "in" in gap or ("by" in gap and self.words[right.last] == "by")
        return gap[-1:] in ([","], ["and"], ["plus"]) and alike and len(verbs) < 2 and not BREAKS & set(gap)

    def _trigger_at(self, i: int) -> Match[tuple[Sense, ...]] | None:
        return None if self._is_compound(i) else self.terms.at(self.sentence, i)

    def _is_compound(self, i: int) -> bool:
        """The tail of a compound, "rebel-held": no verb. Nor is living somewhere a flight, unless in a camp."""
        if 0 <= i < len(self.words) and self.words[i] in LIVING and not self.sentence.says(HOMELESS):
            return True
        return self.sentence.joined(i) and self.words[i - 1] in DASHES

    def _has_object(self, i: int, k: int) -> bool:
        """The verb before word ``i`` has the next phrase for its object, which no verb of its own claims."""
        after = self.items[k + 1] if k + 1 < len(self.items) else None
        if after is None or after.first - i > 2 or any(w not in DETERMINERS for w in self.words[i : after.first]):
            return False
        own = self._trigger_at(after.last)
        return own is None or all(s.form not in ("both", "subject", "state") for s in own.entry)

    def _leaves_a_place(self, verb: Match[tuple[Sense, ...]]) -> bool:
        """ "left Douma", "left the enclave", "have left their homes": what follows is no number and no adverb."""
        if self.words[verb.first] not in LEAVING or verb.last >= len(self.words):
            return False
        return self.words[verb.last] in ("the", "their") or self.sentence.document.text[self.sentence.tokens[verb.last].start].isupper()

    def _is_passive(self, i: int) -> bool:
        for j in range(i - 1, max(-1, i - 5), -1):
            if self.words[j] in BE:
                return True
            if self.words[j] not in ADVERBS and self.words[j] not in HAVE:
                return False
        return False

    def _unreal(self, i: int, sense: Sense) -> bool:
        """Planned, threatened, possible or denied."""
        if sense.measure == "remaining":
            return False
        before = self.words[max(0, i - 3) : i]
        if "to" in self.words[i : i + 1]:
            before = [*before, "to"]
        if "to" in before and any(w in PLANS for w in self.words[max(0, i - 4) : i]):
            return True
        return any(w in UNREAL for w in before)

    def _reaches(self, i: int, j: int) -> bool:
        """Whether the subject before word ``i`` can govern the verb at word ``j``: inserts between commas are passed over."""
        depth, open_insert = 0, False
        for word in self.words[i:j]:
            if word == "(":
                depth += 1
            elif word == ")":
                depth -= 1
            elif word == ",":
                open_insert = not open_insert
            elif word in ("said", "says", "told", "reported") and not open_insert:
                return False
        return depth == 0

    def _close(self, i: int) -> int:
        return next((j + 1 for j in range(i, min(i + 8, len(self.words))) if self.words[j] == ")"), len(self.words))

    def _insert_end(self, i: int) -> int | None:
        """The word behind an insert between two commas ("37,000 people, mostly women, have fled")."""
        for j in range(i + 1, min(i + 18, len(self.words))):
            if self.words[j] in BREAKS:
                return None
            if self.words[j] == "," and j + 1 < len(self.words) and (self.words[j + 1] in BE or self.words[j + 1] in HAVE):
                return j + 1
        return None


def is_rate(counted: Counted) -> bool:
    """ "Dozens a day", "20 per week": no claim."""
    words = [t.lower for t in counted.quantity.sentence.tokens[counted.last : counted.last + 2]]
    return any(tuple(words[: len(rate)]) == rate for rate in RATES)


def triggers(sentence: Sentence) -> Iterator[Match[tuple[Sense, ...]]]:
    """The words of a sentence that tell what befell people."""
    yield from _vocabulary(sentence.document.lexicon)[0].all(sentence)
