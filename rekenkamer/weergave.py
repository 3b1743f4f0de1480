"""What the command line shows: tables and sentences for people, JSON for machines."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from ingest.inlezen import Resultaat
    from rekenkamer.bouwen import Bouwuitslag
    from rekenkamer.publiceren import Snapshot

STATUS_WOORDEN = {
    "ingelezen": "ingelezen",
    "al_ingelezen": "was al ingelezen, niets veranderd",
    "deels": "deels ingelezen",
    "afgekeurd": "afgekeurd",
}
_mensen = Console(stderr=True, highlight=False)
_uitvoer = Console(highlight=False)


def melding(tekst: str) -> None:
    """One sentence for the person at the keyboard, on stderr."""
    _mensen.print(_zonder_stuurtekens(tekst), markup=False, soft_wrap=True)


def show_tabel(
    titel: str, kolommen: Sequence[str], rijen: Sequence[Mapping[str, Any]], heel: Sequence[str] = ()
) -> None:
    """A table on stdout; lists are joined with commas, the columns in `heel` keep their text on one line."""
    tabel = Table(title=titel, title_justify="left")
    for kolom in kolommen:
        tabel.add_column(kolom.replace("_", " "), overflow="fold", no_wrap=kolom in heel)
    for rij in rijen:
        tabel.add_row(*(Text(_zonder_stuurtekens(_als_tekst(rij.get(kolom)))) for kolom in kolommen))
    _uitvoer.print(tabel)


@contextmanager
def show_voortgang(titel: str) -> Iterator[Callable[[int, int, str], None]]:
    """A progress bar on stderr that is gone when the work is done; call it with (number, total, name)."""
    kolommen = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[naam]}"),
    )
    with Progress(*kolommen, console=_mensen, transient=True) as balk:
        taak = balk.add_task(titel, total=None, naam="")
        yield lambda nummer, totaal, naam: balk.update(
            taak, completed=nummer - 1, total=totaal, naam=escape(_zonder_stuurtekens(naam))
        )


def show_leveringen(resultaten: Sequence[Resultaat], als_json: bool) -> None:
    """Per delivery: recognised as, rows accepted, rows rejected, where the rejected rows are."""
    if als_json:
        print(json.dumps([_levering_json(r) for r in resultaten], ensure_ascii=False, indent=2))
        return
    rijen = [
        {
            "bestand": r.bestand,
            "herkend als": "\n".join(r.herkend_als),
            "uitkomst": STATUS_WOORDEN[r.status],
            "goed": r.rijen_goed,
            "afgekeurd": r.rijen_afgekeurd,
        }
        for r in resultaten
    ]
    show_tabel("Ingelezen leveringen", ("bestand", "herkend als", "uitkomst", "goed", "afgekeurd"), rijen)
    for r in resultaten:
        for tekst in r.meldingen:
            melding(f"{r.bestand}: {tekst}")
        if r.afgekeurd_pad is not None:
            melding(f"{r.bestand}: de afgekeurde rijen met de reden staan in {r.afgekeurd_pad}")
    if not resultaten:
        melding("Er zijn geen bestanden gevonden om te lezen.")


def show_bevindingen(rijen: Sequence[Mapping[str, Any]]) -> None:
    """One paragraph per finding, readable in a narrow window."""
    for rij in rijen:
        kop = " · ".join(_als_tekst(rij.get(k)) for k in ("gemeentenaam", "periode", "soort", "ernst") if rij.get(k))
        print(f"{_zonder_stuurtekens(kop)}\n  {_zonder_stuurtekens(_als_tekst(rij.get('toelichting')))}\n")
    print(f"{len(rijen)} bevindingen")


def show_bouwuitslag(uitslag: Bouwuitslag, snapshot: Snapshot | None, als_json: bool) -> None:
    """The snapshot id on stdout; what failed or needs attention on stderr."""
    if als_json:
        inhoud = {
            "gelukt": snapshot is not None,
            "snapshot_id": snapshot.snapshot_id if snapshot else None,
            "pad": str(snapshot.pad) if snapshot else None,
            "fouten": uitslag.fouten,
            "waarschuwingen": uitslag.waarschuwingen,
        }
        print(json.dumps(inhoud, ensure_ascii=False, indent=2))
    for tekst in uitslag.waarschuwingen:
        melding(f"Let op: {tekst}")
    if snapshot is None:
        melding("Het bouwen is niet gelukt; er is niets gepubliceerd. De vorige snapshot blijft staan.")
        for tekst in uitslag.fouten:
            melding(f"- {tekst}")
        melding(f"Het volledige verslag van de bouw staat in {uitslag.logboek_pad}")
    else:
        melding(f"Magazijn gebouwd en gecontroleerd in {uitslag.stappen_aantal} stappen. Snapshot:")
        if not als_json:
            print(snapshot.snapshot_id)


def _levering_json(r: Resultaat) -> dict[str, Any]:
    return {
        "bestand": r.bestand,
        "levering_id": r.levering_id,
        "herkend_als": list(r.herkend_als),
        "status": r.status,
        "rijen_goed": r.rijen_goed,
        "rijen_afgekeurd": r.rijen_afgekeurd,
        "afgekeurd_pad": str(r.afgekeurd_pad) if r.afgekeurd_pad else None,
        "meldingen": list(r.meldingen),
    }


def _zonder_stuurtekens(tekst: str) -> str:
    """What a file holds may not steer the terminal: control characters and invisible direction marks go."""
    return "".join(c for c in tekst if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf"))


def _als_tekst(waarde: Any) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, (list, tuple)):
        return ", ".join(map(str, waarde))
    return str(waarde)
