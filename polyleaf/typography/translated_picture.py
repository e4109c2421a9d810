"""A drawing × the words of a sheet → the drawing with these words in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from ..model import inline
from ..model.inline import Nodes, Placeholder
from ..model.leaflet import Asset
from ..model.sheet import Language
from ..pictures import labels
from . import typeset


def picture_lines(value: str, language: Language, values: Mapping[str, str]) -> tuple[Nodes, ...]:
    """Set each line of the words of a picture as a string of its own."""
    filled = defaultdict(str, values)  # an unknown placeholder is reported as one
    return tuple(typeset(inline.parse(line), language, filled) for line in value.split("\n"))


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
    return replace(picture, data=labels.with_words(picture.data, drawn, language.direction))


def _is_as_drawn(value: str, own: str, language: Language, source: Language) -> bool:
    filled = any(isinstance(node, Placeholder) for node in inline.walk(inline.parse(own)))
    if filled or value != own:
        return False
    return language.script == source.script and language.digits == source.digits
