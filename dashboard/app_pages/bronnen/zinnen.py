"""Sentences and table rows on sources, norms and single cells."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.components.opmaak import klein, letterlijk, tekst_zacht
from dashboard.data.bronnen import Benchmark, Bron, Norm, Waarneming
from dashboard.theme.notatie import STATUSWOORDEN, aantal_met, datum_kort, datum_lang, getal, hele_getal, hoofdletter

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

CEL = ["Wat", "Er staat", "Wij lezen", "Cel"]
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


def delivery_block(b: Bron) -> str:
    """One delivery to read: what and whose it is, when it came, what was read, and what the deliverer left open."""
    gelezen = aantal_met(b.rijen_goed_aantal or 0, "rij gelezen", "rijen gelezen")
    geweigerd = aantal_met(b.rijen_afgekeurd_aantal or 0, "rij geweigerd", "rijen geweigerd")
    peildatum = f"peildatum {datum_kort(b.peildatum)}" if b.peildatum else "geen peildatum vermeld"
    openbaar = "niet vermeld" if b.openbaar is None else "ja" if b.openbaar else "nee"
    verzonnen = " · **verzonnen cijfers**" if b.is_synthetisch else ""
    regels = [
        klein(f"**{letterlijk(b.titel)}**{verzonnen}"),
        klein(f"Van: {letterlijk(b.uitgever or b.bron_naam)}"),
        klein(f"Bestand: {letterlijk(b.bestand)}"),
        klein(f"{hoofdletter(peildatum)} · ontvangen {datum_kort(b.ontvangen_op)} · openbaar: {openbaar}"),
        klein(f"{hoofdletter(gelezen)}, {geweigerd}"),
    ]
    blok = "  \n".join(regels)
    kanttekeningen = [k for k in (b.kanttekening or "").split("\n") if k.strip()]
    return blok + "".join(f"\n- {tekst_zacht(letterlijk(k))}" for k in kanttekeningen)


def origin(bronnen: Sequence[Bron]) -> str:
    """What the deliveries were copied from, named once."""
    herkomst = list(dict.fromkeys(b.herkomst for b in bronnen if b.herkomst))
    return f"Overgenomen uit: {letterlijk('; '.join(herkomst))}. Onder elke levering staan de kanttekeningen." * bool(
        herkomst
    )


def norm_rows(normen: Sequence[Norm]) -> list[list[str]]:
    """Every norm with its value and where it is written."""
    return [
        [
            letterlijk(n.omschrijving),
            f"{hele_getal(n.waarde)} {n.eenheid or ''}".strip() if n.waarde is not None else "niet vermeld",
            letterlijk("; ".join(d for d in (n.artikel, n.vindplaats) if d) or "niet vermeld"),
        ]
        for n in normen
    ]


def benchmark_rows(benchmarks: Sequence[Benchmark]) -> list[list[str]]:
    """National figures with the group that they are a part of."""
    return [
        [
            letterlijk(" · ".join(d for d in (b.omschrijving, b.doelgroep) if d)),
            hele_getal(b.waarde) + ("%" if b.eenheid in ("procent", "%") else f" {b.eenheid or ''}".rstrip()),
            letterlijk(_basis(b)),
        ]
        for b in benchmarks
    ]


def _basis(b: Benchmark) -> str:
    aantal = f"n = {getal(b.n_aantal)}" if b.n_aantal is not None else "n niet vermeld"
    return ", ".join(d for d in (b.basis or "groep niet vermeld", aantal, str(b.jaar or ""), b.vindplaats or "") if d)


def benchmark_source(benchmarks: Sequence[Benchmark]) -> str:
    """The publications behind these figures; the place in them stands in the rows."""
    bronnen = list(dict.fromkeys(b.bron for b in benchmarks if b.bron))
    return f"Bron: {letterlijk('; '.join(bronnen))}. n: het aantal antwoorden of mensen." if bronnen else ""


def places(cellen: Sequence[Waarneming]) -> list[tuple[str, list[Waarneming]]]:
    """The cells by where they stand: file, sheet, table and page."""
    groepen: dict[str, list[Waarneming]] = {}
    for w in cellen:
        groepen.setdefault(_plaats(w), []).append(w)
    return list(groepen.items())


def _plaats(w: Waarneming) -> str:
    tabel = (f"tabel {w.tabel}" if w.tabel[:1].isdigit() else w.tabel) if w.tabel else ""
    delen = (
        f"bestand {w.bestand}" if w.bestand else "",
        f"blad {w.blad}" if w.blad else "",
        f"in het rapport {tabel}" if tabel else "",
        f"blz. {w.bladzijde}" if w.bladzijde else "",
    )
    return hoofdletter(" · ".join(d for d in delen if d))


def cell_rows(cellen: Sequence[Waarneming], met_periode: bool = True) -> list[list[str]]:
    """The printed value of each cell, what we read in it, and its row and column."""
    return [
        [
            _cel_naam(w, met_periode),
            letterlijk(w.waarde_ruw) or "(leeg)",
            _gelezen(w),
            f"rij {w.rij}, kolom {letterlijk(str(w.kolom))}",
        ]
        for w in cellen
    ]


def _cel_naam(w: Waarneming, met_periode: bool) -> str:
    delen = [period_name(w.periode)] if met_periode or not w.uitsplitsing else []
    naam = ", ".join([*delen, *([w.uitsplitsing] if w.uitsplitsing else [])])
    return letterlijk(naam) + ("" if w.is_actueel else " (vervangen door een nieuwer cijfer)")


def period_name(periode: str) -> str:
    """The code for all years together in words; a year stays a year."""
    return "alle jaren samen" if periode == "totaal" else periode.replace("/", " tot en met ")


def _gelezen(w: Waarneming) -> str:
    uitleg = STATUSUITLEG.get(w.waarde_status, w.waarde_status)
    return f"{hele_getal(w.waarde)} ({uitleg})" if w.waarde is not None else uitleg
