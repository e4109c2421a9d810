"""A release in two languages has what both of them have: blocks that one lacks are left out.

A sheet in one language stops at a message without a translation. Beside another language there is
no place for a half, and no reader can tell what it would say. So a block, a key point or a subtitle
with such a message is on neither side, and without its heading a section is not; a warning says
so. What holds a safety text, and the title, may not be missing: that is an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..model import inline
from ..model.findings import Finding, Severity
from ..model.leaflet import Leaflet, Section, Text
from ..model.sheet import LocalizedLeaflet
from ..model.walk import texts

SHOWN = 50  # characters
Kept = list[bool]


def complete(
    sheets: Sequence[LocalizedLeaflet],
) -> tuple[tuple[LocalizedLeaflet, ...], tuple[Finding, ...]]:
    """The sheets without what one of them lacks, and the findings.

    They are localized with whatever is missing, which is not reported yet.
    """
    found: list[Finding] = []
    leaflets = [sheet.leaflet for sheet in sheets]
    points = [
        _is_whole(each, found, sheets)
        for each in zip(*(leaflet.summary for leaflet in leaflets), strict=True)
    ]
    subtitle = _is_whole([each.subtitle for each in leaflets], found, sheets)
    blocks = [
        [
            _is_whole(each, found, sheets)
            for each in zip(*(section.blocks for section in those), strict=True)
        ]
        if _is_whole([section.heading for section in those], found, sheets)
        else []
        for those in zip(*(leaflet.sections for leaflet in leaflets), strict=True)
    ]

    def cut(leaflet: Leaflet) -> Leaflet:
        kept = zip(leaflet.sections, blocks, strict=True)
        sections = tuple(section for each, keep in kept if (section := _cut(each, keep)).blocks)
        summary = tuple(point for point, keep in zip(leaflet.summary, points, strict=True) if keep)
        first = leaflet.subtitle if subtitle else None
        return replace(leaflet, sections=sections, summary=summary, subtitle=first)

    whole = (
        replace(sheet, leaflet=cut(sheet.leaflet), source=cut(sheet.source)) for sheet in sheets
    )
    needed = (_without(text, sheet) for sheet in sheets for text in _needed(sheet.leaflet))
    return tuple(whole), tuple(sorted({*found, *needed}))


def _cut(section: Section, keep: Kept) -> Section:
    """A section whose heading is missing keeps none of its blocks."""
    kept = tuple(b for b, stays in zip(section.blocks, keep, strict=False) if stays)
    return replace(section, blocks=kept)


def _needed(leaflet: Leaflet) -> Iterator[Text]:
    """Texts without a translation that a sheet cannot do without."""
    about = (leaflet.written_by, leaflet.reviewed_by, leaflet.funding)
    return (text for text in texts((leaflet.title, about)) if text.untranslated)


def _is_whole(
    parts: Sequence[object], found: list[Finding], sheets: Sequence[LocalizedLeaflet]
) -> bool:
    """Whether no language lacks a text of a part, which each of the sheets has in its own."""
    lacking = [
        (text, sheet)
        for part, sheet in zip(parts, sheets, strict=True)
        for text in texts(part)
        if text.untranslated
    ]
    harmful = any(text.safety for part in parts for text in texts(part))
    found += (_left_out(text, sheet, harmful=harmful) for text, sheet in lacking)
    return not lacking


def _left_out(text: Text, sheet: LocalizedLeaflet, *, harmful: bool) -> Finding:
    message = f'what holds "{_shown(text)}" is on neither side: it is not in'
    message += f" {sheet.language.english_name}{'; it is a safety text' if harmful else ''}"
    severity = Severity.ERROR if harmful else Severity.WARNING
    return Finding(text.where, "pair-incomplete", message, "translate it", severity)


def _without(text: Text, sheet: LocalizedLeaflet) -> Finding:
    message = f'"{_shown(text)}" is not in {sheet.language.english_name}'
    return Finding(text.where, "untranslated", message, "translate it")


def _shown(text: Text) -> str:
    plain = inline.plain(inline.parse(text.value))
    return plain if len(plain) <= SHOWN else f"{plain[: SHOWN - 1]}…"
