"""Whom a source means that an article has named before: a pronoun, a surname, "the commander", "the group"."""

import re
from bisect import bisect_right
from functools import lru_cache
from operator import itemgetter

from analysis.extraction.lexicon import Lexicon
from analysis.extraction.sentences import GENITIVES, TOKEN, Sentence
from analysis.extraction.speech.marks import RELAYS, Mark, about_iraq, named_speaker, party_before
from analysis.extraction.speech.nations import (
    holder_of_place,
    nation_of_place,
    nation_of_source,
    nation_told,
    official_of_nation,
    whose_troops,
)
from analysis.extraction.speech.source_phrases import Phrase
from analysis.extraction.speech.subjects import BODIES, DOCUMENTS
from analysis.extraction.terms import Match
from analysis.extraction.where.mentions import is_in_iraq, mentions
from analysis.extraction.who.sides import HOSPITALS, POSSESSIVE

# Posts of a state, and in an article about Iraq of Iraq's.
OFFICES = frozenset(
    "official officials governor mayor minister general generals colonel colonels parliamentarian parliamentarians lawmakers provincial"
    " brigadier captain lieutenant major directorate department lawmaker"
    " parliament commands governs commander commanders officer officers"
    " gen maj brig col capt lt sgt sergeant".split()
)
LOCAL = ("mayor", "governor")  # of a town or province: "its mayor" is no party's
AGED_PERSON = re.compile(r"\b[A-Z][\w’'-]+(?: [\w’'-]+)?, (?:aged )?[1-9]\d,")  # "Umm Hassan, 41, came"
FIRST_PERSON = re.compile(r"[“\"][^”\"]*\b(?:I|my|me)\b")  # in what is quoted
STOPS = frozenset(", a an the".split())  # behind one of these a post is not of whose "its" stands further left
OWN_REACH = 4  # words between "its" and the post that it owns
# A rank without an owner is of the side that was quoted last.
RANKS = frozenset("commander commanders fighter fighters soldier soldiers officer officers".split())
# "The military said" is the one named before ("the Turkish military").
SPEAKING = frozenset("spokesman spokeswoman spokesperson".split())
FORCES = frozenset("military army police ministry".split())
# Those whose commanders are quoted by their rank alone: no civil authority, and of Islamic State nobody speaks of commanders.
COMMANDING = frozenset(("sdf", "rebels", "iraq", "government", "coalition"))
# "The Turkish General Staff said ... the military said"
MILITARIES = (("general", "staff"), ("armed", "forces"))
NEUTER = ("it", "its")
FORCES_MEANT = frozenset("force alliance coalition militia army".split())
ORGANISATIONS = frozenset("organisation organization agency charity ngo".split())
HELPERS = frozenset(("un", "aid_agency", "rights_group"))
OFFICIALS = frozenset(("official", "officials"))
UNQUALIFIED = frozenset(". , ; - a an the two local provincial security police senior district and said".split())  # no "Western" official
AUTHORITIES = frozenset(("kurdish_officials", "iraq"))
DATELINE = re.compile(r"[A-Z][^.;]{0,60}? [-–—] ")
OPENING_REACH = 6  # words of a dateline and the name that opens a sentence
USUAL = {"watchdog": "sohr"}  # whom a noun means where nobody has been named whom it can mean
UNNAMED = ("source", "sources")  # nobody by name, whoever else is named
SAID_REACH = 40  # sources quoted between one and "the group" that stands for it
NAMED_REACH = 40  # names between a body and "the alliance" that stands for it


