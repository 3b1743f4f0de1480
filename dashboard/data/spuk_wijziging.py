"""What a reader may change in a scenario, and how the text of a field or an address becomes a change.

The same text serves the form and the address (`besteed_2025=300000`), so both are checked here, on the server.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from dashboard.data.spuk_invoer import Opzet
from dashboard.data.spuk_scenario_gaten import GEEN_BEDRAG, spending_note
from rekenkamer.spuk import Jaaruitkomst, Plafond
from rekenkamer.spuk.aantallen import zoek_telling
from rekenkamer.spuk.definitief import COHORT_AFSTAND

BEGIN, AANTALLEN, PRIJZEN = "beginreserve", "aantallen", "prijzen"
BESTEDING, TIMING, REGEL = "besteding", "timing", "regel"
GROEPEN = {"statushouders": "statushouder", "gezinsmigranten": "gezinsmigrant"}
OUD = "oud"
NUL = Decimal(0)
PLAFOND = "plafond"
BEVESTIGD = "bevestigd"
NEDERLANDS = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?", re.ASCII)
MEESTE_CIJFERS = 12
# Beyond any gemeente: the whole country houses fewer people, pays less per person and spends less in a year.
MEESTE_MENSEN, HOOGSTE_PRIJS, MEESTE_GELD = Decimal(100_000), Decimal(1_000_000), Decimal(1_000_000_000)
UIT_AANTALLEN = ("telling", "realisatiegraad", "onbekend")


class Veld(NamedTuple):
    """One thing that can be changed; `basis` is its value in the base, None when that is not known.

    `wisselt`: the base counts a cohort anew per budget year and `basis` is the count of its own year, so that the
    same number for every year is a change. `noot` says what the amount of the base leaves out. `regels` are the names
    of the rules that can be chosen, the first one and the newer one.
    """

    naam: str
    oorzaak: str
    soort: str
    jaar: int
    onderdeel: str
    basis: Decimal | None
    telt_mee: bool = True
    wisselt: bool = False
    noot: str = ""
    regels: tuple[str, str] = ("", "")


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
    alle = tuple(basis)
    jaren = [j for j in alle if j.betaald is not None]
    if not jaren or opzet.dossier.reserve_regel != PLAFOND:
        return ()
    telt = opzet.scenario.definitief_raming == "telling" and opzet.dossier.kent_telling
    uit_aantallen = telt and any(j.toegekend_herkomst in UIT_AANTALLEN for j in jaren)
    keten = [j for j in alle if j.jaar >= jaren[0].jaar]
    return (
        *(Veld(f"reserve_{j.jaar}", BEGIN, "saldo", j.jaar, "", j.reserve_begin) for j in jaren),
        *_aantallen(opzet, jaren, uit_aantallen),
        *_prijzen(opzet, jaren, uit_aantallen),
        *(_besteed(j) for j in keten),
        *(Veld(f"verschuif_{j.jaar}", TIMING, "verschuiving", j.jaar, "", NUL) for j in jaren),
        *_ingehaald(jaren, uit_aantallen),
        *([_plafond(opzet, jaren)] if _onbevestigd(opzet) else []),
    )


def _aantallen(opzet: Opzet, jaren: list[Jaaruitkomst], telt_mee: bool) -> list[Veld]:
    velden = []
    for j in jaren:
        for naam, groep in GROEPEN.items():
            basis, wisselt = _geteld(opzet, jaren, j.jaar, groep)
            velden.append(Veld(f"{naam}_{j.jaar}", AANTALLEN, "aantal", j.jaar, groep, basis, telt_mee, wisselt))
    return velden


def _geteld(opzet: Opzet, jaren: list[Jaaruitkomst], cohort: int, groep: str) -> tuple[Decimal | None, bool]:
    """The count of the cohort's own year, and whether a later year that counts the cohort has another number."""
    eigen = zoek_telling(cohort, cohort, groep, opzet.dossier.tellingen)
    basis = eigen.aantal if eigen else None
    afstanden = COHORT_AFSTAND.values() if groep == "statushouder" else (0,)
    budgetjaren = {cohort + afstand for afstand in afstanden} & {j.jaar for j in jaren}
    tellingen = [zoek_telling(jaar, cohort, groep, opzet.dossier.tellingen) for jaar in budgetjaren]
    return basis, any((t.aantal if t else None) != basis for t in tellingen)


def _prijzen(opzet: Opzet, jaren: list[Jaaruitkomst], telt_mee: bool) -> list[Veld]:
    """A component that pays nothing in a year is left out: it does not exist yet in that year."""
    gevraagd = {j.jaar for j in jaren}
    return [
        Veld(f"prijs_{p.budgetjaar}_{p.component}", PRIJZEN, "euro", p.budgetjaar, p.component, p.bedrag, telt_mee)
        for p in opzet.regels.prijzen
        if p.budgetjaar in gevraagd and p.bedrag
    ]


def _besteed(j: Jaaruitkomst) -> Veld:
    """Spending of which no post has an amount is not nil, so that nil is a change."""
    noot = spending_note(j)
    basis = None if noot == GEEN_BEDRAG else j.besteed
    return Veld(f"besteed_{j.jaar}", BESTEDING, "euro", j.jaar, "", basis, noot=noot)


