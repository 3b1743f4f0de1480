"""Sheets Bevindingen and Bronnen: plain lists."""

from __future__ import annotations

from decimal import Decimal

from rekenkamer.rapport.controledossier.gegevens import Gegevens
from rekenkamer.rapport.controledossier.rijen import Bevinding
from rekenkamer.rapport.controledossier.werkmap import Blad

ERNST = ("hoog", "middel", "laag")
KOP = 3
BEVINDING = (
    "Ernst", "Jaar", "Soort", "In de bron", "Herrekend", "Verschil", "Wat is er gevonden", "Verklaring", "Status",
    "Vindplaats", "Bron-id", "Bevinding-id",
)  # fmt: skip
BRON = (
    "Bron-id",
    "Titel",
    "Uitgever",
    "Bestand",
    "Peildatum",
    "Ontvangen op",
    "Overgenomen uit",
    "Sha256 van het bestand",
)


def write_bevindingen(blad: Blad, g: Gegevens) -> None:
    """The findings on money, the chosen year first, the weightiest first."""
    blad.tekst(0, 0, "Bevindingen over het geld", "titel")
    aantal = len(g.bevindingen)
    tekst = f"{aantal} {'bevinding' if aantal == 1 else 'bevindingen'}. Een bevinding is een vraag, geen oordeel."
    blad.tekst(
        1, 0, tekst if aantal else "Er zijn geen bevindingen over het geld van deze gemeente en deze jaren.", "plat"
    )
    blad.koppen(KOP, BEVINDING, (3, 4, 5))
    for rij, b in enumerate(sorted(g.bevindingen, key=lambda b: _volgorde(b, g.jaar)), KOP + 1):
        blad.tekst(rij, 0, b.ernst, "vet")
        blad.getal(rij, 1, b.jaar, "jaar", "alle")
        blad.tekst(rij, 2, b.soort)
        stijl = "euro" if b.eenheid == "euro" else "getal"
        for kolom, waarde in enumerate((b.gedrukt, b.herrekend, b.verschil), 3):
            blad.getal(rij, kolom, waarde, stijl, "geen bedrag")
        teksten = (b.toelichting, b.verklaring or "geen", b.status, b.vindplaats or "niet vermeld", b.bron_id or "geen")
        for kolom, inhoud in enumerate((*teksten, b.bevinding_id), 6):
            blad.tekst(rij, kolom, inhoud)
    blad.maak_op((9, 7, 16, 16, 16, 16, 60, 34, 11, 34, 14, 20), KOP + 1, KOP)


def _volgorde(b: Bevinding, jaar: int) -> tuple[bool, bool, int, int, Decimal, str]:
    ernst = ERNST.index(b.ernst) if b.ernst in ERNST else len(ERNST)
    return b.jaar != jaar, b.jaar is None, -(b.jaar or 0), ernst, -abs(b.verschil or Decimal(0)), b.bevinding_id


def write_bronnen(blad: Blad, g: Gegevens) -> None:
    """The deliveries that were used."""
    blad.tekst(0, 0, "Bronnen", "titel")
    blad.tekst(1, 0, "De leveringen die zijn gebruikt. De sha256 is de vingerafdruk van het bestand.", "plat")
    blad.koppen(KOP, BRON)
    for rij, b in enumerate(sorted(g.bronnen, key=lambda b: b.bron_id), KOP + 1):
        blad.tekst(rij, 0, b.bron_id, "vet")
        blad.tekst(rij, 1, b.titel + (" (verzonnen gegevens)" if b.is_synthetisch else ""))
        blad.tekst(rij, 2, b.uitgever or "niet vermeld")
        blad.tekst(rij, 3, b.bestand)
        blad.datum(rij, 4, b.peildatum)
        blad.datum(rij, 5, b.ontvangen_op)
        blad.tekst(rij, 6, b.herkomst or "niet vermeld")
        blad.tekst(rij, 7, b.levering_id)
    blad.maak_op((14, 36, 24, 34, 12, 14, 40, 66), KOP + 1, KOP)
