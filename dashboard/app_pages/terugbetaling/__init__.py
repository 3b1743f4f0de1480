"""The page on what may have to go back."""
