"""The fonts of this machine: which are visible, which glyphs they have, whether they changed."""

from .covering import font_runs
from .installed import clinic_font, faces, italics, missing, without_glyph
from .lock import NAME as LOCK
from .lock import differences, digests
from .lock import text as lock
from .visible import FOLDERS, add, show_only

__all__ = [
    "FOLDERS",
    "LOCK",
    "add",
    "clinic_font",
    "differences",
    "digests",
    "faces",
    "font_runs",
    "italics",
    "lock",
    "missing",
    "show_only",
    "without_glyph",
]
