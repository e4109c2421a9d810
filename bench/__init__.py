"""Measurements: what the checks and the engine do with much that others wrote."""
