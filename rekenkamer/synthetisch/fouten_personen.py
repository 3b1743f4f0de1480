"""Errors in the lists of persons. Refused rows are of persons outside the population, so that the counts stay right."""

from __future__ import annotations

from datetime import timedelta

from rekenkamer.synthetisch.fouten import BEVINDING, MELDING, VERWERKT, Zaaier
from rekenkamer.synthetisch.levering import Levering, Tabel
from rekenkamer.synthetisch.parameters import parameter
from rekenkamer.synthetisch.personen import Persoon
from rekenkamer.synthetisch.persoonslijsten import DUO_KOP, duo_rij, gemeente_rij, tvs_rijen

_DUO_CELLEN = (
    ("onmogelijke datum", "Dagtekening eerste PIP", "31-02-2024", "onmogelijke datum", "31 februari bestaat niet"),
    ("jaar met twee cijfers", "Datum ondertekening PVT", "01-03-24", "jaar met twee cijfers", "de eeuw is niet zeker"),
    ("geen datum", "Datum kennisgeving", "volgt nog", "geen datum", "tekst in een datumkolom"),
    ("onbekende code", "Leerroute", "Q", "onbekende code", "leerroute Q bestaat niet"),
    ("verplichte cel leeg", "Begindatum inburgeringsplicht", "", "verplichte waarde ontbreekt", "geen begin"),
    ("onjuiste gemeentecode", "Gemeentecode", "GMX901", "onjuiste gemeentecode", "geen vier cijfers"),
    ("onjuist BSN", "BSN", "999999998", "onjuist BSN", "haalt de elfproef niet"),
    ("tekst in getal", "Gevolgde uren taal en KNM", "veel", "geen getal", "tekst in een urenkolom"),
    ("geen ja of nee", "PVT verwijtbaar", "misschien", "geen ja of nee", "alleen ja, nee of leeg"),
    ("datum na peildatum", "Datum eindgesprek MAP", parameter("peildatum") + timedelta(days=45),
     "datum na de peildatum", "een MAP die nog moet komen"),
)  # fmt: skip


def _duo(z: Zaaier) -> None:
    """One wrong cell per row of DUO's list."""
    levering = z.levering("duo_personen")
    for soort, kolom, waarde, regel, uitleg in _DUO_CELLEN:
        z.zet_rij(soort, levering, duo_rij(z.reserve()), kolom, waarde, regel, uitleg)


def _dubbel(z: Zaaier) -> None:
    """The same row twice (one stays, and it is said) and two rows that contradict each other (neither stays)."""
    levering = z.levering("duo_personen")
    tabel = levering.tabel
    tabel.rijen.append(list(tabel.rijen[0]))
    z.noteer("dubbele persoon", levering, tabel, len(tabel.rijen) - 1, "", MELDING, "dubbel",
             "herhaalt de eerste rij; een van beide blijft staan")  # fmt: skip
    rij = duo_rij(z.reserve())
    for route in ("B", "Z"):
        z.zet_rij("tegenstrijdige dubbele persoon", levering, rij, "Leerroute", route, "dubbele sleutel",
                  "dezelfde persoon met twee leerroutes; geen van beide is te vertrouwen")  # fmt: skip


def _gemeentelijst(z: Zaaier) -> None:
    """A BSN where text belongs, no number at all, and two notations of numbers in one column."""
    levering = z.levering(f"inburgeraars_{z.land[0].code}")
    ander = z.reserve()
    z.zet_rij("BSN in een tekstkolom", levering, gemeente_rij(z.reserve()), "Reden uitstroom", f"zie {ander.bsn}",
              "BSN op een verkeerde plek", "een nummer van een ander in een vrij veld")  # fmt: skip
    z.zet_rij("nummer ontbreekt", levering, gemeente_rij(z.reserve()), "BSN", "", "nummer ontbreekt",
              "zonder nummer is niet te zien wie dit is")  # fmt: skip
    if len(z.land) > 1:
        _gemengd(z, z.levering(f"inburgeraars_{z.land[1].code}"))


