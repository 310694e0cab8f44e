"""How well extracted claims agree with hand-coded ones: precision, recall and F1, by level and by field.

A gold claim's field may hold a list of acceptable answers. A claim is found when its span overlaps a gold span of the
same article; pairs are one to one. Gold claims marked ``optional`` are neither rewarded nor punished.
"""

import csv
import datetime as dt
import json
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]

FIELDS = ("measure", "group", "detail", "amount", "qualifier", "unit", "scope", "date_start", "date_end", "place", "speaker", "perpetrator")
CORE = ("measure", "group", "amount", "unit")
FULL = (*CORE, "date_end", "place", "speaker")
AMOUNT = ("value", "low", "high")
NOTHING = frozenset(("", "nan", "none", "null", "nat", "<na>"))
CONTEXT = 50  # characters shown on each side of a miss


class ScoreError(ValueError):
    """A file of gold articles or of claims cannot be read; names the file, the line and the remedy."""


@dataclass(frozen=True, slots=True)
class Score:
    """Precision (share of claims that are right), recall (share of gold that is met), and their harmonic mean."""

    precision: float
    recall: float
    f1: float

    @classmethod
    def of(cls, hits: int, claims: int, gold: int) -> "Score":
        """The score of ``hits`` among so many claims and so many gold claims; 0 where there is nothing to divide by."""
        precision, recall = hits / claims if claims else 0.0, hits / gold if gold else 0.0
        both = precision + recall
        return cls(precision, recall, 2 * precision * recall / both if both else 0.0)


@dataclass(frozen=True, slots=True)
class Miss:
    """One disagreement: a field of FIELDS, or "missed", or "false alarm"."""

    article_id: str
    kind: str
    snippet: str
    want: Any
    got: Any


@dataclass(slots=True)
class Scores:
    """The agreement over all articles. ``found``: span and measure; ``core``: CORE right too; ``full``: FULL right too."""

    articles: int
    gold: int
    claims: int
    found: Score
    core: Score
    full: Score
    fields: dict[str, float]
    part_of: Score
    misses: list[Miss] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """The numbers, without the misses, ready for JSON."""
        return {key: value for key, value in asdict(self).items() if key != "misses"}


def score(articles: Sequence[Row], claims: Sequence[Row]) -> Scores:
    """Compare ``claims`` (rows of the claims table) with the claims of the gold ``articles`` (id, text, claims)."""
    by_article: dict[str, list[Row]] = defaultdict(list)
    for claim in claims:
        by_article[claim["article_id"]].append(claim)
    tally: Counter[str] = Counter()
    right_fields: Counter[str] = Counter()
    misses: list[Miss] = []
    for article in articles:
        _score_article(article, by_article.get(article["id"], []), tally, right_fields, misses)
    levels = {name: Score.of(tally[name], tally["claims"], tally["gold"]) for name in ("found", "core", "full")}
    fields = {name: right_fields[name] / tally["paired"] if tally["paired"] else 0.0 for name in FIELDS}
    links = Score.of(tally["links_hit"], tally["links_claimed"], tally["links_gold"])
    return Scores(len(articles), tally["gold"], tally["claims"], **levels, fields=fields, part_of=links, misses=misses)


def is_right(claim: Row, gold: Row, name: str) -> bool:
    """Whether a claim's field agrees with one of the gold claim's answers.

    Amounts agree within 2 percent, days within one (31 for the start of a period that is not fixed to the day).
    A perpetrator is right when all of those it names are among the acceptable ones.
    """
    if name == "amount":
        return all(_same_number(claim.get(part), gold.get(part)) for part in AMOUNT)
    answers, said = _answers(gold.get(name)), _blank(claim.get(name))
    match name:
        case "date_end":
            return _same_day(said, answers, 1)
        case "date_start":
            return _same_day(said, answers, 1 if "day" in _answers(gold.get("date_precision")) else 31)
        case "speaker":
            return any(_parties(said) == _parties(answer) for answer in answers)
        case "place":
            return _plain_place(said) in [_plain_place(answer) for answer in answers]
        case "perpetrator":
            return _parties(said, "unknown") <= {party for answer in answers for party in _parties(answer, "unknown")}
    return said in answers


def pair(gold: Sequence[Row], claims: Sequence[Row]) -> dict[int, int]:
    """Index of a gold claim -> index of the claim that overlaps it, one to one: right measure first, then the most overlap."""
    options = []
    for i, want in enumerate(gold):
        for j, claim in enumerate(claims):
            shared = min(want["end_char"], claim["end_char"]) - max(want["start_char"], claim["start_char"])
            if shared > 0:
                options.append((not is_right(claim, want, "measure"), -shared, abs(claim["start_char"] - want["start_char"]), i, j))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for *_, i, j in sorted(options):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def read_gold(path: str | Path) -> list[dict[str, Any]]:
    """Gold articles, one JSON object a line with id, text and claims. Raises ScoreError."""
    articles = _read_lines(Path(path), ("id", "text", "claims"))
    for article in articles:
        numbers = range(len(article["claims"]))
        for number, claim in enumerate(article["claims"]):
            for link in ("part_of", "same_as"):
                if claim.get(link) is not None and claim[link] not in numbers:
                    told = f"{path}, article {article['id']}, claim {number}: {link} {claim[link]!r}"
                    raise ScoreError(f"{told} is no claim of the article; give its place in the list, from 0, or null")
    return articles


