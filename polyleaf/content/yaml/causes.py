"""Why a value is of another type than its author meant → what to write."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from ...languages import scripts
from .losses import NULLS
from .tree import Mapping, Scalar, Sequence

WIDE_COLON = re.compile(r"^[\w-]+[：﹕︓]")
ODD_SPACE = re.compile(r"^[\w-]+:[\u00a0\u2007\u202f\u3000]")
NO_SPACE = re.compile(r"^[a-z_]+:[^\s/]")
DASH = re.compile(r"^[-–—•*][^\s]")


def hint(expected: str, found: object, keys: Iterable[str] = ()) -> str:
    """What to write for `found`, where `expected` had to be; a mapping may have `keys`."""
    match found:
        case Mapping() if expected == "text":
            return _of_mapping(found)
        case Sequence() if expected == "text":
            return 'text that begins with "[" needs quotes; one key or dash has one text'
        case Scalar() if found.plain and found in NULLS:
            return "write a value, or leave the key out; the word itself needs quotes"
        case Scalar() if expected in ("a whole number", "true or false") and not found.plain:
            return "write it without quotes"
        case Scalar():
            return _of_text(found, expected, keys)
    return ""


def odd_letters(key: str) -> str:
    """What of a key is not seen: keys are written in a-z."""
    odd = [c for c in key if not c.isascii()]
    if not odd or any(scripts.of(c) not in ("Cyrl", "Grek", "Zyyy", "Zinh") for c in odd):
        return ""
    return f" it holds U+{ord(odd[0]):04X} {unicodedata.name(odd[0], '')}".rstrip()


def _of_mapping(found: Mapping) -> str:
    """A text that YAML has read as keys."""
    if len(found) == 1 and not any(found.values()):
        return 'text that begins with "{" needs quotes: "{…}"'
    if len(found) == 1 and isinstance(next(iter(found.values())), Sequence):
        return "a list with a list in it: write - text: … and below it items: …"
    key = next(iter(found), "")
    return f'": " makes "{key[:30]}" a key: put quotes around the whole text'


def _of_text(found: Scalar, expected: str, keys: Iterable[str]) -> str:
    """A key and its value that YAML has read as one text."""
    if WIDE_COLON.search(found):
        return "the colon is full-width (：): write : and a space"
    if ODD_SPACE.search(found):
        return "the space behind the colon is no plain one (U+0020): type it anew"
    if NO_SPACE.search(found):
        return "a space belongs behind the colon"
    if expected == "a list" and DASH.search(found):
        return "a space belongs behind the dash"
    if expected == "a list":
        return "write each item on a line of its own, behind a dash"
    if expected == "a mapping":
        named = ", ".join(f"{key}: …" for key in keys) or "paragraph: …"
        return f"a key, a colon and a space begin it, such as: {named}"
    return ""
