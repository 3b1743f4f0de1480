"""What was paid in a year: the newest provisional decision, or the only amount that the source has."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rekenkamer.spuk.bedragen import schrijf_euro
from rekenkamer.spuk.dossier import SOORTEN, Beschikking, Dossier
from rekenkamer.spuk.regels import Herkomst, minder_zeker
from rekenkamer.spuk.uitkomst import Rekenregel

NAMEN = {
    "voorlopig": "Voorlopige beschikking",
    "nader_voorlopig": "Nader voorlopige beschikking",
    "definitief": "Definitieve beschikking",
    "terugvordering": "Beschikking tot terugvordering",
}
PM = "p.m."
BETAALD_ONBEKEND = (
    "De voorlopige beschikking is niet geleverd: wat er is betaald, is niet bekend. Hier staat het definitieve bedrag."
)
ALLEEN_DEFINITIEF = "De bron heeft voor dit jaar alleen een definitief bedrag. Dat is gelezen als het betaalde bedrag."


@dataclass(frozen=True)
class Betaald:
    """The amount in euro (None: p.m. or no decision), from which decision, and what is missing."""

    bedrag: Decimal | None
    bron: Beschikking | None
    ontbreekt: tuple[str, ...]
    toelichting: str | None = None

    @property
    def herkomst(self) -> Herkomst:
        """Where the amount stands; inferred when it is a definitief amount read as paid, a part, or not the newest."""
        if self.bron is None:
            return Herkomst("onbekend")
        is_geleverd = self.bron.soort != "definitief" and self.bron.is_volledig and not self.ontbreekt
        return self.bron.herkomst if is_geleverd else minder_zeker(self.bron.herkomst)


def heeft_voorlopig(dossier: Dossier, jaar: int) -> bool:
    """Whether a provisional decision was delivered, with or without an amount."""
    return any(dossier.beschikking(jaar, soort) for soort in ("voorlopig", "nader_voorlopig"))


def bepaal_betaald(dossier: Dossier, jaar: int) -> Betaald:
    """Newest provisional amount; without any provisional decision the definitief one stands for both.

    In a printed sum that may be how the source is made; of a letter the provisional one is simply missing.
    """
    nader, voorlopig, definitief = (
        dossier.beschikking(jaar, soort) for soort in ("nader_voorlopig", "voorlopig", "definitief")
    )
    for bron in (nader, voorlopig):
        if bron is not None and bron.bedrag is not None:
            mist = (f"nader voorlopige beschikking {jaar} ({PM})",) if nader and nader.bedrag is None else ()
            return Betaald(bron.bedrag, bron, mist)
    if nader or voorlopig:
        return Betaald(None, nader or voorlopig, (f"betaald bedrag {jaar} ({PM})",))
    if definitief is None:
        return Betaald(None, None, (f"beschikking {jaar}: niet geleverd",))
    if definitief.bedrag is None:
        return Betaald(None, definitief, (f"betaald bedrag {jaar} ({PM})",))
    if dossier.is_gebundeld:
        return Betaald(definitief.bedrag, definitief, (), ALLEEN_DEFINITIEF)
    return Betaald(definitief.bedrag, definitief, (f"voorlopige beschikking {jaar}: niet geleverd",), BETAALD_ONBEKEND)


def beschikking_regels(dossier: Dossier, jaar: int, toegekend: Beschikking | None) -> tuple[Rekenregel, ...]:
    """Every decision of the year as a line that says whether it was used, and for what."""
    betaald = bepaal_betaald(dossier, jaar).bron
    rijen = sorted((b for b in dossier.beschikkingen if b.jaar == jaar), key=lambda b: SOORTEN.index(b.soort))
    return tuple(_regel(b, b is betaald, b is toegekend) for b in rijen)


def _regel(b: Beschikking, is_betaald: bool, is_toegekend: bool) -> Rekenregel:
    rollen = [wat for wat, geldt in (("betaald", is_betaald), ("toegekend", is_toegekend)) if geldt]
    gebruik = f"Gebruikt als {' en als '.join(rollen)}" if rollen and b.bedrag is not None else "Niet gebruikt"
    return Rekenregel(
        "invoer",
        f"beschikking_{b.soort}",
        f"{NAMEN[b.soort]} {b.jaar}",
        gebruik,
        PM if b.bedrag is None else schrijf_euro(b.bedrag),
        b.bedrag,
        b.herkomst,
        toelichting="De bron noemt geen bedrag." if b.bedrag is None else None,
    )
