"""Who is meant where a phrase does not say: "25", "20 others", "12 fighters", by the words around and the claims before."""

from analysis.extraction.claim import Claim
from analysis.extraction.clauses import SPEECH
from analysis.extraction.fates import Governed
from analysis.extraction.marks import about_iraq
from analysis.extraction.sentences import Document, Sentence
from analysis.extraction.sides import (
    OWN,
    POSSESSIVE,
    Entry,
    class_before,
    class_inside,
    group_of,
    is_about,
    named_sides,
    people_named,
    side_before,
)
from analysis.extraction.speakers import speaker_of
from analysis.extraction.terms import Match
from analysis.extraction.totals import TOPIC_REACH, says_them

HARMS = ("killed", "injured", "casualties")
LOSING = ("had lost", "has lost", "have lost", "lost", "losing", "loses")
GAPPING = frozenset(("and", ",", "while", "against", "but"))
COSTING = ("cost", "costs", "costing")
OWN_NOUNS = (None, "men", "martyrs")
SIDE_OF = {
    "sdf": "sdf_fighters",
    "kurdish_officials": "sdf_fighters",
    "government": "government_fighters",
    "state_media": "government_fighters",
    "is": "is_fighters",
    "rebels": "other_fighters",
    "iraq": "other_fighters",
    "coalition": "other_fighters",
    "us_government": "other_fighters",
}
AGENT_REACH = 3  # words before a verb in which its subject is looked for
OTHERS_REACH = 8  # words back to the people of whom "others" are the rest
OPENING_REACH = 7  # words of "on the side of the government"
OWNER_REACH = 4  # words before "death toll" in which its side is named


def who_is_meant(
    document: Document, sentence: Sentence, item: Governed, measure: str, total: Claim | None, restated: Claim | None, before: list[Claim]
) -> str | None:
    """The group of a counted phrase: its noun's own, or else the one that its total, its verb or the telling before gives it."""
    counted = item.counted
    group = counted.group or (restated.group if restated else _context_group(document, sentence, item, total, before))
    if group == "people" and "such" in sentence.words[counted.quantity.last : counted.last]:
        group = next((c.group for c in reversed(before) if c.measure == measure), group)  # "conceded 104 such deaths"
    if total and counted.definite and counted.kind == "casualty" and not counted.predicate:
        group = total.group  # "38 of the deaths"
    here = bool(before) and before[-1].start_char >= sentence.start
    if here and counted.noun is None and not total and (side := _side_beside(sentence, counted.first)):
        group = side
    if group == "people" and (side := _losing_side(sentence, item)):
        group = side
    if measure == "detained" and group == "people" and _are_nationals(sentence, item):
        taken = next((c.group for c in reversed(before) if c.measure == measure and c.part_of is None), None)
        group = taken if taken and taken.endswith("fighters") else group  # "arrested 24 jihadists ... handed over 130 Iraqis"
    if side := _own_side(document, sentence, item):
        group = side
    if about_iraq(document) and not _names_syrians(sentence):
        group = _in_iraq(sentence, counted.noun, group)
    if group == "people" and total and total.group and total.group.endswith("fighters") and total.measure == measure:
        group = total.group  # "24 jihadists, among them eight foreigners"
    gives_up = measure == "detained" and group == "people" and counted.noun is None and _gives_up(sentence, item)
    if (gives_up or (measure == "remaining" and counted.noun == "men")) and is_about(document, "is_fighters"):
        group = "is_fighters"  # "they have 1,000 men left", "60 gave themselves up"
    return group


