"""For which side those counted fight, by the clause around: "four of their men", "the army lost 12", "on the government side 104"."""

import re

from analysis.extraction.claim import HARMS
from analysis.extraction.parties import side_of
from analysis.extraction.quantities import begins_number
from analysis.extraction.sentences import GENITIVES, Document, Sentence, kept
from analysis.extraction.speakers import speaker_of
from analysis.extraction.speech.marks import about_iraq
from analysis.extraction.terms import Match
from analysis.extraction.what.auxiliaries import HAVE
from analysis.extraction.what.clauses import SPEECH
from analysis.extraction.what.governed import Governed
from analysis.extraction.what.senses import Sense
from analysis.extraction.where.mentions import is_in_iraq
from analysis.extraction.who.sides import (
    OWN,
    before_allies,
    class_before,
    is_about,
    named_sides,
    people_named,
    side_before,
    state_before,
    state_ends,
)

LOSING = ("had lost", "has lost", "have lost", "lost", "losing", "loses")
BURYING = ("buried", "buries", "burying", "mourned")  # their own
COSTING = ("cost", "costs", "costing")
GAPPING = frozenset(("and", ",", "while", "against", "but"))
FIGHTING = frozenset("clashes fighting battle battles combat".split())
OWNING = (*GENITIVES, "'", "’")
OWN_NOUNS = (None, "men", "martyrs")
MEN_AND_WOMEN = ["men", "and", "women"]
ITSELF_REACH = 4  # words of "on Thursday that they"
AGENT_REACH = 3  # words before a verb in which its subject is looked for
ATTACKS = frozenset("attack attacks assault assaults onslaught offensive bombing bombings blast blasts".split())
SPOKEN_OF = OWN | {"they", "it"}
BOTH_REACH = 8  # words of "80 fighters on both sides"
PAYING = (["with", "the", "loss"], ["for", "the", "loss"], ["at", "the", "loss"])
PUTS = frozenset("put puts putting gave gives raised raises revised lowered".split())
OWN_LOSSES = re.compile(r"\b(?:its|their|his|her) (?:own |side['’]s )?(?:losses|casualties)\b[\w ]{0,24} (?:at|as)\b")
OWNER_REACH = 4  # words before "death toll" in which its side is named


def own_side(document: Document, sentence: Sentence, item: Governed) -> str | None:
    """ "Four of their men", "his fighters", "82 of its own", "we have 15 martyrs": the speaker's side, or the one named before."""
    counted, words = item.counted, sentence.words
    phrase = words[counted.quantity.last : counted.last]
    ours = bool({"our", "my"} & set(phrase)) or words[max(0, counted.first - 2) : counted.first - 1] == ["we"]
    at = counted.quantity.start - sentence.start
    losses = list(OWN_LOSSES.finditer(sentence.lower, 0, at)) if counted.noun is None else []
    if losses and ";" not in sentence.lower[losses[-1].end() : at]:
        i = sum(token.start - sentence.start <= losses[-1].start() for token in sentence.tokens)
        return side_before(sentence, i) or state_before(sentence, i)  # "the army put its own losses at six dead and nine wounded"
    if (
        counted.group == "civilians"
        or not (ours or OWN & set(phrase))
        or not (counted.kind == "force" or counted.noun in OWN_NOUNS or phrase[-3:] == MEN_AND_WOMEN)
    ):
        return None
    if counted.noun != "members" and any(counted.quantity.last <= m.first and m.last < counted.last for m in named_sides(sentence)):
        return None  # "two of its Turkish soldiers"
    by_the_other = item.trigger is not None and "own" not in phrase and behind_the_agent(sentence, item)
    until = item.trigger.first - AGENT_REACH if item.trigger and by_the_other else counted.first
    named = losing_side(sentence, item) or side_before(sentence, until) or state_before(sentence, until)
    if not ours and "his" not in phrase and _says_of_itself(sentence, counted.first):
        named = side_of(speaker_of(document, sentence, counted.quantity.start)) or named
    if words[:2] in (["it", "said"], ["it", "says"]) and not ours and (subject := _subject_before(sentence)):
        return subject  # "The SDF denied it. It said shelling had killed four of its fighters"
    if not ours and (named or item.measure not in HARMS):
        return named
    speaker = speaker_of(document, sentence, counted.quantity.start)
    told = side_of(speaker) or named if ours or speaker != "state_media" else named
    return told or (None if "his" in phrase else _subject_before(sentence))


