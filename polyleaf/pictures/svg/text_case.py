"""Capitals and small letters as a style sheet asks for them (CSS Text 3, 2.1)."""

from __future__ import annotations

import re
import unicodedata
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from functools import partial

TURKIC = ("tr", "az", "crh")
TONOS = "\N{COMBINING ACUTE ACCENT}"
Edit = Callable[[str], str]


def settle(element: ElementTree.Element, inherited: str) -> None:
    """Sets the strings of a text in the case that `text-transform` asks for."""
    kind = element.get("text-transform", inherited)
    language = getattr(element, "language", "").partition("-")[0].lower()
    edits: dict[str, Edit] = {
        "uppercase": partial(_upper, language=language),
        "lowercase": partial(_lower, language=language),
        "capitalize": partial(_capitalised, language=language),
    }
    edit = edits.get(kind, str)
    element.text = edit(element.text or "")
    for child in element:
        settle(child, kind)
        child.tail = edit(child.tail or "")


def _upper(text: str, language: str) -> str:
    """As CSS Text 3, 2.1 has it: Turkish keeps its dots, Greek loses its accents."""
    if language in TURKIC:
        text = text.replace("i", "İ")
    if language == "el":
        bare = unicodedata.normalize("NFD", text).upper().replace(TONOS, "")
        return unicodedata.normalize("NFC", bare)
    return text.upper()


def _lower(text: str, language: str) -> str:
    if language in TURKIC:
        text = text.replace("İ", "i").replace("I", "ı")
    return text.lower()


def _capitalised(text: str, language: str) -> str:
    """As browsers do it: a letter whose capital is two stays, as ß; Dutch ij is one letter."""

    def first(match: re.Match[str]) -> str:
        if language == "nl" and match[2] == "ij":
            return f"{match[1]}IJ"
        capital = _upper(match[2][0], language) if language in TURKIC else match[2][0].title()
        return match[1] + (capital if len(capital) == 1 else match[2][0]) + match[2][1:]

    return re.sub(r"(^|[\s(\[\"“‘-])(ij|\w)", first, text)
