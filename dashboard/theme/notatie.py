"""Dutch notation, fixed: it never follows the locale of the browser or the machine."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

MIN = "−"
VAST = "\N{NO-BREAK SPACE}"
AANEEN = "\N{WORD JOINER}"
NIET_BEKEND = "nog niet bekend"
Getal = int | float | Decimal
MAANDEN = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
STATUSWOORDEN = {
    "onderdrukt": "te klein om te tonen",
    "pm": "p.m. (nog geen bedrag)",
    "niet_geleverd": "niet geleverd",
    "niet_van_toepassing": "niet van toepassing",
    "onleesbaar": "niet leesbaar in de bron",
    "streepje": "–",
}


def getal(waarde: Getal | None, decimalen: int = 0) -> str:
    """1234567.891 with two decimals becomes `1.234.567,89`; below zero gets a real minus sign."""
    if waarde is None:
        return NIET_BEKEND
    stap = Decimal(1).scaleb(-decimalen)
    rond = Decimal(str(waarde)).quantize(stap, rounding=ROUND_HALF_UP)
    tekst = f"{abs(rond):,.{decimalen}f}".translate(str.maketrans(",.", ".,"))
    return f"{MIN}{tekst}" if rond < 0 else tekst


def verschil(waarde: Getal | None, decimalen: int = 0) -> str:
    """A difference always shows its direction: `+3`, `−12` or `0`."""
    tekst = getal(waarde, decimalen)
    return f"+{tekst}" if waarde is not None and waarde > 0 else tekst


def procent(waarde: Getal | None, decimalen: int = 1) -> str:
    """51.28 becomes `51,3%`; in a sentence call it with no decimals."""
    return NIET_BEKEND if waarde is None else f"{getal(waarde, decimalen)}%"


def euro(waarde: Getal | None, decimalen: int = 0) -> str:
    """An amount for a table: `€ 2.083.236`."""
    if waarde is None:
        return NIET_BEKEND
    teken = MIN if waarde < 0 else ""
    return f"{teken}€{VAST}{getal(abs(Decimal(str(waarde))), decimalen)}"


def euro_verschil(waarde: Getal | None) -> str:
    """A difference in euros with its direction: `+€ 27.016`."""
    plus = "+" if waarde is not None and waarde > 0 else ""
    return plus + euro(waarde).replace("€", f"{AANEEN}€")


def euro_zin(waarde: Getal | None) -> str:
    """An amount for a sentence: `€ 1,9 miljoen`, `€ 27.000`, `€ 850`."""
    if waarde is None:
        return NIET_BEKEND
    bedrag = abs(Decimal(str(waarde)))
    teken = MIN if waarde < 0 else ""
    if bedrag >= 999_500:
        return f"{teken}€ {getal(bedrag / 1_000_000, 1)} miljoen"
    if bedrag >= 1_000:
        return f"{teken}€ {getal(bedrag / 1_000)}.000"
    return f"{teken}€ {getal(bedrag)}"


def datum_kort(dag: date | datetime | None) -> str:
    """For tables: `31-12-2024`."""
    return NIET_BEKEND if dag is None else f"{dag.day:02d}-{dag.month:02d}-{dag.year}"


def datum_lang(dag: date | datetime | None) -> str:
    """For sentences: `31 december 2024`."""
    return NIET_BEKEND if dag is None else f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def maand_jaar(dag: date | datetime | None) -> str:
    """For a period: `oktober 2024`."""
    return NIET_BEKEND if dag is None else f"{MAANDEN[dag.month - 1]} {dag.year}"


def aantal_met(waarde: int, enkelvoud: str, meervoud: str) -> str:
    """`1 mens`, `2 mensen`, `geen mensen`."""
    if waarde == 0:
        return f"geen {meervoud}"
    return f"{getal(waarde)} {enkelvoud if abs(waarde) == 1 else meervoud}"


def deel_zin(aantal: int, noemer: int | None, enkelvoud: str, meervoud: str) -> str:
    """For a sentence: `18 van de 52 mensen`, `geen van de 52 mensen`, `de enige mens`; or only the count."""
    if noemer is None or noemer <= 0 or aantal > noemer:
        return aantal_met(aantal, enkelvoud, meervoud)
    if noemer == 1:
        return f"{'de' if aantal else 'niet de'} enige {enkelvoud}"
    return f"{'geen' if aantal == 0 else getal(aantal)} van de {getal(noemer)} {meervoud}"


def opsomming(delen: list[str]) -> str:
    """`A`, `A en B`, `A, B en C`."""
    if len(delen) < 2:
        return "".join(delen)
    return f"{', '.join(delen[:-1])} en {delen[-1]}"


def jaren_zin(jaren: Sequence[int]) -> str:
    """`2025`, `2025 en 2026`, `2022 tot en met 2025`; years with a gap between them one by one."""
    los = sorted(set(jaren))
    if len(los) > 2 and los[-1] - los[0] == len(los) - 1:
        return f"{los[0]} tot en met {los[-1]}"
    return opsomming([str(jaar) for jaar in los])


def waarde_of_woord(waarde: Getal | None, status: str | None, decimalen: int = 0) -> str:
    """The number, or the word that says why there is none. Never an empty cell."""
    if status == "ondergrens" and waarde is not None:
        return f"{getal(waarde, decimalen)} of meer"
    if waarde is not None:
        return getal(waarde, decimalen)
    return STATUSWOORDEN.get(status or "", NIET_BEKEND)


def hele_getal(waarde: Getal | None) -> str:
    """A number with only the decimals it has: `280` and `69,7`."""
    if waarde is None:
        return NIET_BEKEND
    exact = Decimal(str(waarde)).normalize()
    return getal(exact, max(0, -int(exact.as_tuple().exponent)))


def datum_uit_tekst(iso: str | None) -> str:
    """`2024-10-31` or `2026-11-22T10:00:00` becomes `31 oktober 2024`; anything else stays as it is."""
    try:
        return datum_lang(datetime.fromisoformat(iso or ""))
    except ValueError:
        return iso or NIET_BEKEND


def deel_van(aantal: Getal | None, noemer: Getal | None, pct: Getal | None, decimalen: int = 1) -> str:
    """`20 van 39 (51,3%)`; says so when the base or the count was not delivered."""
    if aantal is None:
        return "niet geleverd"
    if noemer is None:
        return f"{getal(aantal)} (totaal niet geleverd)"
    aandeel = "" if pct is None else f" ({procent(pct, decimalen)})"
    return f"{getal(aantal)} van {getal(noemer)}{aandeel}"


def aaneengesloten(nummers: list[str]) -> str:
    """Numbers without gaps become a range: `3.2`, `3.3` and `3.4` become `3.2–3.4`; names stay names."""
    los = sorted(set(nummers), key=lambda n: (not _volgorde(n)[0], _volgorde(n)))
    reeksen: list[list[str]] = []
    for nummer in los:
        vorige = _volgorde(reeksen[-1][-1]) if reeksen else None
        deze = _volgorde(nummer)
        if vorige and vorige[0] and deze[0] and vorige[0][:-1] == deze[0][:-1] and vorige[0][-1] + 1 == deze[0][-1]:
            reeksen[-1].append(nummer)
        else:
            reeksen.append([nummer])
    return ", ".join(r[0] if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in reeksen)


def _volgorde(nummer: str) -> tuple[tuple[int, ...], str]:
    delen = nummer.split(".")
    return (tuple(map(int, delen)), "") if all(d.isdigit() for d in delen) else ((), nummer)


def hoofdletter(tekst: str) -> str:
    """Only the first letter changes: `de vier gemeenten` becomes `De vier gemeenten`."""
    return tekst[:1].upper() + tekst[1:]
