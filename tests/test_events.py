"""Events: invented articles, and the rows that the codebook makes of them, read by hand."""

import datetime as dt

import pandas as pd
import pytest

from analysis.articles import Article, Articles
from analysis.events.rows import wider
from analysis.tables import build_tables

DAY = dt.date(2018, 11, 14)  # a Wednesday
SOHR = "the Syrian Observatory for Human Rights said"
SANA = "state news agency SANA said"


def article(name: str, text: str, published: dt.date | None = DAY) -> Article:
    return Article(id=name, text=text, published=published, published_basis="stated" if published else "unknown", outlet=f"Outlet {name}")


def tables(*texts: str | Article) -> dict[str, pd.DataFrame]:
    articles = [t if isinstance(t, Article) else article(chr(97 + n), t) for n, t in enumerate(texts)]
    return build_tables(Articles(articles, []))


def ranges(*texts: str | Article) -> list[tuple[object, ...]]:
    """Number of the event, measure, group (and detail), low, high; open ends are None."""
    events = tables(*texts)["events"].astype(object)
    events = events.where(events.notna(), None)
    numbers = {key: n for n, key in enumerate(dict.fromkeys(events["event_id"]))}
    return [
        (numbers[r.event_id], r.measure, r.group if r.detail is None else f"{r.group}/{r.detail}", r.low, r.high)
        for r in events.itertuples(index=False)
    ]


