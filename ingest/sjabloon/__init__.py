"""Write templates: made from the layouts, so what they ask for is what is read."""

from __future__ import annotations

from pathlib import Path

from ingest.bronnen import kies_layouts, layoutnaam
from ingest.fouten import IngestFout, OnbekendeBron
from ingest.sjabloon.invulblad import data_rijen
from ingest.sjabloon.uitleg import uitleg_rijen
from ingest.sjabloon.werkboek import schrijf_csv, schrijf_werkboek

__all__ = ["OnbekendeBron", "data_rijen", "uitleg_rijen", "write_sjabloon"]


def write_sjabloon(bron: str, pad: Path | None = None) -> Path:
    """Write the template of a source or layout; a `.csv` path gives CSV, anything else a workbook.

    Returns the path that was written. Raises OnbekendeBron for an unknown name and for a source with several layouts
    in one CSV, and IngestFout when writing fails.
    """
    layouts = kies_layouts(bron)
    doel = Path(pad) if pad else Path(f"sjabloon_{bron.strip().lower()}.xlsx")
    if doel.is_dir():
        doel = doel / f"sjabloon_{bron.strip().lower()}.xlsx"
    soort = doel.suffix.lower()
    if soort not in (".csv", ".xlsx"):
        raise IngestFout(f"Een sjabloon wordt geschreven als .xlsx of .csv; '{doel.name}' kan niet.")
    if soort == ".csv" and len(layouts) > 1:
        namen = ", ".join(layoutnaam(x) for x in layouts)
        raise OnbekendeBron(
            f"In een CSV past één tabel, en bron '{bron}' heeft er {len(layouts)}. Kies een indeling ({namen}) of geef "
            "een naam die op .xlsx eindigt."
        )
    try:
        doel.parent.mkdir(parents=True, exist_ok=True)
        schrijf_csv(layouts[0], doel) if soort == ".csv" else schrijf_werkboek(layouts, doel)
    except OSError:
        raise IngestFout(
            f"Het sjabloon '{doel.name}' kan niet worden geschreven. Controleer de map en sluit het bestand als het "
            "open staat."
        ) from None
    return doel
