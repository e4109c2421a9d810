"""Every text that is in a .docx, also where no reader looks, and what part of it says it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring

from .lost_words import FileText
from .word_marks import hidden_styles, is_hidden, local_name, with_signs

# Every part that may have text. glossary/ has texts to be put in; drawings of diagrams have
# the texts of their data once more.
PARTS = re.compile(r"word/(?!glossary/|diagrams/(?!data)).+\.xml")
PLACES = {"header": "header", "footer": "footer", "comments": "comment", "footnotes": "",
          "endnotes": "", "diagrams/": "diagram", "charts/": "chart"}  # fmt: skip
TEXTS = ("t", "v")  # of Word, of drawings and of equations; values of charts
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

    def walk(element: Element, now: str) -> None:
        for child in element:
            name = local_name(child)
            if name == "p":
                within.extend(_paragraphs(child, place, hidden))
            elif name == "delText":
                found.setdefault("deleted", []).append(child.text or "")
            elif name in TEXTS:
                found.setdefault(now, []).append(child.text or "")
            elif name == "noBreakHyphen":
                found[place].append("-")
            elif name in ("tab", "br", "cr"):
                found[place].append(" ")
            elif name == "oMath":
                walk(child, "equation")
                found["equation"] = [" ".join(found.get("equation", []))]
            elif name == "r" and is_hidden(child, root, hidden):
                walk(child, "hidden")
            elif name not in TWICE:
                walk(child, now)

    walk(root, place)
    for where, pieces in found.items():
        if text := "".join(pieces).strip():
            yield FileText(text, where)
    yield from within
