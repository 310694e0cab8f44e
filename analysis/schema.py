"""The declared schema of every table: names, types, categories and meanings; the data dictionary and the checks come from here."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np
import pandas as pd

Type = Literal["string", "integer", "number", "date", "category", "boolean"]
DTYPES: dict[str, str] = {
    "string": "string",
    "integer": "Int64",
    "number": "float64",
    "date": "datetime64[us]",
    "category": "category",
    "boolean": "boolean",
}
MEASURES = ("killed", "injured", "casualties", "displaced", "detained", "released", "remaining", "territory_held", "territory_lost")
GROUPS = ("civilians", "is_fighters", "sdf_fighters", "government_fighters", "other_fighters", "people")
QUALIFIERS = ("exact", "at_least", "more_than", "at_most", "less_than", "nearly", "about", "between", "vague")
UNITS = ("people", "families", "km2", "km", "share")
SCOPES = ("event", "cumulative", "stock")
PRECISIONS = ("day", "week", "month", "year", "unknown")  # the finest first
HARM_GRADES = ("single_source", "several_sources", "acknowledged")
ATTRIBUTION_GRADES = ("none", "claimed", "corroborated", "admitted", "disputed")
KINDS = ("denied", "will_assess", "acknowledged", "no_comment", "general")
BASES = ("stated", "metadata", "dateline", "inferred", "unknown")
CHANGES = ("first", "rise", "same", "looser", "revision")
ACCOUNTS = ("nothing", "part", "may_be_all", "more")
VERDICTS = ("adds_up", "leaves_rest", "may_add_up", "overlaps", "does_not_fit", "not_comparable")
LAND_KINDS = ("area", "comparison", "length", "share_held", "share_lost")
FLIGHT_KINDS = ("flow", "stock")
ORDERED = (
    *(("low", "high"), ("low", "value"), ("value", "high"), ("date_start", "date_end"), ("start_char", "end_char")),
    *((f"{name}_low", f"{name}_high") for name in ("change", "events", "share", "sum", "km2", "people")),
)
SPREADSHEETS = (
    "In CSV, text that begins with `=`, `+`, `-`, `@`, a tab or an apostrophe has one more apostrophe before it, so that no spreadsheet"
    " runs it. Take the first apostrophe of such a cell away to have the text back."
)


class SchemaError(ValueError):
    """A frame does not fit its declared table; the message names the table, the column and the first rows at fault."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, type, meaning, and for a category its values. ``required``: never null."""

    name: str
    type: Type
    meaning: str
    values: tuple[str, ...] = ()
    required: bool = False


