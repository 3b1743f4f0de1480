"""From plain rows to the objects of the calculation; the warehouse and the dashboard share this one reading.

A row is a mapping from the column names of the marts (`fct_beschikking`, `fct_besteding`,
`fct_cohort_telling`, `dim_spuk_*`) to values. Nothing is read or written here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rekenkamer.spuk import (
    Beschikking,
    Besteding,
    Dossier,
    FoutOnzeker,
    Herkomst,
    Parameter,
    Plafond,
    Prijs,
    Regels,
    Scenario,
    Telling,
)
from rekenkamer.spuk.regels import zwakste
from rekenkamer.spuk.waarden import read_getal, read_jaar, read_tekst, read_verplicht

Rij = Mapping[str, Any]
Sleutel = tuple[str, str]

TERUGVORDERING = "terugvordering"
FOUT_ONZEKER = "fout_onzeker"
SISA = "sisa"
PLAFOND_VAN = "G10"
ONBEKEND = "onbekend"
NIET_GELEVERD = "niet_geleverd"
MET_AANTALLEN = ("G10", "gebundeld")
# A budget is no spending, and a count of dossiers or houses is not the count that the ministry settles on.
NIET_ZEKER = ("begroot", "dossier", "huisvesting")


def build_regels(prijs_rijen: Sequence[Rij], plafond_rijen: Sequence[Rij], parameter_rijen: Sequence[Rij]) -> Regels:
    """The rules as dated data, from `dim_spuk_prijs`, `dim_spuk_plafond` and `dim_spuk_parameter`.

    Amounts in euros per person, weights and parameters as Decimal; an amount that is not known stays None.
    The ceilings are those of every regeling with a ceiling; a version of a regeling is kept once.
    """
    return Regels(
        prijzen=tuple(
            Prijs(
                int(rij["budgetjaar"]),
                str(rij["component"]),
                read_getal(rij, "bedrag_eur"),
                read_getal(rij, "gewicht"),
                _herkomst_regel(rij),
            )
            for rij in prijs_rijen
        ),
        plafonds=_plafonds(plafond_rijen),
        parameters=tuple(
            Parameter(str(rij["parameter"]), read_jaar(rij, "jaar"), read_getal(rij, "waarde"), _herkomst_regel(rij))
            for rij in parameter_rijen
        ),
    )


def _plafonds(rijen: Sequence[Rij]) -> tuple[Plafond, ...]:
    versies: dict[Sleutel, Plafond] = {}
    for rij in sorted(rijen, key=lambda r: int(r["geldig_vanaf_jaar"])):
        versie, regeling = str(rij["regelversie"]), str(rij.get("regeling") or PLAFOND_VAN)
        plafond = Plafond(
            versie,
            int(rij["geldig_vanaf_jaar"]),
            read_verplicht(rij, "alpha"),
            read_verplicht(rij, "beta"),
            _herkomst_regel(rij),
            regeling,
        )
        eerder = versies.setdefault((regeling, versie), plafond)
        if (eerder.vanaf_jaar, eerder.alpha, eerder.beta) != (plafond.vanaf_jaar, plafond.alpha, plafond.beta):
            raise ValueError(
                f"Regelversie {versie} van {regeling} staat twee keer in spuk_plafonds met verschillende percentages of"
                " jaren. Geef elke regelversie één keer op."
            )
    return tuple(versies.values())


def build_scenario(rij: Rij) -> Scenario:
    """One row of `dim_spuk_scenario`."""
    return Scenario(
        code=str(rij["scenario"]),
        gedrukt_definitief=str(rij["gedrukt_definitief"]),
        definitief_raming=str(rij["definitief_raming"]),
        besteding=str(rij["besteding"]),
        peiljaar=int(rij["peiljaar"]),
        participatie_telt_mee=bool(rij["participatie_telt_mee"]),
        beginjaar=int(rij["beginjaar"]),
        beginreserve=read_verplicht(rij, "beginreserve_eur"),
        nieuw_plafond_vanaf=read_jaar(rij, "nieuw_plafond_vanaf_jaar"),
    )


def build_dossiers(
    beschikking_rijen: Sequence[Rij],
    besteding_rijen: Sequence[Rij],
    telling_rijen: Sequence[Rij],
    regeling_rijen: Sequence[Rij],
) -> tuple[Dossier, ...]:
    """One dossier per gemeente and regeling that has a beschikking, by gemeentecode and regeling.

    Rows of soort `terugvordering` are kept out: what was claimed back is neither paid nor granted.
    A grant whose SiSa amount did not come has no besteding at all that year, so that nothing is recovered on the
    ground of a missing form; posts of costs that did not come stay, as missing. Counts price the uitkering of Wet
    art. 40 (and the pooled sum that holds it): `telt_aantallen` of the regeling says so.
    Raises ValueError, in Dutch, when a row has no year or an amount is not an exact number.
    """
    regelingen = {str(rij["regeling"]): rij for rij in regeling_rijen}
    bestedingen = _per_dossier(besteding_rijen)
    tellingen = _tellingen(telling_rijen)
    dossiers = []
    for sleutel, rijen in sorted(_per_dossier(r for r in beschikking_rijen if r["soort"] != TERUGVORDERING).items()):
        gemeentecode, regeling = sleutel
        regel = regelingen.get(regeling, {})
        kent_telling = _telt_aantallen(regeling, regel)
        dossiers.append(
            Dossier(
                gemeentecode=gemeentecode,
                regeling=regeling,
                reserve_regel=str(regel.get("reserve_regel") or ONBEKEND),
                is_gebundeld=any(bool(rij["is_gebundeld"]) for rij in rijen),
                beschikkingen=tuple(map(_beschikking, rijen)),
                bestedingen=_bestedingen(bestedingen.get(sleutel, [])),
                tellingen=tellingen.get(gemeentecode, ()) if kent_telling else (),
                fout_onzeker=_fout_onzeker(bestedingen.get(sleutel, [])),
                plafond_van=str(regel.get("plafond_van") or PLAFOND_VAN),
                kent_telling=kent_telling,
            )
        )
    return tuple(dossiers)


def _telt_aantallen(regeling: str, regel: Rij) -> bool:
    """What the row says; in a snapshot from before that column only G10 and the pooled sum are priced by counts."""
    gezegd = regel.get("telt_aantallen")
    return regeling in MET_AANTALLEN if gezegd is None else bool(gezegd)


def _per_dossier(rijen: Iterable[Rij]) -> dict[Sleutel, list[Rij]]:
    per: dict[Sleutel, list[Rij]] = defaultdict(list)
    for rij in rijen:
        if rij["jaar"] is None:
            raise ValueError(
                f"Een bedrag van {rij['gemeentecode']} voor regeling {rij['regeling']} heeft geen jaar"
                f" ({rij.get('vindplaats') or 'vindplaats onbekend'}). Vul het jaar aan in de levering."
            )
        per[(str(rij["gemeentecode"]), str(rij["regeling"]))].append(rij)
    return per


def _beschikking(rij: Rij) -> Beschikking:
    is_deel = rij.get("waarde_status") == "ondergrens"
    bedrag = read_getal(rij, "bedrag_eur")
    return Beschikking(int(rij["jaar"]), str(rij["soort"]), bedrag, _herkomst_cijfer(rij), is_volledig=not is_deel)


def _bestedingen(rijen: Sequence[Rij]) -> tuple[Besteding, ...]:
    gevonden = [
        Besteding(
            int(rij["jaar"]),
            str(rij["post"]),
            read_getal(rij, "bedrag_eur"),
            str(rij["is_voorziening"]),
            _herkomst_cijfer(rij),
            is_volledig=rij.get("waarde_status") != "ondergrens",
        )
        for rij in rijen
        if rij["post"] != FOUT_ONZEKER and (rij["post"] != SISA or rij["bedrag_eur"] is not None)
    ]
    return tuple(sorted(gevonden, key=lambda b: (b.jaar, b.post)))


def _fout_onzeker(rijen: Sequence[Rij]) -> tuple[FoutOnzeker, ...]:
    """What came and can't be used stays, without an amount; what never came is no row."""
    return tuple(
        FoutOnzeker(
            int(rij["jaar"]),
            read_getal(rij, "bedrag_eur"),
            _herkomst_cijfer(rij),
            is_volledig=rij.get("waarde_status") != "ondergrens",
        )
        for rij in rijen
        if rij["post"] == FOUT_ONZEKER and (rij["bedrag_eur"] is not None or rij.get("waarde_status") != NIET_GELEVERD)
    )


