"""Sheet Invoer: every delivered figure that the calculation uses, with its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rekenkamer.rapport.controledossier import woorden
from rekenkamer.rapport.controledossier.formules import Cel, Formule, reken, som
from rekenkamer.rapport.controledossier.gegevens import Gegevens
from rekenkamer.rapport.controledossier.regels import Regelcellen
from rekenkamer.rapport.controledossier.rijen import Beschikking, Besteding, Telling
from rekenkamer.rapport.controledossier.werkmap import Blad
from rekenkamer.rapport.controledossier.woorden import woord

KOPPEN = (
    "Soort", "Jaar", "Omschrijving", "Aantal", "Bedrag per persoon", "Bedrag", "Telt mee", "Status", "Hardheid",
    "Bron", "Bestand", "Vindplaats", "Bron-id", "Sha256 van de levering",
)  # fmt: skip
BREEDTES = (24, 7, 34, 9, 13, 16, 12, 20, 14, 30, 22, 34, 14, 34)
UITLEG = (
    "Alles wat is geleverd en waarmee is gerekend. Grijs: een getal dat u kunt wijzigen. Een kostenpost met een woord"
    " in plaats van een bedrag telt als niets. Vervangen: over dat jaar is met SiSa verantwoord; dat gaat voor kosten"
    " per post die begroot of niet compleet zijn."
)
GEEN_LEVERING = "geen levering: volgt uit dit bestand"
FOUT = "fout_onzeker"
TELBAAR = ("a", "b", "c", "gezin")
KOP = 3
NAMEN = {"kosten_jaar": 1, "kosten_bedrag": 5, "kosten_telt_mee": 6}


class Plek(NamedTuple):
    """From where a figure came; `hardheid` is the word of the delivery: begroot, voorlopig, dossier."""

    status: str
    vindplaats: str | None
    bron_id: str | None
    levering_id: str | None
    hardheid: str = "n.v.t."


@dataclass
class Invoercellen:
    """Where on the sheet the figures stand that formulas use."""

    beschikkingen: dict[tuple[int, str], Cel] = field(default_factory=dict)
    tellingen: dict[tuple[int, str, int | None], Cel] = field(default_factory=dict)
    ramingen: dict[int, Cel] = field(default_factory=dict)
    kosten: tuple[Besteding, ...] = ()

    def telling(self, jaar: int, afstand: int, groep: str) -> Cel | None:
        """The count of a cohort for this budget year, else the one that holds for every year."""
        eigen = self.tellingen.get((jaar - afstand, groep, jaar))
        return eigen or self.tellingen.get((jaar - afstand, groep, None))


def write_invoer(
    blad: Blad, g: Gegevens, jaren: Sequence[int], regels: Regelcellen, ramingsjaren: Iterable[int]
) -> Invoercellen:
    """Fill the sheet; `ramingsjaren` are the years whose grant comes from counts."""
    cellen = Invoercellen()
    blad.tekst(0, 0, "Invoer", "titel")
    blad.tekst(1, 0, UITLEG, "plat")
    blad.koppen(KOP, KOPPEN, (3, 4, 5))
    schrijver = _Schrijver(blad, g)
    for b in sorted(g.beschikkingen, key=lambda b: (b.jaar, b.soort)):
        if b.jaar in jaren:
            schrijver.beschikking(b, cellen)
    cellen.kosten = tuple(b for b in g.bestedingen if b.jaar in jaren)
    schrijver.kosten(cellen.kosten)
    cohorten = range(min(jaren, default=0) - 2, max(jaren, default=0) + 1)
    for t in sorted(g.tellingen, key=lambda t: (t.cohort, t.groep, not t.is_gekozen, t.budgetjaar or 0)):
        if t.cohort in cohorten and (t.budgetjaar is None or t.budgetjaar in jaren):
            schrijver.telling(t, cellen)
    for jaar in sorted(ramingsjaren):
        schrijver.raming(jaar, cellen, regels)
    blad.maak_op(BREEDTES, KOP + 1, KOP)
    return cellen


class _Schrijver:
    """Writes the rows of the sheet one under the other."""

    def __init__(self, blad: Blad, g: Gegevens) -> None:
        self.blad, self.g, self.rij = blad, g, KOP + 1
        self.bronnen = {b.bron_id: b for b in g.bronnen}

    def _rij(self, soort: str, jaar: int, wat: str, telt: str, plek: Plek) -> int:
        bron = self.bronnen.get(plek.bron_id or "")
        sha256 = plek.levering_id or (bron.levering_id if bron else "geen")
        titel, bestand = (bron.titel, bron.bestand) if bron else (GEEN_LEVERING, "geen")
        teksten = (titel, bestand, plek.vindplaats or "niet vermeld", plek.bron_id or "geen", sha256)
        self.blad.tekst(self.rij, 0, soort)
        self.blad.getal(self.rij, 1, jaar, "jaar")
        self.blad.tekst(self.rij, 2, wat)
        self.blad.tekst(self.rij, 6, telt)
        self.blad.tekst(self.rij, 7, plek.status)
        self.blad.tekst(self.rij, 8, plek.hardheid)
        for kolom, tekst in enumerate(teksten, 9):
            self.blad.tekst(self.rij, kolom, tekst)
        self.rij += 1
        return self.rij - 1

    def beschikking(self, b: Beschikking, cellen: Invoercellen) -> None:
        delen = [f"kenmerk {b.kenmerk}" if b.kenmerk else "zonder kenmerk"]
        delen += [f"van {woorden.datum_lang(b.datum)}"] if b.datum else []
        delen += ["één som van meer uitkeringen"] if b.is_gebundeld else []
        status, hardheid = woord(woorden.WAARDE_STATUS, b.waarde_status), woord(woorden.HARDHEID, b.soort)
        rij = self._rij(woord(woorden.BESCHIKKING, b.soort), b.jaar, ", ".join(delen), "n.v.t.",
                        Plek(status, b.vindplaats, b.bron_id, b.levering_id, hardheid))  # fmt: skip
        woord_bij_leeg = woorden.ontbreekt(b.waarde_status)
        cellen.beschikkingen[(b.jaar, b.soort)] = self.blad.getal(rij, 5, b.bedrag_eur, "euro_invoer", woord_bij_leeg)

    def kosten(self, kosten: Iterable[Besteding]) -> None:
        begin = self.rij
        for b in sorted(kosten, key=lambda b: (b.jaar, b.is_voorziening != "ja", b.post)):
            status = woord(woorden.WAARDE_STATUS, b.waarde_status)
            hardheid = woord(woorden.HARDHEID, b.status_bedrag)
            sisa = f" ({b.sisa_code} {b.sisa_omschrijving or ''})" if b.sisa_code else ""
            telt = FOUT if b.post == FOUT else b.is_voorziening
            wat = f"{woord(woorden.POSTEN, b.post)}{sisa}"
            plek = Plek(status, b.vindplaats, b.bron_id, b.levering_id, hardheid)
            rij = self._rij("Kosten", b.jaar, wat, telt, plek)
            self.blad.getal(rij, 5, b.bedrag_eur, "euro_invoer", woorden.ontbreekt(b.waarde_status))
        for naam, kolom in NAMEN.items():
            self.blad.benoem_reeks(naam, begin, max(begin, self.rij - 1), kolom)

    def telling(self, t: Telling, cellen: Invoercellen) -> None:
        bron = woord(woorden.TELLING_BRON, t.telling_bron)
        voor = f", voor budgetjaar {t.budgetjaar}" if t.budgetjaar else ""
        wat = f"Cohort {t.cohort}, {woord(woorden.GROEP, t.groep)}: {bron}{voor}"
        telt = "gebruikt" if t.is_gekozen and self._is_nodig(t) else "niet gebruikt"
        status = woord(woorden.WAARDE_STATUS, t.waarde_status)
        plek = Plek(status, t.vindplaats, t.bron_id, t.levering_id, woord(woorden.HARDHEID, t.telling_bron))
        rij = self._rij("Telling", t.cohort, wat, telt, plek)
        stijl = "aantal" if t.aantal is not None and t.aantal % 1 else "aantal_heel"
        cel = self.blad.getal(rij, 3, t.aantal, stijl, woorden.ontbreekt(t.waarde_status))
        if t.is_gekozen:
            cellen.tellingen[(t.cohort, t.groep, t.budgetjaar)] = cel

    def _is_nodig(self, t: Telling) -> bool:
        """A count for every year is of no use when each budget year has its own."""
        eigen = {u.budgetjaar for u in self.g.tellingen if (u.cohort, u.groep) == (t.cohort, t.groep) and u.is_gekozen}
        prijzen = (p for p in self.g.prijzen if p.groep == t.groep and p.cohort_afstand is not None)
        jaren = {p.budgetjaar for p in prijzen if p.budgetjaar - (p.cohort_afstand or 0) == t.cohort}
        return t.budgetjaar is not None or not jaren or not jaren <= eigen

    def raming(self, jaar: int, cellen: Invoercellen, regels: Regelcellen) -> None:
        """Count times amount, a line per component and under them their sum."""
        begin, waarden = self.rij, []
        for p in sorted((p for p in self.g.prijzen if p.budgetjaar == jaar), key=lambda p: p.component):
            telling = cellen.telling(jaar, p.cohort_afstand or 0, p.groep or "")
            if p.component not in TELBAAR or p.cohort_afstand is None or telling is None:
                continue
            wat = f"Component {p.component}: {woord(woorden.GROEP, p.groep)}, cohort {jaar - p.cohort_afstand}"
            rij = self._rij("Aantal × bedrag", jaar, wat, "gebruikt",
                            Plek(woord(woorden.REGEL_STATUS, p.status), p.artikel, None, None))  # fmt: skip
            aantal = self.blad.formule(rij, 3, Formule(f"={telling.adres}", telling.waarde, "niet geleverd"), "aantal")
            prijs = regels.prijzen[(jaar, p.component)]
            bedrag = self.blad.formule(rij, 4, Formule(f"={prijs.adres}", prijs.waarde, "niet bekend"))
            waarden.append(self.blad.formule(rij, 5, reken("{0}*{1}", lambda a, b: a * b, aantal, bedrag)).waarde)
        if not waarden:
            return
        rij = self._rij("Aantal × bedrag", jaar, f"Som over {jaar}", "gebruikt", Plek("berekend", None, None, None))
        cellen.ramingen[jaar] = self.blad.formule(rij, 5, som(self.blad.reeks(begin, rij - 1, 5), waarden), "euro_vet")
