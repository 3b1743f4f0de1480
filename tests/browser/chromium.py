"""Debian's Chromium and a server to point it at: shared by the browser tests and the benchmark."""

from __future__ import annotations

import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTEN = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def free_port() -> int:
    """A port on 127.0.0.1 that nobody uses now."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


def wait_healthy(adres: str, proces: subprocess.Popen[bytes]) -> None:
    """Wait at most a minute until the address answers 200."""
    for _ in range(240):
        assert proces.poll() is None, "de server is gestopt"
        try:
            with urllib.request.urlopen(adres, timeout=2) as antwoord:
                assert antwoord.status == 200
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.25)
    raise AssertionError(f"{adres} antwoordt niet")
