"""Findings in words, computed from the claims; every figure with its speaker, day, place and claim_id."""

import html
import re

import pandas as pd

from analysis import style, wording
from analysis.charts import first_mentions
from analysis.charts.marks import who

MOST = 4
HARMS = ("killed", "injured", "casualties")
TOPICS = {
    "killed": "the killed",
    "injured": "the wounded",
    "casualties": "the dead or wounded",
    "displaced": "the displaced",
    "detained": "the held",
    "released": "the freed",
    "remaining": "those left behind",
    "territory_held": "land held",
    "territory_lost": "land lost",
}
DONE = {
    "killed": "were killed",
    "injured": "were wounded",
    "casualties": "were killed or wounded",
    "displaced": "fled",
    "detained": "were held",
    "released": "were freed",
    "remaining": "were said to remain",
}
HARMED = {"killed": "killed", "injured": "wounded", "casualties": "killed or wounded"}
ANSWERS = {
    "denied": "deny it",
    "will_assess": "say that they will look into it",
    "acknowledged": "acknowledge it",
    "no_comment": "decline to comment",
}
MARKUP = re.compile(r"[\\`*\[\]{}#|]")
THE = re.compile(r"(?:vast )?(?:bulk|majority)\b")  # stands behind "the" in a sentence
AREA = {"km2": "square kilometres", "km": "km", "share": "of the land"}
WHOLE_PHRASE = re.compile(r"\b(?:size|big|large|area|met(?:er|re)s?)\b")  # evidence that holds its unit or needs none


def of_claims(articles: pd.DataFrame, claims: pd.DataFrame) -> str:
    """How much was read and what was found, as Markdown."""
    known = articles["published"].dropna()
    first, last = known.min(), known.max()
    days = "" if known.empty else f", published {f'from {wording.day(first)} to' if first < last else 'on'} {wording.day(last)},"
    hold = "holds" if len(articles) == 1 else "hold"
    lines = [f"- **{_several(len(articles), 'article')}**{days} {hold} **{_several(len(claims), 'claim')}** about people and land."]
    counts = claims["measure"].value_counts()
    told = [f"{TOPICS[str(m)]} ({n:,})" for m, n in counts[counts > 0].items()]
    if told:
        lines.append(f"- They are about {wording.listed(told)}.")
    inferred = articles[articles["published_basis"] == "inferred"]
    lines += [
        f"- Article `{_plain(r['article_id'])}` states no date; {wording.day(r['published'])} is inferred:"
        f" {_plain(r['published_reasoning'])}."
        for _, r in inferred.iterrows()
    ][:MOST]
    undated = articles[articles["published"].isna()]
    if len(undated):
        told = "One article has no date; what it calls" if len(undated) == 1 else f"{len(undated)} articles have no date; what they call"
        lines.append(f"- {told} “Tuesday” is not resolved.")
    return "\n".join(lines)


def of_casualties(claims: pd.DataFrame) -> str:
    """The largest events and running totals, as Markdown."""
    rows = first_mentions(claims)
    killed = rows[(rows["measure"] == "killed") & (rows["unit"] == "people")]
    events = killed[(killed["scope"] == "event") & killed["part_of"].isna()]
    totals = killed[(killed["scope"] == "cumulative") & killed["part_of"].isna()]
    return "\n".join(filter(None, (_lines(events, "deaths in a single event", totals, "running totals of the dead"), _sums(killed))))


def of_displacement(claims: pd.DataFrame) -> str:
    """The largest statements on flight and captivity, as Markdown."""
    rows = first_mentions(claims)
    fled = rows[(rows["measure"] == "displaced") & rows["part_of"].isna()]
    held = rows[rows["measure"].isin(("detained", "released", "remaining"))]
    return _lines(fled, "flight", held, "people held, freed or left behind")


def of_territory(claims: pd.DataFrame) -> str:
    """The areas and shares stated, as Markdown."""
    rows = first_mentions(claims)
    held = rows[rows["measure"] == "territory_held"]
    lost = rows[(rows["measure"] == "territory_lost")]
    return _lines(held, "land held", lost, "land lost")


def of_sources(claims: pd.DataFrame, events: pd.DataFrame, responses: pd.DataFrame) -> str:
    """How many sources the figures rest on, what is disputed, who answers and who hedges, as Markdown."""
    rows = first_mentions(claims)
    if rows.empty:
        return "- No statement in these articles."
    spoken = rows["speaker"].str.split(";").explode().value_counts()
    most = ", ".join(f"{style.speaker_name(s)} {n}" for s, n in spoken.head(MOST).items())
    lines = [f"- **{_several(len(rows), 'statement')}** of {_several(len(spoken), 'source')}; quoted most: {most}."]
    harm = events["measure"].isin(HARMS) & events["part_of"].isna() & (events["unit"] == "people")
    harmed = events[harm].groupby("event_id", sort=False)
    if len(harmed):
        single = int((harmed["n_speakers"].max() == 1).sum())
        known = harmed[["n_speakers", "n_claims"]].max()[harmed["contested"].any()]
        disputed = known.sort_values(list(known.columns), ascending=False, kind="stable").index
        lines.append(
            f"- Of **{_several(len(harmed), 'event')}** with dead or wounded, {single} rest{'s' * (single == 1)} on a single source, and"
            f" **{len(disputed)}** {'is' if len(disputed) == 1 else 'are'} disputed."
        )
        lines += [f"- Disputed: {_event(harmed.get_group(event))}" for event in disputed[:MOST]]
    lines.append(_answers(responses["kind"].astype(str)))
    vague = int(rows["qualifier"].eq("vague").sum())
    bare = int(rows["qualifier"].eq("exact").sum())
    lines.append(
        f"- Of {_several(len(rows), 'statement')}, {bare} give{'s' * (bare == 1)} a bare number and {vague} a vague word such as “dozens”;"
        " the rest are hedged."
    )
    return "\n".join(lines)


