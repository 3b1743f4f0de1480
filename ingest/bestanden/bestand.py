"""Open a delivered file: whatever its format, it becomes sheets of printed cells."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from ingest.begrippen import vorm
from ingest.bestanden.bestandssoort import bepaal_soort
from ingest.bestanden.omvang import max_bytes, max_mb
from ingest.fouten import BestandFout
from ingest.privacy.bsn import mask_bsn, mask_tekst

# characters that nobody sees: zero-width, direction and soft hyphen; spaces that are not the plain one; control codes
_ONZICHTBAAR = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
_SPATIE = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_BSN_KOPPEN = frozenset(
    [
        "bsn",
        "burgerservicenummer",
        "burgerservicenr",
        "bsn nummer",
        "bsn nr",
        "bsnnummer",
        "bsnnr",
        "sofinummer",
        "sofi nummer",
    ]
)
_PRIVE_KOPPEN = frozenset(
    ["v nummer", "vnummer", "v nr", "naam", "achternaam", "voornaam", "voornamen", "voorletters", "naam inburgeraar",
     "volledige naam", "geboortedatum"]
)  # fmt: skip


@dataclass
class Blad:
    """One sheet. `rijen` are the prints, `nummers` the 1-based row in the file, `bsn_rijen` rows that were masked.

    `prive` gives the columns with names, birthdays or personal numbers: 0-based column -> 1-based row of the heading.
    `samengevoegd` are merged cells as 0-based (row, column, last row, last column); `meldingen` what the file itself
    gave reason to say, such as hidden rows.
    """

    naam: str | None
    rijen: list[list[str]]
    nummers: list[int]
    bsn_rijen: set[int] = field(default_factory=set)
    prive: dict[int, int] = field(default_factory=dict)
    samengevoegd: list[tuple[int, int, int, int]] = field(default_factory=list)
    meldingen: list[str] = field(default_factory=list)

    def rechthoek(self) -> Blad:
        """The same sheet with every row as wide as the widest; lines of a CSV may be shorter."""
        breedte = max((len(rij) for rij in self.rijen), default=0)
        rijen = [rij + [""] * (breedte - len(rij)) for rij in self.rijen]
        return replace(self, rijen=rijen)

    def kolom(self, index: int) -> str:
        """The spreadsheet letter of a 0-based column."""
        letters = ""
        index += 1
        while index:
            index, rest = divmod(index - 1, 26)
            letters = chr(65 + rest) + letters
        return letters


@dataclass
class Bestand:
    """A file that could be opened."""

    pad: Path
    naam: str
    levering_id: str
    formaat: str
    bladen: list[Blad]


def lees_bytes(pad: Path) -> bytes:
    """Read the file, refusing what can't be a delivery; raises BestandFout in Dutch."""
    try:
        grootte = pad.stat().st_size
        if grootte > max_bytes():
            raise BestandFout(
                f"Dit bestand is {grootte // 2**20} MB; er kan hoogstens {max_mb()} MB tegelijk worden gelezen. Splits "
                "het in delen, bijvoorbeeld per jaar, of geef met REKENKAMER_MAX_MB een hogere grens op."
            )
        inhoud = pad.read_bytes()
    except BestandFout:
        raise
    except OSError:
        raise BestandFout(
            "Dit bestand kan niet worden geopend. Controleer of het nog bestaat, of u er rechten op heeft en of het "
            "niet in een ander programma open staat."
        ) from None
    if not inhoud[:4096].strip() and not inhoud.strip():
        raise BestandFout("Dit bestand is leeg. Vraag de leverancier om het opnieuw te sturen.")
    return inhoud


def sha256(inhoud: bytes) -> str:
    """The identity of a delivery: the hash of its bytes."""
    return hashlib.sha256(inhoud).hexdigest()


def open_bestand(pad: Path, inhoud: bytes | None = None, zonder: frozenset[str] = frozenset()) -> Bestand:
    """Open a file by its contents, not by its suffix; raises BestandFout with a Dutch explanation.

    `zonder`: sheets that are read elsewhere.
    """
    data = lees_bytes(pad) if inhoud is None else inhoud
    formaat, lezer = _kies_lezer(data)
    bladen = [blad for blad in lezer(data) if blad.naam not in zonder]
    if not zonder and not any(cel.strip() for blad in bladen for rij in blad.rijen for cel in rij):
        verborgen = [mask_tekst(m) for blad in bladen for m in blad.meldingen]
        raise BestandFout(
            " ".join(verborgen)
            or "In dit bestand staat geen enkele gevulde cel. Vraag de leverancier om het opnieuw te sturen."
        )
    for blad in bladen:
        _schoon_op(blad)
        _maskeer(blad)
        blad.naam = None if blad.naam is None else mask_tekst(blad.naam)
        blad.meldingen = [mask_tekst(m) for m in blad.meldingen]
    return Bestand(pad, mask_tekst(pad.name), sha256(data), formaat, bladen)


def _kies_lezer(data: bytes) -> tuple[str, Callable[[bytes], list[Blad]]]:
    from ingest.bestanden.csv_bestand import lees_csv
    from ingest.bestanden.werkboek import lees_werkboek

    soort = bepaal_soort(data)
    return soort, lees_csv if soort == "csv" else lees_werkboek


def maak_zichtbaar(tekst: str) -> str:
    """A print without characters that nobody sees, with plain spaces and plain digits; numbers stay as they are."""
    if tekst.isascii() and tekst.isprintable():
        return tekst
    schoon = _SPATIE.sub(" ", _ONZICHTBAAR.sub("", tekst))
    return "".join(str(unicodedata.digit(c)) if c.isdecimal() and not c.isascii() else c for c in schoon).strip()


def _schoon_op(blad: Blad) -> None:
    """Make every print visible and drop the empty rows at the end; before masking, so that no number can hide."""
    for rij in blad.rijen:
        for k, tekst in enumerate(rij):
            if tekst and type(tekst) is str:
                rij[k] = maak_zichtbaar(tekst)
    while blad.rijen and not any(blad.rijen[-1]):
        blad.rijen.pop()
        blad.nummers.pop()


def _maskeer(blad: Blad) -> None:
    """Mask every BSN in place, and whole columns whose heading says BSN."""
    bsn_kolommen: set[int] = set()
    for rij, nummer in zip(blad.rijen, blad.nummers, strict=True):
        for k, tekst in enumerate(rij):
            if not tekst:
                continue
            if k in bsn_kolommen and any(c.isdigit() for c in tekst):
                rij[k] = "█████████"
                blad.bsn_rijen.add(nummer)
                continue
            kop = vorm(tekst)
            if kop in _BSN_KOPPEN:
                bsn_kolommen.add(k)
            if kop in _BSN_KOPPEN or kop in _PRIVE_KOPPEN:
                blad.prive.setdefault(k, nummer)
            masker = mask_bsn(tekst)
            if masker != tekst:
                rij[k] = masker
                blad.bsn_rijen.add(nummer)
