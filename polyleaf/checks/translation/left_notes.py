"""`preface-left`, `note-left`: a translation holds nothing that its translator says to others.

- preface: what an assistant says before it answers, "Here is the translation:", «Вот перевод:»,
  "Sure!", in English or in the language of the sheet.
- note: `[MT]`, `[À RELIRE]`, `(TODO: …)`, `（译者注：…）`, "Note:", `???`, `XXX`. Brackets and
  words before a colon are one if they begin as remarks do, or speak of translating; square brackets
  also if they are in capitals. Others that the source does not have are a warning: people put
  words of their own in them.

What the source says too may stand: a text about translations, a note that is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ... import languages
from ...model.findings import Finding, Severity
from ...model.sheet import Language
from ...model.unit import Unit
from ..shared.message_finding import message_finding, shorten
from ..shared.printed_text import printed

PREFACE, NOTE = "preface-left", "note-left"
HINT = "take it out: it would be printed"
ASK = "take it out if it is a note: it would be printed"
START = re.compile(r"[\s\"'«“„‘「『*(\[]*")
HEAD = re.compile(r"[^.!?。！？।۔؟\n]{1,80}?[:：\n]")  # up to the first colon
BEHIND = re.compile(r"\s*[!！:：,，、،.।\n]")
SQUARE = re.compile(r"[\[［【][^\[\]［］【】]{1,200}[\]］】]")
ROUND = re.compile(r"[(（]\s*([^()（）]{2,300})[)）]")
MARKS = re.compile(
    r"\?{3,}|(?<!\w)(?:X{3,}|TODO|FIXME|TBD|TBC|MT|PEMT)(?!\w)(?=\s*[:：\]\-–])|(?<!\w)(?:XXX|TODO|FIXME)(?!\w)"
)
# Sources that may begin so, or say that something is a note, or speak of translating.
SAYS = {
    PREFACE: re.compile(r"\b(?:sure|certain|course|absolutely|natural|request|here|yes|ok)", re.I),
    NOTE: re.compile(
        r"\b(?:note|notice|remember|remark|important|caution|warning|attention|tip|check|verif|draft"
        r"|review|literal|comment|hint|beware|pending|confirm)", re.I
    ),
}  # fmt: skip
TRANSLATING = re.compile(r"translat|languag|interpret|transl", re.I)


def check_message(unit: Unit) -> Iterator[Finding]:
    source, target = printed(unit.source), printed(unit.target)
    if found := _preface(source, target, unit):
        yield message_finding(unit, PREFACE, f'"{shorten(found)}" is no part of the text', HINT)
    elif found := _note(source, target, unit):
        message = f'"{shorten(found)}" is a note, no part of the text'
        yield message_finding(unit, NOTE, message, HINT)
    elif (square := SQUARE.search(target)) and not SQUARE.search(source):
        message = f'the source has no brackets such as "{shorten(square[0])}"'
        yield message_finding(unit, NOTE, message, ASK, Severity.WARNING)


def _preface(source: str, target: str, unit: Unit) -> str:
    words = languages.translators_words(unit.language)
    begins = START.match(target)
    at = begins.end() if begins else 0
    opener = words.openers.match(target, at)
    if opener and not SAYS[PREFACE].search(source) and not TRANSLATING.search(source):
        behind = BEHIND.match(target, opener.end())
        # "Here is", "Voici" say something; "Sure!" stands alone.
        if behind and not BEHIND.search(source[: len(opener[0]) + 12]):
            return target[at : behind.end()]
    head = HEAD.match(target, at)
    if head is None or TRANSLATING.search(source):
        return ""
    named = head[0].strip(" :：").casefold() in _names(unit.language)
    return head[0] if named or words.translating.search(head[0]) else ""


def _names(language: Language) -> set[str]:
    """What a tool or an assistant calls the language before it: "es:", "Spanish:"."""
    short = language.tag.partition("-")[0]
    return {language.tag.casefold(), short, language.english_name.casefold()}


def _note(source: str, target: str, unit: Unit) -> str:
    words = languages.translators_words(unit.language)
    if (square := SQUARE.search(target)) and not SQUARE.search(source):
        inner = square[0][1:-1].strip()
        if inner.isupper() or words.remarks.match(inner) or words.translating.search(inner):
            return square[0]
    if (mark := MARKS.search(target)) and not MARKS.search(source):
        return mark[0]
    about = not TRANSLATING.search(source)
    for found in ROUND.finditer(target):
        remark = words.remarks.match(found[1]) and not SAYS[NOTE].search(source)
        if remark or (about and words.translating.search(found[1])):
            return found[0]
    head = HEAD.match(target)
    if head and ":" not in source and not SAYS[NOTE].search(source):
        said = words.remarks.match(head[0])
        return head[0] if said and len(head[0]) < len(said[0]) + 25 else ""
    return ""
