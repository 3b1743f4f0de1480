"""Errors of this package. Their text is Dutch and meant for the person who delivers."""

from __future__ import annotations


class IngestFout(Exception):
    """Something that stops the whole run; the text can be shown as it is."""


class BestandFout(IngestFout):
    """One file can't be read."""


class OnbekendeBron(IngestFout):
    """A source or layout name that does not exist."""


class WarehouseBezet(IngestFout):
    """The warehouse file is in use by another program."""


class RijFout(Exception):
    """One row of a table can't be used.

    `kolom` is the place in the file, `waarde` what stands there, `reden` what is wrong, `doe` what to do and `regel`
    the rule that was broken, in two or three words.
    """

    def __init__(self, kolom: str, waarde: str, reden: str, doe: str, regel: str = "") -> None:
        super().__init__(reden)
        self.kolom = kolom
        self.waarde = waarde
        self.reden = reden
        self.doe = doe
        self.regel = regel
