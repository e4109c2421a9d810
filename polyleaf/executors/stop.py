"""Ctrl-C and SIGTERM, heard where nothing is half done."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def heard() -> Iterator[Callable[[], bool]]:
    """Whether somebody asked to stop, for as long as this lasts; a second signal ends the process.

    Raises KeyboardInterrupt at its end if somebody did, though all was done by then: what comes
    next is to be stopped too.

    An exception out of a signal can fall between any two steps, such as making a temporary file
    and noting that it must go; a question that is asked between two sheets cannot.
    """
    asked = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield asked.is_set  # signals are the main thread's
        return
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def restore() -> None:
        for number, handler in before.items():
            signal.signal(number, handler)

    def stop(number: int, frame: FrameType | None) -> None:
        asked.set()
        restore()

    for number in before:
        signal.signal(number, stop)
    try:
        yield asked.is_set
    finally:
        restore()
    if asked.is_set():
        raise KeyboardInterrupt
