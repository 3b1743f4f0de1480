"""What a municipal crosstab is about: from the words around it and from the labels inside it."""

from __future__ import annotations

import re

from ingest.begrippen import classificeer, vorm
from ingest.bestanden.bestand import Blad
from ingest.fouten import RijFout
from ingest.gebied.gemeenten import Gemeenteregister
from ingest.kruistabel.kop import Blok
from ingest.layout import KruisLayout, kruis_layouts, kruis_woorden

# a label of this dimension gives the subject away when no title does
_KENMERKEND = {"leeftijdsgroep": "gemeente_instroom", "post": "gemeente_lasten", "leerroute": "gemeente_leerroutes"}
Passend = dict[str, tuple[KruisLayout, float]]


def is_kruistabel(blad: Blad, blok: Blok, register: Gemeenteregister) -> bool:
    """Whether a block is about a known subject, or names one and has to be refused with a reason."""
    try:
        return kies_soort(blad, blok, register, None) is not None
    except RijFout as fout:
        return bool(fout.waarde)


def kies_soort(blad: Blad, blok: Blok, register: Gemeenteregister, vorige: KruisLayout | None) -> KruisLayout:
    """The kind whose labels fit and whose words stand nearest; raises RijFout when that is not certain."""
    passend = _passend(blad, blok, register)
    titels = _zonder_neutraal([*reversed(blok.titels), *blad.rijen[blok.kop][: blok.labels + 1]])
    bladnaam = _zonder_neutraal([blad.naam or ""])
    gekozen = _kies(titels, passend)
    uit_bladnaam = gekozen is None
    if gekozen is None and vorige is not None and vorige.naam in passend and not _eigen_titels(blok, register):
        gekozen = vorige
    gekozen = gekozen or _kies(bladnaam, passend)
    if gekozen is None:
        gekozen = _uit_labels(_labels(blad, blok), passend, register)
    if gekozen is None:
        raise _onbekend()
    zelfde_blad = uit_bladnaam or _genoemd(bladnaam[0], gekozen) or not _kies(bladnaam, passend)
    _weiger_tegenspraak([*titels, *(bladnaam if zelfde_blad else [])], gekozen)
    return gekozen


def _kies(teksten: list[str], passend: Passend) -> KruisLayout | None:
    """The best fitting kind that these texts name; raises RijFout when one text names two that fit as well."""
    gewogen = [(_gewicht(teksten, k), pas, k) for k, pas in passend.values()]
    genoemd = [(g, pas, k) for g, pas, k in gewogen if g > 0]
    if not genoemd:
        return None
    beste_pas = max(pas for _, pas, _ in genoemd)
    kandidaten = [(g, k) for g, pas, k in genoemd if pas >= beste_pas - 0.2]
    hoogste = max(kandidaten, key=lambda x: x[0])[1]
    tekst = next(t for t in teksten if _genoemd(t, hoogste))
    samen = [k for _, k in kandidaten if _genoemd(tekst, k)]
    samen = [k for k in samen if not any(k is not a and _gaat_op_in(tekst, k, a) for a in samen)]
    samen = [k for k in samen if not any(k.naam in a.gaat_voor for a in samen)]
    if len(samen) > 1:
        wat = " en ".join(f"'{k.titel}'" for k in samen)
        raise RijFout("", tekst, f"De titel '{tekst}' noemt meer onderwerpen: {wat}.",
                      "Maak per onderwerp een eigen tabel met een eigen titel.")  # fmt: skip
    return samen[0] if samen else hoogste


def _genoemd(tekst: str, layout: KruisLayout) -> str:
    """The longest word of a kind that stands in a text; '' when there is none."""
    gevormd = f" {vorm(tekst)} "
    return max((vorm(w) for w in layout.herken if f" {vorm(w)} " in gevormd), key=len, default="")


def soort_van_tekst(tekst: str) -> KruisLayout | None:
    """The kind of sheet that a label names, such as `Kosten leerroutes`; None when it names none."""
    soorten = [k for k in kruis_layouts() if _genoemd(tekst, k)]
    return next((k for k in soorten if not any(k.naam in a.gaat_voor for a in soorten)), None)


