"""Claims as sentences: every number in bold, with whom it counts, what befell them, place, period, source, and the ids at the end."""

import html
import re
from collections.abc import Iterable, Sequence

import pandas as pd

from analysis import style, wording
from analysis.charts.marks import who

SOURCES, FIGURES, PARTS = 4, 3, 3  # what a sentence names: sources, the latest figures of one for a group, parts of a total
LAND = ("territory_held", "territory_lost")
MARKUP = re.compile(r"[\\`*\[\]{}#|]")
BY = "according to "
ANOTHER = "in another count"  # of the same people: a figure beside the first, never added to it
THE = re.compile(r"(?:vast )?(?:bulk|majority)\b")  # stands behind "the" in a sentence
AREA = {"km2": "square kilometres", "km": "km", "share": "of the land"}
LEFT = r"\b(?:from|out of|fle[de]|left|leav(?:e|es|ing)) (?:the )?(?:(?:town|village|city|province|area) of )?"


def sentence(rows: pd.DataFrame, event: pd.Series | None = None, parts: pd.DataFrame | None = None) -> str:
    """Claims of one measure about one event or period as one sentence: each source with its figures, then their ids in this order;
    sources that say the same in the same words together.

    ``event``: what has their place and days, if not the first of them. ``parts``: claims, of which those that break one of ``rows`` down
    are named behind it.
    """
    accounts, ids = dict[str, list[str]](), list[str]()
    sources = list(rows.groupby("speaker", sort=False))
    for _, said in sources[:SOURCES]:
        whom = [said["group"].astype(object), said["detail"], said["unit"]]
        classes = [same for _, same in said.groupby(whom, sort=False, dropna=False)]
        figures, named = zip(*(_figures(same, parts) for same in classes), strict=True)
        told, shown = _side_by_side([same.iloc[0] for same in classes], figures)
        accounts.setdefault(told, []).append(_account(said))
        ids += [claim for at in shown for claim in named[at]]
    first = rows.iloc[0]
    befell = f" {_befell(first, first if event is None else event, len(rows) == 1 and first['value'] == 1)}"
    told = [f"{figures}{'' if n else befell}, {_all(whose)}" for n, (figures, whose) in enumerate(accounts.items())]
    if len(sources) > SOURCES:
        told.append("one more source" if len(sources) == SOURCES + 1 else f"{len(sources) - SOURCES} more sources")
    return _sourced("; ".join(told), ids)


def _side_by_side(classes: Sequence[pd.Series], figures: Sequence[str]) -> tuple[str, list[int]]:
    """The figures of one source for several classes, and which of them are told: "a, b and c" where nobody is counted twice, else one
    count beside another, unless that would be a bracket beside brackets."""
    counts = list[list[int]]()
    for at, row in enumerate(classes):
        free = [count for count in counts if not any(_overlap(row, classes[other]) for other in count)]
        if free:
            free[0].append(at)
        else:
            counts.append([at])
    first, *others = (wording.listed([figures[at] for at in count]) for count in counts)
    if not others or "(" in first + others[0]:
        return first, counts[0]
    return f"{first} ({ANOTHER} {others[0]})", [*counts[0], *counts[1]]


def _overlap(one: pd.Series, other: pd.Series) -> bool:
    """Whether two classes may hold the same people: people and civilians, civilians and children, people and families."""
    if one["unit"] != other["unit"] or (one["group"] == "people") != (other["group"] == "people"):
        return True
    return bool(one["group"] == other["group"] and pd.isna(one["detail"]) != pd.isna(other["detail"]))


def _account(rows: pd.DataFrame) -> str:
    """Whose word the claims of one source are; several articles that name nobody are not one."""
    told = style.account(str(rows["speaker"].iloc[0]))
    return told.replace("article’s own account", "articles’ own accounts") if rows["article_id"].nunique() > 1 else told


def _all(accounts: list[str]) -> str:
    """Whose word a figure is, of several sources: "according to the UN and the SDF"."""
    if all(told.startswith(BY) for told in accounts):
        return BY + wording.listed([told.removeprefix(BY) for told in accounts])
    return wording.listed(accounts)


def land(rows: pd.DataFrame) -> str:
    """Claims of one source in the same words about the same land as one sentence: held on, or lost by, each of their days."""
    row = rows.iloc[0]
    days = dict.fromkeys(_as_of(other) for _, other in rows.iterrows())
    return _sourced(f"{_held(row, wording.listed([day for day in days if day]))}, {_account(rows)}", rows["claim_id"])


def bare(row: pd.Series, parts: pd.DataFrame | None = None) -> str:
    """One claim as a sentence of plain text, without its id; with ``parts`` that break it down."""
    within = "" if parts is None or parts.empty else f" {_of_these(parts)}"
    told = _held(row, _as_of(row)) if row["measure"] in LAND else f"{counted(row)}{within} {_befell(row, row, row['value'] == 1)}"
    return html.unescape(wording.capital(f"{told}, {style.account(row['speaker'])}.").replace("**", ""))


def counted(row: pd.Series) -> str:
    """A number in bold with whom it counts: "**at least 12** civilians", "**dozens** of families", "**one** child"."""
    if row["unit"] == "share":
        return f"{_bold(row)} of them"
    vague = row["qualifier"] == "vague" and str(row["evidence"]).lower().endswith("s")  # dozens of, hundreds of
    return f"{_bold(row)} {'of ' * vague}{who(row) or ('person' if row['value'] == 1 else 'people')}"


