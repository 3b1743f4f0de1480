"""The gemeenten of a flat table, per period: who a printed total is about."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.begrippen import is_totaal, vorm
from ingest.bestanden.bestand import Blad
from ingest.gebied.gemeenten import Gemeente, Gemeenteregister, parse_code
from ingest.tabel.kop import Kop
from ingest.tabel.rij import is_voorbeeld
from ingest.waarden.perioden import parse_periode

_PERIODEN = ("halfjaar", "jaar", "uitkeringsjaar", "periode")


@dataclass
class Tabelgemeenten:
    """Looks through all rows first, so that a name without code is known wherever its code stands."""

    blad: Blad
    kop: Kop
    register: Gemeenteregister
    data: list[int]
    per_periode: dict[str, dict[str, Gemeente]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for index in self.data:
            if self.blad.nummers[index] in self.blad.bsn_rijen or is_voorbeeld(self.blad.rijen[index]):
                continue
            code, naam = self._cel(index, "gemeentecode"), self._cel(index, "gemeentenaam")
            if gemeente := self._leer(code, naam):
                self.per_periode.setdefault(self._periode(index), {})[gemeente.code] = gemeente

    def van(self, periode: str) -> list[Gemeente]:
        """The gemeenten with a row about this period, in the order of their codes."""
        gevonden = self.per_periode.get(periode, {})
        return [gevonden[c] for c in sorted(gevonden)]

    def _leer(self, tekst_code: str, naam: str) -> Gemeente | None:
        code = parse_code(tekst_code) if tekst_code else None
        naam = "" if is_totaal(naam) else naam
        if code and code not in self.register.op_code and naam and self.register.zoek(naam) is None:
            self.register.registreer(code, naam)
        return self.register.op_code.get(code) if code else self.register.zoek(naam) if naam else None

    def _periode(self, index: int) -> str:
        delen = [t for k in _PERIODEN if (t := self._cel(index, k))]
        return sleutel_van(delen)

    def _cel(self, index: int, kolom: str) -> str:
        rij = self.blad.rijen[index]
        plek = self.kop.posities.get(kolom, len(rij))
        return rij[plek] if plek < len(rij) else ""


def sleutel_van(delen: list[str]) -> str:
    """One word for the period prints of a row, whatever notation each row uses."""
    return "|".join(p.code if (p := parse_periode(d)) else vorm(d) for d in delen)
