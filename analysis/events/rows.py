"""The rows of one incident: range, sources, disputes and grades of each measure and group (CODEBOOK.md, Events)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import combinations
from typing import Any

from analysis.events.answers import NEXT, Answer
from analysis.events.cues import Cues
from analysis.events.incidents import Incident, opposed
from analysis.events.statements import Key, Statement, date_of, meet
from analysis.extraction.claim import HARMS
from analysis.extraction.parties import side_of, voice_of
from analysis.schema import PRECISIONS

SEVERAL_VOICES = frozenset(("reporter", "residents", "other"))  # categories that hold many people, not one source
SEVERAL_BODIES = frozenset(("iraq", "un", "aid_agency", "rights_group", "kurdish_officials"))  # and these hold several


def rows_of(incident: Incident, answers: Sequence[Answer], outlets: Mapping[str, str], cues: Cues) -> list[dict[str, Any]]:
    """One dict for each measure, group, detail and unit, in the order in which they are told; the whole before its parts.

    ``answers`` are those to this incident; ``outlets`` gives the outlet of an article, where it is known.
    """
    members = sorted(incident.members, key=lambda s: (s.published is None, s.published, s.article, s.start))
    told: dict[Key, list[Statement]] = defaultdict(list)
    for statement in members:
        told[statement.key].append(statement)
    event = _event(incident, members)
    owned = {key for key in told if _tells_its_own(key, told[key], answers)}
    rows = []
    for key in sorted(told, key=lambda k: (list(told).index(k), k)):
        said, revised = _current(told[key], members, cues)
        answering = [a for a in answers if a.concerns(key)]
        perpetrators = _perpetrators(key, told[key], answering)
        low, high = range_of(said)
        harms = key[0] in HARMS
        attribution = _attribution(told[key], perpetrators, answering, owning=key in owned) if harms else None
        admitted = attribution == "admitted" and (key in owned or not owned)
        rows.append(
            event
            | {"measure": key[0], "group": key[1], "detail": key[2] or None, "unit": key[3], "low": low, "high": high}
            | {"part_of": _whole(key, told)}
            | _counts(told[key], outlets)
            | {"contested": attribution == "disputed" or _contested(key, said, members, answers)}
            | {"harm": "acknowledged" if admitted else _harm(told[key])}
            | {"attribution": attribution, "perpetrators": ";".join(perpetrators) or None}
            | {"claims": ";".join(s.id for s in told[key]), "revises": ";".join(s.id for s in revised) or None}
        )
    return rows


def _tells_its_own(key: Key, said: Sequence[Statement], answers: Sequence[Answer]) -> bool:
    """Whether a party counts whom it has killed or wounded itself, and is not only asked about a figure."""
    answering = [a for a in answers if a.concerns(key)]
    return any(s.own or any(_goes_on(s, a) for a in answers) for s in said if not _is_asked(s, answering))


def _perpetrators(key: Key, said: Sequence[Statement], answers: Sequence[Answer]) -> list[str]:
    """Those whom the claims name; where they name nobody, whoever admits it, or else denies it."""
    named = set().union(*(s.perpetrators for s in said))
    if named or key[0] not in HARMS:
        return sorted(named)
    admitting = {a.author for a in answers if a.kind == "acknowledged"} - {None}
    return sorted(admitting or {a.author for a in answers} - {None})


def _event(incident: Incident, members: Sequence[Statement]) -> dict[str, Any]:
    """What all rows share. The id is that of the first claim told, so that further articles do not change it."""
    first, last = incident.days or (None, None)
    finest = min((s.precision for s in members), key=PRECISIONS.index)
    place = incident.place
    return {
        "event_id": members[0].id,
        "date_start": date_of(first),
        "date_end": date_of(last),
        "date_precision": "unknown" if first is None else "day" if first == last else finest,
        "place": place and place.name,
        "lat": place and place.lat,
        "lon": place and place.lon,
        "admin1": place and place.admin1,
    }


def _counts(said: Sequence[Statement], outlets: Mapping[str, str]) -> dict[str, int]:
    """Claims without repeats, speaker categories, and outlets; articles of no known outlet count as one."""
    ids = {s.id for s in said}
    return {
        "n_claims": sum(s.same_as not in ids for s in said),
        "n_speakers": len(set().union(*(s.speakers for s in said))),
        "n_outlets": max(1, len({outlets[s.article] for s in said if s.article in outlets})),
    }


def _current(said: Sequence[Statement], members: Sequence[Statement], cues: Cues) -> tuple[list[Statement], list[Statement]]:
    """The statements that make the range, and those that a later one of the same source replaced.

    Neither repeats, nor the citizens of one nation beside all the dead, nor what breaks down a total of the same measure and group enter.
    """
    by_id = {s.id: s for s in members}
    alone = [s for s in said if not _has_whole_of_its_kind(s, by_id)]
    firsts = [s for s in alone if s.same_as not in by_id] or alone
    firsts = [s for s in firsts if not s.nationals] or firsts
    revised = [s for s in firsts if any(_replaces(later, s, cues) for later in firsts)]
    return [s for s in firsts if s not in revised], revised


def _has_whole_of_its_kind(part: Statement, by_id: Mapping[str, Statement]) -> bool:
    whole = by_id.get(part.part_of or "")
    return whole is not None and (whole.key == part.key or _has_whole_of_its_kind(whole, by_id))


def _replaces(later: Statement, earlier: Statement, cues: Cues) -> bool:
    """Whether one source's later toll takes the place of its earlier one: another figure, and no looser way to say the same."""
    if later is earlier or not later.numeric or _source(later) != _source(earlier) or later.figure == earlier.figure:
        return False
    if later.article == earlier.article:
        return earlier.numeric and cues.newer(later, earlier) is later
    published, before = later.published or 0, earlier.published or 0
    newer = (published, later.article, later.start) > (before, earlier.article, earlier.start)
    larger = not earlier.numeric or (later.figure or 0) > (earlier.figure or 0)
    corrected = published > before and not meet(later, earlier)
    if later.speakers & SEVERAL_BODIES:  # a lower toll is another body's, unless it says that it corrects
        corrected = corrected and cues.newer(later, earlier) is later
    return newer and (larger or corrected)


