"""Generated sentences in the cases that the shipped deliveries do not have: one, none, ahead, missing."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.app_pages.baten_lasten import zinnen as geldzinnen
from dashboard.app_pages.bevindingen import zinnen as bevindingzinnen
from dashboard.app_pages.huisvesting import zinnen as huisvestingzinnen
from dashboard.app_pages.leerroutes import zinnen as routezinnen
from dashboard.app_pages.overzicht import inburgeraars
from dashboard.app_pages.overzicht import zinnen as overzichtzinnen
from dashboard.app_pages.pvt_map import zinnen as pvtzinnen
from dashboard.app_pages.vergelijken import zinnen as vergelijkzinnen
from dashboard.components.tabel import is_getallen
from dashboard.data.bevindingen import Bevinding
from dashboard.data.geld import Totaal
from dashboard.data.gemeenten import GemeenteKenmerken
from dashboard.data.huisvesting import Taakstelling, TaakstellingSamen
from dashboard.data.inburgering import Inburgering, OudeWet, Uitstroom
from dashboard.data.leerroutes import Verdeling
from dashboard.data.pvt_map import Voltooiing

NAAM = "Duindorp"
CODE = "GM0001"


def rij(rijtype: Any, /, **velden: Any) -> Any:
    """A row in which everything that is not named is missing."""
    return rijtype(**{**dict.fromkeys(rijtype._fields), "gemeentecode": CODE, "gemeentenaam": NAAM, **velden})


def los(rijtype: Any, /, **velden: Any) -> Any:
    """The same for a row without a gemeente."""
    return rijtype(**{**dict.fromkeys(rijtype._fields), **velden})


def taak(totaal: int | None, gedaan: int | None, rest: int | None) -> Taakstelling:
    velden = {"totale_taakstelling_aantal": totaal, "gerealiseerd_aantal": gedaan, "achterstand_aantal": rest}
    return rij(Taakstelling, jaar=2025, **velden)  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("totaal", "gedaan", "rest", "zin"),
    [
        (52, 18, 34, "huisvestte in 2025 18 van de 52 statushouders; er moeten er nog 34 een woning krijgen"),
        (2, 1, 1, "huisvestte in 2025 1 van de 2 statushouders; er moet er nog 1 een woning krijgen"),
        (5, 0, 5, "huisvestte in 2025 geen van de 5 statushouders; er moeten er nog 5 een woning krijgen"),
        (1, 1, 0, "huisvestte in 2025 de enige statushouder; daarmee is de taakstelling precies gehaald"),
        (5, 8, -3, "huisvestte in 2025 8 statushouders; de taakstelling was 5; dat zijn er 3 meer dan de taakstelling"),
        (-2, 0, -2, "liep al vooruit en huisvestte in 2025 geen statushouders; dat zijn er 2 meer"),
        (None, 1, None, "huisvestte in 2025 1 statushouder; hoeveel er nog een woning moeten krijgen, is niet bekend"),
        (5, None, None, "Hoeveel statushouders Duindorp in 2025 een woning gaf, is niet geleverd; hoeveel"),
    ],
)
def test_huisvesting(totaal: int | None, gedaan: int | None, rest: int | None, zin: str) -> None:
    assert zin in huisvestingzinnen.answer(taak(totaal, gedaan, rest), None, NAAM)


@pytest.mark.parametrize(
    ("gemeenten", "rest", "zin"),
    [
        (4, 280, "De 4 gemeenten samen moesten nog 280 mensen huisvesten."),
        (2, 1, "moesten nog 1 mens huisvesten."),
        (2, -3, "De 2 gemeenten samen liepen niet achter."),
        (1, 5, "Er zijn nog geen cijfers over huisvesting geleverd."),
        (4, None, "Er zijn nog geen cijfers over huisvesting geleverd."),
    ],
)
def test_gemeenten_samen(gemeenten: int, rest: int | None, zin: str) -> None:
    samen = los(TaakstellingSamen, gemeenten_aantal=gemeenten, achterstand_aantal=rest)
    assert zin in huisvestingzinnen.answer(None, samen, None)


@pytest.mark.parametrize(
    ("totaal", "rest", "zin"),
    [
        (52, 34, "moet nog 34 van de 52 statushouders een woning geven"),
        (None, 1, "moet nog 1 statushouder een woning geven"),
        (5, 0, "precies zoveel statushouders een woning als"),
        (5, -1, "gaf 1 statushouder meer een woning dan"),
        (5, None, "Voor Duindorp"),
    ],
)
def test_overzicht_en_vergelijken(totaal: int | None, rest: int | None, zin: str) -> None:
    v = vergelijkzinnen.Vergelijking((rij(GemeenteKenmerken),), {CODE: taak(totaal, 1, rest)})
    stand = overzichtzinnen.Stand(v, None, (), ())
    overzicht = overzichtzinnen.answer(stand, CODE, NAAM)
    assert zin in overzicht and "Geen bevindingen met ernst hoog gaan over" in overzicht
    naast = vergelijkzinnen.answer(v, CODE, NAAM)
    assert zin in naast and "Van andere gemeenten is dat niet geleverd." in naast
    cellen = [c for r in overzichtzinnen.table_rows(stand, CODE) + vergelijkzinnen.table_rows(v, CODE) for c in r]
    assert all(c and "None" not in c for c in cellen) and not any("bekend van" in c for c in cellen)


def totaal(jaar: int, soort: str, som: int | None, heel: bool = True) -> Totaal:
    status = "realisatie" if soort == "lasten" else "nader_voorlopig"
    velden = {"jaar": jaar, "soort": soort, "som_eur": som, "is_volledig": heel, "status_bedrag": status}
    return los(Totaal, **velden, ontbrekend_aantal=0 if heel else 1)  # type: ignore[no-any-return]


def test_geld_enkelvoud_meervoud_en_niets() -> None:
    heel = [totaal(2024, "lasten", 349000), totaal(2024, "baten", 0)]
    zin = geldzinnen.answer([*heel, totaal(2025, "lasten", 1, heel=False)], (), NAAM)
    assert "Duindorp gaf in 2024 € 349.000 uit aan inburgering; daar stond niets van het rijk tegenover" in zin
    assert "(nader voorlopig)" in zin and "Over 2025 ontbreken bedragen; dat jaar is niet op te tellen." in zin
    gaten = [totaal(j, "lasten", None, heel=False) for j in (2025, 2026)]
    zin = geldzinnen.answer(gaten, (), NAAM)
    assert "Over 2025 en 2026 ontbreken bedragen; die jaren zijn niet op te tellen." in zin
    assert geldzinnen.answer((), heel, NAAM) == "Voor Duindorp zijn geen baten en lasten geleverd."
    assert [r[-1] for r in geldzinnen.printed_rows([heel[0], gaten[0]])] == ["niets", "1 bedrag"]


@pytest.mark.parametrize(
    ("aantal", "noemer", "zin"),
    [
        (20, 39, "volgen 20 van de 39 statushouders met een leerroute de Z-route"),
        (1, 39, "volgt 1 van de 39 statushouders"),
        (0, 39, "volgen geen van de 39 statushouders"),
        (1, None, "volgt 1 statushouder de Z-route; het totaal is niet geleverd"),
        (1, 1, "volgt de enige statushouder met een leerroute de Z-route"),
        (None, 39, "Voor Duindorp is niet geleverd"),
    ],
)
def test_leerroutes(aantal: int | None, noemer: int | None, zin: str) -> None:
    r = rij(Verdeling, leerroute="Z", doelgroep="statushouder", aantal=aantal, noemer_aantal=noemer)
    antwoord = routezinnen.answer([r], CODE, NAAM)
    assert zin in antwoord and "nog niet bekend" not in antwoord


@pytest.mark.parametrize(
    ("aantal", "noemer", "pct", "zin"),
    [
        (1, 4, 25, "rondde 1 inburgeraar het PVT af: 25% van de 4 dossiers"),
        (1, 1, 100, "100% van de 1 dossier."),
        (0, 4, 0, "rondde nog niemand het PVT af.**"),
        (3, None, None, "rondden 3 inburgeraars het PVT af.**"),
        (None, 4, None, "is niet geleverd hoeveel"),
    ],
)
def test_pvt(aantal: int | None, noemer: int | None, pct: int | None, zin: str) -> None:
    velden = {"afgerond_aantal": aantal, "noemer_aantal": noemer, "voltooiing_pct": pct, "noemer_basis": "dossiers"}
    assert zin in pvtzinnen.answer([rij(Voltooiing, onderdeel="PVT", **velden)], (), NAAM)


def bevinding(**velden: Any) -> Bevinding:
    basis = {"soort": "optelling", "ernst": "laag", "toelichting": "Uitleg.", "status": "open", "onderwerp": "geld"}
    return rij(Bevinding, **{**basis, **velden})  # type: ignore[no-any-return]


def test_bevindingen_tellen_en_beschrijven() -> None:
    een = bevinding(gedrukt=10, herrekend=12, verschil=2, eenheid="euro", periode="totaal", vindplaats="blad A")
    assert "staat 1 tegenspraak; op geen plaatsen ontbreekt iets" in bevindingzinnen.answer([een], NAAM)
    blok = bevindingzinnen.block(3, een).replace("\N{NO-BREAK SPACE}", " ").replace("\N{WORD JOINER}", "")
    assert "**3. Optelling · Duindorp · alle jaren samen · ernst laag**" in blok
    assert "In de bron € 10, herrekend € 12, verschil +€ 2." in blok and "blad A" in blok
    zonder = bevinding(soort="volledigheid")
    assert "In de bron" not in bevindingzinnen.block(1, zonder)
    assert bevindingzinnen.table_rows([(1, zonder)]) == []
    stand = overzichtzinnen.Stand(vergelijkzinnen.Vergelijking(()), None, (), [een])
    assert overzichtzinnen.count_note(stand) == "Baten en lasten: 1 bevinding"


def test_inburgeraars_met_een_deel_van_de_cijfers() -> None:
    leeg = Inburgering((), (), (), (), ())
    assert inburgeraars.year_rows(leeg)[1] == [] and inburgeraars.other_rows(leeg) == [["Uitstroom", "niet geleverd"]]
    routes = [("B1", 1, "gemeten"), ("Z", 0, "nul")]
    uit = tuple(
        los(Uitstroom, jaar=2025, doelgroep="statushouder", leerroute=r, aantal=n, waarde_status=s)
        for r, n, s in routes
    )
    oud = (los(OudeWet, doelgroep="gezinsmigrant", ondergrens_aantal=0, waarde_status="onderdrukt"),)
    rows = inburgeraars.other_rows(Inburgering((), (), (), uit, oud))
    assert [r[1] for r in rows] == ["1 (B1-route) en niemand (Z-route)", "te klein om te tonen"]


def test_wat_niemand_leverde_gaat_voor_wat_deze_gemeente_niet_leverde() -> None:
    werk = [bevinding(gemeentecode=c, toelichting="Niet geleverd voor X: het werk. Uitleg.") for c in (CODE, "GM2")]
    leeftijd = bevinding(toelichting="Niet geleverd voor X: de leeftijd. Uitleg.")
    zin = inburgeraars.unknown([*werk, leeftijd], CODE, NAAM, [CODE, "GM2"])
    assert zin.endswith("Geen enkele gemeente leverde het werk. Duindorp leverde verder niet: de leeftijd.")
    assert "Geen verwacht cijfer ontbreekt" in inburgeraars.unknown([], CODE, NAAM, [CODE])


def test_alleen_kolommen_met_getallen_gaan_naar_rechts() -> None:
    assert is_getallen(["12", "**€ 1.234**", "−3", "0 (0,0%)", "niet geleverd", "60 of meer", "+\N{WORD JOINER}€ 2"])
    assert not is_getallen(["12", "34 van 52"])
