"""`space-edge`, `space-doubled`, `space-before`, `space-after`, `space-missing`: spaces stand where
the language has them.

- edge: a translation begins and ends with a space only where its source does.
- doubled: two spaces in a row, where the source has none.
- before, after: a space that no language puts there: before a comma or a full stop
  (`soap , water`), inside brackets, between Chinese words and their full-width marks (`洗手 ，`).
  French sets `;`, `!`, `?`, `:` and `»` apart from their words; Khmer, Thai and Tibetan have rules
  of their own.
- missing: words that run into each other at a mark (`soap,water`, `धोएँ।फिर`), and in French the
  space before `;`, `!`, `?`, `:` and `»` and after `«`. Any space will do there: the sheet makes it
  a narrow one. Canadian and Swiss French may leave it out.

Text that the source writes in the same way, such as a name, is not reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.findings import Finding, Severity
from ...model.sheet import Language
from ...model.unit import Unit
from ...typography.line import OBJECT
from ..shared.message_finding import message_finding
from ..shared.printed_text import is_own_letter, printed

CodeMessageHint = tuple[str, str, str]
APART = ("fr", "br")
OPTIONAL = ("fr-CA", "fr-CH")
OWN_RULES = ("Khmr", "Laoo", "Mymr", "Thai", "Tibt")
CHINESE_AND_JAPANESE = ("Hans", "Hant", "Jpan")

DOUBLED = re.compile(r"(?<=\S)[^\S\r\n]{2,}(?=\S)")
# Not after another mark (three dots may be spaced), nor in a ratio; `:)` is a face.
NOT_BEFORE = r"(?<=[^\s([{«“„:;,.!?…—–\-])\s+[%s](?=[\s»”\"]|$)(?!\s*\d)"
BEFORE = re.compile(NOT_BEFORE % r",.;:!?،؛؟।॥۔።፣")
BEFORE_APART = re.compile(NOT_BEFORE % ",.")
IN_BRACKETS = re.compile(r"\((?:\s+[^\s()][^()]*|[^()]*[^\s()]\s+)\)")
# An ideographic space after ？ and ！ is the rule in Japanese (JIS X 4051).
BEFORE_WIDE = re.compile(r"(?<=\w)\s+[，。、：；？！）」』》]")
AFTER_WIDE = re.compile(r"[，。、：；（「『《]\s+(?=\w)")
FRENCH = re.compile(rf"(?<=[\w%)°{OBJECT}])(?:[;!?](?=[\s)»]|$)|:(?=\s|$))|(?<=\S)»|«(?=\S)")
# Mark → the letters that a word before it and after it must have: fewer are an abbreviation
# (मि.ग्रा.) or a formula (N,N).
PARTING = dict.fromkeys(",;،؛፣।॥۔؟!?።", (2, 2)) | {".": (4, 3)}
LISTED = re.compile(r"[^\W\d]{2},[^\W\d]{2}")  # a source such as yes,no,maybe
WORD = 60  # characters of a word, at most
WORD_BEFORE = re.compile(r"[^\s\d.,;:!?()]*$")
WORD_AFTER = re.compile(rf"[^\s\d.,;:!?()]{{0,{WORD}}}")
LONG = 4  # letters: fewer before another full stop are an abbreviation (एक्स.एम्.एल.)
AROUND = 12  # characters on either side


def check_message(unit: Unit) -> Iterator[Finding]:
    for code, message, hint in (*_edges(unit), *_doubled(unit), *_at_marks(unit)):
        yield message_finding(unit, code, message, hint, Severity.WARNING)


def _edges(unit: Unit) -> Iterator[CodeMessageHint]:
    if not unit.source or not unit.target:
        return
    for place, at in (("begins", 0), ("ends", -1)):
        wanted, got = unit.source[at].isspace(), unit.target[at].isspace()
        if got and not wanted:
            yield "space-edge", f"the translation {place} with a space", "take it out"
        elif wanted and not got and unit.language.spaced:
            message = f"the source {place} with a space, the translation does not"
            yield "space-edge", message, "put one in: other text is printed next to it"


def _doubled(unit: Unit) -> Iterator[CodeMessageHint]:
    if not DOUBLED.search(unit.source) and (doubled := DOUBLED.search(unit.target)):
        yield (
            "space-doubled",
            f"two spaces in {_shown(unit.target, *doubled.span())}",
            "take one out",
        )


def _at_marks(unit: Unit) -> Iterator[CodeMessageHint]:
    """The first of each kind, unless the source writes it in the same way."""
    source, target, language = printed(unit.source), printed(unit.target), unit.language
    reported: set[str] = set()
    for code, start, end in _places(target, language):
        listed = code == "space-missing" and LISTED.search(source)
        if (
            code not in reported
            and not listed
            and target[max(start - 1, 0) : end + 1] not in source
        ):
            reported.add(code)
            much, hint = ("no", "put one in") if code == "space-missing" else ("a", "take it out")
            yield code, f"{much} space at the mark in {_shown(target, start, end)}", hint


def _places(text: str, language: Language) -> Iterator[tuple[str, int, int]]:
    if language.script in OWN_RULES:
        return
    patterns = [("space-before", IN_BRACKETS)]
    if language.script in CHINESE_AND_JAPANESE:
        patterns += [("space-before", BEFORE_WIDE), ("space-after", AFTER_WIDE)]
    elif language.tag.partition("-")[0] in APART:
        patterns += [("space-before", BEFORE_APART)]
        patterns += [("space-missing", FRENCH)] if language.tag not in OPTIONAL else []
    else:
        patterns += [("space-before", BEFORE)]
    for code, pattern in patterns:
        yield from ((code, *match.span()) for match in pattern.finditer(text))
    if language.spaced:
        yield from (("space-missing", at, at + 1) for at in _run_together(text, language))


def _run_together(text: str, language: Language) -> Iterator[int]:
    """The marks at which two words of the language meet."""
    for at, mark in enumerate(text):
        if (least := PARTING.get(mark)) is None:
            continue
        before = WORD_BEFORE.search(text, max(at - WORD, 0), at)
        after = WORD_AFTER.match(text, at + 1)
        if before and after and before[0] and after[0]:
            own = is_own_letter(after[0][0], language) and is_own_letter(before[0][0], language)
            long = len(before[0]) >= least[0] and len(after[0]) >= least[1]
            brief = len(after[0]) < LONG and text[at + 1 + len(after[0]) :][:1] == "."
            name = mark == "." and (brief or _is_one_name(before[0], after[0]))
            if own and long and not name:
                yield at


def _is_one_name(before: str, after: str) -> bool:
    """Node.js, nhs.uk: a sentence goes on with a small letter, or begins with a capital one."""
    cased = after[0] != after[0].swapcase()
    return cased and not (before[-1].islower() and after[0].isupper())


def _shown(text: str, start: int, end: int) -> str:
    """The mark with the text around it, and three dots for each placeholder."""
    piece = text[max(start - AROUND, 0) : end + AROUND].strip()
    return '"' + piece.replace(OBJECT, "…") + '"'
