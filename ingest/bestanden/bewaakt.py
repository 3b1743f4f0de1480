"""Guard the library that opens workbooks: a damaged file can make it stop in a way that Python does not expect."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from ingest.bestanden.bestandssoort import BESCHADIGD
from ingest.fouten import BestandFout

_PANIEK = "PanicException"  # derives from BaseException and can't be imported


@contextmanager
def bewaakt() -> Iterator[None]:
    """Turn a breakdown of the library into a refusal in Dutch, and keep its own report off the terminal."""
    with _stil():
        try:
            yield
        except BaseException as fout:
            if type(fout).__name__ != _PANIEK:
                raise
            raise BestandFout(BESCHADIGD) from None


@contextmanager
def _stil() -> Iterator[None]:
    """The library writes to the error stream of the process itself, past Python."""
    bewaard = leeg = None
    with suppress(OSError):
        bewaard, leeg = os.dup(2), os.open(os.devnull, os.O_WRONLY)
        os.dup2(leeg, 2)
    try:
        yield
    finally:
        if bewaard is not None:
            os.dup2(bewaard, 2)
            os.close(bewaard)
        if leeg is not None:
            os.close(leeg)
