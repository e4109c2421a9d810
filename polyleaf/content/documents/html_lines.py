"""A line of a document → a heading, an item that was typed by hand, or a paragraph."""

from __future__ import annotations

import re

from .blocks import DocumentBlock, DocumentItem
from .inline_text import plain

BULLET = re.compile(r"(?:[•·▪◦●○‣∙\uf0b7]|[-–—]|\\\*|o(?=\s))\s+(?=\S)")
NUMBERED = re.compile(r"\(?(\d{1,2})[.)](?:\s+(?=\S)|(?=[^\W\d]))")
# **2. Words**, 2. **Words**, *2.* **Words**, 2**. Words**
BOLD = re.compile(r"(?P<number>\**\(?\d{1,2}\**[.)]?\**\s*)?\*\*(?P<words>.+)\*\*", re.DOTALL)
SEEN = re.compile(r"[^\s\u00ad\u200b-\u200f\u2060\ufeff]")
RULE = re.compile(r"[-–—_=*~·.…\s\\]{3,}")  # a line that is drawn, or left to be written on
BOLD_LINE = 7  # what stands for the level of a heading that is a line in bold
SHORT = 80  # characters of such a line


def of_line(line: str) -> DocumentBlock | None:
    """The block that a line is, or nothing if nothing is to be seen."""
    if not SEEN.search(line) or RULE.fullmatch(line):
        return None
    if heading := bold_heading(line):
        return DocumentBlock("heading", heading, BOLD_LINE)
    if bullet := BULLET.match(line):
        return DocumentBlock("list", items=[DocumentItem(line[bullet.end() :])], typed=line)
    if number := NUMBERED.match(line):
        items = [DocumentItem(line[number.end() :])]
        return DocumentBlock("steps", items=items, level=int(number[1]), typed=line)
    return DocumentBlock("paragraph", line)


def bold_heading(line: str) -> str:
    """The words of a short line that is in bold as a whole; nothing for any other."""
    found = BOLD.fullmatch(line)
    if found is None or "**" in found["words"].strip("*") or len(line) > SHORT:
        return ""
    words = plain(found["words"])
    if not words or words[-1] in ".,;":
        return ""
    number = plain(found["number"] or "").strip()
    return f"{number}{words}" if words[0] in ".)" else f"{number} {words}".strip()
