"""News articles about a war into tidy, sourced claims, and into charts.

from analysis import build_tables, charts, read_articles
tables = build_tables(read_articles("seeds"))
charts.deaths_by_event(tables["events"], tables["claims"])
"""

from importlib import import_module

_HOMES = {"read_articles": "analysis.articles", "build_tables": "analysis.tables", "Session": "analysis.session"}
__all__ = ["Session", "build_tables", "read_articles"]


def __getattr__(name: str) -> object:
    """The few names above, imported when first asked for: the command line's help needs no pandas."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'analysis' has no attribute {name!r}")


__version__ = "0.1.0"
