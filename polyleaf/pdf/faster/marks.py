"""What is written into the file."""

from __future__ import annotations

from typing import Any

import pydyf

from .stand_in import StandIn


def _to_bytes(item: Any) -> bytes:
    """A part of a PDF as it is written: most are text or bytes."""
    kind = type(item)
    if kind is bytes:
        return bytes(item)
    if kind is str:
        return bytes(item.encode("ascii"))
    return bytes(BYTES.theirs(item))


BYTES = StandIn(pydyf, "_to_bytes", _to_bytes)
PARTS = (BYTES,)
