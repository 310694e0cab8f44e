"""Inside a sentence: who is named as the source of what is said, before the verb of speech or behind it."""

import re
from dataclasses import replace

from analysis.extraction.furniture import BYLINE
from analysis.extraction.quantities import begins_number
from analysis.extraction.sentences import Sentence
from analysis.extraction.speech.marks import RELAYS, SOURCES, Mark
from analysis.extraction.speech.source_phrases import ADVERBS, BREAKS, LINKS, PHRASE_REACH, QUOTES, Phrase, is_capital, phrase_of
from analysis.extraction.speech.subjects import (
    DETERMINERS,
    DOCUMENTS,
    body_before,
    is_joined,
    is_passive,
    person_of,
    subject_before,
    subject_carried,
)
from analysis.extraction.terms import Match
from analysis.extraction.when.calendar_words import MONTHS, WEEKDAYS
from analysis.extraction.where.mentions import ADJECTIVES, PREPOSITIONS
from analysis.extraction.where.nations import seats
from analysis.extraction.who.sides import POSSESSIVE

AGED = ("year", "years", "old")
OWNING = frozenset("' ’ 's ’s own latest overall".split())  # between a source and its count
POINTING = frozenset("the these those such".split())
GOVERNING = ADJECTIVES | PREPOSITIONS | frozenset("the a an and or by with for as of".split())
NO_CLOSING = {"reports", *DOCUMENTS}
CLOSING = re.compile(rf"\.?\s*(?:{BYLINE.pattern})?")  # behind the last word of a headline
FIRST_PERSON = frozenset("i we my our me us".split())
PASSING_ON = ("sohr", "state_media")
TOLLS = frozenset("toll dead number death deaths figure".split())  # what somebody puts at a figure
TOLL_REACH = 3  # words of "put the number of"
PUBLISHED = frozenset("report investigation study survey analysis review inquiry data figures tally count statement".split())
COUNTS = frozenset("estimates figures calculations numbers statistics data counts".split())
POST_REACH = 4  # words of "volunteer of", "senior field officer with"
SOURCE_WORDS = frozenset(("source", "sources"))


def phrases_of(sentence: Sentence, marks: list[Match[Mark]]) -> list[Phrase]:
    """The attributions of a sentence as its words have them, in order."""
    found: list[Phrase] = []
    for k, mark in enumerate(marks):
        kind = mark.entry.kind
        phrase = None
        if kind == "to":
            phrase = _behind(sentence, marks, k)
        elif kind == "noun" or (kind == "say" and _is_by_its_count(sentence, marks, k)):
            phrase = _owned(sentence, marks, k)
        elif kind == "count":
            noun = sentence.word(mark.first - 1) in POINTING  # "the claims are untrue"
            ends = sentence.words[mark.last :] in ([], ["."])  # "12 have died, the monitor reports."
            phrase = None if noun else subject_before(sentence, marks, k, close=not ends)
            if phrase is None and is_joined(sentence, mark) and not TOLLS.isdisjoint(sentence.words[mark.last : mark.last + TOLL_REACH]):
                phrase = subject_carried(sentence, marks, k, found[-1:])
        elif kind == "again":
            phrase = phrase_of(sentence, mark.first, mark.last, [[]], mark)
        elif kind in ("say", "tell") and not is_passive(sentence, mark.first):
            phrase = _told_to_a_monitor(sentence, marks, k) or (_inverted(sentence, marks, k) if kind == "say" else None)
            phrase = phrase or (subject_carried(sentence, marks, k, found[-1:]) if is_joined(sentence, mark) else None)
            phrase = phrase or subject_before(sentence, marks, k, close=False)
            phrase = phrase or body_before(sentence, mark) or subject_carried(sentence, marks, k, found[-1:])
            if phrase is None and kind == "say":
                phrase = _behind(sentence, marks, k)
        if phrase is None or _compares(phrase) or _is_told_of(phrase, found):
            continue
        if found and kind == "say" and found[-1].start < phrase.start < found[-1].end <= phrase.end:
            phrase = replace(found.pop(), end=phrase.end, leads=phrase.leads)  # "a statement by the UN and the Red Crescent said"
        found.append(phrase)
    return found or _headline(sentence, marks)


