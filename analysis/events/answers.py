"""Which event each answer of an accused party is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.events.geography import inside
from analysis.events.incidents import Incident, days_meet
from analysis.events.statements import Days, Key, day_of
from analysis.extraction.answers.accusations import HARM
from analysis.extraction.answers.answer_words import answer_words
from analysis.extraction.blame.actors import actors_named, alternative_author
from analysis.extraction.claim import HARMS
from analysis.extraction.lexicon import Lexicon
from analysis.extraction.parties import MANY, answers_for, losses_of, own_of
from analysis.extraction.periods import period_of
from analysis.extraction.sentences import Document, Sentence
from analysis.extraction.speech.marks import is_hyphened, marks_of, vocabulary
from analysis.extraction.when.own_days import names_a_day
from analysis.extraction.where.candidates import is_dateline
from analysis.extraction.where.gazetteer import Place
from analysis.extraction.where.mentions import PREPOSITIONS, Mention, mentions
from analysis.extraction.where.nations import seats

ASIDE = re.compile(r"\s(?:calling|describing|accusing|blaming|saying|adding)\s")  # behind it the answer speaks of something else
TOLD = re.compile(r"\ban?\s+(?:accusation|allegation|charge)\b")  # "they say it let them go, an accusation that it denies"
MISTAKEN = re.compile(r"\b(?:mistak\w+|in error|erroneous\w*|accident\w*|inadvertent\w*|wrong|friendly fire)\b", re.IGNORECASE)
CIVILIANS = re.compile(r"\b(?:civilians?|residents|villagers|children|women)\b", re.IGNORECASE)
# Of many: "Russia has always denied", "has not admitted any since".
HABIT = re.compile(r"\b(?:always|repeatedly|consistently|regularly|persistently|routinely|ha(?:s|ve)\s+(?:never|not)\b[^.;]*\bsince)\b")
OF_OTHERS = re.compile(
    r"\b(?:den|reject|dismiss)\w+\s+(?:\w+\s+){0,2}?(?:previous|past|earlier|similar|other)\s+(?:\w+\s+)?"
    r"(?:accusations?|allegations?|charges|claims|reports)\b"
)
POINTING = re.compile(r"\b(?:this|that|those|these)\s+(?:\w+\s+){0,2}?(?:attack|strike|raid|bombing|massacre|shelling|killing|incident)")
GAS = re.compile(r"\b(?:chemical|gas|chlorine|sarin|toxic|nerve agent|poison)", re.IGNORECASE)  # of which an answer speaks apart
NEXT = 200  # characters behind an answer in which another party answers the same
RECENT = 7  # days before an article in which lies what it answers, where it names no day


@dataclass(frozen=True, slots=True)
class Answer:
    """One row of the responses table, as the events see it. ``disputes``: it denies, or names another who may have done it.
    ``harmless``: it answers an accusation that it tells itself, and that is of no harm. ``of_civilians``: it denies only their harm.

    ``accused`` holds those for whom the speaker answers, ``lost`` its own fighters where it denies their death, ``places`` and ``days``
    what the words name.
    """

    article: str
    start: int
    end: int
    kind: str
    evidence: str
    accused: frozenset[str]
    disputes: bool
    harmless: bool
    of_civilians: bool
    lost: frozenset[str]
    places: tuple[Place, ...]
    days: Days | None
    published: int | None

    @property
    def author(self) -> str | None:
        """Whom the answer makes the author, or the accused, where nobody else names one."""
        own = len(self.accused) == 1 and self.kind in ("denied", "acknowledged") and not self.lost
        return next(iter(self.accused)) if own else None

    def concerns(self, key: Key) -> bool:
        """Whether a row of the dead or wounded may be what it answers: nobody owns to its own dead, unless by mistake, nor to others than
        it speaks of."""
        group = key[1]
        owned = self.kind == "acknowledged" and MISTAKEN.search(self.evidence) is not None
        if self.lost or (not owned and self.accused & set(own_of(group)) - {MANY}):
            return False
        return not self.of_civilians or group in ("civilians", "people")


def answers_of(responses: pd.DataFrame, lexicon: Lexicon) -> list[Answer]:
    """The rows of a frame of responses, in its order."""
    columns = ["article_id", "start_char", "end_char", "evidence", "kind", "speaker", "date"]
    return [_read(*row, lexicon) for row in responses[columns].itertuples(index=False, name=None)]


def _read(article: str, start: int, end: int, evidence: str, kind: str, speaker: str, date: object, lexicon: Lexicon) -> Answer:
    published = day_of(date)
    document = Document(evidence, None if published is None else pd.Timestamp(date).date(), lexicon=lexicon)
    sentence = document.sentences[0]
    accused = _accused(sentence, speaker, kind)
    other = alternative_author(sentence) if kind == "will_assess" else None
    disputes = kind == "denied" or (other is not None and other not in accused)
    aside = ASIDE.search(sentence.text)
    places = tuple(
        m.place
        for m in mentions(sentence)
        if m.place.kind != "country"
        and not is_dateline(sentence, m)
        and not _is_a_speaker(sentence, m)
        and not (aside and sentence.tokens[m.first].start > aside.start())
    )
    harmless = TOLD.search(evidence) is not None and HARM.search(evidence) is None
    of_civilians = kind == "denied" and CIVILIANS.search(evidence) is not None
    own_loss = kind == "denied" and answer_words(lexicon).own_loss.search(evidence) is not None
    lost = frozenset(group for party in accused for group in losses_of(party)) if own_loss else frozenset()
    days = _days(document, sentence)
    return Answer(article, int(start), int(end), kind, evidence, accused, disputes, harmless, of_civilians, lost, places, days, published)


def _is_a_speaker(sentence: Sentence, mention: Mention) -> bool:
    """Where a spokesman or ministry sits, or a capital that stands for its government: "Damascus denied", "no word from Ankara"."""
    marks = marks_of(vocabulary(sentence.document.lexicon), sentence)
    names = {i for m in marks if m.entry.kind == "name" for i in range(m.first, m.last)}
    before = sentence.word(mention.first - 1)
    if is_hyphened(sentence, mention.first - 1):  # "anti-Damascus"
        return True
    if before in ("in", "at") and any(m.entry.kind in ("role", "state") and m.last == mention.first - 1 for m in marks):
        return True
    owner = any(m.entry.kind in ("name", "state") and m.last == mention.first - 1 for m in marks)
    return (
        mention.place.name in seats(sentence.document.lexicon)
        and mention.first in names
        and (owner or before == "from" or before not in PREPOSITIONS)
    )


def _accused(sentence: Sentence, speaker: str, kind: str) -> frozenset[str]:
    """Those for whom a speaker answers; of Russia and Syria, or of Turkey and others, the one that it names.

    Who has no comment may be asked about its ally's act.
    """
    possible = [p for s in speaker.split(";") for p in answers_for(s)]
    if kind == "no_comment":
        return frozenset(possible)
    named = [a.actor for a in actors_named(sentence) if a.actor in possible]
    return frozenset(named[:1] or possible)


def _days(document: Document, sentence: Sentence) -> Days | None:
    """The days of which an answer speaks; None where it names none."""
    if document.published is None or not names_a_day(sentence):
        return None
    period = period_of(document, sentence, sentence.end, sentence.end, "killed")
    first, last = day_of(period.date_start), day_of(period.date_end)
    return None if first is None or last is None else (first, last)


def answered(answers: Sequence[Answer], incidents: Sequence[Incident], totals: set[tuple[str, int]]) -> list[Incident | None]:
    """For each answer the incident that it is about, or None.

    ``totals`` are article and start of the claims that are running totals or stocks: who speaks of those answers for no one incident.
    """
    by_article: dict[str, list[Incident]] = {}
    by_day: dict[int, list[Incident]] = {}
    for incident in incidents:
        if any(m.key[0] in HARMS for m in incident.members):
            for article in incident.articles:
                by_article.setdefault(article, []).append(incident)
            if incident.days and not incident.coarse:
                for day in range(incident.days[0], incident.days[1] + 1):
                    by_day.setdefault(day, []).append(incident)
    found: list[Incident | None] = []
    before: tuple[Answer, Incident | None] | None = None
    for answer in answers:
        about = None
        if not answer.harmless and not OF_OTHERS.search(answer.evidence):
            about = _about(answer, by_article.get(answer.article, []), totals) or _elsewhere(answer, by_day)
            if about is None and before and before[1] and _goes_on(answer, *before):
                about = before[1]
        found.append(about)
        before = answer, about
    return _before_its_like(answers, found)


def _before_its_like(answers: Sequence[Answer], found: list[Incident | None]) -> list[Incident | None]:
    """An answer that names nothing is to what the next one of its party answers: "rejected the reports. It said no jet had hit Baghuz"."""
    for i in range(len(answers) - 2, -1, -1):
        answer, following, about = answers[i], answers[i + 1], found[i + 1]
        vague = answer.harmless or OF_OTHERS.search(answer.evidence) or HABIT.search(answer.evidence)
        if found[i] is None and about and not vague and answer.kind == following.kind and answer.accused & following.accused:
            found[i] = about if _goes_on(answer, following, about) else None
    return found


def _goes_on(answer: Answer, before: Answer, about: Incident) -> bool:
    """Whether an answer is to what the one before it in its article answers: its own party's, or that of another suspect or inquirer."""
    suspects = (not about.authors or answer.kind == "will_assess") and answer.start - before.end < NEXT
    same = answer.article == before.article and (suspects or bool(answer.accused & before.accused)) and answer.days is None
    return same and answer.kind != "general" and {p.name for p in answer.places} <= {p.name for p in before.places}


