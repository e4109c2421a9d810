"""Flags of other tools, which `msgcat` would drop: they go through it as a comment.

gettext's manual, "The Format of PO Files", lists the flags; a newer gettext or an editor has more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

FORMATS = (
    "awk boost c c++ csharp d elisp gcc-internal gfc-internal java java-printf javascript kde"
    " kde-kuit librep lisp lua modula2 object-pascal objc perl perl-brace php python python-brace"
    " qt qt-plural ruby scheme sh smalltalk tcl ycp"
)
LANGUAGES = "|".join(map(re.escape, FORMATS.split()))
KNOWN = re.compile(
    rf"fuzzy|(?:no-)?wrap|range:.*|(?:no-|possible-|impossible-)?(?:{LANGUAGES})-format"
)
COMMENT = "# flags of another tool: "
STICKY = "# sticky flags: "  # an older `msgcat` would make a comment of `#=`


def unknown(flags: Iterable[str]) -> tuple[str, ...]:
    return tuple(flag for flag in flags if not KNOWN.fullmatch(flag))


def comments(flags: Iterable[str], sticky: Iterable[str]) -> Iterator[str]:
    """The lines that stand for flags until `msgcat` has gone by."""
    for mark, each in ((COMMENT, tuple(flags)), (STICKY, tuple(sticky))):
        if each:
            yield mark + ", ".join(each)


def put_in(data: bytes) -> bytes:
    """The file with the flags in the place of their comments, as the last of their messages."""
    if COMMENT.encode() not in data and STICKY.encode() not in data:
        return data
    return "\n".join(_lines(data.decode().split("\n"))).encode()


def _lines(lines: Iterable[str]) -> Iterator[str]:
    flags = sticky = ""
    for line in lines:
        if line.startswith(COMMENT):
            flags = line.removeprefix(COMMENT)
        elif line.startswith(STICKY):
            sticky = line.removeprefix(STICKY)
        elif flags and line.startswith("#,"):
            yield f"{line}, {flags}"
            flags = ""
        else:
            if line.startswith(("#|", "#~", "msg")):
                yield from (f"#, {each}" for each in (flags,) if each)
                yield from (f"#= {each}" for each in (sticky,) if each)
                flags = sticky = ""
            yield line
