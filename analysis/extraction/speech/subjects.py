"""The source that is the subject of a verb of speech: named before it, with its apposition, or carried on from the clause before."""

from dataclasses import replace

from analysis.extraction.sentences import DASHES, GENITIVES, Sentence
from analysis.extraction.speech.marks import OBLIQUE, PRESS, SOURCES, Mark, is_oblique, nations
from analysis.extraction.speech.source_phrases import ADVERBS, BREAKS, LINKS, PHRASE_REACH, QUOTES, Phrase, is_capital, phrase_of
from analysis.extraction.terms import Match
from analysis.extraction.what.auxiliaries import BE
from analysis.extraction.where.gazetteer import SPECIFIC
from analysis.extraction.where.mentions import mentions
from analysis.extraction.where.nations import seats

SUBJECT_REACH = 24  # words between a source and its verb: an apposition, a place, a relative clause
AGE_REACH = 6  # words behind a name in which an age may stand
PLACE_REACH = 5  # words that tell where somebody is
COMPOUND = 2  # nouns behind a name that make one of it: "the UN mission said", "the council envoy told"
FRONTED = 8  # words of a time or place before a subject that two verbs share
RELATIVE_REACH = 9  # words of "(a witness) who runs a shop at the crossing"
DETERMINERS = frozenset(("the", "a", "an", "one", "another"))
EMPLOYERS = frozenset(("un", "aid_agency", "rights_group", "us_government", "coalition"))
SHORT = 3  # letters of a name that may be any word
BETWEEN = frozenset("had has also earlier later".split())  # between a surname and its verb
BODIES = frozenset(
    "organisation organization agency group charity monitor monitors watchdog network office body centre center mission programme program"
    " ministry council militia faction movement administration statement report"
    " spokesman spokeswoman spokesperson official officer commander".split()
)
BRIEFING = frozenset("brief briefed briefing address addressed addressing inform".split())  # of whom reporters are the object
NAME_PARTS = frozenset("- . al el bin ibn abu".split())
NO_PARTY = frozenset(("other", "rights_group", "aid_agency", "un"))
PRONOUNS = ("it", "he", "she", "they")
DOCUMENTS = ("report", "statement", "bulletin", "release", "review")
SIDE_BY_SIDE = (("name", "name"), ("name", "people"))
RESIDENTS = Mark("people", "residents")
PLACING = ("in", "contacted", "reached", "interviewed")
POSTMODIFIERS = frozenset(
    ", ( in at from of for on with near across outside inside behind who which that whose based"
    " contacted interviewed reached quoted named close told via"
    " operating loyal including like such posted stationed deployed".split()
)


