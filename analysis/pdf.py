"""A page as PDF, printed by chromium where the machine has it."""

import shutil
import subprocess
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = ("headless", "no-sandbox", "disable-gpu", "no-first-run", "disable-background-networking", "no-pdf-header-footer")
SECONDS = 120


class PdfError(ValueError):
    """No PDF could be made; the message says why and what to do."""


def find_browser() -> str:
    """The browser of this machine. Raises PdfError where there is none."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        raise PdfError(f"no PDF without a browser: none of {', '.join(BROWSERS)} is installed (Debian: apt-get install chromium)")
    return found


def print_pdf(page: Path, out: Path) -> Path:
    """Print an HTML file into ``out``. Raises PdfError where no browser is found, or where it writes nothing."""
    browser = find_browser()
    beside = out.with_name(f".{out.name}.part.pdf").resolve()
    call = [browser, *(f"--{name}" for name in QUIET), f"--print-to-pdf={beside}", page.resolve().as_uri()]
    try:
        done = subprocess.run(call, capture_output=True, text=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise PdfError(f"no PDF: {browser} took longer than {SECONDS} seconds on {page}") from None
    if not beside.exists():
        raise PdfError(f"no PDF: {browser} wrote none ({done.stderr.strip()[-200:] or f'exit {done.returncode}'})")
    return beside.replace(out)
