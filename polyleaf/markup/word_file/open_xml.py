"""Elements of WordprocessingML, and archives that are the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from typing import Any

EPOCH = (2000, 1, 1, 0, 0, 0)


def add(parent: Any, tag: str, **values: str) -> Any:
    """An element behind those of `parent`, with attributes of the same namespace."""
    made = element(tag, **values)
    parent.append(made)
    return made


def element(tag: str, **values: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(f"w:{tag}")
    for name, value in values.items():
        made.set(qn(f"w:{name}"), value)
    return made


def undated(data: bytes) -> bytes:
    """The same archive without the time at which it was made; the list of parts is first."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in sorted(old.namelist(), key=lambda each: (each != "[Content_Types].xml", each)):
            new.writestr(zipfile.ZipInfo(name, EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return stream.getvalue()
