"""What can be read: sources, layouts and what each is for."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.fouten import OnbekendeBron
from ingest.layout import KruisLayout, TabelLayout, kruis_layouts, tabel_layouts
from ingest.records.layout import RecordLayout, record_layouts

Indeling = TabelLayout | KruisLayout | RecordLayout

OMSCHRIJVING = {
    "tvs": "COA (TVS): taakstelling en huisvesting",
    "duo": "DUO: cijfers over inburgeren per gemeente",
    "spuk": "Rijk: beschikkingen SPUK en gemeentefonds",
    "gemeente": "Gemeente: werkboek inburgering en kosten",
    "rekenkamer": "Rekenkamer: cijfers uit een rapport",
    "iv3": "Iv3: begroting en jaarrekening per taakveld (CBS)",
    "cbs": "CBS: gemeenten, inwoners, herindelingen en grenzen",
}


@dataclass(frozen=True)
class Bron:
    """One layout of one source, as `rekenkamer bronnen` lists it."""

    bron: str
    omschrijving: str
    layout: str
    inhoud: str
    vorm: str
    verplicht: str


def list_bronnen() -> list[Bron]:
    """Every layout that can be read, per source; `layout` is also a name that `sjabloon` accepts."""
    tabellen = [
        Bron(t.bron, OMSCHRIJVING[t.bron], t.layout, t.titel, "tabel", "; ".join(verplichte_kolommen(t)))
        for t in tabel_layouts()
    ]
    kruis = [
        Bron(k.bron, OMSCHRIJVING[k.bron], k.naam, k.titel, "werkblad met jaren", ", ".join(k.verplicht))
        for k in kruis_layouts()
    ]
    records = [
        Bron(r.bron, OMSCHRIJVING[r.bron], r.layout, r.titel,
             "personen" if r.persoonsgegevens else "register", "; ".join(verplichte_kolommen(r)))
        for r in record_layouts()
    ]  # fmt: skip
    return sorted(tabellen + kruis + records, key=lambda b: (list(OMSCHRIJVING).index(b.bron), b.vorm))


def verplichte_kolommen(layout: TabelLayout | RecordLayout) -> list[str]:
    """Columns without which a table of this layout can't be read."""
    if isinstance(layout, RecordLayout):
        los = [n for n in layout.verplicht if not any(n in groep for groep in layout.een_van)]
    else:
        los = [k.naam for k in layout.kolommen if k.verplicht]
    return [" of ".join(groep) for groep in layout.een_van] + los


def kies_layouts(naam: str) -> list[Indeling]:
    """The layouts behind the name of a source or of one layout; raises OnbekendeBron with the names to choose from."""
    gezocht = naam.strip().lower()
    alle: list[Indeling] = [*tabel_layouts(), *record_layouts(), *kruis_layouts()]
    gevonden = [x for x in alle if gezocht == x.bron or gezocht == layoutnaam(x)]
    if not gevonden:
        bronnen = ", ".join(OMSCHRIJVING)
        layouts = ", ".join(layoutnaam(x) for x in alle)
        raise OnbekendeBron(f"'{naam}' is geen bekende bron. Kies een bron ({bronnen}) of een indeling ({layouts}).")
    return gevonden


def layoutnaam(layout: Indeling) -> str:
    """The name under which one template is asked for."""
    return layout.naam if isinstance(layout, KruisLayout) else layout.layout
