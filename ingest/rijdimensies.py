"""The dimensions of one record of a flat table: gemeente, period, dates and terms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import NoReturn

from ingest.begrippen import is_totaal, parse_term, suggestie, termen
from ingest.fouten import RijFout
from ingest.gemeenten import Gemeente, Gemeenteregister, normaliseer, parse_code
from ingest.layout import Kolom
from ingest.perioden import Periode, parse_datum, parse_periode
from ingest.rij import Rij

_HALFJAREN = {"1": "1", "2": "2", "i": "1", "ii": "2", "h1": "1", "h2": "2"}
_ZELFDE_NAAM = 0.6


@dataclass
class RijDimensies:
    """Fills the dimensions of a row. `alle` are the gemeenten of the whole table, for a row that prints their total."""

    register: Gemeenteregister
    peildatum: date | None
    plaats: Callable[[str], str]
    aanwezig: set[str]
    alle: list[Gemeente]

    def vul(self, rij: Rij) -> None:
        """Read every column that is no measurement; raises RijFout at the first one that can't be read."""
        for kolom in rij.layout.kolommen:
            if kolom.soort == "meting" or kolom.naam not in self.aanwezig:
                continue
            tekst = rij.tekst(kolom.naam)
            if tekst:
                self._lees(rij, kolom, tekst)
            elif kolom.verplicht:
                raise RijFout(self.plaats(kolom.naam), "", f"Kolom '{kolom.naam}' is leeg.", f"Vul in: {kolom.uitleg}")
        rij.peildatum = rij.datum or (rij.periode.peildatum if rij.periode else None) or self.peildatum
        if any("jaar" in groep for groep in rij.layout.een_van) and rij.periode is None:
            raise RijFout(
                self.plaats("halfjaar") or self.plaats("jaar"), "", "In deze rij staat geen jaar of halfjaar.",
                "Vul het jaar (2024) of het halfjaar (2025-I) in.",
            )  # fmt: skip
        if any("gemeentecode" in groep for groep in rij.layout.een_van):
            self._vul_gemeente(rij)

    def _lees(self, rij: Rij, kolom: Kolom, tekst: str) -> None:
        match kolom.soort:
            case "periode" | "jaar":
                rij.perioden[kolom.naam] = self._periode(rij, kolom, tekst)
            case "datum":
                rij.datum = parse_datum(tekst)
                if rij.datum is None:
                    self._weiger(kolom, tekst, "is geen datum", "Schrijf een datum als 31-12-2024 of 2024-12-31.")
            case "term":
                rij.termen[str(kolom.begrip)] = self._term(kolom, tekst)
            case "gemeenten":
                rij.groep = [self._zoek(kolom, deel) for deel in tekst.replace(" en ", "+").split("+")]

    def _term(self, kolom: Kolom, tekst: str) -> str:
        begrip = str(kolom.begrip)
        term = parse_term(begrip, tekst)
        if term is None:
            bekend = ", ".join(termen(begrip))
            tip = suggestie(tekst, (begrip,))
            self._weiger(kolom, tekst, f"is geen bekende waarde voor {kolom.naam}", f"Gebruik een van: {bekend}.{tip}")
        return term

    def _periode(self, rij: Rij, kolom: Kolom, tekst: str) -> Periode:
        gevonden = parse_periode(tekst)
        helft, jaar = _HALFJAREN.get(tekst.strip().lower()), rij.tekst("jaar")
        if gevonden is None and helft and jaar:
            gevonden = parse_periode(f"{jaar}-{helft}")
        if gevonden is None or (kolom.soort == "jaar" and gevonden.code != str(gevonden.jaar)):
            wat = "jaartal" if kolom.soort == "jaar" else "periode"
            self._weiger(kolom, tekst, f"is geen {wat}", f"Vul in: {kolom.uitleg}")
        return gevonden

    def _weiger(self, kolom: Kolom, tekst: str, wat: str, doe: str) -> NoReturn:
        raise RijFout(self.plaats(kolom.naam), tekst, f"'{tekst}' {wat}.", doe)

    def _zoek(self, kolom: Kolom, tekst: str) -> Gemeente:
        gemeente = self.register.zoek(tekst)
        if gemeente is None:
            doe = "Zet de CBS-code erbij, bijvoorbeeld Katwijk (GM0537)."
            self._weiger(kolom, tekst.strip(), "is geen bekende gemeente", doe)
        return gemeente

    def _vul_gemeente(self, rij: Rij) -> None:
        """One gemeente, or all gemeenten of the table in a row that prints their total."""
        code, naam = rij.tekst("gemeentecode"), rij.tekst("gemeentenaam")
        if not parse_code(code) and (is_totaal(naam) or is_totaal(code)) and len(self.alle) > 1:
            rij.groep = self.alle
        elif code:
            rij.gemeente = self._op_code(code, naam)
        else:
            rij.gemeente = self._op_naam(naam)

    def _op_code(self, tekst: str, naam: str) -> Gemeente:
        code, plaats = parse_code(tekst), self.plaats("gemeentecode")
        if code is None:
            raise RijFout(plaats, tekst, f"'{tekst}' is geen gemeentecode.", "Schrijf de CBS-code als GM0629 of 0629.")
        op_naam, op_code = (self.register.zoek(naam) if naam else None), self.register.op_code.get(code)
        anders = op_naam is not None and op_naam.code != code
        if anders or (naam and op_code and not op_naam and not _lijkt(naam, op_code.naam)):
            juist = op_naam or op_code
            hoort = f"{juist.naam} heeft code {juist.code}" if juist else ""
            raise RijFout(
                plaats, f"{tekst} / {naam}", f"Code {code} en naam '{naam}' horen bij verschillende gemeenten.",
                f"Controleer code en naam; {hoort}.",
            )  # fmt: skip
        return self.register.registreer(code, naam or None)

    def _op_naam(self, naam: str) -> Gemeente:
        if not naam:
            plaats = self.plaats("gemeentecode") or self.plaats("gemeentenaam")
            doe = "Vul de gemeentecode of de naam van de gemeente in."
            raise RijFout(plaats, "", "In deze rij staat geen gemeente.", doe)
        gemeente = self.register.zoek(naam)
        if gemeente is None:
            doe = "Zet de CBS-code van de gemeente in de kolom gemeentecode, bijvoorbeeld GM0537."
            raise RijFout(self.plaats("gemeentenaam"), naam, f"Gemeente '{naam}' is niet bekend.", doe)
        return gemeente


def _lijkt(naam: str, bekend: str) -> bool:
    """Whether two names can be spellings of one gemeente."""
    kort = normaliseer(naam).removeprefix("gemeente ")
    return SequenceMatcher(None, kort, normaliseer(bekend)).ratio() >= _ZELFDE_NAAM


def leer_gemeenten(register: Gemeenteregister, paren: list[tuple[str, str]]) -> list[Gemeente]:
    """Look through all (code, name) pairs first, so that a name without code is known wherever its code stands."""
    gezien: dict[str, Gemeente] = {}
    for tekst_code, naam in paren:
        code = parse_code(tekst_code) if tekst_code else None
        if code and code not in register.op_code and naam and register.zoek(naam) is None:
            register.registreer(code, naam)
        gemeente = register.op_code.get(code) if code else register.zoek(naam) if naam else None
        if gemeente:
            gezien[gemeente.code] = gemeente
    return [gezien[c] for c in sorted(gezien)]
