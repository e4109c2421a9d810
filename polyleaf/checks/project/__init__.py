"""Checks of the leaflets of a project against each other."""
