"""The page on sources."""
