"""Checks of a leaflet in its source language."""
