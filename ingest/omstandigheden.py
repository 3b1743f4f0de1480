"""What a list of records does not say in its rows: peildatum and gemeente, from the command, a title and so on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from ingest.fouten import BestandFout
from ingest.gebied.gemeenten import Gemeenteregister, parse_code
from ingest.herkomst import BESTANDSNAAM, Herkomst
from ingest.layout import BRONNEN
from ingest.privacy.bsn import mask_tekst
from ingest.records.afkeuren import kort
from ingest.records.lezer import Omstandigheden
from ingest.records.stuk import Recordblad
from ingest.vindplaats import lees_peildatum
from ingest.waarden.perioden import parse_datum

_DATUM_IN_NAAM = re.compile(r"(?<!\d)(?:20\d{2}[-_.]?\d{2}[-_.]?\d{2}|\d{2}[-_.]\d{2}[-_.]20\d{2})(?!\d)")


def bepaal_omstandigheden(
    pad: Path, herkomst: Herkomst, register: Gemeenteregister, peildatum: date | None
) -> tuple[Omstandigheden, list[str]]:
    """What was given on purpose: peildatum by the command or herkomst.yml, gemeente also by the file name."""
    meldingen: list[str] = []
    dag = peildatum or herkomst.peildatum
    gemeente = None
    if herkomst.gemeente:
        gevonden = register.zoek(herkomst.gemeente)
        gemeente = gevonden.code if gevonden else parse_code(herkomst.gemeente)
        if gemeente is None:
            meldingen.append(f"De gemeente '{herkomst.gemeente}' in {BESTANDSNAAM} is niet bekend en telt niet mee.")
    else:
        in_naam = register.in_tekst(re.sub(r"[^\w]+|_|\d+", " ", pad.stem))
        gemeente = in_naam[0].code if len(in_naam) == 1 else None
    return Omstandigheden(register, dag, gemeente, None, mask_tekst(pad.name)), meldingen


def datum_in_naam(naam: str) -> date | None:
    """The one date in a file name, as 20250331, 2025-03-31 or 31-03-2025."""
    gevonden = {d for t in _DATUM_IN_NAAM.findall(naam) if (d := parse_datum(re.sub("[_.]", "-", t)))}
    return gevonden.pop() if len(gevonden) == 1 else None


def vul_aan_uit_titel(
    om: Omstandigheden, bladen: Sequence[Recordblad], bron: str | None, naam: str
) -> tuple[Omstandigheden, list[str]]:
    """Peildatum and gemeente from the lines above a table, where nothing else gave them; and how columns were taken."""
    meldingen = [] if bron else [m for blad in bladen if (m := _andere_lezing(blad, naam))]
    meldingen += [m for blad in bladen for m in _vervangers(blad)]
    if om.peildatum is None:
        om, gevonden = _zoek_peildatum(om, bladen, naam)
        meldingen += gevonden
    titel = [cel for blad in bladen for cel in _titel(blad)]
    genoemd = {g.code: g for cel in titel for g in om.register.in_tekst(cel)}
    if om.gemeente is None and len(genoemd) == 1:
        gemeente = next(iter(genoemd.values()))
        om = replace(om, gemeente=gemeente.code)
        if not any({"gemeentecode", "gemeentenaam"} & set(blad.kop.posities) for blad in bladen):
            meldingen.append(f"De gemeente {gemeente.naam} komt uit de titel boven de tabel.")
    return om, meldingen


def _titel(blad: Recordblad) -> list[str]:
    return [cel for rij in blad.begin[: blad.kop.index] for cel in rij if cel]


def _zoek_peildatum(om: Omstandigheden, bladen: Sequence[Recordblad], naam: str) -> tuple[Omstandigheden, list[str]]:
    """A title says what the table is; the date in a file name may be the day of the export, so it comes last."""
    nodig = [b for b in bladen if b.kop.layout.heeft("peildatum") and "peildatum" not in b.kop.posities]
    in_titel = {dag for blad in nodig if (dag := lees_peildatum(_titel(blad)))}
    if len(in_titel) > 1:
        dagen = ", ".join(f"{d:%d-%m-%Y}" for d in sorted(in_titel))
        raise BestandFout(
            f"Boven de tabellen in dit bestand staan verschillende peildatums ({dagen}). Zet in elke tabel een kolom "
            "peildatum, of lever elk blad als een bestand apart."
        )
    if in_titel:
        dag = in_titel.pop()
        return replace(om, peildatum=dag), [f"De peildatum {dag:%d-%m-%Y} komt uit de titel boven de tabel."]
    if uit_naam := datum_in_naam(naam):
        gezegd = [f"De peildatum {uit_naam:%d-%m-%Y} is uit de bestandsnaam gehaald."] if nodig else []
        return replace(om, peildatum=uit_naam), gezegd
    return om, []


def _andere_lezing(blad: Recordblad, naam: str) -> str | None:
    """A list of persons that fits two sources equally well: say which was taken, unless its name does."""
    genoemd = re.search(rf"(?<![a-z]){blad.kop.layout.bron}(?![a-z])", f"{naam} {blad.blad or ''}".lower())
    if not blad.kop.ook or genoemd:
        return None
    bronnen = [x for x in BRONNEN if x in blad.kop.ook]
    return (
        f"Gelezen als '{blad.kop.layout.titel}'. De kolommen passen even goed bij bron {' en '.join(bronnen)}; komt de "
        f"lijst daarvandaan, trek de levering dan in en lees haar opnieuw met --bron {bronnen[0]}."
    )


def _vervangers(blad: Recordblad) -> list[str]:
    """Columns that stand in for one that was not delivered."""
    kop = blad.kop
    return [
        f"Er is geen kolom {naam}; daarvoor geldt '{kort(kop.teksten[kop.posities[naam][0]])}'. Is een plan "
        "later aangepast, dan is die datum te laat en lijkt de doorlooptijd langer."
        for naam in kop.anders
    ]
