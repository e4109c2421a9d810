"""`quotes-added`, `capitals-added`, `line-added`, `mark-unopened`, `mark-doubled`, `escape-left`:
a translation has the form of its source.

- quotes, capitals: the whole text in quotation marks, or in capitals, where the source is not.
- line: a line end that the source does not have. It is printed as a space.
- unopened: in Spanish `Preguntas?` for `¿Preguntas?`.
- doubled: `..`, `,,`, `。。`, `%%`.
- escape: `\\n`, `\\u00e9`, `%s`, `{{`, the `=` of a table's cell, printed as they stand.

Each of them is only reported where the source does not have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.findings import Finding, Severity
from ...model.unit import Unit
from ..shared.message_finding import message_finding, shorten
from ..shared.printed_text import printed
from ..shared.quotations import quotations

OPENED = ("es",)  # languages that open a question and an exclamation
UNOPENED = {"?": "¿", "!": "¡"}
DOUBLED = re.compile(
    r"(?<!\.)\.\.(?!\.)|(?<![%\w])%%|%%(?!\w)|[,،，、]{2,}|[;؛；]{2}|[:：]{2}|。{2}|۔{2}|।{3,}"
)
ESCAPE = re.compile(
    r"\\(?:[ntr]|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2})|%(?:\d\$)?[sd](?!\w)|\{\{|\}\}|\A[=+@]+(?=[^\W\d_])"
)
WORD = re.compile(r"[^\W\d_]+")
CASED = ("Latn", "Cyrl", "Grek", "Armn")  # scripts with capitals
SHOUTED = 8  # letters: fewer may be an abbreviation


def check_message(unit: Unit) -> Iterator[Finding]:
    source, target = printed(unit.source), printed(unit.target)
    for code, message, hint in (*_whole(source, target, unit), *_parts(source, target, unit)):
        yield message_finding(unit, code, message, hint, Severity.WARNING)


def _whole(source: str, target: str, unit: Unit) -> Iterator[tuple[str, str, str]]:
    if _is_quoted(target) and not _is_quoted(source):
        yield (
            "quotes-added",
            f"the whole text is in quotation marks: {shorten(target)}",
            "take them out",
        )
    if unit.language.script in CASED and _is_shouted(target) and source != source.upper():
        yield "capitals-added", f'"{shorten(target)}" is in capitals', "write it as its source is"


def _parts(source: str, target: str, unit: Unit) -> Iterator[tuple[str, str, str]]:
    if "\n" in unit.target.strip() and "\n" not in unit.source.strip():
        yield "line-added", "a line end that the source does not have", "it is printed as a space"
    if unit.language.tag.partition("-")[0] in OPENED:
        for mark, opening in UNOPENED.items():
            if target.count(mark) > target.count(opening) and re.search(
                rf"\w[)»”\"*]*\{mark}", target
            ):
                message = f"{mark} has no {opening} before its sentence: {shorten(target)}"
                yield "mark-unopened", message, f"begin the sentence with {opening}"
    for code, pattern, hint in (
        ("mark-doubled", DOUBLED, "write it once"),
        ("escape-left", ESCAPE, "take it out: it is printed as it stands"),
    ):
        found = pattern.search(target)
        if found and not pattern.search(source):
            yield code, f'"{found[0]}" in "{shorten(target)}"', hint


def _is_quoted(text: str) -> bool:
    return len(text) > 2 and quotations(text).outer == (text,)


def _is_shouted(text: str) -> bool:
    words = [word for word in WORD.findall(text) if word.lower() != word.upper()]
    letters = "".join(words)
    many = len(words) > 1 and len(letters) >= SHOUTED
    return many and letters == letters.upper()
