"""The road of cells: aggregated sheets become measured cells, checked and without personal data."""

from __future__ import annotations

from datetime import date

from ingest.begrippen import vorm
from ingest.bestanden.bestand import Bestand
from ingest.cel import Afkeuring, Lezing
from ingest.dubbelen import weer_dubbelen
from ingest.gebied.gemeentebestaan import keur_gemeenten
from ingest.gebied.gemeenten import Gemeenteregister
from ingest.herkennen import heeft_kruistabel, kies_tabel
from ingest.kruistabel.blokken import is_tabelrij
from ingest.kruistabel.lezer import lees_kruistabellen
from ingest.privacy.bsn import MASKER, mask_tekst
from ingest.schema import keur_cellen
from ingest.tabel.lezer import TabelLezer

_TEKSTBLADEN = frozenset(["uitleg", "leeswijzer", "toelichting", "leesmij"])  # examples there are no figures
_SJABLOONUITLEG = "Uitleg bij het sjabloon"  # how the explanation of a template begins


def lees_bestand(
    bestand: Bestand, bron: str | None, peildatum: date | None, register: Gemeenteregister | None = None
) -> Lezing:
    """Read every sheet of an opened file and check the cells; nothing is stored yet."""
    register = register or Gemeenteregister.laad()
    lezing = Lezing()
    vreemd: list[Afkeuring] = []
    for blad in bestand.bladen:
        if blad.naam == "Uitleg" and any(c.startswith(_SJABLOONUITLEG) for rij in blad.rijen[:1] for c in rij):
            continue
        lezing.meldingen += blad.meldingen
        if kop := kies_tabel(blad, bron):
            lezing.voeg_toe(TabelLezer(blad, kop, register, peildatum).lees())
        elif heeft_kruistabel(blad, bron, register):
            lezing.voeg_toe(lees_kruistabellen(blad, register, peildatum))
        else:
            vreemd += _onherkend_blad(blad.naam, blad.rijen)
    if lezing.herkend or lezing.afkeuringen:
        lezing.afkeuringen += vreemd
    keur_cellen(lezing)
    keur_gemeenten(lezing, register)
    weer_dubbelen(lezing)
    volgorde = {blad.naam: i for i, blad in enumerate(bestand.bladen)}
    lezing.afkeuringen.sort(key=lambda a: (volgorde.get(a.blad, 0), a.rij or 0))
    _scherm_af(bestand, lezing)
    return lezing


def _scherm_af(bestand: Bestand, lezing: Lezing) -> None:
    """Mask personal data in the text fields of cells and in rejected rows, and couple the headers to these rows."""
    for cel in lezing.cellen:
        cel.kenmerk = cel.kenmerk and mask_tekst(cel.kenmerk)
        cel.toelichting = cel.toelichting and mask_tekst(cel.toelichting)
        cel.tabel = cel.tabel and mask_tekst(cel.tabel)
    prive = {blad.naam: blad.prive for blad in bestand.bladen}
    for a in lezing.afkeuringen:
        a.koppen = a.koppen or lezing.koppen.get(a.blad, [])
        weg = {k for k, kop in prive.get(a.blad, {}).items() if a.rij is not None and a.rij > kop}
        if a.waarde and a.waarde in [c for k, c in enumerate(a.origineel) if k in weg]:
            a.waarde = MASKER
        a.origineel = [MASKER if c and k in weg else c for k, c in enumerate(a.origineel)]


def _onherkend_blad(naam: str | None, rijen: list[list[str]]) -> list[Afkeuring]:
    """A sheet with a table of numbers that nobody recognises is reported; a sheet with only text is fine."""
    genoeg = 2 if vorm(naam or "") in _TEKSTBLADEN else 1
    if not any(is_tabelrij([c for c in rij if not _is_jaartal(c)], genoeg) or is_tabelrij(rij, 2) for rij in rijen):
        return []
    return [
        Afkeuring(
            naam,
            None,
            "",
            "",
            f"Blad '{naam}' wordt niet herkend en is overgeslagen.",
            "Zet het onderwerp in de bladnaam of titel, of gebruik het sjabloon.",
        )  # fmt: skip
    ]


def _is_jaartal(cel: str) -> bool:
    """A lone year beside a text, such as Versie 2024, does not make a table."""
    return len(cel) == 4 and cel.isdigit() and cel[:2] in ("19", "20")
