"""Every text that is in a .docx, also where no reader looks, and what part of it says it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring

from .lost_words import FileText
from .word_marks import hidden_styles, is_hidden, is_struck, with_signs
from .word_xml import local_name

# Every part that may have text. glossary/ has texts to be put in; drawings of diagrams have
# the texts of their data once more.
PARTS = re.compile(r"word/(?!glossary/|diagrams/(?!data)).+\.xml")
PLACES = {"header": "header", "footer": "footer", "comments": "comment", "footnotes": "",
          "endnotes": "", "diagrams/": "diagram", "charts/": "chart"}  # fmt: skip
TEXTS = ("t", "v")  # of Word, of drawings and of equations; values of charts
SIGNS = {"noBreakHyphen": "-", "tab": "\t", "br": " ", "cr": " "}
UNSEEN = {"oMath": "equation", "rt": "how to read it"}
TWICE = ("Fallback", "moveFrom")  # the same once more: for older programs, and before a move


def texts(data: bytes) -> Iterator[FileText]:
    """Each paragraph of each part; Word has two namespaces (ISO 29500)."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = [name for name in package.namelist() if PARTS.fullmatch(name)]
        hidden = hidden_styles(package)
        for name in sorted(names, key=lambda each: (each != "word/document.xml", each)):
            root = fromstring(package.read(name))
            with_signs(root)
            yield from _paragraphs(root, _place(name), hidden)


def _place(name: str) -> str:
    inner = name.removeprefix("word/")
    return next((place for start, place in PLACES.items() if inner.startswith(start)), "")


def _paragraphs(root: Element, place: str, hidden: frozenset[str]) -> Iterator[FileText]:
    """The text of each paragraph; one within another, as in a text box, stands by itself.

    What no reader sees is a text of its own: deleted, hidden, or of an equation.
    """
    found: dict[str, list[str]] = {place: []}
    within: list[FileText] = []
    last = place

    def add(where: str, text: str) -> None:
        nonlocal last
        if where not in (place, last):
            text = f" {text}"  # words between the two were of another place
        found.setdefault(where, []).append(text)
        last = where

    def walk(element: Element, now: str) -> None:
        for child in element:
            name = local_name(child)
            if name == "p":
                within.extend(_paragraphs(child, place, hidden))
            elif name == "delText":
                add("deleted", child.text or "")
            elif name in TEXTS:
                add(now, f" {child.text}" if now == "equation" else child.text or "")
                walk(child, now)  # a node of a diagram has paragraphs
            elif name in SIGNS:
                add(now, SIGNS[name])
            elif name not in TWICE:
                walk(child, UNSEEN.get(name) or _unseen(child, root, hidden) or now)

    walk(root, place)
    for where, pieces in found.items():
        if text := "".join(pieces).strip():
            yield FileText(text, where)
    yield from within


def _unseen(element: Element, paragraph: Element, hidden: frozenset[str]) -> str:
    """Why a run is in no sheet; nothing if it is, or if this is none."""
    if local_name(element) != "r":
        return ""
    if is_hidden(element, paragraph, hidden):
        return "hidden"
    return "struck out" if is_struck(element) else ""
