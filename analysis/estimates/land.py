"""Land as square kilometres: areas, comparisons and shares in one series, each point with its derivation; lengths are no areas."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis import wording
from analysis.estimates.ranges import Row, ends_of
from analysis.extraction.lexicon import Lexicon
from analysis.extraction.where.gazetteer import BOTH, gazetteer

REFERENCE = Path(__file__).parents[2] / "data" / "reference"
PEAK_YEAR = 2014  # "at its peak", "at the height of their rule" (CODEBOOK.md)
HECTARE = 0.01  # km2: less than that is no land that an army holds
NEAR = pd.Timedelta(days=31)  # an area and a share said so close together should agree
ADDED = ("kind", "km2_low", "km2_high", "derivation", "flag")
LIKENESS = re.compile(r"\b(?:size|big|large|area)\b")
OF_COUNTRY = re.compile(r"\W*of\W+(?:the\W+|both\W+)*(Syria\W+and\W+Iraq|Iraq\W+and\W+Syria|Syria|Iraq|country)\b(?!’|')", re.IGNORECASE)
OF_PEAK = re.compile(
    r"[^,;.]*?\b(?:once|had|former|formerly|peak|height|original|caliphate|(?:it|they)\W+(?:controlled|held|ruled|seized))\b", re.IGNORECASE
)


class Area(NamedTuple):
    """An area in km2, and where it is from, in words."""

    low: float
    high: float
    source: str

    def __str__(self) -> str:
        span = wording.number(self.low) if self.low == self.high else f"{wording.number(self.low)} to {wording.number(self.high)}"
        return f"{span} km² ({self.source})"


def land(claims: pd.DataFrame, lexicon: Lexicon) -> pd.DataFrame:
    """One row for each claim about land, by its day, as the schema's ``land``; ``claims`` without repeats.

    A share is taken of the peak that the articles state for its place, or else of the largest published area; a share of a country
    that is held, of that country's area. A share of the peak of Syria alone has no km2 where only that of both countries is known.
    """
    rows = claims[claims["measure"].isin(("territory_held", "territory_lost"))]
    columns = [*claims.columns, *ADDED]
    if rows.empty:
        return pd.DataFrame(columns=columns)
    rows = rows.sort_values(["date_end", "published"], kind="stable")
    known = _Known(rows, lexicon)
    made = [row | dict(zip(ADDED, known.point(row), strict=True)) for row in rows.to_dict("records")]
    frame = pd.DataFrame(made, columns=columns)
    frame["flag"] = [known.implausible(row) or _against_shares(row, frame) for row in frame.to_dict("records")]
    return frame


class _Known:
    """What shares and comparisons are measured by: areas of countries, sizes to compare with, and peaks by place."""

    def __init__(self, rows: pd.DataFrame, lexicon: Lexicon) -> None:
        self._areas = _areas()
        self._places = gazetteer(lexicon)
        self._peaks = _published_peak() | self._stated_peaks(rows)

    def point(self, row: Row) -> tuple[str, float | None, float | None, str, None]:
        """kind, km2_low, km2_high, derivation, and no flag yet."""
        if row["unit"] == "km":
            return "length", None, None, "a length, which gives no area", None
        if row["unit"] == "km2":
            return self._area(row)
        kind = "share_lost" if row["measure"] == "territory_lost" else "share_held"
        if pd.isna(row["low"]) and pd.isna(row["high"]):
            return kind, None, None, "the words give no share", None
        if kind == "share_lost" and is_of_a_time(row):
            return kind, None, None, "what was lost in that time, and not since the peak", None
        name, base = self._base(row, kind)
        if base is None:
            return kind, None, None, f"a share of {name}, whose area is not stated", None
        low, high = ends_of(row)[0], min(ends_of(row)[1], 1.0)
        held = (1 - high, 1 - low) if kind == "share_lost" else (low, high)
        return (
            kind,
            round(held[0] * base.low, 1),
            round(held[1] * base.high, 1),
            _of_base(f"{name}, {base}", low, high, kind),
            None,
        )

    def _area(self, row: Row) -> tuple[str, float | None, float | None, str, None]:
        words = " ".join(str(row["evidence"]).split())
        low, high = (None if pd.isna(row[end]) else float(row[end]) for end in ("low", "high"))
        if not LIKENESS.search(words):
            return "area", low, high, "length times width" if re.search(r"\bby\b|[x×]", words) else "the area stated", None
        sizes = self._areas["comparison"]
        name = max((n for n in sizes if words.lower().endswith(n.lower())), key=len, default=None)
        if name is None:
            return "comparison", low, high, f"“{words}”: its area", None
        return "comparison", sizes[name].low, sizes[name].high, f"“{words}”: {sizes[name]}", None

    def _stated_peaks(self, rows: pd.DataFrame) -> dict[str, Area]:
        """By place, the range over the areas that the articles state for the peak."""
        at_peak = rows[(rows["unit"] == "km2") & (rows["date_start"].dt.year == PEAK_YEAR) & (rows["date_end"].dt.year == PEAK_YEAR)]
        found: dict[str, Area] = {}
        for row in at_peak.to_dict("records"):
            _, low, high, _, _ = self._area(row)
            if low is None or high is None:
                continue
            place = BOTH if pd.isna(row["place"]) else row["place"]
            words = f"“{' '.join(row['evidence'].split())}”"
            before = found.get(place, Area(low, high, words))
            source = before.source if words in before.source else f"{before.source}, {words}"
            found[place] = Area(min(low, before.low), max(high, before.high), source)
        return found

    def _base(self, row: Row, kind: str) -> tuple[str, Area | None]:
        """The whole that a share is of: its name, and its area where that is known. What is lost is a share of the peak (CODEBOOK.md)."""
        place = BOTH if pd.isna(row["place"]) else row["place"]
        behind = _behind(row)
        if kind == "share_held" and (named := OF_COUNTRY.match(behind)):
            words = named[1].title()
            country = self._country(place) if words == "Country" else BOTH if "And" in words else words
            return country, self._areas["country"][country]
        if kind == "share_held" and not OF_PEAK.match(behind):
            return "land that is not named", None
        return f"the peak in {place}", self._peaks.get(place)

    def _country(self, place: str) -> str:
        """The country of a place whose area is known; the widest where it is not."""
        countries = self._areas["country"]
        found = place if place in countries else self._places[place].country if place in self._places else None
        return found if found in countries else BOTH

    def implausible(self, row: Row) -> str | None:
        """Why an area cannot be meant as stated."""
        if row["kind"] not in ("area", "comparison"):
            return None
        stated = row["low"] if pd.notna(row["low"]) else row["high"]
        if stated < HECTARE:
            metres = stated * 1e6
            meant = (metres / 1000) ** 2
            return f"less than a hectare; if {metres:,.0f} m by {metres:,.0f} m is meant, {meant:.2g} km²"
        country = self._country(BOTH if pd.isna(row["place"]) else row["place"])
        whole = self._areas["country"][country]
        return f"more than the area of {country}, {whole}" if (row["km2_low"] or stated) > whole.high else None


def is_of_a_time(row: Row) -> bool:
    """Whether a share is of what was lost over some months, such as "14 percent last year", and not of the former land until a day."""
    first, last = row["date_start"], row["date_end"]
    over_months = pd.notna(first) and pd.notna(last) and first.year > PEAK_YEAR and last - first > NEAR
    return bool(over_months and not OF_PEAK.match(_behind(row)))


def _behind(row: Row) -> str:
    """The rest of the sentence behind the words of a claim."""
    return row["sentence"][row["sentence"].find(row["evidence"]) + len(row["evidence"]) :]


@cache
def _areas() -> dict[str, dict[str, Area]]:
    """The published areas and sizes, by kind and name."""
    areas = pd.read_csv(REFERENCE / "areas.csv")
    return {kind: {r.name: Area(r.low_km2, r.high_km2, r.source) for r in of.itertuples(index=False)} for kind, of in areas.groupby("kind")}


@cache
def _published_peak() -> dict[str, Area]:
    published = pd.read_csv(REFERENCE / "territory.csv", parse_dates=["as_of"]).dropna(subset="area_km2")
    largest = published.loc[published["area_km2"].idxmax()]
    source = f"the largest published area, {largest['who']}, {wording.day(largest['as_of'])}"
    return {largest["area_covered"]: Area(largest["area_km2"], largest["area_km2"], source)}


def _against_shares(row: Row, points: pd.DataFrame) -> str | None:
    """Where an area is above what the shares said within a month of it leave."""
    if row["kind"] != "area" or pd.isna(row["km2_low"]):
        return None
    shares = points[points["kind"].isin(("share_held", "share_lost")) & ((points["date_end"] - row["date_end"]).abs() <= NEAR)]
    below = shares[shares["km2_high"] < row["km2_low"]]
    return f"above what “{below['evidence'].iloc[0]}” leaves, {wording.number(below['km2_high'].iloc[0])} km²" if len(below) else None


def _of_base(base: str, low: float, high: float, kind: str) -> str:
    share = f"{100 * low:.3g}" if low == high else f"{100 * low:.3g} to {100 * high:.3g}"
    return f"{base}, less {share} percent" if kind == "share_lost" else f"{share} percent of {base}"
