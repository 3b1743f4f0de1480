"""What a reader may change in a scenario, and how the text of a field or an address becomes a change.

The same text serves the form and the address (`besteed_2025=300000`), so both are checked here, on the server.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from dashboard.data.spuk_invoer import Opzet
from rekenkamer.spuk import Jaaruitkomst

AANTALLEN, PRIJZEN, BESTEDING, TIMING, REGEL = "aantallen", "prijzen", "besteding", "timing", "regel"
GROEPEN = {"statushouders": "statushouder", "gezinsmigranten": "gezinsmigrant"}
OUD = "oud"
NUL = Decimal(0)
PLAFOND = "plafond"
NEDERLANDS = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?", re.ASCII)
MEESTE_CIJFERS = 12
UIT_AANTALLEN = ("telling", "realisatiegraad", "onbekend")


class Veld(NamedTuple):
    """One thing that can be changed; `basis` is its value in the base, None when that is not known."""

    naam: str
    oorzaak: str
    soort: str
    jaar: int
    onderdeel: str
    basis: Decimal | None
    telt_mee: bool = True


class Wijziging(NamedTuple):
    """A changed value: persons, euros, a share (percent) of a year's costs, or a year (None: never)."""

    veld: Veld
    waarde: Decimal | None
    is_procent: bool = False


class Weigering(NamedTuple):
    """A text that can't be used: which parameter, which text, and what to do."""

    naam: str
    tekst: str
    reden: str


class Gelezen(NamedTuple):
    """What a set of texts means."""

    wijzigingen: tuple[Wijziging, ...]
    weigeringen: tuple[Weigering, ...]


def list_velden(opzet: Opzet, basis: Iterable[Jaaruitkomst]) -> tuple[Veld, ...]:
    """Everything that can be changed for this dossier, cause by cause and year by year.

    Nothing for a regeling of which the rules for the reserve are not known: no change would do anything there.
    """
    jaren = [j for j in basis if j.betaald is not None]
    if not jaren or opzet.dossier.reserve_regel != PLAFOND:
        return ()
    telt = opzet.scenario.definitief_raming == "telling"
    uit_aantallen = telt and any(j.toegekend_herkomst in UIT_AANTALLEN for j in jaren)
    return (
        *_aantallen(opzet, jaren, uit_aantallen),
        *_prijzen(opzet, jaren, uit_aantallen),
        *(Veld(f"besteed_{j.jaar}", BESTEDING, "euro", j.jaar, "", j.besteed) for j in jaren),
        *(Veld(f"verschuif_{j.jaar}", TIMING, "verschuiving", j.jaar, "", NUL) for j in jaren),
        *_ingehaald(jaren, uit_aantallen),
        _plafond(opzet, jaren),
    )


def _aantallen(opzet: Opzet, jaren: list[Jaaruitkomst], telt_mee: bool) -> list[Veld]:
    bekend = {(t.cohort, t.groep): t.aantal for t in opzet.dossier.tellingen}
    return [
        Veld(f"{naam}_{j.jaar}", AANTALLEN, "aantal", j.jaar, groep, bekend.get((j.jaar, groep)), telt_mee)
        for j in jaren
        for naam, groep in GROEPEN.items()
    ]


def _prijzen(opzet: Opzet, jaren: list[Jaaruitkomst], telt_mee: bool) -> list[Veld]:
    """A component that pays nothing in a year is left out: it does not exist yet in that year."""
    gevraagd = {j.jaar for j in jaren}
    return [
        Veld(f"prijs_{p.budgetjaar}_{p.component}", PRIJZEN, "euro", p.budgetjaar, p.component, p.bedrag, telt_mee)
        for p in opzet.regels.prijzen
        if p.budgetjaar in gevraagd and p.bedrag
    ]


def _ingehaald(jaren: list[Jaaruitkomst], telt_mee: bool) -> list[Veld]:
    return [Veld(f"ingehaald_{j.jaar}", TIMING, "aantal", j.jaar, "statushouder", NUL, telt_mee) for j in jaren]


