"""Figures that a rekenkamer report prints itself."""
