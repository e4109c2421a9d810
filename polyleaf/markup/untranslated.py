"""A passage that nobody has translated yet: it says so, to the eye and to whoever reads it out.

Its language and direction are stated on it (WCAG 2.2, 3.1.2), and its mark is a word of the page
itself, so that a template of one's own cannot lose it.
"""

from __future__ import annotations

from markupsafe import Markup

from ..model.sheet import Language


def passage(text: Markup, language: Language) -> Markup:
    """The words of `language` in a sheet of another one."""
    whole = Markup('<span{} class="untranslated">{} {}</span>')
    return whole.format(attributes(language), mark(language), text)


def attributes(language: Language) -> Markup:
    """What an element says of its language and direction."""
    return Markup(' lang="{}" dir="{}"').format(language.tag, language.direction)


def mark(language: Language) -> Markup:
    """The language's code (ISO 639) in capitals, which a frame is drawn around."""
    code = language.tag.partition("-")[0].upper()
    return Markup('<span class="untranslated-mark">{}</span>').format(code)
