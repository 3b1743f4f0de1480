"""What was found wrong or uncertain in a year: it is claimed back whatever was spent (Wet art. 42 lid 2)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from rekenkamer.spuk.bedragen import NUL, schrijf_euro, tel_op
from rekenkamer.spuk.dossier import Dossier, FoutOnzeker
from rekenkamer.spuk.regels import Herkomst, zwakste

ONBRUIKBAAR = "geleverd, maar niet te gebruiken"


@dataclass(frozen=True)
class Fout:
    """The amount in euro (None: delivered, but of no use), where it stands and what is missing.

    Without any row the amount is nil, because nothing was reported; `is_geleverd` tells the two apart.
    """

    bedrag: Decimal | None
    herkomst: Herkomst = Herkomst()
    ontbreekt: tuple[str, ...] = ()
    is_geleverd: bool = False

    @property
    def tekst(self) -> str:
        """The amount in Dutch notation."""
        return ONBRUIKBAAR if self.bedrag is None else schrijf_euro(self.bedrag)


def bepaal_fout(dossier: Dossier, jaar: int) -> Fout:
    """All rows of the year together; one row without a usable amount makes the sum unknown."""
    rijen = [f for f in dossier.fout_onzeker if f.jaar == jaar]
    if not rijen:
        return Fout(NUL)
    naam = f"fout of onzeker {jaar}"
    mist = [f"{naam}: {ONBRUIKBAAR}"] if any(f.bedrag is None for f in rijen) else []
    mist += [f"{naam}: een deel is niet geleverd"] if any(not f.is_volledig for f in rijen) else []
    return Fout(tel_op(f.bedrag for f in rijen), _herkomst(rijen), tuple(mist), True)


def _herkomst(rijen: list[FoutOnzeker]) -> Herkomst:
    """The first delivery, every place, and as sure as the least sure row."""
    plaatsen = sorted({f.herkomst.vindplaats for f in rijen if f.herkomst.vindplaats})
    eerste = min(rijen, key=lambda f: (f.herkomst.vindplaats or "", f.herkomst.bron_id or ""))
    deel = [Herkomst("afgeleid")] if any(not f.is_volledig for f in rijen) else []
    status = zwakste(*(f.herkomst for f in rijen), *deel)
    return replace(eerste.herkomst, status=status, vindplaats="; ".join(plaatsen) or None)
