"""Numbers that count nobody: dates, years, clock times, ages, and those that name something ("F-16", "resolution 2254")."""

import re

from analysis.extraction.sentences import DASHES, Sentence
from analysis.extraction.when.calendar_words import MONTHS, WEEKDAYS

NUMERIC_DATE = re.compile(r"\d{1,4}([-/.])\d{1,2}\1\d{2,4}(?!\d)")
YEAR = re.compile(r"(?:19|20)\d\d")
TIME = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d[0-5]\d")
OF_MONTH = re.compile(r"\d{0,2}(?:19|20)\d\d")  # "Apr 2017", "Apr 092017"
BEFORE_YEARS = frozenset("in since year of until from late early mid - , to and before after by during through".split())
# What bears a number: it names one, and counts nobody.
NUMBERED = frozenset("resolution article paragraph decree flight route highway page regiment brigade division chapter law".split())
CURRENCIES = ("$", "€", "£")
SPANNING = {"and": "between", "to": "from"}  # two days of one month
GIVING_A_FIGURE = frozenset("give gives gave giving given provide provided specify specified".split())
SIDES = frozenset("northern southern eastern western other upper lower first second latter".split())
OLDEST = 120  # years
OF_AGE = (["year"], ["month"], ["week"], ["day"])  # "a 65-year-old", "a nine-month-old"
AGED = frozenset(("aged", "age", "ages"))
PERSONS = frozenset("man woman boy girl child student mother father widow farmer driver teacher doctor nurse soldier fighter".split())
BREAKING_DOWN = frozenset(("including", "mostly", "all", "most", "among"))  # "according to the Observatory, 53, including 12 children"


def date_end(sentence: Sentence, i: int) -> int | None:
    """The word behind the date in numerals that begins at word ``i`` ("2018-11-28"); None where there is none."""
    tokens = sentence.tokens
    date = NUMERIC_DATE.match(sentence.document.text, tokens[i].start)
    return next((k for k in range(i, len(tokens)) if tokens[k].start >= date.end()), len(tokens)) if date else None


def is_uncounted(sentence: Sentence, i: int, j: int, value: float | None) -> bool:
    """Whether the number of words ``i`` up to ``j`` is part of a date, a clock time, an age, or names something."""
    if _is_idiom(sentence, i, j) or _is_age(sentence, i, j, value):
        return True
    if value is None or not sentence.words[i][0].isdigit():
        return False
    return _is_date(sentence, i, j, value) or _is_time(sentence, i, j) or _is_name_or_price(sentence, i, j)


def _is_idiom(sentence: Sentence, i: int, j: int) -> bool:
    """Words for a number that point at what is known or say that there is no number: "the two sides", "no one", "all but two"."""
    words, previous = sentence.words, sentence.word(i - 1)
    if previous in ("latter", "former", "every", "each"):
        return True
    if words[max(0, i - 2) : i] == ["all", "but"]:
        return True  # "all but two of the dead were civilians"
    if words[i:j] == ["a", "number"] and previous in GIVING_A_FIGURE:
        return True  # "did not give a number of casualties"
    if words[i] == "one" and previous in ("no", "not"):
        return True
    if words[i:j] == ["a", "third"] and sentence.word(j) != "of" and "second" in words[:i]:
        return True  # "one in Homs, a second in Hama and a third in Idlib"
    if previous == "the" and sentence.word(j) in ("forces", "sides", "camps", "groups") and not words[i][0].isdigit():
        return True  # "clashes between the two forces"
    return words[i] == "half" and previous in SIDES  # "the city's eastern half"


