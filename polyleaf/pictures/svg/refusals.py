"""What of a drawing cannot be drawn as it was meant: said in the author's words, with a way out.

The way out is named for the tool that wrote the file, as far as the file shows which it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

MOST = 8  # refusals of one drawing; more do not help

# What a tool leaves in its files → its name. The first that is found counts.
TRACES = (
    (r"(?i)diagrams\.net|draw\.io|drawio|mxfile", "draw.io"),
    (r"Generator: Sketch|sketchtool|xmlns:sketch=", "Sketch"),
    (r"Adobe Illustrator|ns\.adobe\.com/AdobeIllustrator|ns_ai", "Illustrator"),
    (r"inkscape\.org/namespaces|sodipodi\.sourceforge", "Inkscape"),
    (r"matplotlib", "matplotlib"),
    (r"class=[\"']svglite[\"']", "R (svglite)"),
    (r"<\?plantuml|data-diagram-type=", "PlantUML"),
    (r"(?i)biorender", "BioRender"),
    (r"LibreOffice|ooo:meta_slides|openoffice\.org|OpenOffice\.org", "LibreOffice"),
    (r"urn:schemas-microsoft-com|MsftOfcThm|schemas\.microsoft\.com/visio", "Microsoft Office"),
    (r"CorelDRAW|Creator: Corel", "CorelDRAW"),
    (r"serif\.com", "Affinity"),
    (r"figma\.com|data-figma|[\"'#(](?:filter|paint|clip|mask)\d+(?:_[a-z]+)*_\d+_\d+", "Figma"),
)  # fmt: skip

WAYS_OUT: dict[str, dict[str, str]] = {
    "plain": {
        "Illustrator": "File > Export > Export As > SVG, Styling: Presentation Attributes",
        "Inkscape": "save as Plain SVG",
        "Figma": "flatten the layer (Ctrl+E), then export as SVG",
        "Sketch": "flatten the layer, then export as SVG",
        "draw.io": "File > Export as > SVG, Appearance: Light",
        "": "save it as plain SVG 1.1",
    },
    "html": {
        "draw.io": "select all, Text: Formatted Text and Word Wrap off, then export again",
        "Figma": "remove the background blur and anything pasted as HTML, then export again",
        "": "export its text as SVG text, not as HTML",
    },
    "flowed": {
        "Inkscape": "select the text, Text > Convert to Text, then save as Plain SVG",
        "": "convert flowed text to plain text lines",
    },
    "outlines": {
        "Illustrator": "Type > Create Outlines for that text, then export again",
        "Inkscape": "Path > Object to Path for that text, then save again",
        "Figma": "export with Outline Text on",
        "Sketch": "convert that text to outlines, then export again",
        "": "turn that text into outlines",
    },
    "expand": {
        "Illustrator": "Object > Expand for that shape, then export again",
        "Inkscape": "Path > Stroke to Path for that shape, then save again",
        "Figma": "Outline Stroke for that shape, then export again",
        "": "turn that outline into a shape",
    },
    "clip": {
        "Illustrator": "Object > Clipping Mask > Make with a drawn shape",
        "Inkscape": "Object > Clip > Set Clip with a drawn shape",
        "Figma": "use a drawn shape as mask",
        "": "clip with a drawn shape: <clipPath>",
    },
    "simplify": {
        "Illustrator": "Object > Path > Simplify, or export that part as PNG",
        "Inkscape": "Path > Simplify, or export that part as PNG",
        "": "simplify it, or export it as PNG",
    },
    "embed": {
        "Illustrator": "Links panel > Embed Image(s), then export with Images: Embed",
        "Inkscape": "Extensions > Images > Embed Images, as PNG or JPEG, then save again",
        "": "embed its pictures as PNG or JPEG",
    },
    "effects": {
        "Illustrator": "Object > Expand Appearance or Object > Rasterize, then export again",
        "Inkscape": "remove the effect or make a bitmap copy (Alt+B), then save again",
        "Figma": "remove the effect, or export that layer as PNG",
        "": "remove the effect, or export the picture as PNG at 600 dpi",
    },
    "colours": {
        "Illustrator": "File > Document Color Mode > RGB Color, then export again",
        "Inkscape": "give the colour as RGB in Fill and Stroke",
        "": "give the colour as #rrggbb",
    },
    "stretched": {
        "R (svglite)": "svglite(…, fix_text_size = FALSE)",
        "PlantUML": "skinparam lengthAdjust none, then export again",
        "": "give that text no textLength, or turn it into outlines",
    },
    "spaced": {
        "Illustrator": "Character panel > Tracking: 0, or Type > Create Outlines",
        "Inkscape": "Text and Font > spacing between letters: 0, or Path > Object to Path",
        "Figma": "Letter spacing: 0, or export with Outline Text",
        "": "letter-spacing: 0, or turn that text into outlines",
    },
    "apart": {"": "make a text of its own for each language"},
    "still": {"": "export a still picture, without animation"},
    "mesh": {
        "Inkscape": "make a bitmap copy of the mesh or hatch (Alt+B), then save as Plain SVG",
        "Illustrator": "Object > Rasterize for the mesh, then export again",
        "": "export that part as PNG",
    },
    "again": {"": "export it again"},
    "root": {"": 'its first element must be <svg xmlns="http://www.w3.org/2000/svg">'},
    "fit": {
        "Illustrator": "fit the artboard to the artwork, then export again",
        "Inkscape": "Edit > Resize Page to Selection, then save again",
        "": "give it a viewBox, or a width and a height",
    },
}  # fmt: skip


class Place(NamedTuple):
    """Of a drawing's own text, counted from 1; 0 if unknown."""

    line: int = 0
    column: int = 0


NOWHERE = Place()


class Refused(ValueError):
    """The drawing as a whole cannot be read: the parts after this one are not looked at."""

    def __init__(self, message: str, place: Place = NOWHERE, way_out: str = "again") -> None:
        super().__init__(message)
        self.place, self.way_out = place, way_out


@dataclass(frozen=True, slots=True, order=True)
class Refusal:
    place: Place
    message: str  # it holds … / its … (of the drawing)
    hint: str


@dataclass
class Refusals:
    """Everything that is refused of one drawing, each thing once, at its first place."""

    tool: str = ""
    found: dict[str, Refusal] = field(default_factory=dict)

    def add(self, place: Place, message: str, way_out: str = "plain") -> None:
        known = self.found.get(message)
        if known is None or place < known.place:
            self.found[message] = Refusal(place, message, self.hint(way_out))

    def hint(self, way_out: str) -> str:
        ways = WAYS_OUT[way_out]
        known = self.tool and self.tool in ways
        return f"in {self.tool}: {ways[self.tool]}" if known else ways[""]

    def first(self) -> Iterator[Refusal]:
        yield from sorted(self.found.values())[:MOST]


def tool_of(text: str) -> str:
    """The tool that wrote a drawing, by its traces; empty if there are none."""
    return next((name for trace, name in TRACES if re.search(trace, text)), "")
