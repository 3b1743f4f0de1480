"""What the machine may do to a command (locked, full or unwritable disk) becomes a Dutch sentence and an exit code."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import ParamSpec

from rekenkamer.slot import MagazijnBezet
from rekenkamer.weergave import melding

P = ParamSpec("P")
GELUKT, DEELS, VERKEERDE_AANROEP = 0, 1, 2


def zonder_traceback(opdracht: Callable[P, int]) -> Callable[P, int]:
    """Run a command; a foreseen failure is told in Dutch and gives exit code 1."""

    @functools.wraps(opdracht)
    def beschermd(*args: P.args, **kwargs: P.kwargs) -> int:
        import duckdb

        from ingest.fouten import IngestFout

        try:
            return opdracht(*args, **kwargs)
        except (MagazijnBezet, IngestFout) as fout:
            melding(str(fout))
        except duckdb.Error:
            melding(
                "Het magazijn of de snapshot kan niet worden gelezen of geschreven: het bestand is beschadigd, van een "
                "andere versie of in gebruik. Probeer het opnieuw; blijft het misgaan, bouw dan opnieuw in een lege "
                "map met REKENKAMER_DATA en lees de leveringen opnieuw in."
            )
        except OSError as fout:
            plaats = f" ({fout.filename})" if fout.filename else ""
            melding(
                f"Lezen of schrijven lukt niet{plaats}. Controleer de schijfruimte en uw rechten op de "
                "datamap; een andere map kiest u met REKENKAMER_DATA."
            )
        return DEELS

    return beschermd
