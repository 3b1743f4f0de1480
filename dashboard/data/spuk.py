"""What may have to go back of the SPUK: the course per year, the scenarios, the lines of the calculation, the rules."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from dashboard.data.query import fetch
from dashboard.data.snapshot import Snapshot
from rekenkamer.rapport.controledossier.rijen import Verloop as Verloop
from rekenkamer.rapport.zekerheid import STATUSWOORDEN as STATUSWOORDEN  # pages reach it through this door


class Vergelijking(NamedTuple):
    """One year in one scenario or variant: three amounts in euros, and what they differ from those as printed."""

    gemeentecode: str
    gemeentenaam: str
    jaar: int
    regeling: str
    scenario: str
    groep: str
    vaststelling_terug_eur: Decimal | None
    terugvordering_eur: Decimal | None
    reserve_te_besteden_eur: Decimal | None
    te_betalen_eur: Decimal | None
    verschil_eur: Decimal | None
    reserve_verschil_eur: Decimal | None
    cumulatief_eur: Decimal | None
    cumulatief_verschil_eur: Decimal | None
    cumulatief_is_zonder_vaststelling: bool | None


class Risico(NamedTuple):
    """What may have to go back over one year, and since the first year, with its range; euros."""

    gemeentecode: str
    gemeentenaam: str
    jaar: int
    regeling: str
    gedrukt_eur: Decimal | None
    laag_eur: Decimal | None
    midden_eur: Decimal | None
    hoog_eur: Decimal | None
    laagste_eur: Decimal | None
    hoogste_eur: Decimal | None
    cumulatief_gedrukt_eur: Decimal | None
    cumulatief_laag_eur: Decimal | None
    cumulatief_midden_eur: Decimal | None
    cumulatief_hoog_eur: Decimal | None
    cumulatief_laagste_eur: Decimal | None
    cumulatief_hoogste_eur: Decimal | None
    cumulatief_betaald_eur: Decimal | None
    cumulatief_besteed_eur: Decimal | None
    niet_besteed_eur: Decimal | None
    vaststelling_bekend_eur: Decimal | None
    vaststelling_terug_bekend_eur: Decimal | None
    is_zonder_vaststelling: bool | None
    cumulatief_is_zonder_vaststelling: bool | None
    vloer_laagste_eur: Decimal | None
    vloer_hoogste_eur: Decimal | None
    is_jongste_jaar: bool | None
    cumulatief_is_volledig: bool | None
    is_bereik_volledig: bool | None
    is_gebundeld: bool | None
    bron_id: str | None


class Rekenregel(NamedTuple):
    """One line of the calculation of a year: a delivered amount (`invoer`) or a step with its formula."""

    volgorde: int
    soort: str
    code: str
    naam: str
    formule: str | None
    ingevuld: str | None
    bedrag_eur: Decimal | None
    status: str | None
    hardheid: str | None
    artikel: str | None
    tekst_datum: date | str | None
    regelversie: str | None
    toelichting: str | None
    bron_id: str | None
    vindplaats: str | None


class Vloer(NamedTuple):
    """Which version of the rule holds for what must be spent in the year after `jaar`, and how sure that is."""

    jaar: int
    bedrag_eur: Decimal | None
    status: str | None
    regelversie: str | None
    toelichting: str | None


class Termijndag(NamedTuple):
    """The last day for one step of the settlement of one year, and the rule behind it."""

    jaar: int
    termijn: str
    datum: date
    status: str | None
    artikel: str | None


class Bestedingstatus(NamedTuple):
    """How sure the costs of a year are: `realisatie`, `begroot` or another word of the delivery."""

    jaar: int
    status_bedrag: str
    bron_id: str | None = None


class Scenario(NamedTuple):
    """What one scenario or variant assumes."""

    scenario: str
    groep: str
    naam: str
    omschrijving: str | None
    peiljaar: int | None
    status: str | None


class Aanname(NamedTuple):
    """A question that the rules leave open, and how it is answered here."""

    code: str
    vraag: str
    keuze: str
    alternatief: str | None
    gevolg: str | None
    status: str | None
    artikel: str | None


def list_verloop(snapshot: Snapshot | None, code: str) -> tuple[Verloop, ...]:
    """Every scenario and year of one gemeente."""
    rest = "where gemeentecode = ? order by regeling, scenario, jaar"
    return fetch(snapshot, Verloop, "fct_spuk_verloop", rest, (code,))


def list_vergelijking(snapshot: Snapshot | None, code: str) -> tuple[Vergelijking, ...]:
    """Every scenario, variant and year of one gemeente."""
    rest = "where gemeentecode = ? order by regeling, scenario, jaar"
    return fetch(snapshot, Vergelijking, "fct_spuk_vergelijking", rest, (code,))


def list_risico(snapshot: Snapshot | None) -> tuple[Risico, ...]:
    """The range per gemeente, regeling and year; gemeenten by name."""
    return fetch(snapshot, Risico, "fct_spuk_risico", "order by gemeentenaam, regeling, jaar")


def list_berekend(risico: Sequence[Risico]) -> set[str]:
    """The grants of one gemeente that have an outcome for its newest computable year."""
    jongste = {r.regeling: r.jaar for r in risico if r.is_jongste_jaar}
    return {regeling for regeling, jaar in jongste.items() if jaar == max(jongste.values())}


def list_rekenregels(
    snapshot: Snapshot | None, code: str, regeling: str, scenario: str, jaar: int
) -> tuple[Rekenregel, ...]:
    """The calculation of one year, line by line."""
    rest = "where gemeentecode = ? and regeling = ? and scenario = ? and jaar = ? order by volgorde"
    return fetch(snapshot, Rekenregel, "fct_spuk_rekenregel", rest, (code, regeling, scenario, jaar))


def list_vloeren(snapshot: Snapshot | None, code: str, regeling: str, scenario: str) -> tuple[Vloer, ...]:
    """Per year the line that says what must be spent in the next one."""
    rest = (
        "where gemeentecode = ? and regeling = ? and scenario = ? and soort = 'stap' and code = 'bestedingsvloer'"
        " order by jaar"
    )
    return fetch(snapshot, Vloer, "fct_spuk_rekenregel", rest, (code, regeling, scenario))


def list_bestedingstatus(snapshot: Snapshot | None, code: str, regeling: str) -> tuple[Bestedingstatus, ...]:
    """Per year and delivery the status of the costs; a year with more of them has a row for each."""
    rest = (
        "where gemeentecode = ? and regeling = ? and bedrag_eur is not null and status_bedrag is not null"
        " and is_voorziening in ('ja', 'discutabel') group by all order by jaar, status_bedrag, bron_id"
    )
    return fetch(snapshot, Bestedingstatus, "fct_besteding", rest, (code, regeling))


def list_scenarios(snapshot: Snapshot | None) -> tuple[Scenario, ...]:
    """Scenarios, then variants, in their own order."""
    return fetch(snapshot, Scenario, "dim_spuk_scenario", "order by groep, volgorde")


def list_aannames(snapshot: Snapshot | None) -> tuple[Aanname, ...]:
    """The open questions by code."""
    return fetch(snapshot, Aanname, "dim_spuk_aanname", "order by length(code), code")


def list_termijndagen(snapshot: Snapshot | None, regeling: str) -> tuple[Termijndag, ...]:
    """When each year of a regeling is settled at the latest, by year."""
    rest = "where regeling = ? and termijn in ('definitief', 'besluit_terugvordering', 'klif_18_maanden') order by jaar"
    return fetch(snapshot, Termijndag, "fct_spuk_kalender", rest, (regeling,))