def read_claims(path: str | Path) -> list[dict[str, Any]]:
    """Rows of a claims table in .csv, .jsonl or .parquet. Raises ScoreError."""
    path = Path(path)
    needed = ("article_id", "start_char", "end_char", "measure")
    match path.suffix:
        case ".csv":
            with _open(path) as lines:
                reader = csv.DictReader(lines)
                rows = list(reader)
            if missing := sorted(set(needed) - set(reader.fieldnames or ())):
                raise ScoreError(f"{path}: no column {missing[0]}; CLAIMS is what the command “claims” writes")
        case ".parquet":
            import pyarrow.parquet as pq

            rows = pq.read_table(path).to_pylist()
        case ".jsonl":
            rows = _read_lines(path, needed)
        case _:
            raise ScoreError(f"{path}: unknown kind of file; CLAIMS ends in .csv, .jsonl or .parquet")
    for row in rows:
        row["start_char"], row["end_char"] = int(float(row["start_char"])), int(float(row["end_char"]))
    return rows


def _score_article(article: Row, claims: Sequence[Row], tally: Counter[str], right_fields: Counter[str], misses: list[Miss]) -> None:
    gold = article["claims"]
    pairs = pair(gold, claims)
    optional = {i for i, want in enumerate(gold) if want.get("optional")}
    tally["gold"] += len(gold) - len(optional)
    tally["claims"] += len(claims) - len(optional & pairs.keys())
    for i, want in enumerate(gold):
        if i in optional:
            continue
        if i not in pairs:
            misses.append(Miss(article["id"], "missed", _snippet(article, want), _answers(want["measure"])[0], ""))
            continue
        claim = claims[pairs[i]]
        right = {name for name in FIELDS if is_right(claim, want, name)}
        tally["paired"] += 1
        right_fields.update(right)
        tally["found"] += "measure" in right
        tally["core"] += right.issuperset(CORE)
        tally["full"] += right.issuperset(FULL)
        where = _snippet(article, want)
        misses += [Miss(article["id"], name, where, _shown(want, name), _shown(claim, name)) for name in FIELDS if name not in right]
    alarms = [claim for j, claim in enumerate(claims) if j not in set(pairs.values())]
    misses += [Miss(article["id"], "false alarm", _snippet(article, claim), "", claim.get("measure")) for claim in alarms]
    _score_links(gold, claims, pairs, optional, tally)


def _score_links(gold: Sequence[Row], claims: Sequence[Row], pairs: Mapping[int, int], optional: set[int], tally: Counter[str]) -> None:
    """Links from a part to its total, in gold indices; a repeated total is the same total."""

    def total(i: int) -> int:
        while (earlier := gold[i].get("same_as")) is not None and earlier < i:
            i = earlier
        return i

    gold_of = {claims[j].get("claim_id"): i for i, j in pairs.items()}
    want: set[tuple[int, int | None]] = set()
    tolerated: set[tuple[int, int | None]] = set()
    for i, claim in enumerate(gold):
        tolerated |= {(i, total(k)) for k in claim.get("part_of_also", [])}
        parent = claim.get("part_of")
        if parent is not None and i not in optional and parent not in optional:
            want.add((i, total(parent)))
    have: set[tuple[int, int | None]] = set()
    for i, j in pairs.items():
        if (parent := _blank(claims[j].get("part_of"))) is not None and i not in optional:
            have.add((i, total(gold_of[parent]) if parent in gold_of else None))
    have -= tolerated - want
    tally.update(links_hit=len(want & have), links_gold=len(want), links_claimed=len(have))


def _blank(cell: Any) -> Any:
    """None for every way in which a file says "nothing"."""
    if cell is None or (isinstance(cell, float) and math.isnan(cell)) or (isinstance(cell, str) and cell.strip().lower() in NOTHING):
        return None
    return cell


def _answers(cell: Any) -> list[Any]:
    return [_blank(answer) for answer in (cell if isinstance(cell, list) else [cell])]


def _same_number(said: Any, wanted: Any) -> bool:
    said = _blank(said)
    return any(
        said is None if answer is None else said is not None and math.isclose(float(said), float(answer), rel_tol=0.02)
        for answer in _answers(wanted)
    )


def _same_day(said: Any, answers: Sequence[Any], reach: int) -> bool:
    day = None if said is None else _day(said)
    return any(day is None if answer is None else day is not None and abs((day - _day(answer)).days) <= reach for answer in answers)


def _day(cell: Any) -> dt.date:
    return dt.date.fromisoformat(str(cell)[:10])


def _parties(cell: str | None, nobody: str = "") -> set[str]:
    return set((cell or nobody).split(";"))


def _plain_place(cell: str | None) -> str:
    """Case, hyphens and a leading article do not matter: Al-Hol is al Hol is Hol."""
    words = (cell or "").lower().replace("-", " ").split()
    return " ".join(words[1:] if words[:1] in (["al"], ["the"]) else words)


def _shown(row: Row, name: str) -> Any:
    return [row.get(part) for part in AMOUNT] if name == "amount" else row.get(name)


def _snippet(article: Row, claim: Row) -> str:
    start, end, text = claim["start_char"], claim["end_char"], article["text"]
    return " ".join(f"{text[max(0, start - CONTEXT) : start]}[{text[start:end]}]{text[end : end + CONTEXT]}".split())


def _open(path: Path) -> Any:
    try:
        return path.open(encoding="utf-8", newline="")
    except OSError as error:
        raise ScoreError(f"{path}: {error.strerror or error}") from None


def _read_lines(path: Path, needed: Sequence[str]) -> list[dict[str, Any]]:
    rows = []
    with _open(path) as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as error:
                raise ScoreError(f"{path}, line {number}: broken JSON ({error})") from None
            if missing := [name for name in needed if name not in row]:
                raise ScoreError(f"{path}, line {number}: no “{missing[0]}”; each line needs {', '.join(needed)}")
            rows.append(row)
    return rows
