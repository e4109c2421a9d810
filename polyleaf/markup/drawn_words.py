"""Pictures with the words of the sheet's language, and what is read out for them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace

from .. import typography
from ..model import inline
from ..model.inline import Placeholder
from ..model.leaflet import Asset
from ..model.sheet import Language
from ..pictures import labels

ENDS = (".", "!", "?", "…", "。", "！", "？", "۔", "؟", "।", "॥", ":", "：")
WIDE = "、"  # the separator of lists where marks are full width


def in_language(
    picture: Asset, language: Language, source: Language, values: Mapping[str, str]
) -> Asset:
    """The picture with its words in the sheet's language.

    Words that are not translated, and those of a sheet in the source language, stay as drawn.
    """
    if not picture.words:
        return picture
    own = {label.number: label.source for label in labels.find(picture.data)}
    drawn = {
        words.number: typography.picture_lines(words.text.value, language, dict(values))
        for words in picture.words
        if not words.text.untranslated
        and not _is_as_drawn(words.text.value, own[words.number], language, source)
    }
    if not drawn:
        return picture
    return replace(picture, data=labels.with_words(picture.data, drawn, language.direction))


def described(alt: str, words: Iterable[str], language: Language) -> str:
    """The alternative text of a picture: the author's, then the words in it that it lacks.

    They are quoted, in the order in which they are read.
    """
    known, lacking = _letters(alt), dict[str, None]()
    for said in words:
        if _letters(said) not in known:
            lacking[said] = None
    if not lacking:
        return alt
    opening, closing = language.quotes[:2]
    colon = "：" if language.list_separator == WIDE else ": "
    quoted = language.list_separator.join(f"{opening}{said}{closing}" for said in lacking)
    end = " " if alt.endswith(ENDS) else colon
    return f"{alt}{end}{quoted}" if alt else quoted


def _is_as_drawn(value: str, own: str, language: Language, source: Language) -> bool:
    if value != own or any(
        isinstance(node, Placeholder) for node in inline.walk(inline.parse(own))
    ):
        return False
    return language.script == source.script and language.digits == source.digits


def _letters(text: str) -> str:
    """The letters and digits of a text, as they are compared."""
    whole = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in whole if unicodedata.category(c)[0] in "LMN")
