"""A whole report, the same again when repeated, and as an editor opens it: sorting, links to the words, light and dark, nothing from
outside."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from analysis import report as report_of
from analysis.pages import GENERATOR
from analysis.pdf import print_pdf
from analysis.report import NOTEBOOKS, run_report

NOTEBOOK = "2-casualties.ipynb"
PARAMETERS = {"formats": "svg", "widths": "double,single", "start": "2017-01-01"}
ARTICLES = {
    "one": "date 2018-11-14 AMMAN -- A strike on Hajin killed at least 54 people on Tuesday, <b>a monitor</b> said."
    " A mine in Raqqa killed nine civilians on Monday.",
    "two": "date 2018-11-15 BEIRUT -- Some 900 people fled Baghuz on Monday, the UN said. IS still holds 10 square kilometres.",
    "empty": "",
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report of two articles that can be read and one that cannot; the articles are beside it."""
    folder = tmp_path_factory.mktemp("report")
    (folder / "articles").mkdir()
    for name, text in ARTICLES.items():
        (folder / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    run_report(folder / "articles", folder / "made", PARAMETERS)
    return folder / "made"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_report_is_whole_and_loads_nothing_from_elsewhere(report: Path) -> None:
    made = contents(report)
    names = set(made)
    notebooks = {path.stem for path in NOTEBOOKS.glob("*.ipynb")}
    assert {"index.html", "tables/claims.csv", "figures/deaths_by_event.svg", "figures/deaths_by_event.csv"} <= names
    assert {f"{stem}.{suffix}" for stem in notebooks for suffix in ("html", "ipynb")} <= names
    index = made["index.html"].decode()
    assert re.search(r'<strong><a href="evidence.html#[^"]+">At least 54</a></strong>', index) and "articles/empty.txt: empty" in index
    for target in re.findall(r'(?:href|src)="([^"#]+)', index):
        assert target in names, target
    anchor = re.search(r'href="evidence.html#([^"]+)"', index)
    assert anchor and f'<mark id="{anchor[1]}"' in made["evidence.html"].decode()
    for name in names:
        assert str(report.parent).encode() not in made[name], name
        if name.endswith(".html"):
            assert not re.search(rb"""(?:src|href)=["']?(?:https?:)?//""", made[name]), name
            assert b"<b>a monitor" not in made[name], name


def test_a_report_is_repeatable(
    report: Path, tmp_path: Path, repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of the notebooks is enough to see that a second run gives the same; it takes the place of an older report."""
    (tmp_path / "notebooks").mkdir()
    shutil.copy(repository / "notebooks" / "2-casualties.ipynb", tmp_path / "notebooks")
    monkeypatch.setattr(report_of, "NOTEBOOKS", tmp_path / "notebooks")
    out = tmp_path / "reports" / "one"
    out.mkdir(parents=True)
    (out / "index.html").write_text(GENERATOR, encoding="utf-8")
    run_report(report.parent / "articles", out, PARAMETERS)
    assert "articles 2, claims 4, figures" in capsys.readouterr().out
    first, second = contents(report), contents(out)
    del second["index.html"]
    assert "figures/deaths_by_event.svg" in second
    assert second == {name: first[name] for name in second}
    assert [path.name for path in out.parent.iterdir()] == ["one"]


def test_the_table_of_events_sorts(open_page: Callable[..., Page], report: Path) -> None:
    page = open_page(report / "index.html")
    places = page.locator("table.sortable tbody td:nth-child(2)")
    assert places.all_text_contents() == ["Hajin", "Raqqa"]
    page.click("table.sortable button >> text=When")
    assert places.all_text_contents() == ["Raqqa", "Hajin"]
    page.click("table.sortable button >> text=When")
    assert places.all_text_contents() == ["Hajin", "Raqqa"]


def test_the_range_of_an_event_is_seen_on_a_phone(open_page: Callable[..., Page], report: Path) -> None:
    page = open_page(report / "index.html", width=390, height=844)
    heads = page.locator("table.sortable th")
    assert heads.all_text_contents()[:4] == ["When", "Where", "Range", "Who died"]
    assert heads.nth(2).evaluate("one => one.getBoundingClientRect().right") <= 390


def test_on_paper_a_figure_is_as_wide_as_the_text_and_the_method_is_not_parted(open_page: Callable[..., Page], report: Path) -> None:
    page = open_page(report / "index.html", width=680)
    page.emulate_media(media="print")
    widths = page.locator("main > figure img").evaluate_all("all => all.slice(1).map(one => one.getBoundingClientRect().width)")
    assert widths and all(width > 640 for width in widths)
    method = page.locator("section.whole")
    assert "kept apart" in method.inner_text()
    assert method.evaluate("one => getComputedStyle(one).breakInside") == "avoid"


def test_what_is_told_in_short_is_not_told_again(open_page: Callable[..., Page], report: Path) -> None:
    lines = open_page(report / "index.html").locator("main > ul > li").all_text_contents()
    assert len(lines) == len(set(lines)) and sum("At least 54" in line for line in lines) == 1


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


def test_on_paper_the_lead_figure_leaves_room_for_what_is_told_above_it(open_page: Callable[..., Page], report: Path) -> None:
    """On an A4 page of 265 mm: at most 95 mm of figure, and its caption smaller than the text."""
    page = open_page(report / "index.html", width=680)
    page.emulate_media(media="print")
    lead = page.locator("main > figure >> nth=0")
    assert "overview" in (lead.locator("img").get_attribute("src") or "")
    assert 300 < lead.locator("img").evaluate("one => one.getBoundingClientRect().height") <= 95 / 25.4 * 96 + 1
    assert lead.evaluate("one => one.getBoundingClientRect().height") <= 130 / 25.4 * 96


def test_the_pdf_is_one(report: Path, tmp_path: Path, browser: object) -> None:
    assert print_pdf(report / "index.html", tmp_path / "index.pdf").read_bytes().startswith(b"%PDF-")


def test_how_to_read_a_figure_opens_at_a_click(open_page: Callable[..., Page], report: Path) -> None:
    """The figure itself bears it, in small type: on the page it is folded, on paper left out."""
    page = open_page(report / "index.html", width=390)
    reading = page.locator("main > figure details >> nth=0")
    assert not reading.evaluate("one => one.open")
    reading.locator("summary").click()
    assert "One mark is one statement" in reading.inner_text()
    page.emulate_media(media="print")
    assert not reading.is_visible()
