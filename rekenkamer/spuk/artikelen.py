"""Citations for the steps that are law text and not an amount; amounts and shares bring their own article."""

from __future__ import annotations

from dataclasses import replace

from rekenkamer.spuk.regels import Herkomst

WET_TEKST = "2023-01-01"
BESTEMMING = Herkomst(artikel="Wet inburgering 2021, artikel 40, eerste lid", tekst_datum=WET_TEKST)
VERDELING = Herkomst(artikel="Wet inburgering 2021, artikel 41", tekst_datum=WET_TEKST)
TERUGVORDERING = Herkomst(artikel="Wet inburgering 2021, artikel 42, tweede lid", tekst_datum=WET_TEKST)
# of these two articles of the Besluit the date of the text that was read is not recorded
TE_VEEL_BESTEED = Herkomst(artikel="Besluit inburgering 2021, artikel 10.6")
VASTSTELLING = Herkomst(artikel="Besluit inburgering 2021, artikel 10.8, tweede lid")
RAMING = Herkomst(artikel="Besluit inburgering 2021, artikel 10.2")


def cite(artikel: Herkomst, herkomst: Herkomst) -> Herkomst:
    """The origin of a figure with the citation added, unless the figure has an article of its own."""
    if herkomst.artikel:
        return herkomst
    return replace(herkomst, artikel=artikel.artikel, tekst_datum=artikel.tekst_datum)
