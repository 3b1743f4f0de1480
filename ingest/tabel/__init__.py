"""Flat tables of measured cells: one header row, one record per row."""
