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
    "De bron geeft voor G10, G13 en A38 één bedrag. Dat zijn drie regelingen met eigen regels. Wij splitsen dat bedrag"
    " niet, en tellen losse bedragen niet op."
)
FASEN = {
    "voorlopig": "voorlopig",
    "nader_voorlopig": "nader voorlopig",
    "definitief": "definitief",
    "verantwoord": "verantwoord",
    "afgerekend": "afgerekend",
    "terugvordering": "terugvordering",
}
NOG_NIET = "nog niet"
GEEN_TERMIJN = "geen termijn bekend"
NIET_GELEVERD = STATUSWOORDEN["niet_geleverd"]
Namen = dict[str, str]


def answer(banen: Sequence[Baan], naam: str | None) -> str:
    """Which years have money, and how many of them are settled."""
    if not banen:
        wie = f"Voor {naam} zijn" if naam else "Er zijn"
        return f"{wie} nog geen beschikkingen geleverd."
    if naam is None:
        gemeenten = sorted({b.gemeentenaam for b in banen})
        return f"Er zijn beschikkingen geleverd voor {opsomming(gemeenten)}. **Kies hierboven een gemeente.**"
    beschikt = [b for b in banen if any(_has_amount(b, f) for f in BESCHIKT)]
    if not beschikt:
        return f"**Voor {naam} is nog geen bedrag bekend.** {_zonder_bedrag(banen)}".strip()
    klaar = [b for b in beschikt if _is_reached(b, "afgerekend")]
    zin = f"**{naam} kreeg SPUK voor {_jaren(beschikt)}; {_settled(beschikt, klaar)}.**"
    return f"{zin} {_definitief(beschikt)} {_zonder_bedrag(banen)}".strip()


def _settled(beschikt: Sequence[Baan], klaar: Sequence[Baan]) -> str:
    if not klaar:
        return "een afrekening is niet geleverd"
    if len(klaar) == len(beschikt):
        return "dat is afgerekend" if len(klaar) == 1 else "dat is allemaal afgerekend"
    return f"daarvan is {_welke(klaar, beschikt)} afgerekend"


def _definitief(beschikt: Sequence[Baan]) -> str:
    wel = [b for b in beschikt if _is_reached(b, "definitief")]
    niet = [b for b in beschikt if not _is_reached(b, "definitief")]
    if not wel:
        return "Een definitieve beschikking is niet geleverd."
    if not niet:
        return "Elk bedrag heet in de bron definitief."
    return f"Definitief volgens de bron: {_welke(wel, beschikt)}. Alleen voorlopig: {_welke(niet, beschikt)}."


def _zonder_bedrag(banen: Sequence[Baan]) -> str:
    leeg = [b for b in banen if not any(_has_amount(b, f) for f in BESCHIKT)]
    pm = [b for b in leeg if any(f.waarde_status == "pm" for f in b.fasen)]
    rest = [b for b in leeg if b not in pm]
    zinnen = [f"Voor {_welke(pm, banen)} staat in de bron {STATUSWOORDEN['pm']}."] if pm else []
    zinnen += [f"Voor {_welke(rest, banen)} is geen bedrag geleverd."] if rest else []
    return " ".join(zinnen)


def _jaren(banen: Sequence[Baan]) -> str:
    jaren = sorted({b.jaar for b in banen})
    if len(jaren) > 2 and jaren[-1] - jaren[0] == len(jaren) - 1:
        return f"{jaren[0]} tot en met {jaren[-1]}"
    return opsomming([str(j) for j in jaren])


def _welke(banen: Sequence[Baan], alle: Sequence[Baan]) -> str:
    """Years; with the code behind a year as soon as a year can hold more than one grant."""
    if len({b.regeling for b in alle}) == 1:
        return _jaren(banen)
    return opsomming([str(b.jaar) if b.regeling == GEBUNDELD else f"{b.jaar} ({b.regeling})" for b in banen])


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
        return STATUSWOORDEN.get(f.waarde_status or "", NIET_BEKEND)
    return euro(f.bedrag_eur) + (" of meer" if f.waarde_status == "ondergrens" else "")


def cell_word(f: Fase, vandaag: date) -> str:
    """What stands in one box of the lane: an amount, `bereikt`, or why it is not there."""
    if f.is_bereikt:
        if f.bedrag_eur is None:
            return "p.m." if f.waarde_status == "pm" else "bereikt"
        return amount(f)
    if f.waarde_status == "niet_van_toepassing":
        return STATUSWOORDEN["niet_van_toepassing"]
    if not has_term(f):
        return GEEN_TERMIJN
    return NOG_NIET if f.termijn_datum is not None and f.termijn_datum >= vandaag else NIET_GELEVERD


def has_term(f: Fase) -> bool:
    """A rule of which nobody knows whether it holds gives no term that can pass."""
    return f.termijn_datum is not None and f.termijn_status != "onbekend"


def bundle_note(banen: Sequence[Baan]) -> str:
    """Said only when a pooled amount is shown."""
    return BUNDEL if any(b.regeling == GEBUNDELD for b in banen) else ""