def _about(answer: Answer, incidents: Sequence[Incident], totals: set[tuple[str, int]]) -> Incident | None:
    """The incident of its own article that an answer is about: told inside it, or of its place, its days and its party, and nearest."""
    told = [i for i in incidents if any(_tells(i, answer, answer.start, answer.end))]
    if told:
        return told[0]
    incidents = [i for i in incidents if _of_its_days(i, answer)]
    named = [i for i in incidents if _of_its_place(i, answer)]
    if answer.kind == "general" or any((answer.article, at) in totals for at in range(answer.start, answer.end)):
        return named[0] if answer.kind == "general" and len(named) == 1 else None
    near = named if answer.places else incidents
    if GAS.search(answer.evidence):
        near = [i for i in near if any(GAS.search(m.sentence) for m in i.members)] or near
    if answer.lost:
        near = [i for i in near if any(m.key[0] in HARMS and m.key[1] in answer.lost for m in i.members)]
        return min(near, key=lambda i: _distance(i, answer), default=None)
    accused = [i for i in near if i.authors & answer.accused]
    one_day = answer.days is not None and answer.days[1] - answer.days[0] <= 1
    named_itself = near if one_day and answer.kind != "no_comment" else []  # another author is named by one source only
    if len(accused) > 1 and not answer.places and not answer.days and HABIT.search(answer.evidence):
        return None
    told_before = [i for i in near if _tells(i, answer, 0, answer.start)]
    if POINTING.search(answer.evidence) and told_before:
        return min(told_before, key=lambda i: _distance(i, answer))
    if answer.kind == "denied":
        accused += [i for i in told_before if not i.authors and _tells(i, answer, answer.start - NEXT, answer.start)]
    possible = accused or [i for i in near if not _named(i, answer.article)] or named_itself
    return min(possible, key=lambda i: _distance(i, answer), default=None)


