"""Sheet Berekening: every step of every scenario as a live formula, beside the warehouse and the difference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rekenkamer.rapport.controledossier.formules import GEEN_BEDRAG, Cel, Formule, verschil
from rekenkamer.rapport.controledossier.gegevens import Gegevens
from rekenkamer.rapport.controledossier.invoer import Invoercellen
from rekenkamer.rapport.controledossier.keten import STAPPEN, Keten, amount_of
from rekenkamer.rapport.controledossier.regels import Regelcellen
from rekenkamer.rapport.controledossier.rijen import Rekenregel, Verloop
from rekenkamer.rapport.controledossier.werkmap import Blad, naam_van
from rekenkamer.rapport.controledossier.woorden import (
    HERKOMST,
    NIET_TE_ZIEN,
    REGEL_STATUS,
    ZONDER_VASTSTELLING,
    tekst_datum,
    woord,
)

KOPPEN = ("Stap", "Formule in woorden", "Berekend", "In het magazijn", "Verschil", "Status", "Artikel", "Toelichting")
BREEDTES = (29, 40, 17, 17, 10, 22, 30, 46)
KOP = 4
KLOPT, KLOPT_NIET = "Alle nagerekende bedragen zijn gelijk", "Er zijn verschillen: zie kolom Verschil"
GELIJKGESTELD = "gelijkgesteld"
ZEKERHEID = ("bevestigd", "afgeleid", "onbekend")  # from sure to unsure
NAMEN = {
    "betaald": "Betaald",
    "toegekend": "Toegekend",
    "besteed": "Besteed",
    "reserve_begin": "Reserve op 1 januari",
    "overschot": "Overschot",
    "plafond": "Plafond van de reserve",
    "terugvordering": "Terugvordering onderbesteding",
    "reserve_eind": "Reserve op 31 december",
    "vaststelling_verschil": "Verschil bij de vaststelling",
    "te_betalen": "Te betalen",
    "te_ontvangen": "Te ontvangen",
    "bestedingsvloer": "Bestedingsvloer volgend jaar",
}
TOON_VERSIE = {"plafond", "bestedingsvloer"}
VET = {"te_betalen", "reserve_eind"}
GEEN_UITKOMST = f"{NIET_TE_ZIEN}: een 0,00 hier is geen uitkomst.".capitalize()
HIER_NIET_TE_ZIEN = {
    "vaststelling_verschil": GEEN_UITKOMST,
    "te_betalen": f"{ZONDER_VASTSTELLING.capitalize()}: die is niet te zien.",
    "te_ontvangen": GEEN_UITKOMST,
}


class Controlecel(NamedTuple):
    """The check of one step; `is_leeg` when neither the formula nor the warehouse gives an amount.

    `is_verborgen`: a settlement that can't be seen; its 0,00 is compared, and is no outcome.
    """

    scenario: str
    cel: Cel
    is_leeg: bool
    is_verborgen: bool


class Telling(NamedTuple):
    """How many outcomes were compared, can't be computed and can't be seen, and how many amounts differ."""

    nagerekend: int
    niet_te_berekenen: int
    niet_te_zien: int
    afwijkend: int


@dataclass
class Uitkomsten:
    """The cells of the steps per scenario and year, and the checks."""

    bedragen: dict[tuple[str, int], dict[str, Cel]] = field(default_factory=dict)
    controles: list[Controlecel] = field(default_factory=list)

    def tel(self, scenario: str | None = None) -> Telling:
        """The checks of one scenario, or of all."""
        cellen = [c for c in self.controles if scenario in (None, c.scenario)]
        gevuld = [c for c in cellen if not c.is_leeg]
        verborgen = sum(c.is_verborgen for c in gevuld)
        afwijkend = sum(c.cel.waarde != 0 for c in gevuld)
        return Telling(len(gevuld) - verborgen, len(cellen) - len(gevuld), verborgen, afwijkend)

    @property
    def oordeel(self) -> str:
        """One sentence on everything that was compared."""
        return KLOPT_NIET if self.tel().afwijkend else KLOPT


def weakest_status(g: Gegevens, v: Verloop, stappen: Sequence[str]) -> str:
    """How sure the outcome of a year is: no surer than the weakest of these steps that has an amount."""
    if v.te_betalen_eur is None:
        return ZEKERHEID[-1]
    stap = {r.code: r.status for r in g.rekenregels if (r.scenario, r.jaar, r.soort) == (v.scenario, v.jaar, "stap")}
    gevonden = [stap.get(naam) for naam in stappen if amount_of(v, naam) is not None]
    rang = [ZEKERHEID.index(s) if s in ZEKERHEID else len(ZEKERHEID) - 1 for s in gevonden]
    return ZEKERHEID[max([*rang, int(bool(v.is_gebundeld))])]  # a pooled sum is never more than inferred


def is_hidden(v: Verloop) -> bool:
    """One amount for both paid and granted: the settlement can't be seen, which is not nil."""
    return v.toegekend_herkomst == GELIJKGESTELD


