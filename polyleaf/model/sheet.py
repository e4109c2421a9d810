"""Language and edition of a sheet, and its stages: localized, rendered, drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .catalog import Messages, Provenance
from .clinic import Clinic
from .copy import Copy
from .findings import Finding, Where
from .folds import Imposition
from .leaflet import Leaflet, Text
from .walk import texts

Direction = Literal["ltr", "rtl"]
# The language of Polyleaf's own templates, and of content unless clinic.yaml names another.
ENGLISH = "en"
SHARED_STYLE = "shared/plans.css"
EXTRA = "extra.css"  # a project's rules for all of its sheets
Colour = tuple[float, float, float]  # red, green and blue of sRGB, from 0 to 1


@dataclass(frozen=True, slots=True)
class Language:
    """A language as data: from CLDR, with the fonts of its script."""

    tag: str  # BCP 47, as in lang="…" and file names
    locale: str  # the tag as gettext spells it, and as in locales/<locale>/
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
    advance: float  # em: the average width of a column, as scripts.columns counts
    spaced: bool  # words are separated by spaces
    hyphenated: bool  # there is a hyphenation dictionary
    data: str = "en"  # CLDR's locale with its words, as Babel spells it; `root` if it has none
    formats: str = "en_GB"  # that of its dates and times
    condensed: tuple[str, ...] = ()  # the narrow faces of its families; none if there are none
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
    own: tuple[Text, ...] = ()  # the clinic's own texts
    more_on_web: bool = False  # it is cut for paper, and the web page has more
    beside: LocalizedLeaflet | None = None  # the same in the other language of a sheet in two

    @property
    def untranslated(self) -> int:
        """Count the messages that are printed in the source language."""
        found = (text for text in texts((self.leaflet, self.own)) if text.untranslated)
        return len({(text.context, text.value) for text in found})


@dataclass(frozen=True, slots=True)
class TemplateFile:
    name: str  # as templates name it: a4/leaflet.html
    path: str  # as findings name it
    text: str


@dataclass(frozen=True, slots=True)
class FitSetting:
    """One way to set a sheet: values between the roomiest and the tightest, and what falls away."""

    properties: tuple[tuple[str, str], ...] = ()  # custom properties of the style sheet
    dropped: tuple[str, ...] = ()  # parts that this setting leaves out, by their class
    moved: tuple[str, ...] = ()  # parts that it draws in their second place, by their class
    condensed: bool = False  # in the language's narrow faces

    @property
    def css(self) -> str:
        """Return the rules that follow the edition's own."""
        pairs = [*self.properties, *((f"--dropped-{name}", "block") for name in self.dropped)]
        pairs += ((f"--moved-{name}", "block") for name in self.moved)
        properties = "".join(f"  {name}: {value};\n" for name, value in pairs)
        classes = (*(f"drop-{name}" for name in self.dropped), *(f"move-{n}" for n in self.moved))
        hidden = "".join(f".{each} {{ display: none !important; }}\n" for each in classes)
        return f":root {{\n{properties}}}\n{hidden}"


@dataclass(frozen=True, slots=True)
class Fitting:
    """How a sheet is made to fit its pages: the first setting that does, or the best that is tried.

    `first` is the number of the setting to begin with, as the length of the text suggests;
    `lengths` are the pages that the sheet may take in each.
    """

    settings: tuple[FitSetting, ...]  # the roomiest first
    pages: int  # that it should have at most; 0: any number
    blank_foot: float  # millimetres that a page but the last may end with; 0: any
    first: int = 0
    lengths: tuple[float, ...] = ()
    panels: tuple[tuple[str, int], ...] = ()  # pages of each name that the sheet has, if folded so

    @property
    def condensed(self) -> bool:
        return any(setting.condensed for setting in self.settings)


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
    fitting: Fitting | None = None
    sources: bool = True  # whether its sheets name them
    classes: tuple[str, ...] = ()  # of its pages: columns-1, mono
    imposition: Imposition | None = None  # how its pages are put on sheets that are folded
    pair: bool = False  # its sheets are in two languages, beside each other

    def families(self, language: Language) -> tuple[str, ...]:
        """Return the font families that a sheet in the language may be drawn with."""
        condensed = self.fitting is not None and self.fitting.condensed
        return (*language.families, *(language.condensed if condensed else ()))

    @property
    def line_width(self) -> int:
        """Return the columns of a line of plain text; 0: lines are not broken."""
        return int(dict(self.properties).get("--text-width", "72"))

    @property
    def script(self) -> str:
        """Return the script of its pages; there is one for a screen at most."""
        return "".join(file.text for file in self.files if file.name.endswith(".js"))

    def text(self, name: str) -> str | None:
        return next((file.text for file in self.files if file.name == name), None)

    def template(self, name: str) -> str:
        """Return the full name of a template, of this edition or of one it extends."""
        names = {file.name for file in self.files}
        full = (f"{each}/{name}" for each in (self.name, *self.extends))
        return next((found for found in full if found in names), f"{self.name}/{name}")

    @property
    def css(self) -> str:
        """Return the style sheet: properties, shared rules, extended editions', its own, extra."""
        properties = "".join(f"  {name}: {value};\n" for name, value in self.properties)
        folders = (f"{each}/style.css" for each in reversed((self.name, *self.extends)))
        sheets = [self.text(name) or "" for name in (SHARED_STYLE, *folders)]
        root = f":root {{\n{properties}}}\n" if properties else ""
        return "".join([root, *sheets, self.text(EXTRA) or ""])


