"""Errors in figures: refused rows, and figures that contradict their parts, their neighbour in time or the persons."""

from __future__ import annotations

from rekenkamer.synthetisch.fouten import BEVINDING, Zaaier
from rekenkamer.synthetisch.levering import Rij


def _duo_cijfers(z: Zaaier) -> None:
    levering = z.levering("duo_cijfers")
    tabel = levering.tabel
    g = z.land[0]
    vast: Rij = [tabel.rijen[0][0], g.code, g.naam, "Wi2021", "Asielstatushouders", 2021]
    z.zet_rij("onbekende indicator", levering, [*vast, "pip_vastgestelt", 4], "INDICATOR", "pip_vastgestelt",
              "onbekende waarde", "een schrijffout in de indicator")  # fmt: skip
    for aantal in (1, 2):
        z.zet_rij("tegenstrijdig cijfer", levering, [*vast, "ontheven", aantal], "AANTAL", aantal,
                  "tegenstrijdige cijfers", "hetzelfde cijfer met twee waarden")  # fmt: skip
    plek = _zoek(tabel.rijen, g.code, "boete")
    tabel.rijen[plek][-1] = "*"
    z.noteer("onderdrukte cel", levering, tabel, plek, "AANTAL", BEVINDING, "ontbrekend", "te klein om te tonen", g)
    plek = _zoek(tabel.rijen, g.code, "pip_vastgesteld")
    tabel.rijen[plek][-1] += 3
    z.noteer("cijfer wijkt af van personen", levering, tabel, plek, "AANTAL", BEVINDING, "bronverschil",
             "drie meer dan er personen met een PIP zijn", g)  # fmt: skip


def _zoek(rijen: list[Rij], code: str, indicator: str) -> int:
    return next(i for i, r in enumerate(rijen) if r[1] == code and r[6] == indicator and r[5] == 2023)


def _taakstelling(z: Zaaier) -> None:
    """A half-year that does not begin where the last one ended, and a total that is not the sum of its parts."""
    halfjaren = z.levering("coa_taakstelling_halfjaren")
    maanden = z.levering("coa_taakstelling_maanden")
    g = z.land[0]
    plek = next(i for i, r in enumerate(halfjaren.tabel.rijen) if r[2] == g.code and r[0] == "2024-I")
    for levering, vanaf in ((halfjaren, plek), (maanden, 0)):
        for rij in levering.tabel.rijen[vanaf:]:
            if rij[2] == g.code:
                _schuif(levering.tabel.kop or [], rij, ("Stand begin", "Gecorrigeerde taakstelling", "Achterstand"), 4)
    z.noteer("begin is niet het vorige eind", halfjaren, halfjaren.tabel, plek, "Stand begin", BEVINDING,
             "aansluiting_stand", "vier hoger dan het vorige halfjaar eindigde", g)  # fmt: skip
    ander = z.land[-1]
    plek = next(i for i, r in enumerate(halfjaren.tabel.rijen) if r[2] == ander.code and r[0] == "2022-II")
    rij = halfjaren.tabel.rijen[plek]
    _schuif(halfjaren.tabel.kop or [], rij, ("Gecorrigeerde taakstelling", "Achterstand"), 2)
    z.noteer("totaal is niet de som", halfjaren, halfjaren.tabel, plek, "Gecorrigeerde taakstelling", BEVINDING,
             "totale_taakstelling", "twee meer dan stand begin plus taakstelling", ander)  # fmt: skip


def _schuif(kop: list[str], rij: Rij, kolommen: tuple[str, ...], met: int) -> None:
    for kolom in kolommen:
        rij[kop.index(kolom)] += met
    over = rij[kop.index("Achterstand")]
    rij[kop.index("Nog te huisvesten")] = max(0, over)


def _werkboek(z: Zaaier) -> None:
    g = z.land[0]
    levering = z.levering(f"werkboek_{g.code}")
    tabel = next(t for t in levering.tabellen if t.blad == "Maatschappelijke begeleiding")
    tabel.rijen[0][-1] += 5
    z.noteer("totaal is niet de som van de jaren", levering, tabel, 0, "Totaal", BEVINDING, "optelling",
             "vijf meer dan de jaren samen", g)  # fmt: skip


def _geld(z: Zaaier) -> None:
    levering = z.levering("spuk_beschikkingen")
    rij = [*levering.tabel.rijen[0]]
    rij[2] = 2023
    z.zet_rij("onbekende soort beschikking", levering, rij, "Soort beschikking", "misschien", "onbekende waarde",
              "geen bekende status")  # fmt: skip
    z.zet_rij(
        "onleesbaar bedrag", levering, rij, "Bedrag", "1.2345,67", "onleesbaar cijfer", "punten op vreemde plaatsen"
    )
    vreemd = [*rij]
    vreemd[0], vreemd[1] = "GM0629", "Leiden"
    z.zet_rij("code en naam botsen", levering, vreemd, "Gemeentecode", "GM0629", "code en naam verschillen",
              "GM0629 is Wassenaar")  # fmt: skip
    if len(z.land) > 1:
        sisa = z.levering("sisa_lijst")
        regel = [*sisa.tabel.rijen[0]]
        z.zet_rij("indicator ontbreekt", sisa, regel, "Indicator", "", "verplichte waarde ontbreekt",
                  "een waarde zonder code")  # fmt: skip


CIJFERFOUTEN = (_duo_cijfers, _taakstelling, _werkboek, _geld)
