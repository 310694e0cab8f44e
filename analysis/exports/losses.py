"""What a format could not hold: written beside every export, for the columns and for the rows."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import pandas as pd


@dataclass(slots=True)
class Losses:
    """``columns``: ours, by "table.column", and why they have no place. ``rows``: table, id and why a row was left out or changed."""

    format: str
    columns: dict[str, str] = field(default_factory=dict)
    rows: list[tuple[str, str, str]] = field(default_factory=list)

    def column(self, table: str, names: Iterable[str], why: str) -> None:
        """Columns of a table that have no place."""
        self.columns |= {f"{table}.{name}": why for name in names}

    def row(self, table: str, key: str, why: str) -> None:
        """A row that was left out, or whose number could not be written as it is."""
        self.rows.append((table, key, why))

    def report(self) -> str:
        """The report as Markdown; the rows are in ``losses.csv``."""
        lines = [f"# What {self.format} could not hold", ""]
        lines += ["## Columns", "", "| ours | why it has no place |", "|---|---|"]
        lines += [f"| `{name}` | {why} |" for name, why in self.columns.items()] or ["| none | |"]
        lines += ["", "## Rows", ""]
        counts = pd.Series([f"{table}: {why}" for table, _, why in self.rows], dtype="object").value_counts(sort=False)
        lines += ["| rows | what happened to them |", "|---|---|"] if len(counts) else ["None was left out or changed."]
        lines += [f"| {count:,} | {why} |" for why, count in counts.items()]
        lines += ["", "Each row by its id is in `losses.csv`.", ""] if len(counts) else [""]
        return "\n".join(lines)

    def frame(self) -> pd.DataFrame:
        """table, id, reason; one row for each row of ours that was left out or changed."""
        return pd.DataFrame(self.rows, columns=["table", "id", "reason"], dtype="string")