def _gemengd(z: Zaaier, levering: Levering) -> None:
    """A comma and a point as decimal sign in one column: then 9.750 can be two numbers."""
    tabel = levering.tabel
    k = tabel.kolom("Trajectkosten")
    met_bedrag = [rij for rij in tabel.rijen if rij[k]][:2]
    if len(met_bedrag) < 2:
        return
    engels = f"{met_bedrag[0][k]:,}.00"
    met_bedrag[0][k] = engels
    met_bedrag[1][k] = f"{met_bedrag[1][k]:,}".replace(",", ".") + ",00"
    z.zet_rij("gemengde notatie", levering, gemeente_rij(z.reserve()), "Trajectkosten", "9.750", "gemengde notatie",
              f"in dezelfde kolom staan {engels} en {met_bedrag[1][k]}")  # fmt: skip


def _examens_en_tvs(z: Zaaier) -> None:
    examens = z.levering("duo_examens")
    for rij in examens.tabel.rijen[:1]:
        z.zet_rij("onbekend examenonderdeel", examens, rij, "Onderdeel", "XX", "onbekende code", "geen examenonderdeel")
    gekoppeld = next(p for p in z.over if p.datum_koppeling)
    z.over.remove(gekoppeld)
    z.zet_rij("geen heel getal", z.levering("tvs_personen"), tvs_rijen(gekoppeld)[0], "Gezinsgrootte", 2.5,
              "geen heel getal", "een halve persoon")  # fmt: skip


def _vreemd_examen(z: Zaaier) -> None:
    """An exam of somebody who is in no list of persons: read, but nobody's."""
    levering = z.levering("duo_examens")
    if not levering.tabel.rijen:
        return
    rij = list(levering.tabel.rijen[0])
    rij[levering.tabel.kolom("BSN")] = z.reserve().bsn
    levering.tabel.rijen.append(rij)
    z.noteer("examen van een onbekende persoon", levering, levering.tabel, len(levering.tabel.rijen) - 1, "BSN",
             BEVINDING, "examen_zonder_persoon", "deze persoon staat in geen lijst")  # fmt: skip


def _correcties(z: Zaaier) -> None:
    """DUO's first file has a person too many and one with an old date; a later file puts both right."""
    eerste = z.levering("duo_personen")
    persoon = next((p for p in z.bevolking if p.gemeente is z.land[0] and p.datum_aanbod), None)
    if persoon is None:
        return
    spook = z.reserve()
    eerste.tabel.rijen.append(duo_rij(spook))
    plek = _rij_van(eerste.tabel, persoon)
    oud = eerste.tabel.rijen[plek]
    k = eerste.tabel.kolom("Datum inburgeringsaanbod")
    oud[k] = oud[k] - timedelta(days=3)
    rijen = [duo_rij(spook, "intrekking"), duo_rij(persoon, "wijziging")]
    dag = parameter("peildatum")
    levering = Levering("synthetisch_duo_personen_later_correctie.csv", "duo", "DUO, latere correcties per persoon",
                        [Tabel(DUO_KOP, rijen)], codering="cp1252", peildatum=dag)  # fmt: skip
    z.leveringen.append(levering)
    z.noteer("intrekking", levering, levering.tabel, 0, "Mutatie", VERWERKT, "", "ten onrechte geleverd; telt niet mee",
             spook.gemeente)  # fmt: skip
    z.noteer("late correctie", levering, levering.tabel, 1, "Datum inburgeringsaanbod", VERWERKT, "",
             "de juiste datum komt in een later bestand", persoon.gemeente)  # fmt: skip


def _rij_van(tabel: Tabel, persoon: Persoon) -> int:
    return next(i for i, rij in enumerate(tabel.rijen) if rij[tabel.kolom("BSN")] == persoon.bsn)


PERSOONSFOUTEN = (_correcties, _duo, _dubbel, _gemeentelijst, _examens_en_tvs, _vreemd_examen)
