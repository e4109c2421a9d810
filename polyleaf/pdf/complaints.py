"""What the engine logs as wrong: it draws on, but the sheet must not be used."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

LOGGERS = ("weasyprint", "fontTools")


@contextmanager
def collected() -> Iterator[list[str]]:
    """The messages that are logged within it."""
    messages: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            messages.append(record.getMessage())

    handler = Collector(logging.WARNING)
    loggers = [logging.getLogger(name) for name in LOGGERS]
    for logger in loggers:
        logger.addHandler(handler)
        logger.propagate = False
    try:
        yield messages
    finally:
        for logger in loggers:
            logger.removeHandler(handler)
