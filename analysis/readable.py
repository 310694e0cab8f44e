"""Tables as a person reads them: words and ranges in place of codes and empty cells, by the id that leads back to the words."""

from collections.abc import Callable

import pandas as pd

from analysis import style, wording
from analysis.answerers import answerers

SCOPES = {"event": "event", "cumulative": "running total", "stock": "as of that day"}
ANSWERS = {
    "denied": "denies it",
    "will_assess": "will look into it",
    "acknowledged": "acknowledges it",
    "no_comment": "does not comment",
    "general": "states a policy",
}
GRADES = {"single_source": "one source", "several_sources": "several sources", "acknowledged": "acknowledged"}
ATTRIBUTIONS = {
    "none": "nobody named",
    "claimed": "said by one",
    "corroborated": "said by several",
    "admitted": "admitted",
    "disputed": "disputed",
}
CHANGES = {"first": "", "rise": "more", "same": "the same", "looser": "looser words for no more", "revision": "revised"}
ACCOUNTS = {"nothing": "no event inside", "part": "a part of it", "may_be_all": "may be all of it", "more": "more than it"}
VERDICTS = {
    "adds_up": "adds up",
    "leaves_rest": "leaves a rest",
    "may_add_up": "may add up",
    "overlaps": "overlap",
    "does_not_fit": "does not fit",
    "not_comparable": "other units",
}


def claims(claims: pd.DataFrame) -> pd.DataFrame:
    """Claims in words, by claim_id: what was said, the range that the words allow, when, where and by whom."""
    units = claims["unit"].astype("string").replace("km2", "km²")
    columns = {
        "words": claims["evidence"],
        "range": [wording.bounds(row) for _, row in claims.iterrows()],
        "measure": claims["measure"].astype("string").replace(style.MEASURE_NAMES),
        "of": claims["group"].map(style.GROUP_NAMES).astype("string").where(claims["unit"] == "people", units),
        "scope": _words(claims["scope"], SCOPES),
        "when": [wording.period(row) for _, row in claims.iterrows()],
        "where": claims["place"].fillna(""),
        "says": claims["speaker"].map(style.speaker_name),
    }
    return pd.DataFrame(columns, index=claims.index).set_index(pd.Index(claims["claim_id"])).rename_axis(index=None, columns="claim_id")


def events(frame: pd.DataFrame) -> pd.DataFrame:
    """Events by event_id: the range over their sources, who says so, and how sure it is that it happened and who did it."""
    return _indexed(
        frame,
        "event_id",
        {
            "where": frame["place"].fillna(""),
            "when": _periods(frame),
            "what": frame["measure"].astype("string").replace(style.MEASURE_NAMES),
            "of": _who(frame),
            "range": _ranges(frame["low"], frame["high"]),
            "claims": frame["n_claims"],
            "speakers": frame["n_speakers"],
            "disputed": frame["contested"].map({True: "yes", False: "no"}),
            "harm": _words(frame["harm"], GRADES),
            "attribution": _words(frame["attribution"], ATTRIBUTIONS),
            "blamed": frame["perpetrators"].fillna("").map(style.actors),
        },
    )


def responses(frame: pd.DataFrame, events: pd.DataFrame | None = None) -> pd.DataFrame:
    """What the accused say, by the event that it answers; of Damascus and Moscow, or other sources, the party where ``events`` tell it."""
    names = frame["speaker"].map(style.speaker_name) if events is None else answerers(frame, events)
    columns = {
        "who": [name.removeprefix("the ") for name in names],
        "answer": _words(frame["kind"], ANSWERS),
        "words": frame["evidence"].str.split().str.join(" "),
        "when": ["" if pd.isna(day) else wording.day(day) for day in frame["date"]],
    }
    return _indexed(frame.assign(event_id=frame["event_id"].fillna("no event named")), "event_id", columns)


def running_totals(frame: pd.DataFrame) -> pd.DataFrame:
    """Running totals by claim_id: what each adds to the one before, and how much of it the events account for."""
    added = _ranges(frame["change_low"], frame["change_high"])
    share = [_share(low, high) for low, high in zip(frame["share_low"], frame["share_high"], strict=True)]
    columns = {
        "words": frame["evidence"],
        "of": _who(frame),
        "period": _periods(frame),
        "where": frame["place"].fillna(""),
        "says": frame["speaker"].map(style.speaker_name),
        "against the one before": [
            f"{CHANGES[c]}: {n}" if n and c in ("rise", "revision") else CHANGES[c] for c, n in zip(frame["change"], added, strict=True)
        ],
        "events inside": [_inside(*row) for row in zip(frame["n_events"], _ranges(frame["events_low"], frame["events_high"]), strict=True)],
        "they account for": [
            "" if pd.isna(a) else f"{ACCOUNTS[a]}{f' ({p})' if p else ''}" for a, p in zip(frame["accounts"], share, strict=True)
        ],
    }
    return _indexed(frame, "claim_id", columns)


