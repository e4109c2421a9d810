"""What a leaflet meets on its way to a page: a language, its messages, an edition, a clinic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .catalog import Messages, Provenance
from .copy import Copy
from .findings import Finding, Where
from .leaflet import Asset, Leaflet
from .walk import texts

Direction = Literal["ltr", "rtl"]
# The language of Polyleaf's own templates. Content is in it unless clinic.yaml names another.
ENGLISH = "en"
Colour = tuple[float, float, float]  # red, green and blue of sRGB, from 0 to 1


@dataclass(frozen=True, slots=True)
class Clinic:
    """Who hands the sheet out. `values` are what placeholders such as {clinic.phone} print."""

    name: str
    address: tuple[str, ...]
    values: tuple[tuple[str, str], ...]
    web: str  # address with {language} and {leaflet}; printed as a QR code
    logo: Asset | None
    country: str  # ISO 3166 alpha-2


@dataclass(frozen=True, slots=True)
class Language:
    """A language as data: from CLDR, and the fonts its script is set in."""

    tag: str  # BCP 47, as in lang="…" and file names
    locale: str  # the same as gettext and Babel spell it, as in locales/<locale>/
    own_name: str
    english_name: str
    script: str  # ISO 15924
    direction: Direction
    digits: str  # ten characters, or empty for 0–9
    counter: str  # the CSS counter style that counts in them
    list_separator: str  # between two things in a row
    quotes: tuple[str, str, str, str]  # outer and inner, each opening and closing
    families: tuple[str, ...]
    line_height: float
    spaced: bool  # its words are parted by spaces
    hyphenated: bool  # there is a dictionary of where its words divide
    pseudo: bool = False  # the source in letters that nobody reads


@dataclass(frozen=True, slots=True)
class LocalizedLeaflet:
    """A leaflet in `language`, and `source`, the same in its own language.

    A Text of it that has no translation says so of itself; `missing` says why it has none.
    """

    leaflet: Leaflet
    source: Leaflet
    language: Language
    provenance: Provenance
    missing: tuple[Finding, ...] = ()

    @property
    def untranslated(self) -> int:
        """How many messages are printed in the source language."""
        lacking = (text for text in texts(self.leaflet) if text.untranslated)
        return len({(text.context, text.value) for text in lacking})


@dataclass(frozen=True, slots=True)
class TemplateFile:
    name: str  # as templates name it: a4/leaflet.html
    path: str  # as problems name it
    text: str


@dataclass(frozen=True, slots=True)
class Edition:
    """A templates folder: what a sheet is drawn with and what it must keep to."""

    name: str
    suffix: str  # of its files, as its format has it
    max_pages: int  # 0: any number
    files: tuple[TemplateFile, ...]
    smallest_type: float = 0.0  # points
    shows: Literal["sheet", "messages"] = "sheet"  # messages: a pack to review them by
    format: str = "pdf"
    properties: tuple[tuple[str, str], ...] = ()  # custom properties of its style sheet
    extends: tuple[str, ...] = ()  # the editions that it extends, the nearest first

    def text(self, name: str) -> str | None:
        return next((file.text for file in self.files if file.name == name), None)

    def template(self, name: str) -> str:
        """The full name of a template of the edition, which may be that of one it extends."""
        names = {file.name for file in self.files}
        full = (f"{each}/{name}" for each in (self.name, *self.extends))
        return next((found for found in full if found in names), f"{self.name}/{name}")

    @property
    def css(self) -> str:
        """Its style sheet: its properties, then the rules of those it extends, its own last."""
        properties = "".join(f"  {name}: {value};\n" for name, value in self.properties)
        sheets = [
            self.text(f"{each}/style.css") or "" for each in reversed((self.name, *self.extends))
        ]
        return "".join([f":root {{\n{properties}}}\n" if properties else "", *sheets])


@dataclass(frozen=True, slots=True)
class Html:
    """A whole document that refers to nothing outside itself."""

    text: str
    css: str
    families: tuple[str, ...]  # the only font families it may be drawn with
    where: Where


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A sheet as its page was written, with all that its words came from."""

    sheet: LocalizedLeaflet
    words: Messages | None  # the interface's
    edition: Edition
    html: Html
    clinic: Clinic
    copy: Copy | None = None


@dataclass(frozen=True, slots=True)
class Overflow:
    """Something that leaves its box: an excerpt of its text, its page, and how far."""

    way: Literal["sideways", "down"]
    text: str
    around: str  # all text of the block that it is in, on this page
    page: int
    millimetres: float


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How text is drawn: one for all text of a sheet that is drawn alike."""

    foreground: Colour
    background: Colour  # what is behind the text
    size: float  # points
    bold: bool
    excerpt: str  # where it is first
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
    heights: tuple[float, ...]  # millimetres of each page that text or pictures take, from its top
    full_line: int  # columns (`scripts.columns`) that most lines hold
    missing: tuple[tuple[str, str], ...]  # font family, characters it has no glyph for
    families: tuple[str, ...]  # drawn with
    engine_errors: tuple[str, ...]  # what the engine logged as an error
    overflows: tuple[Overflow, ...]
    clipped_text: tuple[str, ...]  # the beginnings of texts that are on no page
    text_styles: tuple[TextStyle, ...]
    headings: tuple[Heading, ...]