def _plafond(opzet: Opzet, jaren: list[Jaaruitkomst]) -> Veld:
    vanaf = opzet.scenario.nieuw_plafond_vanaf
    return Veld(PLAFOND, REGEL, "keuze", jaren[0].jaar, "", None if vanaf is None else Decimal(vanaf))


def list_plafondkeuzes(opzet: Opzet, basis: Iterable[Jaaruitkomst]) -> tuple[str, ...]:
    """`oud` and every year from which the newest ceiling could count."""
    eerste = min((p.vanaf_jaar for p in opzet.regels.plafonds), default=0)
    nieuwste = max((p.vanaf_jaar for p in opzet.regels.plafonds), default=0)
    jaren = {j.jaar for j in basis if j.jaar > eerste} | {nieuwste}
    return (OUD, *(str(jaar) for jaar in sorted(jaren)))


def read_texts(velden: Iterable[Veld], keuzes: Iterable[str], teksten: Mapping[str, str]) -> Gelezen:
    """Check every text of a known field; an empty text, and a text equal to the base, changes nothing."""
    wijzigingen, weigeringen = [], []
    mag = tuple(keuzes)
    for veld in velden:
        tekst = teksten.get(veld.naam, "").strip()
        if not tekst:
            continue
        try:
            wijziging = _wijziging(veld, tekst, mag)
        except ValueError as reden:
            weigeringen.append(Weigering(veld.naam, tekst, str(reden)))
        else:
            if wijziging.is_procent or wijziging.waarde != veld.basis:
                wijzigingen.append(wijziging)
    return Gelezen(tuple(wijzigingen), tuple(weigeringen))


def _wijziging(veld: Veld, tekst: str, keuzes: tuple[str, ...]) -> Wijziging:
    if veld.soort == "keuze":
        if tekst not in keuzes:
            raise ValueError(f"Kies uit: {', '.join(keuzes)}.")
        return Wijziging(veld, None if tekst == OUD else Decimal(tekst))
    if veld.soort == "verschuiving" and tekst.endswith("%"):
        deel = parse_getal(tekst.removesuffix("%"))
        if deel > 100:
            raise ValueError("Een percentage gaat tot en met 100%.")
        return Wijziging(veld, deel, is_procent=deel > 0)
    getal = parse_getal(tekst)
    if veld.soort == "aantal" and getal != int(getal):
        raise ValueError("Vul een heel aantal mensen in.")
    return Wijziging(veld, getal)


def parse_getal(tekst: str) -> Decimal:
    """`1.234,50`, `€ 1234` and `1234,5` become a number; anything else is refused with what to do, in Dutch."""
    kaal = re.sub(r"[\s\N{NO-BREAK SPACE}\N{WORD JOINER}]", "", tekst).removeprefix("€")
    if kaal.startswith(("-", "−", "–")):
        raise ValueError("Dit kan niet lager zijn dan nul. Vul nul of een hoger getal in.")
    gevonden = NEDERLANDS.fullmatch(kaal)
    if not gevonden:
        raise ValueError(
            "Dit is geen getal zoals 1.234,50. Gebruik een punt voor duizendtallen, een komma voor centen."
        )
    heel, deel = gevonden.group(1).replace(".", ""), gevonden.group(2) or "0"
    if len(heel) > MEESTE_CIJFERS:
        raise ValueError(f"Dit getal is te groot. Vul een getal van hoogstens {MEESTE_CIJFERS} cijfers in.")
    return Decimal(f"{heel}.{deel}")


def write_text(wijziging: Wijziging) -> str:
    """The shortest text that is read back as the same change; used in the address."""
    if wijziging.waarde is None:
        return OUD
    kaal = f"{wijziging.waarde.normalize():f}".replace(".", ",")
    return f"{kaal}%" if wijziging.is_procent else kaal
