"""The controledossier of the shipped figures in a real spreadsheet program: it must come to the same cents.

LibreOffice keeps stored values when it opens a file. They are taken out first, so every amount in the answer was
computed by LibreOffice.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from dashboard.data import spuk_dossier
from dashboard.data.snapshot import Snapshot, load_snapshot
from rekenkamer.rapport.controledossier import Controledossier, Gegevens, build_dossier
from rekenkamer.rapport.controledossier.keten import STAPPEN, amount_of
from tests.unit.rekenkamer.rapport.proefdossier import met_uitkomst

GEMEENTE, NAAM, REGELING, JAAR = "GM0629", "Wassenaar", "gebundeld", 2025
POST, PLEK = (2024, "leerroutes"), ["Kosten", 2024, "Leerroutes"]
ANDERS = Decimal("123456.78")
KLOPT = "Alle nagerekende bedragen zijn gelijk"


@dataclass(frozen=True)
class Proef:
    """The rows, the file, and what LibreOffice makes of it: as it is, and with one amount changed."""

    gegevens: Gegevens
    dossier: Controledossier
    herrekend: openpyxl.Workbook
    gewijzigd: openpyxl.Workbook


@pytest.fixture(scope="module")
def rekenprogramma() -> str:
    """LibreOffice; its absence is said aloud, and is a failure when it was required."""
    gevonden = shutil.which("soffice") or shutil.which("libreoffice")
    if gevonden is None:
        boodschap = (
            "OVERGESLAGEN: LibreOffice is er niet; het controledossier is niet nagerekend in een rekenprogramma."
        )
        if os.environ.get("REKENKAMER_REKENBLAD") == "verplicht":
            pytest.fail(boodschap)
        print(boodschap, file=sys.stderr)
        pytest.skip(boodschap)
    return gevonden


@pytest.fixture(scope="module")
def snapshot(snapshot_map: Path) -> Snapshot:
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("REKENKAMER_DATA", str(snapshot_map))
        gevonden = load_snapshot()
    assert gevonden is not None
    return gevonden


@pytest.fixture(scope="module")
def proef(snapshot: Snapshot, rekenprogramma: str, tmp_path_factory: pytest.TempPathFactory) -> Proef:
    map_ = tmp_path_factory.mktemp("rekenblad")
    gegevens = spuk_dossier.load_gegevens(snapshot, GEMEENTE, NAAM, REGELING, JAAR)
    dossier = build_dossier(gegevens)
    (map_ / "herrekend.xlsx").write_bytes(strip_waarden(dossier.xlsx))
    boek = openpyxl.load_workbook(io.BytesIO(dossier.xlsx))
    rij = next(r for r in boek["Invoer"].iter_rows() if [c.value for c in r[:3]] == PLEK)
    rij[5].value = float(ANDERS)
    boek.save(map_ / "gewijzigd.xlsx")  # without stored values
    herrekend, gewijzigd = recalculate(rekenprogramma, map_, ("herrekend.xlsx", "gewijzigd.xlsx"))
    return Proef(gegevens, dossier, herrekend, gewijzigd)


def strip_waarden(xlsx: bytes) -> bytes:
    """The same workbook without the stored value of any formula."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx)) as bron, zipfile.ZipFile(uit, "w") as doel:
        for naam in bron.namelist():
            inhoud = bron.read(naam)
            if naam.startswith("xl/worksheets/sheet"):
                inhoud = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", inhoud)
            doel.writestr(naam, inhoud)
    return uit.getvalue()


def recalculate(programma: str, map_: Path, namen: tuple[str, ...]) -> list[openpyxl.Workbook]:
    """Let LibreOffice open and save the files, once for all of them, with a profile of its own."""
    profiel = f"-env:UserInstallation={(map_ / 'profiel').as_uri()}"
    opdracht = [programma, profiel, "--headless", "--convert-to", "xlsx", "--outdir", str(map_ / "uit")]
    subprocess.run([*opdracht, *(str(map_ / n) for n in namen)], check=True, capture_output=True, timeout=120)
    return [openpyxl.load_workbook(map_ / "uit" / naam, data_only=True) for naam in namen]


