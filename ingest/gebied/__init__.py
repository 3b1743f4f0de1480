"""Gemeenten: names, codes, and whether they exist in a year."""
