"""The report as an editor opens it: sorting, links to the words, light and dark, nothing from outside."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from analysis.pdf import print_pdf

NOTEBOOK = "2-casualties.ipynb"


def test_the_table_of_events_sorts(open_page: Callable[..., Page], report: Path) -> None:
    page = open_page(report / "index.html")
    places = page.locator("table.sortable tbody td:nth-child(2)")
    assert places.all_text_contents() == ["Hajin", "Raqqa"]
    page.click("table.sortable button >> text=When")
    assert places.all_text_contents() == ["Raqqa", "Hajin"]
    page.click("table.sortable button >> text=When")
    assert places.all_text_contents() == ["Hajin", "Raqqa"]


def test_a_finding_leads_to_its_words(open_page: Callable[..., Page], report: Path) -> None:
    page = open_page(report / "index.html")
    page.click("table.sortable tr:has-text('Raqqa') a")
    assert "evidence.html#one:" in page.url
    assert page.locator("mark:target").text_content() == "nine"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["index.html", "evidence.html", "explore.html", NOTEBOOK.replace("ipynb", "html")])
def test_readable_by_everybody(
    name: str, scheme: str, open_page: Callable[..., Page], report: Path, serious: Callable[[Page], list[str]]
) -> None:
    assert serious(open_page(report / name, color_scheme=scheme)) == []


@pytest.mark.parametrize("name", ["index.html", NOTEBOOK.replace("ipynb", "html")])
def test_nothing_sticks_out_on_a_phone(name: str, open_page: Callable[..., Page], report: Path) -> None:
    page = open_page(report / name, width=390, height=844)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    shown = page.locator("picture img")
    assert shown.count() > 0
    for box, address in shown.evaluate_all("all => all.map(one => [one.getBoundingClientRect().right, one.currentSrc])"):
        assert box <= 390
        assert "_single" in address


def test_a_page_of_a_notebook_leads_on(open_page: Callable[..., Page], report: Path) -> None:
    page = open_page(report / NOTEBOOK.replace("ipynb", "html"))
    page.click("main li a >> text=at least 54")
    assert page.locator("mark:target").text_content() == "at least 54"
    page.go_back()
    page.click("table.dataframe th a >> nth=0")
    assert page.locator("mark:target").count() == 1
    page.go_back()
    page.click("nav a >> nth=0")
    assert page.url.endswith("index.html")


def test_a_table_of_words_is_aligned_left(open_page: Callable[..., Page], report: Path) -> None:
    page = open_page(report / NOTEBOOK.replace("ipynb", "html"))
    cells = page.locator("table.dataframe td")
    assert cells.count() > 0
    assert set(cells.evaluate_all("cells => cells.map(cell => getComputedStyle(cell).textAlign)")) == {"left"}


def test_the_heads_of_a_table_are_printed_on_each_page(open_page: Callable[..., Page], report: Path) -> None:
    """Chromium repeats them unless a box within scrolls or is a control."""
    page = open_page(report / "index.html")
    page.emulate_media(media="print")
    style = "one => [getComputedStyle(one).display, getComputedStyle(one.closest('.wide')).overflowX]"
    assert page.locator("table.sortable th button >> nth=0").evaluate(style) == ["contents", "visible"]


def test_the_pdf_is_one(report: Path, tmp_path: Path, browser: object) -> None:
    assert print_pdf(report / "index.html", tmp_path / "index.pdf").read_bytes().startswith(b"%PDF-")
