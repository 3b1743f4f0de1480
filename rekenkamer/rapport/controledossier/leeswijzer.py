"""Sheet Leeswijzer: what the file is, what it says, how to check it."""

from __future__ import annotations

from collections.abc import Iterable

from rekenkamer.rapport.controledossier.berekening import NAMEN, Uitkomsten, count_sentence, is_hidden, weakest_status
from rekenkamer.rapport.controledossier.formules import NIET_TE_BEREKENEN, Formule, neem_over
from rekenkamer.rapport.controledossier.gegevens import Gegevens
from rekenkamer.rapport.controledossier.rijen import Verloop
from rekenkamer.rapport.controledossier.werkmap import Blad
from rekenkamer.rapport.controledossier.woorden import (
    INDICATIE,
    NIET_TE_ZIEN,
    REGEL_STATUS,
    ZONDER_VASTSTELLING,
    datum_lang,
)

BREEDTES = (30, 20, 18, 18, 20, 18, 18, 26)
LAATSTE = len(BREEDTES) - 1
PER_REGEL = 165  # characters on one printed line over the merged columns
KORT = ("vaststelling_verschil", "terugvordering", "te_betalen", "te_ontvangen", "reserve_eind", "bestedingsvloer")
NIET_ZICHTBAAR = ("vaststelling_verschil", "te_ontvangen")
TEKENEN = ("Opgesteld door", "Gecontroleerd door", "Datum")
GEBUNDELD = (
    "De bron geeft één som van meer uitkeringen (G10, G13 en A38). Het plafond van artikel 10.5 geldt alleen voor G10."
    " De uitkomst is daarom een benadering."
)
NAREKENEN = (
    "1. Open dit bestand in een rekenprogramma. In Excel rekent het zelf; in LibreOffice kiest u Gegevens > Berekenen >"
    " Volledig herberekenen (Ctrl+Shift+F9).",
    "2. Kijk op het blad Berekening of bovenaan staat: Alle nagerekende bedragen zijn gelijk. Dat zegt"
    " niet dat de geleverde bedragen juist zijn. Elke cel in de kolom Berekend is een"
    " formule; klik erop om te zien uit welke cellen zij komt.",
    "3. Wijzig een grijs getal op het blad Invoer of Regels om te zien wat het uitmaakt. De kolom Verschil laat dan het"
    " verschil met het magazijn zien; dat hoort zo.",
    "4. Vergelijk de sha256 van dit bestand met die in het manifest. Doe dat voordat u het bestand opslaat: na opslaan"
    " verandert zij.",
)
TEKENS = (
    "Grijs: een geleverd getal of een regel, dat u kunt wijzigen. Wit: een formule.",
    "Een woord in plaats van een bedrag: er is geen bedrag. Een ontbrekende kostenpost telt als niets; een ontbrekende"
    " beschikking maakt het jaar niet te berekenen.",
    "Bevestigd, afgeleid, niet bekend: hoe zeker de regel is. Afgeleid: wij moesten de wetstekst uitleggen.",
    "Verschil bij de vaststelling: betaald min toegekend. Boven nul betaalt de gemeente terug; anders krijgt zij bij.",
    "Niet te zien (toegekend gelijkgesteld aan betaald): de bron geeft één bedrag. Dat is geen nul; te betalen staat er"
    " dan zonder vaststelling.",
    "Zekerheid: nooit meer dan de zwakste regel of invoer waarop de uitkomst rust.",
    "Reserve: wat van de uitkering nog niet is besteed. Onder nul is er meer besteed dan ontvangen.",
)


def write_leeswijzer(blad: Blad, g: Gegevens, uit: Uitkomsten) -> None:
    """Fill the first sheet; its outcomes are formulas that point at sheet Berekening."""
    blad.tekst(0, 0, f"Controledossier SPUK: {g.gemeentenaam}, {g.jaar}", "titel")
    blad.tekst(
        1, 0, f"{INDICATIE}. Het rijk stelt vast; dit bestand laat zien hoe wij aan de bedragen komen.", "oordeel"
    )
    rij = 3
    for naam, inhoud in list_gegevens(g):
        blad.tekst(rij, 0, naam, "vet")
        rij = blad.breed(rij, 1, LAATSTE, inhoud, PER_REGEL)
    rij = _write_uitkomst(blad, rij + 1, g, uit)
    rij = _write_tekenen(blad, rij + 1)
    for kop, alineas in (("Zo rekent u het na", NAREKENEN), ("Tekens en woorden", TEKENS), ("De bladen", _bladen())):
        blad.tekst(rij + 1, 0, kop, "kop")
        rij += 2
        for alinea in alineas:
            rij = blad.breed(rij, 0, LAATSTE, alinea, PER_REGEL + 40)
    blad.maak_op(BREEDTES, 0)


