"""All record sheets of one delivery: read in batches, written in the transaction of the caller."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import duckdb

from ingest.cel import Afkeuring
from ingest.privacy.bsn import mask_tekst
from ingest.records.afkeuren import kort
from ingest.records.dubbelen import Sleutelboek, weer_dubbele_records
from ingest.records.laden import Schrijver, schrijf_kolommen, zuinig
from ingest.records.layout import record_layout
from ingest.records.lezer import MAX_AFKEURINGEN, Bijstelling, Omstandigheden, RecordLezer
from ingest.records.lezing import RecordLezing
from ingest.records.stuk import Recordblad

_MAX_KOPPEN = 20


@dataclass
class RecordUitslag:
    """What became of the record sheets. `bijstellingen` (per sheet) say that everything must be read again."""

    layouts: list[str] = field(default_factory=list)
    goed: int = 0
    afgekeurd: int = 0
    afkeuringen: list[Afkeuring] = field(default_factory=list)
    meldingen: list[str] = field(default_factory=list)
    gemeenten: set[str] = field(default_factory=set)
    peildatums: set[date] = field(default_factory=set)
    bijstellingen: dict[int, Bijstelling] = field(default_factory=dict)

    def tel(self, lezing: RecordLezing) -> None:
        """Add one batch."""
        if lezing.layout not in self.layouts:
            self.layouts.append(lezing.layout)
        self.goed += lezing.rijen_goed
        self.afgekeurd += lezing.rijen_afgekeurd
        self.afkeuringen += lezing.afkeuringen[: MAX_AFKEURINGEN + 1 - len(self.afkeuringen)]
        self.meldingen += [m for m in lezing.meldingen if m not in self.meldingen]
        if "gemeentecode" in lezing.frame.columns:
            self.gemeenten.update(lezing.frame["gemeentecode"].drop_nulls().unique().to_list())
        if "peildatum" in lezing.frame.columns:
            self.peildatums.update(lezing.frame["peildatum"].drop_nulls().unique().to_list())


def laad_records(
    con: duckdb.DuckDBPyConnection, levering_id: str, bladen: Sequence[Recordblad], klaar: Sequence[RecordLezing],
    om: Omstandigheden, bijstellingen: dict[int, Bijstelling],
) -> RecordUitslag:  # fmt: skip
    """Read and write every sheet. When the outcome asks for another round the caller rolls back and calls again."""
    uitslag = RecordUitslag()
    boeken: dict[str, Sleutelboek] = {}
    lezers: list[RecordLezer] = []
    with zuinig(con), Schrijver(con, levering_id) as schrijver:

        def neem(lezing: RecordLezing) -> None:
            boek = boeken.setdefault(lezing.layout, Sleutelboek(record_layout(lezing.layout)))
            boek.noteer(lezing)
            schrijver.schrijf(lezing)
            uitslag.tel(lezing)

        for nummer, blad in enumerate(bladen):
            bijstelling = bijstellingen.get(nummer, Bijstelling())
            lezer = RecordLezer(blad, om, bijstelling, MAX_AFKEURINGEN + 1 - len(uitslag.afkeuringen))
            lezers.append(lezer)
            for stuk in blad.stukken():
                neem(lezer.lees(stuk))
            if nieuw := stel_bij(lezer, bijstelling):
                uitslag.bijstellingen = bijstellingen | {nummer: nieuw}
                return uitslag
            schrijver.wacht()
            uitslag.meldingen += [*lezer.meldingen(), *privacy_meldingen(blad), *_zonder_meldingen(blad, bijstelling)]
            schrijf_kolommen(con, levering_id, blad.kop.layout.layout, _geleverd(lezer))
        if anders := _datums_van_andere_bladen(lezers, bijstellingen):
            uitslag.bijstellingen = bijstellingen | anders
            return uitslag
        for lezing in klaar:
            neem(lezing)
            schrijver.wacht()
            schrijf_kolommen(con, levering_id, lezing.layout, lezing.kolommen)
        for boek in boeken.values():
            _weer(con, levering_id, boek, uitslag)
    return uitslag


def _geleverd(lezer: RecordLezer) -> dict[str, str]:
    """Delivered columns with their header; the code of a gemeente counts as delivered when its name was."""
    kolommen = {n: mask_tekst(k) for n, k in lezer.kolommen.items()}
    if "gemeentenaam" in lezer.lezers and lezer.layout.heeft("gemeentecode"):
        kolommen.setdefault("gemeentecode", mask_tekst(lezer.lezers["gemeentenaam"][0].kop))
    return kolommen


def _weer(con: duckdb.DuckDBPyConnection, levering_id: str, boek: Sleutelboek, uitslag: RecordUitslag) -> None:
    gelijk, strijdig = weer_dubbele_records(con, levering_id, boek)
    uitslag.goed -= gelijk + len(strijdig)
    uitslag.afgekeurd += len(strijdig)
    uitslag.afkeuringen += strijdig
    if gelijk == 1:
        uitslag.meldingen.append("1 rij stond er dubbel in en was gelijk; zij is één keer opgeslagen.")
    elif gelijk:
        uitslag.meldingen.append(f"{gelijk} rijen stonden er dubbel in en waren gelijk; zij zijn één keer opgeslagen.")


def _datums_van_andere_bladen(lezers: list[RecordLezer], was: dict[int, Bijstelling]) -> dict[int, Bijstelling]:
    """Dates that can be read in two ways, when another column of the file clearly has the month first."""
    uit: dict[int, Bijstelling] = {}
    if not any(kl.maand_vooraan for lezer in lezers for lijst in lezer.lezers.values() for kl in lijst):
        return uit
    for nummer, lezer in enumerate(lezers):
        eerste = {naam: lijst[0] for naam, lijst in lezer.lezers.items()}
        nieuw = {n: "andere_kolom" for n, kl in eerste.items() if kl.notatie is None and kl.volgorde_onbekend}
        if nieuw:
            oud = was.get(nummer, Bijstelling())
            uit[nummer] = Bijstelling(oud.notaties | nieuw, oud.zonder)
    return uit


def stel_bij(lezer: RecordLezer, was: Bijstelling) -> Bijstelling | None:
    """What must be read differently now that the whole sheet was seen; None when nothing."""
    eerste = {naam: lijst[0] for naam, lijst in lezer.lezers.items()}
    notaties = {n: eind for n, kls in lezer.lezers.items() for kl in kls if (eind := kl.herziening()) is not None}
    zonder = {n for n, kl in eerste.items() if kl.is_bsn_kolom}
    if not notaties and not zonder:
        return None
    return Bijstelling(was.notaties | notaties, was.zonder | zonder)


def _zonder_meldingen(blad: Recordblad, bijstelling: Bijstelling) -> list[str]:
    return [
        f"Kolom '{kort(blad.kop.teksten[blad.kop.posities[naam][0]])}' staat vol burgerservicenummers (BSN) en "
        f"is niet opgeslagen. De kolom {naam} telt als niet geleverd."
        for naam in sorted(bijstelling.zonder)
    ]  # fmt: skip


def privacy_meldingen(blad: Recordblad) -> list[str]:
    """Columns that are not stored: those with personal data are named as such."""
    kop = blad.kop
    rijen = blad.begin[kop.index + 1 :]

    def vol_nummers(i: int) -> bool:
        return any(i < len(r) and mask_tekst(r[i]) != r[i] for r in rijen)

    onbekend = kop.ongebruikt()
    prive = [i for i in range(len(kop.teksten)) if i in kop.prive or (i in onbekend and vol_nummers(i))]
    rest = [i for i in onbekend if i not in prive]
    uit = []
    if prive and kop.layout.persoonsgegevens or any(i in onbekend for i in prive):
        uit.append(f"Kolom {_opsomming(kop.teksten, prive)} bevat persoonsgegevens en is niet opgeslagen.")
    if rest:
        uit.append(f"Niet gebruikt, want onbekend: kolom {_opsomming(kop.teksten, rest)}.")
    return uit


def _opsomming(koppen: Sequence[str], plekken: Sequence[int]) -> str:
    """Headers in a message, of many only the first."""
    namen = ", ".join(f"'{kort(koppen[i])}'" for i in plekken[:_MAX_KOPPEN])
    return namen + (f" en nog {len(plekken) - _MAX_KOPPEN}" if len(plekken) > _MAX_KOPPEN else "")
