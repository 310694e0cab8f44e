"""Files into rows: a folder of .txt files, or a table, each row an article not yet checked; and what is wrong with the files."""

import codecs
import csv
import gzip
import io
import json
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

TABLES = (".jsonl", ".jsonl.gz", ".csv", ".parquet")
COLUMNS = frozenset(("id", "text", "published", "title", "outlet", "url"))


class SourceError(ValueError):
    """A source cannot be read at all, or not without a guess where the caller is strict; names the file and the remedy."""


class Problem(NamedTuple):
    """Something wrong with one article: it was left out, or read with a loss that the message tells. ``line`` is None for a whole file."""

    file: str
    line: int | None
    message: str

    def __str__(self) -> str:
        return f"{self.file}{f', line {self.line}' if self.line else ''}: {self.message}"


class Row(NamedTuple):
    """An article as its source gives it, not yet checked."""

    file: str
    line: int | None
    cells: dict[str, Any]


class Problems(list[Problem]):
    """Problems as they are met; where ``strict``, the first is an error."""

    def __init__(self, strict: bool) -> None:
        super().__init__()
        self.strict = strict

    def tell(self, file: str, line: int | None, message: str) -> None:
        """Keep a problem. Raises SourceError where strict."""
        problem = Problem(file, line, message)
        if self.strict:
            raise SourceError(str(problem))
        self.append(problem)


def source_rows(path: Path, problems: Problems) -> Iterator[Row]:
    """The articles of a folder (rows with id and text) or of a table (its columns). Raises SourceError."""
    return _folder_rows(path, problems) if path.is_dir() else _table_rows(path, problems)


def _folder_rows(folder: Path, problems: Problems) -> Iterator[Row]:
    for path in sorted(p for p in folder.iterdir() if p.suffix.lower() == ".txt" and p.is_file()):
        raw = path.read_bytes()
        if not raw.strip():
            problems.tell(str(path), None, "empty: left out; fill it or remove it")
        elif (text := _decode(problems, raw, str(path))) is not None:
            yield Row(str(path), None, {"id": path.stem, "text": text})


def _table_rows(path: Path, problems: Problems) -> Iterator[Row]:
    if not path.exists():
        raise SourceError(f"{path}: no such file or folder")
    if path.stat().st_size == 0:
        raise SourceError(f"{path}: empty; it wants a row for each article, with the columns id and text")
    if path.name.endswith((".jsonl", ".jsonl.gz")):
        return _json_rows(path, problems)
    if path.suffix == ".csv":
        return csv_rows(path, problems, needed={"id", "text"})
    if path.suffix == ".parquet":
        return _parquet_rows(path)
    if path.suffix == ".txt":
        raise SourceError(f"{path}: a single article; give the folder that it is in")
    raise SourceError(f"{path}: unknown kind of file; a source is a folder of .txt files, or ends in {', '.join(TABLES)}")


def _json_rows(path: Path, problems: Problems) -> Iterator[Row]:
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as lines:
        try:
            for number, raw in enumerate(lines, start=1):
                text = _decode(problems, raw, str(path), number) if raw.strip() else None
                if text is None:
                    continue
                try:
                    cells = json.loads(text)
                except ValueError as error:  # the decoder's own "line 1" would stand beside the file's line
                    why = f"{error.msg}, character {error.pos + 1}" if isinstance(error, json.JSONDecodeError) else str(error)
                    problems.tell(str(path), number, f"broken JSON ({why}): left out; each line holds one article as {{...}}")
                    continue
                if isinstance(cells, dict):
                    yield Row(str(path), number, cells)
                else:
                    problems.tell(str(path), number, "no JSON object: left out; each line holds one article as {...}")
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            raise SourceError(f"{path}: a broken gzip file ({error}); pack it anew") from None


def csv_rows(path: Path, problems: Problems, needed: set[str]) -> Iterator[Row]:
    """The rows of a CSV file that has the ``needed`` columns; each row's line is that of its first cell."""
    text = _decode(problems, path.read_bytes(), str(path)) or ""
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))  # a limit of the whole process: only raised
    lines = csv.DictReader(io.StringIO(text, newline=""))
    _need_columns(path, lines.fieldnames or (), needed)
    line = lines.line_num + 1
    for cells in lines:
        if None in cells or None in cells.values():
            problems.tell(
                str(path), line, "more or fewer cells than the header has: left out; quote cells that hold commas, and close every quote"
            )
        else:
            yield Row(str(path), line, cells)
        line = lines.line_num + 1


def _parquet_rows(path: Path) -> Iterator[Row]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        table = pq.ParquetFile(path)
    except pa.ArrowInvalid as error:
        raise SourceError(f"{path}: no Parquet file ({error})") from None
    names = table.schema_arrow.names
    _need_columns(path, names, {"id", "text"})
    wanted = sorted(COLUMNS.intersection(names))
    number = 0
    for batch in table.iter_batches(columns=wanted):
        for cells in batch.to_pylist():
            number += 1
            yield Row(str(path), number, cells)


def _need_columns(path: Path, names: Sequence[str], needed: set[str]) -> None:
    if missing := sorted(needed.difference(names)):
        parted = len(names) == 1 and (";" in names[0] or "\t" in names[0])
        remedy = "part the cells by commas" if parted else "name the columns so in the first line"
        raise SourceError(f"{path}: no column {' and no column '.join(missing)} among {', '.join(map(repr, names)) or 'none'}; {remedy}")


def _decode(problems: Problems, raw: bytes, file: str, line: int | None = None) -> str | None:
    """Text of UTF-8, of UTF-16 with a byte order mark, else of Windows' cp1252; None if it is no text. Line ends stay as they are."""
    if line is None and raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return raw.decode("utf-16")
        except UnicodeDecodeError:
            problems.tell(file, line, "broken UTF-16: left out; save it as UTF-8 text")
            return None
    if b"\0" in raw:
        problems.tell(file, line, "binary, or UTF-16 without its mark: left out; save it as UTF-8 text")
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        problems.tell(file, line, "neither UTF-8 nor cp1252 text: left out; save it as UTF-8")
        return None
    problems.tell(file, line, "not UTF-8, read as cp1252 (Windows); save it as UTF-8 to be sure of its quotes and accents")
    return text
