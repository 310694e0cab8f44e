"""The clause around counted phrases: which words tell what befell people, and how far their grammar reaches.

Words that may stand between a subject and its verb, passives, and inserts.
"""

import re

from analysis.extraction.counted import Counted
from analysis.extraction.sentences import DASHES, GENITIVES, Sentence
from analysis.extraction.terms import Match
from analysis.extraction.what.auxiliaries import HAVE, PASSIVE
from analysis.extraction.what.numbers_of import COMPLEMENT_REACH, COUNTS, number_of
from analysis.extraction.what.senses import Sense, vocabulary
from analysis.extraction.what.unreal import Unreal
from analysis.extraction.where.mentions import mentions
from analysis.extraction.who.sides import HOSPITALS
from analysis.extraction.who.sides import vocabulary as side_words

AUXILIARIES = PASSIVE | HAVE
# What may stand between a number's noun and its verb, or between a verb and its object.
ADVERBS = frozenset(
    "also reportedly already since so far still now then later there apparently allegedly together alone all both either themselves"
    " initially currently again just who that which more confirmed believed thought said to have found left fatally severely seriously"
    " critically badly lightly overnight tuesday monday wednesday thursday friday saturday sunday today yesterday not".split()
)
DETERMINERS = frozenset(
    "the a an another other further additional its their his of total up some just only barely as well also these those for last"
    " remaining".split()
)
LIVING = frozenset(("live", "living", "lives", "lived", "population", "home", "reached"))
REACHED = frozenset("town city village camp border frontier crossing outskirts lines side countryside province".split())
NOUN_REACH = 6  # words of "the government-held town"
HOMELESS = re.compile(r"\b(?:camps?|tents?|shelters?|displac\w+|refug\w+|makeshift|open air|in the open|settlements?|fled|homeless)\b")
CAMPS = frozenset(("camp", "camps"))
CAMP = re.compile(r"\b(?:camps?|tents?|shelters?|makeshift|settlements?)\b")
BEFORE_THE_WAR = re.compile(r"\bbefore\s+(?:the\s+(?:\w+\s+)?(?:war|conflict|uprising)|201[0-4])\b|\bpre-?war\b")
TAKEN = re.compile(
    r"\b(?:kidnap|abduct|captiv|captor|hostage|enslave|yazidi|yezidi|prison|jail|swap|carried off"
    r"|(?:who|women|girls|children) (?:were|was|had been) seized)"
)
LEAVING = frozenset(("left", "leave", "leaving", "quit", "abandoned", "escaped", "exited"))
SPEECH = frozenset("said says told reported adding saying citing noting".split())
SUBORDINATE = frozenset(("after", "when", "while", "but", "although"))
HARM_VERBS = ("killed", "injured")
PART_REACH = 7  # words of "among them many women"
KILLED = ("killed", "dead", "martyred", "kills", "kill")  # "25 killed injured", "kills injures 25", in a headline
INJURED = ("injured", "wounded", "hurt", "injures", "injure", "wounds", "wound")
HEDGED = (["or", "more"], ["or", "so"], ["or", "fewer"], ["at", "least"], ["at", "most"])  # behind a noun: "48 people or more"
# A toll and its figure: "nears 400", "rose to 400"
NEARING = frozenset("nears nearing exceeds exceeding exceeded approaching surpassing surpasses surpassed tops topped past".split())
LEADING_TO = frozenset(
    "to at of is was rose risen climbed fell fallen dropped shrunk grown"
    " reached reaching become becomes became as from exceeded topped topping surpassed neared number numbered passed hit : than"
    " passes tops nears exceeds hits reaches surpasses crosses"
    ' “ "'.split()
)
BREAKS = frozenset((";", "?", "!"))  # a full stop inside a sentence is an abbreviation's
COMPANY = frozenset("with together along alongside , it he said".split())
COMPANY_REACH = 7  # words of ", it said, together with"
CAMP_REACH = 6
FAMILY_REACH = 3  # words of "an entire Iraqi" before "family of four"
JOINED_REACH = 9  # words of "were pulled from their cars and"
PHRASE_REACH = 3  # words of "the al-Hol camp"
PLACED = frozenset("near at in of from outside inside around beside by to with".split())
SUBJECT_REACH = 6  # words of "the camp in the north also"
INSERT_REACH = 12  # ... and of "the convoy, which reached the north on Saturday,"
PLACE_REACH = 10  # words of "in the east of the city"


