"""What a leaflet is made of, once a document is understood."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from .blocks import DocumentItem
from .sections import DocumentPart


@dataclass(slots=True)
class Parts:
    """Of a leaflet. What the file does not say is empty; `lines` are those that became keys."""

    title: str = ""
    subtitle: str = ""
    summary: list[str] = field(default_factory=list)
    published: date | None = None
    review_by: date | None = None
    written_by: str = ""
    sections: list[DocumentPart] = field(default_factory=list)
    sources: list[DocumentItem] = field(default_factory=list)  # an id, and what it is called
    lines: list[str] = field(default_factory=list)

    @property
    def is_faq(self) -> bool:
        """Whether most headings are questions."""
        asked = sum(part.heading.rstrip().endswith(("?", "؟", "？")) for part in self.sections)
        return len(self.sections) >= 2 and asked * 3 >= len(self.sections) * 2
