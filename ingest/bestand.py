"""Open a delivered file: whatever its format, it becomes sheets of printed cells."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from ingest.begrippen import vorm
from ingest.bsn import mask_bsn, mask_tekst
from ingest.fouten import BestandFout

MAX_BYTES = 100 * 1024 * 1024
MAX_UITGEPAKT = 600 * 1024 * 1024
FORMATEN = ".csv .txt .tsv .xlsx .xlsm .xls .ods"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_VERSLEUTELD_OLE = "EncryptedPackage".encode("utf-16-le")
BESCHADIGD = (
    "Dit bestand is beschadigd of onvolledig overgekomen. Open het in Excel, sla het opnieuw op en lees het dan in."
)
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
_HULP = "Lever het bestand aan als Excel (.xlsx), .ods of .csv."


@dataclass
class Blad:
    """One sheet. `rijen` are the prints, `nummers` the 1-based row in the file, `bsn_rijen` rows that were masked.

    `prive` gives the columns with names, birthdays or personal numbers: 0-based column -> 1-based row of the heading.
    """

    naam: str | None
    rijen: list[list[str]]
    nummers: list[int]
    bsn_rijen: set[int] = field(default_factory=set)
    prive: dict[int, int] = field(default_factory=dict)

    def rechthoek(self) -> Blad:
        """The same sheet with every row as wide as the widest; lines of a CSV may be shorter."""
        breedte = max((len(rij) for rij in self.rijen), default=0)
        rijen = [rij + [""] * (breedte - len(rij)) for rij in self.rijen]
        return Blad(self.naam, rijen, self.nummers, self.bsn_rijen, self.prive)

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
        if grootte > MAX_BYTES:
            raise BestandFout(
                f"Dit bestand is {grootte // 2**20} MB; er kan hoogstens {MAX_BYTES // 2**20} MB tegelijk worden "
                "gelezen. Splits het in delen, bijvoorbeeld per jaar."
            )
        inhoud = pad.read_bytes()
    except BestandFout:
        raise
    except OSError:
        raise BestandFout(
            "Dit bestand kan niet worden geopend. Controleer of het nog bestaat, of u er rechten op heeft en of het "
            "niet in een ander programma open staat."
        ) from None
    if not inhoud.strip():
        raise BestandFout("Dit bestand is leeg. Vraag de leverancier om het opnieuw te sturen.")
    return inhoud


def sha256(inhoud: bytes) -> str:
    """The identity of a delivery: the hash of its bytes."""
    return hashlib.sha256(inhoud).hexdigest()


def open_bestand(pad: Path, inhoud: bytes | None = None) -> Bestand:
    """Open a file by its contents, not by its suffix; raises BestandFout with a Dutch explanation."""
    data = lees_bytes(pad) if inhoud is None else inhoud
    formaat, lezer = _kies_lezer(data)
    bladen = lezer(data)
    if not any(cel.strip() for blad in bladen for rij in blad.rijen for cel in rij):
        raise BestandFout(
            "In dit bestand staat geen enkele gevulde cel. Vraag de leverancier om het opnieuw te sturen."
        )
    for blad in bladen:
        _maskeer(blad)
        blad.naam = None if blad.naam is None else mask_tekst(blad.naam)
    return Bestand(pad, mask_tekst(pad.name), sha256(data), formaat, bladen)


def _kies_lezer(data: bytes) -> tuple[str, Callable[[bytes], list[Blad]]]:
    from ingest.csv_bestand import lees_csv
    from ingest.werkboek import lees_werkboek

    if data.startswith(b"%PDF"):
        raise BestandFout(f"Dit is een PDF; daaruit worden geen tabellen gelezen. {_HULP}")
    if data.startswith(_OLE):
        if _VERSLEUTELD_OLE in data:
            raise BestandFout(
                "Dit bestand is met een wachtwoord beveiligd. Haal het wachtwoord eraf en lees het opnieuw in."
            )
        return "xls", lees_werkboek
    if data.startswith(b"PK"):
        return _kies_zip(data), lees_werkboek
    return "csv", lees_csv


def _kies_zip(data: bytes) -> str:
    """XLSX and ODS are zip archives; look inside before anything is unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archief:
            namen = set(archief.namelist())
            if sum(i.file_size for i in archief.infolist()) > MAX_UITGEPAKT:
                raise BestandFout("Dit bestand is uitgepakt te groot om te lezen. Splits het in delen.")
            if "mimetype" in namen and b"opendocument" in archief.read("mimetype"):
                manifest = archief.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in namen else b""
                if b"encryption-data" in manifest:
                    raise BestandFout(
                        "Dit bestand is met een wachtwoord beveiligd. Haal het wachtwoord eraf en lees het opnieuw in."
                    )
                return "ods"
    except BestandFout:
        raise
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, KeyError, EOFError):
        raise BestandFout(BESCHADIGD) from None
    if any(n.startswith("xl/") for n in namen):
        return "xlsx"
    raise BestandFout(f"Dit is een zipbestand en geen werkboek. Pak het eerst uit. {_HULP}")


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
