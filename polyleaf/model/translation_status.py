"""The state of a leaflet in a language: what is translated, reviewed and due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .catalog import Provenance


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
        machine = self.provenance.method == "machine"
        whole = not self.missing and self.provenance.reviewed and not machine
        return whole and self.source_reviewed and not self.due
