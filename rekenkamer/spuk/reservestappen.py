"""The steps about the reserve: opening, surplus, ceiling, recovery, closing and what next year must spend."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from rekenkamer.spuk.artikelen import TE_VEEL_BESTEED, TERUGVORDERING
from rekenkamer.spuk.bedragen import schrijf_deel, schrijf_euro, schrijf_minstens_nul, trek_af
from rekenkamer.spuk.jaar import Jaarcijfers, Jaarinvoer, reken_vloer
from rekenkamer.spuk.regels import Herkomst, Plafond
from rekenkamer.spuk.uitkomst import Rekenregel

GEEN_RESERVEREGEL = (
    "Niet bekend is of geld van deze regeling mee mag naar een volgend jaar. Daarom is dit niet berekend."
)
ALLEEN_G10 = "Deze regel is van regeling G10. Het bedrag van de bron gaat over meer regelingen: lees dit als voorbeeld."
NEGATIEF = "De reserve is negatief: er is meer besteed dan er was. Dat wordt in het volgende jaar geboekt."


def reserve_stappen(invoer: Jaarinvoer, cijfers: Jaarcijfers) -> tuple[Rekenregel, ...]:
    """Opening reserve to closing reserve, in the order of the calculation."""
    return (
        _begin(invoer),
        _stap(
            invoer,
            ("overschot", "Overschot", "Reserve op 1 januari + toegekend − besteed"),
            f"{schrijf_euro(invoer.reserve_begin)} + {schrijf_euro(invoer.toegekend.bedrag)}"
            f" − {schrijf_euro(invoer.besteed.bedrag)}",
            cijfers.overschot,
            _van_plafond(invoer.plafond),
        ),
        _plafond(invoer, cijfers),
        _stap(
            invoer,
            ("terugvordering", "Terugvordering", "Overschot − plafond, als dat meer is dan nul"),
            _ingevuld_terug(cijfers),
            cijfers.terugvordering,
            TERUGVORDERING,
        ),
        _eind(invoer, cijfers),
    )


def _begin(invoer: Jaarinvoer) -> Rekenregel:
    kop = ("reserve_begin", f"Reserve op 1 januari {invoer.jaar}", "Reserve aan het eind van het vorige jaar")
    herkomst = _van_plafond(invoer.plafond)
    uitleg = None
    if invoer.is_eerste:
        kop = (*kop[:2], "Beginreserve van het scenario")
        herkomst = invoer.reserve_herkomst
        uitleg = f"Aanname: de reserve op 1 januari {invoer.jaar} was {schrijf_euro(invoer.reserve_begin)}."
        if invoer.begint_met_wet:
            uitleg = f"Vóór {invoer.jaar} was er geen uitkering op grond van deze wet."
    elif invoer.reserve_begin is None:
        uitleg = f"De reserve aan het eind van {invoer.jaar - 1} is niet te berekenen."
    elif invoer.reserve_begin < 0:
        herkomst, uitleg = TE_VEEL_BESTEED, NEGATIEF
    if invoer.onvolledig_eerder:
        *eerste, laatste = map(str, invoer.onvolledig_eerder)
        jaren = f"{', '.join(eerste)} en {laatste}" if eerste else laatste
        uitleg = f"{uitleg or ''} Dit bedrag rust op {jaren}, waar iets ontbreekt.".strip()
    return _stap(invoer, kop, schrijf_euro(invoer.reserve_begin), invoer.reserve_begin, herkomst, uitleg)


def _plafond(invoer: Jaarinvoer, cijfers: Jaarcijfers) -> Rekenregel:
    kop = ("plafond", "Plafond van de reserve", "Deel van toegekend dit jaar + deel van toegekend vorig jaar")
    regel = invoer.plafond
    if regel is None:
        return _stap(invoer, kop, "geen regel bekend", None, Herkomst("onbekend"))
    ingevuld = f"{schrijf_deel(regel.alpha)} × {schrijf_euro(invoer.toegekend.bedrag)}"
    if regel.beta:
        ingevuld += f" + {schrijf_deel(regel.beta)} × {schrijf_euro(invoer.vorig_toegekend)}"
    else:
        kop = (*kop[:2], "Deel van toegekend dit jaar")
    zinnen = [_uitleg_status(regel), ALLEEN_G10 if invoer.is_gebundeld else None]
    uitleg = " ".join(zin for zin in zinnen if zin) or None
    return _stap(invoer, kop, ingevuld, cijfers.plafond, regel.herkomst, uitleg)


def _ingevuld_terug(cijfers: Jaarcijfers) -> str:
    tekst = f"{schrijf_euro(cijfers.overschot)} − {schrijf_euro(cijfers.plafond)}"
    return schrijf_minstens_nul(tekst, trek_af(cijfers.overschot, cijfers.plafond))


def _eind(invoer: Jaarinvoer, cijfers: Jaarcijfers) -> Rekenregel:
    negatief = cijfers.reserve_eind is not None and cijfers.reserve_eind < 0
    return _stap(
        invoer,
        ("reserve_eind", f"Reserve op 31 december {invoer.jaar}", "Overschot − terugvordering"),
        f"{schrijf_euro(cijfers.overschot)} − {schrijf_euro(cijfers.terugvordering)}",
        cijfers.reserve_eind,
        TE_VEEL_BESTEED if negatief else _van_plafond(invoer.plafond),
        NEGATIEF if negatief else None,
    )


def vloer_stap(invoer: Jaarinvoer, cijfers: Jaarcijfers) -> Rekenregel:
    """What must at least be spent next year; with another share than 100% next year's grant is needed for it."""
    volgend = invoer.plafond_volgend
    kop = (
        "bestedingsvloer",
        f"Minstens te besteden in {invoer.jaar + 1}",
        "Reserve op 31 december, als die boven nul is",
    )
    ingevuld = schrijf_euro(cijfers.reserve_eind)
    uitleg = None
    if volgend is not None and volgend.beta:
        kop = (*kop[:2], "Reserve op 31 december − deel van toegekend dit jaar, als dat meer is dan nul")
        ingevuld += f" − {schrijf_deel(volgend.beta)} × {schrijf_euro(invoer.toegekend.bedrag)}"
    ingevuld = schrijf_minstens_nul(ingevuld, reken_vloer(volgend, cijfers.reserve_eind, invoer.toegekend.bedrag))
    if volgend is not None and volgend.alpha != 1:
        uitleg = f"Niet te berekenen: hiervoor is het toegekende bedrag van {invoer.jaar + 1} nodig."
    elif volgend is not None:
        uitleg = _uitleg_status(volgend)
    regel = _stap(invoer, kop, ingevuld, cijfers.bestedingsvloer, _van_plafond(volgend), uitleg)
    return replace(regel, regelversie=volgend.regelversie if volgend else None)


def _stap(
    invoer: Jaarinvoer,
    kop: tuple[str, str, str],
    ingevuld: str,
    bedrag: Decimal | None,
    herkomst: Herkomst,
    toelichting: str | None = None,
) -> Rekenregel:
    code, naam, formule = kop
    if not invoer.kent_reserve:
        return Rekenregel(
            "stap", code, naam, formule, "niet berekend", None, Herkomst("onbekend"), None, GEEN_RESERVEREGEL
        )
    versie = invoer.plafond.regelversie if invoer.plafond else None
    return Rekenregel("stap", code, naam, formule, ingevuld, bedrag, herkomst, versie, toelichting)


def _van_plafond(plafond: Plafond | None) -> Herkomst:
    return plafond.herkomst if plafond else Herkomst("onbekend")


def _uitleg_status(plafond: Plafond) -> str | None:
    if plafond.herkomst.status == "bevestigd":
        return None
    return f"Regel {plafond.regelversie} is niet zeker: zij is afgeleid en staat zo niet volledig in de tekst."
