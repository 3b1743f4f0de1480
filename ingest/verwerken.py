"""Write what was read from one delivery: everything in one transaction, refused rows in their own workbook."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from ingest.afkeuren import schrijf_afgekeurd, vat_samen
from ingest.bestanden.bestand import Bestand
from ingest.cel import Afkeuring, Lezing
from ingest.fouten import BestandFout, IngestFout
from ingest.herkomst import Herkomst
from ingest.lezers import bron_van_layout
from ingest.magazijn.laden import Levering, schrijf_levering, transactie
from ingest.ontvangst import Ontvangen
from ingest.privacy.bsn import mask_tekst
from ingest.privacy.pseudoniem import lees_sleutel
from ingest.records.layout import record_layout
from ingest.records.levering import RecordUitslag, laad_records
from ingest.records.lezer import MAX_AFKEURINGEN, Bijstelling, Omstandigheden
from ingest.records.nummers import rijnummer_fout
from ingest.resultaat import Resultaat, Status

_MAX_RONDES = 4


class _Terugdraaien(Exception):
    """Leave the transaction without writing anything."""


@dataclass
class Verwerking:
    """One delivery on its way into the warehouse."""

    verbinding: duckdb.DuckDBPyConnection
    ontvangen: Ontvangen
    lezing: Lezing
    herkomst: Herkomst
    om: Omstandigheden
    afgekeurd_map: Path
    pad: Path | None = None

    @property
    def bestand(self) -> Bestand:
        """The delivered file."""
        return self.ontvangen.bestand

    def verwerk(self) -> Resultaat:
        """Write the delivery; raises BestandFout when nothing of it may be read."""
        bijstellingen: dict[int, Bijstelling] = {}
        for _ in range(_MAX_RONDES):
            uitslag = RecordUitslag()
            try:
                with transactie(self.verbinding, self.bestand.naam):
                    uitslag = laad_records(
                        self.verbinding, self.bestand.levering_id, self.ontvangen.records, self.ontvangen.klaar,
                        self.om, bijstellingen,
                    )  # fmt: skip
                    if uitslag.bijstellingen:
                        raise _Terugdraaien
                    self._schrijf_afgekeurd(uitslag)
                    if not uitslag.goed and not self.lezing.cellen:
                        raise _Terugdraaien
                    levering = self._levering(uitslag)
                    schrijf_levering(self.verbinding, levering, self.lezing.cellen)
            except _Terugdraaien:
                if uitslag.bijstellingen:
                    bijstellingen = uitslag.bijstellingen
                    _eis_kolommen(self.ontvangen, bijstellingen)
                    continue
            return self._resultaat(uitslag)
        raise BestandFout(
            "De getallen of datums in dit bestand spreken elkaar zo tegen dat niet te zeggen is hoe zij gelezen moeten "
            "worden. Lever het bestand aan met overal dezelfde schrijfwijze."
        )

    def _schrijf_afgekeurd(self, uitslag: RecordUitslag) -> None:
        afkeuringen: list[Afkeuring] = [*self.lezing.afkeuringen, *uitslag.afkeuringen]
        if not afkeuringen:
            return
        try:
            self.pad = schrijf_afgekeurd(
                self.afgekeurd_map, self.bestand.naam, self.bestand.levering_id, afkeuringen[:MAX_AFKEURINGEN]
            )
        except OSError:
            raise IngestFout(
                f"De afgekeurde rijen van {self.bestand.naam} kunnen niet worden weggeschreven. Sluit het bestand met "
                "afgekeurde rijen als het in Excel open staat en controleer of er schijfruimte is."
            ) from None

    def _resultaat(self, uitslag: RecordUitslag) -> Resultaat:
        goed = self.lezing.rijen_goed() + uitslag.goed
        fout = self.lezing.rijen_afgekeurd() + uitslag.afgekeurd
        redenen = vat_samen(
            [*self.lezing.afkeuringen, *uitslag.afkeuringen], totaal=fout if fout > MAX_AFKEURINGEN else None
        )
        meldingen = list(dict.fromkeys([*self.lezing.meldingen, *uitslag.meldingen, *redenen]))
        if fout > MAX_AFKEURINGEN:
            meldingen.append(
                f"Van de {fout} afgekeurde rijen staan er {MAX_AFKEURINGEN} in het bestand met afgekeurde rijen."
            )
        if not goed:
            meldingen.append("Geen enkele rij kon worden ingelezen." if fout else _LEEG)
        herkend = tuple(dict.fromkeys([*self.lezing.herkend, *uitslag.layouts]))
        status: Status = "afgekeurd" if not goed else "deels" if fout else "ingelezen"
        return Resultaat(
            self.bestand.naam, herkend, status, goed, fout, self.pad, tuple(meldingen), self.bestand.levering_id
        )

    def _levering(self, uitslag: RecordUitslag) -> Levering:
        cellen, herkomst = self.lezing.cellen, self.herkomst
        datums = {c.peildatum for c in cellen} | uitslag.peildatums
        hele_bestand = datums.pop() if len(datums) == 1 else None
        persoon = any(record_layout(x).persoonsgegevens for x in uitslag.layouts)
        layouts = [*uitslag.layouts, *(c for c in dict.fromkeys(x.layout for x in cellen))]
        gemeenten = uitslag.gemeenten | {c.gemeentecode for c in cellen if c.gemeentecode}
        bron = record_layout(uitslag.layouts[0]).bron if uitslag.goed else bron_van_layout(cellen[0].layout)
        return Levering(
            levering_id=self.bestand.levering_id, bron=bron, titel=herkomst.titel or mask_tekst(self.bestand.pad.stem),
            uitgever=herkomst.uitgever, bestand=self.bestand.naam, formaat=self.bestand.formaat,
            peildatum=self.om.peildatum or hele_bestand, ontvangen_op=datetime.now(UTC).replace(tzinfo=None),
            openbaar=herkomst.openbaar and not persoon, herkomst=herkomst.herkomst, kanttekening=herkomst.kanttekening,
            is_synthetisch=herkomst.is_synthetisch or "synthetisch" in self.bestand.pad.name.lower(),
            rijen_goed_aantal=self.lezing.rijen_goed() + uitslag.goed,
            rijen_afgekeurd_aantal=self.lezing.rijen_afgekeurd() + uitslag.afgekeurd,
            layouts=",".join(layouts), gemeenten=",".join(sorted(gemeenten)) or None,
            sleutel_kenmerk=self.om.sleutel.kenmerk if persoon and self.om.sleutel else None,
        )  # fmt: skip


def _eis_kolommen(ontvangen: Ontvangen, bijstellingen: dict[int, Bijstelling]) -> None:
    """A column full of BSNs is left out; a layout can't do without what it is recognised by."""
    for nummer, bijstelling in bijstellingen.items():
        layout = ontvangen.records[nummer].kop.layout
        if mist := sorted(bijstelling.zonder & set(layout.verplicht)):
            raise BestandFout(
                f"In kolom {', '.join(mist)} staan burgerservicenummers (BSN) in plaats van de waarde die daar hoort. "
                "Er is niets van dit bestand opgeslagen. Controleer of de koppen boven de goede kolommen staan."
            )


