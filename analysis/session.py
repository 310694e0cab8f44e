"""What a notebook works with: the articles read, the claims chosen by its parameters, and one call to draw and save."""

import contextlib
import datetime as dt
import inspect
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import pandas as pd
from IPython.display import HTML, Image, Markdown, display
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import captions, evidence, readable, style
from analysis.articles import Articles, read_articles
from analysis.charts.marks import shown, sign, told
from analysis.conventions import NAMES, Vague
from analysis.estimates import household_of
from analysis.estimates.land import REFERENCE
from analysis.schema import GROUPS
from analysis.tables import coded, derive, spreadsheet_safe, view
from analysis.vocabulary import open_vocabulary, speakers_of
from analysis.widgets import explorer

PROJECT = Path(__file__).parents[1]
FORMATS = ("svg", "pdf", "png")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
SLIDE_TRIES = 4  # a narrower figure may need more lines, and so be higher
NEAR = pd.Timedelta(days=180)  # a published figure this far from the claims' days is still their context


class Session:
    """The tables of one source, filtered by a notebook's parameters.

    ``start`` and ``end`` (ISO dates, "" for no bound) keep the claims whose period meets that span, undated ones only where neither is
    given; ``speakers`` and ``groups`` (empty: all) keep those categories. A list may also be text, its parts parted by commas, as
    papermill gives it. ``figures`` is the folder to save into ("" for none). ``tables`` holds all claims, and the events, responses and
    estimates of those kept; ``vague`` names the convention for vague words in them, ``household`` the people in a household (smallest,
    largest; empty: the project's). ``widths`` names the sizes of figures (style.WIDTHS), the first of which is shown. Raises ValueError
    where start is after end or a day is none, a name is unknown, or the household is none.
    """

    def __init__(
        self,
        articles: str,
        start: str = "",
        end: str = "",
        speakers: str | Sequence[str] = (),
        groups: str | Sequence[str] = (),
        figures: str = "",
        formats: str | Sequence[str] = FORMATS,
        lexicon: str = "",
        vague: Vague = "interval",
        household: str | Sequence[float] = (),
        widths: str | Sequence[str] = ("double",),
    ) -> None:
        style.use_style()
        pd.set_option("display.max_colwidth", None)  # a cell's words are not cut
        self.source = find_source(articles)
        self.formats, self.widths = known_names("format", formats, FORMATS), known_names("width", widths, style.WIDTHS)
        (vague,) = known_names("convention of vague words", [vague], NAMES)
        sizes = household_of([float(part) for part in parts(household)])
        words = open_vocabulary(*filter(None, [lexicon]))
        self.read: Articles = read_articles(self.source, lexicon=words)
        claims, self.articles, responses = coded(self.read, words)
        sources = speakers_of(words) | set(claims["speaker"].str.split(";").explode().dropna())
        speakers, groups = known_names("speaker", speakers, sources), known_names("group", groups, GROUPS)
        self.claims = choose(claims, start, end, speakers, groups)
        self.tables = {"articles": self.articles, "claims": claims} | derive(self.claims, self.articles, responses, words, vague, sizes)
        self.figures = figures

    def view(self, name: str) -> pd.DataFrame:
        """The chosen claims of one view: casualties, displacement or territory."""
        return view(self.claims, name)

    def table(self, claims: pd.DataFrame, rows: int = 20) -> pd.DataFrame:
        """The first rows of a frame as a person reads them; says how many there are in all."""
        if len(claims) > rows:
            self.say(f"The first {rows} of {len(claims)} claims:")
        return readable.claims(claims.head(rows))

    def show(self, name: str, of: str = "", rows: int = 20) -> pd.DataFrame | None:
        """The first rows of events, responses or an estimate in words, ``of`` one view only; says how many there are, or that none is."""
        frame = view(self.tables[name], of) if of else self.tables[name]
        told = readable.responses(frame, self.tables["events"]) if name == "responses" else readable.WORDED[name](frame)
        if told.empty:
            return self.say(f"No {name.replace('_', ' ')} in these articles.")
        if len(told) > rows:
            self.say(f"The first {rows} of {len(told)} rows:")
        return told.head(rows)

    def reference(self, name: str) -> pd.DataFrame | None:
        """What others published (data/reference/NAME.csv) of places of the claims, in the time of the claims on these: to read beside them,
        never mixed with them."""
        published = pd.read_csv(REFERENCE / f"{name}.csv")
        published = published.assign(**{day: pd.to_datetime(published[day]) for day in ("as_of", "since") if day in published})
        near = [self._told_of(*of) for of in zip(published["places"].str.split("; "), published["as_of"], strict=True)]
        if not any(near):
            return self.say("No published figure that the project holds is of a place and time of these articles.")
        return readable.published(published[near].drop(columns="places"))

    def _told_of(self, places: list[str], day: pd.Timestamp) -> bool:
        """Whether claims on one of these places are of that time."""
        days = self.claims.loc[self.claims["place"].isin(places), ["date_start", "date_end", "published"]]
        return bool(days.min().min() - NEAR <= day <= days.max().max() + NEAR)

    def draw(self, chart: Callable[..., Axes | Figure], *frames: pd.DataFrame, height: float = 2.8, **options: object) -> None:
        """Draw a chart of ``frames`` in each of the session's widths, show the first, and save them where there is a folder for figures.

        The file bears the name of the chart, and of its width unless it is the first. A chart with nothing to show is a line of text.
        """

        def signed(width: str | float) -> Figure:
            fig = drawn(chart, *frames, width=width, height=height, **options)
            sign(fig, self.sources(_of(self.claims, fig)))
            return fig

        for width in self.widths if self.figures else self.widths[:1]:
            fig = slide(signed) if width == "slide" else signed(width)
            title, note = told(fig)
            if is_empty(fig):
                plt.close(fig)
                return self.say(title)
            kept, claims = shown(fig), _of(self.claims, fig)
            alt = captions.alternative(title, (kept[0] or claims) if kept else captions.by_month(self.articles))
            if self.figures:
                name = chart.__name__ if width == self.widths[0] else f"{chart.__name__}_{width}"
                style.save_figure(
                    fig, name, self.figures, source=self.sources(claims), data=spreadsheet_safe(_of(frames[-1], fig)),
                    alt=alt, title=title, about=captions.about(claims), note=note, formats=self.formats,
                    dpi=style.SLIDE_PIXELS / fig.get_figwidth() if width == "slide" else style.DPI,
                )  # fmt: skip
            if width == self.widths[0]:
                display(Image(data=style.picture(fig), format="png", alt=alt))
            plt.close(fig)

    def say(self, text: str) -> None:
        """Markdown into the notebook."""
        display(Markdown(text))

    def show_article(self, number: int = 0) -> None:
        """The article with the most claims (0), the next (1) and so on, its claims marked in the text."""
        order = self.articles.sort_values("claims", ascending=False, kind="stable")["article_id"].tolist()
        if not order:
            return
        chosen = next(a for a in self.read if a.id == order[min(number, len(order) - 1)])
        display(HTML(evidence.marked(chosen, self.claims)))

    def explore(self) -> None:
        """Widgets to filter, sort and search the claims, and to open one in its article; nothing is changed by them."""
        display(explorer(self.read, self.claims, self.tables["events"]))

    def sources(self, claims: pd.DataFrame) -> str:
        """The source line: how many of the claims a figure shows, of how many articles, and whose."""
        of = self.articles if len(claims) == len(self.claims) else self.articles[self.articles["article_id"].isin(claims["article_id"])]
        stated = of["outlet"].dropna()
        outlets = sorted(set(stated))
        unstated = len(of) - len(stated)
        rest = ["others"] if len(outlets) > 6 else []
        rest += [f"{unstated} that name{'s' * (unstated == 1)} no outlet"] if unstated else []
        named = f" ({'; '.join([', '.join(outlets[:6]), *rest])})" if outlets else ""
        parts = ((len(claims), len(self.claims), "claim"), (len(of), len(self.articles), "article"))
        told = [f"{f'{some:,} of ' if some < count else ''}{count:,} {noun}{'s' * (count != 1)}" for some, count, noun in parts]
        return f"{' in '.join(told)}{named}, read by rule from their words"


