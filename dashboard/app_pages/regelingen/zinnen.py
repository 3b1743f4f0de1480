"""Sentences and words on grants: stages and amounts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dashboard.data.spuk_regelingen import BESCHIKT, GEBUNDELD, Baan, Beschikking, Fase
from dashboard.theme.notatie import (
    NIET_BEKEND,
    STATUSWOORDEN,
    euro,
    opsomming,
)

WEL = (
    "SPUK is een uitkering van het rijk voor één doel: inburgering. Elke uitkering gaat langs vaste stappen: eerst een"
    " voorlopig bedrag, na het jaar een definitief bedrag, dan de verantwoording (SiSa) en de afrekening."
)
NIET = (
    "‘Niet geleverd’ zegt dat wij geen document hebben. Het kan er bij de gemeente of het rijk wel zijn. ‘Definitief’"
    " is het woord van de bron; of het bedrag echt zo is vastgesteld, staat in de beschikking zelf."
)
BUNDEL = (
    "De bron geeft over {} één bedrag voor G10, G13 en A38. Dat zijn drie regelingen met eigen regels. Wij splitsen dat"
    " bedrag niet, en tellen losse bedragen niet op."
)
# whether a letter came since then is not known to the source; "not yet budgeted" is said of costs
WOORDEN = {**STATUSWOORDEN, "pm": "p.m. (nog geen bedrag)"}
VRAAG_OP = "Vraag de brief van het rijk op."
NAAST = "Die som staat naast de bedragen per regeling; tel ze niet bij elkaar op."
EEN_SOM = "één som"
FASEN = {
    "voorlopig": "voorlopig",
    "nader_voorlopig": "nader voorlopig",
    "definitief": "definitief",
    "verantwoord": "verantwoord",
    "afgerekend": "afgerekend",
    "terugvordering": "terugvordering",
}
NOG_NIET = "nog niet"
GEEN_TERMIJN = "geen dag bekend"
NIET_GELEVERD = STATUSWOORDEN["niet_geleverd"]
Namen = dict[str, str]


def answer(banen: Sequence[Baan], naam: str | None, vandaag: date | None = None) -> str:
    """Which years have money, how many of them are settled, and which letter should be there by `vandaag`."""
    if not banen:
        wie = f"Voor {naam} zijn" if naam else "Er zijn"
        return f"{wie} nog geen beschikkingen geleverd."
    if naam is None:
        gemeenten = sorted({b.gemeentenaam for b in banen})
        return f"Er zijn beschikkingen geleverd voor {opsomming(gemeenten)}. **Kies hierboven een gemeente.**"
    beschikt = [b for b in banen if any(_has_amount(b, f) for f in BESCHIKT)]
    klaar = [b for b in banen if _is_reached(b, "afgerekend")]
    if not beschikt and not klaar:
        return f"**Voor {naam} is nog geen bedrag bekend.** {_zonder_bedrag(banen, vandaag)}".strip()
    kreeg = f"{naam} kreeg SPUK voor {_jaren(beschikt)}" if beschikt else f"Voor {naam} is geen beschikking geleverd"
    zin = f"**{kreeg}{_settled(klaar, banen)}**"
    definitief = _definitief(beschikt, banen) if beschikt else ""
    return " ".join(d for d in (zin, definitief, _zonder_bedrag(banen, vandaag)) if d)


def _settled(klaar: Sequence[Baan], banen: Sequence[Baan]) -> str:
    """What was settled and for how much; one letter per grant and year, never added up."""
    if not klaar:
        return "; een afrekening is niet geleverd."
    delen = [f"{_welke([b], banen)}, terugvordering {amount(b.fase('afgerekend'))}" for b in klaar]
    return f". Afgerekend: {'; '.join(delen)}."


def _definitief(beschikt: Sequence[Baan], banen: Sequence[Baan]) -> str:
    wel = [b for b in beschikt if _is_reached(b, "definitief")]
    niet = [b for b in beschikt if not _is_reached(b, "definitief")]
    if not wel:
        return "Een definitieve beschikking is niet geleverd."
    if not niet:
        return "Elk bedrag heet in de bron definitief."
    return f"Definitief volgens de bron: {_welke(wel, banen)}. Alleen voorlopig: {_welke(niet, banen)}."


def _zonder_bedrag(banen: Sequence[Baan], vandaag: date | None) -> str:
    leeg = [b for b in banen if not any(_has_amount(b, f) for f in BESCHIKT)]
    pm = [b for b in leeg if any(f.waarde_status == "pm" for f in b.fasen if f.fase in BESCHIKT)]
    terug = [b for b in leeg if b not in pm and _is_reached(b, "afgerekend")]
    rest = [b for b in leeg if b not in pm and b not in terug]
    zinnen = [f"Voor {_welke(pm, banen)} staat in de bron {WOORDEN['pm']}."] if pm else []
    if vandaag and any(is_overdue(f, vandaag) for b in pm for f in b.fasen if f.waarde_status == "pm"):
        zinnen.append(f"De wettelijke dag van die brief is voorbij. {VRAAG_OP}")
    zinnen += [f"Voor {_welke(terug, banen)} is alleen een terugvordering geleverd."] if terug else []
    zinnen += [f"Voor {_welke(rest, banen)} is geen bedrag geleverd."] if rest else []
    return " ".join(zinnen)


def _jaren(banen: Sequence[Baan]) -> str:
    jaren = sorted({b.jaar for b in banen})
    if len(jaren) > 2 and jaren[-1] - jaren[0] == len(jaren) - 1:
        return f"{jaren[0]} tot en met {jaren[-1]}"
    return opsomming([str(j) for j in jaren])


def _welke(banen: Sequence[Baan], alle: Sequence[Baan]) -> str:
    """Years; with the grant behind them as soon as a year can hold more than one."""
    if len({b.regeling for b in alle}) == 1:
        return _jaren(banen)
    regelingen = dict.fromkeys(b.regeling for b in banen)
    return opsomming([f"{_jaren([b for b in banen if b.regeling == r])} ({code(r)})" for r in regelingen])


def code(regeling: str) -> str:
    """Short for a cell or a sentence; a pooled sum is no grant and has no code."""
    return EEN_SOM if regeling == GEBUNDELD else regeling


def _has_amount(b: Baan, fase: str) -> bool:
    f = b.fase(fase)
    return f is not None and f.bedrag_eur is not None


def _is_reached(b: Baan, fase: str) -> bool:
    f = b.fase(fase)
    return f is not None and f.is_bereikt


def lane_name(jaar: int, regeling: str, namen: Namen) -> str:
    """`2024 · G10`: the year and the grant."""
    return f"{jaar} · {namen.get(regeling, regeling)}"


def amount(f: Fase | Beschikking | None) -> str:
    """The amount in whole euros, or the word in its place; a sum with gaps says that it may be more."""
    if f is None:
        return NIET_GELEVERD
    if f.bedrag_eur is None:
        return WOORDEN.get(f.waarde_status or "", NIET_BEKEND)
    return euro(f.bedrag_eur) + (" of meer" if f.waarde_status == "ondergrens" else "")


def cell_word(f: Fase, vandaag: date) -> str:
    """What stands in one box of the lane: an amount, `bereikt`, or why it is not there."""
    if f.is_bereikt:
        if f.bedrag_eur is None:
            return "p.m." if f.waarde_status == "pm" else "bereikt"
        return amount(f)
    if f.waarde_status == "niet_van_toepassing":
        return "n.v.t."
    if not has_term(f):
        return GEEN_TERMIJN
    return NOG_NIET if f.termijn_datum is not None and f.termijn_datum >= vandaag else NIET_GELEVERD


def has_term(f: Fase) -> bool:
    """A rule of which nobody knows whether it holds gives no term that can pass."""
    return f.termijn_datum is not None and f.termijn_status != "onbekend"


def is_overdue(f: Fase, vandaag: date) -> bool:
    """The last day of a term that certainly holds has passed."""
    return has_term(f) and f.termijn_datum is not None and f.termijn_datum < vandaag


def bundle_note(banen: Sequence[Baan]) -> str:
    """Said of the years with a pooled amount; where letters stand beside it, which amount that is."""
    samen = [b for b in banen if b.regeling == GEBUNDELD]
    if not samen:
        return ""
    apart = {(b.gemeentenaam, b.jaar) for b in banen if b.regeling != GEBUNDELD}
    ook = [_ook(b, banen) for b in samen if (b.gemeentenaam, b.jaar) in apart]
    if not ook:
        return BUNDEL.format(_jaren(samen))
    return f"{BUNDEL.format(_jaren(samen))} Ook als één som geleverd: {'; '.join(ook)}. {NAAST}"


def _ook(b: Baan, banen: Sequence[Baan]) -> str:
    """`€ 557.591 over 2024 (voorlopig)`: the newest amount of a pooled sum."""
    fasen = [f for naam in BESCHIKT if (f := b.fase(naam)) is not None and f.is_bereikt]
    wie = f"{b.gemeentenaam} " if len({x.gemeentenaam for x in banen}) > 1 else ""
    if not fasen:
        return f"{wie}{NIET_GELEVERD} over {b.jaar}"
    return f"{wie}{amount(fasen[-1])} over {b.jaar} ({FASEN[fasen[-1].fase]})"
