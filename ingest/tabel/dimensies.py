"""The dimensions of one record of a flat table: gemeente, period, dates and terms."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from typing import NoReturn

from ingest.begrippen import is_totaal, parse_term, suggestie, termen
from ingest.fouten import RijFout
from ingest.gebied.gemeentebestaan import waarom_onbekend
from ingest.gebied.gemeenten import Gemeente, Gemeenteregister, normaliseer, parse_code
from ingest.layout import Kolom
from ingest.tabel.gemeenten import Tabelgemeenten, sleutel_van
from ingest.tabel.rij import Overgeslagen, Rij, lees_mutatie
from ingest.waarden.perioden import Periode, dag_of_maand, maand_voorop, noem_onbruikbaar, parse_datum, parse_periode

_HALFJAREN = {"1": "1", "2": "2", "i": "1", "ii": "2", "h1": "1", "h2": "2"}
_ZELFDE_NAAM = 0.6
_HOOGSTE_CODE = 1999
_EERSTE_VERZONNEN = 9001  # made-up gemeenten of synthetic deliveries
_KAAL_HALFJAAR = re.compile(r"20\d\d\s*[-/]\s*[12]")


@dataclass
class RijDimensies:
    """Fills the dimensions of a row.

    `gemeenten` are those of the whole table, for a row that prints their total; `kolomteksten` the prints of date and
    period columns: what else stands in a column tells how to read 03/04/2024 and 2025-1.
    """

    register: Gemeenteregister
    peildatum: date | None
    plaats: Callable[[str], str]
    aanwezig: set[str]
    gemeenten: Tabelgemeenten
    kolomteksten: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Judge the date and period columns once."""
        self._maand_voorop = {k for k, teksten in self.kolomteksten.items() if maand_voorop(teksten)}
        self._kwartalen = {
            k for k, teksten in self.kolomteksten.items() if any(noem_onbruikbaar(t) for t in teksten[:20_000])
        }

    def vul(self, rij: Rij) -> None:
        """Read every column that is no measurement; raises RijFout at the first one that can't be read."""
        for kolom in rij.layout.kolommen:
            if kolom.soort == "meting" or kolom.naam not in self.aanwezig:
                continue
            tekst = rij.tekst(kolom.naam)
            if tekst:
                self._lees(rij, kolom, tekst)
            elif kolom.verplicht:
                raise RijFout(
                    self.plaats(kolom.naam), "", f"Kolom '{kolom.naam}' is leeg.", f"Vul in: {kolom.uitleg}", "lege cel"
                )
        rij.peildatum = rij.datum or (rij.periode.peildatum if rij.periode else None) or self.peildatum
        if any("jaar" in groep for groep in rij.layout.een_van) and rij.periode is None:
            raise RijFout(
                self.plaats("halfjaar") or self.plaats("jaar"), "", "In deze rij staat geen jaar of halfjaar.",
                "Vul het jaar (2024) of het halfjaar (2025-I) in.", "geen periode",
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
                if kolom.naam in self._maand_voorop and dag_of_maand(tekst):
                    wat = "kan twee dagen zijn, want elders in deze kolom staat de maand voorop"
                    self._weiger(kolom, tekst, wat, "Schrijf alle datums als jjjj-mm-dd, zoals 2024-12-31.")
            case "mutatie":
                rij.ingetrokken = lees_mutatie(rij, kolom.naam)
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
            wat = "geen jaartal" if kolom.soort == "jaar" else "geen periode"
            if gevonden is None and (te_fijn := noem_onbruikbaar(tekst)):
                wat = f"{te_fijn}; deze levering kent alleen jaren en halfjaren"
            self._weiger(kolom, tekst, f"is {wat}", f"Vul in: {kolom.uitleg}")
        if kolom.naam in self._kwartalen and _KAAL_HALFJAAR.fullmatch(tekst.strip()):
            wat = "kan een halfjaar zijn, maar ook een kwartaal of een maand zoals elders in deze kolom"
            self._weiger(kolom, tekst, wat, "Schrijf een halfjaar als 2025-I of 2025-II.")
        return gevonden

    def _weiger(self, kolom: Kolom, tekst: str, wat: str, doe: str) -> NoReturn:
        regel = {"datum": "geen datum", "term": "onbekende waarde", "gemeenten": "onbekende gemeente"}
        raise RijFout(self.plaats(kolom.naam), tekst, f"'{tekst}' {wat}.", doe, regel.get(kolom.soort, "geen periode"))

    def _zoek(self, kolom: Kolom, tekst: str) -> Gemeente:
        gemeente = self.register.zoek(tekst)
        if gemeente is None:
            doe = "Zet de CBS-code erbij, bijvoorbeeld Katwijk (GM0537)."
            self._weiger(kolom, tekst.strip(), "is geen bekende gemeente", doe)
        return gemeente

    def _vul_gemeente(self, rij: Rij) -> None:
        """One gemeente, or all gemeenten of the table in a row that prints their total."""
        code, naam = rij.tekst("gemeentecode"), rij.tekst("gemeentenaam")
        if not parse_code(code) and (is_totaal(naam) or is_totaal(code)):
            rij.groep = self._samen(rij)
            if len(rij.groep) < 2:
                raise Overgeslagen
        elif code:
            rij.gemeente = self._op_code(code, naam)
        else:
            rij.gemeente = self._op_naam(naam, rij.periode.van if rij.periode else rij.peildatum)

    def _samen(self, rij: Rij) -> list[Gemeente]:
        """Who a printed total of this period is about."""
        namen = ("halfjaar", "jaar", "uitkeringsjaar", "periode")
        return self.gemeenten.van(sleutel_van([t for n in namen if (t := rij.tekst(n))]))

    def _op_code(self, tekst: str, naam: str) -> Gemeente:
        code, plaats = parse_code(tekst), self.plaats("gemeentecode")
        if code is None:
            doe = "Schrijf de CBS-code als GM0629 of 0629."
            raise RijFout(plaats, tekst, f"'{tekst}' is geen gemeentecode.", doe, "onbekende gemeente")
        if _HOOGSTE_CODE < int(code[2:]) < _EERSTE_VERZONNEN:
            reden, doe = f"Gemeentecode '{tekst}' bestaat niet.", "Controleer de code; een CBS-code loopt tot GM1999."
            raise RijFout(plaats, tekst, reden, doe, "onbekende gemeente")
        op_naam, op_code = (self.register.zoek(naam) if naam else None), self.register.op_code.get(code)
        anders = op_naam is not None and op_naam.code != code
        if anders or (naam and op_code and not op_naam and not _lijkt(naam, op_code.naam)):
            juist = op_naam or op_code
            hoort = f"{juist.naam} heeft code {juist.code}" if juist else ""
            raise RijFout(
                plaats, f"{tekst} / {naam}", f"Code {code} en naam '{naam}' horen bij verschillende gemeenten.",
                f"Controleer code en naam; {hoort}.", "code en naam verschillen",
            )  # fmt: skip
        return self.register.registreer(code, naam or None)

    def _op_naam(self, naam: str, dag: date | None) -> Gemeente:
        if not naam:
            plaats = self.plaats("gemeentecode") or self.plaats("gemeentenaam")
            doe = "Vul de gemeentecode of de naam van de gemeente in."
            raise RijFout(plaats, "", "In deze rij staat geen gemeente.", doe, "geen gemeente")
        gemeente = self.register.zoek(naam, dag)
        if gemeente is None:
            reden, doe = waarom_onbekend(self.register, naam, dag)
            raise RijFout(self.plaats("gemeentenaam"), naam, reden, doe, "onbekende gemeente")
        return gemeente


def _lijkt(naam: str, bekend: str) -> bool:
    """Whether two names can be spellings of one gemeente."""
    kort = normaliseer(naam).removeprefix("gemeente ")
    return SequenceMatcher(None, kort, normaliseer(bekend)).ratio() >= _ZELFDE_NAAM
