"""Sentences and table rows on the controledossier."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from dashboard.components.opmaak import klein, letterlijk
from dashboard.data.spuk_dossier import Controle, Controledossier, Jaar, Uitkomst, is_hidden, list_missing
from dashboard.theme.notatie import aantal_met, euro

GEBUNDELD = "gebundeld"
NIET_TE_BEREKENEN = "niet te berekenen"
WEL = (
    "Elke stap van de berekening staat in het bestand als formule, naast het bedrag uit het magazijn. Wijzig een bedrag"
    " op het blad Invoer en u ziet wat het uitmaakt. Bij elk bedrag staan de levering en de plaats daarin, bij elke"
    " regel het artikel en hoe zeker wij daarvan zijn."
)
NIET = (
    "Het is een indicatie, geen beschikking: het rijk stelt vast. Dat de formules uitkomen, zegt dat wij goed hebben"
    " gerekend, niet dat de geleverde bedragen juist zijn. Wat niet is geleverd, telt niet mee; de echte uitkomst kan"
    " dus anders zijn."
)
GELIJK = "Gelijk wil zeggen: de formule geeft het bedrag uit het magazijn. Of dat bedrag juist is, zegt het niet."
INHOUD = (
    ("Leeswijzer", "wat het bestand is en hoe u het narekent"),
    ("Berekening", "elke stap per scenario en jaar, met formule, bedrag uit het magazijn en verschil"),
    ("Invoer", "elke beschikking, kostenpost en telling, met levering en plaats"),
    ("Regels", "bedragen per persoon, plafonds, scenario’s en aannames, met artikel en status"),
    ("Bevindingen", "wat er in de cijfers over geld niet klopt of ontbreekt"),
    ("Bronnen", "de gebruikte leveringen, met hun vingerafdruk"),
)
UITKOMST = ("Scenario", "Vaststelling", "Onderbesteding terug", "Te betalen")
UITKOMST_UITLEG = (
    "In hele euro’s; in het bestand op de cent. Vaststelling: betaald min toegekend; onder nul krijgt de gemeente bij."
    " Niet te zien (toegekend gelijkgesteld aan betaald): de bron geeft één bedrag; te betalen is dan zonder"
    " vaststelling. Onderbesteding terug: teruggevorderd omdat te weinig is besteed. Te betalen: die twee samen (van de"
    " vaststelling alleen wat boven nul is) en wat volgens de accountant fout of onzeker is; dat laatste staat erbij."
    " De reserve en de andere stappen staan in het bestand."
)
CONTROLE = ("Scenario", "Gelijk", "Niet te zien", "Niet te berekenen", "Verschil")
GETOOND = 2  # of what is missing; the file has all of it
VINGERAFDRUK = (
    "Zo controleert u of het bestand ongewijzigd is: bereken de sha256 van het bestand en vergelijk die met het"
    " manifest. In Windows: `certutil -hashfile bestandsnaam SHA256`. Op een Mac of in Linux: `shasum -a 256"
    " bestandsnaam`. Doe dat voordat u het bestand opslaat: na opslaan verandert de vingerafdruk."
)


def vraag() -> str:
    """The question of this page."""
    return "Kunt u de bedragen over de SPUK narekenen?"


class Telling(NamedTuple):
    """The checks of one scenario, or of all: a settlement that can't be seen is neither equal nor computed."""

    scenario: str
    gelijk: int
    niet_te_zien: int
    niet_te_berekenen: int
    afwijkend: int


def count_checks(controles: Sequence[Controle]) -> list[Telling]:
    """One row per scenario and the sum last."""
    rijen = [
        Telling(
            c.scenario,
            c.nagerekend_aantal - c.afwijkend_aantal,
            c.niet_te_zien_aantal,
            c.niet_te_berekenen_aantal,
            c.afwijkend_aantal,
        )
        for c in controles
    ]
    totaal = Telling(
        "Totaal",
        sum(r.gelijk for r in rijen),
        sum(r.niet_te_zien for r in rijen),
        sum(r.niet_te_berekenen for r in rijen),
        sum(r.afwijkend for r in rijen),
    )
    return [*rijen, totaal]


def answer(naam: str | None, jaren: Sequence[Jaar]) -> str:
    """What to do, or why there is no dossier; the answer itself needs the file."""
    if naam is None:
        return "Kies bovenaan een gemeente. Dan maken wij een bestand waarin u elk bedrag over de SPUK zelf narekent."
    if not jaren:
        return f"Voor {naam} is geen beschikking over de SPUK geleverd. Er is dus niets om na te rekenen."
    return ""


