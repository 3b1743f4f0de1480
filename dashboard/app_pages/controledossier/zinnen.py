"""Sentences and table rows on the controledossier."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from dashboard.components.opmaak import klein, letterlijk
from dashboard.data.spuk_dossier import Controledossier, Jaar, Uitkomst
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
INHOUD = (
    ("Leeswijzer", "wat het bestand is en hoe u het narekent"),
    ("Berekening", "elke stap per scenario en jaar, met formule, bedrag uit het magazijn en verschil"),
    ("Invoer", "elke beschikking, kostenpost en telling, met levering en plaats"),
    ("Regels", "bedragen per persoon, plafonds, scenario’s en aannames, met artikel en status"),
    ("Bevindingen", "wat er in de cijfers over geld niet klopt of ontbreekt"),
    ("Bronnen", "de gebruikte leveringen, met hun vingerafdruk"),
)
UITKOMST = ("Scenario", "Vaststelling", "Besteding", "Te betalen")
UITKOMST_UITLEG = (
    "In hele euro’s; in het bestand op de cent. Vaststelling: betaald min toegekend; onder nul krijgt de gemeente bij."
    " “Niet te zien”: de bron geeft één bedrag."
    " Besteding: teruggevorderd omdat te weinig is besteed. De reserve en de andere stappen staan in het bestand."
)
CONTROLE = ("Scenario", "Nagerekend", "Verschillen")
VINGERAFDRUK = (
    "Zo controleert u of het bestand ongewijzigd is: bereken de sha256 van het bestand en vergelijk die met het"
    " manifest. In Windows: `certutil -hashfile bestandsnaam SHA256`. Op een Mac of in Linux: `shasum -a 256"
    " bestandsnaam`. Doe dat voordat u het bestand opslaat: na opslaan verandert de vingerafdruk."
)


def vraag() -> str:
    """The question of this page."""
    return "Kunt u dit bedrag zelf narekenen?"


def answer(naam: str | None, jaren: Sequence[Jaar]) -> str:
    """What to do, or why there is no dossier; the answer itself needs the file."""
    if naam is None:
        return "Kies bovenaan een gemeente. Dan maken wij een bestand waarin u elk bedrag over de SPUK zelf narekent."
    if not jaren:
        return f"Voor {naam} is geen beschikking over de SPUK geleverd. Er is dus niets om na te rekenen."
    return ""


def answer_dossier(naam: str, jaar: Jaar, dossier: Controledossier) -> str:
    """Whether every formula gives the amount of the warehouse."""
    aantal = aantal_met(dossier.nagerekend_aantal, "bedrag", "bedragen")
    if dossier.afwijkend_aantal:
        fout = aantal_met(dossier.afwijkend_aantal, "bedrag wijkt", "bedragen wijken")
        return (
            f"**Niet helemaal: van {naam} over {jaar.jaar} zijn {aantal} nagerekend en {fout} af.** Het bestand laat"
            " zien welke. Gebruik ze niet voordat dat is uitgezocht."
        )
    zin = (
        f"**Ja: van {naam} over {jaar.jaar} staan {aantal} als formule in één bestand, en alle komen op de cent uit.**"
    )
    if not jaar.is_berekend:
        zin += f" De uitkomst over {jaar.jaar} zelf is niet te berekenen; het bestand zegt wat daarvoor ontbreekt."
    if jaar.is_gebundeld:
        zin += " De bron geeft één som van meer uitkeringen; lees de uitkomst als benadering."
    return zin


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
            f"**{bedrag(u.verloop.te_betalen_eur)}**",
        ]
        for u in uitkomsten
    ]


def settlement(u: Uitkomst) -> str:
    """What the settlement comes to; one amount for both paid and granted hides it, which is not nil."""
    onzichtbaar = u.verloop.toegekend_herkomst == "gelijkgesteld" and u.verloop.vaststelling_verschil_eur is not None
    return "niet te zien" if onzichtbaar else bedrag(u.verloop.vaststelling_verschil_eur)


def bedrag(waarde: Decimal | None) -> str:
    """In whole euros, or the words; the file has the cents."""
    return NIET_TE_BEREKENEN if waarde is None else euro(waarde)


def check_rows(dossier: Controledossier) -> list[list[str]]:
    """One row per scenario, and the sum that the dossier gives."""
    rijen = [[c.scenario, str(c.nagerekend_aantal), str(c.afwijkend_aantal)] for c in dossier.controles]
    return [*rijen, ["**Totaal**", f"**{dossier.nagerekend_aantal}**", f"**{dossier.afwijkend_aantal}**"]]


def check_note() -> str:
    """What a check is."""
    return (
        "Een verschil is: berekend met de formule min het bedrag in het magazijn. De formules zijn los van het magazijn"
        " opgesteld. In het bestand staat het verschil bij elke stap; het moet 0,00 zijn."
    )


def contents() -> str:
    """The sheets of the file as a list."""
    return "\n".join(f"- {klein(f'**{blad}**: {wat}')}" for blad, wat in INHOUD)


def fingerprint(dossier: Controledossier) -> str:
    """Names and hash of what is offered."""
    return f"Bestand {letterlijk(dossier.naam)}\\.xlsx · sha256 `{dossier.sha256}`"
