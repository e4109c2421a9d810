"""Passages in another language are tagged with it (ISO 32000-1, 14.9.2; WCAG 2.2, 3.1.2).

Why: WeasyPrint writes the language of the document alone, so that an English source in an Arabic
sheet is read aloud as Arabic.

What: each structure element gets the language that its HTML element states. A foreign name inside a
text states none, and is not guessed at.

Upstream: WeasyPrint #2482; docs/upstream/06-language-tags.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf

from .patch import Patch


def _build_box_tree(box: Any, parent: Any, *rest: Any) -> Iterator[Any]:
    """The structure elements of a box: one, or those of its children where it has none itself.

    The engine's own calls itself by this name, so that this is asked for every box.
    """
    language = _stated_language(box)
    for element in TREE.original(box, parent, *rest):
        if language:
            element["Lang"] = pydyf.String(language)
        yield element


def _stated_language(box: Any) -> str | None:
    """The `lang` of the box's own element; the root's is in the document's catalog already."""
    element = box.element
    if element is None or element.tag == "html" or box.element_tag != element.tag:
        return None
    language: str | None = element.get("lang")
    return language


TREE = Patch(
    "weasyprint.pdf.tags:_build_box_tree", _build_box_tree, verified={"70.0": "f716251a83e7096e"}
)
PATCHES = (TREE,)
