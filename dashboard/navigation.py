"""The pages: their fixed addresses, their names and the reader they are made for."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from dashboard.components.opmaak import tekst_zacht
from dashboard.theme.notatie import hoofdletter

RAAD = "Voor de raad"
REKENKAMER = "Voor de rekenkamer"
CONTROLLER = "Voor de controller"
IEDEREEN = "Voor iedereen"


@dataclass(frozen=True)
class Pagina:
    """One page; `url_path` is part of citations and never changes."""

    url_path: str
    naam: str
    map: str
    lezer: str
    belofte: str

    @property
    def bestand(self) -> str:
        """The script of this page, relative to app.py."""
        return f"app_pages/{self.map}/page.py"


PAGINAS: tuple[Pagina, ...] = (
    Pagina("overzicht", "Overzicht", "overzicht", RAAD, "alle onderwerpen op één pagina"),
    Pagina("huisvesting", "Huisvesting", "huisvesting", RAAD, "wie wacht nog op een woning?"),
    Pagina("leerroutes", "Leerroutes", "leerroutes", RAAD, "welke route volgen mensen?"),
    Pagina("pvt-map", "PVT en MAP", "pvt_map", RAAD, "wie rondde ze af?"),
    Pagina("baten-lasten", "Baten en lasten", "baten_lasten", RAAD, "wat kwam erin en eruit?"),
    Pagina("vergelijken", "Vergelijken", "vergelijken", REKENKAMER, "de gemeenten naast elkaar"),
    Pagina("bevindingen", "Bevindingen", "bevindingen", REKENKAMER, "wat klopt er niet met elkaar?"),
    Pagina("regelingen", "Regelingen", "regelingen", CONTROLLER, "hoe ver is elke uitkering?"),
    Pagina(
        "terugbetalingsrisico",
        "Terugbetalingsrisico",
        "terugbetaling",
        CONTROLLER,
        "wat moet misschien terug?",
    ),
    Pagina("scenario", "Scenario", "scenario", CONTROLLER, "wat als het anders loopt?"),
    Pagina("kalender", "Kalender", "kalender", CONTROLLER, "wat moet wanneer?"),
    Pagina("controledossier", "Controledossier", "controledossier", CONTROLLER, "kan de accountant het volgen?"),
    Pagina("bronnen", "Bronnen en methode", "bronnen", IEDEREEN, "waar komt elk cijfer vandaan?"),
)
LEZERS: tuple[str, ...] = (RAAD, REKENKAMER, CONTROLLER, IEDEREEN)


def build_pages() -> dict[str, st.Page]:
    """Streamlit's page objects by address; the first is the home page."""
    return {p.url_path: st.Page(p.bestand, title=p.naam, url_path=p.url_path, default=p is PAGINAS[0]) for p in PAGINAS}


def draw_menu(paginas: dict[str, st.Page], parameters: dict[str, str]) -> None:
    """Links that wrap on a phone, behind the reader they are made for; each carries the chosen gemeente along."""
    kader = st.container(horizontal=True, gap="small", key="menu")
    for lezer in LEZERS:
        with kader.container(horizontal=True, gap="xxsmall", vertical_alignment="center", width="content"):
            st.markdown(tekst_zacht(hoofdletter(lezer.removeprefix("Voor ").removeprefix("de "))), width="content")
            for p in PAGINAS:
                if p.lezer == lezer:
                    st.page_link(paginas[p.url_path], label=p.naam, query_params=parameters or None)
