"""Who answers: the party to the fighting that is the subject of an answering word."""

import re

from analysis.extraction.answers.answer_words import ADVERBS, VERBS, back
from analysis.extraction.blame.actors import actor_before, actors_named
from analysis.extraction.parties import MANY, PARTIES, STATE_OF, speaks_as, voice_of
from analysis.extraction.sentences import Sentence
from analysis.extraction.speakers import speaker_of
from analysis.extraction.speech.marks import Mark, about_iraq, is_oblique, marks_of, named_speaker, party_before, vocabulary
from analysis.extraction.speech.subjects import PRONOUNS
from analysis.extraction.terms import Match
from analysis.extraction.who.sides import is_about

# Who answers as a party to the fighting: no media, and none of the many that are "other".
ANSWERING = frozenset(speaker for party in PARTIES for speaker in party.speakers if speaker == voice_of(speaker) != MANY)
ACCUSERS = frozenset(("residents", "sohr", "rights_group", "aid_agency", "un"))
# Whom a noun for a body can stand for.
CALLED = {"group": ("is", "rebels", "other"), "coalition": ("coalition", "us_government")}
# Behind one of these the verb has no party for its subject, or says the contrary, or what may come.
AUXILIARIES = frozenset("has have had would could did does do".split())
CALLING = frozenset("called calls calling described describes branded labelled labeled said says insisted insists".split())
DISMISSING = frozenset("dismissed dismisses dismiss rejected rejects reject".split())
PREPOSITIONS = frozenset("in of on to from over near inside across against with by".split())
FROM = re.compile(r"\s+(?:from|by)\s+(?:\w+\s+){0,4}")
RECALLED = 3  # sentences in which a force is called by its noun alone that was named in full
NEXT = re.compile(r"\s+(?:\w+\s+){0,2}")
BY = re.compile(r"\s+by\s+(?:\w+\s+){0,3}")
BY_SOME = re.compile(r"\s+by\s+(?:the|an?|another)\b")
THE_GROUP = re.compile(r"\s+by\s+the\s+(?:(?:jihadist|extremist|militant|terrorist)\s+)?group\b")


def answerer(sentence: Sentence, match: Match[str], kind: str) -> str | None:
    """The party that answers; None where it is none."""
    document, at, end = sentence.document, sentence.tokens[match.first].start, sentence.tokens[match.last - 1].end
    if match.entry in ("general", "verdict", "denied"):
        calling = _dismissing(sentence, match.first) or _state_calling(sentence, match.first)
        speaker: str | None = calling or speaker_of(document, sentence, at)
        unsaid = speaker in ("reporter", "other") or not says_so(sentence) or (kind == "general" and not is_party(speaker))
        subject = None if says_so(sentence) else meant(sentence, 0) or _first_named(sentence)
        speaker = (subject or party_before(sentence, at) or speaker) if unsaid and not calling else speaker
        speaker = speaker and voice_of(speaker)
    elif sentence.words[match.first] in ("may", "might") and says_so(sentence) and speaker_of(document, sentence, at) in ACCUSERS:
        return None
    else:
        named = _named_behind(sentence, end, match) if match.entry in (*VERBS, "asked", "no_comment") else None
        if named is None and match.entry in VERBS and BY_SOME.match(document.text, end):  # "claimed by a small group", told by officials
            is_theirs = THE_GROUP.match(document.text, end) is not None and is_about(document, "is_fighters")
            return "is" if is_theirs else None
        subject_at = _subject_of(sentence, match.first)
        if named == "other" or (named is None and _is_an_outlet(sentence, subject_at)):
            return named
        speaker = named and voice_of(named)
        speaker = speaker or _state_before(sentence, match.first) or _both(sentence, at) or party_before(sentence, at)
        speaker = speaker or _force_before(sentence, subject_at) or _own_force(sentence, match.first) or meant(sentence, subject_at)
        if speaker == "other":  # a name that the vocabulary knows for nobody's, "Israel's army"
            return speaker if actor_before(sentence, at) else None
        speaker = speaker or speaker_of(document, sentence, at)
        speaker = voice_of(speaker) if kind == "denied" else speaker  # "a source denied", in the state's own media
    return party_of(sentence, speaker, at)


