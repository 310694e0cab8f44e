"""Articles, claims and events as one HTML file that needs no network: filters, a chart, tables, and each claim in its article.

The texts are data, never markup: they stand in a JSON block in which ``<`` is escaped, and the page's script writes them as text. A
content security policy lets no other script run and nothing be fetched.
"""

import base64
import hashlib
import html
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd

from analysis import evidence, readable, style, wording
from analysis.articles import Article
from analysis.charts.marks import HOLLOW, who
from analysis.findings.sentences import bare

HERE = Path(__file__).parent
FOOTER = (
    "Read by rule from English agency prose, which makes mistakes: look at a claim in its sentence before you print it. "
    "This page holds everything that it shows and fetches nothing."
)
DARK = {
    "civilians": "#56B4E9",
    "is_fighters": "#F2F2F2",
    "sdf_fighters": "#F49821",
    "government_fighters": "#7C6C29",
    "other_fighters": "#10DD97",
    "people": "#C67097",
}
CLAIM_COLUMNS = {
    "claim_id": "id",
    "article_id": "article",
    "start_char": "start",
    "end_char": "end",
    "evidence": "evidence",
    "sentence": "sentence",
    "measure": "measure",
    "group": "group",
    "detail": "detail",
    "low": "low",
    "high": "high",
    "unit": "unit",
    "scope": "scope",
    "date_start": "from",
    "date_end": "to",
    "place": "place",
    "speaker": "speaker",
    "perpetrator": "by",
    "part_of": "part",
    "same_as": "same",
}
EVENT_COLUMNS = {
    "measure": "measure",
    "group": "group",
    "detail": "detail",
    "unit": "unit",
    "low": "low",
    "high": "high",
    "date_start": "from",
    "date_end": "to",
    "place": "place",
    "n_speakers": "sources",
    "contested": "contested",
    "attribution": "attribution",
    "perpetrators": "by",
}


def page(articles: Iterable[Article], tables: dict[str, pd.DataFrame], title: str = "Claims from news articles") -> str:
    """The whole page. ``tables`` holds claims and events as ``build_tables`` makes them."""
    articles = list(articles)
    texts = {a.id: a.text for a in articles}
    claims = _records(tables["claims"], CLAIM_COLUMNS)
    for record in claims:
        record["start"], record["end"] = (_utf16(texts[record["article"]], record[end]) for end in ("start", "end"))
    for record, (_, row) in zip(claims, tables["claims"].iterrows(), strict=True):
        record["vague"], record["hollow"] = row["qualifier"] == "vague", row["qualifier"] in HOLLOW
        record["told"] = bare(row)
        record["blamed"] = style.actors(row["perpetrator"]) if isinstance(row["perpetrator"], str) else ""
    events = _records(tables["events"], EVENT_COLUMNS)
    for record, ids in zip(events, tables["events"]["claims"], strict=True):
        record["claims"] = ids.split(";")
    for records, name in ((claims, "claims"), (events, "events")):
        for record, (_, row) in zip(records, tables[name].iterrows(), strict=True):
            record["when"], record["who"] = wording.period(row), who(row)
    data = {
        "articles": [_article(a) for a in articles],
        "claims": claims,
        "events": events,
        "names": style.GROUP_NAMES,
        "measures": style.MEASURE_NAMES,
        "speakers": style.SPEAKER_NAMES,
        "actors": style.ACTOR_NAMES,
        "attributions": readable.ATTRIBUTIONS,
        "markers": {group: marker for group, marker in style.MARKERS.items() if group},
    }
    script = "".join((HERE / name).read_text(encoding="utf-8") for name in ("chart.js", "page.js"))
    parts = {
        "title": html.escape(title),
        "style": _colours() + (HERE / "page.css").read_text(encoding="utf-8"),
        "script": script,
        "script_hash": base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        "footer": html.escape(FOOTER),
        "data": _embedded(data),
    }
    made = (HERE / "page.html").read_text(encoding="utf-8")
    before, *rest = made.split("{")
    return before + "".join(_filled(piece, parts) for piece in rest)


def _colours() -> str:
    """The groups' colours as variables of the style sheet, light and dark."""
    light, dark = ("".join(f"--{group}:{colour};" for group, colour in colours.items() if group) for colours in (style.COLOURS, DARK))
    return f":root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"


def _filled(piece: str, parts: dict[str, str]) -> str:
    """A piece of the template that begins with a field's name: the field in its place; whatever the field holds is not read again."""
    name, rest = piece.split("}", 1)
    return parts[name] + rest


def _utf16(text: str, offset: int) -> int:
    """An offset as the script counts: a character beyond the basic plane is two."""
    return offset + sum(character > "\uffff" for character in text[:offset]) if not text.isascii() else offset


def _embedded(data: dict[str, Any]) -> str:
    """JSON that cannot end its script block, nor be taken for markup."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _article(article: Article) -> dict[str, str | None]:
    published = article.published.isoformat() if article.published else None
    return {
        "id": article.id,
        "title": article.title or "",
        "name": evidence.name(article),
        "outlet": article.outlet,
        "published": published,
        "text": article.text,
    }


def _records(frame: pd.DataFrame, columns: dict[str, str]) -> list[dict[str, Any]]:
    """One dict a row, null as None, days as ISO text."""
    chosen = frame[list(columns)].rename(columns=columns)
    for name in ("from", "to"):
        chosen[name] = chosen[name].dt.strftime("%Y-%m-%d")
    chosen = chosen.astype(object)
    return chosen.where(chosen.notna(), None).to_dict("records")
