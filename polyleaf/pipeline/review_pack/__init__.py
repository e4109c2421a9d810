"""A leaflet × its catalogs → a review pack: all messages on paper, for who signs them.

A pack is a draft for people, and needed most while something is wrong. So it is made whatever is
missing, fuzzy or wrong in the messages: that stands in the pack, at its message, and is no finding
of the run. Only a pack that cannot itself be drawn has failed. A release is made of sheets: for a
pack `--release` means nothing.
"""

from .make import render

__all__ = ["render"]
