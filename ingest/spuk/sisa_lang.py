"""SiSa in the long form, one row per indicator: the same columns as the stacked sheet gives."""

from __future__ import annotations

import re

import polars as pl

from ingest.cel import Afkeuring
from ingest.records.lezing import RecordLezing
from ingest.spuk.sisa_blok import parse_code
from ingest.spuk.sisa_waarde import DOE_BEDRAG, EENHEDEN, Duiding, duid


def verfijn_sisa(lezing: RecordLezing) -> RecordLezing:
    """Fill uitkeringscode, volgnummer, waarde and eenheid; a row that can't be told is rejected."""
    frame = lezing.frame
    for kolom in ("uitkeringscode", "omschrijving", "aard_controle", "eenheid"):
        if kolom not in frame.columns:
            frame = frame.with_columns(pl.lit(None, dtype=pl.String).alias(kolom))
    if "volgnummer" not in frame.columns:
        frame = frame.with_columns(volgnummer=pl.lit(None, dtype=pl.Int32))
    nieuw: list[tuple[str | None, str | None, Duiding]] = []
    goed: list[bool] = []
    for rij in frame.iter_rows(named=True):
        code, uitkering, gelezen, fout = _lees(rij)
        nieuw.append((code, uitkering, gelezen))
        goed.append(fout is None)
        if fout:
            kolom, reden, doe, regel = fout
            kop = lezing.kolommen.get(kolom, kolom)
            lezing.afkeuringen.append(
                Afkeuring(rij["blad"], rij["rij"], kop, rij[kolom] or "", reden, doe, regel=regel)
            )
    frame = frame.with_columns(
        indicator=pl.Series([n[0] for n in nieuw], dtype=pl.String),
        uitkeringscode=pl.Series([n[1] for n in nieuw], dtype=pl.String),
        volgnummer=pl.col("volgnummer").fill_null(1),
        waarde=pl.Series([n[2].waarde for n in nieuw], dtype=pl.Decimal(18, 4)),
        eenheid=pl.Series([n[2].eenheid for n in nieuw], dtype=pl.String),
    )
    lezing.frame = frame.filter(pl.Series(goed, dtype=pl.Boolean))
    lezing.kolommen |= {"waarde": lezing.kolommen.get("waarde_ruw", "waarde")}
    return lezing


Fout = tuple[str, str, str, str]


def _lees(rij: dict[str, str | None]) -> tuple[str | None, str | None, Duiding, Fout | None]:
    """Code, uitkering, value, and what is wrong: (column, reason, advice, rule)."""
    indicator = rij["indicator"] or ""
    code = parse_code(indicator)
    leeg = Duiding(None, None)
    if code is None:
        doe = "Schrijf de uitkeringscode, een schuine streep en het nummer, zoals G10/01."
        return None, None, leeg, ("indicator", f"'{indicator}' is geen indicatornummer.", doe, "geen indicator")
    uitkering = code.split("/")[0]
    genoemd = re.sub(r"\s+", "", rij["uitkeringscode"] or uitkering).upper()
    if genoemd != uitkering:
        reden = f"Bij uitkering {genoemd} staat indicator {code}."
        doe = "Controleer beide codes."
        return code, None, leeg, ("uitkeringscode", reden, doe, "code van een andere uitkering")
    eenheid = (rij["eenheid"] or "").strip().lower().replace("/", "_").replace(" ", "_") or None
    if eenheid and eenheid not in EENHEDEN:
        reden = f"'{rij['eenheid']}' is geen bekende eenheid."
        return code, uitkering, leeg, ("eenheid", reden, f"Kies uit: {', '.join(EENHEDEN)}.", "onbekende eenheid")
    gelezen = duid(rij["waarde_ruw"] or "", rij["omschrijving"], rij["aard_controle"], eenheid)
    if gelezen.reden:
        doe = "Vul Ja of Nee in, of kies een andere eenheid." if eenheid == "ja_nee" else DOE_BEDRAG
        return code, uitkering, gelezen, ("waarde_ruw", gelezen.reden, doe, "onleesbaar bedrag")
    return code, uitkering, gelezen, None
