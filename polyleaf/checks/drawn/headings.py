"""`heading-order`: the drawn sheet has one title, and no heading skips a level or is empty.

Users of screen readers go from heading to heading, and their levels are the outline of the sheet
(WCAG 2.2, 1.3.1 and 2.4.6; ISO 14289-1, 7.4.2).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...model.findings import Finding
from ...model.sheet import Heading, Pdf, RenderedPage


def check_drawn(written: RenderedPage, pdf: Pdf) -> Iterator[Finding]:
    for message in _wrong(pdf.headings):
        hint = f"fix the templates of the edition {written.edition.name}"
        yield Finding(written.html.where, "heading-order", message, hint)


def _wrong(headings: tuple[Heading, ...]) -> Iterator[str]:
    titles = sum(heading.level == 1 for heading in headings)
    if titles != 1:
        yield f"the sheet has {titles} headings of level 1, not one"
    elif headings[0].level != 1:
        yield f"{_shown(headings[0])} stands before the title"
    for above, heading in pairwise(headings):
        if heading.level > above.level + 1:
            yield f"{_shown(heading)} follows {_shown(above)}: a level is skipped"
    for heading in headings:
        if not heading.text.strip():
            yield f"{_shown(heading)} is empty"


def _shown(heading: Heading) -> str:
    return f'the heading "{heading.text}" (level {heading.level}, page {heading.page})'
