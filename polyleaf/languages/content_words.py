"""What checks of content look for, `content_words.toml`: wordings by name, for each language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..model.sheet import Language
from .tables import shorter_tags, table
from .wordings import Wordings

Words = Mapping[str, Wordings]


@cache
def content_words(language: Language) -> Words:
    """The wordings of a language, for lines as by `as_compared`; none if it has no table."""
    rows = table("content_words")
    row: dict[str, str] = next((rows[tag] for tag in shorter_tags(language.tag) if tag in rows), {})
    return {name: Wordings([(name, forms)], language) for name, forms in row.items()}
