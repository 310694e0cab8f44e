"""Which event each answer of an accused party is about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.events.incidents import Incident
from analysis.extraction.agents import alternative_author
from analysis.extraction.lexicon import Lexicon
from analysis.extraction.sentences import Document

HARMS = ("killed", "injured", "casualties")
# Which perpetrators a speaker answers for. Russia's ministry speaks in the category ``government``.
ACCUSED: dict[str, tuple[str, ...]] = {
    "coalition": ("coalition",),
    "us_government": ("coalition",),
    "sdf": ("sdf",),
    "kurdish_officials": ("sdf",),
    "government": ("government", "russia"),
    "state_media": ("government", "russia"),
    "is": ("is",),
    "iraq": ("iraq",),
    "rebels": ("other",),
    "other": ("turkey", "other"),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """One row of the responses table, as the events see it. ``disputes``: it denies, or names another who may have done it."""

    article: str
    start: int
    end: int
    evidence: str
    kind: str
    accused: frozenset[str]
    disputes: bool


def answers_of(responses: pd.DataFrame, lexicon: Lexicon) -> list[Answer]:
    """The rows of a frame of responses, in its order."""
    rows = responses[["article_id", "start_char", "end_char", "evidence", "kind", "speaker"]].itertuples(index=False)
    return [
        Answer(article, int(start), int(end), evidence, kind, accused, kind == "denied" or _names_another(evidence, kind, accused, lexicon))
        for article, start, end, evidence, kind, speaker in rows
        for accused in [frozenset(p for s in speaker.split(";") for p in ACCUSED.get(s, ()))]
    ]


def _names_another(evidence: str, kind: str, accused: frozenset[str], lexicon: Lexicon) -> bool:
    other = alternative_author(Document(evidence, lexicon=lexicon).sentences[0]) if kind == "will_assess" else None
    return other is not None and other not in accused


def answered(answers: Iterable[Answer], incidents: Sequence[Incident], totals: set[tuple[str, int]]) -> list[Incident | None]:
    """For each answer the incident that it is about, or None.

    ``totals`` are article and start of the claims that are running totals or stocks: who speaks of those answers for no one incident.
    """
    by_article: dict[str, list[Incident]] = {}
    for incident in incidents:
        if any(m.key[0] in HARMS for m in incident.members):
            for article in incident.articles:
                by_article.setdefault(article, []).append(incident)
    return [_about(answer, by_article.get(answer.article, []), totals) for answer in answers]


def _about(answer: Answer, incidents: Sequence[Incident], totals: set[tuple[str, int]]) -> Incident | None:
    inside = [i for i in incidents if any(_tells(i, answer, answer.start, answer.end))]
    if inside:
        return inside[0]
    named = [i for i in incidents if i.place and i.place.name in answer.evidence]
    if answer.kind == "general" or any((answer.article, at) in totals for at in range(answer.start, answer.end)):
        return named[0] if answer.kind == "general" and len(named) == 1 else None
    accused = [i for i in named or incidents if _perpetrators(i) & answer.accused]
    possible = accused or [i for i in named or incidents if not _perpetrators(i)]
    return min(possible, key=lambda i: _distance(i, answer), default=None)


def _tells(incident: Incident, answer: Answer, start: int, end: int) -> list[int]:
    """Where the incident's claims begin between two offsets of the answer's article."""
    return [m.start for m in incident.members if m.article == answer.article and start <= m.start < end]


def _perpetrators(incident: Incident) -> frozenset[str]:
    return frozenset().union(*(m.perpetrators for m in incident.members))


def _distance(incident: Incident, answer: Answer) -> tuple[bool, int]:
    """What was told before the answer comes first, and of that the nearest."""
    before, behind = _tells(incident, answer, 0, answer.start), _tells(incident, answer, answer.end, 1 << 62)
    return (False, answer.start - max(before)) if before else (True, min(behind, default=answer.end) - answer.end)