def _elsewhere(answer: Answer, by_day: dict[int, list[Incident]]) -> Incident | None:
    """The one incident of other articles that an answer names by its place, on its day or in the days before, and that is its party's."""
    if answer.published is None or not answer.places or answer.lost or answer.kind == "general":
        return None
    first, last = answer.days or (answer.published - RECENT, answer.published)
    near = {id(i): i for day in range(max(first, last - RECENT), last + 1) for i in by_day.get(day, ())}
    fitting = [i for i in near.values() if _of_its_place(i, answer) and (not i.authors or i.authors & answer.accused)]
    accused = [i for i in fitting if i.authors] or fitting
    return accused[0] if len(accused) == 1 else None


def _of_its_days(incident: Incident, answer: Answer) -> bool:
    """Whether an answer that names a day can mean an incident; one day late or early is the same night."""
    if answer.days is None or incident.days is None:
        return True
    return days_meet(incident.days, (answer.days[0] - 1, answer.days[1] + 1))


def _of_its_place(incident: Incident, answer: Answer) -> bool:
    place = incident.place
    return place is not None and any(place.name == p.name or inside(place, p) for p in answer.places)


def _tells(incident: Incident, answer: Answer, start: int, end: int) -> list[int]:
    """Where the incident's claims begin between two offsets of the answer's article."""
    return [m.start for m in incident.members if m.article == answer.article and start <= m.start < end]


def _named(incident: Incident, article: str) -> bool:
    """Whether an article itself names an author of an incident."""
    return any(m.perpetrators for m in incident.members if m.article == article)


def _distance(incident: Incident, answer: Answer) -> tuple[bool, int]:
    """What was told before the answer comes first, and of that the nearest."""
    before, behind = _tells(incident, answer, 0, answer.start), _tells(incident, answer, answer.end, 1 << 62)
    return (False, answer.start - max(before)) if before else (True, min(behind, default=answer.end) - answer.end)
