"""The page on PVT and MAP."""
