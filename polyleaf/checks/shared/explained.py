"""Whether an English word is explained where it stands, and the words of a leaflet in order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.leaflet import Leaflet, Text
from ...model.walk import texts
from .english import words_only
from .sentences import sentences

QUOTED = re.compile('“[^”]*”|"[^"]*"|‘[^’]*’(?![a-z])|«[^»]*»')
# What stands before or behind a word that is explained there.
BEFORE = re.compile(
    r"(?:\(|[–—-]\s|\b(?:called|known as|named|means?|short for|abbreviated(?: to| as)?"
    r"|(?:term|name|word)(?: is| for)?)\s+(?:an?\s+|the\s+)?[“\"‘']?)$",
    re.IGNORECASE,
)
OTHER_WORD = re.compile(r"\bor\s+(?:an?\s+|the\s+)?$", re.IGNORECASE)  # itching, or pruritus
BEHIND = re.compile(
    r"^[”\"’']?\s*(?:\(|\)|[:–—]|- |,? (?:or|which|that is|meaning|also)\b"
    r"|,? (?:is|are|means?|stands?)\b)",
    re.IGNORECASE,
)
NEXT = re.compile(
    r"\s*(?:This|These|That|They|It|Such)\b[^.]{0,30}\b(?:is|are|means?|stands?|happens?)\b"
)
LEFT_OUT = frozenset(
    (
        *("figure-alt", "step-alt", "written-by", "reviewer-role", "funding", "medicine", "title"),
        *("heading", "question", "callout-heading", "form-heading", "option"),
    )
)


def read(leaflet: Leaflet) -> Iterator[tuple[Text, str]]:
    """Each text that a patient reads, with its words; what is quoted is blank.

    A reader has met what is quoted elsewhere. Titles and headings are explained below them.
    """
    for text in texts(leaflet):
        if role(text) not in LEFT_OUT and not text.picture:
            yield text, QUOTED.sub(lambda quoted: " " * len(quoted[0]), words_only(text.value))


def role(text: Text) -> str:
    return text.context.rpartition("/")[2]


def is_explained(value: str, start: int, end: int) -> bool:
    """Whether what it means stands beside the word, or opens the next sentence."""
    before, behind = value[:start], value[end:]
    inside = re.search(r"\([^()]*$", before) and re.match(r"[^()]*\)", behind)
    return bool(inside or BEFORE.search(before) or BEHIND.match(behind) or _next_says(behind))


def _next_says(behind: str) -> bool:
    following = sentences(behind)[1:2]
    return bool(following and NEXT.match(following[0].text))
