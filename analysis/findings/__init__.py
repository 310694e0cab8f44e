"""Findings in words, computed from the claims; every figure with its speaker, day, place and claim_id."""

import pandas as pd

from analysis import style, wording
from analysis.answerers import answerers
from analysis.charts import first_mentions
from analysis.charts.parts import HARMS, broken_down
from analysis.charts.rows import COUNTRIES, events_of_claims, wholes
from analysis.findings.sentences import land, plain, sentence, told_apart

MOST = 4
RECENT = pd.Timedelta(days=366)  # a count that began longer before the first article is of another time
ANSWERS = {
    "denied": "deny it",
    "will_assess": "promise to look into it",
    "acknowledged": "acknowledge it",
    "no_comment": "decline to comment",
}
VERDICTS = {
    "adds_up": "add up",
    "leaves_rest": "leave a rest",
    "may_add_up": "may add up",
    "overlaps": "overlap",
    "does_not_fit": "do not fit",
    "not_comparable": "are in other units",
}
TOLD_BY = ["speaker", "measure", "unit", "scope", "place", "date_start"]  # claims alike in these are one sentence
SAME_LAND = ["speaker", "measure", "unit", "place"]

Told = list[tuple[float, str]]  # sentences with the largest figure of each


def in_short(claims: pd.DataFrame, events: pd.DataFrame) -> str:
    """What the articles say, in a handful of sentences, as Markdown: deaths, running totals, flight, land, disputes."""
    deaths = _events(claims, events)
    recent = claims[claims["date_start"] >= claims["published"].min() - RECENT]
    told = [said for _, said in deaths[:1]] + [said for _, said in deaths[1:] if "; " in said][:1]
    moves = recent[recent["scope"] != "stock"]
    for counts in (_running(recent) or _running(claims), _flight(moves) or _flight(claims)):
        told += [said for _, said in counts[:1]]
    areas = _land(claims[claims["unit"] == "km2"], "territory_held")
    told += [areas[0], areas[-1]] if len(areas) > 1 else areas or _land(claims, "territory_lost")[-1:]
    known = _known(claims, events)
    return "\n".join(f"- {said}" for said in filter(None, (*told, known))) or "- No statement in these articles."


def of_claims(articles: pd.DataFrame, claims: pd.DataFrame) -> str:
    """How much was read and what was found, as Markdown."""
    known = articles["published"].dropna()
    first, last = known.min(), known.max()
    days = "" if known.empty else f", published {f'from {wording.day(first)} to' if first < last else 'on'} {wording.day(last)},"
    hold = "holds" if len(articles) == 1 else "hold"
    all_claims = int(articles["claims"].sum())
    chosen = f"; the parameters of this run keep **{len(claims):,}**" if len(claims) < all_claims else ""
    lines = [f"- **{_several(len(articles), 'article')}**{days} {hold} **{_several(all_claims, 'claim')}** about people and land{chosen}."]
    counts = claims["measure"].value_counts()
    told = [f"{style.MEASURE_NAMES[str(m)]} {n:,}" for m, n in counts[counts > 0].items()]
    if told:
        lines.append(f"- By what they count: {wording.listed(told)}.")
    inferred = articles[articles["published_basis"] == "inferred"]
    lines += [
        f"- Article `{plain(r['article_id'])}` states no date; {wording.day(r['published'])} is inferred:"
        f" {plain(r['published_reasoning'])}."
        for _, r in inferred.iterrows()
    ][:MOST]
    undated = articles[articles["published"].isna()]
    if len(undated):
        told = "One article has no date; what it calls" if len(undated) == 1 else f"{len(undated)} articles have no date; what they call"
        lines.append(f"- {told} “Tuesday” is not resolved.")
    return "\n".join(lines)


def of_casualties(claims: pd.DataFrame, events: pd.DataFrame) -> str:
    """The largest events with dead, each with its sources, the largest running totals, and whether parts add up, as Markdown."""
    lines = [*_largest(_events(claims, events), "deaths in a single event"), *_largest(_running(claims), "running totals of the dead")]
    return "\n".join(f"- {line}" for line in (*lines, *_sums(broken_down(claims))))


def of_displacement(claims: pd.DataFrame) -> str:
    """The largest statements on flight and captivity, as Markdown."""
    held = _counts(claims, claims["measure"].isin(("detained", "released", "remaining")))
    lines = [*_largest(_flight(claims), "flight"), *_largest(held, "people detained, released or said to remain")]
    return "\n".join(f"- {line}" for line in lines)


