"""Commands that look after what was loaded: list deliveries, withdraw one, let persons expire."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, date
from typing import Any

from rekenkamer.instellingen import load_instellingen
from rekenkamer.slot import hold_slot
from rekenkamer.vangnet import GELUKT, zonder_traceback
from rekenkamer.weergave import melding, show_tabel

BOUW_OPNIEUW = "Het dashboard verandert pas na: rekenkamer bouwen"
_KOLOMMEN = ("kenmerk", "ontvangen", "bestand", "stand", "rijen", "status")
_HEEL = ("kenmerk", "ontvangen", "stand", "rijen")


@zonder_traceback
def leveringen(als_json: bool) -> int:
    """List every delivery with its status, in order of arrival."""
    from ingest.magazijn.laden import open_warehouse
    from ingest.magazijn.leveringen import list_leveringen

    instellingen = load_instellingen()
    with hold_slot(instellingen), open_warehouse(instellingen.warehouse_pad) as verbinding:
        regels = [asdict(r) for r in list_leveringen(verbinding)]
    if als_json:
        print(json.dumps(regels, ensure_ascii=False, indent=2, default=str))
        return GELUKT
    show_tabel(f"{len(regels)} leveringen", _KOLOMMEN, [_als_regel(r) for r in regels], _HEEL)
    for regel in regels:
        if regel["reden"]:
            melding(f"{regel['bestand']} ({regel['status']}): {regel['reden']}")
    if regels:
        melding("Een levering intrekken: rekenkamer vergeten KENMERK (of de bestandsnaam).")
    return GELUKT


def _als_regel(regel: dict[str, Any]) -> dict[str, Any]:
    """One line for people: local time, a short id, and whether its figures still count."""
    status = regel["status"]
    if regel["cijfers"] and regel["cijfers_in_gebruik"] < regel["cijfers"]:
        status += f", {regel['cijfers_in_gebruik']} van {regel['cijfers']} cijfers in gebruik"
    lokaal = regel["ontvangen_op"].replace(tzinfo=UTC).astimezone()
    rijen = f"{regel['rijen_goed'] or 0}"
    if regel["rijen_afgekeurd"]:
        rijen += f" (+{regel['rijen_afgekeurd']} niet)"
    return {
        "kenmerk": regel["levering_id"][:8], "ontvangen": f"{lokaal:%d-%m-%y %H:%M}", "bestand": regel["bestand"],
        "stand": f"{regel['peildatum']:%d-%m-%y}" if regel["peildatum"] else "", "rijen": rijen, "status": status,
    }  # fmt: skip


@zonder_traceback
def vergeten(levering: str, reden: str | None) -> int:
    """Withdraw one delivery; 1 when it is not there or the name fits more than one."""
    from ingest.magazijn.vergeten import vergeet_levering

    instellingen = load_instellingen()
    with hold_slot(instellingen):
        uit = vergeet_levering(instellingen.warehouse_pad, levering, instellingen.afgekeurd_map, reden)
    melding(
        f"{uit.bestand} ({uit.levering_id[:8]}) is ingetrokken: {uit.rijen_aantal} cijfers en records zijn weg uit het "
        f"magazijn en het staat in het logboek. Terughalen kan door het bestand opnieuw in te lezen. {BOUW_OPNIEUW}"
    )
    return GELUKT


@zonder_traceback
def verlopen(vandaag: date, proef: bool, als_json: bool) -> int:
    """Delete persons whose retention term is over, or with `proef` only say how many there are."""
    from ingest.magazijn.bewaren import bepaal_grens, bewaarjaren, verwijder_verlopen

    instellingen = load_instellingen()
    grens = bepaal_grens(vandaag, bewaarjaren())
    with hold_slot(instellingen):
        uit = verwijder_verlopen(instellingen.warehouse_pad, grens, proef)
    if als_json:
        print(json.dumps(asdict(uit) | {"proef": proef}, ensure_ascii=False, indent=2, default=str))
        return GELUKT
    if uit.rijen:
        show_tabel("Verlopen rijen", ("indeling", "rijen"), [{"indeling": t, "rijen": n} for t, n in uit.rijen.items()])
    wat = "zouden worden verwijderd (proef: er is niets veranderd)" if proef else "zijn verwijderd"
    melding(
        f"Van {uit.personen_aantal} personen eindigde de plicht vóór {grens:%d-%m-%Y}, of zijn zij, als geen lijst hun "
        f"plicht noemt, voor het laatst geleverd vóór die dag; hun rijen {wat}."
    )
    if uit.zonder_einde_aantal:
        melding(f"Van {uit.zonder_einde_aantal} personen is nog geen einde van de plicht geleverd; die blijven staan.")
    if uit.rijen and not proef:
        melding(BOUW_OPNIEUW)
    return GELUKT