def _answers(kinds: pd.Series) -> str:
    """What the accused answer, and how often."""
    told = [f"{ANSWERS[kind]} {_times(count)}" for kind, count in kinds[kinds != "general"].value_counts().items()]
    policy = int(kinds.eq("general").sum())
    said = f"- The accused {wording.listed(told)}." if told else "- No answer of the accused."
    return f"{said} {'One sentence states' if policy == 1 else f'{policy} sentences state'} a policy." if policy else said


def _event(rows: pd.DataFrame) -> str:
    """One event in words: the range of each measure and group, place, days, claim ids."""
    ranges = "; ".join(
        f"**{wording.bounds(row) or 'no number'}** {style.GROUP_NAMES.get(row['group'], 'people')} {HARMED[row['measure']]}"
        for _, row in rows.iterrows()
    )
    first = rows.iloc[0]
    told = (_plain(first["place"]) if isinstance(first["place"], str) else "", wording.period(first))
    claims = list(dict.fromkeys(";".join(rows["claims"]).split(";")))
    ids = ", ".join(f"`{_plain(claim)}`" for claim in claims[:MOST]) + (f" and {len(claims) - MOST} more" if len(claims) > MOST else "")
    return f"{', '.join(filter(None, (ranges, *told)))} ({ids})."


def _lines(first: pd.DataFrame, first_name: str, second: pd.DataFrame, second_name: str) -> str:
    lines = []
    for rows, name in ((first, first_name), (second, second_name)):
        if rows.empty:
            lines.append(f"- On {name} there is no statement in these articles.")
            continue
        size = rows[["value", "low", "high"]].max(axis=1)
        kept = rows.loc[size.sort_values(ascending=False, kind="stable").index[:MOST]]
        lines += [f"- {sentence(row)}" for _, row in kept.iterrows()]
        more = len(rows) - len(kept)
        if more:
            lines.append(f"- {'One more statement' if more == 1 else f'{more:,} more statements'} on {name} below.")
    return "\n".join(lines)


def sentence(row: pd.Series) -> str:
    """One claim as a sentence: evidence, who or what is counted, what befell them, place, period, source and id."""
    when = wording.by(row) if row["measure"] == "territory_lost" else wording.when(row)
    told = (_counted(row), wording.where(_plain(row["place"])) if isinstance(row["place"], str) else "", when)
    return f"{' '.join(filter(None, told))}, {style.account(row['speaker'])} (`{_plain(row['claim_id'])}`)."


def _counted(row: pd.Series) -> str:
    """The evidence in bold, with who is counted and the verb: "**At least 12** civilians were killed"."""
    words, unit, measure = _plain(wording.words(row["evidence"], row["qualifier"])), str(row["unit"]), str(row["measure"])
    if measure in ("territory_held", "territory_lost"):
        return f"IS is said to have {'lost' if measure == 'territory_lost' else 'held'} {_land(words, unit)}"
    vague = row["qualifier"] == "vague" and words.endswith("s")  # dozens of, hundreds of
    counted = "of them" if unit == "share" else who(row) or "people"
    done = "were displaced" if measure == "displaced" and row["scope"] == "stock" else DONE[measure]
    return " ".join(filter(None, (f"**{words[:1].upper()}{words[1:]}**", "of" if vague and unit != "share" else "", counted, done)))


def _land(words: str, unit: str) -> str:
    """Land in words: "an area **the size of Britain**", "a stretch of **7** km", "the **vast bulk** of the land"."""
    bold = f"**{words}**"
    if unit != "share" and WHOLE_PHRASE.search(words):
        return bold if words[:1].isdigit() else f"an area {bold}"
    before = "a stretch of " if unit == "km" else "the " if THE.match(words) else ""
    return f"{before}{bold} {AREA[unit]}"


def _sums(rows: pd.DataFrame) -> str:
    """How many totals are broken down, and whether the parts fit; a sum that does not is reported, not mended."""
    stated = rows.set_index("claim_id")["value"]
    parts = rows[rows["part_of"].isin(stated.index[stated.notna()])].groupby("part_of")["value"].sum()
    if parts.empty:
        return ""
    rest = stated.loc[parts.index] - parts
    verdicts = (((rest == 0).sum(), "add up in"), ((rest > 0).sum(), "leave a rest in"), ((rest < 0).sum(), "exceed the total in"))
    said = wording.listed([f"{verdict} {count}" for count, verdict in verdicts if count])
    totals = "total of the dead is" if len(parts) == 1 else "totals of the dead are"
    return f"- **{len(parts)}** {totals} broken down; the parts {said}."


def _several(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'s' * (count != 1)}"


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _plain(text: object) -> str:
    """Article text inside Markdown: nothing of it may become markup."""
    return html.escape(MARKUP.sub("", " ".join(str(text).split())), quote=False)
