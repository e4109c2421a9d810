"""Checks of a text in whatever language it is: of the source and of its translations alike."""
