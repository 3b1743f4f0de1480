"""The page on grants and how far their settlement is."""
