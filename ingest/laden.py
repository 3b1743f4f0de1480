"""Load one delivery into the raw schema: all of it or nothing, and never twice."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass, fields
from datetime import date, datetime
from pathlib import Path

import duckdb
import polars as pl

from ingest.cel import CEL_VELDEN, Cel
from ingest.fouten import IngestFout, WarehouseBezet

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


def laad_levering(verbinding: duckdb.DuckDBPyConnection, levering: Levering, cellen: list[Cel]) -> bool:
    """Write one delivery in one transaction; False when it was loaded already."""
    if is_geladen(verbinding, levering.levering_id):
        return False
    frame = maak_frame(cellen).with_columns(pl.lit(levering.levering_id).alias("levering_id"))
    kolommen = ", ".join(["levering_id", *CEL_VELDEN])
    namen = ", ".join(f.name for f in fields(Levering))
    vragen = ", ".join("?" for _ in fields(Levering))
    verbinding.register("nieuwe_cellen", frame.to_arrow())
    verbinding.execute("begin transaction")
    try:
        volgnummer = "(select coalesce(max(volgnummer), 0) + 1 from raw.levering)"
        verbinding.execute(
            f"insert into raw.levering (volgnummer, {namen}) values ({volgnummer}, {vragen})", list(astuple(levering))
        )
        verbinding.execute(f"insert into raw.cel ({kolommen}) select {kolommen} from nieuwe_cellen")
        verbinding.execute("commit")
    except duckdb.Error:
        verbinding.execute("rollback")
        raise IngestFout(_NIET_GESCHREVEN.format(bestand=levering.bestand)) from None
    except BaseException:
        verbinding.execute("rollback")
        raise
    finally:
        verbinding.unregister("nieuwe_cellen")
    return True
