"""The web application: Streamlit, in Dutch for browsers and screen readers, with `/health`."""

from __future__ import annotations

import gc
import re
from collections.abc import AsyncGenerator, MutableMapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.data.snapshot import load_snapshot
from dashboard.navigation import PAGINAS

SCRIPT = Path(__file__).with_name("app.py")
BEKEND = {"", "index.html", *(p.url_path for p in PAGINAS)}
THUIS = f"/{PAGINAS[0].url_path}"
NIET_GEVONDEN = """<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Pagina bestaat niet</title></head>
<body><h1>Deze pagina bestaat niet</h1><p>Het adres klopt niet of is veranderd.
<a href="/">Ga naar het overzicht</a>.</p></body></html>"""
# Says where the server is. Without it the browser tries `/huisvesting/_stcore/…` first, which
# costs two failed requests on every deep link.
ADRES = (
    '<script>window.__streamlit={BACKEND_BASE_URL:location.origin+"/",MAIN_PAGE_BASE_URL:location.origin+"/"}</script>'
)
ZONDER_SCRIPT = "<noscript><p>Zet JavaScript aan om dit dashboard te lezen.</p></noscript>"


def to_dutch(html: str) -> str:
    """Streamlit's shell is English: language, title and the text for who has no JavaScript."""
    html = html.replace('<html lang="en">', '<html lang="nl">', 1)
    html = html.replace("<title>Streamlit</title>", "<title>Inburgering en huisvesting</title>", 1)
    html = html.replace("<head>", f"<head>{ADRES}", 1)
    html = re.sub(r'<link rel="service-desc"[^>]*>', "", html)
    return re.sub(r"<noscript>.*?</noscript>", ZONDER_SCRIPT, html, flags=re.DOTALL)


def _to_home(scope: Scope) -> RedirectResponse:
    """The home page lives at `/`; its name works as an address too, with the same gemeente."""
    vraag = scope["query_string"].decode("latin-1")
    return RedirectResponse(f"/?{vraag}" if vraag else "/", status_code=307)


class DutchShell:
    """Rewrite the one HTML page that Streamlit serves; leave everything else alone."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Buffer text/html only, and only when it is asked for as a page."""
        if scope["type"] == "http" and scope["path"].rstrip("/") == THUIS:
            await _to_home(scope)(scope, receive, send)
            return
        if scope["type"] != "http" or scope["path"].startswith(("/_stcore", "/static", "/media")):
            await self.app(scope, receive, send)
            return
        onverpakt = [(k, v) for k, v in scope["headers"] if k not in (b"accept-encoding", b"if-none-match")]
        await self.app({**scope, "headers": onverpakt}, receive, _Rewriter(scope["path"], send))


class _Rewriter:
    """Collects an HTML answer until it is whole, then sends the Dutch one."""

    def __init__(self, path: str, send: Send) -> None:
        self.path = path.strip("/")
        self.send = send
        self.start: MutableMapping[str, Any] | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            soort = dict(message["headers"]).get(b"content-type", b"")
            if soort.startswith(b"text/html") and message["status"] == 200:
                self.start = message
                return
        if self.start is None:
            await self.send(message)
            return
        self.body += message.get("body", b"")
        if not message.get("more_body"):
            await self._finish(self.start)

    async def _finish(self, start: MutableMapping[str, Any]) -> None:
        bekend = self.path in BEKEND
        tekst = to_dutch(self.body.decode("utf-8")) if bekend else NIET_GEVONDEN
        antwoord = HTMLResponse(tekst, status_code=200 if bekend else 404, headers={"cache-control": "no-cache"})
        await self.send(
            {"type": "http.response.start", "status": antwoord.status_code, "headers": antwoord.raw_headers}
        )
        await self.send({"type": "http.response.body", "body": antwoord.body})


async def health(_: Request) -> JSONResponse:
    """200 when a snapshot is served, 503 when there is nothing to show."""
    snapshot = load_snapshot()
    if snapshot is None:
        return JSONResponse({"status": "geen snapshot"}, status_code=503)
    return JSONResponse({"status": "ok", "snapshot_id": snapshot.snapshot_id})


def show_storing(_: Exception) -> bool:
    """A reader never sees a traceback: say what happened and what to do."""
    st.error(
        "Deze pagina kon niet worden getoond. De oorzaak staat in het logboek van de beheerder."
        " Laad de pagina opnieuw of kies een andere pagina."
    )
    return True


@asynccontextmanager
async def warm_up(_: Any) -> AsyncGenerator[None, None]:
    """Import what a first reader would wait for, then take it out of the collector's rounds.

    Streamlit runs a full garbage collection after every page run; frozen objects are skipped.
    """
    from dashboard.warming import import_everything

    import_everything()
    gc.collect()
    gc.freeze()
    yield


app = st.App(
    SCRIPT,
    lifespan=warm_up,
    routes=[Route("/health", health)],
    middleware=[Middleware(DutchShell)],
    on_script_error=show_storing,
)
