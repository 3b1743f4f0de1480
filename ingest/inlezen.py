"""Read deliveries from files and folders into the warehouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

import duckdb

from ingest.afkeuren import schrijf_afgekeurd
from ingest.begrippen import vorm
from ingest.bestand import Bestand, lees_bytes, open_bestand, sha256
from ingest.bsn import MASKER, mask_tekst
from ingest.cel import Afkeuring, Lezing
from ingest.dubbelen import weer_dubbelen
from ingest.fouten import BestandFout, IngestFout, OnbekendeBron
from ingest.gemeenten import Gemeenteregister
from ingest.herkennen import heeft_kruistabel, kies_tabel, leg_uit
from ingest.herkomst import BESTANDSNAAM, Herkomst, lees_herkomst
from ingest.kruisblokken import is_tabelrij
from ingest.kruistabel import lees_kruistabellen
from ingest.laden import Levering, is_geladen, laad_levering, open_warehouse
from ingest.layout import BRONNEN
from ingest.lezers import bron_van_layout
from ingest.schema import keur_cellen
from ingest.tabel import TabelLezer

Status = Literal["ingelezen", "al_ingelezen", "deels", "afgekeurd"]
Voortgang = Callable[[int, int, str], None]
_TEKSTBLADEN = frozenset(["uitleg", "leeswijzer", "toelichting", "leesmij"])  # examples there are no figures
_OVERSLAAN = {BESTANDSNAAM, "herkomst.yaml", "thumbs.db", "desktop.ini"}


@dataclass(frozen=True)
class Resultaat:
    """What became of one file. `rijen_*` count table rows; `meldingen` are Dutch sentences for the deliverer."""

    bestand: str
    herkend_als: tuple[str, ...]
    status: Status
    rijen_goed: int
    rijen_afgekeurd: int
    afgekeurd_pad: Path | None
    meldingen: tuple[str, ...]
    levering_id: str


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
            resultaten.append(_geweigerd(Path(pad), melding))
    if not bestanden:
        return resultaten
    with open_warehouse(warehouse_pad) as verbinding:
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
    try:
        inhoud = lees_bytes(pad)
        levering_id = sha256(inhoud)
        if is_geladen(verbinding, levering_id):
            return Resultaat(mask_tekst(pad.name), (), "al_ingelezen", 0, 0, None,
                             ("Dit bestand is al eerder ingelezen; er is niets veranderd.",), levering_id)  # fmt: skip
        bestand = open_bestand(pad, inhoud)
    except BestandFout as fout:
        return _geweigerd(pad, str(fout))
    herkomst, opmerking = lees_herkomst(pad)
    lezing = lees_bestand(bestand, bron or herkomst.bron, peildatum or herkomst.peildatum)
    if opmerking:
        lezing.meldingen.append(opmerking)
    if not lezing.herkend and not lezing.afkeuringen:
        return _geweigerd(pad, leg_uit(bestand, bron or herkomst.bron), bestand.levering_id)
    return _verwerk(verbinding, bestand, lezing, herkomst, afgekeurd_map, peildatum)


def _geweigerd(pad: Path, melding: str, levering_id: str = "") -> Resultaat:
    return Resultaat(mask_tekst(pad.name or str(pad)), (), "afgekeurd", 0, 0, None, (melding,), levering_id)


def lees_bestand(bestand: Bestand, bron: str | None, peildatum: date | None) -> Lezing:
    """Read every sheet of an opened file and check the cells; nothing is stored yet."""
    register = Gemeenteregister.laad()
    lezing = Lezing()
    vreemd: list[Afkeuring] = []
    for blad in bestand.bladen:
        if kop := kies_tabel(blad, bron):
            lezing.voeg_toe(TabelLezer(blad, kop, register, peildatum).lees())
        elif heeft_kruistabel(blad, bron):
            lezing.voeg_toe(lees_kruistabellen(blad, register, peildatum))
        else:
            vreemd += _onherkend_blad(blad.naam, blad.rijen)
    if lezing.herkend or lezing.afkeuringen:
        lezing.afkeuringen += vreemd
    keur_cellen(lezing)
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
        a.koppen = lezing.koppen.get(a.blad, [])
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


def _verwerk(
    verbinding: duckdb.DuckDBPyConnection, bestand: Bestand, lezing: Lezing, herkomst: Herkomst, afgekeurd_map: Path,
    peildatum: date | None,
) -> Resultaat:  # fmt: skip
    goed, fout = lezing.rijen_goed(), lezing.rijen_afgekeurd()
    pad = None
    meldingen = list(lezing.meldingen)
    if lezing.afkeuringen:
        try:
            pad = schrijf_afgekeurd(afgekeurd_map, bestand.naam, bestand.levering_id, lezing.afkeuringen)
        except OSError:
            raise IngestFout(
                f"De afgekeurde rijen van {bestand.naam} kunnen niet worden weggeschreven. Sluit het bestand met "
                "afgekeurde rijen als het in Excel open staat en controleer of er schijfruimte is."
            ) from None
    if not lezing.cellen:
        meldingen.append(
            "Geen enkele rij kon worden ingelezen." if fout else "Er staan geen rijen met cijfers in dit bestand."
        )
        return Resultaat(
            bestand.naam, tuple(lezing.herkend), "afgekeurd", 0, fout, pad, tuple(meldingen), bestand.levering_id
        )
    laad_levering(verbinding, _levering(bestand, lezing, herkomst, peildatum), lezing.cellen)
    status: Status = "deels" if fout else "ingelezen"
    return Resultaat(
        bestand.naam, tuple(lezing.herkend), status, goed, fout, pad, tuple(meldingen), bestand.levering_id
    )


def _levering(bestand: Bestand, lezing: Lezing, herkomst: Herkomst, peildatum: date | None) -> Levering:
    datums = {c.peildatum for c in lezing.cellen}
    hele_bestand = datums.pop() if len(datums) == 1 else None
    return Levering(
        levering_id=bestand.levering_id, bron=bron_van_layout(lezing.cellen[0].layout),
        titel=herkomst.titel or mask_tekst(bestand.pad.stem), uitgever=herkomst.uitgever, bestand=bestand.naam,
        formaat=bestand.formaat, peildatum=peildatum or herkomst.peildatum or hele_bestand,
        ontvangen_op=datetime.now(UTC).replace(tzinfo=None), openbaar=herkomst.openbaar, herkomst=herkomst.herkomst,
        kanttekening=herkomst.kanttekening,
        is_synthetisch=herkomst.is_synthetisch or "synthetisch" in bestand.pad.name.lower(),
        rijen_goed_aantal=lezing.rijen_goed(), rijen_afgekeurd_aantal=lezing.rijen_afgekeurd(),
    )  # fmt: skip