def _ingehaald(jaren: list[Jaaruitkomst], telt_mee: bool) -> list[Veld]:
    return [Veld(f"ingehaald_{j.jaar}", TIMING, "aantal", j.jaar, "statushouder", NUL, telt_mee) for j in jaren]


def _plafond(opzet: Opzet, jaren: list[Jaaruitkomst]) -> Veld:
    vanaf = opzet.scenario.nieuw_plafond_vanaf
    basis = None if vanaf is None else Decimal(vanaf)
    return Veld(PLAFOND, REGEL, "keuze", jaren[0].jaar, "", basis, regels=_namen(opzet.regels.plafonds))


def _namen(plafonds: Sequence[Plafond]) -> tuple[str, str]:
    namen = [rule_name(p, plafonds) for p in sorted(plafonds, key=lambda p: p.vanaf_jaar)]
    return (namen[0], namen[-1]) if namen else ("", "")


def rule_name(plafond: Plafond, plafonds: Sequence[Plafond]) -> str:
    """`oude regel (100%)` and `nieuwe regel (100% + 50%)`: a code of a version says nothing to a reader."""
    delen = [f"{(deel * 100).normalize():f}%".replace(".", ",") for deel in (plafond.alpha, plafond.beta) if deel]
    is_oud = plafond.vanaf_jaar == min(p.vanaf_jaar for p in plafonds)
    return f"{'oude' if is_oud else 'nieuwe'} regel ({' + '.join(delen) or '0%'})"


def _onbevestigd(opzet: Opzet) -> list[int]:
    """The first years of the ceilings that are not confirmed; of the others the first year is no choice."""
    return sorted(p.vanaf_jaar for p in opzet.regels.plafonds if p.herkomst.status != BEVESTIGD)


def list_plafondkeuzes(opzet: Opzet, basis: Iterable[Jaaruitkomst]) -> tuple[str, ...]:
    """`oud` and every year from which the first ceiling that is not confirmed could count."""
    eerste = min((p.vanaf_jaar for p in opzet.regels.plafonds), default=0)
    jaren = {j.jaar for j in basis if j.jaar > eerste} | set(_onbevestigd(opzet)[:1])
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
            if wijziging.is_procent or veld.wisselt or wijziging.waarde != veld.basis:
                wijzigingen.append(wijziging)
    return Gelezen(tuple(wijzigingen), tuple(weigeringen))


def _wijziging(veld: Veld, tekst: str, keuzes: tuple[str, ...]) -> Wijziging:
    if veld.soort == "keuze":
        if tekst not in keuzes:
            raise ValueError(f"Dat is hier geen keuze. Kies uit: {', '.join(keuzes)}.")
        return Wijziging(veld, None if tekst == OUD else Decimal(tekst))
    if veld.soort == "verschuiving" and tekst.endswith("%"):
        deel = parse_getal(tekst.removesuffix("%"), wat="percentage")
        if deel > 100:
            raise ValueError("Dat is meer dan 100%. Een percentage gaat tot en met 100%.")
        return Wijziging(veld, deel, is_procent=deel > 0)
    wat = "aantal" if veld.soort == "aantal" else "bedrag"
    getal = parse_getal(tekst, mag_negatief=veld.soort == "saldo", wat=wat)
    if veld.soort == "aantal" and getal != int(getal):
        raise ValueError("Dat is geen heel aantal mensen. Vul een heel getal in.")
    _keur_grens(veld, getal)
    return Wijziging(veld, getal)


def _keur_grens(veld: Veld, getal: Decimal) -> None:
    meest = HOOGSTE_PRIJS if veld.oorzaak == PRIJZEN else MEESTE_GELD
    if veld.soort == "aantal":
        meest = MEESTE_MENSEN
    if abs(getal) > meest:
        raise ValueError(f"Dat is {'hoger' if getal > 0 else 'lager'} dan mogelijk. Controleer het getal.")


def parse_getal(tekst: str, mag_negatief: bool = False, wat: str = "bedrag") -> Decimal:
    """`1.234,50`, `€ 1234` and `1234,5` become a number; anything else is refused, in Dutch: why, then what to do."""
    kaal = re.sub(r"[\s\N{NO-BREAK SPACE}\N{WORD JOINER}]", "", tekst)
    negatief = re.match(r"€?[-−–]", kaal) is not None
    if negatief and not mag_negatief:
        raise ValueError("Dat is lager dan nul. Vul nul of een hoger getal in.")
    kaal = re.sub(r"[-−–]", "", kaal, count=1) if negatief else kaal
    gevonden = NEDERLANDS.fullmatch(kaal.removeprefix("€"))
    if not gevonden:
        raise ValueError(
            f"Dat is geen {wat}. Schrijf een getal zoals 1.234,50: een punt voor duizendtallen, een komma voor centen."
        )
    heel, deel = gevonden.group(1).replace(".", ""), gevonden.group(2) or "0"
    if len(heel) > MEESTE_CIJFERS:
        raise ValueError(f"Dat getal is te groot. Vul een getal van hoogstens {MEESTE_CIJFERS} cijfers in.")
    return Decimal(f"{'-' if negatief else ''}{heel}.{deel}") + NUL


def write_text(wijziging: Wijziging) -> str:
    """The shortest text that is read back as the same change; used in the address."""
    if wijziging.waarde is None:
        return OUD
    kaal = f"{wijziging.waarde.normalize():f}".replace(".", ",")
    return f"{kaal}%" if wijziging.is_procent else kaal
