"""The pages Regelingen and Kalender: what a controller reads, and the cases the deliveries do not have."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from dashboard.app_pages.kalender import zinnen as kalenderzinnen
from dashboard.app_pages.kalender.charts import timeline
from dashboard.app_pages.regelingen import tabellen
from dashboard.app_pages.regelingen import zinnen as regelingzinnen
from dashboard.app_pages.regelingen.charts import stage_lanes
from dashboard.data import spuk_kalender
from dashboard.data.spuk_kalender import Termijn, make_agenda, select_for_agenda, with_parts, without_doubles
from dashboard.data.spuk_regelingen import Baan, Beschikking, Fase, Vervallen, group_lanes, replaced
from tests.app.conftest import Openen, page_text, table_text
from tests.app.test_zinnen import los, rij

VANDAAG = date(2026, 11, 22)
NAAM = "Duindorp"
NAMEN = {"gebundeld": "G10, G13 en A38 samen", "G10": "G10", "G13": "G13"}
VOLGORDE = ("voorlopig", "nader_voorlopig", "definitief", "verantwoord", "afgerekend")


@pytest.fixture
def vaste_dag(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spuk_kalender, "today", lambda: VANDAAG)
    monkeypatch.setattr(spuk_kalender, "load_moment", lambda _: datetime(2026, 11, 22, tzinfo=UTC))


def test_regelingen_van_wassenaar(open_pagina: Openen, snapshot_map: Path, vaste_dag: None) -> None:
    at = open_pagina(snapshot_map, "regelingen", "GM0629")
    tekst = page_text(at)
    assert "Wassenaar kreeg SPUK voor 2022 tot en met 2025; een afrekening is niet geleverd." in tekst
    assert "Definitief volgens de bron: 2022 en 2023. Alleen voorlopig: 2024 en 2025." in tekst
    assert "Voor 2026 staat in de bron p.m. (nog geen bedrag). De wettelijke dag van die brief is voorbij." in tekst
    assert "De bron geeft over 2022 tot en met 2026 één bedrag" in tekst and "Ook als één som" not in tekst
    bedragen = table_text(at, 0).set_index("Jaar")["Beschikt"].str.replace("\N{NO-BREAK SPACE}", " ")
    assert bedragen["2024"] == "€ 589.625 (voorlopig)" and bedragen["2026"] == "p.m."
    vraag = regelingzinnen.VRAAG_OP
    wet = [[str(cel).replace("\N{WORD JOINER}", "") for cel in r] for r in table_text(at, 1).to_numpy()]
    assert ["2024", "definitief", "30-06-2025", f"voorbij; niet geleverd. {vraag}"] in wet
    assert ["2026", "voorlopig", "01-10-2025", f"in de bron p.m. (nog geen bedrag). {vraag}"] in wet
    assert ["2027", "voorlopig", "01-10-2026", f"voorbij; niet geleverd. {vraag}"] in wet
    assert not any(r[0] == "2028" for r in wet)
    assert ["2026", "definitief", "30-06-2027", "de termijn loopt nog"] in wet
    assert "regel 39, kolom Bedrag" in tekst and "p. 68" in tekst


def test_kalender_van_wassenaar(open_pagina: Openen, snapshot_map: Path, vaste_dag: None) -> None:
    at = open_pagina(snapshot_map, "kalender", "GM0629")
    tekst = page_text(at)
    assert "De eerstvolgende termijn voor Wassenaar zelf is 30 juni 2027 (over 220 dagen): achttien maanden" in tekst
    eerder = "Eerder komt 31 december 2026 (over 39 dagen): peildatum van de aantallen over 2026 (G10), door DUO"
    assert eerder in tekst and "schuift deze dag even ver op" in tekst
    uitkeringen = dict(zip(table_text(at, 0)["Termijn"], table_text(at, 0)["Uitkering"], strict=True))
    assert uitkeringen["SiSa\\-verantwoording"].endswith("G10, G13 en A38")
    assert uitkeringen["Definitieve beschikking"].endswith("· G10")
    # the letter for 2028 comes in 2027
    assert "01-10-2027" in tekst
    assert (
        "15-07-2028 (zaterdag)" in tekst and "artikel 42, derde lid" in tekst and "bevestigd in de wetstekst" in tekst
    )
    assert len(at.get("download_button")) == 1
    next(s for s in at.selectbox if s.label == "Uitkeringsjaar").set_value(2022).run()
    assert not at.get("download_button") and "elke termijn al voorbij" in page_text(at)


def test_kalender_zonder_gemeente_noemt_elke_regeling(open_pagina: Openen, snapshot_map: Path, vaste_dag: None) -> None:
    at = open_pagina(snapshot_map, "kalender")
    assert "2026 · G10, G13 en A38" in list(table_text(at, 0)["Uitkering"])
    assert "samen" not in page_text(at)


def termijn(dag: date, jaar: int = 2026, code: str = "sisa", **velden: object) -> Termijn:
    basis = {"regeling": "G10", "naam": "SiSa-verantwoording", "status": "bevestigd", "volgorde": 5}
    return los(Termijn, jaar=jaar, termijn=code, datum=dag, **{**basis, **velden})  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("dagen", "zin"),
    [
        ([], "Voor Duindorp zijn geen termijnen: er is nog geen beschikking geleverd."),
        ([date(2025, 1, 1)], "Er komen geen termijnen meer aan; de laatste was op 1 januari 2025."),
        ([VANDAAG], "(vandaag): SiSa-verantwoording over 2026.** Daarna komt er geen termijn meer."),
        ([date(2026, 11, 23), date(2027, 1, 1)], "(over 1 dag): SiSa-verantwoording over 2026.** Er volgt nog 1"),
    ],
)
def test_antwoord_van_de_kalender(dagen: list[date], zin: str) -> None:
    regels = kalenderzinnen.group([termijn(d) for d in dagen], NAMEN)
    assert zin in kalenderzinnen.answer(regels, VANDAAG, NAAM).replace("\\", "")


def test_een_som_volgt_g10_en_staat_niet_dubbel() -> None:
    dag = date(2027, 7, 15)
    rijen = [termijn(dag, regeling=r) for r in ("G10", "G13", "gebundeld")]
    assert [t.regeling for t in without_doubles(rijen)] == ["G10", "G13"]
    assert [t.regeling for t in without_doubles(rijen[1:])] == ["G13", "gebundeld"]
    (regel,) = kalenderzinnen.group(rijen[:2], NAMEN)
    assert regel.regelingen == ("G10", "G13")
    figuur = timeline([regel], VANDAAG, kalenderzinnen.horizon(VANDAAG))
    assert "15 jul 2027" in figuur.layout.annotations[0].text


def test_een_som_heeft_alleen_de_dagen_die_bekend_zijn() -> None:
    som = termijn(date(2027, 6, 30), code="definitief", regeling="gebundeld", naam="Definitieve beschikking")
    bekend = {("G10", 2026, "definitief"), ("G13", 2026, "sisa")}
    deel = with_parts(som, ("G10", "G13", "A38"), bekend)
    assert (deel.voor, deel.niet_voor) == (("G10",), ("G13", "A38"))
    tekst = make_agenda([deel], NAMEN, "x", datetime(2026, 11, 22, tzinfo=UTC)).decode().replace("\r\n ", "")
    assert "SUMMARY:SPUK 2026 (G10): definitieve beschikking" in tekst and "STATUS:TENTATIVE" in tekst
    (regel,) = kalenderzinnen.group([deel], NAMEN)
    assert regel.regelingen == ("G10",) and kalenderzinnen.for_whom(regel) == " (G10)"


def test_agenda_begint_op_de_dag_van_de_snapshot_en_niet_op_die_van_vandaag() -> None:
    rijen = [termijn(date(2026, 11, d)) for d in (21, 22, 23)]
    assert select_for_agenda(rijen, datetime(2026, 11, 22, tzinfo=UTC)) == rijen[1:]
    assert (
        kalenderzinnen.file_name("’s-Gravenhage", "G10", 2026, "2026-1")
        == "spuk-termijnen_-s-gravenhage_g10_2026_2026-1.ics"
    )
    assert "geen termijn" in kalenderzinnen.no_agenda([], VANDAAG) and "staat 1 termijn " in kalenderzinnen.agenda_note(
        1, VANDAAG, False
    )


def baan(jaar: int, regeling: str = "gebundeld", **bedragen: int | str) -> Baan:
    """A lane in which the named stages were reached; a text is the status of a stage without amount."""
    fasen = []
    for nummer, naam in enumerate(VOLGORDE, 1):
        w = bedragen.get(naam)
        bedrag = Decimal(w) if isinstance(w, int) else None
        status = w if isinstance(w, str) else ("gemeten" if bedrag is not None else "niet_geleverd")
        velden: dict[str, object] = {
            "fase": naam,
            "volgorde": nummer,
            "is_bereikt": w is not None,
            "bedrag_eur": bedrag,
        }
        velden |= {"waarde_status": status, "termijn_datum": date(jaar + 1, 6, 30), "termijn_status": "bevestigd"}
        velden |= {"vindplaats": f"{regeling} {naam}", "gemeentecode": "GM0001"}
        fasen.append(rij(Fase, jaar=jaar, regeling=regeling, **velden))
    return Baan(NAAM, jaar, regeling, tuple(fasen))


@pytest.mark.parametrize(
    ("banen", "zin"),
    [
        ([], "Voor Duindorp zijn nog geen beschikkingen geleverd."),
        ([baan(2026, voorlopig="pm")], "nog geen bedrag bekend.** Voor 2026 staat in de bron p.m."),
        (
            [baan(2026, voorlopig=1)],
            "kreeg SPUK voor 2026; een afrekening is niet geleverd.** Een definitieve beschikking is",
        ),
        (
            [baan(2022, definitief=1, afgerekend=12346)],
            "voor 2022. Afgerekend: 2022, terugvordering €\N{NO-BREAK SPACE}12.346.** Elk bedrag heet in de bron",
        ),
        (
            [baan(2024, voorlopig=1), baan(2024, "G10", afgerekend=2)],
            "Afgerekend: 2024 (G10), terugvordering €\N{NO-BREAK SPACE}2.** Een definitieve beschikking is niet"
            " geleverd. Voor 2024 (G10) is alleen een terugvordering geleverd.",
        ),
        (
            [baan(2024, definitief=1, afgerekend=0), baan(2025, "G10", definitief=1), baan(2025, "G13", voorlopig=1)],
            "voor 2024 en 2025. Afgerekend: 2024 (één som), terugvordering €\N{NO-BREAK SPACE}0.** Definitief volgens"
            " de bron: 2024 (één som) en 2025 (G10). Alleen voorlopig: 2025 (G13).",
        ),
        ([baan(2025, voorlopig=1), baan(2026)], "Voor 2026 is geen bedrag geleverd."),
    ],
)
def test_antwoord_van_regelingen(banen: list[Baan], zin: str) -> None:
    assert zin in regelingzinnen.answer(banen, NAAM)


def test_een_vak_heeft_altijd_een_woord() -> None:
    b = baan(2026, voorlopig="pm", definitief=5, verantwoord="ondergrens")
    zonder = b.fasen[1]._replace(termijn_status="onbekend")
    woorden = [regelingzinnen.cell_word(f, VANDAAG) for f in (*b.fasen, zonder)]
    assert woorden[0] == "p.m." and woorden[1] == woorden[4] == "nog niet" and woorden[3] == "bereikt"
    assert woorden[5] == "geen dag bekend"
    laat = [regelingzinnen.cell_word(f, date(2030, 1, 1)) for f in b.fasen]
    assert laat[1] == laat[4] == "niet geleverd"
    figuur = stage_lanes([b, baan(2025)], NAMEN, VANDAAG)
    gearceerd = [t.hovertemplate for t in figuur.data if t.marker.pattern.shape]
    assert any("p.m." in h for h in gearceerd) and not any("nog niet" in h for h in gearceerd)
    assert "<b>2026 · G10, G13 en A38 samen</b>" in [a.text for a in figuur.layout.annotations]


def test_wat_de_wet_verwacht_zegt_niet_meer_dan_wij_weten() -> None:
    b = baan(2024, definitief=1)
    onzeker = Baan(NAAM, 2024, "gebundeld", tuple(f._replace(termijn_status="onbekend") for f in b.fasen[3:]))
    standen = [r[-1] for r in tabellen.law_rows([b, onzeker], VANDAAG)]
    assert standen[:2] == ["niet geleverd; een latere stap wel"] * 2
    voorbij = "voorbij; niet geleverd"
    assert standen[2:4] == [voorbij, f"{voorbij}. {regelingzinnen.VRAAG_OP}"]  # SiSa is a letter of the gemeente itself
    assert standen[4:] == ["niet geleverd; niet bekend of deze termijn geldt"] * 2


def test_losse_regelingen_worden_nooit_opgeteld_en_een_geleverde_som_blijft() -> None:
    apart = [baan(2025, "G10", voorlopig=1), baan(2025, "G13", voorlopig=2)]
    geleverd = baan(2025, voorlopig=557591)
    plaats = apart[0].fasen[0].vindplaats
    eigen_som = Baan(NAAM, 2025, "gebundeld", tuple(f._replace(vindplaats=plaats) for f in geleverd.fasen))
    assert [b.regeling for b in group_lanes([f for b in (*apart, eigen_som) for f in b.fasen])] == ["G10", "G13"]
    alle = group_lanes([f for b in (baan(2024, voorlopig=9), *apart, geleverd) for f in b.fasen])
    assert [(b.jaar, b.regeling) for b in alle] == [
        (2024, "gebundeld"),
        (2025, "G10"),
        (2025, "G13"),
        (2025, "gebundeld"),
    ]
    noot = regelingzinnen.bundle_note(alle).replace("\N{NO-BREAK SPACE}", " ")
    assert (
        "over 2024 en 2025 één bedrag" in noot and "Ook als één som geleverd: € 557.591 over 2025 (voorlopig)." in noot
    )
    assert regelingzinnen.bundle_note(apart) == ""
    assert "kreeg SPUK voor 2024 en 2025" in regelingzinnen.answer(alle, NAAM)
    assert [r[0] for r in tabellen.lane_rows(alle)] == ["2024 · één som", "2025 · G10", "2025 · G13", "2025 · één som"]


def test_een_vervangen_brief_blijft_te_zien() -> None:
    nu = los(
        Beschikking, jaar=2024, regeling="G10", soort="definitief", datum=date(2025, 6, 30), kenmerk="B-2",
        bedrag_eur=Decimal(5), waarde_status="gemeten",
    )  # fmt: skip
    oud = los(
        Vervallen, jaar=2024, kenmerk="G10", status_bedrag="definitief", peildatum=date(2025, 5, 20), toelichting="B-1",
        waarde=Decimal(7), waarde_status="gemeten",
    )  # fmt: skip
    brief = replaced([nu], oud)
    assert (
        brief is not None
        and tabellen.kind(brief) == "definitief; vervangen door B\\-2"
        and tabellen.kind(nu) == "definitief"
    )
    zelfde = oud._replace(peildatum=nu.datum, toelichting="B-2", waarde=Decimal("5.0000"))
    assert replaced([nu], zelfde) is None
    zonder = replaced([nu._replace(kenmerk=None)], oud)
    assert zonder is not None and "de beschikking van 30" in (zonder.vervangen_door or "")
    weg = replaced([], oud)
    assert weg is not None and tabellen.kind(weg) == "definitief; ingetrokken"