def _state_before(sentence: Sentence, i: int) -> str | None:
    """The state that is the subject of the verb at word ``i``, auxiliaries passed over: "Syria has denied", not "a team in Syria"."""
    at = _subject_of(sentence, i)
    if at is None or sentence.word(at - 1) in PREPOSITIONS:
        return None
    return STATE_OF.get(sentence.words[at])


def _state_calling(sentence: Sentence, i: int) -> str | None:
    """The state that says so of what word ``i`` is in: "Syria described the reports as untrue"."""
    calling = [j for j in range(1, i) if sentence.words[j] in CALLING]
    return (_state_before(sentence, calling[-1]) or _force_before(sentence, calling[-1] - 1)) if calling else None


def _dismissing(sentence: Sentence, i: int) -> str | None:
    """The source named right before a verb of dismissing that word ``i`` goes with: "a number that Ankara dismisses as propaganda"."""
    verb = next((j for j in range(i, 0, -1) if sentence.words[j] in DISMISSING), None)
    subject = _subject_of(sentence, verb) if verb else None
    names = [m for m in marks_of(vocabulary(sentence.document.lexicon), sentence) if m.entry.kind == "name"]
    return next((_settled(sentence, m) for m in names if subject is not None and m.last == subject + 1), None)


def _force_before(sentence: Sentence, i: int | None) -> str | None:
    """The force or ministry that ends with word ``i``, or that of the capital there: "the ministry in Moscow (called)"."""
    marks = [m for m in marks_of(vocabulary(sentence.document.lexicon), sentence) if i is not None and m.last <= i + 1]
    if i is None or not marks or marks[-1].last != i + 1:
        return None
    capital = [m for m in marks[-1:] if m.entry.kind == "name" and sentence.word(m.first - 1) == "in"]
    ministry = [m for m in marks if m.entry.kind == "state" and m.last == (capital[0].first - 1 if capital else i + 1)]
    return _settled(sentence, (capital or ministry)[0]) if ministry else None


def _both(sentence: Sentence, at: int) -> str | None:
    """The two parties that the subject before ``at`` joins: "government and opposition forces have both denied"."""
    marks = [m for m in marks_of(vocabulary(sentence.document.lexicon), sentence) if sentence.tokens[m.last - 1].end <= at]
    sources = [m for m in marks if m.entry.kind in ("name", "state")]
    if len(sources) < 2 or sentence.words[sources[-2].last : sources[-1].first] not in (["and"], ["and", "the"]):
        return None
    one, other = (_settled(sentence, m) for m in sources[-2:])
    return f"{one};{other}" if one != other and is_party(one) and is_party(other) else None


def _settled(sentence: Sentence, mark: Match[Mark]) -> str:
    """The speaker of a source; a force or post without an owner is of the state that named it before, or that the article is about."""
    named = named_speaker(sentence, mark) or _named_in_full(sentence, sentence.word(mark.last - 1))
    return named or ("iraq" if about_iraq(sentence.document) else "government")


def says_so(sentence: Sentence) -> bool:
    """Whether anybody is quoted in the sentence."""
    return any(m.entry.kind == "say" for m in marks_of(vocabulary(sentence.document.lexicon), sentence))


def _own_force(sentence: Sentence, i: int) -> str | None:
    """The army, ministry or "military source" of the state that the article is about, as the subject of the verb at word ``i``."""
    marks = [m for m in marks_of(vocabulary(sentence.document.lexicon), sentence) if m.last <= i]
    forces = [m for m in marks if m.entry.kind == "state" or (m.entry.kind == "people" and m.entry.speaker in ANSWERING)]
    if not forces:
        return None
    posts = {m.first: m.last for m in marks if m.entry.kind == "role"}
    last = posts.get(forces[-1].last, forces[-1].last)  # "an army spokesman"
    between = [w for w in sentence.words[last:i] if w not in ADVERBS and w not in ("again", "has", "had")]
    if between and between[0] not in ("quoted", "cited", "speaking"):
        return None
    return forces[-1].entry.speaker or party_of(sentence, "other", sentence.tokens[i].start)


