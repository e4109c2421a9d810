"""Effects that a style sheet names: `filter: drop-shadow(…)` → a `<filter>` that does the same.

The renderer cuts what such a function draws to little more than the box of a shape, without its
outline: shadows were missing, and lines gone.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator

from .css_colours import colour
from .drawing_tree import SVG, local
from .extents import HIDDEN, Extents, matrix_of, placed
from .geometry import box_of
from .lengths import NUMBERS, Em, angle, length, number, written
from .properties import UnsupportedError
from .transforms import Box, inverse

FUNCTION = re.compile(r"([a-z-]+)\(((?:[^()]|\([^()]*\))*)\)\s*", re.IGNORECASE)
SPACE = "color-interpolation-filters"
REACH = 3.0  # standard deviations, beyond which nothing of a blur is seen
MITER = 4.0  # times the width of an outline, as far as its corners stand out
MARKER = 10.0  # times the width of an outline
Steps = list[ElementTree.Element]
# Rows for red, green and blue: what stays with a share of 1, and what one of 0 has (Filter Effects
# 1, 9.1: the luminance of sRGB, and of sepia).
GREY = ((0.2126, 0.7152, 0.0722),) * 3
SATURATED = ((0.213, 0.715, 0.072),) * 3
SEPIA = ((0.393, 0.769, 0.189), (0.349, 0.686, 0.168), (0.272, 0.534, 0.131))


def settle(root: ElementTree.Element, area: Box) -> Iterator[tuple[ElementTree.Element, Exception]]:
    """Replaces all functions by filters; yields what has one that cannot be drawn, and why.

    `area` is the part of the plane that shows.
    """
    extents, made = Extents(), Steps()

    def walk(
        element: ElementTree.Element, area: Box, outline: float, own: str
    ) -> Iterator[tuple[ElementTree.Element, Exception]]:
        around, own = area, element.get("color", own)
        area = area if element is root else _inside(element, area)
        outline = number(element.get("stroke-width", "")) or outline
        value = element.get("filter", "none")
        if "(" in value and not value.startswith("url("):
            try:
                steps, reach = _steps(value, own)
                nested = local(element.tag) == "svg" and element is not root
                box = _viewport(element) or around if nested else extents.of(element) or area
                wide = max(outline, *map(_outline, element.iter()))
                made.append(_filter(len(made), steps, _around(box, reach + wide)))
                element.set("filter", f"url(#{made[-1].get('id')})")
            except ValueError as error:
                yield element, error
        elif FUNCTION.sub("", value).strip() != value.strip() and value.count("(") > 1:
            yield element, UnsupportedError(value[:40], "effects")
        for child in element:
            yield from walk(child, area, outline, own)

    yield from walk(root, area, 1.0, "#000000")
    root[:0] = made


def _viewport(element: ElementTree.Element) -> Box | None:
    """The box of a nested `<svg>` that cuts off what is outside."""
    sides = [number(element.get(key, "0")) for key in ("x", "y", "width", "height")]
    if None in sides or not sides[2] or element.get("overflow") == "visible":
        return None
    return sides[0] or 0.0, sides[1] or 0.0, sides[2] or 0.0, sides[3] or 0.0


def _outline(element: ElementTree.Element) -> float:
    width = number(element.get("stroke-width", "")) or 0.0
    marked = any(key.startswith("marker-") for key in element.attrib)
    return width * (MARKER if marked else MITER)


def _inside(element: ElementTree.Element, area: Box) -> Box:
    """What may be seen of a part, in its own units; of what is drawn elsewhere, twice that."""
    if (box := box_of(element.get("viewBox", ""))) is not None:
        return _around(box, max(box[2:]) / 4)
    if local(element.tag) in HIDDEN:
        return _around(area, max(area[2:]) / 2)
    back = inverse(matrix_of(element))
    return area if back is None else placed(area, back)


def _around(box: Box, by: float) -> Box:
    return box[0] - by, box[1] - by, box[2] + 2 * by, box[3] + 2 * by


def _filter(serial: int, steps: Steps, region: Box) -> ElementTree.Element:
    made = ElementTree.Element(
        f"{SVG}filter",
        {"id": f"_function_{serial}", "filterUnits": "userSpaceOnUse", SPACE: "sRGB"},
    )
    for key, value in zip(("x", "y", "width", "height"), region, strict=True):
        made.set(key, written(value))
    made.extend(steps)
    return made


def _steps(value: str, own: str) -> tuple[Steps, float]:
    """The primitives of a list of functions, and how far they reach; raises ValueError.

    `own` is the colour that `currentColor` means.
    """
    if FUNCTION.sub("", value):
        raise UnsupportedError(value[:40], "effects")
    steps, reach = Steps(), 0.0
    for name, arguments in FUNCTION.findall(value):
        step, far = _step(name.lower(), arguments.strip(), own)
        steps, reach = [*steps, step], reach + far
    return steps, reach


def _step(name: str, given: str, own: str) -> tuple[ElementTree.Element, float]:
    if name == "blur":
        blur = _length(given or "0")
        return _primitive("feGaussianBlur", stdDeviation=written(blur)), REACH * blur
    if name == "drop-shadow":
        return _shadow(given, own)
    if name == "hue-rotate":
        turned = angle(given or "0") or 0.0
        return _primitive("feColorMatrix", type="hueRotate", values=written(turned)), 0.0
    found = number(given.removesuffix("%")) if given else 1.0
    if found is not None and given.endswith("%"):
        found /= 100
    if found is None or found < 0:
        raise UnsupportedError(f"{name}({given[:40]})", "effects")
    if name in ("grayscale", "sepia", "saturate"):
        rows = {"grayscale": GREY, "sepia": SEPIA, "saturate": SATURATED}[name]
        kept = found if name == "saturate" else 1 - min(1.0, found)
        return _primitive("feColorMatrix", values=" ".join(_mixed(rows, kept))), 0.0
    return _transfer(name, found), 0.0


def _mixed(rows: Iterable[Iterable[float]], kept: float) -> Iterator[str]:
    """A colour matrix between that of `rows` and the one that changes nothing."""
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            yield written(value * (1 - kept) + (kept if at == column else 0.0))
        yield from ("0", "0")
    yield from ("0", "0", "0", "1", "0")


def _transfer(name: str, by: float) -> ElementTree.Element:
    """Filter Effects 1, 9.1: what is done to each channel by itself."""
    least = min(1.0, by)
    functions = {
        "invert": {"type": "table", "tableValues": f"{written(least)} {written(1 - least)}"},
        "brightness": {"type": "linear", "slope": written(by)},
        "contrast": {
            "type": "linear", "slope": written(by), "intercept": written(0.5 - 0.5 * by)
        },
        "opacity": {"type": "table", "tableValues": f"0 {written(least)}"},
    }  # fmt: skip
    made = _primitive("feComponentTransfer")
    for channel in "A" if name == "opacity" else "RGB":
        made.append(ElementTree.Element(f"{SVG}feFunc{channel}", functions[name]))
    return made


def _shadow(given: str, own: str) -> tuple[ElementTree.Element, float]:
    """`drop-shadow`: two or three lengths, before or behind a colour."""
    words = re.findall(r"[^\s()]+\([^()]*\)|\S+", given)
    lengths = [word for word in words if NUMBERS.match(word)]
    others = [word for word in words if word not in lengths]
    if not 2 <= len(lengths) <= 3 or len(others) > 1:
        raise UnsupportedError(f"drop-shadow({given[:40]})", "effects")
    x, y, blur = (_length(word) for word in (*lengths, "0")[:3])
    painted = colour(others[0]) if others and others[0].lower() != "currentcolor" else None
    made = _primitive(
        "feDropShadow", dx=written(x), dy=written(y), stdDeviation=written(blur),
        **{"flood-color": painted or own},
    )  # fmt: skip
    return made, abs(x) + abs(y) + REACH * blur


def _length(text: str) -> float:
    found = number(length(text, Em(None, 16.0)) or "")
    if found is None:
        raise UnsupportedError(text[:40], "effects")
    return found


def _primitive(name: str, **attributes: str) -> ElementTree.Element:
    return ElementTree.Element(f"{SVG}{name}", attributes)