def write_berekening(
    blad: Blad, g: Gegevens, verloop: Sequence[Verloop], invoer: Invoercellen, regels: Regelcellen
) -> Uitkomsten:
    """Fill the sheet, a scenario under the other and in it year after year."""
    uit = Uitkomsten()
    per = {(v.scenario, v.jaar): v for v in verloop}
    regeltekst = {(r.scenario, r.jaar, r.code): r for r in g.rekenregels if r.soort == "stap"}
    heeft_reserve = next((r.reserve_regel for r in g.regelingen if r.regeling == g.regeling), None) == "plafond"
    blad.tekst(0, 0, "Berekening", "titel")
    blad.koppen(KOP, KOPPEN, (2, 3))
    rij = KOP + 1
    for scenario in sorted(g.scenarios, key=lambda s: s.volgorde):
        keten = Keten(g, scenario, invoer, regels, heeft_reserve)
        for jaar in sorted(j for s, j in per if s == scenario.scenario):
            blad.tekst(rij, 0, f"Scenario {scenario.naam.lower()}, {jaar}", "kop")
            rij = _write_jaar(blad, rij + 1, keten, per[(scenario.scenario, jaar)], regeltekst, uit)
    _write_oordeel(blad, rij, uit)
    blad.maak_op(BREEDTES, KOP + 1, KOP)
    return uit


def _write_jaar(
    blad: Blad, rij: int, keten: Keten, v: Verloop, regeltekst: dict[tuple[str, int, str], Rekenregel], uit: Uitkomsten
) -> int:
    cellen: dict[str, Cel] = {}
    for stap in STAPPEN:
        inhoud = keten.formule(stap, v, cellen)
        vet = stap in VET
        blad.tekst(rij, 0, NAMEN[stap], "vet" if vet else "tekst")
        cel = _write_uitkomst(blad, rij, inhoud, vet)
        magazijn = blad.getal(rij, 3, amount_of(v, stap), "euro", GEEN_BEDRAG)
        controle = blad.formule(rij, 4, verschil(cel, magazijn), "controle")
        is_leeg = cel.waarde is None and magazijn.waarde is None
        is_verborgen = is_hidden(v) and HIER_NIET_TE_ZIEN.get(stap) == GEEN_UITKOMST
        uit.controles.append(Controlecel(v.scenario, controle, is_leeg, is_verborgen))
        _write_uitleg(blad, rij, v, stap, regeltekst.get((v.scenario, v.jaar, stap)))
        cellen[stap] = blad.benoem(naam_van(stap, v.scenario, v.jaar), cel)
        rij += 1
    keten.jaren[v.jaar] = cellen
    uit.bedragen[(v.scenario, v.jaar)] = cellen
    return rij + 1


def _write_uitkomst(blad: Blad, rij: int, inhoud: Formule | str, vet: bool) -> Cel:
    if isinstance(inhoud, Formule):
        return blad.formule(rij, 2, inhoud, "euro_vet" if vet else "euro")
    blad.tekst(rij, 2, inhoud)
    return Cel(blad.adres(rij, 2), None)


def _write_uitleg(blad: Blad, rij: int, v: Verloop, stap: str, regel: Rekenregel | None) -> None:
    delen = [f"Herkomst: {woord(HERKOMST, v.toegekend_herkomst)}."] if stap == "toegekend" else []
    delen += [HIER_NIET_TE_ZIEN[stap]] if is_hidden(v) and stap in HIER_NIET_TE_ZIEN else []
    delen += [f"Regelversie {regel.regelversie}."] if regel and regel.regelversie and stap in TOON_VERSIE else []
    delen += [regel.toelichting] if regel and regel.toelichting else []
    delen += [f"Ontbreekt: {v.ontbreekt}."] if stap == "te_betalen" and v.ontbreekt else []
    datum = f" (tekst van {tekst_datum(regel.tekst_datum)})" if regel and regel.tekst_datum else ""
    blad.tekst(rij, 1, (regel.formule if regel else None) or "geen formule vastgelegd")
    blad.tekst(rij, 5, _zekerheid(regel))
    blad.tekst(rij, 6, f"{regel.artikel}{datum}" if regel and regel.artikel else "geen")
    blad.tekst(rij, 7, " ".join(delen))


def _zekerheid(regel: Rekenregel | None) -> str:
    """A delivered amount stands in its source; only a rule can be confirmed in the text of the law."""
    if regel and regel.status == "bevestigd" and not regel.artikel:
        return "staat zo in de bron"
    return woord(REGEL_STATUS, regel.status if regel else None)


def _write_oordeel(blad: Blad, einde: int, uit: Uitkomsten) -> None:
    """One sentence on all checks; a word in place of a number on one side only counts as a difference."""
    reeks, telling = blad.reeks(KOP + 1, max(KOP + 1, einde - 1), 4), uit.tel()
    goed = f'COUNTIF({reeks},0)+COUNTIF({reeks},"{GEEN_BEDRAG}")'
    tekst = f'=IF({goed}={len(uit.controles)},"{KLOPT}","{KLOPT_NIET}")'
    blad.benoem("oordeel", blad.formule(1, 0, Formule(tekst, None, uit.oordeel), "oordeel"))
    blad.tekst(2, 0, f"{count_sentence(telling)} Verschil = berekend min magazijn, en moet 0,00 zijn.", "plat")
    blad.markeer_verschil(reeks, GEEN_BEDRAG)


def count_sentence(t: Telling) -> str:
    """How much was compared, and how much could not be."""
    fout = f" {t.afwijkend} wijken af." if t.afwijkend else ""
    gelijk = t.nagerekend - t.afwijkend
    rest = ((t.niet_te_zien, NIET_TE_ZIEN), (t.niet_te_berekenen, "niet te berekenen"))
    leeg = "".join(f"; {aantal} zijn {wat}" for aantal, wat in rest if aantal)
    return f"{gelijk} bedragen zijn nagerekend en gelijk{leeg}.{fout}"