def subject_before(sentence: Sentence, marks: list[Match[Mark]], k: int, *, close: bool) -> Phrase | None:
    """The subject before the verb ``marks[k]``: the nearest source that can be its subject, with its apposition."""
    verb = marks[k]
    body: list[Match[Mark]] = []  # of "a commander in the force"
    insert = _insert_before(sentence, verb, marks)
    for n in range(k - 1, -1, -1):
        source = marks[n]
        named = source.last + (sentence.words[source.last] in GENITIVES)  # "the group's Rami Abdel Rahman"
        while (
            (source.entry.kind != "same" or named > source.last)
            and named < verb.first
            and (is_capital(sentence, named) or sentence.words[named] in NAME_PARTS)
        ):
            named += 1  # "activist Omar Abu Laila, who ..."
        gap = sentence.words[named : verb.first]
        gap = gap[:-1] if gap[-1:] == ["as"] else gap  # "quoted residents as saying"
        if source.entry.kind == "noun" or (source.entry.kind == "count" and is_passive(sentence, source.first)):
            continue  # "IS, in a statement released by Amaq, said", "an official, insisting that they were counted, said"
        told = source.entry.speaker == "reporter" and n and marks[n - 1].entry.kind == "tell" and source.first - marks[n - 1].last <= 1
        told = told or (source.entry.speaker == "reporter" and sentence.word(source.first - 1) in BRIEFING)
        if told or source.first > insert:
            continue  # "told reporters, adding ..."
        if source.entry.kind not in SOURCES or len(gap) > SUBJECT_REACH or any(w in QUOTES or w == ";" for w in gap):
            break
        if gap not in ([",", "which"], [",", "who"]) and is_oblique(sentence, source, marks[n - 1] if n else None):
            of_body = source.entry.kind == "same" and sentence.words[source.first] == "the"
            body = [source] if of_body or (source.entry.kind == "name" and sentence.word(source.first - 1) == "in") else body
            continue
        told_by = source.entry.kind == "people" and gap[:1] == ["who"] and len(gap) <= RELATIVE_REACH and "," not in gap
        owned = gap[:1] == ["office"] and sentence.word(source.last - 1) in GENITIVES
        direct = (
            told_by or owned or all(w in ADVERBS for w in gap) or (verb.entry.kind != "tell" and _is_compound(sentence, source.first, gap))
        )
        definite = sentence.words[source.first] in ("the", "its")
        if not direct and source.entry.kind == "same" and not (definite and _is_postmodified(gap, close=close)):
            continue
        placed = (
            bool(gap) and _is_placed(gap) and (source.entry.kind == "people" or gap[0] in PLACING or source.entry.speaker == "reporter")
        )
        behind = gap[1:] if gap[:1] == [")"] else gap
        apposed = source.entry.kind == "name" and behind[:1] in (["a"], ["an"])  # "the LCC a network of activists reported"
        if not direct and not _is_postmodified(gap, close=close) and not placed and not apposed:
            break
        first, sources = _leftwards(sentence, marks, n, closed="," in gap)
        if body and source.entry.kind == "role" and body[0].first - source.last < 3:
            sources[-1] += body
        phrase = phrase_of(sentence, first, verb.last, sources, verb)
        return replace(phrase, words=phrase.words | _name_before(sentence, first)) if "," in gap else phrase
    if person := None if close else _person_before(sentence, marks, verb):
        return person
    i = verb.first - 1
    while i > 0 and sentence.words[i] in BETWEEN:
        i -= 1  # "Hassan had earlier reported"
    if i < 0 or not is_capital(sentence, i):
        return None
    surname = sentence.words[i]
    opens = _opens_clause(sentence, i) or sentence.word(i - 1) == ":"
    nation = nations(sentence.document.lexicon).get(surname) if opens and i == verb.first - 1 and verb.entry.kind != "tell" else None
    if nation:
        return phrase_of(sentence, i, verb.last, [[Match(i, i + 1, Mark("people", nation))]], verb)  # "Iraq counts 14 dead"
    is_name = surname.isalpha() and len(surname) > 2 and not surname.endswith("day") and not sentence.words[verb.first].endswith("ing")
    if not is_name or _is_of_a_place(sentence, i) or sentence.word(i - 1) in OBLIQUE | {"in"}:
        return None
    return phrase_of(sentence, i, verb.last, [], verb)


def _name_before(sentence: Sentence, first: int) -> frozenset[str]:
    """The surname of somebody whose post, in word ``first``, is told behind a comma: "Omar Hadi, a commander of the force, said"."""
    comma = first - 1 if sentence.word(first - 1) not in DETERMINERS else first - 2
    named = comma > 1 and sentence.words[comma] == "," and is_capital(sentence, comma - 1)
    named = named and (is_capital(sentence, comma - 2) or sentence.word(comma - 2) in NAME_PARTS)
    surname = sentence.word(comma - 1) if named else ""
    return frozenset((surname,) if len(surname) > SHORT and surname.isalpha() else ())


def _insert_before(sentence: Sentence, verb: Match[Mark], marks: list[Match[Mark]]) -> int:
    """Where what stands between a subject and its verb begins: "Jordan, which hosts refugees, says", "an official, who briefed
    reporters, said", "Amaq, an agency of the group, said"; past the verb if nothing does."""
    words, last = sentence.words, verb.first - 1
    while last > 1 and words[last] in BETWEEN:
        last -= 1
    if last < 1 or words[last] != ",":
        return verb.first
    comma = next((i for i in range(last - 1, max(-1, last - SUBJECT_REACH), -1) if words[i] == ","), None)
    if comma is None:
        return verb.first
    named = any(m.entry.kind == "name" and m.last == comma and m.entry.speaker != "reporter" for m in marks)
    tells = words[comma + 1] == "who" and any(m.entry.kind == "tell" and m.first == comma + 2 for m in marks)
    of_the_state = any(m.last == comma and m.entry.speaker == "state_media" for m in marks)
    cites = of_the_state and words[comma + 1] in ("quoting", "citing")  # "SANA, citing residents, said"
    inserted = tells or cites or words[comma + 1] in ("which", "where", "whose") or (named and words[comma + 1] in ("a", "an"))
    return comma if inserted else verb.first