RANGES: dict[str, tuple[tuple[str | Article, ...], list[tuple[object, ...]]]] = {
    "two sources, one strike": (
        (f"A strike on Hajin killed 12 people on Tuesday, {SOHR}.", f"A strike on Hajin killed 15 people on Tuesday, {SANA}."),
        [(0, "killed", "people", 12, 15)],
    ),
    "the largest figure is left open": (
        (f"A strike on Hajin killed at least 30 people on Tuesday, {SOHR}.", f"A strike on Hajin killed 25 people on Tuesday, {SANA}."),
        [(0, "killed", "people", 25, None)],
    ),
    "the largest figure is closed": (
        (f"A strike on Hajin killed at least 23 people on Tuesday, {SOHR}.", f"A strike on Hajin killed 25 people on Tuesday, {SANA}."),
        [(0, "killed", "people", 23, 25)],
    ),
    "a town and its quarter, whatever the figures": (
        (
            f"A strike on a house in Mosul killed 61 people on Tuesday, {SOHR}.",
            f"A strike on the Jadida district of Mosul killed 240 people on Tuesday, {SANA}.",
        ),
        [(0, "killed", "people", 61, 240)],
    ),
    "a province and its town, with other figures": (
        (
            f"A strike in Raqqa province killed 61 people on Tuesday, {SOHR}.",
            f"A strike on the town of Tabqa killed 240 people on Tuesday, {SANA}.",
        ),
        [(0, "killed", "people", 61, 61), (1, "killed", "people", 240, 240)],
    ),
    "a quarter that only texts know, with its article and without": (
        (
            f"A strike on the Badu quarter of Raqqa killed 42 civilians on Tuesday, {SOHR}.",
            f"A strike in Raqqa's al-Badu district killed at least 40 civilians on Tuesday, {SANA}.",
        ),
        [(0, "killed", "civilians", 40, 42)],
    ),
    "an older toll, told a day earlier": (
        (f"The number of people killed in Tuesday's strike on Hajin has risen to 31, up from the 17 it reported a day earlier, {SOHR}.",),
        [(0, "killed", "people", 31, 31)],
    ),
    "a lower toll of other officials": (
        (
            article("a", "A strike on Mosul killed 240 people on Sunday, an Iraqi official said.", DAY - dt.timedelta(days=1)),
            "A strike on Mosul killed 61 people on Sunday, the Iraqi army said.",
        ),
        [(0, "killed", "people", 61, 240)],
    ),
    "a total told of one of its places": (
        (
            f"Raids killed 19 civilians in two villages on Tuesday, {SOHR}."
            " It said 12 civilians died in Susah and seven civilians in Baghuz.",
        ),
        [(0, "killed", "civilians", 12, 12), (1, "killed", "civilians", 7, 7)],
    ),
    "civilians to one, other fighters to another, of one author's attack": (
        (
            f"A coalition air strike on Hajin killed eight civilians on Tuesday, {SOHR}.",
            "A coalition air strike on Hajin killed 10 Islamic State fighters on Tuesday, a coalition spokesman said.",
        ),
        [(0, "killed", "civilians", 8, 8), (0, "killed", "is_fighters", 10, 10)],
    ),
    "civilians and fighters of attacks of two authors": (
        (
            f"A coalition air strike on Hajin killed eight civilians on Tuesday, {SOHR}.",
            "A Russian air strike on Hajin killed 10 Islamic State fighters on Tuesday, the Russian army said.",
        ),
        [(0, "killed", "civilians", 8, 8), (1, "killed", "is_fighters", 10, 10)],
    ),
    "civilians and fighters of attacks in a province": (
        (
            f"A coalition air strike in Raqqa province killed eight civilians on Tuesday, {SOHR}.",
            "A coalition air strike in Raqqa province killed 10 Islamic State fighters on Tuesday, a coalition spokesman said.",
        ),
        [(0, "killed", "civilians", 8, 8), (1, "killed", "is_fighters", 10, 10)],
    ),
    "citizens of one nation beside all the dead": (
        (
            f"A bomb in Manbij killed 14 people on Tuesday, {SOHR}.",
            "Four Americans were killed by a bomb in Manbij on Tuesday, the Pentagon said.",
        ),
        [(0, "killed", "people", 14, 14)],
    ),
    "citizens of one nation, behind a number that holds theirs": (
        (
            f"A bomb in Manbij killed 14 people on Tuesday, {SOHR}.",
            "The bomb that went off in Manbij at 14:04 on Tuesday killed 4 Americans, the Pentagon said.",
        ),
        [(0, "killed", "people", 14, 14)],
    ),
    "at least so many citizens of one nation": (
        (
            f"A bomb in Manbij killed 14 people on Tuesday, {SOHR}.",
            "At least four Americans were killed by a bomb in Manbij on Tuesday, the Pentagon said.",
        ),
        [(0, "killed", "people", 14, 14)],
    ),
    "citizens of one nation alone": (
        ("Four Americans were killed by a bomb in Manbij on Tuesday, the Pentagon said.",),
        [(0, "killed", "people", 4, 4)],
    ),
    "a total of two attacks": (
        (
            "Two bombings in Baghdad killed more than 40 people on Tuesday, police said. A bomb in the district of Shaab killed 28 people,"
            " police said. Another bomb in the district of Dora killed at least eight people, police said.",
        ),
        [(0, "killed", "people", 28, 28), (1, "killed", "people", 8, None)],
    ),
    "a part in a town of its own": (
        (
            f"Raids in Deir Ezzor province killed 24 civilians on Tuesday, {SOHR}. Fifteen of them died in the town of Mayadeen and nine in"
            " the town of Quriyah.",
        ),
        [(0, "killed", "civilians", 15, 15), (1, "killed", "civilians", 9, 9)],
    ),
    "a tie": (
        (f"A strike on Hajin killed at least 12 people on Tuesday, {SOHR}.", f"A strike on Hajin killed 12 people on Tuesday, {SANA}."),
        [(0, "killed", "people", 12, 12)],
    ),
    "an open low is skipped": (
        (f"A strike on Hajin killed up to 40 people on Tuesday, {SOHR}.", f"A strike on Hajin killed 30 people on Tuesday, {SANA}."),
        [(0, "killed", "people", 30, 40)],
    ),
    "all lows are open": ((f"A strike on Hajin killed up to 40 people on Tuesday, {SOHR}.",), [(0, "killed", "people", None, 40)]),
    "a vague word beside a number gives its low": (
        (f"A strike on Hajin killed dozens of people on Tuesday, {SOHR}.", f"A strike on Hajin killed 60 people on Tuesday, {SANA}."),
        [(0, "killed", "people", 24, 60)],
    ),
    "a vague word alone": ((f"A strike on Hajin killed dozens of people on Tuesday, {SOHR}.",), [(0, "killed", "people", 24, 99)]),
    "a repeat is one claim": (
        (f"Strike kills 12 in Hajin\n\nA strike on Hajin killed 12 people on Tuesday, {SOHR}.",),
        [(0, "killed", "people", 12, 12)],
    ),
    "parts are never added to their total": (
        (f"A strike on Hajin killed 54 people including 28 civilians as well as 26 jihadists of Islamic State on Tuesday, {SOHR}.",),
        [(0, "killed", "people", 54, 54), (0, "killed", "civilians", 28, 28), (0, "killed", "is_fighters", 26, 26)],
    ),
    "two measures of one blast": (
        (f"A blast in Raqqa killed 12 people and wounded 30 on Tuesday, {SOHR}.",),
        [(0, "killed", "people", 12, 12), (0, "injured", "people", 30, 30)],
    ),
    "families are a row of their own": (
        (f"Some 200 families fled Hajin on Tuesday, {SOHR}. Another 900 people fled Hajin on Tuesday.",),
        [(0, "displaced", "civilians/families", 200, 200), (0, "displaced", "people", 900, 900)],
    ),
    "like figures and other authors": (
        (
            f"Government jets killed 19 civilians in Hajin on Tuesday, {SOHR}.",
            "Russian jets killed 21 civilians in Hajin on Tuesday, the White Helmets said.",
        ),
        [(0, "killed", "civilians", 19, 21)],
    ),
    "a village's toll and its province's": (
        (
            f"Islamic State killed 250 people in Suwayda province on Tuesday, {SOHR}.",
            f"Islamic State killed 57 people in Shuraihi on Tuesday, {SANA}.",
        ),
        [(0, "killed", "people", 250, 250), (1, "killed", "people", 57, 57)],
    ),
    "another two": (
        (f"Islamic State killed 62 people in Suwayda on Tuesday, {SOHR}. The talks went on and another two people died, it said.",),
        [(0, "killed", "people", 62, 62), (1, "killed", "people", 2, 2)],
    ),
    "a quarter that only the texts name": (
        (
            f"A strike on the Nida neighbourhood of Hajin killed 14 people on Tuesday, {SOHR}.",
            f"A strike on Hajin killed 15 people on Tuesday, {SANA}.",
        ),
        [(0, "killed", "people", 14, 15)],
    ),
    "other figures and other authors": (
        (
            f"Government jets killed 8 civilians in Hajin on Tuesday, {SOHR}.",
            "Russian jets killed 21 civilians in Hajin on Tuesday, the White Helmets said.",
        ),
        [(0, "killed", "civilians", 8, 8), (1, "killed", "civilians", 21, 21)],
    ),
    "two bodies of one state on one day": (
        (
            "A car bomb killed 34 people in Mosul on Tuesday, Iraqi police said.",
            "A car bomb killed 28 people in Mosul on Tuesday, the Iraqi interior ministry said.",
        ),
        [(0, "killed", "people", 28, 34)],
    ),
    "struck again": (
        (
            f"Islamic State killed 20 soldiers near Palmyra on Tuesday, {SOHR}. Late on Tuesday the militants struck again near Palmyra,"
            " killing seven soldiers.",
        ),
        [(0, "killed", "government_fighters", 20, 20), (1, "killed", "government_fighters", 7, 7)],
    ),
    "some who left were taken": (
        (
            f"About 4,000 people left Baghuz on Tuesday, {SOHR}. The SDF said 500 IS militants had surrendered there on Tuesday.",
            f"About 4,000 people left Baghuz on Tuesday, {SANA}. The SDF said 500 IS militants had surrendered there on Tuesday.",
        ),
        [(0, "displaced", "people", 4000, 4000), (0, "detained", "is_fighters", 500, 500)],
    ),
    "several days and one of them": (
        (
            f"Strikes on Hajin killed 11 people on Tuesday, {SOHR}.",
            f"Strikes on Hajin have killed at least 40 people since Saturday, {SOHR}.",
        ),
        [(0, "killed", "people", 11, 11), (1, "killed", "people", 40, None)],
    ),
    "several days and the same figure": (
        (f"Strikes on Hajin killed 11 people on Tuesday, {SOHR}.", f"Strikes on Hajin have killed 11 people since Saturday, {SANA}."),
        [(0, "killed", "people", 11, 11)],
    ),
    "a province, the day before, a near figure": (
        (
            f"Strikes killed 13 civilians in Deir Ezzor province on Monday, {SOHR}.",
            f"A strike on Susah killed at least 11 civilians on Tuesday, {SOHR}.",
        ),
        [(0, "killed", "civilians", 13, 13), (1, "killed", "civilians", 11, None)],
    ),
    "a province, the day before, the same figure": (
        (
            f"Strikes killed 13 civilians in Deir Ezzor province on Monday, {SOHR}.",
            f"A strike on Susah killed 13 civilians on Tuesday, {SANA}.",
        ),
        [(0, "killed", "civilians", 13, 13)],
    ),
    "a part is not the toll of the day before": (
        (
            f"Shells on Hajin killed two people on Monday, {SOHR}.",
            f"A strike on Hajin killed nine people, two of them women, on Tuesday, {SOHR}.",
        ),
        [(0, "killed", "people", 2, 2), (1, "killed", "people", 9, 9), (1, "killed", "civilians/women", 2, 2)],
    ),
    "another five": (
        (f"A strike on Hajin killed nine people on Tuesday, {SOHR}. Another five people were killed in Hajin on Tuesday, it said.",),
        [(0, "killed", "people", 9, 9), (1, "killed", "people", 5, 5)],
    ),
    "also killed": (
        (f"A strike on Hajin killed nine people on Tuesday, {SOHR}. Six people were also killed in shelling of Hajin, it said.",),
        [(0, "killed", "people", 9, 9), (1, "killed", "people", 6, 6)],
    ),
    "also wounded": (
        (f"A strike on Hajin killed nine people on Tuesday, {SOHR}. Six people were also wounded, it said.",),
        [(0, "killed", "people", 9, 9), (0, "injured", "people", 6, 6)],
    ),
    "families and people of one flight": (
        (f"Some 200 families fled Hajin on Tuesday, {SOHR}.", f"About 900 people fled Hajin on Tuesday, {SANA}."),
        [(0, "displaced", "civilians/families", 200, 200), (0, "displaced", "people", 900, 900)],
    ),
    "families of one of several days": (
        (f"Some 200 families fled Hajin on Tuesday, {SOHR}.", f"More than 9,000 people have fled Hajin since Saturday, {SANA}."),
        [(0, "displaced", "civilians/families", 200, 200), (1, "displaced", "people", 9000, None)],
    ),
    "families killed, people fled": (
        (f"A strike on Hajin killed two families on Tuesday, {SOHR}.", f"About 900 people fled Hajin on Tuesday, {SANA}."),
        [(0, "killed", "civilians/families", 2, 2), (1, "displaced", "people", 900, 900)],
    ),
    "a running total never enters": ((f"Strikes have killed 3,222 civilians in Syria since September 2014, {SOHR}.",), []),
    "a stock never enters": (("The camp at Al-Hol holds 46,000 people, the UN said.",), []),
    "another place is another event": (
        (f"A strike on Hajin killed 12 people on Tuesday, {SOHR}.", f"A strike on Raqqa killed 12 people on Tuesday, {SANA}."),
        [(0, "killed", "people", 12, 12), (1, "killed", "people", 12, 12)],
    ),
    "another day is another event": (
        (f"A strike on Hajin killed 12 people on Tuesday, {SOHR}.", f"A strike on Hajin killed 15 people on Sunday, {SANA}."),
        [(0, "killed", "people", 12, 12), (1, "killed", "people", 15, 15)],
    ),
    "a day apart with one figure": (
        (f"A strike on Hajin killed 12 people late on Monday, {SOHR}.", f"A strike on Hajin killed 12 people on Tuesday, {SANA}."),
        [(0, "killed", "people", 12, 12)],
    ),
    "a day apart with another figure": (
        (f"A strike on Hajin killed 12 people on Monday, {SOHR}.", f"A strike on Hajin killed 31 people on Tuesday, {SANA}."),
        [(0, "killed", "people", 12, 12), (1, "killed", "people", 31, 31)],
    ),
    "a province joins its village": (
        (
            f"A strike on Susah killed 12 people on Tuesday, {SOHR}.",
            f"A strike in Deir ez-Zor province killed 14 people on Tuesday, {SANA}.",
        ),
        [(0, "killed", "people", 12, 14)],
    ),
    "a province with two villages on its day": (
        (
            f"A strike on Susah killed 12 people on Tuesday, {SOHR}.",
            f"A strike on Hajin killed 30 people on Tuesday, {SOHR}.",
            f"A strike in Deir ez-Zor province killed 21 people on Tuesday, {SANA}.",
        ),
        [(0, "killed", "people", 12, 12), (1, "killed", "people", 30, 30), (2, "killed", "people", 21, 21)],
    ),
    "a country and a day with one figure": (
        (f"An attack in Syria killed 140 people on Tuesday, {SOHR}.", f"An attack in Syria killed 140 people on Tuesday, {SANA}."),
        [(0, "killed", "people", 140, 140)],
    ),
    "a country and a day with two figures": (
        (f"An attack in Syria killed 12 people on Tuesday, {SOHR}.", f"An attack in Syria killed 31 people on Tuesday, {SANA}."),
        [(0, "killed", "people", 12, 12), (1, "killed", "people", 31, 31)],
    ),
    "two that one article tells apart": (
        (f"A strike on Hajin killed 12 people on Tuesday, {SOHR}. Another strike on Hajin killed nine people on Tuesday, it said.",),
        [(0, "killed", "people", 12, 12), (1, "killed", "people", 9, 9)],
    ),
    "undated claims join nothing": (
        (
            article("a", f"A strike on Hajin killed 12 people, {SOHR}.", None),
            article("b", f"A strike on Hajin killed 12 people, {SANA}.", None),
        ),
        [(0, "killed", "people", 12, 12), (1, "killed", "people", 12, 12)],
    ),
    "a total over two villages": (
        (f"Strikes on Tuesday killed 12 people in Susah and nine in Hajin, bringing the toll in Deir ez-Zor province to 21, {SOHR}.",),
        [(0, "killed", "people", 12, 12), (1, "killed", "people", 9, 9)],
    ),
    "a revised toll replaces the first": (
        (
            f"A strike on Hajin killed 12 people on Tuesday, {SOHR}.",
            article("b", f"A strike on Hajin killed 19 people on Tuesday, {SOHR}.", dt.date(2018, 11, 15)),
        ),
        [(0, "killed", "people", 19, 19)],
    ),
    "a toll that rose in one article": (
        (f"The death toll from Tuesday's strike on Hajin rose to 19, {SOHR}. It had earlier put the toll at 12.",),
        [(0, "killed", "people", 19, 19)],
    ),
    "a number replaces a vague word": (
        (
            f"A strike on Hajin killed dozens of people on Tuesday, {SOHR}.",
            article("b", f"A strike on Hajin killed 15 people on Tuesday, {SOHR}.", dt.date(2018, 11, 15)),
        ),
        [(0, "killed", "people", 15, 15)],
    ),
    "a vague word replaces no number": (
        (
            f"A strike on Hajin killed 31 people on Tuesday, {SOHR}.",
            article("b", f"A strike on Hajin killed dozens of people on Tuesday, {SOHR}.", dt.date(2018, 11, 15)),
        ),
        [(0, "killed", "people", 24, 31)],
    ),
    "a day apart with an open figure": (
        (
            f"A strike on Hajin killed at least 21 people on Monday, {SOHR}.",
            f"A strike on Hajin killed over 100 people on Tuesday, {SANA}.",
        ),
        [(0, "killed", "people", 21, None), (1, "killed", "people", 100, None)],
    ),
    "two authors and two figures": (
        (
            f"Russian air strikes on Idlib killed eight people on Tuesday, {SOHR}.",
            f"Rebel rockets on Idlib killed 40 people on Tuesday, {SANA}.",
        ),
        [(0, "killed", "people", 8, 8), (1, "killed", "people", 40, 40)],
    ),
    "a total over two towns, whose parts others tell": (
        (
            f"Strikes killed 21 people on Tuesday in the towns of Susah and Hajin, {SOHR}.",
            f"A strike on Susah killed 13 people on Tuesday, {SANA}.",
            f"A strike on Hajin killed eight people on Tuesday, {SANA}.",
        ),
        [(0, "killed", "people", 13, 13), (1, "killed", "people", 8, 8)],
    ),
    "the sum of the towns of a province": (
        (
            f"Strikes killed 21 people on Tuesday in Deir ez-Zor province, {SOHR}.",
            f"A strike on Susah killed 13 people on Tuesday, {SANA}.",
            f"A strike on Hajin killed eight people on Tuesday, {SANA}.",
        ),
        [(0, "killed", "people", 13, 13), (1, "killed", "people", 8, 8)],
    ),
    "a month of flight": ((f"Thousands of people have left Hajin this month, {SOHR}.",), []),
    "one strike of a month": (
        (f"A strike on Hajin killed 30 people in October, {SOHR}.", f"A strike on Hajin killed 30 people in October, {SANA}."),
        [(0, "killed", "people", 30, 30)],
    ),
    "two strikes of a month": (
        (f"A strike on Hajin killed 30 people in October, {SOHR}.", f"A strike on Hajin killed 12 people in October, {SANA}."),
        [(0, "killed", "people", 30, 30), (1, "killed", "people", 12, 12)],
    ),
    "the wounded of a quarter and the dead of its town": (
        (
            f"A bomb killed 14 people in Mosul on Tuesday, {SOHR}. The blast in the Zuhour district wounded 30, it said.",
            f"A bomb killed 12 people in Mosul on Tuesday, {SANA}.",
        ),
        [(0, "killed", "people", 12, 14), (0, "injured", "people", 30, 30)],
    ),
    "the dead of a province and the wounded of a town": (
        (f"A battle killed 50 people in Hama province on Tuesday, {SOHR}. Shells wounded two in the town of Salamiyah, it said.",),
        [(0, "killed", "people", 50, 50), (1, "injured", "people", 2, 2)],
    ),
    "another forty wounded": (
        (f"Dozens were wounded by a bomb in Hajin on Tuesday, {SANA}. The bomb killed 16 people and wounded another 40, {SOHR}.",),
        [(0, "injured", "people", 24, 40), (0, "killed", "people", 16, 16)],
    ),
    "each side of a battle has its own author": (
        (
            f"Islamic State fighters killed 17 SDF fighters near Hajin on Tuesday, {SOHR}. Coalition air strikes killed 34 Islamic State"
            " fighters there, it said.",
            "The SDF said nine of its fighters were killed by Islamic State near Hajin on Tuesday.",
        ),
        [(0, "killed", "sdf_fighters", 9, 17), (0, "killed", "is_fighters", 34, 34)],
    ),
    "other authors, sources and figures in one article": (
        (
            f"Russian air strikes on Aleppo killed 45 civilians on Tuesday, {SOHR}."
            f" Rebel rockets on Aleppo killed five civilians on Tuesday, {SANA}.",
        ),
        [(0, "killed", "civilians", 45, 45), (1, "killed", "civilians", 5, 5)],
    ),
    "captives of a town, handed over to a country": (
        (
            f"Nine Islamic State fighters held in Hajin were handed over to Iraq on Tuesday, {SOHR}.",
            "Nine captured Islamic State fighters were brought to Iraq on Tuesday, an Iraqi officer said.",
            "Some 40 captured Islamic State fighters were brought to Iraq on Tuesday, a Turkish official said.",
        ),
        [(0, "detained", "is_fighters", 9, 9), (1, "detained", "is_fighters", 40, 40)],
    ),
    "parts from another source": (
        (f"A strike on Hajin killed 30 people on Tuesday, {SOHR}.", f"A strike on Hajin killed nine children on Tuesday, {SANA}."),
        [(0, "killed", "people", 30, 30), (0, "killed", "civilians/children", 9, 9)],
    ),
}


