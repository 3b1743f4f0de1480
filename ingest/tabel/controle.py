"""What must hold for a flat table as a whole before its rows are read; doubt means a refusal with a reason."""

from __future__ import annotations

from ingest.begrippen import vorm
from ingest.bestanden.bestand import Blad
from ingest.cel import Afkeuring
from ingest.kruistabel.blokken import is_tabelrij
from ingest.kruistabel.eenheid import noemt_veelvoud
from ingest.layout import tabel_layouts
from ingest.tabel.kop import Kop, lees_kop
from ingest.waarden.getallen import Getal

_HOOGSTENS = 8


def weiger_tabel(blad: Blad, kop: Kop, noten: list[str]) -> Afkeuring | None:
    """The rejection of a whole table, when its columns can't be told apart or its amounts are not whole euros."""
    return _in_veelvoud(blad, kop, noten) or _dubbele_kolom(blad, kop) or _onbekende_onderkop(blad, kop)


def _keur_af(blad: Blad, kop: Kop, regel: str, waarde: str, reden: str, doe: str) -> Afkeuring:
    return Afkeuring(
        blad.naam, blad.nummers[kop.index], "", waarde, f"{reden} De hele tabel is overgeslagen.", doe, kop.teksten,
        kop.teksten, regel,
    )  # fmt: skip


def _in_veelvoud(blad: Blad, kop: Kop, noten: list[str]) -> Afkeuring | None:
    """Amounts in thousands or millions, whether a title, a header or a line of units says so."""
    if not any(kop.layout.kolom(n).eenheid == "euro" or n == "waarde" for n in kop.posities):
        return None
    rond = [c for rij in blad.rijen[: kop.index + 3] for c in rij if c and not isinstance(c, Getal)]
    tekst = next((t for t in [*noten, *kop.teksten, *rond, blad.naam or ""] if noemt_veelvoud(t)), None)
    if tekst is None:
        return None
    return _keur_af(
        blad, kop, "bedragen in duizenden", tekst, f"De bedragen staan volgens '{tekst}' niet in hele euro's.",
        "Reken de bedragen om naar hele euro's, pas de tekst aan en lever de tabel opnieuw aan.",
    )  # fmt: skip


def _dubbele_kolom(blad: Blad, kop: Kop) -> Afkeuring | None:
    """The same header twice with different contents: nobody can tell which column is meant."""
    for plek, ander in kop.dubbele():
        for rij in blad.rijen[kop.index + 1 :]:
            if (rij[plek] if plek < len(rij) else "") != (rij[ander] if ander < len(rij) else ""):
                waar = f"{blad.kolom(plek)} en {blad.kolom(ander)}"
                naam = kop.teksten[plek]
                return _keur_af(
                    blad, kop, "dubbele kolom", naam, f"Kolom '{naam}' staat er twee keer, met verschillende inhoud "
                    f"(kolom {waar}).", "Geef elke kolom een eigen naam, of zet elke tabel op een eigen blad.",
                )  # fmt: skip
    return None


def _onbekende_onderkop(blad: Blad, kop: Kop) -> Afkeuring | None:
    namen = {p: n for n, p in kop.posities.items()}
    for plek, tekst in kop.onder:
        if plek in namen:
            reden = f"Onder de kolomkop '{kop.teksten[plek]}' staat '{tekst}'; zo is niet duidelijk wat de kolom meet."
            return _keur_af(
                blad, kop, "onduidelijke kolomkop", tekst, reden, "Zet de hele naam van de kolom in één kopregel."
            )
    return None


def rijen_boven(blad: Blad, kop: Kop) -> list[Afkeuring]:
    """Rows with figures above the header: they stand in no table that is read."""
    return [
        Afkeuring(
            blad.naam, blad.nummers[i], "", " | ".join(c for c in rij if c)[:200],
            "Deze rij met cijfers staat boven de kopregel en hoort bij geen tabel die gelezen kan worden.",
            "Zet elke tabel op een eigen blad, met een kopregel erboven.", rij, [], "rij buiten de tabel",
        )
        for i, rij in enumerate(blad.rijen[: kop.index - kop.hoogte + 1])
        if is_tabelrij(rij, 2)
    ]  # fmt: skip


def meld_kop(blad: Blad, kop: Kop) -> list[str]:
    """Name the columns and the group titles that are not used."""
    meldingen = []
    if ongebruikt := kop.ongebruikt():
        meldingen.append(f"Niet gebruikt, want onbekend: kolom {_opsomming(ongebruikt)}.")
    los = [i for i, t in enumerate(kop.teksten) if not t and i not in kop.posities.values()]
    rijen = blad.rijen[kop.index + 1 :]
    letters = [blad.kolom(i) for i in los if any(i < len(r) and any(c.isdigit() for c in r[i]) for r in rijen)]
    if letters:
        meldingen.append(f"Niet gebruikt, want zonder kolomkop: kolom {', '.join(letters[:_HOOGSTENS])}.")
    if kop.boven:
        plek = f"Blad '{blad.naam}', rij" if blad.naam else "Rij"
        meldingen.append(
            f"{plek} {blad.nummers[kop.index - 1]}: boven de kolomkoppen staat ook {_opsomming(list(kop.boven))}; "
            "dat is niet gebruikt. Controleer of de cijfers hetzelfde betekenen."
        )
    return meldingen


def _opsomming(namen: list[str]) -> str:
    kort = [f"'{n[:60]}'" for n in namen[:_HOOGSTENS]]
    meer = f" en nog {len(namen) - _HOOGSTENS}" if len(namen) > _HOOGSTENS else ""
    return ", ".join(kort) + meer


def volgende_koppen(blad: Blad, kop: Kop) -> dict[int, Kop | None]:
    """Rows below the header that are a header too: the same again, of a next table, or (None) an unusable one."""
    woorden = {v for layout in tabel_layouts() for k in layout.kolommen for v in k.vormen}
    gevonden: dict[int, Kop | None] = {}
    for i in range(kop.index + 1, len(blad.rijen)):
        gevuld = [c for c in blad.rijen[i] if c]
        if len(gevuld) < 2 or any(isinstance(c, Getal) for c in gevuld):
            continue
        bekend = sum(1 for c in gevuld if not c[0].isdigit() and vorm(c) in woorden)
        if bekend < 2 or bekend * 2 <= len(gevuld):
            continue
        nieuw = lees_kop(blad, i, kop.layout)
        gevonden[i] = nieuw if nieuw.compleet else _ander(blad, i, kop)
    return gevonden


def _ander(blad: Blad, index: int, kop: Kop) -> Kop | None:
    """The header of another layout of the same source."""
    anders = [lees_kop(blad, index, layout) for layout in tabel_layouts() if layout.bron == kop.layout.bron]
    return next((k for k in anders if k.compleet), None)


def weiger_vervolg(blad: Blad, index: int) -> Afkeuring:
    """The rejection of a table that starts halfway the sheet and can't be used."""
    rij = blad.rijen[index]
    return Afkeuring(
        blad.naam, blad.nummers[index], "", " | ".join(c for c in rij if c)[:200],
        f"Vanaf rij {blad.nummers[index]} begint een andere tabel; die wordt niet herkend en is overgeslagen.",
        "Zet elke tabel op een eigen blad of in een eigen bestand.", rij, [], "tabel niet herkend",
    )  # fmt: skip
