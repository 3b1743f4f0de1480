"""Personal numbers become codes that only the holder of the key could make again: HMAC-SHA256 (RFC 2104).

The key stays outside the project and outside the data folder. Whoever loses it can't link new deliveries to old ones;
whoever publishes it undoes the protection, since every BSN can be tried.
"""

from __future__ import annotations

import hashlib
import os
import stat
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import duckdb
import polars as pl

from ingest.fouten import BestandFout

VARIABELE = "REKENKAMER_SLEUTEL"
_DATA_VARIABELE = "REKENKAMER_DATA"
_PROJECT = Path(__file__).resolve().parents[2]
_LENGTE = 32
_BLOK = 64
_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_WEINIG = 5_000
_HMAC_SQL = "select left(sha256(?::blob || unhex(sha256(?::blob || encode(w)))), 32) as waarde from waarden"
VOORVOEGSEL = {"bsn": "bsn:", "vnr": "vnr:", "id": "id:"}


@dataclass(frozen=True)
class Sleutel:
    """The secret; `kenmerk` tells keys apart without giving one away."""

    geheim: bytes

    @cached_property
    def kenmerk(self) -> str:
        """A fingerprint that is stored with each delivery of persons."""
        return hashlib.sha256(b"kenmerk:" + self.geheim).hexdigest()[:16]

    def _blokken(self) -> tuple[bytes, bytes]:
        """The outer and inner block of RFC 2104."""
        blok = self.geheim.ljust(_BLOK, b"\0")
        return bytes(b ^ 0x5C for b in blok), bytes(b ^ 0x36 for b in blok)

    def pseudonimiseer(self, waarden: list[str]) -> list[str]:
        """HMAC-SHA256 of every value, the first 32 hex characters; the key block is prepared once."""
        buiten, binnen = self._blokken()
        sha = hashlib.sha256
        return [sha(buiten + sha(binnen + w.encode()).digest()).hexdigest()[:32] for w in waarden]

    def begin(self, waarden: pl.Series) -> Future[pl.Series]:
        """The same for a whole column, while the caller goes on with something else."""
        return self._rekenaar.submit(self._reken, waarden)

    @cached_property
    def _rekenaar(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="pseudoniem")

    @cached_property
    def _database(self) -> duckdb.DuckDBPyConnection:
        """A database in memory, without a place on disk; its SHA-256 does not keep other threads waiting."""
        return duckdb.connect(":memory:", config={"threads": "1", "temp_directory": ""})

    def _reken(self, waarden: pl.Series) -> pl.Series:
        if len(waarden) < _WEINIG:
            return pl.Series("waarde", self.pseudonimiseer(waarden.to_list()), dtype=pl.String)
        con = self._database
        con.register("waarden", waarden.alias("w").to_frame().to_arrow())
        try:
            uit = con.execute(_HMAC_SQL, list(self._blokken())).pl()["waarde"]
        finally:
            con.unregister("waarden")
        return uit


def sleutel_pad() -> Path:
    """Where the key is: REKENKAMER_SLEUTEL, else the user's own settings folder."""
    if gekozen := os.environ.get(VARIABELE):
        return Path(gekozen).expanduser().resolve()
    basis = os.environ.get("XDG_CONFIG_HOME")
    map_ = Path(basis) if basis else Path.home() / ".config"
    return (map_ / "rekenkamer" / "pseudonimisering.sleutel").expanduser().resolve()


def lees_sleutel() -> Sleutel:
    """The key of this user, made on first need; raises BestandFout when it is not kept safely."""
    pad = sleutel_pad()
    if pad.is_relative_to(_PROJECT):
        raise BestandFout(
            f"De sleutel voor persoonsnummers staat in de projectmap ({pad}). Daar kan hij per ongeluk worden gedeeld. "
            f"Zet hem in een map die alleen van u is en geef die plek op met {VARIABELE}."
        )
    if pad.is_relative_to(Path(os.environ.get(_DATA_VARIABELE) or "data").expanduser().resolve()):
        raise BestandFout(
            f"De sleutel voor persoonsnummers staat in de datamap ({pad}), naast de gegevens die hij beschermt. Zet "
            f"hem in een map die alleen van u is en geef die plek op met {VARIABELE}. Dit bestand is niet ingelezen."
        )
    try:
        if not pad.exists():
            _maak(pad)
        _controleer_rechten(pad)
        geheim = bytes.fromhex(pad.read_text("ascii").strip())
    except (OSError, ValueError):
        raise BestandFout(_ONLEESBAAR.format(pad=pad, variabele=VARIABELE)) from None
    if len(geheim) != _LENGTE:
        raise BestandFout(_ONLEESBAAR.format(pad=pad, variabele=VARIABELE))
    return Sleutel(geheim)


