"""Dates as deliveries write them, a whole column at once; what can be read in two ways is refused."""

from __future__ import annotations

from datetime import date

import polars as pl

from ingest.records.redenen import (
    AMERIKAANS,
    ANDERE_DATUM,
    GEEN_DATUM,
    GEMENGDE_DATUM,
    GOED,
    ONMOGELIJK,
    TIJDZONE,
    TWEE_CIJFERS,
)
from ingest.waarden.perioden import MAANDEN

_TIJD = r"(?:[T ](?P<t>\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?) ?(?P<z>Z|[+-]\d{2}:?\d{2})?)?"
_ISO = rf"^(?P<j>\d{{4}})[-/.](?P<m>\d{{1,2}})[-/.](?P<d>\d{{1,2}}){_TIJD}$"
_NL = rf"^(?P<d>\d{{1,2}}) ?[-/.] ?(?P<m>\d{{1,2}}) ?[-/.] ?(?P<j>\d{{4}}){_TIJD}$"
_AANEEN = r"^\x01?(?P<j>\d{4})(?P<m>\d{2})(?P<d>\d{2})$"
_WOORD = r"^(?P<d>\d{1,2})[ -](?P<w>[a-z]+)\.?[ -](?P<j>\d{4})$"
_SERIE = r"^\x01?([2-7]\d{4})(?:\.\d+)?$"
_KORT = r"^\d{1,2} ?[-/.] ?\d{1,2} ?[-/.] ?\d{2}$"
_GEWOON = r"^\d{2}-\d{2}-\d{4}$"
_GEWONE_TIJD = (date(1000, 1, 1), date(2900, 1, 1))
_OPEN = ("9999-12-31", "2999-12-31")  # registers write an end that is not known yet this way
_NUL = "0000-00-00"
_KORTE_MAANDEN = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MAAND = {naam: i for i, naam in enumerate(MAANDEN, 1)} | {k: i for i, k in enumerate(_KORTE_MAANDEN, 1)} | {"sept": 9}


DAG_EERST = "dag_eerst"
ANDERS = {"maand_eerst": AMERIKAANS, "gemengd": GEMENGDE_DATUM, "andere_kolom": ANDERE_DATUM}


def volgorde(dag_eerst: int, maand_eerst: int) -> str:
    """What the dates of a column that can be read in one way say about the others."""
    if maand_eerst:
        return "gemengd" if dag_eerst else "maand_eerst"
    return DAG_EERST


def lees_datums(tekst: pl.Series, notatie: str = DAG_EERST) -> tuple[pl.Series, pl.Series]:
    """Dates (Date) and refusals (UInt8) of distinct prints; null stays null.

    Day before month, as the Dutch write. Any other `notatie`: the column has or may have the month first; then a date
    that can be read both ways is refused.
    """
    velden = _ontleed(tekst)
    iso = pl.concat_str(pl.col("j"), pl.col("m").str.zfill(2), pl.col("d").str.zfill(2), separator="-")
    open_eind = iso.is_in([*_OPEN, _NUL])
    serie = pl.date(1899, 12, 30) + pl.duration(days=pl.col("s").cast(pl.Int32))
    bestaat = ~open_eind & (pl.col("j") != "0000")
    datum = pl.coalesce(pl.when(bestaat).then(iso).str.to_date("%Y-%m-%d", strict=False), serie.cast(pl.Date))
    dag_maand = pl.col("nl") & (pl.col("d").cast(pl.Int32) <= 12) & (pl.col("m").cast(pl.Int32) <= 12)
    middernacht = pl.col("t").str.contains(r"^0?0:00(?::00(?:[.,]0+)?)?$")
    fout = (
        pl.when(pl.col("x").is_null() | open_eind.fill_null(False)).then(GOED)
        .when(pl.col("x").str.contains(_KORT)).then(TWEE_CIJFERS)
        .when(pl.col("j").is_not_null() & datum.is_null()).then(ONMOGELIJK)
        .when(datum.is_null()).then(GEEN_DATUM)
        .when(pl.col("z").is_not_null() & ~middernacht).then(TIJDZONE)
        .when(pl.lit(notatie in ANDERS) & dag_maand).then(ANDERS.get(notatie, GOED))
        .otherwise(GOED).cast(pl.UInt8)
    )  # fmt: skip
    uit = velden.select(fout=fout, datum=datum)
    return uit["datum"], uit["fout"]


def lees_gewone_datums(tekst: pl.Series) -> pl.Series | None:
    """The dates when every print is an existing day as 31-12-2024, which is quick; else None."""
    if not tekst.str.contains(_GEWOON).all():
        return None
    datum = tekst.str.to_date("%d-%m-%Y", strict=False)
    bekend = datum.null_count() == tekst.null_count() and datum.drop_nulls().is_between(*_GEWONE_TIJD).all()
    return datum if bekend else None


def tel_volgorde(tekst: pl.Series) -> tuple[int, int, int]:
    """How many distinct prints can only have the day first, how many only the month first, and how many both."""
    delen = pl.select(tekst.str.extract_groups(_NL)).to_series().struct
    dag, maand = delen.field("d").cast(pl.Int32), delen.field("m").cast(pl.Int32)
    laag = (dag <= 12) & (maand <= 12)
    return int(((dag > 12) & (maand <= 12)).sum()), int(((maand > 12) & (dag <= 12)).sum()), int(laag.sum())


def tel_gewone(datum: pl.Series) -> tuple[int, int, int]:
    """The same for what `lees_gewone_datums` read."""
    dag = datum.dt.day()
    return int((dag > 12).sum()), 0, int((dag <= 12).sum())


def _ontleed(tekst: pl.Series) -> pl.DataFrame:
    """Year, month, day as texts, whichever of the notations fits; time, zone and Excel's serial number."""
    x = pl.col("x")
    frame = tekst.rename("x").to_frame()
    groepen = frame.select(
        x, a=x.str.extract_groups(_ISO), b=x.str.extract_groups(_NL), c=x.str.extract_groups(_AANEEN),
        w=x.str.to_lowercase().str.extract_groups(_WOORD), s=x.str.extract(_SERIE),
    )  # fmt: skip
    maand = pl.col("w").struct.field("w").replace_strict(_MAAND, default=None, return_dtype=pl.Int32).cast(pl.String)

    def veld(naam: str, extra: pl.Expr) -> pl.Expr:
        return pl.coalesce(*(pl.col(g).struct.field(naam) for g in ("a", "b", "c")), extra).alias(naam)

    return groepen.select(
        "x", "s", veld("j", pl.col("w").struct.field("j")), veld("m", maand), veld("d", pl.col("w").struct.field("d")),
        pl.coalesce(pl.col(g).struct.field("t") for g in ("a", "b")).alias("t"),
        pl.coalesce(pl.col(g).struct.field("z") for g in ("a", "b")).alias("z"),
        pl.col("b").struct.field("d").is_not_null().alias("nl"),
    )  # fmt: skip
