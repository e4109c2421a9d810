"""Words of templates that have no translation: in English, marked as any untranslated text is.

A template puts words where it likes, in attributes too. So they pass through it between two
characters that no text has (Unicode's noncharacters), and are marked when the page is filled: in
text by an element with its language, in the alternative text of a picture by the picture's
attributes. In other attributes and in titles they are plain.
"""

from __future__ import annotations

import re

from markupsafe import Markup

from .. import languages
from . import inline_html

START, END = "\ufdd0", "\ufdd1"
MARKS = dict.fromkeys(map(ord, START + END))
PARTS = re.compile(
    rf"<(title|style|script|textarea)\b.*?</\1\s*>|<[^>]*>|{START}(?P<words>.*?){END}",
    re.DOTALL | re.IGNORECASE,
)


def between(words: str) -> str:
    """English words on their way through a template."""
    return f"{START}{words}{END}"


def is_english(text: str) -> bool:
    return START in text


def bare(text: str) -> str:
    """The text without what shows that words in it are English."""
    return text.translate(MARKS)


def marked(document: str) -> str:
    """The filled page with a mark at each of these words."""
    return PARTS.sub(_marked, document) if START in document else document


def _marked(part: re.Match[str]) -> str:
    english = languages.find(languages.ENGLISH)
    if (words := part["words"]) is not None:
        return inline_html.untranslated(Markup(bare(words)), english)
    tag = bare(part[0])
    if tag == part[0] or not re.match(r"<img\b(?!.*\slang=)", tag, re.DOTALL | re.IGNORECASE):
        return tag
    return f"{tag[:4]}{inline_html.lang_attributes(english)}{tag[4:]}"
