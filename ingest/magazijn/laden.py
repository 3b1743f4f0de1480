"""Load one delivery into the raw schema: all of it or nothing, and never twice."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import astuple, dataclass, fields
from datetime import date, datetime
from pathlib import Path

import duckdb
import polars as pl

from ingest.cel import CEL_VELDEN, Cel
from ingest.fouten import IngestFout, WarehouseBezet
from ingest.records.laden import maak_tabellen

WACHTTIJD_SECONDEN = 8.0

_MAAK = """
create schema if not exists raw;
create table if not exists raw.levering (
    levering_id varchar primary key, volgnummer bigint not null, bron varchar not null, titel varchar, uitgever varchar,
    bestand varchar not null, formaat varchar not null, peildatum date, ontvangen_op timestamp not null,
    openbaar boolean not null, herkomst varchar, kanttekening varchar, is_synthetisch boolean not null,
    rijen_goed_aantal integer not null, rijen_afgekeurd_aantal integer not null
);
create table if not exists raw.cel (
    levering_id varchar not null, layout varchar not null, blad varchar, rij integer not null, kolom varchar not null,
    tabel varchar, bladzijde varchar, indicator varchar not null, gemeentecode varchar, gemeentenaam varchar,
    deelnemers varchar, periode varchar not null, jaar integer, halfjaar integer, peildatum date,
    periode_van_datum date, periode_tot_datum date, doelgroep varchar, leeftijdsgroep varchar, geslacht varchar,
    leerroute varchar, post varchar, kenmerk varchar, status_bedrag varchar, eenheid varchar not null,
    waarde_ruw varchar not null, waarde decimal(18, 4), waarde_status varchar not null, toelichting varchar
);
"""
# a delivery that was withdrawn and is read again takes the place it had: a later correction stays later
_VOLGNUMMER = """
select coalesce(
    (select plaats from raw.logboek where handeling = 'vergeten' and levering_id = ? order by volgnummer desc limit 1),
    (select max(volgnummer) from (select volgnummer from raw.levering union all select plaats from raw.logboek)) + 1, 1
)
"""


@dataclass(frozen=True)
class Levering:
    """One row of raw.levering, without the sequence number."""

    levering_id: str
    bron: str
    titel: str | None
    uitgever: str | None
    bestand: str
    formaat: str
    peildatum: date | None
    ontvangen_op: datetime
    openbaar: bool
    herkomst: str | None
    kanttekening: str | None
    is_synthetisch: bool
    rijen_goed_aantal: int
    rijen_afgekeurd_aantal: int
    layouts: str | None = None
    gemeenten: str | None = None
    sleutel_kenmerk: str | None = None


def _schema() -> dict[str, pl.DataType]:
    """Polars types of a cell, in field order."""
    datums = {"peildatum", "periode_van_datum", "periode_tot_datum"}
    getallen = {"rij", "jaar", "halfjaar"}
    return {
        n: pl.Date()
        if n in datums
        else pl.Int32()
        if n in getallen
        else pl.Decimal(18, 4)
        if n == "waarde"
        else pl.String()
        for n in CEL_VELDEN
    }


def maak_frame(cellen: list[Cel]) -> pl.DataFrame:
    """Cells as a polars frame with the types of raw.cel."""
    schema = _schema()
    return pl.DataFrame(
        {n: pl.Series(n, [getattr(c, n) for c in cellen], dtype=t, strict=False) for n, t in schema.items()}
    )


@contextmanager
def open_warehouse(pad: Path, wachttijd: float | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the warehouse for writing, waiting a few seconds for another program; creates the raw tables."""
    verbinding = _verbind(pad, WACHTTIJD_SECONDEN if wachttijd is None else wachttijd)
    try:
        verbinding.execute(_MAAK)
        maak_tabellen(verbinding)
        yield verbinding
    finally:
        verbinding.close()


def _verbind(pad: Path, wachttijd: float) -> duckdb.DuckDBPyConnection:
    einde = time.monotonic() + wachttijd
    while True:
        try:
            pad.parent.mkdir(parents=True, exist_ok=True)
            return duckdb.connect(str(pad))
        except (duckdb.IOException, duckdb.ConnectionException) as fout:
            bezet = "lock" in str(fout).lower() or isinstance(fout, duckdb.ConnectionException)
            if not bezet:
                raise IngestFout(_ONBRUIKBAAR.format(naam=pad.name)) from None
            if time.monotonic() >= einde:
                raise WarehouseBezet(_BEZET) from None
            time.sleep(0.2)
        except (duckdb.Error, OSError):
            raise IngestFout(_ONBRUIKBAAR.format(naam=pad.name)) from None


_BEZET = (
    "Het datamagazijn is in gebruik door een ander programma, waarschijnlijk een andere inleesronde of een bouw "
    "die nog loopt. Wacht tot die klaar is en probeer het opnieuw. Er is niets ingelezen."
)
_NIET_GESCHREVEN = (
    "{bestand} kon niet in het datamagazijn worden geschreven; er is niets van deze levering opgeslagen. Controleer "
    "of de schijf niet vol is. Blijft het misgaan, dan is het magazijn door een andere versie gemaakt: verplaats "
    "het bestand warehouse.duckdb en lees de leveringen opnieuw in."
)
_ONBRUIKBAAR = (
    "Het datamagazijn ({naam}) kan niet worden geopend. Controleer of de map bestaat, of u erin mag schrijven en of de "
    "schijf niet vol is. Blijft het misgaan: verplaats het bestand en lees de leveringen opnieuw in."
)


def is_geladen(verbinding: duckdb.DuckDBPyConnection, levering_id: str) -> bool:
    """Whether this very file was loaded before."""
    rij = verbinding.execute("select 1 from raw.levering where levering_id = ?", [levering_id]).fetchone()
    return rij is not None


@contextmanager
def transactie(verbinding: duckdb.DuckDBPyConnection, bestand: str) -> Iterator[None]:
    """All of a delivery or nothing; raises IngestFout when the disk or the warehouse does not cooperate."""
    verbinding.execute("begin transaction")
    try:
        yield
        verbinding.execute("commit")
    except duckdb.Error:
        _draai_terug(verbinding)
        raise IngestFout(_NIET_GESCHREVEN.format(bestand=bestand)) from None
    except BaseException:
        _draai_terug(verbinding)
        raise


def _draai_terug(verbinding: duckdb.DuckDBPyConnection) -> None:
    with suppress(duckdb.Error):  # a failed commit has ended the transaction already
        verbinding.execute("rollback")


def schrijf_levering(verbinding: duckdb.DuckDBPyConnection, levering: Levering, cellen: list[Cel]) -> None:
    """Write the line about a delivery and its cells; the caller holds the transaction."""
    namen = ", ".join(f.name for f in fields(Levering))
    vragen = ", ".join("?" for _ in fields(Levering))
    verbinding.execute(
        f"insert into raw.levering (volgnummer, {namen}) values (({_VOLGNUMMER}), {vragen})",
        [levering.levering_id, *astuple(levering)],
    )
    if not cellen:
        return
    frame = maak_frame(cellen).with_columns(pl.lit(levering.levering_id).alias("levering_id"))
    kolommen = ", ".join(["levering_id", *CEL_VELDEN])
    verbinding.register("nieuwe_cellen", frame.to_arrow())
    try:
        verbinding.execute(f"insert into raw.cel ({kolommen}) select {kolommen} from nieuwe_cellen")
    finally:
        verbinding.unregister("nieuwe_cellen")
