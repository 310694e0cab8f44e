"""Statements as rows: one row for each statement under a heading, the amount along x. Dot plots after Cleveland; Airwars' stated ranges."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes

from analysis import style, wording
from analysis.charts.dotplot import Rows, narrow, range_label
from analysis.charts.marks import day_words, headline, nothing, shows, words, words_and_who
from analysis.conventions import Vague

MOST_ROWS = 30  # rows and headings in one chart; beyond them the largest are kept, and the note says how many are left out
MOST_EVENTS = 24
MOST_FAMILIES = 3  # told in a note
ANOTHER = re.compile(r" \(another(?: \d+)?\)$")
COUNTRIES = ("Syria", "Iraq", "Syria and Iraq")  # a toll of a whole country is hardly one of a single event


def deaths_by_event(events: pd.DataFrame, claims: pd.DataFrame, ax: Axes | None = None, vague: Vague = "interval") -> Axes:
    """Deaths by event: claims of scope event, a row for each statement, parts below their total.

    The events are those of the events table; a toll that its own source has revised is left out. Nothing is added up; a claim about a
    whole country is no single event. Too many statements: one row for each event and group, from the smallest to the largest figure.
    """
    ax = ax or plt.gca()
    rows = first_mentions(claims)
    rows = rows[(rows["measure"] == "killed") & (rows["scope"] == "event") & (rows["unit"] == "people")]
    rows = rows[(rows["low"].notna() | rows["high"].notna()) & ~rows["claim_id"].isin(_revised(events))]
    wide = int(rows["place"].isin(COUNTRIES).sum())
    left_out = f" {wide} about a whole country left out." if wide else ""
    known, rows = _known(events), rows[~rows["place"].isin(COUNTRIES)]
    rows = rows.assign(event=[known.get(row["claim_id"], _event(row)) for _, row in rows.iterrows()])
    if len(rows) + rows["event"].nunique() > style.rows_for(ax.figure, MOST_ROWS):
        return _event_ranges(rows, ax, vague, left_out)
    what = "people reported killed, event by event"
    return _rows(rows, ax, lambda r: str(r["event"]), what, _dispute(rows), "killed", vague, left_out=left_out)


def held_and_released(claims: pd.DataFrame, ax: Axes | None = None, vague: Vague = "interval") -> Axes:
    """People detained and released, as the articles state it."""
    rows = first_mentions(claims)
    rows, families = in_people(rows[rows["measure"].isin(("detained", "released"))])

    def heading(row: pd.Series) -> str:
        return f"{str(row['measure']).capitalize()}, {_event(row)}"

    title = _largest(rows, _event, lambda r: str(r["measure"]))
    return _rows(rows, ax, heading, "people reported detained or released", title, "", vague, left_out=families)


def remaining_fighters(claims: pd.DataFrame, ax: Axes | None = None, vague: Vague = "interval") -> Axes:
    """Fighters and civilians said to remain, or to be, in a place; a stock as of each statement."""
    rows = first_mentions(claims)
    rows, families = in_people(rows[rows["measure"] == "remaining"])
    title = _largest(rows, _event, lambda r: "said to remain")
    return _rows(rows, ax, _event, "people said to remain, or to be, in a place", title, "", vague, left_out=families)


def running_totals(claims: pd.DataFrame, ax: Axes | None = None, vague: Vague = "interval") -> Axes:
    """Running totals of the dead, by place and start, all of one source on one row; a total is never joined to another, nor added to
    events."""
    rows = first_mentions(claims)
    rows = rows[(rows["measure"].isin(("killed", "casualties"))) & (rows["scope"] == "cumulative") & (rows["unit"] == "people")]
    title = _largest(rows, _since, _done)
    return _rows(rows, ax, _since, "running totals of the dead", title, _done, vague, row_name=_teller)


def first_mentions(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims without those that only say an earlier one again."""
    return claims[claims["same_as"].isna()]


