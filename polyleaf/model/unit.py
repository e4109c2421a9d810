"""A message with its translation, as the translator's desk sees it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from .catalog import Waiver
from .findings import Where
from .sheet import ENGLISH, Language


def fingerprint(context: str | None, source: str, target: str) -> str:
    """A name of both texts: eight hexadecimal digits that change when either does."""
    whole = "\0".join((context or "", source, target))
    return hashlib.sha256(whole.encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Unit:
    """A source text and its translation. XLIFF's word; a plural form is a unit of its own."""

    source: str
    target: str
    language: Language
    where: Where  # of the translation
    source_where: Where
    context: str = ""  # msgctxt
    safety: bool = False
    max_length: int | None = None  # characters
    waivers: tuple[Waiver, ...] = ()
    source_language: str = ENGLISH  # BCP 47

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.context, self.source, self.target)


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """What a word of the source is called; a form that ends in `*` has any ending."""

    term: str
    forms: tuple[str, ...]
    where: Where


@dataclass(frozen=True, slots=True)
class Translation:
    """What one catalog says, for checks that compare its messages with each other."""

    language: Language
    units: tuple[Unit, ...]
    glossary: tuple[GlossaryTerm, ...] = ()
