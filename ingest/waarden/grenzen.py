"""How large an amount can be before it is a mistake."""

from __future__ import annotations

from decimal import Decimal

# No gemeente gets, spends or budgets ten milliard euro in a year, so an amount like that is a slip of the hand or a
# number of cents. It also keeps sums inside decimal(14,2): a hundred amounts below this limit still fit.
TE_GROOT_EUR = Decimal(10) ** 10
REDEN_TE_GROOT = "Een bedrag van 10 miljard euro of meer kan niet kloppen."
DOE_TE_GROOT = "Dit is waarschijnlijk een typefout of een getal in centen. Verbeter het en lever de rij opnieuw aan."
