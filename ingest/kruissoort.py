"""What a municipal crosstab is about: from the words around it and from the labels inside it."""

from __future__ import annotations

from ingest.begrippen import classificeer, vorm
from ingest.bestand import Blad
from ingest.gemeenten import Gemeenteregister
from ingest.kruiskop import Blok
from ingest.layout import KruisLayout, kruis_layouts

# a label of this dimension gives the subject away when no title does
_KENMERKEND = {"leeftijdsgroep": "gemeente_instroom", "post": "gemeente_lasten", "leerroute": "gemeente_leerroutes"}


def herken_blok(blad: Blad, blok: Blok, register: Gemeenteregister) -> KruisLayout | None:
    """The kind whose labels fit and whose words stand most prominently; None when nothing fits."""
    labels = _labels(blad, blok)
    boven = {d for kolom in blok.kolommen for d, _ in kolom.boven}
    passend = {k.naam: (k, pas) for k in kruis_layouts() if (pas := _pas(labels, boven, k, register)) > 0}
    gewogen = [(_gewicht(blad, blok, k), pas, k) for k, pas in passend.values()]
    genoemd = [(g, pas, k) for g, pas, k in gewogen if g > 0]
    if genoemd:
        return max(genoemd, key=lambda x: (x[0], x[1]))[2]
    for dimensie, naam in _KENMERKEND.items():
        if naam in passend and any(dimensie in (_deel(label, passend[naam][0], register) or {}) for label in labels):
            return passend[naam][0]
    return None


def _labels(blad: Blad, blok: Blok) -> set[str]:
    return {c for rij in blad.rijen[blok.begin : blok.einde] for c in rij[: blok.labels] if c}


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


def _gewicht(blad: Blad, blok: Blok, layout: KruisLayout) -> int:
    """How prominently the kind is named: at the start of the title or sheet name, or somewhere in them."""
    dichtbij = list(reversed(blok.titels))
    kop = blad.rijen[blok.kop][: blok.labels + 1]
    teksten = [(t, max(4 - n, 1)) for n, t in enumerate(dichtbij)] + [(blad.naam or "", 4)] + [(t, 1) for t in kop if t]
    punten = 0
    for tekst, nabij in teksten:
        gevormd = f" {vorm(tekst)} "
        treffers = [vorm(w) for w in layout.herken if f" {vorm(w)} " in gevormd]
        if treffers:
            langste = max(treffers, key=len)
            vooraan = gevormd.startswith(f" {langste} ")
            punten += (10 if vooraan else 2) * nabij + len(langste.split())
    return punten