def _is_told_of(phrase: Phrase, found: list[Phrase]) -> bool:
    """Whether somebody without a name counts inside what another says, or tells it to him, and is only told of.

    "SANA said that troops had found 12 bodies"; "the WHO says health officials have reported 12 dead".
    """
    if not found or not found[-1].leads:
        return False
    kinds = {m.entry.kind for source in phrase.sources for m in source}
    if phrase.form == "count":
        return kinds <= {"state", "role"}
    quoting = {(m.entry.kind, m.entry.speaker not in RELAYS) for source in found[-1].sources for m in source}
    adjacent = phrase.sentence.document.text[found[-1].end : phrase.start].strip() in ("", "that")
    return adjacent and ("name", True) in quoting and bool(kinds) and kinds <= {"people", "role", "state"}


def _compares(phrase: Phrase) -> bool:
    """ "Ten times as many as the alliance has acknowledged": another's figure, told for comparison."""
    known, *before = ["", "", *phrase.sentence.document.text[phrase.sentence.start : phrase.start].lower().split()][-3:]
    if "known" in (known, before[0]):
        return False  # "the service known as the White Helmets"
    return before[-1:] in (["as"], ["than"]) or before in (["as", "the"], ["than", "the"], ["than", "what"])


def _inverted(sentence: Sentence, marks: list[Match[Mark]], k: int) -> Phrase | None:
    """The source of "..., said X" and "..." said X": behind a quotation, or where X ends its clause."""
    before = sentence.word(marks[k].first - 1)
    if not before:
        return None
    if before not in QUOTES + ",":  # "... 23 people says a monitoring group.", in a text that has lost its commas
        last = _behind(sentence, marks, k) if sentence.words[marks[k].first] in ("says", "said") and "," not in sentence.words else None
        rest = sentence.document.text[last.end : sentence.end].strip(" .\n") if last and last.sources else "..."
        has_subject = k > 0 and marks[k - 1].last == marks[k].first
        return last if not rest or (rest.startswith(("which ", "who ")) and not has_subject) else None
    phrase = _behind(sentence, marks, k)
    if phrase is None and before in QUOTES + "," and _is_named(sentence, marks[k].last):
        first = marks[k].last  # said somebody of whom no more is told than perhaps the age
        last = next((i for i in range(first, len(sentence.words)) if not is_capital(sentence, i)), first)
        person = person_of(sentence, first, last)
        if not person and not FIRST_PERSON.isdisjoint(sentence.words[: marks[k].first]):
            person = [[Match(first, last, Mark("people", "residents"))]]  # "We saw it," said somebody of whom no more is told
        phrase = replace(phrase_of(sentence, marks[k].first, last, person, marks[k]), words=frozenset(sentence.words[first:last]))
    if phrase is None or before in QUOTES:
        return phrase
    rest = sentence.document.text[phrase.end : sentence.end].lstrip()
    return phrase if not rest or rest[0] in ".,;:—–-" or rest.startswith(("in ", "on ", "of ", "for ", "at ", "from ", "who ")) else None


def _is_named(sentence: Sentence, i: int) -> bool:
    """Whether a first name and a surname, or the like, stand at word ``i``, or a name and an age."""
    return i + 1 < len(sentence.tokens) and is_capital(sentence, i) and (is_capital(sentence, i + 1) or bool(person_of(sentence, i, i + 1)))


def _told_to_a_monitor(sentence: Sentence, marks: list[Match[Mark]], k: int) -> Phrase | None:
    """ "Reliable sources told the Observatory", "confirmed to the Observatory": nobody by name, and the monitor passes it on as its own."""
    verb, heard = marks[k], marks[k + 1] if k + 1 < len(marks) else None
    if heard is None or heard.entry.speaker not in PASSING_ON:
        return None
    if heard.entry.speaker == "state_media":
        said = subject_before(sentence, marks, k, close=False)
        unnamed = said is not None and SOURCE_WORDS & said.words and {m.entry.kind for s in said.sources for m in s} <= {"role"}
        return replace(said, sources=[[*said.sources[0], heard]]) if said and unnamed else None  # "a source at the province told SANA"
    if not sentence.word(verb.first - 1).endswith("sources"):
        return None
    between = sentence.words[verb.last : heard.first]
    if between[verb.entry.kind == "say" and between[:1] == ["to"] :] not in ([], ["the"]):
        return None
    return phrase_of(sentence, verb.first, heard.last, [[heard]], verb)


