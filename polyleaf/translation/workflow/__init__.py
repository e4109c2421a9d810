"""The translator's desk: everything that reads and writes a project's catalogs, not its sheets."""
