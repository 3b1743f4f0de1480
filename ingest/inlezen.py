"""Read deliveries from files and folders into the warehouse."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb

from ingest.bestanden.bestand import lees_bytes, sha256
from ingest.cel import Lezing
from ingest.cellenweg import lees_bestand
from ingest.fouten import BestandFout, IngestFout, OnbekendeBron
from ingest.gebied.gemeenten import Gemeenteregister
from ingest.herkennen import leg_uit
from ingest.herkomst import BESTANDSNAAM, lees_herkomst
from ingest.layout import BRONNEN
from ingest.magazijn.laden import is_geladen, open_warehouse
from ingest.magazijn.logboek import noteer, verwijder_wezen
from ingest.omstandigheden import bepaal_omstandigheden, vul_aan_uit_titel
from ingest.ontvangst import ontvang
from ingest.privacy.bsn import mask_tekst
from ingest.resultaat import Resultaat, Status, geweigerd
from ingest.tvs.lezer import neem_dag_uit_naam
from ingest.verwerken import Verwerking, maak_omstandigheden

__all__ = ["Resultaat", "Status", "inlezen", "lees_bestand", "zoek_bestanden"]

Voortgang = Callable[[int, int, str], None]
_OVERSLAAN = {BESTANDSNAAM, "herkomst.yaml", "thumbs.db", "desktop.ini"}


def inlezen(
    paden: Sequence[Path],
    warehouse_pad: Path,
    afgekeurd_map: Path,
    bron: str | None = None,
    peildatum: date | None = None,
    voortgang: Voortgang | None = None,
) -> list[Resultaat]:
    """Read every file; raises IngestFout (Dutch text) only when nothing can be read at all."""
    if bron is not None and bron not in BRONNEN:
        raise OnbekendeBron(f"Bron '{bron}' bestaat niet. Kies uit: {', '.join(BRONNEN)}.")
    resultaten: list[Resultaat] = []
    bestanden: list[Path] = []
    for pad in paden:
        gevonden, melding = zoek_bestanden(Path(pad))
        bestanden += gevonden
        if melding:
            resultaten.append(geweigerd(Path(pad), melding))
    if not bestanden:
        return resultaten
    with open_warehouse(warehouse_pad) as verbinding:
        verwijder_wezen(verbinding, afgekeurd_map)
        for nummer, pad in enumerate(dict.fromkeys(bestanden), 1):
            if voortgang:
                voortgang(nummer, len(bestanden), mask_tekst(pad.name))
            resultaten.append(lees_levering(verbinding, pad, afgekeurd_map, bron, peildatum))
    return resultaten


def zoek_bestanden(pad: Path) -> tuple[list[Path], str | None]:
    """The files behind one path; a folder is walked without hidden files, lock files and read-me's."""
    if pad.is_file():
        return [pad], None
    if not pad.exists():
        return [], f"'{pad.name or pad}' bestaat niet. Controleer de naam en de map."
    if not pad.is_dir():
        return [], f"'{pad.name}' is geen gewoon bestand en geen map. Geef een bestand of een map op."
    gevonden = sorted(p for p in pad.rglob("*") if p.is_file() and not _is_bijzaak(p.relative_to(pad)))
    return gevonden, None if gevonden else f"In map '{pad.name}' staat geen bestand om in te lezen."


def _is_bijzaak(pad: Path) -> bool:
    naam = pad.name.lower()
    return (
        any(deel.startswith((".", "~$")) for deel in pad.parts)
        or naam in _OVERSLAAN
        or naam.startswith(("readme", "leesmij"))
    )


