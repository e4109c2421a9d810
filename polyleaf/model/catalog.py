"""The messages of a catalog by key, who has reviewed them, and the state of the translation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from .findings import Where

# none: never signed; unproved: no signed copy shows which texts; outdated: texts changed since.
Signature = Literal["none", "unproved", "outdated", "current"]


@dataclass(frozen=True, slots=True)
class Provenance:
    """The origin of a translation, as its PO header and its signed copy state it."""

    method: Literal["source", "human", "machine", "machine-edited", "pseudo", "untold"]
    reviewed_by: str = ""
    reviewed_on: date | None = None
    reviewed_version: str = ""  # of the leaflet when it was signed
    signature: Signature = "none"
    said: str = ""  # in the place of a method that is known

    @property
    def releasable(self) -> bool:
        """Tell whether a release takes it: it is reviewed, and not a machine's alone."""
        return self.reviewed and self.method not in ("machine", "untold")

    @property
    def reviewed(self) -> bool:
        """Tell whether a person has signed exactly the texts that are printed."""
        return self.method == "source" or self.signature == "current"


@dataclass(frozen=True, slots=True)
class Waiver:
    """A person's reason why a finding does not apply to a message with these texts."""

    code: str
    fingerprint: str  # of the texts: see `unit.fingerprint`; empty if the person wrote none
    reason: str


@dataclass(frozen=True, slots=True)
class Note:
    """What a translator asks or says in a comment of a message, and what an author answered."""

    text: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """A translation and its place; `usable` is false if it is fuzzy or empty."""

    text: str
    usable: bool
    fuzzy: bool
    where: Where
    waivers: tuple[Waiver, ...] = ()
    signed: tuple[str, str] | None = None  # source and translation at the last review
    notes: tuple[Note, ...] = ()
    edited_by: str = ""  # who has written it in the preview, and when
    former: str | None = None  # the source text that a fuzzy translation was made from, if known


@dataclass(frozen=True, slots=True)
class Messages:
    """The messages of one catalog, by (msgctxt, msgid)."""

    path: str
    provenance: Provenance
    found: dict[tuple[str | None, str], Message]


@dataclass(frozen=True, slots=True)
class WordsToTranslate:
    """Words of source texts that lack a translation, each counted once, by what helps with them."""

    new: int = 0
    near_75: int = 0  # 75 to 84 per cent like a text that is translated
    near_85: int = 0  # 85 to 94 per cent
    near_95: int = 0  # 95 to 99 per cent
    repeated_in_leaflet: int = 0
    repeated_in_others: int = 0  # also in TMX files, and in what was removed
    drafted: int = 0  # fuzzy, of this very text: to be read

    def __add__(self, other: WordsToTranslate) -> WordsToTranslate:
        return WordsToTranslate(
            *(getattr(self, name) + getattr(other, name) for name in self.__slots__)
        )


@dataclass(frozen=True, slots=True)
class TranslationStatus:
    """The state of one catalog. Words are the source's; fuzzy and copied messages are missing."""

    leaflet: str  # or "interface"
    language: str
    messages: int
    translated: int
    fuzzy: int
    copied: int  # the source text itself, without a note that this is intended
    words: int
    translated_words: int
    safety_missing: int
    provenance: Provenance
    version: str  # of the leaflet, as its sheet prints it
    source_reviewed: bool
    review_by: date | None  # of the leaflet
    notes: tuple[tuple[Where, str], ...] = ()  # of translators, without an answer
    to_translate: WordsToTranslate = WordsToTranslate()
    state: Literal["begun", "not begun", "unreadable"] = "begun"

    @property
    def missing(self) -> int:
        """The messages without a translation."""
        return self.messages - self.translated

    @property
    def due(self) -> bool:
        return self.review_by is not None and self.review_by < date.today()

    @property
    def releasable(self) -> bool:
        """Tell whether its translation and review allow a release."""
        whole = not self.missing and self.provenance.releasable
        return whole and self.source_reviewed and not self.due