def in_people(rows: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """The claims counted in people, and a note on those counted in families, which stand on no axis of people."""
    told = [f"{words_and_who(row)} ({when_where(row)})" for _, row in rows[rows["unit"] == "families"].iterrows()]
    note = f" Counted in families, not drawn: {'; '.join(told[:MOST_FAMILIES])}." if told else ""
    return rows[rows["unit"] == "people"], note


def when_where(row: pd.Series) -> str:
    """Place and period of a claim, as far as they are known: "Iraq, 30 Jun 2018"."""
    return ", ".join(filter(None, (row["place"] if isinstance(row["place"], str) else "", wording.period(row))))


def wholes(claims: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """The claims without the parts and repeats of others of their own event; what is a part of another event's toll stays."""
    of = events_of_claims(events)
    own = claims["claim_id"].map(of)
    inside = [claims[link].map(of).eq(own) & claims[link].isin(claims["claim_id"]) for link in ("part_of", "same_as")]
    return claims[~(inside[0] | inside[1])]


def events_of_claims(events: pd.DataFrame) -> dict[str, str]:
    """The event of each claim that an event holds."""
    return {claim: event for event, told in events[["event_id", "claims"]].itertuples(index=False) for claim in told.split(";")}


def at_their_events(claims: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """The claims, each at the place of its event (told of a province, it may be one town), but for those of a whole country."""
    places = events.drop_duplicates("event_id").set_index("event_id")["place"]
    found = claims["claim_id"].map(events_of_claims(events)).map(places).astype("string")
    return claims.assign(place=found.where(~claims["place"].isin(COUNTRIES)).fillna(claims["place"]))


def _rows(
    rows: pd.DataFrame, ax: Axes | None, heading: Callable[[pd.Series], str], what: str, title: str,
    verb: Callable[[pd.Series], str] | str, vague: Vague, row_name: Callable[[pd.DataFrame], str] | None = None, left_out: str = "",
) -> Axes:  # fmt: skip
    """Statements under headings, a row each, or with ``row_name`` a row for all of one source; parts below their total."""
    ax = ax or plt.gca()
    rows = rows[rows["low"].notna() | rows["high"].notna()]
    if rows.empty:
        return nothing(ax, what)
    rows = rows.sort_values(["date_end", "article_id", "start_char"], na_position="last").assign(heading=rows.apply(heading, axis=1))
    told = {name: [*_with_parts(under, together=row_name is not None)] for name, under in rows.groupby("heading", sort=False)}
    known, told = len(told), _largest_headings(told, style.rows_for(ax.figure, MOST_ROWS))
    kept, rows = len(told), rows[rows["heading"].isin(told)]
    shows(ax, rows)
    plot = Rows(ax, rows, vague)
    for name, under in told.items():
        plot.heading(name)
        for said, depth in under:
            done = verb(said.iloc[0]) if callable(verb) else verb
            name_of = row_name(said) if row_name and not depth else _row_name(said.iloc[0], depth)
            plot.add(name_of, said, range_label(said, vague, "" if narrow(ax) and done == "killed" else done), depth)
    plot.finish()
    each = "One row is one statement" if row_name is None else "One row is a source, with all its figures"
    note = f"{wording.capital(what)}. {each}. {plot.note()}{left_out}"
    note += f" The {kept} largest of {known}; {known - kept} left out." if kept < known else ""
    headline(ax, title, note)
    return ax


def _event_ranges(rows: pd.DataFrame, ax: Axes, vague: Vague, left_out: str) -> Axes:
    """One row for each event and group: what anyone states, from the smallest to the largest figure (parts left out)."""
    tops = rows[rows["part_of"].isna()].assign(group=lambda f: f["group"].astype(object))
    whole = tops["detail"].isna()
    tops = tops[whole | ~tops.set_index(["event", "group"]).index.isin(tops[whole].set_index(["event", "group"]).index)]
    told = [said for _, said in tops.groupby(["event", "group"], sort=False, observed=True)]
    told.sort(key=_most, reverse=True)
    shown = sorted(told[: style.rows_for(ax.figure, MOST_EVENTS)], key=lambda said: said["date_end"].fillna(pd.Timestamp.max).max())
    shown = _in_their_order(shown)
    shows(ax, pd.concat(shown))
    plot = Rows(ax, pd.concat(shown), vague)
    for said in shown:
        several = f"; {len(said)} statements" if len(said) > 1 and not narrow(ax) else ""
        plot.add(said["event"].iloc[0], said, f"{range_label(said, vague)}{several}")
    plot.finish()
    note = "One row is one event and group: each mark a statement, the words beside it from the lowest to the highest, parts of totals left"
    note += f" out. {plot.note()}{left_out}"
    note += f" The {len(shown)} largest of {len(told)} rows; {len(told) - len(shown)} left out." if len(shown) < len(told) else ""
    headline(ax, f"{tops['event'].nunique()} events with deaths; in one, {_most_told(shown, vague)}", note)
    return ax


def _in_their_order(shown: list[pd.DataFrame]) -> list[pd.DataFrame]:
    """The rows with their events' names such that of two of one place and day the second shown is "another"."""
    names: dict[str, str] = {}
    taken: Counter[str] = Counter()
    for name in (said["event"].iloc[0] for said in shown):
        if name not in names:
            plain = ANOTHER.sub("", name)
            taken[plain] += 1
            names[name] = _another(plain, taken[plain])
    return [said.assign(event=names[said["event"].iloc[0]]) for said in shown]


def _another(name: str, count: int) -> str:
    return name if count == 1 else f"{name} (another{f' {count - 1}' if count > 2 else ''})"


def _most_told(shown: list[pd.DataFrame], vague: Vague) -> str:
    """The event on which most sources differ, or else the one of the largest figure: "23 to 25 civilians (Shaddadi, 1 May 2018)"."""
    differ = [said for said in shown if said["speaker"].nunique() > 1 and said["value"].nunique() > 1 and said["value"].notna().all()]
    differ = [said for said in differ if _most(said) <= 2 * _size(said).min()]  # the four Americans of 19 dead are no other toll
    best = max(differ, key=lambda said: said["speaker"].nunique(), default=None)
    best = max(shown, key=_most) if best is None else best
    return f"{range_label(best, vague)} ({best['event'].iloc[0]})"


def _known(events: pd.DataFrame) -> dict[str, str]:
    """The event of each claim in words, as the events table has it; of two with the same place and days the second is "another"."""
    names: dict[str, str] = {}
    taken: Counter[str] = Counter()
    for _, row in events.drop_duplicates("event_id").iterrows():
        name = _event(row)
        taken[name] += 1
        names[row["event_id"]] = _another(name, taken[name])
    return {claim: names[event] for claim, event in events_of_claims(events).items()}


def _revised(events: pd.DataFrame) -> set[str]:
    """The claims that a later one of the same source replaces."""
    return {claim for told in events["revises"].dropna() for claim in str(told).split(";")}


def _with_parts(rows: pd.DataFrame, together: bool) -> Iterator[tuple[pd.DataFrame, int]]:
    """Each statement followed by its parts, and how deep it is: 0 a total, 1 its part. ``together``: all of one source and class that no
    part breaks down as one, but for those of one article."""
    here = set(rows["claim_id"])
    parents = rows["part_of"].where(rows["part_of"].isin(here))
    alone = rows["part_of"].isna() & ~rows["claim_id"].isin(parents)
    joined = rows[alone] if together else rows.iloc[:0]
    keys = [joined[name].astype(object).where(joined[name].notna(), "") for name in ("speaker", "measure", "group", "detail")]
    keys.append(joined.groupby([*keys, joined["article_id"]], sort=False).cumcount())  # two figures of one article are of two counts
    groups = {said.index[0]: said for _, said in joined.groupby(keys, sort=False)} if len(joined) else {}

    def walk(found: pd.DataFrame, depth: int) -> Iterator[tuple[pd.DataFrame, int]]:
        for at in found.index:
            if at in groups or at not in joined.index:
                yield groups.get(at, found.loc[[at]]), depth
                yield from walk(rows[parents == found.loc[at, "claim_id"]], depth + 1)

    yield from walk(rows[parents.isna()], 0)


def _largest_headings(told: dict[str, list[tuple[pd.DataFrame, int]]], most: int) -> dict[str, list[tuple[pd.DataFrame, int]]]:
    """The headings of the largest figures that fit into one chart of ``most`` lines, in their order."""
    kept: set[str] = set()
    room = most
    for name in sorted(told, key=lambda name: -max(_most(said) for said, _ in told[name])):
        lines = len(told[name]) + 1
        if lines <= room or not kept:
            kept.add(name)
            room -= lines
    return {name: under for name, under in told.items() if name in kept}


def _size(rows: pd.DataFrame) -> pd.Series:
    """What the words hold at least; the only end stated where they leave that open."""
    return rows["value"].fillna(rows["low"]).fillna(rows["high"])


def _most(rows: pd.DataFrame) -> float:
    return float(_size(rows).max())


def _dispute(rows: pd.DataFrame) -> str:
    """The finding of the deaths chart: where two speakers differ, or else the largest figure."""
    tops = rows[rows["part_of"].isna() & rows["value"].notna() & rows["detail"].isna()]
    tops = tops.assign(whom=tops["group"].astype(object).replace("people", "civilians"))  # who may be the same dead
    for (event, _), statements in tops.groupby(["event", "whom"], observed=True, sort=False):
        first = statements.drop_duplicates("speaker").sort_values("value")
        if len(first) > 1 and first["value"].nunique() > 1:
            if first["group"].nunique() > 1:
                return f"{event}: {' or '.join(words_and_who(row) for _, row in first.iterrows())} killed"
            figures = " or ".join(words(row) for _, row in first.iterrows())
            return f"{event}: {figures} {style.GROUP_NAMES[first['group'].iloc[0]]} killed"
    return _largest(rows, lambda r: str(r["event"]), lambda r: "killed")


def _largest(rows: pd.DataFrame, about: Callable[[pd.Series], str], verb: Callable[[pd.Series], str]) -> str:
    """The largest figure as a title: "Hajin, since 10 Sep 2018: more than 820 IS fighters killed, according to the Syrian Observatory"."""
    size = _size(rows)
    if not size.notna().any():
        return ""
    row = rows.loc[size.idxmax()]
    return f"{wording.capital(about(row))}: {words_and_who(row)} {verb(row)}, {style.account(row['speaker'])}"


def _since(row: pd.Series) -> str:
    """Place and start of a running total: "Hajin, since 10 Sep 2018"; a whole month or year is named as such, "Syria, in 2017"."""
    place = row["place"] if isinstance(row["place"], str) else "place not stated"
    whole = wording.period(row)
    if pd.isna(row["date_start"]):
        return f"{place}, start not stated"
    if whole in (f"{row['date_end']:%b %Y}", f"{row['date_end']:%Y}"):
        return f"{place}, in {whole}"
    return f"{place}, since {day_words(row['date_start'], row['date_precision'])}"


def _done(row: pd.Series) -> str:
    return style.MEASURE_NAMES[str(row["measure"])]


def _teller(said: pd.DataFrame) -> str:
    """Who gives running totals, and up to which days: "Syrian Observatory, to 6 Dec 2018"; articles of their own accord are many voices."""
    speaker, days = said["speaker"].iloc[0], said["date_end"].dropna()
    name = "the articles themselves" if speaker == "reporter" and said["article_id"].nunique() > 1 else style.speaker_name(speaker)
    if days.empty:
        return name
    first, last = days.min(), days.max()
    return f"{name}, {'to' if first == last else f'{day_words(first)} to'} {day_words(last)}"


def _event(row: pd.Series) -> str:
    place = row["place"] if isinstance(row["place"], str) else "place not stated"
    return f"{place}, {_days(row)}"


def _days(row: pd.Series) -> str:
    start, end = row["date_start"], row["date_end"]
    if row["date_precision"] == "day" and pd.notna(start) and pd.notna(end) and 0 < (end - start).days <= 14:
        return f"{start.day}{'' if start.month == end.month else f' {start:%b}'} – {day_words(end)}"
    return day_words(end, row["date_precision"])


def _row_name(row: pd.Series, depth: int) -> str:
    if depth:
        return "of these"
    return f"{style.speaker_name(row['speaker'])}, part" if isinstance(row["part_of"], str) else style.speaker_name(row["speaker"])
