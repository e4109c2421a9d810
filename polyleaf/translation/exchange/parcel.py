"""What goes to a translator, and what comes back: the same types for every format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from ...model.findings import Finding, Where
from ...model.sheet import Language

# new: no translation; needs-review: a fuzzy one; final: as it was signed.
State = Literal["new", "needs-review", "translated", "final"]


@dataclass(frozen=True, slots=True)
class SentText:
    """A message as a translator gets it."""

    id: str  # eight hexadecimal digits of its context and source text
    context: str
    source: str
    target: str
    state: State
    notes: tuple[str, ...] = ()
    places: tuple[str, ...] = ()  # file:line of the source
    max_length: int | None = None  # characters


@dataclass(frozen=True, slots=True)
class Parcel:
    """The messages of one catalog, from one language into another."""

    domain: str
    title: str
    source: Language
    target: Language
    texts: tuple[SentText, ...]
    machine: bool = False  # the translations that are there are a machine's
    copies_source: bool = False  # XLIFF 1.2: an empty target begins as a copy of its source


@dataclass(frozen=True, slots=True)
class ReturnedText:
    """A message as it came back. `source` and `target` may hold signs of `lost_codes`."""

    where: Where
    source: str
    target: str
    context: str | None = None  # None if the file does not say
    id: str = ""
    fuzzy: bool = False
    notes: tuple[str, ...] = ()  # of the translator
    confirmed: bool = True  # False if the file has no way to say that a text was read again


@dataclass(frozen=True, slots=True)
class ReturnedPart:
    """The messages of one catalog in a file; what the file does not say is empty."""

    where: Where
    texts: tuple[ReturnedText, ...]
    domain: str = ""
    source_tag: str = ""
    target_tag: str = ""
    method: str = ""  # how the translation was made
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class ExchangeFormat:
    """A file format: `read` raises PolyleafError with every fault of a file."""

    name: str
    summary: str
    suffix: str
    write: Callable[[Parcel], bytes]
    fits: Callable[[bytes], bool]  # whether a file is of the format, by its content
    read: Callable[[bytes, str, str], Iterator[ReturnedPart]]  # bytes, path, language or empty
    terms_only: bool = False  # it holds a glossary
