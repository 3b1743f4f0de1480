"""Sheet Regels: the amounts, ceilings, parameters, scenarios and assumptions that were used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rekenkamer.rapport.controledossier.formules import Cel
from rekenkamer.rapport.controledossier.gegevens import Gegevens
from rekenkamer.rapport.controledossier.rijen import Parameter, Plafond, Prijs, Scenario
from rekenkamer.rapport.controledossier.werkmap import Blad, naam_van
from rekenkamer.rapport.controledossier.woorden import GROEP, KEUZES, REGEL_STATUS, tekst_datum, woord

BREEDTES = (22, 32, 11, 16, 16, 24, 28, 14, 32, 56)
PLAFOND_VAN = "G10"
GEEN_PLAFOND = "geen regel bekend"
HERKOMST = ("Status", "Artikel", "Tekst van", "Vindplaats", "Opmerking")


@dataclass
class Regelcellen:
    """Where on the sheet the numbers stand that formulas use."""

    prijzen: dict[tuple[int, str], Cel] = field(default_factory=dict)
    alpha: dict[str, Cel] = field(default_factory=dict)
    beta: dict[str, Cel] = field(default_factory=dict)
    beginreserve: dict[str, Cel] = field(default_factory=dict)
    participatie: dict[str, str] = field(default_factory=dict)
    parameters: dict[tuple[str, int | None], Cel] = field(default_factory=dict)


def list_plafonds(g: Gegevens) -> list[Plafond]:
    """The versions of the ceiling that count for this regeling, oldest first; older snapshots only know that of G10."""
    van = next((r.plafond_van for r in g.regelingen if r.regeling == g.regeling), None) or PLAFOND_VAN
    eigen = [p for p in g.plafonds if (p.regeling or PLAFOND_VAN) == van]
    return sorted(eigen, key=lambda p: p.geldig_vanaf_jaar)


def write_regels(blad: Blad, g: Gegevens, jaren: Sequence[int]) -> Regelcellen:
    """Fill the sheet; `jaren` are the years that are computed."""
    cellen = Regelcellen()
    blad.tekst(0, 0, "Regels", "titel")
    blad.tekst(
        1, 0, "De bedragen, percentages en aannames waarmee is gerekend. Grijs: een getal dat u kunt wijzigen.", "plat"
    )
    rij = _scenarios(blad, 3, g.scenarios, cellen)
    rij = _plafonds(blad, rij + 1, list_plafonds(g), cellen)
    budget = {*jaren, max(jaren, default=0) + 1}
    rij = _prijzen(blad, rij + 1, [p for p in g.prijzen if p.budgetjaar in budget], cellen)
    rij = _parameters(blad, rij + 1, [p for p in g.parameters if p.jaar is None or p.jaar in budget], cellen)
    _aannames(blad, rij + 1, g)
    blad.maak_op(BREEDTES, 2)
    return cellen


def _kop(blad: Blad, rij: int, titel: str, koppen: Sequence[str]) -> int:
    blad.tekst(rij, 0, titel, "kop")
    blad.koppen(rij + 1, koppen)
    return rij + 2


def _herkomst(blad: Blad, rij: int, kolom: int, regel: Plafond | Prijs | Parameter) -> None:
    teksten = (
        woord(REGEL_STATUS, regel.status),
        regel.artikel,
        tekst_datum(regel.tekst_datum),
        regel.vindplaats,
        regel.opmerking,
    )
    for nummer, tekst in enumerate(teksten):
        blad.tekst(rij, kolom + nummer, tekst or "niet vermeld" if nummer < 4 else tekst)


def _scenarios(blad: Blad, rij: int, scenarios: Sequence[Scenario], cellen: Regelcellen) -> int:
    koppen = (
        "Scenario", "Naam", "Vanaf jaar", "Reserve bij begin", "Participatie telt mee", "Bedrag dat definitief heet",
        "Definitief bedrag ontbreekt", "Peiljaar", "Besteding", "Omschrijving",
    )  # fmt: skip
    rij = _kop(blad, rij, "Scenario’s", koppen)
    for s in scenarios:
        blad.tekst(rij, 0, s.scenario, "vet")
        blad.tekst(rij, 1, s.naam)
        blad.getal(rij, 2, s.beginjaar, "jaar")
        begin = blad.getal(rij, 3, s.beginreserve_eur, "euro_invoer")
        cellen.beginreserve[s.scenario] = blad.benoem(naam_van("beginreserve", s.scenario), begin)
        blad.tekst(rij, 4, "ja" if s.participatie_telt_mee else "nee")
        keuze = blad.benoem(naam_van("participatie", s.scenario), Cel(blad.adres(rij, 4), None))
        cellen.participatie[s.scenario] = keuze.adres
        for kolom, code in ((5, s.gedrukt_definitief), (6, s.definitief_raming), (8, s.besteding)):
            blad.tekst(rij, kolom, woord(KEUZES, code))
        blad.getal(rij, 7, s.peiljaar, "jaar")
        vanaf = s.nieuw_plafond_vanaf_jaar
        plafond = f"Nieuw plafond vanaf {vanaf}." if vanaf else "Het nieuwe plafond geldt nooit."
        delen = (s.omschrijving, plafond, s.opmerking, f"Status: {woord(REGEL_STATUS, s.status)}.")
        blad.tekst(rij, 9, " ".join(d for d in delen if d))
        rij += 1
    return rij


def _plafonds(blad: Blad, rij: int, plafonds: Sequence[Plafond], cellen: Regelcellen) -> int:
    titel = "Plafond van de reserve = alpha × toegekend van dit jaar + beta × toegekend van het jaar ervoor"
    rij = _kop(blad, rij, titel, ("Regelversie", "Regeling", "Vanaf jaar", "Alpha", "Beta", *HERKOMST))
    if not plafonds:
        blad.tekst(rij, 0, GEEN_PLAFOND)
        return rij + 1
    for p in plafonds:
        blad.tekst(rij, 0, p.regelversie, "vet")
        blad.tekst(rij, 1, p.regeling or PLAFOND_VAN)
        blad.getal(rij, 2, p.geldig_vanaf_jaar, "jaar")
        for kolom, (naam, waarde) in enumerate((("alpha", p.alpha), ("beta", p.beta)), 3):
            cel = blad.getal(rij, kolom, waarde, "factor")
            getattr(cellen, naam)[p.regelversie] = blad.benoem(naam_van(naam, p.regelversie), cel)
        _herkomst(blad, rij, 5, p)
        rij += 1
    return rij


def _prijzen(blad: Blad, rij: int, prijzen: Sequence[Prijs], cellen: Regelcellen) -> int:
    koppen = ("Component", "Voor wie", "Budgetjaar", "Bedrag per persoon", "Gewicht", *HERKOMST)
    rij = _kop(blad, rij, "Bedragen per persoon", koppen)
    for p in sorted(prijzen, key=lambda p: (p.budgetjaar, p.component)):
        afstand = "" if p.cohort_afstand is None else f", cohort {p.budgetjaar - p.cohort_afstand}"
        blad.tekst(rij, 0, p.component, "vet")
        blad.tekst(rij, 1, f"{woord(GROEP, p.groep)}{afstand}" if p.groep else "per traject")
        blad.getal(rij, 2, p.budgetjaar, "jaar")
        cel = blad.getal(rij, 3, p.bedrag_eur, "euro_invoer", "niet bekend")
        naam = naam_van("bedrag", p.component, p.budgetjaar)
        cellen.prijzen[(p.budgetjaar, p.component)] = blad.benoem(naam, cel)
        blad.getal(rij, 4, p.gewicht, "getal", "niet van toepassing")
        _herkomst(blad, rij, 5, p)
        rij += 1
    return rij


def _parameters(blad: Blad, rij: int, parameters: Sequence[Parameter], cellen: Regelcellen) -> int:
    rij = _kop(blad, rij, "Andere getallen", ("Naam", "Eenheid", "Jaar", "Waarde", "", *HERKOMST))
    for p in sorted(parameters, key=lambda p: (p.parameter, p.jaar or 0)):
        blad.tekst(rij, 0, p.parameter, "vet")
        blad.tekst(rij, 1, p.eenheid or "geen")
        blad.getal(rij, 2, p.jaar, "jaar", "alle")
        cel = blad.getal(rij, 3, p.waarde, "jaar" if p.eenheid == "jaar" else "factor", "niet bekend")
        cellen.parameters[(p.parameter, p.jaar)] = cel
        _herkomst(blad, rij, 5, p)
        rij += 1
    return rij


def _aannames(blad: Blad, rij: int, g: Gegevens) -> int:
    koppen = ("Code", "Vraag", "Gekozen", "", "", "Niet gekozen", "Gevolg", "Status", "Artikel", "Vindplaats")
    rij = _kop(blad, rij, "Aannames: waar de regel of de bron niet duidelijk is", koppen)
    blad.samen(rij - 1, 2, 4, "Gekozen", "kolomkop")
    for a in g.aannames:
        blad.tekst(rij, 0, a.code, "vet")
        blad.tekst(rij, 1, a.vraag)
        blad.samen(rij, 2, 4, a.keuze)
        rest = (a.alternatief, a.gevolg, woord(REGEL_STATUS, a.status), a.artikel or "geen", a.vindplaats)
        for kolom, tekst in enumerate(rest, 5):
            blad.tekst(rij, kolom, tekst or "niet vermeld")
        rij += 1
    return rij