def lees_levering(
    verbinding: duckdb.DuckDBPyConnection, pad: Path, afgekeurd_map: Path, bron: str | None, peildatum: date | None
) -> Resultaat:
    """One file: recognise, read, check and load it, or say why not."""
    levering_id = ""
    try:
        levering_id = sha256(lees_bytes(pad))
        if is_geladen(verbinding, levering_id):
            return Resultaat(mask_tekst(pad.name), (), "al_ingelezen", 0, 0, None,
                             (_zeg_al_ingelezen(verbinding, levering_id, pad),), levering_id)  # fmt: skip
        uit = _lees(verbinding, pad, levering_id, afgekeurd_map, bron, peildatum)
    except BestandFout as fout:
        uit = geweigerd(pad, str(fout), levering_id)
    except (IngestFout, duckdb.Error):
        raise  # the warehouse itself: going on with the next file makes no sense
    except Exception as fout:  # noqa: BLE001 - one file that nobody foresaw must not stop the others
        uit = geweigerd(pad, _meld_onvoorzien(fout, afgekeurd_map.parent), levering_id)
    if uit.status == "afgekeurd":
        noteer(verbinding, "geweigerd", uit.bestand, levering_id or None, bron, uit.rijen_afgekeurd or None,
               mask_tekst(uit.meldingen[-1]))  # fmt: skip
    return uit


def _zeg_al_ingelezen(verbinding: duckdb.DuckDBPyConnection, levering_id: str, pad: Path) -> str:
    eerder = verbinding.execute("select bestand from raw.levering where levering_id = ?", [levering_id]).fetchone()
    if eerder is None or eerder[0] == mask_tekst(pad.name):
        return "Dit bestand is al eerder ingelezen; er is niets veranderd."
    return (
        f"De inhoud is precies gelijk aan die van '{eerder[0]}', dat al is ingelezen; er is niets veranderd. Is dit "
        "een nieuwe stand, vraag dan of het goede bestand is gestuurd, of zet een kolom peildatum in het bestand."
    )


def _meld_onvoorzien(fout: Exception, data_map: Path) -> str:
    """Keep where it went wrong; not the words of the exception, which may repeat what the file holds."""
    verslag = "".join(traceback.format_tb(fout.__traceback__)) + type(fout).__name__ + "\n"
    with suppress(OSError):
        (data_map / "onverwacht.log").write_text(verslag, encoding="utf-8")
    return (
        "Dit bestand kan niet worden gelezen door een fout die niet was voorzien; er is niets van opgeslagen. Sla het "
        "opnieuw op als .xlsx of CSV en probeer het nog eens. Blijft het misgaan, meld het dan met onverwacht.log."
    )


def _lees(
    verbinding: duckdb.DuckDBPyConnection, pad: Path, levering_id: str, afgekeurd_map: Path,
    bron: str | None,
    peildatum: date | None,
) -> Resultaat:  # fmt: skip
    herkomst, opmerking = lees_herkomst(pad)
    bron = bron or herkomst.bron
    register = Gemeenteregister.laad(verbinding)
    om, meldingen = bepaal_omstandigheden(pad, herkomst, register, peildatum)
    ontvangen = ontvang(pad, levering_id, bron, register, om.gemeente)
    records = ontvangen.records or ontvangen.klaar
    om, uit_titel = vul_aan_uit_titel(om, ontvangen.records, bron, pad.stem)
    meldingen += uit_titel
    bestand = ontvangen.bestand
    # only a date that was given on purpose holds for cells; the date in a file name is a last resort for records
    lezing = lees_bestand(bestand, bron, peildatum or herkomst.peildatum, register) if bestand.bladen else Lezing()
    if not (peildatum or herkomst.peildatum):
        meldingen += neem_dag_uit_naam(lezing.cellen, om.peildatum)
    lezing.meldingen += [m for m in [opmerking, *dict.fromkeys(meldingen)] if m]
    if not lezing.herkend and not lezing.afkeuringen and not records:
        return geweigerd(pad, leg_uit(bestand, bron), bestand.levering_id)
    om = maak_omstandigheden(verbinding, ontvangen, om)
    if not any(b.kop.layout.heeft("peildatum") for b in ontvangen.records):
        om = replace(om, peildatum=peildatum or herkomst.peildatum)
    return Verwerking(verbinding, ontvangen, lezing, herkomst, om, afgekeurd_map).verwerk()