ARTICLE = (
    Column("article_id", "string", "the article's id: its file's stem, or the id column of the source", required=True),
    Column("published", "date", "publication date, ISO"),
    Column("published_basis", "category", "where that date is from", BASES, required=True),
    Column("published_reasoning", "string", "how an inferred date was found, or why none was"),
    Column("title", "string", "headline, where it is kept apart from the text"),
    Column("outlet", "string", "who published it"),
    Column("url", "string", "where it was published"),
    Column("characters", "integer", "length of the text", required=True),
    Column("claims", "integer", "number of claims found in it", required=True),
)
CLAIM = (
    Column("claim_id", "string", "stable: the article's id and the start offset", required=True),
    Column("article_id", "string", "the article that the claim is in", required=True),
    Column("published", "date", "publication date of the article"),
    Column("start_char", "integer", "first character of the evidence in the article's text, from 0", required=True),
    Column("end_char", "integer", "the character behind the evidence", required=True),
    Column("evidence", "string", "the exact words of the number expression", required=True),
    Column("sentence", "string", "the sentence around it", required=True),
    Column("measure", "category", "what is counted", MEASURES, required=True),
    Column("group", "category", "who is counted; null for territory", GROUPS),
    Column("detail", "string", "a narrower class inside the group"),
    Column("value", "number", "the number as stated; null for a vague word or a range"),
    Column("qualifier", "category", "how it is hedged", QUALIFIERS, required=True),
    Column("low", "number", "the least that the words allow; null where open"),
    Column("high", "number", "the most that the words allow; null where open"),
    Column("unit", "category", "people, families, km2, km, or share (0 to 1)", UNITS, required=True),
    Column("scope", "category", "one event, a running total, or a stock at one time", SCOPES),
    Column("date_start", "date", "first day of the period that the number is about"),
    Column("date_end", "date", "last day of it; the as-of day of a stock"),
    Column("date_precision", "category", "how finely the text fixes the period", PRECISIONS, required=True),
    Column(
        "place",
        "string",
        "the most specific place that the claim is about; by the name that is fixed for it, else as most of the articles spell it",
    ),
    Column("lat", "number", "latitude of that place, degrees"),
    Column("lon", "number", "longitude of that place, degrees"),
    Column("admin1", "string", "province of that place"),
    Column("speaker", "string", "who says so; `;` joins two or more", required=True),
    Column("perpetrator", "string", "who is said to have caused the deaths or wounds; `;` joins two"),
    Column("part_of", "string", "claim_id of the total that this claim breaks down"),
    Column("same_as", "string", "claim_id of an earlier mention of the same statement"),
)
EVENT = (
    Column("event_id", "string", "the same for all rows of one incident: the id of its first claim", required=True),
    Column("measure", "category", "what is counted", MEASURES[:7], required=True),
    Column("group", "category", "who is counted", GROUPS, required=True),
    Column("detail", "string", "a narrower class inside the group"),
    Column("unit", "category", "people, families, or share (0 to 1)", UNITS, required=True),
    Column("part_of", "string", "the group (and `/` detail) of the row that this row breaks down"),
    Column("date_start", "date", "first day of the event"),
    Column("date_end", "date", "last day of it"),
    Column("date_precision", "category", "how finely the claims fix it", PRECISIONS, required=True),
    Column("place", "string", "the most specific place that a claim names"),
    Column("lat", "number", "latitude of that place, degrees"),
    Column("lon", "number", "longitude of that place, degrees"),
    Column("admin1", "string", "province of that place"),
    Column("low", "number", "the smallest low over the sources; null where all leave it open"),
    Column("high", "number", "the largest figure that a source gives; null where that source leaves it open"),
    Column("n_claims", "integer", "claims, repeats counted once", required=True),
    Column("n_speakers", "integer", "speaker categories", required=True),
    Column("n_outlets", "integer", "outlets; articles of no known outlet count as one", required=True),
    Column(
        "contested",
        "boolean",
        "two speakers' ranges do not meet, they name different perpetrators, or the accused denies it",
        required=True,
    ),
    Column("harm", "category", "did it happen: who says so", HARM_GRADES, required=True),
    Column("attribution", "category", "who did it: how that is known; null where nobody was harmed", ATTRIBUTION_GRADES),
    Column("perpetrators", "string", "those named, joined with `;`"),
    Column("claims", "string", "the claim ids, joined with `;`", required=True),
    Column("revises", "string", "claims that a later toll of the same source replaced in the range, joined with `;`"),
)
RESPONSE = (
    Column("article_id", "string", "the article that the answer is in", required=True),
    Column("start_char", "integer", "first character of the clause in the article's text, from 0", required=True),
    Column("end_char", "integer", "the character behind the clause", required=True),
    Column("evidence", "string", "the exact words of the clause", required=True),
    Column("speaker", "string", "who answers", required=True),
    Column("kind", "category", "what the answer is", KINDS, required=True),
    Column("date", "date", "the day on which it was said"),
    Column("event_id", "string", "the event that it answers"),
)
STATED = {column.name: column for column in CLAIM}
SAID = tuple(STATED[name] for name in ("claim_id", "published", "evidence", "speaker"))
COUNTED = tuple(STATED[name] for name in ("measure", "group", "detail"))
ABOUT = tuple(STATED[name] for name in ("place", "date_start", "date_end", "date_precision"))
RANGE = tuple(STATED[name] for name in ("unit", "low", "high"))
RUNNING_TOTAL = (
    *SAID,
    *COUNTED,
    *ABOUT,
    *RANGE,
    Column("series", "string", "claim_id of the first total of this count: one speaker, measure, group, place and start", required=True),
    Column("previous", "string", "claim_id of the total before it in the series"),
    Column(
        "change",
        "category",
        "against that total: a rise, the same figure, looser words for no more than it, or a revision, which is a fall",
        CHANGES,
        required=True,
    ),
    Column("change_low", "number", "the least that was added between the two days; null where open, below 0 in a revision"),
    Column("change_high", "number", "the most that was added between the two days; null where open"),
    Column("n_events", "integer", "events inside the period and the place of the total; null where one of them is unknown"),
    Column("events_low", "number", "the sum of their lows, parts left out"),
    Column("events_high", "number", "the sum of their highs; null where one is open"),
    Column("share_low", "number", "the least share of the total that these events account for; null where open"),
    Column("share_high", "number", "the largest such share; above 1 where the events may hold more than the total"),
    Column("accounts", "category", "whether the figures of these events stay below the total, may make it up, or exceed it", ACCOUNTS),
    Column("events", "string", "the event ids, joined with `;`"),
)
SUM = (
    *SAID,
    STATED["article_id"],
    *COUNTED,
    *ABOUT,
    *RANGE,
    STATED["sentence"],
    Column("n_parts", "integer", "parts, repeats left out", required=True),
    Column("parts", "string", "their claim ids, joined with `;`", required=True),
    Column("part_words", "string", "their words and whom they count, joined with `;`", required=True),
    Column("part_sentences", "string", "the sentences around them, each once, joined with ` | `", required=True),
    Column("sum_low", "number", "the sum of the parts' lows; an open low counts nothing"),
    Column("sum_high", "number", "the sum of the parts' highs; null where one is open"),
    Column(
        "verdict",
        "category",
        "whether the sum fits the total; may_add_up where an open end or a vague word leaves it undecided; overlaps where the sum exceeds"
        " the total but the parts of one kind (sides; age and sex; other) do not; not_comparable where the units differ",
        VERDICTS,
        required=True,
    ),
)
LAND = (
    *SAID,
    STATED["measure"],
    *ABOUT,
    *RANGE,
    Column(
        "kind",
        "category",
        "what the words are: an area, a comparison, a length (no area), or a share held or lost",
        LAND_KINDS,
        required=True,
    ),
    Column("km2_low", "number", "the least area held by these words, in km2; null where they give none"),
    Column("km2_high", "number", "the largest area held by these words, in km2; null where they give none"),
    Column("derivation", "string", "how the area came out of the words", required=True),
    Column("flag", "string", "why the figure is not plausible; null where nothing speaks against it"),
)
FLIGHT = (
    *SAID,
    *COUNTED,
    STATED["scope"],
    *ABOUT,
    *RANGE,
    Column("kind", "category", "flow: people who left in a period; stock: people displaced on a day. Never added together", FLIGHT_KINDS),
    Column("people_low", "number", "people: as stated, or families by the smaller household; null where open"),
    Column("people_high", "number", "people: as stated, or families by the larger household; null where open"),
    Column("derivation", "string", "how people came out of the words", required=True),
    STATED["part_of"],
)
TABLES: dict[str, tuple[Column, ...]] = {
    "articles": ARTICLE,
    "claims": CLAIM,
    "casualties": CLAIM,
    "displacement": CLAIM,
    "territory": CLAIM,
    "events": EVENT,
    "responses": RESPONSE,
    "running_totals": RUNNING_TOTAL,
    "sums": SUM,
    "land": LAND,
    "flight": FLIGHT,
}
KEYS = {
    "articles": ("article_id",),
    "events": ("event_id", "measure", "group", "detail", "unit"),
    "responses": ("article_id", "start_char", "kind"),
}
MEANINGS = {
    "articles": "One row for each article read.",
    "claims": "One row for each number that an article states about people or territory.",
    "casualties": "The claims that count the dead and the wounded.",
    "displacement": "The claims that count people who fled or live displaced, who are held, were freed, or remain.",
    "territory": "The claims about land that Islamic State holds or lost.",
    "events": "One row for each incident, measure, group, detail and unit: what the sources say together.",
    "responses": "One row for each answer of a party to the fighting to what it is accused of.",
    "running_totals": "One row for each running total: what it adds to the one before, and how much of it the events account for.",
    "sums": "One row for each total that is broken down: whether its parts add up to it.",
    "land": "One row for each statement about land: the area that it leaves to Islamic State, as a range, and how that was found.",
    "flight": "One row for each statement about the displaced: people as stated, or families times a stated household size.",
}


