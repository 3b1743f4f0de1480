"""Write rejected rows to a workbook that the deliverer can work from, and say in a few sentences what is wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ingest.cel import Afkeuring, kolomplek
from ingest.privacy.bsn import mask_tekst

MAX_RIJEN = 20_000
_MAX_KOLOMMEN = 200
_KOPPEN = ("bestand", "blad", "rij", "kolom", "waarde", "regel", "reden", "wat te doen")
_BREEDTES = (34, 22, 8, 14, 24, 22, 70, 60)
_VAST = len(_KOPPEN)
_ONGESCHIKT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')


def schrijf_afgekeurd(map_: Path, bestand: str, levering_id: str, afkeuringen: list[Afkeuring]) -> Path:
    """Write the rejected rows with reason, plus the original row; every value is text, so nothing becomes a formula.

    The cell that a rejection is about has a colour. At most MAX_RIJEN rows; a last line says how many more there are.
    """
    import xlsxwriter

    map_.mkdir(parents=True, exist_ok=True)
    pad = map_ / f"{veilige_naam(bestand)}.{levering_id[:8]}.xlsx"
    getoond = afkeuringen[:MAX_RIJEN]
    breedte = min(max((len(a.origineel) for a in getoond), default=0), _MAX_KOLOMMEN)
    opties = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(pad), opties) as boek:
        blad = boek.add_worksheet("Afgekeurde rijen")
        kop = boek.add_format({"bold": True, "bg_color": "#E3EEF3", "border": 1, "text_wrap": True, "valign": "top"})
        tekst = boek.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        fout = boek.add_format({"text_wrap": True, "valign": "top", "num_format": "@", "bg_color": "#F8D7A8"})
        koppen = [*_KOPPEN, *(_kop(i, getoond) for i in range(breedte))]
        for k, naam in enumerate(koppen):
            _schrijf(blad, 0, k, naam, kop)
        for k, maat in enumerate(_BREEDTES):
            blad.set_column(k, k, maat)
        for r, a in enumerate(getoond, 1):
            for k, waarde in enumerate([*_vast(bestand, a), *a.origineel[:breedte]]):
                _schrijf(blad, r, k, waarde, fout if k - _VAST == kolomplek(a) else tekst)
        blad.freeze_panes(1, 0)
        blad.autofilter(0, 0, len(getoond), len(koppen) - 1)
        if len(afkeuringen) > MAX_RIJEN:
            rest = f"Er zijn nog {len(afkeuringen) - MAX_RIJEN} afkeuringen; die staan niet in dit bestand."
            _schrijf(blad, len(getoond) + 1, 0, rest, tekst)
    return pad


def _vast(bestand: str, a: Afkeuring) -> list[str]:
    rij = "" if a.rij is None else str(a.rij)
    return [bestand, a.blad or "", rij, a.kolom, a.waarde, a.regel, a.reden, a.doe]


def _schrijf(blad: Any, rij: int, kolom: int, waarde: str, opmaak: Any) -> None:
    """Text, whatever it looks like: `=1+1` stays `=1+1`."""
    tekst = mask_tekst(str(waarde))[:32_000]
    if tekst:
        blad.write_string(rij, kolom, tekst, opmaak)
    else:
        blad.write_blank(rij, kolom, None, opmaak)


def veilige_naam(bestand: str) -> str:
    """A file name without folders, without characters that a system can't store, and not too long."""
    naam = _ONGESCHIKT.sub("_", bestand).strip(" .")
    while len(naam.encode()) > 150:
        naam = naam[:-1]
    return naam or "bestand"


def _kop(index: int, afkeuringen: list[Afkeuring]) -> str:
    """The heading of one column of original rows, with the delivered header when all these rows have the same."""
    namen = {a.koppen[index] if index < len(a.koppen) else "" for a in afkeuringen if index < len(a.origineel)}
    naam = namen.pop().replace("\n", " ").strip() if len(namen) == 1 else ""
    return f"oorspronkelijke kolom {index + 1}" + (f": {mask_tekst(naam)}" if naam else "")


def vat_samen(afkeuringen: Sequence[Afkeuring], hoogstens: int = 3, totaal: int | None = None) -> list[str]:
    """Why rows were refused, in a few Dutch sentences: the most frequent reasons first, with the places.

    totaal: how many rows were refused, when `afkeuringen` only has the first of them.
    """
    groepen: dict[tuple[str, str | None, str], list[Afkeuring]] = {}
    for a in afkeuringen:
        groepen.setdefault((a.regel or _kern(a), a.blad, a.kolom), []).append(a)
    volgorde = sorted(groepen.values(), key=len, reverse=True)
    meer = totaal is not None and totaal > len({a.plek() for a in afkeuringen})
    zinnen = [_zin(groep, totaal if meer else None, len(volgorde) == 1) for groep in volgorde[:hoogstens]]
    if rest := sum(len({a.plek() for a in groep}) for groep in volgorde[hoogstens:]):
        wat = f"{rest} afkeuring" if rest == 1 else f"{rest} afkeuringen"
        zinnen.append(f"En nog {'ten minste ' if meer else ''}{wat} om andere redenen.")
    return zinnen


def _kern(a: Afkeuring) -> str:
    """A reason without what is particular to one row, so that equal ones can be counted together."""
    return re.sub(r"'[^']*'|\d+", "", a.reden)


def _zin(groep: list[Afkeuring], totaal: int | None, enig: bool) -> str:
    """`3 rijen afgekeurd: '31-02-2023' is geen datum (blad 'Q1', kolom D, rij 5, 9, 12).`"""
    eerste = groep[0]
    rijen = list(dict.fromkeys(a.rij for a in groep if a.rij is not None))
    reden = mask_tekst(eerste.reden.rstrip("."))
    reden = reden if len(reden) <= 240 else reden[:239] + "…"
    if not rijen:
        return f"{reden}."
    aantal = "1 rij" if len(rijen) == 1 else f"{len(rijen)} rijen"
    if totaal is not None:  # more were refused than are listed
        aantal = f"{totaal} rijen" if enig else f"Ten minste {aantal}"
    verschil = len({a.waarde for a in groep}) > 1
    plek = [f"blad '{mask_tekst(eerste.blad)}'"] if eerste.blad else []
    plek += [f"kolom {_kolomtekst(eerste)}"] if eerste.kolom else []
    nog = (totaal if totaal is not None and enig else len(rijen)) - 6
    plek.append(f"rij {', '.join(map(str, rijen[:6]))}" + (f" en nog {nog}" if nog > 0 else ""))
    return f"{aantal} afgekeurd: {'onder meer ' if verschil else ''}{reden} ({', '.join(plek)})."


def _kolomtekst(a: Afkeuring) -> str:
    kort = a.kolom.replace("\n", " ")[:60]
    return kort if re.fullmatch(r"[A-Z]{1,3}", kort) else f"'{kort}'"
