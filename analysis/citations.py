"""The ids of claims in findings and tables as links to the words in their article."""

import html
import re
from collections.abc import Collection
from pathlib import Path
from urllib.parse import quote

WORDS = "evidence.html"  # the page that holds them
ANCHOR = re.compile(r'<(?:mark|article) id="([^"]*)"')
CODE, BOLD = re.compile(r"`([^`]+)`"), re.compile(r"\*\*([^*]+)\*\*")
NAMED = re.compile(r" \(((?:`[^`]+`(?:, )?)+)( and \d+ more)?\)")
ROW = re.compile(r"<th>([^<>]+)</th>")
KEYS = re.compile(r"<th>(?:claim|event)_id</th>")


def anchors(folder: Path) -> frozenset[str]:
    """The ids of the claims and articles that a link may lead to."""
    return frozenset(ANCHOR.findall((folder / WORDS).read_text(encoding="utf-8")))


def cited(line: str) -> list[str]:
    """The ids that a finding names, in order."""
    return CODE.findall(line)


def inline(line: str, known: Collection[str]) -> str:
    """A finding as HTML; the article's words in it are escaped already.

    Each number in bold is the link to its own words; where the ids are not one for each number, they are numbered links.
    """
    named = NAMED.search(line)
    ids = CODE.findall(named[1]) if named else []
    if named and len(ids) == len(BOLD.findall(line)) and not named[2]:
        left = iter(ids)
        told = BOLD.sub(lambda bold: f"<strong>{link(next(left), bold[1], known)}</strong>", line)
        return CODE.sub(r"<code>\1</code>", told.replace(named[0], ""))
    every = cited(line)
    told = CODE.sub(lambda code: _numbered(code[1], every.index(code[1]) + 1, known), line)
    return BOLD.sub(r"<strong>\1</strong>", told)


def rows(table: str, known: Collection[str]) -> str:
    """An HTML table of claims or events whose ids are links, numbered by row."""
    count = 0

    def numbered(found: re.Match[str]) -> str:
        nonlocal count
        count += found[1] in known
        return f"<th>{_numbered(found[1], count, known)}</th>" if found[1] in known else found[0]

    return KEYS.sub("<th>in the text</th>", ROW.sub(numbered, table))


def link(claim: str, text: str, known: Collection[str]) -> str:
    """``text``, leading to the words of a claim where there are any."""
    return f'<a href="{WORDS}#{quote(html.unescape(claim), safe=":")}">{text}</a>' if claim in known else text


def _numbered(claim: str, number: int, known: Collection[str]) -> str:
    return link(claim, f"[{number}]", known) if claim in known else f"<code>{claim}</code>"
