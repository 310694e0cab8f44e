"""Which counted phrases of a sentence stand in one list or share one verb: joined, gapped, or each side with its own number."""

from analysis.extraction.counted import QUOTES
from analysis.extraction.what.clauses import ADVERBS, BREAKS, DETERMINERS, HEDGED
from analysis.extraction.what.inserts import Inserts
from analysis.extraction.what.numbers_of import LOYAL
from analysis.extraction.who.sides import before_allies, is_complete, named_sides, people_named
from analysis.extraction.who.sides import vocabulary as side_words

LINKS = frozenset(
    ", and or & plus but also while another a further with against as well alongside along together the total of then some other in"
    " addition to remaining".split()
)
LINK_HEARTS = frozenset((",", "and", "or", "&", "plus", "well", "alongside", "along", "together", "against", "with", "addition"))
BESIDES = frozenset((("together", "with"), ("along", "with"), ("well", "as"), ("addition", "to"), ("compared", "with"), ("compared", "to")))
NEXT_ONES = frozenset((article, other) for article in ("the", "a") for other in ("second", "third", "other"))
JOINTS = frozenset(("and", ",", "while", "against"))
PLACED = (["in"], ["at"], ["near"], ["on"], ["around"], ["outside"], ["by"], ["among"], ["elsewhere"])
SIDED = (["among"], ["on"], ["in"], ["from"])
COMPARISON = 6  # words of "down from a peak of"
LIKEWISE = (["so", "was"], ["so", "were"], ["so", "did"], ["as", "was"], ["as", "were"], ["as", "did"], ["so", "have"], ["as", "have"])
NAME_REACH = 3  # words
LOYAL_REACH = 8  # words of "loyal to the government in Damascus."
LONGEST_LIST = 30  # words between two members of a list that "against" or "together with" joins