def is_passive(sentence: Sentence, i: int) -> bool:
    """Whether a form of "be" or an article stands before word ``i``, as in "were also reported"; "IS said" is no passive."""
    last = i - 1
    while last > 0 and sentence.words[last] in BETWEEN:
        last -= 1
    return last >= 0 and sentence.words[last] in BE | DETERMINERS and not is_capital(sentence, last)


def _person_before(sentence: Sentence, marks: list[Match[Mark]], verb: Match[Mark]) -> Phrase | None:
    """ "Hassan Ali, who leads one of the teams, said", "Noura, 34, said": somebody of whose post or place no more is known."""
    words = sentence.words
    if verb.first < 3 or words[verb.first - 1] != ",":
        return _person_who(sentence, verb)
    comma = next((i for i in range(verb.first - 2, max(0, verb.first - SUBJECT_REACH), -1) if words[i] == ","), None)
    if comma is not None and comma > 2 and _is_age(sentence, comma - 1) and words[comma - 2] == ",":
        comma -= 2  # "Noura, 34, from Homs, said"
    if comma is None or any(w in QUOTES or w == ";" for w in words[comma : verb.first]):
        return None
    first = comma
    while first > 0 and ((is_capital(sentence, first - 1) and words[first - 1].isalpha()) or _is_part_of_name(sentence, first - 1)):
        first -= 1
    person = person_of(sentence, first, comma)
    if comma - first < (1 if person or words[comma + 1] == "who" else 2):
        return None
    posts = [m for m in marks if m.entry.kind == "role" and comma < m.first < verb.first][:1]
    phrase = phrase_of(sentence, first, verb.last, person or ([posts] if posts else []), verb)
    named = (w for w in words[first:comma] if w.isalpha() and w not in NAME_PARTS)
    return replace(phrase, words=frozenset((*named, *(w for m in posts for w in words[m.first : m.last]))))


def _is_part_of_name(sentence: Sentence, i: int) -> bool:
    """The "al-" of "Lieutenant-General Hassan al-Ali", and its first hyphen."""
    word = sentence.words[i]
    return (word in NAME_PARTS and word.isalpha()) or (word == "-" and sentence.joined(i))


def _person_who(sentence: Sentence, verb: Match[Mark]) -> Phrase | None:
    """ "Hassan Ali who works in the region said", in a text that has lost its commas."""
    who = next((i for i in range(verb.first - 2, max(1, verb.first - SUBJECT_REACH), -1) if sentence.words[i] == "who"), 0)
    if (
        not who
        or not (is_capital(sentence, who - 1) and is_capital(sentence, who - 2))
        or {*QUOTES, ","} & set(sentence.words[who : verb.first])
    ):
        return None
    return replace(phrase_of(sentence, who - 2, verb.last, [], verb), words=frozenset(sentence.words[who - 2 : who]))


def person_of(sentence: Sentence, first: int, last: int) -> list[list[Match[Mark]]]:
    """The source that a name alone is: "Noura, 34", "Noura, a Tunisian of 21": whose age is told is nobody's official."""
    aged = any(_is_age(sentence, i) for i in range(last + 1, last + 1 + AGE_REACH))
    return [[Match(first, last, Mark("people", "residents"))]] if aged else []


def _is_age(sentence: Sentence, i: int) -> bool:
    """Whether word ``i`` is a person's age: "Noura, 34, said", "a Tunisian of 21", "aged 21", "a 21-year-old mother"."""
    before, age, behind, year = (*sentence.words[max(0, i - 1) : i + 3], "", "", "", "")[:4]
    if not age.isdigit() or len(age) > 2:
        return False
    return (before == "," and behind in (",", ".")) or before in ("of", "aged") or (behind == "-" and year == "year")


