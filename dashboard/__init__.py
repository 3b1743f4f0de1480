"""The dashboard: reads one published snapshot and shows it, without calculating a figure."""
