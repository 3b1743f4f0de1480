"""Where the figures come from: deliveries, norms, benchmarks and single cells."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from dashboard.data.query import fetch
from dashboard.data.snapshot import Snapshot

OP_ONTVANGST = "order by ontvangen_op, bestand"
BRONNAMEN = {
    "tvs": "TVS/COA",
    "duo": "DUO",
    "spuk": "SPUK en gemeentefonds",
    "gemeente": "gemeente",
    "rekenkamer": "rekenkamer",
}


class Bron(NamedTuple):
    """One delivered file and where it came from."""

    bron_id: str
    bron: str
    titel: str
    uitgever: str | None
    bestand: str
    peildatum: date | None
    ontvangen_op: datetime | None
    openbaar: bool | None
    herkomst: str | None
    kanttekening: str | None
    is_synthetisch: bool | None
    rijen_goed_aantal: int | None
    rijen_afgekeurd_aantal: int | None

    @property
    def bron_naam(self) -> str:
        """The source in the words of a reader."""
        return BRONNAMEN.get(self.bron, self.bron)


class Vindplaats(NamedTuple):
    """A table and page from which a delivery was copied."""

    bron_id: str
    tabel: str | None
    bladzijde: str | None


class Indicator(NamedTuple):
    """What a figure is about, with its definition and norm."""

    indicator_code: str
    naam: str
    definitie: str | None
    eenheid: str | None
    norm: str | None
    norm_bron: str | None
    thema: str | None


class Norm(NamedTuple):
    """A legal term or number with its article."""

    omschrijving: str
    waarde: Decimal | None
    eenheid: str | None
    artikel: str | None
    vindplaats: str | None


class Benchmark(NamedTuple):
    """A national figure with its base."""

    onderwerp: str | None
    omschrijving: str | None
    doelgroep: str | None
    leerroute: str | None
    waarde: Decimal | None
    eenheid: str | None
    basis: str | None
    n_aantal: int | None
    jaar: int | None
    kwaliteit: str | None
    bron: str | None
    vindplaats: str | None
    is_voorkeur: bool | None


class Waarneming(NamedTuple):
    """One delivered cell: the print, what was read, and its place."""

    indicator_code: str
    periode: str
    uitsplitsing: str | None
    waarde_ruw: str
    waarde: Decimal | None
    waarde_status: str
    bestand: str | None
    blad: str | None
    rij: int | None
    kolom: str | None
    tabel: str | None
    bladzijde: str | None
    peildatum: date | None
    is_actueel: bool | None


def list_bronnen(snapshot: Snapshot | None) -> tuple[Bron, ...]:
    """All deliveries in order of receipt."""
    return fetch(snapshot, Bron, "dim_bron", OP_ONTVANGST)


def list_normen(snapshot: Snapshot | None) -> tuple[Norm, ...]:
    """Legal terms and numbers with their article."""
    return fetch(snapshot, Norm, "dim_norm", "order by indicator_code, norm_code")


def list_benchmarks(snapshot: Snapshot | None) -> tuple[Benchmark, ...]:
    """All national figures that may be set beside a gemeente."""
    return fetch(
        snapshot, Benchmark, "dim_benchmark", "order by is_voorkeur desc, onderwerp, doelgroep desc, omschrijving, jaar"
    )


def list_waarnemingen(snapshot: Snapshot | None, indicator: str, code: str) -> tuple[Waarneming, ...]:
    """Every delivered cell of one indicator and gemeente, printed value and place included."""
    rest = "where indicator_code = ? and gemeentecode = ? order by periode, uitsplitsing, is_actueel desc"
    return fetch(snapshot, Waarneming, "fct_waarneming", rest, (indicator, code))


def list_indicatoren_van(snapshot: Snapshot | None, code: str) -> tuple[Indicator, ...]:
    """The indicators for which this gemeente has at least one cell."""
    rest = (
        "where indicator_code in (select indicator_code from marts.fct_waarneming where gemeentecode = ?)"
        " order by thema, naam"
    )
    return fetch(snapshot, Indicator, "dim_indicator", rest, (code,))


def list_van_ids(snapshot: Snapshot | None, bron_ids: tuple[str, ...]) -> tuple[Bron, ...]:
    """These deliveries, in order of receipt."""
    if not bron_ids:
        return ()
    plaatsen = ", ".join("?" for _ in bron_ids)
    return fetch(snapshot, Bron, "dim_bron", f"where bron_id in ({plaatsen}) {OP_ONTVANGST}", bron_ids)


def list_vindplaatsen(snapshot: Snapshot | None, themas: tuple[str, ...], code: str | None) -> tuple[Vindplaats, ...]:
    """Tables and pages that hold the figures on these themes; with a gemeente, its own and those of the group."""
    plaatsen = ", ".join("?" for _ in themas)
    eigen = "and (gemeentecode = ? or gemeentecode is null)" if code else ""
    rest = (
        f"where indicator_code in (select indicator_code from marts.dim_indicator where thema in ({plaatsen}))"
        f" and is_actueel {eigen} group by all order by all"
    )
    return fetch(snapshot, Vindplaats, "fct_waarneming", rest, (*themas, code) if code else themas)


class Peildatum(NamedTuple):
    """A day on which figures hold."""

    peildatum: date


class Verzonnen(NamedTuple):
    """Whether one delivery holds made-up figures."""

    is_synthetisch: bool | None


def count_verzonnen(snapshot: Snapshot | None) -> tuple[int, int]:
    """How many deliveries are made up, and how many there are."""
    rijen = fetch(snapshot, Verzonnen, "dim_bron", "")
    return sum(bool(r.is_synthetisch) for r in rijen), len(rijen)


def load_jongste_peildatum(snapshot: Snapshot | None) -> date | None:
    """The last day on which any of the figures holds."""
    rest = "where peildatum is not null order by peildatum desc limit 1"
    rijen = fetch(snapshot, Peildatum, "fct_waarneming", rest)
    return rijen[0].peildatum if rijen else None
