"""Reading takes time in proportion to the length of a text, whatever stands in it."""

import time

import pytest

from analysis.extraction.claims import extract
from analysis.extraction.lexicon import Lexicon
from analysis.extraction.responses import find_responses
from analysis.extraction.sentences import Document

MEGABYTE = 1_000_000
LONG = ["1,", "killed and "]
PLAIN = [
    "word ",
    "(",
    "“",
    "\n",
    "1",
    ". ",
    "x",
    "on Monday ",
    "near Raqqa ",
    "said ",
    "the Observatory said ",
    "a-",
    "’s ",
]
DENSE = [
    "12 people killed. ",
    "5 killed, ",
    "dozens of ",
    "including 3 ",
    "between 1 and ",
    "The coalition denied it. ",
    "in Raqqa, 3 died\n\n",
    "Jets hit Saraqib. The UN says 330,012 people have been displaced. ",
    "The Coalition said 12 people were killed by the Syrian Coalition. ",
]
TIMES_THE_TEXT = 16
TIMES_THE_SECONDS = 40  # above 16, which is linear, and far below 256, which is quadratic: a busy machine fits in between
FLOOR = 0.01  # seconds: below this a clock says nothing
ATTEMPTS = 3  # what is quadratic is so each time; a machine is busy now and then


def seconds(piece: str, size: int, lexicon: Lexicon) -> float:
    document = Document((piece * (size // len(piece) + 1))[:size], lexicon=lexicon)
    start = time.process_time()
    extract(document)
    find_responses(document)
    return time.process_time() - start


@pytest.mark.parametrize(
    ("piece", "size"),
    [
        *((piece, MEGABYTE) for piece in LONG),
        *((piece, MEGABYTE // 8) for piece in PLAIN),
        *((piece, MEGABYTE // 100) for piece in DENSE),
    ],
)
def test_time_grows_as_the_text_does(piece: str, size: int, lexicon: Lexicon) -> None:
    assert any(_is_in_proportion(piece, size, lexicon) for _ in range(ATTEMPTS))


def _is_in_proportion(piece: str, size: int, lexicon: Lexicon) -> bool:
    small, large = seconds(piece, size // TIMES_THE_TEXT, lexicon), seconds(piece, size, lexicon)
    return large < TIMES_THE_SECONDS * max(small, FLOOR)
