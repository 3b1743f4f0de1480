"""Retention: rows of persons go when the legal term after the end of the plicht is over.

Besluit inburgering 2021, article 9.9: five years after the plicht ends.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from ingest.fouten import IngestFout
from ingest.magazijn.laden import open_warehouse, transactie
from ingest.magazijn.logboek import noteer
from ingest.magazijn.vergeten import raw_tabellen
from ingest.magazijn.wissen import herschrijf_magazijn

VARIABELE = "REKENKAMER_BEWAARJAREN"
STANDAARD_JAREN = 5
# DUO keeps one list for the country, each gemeente one of its own
_MET_EINDE = {"duo_personen": "''", "inburgeraars": "coalesce(p.gemeentecode, '')"}


@dataclass(frozen=True)
class Opruiming:
    """What expired: rows per raw table, and how many persons are kept because no list gives the end of their plicht."""

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


def verwijder_verlopen(warehouse_pad: Path, grens: date, proef: bool = False) -> Opruiming:
    """Delete every row of persons whose plicht ended before `grens`; with `proef` only count them.

    Every list that delivers ends must agree: the newest row per person of DUO, and of each gemeente. A new plicht after
    the end keeps a person. Of persons whom no such list knows, the day they were last seen counts. The caller holds the
    write lock.
    """
    with open_warehouse(warehouse_pad) as verbinding:
        # the couplings go last: the other tables are searched through them
        tabellen = sorted(raw_tabellen(verbinding, "pseudo_id"), key=lambda tabel: tabel == _KOPPELING)
        verbinding.execute(f"create or replace temp table persoon as {_personen_sql(tabellen)}", {"grens": grens})
        waar = f"{_WIE} in (select wie from persoon where is_verlopen)"
        rijen = {t: _tel(verbinding, f'select count(*) from raw."{t}" as p where {waar}') for t in tabellen}
        rijen = {t: n for t, n in rijen.items() if n and t != _KOPPELING}
        personen = _tel(verbinding, "select count(*) from persoon where is_verlopen")
        zonder = _tel(verbinding, "select count(*) from persoon where not is_verlopen and not heeft_einde")
        if personen and not proef:
            with transactie(verbinding, warehouse_pad.name):
                for tabel in tabellen:
                    verbinding.execute(f'delete from raw."{tabel}" as p where {waar}')
                for tabel, aantal in rijen.items():
                    noteer(verbinding, "verlopen", tabel, rijen_aantal=aantal, reden=f"verlopen vóór {grens:%d-%m-%Y}")
    if personen and not proef:
        herschrijf_magazijn(warehouse_pad)
    return Opruiming(grens, rijen, personen, zonder)


_KOPPELING = "persoon_koppeling"
# a person known by two numbers is one person
_WIE = "coalesce((select min(k.pseudo_id) from raw.persoon_koppeling as k where k.ander_id = p.pseudo_id), p.pseudo_id)"


def _personen_sql(tabellen: list[str]) -> str:
    gezien = " union all ".join(
        f'select {_WIE} as wie, peildatum from raw."{t}" as p where pseudo_id is not null'
        for t in tabellen
        if t != _KOPPELING
    )
    lijsten = " union all ".join(
        f"select {_WIE} as wie, '{t}' || {lijst} as lijst, p.startdatum_plicht, p.einddatum_plicht, p.peildatum, "
        "l.volgnummer, coalesce(p.mutatie, '') = 'intrekking' as is_ingetrokken, k.kolom is not null as geeft_einde "
        f"from raw.{t} as p inner join raw.levering as l using (levering_id) left join raw.levering_kolom as k "
        f"on k.levering_id = p.levering_id and k.layout = '{t}' and k.kolom = 'einddatum_plicht'"
        for t, lijst in _MET_EINDE.items()
    )
    return f"""
        with gezien as (select wie, max(peildatum) as laatst from ({gezien}) group by wie),
        lijsten as ({lijsten}),
        begin as (select wie, max(startdatum_plicht) as begin from lijsten where not is_ingetrokken group by wie),
        nieuwste as (
            select * from lijsten where geeft_einde and not is_ingetrokken
            qualify row_number() over (partition by wie, lijst order by peildatum desc nulls last, volgnummer desc) = 1
        ),
        stand as (
            select wie, bool_and(coalesce(einddatum_plicht < $grens, false)) as is_klaar, max(einddatum_plicht) as einde
            from nieuwste group by wie
        )
        select wie, stand.einde is not null as heeft_einde, coalesce(
            if(stand.wie is null, laatst < $grens, is_klaar and coalesce(begin <= einde, true)), false) as is_verlopen
        from gezien left join stand using (wie) left join begin using (wie)
    """


def _tel(verbinding: duckdb.DuckDBPyConnection, sql: str) -> int:
    rij = verbinding.execute(sql).fetchone()
    return int(rij[0]) if rij else 0
