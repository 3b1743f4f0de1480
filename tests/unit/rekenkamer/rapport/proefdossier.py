"""A made-up gemeente with every way in which an amount can come about; its outcomes come from the engine."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from rekenkamer.rapport.controledossier import Gegevens
from rekenkamer.rapport.controledossier import rijen as r
from rekenkamer.spuk import bereken
from rekenkamer.spuk.inlezing import build_dossiers, build_regels, build_scenario

CODE, NAAM, SHA = "GM0001", "Duindorp", "ab" * 32
FORMULE = "=1+1 Proeflevering"  # a title that looks like a formula
HERKOMST = {
    "bron_id": SHA[:12],
    "levering_id": SHA,
    "vindplaats": "proef.xlsx, blad 1, cel B2",
    "waarde_status": "waarde",
}
REGEL = {"status": "bevestigd", "artikel": "artikel 1", "tekst_datum": "2022-01-01", "vindplaats": "tekst"}


def rij(soort: Any, /, **velden: Any) -> Any:
    """A row in which everything that is not named is missing."""
    return soort(**{**dict.fromkeys(soort._fields), **velden})


def beschikking(jaar: int, soort: str, bedrag: str | None) -> r.Beschikking:
    velden = {**HERKOMST, "waarde_status": "waarde" if bedrag else "pm", "bedrag_eur": bedrag and Decimal(bedrag)}
    return rij(r.Beschikking, jaar=jaar, regeling="G10", soort=soort, is_gebundeld=False, **velden)  # type: ignore[no-any-return]


def kosten(jaar: int, post: str, telt: str, bedrag: str | None) -> r.Besteding:
    velden = {
        **HERKOMST,
        "waarde_status": "waarde" if bedrag else "niet_geleverd",
        "bedrag_eur": bedrag and Decimal(bedrag),
    }
    return rij(r.Besteding, jaar=jaar, regeling="G10", post=post, is_voorziening=telt, **velden)  # type: ignore[no-any-return]


def telling(cohort: int, groep: str, aantal: str, budgetjaar: int | None = None) -> r.Telling:
    velden = {**HERKOMST, "telling_bron": "dossier", "is_gekozen": True, "aantal": Decimal(aantal)}
    return rij(r.Telling, cohort=cohort, groep=groep, budgetjaar=budgetjaar, **velden)  # type: ignore[no-any-return]


def prijs(jaar: int, component: str, groep: str, afstand: int, bedrag: str) -> r.Prijs:
    gewicht = None if component == "gezin" else Decimal(bedrag)
    velden = {"component": component, "groep": groep, "cohort_afstand": afstand, "gewicht": gewicht}
    return rij(r.Prijs, budgetjaar=jaar, bedrag_eur=Decimal(bedrag), **velden, **REGEL)  # type: ignore[no-any-return]


def scenario(code: str, volgorde: int, *keuzes: Any) -> r.Scenario:
    geloofd, raming, besteding, participatie, plafond = keuzes
    return rij(  # type: ignore[no-any-return]
        r.Scenario, scenario=code, volgorde=volgorde, naam=code.capitalize(), gedrukt_definitief=geloofd,
        definitief_raming=raming, besteding=besteding, peiljaar=2024, participatie_telt_mee=participatie,
        beginjaar=2022, beginreserve_eur=Decimal("0.00"), nieuw_plafond_vanaf_jaar=plafond, status="afgeleid",
    )  # fmt: skip


def maak_gegevens(regeling: str = "plafond", jaar: int = 2025, **wijziging: Any) -> Gegevens:
    """Rows of 2022 to 2025 with the outcomes that the engine gives for them."""
    velden: dict[str, Any] = {
        "beschikkingen": (
            beschikking(2022, "voorlopig", "120000.05"), beschikking(2022, "definitief", "104017.33"),
            beschikking(2023, "definitief", "319730.99"), beschikking(2024, "voorlopig", "589625.11"),
            beschikking(2025, "voorlopig", "551936.77"),
        ),
        "bestedingen": (
            kosten(2022, "leerroutes", "ja", "10834.01"), kosten(2022, "pvt", "ja", "3132.10"),
            kosten(2023, "leerroutes", "ja", "83610.20"),
            kosten(2023, "participatiecomponent", "discutabel", "5133.30"),
            kosten(2024, "leerroutes", "ja", "20000.00"), kosten(2024, "pvt", "ja", None),
            kosten(2024, "participatiecomponent", "discutabel", "72668.40"),
            kosten(2024, "formatie", "nee", "99999.99"),
            kosten(2024, "fout_onzeker", "nee", "250.25"), kosten(2025, "leerroutes", "ja", None),
        ),
        "tellingen": tuple(
            telling(cohort, groep, aantal)
            for cohort, groep, aantal in (
                (2022, "statushouder", "9"), (2023, "statushouder", "20"), (2024, "statushouder", "14"),
                (2022, "gezinsmigrant", "3"), (2023, "gezinsmigrant", "5"), (2024, "gezinsmigrant", "12.60"),
            )
        ),
        "prijzen": tuple(
            prijs(j, *delen)
            for j in (2022, 2023, 2024, 2025)
            for delen in (
                ("a", "statushouder", 0, "8870.51"), ("b", "statushouder", 1, "4491.54"),
                ("c", "statushouder", 2, "1122.89"), ("d", "statushouder", 2, "0"),
                ("gezin", "gezinsmigrant", 0, "672.67"),
            )
        ),
        "plafonds": tuple(
            rij(r.Plafond, regelversie=v, geldig_vanaf_jaar=j, alpha=Decimal(1), beta=Decimal(b), **herkomst)
            for v, j, b, herkomst in (
                ("besluit-2022", 2022, "0.00", REGEL),
                ("regeling-2026", 2026, "0.50", {**REGEL, "status": "afgeleid"}),
            )
        ),
        "parameters": (rij(r.Parameter, parameter="eerste_cohort", waarde=Decimal(2022), eenheid="jaar", **REGEL),),
        "scenarios": (
            scenario("gedrukt", 1, "geloofd", "gelijk_aan_betaald", "geleverd", True, None),
            scenario("laag", 2, "geloofd", "ingelopen", "minstens_peiljaar", True, 2025),
            scenario("midden", 3, "als_betaald", "telling", "peiljaar", True, 2026),
            scenario("hoog", 4, "als_betaald", "telling", "geleverd", False, None),
        ),
        "regelingen": (rij(r.Regeling, regeling="G10", naam="SPUK inburgering", reserve_regel=regeling),),
        "bronnen": (r.Bron(SHA[:12], SHA, FORMULE, "Duindorp", "proef.xlsx", date(2025, 1, 1), None, None, True),),
    }  # fmt: skip
    g = Gegevens(
        CODE, NAAM, jaar, "G10", "20260101-120000-abcdef12", "cd" * 32, datetime(2026, 1, 1, 12, tzinfo=UTC), "0.1.0",
        **{**velden, **wijziging},
    )  # fmt: skip
    return met_uitkomst(g)


def met_uitkomst(g: Gegevens) -> Gegevens:
    """The same rows with what the engine makes of them."""
    dossier = build_dossiers(
        [_dict(b) for b in g.beschikkingen], [_dict(b) for b in g.bestedingen],
        [{**_dict(t), "is_volledig": True} for t in g.tellingen], [_dict(x) for x in g.regelingen],
    )[0]  # fmt: skip
    regels = build_regels(*([x._asdict() for x in rijen] for rijen in (g.prijzen, g.plafonds, g.parameters)))
    verloop, regelrijen = [], []
    for s in g.scenarios:
        for u in bereken(dossier, build_scenario(s._asdict()), regels):
            bedragen = {f: getattr(u, f.removesuffix("_eur")) for f in r.Verloop._fields if f.endswith("_eur")}
            vast = {"jaar": u.jaar, "scenario": s.scenario, "regelversie": u.regelversie}
            rest = {"toegekend_herkomst": u.toegekend_herkomst, "ontbreekt": "; ".join(u.ontbreekt) or None}
            verloop.append(
                rij(r.Verloop, gemeentecode=CODE, regeling=g.regeling, is_gebundeld=False, **vast, **rest, **bedragen)
            )
            regelrijen += [
                rij(
                    r.Rekenregel,
                    jaar=u.jaar,
                    scenario=s.scenario,
                    soort=x.soort,
                    code=x.code,
                    formule=x.formule,
                    status=x.herkomst.status,
                )  # fmt: skip
                for x in u.rekenregels
            ]
    return replace(g, verloop=tuple(verloop), rekenregels=tuple(regelrijen))


def _dict(rij_: Any) -> dict[str, Any]:
    return {"gemeentecode": CODE, **rij_._asdict()}