def list_gegevens(g: Gegevens) -> list[tuple[str, str]]:
    """What identifies the dossier, as name and text."""
    regeling = next((r.naam for r in g.regelingen if r.regeling == g.regeling), g.regeling)
    gebundeld = any(v.is_gebundeld for v in g.verloop)
    verzonnen = any(b.is_synthetisch for b in g.bronnen)
    regels = [
        ("Gemeente", f"{g.gemeentenaam} ({g.gemeentecode})"),
        ("Jaar", f"{g.jaar}; eerdere jaren staan erbij, omdat de reserve doorloopt"),
        ("Regeling", f"{regeling} ({g.regeling})"),
        ("Snapshot", g.snapshot_id),
        ("Vastgelegd op", f"{datum_lang(g.gemaakt_op)}, {g.gemaakt_op:%H:%M} UTC"),
        ("Gemaakt met", f"rekenkamer-inburgering {g.versie}"),
    ]
    regels += [("Gebundeld bedrag", GEBUNDELD)] if gebundeld else []
    regels += [("Verzonnen gegevens", "Een deel van de leveringen is gemaakt om mee te oefenen.")] if verzonnen else []
    return regels


def _write_uitkomst(blad: Blad, rij: int, g: Gegevens, uit: Uitkomsten) -> int:
    blad.tekst(rij, 0, f"Uitkomst over {g.jaar}", "kop")
    koppen = ("Scenario", *(NAMEN[stap] for stap in KORT), "Zekerheid van de uitkomst")
    blad.koppen(rij + 1, koppen, range(1, len(KORT) + 1))
    rij += 2
    per = {v.scenario: v for v in g.verloop if v.jaar == g.jaar}
    for s in sorted(g.scenarios, key=lambda s: s.volgorde):
        cellen, v = uit.bedragen.get((s.scenario, g.jaar)), per.get(s.scenario)
        if cellen is None or v is None:
            continue
        blad.tekst(rij, 0, s.naam, "vet")
        for kolom, stap in enumerate(KORT, 1):
            if is_hidden(v) and stap in NIET_ZICHTBAAR:
                blad.tekst(rij, kolom, NIET_TE_ZIEN)
            else:
                blad.formule(rij, kolom, neem_over(cellen[stap]), "euro")
        blad.tekst(rij, len(KORT) + 1, _zekerheid(g, v))
        rij += 1
    blad.tekst(rij, 0, "Controle", "vet")
    blad.formule(rij, 1, Formule("=oordeel", None, uit.oordeel), "oordeel")
    rij = blad.breed(rij + 1, 1, LAATSTE, count_sentence(uit.tel()), PER_REGEL)
    mist = list_missing([v for v in per.values() if v.te_betalen_eur is None])
    return (
        blad.breed(rij, 1, LAATSTE, f"Niet te berekenen, want er ontbreekt: {'; '.join(mist)}.", PER_REGEL)
        if mist
        else rij
    )


def list_missing(verloop: Iterable[Verloop]) -> list[str]:
    """What these outcomes miss, each thing once, in the words of the engine."""
    return list(dict.fromkeys(deel for v in verloop for deel in (v.ontbreekt or "").split("; ") if deel))


def _zekerheid(g: Gegevens, v: Verloop) -> str:
    if v.te_betalen_eur is None:
        return NIET_TE_BEREKENEN
    zonder = f"; te betalen {ZONDER_VASTSTELLING}" if is_hidden(v) else ""
    return f"{REGEL_STATUS[weakest_status(g, v, KORT)]}{zonder}"


def _write_tekenen(blad: Blad, rij: int) -> int:
    """Lines to sign on, empty."""
    for naam in TEKENEN:
        blad.tekst(rij, 0, naam, "vet")
        blad.samen(rij, 1, 3, "", "lijn")
        rij += 1
    return rij


def _bladen() -> tuple[str, ...]:
    return (
        "Berekening: elke stap per scenario en jaar, met de formule, het bedrag uit het magazijn en het verschil.",
        "Invoer: elk geleverd bedrag en aantal, met bron, plaats en sha256 van de levering.",
        "Regels: bedragen per persoon, plafonds, scenario’s en aannames, met artikel, datum van de tekst en status.",
        "Bevindingen: wat er in de geleverde cijfers over geld niet klopt of ontbreekt.",
        "Bronnen: de leveringen waaruit de invoer komt.",
    )
