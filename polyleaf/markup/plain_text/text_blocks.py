"""The order of a page, from its top to its end, as paragraphs of plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from ...languages import scripts
from ...model.sheet import Direction, Language
from . import dom, labels, text_tables, words
from .passage import STEP, Passage

LOWEST = 3  # of the headings that look different
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
APART = {"p", "ul", "ol", "dl", "table", "figure", "blockquote", "section", "header", "footer"}
TONES = {"tone", "sign"}  # a word that begins the heading under it
CLOSE = {"clinic"}  # a name and its address


def written(body: Element, language: Language, width: int) -> str:
    """The plain text of a page's body, in lines of `width` columns."""
    writer = TextWriter(language, language.direction)
    writer.children(body)
    lines: list[str] = []
    for passage in writer.passages:
        lines += [""] * passage.gap if lines else []
        lines += passage.lines(width, language.direction)
    return "\n".join(lines) + "\n"


@dataclass
class TextWriter:
    """Writes elements as paragraphs. What it knows holds for the element that it is in."""

    language: Language
    direction: Direction
    indent: str = ""
    marker: str = ""  # of a list's item, until its first paragraph takes it
    tight: int = 0  # inside so many elements whose paragraphs follow each other without a gap
    before: str = ""  # begins the next paragraph, which it belongs to
    gap: int = 0  # the empty lines that the next paragraph needs above it
    passages: list[Passage] = field(default_factory=list)

    def element(self, element: Element) -> None:
        """Writes a block."""
        apart = element.tag in APART
        self._leave(apart)
        if element.tag == "p" and dom.classes(element) & TONES:
            self.before = labels.with_colon(self.line(words.content(element)), self.language)
            return
        with self.place_of(element):
            match element.tag:
                case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                    self._heading(element)
                case "ul" | "ol":
                    self._list(element)
                case "dl":
                    self._terms(element)
                case "table":
                    text_tables.write(self, element)
                case _ if dom.classes(element) & CLOSE:
                    with self.within(self.indent):
                        self.children(element)
                case _:
                    self.children(element)
        self._leave(apart)

    def children(self, element: Element) -> None:
        """Writes what is inside an element: its blocks, and the lines of text between them."""
        inline: list[Element | str] = []
        for part in words.content(element):
            if isinstance(part, str) or not (dom.is_block(part) or dom.holds_blocks(part)):
                inline.append(part)
            else:
                self.say(inline)
                inline = []
                self.element(part)
        self.say(inline)

    def say(self, inline: Iterable[Element | str], before: str = "", level: int = 0) -> None:
        """Writes a paragraph, unless it would be empty. `before` begins it."""
        said = self.line(inline)
        if not (before or said):
            return
        text = self.before + before + said
        headed = bool(self.passages) and self.passages[-1].level > 0 and not level
        gap, first = 0 if headed else self.gap, self.marker or self.indent
        then = self.indent + (STEP if before else "")
        self.passages.append(Passage(text, self.language, self.direction, first, then, gap, level))
        self.gap, self.marker, self.before = 0, "", ""

    def name_of_rows(self, cells: Iterable[Element]) -> None:
        """Writes the name of the rows of a table that follow, like a heading."""
        self.gap = 1
        for cell in cells:
            with self.place_of(cell):
                self.say(words.content(cell), level=LOWEST)

    def line(self, inline: Iterable[Element | str]) -> str:
        return words.line(inline, self.direction)

    def named(self, name: str, element: Element) -> None:
        """Writes "name: text" of an element, or "name:" and then its blocks."""
        before = labels.with_colon(name, self.language)
        if not dom.holds_blocks(element):
            self.say(words.content(element), before)
            return
        self.say([before.rstrip()])
        with self.within(self.indent + STEP):
            self.children(element)

    @contextmanager
    def within(self, indent: str, marker: str = "") -> Iterator[None]:
        """Inside, paragraphs follow each other without a gap, further in."""
        outside = self.indent
        self.indent, self.marker, self.tight = indent, marker or self.marker, self.tight + 1
        yield
        self.indent, self.marker, self.tight = outside, "", self.tight - 1

    @contextmanager
    def place_of(self, element: Element) -> Iterator[None]:
        """Inside, language and direction are the element's."""
        outside = self.language, self.direction
        self.language = dom.language_of(element, self.language)
        self.direction = dom.direction_of(element, self.direction)
        yield
        self.language, self.direction = outside

    def _leave(self, apart: bool) -> None:
        if apart and not self.tight:
            self.gap = max(self.gap, 1)

    def _heading(self, element: Element) -> None:
        level = HEADINGS[str(element.tag)]
        if not self.tight:
            self.gap = max(self.gap, 2 if level < LOWEST else 1)
        self.say(words.content(element), level=level)

    def _list(self, element: Element) -> None:
        number = dom.number(element, "start")
        for item in element:
            marker = self.indent + labels.BULLET
            if element.tag == "ol":
                marker = self.indent + labels.number(number, element.get("type"), self.language)
            with self.within(" " * scripts.columns(marker), marker), self.place_of(item):
                self.children(item)
            number += 1

    def _terms(self, element: Element) -> None:
        name: list[str] = []
        for part in element.iter():
            if part.tag == "dt":
                name.append(self.line(words.content(part)))
            elif part.tag == "dd":
                more = "" if name else STEP  # a further text of the same name
                with self.place_of(part), self.within(self.indent + more):
                    self.named(" · ".join(name), part)
                name = []
        self.say([" · ".join(name)])
