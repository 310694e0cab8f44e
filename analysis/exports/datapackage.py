"""The descriptor of a Frictionless data package, made from the one schema (specs.frictionlessdata.io, tabular data package)."""

from typing import Any

import pandas as pd

from analysis import schema

TYPES = {"string": "string", "integer": "integer", "number": "number", "date": "date", "category": "string", "boolean": "boolean"}
REFERENCES = {  # table -> column -> the table and column that it points to
    "claims": {"article_id": ("articles", "article_id"), "part_of": ("", "claim_id"), "same_as": ("", "claim_id")},
    "responses": {"article_id": ("articles", "article_id")},
}
UNITS = {"lat": "degree", "lon": "degree", "characters": "character", "start_char": "character", "end_char": "character"}


def descriptor(tables: dict[str, pd.DataFrame], fingerprint: str, version: str) -> dict[str, Any]:
    """``datapackage.json`` as a dict: one resource a table, with types, units, constraints, keys and meanings."""
    articles = tables["articles"]
    sources = articles.loc[articles["url"].notna() | articles["outlet"].notna(), ["outlet", "title", "url"]].drop_duplicates()
    return {
        "profile": "tabular-data-package",
        "name": "claims-from-news-articles",
        "title": "Claims from news articles",
        "description": f"What articles state about the dead, the displaced and the land. {schema.SPREADSHEETS}",
        "version": version,
        "licenses": [{"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0"}],
        "sources": [_source(row) for row in sources.itertuples(index=False)] or [{"title": "News articles, listed in articles.csv"}],
        "input": {"sha256": fingerprint, "articles": len(articles)},
        "resources": [_resource(name) for name in tables],
    }


def _source(row: Any) -> dict[str, str]:
    title = ": ".join(str(part) for part in (row.outlet, row.title) if pd.notna(part))
    return {"title": title or "article"} | ({"path": str(row.url)} if pd.notna(row.url) else {})


def _resource(table: str) -> dict[str, Any]:
    key = [name for name in schema.KEYS.get(table, ("claim_id",)) if name != "detail"]
    unique = table != "events"  # there the key holds the detail, which may be empty
    return {
        "profile": "tabular-data-resource",
        "name": table,
        "path": f"{table}.csv",
        "description": schema.MEANINGS[table],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(column) for column in schema.TABLES[table]],
            "missingValues": [""],
            **({"primaryKey": key} if unique else {}),
            "foreignKeys": [
                {"fields": column, "reference": {"resource": other, "fields": target}}
                for column, (other, target) in REFERENCES.get(table, {}).items()
            ],
        },
    }


def _field(column: schema.Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.values:
        constraints["enum"] = list(column.values)
    if column.name in ("low", "high", "value", "n_claims", "n_speakers", "n_outlets", "start_char", "characters"):
        constraints["minimum"] = 0
    found: dict[str, Any] = {"name": column.name, "type": TYPES[column.type], "description": column.meaning}
    if column.type == "boolean":
        found |= {"trueValues": ["True"], "falseValues": ["False"]}
    if column.name in UNITS:
        found["unit"] = UNITS[column.name]
    return found | ({"constraints": constraints} if constraints else {})
