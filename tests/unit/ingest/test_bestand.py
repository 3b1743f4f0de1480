"""Opening files: every usual format comes out the same, everything else is refused in Dutch."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.bestanden.bestand import open_bestand
from ingest.fouten import BestandFout
from tests.unit.ingest.conftest import LEVERINGEN

RIJEN = [["Gemeente", "Aantal"], ["Súdwest-Fryslân", "€ 1"]]


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("teken", [";", ",", "\t", "|"])
def test_csv_in_elke_codering(maak_csv: Callable[..., Path], codering: str, teken: str) -> None:
    pad = maak_csv("d.csv", "\r\n".join(teken.join(r) for r in RIJEN) + "\r\n", codering)
    assert open_bestand(pad).bladen[0].rijen == RIJEN


def test_regelnummers_tellen_door_na_een_cel_met_een_regeleinde(maak_csv: Callable[..., Path]) -> None:
    blad = open_bestand(maak_csv("d.csv", 'a;b\n"x\ny";1\nz;2\n')).bladen[0]
    assert blad.nummers == [1, 2, 4]


def test_sep_regel_van_excel(maak_csv: Callable[..., Path]) -> None:
    blad = open_bestand(maak_csv("d.csv", "sep=;\na;b\n1,5;2\n")).bladen[0]
    assert (blad.rijen, blad.nummers) == ([["a", "b"], ["1,5", "2"]], [2, 3])


def test_werkboek(maak_werkboek: Callable[..., Path]) -> None:
    blad = open_bestand(maak_werkboek("w.xlsx", Blad_1=[[None, "x"], [], [9, 12.5, "4000"]])).bladen[0]
    assert blad.rijen == [["", "x", ""], ["", "", ""], ["9", "12,5", "4000"]]
    assert blad.naam == "Blad 1" and blad.kolom(0) == "A" and blad.kolom(27) == "AB"


def _half_werkboek() -> bytes:
    return next(LEVERINGEN.glob("leiden*.xlsx")).read_bytes()[:3000]


@pytest.mark.parametrize(
    ("inhoud", "woord"),
    [
        (b"", "leeg"),
        (b" \n \n", "leeg"),
        (b";;;\n;;;\n", "gevulde cel"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04 geen zip", "beschadigd"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 kapot", "beschadigd"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
        (bytes(range(256)) * 20, "geen tabel"),
        (b"\xff\xfea\x00b", "tekens"),
        (b'a;b\n"x;1\n' + b"y" * 200_000, "aanhalingsteken"),
    ],
)
def test_weigering_in_gewone_taal(tmp_path: Path, inhoud: bytes, woord: str) -> None:
    pad = tmp_path / "d.csv"
    pad.write_bytes(inhoud)
    with pytest.raises(BestandFout) as fout:
        open_bestand(pad)
    assert woord in str(fout.value) and "error" not in str(fout.value).lower()


def test_afgebroken_werkboek(tmp_path: Path) -> None:
    pad = tmp_path / "half.xlsx"
    pad.write_bytes(_half_werkboek())
    with pytest.raises(BestandFout, match="onvolledig"):
        open_bestand(pad)


def test_te_groot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.bestanden.bestand.max_bytes", lambda: 10)
    pad = tmp_path / "d.csv"
    pad.write_text("a;b\n1;2\n3;4\n")
    with pytest.raises(BestandFout, match="Splits"):
        open_bestand(pad)


def test_geen_enkel_bestand_met_willekeurige_bytes_geeft_iets_anders_dan_een_nederlandse_weigering(
    tmp_path: Path,
) -> None:
    echt = next(LEVERINGEN.glob("leiden*.xlsx")).read_bytes()
    for i in range(0, len(echt), 997):
        pad = tmp_path / "w.xlsx"
        pad.write_bytes(echt[:i] + b"\x00\xff" + echt[i + 2 :])
        try:
            open_bestand(pad)
        except BestandFout as fout:
            assert str(fout)


def test_ods(tmp_path: Path) -> None:
    import zipfile

    pad = tmp_path / "d.ods"
    soort = "application/vnd.oasis.opendocument.spreadsheet"
    ruimten = " ".join(
        f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "table", "text")
    )
    cel = '<table:table-cell office:value-type="{}"><text:p>{}</text:p></table:table-cell>'
    getal = '<table:table-cell office:value-type="float" office:value="9"><text:p>9</text:p></table:table-cell>'
    inhoud = (
        f'<office:document-content {ruimten}><office:body><office:spreadsheet><table:table table:name="Blad">'
        f"<table:table-row>{cel.format('string', 'Aantal')}{getal}</table:table-row>"
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(pad, "w") as archief:
        archief.writestr("mimetype", soort)
        archief.writestr("content.xml", inhoud)
        archief.writestr("META-INF/manifest.xml", "<manifest/>")
    bestand = open_bestand(pad)
    assert (bestand.formaat, bestand.bladen[0].rijen) == ("ods", [["Aantal", "9"]])