def _tellingen(rijen: Sequence[Rij]) -> dict[str, tuple[Telling, ...]]:
    per: dict[str, list[Telling]] = defaultdict(list)
    for rij in sorted(rijen, key=lambda r: (int(r["cohort"]), str(r["groep"]), r.get("budgetjaar") or 0)):
        if not rij["is_gekozen"]:
            continue
        telling = Telling(
            int(rij["cohort"]),
            str(rij["groep"]),
            read_getal(rij, "aantal"),
            bool(rij["is_volledig"]),
            _herkomst_cijfer(rij),
            read_jaar(rij, "budgetjaar"),
        )
        per[str(rij["gemeentecode"])].append(telling)
    return {gemeentecode: tuple(tellingen) for gemeentecode, tellingen in per.items()}


def _herkomst_regel(rij: Rij) -> Herkomst:
    """Origin of a rule: its article, the date of the text and how sure it is."""
    return Herkomst(
        status=str(rij.get("status") or ONBEKEND),
        vindplaats=read_tekst(rij, "vindplaats"),
        artikel=read_tekst(rij, "artikel"),
        tekst_datum=read_tekst(rij, "tekst_datum"),
    )


def _herkomst_cijfer(rij: Rij) -> Herkomst:
    """Origin of a figure: its delivery. What is budgeted, a lower bound or not DUO's own count is `afgeleid`.

    A figure that a rule of ours found or counts (`regel_status`) is never surer than that rule.
    """
    hardheid = read_tekst(rij, "telling_bron") or read_tekst(rij, "status_bedrag") or read_tekst(rij, "soort")
    ontbreekt = rij.get("bedrag_eur") is None and rij.get("aantal") is None
    afgeleid = rij.get("waarde_status") == "ondergrens" or hardheid in NIET_ZEKER
    eigen = Herkomst("afgeleid" if afgeleid else "bevestigd")
    return Herkomst(
        status=ONBEKEND if ontbreekt else zwakste(eigen, Herkomst(read_tekst(rij, "regel_status") or "bevestigd")),
        bron_id=read_tekst(rij, "bron_id"),
        levering_id=read_tekst(rij, "levering_id"),
        vindplaats=read_tekst(rij, "vindplaats"),
        hardheid=read_tekst(rij, "waarde_status") if ontbreekt else hardheid,
    )
