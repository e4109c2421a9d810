"""Checks of a sheet's page as it is written, before and after it is drawn."""
