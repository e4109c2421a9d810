"""What several checks use: no check stands here."""
