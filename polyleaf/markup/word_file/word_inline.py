"""Inline elements → runs, each with its direction, its language and its weight."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

from ...model.sheet import Direction, Language
from ..plain_text import dom
from ..plain_text.words import BLANK_LINE, FRAMED, SPACES, content
from .open_xml import add, element
from .word_styles import add_language, add_letters

if TYPE_CHECKING:
    from .word_flow import WordFlow

# What XML 1.0 has no way to write (2.2).
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
ISOLATES = re.compile("[\u2066-\u2069]")  # Word shows them as boxes in some fonts
MARKS = {"ltr": "\u200e", "rtl": "\u200f"}
OUTSIDE = re.compile("(?:https?|mailto|tel):")
STRONG = {"strong", "b", "th", "dt"}
BOLD = {"tone", "sign", "label", "clinic-name", "lead-in", "rows", "tongue", "medicine"}


@dataclass(frozen=True, slots=True)
class Hand:
    """How letters are written where a run stands."""

    language: Language
    direction: Direction
    bold: bool = False
    italic: bool = False


@dataclass
class RunWriter:
    """Writes runs into a paragraph; `parent` is it, or a link in it."""

    flow: WordFlow
    parent: Any
    ends_with_space: bool = True  # so that none begins a line

    def write(self, parts: Iterable[Element | str], hand: Hand) -> None:
        for part in parts:
            if isinstance(part, str):
                self.say(part, hand)
            else:
                self._element(part, hand)

    def say(self, text: str, hand: Hand) -> None:
        squeezed = SPACES.sub(" ", ISOLATES.sub("", UNFIT.sub("", text)))
        if self.ends_with_space:
            squeezed = squeezed.removeprefix(" ")
        if squeezed:
            self.ends_with_space = squeezed.endswith(" ")
            made = self._run(hand)
            add(made, "t").text = squeezed
            made[-1].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    def _run(self, hand: Hand) -> Any:
        """A run; its properties are in the order of ISO/IEC 29500-1, 17.3.2.28."""
        run = add(self.parent, "r")
        properties = add(run, "rPr")
        foreign = hand.language.tag != self.flow.language.tag
        if self.parent.tag.endswith("}hyperlink"):
            add(properties, "rStyle", val="Hyperlink")
        letters = element("rPr")
        if foreign:
            add_letters(letters, hand.language, None, "")
        else:
            add_language(letters, hand.language)
        *fonts, language = letters
        properties.extend(fonts)
        for wanted, names in ((hand.bold, ("b", "bCs")), (hand.italic, ("i", "iCs"))):
            for name in names if wanted else ():
                add(properties, name)
        if hand.direction == "rtl":
            add(properties, "rtl")
        properties.append(language)
        return run

    def _element(self, part: Element, hand: Hand) -> None:
        if part.tag == "br":
            add(self._run(hand), "br")
            self.ends_with_space = True
            return
        if part.tag in dom.PICTURES:
            self._picture(part, hand)
            return
        before, after = _frame(part)
        inside = self._hand(part, hand)
        marks = MARKS[inside.direction] if inside.direction != hand.direction else ""
        link = self._link(part)
        outer, self.parent = self.parent, link if link is not None else self.parent
        self.say(before, hand)
        self.say(marks, inside)
        self.write(content(part), inside)
        self.say(marks, inside)
        self.say(after, hand)
        self.parent = outer

    def _hand(self, part: Element, hand: Hand) -> Hand:
        language = dom.language_of(part, hand.language)
        named = dom.classes(part)
        return replace(
            hand,
            language=language,
            direction=dom.direction_of(part, hand.direction),
            bold=hand.bold or part.tag in STRONG or bool(named & BOLD),
            italic=hand.italic or part.tag in ("em", "i"),
        )

    def _picture(self, part: Element, hand: Hand) -> None:
        if "blank" in dom.classes(part):
            self.say(BLANK_LINE, hand)
            return
        from docx.text.paragraph import Paragraph

        self.flow.pictures.add(part, Paragraph(self.parent, self.flow.document._body))
        self.ends_with_space = False

    def _link(self, part: Element) -> Any | None:
        address = part.get("href", "") if part.tag == "a" else ""
        if address.startswith("#"):
            return add(self.parent, "hyperlink", anchor=bookmark(address[1:]))
        if not OUTSIDE.match(address):
            return None
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.oxml.ns import qn

        number = self.flow.document.part.relate_to(
            address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
        )
        link = add(self.parent, "hyperlink")
        link.set(qn("r:id"), number)
        return link


def bookmark(name: str) -> str:
    """The name of a place; Word takes letters, digits and underscores, at most 40."""
    return ("_" + re.sub(r"\W", "_", name))[:40]


def _frame(part: Element) -> tuple[str, str]:
    """What stands around words that a style sheet draws a frame around."""
    for name in sorted(dom.classes(part) & FRAMED.keys()):
        before, _, after = FRAMED[name].partition("{}")
        return before, after
    return "", ""


def is_empty(parts: Iterable[Element | str]) -> bool:
    """Whether there are neither words nor pictures nor a place to write on."""
    return all(
        not part.strip()
        if isinstance(part, str)
        else dom.is_empty(part) and part.tag not in dom.PICTURES
        for part in parts
    )
