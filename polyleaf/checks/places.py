"""Which message a drawn text is of, so that what layout tells stands where it can be mended.

A page knows nothing of messages. Text is compared as it is drawn: without markup, citations and
what is there for layout alone, its placeholders filled, its digits those of any script.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from .. import inline
from ..inline import Cite, Nodes, Placeholder, Run
from ..model import Written, texts
from ..problems import Where

CITATION = re.compile(r"\[\d+\]?")
NAMED = re.compile(r"\{\w*\}")  # what a template fills in
ANYTHING = ".*"


Fit = tuple[int, int]
NOTHING: Fit = (0, 0)


class Places:
    """The messages of one sheet, each with its place, to look drawn text up in."""

    def __init__(self, written: Written) -> None:
        self.page = written.html.where
        self.messages = [(said, where) for said, where in _said(written) if said.strip(ANYTHING)]

    def of(self, drawn: str, around: str = "") -> Where:
        """The place of the message that `drawn` is a part of, else the leaflet's.

        `around` is the text of the whole block: of two messages with the same words it tells
        which. Lines of `drawn` are parts between which something else may stand.
        """
        sought = [part for line in drawn.split("\n") if (part := letters(line))]
        if not sought:
            return self.page
        block = letters(around)
        fits = ((_fit(said, sought, block), where) for said, where in self.messages)
        best, where = max(fits, key=lambda each: each[0], default=(NOTHING, self.page))
        return where if best > NOTHING else self.page


def _fit(said: str, sought: list[str], block: str) -> Fit:
    """How well a message, as a pattern, fits: the block holds it, or is a part of it."""
    whole = "".join(sought)
    if block and (found := re.search(said, block)) and (whole in found[0] or found[0] in whole):
        return 3, len(found[0])
    if block and block in said:
        return 2, -len(said)
    if re.search(ANYTHING.join(sought), said):
        return 1, -len(said)
    return NOTHING


def _said(written: Written) -> Iterator[tuple[str, Where]]:
    """Each message as a pattern of its letters: the leaflet's, then the templates' words."""
    values = dict(written.clinic.values)
    for text in texts(written.sheet.leaflet):
        yield letters(_plain(inline.parse(text.value), values)), text.where
    for message in written.words.found.values() if written.words else ():
        if message.usable:
            yield ANYTHING.join(map(letters, NAMED.split(message.text))), message.where


def _plain(nodes: Nodes, values: dict[str, str]) -> str:
    found = ""
    for node in nodes:
        match node:
            case Run(text):
                found += text
            case Placeholder(name):
                found += values.get(name, "")
            case Cite():
                pass
            case _:
                found += _plain(node.children, values)
    return found


def letters(text: str) -> str:
    """What is left of a text when its signs and spaces are not looked at."""
    seen = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return "".join(map(_letter, CITATION.sub("", seen)))


def _letter(character: str) -> str:
    """It as it is compared; nothing if it is no letter, mark or digit."""
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    return character.casefold() if unicodedata.category(character)[0] in "LMN" else ""