class Clause(Unreal):
    """One sentence's phrases and triggers, and the grammar that relates them."""

    def __init__(self, sentence: Sentence, items: list[Counted]) -> None:
        self.sentence, self.items = sentence, items
        self.words = ["IS" if t.lower == "is" and sentence.document.text[t.start : t.end] == "IS" else t.lower for t in sentence.tokens]
        terms, self.heads = vocabulary(sentence.document.lexicon)
        inside = {k for c in items for k in range(c.first, c.last)}
        sides = [m for m in side_words(sentence.document.lexicon).all(sentence) if m.entry.kind == "owner"]
        self.names = {k for m in sides for k in range(m.first, m.last)}  # "the Free Syrian Army" frees nobody
        self.terms = terms
        self.parts: list[int | None] = []
        told = [
            m for m in terms.all(sentence) if m.first not in inside | self.names and not self.is_compound(m.first) and not self.is_rest(m)
        ]
        told = [m for m in told if not self._is_course(m)]
        tolls = [toll for i in range(len(self.words)) if (toll := number_of(sentence, self.words, i, terms, self.heads, self.in_camp))]
        told = [m for m in told if not any(toll.first <= m.first < toll.last for toll in tolls)]
        self.triggers = sorted([*told, *tolls], key=lambda m: m.first)

    def opening(self, c: Counted) -> int:
        """The first word of a phrase: of "an entire Iraqi family of (four)" its article."""
        if self.words[max(0, c.first - 2) : c.first] != ["family", "of"]:
            return c.first
        opens = range(c.first - 3, max(-1, c.first - 3 - FAMILY_REACH), -1)
        return next((i for i in opens if self.words[i] in ("a", "an", "one", "the", "another")), c.first - 2)

    def in_camp(self, i: int) -> bool:
        """Whether "in the camp" or "at Al-Hol" stands at word ``i``."""
        camps = [m.first for m in mentions(self.sentence) if m.place.kind == "camp"]
        there = not CAMPS.isdisjoint(self.words[i : i + CAMP_REACH]) or any(i < at < i + CAMP_REACH for at in camps)
        return there and self.word(i) in ("in", "at", "inside", "into")

    def is_rest(self, match: Match[tuple[Sense, ...]]) -> bool:
        """ "The remaining 36": the rest of what is counted, which tells nothing of them."""
        return self.words[match.first] == "remaining" and any(c.first == match.last for c in self.items)

    def _is_course(self, match: Match[tuple[Sense, ...]]) -> bool:
        """ "Had gone up to": of a figure, and of nobody who went."""
        return self.word(match.last - 1) == "gone" and self.word(match.last) in ("up", "down")

    def are_captives(self, c: Counted) -> bool:
        """Whether a phrase counts captives: its noun says so, or the sentence tells how they were taken."""
        return self.heads.get(c.noun or "") == "detained" or self.sentence.says(TAKEN)

    def are_suspects(self, c: Counted) -> bool:
        """Whether a phrase counts Islamic State's men or suspects: of "received 130" those who are handed over."""
        return c.group == "is_fighters" or c.detail == "suspected" or self.word(c.last) in ("suspected", "accused")

    def complement_end(self, c: Counted) -> int:
        """The word behind "of the ..." after a noun: "members of the group | killed by"; the noun's own end where no verb follows."""
        i = c.last + 2 * (self.words[c.last : c.last + 2] in HEDGED)
        if c.noun is not None and (verb := self._behind_part(i)):
            return verb
        if c.noun is None or i >= len(self.words) or self.trigger_at(i) or self.words[i] not in ("of", "from", "belonging", "in", "on"):
            return i
        reach = COMPLEMENT_REACH if self.words[i] == "of" else PLACE_REACH
        for j in range(i + 1, min(i + reach, len(self.words))):
            verb = self.words[j] in PASSIVE and self.words[j] not in GENITIVES
            if verb or self.words[j] in HAVE or (self.words[i] in ("of", "from", "belonging") and self._is_verb(j)):
                return j
            if self.words[j] in BREAKS or self.words[j] in (",", ":", "who", "which", "that", "and", "said", *SUBORDINATE):
                break
        return i

    def main_verb(self, i: int, k: int, active: bool = False) -> Match[tuple[Sense, ...]] | None:
        """After a bare participle ("held for years by ...") the verb of the sentence: "were released"; where ``active``, "got out" too."""
        end = self.items[k + 1].first if k + 1 < len(self.items) else len(self.words)
        for match in self.triggers:
            if i <= match.first < min(end, i + 20) and not any(w in BREAKS or w == "," for w in self.words[i : match.first]):
                if self.word(match.first - 1) in PASSIVE and any(s.form in ("both", "captives") for s in match.entry):
                    return match
                if active and any(s.form == "subject" and s.measure != "remaining" for s in match.entry):
                    return match
        return None

    def perfect_verb(self, i: int, k: int) -> Match[tuple[Sense, ...]] | None:
        """The "had fled" of "(5,000 of the 6,000 residents) who were left in the town had fled"."""
        end = self.items[k + 1].first if k + 1 < len(self.items) else len(self.words)
        for match in self.triggers:
            if i <= match.first < min(end, i + 20) and BREAKS.isdisjoint(self.words[i : match.first]):
                if HAVE & set(self.words[match.first - 1 : match.first + 1]) and any(s.form == "subject" for s in match.entry):
                    return match
        return None

    def passive_before(self, c: Counted) -> Match[tuple[Sense, ...]] | None:
        """ "X was killed with 4 others", "the post was destroyed, together with 12 fighters": the passive before "with"."""
        for match in self.triggers:
            gap = self.words[match.last : c.first]
            fits = any(
                s.form == "both" or (s.form == "fighters" and (c.kind == "force" or (c.group or "").endswith("fighters")))
                for s in match.entry
            )
            if gap and len(gap) <= COMPANY_REACH and COMPANY.issuperset(gap) and fits and self.is_passive(match.first):
                return match
        return None

    def is_toll(self, i: int, j: int) -> bool:
        """Between a toll and its figure: "rose to", "stood at", "of", "reached", "at"; or the figure is left beside it."""
        gap = [w for w in self.words[i:j] if w not in ADVERBS or w == "to"]
        apposed = gap == [","] and any(m.last == i and self.words[m.first] in COUNTS for m in self.triggers)  # "its count of the dead, 900"
        behind = next((self.words[c.last :] for c in self.items if c.first == j), [])
        headline = gap[:1] == ["from"] and behind in ([], ["."]) and AUXILIARIES.isdisjoint(gap)  # "Toll from blast 112"
        return headline or self.words[j] in NEARING or not gap or gap[-1] in LEADING_TO or apposed

    def trigger_at(self, i: int) -> Match[tuple[Sense, ...]] | None:
        """The term that tells a measure and begins at word ``i``, or None."""
        return None if i in self.names or self.is_compound(i) else self.terms.at(self.sentence, i)

    def _behind_part(self, i: int) -> int | None:
        """The verb behind "(546 people) among them many children have been", "(thousands) including women were", without commas."""
        if self.words[i : i + 2] not in (["among", "them"], ["among", "whom"]) and self.word(i) != "including":
            return None
        near = range(i + 1, min(i + PART_REACH, len(self.words)))
        verb = next((j for j in near if self.words[j] in AUXILIARIES), None)
        told = verb is not None and (BREAKS | {",", "and", "who"}).isdisjoint(self.words[i:verb])
        return verb if told and not any(i <= m.first < verb for m in self.terms.all(self.sentence)) else None

    def _is_verb(self, i: int) -> bool:
        """Whether a term that tells a measure begins at word ``i``, and not the "displaced" of "from a camp for displaced people"."""
        match = self.trigger_at(i)
        people = match and self.word(i - 1) == "for" and side_words(self.sentence.document.lexicon).at(self.sentence, match.last)
        return match is not None and not people

    def is_attribute(self, match: Match[tuple[Sense, ...]]) -> bool:
        """The "displaced" of "a crowd of displaced people", which counts none."""
        toll = any(sense.form == "toll" for sense in match.entry)
        return toll and side_words(self.sentence.document.lexicon).at(self.sentence, match.last) is not None

    def is_compound(self, i: int) -> bool:
        """The tail of a compound, "rebel-held": no verb. Nor is living somewhere a flight, unless in a camp."""
        if 0 <= i < len(self.words) and self.words[i] in LIVING:
            if self.words[i] == "reached" and (self._is_a_place(i + 1) or not HOSPITALS.isdisjoint(self.words[i + 1 : i + 3])):
                return False
            if self.word(i + 1) == "under":
                return self.words[i + 2 : i + 4] not in (["the", "rule"], ["the", "control"])
            homeless = self.is_about_a_camp(CAMP if self.words[i] in ("population", "home") else HOMELESS)
            homeless = homeless or (self.words[max(0, i - 1) : i + 1] == ["its", "population"] and self.follows_a_camp())
            if not homeless or self.sentence.says(BEFORE_THE_WAR):
                return True
        return self.sentence.joined(i) and self.word(i - 1) in DASHES

    def _is_a_place(self, i: int) -> bool:
        """ "(Reached) the town of", "(reached) Nubul", and no figure or agreement."""
        noun = self.words[i : i + NOUN_REACH]
        named = i < len(self.words) and self.sentence.document.text[self.sentence.tokens[i].start].isupper()
        return named or (noun[:1] == ["the"] and not REACHED.isdisjoint(noun))

    def follows_a_camp(self) -> bool:
        """Whether the sentence before names a camp: "Its population has reached 46,000"."""
        before = self.sentence.document.sentences[self.sentence.index - 1] if self.sentence.index else None
        return before is not None and (before.says(CAMP) or any(m.place.kind == "camp" for m in mentions(before)))

    def is_about_a_camp(self, said: re.Pattern[str]) -> bool:
        """Whether the sentence names a camp or says one of the words of ``said``."""
        return self.sentence.says(said) or any(m.place.kind == "camp" for m in mentions(self.sentence))

    def has_object(self, i: int, k: int) -> bool:
        """The verb before word ``i`` has the next phrase for its object, which no verb of its own claims."""
        after = self.items[k + 1] if k + 1 < len(self.items) else None
        if after is None or after.first - i > 2 or any(w not in DETERMINERS for w in self.words[i : after.first]):
            return False
        own = self.trigger_at(after.last)
        return own is None or all(s.form not in ("both", "subject", "state") for s in own.entry)

    def leaves_a_place(self, verb: Match[tuple[Sense, ...]]) -> bool:
        """ "left Douma", "left the enclave", "have left their homes": what follows is no number and no adverb."""
        if self.words[verb.first] not in LEAVING or verb.last >= len(self.words):
            return False
        return self.words[verb.last] in ("the", "their") or self.sentence.document.text[self.sentence.tokens[verb.last].start].isupper()

    def is_done_by(self, i: int, subjects: frozenset[str]) -> bool:
        """Whether one of ``subjects`` stands before the verb at word ``i``, with no object or clause between them."""
        told = self.words[max(0, i - INSERT_REACH) : i]
        inserted = self.word(i - 1) == "," and (
            {"which", "who", "that"} & set(told) or [",", "a"] in (told[n : n + 2] for n in range(len(told)))
        )
        before = self.words[max(0, i - (INSERT_REACH if inserted else SUBJECT_REACH)) : i]
        floor = 0 if inserted else max((n for n, word in enumerate(before) if word in BREAKS or word in (",", "and")), default=0)
        named = [m.first - i + len(before) for m in mentions(self.sentence) if m.place.kind == "camp"] if subjects is CAMPS else []
        first = next((n for n in range(floor, len(before)) if before[n] in subjects or n in named), None)
        return first is not None and self._is_a_subject(i - len(before) + first) and not self.is_passive(i)

    def _is_a_subject(self, i: int) -> bool:
        """The camp of "the camp received", not of "a hospital near the camp received" or "the camp's clinic"."""
        start = max(0, i - PHRASE_REACH)
        article = next((j for j in range(i - 1, start - 1, -1) if self.words[j] in ("the", "a", "its")), start)
        genitive = self.word(i + 1) in ("'s", "’s", "s")
        return not genitive and self.word(article - 1) not in PLACED

    def is_passive(self, i: int) -> bool:
        """Whether the participle at word ``i`` stands behind a form of "be", its own or that of a participle joined to it."""
        if self.word(i - 1) in ("and", "or", "then") and i > 1:
            joined = self.words[max(0, i - JOINED_REACH) : i - 1]
            start = next((n for n in range(len(joined) - 1, -1, -1) if joined[n] in PASSIVE), None)
            return (
                start is not None
                and start + 1 < len(joined)
                and joined[start + 1].endswith(("ed", "en", "t"))
                and not any(w in BREAKS or w in HAVE or w in (",", "who", "which", "that") for w in joined[start:])
            )
        for j in range(i - 1, max(-1, i - 5), -1):
            if self.words[j] in PASSIVE:
                return True
            if self.words[j] in HAVE or self.words[j] not in ADVERBS:
                return False  # "are believed to have killed"
        return False

    def harm_joined(self, i: int, step: int) -> Match[tuple[Sense, ...]] | None:
        """The word for dead or wounded that an "and", "or" or "&" at word ``i`` joins, on the side of ``step``; a headline has none."""
        if not 0 <= i < len(self.words):
            return None
        follows = step > 0 and self.words[i] in INJURED and self.word(i - 1) in KILLED
        bare = step < 0 and not any(c.last == i for c in self.items)  # not "nine killed wounded 20"
        follows = follows or (bare and self.words[i] in KILLED and self.words[i + 1] in INJURED)
        if not follows and self.words[i] not in ("and", "or", "&"):
            return None
        match = self.terms.at(self.sentence, i if follows else i + step)
        return match if match and match.entry[0].measure in HARM_VERBS else None
