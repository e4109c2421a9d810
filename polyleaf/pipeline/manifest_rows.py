"""What stands in manifest.json → rows; those that no build of this version wrote are left out.

The file may come from anywhere.
"""

from __future__ import annotations

import json
import re
from typing import Any

from .. import languages
from ..model.findings import PolyleafError
from ..model.jobs import PAIR, Built

FILE = re.compile(r"[\w+-]+/[\w.+-]+\.[a-z]+")
PICTURE = re.compile(r"catalogue/pages/[\w.+-]+\.webp")
PLAIN = (str, int)
LISTS = ("findings", "keywords", "local_keywords", "codes", "languages")  # of words


def read(data: bytes) -> tuple[tuple[Built, ...], list[str]]:
    """The rows, and the files of those that are left out; "" of what has none."""
    try:
        listed = json.loads(data)["files"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return (), [""]
    if not isinstance(listed, list):
        return (), [""]
    found = [_checked(fields) for fields in listed]
    strange = [_file(fields) for fields, row in zip(listed, found, strict=True) if row is None]
    return tuple(filter(None, found)), strange


def of_fields(fields: Any) -> Built:
    """A row; raises TypeError for fields that it does not have."""
    lists = {name: tuple(fields[name]) for name in LISTS if name in fields}
    return Built(**{**fields, **lists})


def _checked(fields: Any) -> Built | None:
    try:
        row = of_fields(fields)
        return row if _is_ours(row) else None
    except (TypeError, KeyError):
        return None


def _file(fields: Any) -> str:
    return str(fields.get("file", "")) if isinstance(fields, dict) else ""


def _is_ours(row: Built) -> bool:
    """Whether Polyleaf would write such a row."""
    typed = (
        isinstance(getattr(row, name), kind)
        for name, kind in Built.__annotations__.items()
        if kind in PLAIN
    )
    words = (word for name in LISTS for word in getattr(row, name))
    named = FILE.fullmatch(row.file) and (not row.picture or PICTURE.fullmatch(row.picture))
    if not (all(typed) and all(isinstance(word, str) for word in words) and named):
        return False
    return all(map(_is_language, row.language.split(PAIR)))


def _is_language(tag: str) -> bool:
    try:
        return languages.find(tag).tag == tag
    except PolyleafError:
        return False
