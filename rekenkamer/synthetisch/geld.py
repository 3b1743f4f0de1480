"""Money that follows from the persons: costs, grants, SiSa and Iv3."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from rekenkamer.synthetisch.land import Gemeente
from rekenkamer.synthetisch.levering import Levering, Rij, Tabel
from rekenkamer.synthetisch.parameters import parameter
from rekenkamer.synthetisch.personen import Persoon

PerGemeente = dict[str, list[Persoon]]
_REGELING = {"G10": "SPUK inburgering", "G13": "SPUK onderwijsroute"}
_SOORTEN = ((2024, "definitief"), (2025, "voorlopig"))
SISA_JAAR = 2024


def lasten(personen: list[Persoon]) -> Counter[tuple[str, int]]:
    """(post, year) -> euro, each person in the year the cost was made."""
    prijs = parameter("kosten_per_persoon")
    uit: Counter[tuple[str, int]] = Counter()
    for p in personen:
        if p.datum_aanbod and p.contract_kosten:
            uit["leerroutes", p.datum_aanbod.year] += p.contract_kosten
        if p.begeleid and p.datum_inschrijving_brp:
            uit["maatschappelijke_begeleiding", p.datum_inschrijving_brp.year] += prijs["maatschappelijke_begeleiding"]
        if p.datum_pvt:
            uit["pvt", p.datum_pvt.year] += prijs["pvt"]
        if p.datum_map:
            uit["participatiecomponent", p.datum_map.year] += prijs["participatiecomponent"]
        uit["formatie", p.cohort] += prijs["formatie"]
    return uit


def spuk_bedrag(personen: list[Persoon], jaar: int) -> tuple[float, int, int]:
    """Euro by cohort counts times the price per head, with the number of status holders and of other migrants."""
    prijzen = parameter("prijs_per_persoon")[jaar]
    aantal = Counter((p.doelgroep, p.cohort) for p in personen)
    bedrag = sum(prijs * aantal[d, cohort] for d, per_cohort in prijzen.items() for cohort, prijs in per_cohort.items())
    asiel = sum(aantal["statushouder", cohort] for cohort in prijzen["statushouder"])
    return round(bedrag, 2), asiel, sum(aantal["gezinsmigrant", cohort] for cohort in prijzen["gezinsmigrant"])


def _onderwijsroute(personen: list[Persoon], jaar: int) -> float:
    starters = [p for p in personen if p.leerroute == "O" and p.datum_eerste_pip and p.datum_eerste_pip.year == jaar]
    return float(len(starters) * parameter("trajectprijs")["O"])


def _gemeentefonds(personen: list[Persoon], jaar: int) -> float:
    return float(parameter("gemeentefonds_per_persoon") * sum(1 for p in personen if p.cohort == jaar))


def maak_beschikkingen(per_gemeente: PerGemeente, gemeenten: list[Gemeente]) -> Levering:
    """The letters: final for 2024, provisional for 2025, and the general grant."""
    kop = ["Gemeentecode", "Gemeentenaam", "Jaar", "Uitkeringscode", "Regeling", "Verstrekker", "Soort beschikking",
           "Kenmerk", "Datum beschikking", "Bedrag", "Aantal asielstatushouders", "Aantal gezinsmigranten"]  # fmt: skip
    rijen: list[Rij] = []
    for g in gemeenten:
        personen = per_gemeente[g.code]
        for jaar, soort in _SOORTEN:
            bedrag, asiel, gezin = spuk_bedrag(personen, jaar)
            wie = [g.code, g.naam, jaar]
            dag = date(jaar + 1, 12, 1) if soort == "definitief" else date(jaar - 1, 10, 1)
            dag = min(dag, parameter("peildatum"))
            rijen += [
                [*wie, "G10", _REGELING["G10"], "SZW", soort, f"SYN-{jaar}-G10-{g.code}", dag, bedrag, asiel, gezin],
                [*wie, "G13", _REGELING["G13"], "SZW", soort, f"SYN-{jaar}-G13-{g.code}", dag,
                 _onderwijsroute(personen, jaar), None, None],
                [*wie, "", "gemeentefonds", "BZK", soort, f"SYN-{jaar}-GF-{g.code}", dag,
                 _gemeentefonds(personen, jaar), None, None],
            ]  # fmt: skip
    return Levering("synthetisch_spuk_beschikkingen_2024-2025.csv", "spuk", "Beschikkingen SPUK en gemeentefonds",
                    [Tabel(kop, rijen)])  # fmt: skip


def maak_baten_lasten(per_gemeente: PerGemeente, gemeenten: list[Gemeente]) -> Levering:
    """The same costs as the workbook and the same grants as the letters, as the gemeente books them."""
    kop = ["Gemeentecode", "Gemeentenaam", "Jaar", "Soort", "Post", "Status", "Bedrag"]
    rijen: list[Rij] = []
    for g in gemeenten:
        personen = per_gemeente[g.code]
        for (post, jaar), bedrag in sorted(lasten(personen).items()):
            status = "begroot" if jaar == parameter("peildatum").year else "realisatie"
            rijen.append([g.code, g.naam, jaar, "lasten", post.replace("_", " "), status, bedrag])
        for jaar, status in _SOORTEN:
            wie = [g.code, g.naam, jaar, "baten"]
            spuk = spuk_bedrag(personen, jaar)[0] + _onderwijsroute(personen, jaar)
            rijen.append([*wie, "SPUK", status, round(spuk, 2)])
            rijen.append([*wie, "gemeentefonds", status, _gemeentefonds(personen, jaar)])
    return Levering("synthetisch_gemeente_baten_lasten_2022-2025.csv", "gemeente", "Baten en lasten inburgering",
                    [Tabel(kop, rijen)])  # fmt: skip


def maak_prijzen() -> Levering:
    """The prices per head that the amounts are made with."""
    kop = ["Uitkeringsjaar", "Doelgroep", "Cohort", "Termijn", "Bedrag per persoon", "Omvat"]
    naam = {"statushouder": "Asielmigranten", "gezinsmigrant": "Gezins- en overige migranten"}
    rijen: list[Rij] = [
        [jaar, naam[d], cohort, jaar - cohort + 1, float(prijs), "synthetisch voorbeeld"]
        for jaar, groepen in parameter("prijs_per_persoon").items()
        for d, per_cohort in groepen.items()
        for cohort, prijs in per_cohort.items()
    ]
    return Levering("synthetisch_spuk_prijzen_2024-2025.csv", "spuk", "SPUK-bedragen per inburgeringsplichtige",
                    [Tabel(kop, rijen)])  # fmt: skip


def _sisa(personen: list[Persoon]) -> list[tuple[str, str, str, str]]:
    """(indicator, text, kind of audit, value); the texts are made up, the real ones are not public.

    Both grants together are the costs that the gemeente books, so that a clean set holds no contradiction.
    """
    bedragen = lasten(personen)
    besteed = sum(bedragen[post, SISA_JAAR] for post in ("leerroutes", "maatschappelijke_begeleiding", "pvt",
                                                         "participatiecomponent"))  # fmt: skip
    starters = sum(1 for p in personen if p.leerroute == "O" and p.datum_eerste_pip
                   and p.datum_eerste_pip.year == SISA_JAAR)  # fmt: skip
    onderwijsroute = min(besteed, starters * parameter("trajectprijs")["O"])
    _, asiel, gezin = spuk_bedrag(personen, SISA_JAAR)
    return [
        ("G10/01", "Synthetisch: besteding (jaar T)", "R", _euro(besteed - onderwijsroute)),
        ("G10/02", "Synthetisch: aantal asielstatushouders (jaar T)", "D1", str(asiel)),
        ("G10/03", "Synthetisch: aantal gezins- en overige migranten (jaar T)", "D1", str(gezin)),
        ("G10/04", "Synthetisch: eindverantwoording", "n.v.t.", "Nee"),
        ("G13/01", "Synthetisch: besteding onderwijsroute (jaar T)", "R", _euro(onderwijsroute)),
        ("G13/02", "Synthetisch: aantal trajecten (jaar T)", "D1", str(starters)),
    ]  # fmt: skip


def _euro(bedrag: int) -> str:
    return "€ " + f"{bedrag:,}".replace(",", ".")


def maak_sisa(per_gemeente: PerGemeente, gemeenten: list[Gemeente]) -> list[Levering]:
    """The first gemeente as the stacked sheet of its annual report, the others as a list."""
    eerste, *rest = gemeenten
    kop = ["Jaar", "Gemeentecode", "Verstrekker", "Uitkeringscode", "Indicator", "Omschrijving", "Aard controle",
           "Waarde"]  # fmt: skip
    rijen: list[Rij] = [
        [SISA_JAAR, g.code, "SZW", code[:3], code, tekst, aard, waarde]
        for g in rest for code, tekst, aard, waarde in _sisa(per_gemeente[g.code])
    ]  # fmt: skip
    stapel = Tabel(None, _stapel(eerste, _sisa(per_gemeente[eerste.code])), "SiSa synthetisch")
    uit = [Levering(f"synthetisch_sisa_bijlage_{eerste.code}_{SISA_JAAR}.xlsx", "spuk", f"SiSa-bijlage {eerste.naam}",
                    [stapel], gemeente=eerste.code)]  # fmt: skip
    if rest:
        uit.append(Levering(f"synthetisch_sisa_lijst_{SISA_JAAR}.csv", "spuk", "SiSa, één rij per indicator",
                            [Tabel(kop, rijen)]))  # fmt: skip
    return uit


def _stapel(g: Gemeente, waarden: list[tuple[str, str, str, str]]) -> list[Rij]:
    titel = (f"SiSa bijlage verantwoordingsinformatie {SISA_JAAR} op grond van artikel 3 van de Regeling "
             f"informatieverstrekking sisa (synthetisch) - {g.naam} ({g.code})")  # fmt: skip
    naam = "Specifieke uitkering / Juridische grondslag / Ontvanger"
    rijen: list[Rij] = [[titel], [], ["Verstrekker", "Uitkeringscode", naam, *["Indicator"] * 6]]
    for code in _REGELING:
        groep: list[Any] = [w for w in waarden if w[0].startswith(code)]
        leeg = [""] * (6 - len(groep))
        rijen += [
            ["SZW", code, f"{_REGELING[code]} (synthetisch)", *[w[1] for w in groep], *leeg],
            ["", "", "", *[f"Aard controle {w[2]}" for w in groep], *leeg],
            ["", "", "", *[f"Indicator: {w[0]}" for w in groep], *leeg],
            ["", "", "", *[w[3] for w in groep], *leeg],
        ]
    return rijen
