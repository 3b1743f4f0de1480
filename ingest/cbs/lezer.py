"""CBS and RvIG rows: the year follows from a period or a file name; rows about no gemeente are left out aloud."""

from __future__ import annotations

import re

import polars as pl

from ingest.cel import Afkeuring
from ingest.records.lezing import RecordLezing

_JAAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_EERSTE_JAAR = 1990  # before that year there are no figures to place
# StatLine's keys for everybody together; any other key is a part of the population
_ALLEN = {"geslacht": "T001038", "leeftijd": "10000", "burgerlijke_staat": "T001019"}
_TOTAALWOORD = r"(?i)^(totaal.*|alle .*|mannen en vrouwen)?$"


def verfijn_records(lezing: RecordLezing, waar: str) -> RecordLezing:
    """Finish the rows of one sheet; `waar` is the file name and the sheet name."""
    stap = {
        "cbs_gemeenten": _gemeenten, "cbs_inwoners": _inwoners, "cbs_herindelingen": _herindelingen,
    }.get(lezing.layout)  # fmt: skip
    return stap(lezing, waar) if stap else lezing


def _gemeenten(lezing: RecordLezing, waar: str) -> RecordLezing:
    lezing = _vul_jaar(lezing, waar)
    if "provinciecode" in lezing.frame.columns:
        cijfers = pl.col("provinciecode").str.extract(r"^(?i:PV)?\s*(\d{1,2})$")
        lezing.frame = lezing.frame.with_columns(provinciecode="PV" + cijfers.str.zfill(2))
    return lezing


def _inwoners(lezing: RecordLezing, waar: str) -> RecordLezing:
    """Keep the totals of gemeenten; regions, ages and gemeenten without a figure are counted in a message."""
    frame, voor = lezing.frame, lezing.frame.height
    for kolom, sleutel in _ALLEN.items():
        if kolom in frame.columns:
            tekst = pl.col(kolom).str.strip_chars().fill_null("")
            frame = frame.filter((tekst == sleutel) | tekst.str.contains(_TOTAALWOORD))
    code = _code("gemeentecode")
    gebieden = pl.col("gemeentecode").str.contains(r"^(?:NL|LD|PV|CR|COROP|AM|RP|WK|BU)\d*") & code.is_null()
    frame = frame.filter(~gebieden.fill_null(False) & pl.col("inwoners").is_not_null())
    if weg := voor - frame.height:
        lezing.meldingen.append(
            f"{weg} regels zijn overgeslagen: zij gaan niet over een gemeente, gaan over een deel van de inwoners, of "
            "zijn leeg."
        )
    lezing.frame = frame.with_columns(gemeentecode=code, _gedrukt=pl.col("gemeentecode"))
    lezing = _weiger_leeg(
        lezing, "gemeentecode", "is geen gemeentecode.", "Schrijf de CBS-code als GM0629, 0629 of 629."
    )
    return _vul_jaar(lezing, waar)


def _herindelingen(lezing: RecordLezing, waar: str) -> RecordLezing:
    """RvIG's table lists every gemeente: only those with a successor are a herindeling; names come from the table."""
    rvig = lezing.kolommen.get("nieuwe_code", "").startswith("92.12")
    frame = lezing.frame
    for kolom in ("oude_naam", "nieuwe_naam"):
        if kolom not in frame.columns:
            frame = frame.with_columns(pl.lit(None, dtype=pl.String).alias(kolom))
    frame = frame.with_columns(
        _gedrukt=pl.col("oude_code"), oude_code=_code("oude_code"), nieuwe_code=_code("nieuwe_code")
    )
    if rvig:
        namen = frame.select(nieuwe_code="oude_code", _naam="oude_naam").unique("nieuwe_code", keep="last")
        frame = frame.join(namen, on="nieuwe_code", how="left", maintain_order="left")
        frame = frame.with_columns(nieuwe_naam=pl.coalesce("nieuwe_naam", "_naam")).drop("_naam")
        frame = frame.filter(pl.all_horizontal(pl.col("oude_code", "nieuwe_code", "ingangsdatum").is_not_null()))
        frame = frame.filter(pl.col("ingangsdatum").dt.year() >= _EERSTE_JAAR)
        weg = lezing.frame.height - frame.height
        lezing.meldingen.append(f"{weg} gemeenten zonder opvolger, of opgegaan voor {_EERSTE_JAAR}, zijn overgeslagen.")
    lezing.frame = frame.filter(pl.col("oude_code").ne_missing(pl.col("nieuwe_code")) | pl.col("oude_code").is_null())
    for kolom, wat in (("oude_code", "oude gemeentecode"), ("nieuwe_code", "nieuwe gemeentecode"),
                       ("ingangsdatum", "ingangsdatum")):  # fmt: skip
        lezing = _weiger_leeg(lezing, kolom, f"hoort bij een rij zonder goede {wat}.", f"Vul de {wat} in.")
    return _vul_splitsing(lezing)


