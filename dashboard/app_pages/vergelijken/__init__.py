"""The page on gemeenten side by side."""