def _behind(sentence: Sentence, marks: list[Match[Mark]], k: int) -> Phrase | None:
    """The source behind a verb or preposition: "said X, the head of Y", "according to X"."""
    verb, tokens = marks[k], sentence.tokens
    prepositional = verb.entry.kind == "to"
    n, last = k + 1, verb.last
    sources: list[list[Match[Mark]]] = []
    while n < len(marks) and marks[n].entry.kind in SOURCES:
        gap = sentence.words[last : marks[n].first]
        plain = all(
            w in LINKS or w in ADVERBS or is_capital(sentence, last + i) or "-" in (w, *gap[max(0, i - 1) : i]) or w.isdigit() or w in AGED
            for i, w in enumerate(gap)
        )
        plain = plain or (not sources and _tells_a_post(sentence, last, gap, marks[n]))
        issued = bool(sources) and sentence.word(last - 1) in DOCUMENTS and not {"by", "from"}.isdisjoint(gap[-2:])
        plain = plain or issued  # "a statement released on Saturday by the SDF"
        length = sum(w not in AGED and w != "-" and not w.isdigit() for w in gap)
        if sources and not gap and sentence.word(last - 1) in DOCUMENTS:
            break  # "according to the report IS has lost", in a text that has lost its commas
        if not sources and "," in gap and not _is_apposed(gap, marks[n]):
            break  # "according to Abdullah, IS fighters ..."
        told = sources[-1][-1] if sources else None
        if told and gap in ([], ["the"]) and _are_two(told.entry, marks[n].entry):
            break  # "according to SANA the coalition has hit ...", in a text that has lost its commas
        if len(sources) == 1 and gap[:2] == [",", "and"]:
            break  # "according to the UN, and IS still holds ..."
        owned = told is not None and sentence.words[told.first] in POSSESSIVE  # "said its director, Rami Abdel Rahman"
        if told and not owned and gap[:1] == [","] and gap[1:2] in ([], ["the"]) and told.entry.kind == "same":
            break  # "according to the report, the army ..."
        published = prepositional and not PUBLISHED.isdisjoint(
            sentence.words[last - 1 : marks[n].first]
        )  # "to a report that X made public"
        if length > PHRASE_REACH or any(w in BREAKS or w in QUOTES or w == ";" or (w == "that" and not published) for w in gap):
            break
        if not sources and not plain and not (prepositional and len(gap) <= 6):
            break
        if sources and (not (plain or len(gap) <= 2) or (any(w.isdigit() for w in gap) and not set(AGED) & set(gap))):
            break
        if not sources and not prepositional and gap[:1] and gap[0] in (",", "in", "on", "of", "about"):
            break
        if told and told.entry.kind == "name" and gap[:1] == ["with"]:
            break  # "according to the Observatory with Russian and regime war planes both suspected"
        if "and" in gap and sources:
            sources.append([])
        if not sources:
            sources.append([])
        sources[-1].append(marks[n])
        last = marks[n].last
        n += 1
    if not sources and not (prepositional and last < len(tokens) and _capital_soon(sentence, last)):
        return None
    while not sources and last < len(tokens) and (is_capital(sentence, last) or last == verb.last) and tokens[last].lower.isalpha():
        last += 1  # a surname alone: "according to Abdullah"
    if (
        not prepositional
        and sources
        and sources[0][-1].entry.kind == "same"
        and tokens[sources[0][0].first].lower in ("it", "he", "she", "they", "its")
        and sources[0][0].last - sources[0][0].first == 1
    ):
        return None
    return phrase_of(sentence, verb.first, max(last, verb.last), sources, verb)


def _are_two(one: Mark, other: Mark) -> bool:
    """Whether two names are those of two sources."""
    return one.kind == other.kind == "name" and one.speaker != other.speaker


