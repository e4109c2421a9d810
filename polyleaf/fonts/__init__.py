"""The fonts of this machine: which are visible, what they have glyphs for, whether they changed."""

from .installed import FOLDERS, SETUP, faces, lacking, missing, show_only
from .lock import NAME as LOCK
from .lock import differences, digests
from .lock import text as lock

__all__ = [
    "FOLDERS",
    "LOCK",
    "SETUP",
    "differences",
    "digests",
    "faces",
    "lacking",
    "lock",
    "missing",
    "show_only",
]
