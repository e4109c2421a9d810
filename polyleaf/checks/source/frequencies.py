"""`frequency-percent`, `frequency-mixed`, `frequency-denominators`, `risk-relative`: readers can
compare numbers.

"1 in 7 people" is understood better than 14.3 %, and two frequencies only if they are of as many
people: 1 in 10 and 3 in 10, not 1 in 10 and 1 in 3 (NHS content standard; CDC Clear Communication
Index 17). What halves a risk says nothing without the risk: from 2 to 1 in 1,000.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ... import languages
from ...languages import as_compared
from ...languages.content_words import Words
from ...model.clinic import Clinic
from ...model.findings import Finding, Severity
from ...model.leaflet import Leaflet, Options, Text
from ...model.walk import parts
from ..shared.english import words_only
from ..shared.statements import statements

RATIO = re.compile(
    r"(?<![\w.,:/])(\d[\d,.]*)\s(?:(?:in|out of)\s(?:every\s|each\s)?(\d[\d,]*)"
    r"|of\s(?:every\s)?(10+|1,000|10,000)(?=\s[^\W\d]))(?![\w%])"
)
SPELLED = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
}  # fmt: skip
WORD = "|".join(SPELLED)
IN_WORDS = re.compile(rf"\b({WORD})\s(in|out of)\s(every\s|each\s)?({WORD})\b")


def check_leaflet(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    words = languages.content_words(languages.find(leaflet.language))
    if not words:
        return
    for statement in statements(leaflet):
        value = statement.text.value
        if any(map(str.isdigit, value)) or IN_WORDS.search(as_compared(value)):
            yield from _of_text(statement.text, words)
        elif match := words["relative"].first(as_compared(value)):
            yield _relative(statement.text, match.shown)
    for block in parts(leaflet, Options):
        for option in block.items:
            yield from _denominators([text for cell in option.cells for text in cell], words)


def _of_text(text: Text, words: Words) -> Iterator[Finding]:
    line = as_compared(words_only(text.value))
    ratios, percent = _ratios(line), words["percent"].first(line)
    if percent and ratios:
        message = f'"{percent.shown}" is used together with {_shown(ratios[0])}'
        yield _warning(text, "frequency-mixed", message, "write both as so many in 100 people")
    elif percent:
        message = f'"{percent.shown}" is a frequency in per cent'
        yield _warning(text, "frequency-percent", message, "write it as 1 in 7 people")
    if (match := words["relative"].first(line)) and len(ratios) < 2:
        yield _relative(text, match.shown)
    yield from _denominators([text], words)


def _relative(text: Text, shown: str) -> Finding:
    message = f'"{shown.strip()}" is a change of a risk that is not stated'
    hint = "say from how many in 100 to how many"
    return _warning(text, "risk-relative", message, hint)


def _denominators(those: list[Text], words: Words) -> Iterator[Finding]:
    """Two frequencies of another number of people, in a text or among the cells of an option."""
    first: tuple[str, str] | None = None
    for text in those:
        line = as_compared(words_only(text.value))
        if words["classes"].first(line):
            continue
        for ratio in _ratios(line):
            first = first or ratio
            if ratio[1] != first[1]:
                message = f"{_shown(ratio)} cannot be compared with {_shown(first)}"
                hint = "write both as so many in the same number of people"
                yield _warning(text, "frequency-denominators", message, hint)
                return


def _ratios(line: str) -> list[tuple[str, str]]:
    line = IN_WORDS.sub(lambda m: f"{SPELLED[m[1]]} in {SPELLED[m[4]]}", line)
    found = ((m[1].rstrip(",."), (m[2] or m[3]).replace(",", "")) for m in RATIO.finditer(line))
    return [(a, b) for a, b in found if float(a.replace(",", "")) < float(b)]


def _shown(ratio: tuple[str, str]) -> str:
    return f'"{ratio[0]} in {ratio[1]}"'


def _warning(text: Text, code: str, message: str, hint: str) -> Finding:
    return Finding(text.where, code, message, hint, Severity.WARNING)
