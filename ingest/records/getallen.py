"""Numbers as people print them, a whole column at once: Dutch or English notation, decided by the column."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from ingest.records.redenen import DECIMALEN, DUBBELZINNIG, GEEN_GETAL, GEMENGD, GOED, NIET_HEEL

# the notations of ingest.waarden.getallen, which reads single cells
_NL = r"^(?:\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d+|\d+,(?:\d{1,2}|\d{4,})|0+,\d+|\d{4,},\d+)$"
_EN = r"^(?:\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3}(?:,\d{3})+\.\d+|\d+\.(?:\d{1,2}|\d{4,})|0+\.\d+|\d{4,}\.\d+)$"
_HEEL = r"^\d{1,14}$"
_SPATIES = r"^\d{1,3}(?: \d{3})+(?:,\d+)?$"
_PUNT = r"^[1-9]\d{0,2}\.\d{3}$"
_KOMMA = r"^[1-9]\d{0,2},\d{3}$"
_EXACT = r"^\x01-?\d+(?:\.\d+)?$"
_SCHAAL = {"bedrag": 2, "getal": 4, "heel": 0}
_TYPE = {"bedrag": pl.Decimal(14, 2), "getal": pl.Decimal(18, 4), "heel": pl.Int32()}


@dataclass
class Notatiebewijs:
    """What the unambiguous prints of a column say, and how many could not be settled by themselves."""

    nl: int = 0
    en: int = 0
    dubbelzinnig: int = 0

    @property
    def notatie(self) -> str:
        """nl, en, gemengd or onbekend."""
        if self.nl and self.en:
            return "gemengd"
        return "nl" if self.nl else "en" if self.en else "onbekend"

    def tel(self, vormen: pl.DataFrame) -> None:
        """Add the evidence of one batch."""
        for naam in ("nl", "en"):
            setattr(self, naam, getattr(self, naam) + int(vormen[naam].sum()))
        self.dubbelzinnig += int((vormen["punt"] | vormen["komma"]).sum())


def ontleed(tekst: pl.Series) -> pl.DataFrame:
    """Which notation each distinct print has; `kaal` is without currency and sign."""
    x = tekst.rename("x").to_frame()
    kaal = (
        pl.col("x").str.replace_all(r"(?i)€|\beur\b\.?|\beuro\b", "").str.replace_all("[−–]", "-").str.strip_chars()
        .str.replace(r"^-\s+", "-").str.replace(r",(?:-{1,2}|=)$", ",00")
    )  # fmt: skip
    x = x.select("x", heel_kaal=kaal).with_columns(
        negatief=pl.col("heel_kaal").str.starts_with("-"), kaal=pl.col("heel_kaal").str.strip_prefix("-")
    )
    vormen = {"nl": _NL, "en": _EN, "heel": _HEEL, "spaties": _SPATIES, "punt": _PUNT, "komma": _KOMMA}
    return x.with_columns(
        exact=pl.col("x").str.contains(_EXACT).fill_null(False),
        **{n: pl.col("kaal").str.contains(p).fill_null(False) for n, p in vormen.items()},
    )


def lees_getallen(vormen: pl.DataFrame, soort: str, notatie: str) -> tuple[pl.Series, pl.Series]:
    """Numbers of the column's type and refusals (UInt8); `notatie` settles prints such as 1.234 and 1,234.

    Amounts and whole numbers have no three decimals, so 1.234 is a thousand there unless the column is English.
    """
    punt_is_duizend, komma_is_duizend, onzeker = _beslis(soort, notatie)
    nl = pl.col("nl") | pl.col("spaties") | pl.lit(punt_is_duizend) & pl.col("punt")
    nl = nl | pl.lit(notatie == "nl" and not komma_is_duizend and soort == "getal") & pl.col("komma")
    en = pl.col("en") | pl.lit(komma_is_duizend) & pl.col("komma")
    en = en | pl.lit(notatie == "en" and soort == "getal") & pl.col("punt")
    kaal = pl.col("kaal")
    schoon = (
        pl.when(pl.col("exact")).then(pl.col("x").str.replace_all(r"[\x01-]", ""))
        .when(pl.col("heel")).then(kaal)
        .when(nl).then(kaal.str.replace_all(r"[. ]", "").str.replace(",", ".", literal=True))
        .when(en).then(kaal.str.replace_all(",", "", literal=True))
    )  # fmt: skip
    negatief = pl.col("negatief") | (pl.col("exact") & pl.col("x").str.starts_with("\x01-"))
    stap = vormen.select("x", "exact", "punt", "komma", schoon=schoon, negatief=negatief.fill_null(False))
    return _zet_om(stap, soort, GEMENGD if notatie == "gemengd" else onzeker)


def _beslis(soort: str, notatie: str) -> tuple[bool, bool, int]:
    """Whether a lone point and a lone comma mean thousands, and why the others are refused."""
    if notatie == "gemengd":
        return False, False, GEMENGD
    if soort == "getal":
        return notatie == "nl", notatie == "en", DUBBELZINNIG
    return notatie in ("nl", "onbekend"), notatie == "en", DUBBELZINNIG


def _zet_om(stap: pl.DataFrame, soort: str, onzeker: int) -> tuple[pl.Series, pl.Series]:
    schaal = _SCHAAL[soort]
    # a workbook calculates on in more decimals than people see; a print with more decimals is a mistake
    breuk = pl.col("schoon").str.extract(r"\.(\d*?)0*$").fill_null("").str.len_chars()
    te_fijn = (breuk > schaal) & (~pl.col("exact") | pl.lit(soort == "heel"))
    getal = pl.col("schoon").cast(pl.Decimal(38, 10), strict=False).round(schaal, mode="half_away_from_zero")
    waarde = pl.when(pl.col("negatief")).then(-getal).otherwise(getal).cast(_TYPE[soort], strict=False)
    fout = (
        pl.when(pl.col("x").is_null()).then(GOED)
        .when(pl.col("schoon").is_null() & (pl.col("punt") | pl.col("komma"))).then(onzeker)
        .when(pl.col("schoon").is_null()).then(GEEN_GETAL)
        .when(te_fijn).then(NIET_HEEL if soort == "heel" else DECIMALEN)
        .when(waarde.is_null()).then(GEEN_GETAL)
        .otherwise(GOED).cast(pl.UInt8)
    )  # fmt: skip
    uit = stap.select(waarde=waarde, fout=fout)
    return uit["waarde"], uit["fout"]
