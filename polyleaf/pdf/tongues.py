"""Passages in another language are tagged with it (ISO 32000-1, 14.9.2; WCAG 2.2, 3.1.2).

WeasyPrint writes the language of the document alone, so that an English source in an Arabic sheet
would be read aloud as Arabic. Here each structure element gets the language that its HTML element
states. A foreign name inside a text states none, and is not guessed at.

Deletable when WeasyPrint writes /Lang itself; `install` is the only way in.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf
from weasyprint.pdf import tags

LANGUAGE = "lang"


def install() -> None:
    """Puts this module's way of tagging a box around WeasyPrint's, which calls itself by name."""
    tags._build_box_tree = _build_box_tree


_untold = tags._build_box_tree


def _build_box_tree(box: Any, parent: Any, *rest: Any) -> Iterator[Any]:
    """The structure elements of a box: one, or those of its children where it has none itself."""
    stated = _stated(box)
    for element in _untold(box, parent, *rest):
        if stated:
            element["Lang"] = pydyf.String(stated)
        yield element


def _stated(box: Any) -> str | None:
    """What the box's own element says; the root's language is the document's (its catalog's)."""
    element = box.element
    if element is None or element.tag == "html" or box.element_tag != element.tag:
        return None
    language: str | None = element.get(LANGUAGE)
    return language
