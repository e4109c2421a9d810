"""`promise-added`: a translation promises no more than its source.

The wordings of advertisements are listed for each language in `languages/promises`: a cure, no side
effects, a miracle, at the root, proven, better than others. One that a translation has undenied is
reported if its source has neither such a wording nor a word near to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ... import languages
from ...languages import as_compared
from ...model.findings import Finding, Severity
from ...model.unit import Unit
from ..shared.english import words_only
from ..shared.message_finding import message_finding
from ..shared.promises import promises


def check_message(unit: Unit) -> Iterator[Finding]:
    made = promises(unit.target, unit.language) if unit.target else ()
    source = languages.promise_words(languages.find(unit.source_language)) if made else None
    if source is None:
        return
    line, seen = as_compared(words_only(unit.source)), set[str]()
    said = {promise.name for promise in source.forms.found(line)}
    for promise, _ in made:
        kind = promise.name
        if kind in seen or kind in said or kind not in source.near:
            continue
        if source.near[kind].first(line):
            continue
        seen.add(kind)
        message = f'"{promise.shown}" {languages.promise_says()[kind]}, and the source does not'
        hint = "say no more than the source"
        yield message_finding(unit, "promise-added", message, hint, Severity.WARNING)