def answer_dossier(naam: str, jaar: Jaar, tellingen: Sequence[Telling], uitkomsten: Sequence[Uitkomst]) -> str:
    """What was compared and equal, what could not be computed, and first whether the year has an outcome at all."""
    totaal = tellingen[-1]
    telling = _counted(naam, jaar, totaal)
    begin = telling[0].upper() + telling[1:]
    samen = " Het is een benadering: de bron geeft één som van meer uitkeringen." if jaar.is_gebundeld else ""
    if totaal.afwijkend:
        fout = aantal_met(totaal.afwijkend, "bedrag wijkt", "bedragen wijken")
        return (
            f"**Niet helemaal: {fout} af; {telling}.{samen}** Het bestand laat zien welke. Gebruik ze niet voordat dat"
            " is uitgezocht."
        )
    leeg = [u for u in uitkomsten if u.verloop.te_betalen_eur is None]
    if leeg and len(leeg) == len(uitkomsten):
        return f"**Nog niet: over {jaar.jaar} ontbreekt {missing(leeg)}. {begin}.{samen}** {GELIJK}"
    if leeg:
        deel = f"over {jaar.jaar} {'is' if len(leeg) == 1 else 'zijn'} {len(leeg)} van de {len(uitkomsten)} scenario’s"
        return f"**Deels: {deel} niet te berekenen. {begin}.{samen}** {GELIJK}"
    return f"**Ja: {telling}.{samen}** {GELIJK}"


def _counted(naam: str, jaar: Jaar, totaal: Telling) -> str:
    tekst = f"van {naam} tot en met {jaar.jaar} {_zijn(totaal.gelijk)} nagerekend en gelijk"
    rest = ((totaal.niet_te_zien, "niet te zien"), (totaal.niet_te_berekenen, "niet te berekenen"))
    return "; ".join([tekst, *(f"{_getal(aantal)} {wat}" for aantal, wat in rest if aantal)])


def _zijn(aantal: int) -> str:
    return f"{'is' if aantal == 1 else 'zijn'} {aantal_met(aantal, 'bedrag', 'bedragen')}"


def _getal(aantal: int) -> str:
    return f"{aantal} {'is' if aantal == 1 else 'zijn'}"


def missing(leeg: Sequence[Uitkomst]) -> str:
    """What keeps the first scenario from an outcome: the first two things by name, the rest as a number."""
    delen = list_missing([leeg[0].verloop])
    if not delen:
        return "een bedrag"
    rest = len(delen) - GETOOND
    meer = f"; en nog {aantal_met(rest, 'ander gegeven', 'andere gegevens')}" if rest > 0 else ""
    return letterlijk("; ".join(delen[:GETOOND]) + meer)


def computed(jaren: Sequence[Jaar]) -> set[str]:
    """The grants with an outcome for the newest year that has one."""
    nieuwste = max((j.jaar for j in jaren if j.is_berekend), default=None)
    return {j.regeling for j in jaren if j.is_berekend and j.jaar == nieuwste}


def default_index(jaren: Sequence[Jaar]) -> int:
    """The newest year that has an outcome, else the newest."""
    return next((nummer for nummer, j in enumerate(jaren) if j.is_berekend), 0)


def regeling_naam(regeling: str) -> str:
    """A regeling in words."""
    return "Gebundeld (één som)" if regeling == GEBUNDELD else regeling


def jaar_naam(jaar: Jaar) -> str:
    """A year, and whether it can be computed."""
    return str(jaar.jaar) if jaar.is_berekend else f"{jaar.jaar} (niet te berekenen)"


def result_rows(uitkomsten: Sequence[Uitkomst]) -> list[list[str]]:
    """One row per scenario."""
    return [
        [
            u.naam,
            settlement(u),
            bedrag(u.verloop.terugvordering_eur),
            payable(u),
        ]
        for u in uitkomsten
    ]


def settlement(u: Uitkomst) -> str:
    """What the settlement comes to; one amount for both paid and granted hides it, which is not nil."""
    return "niet te zien" if is_hidden(u.verloop) else bedrag(u.verloop.vaststelling_verschil_eur)


def payable(u: Uitkomst) -> str:
    """What is to be paid, what else is in it, and that the settlement is not where it can't be seen."""
    waarde = u.verloop.te_betalen_eur
    if waarde is None:
        return f"**{bedrag(waarde)}**"
    zonder = " zonder vaststelling" if is_hidden(u.verloop) else ""
    fout = f" (waarvan {euro(u.fout_onzeker_eur)} fout of onzeker)" if u.fout_onzeker_eur else ""
    return f"**{bedrag(waarde)}**{zonder}{fout}"


def bedrag(waarde: Decimal | None) -> str:
    """In whole euros, or the words; the file has the cents."""
    return NIET_TE_BEREKENEN if waarde is None else euro(waarde)


def check_rows(tellingen: Sequence[Telling]) -> list[list[str]]:
    """One row per scenario, and the sum."""
    rijen = [[t.scenario, *map(str, t[1:])] for t in tellingen]
    return [*rijen[:-1], [f"**{cel}**" for cel in rijen[-1]]]


def check_note() -> str:
    """What a check is."""
    return (
        "Gelijk: de formule geeft het bedrag dat in het magazijn staat. De formules zijn los van het magazijn"
        " opgesteld. Niet te zien: een vaststelling waarvan de bron één bedrag geeft; de 0,00 in het bestand is geen"
        " uitkomst. Niet te berekenen: er is geen bedrag, dus is er ook niets vergeleken. In het bestand"
        " staat het verschil bij elke stap; het moet 0,00 zijn."
    )


def contents() -> str:
    """The sheets of the file as a list."""
    return "\n".join(f"- {klein(f'**{blad}**: {wat}')}" for blad, wat in INHOUD)


def fingerprint(dossier: Controledossier) -> str:
    """Names and hash of what is offered."""
    return f"Bestand {letterlijk(dossier.naam)}\\.xlsx · sha256 `{dossier.sha256}`"
