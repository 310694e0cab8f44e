"""A headless chromium for pages that must need nothing from outside; where there is none, these tests say that they were skipped."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = ("disable-gpu", "disable-quic", "no-first-run", "disable-background-networking", "disable-component-update", "disable-sync")
ARGUMENTS = ["--no-sandbox", *(f"--{name}" for name in QUIET)]
OWN = ("file:", "data:", "blob:", "http://127.0.0.1", "ws://127.0.0.1", "about:")
EMPTY = "about:blank"
PATIENCE = 60_000  # milliseconds for whatever a page is to show: a busy machine is no fault of the page

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser of all tests of a run."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.skip("no chromium on this machine: the pages are not tested in a browser (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=found, args=ARGUMENTS)


@contextmanager
def watched(page: Page) -> Iterator[Callable[..., Page]]:
    """What opens files or addresses in a window, one after the other; afterwards fails on outside requests and errors in the console."""
    outside: list[str] = []
    errors: list[str] = []
    listeners: dict[str, Callable[[Any], None]] = {
        "request": lambda request: None if request.url.startswith(OWN) else outside.append(request.url),
        "console": lambda message: errors.append(message.text) if message.type == "error" else None,
        "pageerror": lambda error: errors.append(str(error)),
    }
    for event, listener in listeners.items():
        page.on(event, listener)

    def open_one(target: Path | str, width: int = 1280, height: int = 900, color_scheme: str = "light") -> Page:
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(media="null", color_scheme=color_scheme)
        page.mouse.move(0, 0)
        page.goto(EMPTY)  # an address that differs in its end only would not be loaded anew
        page.goto(target.resolve().as_uri() if isinstance(target, Path) else target)
        return page

    yield open_one
    page.goto(EMPTY)  # what the page still had to say is said
    for event, listener in listeners.items():
        page.remove_listener(event, listener)
    assert outside == [], "the page asked for something outside"
    assert errors == [], "the page wrote errors to the console"


def new_window(browser: Browser) -> Page:
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    return page


@pytest.fixture(scope="session")
def window(browser: Browser) -> Page:
    """The window of all tests of a run: a new one takes the browser longer than the test itself."""
    return new_window(browser)


@pytest.fixture
def open_page(window: Page) -> Iterator[Callable[..., Page]]:
    """Opens pages for one test."""
    with watched(window) as open_one:
        yield open_one


@pytest.fixture(scope="module")
def open_shared(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page that the tests of a module share, in a window of its own."""
    page = new_window(browser)
    with watched(page) as open_one:
        yield open_one
    page.close()


@pytest.fixture(scope="session")
def serious() -> Callable[[Page], list[str]]:
    """What axe-core finds on a page that is serious or critical, as rule and first element."""
    axe = Axe()

    def find(page: Page) -> list[str]:
        violations = axe.run(page).response["violations"]
        return [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in violations if v["impact"] in ("serious", "critical")]

    return find