@pytest.mark.parametrize(("texts", "expected"), RANGES.values(), ids=RANGES.keys())
def test_ranges(texts: tuple[str | Article, ...], expected: list[tuple[object, ...]]) -> None:
    assert ranges(*texts) == expected


# texts; then of the first row: speakers, outlets, contested, harm, attribution, perpetrators
COALITION = f"A coalition air strike on Hajin killed 12 people on Tuesday, {SOHR}. The US-led coalition"
GRADES: dict[str, tuple[tuple[str, ...], tuple[object, ...]]] = {
    "one source": ((f"A strike on Hajin killed 12 people on Tuesday, {SOHR}.",), (1, 1, False, "single_source", "none", None)),
    "two sources that agree": (
        (f"A strike on Hajin killed 12 people on Tuesday, {SOHR}.", f"A strike on Hajin killed 12 people on Tuesday, {SANA}."),
        (2, 2, False, "several_sources", "none", None),
    ),
    "two sources that differ": (
        (f"A strike on Hajin killed 12 people on Tuesday, {SOHR}.", f"A strike on Hajin killed 40 people on Tuesday, {SANA}."),
        (2, 2, True, "several_sources", "none", None),
    ),
    "about reaches ten percent": (
        (f"A strike on Hajin killed about 40 people on Tuesday, {SOHR}.", f"A strike on Hajin killed 43 people on Tuesday, {SANA}."),
        (2, 2, False, "several_sources", "none", None),
    ),
    "claimed": (
        (f"A coalition air strike on Hajin killed 12 people on Tuesday, {SOHR}.",),
        (1, 1, False, "single_source", "claimed", "coalition"),
    ),
    "corroborated": (
        (
            f"A coalition air strike on Hajin killed 12 people on Tuesday, {SOHR}.",
            f"A coalition air strike on Hajin killed 12 people on Tuesday, {SANA}.",
        ),
        (2, 2, False, "several_sources", "corroborated", "coalition"),
    ),
    "two authors": (
        (
            f"A Russian air strike on Idlib killed 12 people on Tuesday, {SOHR}.",
            f"A coalition air strike on Idlib killed 12 people on Tuesday, {SANA}.",
        ),
        (2, 2, True, "several_sources", "disputed", "coalition;russia"),
    ),
    "nobody is named": (
        (f"Unidentified warplanes killed 12 people in Hajin on Tuesday, {SOHR}.",),
        (1, 1, False, "single_source", "none", None),
    ),
    "denied": (
        (f"{COALITION} denied that its strike hit civilians.",),
        (1, 1, True, "single_source", "disputed", "coalition"),
    ),
    "looked into": (
        (f"{COALITION} said it would assess the report of the strike.",),
        (1, 1, False, "single_source", "claimed", "coalition"),
    ),
    "acknowledged by the accused": (
        (f"{COALITION} acknowledged that its strike killed civilians.",),
        (1, 1, False, "acknowledged", "admitted", "coalition"),
    ),
    "claimed, and nobody else named": (
        (f"A bombing in Raqqa killed 12 people on Tuesday, {SOHR}. Islamic State took responsibility for the bombing.",),
        (1, 1, False, "acknowledged", "admitted", "is"),
    ),
    "denied, and nobody else names it": (
        (f"A strike on Hajin killed 12 people on Tuesday, {SOHR}. The US-led coalition denied that its aircraft bombed Hajin.",),
        (1, 1, True, "single_source", "disputed", "coalition"),
    ),
    "denied in an article of its own": (
        (
            f"A coalition air strike on Hajin killed 12 people on Tuesday, {SOHR}.",
            "The US-led coalition on Wednesday denied bombing the town of Hajin on Tuesday.",
        ),
        (1, 1, True, "single_source", "disputed", "coalition"),
    ),
    "another town denied in an article of its own": (
        (
            f"A coalition air strike on Hajin killed 12 people on Tuesday, {SOHR}.",
            "The US-led coalition on Wednesday denied bombing the town of Raqqa on Tuesday.",
        ),
        (1, 1, False, "single_source", "claimed", "coalition"),
    ),
    "another day denied in an article of its own": (
        (
            f"A coalition air strike on Hajin killed 12 people on Tuesday, {SOHR}.",
            "The US-led coalition on Wednesday denied bombing the town of Hajin on Friday.",
        ),
        (1, 1, False, "single_source", "claimed", "coalition"),
    ),
    "another party denies": (
        (
            f"A coalition air strike on Hajin killed 12 people on Tuesday, {SOHR}.",
            "The Turkish military on Wednesday denied bombing the town of Hajin on Tuesday.",
        ),
        (1, 1, False, "single_source", "claimed", "coalition"),
    ),
    "a withdrawal denied": (
        (f"{COALITION} denied that its forces had left Syria.",),
        (1, 1, False, "single_source", "claimed", "coalition"),
    ),
    "its own act": (
        ("Turkish forces killed 12 SDF fighters near Afrin on Tuesday, the Turkish military said.",),
        (1, 1, False, "acknowledged", "admitted", "turkey"),
    ),
    "own losses": (
        ("An ambush near Hajin killed 12 SDF fighters on Tuesday, SDF spokesman Mustafa Bali said.",),
        (1, 1, False, "acknowledged", "none", None),
    ),
    "one that answers goes on with whom it killed": (
        (
            f"A Turkish air strike on Afrin killed 20 Islamic State fighters on Tuesday, {SOHR}. The Turkish military denied that its jets"
            " had killed civilians. It said 25 Islamic State fighters had been killed in Tuesday's strike on Afrin.",
        ),
        (2, 1, True, "acknowledged", "admitted", "turkey"),
    ),
    "its own dead denied": (
        (f"Islamic State fighters killed 22 soldiers in Palmyra on Tuesday, {SOHR}. The Syrian army denied that it had lost any men.",),
        (1, 1, True, "single_source", "claimed", "is"),
    ),
    "only civilians denied": (
        (
            f"A coalition air strike on Hajin killed 12 Islamic State fighters on Tuesday, {SOHR}."
            " The US-led coalition denied that civilians had been killed.",
        ),
        (1, 1, False, "single_source", "claimed", "coalition"),
    ),
    "could not confirm": (
        (f"{COALITION} could not confirm the report of the strike.",),
        (1, 1, False, "single_source", "claimed", "coalition"),
    ),
    "nobody is harmed": ((f"Some 1,000 people fled Hajin on Tuesday, {SOHR}.",), (1, 1, False, "single_source", None, None)),
}


