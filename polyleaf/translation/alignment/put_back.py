"""Placeholders, citations and bold of a message, in the translation that a document has.

A document for patients has the clinic's number where the message has `{clinic.phone}`, and its
sources, if any, by number. What is put in is certain, or said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...checks.shared.amounts.european_digits import european
from ...checks.shared.contacts import TELEPHONE

LINK = re.compile(r"\[((?:\\.|[^\]\\])*)\]\(((?:https?://|mailto:|tel:)[^\s()]*)\)")
PLACEHOLDER = re.compile(r"\{([a-z_.]+)\}")
CITATION = re.compile(r"\s*\[@[^\]]*\]")
NUMBERED = re.compile(r"\s*\\\[\d[\d,;–\- ]*\\\]")
STRONG = re.compile(r"\*\*((?:(?!\*\*).)+)\*\*", re.DOTALL)
EMPHASIS = re.compile(r"(?<![*\\])\*((?:\\.|[^*\\])+)\*(?!\*)")
STOP = re.compile(r"[.!?।॥؟۔…።。！？]*[\s\"»”’]*$")
# The program sets these itself, where a sheet needs them.
DIRECTION = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
TO_WRITE_IN = re.compile(r"_{3,}|\.{5,}|…{2,}")
LEAST = 4  # letters of a value that stands for its placeholder wherever it is
DIGITS = 9  # of a telephone, from its end: with or without its country


@dataclass(frozen=True, slots=True)
class PutBack:
    """The text, and what a reader of it has to look at."""

    text: str
    notes: tuple[str, ...] = ()


def put_back(source: str, text: str, values: Mapping[str, str]) -> PutBack:
    """`values` are what placeholders print: {"clinic.phone": "+44 …"}."""
    notes: list[str] = []
    made = _with_links_of(source, DIRECTION.sub("", text))
    made = _with_telephones(source, made, values)
    made = _with_values(source, made, values)
    made = _with_emphasis_of(source, made)
    made = _with_citations(source, made, notes)
    return PutBack(" ".join(made.split()), tuple(notes))


def _with_links_of(source: str, text: str) -> str:
    """A link that the message has not is its words alone, but for a telephone's."""
    kept = {found[2] for found in LINK.finditer(source)}
    return LINK.sub(lambda found: found[0] if found[2] in kept else found[1], text)


def _with_telephones(source: str, text: str, values: Mapping[str, str]) -> str:
    """The clinic's numbers as the placeholders that the message has."""
    wanted = {
        _end(value): f"{{{name}}}"
        for name in PLACEHOLDER.findall(source)
        if len(_end(value := values.get(name, ""))) == DIGITS
    }
    made, position = "", 0
    for found in TELEPHONE.finditer(european(text)):
        if placeholder := wanted.get(_end(found[0])):
            made += text[position : found.start()] + placeholder
            position = found.end()
    return made + text[position:]


def _with_values(source: str, text: str, values: Mapping[str, str]) -> str:
    """The clinic's name, and a line to write on, as the placeholders that the message has."""
    blanks = [name for name in PLACEHOLDER.findall(source) if name.startswith("copy.")]
    for name in PLACEHOLDER.findall(source):
        value = values.get(name, "")
        if len(value) >= LEAST and f"{{{name}}}" not in text:
            text = text.replace(value, f"{{{name}}}", 1)
    if len(blanks) == len(TO_WRITE_IN.findall(text)) == 1:
        return TO_WRITE_IN.sub(f"{{{blanks[0]}}}", text)
    return text


def _with_emphasis_of(source: str, text: str) -> str:
    """Bold stays as the document has it where the message has some."""
    made = text if STRONG.search(source) else STRONG.sub(r"\1", text)
    return made if EMPHASIS.search(STRONG.sub("", source)) else EMPHASIS.sub(r"\1", made)


def _with_citations(source: str, text: str, notes: list[str]) -> str:
    """The sources of the message where the document has numbers, else at the end."""
    cited = [found.strip() for found in CITATION.findall(source)]
    places = list(NUMBERED.finditer(text))
    if not cited:
        return NUMBERED.sub("", text) if places else text
    if len(places) == len(cited):
        those = iter(cited)
        return NUMBERED.sub(lambda _: f" {next(those)}", text)
    bare = NUMBERED.sub("", text).rstrip()
    end = STOP.search(bare)
    at = end.start() if end else len(bare)
    if len(cited) > 1:
        notes.append("its sources stand at its end: see what each is for")
    return f"{bare[:at]} {' '.join(dict.fromkeys(cited))}{bare[at:]}"


def _end(number: str) -> str:
    return "".join(_digits(european(number)))[-DIGITS:]


def _digits(text: str) -> Iterator[str]:
    return (character for character in text if character.isdecimal())
