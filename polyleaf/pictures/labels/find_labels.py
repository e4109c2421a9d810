"""A drawing → its labels, in reading order."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from .label import Label, LabelLine
from .label_lines import LETTER_BY_LETTER, has_letters, lines
from .seen_texts import TEXT, seen

ADJACENT = 1.1  # em between letters that are set one by one
MOST_TESTS = 200_000  # whether a text is in a shape; a second of work
SAME_LINE = 0.5  # em


class LettersApart(ValueError):
    """Letters are placed one by one, so that no program can tell the words."""

    def __init__(self, words: str) -> None:
        super().__init__(f'the letters of "{words}" are placed one by one')


@lru_cache(maxsize=128)  # each sheet of a leaflet has the same pictures
def find(data: bytes) -> tuple[Label, ...]:
    """The words of an SVG, from top to bottom, each line of them from left to right.

    Raises LettersApart if letters are positioned and not text.
    """
    root = ElementTree.fromstring(data)
    place = {id(element): number for number, element in enumerate(root.iter(TEXT))}
    drawn = seen(root)
    shapes = drawn.shapes if len(drawn.shapes) * len(drawn.texts) <= MOST_TESTS else []
    found: list[Label] = []
    for text in drawn.texts:
        own = lines(root, text, shapes)
        if own is LETTER_BY_LETTER:
            raise LettersApart("".join(text.element.itertext()).strip())
        if own and has_letters("".join(line.text for line in own)):
            found.append(Label(place[id(text.element)], own))
    for run in _letter_runs(found):
        raise LettersApart(" ".join(label.lines[0].text for label in run))
    return tuple(sorted(found, key=_reading_order))


def _reading_order(label: Label) -> tuple[float, float, int]:
    line = label.lines[0]
    step = max(line.size, 1.0)
    return round(line.at[1] / step) * step, line.at[0], label.number


def _letter_runs(labels: Iterable[Label]) -> Iterator[list[Label]]:
    """Four or more texts of one letter each that stand close on one line."""
    run: list[Label] = []
    for single, group in groupby(labels, key=_is_letter):
        if not single:
            continue
        run = []
        for label in group:
            if run and not _follows(run[-1].lines[0], label.lines[0]):
                if len(run) > 3:
                    yield run
                run = []
            run.append(label)
        if len(run) > 3:
            yield run


def _is_letter(label: Label) -> bool:
    return len(label.lines) == 1 and len(label.lines[0].text) == 1


def _follows(one: LabelLine, other: LabelLine) -> bool:
    near = 0 < other.at[0] - one.at[0] < ADJACENT * one.size
    return near and abs(other.at[1] - one.at[1]) < SAME_LINE * one.size
