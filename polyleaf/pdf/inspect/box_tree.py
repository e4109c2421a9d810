"""What several questions to the engine's tree of boxes have in common."""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure import boxes

MILLIMETRE = 96 / 25.4  # pixels
EXCERPT = 40  # characters


def lines(box: Any) -> list[Any]:
    """The lines that stand in the box itself."""
    return [child for child in getattr(box, "children", ()) if isinstance(child, boxes.LineBox)]


def text(box: Any) -> str:
    return "".join(part.text for part in box.descendants() if isinstance(part, boxes.TextBox))