def maak_omstandigheden(
    verbinding: duckdb.DuckDBPyConnection, ontvangen: Ontvangen, om: Omstandigheden
) -> Omstandigheden:
    """Check that person rows can be placed, and fetch the key; raises BestandFout with what must be added."""
    personen = [b for b in ontvangen.records if b.kop.layout.persoonsgegevens]
    for blad in personen:
        aanwezig, layout = set(blad.kop.posities), blad.kop.layout
        if fout := rijnummer_fout(blad):
            raise BestandFout(fout)
        if om.peildatum is None and "peildatum" not in aanwezig:
            raise BestandFout(_GEEN_PEILDATUM)
        if layout.gemeente_nodig and om.gemeente is None and not aanwezig & {"gemeentecode", "gemeentenaam"}:
            raise BestandFout(_GEEN_GEMEENTE)
    if not personen:
        return om
    sleutel = lees_sleutel()
    ander = verbinding.execute(
        "select string_agg(bestand, ', ') from raw.levering where sleutel_kenmerk is not null and sleutel_kenmerk <> ?",
        [sleutel.kenmerk],
    ).fetchone()
    if ander and ander[0]:
        raise BestandFout(_ANDERE_SLEUTEL.format(bestanden=ander[0]))
    return Omstandigheden(om.register, om.peildatum, om.gemeente, sleutel, om.waar)


_LEEG = "Er staan geen rijen met gegevens in dit bestand. Is dit een leeg sjabloon, vul het dan eerst in."
_GEEN_PEILDATUM = (
    "In dit bestand met persoonsgegevens staat geen peildatum. Zet een kolom peildatum in het bestand, de datum in de "
    "bestandsnaam (zoals 2025-06-30) of in herkomst.yml, of geef hem op met --peildatum."
)
_GEEN_GEMEENTE = (
    "In dit bestand met persoonsgegevens staat niet over welke gemeente het gaat. Zet een kolom gemeentecode in het "
    "bestand, de naam van de gemeente in de bestandsnaam, of 'gemeente: GM0629' in herkomst.yml."
)
_ANDERE_SLEUTEL = (
    "Eerdere leveringen met personen ({bestanden}) zijn met een andere sleutel versleuteld; dezelfde persoon zou nu "
    "voor twee personen tellen. Zet de oude sleutel terug, of trek die leveringen in met 'rekenkamer vergeten' en lees "
    "ze opnieuw in."
)
