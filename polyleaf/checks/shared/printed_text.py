"""A string as its reader sees it: marks, spaces and words, without markup."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ...languages import scripts
from ...model import inline
from ...model.inline import Blank, Cite, Nodes, Placeholder, Run
from ...model.sheet import Language
from ...typography.line import OBJECT

# The search starts where a run of ASCII begins, so that a text without spaces is gone through once.
ADDRESS = re.compile(r"(?<![!-~])(?:(?!://|www\.|@)[!-~])*+(?:://|www\.|@)[!-~]*[\w/]", re.ASCII)
CLOSING = frozenset(")]}>»›”’“‘\"'」』》〉）】＂*\u2069\u200f\u200e")


@lru_cache(maxsize=8192)
def printed(value: str) -> str:
    """The text with OBJECT where a placeholder is filled in or an address stands."""
    return ADDRESS.sub(OBJECT, without_markup(value))


def without_markup(value: str) -> str:
    """The text with OBJECT where a placeholder is filled in.

    A citation prints as a small number at its word, so that what follows it follows the word.
    """
    return _words("", inline.parse(value)).strip()


def is_own_letter(character: str, language: Language) -> bool:
    """Whether it is a letter of the language's script."""
    letter = unicodedata.category(character)[0] == "L"
    return letter and scripts.of(character) in scripts.written_with(language.script)


def follows_own_letter(text: str, at: int, language: Language) -> bool:
    """Whether the mark at `at` follows words of the language, not a name or a number."""
    while at > 0 and (text[at - 1] in CLOSING or _is_transparent(text[at - 1])):
        at -= 1
    return at > 0 and is_own_letter(text[at - 1], language)


def _is_transparent(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf")


def _words(before: str, nodes: Nodes) -> str:
    words = before
    for node in nodes:
        match node:
            case Run(text):
                words += text
            case Placeholder() | Blank():
                words += OBJECT
            case Cite():
                words = words.rstrip()
            case _:
                words = _words(words, node.children)
    return words