@pytest.mark.parametrize(("texts", "expected"), GRADES.values(), ids=GRADES.keys())
def test_grades(texts: tuple[str, ...], expected: tuple[object, ...]) -> None:
    row = tables(*texts)["events"].iloc[0]
    found = (row.n_speakers, row.n_outlets, row.contested, row.harm, row.attribution, row.perpetrators)
    assert tuple(None if pd.isna(v) else v for v in found) == expected


def test_civilians_against_fighters_contests_both_rows() -> None:
    events = tables(
        f"A strike on Hajin killed 18 civilians on Tuesday, {SOHR}.",
        "A strike on Hajin killed 18 Islamic State fighters on Tuesday, the US-led coalition said.",
    )["events"]
    assert events["event_id"].nunique() == 1
    assert list(events["contested"]) == [True, True]


def test_rows_name_the_row_that_they_break_down() -> None:
    events = tables(f"A strike on Hajin killed 40 people, including 28 civilians, of whom nine were children, on Tuesday, {SOHR}.")[
        "events"
    ]
    found = {(r.group, None if pd.isna(r.detail) else r.detail): None if pd.isna(r.part_of) else r.part_of for r in events.itertuples()}
    assert found == {("people", None): None, ("civilians", None): "people", ("civilians", "children"): "civilians"}


