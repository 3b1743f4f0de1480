"""The calculation of one year written out: first every figure that went in, then every step with its article."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from rekenkamer.spuk.artikelen import BESTEMMING, TERUGVORDERING, VASTSTELLING, VERDELING, cite
from rekenkamer.spuk.bedragen import min_nul, schrijf_euro, schrijf_minstens_nul, trek_af
from rekenkamer.spuk.betaald import beschikking_regels
from rekenkamer.spuk.dossier import Dossier
from rekenkamer.spuk.jaar import Jaarcijfers, Jaarinvoer
from rekenkamer.spuk.regels import Herkomst
from rekenkamer.spuk.reservestappen import reserve_stappen, vloer_stap
from rekenkamer.spuk.uitkomst import Rekenregel
from rekenkamer.spuk.zekerheid import Zekerheid

NIET_IN_RESERVE = "Dit verschil wordt in één keer verrekend en kan niet in de reserve blijven."
EIGEN_REGELING = "Deze regeling valt buiten artikel 40 van de wet. Haar eigen regels zijn niet bekend."
FORMULES = {
    "beschikking": "Definitieve beschikking",
    "gelijkgesteld": "Gelijk aan betaald",
    "telling": "Aantal × prijs, alle onderdelen bij elkaar",
    "realisatiegraad": "Betaald × deel dat in het peiljaar is toegekend",
    "onbekend": "Definitieve beschikking of raming",
}


def schrijf_rekenregels(
    dossier: Dossier, invoer: Jaarinvoer, cijfers: Jaarcijfers, zeker: Zekerheid
) -> tuple[Rekenregel, ...]:
    """All lines of a year, `invoer` first; the same twelve steps in the same order for every year and regeling."""
    stappen = (
        _betaald(invoer),
        _toegekend(invoer),
        _besteed(invoer),
        *reserve_stappen(invoer, cijfers),
        _verschil(invoer, cijfers),
        _te_betalen(invoer, cijfers),
        _te_ontvangen(invoer, cijfers),
        vloer_stap(invoer, cijfers),
    )
    return (
        *beschikking_regels(dossier, invoer.jaar, invoer.toegekend.bron),
        *invoer.toegekend.rekenregels,
        *invoer.besteed.rekenregels,
        *_fout_onzeker(invoer),
        *(replace(s, herkomst=replace(s.herkomst, status=getattr(zeker, s.code))) for s in stappen),
    )


def _fout_onzeker(invoer: Jaarinvoer) -> tuple[Rekenregel, ...]:
    fout = invoer.fout
    if not fout.is_geleverd:
        return ()
    naam = f"Fout of onzeker volgens de accountant {invoer.jaar}"
    herkomst = _wet(invoer, TERUGVORDERING, fout.herkomst)
    formule = "Komt bij het bedrag om te betalen"
    uitleg = None
    if fout.bedrag is None:
        uitleg = "Het geleverde bedrag is niet te gebruiken. Daarom is wat te betalen is niet te berekenen."
    return (Rekenregel("invoer", "fout_onzeker", naam, formule, fout.tekst, fout.bedrag, herkomst, None, uitleg),)


def _betaald(invoer: Jaarinvoer) -> Rekenregel:
    betaald = invoer.betaald
    alleen_definitief = betaald.bron is not None and betaald.bron.soort == "definitief"
    formule = (
        "Definitieve beschikking: een voorlopige is er niet" if alleen_definitief else "Nieuwste voorlopige beschikking"
    )
    return _stap(
        ("betaald", f"Betaald {invoer.jaar}", formule),
        schrijf_euro(betaald.bedrag),
        betaald.bedrag,
        betaald.herkomst,
        betaald.toelichting,
    )


def _toegekend(invoer: Jaarinvoer) -> Rekenregel:
    toegekend = invoer.toegekend
    ingevuld = schrijf_euro(toegekend.bedrag)
    if toegekend.wijze == "telling":
        ingevuld = toegekend.rekenregels[-1].ingevuld
    elif toegekend.wijze == "realisatiegraad":
        breuk = toegekend.rekenregels[-1].ingevuld.split(" = ")[0]
        ingevuld = f"{schrijf_euro(invoer.betaald.bedrag)} × {breuk}"
    return _stap(
        ("toegekend", f"Toegekend {invoer.jaar}", FORMULES["beschikking" if toegekend.is_brief else toegekend.wijze]),
        ingevuld,
        toegekend.bedrag,
        _wet(invoer, VERDELING, toegekend.herkomst),
        toegekend.toelichting,
    )


def _besteed(invoer: Jaarinvoer) -> Rekenregel:
    besteed = invoer.besteed
    zinnen = [besteed.toelichting] if besteed.toelichting else []
    if besteed.ontbreekt and besteed.bedrag is not None:
        zinnen.append(f"Met niets gerekend: {'; '.join(besteed.ontbreekt)}.")
    return _stap(
        ("besteed", f"Besteed {invoer.jaar}", besteed.formule),
        schrijf_euro(besteed.bedrag),
        besteed.bedrag,
        _wet(invoer, BESTEMMING, Herkomst()),
        " ".join(zinnen) or None,
    )


def _verschil(invoer: Jaarinvoer, cijfers: Jaarcijfers) -> Rekenregel:
    gelijk = invoer.toegekend.wijze == "gelijkgesteld"
    return _stap(
        ("vaststelling_verschil", "Verschil bij de vaststelling", "Betaald − toegekend"),
        f"{schrijf_euro(invoer.betaald.bedrag)} − {schrijf_euro(invoer.toegekend.bedrag)}",
        cijfers.verschil,
        _vaststelling(invoer),
        invoer.toegekend.toelichting if gelijk else NIET_IN_RESERVE if invoer.kent_reserve else EIGEN_REGELING,
    )


def _te_betalen(invoer: Jaarinvoer, cijfers: Jaarcijfers) -> Rekenregel:
    delen = [min_nul(cijfers.verschil), cijfers.terugvordering, invoer.fout.bedrag]
    formule = "Te veel betaald bij de vaststelling + terugvordering + fout of onzeker"
    herkomst, versie, uitleg = _vaststelling(invoer), None, None
    if invoer.kent_reserve:
        herkomst = replace(herkomst, artikel=f"{VASTSTELLING.artikel}; {TERUGVORDERING.artikel}")
        versie = invoer.plafond.regelversie if invoer.plafond else None
    else:
        del delen[1]
        formule = "Te veel betaald bij de vaststelling + fout of onzeker"
        uitleg = "Zonder terugvordering van wat niet is besteed: de regel daarvoor is niet bekend."
    ingevuld = " + ".join(schrijf_euro(deel) for deel in delen)
    regel = _stap(("te_betalen", "Te betalen aan het rijk", formule), ingevuld, cijfers.te_betalen, herkomst, uitleg)
    return replace(regel, regelversie=versie)


def _te_ontvangen(invoer: Jaarinvoer, cijfers: Jaarcijfers) -> Rekenregel:
    som = f"{schrijf_euro(invoer.toegekend.bedrag)} − {schrijf_euro(invoer.betaald.bedrag)}"
    return _stap(
        ("te_ontvangen", "Te ontvangen van het rijk", "Toegekend − betaald, als dat meer is dan nul"),
        schrijf_minstens_nul(som, trek_af(invoer.toegekend.bedrag, invoer.betaald.bedrag)),
        cijfers.te_ontvangen,
        _vaststelling(invoer),
        None,
    )


def _vaststelling(invoer: Jaarinvoer) -> Herkomst:
    return _wet(invoer, VASTSTELLING, Herkomst())


def _wet(invoer: Jaarinvoer, artikel: Herkomst, herkomst: Herkomst) -> Herkomst:
    """Add the article of the law, unless the row has its own or this regeling has rules of its own (G13, A38)."""
    return cite(artikel, herkomst) if invoer.kent_reserve else herkomst


def _stap(
    kop: tuple[str, str, str], ingevuld: str, bedrag: Decimal | None, herkomst: Herkomst, toelichting: str | None
) -> Rekenregel:
    code, naam, formule = kop
    return Rekenregel("stap", code, naam, formule, ingevuld, bedrag, herkomst, None, toelichting)
