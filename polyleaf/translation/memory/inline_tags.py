"""A TMX segment → text: what its tags stand for, where that is markup of ours.

`<bpt> <ept> <it> <ph>` hold the codes of the tool that the text comes from: `**`, `{clinic.phone}`
if it read our catalogs, else its own, such as `<b>` or a field of Word, which a sheet cannot print.
These are left out, and an offer shows then what it lacks. `<hi>` is about text, `<sub>` a text of
its own inside a code, such as a footnote (TMX 1.4b, 3.4).
"""

from __future__ import annotations

import re

CODES = ("bpt", "ept", "it", "ph", "ut")
OURS = re.compile(
    r"\*{1,3}|\{[^{}\s]+\}|\[|\](?:\([^()\s]*\))?|\[@[^\[\]]+\]|</?\d{1,2}>|\\[*\[\]{}\\]"
)
# memoQ: <mq:rxt displaytext="{clinic.phone}" val="{clinic.phone}" />
OF_MEMOQ = re.compile(r'<mq:\w+ (?:.*? )?val="([^"]*)"')


class SegmentText:
    """A segment as it is read: its text, and the codes that are open in it."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._code: list[str] = []
        self._open: list[str] = []  # codes and sub-flows; <hi> changes nothing
        self._length = 0

    def start(self, name: str) -> None:
        if name in CODES or name == "sub":
            self._open.append(name)

    def add(self, text: str) -> int:
        """Adds characters; the number of all so far."""
        if not self._open:
            self._parts.append(text)
        elif "sub" not in self._open:
            self._code.append(text)
        self._length += len(text)
        return self._length

    def end(self, name: str) -> None:
        if name in CODES or name == "sub":
            self._open.pop()
        if name in CODES and not self._open:
            self._parts.append(_markup("".join(self._code)))
            self._code.clear()

    def text(self) -> str:
        """The text; where a code has gone, one space is left of two."""
        return re.sub(" {2,}", " ", "".join(self._parts)).strip()


def _markup(code: str) -> str:
    """What a code stands for in our texts; nothing if it is another format's."""
    found = OF_MEMOQ.match(code.strip())
    code = found[1] if found else code.strip()
    return code if OURS.fullmatch(code) else ""
