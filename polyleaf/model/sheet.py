"""Clinic, language and edition of a sheet, and its stages: localized, rendered, drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .catalog import Messages, Provenance
from .copy import Copy
from .findings import Finding, Where
from .leaflet import Asset, Leaflet
from .walk import texts

Direction = Literal["ltr", "rtl"]
# The language of Polyleaf's own templates, and of content unless clinic.yaml names another.
ENGLISH = "en"
Colour = tuple[float, float, float]  # red, green and blue of sRGB, from 0 to 1


@dataclass(frozen=True, slots=True)
class Clinic:
    """The clinic that gives the sheet out. `values` fill placeholders such as {clinic.phone}."""

    name: str
    address: tuple[str, ...]
    values: tuple[tuple[str, str], ...]
    web: str  # address with {language} and {leaflet}, printed as a QR code
    logo: Asset | None
    country: str  # ISO 3166 alpha-2


@dataclass(frozen=True, slots=True)
class Language:
    """A language as data: from CLDR, with the fonts of its script."""

    tag: str  # BCP 47, as in lang="…" and file names
    locale: str  # as gettext and Babel spell it, and as in locales/<locale>/
    own_name: str
    english_name: str
    script: str  # ISO 15924
    direction: Direction
    digits: str  # ten characters, or empty for 0–9
    counter: str  # the CSS counter style that counts in them
    list_separator: str  # between two items of a list
    quotes: tuple[str, str, str, str]  # outer and inner, each opening and closing
    families: tuple[str, ...]
    line_height: float
    spaced: bool  # words are separated by spaces
    hyphenated: bool  # there is a hyphenation dictionary
    pseudo: bool = False  # a pseudo-locale: accented source text that shows what is not translated


@dataclass(frozen=True, slots=True)
class LocalizedLeaflet:
    """A leaflet in `language`, with `source`, the same leaflet in its own language.

    A Text without a translation is marked `untranslated`; `missing` has the reasons.
    """

    leaflet: Leaflet
    source: Leaflet
    language: Language
    provenance: Provenance
    missing: tuple[Finding, ...] = ()

    @property
    def untranslated(self) -> int:
        """Count the messages that are printed in the source language."""
        found = (text for text in texts(self.leaflet) if text.untranslated)
        return len({(text.context, text.value) for text in found})


@dataclass(frozen=True, slots=True)
class TemplateFile:
    name: str  # as templates name it: a4/leaflet.html
    path: str  # as findings name it
    text: str


@dataclass(frozen=True, slots=True)
class Edition:
    """A templates folder: how a sheet is drawn, and the limits it must keep."""

    name: str
    suffix: str  # of its files, from its format
    max_pages: int  # 0: any number
    files: tuple[TemplateFile, ...]
    smallest_type: float = 0.0  # points
    blank_foot: float = 0.0  # millimetres that a page may leave blank; 0: any
    shows: Literal["sheet", "messages"] = "sheet"  # messages: a review pack
    format: str = "pdf"
    properties: tuple[tuple[str, str], ...] = ()  # custom properties of its style sheet
    extends: tuple[str, ...] = ()  # the editions it extends, nearest first

    def text(self, name: str) -> str | None:
        return next((file.text for file in self.files if file.name == name), None)

    def template(self, name: str) -> str:
        """Return the full name of a template, of this edition or of one it extends."""
        names = {file.name for file in self.files}
        full = (f"{each}/{name}" for each in (self.name, *self.extends))
        return next((found for found in full if found in names), f"{self.name}/{name}")

    @property
    def css(self) -> str:
        """Return the style sheet: properties, then the rules of extended editions, its own last."""
        properties = "".join(f"  {name}: {value};\n" for name, value in self.properties)
        sheets = [
            self.text(f"{each}/style.css") or "" for each in reversed((self.name, *self.extends))
        ]
        return "".join([f":root {{\n{properties}}}\n" if properties else "", *sheets])


@dataclass(frozen=True, slots=True)
class Html:
    """A complete document that refers to nothing outside itself."""

    text: str
    css: str
    families: tuple[str, ...]  # the only font families it may be drawn with
    where: Where


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A sheet with its page, not drawn yet, and the sources of its words."""

    sheet: LocalizedLeaflet
    words: Messages | None  # the interface's
    edition: Edition
    html: Html
    clinic: Clinic
    copy: Copy | None = None


@dataclass(frozen=True, slots=True)
class Overflow:
    """Text or a picture that overflows its box, and by how much."""

    way: Literal["sideways", "down"]
    text: str
    around: str  # all text of its block on this page
    page: int
    millimetres: float


@dataclass(frozen=True, slots=True)
class CutWord:
    """A word that the end of a line cuts in two without a hyphen."""

    before: str
    after: str  # empty if it goes on in another column or on another page
    around: str  # all text of its block on this page
    page: int
    width: float  # of its block, in millimetres


@dataclass(frozen=True, slots=True)
class Foot:
    """The foot of a page, below its last line, picture or frame."""

    page: int
    blank: float  # millimetres
    following: str  # the first words of the next page
    forced: bool  # a forced break ends the page


@dataclass(frozen=True, slots=True)
class Parting:
    """What the end of a page or column parts from what it belongs to."""

    kind: Literal["heading", "caption", "item", "row"]
    text: str  # its beginning
    around: str  # all of it that is on this page
    page: int


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How text is drawn. A sheet has one for all text that is drawn the same way."""

    foreground: Colour
    background: Colour  # behind the text
    size: float  # points
    bold: bool
    excerpt: str  # of the first such text
    page: int


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    page: int
    text: str


@dataclass(frozen=True, slots=True)
class Pdf:
    data: bytes
    pages: int
    heights: tuple[
        float, ...
    ]  # millimetres from the top of each page to the end of its text and pictures
    feet: tuple[Foot, ...]  # of all pages but the last
    full_line: int  # columns (`scripts.columns`) that most lines hold
    missing: tuple[tuple[str, str], ...]  # font family, characters it lacks a glyph for
    families: tuple[str, ...]  # drawn with
    engine_errors: tuple[str, ...]  # logged by the engine
    overflows: tuple[Overflow, ...]
    cut_words: tuple[CutWord, ...]
    partings: tuple[Parting, ...]
    clipped_text: tuple[str, ...]  # the beginnings of texts that no page shows
    text_styles: tuple[TextStyle, ...]
    headings: tuple[Heading, ...]
