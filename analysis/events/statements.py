"""One claim as the events see it: who says what figure of which place and days, and how two such statements compare."""

import datetime as dt
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import pandas as pd

from analysis.events.geography import TOWN, level
from analysis.extraction.blame.actors import actors_named
from analysis.extraction.lexicon import Lexicon
from analysis.extraction.parties import MANY, answers_for
from analysis.extraction.sentences import Document
from analysis.extraction.speech.attributions import phrases_of
from analysis.extraction.speech.marks import marks_of, vocabulary
from analysis.extraction.where.gazetteer import Place, gazetteer, heard
from analysis.extraction.where.mentions import mentions
from analysis.extraction.who.sides import nation_of

ABOUT = 0.1  # "about" reaches this share either way when ranges are compared (CODEBOOK.md)
# So many dead, wounded or displaced are a war's, whatever the sentence says.
WARS = {"killed": 100_000, "injured": 100_000, "casualties": 100_000, "displaced": 1_000_000}
NEAR = 1.5  # and so many times as large may be the figure that "at least" leaves open, a day later
COARSE = ("month", "year", "unknown")
NO_NUMBER_BEFORE = re.compile(r"(?<!\w)(?<!\d[.,])")
ACCUSING = re.compile(r"\b(?:accus|blam)\w+", re.IGNORECASE)
JOINING = frozenset(", and in at near on the town towns village villages of nearby neighbouring".split())
LONG = 7  # days: a longer period is not "a few days' action"
Key = tuple[str, str, str, str]  # measure, group, detail ("" for none), unit
Days = tuple[int, int]  # first and last day, counted from 1970-01-01


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim of scope ``event``. ``days`` is None where undated; ``perpetrators`` holds only those named;
    ``towns`` those that its sentence joins; ``own`` where a party tells its own act; ``nationals`` where it counts those of one nation."""

    id: str
    article: str
    start: int
    published: int | None
    key: Key
    value: float | None
    qualifier: str
    low: float | None
    high: float | None
    days: Days | None
    precision: str
    place: Place | None
    speakers: frozenset[str]
    perpetrators: frozenset[str]
    part_of: str | None
    same_as: str | None
    sentence: str
    evidence: str
    towns: frozenset[str]
    own: bool
    nationals: bool

    @property
    def numeric(self) -> bool:
        """Whether the words hold a number, as "dozens" does not."""
        return self.qualifier != "vague" and self.figure is not None

    @property
    def figure(self) -> float | None:
        """The figure that the statement names: its number, or the upper end of a range."""
        return self.value if self.value is not None else self.high

    @property
    def reach(self) -> tuple[float, float]:
        """The range for comparing: an open end is 0 or infinity, "about" reaches 10 percent either way."""
        low = 0.0 if self.low is None else self.low
        high = math.inf if self.high is None else self.high
        return (low * (1 - ABOUT), high * (1 + ABOUT)) if self.qualifier == "about" else (low, high)

    @property
    def summed(self) -> bool:
        """Whether it counts what several days brought, "since Saturday", "in the past 48 hours"."""
        return self.days is not None and self.precision == "day" and self.days[1] - self.days[0] > 1

    @property
    def coarse(self) -> bool:
        """Whether the period is too wide to tell one incident by its days."""
        return self.days is None or self.precision in COARSE or self.days[1] - self.days[0] > LONG


def statements(claims: pd.DataFrame, lexicon: Lexicon) -> Iterator[Statement]:
    """The claims of scope ``event`` about people, by publication date, article and position."""
    places = gazetteer(lexicon)
    met: dict[tuple[tuple[str, ...], str | None], Place] = {}
    chosen = claims[(claims["scope"] == "event") & ~claims["measure"].isin(("territory_held", "territory_lost"))]
    for row in chosen.sort_values(["published", "article_id", "start_char"], kind="stable").astype(object).itertuples(index=False):
        if (_number(row.value) or _number(row.low) or 0) >= WARS.get(row.measure, math.inf):
            continue
        first, last = day_of(row.date_start), day_of(row.date_end)
        first, last = (last if first is None else first), (first if last is None else last)
        name = _text(row.place)
        yield Statement(
            id=row.claim_id,
            article=row.article_id,
            start=int(row.start_char),
            published=day_of(row.published),
            key=(row.measure, _text(row.group) or "people", _text(row.detail) or "", row.unit),
            value=_number(row.value),
            qualifier=row.qualifier,
            low=_number(row.low),
            high=_number(row.high),
            days=None if first is None or last is None else (first, last),
            precision=row.date_precision,
            place=(places.get(name) or _unlisted(name, _text(row.admin1), places, met)) if name else None,
            speakers=frozenset(row.speaker.split(";")),
            perpetrators=frozenset((_text(row.perpetrator) or "unknown").split(";")) - {"unknown"},
            part_of=_text(row.part_of),
            same_as=_text(row.same_as),
            sentence=row.sentence,
            evidence=row.evidence,
            own=_is_own(row.speaker, _text(row.perpetrator), row.sentence, lexicon),
            towns=_towns_joined(row.sentence, lexicon),
            nationals=_counts_nationals(row.sentence, row.evidence, lexicon),
        )


def _unlisted(name: str, whole: str | None, places: Mapping[str, Place], met: dict[tuple[tuple[str, ...], str | None], Place]) -> Place:
    """A place that only the text names, in a province, or a quarter of a town, as it was spelled when first ``met``."""
    around = places.get(whole or "")
    kind = "quarter" if around and level(around) == TOWN else "town"
    return met.setdefault((heard(name), whole), Place(name, None, None, whole, kind, around.country if around else None))


def _is_own(speakers: str, perpetrators: str | None, text: str, lexicon: Lexicon) -> bool:
    """Whether one of the speakers is a perpetrator; of the many that are "other", one that the sentence quotes by its name."""
    authors = set((perpetrators or "").split(";"))
    if ACCUSING.search(text):
        return False
    if any(authors & set(answers_for(speaker)) for speaker in speakers.split(";") if speaker != MANY):
        return True
    if MANY not in speakers or not authors & set(answers_for(MANY)):
        return False
    sentence = Document(text, lexicon=lexicon).sentences[0]
    quoted = phrases_of(sentence, marks_of(vocabulary(lexicon), sentence))
    return any(a.actor in authors for a in actors_named(sentence) for q in quoted if q.start <= a.start < q.end)


def _ends(text: str, number: str) -> Iterator[int]:
    """Where a number ends in a text; no "4" inside "14" or "1,4"."""
    at = text.find(number)
    while at >= 0:
        if NO_NUMBER_BEFORE.match(text, at):
            yield at + len(number)
        at = text.find(number, at + 1)


def _counts_nationals(text: str, evidence: str, lexicon: Lexicon) -> bool:
    """Whether a figure is of the citizens of one nation, "four Americans": not the toll of an attack that killed others too."""
    named = [end for end in _ends(text, evidence) if text[end : end + 1].isspace() and text[end + 1 : end + 2].isupper()]
    if not named:
        return False
    sentence = Document(text, lexicon=lexicon).sentences[0]
    return any(nation_of(sentence, end) is not None for end in named)


@lru_cache(maxsize=1024)
def _towns_joined(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The towns of a sentence that it joins, "in the towns of Susah and Baghuz": what it counts may be of all of them."""
    sentence = Document(text, lexicon=lexicon).sentences[0]
    found: set[str] = set()
    joined = False
    for one, other in pairwise(m for m in mentions(sentence) if level(m.place) >= TOWN):
        gap = sentence.words[one.last : other.first]
        if (gap == [","] or ("and" in gap and JOINING.issuperset(gap))) and sentence.words[one.first - 1] != "between":
            found |= {one.place.name, other.place.name}
            joined = joined or "and" in gap
    return frozenset(found if joined else ())


