"""The standalone page as a person uses it: searching, choosing, by keyboard, in the dark, on a phone."""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from analysis.articles import Article, Articles
from analysis.explorer import page as explorer
from analysis.tables import build_tables

DAY = dt.date(2018, 11, 14)
HOSTILE = "</script><img src=x onerror=alert(1)>"
ARTICLES = [
    Article(
        "a", f"A strike on Hajin killed 54 people including 28 civilians on Tuesday, a monitor said. {HOSTILE} \U0001f600 dozens fled.", DAY
    ),
    Article(
        "b", "Some 900 people fled Baghuz on Monday, the UN said. IS holds four square kilometres.", DAY, title="Baghuz <b>empties</b>"
    ),
]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("explorer") / "page.html"
    found.write_text(explorer(ARTICLES, build_tables(Articles(ARTICLES))), encoding="utf-8")
    return found


def rows(page: Page) -> list[str]:
    return page.locator("#claims tbody tr td:first-child").all_text_contents()


def test_all_claims_are_there(open_page: Callable[..., Page], path: Path) -> None:
    page = open_page(path)
    assert sorted(rows(page)) == ["28", "54", "Some 900", "dozens", "four"]
    assert page.locator("#chart .mark").count() == 4  # land is no number of people
    assert page.locator("#events tbody tr").count() == 4


def test_search_and_filters_change_table_and_chart(open_page: Callable[..., Page], path: Path) -> None:
    page = open_page(path)
    lines, marks = page.locator("#claims tbody tr"), page.locator("#chart .mark")
    page.fill("#search", "hajin")
    expect(lines).to_have_count(3)
    expect(marks).to_have_count(3)
    page.select_option("#group", "civilians")
    expect(lines).to_have_count(1)
    assert rows(page) == ["28"]
    page.click("text=Show all")
    expect(lines).to_have_count(5)


def test_the_article_follows_what_is_shown(open_page: Callable[..., Page], path: Path) -> None:
    """The first row, unless the claim that is open is still among the rows."""
    page = open_page(path)
    chosen = page.locator("mark.chosen")
    page.select_option("#place", "Baghuz")
    expect(chosen).to_have_text("Some 900")
    expect(page.locator("tr[aria-current] button")).to_have_text("Some 900")
    page.click("text=Show all")
    expect(page.locator("#claims tbody tr")).to_have_count(5)
    expect(chosen).to_have_text("Some 900")
    page.locator("#events tbody tr", has_text="28").get_by_role("button").click()
    expect(chosen).to_have_text("28")


def test_a_row_opens_its_article_with_the_claim_marked(open_page: Callable[..., Page], path: Path) -> None:
    page = open_page(path)
    page.click("#claims tbody button >> text=28")
    assert page.locator("mark.chosen").text_content() == "28"
    assert page.locator("mark.linked").text_content() == "54"
    assert "Part of" in page.locator("#about").text_content()
    assert page.url.endswith("#a%3A45")


def test_by_keyboard(open_page: Callable[..., Page], path: Path) -> None:
    page = open_page(path)
    page.focus("#claims tbody tr:first-child button")
    page.keyboard.press("Enter")
    first = page.locator("mark.chosen").text_content()
    page.keyboard.press("Tab")  # the claim's mark is in focus: on to the next one
    page.keyboard.press("Enter")
    assert page.locator("mark.chosen").text_content() != first
    page.focus("thead button >> nth=1")
    page.keyboard.press("Enter")
    assert page.locator("#claims th[aria-sort=ascending]").text_content() == "Range"
    page.keyboard.press("Enter")
    assert rows(page)[0] == "Some 900"


def test_the_first_claim_is_open_and_escape_leads_back_to_its_row(open_page: Callable[..., Page], path: Path) -> None:
    page = open_page(path)
    assert page.locator("mark.chosen").text_content() == "54"
    assert "#" not in page.url
    page.click("#claims tbody button >> text=28")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.closest('tr').dataset.id") == "a:45"


