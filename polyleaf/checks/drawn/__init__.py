"""Checks of the drawn PDF."""
