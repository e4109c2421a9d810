"""PO bytes → text, in the charset that the header declares, or where they are no text."""

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
# Those that gettext's manual names, "Header Entry"; a charset that is no superset of ASCII is none.
KNOWN = re.compile(
    r"utf-?8|(us-)?ascii|iso-8859-\d+|koi8-[rut]|cp(8[56]\d|125\d|874|932|949|950)"
    r"|gb2312|gbk|gb18030|euc-(jp|kr|tw)|big5(-hkscs)?|shift_jis|johab|tis-620|viscii",
    re.IGNORECASE,
)


def decode(data: bytes, path: str) -> str:
    """The file's text with plain line ends; raises PolyleafError at the first byte that is none."""
    declared = DECLARED.search(data)
    name = declared[1].decode("ascii", "replace") if declared else "UTF-8"
    if _is_utf8(name) or data.startswith(codecs.BOM_UTF8):
        text = files.decode(data, path, "po-encoding", CONVERT)
    else:
        text = _legacy(data, path, name, data.count(b"\n", 0, declared.start()) if declared else 0)
    return text.replace("\r\n", "\n")


def faults(header: Entry) -> Iterator[Finding]:
    """A header that declares no charset."""
    if IN_HEADER.search(header.msgstr[0]) is None:
        message = "the header declares no charset"
        hint = "add the line Content-Type: text/plain; charset=UTF-8"
        yield Finding(header.translated_where, "po-encoding", message, hint)


def as_utf8(header: Entry) -> Entry:
    """The header of the catalog as it is written: in UTF-8, whatever it was read in."""
    said = IN_HEADER.search(header.msgstr[0])
    if said is None or _is_utf8(said[1]):
        return header
    return replace(header, msgstr=(IN_HEADER.sub("charset=UTF-8", header.msgstr[0], count=1),))


def _is_utf8(name: str) -> bool:
    return name.lower() in ("utf-8", "utf8", "charset")  # the last stands in templates


def _is_really_utf8(data: bytes) -> bool:
    """Whether it has letters beyond ASCII and all of them are UTF-8, which is no accident."""
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
