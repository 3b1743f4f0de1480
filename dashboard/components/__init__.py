"""Building blocks that more than one page uses."""
