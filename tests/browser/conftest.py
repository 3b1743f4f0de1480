"""One server and one browser for all browser tests; both are ended by the test that started them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, sync_playwright

from dashboard.navigation import PAGINAS
from tests.browser.chromium import ARGUMENTEN, CHROMIUM, free_port, wait_healthy

ROOT = Path(__file__).resolve().parents[2]
ADRESSEN = [p.url_path for p in PAGINAS]


@dataclass
class Bezoek:
    """A page in the browser, and everything that went wrong in it."""

    page: Page
    adres: str
    klachten: list[str] = field(default_factory=list)

    def open(self, pad: str) -> None:
        """Go to a path and wait until the question is there and the script has ended."""
        self.page.goto(f"{self.adres}{pad}")
        self.wacht()

    def wacht(self) -> None:
        """Wait for the question and for the end of the run."""
        self.page.wait_for_selector("h1", timeout=30_000)
        self.page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=30_000)

    def wacht_op_grafiek(self, adres: str) -> None:
        """Every page has a chart, except the one that names sources and the one that gives a file."""
        zonder = adres in ("bronnen", "controledossier")
        self.page.wait_for_selector("table" if zonder else ".js-plotly-plot .main-svg")
        self.wacht()  # before anything was drawn, "not running" may also mean: not started yet

    def loop_langs(self) -> Iterator[str]:
        """From the first page follow the links to all others, as a reader does: faster than loading each anew."""
        for nummer, pagina in enumerate(PAGINAS):
            if nummer:
                vorige = self.page.locator("h1").inner_text()
                self.page.get_by_role("link", name=pagina.naam, exact=True).first.click()
                anders = "v => { const h = document.querySelector('h1'); return h && h.innerText !== v }"
                self.page.wait_for_function(anders, arg=vorige)
            self.wacht()
            yield pagina.url_path


@pytest.fixture(scope="session")
def browser() -> Iterator[BrowserContext]:
    """Debian's Chromium; its absence is said aloud, and is a failure when it was required.

    One context for all visits: the scripts of Streamlit are fetched once, as for a reader who comes back.
    """
    if not CHROMIUM.exists():
        boodschap = f"OVERGESLAGEN: geen browser op {CHROMIUM}; de pagina's zijn niet in een browser bekeken."
        if os.environ.get("REKENKAMER_BROWSER") == "verplicht":
            pytest.fail(boodschap)
        print(boodschap, file=sys.stderr)
        pytest.skip(boodschap)
    with sync_playwright() as pw:
        chromium = pw.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTEN)
        yield chromium.new_context(locale="en-US")
        chromium.close()


@pytest.fixture(scope="session")
def server(snapshot_map: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real server, started from another folder, on a free port."""
    poort = free_port()
    omgeving = {**os.environ, "REKENKAMER_DATA": str(snapshot_map), "PYTHONPATH": str(ROOT)}
    proces = subprocess.Popen(
        [sys.executable, "-m", "dashboard.serveren", "--poort", str(poort)],
        cwd=tmp_path_factory.mktemp("elders"),
        env=omgeving,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    adres = f"http://127.0.0.1:{poort}"
    try:
        wait_healthy(f"{adres}/health", proces)
        yield adres
    finally:
        proces.terminate()
        proces.wait(timeout=15)


@pytest.fixture(params=[1280])
def bezoek(browser: BrowserContext, server: str, request: pytest.FixtureRequest) -> Iterator[Bezoek]:
    """A new tab that keeps every console error and every request to elsewhere; nothing of a visit before it is kept."""
    browser.clear_cookies()
    page = browser.new_page()
    page.set_viewport_size({"width": request.param, "height": 844})
    b = Bezoek(page, server)
    page.on("console", lambda m: b.klachten.append(f"console: {m.text}") if m.type == "error" else None)
    page.on("pageerror", lambda e: b.klachten.append(f"fout: {e}"))
    page.on("request", lambda r: _note_request(b, r.url))
    yield b
    page.evaluate("localStorage.clear()")
    page.close()


def _note_request(b: Bezoek, url: str) -> None:
    if not url.startswith((b.adres, b.adres.replace("http", "ws"), "data:", "blob:")):
        b.klachten.append(f"verzoek naar buiten: {url}")
