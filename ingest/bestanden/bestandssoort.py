"""What kind of file was delivered, from its first bytes; what can't be a table is refused by name."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO

from ingest.bestanden.omvang import max_uitgepakt
from ingest.fouten import BestandFout

BESCHADIGD = (
    "Dit bestand is beschadigd of onvolledig overgekomen. Open het in Excel, sla het opnieuw op en lees het dan in."
)
WACHTWOORD = "Dit bestand is met een wachtwoord beveiligd. Haal het wachtwoord eraf en lees het opnieuw in."
_HULP = "Lever het bestand aan als Excel (.xlsx), .ods of .csv."
_OPSLAAN = "Open het in Excel, kies Opslaan als en dan Excel-werkmap (.xlsx), en lees dat bestand in."
_TE_GROOT = "Dit bestand is uitgepakt te groot om te lezen. Splits het in delen."
_KLEIN = 50 * 1024 * 1024
_DICHTST = 300  # no sheet that people fill packs tighter than this
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_VERSLEUTELD_OLE = "EncryptedPackage".encode("utf-16-le")
_BEGIN = {
    b"%PDF": f"Dit is een PDF; daaruit worden geen tabellen gelezen. {_HULP}",
    b"\x89PNG": f"Dit is een afbeelding; daaruit worden geen tabellen gelezen. {_HULP}",
    b"\xff\xd8\xff": f"Dit is een afbeelding; daaruit worden geen tabellen gelezen. {_HULP}",
    b"GIF8": f"Dit is een afbeelding; daaruit worden geen tabellen gelezen. {_HULP}",
    b"{\\rtf": f"Dit is een tekstdocument; daaruit worden geen tabellen gelezen. {_HULP}",
    b"\x1f\x8b": f"Dit bestand is ingepakt. Pak het eerst uit. {_HULP}",
    b"7z\xbc\xaf": f"Dit bestand is ingepakt. Pak het eerst uit. {_HULP}",
    b"Rar!": f"Dit bestand is ingepakt. Pak het eerst uit. {_HULP}",
    b"MIME-Version:": f"Dit is een webpagina en geen werkboek. {_OPSLAAN}",
}
_WEBPAGINA = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|div|style)\b", re.I | re.S
)
_XML = re.compile(rb"\s*<\?xml\b|\s*<(?:Workbook|ss:Workbook)\b")
_ENTITEIT = re.compile(rb"<!(?:ENTITY|DOCTYPE)", re.IGNORECASE)


def bepaal_soort(data: bytes) -> str:
    """`xls`, `xlsx`, `ods` or `csv`; raises BestandFout in Dutch for everything that is no table."""
    for begin, uitleg in _BEGIN.items():
        if data.startswith(begin):
            raise BestandFout(uitleg)
    if data.startswith(_OLE):
        if _VERSLEUTELD_OLE in data:
            raise BestandFout(WACHTWOORD)
        return "xls"
    if data.startswith(b"PK"):
        return _bepaal_zip(data)
    _weiger_opmaaktaal(data[:4000].lstrip(b"\xef\xbb\xbf"))
    return "csv"


def _weiger_opmaaktaal(begin: bytes) -> None:
    """Web pages and XML that carry the name of a table."""
    if begin.startswith((b"\xff\xfe", b"\xfe\xff")):
        begin = begin[2:].replace(b"\x00", b"")
    if _WEBPAGINA.match(begin):
        raise BestandFout(f"Dit is een webpagina en geen werkboek, ook al zegt de naam iets anders. {_OPSLAAN}")
    if _XML.match(begin):
        if re.search(rb"<html\b", begin, re.I):
            raise BestandFout(f"Dit is een webpagina en geen werkboek, ook al zegt de naam iets anders. {_OPSLAAN}")
        raise BestandFout(f"Dit is een XML-bestand; daaruit worden geen tabellen gelezen. {_OPSLAAN}")


def _bepaal_zip(data: bytes) -> str:
    """XLSX and ODS are zip archives; look inside before anything is unpacked for good."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archief:
            namen = set(archief.namelist())
            _controleer_inhoud(archief)
            if "mimetype" in namen and b"opendocument.spreadsheet" in archief.read("mimetype"):
                manifest = archief.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in namen else b""
                if b"encryption-data" in manifest:
                    raise BestandFout(WACHTWOORD)
                return "ods"
    except BestandFout:
        raise
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, KeyError, EOFError, NotImplementedError):
        raise BestandFout(BESCHADIGD) from None
    if any(n.startswith("xl/") for n in namen):
        return "xlsx"
    if any(n.startswith(("word/", "ppt/")) for n in namen) or "mimetype" in namen:
        raise BestandFout(f"Dit is een tekstdocument of presentatie en geen werkboek. {_HULP}")
    raise BestandFout(f"Dit is een zipbestand en geen werkboek. Pak het eerst uit. {_HULP}")


def _controleer_inhoud(archief: zipfile.ZipFile) -> None:
    """Refuse bombs: too large, larger than the archive says, or XML that defines words of its own."""
    uitgepakt = sum(i.file_size for i in archief.infolist())
    ingepakt = sum(i.compress_size for i in archief.infolist())
    if uitgepakt > max_uitgepakt() or uitgepakt > max(_KLEIN, _DICHTST * ingepakt):
        raise BestandFout(_TE_GROOT)
    for deel in archief.infolist():
        if deel.flag_bits & 1:
            raise BestandFout(WACHTWOORD)
        if not deel.filename.endswith((".xml", ".rels", ".bin")):
            continue
        with archief.open(deel) as stroom:
            begin = stroom.read(65_536)
            if deel.filename.endswith(".xml") and _ENTITEIT.search(begin):
                raise BestandFout(BESCHADIGD)
            while stroom.read(1 << 20):  # to the end: the checksum tells whether the stated size is true
                pass
