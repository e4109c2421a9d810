"""The order of a page, from its top to its end, as paragraphs, lists and tables of Word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from xml.etree.ElementTree import Element

from ...model.sheet import Direction, Language
from ..plain_text import dom
from ..plain_text.words import content
from . import word_grids
from .open_xml import add, element
from .word_inline import BOLD, Hand, RunWriter, bookmark, is_empty
from .word_lists import WordLists
from .word_pictures import SHARE, WordPictures

HEADINGS = {"h1": "Heading 1", "h2": "Heading 2", "h3": "Heading 3", "h4": "Heading 4",
            "h5": "Heading 4", "h6": "Heading 4"}  # fmt: skip
STYLES = {**HEADINGS, "figcaption": "Caption", "caption": "Caption"}
INDENT = 360  # twentieths of a point


class WordFlow:
    """Writes elements into a document, or into a cell of it. What it knows holds where it is."""

    def __init__(self, document: Any, language: Language, width: float) -> None:
        self.document, self.language, self.width = document, language, width
        self.here: tuple[Language, Direction] = (language, language.direction)
        self.lists = WordLists(document, language)
        self.pictures = WordPictures(width)
        self.share = 0.0  # of the width, for pictures of the figure it is in
        self.depth = -1  # of the list that it is in
        self.number = ""  # of that list, until the item's first paragraph takes it
        self.indent = 0
        self.anchors = 0

    def children(self, block: Element, place: Any) -> None:
        """Writes what is inside a block: its blocks, and the lines of text between them."""
        inline: list[Element | str] = []
        for part in content(block):
            if isinstance(part, str) or not (dom.is_block(part) or dom.holds_blocks(part)):
                inline.append(part)
            else:
                self._line(inline, place, block)
                inline = []
                self.block(part, place)
        self._line(inline, place, block)

    def block(self, block: Element, place: Any) -> None:
        with self.place_of(block):
            tag = str(block.tag)
            if tag in ("ul", "ol"):
                self._list(block, place)
            elif tag == "dl":
                self._terms(block, place)
            elif tag == "table":
                word_grids.grid(self, block, place)
            elif word_grids.is_box(block):
                word_grids.box(self, block, place)
            elif tag == "figure":
                self._figure(block, place)
            elif "write" in dom.classes(block):
                self._line_to_write(place)
            elif dom.holds_blocks(block):
                self.children(block, place)
            else:
                self.paragraph(block, place, STYLES.get(tag, ""))

    def paragraph(self, block: Element, place: Any, style: str = "", made: Any = None) -> None:
        """A paragraph of a block's texts."""
        named = dom.classes(block)
        style = style or ("Subtitle" if "subtitle" in named else "")
        bold = bool(named & BOLD) or block.tag in ("th", "dt")
        self._line(list(content(block)), place, block, style, bold=bold, made=made)

    def space(self, place: Any) -> None:
        """A low paragraph behind a table, which Word would else join with the next one."""
        made = place.add_paragraph()
        made.paragraph_format.space_after = 0
        spacing = made._p.get_or_add_pPr()
        add(add(spacing, "rPr"), "sz", val="8")

    @contextmanager
    def place_of(self, block: Element) -> Iterator[None]:
        """Inside, language and direction are the block's."""
        outside = self.here
        language = dom.language_of(block, outside[0])
        self.here = (language, dom.direction_of(block, outside[1]))
        yield
        self.here = outside

    def _line(
        self,
        inline: Iterable[Element | str],
        place: Any,
        block: Element,
        style: str = "",
        *,
        bold: bool = False,
        made: Any = None,
    ) -> None:
        inline = list(inline)
        if is_empty(inline):
            return
        with self.place_of(block):
            language, direction = self.here
            made = made if made is not None else place.add_paragraph()
            if style or self.number:
                made.style = style or "List Paragraph"
            self._set(made, direction)
            self._anchor(made, block)
            bold = bold or block.tag == "th"
            RunWriter(self, made._p).write(inline, Hand(language, direction, bold))

    def _set(self, made: Any, direction: Direction) -> None:
        """Its marker, direction and indent, in the order of ISO/IEC 29500-1, 17.3.1.26."""
        properties = made._p.get_or_add_pPr()
        if self.number:
            marker = element("numPr")
            add(marker, "ilvl", val="0")
            add(marker, "numId", val=self.number)
            properties._insert_numPr(marker)
        elif self.indent:
            made.paragraph_format.left_indent = self.indent * 635  # EMU
        if direction == "rtl":
            after = ("adjustRightInd", "snapToGrid", "spacing", "ind", "jc", "rPr")
            bidi = element("bidi")
            later = [each for each in properties if each.tag.rpartition("}")[2] in after]
            later[0].addprevious(bidi) if later else properties.append(bidi)
        self.number = ""

    def _anchor(self, made: Any, block: Element) -> None:
        """A place that links lead to."""
        if name := block.get("id"):
            self.anchors += 1
            number = str(self.anchors)
            add(made._p, "bookmarkStart", id=number, name=bookmark(name))
            add(made._p, "bookmarkEnd", id=number)

    def _list(self, block: Element, place: Any) -> None:
        items = [item for item in block if item.tag == "li"]
        outside = self.depth, self.number, self.indent
        self.depth += 1
        start = dom.number(block, "start")
        if block.tag == "ol":
            numbers = self.lists.ordered(block.get("type"), start, self.depth, len(items))
        else:
            numbers = [self.lists.bullet(self.depth)] * len(items)
        for number, item in zip(numbers, items, strict=True):
            self.number, self.indent = number, INDENT * (self.depth + 1)
            with self.place_of(item):
                self.children(item, place)
        self.depth, self.number, self.indent = outside[0], "", outside[2]

    def _terms(self, block: Element, place: Any) -> None:
        for part in block.iter():
            if part.tag == "dt":
                self.paragraph(part, place)
                _last(place).paragraph_format.keep_with_next = True
            elif part.tag == "dd":
                outside, self.indent = self.indent, self.indent + INDENT
                with self.place_of(part):
                    self.children(part, place)
                self.indent = outside

    def _figure(self, block: Element, place: Any) -> None:
        """The picture stays with its key and its caption."""
        named = [share for name, share in SHARE.items() if name in dom.classes(block)]
        for part in block:
            if part.tag == "img":
                made = place.add_paragraph()
                self._set(made, self.here[1])
                made.paragraph_format.keep_with_next = True
                self.pictures.add(part, made, named[0] if named else SHARE["size-column"])
            else:
                self.block(part, place)

    def _line_to_write(self, place: Any) -> None:
        made = place.add_paragraph()
        borders = element("pBdr")
        add(borders, "bottom", val="single", sz="6", space="1", color="47565D")
        made._p.get_or_add_pPr().insert_element_before(
            borders, "w:shd", "w:tabs", "w:bidi", "w:spacing", "w:ind", "w:jc", "w:rPr"
        )
        made.paragraph_format.space_before = 16 * 12700


def _last(place: Any) -> Any:
    return place.paragraphs[-1]
