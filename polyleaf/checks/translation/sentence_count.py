"""`sentence-lost`, `sentence-added`, `question-changed`: every sentence has a translation, no other
stands beside them, and a question stays one.

"If nobody answers, go to the nearest emergency department." is not left out, and no advice of the
translator's is added. Translations join and divide sentences: one is lost only if the translation
has fewer clauses than its source, and its neighbour is not longer for it, in the measure of the
language (`languages/lengths.toml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.findings import Finding, Severity
from ...model.unit import Unit
from ..shared.message_finding import message_finding, shorten
from ..shared.sentences import Pair, length_of, pairs, words

# "How long it lasts." is a question in many languages, with its mark.
ASKING = re.compile(r"(?:how|what|when|where|which|who|why|whether|if)\b", re.IGNORECASE)
FAR_TOO_SHORT = 0.45  # whatever it is divided into
DIVIDES = re.compile("[,،、，;；؛:：.!?؟।۔。！？።፣፤፧։។။](?!\\d)")
FAR_TOO_LONG = 1.8  # of the length that a sentence has in the language, with another beside it
SPLITS = re.compile("[;؛；.!?؟۔。！？।።]+(?:\\s+|(?=[\u2e80-\uffff]))")
LETTERS = 12  # a shorter sentence is a word such as "No."


def check_message(unit: Unit) -> Iterator[Finding]:
    length = length_of(unit.source, unit.target, unit.language)
    # A sentence that was joined to another one is a clause of it.
    joined = length > FAR_TOO_SHORT and _clauses(unit.target) >= _clauses(unit.source)
    for pair in pairs(unit.source, unit.target, unit.language):
        if not pair.target and _length(pair) >= LETTERS and not joined:
            message = f'the translation lacks "{shorten(pair.source[0].text)}"'
            yield message_finding(unit, "sentence-lost", message, severity=Severity.WARNING)
        elif not pair.source and _length(pair) >= LETTERS / 2:
            message = f'the source has not "{shorten(pair.target[0].text)}"'
            yield message_finding(unit, "sentence-added", message, severity=Severity.WARNING)
        elif pair.source and pair.target:
            yield from _lengthened(unit, pair)
            yield from _questions(unit, pair)


def _lengthened(unit: Unit, pair: Pair) -> Iterator[Finding]:
    """One sentence has become two, the second of which says more than the source."""
    ours, theirs = pair.source[0].raw, " ".join(one.raw for one in pair.target)
    if len(pair.source) > 1 or length_of(ours, theirs, unit.language) < FAR_TOO_LONG:
        return
    more = [part for part in SPLITS.split(theirs) if len(part) >= LETTERS]
    if len(more) > 1 and len(SPLITS.findall(theirs)) > len(SPLITS.findall(ours)):
        message = f'the source may not have "{shorten(more[-1].strip())}"'
        yield message_finding(unit, "sentence-added", message, severity=Severity.WARNING)


def _questions(unit: Unit, pair: Pair) -> Iterator[Finding]:
    """The last sentence is `ending-changed`."""
    if unit.source.rstrip().endswith(pair.source[-1].raw.rstrip()):
        return
    asks, asked = (any("?" in s.anchors for s in side) for side in (pair.source, pair.target))
    if asks != asked and not (asked and ASKING.match(pair.source[0].text)):
        message = f'"{shorten(pair.source[0].text)}" is {"a" if asks else "no"} question'
        yield message_finding(unit, "question-changed", message, severity=Severity.WARNING)


def _clauses(text: str) -> int:
    return len(DIVIDES.findall(words(text)))


def _length(pair: Pair) -> int:
    return sum(sentence.length for sentence in (*pair.source, *pair.target))