def _context_group(document: Document, sentence: Sentence, item: Governed, total: Claim | None, before: list[Claim]) -> str:
    """Who "25", "20 others" or "12 fighters" are, where the phrase does not say."""
    counted = item.counted
    here = [
        c for c in before if c.start_char >= sentence.start and c.group and c.unit != "share" and (c.part_of is None or not counted.noun)
    ]
    if counted.kind == "force":
        fighters = [c.group for c in here or before if c.group and c.group.endswith("fighters")]
        about_is = item.measure in ("detained", "remaining") and is_about(document, "is_fighters")
        side = side_before(sentence, counted.first, _behind_the_agent(sentence, item))
        return side or ("is_fighters" if about_is else fighters[-1] if fighters else "other_fighters")
    if total and total.group:
        return total.group
    if item.relation == "toll" and item.trigger is not None and item.trigger.entry[0].form == "toll":
        if named := class_inside(sentence, item.trigger.first - 1, item.trigger.last):
            return named
        if item.measure in HARMS and sentence.words[item.trigger.first - 1] in ("their", "its") and before and before[-1].group:
            return before[-1].group
        if item.measure in HARMS and (side := side_before(sentence, counted.first, item.trigger.first - OWNER_REACH)):
            return side
    if counted.definite and says_them(sentence, item) and (meant := _antecedent(document, sentence, item, before)):
        return meant
    named = (
        _groups_of(sentence, [m for m in people_named(sentence) if m.last <= counted.first]) if item.relation == "toll" and not here else []
    )
    if item.measure in ("released", "detained") and named:
        return named[0]  # "militants were handed over, bringing to 280 the number repatriated"
    if counted.noun is None and (fronted := _fronted_side(sentence, counted.first)):
        return fronted
    if counted.noun in ("others", None) and (rest := _rest_of(document, sentence, item, before)):
        return rest
    if counted.noun is None and (apposed := _apposed(sentence, counted.first)):
        return apposed
    same = [c for c in before if c.measure == item.measure and c.group and c.value is not None and c.value == counted.quantity.value]
    if same and counted.noun is None:
        return same[-1].group or "people"
    whole = [c for c in here if c.part_of is None] or here
    if whole:
        mixed = item.measure != whole[-1].measure and len({c.group for c in whole if c.measure == whole[-1].measure}) > 1
        return "people" if mixed else whole[-1].group or "people"
    if counted.definite and (item.measure not in HARMS or any(c.measure == item.measure for c in before)):
        return side_before(document.sentences[max(0, sentence.index - 1)], 10**6) or "people"
    topic = [
        c
        for c in before
        if c.measure == item.measure not in HARMS
        and c.part_of is None
        and sentence.index - document.sentence_at(c.start_char).index <= TOPIC_REACH
    ]
    return (topic[-1].group if topic and counted.noun is None else None) or "people"


def _fronted_side(sentence: Sentence, i: int) -> str | None:
    """ "On the government side there were 104 killed and 431 wounded": the side with which the sentence opens."""
    opening = sentence.words[: min(i, OPENING_REACH)]
    return side_before(sentence, opening.index("side")) if opening[:1] == ["on"] and "side" in opening else None


def _rest_of(document: Document, sentence: Sentence, item: Governed, before: list[Claim]) -> str | None:
    """ "Eight soldiers were killed and 20 others injured", "... Three others were wounded.", "... Thirty were wounded.": those told right
    before."""
    i, others = item.counted.first, item.counted.noun == "others"
    last = next((c for c in reversed(before) if c.part_of is None), None)
    if last is None or last.measure not in HARMS or last.group in (None, "people"):
        return None
    near = others and last.start_char >= sentence.tokens[max(0, i - OTHERS_REACH)].start
    told = [c for c in before if document.sentence_at(c.start_char).index == sentence.index - 1]
    opens = i <= 1 and bool(told) and len({c.group for c in told if c.measure in HARMS}) == 1
    opens = opens and (others or (item.measure == "injured" != last.measure and last.group.endswith("fighters")))
    return last.group if near or opens else None


def _apposed(sentence: Sentence, i: int) -> str | None:
    """ "The remaining jihadists, 200 at most, were cornered": the people right before the comma before word ``i``."""
    if i < 2 or sentence.words[i - 1] != ",":
        return None
    noun = next((m for m in people_named(sentence) if m.last == i - 1), None)
    group = _group_named(sentence, noun) if noun else None
    return None if group == "people" else group


def _antecedent(document: Document, sentence: Sentence, item: Governed, told: list[Claim]) -> str | None:
    """Whom "killed 30 of them" means: the people named last in the sentence, but for its verb's subject, or a side of the one before."""
    verb = item.trigger if item.trigger and item.trigger.last <= item.counted.first else None
    joined = verb is not None and verb.first > 0 and sentence.words[verb.first - 1] in ("and", "then", ",")  # its subject is further off
    until = verb.first - (0 if joined else AGENT_REACH) if verb else item.counted.first
    words = sentence.words
    told_by = next((i for i, word in enumerate(words[:until]) if word in SPEECH), 0)  # who speaks is not spoken of
    if here := [m for m in people_named(sentence) if told_by <= m.first and m.last <= until and words[m.first - 1] not in POSSESSIVE]:
        return _group_named(sentence, here[-1])
    counted = {c.group for c in told if document.sentence_at(c.start_char).index == sentence.index - 1 and c.group != "people"}
    if len(counted) == 1:
        return counted.pop()
    before = document.sentences[sentence.index - 1] if sentence.index else None
    there = _groups_of(before, people_named(before)) if before else []
    return next((group for group in reversed(there) if group.endswith("fighters")), there[-1] if there else None)


def _groups_of(sentence: Sentence, named: list[Match[Entry]]) -> list[str]:
    """The groups of nouns for people, in their order, of those that tell one."""
    return [group for m in named if (group := _group_named(sentence, m)) not in (None, "people")]


