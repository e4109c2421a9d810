"""The parts of a text that a translation must keep, apart from the words around them.

`{clinic.phone}`, `[@source]`, the stars of `**strong**`, the brackets of a link and the marks of a
picture's words are codes: tools for translators show them as one sign each, which can be moved and
not be mistyped. A code holds the very characters it stands for, so the text comes back exactly.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from ...model.inline import Token, tokens

MARK = re.compile(r"(</?[1-9][0-9]?>)")  # of a picture's words
# Signs for private use, which no text may hold: a code of which a file tells no more than its name.
LOST = re.compile("\ue000([^\ue001]*)\ue001")
Kind = Literal["alone", "open", "close"]


@dataclass(frozen=True, slots=True)
class Code:
    """Markup in a text; what opens and what closes it have one number."""

    kind: Kind
    text: str
    number: int = 0


Parts = list[str | Code]


def split(text: str) -> Parts:
    """The words and the codes of a text, which together are the text; codes count from 1."""
    parts: Parts = []
    opened: list[int] = []  # the places of codes that are open
    for part in _flat(text):
        parts.append(part)
        if not isinstance(part, Code):
            continue
        if part.kind == "open":
            opened.append(len(parts) - 1)
        elif part.kind == "close" and opened:
            _number(parts, opened.pop(), len(parts) - 1)
    return _numbered(parts)


def aligned(parts: Parts, source: Parts) -> Parts:
    """The parts of a translation, whose codes have the numbers of the same codes in the source."""
    free = _spans(source)
    taken = max((part.number for part in source if isinstance(part, Code)), default=0)
    numbers: dict[int, int] = {}
    for number, texts in _spans(parts).items():
        same = next((each for each, those in free.items() if those == texts), None)
        if same is None:
            same = taken = taken + 1
        else:
            del free[same]
        numbers[number] = same
    return [replace(p, number=numbers[p.number]) if isinstance(p, Code) else p for p in parts]


def lost(kind: str, name: str) -> str:
    """The sign of a code whose characters a file does not have."""
    return f"\ue000{kind}:{name}\ue001"


def restored(source: str, target: str, ours: str) -> str | None:
    """The translation, its lost codes put in from `ours`, the source text; None if one has none.

    Tools number codes as they like, but leave them where they were in the source.
    """
    if not LOST.search(target):
        return target
    known = [part.text for part in split(ours) if isinstance(part, Code)]
    names = LOST.findall(source)
    if len(names) != len(known):
        return None
    natives = dict(zip(names, known, strict=True))
    if any(name not in natives for name in LOST.findall(target)):
        return None
    return LOST.sub(lambda match: natives[match[1]], target)


def words_alone(text: str) -> str:
    """The text with one sign for each of its codes, lost or not."""
    parts = split(LOST.sub("\ufffc", text))
    return "".join("\ufffc" if isinstance(part, Code) else part for part in parts)


def _flat(text: str) -> Iterator[str | Code]:
    words = ""
    for token in tokens(text):
        if token.kind in ("words", "escape"):
            words += token.source
        else:
            yield from _marks(words)
            words = ""
            yield Code(_kind(token), token.source)
    yield from _marks(words)


def _marks(words: str) -> Iterator[str | Code]:
    for part in MARK.split(words):
        if MARK.fullmatch(part):
            yield Code("close" if part.startswith("</") else "open", part)
        elif part:
            yield part


def _kind(token: Token) -> Kind:
    run = token.stars
    if token.kind == "open":
        return "open"
    if token.kind == "close":
        return "close"
    if run and not run.left and len(run.opened) + len(run.closed) == 1:
        return "open" if run.opened else "close"
    return "alone"


def _number(parts: Parts, start: int, end: int) -> None:
    """Gives the code at `end` the place of its partner, if it is one."""
    one, other = parts[start], parts[end]
    assert isinstance(one, Code)
    assert isinstance(other, Code)
    if _fit(one.text, other.text):
        parts[start], parts[end] = replace(one, number=start + 1), replace(other, number=start + 1)


def _fit(one: str, other: str) -> bool:
    return one == other or other.replace("/", "", 1) == one or (one == "[" and other[0] == "]")


def _numbered(parts: Parts) -> Parts:
    """The parts with numbers from 1; an opening or closing code without its partner is alone."""
    numbers: dict[int, int] = {}
    made: Parts = []
    for at, part in enumerate(parts):
        if isinstance(part, Code):
            place = part.number or -at - 1
            number = numbers.setdefault(place, len(numbers) + 1)
            part = Code(part.kind if part.number else "alone", part.text, number)
        made.append(part)
    return made


def _spans(parts: Iterable[str | Code]) -> dict[int, tuple[str, ...]]:
    """The characters of each code, or of both ends of a pair, by number."""
    found: dict[int, tuple[str, ...]] = {}
    for part in parts:
        if isinstance(part, Code):
            found[part.number] = (*found.get(part.number, ()), part.text)
    return found
