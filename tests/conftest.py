"""What the tests share: the repository's folders, the built-in vocabulary, tables and figures made once, and property tests that repeat
themselves."""

import gc
import inspect
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
from analysis.session import drawn
from analysis.tables import build_tables

SOURCES = {"seeds": "seeds", "wire": "data/gold/gold_wire.jsonl"}
LONGEST = ("test_report_pages.py", "test_lab.py", "test_figures.py", "test_explorer.py")

gc.set_threshold(100_000, 20, 100)  # figures are cycles of small objects: at the usual pace a fifth of their time is looking for garbage

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
def frames_of() -> Callable[..., list[pd.DataFrame]]:
    """Those of the tables that a chart draws: its parameters bear their names."""
    return lambda chart, tables: [tables[name] for name in inspect.signature(chart).parameters if name in tables]


@pytest.fixture(scope="session")
def figure_of(tables_of: Callable[[str], dict[str, pd.DataFrame]], frames_of: Callable[..., list[pd.DataFrame]]) -> Callable[..., Figure]:
    """A chart of one of SOURCES at a width, signed and laid out, drawn once: to look at, not to change."""

    @cache
    def figure(chart: Callable[..., Axes | Figure], source: str, width: str = "double") -> Figure:
        fig = drawn(chart, *frames_of(chart, tables_of(source)), width=width)
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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first, so that the workers end together."""
    items.sort(key=lambda item: LONGEST.index(item.path.name) if item.path.name in LONGEST else len(LONGEST))
