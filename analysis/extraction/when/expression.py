"""What a time expression of a sentence says: the record that the stages of dating pass on."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression of a sentence, resolved. ``since``: it opens a period that runs on; ``speech``: the day of saying so;
    ``aside``: another day to which the one told is compared."""

    start: int
    end: int
    kind: str
    first: dt.date | None
    last: dt.date | None
    precision: str
    since: bool
    speech: bool
    aside: bool = False
