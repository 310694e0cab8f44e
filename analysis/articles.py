"""Articles from a folder of .txt files or from a table (.jsonl, .jsonl.gz, .csv, .parquet), each with the date it was published."""

import csv
import datetime as dt
import gzip
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, NamedTuple

from analysis.extraction.lexicon import Lexicon
from analysis.extraction.periods import dateline, infer_published
from analysis.extraction.sentences import Document

Basis = Literal["stated", "metadata", "dateline", "inferred", "unknown"]
TABLES = (".jsonl", ".jsonl.gz", ".csv", ".parquet")
SIDECAR = "articles.csv"
SIDECAR_COLUMNS = frozenset(("id", "published", "outlet", "title", "url"))
MAX_TITLE = 160  # characters; a longer first line is the lead itself

STATED = re.compile(r"\s*date\s+(\d{4}-\d\d?-\d\d?)\b[ \t]*")
AGENCY_LINE = re.compile(r"([A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,3}), [A-Z][A-Z .'’-]+$")  # "Reuters, BEIRUT"
AGENCY_IN_LEAD = re.compile(r"[A-Z][\w .,'’/-]{0,60}\(([A-Z][A-Za-z .]{1,30})\) ?[-–—]")  # "BEIRUT (Reuters) -"
PLACE_BEFORE_LEAD = re.compile(r"[A-Z][A-Z .,'’/]+(?:\([^)]*\) ?)?\s?(?:--?|[–—])\s")  # "BEIRUT -- "
SENTENCE_END = re.compile(r"[.!?:,;][\"”’')]*$")


class SourceError(ValueError):
    """A source cannot be read at all, or not without a guess where the caller is strict; names the file and the remedy."""


class Problem(NamedTuple):
    """Something wrong with one article: it was left out, or read with a loss that the message tells. ``line`` is None for a whole file."""

    file: str
    line: int | None
    message: str

    def __str__(self) -> str:
        return f"{self.file}{f', line {self.line}' if self.line else ''}: {self.message}"


@dataclass(slots=True)
class Article:
    """One article. ``published_basis`` says where its date is from:

    stated (its first line, or the sidecar), metadata (the table's column), dateline (its own text), inferred, unknown;
    ``published_reasoning`` says how an inferred date was found, or why none was.
    """

    id: str
    text: str
    published: dt.date | None = None
    published_basis: Basis = "unknown"
    published_reasoning: str = ""
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    source: str = ""

    def document(self, lexicon: Lexicon) -> Document:
        """The article as the extraction sees it."""
        return Document(self.text, self.published, self.title, self.outlet, lexicon)


@dataclass(slots=True)
class Articles:
    """What a source holds: the articles in the source's order, and what was wrong with it."""

    articles: list[Article] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def __iter__(self) -> Iterator[Article]:
        return iter(self.articles)

    def __len__(self) -> int:
        return len(self.articles)

    @property
    def undated(self) -> list[str]:
        """The ids of the articles whose date is neither stated nor to be inferred."""
        return [a.id for a in self.articles if a.published is None]


class _Row(NamedTuple):
    """An article as its source gives it, not yet checked."""

    file: str
    line: int | None
    cells: dict[str, Any]


def read_articles(source: str | Path, *, strict: bool = False, lexicon: Lexicon | None = None) -> Articles:
    """Read every article of ``source``: a folder of .txt files (id: the file's stem) or a table with the columns id and text.

    A table may also hold published, title, outlet and url; other columns are ignored. A folder may hold ``articles.csv``
    with the columns id, published, outlet, title, url, which state or override what the files say.

    Raises SourceError if there is no such source or no article in it, and with ``strict`` at the first problem.
    """
    path = Path(source)
    found = _Reader(strict)
    rows = _folder_rows(path, found) if path.is_dir() else _table_rows(path, found)
    for row in rows:
        found.add(row)
    if path.is_dir():
        found.override(path / SIDECAR)
    if not found.articles:
        raise SourceError(_nothing_read(path, found.problems))
    articles = list(found.articles.values())
    _infer_dates(articles, lexicon or Lexicon())
    return Articles(articles, found.problems)


