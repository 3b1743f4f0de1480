"""Generated sentences in the cases that the shipped deliveries do not have: one, none, ahead, missing."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from dashboard.app_pages.baten_lasten import charts as geldcharts
from dashboard.app_pages.baten_lasten import tabellen as geldtabellen
from dashboard.app_pages.baten_lasten import zinnen as geldzinnen
from dashboard.app_pages.bevindingen import zinnen as bevindingzinnen
from dashboard.app_pages.huisvesting import zinnen as huisvestingzinnen
from dashboard.app_pages.leerroutes import zinnen as routezinnen
from dashboard.app_pages.overzicht import inburgeraars, terugbetaling
from dashboard.app_pages.overzicht import zinnen as overzichtzinnen
from dashboard.app_pages.overzicht.stand import Stand
from dashboard.app_pages.pvt_map import zinnen as pvtzinnen
from dashboard.app_pages.vergelijken import zinnen as vergelijkzinnen
from dashboard.components.tabel import is_getallen
from dashboard.data.bevindingen import Bevinding
from dashboard.data.geld import Post, Totaal
from dashboard.data.gemeenten import GemeenteKenmerken
from dashboard.data.huisvesting import Taakstelling, TaakstellingSamen
from dashboard.data.inburgering import Dossiers, Inburgering, OudeWet, Uitstroom
from dashboard.data.leerroutes import Verdeling
from dashboard.data.pvt_map import Voltooiing
from dashboard.data.spuk import Risico

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
        (52, 34, "**Na 2025 moest Duindorp nog 34 van de 52 statushouders een woning geven"),
        (None, 1, "moest Duindorp nog 1 statushouder een woning geven"),
        (5, 0, "had Duindorp precies zoveel statushouders een woning gegeven als de"),
        (5, -1, "1 statushouder meer een woning gegeven dan de"),
        (5, None, "Voor Duindorp"),
    ],
)
def test_overzicht_en_vergelijken(totaal: int | None, rest: int | None, zin: str) -> None:
    v = vergelijkzinnen.Vergelijking((rij(GemeenteKenmerken),), {CODE: taak(totaal, 1, rest)})
    stand = Stand(v, None, (), ())
    overzicht = overzichtzinnen.answer(stand, CODE, NAAM)
    assert zin in overzicht and "(ernst hoog): geen bevindingen over Duindorp." in overzicht
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
    assert (
        "(nader voorlopig)" in zin and "De baten van 2024 zijn compleet. De lasten van 2024 zijn compleet, die" in zin
    )
    assert geldzinnen.answer(heel, (), NAAM).endswith("(nader voorlopig).**")
    gaten = [totaal(j, "lasten", None, heel=False) for j in (2025, 2026)]
    assert "Van de lasten van 2025 en 2026 is er nog geen bedrag." in geldzinnen.answer(gaten, (), NAAM)
    assert geldzinnen.answer((), heel, NAAM) == "Voor Duindorp zijn geen baten en lasten geleverd."
    [[blok]] = geldtabellen.printed_tables([heel[0], gaten[0], gaten[1]._replace(ontbrekend_aantal=None)])
    assert blok.toelichting == "Ontbreekt: 1 bedrag in 2025 en onbekend hoeveel in 2026." and len(blok.rows) == 3
    assert geldtabellen.missing_note(heel) == "Er ontbreekt niets."


def test_geld_waarvan_elk_jaar_een_deel_ontbreekt() -> None:
    deels = [totaal(j, "lasten", 1, heel=False) for j in (2024, 2025)]
    zin = geldzinnen.answer([*deels, totaal(2026, "lasten", None, heel=False)], (), NAAM)
    assert zin.endswith("Van de lasten ontbreekt elk jaar een deel; van 2026 is er nog geen enkel bedrag.")
    assert geldzinnen.answer(deels[:1], (), NAAM).endswith("Van de lasten ontbreekt over 2024 een deel.")


def test_een_jaar_zonder_bedrag_is_een_woord_en_geen_staaf() -> None:
    posten = [rij(Post, jaar=2026, soort="lasten", waarde_status=w) for w in ("pm", "pm")]
    posten += [rij(Post, jaar=2026, soort="baten", waarde_status=w) for w in ("pm", "niet_geleverd")]
    woorden = geldzinnen.no_amount(posten)
    assert woorden[2026, "lasten"] == "p.m. (nog geen bedrag)"
    assert woorden[2026, "baten"] == "geen bedrag (niet geleverd en p.m.)"
    rijen = [totaal(2025, "lasten", 1000), totaal(2026, "lasten", None, heel=False), totaal(2026, "baten", None, False)]
    staven = {b.y[0]: b for b in geldcharts.income_and_costs(rijen, woorden).data}
    assert staven["2026 lasten"].text == ("p.m. (nog geen bedrag)",)
    assert staven["2026 lasten"].x[0] < 50 and staven["2025 lasten"].x[0] == 1000


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
    stand = Stand(vergelijkzinnen.Vergelijking(()), None, (), [een])
    assert overzichtzinnen.count_note(stand) == "Baten en lasten: 1 bevinding"
    stand = Stand(vergelijkzinnen.Vergelijking(()), None, (), [een, zonder, bevinding(onderwerp="huisvesting")])
    assert overzichtzinnen.count_note(stand) == (
        "Huisvesting: 1 bevinding · Baten en lasten: 1 bevinding en 1 keer iets wat ontbreekt."
        " Samen: 2 bevindingen en 1 keer iets wat ontbreekt."
    )
    assert overzichtzinnen.tally([zonder]) == "1 keer iets wat ontbreekt"
    assert overzichtzinnen.tally([]) == "geen bevindingen"


def test_jaren_die_niet_optellen_krijgen_een_voetnoot() -> None:
    dossiers = [los(Dossiers, jaar=j, doelgroep="statushouder", waarde=n) for j, n in ((None, 44), (2023, 43))]
    i = Inburgering(tuple(dossiers), (), (), (), ())
    past = bevinding(indicator_code="instroom", gedrukt=44, herrekend=43)
    assert inburgeraars.year_notes(i, [past], CODE) == "Statushouders: de jaren tellen op tot 43; zie Bevindingen."
    assert inburgeraars.year_notes(i, [past._replace(herrekend=42)], CODE) == ""
    assert inburgeraars.year_notes(i, [past], "GM0002") == ""


def test_terug_te_betalen_op_het_overzicht() -> None:
    scenarios = ("laag", "gedrukt", "midden", "hoog")
    bedragen = {f"cumulatief_{s}_eur": Decimal(n * 1000) for n, s in enumerate(scenarios)}
    jongste = rij(Risico, jaar=2025, regeling="G10", is_jongste_jaar=True, **bedragen)
    [regel] = terugbetaling.payback_rows([jongste], CODE, {})
    assert regel[0] == "SPUK: misschien terug te betalen" and regel[2] == "2025; een indicatie, geen beschikking"
    assert regel[1].replace("\N{NO-BREAK SPACE}", " ") == "€ 0 – € 3.000"
    zonder = jongste._replace(cumulatief_is_zonder_vaststelling=True)
    [regel] = terugbetaling.payback_rows([zonder], CODE, {})
    stand = Stand(vergelijkzinnen.Vergelijking(()), None, (), ())
    assert "Zonder vaststelling" in overzichtzinnen.table_note(stand, [regel])
    [regel] = terugbetaling.payback_rows([jongste._replace(cumulatief_midden_eur=None)], CODE, {})
    assert regel[2] == "2025; een indicatie, geen beschikking; scenario midden: niet te berekenen"
    rows = terugbetaling.payback_rows([jongste, rij(Risico, jaar=2025, regeling="A38")], CODE, {"A38": "JenV A38"})
    assert rows[1][:2] == ["SPUK (JenV A38): misschien terug te betalen", "niet te berekenen"]
    assert terugbetaling.payback_rows([], CODE, {})[0][1] == "niet te berekenen"


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
    assert is_getallen(["€ 323.757 (begroot)", "€ 5 (realisatie)", "p.m. (nog geen bedrag)", "niet op te tellen"])
    assert not is_getallen(["12", "34 van 52"])
