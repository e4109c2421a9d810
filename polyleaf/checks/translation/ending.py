"""`ending-changed`: a translation ends as its source does, with the marks of its own language.

A question stays a question, a sentence a sentence and a label a label: `Do you smoke?` is
`کیا آپ تمباکو نوشی کرتے ہیں؟`, `Καπνίζετε;` and `Դուք ծխո՞ւմ եք։`. Brackets, quotation marks and
citations after the mark are skipped, and the stop of an abbreviation does not count. Thai and Lao
need no mark at the end of a sentence. A mark in the wrong form is `punctuation-foreign`.

It is a warning, since a language may put things otherwise: good translations of "Is the package
installed?" say "Check whether …" and "Perhaps …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ... import languages
from ...languages import Punctuation
from ...model.findings import Finding, Severity
from ...model.sheet import Language
from ...model.unit import Unit
from ..shared.message_finding import message_finding
from ..shared.printed_text import CLOSING, printed

NAMES = {
    "stop": "a full stop",
    "question": "a question mark",
    "exclamation": "an exclamation mark",
    "colon": "a colon",
    "semicolon": "a semicolon",
    "comma": "a comma",
    "ellipsis": "three dots",
}
SIMILAR = ({"comma", "semicolon"}, {"stop", "exclamation"})  # either may stand for the other
SENTENCE = re.compile(r"[.!?։።۔।。？！]\s")
DOTS = re.compile(r"\.{3,}|。{3,}|…{2,}|⋯{2,}")
# "and so on" and the like may be spelled out in one language and cut short in another.
ABBREVIATED = re.compile(
    r"\b(?:etc|al|[Aa]\.?m|[Pp]\.?m|e\.g|i\.e|Inc|Ltd|[A-Z]|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.\W*$"
)
# Letters with their vowel signs, which are no letters to `\w`: ডিসে.
SHORT = re.compile(r"(?:^|[\s(.])(?:\w[^\w\s.,;:!?]*){1,4}\.\W*$")
IN_BRACKETS = re.compile(r"\w{1,4}\.\)\W*$")  # (alt.)
# "How to wash your hands" and "How long it lasts." are questions in many languages, with a mark.
ASKING = re.compile(r"(?:how|what|when|where|which|who|why|whether|if)\b", re.IGNORECASE)


def check_message(unit: Unit) -> Iterator[Finding]:
    source, target = printed(unit.source), printed(unit.target)
    source_marks, own = (
        languages.punctuation(languages.find(unit.source_language)),
        languages.punctuation(unit.language),
    )
    wanted, got = _ending(source, source_marks), _ending(target, own)
    if not source or not target or _agree(wanted, got) or _is_habit(source, target, wanted, got):
        return
    if not got and wanted <= own.bare:
        return
    message = f"the source ends with {_named(wanted)}, the translation with {_named(got)}"
    hint = _hint(wanted, unit.language, own)
    yield message_finding(unit, "ending-changed", message, hint, Severity.WARNING)


def _ending(text: str, marks: Punctuation) -> frozenset[str]:
    """The kinds of the marks at the end of the text."""
    kinds: set[str] = set()
    text = DOTS.sub("…", text)
    for character in reversed(text):
        found = marks.kinds(character)
        if found:
            kinds |= found
        elif character not in CLOSING and not character.isspace():
            break
    last = SENTENCE.split(text.rstrip())[-1]
    kinds |= {kind for kind in marks.inside if any(mark in last for mark in marks.marks[kind])}
    return frozenset(kinds)


def _agree(wanted: frozenset[str], got: frozenset[str]) -> bool:
    if not wanted or not got:
        return wanted == got
    return bool(wanted & got) or any(wanted & alike and got & alike for alike in SIMILAR)


def _is_habit(source: str, target: str, wanted: frozenset[str], got: frozenset[str]) -> bool:
    """Whether the mark is an abbreviation's, or of a question that English writes without one."""
    if wanted == {"stop"} and not got:
        return bool(ABBREVIATED.search(source) or IN_BRACKETS.search(source))
    if got == {"stop"} and not wanted:
        return bool(SHORT.search(target))
    return got == {"question"} and wanted <= {"stop"} and bool(ASKING.match(source))


def _named(kinds: frozenset[str]) -> str:
    return " and ".join(NAMES[kind] for kind in NAMES if kind in kinds) or "no mark"


def _hint(wanted: frozenset[str], language: Language, own: Punctuation) -> str:
    marks = [own.marks[kind][0] for kind in NAMES if kind in wanted]
    return f"{language.english_name} writes {' '.join(marks)}" if marks else "take the mark out"