class _Reader:
    """Collects articles by id, and problems; a problem is an error where the caller is strict."""

    def __init__(self, strict: bool) -> None:
        self.strict = strict
        self.articles: dict[str, Article] = {}
        self.problems: list[Problem] = []

    def problem(self, file: str, line: int | None, message: str) -> None:
        problem = Problem(file, line, message)
        if self.strict:
            raise SourceError(str(problem))
        self.problems.append(problem)

    def decode(self, raw: bytes, file: str, line: int | None = None) -> str | None:
        """Text of UTF-8, else of Windows' cp1252; None if it is no text. Line ends stay as they are."""
        if b"\0" in raw:
            self.problem(file, line, "binary, or UTF-16: left out; save it as UTF-8 text")
            return None
        try:
            return raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            pass
        try:
            text = raw.decode("cp1252")
        except UnicodeDecodeError:
            self.problem(file, line, "neither UTF-8 nor cp1252 text: left out; save it as UTF-8")
            return None
        self.problem(file, line, "not UTF-8, read as cp1252 (Windows); save it as UTF-8 to be sure of its quotes and accents")
        return text

    def add(self, row: _Row) -> None:
        """Check a row and keep it as an article."""
        identity, text = _text(row.cells.get("id")), row.cells.get("text")
        if identity is None:
            return self.problem(row.file, row.line, "no id: left out; give each article an id of its own")
        if not isinstance(text, str) or not text.strip():
            return self.problem(row.file, row.line, f"article {identity} has no text: left out; fill it or remove it")
        if identity in self.articles:
            first = self.articles[identity].source
            return self.problem(row.file, row.line, f"a second article {identity} (first in {first}): left out; ids must differ")
        article = Article(identity, text, source=row.file if row.line is None else f"{row.file}:{row.line}")
        if row.line is None:
            self._read_first_line(article, row.file)
        self._apply(article, row, "metadata")
        if (inside := dateline(text)) is not None and inside != article.published:
            article.published, article.published_basis = inside, "dateline"
            article.published_reasoning = "the dateline in the text"
        if article.outlet is None and (agency := AGENCY_IN_LEAD.match(text[_lead_start(text) :])):
            article.outlet = agency[1]
        self.articles[identity] = article

    def override(self, sidecar: Path) -> None:
        """Apply a folder's ``articles.csv``: what it says wins over the files, and over datelines in their text."""
        if not sidecar.exists():
            return
        for row in _csv_rows(sidecar, self, needed={"id"}):
            if unknown := set(row.cells) - SIDECAR_COLUMNS:
                raise SourceError(f"{sidecar}: unknown column {min(unknown)}; known: {', '.join(sorted(SIDECAR_COLUMNS))}")
            article = self.articles.get(_text(row.cells["id"]) or "")
            if article is None:
                self.problem(row.file, row.line, f"no article {row.cells['id']} in the folder; an id is a file's name without .txt")
            else:
                self._apply(article, row, "stated")

    def _apply(self, article: Article, row: _Row, basis: Basis) -> None:
        """Take over what a row says of an article; an empty cell says nothing."""
        for name in ("title", "outlet", "url"):
            if (said := _text(row.cells.get(name))) is not None:
                setattr(article, name, said)
        if (said := _text(row.cells.get("published"))) is not None and (day := self._day(said, row)) is not None:
            article.published, article.published_basis, article.published_reasoning = day, basis, ""

    def _read_first_line(self, article: Article, file: str) -> None:
        """What the first line of a file says: " date 2018-07-13", then a title, an agency and a dateline, or the lead itself."""
        stated = STATED.match(article.text)
        if stated and (day := self._day(stated[1], _Row(file, 1, {}))) is not None:
            article.published, article.published_basis = day, "stated"
        line, _, rest = article.text[_lead_start(article.text) :].partition("\n")
        line = line.strip()
        if agency := AGENCY_LINE.match(line):
            article.outlet = agency[1]
        elif line and rest.strip() and len(line) <= MAX_TITLE and not SENTENCE_END.search(line) and not PLACE_BEFORE_LEAD.match(line):
            article.title = line

    def _day(self, said: str, row: _Row) -> dt.date | None:
        """The date of an ISO date or time."""
        try:
            return dt.date.fromisoformat(said[:10])
        except ValueError:
            self.problem(row.file, row.line, f"“{said}” is no date: taken as unknown; write it as YYYY-MM-DD")
            return None


def _nothing_read(path: Path, problems: list[Problem]) -> str:
    if not problems:
        return f"{path}: no articles; a source is a folder of .txt files, or a table with the columns id and text"
    return str(problems[0]) if len(problems) == 1 else f"{problems[0]} (and {len(problems) - 1} more; no article could be read)"


