"""Persons as the sources deliver them: DUO (CSV and JSON), the case system of a gemeente, COA (TVS)."""

from __future__ import annotations

from datetime import date
from typing import Any

from rekenkamer.synthetisch.land import Gemeente
from rekenkamer.synthetisch.levering import Levering, Rij, Tabel
from rekenkamer.synthetisch.nummers import v_nummer
from rekenkamer.synthetisch.parameters import parameter
from rekenkamer.synthetisch.personen import Persoon

BOVEN: list[Rij] = [["SYNTHETISCHE GEGEVENS: verzonnen, geen echte personen"], []]
_DUO = (
    ("Geslacht", "geslacht"), ("Geboortejaar", "geboortejaar"), ("Doelgroep", "doelgroep"),
    ("Gedetailleerde doelgroep", "gedetailleerde_doelgroep"), ("Begindatum inburgeringsplicht", "startdatum_plicht"),
    ("Datum kennisgeving", "datum_kennisgeving"), ("Einddatum inburgeringsplicht", "einddatum_plicht"),
    ("Reden geen inburgeringsplicht", "reden_geen_plicht"), ("Datum vestiging", "datum_vestiging_gemeente"),
    ("Datum LBT", "lbt_datum"), ("Resultaat LBT", "lbt_resultaat"), ("Behaalde score", "lbt_score"),
    ("Dagtekening eerste PIP", "datum_eerste_pip"), ("Dagtekening PIP", "datum_actuele_pip"),
    ("Leerroute", "leerroute"), ("Niveau", "niveau"), ("Geschatte intensiteit B1 route", "geschatte_uren_b1"),
    ("Alfabetiseringsonderwijs", "alfabetisering"), ("Startdatum inburgeringstermijn", "startdatum_termijn"),
    ("Einddatum inburgeringstermijn", "einddatum_termijn"), ("Verlengingsgrond", "verlengingsgrond"),
    ("Datum inburgeringsaanbod", "datum_aanbod"), ("Datum ondertekening PVT", "datum_pvt"),
    ("PVT verwijtbaar", "pvt_verwijtbaar"), ("Datum eindgesprek MAP", "datum_map"),
    ("MAP verwijtbaar", "map_verwijtbaar"), ("Datum afronding Z route", "datum_afronding_z"),
    ("Gevolgde uren taal en KNM", "uren_taal_knm"), ("Uren participatie", "uren_participatie"),
    ("Boete bedrag", "boete_bedrag"), ("Datum boete", "boete_datum"),
)  # fmt: skip
_GEMEENTE = (
    ("Startdatum brede intake", "datum_brede_intake_start"), ("Einddatum brede intake", "datum_brede_intake_eind"),
    ("Inschrijving BRP", "datum_inschrijving_brp"), ("Taalaanbieder", "aanbieder"),
    ("Trajectkosten", "contract_kosten"), ("Uitkering PW", "uitkering_pw"),
    ("Betaald werk uren", "betaald_werk_uren"), ("Reden uitstroom", "uitstroomreden"),
    ("Verhuisd naar", "verhuisd_naar_gemeente"),
)  # fmt: skip
DUO_KOP = ["Peildatum", "Gemeentecode", "BSN", "Mutatie", *(kop for kop, _ in _DUO)]
GEMEENTE_KOP = ["BSN", "Naam", *(kop for kop, _ in _DUO), *(kop for kop, _ in _GEMEENTE)]
EXAMEN_KOP = ["Peildatum", "BSN", "Mutatie", "Examendatum", "Onderdeel", "Niveau", "Resultaat", "Reden geen resultaat"]
TVS_KOP = ["Gemeentecode", "Koppelgemeente", "V-nummer", "Huishoudnummer", "Gezinsgrootte", "Datum koppeling",
           "Woning gemeld op", "Gehuisvest op", "Afmelding COA", "Woningtype", "Doorstroomlocatie",
           "Reden vertraging"]  # fmt: skip
_ROUTE = {"B": "B1-route", "O": "Onderwijsroute", "Z": "Z-route"}
_DUO_GROEP = {"statushouder": "Asielstatushouder", "gezinsmigrant": "Gezinsmigrant en overige migrant"}


def duo_rij(p: Persoon, mutatie: str = "", peildatum: date | None = None) -> Rij:
    """One line of DUO's list, with the code of the gemeente in four digits as DUO writes it."""
    waarden = [_DUO_GROEP[p.doelgroep] if veld == "doelgroep" else getattr(p, veld) for _, veld in _DUO]
    return [peildatum or parameter("peildatum"), p.gemeente.code[2:], p.bsn, mutatie, *waarden]


def gemeente_rij(p: Persoon) -> Rij:
    """One line of a case system: words instead of codes, and a name that nobody asked for."""
    waarden = [_ROUTE.get(p.leerroute, "") if veld == "leerroute" else getattr(p, veld) for _, veld in _DUO]
    naam = f"Synthetisch, P. ({p.nummer})"
    return [p.bsn, naam, *waarden, *(getattr(p, veld) for _, veld in _GEMEENTE)]


def examen_rijen(p: Persoon) -> list[Rij]:
    """One line per attempt."""
    peildatum = parameter("peildatum")
    return [[peildatum, p.bsn, "", e.datum, e.onderdeel, e.niveau, e.resultaat, e.reden] for e in p.examens]


