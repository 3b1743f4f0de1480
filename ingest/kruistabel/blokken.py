"""The crosstabs on a sheet: where each one starts and ends, and which rows with figures belong to none."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.begrippen import DIMENSIES, classificeer, vorm
from ingest.bestanden.bestand import Blad
from ingest.cel import Afkeuring
from ingest.fouten import RijFout
from ingest.gebied.gemeenten import Gemeenteregister
from ingest.kruistabel.kop import (
    NOOT,
    Blok,
    Kopregel,
    heeft_kopwoord,
    is_datarij,
    is_dubbel,
    is_waarde,
    lees_kolomkop,
    lees_kopregel,
    vul_bovenkop,
)
from ingest.layout import kruis_layouts
from ingest.waarden.getallen import Getal


@dataclass
class _Zoeker:
    """Walks down one sheet; `grenzen` are rows that end the block above them."""

    blad: Blad
    register: Gemeenteregister
    koppen: list[tuple[int, Kopregel]] = field(default_factory=list)
    grenzen: list[int] = field(default_factory=list)

    def zoek(self) -> None:
        """Find header rows, and titles and unreadable headers that end a block."""
        for i, rij in enumerate(self.blad.rijen):
            kop = lees_kopregel(rij)
            boven = self.blad.rijen[i - 1] if i else []
            if kop is not None:
                kolommen = vul_bovenkop(boven, kop.kolommen, self.register)
                vorige = self.koppen[-1][1].kolommen if self.koppen else []
                los = not any(is_waarde(c) for c in boven[kolommen[0].index :] if c)
                if is_datarij(vorige, kolommen, rij, los, self.register):
                    continue
                self.grenzen.append(i)
                if not is_dubbel(kolommen):
                    self.koppen.append((i, Kopregel(kolommen, kop.toelichting, kop.vreemd)))
            elif self.koppen and (self._is_titel(i) or _is_andere_kop(rij)):
                self.grenzen.append(i)

    def _is_titel(self, i: int) -> bool:
        """A lone text under a table that names a subject or a gemeente, or that follows an empty row."""
        gevuld = [c for c in self.blad.rijen[i] if c]
        if len(gevuld) != 1 or gevuld[0].lower().startswith(NOOT) or is_waarde(gevuld[0]):
            return False
        tekst = gevuld[0]
        kop = self.koppen[-1][0]
        labels = [c for rij in self.blad.rijen[kop + 1 : i] for c in rij[:1] if c]
        posten = any("post" in (classificeer(c.rstrip(" *:"), self.register, ("post",)) or {}) for c in labels)
        dimensies = tuple(d for d in DIMENSIES if posten or d != "post")
        if classificeer(tekst.rstrip(" *:"), self.register, dimensies):
            return False
        gevormd = f" {vorm(tekst)} "
        noemt = any(f" {vorm(w)} " in gevormd for k in kruis_layouts() for w in k.herken)
        return noemt or " gemeente " in gevormd or not any(self.blad.rijen[i - 1])


def _is_andere_kop(rij: list[str]) -> bool:
    """A header whose columns can't be read as periods: header words, and no value in the row."""
    gevuld = [c for c in rij if c]
    if len(gevuld) < 2 or not heeft_kopwoord(gevuld):
        return False
    return not any(is_waarde(c) and not lees_kolomkop(c) for c in gevuld)


def zoek_blokken(blad: Blad, register: Gemeenteregister) -> list[Blok]:
    """Every crosstab of a sheet, with its title lines above and its notes below."""
    zoeker = _Zoeker(blad, register)
    zoeker.zoek()
    blokken = []
    for i, kop in zoeker.koppen:
        einde = next((g for g in zoeker.grenzen if g > i), len(blad.rijen))
        blokken.append(Blok(i, kop.kolommen, kop.toelichting, kop.kolommen[0].index, i + 1, einde, vreemd=kop.vreemd))
    begin = 0
    for n, blok in enumerate(blokken):
        boven = blok.kop - 1 if any(k.boven for k in blok.kolommen) else None
        blok.titels = [t for i in range(begin, blok.kop) if i != boven for t in _titelteksten(blad.rijen[i])]
        volgende = blokken[n + 1].kop if n + 1 < len(blokken) else len(blad.rijen)
        blok.einde = begin = _laatste_rij(blad, blok) + 1
        blok.noten = [t for i in range(begin, volgende) for t in blad.rijen[i] if t]
    return blokken


def _titelteksten(rij: list[str]) -> list[str]:
    """The texts of a row above a table; rows of figures and source lines are no title."""
    if sum(1 for c in rij if c and is_waarde(c)) > 1:
        return []
    return [c for c in rij if c and not isinstance(c, Getal) and not c.lower().startswith(NOOT)]


