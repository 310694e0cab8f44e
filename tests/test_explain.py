"""Every number of an article is told, as a claim or with the reason why it is none."""

import datetime as dt

import pytest

from analysis.explain import explain
from analysis.extraction.sentences import Document


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Shelling killed 12 civilians.", "killed, civilians"),
        ("They destroyed 12 trucks.", "is no people"),
        ("Dozens a day were killed.", "a rate"),
        ("They threatened to kill 12 civilians.", "planned, threatened, possible or denied"),
        ("The town lies 12 kilometers away.", "a length or an area"),
        ("About 12 soldiers are deployed there.", "counts soldiers, but no word tells what befell them"),
        (
            "Here is the breakdown:\n- Rebels and fighters: 7,494\n- Soldiers: 2,923",
            "“7,494”: no claim; nothing behind it says whom it counts",
        ),
        ("The government controls 55 percent of the land and IS just five percent.", "“five percent”: no claim; a share, but neither"),
        ("Oil output fell by 31 percent.", "“31 percent”: no claim; a share, but neither"),
    ],
)
def test_tells_each_number(text: str, said: str) -> None:
    assert said in "\n".join(explain(Document(text, dt.date(2018, 5, 2))))
