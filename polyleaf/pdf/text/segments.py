"""A left-to-right run of a right-to-left document, in an order that pdfium reads back right.

pdfium (Chrome, Edge, Android) takes the letters of a line as they stand on paper, divides them
where their bidirectional class changes, and reverses the order of these segments: `HbA1c` is three
of them and comes out as `c1HbA`. Written in reverse, with the pen moved back, they come out as they
are read. Readers that go by the places of letters see no difference.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import accumulate

from .clusters import MARKS, Cluster

STRONG = ("L", "R", "AL")
WEAK = ("AN", "EN", "NSM", "CS", "ES", "ET", "BN")  # a segment with each other


def backwards(clusters: list[Cluster]) -> Iterator[tuple[float, Cluster]]:
    """Each cluster with its distance from the start of the run, the last segment first.

    A mark of direction at the run's end goes where it would come out inside of it.
    """
    starts = accumulate((cluster.width for cluster in clusters), initial=0.0)
    placed = list(zip(starts, clusters, strict=False))
    segments = _segments(placed)
    if len(segments) > 2 and _kind(segments[-1][0][1].text) != "L":
        start, last = segments[-1][-1]
        segments[-1][-1] = (start, last._replace(text=last.text.translate(MARKS)))
    for segment in reversed(segments):
        yield from segment


def _segments(placed: list[tuple[float, Cluster]]) -> list[list[tuple[float, Cluster]]]:
    found: list[list[tuple[float, Cluster]]] = []
    for each in placed:
        text = each[1].text.translate(MARKS)  # a mark belongs to what it follows
        if found and (not text or _kind(text) == _kind(found[-1][0][1].text)):
            found[-1].append(each)
        else:
            found.append([each])
    return found


def _kind(text: str) -> str:
    kind = unicodedata.bidirectional(text[:1])
    return kind if kind in STRONG else "weak" if kind in WEAK else "neutral"