def read_bedragen(boek: openpyxl.Workbook, g: Gegevens) -> Mapping[str, Decimal | str | None]:
    uit: dict[str, Decimal | str | None] = {}
    for v in g.verloop:
        for stap in STAPPEN if v.jaar <= JAAR else ():
            naam = f"{stap}_{v.scenario}_{v.jaar}"
            blad, plek = boek.defined_names[naam].attr_text.replace("'", "").split("!")
            waarde = boek[blad.removeprefix("$")][plek.replace("$", "")].value
            uit[naam] = (
                waarde if isinstance(waarde, str | None) else Decimal(repr(waarde)).quantize(Decimal("0.0000001"))
            )
    return uit


def verwacht(g: Gegevens) -> dict[str, Decimal | None]:
    return {f"{s}_{v.scenario}_{v.jaar}": amount_of(v, s) for v in g.verloop if v.jaar <= JAAR for s in STAPPEN}


def controles(boek: openpyxl.Workbook) -> list[object]:
    return [c.value for (c,) in boek["Berekening"].iter_rows(min_row=6, min_col=5, max_col=5) if c.value is not None]


def test_libreoffice_komt_op_dezelfde_centen_als_het_magazijn(proef: Proef) -> None:
    bedragen = read_bedragen(proef.herrekend, proef.gegevens)
    d = proef.dossier
    ingevuld = d.nagerekend_aantal + d.niet_te_zien_aantal
    assert len(bedragen) == ingevuld + d.niet_te_berekenen_aantal > 100
    assert bedragen == verwacht(proef.gegevens)
    assert bedragen["terugvordering_gedrukt_2025"] == 488625 and bedragen["reserve_eind_gedrukt_2025"] == 551936
    gevonden = controles(proef.herrekend)
    assert gevonden.count(0) == ingevuld and set(gevonden) <= {0, "geen bedrag"}
    assert proef.herrekend["Berekening"]["A2"].value == KLOPT


def test_wat_is_bewaard_is_wat_libreoffice_uitrekent(proef: Proef) -> None:
    formules = openpyxl.load_workbook(io.BytesIO(proef.dossier.xlsx))
    bewaard = openpyxl.load_workbook(io.BytesIO(proef.dossier.xlsx), data_only=True)
    cellen = [(b.title, c.coordinate) for b in formules for r in b.iter_rows() for c in r if c.data_type == "f"]
    assert len(cellen) > 400
    assert [(b, p) for b, p in cellen if bewaard[b][p].value != proef.herrekend[b][p].value] == []


def test_een_gewijzigd_bedrag_werkt_door_zoals_de_rekenregels_zeggen(proef: Proef) -> None:
    kosten = tuple(b._replace(bedrag_eur=ANDERS) if (b.jaar, b.post) == POST else b for b in proef.gegevens.bestedingen)
    anders = met_uitkomst(replace(proef.gegevens, bestedingen=kosten))
    bedragen = read_bedragen(proef.gewijzigd, anders)
    assert bedragen == verwacht(anders) != verwacht(proef.gegevens)
    assert bedragen["besteed_gedrukt_2024"] == Decimal("312031.78")  # 208.575 − 20.000 + 123.456,78
    assert proef.gewijzigd["Berekening"]["A2"].value == "Er zijn verschillen: zie kolom Verschil"


def test_iedere_gemeente_klopt_tot_en_met_het_laatste_jaar(snapshot: Snapshot) -> None:
    for gemeente in ("GM0579", "GM0626", "GM0629", "GM1916"):
        jaren = spuk_dossier.list_jaren(snapshot, gemeente)
        assert jaren
        for regeling in {j.regeling for j in jaren}:
            jaar = max(j.jaar for j in jaren if j.regeling == regeling)
            dossier = spuk_dossier.build(snapshot, gemeente, gemeente, regeling, jaar)
            assert dossier.nagerekend_aantal + dossier.niet_te_berekenen_aantal > 100
            assert dossier.nagerekend_aantal and dossier.afwijkend_aantal == 0, (gemeente, regeling)