def test_no_row_breaks_down_a_narrower_one() -> None:
    whole, group, detail = (("killed", *k, "people") for k in (("people", ""), ("civilians", ""), ("civilians", "children")))
    pairs = ((whole, group), (whole, detail), (group, detail), (group, whole), (detail, whole), (detail, group), (group, group))
    assert [wider(one, other) for one, other in pairs] == [True, True, True, False, False, False, False]
    both = ("killed", "civilians", "women_and_children", "people")
    assert (wider(both, detail), wider(detail, both)) == (True, False)


def test_the_earlier_toll_is_kept_and_named() -> None:
    later = article("b", f"A strike on Hajin killed 19 people on Tuesday, {SOHR}.", dt.date(2018, 11, 15))
    (row,) = tables(f"A strike on Hajin killed 12 people on Tuesday, {SOHR}.", later)["events"].itertuples()
    assert (row.claims.split(";"), row.revises, row.n_claims) == (["a:25", "b:25"], "a:25", 2)


def test_the_id_stays_when_articles_are_added() -> None:
    one, other = f"A strike on Hajin killed 12 people on Tuesday, {SOHR}.", f"A strike on Hajin killed 15 people on Tuesday, {SANA}."
    assert tables(one)["events"]["event_id"].iloc[0] == tables(one, other)["events"]["event_id"].iloc[0]


