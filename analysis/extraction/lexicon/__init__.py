"""The vocabulary: commented CSV files that a researcher can extend for another war without touching Python.

Each file has a header row; lines that begin with ``#`` are comments. A user's folder may hold files of the same
names and columns: their rows are added after, and win over, the built-in ones.
"""

import csv
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path

HERE = Path(__file__).parent


class LexiconError(ValueError):
    """A vocabulary file cannot be read; the message names the file, the line and the remedy."""


class Lexicon:
    """Vocabulary tables by name, from the built-in files and then from the user's folders."""

    def __init__(self, *folders: str | Path) -> None:
        self.folders = (HERE, *(Path(f) for f in folders))
        for folder in self.folders:
            if not folder.is_dir():
                raise LexiconError(f"{folder}: no such folder; --lexicon wants a folder with files such as groups.csv")
            for path in folder.glob("*.csv"):
                if not (HERE / path.name).exists():
                    raise LexiconError(f"{path}: unknown vocabulary; known: {', '.join(self.names)}")

    @cached_property
    def names(self) -> list[str]:
        """The vocabularies that exist."""
        return sorted(path.name for path in HERE.glob("*.csv"))

    def rows(self, name: str) -> list[dict[str, str]]:
        """The rows of the vocabulary ``name`` ("groups"), built-in ones first, each a dict from column to text."""
        columns: list[str] | None = None
        found: list[dict[str, str]] = []
        for folder in self.folders:
            path = folder / f"{name}.csv"
            if not path.exists():
                continue
            header, *rows = _read(path)
            if columns is None:
                columns = header
            elif header != columns:
                raise LexiconError(f"{path}: columns are {', '.join(header)}; this vocabulary has {', '.join(columns)}")
            found += [dict(zip(columns, row, strict=True)) for row in rows]
        return found


@cache
def built_in() -> Lexicon:
    """The vocabulary without a user's folders: one for a whole process, so that what is made of its words is made once."""
    return Lexicon()


def _read(path: Path) -> Iterator[list[str]]:
    """Header and rows without comments and blank lines; every row as wide as the header."""
    with path.open(encoding="utf-8", newline="") as lines:
        width = None
        for number, line in enumerate(lines, start=1):
            if not line.strip() or line.startswith("#"):
                continue
            row = [cell.strip() for cell in next(csv.reader([line]))]
            if width is None:
                width = len(row)
            if len(row) != width:
                raise LexiconError(f"{path}, line {number}: {len(row)} cells where the header has {width}; quote cells that hold commas")
            yield row
        if width is None:
            raise LexiconError(f"{path}: empty; the first line that is no comment must name the columns")
