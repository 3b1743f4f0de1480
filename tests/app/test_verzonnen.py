"""Made-up figures say so before any figure."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest


def toon(aantal: int, alle: int) -> None:
    from dashboard.components.melding import show_verzonnen

    show_verzonnen(aantal, alle)


@pytest.mark.parametrize(
    ("aantal", "alle", "woorden"),
    [(0, 7, ""), (7, 7, "Zij zeggen niets over een echte gemeente"), (2, 7, "uit 2 van de 7 leveringen")],
)
def test_waarschuwing_voor_verzonnen_gegevens(aantal: int, alle: int, woorden: str) -> None:
    pagina = AppTest.from_function(toon, args=(aantal, alle)).run(timeout=30)
    gezegd = " ".join(w.value for w in pagina.warning)
    assert bool(gezegd) == bool(aantal) and woorden in gezegd
