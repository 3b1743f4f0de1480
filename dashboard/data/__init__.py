"""The only place that reads the snapshot."""