class Discourse:
    """What an article has told of its sources up to a sentence: roles and surnames it ties to a speaker, and who has spoken."""

    def __init__(self, sentences: list[Sentence], marked: list[list[Match[Mark]]], phrases: list[list[Phrase]]) -> None:
        self._roles: dict[str, str] = {}
        self._surnames: dict[str, str] = {}
        self._said: list[tuple[str, bool]] = []  # speakers, and whether it was a body ("it") rather than people
        self._said_in = -1  # the paragraph of the last of them
        self._named: list[tuple[int, str]] = []  # ends and speakers of names
        for sentence, marks in zip(sentences, marked, strict=True):
            for mark in marks:
                if mark.entry.kind == "name":
                    self._named.append((sentence.tokens[mark.last - 1].end, named_speaker(sentence, mark)))
        self._acquaint(sentences, marked, phrases)

    def heard(self, speaker: str, paragraph: int, *, body: bool = True) -> None:
        """Take ``speaker`` for the one who has spoken last."""
        if speaker != "reporter":
            self._said.append((speaker, body))
            self._said_in = paragraph

    def resolve(self, phrase: Phrase, marks: list[Match[Mark]]) -> str | None:
        """The speakers of a phrase, joined; None where nothing tells who the pronoun is."""
        found = self._speakers(phrase, marks)
        if found:
            self.heard(found, phrase.sentence.paragraph, body=_is_body(phrase))
            for name in phrase.words - {w for s in phrase.sources for m in s for w in phrase.sentence.words[m.first : m.last]}:
                self._surnames.setdefault(name, found)
        return found

    def _speakers(self, phrase: Phrase, marks: list[Match[Mark]]) -> str | None:
        found: list[str] = []
        for source in phrase.sources or [[]]:
            one = self._one(phrase, source, marks)
            if one and one not in found:
                found.append(one)
        if len(found) > 1 and "reporter" in found:
            found.remove("reporter")
        if found == ["iraq", "other"]:
            found.remove("other")  # "Iraqi police and medical sources"
        return ";".join(found) or None

    def _one(self, phrase: Phrase, source: list[Match[Mark]], marks: list[Match[Mark]]) -> str | None:
        for kind in ("name", "people"):
            named = [official_of_nation(phrase.sentence, m) or named_speaker(phrase.sentence, m) for m in source if m.entry.kind == kind]
            if named:
                if "coalition" in named:
                    return "coalition"  # "U.S. Army Colonel Ryan Dillon"
                return next((s for s in named if s not in RELAYS), named[0])
        if any(phrase.sentence.word(m.last - 1) in LOCAL for m in source):
            return self._by_post(phrase, source)
        if told := nation_of_source(phrase.sentence, source) or self._owner(phrase, source) or self._known(phrase, source, marks):
            return told
        same = [m for m in source if m.entry.kind == "same"]
        document = bool(source) and all(phrase.sentence.word(m.last - 1) in DOCUMENTS for m in source)
        if same or document or (not source and not phrase.words):
            recalled = self._recalled(phrase, same or source, marks)
            if recalled or len(same) == len(source) or document:
                somebody = any(_head(phrase.sentence, m) in OFFICES for m in same)
                somebody = somebody or (phrase.form == "to" and any(phrase.sentence.words[m.first] == "the" for m in same))
                return recalled or ("other" if somebody else None)  # "said the official who leads the team"
        return self._by_post(phrase, source)

    def _owner(self, phrase: Phrase, source: list[Match[Mark]]) -> str | None:
        """Whose "its defence ministry" and "one of its officials" are."""
        words = phrase.sentence.words
        before = [words[max(0, m.first - OWN_REACH) : m.first] for m in source if m.entry.kind in ("role", "state")]
        nearest = [next((w for w in reversed(some) if w in POSSESSIVE or w in STOPS), "") for some in before]
        if POSSESSIVE.isdisjoint(nearest):
            return None
        commanding = self._subject_before(phrase.sentence) if phrase.words & RANKS else None  # "The SDF ... One of their commanders said"
        told = self._subject(phrase) or commanding or party_before(phrase.sentence, phrase.start)
        return told or (self._said[-1][0] if self._said else None) or self._subject_before(phrase.sentence)

    def _known(self, phrase: Phrase, source: list[Match[Mark]], marks: list[Match[Mark]]) -> str | None:
        """Whose post or surname the article has told before, or whom the phrase itself names; "a member" is nobody of before."""
        words = phrase.sentence.words
        if any(phrase.sentence.word(m.first - 1) in ("a", "an", "another") for m in source):
            return None
        known = self._roles if source else self._surnames
        heads = [words[m.last - 1] for m in source if m.entry.kind == "same"]  # "the commander"
        told = next((known[word] for word in (*sorted(phrase.words), *heads) if word in known), None)
        return told or (_named_inside(phrase, marks) if source else None)

    def _by_post(self, phrase: Phrase, source: list[Match[Mark]]) -> str | None:
        """Whose a post without an owner is: of the state, of the side quoted last, of Iraq, or else nobody's by name."""
        if any(m.entry.kind == "state" for m in source):
            if holder := holder_of_place(phrase, source):
                return holder
            if nation := nation_of_place(phrase, source) or whose_troops(phrase) or nation_told(phrase.sentence):
                for word in phrase.words & FORCES:
                    self._roles.setdefault(word, nation)
                return nation
            countries = {m.place.country for m in mentions(phrase.sentence)} & {"Syria", "Iraq"}
            in_iraq = (
                countries == {"Iraq"} or is_in_iraq(phrase.sentence) or (countries != {"Syria"} and about_iraq(phrase.sentence.document))
            )
            return "iraq" if in_iraq else "government"
        qualified = any(m.first and phrase.sentence.word(m.first - 1) not in UNQUALIFIED for m in source)
        if phrase.words & OFFICES and not qualified and is_in_iraq(phrase.sentence):
            return "iraq"
        if phrase.words & OFFICIALS and (authority := self._authority(phrase)):
            return authority
        if phrase.words & RANKS and (side := self._subject(phrase)):
            return side
        if phrase.words & RANKS and self._said and self._said[-1][0] in COMMANDING:
            return self._said[-1][0]
        article = {phrase.sentence.word(m.first - 1) for m in source}
        goes_on = "another" in article or ("a" in article and self._said_in == phrase.sentence.paragraph)
        if goes_on and self._said and phrase.words & SPEAKING and self._said[-1][1]:
            return self._said[-1][0]  # "its spokesman said ... Another spokesman said"
        if phrase.words & OFFICES and about_iraq(phrase.sentence.document):
            return "iraq"
        return "other" if source or phrase.form != "count" else None  # "Hajin counts 14" is said of nobody known

    def _subject(self, phrase: Phrase) -> str | None:
        """The side that opens the sentence: "the SDF have captured 12 militants, a commander said"."""
        opening = self._opening(phrase, frozenset((*COMMANDING, "is")))
        if opening[:1] == ["is"] and phrase.words & RANKS:
            opening = opening[1:]  # of militants who surrender or die it is the other side's commander that tells
        return opening[0] if opening else None

    def _subject_before(self, sentence: Sentence) -> str | None:
        """The side with which the sentence before opens: "The SDF is closing in. Its commanders said ..."."""
        before = sentence.document.sentences[sentence.index - 1] if sentence.index else None
        opening = before.tokens[:OPENING_REACH] if before else []
        named = self._named_in(before.start, opening[-1].end) if before and opening else []
        return next((speaker for _, speaker in named if speaker in COMMANDING), None)

    def _opening(self, phrase: Phrase, among: frozenset[str]) -> list[str]:
        """The speakers of ``among`` whom a sentence that opens with one of them names before the phrase."""
        sentence = phrase.sentence
        named = [(end, s) for end, s in self._named_in(sentence.start, phrase.start) if s in among]
        dateline = DATELINE.match(sentence.text)
        start = sentence.start + (dateline.end() if dateline else 0)
        opens = bool(named) and len(sentence.document.text[start : named[0][0]].split()) <= OPENING_REACH
        return [speaker for _, speaker in named] if opens else []

    def _named_in(self, start: int, end: int) -> list[tuple[int, str]]:
        """The names that end between two offsets, and their speakers."""
        first, last = (bisect_right(self._named, at, key=itemgetter(0)) for at in (start, end))
        return self._named[first:last]

    def _authority(self, phrase: Phrase) -> str | None:
        """ "Kurdish authorities released 800 people, an official said": the authority that is the sentence's subject."""
        sentence = phrase.sentence
        opening = sentence.tokens[min(OPENING_REACH, len(sentence.tokens) - 1)].start
        n = bisect_right(self._named, sentence.start, key=itemgetter(0))
        end, speaker = self._named[n] if n < len(self._named) else (phrase.end, "")
        return speaker if end <= min(opening, phrase.start) and speaker in AUTHORITIES else None

    def _recalled(self, phrase: Phrase, same: list[Match[Mark]], marks: list[Match[Mark]]) -> str | None:
        """Whom "it" or "the group" stands for: the one who spoke last, of those that the noun can mean."""
        kinds = {s for m in same for s in _stands_for(phrase.sentence, m)}
        owners = [
            m
            for m in marks
            if not HOSPITALS.isdisjoint(phrase.sentence.words[m.first : m.last]) and phrase.sentence.tokens[m.last - 1].end <= phrase.start
        ]
        if owners and any(phrase.sentence.words[m.first] == "its" for m in same):
            return owners[-1].entry.speaker  # "the hospital received 12 bodies, said its director"
        if any(phrase.sentence.words[m.first] in ("he", "she") for m in same) and self._is_somebody(phrase):
            return "residents"
        helper = any(_head(phrase.sentence, m) in ORGANISATIONS for m in same)
        if helper and (here := [s for s in self._here(phrase) if s in kinds & HELPERS]):
            return here[-1]  # "where MSF runs a clinic, 12 died, the organisation said"
        neuter = any(phrase.sentence.words[m.first] in NEUTER for m in same)
        if neuter and (opening := self._opening(phrase, HELPERS | {"sohr"})):
            return opening[0]  # "The Observatory disputed that account: there had been no battle, it said"
        opens = phrase.start <= phrase.sentence.start and any(_head(phrase.sentence, m) in FORCES_MEANT for m in same)
        if opens and (side := self._subject_before(phrase.sentence)) in kinds:
            return side  # "The SDF is running out of room. The force says ..."
        for speaker, body in reversed(self._said[-SAID_REACH:]):
            fitting = [s for s in speaker.split(";") if s in kinds] if kinds else [speaker]
            if fitting and (body or not (neuter or (kinds and fitting == ["other"]))):  # nobody says of residents "it said"
                return ";".join(fitting)
        last = self._said[-1][0] if self._said and not kinds else None
        somebody = "residents" if any(phrase.sentence.words[m.first] in ("he", "she") for m in same) else None
        usual = next((USUAL[head] for m in same if (head := _head(phrase.sentence, m)) in USUAL), None)
        if any(_head(phrase.sentence, m) in UNNAMED for m in same) and not last:
            return "other"
        return self._named_before(phrase, kinds) or usual or last or party_before(phrase.sentence, phrase.start, marks) or somebody

    def _is_somebody(self, phrase: Phrase) -> bool:
        """Whether "she" is one of whom only the age is told, or who speaks for herself where a body has spoken last."""
        sentence = phrase.sentence
        text = sentence.document.text
        paragraph = text.rfind("\n\n", 0, sentence.start) + 1
        if self._said_in == sentence.paragraph:
            return False
        if AGED_PERSON.search(text, paragraph, phrase.start):
            return True
        quoted = FIRST_PERSON.search(sentence.text) is not None
        return quoted and bool(self._said) and self._said[-1][1]

    def _named_before(self, phrase: Phrase, kinds: set[str]) -> str | None:
        """The first of its sentence, or else the last of those before, whose name a noun can stand for."""
        if here := next((s for s in self._here(phrase) if s in kinds), None):
            return here
        first = bisect_right(self._named, phrase.sentence.start, key=itemgetter(0))
        before = reversed(self._named[max(0, first - NAMED_REACH) : first])
        return next((speaker for _, speaker in before if speaker in kinds), None)

    def _here(self, phrase: Phrase) -> list[str]:
        """The speakers that the sentence names before the phrase."""
        return [speaker for _, speaker in self._named_in(phrase.sentence.start, phrase.start)]

    def _acquaint(self, sentences: list[Sentence], marked: list[list[Match[Mark]]], phrases: list[list[Phrase]]) -> None:
        """What the article ties to a speaker: roles by its phrases ("an SDF commander"), surnames by full names anywhere."""
        for marks, some in zip(marked, phrases, strict=True):
            for phrase in some:
                source = phrase.sources[0] if len(phrase.sources) == 1 else []
                if any(m.entry.kind == "name" for m in source) or nation_of_source(phrase.sentence, source):
                    speaker = self._speakers(phrase, marks)
                    if speaker and speaker not in RELAYS:
                        names = [phrase.sentence.words[m.first : m.last] for m in source if m.entry.kind == "name"]
                        military = {"military" for words in names if tuple(words[-2:]) in MILITARIES}
                        for word in phrase.words | ({words[-1] for words in names} & FORCES) | military:
                            self._roles.setdefault(word, speaker)
                            self._surnames.setdefault(word, speaker)
        for sentence, marks in zip(sentences, marked, strict=True):
            for mark in marks:
                if mark.entry.kind == "name" and mark.last - mark.first > 1:
                    self._surnames.setdefault(sentence.tokens[mark.last - 1].lower, mark.entry.speaker)


