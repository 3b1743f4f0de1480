"""A link made on an older snapshot still holds when the figures and rules are the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.data.snapshot import Snapshot

NU = Snapshot("20261122-123321-a6e8d014", Path())


@pytest.mark.parametrize(
    ("ander", "verwacht"),
    [
        ("20261122-123321-a6e8d014", True),
        ("20250101-000000-a6e8d014-2", True),
        ("20261122-123321-ffffffff", False),
        ("vroeger", False),
    ],
)
def test_gelijke_inhoud_is_te_zien_aan_de_vingerafdruk(ander: str, *, verwacht: bool) -> None:
    assert NU.has_content_of(ander) is verwacht
