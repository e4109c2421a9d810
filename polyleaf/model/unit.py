"""Messages with their translations, as checks and the translation workflow use them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from .catalog import Waiver
from .findings import Where
from .sheet import ENGLISH, Language


def fingerprint(context: str | None, source: str, target: str) -> str:
    """Return eight hexadecimal digits that change when either text changes."""
    whole = "\0".join((context or "", source, target))
    return hashlib.sha256(whole.encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Unit:
    """A source text and its translation (XLIFF's term); each plural form is a unit."""

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
    """A source term and its translations; a form that ends in `*` matches any ending."""

    term: str
    forms: tuple[str, ...]
    where: Where


@dataclass(frozen=True, slots=True)
class Translation:
    """The units of one catalog, for checks that compare its messages with each other."""

    language: Language
    units: tuple[Unit, ...]
    glossary: tuple[GlossaryTerm, ...] = ()
