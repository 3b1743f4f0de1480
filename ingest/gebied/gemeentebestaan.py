"""Refuse a figure about a gemeente that did not exist then, and say which gemeente it should be about."""

from __future__ import annotations

from datetime import date

import polars as pl

from ingest.cel import Afkeuring, Cel, Lezing
from ingest.gebied.gemeentekennis import Gemeentekennis
from ingest.gebied.gemeenten import Gemeenteregister

REGEL = "gemeente bestaat niet in dat jaar"
EERSTE_VERZONNEN = 9001  # made-up gemeenten of synthetic deliveries


def waarom_onbekend(register: Gemeenteregister, naam: str, dag: date | None = None) -> tuple[str, str]:
    """Reason and advice for a name that leads to no gemeente: it is unknown, or it can mean more than one."""
    kandidaten = register.kandidaten(naam, dag)
    if len(kandidaten) > 1:
        keuzes = _opsomming([f"{g.naam} ({g.code})" for g in kandidaten], "of")
        return (
            f"Gemeente '{naam}' is niet eenduidig: bedoeld kan zijn {keuzes}.",
            f"Schrijf de naam voluit of zet de code erbij, bijvoorbeeld {kandidaten[0].naam} ({kandidaten[0].code}).",
        )
    return (
        f"Gemeente '{naam}' is niet bekend.",
        "Zet de CBS-code van de gemeente in de kolom gemeentecode, bijvoorbeeld GM0537, of lees eerst de "
        "gemeentenlijst van het CBS in.",
    )


def waarom_ongeldig(kennis: Gemeentekennis, code: str, dag: date) -> tuple[str, str] | None:
    """Reason and advice when a code is no gemeente on a day; None when it is, or when nothing delivered says so."""
    if int(code[2:]) >= EERSTE_VERZONNEN or kennis.bestaat(code, dag) is not False:
        return None
    naam = kennis.op_code[code].naam if code in kennis.op_code else ""
    wie = f"{naam} ({code})" if naam and naam != code else code
    if gebeurd := [h for h in kennis.einde.get(code, []) if h.datum <= dag]:
        opvolgers = _opsomming([_eind(kennis, h.nieuwe_code, dag) for h in gebeurd], "of")
        return (
            f"{_hoe_verder(kennis, code, dag)}. In {dag.year} is {wie} geen gemeente meer.",
            f"Lever het cijfer aan voor {opvolgers}, of zet er het jaar bij waarin {naam or code} nog bestond.",
        )
    ontstaan = [h for h in kennis.herindelingen if h.nieuwe_code == code and h.datum > dag]
    if ontstaan:
        delen = _opsomming([f"{h.oude_naam} ({h.oude_code})" for h in ontstaan], "en")
        return (
            f"{wie} bestaat pas sinds {_dag(ontstaan[0].datum)}; in {dag.year} waren dat {delen}.",
            "Lever het cijfer aan voor de gemeenten van toen, of controleer het jaar.",
        )
    return (
        f"{wie} staat niet in de gemeentenlijst van het CBS over {min(dag.year, max(kennis.volledig))}.",
        "Controleer de code en het jaar.",
    )


def _opsomming(delen: list[str], woord: str) -> str:
    uniek = list(dict.fromkeys(delen))
    return f" {woord} ".join([", ".join(uniek[:-1]), uniek[-1]] if len(uniek) > 1 else uniek)


def _dag(dag: date) -> str:
    return f"{dag.day}-{dag.month}-{dag.year}"


def _hoe_verder(kennis: Gemeentekennis, code: str, dag: date) -> str:
    """`Weesp ging op 24-3-2022 op in Amsterdam (GM0363)`, through every step until the day."""
    naam, zin = kennis.op_code[code].naam, ""
    for _ in range(10):  # a chain of herindelingen; a circle in the delivered list must not hang
        stappen = [h for h in kennis.einde.get(code, []) if h.datum <= dag]
        if not stappen:
            break
        namen = _opsomming([f"{h.nieuwe_naam} ({h.nieuwe_code})" for h in stappen], "en")
        wat = "ging op {} op in {}" if len(stappen) == 1 else "is op {} verdeeld over {}"
        zin += (f"{naam} " if not zin else "; die gemeente ") + wat.format(_dag(stappen[0].datum), namen)
        if len(stappen) > 1:
            break
        code = stappen[0].nieuwe_code
    return zin


def _eind(kennis: Gemeentekennis, code: str, dag: date) -> str:
    for _ in range(10):
        stappen = [h for h in kennis.einde.get(code, []) if h.datum <= dag]
        if len(stappen) != 1:
            break
        code = stappen[0].nieuwe_code
    return f"{kennis.op_code[code].naam} ({code})"


def _begin(cel: Cel) -> date | None:
    """The first day a figure is about; a gemeente that ended later that year still has its own figure."""
    if cel.periode == "totaal":
        return None
    if cel.periode_van_datum is None and cel.peildatum:
        return cel.peildatum
    return cel.periode_van_datum or (date(cel.jaar, 1, 1) if cel.jaar else None)


def keur_gemeenten(lezing: Lezing, register: Gemeenteregister) -> None:
    """Reject the rows of cells about a gemeente that did not exist in the year of the figure."""
    kennis = register.kennis
    if not kennis.volledig and not kennis.herindelingen:
        return
    redenen: dict[tuple[str | None, int], Afkeuring] = {}
    for cel in lezing.cellen:
        dag = _begin(cel)
        for code in (cel.deelnemers or cel.gemeentecode or "").split("|") if dag else []:
            if dag and code and cel.plek() not in redenen and (fout := waarom_ongeldig(kennis, code, dag)):
                redenen[cel.plek()] = Afkeuring(
                    cel.blad, cel.rij, "", cel.gemeentenaam or code, *fout, lezing.rijen.get(cel.plek(), []),
                    regel=REGEL,
                )  # fmt: skip
    lezing.keur_rijen_af(redenen)


def keur_records(frame: pl.DataFrame, register: Gemeenteregister) -> tuple[pl.DataFrame, list[Afkeuring]]:
    """Records with a gemeentecode and a jaar or peildatum: the rows that stay, and the rejected ones."""
    kennis = register.kennis
    dagkolom = next((k for k in ("peildatum", "jaar") if k in frame.columns), None)
    if (not kennis.volledig and not kennis.herindelingen) or dagkolom is None or "gemeentecode" not in frame.columns:
        return frame, []
    redenen: dict[tuple[str, object], tuple[str, str]] = {}
    for code, wanneer in frame.select("gemeentecode", dagkolom).drop_nulls().unique().iter_rows():
        dag = date(wanneer, 1, 1) if isinstance(wanneer, int) else wanneer
        if fout := waarom_ongeldig(kennis, code, dag):
            redenen[(code, wanneer)] = fout
    if not redenen:
        return frame, []
    weg = pl.DataFrame(
        {"gemeentecode": [c for c, _ in redenen], dagkolom: [w for _, w in redenen]},
        schema={"gemeentecode": pl.String, dagkolom: frame.schema[dagkolom]},
    )
    fout_rijen = frame.join(weg, on=["gemeentecode", dagkolom], how="semi")
    afkeuringen = [
        Afkeuring(r["blad"], r["rij"], "gemeentecode", r["gemeentecode"],
                  *redenen[(r["gemeentecode"], r[dagkolom])], regel=REGEL)
        for r in fout_rijen.select("blad", "rij", "gemeentecode", dagkolom).iter_rows(named=True)
    ]  # fmt: skip
    return frame.join(weg, on=["gemeentecode", dagkolom], how="anti"), afkeuringen