def _says_of_itself(sentence: Sentence, until: int) -> bool:
    """ "The force said on Thursday that they had beaten back an attack": whose "its" behind that is."""
    told = max((i for i, word in enumerate(sentence.words[:until]) if word in SPEECH), default=-1)
    return told >= 0 and not {"they", "it"}.isdisjoint(sentence.words[told + 1 : told + 1 + ITSELF_REACH])


def _subject_before(sentence: Sentence) -> str | None:
    """The side that the sentence before names first: "The SDF began an assault. Since then 90 of its fighters have died"."""
    if not sentence.index:
        return None
    sides = [m.entry.group for m in named_sides(sentence.document.sentences[sentence.index - 1]) if m.entry.kind == "owner"]
    return next((side for side in sides if (side or "").endswith("fighters")), None)


def losing_side(sentence: Sentence, item: Governed) -> str | None:
    """ "The army lost 12 men", "it cost the army 12 men": the side that the verb's subject or its other object names."""
    verb = item.trigger
    if verb is not None and sentence.words[verb.first] in COSTING:
        sides = [m.entry.group for m in named_sides(sentence) if verb.last <= m.first and m.last <= item.counted.first]
        return sides[-1] if sides else None
    if verb is None or sentence.words[verb.first] not in LOSING or verb.last > item.counted.first:
        return None
    if sentence.word(verb.first - 1) in ("and", "but"):  # "the army killed 17 jihadists and lost nine"
        return next((m.entry.group for m in named_sides(sentence) if m.last <= verb.first), None)
    subject = class_before(sentence, verb.last, LOSING)
    if subject and subject.kind != "force":
        return subject.group
    fighters = item.counted.noun in OWN_NOUNS or item.counted.kind == "force"
    state = state_before(sentence, verb.first) if fighters else None  # "President Assad's forces, which lost 20 men"
    named = side_before(sentence, verb.first) or (subject.group if subject else None) or state
    return named or (_subject_before(sentence) if fighters and sentence.words[:1] in (["it"], ["they"]) else None)


def paying_side(sentence: Sentence, item: Governed) -> str | None:
    """ "Rebels took the hill for the loss of nine of their own": the first side named of the clause, which paid for it."""
    verb = item.trigger
    if verb is None or sentence.words[max(0, verb.first - 2) : verb.first + 1] not in PAYING or verb.last > item.counted.first:
        return None
    sides = sorted([*named_sides(sentence), *people_named(sentence)], key=lambda m: m.first)
    sides = [m for m in sides if m.last <= verb.first and (m.entry.group or "").endswith("fighters")]
    sides = [m for m in sides if not any(begins_number(sentence, i) for i in range(max(0, m.first - 2), m.first))]  # "killed 40 jihadists"
    told = max((i for i, word in enumerate(sentence.words[: verb.first]) if word in SPEECH), default=-1)
    speaks = "his" in sentence.words[verb.last : item.counted.last] or not SPOKEN_OF.isdisjoint(sentence.words[told + 1 : told + 3])
    theirs = told >= 0 and speaks  # "he said his men had taken it", "said they had taken it"
    of_clause = [m for m in sides if m.first > told and not theirs] or sides
    if not of_clause and sentence.index and not OWN.isdisjoint(sentence.words[verb.last : item.counted.last]):
        of_clause = named_sides(sentence.document.sentences[sentence.index - 1])[-1:]
    return of_clause[0].entry.group if of_clause else None


def losing_state(sentence: Sentence, item: Governed) -> str | None:
    """ "Turkey has lost 46 soldiers": the side of the state that is the verb's subject, whose soldiers the words do not tell."""
    verb = item.trigger
    if verb is None or sentence.words[verb.first] not in LOSING or item.counted.kind != "force" or verb.last > item.counted.first:
        return None
    i = verb.first
    while sentence.word(i - 1) in HAVE:
        i -= 1
    named = named_sides(sentence)
    known = any(m.last <= item.counted.last for m in named) or not state_ends(sentence, i)
    return None if known else state_before(sentence, i)


def side_beside(sentence: Sentence, i: int) -> str | None:
    """The side of a clause without a noun: "the SDF has lost 40 fighters and Islamic State 90", "... and the SDF has lost at least 89"."""
    i = before_allies(sentence.words, i)
    while i and (sentence.word(i - 1) in LOSING or sentence.word(i - 1) in ("has", "have", "had")):
        i -= 1
    if sentence.word(i - 1) == "at" and sentence.word(i - 2) in OWNING:
        i -= 2  # "put the army's dead at 12 and the rebels' at nine"
    sides = [m for m in (*named_sides(sentence), *people_named(sentence)) if (m.entry.group or "").endswith("fighters")]
    named = next((m for m in sides if m.last == i), None)
    joined = named is not None and GAPPING & set(sentence.words[max(0, named.first - 2) : named.first])
    return named.entry.group if named and joined else None


