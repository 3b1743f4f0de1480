"""What must hold for any series of years, to the cent."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from decimal import Decimal as D
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rekenkamer.spuk import (
    Besteding,
    Dossier,
    FoutOnzeker,
    Herkomst,
    Jaaruitkomst,
    Plafond,
    Regels,
    Scenario,
    bereken,
    verklaar_verschil,
)
from rekenkamer.spuk.regels import STATUSSEN
from tests.unit.rekenkamer.spuk.bouwstenen import EERSTE, GEDRUKT, NIEUW, OUD, beschikkingen, dossier, kosten

CENT = D("0.01")
bedrag = st.integers(0, 100_000_00).map(lambda c: D(c) / 100)
met_min = st.integers(-50_000_00, 50_000_00).map(lambda c: D(c) / 100)
deel = st.sampled_from([D(0), D("0.25"), D("0.333"), D("0.5"), D(1), D("1.2")])
plafonds = st.one_of(
    st.just((OUD, NIEUW)),
    st.builds(lambda a, b, c: (replace(OUD, alpha=a, beta=b), replace(NIEUW, alpha=c)), deel, deel, deel),
)
vlug = settings(max_examples=40, deadline=None)
vlugger = settings(max_examples=20, deadline=None)


@dataclass(frozen=True)
class Opzet:
    dossier: Dossier
    scenario: Scenario
    regels: Regels

    def reken(self) -> tuple[Jaaruitkomst, ...]:
        return bereken(self.dossier, self.scenario, self.regels)

    def met_kosten(self, bestedingen: tuple[Besteding, ...]) -> Opzet:
        return replace(self, dossier=replace(self.dossier, bestedingen=bestedingen))


@st.composite
def opzetten(draw: st.DrawFn, versies: st.SearchStrategy[tuple[Plafond, ...]] = plafonds) -> Opzet:
    rijen = draw(st.lists(st.tuples(bedrag, bedrag, bedrag), min_size=1, max_size=5))
    jaren = range(2022, 2022 + len(rijen))
    per = [dict(zip(jaren, kolom, strict=True)) for kolom in zip(*rijen, strict=True)]
    besluiten = (*beschikkingen(per[0]), *beschikkingen(per[1], "definitief"))
    scenario = replace(
        GEDRUKT,
        beginreserve=draw(met_min),
        nieuw_plafond_vanaf=draw(st.one_of(st.none(), st.integers(2022, 2029))),
    )
    return Opzet(dossier(besluiten, kosten(per[2])), scenario, Regels((), draw(versies), (EERSTE,)))


def som(uitkomsten: tuple[Jaaruitkomst, ...], veld: str) -> D:
    return sum((getattr(u, veld) for u in uitkomsten), D(0))


@vlug
@given(opzetten())
def test_wat_binnenkwam_en_niet_is_besteed_is_altijd_ergens(opzet: Opzet) -> None:
    uit = opzet.reken()
    over = som(uit, "betaald") - som(uit, "besteed")
    verrekend = som(uit, "vaststelling_verschil") + som(uit, "terugvordering")
    assert over == verrekend + uit[-1].reserve_eind - uit[0].reserve_begin


@vlug
@given(opzetten())
def test_ieder_jaar_sluit_en_opent_het_volgende(opzet: Opzet) -> None:
    uit = opzet.reken()
    for u in uit:
        assert u.reserve_eind == min(u.overschot, u.plafond)
        assert u.terugvordering >= 0
        assert u.te_betalen - u.te_ontvangen == u.vaststelling_verschil + u.terugvordering
        assert min(u.te_betalen - u.terugvordering, u.te_ontvangen) == 0
        assert all(x == x.quantize(CENT) for x in (u.plafond, u.terugvordering, u.reserve_eind, u.te_betalen))
    assert [u.reserve_begin for u in uit] == [opzet.scenario.beginreserve, *(u.reserve_eind for u in uit[:-1])]


@vlug
@given(opzetten(st.just((OUD,))))
def test_onder_de_oude_regel_komt_terug_wat_van_de_reserve_niet_is_besteed(opzet: Opzet) -> None:
    for u in opzet.reken():
        assert u.terugvordering == max(D(0), u.reserve_begin - u.besteed)


@vlug
@given(opzetten(), st.data())
def test_meer_besteden_geeft_in_geen_enkel_jaar_meer_terugvordering(opzet: Opzet, data: st.DataObject) -> None:
    """And what is spent extra is exactly what is recovered less plus what is left less; neither can be negative."""
    jaar = data.draw(st.sampled_from([u.jaar for u in opzet.reken()]))
    extra = data.draw(bedrag)
    meer = opzet.met_kosten((*opzet.dossier.bestedingen, Besteding(jaar, "extra", extra, "ja")))
    voor, na = opzet.reken(), meer.reken()
    assert all(n.terugvordering <= v.terugvordering for v, n in zip(voor, na, strict=True))
    assert all(n.reserve_eind <= v.reserve_eind for v, n in zip(voor, na, strict=True))
    assert all(n == v for v, n in zip(voor, na, strict=True) if v.jaar < jaar)
    minder_terug = som(voor, "terugvordering") - som(na, "terugvordering")
    minder_over = voor[-1].reserve_eind - na[-1].reserve_eind
    assert minder_terug + minder_over == extra


@vlug
@given(opzetten())
def test_van_niets_komt_niets_terug(opzet: Opzet) -> None:
    uit = opzet.reken()
    # never more than what was in the purse, so nothing from an empty one
    assert all(u.terugvordering <= max(D(0), u.reserve_begin + u.toegekend - u.besteed) for u in uit)
    niets = {u.jaar: 0 for u in uit}
    leeg = dossier((*beschikkingen(niets), *beschikkingen(niets, "definitief")), kosten(niets))
    schuld = replace(opzet.scenario, beginreserve=min(D(0), opzet.scenario.beginreserve))
    for u in bereken(leeg, schuld, opzet.regels):
        assert (u.terugvordering, u.te_betalen, u.te_ontvangen) == (0, 0, 0)
        assert u.reserve_eind == schuld.beginreserve


@vlug
@given(opzetten(), st.randoms(use_true_random=False))
def test_volgorde_en_splitsing_van_rijen_maken_niet_uit(opzet: Opzet, toeval: random.Random) -> None:
    besluiten, gesplitst = list(opzet.dossier.beschikkingen), []
    for kost in opzet.dossier.bestedingen:
        assert kost.bedrag is not None
        eerste = D(toeval.randint(-100, 100_000_00)) / 100
        gesplitst += [replace(kost, bedrag=eerste), replace(kost, bedrag=kost.bedrag - eerste)]
    zonder_splitsing = list(opzet.dossier.bestedingen)
    for rijen in (besluiten, gesplitst, zonder_splitsing):
        toeval.shuffle(rijen)
    geschud = replace(opzet.dossier, beschikkingen=tuple(besluiten))
    anders = bereken(replace(geschud, bestedingen=tuple(gesplitst)), opzet.scenario, opzet.regels)
    assert [replace(u, rekenregels=()) for u in anders] == [replace(u, rekenregels=()) for u in opzet.reken()]
    # without splitting every line of the calculation is the same too
    assert bereken(replace(geschud, bestedingen=tuple(zonder_splitsing)), opzet.scenario, opzet.regels) == opzet.reken()


@vlug
@given(opzetten(st.just((OUD, NIEUW))), st.data())
def test_de_bestedingsvloer_is_precies_de_grens(opzet: Opzet, data: st.DataObject) -> None:
    uit = opzet.reken()
    assume(len(uit) > 1)
    i = data.draw(st.integers(0, len(uit) - 2))
    vloer, jaar = uit[i].bestedingsvloer, uit[i + 1].jaar
    assert vloer is not None

    def terug_bij(besteed: D) -> D:
        rest = tuple(b for b in opzet.dossier.bestedingen if b.jaar != jaar)
        nieuw = opzet.met_kosten((*rest, Besteding(jaar, "leerroutes", besteed, "ja"))).reken()
        assert nieuw[i + 1].terugvordering is not None
        return nieuw[i + 1].terugvordering

    assert terug_bij(vloer) == 0
    if vloer > 0:
        assert terug_bij(vloer - CENT) == CENT
        assert terug_bij(D(0)) == vloer
    assert terug_bij(vloer + 10) == 0


@vlug
@given(opzetten(st.builds(lambda a: (replace(OUD, alpha=a),), deel.filter(lambda a: a != 1))))
def test_zonder_honderd_procent_is_er_geen_vloer(opzet: Opzet) -> None:
    assert {u.bestedingsvloer for u in opzet.reken()} == {None}


OPERANDEN = {
    "overschot": ("reserve_begin", "toegekend", "besteed"),
    "plafond": ("toegekend",),
    "terugvordering": ("overschot", "plafond"),
    "reserve_eind": ("overschot", "terugvordering"),
    "vaststelling_verschil": ("betaald", "toegekend"),
    "te_betalen": ("vaststelling_verschil", "terugvordering"),
    "te_ontvangen": ("vaststelling_verschil",),
    "bestedingsvloer": ("reserve_eind",),
}
status = st.sampled_from(STATUSSEN)


@st.composite
def onzekere_opzetten(draw: st.DrawFn) -> Opzet:
    """Any series, with every figure and rule as sure or unsure as it likes, posts that did not come, pooled or not."""

    def zet(rij: Any) -> Any:
        return replace(rij, herkomst=Herkomst(draw(status)))

    opzet = draw(opzetten())
    kosten_ = [zet(replace(k, bedrag=draw(st.sampled_from([k.bedrag, None])))) for k in opzet.dossier.bestedingen]
    besluiten = [zet(b) for b in opzet.dossier.beschikkingen if b.soort == "voorlopig" or draw(st.booleans())]
    gebundeld = draw(st.booleans())
    fout = tuple(zet(FoutOnzeker(2022, b)) for b in draw(st.lists(st.one_of(st.none(), bedrag), max_size=2)))
    d = replace(
        opzet.dossier,
        beschikkingen=tuple(besluiten),
        bestedingen=tuple(kosten_),
        is_gebundeld=gebundeld,
        fout_onzeker=fout,
    )
    scenario = replace(opzet.scenario, beginreserve=draw(st.sampled_from([D(0), opzet.scenario.beginreserve])))
    return Opzet(d, scenario, replace(opzet.regels, plafonds=tuple(map(zet, opzet.regels.plafonds))))


@vlug
@given(onzekere_opzetten())
def test_een_stap_is_nooit_zekerder_dan_wat_erin_ging(opzet: Opzet) -> None:
    versies = {p.regelversie: p for p in opzet.regels.plafonds}
    eind = 0
    for u in opzet.reken():
        rang = {r.code: STATUSSEN.index(r.herkomst.status) for r in u.rekenregels if r.soort == "stap"}
        for code, operanden in OPERANDEN.items():
            assert rang[code] >= max(rang[o] for o in operanden), (u.jaar, code)
        gebruikt = [r for r in u.rekenregels if r.soort == "invoer" and r.bedrag is not None]
        for r in gebruikt:
            sterkte = STATUSSEN.index(r.herkomst.status)
            assert r.formule != "Telt mee" or rang["besteed"] >= sterkte
            assert "betaald" not in r.formule or rang["betaald"] >= sterkte
            assert "toegekend" not in r.formule or rang["toegekend"] >= sterkte
            assert r.code != "fout_onzeker" or rang["te_betalen"] >= sterkte
        # what came and can't be used is missing, never nil
        assert u.fout_onzeker is not None or (u.te_betalen is None and not u.is_volledig)
        if u.regelversie:
            assert rang["plafond"] >= STATUSSEN.index(versies[u.regelversie].herkomst.status)
        if u.toegekend_herkomst == "gelijkgesteld":
            assert rang["toegekend"] >= 1
        if opzet.dossier.is_gebundeld:
            assert min(rang[c] for c in ("plafond", "terugvordering", "reserve_eind", "te_betalen")) >= 1
        assert rang["reserve_begin"] >= eind
        eind = rang["reserve_eind"]


@vlugger
@given(st.lists(opzetten(), min_size=1, max_size=4))
def test_de_oorzaken_samen_zijn_precies_het_verschil(reeks: list[Opzet]) -> None:
    oorzaken = verklaar_verschil([(str(i), o.dossier, o.scenario, o.regels) for i, o in enumerate(reeks)])
    assert [o.naam for o in oorzaken] == [str(i) for i in range(1, len(reeks))]
    eerste, laatste = ({u.jaar: u for u in o.reken()} for o in (reeks[0], reeks[-1]))
    if not oorzaken:
        return
    jaren, reserve_jaar = oorzaken[0].jaren, oorzaken[0].reserve_jaar
    assert jaren == tuple(range(2022, 2022 + min(len(o.reken()) for o in reeks)))
    assert reserve_jaar == jaren[-1]
    assert sum(o.te_betalen for o in oorzaken) == sum(laatste[j].te_betalen - eerste[j].te_betalen for j in jaren)
    eind = laatste[reserve_jaar].reserve_eind - eerste[reserve_jaar].reserve_eind
    assert sum(o.reserve_eind for o in oorzaken) == eind
    for jaar in jaren:
        stappen = [v for o in oorzaken for v in o.per_jaar if v.jaar == jaar]
        assert sum(v.te_betalen for v in stappen) == laatste[jaar].te_betalen - eerste[jaar].te_betalen
        assert sum(v.reserve_eind for v in stappen) == laatste[jaar].reserve_eind - eerste[jaar].reserve_eind
