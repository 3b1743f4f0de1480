"""The page on the overview."""
