"""Text that layout swallowed: a box that may not go on to another page drops what it cannot hold.

The engine neither draws it nor says so; it is in no page's boxes. So the letters of each element
are counted before layout and after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from weasyprint import document as engine
from weasyprint.formatting_structure import boxes

EXCERPT = 40  # characters
GAP = "\n"  # another element stands there, or a line ends


def install() -> None:
    """Lets the engine's tree of boxes remember what was written in it."""
    engine.build_formatting_structure = _build


_build_own = engine.build_formatting_structure


def _build(*arguments: Any) -> Any:
    root = _build_own(*arguments)
    root.written = _texts(root)  # every page has a copy of the root, with its attributes
    return root


def lost(pages: list[Any]) -> Iterator[str]:
    """The beginnings of what was written and is on no page, in the order of the document."""
    drawn: dict[Any, str] = {}
    for page in pages:
        for element, text in _texts(page._page_box).items():
            drawn[element] = drawn.get(element, "") + text
    (root,) = (box for box in pages[0]._page_box.children if box.is_for_root_element)
    for element, text in root.written.items():
        # More is drawn where a table's head is repeated, or a word is hyphenated.
        kept = len(_letters(drawn.get(element, "")))
        if kept < len(_letters(text)):
            yield _after(text, kept)


def _texts(box: Any) -> dict[Any, str]:
    """element → its own text, without what style sheets put in."""
    found: dict[Any, str] = {}
    waiting = [box]
    while waiting:
        box = waiting.pop()
        box = getattr(box, "_box", box)  # what is absolutely positioned is behind a placeholder
        if isinstance(box, boxes.TextBox):
            if "::" not in box.element_tag:
                before = f"{found[box.element]}{GAP}" if box.element in found else ""
                found[box.element] = before + box.text
        elif not box.is_running():
            waiting += reversed(box.children)
    return found


def _letters(text: str) -> str:
    """Without white space, which layout takes away at the ends of lines."""
    return "".join(text.split())


def _after(text: str, count: int) -> str:
    """What follows the first `count` letters."""
    places = (place for place, sign in enumerate(text) if not sign.isspace())
    start = next(islice(places, count, None))
    return text[start : start + EXCERPT].strip()
