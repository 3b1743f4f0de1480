"""The page with the controledossier: an amount that a reader can recompute."""