def drawn(chart: Callable[..., Axes | Figure], *frames: pd.DataFrame, width: str | float, height: float = 2.8, **options: object) -> Figure:
    """A chart in a figure of a width, named or in inches; one that does not make its own figure gets ``height`` inches to begin with."""
    if "ax" in inspect.signature(chart).parameters:
        return chart(*frames, ax=style.figure(width, height).subplots(), **options).figure
    return chart(*frames, width=width, **options)


def slide(draw: Callable[[float], Figure]) -> Figure:
    """A figure of 16:9, as small as what it shows allows: ``draw`` draws it at a width in inches, at the height that it needs."""
    width = style.WIDTHS["slide"]
    fig = draw(width)
    for _ in range(SLIDE_TRIES):
        needed = max(fig.get_figheight() * style.SLIDE, style.SMALLEST_SLIDE)
        if abs(needed - width) < 0.1:
            break
        plt.close(fig)
        width = needed
        fig = draw(width)
    fig.set_size_inches(max(width, fig.get_figheight() * style.SLIDE), max(width / style.SLIDE, fig.get_figheight()))
    return fig


def find_source(articles: str) -> Path:
    """The path as given, or else inside the project, so that "seeds" works from any directory."""
    path = Path(articles).expanduser()
    inside = PROJECT / articles
    return inside if not path.exists() and inside.exists() else path


