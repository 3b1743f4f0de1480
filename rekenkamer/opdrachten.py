"""What each command does: call the chain, print the outcome in Dutch, return the exit code."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

from rekenkamer.instellingen import load_instellingen
from rekenkamer.slot import hold_slot
from rekenkamer.vangnet import DEELS, GELUKT, VERKEERDE_AANROEP, zonder_traceback
from rekenkamer.weergave import melding, show_bevindingen, show_bouwuitslag, show_leveringen, show_tabel, show_voortgang

ADRES = "127.0.0.1"
GEEN_SNAPSHOT = "Er is nog geen snapshot. Maak er een met: rekenkamer bouwen"


@zonder_traceback
def inlezen(paden: Sequence[Path], bron: str | None, peildatum: date | None, als_json: bool) -> int:
    """Read deliveries into the warehouse; 1 when rows or files were refused."""
    from ingest.bronnen import list_bronnen
    from ingest.inlezen import inlezen as lees_in

    instellingen = load_instellingen()
    namen = sorted({b.bron for b in list_bronnen()})
    if bron is not None and bron not in namen:
        melding(f"De bron '{bron}' is onbekend. Kies uit: {', '.join(namen)}.")
        return VERKEERDE_AANROEP
    weg = [str(p) for p in paden if not p.exists()]
    if weg:
        melding(f"Dit bestand of deze map bestaat niet: {', '.join(weg)}. Controleer het pad.")
        return VERKEERDE_AANROEP
    with hold_slot(instellingen), show_voortgang("Inlezen") as voortgang:
        resultaten = lees_in(
            list(paden), instellingen.warehouse_pad, instellingen.afgekeurd_map, bron, peildatum, voortgang
        )
    show_leveringen(resultaten, als_json)
    if any(r.rijen_goed for r in resultaten):
        melding("Het dashboard toont dit pas na: rekenkamer bouwen")
    goed = all(r.status in ("ingelezen", "al_ingelezen") for r in resultaten)
    return GELUKT if goed else DEELS


@zonder_traceback
def bouwen(als_json: bool = False) -> int:
    """Build, test and publish; on failure the pointer stays where it was."""
    from rekenkamer.bouwen import run_dbt
    from rekenkamer.publiceren import publish

    instellingen = load_instellingen()
    with hold_slot(instellingen):
        uitslag = run_dbt(instellingen)
        snapshot = publish(instellingen, uitslag.manifest_pad) if uitslag.gelukt else None
    show_bouwuitslag(uitslag, snapshot, als_json)
    return GELUKT if snapshot else DEELS


@zonder_traceback
def dashboard(poort: int) -> int:
    """Serve the newest snapshot on 127.0.0.1 until interrupted."""
    from dashboard.serveren import is_free, serve

    if not is_free(poort, ADRES):
        melding(f"Poort {poort} is al in gebruik. Sluit het andere programma of kies een andere poort met --poort.")
        return DEELS
    melding(f"Het dashboard staat op http://{ADRES}:{poort}. Stoppen: Ctrl+C.")
    serve(poort, ADRES, open_browser=os.environ.get("BROWSER") != "none")
    return GELUKT


@zonder_traceback
def start(poort: int) -> int:
    """Read the shipped deliveries when nothing is loaded yet, build, publish, serve."""
    from rekenkamer.bouwen import count_leveringen

    instellingen = load_instellingen()
    if not count_leveringen(instellingen):
        melding("Nog niets ingelezen: de meegeleverde cijfers worden gelezen.")
        code = inlezen([instellingen.voorbeeld_map], None, None, als_json=False)
        if code != GELUKT:
            return code
    code = bouwen()
    return code if code != GELUKT else dashboard(poort)


@zonder_traceback
def pad(publiek: bool) -> int:
    """Print the path of the newest snapshot; 1 when there is none."""
    from rekenkamer.publiceren import read_pointer

    snapshot = read_pointer(load_instellingen())
    if snapshot is None:
        melding(GEEN_SNAPSHOT)
        return DEELS
    if publiek:
        melding("Er is nog geen openbare snapshot: die komt pas als kleine aantallen beschermd zijn.")
        return DEELS
    print(snapshot.pad)
    return GELUKT


@zonder_traceback
def bevindingen(gemeente: str | None, als_json: bool) -> int:
    """List the findings of the newest snapshot."""
    from rekenkamer.bevindingen import OnbekendeGemeente, list_bevindingen
    from rekenkamer.publiceren import read_pointer

    snapshot = read_pointer(load_instellingen())
    if snapshot is None:
        melding(GEEN_SNAPSHOT)
        return DEELS
    try:
        rijen = list_bevindingen(snapshot.pad, gemeente)
    except OnbekendeGemeente as fout:
        melding(str(fout))
        return VERKEERDE_AANROEP
    if als_json:
        print(json.dumps(rijen, ensure_ascii=False, indent=2, default=str))
    else:
        if gemeente:
            melding("Bevindingen over groepen gemeenten staan hier niet bij; die ziet u zonder --gemeente.")
        show_bevindingen(rijen)
    return GELUKT


@zonder_traceback
def sjabloon(bron: str, pad_: Path | None) -> int:
    """Write an empty template; 2 when the source is unknown."""
    from ingest.sjabloon import OnbekendeBron, write_sjabloon

    if pad_ is not None and pad_.is_file():
        melding(f"Het bestand {pad_} bestaat al en wordt niet overschreven. Geef een andere naam op.")
        return VERKEERDE_AANROEP
    try:
        print(write_sjabloon(bron, pad_))
    except OnbekendeBron as fout:
        melding(str(fout))
        return VERKEERDE_AANROEP
    return GELUKT


@zonder_traceback
def bronnen(als_json: bool) -> int:
    """List the sources and layouts that can be read."""
    from ingest.bronnen import list_bronnen

    rijen = [asdict(b) for b in list_bronnen()]
    if als_json:
        json.dump(rijen, sys.stdout, ensure_ascii=False, indent=2, default=str)
        print()
    else:
        show_tabel("Wat gelezen kan worden", ("bron", "layout", "inhoud"), rijen)
        melding("Een leeg invulbestand: rekenkamer sjabloon BRON, met een naam uit de eerste of tweede kolom.")
    return GELUKT


@zonder_traceback
def synthetisch(gemeenten: int, personen: int, zaad: int, map_: Path | None) -> int:
    """Write made-up deliveries into a folder of their own; 2 when that folder holds something else."""
    from rekenkamer.synthetisch import FOUTENLIJST, MAP_LEVERINGEN, OngeldigeOmvang, maak_synthetisch

    doel = map_ or Path(f"synthetisch_{gemeenten}_{personen}_{zaad}")
    if doel.is_file() or (doel.is_dir() and any(doel.iterdir())):
        melding(f"De map {doel} is niet leeg; er wordt niets overschreven. Geef een andere map op met --map.")
        return VERKEERDE_AANROEP
    try:
        overzicht = maak_synthetisch(doel, gemeenten, personen, zaad)
    except OngeldigeOmvang as fout:
        melding(str(fout))
        return VERKEERDE_AANROEP
    melding(
        f"{len(overzicht.leveringen)} verzonnen leveringen over {personen} personen in {gemeenten} gemeenten. "
        f"Wat er fout aan is, staat in {doel / FOUTENLIJST}. Inlezen: rekenkamer inlezen {doel / MAP_LEVERINGEN}"
    )
    print(doel)
    return GELUKT
