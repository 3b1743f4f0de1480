"""Pages, one folder per subject."""
