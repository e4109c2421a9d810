"""Which message a drawn text belongs to, so that a finding of layout points to its line.

A page has no messages. Text is compared as it is drawn: without markup, citations and characters
that serve the layout only, its placeholders filled in, its digits those of any script.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ...model import inline
from ...model.findings import Where
from ...model.inline import Blank, Cite, Nodes, Placeholder, Run
from ...model.sheet import RenderedPage
from ...model.walk import texts

CITATION = re.compile(r"\[\d+\]?")
NAMED = re.compile(r"\{\w*\}")  # what a template fills in
ANYTHING = ".*"
Fit = tuple[int, int]
NOTHING: Fit = (0, 0)


class MessageLookup:
    """The messages of one sheet and their places."""

    def __init__(self, written: RenderedPage) -> None:
        self.page = written.html.where
        self.messages = [
            (pattern, where) for pattern, where in _patterns(written) if pattern.strip(ANYTHING)
        ]
        self.of_templates = {
            message.where
            for _, words in written.sides
            for message in (words.found.values() if words else ())
        }

    def place_of(self, drawn: str, around: str = "") -> Where:
        """The place of the message that `drawn` is a part of, else the leaflet's.

        `around` is the text of the whole block, which decides between two messages with the same
        words. Between the lines of `drawn` other text may stand.
        """
        sought = [part for line in drawn.split("\n") if (part := letters(line))]
        if not sought:
            return self.page
        block = letters(around)
        fits = ((_fit(pattern, sought, block), where) for pattern, where in self.messages)
        best, where = max(fits, key=lambda each: each[0], default=(NOTHING, self.page))
        return where if best > NOTHING else self.page

    def place_in_leaflet(self, drawn: str, around: str = "") -> Where:
        """The same, but for words of the templates the leaflet's: a clinic cannot change these."""
        where = self.place_of(drawn, around)
        return self.page if where in self.of_templates else where


def _fit(pattern: str, sought: list[str], block: str) -> Fit:
    """How well the pattern of a message fits: the block holds it, or is a part of it."""
    whole = "".join(sought)
    if block and (found := re.search(pattern, block)) and (whole in found[0] or found[0] in whole):
        return 3, len(found[0])
    if block and block in pattern:
        return 2, -len(pattern)
    if re.search(ANYTHING.join(sought), pattern):
        return 1, -len(pattern)
    return NOTHING


def _patterns(written: RenderedPage) -> Iterator[tuple[str, Where]]:
    """Each message as a pattern of its letters: the leaflet's, then the templates' words."""
    values = dict(written.clinic.values)
    for sheet, _ in written.sides:
        for text in texts((sheet.leaflet, sheet.own)):
            yield letters(_plain(inline.parse(text.value), values)), text.where
    for _, words in written.sides:
        for message in words.found.values() if words else ():
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
            case Cite() | Blank():
                pass
            case _:
                found += _plain(node.children, values)
    return found


def letters(text: str) -> str:
    """The letters and digits of a text, as they are compared."""
    seen = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return "".join(map(_letter, CITATION.sub("", seen)))


def _letter(character: str) -> str:
    """The character as it is compared; empty if it is no letter, mark or digit."""
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    return character.casefold() if unicodedata.category(character)[0] in "LMN" else ""
