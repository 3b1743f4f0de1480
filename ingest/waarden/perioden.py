"""Dates and periods in the notations that deliveries use."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from ingest.waarden.getallen import Getal

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
    "september", "oktober", "november", "december",
)  # fmt: skip
_MAAND = {naam: i for i, naam in enumerate(MAANDEN, 1)} | {
    k: i for i, k in enumerate(["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"], 1)
}
_M = "(" + "|".join(sorted(_MAAND, key=len, reverse=True)) + r")\.?"
_J = r"(19[89]\d|20\d\d)"
_HELFT = r"(1e|2e|eerste|tweede|1ste|2de)"
_HALFJAREN = tuple(
    re.compile(p)
    for p in (
        rf"{_J}\s*[-/ ]?\s*(ii|i)", rf"(ii|i)\s*[-/ ]\s*{_J}", rf"{_J}\s*[-/ ]?\s*h([12])", rf"h([12])\s*[-/ ]?\s*{_J}",
        rf"{_J}\s*[-/]\s*([12])", rf"{_HELFT}\s*(?:half\s?jaar|helft)\s*(?:van )?{_J}",
        rf"{_J}\s*[,-]?\s*{_HELFT}\s*(?:half\s?jaar|helft)",
    )
)  # fmt: skip
_KW = r"(?:q|k|kw|kwartaal)"
_KWARTALEN = tuple(
    re.compile(p)
    for p in (
        rf"{_J}\s*[-/ ]?\s*{_KW}\s*[1-4]", rf"{_KW}\s*[1-4]\s*[-/ ]?\s*{_J}", rf"[1-4]e?\s*{_KW}\s*{_J}",
        rf"(?:[1-4]e|eerste|tweede|derde|vierde)\s*kwartaal(?: van)?\s*{_J}",
        rf"{_J}\s*[,-]?\s*(?:[1-4]e|eerste|tweede|derde|vierde)\s*kwartaal", rf"{_J}\s*[-/]\s*[34]",
    )
)  # fmt: skip
_LOSSE_MAANDEN = tuple(
    re.compile(p) for p in (rf"{_J}\s*[-/m]?\s*(?:0[1-9]|1[0-2])", rf"(?:0[1-9]|1[0-2])[-/]{_J}", rf"{_M}\s*{_J}")
)
_TM = tuple(
    re.compile(p)
    for p in (rf"{_J}\s*(?:t/m|tot en met|tm)\s*{_M}", rf"(?:jan(?:uari)?\s*)?(?:t/m|tot en met|tm)\s*{_M}\s*{_J}")
)
_BEREIK = re.compile(rf"(?:.*?\b)?(?:tussen|van)?\s*{_M}\s*{_J}\s*(?:en|tot|t/m|tot en met|-|–)\s*{_M}\s*{_J}")
_BEREIK_ISO = re.compile(rf"{_J}-(0[1-9]|1[0-2])\s*/\s*{_J}-(0[1-9]|1[0-2])")
_JAREN = re.compile(rf"{_J}\s*(?:-|–|t/m|tot en met)\s*{_J}")
_LANGST = 300  # longer texts are no date and no period, and searching them takes long
_DRIE_DELEN = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.][0-9]{4}(?: .*)?")
_TOTAAL = frozenset({"totaal", "totalen", "total", "eindtotaal", "alle jaren", "totaal alle jaren"})


@dataclass(frozen=True)
class Periode:
    """`code` as stored (`2024`, `2024-1`, `totaal`, `2022-01/2024-11`); `peildatum` only when the print names one."""

    code: str
    jaar: int | None = None
    halfjaar: Literal[1, 2] | None = None
    van: date | None = None
    tot: date | None = None
    peildatum: date | None = None


def parse_datum(tekst: str) -> date | None:
    """Read ISO, dd-mm-jjjj, jjjjmmdd, `31 oktober 2024` or an Excel serial number; two-digit years are refused."""
    if len(tekst) > _LANGST:
        return None
    kaal = tekst.strip().lower()
    if isinstance(tekst, Getal) or re.fullmatch(r"\d{5}", kaal):
        dagen = int(kaal) if kaal.isdigit() else 0
        if 20_000 <= dagen <= 80_000:
            return date(1899, 12, 30) + timedelta(days=dagen)
    if m := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})(?:[t ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?)?", kaal):
        return _datum(*map(int, m.groups()))
    if m := re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?: 0?0:00(?::00)?)?", kaal):
        dag, maand, jaar = map(int, m.groups())
        return _datum(jaar, maand, dag)
    if m := re.fullmatch(r"(\d{4})(\d{2})(\d{2})", kaal):
        return _datum(*map(int, m.groups()))
    if m := re.fullmatch(rf"(\d{{1,2}})\s+{_M}\s+(\d{{4}})", kaal):
        return _datum(int(m.group(3)), _MAAND[m.group(2)], int(m.group(1)))
    return None


def maand_voorop(teksten: Iterable[str]) -> bool:
    """Whether a column holds dates that can only be month-day-year, such as 10/31/2024."""
    for tekst in teksten:
        m = _DRIE_DELEN.fullmatch(tekst.strip())
        if m and int(m.group(1)) <= 12 < int(m.group(2)) <= 31:
            return True
    return False


def dag_of_maand(tekst: str) -> bool:
    """Whether day and month of a print can be swapped: 03-04-2024, but not 31-10-2024 or 2024-04-03."""
    m = _DRIE_DELEN.fullmatch(tekst.strip())
    return m is not None and int(m.group(1)) <= 12 and int(m.group(2)) <= 12 and m.group(1) != m.group(2)


def _datum(jaar: int, maand: int, dag: int) -> date | None:
    try:
        return date(jaar, maand, dag) if 1980 <= jaar <= 2099 else None
    except ValueError:
        return None


def _maandeinde(jaar: int, maand: int) -> date:
    return date(jaar, maand, calendar.monthrange(jaar, maand)[1])


def jaar_periode(jaar: int) -> Periode:
    """A whole calendar year."""
    return Periode(str(jaar), jaar=jaar, van=date(jaar, 1, 1), tot=date(jaar, 12, 31))


def parse_periode(tekst: str) -> Periode | None:
    """Read a year, half-year, part of a year, range of months or `totaal`; None when it is none of these."""
    if len(tekst) > _LANGST:
        return None
    kaal = re.sub(r"\s+", " ", tekst.replace("\u00a0", " ")).strip().strip("*").strip().lower()
    if kaal in _TOTAAL:
        return Periode("totaal")
    if re.fullmatch(_J, kaal) or re.fullmatch(rf"{_J},0", kaal):
        return jaar_periode(int(kaal[:4]))
    return _parse_halfjaar(kaal) or _parse_tot_en_met(kaal) or _parse_bereik(kaal)


def _parse_halfjaar(kaal: str) -> Periode | None:
    for patroon in _HALFJAREN:
        if m := patroon.fullmatch(kaal):
            delen = sorted(m.groups(), key=lambda g: bool(re.fullmatch(_J, g)))
            helft: Literal[1, 2] = 1 if delen[0] in ("i", "1", "1e", "1ste", "eerste") else 2
            jaar = int(delen[1])
            van, tot = (date(jaar, 1, 1), date(jaar, 6, 30)) if helft == 1 else (date(jaar, 7, 1), date(jaar, 12, 31))
            return Periode(f"{jaar}-{helft}", jaar=jaar, halfjaar=helft, van=van, tot=tot)
    return None


def noem_onbruikbaar(tekst: str) -> str | None:
    """What a period is that no layout can hold: `een kwartaal` or `een maand`; None when it is neither."""
    if len(tekst) > _LANGST:
        return None
    kaal = re.sub(r"\s+", " ", tekst.replace("\u00a0", " ")).strip().lower()
    if any(p.fullmatch(kaal) for p in _KWARTALEN):
        return "een kwartaal"
    return "een maand" if any(p.fullmatch(kaal) for p in _LOSSE_MAANDEN) else None


def _parse_tot_en_met(kaal: str) -> Periode | None:
    """`2024 t/m oktober`: the year 2024 as far as it is known."""
    for patroon in _TM:
        if m := patroon.fullmatch(kaal):
            delen = m.groups()
            jaar, maand = (int(delen[0]), delen[1]) if delen[0].isdigit() else (int(delen[1]), delen[0])
            einde = _maandeinde(jaar, _MAAND[maand])
            return Periode(str(jaar), jaar=jaar, van=date(jaar, 1, 1), tot=einde, peildatum=einde)
    return None


def _parse_bereik(kaal: str) -> Periode | None:
    if m := _BEREIK.fullmatch(kaal):
        return _bereik(int(m.group(2)), _MAAND[m.group(1)], int(m.group(4)), _MAAND[m.group(3)])
    if m := _BEREIK_ISO.fullmatch(kaal):
        return _bereik(*map(int, m.groups()))
    if m := _JAREN.fullmatch(kaal):
        return _bereik(int(m.group(1)), 1, int(m.group(2)), 12)
    return None


def _bereik(jaar_van: int, maand_van: int, jaar_tot: int, maand_tot: int) -> Periode | None:
    van, tot = date(jaar_van, maand_van, 1), _maandeinde(jaar_tot, maand_tot)
    if van >= tot:
        return None
    return Periode(f"{jaar_van}-{maand_van:02d}/{jaar_tot}-{maand_tot:02d}", van=van, tot=tot)
