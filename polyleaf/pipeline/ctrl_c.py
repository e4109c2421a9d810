"""Ctrl-C, remembered until the sheets are made.

Python drops an exception that a signal raises inside a destructor or a callback of its import
system, which run often while modules are loaded: the build would go on as if nothing had happened.
"""

from __future__ import annotations

import signal
from types import FrameType

_pressed = False


def remember() -> None:
    """From now on raises KeyboardInterrupt at Ctrl-C, as usual, and remembers it."""
    signal.signal(signal.SIGINT, _press)


def was_pressed() -> bool:
    return _pressed


def _press(number: int, frame: FrameType | None) -> None:
    global _pressed
    _pressed = True
    raise KeyboardInterrupt
