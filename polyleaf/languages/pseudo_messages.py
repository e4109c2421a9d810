"""Source texts → the messages of a pseudo-locale, which needs no catalogs.

    Call **us** on {clinic.phone} [@nhs-2024].  →  ⁅Çáll **úús** óñ {clinic.phone} [@nhs-2024].⁆

A message stands between marks: one that is cut off has lost its second mark, and one that was
joined from parts shows where. What a translator keeps is kept: markup, citations, placeholders,
addresses, numbers, units and names with a number in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from .. import languages
from ..model import inline
from ..model.catalog import Message, Messages, Provenance
from ..model.findings import ExitStatus, Finding, PolyleafError, Where
from ..model.leaflet import Leaflet
from ..model.sheet import Language
from ..model.walk import texts

MARKS = "⁅{}⁆"
ADDRESS = r"(?:https?://|www\.)[^\s<>()]*[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b(?:[a-z0-9-]+\.)+[a-z]{2,}\b(?:/[^\s<>()]*\w)?"
NUMBERED = r"\b[A-Z]+[a-z]?-?\d\w*|\d\w*"  # IL-6, B12, 2nd
BRACES = r"\{\w*(?:\.\w+)*\}"


def messages(leaflet: Leaflet, language: Language) -> Messages:
    """The leaflet's messages; each stands where its source does."""
    found: dict[tuple[str | None, str], Message] = {
        (text.context, text.value): _message(text.value, text.where, language)
        for text in reversed(list(texts(leaflet)))
    }
    return Messages(leaflet.where.path, Provenance("pseudo"), found)


def words(strings: Iterable[tuple[str, int, str | None, str, str]], language: Language) -> Messages:
    """The interface's, from the (path, line, msgctxt, msgid, comment) of templates."""
    found = {
        (context, msgid): _message(msgid, Where(path, line), language)
        for path, line, context, msgid, _ in strings
    }
    return Messages("templates", Provenance("pseudo"), found)


def refuse(language: Language, where: Where, exit_status: ExitStatus) -> Language:
    """The language, if patients may get it; raises PolyleafError for a pseudo-locale."""
    if language.pseudo:
        message = f"{language.tag} is no language: it shows what a page does with longer words"
        hint = "build it with -l, without --release; it has no catalogs"
        raise PolyleafError(
            [Finding(where, "pseudo-locale", message, hint, exit_status=exit_status)]
        )
    return language


def _message(source: str, where: Where, language: Language) -> Message:
    return Message(MARKS.format(said(source, language)), usable=True, fuzzy=False, where=where)


def said(source: str, language: Language) -> str:
    """A source text in the letters of a pseudo-locale, its markup as it was."""
    found = ""
    position = 0
    for match in inline.TOKEN.finditer(source):
        found += _plain(source[position : match.start()], language) + _token(match, language)
        position = match.end()
    return found + _plain(source[position:], language)


def _token(match: re.Match[str], language: Language) -> str:
    """Markup, with the words inside it said; a citation or a placeholder as it is."""
    if match.lastgroup in ("strong", "emphasis"):
        inner, name = match[match.lastgroup], match.lastgroup
    elif match.lastgroup == "address":
        inner, name = match["label"], "label"
    else:
        return match[0]
    start, end = match.start(name) - match.start(), match.end(name) - match.start()
    return match[0][:start] + said(inner, language) + match[0][end:]


def _plain(text: str, language: Language) -> str:
    found = ""
    position = 0
    for match in kept().finditer(text):
        found += languages.disguise(text[position : match.start()], language) + match[0]
        position = match.end()
    return found + languages.disguise(text[position:], language)


@cache
def kept() -> re.Pattern[str]:
    """What every language writes as the source does."""
    known = languages.units(languages.find("en"))
    units = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    unit = rf"(?<=\d)\s?(?i:{units})(?![^\W\d_])"
    return re.compile(f"{ADDRESS}|{BRACES}|{unit}|{NUMBERED}")