def test_what_has_no_number_stands_last_in_both_directions(open_page: Callable[..., Page], tmp_path: Path) -> None:
    article = Article("s", "IS held large parts of Iraq. Shelling killed 12 people in Homs. A mine killed nine people in Raqqa.", DAY)
    found = tmp_path / "page.html"
    found.write_text(explorer([article], build_tables(Articles([article]))), encoding="utf-8")
    page = open_page(found)
    for order in (["nine", "12", "large parts"], ["12", "nine", "large parts"]):
        page.click("#claims thead button >> text=Range")
        assert rows(page) == order


def test_every_mark_leads_to_its_claim(open_page: Callable[..., Page], tmp_path: Path) -> None:
    """Thirty statements of one day and nearly one number: what hides another stands beside it, or is listed with it at a click."""
    text = " ".join(f"Shelling killed {n} people in Homs on Monday, the Observatory said." for n in range(40, 70))
    article = Article("s", text, DAY)
    found = tmp_path / "page.html"
    found.write_text(explorer([article], build_tables(Articles([article]))), encoding="utf-8")
    page = open_page(found)
    ids = page.locator("#chart .mark").evaluate_all("all => all.map(mark => mark.dataset.id)")
    assert len(ids) == 30
    reached = set()
    for claim in ids:
        dot = page.locator(f'#chart .mark[data-id="{claim}"] .dot')
        dot.scroll_into_view_if_needed()
        mark = dot.bounding_box()
        assert mark
        page.mouse.click(mark["x"] + mark["width"] / 2, mark["y"] + mark["height"] / 2)
        reached.add(page.locator("mark.chosen").get_attribute("data-id"))
        reached |= set(page.locator("#heap a").evaluate_all("all => all.map(a => decodeURIComponent(a.hash.slice(1)))"))
    assert reached == set(ids)


def test_a_few_days_are_named_as_days(open_page: Callable[..., Page], path: Path) -> None:
    texts = open_page(path).locator("#chart text").all_text_contents()
    assert len([text for text in texts if text.endswith(" Nov 2018") and text[0].isdigit()]) >= 3


def test_a_vague_word_is_a_band_from_its_low_to_its_high(open_page: Callable[..., Page], tmp_path: Path) -> None:
    text = "Dozens of people have been killed in Homs since September 1, a monitor said. Shelling killed 24 people in Homs on Monday."
    article = Article("s", f"{text} Shelling killed 99 people in Raqqa on Monday.", DAY)
    found = tmp_path / "page.html"
    found.write_text(explorer([article], build_tables(Articles([article]))), encoding="utf-8")
    page = open_page(found)
    band = page.locator("#chart rect").bounding_box()
    ends = [page.locator("#chart .dot").nth(n).bounding_box() for n in (0, 1)]
    assert band and ends[0] and ends[1]
    low, high = (one["y"] + one["height"] / 2 for one in ends)
    assert band["y"] == pytest.approx(high, abs=1.5)
    assert band["y"] + band["height"] == pytest.approx(low, abs=1.5)
    assert band["width"] > 100


def test_an_event_shows_its_claims(open_page: Callable[..., Page], path: Path) -> None:
    page = open_page(path)
    page.locator("#events tbody tr", has_text="Baghuz").get_by_role("button").click()
    assert rows(page) == ["Some 900"]


def test_a_link_to_a_claim_opens_it(open_page: Callable[..., Page], path: Path) -> None:
    page = open_page(f"{path.resolve().as_uri()}#b%3A0")
    assert page.locator("mark.chosen").text_content() == "Some 900"


def test_article_text_is_text(open_page: Callable[..., Page], path: Path) -> None:
    page = open_page(path)
    page.click("#claims tbody button >> text=54")
    assert HOSTILE in page.locator("#text").text_content()
    assert page.locator("#text img").count() == 0
    page.click("#claims tbody button >> text=Some 900")
    assert page.locator("#reader-heading").text_content() == "Baghuz <b>empties</b>"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_readable_by_everybody(scheme: str, open_page: Callable[..., Page], path: Path, serious: Callable[[Page], list[str]]) -> None:
    page = open_page(path, color_scheme=scheme)
    page.click("#claims tbody button >> text=28")
    assert serious(page) == []


