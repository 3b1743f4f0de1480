"""The rows of an empty template: header and one example row, and for a crosstab its labels."""

from __future__ import annotations

from datetime import date

from ingest.bronnen import Indeling
from ingest.layout import KruisLayout
from ingest.sjabloon.kolommen import VOORBEELD, VOORBEELDCODE, invulkolommen

VOORBEELDGEMEENTE = "Gemeente (GM0000)"
KOPRIJ = 3  # of a crosstab: title, gemeente, an empty row, header
_VOORBEELDCEL = {"personen": "12", "euro": "125000"}


def data_rijen(layout: Indeling) -> list[list[str]]:
    """Title lines, header, the example row that no reader takes, and for a crosstab the labels to fill in."""
    if not isinstance(layout, KruisLayout):
        kolommen = invulkolommen(layout)
        return [[k.naam for k in kolommen], [k.voorbeeld for k in kolommen]]
    jaar = date.today().year - 1
    invul = {"gemeente": VOORBEELDGEMEENTE, "jaar": str(jaar), "volgend_jaar": str(jaar + 1)}
    sjabloon = layout.sjabloon
    periodes = [p.format(**invul) for p in sjabloon["periodes"]]
    regels = [[label.format(**invul) for label in regel] for regel in sjabloon["regels"]]
    cel = _VOORBEELDCEL.get(layout.eenheid, "12") + (" (B1-route)" if layout.route_in_cel else "")
    voorbeeld = [*regels[0], *[cel for _ in periodes]]
    if regels[0][0] == VOORBEELDGEMEENTE:
        voorbeeld[0] = VOORBEELDCODE
    else:
        voorbeeld.append(VOORBEELD)
    kop = [*sjabloon["labels"], *periodes]
    return [[layout.titel], [f"Gemeente: {VOORBEELDGEMEENTE}"], [], kop, voorbeeld, *regels]