def parts(given: str | Sequence[Any]) -> list[Any]:
    """A parameter as a list, also where papermill was given "sohr,un"."""
    return [part.strip(" '\"") for part in given.strip("[] ").split(",") if part.strip()] if isinstance(given, str) else list(given)


def known_names(kind: str, names: str | Sequence[str], known: Iterable[str]) -> list[str]:
    """Names as a list; ValueError for one that is not among the known."""
    given = parts(names)
    for name in given:
        if name not in set(known):
            raise ValueError(f"unknown {kind} {name!r}; known: {', '.join(sorted(known))}")
    return given


def day_of(name: str, text: str) -> dt.date | None:
    """The day of the parameter ``name`` ("" for none); ValueError where it is written otherwise than 2018-06-01."""
    if not text:
        return None
    with contextlib.suppress(ValueError):
        if DAY.fullmatch(str(text)):  # papermill makes a number of "2018"
            return dt.date.fromisoformat(text)
    raise ValueError(f"{name} {text!r} is no day; write it as 2018-06-01")


def choose(claims: pd.DataFrame, start: str, end: str, speakers: Sequence[str], groups: Sequence[str]) -> pd.DataFrame:
    """The claims that the parameters keep."""
    days = day_of("start", start), day_of("end", end)
    first, last = (pd.Timestamp(day) if day else None for day in days)
    if first is not None and last is not None and first > last:
        raise ValueError(f"start {start} is after end {end}; give the earlier day as start")
    keep = pd.Series(True, index=claims.index)
    if first is not None:
        keep &= claims["date_end"] >= first
    if last is not None:
        keep &= claims["date_start"].fillna(claims["date_end"]) <= last
    if speakers:
        keep &= claims["speaker"].map(lambda s: bool(set(s.split(";")) & set(speakers)))
    if groups:
        keep &= claims["group"].isin(groups)
    return claims[keep].reset_index(drop=True)


def is_empty(fig: Figure) -> bool:
    """Whether a chart had nothing to show, and only says so."""
    return not any(text.get_gid() == "headline" for ax in fig.axes for text in ax.texts)


def _of(claims: pd.DataFrame, fig: Figure) -> pd.DataFrame:
    """The claims that a figure shows; all where it does not say."""
    kept = shown(fig)
    return claims if kept is None else claims[claims["claim_id"].isin(kept[1])]
