"""pandera: the shape that a batch of records must have, made from the layout; a source adds rules of its own."""

from __future__ import annotations

from functools import cache
from importlib import import_module, util
from typing import Any

import polars as pl

from ingest.records.layout import RecordKolom, RecordLayout, record_layout
from ingest.waarden.grenzen import DOE_TE_GROOT, REDEN_TE_GROOT, TE_GROOT_EUR

# a check's `error` holds the column, the rule and the reason, with this between them
DELER = "|"
_TYPE = {
    "sleutel": pl.String(), "tekst": pl.String(), "code": pl.String(), "gemeentecode": pl.String(), "datum": pl.Date(),
    "jaar": pl.Int32(), "heel": pl.Int32(), "geboorte": pl.Int32(), "getal": pl.Decimal(18, 4),
    "bedrag": pl.Decimal(14, 2), "janee": pl.Boolean(),
}  # fmt: skip
_EERSTE_JAAR, _LAATSTE_JAAR = 1990, 2100


def polars_type(kolom: RecordKolom) -> pl.DataType:
    """The type of a column in a batch."""
    return _TYPE[kolom.soort]


def rij_check(kolom: str, regel: str, reden: str, goed: pl.Expr) -> Any:
    """A rule over more than one column: `goed` may be null, which counts as good."""
    import pandera.polars as pa

    return pa.Check(lambda d: d.lazyframe.select(goed.fill_null(True)), error=DELER.join((kolom, regel, reden)))


def volgorde_check(eerst: str, later: str, reden: str) -> Any:
    """One day can't lie before another."""
    return rij_check(later, "volgorde van datums", reden, pl.col(later) >= pl.col(eerst))


@cache
def schema_voor_records(layout: str, kolommen: frozenset[str]) -> Any:
    """The schema of a batch with these columns of a layout."""
    import pandera.polars as pa

    x = record_layout(layout)
    aanwezig = [k for k in x.opgeslagen if k.naam in kolommen]
    extra = [c for nodig, c in _extra(x) if set(nodig) <= kolommen]
    return pa.DataFrameSchema(
        {k.naam: pa.Column(polars_type(k), checks=_checks(k), nullable=True) for k in aanwezig},
        checks=[*_verleden(x, kolommen), *extra],
    )


def _extra(layout: RecordLayout) -> list[tuple[tuple[str, ...], Any]]:
    """`RECORD_CHECKS` of the source: layout -> [(columns it needs, check)]."""
    naam = f"ingest.{layout.bron}.schema"
    if util.find_spec(naam) is None:
        return []
    checks: dict[str, Any] = getattr(import_module(naam), "RECORD_CHECKS", {})
    gevonden: list[tuple[tuple[str, ...], Any]] = checks.get(layout.layout, list)()
    return gevonden


def _checks(kolom: RecordKolom) -> list[Any]:
    import pandera.polars as pa

    def fout(regel: str, reden: str) -> str:
        return DELER.join((kolom.naam, regel, reden))

    if kolom.soort == "datum":
        reden = f"De datum ligt niet in de jaren {_EERSTE_JAAR} tot en met {_LAATSTE_JAAR}."
        binnen = pl.col(kolom.naam).dt.year().is_between(_EERSTE_JAAR, _LAATSTE_JAAR)
        return [pa.Check(lambda d: d.lazyframe.select(binnen), error=fout("datum buiten bereik", reden))]
    if kolom.soort == "code":
        return [pa.Check.isin(list(kolom.waarden), error=fout("onbekende code", "De waarde staat niet in de lijst."))]
    if kolom.soort == "gemeentecode":
        reden = "De gemeentecode is niet goed; schrijf hem als GM0629."
        patroon = r"^GM\d{4}$" + (f"|^{kolom.onbekend}$" if kolom.onbekend else "")
        return [pa.Check.str_matches(patroon, error=fout("onjuiste gemeentecode", reden))]
    checks = []
    if kolom.soort == "bedrag":
        kan = pl.col(kolom.naam).abs() < TE_GROOT_EUR
        reden = f"{REDEN_TE_GROOT} {DOE_TE_GROOT}"
        checks.append(pa.Check(lambda d: d.lazyframe.select(kan), error=fout("te groot", reden)))
    if kolom.min is not None:
        checks.append(pa.Check.ge(kolom.min, error=fout("te klein", f"De waarde is kleiner dan {kolom.min}.")))
    if kolom.max is not None:
        checks.append(pa.Check.le(kolom.max, error=fout("te groot", f"De waarde is groter dan {kolom.max}.")))
    return checks


def _verleden(layout: RecordLayout, kolommen: frozenset[str]) -> list[Any]:
    """Days of what has happened can't lie after the peildatum; one day of grace for exports made after midnight."""
    if "peildatum" not in kolommen:
        return []
    grens = pl.col("peildatum") + pl.duration(days=1)
    return [
        rij_check(k.naam, "datum na de peildatum", "De datum ligt na de peildatum; dit kan dan nog niet gebeurd zijn.",
                  pl.col(k.naam) <= grens)
        for k in layout.opgeslagen if k.verleden and k.naam in kolommen
    ]  # fmt: skip


def keur_frame(layout: str, frame: pl.DataFrame) -> list[tuple[int, str, str, str]]:
    """What does not pass, as (row of the frame, column, rule, reason)."""
    import pandera.polars as pa

    if not frame.height:
        return []
    try:
        schema_voor_records(layout, frozenset(frame.columns)).validate(frame, lazy=True)
    except pa.errors.SchemaErrors as fouten:
        return _uit_fouten(fouten.failure_cases)
    return []


def _uit_fouten(gevallen: pl.DataFrame) -> list[tuple[int, str, str, str]]:
    uit = []
    for regel in (
        gevallen.filter(pl.col("index").is_not_null()).unique(["index", "check"]).sort("index").iter_rows(named=True)
    ):
        kolom, naam, reden = (str(regel["check"]).split(DELER, 2) + ["", ""])[:3]
        uit.append((int(regel["index"]), kolom, naam or "schema", reden or "De waarde past niet bij deze kolom."))
    return uit
