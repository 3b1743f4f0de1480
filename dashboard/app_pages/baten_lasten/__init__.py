"""The page on money."""
