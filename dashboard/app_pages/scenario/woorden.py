"""Names of what can be changed, and values in Dutch notation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from dashboard.components.opmaak import letterlijk
from dashboard.data.spuk import STATUSWOORDEN
from dashboard.data.spuk_invoer import Opzet
from dashboard.data.spuk_wijziging import (
    AANTALLEN,
    BEGIN,
    BESTEDING,
    OUD,
    PRIJZEN,
    REGEL,
    TIMING,
    Veld,
    Weigering,
    Wijziging,
    rule_name,
)
from dashboard.theme.notatie import aantal_met, euro, hele_getal

TITELS = {
    BEGIN: "Reserve op 1 januari",
    AANTALLEN: "Aantallen mensen",
    PRIJZEN: "Prijzen per persoon",
    BESTEDING: "Besteding per jaar",
    TIMING: "Moment",
    REGEL: "Regel voor de reserve",
}
GROEPEN = {"statushouder": "Statushouders", "gezinsmigrant": "Gezins- en overige migranten"}
ONDERDELEN = {
    "a": "statushouder, eerste jaar (a)",
    "b": "statushouder, tweede jaar (b)",
    "c": "statushouder, derde jaar (c)",
    "d": "afgerond traject (d)",
    "gezin": "gezins- of overige migrant",
    "abo": "onderwijsroute (abo)",
}
NIET_GELEVERD = "niet geleverd"
ONBEKEND = "onbekend"
SAMEN = "toegepast op drie uitkeringen samen: niet zeker"
NIET_GEBRUIKT = "uw invoer is niet gebruikt"
NIET_TE_BEREKENEN = "niet te berekenen"
ALS_BASIS = "zoals in de basis"
CENTEN = 2
OPDRACHT = ("Vul ", "Kies ")  # a reason that only says what to do
LANGSTE_CITAAT = 40
OPMAAK = re.compile(r"[\\`*_{}\[\]#|~<>$]")


def bedrag(waarde: Decimal | None) -> str:
    """Euros with cents where there are any: a price has them, a printed total has not."""
    heeft_centen = waarde is not None and waarde != waarde.to_integral_value()
    return euro(waarde, CENTEN if heeft_centen else 0)


def veld_naam(veld: Veld) -> str:
    """What a field is called for a reader."""
    if veld.oorzaak == AANTALLEN:
        return f"{GROEPEN[veld.onderdeel]}, cohort {veld.jaar}"
    if veld.oorzaak == PRIJZEN:
        return f"{veld.jaar}: {ONDERDELEN.get(veld.onderdeel) or OPMAAK.sub(' ', veld.onderdeel)}"
    if veld.soort == "verschuiving":
        return f"Van {veld.jaar} naar {veld.jaar + 1}: bedrag of percentage"
    if veld.oorzaak == TIMING:
        return f"Achterstand ingehaald in {veld.jaar}: statushouders"
    if veld.oorzaak == BEGIN:
        return f"Reserve op 1 januari {veld.jaar}"
    return "Plafond van de reserve" if veld.oorzaak == REGEL else f"Besteed in {veld.jaar}"


def basis_tekst(veld: Veld) -> str:
    """The value in the base, in words when there is none."""
    if veld.soort == "keuze":
        return plafond_keuze(OUD if veld.basis is None else str(veld.basis), veld.regels)
    if veld.oorzaak == TIMING:
        return "niets"
    if veld.soort == "aantal":
        tekst = NIET_GELEVERD if veld.basis is None else hele_getal(veld.basis)
        return f"{tekst} in {veld.jaar}, een ander aantal in een later jaar" if veld.wisselt else tekst
    if veld.basis is None:
        return veld.noot or (NIET_TE_BEREKENEN if veld.oorzaak == BEGIN else NIET_GELEVERD)
    return f"{bedrag(veld.basis)}, {veld.noot}" if veld.noot else bedrag(veld.basis)


def veld_label(veld: Veld) -> str:
    """Name and base of a field; what is nothing in every base needs no base.

    A screen reader reads a label letter by letter, so nothing in it may need escaping.
    """
    naam = veld_naam(veld)
    return naam if veld.oorzaak == TIMING else f"{naam} (basis: {basis_tekst(veld)})"


def waarde_tekst(w: Wijziging) -> str:
    """A changed value as a reader writes it."""
    if w.veld.soort == "keuze":
        return plafond_keuze(OUD if w.waarde is None else str(w.waarde), w.veld.regels)
    if w.is_procent:
        return f"{hele_getal(w.waarde)}%"
    return hele_getal(w.waarde) if w.veld.soort == "aantal" else bedrag(w.waarde)


def plafond_keuze(keuze: str, regels: tuple[str, str]) -> str:
    """An option of the ceiling in words, with the names of the first rule and the newer one."""
    if not keuze:
        return ALS_BASIS
    oud, nieuw = regels
    return f"{oud} blijft gelden" if keuze == OUD else f"{nieuw} vanaf {keuze}"


def plafond_regels(opzet: Opzet) -> str:
    """Every version of the ceiling with its name, shares, article and how sure it is."""
    regels = []
    for p in sorted(opzet.regels.plafonds, key=lambda p: p.vanaf_jaar):
        deel = f"{hele_getal(p.alpha * 100)}% van wat voor het jaar zelf is toegekend"
        extra = f" plus {hele_getal(p.beta * 100)}% van het jaar ervoor" if p.beta else ""
        artikel = f" ({letterlijk(p.herkomst.artikel)})" if p.herkomst.artikel else ""
        naam = f"{rule_name(p, opzet.regels.plafonds)} [{p.regelversie}]"
        status = rule_status(p.herkomst.status, opzet.dossier.is_gebundeld)
        regels.append(f"- {letterlijk(naam)}: {deel}{extra}{artikel}. Status: {status}.")
    return "\n".join(regels)


def rule_status(status: str, is_gebundeld: bool) -> str:
    """How sure a rule is; it is a rule of one grant, so that on a pooled sum it is never certain."""
    if not is_gebundeld:
        return STATUSWOORDEN.get(status, status)
    return f"regel {'niet bekend' if status == ONBEKEND else status}; {SAMEN}"


def titel(oorzaak: str, aantal: int) -> str:
    """Heading of the fields of one cause: says how much is changed, also when it is closed."""
    if oorzaak == REGEL:
        return f"{TITELS[oorzaak]}: {'gewijzigd' if aantal else 'niets gewijzigd'}"
    return f"{TITELS[oorzaak]}: {aantal_met(aantal, 'wijziging', 'wijzigingen') if aantal else 'niets gewijzigd'}"


def citaat(tekst: str) -> str:
    """A text of the reader as inline code: no mark-up, no link and no address in it comes to life, and it is short.

    Escaping is not enough: the renderer makes a link of every bare address that is left in running text.
    """
    kaal = " ".join("".join(teken if teken.isprintable() else " " for teken in tekst).split())
    kort = kaal if len(kaal) <= LANGSTE_CITAAT else f"{kaal[: LANGSTE_CITAAT - 1]}…"
    hek = "`" * (max((len(reeks) for reeks in re.findall("`+", kort)), default=0) + 1)
    rand = " " if "`" in kort else ""
    return f"{hek}{rand}{kort}{rand}{hek}" if kort else "(leeg)"


def refusal(w: Weigering, velden: Sequence[Veld]) -> str:
    """What was filled in and where, why it can't be used, and what to do; the text of the reader stays as typed."""
    veld = next((v for v in velden if v.naam == w.naam), None)
    waar = f"U vulde bij **{veld_naam(veld)}**" if veld else f"In het adres staat bij {citaat(w.naam)}"
    wat = f"{waar} ‘{citaat(w.tekst)}’{' in' if veld else ''}"
    eerst, _, daarna = w.reden.partition(". ")
    if eerst.startswith(OPDRACHT):
        return f"{wat}; {NIET_GEBRUIKT}. {letterlijk(w.reden)}"
    return f"{wat}. {letterlijk(eerst.removesuffix('.'))}; {NIET_GEBRUIKT}. {letterlijk(daarna)}".rstrip()
