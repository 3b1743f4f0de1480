"""What a template asks in one column, whichever kind of layout it comes from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from ingest.begrippen import termen
from ingest.layout import Kolom, TabelLayout
from ingest.records.layout import RecordKolom, RecordLayout

Invoer = Literal["tekst", "keuze", "datum", "heel", "getal"]

VOORBEELD = "VOORBEELD"
VOORBEELDCODE = "GM0000"
_INVOER: dict[str, Invoer] = {
    "datum": "datum", "jaar": "heel", "heel": "heel", "geboorte": "heel", "getal": "getal", "bedrag": "getal",
    "meting": "getal", "janee": "keuze", "code": "keuze", "term": "keuze",
}  # fmt: skip
_JAREN = (1900, 2100)


@dataclass(frozen=True)
class Invulkolom:
    """One column of a template. `keuzes`: what the list offers; `streng`: nothing else can be read there."""

    naam: str
    invoer: Invoer
    verplicht: str
    uitleg: str
    keuzes: tuple[str, ...] = ()
    minimum: int | None = None
    maximum: int | None = None
    voorbeeld: str = ""
    streng: bool = True

    @property
    def toegestaan(self) -> str:
        """The allowed values in words."""
        if self.keuzes:
            return ", ".join(self.keuzes)
        if self.invoer == "datum":
            return "een datum"
        if self.invoer == "tekst":
            return "een CBS-code zoals GM0629 of 0629" if self.naam == "gemeentecode" else "tekst"
        wat = "een heel getal" if self.invoer == "heel" else "een getal"
        if self.minimum is not None and self.maximum is not None:
            return f"{wat} van {self.minimum} tot en met {self.maximum}"
        return wat if self.streng else f"{wat}, of een van de tekens onderaan"


def invulkolommen(layout: TabelLayout | RecordLayout) -> list[Invulkolom]:
    """The columns of a template, with the example row in `voorbeeld`; private columns are never asked for."""
    if isinstance(layout, TabelLayout):
        kolommen = [_van_tabel(layout, k) for k in layout.kolommen]
        soorten = [k.soort for k in layout.kolommen]
    else:
        gevraagd = [k for k in layout.kolommen if k.soort != "prive" and not k.afgeleid]
        kolommen = [_van_record(layout, k) for k in gevraagd]
        soorten = [k.soort for k in gevraagd]
    plek, merk = _plek_van_merk(soorten, kolommen)
    kolommen[plek] = replace(kolommen[plek], voorbeeld=merk)
    return kolommen


def _plek_van_merk(soorten: list[str], kolommen: list[Invulkolom]) -> tuple[int, str]:
    """Which cell marks the example row: the code of the gemeente, else the key, else the first text."""
    namen = [k.naam for k in kolommen]
    if "gemeentecode" in namen:
        return namen.index("gemeentecode"), VOORBEELDCODE
    for soort in ("sleutel", "gemeenten"):
        if soort in soorten:
            return soorten.index(soort), VOORBEELD
    teksten = [i for i, k in enumerate(kolommen) if k.invoer == "tekst"]
    verplicht = [i for i in teksten if kolommen[i].verplicht == "ja"]
    return (verplicht or teksten or [0])[0], VOORBEELD


def _van_tabel(layout: TabelLayout, k: Kolom) -> Invulkolom:
    keuzes = k.waarden
    if k.soort == "term" and k.begrip:
        keuzes = tuple(t.replace("_", " ") for t in termen(k.begrip))
    return Invulkolom(
        k.naam, "keuze" if keuzes else _INVOER.get(k.soort, "tekst"), _nodig(layout.een_van, k.naam, k.verplicht),
        k.uitleg, keuzes, _JAREN[0] if k.soort == "jaar" else None, _JAREN[1] if k.soort == "jaar" else None,
        k.voorbeeld, streng=k.soort != "meting",
    )  # fmt: skip


def _van_record(layout: RecordLayout, k: RecordKolom) -> Invulkolom:
    # one word that a column knows (n.v.t.) is no list to choose from
    keuzes = ("ja", "nee") if k.soort == "janee" else tuple(k.waarden) if len(k.waarden) > 1 else ()
    invoer = "keuze" if keuzes else _INVOER.get(k.soort, "tekst")
    if invoer == "keuze" and not keuzes:
        invoer = "tekst"
    grenzen = (k.min, k.max)
    if k.soort in ("jaar", "geboorte") and None in grenzen:
        grenzen = _JAREN
    nodig = _nodig(layout.een_van, k.naam, k.verplicht)
    if nodig == "nee":
        nodig = _nodig_bij_personen(layout, k.naam)
    voorbeeld = {"True": "ja", "False": "nee"}.get(k.voorbeeld, k.voorbeeld)  # YAML reads ja and nee as a truth
    return Invulkolom(k.naam, invoer, nodig, k.uitleg, keuzes, grenzen[0], grenzen[1], voorbeeld)


def _nodig_bij_personen(layout: RecordLayout, naam: str) -> str:
    """What is needed but may be said elsewhere, or may be empty in a row."""
    if layout.persoonsgegevens and naam == "peildatum":
        return "ja, of zet de datum in de bestandsnaam"
    if layout.persoonsgegevens and layout.gemeente_nodig and naam in ("gemeentecode", "gemeentenaam"):
        return "een van: gemeentecode, gemeentenaam; of zet de gemeente in de bestandsnaam"
    return "de kolom wel, de cel mag leeg" if naam in layout.kern else "nee"


def _nodig(een_van: tuple[tuple[str, ...], ...], naam: str, verplicht: bool) -> str:
    groep = next((g for g in een_van if naam in g), None)
    if verplicht or groep is None:
        return "ja" if verplicht else "nee"
    return f"een van: {', '.join(groep)}"
