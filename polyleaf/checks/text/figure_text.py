"""`figure-text-wide`, `figure-text-high`, `figure-text-lines`, `mark-lost`,
`placeholder-in-picture`: the words in a picture have their room in it.

- wide: a line is as wide as the box around it, or as the picture has room for from where it begins.
  It is measured in the sheet's own font, in the units of the drawing. Other shapes are not seen.
- high: marks and tails of its letters stay in the same box, and in the picture.
- lines: a translation has no more lines than its source: each has one place.
- mark: the marks of the source, `<1>5 mg</1>`, each once, and no others; each is on one line.
- placeholder: {copy.appointment} and the like are for one person, and a picture is for all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ... import languages
from ...model.clinic import Clinic
from ...model.findings import Finding
from ...model.inline import COPY_PLACEHOLDER, Mark, Placeholder, parse, walk
from ...model.leaflet import PICTURE_TEXT, Asset, Leaflet, PictureWords
from ...model.sheet import LocalizedLeaflet, RenderedPage
from ...model.unit import Unit
from ...model.walk import parts, texts
from ...pictures import labels
from ...pictures.labels import Extent
from ...typography.translated_picture import line_extent, picture_lines
from ..shared.message_finding import message_finding, shorten

SLACK = 1.01  # what no eye sees
TOUCHING = 0.06  # em: a dot or a tail that reaches the line around a box
TAG = re.compile("</?[0-9]{1,2}>")


def check_leaflet(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    for text in texts(leaflet):
        for node in walk(parse(text.value)) if text.picture else ():
            if isinstance(node, Placeholder) and COPY_PLACEHOLDER.fullmatch(node.name):
                message = f"{{{node.name}}}, which is for one person, is in a picture"
                hint = "write it into the text"
                yield Finding(text.where, "placeholder-in-picture", message, hint)


def check_message(unit: Unit) -> Iterator[Finding]:
    if unit.context.rpartition("/")[2] != PICTURE_TEXT:
        return
    most, lines = unit.source.count("\n") + 1, unit.target.split("\n")
    if len(lines) > most:
        message = f"{len(lines)} lines, and the picture has places for {most}"
        yield message_finding(unit, "figure-text-lines", message, "take out a line break")
    wanted, got = _marks(unit.source), _marks(unit.target)
    for number in (wanted - got).elements():
        yield message_finding(unit, "mark-lost", f"the translation lacks <{number}>…</{number}>")
    for number in (got - wanted).elements():
        message = f"the translation has <{number}>…</{number}>, which is not in the source"
        yield message_finding(unit, "mark-lost", message)
    for line in lines:
        if TAG.search(labels.joined(parse(line))):
            message = f'"{shorten(line)}" has half of a mark'
            yield message_finding(unit, "mark-lost", message, "write <1>…</1> on one line")


def _marks(value: str) -> Counter[int]:
    return Counter(node.number for node in walk(parse(value)) if isinstance(node, Mark))


def check_sheet(sheet: LocalizedLeaflet) -> Iterator[Finding]:
    """What is known without clinic.yaml."""
    for asset, words in _words(sheet):
        if not _names(words.text.value):
            yield from _too_large(sheet, asset, words, {})


def check_page(page: RenderedPage) -> Iterator[Finding]:
    """The lines that clinic.yaml fills in."""
    for asset, words in _words(page.sheet):
        if _names(words.text.value):
            yield from _too_large(page.sheet, asset, words, dict(page.clinic.values))


def _words(sheet: LocalizedLeaflet) -> Iterator[tuple[Asset, PictureWords]]:
    for asset in parts(sheet.leaflet, Asset):
        yield from ((asset, words) for words in asset.words if not words.text.untranslated)


def _names(value: str) -> set[str]:
    """The placeholders of the words."""
    return {node.name for node in walk(parse(value)) if isinstance(node, Placeholder)}


def _too_large(
    sheet: LocalizedLeaflet, asset: Asset, words: PictureWords, values: dict[str, str]
) -> Iterator[Finding]:
    (label,) = (label for label in labels.find(asset.data) if label.number == words.number)
    source = languages.find(sheet.source.language)
    drawn = picture_lines(words.text.value, sheet.language, values)
    own = picture_lines(label.source, source, values)
    for line, nodes, before in zip(label.lines, drawn, own, strict=False):
        taken = line_extent(label, line, nodes, sheet.language)
        former = line_extent(label, line, before, source)
        room = line.room(former) if taken and former else None
        if taken and room:
            shown = shorten(labels.joined(nodes))
            for code, message, hint in _excess(taken, room, line.size):
                message = f'"{shown}" {message} the picture "{asset.name}"'
                yield Finding(words.text.where, code, message, hint)


def _excess(taken: Extent, room: Extent, size: float) -> Iterator[tuple[str, str, str]]:
    """The code, the message and the hint of each way in which words are too large."""
    if taken.width > room.width * SLACK:
        message = f"is {taken.width:.0f} units wide, with room for {room.width:.0f} in"
        hint = "say it in fewer words, or make the drawing wider or its text smaller"
        yield "figure-text-wide", message, hint
    for way, wanted, there in (("above", taken.up, room.up), ("below", taken.down, room.down)):
        if wanted > there + size * TOUCHING:
            message = f"takes {wanted:.0f} units {way} its line, with room for {there:.0f} in"
            yield "figure-text-high", message, "make the drawing higher there, or its text smaller"
