"""Who "25", "20 others", "12 fighters" are, where the phrase does not say: by the words around and the claims before."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from analysis.extraction.claim import HARMS, Claim
from analysis.extraction.quantities import begins_number
from analysis.extraction.sentences import GENITIVES, Document, Sentence
from analysis.extraction.terms import Match
from analysis.extraction.totals import TOPIC_REACH, says_them
from analysis.extraction.what.clauses import SPEECH
from analysis.extraction.what.governed import Governed
from analysis.extraction.who.allegiances import AGENT_REACH, behind_the_agent, of_both_sides, side_beside, side_of_toll
from analysis.extraction.who.memberships import class_inside, group_of
from analysis.extraction.who.predicates import PREPOSITIONS
from analysis.extraction.who.sides import MARKS, POSSESSIVE, Entry, is_about, named_sides, people_named, side_before, state_before

MIXED = frozenset(("people", "persons"))  # "the number of people killed"
BRINGING = re.compile(r"\W*(?:that|this|it)(?:'s| would| will| has)? (?:brings?|brought|raises?|raised|takes?|took)\b")  # the toll to
EARLIER = frozenset(("previously", "earlier", "initially"))
SHARING = frozenset("killed wounded injured captured arrested killing wounding injuring capturing".split())
SHARED_REACH = 8  # words of "and wounded at least 30 Daesh terror group militants"
CARRIED_REACH = 3  # words of "government soldiers" behind "carrying"
OTHER_CLAUSE = re.compile(r"\b(?:said|says|was|were|has|have|killed|died)\b")
OTHERS_REACH = 8  # words back to the people of whom "others" are the rest


@dataclass(frozen=True, slots=True)
class Context:
    """A counted phrase, the claims ``before`` it, and those of them that its own sentence tells, ``here``."""

    document: Document
    sentence: Sentence
    item: Governed
    before: list[Claim]
    here: list[Claim]

    def words_before(self, reach: int) -> list[str]:
        """The words right before the number."""
        first = self.item.counted.first
        return self.sentence.words[max(0, first - reach) : first]

    def people_before(self) -> list[Match[Entry]]:
        """The nouns for people before the number."""
        return [m for m in people_named(self.sentence) if m.last <= self.item.counted.first]


def group_by_context(document: Document, sentence: Sentence, item: Governed, total: Claim | None, before: list[Claim]) -> str:
    """The group of the first reading that gives one; "people" where none does."""
    counted = item.counted
    here = [
        c for c in before if c.start_char >= sentence.start and c.group and c.unit != "share" and (c.part_of is None or not counted.noun)
    ]
    context = Context(document, sentence, item, before, here)
    of_fighters = total is not None and total.start_char >= sentence.start and (total.group or "").endswith("fighters")
    if counted.kind == "force" and not of_fighters:  # "50 militants including several foreign combatants" are all of one side
        return _of_force(context)
    if total and total.group:
        return total.group
    readings: tuple[Callable[[Context], str | None], ...] = (
        _of_toll,
        _of_them,
        _of_sum,
        _of_bare_figure,
        _of_rest,
        _of_shared_noun,
        _of_same_figure,
        _told_here,
        _told_before,
    )
    return next(filter(None, (reading(context) for reading in readings)), "people")


def _of_force(context: Context) -> str:
    """The side of "fighters", "soldiers": named beside or before them, or the one of the claims before."""
    document, sentence, item, counted = context.document, context.sentence, context.item, context.item.counted
    fighters = [c.group for c in context.here or context.before if c.group and c.group.endswith("fighters")]
    about_is = (item.measure in ("detained", "remaining") or counted.detail == "suspected") and is_about(document, "is_fighters")
    if item.measure in HARMS and of_both_sides(sentence, counted.first):
        return "people"
    side = side_beside(sentence, counted.first) or side_before(sentence, counted.first, behind_the_agent(sentence, item))
    struck = item.measure == "remaining" or (item.measure in HARMS and not fighters)
    struck = struck and "coalition" in sentence.words and is_about(document, "is_fighters")
    if struck and side in (None, "other_fighters"):
        return "is_fighters"  # "the coalition said it had killed 40 fighters"
    if counted.noun == "combatants" and side is None and item.measure in HARMS:
        return "people"  # of both sides
    return side or ("is_fighters" if about_is else fighters[-1] if fighters else "other_fighters")


def _of_toll(context: Context) -> str | None:
    """Whose "dead", "losses", "number killed" a figure is said to be."""
    document, sentence, item, before = context.document, context.sentence, context.item, context.before
    if item.relation != "toll" or item.trigger is None or item.trigger.entry[0].form != "toll":
        return None
    first, last = item.trigger.first, item.trigger.last
    owned = first - 1 - (sentence.word(first - 1) in (*GENITIVES, "'", "’"))  # "the jihadists' losses"
    if named := class_inside(sentence, owned, last):
        return named
    if MIXED & set(sentence.words[first:last]):
        return "people"
    harm, owner = item.measure in HARMS, sentence.word(first - 1)
    if harm and owner in POSSESSIVE and (side := side_before(sentence, first) or state_before(sentence, first)):
        return side  # "Iraq's ministry put its losses at 18"
    if harm and owner in ("their", "its", "that") and before and before[-1].group:
        return before[-1].group
    if EARLIER & set(sentence.words) and (told := [c for c in before if c.measure == item.measure and c.part_of is None]):
        return told[-1].group or "people"  # "it had previously put the toll at 15"
    if harm and not context.here and (side := _of_toll_before(document, sentence, item, before)):
        return side
    if sentence.words[first] == "those":
        return "people"  # "puts those killed by the army at 90"
    return side_of_toll(sentence, item.trigger, item.counted.first) if harm else None


def _of_them(context: Context) -> str | None:
    """Whom "them" means."""
    document, sentence, item = context.document, context.sentence, context.item
    them = item.counted.definite and says_them(sentence, item)
    return _antecedent(document, sentence, item, context.before) if them else None


def _of_sum(context: Context) -> str | None:
    """Of whom there are so many with those told right before: "that brings the toll to 40", "bringing to 280 the number repatriated"."""
    document, sentence, item = context.document, context.sentence, context.item
    if item.relation != "toll" or context.here:
        return None
    if sentence.says(BRINGING):
        told = {
            c.group for c in context.before if document.sentence_at(c.start_char).index == sentence.index - 1 and c.measure == item.measure
        }
        if len(told) == 1 and (group := told.pop()):
            return group
    named = groups_of(sentence, context.people_before()) if item.measure in ("released", "detained", "remaining") else []
    return named[-1] if named else None


def _of_bare_figure(context: Context) -> str | None:
    """Whom a figure without a noun counts by the words right before it."""
    sentence, item, counted = context.sentence, context.item, context.item.counted
    if counted.noun is not None:
        return None
    if item.part is None and context.words_before(2) == ["among", "the"]:
        return "people"  # "two policemen were among the nine killed"
    if item.measure in HARMS and (carried := _carried(sentence, counted.first)):
        return carried
    if context.words_before(1) == [":"] and not context.here:
        subject = groups_of(sentence, context.people_before())
        return subject[-1] if subject else "people"  # "Civilians are dying: 52"
    return None


def _of_rest(context: Context) -> str | None:
    """Of whom "others", or a further figure, are the rest."""
    if context.item.counted.noun not in ("others", None):
        return None
    return _rest_of(context.document, context.sentence, context.item, context.before)


def _of_shared_noun(context: Context) -> str | None:
    """ "Killed 28 and wounded 30 IS militants": two verbs, each with its number, and one noun."""
    sentence, i = context.sentence, context.item.counted.last
    if context.item.counted.noun is not None or sentence.word(i) != "and" or sentence.word(i + 1) not in SHARING:
        return None
    number = next((n for n in range(i + 2, i + SHARED_REACH) if begins_number(sentence, n)), i + SHARED_REACH)
    noun = next((m for m in people_named(sentence) if number < m.first <= i + SHARED_REACH), None)
    shared = noun is not None and (PREPOSITIONS | MARKS).isdisjoint(sentence.words[number : noun.first])
    return _group_named(sentence, noun) if noun and shared else None


def _of_same_figure(context: Context) -> str | None:
    """Whom a figure without a noun counts by the people that it is apposed to, or by the same figure told before."""
    counted = context.item.counted
    if counted.noun is not None:
        return None
    if apposed := _apposed(context.sentence, counted.first):
        return apposed
    alike = [c for c in context.before if c.measure == context.item.measure and c.group]
    same = [c for c in alike if c.value is not None and c.value == counted.quantity.value]
    return same[-1].group if same else None


def _told_here(context: Context) -> str | None:
    """The group of the claims of its own sentence, "people" where they are several."""
    item = context.item
    whole = [c for c in context.here if c.part_of is None] or context.here
    whole = [c for c in whole if item.measure not in HARMS or c.measure != "remaining"]  # who fights on is not whom they killed
    if item.trigger is not None and item.trigger.last <= item.counted.first:
        whole = [c for c in whole if c.detail != "suicide_bombers"]  # "two bombers blew themselves up, killing 30"
    if not whole:
        return None
    if context.words_before(1) == ["among"]:
        return "people"  # "two medics among 31 dead"
    mixed = item.measure != whole[-1].measure or item.relation == "toll"  # "killed 21 civilians and 8 rebels, bringing the total to 29"
    mixed = mixed and len({c.group for c in whole if c.measure == whole[-1].measure}) > 1
    return "people" if mixed else whole[-1].group


def _told_before(context: Context) -> str | None:
    """The group of the sentences before, of a definite phrase and of the living."""
    document, sentence, item, counted = context.document, context.sentence, context.item, context.item.counted
    if counted.definite and (item.measure not in HARMS or any(c.measure == item.measure for c in context.before)):
        return side_before(document.sentences[max(0, sentence.index - 1)], 10**6) or "people"
    if counted.noun is not None:
        return None
    if item.measure == "remaining" and (lived := context.people_before()):  # "where 200,000 people once lived; 20,000 remained"
        return _group_named(sentence, lived[-1]) or "people"
    topic = [
        c
        for c in context.before
        if c.measure == item.measure not in HARMS
        and c.part_of is None
        and sentence.index - document.sentence_at(c.start_char).index <= TOPIC_REACH
    ]
    return topic[-1].group if topic else None


def _rest_of(document: Document, sentence: Sentence, item: Governed, before: list[Claim]) -> str | None:
    """ "Eight soldiers were killed and 20 others injured", "... Three others were wounded.", "... Thirty were wounded.": those told right
    before."""
    i, others = item.counted.first, item.counted.noun == "others"
    last = next((c for c in reversed(before) if c.part_of is None), None)
    if last is None or last.measure not in HARMS or last.group in (None, "people"):
        return None
    others = others or (sentence.word(i - 1) in ("another", "further") and not named_sides(sentence))
    near = others and last.start_char >= sentence.tokens[max(0, i - OTHERS_REACH)].start
    told = [c for c in before if document.sentence_at(c.start_char).index == sentence.index - 1]
    if near and len(_sides_listed(sentence, before, last)) > 1:
        return "people"  # "two women and two soldiers, wounding several others"
    opens = i <= 1 + others and bool(told) and len({c.group for c in told if c.measure in HARMS}) == 1
    opens = opens and (others or (item.measure == "injured" != last.measure and last.group.endswith("fighters")))
    return last.group if near or opens else None


def _sides_listed(sentence: Sentence, before: list[Claim], last: Claim) -> set[str | None]:
    """The groups that the sentence lists up to the ``last`` claim, and befell the same."""
    alike = (c for c in before if c.start_char >= sentence.start and c.measure == last.measure and not c.part_of)
    listed = (c for c in alike if c is last or OTHER_CLAUSE.search(sentence.document.lower, c.end_char, last.start_char) is None)
    return {c.group for c in listed} - {"people"}


def _carried(sentence: Sentence, i: int) -> str | None:
    """The soldiers of "attacked a bus carrying soldiers and killed 13", struck before word ``i``."""
    verb = next((n for n in range(i - 1, -1, -1) if sentence.words[n] in ("carrying", "transporting")), None)
    named = next((m for m in people_named(sentence) if verb is not None and 0 < m.first - verb <= CARRIED_REACH and m.last <= i), None)
    return _group_named(sentence, named) if named else None


def _of_toll_before(document: Document, sentence: Sentence, item: Governed, before: list[Claim]) -> str | None:
    """ "Thirty Turkish soldiers were killed ... Earlier he had put the dead at 22": the one side whose dead the lines before count."""
    told = [c for c in before if c.measure == item.measure and sentence.index - document.sentence_at(c.start_char).index <= TOPIC_REACH]
    groups = {c.group for c in told if c.part_of is None}
    group = groups.pop() if len(groups) == 1 else None
    the_dead = item.trigger is not None and sentence.words[item.trigger.first] == "the"
    return group if the_dead and group and group.endswith("fighters") and not named_sides(sentence) else None


def _apposed(sentence: Sentence, i: int) -> str | None:
    """ "The remaining jihadists, 200 at most, were cornered": the people right before the comma before word ``i``."""
    if i < 2 or sentence.word(i - 1) != ",":
        return None
    noun = next((m for m in people_named(sentence) if m.last == i - 1), None)
    group = _group_named(sentence, noun) if noun else None
    return None if group == "people" else group


def _antecedent(document: Document, sentence: Sentence, item: Governed, told: list[Claim]) -> str | None:
    """Whom "killed 30 of them" means: the people named last in the sentence, but for its verb's subject, or a side of the one before."""
    verb = item.trigger if item.trigger and item.trigger.last <= item.counted.first else None
    joined = verb is not None and sentence.word(verb.first - 1) in ("and", "then", ",")  # its subject is further off
    until = verb.first - (0 if joined else AGENT_REACH) if verb else item.counted.first
    words = sentence.words
    told_by = next((i for i, word in enumerate(words[:until]) if word in SPEECH), 0)  # who speaks is not spoken of
    own = [m for m in people_named(sentence) if sentence.word(m.first - 1) not in POSSESSIVE]
    if here := [m for m in own if told_by <= m.first and m.last <= until]:
        return _group_named(sentence, here[-1])
    if item.measure in HARMS and (mine := [c for c in told if c.start_char >= sentence.start and c.measure in HARMS]):
        return mine[-1].group  # "eight of the wounded were flown out, and one of them died"
    counted = {c.group for c in told if c.group and document.sentence_at(c.start_char).index == sentence.index - 1}
    if counted == {"people"} and item.measure in HARMS:
        return "people"  # "medics tended to 14 wounded. Two of them died"
    counted -= {"people"}
    if len(counted) == 1:
        return counted.pop()
    before = document.sentences[sentence.index - 1] if sentence.index else None
    named = [m for m in people_named(before) if "against" not in before.words[max(0, m.first - 2) : m.first]] if before else []
    there = groups_of(before, named) if before else []
    there += [side for m in named if before.word(m.first - 1) in POSSESSIVE and (side := side_before(before, m.first - 1))]
    return next((group for group in reversed(there) if group.endswith("fighters")), there[-1] if there else None)


def groups_of(sentence: Sentence, named: list[Match[Entry]]) -> list[str]:
    """The groups of nouns for people, in their order, of those that tell one."""
    return [group for m in named if (group := _group_named(sentence, m)) not in (None, "people")]


def _group_named(sentence: Sentence, noun: Match[Entry]) -> str | None:
    """The group of a noun for people with the side right before it ("al-Nusra terrorists")."""
    return group_of(sentence, [*(m for m in named_sides(sentence) if m.last == noun.first), noun])