def conform(frame: pd.DataFrame, table: str) -> pd.DataFrame:
    """The frame with the table's columns, order and types; raises SchemaError where it does not fit."""
    columns = TABLES[table]
    missing = [c.name for c in columns if c.name not in frame]
    if missing:
        raise SchemaError(f"table {table}: no column {', '.join(missing)}")
    if frame.empty:
        return _without_rows(table).copy()
    typed = pd.DataFrame({c.name: _typed(frame[c.name], c, table) for c in columns}, index=frame.index)
    check(typed, table)
    return typed


@cache
def _without_rows(table: str) -> pd.DataFrame:
    return pd.DataFrame({c.name: _typed(pd.Series(dtype=object), c, table) for c in TABLES[table]})


@cache
def _dtype(column: Column) -> pd.api.extensions.ExtensionDtype | np.dtype:
    return pd.CategoricalDtype(column.values) if column.type == "category" else pd.api.types.pandas_dtype(DTYPES[column.type])


def _typed(values: pd.Series, column: Column, table: str) -> pd.api.extensions.ExtensionArray:
    dtype = _dtype(column)
    if values.dtype == dtype:
        return values.array
    try:
        if column.type == "category":
            unknown = sorted({str(value) for value in values.unique() if not pd.isna(value)} - set(column.values))
            if unknown:
                raise SchemaError(f"table {table}, column {column.name}: {', '.join(unknown)} not among {', '.join(column.values)}")
            return pd.Categorical(values, dtype=dtype)
        return (pd.to_datetime(values) if column.type == "date" else values).astype(dtype).array
    except (TypeError, ValueError) as error:
        if isinstance(error, SchemaError):
            raise
        raise SchemaError(f"table {table}, column {column.name}: not of type {column.type} ({error})") from error


