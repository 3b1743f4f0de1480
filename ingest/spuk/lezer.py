"""SPUK and gemeentefonds rows: the post follows from the code or the name of the regeling. SiSa: one per indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.begrippen import parse_term, termen
from ingest.cel import Cel
from ingest.fouten import RijFout
from ingest.layout import tabel_layouts
from ingest.tabel.rij import Rij

if TYPE_CHECKING:
    from ingest.records.lezing import RecordLezing


def verfijn_records(lezing: RecordLezing, waar: str) -> RecordLezing:
    """SiSa in the long form: code, number and unit from the print; `waar` is not needed."""
    from ingest.spuk.sisa_lang import verfijn_sisa

    return verfijn_sisa(lezing)


def verfijn(rij: Rij, cellen: list[Cel]) -> list[Cel]:
    """Give every amount its post, every count its doelgroep and every price its cohort."""
    return _prijzen(rij, cellen) if rij.layout.layout == "spuk_prijzen" else _beschikkingen(rij, cellen)


def _beschikkingen(rij: Rij, cellen: list[Cel]) -> list[Cel]:
    post, code = _regeling(rij)
    if post == "spuk":
        _controleer_jaar(rij)
    for cel in cellen:
        cel.post, cel.kenmerk = post, code
        # only the date of the letter tells which beschikking is newer, not the date of the list it stands in
        cel.peildatum = rij.datum
        cel.toelichting = rij.tekst("kenmerk") or cel.toelichting
        if cel.indicator == "spuk_aantal":
            asiel = cel.kolom == rij.plaats("aantal_asiel")
            cel.doelgroep = "statushouder" if asiel else "gezinsmigrant"
        elif cel.waarde is not None and cel.waarde < 0 and cel.status_bedrag != "terugvordering":
            raise RijFout(
                cel.kolom, cel.waarde_ruw, f"Een beschikking kan niet lager zijn dan nul; hier staat {cel.waarde_ruw}.",
                "Gaat het om geld dat terug moet, zet dan terugvordering bij soort. Haal anders het minteken weg.",
                "negatief bedrag",
            )  # fmt: skip
    return cellen


def _controleer_jaar(rij: Rij) -> None:
    """Raise RijFout for a year before the first cohort; that year and its article stand with the prices."""
    prijzen = next(x for x in tabel_layouts() if x.layout == "spuk_prijzen")
    eerste, jaar = prijzen.kolom("cohort").eerste_jaar, rij.perioden["jaar"].jaar
    if eerste is not None and jaar is not None and jaar < eerste:
        raise RijFout(
            rij.plaats("jaar"), rij.tekst("jaar"), f"Over {jaar} bestaat deze SPUK niet: de Wet inburgering 2021 geldt "
            f"vanaf {eerste}.", "Controleer het jaar. Geld voor de oude wet hoort hier niet bij; laat die rij dan weg.",
            "jaar voor de wet",
        )  # fmt: skip


def _regeling(rij: Rij) -> tuple[str, str | None]:
    """The post and the code of the grant; no code when the name may cover several. Raises RijFout when unclear."""
    gedrukt, regeling = rij.tekst("uitkeringscode"), rij.tekst("regeling")
    bekend = termen("uitkeringscode")
    code, genoemd = (parse_term("uitkeringscode", t) if t else None for t in (gedrukt, regeling))
    if gedrukt and code not in bekend:
        raise RijFout(
            rij.plaats("uitkeringscode"), gedrukt, f"Uitkeringscode '{gedrukt}' is niet bekend.",
            f"Gebruik een van: {', '.join(bekend)}. Klopt de code toch, vraag dan de beheerder om deze regeling toe te "
            "voegen.", "onbekende code",
        )  # fmt: skip
    post = parse_term("post", regeling) if regeling else None
    anders = genoemd if genoemd in bekend else "het gemeentefonds" if post == "gemeentefonds" else code
    if code and anders != code:
        raise RijFout(
            rij.plaats("regeling") or rij.plaats("uitkeringscode"), regeling,
            f"Uitkeringscode {code} en regeling '{regeling}' spreken elkaar tegen: bij die naam hoort {anders}.",
            "Verbeter de code of de naam en lever de rij opnieuw aan.", "code en naam verschillen",
        )  # fmt: skip
    if code or genoemd in bekend:
        return "spuk", code or genoemd
    if post not in ("spuk", "gemeentefonds"):
        raise RijFout(
            rij.plaats("regeling"), regeling,
            f"Regeling '{regeling}' is niet bekend." if regeling else "In deze rij staat geen code en geen regeling.",
            "Vul in: SPUK inburgering, SPUK onderwijsroute of gemeentefonds, of zet de uitkeringscode erbij "
            f"({', '.join(bekend)}).",
        )  # fmt: skip
    return post, None


def _prijzen(rij: Rij, cellen: list[Cel]) -> list[Cel]:
    _controleer_cohort(rij)
    termijn, omvat = rij.tekst("termijn"), rij.tekst("omvat")
    delen = [omvat, f"termijn {termijn}" if termijn else ""]
    for cel in cellen:
        if cel.waarde is not None and cel.waarde < 0:
            raise RijFout(
                cel.kolom, cel.waarde_ruw, f"Een bedrag per persoon kan niet lager zijn dan nul; hier staat "
                f"{cel.waarde_ruw}.", "Neem het bedrag over uit de Regeling inburgering 2021 en lever de rij opnieuw "
                "aan.", "negatief bedrag",
            )  # fmt: skip
        cel.kenmerk = f"cohort {rij.perioden['cohort'].jaar}"
        cel.toelichting = "; ".join(d for d in delen if d) or None
    return cellen


def _controleer_cohort(rij: Rij) -> None:
    """Raise RijFout for a cohort that the grant of this year can't count; the bounds stand in the layout."""
    kolom, cohort, jaar = rij.layout.kolom("cohort"), rij.perioden["cohort"].jaar, rij.perioden["uitkeringsjaar"].jaar
    if cohort is None or jaar is None or kolom.eerste_jaar is None or kolom.jaren_terug is None:
        return
    if cohort < kolom.eerste_jaar:
        reden = f"Cohort {cohort} telt niet mee in de SPUK: het eerste cohort van de Wet inburgering 2021 is "
        reden += f"{kolom.eerste_jaar}."
        doe = "Controleer het cohort. Wie eerder moest inburgeren valt onder de oude wet; laat die rij dan weg."
    elif cohort > jaar:
        reden = f"Cohort {cohort} ligt na uitkeringsjaar {jaar}; voor dat cohort is er dat jaar nog geen bedrag."
        doe = "Controleer beide jaren; misschien zijn ze verwisseld."
    elif jaar - cohort > kolom.jaren_terug:
        reden = f"Cohort {cohort} ligt {jaar - cohort} jaar voor uitkeringsjaar {jaar}. De SPUK telt een cohort alleen "
        reden += f"mee in het eigen jaar en in de {kolom.jaren_terug} jaren daarna."
        doe = "Controleer beide jaren bij de Regeling inburgering 2021 en lever de rij opnieuw aan."
    else:
        return
    raise RijFout(rij.plaats("cohort"), rij.tekst("cohort"), reden, doe, "cohort past niet")
