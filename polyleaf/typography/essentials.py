"""What of a leaflet stays where not all of it has room: what keeps people from harm."""

from __future__ import annotations

from ..model.leaflet import Block
from ..model.walk import texts

WHOLE = ("callout", "zones", "schedule")  # kinds of blocks


def is_essential(block: Block) -> bool:
    """Boxes, plans, the list of key facts, and whatever holds a text marked `safety: true`."""
    key = block.kind in WHOLE or getattr(block, "key", False)
    return key or any(text.safety for text in texts(block))
