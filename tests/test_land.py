"""Land in km2: what areas, comparisons and shares come to, and what cannot be meant."""

import pandas as pd
import pytest

from analysis.estimates import land
from analysis.extraction.lexicon import Lexicon

FIELDS = ("claim_id", "published", "measure", "unit", "evidence", "sentence", "place", "qualifier", "low", "high", "date_start", "date_end")
PEAK = ("territory_held", "km2", "roughly the size of Britain", "", "about", 209331, 209331, "2014-01-01", "2014-12-31", "Syria and Iraq")
LATER = ("2019-02-10", "2019-02-10")


def estimates(lexicon: Lexicon, *claims: tuple[object, ...]) -> pd.DataFrame:
    """Claims as measure, unit, evidence, sentence, qualifier, low, high, first and last day, place."""
    rows = [(f"a:{n}", "2019-02-10", *c[:4], c[9], *c[4:7], *c[7:9]) for n, c in enumerate(claims)]
    frame = pd.DataFrame(rows, columns=FIELDS).astype(
        {"low": float, "high": float, "date_start": "datetime64[us]", "date_end": "datetime64[us]"}
    )
    made = land(frame, lexicon).astype(object)
    return made.where(made.notna(), None)


def share(
    words: str, low: float | None, high: float | None, measure: str = "territory_lost", sentence: str = "", place: str = "Syria and Iraq"
) -> tuple[object, ...]:
    return (measure, "share", words, sentence, "exact", low, high, *LATER, place)


# a claim beside the peak of Britain's size; then kind, km2_low, km2_high by hand
CASES = {
    "the comparison itself": (PEAK, ("comparison", 209331, 242495)),
    "an area": (("territory_held", "km2", "four", "", "exact", 4, 4, *LATER, "Baghuz"), ("area", 4, 4)),
    "an open area": (("territory_held", "km2", "less than four", "", "less_than", None, 4, *LATER, "Baghuz"), ("area", None, 4)),
    "a length is no area": (("territory_held", "km", "7", "", "exact", 7, 7, *LATER, "Baghuz"), ("length", None, None)),
    "a share lost": (share("99 percent", 0.99, 0.99), ("share_lost", 2093.3, 2425)),  # 1 % of 209,331 and of 242,495
    "more than a share lost": (share("more than 99 percent", 0.99, None), ("share_lost", 0, 2425)),
    "most": (share("most", 0.5, 1), ("share_lost", 0, 121247.5)),
    "a share of the peak held": (
        share("less than one percent", None, 0.01, "territory_held", "IS holds less than one percent of what it once had."),
        ("share_held", 0, 2425),
    ),
    "a share of something else held": (
        share("half", 0.5, 0.5, "territory_held", "IS holds half of Deir ez-Zor, once a city of 300,000."),
        ("share_held", None, None),
    ),
    "a share of a country's oil": (
        share("half", 0.5, 0.5, "territory_held", "IS holds half of Syria's oil fields."),
        ("share_held", None, None),
    ),
    "a share of both countries": (
        share("a third", 1 / 3, 1 / 3, "territory_held", "IS held a third of both Iraq and Syria."),
        ("share_held", 206744, 207832.3),  # a third of 620,232 and of 623,497
    ),
    "no share named": (share("large parts", None, None), ("share_lost", None, None)),
    "the peak of Syria alone is not known": (share("99 percent", 0.99, 0.99, place="Syria"), ("share_lost", None, None)),
    "a share of a country": (
        share("a third", 0.5, 0.5, "territory_held", "IS held a third of Syria then.", "Syria"),
        ("share_held", 92590, 92590),  # half of 185,180: the range counts, not the word
    ),
}


@pytest.mark.parametrize(("claim", "expected"), CASES.values(), ids=CASES)
def test_square_kilometres(claim: tuple[object, ...], expected: tuple[object, ...], lexicon: Lexicon) -> None:
    made = estimates(lexicon, *([PEAK] if claim is not PEAK else []), claim)
    row = made[made["evidence"] == claim[2]].iloc[0]
    assert (row["kind"], row["km2_low"], row["km2_high"]) == (
        expected[0],
        *(v if v is None else pytest.approx(v, abs=0.06) for v in expected[1:]),
    )
    assert row["derivation"]
    assert row["flag"] is None


def test_the_derivation_says_which_peak(lexicon: Lexicon) -> None:
    stated = estimates(lexicon, PEAK, share("99 percent", 0.99, 0.99))["derivation"].iloc[1]
    assert "“roughly the size of Britain”" in stated
    published = estimates(lexicon, share("99 percent", 0.99, 0.99))
    assert "IHS Conflict Monitor, 1 Jan 2015" in published["derivation"].iloc[0]
    assert published["km2_low"].iloc[0] == pytest.approx(908)  # 1 % of 90,800


def test_a_peak_without_a_place_is_that_of_all(lexicon: Lexicon) -> None:
    made = estimates(lexicon, (*PEAK[:9], None), share("99 percent", 0.99, 0.99))
    assert made["km2_high"].iloc[1] == pytest.approx(2425, abs=0.06)


def test_two_stated_peaks_are_a_range(lexicon: Lexicon) -> None:
    other = ("territory_held", "km2", "100,000", "", "exact", 100000, 100000, "2014-01-01", "2014-12-31", "Syria and Iraq")
    made = estimates(lexicon, PEAK, other, share("90 percent", 0.9, 0.9)).set_index("evidence").loc["90 percent"]
    assert (made["km2_low"], made["km2_high"]) == (pytest.approx(10000), pytest.approx(24249.5))
    assert "“roughly the size of Britain”, “100,000”" in made["derivation"]


AREA = ("territory_held", "km2")
FLAGS = {
    "700 square metres": ((*AREA, "700", "", "exact", 0.0007, 0.0007, *LATER, "Baghuz"), "if 700 m by 700 m is meant, 0.49 km²"),
    "more than Syria": ((*AREA, "300,000", "", "exact", 300000, 300000, *LATER, "Raqqa"), "more than the area of Syria, 185,180 km²"),
    "more than both": ((*AREA, "700,000", "", "exact", 700000, 700000, *LATER, "Syria and Iraq"), "more than the area of Syria and Iraq"),
    "more than a share leaves": ((*AREA, "9,000", "", "exact", 9000, 9000, *LATER, "Syria"), "above what “99 percent” leaves, 2,425 km²"),
}


@pytest.mark.parametrize(("claim", "flag"), FLAGS.values(), ids=FLAGS)
def test_what_cannot_be_meant_is_flagged(claim: tuple[object, ...], flag: str, lexicon: Lexicon) -> None:
    made = estimates(lexicon, PEAK, share("99 percent", 0.99, 0.99), claim)
    assert flag in made[made["evidence"] == claim[2]]["flag"].iloc[0]
    assert made["flag"].notna().sum() == 1


def test_half_a_square_kilometre_is_plausible(lexicon: Lexicon) -> None:
    claim = (*AREA, "700 metres by 700 metres", "", "exact", 0.49, 0.49, *LATER, "Baghuz")
    row = estimates(lexicon, claim).iloc[0]
    assert (row["km2_low"], row["flag"], row["derivation"]) == (0.49, None, "length times width")