def of_both_sides(sentence: Sentence, i: int) -> bool:
    """ "Clashes between the army and Islamic State have killed 50 combatants"."""
    words = sentence.words
    between = next((j for j in range(1, len(words)) if words[j] == "between" and words[j - 1] in FIGHTING), None)
    end = i if between is not None and between < i else len(words)
    sides = [m for m in (*named_sides(sentence), *people_named(sentence)) if (m.entry.group or "").endswith("fighters")]
    fought = between is not None and len({m.entry.group for m in sides if between < m.first < end}) > 1
    numbered = {m.entry.group for m in sides if m.first > i and begins_number(sentence, m.first - 1)}
    if len(numbered) > 1:
        return True  # "62 fighters died, 20 soldiers and 42 rebels"
    behind = words[i : i + BOTH_REACH]
    return fought or ("both" in behind and behind[behind.index("both") : behind.index("both") + 2] == ["both", "sides"])


def behind_the_agent(sentence: Sentence, item: Governed) -> int:
    """The first word behind "The SDF captured" in "The SDF captured 63 fighters": who does it is not who it is done to."""
    verb = item.trigger
    if verb is None or verb.last > item.counted.first or item.relation not in ("beside", "far") or item.measure not in (*HARMS, "detained"):
        return 0
    first = max(
        (i + 1 for i in range(max(0, verb.first - AGENT_REACH), verb.first - 1) if sentence.words[i] == ","),
        default=verb.first - AGENT_REACH,
    )
    subject = sentence.words[max(0, first) : verb.first]
    near = not {",", *LOSING, *BURYING} & {*subject, sentence.words[verb.first]} and side_before(sentence, verb.first, first)
    return verb.last if near and any(s.form in ("object", "both") for s in verb.entry) else 0


def side_of_toll(sentence: Sentence, toll: Match[tuple[Sense, ...]], i: int) -> str | None:
    """The side named beside the toll of the figure at word ``i``, but for whose attack it was ("the toll from an IS bombing")."""
    gap = sentence.words[toll.last : i]
    if gap[:1] == ["of"] and not ATTACKS.isdisjoint(gap):
        return None  # "the toll of the IS attacks has risen to 246"
    counting = next((n for n in range(toll.first - 1, max(0, toll.first - OWNER_REACH) - 1, -1) if sentence.words[n] in PUTS), None)
    floor = toll.first - OWNER_REACH if counting is None else counting  # "the regime's agency put the number of dead at 30"
    if gap[:1] not in (["from"], ["in"], ["after"], ["following"], ["when"]):
        return side_before(sentence, i, floor)
    target = next((toll.last + n for n, word in enumerate(gap) if word in ("on", "against")), None)
    return side_before(sentence, i, target) if target else side_before(sentence, toll.first, floor)


def in_iraq(sentence: Sentence, noun: str | None, group: str | None) -> str | None:
    """In an article about Iraq soldiers are Iraq's, the Kurds beside the peshmerga their own, and insurgents Islamic State's."""
    if not (about_iraq(sentence.document) or is_in_iraq(sentence)) or _names_syrians(sentence):
        return group
    kurds = "peshmerga" in sentence.words or (noun or "").startswith("police") or _tells_of_peshmerga(sentence.document)
    if group == "government_fighters" or (group == "sdf_fighters" and kurds):
        return "other_fighters"
    return "is_fighters" if noun == "insurgents" and is_about(sentence.document, "is_fighters") else group


@kept
def _tells_of_peshmerga(document: Document) -> bool:
    """Whether an article's Kurdish fighters are Iraq's."""
    return "peshmerga" in document.lower and not any(name in document.lower for name in ("ypg", "syrian democratic", "people's protection"))


def _names_syrians(sentence: Sentence) -> bool:
    """Whether the sentence says that these are Syria's: "the Syrian army", "Assad's troops"; not "from the Syrian side"."""
    sides = (sentence.words[m.first] for m in named_sides(sentence))
    return any(word.startswith("syria") for word in sides) or any(word.startswith("assad") for word in sentence.words)
