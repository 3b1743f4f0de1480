"""Colours, notation and chart style."""
