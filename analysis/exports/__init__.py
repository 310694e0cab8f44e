"""Tables in the formats that the field reads, each with a report of what was lost (EXPORTS in the README).

Every file is written beside and renamed; a text that a spreadsheet would run as a formula has an apostrophe before it.
"""

import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from analysis import __version__
from analysis.articles import Articles
from analysis.conventions import Vague
from analysis.estimates import HOUSEHOLD, Household, made_with
from analysis.exports.acled import acled_rows
from analysis.exports.datapackage import descriptor
from analysis.exports.hxl import hxl
from analysis.exports.losses import Losses
from analysis.exports.ucdp import ucdp
from analysis.extraction.lexicon import Lexicon, built_in
from analysis.tables import build_tables, replace_text, write_frame, write_tables

Tables = dict[str, pd.DataFrame]
EVENT_FORMATS: dict[str, Callable[[Tables, Lexicon], tuple[pd.DataFrame, Losses]]] = {
    "ucdp": ucdp,
    "acled": acled_rows,
    "hxl": lambda tables, _: hxl(tables),
}
FORMATS = ("datapackage", *EVENT_FORMATS)


def export(
    form: str,
    articles: Articles,
    folder: Path,
    lexicon: Lexicon | None = None,
    vague: Vague = "interval",
    household: Household = HOUSEHOLD,
) -> list[Path]:
    """Write a source in one of FORMATS into ``folder``; the paths written.

    ``vague`` and ``household`` are those of ``build_tables``; ACLED has a rule of its own for vague words.

    ``datapackage``: every table and datapackage.json. The others: FORMAT.csv, LOSSES.md, and losses.csv where rows were lost.
    Raises KeyError for another format, OSError where the folder cannot be written.
    """
    lexicon = lexicon or built_in()
    tables = build_tables(articles, lexicon, vague, household)
    note = made_with(vague, household)
    if form == "datapackage":
        return write_package(tables, articles.fingerprint, folder, note)
    frame, losses = EVENT_FORMATS[form](tables, lexicon)
    written = [write_frame(frame.convert_dtypes().astype("string"), folder / f"{form}.csv")]
    written.append(replace_text(folder / "LOSSES.md", f"{losses.report().rstrip()}\n\n{note}\n"))
    written.append(write_frame(losses.frame(), folder / "losses.csv"))
    return written


def write_package(tables: Tables, fingerprint: str, folder: Path, note: str = "") -> list[Path]:
    """Every table as CSV, the data dictionary with ``note``, and the descriptor; the paths written."""
    written = write_tables(tables, folder, note=note)
    text = json.dumps(descriptor(tables, fingerprint, __version__), indent=1, ensure_ascii=False) + "\n"
    return [*written, replace_text(folder / "datapackage.json", text)]
