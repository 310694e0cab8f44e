"""Articles from a folder of .txt files or from a table (.jsonl, .jsonl.gz, .csv, .parquet), each with the date it was published."""

import datetime as dt
import hashlib
import html
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from analysis.extraction.lexicon import Lexicon, built_in
from analysis.extraction.sentences import Document
from analysis.extraction.when.datelines import dateline
from analysis.extraction.when.dating import infer_published
from analysis.language import is_english
from analysis.sources import COLUMNS, Problem, Problems, Row, SourceError, csv_rows, source_rows

Basis = Literal["stated", "metadata", "dateline", "inferred", "unknown"]
OWN_VOICES = ("reporter", "state_media")  # speakers of what an article says itself
SIDECAR = "articles.csv"
SIDECAR_COLUMNS = COLUMNS - {"text"}
OPENING = 400  # characters in which a byline and a dateline stand
YEARS = range(1900, 2100)  # in which an article can have been published
MAX_TITLE = 160  # characters; a longer first line is the lead itself

STATED = re.compile(r"\s*date\s+(\d{4}-\d\d?-\d\d?)\b[ \t]*")
AGENCY_LINE = re.compile(r"([A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,3}), [A-Z][A-Z .'’-]+$")  # "Reuters, BEIRUT"
AGENCY_IN_LEAD = re.compile(r"[A-Z][\w .,'’/-]{0,60}\(([A-Z][A-Za-z .]{1,30})\) ?[-–—]")  # "BEIRUT (Reuters) -"
# The same, or "By Lena Haddad, Associated Press", at the start of a line below a title: there only a name that the vocabulary knows.
AGENCY_BELOW_TITLE = re.compile(
    r"^(?:[A-Z][\w .,'’/-]{0,60}\(([\w .-]{2,30})\) ?[-–—]|By [\w .,'’-]{2,60}, ([\w .-]{2,30})$)", re.MULTILINE
)
PLACE_BEFORE_LEAD = re.compile(r"[A-Z][A-Z .,'’/]+(?:\([^)]*\) ?)?\s?(?:--?|[–—])\s")  # "BEIRUT -- "
HTML_TAG = re.compile(r"<(?:html|body|div|p|br|span|a)\b[^<>]*>", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?:,;][\"”’')]*$")


SHOWN = 20  # articles listed when a notebook shows them all


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

    @property
    def heading(self) -> str:
        """Title, outlet, day and id, as far as known, in one line."""
        return " · ".join(str(part) for part in (self.title, self.outlet, self.published or "undated", self.id) if part)

    def _repr_html_(self) -> str:
        text = f'<div style="white-space:pre-wrap;max-width:42em;line-height:1.5">{html.escape(self.text.strip())}</div>'
        return f"<article><p><strong>{html.escape(self.heading)}</strong></p>{text}</article>"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(f"{self.heading}\n\n{self.text.strip()}")


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
    def fingerprint(self) -> str:
        """SHA-256 over what was read: ids, dates and texts."""
        digest = hashlib.sha256()
        for article in self.articles:
            digest.update(f"{article.id}\0{article.published}\0{article.text}\0".encode())
        return digest.hexdigest()

    @property
    def undated(self) -> list[str]:
        """The ids of the articles whose date is neither stated nor to be inferred."""
        return [a.id for a in self.articles if a.published is None]

    def _count(self) -> str:
        return f"{len(self)} article{'s' * (len(self) != 1)}"

    def _headings(self) -> list[str]:
        rest = len(self.articles) - SHOWN
        return [a.heading for a in self.articles[:SHOWN]] + ([f"and {rest} more"] if rest > 0 else [])

    def _repr_html_(self) -> str:
        items = "".join(f"<li>{html.escape(heading)}</li>" for heading in self._headings())
        return f"<p>{self._count()}</p><ul>{items}</ul>"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text("\n  ".join([self._count(), *self._headings()]))


def read_articles(source: str | Path, *, strict: bool = False, lexicon: Lexicon | None = None) -> Articles:
    """Read every article of ``source``: a folder of .txt files (id: the file's stem) or a table with the columns id and text.

    A table may also hold published, title, outlet and url; other columns are ignored. A folder may hold ``articles.csv``
    with the columns id, published, outlet, title, url, which state or override what the files say.

    Raises SourceError if there is no such source or no article in it, and with ``strict`` at the first problem.
    """
    path = Path(source)
    lexicon = lexicon or built_in()
    found = _Reader(Problems(strict), {row["term"] for row in lexicon.rows("speakers") if row["speaker"] in OWN_VOICES})
    for row in source_rows(path, found.problems):
        found.add(row)
    if path.is_dir():
        found.override(path / SIDECAR)
    if not found.articles:
        raise SourceError(_nothing_read(path, found.problems))
    articles = list(found.articles.values())
    _infer_dates(articles, lexicon)
    return Articles(articles, found.problems)