def _named_in_full(sentence: Sentence, noun: str) -> str | None:
    """Whose a force is that shortly before was named with its owner: "Turkey's military said ... The military denied"."""
    for earlier in reversed(sentence.document.sentences[max(0, sentence.index - RECALLED) : sentence.index]):
        for mark in reversed(marks_of(vocabulary(sentence.document.lexicon), earlier)):
            if mark.entry.kind == "name" and earlier.word(mark.last - 1) == noun:
                return named_speaker(earlier, mark)
    return None


def _subject_of(sentence: Sentence, i: int) -> int | None:
    """The word before the verb at word ``i`` and its auxiliaries."""
    return next((j for j in back(sentence, i) if sentence.words[j] not in AUXILIARIES), None)


def _is_an_outlet(sentence: Sentence, i: int | None) -> bool:
    """Whether word ``i`` ends the name of a news agency: "AFP could not confirm"."""
    marks = marks_of(vocabulary(sentence.document.lexicon), sentence)
    return any(m.entry.kind == "name" and m.entry.speaker == "reporter" and i == m.last - 1 for m in marks)


def meant(sentence: Sentence, i: int | None) -> str | None:
    """The party that "he" or "it" at word ``i`` stands for: who speaks in the sentence before, or is its subject."""
    if i is None or sentence.words[i] not in PRONOUNS or not sentence.index:
        return None
    earlier = sentence.document.sentences[sentence.index - 1]
    speaker = speaker_of(sentence.document, earlier, earlier.end) if says_so(earlier) else _first_named(earlier)
    actors = actors_named(earlier) if speaker == "other" else []
    abroad = bool(actors) and speaks_as(actors[0].actor) == MANY  # "Turkey's army denied the raid. It said"
    return speaker if speaker and (is_party(speaker) or abroad) else None


def _first_named(sentence: Sentence) -> str | None:
    """The speaker that the sentence names first, as its subject."""
    names = [m for m in marks_of(vocabulary(sentence.document.lexicon), sentence) if m.entry.kind in ("name", "state")]
    return next((_settled(sentence, m) for m in names if m.entry.speaker != "reporter" and not is_oblique(sentence, m, None)), None)


def party_of(sentence: Sentence, speaker: str | None, at: int) -> str | None:
    """The speaker where it is a party to the fighting; one that the vocabulary does not know is the actor named before, if any."""
    if speaker in ("other", "reporter"):
        actor = actor_before(sentence, at)
        return speaks_as(actor) if actor else None
    return speaker if speaker and is_party(speaker) else None


def speaks_of_itself(words: str, speaker: str) -> bool:
    """Whether an act is the speaker's own: "it" and "its jets" are, "the group" and "the coalition" may be another's."""
    subject = words.lower().split()[:3]
    return subject[0] != "the" or any(speaker in meant for body, meant in CALLED.items() if body in subject)


def is_party(speaker: str) -> bool:
    """Whether a speaker, or one of two, is a party to the fighting."""
    return not ANSWERING.isdisjoint(speaker.split(";"))


def _named_behind(sentence: Sentence, end: int, match: Match[str]) -> str | None:
    """Who answers, where the text says so behind the words that end at ``end``: "no comment from the army", "claimed by the group"."""
    gap = NEXT if match.entry == "asked" else FROM if match.entry == "no_comment" else BY
    sources = [m for m in marks_of(vocabulary(sentence.document.lexicon), sentence) if m.entry.kind in ("name", "state")]
    for mark in sources:
        if gap.fullmatch(sentence.document.text, end, sentence.tokens[mark.first].start):
            holder = [m for m in sources if m.first == mark.last and m.entry.kind == "name"]  # "Prime Minister Haider al-Abadi"
            return _settled(sentence, (holder or [mark])[0])
    return None
