"""JupyterLab opens each notebook, runs all its cells, and shows no error."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

NOTEBOOKS = sorted(path.name for path in (Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
# All cells are drawn, seen or not, and nobody asks for news.
SETTINGS = {
    "@jupyterlab/notebook-extension/tracker.jupyterlab-settings": '{"windowingMode": "none"}',
    "@jupyterlab/apputils-extension/notification.jupyterlab-settings": '{"fetchNews": "false", "checkForUpdates": false}',
}
START = 120  # seconds in which Lab has to answer, and to end
RUN = 180_000  # milliseconds for all cells of a notebook
RUN_ALL = """async name => {
  const commands = window.jupyterapp.commands;
  const panel = await commands.execute('docmanager:open', { path: name });
  await panel.context.ready;
  await panel.sessionContext.ready;
  await commands.execute('editmenu:clear-all');
  await commands.execute('notebook:run-all-cells');
  const cells = panel.content.widgets.map(cell => cell.model.toJSON()).filter(cell => cell.cell_type === 'code');
  return cells.flatMap(cell => cell.execution_count
    ? cell.outputs.filter(output => output.output_type === 'error').map(output => `${output.ename}: ${output.evalue}`)
    : [`not run: ${cell.source}`]);
}"""
# What has run is closed, its kernel too: the browser need not draw it, nor the machine hold it, while the next one runs.
CLOSE = """async () => {
  const panel = window.jupyterapp.shell.currentWidget;
  await panel.sessionContext.shutdown();
  panel.dispose();
}"""


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
    settings += [f"--ServerApp.root_dir={work}", "--LabApp.expose_app_in_browser=True"]
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
        server.wait(timeout=START)


def _wait(address: str, log: Path) -> None:
    end = time.monotonic() + START
    while time.monotonic() < end:
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=2):
            return
        time.sleep(0.3)
    pytest.fail(f"JupyterLab did not start:\n{log.read_text()[-2000:]}")


@pytest.fixture(scope="module")
def page(lab: str, open_shared: Callable[..., Page]) -> Page:
    """Lab in a window, in which one notebook after the other is opened."""
    page = open_shared(f"{lab}/lab?reset", width=1400, height=1600)
    page.wait_for_function("window.jupyterapp?.restored.then(() => true)")
    return page


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_runs_every_cell_without_an_error(name: str, page: Page) -> None:
    assert page.wait_for_function(RUN_ALL, arg=name, timeout=RUN).json_value() == []
    if name == "1-claims.ipynb":
        _explores(page.locator(".jp-NotebookPanel:visible"))
    page.evaluate(CLOSE)


def _explores(notebook: Locator) -> None:
    """A filter changes the chart and the list; a line of the list opens its article."""
    chart, lines = notebook.locator(".widget-image"), notebook.locator(".widget-select select option")
    expect(lines).to_have_count(35)
    before = chart.get_attribute("src")
    notebook.get_by_label("Measure", exact=True).select_option("killed")
    expect(lines).to_have_count(15)
    expect(chart).not_to_have_attribute("src", before or "")
    notebook.locator(".widget-select select").select_option(index=3)
    expect(notebook.locator(".widget-html mark[style*='outline:3px']")).to_have_count(1)
