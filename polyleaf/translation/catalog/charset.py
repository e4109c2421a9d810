"""PO bytes → text, by the charset that the header declares."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import replace

from ... import files
from ...model.findings import Finding, PolyleafError, Where
from .messages import Entry

DECLARED = re.compile(rb'"Content-Type:[^"\n]*charset=([^\s"\\]+)')
IN_HEADER = re.compile(r"charset=(\S*)")
CONVERT = "convert the file: msgconv --to-code=UTF-8"
# Those in gettext's manual, "Header Entry"; all of them are supersets of ASCII.
KNOWN = re.compile(
    r"utf-?8|(us-)?ascii|iso-8859-\d+|koi8-[rut]|cp(8[56]\d|125\d|874|932|949|950)"
    r"|gb2312|gbk|gb18030|euc-(jp|kr|tw)|big5(-hkscs)?|shift_jis|johab|tis-620|viscii",
    re.IGNORECASE,
)


def decode(data: bytes, path: str) -> str:
    """The file's text with Unix line ends; raises PolyleafError at the first undecodable byte."""
    declared = DECLARED.search(data)
    name = declared[1].decode("ascii", "replace") if declared else "UTF-8"
    if _is_utf8(name) or data.startswith(codecs.BOM_UTF8):
        text = files.decode(data, path, "po-encoding", CONVERT)
    else:
        text = _legacy(data, path, name, data.count(b"\n", 0, declared.start()) if declared else 0)
    return text.replace("\r\n", "\n")


def faults(header: Entry) -> Iterator[Finding]:
    """The header declares no charset."""
    if IN_HEADER.search(header.msgstr[0]) is None:
        message = "the header declares no charset"
        hint = "add the line Content-Type: text/plain; charset=UTF-8"
        yield Finding(header.translated_where, "po-encoding", message, hint)


def as_utf8(header: Entry) -> Entry:
    """The header with the charset UTF-8, in which all catalogs are written."""
    declared = IN_HEADER.search(header.msgstr[0])
    if declared is None or _is_utf8(declared[1]):
        return header
    return replace(header, msgstr=(IN_HEADER.sub("charset=UTF-8", header.msgstr[0], count=1),))


def _is_utf8(name: str) -> bool:
    return name.lower() in ("utf-8", "utf8", "charset")  # templates have the last one


def _is_really_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8 beyond ASCII, which is not a coincidence."""
    try:
        return not data.decode("utf-8").isascii()
    except UnicodeDecodeError:
        return False


def _legacy(data: bytes, path: str, name: str, line: int) -> str:
    try:
        if not KNOWN.fullmatch(name):
            raise LookupError(name)
        if _is_really_utf8(data):
            where = Where(path, line + 1)
            message = f"the header declares the charset {name}, but the file is UTF-8"
            hint = "write charset=UTF-8 into the header"
            raise PolyleafError([Finding(where, "po-encoding", message, hint)])
        return data.decode(name)
    except LookupError:
        where = Where(path, line + 1)
        message = f"the header declares the charset {name}, which gettext does not know"
        raise PolyleafError([Finding(where, "po-encoding", message, CONVERT)]) from None
    except UnicodeDecodeError as error:
        before = data[: error.start]
        where = Where(path, before.count(b"\n") + 1, error.start - before.rfind(b"\n"))
        message = f"the byte 0x{data[error.start]:02X} is not {name}, as the header says"
        raise PolyleafError([Finding(where, "po-encoding", message, CONVERT)]) from None
