"""Every kind of seeded error, in a fixed order."""

from __future__ import annotations

from rekenkamer.synthetisch.fouten import Fout, Zaaier
from rekenkamer.synthetisch.fouten_cijfers import CIJFERFOUTEN
from rekenkamer.synthetisch.fouten_personen import PERSOONSFOUTEN
from rekenkamer.synthetisch.fouten_regels import Regel, noteer_regels
from rekenkamer.synthetisch.personen import Persoon


def zaai_fouten(zaaier: Zaaier, gebroken: list[tuple[Regel, Persoon]]) -> list[Fout]:
    """Change the deliveries in place, add corrections, and list what was done; `gebroken` was done before counting."""
    noteer_regels(zaaier, gebroken)
    for zaai in (*PERSOONSFOUTEN, *CIJFERFOUTEN):
        zaai(zaaier)
    return zaaier.fouten