def test_an_answer_about_one_strike_leaves_the_other_alone() -> None:
    found = tables(
        f"A Russian air strike on Idlib killed 12 people on Monday, {SOHR}. Russia's defence ministry denied that it had struck the town."
        f"\n\nA coalition air strike on Hajin killed nine people on Tuesday, {SOHR}."
    )
    assert dict(zip(found["events"]["place"], found["events"]["contested"], strict=True)) == {"Idlib": True, "Hajin": False}
    assert found["responses"]["event_id"].iloc[0] == found["events"]["event_id"].iloc[0]


@pytest.mark.parametrize(
    ("answer", "linked"),
    [
        ("Rebels say the SDF let fighters escape, an accusation that the SDF has denied.", False),
        ("Rebels say the SDF shelled the town, an accusation that the SDF has denied.", True),
        ("The SDF denied the accusation.", True),
        ("There was no word from Ankara on the deaths.", True),
    ],
)
def test_which_answers_are_to_the_event(answer: str, linked: bool) -> None:
    responses = tables(f"Shelling killed 12 civilians in Hajin on Tuesday, {SOHR}. {answer}")["responses"]
    assert list(responses["event_id"].notna()) == [linked]


@pytest.mark.parametrize(
    ("answer", "linked"),
    [
        ("Russia's defence ministry on Wednesday rejected reports that its jets had bombed Hajin.", True),
        ("Russia's defence ministry denied on Wednesday that its jets had bombed Hajin.", True),
        ("Russia's defence ministry denied that its jets had bombed Hajin on Wednesday.", False),
    ],
)
def test_the_day_of_an_answer_is_not_that_of_the_strike(answer: str, linked: bool) -> None:
    responses = tables(f"A Russian strike killed 12 civilians in Hajin on Sunday, {SOHR}. {answer}")["responses"]
    assert list(responses["event_id"].notna()) == [linked]


