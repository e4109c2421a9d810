"""`feDropShadow` in sRGB → the steps that it stands for (Filter Effects 1, 9.11).

The renderer takes its colour for another one there.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator

from .drawing_tree import SVG, local

SPACE = "color-interpolation-filters"
SHADOW = "feDropShadow"
EVERYWHERE = ("x", "y", "width", "height", SPACE)
FLOOD = ("flood-color", "flood-opacity")


def spell_out(root: ElementTree.Element) -> None:
    """Replaces such shadows in all filters of a plain drawing."""
    for effect in root.iter(f"{SVG}filter"):
        usual = effect.get(SPACE, "linearRGB")
        if not any(
            local(step.tag) == SHADOW and step.get(SPACE, usual) == "sRGB" for step in effect
        ):
            continue
        made: list[ElementTree.Element] = []
        before = "SourceGraphic"
        for at, step in enumerate(effect):
            result = step.get("result") or f"_step_{at}"
            step.set("result", result)
            spelt = local(step.tag) == SHADOW and step.get(SPACE, usual) == "sRGB"
            made += _steps(step, step.get("in", before), at) if spelt else [step]
            before = result
        effect[:] = made


def _steps(shadow: ElementTree.Element, what: str, at: int) -> Iterator[ElementTree.Element]:
    common = {key: shadow.attrib[key] for key in EVERYWHERE if key in shadow.attrib}

    def step(name: str, **more: str) -> ElementTree.Element:
        return ElementTree.Element(f"{SVG}{name}", common | more)

    blur, moved, colour = (f"_{name}_{at}" for name in ("blur", "moved", "colour"))
    yield step(
        "feGaussianBlur", **{"in": what}, stdDeviation=shadow.get("stdDeviation", "2"), result=blur
    )
    yield step(
        "feOffset", **{"in": blur}, dx=shadow.get("dx", "2"), dy=shadow.get("dy", "2"), result=moved
    )
    flood = {key: shadow.attrib[key] for key in FLOOD if key in shadow.attrib}
    yield step("feFlood", **flood, result=colour)
    yield step("feComposite", **{"in": colour, "in2": moved}, operator="in", result=f"_shade_{at}")
    merged = step("feMerge", result=shadow.get("result", ""))
    for each in (f"_shade_{at}", what):
        merged.append(ElementTree.Element(f"{SVG}feMergeNode", {"in": each}))
    yield merged
