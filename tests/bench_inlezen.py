"""`make bench`: reading a million person rows and a large workbook, as whole processes, beside other ways to read them.

The files are made up on the spot and carry `synthetisch` in their name. Every way reads the same file in the same run;
seconds include starting Python and importing, memory is the highest resident size of the process.
Prints; judges nothing.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import textwrap
import time
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

PROJECT = Path(__file__).resolve().parents[1]
CSV_RIJEN, XLSX_RIJEN = 1_000_000, 100_000
KOPPEN = (
    "Peildatum", "Gemeentecode", "BSN", "Achternaam", "Geboortedatum", "Doelgroep", "Startdatum inburgeringsplicht",
    "Datum eerste PIP", "Leerroute", "Datum ondertekening PVT", "Gevolgde uren taal en KNM", "Boetebedrag",
)  # fmt: skip
NAMEN = ("Müller", "Özdemir", "van den Berg", "Çelik", "Jansen", "Núñez", "Al-Hamid", "Tesfay")
DOELGROEPEN = ("Asielstatushouder", "Gezinsmigrant en overige migrant")


def maak_bsn(nummer: int) -> str:
    """A number that passes the eleven-proof; the hundred thousands make it one of nobody we know."""
    acht = f"{10_000_000 + nummer:08d}"
    som = sum(g * int(c) for g, c in zip(range(9, 1, -1), acht, strict=True)) % 11
    return f"{acht}{som}" if som < 10 else ""


def bsns(aantal: int) -> list[str]:
    """Distinct numbers."""
    uit: list[str] = []
    nummer = 0
    while len(uit) < aantal:
        nummer += 7
        if bsn := maak_bsn(nummer):
            uit.append(bsn)
    return uit


def rijen(aantal: int) -> list[list[object]]:
    """Person rows as they come from a portal; dates are dates, amounts are numbers."""
    loot = random.Random(2021)
    dagen = [date(2021, 1, 1) + timedelta(days=i) for i in range(1500)]
    uit: list[list[object]] = []
    for bsn in bsns(aantal):
        start = loot.randrange(1000)
        uit.append([
            date(2025, 6, 30), loot.choice(("0629", "0626", "1916", "0579")), bsn, loot.choice(NAMEN),
            date(1960, 1, 1) + timedelta(days=loot.randrange(16_000)), loot.choice(DOELGROEPEN), dagen[start],
            dagen[start + loot.randrange(30, 300)] if loot.random() < 0.8 else None,
            loot.choice(("B1-route", "Onderwijsroute", "Z-route")) if loot.random() < 0.8 else None,
            dagen[start + loot.randrange(60, 480)] if loot.random() < 0.6 else None,
            loot.randrange(800) if loot.random() < 0.9 else None,
            loot.randrange(34_000, 240_000) / 100 if loot.random() < 0.1 else None,
        ])  # fmt: skip
    return uit


def nl(cel: object) -> str:
    """A value as a Dutch system prints it."""
    if cel is None:
        return ""
    if isinstance(cel, date):
        return f"{cel:%d-%m-%Y}"
    if isinstance(cel, float):
        return f"€ {cel:,.2f}".translate(str.maketrans(",.", ".,"))
    return str(cel)


def schrijf_csv(pad: Path, gegevens: list[list[object]]) -> None:
    """Semicolons, Windows-1252."""
    with pad.open("w", encoding="cp1252", newline="") as bestand:
        bestand.write(";".join(KOPPEN) + "\r\n")
        for rij in gegevens:
            bestand.write(";".join(map(nl, rij)) + "\r\n")


def schrijf_xlsx(pad: Path, gegevens: list[list[object]]) -> None:
    """Dates and numbers as Excel keeps them, ten columns."""
    weg = (3, 4)
    with xlsxwriter.Workbook(str(pad), {"constant_memory": True, "default_date_format": "dd-mm-yyyy"}) as boek:
        blad = boek.add_worksheet("Inburgeraars")
        for r, rij in enumerate([list(KOPPEN), *gegevens]):
            for k, cel in enumerate(c for i, c in enumerate(rij) if i not in weg):
                if isinstance(cel, date):
                    blad.write_datetime(r, k, cel)
                elif cel is not None:
                    blad.write(r, k, cel)


def maak(bestand: Path, aantal: int) -> None:
    """The made-up file in the format of its suffix."""
    {".csv": schrijf_csv, ".xlsx": schrijf_xlsx}[bestand.suffix](bestand, rijen(aantal))


WEGEN_CSV = {
    "rekenkamer inlezen (streng, pandera, magazijn)": """
        from pathlib import Path
        from ingest.inlezen import inlezen
        [r] = inlezen([Path(BESTAND)], Path(MAP) / "w.duckdb", Path(MAP) / "afgekeurd")
        assert (r.status, r.rijen_goed) == ("ingelezen", AANTAL), r
        """,
    "pandas + pandera (+ magazijn)": """
        import duckdb, hashlib, hmac, pandas as pd, pandera.pandas as pa
        d = pd.read_csv(BESTAND, sep=";", encoding="cp1252", dtype=str, keep_default_na=False)
        d = d.drop(columns=["Achternaam"])
        d["Geboortedatum"] = pd.to_datetime(d["Geboortedatum"], format="%d-%m-%Y").dt.year
        for k in d.columns:
            if k.startswith(("Peil", "Start", "Datum")):
                d[k] = pd.to_datetime(d[k], format="%d-%m-%Y", errors="coerce")
        d["Boetebedrag"] = pd.to_numeric(d["Boetebedrag"].str.replace("€ ", "").str.replace(".", "", regex=False)
                                         .str.replace(",", "."), errors="coerce")
        d["Gevolgde uren taal en KNM"] = pd.to_numeric(d["Gevolgde uren taal en KNM"], errors="coerce")
        d["BSN"] = [hmac.digest(b"x" * 32, b.encode(), "sha256").hex()[:32] for b in d["BSN"]]
        c = pa.Column
        tot = pa.Check.le(pd.Timestamp("2025-07-01"))
        pa.DataFrameSchema({
            "Gemeentecode": c(str, pa.Check.str_matches(r"^\\d{4}$")), "BSN": c(str, unique=True),
            "Doelgroep": c(str, pa.Check.isin(["Asielstatushouder", "Gezinsmigrant en overige migrant"])),
            "Leerroute": c(str, pa.Check.isin(["", "B1-route", "Onderwijsroute", "Z-route"])),
            "Datum eerste PIP": c("datetime64[ns]", tot, nullable=True, coerce=True),
            "Datum ondertekening PVT": c("datetime64[ns]", tot, nullable=True, coerce=True),
            "Gevolgde uren taal en KNM": c(float, pa.Check.in_range(0, 9999), nullable=True),
            "Boetebedrag": c(float, pa.Check.in_range(0, 99999), nullable=True),
        }).validate(d, lazy=True)
        con = duckdb.connect(MAP + "/pandas.duckdb")
        con.execute("create table p as from d")
        assert con.execute("select count(*) from p").fetchone()[0] == AANTAL
        """,
    "DuckDB, getypeerd, uit een UTF-8-kopie (geen controles)": """
        import duckdb
        con = duckdb.connect(MAP + "/duckdb.duckdb")
        soort = {"Peildatum": "DATE", "Geboortedatum": "DATE", "Startdatum inburgeringsplicht": "DATE",
                 "Datum eerste PIP": "DATE", "Datum ondertekening PVT": "DATE", "Gevolgde uren taal en KNM": "INTEGER"}
        con.execute("create table p as select * exclude (Achternaam) from read_csv(?, delim=';', header=true, "
                    "dateformat='%d-%m-%Y', types=?)", [MAP + "/utf8.csv", soort])
        assert con.execute("select count(*) from p").fetchone()[0] == AANTAL
        """,
}  # fmt: skip
WEGEN_XLSX = {
    "rekenkamer inlezen (streng, pandera, magazijn)": WEGEN_CSV["rekenkamer inlezen (streng, pandera, magazijn)"],
    "calamine zelf, naar Python": """
        from python_calamine import CalamineWorkbook
        rijen = CalamineWorkbook.from_path(BESTAND).get_sheet_by_index(0).to_python()
        assert len(rijen) == AANTAL + 1
        """,
    "pandas met calamine": """
        import pandas as pd
        assert len(pd.read_excel(BESTAND, engine="calamine")) == AANTAL
        """,
}


def meet(code: str, bestand: Path, map_: Path, aantal: int) -> tuple[float, float, float]:
    """Seconds, processor seconds and megabytes of one way in a process of its own."""
    kop = f"BESTAND, MAP, AANTAL = {str(bestand)!r}, {str(map_)!r}, {aantal}\n"
    script = map_ / "weg.py"
    script.write_text(kop + textwrap.dedent(code), encoding="utf-8")
    omgeving = {**os.environ, "PYTHONPATH": str(PROJECT), "REKENKAMER_SLEUTEL": str(map_ / "sleutel" / "proef")}
    begin = time.perf_counter()
    proces = subprocess.Popen([sys.executable, str(script)], env=omgeving, cwd=map_)
    _, status, verbruik = os.wait4(proces.pid, 0)
    seconden = time.perf_counter() - begin
    proces.returncode = os.waitstatus_to_exitcode(status)
    if proces.returncode:
        raise SystemExit(f"Een van de wegen is mislukt: {code.strip().splitlines()[0]}")
    return seconden, verbruik.ru_utime + verbruik.ru_stime, piek_mb(verbruik)


def piek_mb(verbruik: resource.struct_rusage) -> float:
    """The highest resident size; Linux counts in KiB, macOS in bytes."""
    return verbruik.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def vergelijk(titel: str, wegen: dict[str, str], bestand: Path, map_: Path, aantal: int, keren: int) -> None:
    """One table: the best of a few runs per way, each on a new warehouse."""
    print(
        f"\n{titel} ({bestand.stat().st_size / 2**20:.0f} MB)\n{'':<58}{'s':>8}{'cpu s':>8}{'rijen/s':>12}{'MB':>8}",
        flush=True,
    )
    for naam, code in wegen.items():
        uitkomsten = []
        for keer in range(keren):
            eigen = map_ / f"{bestand.suffix[1:]}_{abs(hash(naam))}_{keer}"
            eigen.mkdir()
            if "utf8.csv" in code:
                with bestand.open(encoding="cp1252") as bron, (eigen / "utf8.csv").open("w", encoding="utf-8") as doel:
                    shutil.copyfileobj(bron, doel)
            uitkomsten.append(meet(code, bestand, eigen, aantal))
        seconden, rekentijd, mb = min(uitkomsten)
        print(f"{naam:<58}{seconden:8.2f}{rekentijd:8.2f}{aantal / seconden:12,.0f}{mb:8.0f}", flush=True)


def main() -> None:
    """Make the files, run every way, print."""
    vraag = argparse.ArgumentParser(description=__doc__)
    vraag.add_argument("--keren", type=int, default=3)
    vraag.add_argument("--deel", type=float, default=1.0, help="deel van het aantal rijen")
    vraag.add_argument("--alleen", choices=("csv", "xlsx"))
    vraag.add_argument("--maak", nargs=2, metavar=("BESTAND", "AANTAL"), help="schrijf alleen dit bestand")
    opties = vraag.parse_args()
    if opties.maak:
        maak(Path(opties.maak[0]), int(opties.maak[1]))
        return
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk)
        for soort, vol, wegen in (("csv", CSV_RIJEN, WEGEN_CSV), ("xlsx", XLSX_RIJEN, WEGEN_XLSX)):
            if opties.alleen in (None, soort):
                aantal = int(vol * opties.deel)
                bestand = map_ / f"duo_personen_synthetisch.{soort}"
                # by a process of its own: a child's highest size starts at that of its parent
                subprocess.run(
                    [sys.executable, "-m", "tests.bench_inlezen", "--maak", bestand, str(aantal)],
                    cwd=PROJECT, check=True,
                )  # fmt: skip
                titel = f"{aantal:,} personen als {soort.upper()}".replace(",", ".")
                vergelijk(titel, wegen, bestand, map_, aantal, opties.keren)


if __name__ == "__main__":
    main()
