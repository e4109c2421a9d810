"""Passages in another language are tagged with it (ISO 32000-1, 14.9.2; WCAG 2.2, 3.1.2), and an
element is tagged once.

Why: WeasyPrint writes the language of the document alone, so that an English source in an Arabic
sheet is read aloud as Arabic. And it tags boxes: a heading with a block inside is announced as a
heading in a heading, and a list in two columns as a list of two lists.

What: each structure element gets the language that its HTML element states. A foreign name inside a
text states none, and is not guessed at. A tag for a part of what its parent is gives its children
to the parent.

Upstream: WeasyPrint #2482; docs/upstream/06-language-tags.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf

from .patch import Patch

ONCE = ("/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/P")  # HTML has none inside another


def _build_box_tree(box: Any, parent: Any, *rest: Any) -> Iterator[Any]:
    """The structure elements of a box: one, or those of its children where it has none itself.

    The engine's own calls itself by this name, so that this is asked for every box.
    """
    language = _stated_language(box)
    for element in TREE.original(box, parent, *rest):
        if language:
            element["Lang"] = pydyf.String(language)
        if element["S"] == parent["S"] and (box.is_column or element["S"] in ONCE):
            yield from _given_up(element, parent, rest[0])
        else:
            yield element


def _given_up(element: Any, parent: Any, pdf: Any) -> Iterator[Any]:
    """The children of an element, which now are those of its parent."""
    for reference in element["K"]:
        child = pdf.objects[int(reference.split()[0])]
        child["P"] = parent.reference
        yield child
    # An empty object: after a free one pydyf miscounts those of its stream, and readers that go by
    # the count (pdfium, poppler) do not find the title.
    element.clear()


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
