"""TVS/COA rows: nothing depends on more than one column."""

from __future__ import annotations

from datetime import date, timedelta

from ingest.cel import Cel
from ingest.tabel.rij import Rij


def verfijn(rij: Rij, cellen: list[Cel]) -> list[Cel]:
    """A row without a peildatum gets the last day of its period, when that day is known."""
    for cel in cellen:
        cel.peildatum = cel.peildatum or cel.periode_tot_datum
    return cellen


def neem_dag_uit_naam(cellen: list[Cel], dag: date | None) -> list[str]:
    """Date monthly files by their name when the rows have no peildatum; gives the message for the deliverer.

    Only a day inside the period counts, or the first day after it: the stand on 1 July closes the first half-year.
    """
    raak = [
        cel for cel in cellen
        if dag and cel.layout == "coa_taakstelling" and cel.periode_van_datum and cel.periode_tot_datum
        and cel.peildatum == cel.periode_tot_datum
        and cel.periode_van_datum < dag <= cel.periode_tot_datum + timedelta(days=1)
    ]  # fmt: skip
    for cel in raak:
        cel.peildatum = dag
    return [f"De peildatum {dag:%d-%m-%Y} is uit de bestandsnaam gehaald."] if raak and dag else []
