"""Claims as sentences: every number in bold, with whom it counts, what befell them, place, period, source, and the ids at the end."""

import html
import re
from collections.abc import Callable, Iterable, Sequence

import pandas as pd

from analysis import style, wording
from analysis.charts.marks import who

SOURCES, FIGURES, PARTS = 4, 3, 3  # what a sentence names: sources, the latest figures of one for a group, parts of a total
LAND = ("territory_held", "territory_lost")
MARKUP = re.compile(r"[\\`*\[\]{}#|]")
BY = "according to "
ANOTHER = "in another count"  # of the same people: a figure beside the first, never added to it
WITHIN = "of these"
CLASS = ["group", "detail", "unit"]  # whom a number counts
NOBODY = ("unknown", "other")  # perpetrators that no sentence can name
THE = re.compile(r"(?:vast )?(?:bulk|majority)\b")  # stands behind "the" in a sentence
AREA = {"km2": "square kilometres", "km": "km", "share": "of the land"}
LEFT = r"\b(?:from|out of|fle[de]|left|leav(?:e|es|ing)) (?:the )?(?:(?:town|village|city|province|area) of )?"


def sentence(rows: pd.DataFrame, event: pd.Series | None = None, parts: pd.DataFrame | None = None) -> str:
    """Claims of one measure about one event or period as one sentence: each source with its figures, then their ids in this order;
    sources that say the same in the same words together.

    ``event``: what has their place and days, if not the first of them. ``parts``: claims, of which those that break one of ``rows`` down
    are named behind it.
    """
    if _is_split(rows):
        return _by_author(rows)
    accounts, ids = dict[str, list[str]](), list[str]()
    sources = list(rows.groupby("speaker", sort=False))
    for _, said in sources[:SOURCES]:
        classes = [same for _, same in _by_class(said)]
        figures, named = zip(*(_figures(same, parts) for same in classes), strict=True)
        told, shown = _side_by_side(classes, figures)
        accounts.setdefault(told, []).append(_account(said))
        ids += [claim for at in shown for claim in named[at]]
    first = rows.iloc[0]
    befell = f" {' '.join(filter(None, _befell(first, first if event is None else event, len(rows) == 1 and first['value'] == 1)))}"
    told = [f"{figures}{'' if n else befell}, {_all(whose)}" for n, (figures, whose) in enumerate(accounts.items())]
    if len(sources) > SOURCES:
        told.append("one more source" if len(sources) == SOURCES + 1 else f"{len(sources) - SOURCES} more sources")
    return _sourced("; ".join(told), ids)


def told_apart(rows: pd.DataFrame) -> list[pd.DataFrame]:
    """Counts of one source, measure, place and period, those together that one sentence may hold: not two classes that overlap, nor two
    figures of one article for one class, unless they blame different parties."""
    named = rows.drop_duplicates(["article_id", *CLASS, "perpetrator"])
    by_author = [same for _, same in _by_class(named[~named["perpetrator"].isin(NOBODY)], "article_id") if _is_split(same)]
    rest = rows.drop([at for same in by_author for at in same.index])
    return by_author + [rest.iloc[alike] for alike in _sets([row for _, row in rest.iterrows()], _counted_apart)]


def _sets(rows: Sequence[pd.Series], clash: Callable[[pd.Series, pd.Series], bool]) -> list[list[int]]:
    """The places of rows, in sets of such as do not clash, each in the first that has room for it."""
    sets = list[list[int]]()
    for at, row in enumerate(rows):
        free = next((alike for alike in sets if not any(clash(row, rows[other]) for other in alike)), None)
        if free is None:
            sets.append([at])
        else:
            free.append(at)
    return sets


def _is_split(rows: pd.DataFrame) -> bool:
    """Whether these are running totals that one article gives for one class, each with an author of its own."""
    alike = rows["scope"].eq("cumulative").all() and rows["article_id"].nunique() == 1 and len(_by_class(rows)) == 1
    return bool(alike and len(rows) > 1 and rows["perpetrator"].nunique() == len(rows) and not rows["perpetrator"].isin(NOBODY).any())


def _by_author(rows: pd.DataFrame) -> str:
    """Counts of one class by whom they blame: "**90** civilians were killed by Russia and **40** by Turkey in Syria in 2017"."""
    first = rows.iloc[0]
    done, where_when = _befell(first, first, first["value"] == 1)
    killed = f"{_noun(first)} {done}"
    told = [f"{_bold(row)}{killed * (not n)} by {style.actors(row['perpetrator'])}" for n, (_, row) in enumerate(rows.iterrows())]
    return _sourced(f"{wording.listed(told)} {where_when}, {_account(rows)}", rows["claim_id"])


