"""`make docs`: dbt's own documentation of every model and column, as one static page."""

from __future__ import annotations

from rekenkamer.bouwen import run_dbt
from rekenkamer.instellingen import load_instellingen
from rekenkamer.slot import hold_slot
from rekenkamer.weergave import melding


def main() -> int:
    """Generate the page; 1 when dbt could not."""
    instellingen = load_instellingen()
    with hold_slot(instellingen):
        uitslag = run_dbt(instellingen, ("docs", "generate", "--static"))
    pagina = uitslag.manifest_pad.with_name("static_index.html")
    if not pagina.exists():
        melding("De documentatie kon niet worden gemaakt. Bouw eerst: rekenkamer bouwen")
        return 1
    melding(f"Documentatie van het magazijn: {pagina}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
