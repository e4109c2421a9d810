"""Standard input, output and error: open, whatever the shell has closed, and able to print all."""

from __future__ import annotations

import contextlib
import io
import os
import sys


def prepare() -> None:
    """Opens what was closed (`>&-`), and has each stream print what its encoding lacks as a code.

    Else the next file that is opened would have the closed one's number, and get what is printed.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            number = os.open(os.devnull, os.O_RDWR)  # the lowest that is free: the closed one's
            os.set_inheritable(number, True)
            setattr(sys, name, os.fdopen(number, mode, closefd=False))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a file's name may be no text


def use_utf8() -> None:
    """For what programs read: JSON is UTF-8 (RFC 8259), whatever this terminal speaks."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")


def flush() -> None:
    """Raises OSError if what was printed has nowhere to go."""
    sys.stdout.flush()
    sys.stderr.flush()


def abandon() -> None:
    """Drops what cannot be printed, so that Python does not try again when it ends."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)


def print_last(line: str) -> None:
    """A last line on standard error, if there is anybody to read it."""
    with contextlib.suppress(OSError):
        print(line, file=sys.stderr, flush=True)
