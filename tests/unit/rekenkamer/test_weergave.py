"""What a file is called or holds does not steer the terminal."""

from __future__ import annotations

import pytest

from rekenkamer.weergave import melding, show_tabel


def test_stuurtekens_en_opmaak_uit_een_bestand_worden_gewone_tekst(capsys: pytest.CaptureFixture[str]) -> None:
    naam = "Wassenaar [bold]concept[/bold] \x1b[2J\x1b[31m\u202e.csv"
    show_tabel("t", ("bestand",), [{"bestand": naam}])
    melding(f"{naam}: klaar")
    uit = capsys.readouterr()
    assert "\x1b" not in uit.out + uit.err and "\u202e" not in uit.out + uit.err
    assert "[bold]concept[/bold]" in uit.out and "[bold]concept[/bold]" in uit.err
