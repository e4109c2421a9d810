"""`punctuation-foreign`: punctuation has the form that its language gives it.

Arabic, Persian and Urdu write `،` `؛` `؟`, Urdu `۔` for a full stop, Hindi and Bengali `।`, Chinese
and Japanese `，` `。` `？`, Chinese full-width brackets as well, Amharic `።` and `፣`, and Greek `;`
where English has `?`. The letter before a mark decides: after a Latin name, a number, an address or
a placeholder the mark may have the form that goes with them. A full stop that may belong to an
abbreviation is not reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ... import languages
from ...model.findings import Finding, Severity
from ...model.sheet import Language
from ...model.unit import Unit
from ..shared.code_points import excerpt, named
from ..shared.message_finding import message_finding
from ..shared.printed_text import CLOSING, follows_own_letter, is_own_letter, printed

CHINESE = ("Hans", "Hant")
BRACKETS = re.compile(r"\(([^()（）]*)\)")
LONG = 4  # letters: hardly an abbreviation, not even of Hindi (प्रो., मि.ग्रा.)
WORD = re.compile(r"[^\s.,;:]*$")


def check_message(unit: Unit) -> Iterator[Finding]:
    text, language = printed(unit.target), unit.language
    marks = languages.punctuation(language)
    reported: set[str] = set()
    for at, mark in enumerate(text):
        if mark not in marks.foreign or mark in reported:
            continue
        if _is_wrong(text, at, language):
            reported.add(mark)
            yield _finding(unit, excerpt(text, at), mark, marks.foreign[mark])
    if language.script in CHINESE and (narrow := _brackets(text, language)):
        yield _finding(unit, narrow, "(", "（")


def _is_wrong(text: str, at: int, language: Language) -> bool:
    after = text[at + 1 : at + 2]
    if not follows_own_letter(text, at, language):
        return False
    if text[at] == ".":
        return _is_stop(text, at, language)
    # Between two letters without a space: a time, a ratio, an address, a suffix (Swedish EU:s).
    return not language.spaced or not after or not (after.isalnum() and text[at] in ":.")


def _is_stop(text: str, at: int, language: Language) -> bool:
    """Whether the full stop ends a sentence."""
    rest = text[at + 1 :]
    if all(character in CLOSING or character.isspace() for character in rest):
        words = text[:at].split()
        alone = len(words) == 1 and language.spaced  # Dec.: ডিসে.
        return not alone and "." not in words[-1]  # ইউ.আর.এল., three dots
    before = WORD.search(text, 0, at)
    word = before[0] if before else ""
    if not language.spaced:
        return rest[0].isspace() or is_own_letter(rest[0], language)
    return rest[0].isspace() and sum(map(str.isalpha, word)) >= LONG


def _brackets(text: str, language: Language) -> str:
    """The first narrow brackets around Chinese words; a Latin term may have its own."""
    for match in BRACKETS.finditer(text):
        if match[1] and any(is_own_letter(edge, language) for edge in (match[1][0], match[1][-1])):
            return match[0]
    return ""


def _finding(unit: Unit, where: str, mark: str, instead: str) -> Finding:
    name = unit.language.english_name
    message = f'"{where}" has {mark} {named(mark)}, which {name} does not write'
    hint = f"write {instead} {named(instead)}"
    return message_finding(unit, "punctuation-foreign", message, hint, Severity.WARNING)
