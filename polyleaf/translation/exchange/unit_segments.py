"""Segments of a unit, as tools for translators cut texts into sentences (`<mrk mtype="seg">`)."""

from __future__ import annotations

from collections.abc import Iterable

from ...files.safe_xml import Node

Segment = tuple[str, str]  # source and target of a sentence


def in_segments(unit: Node) -> list[Segment]:
    """The segments of a `<trans-unit>` of XLIFF 1.2; none if it is not cut."""
    cut, target = next(unit.own("seg-source"), None), next(unit.own("target"), None)
    if cut is None or target is None:
        return []
    done = {mark.value("mid"): _words(mark) for mark in _marks(target)}
    return [(_words(mark), done.get(mark.value("mid"), "")) for mark in _marks(cut)]


def is_partial(segments: Iterable[Segment]) -> bool:
    """Whether some sentences are translated and others are not."""
    states = {bool(target.strip()) for source, target in segments if source.strip()}
    return len(states) == 2


def _marks(element: Node) -> Iterable[Node]:
    return (mark for mark in element.below("mrk") if mark.value("mtype") == "seg")


def _words(element: Node) -> str:
    return "".join(element.itertext())
