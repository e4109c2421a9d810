"""Where a leaflet stands in a language: what is translated, who has reviewed it, what is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .catalog import Provenance


@dataclass(frozen=True, slots=True)
class TranslationStatus:
    """One catalog. Words are those of the source; fuzzy and copied messages count as missing."""

    leaflet: str  # or "interface"
    language: str
    messages: int
    translated: int
    fuzzy: int
    copied: int  # the source text itself, and nobody said that it is intended
    words: int
    translated_words: int
    safety_missing: int
    provenance: Provenance
    version: str  # of the leaflet, as its sheet prints it
    source_reviewed: bool
    review_by: date | None  # of the leaflet

    @property
    def missing(self) -> int:
        """All that is not translated."""
        return self.messages - self.translated

    @property
    def due(self) -> bool:
        return self.review_by is not None and self.review_by < date.today()

    @property
    def releasable(self) -> bool:
        """Whether a release would take it, as far as the desk knows."""
        machine = self.provenance.method == "machine"
        whole = not self.missing and self.provenance.reviewed and not machine
        return whole and self.source_reviewed and not self.due
