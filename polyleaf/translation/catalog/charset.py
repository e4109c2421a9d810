"""PO bytes → text, by the charset that the header declares."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import replace

from ... import files
from ...model.findings import Finding, PolyleafError, Where
from . import guessed_charset, other_formats
from .messages import Entry

DECLARED = re.compile(rb'"Content-Type:[^"\n]*charset\s*=\s*(?:\\")?([^\s"\\;]+)', re.IGNORECASE)
IN_HEADER = re.compile(r"""charset\s*=\s*"?([^\s";]*)[";]*""", re.IGNORECASE)
UTF8_LINE = r'"Content-Type: text/plain; charset=UTF-8\n"'
ASCII = bytes(range(0x20, 0x7F))
NOT_OF_TEXT = re.compile(r"escape|punycode|idna|utf.?7|undefined", re.IGNORECASE)


def decode(data: bytes, path: str) -> str:
    """The file's text with Unix line ends; raises PolyleafError if it has none."""
    if format_ := other_formats.named(data, path):
        message, hint = format_
        raise PolyleafError([Finding(Where(path, 1), "po-syntax", message, hint)])
    if wide := guessed_charset.wide(data):
        message, hint = f"the file is {wide[:6]}", guessed_charset.hint(data, path)
        raise PolyleafError([Finding(Where(path, 1), "po-encoding", message, hint)])
    declared = DECLARED.search(data)
    name = declared[1].decode("ascii", "replace") if declared else "UTF-8"
    if _is_utf8(name) or data.startswith(codecs.BOM_UTF8):
        hint = "" if _is_decodable(data) else guessed_charset.hint(data, path)
        text = files.decode(data, path, "po-encoding", hint)
    else:
        text = _legacy(data, path, name, data.count(b"\n", 0, declared.start()) if declared else 0)
    return text.replace("\r\n", "\n") if "\n" in text else text.replace("\r", "\n")


def faults(header: Entry) -> Iterator[Finding]:
    """The header declares no charset."""
    if IN_HEADER.search(header.msgstr[0]) is None:
        message = "the header declares no charset"
        hint = f"add the line {UTF8_LINE} below its msgstr"
        yield Finding(header.translated_where, "po-encoding", message, hint)


def as_utf8(header: Entry) -> Entry:
    """The header with the charset UTF-8, in which all catalogs are written."""
    declared = IN_HEADER.search(header.msgstr[0])
    if declared is None or declared[0].lower() == "charset=utf-8":
        return header
    return replace(header, msgstr=(IN_HEADER.sub("charset=UTF-8", header.msgstr[0], count=1),))


def _is_utf8(name: str) -> bool:
    return name.lower() in ("utf-8", "utf8", "charset")  # templates have the last one


def _is_really_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8 beyond ASCII, which is not a coincidence."""
    return _is_decodable(data) and not data.isascii()


def _is_decodable(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _known(name: str) -> bool:
    """Whether it is a charset that keeps ASCII, as PO files need, under whatever name."""
    try:
        return not NOT_OF_TEXT.search(name) and ASCII.decode(name) == ASCII.decode("ascii")
    except (LookupError, ValueError):
        return False


def _legacy(data: bytes, path: str, name: str, line: int) -> str:
    where, known = Where(path, line + 1), _known(name)
    if not known or _is_really_utf8(data):
        why = "but the file is UTF-8" if known else "which is none for PO files"
        message = f"the header declares the charset {name}, {why}"
        hint = "write charset=UTF-8 into the header"
        hint = hint if _is_decodable(data) else guessed_charset.hint(data, path)
        raise PolyleafError([Finding(where, "po-encoding", message, hint)])
    try:
        text = data.decode(name)
    except UnicodeDecodeError as error:
        before = data[: error.start]
        where = Where(path, before.count(b"\n") + 1, error.start - before.rfind(b"\n"))
        message = f"the byte 0x{data[error.start]:02X} is not {name}, as the header says"
        hint = guessed_charset.hint(data, path)
        raise PolyleafError([Finding(where, "po-encoding", message, hint)]) from None
    return files.unmerged(text, path)
