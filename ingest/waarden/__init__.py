"""Printed values: numbers, signs, dates and periods."""
