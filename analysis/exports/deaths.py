"""The dead of each event, as the formats for event data want them: one total, the dead of each group, who is named, where and when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pandas as pd

from analysis.conventions import acled
from analysis.events.geography import level
from analysis.exports.losses import Losses
from analysis.extraction.lexicon import Lexicon
from analysis.extraction.where.gazetteer import Place
from analysis.spellings import place_called

GUESSED = "a place that the gazetteer lacks: its country, and province if any, are those of its articles' other places"
COUNTRIES = {"Syria": (760, 652), "Iraq": (368, 645)}  # ISO 3166 numeric, Gleditsch and Ward
FIGHTERS = ("is_fighters", "sdf_fighters", "government_fighters", "other_fighters")


@dataclass(frozen=True, slots=True)
class Toll:
    """Numbers of dead: ``low`` and ``high`` as in the events table, ``figure`` the largest number named, None where none is;
    ``words`` the vague word, where no source gives a number."""

    low: float | None
    high: float | None
    figure: float | None
    words: str | None

    @property
    def least(self) -> int | None:
        """The lowest number reported, or the only bound there is; None where no number is."""
        number = self.low if self.low is not None else self.high
        return None if number is None else round(number)

    @property
    def acled(self) -> int:
        """The number by ACLED's rule; 0 where none is known."""
        return acled(self.words) if self.words else self.least or 0


@dataclass(frozen=True, slots=True)
class Deaths:
    """One event in which somebody died. ``total`` is None where only classes are counted; ``groups`` are the classes, without details.

    ``country`` and ``admin1`` of a place that the gazetteer lacks are those of all the known places of its articles, where these agree;
    ``guessed`` says so.
    """

    event_id: str
    start: pd.Timestamp | None
    end: pd.Timestamp | None
    precision: str
    place: Place | None
    country: str | None
    admin1: str | None
    guessed: bool
    total: Toll | None
    groups: dict[str, Toll]
    perpetrators: tuple[str, ...]
    attribution: str
    contested: bool
    speakers: tuple[str, ...]
    outlets: tuple[str, ...]
    articles: tuple[str, ...]
    titles: tuple[str, ...]
    published: tuple[str, ...]
    sentences: tuple[str, ...]

    @property
    def days(self) -> int:
        """Length of the period in days; 1 where only one day is known."""
        return 1 if self.start is None or self.end is None else (self.end - self.start).days + 1


def deaths_of(tables: dict[str, pd.DataFrame], lexicon: Lexicon) -> Iterator[Deaths]:
    """Each event with a row of ``killed`` that counts people, in the order of the events table."""
    claims = tables["claims"].set_index("claim_id")
    known = _known_places(tables["claims"], lexicon)
    articles = tables["articles"].set_index("article_id")
    killed = tables["events"][tables["events"]["measure"].eq("killed") & tables["events"]["unit"].eq("people")]
    for event_id, rows in killed.groupby("event_id", sort=False):
        first = rows.iloc[0]
        ids = list(dict.fromkeys(";".join(rows["claims"]).split(";")))
        told = claims.loc[ids]
        read = articles.loc[list(dict.fromkeys(told["article_id"]))]
        plain = rows[rows["detail"].isna()]
        tolls = {str(r["group"]): _toll(r, claims) for _, r in plain.iterrows()}
        listed = _place(first, lexicon)
        place = listed or _unlisted(first, [other for article in read.index for other in known.get(article, ())])
        yield Deaths(
            event_id=str(event_id),
            start=None if pd.isna(first["date_start"]) else first["date_start"],
            end=None if pd.isna(first["date_end"]) else first["date_end"],
            precision=str(first["date_precision"]),
            place=place,
            country=_country(place),
            admin1=_admin1(place),
            guessed=listed is None and _country(place) is not None,
            total=tolls.pop("people", None) if len(plain) else _toll(first, claims),
            groups=tolls,
            perpetrators=_joined(rows["perpetrators"]),
            attribution=str(first["attribution"]),
            contested=bool(rows["contested"].any()),
            speakers=_joined(told["speaker"]),
            outlets=tuple(dict.fromkeys(read["outlet"].dropna())),
            articles=tuple(read.index),
            titles=tuple(read["title"].dropna()),
            published=tuple(dict.fromkeys(read["published"].dropna().dt.strftime("%Y-%m-%d"))),
            sentences=tuple(dict.fromkeys(" ".join(s.split()) for s in told["sentence"])),
        )


def lose_all_but_deaths(losses: Losses, tables: dict[str, pd.DataFrame]) -> None:
    """What a format for events with dead leaves out: the words, the answers, other measures, running totals and stocks."""
    losses.column("claims", ("evidence", "sentence", "start_char", "end_char", "qualifier"), "no column holds the words")
    losses.column("responses", tables["responses"].columns, "what the accused answers has no place")
    events = tables["events"]
    for event_id, measure in events.loc[events["measure"] != "killed", ["event_id", "measure"]].drop_duplicates().itertuples(index=False):
        losses.row("events", event_id, f"{measure}: {losses.format} counts deaths only")
    for claim_id, scope in tables["claims"].loc[tables["claims"]["scope"] != "event", ["claim_id", "scope"]].itertuples(index=False):
        losses.row("claims", claim_id, f"{scope}: no event")


def _toll(row: pd.Series, claims: pd.DataFrame) -> Toll:
    told = claims.loc[row["claims"].split(";")]
    vague = bool((told["qualifier"] == "vague").all())
    figure = None if vague else told["value"].fillna(told["high"]).max()
    low, high = (None if pd.isna(row[c]) else float(row[c]) for c in ("low", "high"))
    return Toll(low, high, None if figure is None or pd.isna(figure) else float(figure), str(told["evidence"].iloc[0]) if vague else None)


def _place(row: pd.Series, lexicon: Lexicon) -> Place | None:
    """The gazetteer's place of a row of claims or events."""
    return None if pd.isna(row["place"]) else place_called(row["place"], None if pd.isna(row["admin1"]) else row["admin1"], lexicon)


def _known_places(claims: pd.DataFrame, lexicon: Lexicon) -> dict[str, list[Place]]:
    """The places of the gazetteer that the claims of each article are about."""
    told = claims[["article_id", "place", "admin1"]].drop_duplicates()
    return {
        article: list(filter(None, (_place(row, lexicon) for _, row in rows.iterrows()))) for article, rows in told.groupby("article_id")
    }


def _unlisted(row: pd.Series, others: list[Place]) -> Place | None:
    """A place that the gazetteer lacks, without coordinates, where the ``others`` are if they are in one country or province."""
    if pd.isna(row["place"]):
        return None
    country, admin1 = (_only(map(of, others)) for of in (_country, _admin1))
    return Place(row["place"], None, None, admin1, "town", country)


def _only(values: Iterable[str | None]) -> str | None:
    """What all agree on that is known; None where they do not."""
    found = set(values) - {None}
    return found.pop() if len(found) == 1 else None


def _admin1(place: Place | None) -> str | None:
    return None if place is None else place.name if place.kind == "province" else place.admin1


def _country(place: Place | None) -> str | None:
    if place is None:
        return None
    return place.name if level(place) == 0 and place.name in COUNTRIES else place.country


def _joined(values: pd.Series) -> tuple[str, ...]:
    """The members of ``;``-joined texts, each once."""
    return tuple(dict.fromkeys(part for text in values.dropna() for part in text.split(";")))
