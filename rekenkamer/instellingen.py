"""Settings: every place and switch the product uses, from REKENKAMER_* variables."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

PROJECT_MAP = Path(__file__).resolve().parents[1]
DATA_VARIABELE = "REKENKAMER_DATA"


@dataclass(frozen=True)
class Instellingen:
    """Where the product reads and writes. All paths are absolute."""

    data_map: Path
    project_map: Path = PROJECT_MAP

    @property
    def warehouse_pad(self) -> Path:
        """The DuckDB file that ingest and dbt write; the dashboard never opens it."""
        return self.data_map / "build" / "warehouse.duckdb"

    @property
    def afgekeurd_map(self) -> Path:
        """Folder for rows and files that were refused."""
        return self.data_map / "afgekeurd"

    @property
    def published_map(self) -> Path:
        """Folder with the immutable snapshots and the pointer to the newest."""
        return self.data_map / "published"

    @property
    def pointer_pad(self) -> Path:
        """Small JSON file that names the newest snapshot."""
        return self.published_map / "current.json"

    @property
    def voorbeeld_map(self) -> Path:
        """Deliveries that ship with the product: the real figures of one report."""
        return self.project_map / "voorbeeld" / "leveringen"

    @property
    def dbt_map(self) -> Path:
        """The dbt project."""
        return self.project_map / "warehouse"


def load_instellingen() -> Instellingen:
    """Read the settings from the environment; the default data directory is ./data."""
    data = Path(os.environ.get(DATA_VARIABELE) or "data").expanduser().resolve()
    return Instellingen(data_map=data)
