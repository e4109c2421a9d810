"""Most boxes are known to be in normal flow after two looks at their style.

Why: the engine asks five questions of the style for each box, again and again, and nearly all boxes
neither float nor are positioned.

What: for such a box, two of them are enough.

Upstream: docs/upstream/03-normal-flow.md.
"""

from __future__ import annotations

from typing import Any

from .patch import Patch


def _is_in_normal_flow(box: Any) -> Any:
    style = box.style
    plain = style["float"] == "none" and style["position"] == "static"
    return plain or FLOW.original(box)


BOX = "weasyprint.formatting_structure.boxes:Box"
QUESTIONS = ("is_floated", "is_absolutely_positioned", "is_running", "is_footnote", "is_note")
FLOW = Patch(
    f"{BOX}.is_in_normal_flow",
    _is_in_normal_flow,
    verified={"70.0": "7985d92f0b3ba054"},
    relies_on=tuple(f"{BOX}.{question}" for question in QUESTIONS),
)
PATCHES = (FLOW,)