def _vul_splitsing(lezing: RecordLezing) -> RecordLezing:
    """Two successors make a split, also when the delivery does not say so."""
    frame = lezing.frame.drop("_gedrukt", strict=False)
    meer = pl.col("nieuwe_code").n_unique().over("oude_code", "ingangsdatum") > 1
    eigen = pl.col("is_gesplitst") if "is_gesplitst" in frame.columns else pl.lit(None, dtype=pl.Boolean)
    lezing.frame = frame.with_columns(is_gesplitst=meer | eigen.fill_null(False))
    return lezing


def _code(kolom: str) -> pl.Expr:
    """`363`, `0363` and `GM0363   ` -> `GM0363`; anything else and 0 are null."""
    nummer = pl.col(kolom).str.strip_chars("\x01 ").str.extract(r"^(?i:GM)?\s*0*(\d{1,4})$")
    return pl.when(nummer.cast(pl.Int32, strict=False) > 0).then("GM" + nummer.str.zfill(4))


def _vul_jaar(lezing: RecordLezing, waar: str) -> RecordLezing:
    """The year of `2025JJ00`, `2025` or `2025-01-01`; without a column the year in the file or sheet name."""
    frame = lezing.frame.drop("_gedrukt", strict=False)
    in_naam = list(dict.fromkeys(_JAAR.findall(waar)))
    vast = int(in_naam[0]) if len(in_naam) == 1 else None
    if "periode" in frame.columns:
        jaar = pl.col("periode").str.strip_chars("\x01 ").str.extract(r"^(20\d\d|19\d\d)(?:JJ00|-01-01|-1-1)?$")
        leeg = pl.col("periode").is_null() & pl.lit(vast is not None)
        jaar = pl.when(leeg).then(pl.lit(str(vast))).otherwise(jaar).cast(pl.Int32)
    else:
        jaar = pl.lit(vast, dtype=pl.Int32)
    bron = pl.col("periode") if "periode" in frame.columns else pl.lit("")
    lezing.frame = frame.with_columns(jaar=jaar, _gedrukt=bron)
    lezing.kolommen["jaar"] = lezing.kolommen.get("periode", "bestandsnaam")
    doe = "Zet een kolom jaar in de lijst, of het jaar in de bestandsnaam (gemeenten-alfabetisch-2025.xlsx)."
    lezing = _weiger_leeg(lezing, "jaar", "is geen jaar; van deze rij is niet te zien over welk jaar zij gaat.", doe)
    lezing.frame = lezing.frame.drop("_gedrukt", strict=False)
    return lezing


def _weiger_leeg(lezing: RecordLezing, kolom: str, reden: str, doe: str) -> RecordLezing:
    """Reject the rows in which a derived column stayed empty; `_gedrukt` is what was printed."""
    fout = lezing.frame.filter(pl.col(kolom).is_null())
    kop = lezing.kolommen.get(kolom, kolom)
    lezing.afkeuringen += [
        Afkeuring(r["blad"], r["rij"], kop, r["_gedrukt"] or "", f"'{r['_gedrukt'] or ''}' {reden}", doe,
                  regel=f"{kolom} ontbreekt")
        for r in fout.select("blad", "rij", "_gedrukt").iter_rows(named=True)
    ]  # fmt: skip
    lezing.frame = lezing.frame.filter(pl.col(kolom).is_not_null())
    return lezing