def test_nothing_sticks_out_on_a_phone(open_page: Callable[..., Page], path: Path) -> None:
    page = open_page(path, width=390, height=844)
    page.click("#claims tbody button >> text=28")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for table in ("#claims", "#events"):
        assert page.locator(table).evaluate("one => one.parentElement.scrollWidth - one.parentElement.clientWidth") == 0
    page.click("text=Back to the list")
    assert page.evaluate("document.activeElement.closest('tr').dataset.id") == "a:45"


def test_words_without_a_claim_are_found_in_the_articles(open_page: Callable[..., Page], path: Path) -> None:
    page = open_page(path)
    expect(page.locator("#texts")).to_be_hidden()
    page.fill("#search", "onerror")
    expect(page.locator("#texts-heading")).to_have_text("1 article holds these words")
    page.locator("#texts-found button").click()
    assert HOSTILE in page.locator("#text").text_content()
    assert page.locator("mark.chosen").count() == 0
    page.fill("#search", "nowhere at all")
    expect(page.locator("#texts-heading")).to_have_text("No article holds these words")
    expect(page.locator("#claims tbody tr")).to_have_count(1)
    for part in ("#reader", "#events-block"):
        expect(page.locator(part)).to_be_hidden()
    page.click("text=Clear the filters")
    expect(page.locator("#reader")).to_be_visible()
    expect(page.locator("#claims tbody tr")).to_have_count(5)


@pytest.mark.parametrize("address", ["#%", "#%E0%A4%A", "#no-such-claim"])
def test_a_broken_link_opens_the_page_all_the_same(address: str, open_page: Callable[..., Page], path: Path) -> None:
    page = open_page(path.resolve().as_uri() + address)
    assert len(rows(page)) == 5
    assert page.locator("mark.chosen").text_content() == "54"


def test_periods_and_measures_are_words(open_page: Callable[..., Page], path: Path) -> None:
    page = open_page(path)
    cells = page.locator("#claims tbody tr", has_text="four").locator("td").all_text_contents()
    assert cells[2:4] == ["land held", "land"]
    assert cells[5] == "14 Nov 2018"


def test_a_share_keeps_its_open_end(open_page: Callable[..., Page], tmp_path: Path) -> None:
    article = Article("s", "IS lost more than 99.5 percent of its territory in Syria. IS held large parts of Iraq.", DAY)
    shares = tmp_path / "shares.html"
    shares.write_text(explorer([article], build_tables(Articles([article]))), encoding="utf-8")
    page = open_page(shares)
    assert page.locator("#claims tbody tr", has_text="more than 99.5 percent").locator("td.number").text_content() == "99.5% or more"
    assert page.locator("#claims tbody tr", has_text="large parts").locator("td.number").text_content() == "no number"


@pytest.mark.parametrize("width", [390, 1280])
def test_crowded_marks_stay_inside_and_near_their_day(width: int, open_page: Callable[..., Page], tmp_path: Path) -> None:
    """Sixty tolls of one day after one of years before: no mark leaves the chart or stands more than a month from its day; what overlaps is
    paler, and a click lists it."""
    told = [Article(f"a{n}", f"Shelling killed {n + 20} people in Hajin on Tuesday.", DAY, "stated") for n in range(60)]
    told.append(Article("old", "Shelling killed nine people in Hajin on Tuesday.", dt.date(2014, 5, 14), "stated"))
    path = tmp_path / "page.html"
    path.write_text(explorer(told, build_tables(Articles(told))), encoding="utf-8")
    page = open_page(path, width=width)
    expect(page.locator("#chart .mark")).to_have_count(61)
    edges = "marks => marks.map(mark => mark.getBoundingClientRect().right)"
    assert max(page.locator("#chart .mark .dot").evaluate_all(edges)) <= page.locator("#chart svg").evaluate(
        "chart => chart.getBoundingClientRect().right"
    )
    said = re.search(r"stand up to (\d+) days", page.locator("#chart-notes").text_content())
    assert (int(said[1]) if said else 0) <= 30
    assert said or width == 390  # on a phone there is no room to move any
    overlapping = page.locator("#chart .mark[opacity]")
    assert overlapping.count() > 20
    overlapping.last.dispatch_event("click")
    expect(page.locator("#heap")).to_contain_text("claims lie here: ")
