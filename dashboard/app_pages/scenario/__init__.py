"""The page on what changes when things go otherwise."""
