"""Claims into tidy frames, and frames into files."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, fields
from pathlib import Path
from typing import Any

import pandas as pd

from analysis import conventions, schema
from analysis.articles import Article, Articles
from analysis.conventions import Vague
from analysis.estimates import HOUSEHOLD, Household, build_estimates
from analysis.events import build_events
from analysis.extraction.claim import Claim
from analysis.extraction.claims import extract
from analysis.extraction.lexicon import Lexicon, built_in
from analysis.extraction.responses import find_responses
from analysis.spellings import Spellings, known_as, respelled

VIEWS = {
    "casualties": ("killed", "injured", "casualties"),
    "displacement": ("displaced", "detained", "released", "remaining"),
    "territory": ("territory_held", "territory_lost"),
}
FORMATS = ("csv", "parquet")
FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")  # what a spreadsheet may run, and the mark itself, so that it can be taken away again


def build_tables(
    articles: Articles, lexicon: Lexicon | None = None, vague: Vague = "interval", household: Household = HOUSEHOLD
) -> dict[str, pd.DataFrame]:
    """Every table by name: articles and claims, and what ``derive`` makes of them."""
    lexicon = lexicon or built_in()
    claims, read, responses = coded(articles, lexicon)
    return {"articles": read, "claims": claims, **derive(claims, read, responses, lexicon, vague, household)}


def coded(articles: Articles, lexicon: Lexicon) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """What is read from the texts: the claims, the articles, and the responses as yet without their events."""
    found, answers, spellings = [], [], Spellings()
    for article in articles.articles:
        document = article.document(lexicon)
        found.append((article, extract(document)))
        answers += [(article.id, *astuple(response)) for response in find_responses(document)]
        spellings.read(document)
    claims = respelled(claims_frame(found), spellings.common())
    return claims, articles_frame(found), pd.DataFrame(answers, columns=[c.name for c in schema.RESPONSE[:-1]])


def derive(
    claims: pd.DataFrame, articles: pd.DataFrame, responses: pd.DataFrame, lexicon: Lexicon, vague: Vague, household: Household
) -> dict[str, pd.DataFrame]:
    """The views casualties, displacement and territory, events and responses, and the estimates.

    ``vague`` is the convention by which "dozens" enters events and estimates (claims keep their range); ``household`` turns families
    into people in the table flight.
    """
    known = known_as(claims, lexicon)
    told = respelled(claims, known)
    events, responses = build_events(conventions.apply(told, vague), articles, responses, lexicon)
    made = {"events": events, "responses": responses, **build_estimates(told, events, lexicon, vague, household)}
    spelled = {name: spelling for spelling, name in known.items()}
    return {name: view(claims, name) for name in VIEWS} | {name: respelled(frame, spelled) for name, frame in made.items()}


def claims_frame(found: Iterable[tuple[Article, Sequence[Claim]]]) -> pd.DataFrame:
    """One row a claim, in the order of the articles and of their texts; offsets of linked claims become ids."""
    names = [f.name for f in fields(Claim)]
    columns: dict[str, list[Any]] = {name: [] for name in ("claim_id", "article_id", "published", *names)}
    for article, claims in found:
        for claim in claims:
            columns["claim_id"].append(claim_id(article.id, claim.start_char))
            columns["article_id"].append(article.id)
            columns["published"].append(article.published)
            for name in names:
                value = getattr(claim, name)
                columns[name].append(claim_id(article.id, value) if name in ("part_of", "same_as") and value is not None else value)
    return schema.conform(pd.DataFrame(columns), "claims")


def claim_id(article: str, start: int) -> str:
    """The stable id of the claim at ``start`` of an article."""
    return f"{article}:{start}"


def articles_frame(found: Iterable[tuple[Article, Sequence[Claim]]]) -> pd.DataFrame:
    """One row an article, with where its date is from and how many claims it holds."""
    rows = [
        (a.id, a.published, a.published_basis, a.published_reasoning or None, a.title, a.outlet, a.url, len(a.text), len(claims))
        for a, claims in found
    ]
    return schema.conform(pd.DataFrame(rows, columns=[c.name for c in schema.ARTICLE]), "articles")


def view(claims: pd.DataFrame, name: str) -> pd.DataFrame:
    """The claims of one view: casualties, displacement or territory."""
    return claims[claims["measure"].isin(VIEWS[name])].reset_index(drop=True)


def write_tables(tables: dict[str, pd.DataFrame], folder: Path, formats: Sequence[str] = ("csv",), note: str = "") -> list[Path]:
    """Each table as NAME.csv or NAME.parquet, and the data dictionary with ``note`` as README.md; the paths written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = [write_frame(frame, folder / f"{name}.{form}") for name, frame in tables.items() for form in formats]
    dictionary = folder / "README.md"
    return [*written, replace_text(dictionary, schema.dictionary(note))]


def write_frame(frame: pd.DataFrame, path: Path) -> Path:
    """A frame as .csv, .jsonl or .parquet, by the path's ending; written beside and renamed.

    Raises ValueError for another ending.
    """
    beside = path.with_name(f".{path.name}.part")
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".parquet":
        frame.to_parquet(beside, index=False)
    elif path.suffix == ".csv":
        spreadsheet_safe(frame).to_csv(beside, index=False, date_format="%Y-%m-%d", lineterminator="\n")
    elif path.suffix == ".jsonl":
        dated = frame.assign(**{c: frame[c].dt.strftime("%Y-%m-%d") for c in frame.select_dtypes("datetime")})
        dated.to_json(beside, orient="records", lines=True, force_ascii=False)
    else:
        raise ValueError(f"{path}: unknown ending; use .csv, .jsonl or .parquet")
    return beside.replace(path)


def spreadsheet_safe(frame: pd.DataFrame) -> pd.DataFrame:
    """Text that a spreadsheet would run as a formula, with an apostrophe before it; taking away a leading one restores the text."""
    safe = frame.copy()
    for column in safe.select_dtypes("string"):
        risky = safe[column].str.startswith(FORMULA).fillna(False).astype(bool)
        safe.loc[risky, column] = "'" + safe.loc[risky, column]
    return safe


def replace_text(path: Path, text: str) -> Path:
    """Write a text beside ``path`` and rename it, so that no half of it is ever there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.part")
    beside.write_text(text, encoding="utf-8")
    return beside.replace(path)
