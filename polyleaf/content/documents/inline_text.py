"""What stands within a block of HTML → inline text of ours (docs/content.md)."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

STRONG, EMPHASIS = ("b", "strong"), ("i", "em")
SPECIAL = re.compile(r"([\\*\[\]{}])")
SPACES = re.compile(r"\s+")
LINKED = re.compile(r"(https?://|mailto:|tel:)[^\s{}()]+")
BREAK = "\n"


def inline(element: Element) -> str:
    """Its text and all below it; a line break is a line feed."""
    return _trimmed("".join(_parts(element)))


def escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\1", SPACES.sub(" ", text))


def _parts(element: Element) -> list[str]:
    found = [escaped(element.text or "")]
    for child in element:
        found.append(_marked(child))
        found.append(escaped(child.tail or ""))
    return found


def _marked(element: Element) -> str:
    if not isinstance(element.tag, str) or element.tag in ("script", "style", "template", "img"):
        return ""
    if element.tag == "br":
        return BREAK
    inside = "".join(_parts(element))
    bare = inside.strip()
    if not bare:
        return " " if inside else ""
    before, after = inside[: len(inside) - len(inside.lstrip())], inside[len(inside.rstrip()) :]
    if element.tag in STRONG and "**" not in bare and BREAK not in bare:
        return f"{before}**{bare}**{after}"
    if element.tag in EMPHASIS and "*" not in bare and BREAK not in bare:
        return f"{before}*{bare}*{after}"
    address = element.get("href", "").strip()
    if element.tag == "a" and LINKED.fullmatch(address) and "](" not in bare and BREAK not in bare:
        return f"{before}[{bare}]({address}){after}"
    return inside


def _trimmed(text: str) -> str:
    lines = (re.sub(r" +", " ", line).strip() for line in text.split(BREAK))
    # Two words of one weight that are written by two runs are one: **a** **b**.
    joined = BREAK.join(line for line in lines if line)
    return joined.replace("****", "")