@dataclass(frozen=True, slots=True)
class Html:
    """A complete document that refers to nothing outside itself."""

    text: str
    css: str
    families: tuple[str, ...]  # the only font families it may be drawn with
    where: Where
    fitting: Fitting | None = None
    untranslated: tuple[tuple[str | None, str], ...] = ()  # words of templates that are in English
    untranslated_beside: tuple[tuple[str | None, str], ...] = ()  # of the other language of two
    imposition: Imposition | None = None  # the edition's
    places: tuple[Where, ...] = ()  # of the texts, by the number on the element that holds each


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A sheet with its page, not drawn yet, and the sources of its words."""

    sheet: LocalizedLeaflet
    words: Messages | None  # the interface's
    edition: Edition
    html: Html
    clinic: Clinic
    copy: Copy | None = None
    missing: tuple[Finding, ...] = ()  # a warning of words of templates that are in English
    words_beside: Messages | None = None  # the interface's in the other language of two

    @property
    def sides(self) -> tuple[tuple[LocalizedLeaflet, Messages | None], ...]:
        """The sheet and the interface's words in each of its languages, the reader's first."""
        beside = self.sheet.beside
        return ((self.sheet, self.words), *(((beside, self.words_beside),) if beside else ()))

    @property
    def untranslated(self) -> int:
        """Count the messages that are printed in another language than they should be."""
        words = (*self.html.untranslated, *self.html.untranslated_beside)
        return sum(sheet.untranslated for sheet, _ in self.sides) + len(words)


@dataclass(frozen=True, slots=True)
class Overflow:
    """Text or a picture that overflows its box, and by how much."""

    way: Literal["sideways", "down"]
    text: str
    around: str  # all text of its block on this page
    page: int
    millimetres: float


@dataclass(frozen=True, slots=True)
class FullPanel:
    """A panel of a folded sheet, or several of one name, with more text than they hold."""

    panel: str
    text: str  # the first line that has no room
    around: str  # all text of its block on its page
    lines: int  # that have none


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
class DrawnPicture:
    """A picture of pixels on a page, known by what it shows."""

    page: int
    alt: str
    dots_per_inch: float


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    page: int
    text: str


@dataclass(frozen=True, slots=True)
class PassageBox:
    """A line of a passage on a page; lengths are parts of the page's width or height."""

    number: int  # of the passage: see `Html.places`
    page: int
    left: float
    top: float
    width: float
    height: float


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
    unread: tuple[tuple[int, str], ...]  # page, the beginning of text that a reader does not find
    text_styles: tuple[TextStyle, ...]
    headings: tuple[Heading, ...]
    pictures: tuple[DrawnPicture, ...]
    setting: FitSetting = FitSetting()  # that it was made to fit with
    layouts: int = 1  # that were tried
    own_pages: int = 0  # forms that are a sheet of their own, behind the last page
    form: bytes = b""  # these alone, as a file
    panels: tuple[str, ...] = ()  # the name of each page in the style sheet
    full_panels: tuple[FullPanel, ...] = ()
    passages: tuple[PassageBox, ...] = ()  # only if the page has numbers for them
