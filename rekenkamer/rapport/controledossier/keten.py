"""The steps of one scenario as formulas: which cells each step refers to.

Mirrors the steps of docs/spuk.md, section 2. Which beschikking or estimate the engine chose is in
the warehouse (`toegekend_herkomst`, `regelversie`); how the amounts follow from it is written here
a second time, in the language of a spreadsheet, and compared with the warehouse to the cent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from rekenkamer.rapport.controledossier.formules import NIET_TE_BEREKENEN, NUL, Cel, Formule, cent, neem_over, reken
from rekenkamer.rapport.controledossier.gegevens import Gegevens
from rekenkamer.rapport.controledossier.invoer import FOUT, Invoercellen
from rekenkamer.rapport.controledossier.regels import Regelcellen, list_plafonds
from rekenkamer.rapport.controledossier.rijen import Besteding, Plafond, Scenario, Verloop

STAPPEN = (
    "betaald", "toegekend", "besteed", "reserve_begin", "overschot", "plafond", "terugvordering", "reserve_eind",
    "vaststelling_verschil", "te_betalen", "te_ontvangen", "bestedingsvloer",
)  # fmt: skip
ALLEEN_MET_RESERVE = {"reserve_begin", "overschot", "plafond", "terugvordering", "reserve_eind", "bestedingsvloer"}
GEEN_REGEL = "geen regel bekend"
GEEN_KOSTEN = "geen kosten geleverd"
SISA = "sisa"
REALISATIE = "realisatie"
ONDERGRENS = "ondergrens"
NIET_GELEVERD = "niet_geleverd"
VOLGORDE = ("nader_voorlopig", "voorlopig", "definitief")
HEEL = Decimal(1)
BEVESTIGD = "bevestigd"
Bedragen = dict[str, Cel]


def amount_of(v: Verloop, stap: str) -> Decimal | None:
    """The amount of a step in the warehouse."""
    waarde = getattr(v, f"{stap}_eur")
    return waarde if isinstance(waarde, Decimal) else None


def kan_ramen(g: Gegevens, jaar: int) -> bool:
    """Whether count times amount is the whole formula: no national totals and no extra budget in that year."""
    prijzen = [p for p in g.prijzen if p.budgetjaar == jaar]
    gelijk = all(p.gewicht in (None, p.bedrag_eur or NUL) for p in prijzen)
    return bool(prijzen) and gelijk and all(p.component != "abo" for p in prijzen)


def kies_plafond(plafonds: Sequence[Plafond], jaar: int, nieuw_vanaf: int | None) -> Plafond | None:
    """The newest version that has begun: a confirmed one in its own year, the first other one in `nieuw_vanaf`.

    What comes after that first one begins in its own year, and without `nieuw_vanaf` no unconfirmed version counts.
    """
    onzeker = [p for p in plafonds if p.status != BEVESTIGD]
    begonnen = [
        p
        for p in plafonds
        if (p.status == BEVESTIGD and p.geldig_vanaf_jaar <= jaar)
        or (p.status != BEVESTIGD and nieuw_vanaf is not None)
        and (nieuw_vanaf if p is onzeker[0] else p.geldig_vanaf_jaar) <= jaar
    ]
    return begonnen[-1] if begonnen else None


@dataclass
class Keten:
    """One scenario; `jaren` holds the cells that were written, per year and step."""

    g: Gegevens
    scenario: Scenario
    invoer: Invoercellen
    regels: Regelcellen
    heeft_reserve: bool
    jaren: dict[int, Bedragen] = field(default_factory=dict)

    def formule(self, stap: str, v: Verloop, nu: Mapping[str, Cel]) -> Formule | str:
        """The formula of a step, or a word where the rules do not give one."""
        if stap in ALLEEN_MET_RESERVE and not self.heeft_reserve:
            return GEEN_REGEL
        return {
            "betaald": self._betaald, "toegekend": self._toegekend, "besteed": self._besteed,
            "reserve_begin": self._reserve_begin, "overschot": self._overschot, "plafond": self._plafond,
            "terugvordering": self._terugvordering, "reserve_eind": self._reserve_eind,
            "vaststelling_verschil": self._vaststelling, "te_betalen": self._te_betalen,
            "te_ontvangen": self._te_ontvangen, "bestedingsvloer": self._bestedingsvloer,
        }[stap](v, nu)  # fmt: skip

    def _betaald(self, v: Verloop, nu: Mapping[str, Cel]) -> Formule | str:
        cellen = [c for soort in VOLGORDE if (c := self.invoer.beschikkingen.get((v.jaar, soort)))]
        gelijk = [c for c in cellen if c.waarde == v.betaald_eur]
        return neem_over((gelijk or cellen)[0]) if cellen else "geen beschikking"

    def _toegekend(self, v: Verloop, nu: Mapping[str, Cel]) -> Formule | str:
        definitief = self.invoer.beschikkingen.get((v.jaar, "definitief"))
        if v.toegekend_herkomst == "beschikking" and definitief:
            return neem_over(definitief)
        if v.toegekend_herkomst == "gelijkgesteld":
            return neem_over(nu["betaald"])
        if v.toegekend_herkomst == "telling" and v.jaar in self.invoer.ramingen:
            return neem_over(self.invoer.ramingen[v.jaar])
        peil = self.jaren.get(self.scenario.peiljaar)
        if v.toegekend_herkomst == "realisatiegraad" and peil:
            delen = (nu["betaald"], peil["toegekend"], peil["betaald"])
            return reken("{0}*({1}/{2})", lambda p, d, b: p * d / b, *delen)
        return NIET_TE_BEREKENEN if v.toegekend_eur is None else Formule(f"={v.toegekend_eur}", v.toegekend_eur)

    def _besteed(self, v: Verloop, nu: Mapping[str, Cel]) -> Formule | str:
        rijen = [b for b in self.invoer.kosten if b.jaar == v.jaar and b.post != FOUT]
        aangenomen = v.jaar > self.scenario.peiljaar and not self._is_gerealiseerd(rijen)
        peil = self.jaren.get(self.scenario.peiljaar, {}).get("besteed") if aangenomen else None
        if self.scenario.besteding == "peiljaar" and peil:
            return neem_over(peil)
        niets = not any(map(self._telt, rijen))
        tekst, som = self._kosten(v.jaar, rijen)
        if self.scenario.besteding == "minstens_peiljaar" and peil and peil.waarde is not None:
            hoogste = Formule(f"=ROUND(MAX({tekst},{peil.adres}),2)", cent(max(som, peil.waarde)))
            return neem_over(peil) if niets else hoogste
        if niets:
            return Formule(f'=IF(({tekst})=0,"{GEEN_KOSTEN}",ROUND({tekst},2))', None, GEEN_KOSTEN)
        return Formule(f"=ROUND({tekst},2)", cent(som))

    def _is_gerealiseerd(self, rijen: Sequence[Besteding]) -> bool:
        """Whether all that counts was accounted for: then no assumption of the scenario goes before it."""
        tellend = [b for b in rijen if self._telt(b)]
        heel = [b for b in tellend if b.bedrag_eur is not None and b.waarde_status != ONDERGRENS]
        return bool(tellend) and len(heel) == len(tellend) and all(b.status_bedrag == REALISATIE for b in heel)

    def _telt(self, b: Besteding) -> bool:
        """Whether a row says something on what was spent: a SiSa form that did not come says nothing."""
        if b.post == SISA and b.bedrag_eur is None:
            return False
        return b.is_voorziening == "ja" or (b.is_voorziening == "discutabel" and self.scenario.participatie_telt_mee)

    def _kosten(self, jaar: int, rijen: Sequence[Besteding]) -> tuple[str, Decimal]:
        keuze = self.regels.participatie[self.scenario.scenario]
        tekst = f'{_sumifs(jaar, "ja")}+IF({keuze}="ja",{_sumifs(jaar, "discutabel")},0)'
        return tekst, sum((b.bedrag_eur for b in rijen if b.bedrag_eur is not None and self._telt(b)), NUL)

    def _reserve_begin(self, v: Verloop, nu: Mapping[str, Cel]) -> Formule | str:
        vorig = self.jaren.get(v.jaar - 1)
        return neem_over(vorig["reserve_eind"] if vorig else self.regels.beginreserve[self.scenario.scenario])

    def _overschot(self, v: Verloop, nu: Mapping[str, Cel]) -> Formule | str:
        return reken("{0}+{1}-{2}", lambda r, d, b: r + d - b, nu["reserve_begin"], nu["toegekend"], nu["besteed"])

    def _plafond(self, v: Verloop, nu: Mapping[str, Cel]) -> Formule | str:
        versie = v.regelversie or ""
        if versie not in self.regels.alpha:
            return GEEN_REGEL
        alpha, beta = self.regels.alpha[versie], self.regels.beta[versie]
        vorig = self.jaren.get(v.jaar - 1)
        if vorig is None or (vorig["toegekend"].waarde is None and not beta.waarde):
            return reken("{0}*{1}", lambda a, d: a * d, alpha, nu["toegekend"])
        delen = (alpha, nu["toegekend"], beta, vorig["toegekend"])
        tekst = "ROUND({0}*{1},2)+ROUND({2}*{3},2)"  # the engine rounds both parts
        return reken(tekst, lambda a, d, b, e: cent(a * d) + cent(b * e), *delen)

    def _terugvordering(self, v: Verloop, nu: Mapping[str, Cel]) -> Formule | str:
        return reken("MAX(0,{0}-{1})", lambda o, p: max(NUL, o - p), nu["overschot"], nu["plafond"])

    def _reserve_eind(self, v: Verloop, nu: Mapping[str, Cel]) -> Formule | str:
        return reken("{0}-{1}", lambda o, t: o - t, nu["overschot"], nu["terugvordering"])

    def _vaststelling(self, v: Verloop, nu: Mapping[str, Cel]) -> Formule | str:
        return reken("{0}-{1}", lambda p, d: p - d, nu["betaald"], nu["toegekend"])

    def _te_betalen(self, v: Verloop, nu: Mapping[str, Cel]) -> Formule | str:
        fout = [b for b in self.invoer.kosten if b.post == FOUT and b.jaar == v.jaar]
        if any(b.bedrag_eur is None and b.waarde_status != NIET_GELEVERD for b in fout):
            return NIET_TE_BEREKENEN  # delivered, but of no use: not nil
        bedragen = [b.bedrag_eur for b in fout if b.bedrag_eur is not None]
        erbij, extra = (f"+{_sumifs(v.jaar, FOUT)}", sum(bedragen, NUL)) if bedragen else ("", NUL)
        if not self.heeft_reserve:
            return reken(f"MAX(0,{{0}}){erbij}", lambda w: max(NUL, w) + extra, nu["vaststelling_verschil"])
        delen = (nu["vaststelling_verschil"], nu["terugvordering"])
        return reken(f"MAX(0,{{0}})+{{1}}{erbij}", lambda w, t: max(NUL, w) + t + extra, *delen)

    def _te_ontvangen(self, v: Verloop, nu: Mapping[str, Cel]) -> Formule | str:
        return reken("MAX(0,-{0})", lambda w: max(NUL, -w), nu["vaststelling_verschil"])

    def _bestedingsvloer(self, v: Verloop, nu: Mapping[str, Cel]) -> Formule | str:
        volgend = kies_plafond(list_plafonds(self.g), v.jaar + 1, self.scenario.nieuw_plafond_vanaf_jaar)
        if volgend is None or volgend.alpha != HEEL:
            return NIET_TE_BEREKENEN
        delen = (nu["reserve_eind"], self.regels.beta[volgend.regelversie], nu["toegekend"])
        return reken("MAX(0,{0}-ROUND({1}*{2},2))", lambda r, b, d: max(NUL, r - cent(b * d)), *delen)


def _sumifs(jaar: int, telt: str) -> str:
    return f'SUMIFS(kosten_bedrag,kosten_jaar,{jaar},kosten_telt_mee,"{telt}")'


def list_ramingsjaren(g: Gegevens, verloop: Sequence[Verloop]) -> list[int]:
    """The years whose grant is a count times an amount in some scenario."""
    return sorted({v.jaar for v in verloop if v.toegekend_herkomst == "telling" and kan_ramen(g, v.jaar)})
