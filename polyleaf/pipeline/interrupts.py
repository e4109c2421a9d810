"""Ctrl-C and SIGTERM, acted on where nothing is half done."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

SIGNALS = (signal.SIGINT, signal.SIGTERM)

_pressed = False


def remember() -> None:
    """From now on raises KeyboardInterrupt at Ctrl-C, as usual, and remembers it.

    Python drops an exception that a signal raises inside a destructor or a callback of its import
    system, which run often while modules are loaded: the build would go on as if nothing had
    happened. It prints a traceback where it drops one; since it is remembered, it is not needed.
    """
    signal.signal(signal.SIGINT, _press)
    sys.unraisablehook = _say_unless_pressed


def _press(*_: object) -> None:
    global _pressed
    _pressed = True
    raise KeyboardInterrupt


def _say_unless_pressed(dropped: UnraisableHookArgs) -> None:
    if not (_pressed and issubclass(dropped.exc_type, KeyboardInterrupt)):
        sys.__unraisablehook__(dropped)


@contextmanager
def catch_interrupts() -> Iterator[Callable[[], bool]]:
    """Gives what says whether a signal has asked to stop; a second signal ends the process.

    An exception out of a signal can fall between any two steps, such as making a temporary file
    and noting that it must go; a question that is asked between two sheets cannot. Raises
    KeyboardInterrupt at its end if there was a signal: what comes next has to stop, too.
    """
    if _pressed:
        raise KeyboardInterrupt
    asked = False
    before = {number: signal.getsignal(number) for number in SIGNALS}

    def note(*_: object) -> None:
        nonlocal asked
        asked = True
        _handle(before)

    _handle(dict.fromkeys(SIGNALS, note))
    try:
        yield lambda: asked
    finally:
        _handle(before)
    if asked:
        raise KeyboardInterrupt


def _handle(handlers: dict[signal.Signals, Any]) -> None:
    with suppress(ValueError):  # Python gives signals to its main thread alone
        for number, handler in handlers.items():
            signal.signal(number, handler)