_ONLEESBAAR = (
    "De sleutel voor persoonsnummers ({pad}) kan niet worden gelezen of gemaakt. Zet de bewaarde kopie terug, "
    "controleer uw rechten op die map, of kies met {variabele} een andere plek. Dit bestand is niet ingelezen."
)


def _maak(pad: Path) -> None:
    """Write a new key that only this user can read; two runs at once can't each make one."""
    if not pad.parent.exists():
        pad.parent.mkdir(parents=True, mode=0o700)
    concept = pad.with_name(f".{pad.name}.{os.getpid()}")
    greep = os.open(concept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(greep, "w", encoding="ascii") as bestand:
            bestand.write(os.urandom(_LENGTE).hex() + "\n")
            bestand.flush()
            os.fsync(bestand.fileno())
        _plaats(concept, pad)
    finally:
        concept.unlink(missing_ok=True)


def _plaats(concept: Path, pad: Path) -> None:
    """Give the whole file its name, unless another run was first."""
    try:
        os.link(concept, pad)
    except FileExistsError:
        return
    except OSError:  # a file system without links
        greep = os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(greep, "w", encoding="ascii") as bestand:
            bestand.write(concept.read_text("ascii"))


def _controleer_rechten(pad: Path) -> None:
    if os.name == "posix" and stat.S_IMODE(pad.stat().st_mode) & 0o077:
        raise BestandFout(
            f"De sleutel voor persoonsnummers ({pad}) is ook voor anderen te lezen of te wijzigen. Maak hem weer van u "
            f"alleen met: chmod 600 '{pad}'. Dit bestand is niet ingelezen."
        )


def is_bsn_reeks(cijfers: pl.Series) -> pl.Series:
    """Per text whether it is nine digits that pass the eleven-proof; null counts as no."""
    negen = cijfers.str.contains(r"^\d{9}$").fill_null(False) & (cijfers != "000000000").fill_null(False)
    if not negen.any():
        return negen
    getal = pl.when(negen).then(cijfers).cast(pl.Int32)
    delen = [(getal // 10 ** (8 - i)) % 10 * g for i, g in enumerate(_GEWICHTEN)]
    proef = pl.select((pl.sum_horizontal(delen) % 11 == 0).fill_null(False)).to_series()
    return negen & proef


def normaliseer_nummers(
    teksten: pl.Series, soort: str, bereik: pl.Series | str = "", met_acht: bool = False
) -> tuple[pl.Series, pl.Series]:
    """Values to hash, with the prefix of their kind, and per value whether it is a faulty BSN.

    `soort` is what the heading says. Nine digits that pass the eleven-proof are a BSN, except below a V-nummer; with
    `met_acht` also eight that lost their zero. An own number only holds within `bereik`, the gemeente.
    """
    cijfers = teksten.str.replace_all(r"[.\s\-]", "")
    if soort == "vnr":
        vreemd = VOORVOEGSEL["vnr"] + cijfers.str.replace(r"^0+", "").str.to_lowercase()
        return vreemd, pl.repeat(False, len(vreemd), eager=True)
    if soort == "bsn" or met_acht:
        aangevuld = pl.select(
            pl.when(cijfers.str.contains(r"^\d{8}$")).then("0" + cijfers).otherwise(cijfers)
        ).to_series()
        cijfers = aangevuld if soort == "bsn" else aangevuld.zip_with(is_bsn_reeks(aangevuld), cijfers)
    bsn = is_bsn_reeks(cijfers)
    if soort == "bsn":
        return VOORVOEGSEL["bsn"] + cijfers, ~bsn
    eigen = teksten.str.replace_all(r"\s+", " ").str.strip_chars().str.to_lowercase()
    ander = VOORVOEGSEL["id"] + bereik + ":" + eigen
    uit = pl.select(pl.when(bsn).then(VOORVOEGSEL["bsn"] + cijfers).otherwise(ander)).to_series()
    return uit, pl.repeat(False, len(uit), eager=True)