def _laatste_rij(blad: Blad, blok: Blok) -> int:
    """The last row of a block; what stands below it are notes and the titles of the next one."""
    laatste = blok.kop
    for i in range(blok.begin, blok.einde):
        waarden = [blad.rijen[i][k.index] for k in blok.kolommen if k.index < len(blad.rijen[i])]
        labels = [c for c in blad.rijen[i][: blok.labels] if c]
        aaneengesloten = i == laatste + 1 and blok.labels > 1 and bool(blad.rijen[i][blok.labels - 1])
        if (labels and any(waarden)) or (aaneengesloten and len(labels) == blok.labels):
            laatste = i
    return laatste


def is_tabelrij(rij: list[str], getallen: int = 1) -> bool:
    """Whether a row looks like a row of a table: numbers, beside a label or beside each other."""
    gevuld = [c for c in rij if c]
    cijfers = sum(1 for c in gevuld if isinstance(c, Getal) or c.replace(".", "").isdigit())
    return len(gevuld) > 1 and cijfers >= getallen and not gevuld[0].lower().startswith(NOOT[:2])


def ongelezen_rijen(blad: Blad, blokken: list[Blok]) -> list[Afkeuring]:
    """Rows with figures that stand in no table of this sheet."""
    gelezen: set[int] = set()
    for blok in blokken:
        gelezen |= {blok.kop - 1} if any(k.boven for k in blok.kolommen) else set()
        gelezen |= set(range(blok.kop, blok.einde))
    return [
        Afkeuring(
            blad.naam, blad.nummers[i], "", " | ".join(c for c in rij if c),
            "Deze rij met cijfers hoort bij geen tabel die gelezen kan worden, of heeft geen label.",
            "Controleer de kopregel erboven (een jaar of Totaal per kolom) en zet voor de cijfers waar ze over gaan.",
            rij,
        )
        for i, rij in enumerate(blad.rijen)
        if i not in gelezen and (is_tabelrij(rij, 2) or _is_los_cijfer(i, rij, blokken))
    ]  # fmt: skip


def _is_los_cijfer(i: int, rij: list[str], blokken: list[Blok]) -> bool:
    """One number without label right under a table, in one of its value columns."""
    blok = next((b for b in reversed(blokken) if b.kop < i), None)
    if blok is None or any(rij[: blok.labels]):
        return False
    return any(isinstance(rij[k.index], Getal) for k in blok.kolommen if k.index < len(rij))


def weiger_onderkop(blad: Blad, blok: Blok) -> None:
    """Raise RijFout for words on a second line under the years: which figure is which is not certain then."""
    rij = blad.rijen[blok.begin] if blok.begin < blok.einde else []
    if any(rij[: blok.labels]):
        return
    woorden = [c for c in rij[blok.labels :] if c and not is_waarde(c)]
    if woorden:
        namen = ", ".join(f"'{w[:40]}'" for w in dict.fromkeys(woorden))
        doe = "Zet alles over een kolom in één cel, zoals 2024 Begroot, of zet de woorden boven de jaren."
        reden = f"Onder de jaren staat nog een regel met {namen}."
        raise RijFout("", " | ".join(woorden)[:200], reden, doe, "kop op twee regels")


def kolommen_zonder_kop(blad: Blad, blok: Blok) -> list[str]:
    """Name columns with figures that have no heading at all and are therefore not read."""
    bekend = {k.index for k in blok.kolommen} | {i for i, _ in blok.vreemd} | {blok.toelichting}
    rijen = blad.rijen[blok.begin : blok.einde]
    los = [i for i in range(blok.labels, len(blad.rijen[blok.kop])) if i not in bekend]
    letters = [blad.kolom(i) for i in los if any(isinstance(r[i], Getal) for r in rijen)]
    if not letters:
        return []
    plek = f"Blad '{blad.naam or '1'}', rij {blad.nummers[blok.kop]}"
    return [f"{plek}: kolom {', '.join(letters)} is niet gelezen, want boven de kolom staat niets."]


def vreemde_kolommen(blad: Blad, blokken: list[Blok]) -> list[str]:
    """Name the columns of each table that say no period and are therefore not read."""
    meldingen = []
    for blok in blokken:
        meldingen += kolommen_zonder_kop(blad, blok)
        if blok.vreemd:
            namen = ", ".join(f"'{tekst}' ({blad.kolom(index)})" for index, tekst in blok.vreemd)
            plek = f"Blad '{blad.naam or '1'}', rij {blad.nummers[blok.kop]}"
            meldingen.append(f"{plek}: kolom {namen} is niet gelezen, want boven de kolom staat geen jaar of Totaal.")
    return meldingen
