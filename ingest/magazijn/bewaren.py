"""Retention: rows of persons go when the legal term after the end of the plicht is over.

Besluit inburgering 2021, article 9.9: five years after the plicht ends.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date

import duckdb

from ingest.fouten import IngestFout
from ingest.magazijn.logboek import noteer
from ingest.magazijn.vergeten import raw_tabellen, ruim_op

VARIABELE = "REKENKAMER_BEWAARJAREN"
STANDAARD_JAREN = 5
_MET_EINDE = ("duo_personen", "inburgeraars")


@dataclass(frozen=True)
class Opruiming:
    """What expired: rows per raw table, and how many persons have no known end of the plicht."""

    grens: date
    rijen: dict[str, int]
    personen_aantal: int
    zonder_einde_aantal: int


def bewaarjaren() -> int:
    """The term in years from REKENKAMER_BEWAARJAREN, 5 by default; raises IngestFout when it is no whole number."""
    tekst = os.environ.get(VARIABELE) or str(STANDAARD_JAREN)
    if not tekst.isdigit() or not 0 < int(tekst) <= 100:
        raise IngestFout(f"{VARIABELE} is '{tekst}'. Geef een heel aantal jaren van 1 tot en met 100.")
    return int(tekst)


def bepaal_grens(vandaag: date, jaren: int) -> date:
    """Persons whose plicht ended before this day expire."""
    try:
        return vandaag.replace(year=vandaag.year - jaren)
    except ValueError:  # 29 February
        return vandaag.replace(year=vandaag.year - jaren, day=28)


def verwijder_verlopen(verbinding: duckdb.DuckDBPyConnection, grens: date, proef: bool = False) -> Opruiming:
    """Delete every row of persons whose newest known plicht ended before `grens`; with `proef` only count them.

    A person without a known end stays: a later delivery may reopen or close the plicht.
    """
    verbinding.execute("create or replace temp table verlopen as " + _verlopen_sql(), [grens])
    personen = _tel(verbinding, "select count(*) from verlopen where is_verlopen")
    tabellen = raw_tabellen(verbinding, "pseudo_id")
    waar = "pseudo_id in (select pseudo_id from verlopen where is_verlopen)"
    rijen = {t: _tel(verbinding, f'select count(*) from raw."{t}" where {waar}') for t in tabellen}
    alle = " union ".join(f'select pseudo_id from raw."{t}"' for t in tabellen)
    zonder = _tel(
        verbinding,
        f"select count(*) from ({alle}) where pseudo_id is not null "
        "and pseudo_id not in (select pseudo_id from verlopen where einde is not null)",
    )
    if not proef and personen:
        _verwijder(verbinding, {t: n for t, n in rijen.items() if n}, waar, grens)
    verbinding.execute("drop table verlopen")
    return Opruiming(grens, {t: n for t, n in rijen.items() if n}, personen, zonder)


def _verlopen_sql() -> str:
    bronnen = " union all ".join(
        f"select p.pseudo_id, p.einddatum_plicht, p.peildatum, l.volgnummer from raw.{t} as p "
        "inner join raw.levering as l using (levering_id) where coalesce(p.mutatie, '') <> 'intrekking'"
        for t in _MET_EINDE
    )
    return (
        "select pseudo_id, einddatum_plicht as einde, coalesce(einddatum_plicht < ?, false) as is_verlopen "
        f"from ({bronnen}) "
        "qualify row_number() over (partition by pseudo_id order by peildatum desc nulls last, volgnummer desc) = 1"
    )


def _tel(verbinding: duckdb.DuckDBPyConnection, sql: str) -> int:
    rij = verbinding.execute(sql).fetchone()
    return int(rij[0]) if rij else 0


def _verwijder(verbinding: duckdb.DuckDBPyConnection, rijen: dict[str, int], waar: str, grens: date) -> None:
    verbinding.execute("begin transaction")
    try:
        for tabel, aantal in rijen.items():
            verbinding.execute(f'delete from raw."{tabel}" where {waar}')
            noteer(verbinding, "verlopen", tabel, rijen_aantal=aantal, reden=f"plicht geëindigd vóór {grens:%d-%m-%Y}")
        verbinding.execute("commit")
    except BaseException:
        verbinding.execute("rollback")
        raise
    ruim_op(verbinding)