def check(frame: pd.DataFrame, table: str) -> None:
    """Required columns filled, keys unique, low <= value <= high, date_start <= date_end; raises SchemaError."""
    for column in TABLES[table]:
        if column.required and frame[column.name].isna().any():
            raise SchemaError(f"table {table}, column {column.name}: null in row {int(frame[column.name].isna().argmax())}")
    keys = list(KEYS.get(table, ("claim_id",)))
    if (twice := frame.duplicated(keys)).any():
        raise SchemaError(f"table {table}: {', '.join(keys)} {', '.join(map(str, frame.loc[twice, keys].iloc[0]))} stands twice")
    for low, high in ORDERED:
        if low in frame and high in frame and (wrong := (frame[low] > frame[high]).fillna(False)).any():
            raise SchemaError(f"table {table}, {keys[0]} {frame.loc[wrong, keys[0]].iloc[0]}: {low} is above {high}")


def dictionary(note: str = "") -> str:
    """The data dictionary as Markdown; ``note`` says with which choices the tables were made."""
    lines = ["# Data dictionary", "", "Written from `analysis/schema.py`. Dates are ISO, null is an empty cell.", ""]
    lines += [SPREADSHEETS, "", *([note, ""] if note else [])]
    seen: dict[tuple[Column, ...], str] = {}
    for table, columns in TABLES.items():
        lines += [f"## {table}", "", MEANINGS[table], ""]
        if columns in seen:
            lines += [f"The columns are those of `{seen[columns]}`.", ""]
            continue
        seen[columns] = table
        lines += ["| column | type | meaning |", "|---|---|---|"]
        for c in columns:
            values = f" ({', '.join(f'`{v}`' for v in c.values)})" if c.values else ""
            lines.append(f"| `{c.name}` | {c.type}{'' if c.required else ', or null'} | {c.meaning}{values} |")
        lines.append("")
    return "\n".join(lines)