def tvs_rijen(p: Persoon) -> list[Rij]:
    """The coupled person and the children who come along; they have a V-number of their own."""
    if p.datum_koppeling is None:
        return []
    huis = p.datum_huisvesting
    vertraagd = huis is None or (huis - p.datum_koppeling).days > 84
    rest = [
        f"H{p.nummer:06d}", 1 + p.kinderen, p.datum_koppeling, huis, huis, huis,
        ("eengezinswoning" if p.kinderen else "appartement") if huis else "", "nee",
        "geen passende woning" if vertraagd else "",
    ]  # fmt: skip
    nummers = [v_nummer(10 * p.nummer + i) for i in range(1 + p.kinderen)]
    return [[p.gemeente.code, p.gemeente.naam, nummer, *rest] for nummer in nummers]


def duo_json(p: Persoon) -> dict[str, Any]:
    """One person as the machine interface gives it: a block per subject, empty blocks left out."""
    gemeente = p.gemeente.code[2:]
    document: dict[str, Any] = {
        "bsn": p.bsn, "peildatum": parameter("peildatum"), "gemeentecode": gemeente, "geslacht": p.geslacht,
        "geboortejaar": p.geboortejaar, "datumVestigingGemeente": p.datum_vestiging_gemeente,
        "inburgeringsplicht": {
            "begindatum": p.startdatum_plicht, "einddatum": p.einddatum_plicht,
            "datumKennisgevingInburgeringsplicht": p.datum_kennisgeving,
            "redenGeenInburgeringsplicht": p.reden_geen_plicht,
            "doelgroep": {"indeling": _DUO_GROEP[p.doelgroep], "gedetailleerdeDoelgroep": p.gedetailleerde_doelgroep},
        },
        "leerbaarheidstoets": {"datumAfname": p.lbt_datum, "resultaat": p.lbt_resultaat, "behaaldeScore": p.lbt_score},
        "pip": {
            "dagtekeningPipInitieel": p.datum_eerste_pip, "dagtekeningPipActueel": p.datum_actuele_pip,
            "leerroute": p.leerroute, "niveau": p.niveau, "geschatteIntensiteitB1Route": p.geschatte_uren_b1,
            "indicatorAlfabetiseringsonderwijs": p.alfabetisering,
        },
        "inburgeringstermijn": {"startdatum": p.startdatum_termijn, "einddatum": p.einddatum_termijn,
                                "verlengingsgrondomschrijving": p.verlengingsgrond},
        "inburgeringsaanbod": {"datumInburgeringsaanbod": p.datum_aanbod},
        "pvt": {"datumOndertekeningPvt": p.datum_pvt, "verwijtbaar": p.pvt_verwijtbaar.capitalize()},
        "map": {"datumEindgesprekMap": p.datum_map, "verwijtbaar": p.map_verwijtbaar.capitalize()},
        "zroute": {"datumAfrondingZroute": p.datum_afronding_z},
        "gevolgdeUren": {"TaallesEnKnmBredeIntake": {"uren": p.uren_taal_knm},
                         "ParticipatieactiviteitenBredeIntake": {"uren": p.uren_participatie}},
        "boete": {"bedrag": p.boete_bedrag, "datum": p.boete_datum},
    }  # fmt: skip
    return _zonder_leeg(document)


def _zonder_leeg(blok: dict[str, Any]) -> dict[str, Any]:
    uit = {k: _zonder_leeg(v) if isinstance(v, dict) else v for k, v in blok.items()}
    return {k: v for k, v in uit.items() if v not in (None, "", {})}


def maak_persoonsleveringen(bevolking: list[Persoon], gemeenten: list[Gemeente]) -> list[Levering]:
    """DUO's list (the last gemeente by the machine interface), exams, TVS, and a case-system list per gemeente."""
    dag = parameter("peildatum")
    stempel = f"{dag:%Y%m%d}"
    los = gemeenten[-1] if len(gemeenten) > 1 else None
    duo = [duo_rij(p) for p in bevolking if p.gemeente is not los]
    examens = [rij for p in bevolking for rij in examen_rijen(p)]
    tvs = [rij for p in bevolking for rij in tvs_rijen(p)]
    leveringen = [
        Levering(f"synthetisch_duo_personen_{stempel}.csv", "duo", "DUO, inburgeraars per persoon",
                 [Tabel(DUO_KOP, duo)], codering="cp1252", peildatum=dag),
        Levering(f"synthetisch_duo_examens_{stempel}.csv", "duo", "DUO, examens per persoon",
                 [Tabel(EXAMEN_KOP, examens)], peildatum=dag),
        Levering(f"synthetisch_tvs_personen_{stempel}.xlsx", "tvs", "COA (TVS), gekoppelde vergunninghouders",
                 [Tabel(TVS_KOP, tvs, "Synthetisch TVS", BOVEN)], peildatum=dag),
    ]  # fmt: skip
    if los:
        inhoud = [duo_json(p) for p in bevolking if p.gemeente is los]
        leveringen.append(Levering(f"synthetisch_duo_machine_{los.code}_{stempel}.json", "duo",
                                   f"DUO, machinekoppeling {los.naam}", inhoud=inhoud, peildatum=dag))  # fmt: skip
    for g in gemeenten:
        rijen = [gemeente_rij(p) for p in bevolking if p.gemeente is g]
        vorm = "csv" if g.nummer % 2 else "xlsx"
        boven = [] if vorm == "csv" else BOVEN
        leveringen.append(Levering(
            f"synthetisch_inburgeraars_{g.code}_{stempel}.{vorm}", "gemeente", f"Inburgeraars {g.naam}",
            [Tabel(GEMEENTE_KOP, rijen, "Synthetisch inburgeraars", boven)], peildatum=dag, gemeente=g.code,
        ))  # fmt: skip
    return leveringen
