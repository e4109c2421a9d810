"""Files that are no PO files though they are called so: what they are, and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator

ASK = "ask for the PO file"
# What a file begins with, its name, and what helps. FILE is the file.
FORMATS = (
    (rb"\xde\x12\x04\x95|\x95\x04\x12\xde", "a compiled catalog (MO)", "`msgunfmt FILE -o NEW`"),
    (rb"PK\x03\x04.*word/", "a Word document", "`polyleaf import FILE` takes it, called .docx"),
    (rb"PK\x03\x04", "a ZIP archive", f"unpack it, or {ASK}"),
    (rb"\x1f\x8b", "a compressed file (gzip)", f"unpack it, or {ASK}"),
    (rb"\xd0\xcf\x11\xe0", "an old Word or Excel file", f"save it as .docx or .xlsx, or {ASK}"),
    (rb"\s*\{\\rtf", "a rich text file (RTF)", ASK),
    (rb"(?:diff --git |Index: |--- )[^\n]+\n", "a patch", "`git apply FILE` applies it"),
    (rb"%PDF-", "a PDF", ASK),
    (rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<xliff\b", "an XLIFF file",
     "`polyleaf import FILE` takes it, called .xlf"),
    (rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!.*?>\s*)?<tmx\b", "a translation memory (TMX)",
     "put it into locales/memory/, called .tmx"),
    (rb"\s*<(?:!doctype html|html)\b", "a web page",
     "the download failed, perhaps for want of a login: download it again"),
    (rb"\s*<\?xml|\s*<[A-Za-z]", "an XML file", ASK),
    (rb"\s*[{\[]", "a JSON file", ASK),
)  # fmt: skip
KNOWN = tuple(
    (re.compile(begins, re.IGNORECASE | re.DOTALL), what, hint) for begins, what, hint in FORMATS
)
BEGINNING = 4000  # bytes


def named(data: bytes, path: str) -> tuple[str, str] | None:
    """A message and a hint if the file is of another format."""
    return next(_named(data[:BEGINNING].removeprefix(b"\xef\xbb\xbf"), path), None)


def _named(beginning: bytes, path: str) -> Iterator[tuple[str, str]]:
    for begins, what, hint in KNOWN:
        if begins.match(beginning):
            yield f"the file is {what}, not a PO file", hint.replace("FILE", path)
