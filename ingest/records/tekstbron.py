"""The bytes of a text file: read again from the disk, block by block, or kept in memory when they were converted."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.fouten import BestandFout

_STAP = 4 << 20
VERANDERD = (
    "Dit bestand is veranderd of verdwenen terwijl het werd ingelezen. Er is niets van opgeslagen. Wacht tot het niet "
    "meer wordt bijgewerkt en lees het opnieuw in."
)


@dataclass(frozen=True)
class Tekstbron:
    """Either `geheugen`, or the file at `pad` of which the bytes must still hash to `levering_id`."""

    pad: Path | None = None
    levering_id: str = ""
    geheugen: memoryview | None = None
    voorloop: int = 0  # bytes of the byte order mark

    def open(self, van: int) -> Leesstroom | io.BytesIO:
        """The bytes from a place on, as a file."""
        if self.pad is None:
            assert self.geheugen is not None
            return io.BytesIO(self.geheugen[van:])
        return Leesstroom(self.pad, self.levering_id, self.voorloop + van)

    def blokken(self, van: int) -> Iterator[bytes]:
        """The same in pieces, to look through."""
        with self.open(van) as stroom:
            while deel := stroom.read(_STAP):
                yield deel


class Leesstroom(io.RawIOBase):
    """The file once more; `controleer` says at the end whether it still is the file that was delivered."""

    def __init__(self, pad: Path, levering_id: str, van: int) -> None:
        super().__init__()
        self._levering_id, self._som = levering_id, hashlib.sha256()
        try:
            self._bestand = pad.open("rb", buffering=0)
        except OSError:
            raise BestandFout(VERANDERD) from None
        self._som.update(self._bestand.read(van))

    def readable(self) -> bool:
        """A stream to read from."""
        return True

    def readinto(self, doel: Any) -> int:
        """Fill a buffer and remember what went by."""
        aantal = self._bestand.readinto(doel) or 0
        self._som.update(memoryview(doel)[:aantal])
        return aantal

    def controleer(self) -> None:
        """Raise BestandFout when these are not the bytes that gave the delivery its identity."""
        while self.read(_STAP):
            pass
        if self._som.hexdigest() != self._levering_id:
            raise BestandFout(VERANDERD)

    def close(self) -> None:
        """Give the file back."""
        self._bestand.close()
        super().close()
