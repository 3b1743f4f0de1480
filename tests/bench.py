"""`make bench`: how long the chain and the pages take, medians of five, on the shipped deliveries.

Prints a table; judges nothing. The browser part needs Chromium and is left out, with a line, when there is none.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ingest.inlezen import inlezen
from rekenkamer.bouwen import run_dbt
from rekenkamer.instellingen import Instellingen
from rekenkamer.publiceren import publish
from tests.browser.chromium import ARGUMENTEN, CHROMIUM, free_port, wait_healthy

KEREN = 5
LEEG = """
import plotly.graph_objects as go
import streamlit as st

st.title("Leeg")
st.plotly_chart(go.Figure(go.Bar(x=["a", "b"], y=[1, 2])))
"""


def print_rij(naam: str, tijden: list[float]) -> None:
    """One line: median, minimum and maximum in seconds."""
    print(f"{naam:<58}{statistics.median(tijden):8.3f}{min(tijden):8.3f}{max(tijden):8.3f}", flush=True)


def measure(werk: Callable[[], object], keren: int = KEREN) -> list[float]:
    """Wall-clock seconds of each run."""
    tijden = []
    for _ in range(keren):
        begin = time.perf_counter()
        werk()
        tijden.append(time.perf_counter() - begin)
    return tijden


def bench_keten(map_: Path) -> None:
    """The chain inside one warm process."""
    teller = iter(range(1000))

    def lees() -> None:
        uit = Instellingen(data_map=map_ / f"lees{next(teller)}")
        inlezen([uit.voorbeeld_map], uit.warehouse_pad, uit.afgekeurd_map)

    lees()
    print_rij("inlezen, in een warm proces", measure(lees))
    instellingen = Instellingen(data_map=map_ / "lees0")
    uitslag = run_dbt(instellingen)
    assert uitslag.gelukt, uitslag.fouten
    print_rij(
        f"dbt build ({uitslag.stappen_aantal} stappen), in een warm proces",
        measure(lambda: run_dbt(instellingen)),
    )
    print_rij("publiceren", measure(lambda: publish(instellingen, uitslag.manifest_pad)))


def bench_opdrachten(map_: Path) -> None:
    """The commands as whole processes, each time on a new data directory."""
    lees, bouw = [], []
    for keer in range(KEREN):
        omgeving = {**os.environ, "REKENKAMER_DATA": str(map_ / f"opdracht{keer}")}
        voorbeeld = str(Instellingen(data_map=map_).voorbeeld_map)
        for args, tijden in ((["inlezen", voorbeeld], lees), (["bouwen"], bouw)):
            begin = time.perf_counter()
            subprocess.run([sys.executable, "-m", "rekenkamer", *args], env=omgeving, check=True, capture_output=True)
            tijden.append(time.perf_counter() - begin)
    print_rij("rekenkamer inlezen (opdracht)", lees)
    print_rij("rekenkamer bouwen (opdracht, nieuwe datamap)", bouw)
    print_rij("samen", [a + b for a, b in zip(lees, bouw, strict=True)])


@contextmanager
def server(args: list[str], omgeving: dict[str, str], poort: int) -> Iterator[str]:
    """A server on 127.0.0.1, ended by its process id."""
    proces = subprocess.Popen(args, env=omgeving, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        adres = f"http://127.0.0.1:{poort}"
        wait_healthy(f"{adres}/_stcore/health", proces)
        yield adres
    finally:
        proces.terminate()
        proces.wait(timeout=20)


def first_times(browser, adres: str) -> tuple[float, float]:  # type: ignore[no-untyped-def]
    """Seconds to the first heading and the first drawn chart in a new browser context."""
    context = browser.new_context()
    pagina = context.new_page()
    begin = time.perf_counter()
    pagina.goto(adres)
    pagina.locator("h1").first.wait_for()
    tekst = time.perf_counter() - begin
    pagina.locator(".js-plotly-plot .main-svg").first.wait_for()
    grafiek = time.perf_counter() - begin
    context.close()
    return tekst, grafiek


def page_changes(browser, adres: str) -> list[float]:  # type: ignore[no-untyped-def]
    """Seconds between the request for another page and the last frame the server sent for it."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    pagina = context.new_page()
    tijden: dict[str, float] = {}

    def volg(ws) -> None:  # type: ignore[no-untyped-def]
        ws.on("framesent", lambda _: tijden.__setitem__("uit", time.perf_counter()))
        ws.on("framereceived", lambda _: tijden.__setitem__("in", time.perf_counter()))

    pagina.on("websocket", volg)
    pagina.goto(f"{adres}/?gemeente=GM0629")
    pagina.locator("h1").first.wait_for()
    namen = ["Huisvesting", "Leerroutes", "PVT en MAP", "Baten en lasten", "Bevindingen"] * 3
    gemeten = []
    for naam in namen:
        pagina.wait_for_timeout(1500)
        pagina.get_by_role("link", name=naam).first.click()
        pagina.wait_for_timeout(1500)
        gemeten.append(tijden["in"] - tijden["uit"])
    context.close()
    return gemeten[5:]  # the first round fills the caches


def bench_paginas(map_: Path) -> None:
    """First text and first chart beside an empty page, and the server time of a page change."""
    from playwright.sync_api import sync_playwright

    leeg = map_ / "leeg.py"
    leeg.write_text(textwrap.dedent(LEEG))
    omgeving = {**os.environ, "REKENKAMER_DATA": str(map_ / "lees0"), "BROWSER": "none"}
    p1, p2 = free_port(), free_port()
    streamlit = [sys.executable, "-m", "streamlit", "run", str(leeg), "--server.headless=true"]
    streamlit += [f"--server.port={p2}", "--server.address=127.0.0.1", "--browser.gatherUsageStats=false"]
    dashboard = [sys.executable, "-m", "rekenkamer", "dashboard", "--poort", str(p1)]
    with (
        server(dashboard, omgeving, p1) as ons,
        server(streamlit, omgeving, p2) as kaal,
        sync_playwright() as pw,
    ):
        browser = pw.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTEN)
        metingen: dict[str, list[tuple[float, float]]] = {"dashboard": [], "lege pagina": []}
        for keer in range(KEREN + 1):
            for naam, adres in (("dashboard", f"{ons}/?gemeente=GM0629"), ("lege pagina", kaal)):
                gemeten = first_times(browser, adres)
                if keer:
                    metingen[naam].append(gemeten)
        for naam, paren in metingen.items():
            print_rij(f"{naam}: eerste tekst", [p[0] for p in paren])
            print_rij(f"{naam}: eerste grafiek", [p[1] for p in paren])
        print_rij("andere pagina: server, vraag tot laatste antwoord", page_changes(browser, ons))
        browser.close()


def main() -> None:
    """Run every measurement and print one table."""
    print(f"{'seconden':<58}{'mediaan':>8}{'min':>8}{'max':>8}")
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk)
        bench_keten(map_)
        bench_opdrachten(map_)
        if CHROMIUM.exists():
            bench_paginas(map_)
        else:
            print("De pagina's zijn niet gemeten: er is geen Chromium op deze machine.")


if __name__ == "__main__":
    main()