@pytest.mark.parametrize(
    ("answer", "linked"),
    [
        ("Russia has always denied bombing civilians.", False),
        ("Russia denied bombing civilians.", True),
        ("Russia has always denied that it bombed Susah.", True),
    ],
)
def test_a_habit_of_denying_is_of_no_one_strike(answer: str, linked: bool) -> None:
    responses = tables(
        f"A Russian strike killed 12 civilians in Hajin on Sunday, {SOHR}. A Russian strike killed 20 civilians in Susah on Monday,"
        f" it said. {answer}"
    )["responses"]
    assert list(responses["event_id"].notna()) == [linked]


def test_an_answer_to_reports_from_a_town_is_of_that_town() -> None:
    found = tables(
        f"A coalition raid killed 35 civilians in Mayadeen on Tuesday, {SOHR}."
        " A separate coalition raid killed six people in Tabqa, it said. The coalition said it would examine the reports from Mayadeen."
    )
    assert list(found["responses"]["event_id"]) == [found["events"].set_index("place").loc["Mayadin", "event_id"]]


def test_nobody_owns_to_its_own_dead() -> None:
    events = tables(
        f"An attack on Hajin killed 20 soldiers and 12 Islamic State fighters on Tuesday, {SOHR}."
        " Islamic State claimed responsibility for the attack."
    )["events"].set_index("group")
    assert list(events["perpetrators"].fillna("")) == ["is", ""]
    assert events.loc["government_fighters", "attribution"] == "admitted"
    assert events.loc["is_fighters", "attribution"] == "none"


