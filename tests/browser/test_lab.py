"""JupyterLab opens each notebook, runs all its cells, and shows no error."""

import contextlib
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

NOTEBOOKS = sorted(path.name for path in (Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
# All cells are drawn, seen or not, and nobody asks for news.
SETTINGS = {
    "@jupyterlab/notebook-extension/tracker.jupyterlab-settings": '{"windowingMode": "none"}',
    "@jupyterlab/apputils-extension/notification.jupyterlab-settings": '{"fetchNews": "false", "checkForUpdates": false}',
}
START = 60  # seconds in which Lab has to answer
RUN = 90_000  # milliseconds for all cells of a notebook


@pytest.fixture(scope="module")
def lab(repository: Path, tmp_path_factory: pytest.TempPathFactory, browser: object) -> Iterator[str]:
    """The address of a JupyterLab on copies of the notebooks."""
    work = tmp_path_factory.mktemp("lab")
    for name in NOTEBOOKS:
        (work / name).write_bytes((repository / "notebooks" / name).read_bytes())
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    for name, text in SETTINGS.items():
        (work / "settings" / name).parent.mkdir(parents=True, exist_ok=True)
        (work / "settings" / name).write_text(text, encoding="utf-8")
    settings = ["--no-browser", "--allow-root", f"--port={port}", "--ip=127.0.0.1", "--IdentityProvider.token=", "--ServerApp.password="]
    settings += [
        f"--ServerApp.root_dir={work}",
    ]
    environment = os.environ | {
        "PYTHONPATH": str(repository),
        "JUPYTER_CONFIG_DIR": str(work / "config"),
        "JUPYTER_DATA_DIR": str(work / "data"),
    }
    with (work / "log").open("w") as log:
        server = subprocess.Popen([sys.executable, "-m", "jupyterlab", *settings], stdout=log, stderr=log, env=environment)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(f"{address}/api", work / "log")
        yield address
    finally:
        server.terminate()
        server.wait(timeout=30)


def _wait(address: str, log: Path) -> None:
    end = time.monotonic() + START
    while time.monotonic() < end:
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=2):
            return
        time.sleep(0.3)
    pytest.fail(f"JupyterLab did not start:\n{log.read_text()[-2000:]}")


def opened(name: str, lab: str, open_page: Callable[..., Page]) -> Page:
    """A notebook in Lab, all its cells run."""
    page = open_page(f"{lab}/lab/tree/{name}?reset", width=1400, height=1600)
    # the notebook's own indicator says idle even before there is a kernel
    expect(page.locator("#jp-main-statusbar")).to_contain_text("(ipykernel) | Idle", timeout=START * 1000)
    page.locator(".lm-MenuBar-itemLabel", has_text="Run").click()
    page.locator(".lm-Menu-itemLabel").get_by_text("Run All Cells", exact=True).click()
    last = page.locator(".jp-CodeCell .jp-InputPrompt").last
    expect(last).to_have_text("[*]:", timeout=RUN)
    expect(last).to_have_text(re.compile(r"\[\d+\]:"), timeout=RUN)
    return page


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_runs_every_cell_without_an_error(name: str, lab: str, open_page: Callable[..., Page]) -> None:
    page = opened(name, lab, open_page)
    assert page.locator(".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.error']").count() == 0
    if name == "1-claims.ipynb":
        _explores(page)


def _explores(page: Page) -> None:
    """A filter changes the chart and the list; a line of the list opens its article."""
    chart, lines = page.locator(".widget-image"), page.locator(".widget-select select option")
    expect(lines).to_have_count(35)
    before = chart.get_attribute("src")
    page.get_by_label("Measure", exact=True).select_option("killed")
    expect(lines).to_have_count(15)
    expect(chart).not_to_have_attribute("src", before or "")
    page.locator(".widget-select select").select_option(index=3)
    expect(page.locator(".widget-html mark[style*='outline:3px']")).to_have_count(1)
