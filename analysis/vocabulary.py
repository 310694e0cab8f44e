"""A user's vocabulary, checked before anything is read with it: a value that no rule knows would be passed over, or fail late."""

from collections.abc import Iterator
from pathlib import Path

from analysis.extraction.lexicon import Lexicon, LexiconError, built_in

CLOSED = ("form", "group", "kind", "measure", "position", "qualifier", "reach", "role")  # columns whose values the rules name
NO_SPEAKERS = {"", "press"}  # values of speakers.csv that no claim has
DEGREES = {"lat": 90, "lon": 180}


def open_vocabulary(*folders: str | Path) -> Lexicon:
    """The built-in vocabulary and that of the user's folders. Raises LexiconError for a folder without any, and for a value unknown."""
    for folder in map(Path, folders):
        own, any_file = Lexicon(folder), False
        for path in sorted(folder.glob("*.csv")):
            any_file = True
            known = built_in().rows(path.stem)
            for row in own.rows(path.stem)[len(known) :]:
                for wrong in _wrong_cells(row, known):
                    raise LexiconError(f"{path}: {next(iter(row.values()))}: {wrong}")
        if not any_file:
            raise LexiconError(f"{folder}: no vocabulary in it; it may hold {', '.join(own.names)}")
    return Lexicon(*folders) if folders else built_in()


def speakers_of(lexicon: Lexicon) -> set[str]:
    """The categories of speakers that a claim may have; a term may stand for several of them."""
    return {name for row in lexicon.rows("speakers") for name in row["speaker"].split(";")} - NO_SPEAKERS


def _wrong_cells(row: dict[str, str], known: list[dict[str, str]]) -> Iterator[str]:
    for column, cell in row.items():
        if column in CLOSED and cell not in (values := {other[column] for other in known}):
            yield f"{column} {cell!r} is none of {', '.join(sorted(filter(None, values)))}"
        if column in DEGREES and cell and not _is_degree(cell, DEGREES[column]):
            yield f"{column} {cell!r} is no degree from -{DEGREES[column]} to {DEGREES[column]}; leave it empty where it is not known"


def _is_degree(cell: str, most: int) -> bool:
    try:
        return abs(float(cell)) <= most
    except ValueError:
        return False