def body_before(sentence: Sentence, verb: Match[Mark]) -> Phrase | None:
    """ "The medical organisation said": a body of any kind, which is the source quoted last."""
    words = sentence.words
    last = verb.first
    while last > 1 and words[last - 1] not in BODIES and words[last - 1] in ADVERBS:
        last -= 1
    if last < 2 or words[last - 1] not in BODIES:
        return None
    the = next((i for i in range(last - 2, max(-1, last - 2 - COMPOUND - 1), -1) if words[i] in ("the", "its")), None)
    return None if the is None else phrase_of(sentence, the, verb.last, [[Match(the, last, Mark("same", ""))]], verb)


def is_joined(sentence: Sentence, verb: Match[Mark]) -> bool:
    """Whether a verb goes on with the subject of the one before: "the monitor counted 12 dead and said"."""
    return sentence.word(verb.first - 1) in ("and", "but")


def subject_carried(sentence: Sentence, marks: list[Match[Mark]], k: int, earlier: list[Phrase]) -> Phrase | None:
    """The subject of the clause before: "the monitor could not confirm ..., saying 12", "they dated it ... and said 12".

    Where that clause is itself something said, the source is its own: "the group said, adding that ...".
    """
    verb = marks[k]
    joined = is_joined(sentence, verb) or sentence.word(verb.first - 1) == "also"
    if not joined and not sentence.tokens[verb.first].lower.endswith("ing"):
        return None
    if earlier and (not joined or earlier[0].leads):
        said = phrase_of(sentence, verb.first, verb.last, [], verb)
        return replace(earlier[0], start=said.start, end=said.end, leads=said.leads)
    subject = next((m for m in marks[:k] if m.entry.kind in SOURCES), None)
    if subject is None or (subject.entry.kind in ("same", "role") and subject.first > 2) or (joined and subject.first > FRONTED):
        return None
    whole = [subject]
    for mark in (m for m in marks[:k] if m.first >= subject.last and m.entry.kind in SOURCES):
        if not LINKS.issuperset(w for w in sentence.words[whole[-1].last : mark.first] if w != "one"):
            break
        whole.append(mark)  # "a spokesman for one of the brigades"
    return phrase_of(sentence, verb.first, verb.last, [whole], verb)


def _leftwards(sentence: Sentence, marks: list[Match[Mark]], n: int, *, closed: bool) -> tuple[int, list[list[Match[Mark]]]]:
    """The source that ends at mark ``n`` with what names it further left; joined sources apart."""
    sources, first = [[marks[n]]], marks[n].first
    while n > 0 and marks[n - 1].entry.kind in SOURCES and sentence.words[first] not in PRONOUNS:
        left, gap = marks[n - 1], sentence.words[marks[n - 1].last : marks[n].first]
        if len(gap) > PHRASE_REACH or any(w in BREAKS or w in QUOTES or w == ";" for w in gap) or ("," in gap and not closed):
            break
        if gap and marks[n].entry.speaker == PRESS and not set(gap) & {",", "and", "or", *GENITIVES}:
            break  # "... militants in Homs city local media reported"
        if "as" in gap:
            break  # "... in central Damascus as a Sputnik correspondent said"
        if gap == [","] and left.entry.kind == marks[n].entry.kind == "name":
            break  # "... beat the jihadists, Mazloum Kobani said"
        if gap[:1] == [","] and _is_proper(sentence, marks[n]) and left.entry.kind == "name" and not _is_proper(sentence, left):
            break  # "another monitor, the Syrian Network for Human Rights, said"
        if gap[:1] == [")"] and is_capital(sentence, left.last + 1):
            break  # "DAMASCUS (Sputnik) Earlier in the day Syria's agency reported"
        if any(w in DASHES and not sentence.joined(left.last + i) for i, w in enumerate(gap)):
            break  # "BAGHDAD (Reuters) - The coalition said"
        if gap and is_oblique(sentence, left, marks[n - 2] if n > 1 else None):
            break  # "mass graves left by IS in a report"
        if (
            len(gap) > 1
            and gap[0] not in LINKS - DETERMINERS
            and not all(is_capital(sentence, i) for i in range(left.last, marks[n].first))
        ):
            break
        person = sentence.word(marks[n].last - 1) not in DOCUMENTS
        apposed = left.entry.kind == "name" and marks[n].entry.kind == "role" and person
        apposed = apposed or ("another" in gap and {left.entry.kind, marks[n].entry.kind} <= {"name", "people"})  # "MSF, another group"
        apposed = apposed or (gap in (["a"], ["an"]) and left.entry.speaker in NO_PARTY)  # "the Center for Policy Research an NGO"
        opened = [*gap, sentence.words[marks[n].first]]  # up to the article, which a mark such as "the official" holds itself
        opened = opened if opened[-1] in DETERMINERS else gap
        if opened and opened[-1] in DETERMINERS and not apposed and (len(opened) == 1 or opened[-2] not in LINKS):
            break
        if "and" in gap:
            sources.insert(0, [left])
        elif marks[n].entry == RESIDENTS and not gap and left.entry.kind == "people":
            break  # "killed 15 medical staff activists said", on a page that has lost its commas
        elif gap or _is_kind_of(sentence, left, marks[n]) or (left.entry.kind, marks[n].entry.kind) not in SIDE_BY_SIDE:
            sources[0].insert(0, left)
        n -= 1  # of two side by side the last is the source: "the opposition Syrian Observatory", "in Turkey local sources said"
        first = left.first
    while first > 0 and is_capital(sentence, first - 1) and sentence.tokens[first - 1].lower.isalpha():
        first -= 1
    return first, sources


