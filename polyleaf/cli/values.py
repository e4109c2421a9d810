"""The types of options' values: text of the command line → a value, or an error that says why."""

from __future__ import annotations

import math
import re
from argparse import ArgumentTypeError
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

SMALLEST_PROCESS = 256  # megabytes: with less, no sheet is drawn


def names(value: str) -> list[str]:
    return [name.strip() for name in value.split(",") if name.strip()]


def day(value: str) -> date:
    from datetime import date

    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ArgumentTypeError(f"no date: {value!r}; write 2026-11-22") from None


def count(value: str) -> int:
    if (number := int(value)) < 1:
        raise ArgumentTypeError("at least 1")
    return number


def port(value: str) -> int:
    if not 1 <= (number := int(value)) <= 65535:
        raise ArgumentTypeError("a port is from 1 to 65535")
    return number


def seconds(value: str) -> float:
    if not 0 < (number := float(value)) < math.inf:
        raise ArgumentTypeError("a number of seconds above 0")
    return number


def megabytes(value: str) -> int:
    if (number := int(value)) < SMALLEST_PROCESS:
        raise ArgumentTypeError(f"at least {SMALLEST_PROCESS}")
    return number


def address(value: str) -> str:
    if not re.fullmatch(r"(tcp|tls)://[^/\s]+:\d+", value):
        raise ArgumentTypeError("an address such as tcp://host:8786")
    return value


def file(value: str) -> str:
    from pathlib import Path

    if not Path(value).is_file():
        raise ArgumentTypeError(f"there is no file {value}")
    return value
