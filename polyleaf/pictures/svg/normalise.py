"""The whole way from an author's bytes to a plain drawing."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

from . import (
    drawing_tree,
    filter_functions,
    frame,
    handed_on,
    part_names,
    screen_strokes,
    shadows,
    text_elements,
    turned_effects,
    viewports,
    weight,
)
from .cascade import Cascade
from .drawing_tree import SVG, local, place_of
from .embedded import Embedder
from .lengths import Em, written
from .plain import Plain
from .properties import UnsupportedError
from .refusals import NOWHERE, Refusals, Refused, tool_of
from .styles import Context
from .value_faults import Refusing
from .variables import UndefinedError, resolved


def plain(data: bytes, refusals: Refusals) -> bytes:
    """A drawing as plain SVG. Everything that is refused goes to `refusals`; Refused stops it."""
    refusals.tool = tool_of(data[:200_000].decode("utf-8", "replace"))
    return drawing_tree.written(_tree(data, refusals, Embedder(_inside)))


def _inside(data: bytes, embedder: Embedder) -> tuple[bytes, int]:
    """A drawing inside another: no text, which needs fonts of its own, and no filters."""
    refusals = Refusals()
    try:
        root = _tree(data, refusals, embedder)
    except Refused as error:
        raise UnsupportedError(f"a drawing inside, and {error}", error.way_out) from None
    for refusal in refusals.first():
        raise UnsupportedError(f"a drawing inside, and {refusal.message}", "embed")
    if next(root.iter(f"{SVG}text"), None) is not None:
        raise UnsupportedError("a drawing with text inside", "outlines")
    if any(each.get("filter", "none") != "none" for each in root.iter()):
        raise UnsupportedError("a drawing with effects inside", "effects")
    return drawing_tree.written(root), weight.drawn(root)


def _tree(data: bytes, refusals: Refusals, embedder: Embedder) -> ElementTree.Element:
    source = drawing_tree.parse(data)
    if source.tag != f"{SVG}svg":
        message = "its root is not <svg>"
        if local(source.tag) == "svg":
            message = "its root, <svg>, does not say that it is SVG"
        raise Refused(message, place_of(source), "root")
    part_names.settle(source)
    if weight.drawn(source) > weight.MAX_DRAWN:
        raise Refused(f"it draws over {weight.MAX_DRAWN:,} elements", way_out="simplify")
    return _root(source, refusals, embedder)


def _root(
    source: ElementTree.Element, refusals: Refusals, embedder: Embedder
) -> ElementTree.Element:
    cascade = Cascade(source, refusals)
    declared = list(_of_root(cascade, source))
    em = frame.own_em(source, declared)
    width, height, box = frame.size(source, declared, em)
    usual = Em(frame.USUAL, em.root)  # its own font size is measured by that
    context = Context({}, usual, (0.0, 0.0, box[2], box[3]), {}, top=True)
    made = Plain(cascade, refusals, embedder, part_names.named(source))
    root = made.element(source, context)
    made.styles.tell_variables()
    if root is None:
        raise Refused("nothing of it is drawn", place_of(source), "fit")
    for key in ("x", "y", "display"):
        root.attrib.pop(key, None)
    root.set("width", written(width))
    root.set("height", written(height))
    root.set("viewBox", " ".join(map(written, box)))
    area = frame.visible(width, height, box, root.get("preserveAspectRatio", ""))
    with Refusing(refusals, source, "transform"):
        frame.turn(root, made.of_root, em, area)
    if (shape := frame.background(declared, area)) is not None:
        root.insert(0, shape)
    for message in frame.surroundings(declared):
        refusals.add(place_of(source), message, "plain")
    for place in screen_strokes.settle(root, area):
        refusals.add(place, screen_strokes.MESSAGE, "expand")
    viewports.place_uses(root, box)
    part_names.drop_dead_ends(root)
    for message, way_out in frame.effects(root):
        refusals.add(place_of(source), message, way_out)
    handed_on.inherit_transforms(root)
    handed_on.drop_markers(root)
    for element, error in filter_functions.settle(root, area):
        with Refusing(refusals, element, "filter"):
            raise error
    for place, key in handed_on.clips_by_box(root):
        refusals.add(place, f"it has {key} in shares of a drawing within the drawing", "clip")
    shadows.spell_out(root)
    handed_on.wrap_viewports(root)
    for place in turned_effects.turned(root):
        refusals.add(place, "it has a shadow on a part that is turned or mirrored", "effects")
    for place, key in handed_on.outlines_in_shares(root):
        refusals.add(place, f"it has {key} in per cent, of parts with sizes of their own", "plain")
    if weight.drawn(root, embedder.elements) > weight.MAX_DRAWN:  # also what style sheets name
        raise Refused(f"it draws over {weight.MAX_DRAWN:,} elements", way_out="simplify")
    text_elements.settle(root, refusals)
    for message, way_out in weight.too_much(root, box[2], box[3]):
        refusals.add(NOWHERE, message, way_out)
    return root


def _of_root(cascade: Cascade, source: ElementTree.Element) -> list[tuple[str, str]]:
    declared = list(cascade.declarations(source))
    variables = {key: value for key, value in declared if key.startswith("--")}
    found = []
    for key, value in declared:
        try:
            found.append((key, resolved(value, variables)))
        except UndefinedError:
            continue
    return found
