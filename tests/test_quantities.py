"""Number expressions: what they span and the range that their words allow (CODEBOOK.md)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.extraction.quantities import find_quantities
from analysis.extraction.sentences import Document

# text, then each expression: evidence, value, qualifier, low, high
CASES = [
    ("They saw 40. At least 12 of them", [("40", 40, "exact", 40, 40)]),
    ("They saw 40 at least 12 of them", [("40", 40, "exact", 40, 40), ("at least 12", 12, "at_least", 12, None)]),
    ("They counted 23 graves.", [("23", 23, "exact", 23, 23)]),
    ("At least 1,139 were buried.", [("At least 1,139", 1139, "at_least", 1139, None)]),
    ("No fewer than twelve came.", [("No fewer than twelve", 12, "at_least", 12, None)]),
    ("More than three dozen came.", [("More than three dozen", 36, "more_than", 36, None)]),
    ("The 5,000-plus of them", [("5,000-plus", 5000, "more_than", 5000, None)]),
    ("as many as 600 of them", [("as many as 600", 600, "at_most", None, 600)]),
    ("fewer than 200 of them", [("fewer than 200", 200, "less_than", None, 200)]),
    ("nearly 27,000 of them", [("nearly 27,000", 27000, "nearly", None, 27000)]),
    ("some 3,400 of them", [("some 3,400", 3400, "about", 3400, 3400)]),
    ("between 300 and 400 of them", [("between 300 and 400", None, "between", 300, 400)]),
    ("300 to 400 of them", [("300 to 400", None, "between", 300, 400)]),
    ("4-6 sq km", [("4-6", None, "between", 4, 6)]),
    ("the toll rose from 41 to 68", [("41", 41, "exact", 41, 41), ("68", 68, "exact", 68, 68)]),
    ("twenty-three of them", [("twenty-three", 23, "exact", 23, 23)]),
    ("two hundred and five of them", [("two hundred and five", 205, "exact", 205, 205)]),
    ("half a million left", [("half a million", 500000, "exact", 500000, 500000)]),
    ("half million left", [("half million", 500000, "exact", 500000, 500000)]),
    ("a half-million left", [("a half-million", 500000, "exact", 500000, 500000)]),
    ("half a dozen left", [("half a dozen", 6, "exact", 6, 6)]),
    ("a half-dozen left", [("a half-dozen", 6, "exact", 6, 6)]),
    ("half a square mile", [("half a", 0.5, "exact", 0.5, 0.5)]),
    ("a square mile", [("a", 1, "exact", 1, 1)]),
    ("nearly two and a half million left", [("nearly two and a half million", 2.5e6, "nearly", None, 2.5e6)]),
    ("one-and-a-half million left", [("one-and-a-half million", 1.5e6, "exact", 1.5e6, 1.5e6)]),
    ("between one and a half and two million", [("between one and a half and two million", None, "between", 1.5e6, 2e6)]),
    ("two, and a half of them left", [("two", 2, "exact", 2, 2), ("a half", 0.5, "exact", 0.5, 0.5)]),
    ("two and a half of the town left", [("two", 2, "exact", 2, 2), ("a half", 0.5, "exact", 0.5, 0.5)]),
    ("more than a quarter of a million left", [("more than a quarter of a million", 250000, "more_than", 250000, None)]),
    ("1.2 million left", [("1.2 million", 1.2e6, "exact", 1.2e6, 1.2e6)]),
    ("23 000 came", [("23 000", 23000, "exact", 23000, 23000)]),
    ("dozens came", [("dozens", None, "vague", 24, 99)]),
    ("several hundred came", [("several hundred", None, "vague", 300, 900)]),
    ("tens of thousands came", [("tens of thousands", None, "vague", 20000, 99999)]),
    ("17 or more came", [("17 or more", 17, "at_least", 17, None)]),
    ("99.5 percent of it", [("99.5 percent", 0.995, "exact", 0.995, 0.995)]),
    ("up to 70 per cent of it", [("up to 70 per cent", 0.7, "at_most", None, 0.7)]),
    ("nearly all the land", [("nearly all", None, "vague", 0.9, 1)]),
    ("all but a very small part of it", [("all but a very small part", None, "vague", 0.9, 1)]),
    ("all but a few left", [("all but", None, "vague", 0.9, 1)]),
    ("four out of five were boys", [("four out of five", 0.8, "exact", 0.8, 0.8)]),
    ("nine in ten of them", [("nine in ten", 0.9, "exact", 0.9, 0.9)]),
    ("six in three villages", [("six", 6, "exact", 6, 6), ("three", 3, "exact", 3, 3)]),
    ("estimates range from 1,500 to 4,000", [("1,500 to 4,000", None, "between", 1500, 4000)]),
    ("perhaps 1,500 of them", [("perhaps 1,500", 1500, "about", 1500, 1500)]),
    ("it stretched over 88,000 square kilometres", [("88,000", 88000, "exact", 88000, 88000)]),
    ("as much as one-third of it", [("as much as one-third", 0.3333, "at_most", None, 0.3333)]),
    ("a group of 19 was there", [("19", 19, "exact", 19, 19)]),
    ("in Homs, 12 were there", [("12", 12, "exact", 12, 12)]),
    ("three 12-year-old boys", [("three", 3, "exact", 3, 3)]),
    ("they handed over 17 prisoners", [("17", 17, "exact", 17, 17)]),
    ("over 17 prisoners", [("over 17", 17, "more_than", 17, None)]),
    ("200 at the very most", [("200 at the very most", 200, "at_most", None, 200)]),
    ("A further thousand came.", [("thousand", 1000, "exact", 1000, 1000)]),
    ("another dozen came", [("dozen", 12, "exact", 12, 12)]),
    ("a couple of hundred came", [("a couple of hundred", 200, "exact", 200, 200)]),
    ("a couple of girls came", [("a couple", 2, "exact", 2, 2)]),
    ("a score of girls came", [("a score", 20, "exact", 20, 20)]),
    ("a score or more came", [("a score or more", 20, "at_least", 20, None)]),
    ("a good few dozen came", [("a good few dozen", None, "vague", 36, 108)]),
    ("it took the toll past 140", [("past 140", 140, "more_than", 140, None)]),
    ("the toll had gone up to 41", [("41", 41, "exact", 41, 41)]),
    ("it was closer to 90", [("closer to 90", 90, "about", 90, 90)]),
    ("just shy of 500 came", [("just shy of 500", 500, "nearly", None, 500)]),
    ("20 or 30 came", [("20 or 30", None, "between", 20, 30)]),
    ("20 or 300 came", [("20", 20, "exact", 20, 20), ("300", 300, "exact", 300, 300)]),
    ("anywhere from 500 to 900 of them", [("500 to 900", None, "between", 500, 900)]),
    ("a fifth to a quarter of it", [("a fifth to a quarter", None, "between", 0.2, 0.25)]),
    ("one in four has fled", [("one in four", 0.25, "exact", 0.25, 0.25)]),
    ("one in four villages", [("one", 1, "exact", 1, 1), ("four", 4, "exact", 4, 4)]),
    ("five hundred sixty-one came", [("five hundred sixty-one", 561, "exact", 561, 561)]),
    # a scale told only by the second number of a range is that of both
    ("Between two and three million fled.", [("Between two and three million", None, "between", 2e6, 3e6)]),
    ("Between 1.5 and 2 million fled.", [("Between 1.5 and 2 million", None, "between", 1.5e6, 2e6)]),
    ("Between one and two million fled.", [("Between one and two million", None, "between", 1e6, 2e6)]),
    ("between 10 and 15 thousand came", [("between 10 and 15 thousand", None, "between", 10000, 15000)]),
    ("between two and more than three million fled", [("between two and more than three million", None, "between", 2e6, 3e6)]),
    ("Two to three hundred came.", [("Two to three hundred", None, "between", 200, 300)]),
    ("10-15 thousand came", [("10-15 thousand", None, "between", 10000, 15000)]),
    ("two or three dozen came", [("two or three dozen", None, "between", 24, 36)]),
    ("one or two hundred came", [("one or two hundred", None, "between", 100, 200)]),
    ("the toll rose from two to three hundred", [("two", 2, "exact", 2, 2), ("three hundred", 300, "exact", 300, 300)]),
    ("it ranged from two to three hundred", [("two to three hundred", None, "between", 200, 300)]),
    ("30 to 40 percent of it", [("30 to 40 percent", None, "between", 0.3, 0.4)]),
    ("30 or 40 percent of it", [("30 or 40 percent", None, "between", 0.3, 0.4)]),
    # ... but not of a number that has its own, or would be the larger
    ("500 to two thousand came", [("500 to two thousand", None, "between", 500, 2000)]),
    ("two hundred to three thousand came", [("two hundred to three thousand", None, "between", 200, 3000)]),
    ("between 50,000 and two million fled", [("between 50,000 and two million", None, "between", 50000, 2e6)]),
    ("between 2 and 3,000 came", [("between 2 and 3,000", None, "between", 2, 3000)]),
    ("two or 300 came", [("two", 2, "exact", 2, 2), ("300", 300, "exact", 300, 300)]),
    ("two and three hundred came", [("two", 2, "exact", 2, 2), ("three hundred", 300, "exact", 300, 300)]),
    ("40 - half of them boys", [("40", 40, "exact", 40, 40), ("half", 0.5, "exact", 0.5, 0.5)]),
]
NO_NUMBER = [
    "It began at 0300 GMT.",
    "Fri Feb 27 2015 190703 the desk",
    "It recalled the war of 2006-07.",
    "No one was left.",
    "It gave a number of reasons.",
    "They breached resolution 2118.",
    "The boys were aged from four to 10.",
    "They came at around 330 am.",
    "Last updated at Apr 092017 by the desk.",
    "Posted on April 19 2017 by the desk.",
    "A pause began on Oct. 18 at noon.",
    "It was so before 2011 and is so now.",
    "It began on May 2.",
    "It began on 10 September 2018.",
    "On the 25th of July they came.",
    "It was founded in 2014.",
    "An F-16 flew over.",
    "Updated 29-07-2015 by the desk.",
    "It cost $30.",
    "A boy aged 7 saw it.",
    "women for the most part, the latter two in tents",
    "A 65-year-old woman told it.",
    "A nine-month-old boy and a 9-month-old girl told it.",
    "The girls, ages 7 and 9, told it.",
    "A student of 19 was there.",
    "They shot a student of 19 from the village.",
    "Umm Ali, 41, was there.",
    "A woman of 65 died there.",
    "The thousand-year-old town lay behind.",
    "Children under the age of five came.",
]


def read(text: str) -> list[tuple[object, ...]]:
    sentence = Document(text).sentences[0]
    return [(text[q.start : q.end], q.value, q.qualifier, q.low, q.high) for q in find_quantities(sentence)]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_reads_number_expressions(text: str, expected: list[tuple[object, ...]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize("text", NO_NUMBER)
def test_leaves_dates_ages_and_names(text: str) -> None:
    assert [found for found in read(text) if found[0] != "most"] == []


@given(st.text(alphabet="0123456789,. -–%abdehlmnorstuvz\n", max_size=80))
def test_ranges_are_ordered_and_spans_lie_in_the_text(text: str) -> None:
    for sentence in Document(text).sentences:
        for q in find_quantities(sentence):
            assert 0 <= q.start < q.end <= len(text)
            assert q.low is None or q.high is None or q.low <= q.high
