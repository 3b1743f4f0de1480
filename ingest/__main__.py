"""Developer entry: `python -m ingest PAD...` reads into the warehouse that the settings name."""

from __future__ import annotations

import sys
from pathlib import Path

from ingest.inlezen import inlezen
from rekenkamer.instellingen import load_instellingen


def main() -> int:
    """Print one line per delivery; exit code 1 when something was rejected."""
    instellingen = load_instellingen()
    paden = [Path(p) for p in sys.argv[1:]] or [instellingen.voorbeeld_map]
    resultaten = inlezen(paden, instellingen.warehouse_pad, instellingen.afgekeurd_map)
    for r in resultaten:
        print(f"{r.bestand}: {r.status}, {r.rijen_goed} goed, {r.rijen_afgekeurd} afgekeurd {', '.join(r.herkend_als)}")
        for melding in r.meldingen:
            print(f"  {melding}")
    return int(any(r.status in ("deels", "afgekeurd") for r in resultaten))


if __name__ == "__main__":
    sys.exit(main())
