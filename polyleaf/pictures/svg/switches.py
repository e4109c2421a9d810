"""`<switch>`: its first child that can be drawn (SVG 1.1, 5.8).

HTML never can. What stands in its place is taken if it says the same: draw.io cuts long text off.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

from .drawing_tree import SVG, local, place_of
from .refusals import Refusals


def chosen(switch: ElementTree.Element, refusals: Refusals) -> list[ElementTree.Element]:
    """The children that may be drawn: one, or one for each language that is named."""
    found: list[ElementTree.Element] = []
    html: ElementTree.Element | None = None
    for child in switch:
        if not child.tag.startswith(SVG) or child.get("requiredExtensions") is not None:
            continue
        if local(child.tag) == "foreignObject":
            html = child
            continue
        found.append(child)
        if child.get("systemLanguage") is None:
            break
    if html is not None and _words(html) and not _stands_for(html, found):
        message = f'it holds HTML that says "{_words(html)[:40]}"'
        refusals.add(place_of(html), message, "html")
    return found


def _stands_for(html: ElementTree.Element, found: list[ElementTree.Element]) -> bool:
    return any(
        _words(each) == _words(html) or next(each.iter(f"{SVG}image"), None) is not None
        for each in found
    )


def _words(element: ElementTree.Element) -> str:
    return re.sub(r"\s+", "", "".join(element.itertext()))


def only_for(plain: ElementTree.Element, languages: str, *, inside: bool) -> ElementTree.Element:
    """A plain element that is drawn in some languages only; outside a switch it gets its own."""
    plain.set("systemLanguage", languages)
    if inside:
        return plain
    switch = ElementTree.Element(f"{SVG}switch")
    switch.append(plain)
    return switch


def in_language(root: ElementTree.Element, tag: str) -> None:
    """Resolves every switch of a plain tree for a language (BCP 47; SVG 1.1, 5.8.5)."""
    for parent in list(root.iter()):
        for index, child in enumerate(list(parent)):
            if local(child.tag) == "switch":
                made = ElementTree.Element(f"{SVG}g", child.attrib)
                made.tail = child.tail
                made.extend(_first(child, tag))
                parent[index] = made


def _first(switch: ElementTree.Element, tag: str) -> list[ElementTree.Element]:
    for child in switch:
        languages = child.attrib.pop("systemLanguage", None)
        if languages is None or any(_fits(each.strip(), tag) for each in languages.split(",")):
            return [child]
    return []


def _fits(asked: str, tag: str) -> bool:
    asked, tag = asked.lower().replace("_", "-"), tag.lower()
    return bool(asked) and (
        asked == tag or asked.startswith(f"{tag}-") or tag.startswith(f"{asked}-")
    )
