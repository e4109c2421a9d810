"""A leaflet × its catalogs → a review pack: all messages on paper, for the people who sign them.

A pack is a draft, and reviewers need it most while something is wrong. So it is made whatever is
missing, fuzzy or wrong in the messages. Such problems appear in the pack at their message, and are
not findings of the run. Only a pack that cannot be drawn has failed. A release consists of sheets:
`--release` has no effect on a pack.
"""

from .make import render

__all__ = ["render"]