def _source(statement: Statement) -> tuple[frozenset[str], str]:
    return statement.speakers, statement.article if statement.speakers & SEVERAL_VOICES else ""


def range_of(said: Iterable[Statement]) -> tuple[float | None, float | None]:
    """Low and high over statements of one measure and group, by the rules of the codebook; None where open.

    A vague word gives its low, and its high only where no source gives a number.
    """
    said = list(said)
    numeric = [s for s in said if s.numeric]
    lows = [s.low for s in said if s.low is not None]
    tops = [s for s in (numeric or said) if s.figure is not None]
    top = max((s.figure for s in tops if s.figure is not None), default=None)
    closed = any(s.figure == top and s.high is not None for s in tops)
    high = top if closed else None
    low = min(lows, default=None)
    return (min(low, high) if low is not None and high is not None else low), high


def _contested(key: Key, said: Sequence[Statement], members: Sequence[Statement], answers: Sequence[Answer]) -> bool:
    """Whether sources differ about a row's figure or about whom it counts, or a party denies these dead of its own."""
    denied = key[0] in HARMS and any(key[1] in a.lost for a in answers)
    numbers_differ = differ((s.speakers, s.reach) for s in said)
    return denied or numbers_differ or any(opposed(s, m) for s in said for m in members)


def differ(told: Iterable[tuple[Set[str], tuple[float, float]]]) -> bool:
    """Whether the ranges of two speakers do not meet; ``told``: whose word each is, and from where to where it reaches."""
    return any(not whose & others and (top < low or high < least) for (whose, (least, top)), (others, (low, high)) in combinations(told, 2))


def disjoint(named: Iterable[Set[str]]) -> bool:
    """Whether two name nobody in common."""
    return any(not one & other for one, other in combinations(named, 2))


def wider(whole: Key, part: Key) -> bool:
    """Whether a row may be broken down by another: people by groups, groups by details, women and children by children."""
    breadth, other = ((key[1] != "people") + bool(key[2]) for key in (whole, part))
    return breadth < other or (breadth == other and whole != part and whole[1] == part[1] and part[2] in whole[2].split("_"))


def _whole(key: Key, told: Mapping[Key, Sequence[Statement]]) -> str | None:
    """The group (and detail) of the row that a row breaks down: the one a claim names as its total, or else the next wider class."""
    by_id = {s.id: other for other, said in told.items() for s in said}
    named = [by_id[s.part_of] for s in told[key] if s.part_of in by_id and wider(by_id[s.part_of], key)]
    named = [k for k in named if k[0] == key[0]]
    classes = [(key[0], group, "", "people") for group in (key[1] if key[2] else "people", "people") if (group, "") != key[1:3]]
    held = [k for k in classes if k in told and key[3] == "people" and _may_hold(told[k], told[key])]
    whole = (named or held or [None])[0]
    return None if whole is None else "/".join(filter(None, whole[1:3]))


def _may_hold(whole: Sequence[Statement], part: Sequence[Statement]) -> bool:
    low, high = range_of(part)[0], range_of(whole)[1]
    return low is None or high is None or low <= high


def _goes_on(statement: Statement, answer: Answer) -> bool:
    """Whether one whom the vocabulary does not know answers, and goes on with whom its side has killed."""
    near = answer.article == statement.article and 0 <= statement.start - answer.end < NEXT
    return near and statement.speakers == {"other"} and bool(statement.perpetrators & answer.accused)


def _is_asked(statement: Statement, answers: Sequence[Answer]) -> bool:
    """Whether a figure stands in the words that deny it."""
    return any(a.disputes and a.article == statement.article and a.start <= statement.start < a.end for a in answers)


def _attribution(said: Sequence[Statement], perpetrators: Sequence[str], answers: Sequence[Answer], owning: bool) -> str:
    """How surely it is told who did it; ``owning`` where a party tells its own act."""
    answering = [a for a in answers if not perpetrators or a.accused & set(perpetrators)]
    named = [s for s in said if s.perpetrators]
    if owning or any(a.kind == "acknowledged" for a in answering):
        return "admitted"
    if disjoint(s.perpetrators for s in named) or any(a.disputes for a in answering):
        return "disputed"
    if not named:
        return "none"
    return "corroborated" if len(_voices(named)) > 1 else "claimed"


def _harm(said: Sequence[Statement]) -> str:
    """How surely it is told that it happened, by the statements of a row alone."""
    if any(side_of(speaker) == s.key[1] for s in said for speaker in s.speakers):
        return "acknowledged"
    return "several_sources" if len(_voices(said)) > 1 else "single_source"


def _voices(said: Iterable[Statement]) -> set[str]:
    """The speakers of statements; a state and the media that pass on its word are one."""
    return {voice_of(speaker) for s in said for speaker in s.speakers}