def sums(frame: pd.DataFrame) -> pd.DataFrame:
    """Totals by claim_id: their parts, the sum, and whether it fits."""
    columns = {
        "total": [f"{words} {who}" for words, who in zip(frame["evidence"], _who(frame), strict=True)],
        "what": frame["measure"].astype("string").replace(style.MEASURE_NAMES),
        "parts": frame["part_words"].replace(style.GROUP_NAMES, regex=True).str.replace("_", " "),
        "sum": _ranges(frame["sum_low"], frame["sum_high"]),
        "verdict": frame["verdict"].astype("string").replace(VERDICTS),
        "when": _periods(frame),
        "says": frame["speaker"].map(style.speaker_name),
    }
    return _indexed(frame, "claim_id", columns)


def land(frame: pd.DataFrame) -> pd.DataFrame:
    """Land by claim_id: the area that the words leave, how that was found, and what speaks against it."""
    columns = {
        "words": frame["evidence"],
        "km²": _ranges(frame["km2_low"], frame["km2_high"], "km2"),
        "when": _periods(frame),
        "where": frame["place"].fillna(""),
        "says": frame["speaker"].map(style.speaker_name),
        "how": frame["derivation"],
        "flag": frame["flag"].fillna(""),
    }
    return _indexed(frame, "claim_id", columns)


def flight(frame: pd.DataFrame) -> pd.DataFrame:
    """The displaced by claim_id, as people, and how families became people."""
    columns = {
        "words": frame["evidence"],
        "of": _who(frame),
        "people": _ranges(frame["people_low"], frame["people_high"]),
        "kind": frame["kind"].astype("string"),
        "when": _periods(frame),
        "where": frame["place"].fillna(""),
        "says": frame["speaker"].map(style.speaker_name),
        "how": frame["derivation"],
    }
    return _indexed(frame, "claim_id", columns)


WORDED: dict[str, Callable[[pd.DataFrame], pd.DataFrame]] = {
    "events": events,
    "responses": responses,
    "running_totals": running_totals,
    "sums": sums,
    "land": land,
    "flight": flight,
}


def published(frame: pd.DataFrame) -> pd.DataFrame:
    """Figures that others published, by their day."""
    columns = {name: style.GROUP_NAMES.get(name, name.replace("_", " ")) for name in frame.columns if name != "as_of"}
    days = [wording.day(day) for day in frame["as_of"]]
    hedges = {"qualifier": frame["qualifier"].str.replace("_", " ")} if "qualifier" in frame else {}
    told = frame.assign(**hedges)[list(columns)].rename(columns=columns).map(plain)
    return told.set_index(pd.Index(days)).rename_axis(index=None, columns="day")


def plain(cell: object) -> str:
    """A cell of a published table: numbers with thousands parted, days as a person writes them, nothing where nothing is."""
    if pd.isna(cell):
        return ""
    if isinstance(cell, pd.Timestamp):
        return wording.day(cell)
    return wording.number(cell) if isinstance(cell, int | float) else str(cell)


def _indexed(frame: pd.DataFrame, key: str, columns: dict[str, object]) -> pd.DataFrame:
    return pd.DataFrame(columns, index=frame.index).set_index(pd.Index(frame[key])).rename_axis(index=None, columns=key)


def _who(frame: pd.DataFrame) -> list[str]:
    units = frame["unit"].astype(str)
    names = [style.GROUP_NAMES.get(g, "") for g in frame["group"]]
    details = ["" if pd.isna(d) or d == "families" else f", {d.replace('_', ' ')}" for d in frame["detail"]]
    return [f"{name if unit == 'people' else unit}{detail}" for name, unit, detail in zip(names, units, details, strict=True)]


def _periods(frame: pd.DataFrame) -> list[str]:
    return [wording.period(row) for _, row in frame.iterrows()]


def _ranges(low: pd.Series, high: pd.Series, unit: str = "people") -> list[str]:
    return [wording.bounds(pd.Series({"low": a, "high": b, "unit": unit})) for a, b in zip(low, high, strict=True)]


def _words(codes: pd.Series, names: dict[str, str]) -> pd.Series:
    return codes.astype("string").map(names).astype("string").fillna("")


def _inside(count: float, figures: str) -> str:
    return "" if pd.isna(count) else f"{count:.0f}: {figures}" if count else "none"


def _share(low: float, high: float) -> str:
    """ "4%", "at most 4%", "10% to 20%"; "" where nothing is known."""
    if pd.isna(low) or pd.isna(high):
        return "" if pd.isna(low) and pd.isna(high) else f"at most {high:.0%}" if pd.isna(low) else f"at least {low:.0%}"
    return f"{low:.0%}" if f"{low:.0%}" == f"{high:.0%}" else f"{low:.0%} to {high:.0%}"
