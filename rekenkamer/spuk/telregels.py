"""One count times one price or weight, as a line that shows the product."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from rekenkamer.spuk.aantallen import Aantal
from rekenkamer.spuk.bedragen import ONBEKEND, maal, naar_rato, schrijf_euro, schrijf_getal, tel_op
from rekenkamer.spuk.regels import Herkomst, Prijs, Regels, zwakste
from rekenkamer.spuk.uitkomst import Rekenregel

NATIONAAL = {"somgg": "de landelijke som van gewogen aantallen", "tba": "het landelijke budget voor asiel"}

COMPONENTEN = {
    "a": "a (eerste jaar)",
    "b": "b (tweede jaar)",
    "c": "c (derde jaar)",
    "d": "d (afgerond traject)",
    "gezin": "voor gezinsmigranten",
    "abo": "voor de onderwijsroute (ABO)",
}


@dataclass(frozen=True)
class Onderdeel:
    """A line with what it lacks; `is_bedrag` False is a weighted count, which is not money to be summed."""

    regel: Rekenregel
    ontbreekt: tuple[str, ...] = ()
    onvolledig: tuple[str, ...] = ()
    is_bedrag: bool = True


def tel_prijs(aantal: Aantal, jaar: int, component: str, regels: Regels) -> Onderdeel:
    """Count x price in euro, rounded to the cent."""
    prijs = regels.prijs(jaar, component)
    per_hoofd = prijs.bedrag if prijs else None
    bedrag = None if aantal.aantal is None or per_hoofd is None else maal(aantal.aantal, per_hoofd)
    regel = Rekenregel(
        "invoer",
        f"telling_{component}",
        aantal.naam,
        f"Aantal × prijs {COMPONENTEN[component]} van {jaar}",
        f"{aantal.tekst} × {schrijf_euro(per_hoofd)}",
        bedrag,
        _herkomst(aantal, prijs),
        toelichting=aantal.toelichting,
    )
    mist = _mist(aantal, f"prijs {COMPONENTEN[component]} van {jaar}" if per_hoofd is None else None)
    return Onderdeel(regel, mist, _onvolledig(aantal))


def tel_gewicht(aantal: Aantal, jaar: int, component: str, regels: Regels) -> Onderdeel:
    """Count x weight: points for the share in the national budget, no euros, so the line has no amount."""
    prijs = regels.prijs(jaar, component)
    gewicht = prijs.gewicht if prijs else None
    wat_weegt = ONBEKEND if gewicht is None else schrijf_getal(gewicht)
    ingevuld = f"{aantal.tekst} × {wat_weegt}"
    punten = None
    if aantal.aantal is not None and gewicht is not None:
        punten = aantal.aantal * gewicht
        ingevuld += f" = {schrijf_getal(punten)} punten"
    regel = Rekenregel(
        "invoer",
        f"gewicht_{component}",
        aantal.naam,
        f"Aantal × gewicht {COMPONENTEN[component]} van {jaar}",
        ingevuld,
        None,
        _herkomst(aantal, prijs),
        toelichting=aantal.toelichting,
    )
    mist = _mist(aantal, f"gewicht {COMPONENTEN[component]} van {jaar}" if gewicht is None else None)
    return Punten(regel, mist, _onvolledig(aantal), False, punten)


@dataclass(frozen=True)
class Punten(Onderdeel):
    """A weighted count."""

    punten: Decimal | None = None


def bepaal_aandeel(jaar: int, delen: Sequence[Onderdeel], regels: Regels) -> Onderdeel:
    """The gemeente's share: own points / national points x national budget, in euro."""
    landelijk = {naam: regels.parameter(naam, jaar) for naam in NATIONAAL}
    waarden = {naam: p.waarde if p else None for naam, p in landelijk.items()}
    mist = [f"{NATIONAAL[naam]} ({naam.upper()}) van {jaar}" for naam, waarde in waarden.items() if waarde is None]
    eigen = tel_op(deel.punten if isinstance(deel, Punten) else None for deel in delen)
    som, budget = waarden["somgg"], waarden["tba"]
    bedrag = None if eigen is None or som is None or budget is None else naar_rato(budget, eigen, som)
    punten = [ONBEKEND if getal is None else schrijf_getal(getal) for getal in (eigen, som)]
    bekend = [p.herkomst for p in landelijk.values() if p is not None]
    zeker = zwakste(*bekend, *(deel.regel.herkomst for deel in delen))
    regel = Rekenregel(
        "invoer",
        "aandeel",
        f"Deel van het landelijke budget {jaar}",
        "Eigen punten ÷ landelijke punten × landelijk budget",
        f"{punten[0]} ÷ {punten[1]} × {schrijf_euro(budget)}",
        bedrag,
        replace(bekend[0], status=zeker) if bekend else Herkomst("onbekend"),
    )
    return Onderdeel(regel, tuple(mist))


def _mist(aantal: Aantal, prijs: str | None) -> tuple[str, ...]:
    gemist = f" ({aantal.gemist})" if aantal.gemist else ""
    telling = f"aantal: {_klein(aantal.naam)}{gemist}" if aantal.aantal is None else None
    return tuple(wat for wat in (telling, prijs) if wat)


def _onvolledig(aantal: Aantal) -> tuple[str, ...]:
    return (f"onvolledige telling: {_klein(aantal.naam)}",) if aantal.onvolledig else ()


def _klein(naam: str) -> str:
    return naam[:1].lower() + naam[1:]


def _herkomst(aantal: Aantal, prijs: Prijs | None) -> Herkomst:
    """The article of the price with the place of the count; as sure as the least sure of the two."""
    if prijs is None:
        return replace(aantal.herkomst, status="onbekend")
    return replace(
        aantal.herkomst,
        status=zwakste(aantal.herkomst, prijs.herkomst),
        artikel=prijs.herkomst.artikel,
        tekst_datum=prijs.herkomst.tekst_datum,
    )