class _Reader:
    """Checks rows and collects them as articles by id."""

    def __init__(self, problems: Problems, agencies: Collection[str]) -> None:
        self.problems = problems
        self.agencies = agencies
        self.articles: dict[str, Article] = {}

    def add(self, row: Row) -> None:
        """Check a row and keep it as an article."""
        identity, text = _text(row.cells.get("id")), row.cells.get("text")
        if identity is None:
            return self.problems.tell(row.file, row.line, "no id: left out; give each article an id of its own")
        if not isinstance(text, str) or not text.strip():
            return self.problems.tell(row.file, row.line, f"article {identity} has no text: left out; fill it or remove it")
        if identity in self.articles:
            first = self.articles[identity].source
            return self.problems.tell(row.file, row.line, f"a second article {identity} (first in {first}): left out; ids must differ")
        if not is_english(text):
            return self.problems.tell(row.file, row.line, f"article {identity} is not in English: left out; the rules read English only")
        if HTML_TAG.search(text):
            self.problems.tell(row.file, row.line, f"article {identity} holds HTML tags, read as words; save it as plain text")
        article = Article(identity, text, source=row.file if row.line is None else f"{row.file}:{row.line}")
        if row.line is None:
            self._read_first_line(article, row.file)
        self._apply(article, row, "metadata")
        if (inside := dateline(text)) is not None and inside != article.published:
            article.published, article.published_basis = inside, "dateline"
            article.published_reasoning = "the dateline in the text"
        article.outlet = article.outlet or self._agency(text)
        self.articles[identity] = article

    def override(self, sidecar: Path) -> None:
        """Apply a folder's ``articles.csv``: what it says wins over the files, and over datelines in their text."""
        if not sidecar.exists():
            return
        told: set[str] = set()
        for row in csv_rows(sidecar, self.problems, needed={"id"}):
            if unknown := set(row.cells) - SIDECAR_COLUMNS:
                raise SourceError(
                    f"{sidecar}: unknown column {min(unknown)}; known: {', '.join(sorted(SIDECAR_COLUMNS))}; remove it or name it so"
                )
            article = self.articles.get(_text(row.cells["id"]) or "")
            if article is None:
                self.problems.tell(row.file, row.line, f"no article {row.cells['id']} in the folder; an id is a file's name without .txt")
            elif article.id in told:
                self.problems.tell(row.file, row.line, f"a second row for article {article.id}: left out; keep one row for each id")
            else:
                told.add(article.id)
                self._apply(article, row, "stated")

    def _apply(self, article: Article, row: Row, basis: Basis) -> None:
        """Take over what a row says of an article; an empty cell says nothing."""
        for name in ("title", "outlet", "url"):
            if (said := _text(row.cells.get(name))) is not None:
                setattr(article, name, said)
        if (said := _text(row.cells.get("published"))) is not None and (day := self._day(said, row)) is not None:
            article.published, article.published_basis, article.published_reasoning = day, basis, ""

    def _read_first_line(self, article: Article, file: str) -> None:
        """What the first line of a file says: " date 2018-07-13", then a title, an agency and a dateline, or the lead itself."""
        stated = STATED.match(article.text)
        if stated and (day := self._day(stated[1], Row(file, 1, {}))) is not None:
            article.published, article.published_basis = day, "stated"
        line, _, rest = article.text[_lead_start(article.text) :].partition("\n")
        line = line.strip()
        if agency := AGENCY_LINE.match(line):
            article.outlet = agency[1]
        elif line and rest.strip() and len(line) <= MAX_TITLE and not SENTENCE_END.search(line) and not PLACE_BEFORE_LEAD.match(line):
            article.title = line

    def _agency(self, text: str) -> str | None:
        """The agency of the dateline or the byline."""
        start = _lead_start(text)
        if agency := AGENCY_IN_LEAD.match(text, start):
            return agency[1]
        named = (found[1] or found[2] for found in AGENCY_BELOW_TITLE.finditer(text[start : start + OPENING]))
        return next((name for name in named if name in self.agencies), None)

    def _day(self, said: str, row: Row) -> dt.date | None:
        """The date of an ISO date or time; a year that some databases write for "no date" (0001, 9999) is none."""
        try:
            day = dt.date.fromisoformat(said[:10])
        except ValueError:
            self.problems.tell(row.file, row.line, f"“{said}” is no date: passed over; write it as YYYY-MM-DD")
            return None
        if day.year in YEARS:
            return day
        self.problems.tell(row.file, row.line, f"“{said}” is no year of a news article: passed over; leave an unknown date empty")
        return None


def _nothing_read(path: Path, problems: list[Problem]) -> str:
    if not problems:
        return (
            f"{path}: no articles; a source is a folder of .txt files (folders in it are not read), or a table with the columns id and text"
        )
    return str(problems[0]) if len(problems) == 1 else f"{problems[0]} (and {len(problems) - 1} more; no article could be read)"


def _infer_dates(articles: list[Article], lexicon: Lexicon) -> None:
    """Date the undated from their own words and the days on which the other articles of the run were published."""
    known = sorted({a.published for a in articles if a.published})
    for article in articles:
        if article.published is None:
            inference = infer_published(article.document(lexicon), known)
            article.published, article.published_reasoning = inference.date, inference.reasoning
            article.published_basis = "unknown" if inference.date is None else "inferred"


def _lead_start(text: str) -> int:
    """Where the text begins after a " date YYYY-MM-DD", on the first line that is not blank."""
    stated = STATED.match(text)
    start = stated.end() if stated else 0
    return start + len(text[start:]) - len(text[start:].lstrip())


def _text(cell: object) -> str | None:
    """A cell as text; None where it says nothing."""
    said = "" if cell is None or cell != cell else str(cell).strip()
    return said or None
