"""The bytes of a file → its text: UTF-8, UTF-16, or what a web page says of itself."""

from __future__ import annotations

import codecs
import re

from ...files import decode
from ...model.findings import Finding, PolyleafError, Where

SAVE = "save it as UTF-8"
MARKS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
# <meta charset=…>, <meta http-equiv=Content-Type content="…; charset=…">, or XHTML's first line.
CHARSET = re.compile(
    rb"<meta\b[^>]*?charset\s*=\s*[\"']?\s*([\w:.+-]+)"
    rb"|<\?xml\b[^>]*?encoding\s*=\s*[\"']([\w:.+-]+)",
    re.IGNORECASE,
)
COMMENTS = re.compile(rb"<!--.*?-->", re.DOTALL)
HEAD = 4_096  # bytes in which it has to stand; the HTML standard asks for 1,024
# What browsers read by these names: the larger sets that writers use (WHATWG Encoding, 4.2).
AS_BROWSERS = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932",
    "euc_kr": "cp949", "big5": "big5hkscs", "utf-16": "utf-8", "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}  # fmt: skip
# Names of browsers that Python has not.
NAMES = {
    "windows-31j": "cp932", "x-sjis": "cp932", "x-gbk": "gb18030", "gb_2312-80": "gb18030",
    "windows-874": "cp874", "windows-949": "cp949", "iso-8859-8-i": "iso8859-8",
    "x-cp1250": "cp1250", "x-cp1251": "cp1251", "x-cp1252": "cp1252", "x-mac-roman": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic", "unicode-1-1-utf-8": "utf-8",
}  # fmt: skip
# Python's own, of no page; and UTF-7, which browsers refuse since it hides markup.
REFUSED = ("utf-7", "punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined")


def plain(data: bytes, path: str) -> str:
    """UTF-8, or UTF-16 with or without the mark of its order; raises PolyleafError for others."""
    for mark, codec in MARKS.items():
        if data.startswith(mark):
            return _decoded(data[len(mark) :], path, codec)
    zeros = data[:200].count(0)
    if zeros > 20 and zeros * 4 > len(data[:200]):
        return _decoded(data, path, "utf-16-be" if data[0] == 0 else "utf-16-le")
    return decode(data, path, "encoding", SAVE)


def page(data: bytes, path: str) -> str:
    """A web page in the encoding that it names, unless a mark of Unicode begins it."""
    found = CHARSET.search(COMMENTS.sub(b"", data[:HEAD]))
    if found is None or data.startswith((codecs.BOM_UTF8, *MARKS)):
        return plain(data, path)
    name = (found[1] or found[2]).decode("ascii")
    codec = _codec(name.lower())
    if not codec:
        message = f'the page names an encoding that is not known: "{name}"'
        raise PolyleafError([Finding(Where(path), "encoding", message, SAVE)])
    return plain(data, path) if codec == "utf-8" else _decoded(data, path, codec)


def _codec(name: str) -> str:
    """Python's name of an encoding, or nothing."""
    try:
        known = codecs.lookup(NAMES.get(name, name)).name
        "".encode(known)  # raises LookupError for base64 and the like
    except (LookupError, UnicodeError):
        return ""
    return "" if known in REFUSED else AS_BROWSERS.get(known, known)


def _decoded(data: bytes, path: str, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(codec, "replace")
        where = Where(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
        message = f"the byte 0x{data[error.start]:02X} is not {codec.upper()}"
        raise PolyleafError([Finding(where, "encoding", message, SAVE)]) from None
