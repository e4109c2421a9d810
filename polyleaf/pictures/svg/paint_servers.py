"""Gradients and patterns that go on from another one (SVG 1.1, 13.2 and 13.3: `href`)."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

from .drawing_tree import HREF, local
from .elements import TRANSFORM


def inherit_transforms(root: ElementTree.Element) -> None:
    """Gives each the transformation of the one that it goes on from, if it has none of its own.

    The renderer takes everything else from there, but not this.
    """
    servers = [each for each in root.iter() if local(each.tag) in TRANSFORM]
    named = {each.get("id"): each for each in servers if each.get("id")}
    for server in servers:
        key = TRANSFORM[local(server.tag)]
        current: ElementTree.Element | None = server
        for _ in servers:  # a circle of them ends too
            if current is None or current.get(key):
                break
            current = named.get(current.get(HREF, "").removeprefix("#"))
        if current is not None and (matrix := current.get(key)):
            server.set(key, matrix)
