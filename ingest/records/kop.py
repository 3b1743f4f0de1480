"""Recognise a record layout by its header row, and say which column stands where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.begrippen import vorm
from ingest.records.layout import RecordKolom, RecordLayout, record_layouts

_ZOEKRIJEN = 25
_VOORRANG = ("bsn", "vnr", "id")
_BUITEN_RIJ = {"gemeentecode", "gemeentenaam", "peildatum"}  # may come from herkomst.yml, the file name or the command


@dataclass(frozen=True)
class RecordKop:
    """Where a layout's columns stand. `posities`: column -> 0-based indexes, the first one counts most.

    `index` is the header's place among the rows that were looked at, `prive` the columns that are read over. `ook`
    names other sources whose layout of persons has as many columns here; `anders` columns that stand in for another.
    """

    layout: RecordLayout
    index: int
    posities: dict[str, tuple[int, ...]]
    prive: tuple[int, ...]
    teksten: tuple[str, ...]
    ontbrekend: tuple[str, ...]
    anders: tuple[str, ...] = ()
    ook: tuple[str, ...] = ()

    @property
    def compleet(self) -> bool:
        """Whether every column is there without which this is another layout."""
        return not self.ontbrekend

    @property
    def gebruikt(self) -> list[int]:
        """The columns to read, in the order of the file."""
        return sorted({i for plekken in self.posities.values() for i in plekken})

    def ongebruikt(self) -> list[int]:
        """Columns with a header that belongs to nothing in the layout."""
        bekend = {*self.gebruikt, *self.prive}
        return [i for i, t in enumerate(self.teksten) if t and i not in bekend]


def zoek_record_kop(rijen: Sequence[Sequence[str]], layout: RecordLayout) -> RecordKop | None:
    """The row that fits the layout best; None when no row has two of its columns."""
    koppen = [_probeer(rij, i, layout) for i, rij in enumerate(rijen[:_ZOEKRIJEN])]
    return max((k for k in koppen if len(k.posities) >= 2), key=lambda k: (k.compleet, len(k.posities)), default=None)


def kies_records(rijen: Sequence[Sequence[str]], bron: str | None) -> RecordKop | None:
    """The complete layout with most columns; of equals the one whose own columns are there, then the smallest."""
    koppen = [k for x in record_layouts() if bron in (None, x.bron) and x.kern and (k := zoek_record_kop(rijen, x))]
    compleet = [k for k in koppen if k.compleet]
    beste = max(compleet, key=_passend, default=None)
    if beste is None or not beste.layout.persoonsgegevens:
        return beste
    even = {k.layout.bron for k in compleet if len(k.posities) == len(beste.posities)} - {beste.layout.bron}
    return replace(beste, ook=tuple(sorted(even)))


def _passend(kop: RecordKop) -> tuple[int, int, int]:
    """Rank of a layout. A list with names but without columns of this source's own is likely somebody's own list."""
    eigen = kop.layout.kenmerkend
    past = 1 if set(eigen) & set(kop.posities) else -1 if eigen and kop.prive else 0
    return len(kop.posities), past, -len(kop.layout.kolommen)


def _probeer(rij: Sequence[str], index: int, layout: RecordLayout) -> RecordKop:
    vormen = [vorm(cel) if cel else "" for cel in rij]
    bezet: dict[int, str] = {}
    for eerst in (True, False):
        for kolom in layout.kolommen:
            gezocht = {vorm(kolom.naam)} if eerst else kolom.vormen
            if kolom.afgeleid or (eerst and kolom.soort == "prive"):
                continue
            plekken = [i for i, v in enumerate(vormen) if v in gezocht and i not in bezet]
            meer = kolom.soort in ("prive", "sleutel")
            if plekken and (meer or kolom.naam not in bezet.values()):
                bezet |= {i: kolom.naam for i in (plekken if meer else plekken[:1])}
    prive = tuple(i for i, naam in bezet.items() if layout.kolom(naam).soort == "prive")
    posities: dict[str, tuple[int, ...]] = {}
    for i, naam in sorted(bezet.items()):
        if i not in prive:
            posities[naam] = (*posities.get(naam, ()), i)
    for naam, plekken_ in posities.items():
        posities[naam] = _op_voorrang(layout.kolom(naam), plekken_, rij)
    teksten = tuple(" ".join(str(c).split()) for c in rij)
    ontbrekend = tuple(_ontbrekend(layout, set(posities)))
    anders = [k for k in layout.kolommen if k.anders in posities and k.naam not in posities]
    posities |= {k.naam: posities[k.anders] for k in anders}
    return RecordKop(layout, index, posities, prive, teksten, ontbrekend, tuple(k.naam for k in anders))


def _op_voorrang(kolom: RecordKolom, plekken: tuple[int, ...], rij: Sequence[str]) -> tuple[int, ...]:
    """With more than one number of a person the BSN counts most."""
    return tuple(sorted(plekken, key=lambda i: (_VOORRANG.index(kolom.soort_nummer(rij[i])), i)))


def _ontbrekend(layout: RecordLayout, aanwezig: set[str]) -> list[str]:
    los = [n for n in layout.verplicht if n not in aanwezig and n not in _BUITEN_RIJ]
    groepen = [g for g in layout.een_van if not aanwezig & set(g) and not _BUITEN_RIJ & set(g)]
    return los + [" of ".join(g) for g in groepen]
