"""The synthetic deliveries read and built: every seeded error is found, nothing else is refused, and a set without
errors stays clean. Both sets go into one warehouse, so that it is built once.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import openpyxl
import pytest

from ingest.inlezen import Resultaat, inlezen
from ingest.privacy.bsn import is_bsn
from ingest.privacy.pseudoniem import VARIABELE
from rekenkamer.instellingen import Instellingen
from rekenkamer.synthetisch import MAP_LEVERINGEN, Fout, Overzicht, maak_synthetisch
from tests.conftest import bouw_snel
from tests.warehouse.conftest import Vraag, open_vraag

FOUT, SCHOON = "GM90", "GM91"  # how the codes of both sets begin
GEZAAID = ("optelling", "aansluiting_stand", "totale_taakstelling", "achterstand", "bronverschil", "ontbrekend",
           "persoonsregel", "persoonssignaal")  # fmt: skip


@dataclass(frozen=True)
class Proef:
    """Two sets that were read into one warehouse."""

    instellingen: Instellingen
    fout: Overzicht
    schoon: Overzicht
    gelezen: dict[str, list[Resultaat]]

    def gezaaid(self, gevolg: str) -> list[Fout]:
        """The seeded errors with one consequence."""
        return [f for f in self.fout.fouten if f.gevolg == gevolg]


@pytest.fixture(scope="module")
def proef(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proef]:
    map_ = tmp_path_factory.mktemp("synthetisch")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv(VARIABELE, str(map_ / "sleutel" / "pseudonimisering.sleutel"))
        fout = maak_synthetisch(map_ / "fout", 3, 200, 1)
        schoon = maak_synthetisch(map_ / "schoon", 3, 200, 2, fouten=False, eerste_code=9101)
        instellingen = Instellingen(data_map=map_ / "data")
        gelezen = {}
        for naam, overzicht in (("fout", fout), ("schoon", schoon)):
            pad = overzicht.map / MAP_LEVERINGEN
            gelezen[naam] = inlezen([pad], instellingen.warehouse_pad, instellingen.afgekeurd_map / naam)
        yield Proef(instellingen, fout, schoon, gelezen)


@pytest.fixture(scope="module")
def vraag(proef: Proef) -> Iterator[Vraag]:
    uitslag = bouw_snel(proef.instellingen)
    assert uitslag.gelukt, uitslag.fouten
    with duckdb.connect(str(proef.instellingen.warehouse_pad), read_only=True) as con:
        yield open_vraag(con)


@pytest.fixture(scope="module")
def regels() -> dict[str, str]:
    """Code of a rule about persons -> the words by which its finding is known."""
    pad = Instellingen(data_map=Path()).dbt_map / "seeds" / "controles" / "persoonsregels.csv"
    return {r["regel_code"]: r["zin"] for r in csv.DictReader(pad.read_text("utf-8").splitlines(), delimiter=";")}


def afgekeurde_rijen(pad: Path) -> set[tuple[str, str, int, str]]:
    """(file, sheet, row, rule) of every refused row."""
    uit = set()
    for bestand in sorted(pad.glob("*.xlsx")):
        blad = openpyxl.load_workbook(bestand).worksheets[0]
        kop, *rijen = blad.iter_rows(values_only=True)
        k = {naam: i for i, naam in enumerate(kop)}
        uit |= {(r[k["bestand"]], r[k["blad"]] or "", int(r[k["rij"]] or 0), r[k["regel"]]) for r in rijen}
    return uit


def test_elk_bestand_wordt_herkend(proef: Proef) -> None:
    for resultaten in proef.gelezen.values():
        assert [r.bestand for r in resultaten if r.status not in ("ingelezen", "deels", "al_ingelezen")] == []
    assert len(proef.gelezen["fout"]) == len(proef.fout.leveringen)


def test_precies_de_gezaaide_rijen_worden_geweigerd(proef: Proef) -> None:
    verwacht = {(f.bestand, f.blad, f.rij, f.regel) for f in proef.gezaaid("afgekeurd")}
    gevonden = afgekeurde_rijen(proef.instellingen.afgekeurd_map / "fout")
    assert len(verwacht) >= 20
    assert verwacht - gevonden == set()
    assert gevonden - verwacht == set()


def test_wat_gemeld_moet_worden_wordt_gemeld(proef: Proef) -> None:
    meldingen = {r.bestand: " ".join(r.meldingen) for r in proef.gelezen["fout"]}
    for fout in proef.gezaaid("melding"):
        assert fout.regel in meldingen[fout.bestand], fout


def test_zonder_fouten_wordt_niets_geweigerd(proef: Proef) -> None:
    assert [r.bestand for r in proef.gelezen["schoon"] if r.rijen_afgekeurd or r.status == "afgekeurd"] == []


def bevat_nummer(tekst: object) -> bool:
    """Whether a text holds a BSN that a person can read; a hash in hexadecimals does not count."""
    tekst = str(tekst or "")
    return not re.fullmatch(r"[0-9a-f]{12,64}", tekst) and any(
        is_bsn(n) for n in re.findall(r"(?<!\d)\d{9}(?!\d)", tekst)
    )


def test_geen_nummer_of_naam_staat_in_het_magazijn(proef: Proef) -> None:
    with duckdb.connect(str(proef.instellingen.warehouse_pad), read_only=True) as con:
        kolommen = con.execute(
            "select table_name, column_name from information_schema.columns "
            "where table_schema = 'raw' and data_type = 'VARCHAR'"
        ).fetchall()
        assert ("duo_personen", "pseudo_id") in kolommen and len(kolommen) > 50
        for tabel, kolom in kolommen:
            waarden = [w for (w,) in con.execute(f"select distinct {kolom} from raw.{tabel}").fetchall()]
            assert not [w for w in waarden if bevat_nummer(w) or "Synthetisch, P." in str(w)], (tabel, kolom)


def test_geen_nummer_of_naam_staat_bij_de_afgekeurde_rijen(proef: Proef) -> None:
    for pad in (proef.instellingen.afgekeurd_map / "fout").glob("*.xlsx"):
        cellen = [c for r in openpyxl.load_workbook(pad).worksheets[0].iter_rows(values_only=True) for c in r]
        assert not [c for c in cellen if bevat_nummer(c) or "Synthetisch, P." in str(c)], pad.name


def test_gezaaide_bevindingen_worden_gevonden(proef: Proef, vraag: Vraag, regels: dict[str, str]) -> None:
    gevonden = vraag(
        "select controle_code, coalesce(gemeentecode, ''), toelichting from marts.fct_bevinding where status = 'open'"
    )
    for fout in proef.gezaaid("bevinding"):
        woorden = regels.get(fout.regel)
        treffers = [
            toelichting
            for code, gemeente, toelichting in gevonden
            if fout.gemeentecode in ("", gemeente) and (woorden in toelichting if woorden else code == fout.regel)
        ]
        assert treffers, fout


def test_geen_andere_bevindingen_van_deze_soorten(proef: Proef, vraag: Vraag, regels: dict[str, str]) -> None:
    """Each finding of a seeded kind belongs to a seeded error of that gemeente."""
    gezaaid = {(f.regel, f.gemeentecode) for f in proef.gezaaid("bevinding")}
    over = []
    for code, gemeente, tekst in vraag(
        "select controle_code, coalesce(gemeentecode, ''), toelichting from marts.fct_bevinding "
        f"where status = 'open' and gemeentecode like '{FOUT}%' and list_contains(?, controle_code)", list(GEZAAID)
    ):  # fmt: skip
        namen = {code, *(r for r, zin in regels.items() if zin in tekst)}
        if not any((naam, plaats) in gezaaid for naam in namen for plaats in (gemeente, "")):
            over.append((code, gemeente, tekst))
    assert over == []


def test_zonder_fouten_geen_bevinding_van_de_gezaaide_soorten(vraag: Vraag) -> None:
    assert vraag(
        "select controle_code, gemeentecode, toelichting from marts.fct_bevinding "
        f"where gemeentecode like '{SCHOON}%' and list_contains(?, controle_code)", list(GEZAAID)
    ) == []  # fmt: skip


def test_ingetrokken_persoon_telt_niet_mee_en_de_correctie_wel(proef: Proef, vraag: Vraag) -> None:
    """The persons that are left are those of the population: as many in the warehouse as were made."""
    [(duo,)] = vraag(
        "select count(*) from intermediate.int_persoon__versie where is_actueel and bron = 'duo_personen' "
        f"and gemeentecode like '{FOUT}%'"
    )
    assert duo == proef.fout.personen


def test_alle_bronnen_staan_als_synthetisch_in_het_magazijn(vraag: Vraag) -> None:
    assert vraag("select distinct is_synthetisch from marts.dim_bron") == [(True,)]
    soorten = Counter(b for (b,) in vraag("select bron from marts.dim_bron"))
    assert {"duo", "tvs", "spuk", "gemeente", "iv3", "cbs"} <= set(soorten)
