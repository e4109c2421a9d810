"""`quotes-foreign`, `quotes-unbalanced`, `quotes-lost`: quotations have the marks of the language.

- foreign: a quotation is in marks of the reader's language: « … » in French, „…“ in German, 「…」
  in Japanese, “…” in simplified Chinese. Other marks that careful writers of the language use are
  right too, and so are straight marks, but not around Chinese and Japanese words. A quotation
  inside another may have any.
- unbalanced: each mark that opens is closed. An apostrophe, an inch and the sign inside a Hebrew
  abbreviation (ד"ר) are no quotation marks.
- lost: there are at least as many quotations as in the source. One that holds only a placeholder
  may go.
"""

from __future__ import annotations

from collections.abc import Iterator

from ... import languages
from ...model.findings import Finding, Severity
from ...model.sheet import Language
from ...model.unit import Unit
from ..shared.message_finding import message_finding
from ..shared.printed_text import is_own_letter, printed
from ..shared.quotations import quotations

STRAIGHT = frozenset(('""', "''", "＂＂"))
WITHOUT_STRAIGHT = ("Hans", "Hant", "Jpan")
# The titles of books; two apostrophes may be no quotation (rock ’n’ roll); and `code'.
EVERYWHERE = frozenset(("《》", "〈〉", "【】", "’’", "`'"))


def check_message(unit: Unit) -> Iterator[Finding]:
    source, target = quotations(printed(unit.source)), quotations(printed(unit.target))
    right = _hint(unit.language)
    wrong = (
        words[0] + "…" + words[-1] for words in target.outer if not _is_own(words, unit.language)
    )
    for pair in dict.fromkeys(wrong):
        message = f"{pair} are no quotation marks of {unit.language.english_name}"
        yield message_finding(unit, "quotes-foreign", message, right, Severity.WARNING)
    if target.lone and not source.lone:
        message = f"{target.lone[0]} opens or closes no quotation"
        yield message_finding(unit, "quotes-unbalanced", message, right, Severity.WARNING)
    elif target.passages < source.passages - source.filled:
        message = f"{target.passages} of the {source.passages} quotations of the source"
        yield message_finding(unit, "quotes-lost", message, right, Severity.WARNING)


def _is_own(words: str, language: Language) -> bool:
    pair = words[0] + words[-1]
    if pair in STRAIGHT:
        wide = any(is_own_letter(character, language) for character in words)
        return not (wide and language.script in WITHOUT_STRAIGHT)
    return pair in languages.quote_pairs(language) | EVERYWHERE


def _hint(language: Language) -> str:
    outer, outer_end, _, _ = language.quotes
    return f"{language.english_name} writes {outer}…{outer_end}"
