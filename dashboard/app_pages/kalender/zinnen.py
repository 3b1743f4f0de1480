"""Sentences and table rows on the terms of the SPUK."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from dashboard.components.opmaak import klein, letterlijk, tekst_zacht
from dashboard.data.spuk_kalender import Termijn, mid_sentence
from dashboard.data.spuk_regelingen import GEBUNDELD
from dashboard.theme.notatie import AANEEN, aantal_met, datum_kort, datum_lang, opsomming

MAANDEN_VOORUIT = 24
WEL = (
    "De dagen komen uit de wet en de regelingen. Bij elke dag staat het artikel, en hoe zeker de regel is. Het jaar is"
    " het jaar waarvoor de uitkering is; de verantwoording en de afrekening komen daarna."
)
NIET = (
    "De kalender is een indicatie. Staat in een brief of beschikking een andere dag, dan geldt die. Wij rekenen niet"
    " uit of een dag in het weekend opschuift."
)
BUNDEL = (
    "De bron geeft G10, G13 en A38 samen. Hier staan de dagen van G10; van G13 en A38 kennen wij alleen de dag van de"
    " verantwoording. In uw agenda staan ze daarom als nog niet zeker."
)
VOORBIJ = "Of een brief of verantwoording is geleverd, staat op de pagina Regelingen."
GEMEENTE = "gemeente"
WIE = {"rijk": "het rijk"}
Namen = dict[str, str]


class Regel(NamedTuple):
    """One day of one year; several grants may share it, which are named and never added up."""

    termijn: Termijn
    regelingen: tuple[str, ...]


def answer(regels: Sequence[Regel], vandaag: date, naam: str | None) -> str:
    """The first day on which the gemeente itself must act, what comes before it, and how many follow."""
    if not regels:
        wie = f"Voor {naam} zijn" if naam else "Er zijn"
        return f"{wie} geen termijnen: er is nog geen beschikking geleverd."
    komend = upcoming(regels, vandaag)
    if not komend:
        laatste = regels[-1].termijn.datum
        return f"**Er komen geen termijnen meer aan; de laatste was op {datum_lang(laatste)}.** {seen_on(vandaag)}"
    eigen = [r for r in komend if r.termijn.wie == GEMEENTE]
    dag = (eigen or komend)[0].termijn.datum
    eerste = [r for r in eigen or komend if r.termijn.datum == dag]
    zelf = f" voor {naam or 'de gemeente'} zelf" if eigen else ""
    rest = len([r for r in komend if r.termijn.datum >= dag]) - len(eerste)
    daarna = f"Er {'volgt' if rest == 1 else 'volgen'} nog {aantal_met(rest, 'termijn', 'termijnen')}."
    eerder = _before([r for r in komend if r.termijn.datum < dag], vandaag)
    return (
        f"**De eerstvolgende termijn{zelf} is {_when(dag, vandaag)}: {opsomming([_what(r) for r in eerste])}.**"
        f" {eerder}{daarna if rest else 'Daarna komt er geen termijn meer.'} {seen_on(vandaag)}"
    )


def _when(dag: date, vandaag: date) -> str:
    dagen = (dag - vandaag).days
    wanneer = f"over {aantal_met(dagen, 'dag', 'dagen')}" if dagen else "vandaag"
    return f"{datum_lang(dag)} ({wanneer})"


def _what(r: Regel) -> str:
    return f"{mid_sentence(letterlijk(r.termijn.naam))} over {r.termijn.jaar}{for_whom(r)}"


def _before(eerder: Sequence[Regel], vandaag: date) -> str:
    """What others do first: the first of these by name, the rest as a number."""
    if not eerder:
        return ""
    t = eerder[0].termijn
    wie = f", door {WIE.get(t.wie, t.wie)}" if t.wie else ""
    meer = f"; en nog {aantal_met(len(eerder) - 1, 'termijn', 'termijnen')} van anderen" if len(eerder) > 1 else ""
    return f"Eerder komt {_when(t.datum, vandaag)}: {_what(eerder[0])}{wie}{meer}. "


def for_whom(r: Regel) -> str:
    """Of a pooled sum, the grants that this day is known for; else nothing, because the grant is chosen or named."""
    return f" ({opsomming(list(r.regelingen))})" if r.termijn.regeling == GEBUNDELD and r.regelingen else ""


def seen_on(vandaag: date) -> str:
    """From which day on is counted."""
    return f"Bekeken op {datum_lang(vandaag)}."


def group(termijnen: Sequence[Termijn], namen: Namen) -> list[Regel]:
    """The same term of the same year for several grants becomes one line, in order of date."""
    groepen: dict[tuple[date, int, int, str], list[Termijn]] = {}
    for t in termijnen:
        groepen.setdefault((t.datum, t.jaar, t.volgorde or 0, t.termijn), []).append(t)
    return [
        Regel(groep[0], _namen_op_volgorde({r for t in groep for r in t.voor or (t.regeling,)}, namen))
        for _, groep in sorted(groepen.items())
    ]


def _namen_op_volgorde(codes: set[str], namen: Namen) -> tuple[str, ...]:
    onbekend = sorted(codes - namen.keys())
    return tuple([naam for code, naam in namen.items() if code in codes] + onbekend)


def upcoming(regels: Sequence[Regel], vandaag: date) -> list[Regel]:
    """Today and later, the first one first."""
    return [r for r in regels if r.termijn.datum >= vandaag]


def horizon(vandaag: date) -> date:
    """The last day that the chart shows."""
    jaar = vandaag.year + MAANDEN_VOORUIT // 12
    return date(jaar, vandaag.month, min(vandaag.day, 28))


def select(termijnen: Sequence[Termijn], regeling: str | None, jaar: int | None) -> list[Termijn]:
    """The terms a reader asked for."""
    return [t for t in termijnen if regeling in (None, t.regeling) and jaar in (None, t.jaar)]


def whole_date(dag: date) -> str:
    """`31-12-2026` that does not break at its hyphens in a narrow column."""
    return datum_kort(dag).replace("-", f"-{AANEEN}")


def _dag(t: Termijn) -> str:
    return whole_date(t.datum) + (f" ({t.weekend})" if t.weekend else "")


def upcoming_rows(komend: Sequence[Regel], met_regeling: bool) -> list[list[str]]:
    """One row per term to come; a rule that is not certain says so behind its name."""
    return [
        [_dag(t), f"{letterlijk(t.naam)}{_onzeker(t)}", _uitkering(r, met_regeling), letterlijk(t.wie)]
        for r in komend
        for t in [r.termijn]
    ]


def columns(met_regeling: bool) -> list[str]:
    """A short head where the cells hold a year only."""
    return ["Dag", "Termijn", "Uitkering" if met_regeling else "Jaar", "Wie"]


def _uitkering(r: Regel, met_regeling: bool) -> str:
    return f"{r.termijn.jaar}" + (f" · {opsomming(list(r.regelingen))}" if met_regeling else "")


def _onzeker(t: Termijn) -> str:
    return "" if t.status == "bevestigd" else " (niet zeker)"


def past_lines(regels: Sequence[Regel], vandaag: date, met_regeling: bool) -> str:
    """One line per year, the newest first: the days that have passed, in order."""
    per_jaar: dict[int, list[str]] = {}
    for r in regels:
        if r.termijn.datum < vandaag:
            wie = f" ({opsomming(list(r.regelingen))})" if met_regeling else ""
            per_jaar.setdefault(r.termijn.jaar, []).append(
                f"{_dag(r.termijn)} {mid_sentence(letterlijk(r.termijn.naam))}{wie}"
            )
    if not per_jaar:
        return ""
    regels_tekst = [
        f"- {klein(f'**{jaar}**: ' + '; '.join(per_jaar[jaar]))}" for jaar in sorted(per_jaar, reverse=True)
    ]
    return "\n".join(regels_tekst) + f"\n\n{tekst_zacht(VOORBIJ)}"


def explanations(regels: Sequence[Regel]) -> str:
    """Once per kind of term: what happens, who acts, on which article it stands and how sure that is."""
    soorten: dict[tuple[str, str | None, str | None], Termijn] = {}
    for t in sorted((r.termijn for r in regels), key=lambda t: (t.volgorde or 0, t.naam, t.jaar)):
        soorten.setdefault((t.naam, t.wat, t.artikel), t)
    return "\n".join(f"- {klein(_uitleg(t))}" for t in soorten.values())


def _uitleg(t: Termijn) -> str:
    tekst = f" (tekst van {whole_date(t.tekst_datum)})" if t.tekst_datum else ""
    regel = f"{letterlijk(t.artikel)}{tekst}" if t.artikel else "artikel niet bekend"
    delen = [f"**{letterlijk(t.naam)}.**", letterlijk(t.wat), f"Wie: {letterlijk(t.wie)}." if t.wie else ""]
    delen += [f"Regel: {regel}; {t.zekerheid}.", letterlijk(t.toelichting)]
    return " ".join(d for d in delen if d)


def file_name(naam: str | None, regeling: str | None, jaar: int | None, snapshot_id: str) -> str:
    """`spuk-termijnen_wassenaar_g10_2026_<snapshot>.ics`, without signs that a disk refuses."""
    delen = ["spuk-termijnen", naam or "alle-gemeenten", regeling or "", str(jaar or ""), snapshot_id]
    return "_".join("".join(k if k.isalnum() or k == "-" else "-" for k in d.lower()) for d in delen if d) + ".ics"


def agenda_note(aantal: int, vanaf: date, met_regeling: bool) -> str:
    """What is in the file and what it does in an agenda."""
    apart = ", elke regeling apart" if met_regeling else ""
    return (
        f"In het bestand {'staat' if aantal == 1 else 'staan'} {aantal_met(aantal, 'termijn', 'termijnen')} van deze"
        f" keuze{apart}, vanaf {datum_lang(vanaf)}, de dag waarop deze gegevens zijn vastgelegd. Elke termijn is een"
        " hele dag, met een herinnering 14 dagen ervoor, en bij de grens van achttien maanden ook 60 dagen ervoor; niet"
        " elke agenda neemt die over. Een nieuw bestand werkt dezelfde termijnen bij."
    )


def no_agenda(termijnen: Sequence[Termijn], moment: date | None) -> str:
    """Why there is no button."""
    if moment is None:
        waarom = "Niet bekend is wanneer deze gegevens zijn vastgelegd"
    else:
        waarom = "Van deze keuze is elke termijn al voorbij" if termijnen else "Voor deze keuze is geen termijn"
    return f"{waarom}; er is niets om in uw agenda te zetten."


def chart_note(regels: Sequence[Regel], tot: date) -> str:
    """Which months, what the signs are, and for which grants of a pooled sum the days hold."""
    samen = [r for r in regels if r.termijn.regeling == GEBUNDELD]
    wie = sorted({opsomming(list(r.regelingen)) for r in samen}, key=len)
    voor = f" De dagen zijn die van {wie[0]}{'; SiSa ook van de andere' if len(wie) > 1 else ''}." if wie else ""
    return f"Van vandaag tot {datum_lang(tot)}. Het jaar is dat van de uitkering. Open rondje: niet zeker.{voor}"


def table_note(termijnen: Sequence[Termijn], vandaag: date) -> str:
    """From which day on, and what the terms of a pooled sum are."""
    bundel = f" {BUNDEL}" if any(t.regeling == GEBUNDELD for t in termijnen) else ""
    return f"{seen_on(vandaag)}{bundel}"