@pytest.mark.parametrize(
    ("answer", "town"),
    [
        ("A gas attack in Hajin killed 90 people in May. Syria denied it was behind that attack.", "Hajin"),
        ("Syria has denied previous accusations of using gas.", None),
        ("A Syrian army spokesman in Damascus denied the bombing.", "Susah"),
        ("The reports were anti-Damascus propaganda, the Syrian army said.", "Susah"),
        ("Moscow says it has not bombed Susah since May.", None),
    ],
)
def test_what_an_answer_points_at(answer: str, town: str | None) -> None:
    found = tables(f"A Syrian army air strike killed 12 civilians in Susah on Tuesday, {SOHR}. {answer}")
    places = dict(zip(found["events"]["event_id"], found["events"]["place"], strict=True))
    assert [None if pd.isna(e) else places[e] for e in found["responses"]["event_id"]] == [town]


def test_whom_an_article_names_is_told_by_that_article() -> None:
    responses = tables(
        f"A strike on Hajin killed 12 civilians on Tuesday, {SOHR}. Iraq's defence ministry denied that its jets had bombed the town.",
        f"A coalition strike on Hajin killed 12 civilians on Tuesday, {SANA}.",
    )["responses"]
    assert list(responses["event_id"].notna()) == [True]


def test_an_answer_on_gas_is_to_a_gas_attack() -> None:
    found = tables(
        f"A gas attack on Idlib wounded 33 people on Monday, {SOHR}. A strike on Hajin killed nine people on Tuesday, it said."
        " The Syrian army denied using chemical weapons."
    )
    assert list(found["responses"]["event_id"]) == [found["events"].set_index("place").loc["Idlib", "event_id"]]


def test_the_army_denies_its_dead_not_those_that_it_killed() -> None:
    found = tables(
        f"A Syrian army raid killed 30 civilians in Idlib on Monday, {SOHR}. Rebels killed 22 soldiers near Hama on Tuesday, it said."
        " The army denied losing any men."
    )
    assert dict(zip(found["events"]["place"], found["events"]["contested"], strict=True)) == {"Idlib": False, "Hama": True}


def test_no_claims_no_events() -> None:
    found = tables("The army moved 12 tanks.")
    assert len(found["events"]) == len(found["responses"]) == 0
