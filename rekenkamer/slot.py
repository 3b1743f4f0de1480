"""One writer at a time: a lock file around everything that changes the warehouse."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from rekenkamer.instellingen import Instellingen

WACHTTIJD_SECONDEN = 10.0


class MagazijnBezet(Exception):
    """Another run is writing; the message is for the user."""


@contextmanager
def hold_slot(instellingen: Instellingen, wachttijd: float = WACHTTIJD_SECONDEN) -> Iterator[None]:
    """Hold the write lock, waiting at most `wachttijd` seconds.

    The operating system frees the lock when a process is killed, so a stale lock can't exist.

    Raises:
        MagazijnBezet: another process kept it longer than that.
    """
    pad = instellingen.warehouse_pad.parent / "schrijfslot"
    pad.parent.mkdir(parents=True, exist_ok=True)
    slot = FileLock(pad)
    try:
        slot.acquire(timeout=wachttijd)
    except Timeout as fout:
        raise MagazijnBezet(
            "Een andere opdracht (inlezen of bouwen) is nog bezig met dit magazijn. "
            "Wacht tot die klaar is en probeer het opnieuw."
        ) from fout
    try:
        yield
    finally:
        slot.release()
