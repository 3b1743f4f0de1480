"""How one inburgering goes: housing, intake and PIP, route, parts, and how it ends."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from rekenkamer.synthetisch.parameters import kans, parameter, trek, trek_dagen

if TYPE_CHECKING:
    from rekenkamer.synthetisch.personen import Persoon

_TAALSCHOLEN = ("Synthetische Taalschool", "Taalhuis Verzonnen", "ROC Nergens")
_VOLDAAN = "Inburgeringsplicht voldaan"


def doorloop(r: Random, p: Persoon, peildatum: date) -> None:
    """Fill everything that happened to a person up to and including the peildatum."""
    _huisvest(r, p, peildatum)
    if kans(r, sum(parameter("andere_einde_pct").values())):
        _eindig_anders(r, p, peildatum)
        return
    _maak_plan(r, p, peildatum)
    if p.datum_eerste_pip is None:
        return
    _kies_route(r, p)
    _start_termijn(r, p, peildatum)
    _wissel(r, p, peildatum)
    _volg_onderdelen(r, p, peildatum)
    _doe_examen(r, p, peildatum)
    _rond_af(r, p, peildatum)
    _tel_uren(p, peildatum)
    _beboet(r, p, peildatum)


def _tot(dag: date, dagen: int, peildatum: date) -> date | None:
    """A day later, or nothing when that day is still to come."""
    later = dag + timedelta(days=dagen)
    return later if later <= peildatum else None


def _huisvest(r: Random, p: Persoon, peildatum: date) -> None:
    if p.doelgroep == "gezinsmigrant":
        p.datum_vestiging_gemeente = p.startdatum_plicht - timedelta(days=r.randint(0, 30))
        p.datum_inschrijving_brp = p.datum_vestiging_gemeente
        return
    p.datum_koppeling = p.startdatum_plicht + timedelta(days=r.randint(0, 18))
    p.datum_huisvesting = _tot(p.datum_koppeling, trek_dagen(r, "huisvesting_weken"), peildatum)
    p.datum_vestiging_gemeente = p.datum_huisvesting
    if p.datum_huisvesting:
        p.datum_inschrijving_brp = _tot(p.datum_huisvesting, r.randint(0, 5), peildatum)
    p.kinderen = max(0, trek(r, "gezinsgrootte") - 2)
    p.begeleid = bool(p.datum_inschrijving_brp) and kans(r, parameter("begeleiding_pct"))
    p.uitkering_pw = "ja" if p.datum_inschrijving_brp and kans(r, parameter("uitkering_pct")) else "nee"


def _eindig_anders(r: Random, p: Persoon, peildatum: date) -> None:
    p.einddatum_plicht = _tot(p.startdatum_plicht, r.randint(90, 400), peildatum)
    if p.einddatum_plicht:
        p.reden_geen_plicht = trek(r, "andere_einde_pct")
        p.uitstroomreden = p.reden_geen_plicht


def _maak_plan(r: Random, p: Persoon, peildatum: date) -> None:
    """Intake, leerbaarheidstoets and PIP, counted from the notice of DUO and the registration in the gemeente."""
    klok = max(p.datum_kennisgeving, p.datum_inschrijving_brp or p.datum_kennisgeving)
    if p.datum_inschrijving_brp is None and not kans(r, parameter("plan_in_opvang_pct")):
        return
    dagen = trek_dagen(r, "plan_weken")
    p.datum_brede_intake_start = _tot(klok, round(dagen * r.uniform(0.1, 0.3)), peildatum)
    p.lbt_datum = _tot(klok, round(dagen * r.uniform(0.35, 0.6)), peildatum)
    p.datum_brede_intake_eind = _tot(klok, round(dagen * r.uniform(0.65, 0.9)), peildatum)
    p.datum_eerste_pip = p.datum_actuele_pip = _tot(klok, dagen, peildatum)
    if p.lbt_datum:
        score = r.randint(1500, 6000)
        p.lbt_score = f"{score // 100},{score % 100:02d}"
        p.lbt_resultaat = "B1-route haalbaar" if score > 2800 else "B1-route niet haalbaar"


def _kies_route(r: Random, p: Persoon) -> None:
    p.leerroute = trek(r, "leerroute", p.doelgroep)
    p.niveau = "" if p.leerroute == "Z" else "B1"
    if p.leerroute == "Z" and kans(r, parameter("niveau_a2_pct")["Z"]):
        p.niveau = "A2"
    p.alfabetisering = r.choice(("A", "AA")) if p.leerroute == "Z" and kans(r, 40) else "NVT"
    if p.leerroute == "B" and p.doelgroep == "statushouder":
        p.geschatte_uren_b1 = r.choice((450, 500, 600, 700))


def _start_termijn(r: Random, p: Persoon, peildatum: date) -> None:
    assert p.datum_eerste_pip is not None
    p.startdatum_termijn = p.datum_eerste_pip + timedelta(days=1)
    verlengd = p.cohort == 2022 and kans(r, 3 * parameter("verlenging_pct"))
    p.einddatum_termijn = _plus_maanden(p.startdatum_termijn, 42 if verlengd else 36)
    p.verlengingsgrond = "Aanzienlijke inspanning" if verlengd else ""
    if p.doelgroep == "statushouder":
        wacht = p.leerroute == "O" and kans(r, parameter("onderwijsroute_wacht_pct"))
        if not wacht:
            p.datum_aanbod = _tot(p.datum_eerste_pip, r.randint(*parameter("aanbod_dagen")), peildatum)
        p.aanbieder = r.choice(_TAALSCHOLEN)
        p.contract_kosten = parameter("trajectprijs")[p.leerroute]


def _plus_maanden(dag: date, maanden: int) -> date:
    jaar, maand = divmod(dag.month - 1 + maanden, 12)
    return date(dag.year + jaar, maand + 1, min(dag.day, 28))


def _volg_onderdelen(r: Random, p: Persoon, peildatum: date) -> None:
    assert p.startdatum_termijn is not None
    p.datum_pvt = _tot(p.startdatum_termijn, trek_dagen(r, "pvt_weken"), peildatum)
    if p.leerroute != "O":
        p.datum_map = _tot(p.startdatum_termijn, trek_dagen(r, "map_weken"), peildatum)
    if p.datum_pvt:
        p.pvt_verwijtbaar = "nee"
    if p.datum_map:
        p.map_verwijtbaar = "nee"
    if kans(r, parameter("werk_pct")):
        p.betaald_werk_uren = r.choice((8, 12, 16, 24, 32))


def _doe_examen(r: Random, p: Persoon, peildatum: date) -> None:
    from rekenkamer.synthetisch.personen import Examen

    assert p.startdatum_termijn is not None
    if p.leerroute == "Z" or (peildatum - p.startdatum_termijn).days < 300:
        return
    for onderdeel in parameter("examen_onderdelen"):
        dag = p.startdatum_termijn + timedelta(days=r.randint(200, 700))
        for _ in range(2):
            if dag > peildatum:
                break
            geslaagd = kans(r, parameter("examen_geslaagd_pct"))
            p.examens.append(Examen(dag, onderdeel, p.niveau, "Geslaagd" if geslaagd else "Gezakt"))
            if geslaagd:
                break
            dag += timedelta(days=r.randint(60, 120))


def _rond_af(r: Random, p: Persoon, peildatum: date) -> None:
    """Some finish: every part done, the exam passed or the Z-route closed."""
    assert p.startdatum_termijn is not None
    geslaagd = {e.onderdeel for e in p.examens if e.resultaat == "Geslaagd"}
    alles = p.datum_pvt is not None and (p.datum_map is not None or p.leerroute == "O")
    if not alles or not kans(r, 3 * parameter("voldaan_pct")[p.leerroute]):
        return
    if p.leerroute != "Z" and len(geslaagd) < len(parameter("examen_onderdelen")):
        return
    dagen = [d for d in (p.datum_pvt, p.datum_map, *(e.datum for e in p.examens)) if d]
    begin = max(p.startdatum_termijn + timedelta(days=400), p.datum_actuele_pip or p.startdatum_termijn)
    einde = _tot(max([begin, *dagen]), r.randint(1, 20), peildatum)
    if einde is None:
        return
    p.einddatum_plicht, p.reden_geen_plicht, p.uitstroomreden = einde, _VOLDAAN, "Diploma of certificaat"
    if p.leerroute == "Z":
        p.datum_afronding_z = einde


def _tel_uren(p: Persoon, peildatum: date) -> None:
    if p.datum_aanbod is None:
        return
    weken = max(0, ((p.einddatum_plicht or peildatum) - p.datum_aanbod).days // 7)
    p.uren_taal_knm = min(800, weken * parameter("uren_per_week"))
    p.uren_participatie = min(800, weken * 6) if p.leerroute == "Z" else 0


def _wissel(r: Random, p: Persoon, peildatum: date) -> None:
    """A new PIP: down to level A2 after 600 hours, or another route within a year and a half."""
    assert p.datum_eerste_pip is not None
    if p.leerroute == "B" and kans(r, parameter("niveau_a2_pct")["B"]):
        nieuw, route, niveau = _tot(p.datum_eerste_pip, r.randint(280, 500), peildatum), "B", "A2"
    elif p.leerroute == "O" and kans(r, parameter("wissel_pct")):
        nieuw, route, niveau = _tot(p.datum_eerste_pip, r.randint(90, 540), peildatum), "B", "B1"
    else:
        return
    if nieuw:
        p.vorige_leerroute, p.vorig_niveau = p.leerroute, p.niveau
        p.datum_actuele_pip, p.leerroute, p.niveau = nieuw, route, niveau


def _beboet(r: Random, p: Persoon, peildatum: date) -> None:
    boete = parameter("boete")
    if p.doelgroep == "gezinsmigrant" and p.datum_pvt is None and kans(r, boete["pct"]):
        p.boete_datum = _tot(p.datum_eerste_pip or p.startdatum_plicht, r.randint(200, 600), peildatum)
        if p.boete_datum:
            p.boete_bedrag, p.pvt_verwijtbaar = boete["bedrag"], "ja"
