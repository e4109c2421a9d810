"""Ctrl-C and SIGTERM, noted now and acted on where nothing is half done."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from .. import ctrl_c

SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def catch_interrupts() -> Iterator[Callable[[], bool]]:
    """Gives what says whether a signal has asked to stop; a second signal ends the process.

    An exception out of a signal can fall between any two steps, such as making a temporary file
    and noting that it must go; a question that is asked between two sheets cannot. Raises
    KeyboardInterrupt at its end if there was a signal: what comes next has to stop, too.
    """
    if ctrl_c.was_pressed():
        raise KeyboardInterrupt
    asked = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield asked.is_set  # Python gives signals to the main thread alone
        return
    before = [signal.getsignal(number) for number in SIGNALS]

    def restore(*signalled: object) -> None:
        for number, handler in zip(SIGNALS, before, strict=True):
            signal.signal(number, handler)
        if signalled:
            asked.set()

    for number in SIGNALS:
        signal.signal(number, restore)
    try:
        yield asked.is_set
    finally:
        restore()
    if asked.is_set():
        raise KeyboardInterrupt
