"""Read delimited text: any usual encoding and delimiter, decided from the contents."""

from __future__ import annotations

import csv
from io import StringIO

from ingest.bestanden.bestand import Blad
from ingest.fouten import BestandFout

SCHEIDINGSTEKENS = (";", "\t", ",", "|")
_GEEN_TABEL = "Dit is geen tabel die gelezen kan worden. Lever het bestand aan als Excel (.xlsx), .ods of .csv."

_BESCHADIGDE_TEKENS = (
    "De tekens in dit bestand zijn beschadigd of onvolledig. Sla het opnieuw op als 'CSV UTF-8' en lees het dan in."
)


def decodeer(data: bytes) -> str:
    """Bytes to text: UTF-8 or UTF-16 with or without mark, else Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _probeer(data, "utf-16")
    if data.startswith(b"\xef\xbb\xbf"):
        return _probeer(data, "utf-8-sig")
    if b"\x00" in data[:4000]:
        oneven = data[1:4000:2].count(0)
        even = data[0:4000:2].count(0)
        if max(oneven, even) < len(data[:4000]) // 5:
            raise BestandFout(_GEEN_TABEL)
        return _probeer(data, "utf-16-le" if oneven > even else "utf-16-be")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _probeer(data: bytes, codering: str) -> str:
    try:
        return data.decode(codering)
    except UnicodeDecodeError:
        raise BestandFout(_BESCHADIGDE_TEKENS) from None


def lees_csv(data: bytes) -> list[Blad]:
    """Read delimited text as one sheet without a name; row numbers are line numbers in the file."""
    tekst = decodeer(data)
    begin = tekst[:20_000]
    vreemd = sum(1 for c in begin if ord(c) < 32 and c not in "\r\n\t\f")
    if vreemd > len(begin) // 200:
        raise BestandFout(_GEEN_TABEL)
    if "\x00" in tekst:
        raise BestandFout(_BESCHADIGDE_TEKENS)
    regels = tekst.splitlines()
    verschuiving = 0
    teken = None
    if regels and regels[0].lower().startswith("sep=") and len(regels[0]) >= 5:
        teken, verschuiving = regels[0][4], 1
        tekst = tekst.split("\n", 1)[1] if "\n" in tekst else ""
    teken = teken or _kies_scheidingsteken(regels)
    return [_ontleed(tekst, teken, verschuiving)]


def _ontleed(tekst: str, teken: str, verschuiving: int) -> Blad:
    """Split the text; an unclosed quote would swallow the rest of the file without a word, so that is refused."""
    blad, fout = _probeer_ontleden(tekst, teken, verschuiving, streng=True)
    if fout and "unexpected end" not in fout and "field limit" not in fout:
        blad, fout = _probeer_ontleden(tekst, teken, verschuiving, streng=False)
    if fout:
        regel = (blad.nummers[-1] + 1) if blad.nummers else verschuiving + 1
        raise BestandFout(
            f"Het bestand is vanaf ongeveer regel {regel} niet als tabel te lezen: er ontbreekt waarschijnlijk een "
            "aanhalingsteken. Herstel die regel en lees het bestand opnieuw in."
        )
    return blad


def _probeer_ontleden(tekst: str, teken: str, verschuiving: int, streng: bool) -> tuple[Blad, str | None]:
    """The sheet as far as it could be split, and the reason when it stopped."""
    lezer = csv.reader(StringIO(tekst, newline=""), delimiter=teken, strict=streng)
    blad = Blad(None, [], [])
    vorige = 0
    try:
        for rij in lezer:
            blad.rijen.append([cel.replace("\u00a0", " ").strip() for cel in rij])
            blad.nummers.append(vorige + 1 + verschuiving)
            vorige = lezer.line_num
    except csv.Error as fout:
        return blad, str(fout)
    return blad, None


def _kies_scheidingsteken(regels: list[str]) -> str:
    """The delimiter that splits most lines into the same number (>1) of columns."""
    proef = [r[:5_000] for r in regels[:200] if r.strip()][:50]

    def score(teken: str) -> tuple[int, int]:
        aantallen = [len(rij) for rij in csv.reader(proef, delimiter=teken)]
        meer = [n for n in aantallen if n > 1]
        if not meer:
            return (0, 0)
        gewoonst = max(set(meer), key=meer.count)
        return (meer.count(gewoonst), gewoonst)

    return max(SCHEIDINGSTEKENS, key=score)
