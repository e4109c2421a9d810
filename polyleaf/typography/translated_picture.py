"""A drawing × the words of a sheet → the drawing with these words in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..model import inline
from ..model.findings import PolyleafError
from ..model.inline import Nodes, Placeholder
from ..model.leaflet import Asset
from ..model.sheet import Language
from ..pictures import labels
from ..pictures.labels import Extent, Label, LabelLine
from . import fonts, typeset

RUNNING = 3  # lines: fewer are a label, which keeps its place at what it names


def picture_lines(value: str, language: Language, values: Mapping[str, str]) -> tuple[Nodes, ...]:
    """Set each line of the words of a picture as a string of its own."""
    filled = defaultdict(str, values)  # an unknown placeholder is reported as one
    return tuple(typeset(inline.parse(line), language, filled) for line in value.split("\n"))


def line_extent(label: Label, line: LabelLine, nodes: Nodes, language: Language) -> Extent | None:
    """What a line takes, in units of the drawing; None without the fonts of its language."""
    width = up = down = 0.0
    for text, size, bold in labels.styled(label, line, nodes):
        try:
            runs = fonts.font_runs(text, language.families, bold=bold)
        except PolyleafError:
            return None
        if runs is None:
            return None
        part = labels.extent(runs, language.direction)
        width += part.width * size
        up, down = max(up, part.up * size), max(down, part.down * size)
    return Extent(width, up, down)


def translated_picture(
    picture: Asset, language: Language, source: Language, values: Mapping[str, str]
) -> Asset:
    """The picture with its words in the sheet's language.

    Words that are not translated, and those of a sheet in the source language, stay as drawn.
    """
    if not picture.words:
        return picture
    own = {label.number: label.source for label in labels.find(picture.data)}
    drawn = {
        words.number: picture_lines(words.text.value, language, values)
        for words in picture.words
        if not words.text.untranslated
        and not _is_as_drawn(words.text.value, own[words.number], language, source)
    }
    if not drawn:
        return picture
    turned = dict(_turned(picture, language, source))
    made = labels.with_words(picture.data, drawn, language.direction, turned)
    return replace(picture, data=made)


def _turned(picture: Asset, language: Language, source: Language) -> Iterator[tuple[int, float]]:
    """The width of each text that runs over several lines, if these begin at the other side now."""
    for label in labels.find(picture.data) if language.direction != source.direction else ():
        own = picture_lines(label.source, source, {})
        pairs = zip(label.lines, own, strict=True)
        extents = [line_extent(label, line, nodes, source) for line, nodes in pairs]
        widths = [extent.width for extent in extents if extent]
        if len(widths) >= RUNNING:
            yield label.number, max(widths)


def _is_as_drawn(value: str, own: str, language: Language, source: Language) -> bool:
    filled = any(isinstance(node, Placeholder) for node in inline.walk(inline.parse(own)))
    if filled or value != own:
        return False
    return language.script == source.script and language.digits == source.digits
