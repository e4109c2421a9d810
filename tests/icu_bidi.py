"""ICU's bidirectional algorithm (UAX #9): a line as browsers show it."""

from __future__ import annotations

import ctypes
from pathlib import Path

import icu4py

from polyleaf.model.sheet import Direction

FOLDER = Path(icu4py.__file__).parent.with_name("icu4py.libs")  # ICU comes with its wheel
LIBRARY = next(FOLDER.glob("libicuuc*"))
VERSION = LIBRARY.name.partition(".so.")[2].partition(".")[0]
LEVELS: dict[Direction, int] = {"ltr": 0, "rtl": 1}
MIRRORED, WITHOUT_CONTROLS = 2, 8  # UBIDI_DO_MIRRORING, UBIDI_REMOVE_BIDI_CONTROLS


def seen(line: str, base: Direction) -> str:
    """The characters of a line of direction `base` from its left edge, without controls."""
    for name in FOLDER.glob("libicudata*"):
        ctypes.CDLL(str(name), mode=ctypes.RTLD_GLOBAL)
    icu = ctypes.CDLL(str(LIBRARY))
    text = line.encode("utf-16-le")
    shown = ctypes.create_string_buffer(2 * len(text) + 2)
    error = ctypes.c_int(0)
    opened = getattr(icu, f"ubidi_open_{VERSION}")
    opened.restype = ctypes.c_void_p
    paragraph = ctypes.c_void_p(opened())
    size = len(text) // 2
    getattr(icu, f"ubidi_setPara_{VERSION}")(
        paragraph, text, size, ctypes.c_uint8(LEVELS[base]), None, ctypes.byref(error)
    )
    written = getattr(icu, f"ubidi_writeReordered_{VERSION}")(
        paragraph, shown, len(text), MIRRORED | WITHOUT_CONTROLS, ctypes.byref(error)
    )
    getattr(icu, f"ubidi_close_{VERSION}")(paragraph)
    assert error.value <= 0, f"ICU failed with {error.value}"
    return shown.raw[: 2 * written].decode("utf-16-le")