def meet(one: Statement, other: Statement) -> bool:
    """Whether the ranges of two statements have a number in common."""
    (low, high), (other_low, other_high) = one.reach, other.reach
    return low <= other_high and other_low <= high


def agree(one: Statement, other: Statement) -> bool:
    """Whether two statements of one measure may count the same people: the same key, or an equal figure for a class and its whole."""
    if one.key == other.key:
        return meet(one, other)
    return fits(one.key, other.key) and one.numeric and one.figure == other.figure


def close(one: Statement, other: Statement) -> bool:
    """Whether two numbers agree and are near: "at least 21" is open to 100, and yet not the same toll a day later."""
    if not (one.numeric and other.numeric and agree(one, other)):
        return False
    low, high = sorted((one.figure or 0, other.figure or 0))
    return high <= low * NEAR


def fits(one: Key, other: Key) -> bool:
    """Whether two keys may be of one toll: measure and unit the same, group and detail the same or one inside the other."""
    groups, details = {one[1], other[1]}, {one[2], other[2]}
    same_kind = (one[0], one[3]) == (other[0], other[3])
    return same_kind and (len(groups) == 1 or "people" in groups) and (len(details) == 1 or "" in details)


def date_of(day: int | None) -> dt.date | None:
    """The date of a day counted from 1970-01-01."""
    return None if day is None else dt.date(1970, 1, 1) + dt.timedelta(days=day)


def day_of(date: object) -> int | None:
    """A date as a day counted from 1970-01-01."""
    return None if pd.isna(date) else pd.Timestamp(date).toordinal() - pd.Timestamp(0).toordinal()


def _number(value: object) -> float | None:
    return None if pd.isna(value) else float(value)


def _text(value: object) -> str | None:
    return None if pd.isna(value) else str(value)
