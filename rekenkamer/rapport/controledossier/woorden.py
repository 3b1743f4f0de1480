"""Codes of the marts in the words of a controller."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from rekenkamer.rapport.zekerheid import STATUSWOORDEN

INDICATIE = "Indicatie, geen beschikking"
WAARDE_STATUS = {
    "gemeten": "geleverd",
    "nul": "geleverd: nul",
    "afgeleid": "geschat",
    "ondergrens": "ondergrens: een deel ontbreekt",
    "pm": "p.m. (nog geen bedrag)",
    "niet_geleverd": "niet geleverd",
    "onderdrukt": "te klein om te tonen",
    "niet_van_toepassing": "niet van toepassing",
    "onleesbaar": "niet leesbaar in de bron",
    "streepje": "streepje in de bron",
}
REGEL_STATUS = STATUSWOORDEN
HARDHEID = {"nader_voorlopig": "nader voorlopig", "duo": "DUO", "dossier": "dossier", "huisvesting": "huisvesting"}
BESCHIKKING = {
    "voorlopig": "Voorlopige beschikking",
    "nader_voorlopig": "Nader voorlopige beschikking",
    "definitief": "Definitieve beschikking",
    "terugvordering": "Terugvordering (telt niet mee)",
}
GROEP = {"statushouder": "statushouders", "gezinsmigrant": "gezins- en overige migranten"}
TELLING_BRON = {
    "duo": "telling van DUO",
    "dossier": "dossiers van de gemeente",
    "huisvesting": "geschat uit de huisvesting",
}
HERKOMST = {
    "beschikking": "uit de definitieve beschikking",
    "gelijkgesteld": "één bedrag voor betaald en toegekend",
    "telling": "geschat: aantallen × bedragen per persoon",
    "realisatiegraad": "geschat: betaald × (toegekend ÷ betaald) van het peiljaar",
    "onbekend": "niet te berekenen",
}
NIET_TE_ZIEN = "niet te zien (toegekend gelijkgesteld aan betaald)"
ZONDER_VASTSTELLING = "zonder vaststelling"
KEUZES = {
    "geloofd": "bedrag heet definitief en wordt zo gelezen",
    "als_betaald": "gedrukte som heet definitief, maar geldt als betaald; een brief geldt zoals zij is",
    "gelijk_aan_betaald": "gelijk aan betaald",
    "ingelopen": "gelijk aan betaald; zodra het rijk een landelijk bedrag verdeelt, aantallen × bedragen per persoon",
    "telling": "aantallen × bedragen per persoon",
    "geleverd": "zoals geleverd",
    "peiljaar": "na het peiljaar gelijk aan het peiljaar, tenzij over het jaar is verantwoord",
    "minstens_peiljaar": "na het peiljaar ten minste gelijk aan het peiljaar, tenzij over het jaar is verantwoord",
}
POSTEN = {
    "leerroutes": "Leerroutes",
    "maatschappelijke_begeleiding": "Maatschappelijke begeleiding",
    "pvt": "PVT",
    "participatiecomponent": "Participatie (o.a. financiële begeleiding)",
    "formatie": "Formatie (personeel)",
    "sisa": "Besteding volgens SiSa",
    "fout_onzeker": "Fout of onzeker volgens SiSa",
}
MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december",
)  # fmt: skip


def woord(codes: Mapping[str, str], code: str | None) -> str:
    """The word for a code; an unknown code reads as it is, without underscores."""
    return codes.get(code or "", (code or "niet vermeld").replace("_", " "))


def ontbreekt(status: str | None) -> str:
    """Why an amount is not there."""
    geen_woord = status in (None, "", "gemeten", "nul", "afgeleid", "ondergrens")
    return "niet geleverd" if geen_woord else woord(WAARDE_STATUS, status)


def datum_lang(dag: date | datetime) -> str:
    """`31 oktober 2024`."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def tekst_datum(dag: date | str | None) -> str:
    """The date of a text of law, `01-01-2022`, from a date or from its ISO form."""
    if isinstance(dag, str) and dag:
        try:
            return f"{date.fromisoformat(dag):%d-%m-%Y}"
        except ValueError:
            return dag
    return f"{dag:%d-%m-%Y}" if isinstance(dag, date) else "niet vermeld"