def of_territory(claims: pd.DataFrame) -> str:
    """The areas and shares stated, in the order of their days, as Markdown."""
    lines = []
    for measure, name in (("territory_held", "land held"), ("territory_lost", "land lost")):
        numbered = claims["low"].notna() | claims["high"].notna()
        told, wordy = _land(claims[numbered], measure), _land(claims[~numbered], measure)
        kept = [*(told if len(told) <= MOST else [told[0], *told[1 - MOST :]]), *wordy][:MOST]  # from the first to the latest
        more = len(told) + len(wordy) - len(kept)
        lines += [*(kept or [_none(name)]), *([_more(more, name)] if more else [])]
    return "\n".join(f"- {line}" for line in lines)


def of_sources(claims: pd.DataFrame, events: pd.DataFrame, responses: pd.DataFrame) -> str:
    """How many sources the figures rest on, what is disputed, who answers and who hedges, as Markdown."""
    rows = first_mentions(claims)
    if rows.empty:
        return "- No statement in these articles."
    spoken = rows["speaker"].str.split(";").explode().value_counts()
    most = ", ".join(f"{style.speaker_name(s)} {n}" for s, n in spoken.head(MOST).items())
    lines = [f"- **{_several(len(rows), 'statement')}** of {_several(len(spoken), 'source')}; quoted most: {most}."]
    known = _known(claims, events)
    if known:
        harmed = _harmed(events)
        counts = harmed[["n_speakers", "n_claims"]].max()[harmed["contested"].any()]
        disputed = counts.sort_values(list(counts.columns), ascending=False, kind="stable").index
        told = dict(_by_event(wholes(claims[claims["measure"].isin(HARMS)], events), events))
        lines += [f"- {known}", *(f"- Disputed: {_disputed(told[event], harmed.get_group(event), responses)}" for event in disputed[:MOST])]
    lines.append(_answers(responses["kind"].astype(str)))
    vague = int(rows["qualifier"].eq("vague").sum())
    bare = int(rows["qualifier"].eq("exact").sum())
    lines.append(
        f"- Of {_several(len(rows), 'statement')}, {bare} give{'s' * (bare == 1)} a bare number and {vague} a vague word such as “dozens”;"
        " the rest are hedged."
    )
    return "\n".join(lines)


def _events(claims: pd.DataFrame, events: pd.DataFrame) -> Told:
    """The events with dead, the largest first: one sentence each, its sources side by side, with the place and days of the event."""
    rows = first_mentions(claims)
    dead = rows[(rows["measure"] == "killed") & (rows["unit"] == "people")]
    whole = dead[(dead["scope"] == "event") & dead["part_of"].isna()]
    whole = whole[~whole["place"].isin(COUNTRIES)]  # a toll of a whole country is hardly one of a single event
    about = events.drop_duplicates("event_id").set_index("event_id")
    by_event = _by_event(whole, events)
    return _ranked([(_most(said), sentence(said, about.loc[event] if event in about.index else None, dead)) for event, said in by_event])


