"""PDF streams are compressed at zlib's level 5.

Why: pydyf asks zlib for its best (level 9), which takes twice the time of level 5 and makes a file
a hundredth smaller (a fortieth, of the shipped leaflets).

What: pydyf is given its own `zlib`, which keeps to the lower level. Every file's bytes depend on
it, so it is no matter of speed alone.

Upstream: docs/upstream/07-compression-level.md.
"""

from __future__ import annotations

import zlib
from typing import Any

from .patch import Patch

LEVEL = 5


class Zlib:
    """What pydyf asks of the module zlib."""

    compress = staticmethod(zlib.compress)

    def compressobj(self, level: int) -> Any:
        return zlib.compressobj(min(level, LEVEL))


PATCHES = (
    Patch(
        "pydyf:zlib",
        Zlib(),
        verified={"0.13.0": "93c056ff6ae43f9c"},
        relies_on=("pydyf:Stream.data", "pydyf:Stream.inline_image", "pydyf:PDF.write"),
    ),
)