def _noun(row: pd.Series) -> str:
    """What stands behind the number."""
    return counted(row).removeprefix(_bold(row))


def plain(text: object) -> str:
    """Article text inside Markdown: nothing of it may become markup."""
    return html.escape(MARKUP.sub("", " ".join(str(text).split())), quote=False)


def _sourced(told: str, claims: Iterable[str]) -> str:
    """A sentence with a capital, and the ids of its claims in brackets."""
    ids = ", ".join(f"`{plain(claim)}`" for claim in claims)
    return f"{wording.capital(told)} ({ids})."


def _figures(rows: pd.DataFrame, parts: pd.DataFrame | None) -> tuple[str, list[str]]:
    """What one source says of one group, and the ids, parts behind what they break down: "**at least 12** (of these **three** children),
    then **15** civilians"; "**40** (in another count **43**) people" of one day, "**400** and also **30**" of running totals."""
    exact = rows[rows["qualifier"] != "vague"]
    rows = rows if exact.empty else exact  # "dozens" says nothing beside a number
    words = [wording.words(row["evidence"], row["qualifier"]).lower() for _, row in rows.iterrows()]
    rows = rows[~pd.Series(words, index=rows.index).duplicated()].sort_values("published", kind="stable").tail(FIGURES)
    told, ids, before, article = "", list[str](), pd.NaT, None
    for at, (_, row) in enumerate(rows.iterrows()):
        within = rows.iloc[:0] if parts is None else parts[(parts["part_of"] == row["claim_id"]) & _inside(parts, rows)].head(PARTS)
        beside = bool(told) and not before < row["published"]
        apart = beside and article == row["article_id"] and row["scope"] == "cumulative"  # no article runs two versions of one count
        figure = f"({ANOTHER} {_bold(row)})" if beside and not apart else _bold(row)
        told += f" and also {figure}" if apart else f" {figure}" if beside else f", then {figure}" if told else figure
        told += _noun(row) if at == len(rows) - 1 else ""
        told += f" {_of_these(within)}" if len(within) else ""
        ids += [row["claim_id"], *within["claim_id"]]
        before, article = row["published"], row["article_id"]
    return told, ids


def _of_these(parts: pd.DataFrame) -> str:
    return f"(of these {wording.listed([counted(part) for _, part in parts.iterrows()])})"


def _inside(parts: pd.DataFrame, whole: pd.DataFrame) -> pd.Series:
    """Whether parts are of a narrower class in this group: no fighters among civilians."""
    group = whole["group"].iloc[0]
    return ((parts["group"] == group) & parts["detail"].notna()) | ((group == "people") & (parts["group"] != "people"))


def _bold(row: pd.Series) -> str:
    return f"**{plain(wording.words(row['evidence'], row['qualifier']))}**"


def _befell(row: pd.Series, event: pd.Series, one: bool) -> str:
    """Verb, place and period: "were killed in Hajin on 4 Dec 2018"; "fled Hajin" where the text says that they left the place it names."""
    done = (f"{'was' if one and row['unit'] != 'share' else 'were'} {style.MEASURE_NAMES[str(row['measure'])]}", _where(event))
    if row["measure"] == "displaced" and _left(row):
        done = ("fled", wording.named(plain(row["place"])))
    elif row["measure"] == "displaced" and row["scope"] != "stock" and not done[1]:
        done = ("fled", "")
    elif row["measure"] == "remaining" and done[1]:  # whether they stayed or are all that there are
        done = (f"{done[0].removesuffix('remain')}be", done[1])
    return " ".join(filter(None, (*done, wording.when(event))))


def _where(row: pd.Series) -> str:
    return "" if pd.isna(row["place"]) else wording.where(plain(row["place"]))


def _left(row: pd.Series) -> bool:
    """Whether the sentence says that people left the place of the claim: they may also have come to it."""
    if row["scope"] == "stock" or pd.isna(row["place"]):
        return False
    return bool(re.search(LEFT + re.escape(str(row["place"])), row["sentence"], re.IGNORECASE))


def _held(row: pd.Series, days: str) -> str:
    extent = _extent(plain(wording.words(row["evidence"], row["qualifier"])), row)
    done = "lost" if row["measure"] == "territory_lost" else "held"
    return " ".join(filter(None, (f"IS is said to have {done} {extent}", _where(row), days)))


def _as_of(row: pd.Series) -> str:
    """The day of a statement on land: lost by it, held on it."""
    return wording.by(row) if row["measure"] == "territory_lost" else wording.when(row)


def _extent(words: str, row: pd.Series) -> str:
    """Land in words: "an area **the size of Britain**", "a stretch of **7** km", "the **vast bulk** of the land"."""
    bold, unit = f"**{words}**", str(row["unit"])
    if unit != "share" and wording.WITH_UNIT.search(words):
        return bold if words[:1].isdigit() else f"an area {bold}"
    before = "a stretch of " if unit == "km" else "the " if THE.match(words) else ""
    one = unit == "km2" and pd.notna(row["value"]) and row["value"] <= 1
    return f"{before}{bold} {AREA[unit].removesuffix('s') if one else AREA[unit]}"
