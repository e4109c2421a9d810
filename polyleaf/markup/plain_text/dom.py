"""A page as a tree of elements, as browsers read it."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import tinyhtml5

from ... import languages, typography
from ...model.findings import PolyleafError
from ...model.sheet import Direction, Language

# What only a screen or paper has use for: ways through the page, the foot of each printed page, a
# code to be photographed, a week to be seen at a glance whose days are named next to it, the key to
# marks that are drawn.
SILENT = {"head", "title", "script", "style", "template", "nav"}
SVG = "{http://www.w3.org/2000/svg}"
PICTURES = {"img", f"{SVG}svg"}
LEFT_OUT = {"skip", "running-footer", "qr", "week", "key-to-marks"}
BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "div"),
        *("dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4"),
        *("h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "summary"),
        *("table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    )
)


def body(document: str, *, pictures: bool = False) -> Element:
    """The body of a document, without what a text has no use for.

    With `pictures` those stay that say nothing new, such as a logo next to its name.
    """
    root = tinyhtml5.parse(document, namespace_html_elements=False)
    found: Element | None = root.find("body")
    assert found is not None, "the parser adds one"
    _prune(found, pictures=pictures)
    return found


def classes(element: Element) -> set[str]:
    return set(element.get("class", "").split())


def is_block(element: Element) -> bool:
    """Whether it stands on lines of its own."""
    return element.tag in BLOCKS


def holds_blocks(element: Element) -> bool:
    return any(is_block(inside) for inside in element.iter() if inside is not element)


def alternative(element: Element) -> str:
    """What a picture says to those who do not see it."""
    title = element.find(f"{SVG}title")
    said = element.get("alt") or element.get("aria-label") or (title is not None and title.text)
    return " ".join((said or "").split())


def language_of(element: Element, around: Language) -> Language:
    """The language that an element states; an unknown one is read as the text around it."""
    tag = element.get("lang", around.tag)
    if tag == around.tag:
        return around
    try:
        return languages.find(tag)
    except PolyleafError:
        return around


def direction_of(element: Element, around: Direction) -> Direction:
    """The direction that an element states, or that its first letter has, if it leaves it open."""
    match element.get("dir", "auto" if element.tag == "bdi" else ""):
        case "ltr":
            return "ltr"
        case "rtl":
            return "rtl"
        case "auto":
            return typography.direction_of("".join(element.itertext())) or around
    return around


def number(element: Element, name: str) -> int:
    """The number in an attribute; 1 if there is none."""
    given = element.get(name, "")
    return int(given) if given.isascii() and given.isdecimal() and len(given) < 10 else 1


def is_empty(element: Element) -> bool:
    """Whether it has neither words nor a picture, as the cells of a form."""
    return not words(element) and not any(inside.tag in PICTURES for inside in element.iter())


def words(element: Element) -> str:
    """All of its text, squeezed, without marks of direction."""
    return " ".join("".join(element.itertext()).translate(MARKS).split())


MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u2066\u2067\u2068\u2069"))


def _prune(element: Element, *, pictures: bool) -> None:
    for child in list(element):
        if _is_silent(child) or (not pictures and _repeats(child, element)):
            _remove(element, child)
        else:
            _prune(child, pictures=pictures)


def _is_silent(element: Element) -> bool:
    tag = element.tag
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return not isinstance(tag, str) or tag in SILENT or hidden or bool(classes(element) & LEFT_OUT)


def _repeats(element: Element, around: Element) -> bool:
    """Whether it is a picture that says what its neighbour says, such as a logo next to a name."""
    said = alternative(element)
    return element.tag in PICTURES and (not said or said in words(around))


def _remove(element: Element, child: Element) -> None:
    """Takes a child out, but not the text that follows it."""
    place = list(element).index(child)
    tail = child.tail or ""
    if place:
        element[place - 1].tail = (element[place - 1].tail or "") + tail
    else:
        element.text = (element.text or "") + tail
    element.remove(child)
