"""One claim: a number said by somebody, as a row of the claims table (CODEBOOK.md)."""

import datetime as dt
from dataclasses import dataclass

HARMS = ("killed", "injured", "casualties")  # the measures of the dead and the wounded
OF_THE_LIVING = ("displaced", "detained", "released", "remaining")  # the measures of those who fled, were taken or stayed


@dataclass(slots=True)
class Claim:
    """One row of the claims table; the columns and their categories are the codebook's.

    ``start_char``/``end_char`` span the evidence in the article's text. ``part_of`` and ``same_as`` are start offsets
    of other claims of the same article (ids are made where articles have ids).
    """

    start_char: int
    end_char: int
    evidence: str
    sentence: str
    measure: str
    group: str | None
    detail: str | None
    value: float | None
    qualifier: str
    low: float | None
    high: float | None
    unit: str
    scope: str | None = None
    date_start: dt.date | None = None
    date_end: dt.date | None = None
    date_precision: str = "unknown"
    place: str | None = None
    lat: float | None = None
    lon: float | None = None
    admin1: str | None = None
    speaker: str = "reporter"
    perpetrator: str | None = None
    part_of: int | None = None
    same_as: int | None = None
