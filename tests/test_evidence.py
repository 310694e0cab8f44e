"""An article with its claims marked: nothing of the text is lost, nothing of it becomes markup."""

import html
import re

import pytest

from analysis.articles import Article, Articles
from analysis.evidence import marked
from analysis.extraction.lexicon import Lexicon
from analysis.tables import build_tables

CASES = [
    "Shelling killed 12 people in Homs, a monitor said.",
    "Shelling killed 12 people in <b>Homs</b> & \"Hama\", <script>alert('x')</script> a monitor said.",
    "No number here.",
]


@pytest.mark.parametrize("text", CASES)
def test_the_text_is_whole_and_escaped(text: str, lexicon: Lexicon) -> None:
    article = Article('a"><i>', text, title="<i>T</i>")
    page = marked(article, build_tables(Articles([article]), lexicon)["claims"])
    body = page.partition("<div")[2].partition(">")[2].removesuffix("</div></article>")
    assert html.unescape(re.sub(r"</?mark[^>]*>", "", body)) == text
    assert "<script>" not in page and "<i>" not in page


def test_a_mark_tells_what_was_read(lexicon: Lexicon) -> None:
    article = Article("a", CASES[0])
    page = marked(article, build_tables(Articles([article]), lexicon)["claims"])
    assert re.findall(r"<mark[^>]*>([^<]*)</mark>", page) == ["12"]
    assert 'id="a:16"' in page
    assert 'title="killed, people: 12 people; Syrian Observatory"' in page
