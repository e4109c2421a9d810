"""The versions of the system libraries that choose glyphs and break lines."""

from __future__ import annotations

from functools import cache

from .loading import load


@cache
def versions() -> dict[str, str]:
    """name → version; loads the engine, and raises PolyleafError where it cannot be."""
    load()
    from weasyprint.text.ffi import ffi, harfbuzz, pango

    ffi.cdef("const char *hb_version_string (void);")
    pango_version = int(pango.pango_version())  # 15012 is 1.50.12
    return {
        "HarfBuzz": ffi.string(harfbuzz.hb_version_string()).decode(),
        "Pango": f"{pango_version // 10000}.{pango_version // 100 % 100}.{pango_version % 100}",
    }
