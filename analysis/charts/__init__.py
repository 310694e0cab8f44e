"""Charts: a tidy frame and axes in, axes out. What each kind of statement looks like is in marks.py."""

from analysis.charts.agreement import disputes, hedging, quoted_on
from analysis.charts.overview import overview
from analysis.charts.parts import parts_of_totals
from analysis.charts.places import claims_map
from analysis.charts.rates import displacement_rates
from analysis.charts.rows import deaths_by_event, first_mentions, held_and_released, remaining_fighters, running_totals
from analysis.charts.shares import territory_shares
from analysis.charts.sources import article_timeline, by_source, claims_by_article
from analysis.charts.territory import territory
from analysis.charts.timelines import flight

__all__ = [
    "article_timeline",
    "by_source",
    "claims_by_article",
    "claims_map",
    "deaths_by_event",
    "displacement_rates",
    "disputes",
    "first_mentions",
    "flight",
    "hedging",
    "held_and_released",
    "overview",
    "parts_of_totals",
    "quoted_on",
    "remaining_fighters",
    "running_totals",
    "territory",
    "territory_shares",
]