def _group_named(sentence: Sentence, noun: Match[Entry]) -> str | None:
    """The group of a noun for people with the side right before it ("al-Nusra terrorists")."""
    return group_of(sentence, [*(m for m in named_sides(sentence) if m.last == noun.first), noun])


def _behind_the_agent(sentence: Sentence, item: Governed) -> int:
    """The first word behind "The SDF captured" in "The SDF captured 63 fighters": who does it is not who it is done to."""
    verb = item.trigger
    if verb is None or verb.last > item.counted.first or item.relation not in ("beside", "far") or item.measure not in (*HARMS, "detained"):
        return 0
    subject = sentence.words[max(0, verb.first - AGENT_REACH) : verb.first]
    near = not {",", *LOSING} & {*subject, sentence.words[verb.first]} and side_before(sentence, verb.first, verb.first - AGENT_REACH)
    return verb.last if near and any(s.form in ("object", "both") for s in verb.entry) else 0


def _in_iraq(sentence: Sentence, noun: str | None, group: str | None) -> str | None:
    """In an article about Iraq soldiers are Iraq's, the Kurds beside the peshmerga their own, and insurgents Islamic State's."""
    if group == "government_fighters" or (group == "sdf_fighters" and "peshmerga" in sentence.words):
        return "other_fighters"
    return "is_fighters" if noun == "insurgents" and is_about(sentence.document, "is_fighters") else group


def _names_syrians(sentence: Sentence) -> bool:
    """Whether the sentence says that these are Syria's: "the Syrian army", "Assad's troops"; not "from the Syrian side"."""
    sides = (sentence.words[m.first] for m in named_sides(sentence))
    return any(word.startswith("syria") for word in sides) or any(word.startswith("assad") for word in sentence.words)


def _side_beside(sentence: Sentence, i: int) -> str | None:
    """The side of a clause without a noun: "the SDF has lost 40 fighters and Islamic State 90", "... and the SDF has lost at least 89"."""
    while i and (sentence.words[i - 1] in LOSING or sentence.words[i - 1] in ("has", "have", "had")):
        i -= 1
    named = next((m for m in named_sides(sentence) if m.last == i and m.entry.kind == "owner"), None)
    joined = named is not None and GAPPING & set(sentence.words[max(0, named.first - 2) : named.first])
    return named.entry.group if named and joined else None


def _losing_side(sentence: Sentence, item: Governed) -> str | None:
    """ "The army lost 12 men", "it cost the army 12 men": the side that the verb's subject or its other object names."""
    verb = item.trigger
    if verb is not None and sentence.words[verb.first] in COSTING:
        sides = [m.entry.group for m in named_sides(sentence) if verb.last <= m.first and m.last <= item.counted.first]
        return sides[-1] if sides else None
    if verb is None or sentence.words[verb.first] not in LOSING or verb.last > item.counted.first:
        return None
    subject = class_before(sentence, verb.last, LOSING)
    if subject and subject.kind != "force":
        return subject.group
    return side_before(sentence, verb.first) or (subject.group if subject else None)


def _are_nationals(sentence: Sentence, item: Governed) -> bool:
    """Whether people are counted by their nation: "130 Iraqis", "13 French nationals", "two foreigners"."""
    noun = sentence.tokens[item.counted.last - 1]
    return item.counted.noun in ("nationals", "foreigners") or (
        item.counted.noun == noun.lower and sentence.document.text[noun.start].isupper()
    )


def _own_side(document: Document, sentence: Sentence, item: Governed) -> str | None:
    """ "Four of their men", "his fighters", "82 of its own", "we have 15 martyrs": the speaker's side, or the one named before."""
    counted, words = item.counted, sentence.words
    phrase = words[counted.quantity.last : counted.last]
    ours = bool({"our", "my"} & set(phrase)) or words[max(0, counted.first - 2) : counted.first - 1] == ["we"]
    if not (ours or OWN & set(phrase)) or not (counted.kind == "force" or counted.noun in OWN_NOUNS):
        return None
    if counted.noun != "members" and any(counted.quantity.last <= m.first and m.last < counted.last for m in named_sides(sentence)):
        return None  # "two of its Turkish soldiers"
    by_the_other = item.trigger is not None and _behind_the_agent(sentence, item)
    named = side_before(sentence, item.trigger.first - AGENT_REACH if item.trigger and by_the_other else counted.first)
    if ours or (named is None and "his" in phrase):
        return SIDE_OF.get(speaker_of(document, sentence, counted.quantity.start), named)
    return named


def _gives_up(sentence: Sentence, item: Governed) -> bool:
    """ "60 had surrendered": who gives himself up has fought."""
    verb = sentence.words[item.trigger.first : item.trigger.last] if item.trigger else []
    return bool(verb) and (verb[0].startswith("surrender") or verb[-1] in ("themselves", "up", "in"))