def _by_class(rows: pd.DataFrame, *names: str) -> "pd.api.typing.DataFrameGroupBy":
    return rows.groupby([rows[name].astype(object) for name in (*CLASS, *names)], sort=False, dropna=False)


def _counted_apart(one: pd.Series, other: pd.Series) -> bool:
    """Whether two figures of one source are of two counts: of classes that overlap, or of one class in one article."""
    alike = one[CLASS].fillna("").tolist() == other[CLASS].fillna("").tolist()
    return one["article_id"] == other["article_id"] if alike else _overlap(one, other)


def _side_by_side(classes: Sequence[pd.DataFrame], figures: Sequence[str]) -> tuple[str, list[int]]:
    """The figures of one source for several classes, and which of them are told: "a, b and c" where nobody is counted twice, else a part
    behind its whole, or one count beside another, unless that would be a bracket beside brackets."""
    sets = _sets([rows.iloc[0] for rows in classes], _overlap)
    first, *others = (wording.listed([figures[at] for at in alike]) for alike in sets)
    if not others or "(" in first + others[0]:
        return first, sets[0]
    within = len(sets[0]) == 1 and _within(pd.concat([classes[at] for at in sets[1]]), classes[sets[0][0]])
    return f"{first} ({WITHIN if within else ANOTHER} {others[0]})", [*sets[0], *sets[1]]


def _within(parts: pd.DataFrame, whole: pd.DataFrame) -> bool:
    """Whether figures are of narrower classes in a group, of the same articles, and no more than it: then they are of the same people."""
    most = whole["high"].fillna(whole["low"]).max()
    return bool(_inside(parts, whole).all() and parts["article_id"].isin(whole["article_id"]).all() and parts["low"].sum() <= most)


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
    befell = " ".join(filter(None, _befell(row, row, row["value"] == 1)))
    told = _held(row, _as_of(row)) if row["measure"] in LAND else f"{counted(row)}{within} {befell}"
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
    then **15** civilians"; "**40** (in another count **43**) people" of one day."""
    exact = rows[rows["qualifier"] != "vague"]
    rows = rows if exact.empty else exact  # "dozens" says nothing beside a number
    words = [wording.words(row["evidence"], row["qualifier"]).lower() for _, row in rows.iterrows()]
    rows = rows[~pd.Series(words, index=rows.index).duplicated()].sort_values("published", kind="stable").tail(FIGURES)
    told, ids, before = "", list[str](), pd.NaT
    for at, (_, row) in enumerate(rows.iterrows()):
        within = rows.iloc[:0] if parts is None else parts[(parts["part_of"] == row["claim_id"]) & _inside(parts, rows)].head(PARTS)
        beside = bool(told) and not before < row["published"]
        told += f" ({ANOTHER} {_bold(row)})" if beside else f", then {_bold(row)}" if told else _bold(row)
        told += _noun(row) if at == len(rows) - 1 else ""
        told += f" {_of_these(within)}" if len(within) else ""
        ids += [row["claim_id"], *within["claim_id"]]
        before = row["published"]
    return told, ids


def _of_these(parts: pd.DataFrame) -> str:
    return f"({WITHIN} {wording.listed([counted(part) for _, part in parts.iterrows()])})"


def _inside(parts: pd.DataFrame, whole: pd.DataFrame) -> pd.Series:
    """Whether parts are of a narrower class in this group: no fighters among civilians."""
    group = whole["group"].iloc[0]
    return ((parts["group"] == group) & parts["detail"].notna()) | ((group == "people") & (parts["group"] != "people"))


def _bold(row: pd.Series) -> str:
    return f"**{plain(wording.words(row['evidence'], row['qualifier']))}**"


def _befell(row: pd.Series, event: pd.Series, one: bool) -> tuple[str, str]:
    """Verb, and place and period: "were killed", "in Hajin on 4 Dec 2018"; "fled", "Hajin" where the text says that they left it."""
    done, where = f"{'was' if one and row['unit'] != 'share' else 'were'} {style.MEASURE_NAMES[str(row['measure'])]}", _where(event)
    if row["measure"] == "displaced" and _left(row):
        done, where = "fled", wording.named(plain(row["place"]))
    elif row["measure"] == "displaced" and row["scope"] != "stock" and not where:
        done = "fled"
    elif row["measure"] == "remaining" and where:  # whether they stayed or are all that there are
        done = f"{done.removesuffix('remain')}be"
    return done, " ".join(filter(None, (where, wording.when(event))))


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
