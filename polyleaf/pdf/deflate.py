"""How hard what is in a PDF is compressed.

pydyf asks zlib for its best (9), which takes twice the time of level 5 and makes a file a hundredth
smaller (a fortieth, of the shipped leaflets).
"""

from __future__ import annotations

import zlib
from typing import Any

import pydyf

LEVEL = 5


def install() -> None:
    pydyf.zlib = Deflate()


class Deflate:
    """What pydyf asks of the module zlib."""

    compress = staticmethod(zlib.compress)

    def compressobj(self, level: int) -> Any:
        return zlib.compressobj(min(level, LEVEL))
