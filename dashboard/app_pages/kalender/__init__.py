"""The page on the terms of the SPUK."""
