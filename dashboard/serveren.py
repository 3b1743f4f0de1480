"""Start the dashboard's web server from Python, from whatever folder."""

from __future__ import annotations

import socket
import threading
import time
import tomllib
import webbrowser
from pathlib import Path
from typing import Any

CONFIG = Path(__file__).with_name(".streamlit") / "config.toml"


def read_config(pad: Path = CONFIG) -> dict[str, Any]:
    """Flatten the TOML to the dotted names that Streamlit knows: `server.port`."""
    inhoud = tomllib.loads(pad.read_text(encoding="utf-8"))
    return {f"{groep}.{naam}": waarde for groep, opties in inhoud.items() for naam, waarde in opties.items()}


def serve(poort: int = 8501, adres: str = "127.0.0.1", open_browser: bool = False) -> None:
    """Serve until interrupted. Telemetry is off and nothing is fetched from outside."""
    from dashboard.asgi import app

    config = {**read_config(), "server.port": poort, "server.address": adres}
    if open_browser:
        threading.Thread(target=_open_when_ready, args=(adres, poort), daemon=True).start()
    app.run(config=config)


def is_free(poort: int, adres: str) -> bool:
    """Whether nobody listens on this port yet."""
    with socket.socket() as s:
        s.settimeout(0.5)
        return s.connect_ex((adres, poort)) != 0


def _open_when_ready(adres: str, poort: int) -> None:
    """Wait until the server listens, then open the default browser."""
    for _ in range(100):
        with socket.socket() as s:
            s.settimeout(0.2)
            if s.connect_ex((adres, poort)) == 0:
                webbrowser.open(f"http://{adres}:{poort}/")
                return
        time.sleep(0.2)


if __name__ == "__main__":
    import argparse

    parser = argparse.ArgumentParser(description="Start het dashboard op deze computer.")
    parser.add_argument("--poort", type=int, default=8501)
    parser.add_argument("--adres", default="127.0.0.1")
    parser.add_argument("--open", action="store_true", help="open ook de browser")
    keuze = parser.parse_args()
    serve(keuze.poort, keuze.adres, keuze.open)
