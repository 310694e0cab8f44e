"""What the tests share: the repository's folders, the built-in vocabulary, and property tests that repeat themselves."""

from pathlib import Path

import pytest
from hypothesis import settings

from analysis.extraction.lexicon import Lexicon, built_in

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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first, so that two workers end together."""
    items.sort(key=lambda item: item.path.name != "test_report.py")
