"""Crosstabs: labels down, periods across."""
