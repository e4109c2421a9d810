"""FriBidi, the bidirectional algorithm (UAX #9) that Pango draws with: a line as it is seen."""

from __future__ import annotations

import ctypes
import ctypes.util
import unicodedata

LIBRARY = ctypes.CDLL(ctypes.util.find_library("fribidi") or "libfribidi.so.0")
AUTO = 0x40  # FRIBIDI_PAR_ON: the direction of the first letter, as messengers have it


def seen(line: str) -> tuple[str, bool]:
    """The letters of a line from its left edge, and whether it reads from right to left."""
    length = len(line)
    codes = (ctypes.c_uint32 * length)(*map(ord, line))
    shown = (ctypes.c_uint32 * length)()
    base = ctypes.c_uint32(AUTO)
    done = LIBRARY.fribidi_log2vis(codes, length, ctypes.byref(base), shown, None, None, None)
    assert done, "FriBidi failed"
    letters = "".join(chr(code) for code in shown)
    return "".join(c for c in letters if unicodedata.category(c) != "Cf"), bool(base.value & 1)
