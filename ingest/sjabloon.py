"""Write empty templates: made from the layouts, so what they ask for is what is read."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import Any

from ingest.bronnen import OMSCHRIJVING, kies_layouts, layoutnaam
from ingest.fouten import IngestFout, OnbekendeBron
from ingest.layout import KruisLayout, TabelLayout

__all__ = ["OnbekendeBron", "write_sjabloon"]

_TEKENS = (
    (
        "getal",
        "Een heel getal zonder punt, of met punt als duizendteken: 1234 of 1.234. Bedragen mogen een komma hebben.",
    ),
    ("0", "Er is geteld en er waren er geen."),
    ("-", "Geen; telt mee als nul."),
    (". of * of <5", "Te klein om te tonen; het echte aantal is niet bekend."),
    ("60 +*", "60 en nog een aantal dat te klein is om te tonen."),
    ("p.m.", "Nog niet bekend; komt later."),
    ("leeg", "Niet geleverd."),
    ("n.v.t.", "Niet van toepassing."),
)
_VOORBEELDGEMEENTE = "Gemeente (GM0000)"


def write_sjabloon(bron: str, pad: Path | None = None) -> Path:
    """Write the template of a source or layout; a `.csv` path gives CSV, anything else a workbook.

    Returns the path that was written. Raises OnbekendeBron for an unknown name and IngestFout when writing fails.
    """
    layouts = kies_layouts(bron)
    doel = Path(pad) if pad else Path(f"sjabloon_{bron.strip().lower()}.xlsx")
    if doel.is_dir():
        doel = doel / f"sjabloon_{bron.strip().lower()}.xlsx"
    if doel.suffix.lower() not in (".csv", ".xlsx"):
        raise IngestFout(f"Een sjabloon wordt geschreven als .xlsx of .csv; '{doel.name}' kan niet.")
    try:
        doel.parent.mkdir(parents=True, exist_ok=True)
        if doel.suffix.lower() == ".csv":
            _schrijf_csv(layouts, doel)
        else:
            _schrijf_werkboek(layouts, doel)
    except OSError:
        raise IngestFout(
            f"Het sjabloon '{doel.name}' kan niet worden geschreven. Controleer de map en sluit het bestand als het "
            "open staat."
        ) from None
    return doel


def data_rijen(layout: TabelLayout | KruisLayout) -> list[list[str]]:
    """The rows of an empty template: title lines and header, and for a crosstab its labels."""
    if isinstance(layout, TabelLayout):
        return [[k.naam for k in layout.kolommen]]
    jaar = date.today().year - 1
    invul = {"gemeente": _VOORBEELDGEMEENTE, "jaar": str(jaar), "volgend_jaar": str(jaar + 1)}
    sjabloon = layout.sjabloon
    periodes = [p.format(**invul) for p in sjabloon["periodes"]]
    rijen = [[layout.titel], [f"Gemeente: {_VOORBEELDGEMEENTE}"], [], [*sjabloon["labels"], *periodes]]
    return rijen + [[label.format(**invul) for label in regel] for regel in sjabloon["regels"]]


def uitleg_rijen(layout: TabelLayout | KruisLayout) -> list[list[str]]:
    """The explanation of one layout: what goes into which column."""
    rijen = [[layout.titel, "", "", ""], [layout.uitleg, "", "", ""]]
    if isinstance(layout, KruisLayout):
        return [
            *rijen,
            [
                "Vervang 'Gemeente (GM0000)' door naam en code, en zet de jaren in de kopregel. Jaren erbij mag.",
                "",
                "",
                "",
            ],
        ]
    groepen = {n: g for g in layout.een_van for n in g}
    rijen.append(["kolom", "verplicht", "wat u invult", "voorbeeld"])
    for k in layout.kolommen:
        nodig = "ja" if k.verplicht else f"een van: {', '.join(groepen[k.naam])}" if k.naam in groepen else "nee"
        rijen.append([k.naam, nodig, k.uitleg, k.voorbeeld])
    return rijen


def _schrijf_csv(layouts: list[TabelLayout | KruisLayout], doel: Path) -> None:
    """A flat source gives its first layout; municipal crosstabs stand below each other, as the reader accepts them."""
    kruis = [x for x in layouts if isinstance(x, KruisLayout)]
    rijen = [rij for x in kruis for rij in [*data_rijen(x), []]] if kruis else data_rijen(layouts[0])
    with doel.open("w", encoding="utf-8-sig", newline="") as bestand:
        csv.writer(bestand, delimiter=";").writerows(rijen)


def _schrijf_werkboek(layouts: list[TabelLayout | KruisLayout], doel: Path) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(doel), {"strings_to_formulas": False}) as boek:
        kop = boek.add_format({"bold": True, "bg_color": "#E3EEF3", "border": 1, "text_wrap": True, "valign": "top"})
        titel = boek.add_format({"bold": True, "font_size": 14})
        tekst = boek.add_format({"num_format": "@"})
        for layout in layouts:
            _vul_blad(boek.add_worksheet(layoutnaam(layout)[:31]), layout, kop, titel, tekst)
        _vul_uitleg(boek.add_worksheet("Uitleg"), layouts, kop, titel)


def _vul_blad(blad: Any, layout: TabelLayout | KruisLayout, kop: Any, titel: Any, tekst: Any) -> None:
    rijen = data_rijen(layout)
    if isinstance(layout, TabelLayout):
        blad.set_column(0, len(rijen[0]) - 1, 20)
        # codes and dates stay as typed; measured columns stay numbers
        for k, kolom in enumerate(layout.kolommen):
            if kolom.soort in ("gemeentecode", "periode", "datum"):
                blad.set_column(k, k, 20, tekst)
        blad.write_row(0, 0, rijen[0], kop)
        blad.freeze_panes(1, 0)
        return
    blad.set_column(0, 0, 46)
    blad.set_column(1, 6, 18)
    blad.write_string(0, 0, rijen[0][0], titel)
    for r, rij in enumerate(rijen[1:], 1):
        for k, cel in enumerate(rij):
            if cel.isdigit():
                blad.write_number(r, k, int(cel), kop)
            elif cel:
                blad.write_string(r, k, cel, kop if r == 3 else None)


def _vul_uitleg(blad: Any, layouts: list[TabelLayout | KruisLayout], kop: Any, titel: Any) -> None:
    blad.set_column(0, 0, 44)
    blad.set_column(1, 1, 30)
    blad.set_column(2, 3, 60)
    blad.write_string(0, 0, f"Uitleg bij het sjabloon: {OMSCHRIJVING[layouts[0].bron]}", titel)
    r = 2
    for layout in layouts:
        blad.write_string(r, 0, f"Blad {layoutnaam(layout)}", kop)
        r += 1
        for rij in uitleg_rijen(layout):
            for k, cel in enumerate(rij):
                blad.write_string(r, k, cel, kop if rij[0] == "kolom" else None)
            r += 1
        r += 1
    blad.write_string(r, 0, "Tekens die u mag gebruiken", kop)
    for teken, betekenis in _TEKENS:
        r += 1
        blad.write_string(r, 0, teken)
        blad.write_string(r, 1, betekenis)
