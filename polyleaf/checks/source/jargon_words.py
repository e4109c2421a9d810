"""`jargon-unexplained`, `acronym-unexplained`: hard words are explained where they are first met.

Medical words are those of polyleaf/languages/jargon.toml, in English alone; an acronym is a word of
two to six capitals that is not as well known as NHS. A word is explained if what it means stands
beside it: in brackets, behind a dash or "or", with "called", "means" or "is", as a term with its
explanation, or in the sentence behind it. Words that are quoted, titles and names of pictures are
not read. Each word is told once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ... import languages
from ...languages import Jargon
from ...model.clinic import Clinic
from ...model.findings import Finding, Severity
from ...model.leaflet import Leaflet, Text
from ...model.walk import texts
from ..shared.english import words_only
from ..shared.sentences import sentences

ACRONYM = re.compile(r"(?<![\w&/.@-])[A-Z][A-Z&]{0,4}[A-Z](?:-\d+)?(?:s\b)?(?![\w&])")
ROMAN = re.compile(r"[IVXLCDM]+")
QUOTED = re.compile('“[^”]*”|"[^"]*"|‘[^’]*’(?![a-z])|«[^»]*»')
# What stands before or behind a word that is explained there.
BEFORE = re.compile(
    r"(?:\(|[–—-]\s|\b(?:called|known as|named|say|means?|or|as|short for|abbreviated(?: to| as)?"
    r"|(?:term|name|word)(?: is| for)?)\s+(?:an?\s+|the\s+)?[“\"‘']?)$",
    re.IGNORECASE,
)
BEHIND = re.compile(
    r"^[”\"’']?\s*(?:\(|\)|[:–—]|- |,? (?:or|which|that is|meaning|also)\b"
    r"|,? (?:is|are|means?|stands?)\b)",
    re.IGNORECASE,
)
LEFT_OUT = frozenset(
    ("figure-alt", "step-alt", "written-by", "reviewer-role", "funding", "title", "medicine")
)
EXPLAINED_BY = frozenset(("term",))


def check_leaflet(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    known = languages.jargon(leaflet.language)
    if known is None:
        return
    met: set[str] = set()
    for text in texts(leaflet):
        role = text.context.rpartition("/")[2]
        if role in LEFT_OUT or text.picture:
            continue
        value = QUOTED.sub(_blank, words_only(text.value))
        for word, start, end, meaning in _hard_words(value, known):
            key = meaning or word
            if key in met:
                continue
            met.add(key)
            if role not in EXPLAINED_BY and not _explained(value, start, end):
                yield _finding(text, word, meaning)


def _hard_words(value: str, known: Jargon) -> Iterator[tuple[str, int, int, str]]:
    """Word, start, end, and the plain words for it; none for an acronym."""
    for found in known.pattern.finditer(value):
        yield found[0], *found.span(), known.meaning(found[0])
    if value.isupper():
        return
    for found in ACRONYM.finditer(value):
        word = found[0].removesuffix("s")
        if word not in known.known and not ROMAN.fullmatch(word) and not _shouted(value, word):
            yield word, *found.span(), ""


def _shouted(value: str, word: str) -> bool:
    """Whether it is one of several words in capitals, such as a warning: DO NOT STOP."""
    shouted = rf"[A-Z]{{2,}} {re.escape(word)}\b|\b{re.escape(word)} [A-Z]{{2,}}"
    return bool(re.search(shouted, value))


def _explained(value: str, start: int, end: int) -> bool:
    before, behind = value[:start], value[end:]
    inside = re.search(r"\([^()]*$", before) and re.match(r"[^()]*\)", behind)
    return bool(inside or BEFORE.search(before) or BEHIND.match(behind) or _next_says(behind))


def _next_says(behind: str) -> bool:
    """Whether the next sentence begins with what explains it: This is …, These are …, It means …"""
    following = sentences(behind)[1:2]
    opens = r"\s*(?:This|These|That|They|It|Such)\b[^.]{0,30}\b(?:is|are|means?|stands?|happens?)\b"
    return bool(following and re.match(opens, following[0].text))


def _finding(text: Text, word: str, meaning: str) -> Finding:
    if meaning:
        message = f'"{word}" is not explained where it is first met'
        hint = f"write “{meaning}”, or say so beside it"
        return Finding(text.where, "jargon-unexplained", message, hint, Severity.WARNING)
    message = f"the acronym {word} is not explained where it is first met"
    hint = f"write the words in full, and ({word}) behind them"
    return Finding(text.where, "acronym-unexplained", message, hint, Severity.WARNING)


def _blank(quoted: re.Match[str]) -> str:
    return " " * len(quoted[0])