def _by_event(claims: pd.DataFrame, events: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    """The claims of each event by its id; one that no event holds stands alone."""
    of = events_of_claims(events)
    return list(claims.groupby([of.get(claim, claim) for claim in claims["claim_id"]], sort=False))


def _running(claims: pd.DataFrame) -> Told:
    """The running totals of the dead, the largest first; those of one source, place and period are one sentence."""
    return _counts(claims, (claims["measure"] == "killed") & (claims["unit"] == "people") & (claims["scope"] == "cumulative"))


def _flight(claims: pd.DataFrame) -> Told:
    """Flight, the largest first; the counts of one source, place and period are one sentence."""
    return _counts(claims, claims["measure"] == "displaced")


def _counts(claims: pd.DataFrame, chosen: pd.Series) -> Told:
    rows = first_mentions(claims[chosen & (claims["unit"] != "share")])
    rows = rows[~rows["part_of"].isin(rows["claim_id"])]
    rows = rows.sort_values("date_end", kind="stable")
    growing = (rows["scope"] == "cumulative") & rows["date_start"].notna()
    day = rows["date_end"].where(~growing)  # later totals of one count stand in one sentence, with the days of the last
    alike = rows.groupby([*(rows[name].astype(object) for name in TOLD_BY), day], sort=False, dropna=False)
    return _ranked([(_most(said), sentence(said, said.iloc[-1])) for _, told in alike for said in told_apart(told)])


def _land(claims: pd.DataFrame, measure: str) -> list[str]:
    """Land held or lost in the order of its days; what one source says again in the same words is one sentence."""
    rows = first_mentions(claims[claims["measure"] == measure])
    rows = rows.assign(said=rows["evidence"].str.lower()).sort_values("date_end", kind="stable")
    alike = rows.groupby([rows[name].astype(object) for name in (*SAME_LAND, "said")], sort=False, dropna=False)
    return [land(said) for _, said in alike]


def _largest(told: Told, name: str) -> list[str]:
    """The largest of these sentences, and how many there are more; or that there is none."""
    if not told:
        return [_none(name)]
    return [said for _, said in told[:MOST]] + ([_more(len(told) - MOST, name)] if len(told) > MOST else [])


def _none(name: str) -> str:
    return f"On {name} there is no statement in these articles."


def _more(count: int, name: str) -> str:
    return f"{'One more statement' if count == 1 else f'{count:,} more statements'} on {name} below."


def _ranked(told: Told) -> Told:
    return sorted(told, key=lambda said: -said[0])


def _most(rows: pd.DataFrame) -> float:
    size = rows[["value", "low", "high"]].max(axis=None)
    return 0.0 if pd.isna(size) else float(size)


def _harmed(events: pd.DataFrame) -> "pd.api.typing.DataFrameGroupBy":
    harm = events["measure"].isin(HARMS) & events["part_of"].isna() & (events["unit"] == "people")
    return events[harm].groupby("event_id", sort=False)


def _known(claims: pd.DataFrame, events: pd.DataFrame) -> str:
    """How many events rest on one source, whatever class each source counts, and how many are disputed; "" without any."""
    harmed = _harmed(events)
    if not len(harmed):
        return ""
    told = events[events["measure"].isin(HARMS) & events["event_id"].isin(harmed.groups)].set_index("event_id")["claims"]
    speakers = told.str.split(";").explode().map(claims.set_index("claim_id")["speaker"]).str.split(";").explode()
    single, disputed = int((speakers.groupby(level=0).nunique() == 1).sum()), int(harmed["contested"].any().sum())
    if len(harmed) == 1:
        sources = "a single source" if single else "several sources"
        return f"The **one event** with dead or wounded rests on {sources} and is {'' if disputed else 'not '}disputed."
    count = f"**{disputed}** {'is' if disputed == 1 else 'are'}" if disputed else "none is"
    return f"Of **{len(harmed)} events** with dead or wounded, {single} rest{'s' * (single == 1)} on a single source, and {count} disputed."


def _answers(kinds: pd.Series) -> str:
    """What the accused answer, and how often."""
    told = [f"{ANSWERS[kind]} {_times(count)}" for kind, count in kinds[kinds != "general"].value_counts().items()]
    policy = int(kinds.eq("general").sum())
    said = f"- The accused {wording.listed(told)}." if told else "- No answer of the accused."
    return f"{said} {'One sentence states' if policy == 1 else f'{policy} sentences state'} a policy." if policy else said


def _disputed(claims: pd.DataFrame, event: pd.DataFrame, responses: pd.DataFrame) -> str:
    """A disputed event: what each source says of its dead, or else wounded, and who denies it, or else that its author is disputed."""
    about = event.iloc[0]
    said = sentence(claims[claims["measure"] == about["measure"]], about)
    denying = responses[(responses["event_id"] == about["event_id"]) & (responses["kind"] == "denied")]
    if len(denying):
        return f"{said} Denied by {wording.listed(list(dict.fromkeys(answerers(denying, event))))}."
    return f"{said} Who did it is disputed." if about["attribution"] == "disputed" else said


def _sums(totals: pd.DataFrame) -> list[str]:
    """How many totals are broken down, and whether the parts fit; a sum that does not is reported, not mended."""
    counts = totals["verdict"].value_counts()
    if not len(totals):
        return []
    said = wording.listed([f"{VERDICTS[str(verdict)]} in {count}" for verdict, count in counts[counts > 0].items()])
    what = "total of the dead or wounded is" if len(totals) == 1 else "totals of the dead or wounded are"
    return [f"**{len(totals)}** {what} broken down; the parts {said}."]


def _several(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'s' * (count != 1)}"


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
