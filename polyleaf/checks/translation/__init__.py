"""Checks of a translation against its source: of each message, and of a whole catalog."""