def _is_proper(sentence: Sentence, mark: Match[Mark]) -> bool:
    """Whether a mark is a name with a capital; "monitor" and "rebels" are names without."""
    return mark.entry.kind == "name" and is_capital(sentence, mark.last - 1)


def _is_kind_of(sentence: Sentence, name: Match[Mark], noun: Match[Mark]) -> bool:
    """ "Deir Ezzor 24 network", "the Anadolu agency": a name, and behind it what kind of body it is."""
    common = sentence.document.text[sentence.tokens[noun.first].start].islower()
    if noun.entry == Mark("people", "other") and name.entry.speaker in EMPLOYERS:
        return True  # "UN experts"
    return noun.entry.speaker == "reporter" or (common and is_capital(sentence, name.first) and sentence.word(noun.last - 1) in BODIES)


def _is_compound(sentence: Sentence, first: int, gap: list[str]) -> bool:
    """ "The UN mission said": the name is part of a longer one, behind an article or at a start."""
    before = sentence.tokens[first - 1].lower if first else ","
    return len(gap) <= COMPOUND and before in (*DETERMINERS, ",") and all(w.isalpha() and w not in BREAKS for w in gap)


def _is_postmodified(gap: list[str], *, close: bool) -> bool:
    """Between a source and its verb stands an apposition, a place, or a relative clause of whose verb it is the subject."""
    gap = gap[next((i for i, w in enumerate(gap) if w not in BODIES), 0) :]  # "UNRWA, the United Nations agency for refugees, said"
    core = [w for w in gap if w == "," or w not in ADVERBS]
    if core[-1:] in (["which"], ["who"], ["that"]):
        return not close or core[:1] == [","]
    if not (gap[0] in POSTMODIFIERS or gap[0].endswith("ing")) or (
        close and gap[-1] != "," and not (gap[-1] in BETWEEN and gap[-2:-1] == [","])
    ):
        return False
    return gap[0] != "," or gap[-1] in ADVERBS or "," in gap[1:]


def _is_placed(gap: list[str]) -> bool:
    """ "Doctors in the besieged town counted": where those are who count."""
    return (
        gap[0] in ("in", "at", "from", "contacted", "reached", "interviewed")
        and len(gap) <= PLACE_REACH
        and not any(w in BREAKS or w == "," for w in gap)
    )


def _opens_clause(sentence: Sentence, i: int) -> bool:
    return i == 0 or sentence.word(i - 1) in (*QUOTES, ",")


def _is_of_a_place(sentence: Sentence, i: int) -> bool:
    """Whether word ``i`` names a place; a town's namesake who opens a clause is a person ("Kobani said")."""
    place = next((m.place for m in mentions(sentence) if m.first <= i < m.last), None)
    return place is not None and (
        not _opens_clause(sentence, i) or place.kind not in SPECIFIC or place.name in seats(sentence.document.lexicon)
    )
