"""The raw tables: load, list, withdraw, expire."""
