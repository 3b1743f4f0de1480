"""The manifest: what the dossier is made of, so that a machine or an accountant can check it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from rekenkamer.rapport.controledossier.berekening import Telling, is_hidden
from rekenkamer.rapport.controledossier.gegevens import Gegevens
from rekenkamer.rapport.controledossier.keten import STAPPEN, amount_of
from rekenkamer.rapport.controledossier.rijen import Verloop
from rekenkamer.rapport.controledossier.werkmap import WIJZE
from rekenkamer.rapport.controledossier.woorden import INDICATIE

SCHEMA_VERSIE = 2


def build_manifest(g: Gegevens, xlsx: bytes, bestandsnaam: str, bladen: Mapping[str, str], telling: Telling) -> bytes:
    """JSON in UTF-8; amounts are text with two decimals, because JSON numbers are floats."""
    inhoud = {
        "schema_versie": SCHEMA_VERSIE,
        "soort": "controledossier",
        "strekking": INDICATIE,
        "gemeente": {"code": g.gemeentecode, "naam": g.gemeentenaam},
        "jaar": g.jaar,
        "regeling": g.regeling,
        "snapshot": {
            "id": g.snapshot_id,
            "vastgelegd_op": g.gemaakt_op.isoformat(),
            "sha256": g.snapshot_sha256,
        },
        "programma": {"naam": "rekenkamer-inburgering", "versie": g.versie},
        "bestand": {"naam": bestandsnaam, "sha256": hashlib.sha256(xlsx).hexdigest(), "bytes": len(xlsx)},
        "bladen": {"wijze": WIJZE, "sha256": dict(bladen)},
        "bedragen_nagerekend": telling.nagerekend,
        "bedragen_niet_te_berekenen": telling.niet_te_berekenen,
        "bedragen_niet_te_zien": telling.niet_te_zien,
        "bedragen_die_afwijken": telling.afwijkend,
        "bronnen": _bronnen(g),
        "regels": _regels(g),
        "uitkomsten": [_uitkomst(v) for v in sorted(g.verloop, key=lambda v: (v.scenario, v.jaar))],
    }
    return (json.dumps(inhoud, ensure_ascii=False, indent=2) + "\n").encode()


def _bronnen(g: Gegevens) -> list[dict[str, Any]]:
    plaatsen: dict[str, set[str]] = {}
    gevonden: list[tuple[str | None, str | None]] = []
    for rijen in (g.beschikkingen, g.bestedingen, g.tellingen, g.bevindingen):
        gevonden += [(rij.bron_id, rij.vindplaats) for rij in rijen]
    for bron_id, vindplaats in gevonden:
        if bron_id and vindplaats:
            plaatsen.setdefault(bron_id, set()).add(vindplaats)
    return [
        {
            "bron_id": b.bron_id,
            "levering_sha256": b.levering_id,
            "titel": b.titel,
            "bestand": b.bestand,
            "vindplaatsen": sorted(plaatsen.get(b.bron_id, ())),
        }
        for b in sorted(g.bronnen, key=lambda b: b.bron_id)
    ]


def _regels(g: Gegevens) -> dict[str, list[dict[str, Any]]]:
    jaren = {v.jaar for v in g.verloop}
    plafonds = _velden(
        g.plafonds, ("regelversie", "geldig_vanaf_jaar", "alpha", "beta", "status", "artikel", "tekst_datum")
    )
    prijzen = [p for p in g.prijzen if p.budgetjaar in jaren]
    return {
        "plafonds": plafonds,
        "bedragen_per_persoon": _velden(
            prijzen, ("budgetjaar", "component", "bedrag_eur", "status", "artikel", "tekst_datum")
        ),
        "aannames": _velden(g.aannames, ("code", "keuze", "status")),
    }


def _velden(rijen: Sequence[Any], velden: Sequence[str]) -> list[dict[str, Any]]:
    return [{veld: _waarde(getattr(rij, veld)) for veld in velden} for rij in rijen]


def _waarde(waarde: Any) -> Any:
    if isinstance(waarde, Decimal):
        return f"{waarde:f}"
    return waarde.isoformat() if isinstance(waarde, date) else waarde


def _uitkomst(v: Verloop) -> dict[str, Any]:
    bedragen = {f"{stap}_eur": _waarde(amount_of(v, stap)) for stap in STAPPEN}
    return {
        "scenario": v.scenario,
        "jaar": v.jaar,
        **bedragen,
        "toegekend_herkomst": v.toegekend_herkomst,
        "vaststelling_is_te_zien": not is_hidden(v),
        "regelversie": v.regelversie,
        "regel_status": v.regel_status,
        "is_volledig": v.is_volledig,
        "ontbreekt": v.ontbreekt,
    }
