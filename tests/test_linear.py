"""Reading takes time in proportion to the length of a text, whatever stands in it."""

import time

import pytest

from analysis.extraction.claims import extract
from analysis.extraction.lexicon import Lexicon
from analysis.extraction.responses import find_responses
from analysis.extraction.sentences import Document

MEGABYTE = 1_000_000
PLAIN = [
    "1,",
    "killed and ",
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
]
FLOOR = 0.05  # seconds: below this a clock says nothing


def seconds(piece: str, size: int, lexicon: Lexicon) -> float:
    document = Document((piece * (size // len(piece) + 1))[:size], lexicon=lexicon)
    start = time.process_time()
    extract(document)
    find_responses(document)
    return time.process_time() - start


@pytest.mark.parametrize("piece", PLAIN)
def test_a_megabyte(piece: str, lexicon: Lexicon) -> None:
    """Ten times the text may take fifteen times as long; a quadratic reading would take a hundred times."""
    small, large = seconds(piece, MEGABYTE // 10, lexicon), seconds(piece, MEGABYTE, lexicon)
    assert large < 15 * max(small, FLOOR)


@pytest.mark.parametrize("piece", DENSE)
def test_many_claims(piece: str, lexicon: Lexicon) -> None:
    small, large = seconds(piece, 8_000, lexicon), seconds(piece, 64_000, lexicon)
    assert large < 20 * max(small, FLOOR)
