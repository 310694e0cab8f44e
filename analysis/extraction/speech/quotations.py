"""Quotations that run over several sentences, or over paragraphs each of which opens them anew."""

import re
from bisect import bisect_right
from operator import itemgetter

from analysis.extraction.sentences import Document, Sentence, kept

MARK = re.compile(r"[“”\"]|\n\s*\n")
OPENING = re.compile(r"(?<![^\s(\[])\"(?=\w)")  # a straight mark that can only open a quotation


def quotation_of(sentence: Sentence) -> tuple[int, int] | None:
    """Start and end of the quotation inside which the sentence begins, or with which it begins, where that ends in a later one."""
    found = _quotations(sentence.document)
    k = bisect_right(found, sentence.start, key=itemgetter(0)) - 1
    return found[k] if k >= 0 and found[k][1] > sentence.end else None


@kept
def _quotations(document: Document) -> list[tuple[int, int]]:
    """Quotations in order; one left open goes on where the next paragraph opens it again, and else ends with it, or with the next one."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    paragraph: int | None = None  # where a paragraph has begun, until something else comes
    for mark in MARK.finditer(document.text):
        if mark[0].isspace():
            paragraph = mark.end()
            continue
        again = opened is not None and mark.start() == paragraph and mark[0] != "”"
        if opened is not None and paragraph is not None and not again:
            opened = None  # left open, and not taken up
        paragraph = None
        if again:
            continue
        if (opened is None and mark[0] != "”") or OPENING.match(document.text, mark.start()):
            opened = mark.start()
        elif opened is not None and mark[0] != "“":
            found.append((opened, mark.end()))
            opened = None
    return found
