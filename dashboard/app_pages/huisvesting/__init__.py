"""The page on housing."""
