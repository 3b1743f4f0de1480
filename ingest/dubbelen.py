"""The same measurement twice in one delivery: keep one when they agree, none when they contradict."""

from __future__ import annotations

from collections import defaultdict

from ingest.cel import Afkeuring, Cel, Lezing

Plek = tuple[str | None, int]


def _naam(plek: Plek) -> str:
    return f"rij {plek[1]}" + (f" van blad '{plek[0]}'" if plek[0] else "")


def weer_dubbelen(lezing: Lezing) -> None:
    """Reject the later of two identical rows, and both of two rows that contradict each other."""
    per_sleutel: dict[tuple[object, ...], list[Cel]] = defaultdict(list)
    for cel in lezing.cellen:
        per_sleutel[cel.sleutel()].append(cel)
    redenen: dict[tuple[str | None, int], Afkeuring] = {}
    for groep in per_sleutel.values():
        if len(groep) == 1:
            continue
        if len({(c.waarde, c.waarde_status) for c in groep}) > 1:
            for cel in groep:
                ander = next((c for c in groep if c.plek() != cel.plek()), cel)
                redenen[cel.plek()] = _tegenstrijdig(cel, ander, lezing)
        else:
            for cel in groep[1:]:
                redenen.setdefault(cel.plek(), _herhaling(cel, groep[0], lezing))
    lezing.keur_rijen_af(redenen)


def _tegenstrijdig(cel: Cel, ander: Cel, lezing: Lezing) -> Afkeuring:
    waar = f"{_naam(ander.plek())} (kolom {ander.kolom})"
    return Afkeuring(
        cel.blad, cel.rij, cel.kolom, cel.waarde_ruw,
        f"Hetzelfde cijfer staat nog eens in {waar}, maar daar staat '{ander.waarde_ruw}'. "
        "Geen van beide is ingelezen.",
        "Laat alleen het juiste cijfer staan en lever het bestand opnieuw aan.", lezing.rijen.get(cel.plek(), []),
        lezing.koppen.get(cel.blad, []), "tegenstrijdige cijfers",
    )  # fmt: skip


def _herhaling(cel: Cel, eerste: Cel, lezing: Lezing) -> Afkeuring:
    return Afkeuring(
        cel.blad, cel.rij, cel.kolom, cel.waarde_ruw,
        f"Deze rij herhaalt {_naam(eerste.plek())}; het eerste cijfer is ingelezen.",
        "Niets te doen, of verwijder de dubbele rij.", lezing.rijen.get(cel.plek(), []),
        lezing.koppen.get(cel.blad, []), "dubbele rij",
    )  # fmt: skip
