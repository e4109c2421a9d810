"""What the reader of HTML looks for characters with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from tinyhtml5 import inputstream

from .stand_in import StandIn


class Expressions(dict[tuple[Any, bool], re.Pattern[str]]):
    """(characters, whether these are wanted) → a run of them, or of all others, once it was made.

    tinyhtml5 2.1 remembers each under itself, and finds none again.
    """

    def __missing__(self, key: tuple[Iterable[str], bool]) -> re.Pattern[str]:
        characters, wanted = key
        signs = "".join(f"\\x{ord(character):02x}" for character in characters)
        self[key] = re.compile(f"[{signs}]+" if wanted else f"[^{signs}]+")
        return self[key]


class Uncounted:
    """No code point of HTML that is against its rules: they are only counted, for nobody."""

    def findall(self, _: str) -> tuple[str, ...]:
        return ()


PARTS = (
    StandIn(inputstream, "characters_until_regex", Expressions()),
    StandIn(inputstream, "invalid_unicode_re", Uncounted()),
)
