"""Write rejected rows to a workbook that the deliverer can work from."""

from __future__ import annotations

from pathlib import Path

from ingest.bsn import mask_tekst
from ingest.cel import Afkeuring

_KOPPEN = ("bestand", "blad", "rij", "kolom", "waarde", "reden", "wat te doen")
_BREEDTES = (34, 22, 8, 14, 24, 70, 60)


def schrijf_afgekeurd(map_: Path, bestand: str, levering_id: str, afkeuringen: list[Afkeuring]) -> Path:
    """Write the rejected rows with reason, plus the original row; every value is text, so nothing becomes a formula."""
    import xlsxwriter

    map_.mkdir(parents=True, exist_ok=True)
    pad = map_ / f"{bestand}.{levering_id[:8]}.xlsx"
    breedte = max((len(a.origineel) for a in afkeuringen), default=0)
    with xlsxwriter.Workbook(str(pad), {"strings_to_formulas": False, "strings_to_urls": False}) as boek:
        blad = boek.add_worksheet("Afgekeurde rijen")
        kop = boek.add_format({"bold": True, "bg_color": "#E3EEF3", "border": 1, "text_wrap": True, "valign": "top"})
        tekst = boek.add_format({"text_wrap": True, "valign": "top"})
        koppen = [*_KOPPEN, *(_kop(i, afkeuringen) for i in range(breedte))]
        for k, naam in enumerate(koppen):
            blad.write_string(0, k, naam, kop)
        for k, maat in enumerate(_BREEDTES):
            blad.set_column(k, k, maat)
        for r, a in enumerate(afkeuringen, 1):
            vast = [bestand, a.blad or "", "" if a.rij is None else str(a.rij), a.kolom, a.waarde, a.reden, a.doe]
            for k, waarde in enumerate([*vast, *a.origineel]):
                blad.write_string(r, k, mask_tekst(str(waarde))[:32_000], tekst)
        blad.freeze_panes(1, 0)
        blad.autofilter(0, 0, len(afkeuringen), len(koppen) - 1)
    return pad


def _kop(index: int, afkeuringen: list[Afkeuring]) -> str:
    """The heading of one column of original rows, with the delivered header when all these rows have the same."""
    namen = {a.koppen[index] if index < len(a.koppen) else "" for a in afkeuringen if index < len(a.origineel)}
    naam = namen.pop().replace("\n", " ").strip() if len(namen) == 1 else ""
    return f"oorspronkelijke rij {index + 1}" + (f": {mask_tekst(naam)}" if naam else "")
