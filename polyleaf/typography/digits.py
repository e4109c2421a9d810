"""European digits → the language's own digits, except in addresses, foreign words and values."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.inline import Nodes
from ..model.sheet import Language
from . import runs
from .line import Line, read, rewrite

# In a left-to-right script only the word itself shows that its digits belong to a name: IL-6, B12,
# www.nhs24.scot.
LATIN_WORD = re.compile(r"\S*[A-Za-z]\S*")


def localize_digits(nodes: Nodes, language: Language) -> Nodes:
    """Replace digits by the language's own; Foreign nodes keep theirs."""
    if not language.digits:
        return nodes
    line = read(nodes, language.direction)
    text = list(line.text.translate(str.maketrans("0123456789", language.digits)))
    for start, end in _kept(line, language):
        text[start:end] = line.text[start:end]
    return rewrite(nodes, lambda _: text)


def _kept(line: Line, language: Language) -> Iterator[tuple[int, int]]:
    """Yield the spans that keep their digits; Paracetamol 500 mg is one run and keeps all."""
    yield from ((i, i + 1) for i, isolated in enumerate(line.isolated) if isolated)
    foreign = runs.spans(line, language.direction)
    if language.direction == "rtl":
        yield from (span for span in foreign if any(map(str.isalpha, line.text[slice(*span)])))
    else:
        yield from foreign
        yield from (match.span() for match in LATIN_WORD.finditer(line.text))
