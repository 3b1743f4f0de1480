"""DUO: counts per gemeente."""
