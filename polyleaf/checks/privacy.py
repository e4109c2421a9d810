"""Findings of a personal copy without its words, for logs have other readers than the copy."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from ..model.copy import Copy
from ..model.findings import Finding

# Their messages hold numbers, names of fonts and single characters, and no words of a page.
QUOTING_NOTHING = frozenset(
    {"font-fallback", "font-missing", "glyph-missing", "left-out", "page-budget", "pages"}
)
WITHHELD = "found on the filled in sheet; its text is not shown here, since it is personal"
HINT = "build it without --batch: if all is well there, a value that is filled in is too long"


def redact(
    found: Iterable[Finding], harmless: Collection[Finding], copy: Copy
) -> Iterator[Finding]:
    """The findings of a page without their words; those in `harmless`, found before, keep them."""
    for finding in found:
        if finding in harmless or finding.code in QUOTING_NOTHING:
            yield finding
        else:
            yield finding._replace(where=copy.where, message=WITHHELD, hint=HINT)