def _gaat_op_in(tekst: str, layout: KruisLayout, ander: KruisLayout) -> bool:
    """Whether the word of one kind is only a part of the longer word of another, as in `zonder leerroute`."""
    kort, lang = _genoemd(tekst, layout), _genoemd(tekst, ander)
    return kort != lang and f" {kort} " in f" {lang} " and f" {kort} " not in f" {vorm(tekst)} ".replace(lang, "", 1)


def _gewicht(teksten: list[str], layout: KruisLayout) -> int:
    """How prominently the kind is named: near the table, and at the start of a text or somewhere in it."""
    punten = 0
    for n, tekst in enumerate(teksten):
        if woord := _genoemd(tekst, layout):
            vooraan = f" {vorm(tekst)} ".startswith(f" {woord} ")
            punten += (10 if vooraan else 2) * max(4 - n, 1) + len(woord.split())
    return punten


def _zonder_neutraal(teksten: list[str]) -> list[str]:
    """The texts, without phrases that name a subject but are not about it."""
    schoon = []
    for tekst in teksten:
        for zin in kruis_woorden("neutraal"):
            tekst = vorm(tekst).replace(zin, " ") if zin in vorm(tekst) else tekst
        schoon += [tekst] if tekst else []
    return schoon or [""]


def _weiger_tegenspraak(teksten: list[str], layout: KruisLayout) -> None:
    for tekst in teksten:
        for woord in layout.tegen:
            patroon = re.escape(vorm(woord)) + (r"\w*" if woord.endswith("*") else "")
            if m := re.search(rf"\b{patroon}\b", vorm(tekst)):
                reden = f"Bij deze tabel staat '{m.group()}'; dat past niet bij het onderdeel '{layout.titel}'."
                doe = f"Lever alleen cijfers die hierbij horen: {layout.uitleg} Of pas de titel of de bladnaam aan."
                raise RijFout("", tekst, reden, doe)


def _eigen_titels(blok: Blok, register: Gemeenteregister) -> bool:
    """Whether a title says more than which gemeente this is."""
    return any(not register.in_tekst(t) and not vorm(t).startswith("tabel") for t in blok.titels)


def _onbekend() -> RijFout:
    bekend = ", ".join(dict.fromkeys(layout.titel for layout in kruis_layouts()))
    return RijFout("", "", "Van deze tabel is niet te zien waarover zij gaat.",
                   f"Zet het onderwerp in de titel of in de naam van het blad. Bekend zijn: {bekend}.")  # fmt: skip


def _labels(blad: Blad, blok: Blok) -> set[str]:
    return {c for rij in blad.rijen[blok.begin : blok.einde] for c in rij[: blok.labels] if c}


def _passend(blad: Blad, blok: Blok, register: Gemeenteregister) -> Passend:
    labels = _labels(blad, blok)
    boven = {d for kolom in blok.kolommen for d, _ in kolom.boven}
    return {k.naam: (k, pas) for k in kruis_layouts() if (pas := _pas(labels, boven, k, register)) > 0}


def _uit_labels(labels: set[str], passend: Passend, register: Gemeenteregister) -> KruisLayout | None:
    for dimensie, naam in _KENMERKEND.items():
        if naam in passend and any(dimensie in (_deel(label, passend[naam][0], register) or {}) for label in labels):
            return passend[naam][0]
    return None


def _deel(label: str, layout: KruisLayout, register: Gemeenteregister) -> dict[str, str] | None:
    dimensies = tuple(d for d in layout.rijen if d != "gemeente")
    return classificeer(label.rstrip(" *:"), register, dimensies)


def _pas(labels: set[str], boven: set[str], layout: KruisLayout, register: Gemeenteregister) -> float:
    """Share of the labels that the kind knows; 0 when a dimension that it needs is not among them."""
    delen = [_deel(label, layout, register) for label in labels]
    gevonden = {d for deel in delen if deel for d in deel} | boven
    if boven - set(layout.rijen) or not set(layout.verplicht) - {"gemeente"} <= gevonden:
        return 0.0
    return max(sum(1 for deel in delen if deel) / max(len(delen), 1), 0.01)
