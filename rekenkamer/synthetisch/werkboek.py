"""The workbook of a gemeente: crosstabs that are counted from the same persons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any

from rekenkamer.synthetisch.geld import lasten
from rekenkamer.synthetisch.land import Gemeente
from rekenkamer.synthetisch.levering import Levering, Rij, Tabel
from rekenkamer.synthetisch.parameters import parameter
from rekenkamer.synthetisch.personen import Persoon
from rekenkamer.synthetisch.tellen import DOELGROEPEN, ROUTES, VOLDAAN, leeftijdsgroep, route_van, tel_per_jaar

JAREN = (2022, 2023, 2024, 2025)
KOLOMMEN: Rij = [*JAREN, "Totaal"]
_GROEP = {"gezinsmigrant": "Gezinsmigranten", "statushouder": "Statushouders"}


def maak_werkboek(g: Gemeente, personen: list[Persoon]) -> Levering:
    """One workbook with a sheet per subject."""
    tabellen = [
        _instroom(g, personen), _pip(g, personen), _leerroutes(g, personen), _zonder(g, personen),
        _afgerond(g, personen, "PVT", "Participatieverklaringstraject (PVT)", lambda p: p.datum_pvt),
        _afgerond(g, personen, "MAP", "Module arbeidsmarkt en participatie (MAP)", lambda p: p.datum_map),
        _uitstroom(g, personen), _begeleiding(g, personen), _kosten(g, personen),
    ]  # fmt: skip
    return Levering(f"synthetisch_werkboek_{g.code}_2022-2025.xlsx", "gemeente", f"Werkboek inburgering {g.naam}",
                    tabellen, peildatum=parameter("peildatum"), gemeente=g.code)  # fmt: skip


def _blad(g: Gemeente, naam: str, titel: str, labels: list[str], kop: Rij, rijen: list[Rij]) -> Tabel:
    boven: list[Rij] = [[f"{titel} (synthetisch)"], [f"Gemeente: {g.naam} ({g.code})"], []]
    return Tabel([*labels, *kop], rijen, naam, boven)


def _reeks(telling: Counter[tuple[str, int]], groep: str) -> Rij:
    return [telling[groep, jaar] for jaar in (*JAREN, 0)]


def _instroom(g: Gemeente, personen: list[Persoon]) -> Tabel:
    telling = tel_per_jaar(
        personen, lambda p: p.startdatum_plicht, lambda p: f"{leeftijdsgroep(p)} ({p.geslacht})|{p.doelgroep}"
    )
    rijen: list[Rij] = []
    for leeftijd in ("18-27 jaar", "27-50 jaar", "50-68 jaar"):
        for geslacht in ("man", "vrouw"):
            label = f"{leeftijd} ({geslacht})"
            rijen += [[label, _GROEP[d], *_reeks(telling, f"{label}|{d}")] for d in DOELGROEPEN]
    return _blad(g, "Instroom", "Instroom inburgeraars", ["Leeftijd en geslacht", "Doelgroep"], KOLOMMEN, rijen)


def _pip(g: Gemeente, personen: list[Persoon]) -> Tabel:
    telling = tel_per_jaar(personen, lambda p: p.datum_eerste_pip, lambda p: "")
    rij: Rij = [f"{g.naam} ({g.code})", *_reeks(telling, "")]
    return _blad(g, "PIP", "Vastgestelde PIP's", ["Gemeente"], KOLOMMEN, [rij])


def _leerroutes(g: Gemeente, personen: list[Persoon]) -> Tabel:
    telling = tel_per_jaar(
        [p for p in personen if p.leerroute], lambda p: p.datum_eerste_pip, lambda p: f"{route_van(p)}|{p.doelgroep}"
    )
    rijen: list[Rij] = [[r, _GROEP[d], *_reeks(telling, f"{r}|{d}")] for r in ROUTES for d in DOELGROEPEN]
    return _blad(g, "Leerroutes", "Leerroutes", ["Leerroute", "Doelgroep"], KOLOMMEN, rijen)


def _zonder(g: Gemeente, personen: list[Persoon]) -> Tabel:
    aantal = sum(1 for p in personen if not p.leerroute)
    kop: Rij = ["Totaal"]
    return _blad(g, "Zonder leerroute", "Inburgeraars zonder leerroute", ["Gemeente"], kop,
                 [[f"{g.naam} ({g.code})", aantal]])  # fmt: skip


def _afgerond(
    g: Gemeente, personen: list[Persoon], blad: str, titel: str, datum: Callable[[Persoon], date | None]
) -> Tabel:
    telling = tel_per_jaar(personen, datum, lambda p: p.doelgroep)
    rijen: list[Rij] = [[f"{g.naam} ({g.code})", _GROEP[d], *_reeks(telling, d)] for d in DOELGROEPEN]
    return _blad(g, blad, titel, ["Gemeente", "Doelgroep"], KOLOMMEN, rijen)


def _uitstroom(g: Gemeente, personen: list[Persoon]) -> Tabel:
    """Numbers with the route behind them, two routes on two lines of one cell."""
    klaar = [p for p in personen if p.reden_geen_plicht == VOLDAAN]
    telling = tel_per_jaar(klaar, lambda p: p.einddatum_plicht, lambda p: f"{route_van(p)}|{p.doelgroep}")

    def cel(doelgroep: str, jaar: int) -> Any:
        delen = [f"{n} ({r if r.endswith('route') else r + '-route'})" for r in ROUTES
                 if (n := telling[f"{r}|{doelgroep}", jaar])]  # fmt: skip
        return "\n".join(delen).replace("Z-route A2-route", "Z-route A2") or "-"

    rijen: list[Rij] = [[f"{g.naam} ({g.code})", _GROEP[d], *[cel(d, j) for j in JAREN]] for d in DOELGROEPEN]
    return _blad(g, "Uitstroom", "Uitstroom uit de leerroutes", ["Gemeente", "Doelgroep"], list(JAREN), rijen)


def _begeleiding(g: Gemeente, personen: list[Persoon]) -> Tabel:
    telling = tel_per_jaar([p for p in personen if p.begeleid], lambda p: p.datum_inschrijving_brp, lambda p: "")
    rij: Rij = [f"{g.naam} ({g.code})", *_reeks(telling, "")]
    return _blad(g, "Maatschappelijke begeleiding", "Maatschappelijke begeleiding", ["Gemeente"], KOLOMMEN, [rij])


def _kosten(g: Gemeente, personen: list[Persoon]) -> Tabel:
    labels = {
        "leerroutes": "Kosten leerroutes", "maatschappelijke_begeleiding": "Kosten maatschappelijke begeleiding",
        "pvt": "Kosten PVT", "participatiecomponent": "Kosten participatiecomponent (o.a. financiële begeleiding)",
        "formatie": "Kosten formatie gemeente",
    }  # fmt: skip
    bedragen = lasten(personen)
    kop: Rij = [f"{jaar} {'Begroot' if jaar == JAREN[-1] else 'Realisatie'}" for jaar in JAREN]
    rijen: list[Rij] = [[label, *[bedragen[post, jaar] for jaar in JAREN]] for post, label in labels.items()]
    return _blad(g, "Kosten", "Kosten inburgering", ["Kostenpost"], kop, rijen)
