"""News articles about a war into tidy, sourced claims, and into charts.

    from analysis import read_articles, build_tables, charts
    tables = build_tables(read_articles("seeds"))
    charts.deaths_by_event(tables["claims"])
"""

from analysis.articles import read_articles
from analysis.tables import build_tables

__all__ = ["build_tables", "read_articles"]
