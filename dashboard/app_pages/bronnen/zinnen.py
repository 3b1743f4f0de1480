"""Sentences and table rows on sources, norms and single cells."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.components.opmaak import letterlijk
from dashboard.data.bronnen import Benchmark, Bron, Norm, Waarneming
from dashboard.theme.notatie import STATUSWOORDEN, aantal_met, datum_kort, datum_lang, getal, hele_getal

WEL = (
    "Elk cijfer in dit dashboard is terug te brengen tot één cel in één bestand. De regel onder elke"
    " tabel noemt de bron,"
    " de peildatum en het snapshot."
)
NIET = (
    "Een bron die geleverd is, is nog niet gecontroleerd op waarheid. Wij controleren of cijfers met"
    " elkaar kloppen, niet"
    " of ze kloppen met wat er buiten gebeurde."
)

LEVERING = [
    "Levering",
    "Van wie",
    "Bestand",
    "Peildatum",
    "Ontvangen",
    "Rijen gelezen",
    "Rijen afgekeurd",
    "Openbaar",
    "Herkomst",
]
CEL = [
    "Periode",
    "Uitsplitsing",
    "Er staat",
    "Getal",
    "Betekenis",
    "Bestand",
    "Blad",
    "Cel",
    "In het rapport",
    "Telt mee",
]
STATUSUITLEG = {
    **STATUSWOORDEN,
    "gemeten": "geteld",
    "nul": "nul",
    "streepje": "streepje, gelezen als niemand",
    "ondergrens": "minstens dit aantal",
}
METHODE = (
    "**1. Lezen.** Elk bestand wordt cel voor cel gelezen. Van elke cel bewaren wij wat er"
    " letterlijk staat, het getal dat"
    " eruit volgt en een woord voor wat het is: geteld, nul, te klein om te tonen, p.m. of niet geleverd.\n\n"
    "**2. Niets verbeteren.** Een fout in de bron blijft staan. Onze eigen optelling staat ernaast,"
    " en het verschil komt op"
    " de pagina Bevindingen.\n\n"
    "**3. Nieuw gaat voor oud.** Komt een cijfer opnieuw binnen, dan telt de nieuwste peildatum. Het"
    " oude cijfer blijft"
    " bewaard.\n\n"
    "**4. Vastleggen.** Na de controles wordt een snapshot gemaakt dat niet meer verandert. Het"
    " nummer ervan staat onder"
    " elk cijfer, zodat u het later kunt terugvinden."
)


def answer(bronnen: Sequence[Bron]) -> str:
    """How many deliveries, from whom, and until when."""
    if not bronnen:
        return "Er zijn nog geen leveringen ingelezen."
    data = [b.peildatum for b in bronnen if b.peildatum]
    tot = f", met gegevens tot en met {datum_lang(max(data))}" if data else ""
    verzonnen = sum(bool(b.is_synthetisch) for b in bronnen)
    echt = (
        "Geen ervan bevat verzonnen cijfers."
        if not verzonnen
        else f"Let op: {aantal_met(verzonnen, 'levering bevat', 'leveringen bevatten')} verzonnen cijfers."
    )
    komen = "komt" if len(bronnen) == 1 else "komen"
    return f"**Alle cijfers {komen} uit {aantal_met(len(bronnen), 'levering', 'leveringen')}{tot}.** {echt}"


def delivery_rows(bronnen: Sequence[Bron]) -> list[list[str]]:
    """Every delivery with its origin, dates and what it holds."""
    return [
        [
            letterlijk(b.titel),
            letterlijk(b.uitgever or b.bron),
            letterlijk(b.bestand),
            datum_kort(b.peildatum) if b.peildatum else "niet vermeld",
            datum_kort(b.ontvangen_op),
            getal(b.rijen_goed_aantal),
            getal(b.rijen_afgekeurd_aantal),
            "ja" if b.openbaar else "nee",
            letterlijk(b.herkomst or ""),
        ]
        for b in bronnen
    ]


def caveats(bronnen: Sequence[Bron]) -> list[str]:
    """What the deliverer left open, per delivery."""
    return [f"**{letterlijk(b.titel)}.** {letterlijk(b.kanttekening)}" for b in bronnen if b.kanttekening]


def norm_rows(normen: Sequence[Norm]) -> list[list[str]]:
    """Every norm with its value and article."""
    return [
        [
            letterlijk(n.omschrijving),
            f"{hele_getal(n.waarde)} {n.eenheid or ''}".strip() if n.waarde is not None else "–",
            letterlijk(n.artikel or "–"),
            letterlijk(n.vindplaats or "–"),
        ]
        for n in normen
    ]


def benchmark_rows(benchmarks: Sequence[Benchmark], zoek: str | None) -> list[list[str]]:
    """National figures with their base and number of answers."""
    return [
        [
            letterlijk(" · ".join(d for d in (b.omschrijving, b.doelgroep) if d)),
            hele_getal(b.waarde) + ("%" if b.eenheid in ("procent", "%") else f" {b.eenheid or ''}"),
            letterlijk(b.basis or "niet vermeld"),
            getal(b.n_aantal) if b.n_aantal is not None else "niet vermeld",
            str(b.jaar or ""),
            letterlijk(" · ".join(d for d in (b.bron, b.vindplaats) if d)),
        ]
        for b in benchmarks
        if zoek in (None, b.onderwerp)
    ]


def cell_rows(cellen: Sequence[Waarneming]) -> list[list[str]]:
    """The printed value of each cell and where it stands."""
    return [
        [
            w.periode,
            letterlijk(w.uitsplitsing or "geen"),
            letterlijk(w.waarde_ruw) or "(leeg)",
            hele_getal(w.waarde) if w.waarde is not None else "–",
            STATUSUITLEG.get(w.waarde_status, w.waarde_status),
            letterlijk(w.bestand or ""),
            letterlijk(w.blad or "–"),
            f"rij {w.rij}, kolom {letterlijk(str(w.kolom))}",
            letterlijk(
                ", ".join(
                    d
                    for d in (
                        f"tabel {w.tabel}" if w.tabel else "",
                        f"blz. {w.bladzijde}" if w.bladzijde else "",
                    )
                    if d
                )
            ),
            "ja" if w.is_actueel else "nee, vervangen",
        ]
        for w in cellen
    ]
