"""Events and camps as a table with HXL hashtags (hxlstandard.org, 1.1): one row an event or a stock of displaced people."""

from collections.abc import Iterator

import pandas as pd

from analysis.exports.losses import Losses

FIXED = {
    "date_start": "#date+start",
    "date_end": "#date+end",
    "reported": "#date+reported",
    "admin1": "#adm1+name",
    "place": "#loc+name",
    "lat": "#geo+lat",
    "lon": "#geo+lon",
    "source": "#meta+source",
}
AFFECTED = {"killed": "killed", "injured": "injured", "displaced": "displaced"}
ATTRIBUTES = {"women": "+f", "men": "+m", "children": "+children", "elderly": "+elderly"}
GROUP_ATTRIBUTES = {"civilians": "+civilians", "people": ""}


def hxl(tables: dict[str, pd.DataFrame]) -> tuple[pd.DataFrame, Losses]:
    """The frame, its first row the hashtags, and what was lost. Each number has two columns, ``+min`` and ``+max``."""
    losses = Losses("HXL")
    losses.column("events", ("contested", "harm", "attribution", "perpetrators", "revises", "part_of"), "no hashtag")
    losses.column("claims", ("evidence", "sentence", "start_char", "end_char", "qualifier"), "no hashtag holds the words")
    losses.column("responses", tables["responses"].columns, "what the accused answers has no hashtag")
    rows = [*_events(tables, losses), *_stocks(tables)]
    numbers = {tag: header for row in rows for header, tag in row["tags"].items()}
    columns = [*FIXED, *numbers.values()]
    body = pd.DataFrame([{k: v for k, v in row.items() if k != "tags"} for row in rows], columns=columns, dtype="object")
    tags = pd.DataFrame([[*FIXED.values(), *numbers]], columns=columns, dtype="object")
    return pd.concat([tags, body], ignore_index=True), losses


def _events(tables: dict[str, pd.DataFrame], losses: Losses) -> Iterator[dict[str, object]]:
    claims = tables["claims"].set_index("claim_id")
    for event_id, rows in tables["events"].groupby("event_id", sort=False):
        found: dict[str, object] = {"tags": {}}
        for _, row in rows.iterrows():
            tag = _tag(row, AFFECTED.get(str(row["measure"])))
            if tag is None:
                losses.row("events", str(event_id), f"{row['measure']} of {row['group']} ({row['unit']}): no hashtag")
            else:
                _put(found, row, tag)
        if found["tags"]:
            told = claims.loc[";".join(rows["claims"]).split(";")]
            yield found | _fixed(rows.iloc[0], told)


def _stocks(tables: dict[str, pd.DataFrame]) -> Iterator[dict[str, object]]:
    claims = tables["claims"]
    stocks = claims[(claims["measure"] == "displaced") & (claims["scope"] == "stock") & claims["part_of"].isna() & claims["same_as"].isna()]
    for _, row in stocks.iterrows():
        tag = _tag(row, "idps")
        if tag is not None:
            found: dict[str, object] = {"tags": {}}
            _put(found, row, tag)
            yield found | _fixed(row, stocks.loc[[row.name]])


def _tag(row: pd.Series, kind: str | None) -> str | None:
    """The hashtag of a number; None for what HXL's common attributes cannot say (fighters, shares)."""
    detail = None if pd.isna(row["detail"]) or row["detail"] == "families" else str(row["detail"])
    if kind is None or row["unit"] not in ("people", "families") or row["group"] not in GROUP_ATTRIBUTES:
        return None
    if detail is not None and detail not in ATTRIBUTES:
        return None
    group = "" if detail or row["unit"] == "families" else GROUP_ATTRIBUTES[row["group"]]
    return f"#affected+{kind}{'+hh' if row['unit'] == 'families' else '+ind'}{ATTRIBUTES.get(detail or '', '')}{group}"


def _put(found: dict[str, object], row: pd.Series, tag: str) -> None:
    for end, attribute in (("low", "+min"), ("high", "+max")):
        header = (tag.removeprefix("#affected+") + attribute).replace("+", " ")
        found[header] = None if pd.isna(row[end]) else round(float(row[end]))
        found["tags"][header] = tag + attribute


def _fixed(row: pd.Series, told: pd.DataFrame) -> dict[str, object]:
    days = {c: None if pd.isna(row[c]) else f"{row[c]:%Y-%m-%d}" for c in ("date_start", "date_end")}
    first = told["published"].min()
    speakers = dict.fromkeys(part for text in told["speaker"] for part in text.split(";"))
    place = {c: None if pd.isna(row[c]) else row[c] for c in ("admin1", "place", "lat", "lon")}
    return {**days, **place, "reported": None if pd.isna(first) else f"{first:%Y-%m-%d}", "source": ";".join(speakers)}
