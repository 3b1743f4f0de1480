"""The figures that can be set side by side, gathered per gemeente."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from dashboard.app_pages.huisvesting.zinnen import moment, still_to_house, still_to_house_cell
from dashboard.data.gemeenten import GemeenteKenmerken, list_kenmerken
from dashboard.data.huisvesting import Taakstelling, list_laatste_stand
from dashboard.data.leerroutes import Verdeling, list_verdeling
from dashboard.data.pvt_map import Voltooiing, list_voltooiing
from dashboard.data.snapshot import Snapshot
from dashboard.theme.notatie import deel_van, getal, hele_getal

ONTBREEKT = "niet geleverd"
WEL = (
    "De gemeenten staan op naam, met de gekozen gemeente in kleur. Bij elk aandeel staat waar het van is."
    " Een landelijk cijfer staat er alleen bij als het over dezelfde groep gaat."
)
NIET = (
    "Dit is geen ranglijst. De gemeenten zijn niet even groot en hebben niet allemaal dezelfde uitvoerder."
    " Bij kleine groepen is een verschil van enkele mensen al een groot verschil in procenten."
)


@dataclass(frozen=True)
class Vergelijking:
    """Rows per gemeentecode; a gemeente without a figure simply has no entry."""

    gemeenten: tuple[GemeenteKenmerken, ...]
    huisvesting: dict[str, Taakstelling] = field(default_factory=dict)
    z_route: dict[str, Verdeling] = field(default_factory=dict)
    pvt: dict[str, Voltooiing] = field(default_factory=dict)

    @property
    def bron_ids(self) -> list[str | None]:
        """Deliveries behind these figures."""
        groepen = (self.huisvesting, self.z_route, self.pvt)
        return [rij.bron_id for groep in groepen for rij in groep.values()]  # type: ignore[attr-defined]

    @property
    def landelijk_z(self) -> Decimal | None:
        """National share of the Z-route, the only national figure with the same base."""
        return next((r.landelijk_pct for r in self.z_route.values() if r.landelijk_pct is not None), None)


def load_vergelijking(snapshot: Snapshot | None) -> Vergelijking:
    """All comparable figures of all gemeenten."""
    return Vergelijking(
        gemeenten=list_kenmerken(snapshot),
        huisvesting={r.gemeentecode: r for r in list_laatste_stand(snapshot)},
        z_route={r.gemeentecode: r for r in list_verdeling(snapshot, "statushouder") if r.leerroute == "Z"},
        pvt={
            r.gemeentecode: r
            for r in list_voltooiing(snapshot, "PVT")
            if r.doelgroep is None and r.noemer_basis == "dossiers"
        },
    )


def answer(v: Vergelijking, code: str | None, naam: str | None) -> str:
    """What the chosen gemeente and the others have to house, each with its base."""
    if not v.huisvesting:
        return "Er zijn nog geen cijfers om naast elkaar te zetten."
    delen = [_deel(r) for r in v.huisvesting.values() if r.gemeentecode != code and r.achterstand_aantal is not None]
    eigen = v.huisvesting.get(code or "")
    andere = f"Bij de andere: {'; '.join(delen)}." if delen else "Van andere gemeenten is dat niet geleverd."
    if naam and (eigen is None or eigen.achterstand_aantal is None):
        return f"Voor {naam} is niet geleverd hoeveel mensen nog een woning moeten krijgen. {andere}"
    if naam and eigen is not None and eigen.achterstand_aantal is not None:
        zin = still_to_house(naam, eigen.achterstand_aantal, eigen.totale_taakstelling_aantal, moment(eigen))
        return f"**{zin}.** {andere}"
    if not delen:
        return "Er zijn nog geen cijfers om naast elkaar te zetten."
    return f"Nog te huisvesten: {'; '.join(delen)}. Kies hierboven een gemeente om haar eruit te lichten."


def _deel(r: Taakstelling) -> str:
    return f"{r.gemeentenaam} {still_to_house_cell(r.achterstand_aantal, r.totale_taakstelling_aantal)}"


def table_rows(v: Vergelijking, code: str | None) -> list[list[str]]:
    """One row per gemeente, by name."""
    return [_rij(v, g, g.gemeentecode == code) for g in v.gemeenten]


def _rij(v: Vergelijking, g: GemeenteKenmerken, gekozen: bool) -> list[str]:
    h, z, p = v.huisvesting.get(g.gemeentecode), v.z_route.get(g.gemeentecode), v.pvt.get(g.gemeentecode)
    return [
        f"**{g.gemeentenaam}**" if gekozen else g.gemeentenaam,
        getal(g.inwoners_aantal),
        g.uitvoerder_inburgering or "niet bekend",
        still_to_house_cell(h.achterstand_aantal, h.totale_taakstelling_aantal) if h else ONTBREEKT,
        hele_getal(h.achterstand_per_1000_inwoners) if h else ONTBREEKT,
        deel_van(z.aantal, z.noemer_aantal, z.aandeel_pct) if z else ONTBREEKT,
        deel_van(p.afgerond_aantal, p.noemer_aantal, p.voltooiing_pct) if p else ONTBREEKT,
    ]