def _infer_dates(articles: list[Article], lexicon: Lexicon) -> None:
    """Date the undated from their own words and the days on which the other articles of the run were published."""
    known = sorted({a.published for a in articles if a.published})
    for article in articles:
        if article.published is None:
            inference = infer_published(article.document(lexicon), known)
            article.published, article.published_reasoning = inference.date, inference.reasoning
            article.published_basis = "unknown" if inference.date is None else "inferred"


def _folder_rows(folder: Path, reader: _Reader) -> Iterator[_Row]:
    for path in sorted(p for p in folder.iterdir() if p.suffix.lower() == ".txt" and p.is_file()):
        raw = path.read_bytes()
        if not raw.strip():
            reader.problem(str(path), None, "empty: left out; fill it or remove it")
        elif (text := reader.decode(raw, str(path))) is not None:
            yield _Row(str(path), None, {"id": path.stem, "text": text})


def _table_rows(path: Path, reader: _Reader) -> Iterator[_Row]:
    if not path.exists():
        raise SourceError(f"{path}: no such file or folder")
    if path.stat().st_size == 0:
        raise SourceError(f"{path}: empty; it wants a row for each article, with the columns id and text")
    if path.name.endswith((".jsonl", ".jsonl.gz")):
        return _json_rows(path, reader)
    if path.suffix == ".csv":
        return _csv_rows(path, reader, needed={"id", "text"})
    if path.suffix == ".parquet":
        return _parquet_rows(path)
    if path.suffix == ".txt":
        raise SourceError(f"{path}: a single article; give the folder it is in")
    raise SourceError(f"{path}: unknown kind of file; a source is a folder of .txt files, or ends in {', '.join(TABLES)}")


def _json_rows(path: Path, reader: _Reader) -> Iterator[_Row]:
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as lines:
        try:
            for number, raw in enumerate(lines, start=1):
                text = reader.decode(raw, str(path), number) if raw.strip() else None
                if text is None:
                    continue
                try:
                    cells = json.loads(text)
                except ValueError as error:
                    reader.problem(str(path), number, f"broken JSON ({error}): left out; each line holds one article as {{...}}")
                    continue
                if isinstance(cells, dict):
                    yield _Row(str(path), number, cells)
                else:
                    reader.problem(str(path), number, "no JSON object: left out; each line holds one article as {...}")
        except (gzip.BadGzipFile, EOFError) as error:
            raise SourceError(f"{path}: a broken gzip file ({error}); pack it anew") from None


def _csv_rows(path: Path, reader: _Reader, needed: set[str]) -> Iterator[_Row]:
    text = reader.decode(path.read_bytes(), str(path)) or ""
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))  # a limit of the whole process: only raised
    lines = csv.DictReader(io.StringIO(text, newline=""))
    _need_columns(path, set(lines.fieldnames or ()), needed)
    line = lines.line_num + 1
    for cells in lines:
        if None in cells or None in cells.values():
            reader.problem(str(path), line, "more or fewer cells than the header has: left out; quote cells that hold commas")
        else:
            yield _Row(str(path), line, cells)
        line = lines.line_num + 1


def _parquet_rows(path: Path) -> Iterator[_Row]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        table = pq.ParquetFile(path)
    except pa.ArrowInvalid as error:
        raise SourceError(f"{path}: no Parquet file ({error})") from None
    names = set(table.schema_arrow.names)
    _need_columns(path, names, {"id", "text"})
    wanted = sorted(names & {"text", *SIDECAR_COLUMNS})
    number = 0
    for batch in table.iter_batches(columns=wanted):
        for cells in batch.to_pylist():
            number += 1
            yield _Row(str(path), number, cells)


def _need_columns(path: Path, names: set[str], needed: set[str]) -> None:
    if missing := sorted(needed - names):
        raise SourceError(f"{path}: no column {' and no column '.join(missing)}; columns are {', '.join(sorted(names)) or 'none'}")


def _lead_start(text: str) -> int:
    """Where the text begins after a " date YYYY-MM-DD", on the first line that is not blank."""
    stated = STATED.match(text)
    start = stated.end() if stated else 0
    return start + len(text[start:]) - len(text[start:].lstrip())


def _text(cell: object) -> str | None:
    """A cell as text; None where it says nothing."""
    said = "" if cell is None or cell != cell else str(cell).strip()
    return said or None
