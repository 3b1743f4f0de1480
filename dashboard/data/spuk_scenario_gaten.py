"""Posts of costs behind the spending of a year that have no amount: did not come, or stand at p.m. in the source."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from rekenkamer.spuk import Jaaruitkomst
from rekenkamer.spuk.besteding import AFKORTINGEN
from rekenkamer.spuk.besteding import NIET_GELEVERD as NIET_GELEVERD  # pages reach it through this door

PM = "p.m. (nog geen bedrag)"
GEEN_BEDRAG = "geen bedrag"
NIET_ALLES = "niet alles geleverd"
# What can be missing of a year and is no post of costs: a letter, and the finding of the accountant.
BRIEF, FOUT = "beschikking ", "fout of onzeker "


class Gaten(NamedTuple):
    """How many posts have no amount, and how many of these stand at p.m."""

    posten: int
    pm: int


def post_name(post: str) -> str:
    """`maatschappelijke begeleiding`, `PVT`: a post as the calculation calls it."""
    return AFKORTINGEN.get(post, post.replace("_", " "))


def name_post(jaar: int, post: str) -> str:
    """`PVT 2026`: a post of one year as the calculation calls it."""
    return f"{post_name(post)} {jaar}"


def say_pm(j: Jaaruitkomst, pm_posten: frozenset[str]) -> Jaaruitkomst:
    """The calculation knows only that a post has no amount; the source said of these that it is still to come."""
    vervang = {f"{naam}: {NIET_GELEVERD}": f"{naam}: {PM}" for naam in pm_posten}
    return replace(j, ontbreekt=tuple(vervang.get(wat, wat) for wat in j.ontbreekt))


def _is_post(wat: str) -> bool:
    return BRIEF not in wat and not wat.startswith(FOUT)


def count_gaten(j: Jaaruitkomst) -> Gaten:
    """The posts of costs without an amount; a letter or a finding that did not come is no post."""
    posten = [wat for wat in j.ontbreekt if wat.endswith((f": {NIET_GELEVERD}", f": {PM}")) and _is_post(wat)]
    return Gaten(len(posten), sum(wat.endswith(PM) for wat in posten))


def spending_note(j: Jaaruitkomst) -> str:
    """What must stand beside the spending of a year: without any amount it is no nil, with posts missing not all."""
    gaten = count_gaten(j)
    if gaten.posten and not j.besteed:
        return GEEN_BEDRAG
    deel = any(wat.endswith(f" {NIET_GELEVERD}") and _is_post(wat) for wat in j.ontbreekt)
    return NIET_ALLES if gaten.posten or deel else ""


def no_amount(gaten: Gaten) -> str:
    """The word in the place of spending of which not one post has an amount."""
    if gaten.pm and gaten.pm == gaten.posten:
        return PM
    return GEEN_BEDRAG if gaten.pm else NIET_GELEVERD
