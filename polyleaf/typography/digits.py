"""European digits → the language's own; addresses, foreign words and values keep theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.inline import Nodes
from ..model.sheet import Language
from . import runs
from .line import Line, read
from .stream import rewrite

# In a script that reads as Latin does, only the word itself tells: digits of IL-6, B12 and
# www.nhs24.scot belong to the name.
LATIN_WORD = re.compile(r"\S*[A-Za-z]\S*")


def own(nodes: Nodes, language: Language) -> Nodes:
    """The nodes in the language's digits; what stands in a Foreign node already keeps its own."""
    if not language.digits:
        return nodes
    line = read(nodes, language.direction)
    text = list(line.text.translate(str.maketrans("0123456789", language.digits)))
    for start, end in _kept(line, language):
        text[start:end] = line.text[start:end]
    return rewrite(nodes, lambda _: text)


def _kept(line: Line, language: Language) -> Iterator[tuple[int, int]]:
    """What keeps its digits. In Paracetamol 500 mg, which is one run, all of them."""
    yield from ((i, i + 1) for i, given in enumerate(line.given) if given)
    foreign = runs.spans(line, language.direction)
    if language.direction == "rtl":
        yield from (span for span in foreign if any(map(str.isalpha, line.text[slice(*span)])))
    else:
        yield from foreign
        yield from (match.span() for match in LATIN_WORD.finditer(line.text))