class Lists(Inserts):
    """The relation of neighbours between the phrases of a clause."""

    def share_verb(self, a: int, b: int) -> bool:
        """Whether one verb tells what befell both phrases."""
        return self.linked(a, b) or self.gapped(a, b) or self.sided(a, b) or self.added(a, b)

    def linked(self, a: int, b: int) -> bool:
        """Two phrases of one list: nothing between them but commas, "and", "as well as" and the like."""
        left, right = self.items[a], self.items[b]
        if left.definite and right.first <= left.last:
            return False  # "twelve of the 30"
        gap = [word for word in self.words[left.last : right.first] if word not in QUOTES]
        gap = (
            gap[2:] if gap[:1] == ["who"] and gap[1:2] and gap[1].endswith("ed") else gap
        )  # "5,000 fighters who surrendered and 24,000 others"
        gap = gap[2:] if gap[:2] in HEDGED or self._names_company(left.last) else gap  # "two at least and 40 others"
        gap = gap[:-2] if gap[-2:] == ["those", "of"] else gap  # "the bodies of 12 women, as well as those of 40 men"
        if gap[:1] == [","] and gap[1:2] and gap[1] in ("most", "many", "all", "some") and gap[2:4] == ["of", "them"] and "," in gap[1:]:
            gap = gap[gap.index(",", 1) :]  # "300 fighters, most of them foreigners, and 1,000 civilians"
        if gap[-2:] == ["and", "that"]:
            return False  # "had 800 in their prisons, and that 600 women were living in camps"
        if gap[:1] in (["under"], ["below"], ["over"], ["aged"]) and gap[1:2] and gap[1].isdigit():
            gap = gap[2:]  # "12 children under 18 and 14 women"
        if gap[-2:] in LIKEWISE or tuple(gap[-2:]) in BESIDES or gap[-1:] in (["against"], ["alongside"], ["besides"]):
            return len(gap) <= LONGEST_LIST  # "11 soldiers fell, as did one rebel", "12 soldiers, besides 19 rebels"
        if "from" in gap[-COMPARISON:] and {"down", "up"} & set(gap[-COMPARISON:]):
            return len(gap) <= LONGEST_LIST and BREAKS.isdisjoint(gap)
        if gap in (["from"], [",", "from"]) and self.word(left.first - 1) == "to" and right.noun is None:
            return True  # "fell to 400, from 900 two years ago"
        if "(" in gap and ")" in gap:
            gap = gap[: gap.index("(")] + gap[gap.index(")") + 1 :]
        told_whose = left.kind in ("force", "militant") and gap[:1] in (["of"], ["from"])
        told_whose = told_whose or gap[:1] in (["fighting"], *([word] for word in LOYAL))
        told_whose = told_whose or (
            left.noun is None and left.group is not None and gap[:1] in SIDED
        )  # "547 among the SDF and 331 civilians"
        if told_whose and len(gap) > 1:
            gap = gap[next((n for n, w in enumerate(gap) if w in (",", "and", "against")), 0) :]
        if gap == ["("] and self.word(right.last) == ")":
            return True  # "38,000 people (11,000 households)"
        if not gap and "," not in self.words:
            return True  # a headline: "40 civilians 25 fighters killed"
        if ";" in gap and self._are_listed(left.first, right.first):
            return True
        if len(gap) > 7 or not LINK_HEARTS & set(gap):
            return False
        return all(w in LINKS or w in ADVERBS for w in gap)

    def _names_company(self, i: int) -> bool:
        """ "102 militants (and inmates), 45 guards": a second noun of the number before word ``i``."""
        noun = side_words(self.sentence.document.lexicon).at(self.sentence, i + 1) if self.word(i) == "and" else None
        return noun is not None and noun.last == i + 2 and is_complete(self.sentence, noun) and self.word(noun.last) in (",", "and")

    def _are_listed(self, i: int, j: int) -> bool:
        """ "(508 people died:) 124 civilians from here; 265 fighters of that force": words ``i`` and ``j`` stand in a list behind a colon,
        with nothing between that tells anything else."""
        listed = ":" in self.words[:i] and len(self.words[i:j]) <= LONGEST_LIST and self.word(j - 1) in (";", "and")
        return listed and not any(i <= m.first < j for m in self.triggers)

    def gapped(self, a: int, b: int) -> bool:
        """ "18 were killed in one town, eight in another and five in a third", "3,000 left on Monday and 3,500 on Tuesday": a number with
        its own place, day or doer shares the verb."""
        left, right = self.items[a], self.items[b]
        gap = self.words[left.last : right.first]
        behind = next((word for word in self.words[right.last :] if word not in ADVERBS), "")  # "and three later in hospital"
        later = self.words[right.last : right.last + 2] in (["the", "next"], ["the", "following"])
        if ([behind] not in PLACED and not later) or len(gap) > LONGEST_LIST:
            return False
        while gap[-1:] and gap[-1] in DETERMINERS:
            gap = gap[:-1]
        verbs = [m for m in self.triggers if left.last <= m.first < right.first]
        alike = later or "in" in gap or behind in gap or behind != self.words[right.last]
        joined = gap[-1:] in ([","], ["and"], ["plus"]) or "," not in self.sentence.document.text  # some have lost their commas
        return joined and alike and len(verbs) < 2 and not BREAKS & set(gap)

    def added(self, a: int, b: int) -> bool:
        """ "Ten soldiers died in the attack, the Observatory said, and nine of the assailants.": the last number ends the sentence."""
        left, right = self.items[a], self.items[b]
        gap = self.words[left.last : right.first]
        verbs = [m for m in self.triggers if left.last <= m.first < right.first]
        rest = self.words[right.last :]
        ends = rest[:1] in ([], ["."]) or (rest[0] in LOYAL and len(rest) <= LOYAL_REACH and BREAKS.isdisjoint(rest[:-1]))
        return ends and gap[-2:] == [",", "and"] and len(gap) <= LONGEST_LIST and len(verbs) < 2 and not BREAKS & set(gap)

    def sided(self, a: int, b: int) -> bool:
        """ "Lost 40 fighters and Islamic State 90", "512 deaths on the army's side and 150 in IS ranks": the next side's own number."""
        left, right = self.items[a], self.items[b]
        gap = self.words[left.last : right.first]
        of_a_side = right.kind == "force" and right.group is None  # "and the rebels (19 fighters)"
        if (right.noun is not None and not of_a_side) or len(gap) > LONGEST_LIST:
            return False
        if not BREAKS.isdisjoint(gap):
            return False
        if tuple(gap[-2:]) in NEXT_ONES and not JOINTS.isdisjoint(gap):
            return True  # "the first bomb killed 10 and the second 35"
        if right.group is not None:
            return gap[-1:] in (["and"], [","], ["against"])
        named = [*named_sides(self.sentence), *people_named(self.sentence)]
        last = before_allies(self.words, right.first)
        owner = next((m for m in named if m.last == last and m.first >= left.last), None)
        before = self.words[max(0, owner.first - 2) : owner.first] if owner else []
        return not JOINTS.isdisjoint(before if before[-1:] == ["the"] else before[-1:])
