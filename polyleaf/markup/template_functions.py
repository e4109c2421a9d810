"""The functions that templates call: to set texts, to write dates and numbers, to measure words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from .. import languages
from ..model.sheet import Language
from ..typography.essentials import is_essential
from . import drawings, english_words, inline_html
from .column_widths import column_widths, is_across, text_width, widest_word
from .qr import qr
from .text_renderer import TextRenderer


def of_texts(renderer: TextRenderer) -> dict[str, object]:
    """The functions by which a template sets texts, and pictures with words."""
    language, edition = renderer.language, renderer.edition
    return {
        "_": partial(renderer.pgettext, None),
        "pgettext": renderer.pgettext,
        "text": renderer.text,
        "plain": renderer.plain,
        "line": renderer.line,
        "value": renderer.value,
        "contact": renderer.contact,
        "own": renderer.own,
        "lang_attributes": renderer.lang_attributes,
        "described": renderer.described,
        "picture_mark": renderer.picture_mark,
        "picture": lambda asset, place="column": drawings.address(
            renderer.in_language(asset), edition, language, place
        ),
        "picture_size": partial(drawings.size_attributes, edition=edition),
    }


def of_language(language: Language) -> dict[str, object]:
    """The functions that write dates and numbers, and that measure words."""
    return {
        "lang_and_direction": inline_html.lang_attributes,
        "date": partial(languages.long_date, language=language),
        "days": _names(partial(languages.days, language=language), language),
        "day_names": _names(partial(languages.day_names, language=language), language),
        "hours_of_day": partial(languages.times, language=language),
        "decimal": partial(languages.decimal, language=language),
        "text_width": partial(text_width, language=language),
        "widest_word": partial(widest_word, language=language),
        "column_widths": partial(column_widths, language=language),
        "is_across": partial(is_across, language=language),
        "is_essential": is_essential,
        "qr": qr,
    }


def _names(of: Callable[..., str], language: Language) -> Callable[..., str]:
    """A function that names days, in English where their names are not known."""
    if languages.names_days(language):
        return of
    return lambda *arguments: english_words.between(of(*arguments))