@lru_cache(maxsize=8)
def _meanings(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The speakers that a phrase for a body can stand for, and that its noun alone can, as in the shortest phrase with it: of "the news
    agency" and "the agency" the latter is what "the medical agency" is taken for."""
    rows = [r for r in lexicon.rows("speakers") if r["kind"] == "same" and r["speaker"]]
    words = {tuple(TOKEN.findall(r["term"].lower())): frozenset(r["speaker"].split(";")) for r in rows}
    heads = {term[-1]: words[term] for term in sorted(words, key=len, reverse=True)}
    return heads | {" ".join(term): speakers for term, speakers in words.items() if len(term) > 1}


def _stands_for(sentence: Sentence, mark: Match[Mark]) -> frozenset[str]:
    """The speakers that "the news agency" or "the medical group" can stand for."""
    meanings = _meanings(sentence.document.lexicon)
    return meanings.get(" ".join(sentence.words[mark.first : mark.last])) or meanings.get(_head(sentence, mark)) or frozenset()


def _head(sentence: Sentence, mark: Match[Mark]) -> str:
    words = [w for w in sentence.words[mark.first : mark.last] if w not in GENITIVES]
    return words[-1]


def _named_inside(phrase: Phrase, marks: list[Match[Mark]]) -> str | None:
    """ "General Sergei Rudskoi, chief of the staff's department, said": the person by name inside a phrase that ends in a post."""
    tokens = phrase.sentence.tokens
    people = [m for m in marks if m.entry.kind == "name" and {t.lower for t in tokens[m.first : m.last]} <= phrase.words]
    inside = [m for m in people if m.last - m.first > 1 and phrase.start <= tokens[m.first].start and tokens[m.last - 1].end <= phrase.end]
    return named_speaker(phrase.sentence, inside[0]) if inside else None


def _is_body(phrase: Phrase) -> bool:
    """Whether "it" can be the source: not people, who are "they"."""
    marks = [m for source in phrase.sources for m in source]
    people = {m.entry.kind for m in marks} <= {"people", "role"} or any(_head(phrase.sentence, m) in OFFICES | RANKS for m in marks)
    return not (marks and people) or bool(BODIES & {phrase.sentence.word(m.last - 1) for m in marks})
