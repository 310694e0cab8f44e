"""What the tests share: the repository's folders, the built-in vocabulary, tables and figures made once, and property tests that repeat
themselves."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from hypothesis import settings
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.articles import read_articles
from analysis.charts.marks import sign
from analysis.extraction.lexicon import Lexicon, built_in
from analysis.report import run_report
from analysis.session import drawn
from analysis.tables import build_tables

ARTICLES = {
    "one": "date 2018-11-14 AMMAN -- A strike on Hajin killed at least 54 people on Tuesday, <b>a monitor</b> said."
    " A mine in Raqqa killed nine civilians on Monday.",
    "two": "date 2018-11-15 BEIRUT -- Some 900 people fled Baghuz on Monday, the UN said. IS still holds 10 square kilometres.",
    "empty": "",
}
SOURCES = {"seeds": "seeds", "wire": "data/gold/gold_wire.jsonl"}
ON_ONE_WORKER = {  # files that share a browser, a report, figures
    "test_report.py": "browser",
    "test_report_pages.py": "browser",
    "test_explorer.py": "browser",
    "test_lab.py": "browser",
    "test_figures.py": "figures",
    "test_charts.py": "figures",
}
FIRST = ("browser", "figures")

settings.register_profile("repeatable", derandomize=True, deadline=None, database=None)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder of the project."""
    return Path(__file__).parent.parent


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The built-in vocabulary."""
    return built_in()


@pytest.fixture(scope="session")
def tables_of(repository: Path) -> Callable[[str], dict[str, pd.DataFrame]]:
    """The tables of one of SOURCES, read once."""
    return cache(lambda source: build_tables(read_articles(repository / SOURCES[source])))


@pytest.fixture(scope="session")
def figure_of(tables_of: Callable[[str], dict[str, pd.DataFrame]]) -> Callable[..., Figure]:
    """A chart of one of SOURCES at a width, signed and laid out, drawn once: to look at, not to change."""

    @cache
    def figure(chart: Callable[..., Axes | Figure], source: str, width: str = "double") -> Figure:
        fig = drawn(chart, tables_of(source)["claims"], width=width)
        sign(fig, "a source")
        fig.draw_without_rendering()
        plt.close(fig)
        return fig

    return figure


@pytest.fixture(autouse=True)
def figures_are_closed() -> Iterator[None]:
    """What a test drew by pyplot ends with it."""
    yield
    plt.close("all")


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report of two articles that can be read and one that cannot; the articles are beside it."""
    folder = tmp_path_factory.mktemp("report")
    (folder / "articles").mkdir()
    for name, text in ARTICLES.items():
        (folder / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    run_report(folder / "articles", folder / "made", {"formats": "svg", "widths": "double,single", "start": "2017-01-01"})
    return folder / "made"


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Each file on one worker, together with those that share something with it; the longest first, so that two workers end together."""
    group = {item: ON_ONE_WORKER.get(item.path.name, item.path.name) for item in items}
    for item in items:
        item.add_marker(pytest.mark.xdist_group(group[item]))
    items.sort(key=lambda item: FIRST.index(group[item]) if group[item] in FIRST else len(FIRST))