def _is_date(sentence: Sentence, i: int, j: int, value: float) -> bool:
    """Days and years: "May 2", "Oct. 18", "10 September", "the 3rd of May", "December 12-24", "in 2014"."""
    words, previous, following = sentence.words, sentence.word(i - 1), sentence.word(j)
    if previous == "." and sentence.word(i - 2) in MONTHS:
        previous = words[i - 2]  # "Oct. 18"
    if previous in MONTHS and (value <= 31 or OF_MONTH.fullmatch(words[i])):
        return True
    if previous in (*SPANNING, *DASHES) and value <= 31 and sentence.word(i - 3) in MONTHS and words[i - 2].isdigit():
        return sentence.word(i - 4) == SPANNING.get(previous) or sentence.joined(i)  # "between December 12 and 24", "December 12-24"
    if value <= 31 and (following in MONTHS or (following == "of" and sentence.word(j + 1) in MONTHS)):
        return True
    return YEAR.fullmatch(words[i]) is not None and (previous in BEFORE_YEARS or i == 0 or _is_day_of_month(sentence, i - 1))


def _is_time(sentence: Sentence, i: int, j: int) -> bool:
    """Clock times, and other numbers in parts: "7 pm", "6:30", "0300 GMT", "Feb 28 2015 190703"."""
    word, previous, following = sentence.words[i], sentence.word(i - 1), sentence.word(j)
    return (
        following in ("am", "pm")
        or (word[0] == "0" and word.isdigit() and len(word) > 1)
        or (YEAR.fullmatch(previous) is not None and TIME.fullmatch(word) is not None)
        or (following in ("/", ":") and sentence.word(j + 1)[:1].isdigit() and sentence.joined(j + 1))
        or (previous in ("/", ":") and sentence.joined(i))
    )


def _is_name_or_price(sentence: Sentence, i: int, j: int) -> bool:
    """ "Resolution 2118", "F-16", "2006-07", "$30"."""
    words, previous = sentence.words, sentence.word(i - 1)
    if previous in NUMBERED or previous in CURRENCIES or previous in ("#", "no") or sentence.word(j) == "$":
        return True
    if previous in DASHES and i >= 2 and sentence.joined(i - 1) and sentence.joined(i):
        return words[i - 2][0].isalpha() or YEAR.fullmatch(words[i - 2]) is not None
    return sentence.joined(i) and previous[-1].isalnum()


def _is_age(sentence: Sentence, i: int, j: int, value: float | None) -> bool:
    """ "Aged 12", "ages 7 and 9", "a 65-year-old", "Ahmed, 41, left", "a student of 19"."""
    words = sentence.words
    if value is None or value > OLDEST:
        return False
    previous = sentence.word(i - 1)
    if previous in AGED or (AGED & set(words[max(0, i - 4) : i]) and previous in ("from", "between", "to", "and", "or", "of")):
        return True
    if words[j : j + 1] in (["-"], ["–"]) and words[j + 1 : j + 2] in OF_AGE and sentence.joined(j + 1):
        return True
    ends = words[j : j + 1] in ([","], [")"], ["."], ["was"], ["who"], ["died"], ["from"])
    if previous == "of" and i > 2 and (ends or words[i - 2] in PERSONS):  # "a woman of 65 fell ill"
        named = sentence.document.text[sentence.tokens[i - 2].start].isupper()  # "a Tunisian of 21"
        return (words[i - 2] in PERSONS or named) and bool({"a", "an", "the"} & set(words[max(0, i - 4) : i - 2]))
    apart = previous == "," and words[j : j + 1] == [","] and i > 1 and not BREAKING_DOWN & set(words[j + 1 : j + 2])
    return (
        apart
        and words[i][0].isdigit()
        and (
            sentence.document.text[sentence.tokens[i - 2].start].isupper() or words[i - 2] in PERSONS | {"women", "men"}
        )  # "the teacher, 61, left"
        and words[i - 2] not in MONTHS | WEEKDAYS
    )


def _is_day_of_month(sentence: Sentence, i: int) -> bool:
    """Word ``i`` of "April 19" or "19 April"."""
    words = sentence.words[max(0, i - 1) : i + 1]
    return len(words) == 2 and any(w in MONTHS for w in words) and any(w[0].isdigit() for w in words)


def looks_like_year(numeral: str) -> bool:
    """Whether a bare numeral may as well be a year ("AFP 2018 ..."): it is a count only where a noun beside it says so."""
    return YEAR.fullmatch(numeral) is not None and int(numeral) % 100 > 0