def _tells_a_post(sentence: Sentence, first: int, gap: list[str], mark: Match[Mark]) -> bool:
    """ "(Said) Shami, a volunteer of the (Civil Defence)", "(said) Shami, a Kurdish defence (official)": a name, and a post."""
    comma = gap.index(",") if "," in gap else 0
    named = comma > 0 and all(is_capital(sentence, first + i) for i in range(comma))
    behind = [w for w in gap[comma + 1 :] if w not in DETERMINERS]
    if not named or not 0 < len(behind) <= POST_REACH:
        return False
    of_a_body = len(behind) > 1 and behind[-1] in ("of", "for", "with", "at", "from")
    return of_a_body or (mark.entry.kind == "role" and gap[comma + 1] in DETERMINERS and all(w.isalpha() for w in behind))


def _is_apposed(gap: list[str], mark: Match[Mark]) -> bool:
    """Whether what stands behind the comma tells who the one before it is: "Abdullah, a spokesman"."""
    behind = gap[gap.index(",") + 1 :]
    return behind[0] in LINKS if behind else mark.entry.kind in ("role", "people", "state", "same")


def _capital_soon(sentence: Sentence, i: int) -> bool:
    return any(is_capital(sentence, j) for j in range(i, min(i + 3, len(sentence.tokens))))


def _owned(sentence: Sentence, marks: list[Match[Mark]], k: int) -> Phrase | None:
    """ "the Observatory's count": a source right before the noun, in the genitive."""
    owner = marks[k - 1] if k else None
    if owner is None or not OWNING.issuperset(sentence.words[owner.last : marks[k].first]):
        return None
    owning = any(w.endswith(("s", "'", "’")) for w in sentence.words[owner.last - 1 : marks[k].first])
    owning = owning or _is_by_its_count(sentence, marks, k)
    if sentence.words[owner.first] not in POSSESSIVE and not (owning and owner.entry.kind in ("name", "same")):
        return None  # "by its account", "the Observatory's count", "by the group's count"
    return phrase_of(sentence, owner.first, marks[k].last, [[owner]], marks[k])


def _is_by_its_count(sentence: Sentence, marks: list[Match[Mark]], k: int) -> bool:
    """ "18,000 are left, by UN estimates", "by Pentagon figures": a name and a noun for its counts behind "by"."""
    owner = marks[k - 1] if k and marks[k - 1].entry.kind == "name" and marks[k - 1].last == marks[k].first else None
    return owner is not None and sentence.word(owner.first - 1) == "by" and sentence.word(marks[k].first) in COUNTS


def _headline(sentence: Sentence, marks: list[Match[Mark]]) -> list[Phrase]:
    """ "12 killed in raid: monitor", "Monitor: 12 killed", and "12 killed in raid Monitor" of a page that has lost its marks."""
    tokens = sentence.tokens
    for m in marks:
        if m.entry.kind not in ("name", "people", "role", "state"):
            continue
        before = sentence.word(m.first - 1)
        behind = sentence.word(m.last)
        named = m.entry.kind in ("name", "people") and (
            (before in (":", "-", "–", "—") and m.last == len(tokens)) or (behind == ":" and _opens(sentence, m.first))
        )
        if named or (before and _closes_headline(sentence, m)):
            return [phrase_of(sentence, m.first, m.last, [[m]], m)]
    return []


def _opens(sentence: Sentence, i: int) -> bool:
    """Whether word ``i`` is one of the first two of a headline, or of what stands behind its date."""
    date = next((k for k, word in enumerate(sentence.words) if not (word[0].isdigit() or word in MONTHS or word in WEEKDAYS)), 0)
    return i - date <= 1


def _closes_headline(sentence: Sentence, mark: Match[Mark]) -> bool:
    """Whether a source that nothing governs is the last word of a headline, before its byline or its stop."""
    before, last = sentence.word(mark.first - 1), sentence.word(mark.last - 1)
    one = not begins_number(sentence, mark.first - 1) and (mark.entry.kind == "name" or not last.endswith("s"))
    if sentence.index or mark.first < 2 or not one or last in NO_CLOSING or before in GOVERNING or before.endswith("ing"):
        return False
    if last in map(str.lower, seats(sentence.document.lexicon)):
        return False  # a capital is where it was
    return CLOSING.fullmatch(sentence.text, sentence.tokens[mark.last - 1].end - sentence.start) is not None
