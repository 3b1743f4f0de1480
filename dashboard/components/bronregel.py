"""The line under the figures: where they come from and on what day they were true."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from dashboard.components.opmaak import letterlijk, tekst_zacht
from dashboard.data.bronnen import Bron, Vindplaats
from dashboard.theme.notatie import aaneengesloten, datum_kort

EIGEN_TITEL = "gemeente"


def show_bronregel(bronnen: Sequence[Bron], snapshot_id: str, vindplaatsen: Iterable[Vindplaats] = ()) -> None:
    """One short line per delivery; what they share, and the snapshot, once at the end."""
    if not bronnen:
        return
    plaatsen = list(vindplaatsen)
    regels = [f"- {tekst_zacht(source_line(b, [v for v in plaatsen if v.bron_id == b.bron_id]))}" for b in bronnen]
    kop = "Bron" if len(bronnen) == 1 else "Bronnen"
    st.markdown(
        f"{tekst_zacht(f'**{kop}**')}\n\n" + "\n".join(regels) + f"\n\n{tekst_zacht(closing(bronnen, snapshot_id))}"
    )


def source_line(bron: Bron, plaatsen: Sequence[Vindplaats]) -> str:
    """Title, peildatum, and the tables and pages that this page uses."""
    delen = [letterlijk(bron.titel)]
    if bron.bron_naam and bron.bron != EIGEN_TITEL:
        delen[0] += f" ({letterlijk(bron.bron_naam)})"
    delen.append(f"peildatum {datum_kort(bron.peildatum)}" if bron.peildatum else "geen peildatum vermeld")
    tabellen = aaneengesloten([v.tabel for v in plaatsen if v.tabel])
    if tabellen:
        delen.append(letterlijk(f"tabel {tabellen}" if tabellen[0].isdigit() else tabellen))
    bladzijden = aaneengesloten([v.bladzijde for v in plaatsen if v.bladzijde])
    if bladzijden:
        delen.append(letterlijk(f"p. {bladzijden}"))
    return " · ".join(delen)


def closing(bronnen: Sequence[Bron], snapshot_id: str) -> str:
    """What the deliveries were copied from, where the cell is to be found, and the snapshot."""
    herkomst = list(dict.fromkeys(b.herkomst for b in bronnen if b.herkomst))
    overgenomen = f"Overgenomen uit: {letterlijk('; '.join(herkomst))}. " if herkomst else ""
    return f"{overgenomen}Bestand en cel: zie Bronnen. Snapshot {letterlijk(snapshot_id)}."
