"""Source texts → the messages of a pseudo-locale, which needs no catalogs.

    Call **us** on {clinic.phone} [@nhs-2024].  →  ⁅Çáll **úús** óñ {clinic.phone} [@nhs-2024].⁆

Each message is enclosed in marks: clipped text lacks its second mark, and text that is joined from
several messages shows where. Whatever a translator would keep stays unchanged: markup, citations,
placeholders, addresses, numbers, units and names that contain a number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, partial

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
    """The leaflet's messages; the place of each is that of its source text."""
    found: dict[tuple[str | None, str], Message] = {
        (text.context, text.value): _message(text.value, text.where, language)
        for text in reversed(list(texts(leaflet)))
    }
    return Messages(leaflet.where.path, Provenance("pseudo"), found)


def words(strings: Iterable[tuple[str, int, str | None, str, str]], language: Language) -> Messages:
    """The interface's messages, from the (path, line, msgctxt, msgid, comment) of each string."""
    found = {
        (context, msgid): _message(msgid, Where(path, line), language)
        for path, line, context, msgid, _ in strings
    }
    return Messages("templates", Provenance("pseudo"), found)


def refuse(language: Language, where: Where, exit_status: ExitStatus) -> Language:
    """The language, if it is fit for patients; raises PolyleafError for a pseudo-locale."""
    if language.pseudo:
        message = f"{language.tag} is not a language: it shows how a page copes with longer words"
        hint = "build it with -l, without --release; it has no catalogs"
        raise PolyleafError(
            [Finding(where, "pseudo-locale", message, hint, exit_status=exit_status)]
        )
    return language


def _message(source: str, where: Where, language: Language) -> Message:
    return Message(MARKS.format(transform(source, language)), usable=True, fuzzy=False, where=where)


def transform(source: str, language: Language) -> str:
    """A source text in the letters of a pseudo-locale, its markup unchanged."""
    return "".join(
        _plain(token.source, language) if token.kind == "words" else token.source
        for token in inline.tokens(source)
    )


def _plain(text: str, language: Language) -> str:
    disguise = partial(languages.disguise, language=language)
    return _substituted(unchanged(), text, disguise, lambda match: match[0])


def _substituted(
    pattern: re.Pattern[str],
    text: str,
    outside: Callable[[str], str],
    matched: Callable[[re.Match[str]], str],
) -> str:
    """The text with `matched` applied to each match, and `outside` to the text between them."""
    found, position = "", 0
    for match in pattern.finditer(text):
        found += outside(text[position : match.start()]) + matched(match)
        position = match.end()
    return found + outside(text[position:])


@cache
def unchanged() -> re.Pattern[str]:
    """What every language writes as the source does."""
    known = languages.units(languages.find("en"))
    units = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    unit = rf"(?<=\d)\s?(?i:{units})(?![^\W\d_])"
    return re.compile(f"{ADDRESS}|{BRACES}|{unit}|{NUMBERED}")
