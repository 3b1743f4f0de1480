"""Deliveries of persons and other registers: one typed row per record, read in batches of columns."""
